//! The columns of a table as they are compared: small numbers in arrays, every distinct value once.

use rayon::prelude::*;

use crate::link::block::key;
use crate::link::dates::{self, DATE};
use crate::link::levels::{Comparison, Likelihoods, MOST_COMPARISONS, Pattern};
use crate::link::names::{self, NAME, ORDER_OF_PARTS, SAME, SOUND};
use crate::link::words::{Nearness, Shares, Word, Words, Written};
use crate::record::{Column, PartialDate, Table};

use super::super::glance::Near;
use super::settings::{ComparisonKind, TableSettings};

/// Levels of words, codes and numbers.
const TEXT: Likelihoods = Likelihoods {
    levels: &["missing", "same", "slip", "different"],
    m: &[0.86, 0.09, 0.05],
    relatives: &[0.30, 0.02, 0.68],
    u: &[0.005, 0.005, 0.99],
};
/// Levels of one of a few values.
const CATEGORY: Likelihoods =
    Likelihoods { levels: &["missing", "same", "different"], m: &[0.96, 0.04], relatives: &[0.5, 0.5], u: &[0.4, 0.6] };
/// Levels of an address: of so many of its columns that both rows fill, so many agree.
const PLACE: Likelihoods = Likelihoods {
    levels: &[
        "missing", "1_of_1", "0_of_1", "2_of_2", "1_of_2", "0_of_2", "3_of_3", "2_of_3", "1_of_3", "0_of_3", "4_of_4",
        "3_of_4", "2_of_4", "1_of_4", "0_of_4",
    ],
    m: &[0.03, 0.01, 0.05, 0.02, 0.02, 0.16, 0.04, 0.03, 0.02, 0.42, 0.08, 0.04, 0.05, 0.03],
    relatives: &[0.03, 0.01, 0.05, 0.02, 0.02, 0.16, 0.04, 0.03, 0.02, 0.42, 0.08, 0.04, 0.05, 0.03],
    u: &[0.0005, 0.03, 0.0002, 0.005, 0.06, 0.0001, 0.0005, 0.02, 0.20, 0.0001, 0.0003, 0.001, 0.033, 0.64],
};

/// One column in numbers.
#[derive(Debug, Default)]
pub(super) struct Coded {
    /// Its place among the words of a row.
    place: usize,
    pub(super) shares: Shares,
    /// For each row the date it is, if the column holds dates.
    dates: Vec<Option<PartialDate>>,
}

/// One thing compared, its columns in numbers.
#[derive(Debug)]
pub(super) enum Compared {
    /// Parts of a name.
    Name(Vec<Coded>),
    /// A date.
    Date(Coded),
    /// From broad to narrow.
    Place(Vec<Coded>),
    Text(Coded),
    Code(Coded),
    Number(Coded),
    Category(Coded),
}

/// All rows of all tables.
pub(super) struct Columns {
    pub(super) n_rows: usize,
    pub(super) words: Words,
    pub(super) compared: Vec<(String, Compared)>,
    /// For each row a word for each column, 0 where it is blank: what is compared of a row lies together.
    cells: Vec<Written>,
    n_columns: usize,
    /// For each row a hash of everything it says, whatever rows stand around it.
    hashes: Vec<u64>,
    /// For each row what rows of one person never share, from 1; 0 is none. Empty if nothing sets rows apart.
    pub(super) group: Vec<u32>,
}

impl Columns {
    pub(super) fn new(
        tables: &[Table],
        settings: &TableSettings,
        read_date: &dyn Fn(&str) -> Option<PartialDate>,
    ) -> Self {
        let mut words = Words::default();
        let n_rows: usize = tables.iter().map(|table| table.rows.len()).sum();
        let n_columns = settings.comparison.iter().map(|comparison| comparison.columns.len()).sum();
        let mut cells = vec![Written::default(); n_rows * n_columns];
        let mut place = 0;
        let mut compared = Vec::with_capacity(settings.comparison.len());
        for comparison in &settings.comparison {
            let is_date = comparison.kind == ComparisonKind::Date;
            let mut coded = comparison.columns.iter().map(|name| {
                let own = cells.iter_mut().skip(place).step_by(n_columns);
                fill(own, tables, name, &mut words);
                let of_rows = || cells.iter().skip(place).step_by(n_columns);
                let shares = Shares::new(of_rows().map(|cell| words.spelling(cell.word).key));
                place += 1;
                let dates = if is_date { dates_of(tables, name, read_date) } else { Vec::new() };
                Coded { place: place - 1, shares, dates }
            });
            let name = comparison.name.clone().unwrap_or_else(|| comparison.columns.join("+"));
            let columns = match comparison.kind {
                ComparisonKind::Name => Compared::Name(coded.collect()),
                ComparisonKind::Place => Compared::Place(coded.collect()),
                ComparisonKind::Date => Compared::Date(coded.next().unwrap_or_default()),
                ComparisonKind::Text => Compared::Text(coded.next().unwrap_or_default()),
                ComparisonKind::Code => Compared::Code(coded.next().unwrap_or_default()),
                ComparisonKind::Number => Compared::Number(coded.next().unwrap_or_default()),
                ComparisonKind::Category => Compared::Category(coded.next().unwrap_or_default()),
            };
            compared.push((name, columns));
        }
        let hash = |row: &[Written]| row.iter().fold(0, |hash, cell| key(&[hash, words.spelling(cell.word).hash]));
        let hashes = cells.par_chunks(n_columns.max(1)).map(hash).collect();
        Self { n_rows, words, compared, cells, n_columns, hashes, group: groups(tables, settings) }
    }

    /// The word of a row in a column; 0 is blank.
    pub(super) fn word(&self, coded: &Coded, row: usize) -> Word {
        self.written(coded, row).word
    }

    fn written(&self, coded: &Coded, row: usize) -> Written {
        self.cells[row * self.n_columns + coded.place]
    }

    /// What the engine weighs: a name gives its parts and their order, the others one each.
    pub(super) fn comparisons(&self) -> Vec<Comparison> {
        let mut comparisons = Vec::new();
        let mut add = |name: &str, of: Likelihoods| comparisons.push(Comparison { name: name.to_owned(), of });
        for (name, compared) in &self.compared {
            match compared {
                Compared::Name(parts) => {
                    for (place, part) in name.split('+').chain(["second", "third"]).take(parts.len()).enumerate() {
                        let own = name.split('+').count() == parts.len();
                        add(&if own { part.to_owned() } else { format!("{name}_{}", place + 1) }, NAME);
                    }
                    if parts.len() > 1 {
                        add(&format!("{name}_order"), ORDER_OF_PARTS);
                    }
                }
                Compared::Date(_) => add(name, DATE),
                Compared::Place(_) => add(name, PLACE),
                Compared::Text(_) | Compared::Code(_) | Compared::Number(_) => add(name, TEXT),
                Compared::Category(_) => add(name, CATEGORY),
            }
        }
        comparisons
    }

    pub(super) fn compare(&self, a: usize, b: usize) -> Pattern {
        let mut pattern = Pattern::default();
        let mut place = 0;
        let mut add = |level: u8| {
            pattern = pattern.with(place, level);
            place += 1;
        };
        for (_, compared) in &self.compared {
            match compared {
                Compared::Name(parts) => {
                    let of = |row: usize| {
                        std::array::from_fn(|part| {
                            parts.get(part).map_or(Written::default(), |coded| self.written(coded, row))
                        })
                    };
                    let (levels, order) = names::compare_parts(&self.words, of(a), of(b), Near::ANY);
                    levels[..parts.len()].iter().for_each(|level| add(*level));
                    if parts.len() > 1 {
                        add(order);
                    }
                }
                Compared::Date(coded) => add(self.date_level(coded, a, b)),
                Compared::Place(columns) => add(self.place_level(columns, a, b)),
                Compared::Text(coded) | Compared::Code(coded) => {
                    add(self.text_level(self.written(coded, a), self.written(coded, b)));
                }
                Compared::Number(coded) => add(self.number_level(self.written(coded, a), self.written(coded, b))),
                Compared::Category(coded) => add(match (self.word(coded, a), self.word(coded, b)) {
                    (0, _) | (_, 0) => 0,
                    (x, y) => 1 + u8::from(x != y),
                }),
            }
        }
        pattern
    }

    pub(super) fn rarity(&self, a: usize, b: usize, pattern: Pattern) -> [f64; MOST_COMPARISONS] {
        let mut rarity = [0.0; MOST_COMPARISONS];
        let mut place = 0;
        for (_, compared) in &self.compared {
            let level = pattern.level(place);
            match compared {
                Compared::Name(parts) => {
                    for (part, coded) in parts.iter().enumerate() {
                        if matches!(pattern.level(place + part), SAME | SOUND) {
                            rarity[place + part] = coded.shares.rarity(self.words.spelling(self.word(coded, a)).key);
                        }
                    }
                    place += parts.len() + usize::from(parts.len() > 1);
                    continue;
                }
                // A day is never rare, but the first of January is common.
                Compared::Date(coded) if level == 1 => {
                    rarity[place] = coded.shares.rarity(self.word(coded, a)).min(0.0);
                }
                Compared::Text(coded) | Compared::Category(coded) if level == 1 => {
                    rarity[place] = coded.shares.rarity(self.word(coded, a));
                }
                // Where one column alone agrees, how common its value is tells; the others go together.
                Compared::Place(columns) if matches!(PLACE.levels[usize::from(level)].as_bytes(), [b'1', ..]) => {
                    let agreeing =
                        columns.iter().find(|coded| self.agree(self.written(coded, a), self.written(coded, b)));
                    rarity[place] = agreeing.map_or(0.0, |coded| coded.shares.rarity(self.word(coded, a)));
                }
                _ => {}
            }
            place += 1;
        }
        rarity
    }

    /// Of everything the row says.
    pub(super) fn hash(&self, row: usize) -> u64 {
        self.hashes.get(row).copied().unwrap_or(0)
    }

    fn agree(&self, a: Written, b: Written) -> bool {
        a.word != 0 && b.word != 0 && self.words.nearness(a, b) <= Nearness::Slip
    }

    fn text_level(&self, a: Written, b: Written) -> u8 {
        match (a.word, b.word) {
            (0, _) | (_, 0) => 0,
            (x, y) if x == y => 1,
            _ if self.agree(a, b) => 2,
            _ => 3,
        }
    }

    /// Equal, near by value or by a slip, or neither.
    fn number_level(&self, a: Written, b: Written) -> u8 {
        let number = |written: Written| self.words.spelling(written.word).folded.parse::<f64>().ok();
        match self.text_level(a, b) {
            3 => match (number(a), number(b)) {
                (Some(x), Some(y)) if x == y => 1,
                (Some(x), Some(y)) if (x - y).abs() <= f64::max(1.0, 0.05 * x.abs().max(y.abs())) => 2,
                _ => 3,
            },
            level => level,
        }
    }

    fn date_level(&self, coded: &Coded, a: usize, b: usize) -> u8 {
        let (x, y) = (self.written(coded, a), self.written(coded, b));
        match (x.word, y.word) {
            (0, _) | (_, 0) => 0,
            (p, q) if p == q => 1,
            _ => match (coded.date(a), coded.date(b)) {
                (Some(p), Some(q)) => dates::level(Some(p), Some(q)),
                // A day that no calendar has may still be a slip of the other.
                _ if self.agree(x, y) => 2,
                _ => 0,
            },
        }
    }

    fn place_level(&self, columns: &[Coded], a: usize, b: usize) -> u8 {
        let (mut n_both, mut n_agreeing) = (0_u8, 0_u8);
        for coded in columns {
            let (x, y) = (self.written(coded, a), self.written(coded, b));
            if x.word != 0 && y.word != 0 {
                n_both += 1;
                n_agreeing += u8::from(self.words.nearness(x, y) <= Nearness::Slip);
            }
        }
        // The levels of fewer columns come first: 2 of one, 3 of two, 4 of three.
        let before = [0, 0, 2, 5, 9][usize::from(n_both.min(4))];
        if n_both == 0 { 0 } else { before + 1 + (n_both - n_agreeing) }
    }
}

impl Coded {
    /// The date of a row, if the column holds dates and this is one.
    pub(super) fn date(&self, row: usize) -> Option<PartialDate> {
        self.dates.get(row).copied().flatten()
    }
}

/// Writes a column of all tables as words; a table that lacks it is blank there.
fn fill<'w>(own: impl Iterator<Item = &'w mut Written>, tables: &[Table], name: &str, words: &mut Words) {
    let mut own = own;
    for table in tables {
        let Some(Column { values, of_row, .. }) = table.column(name) else {
            own.by_ref().take(table.rows.len()).for_each(|cell| *cell = Written::default());
            continue;
        };
        let word_of: Vec<Word> = values.iter().map(|value| words.of(value)).collect();
        let word_of: Vec<Written> = word_of.into_iter().map(|word| words.written(word)).collect();
        of_row.iter().zip(own.by_ref()).for_each(|(value, cell)| *cell = word_of[*value as usize]);
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

/// What sets rows apart: the column named, or the table they stand in.
fn groups(tables: &[Table], settings: &TableSettings) -> Vec<u32> {
    let by_table = tables.len() > 1 && !settings.duplicates_within;
    if !by_table && settings.apart.is_none() {
        return Vec::new();
    }
    let mut groups = Vec::new();
    let mut first = 1;
    for table in tables {
        let column = settings.apart.as_deref().and_then(|name| table.column(name)).filter(|_| !by_table);
        match column {
            _ if by_table => {
                groups.resize(groups.len() + table.rows.len(), first);
                first += 1;
            }
            Some(column) => {
                groups.extend(column.of_row.iter().map(|value| if *value == 0 { 0 } else { first + value }));
                first += column.values.len() as u32;
            }
            None => groups.resize(groups.len() + table.rows.len(), 0),
        }
    }
    groups
}
