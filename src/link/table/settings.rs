//! Settings of linking a table: what its columns hold, thresholds and limits.

use serde::{Deserialize, Serialize};

use crate::link::comparison::MOST_COMPARISONS;

/// Settings of linking one or two tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TableSettings {
    /// Column that identifies a row in the output; without it the row number does.
    pub id: Option<String>,
    /// Probability from which two rows are linked as one person (0.5 to 1).
    pub accept: f64,
    /// Probability from which a pair is reported for review (0 to `accept`).
    pub review: f64,
    /// Column whose value two rows of one person never share, such as the number of a household's sheet.
    pub apart: Option<String>,
    /// With two tables: whether one table may hold a person twice.
    pub duplicates_within: bool,
    /// Most rows in a block that is not divided.
    pub max_block: usize,
    /// Most pairs that one blocking pass may find, for each row.
    pub pairs_per_row: f64,
    /// The comparisons.
    pub comparison: Vec<ComparisonSettings>,
}

impl Default for TableSettings {
    fn default() -> Self {
        Self {
            id: None,
            accept: 0.9,
            review: 0.1,
            apart: None,
            duplicates_within: false,
            max_block: 100,
            pairs_per_row: 4.0,
            comparison: Vec::new(),
        }
    }
}

/// One comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparisonSettings {
    /// What the columns hold.
    pub kind: ComparisonKind,
    /// `name`: the parts of one name, one to three, compared in any order. `place`: from broad to narrow, one to four,
    /// weighed together. Other kinds: one.
    pub columns: Vec<String>,
    /// Name as shown; without it the column, or the columns joined by `+`.
    pub name: Option<String>,
}

/// What the columns of a comparison hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ComparisonKind {
    /// The parts of a person's name.
    Name,
    /// A date of birth, whole or in part.
    Date,
    /// An address: columns that go together.
    Place,
    /// Words, in which a letter may be mistyped.
    Text,
    /// A number or code that identifies something: a card, a telephone.
    Code,
    /// A quantity: an age, a size.
    Number,
    /// One of a few values: sex, state.
    Category,
}

impl ComparisonKind {
    /// Most columns of a comparison of this kind.
    #[must_use]
    pub fn most_columns(self) -> usize {
        match self {
            Self::Name => 3,
            Self::Place => 4,
            _ => 1,
        }
    }
}

/// A setting that is out of range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingProblem {
    /// The key, as `comparison[2].columns`; comparisons count from 1.
    pub key: String,
    /// Its value.
    pub value: String,
    /// What is allowed, as a code: `between-half-and-one`, `between-zero-and-accept`, `at-least-ten`, `above-zero`,
    /// `at-least-one-comparison`, `fewer-comparisons`, `column-count`, `column-once`.
    pub expected: &'static str,
}

impl TableSettings {
    /// All problems of the settings that can be found without a table.
    #[must_use]
    pub fn problems(&self) -> Vec<SettingProblem> {
        let mut problems = Vec::new();
        let mut expect = |fits: bool, key: &str, value: String, expected: &'static str| {
            if !fits {
                problems.push(SettingProblem { key: key.to_owned(), value, expected });
            }
        };
        expect((0.5..=1.0).contains(&self.accept), "accept", self.accept.to_string(), "between-half-and-one");
        let is_below_accept = self.review > 0.0 && self.review <= self.accept;
        expect(is_below_accept, "review", self.review.to_string(), "between-zero-and-accept");
        expect(self.max_block >= 10, "max_block", self.max_block.to_string(), "at-least-ten");
        let is_above_zero = self.pairs_per_row > 0.0 && self.pairs_per_row.is_finite();
        expect(is_above_zero, "pairs_per_row", self.pairs_per_row.to_string(), "above-zero");
        expect(!self.comparison.is_empty(), "comparison", "0".to_owned(), "at-least-one-comparison");
        let mut earlier_columns = Vec::new();
        let mut n_comparisons = 0;
        for (place, comparison) in self.comparison.iter().enumerate() {
            let key = format!("comparison[{}].columns", place + 1);
            let n = comparison.columns.len();
            expect((1..=comparison.kind.most_columns()).contains(&n), &key, n.to_string(), "column-count");
            for column in &comparison.columns {
                expect(!earlier_columns.contains(&column), &key, column.clone(), "column-once");
                earlier_columns.push(column);
            }
            n_comparisons += if comparison.kind == ComparisonKind::Name { n + usize::from(n > 1) } else { 1 };
        }
        // One comparison is reserved for what relatives take.
        expect(n_comparisons < MOST_COMPARISONS, "comparison", n_comparisons.to_string(), "fewer-comparisons");
        problems
    }

    /// The columns that the settings name, each once, in their order.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let named = self.id.iter().chain(&self.apart).chain(self.comparison.iter().flat_map(|c| &c.columns));
        let mut columns: Vec<&str> = Vec::new();
        for name in named {
            if !columns.contains(&name.as_str()) {
                columns.push(name);
            }
        }
        columns
    }
}
