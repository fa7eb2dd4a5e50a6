//! Withholds further rows of a release where the figures shown would give a count under 10 back (secondary
//! suppression).
//!
//! Rounding hides each count by itself, but counts add up: two half-years make a year whose number is exact, on time
//! and late make those judged. A reader who adds and subtracts the ends of what each figure can be narrows the hidden
//! ones. This module does what that reader does ([`Reader`]), with every sum that the tables of a release have in
//! common; the sums of persons are in `disclosure_persons.rs`. Where a hidden count could have fewer than
//! [`LEAST_VALUES`] values, its row is withheld, then the smallest row that it is computed from, until none is left. A
//! withheld row shows none of its counts, and does not say which of them are under 10. Of a year of birth it shows the
//! acts of known delay, since other tables do.

use std::collections::{BTreeMap, BTreeSet};

use super::count_table::{CountRow, CountTable};
use super::heading::{Breakdown, RowHeading, delay_bucket};
use super::release_limits::{LEAST_COUNT, STEP};
use super::timeliness::{Births, DAYS_LATE, OtherRule, OtherYear, TimelinessRow, TimelinessTable};

/// Fewest values that a hidden count must still be able to have: as many as a rounded one.
const LEAST_VALUES: i64 = STEP as i64;
/// More than any count.
const UNBOUNDED: i64 = 1 << 40;

/// A count that a reader of a release knows, or looks for.
pub(super) type Cell = usize;

/// What a reader of a release knows: the range of each count, and which counts are sums of others.
#[derive(Clone, Default)]
pub(super) struct Reader {
    /// Lowest and highest value of each count.
    pub(super) ranges: Vec<(i64, i64)>,
    /// The row of each count, if it can be withheld.
    rows: Vec<Option<usize>>,
    /// Whether a table hides the count.
    pub(super) is_hidden: Vec<bool>,
    /// Counts with their signs whose sum is 0.
    sums: Vec<Vec<(Cell, i64)>>,
    /// The counts of a table of many columns: another row than theirs is withheld, if their column gives them back.
    of_columns: BTreeSet<Cell>,
}

impl Reader {
    /// Adds a count of a row that is in this range.
    pub(super) fn add(&mut self, range: (i64, i64), row: Option<usize>, is_hidden: bool) -> Cell {
        self.ranges.push(range);
        self.rows.push(row);
        self.is_hidden.push(is_hidden);
        self.ranges.len() - 1
    }

    /// Adds a count that no table has.
    pub(super) fn add_unknown(&mut self) -> Cell {
        self.add((0, UNBOUNDED), None, false)
    }

    /// Adds a count as a release shows it.
    pub(super) fn add_shown(&mut self, n: Option<u64>, row: Option<usize>, is_withheld: bool, is_exact: bool) -> Cell {
        let range = match n {
            None if is_withheld => (0, UNBOUNDED),
            None => (0, LEAST_COUNT as i64 - 1),
            Some(n) if is_exact || n == 0 => (n as i64, n as i64),
            Some(n) => {
                let (half, up) = (STEP as i64 / 2, n.next_multiple_of(STEP) as i64);
                let n = n as i64;
                // A count that an exact one bounds was rounded up beyond it.
                ((up - half).max(LEAST_COUNT as i64), if n == up { n + half } else { n })
            }
        };
        self.add(range, row.filter(|_| !is_exact && !is_withheld), n.is_none())
    }

    /// Adds: the sum of the parts is the whole. With a rest the whole may have other parts, too.
    pub(super) fn sum(&mut self, whole: Cell, parts: &[Cell], has_rest: bool) {
        if !parts.is_empty() {
            self.equal(parts, &[whole], has_rest);
        }
    }

    /// Adds: the sum of the parts, with a rest or not, is that of the wholes.
    pub(super) fn equal(&mut self, parts: &[Cell], wholes: &[Cell], has_rest: bool) {
        let rest = has_rest.then(|| self.add_unknown());
        let parts = parts.iter().copied().chain(rest).map(|part| (part, 1));
        self.sums.push(parts.chain(wholes.iter().map(|whole| (*whole, -1))).collect());
    }

    /// Returns the hidden counts that the reader knows.
    pub(super) fn disclosed(&self) -> BTreeSet<Cell> {
        (0..self.ranges.len()).filter(|cell| self.is_disclosed(*cell)).collect()
    }

    /// Lets the rows of these counts alone be withheld.
    pub(super) fn keep_rows(&mut self, is_kept: impl Fn(Cell) -> bool) {
        self.rows.iter_mut().enumerate().filter(|(cell, _)| !is_kept(*cell)).for_each(|(_, row)| *row = None);
    }

    /// Forgets the ranges of the first counts.
    pub(super) fn forget(&mut self, n: usize) {
        self.ranges[..n].fill((0, UNBOUNDED));
    }

    /// Forgets which of the counts so far are hidden, if the reader knows them without what comes.
    pub(super) fn forget_disclosed(&mut self) {
        let mut known = self.clone();
        known.narrow();
        known.disclosed().into_iter().for_each(|cell| self.is_hidden[cell] = false);
    }

    /// Narrows every range by every sum until none changes.
    pub(super) fn narrow(&mut self) {
        loop {
            let mut is_changed = false;
            for sum in &self.sums {
                let ends = |(cell, sign): &(Cell, i64)| {
                    let (low, high) = self.ranges[*cell];
                    if *sign > 0 { (low, high) } else { (-high, -low) }
                };
                let (least, most) = sum.iter().map(ends).fold((0, 0), |all, own| (all.0 + own.0, all.1 + own.1));
                for (cell, sign) in sum {
                    let before = self.ranges[*cell];
                    let (low, high) = if *sign > 0 { before } else { (-before.1, -before.0) };
                    // The others together are the opposite of this one.
                    let (from, to) = (high - most, low - least);
                    let (from, to) = if *sign > 0 { (from, to) } else { (-to, -from) };
                    let after = (before.0.max(from), before.1.min(to));
                    if after != before && after.0 <= after.1 {
                        self.ranges[*cell] = after;
                        is_changed = true;
                    }
                }
            }
            if !is_changed {
                return;
            }
        }
    }

    /// Whether the reader knows a hidden count to fewer values than a rounded one has. That there is none is no secret.
    pub(super) fn is_disclosed(&self, cell: Cell) -> bool {
        let (low, high) = self.ranges[cell];
        self.is_hidden[cell] && high > 0 && low < LEAST_COUNT as i64 && high - low + 1 < LEAST_VALUES
    }

    /// Returns the rows to withhold: those of the counts that the reader knows, or else of the smallest count that each
    /// of them is computed from.
    pub(super) fn rows_to_withhold(&self) -> BTreeSet<usize> {
        let disclosed = self.disclosed();
        let row = |cell: &Cell| {
            let of_column = self.of_columns.contains(cell).then(|| self.row_of_narrowest_sum(*cell)).flatten();
            of_column.or(self.rows[*cell])
        };
        let own: BTreeSet<usize> = disclosed.iter().filter_map(row).collect();
        if !own.is_empty() {
            return own;
        }
        let others = disclosed.iter().filter(|cell| !self.of_columns.contains(cell));
        others.filter_map(|cell| self.smallest_row_beside(*cell)).collect()
    }

    /// Returns the row of the smallest count in the sum that narrows this one most. Counts that are shown come first.
    fn row_of_narrowest_sum(&self, cell: Cell) -> Option<usize> {
        let ends = |sum: &Vec<(Cell, i64)>| {
            let own = sum.iter().find(|(own, _)| *own == cell)?.1;
            let others = sum.iter().filter(|(other, _)| *other != cell).map(|(other, sign)| {
                let (low, high) = self.ranges[*other];
                if *sign == own { (-high, -low) } else { (low, high) }
            });
            let (low, high) = others.fold((0, 0), |all, own| (all.0 + own.0, all.1 + own.1));
            Some(high.min(LEAST_COUNT as i64 - 1) - low.max(0))
        };
        let narrowest = self.sums.iter().filter_map(|sum| Some((ends(sum)?, sum))).min_by_key(|(width, _)| *width)?.1;
        let rows = narrowest.iter();
        let rows = rows.filter_map(|(own, _)| Some((self.is_hidden[*own], self.ranges[*own].1, self.rows[*own]?)));
        rows.min().map(|(.., row)| row)
    }

    /// Returns the row of the smallest count that has a sum in common with this one, or else with one that has. Counts
    /// that are shown come first: to withhold a hidden one takes little from the reader.
    fn smallest_row_beside(&self, cell: Cell) -> Option<usize> {
        let mut reached = BTreeSet::from([cell]);
        loop {
            let touches = |sum: &&Vec<(Cell, i64)>| sum.iter().any(|(own, _)| reached.contains(own));
            let sums = self.sums.iter().filter(touches);
            let next: BTreeSet<Cell> = sums.flatten().map(|(own, _)| *own).chain([cell]).collect();
            let rows =
                next.iter().filter_map(|own| Some((self.is_hidden[*own], self.ranges[*own].1, self.rows[*own]?)));
            if let Some((_, _, row)) = rows.min() {
                return Some(row);
            }
            if next.len() == reached.len() {
                return None;
            }
            reached = next;
        }
    }
}

/// On time, late, judged, delayed, unknown.
pub(super) type ActCells = [Cell; 5];

/// Where a reader has the counts of the acts.
pub(super) struct ReadActs {
    /// All acts, those of unknown delay included.
    pub(super) all: Cell,
    /// Those of unknown sex.
    pub(super) no_sex: Option<Cell>,
    /// The years of declaration, their half-years and quarters.
    pub(super) periods: BTreeMap<RowHeading, ActCells>,
}

fn act_cells(reader: &mut Reader, row: &TimelinessRow, index: Option<usize>) -> ActCells {
    let is_exact = row.is_exact;
    let index = index.filter(|_| !is_exact);
    let mut cell = |n: Option<u64>, is_exact: bool| reader.add_shown(n, index, row.is_withheld, is_exact);
    let counts = [cell(row.on_time, is_exact), cell(row.late, is_exact), cell(row.judged, is_exact)];
    let [on_time, late, judged] = counts;
    let [delayed, unknown] = [cell(row.delayed, false), cell(row.unknown, false)];
    // Acts of unknown delay are in no rate: rounding alone hides them.
    reader.is_hidden[unknown] = false;
    // An exact year cannot be withheld for its delayed acts.
    reader.is_hidden[delayed] &= index.is_some();
    reader.sum(judged, &[on_time, late], false);
    let is_beyond_a_year =
        matches!(row.heading, RowHeading::Delay(own) if delay_bucket(own).is_some_and(|(from, _)| from > DAYS_LATE));
    reader.sum(late, &[delayed], !is_beyond_a_year);
    [on_time, late, judged, delayed, unknown]
}

/// Adds for each column: the sum of the rows is the whole.
fn sum_rows(reader: &mut Reader, whole: ActCells, rows: &[ActCells]) {
    for column in 0..whole.len() {
        let parts: Vec<Cell> = rows.iter().map(|row| row[column]).collect();
        reader.sum(whole[column], &parts, false);
    }
}

/// Adds: the sum of the parts is the whole, but for a rest that is no more than these others together.
fn sum_with_rest(reader: &mut Reader, whole: Cell, parts: &[Cell], others: impl Iterator<Item = Cell>) {
    let most: i64 = others.map(|cell| reader.ranges[cell].1).sum();
    if parts.is_empty() {
        return;
    }
    let rest = (most > 0).then(|| reader.add((0, most.min(UNBOUNDED)), None, false));
    let parts: Vec<Cell> = parts.iter().copied().chain(rest).collect();
    reader.sum(whole, &parts, false);
}

/// Returns what a reader knows of the acts.
pub(super) fn acts_as_read(births: &Births) -> Reader {
    let mut reader = Reader::default();
    read_acts(&mut reader, births);
    reader
}

/// Adds what a reader knows of the acts. Rows are numbered table by table, then come the years of the quartiers, the
/// total, and the ages of the mothers.
pub(super) fn read_acts(reader: &mut Reader, births: &Births) -> ReadActs {
    let index = &mut (0..);
    let mut cells_of: BTreeMap<Breakdown, Vec<(&RowHeading, ActCells)>> = BTreeMap::new();
    for table in births.tables() {
        let own = table.rows.iter().map(|row| (&row.heading, act_cells(reader, row, index.next()))).collect();
        cells_of.insert(table.by, own);
    }
    let by_quartier_year: Vec<(&String, Vec<(&RowHeading, ActCells)>)> = births
        .by_quartier_year
        .iter()
        .map(|(quartier, rows)| {
            let cells = rows.iter().map(|row| (&row.heading, act_cells(reader, row, index.next())));
            (quartier, cells.collect())
        })
        .collect();
    let total = total_cells(reader, births, &cells_of[&Breakdown::DeclaredYear], index.next());
    let of = |by: Breakdown| cells_of.get(&by).map(Vec::as_slice).unwrap_or_default();
    let those = |by: Breakdown, is_wanted: &dyn Fn(&RowHeading) -> bool| -> Vec<ActCells> {
        of(by).iter().filter(|(heading, _)| is_wanted(heading)).map(|(_, cells)| *cells).collect()
    };
    let mut no_sex = None;
    for (by, rows) in &cells_of {
        let mut rows: Vec<ActCells> = rows.iter().map(|(_, cells)| *cells).collect();
        let folded = match by {
            Breakdown::Sex => Some(births.totals.no_sex),
            Breakdown::Category => Some(births.totals.no_category),
            _ => None,
        };
        // A row that the release leaves out; its acts are counted in a sentence.
        if let Some(n) = folded {
            let row: ActCells = std::array::from_fn(|_| reader.add_unknown());
            let n = reader.add_shown(n, None, false, false);
            reader.sum(n, &[row[2], row[4]], false);
            if *by == Breakdown::Sex {
                no_sex = Some(n);
            }
            rows.push(row);
        }
        sum_rows(reader, total, &rows);
    }
    for (heading, year) in of(Breakdown::DeclaredYear) {
        let RowHeading::Year(own) = heading else { continue };
        let halves = those(Breakdown::DeclaredHalf, &|half| matches!(half, RowHeading::Half(year, _) if year == own));
        let quarters =
            those(Breakdown::DeclaredQuarter, &|part| matches!(part, RowHeading::Quarter(year, _) if year == own));
        sum_rows(reader, *year, &halves);
        sum_rows(reader, *year, &quarters);
        let quartiers = by_quartier_year.iter().flat_map(|(_, years)| years).filter(|(other, _)| other == heading);
        let parts: Vec<ActCells> = quartiers.map(|(_, cells)| *cells).collect();
        // The others have no quartier.
        let unknown = those(Breakdown::Quartier, &|own| *own == RowHeading::Unknown);
        for column in 0..3 {
            let parts: Vec<Cell> = parts.iter().map(|row| row[column]).collect();
            sum_with_rest(reader, year[column], &parts, unknown.iter().map(|row| row[column]));
        }
    }
    for (heading, half) in of(Breakdown::DeclaredHalf) {
        let RowHeading::Half(own, n) = heading else { continue };
        let is_part = |part: &RowHeading| matches!(part, RowHeading::Quarter(year, quarter) if year == own && quarter.div_ceil(2) == *n);
        let quarters = those(Breakdown::DeclaredQuarter, &is_part);
        sum_rows(reader, *half, &quarters);
    }
    for (heading, year) in of(Breakdown::BornYear) {
        let RowHeading::Year(own) = heading else { continue };
        let is_part = |part: &RowHeading| matches!(part, RowHeading::Quarter(year, _) if year == own);
        let quarters = those(Breakdown::BornQuarter, &is_part);
        sum_rows(reader, *year, &quarters);
    }
    for n in 1..=4 {
        let quarters =
            those(Breakdown::DeclaredQuarter, &|part| matches!(part, RowHeading::Quarter(_, own) if *own == n));
        let months = those(Breakdown::Month, &|month| matches!(month, RowHeading::Month(own) if own.div_ceil(3) == n));
        let all: ActCells = std::array::from_fn(|_| reader.add_unknown());
        sum_rows(reader, all, &quarters);
        sum_rows(reader, all, &months);
    }
    for (quartier, years) in &by_quartier_year {
        let own = of(Breakdown::Quartier).iter().find(|(heading, _)| heading.code() == **quartier);
        let Some((_, own)) = own else { continue };
        // The others were declared in a year of which no register was read.
        let others = those(Breakdown::DeclaredYear, &|year| !years.iter().any(|(own, _)| *own == year));
        for column in 0..3 {
            let parts: Vec<Cell> = years.iter().map(|(_, cells)| cells[column]).collect();
            sum_with_rest(reader, own[column], &parts, others.iter().map(|row| row[column]));
        }
    }
    let all = read_mothers(reader, &births.by_mother, index);
    reader.sum(all, &[total[2], total[4]], false);
    let periods = [Breakdown::DeclaredYear, Breakdown::DeclaredHalf, Breakdown::DeclaredQuarter];
    let periods = periods.into_iter().flat_map(|by| of(by).iter().map(|(heading, cells)| ((*heading).clone(), *cells)));
    ReadActs { all, no_sex, periods: periods.collect() }
}

/// Adds the acts by the mother's age and by birth order; returns the sum of all.
fn read_mothers(reader: &mut Reader, table: &CountTable, index: &mut impl Iterator<Item = usize>) -> Cell {
    let first = reader.ranges.len();
    let read = read_table(reader, index, table.rows.iter(), &table.total, [None, None]);
    reader.of_columns.extend(first..reader.ranges.len());
    read.total.last().copied().unwrap_or_else(|| reader.add_unknown())
}

/// Adds the totals of the acts: the exact years, and those that are not exact as one count. Their row can be withheld
/// where no year is exact.
fn total_cells(
    reader: &mut Reader,
    births: &Births,
    years: &[(&RowHeading, ActCells)],
    index: Option<usize>,
) -> ActCells {
    let own = &births.by_declared_year;
    let rows = || own.rows.iter().zip(years);
    if own.total.is_exact || own.total.is_withheld || !own.rows.iter().any(|row| row.is_exact) {
        let total = act_cells(reader, &own.total, index);
        reader.is_hidden[total[3]] = false;
        return total;
    }
    let mut total: ActCells = std::array::from_fn(|_| reader.add_unknown());
    for (column, n) in [(3, own.total.delayed), (4, own.total.unknown)] {
        total[column] = reader.add_shown(n, None, false, false);
        reader.is_hidden[total[column]] = false;
    }
    type Column = fn(&TimelinessRow) -> Option<u64>;
    let columns: [Column; 3] = [|row| row.on_time, |row| row.late, |row| row.judged];
    for (column, of) in columns.into_iter().enumerate() {
        let exact: u64 = rows().filter(|(row, _)| row.is_exact).filter_map(|(row, _)| of(row)).sum();
        // The sum of the exact years and of a multiple of 5 was rounded: one multiple alone agrees with it.
        let others = of(&own.total).map(|n| (n.saturating_sub(exact) + STEP / 2) / STEP * STEP);
        let others = others.filter(|n| *n >= LEAST_COUNT);
        let others = reader.add_shown(others, None, false, false);
        reader.is_hidden[others] = false;
        let inexact: Vec<Cell> = rows().filter(|(row, _)| !row.is_exact).map(|(_, (_, cells))| cells[column]).collect();
        let exact: Vec<Cell> = rows().filter(|(row, _)| row.is_exact).map(|(_, (_, cells))| cells[column]).collect();
        reader.sum(others, &inexact, false);
        reader.sum(total[column], &exact.into_iter().chain([others]).collect::<Vec<_>>(), false);
    }
    reader.sum(total[2], &[total[0], total[1]], false);
    reader.sum(total[1], &[total[3]], true);
    total
}

/// Withholds the rows of acts that would give a hidden count back, alone or beside earlier releases: `beside_earlier`
/// returns the numbers of those rows.
pub(super) fn withhold_acts(births: &mut Births, beside_earlier: &dyn Fn(&Births) -> BTreeSet<usize>) {
    loop {
        let mut reader = acts_as_read(births);
        reader.narrow();
        let mut withheld = reader.rows_to_withhold();
        if withheld.is_empty() {
            withheld = beside_earlier(births);
        }
        if withheld.is_empty() {
            break;
        }
        let mut index = 0..;
        let mut is_withheld = || index.next().is_some_and(|own| withheld.contains(&own));
        for table in births.tables_mut() {
            let is_of_births = table.by == Breakdown::BornYear;
            for row in table.rows.iter_mut().filter(|_| is_withheld()) {
                // Those born in a year stand beside the births expected, and in the cohort.
                let judged = row.judged.filter(|_| is_of_births);
                row.withhold();
                row.judged = judged;
            }
        }
        let years = births.by_quartier_year.iter_mut().flat_map(|(_, rows)| rows);
        years.filter(|_| is_withheld()).for_each(TimelinessRow::withhold);
        if is_withheld() {
            let tables = births.tables_mut().into_iter().map(|table| &mut table.total);
            tables.for_each(TimelinessRow::withhold);
            births.totals.all.withhold();
        }
        let mothers = births.by_mother.rows.iter_mut().chain([&mut births.by_mother.total]);
        mothers.filter(|_| is_withheld()).for_each(CountRow::withhold);
    }
}

/// Withholds acts on time under the other rule where those shown would tell the few acts by which the two rules differ
/// in a year: those of the year that differs least, then the total. `differences` are the exact ones of the years.
pub(super) fn withhold_other_years(other: &mut OtherRule, applied: &TimelinessTable, differences: &[i64]) {
    const ANY: (i64, i64) = (-UNBOUNDED, UNBOUNDED);
    let shown = |year: &OtherYear| {
        let row = applied.rows.iter().chain([&applied.total]).find(|row| row.heading == year.heading)?;
        let (own, other) = row.on_time.zip(year.on_time)?;
        let half = STEP as i64 / 2;
        let slack = half * (i64::from(!row.is_exact) + i64::from(!row.is_exact || own != other));
        let n = own as i64 - other as i64;
        Some((n - slack, n + slack))
    };
    loop {
        let mut reader = Reader::default();
        let cells: Vec<Cell> = (other.by_year.iter().zip(differences))
            .map(|(year, n)| {
                let is_few = year.on_time.is_none() && (1..LEAST_COUNT as i64).contains(&n.abs());
                let few = if *n > 0 { (1, LEAST_COUNT as i64 - 1) } else { (1 - LEAST_COUNT as i64, -1) };
                reader.add(shown(year).unwrap_or(if is_few { few } else { ANY }), None, is_few)
            })
            .collect();
        let total = reader.add(shown(&other.total).unwrap_or(ANY), None, false);
        reader.sum(total, &cells, false);
        reader.narrow();
        let is_known = |cell: &Cell| {
            let (low, high) = reader.ranges[*cell];
            reader.is_hidden[*cell] && high - low + 1 < LEAST_VALUES
        };
        if !cells.iter().any(is_known) {
            return;
        }
        let differ = other.by_year.iter_mut().zip(differences).filter(|(year, n)| year.on_time.is_some() && **n != 0);
        match differ.min_by_key(|(_, n)| n.abs()) {
            Some((least, _)) => least.on_time = None,
            None if other.total.on_time.is_some() => other.total.on_time = None,
            None => return,
        }
    }
}

/// The counts of a row of persons, households or events, the total last, and what of the total is in no column: with
/// `rest` up to so many.
fn count_cells(
    reader: &mut Reader,
    row: &CountRow,
    index: Option<usize>,
    rest: Option<i64>,
) -> (Vec<Cell>, Option<Cell>) {
    let mut cell = |n: Option<u64>| reader.add_shown(n, index, row.is_withheld, false);
    let parts: Vec<Cell> = row.cells.iter().filter(|_| row.cells.len() > 1).map(|n| cell(*n)).collect();
    let total = cell(row.total);
    if parts.is_empty() {
        return (vec![total], None);
    }
    let rest = rest.map(|most| reader.add((0, most), None, false));
    let with_rest: Vec<Cell> = parts.iter().copied().chain(rest).collect();
    reader.sum(total, &with_rest, false);
    (parts.into_iter().chain([total]).collect(), rest)
}

/// The counts of a table by heading, and its totals.
pub(super) struct ReadTable {
    pub(super) rows: Vec<(RowHeading, Vec<Cell>)>,
    pub(super) total: Vec<Cell>,
}

impl ReadTable {
    pub(super) fn total(&self) -> Option<Cell> {
        self.total.last().copied()
    }

    pub(super) fn row_total(&self, heading: &RowHeading) -> Option<Cell> {
        self.rows.iter().find(|(own, _)| own == heading).and_then(|(_, cells)| cells.last().copied())
    }
}

/// Adds a table: its rows sum to its totals. The rests of columns and rows are the most that stand in no column and in
/// no row; `None` if nothing does.
pub(super) fn read_table<'t>(
    reader: &mut Reader,
    index: &mut impl Iterator<Item = usize>,
    rows: impl Iterator<Item = &'t CountRow>,
    total: &CountRow,
    [rest_of_columns, rest_of_rows]: [Option<i64>; 2],
) -> ReadTable {
    let mut rests = Vec::new();
    let mut read = |reader: &mut Reader, row: &CountRow| {
        let (cells, rest) = count_cells(reader, row, index.next(), rest_of_columns);
        rests.extend(rest);
        (row.heading.clone(), cells)
    };
    let rows: Vec<(RowHeading, Vec<Cell>)> = rows.map(|row| read(reader, row)).collect();
    let (_, total) = read(reader, total);
    for (column, whole) in total.iter().enumerate() {
        let mut parts: Vec<Cell> = rows.iter().filter_map(|(_, cells)| cells.get(column).copied()).collect();
        if !parts.is_empty() {
            parts.extend(rest_of_rows.map(|most| reader.add((0, most), None, false)));
        }
        reader.sum(*whole, &parts, false);
    }
    if let Some((whole, parts)) = rests.split_last().filter(|_| rest_of_rows.is_none()) {
        reader.sum(*whole, parts, false);
    }
    ReadTable { rows, total }
}
