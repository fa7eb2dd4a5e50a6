//! Counts the rows of the received files a second time, to find rows that the reader overlooked.
//!
//! The count shares no parsing with `ingest`: it searches the XML of `.xlsx`, `.xlsm` and `.ods`, and reads text byte
//! by byte. It counts the rows of each sheet that are not blank. `.xls` and `.xlsb` are binary and have no checksum;
//! they and tables of web pages are reported as not counted.

mod delimited;
mod xml;

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::store::{Generation, InputStatus, VerifyCheck};

use xml::SheetTotals;

/// The result of a recount.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recount {
    /// Number of sheets counted.
    pub n_sheets: u64,
    /// Number of rows counted.
    pub n_rows: u64,
    /// Sheets with another number in the manifest: place, number in the manifest, number counted.
    pub unequal: Vec<(String, u64, u64)>,
    /// Files that changed since they were read, or are missing.
    pub changed: Vec<String>,
    /// Files of a format that is not counted.
    pub not_counted: Vec<String>,
}

/// Counts the rows of the files of a generation.
///
/// # Errors
/// Those of the file system, except for a missing file.
pub fn recount(generation: &Generation, raw: &Path) -> Result<Recount> {
    let mut recount = Recount::default();
    for input in generation.manifest.inputs.iter().filter(|input| input.status == InputStatus::Read) {
        let path = input.path.split('/').fold(raw.to_owned(), |path, part| path.join(part));
        // A folder, a pipe or a device may stand where the file stood.
        if !std::fs::metadata(&path).is_ok_and(|meta| meta.is_file()) {
            recount.changed.push(input.path.clone());
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|e| Error::io(&path, &e))?;
        let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if sha256 != input.sha256 {
            recount.changed.push(input.path.clone());
            continue;
        }
        let Some(sheets) = sheets_of(&bytes) else {
            recount.not_counted.push(input.path.clone());
            continue;
        };
        for listed in &input.sheets {
            let counted = sheets.iter().find(|(name, _)| *name == listed.name).map_or(0, |(_, rows)| *rows);
            recount.n_sheets += 1;
            recount.n_rows += counted;
            if counted != listed.rows {
                recount.unequal.push((format!("{}!{}", input.path, listed.name), listed.rows, counted));
            }
        }
        for (name, rows) in sheets.iter().filter(|(_, rows)| *rows > 0) {
            if !input.sheets.iter().any(|listed| listed.name == *name) {
                recount.unequal.push((format!("{}!{name}", input.path), 0, *rows));
            }
        }
    }
    Ok(recount)
}

impl Recount {
    /// Returns the result as a check of `verify`.
    #[must_use]
    pub fn check(&self) -> VerifyCheck {
        let ok = self.unequal.is_empty();
        let mut facts = vec![
            ("n", if ok { self.n_rows } else { self.unequal.len() as u64 }.to_string()),
            ("sheets", self.n_sheets.to_string()),
        ];
        if let Some((place, listed, counted)) = self.unequal.first() {
            facts.extend([("first", place.clone()), ("told", listed.to_string()), ("counted", counted.to_string())]);
        }
        VerifyCheck { id: "recount", ok, facts }
    }
}

/// Returns the sheets of a file, by its first bytes; `None` for a format that is not counted.
fn sheets_of(bytes: &[u8]) -> Option<SheetTotals> {
    if bytes.starts_with(b"PK") {
        return xml::sheets(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) || bytes.starts_with(&[0x09]) {
        return None;
    }
    // The table of a web page, or an XML workbook.
    if bytes.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    Some(vec![(String::new(), delimited::rows(bytes))])
}
