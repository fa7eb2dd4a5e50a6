//! What a person is looked up by.

use chrono::NaiveDate;

/// What a person is looked up by. Parts that are `None` or "" do not restrict the search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words of the name, in any order and spelling.
    pub name: String,
    /// The date of birth.
    pub born: Option<BirthQuery>,
    /// The quartier, in any spelling.
    pub quartier: Option<String>,
    /// Words of the name of a parent: the head of the household or the spouse.
    pub parent: Option<String>,
}

/// The date of birth in a query, whole or as a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BirthQuery {
    /// A day.
    Day(NaiveDate),
    /// A year, plus or minus some years.
    Year {
        /// The year.
        year: i32,
        /// Largest difference in years that still matches.
        tolerance: i32,
    },
}

impl Query {
    /// The columns of the table of persons that the query needs beside the index of names.
    pub(crate) fn columns(&self) -> Vec<&'static str> {
        let needed: [(bool, &[&str]); 3] = [
            (self.born.is_some(), &["born_on"]),
            (self.quartier.is_some(), &["quartier"]),
            (self.parent.is_some(), &["household_id", "relation"]),
        ];
        needed.into_iter().filter(|(is_needed, _)| *is_needed).flat_map(|(_, columns)| columns).copied().collect()
    }
}
