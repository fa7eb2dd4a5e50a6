//! A pair of rows with its comparisons and, for a review, the data shown of each row; and the order of a review.

use std::collections::BTreeMap;
use std::fmt;

/// The place of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RowPlace {
    /// File, relative to the raw folder.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row number as the spreadsheet shows it.
    pub row: i64,
}

impl fmt::Display for RowPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sheet.as_str() {
            "" => write!(f, "{}:{}", self.file, self.row),
            sheet => write!(f, "{}:{sheet}!{}", self.file, self.row),
        }
    }
}

/// One comparison of two rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComparisonWeight {
    /// The field that was compared, such as `born_on`.
    pub comparison: &'static str,
    /// The degree of agreement, such as `same_day`.
    pub level: String,
    /// Bits for (above 0) or against.
    pub weight: f64,
}

/// Two rows that were compared, and the result.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowPair {
    /// The places of the two rows.
    pub places: [RowPlace; 2],
    /// Each comparison, in the order in which they are made.
    pub comparisons: Vec<ComparisonWeight>,
    /// Sum of the comparisons' weights and of the prior odds, in bits.
    pub weight: f64,
    /// Probability that both are one person.
    pub probability: f64,
    /// `score`, `rule` or `person`.
    pub decided_by: String,
    /// Whether both are one person in the register.
    pub is_kept: bool,
}

impl RowPair {
    /// Returns the odds before anything is compared, in bits.
    pub(crate) fn prior(&self) -> f64 {
        self.weight - self.comparisons.iter().map(|comparison| comparison.weight).sum::<f64>()
    }

    /// Whether the score left the pair open, or a rule kept it apart, and nobody has ruled on it.
    pub(crate) fn is_open(&self) -> bool {
        !self.is_kept && matches!(self.decided_by.as_str(), "score" | "rule")
    }

    /// Whether both are one person by their score alone.
    pub(crate) fn is_joined_by_score(&self) -> bool {
        self.is_kept && self.decided_by == "score"
    }

    /// Returns the uncertainty of the pair, in bits. It is greatest at probability 0.5 and for a pair kept apart by a
    /// rule.
    fn uncertainty(&self) -> f64 {
        let p = self.probability.clamp(1e-9, 1.0 - 1e-9);
        let entropy = -p * p.log2() - (1.0 - p) * (1.0 - p).log2();
        if self.decided_by == "rule" { 1.0 } else { entropy }
    }
}

/// One row of a pair, as the reviewer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ReviewRow {
    /// Hash of the row as typed.
    pub(crate) key: String,
    /// The text as typed, by the code of the column's meaning.
    pub(crate) typed: BTreeMap<String, String>,
    /// The household of the row; "" for an act.
    pub(crate) household_id: String,
    /// Quartier, avenue and parcel of the household, or the quartier of the act.
    pub(crate) address: [String; 3],
    /// The other persons of the household.
    pub(crate) company: Vec<String>,
    /// How many rows its person has.
    pub(crate) n_rows: i64,
}

/// A pair to judge, and its two rows in the order of the pair's places.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReviewPair<'r> {
    pub(crate) pair: &'r RowPair,
    pub(crate) rows: [&'r ReviewRow; 2],
}

impl<'r> ReviewPair<'r> {
    /// Returns the information in a ruling: the uncertainty times the number of rows of both persons.
    fn information(&self) -> f64 {
        self.pair.uncertainty() * self.rows.iter().map(|row| row.n_rows).sum::<i64>() as f64
    }

    fn households(&self) -> [&'r str; 2] {
        let mut both = [self.rows[0].household_id.as_str(), self.rows[1].household_id.as_str()];
        both.sort_unstable();
        both
    }
}

/// Sorts pairs for a reviewer: most informative first, pairs of the same two households together, so that a person
/// judges a household at once.
pub(crate) fn in_review_order(mut pairs: Vec<ReviewPair<'_>>) -> Vec<ReviewPair<'_>> {
    let mut best: BTreeMap<[&str; 2], f64> = BTreeMap::new();
    for pair in &pairs {
        let best = best.entry(pair.households()).or_insert(0.0);
        *best = best.max(pair.information());
    }
    pairs.sort_by(|x, y| {
        best[&y.households()]
            .total_cmp(&best[&x.households()])
            .then_with(|| x.households().cmp(&y.households()))
            .then_with(|| y.information().total_cmp(&x.information()))
            .then_with(|| x.pair.places.cmp(&y.pair.places))
    });
    pairs
}

/// Keeps the pairs of the least weight, least first, so that a wrong merge can be undone.
pub(crate) fn keep_least_certain(pairs: &mut Vec<RowPair>, most: usize) {
    pairs.sort_by(|x, y| x.weight.total_cmp(&y.weight).then_with(|| x.places.cmp(&y.places)));
    pairs.truncate(most);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(row: i64, probability: f64, decided_by: &str, is_kept: bool) -> RowPair {
        RowPair {
            places: [row, row + 1].map(|row| RowPlace { row, ..RowPlace::default() }),
            probability,
            weight: (probability / (1.0 - probability)).log2(),
            decided_by: decided_by.into(),
            is_kept,
            ..RowPair::default()
        }
    }

    #[test]
    fn the_most_informative_pair_comes_first_and_households_stay_together() {
        let pairs = [
            (pair(1, 0.15, "score", false), "a"),
            (pair(10, 0.50, "score", false), "b"),
            (pair(20, 0.20, "score", false), "b"),
            (pair(30, 0.60, "score", false), "a"),
        ];
        let row = |household: &&str| ReviewRow { household_id: (*household).into(), n_rows: 1, ..ReviewRow::default() };
        let other = row(&"z");
        let rows: Vec<ReviewRow> = pairs.iter().map(|(_, household)| row(household)).collect();
        let review = pairs.iter().zip(&rows).map(|((pair, _), row)| ReviewPair { pair, rows: [row, &other] });
        let order: Vec<i64> = in_review_order(review.collect()).iter().map(|pair| pair.pair.places[0].row).collect();
        assert_eq!(order, [10, 20, 30, 1]);
    }

    #[test]
    fn a_pair_that_a_person_decided_is_neither_open_nor_joined_by_score() {
        let mut pairs = vec![
            pair(60, 0.999, "score", true),
            pair(40, 0.95, "score", true),
            pair(50, 0.99, "person", false),
            pair(70, 0.2, "rule", false),
        ];
        assert_eq!(pairs.iter().map(RowPair::is_open).collect::<Vec<_>>(), [false, false, false, true]);
        pairs.retain(RowPair::is_joined_by_score);
        keep_least_certain(&mut pairs, 1);
        assert_eq!(pairs.iter().map(|pair| pair.places[0].row).collect::<Vec<_>>(), [40]);
    }
}
