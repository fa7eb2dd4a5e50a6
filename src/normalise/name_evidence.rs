//! What the sheets and names of a file show of the parts of a name: in which sheets the cell of the nom holds one word,
//! and which words of whole names are noms or post-noms.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use crate::record::{CellValue, Field, RawCell, RawFile, RawRow, fold};

use super::name_words::WORDS;
use super::particles::words_of;
use super::prenoms::is_prenom;
use super::text::is_placeholder;

/// The evidence of a file about the parts of its names.
#[derive(Debug, Default)]
pub(super) struct NameEvidence {
    /// The sheets in which a nom of two words beside a blank post-nom is a nom and a post-nom.
    one_word_noms: HashSet<u16, FixedState>,
    /// The folded words that stand as a nom or a post-nom, of those that end a whole name of two words.
    family_words: HashSet<String, FixedState>,
}

/// The text of a cell, if it is text.
fn text_of(cell: &RawCell) -> Option<&str> {
    match &cell.value {
        CellValue::Text(text) => Some(text.trim()),
        _ => None,
    }
}

impl NameEvidence {
    pub(super) fn new(file: &RawFile) -> Self {
        let rows = || file.rows.iter().filter(|row| row.left_out.is_none());
        Self { one_word_noms: sheets_of_one_word_noms(rows()), family_words: family_words(rows) }
    }

    /// Whether the nom of a row of this sheet has one word.
    pub(super) fn has_one_word_noms(&self, sheet: u16) -> bool {
        self.one_word_noms.contains(&sheet)
    }

    /// Whether a word is a nom or a post-nom in the file.
    pub(super) fn is_of_family(&self, word: &str) -> bool {
        !self.family_words.is_empty() && self.family_words.contains(&fold(word))
    }
}

/// Returns the sheets whose rows with a post-nom have one word as the nom.
fn sheets_of_one_word_noms<'r>(rows: impl Iterator<Item = &'r RawRow>) -> HashSet<u16, FixedState> {
    const LEAST: u32 = 3;
    const FEWEST_SINGLE: u32 = 9;
    let mut counts: Vec<[u32; 2]> = Vec::new();
    for row in rows {
        let of = |field: Field| row.cells.iter().find(|cell| cell.field == field).and_then(text_of);
        let Some(nom) = of(Field::Nom) else { continue };
        if !of(Field::Postnom).is_some_and(|postnom| !postnom.is_empty() && !is_placeholder(postnom)) {
            continue;
        }
        let sheet = usize::from(row.at.sheet);
        if counts.len() <= sheet {
            counts.resize(sheet + 1, [0; 2]);
        }
        counts[sheet][usize::from(nom.contains(' ') && n_noms(nom) > 1)] += 1;
    }
    let is_of_one = |[single, several]: &[u32; 2]| *single >= LEAST && *single >= FEWEST_SINGLE * several;
    (0..).zip(counts).filter(|(_, counts)| is_of_one(counts)).map(|(sheet, _)| sheet).collect()
}

/// Returns the number of words in the cell of a nom that are names: marks and titles are none.
fn n_noms(nom: &str) -> usize {
    let is_name = |word: &String| word.contains(char::is_alphabetic) && WORDS.meaning(word).is_none();
    words_of(nom).iter().filter(|word| is_name(word)).count()
}

/// Returns the words that end a whole name of two words and stand as a nom or a post-nom elsewhere, in the names of the
/// rows or of their parents, and nowhere as a prénom.
fn family_words<'r, R: Iterator<Item = &'r RawRow>>(rows: impl Fn() -> R) -> HashSet<String, FixedState> {
    let names = || rows().flat_map(|row| &row.cells).filter(|cell| cell.field == Field::FullName).filter_map(text_of);
    let candidates: HashSet<String, FixedState> =
        names().filter_map(second_of_two).map(fold).filter(|word| !is_prenom(word)).collect();
    if candidates.is_empty() {
        return candidates;
    }
    let is_parent = |cell: &&RawCell| matches!(cell.field, Field::Father | Field::Mother);
    let parents = || rows().flat_map(|row| &row.cells).filter(is_parent).filter_map(text_of);
    let starts: HashSet<u8, FixedState> = candidates.iter().filter_map(|word| word.bytes().next()).collect();
    // Most words begin with another letter and need not be folded.
    let may_be_candidate = |word: &str| {
        let first = word.bytes().next().unwrap_or_default();
        !first.is_ascii() || starts.contains(&first.to_ascii_uppercase())
    };
    let mut of_family: HashSet<String, FixedState> = HashSet::default();
    let mut given: HashSet<String, FixedState> = HashSet::default();
    for (text, is_whole) in names().map(|text| (text, true)).chain(parents().map(|text| (text, false))) {
        let words: Vec<&str> = bare(text).split([' ', ',']).filter(|word| !word.is_empty()).collect();
        let is_three = words.len() >= 3;
        for (at, word) in words.iter().enumerate().filter(|(_, word)| may_be_candidate(word)) {
            let is_first = at == 0 && words.len() >= 2;
            // In `MBALA LEMA Ruth` the second word is a post-nom, and the last a prénom.
            let is_noms = is_first || is_three && at == 1 || !is_whole && words.len() == 1;
            let folded = fold(word);
            if candidates.contains(&folded) {
                match is_noms {
                    true => of_family.insert(folded),
                    false => is_three && at + 1 == words.len() && given.insert(folded),
                };
            }
        }
    }
    of_family.retain(|word| !given.contains(word));
    of_family
}

/// A name without what stands in brackets behind it.
fn bare(text: &str) -> &str {
    text.split('(').next().unwrap_or_default().trim_end()
}

/// The second word of a name of two, if it has small letters behind a capital: elsewhere it is a post-nom anyhow.
fn second_of_two(text: &str) -> Option<&str> {
    let (_, second) = bare(text).split_once(' ')?;
    let has_small = second.bytes().any(|b| b.is_ascii_lowercase());
    (has_small && !second.contains([' ', '/', '&', ','])).then_some(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_whose_noms_have_one_word_is_found() {
        let nom_and_postnom = |rows: &[[&str; 2]]| {
            let file = RawFile::of_texts([Field::Nom, Field::Postnom], rows);
            NameEvidence::new(&file).has_one_word_noms(0)
        };
        assert!(nom_and_postnom(&[
            ["KABEYA", "MBUYI"],
            ["WA ILUNGA", "NGOY"],
            ["MBALA", "LEMA"],
            ["Maman NGOY", "LEMA"],
            ["// //", "LEMA"],
            ["ILUNGA KALENGA", ""]
        ]));
        assert!(!nom_and_postnom(&[["KABEYA", "MBUYI"], ["MBALA", "LEMA"], ["ILUNGA KALENGA", ""]]));
        assert!(!nom_and_postnom(&[
            ["KABEYA NGOY", "MBUYI"],
            ["MBO ZA MPANGI", "NGOY"],
            ["MBALA", "LEMA"],
            ["A", "B"]
        ]));
    }

    #[test]
    fn a_word_of_the_family_is_known_from_other_names_of_the_file() {
        let rows = [
            ["KASEREKA Paluku Anselme", "", ""],
            ["MASIKA Kasereka Furaha", "", ""],
            ["MUHINDO Kasereka (petit)", "", ""],
            ["LONGOMO Bolingo", "LONGOMO Eric", "BOLINGO Anne"],
            ["MVULA Zyb", "", ""],
            ["MVULA LEMA Zyb", "", ""],
            ["NGOY Zab (locataire)", "", ""],
        ];
        let file = RawFile::of_texts([Field::FullName, Field::Father, Field::Mother], &rows);
        let parts = NameEvidence::new(&file);
        let is_of_family = ["Kasereka", "Bolingo", "Zyb", "Anne", "Paluku", "Zab"].map(|word| parts.is_of_family(word));
        assert_eq!(is_of_family, [true, true, false, false, false, false]);
    }
}
