//! Finds two persons in one row: two names in the cells of the name, with or without two sexes, two dates or two
//! relations beside them.

use crate::record::{CellValue, Doubt, DoubtKind, Field, RawCell, RawRow, fold};

use super::codes::Codes;
use super::dates::{DateReading, read_date};
use super::name_words::{WORDS, WordMeaning, is_joined_by_and, is_several};
use super::prenoms::is_prenom;

/// How surely the cells of a name hold two persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum TwoNames {
    /// A sign that may divide two names, or a second prénom.
    Sign,
    /// Two prénoms, each of which may be that of a person.
    Prenoms,
    /// Two whole names, or a list.
    Sure,
}

/// Adds a doubt at the first cell that names two persons, and one at a cell with two dates of birth.
///
/// A sign between two names is no proof: `David, Ruth` may be one person. Two sexes, two dates, two relations or a
/// relation of several (`Enfants`) beside it are, and so are two cells of the name divided in the same way.
pub(super) fn find_two_persons(raw: &RawRow, codes: &Codes, doubts: &mut Vec<Doubt>) {
    let two_dates = raw.cells.iter().find(|cell| is_birth(cell.field) && has_two_dates(cell));
    let names = || raw.cells.iter().filter(|cell| cell.field.is_name());
    let best = names().filter_map(|cell| Some((evidence_of(cell)?, cell))).max_by_key(|(evidence, _)| *evidence);
    let is_said = doubts.iter().any(|doubt| doubt.kind == DoubtKind::TwoPersons);
    if let Some((evidence, cell)) = best.filter(|_| !is_said) {
        let n_divided = names().filter(|cell| evidence_of(cell).is_some()).count();
        // `JEAN - MARIE` is one prénom, with spaces: a relation of several beside it is no proof.
        let is_weak = is_spaced_hyphen(cell);
        let is_beside = |cell: &RawCell| names_several(cell, codes) && !(is_weak && cell.field == Field::Relation);
        let is_shown = || two_dates.is_some() || raw.cells.iter().any(is_beside);
        if evidence == TwoNames::Sure || n_divided >= 2 || is_shown() {
            doubts.push(cell.doubt(DoubtKind::TwoPersons));
        } else if evidence == TwoNames::Prenoms && !is_weak {
            doubts.push(cell.doubt(DoubtKind::PerhapsTwoPersons));
        }
    }
    if let Some(cell) = two_dates.filter(|_| !doubts.iter().any(|doubt| doubt.kind == DoubtKind::TwoPersons)) {
        doubts.push(cell.doubt(DoubtKind::TwoDates));
    }
}

fn is_birth(field: Field) -> bool {
    matches!(field, Field::BirthDate | Field::BirthDatePlace | Field::Age)
}

/// What a cell of a name says of two persons; `None` for most cells.
fn evidence_of(cell: &RawCell) -> Option<TwoNames> {
    let CellValue::Text(text) = &cell.value else { return None };
    let text = text.trim();
    if is_joined_by_and(text) || names_many(text) || has_two_numbers(text) {
        return Some(TwoNames::Sure);
    }
    let parts = divided(text)?;
    // `jumeaux : KANKU Nsimba / KANKU Nzuzi`.
    if text.split_once(':').is_some_and(|(before, _)| is_several(before)) {
        return Some(TwoNames::Sure);
    }
    let words = |part: &str| part.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let has_prenom = |part: &str| part.split_whitespace().any(|word| is_prenom(&fold(word)));
    let (whole, given): (Vec<bool>, Vec<bool>) =
        parts.iter().map(|part| (words(part) >= 2 && has_prenom(part), has_prenom(part))).unzip();
    let is_whole_name = matches!(cell.field, Field::FullName | Field::PrenomFirst);
    Some(match () {
        () if whole.iter().all(|whole| *whole) => TwoNames::Sure,
        // `MBALA LEMA, Ruth` is one person in the cell of a whole name.
        () if is_whole_name && text.contains(',') => return None,
        () if given.iter().all(|given| *given) => TwoNames::Prenoms,
        () if text.contains('\n') && cell.field == Field::Prenom => TwoNames::Prenoms,
        () => TwoNames::Sign,
    })
}

/// Whether a hyphen between spaces is the only sign that divides a cell.
fn is_spaced_hyphen(cell: &RawCell) -> bool {
    let typed = cell.value.display_text();
    typed.contains(" - ") && !typed.contains(['\n', ';', '/', ','])
}

/// The parts of a text between signs that divide two names: lines, `/`, `;`, `,`, ` - `. `None` without one.
fn divided(text: &str) -> Option<Vec<&str>> {
    let text = text.split('(').next().unwrap_or_default();
    let text = text.split_once(':').map_or(text, |(before, after)| if is_several(before) { after } else { text });
    // `KABUYA Jean, né jumeau de Ruth`: the second part is a remark.
    let is_remark = |part: &str| {
        let first = part.split_whitespace().next().unwrap_or_default();
        matches!(WORDS.meaning(first), Some(WordMeaning::OtherName | WordMeaning::Remark))
            || first.chars().all(char::is_lowercase)
                && (first == "né" || WORDS.meaning(first) == Some(WordMeaning::Note))
    };
    let by = |sign: &str| {
        let parts: Vec<&str> =
            text.split(sign).map(str::trim).filter(|part| is_word(part) && !is_remark(part)).collect();
        (parts.len() >= 2).then_some(parts)
    };
    ["\n", ";", "/", " - ", " – ", " — ", ","].iter().find_map(|sign| by(sign))
}

/// Whether a part is a word of a name and no initial or abbreviation: the sign of `c/o`, `s/c` divides no names.
fn is_word(part: &str) -> bool {
    const MIN_LETTERS: usize = 2;
    part.chars().filter(|c| c.is_alphabetic()).count() >= MIN_LETTERS
}

/// Whether a text names several persons without a name for each: `2 jumeaux de KASONGO`, `les enfants`, `Jumeaux :`.
fn names_many(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ').filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let is_number = first.bytes().all(|b| b.is_ascii_digit())
        || matches!(
            first,
            "DEUX" | "TROIS" | "QUATRE" | "CINQ" | "LES" | "SES" | "LEURS" | "MES" | "BA" | "TWO" | "TWEE"
        );
    // `Les 3 enfants`.
    let is_digits = |word: &&str| word.bytes().all(|b| b.is_ascii_digit());
    let named = if is_number { words.find(|word| !is_digits(word)).unwrap_or_default() } else { first };
    is_several(named) && (is_number || folded.split(' ').count() == 1)
}

/// Whether a text counts two names: `1. Marc 2. Luc`, `1) Ève 2) Léa`.
fn has_two_numbers(text: &str) -> bool {
    // `Jumeaux : 1) Hervé 2) Irène`.
    let text = text.split_once(':').filter(|(before, _)| is_several(before)).map_or(text, |(_, after)| after.trim());
    let starts = |number: &str, text: &str| {
        let rest = text.strip_prefix(number)?;
        let rest = rest.trim_start().strip_prefix(['.', ')', '-', ':', '°', '/'])?;
        rest.trim_start().starts_with(char::is_alphabetic).then_some(())
    };
    let after_gap = |at: usize| text[..at].ends_with(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/'));
    starts("1", text).is_some()
        && text.match_indices('2').any(|(at, _)| after_gap(at) && starts("2", &text[at..]).is_some())
}

/// Whether a cell beside the name names several persons: two sexes, two relations, a relation of several.
fn names_several(cell: &RawCell, codes: &Codes) -> bool {
    let CellValue::Text(text) = &cell.value else { return false };
    let parts = || text.split(['\n', '/', ',', ';', '&', '+', '-']).flat_map(|part| part.split(" et "));
    let all = |is_code: &dyn Fn(&str) -> bool| {
        let parts: Vec<&str> = parts().map(str::trim).filter(|part| !part.is_empty()).collect();
        parts.len() >= 2 && parts.iter().all(|part| is_code(part))
    };
    match cell.field {
        Field::Sex => all(&|part| codes.sex(part).is_some()),
        Field::Relation => is_several(text) || all(&|part| codes.relation(part).is_some()),
        // `2 jumelles`: a later heading may call the column of remarks otherwise.
        Field::Remarks | Field::Category | Field::JudgmentNumber => {
            is_several(text.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace()))
        }
        field if field.is_name() => {
            text.split_once('(').and_then(|(_, rest)| rest.split(')').next()).is_some_and(is_several)
        }
        _ => false,
    }
}

/// Whether a cell holds two whole dates, one above the other or joined by a word, that are different days.
fn has_two_dates(cell: &RawCell) -> bool {
    const MIN_DIGITS: usize = 5;
    let CellValue::Text(text) = &cell.value else { return false };
    if text.bytes().filter(u8::is_ascii_digit).count() < 2 * MIN_DIGITS {
        return false;
    }
    let day = |part: &str| {
        let date = match read_date(&CellValue::Text(part.trim().into()), None) {
            DateReading::Read(date) | DateReading::WrongWeekday(date) => date,
            _ => return None,
        };
        date.known_day()
    };
    let parts = || {
        text.split(['\n', ';', '&', '(', ')', ','])
            .flat_map(|part| part.split(" et "))
            .flat_map(|part| part.split(" / "))
    };
    let days: Vec<_> = parts().filter_map(day).collect();
    days.windows(2).any(|two| two[0] != two[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::RowAt;

    fn doubts(cells: &[(Field, &str)]) -> Vec<DoubtKind> {
        let cells = (0_u16..).zip(cells).map(|(column, (field, text))| RawCell {
            column,
            field: *field,
            value: CellValue::Text((*text).into()),
        });
        let row =
            RawRow { at: RowAt::default(), context: 0, cells: cells.collect(), carried: Vec::new(), left_out: None };
        let mut doubts = Vec::new();
        find_two_persons(&row, &Codes::new(&Default::default()).unwrap(), &mut doubts);
        doubts.into_iter().map(|doubt| doubt.kind).collect()
    }

    #[test]
    fn two_persons_in_a_row_are_found_and_one_of_two_prenoms_is_not() {
        use DoubtKind::{PerhapsTwoPersons, TwoDates, TwoPersons};
        use Field::{BirthDate, FullName, Nom, Prenom, Relation, Sex};
        for (cells, expected) in [
            (vec![(Nom, "KIALA"), (Prenom, "Daniel\nEsther"), (Relation, "Fils\nFille")], vec![TwoPersons]),
            (vec![(Nom, "KIALA\nKIALA"), (Prenom, "Aaron\nLydie"), (Sex, "M\nF")], vec![TwoPersons]),
            (vec![(Prenom, "Zyb\nLUKOKI Papy"), (BirthDate, "21/10/1999\n13/02/2001")], vec![TwoPersons]),
            (vec![(Prenom, "David, Ruth"), (Relation, "Enfants")], vec![TwoPersons]),
            (vec![(Prenom, "Samuel / Sarah"), (Sex, "M/F")], vec![TwoPersons]),
            (vec![(Prenom, "Samuel, Zyb"), (Field::Remarks, "jumeaux")], vec![TwoPersons]),
            (vec![(Prenom, "Samuel / Sarah"), (Field::Remarks, "2 jumeaux")], vec![TwoPersons]),
            (vec![(Prenom, "Samuel ; Sarah"), (Field::JudgmentNumber, "2 enfants")], vec![TwoPersons]),
            (vec![(Prenom, "Samuel"), (Field::Remarks, "2 enfants")], vec![]),
            (vec![(Prenom, "Samuel - Zyb (jumeaux)"), (Relation, "Fils")], vec![TwoPersons]),
            (vec![(Prenom, "JEAN - MARIE"), (Relation, "Neveux")], vec![]),
            (vec![(FullName, "jumeaux : KANKU Jean / KANKU Marie")], vec![TwoPersons]),
            (vec![(FullName, "KANKU Jean, KANKU Ruth")], vec![TwoPersons]),
            (vec![(FullName, "Jumeaux : 1) LOKWA Hervé 2) LOKWA Irène")], vec![TwoPersons]),
            (vec![(Prenom, "2 jumeaux de KASONGO")], vec![TwoPersons]),
            (vec![(Prenom, "les enfants")], vec![TwoPersons]),
            (vec![(FullName, "Les 3 enfants OKITO")], vec![TwoPersons]),
            (vec![(FullName, "KABUYA BANZA Jean, né jumeau de Ruth")], vec![]),
            (vec![(Prenom, "1. David 2. Ruth")], vec![TwoPersons]),
            (vec![(Prenom, "David na Ruth")], vec![TwoPersons]),
            (vec![(Prenom, "David, Ruth"), (Relation, "Fils")], vec![PerhapsTwoPersons]),
            (vec![(Prenom, "David / Ruth")], vec![PerhapsTwoPersons]),
            (vec![(Prenom, "Ruth"), (BirthDate, "22/09/2014 et 23/10/2016")], vec![TwoDates]),
            (vec![(Prenom, "Ruth"), (BirthDate, "15/06/2009 (16/06/2009)")], vec![TwoDates]),
            (vec![(Prenom, "Ruth"), (BirthDate, "15/06/2009"), (Relation, "Enfants")], vec![]),
            (vec![(Prenom, "Jean-Paul"), (Nom, "MBALA / LEMA")], vec![]),
            (vec![(FullName, "MBALA LEMA, Ruth")], vec![]),
            (vec![(FullName, "MBALA\nLEMA\nBruno")], vec![]),
            (vec![(Nom, "MBALA"), (Prenom, "Jumeau 1")], vec![]),
            (vec![(Nom, "MBALA"), (Prenom, "Ruth"), (Sex, "M/F")], vec![]),
        ] {
            assert_eq!(doubts(&cells), expected, "{cells:?}");
        }
    }
}
