//! The manifest of a generation: its input files, the counts of each stage, and the hash of each table's file.
//!
//! The moment of publishing is passed in; no clock is read. Unknown fields are ignored, so that an older program can
//! read the manifest of a newer one of the same format.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk::{self, HashedFile};
use crate::error::{Error, ErrorCode, Result};
use crate::record::SheetCount;

/// The format of the generations that this program writes. It reads none of a higher format.
pub(super) const FORMAT: u32 = 1;
/// The manifest's file in a generation.
pub(super) const MANIFEST: &str = "manifest.json";

/// The manifest of a generation.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// Format of the generation's folder.
    pub format: u32,
    /// Number of the generation, from 1. Generations are ordered by it, not by the clock.
    pub generation: u64,
    /// SHA-256 of the manifest of the generation before, in hexadecimal; null for the first.
    pub previous: Option<String>,
    /// All generations before, oldest first, including those whose folders were removed.
    #[serde(default)]
    pub earlier: Vec<GenerationEntry>,
    /// The generation whose tables were copied, if this generation was restored and not made by a run.
    #[serde(default)]
    pub restored_from: Option<u64>,
    /// Version of the program that wrote it.
    pub program: String,
    /// Moment of publishing, RFC 3339.
    pub published_at: String,
    /// The settings of the run.
    pub settings: serde_json::Value,
    /// The input files, also those that could not be read.
    pub inputs: Vec<InputEntry>,
    /// The files of decisions, relative to the raw folder, with the SHA-256 of each.
    #[serde(default)]
    pub decisions: BTreeMap<String, String>,
    /// The files of typed corrections, relative to the raw folder, with the SHA-256 of each.
    #[serde(default)]
    pub corrections: BTreeMap<String, String>,
    /// The typed corrections by their numbers, each with its place; `None` in the manifest of an older program.
    #[serde(default)]
    pub correction_lines: Option<BTreeMap<String, String>>,
    /// The files of reference tables with the SHA-256 of each; `None` in the manifest of an older program.
    #[serde(default)]
    pub reference: Option<BTreeMap<String, String>>,
    /// The rulings in these files by their numbers, each with its place and what it is about.
    #[serde(default)]
    pub rulings: BTreeMap<String, String>,
    /// The stages in their order.
    pub stages: Vec<StageEntry>,
    /// The tables by name.
    pub tables: BTreeMap<String, TableEntry>,
    /// The parameters the linker used.
    pub model: serde_json::Value,
    /// The pairs that a person may judge; `None` in the manifest of an older program.
    #[serde(default)]
    pub review: Option<ReviewCount>,
    /// The last line of the log of look-ups at the moment of publishing.
    #[serde(default)]
    pub lookups: LogHead,
    /// Whether the log of look-ups had a record of its last line, whose absence is a fault since then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_log_record: bool,
}

/// The last line of the log of look-ups.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogHead {
    /// How many lines there are.
    pub n: u64,
    /// SHA-256 of the last; "" if there is none.
    pub sha256: String,
}

/// How many links a person may judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReviewCount {
    /// Pairs that are not one person in the register, by their score or a rule, and on which nobody has decided.
    pub open: u64,
    /// Pairs that are one person by their score alone.
    pub joined: u64,
}

/// An earlier generation, as later manifests list it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GenerationEntry {
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
    /// Its rows were read.
    #[default]
    Read,
    /// The whole file was left out; [`InputEntry::error`] holds the reason.
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
    /// Whether it was read.
    pub status: InputStatus,
    /// The error code of a file that was not read; null otherwise.
    pub error: Option<String>,
    /// Its sheets in the order of the workbook; empty for a file that was not read.
    pub sheets: Vec<SheetEntry>,
    /// Hash of the typed corrections that it was read with; "" if there were none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub corrections: String,
}

/// The rows of one sheet by outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SheetEntry {
    /// Its name; "" for a CSV.
    pub name: String,
    /// Number of non-blank rows read.
    pub rows: u64,
    /// Rows ignored, with a reason.
    pub ignored: u64,
    /// Rows in quarantine until corrected.
    pub quarantined: u64,
    /// Rows that each registered a person.
    pub registered: u64,
    /// Further rows of persons registered.
    pub merged: u64,
}

impl SheetEntry {
    /// Returns the entry of a sheet with these counts.
    #[must_use]
    pub fn new(name: &str, count: &SheetCount) -> Self {
        let SheetCount { rows, ignored, quarantined, registered, merged } = *count;
        Self { name: name.to_owned(), rows, ignored, quarantined, registered, merged }
    }

    /// Returns the counts alone.
    #[must_use]
    pub fn count(&self) -> SheetCount {
        let Self { rows, ignored, quarantined, registered, merged, .. } = *self;
        SheetCount { rows, ignored, quarantined, registered, merged }
    }
}

/// The row counts of one stage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StageEntry {
    /// The stage's name.
    pub name: String,
    /// Number of rows it received.
    pub rows_in: u64,
    /// Number of rows it returned.
    pub rows_out: u64,
    /// Further counts by name.
    #[serde(default)]
    pub notes: BTreeMap<String, u64>,
}

/// The file of one table.
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
    /// Returns a manifest with empty fields.
    pub(crate) fn blank() -> Self {
        Self { format: FORMAT, ..Self::default() }
    }

    /// Reads a manifest from the bytes of `path`. The error is `manifest-damaged` if it can't be parsed,
    /// `register-newer` if a newer program wrote it.
    pub(super) fn parse(bytes: &[u8], path: &Path) -> Result<Self> {
        #[derive(Deserialize)]
        struct FormatField {
            format: u32,
        }
        let damaged = |e: serde_json::Error| Error::new(ErrorCode::ManifestDamaged).at(path).because(e);
        let FormatField { format } = serde_json::from_slice(bytes).map_err(damaged)?;
        if format > FORMAT {
            return Err(Error::new(ErrorCode::RegisterNewer).at(path).with("format", format).with("known", FORMAT));
        }
        serde_json::from_slice(bytes).map_err(damaged)
    }

    /// Writes the manifest, the last file of a generation, into its folder and flushes both. Returns the manifest with
    /// the SHA-256 of its bytes.
    pub(super) fn write(self, dir: &Path) -> Result<(Self, String)> {
        let path = dir.join(MANIFEST);
        let mut out = HashedFile::create(&path)?;
        let bytes = self.to_bytes(&path)?;
        if out.write_all(&bytes).is_err() {
            return Err(out.fault_or(Error::new(ErrorCode::ManifestWrite)));
        }
        let digest = out.finish()?;
        disk::sync_dir(dir)?;
        Ok((self, digest.sha256))
    }

    /// Returns the bytes of the file: indented JSON with a final line break.
    fn to_bytes(&self, path: &Path) -> Result<Vec<u8>> {
        let mut bytes =
            serde_json::to_vec_pretty(self).map_err(|e| Error::new(ErrorCode::ManifestWrite).at(path).because(e))?;
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
            generation: 7,
            previous: Some("ab".repeat(32)),
            earlier: vec![GenerationEntry { generation: 6, ..Default::default() }],
            program: "0.1.0".into(),
            published_at: "2017-04-18T10:00:00+01:00".into(),
            settings: serde_json::json!({"threads": 2}),
            inputs: vec![InputEntry {
                path: "census/é.xlsx".into(),
                sheets: vec![SheetEntry::new("Feuil1", &count)],
                ..Default::default()
            }],
            stages: vec![StageEntry { name: "ingest".into(), rows_in: 3, rows_out: 3, ..Default::default() }],
            tables: BTreeMap::from([("persons".into(), TableEntry { rows: 1, ..Default::default() })]),
            ..Manifest::blank()
        }
    }

    #[test]
    fn a_manifest_is_read_back_as_written() {
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
        assert_eq!(newer.code, ErrorCode::RegisterNewer);
        assert_eq!(Manifest::parse(&text.as_bytes()[..100], path).unwrap_err().code, ErrorCode::ManifestDamaged);
    }
}
