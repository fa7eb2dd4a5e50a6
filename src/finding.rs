//! A fault in the data: the rule, the position, the value. A finding never stops the run; an [`crate::error::Error`]
//! does.

use serde::{Deserialize, Serialize};

use crate::record::{CellAt, codes};

codes! {
    /// The effect of a finding on its row.
    Severity {
        Warning = "warning": "The row is kept and flagged.",
        Error = "error": "The row is quarantined until its fault is corrected.",
    }
}

/// A rule id. The alias keeps the derive macro from treating the field as text borrowed from the input.
type Code = &'static str;

/// One fault of a cell, a row, a sheet or a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Rule id in kebab case; the message is `rule-<id>`, its remedy `rule-<id>.hint`.
    #[serde(with = "code")]
    pub rule: Code,
    /// Whether the row is quarantined.
    pub severity: Severity,
    /// Position; row 0 is the whole sheet.
    pub at: CellAt,
    /// The value as typed; "" if it is missing.
    pub value: String,
    /// Further arguments of the message, by name.
    #[serde(with = "code::args")]
    pub args: Vec<(&'static str, String)>,
}

/// Serialises rule ids and argument names as text and reads them back as `&'static str`.
pub(crate) mod code {
    use std::collections::BTreeSet;
    use std::sync::{Mutex, PoisonError};

    use super::*;
    use serde::{Deserializer, Serializer};

    /// Returns the only copy of a code. It is never freed: the program has a fixed number of codes.
    pub(crate) fn intern(code: &str) -> &'static str {
        static CODES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
        let mut codes = CODES.lock().unwrap_or_else(PoisonError::into_inner);
        codes.get(code).copied().unwrap_or_else(|| {
            let code = Box::leak(code.to_owned().into_boxed_str());
            codes.insert(code);
            code
        })
    }

    pub(crate) fn serialize<S: Serializer>(code: &&'static str, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(code)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
        Ok(intern(&String::deserialize(from)?))
    }

    pub(crate) mod args {
        use super::*;

        pub(crate) fn serialize<S: Serializer>(args: &[(&'static str, String)], out: S) -> Result<S::Ok, S::Error> {
            out.collect_seq(args)
        }

        pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(&'static str, String)>, D::Error> {
            let args = Vec::<(String, String)>::deserialize(from)?;
            Ok(args.into_iter().map(|(name, value)| (intern(&name), value)).collect())
        }
    }
}

/// The output of a stage with its findings.
#[derive(Debug, Clone, Default)]
pub struct WithFindings<T> {
    /// The output.
    pub output: T,
    /// The findings.
    pub findings: Vec<Finding>,
}
