//! What rows say, as a hash: by it rows are known to be what they were, without the rows being held.

use std::hash::{BuildHasher, Hasher};

use chrono::Datelike;
use foldhash::fast::{FixedState, FoldHasher};

use super::schema::{Cell, Row};

/// Hashes of what the rows of a group say: two, so that no two groups share both.
pub type Content = (u64, u64);

/// Makes a [`Content`] of values in their order. It holds for one build of the program.
#[derive(Clone)]
pub struct ContentHasher {
    hashers: [FoldHasher<'static>; 2],
    /// A row of noughts is told from a longer one by how many there are.
    n_numbers: u64,
}

impl Default for ContentHasher {
    fn default() -> Self {
        Self { hashers: [1, 2].map(|seed| FixedState::with_seed(seed).build_hasher()), n_numbers: 0 }
    }
}

impl ContentHasher {
    /// A text, that is not none.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64 + 1);
        self.hashers.iter_mut().for_each(|hasher| hasher.write(text.as_bytes()));
    }

    /// A number that is not none.
    pub fn some(&mut self, number: u64) {
        self.number(1);
        self.number(number);
    }

    /// A text, or none.
    pub fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.number(0),
        }
    }

    /// A number, or none.
    pub fn optional_number(&mut self, number: Option<u64>) {
        match number {
            Some(number) => self.some(number),
            None => self.number(0),
        }
    }

    /// A number.
    pub fn number(&mut self, number: u64) {
        self.n_numbers += 1;
        self.hashers.iter_mut().for_each(|hasher| hasher.write_u64(number));
    }

    /// Of all that was shown.
    #[must_use]
    pub fn finish(mut self) -> Content {
        self.number(self.n_numbers + 1);
        let [first, second] = self.hashers;
        (first.finish(), second.finish())
    }
}

/// What rows say.
#[must_use]
pub fn content_of<R: Row>(rows: &[R]) -> Content {
    let mut content = ContentHasher::default();
    for cell in rows.iter().flat_map(Row::cells) {
        match cell {
            Cell::Null => content.number(0),
            Cell::Text(text) => content.text(text),
            Cell::Int(number) => content.some(number as u64),
            Cell::Float(number) => content.some(number.to_bits()),
            Cell::Date(day) => content.some(day.num_days_from_ce() as u64),
        }
    }
    content.finish()
}

/// A hash of all values of a row. It is the same in every run of one build of the program.
#[must_use]
pub fn row_hash<R: Row>(row: &R) -> u64 {
    content_of(std::slice::from_ref(row)).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rows_say_is_told_apart() {
        let of = |add: &dyn Fn(&mut ContentHasher)| {
            let mut hasher = ContentHasher::default();
            add(&mut hasher);
            hasher.finish()
        };
        let all = [
            of(&|content| ["AB", "C"].iter().for_each(|text| content.text(text))),
            of(&|content| ["A", "BC"].iter().for_each(|text| content.text(text))),
            of(&|content| ["ABC", ""].iter().for_each(|text| content.text(text))),
            of(&|content| content.text("ABC")),
            of(&|content| content.optional(None)),
            of(&|content| content.optional_number(Some(0))),
            of(&|content| (0..2).for_each(|_| content.optional_number(None))),
        ];
        let halves: std::collections::HashSet<u64> = all.iter().flat_map(|(a, b)| [*a, *b]).collect();
        assert_eq!(halves.len(), 2 * all.len());
        assert_eq!(all[3], of(&|content| content.optional(Some("ABC"))));
    }
}
