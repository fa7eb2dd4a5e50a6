//! Recognises a day, a month and a year in three columns side by side, whatever words stand before or behind them:
//! `Jour | Mois | Année`, `P05_JOUR | P05_MOIS | P05_ANNEE`, `Né(e) le (jour) | (mois) | (année)`.

use crate::record::{Field, FieldReason, Kind, fold};

use super::super::headers::{Headers, Rank};
use super::super::heading_words::spaced;
use super::heading_column::HeadingColumn;
use super::table_columns::TableColumns;

const WORDS: [&str; 3] = [
    "JOUR J JJ JOURS DAY DAG DIA SIKU MOKOLO",
    "MOIS M MM MONTH MAAND MES MWEZI SANZA",
    "ANNEE AN A AA AAAA ANNEES YEAR JAAR ANO MWAKA MBULA",
];
/// Words beside the parts of a date of birth, and of a declaration.
const OF_BIRTH: &str =
    "NAISSANCE NAISS NAIS NE NEE NES BIRTH BORN DDN DN DOB GEBOORTE GEB NASCIMENTO NASC KUZALIWA MBOTAMA";
const OF_DECLARATION: &str = "DECLARATION DECL ENREGISTREMENT ENREG ACTE AANGIFTE REGISTO DECLARACAO";

/// Takes a day, a month and a year side by side for a date of birth; a second time in a birth register, for a date of
/// declaration. Those of a visit or of another event are neither.
pub(super) fn bare_day_month_year(columns: &mut TableColumns, kind: Kind, headers: &Headers) {
    let birth = [Field::BirthDay, Field::BirthMonth, Field::BirthYear];
    let declared = [Field::DeclaredDay, Field::DeclaredMonth, Field::DeclaredYear];
    for start in 0..columns.list.len().saturating_sub(2) {
        let three = &columns.list[start..start + 3];
        let is_free = |column: &HeadingColumn| !column.is_pinned() && column.field != Field::Unused;
        let Some((order, beside)) = date_parts(three).filter(|_| three.iter().all(is_free)) else { continue };
        let has_word = |words: &str| beside.iter().any(|word| words.split(' ').any(|other| other == word));
        let is_of_other = headers.reduced(&format!("Date {}", beside.join(" "))).is_of_other_event
            || headers.is_survey_date(&beside.join(" "));
        let is_of_declaration = || {
            let is_declared = three.iter().any(|column| declared.contains(&column.field));
            let others = [&columns.list[..start], &columns.list[start + 3..]].concat();
            is_declared
                || others.iter().any(|column| {
                    birth.contains(&column.field) || matches!(column.field, Field::BirthDate | Field::BirthDatePlace)
                })
        };
        let parts = match () {
            () if has_word(OF_BIRTH) => birth,
            () if has_word(OF_DECLARATION) => declared,
            () if is_of_other => [Field::Unused; 3],
            () if !is_of_declaration() => birth,
            () if kind == Kind::Birth && !columns.has(Field::DeclaredOn) => declared,
            () => continue,
        };
        for (column, part) in columns.list[start..start + 3].iter_mut().zip(order) {
            (column.field, column.why, column.rank) = (parts[part], FieldReason::Words, Rank::Sure);
        }
    }
}

/// Which part of a date each of three columns is (0 the day, 1 the month, 2 the year), and the words beside that all
/// three have.
fn date_parts(three: &[HeadingColumn]) -> Option<([usize; 3], Vec<String>)> {
    let words_of = |column: &HeadingColumn| -> Vec<String> {
        let leaf = column.text.rsplit(" / ").next().unwrap_or_default().replace(['_', '/', '-'], " ");
        let folded = fold(&spaced(&leaf));
        // "P05", "Q5a" and "s1q3" number the questions.
        let is_number = |word: &&str| word.bytes().any(|b| b.is_ascii_digit()) && word.len() <= 5;
        folded.split(' ').skip_while(is_number).map(str::to_owned).collect()
    };
    let mut texts: Vec<Vec<String>> = three.iter().map(words_of).collect();
    let mut beside = Vec::new();
    let have_more = |texts: &[Vec<String>]| texts.iter().all(|words| words.len() > 1);
    while have_more(&texts) && texts.iter().all(|words| words[0] == texts[0][0]) {
        beside.push(texts[0][0].clone());
        texts.iter_mut().for_each(|words| drop(words.remove(0)));
    }
    while have_more(&texts) && texts.iter().all(|words| words.last() == texts[0].last()) {
        beside.extend(texts[0].last().cloned());
        texts.iter_mut().for_each(|words| drop(words.pop()));
    }
    // "Né le (jour)", "(mois)", "(année)": the words stand before the first part alone.
    if texts[0].len() > 1 && texts[1..].iter().all(|words| words.len() == 1) {
        let last = texts[0].pop().unwrap_or_default();
        beside.append(&mut texts[0]);
        texts[0].push(last);
    }
    let part_of = |words: &Vec<String>, part: usize| {
        let [word] = &words[..] else { return false };
        WORDS[part].split(' ').any(|other| other == word)
    };
    let is_order = |order: &[usize; 3]| texts.iter().zip(order).all(|(words, part)| part_of(words, *part));
    [[0, 1, 2], [2, 1, 0]].into_iter().find(is_order).map(|order| (order, beside))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_date_are_recognised_with_the_words_beside_them() {
        let column = |text: &str| HeadingColumn {
            column: 0,
            row: 1,
            text: text.to_owned(),
            field: Field::Other,
            why: FieldReason::Unknown,
            rank: Rank::Sure,
        };
        for (texts, parts) in [
            (["Jour", "Mois", "Année"], Some(([0, 1, 2], ""))),
            (["P05_JOUR", "P05_MOIS", "P05_ANNEE"], Some(([0, 1, 2], ""))),
            (["Q5a. Jour", "Q5b. Mois", "Q5c. Année"], Some(([0, 1, 2], ""))),
            (["Birth year", "Birth month", "Birth day"], Some(([2, 1, 0], "BIRTH"))),
            (["Né(e) le (jour)", "Né(e) le (mois)", "Né(e) le (année)"], Some(([0, 1, 2], "NE E LE"))),
            (["Né le (jour)", "(mois)", "(année)"], Some(([0, 1, 2], "NE LE"))),
            (["NaisAAAA", "Nais-MM", "Nais-JJ"], Some(([2, 1, 0], "NAIS"))),
            (["Jour visite", "Mois visite", "An visite"], Some(([0, 1, 2], "VISITE"))),
            (["Nom", "Mois", "Année"], None),
        ] {
            let three = texts.map(column);
            let found = date_parts(&three).map(|(order, beside)| (order, beside.join(" ")));
            assert_eq!(found, parts.map(|(order, beside)| (order, beside.to_owned())), "{texts:?}");
        }
    }
}
