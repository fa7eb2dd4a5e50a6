//! Makes the two cards of a pair: the values of both rows side by side, those that differ marked, without the score.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::error::Result;
use crate::messages::{Messages, say};
use crate::normalise::ReferenceData;
use crate::record::{Field, Kind};
use crate::review::{FicheMember, ReviewRow, RowPlace};

use super::super::pairs::{PairRow, cells_in_order, pair_row};
use super::super::reader::RegisterReader;
use super::super::same_meaning::RowMeaning;
use super::order::{OrderEntry, PairSide};

/// One row of a pair.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct JudgingCard {
    /// File, sheet and row.
    pub place: RowPlace,
    /// `census`, `birth` or `event`.
    pub kind: String,
    /// The values, the same fields in the same order on both cards.
    pub fields: Vec<CardField>,
    /// The other persons of the fiche, or the parents of an act.
    pub company: Vec<FicheMember>,
    /// The cells as typed, in the order of the sheet.
    pub cells: Vec<TypedCell>,
    /// Nom, post-nom and prénom as they were read from them; "" for none.
    pub name: [String; 3],
    /// The whole day of birth as it was read; `None` if the row gives none.
    pub born_day: Option<NaiveDate>,
}

/// A cell of a row as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedCell {
    /// Column letters.
    pub letters: String,
    /// What the column holds, as a code; "" if it is not known or not used.
    pub field: String,
    /// The place of the field among all fields: cells of a row are shown in this order.
    pub rank: usize,
    /// The text.
    pub text: String,
}

/// A value on a card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CardField {
    /// What it is, as a code: `nom`, `birth_date`…
    pub code: &'static str,
    /// The text as typed, the name and the address as they were read; "" if there is none.
    pub value: String,
    /// Whether the value is an age and no date.
    pub is_age: bool,
    /// Whether the other card has a value that means something else. A value that one card lacks does not differ.
    pub differs: bool,
}

/// The fields of a card, each with the columns that it may stand in.
const FIELDS: &[(&str, &[&str])] = &[
    ("nom", &["nom", "nom_postnom", "full_name", "prenom_first"]),
    ("postnom", &["postnom"]),
    ("prenom", &["prenom"]),
    ("sex", &["sex", "sex_male", "sex_female"]),
    ("birth_date", &["birth_date", "birth_date_place", "birth_year", "age"]),
    ("birth_place", &["birth_place"]),
    ("relation", &["relation"]),
    ("marital_status", &["marital_status"]),
    ("occupation", &["occupation"]),
    ("father", &["father"]),
    ("mother", &["mother"]),
    ("act_number", &["act_number"]),
    ("declared_on", &["declared_on"]),
];
/// The parts of the name, in the order of [`RowMeaning::name`].
const NAMES: [&str; 3] = ["nom", "postnom", "prenom"];
/// The columns that hold several parts of the name.
const JOINED_NAMES: [&str; 3] = ["nom_postnom", "full_name", "prenom_first"];
/// The fields of the address, in the order of [`ReviewRow::address`].
const ADDRESS: [&str; 3] = ["quartier", "avenue", "parcel"];

/// The two cards of a pair and its rows as rulings name them; `None` if a row is not at its place any more.
pub(super) fn cards_of(
    reader: &RegisterReader<'_>,
    sides: [&PairSide; 2],
    lists: &ReferenceData,
) -> Result<Option<([JudgingCard; 2], [PairSide; 2])>> {
    let [a, b] = sides.map(|side| row_of(reader, side));
    let (Some(a), Some(b)) = (a?, b?) else { return Ok(None) };
    let meanings = [&a, &b].map(|side| RowMeaning::of_row(side, year_of(side), lists));
    let is_joined = |side: &&PairRow| JOINED_NAMES.iter().any(|code| side.row.typed.contains_key(*code));
    let has_joined_name = [&a, &b].iter().any(is_joined);
    let values = [(&a, &meanings[0]), (&b, &meanings[1])].map(|(side, meaning)| {
        let mut values = values_of(&side.row);
        // A whole name in one cell can't be compared with parts typed apart.
        if has_joined_name && meaning.name().iter().any(|part| !part.is_empty()) {
            set_all(&mut values, NAMES, meaning.name());
        }
        set_all(&mut values, ADDRESS, own_address(meaning.address(lists), &side.row.address));
        values
    });
    let has_value = |code: &&&str| values.iter().any(|values| values.contains_key(**code));
    let codes = FIELDS.iter().map(|(code, _)| code).chain(&ADDRESS).filter(has_value);
    let field = |own: usize, code: &'static str| {
        let [value, other] = [own, 1 - own].map(|side| values[side].get(code).cloned().unwrap_or_default());
        let is_typed = !value.is_empty() && !other.is_empty();
        let differs = is_typed && !meanings[own].agrees(&meanings[1 - own], code, (&value, &other), lists);
        let is_age = code == "birth_date" && is_age([&a, &b][own]);
        CardField { code, differs, is_age, value }
    };
    let cards = [(0, &a, sides[0]), (1, &b, sides[1])].map(|(own, side, place)| JudgingCard {
        place: place.place(),
        kind: side.line.kind.clone(),
        fields: codes.clone().map(|code| field(own, code)).collect(),
        company: side.row.company.clone(),
        cells: typed_cells(side),
        name: meanings[own].name(),
        born_day: meanings[own].born_day(),
    });
    let decided =
        [&a, &b].map(|side| PairSide::from(&super::super::decide::decided_row(&side.line, side.person.as_ref())));
    Ok(Some((cards, decided)))
}

/// Whether the row gives an age and no date of birth.
fn is_age(side: &PairRow) -> bool {
    let columns = FIELDS.iter().find(|(code, _)| *code == "birth_date").map_or(&[] as &[&str], |(_, columns)| columns);
    columns.iter().find(|column| side.row.typed.contains_key(**column)) == Some(&"age")
}

fn set_all(values: &mut BTreeMap<&'static str, String>, codes: [&'static str; 3], texts: [String; 3]) {
    for (code, text) in codes.into_iter().zip(texts) {
        match text.is_empty() {
            true => values.remove(code),
            false => values.insert(code, text),
        };
    }
}

/// The address of a row: what it gives itself. Where its cells give none, as below the line of a block, that of its
/// household, unless this is of another quartier than the row.
fn own_address(own: [String; 3], home: &[String; 3]) -> [String; 3] {
    let has_house = !own[1].is_empty() || !own[2].is_empty();
    let is_elsewhere = !own[0].is_empty() && !home[0].is_empty() && own[0] != home[0];
    if has_house || is_elsewhere { own } else { home.clone() }
}

/// The year of the round in which the row's person was seen.
fn year_of(side: &PairRow) -> Option<i32> {
    side.person.as_ref().and_then(|person| person.row.census_year)
}

fn typed_cells(side: &PairRow) -> Vec<TypedCell> {
    const NOT_SHOWN: [Field; 3] = [Field::Unused, Field::Sensitive, Field::Other];
    let field_of = |letters: &str| {
        let field = side.fields.get(letters).map_or("", String::as_str);
        if NOT_SHOWN.iter().any(|own| own.code() == field) { String::new() } else { field.to_owned() }
    };
    let cell = |(letters, text): (String, String)| {
        let field = field_of(&letters);
        let rank = Field::ALL.iter().position(|own| own.code() == field).unwrap_or(usize::MAX);
        TypedCell { field, rank, letters, text }
    };
    cells_in_order(&side.line.typed).into_iter().map(cell).collect()
}

/// The row of a side, if it still has the side's key.
fn row_of(reader: &RegisterReader<'_>, side: &PairSide) -> Result<Option<PairRow>> {
    let row = pair_row(reader, &side.place())?;
    Ok(row.filter(|row| row.line.row_key.as_deref() == Some(&side.key)))
}

fn values_of(row: &ReviewRow) -> BTreeMap<&'static str, String> {
    let typed = FIELDS.iter().filter_map(|(code, columns)| {
        let value = columns.iter().find_map(|column| row.typed.get(*column))?;
        Some((*code, value.clone()))
    });
    // A dash is no value.
    typed.filter(|(_, value)| value.contains(char::is_alphanumeric)).collect()
}

/// What keeps the two rows apart, as codes of levels.
pub(super) fn contradictions(entry: &OrderEntry) -> Vec<String> {
    let (name, _) = crate::link::KEPT_APART;
    let own = entry.comparisons.iter().filter(|comparison| comparison.comparison == name);
    own.map(|comparison| comparison.level.clone()).collect()
}

impl CardField {
    /// The value as shown: a number of years with their word.
    #[must_use]
    pub fn in_words(&self, messages: &Messages) -> String {
        let is_number = self.value.trim().chars().all(|c| c.is_ascii_digit()) && !self.value.trim().is_empty();
        if self.is_age && is_number { say!(messages, "judge-age", n = self.value.trim()) } else { self.value.clone() }
    }
}

impl JudgingCard {
    /// Whether the row is one of a birth register.
    #[must_use]
    pub fn is_act(&self) -> bool {
        self.kind == Kind::Birth.code()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_its_own_address_and_not_that_of_its_household() {
        let address = |parts: [&str; 3]| parts.map(str::to_owned);
        let home = address(["Mokali", "Kwango", "15"]);
        for (own, expected) in [
            (["Biyela", "Mongala", "14 bis"], ["Biyela", "Mongala", "14 bis"]),
            // The house is not given, and the quartier is another.
            (["Biyela", "", ""], ["Biyela", "", ""]),
            (["", "", ""], ["Mokali", "Kwango", "15"]),
            (["Mokali", "", ""], ["Mokali", "Kwango", "15"]),
            (["Mokali", "Kwango", "16"], ["Mokali", "Kwango", "16"]),
        ] {
            assert_eq!(own_address(address(own), &home), address(expected), "{own:?}");
        }
    }
}
