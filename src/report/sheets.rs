//! The row equation of the sheets, their rows by quartier, and the findings by rule and source.
//!
//! rows = ignored + quarantined + registered + merged, for census sheets, birth registers, lists of events and all.

use super::facts::{Facts, Settings};
use super::heading::{Breakdown, Heading};
use super::population::{residence, rounds_of};
use super::protect::{Guard, Zeros, protect, protect_one};
use super::tally::{Column, Counted, Plan, Tally};
use crate::record::{Kind, SheetCount};

/// What became of the rows of one kind of sheet; every figure may be hidden but those of rows without data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcomes {
    /// Non-blank rows read.
    pub rows: Option<u64>,
    /// No data: titles, headers, totals…
    pub ignored: u64,
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
    /// How often it found fault in census sheets, birth registers and lists of events.
    pub by_kind: [Option<u64>; 3],
    /// In all.
    pub n: Option<u64>,
}

/// How far the census of one quartier is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressRow {
    /// The quartier, the sheets that name none, the birth registers, the lists of events.
    pub heading: Heading,
    /// Years of its census rounds.
    pub rounds: Vec<i32>,
    /// Its sheets; `None` for registers and lists.
    pub n_sheets: Option<u64>,
    /// Rows of data in the register.
    pub in_register: Option<u64>,
    /// Rows of data in quarantine.
    pub quarantined: Option<u64>,
    /// Both.
    pub rows: Option<u64>,
}

/// The sheets and their faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// Household census sheets.
    pub census: Outcomes,
    /// Birth registers.
    pub births: Outcomes,
    /// Lists of events.
    pub events: Outcomes,
    /// All.
    pub all: Outcomes,
    /// Whether the row equation holds for all kinds, on the true counts.
    pub holds: bool,
    /// Files read.
    pub n_files_read: u64,
    /// Files that could not be read.
    pub n_files_unreadable: u64,
    /// Rows of data by quartier of their sheet; registers and lists of events have a row of their own.
    pub progress: Vec<ProgressRow>,
    /// The sums of `progress`.
    pub progress_total: ProgressRow,
    /// Where its figures stand in the long table.
    pub plan: Plan,
    /// Quartiers with a census round, by year, those of earlier years included.
    pub censused_by_year: Vec<(i32, u64)>,
    /// Quartiers with at least one census round.
    pub n_quartiers_censused: u64,
    /// Quartiers of the commune.
    pub n_quartiers: u64,
    /// Quartiers whose last source is recent.
    pub n_quartiers_up_to_date: u64,
    /// Findings, most frequent first; hidden ones last, by rule.
    pub findings: Vec<RuleCount>,
}

/// Lays out the row equation, progress and findings, protected.
pub(super) fn sheets(facts: &Facts, settings: &Settings) -> Sheets {
    let kinds = [facts.census_rows, facts.birth_rows, facts.event_rows];
    let counted = by_quartier(facts, settings);
    let of_kind = |kind: Kind| counted.rows.iter().find(|row| row.heading == Heading::Kind(kind));
    let others = [of_kind(Kind::Birth), of_kind(Kind::Event)];
    // What the census sheets hold together follows from the sums and the other two kinds: shown where these are.
    let census_shown = |column: usize| {
        let is_shown = others.iter().flatten().all(|row| row.cell(column).is_some());
        counted.total.cell(column).is_some() && is_shown
    };
    let rows_shown = counted.total.total.is_some() && others.iter().flatten().all(|row| row.total.is_some());
    let census = outcomes(&kinds[0], [census_shown(0), census_shown(1), rows_shown], settings);
    let of = |kind: Kind, n: &SheetCount| match of_kind(kind) {
        Some(row) => outcomes(n, [row.cell(0).is_some(), row.cell(1).is_some(), row.total.is_some()], settings),
        None => outcomes(n, [true; 3], settings),
    };
    let (births, events) = (of(Kind::Birth, &kinds[1]), of(Kind::Event, &kinds[2]));
    let mut sum = SheetCount::default();
    kinds.iter().for_each(|n| sum.add(n));
    let shown = [counted.total.cell(0).is_some(), counted.total.cell(1).is_some(), counted.total.total.is_some()];
    let mut all = outcomes(&sum, shown, settings);
    if [census, births, events].iter().any(|n| n.registered.is_none() || n.merged.is_none()) {
        (all.registered, all.merged) = (None, None);
    }
    let rounds: Vec<i32> = {
        let mut years: Vec<i32> = facts.quartiers_censused.values().flatten().copied().collect();
        years.sort_unstable();
        years.dedup();
        years
    };
    let censused_by =
        |year: i32| facts.quartiers_censused.values().filter(|own| own.iter().any(|y| *y <= year)).count() as u64;
    let progress = progress(facts, &counted);
    Sheets {
        census,
        births,
        events,
        all,
        holds: kinds.iter().all(SheetCount::is_balanced),
        n_files_read: facts.n_files_read,
        n_files_unreadable: facts.n_files_unreadable,
        progress_total: ProgressRow {
            heading: Heading::All,
            rounds: rounds.clone(),
            n_sheets: Some(facts.sheets_of_quartier.values().map(|own| own.n_sheets).sum()),
            in_register: counted.total.cell(0),
            quarantined: counted.total.cell(1),
            rows: counted.total.total,
        },
        progress,
        plan: counted.plan,
        censused_by_year: rounds.iter().map(|year| (*year, censused_by(*year))).collect(),
        n_quartiers_censused: facts.quartiers_censused.values().filter(|rounds| !rounds.is_empty()).count() as u64,
        n_quartiers: facts.quartiers.len() as u64,
        n_quartiers_up_to_date: up_to_date(facts, settings),
        findings: findings(facts, settings),
    }
}

/// Quartiers whose last round is of the register's last year, or at most so many years before.
fn up_to_date(facts: &Facts, settings: &Settings) -> u64 {
    let Some(last) = facts.as_of else { return 0 };
    let from = last.saturating_sub_unsigned(settings.up_to_date_years);
    facts.quartiers_censused.values().filter(|rounds| rounds.iter().any(|year| *year >= from)).count() as u64
}

fn by_quartier(facts: &Facts, settings: &Settings) -> Counted {
    let mut tally = Tally::new(2, facts.quartiers.iter().cloned().map(Heading::Quartier));
    for (quartier, own) in &facts.sheets_of_quartier {
        let heading = residence(facts, *quartier);
        tally.add(heading.clone(), 0, own.in_register);
        tally.add(heading, 1, own.quarantined);
    }
    for (kind, n) in [(Kind::Birth, facts.birth_rows), (Kind::Event, facts.event_rows)] {
        if n.rows > 0 {
            tally.add(Heading::Kind(kind), 0, n.registered + n.merged);
            tally.add(Heading::Kind(kind), 1, n.quarantined);
        }
    }
    let columns = [Column::of("rows_in_register"), Column::of("rows_quarantined")];
    let plan = Plan::new(Breakdown::Quartier, &columns, Column::of("rows_of_data"));
    // Rows are of sheets: a person who knows the sheets counts them.
    tally.protect(Plan { hides_changes: false, gives_sums: true, ..plan }, settings.min_cell, &facts.earlier)
}

/// `shown`: rows in the register, rows in quarantine, both.
fn outcomes(n: &SheetCount, shown: [bool; 3], settings: &Settings) -> Outcomes {
    let one = |count: u64| protect_one(count, settings.min_cell);
    let split = one(n.registered).zip(one(n.merged)).filter(|_| shown[0]);
    Outcomes {
        rows: shown[2].then_some(n.rows),
        ignored: n.ignored,
        quarantined: shown[1].then_some(n.quarantined),
        registered: split.map(|(registered, _)| registered),
        merged: split.map(|(_, merged)| merged),
    }
}

fn progress(facts: &Facts, counted: &Counted) -> Vec<ProgressRow> {
    let sheets_of = |heading: &Heading| match heading {
        Heading::Kind(_) => None,
        heading => {
            let own = facts.sheets_of_quartier.iter().filter(|(quartier, _)| residence(facts, **quartier) == *heading);
            Some(own.map(|(_, own)| own.n_sheets).sum())
        }
    };
    let row = |row: &super::tally::CountedRow| ProgressRow {
        heading: row.heading.clone(),
        rounds: match &row.heading {
            Heading::Quartier(name) => rounds_of(facts, name).into_iter().collect(),
            _ => Vec::new(),
        },
        n_sheets: sheets_of(&row.heading),
        in_register: row.cell(0),
        quarantined: row.cell(1),
        rows: row.total,
    };
    counted.rows.iter().map(row).collect()
}

fn findings(facts: &Facts, settings: &Settings) -> Vec<RuleCount> {
    let cells: Vec<Vec<u64>> = facts.findings.values().map(|n| n.to_vec()).collect();
    let shown = protect(&cells, &Guard { zeros: Zeros::Known, ..Guard::new(settings.min_cell) });
    let shown = facts.findings.keys().zip(shown.cells.iter().zip(&shown.row_totals));
    let mut findings: Vec<RuleCount> = shown
        .map(|((rule, severity), (cells, n))| RuleCount {
            rule: rule.clone(),
            severity: severity.clone(),
            by_kind: std::array::from_fn(|kind| cells.get(kind).copied().unwrap_or(Some(0))),
            n: *n,
        })
        .collect();
    findings.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| (&a.rule, &a.severity).cmp(&(&b.rule, &b.severity))));
    findings
}
