//! Rows for tests.

use super::{CleanRow, PersonName, RowAt, Text};

/// A row of which nothing is known but its place, its key and its round.
pub(crate) fn clean_row(place: u32, key: u64) -> CleanRow {
    CleanRow {
        at: RowAt { row: place, ..RowAt::default() },
        key,
        fiche: None,
        name: PersonName::default(),
        generation: None,
        sex: None,
        born: None,
        birth_place: Text::default(),
        quartier: None,
        relation: None,
        marital_status: None,
        occupation: Text::default(),
        seen_in: Some(2017),
        act: None,
        event: None,
    }
}
