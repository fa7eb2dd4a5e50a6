//! Names the persons of some rows.

use std::path::Path;

use crate::error::Result;
use crate::review::RowPlace;

use super::reader::{RegisterReader, read_current};

/// Returns the name of the person of each row, in order; "" for a row that is in no person of the register. Nothing is
/// logged: the rows were looked up.
///
/// # Errors
/// Those of [`super::show()`].
pub fn names_of_rows(clean: &Path, rows: &[RowPlace]) -> Result<Vec<String>> {
    read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let name = |place: &RowPlace| -> Result<String> {
            let line = reader.row_at(&place.file, &place.sheet, place.row)?;
            let id = line.and_then(|line| line.person_id);
            let person = id.map(|id| reader.person(&id)).transpose()?.flatten();
            Ok(person.map(|person| person.row.whole_name()).unwrap_or_default())
        };
        rows.iter().map(name).collect()
    })
}
