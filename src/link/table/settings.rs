//! What a person says of a table: which columns are what, and what may be decided without them.

use serde::{Deserialize, Serialize};

use crate::link::MOST_COMPARISONS;

/// How the rows of any table are linked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TableSettings {
    /// Column that names a row in what is written; without it rows go by their number.
    pub id: Option<String>,
    /// Probability from which two rows are taken for one person (0.5 to 1).
    pub accept: f64,
    /// Probability from which a pair is kept for review (0 to `accept`).
    pub review: f64,
    /// Column whose value two rows of one person never share, such as the number of a household's sheet.
    pub apart: Option<String>,
    /// With two tables: whether one of them may itself hold a person twice.
    pub duplicates_within: bool,
    /// Rows in a block beyond which it is divided.
    pub max_block: usize,
    /// Pairs that one pass may bring, for each row.
    pub pairs_per_row: f64,
    /// The columns compared.
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

/// One thing compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparisonSettings {
    /// What the columns hold.
    pub kind: ComparisonKind,
    /// `name`: the parts of one name, one to three, compared in any order. `place`: from broad to narrow, one to four,
    /// weighed together. The others: one.
    pub columns: Vec<String>,
    /// As shown; without it the column, or the columns with a plus between them.
    pub name: Option<String>,
}

/// What columns hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ComparisonKind {
    /// The parts of a person's name.
    Name,
    /// A date of birth, whole or in part.
    Date,
    /// An address: columns that go together.
    Place,
    /// Words of which a slip of the pen may change a letter.
    Text,
    /// A number or code that names something: a card, a telephone.
    Code,
    /// A quantity: an age, a size.
    Number,
    /// One of a few values: sex, state.
    Category,
}

impl ComparisonKind {
    /// How many columns it may take.
    #[must_use]
    pub fn most_columns(self) -> usize {
        match self {
            Self::Name => 3,
            Self::Place => 4,
            Self::Date | Self::Text | Self::Code | Self::Number | Self::Category => 1,
        }
    }
}

/// A setting that can't be used.
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
    /// Everything wrong with the settings themselves, whatever the tables hold.
    #[must_use]
    pub fn problems(&self) -> Vec<SettingProblem> {
        let mut problems = Vec::new();
        let mut expect = |fits: bool, key: &str, value: String, expected: &'static str| {
            if !fits {
                problems.push(SettingProblem { key: key.to_owned(), value, expected });
            }
        };
        expect((0.5..=1.0).contains(&self.accept), "accept", self.accept.to_string(), "between-half-and-one");
        expect(
            self.review > 0.0 && self.review <= self.accept,
            "review",
            self.review.to_string(),
            "between-zero-and-accept",
        );
        expect(self.max_block >= 10, "max_block", self.max_block.to_string(), "at-least-ten");
        expect(
            self.pairs_per_row > 0.0 && self.pairs_per_row.is_finite(),
            "pairs_per_row",
            self.pairs_per_row.to_string(),
            "above-zero",
        );
        expect(!self.comparison.is_empty(), "comparison", "0".to_owned(), "at-least-one-comparison");
        let mut seen = Vec::new();
        let mut n_compared = 0;
        for (place, comparison) in self.comparison.iter().enumerate() {
            let key = format!("comparison[{}].columns", place + 1);
            let n = comparison.columns.len();
            expect((1..=comparison.kind.most_columns()).contains(&n), &key, n.to_string(), "column-count");
            for column in &comparison.columns {
                expect(!seen.contains(&column), &key, column.clone(), "column-once");
                seen.push(column);
            }
            n_compared += if comparison.kind == ComparisonKind::Name { n + usize::from(n > 1) } else { 1 };
        }
        // One place is kept for what relatives take.
        expect(n_compared < MOST_COMPARISONS, "comparison", n_compared.to_string(), "fewer-comparisons");
        problems
    }

    /// The columns that the settings name, each once, in the order in which they name them.
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
