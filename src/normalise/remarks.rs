//! Finds remarks, also in the cell of the date, that contradict a row: the person is dead or has left, the row is a
//! double or was cancelled.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::record::{CellValue, Doubt, DoubtKind, Field, Kind, RawCell, RawRow, fold};

/// What a remark says against its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Objection {
    Dead,
    Left,
    Double,
    Cancelled,
}

/// The lists of `remark_words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemarkLists {
    dead: Vec<String>,
    left: Vec<String>,
    double: Vec<String>,
    cancelled: Vec<String>,
    relative: Vec<String>,
    denial: Vec<String>,
    back: Vec<String>,
}

/// The words of remarks by meaning.
#[derive(Default)]
struct RemarkWords {
    /// By the first word, the texts that begin with it.
    objections: HashMap<String, Vec<(String, Objection)>, FixedState>,
    relatives: HashSet<String, FixedState>,
    denials: Vec<String>,
    back: HashSet<String, FixedState>,
}

static WORDS: LazyLock<RemarkWords> = LazyLock::new(|| {
    // A unit test reads the list.
    toml::from_str(include_str!("remark_words.toml")).map(RemarkWords::new).unwrap_or_default()
});

impl RemarkWords {
    fn new(lists: RemarkLists) -> Self {
        let mut words = Self {
            relatives: lists.relative.into_iter().collect(),
            denials: lists.denial.into_iter().map(|word| format!(" {word}")).collect(),
            back: lists.back.into_iter().collect(),
            ..Self::default()
        };
        let groups = [
            (lists.dead, Objection::Dead),
            (lists.left, Objection::Left),
            (lists.double, Objection::Double),
            (lists.cancelled, Objection::Cancelled),
        ];
        for (text, objection) in
            groups.into_iter().flat_map(|(list, objection)| list.into_iter().map(move |text| (text, objection)))
        {
            let first = text.split(' ').next().unwrap_or_default().to_owned();
            words.objections.entry(first).or_default().push((text, objection));
        }
        words
    }

    /// Returns the first objection in a folded text, with its place.
    fn first_objection(&self, folded: &str) -> Option<(Objection, usize)> {
        let mut at = 0;
        for word in folded.split(' ') {
            let rest = &folded[at..];
            let starts =
                |text: &str| rest.strip_prefix(text).is_some_and(|after| after.is_empty() || after.starts_with(' '));
            let texts = self.objections.get(word);
            if let Some((_, objection)) = texts.and_then(|texts| texts.iter().find(|(text, _)| starts(text))) {
                return Some((*objection, at));
            }
            at += word.len() + 1;
        }
        None
    }

    fn objection(&self, typed: &str) -> Option<Objection> {
        let folded = fold(typed);
        if has_cross(typed) {
            return Some(Objection::Dead);
        }
        if folded == "DOUBLE" {
            return Some(Objection::Double);
        }
        let (objection, at) = self.first_objection(&folded)?;
        let before = format!(" {}", folded[..at].trim_end());
        let is_of_person = matches!(objection, Objection::Dead | Objection::Left);
        let is_denied = self.denials.iter().any(|denial| before.ends_with(denial.as_str()));
        let is_of_other = is_of_person && before.split(' ').any(|word| self.relatives.contains(word));
        let is_back = objection == Objection::Left && folded[at..].split(' ').any(|word| self.back.contains(word));
        (!(is_denied || is_of_other || is_back)).then_some(objection)
    }
}

/// Whether a text has the sign of the dead: `†`, `(+)`, or `+` alone.
fn has_cross(text: &str) -> bool {
    text.contains(['†', '✝']) || text.contains("(+)") || text.trim() == "+"
}

/// Adds a doubt if the remarks say something against the row.
pub(super) fn read_remarks(raw: &RawRow, kind: Kind, doubts: &mut Vec<Doubt>) {
    // In a list of events the remarks are about the event.
    if kind == Kind::Event {
        return;
    }
    // A date of death in a list of the living.
    let is_day = |cell: &&RawCell| match &cell.value {
        CellValue::DateSerial { serial, .. } => *serial >= 1.0,
        value => value.display_text().bytes().filter(|b| (b'1'..=b'9').contains(b)).count() >= 3,
    };
    let is_filler = |cell: &&RawCell| ["1899", "1900"].iter().any(|year| cell.value.display_text().contains(year));
    let of_death = raw.cells.iter().filter(|cell| cell.field == Field::EventDate).filter(is_day);
    let of_death = of_death.filter(|cell| !is_filler(cell));
    doubts.extend(of_death.map(|cell| cell.doubt(DoubtKind::RemarkAgainstRow)));
    for cell in raw.cells.iter().filter(|cell| cell.field == Field::Remarks) {
        let CellValue::Text(text) = &cell.value else { continue };
        match WORDS.objection(text) {
            None => {}
            Some(Objection::Left) if kind == Kind::Birth => {}
            Some(_) => doubts.push(cell.doubt(DoubtKind::RemarkAgainstRow)),
        }
    }
}

/// Returns the row without what its cells of the date of birth say about a death: `12/05/1987 † 2016`, `décédé`. What
/// stands after the word or sign is the date of the death. Each such cell becomes a doubt.
pub(super) fn without_deaths<'r>(raw: &'r RawRow, kind: Kind, doubts: &mut Vec<Doubt>) -> Cow<'r, RawRow> {
    let mut row = Cow::Borrowed(raw);
    if kind == Kind::Event {
        return row;
    }
    let is_date = |cell: &RawCell| matches!(cell.field, Field::BirthDate | Field::BirthDatePlace);
    for (at, cell) in raw.cells.iter().enumerate().filter(|(_, cell)| is_date(cell)) {
        let CellValue::Text(text) = &cell.value else { continue };
        let Some(birth) = before_death(text) else { continue };
        doubts.push(cell.doubt(DoubtKind::RemarkAgainstRow));
        row.to_mut().cells[at].value = CellValue::Text(birth.into());
    }
    row
}

/// Returns the text before the word or the sign of a death; `None` without one.
fn before_death(text: &str) -> Option<&str> {
    let end = death_at(text)?;
    Some(text[..end].trim_end_matches([' ', '(', '[', ',', ';', '-', '/', '+']))
}

/// Returns the place of the word or the sign of a death.
fn death_at(text: &str) -> Option<usize> {
    let is_plain = |b: u8| b.is_ascii_digit() || matches!(b, b'/' | b'-' | b'.' | b' ');
    if text.bytes().all(is_plain) {
        return None;
    }
    let cross = text.find(['†', '✝']).or_else(|| text.find("(+)"));
    let plus = text.trim_start().strip_prefix('+').filter(|rest| !rest.starts_with(['/', '-']));
    let word = || {
        let mut at = 0;
        text.split_inclusive(|c: char| !c.is_alphabetic()).find_map(|word| {
            let start = at;
            at += word.len();
            (may_be_dead(word) && is_dead(word)).then_some(start)
        })
    };
    cross.or_else(|| plus.map(|_| 0)).or_else(word)
}

/// A quick test by the first letter and the length.
fn may_be_dead(word: &str) -> bool {
    word.len() >= 3 && word.starts_with(['m', 'M', 'd', 'D', 'a', 'A', 'r', 'R', 'o', 'O', 's', 'S'])
}

fn is_dead(word: &str) -> bool {
    let folded = fold(word);
    let texts = WORDS.objections.get(&folded);
    texts.is_some_and(|texts| texts.contains(&(folded, Objection::Dead)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_against_its_row_is_found_and_one_about_others_is_not() {
        assert!(toml::from_str::<RemarkLists>(include_str!("remark_words.toml")).is_ok());
        use Objection::{Cancelled, Dead, Double, Left};
        for (typed, objection) in [
            ("décédé 2016", Some(Dead)),
            ("mort", Some(Dead)),
            ("Mort-né", Some(Dead)),
            ("DCD le 13/3", Some(Dead)),
            ("(+)", Some(Dead)),
            ("†", Some(Dead)),
            ("partie en Angola 2015", Some(Left)),
            ("a déménagé", Some(Left)),
            ("n'habite plus ici", Some(Left)),
            ("doublon avec n° 3", Some(Double)),
            ("double", Some(Double)),
            ("déjà inscrite", Some(Double)),
            ("à supprimer", Some(Cancelled)),
            ("Annulé", Some(Cancelled)),
            ("acte annulé", Some(Cancelled)),
            ("père décédé", None),
            ("orphelin, mère décédée", None),
            ("pas mort", None),
            ("en partie payé", None),
            ("double nationalité", None),
            ("parti en 2015, revenu en 2016", None),
            ("parents partis en Angola", None),
            ("+243 81 000 00 00", None),
            ("par procuration", None),
            ("", None),
        ] {
            assert_eq!(WORDS.objection(typed), objection, "{typed}");
        }
    }

    #[test]
    fn the_date_of_a_death_is_no_date_of_birth() {
        for (typed, birth) in [
            ("† 2016", Some("")),
            ("+ 2016", Some("")),
            ("mort en 2016", Some("")),
            ("décédé", Some("")),
            ("12/05/1987 †", Some("12/05/1987")),
            ("12/05/1987 (mort)", Some("12/05/1987")),
            ("12/05/1987 - DCD 2016", Some("12/05/1987")),
            ("Kin, 12/05/1987 décédée le 3/4/2016", Some("Kin, 12/05/1987")),
            ("12/05/1987", None),
            ("12 mars 1987", None),
            ("Mortsel 1987", None),
            ("+/- 1950", None),
        ] {
            assert_eq!(before_death(typed), birth, "{typed}");
        }
    }
}
