//! A second count of the rows of the files as received, by another way than the one they were read: it shares no parsing
//! with `ingest`, so that a row that the reader overlooked shows here.
//!
//! It only counts rows that are not blank, sheet by sheet: straight in the XML of `.xlsx`, `.xlsm` and `.ods`, byte by byte
//! in text. An `.xls` or `.xlsb` is binary and has no checksum: it is not counted again, and this is said.

mod delimited;
mod xml;

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::store::{Generation, InputStatus, VerifyCheck};

/// A sheet's name ("" for a text) and its rows that are not blank.
type Sheets = Vec<(String, u64)>;

/// What a recount came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recount {
    /// Sheets counted again.
    pub n_sheets: u64,
    /// Rows counted again.
    pub n_rows: u64,
    /// Sheets of which the manifest tells another number: place, told, counted.
    pub unequal: Vec<(String, u64, u64)>,
    /// Files that are no longer what was read, or gone.
    pub changed: Vec<String>,
    /// Files of a kind that is not counted again.
    pub not_counted: Vec<String>,
}

/// Counts again the rows of the files that a generation was made of.
///
/// # Errors
/// An error of the file system other than a file that is gone.
pub fn recount(generation: &Generation, raw: &Path) -> Result<Recount> {
    let mut found = Recount::default();
    for input in generation.manifest.inputs.iter().filter(|input| input.status == InputStatus::Read) {
        let path = input.path.split('/').fold(raw.to_owned(), |path, part| path.join(part));
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                found.changed.push(input.path.clone());
                continue;
            }
            Err(e) => return Err(Error::io(&path, &e)),
        };
        let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if sha256 != input.sha256 {
            found.changed.push(input.path.clone());
            continue;
        }
        let Some(sheets) = sheets_of(&bytes) else {
            found.not_counted.push(input.path.clone());
            continue;
        };
        for told in &input.sheets {
            let counted = sheets.iter().find(|(name, _)| *name == told.name).map_or(0, |(_, rows)| *rows);
            found.n_sheets += 1;
            found.n_rows += counted;
            if counted != told.rows {
                found.unequal.push((format!("{}!{}", input.path, told.name), told.rows, counted));
            }
        }
        for (name, rows) in sheets.iter().filter(|(_, rows)| *rows > 0) {
            if !input.sheets.iter().any(|told| told.name == *name) {
                found.unequal.push((format!("{}!{name}", input.path), 0, *rows));
            }
        }
    }
    Ok(found)
}

impl Recount {
    /// As a check among those of `verify`.
    #[must_use]
    pub fn check(&self) -> VerifyCheck {
        let ok = self.unequal.is_empty();
        let mut facts = vec![
            ("n", if ok { self.n_rows } else { self.unequal.len() as u64 }.to_string()),
            ("sheets", self.n_sheets.to_string()),
        ];
        if let Some((place, told, counted)) = self.unequal.first() {
            facts.extend([("first", place.clone()), ("told", told.to_string()), ("counted", counted.to_string())]);
        }
        VerifyCheck { id: "recount", ok, facts }
    }
}

/// The sheets of a file by what its first bytes are; `None` for one that is not counted.
fn sheets_of(bytes: &[u8]) -> Option<Sheets> {
    if bytes.starts_with(b"PK") {
        return xml::sheets(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) || bytes.starts_with(&[0x09]) {
        return None;
    }
    Some(vec![(String::new(), delimited::rows(bytes))])
}
