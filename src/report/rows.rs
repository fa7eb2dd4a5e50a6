//! The row equation of the sheets and the findings by rule.
//!
//! rows = ignored + quarantined + registered + merged, for census sheets, birth registers and both.

use super::facts::{Facts, Settings};
use super::protect::{Protected, Zeros, protect, protect_one};
use crate::record::SheetCount;

/// What became of the rows of one kind of sheet; every figure may be hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcomes {
    /// Non-blank rows read.
    pub rows: Option<u64>,
    /// No data: titles, headers, totals…
    pub ignored: Option<u64>,
    /// Kept out until corrected.
    pub quarantined: Option<u64>,
    /// Brought a person in.
    pub registered: Option<u64>,
    /// A further row of a person already in.
    pub merged: Option<u64>,
}

/// Findings of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCount {
    /// The rule's code.
    pub rule: String,
    /// Its severity's code.
    pub severity: String,
    /// How often it found fault.
    pub n: Option<u64>,
}

/// The sheets and their faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// Household census sheets.
    pub census: Outcomes,
    /// Birth registers.
    pub births: Outcomes,
    /// Both.
    pub all: Outcomes,
    /// Whether the row equation holds for both kinds, on the true counts.
    pub holds: bool,
    /// Files read.
    pub n_files_read: u64,
    /// Files that could not be read.
    pub n_files_unreadable: u64,
    /// Findings, most frequent first; hidden ones last, by rule.
    pub findings: Vec<RuleCount>,
}

/// Lays out the row equation and the findings, protected.
///
/// Rows left out and rows in the register are two tables, because the second sum is also that of the acts shown elsewhere.
pub(super) fn sheets(facts: &Facts, settings: &Settings) -> Sheets {
    let kinds = [facts.census_rows, facts.birth_rows];
    let left_out = protect(&kinds.map(|n| vec![n.ignored, n.quarantined]), settings.min_cell, Zeros::MayHide);
    let taken_in = protect(&kinds.map(|n| vec![n.registered, n.merged]), settings.min_cell, Zeros::MayHide);
    // A hidden sum of either table would follow from the rows.
    let sums_shown = [&left_out, &taken_in]
        .into_iter()
        .all(|table| table.total.is_some() && table.row_totals.iter().all(Option::is_some));
    let outcomes = |kind: usize| Outcomes {
        rows: sums_shown.then_some(kinds[kind].rows),
        ignored: left_out.cells[kind][0],
        quarantined: left_out.cells[kind][1],
        registered: taken_in.cells[kind][0],
        merged: taken_in.cells[kind][1],
    };
    Sheets {
        census: outcomes(0),
        births: outcomes(1),
        all: all(&kinds, sums_shown, &left_out, &taken_in),
        holds: kinds.iter().all(SheetCount::holds),
        n_files_read: facts.n_files_read,
        n_files_unreadable: facts.n_files_unreadable,
        findings: findings(facts, settings),
    }
}

fn all(kinds: &[SheetCount; 2], sums_shown: bool, left_out: &Protected, taken_in: &Protected) -> Outcomes {
    Outcomes {
        rows: sums_shown.then(|| kinds.iter().map(|n| n.rows).sum()),
        ignored: left_out.column_totals[0],
        quarantined: left_out.column_totals[1],
        registered: taken_in.column_totals[0],
        merged: taken_in.column_totals[1],
    }
}

fn findings(facts: &Facts, settings: &Settings) -> Vec<RuleCount> {
    let count = |((rule, severity), n): (&(String, String), &u64)| RuleCount {
        rule: rule.clone(),
        severity: severity.clone(),
        n: protect_one(*n, settings.min_cell),
    };
    let mut findings: Vec<RuleCount> = facts.findings.iter().map(count).collect();
    findings.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| (&a.rule, &a.severity).cmp(&(&b.rule, &b.severity))));
    findings
}
