//! A fault of the data: which rule, where, what was seen. It never stops the run.

use serde::{Deserialize, Serialize};

use crate::record::CellAt;

/// What a finding does to its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// A word of the program's own: of a rule, a reason, an argument.
pub type Code = &'static str;

/// One fault of one cell, row, sheet or file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Kebab-case rule name; the message is `rule-<rule>`, what to do `rule-<rule>.hint`.
    #[serde(with = "code")]
    pub rule: Code,
    /// Whether the row goes to quarantine.
    pub severity: Severity,
    /// Where: row 0 is the whole sheet.
    pub at: CellAt,
    /// The value seen, as typed ("" where a value is missing).
    pub value: String,
    /// Further facts for the message, by name.
    #[serde(with = "code::of_args")]
    pub args: Vec<(&'static str, String)>,
}

/// Codes of rules, reasons and arguments: the program's own words, kept as text and known again when they are read.
pub(crate) mod code {
    use std::collections::BTreeSet;
    use std::sync::{Mutex, PoisonError};

    use super::*;
    use serde::{Deserializer, Serializer};

    /// The one copy of a code. There are as many as the program has words for: it is never freed.
    pub(crate) fn known(code: &str) -> &'static str {
        static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(code).copied().unwrap_or_else(|| {
            let code = Box::leak(code.to_owned().into_boxed_str());
            known.insert(code);
            code
        })
    }

    pub(crate) fn serialize<S: Serializer>(code: &&'static str, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(code)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
        Ok(known(&String::deserialize(from)?))
    }

    pub(crate) mod of_args {
        use super::*;

        pub(crate) fn serialize<S: Serializer>(args: &[(&'static str, String)], out: S) -> Result<S::Ok, S::Error> {
            out.collect_seq(args)
        }

        pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(&'static str, String)>, D::Error> {
            let args = Vec::<(String, String)>::deserialize(from)?;
            Ok(args.into_iter().map(|(name, value)| (known(&name), value)).collect())
        }
    }
}

/// A stage's output with the faults it found on the way.
#[derive(Debug, Clone, Default)]
pub struct Noted<T> {
    /// What the stage made.
    pub output: T,
    /// What it found wrong.
    pub findings: Vec<Finding>,
}
