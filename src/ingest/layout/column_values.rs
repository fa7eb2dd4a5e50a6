//! Corrects the fields of columns by the words and numbers in their cells: answers below the heading of a date, states
//! of life, years of two digits, given names that come first, avenue and number in one cell.

use crate::record::{CellValue, Field, GridRow, fold};

use super::content_profile::{ContentProfile, has_prenom};
use super::heading_column::HeadingColumn;
use super::table_columns::{ColumnNotes, TableColumns};

/// Corrects the fields of all columns.
pub(super) fn correct_by_values(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    leave_out_answers(columns, data);
    years_of_two_digits(columns, data);
    states_of_life(columns, data);
    given_names_first(columns, data, notes);
    address_in_one(columns, data);
}

/// The folded texts of a column's filled cells.
fn texts(column: &HeadingColumn, data: &[&GridRow]) -> Vec<String> {
    data.iter().filter_map(|row| row.value(column.column)).map(|value| fold(&value.display_text())).collect()
}

fn has_word(text: &str, words: &str) -> bool {
    text.split(' ').any(|word| words.split(' ').any(|other| other == word))
}

/// "Av. et n°" or "Avenue" over cells such as `Kasaï 1` is the whole address, if no other column holds its other part.
fn address_in_one(columns: &mut TableColumns, data: &[&GridRow]) {
    use Field::{Address, Avenue, Parcel};
    const LEAST: usize = 3;
    for (field, other) in [(Parcel, Avenue), (Avenue, Parcel)] {
        if columns.has_any(&[Address, other]) {
            continue;
        }
        let Some(index) = columns.position_unpinned(field) else { continue };
        let mut texts = texts(&columns.list[index], data);
        texts.retain(|text| !text.is_empty() && !matches!(text.as_str(), "IDEM" | "ID" | "DITO"));
        let n = texts.iter().filter(|text| is_avenue_with_number(text)).count();
        if n >= LEAST.min(texts.len()).max(1) && n * 10 >= texts.len() * 7 {
            columns.set_by_content(index, Address);
        }
    }
}

/// Whether a folded text is the name of an avenue and then the number of a parcel: `KASAI 1`, `AV LODJA N 14 BIS`.
fn is_avenue_with_number(text: &str) -> bool {
    const NO_NAMES: &str = "N NO NUM NUMERO PARCELLE PARC PARCEL PERCEEL AV AVENUE RUE BIS TER LOT BLOC";
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_name =
        |word: &str| word.len() >= 3 && word.bytes().all(|b| b.is_ascii_alphabetic()) && !has_word(word, NO_NAMES);
    let Some(name) = words.iter().position(|word| is_name(word)) else { return false };
    let has_number = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
    words[..name].iter().all(|word| has_word(word, "AV AVENUE RUE"))
        && words[name + 1..].iter().any(|word| has_number(word))
}

/// "Date de naissance exacte connue ?" over yes and no is no date.
fn leave_out_answers(columns: &mut TableColumns, data: &[&GridRow]) {
    use Field::{Age, BirthDate, BirthDatePlace, BirthPlace, BirthYear, DeclaredOn};
    const ANSWERS: &str = "OUI NON YES NO JA NEE SIM NAO NDIYO HAPANA VRAI FAUX TRUE FALSE";
    for column in columns.list.iter_mut().filter(|column| !column.is_pinned()) {
        if !matches!(column.field, BirthDate | BirthDatePlace | BirthPlace | BirthYear | Age | DeclaredOn) {
            continue;
        }
        let texts = texts(column, data);
        let n = texts.iter().filter(|text| ANSWERS.split(' ').any(|answer| answer == text.as_str())).count();
        if n > 0 && n * 10 >= texts.len() * 9 {
            column.field = Field::Unused;
        }
    }
}

/// "An naiss." over numbers of two digits is a year of birth: `94`.
fn years_of_two_digits(columns: &mut TableColumns, data: &[&GridRow]) {
    const YEARS: &str = "AN ANS ANNEE YEAR JAAR GEBOORTEJAAR ANO MWAKA MBULA EN";
    use Field::{Age, BirthDate, BirthDay, BirthMonth, BirthYear};
    if columns.has_any(&[BirthYear, BirthMonth, BirthDay]) {
        return;
    }
    let has_age = columns.has(Age);
    let Some(index) = columns.position_unpinned(BirthDate) else { return };
    let column = &columns.list[index];
    let heading = fold(&column.text);
    let texts = texts(column, data);
    let n = texts.iter().filter(|text| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).count();
    let may_be_ages = has_word(&heading, "AGE AGES LEEFTIJD IDADE") && !has_age;
    if has_word(&heading, YEARS) && !may_be_ages && n >= 2 && n * 10 >= texts.len() * 8 {
        columns.set_by_content(index, BirthYear);
    }
}

/// "Statut", "Issue" or "État à la naissance" over the words of a death, or of a row that does not count, are remarks.
fn states_of_life(columns: &mut TableColumns, data: &[&GridRow]) {
    const HEADINGS: &str = "STATUT STATUTS STATUS ETAT ETATS ISSUE SITUATION EVOLUTION DEVENIR SORT VIVANT VITAL VIE OUTCOME TOESTAND \
        UITKOMST ESTADO SITUACAO HALI NV MN CONDITION RESULTAT EZALELI";
    const STATES: [&str; 40] = [
        "DECEDE",
        "DECEDEE",
        "DECEDE E",
        "DCD",
        "DCDE",
        "MORT",
        "MORTE",
        "DEFUNT",
        "DEFUNTE",
        "MORT NE",
        "MORT NEE",
        "MORTS NES",
        "MN",
        "MNF",
        "MNM",
        "MIU",
        "FEU",
        "ANNULE",
        "ANNULEE",
        "DOUBLON",
        "RADIE",
        "RADIEE",
        "SUPPRIME",
        "SUPPRIMEE",
        "DEAD",
        "DECEASED",
        "DIED",
        "STILLBORN",
        "STILLBIRTH",
        "OVERLEDEN",
        "DOODGEBOREN",
        "FALECIDO",
        "FALECIDA",
        "MORTO",
        "MORTA",
        "NATIMORTO",
        "AMEKUFA",
        "MAREHEMU",
        "AKUFI",
        "N EST PLUS",
    ];
    for index in 0..columns.list.len() {
        let column = &columns.list[index];
        let is_free = matches!(column.field, Field::Other | Field::Unused) && !column.is_pinned();
        let folded = fold(&column.text);
        let is_of_other =
            has_word(&folded, "PERE MERE PARENT PARENTS PAPA MAMAN CONJOINT FATHER MOTHER VADER MOEDER PAI MAE");
        if !is_free || !has_word(&folded, HEADINGS) || is_of_other {
            continue;
        }
        let starts = |text: &String, state: &str| {
            text.strip_prefix(state).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if texts(column, data).iter().any(|text| STATES.iter().any(|state| starts(text, state))) {
            columns.set_by_content(index, Field::Remarks);
        }
    }
}

/// A column of whole names in which the known prénom nearly always stands first.
fn given_names_first(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    const FEWEST: usize = 5;
    let Some(index) = columns.position_unpinned(Field::FullName) else { return };
    let column = &columns.list[index];
    let (mut n_first, mut n_last) = (0, 0);
    for value in data.iter().filter_map(|row| row.value(column.column)) {
        let CellValue::Text(text) = value else { continue };
        let words: Vec<&str> = text.split_whitespace().collect();
        let [first, .., last] = &words[..] else { continue };
        match (has_prenom(first), has_prenom(last)) {
            (true, false) => n_first += 1,
            (false, true) => n_last += 1,
            _ => {}
        }
    }
    let n_filled = ContentProfile::of_column(column.column, data).n();
    if n_first >= FEWEST && n_first * 2 >= n_filled && n_last * 10 <= n_first {
        columns.set_by_content(index, Field::PrenomFirst);
        notes.warn_of_field("column-guessed", &columns.list[index], Field::PrenomFirst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_avenue_with_its_number_is_told_from_a_number_alone() {
        for (text, expected) in [
            ("Kasaï 1", true),
            ("Av. Lodja n° 14 bis", true),
            ("Kasa-Vubu, 58", true),
            ("14 bis", false),
            ("N° 14", false),
            ("Parcelle 12", false),
            ("A12", false),
            ("17 Mai", false),
            ("Lodja", false),
        ] {
            assert_eq!(is_avenue_with_number(&fold(text)), expected, "{text}");
        }
    }
}
