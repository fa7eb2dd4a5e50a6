//! Pairs of rows as a person judges them: side by side, with what speaks for and against in words.
//!
//! The order ([`to_judge`]), the words ([`words`]) and the workbook ([`mod@workbook`]) are here; where the pairs come from
//! and where rulings go is not. It touches no disk and knows no stage; the same pairs give the same bytes.

pub mod page;
mod words;
mod workbook;

use std::collections::BTreeMap;

pub use words::{Evidence, STRENGTH_SHOWN_FROM, evidence, strength, strength_and_side};
pub use workbook::{COLUMN_KEYS, workbook};

/// One row of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// Hash of the row as typed.
    pub key: String,
    /// File, relative to the raw folder.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row as the spreadsheet shows it.
    pub row: i64,
    /// What the row says as typed, by the code of the column's meaning.
    pub typed: BTreeMap<String, String>,
    /// The person it is of now.
    pub person_id: String,
    /// The household it is of; "" for an act.
    pub household_id: String,
    /// Quartier, avenue and parcel of the household, or the quartier of the act.
    pub address: [String; 3],
    /// The other persons of the household.
    pub company: Vec<String>,
    /// How many rows its person has.
    pub n_rows: i64,
}

/// What was compared of two rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weighed {
    /// The thing compared, such as `born_on`.
    pub comparison: String,
    /// How far the two agree on it, such as `same_day`.
    pub level: String,
    /// Bits for (above 0) or against.
    pub weight: f64,
}

/// Two rows, what was compared of them and what became of the pair.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pair {
    /// The two rows.
    pub sides: [Side; 2],
    /// Each comparison, in the order in which they are made.
    pub weighed: Vec<Weighed>,
    /// Sum of weights and of the odds before them, in bits.
    pub weight: f64,
    /// Probability that both are one person.
    pub probability: f64,
    /// `score`, `rule` or `person`.
    pub decided_by: String,
    /// Whether both are one person in the register.
    pub is_kept: bool,
}

impl Pair {
    /// The odds before anything is compared, in bits.
    #[must_use]
    pub fn prior(&self) -> f64 {
        self.weight - self.weighed.iter().map(|weighed| weighed.weight).sum::<f64>()
    }

    /// How much a ruling would settle: a pair as likely as not tells most, and the more rows hang on it.
    fn information(&self) -> f64 {
        let p = self.probability.clamp(1e-9, 1.0 - 1e-9);
        let entropy = -p * p.log2() - (1.0 - p) * (1.0 - p).log2();
        let doubt = if self.decided_by == "rule" { 1.0 } else { entropy };
        doubt * self.sides.iter().map(|side| side.n_rows).sum::<i64>() as f64
    }

    fn households(&self) -> [&str; 2] {
        let mut both = [self.sides[0].household_id.as_str(), self.sides[1].household_id.as_str()];
        both.sort_unstable();
        both
    }

    fn place(&self) -> [(&str, &str, i64); 2] {
        [&self.sides[0], &self.sides[1]].map(|side| (side.file.as_str(), side.sheet.as_str(), side.row))
    }
}

/// The pairs that nobody has ruled on and that scores left open or a rule kept apart, most informative first; pairs of
/// the same two households together, so that a person judges a household at once.
#[must_use]
pub fn to_judge(pairs: &[Pair]) -> Vec<&Pair> {
    let mut open: Vec<&Pair> =
        pairs.iter().filter(|pair| !pair.is_kept && matches!(pair.decided_by.as_str(), "score" | "rule")).collect();
    let mut best: BTreeMap<[&str; 2], f64> = BTreeMap::new();
    for pair in &open {
        let best = best.entry(pair.households()).or_insert(0.0);
        *best = best.max(pair.information());
    }
    open.sort_by(|x, y| {
        best[&y.households()]
            .total_cmp(&best[&x.households()])
            .then_with(|| x.households().cmp(&y.households()))
            .then_with(|| y.information().total_cmp(&x.information()))
            .then_with(|| x.place().cmp(&y.place()))
    });
    open
}

/// The pairs joined on the weakest evidence, weakest first, so that a wrong merge can be undone.
#[must_use]
pub fn least_certain(pairs: &[Pair], most: usize) -> Vec<&Pair> {
    let mut joined: Vec<&Pair> = pairs.iter().filter(|pair| pair.is_kept && pair.decided_by == "score").collect();
    joined.sort_by(|x, y| x.weight.total_cmp(&y.weight).then_with(|| x.place().cmp(&y.place())));
    joined.truncate(most);
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(row: i64, probability: f64, decided_by: &str, is_kept: bool, household: &str) -> Pair {
        let side =
            |row, household_id: &str| Side { row, household_id: household_id.into(), n_rows: 1, ..Side::default() };
        Pair {
            sides: [side(row, household), side(row + 1, "z")],
            probability,
            weight: (probability / (1.0 - probability)).log2(),
            decided_by: decided_by.into(),
            is_kept,
            ..Pair::default()
        }
    }

    #[test]
    fn what_tells_most_comes_first_and_households_stay_together() {
        let pairs = [
            pair(1, 0.15, "score", false, "a"),
            pair(10, 0.50, "score", false, "b"),
            pair(20, 0.20, "score", false, "b"),
            pair(30, 0.60, "score", false, "a"),
            pair(40, 0.95, "score", true, "c"),
            pair(50, 0.99, "person", false, "d"),
            pair(60, 0.999, "score", true, "e"),
        ];
        let rows = |pairs: Vec<&Pair>| pairs.iter().map(|pair| pair.sides[0].row).collect::<Vec<_>>();
        assert_eq!(rows(to_judge(&pairs)), [10, 20, 30, 1]);
        assert_eq!(rows(least_certain(&pairs, 1)), [40]);
    }
}
