//! Clean rows -> rows fit for the register, or quarantine, with findings.
//!
//! Each rule is a file in `rules/`, with an id, a severity and what it looks at: one row, one household, one file, the
//! files of a run; what it says to a person stands in `locales/*/rules.ftl` under `rule-<id>`.

mod rules;
mod seen;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::finding::{Finding, Noted, Severity};
use crate::record::{CleanRow, Doubt, Fiche, RawFile, RawRow, Relation, RowAt};

pub use rules::{Check, RULES, Rule};
pub use seen::{Seen, SeenAt};

/// Limits of the rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Oldest age believed, in years.
    pub max_age_years: i32,
    /// Fewest years between a mother and her child.
    pub min_years_mother_child: i32,
    /// Age from which one may marry, in years.
    pub marriage_age: i32,
    /// Severity of a rule (`error`, `warning`) where it differs from the built-in one.
    pub severity: BTreeMap<String, String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { max_age_years: 120, min_years_mother_child: 12, marriage_age: 18, severity: BTreeMap::new() }
    }
}

/// The rules with the severities in force.
#[derive(Debug, Clone)]
pub struct Rules {
    severities: BTreeMap<&'static str, Severity>,
    settings: Settings,
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

/// The rows of one fiche.
pub struct Household<'r> {
    /// The fiche.
    pub fiche: &'r Fiche,
    /// Its rows, in the sheet's order.
    pub members: Vec<&'r Case<'r>>,
    /// Fewest years between a mother and her child.
    pub min_years_mother_child: i32,
    /// Age from which one may marry, in years.
    pub marriage_age: i32,
}

impl<'r> Household<'r> {
    /// The head, if the fiche names one.
    fn head(&self) -> Option<&'r Case<'r>> {
        self.members.iter().copied().find(|member| member.row.relation == Some(Relation::Head))
    }

    /// The head's children.
    fn children(&self) -> impl Iterator<Item = &'r Case<'r>> + '_ {
        self.members.iter().copied().filter(|member| member.row.relation == Some(Relation::Child))
    }
}

/// All rows of one file.
pub struct FileCase<'r> {
    /// The file as read: its lines of totals, its titles.
    pub raw: &'r RawFile,
    /// Its rows of data, in order.
    pub cases: Vec<&'r Case<'r>>,
    /// Its fiches, in order.
    pub households: Vec<Household<'r>>,
}

impl<'r> FileCase<'r> {
    /// The rows of data of each sheet.
    fn sheets(&self) -> Vec<Vec<&'r Case<'r>>> {
        let by_sheet = self.cases.chunk_by(|above, below| above.raw.at.sheet == below.raw.at.sheet);
        by_sheet.map(<[&Case<'_>]>::to_vec).collect()
    }
}

/// A file beside the others of its run.
pub struct Sent<'r> {
    /// Its index in the run.
    pub file: u32,
    /// Its path.
    pub path: &'r str,
    /// The hash of its bytes.
    pub sha256: &'r str,
    /// Its rows of data.
    pub rows: Vec<&'r CleanRow>,
}

impl Rules {
    /// The rules under these settings.
    ///
    /// # Errors
    /// `unknown-rule`, `unknown-severity` if the settings name one that does not exist.
    pub fn new(settings: &Settings, today: NaiveDate) -> Result<Self> {
        let mut severities: BTreeMap<&'static str, Severity> =
            RULES.iter().map(|rule| (rule.id, rule.severity)).collect();
        for (id, severity) in &settings.severity {
            let rule =
                RULES.iter().find(|rule| rule.id == id).ok_or_else(|| Error::new("unknown-rule").with("value", id))?;
            let severity = match severity.as_str() {
                "error" => Severity::Error,
                "warning" => Severity::Warning,
                other => return Err(Error::new("unknown-severity").with("key", id).with("value", other)),
            };
            severities.insert(rule.id, severity);
        }
        Ok(Self { severities, settings: settings.clone(), today })
    }

    /// The severity in force of a rule.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Severity {
        self.severities.get(rule.id).copied().unwrap_or(rule.severity)
    }

    /// Judges the rows of data of a file: for each, in order, the rule that quarantines it, or `None`.
    ///
    /// `noted` is what the reader found wrong; it comes first in the findings, with the severities in force. A fault that
    /// is the sheet's is noted once per sheet, at row 0; as an error it quarantines the sheet's rows.
    #[must_use]
    pub fn judge<'r>(
        &self,
        raw: &'r RawFile,
        fiches: &'r [Fiche],
        rows: impl Iterator<Item = (&'r RawRow, &'r CleanRow, &'r [Doubt])>,
        noted: Vec<Finding>,
    ) -> Noted<Vec<Option<&'static str>>> {
        let (today, max_age_years) = (self.today, self.settings.max_age_years);
        let cases: Vec<Case<'_>> =
            rows.map(|(raw, row, doubts)| Case { raw, row, doubts, today, max_age_years }).collect();
        let mut findings = noted;
        let mut stopping: Vec<(RowAt, &'static str)> = Vec::new();
        for finding in &mut findings {
            if let Some(rule) = RULES.iter().find(|rule| rule.id == finding.rule) {
                finding.severity = self.severity(rule);
                let stops_rows_itself = rule.severity == Severity::Error;
                if finding.severity == Severity::Error && !stops_rows_itself {
                    stopping.push((RowAt { row: 0, ..finding.at.row }, rule.id));
                }
            }
        }
        self.judge_rows(&cases, &mut findings, &mut stopping);
        let mut by_fiche: BTreeMap<u32, Vec<&Case<'_>>> = BTreeMap::new();
        for case in &cases {
            if let Some(fiche) = case.row.fiche {
                by_fiche.entry(fiche).or_default().push(case);
            }
        }
        let households: Vec<Household<'_>> = by_fiche
            .into_iter()
            .filter_map(|(fiche, members)| {
                Some(Household {
                    fiche: fiches.get(fiche as usize)?,
                    members,
                    min_years_mother_child: self.settings.min_years_mother_child,
                    marriage_age: self.settings.marriage_age,
                })
            })
            .collect();
        let file = FileCase { raw, cases: cases.iter().collect(), households };
        for rule in RULES {
            let seen: Vec<SeenAt> = match rule.check {
                Check::Household(check) => file.households.iter().flat_map(check).collect(),
                Check::File(check) => check(&file),
                Check::Row(_) | Check::Files(_) | Check::Reading => Vec::new(),
            };
            self.note(rule, seen, &mut findings, &mut stopping);
        }
        Noted { output: stopped(&cases, &stopping), findings }
    }

    fn judge_rows(&self, cases: &[Case<'_>], findings: &mut Vec<Finding>, stopping: &mut Vec<(RowAt, &'static str)>) {
        let mut said_of_sheet = BTreeSet::new();
        for case in cases {
            for rule in RULES {
                let Check::Row(check) = rule.check else { continue };
                let Some(seen) = check(case) else { continue };
                let severity = self.severity(rule);
                if severity == Severity::Error {
                    stopping.push((case.raw.at, rule.id));
                }
                let mut at = case.raw.at.cell(seen.column);
                if seen.of_sheet {
                    at = RowAt { row: 0, ..case.raw.at }.cell(None);
                    if !said_of_sheet.insert((rule.id, at, seen.value.clone())) {
                        continue;
                    }
                }
                findings.push(Finding { rule: rule.id, severity, at, value: seen.value, args: seen.args });
            }
        }
    }

    /// Judges the files of a run beside one another. What is found stands at the file; an error is for the caller to apply.
    #[must_use]
    pub fn judge_files(&self, files: &[Sent<'_>]) -> Vec<Finding> {
        let seen_by = |rule| match rule {
            &Rule { check: Check::Files(check), .. } => Some((rule, check(files))),
            _ => None,
        };
        let seen: Vec<(&Rule, Vec<SeenAt>)> = RULES.par_iter().filter_map(seen_by).collect();
        let mut findings = Vec::new();
        for (rule, seen) in seen {
            self.note(rule, seen, &mut findings, &mut Vec::new());
        }
        findings
    }

    fn note(
        &self,
        rule: &Rule,
        seen: Vec<SeenAt>,
        findings: &mut Vec<Finding>,
        stopping: &mut Vec<(RowAt, &'static str)>,
    ) {
        let severity = self.severity(rule);
        for SeenAt { at, value, args } in seen {
            if severity == Severity::Error {
                stopping.push((at.row, rule.id));
            }
            findings.push(Finding { rule: rule.id, severity, at, value, args });
        }
    }
}

/// For each row the first rule that stops it, or its whole sheet.
fn stopped(cases: &[Case<'_>], stopping: &[(RowAt, &'static str)]) -> Vec<Option<&'static str>> {
    let mut by_place: BTreeMap<RowAt, &'static str> = BTreeMap::new();
    for (at, rule) in stopping {
        by_place.entry(*at).or_insert(rule);
    }
    let of = |at: RowAt| by_place.get(&at).or_else(|| by_place.get(&RowAt { row: 0, ..at })).copied();
    cases.iter().map(|case| of(case.raw.at)).collect()
}

/// The numbers missing between known ones, as ranges: `12–14, 30`. Numbers rise.
fn missing_between(known: &[u32]) -> String {
    const MOST: usize = 12;
    let gaps: Vec<String> = known
        .windows(2)
        .filter(|two| two[1] > two[0] + 1)
        .map(|two| match (two[0] + 1, two[1] - 1) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}–{last}"),
        })
        .collect();
    let shown = gaps.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    if gaps.len() > MOST { format!("{shown}…") } else { shown }
}
