//! Clean rows -> rows fit for the register, or quarantine, with findings.
//!
//! Each rule has an id, a severity and a test of one row; what it says to a person stands in `locales/*/rules.ftl`
//! under `rule-<id>` (message), `.why` and `.hint`. Rules of households, registers and files come with their own rooms.

mod row_rules;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::finding::{Finding, Noted, Severity};
use crate::record::{CleanRow, Doubt, RawRow, RowAt};

pub use row_rules::{ROW_RULES, Rule};

/// Limits of the rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Oldest age believed, in years.
    pub max_age_years: i32,
    /// Severity of a rule (`error`, `warning`) where it differs from the built-in one.
    pub severity: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { max_age_years: 120, severity: BTreeMap::new() }
    }
}

/// The rules with the severities in force.
#[derive(Debug, Clone)]
pub struct Rules {
    severities: BTreeMap<&'static str, Severity>,
    max_age_years: i32,
    today: NaiveDate,
}

/// A row before its rules: as it stood, as it was understood, and what could not be.
#[derive(Debug, Clone, Copy)]
pub struct Case<'r> {
    /// As it stood in its file.
    pub raw: &'r RawRow,
    /// As it was understood.
    pub row: &'r CleanRow,
    /// What could not be read.
    pub doubts: &'r [Doubt],
    /// Day of the run: what lies after it is in the future.
    pub today: NaiveDate,
    /// Oldest age believed.
    pub max_age_years: i32,
}

impl Rules {
    /// The rules under these settings.
    ///
    /// # Errors
    /// `unknown-rule`, `unknown-severity` if the settings name one that does not exist.
    pub fn new(settings: &Settings, today: NaiveDate) -> Result<Self> {
        let mut severities: BTreeMap<&'static str, Severity> =
            ROW_RULES.iter().map(|rule| (rule.id, rule.severity)).collect();
        for (id, severity) in &settings.severity {
            let rule = ROW_RULES
                .iter()
                .find(|rule| rule.id == id)
                .ok_or_else(|| Error::new("unknown-rule").with("value", id))?;
            let severity = match severity.as_str() {
                "error" => Severity::Error,
                "warning" => Severity::Warning,
                other => return Err(Error::new("unknown-severity").with("key", id).with("value", other)),
            };
            severities.insert(rule.id, severity);
        }
        Ok(Self { severities, max_age_years: settings.max_age_years, today })
    }

    /// Judges rows: for each, in order, the rule that quarantines it, or `None`.
    ///
    /// A fault that is the sheet's (a title's quartier, say) is noted once per sheet, at row 0.
    #[must_use]
    pub fn judge<'r>(
        &self,
        rows: impl Iterator<Item = (&'r RawRow, &'r CleanRow, &'r [Doubt])>,
    ) -> Noted<Vec<Option<&'static str>>> {
        let mut noted: Noted<Vec<Option<&'static str>>> = Noted::default();
        let mut said_of_sheet = BTreeSet::new();
        for (raw, row, doubts) in rows {
            let case = Case { raw, row, doubts, today: self.today, max_age_years: self.max_age_years };
            let mut quarantined_by = None;
            for rule in ROW_RULES {
                let Some(seen) = (rule.check)(&case) else { continue };
                let severity = self.severities.get(rule.id).copied().unwrap_or(rule.severity);
                if severity == Severity::Error && quarantined_by.is_none() {
                    quarantined_by = Some(rule.id);
                }
                let mut at = raw.at.cell(seen.column);
                if seen.of_sheet {
                    at = RowAt { row: 0, ..raw.at }.cell(None);
                    if !said_of_sheet.insert((rule.id, at, seen.value.clone())) {
                        continue;
                    }
                }
                noted.findings.push(Finding { rule: rule.id, severity, at, value: seen.value, args: seen.args });
            }
            noted.output.push(quarantined_by);
        }
        noted
    }
}
