//! The rulings about the rows of a person: who decided what, when and why.

use std::path::Path;

use crate::config::Config;
use crate::error::Result;
use crate::ingest;
use crate::record::RowRef;
use crate::review::RowPlace;

use super::show::{PersonDetails, PersonSource};

/// A ruling that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRuling {
    /// The number by which it is undone.
    pub id: String,
    /// What was decided.
    pub what: RuledMatter,
    /// Who decided.
    pub author: String,
    /// When, as written.
    pub at: String,
    /// Why.
    pub reason: String,
    /// For a ruling on two rows, both: a row of the person where it stands now, another as it was when it was decided.
    pub rows: Vec<RowPlace>,
}

/// What a ruling says of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuledMatter {
    /// The person's row and another are one person; the names of the other row.
    Same(String),
    /// They are two persons; the names of the other row.
    Different(String),
    /// A value of the person is right: column of `persons`, text.
    Value(String, String),
}

/// Whether a row of a ruling is one of the person's: the row as it was typed, or one of its file that was corrected
/// since and still fits the person. Who stands at its place now may be another person.
fn is_row_of(decided: &RowRef, person: &PersonDetails) -> bool {
    let own = &person.person;
    let is_person =
        || decided.may_match([&own.nom, &own.postnom, &own.prenom], own.born_on) && decided.may_have_moved(own.born_on);
    let is_own = |row: &PersonSource| match decided.key.trim() {
        "" => (&row.place.file, &row.place.sheet, row.place.row) == (&decided.file, &decided.sheet, decided.row),
        key => row.key == key || row.place.file == decided.file && is_person(),
    };
    person.rows.iter().any(is_own)
}

/// Where a row of a ruling stands now, if it is one of the person's; else where it was when it was decided.
fn place_now(decided: &RowRef, person: &PersonDetails) -> RowPlace {
    let key = decided.key.trim();
    let own = person.rows.iter().find(|row| !key.is_empty() && row.key == key);
    own.map(|row| row.place.clone()).unwrap_or_else(|| RowPlace {
        file: decided.file.clone(),
        sheet: decided.sheet.clone(),
        row: decided.row,
    })
}

/// Returns the rulings about the rows of a person, in the order of files. Nothing is logged: the person was looked up.
///
/// # Errors
/// Those of reading decisions.
pub fn rulings_of_person(raw: &Path, config: &Config, person: &PersonDetails) -> Result<Vec<PersonRuling>> {
    let decisions = ingest::read_decisions(raw, &config.ingest)?;
    let is_own = |row: &RowRef| is_row_of(row, person);
    let mut rulings = Vec::new();
    for pair in &decisions.decisions {
        let other = match pair.rows().map(|rows| rows.into_iter().any(is_own)) {
            [false, false] => continue,
            [true, _] => &pair.b,
            [false, true] => &pair.a,
        };
        let what = if pair.same { RuledMatter::Same(other.names()) } else { RuledMatter::Different(other.names()) };
        rulings.push(PersonRuling {
            rows: [&pair.a, &pair.b].map(|row| place_now(row, person)).into(),
            id: pair.id.clone(),
            what,
            author: pair.author.clone(),
            at: pair.decided_on.clone(),
            reason: pair.reason.clone(),
        });
    }
    for value in decisions.values.iter().filter(|value| is_own(&value.row)) {
        rulings.push(PersonRuling {
            rows: Vec::new(),
            id: value.id.clone(),
            what: RuledMatter::Value(value.field.clone(), value.value.clone()),
            author: value.author.clone(),
            at: value.decided_on.clone(),
            reason: value.reason.clone(),
        });
    }
    Ok(rulings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ruling_stays_with_its_person_when_rows_move() {
        let place = |row: i64| RowPlace { file: "census/Q06.csv".into(), row, ..RowPlace::default() };
        let person = |nom: &str, prenom: &str, key: &str, row: i64| {
            let mut person = PersonDetails::default();
            person.person.nom = nom.into();
            person.person.prenom = prenom.into();
            person.person.born_on = "1990-03-12".parse().ok();
            person.rows = vec![PersonSource { place: place(row), key: key.into(), ..PersonSource::default() }];
            person
        };
        let decided = RowRef {
            key: "1f".into(),
            file: "census/Q06.csv".into(),
            sheet: String::new(),
            row: 23,
            name_and_birth: "BOLAMBA||Esther|1990-03-12".into(),
        };
        assert!(is_row_of(&decided, &person("BOLAMBA", "Esther", "1f", 24)), "a row was inserted above");
        assert!(is_row_of(&decided, &person("BOLAMBA", "Esther", "2a", 24)), "the row was corrected, too");
        assert!(!is_row_of(&decided, &person("MUKUNA", "Héritier", "3c", 23)), "another person stands there now");
        let without_names = RowRef { name_and_birth: String::new(), ..decided };
        assert!(is_row_of(&without_names, &person("MUKUNA", "Héritier", "1f", 24)));
        assert!(!is_row_of(&without_names, &person("MUKUNA", "Héritier", "3c", 23)));
    }
}
