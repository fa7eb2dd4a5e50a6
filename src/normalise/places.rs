//! Quartiers by any spelling, and addresses in one cell.

use std::collections::BTreeMap;

use crate::record::{Quartier, QuartierId, fold, same_name_key};

use super::text::{clean, is_placeholder};

/// The commune's quartiers, to be recognised however written.
#[derive(Debug, Clone)]
pub struct Quartiers {
    exact: BTreeMap<String, QuartierId>,
    by_key: BTreeMap<String, QuartierId>,
}

impl Quartiers {
    /// Ready to look up; a quartier's id is its place in the list.
    #[must_use]
    pub fn new(list: &[Quartier]) -> Self {
        let (mut exact, mut by_key) = (BTreeMap::new(), BTreeMap::new());
        for (index, quartier) in list.iter().enumerate() {
            let id = QuartierId(index as u16);
            for spelling in std::iter::once(&quartier.name).chain(&quartier.other_spellings) {
                exact.entry(joined(spelling)).or_insert(id);
                by_key.entry(same_name_key(spelling)).or_insert(id);
            }
        }
        Self { exact, by_key }
    }

    /// The quartier a text names, and whether it was a known spelling (`true`) or the nearest one (`false`): the same
    /// sounds, or one letter off in a name of five or more when no other quartier is as near.
    #[must_use]
    pub fn recognise(&self, typed: &str) -> Option<(QuartierId, bool)> {
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
}

impl Quartiers {
    /// The quartier that some words of a file's name are, the most words first; known spellings alone.
    #[must_use]
    pub fn within(&self, name: &str) -> Option<(QuartierId, bool)> {
        let whole = self.recognise(name);
        let words: Vec<String> = fold(name).split(' ').map(str::to_owned).collect();
        let windows = (1..=words.len()).rev().flat_map(|n| words.windows(n));
        whole.or_else(|| windows.into_iter().find_map(|some| Some((*self.exact.get(&some.concat())?, true))))
    }
}

fn joined(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// One letter changed, missing, added, or two neighbours swapped.
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

/// Avenue and parcel of an address in one cell: `Av. Kasa-Vubu n°58 bis` is `Kasa-Vubu`, `58 bis`.
pub(super) fn address(typed: &str) -> (String, String) {
    let cleaned = clean(typed);
    let lower = cleaned.to_lowercase();
    let cut = ["n°", "nº", " no ", " n. ", " numéro ", " numero ", " num "]
        .iter()
        .filter_map(|mark| lower.find(mark).map(|at| (at, at + mark.len())))
        .min()
        .filter(|(_, end)| lower.is_char_boundary(*end) && cleaned.is_char_boundary(*end))
        .or_else(|| {
            // No mark: the number that ends the address.
            let at = lower
                .char_indices()
                .filter(|(at, c)| c.is_ascii_digit() && *at > 0 && lower[..*at].ends_with([' ', ',', '/']))
                .map(|(at, _)| at)
                .next()?;
            Some((at, at))
        });
    match cut {
        Some((start, end)) if lower.len() == cleaned.len() => (avenue(&cleaned[..start]), parcel(&cleaned[end..])),
        _ => (avenue(&cleaned), String::new()),
    }
}

/// An avenue's name without the word for it.
pub(super) fn avenue(typed: &str) -> String {
    let cleaned = clean(typed);
    if is_placeholder(&cleaned) {
        return String::new();
    }
    let trimmed = cleaned.trim_matches([',', '.', ' ', '/', '-']);
    let bare = [
        "avenue ", "av. ", "av ", "av.", "rue ", "Avenue ", "Av. ", "Av ", "Av.", "AVENUE ", "AV. ", "AV ", "AV.",
        "Rue ", "RUE ",
    ]
    .iter()
    .find_map(|word| trimmed.strip_prefix(word))
    .unwrap_or(trimmed);
    bare.trim().to_owned()
}

/// A parcel's number without the sign for it.
pub(super) fn parcel(typed: &str) -> String {
    let cleaned = clean(typed);
    if is_placeholder(&cleaned) {
        return String::new();
    }
    cleaned.trim_start_matches(['n', 'N', '°', 'º', '.', ':', ' ', ',']).trim_end_matches([',', '.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quartiers() -> Quartiers {
        let quartier = |name: &str, others: &[&str]| Quartier {
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
    fn a_quartier_is_recognised_however_spelt() {
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
    fn a_file_name_holds_its_quartier_among_other_words() {
        for (name, id) in [("001 Waya-Waya bis", 0), ("agent Kalala 17 Mai", 1), ("z Boma", 5), ("Nsumabua", 4)] {
            assert_eq!(quartiers().within(name).map(|(id, _)| id), Some(QuartierId(id)), "{name}");
        }
        assert_eq!(quartiers().within("copie de la liste"), None);
    }

    #[test]
    fn an_address_is_an_avenue_and_a_number() {
        for (typed, expected) in [
            ("Av. Kasa-Vubu n°58", ("Kasa-Vubu", "58")),
            ("Av. Dibaya n°156 bis", ("Dibaya", "156 bis")),
            ("12, rue Boma", ("12, rue Boma", "")),
            ("Avenue École 31 bis", ("École", "31 bis")),
            ("Lodja", ("Lodja", "")),
            ("", ("", "")),
            ("Av. 17 Mai n° 4", ("17 Mai", "4")),
        ] {
            assert_eq!(address(typed), (expected.0.to_owned(), expected.1.to_owned()), "{typed}");
        }
    }
}
