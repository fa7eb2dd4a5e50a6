//! Attacks on suppressed tables: a reader who knows the rules lists every table that agrees with the figures shown.

use super::super::example_commune::Lcg;
use super::{LastPublication, SuppressedTable, SuppressionRules, ZeroCells, suppress_column, suppress_table};

const FIVE: SuppressionRules<'static> =
    SuppressionRules { min_cell: 5, zeros: ZeroCells::Suppressible, hides_row_totals_first: false, last: None };

impl Lcg {
    fn count(&mut self) -> u64 {
        match self.below(4) {
            0 => 0,
            1 | 2 => self.below(7),
            _ => self.below(14),
        }
    }

    fn table(&mut self, n_rows: usize, n_columns: usize) -> Vec<Vec<u64>> {
        (0..n_rows).map(|_| (0..n_columns).map(|_| self.count()).collect()).collect()
    }
}

/// The figures shown, as equations: each is a list of (unknown, sign) and its sum.
#[derive(Default)]
struct EquationSystem {
    lines: Vec<(Vec<(usize, i64)>, i64)>,
    least: Vec<i64>,
    most: i64,
}

impl EquationSystem {
    /// Builds the equations; numbers the unknowns row by row, the row total last; column totals and the grand total
    /// follow.
    fn of(truth: &[Vec<u64>], shown: &SuppressedTable, least: i64) -> Self {
        let mut unknowns = 0;
        let mut term =
            |line: &mut (Vec<(usize, i64)>, i64), figure: Option<u64>, known_as: Option<usize>, sign: i64| match figure
            {
                Some(n) => {
                    line.1 -= sign * n as i64;
                    None
                }
                None => {
                    let id = known_as.unwrap_or_else(|| {
                        unknowns += 1;
                        unknowns - 1
                    });
                    line.0.push((id, sign));
                    Some(id)
                }
            };
        let n_columns = shown.column_totals.len();
        let mut columns = vec![(Vec::new(), 0); n_columns];
        let mut totals = (Vec::new(), 0);
        let mut lines = Vec::new();
        for (cells, total) in shown.cells.iter().zip(&shown.row_totals) {
            let mut line = (Vec::new(), 0);
            for (c, cell) in cells.iter().enumerate() {
                let id = term(&mut columns[c], *cell, None, 1);
                term(&mut line, *cell, id, 1);
            }
            if n_columns > 1 {
                let id = term(&mut line, *total, None, -1);
                term(&mut totals, *total, id, 1);
                lines.push(line);
            }
        }
        let mut across = (Vec::new(), 0);
        for (column, total) in columns.iter_mut().zip(&shown.column_totals) {
            let id = term(column, *total, None, -1);
            term(&mut across, *total, id, 1);
        }
        term(&mut across, shown.total, None, -1);
        lines.extend(columns);
        lines.push(across);
        if n_columns > 1 && shown.total.is_some() {
            term(&mut totals, shown.total, None, -1);
            lines.push(totals);
        }
        let most = truth.iter().flatten().sum::<u64>() as i64 + 3;
        Self { lines, least: vec![least; unknowns], most }
    }

    /// Joins two tables of the same persons: their suppressed column totals, the last unknowns of each, are equal.
    fn joined(mut self, other: Self, n_hidden_totals: usize) -> Self {
        let first = self.least.len();
        for (terms, rest) in other.lines {
            self.lines.push((terms.into_iter().map(|(id, sign)| (id + first, sign)).collect(), rest));
        }
        self.least.extend(other.least);
        for back in 1..=n_hidden_totals {
            self.lines.push((vec![(first - back, 1), (self.least.len() - back, -1)], 0));
        }
        self
    }

    /// Returns for each unknown whether at least two values are possible.
    fn open(&self) -> Vec<bool> {
        let nothing_known = vec![None; self.least.len()];
        let (low, high) = self.bounds(&nothing_known);
        let is_open = |target: usize| {
            let is_possible = |value: &i64| {
                let mut fixed = nothing_known.clone();
                fixed[target] = Some(*value);
                self.solvable(&fixed)
            };
            (low[target]..=high[target]).filter(is_possible).nth(1).is_some()
        };
        (0..self.least.len()).map(is_open).collect()
    }

    fn solvable(&self, fixed: &[Option<i64>]) -> bool {
        let (low, high) = self.bounds(fixed);
        if low.iter().zip(&high).any(|(l, h)| l > h) {
            return false;
        }
        let Some(next) = (0..low.len()).filter(|i| low[*i] < high[*i]).min_by_key(|i| high[*i] - low[*i]) else {
            return self.lines.iter().all(|(terms, rest)| {
                terms.iter().map(|(id, sign)| sign * low[*id]).sum::<i64>() + -rest == 0 || terms.is_empty()
            });
        };
        (low[next]..=high[next]).any(|value| {
            let mut trial = fixed.to_vec();
            trial[next] = Some(value);
            self.solvable(&trial)
        })
    }

    /// Returns the range of each unknown, narrowed by every equation until no range changes.
    fn bounds(&self, fixed: &[Option<i64>]) -> (Vec<i64>, Vec<i64>) {
        let mut low: Vec<i64> = fixed.iter().zip(&self.least).map(|(f, least)| f.unwrap_or(*least)).collect();
        let mut high: Vec<i64> = fixed.iter().map(|f| f.unwrap_or(self.most)).collect();
        for _ in 0..200 {
            let before = (low.clone(), high.clone());
            for (terms, rest) in &self.lines {
                for (id, sign) in terms {
                    let others = terms.iter().filter(|(other, _)| other != id);
                    let (mut least, mut most) = (0, 0);
                    for (other, s) in others {
                        least += if *s > 0 { low[*other] } else { -high[*other] };
                        most += if *s > 0 { high[*other] } else { -low[*other] };
                    }
                    let (a, b) = (sign * (rest - most), sign * (rest - least));
                    low[*id] = low[*id].max(a.min(b));
                    high[*id] = high[*id].min(a.max(b));
                }
            }
            if low.iter().zip(&high).any(|(l, h)| l > h) || before == (low.clone(), high.clone()) {
                break;
            }
        }
        (low, high)
    }
}

fn shows_small(shown: &SuppressedTable) -> bool {
    let totals = shown.row_totals.iter().chain(&shown.column_totals).chain([&shown.total]);
    shown.cells.iter().flatten().chain(totals).flatten().any(|n| (1..5).contains(n))
}

#[test]
fn no_suppressed_cell_of_a_random_table_can_be_computed() {
    let mut random = Lcg(2018);
    let mut n_hidden = 0;
    for _ in 0..600 {
        let (n_rows, n_columns) = (1 + random.below(5) as usize, 1 + random.below(4) as usize);
        let truth = random.table(n_rows, n_columns);
        let shown = suppress_table(&truth, &SuppressionRules { hides_row_totals_first: random.below(2) == 0, ..FIVE });
        assert!(!shows_small(&shown), "{truth:?}\n{shown:?}");
        if shown.total.is_none() {
            continue;
        }
        let system = EquationSystem::of(&truth, &shown, 0);
        n_hidden += system.least.len();
        assert!(system.open().iter().all(|open| *open), "{truth:?}\n{shown:?}");
    }
    assert!(n_hidden > 1000, "too few cells to attack: {n_hidden}");
}

#[test]
fn a_reader_who_knows_that_suppressed_cells_are_above_zero_finds_none() {
    let mut random = Lcg(46);
    let mut n_attacked = 0;
    for _ in 0..300 {
        let n_rows = 2 + random.below(4) as usize;
        let truth: Vec<Vec<u64>> =
            random.table(n_rows, 2).into_iter().map(|row| row.iter().map(|n| n + 1).collect()).collect();
        let shown = suppress_table(&truth, &SuppressionRules { zeros: ZeroCells::Known, ..FIVE });
        let is_all_hidden = shown.cells.iter().flatten().chain(&shown.row_totals).all(Option::is_none);
        if is_all_hidden || shown.column_totals.contains(&None) {
            continue;
        }
        n_attacked += 1;
        assert!(EquationSystem::of(&truth, &shown, 1).open().iter().all(|open| *open), "{truth:?}\n{shown:?}");
    }
    assert!(n_attacked > 100, "{n_attacked}");
}

#[test]
fn narrowing_ranges_finds_no_cell_of_a_large_table() {
    let mut random = Lcg(7);
    for _ in 0..20 {
        let truth = random.table(46, 3);
        let shown = suppress_table(&truth, &FIVE);
        let system = EquationSystem::of(&truth, &shown, 0);
        let (low, high) = system.bounds(&vec![None; system.least.len()]);
        assert!(low.iter().zip(&high).all(|(l, h)| l < h), "{shown:?}");
    }
}

#[test]
fn the_attack_finds_a_cell_that_is_suppressed_alone() {
    let truth = vec![vec![3, 20], vec![9, 30]];
    let naive = SuppressedTable {
        cells: vec![vec![None, Some(20)], vec![Some(9), Some(30)]],
        row_totals: vec![Some(23), Some(39)],
        column_totals: vec![Some(12), Some(50)],
        total: Some(62),
    };
    assert_eq!(EquationSystem::of(&truth, &naive, 0).open(), [false]);
}

#[test]
fn two_loops_joined_by_one_cell_are_not_enough() {
    // Each row and column has two suppressed cells, but only one cell connects the two blocks.
    let truth = vec![vec![2, 3, 50, 60], vec![3, 2, 3, 50], vec![50, 60, 2, 3], vec![60, 50, 3, 2]];
    let shown = suppress_table(&truth, &FIVE);
    assert!(EquationSystem::of(&truth, &shown, 0).open().iter().all(|open| *open), "{shown:?}");
}

#[test]
fn tables_of_the_same_persons_suppress_the_same_totals() {
    let by_year = vec![vec![40, 2, 7], vec![60, 1, 9]];
    let by_sex = vec![vec![50, 3, 8], vec![50, 0, 8]];
    let [a, b] = [&by_year, &by_sex].map(|cells| suppress_table(cells, &FIVE));
    assert_eq!((a.column_totals, a.total), (b.column_totals, b.total));
}

#[test]
fn two_tables_of_the_same_persons_together_disclose_no_cell() {
    let mut random = Lcg(1987);
    let mut n_joined = 0;
    for _ in 0..400 {
        // Each person has a row in each table and the same column in both; the last column is rare.
        let mut truths = [vec![vec![0; 3]; 3], vec![vec![0; 3]; 2]];
        for (column, n) in [20 + random.below(9), 8 + random.below(9), random.below(7)].into_iter().enumerate() {
            for _ in 0..n {
                truths[0][random.below(3) as usize][column] += 1;
                truths[1][random.below(2) as usize][column] += 1;
            }
        }
        let [a, b] = [&truths[0], &truths[1]].map(|truth| suppress_table(truth, &FIVE));
        assert_eq!((&a.column_totals, a.total), (&b.column_totals, b.total));
        let n_hidden = a.column_totals.iter().filter(|total| total.is_none()).count();
        n_joined += usize::from(n_hidden > 0);
        let system = EquationSystem::of(&truths[0], &a, 0).joined(EquationSystem::of(&truths[1], &b, 0), n_hidden);
        assert!(system.open().iter().all(|open| *open), "{truths:?}\n{a:?}\n{b:?}");
    }
    assert!(n_joined > 50, "{n_joined}");
}

#[test]
fn large_counts_and_zeros_are_shown_as_they_are() {
    let cells = vec![vec![10, 0], vec![25, 5]];
    let shown = suppress_table(&cells, &FIVE);
    assert_eq!(shown.cells, [[Some(10), Some(0)], [Some(25), Some(5)]]);
    assert_eq!([shown.row_totals, shown.column_totals], [[10, 30].map(Some), [35, 5].map(Some)]);
    assert_eq!(shown.total, Some(40));
}

#[test]
fn a_column_suppresses_the_next_smallest_cell_with_a_small_one() {
    assert_eq!(suppress_column(&[3, 40, 9], &FIVE), (vec![None, Some(40), None], Some(52)));
    assert_eq!(suppress_column(&[3, 0, 1], &FIVE), (vec![None, None, None], None));
    assert_eq!(suppress_column(&[], &FIVE), (vec![], Some(0)));
}

/// Returns the publication of a figure in a first report.
fn published(first: &SuppressedTable, row: usize, column: usize) -> LastPublication {
    let cells = first.cells.get(row).map(Vec::as_slice).unwrap_or_default();
    let shown = if column < cells.len() { cells[column] } else { first.row_totals.get(row).copied().flatten() };
    LastPublication { shown, is_hidden: shown.is_none() }
}

#[test]
fn two_reports_side_by_side_disclose_no_small_change_and_no_cell() {
    let mut random = Lcg(50);
    let (mut n_moved, mut n_attacked) = (0, 0);
    for _ in 0..300 {
        let (n_rows, n_columns) = (2 + random.below(4) as usize, 2 + random.below(2) as usize);
        let truth = random.table(n_rows, n_columns);
        let first = suppress_table(&truth, &FIVE);
        // One to nine persons come, go or move.
        let mut later = truth.clone();
        for _ in 0..=random.below(9) {
            let (r, c) = (random.below(n_rows as u64) as usize, random.below(n_columns as u64) as usize);
            if random.below(2) == 0 { later[r][c] += 1 } else { later[r][c] = later[r][c].saturating_sub(1) }
        }
        let last = |r: usize, c: usize| published(&first, r, c);
        let second = suppress_table(&later, &SuppressionRules { last: Some(&last), ..FIVE });
        assert!(!shows_small(&second), "{later:?}\n{second:?}");
        // A third report of the same register equals the second.
        let since = |r: usize, c: usize| {
            let (before, now) = (published(&first, r, c), published(&second, r, c));
            LastPublication { shown: now.shown.or(before.shown), is_hidden: now.is_hidden }
        };
        assert_eq!(suppress_table(&later, &SuppressionRules { last: Some(&since), ..FIVE }), second);
        for r in 0..n_rows {
            for c in 0..=n_columns {
                match (published(&first, r, c).shown, published(&second, r, c).shown) {
                    (Some(before), Some(now)) => {
                        assert!(!(1..5).contains(&before.abs_diff(now)), "{truth:?}\n{later:?}\n{second:?}");
                    }
                    (before, _) => n_moved += usize::from(before.is_some()),
                }
            }
        }
        if second.total.is_some() {
            n_attacked += 1;
            assert!(EquationSystem::of(&later, &second, 0).open().iter().all(|open| *open), "{later:?}\n{second:?}");
        }
    }
    assert!(n_moved > 300 && n_attacked > 250, "{n_moved} {n_attacked}");
}

#[test]
fn a_second_report_of_the_same_register_suppresses_the_same_cells() {
    let mut random = Lcg(51);
    for _ in 0..200 {
        let (n_rows, n_columns) = (2 + random.below(5) as usize, 1 + random.below(4) as usize);
        let truth = random.table(n_rows, n_columns);
        let first = suppress_table(&truth, &FIVE);
        let last = |r: usize, c: usize| published(&first, r, c);
        assert_eq!(suppress_table(&truth, &SuppressionRules { last: Some(&last), ..FIVE }), first);
    }
}
