//! The manifest of a generation: what went in, what each stage did, what the tables hold, hash by hash.
//!
//! It holds no clock of its own: the moment of publishing is passed in. Fields it does not know are ignored, so that
//! an older program can read the manifest of a newer one of the same format.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::lookups::LogHead;
use crate::error::{Error, Result};
use crate::record::SheetCount;

/// The format of generations this program writes; it reads none above it.
pub const FORMAT: u32 = 1;

/// What a generation is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Format of the generation's folder.
    pub format: u32,
    /// Number of the generation, from 1; it orders them, the clock does not.
    pub generation: u64,
    /// SHA-256 of the manifest before it, in hexadecimal; null for the first.
    pub previous: Option<String>,
    /// The generations before it, the first first; they stay here when their folders go.
    #[serde(default)]
    pub earlier: Vec<EarlierEntry>,
    /// The generation whose tables it holds again, where it was restored and not made by a run.
    #[serde(default)]
    pub restored_from: Option<u64>,
    /// Version of the program that wrote it.
    pub program: String,
    /// Moment of publishing, RFC 3339.
    pub published_at: String,
    /// The settings of the run.
    pub settings: serde_json::Value,
    /// The input files, read or not.
    pub inputs: Vec<InputEntry>,
    /// The files of decisions, relative to the raw folder, with the SHA-256 of each.
    #[serde(default)]
    pub decisions: BTreeMap<String, String>,
    /// The stages in their order.
    pub stages: Vec<StageEntry>,
    /// The tables by name.
    pub tables: BTreeMap<String, TableEntry>,
    /// The parameters the linker used.
    pub model: serde_json::Value,
    /// The pairs that a person may judge; `None` in a manifest of a program that did not count them.
    #[serde(default)]
    pub review: Option<ReviewCount>,
    /// The log of look-ups as it stood.
    #[serde(default)]
    pub lookups: LogHead,
}

/// What the caller says of a generation; the store adds number, hashes and counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ManifestDraft {
    /// Version of the program.
    pub program: String,
    /// Moment of publishing, RFC 3339.
    pub published_at: String,
    /// The settings of the run.
    pub settings: serde_json::Value,
    /// The input files, read or not.
    pub inputs: Vec<InputEntry>,
    /// The files of decisions, relative to the raw folder, with the SHA-256 of each.
    pub decisions: BTreeMap<String, String>,
    /// The stages in their order.
    pub stages: Vec<StageEntry>,
    /// The parameters the linker used.
    pub model: serde_json::Value,
    /// The pairs that a person may judge.
    pub review: Option<ReviewCount>,
}

/// How many links a person may judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReviewCount {
    /// Pairs that are not one person in the register, by their score or a rule, and on which nobody has decided.
    pub open: u64,
    /// Pairs that are one person by their score alone.
    pub joined: u64,
}

/// One generation before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EarlierEntry {
    /// Its number.
    pub generation: u64,
    /// Moment of its publishing, RFC 3339.
    pub published_at: String,
    /// SHA-256 of its manifest, in hexadecimal.
    pub manifest_sha256: String,
}

/// Whether an input file could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputStatus {
    /// Its rows are accounted for.
    #[default]
    Read,
    /// It was left out as a whole, with its reason.
    Unreadable,
}

/// One input file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct InputEntry {
    /// Path relative to the raw folder, `/` on every system.
    pub path: String,
    /// SHA-256 of the bytes read, in hexadecimal; "" if they could not be read.
    pub sha256: String,
    /// Size in bytes.
    pub n_bytes: u64,
    /// Read or not.
    pub status: InputStatus,
    /// The code of the error of a file that was not read; null otherwise.
    pub error: Option<String>,
    /// Its sheets in the workbook's order; none for a file that was not read.
    pub sheets: Vec<SheetEntry>,
}

/// What became of the rows of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SheetEntry {
    /// Its name; "" for a CSV.
    pub name: String,
    /// Non-blank rows read.
    pub rows: u64,
    /// Left out with a reason.
    pub ignored: u64,
    /// Kept out until corrected.
    pub quarantined: u64,
    /// Brought a person in.
    pub registered: u64,
    /// A further row of a person.
    pub merged: u64,
}

impl SheetEntry {
    /// The entry of a sheet and its count.
    #[must_use]
    pub fn new(name: &str, count: &SheetCount) -> Self {
        Self {
            name: name.to_owned(),
            rows: count.rows,
            ignored: count.ignored,
            quarantined: count.quarantined,
            registered: count.registered,
            merged: count.merged,
        }
    }

    /// The count alone.
    #[must_use]
    pub fn count(&self) -> SheetCount {
        SheetCount {
            rows: self.rows,
            ignored: self.ignored,
            quarantined: self.quarantined,
            registered: self.registered,
            merged: self.merged,
        }
    }
}

/// What went through one stage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StageEntry {
    /// The stage's name.
    pub name: String,
    /// Rows it was given.
    pub rows_in: u64,
    /// Rows it gave on.
    pub rows_out: u64,
    /// Further counts by name.
    #[serde(default)]
    pub notes: BTreeMap<String, u64>,
}

/// One table's file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TableEntry {
    /// Number of rows.
    pub rows: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// Size of the file in bytes.
    pub n_bytes: u64,
    /// Version of the table's schema.
    pub schema_version: u32,
}

impl Manifest {
    /// A manifest that says nothing yet.
    pub(super) fn blank() -> Self {
        Self {
            format: FORMAT,
            generation: 0,
            previous: None,
            earlier: Vec::new(),
            restored_from: None,
            program: String::new(),
            published_at: String::new(),
            settings: serde_json::Value::Null,
            inputs: Vec::new(),
            decisions: BTreeMap::new(),
            stages: Vec::new(),
            tables: BTreeMap::new(),
            model: serde_json::Value::Null,
            review: None,
            lookups: LogHead::default(),
        }
    }

    /// Reads a manifest from the bytes of `path`.
    ///
    /// # Errors
    /// `manifest-damaged` if it can't be understood, `register-newer` if a newer program wrote it.
    pub(super) fn parse(bytes: &[u8], path: &Path) -> Result<Self> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let damaged = |e: serde_json::Error| Error::new("manifest-damaged").at(path).because(e);
        let head: Head = serde_json::from_slice(bytes).map_err(damaged)?;
        if head.format > FORMAT {
            return Err(Error::new("register-newer").at(path).with("format", head.format).with("known", FORMAT));
        }
        serde_json::from_slice(bytes).map_err(damaged)
    }

    /// The manifest as it is written: JSON, indented, with a last line end.
    pub(super) fn to_bytes(&self, path: &Path) -> Result<Vec<u8>> {
        let mut bytes =
            serde_json::to_vec_pretty(self).map_err(|e| Error::new("manifest-write").at(path).because(e))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let count = SheetCount { rows: 3, ignored: 1, quarantined: 0, registered: 1, merged: 1 };
        Manifest {
            format: FORMAT,
            generation: 7,
            previous: Some("ab".repeat(32)),
            earlier: vec![EarlierEntry { generation: 6, ..Default::default() }],
            restored_from: None,
            program: "0.1.0".into(),
            published_at: "2017-04-18T10:00:00+01:00".into(),
            settings: serde_json::json!({"threads": 2}),
            inputs: vec![InputEntry {
                path: "census/é.xlsx".into(),
                sheets: vec![SheetEntry::new("Feuil1", &count)],
                ..Default::default()
            }],
            decisions: BTreeMap::new(),
            stages: vec![StageEntry { name: "ingest".into(), rows_in: 3, rows_out: 3, ..Default::default() }],
            tables: BTreeMap::from([("persons".into(), TableEntry { rows: 1, ..Default::default() })]),
            model: serde_json::Value::Null,
            review: None,
            lookups: LogHead::default(),
        }
    }

    #[test]
    fn a_manifest_reads_back_as_it_was() {
        let path = Path::new("manifest.json");
        let bytes = manifest().to_bytes(path).unwrap();
        assert_eq!(Manifest::parse(&bytes, path), Ok(manifest()));
    }

    #[test]
    fn unknown_fields_are_ignored_and_a_newer_format_is_refused() {
        let path = Path::new("manifest.json");
        let text = String::from_utf8(manifest().to_bytes(path).unwrap()).unwrap();
        let more = text.replacen("\"format\"", "\"new_field\": [1],\n  \"format\"", 1);
        assert_eq!(Manifest::parse(more.as_bytes(), path), Ok(manifest()));
        let newer = Manifest::parse(br#"{"format": 2, "all": "else is new"}"#, path).unwrap_err();
        assert_eq!(newer.code, "register-newer");
        assert_eq!(Manifest::parse(&text.as_bytes()[..100], path).unwrap_err().code, "manifest-damaged");
    }
}
