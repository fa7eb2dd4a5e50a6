//! A line of the log of look-ups, and what can be wrong with the log.

use serde::{Deserialize, Serialize};

/// One look at persons, or an export of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookUp {
    /// Number of the line, from 1.
    pub n: u64,
    /// Day and hour.
    pub at: String,
    /// The name that the user gave.
    pub who: String,
    /// The user's account on the computer; "" in lines of older programs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// The command: `backup`, `decide`, `diff`, `export`, `find`, `parcel`, `restore`, `review`, `run`, `show`…;
    /// `acknowledge` for a fault of the log.
    pub what: String,
    /// The query: the words, the identifier or the table.
    pub asked: String,
    /// How many persons or rows were shown.
    pub shown: u64,
    /// The purpose that the user gave; "" if none.
    pub why: String,
    /// SHA-256 of the line before; "" in the first.
    pub before: String,
}

/// What is wrong with the log of look-ups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogFault {
    /// Line of the file, from 1, whose number or hash of the line before is wrong.
    Broken(u64),
    /// A line that was written is no longer there; its number.
    Missing(u64),
    /// Lines that a person had acknowledged were changed; how many there were.
    Acknowledged(u64),
    /// A line that no look-up wrote; its number.
    Added(u64),
    /// The record of the last line is missing or can't be read.
    Record,
}

impl LogFault {
    /// The number of a line that the fault is about; 0 for the record.
    #[must_use]
    pub fn line(&self) -> u64 {
        match self {
            Self::Broken(line) | Self::Missing(line) | Self::Acknowledged(line) | Self::Added(line) => *line,
            Self::Record => 0,
        }
    }

    /// Returns the stable code: `broken`, `missing`, `acknowledged`, `added` or `record`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Broken(_) => "broken",
            Self::Missing(_) => "missing",
            Self::Acknowledged(_) => "acknowledged",
            Self::Added(_) => "added",
            Self::Record => "record",
        }
    }

    /// Returns the fault as a line that acknowledges it names it.
    pub(super) fn text(&self) -> String {
        format!("{} {}", self.code(), self.line())
    }
}

/// The command of a line that acknowledges a fault of the log.
pub(super) const ACKNOWLEDGE: &str = "acknowledge";
