//! Recognises a quartier by a known or nearly right spelling, in a cell or within the name of a sheet or file.

use std::collections::BTreeMap;

use crate::record::{Quartier, QuartierId, fold, same_name_key};

/// An index of the commune's quartiers by spelling.
#[derive(Debug, Clone)]
pub struct Quartiers {
    /// By known spelling, folded and without spaces.
    exact: BTreeMap<String, QuartierId>,
    /// By [`same_name_key`].
    by_key: BTreeMap<String, QuartierId>,
    /// The names, by id.
    names: Vec<String>,
}

impl Quartiers {
    /// Builds the index; the id of a quartier is its index in the list.
    pub fn new(list: &[Quartier]) -> Self {
        let (mut exact, mut by_key) = (BTreeMap::new(), BTreeMap::new());
        for (index, quartier) in list.iter().enumerate() {
            let id = QuartierId(index as u16);
            for spelling in std::iter::once(&quartier.name).chain(&quartier.other_spellings) {
                exact.entry(joined(spelling)).or_insert(id);
                by_key.entry(same_name_key(spelling)).or_insert(id);
            }
        }
        Self { exact, by_key, names: list.iter().map(|quartier| quartier.name.clone()).collect() }
    }

    /// Returns the name of a quartier.
    pub fn name(&self, id: QuartierId) -> Option<&str> {
        self.names.get(usize::from(id.0)).map(String::as_str)
    }

    /// Returns the quartier that a text names, and whether the spelling is known (`true`) or only near (`false`).
    ///
    /// A near spelling has the same key, or a key of five or more letters with one slip if only one quartier has such.
    pub(super) fn recognise(&self, typed: &str) -> Option<(QuartierId, bool)> {
        let typed = fold(typed);
        let bare = ["QUARTIER ", "Q "].iter().find_map(|word| typed.strip_prefix(word)).unwrap_or(&typed);
        if let Some(id) = self.exact.get(&joined(bare)) {
            return Some((*id, true));
        }
        let key = same_name_key(bare);
        if let Some(id) = self.by_key.get(&key) {
            return Some((*id, false));
        }
        let mut near: Vec<QuartierId> = self
            .by_key
            .iter()
            .filter(|(known, _)| known.len() >= 5 && one_slip_apart(known.as_bytes(), key.as_bytes()))
            .map(|(_, id)| *id)
            .collect();
        near.dedup();
        if let [only] = near[..] { Some((only, false)) } else { None }
    }

    /// Returns the name of the only quartier that is spelt nearly as a text.
    pub(crate) fn near(&self, typed: &str) -> Option<&str> {
        self.recognise(typed).filter(|(_, is_known)| !is_known).and_then(|(id, _)| self.name(id))
    }

    /// Returns the quartier that some words of a sheet's or a file's name are: the longest run of words that is a known
    /// spelling, unless the whole name is recognised. A name behind "commune" is that of no quartier.
    pub(super) fn within(&self, name: &str) -> Option<(QuartierId, bool)> {
        let whole = self.recognise(name);
        let words: Vec<String> = fold(name).split(' ').map(str::to_owned).collect();
        let is_of_commune = |at: usize| {
            let above = if at > 0 && words[at - 1] == "DE" { at - 1 } else { at };
            above > 0 && words[above - 1] == "COMMUNE"
        };
        let windows = (1..=words.len()).rev().flat_map(|n| words.windows(n).enumerate());
        let mut own = windows.filter(|(at, _)| !is_of_commune(*at)).map(|(_, some)| some.concat());
        whole.or_else(|| own.find_map(|some| Some((*self.exact.get(&some)?, true))))
    }
}

/// Folds a text and removes the spaces.
fn joined(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// Whether one letter is changed, missing or added, or two neighbours are swapped.
fn one_slip_apart(a: &[u8], b: &[u8]) -> bool {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    match (a, b) {
        ([], []) => true,
        ([x, y, a @ ..], [v, w, b @ ..]) if x == w && y == v && a == b => true,
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) if a == b => true,
        (a, [_, b @ ..]) if a == b => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quartiers() -> Quartiers {
        let quartier = |name: &str, others: &[&str]| Quartier {
            code: String::new(),
            name: name.into(),
            other_spellings: others.iter().map(|s| (*s).to_owned()).collect(),
        };
        Quartiers::new(&[
            quartier("Waya-Waya", &["WAY-WAY"]),
            quartier("17 Mai", &["MARECHAL 17 MAI"]),
            quartier("Panda Nzila", &[]),
            quartier("Révolution", &[]),
            quartier("Nsumabwa", &[]),
            quartier("Boma", &[]),
            quartier("Biyela", &[]),
        ])
    }

    #[test]
    fn a_quartier_is_recognised_in_any_spelling() {
        for (typed, id, known) in [
            ("WAYA WAYA", 0, true),
            ("Quartier Waya-Waya", 0, true),
            ("17 mai", 1, true),
            ("17-MAI", 1, true),
            ("PANDA?NZILA", 2, true),
            ("revolution", 3, true),
            ("Nsumabua", 4, false),
            ("Nsumabw", 4, false),
            ("Byiela", 6, false),
        ] {
            assert_eq!(quartiers().recognise(typed), Some((QuartierId(id), known)), "{typed}");
        }
        for unknown in ["Lemba", "Roma", "", "à préciser"] {
            assert_eq!(quartiers().recognise(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn a_quartier_is_found_among_the_words_of_a_file_name() {
        for (name, id) in [("001 Waya-Waya bis", 0), ("agent Kalala 17 Mai", 1), ("z Boma", 5), ("Nsumabua", 4)] {
            assert_eq!(quartiers().within(name).map(|(id, _)| id), Some(QuartierId(id)), "{name}");
        }
        for name in ["copie de la liste", "recensement commune de Boma", "commune Boma 2017"] {
            assert_eq!(quartiers().within(name), None, "{name}");
        }
    }
}
