//! The rulings about the rows of a person: who decided what, when and why.

use std::path::Path;

use crate::config::Config;
use crate::error::Result;
use crate::ingest;
use crate::record::RowRef;

use super::show::PersonDetails;

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

/// Returns the rulings about the rows of a person, in the order of files. Nothing is logged: the person was looked up.
///
/// # Errors
/// Those of reading decisions.
pub fn rulings_of_person(raw: &Path, config: &Config, person: &PersonDetails) -> Result<Vec<PersonRuling>> {
    let decisions = ingest::read_decisions(raw, &config.ingest)?;
    let is_own = |row: &RowRef| {
        let mut places = person.rows.iter().map(|own| &own.place);
        places.any(|own| (&own.file, &own.sheet, own.row) == (&row.file, &row.sheet, row.row))
    };
    let mut rulings = Vec::new();
    for pair in &decisions.decisions {
        let other = match pair.rows().map(|rows| rows.into_iter().any(is_own)) {
            [false, false] => continue,
            [true, _] => &pair.b,
            [false, true] => &pair.a,
        };
        let what = if pair.same { RuledMatter::Same(other.names()) } else { RuledMatter::Different(other.names()) };
        rulings.push(PersonRuling {
            id: pair.id.clone(),
            what,
            author: pair.author.clone(),
            at: pair.decided_on.clone(),
            reason: pair.reason.clone(),
        });
    }
    for value in decisions.values.iter().filter(|value| is_own(&value.row)) {
        rulings.push(PersonRuling {
            id: value.id.clone(),
            what: RuledMatter::Value(value.field.clone(), value.value.clone()),
            author: value.author.clone(),
            at: value.decided_on.clone(),
            reason: value.reason.clone(),
        });
    }
    Ok(rulings)
}
