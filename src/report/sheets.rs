//! Counts the rows of the sheets by outcome and by quartier, and the findings by rule.
//!
//! The row equation: rows = ignored + quarantined + registered + merged, for each kind of sheet and for all.

use std::collections::BTreeSet;

use super::count_table::{CountColumn, CountRow, CountTable, CountTableBuilder, TableSpec};
use super::facts::{Facts, QuartierIndex, ReportSettings};
use super::heading::{Breakdown, RowHeading};
use super::population::residence;
use crate::record::{Kind, SheetCount};

/// The rows of one kind of sheet by outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RowOutcomes {
    /// Non-blank rows read.
    pub(crate) rows: Option<u64>,
    /// Rows without data: titles, headers, totals…
    pub(crate) ignored: Option<u64>,
    pub(crate) quarantined: Option<u64>,
    /// Rows that founded a person.
    pub(crate) registered: Option<u64>,
    /// Further rows of persons.
    pub(crate) merged: Option<u64>,
    /// Whether a release hides rows, registered and merged ones, since they would give a hidden count back.
    pub(crate) is_withheld: bool,
}

impl RowOutcomes {
    /// Hides what counts acts, persons or events: ignored and quarantined rows are none.
    pub(crate) fn withhold(&mut self) {
        (self.rows, self.registered, self.merged, self.is_withheld) = (None, None, None, true);
    }

    /// Returns rows, ignored, quarantined, registered and merged ones, each with whether it is withheld.
    pub(crate) fn counts(&self) -> [(Option<u64>, bool); 5] {
        let is_withheld = self.is_withheld;
        [
            (self.rows, is_withheld),
            (self.ignored, false),
            (self.quarantined, false),
            (self.registered, is_withheld),
            (self.merged, is_withheld),
        ]
    }
}

pub(crate) struct RuleCount {
    pub(crate) rule: String,
    pub(crate) severity: String,
    /// Findings in census sheets, birth registers, lists of events.
    pub(crate) by_kind: [Option<u64>; 3],
    pub(crate) n: Option<u64>,
    /// Whether a release hides all of them, since they would give a hidden count back.
    pub(crate) is_withheld: bool,
}

impl RuleCount {
    /// Hides all counts.
    pub(crate) fn withhold(&mut self) {
        (self.by_kind, self.n, self.is_withheld) = ([None; 3], None, true);
    }
}

pub(crate) struct ProgressRow {
    /// Data rows in the register and in quarantine, of a quartier, of the sheets without one, of the birth registers or
    /// of the lists of events.
    pub(crate) counts: CountRow,
    /// Rounds that cover the quartier.
    pub(crate) rounds: BTreeSet<i32>,
    /// Share of the quartier's residents whom its last round lists; `None` for another heading or without a round.
    pub(crate) share_covered: Option<f64>,
    /// Number of sheets; `None` for registers and lists.
    pub(crate) n_sheets: Option<u64>,
}

pub(crate) struct SheetSummary {
    pub(crate) census: RowOutcomes,
    pub(crate) births: RowOutcomes,
    pub(crate) events: RowOutcomes,
    pub(crate) all: RowOutcomes,
    /// Whether the row equation holds for each kind, on the exact counts.
    pub(crate) holds: bool,
    pub(crate) n_files_read: u64,
    pub(crate) n_files_unreadable: u64,
    /// Data rows by quartier of the sheet; birth registers and lists of events have a row each.
    pub(crate) progress: Vec<ProgressRow>,
    pub(crate) progress_total: ProgressRow,
    /// Definition of the table of data rows by quartier.
    pub(crate) spec: TableSpec,
    /// For each year the number of quartiers with a census round in that year or before.
    pub(crate) censused_by_year: Vec<(i32, u64)>,
    pub(crate) n_quartiers_censused: u64,
    pub(crate) n_quartiers: u64,
    pub(crate) n_quartiers_up_to_date: u64,
    /// Findings, the most frequent first.
    pub(crate) findings: Vec<RuleCount>,
}

/// Counts rows, progress and findings. `as_of` is the last year that the register knows.
pub(super) fn sheets(facts: &Facts, as_of: Option<i32>, settings: &ReportSettings) -> SheetSummary {
    let kinds = [facts.census_rows, facts.birth_rows, facts.event_rows];
    let data_rows = by_quartier(facts);
    let mut sum = SheetCount::default();
    kinds.iter().for_each(|n| sum.add(n));
    let [census, births, events] = kinds.map(|kind| outcomes(&kind));
    let all = outcomes(&sum);
    let rounds: BTreeSet<i32> = facts.quartiers_censused.values().flatten().copied().collect();
    let censused_by =
        |year: i32| facts.quartiers_censused.values().filter(|own| own.iter().any(|y| *y <= year)).count() as u64;
    SheetSummary {
        census,
        births,
        events,
        all,
        holds: kinds.iter().all(SheetCount::is_balanced),
        n_files_read: facts.n_files_read,
        n_files_unreadable: facts.n_files_unreadable,
        progress: progress(facts, data_rows.rows),
        progress_total: ProgressRow {
            counts: data_rows.total,
            n_sheets: Some(facts.sheets_of_quartier.values().map(|own| own.n_sheets).sum()),
            rounds: rounds.clone(),
            share_covered: None,
        },
        spec: data_rows.spec,
        censused_by_year: rounds.iter().map(|year| (*year, censused_by(*year))).collect(),
        n_quartiers_censused: facts.quartiers_censused.values().filter(|rounds| !rounds.is_empty()).count() as u64,
        n_quartiers: facts.quartiers.len() as u64,
        n_quartiers_up_to_date: up_to_date(facts, as_of, settings),
        findings: findings(facts),
    }
}

/// Returns the number of quartiers whose last round is at most `up_to_date_years` before the register's last year.
fn up_to_date(facts: &Facts, as_of: Option<i32>, settings: &ReportSettings) -> u64 {
    let Some(last) = as_of else { return 0 };
    let from = last.saturating_sub_unsigned(settings.up_to_date_years);
    facts.quartiers_censused.values().filter(|rounds| rounds.iter().any(|year| *year >= from)).count() as u64
}

/// Returns the data rows in the register and in quarantine, by quartier of the sheet, or by kind for registers and
/// lists of events.
fn by_quartier(facts: &Facts) -> CountTable {
    let mut builder = CountTableBuilder::new(2, facts.quartier_headings());
    for (quartier, own) in &facts.sheets_of_quartier {
        let heading = residence(facts, *quartier);
        builder.add(heading.clone(), 0, own.in_register);
        builder.add(heading, 1, own.quarantined);
    }
    for (kind, n) in [(Kind::Birth, facts.birth_rows), (Kind::Event, facts.event_rows)] {
        if n.rows > 0 {
            builder.add(RowHeading::Kind(kind), 0, n.registered + n.merged);
            builder.add(RowHeading::Kind(kind), 1, n.quarantined);
        }
    }
    let columns = [CountColumn::of("rows_in_register"), CountColumn::of("rows_quarantined")];
    let spec = TableSpec::new(Breakdown::Quartier, &columns, CountColumn::of("rows_of_data"));
    builder.finish(spec)
}

fn outcomes(n: &SheetCount) -> RowOutcomes {
    RowOutcomes {
        rows: Some(n.rows),
        ignored: Some(n.ignored),
        quarantined: Some(n.quarantined),
        registered: Some(n.registered),
        merged: Some(n.merged),
        is_withheld: false,
    }
}

fn progress(facts: &Facts, data_rows: Vec<CountRow>) -> Vec<ProgressRow> {
    let n_sheets = |heading: &RowHeading| {
        let own = facts.sheets_of_quartier.iter().filter(|(quartier, _)| residence(facts, **quartier) == *heading);
        own.map(|(_, own)| own.n_sheets).sum()
    };
    let row = |counts: CountRow| ProgressRow {
        rounds: rounds_of(facts, &counts.heading),
        share_covered: quartier_of(facts, &counts.heading).and_then(|own| facts.shares_covered.get(&own).copied()),
        n_sheets: (!matches!(counts.heading, RowHeading::Kind(_))).then(|| n_sheets(&counts.heading)),
        counts,
    };
    data_rows.into_iter().map(row).collect()
}

/// Returns the years of a quartier's census rounds; none for another heading.
fn rounds_of(facts: &Facts, heading: &RowHeading) -> BTreeSet<i32> {
    quartier_of(facts, heading).and_then(|own| facts.quartiers_censused.get(&own)).cloned().unwrap_or_default()
}

fn quartier_of(facts: &Facts, heading: &RowHeading) -> Option<QuartierIndex> {
    let RowHeading::Quartier(quartier) = heading else { return None };
    facts.quartiers.iter().position(|name| name == quartier).map(|index| index as QuartierIndex)
}

fn findings(facts: &Facts) -> Vec<RuleCount> {
    let count = |((rule, severity), by_kind): (&(String, String), &[u64; 3])| RuleCount {
        rule: rule.clone(),
        severity: severity.clone(),
        by_kind: by_kind.map(Some),
        n: Some(by_kind.iter().sum()),
        is_withheld: false,
    };
    let mut findings: Vec<RuleCount> = facts.findings.iter().map(count).collect();
    findings.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| (&a.rule, &a.severity).cmp(&(&b.rule, &b.severity))));
    findings
}
