//! Withholds counts of rows and findings that would give a hidden count of acts, persons or events back.
//!
//! Rows are of sheets and not of persons, but those of the birth registers are the acts and their duplicates, those
//! that founded a person are the persons, those of a list of events are the events, and a finding on a value that is
//! missing counts those without it. The reader of `disclosure.rs` reads them with the acts and the persons; rows and
//! findings alone are then withheld.

use std::collections::BTreeSet;

use super::ReportTables;
use super::count_table::CountRow;
use super::disclosure::{Reader, read_acts};
use super::disclosure_persons::{FoldedPersons, read_persons};
use super::heading::RowHeading;
use super::release_limits::{LEAST_COUNT, LEAST_ROWS, STEP};
use super::sheets::{RowOutcomes, SheetSummary};
use crate::record::Kind;

/// How a sum of rows and a sum of other counts compare in the exact numbers. A reader is taken to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum SumRelation {
    Equal,
    More,
    #[default]
    Unknown,
}

impl SumRelation {
    fn of(rows: u64, others: u64) -> Self {
        match rows.cmp(&others) {
            std::cmp::Ordering::Equal => Self::Equal,
            std::cmp::Ordering::Greater => Self::More,
            std::cmp::Ordering::Less => Self::Unknown,
        }
    }

    /// Adds it to what a reader knows.
    fn add(self, reader: &mut Reader, rows: &[usize], others: &[usize]) {
        if self != Self::Unknown {
            reader.equal(others, rows, self == Self::More);
        }
    }
}

/// What holds of the exact counts of rows and findings.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RowRelations {
    /// Rows of birth registers that founded a person or were joined to one, and acts with their duplicates.
    acts: SumRelation,
    /// Rows that founded a person, and persons present, deceased and departed.
    persons: SumRelation,
    /// Rows of lists of events that founded a person or were joined to one, and events.
    events: SumRelation,
    /// Findings of a missing sex in birth registers, and acts of unknown sex.
    no_sex: SumRelation,
    /// Whether fewer than ten events are in the lists, but not none.
    are_few_events: bool,
    /// The same of acts in the birth registers.
    are_few_acts: bool,
}

/// The rule whose findings are values of sex that are missing.
const SEX_MISSING: &str = "sex-missing";

impl RowRelations {
    /// Compares the counts of exact tables.
    pub(super) fn of(tables: &ReportTables) -> Self {
        let (births, population, sheets) = (&tables.births, &tables.population, &tables.sheets);
        let n = |n: Option<u64>| n.unwrap_or(0);
        let in_register = |own: &RowOutcomes| n(own.registered) + n(own.merged);
        let is_few = |n: u64| (1..LEAST_COUNT).contains(&n);
        let n_events = tables.events.as_ref().map_or(0, |table| n(table.total.total));
        let acts = n(births.by_mother.total.total) + n(births.totals.duplicates);
        let persons = n(population.total.persons.total) + n(population.deceased) + n(population.departed);
        let no_sex = sheets.findings.iter().filter(|own| own.rule == SEX_MISSING).map(|own| n(own.by_kind[1])).sum();
        Self {
            acts: SumRelation::of(in_register(&sheets.births), acts),
            persons: SumRelation::of(n(sheets.all.registered), persons),
            events: SumRelation::of(in_register(&sheets.events), n_events),
            no_sex: SumRelation::of(no_sex, n(births.totals.no_sex)),
            are_few_events: is_few(n_events) || is_few(in_register(&sheets.events)),
            are_few_acts: is_few(acts) || is_few(in_register(&sheets.births)),
        }
    }
}

/// The number of the rows of all sheets. Those of each kind of sheet have the numbers before it, the findings by rule
/// those after it: by these numbers rows are withheld.
const ALL_ROWS: usize = 3;

fn outcomes_of(sheets: &SheetSummary) -> [&RowOutcomes; 4] {
    [&sheets.census, &sheets.births, &sheets.events, &sheets.all]
}

fn kind_row(heading: &RowHeading) -> Option<usize> {
    match heading {
        RowHeading::Kind(Kind::Birth) => Some(1),
        RowHeading::Kind(Kind::Event) => Some(2),
        _ => None,
    }
}

/// Adds a count of rows as a release shows it: 0 as it is, others rounded, hidden under `least`.
fn add_rows(reader: &mut Reader, n: Option<u64>, index: Option<usize>, is_withheld: bool, least: u64) -> usize {
    let (least, half) = (least as i64, STEP as i64 / 2);
    match n {
        None if is_withheld => reader.add_shown(None, None, true, false),
        None => reader.add((1, least - 1), index, least == LEAST_COUNT as i64),
        Some(0) => reader.add((0, 0), index, false),
        Some(n) => reader.add(((n as i64 - half).max(least), n as i64 + half), index, false),
    }
}

/// Returns what a reader knows of rows, findings, acts and persons together.
pub(super) fn rows_as_read(tables: &ReportTables, folded: &FoldedPersons, relations: &RowRelations) -> Reader {
    let mut reader = Reader::default();
    let acts = read_acts(&mut reader, &tables.births);
    let persons = read_persons(&mut reader, tables, folded);
    let duplicates = reader.add_shown(tables.births.totals.duplicates, None, false, false);
    reader.keep_rows(|_| false);
    reader.forget_disclosed();
    let sheets = &tables.sheets;
    // Rows, then ignored, quarantined, registered, merged.
    let mut by_kind: Vec<[usize; 5]> = Vec::new();
    for (place, own) in outcomes_of(sheets).into_iter().enumerate() {
        let least = if place == 2 { LEAST_COUNT } else { LEAST_ROWS };
        let index = Some(place).filter(|_| !own.is_withheld);
        let cells = own.counts().map(|(n, is_withheld)| add_rows(&mut reader, n, index, is_withheld, least));
        // Ignored and quarantined rows are nobody.
        cells[1..3].iter().for_each(|cell| reader.is_hidden[*cell] = false);
        reader.sum(cells[0], &cells[1..], false);
        by_kind.push(cells);
    }
    for column in 0..5 {
        let kinds: Vec<usize> = by_kind[..ALL_ROWS].iter().map(|own| own[column]).collect();
        reader.sum(by_kind[ALL_ROWS][column], &kinds, false);
    }
    let in_register = |of: usize| [by_kind[of][3], by_kind[of][4]];
    relations.acts.add(&mut reader, &in_register(1), &[acts.all, duplicates]);
    let all_persons: Option<Vec<usize>> = persons.persons.map(|own| vec![own, persons.deceased, persons.departed]);
    all_persons.iter().for_each(|own| relations.persons.add(&mut reader, &[by_kind[ALL_ROWS][3]], own));
    persons.events.iter().for_each(|own| relations.events.add(&mut reader, &in_register(2), &[*own]));
    read_progress(&mut reader, sheets, &by_kind);
    let mut no_sex = Vec::new();
    for (place, own) in sheets.findings.iter().enumerate() {
        let index = Some(ALL_ROWS + 1 + place);
        let mut cell = |n| add_rows(&mut reader, n, index, own.is_withheld, LEAST_COUNT);
        let kinds = own.by_kind.map(&mut cell);
        let all = cell(own.n);
        reader.sum(all, &kinds, false);
        no_sex.extend((own.rule == SEX_MISSING).then_some(kinds[1]));
    }
    let of_acts = acts.no_sex.filter(|_| !no_sex.is_empty());
    of_acts.iter().for_each(|own| relations.no_sex.add(&mut reader, &no_sex, &[*own]));
    reader
}

/// Adds the rows by quartier: those of a kind are those of its sheets, those of quartiers are of census sheets.
fn read_progress(reader: &mut Reader, sheets: &SheetSummary, by_kind: &[[usize; 5]]) {
    let mut of_quartiers = Vec::new();
    let progress = sheets.progress.iter().chain([&sheets.progress_total]);
    for row in progress.map(|row| &row.counts) {
        let index = kind_row(&row.heading).or((row.heading == RowHeading::All).then_some(ALL_ROWS));
        let least = if index == Some(2) { LEAST_COUNT } else { LEAST_ROWS };
        let mut cell = |n: Option<u64>| add_rows(reader, n, index, row.is_withheld, least);
        let [in_register, quarantined, all] = [cell(row.cell(0)), cell(row.cell(1)), cell(row.total)];
        reader.sum(all, &[in_register, quarantined], false);
        match index {
            Some(kind) => {
                let own = by_kind[kind];
                reader.sum(in_register, &own[3..], false);
                reader.sum(quarantined, &own[2..3], false);
            }
            None => of_quartiers.push(in_register),
        }
    }
    reader.equal(&of_quartiers, &by_kind[0][3..], false);
}

/// Withholds the counts of rows of these numbers.
fn withhold(sheets: &mut SheetSummary, is_withheld: impl Fn(usize) -> bool) {
    let outcomes = [&mut sheets.census, &mut sheets.births, &mut sheets.events, &mut sheets.all];
    outcomes.into_iter().enumerate().filter(|(index, _)| is_withheld(*index)).for_each(|(_, own)| own.withhold());
    for row in sheets.progress.iter_mut().chain([&mut sheets.progress_total]) {
        let own = &mut row.counts;
        let index = kind_row(&own.heading).or((own.heading == RowHeading::All).then_some(ALL_ROWS));
        if index.is_some_and(&is_withheld) {
            CountRow::withhold(own);
        }
    }
    let findings = sheets.findings.iter_mut().enumerate();
    findings.filter(|(place, _)| is_withheld(ALL_ROWS + 1 + place)).for_each(|(_, own)| own.withhold());
}

/// Withholds the counts of rows and findings that would give a hidden count back, and the rows of acts or events that
/// are few.
pub(super) fn withhold_rows(tables: &mut ReportTables, folded: &FoldedPersons, relations: &RowRelations) {
    let (acts, events) = (relations.are_few_acts, relations.are_few_events);
    withhold(&mut tables.sheets, |index| index == 1 && acts || index == 2 && events);
    let mut withheld = BTreeSet::new();
    loop {
        let mut reader = rows_as_read(tables, folded, relations);
        reader.narrow();
        let n_before = withheld.len();
        withheld.extend(reader.rows_to_withhold());
        if withheld.len() == n_before {
            return;
        }
        withhold(&mut tables.sheets, |index| withheld.contains(&index));
    }
}
