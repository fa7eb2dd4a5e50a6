//! Rows for the tests of this folder.

use crate::record::{CleanRow, PersonName, RowAt, Text};

/// A row: its key tells it from every other.
pub(in crate::register) fn clean_row(place: u32, key: u64) -> CleanRow {
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
