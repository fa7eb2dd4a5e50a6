//! Looks up persons by name, date of birth, age, quartier or name of a parent; the best match comes first.
//!
//! Names are looked up in a [`NameIndex`], which each generation stores. A query compares the distinct words of the
//! index, not the names of all persons. Dates, quartiers and parents are compared only where the query gives them. This
//! module opens no file.

mod name_index;
mod query_words;

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;

use crate::record::{Column, Table};

pub(crate) use name_index::{NameIndex, NameWord, WordFilter};

pub(crate) use query_words::words;

use query_words::{EXACT_WORD_SCORE, QueryWords};

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

impl BirthQuery {
    /// Reads a date of birth (`1975-11-09`, `09/11/1975`) or a year up to `this_year`, which may be one year off.
    #[must_use]
    pub fn parse(text: &str, this_year: i32) -> Option<Self> {
        let text = text.trim();
        if let Some(year) = text.parse::<i32>().ok().filter(|year| (1800..=this_year).contains(year)) {
            return Some(Self::Year { year, tolerance: 1 });
        }
        ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
            .into_iter()
            .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
            .map(Self::Day)
    }
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

/// A person who matches a query.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct QueryMatch {
    /// Row of the table of persons.
    pub(crate) row: usize,
    /// Sum of the scores of the words and of the date.
    pub(crate) score: f32,
}

/// The persons who match, best first, `most` at most; equal scores stay in the order of the table.
///
/// `persons` holds the columns that [`Query::columns`] names, for `n_rows` persons. A match needs half of the exact
/// score of the name. A date of birth that is known must match the query's; the quartier and the parent must match.
pub(crate) fn find(index: &NameIndex, persons: &Table, n_rows: usize, query: &Query, most: usize) -> Vec<QueryMatch> {
    let names = NameScores::new(index, n_rows, &query.name);
    let least = 0.5 * names.exact;
    let born = column(persons, "born_on");
    let birth_scores: Option<Vec<Option<f32>>> =
        query.born.map(|query| born.values.iter().map(|day| birth_score(day, query)).collect());
    let quartier = column(persons, "quartier");
    let quartier_matches: Option<Vec<bool>> = query.quartier.as_ref().map(|text| {
        let mut words = QueryWords::new(text);
        let exact = words.exact_score();
        quartier.values.iter().map(|value| words.scores(value).iter().sum::<f32>() >= 0.6 * exact).collect()
    });
    let households = query.parent.as_ref().map(|parent| households_of(index, persons, n_rows, parent));
    let (household, relation) = (column(persons, "household_id"), column(persons, "relation"));
    let match_of = |row: usize| {
        let mut score = names.score(row);
        if score < least {
            return None;
        }
        if let Some(birth_scores) = &birth_scores {
            score += birth_scores[born.of_row[row] as usize]?;
        }
        if let Some(matches) = &quartier_matches
            && !matches[quartier.of_row[row] as usize]
        {
            return None;
        }
        if let Some(households) = &households
            && (is_parent(relation.text(row)) || !households.contains(&household.of_row[row]))
        {
            return None;
        }
        Some(QueryMatch { row, score })
    };
    let mut matches: Vec<QueryMatch> = (0..n_rows).into_par_iter().with_min_len(4096).filter_map(match_of).collect();
    let order = |a: &QueryMatch, b: &QueryMatch| b.score.total_cmp(&a.score).then(a.row.cmp(&b.row));
    if matches.len() > most {
        matches.select_nth_unstable_by(most.max(1) - 1, order);
        matches.truncate(most);
    }
    matches.sort_unstable_by(order);
    matches
}

/// A column of a table; an empty one if the table lacks it.
fn column<'t>(table: &'t Table, name: &str) -> &'t Column {
    static NONE: Column = Column { name: String::new(), values: Vec::new(), of_row: Vec::new() };
    table.column(name).unwrap_or(&NONE)
}

/// Scores of the names of all persons for the words of a query.
struct NameScores {
    /// For each word of the query, for each person.
    of_words: Vec<Vec<f32>>,
    /// Score of a name that contains every word letter by letter.
    exact: f32,
}

impl NameScores {
    fn new(index: &NameIndex, n_rows: usize, text: &str) -> Self {
        let mut query = QueryWords::new(text);
        let mut of_words = vec![vec![0.0_f32; n_rows]; query.len()];
        let mut first = 0;
        for NameWord { word, key, n } in &index.words {
            let rows = &index.rows[first..first + *n as usize];
            first += *n as usize;
            if !query.could_match(word, key) {
                continue;
            }
            for (of_word, score) in of_words.iter_mut().zip(query.scores(word)).filter(|(_, score)| **score > 0.0) {
                for row in rows {
                    let best = &mut of_word[*row as usize];
                    *best = best.max(*score);
                }
            }
        }
        Self { of_words, exact: query.exact_score() }
    }

    /// Score of a person's name: the sum over the query's words, each by the name part that matches it best.
    fn score(&self, row: usize) -> f32 {
        self.of_words.iter().map(|of_word| of_word[row]).sum()
    }
}

/// Score of a stored date of birth; `None` if it contradicts the query. A blank one scores nothing.
fn birth_score(stored: &str, query: BirthQuery) -> Option<f32> {
    let Ok(stored) = stored.parse::<NaiveDate>() else { return Some(0.0) };
    match query {
        BirthQuery::Day(day) if stored == day => Some(EXACT_WORD_SCORE),
        BirthQuery::Day(day) if stored.year() == day.year() => {
            // A first of January often stands for the year alone; day and month are often swapped.
            let is_swapped = stored.month() == day.day() && stored.day() == day.month();
            Some(if is_swapped || stored.ordinal() == 1 { 2.5 } else { 1.0 })
        }
        BirthQuery::Day(day) => (stored.month() == day.month() && stored.day() == day.day()).then_some(1.5),
        BirthQuery::Year { year, tolerance } => {
            let difference = (stored.year() - year).abs();
            (difference <= tolerance).then_some(2.0 - difference as f32 * 0.5)
        }
    }
}

/// The households (values of the column) whose head or spouse has a matching name.
fn households_of(index: &NameIndex, persons: &Table, n_rows: usize, parent: &str) -> HashSet<u32> {
    let names = NameScores::new(index, n_rows, parent);
    let (household, relation) = (column(persons, "household_id"), column(persons, "relation"));
    let is_parent: Vec<bool> = relation.values.iter().map(|code| is_parent(code)).collect();
    (0..n_rows)
        .filter(|row| is_parent[relation.of_row[*row] as usize] && household.of_row[*row] != 0)
        .filter(|row| names.score(*row) >= 0.6 * names.exact)
        .map(|row| household.of_row[row])
        .collect()
}

fn is_parent(relation: &str) -> bool {
    matches!(relation, "head" | "spouse")
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [&str; 7] = ["nom", "postnom", "prenom", "born_on", "quartier", "household_id", "relation"];

    fn persons(rows: &[[&str; 7]]) -> Table {
        let column = |place: usize| {
            let mut column =
                Column { name: COLUMNS[place].to_owned(), values: vec![Box::default()], of_row: Vec::new() };
            for row in rows {
                let index = column.values.iter().position(|value| **value == *row[place]);
                let value = index.unwrap_or_else(|| {
                    column.values.push(row[place].into());
                    column.values.len() - 1
                });
                column.of_row.push(value as u32);
            }
            column
        };
        Table { name: String::new(), columns: (0..7).map(column).collect(), rows: (1..=rows.len() as u32).collect() }
    }

    fn rows_found(query: &Query) -> Vec<usize> {
        let table = persons(&[
            ["MWAMBA", "ILUNGA", "David", "1970-04-03", "Boma", "M1", "head"],
            ["KAPINGA", "ZOLA", "Ruth", "1975-11-09", "Boma", "M1", "spouse"],
            ["MUAMBA", "KAPINGA", "Ruth", "2003-01-12", "Boma", "M1", "child"],
            ["MWAMBA", "", "Ruth", "2003-01-01", "Malonda", "M2", "child"],
            ["NZUZI", "LEMA", "Noé", "", "Malonda", "M2", "head"],
        ]);
        let n = table.rows.len();
        let name = |row: usize| [0, 1, 2].map(|part: usize| table.columns[part].text(row));
        let index = NameIndex::new(n, &name);
        find(&index, &table, n, query, 10).into_iter().map(|found| found.row).collect()
    }

    fn named(name: &str) -> Query {
        Query { name: name.into(), ..Query::default() }
    }

    #[test]
    fn a_name_is_found_in_any_order_and_spelling_best_match_first() {
        assert_eq!(rows_found(&named("ruth mwamba")), [3, 2, 0, 1]);
        assert_eq!(rows_found(&named("Ruth KAPINGA MUAMBA"))[0], 2);
        assert_eq!(rows_found(&named("nzuzy"))[0], 4);
        assert_eq!(rows_found(&named("xyzzy")), [0; 0]);
    }

    #[test]
    fn date_quartier_and_parent_narrow_the_search() {
        let day = |text: &str| Some(BirthQuery::Day(text.parse().unwrap()));
        assert_eq!(rows_found(&Query { born: day("2003-01-12"), ..named("ruth") }), [2, 3]);
        assert_eq!(
            rows_found(&Query { born: Some(BirthQuery::Year { year: 1975, tolerance: 1 }), ..named("") }),
            [1, 4]
        );
        assert_eq!(rows_found(&Query { quartier: Some("malonda".into()), ..named("ruth") }), [3]);
        assert_eq!(rows_found(&Query { parent: Some("Zola Kapinga".into()), ..named("") }), [2]);
    }
}
