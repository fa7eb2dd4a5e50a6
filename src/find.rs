//! Looking a person up: who of the register answers a name, a birth date, an age, a quartier, a parent's name. Best first.
//!
//! Names go by an index that each generation holds: every distinct word once, with the persons who bear it. Of a million
//! persons only the words are compared; dates, quartiers and parents are looked at where they are asked. Knows no file.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::link::{Lookup, SAME_WORD};
use crate::record::{Column, Table, fold, same_name_key};

/// What is asked for; what is `None` or "" is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words of the name, in any order and spelling.
    pub name: String,
    /// The day of birth, or its first day where a month or a year is asked.
    pub born: Option<Born>,
    /// The quartier, as it may be written.
    pub quartier: Option<String>,
    /// Words of the name of a parent: the head of the household or the spouse.
    pub parent: Option<String>,
}

/// When someone was born, as far as it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Born {
    /// On this day.
    On(NaiveDate),
    /// In this year, give or take some years.
    In {
        /// The year.
        year: i32,
        /// How many years it may be off.
        give: i32,
    },
}

/// A person who answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Row of the table.
    pub row: usize,
    /// How well: the sum of what the words are worth, and of the date.
    pub score: f32,
}

impl Query {
    /// The columns of the register that are looked at, beside the index of names.
    #[must_use]
    pub fn columns(&self) -> Vec<&'static str> {
        let asked: [(bool, &[&str]); 3] = [
            (self.born.is_some(), &["born_on"]),
            (self.quartier.is_some(), &["quartier"]),
            (self.parent.is_some(), &["household_id", "relation"]),
        ];
        asked.into_iter().filter(|(is_asked, _)| *is_asked).flat_map(|(_, columns)| columns).copied().collect()
    }
}

/// A word of names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameWord {
    /// Capitals, no accents, no signs.
    pub word: String,
    /// The key under which spellings of the same name meet.
    pub key: String,
    /// How many rows are its own.
    pub n: u32,
}

/// Every distinct word of the names, in their order, with the rows of the persons who bear it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameIndex {
    /// The words.
    pub words: Vec<NameWord>,
    /// Rows of the register's persons, word by word.
    pub rows: Vec<u32>,
}

impl NameIndex {
    /// Of the names of `n` persons: nom, post-nom and prénom of each.
    #[must_use]
    pub fn of<'n>(n: usize, names_of: &(dyn Fn(usize) -> [&'n str; 3] + Sync)) -> Self {
        /// Persons whose names are gathered side by side with others'.
        const PART: usize = 1 << 14;
        /// The parts of the names of some persons, each once, and who bears which.
        struct Borne<'n> {
            parts: Vec<&'n str>,
            by: Vec<(u32, u32)>,
        }
        let of_part = |first: usize| {
            let mut known: HashMap<&'n str, u32, FixedState> = HashMap::default();
            let (mut parts, mut by) = (Vec::new(), Vec::new());
            for row in first..n.min(first + PART) {
                for part in names_of(row).into_iter().filter(|part| !part.is_empty()) {
                    let number = *known.entry(part).or_insert_with(|| {
                        parts.push(part);
                        parts.len() as u32 - 1
                    });
                    by.push((number, row as u32));
                }
            }
            Borne { parts, by }
        };
        let firsts: Vec<usize> = (0..n).step_by(PART).collect();
        let of_parts: Vec<Borne<'_>> = firsts.into_par_iter().map(of_part).collect();
        let mut number_of: HashMap<String, u32, FixedState> = HashMap::default();
        let mut words_of_part: HashMap<&str, Vec<u32>, FixedState> = HashMap::default();
        for part in of_parts.iter().flat_map(|of_part| &of_part.parts) {
            words_of_part.entry(part).or_insert_with(|| {
                let number = |word: String| {
                    let next = number_of.len() as u32;
                    *number_of.entry(word).or_insert(next)
                };
                words_of(part).into_iter().map(number).collect()
            });
        }
        let mut words: Vec<(String, u32)> = number_of.into_iter().collect();
        words.par_sort_unstable();
        let mut rank_of = vec![0; words.len()];
        words.iter().zip(0_u32..).for_each(|((_, number), rank)| rank_of[*number as usize] = rank);
        let ranked = |of_part: &Borne<'_>| {
            let ranks: Vec<Vec<u32>> = of_part
                .parts
                .iter()
                .map(|part| words_of_part[part].iter().map(|number| rank_of[*number as usize]).collect())
                .collect();
            let of_person = |(part, row): &(u32, u32)| {
                let row = *row;
                ranks[*part as usize].iter().map(move |rank| (*rank, row)).collect::<Vec<_>>()
            };
            of_part.by.iter().flat_map(of_person).collect::<Vec<(u32, u32)>>()
        };
        let mut borne: Vec<(u32, u32)> = of_parts.par_iter().map(ranked).collect::<Vec<_>>().concat();
        borne.par_sort_unstable();
        borne.dedup();
        let mut n_of = vec![0; words.len()];
        borne.iter().for_each(|(rank, _)| n_of[*rank as usize] += 1);
        let word = |((word, _), n): ((String, u32), u32)| NameWord { key: same_name_key(&word), word, n };
        Self {
            words: words.into_par_iter().zip(n_of).map(word).collect(),
            rows: borne.into_iter().map(|(_, row)| row).collect(),
        }
    }

    /// Of an index whose rows are elsewhere the words alone that may answer the names asked, with the rows of each as `rows_at`
    /// gives them for their places among all rows: a search in it finds what one in the whole index would.
    ///
    /// # Errors
    /// The first of `rows_at`.
    pub fn answering<E>(
        words: Vec<NameWord>,
        query: &Query,
        rows_at: impl FnOnce(&[Range<usize>]) -> Result<Vec<u32>, E>,
    ) -> Result<Self, E> {
        let asked: Vec<Lookup> =
            [Some(&query.name), query.parent.as_ref()].into_iter().flatten().map(|text| Lookup::new(text)).collect();
        let may_answer: Vec<bool> = words
            .par_iter()
            .with_min_len(4096)
            .map(|word| asked.iter().any(|asked| asked.may_answer(&word.word, &word.key)))
            .collect();
        let mut next = 0;
        let (mut places, mut answering) = (Vec::new(), Vec::new());
        for (word, may_answer) in words.into_iter().zip(may_answer) {
            let first = next;
            next += word.n as usize;
            if may_answer {
                places.push(first..next);
                answering.push(word);
            }
        }
        Ok(Self { words: answering, rows: rows_at(&places)? })
    }
}

/// The words by which a part of a name is found: the part as one word, and each of its words.
fn words_of(part: &str) -> Vec<String> {
    let folded = fold(part);
    let whole = folded.replace(' ', "");
    let mut words: Vec<String> = folded.split(' ').map(str::to_owned).chain([whole]).collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    words.dedup();
    words
}

/// The persons who answer, best first, at most so many; persons who answer alike stand in the order of the table.
///
/// `persons` holds the columns that [`Query::columns`] names, for `n_rows` persons. Of a name half of what its words are
/// worth must be found; a date, a quartier and a parent that are asked must not be others than those known.
#[must_use]
pub fn find(index: &NameIndex, persons: &Table, n_rows: usize, query: &Query, most: usize) -> Vec<Hit> {
    let names = Names::new(index, n_rows, &query.name);
    let least = 0.5 * names.most();
    let born = column(persons, "born_on");
    let of_born: Option<Vec<Option<f32>>> =
        query.born.map(|born_asked| born.values.iter().map(|day| worth_of_day(day, born_asked)).collect());
    let quartier = column(persons, "quartier");
    let of_quartier: Option<Vec<bool>> = query.quartier.as_ref().map(|quartier_asked| {
        let mut lookup = Lookup::new(quartier_asked);
        let all = SAME_WORD * lookup.n_words() as f32;
        quartier.values.iter().map(|known| lookup.answers(known).iter().sum::<f32>() >= 0.6 * all).collect()
    });
    let households = query.parent.as_ref().map(|parent| households_of(index, persons, n_rows, parent));
    let (household, relation) = (column(persons, "household_id"), column(persons, "relation"));
    let answer = |row: usize| {
        let mut score = names.score(row);
        if score < least {
            return None;
        }
        if let Some(of_born) = &of_born {
            score += of_born[born.of_row[row] as usize]?;
        }
        if let Some(of_quartier) = &of_quartier
            && !of_quartier[quartier.of_row[row] as usize]
        {
            return None;
        }
        if let Some(households) = &households
            && (is_parent(relation.text(row)) || !households.contains(&household.of_row[row]))
        {
            return None;
        }
        Some(Hit { row, score })
    };
    let mut hits: Vec<Hit> = (0..n_rows).into_par_iter().with_min_len(4096).filter_map(answer).collect();
    let order = |a: &Hit, b: &Hit| b.score.total_cmp(&a.score).then(a.row.cmp(&b.row));
    if hits.len() > most {
        hits.select_nth_unstable_by(most.max(1) - 1, order);
        hits.truncate(most);
    }
    hits.sort_unstable_by(order);
    hits
}

/// A column, or one without values.
fn column<'t>(table: &'t Table, name: &str) -> &'t Column {
    static NONE: Column = Column { name: String::new(), values: Vec::new(), of_row: Vec::new() };
    table.column(name).unwrap_or(&NONE)
}

/// What every name of the register is worth for the words asked.
struct Names {
    /// For each word asked, for each person.
    worths: Vec<Vec<f32>>,
}

impl Names {
    fn new(index: &NameIndex, n_rows: usize, asked: &str) -> Self {
        let mut asked = Lookup::new(asked);
        let mut worths = vec![vec![0.0_f32; n_rows]; asked.n_words()];
        let mut first = 0;
        for NameWord { word, key, n } in &index.words {
            let rows = &index.rows[first..first + *n as usize];
            first += *n as usize;
            if !asked.may_answer(word, key) {
                continue;
            }
            for (of_word, worth) in worths.iter_mut().zip(asked.answers(word)).filter(|(_, worth)| **worth > 0.0) {
                for row in rows {
                    let known = &mut of_word[*row as usize];
                    *known = known.max(*worth);
                }
            }
        }
        Self { worths }
    }

    /// What a name that holds every word letter by letter is worth.
    fn most(&self) -> f32 {
        SAME_WORD * self.worths.len() as f32
    }

    /// What the name of a row is worth: each word by the part that answers it best.
    fn score(&self, row: usize) -> f32 {
        self.worths.iter().map(|of_word| of_word[row]).sum()
    }
}

/// What a known day of birth adds; `None` where it is another. An unknown one adds nothing.
fn worth_of_day(known: &str, asked: Born) -> Option<f32> {
    let Ok(known) = known.parse::<NaiveDate>() else { return Some(0.0) };
    match asked {
        Born::On(day) if known == day => Some(SAME_WORD),
        Born::On(day) if known.year() == day.year() => {
            // A first of January stands for a year, and day and month are often turned round.
            let is_turned = known.month() == day.day() && known.day() == day.month();
            Some(if is_turned || known.ordinal() == 1 { 2.5 } else { 1.0 })
        }
        Born::On(day) => (known.month() == day.month() && known.day() == day.day()).then_some(1.5),
        Born::In { year, give } => {
            let off = (known.year() - year).abs();
            (off <= give).then_some(2.0 - off as f32 * 0.5)
        }
    }
}

/// The households (values of the column) whose head or spouse bears a name.
fn households_of(index: &NameIndex, persons: &Table, n_rows: usize, parent: &str) -> HashSet<u32> {
    let names = Names::new(index, n_rows, parent);
    let (household, relation) = (column(persons, "household_id"), column(persons, "relation"));
    let is_parent: Vec<bool> = relation.values.iter().map(|code| is_parent(code)).collect();
    (0..n_rows)
        .filter(|row| is_parent[relation.of_row[*row] as usize] && household.of_row[*row] != 0)
        .filter(|row| names.score(*row) >= 0.6 * names.most())
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
                let known = column.values.iter().position(|value| **value == *row[place]);
                let value = known.unwrap_or_else(|| {
                    column.values.push(row[place].into());
                    column.values.len() - 1
                });
                column.of_row.push(value as u32);
            }
            column
        };
        Table { name: String::new(), columns: (0..7).map(column).collect(), rows: (1..=rows.len() as u32).collect() }
    }

    fn found(query: &Query) -> Vec<usize> {
        let table = persons(&[
            ["MWAMBA", "ILUNGA", "David", "1970-04-03", "Boma", "M1", "head"],
            ["KAPINGA", "ZOLA", "Ruth", "1975-11-09", "Boma", "M1", "spouse"],
            ["MUAMBA", "KAPINGA", "Ruth", "2003-01-12", "Boma", "M1", "child"],
            ["MWAMBA", "", "Ruth", "2003-01-01", "Malonda", "M2", "child"],
            ["NZUZI", "LEMA", "Noé", "", "Malonda", "M2", "head"],
        ]);
        let n = table.rows.len();
        let name = |row: usize| [0, 1, 2].map(|part: usize| table.columns[part].text(row));
        let index = NameIndex::of(n, &name);
        find(&index, &table, n, query, 10).into_iter().map(|hit| hit.row).collect()
    }

    fn named(name: &str) -> Query {
        Query { name: name.into(), ..Query::default() }
    }

    #[test]
    fn a_name_is_found_in_any_order_and_spelling_the_best_first() {
        assert_eq!(found(&named("ruth mwamba")), [3, 2, 0, 1]);
        assert_eq!(found(&named("Ruth KAPINGA MUAMBA"))[0], 2);
        assert_eq!(found(&named("nzuzy"))[0], 4);
        assert_eq!(found(&named("xyzzy")), [0; 0]);
    }

    #[test]
    fn what_else_is_asked_narrows_it() {
        let day = |text: &str| Some(Born::On(text.parse().unwrap()));
        assert_eq!(found(&Query { born: day("2003-01-12"), ..named("ruth") }), [2, 3]);
        assert_eq!(found(&Query { born: Some(Born::In { year: 1975, give: 1 }), ..named("") }), [1, 4]);
        assert_eq!(found(&Query { quartier: Some("malonda".into()), ..named("ruth") }), [3]);
        assert_eq!(found(&Query { parent: Some("Zola Kapinga".into()), ..named("") }), [2]);
    }
}
