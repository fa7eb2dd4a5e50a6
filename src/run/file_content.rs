//! The content of a file, read and validated: what the cache stores and the tables are made of.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::finding::Finding;
use crate::record::{CleanRow, Fiche, Heading, Kind, Outcome, RowAt, SourceFile};

use super::raw_texts::RawTexts;

/// One file, read and validated.
#[derive(Serialize, Deserialize)]
pub(crate) struct FileContent {
    /// The file; without sheets if it could not be read.
    pub(crate) source: SourceFile,
    pub(crate) kind: Kind,
    /// The reason why the file could not be used, if so.
    #[serde(skip)]
    pub(crate) fault: Option<Error>,
    /// Every non-blank row, in order.
    pub(crate) rows: Vec<FileRow>,
    /// The rows as typed, in the order of `rows`.
    pub(crate) raw_texts: RawTexts,
    /// The clean rows of data, in order: those of `rows` that have a key. The cache stores them apart.
    #[serde(skip)]
    pub(crate) clean: Vec<CleanRow>,
    /// The fiches that `clean` points into.
    pub(crate) fiches: Vec<Fiche>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) findings: Vec<Finding>,
}

/// A row, with its outcome as far as it is known before linking.
#[derive(Serialize, Deserialize)]
pub(crate) struct FileRow {
    pub(crate) at: RowAt,
    /// Outcome and rule of an ignored or quarantined row; `None` for an accepted row. Boxed, since few rows have one.
    #[serde(with = "stop")]
    pub(crate) stopped: Option<Box<(Outcome, &'static str)>>,
    /// The key of a row of data; `None` for any other.
    pub(crate) key: Option<u64>,
}

impl FileRow {
    pub(crate) fn stopped(&self) -> Option<(Outcome, &'static str)> {
        self.stopped.as_deref().copied()
    }
}

/// Serializes the outcome of a stopped row. Its rule is read back as one of the program's own codes.
mod stop {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::finding::code::intern;
    use crate::record::Outcome;

    type Stop = Option<Box<(Outcome, &'static str)>>;

    pub(super) fn serialize<S: Serializer>(stop: &Stop, serializer: S) -> Result<S::Ok, S::Error> {
        stop.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Stop, D::Error> {
        let stop = Option::<(Outcome, String)>::deserialize(deserializer)?;
        Ok(stop.map(|(outcome, rule)| Box::new((outcome, intern(&rule)))))
    }
}

impl FileContent {
    /// Returns the rows as typed, each a JSON object from column letters to text, in the order of `rows`.
    pub(crate) fn texts_as_typed(&self) -> Vec<String> {
        self.raw_texts.range(0..self.rows.len())
    }

    /// Frees what the lists hold beyond their length: a list from the cache grew by doubling.
    pub(super) fn shrink_to_fit(&mut self) {
        self.rows.shrink_to_fit();
        self.fiches.shrink_to_fit();
        self.findings.shrink_to_fit();
    }

    /// Sets the file's place in the run on all its rows.
    pub(super) fn with_file_index(mut self, file_index: u32) -> Self {
        self.clean.iter_mut().for_each(|row| row.at.file = file_index);
        self.rows.iter_mut().for_each(|row| row.at.file = file_index);
        self.findings.iter_mut().for_each(|finding| finding.at.row.file = file_index);
        self
    }
}
