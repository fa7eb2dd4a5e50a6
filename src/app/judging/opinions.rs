//! Stores opinions on pairs that are no rulings: "I don't know", the judgement of a second judge, and how a
//! disagreement was settled.
//!
//! They stand in `decisions/opinions/opinions.csv` below the raw folder. A run does not read that folder, so that a
//! second judgement never contradicts a ruling.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::store::{self, OutputPath};

use super::Judgement;
use super::order::{PairSide, pair_id};

/// Why an opinion is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum OpinionReason {
    /// The first judge does not know.
    Unknown,
    /// The pair had a ruling, which this judge did not see.
    Second,
    /// A disagreement of two judges was looked at again.
    Settled,
}

/// An opinion of a person on a pair: a row of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Opinion {
    #[serde(rename = "role")]
    pub(super) reason: OpinionReason,
    pub(super) judgement: Judgement,
    pub(super) author: String,
    pub(super) at: String,
    key_a: String,
    file_a: String,
    sheet_a: String,
    row_a: i64,
    key_b: String,
    file_b: String,
    sheet_b: String,
    row_b: i64,
}

impl Opinion {
    pub(super) fn new(
        reason: OpinionReason,
        judgement: Judgement,
        (author, at): (&str, &str),
        [a, b]: [&PairSide; 2],
    ) -> Self {
        let (a, b) = (a.clone(), b.clone());
        Self {
            reason,
            judgement,
            author: author.to_owned(),
            at: at.to_owned(),
            key_a: a.key,
            file_a: a.file,
            sheet_a: a.sheet,
            row_a: a.row,
            key_b: b.key,
            file_b: b.file,
            sheet_b: b.sheet,
            row_b: b.row,
        }
    }

    pub(super) fn sides(&self) -> [PairSide; 2] {
        let side = |key: &String, file: &String, sheet: &String, row| PairSide {
            key: key.clone(),
            file: file.clone(),
            sheet: sheet.clone(),
            row,
            says: String::new(),
        };
        [
            side(&self.key_a, &self.file_a, &self.sheet_a, self.row_a),
            side(&self.key_b, &self.file_b, &self.sheet_b, self.row_b),
        ]
    }

    pub(super) fn pair_id(&self) -> String {
        let [a, b] = self.sides();
        pair_id([&a, &b])
    }
}

fn path_of(raw: &Path) -> PathBuf {
    raw.join("decisions/opinions/opinions.csv")
}

/// Reads all opinions.
///
/// # Errors
/// `decision-unreadable` with the line of a row that is no opinion; those of the file system.
pub(super) fn read(raw: &Path) -> Result<Vec<Opinion>> {
    let path = path_of(raw);
    let text = ingest::read_text_file(&path)?.unwrap_or_default();
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize().enumerate().map(|(place, row)| {
        row.map_err(|cause: csv::Error| {
            let fault = Error::new(ErrorCode::DecisionUnreadable).at(&path).with("line", place + 2);
            fault.with("value", "").because(cause)
        })
    });
    rows.collect()
}

/// Replaces all opinions. Without any the file is removed. The caller holds the lock of decisions.
pub(super) fn write(raw: &Path, opinions: &[Opinion]) -> Result<()> {
    let path = path_of(raw);
    if opinions.is_empty() {
        return store::remove_file(&path);
    }
    let fault = |e: csv::Error| Error::new(ErrorCode::Io).because(e);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for opinion in opinions {
        writer.serialize(opinion).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(|e| Error::new(ErrorCode::Io).because(e.error()))?;
    if let Some(folder) = path.parent() {
        store::create_private_folder(folder)?;
    }
    store::replace_file(&OutputPath::own(&path), &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opinions_are_read_back_as_written_and_none_leaves_no_file() {
        let dir = tempfile::tempdir().unwrap();
        let side = |row| PairSide { key: "0a".to_owned(), file: "é;\"x\".csv".to_owned(), row, ..PairSide::default() };
        let (a, b) = (side(2), side(3));
        let one = Opinion::new(OpinionReason::Second, Judgement::Same, ("Ruth", "2026-01-02T03:04:05+01:00"), [&a, &b]);
        let two = Opinion { reason: OpinionReason::Unknown, judgement: Judgement::Unknown, ..one.clone() };
        write(dir.path(), &[one.clone(), two.clone()]).unwrap();
        assert_eq!(read(dir.path()).unwrap(), [one.clone(), two]);
        assert_eq!(one.pair_id(), pair_id([&b, &a]));
        write(dir.path(), &[]).unwrap();
        assert!(!path_of(dir.path()).exists() && read(dir.path()).unwrap().is_empty());
    }
}
