//! Validates clean rows: returns findings and, for each row, the rule that quarantines it.
//!
//! Each rule is a file in `rules/` with an id, a severity and a check of one row, one household, one file, or all files
//! of a run. Its messages stand in `locales/*/rules.ftl` under `rule-<id>`.

mod doubt_args;
mod rule;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::finding::{Finding, Severity, WithFindings};
use crate::record::{
    CellAt, CleanRow, ColumnDoubt, Doubt, Fiche, RawFile, RawRow, RowAt, cell_list, column_letters, fold, person_prefix,
};

pub(crate) use rule::FileInput;
pub use rule::Rule;
pub use rules::RULES;

use rule::{Check, FileRows, GroupHit, HouseholdInput, RowHit, RowInput, column_doubt_hits, doubt_hits};

/// Limits and severities of the rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ValidationSettings {
    /// Greatest plausible age, in years.
    pub max_age_years: i32,
    /// Smallest plausible difference between the birth years of mother and child.
    pub min_years_mother_child: i32,
    /// Legal age of marriage, in years.
    pub marriage_age: i32,
    /// Severity (`error`, `warning`) by rule id, where it differs from the default.
    pub severity: BTreeMap<String, String>,
    /// Whether the register is that of a course: the settings of the run say it.
    #[serde(skip)]
    pub practice: bool,
}

impl Default for ValidationSettings {
    fn default() -> Self {
        Self {
            max_age_years: 120,
            min_years_mother_child: 12,
            marriage_age: 18,
            severity: BTreeMap::new(),
            practice: false,
        }
    }
}

/// The rules with their severities under the settings.
#[derive(Debug, Clone)]
pub struct Rules {
    /// By rule id, where the settings give one.
    severities: BTreeMap<&'static str, Severity>,
    settings: ValidationSettings,
    today: NaiveDate,
}

impl Rules {
    /// Applies the settings to the rules.
    ///
    /// # Errors
    /// `unknown-rule`, `unknown-severity` if the settings name one that does not exist.
    pub fn new(settings: &ValidationSettings, today: NaiveDate) -> Result<Self> {
        let mut severities = BTreeMap::new();
        for (id, severity) in &settings.severity {
            let rule = RULES.iter().find(|rule| rule.id == id);
            let rule = rule.ok_or_else(|| Error::new(ErrorCode::UnknownRule).with("value", id))?;
            let unknown = || Error::new(ErrorCode::UnknownSeverity).with("key", id).with("value", severity);
            severities.insert(rule.id, Severity::from_code(severity).ok_or_else(unknown)?);
        }
        Ok(Self { severities, settings: settings.clone(), today })
    }

    /// Returns the severity of a rule under the settings.
    #[must_use]
    pub fn severity(&self, rule: &Rule) -> Severity {
        self.severities.get(rule.id).copied().unwrap_or(rule.severity)
    }

    /// Checks the rows of data of a file. The output has, for each row in order, the rule that quarantines it, or
    /// `None`.
    ///
    /// `reader_findings` come first among the findings, with their severities under the settings. A fault of a whole
    /// sheet is reported once, at row 0; if it is an error, it quarantines all rows of the sheet.
    pub(crate) fn check_file<'r>(
        &self,
        raw: &'r RawFile,
        fiches: &'r [Fiche],
        rows: impl Iterator<Item = (&'r RawRow, &'r CleanRow, &'r [Doubt])>,
        column_doubts: &[ColumnDoubt],
        reader_findings: Vec<Finding>,
    ) -> WithFindings<Vec<Option<&'static str>>> {
        let (today, max_age_years) = (self.today, self.settings.max_age_years);
        let person_prefix = person_prefix(self.settings.practice);
        let is_quartier_of_row = false;
        let input =
            |(raw, row, doubts)| RowInput { raw, row, doubts, today, max_age_years, person_prefix, is_quartier_of_row };
        let mut inputs: Vec<RowInput<'_>> = rows.map(input).collect();
        // A quartier above the table is that of all its rows.
        let with_quartier: BTreeSet<u32> =
            inputs.iter().filter(|own| own.row.quartier.is_some()).map(|own| own.raw.context).collect();
        inputs.iter_mut().for_each(|own| own.is_quartier_of_row = with_quartier.contains(&own.raw.context));
        let mut results = Results::default();
        self.add_reader_findings(reader_findings, &mut results);
        self.check_rows(&inputs, &mut results);
        let file = FileRows { raw, rows: inputs.iter().collect(), households: self.households(&inputs, fiches) };
        for rule in RULES {
            let hits = match rule.check {
                Check::Household(check) => file.households.iter().flat_map(check).collect(),
                Check::File(check) => check(&file),
                Check::Column(kind) => column_doubt_hits(column_doubts, kind),
                Check::Row(_) | Check::Doubt(_) | Check::Files(_) | Check::Reader => Vec::new(),
            };
            results.add(rule, self.severity(rule), hits);
        }
        WithFindings { output: results.quarantine_rules(&inputs), findings: results.findings }
    }

    /// Checks the files of a run together. Each finding stands at a file; the caller quarantines its rows if it is an
    /// error.
    pub(crate) fn check_files(&self, files: &[FileInput<'_>]) -> Vec<Finding> {
        let hits_of = |rule| match rule {
            &Rule { check: Check::Files(check), .. } => Some((rule, check(files))),
            _ => None,
        };
        let hits: Vec<(&Rule, Vec<GroupHit>)> = RULES.par_iter().filter_map(hits_of).collect();
        let mut results = Results::default();
        for (rule, hits) in hits {
            results.add(rule, self.severity(rule), hits);
        }
        results.findings
    }

    fn add_reader_findings(&self, findings: Vec<Finding>, results: &mut Results) {
        for mut finding in findings {
            if let Some(rule) = RULES.iter().find(|rule| rule.id == finding.rule) {
                finding.severity = self.severity(rule);
                // If the rule is an error by default, the reader has already excluded the rows concerned.
                if finding.severity == Severity::Error && rule.severity != Severity::Error {
                    results.errors.push((RowAt { row: 0, ..finding.at.row }, rule.id));
                }
            }
            results.findings.push(finding);
        }
    }

    fn check_rows(&self, inputs: &[RowInput<'_>], results: &mut Results) {
        let mut reported_sheets = BTreeSet::new();
        let mut words = WordFindings::default();
        for input in inputs {
            for rule in RULES {
                match rule.check {
                    Check::Row(check) => {
                        if let Some(hit) = check(input) {
                            self.add_row_hit(rule, input, hit, &mut reported_sheets, &mut words, results);
                        }
                    }
                    Check::Doubt(kind) => {
                        for hit in doubt_hits(input, kind) {
                            self.add_row_hit(rule, input, hit, &mut reported_sheets, &mut words, results);
                        }
                    }
                    Check::Household(_) | Check::Column(_) | Check::File(_) | Check::Files(_) | Check::Reader => {}
                }
            }
        }
        words.add_counts(&mut results.findings);
    }

    fn add_row_hit(
        &self,
        rule: &Rule,
        input: &RowInput<'_>,
        hit: RowHit,
        reported_sheets: &mut BTreeSet<(&'static str, CellAt, String)>,
        words: &mut WordFindings,
        results: &mut Results,
    ) {
        let severity = self.severity(rule);
        if severity == Severity::Error {
            results.errors.push((input.raw.at, rule.id));
        }
        let mut at = input.raw.at.cell(hit.column);
        if hit.of_sheet {
            at = RowAt { row: 0, ..input.raw.at }.cell(None);
            if !reported_sheets.insert((rule.id, at, hit.value.clone())) {
                return;
            }
        }
        let index = results.findings.len();
        if rule.once_per_word && !words.is_first(rule.id, severity, at, &hit.value, index) {
            return;
        }
        results.findings.push(Finding { rule: rule.id, severity, at, value: hit.value, args: hit.args });
    }

    fn households<'r>(&self, inputs: &'r [RowInput<'r>], fiches: &'r [Fiche]) -> Vec<HouseholdInput<'r>> {
        let mut by_fiche: BTreeMap<u32, Vec<&RowInput<'_>>> = BTreeMap::new();
        for input in inputs {
            if let Some(fiche) = input.row.fiche {
                by_fiche.entry(fiche).or_default().push(input);
            }
        }
        let household = |(fiche, members)| {
            Some(HouseholdInput {
                fiche: fiches.get(fiche as usize)?,
                members,
                min_years_mother_child: self.settings.min_years_mother_child,
                marriage_age: self.settings.marriage_age,
            })
        };
        by_fiche.into_iter().filter_map(household).collect()
    }
}

/// The findings of rules that report a word of a column once: with the number of its cells and the first of them.
#[derive(Default)]
struct WordFindings {
    /// By rule, sheet, column and folded word. An error is reported in each row, by the row's number.
    cells: BTreeMap<(&'static str, u16, u32, Option<u16>, String), WordCells>,
}

/// The cells of one word.
struct WordCells {
    /// Index of the finding.
    finding: usize,
    /// The cells, in order.
    all: Vec<CellAt>,
}

impl WordFindings {
    /// Counts a cell; returns whether it is the first with its word.
    fn is_first(&mut self, rule: &'static str, severity: Severity, at: CellAt, word: &str, index: usize) -> bool {
        let own_row = if severity == Severity::Error || at.row.row == 0 { at.row.row } else { 0 };
        // Numbers are one word: a column of codes has one cause. The codes of a sex mean different things.
        let is_code = rule == "unknown-sex" && word.len() == 1;
        let is_number = !is_code && word.bytes().all(|b| b.is_ascii_digit());
        let key = (rule, at.row.sheet, own_row, at.column, if is_number { "0".to_owned() } else { fold(word) });
        let cells = self.cells.entry(key).or_insert_with(|| WordCells { finding: index, all: Vec::new() });
        // A cell may hold its word twice.
        if cells.all.last() == Some(&at) {
            return false;
        }
        cells.all.push(at);
        cells.all.len() == 1
    }

    /// Adds the counts to the arguments of the findings.
    fn add_counts(self, findings: &mut [Finding]) {
        const MAX_SHOWN: usize = 5;
        let name = |at: &CellAt| format!("{}{}", at.column.map(column_letters).unwrap_or_default(), at.row.row);
        for WordCells { finding, all } in self.cells.into_values() {
            let first: Vec<String> = all.iter().take(MAX_SHOWN).map(name).collect();
            let end = if all.len() > MAX_SHOWN { "…" } else { "" };
            if let Some(finding) = findings.get_mut(finding) {
                finding.args.push(("n", all.len().to_string()));
                finding.args.push(("cells", first.join(", ") + end));
                if all.len() > 1 {
                    finding.args.push(("marks", cell_list(&all)));
                }
            }
        }
    }
}

/// The findings so far, and the position and rule of each error among them.
#[derive(Default)]
struct Results {
    findings: Vec<Finding>,
    /// Row 0 stands for the whole sheet.
    errors: Vec<(RowAt, &'static str)>,
}

impl Results {
    fn add(&mut self, rule: &Rule, severity: Severity, hits: Vec<GroupHit>) {
        for GroupHit { at, value, args } in hits {
            if severity == Severity::Error {
                // A doubt about a column stands at its heading and concerns all rows of the sheet.
                let is_of_column = matches!(rule.check, Check::Column(_));
                self.errors.push((if is_of_column { RowAt { row: 0, ..at.row } } else { at.row }, rule.id));
            }
            self.findings.push(Finding { rule: rule.id, severity, at, value, args });
        }
    }

    /// Returns for each row the first error of the row itself, else of its sheet.
    fn quarantine_rules(&self, inputs: &[RowInput<'_>]) -> Vec<Option<&'static str>> {
        let mut by_row: BTreeMap<RowAt, &'static str> = BTreeMap::new();
        for (at, rule) in &self.errors {
            by_row.entry(*at).or_insert(rule);
        }
        let rule_of = |at: RowAt| by_row.get(&at).or_else(|| by_row.get(&RowAt { row: 0, ..at })).copied();
        inputs.iter().map(|input| rule_of(input.raw.at)).collect()
    }
}
