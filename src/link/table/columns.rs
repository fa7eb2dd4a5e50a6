//! The columns of a table, coded as small numbers, and how two rows compare in them.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::link::comparison::{
    Comparison, KeyFrequencies, LevelSet, MOST_COMPARISONS, Pattern, ValueCounts, ValueFrequencies, level_set,
    rounded_count,
};
use crate::link::dates::{self, DATE, date_level};
use crate::link::key::key;
use crate::link::linkable::Linkable;
use crate::link::model::{EXPECTED_PER_ROW, PairKind};
use crate::link::names::{NAME, ORDER_OF_PARTS, PartPairs, SAME, SOUND, compare_names};
use crate::record::{Column, PartialDate, Table};
use crate::spelling::{NameSimilarity, SpellingId, SpellingRef, SpellingTable};

use super::settings::{ComparisonKind, TableSettings};

level_set! {
    TEXT {
        SAME_VALUE "same" 0.86 0.30 0.005
        SLIP "slip" 0.09 0.02 0.005
        OTHER_VALUE "different" 0.05 0.68 0.99
    }
}

// A value that is one of a few.
level_set! {
    CATEGORY {
        _ "same" 0.96 0.5 0.4
        _ "different" 0.04 0.5 0.6
    }
}

/// Levels of an address: how many of its columns agree, of those that both rows fill.
const PLACE: LevelSet = LevelSet {
    names: &[
        "missing", "1_of_1", "0_of_1", "2_of_2", "1_of_2", "0_of_2", "3_of_3", "2_of_3", "1_of_3", "0_of_3", "4_of_4",
        "3_of_4", "2_of_4", "1_of_4", "0_of_4",
    ],
    classes: [
        &[0.03, 0.01, 0.05, 0.02, 0.02, 0.16, 0.04, 0.03, 0.02, 0.42, 0.08, 0.04, 0.05, 0.03],
        &[0.03, 0.01, 0.05, 0.02, 0.02, 0.16, 0.04, 0.03, 0.02, 0.42, 0.08, 0.04, 0.05, 0.03],
        &[0.0005, 0.03, 0.0002, 0.005, 0.06, 0.0001, 0.0005, 0.02, 0.20, 0.0001, 0.0003, 0.001, 0.033, 0.64],
    ],
    namesakes: &[],
};

/// One column, coded as small numbers.
pub(super) struct CodedColumn {
    /// Index of its cell in a row.
    index: usize,
    frequencies: KeyFrequencies,
    /// For each row the date, if the column holds dates.
    dates: Vec<Option<PartialDate>>,
}

pub(super) struct ColumnComparison {
    pub(super) name: String,
    pub(super) kind: ComparisonKind,
    /// One, or the parts of a name, or the columns of an address from broad to narrow.
    pub(super) columns: Vec<CodedColumn>,
}

/// The coded columns of all rows of all tables.
pub(super) struct ListColumns {
    pub(super) spellings: SpellingTable,
    /// As the settings name them.
    pub(super) by_column: Vec<ColumnComparison>,
    /// As the engine weighs them.
    pub(super) comparisons: Vec<Comparison>,
    /// Row by row a spelling for each column, 0 if it is blank: the cells of a row lie together.
    cells: Vec<SpellingRef>,
    n_columns: usize,
    /// For each row a hash of its values. It does not depend on other rows.
    hashes: Vec<u64>,
    /// For each row a number from 1 that two rows of one person never share; 0 is none. Empty if no row has one.
    groups: Vec<u32>,
    pub(super) counted: CountedRows,
    /// By column how many rows have each value, where no model gave frequencies.
    pub(super) value_counts: BTreeMap<String, ValueCounts>,
}

/// The rows from which it is counted how common a value is: all rows; but where most rows repeat others, each different
/// row once. A row that stands there a hundred times would otherwise make its own values look common.
pub(super) struct CountedRows {
    /// For each row whether it is counted; empty if all are.
    is_counted: Vec<bool>,
    /// How many rows are counted.
    pub(super) n: usize,
}

impl CountedRows {
    fn new(hashes: &[u64]) -> Self {
        let mut seen = std::collections::HashSet::with_capacity(hashes.len());
        let is_counted: Vec<bool> = hashes.iter().map(|hash| seen.insert(*hash)).collect();
        let n = seen.len();
        if n * 2 < hashes.len() { Self { is_counted, n } } else { Self { is_counted: Vec::new(), n: hashes.len() } }
    }

    pub(super) fn has(&self, row: usize) -> bool {
        self.is_counted.get(row).copied().unwrap_or(true)
    }
}

impl ListColumns {
    /// Codes the columns that the settings name. `known` are the frequencies of a model; without them values are
    /// counted.
    pub(super) fn new(
        tables: &[Table],
        settings: &TableSettings,
        read_date: &dyn Fn(&str) -> Option<PartialDate>,
        known: Option<&BTreeMap<String, ValueFrequencies>>,
    ) -> Self {
        let mut spellings = SpellingTable::default();
        let n_rows: usize = tables.iter().map(|table| table.rows.len()).sum();
        let n_columns = settings.comparison.iter().map(|comparison| comparison.columns.len()).sum();
        let mut cells = vec![SpellingRef::default(); n_rows * n_columns];
        let names = settings.comparison.iter().flat_map(|comparison| &comparison.columns);
        for (index, name) in names.enumerate() {
            let own = cells.iter_mut().skip(index).step_by(n_columns);
            code_column(own, tables, name, &mut spellings);
        }
        let hash =
            |row: &[SpellingRef]| row.iter().fold(0, |hash, cell| key(&[hash, spellings.spelling(cell.id).hash]));
        let mut hashes: Vec<u64> = cells.par_chunks(n_columns.max(1)).map(hash).collect();
        hashes.resize(n_rows, 0);
        let counted = CountedRows::new(&hashes);
        let mut index = 0;
        let mut by_column = Vec::with_capacity(settings.comparison.len());
        let mut value_counts = BTreeMap::new();
        for comparison in settings.comparison.iter().filter(|comparison| !comparison.columns.is_empty()) {
            let coded = comparison.columns.iter().map(|name| {
                let of_rows = || cells.iter().skip(index).step_by(n_columns).enumerate();
                let value_of = |cell: &SpellingRef| value_id(&spellings, comparison.kind, cell.id);
                let text_of = |value: SpellingId| &*spellings.spelling(value).folded;
                let values = || of_rows().map(|(_, cell)| value_of(cell)).map(|value| (value, text_of(value)));
                let frequencies = match known {
                    _ if !has_rarity(comparison.kind) => KeyFrequencies::new(std::iter::empty()),
                    Some(known) => known.get(name).map_or_else(
                        || KeyFrequencies::new(std::iter::empty()),
                        |f| KeyFrequencies::of_values(f, values()),
                    ),
                    None => {
                        let mut counts = HashMap::<SpellingId, u64>::new();
                        for (_, cell) in of_rows().filter(|(row, cell)| cell.id != 0 && counted.has(*row)) {
                            *counts.entry(value_of(cell)).or_default() += 1;
                        }
                        let counts: ValueCounts =
                            counts.into_iter().map(|(value, count)| (text_of(value).to_owned(), count)).collect();
                        let frequencies = KeyFrequencies::of_values(&ValueFrequencies::new(&counts), values());
                        value_counts.insert(name.clone(), counts);
                        frequencies
                    }
                };
                index += 1;
                let is_date = comparison.kind == ComparisonKind::Date;
                let dates = if is_date { dates_of(tables, name, read_date) } else { Vec::new() };
                CodedColumn { index: index - 1, frequencies, dates }
            });
            let columns = coded.collect();
            let name = comparison.name.clone().unwrap_or_else(|| comparison.columns.join("+"));
            by_column.push(ColumnComparison { name, kind: comparison.kind, columns });
        }
        let (comparisons, groups) = (engine_comparisons(&by_column), groups(tables, settings));
        Self { spellings, by_column, comparisons, cells, n_columns, hashes, groups, counted, value_counts }
    }

    /// Two rows in the order of their hashes: the score of a pair does not depend on the order of rows.
    fn in_order(&self, a: u32, b: u32) -> (usize, usize) {
        let (a, b) = (a as usize, b as usize);
        if self.hashes[b] < self.hashes[a] { (b, a) } else { (a, b) }
    }

    /// 0 if the cell is blank.
    pub(super) fn id(&self, column: &CodedColumn, row: usize) -> SpellingId {
        self.cell(column, row).id
    }

    fn cell(&self, column: &CodedColumn, row: usize) -> SpellingRef {
        self.cells[row * self.n_columns + column.index]
    }

    fn agree(&self, a: SpellingRef, b: SpellingRef) -> bool {
        a.id != 0 && b.id != 0 && self.spellings.similarity(a, b) <= NameSimilarity::Slip
    }

    fn text_level(&self, a: SpellingRef, b: SpellingRef) -> u8 {
        match (a.id, b.id) {
            (0, _) | (_, 0) => 0,
            (x, y) if x == y => SAME_VALUE,
            _ if self.agree(a, b) => SLIP,
            _ => OTHER_VALUE,
        }
    }

    /// The level of two numbers. A difference of 1 or of 5 % counts as a slip.
    fn number_level(&self, a: SpellingRef, b: SpellingRef) -> u8 {
        let number = |cell: SpellingRef| self.spellings.spelling(cell.id).folded.parse::<f64>().ok();
        match self.text_level(a, b) {
            OTHER_VALUE => match (number(a), number(b)) {
                (Some(x), Some(y)) if x == y => SAME_VALUE,
                (Some(x), Some(y)) if (x - y).abs() <= f64::max(1.0, 0.05 * x.abs().max(y.abs())) => SLIP,
                _ => OTHER_VALUE,
            },
            level => level,
        }
    }

    fn date_level(&self, column: &CodedColumn, a: usize, b: usize) -> u8 {
        let (x, y) = (self.cell(column, a), self.cell(column, b));
        match (x.id, y.id) {
            (0, _) | (_, 0) => 0,
            (p, q) if p == q => dates::SAME_DAY,
            _ => match (column.date(a), column.date(b)) {
                (Some(p), Some(q)) => date_level(Some(p), Some(q)),
                // An impossible date may still be a slip of the other.
                _ if self.agree(x, y) => dates::SLIP,
                _ => 0,
            },
        }
    }

    fn place_level(&self, columns: &[CodedColumn], a: usize, b: usize) -> u8 {
        let (mut n_both, mut n_agreeing) = (0_u8, 0_u8);
        for column in columns {
            let (x, y) = (self.cell(column, a), self.cell(column, b));
            if x.id != 0 && y.id != 0 {
                n_both += 1;
                n_agreeing += u8::from(self.agree(x, y));
            }
        }
        // The levels of fewer columns come first: two of 1 column, three of 2, four of 3.
        let n_before = [0, 0, 2, 5, 9][usize::from(n_both.min(4))];
        if n_both == 0 { 0 } else { n_before + 1 + (n_both - n_agreeing) }
    }
}

impl Linkable for ListColumns {
    fn len(&self) -> usize {
        self.hashes.len()
    }

    fn pair_kinds(&self) -> Vec<PairKind> {
        let n_rows = rounded_count(self.len().max(2));
        vec![PairKind {
            name: "",
            comparisons: self.comparisons.clone(),
            n_pairs: n_rows * (n_rows - 1.0) / 2.0,
            expected: EXPECTED_PER_ROW.map(|per_row| per_row * n_rows),
        }]
    }

    fn compare_similar(&self, a: u32, b: u32, _: PartPairs) -> Pattern {
        let (a, b) = self.in_order(a, b);
        let mut pattern = Pattern::default();
        let mut place = 0;
        let mut add = |level: u8| {
            pattern = pattern.with(place, level);
            place += 1;
        };
        for ColumnComparison { kind, columns, .. } in &self.by_column {
            let (x, y) = (self.cell(&columns[0], a), self.cell(&columns[0], b));
            match kind {
                ComparisonKind::Name => {
                    let part = |row: usize, part: usize| columns.get(part).map(|column| self.cell(column, row));
                    let name = |row: usize| std::array::from_fn(|place| part(row, place).unwrap_or_default());
                    let levels = compare_names(&self.spellings, name(a), name(b), PartPairs::ALL);
                    levels.parts[..columns.len()].iter().for_each(|level| add(*level));
                    if columns.len() > 1 {
                        add(levels.order);
                    }
                }
                ComparisonKind::Date => add(self.date_level(&columns[0], a, b)),
                ComparisonKind::Place => add(self.place_level(columns, a, b)),
                ComparisonKind::Text | ComparisonKind::Code => add(self.text_level(x, y)),
                ComparisonKind::Number => add(self.number_level(x, y)),
                ComparisonKind::Category if x.id == 0 || y.id == 0 => add(0),
                ComparisonKind::Category => add(1 + u8::from(x.id != y.id)),
            }
        }
        pattern
    }

    fn rarity(&self, a: u32, b: u32, pattern: Pattern) -> [f64; MOST_COMPARISONS] {
        let (a, b) = self.in_order(a, b);
        let mut rarity = [0.0; MOST_COMPARISONS];
        let mut place = 0;
        for ColumnComparison { kind, columns, .. } in &self.by_column {
            let level = pattern.level(place);
            let of_value = |column: &CodedColumn| column.frequencies.rarity(self.id(column, a));
            match kind {
                ComparisonKind::Name => {
                    for (part, column) in columns.iter().enumerate() {
                        if matches!(pattern.level(place + part), SAME | SOUND) {
                            rarity[place + part] =
                                column.frequencies.rarity(self.spellings.spelling(self.id(column, a)).key);
                        }
                    }
                    place += columns.len() + usize::from(columns.len() > 1);
                    continue;
                }
                // No day is rare, but the first of January is common.
                ComparisonKind::Date if level == dates::SAME_DAY => rarity[place] = of_value(&columns[0]).min(0.0),
                ComparisonKind::Text | ComparisonKind::Category if level == SAME_VALUE => {
                    rarity[place] = of_value(&columns[0]);
                }
                // Only where one column agrees does the frequency of its value count: the columns depend on one
                // another.
                ComparisonKind::Place if PLACE.names[usize::from(level)].starts_with('1') => {
                    let agreeing = columns.iter().find(|column| self.agree(self.cell(column, a), self.cell(column, b)));
                    rarity[place] = agreeing.map_or(0.0, of_value);
                }
                _ => {}
            }
            place += 1;
        }
        rarity
    }

    fn group(&self, row: u32) -> Option<u32> {
        self.groups.get(row as usize).copied().filter(|group| *group != 0)
    }

    fn hash(&self, row: u32) -> u64 {
        self.hashes[row as usize]
    }
}

impl CodedColumn {
    /// The date in a row, if the column holds dates and the row a valid one.
    pub(super) fn date(&self, row: usize) -> Option<PartialDate> {
        self.dates.get(row).copied().flatten()
    }
}

/// Whether it counts how common a value of such a column is.
fn has_rarity(kind: ComparisonKind) -> bool {
    !matches!(kind, ComparisonKind::Code | ComparisonKind::Number)
}

/// What is counted of a value: of a name part its sound, of other values their letters.
fn value_id(spellings: &SpellingTable, kind: ComparisonKind, id: SpellingId) -> SpellingId {
    if kind == ComparisonKind::Name { spellings.spelling(id).key } else { id }
}

/// The comparisons that the engine weighs: a name gives one for each part and one for their order, other kinds give
/// one.
fn engine_comparisons(by_column: &[ColumnComparison]) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    let mut add = |name: &str, levels| comparisons.push(Comparison { name: name.to_owned(), levels });
    for ColumnComparison { name, kind, columns } in by_column {
        match kind {
            ComparisonKind::Name => {
                let has_own_names = name.split('+').count() == columns.len();
                for (place, part) in name.split('+').chain(["second", "third"]).take(columns.len()).enumerate() {
                    add(&if has_own_names { part.to_owned() } else { format!("{name}_{}", place + 1) }, NAME);
                }
                if columns.len() > 1 {
                    add(&format!("{name}_order"), ORDER_OF_PARTS);
                }
            }
            ComparisonKind::Date => add(name, DATE),
            ComparisonKind::Place => add(name, PLACE),
            ComparisonKind::Text | ComparisonKind::Code | ComparisonKind::Number => add(name, TEXT),
            ComparisonKind::Category => add(name, CATEGORY),
        }
    }
    comparisons
}

/// Codes the cells of a column of all tables; the cells of a table that lacks the column are blank.
fn code_column<'w>(
    mut own: impl Iterator<Item = &'w mut SpellingRef>,
    tables: &[Table],
    name: &str,
    spellings: &mut SpellingTable,
) {
    for table in tables {
        let Some(Column { values, of_row, .. }) = table.column(name) else {
            own.by_ref().take(table.rows.len()).for_each(|cell| *cell = SpellingRef::default());
            continue;
        };
        let ids: Vec<SpellingId> = values.iter().map(|value| spellings.id_of(value)).collect();
        let references: Vec<SpellingRef> = ids.into_iter().map(|id| spellings.reference(id)).collect();
        of_row.iter().zip(own.by_ref()).for_each(|(value, cell)| *cell = references[*value as usize]);
    }
}

/// The dates of a column of all tables.
fn dates_of(tables: &[Table], name: &str, read_date: &dyn Fn(&str) -> Option<PartialDate>) -> Vec<Option<PartialDate>> {
    let mut dates = Vec::new();
    for table in tables {
        let Some(column) = table.column(name) else {
            dates.resize(dates.len() + table.rows.len(), None);
            continue;
        };
        let read: Vec<_> = column.values.iter().map(|value| read_date(value)).collect();
        dates.extend(column.of_row.iter().map(|value| read[*value as usize]));
    }
    dates
}

/// For each row a number that two rows of one person never share: of its value of `apart`, or of its table.
fn groups(tables: &[Table], settings: &TableSettings) -> Vec<u32> {
    let by_table = tables.len() > 1 && !settings.duplicates_within;
    if !by_table && settings.apart.is_none() {
        return Vec::new();
    }
    let mut groups = Vec::new();
    let mut first = 1;
    for table in tables {
        let column = settings.apart.as_deref().and_then(|name| table.column(name)).filter(|_| !by_table);
        if let Some(column) = column {
            groups.extend(column.of_row.iter().map(|value| if *value == 0 { 0 } else { first + value }));
            first += column.values.len() as u32;
        } else {
            groups.resize(groups.len() + table.rows.len(), if by_table { first } else { 0 });
            first += 1;
        }
    }
    groups
}
