//! Index of name words: every distinct word of the names, with the persons who bear it.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::record::{fold, same_name_key};

use super::Query;
use super::query_words::QueryWords;

/// A word of names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct NameWord {
    /// Folded: capitals, no accents, no signs.
    pub(crate) word: String,
    /// Key that is equal for spellings of the same name.
    pub(crate) key: String,
    /// Number of rows of [`NameIndex::rows`] that belong to the word.
    pub(crate) n: u32,
}

/// Every distinct word of the names, sorted, with the rows of the persons who bear it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct NameIndex {
    pub(crate) words: Vec<NameWord>,
    /// Rows of the table of persons, word by word.
    pub(crate) rows: Vec<u32>,
}

/// Distinct name parts of some persons, and who bears which.
struct NameParts<'n> {
    parts: Vec<&'n str>,
    /// Index of a part, row of a person.
    bearers: Vec<(u32, u32)>,
}

impl<'n> NameParts<'n> {
    fn new(rows: Range<usize>, names_of: &(dyn Fn(usize) -> [&'n str; 3] + Sync)) -> Self {
        let mut index_of: HashMap<&'n str, u32, FixedState> = HashMap::default();
        let (mut parts, mut bearers) = (Vec::new(), Vec::new());
        for row in rows {
            for part in names_of(row).into_iter().filter(|part| !part.is_empty()) {
                let index = *index_of.entry(part).or_insert_with(|| {
                    parts.push(part);
                    parts.len() as u32 - 1
                });
                bearers.push((index, row as u32));
            }
        }
        Self { parts, bearers }
    }
}

/// The distinct words of all name parts, sorted, and the words of each part as places among them.
struct WordRanks<'n> {
    words: Vec<String>,
    of_part: HashMap<&'n str, Vec<u32>, FixedState>,
}

impl<'n> WordRanks<'n> {
    fn new(chunks: &[NameParts<'n>]) -> Self {
        let mut number_of: HashMap<String, u32, FixedState> = HashMap::default();
        let mut of_part: HashMap<&str, Vec<u32>, FixedState> = HashMap::default();
        for part in chunks.iter().flat_map(|chunk| &chunk.parts) {
            of_part.entry(part).or_insert_with(|| {
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
        of_part.par_iter_mut().flat_map_iter(|(_, own)| own).for_each(|word| *word = rank_of[*word as usize]);
        Self { words: words.into_iter().map(|(word, _)| word).collect(), of_part }
    }

    /// Each word with each row of a person who bears it.
    fn bearers_of_words(&self, chunk: &NameParts<'n>) -> Vec<(u32, u32)> {
        let of_person = |(part, row): &(u32, u32)| {
            let row = *row;
            self.of_part[chunk.parts[*part as usize]].iter().map(move |rank| (*rank, row))
        };
        chunk.bearers.iter().flat_map(of_person).collect()
    }
}

impl NameIndex {
    /// Index of the names of `n` persons: nom, post-nom and prénom of each.
    pub(crate) fn new<'n>(n: usize, names_of: &(dyn Fn(usize) -> [&'n str; 3] + Sync)) -> Self {
        /// Persons whose name parts are gathered by one thread at a time.
        const CHUNK: usize = 1 << 14;
        let firsts: Vec<usize> = (0..n).step_by(CHUNK).collect();
        let of_chunk = |first: usize| NameParts::new(first..n.min(first + CHUNK), names_of);
        let chunks: Vec<NameParts<'_>> = firsts.into_par_iter().map(of_chunk).collect();
        let ranks = WordRanks::new(&chunks);
        let bearers = chunks.par_iter().map(|chunk| ranks.bearers_of_words(chunk));
        let mut bearers: Vec<(u32, u32)> = bearers.collect::<Vec<_>>().concat();
        bearers.par_sort_unstable();
        bearers.dedup();
        let mut n_of = vec![0; ranks.words.len()];
        bearers.iter().for_each(|(rank, _)| n_of[*rank as usize] += 1);
        let word = |(word, n): (String, u32)| NameWord { key: same_name_key(&word), word, n };
        Self {
            words: ranks.words.into_par_iter().zip(n_of).map(word).collect(),
            rows: bearers.into_iter().map(|(_, row)| row).collect(),
        }
    }
}

/// The words that a query can match: a search among them finds what a search in the whole index finds.
#[derive(Debug)]
pub(crate) struct WordFilter(Vec<QueryWords>);

impl WordFilter {
    pub(crate) fn new(query: &Query) -> Self {
        let texts = [Some(&query.name), query.parent.as_ref()];
        Self(texts.into_iter().flatten().map(|text| QueryWords::new(text)).collect())
    }

    /// Whether a word of the index with its key could match.
    pub(crate) fn could_match(&self, word: &str, key: &str) -> bool {
        self.0.iter().any(|query| query.could_match(word, key))
    }
}

/// The words by which a name part is found: the part as one word, and each of its words.
fn words_of(part: &str) -> Vec<String> {
    let folded = fold(part);
    let whole = folded.replace(' ', "");
    let mut words: Vec<String> = folded.split(' ').map(str::to_owned).chain([whole]).collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    words.dedup();
    words
}
