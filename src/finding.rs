//! A fault of the data: which rule, where, what was seen. It never stops the run.

use crate::record::CellAt;

/// What a finding does to its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The row is kept and flagged.
    Warning,
    /// The row is quarantined until its fault is corrected.
    Error,
}

impl Severity {
    /// The stable code used in tables and settings.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One fault of one cell, row, sheet or file.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Kebab-case rule name; the message is `rule-<rule>`, what to do `rule-<rule>.hint`.
    pub rule: &'static str,
    /// Whether the row goes to quarantine.
    pub severity: Severity,
    /// Where: row 0 is the whole sheet.
    pub at: CellAt,
    /// The value seen, as typed ("" where a value is missing).
    pub value: String,
    /// Further facts for the message, by name.
    pub args: Vec<(&'static str, String)>,
}

/// A stage's output with the faults it found on the way.
#[derive(Debug, Clone, Default)]
pub struct Noted<T> {
    /// What the stage made.
    pub output: T,
    /// What it found wrong.
    pub findings: Vec<Finding>,
}
