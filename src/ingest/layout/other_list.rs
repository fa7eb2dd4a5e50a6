//! Recognises lists of something else than living persons or births (the dead, couples, animals, goods) by their
//! headings, by the title above them and by the names of their sheet and file. The words stand in `list_words.toml`.
//!
//! Among census sheets and birth registers such a table is set aside as a whole, with a finding that names it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::record::{CellValue, Field, GridRow, RawRow, fold};

use super::super::headers::{Headers, Rank};
use super::super::heading_words::HeadingPerson;
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;

/// What a table lists that is no list of living persons or of births.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum OtherList {
    Deaths,
    Stillbirths,
    Divorces,
    Marriages,
    /// Recognitions and adoptions of children.
    Recognitions,
    Animals,
    Goods,
    Rosters,
    Places,
    /// The values of drop-down lists.
    Choices,
}

impl OtherList {
    /// The code in messages.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Deaths => "deaths",
            Self::Stillbirths => "stillbirths",
            Self::Divorces => "divorces",
            Self::Marriages => "marriages",
            Self::Recognitions => "recognitions",
            Self::Animals => "animals",
            Self::Goods => "goods",
            Self::Rosters => "rosters",
            Self::Places => "places",
            Self::Choices => "choices",
        }
    }

    /// Whether the rows of such a list are persons or acts, whatever their columns.
    fn is_of_acts(self) -> bool {
        matches!(self, Self::Deaths | Self::Stillbirths | Self::Divorces | Self::Marriages | Self::Recognitions)
    }
}

/// The words of `list_words.toml`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListWords {
    titles: BTreeMap<OtherList, Vec<String>>,
    not_titles: NotTitles,
    deaths: DeathHeadings,
    couples: CoupleHeadings,
    headings: BTreeMap<OtherList, ListHeadings>,
    species: Species,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NotTitles {
    births: Vec<String>,
    living: Vec<String>,
    statuses: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeathHeadings {
    facts: Vec<String>,
    persons: Vec<String>,
    others: Vec<String>,
    numbers: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CoupleHeadings {
    husbands: Vec<String>,
    wives: Vec<String>,
    either: Vec<String>,
    divorces: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListHeadings {
    sure: Vec<String>,
    more: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Species {
    words: Vec<String>,
}

static WORDS: LazyLock<ListWords> = LazyLock::new(|| {
    // A unit test reads the list.
    toml::from_str(include_str!("list_words.toml")).unwrap_or_default()
});

/// Whether one of these phrases stands in a folded text as words of its own.
fn has_phrase(folded: &str, phrases: &[String]) -> bool {
    let padded = format!(" {folded} ");
    phrases.iter().any(|phrase| {
        padded
            .match_indices(phrase.as_str())
            .any(|(at, found)| padded[..at].ends_with(' ') && padded[at + found.len()..].starts_with(' '))
    })
}

/// Whether a heading has a word for a death.
pub(super) fn speaks_of_death(text: &str) -> bool {
    has_phrase(&fold(text), &WORDS.deaths.facts)
}

/// What a table lists: by its headings and what stands below them, else by the nearest of its names that says so. The
/// names are, in this order, the titles above the table, that of the sheet and that of the file.
pub(super) fn other_list(
    columns: &[HeadingColumn],
    rows: &[&GridRow],
    names: &[&str],
    headers: &Headers,
) -> Option<OtherList> {
    let by_headings = list_by_headings(columns, rows, headers);
    by_headings.or_else(|| {
        list_by_names(names, has_persons(columns, rows)).filter(|list| {
            // Names such as "situation décédé" stand over a list of the living with a few dead, too.
            *list != OtherList::Deaths || !has_living(columns, rows)
        })
    })
}

/// Whether a column says of half of the rows or more that the person lives or is there.
fn has_living(columns: &[HeadingColumn], rows: &[&GridRow]) -> bool {
    let says = |value: &CellValue| WORDS.not_titles.statuses.contains(&fold(&value.display_text()));
    columns.iter().any(|column| {
        let n = rows.iter().filter_map(|row| row.value(column.column)).filter(|value| says(value)).count();
        n > 0 && n * 2 >= rows.len()
    })
}

/// What a table lists by its headings.
pub(super) fn list_by_headings(columns: &[HeadingColumn], rows: &[&GridRow], headers: &Headers) -> Option<OtherList> {
    if is_of_animals(columns, rows) {
        return Some(OtherList::Animals);
    }
    if is_of_deaths(columns, rows, headers) {
        return Some(OtherList::Deaths);
    }
    couples(columns, rows).or_else(|| {
        let is_other = |list: &OtherList| counts_as(*list, columns) && !has_persons(columns, rows);
        [OtherList::Rosters, OtherList::Goods, OtherList::Places].into_iter().find(is_other)
    })
}

/// What the nearest name says that has a word for a list. "Naissances et décès 2017" may hold births, and a list of
/// widows or of a whole quartier is one of the living.
fn list_by_names(names: &[&str], has_persons: bool) -> Option<OtherList> {
    const LONGEST: usize = 120;
    let folded = names.iter().filter(|name| name.len() <= LONGEST).map(|name| fold(name));
    for name in folded {
        let says = |list: OtherList| WORDS.titles.get(&list).is_some_and(|titles| has_phrase(&name, titles));
        if says(OtherList::Stillbirths) && !has_phrase(&name, &WORDS.not_titles.living) {
            return Some(OtherList::Stillbirths);
        }
        if has_phrase(&name, &WORDS.not_titles.births) {
            return None;
        }
        let list = WORDS.titles.keys().copied().find(|list| says(*list) && (list.is_of_acts() || !has_persons));
        match list {
            Some(list) if list.is_of_acts() && has_phrase(&name, &WORDS.not_titles.living) => return None,
            Some(list) => return Some(list),
            None => {}
        }
    }
    None
}

/// The texts of a title without the names behind the labels of persons: `Agent : MABALA Pierre`. A surname may be a
/// word of a list.
pub(super) fn texts_without_persons(row: &RawRow, headers: &Headers) -> Vec<String> {
    let names_person = |label: &str| {
        let person = headers.reduced(label).person;
        matches!(person, Some(HeadingPerson::Agent | HeadingPerson::Head | HeadingPerson::Other(_)))
    };
    let mut is_name = false;
    let mut texts = Vec::with_capacity(row.cells.len());
    for cell in &row.cells {
        let text = cell.value.to_text();
        match text.split_once(':') {
            Some((label, value)) if names_person(label) => {
                // The name may stand in the next cell.
                is_name = value.trim().is_empty();
                texts.push(label.to_owned());
            }
            None if is_name => is_name = false,
            _ => {
                is_name = false;
                texts.push(text);
            }
        }
    }
    texts
}

/// The list of acts that a title or a name announces.
pub(super) fn list_of_acts_by_names(names: &[&str]) -> Option<OtherList> {
    list_by_names(names, true)
}

/// Whether columns hold the names of persons beside a sex, a birth or an age.
fn has_persons(columns: &[HeadingColumn], rows: &[&GridRow]) -> bool {
    use Field::{Age, BirthDate, BirthDatePlace, BirthDay, BirthYear, Relation, Sex, SexMale};
    let of_person = [Age, BirthDate, BirthDatePlace, BirthDay, BirthYear, Relation, Sex, SexMale];
    let has_name = columns.iter().any(|column| column.field.is_name() && column.rank <= Rank::Person);
    let is_filled = |column: &&HeadingColumn| rows.iter().any(|row| row.value(column.column).is_some());
    has_name || columns.iter().filter(is_filled).filter(|column| of_person.contains(&column.field)).count() >= 2
}

/// Whether headings are those of a list: a sure one, and another.
fn counts_as(list: OtherList, columns: &[HeadingColumn]) -> bool {
    let Some(words) = WORDS.headings.get(&list) else { return false };
    let texts: Vec<String> = columns.iter().map(|column| fold(&column.text)).collect();
    let n_sure = texts.iter().filter(|text| has_phrase(text, &words.sure)).count();
    let n_more = texts.iter().filter(|text| has_phrase(text, &words.more) && !has_phrase(text, &words.sure)).count();
    // The days of a week are many.
    let n_least = if list == OtherList::Rosters && n_more == 0 { 4 } else { 2 };
    n_sure > 0 && n_sure + n_more >= n_least
}

/// How a heading begins that names an animal.
const STARTS: [&str; 12] = [
    "NOM ",
    "NAAM ",
    "NAME ",
    "NOME ",
    "JINA ",
    "NKOMBO ",
    "BOUCLE",
    "EAR TAG",
    "OORMERK",
    "BRINCO",
    "N DE BOUCLE",
    "N BOUCLE",
];

/// Whether a table lists animals: a heading names one, or the species stand in a column of that name.
fn is_of_animals(columns: &[HeadingColumn], rows: &[&GridRow]) -> bool {
    use Field::{Fiche, Postnom, Prenom, Relation};
    // A household may keep a dog.
    let is_of_persons = |column: &HeadingColumn| matches!(column.field, Fiche | Postnom | Prenom | Relation);
    if !counts_as(OtherList::Animals, columns) || columns.iter().any(is_of_persons) {
        return false;
    }
    let Some(words) = WORDS.headings.get(&OtherList::Animals) else { return false };
    let is_species = |column: &HeadingColumn| {
        let texts: Vec<String> =
            rows.iter().filter_map(|row| row.value(column.column)).map(|value| fold(&value.display_text())).collect();
        let n = texts.iter().filter(|text| has_phrase(text, &WORDS.species.words)).count();
        n > 0 && n * 2 >= texts.len()
    };
    // "Nombre de chèvres" counts those of a household.
    let names_one = |column: &HeadingColumn| {
        let folded = fold(&column.text);
        let profile = ContentProfile::of_column(column.column, rows);
        has_phrase(&folded, &words.sure)
            && (STARTS.iter().any(|start| folded.starts_with(start))
                || ["ANIMAL", "BETE", "DIER", "MNYAMA", "NYAMA"].contains(&folded.as_str()))
            && profile.n() > 0
            && !profile.is_numeric()
    };
    columns.iter().filter(|column| has_phrase(&fold(&column.text), &words.sure)).any(is_species)
        || columns.iter().any(names_one)
}

/// Whether a table lists the dead: half of its rows or more tell of their death, or a column names the dead.
fn is_of_deaths(columns: &[HeadingColumn], rows: &[&GridRow], headers: &Headers) -> bool {
    let words = &WORDS.deaths;
    let is_of_other = |column: &HeadingColumn| {
        has_phrase(&fold(&column.text), &words.others)
            || matches!(headers.reduced(&column.text).person, Some(HeadingPerson::Other(_)))
    };
    let tells = |column: &&HeadingColumn| {
        let folded = fold(&column.text);
        has_phrase(&folded, &words.facts)
            && !column.field.is_name()
            && column.field != Field::Remarks
            && !is_of_other(column)
            && {
                let may_be_number = has_phrase(&folded, &words.numbers);
                let values = rows.iter().filter_map(|row| row.value(column.column));
                let n = values.filter(|value| tells_of_death(value, may_be_number)).count();
                n > 0 && n * 2 >= rows.len()
            }
    };
    let names = |column: &&HeadingColumn| {
        let folded = fold(&column.text);
        has_phrase(&folded, &words.persons)
            && !headers.reduced(&column.text).is_of_other_event
            && !is_of_other(column)
            && (column.field.is_name()
                && !rows.is_empty()
                && !ContentProfile::of_column(column.column, rows).is_numeric()
                || column.field.is_name() && rows.is_empty()
                || matches!(column.field, Field::Other | Field::Unused | Field::EventDate)
                    && ContentProfile::of_column(column.column, rows).holds_names())
    };
    columns.iter().any(|column| tells(&column)) || columns.iter().any(|column| names(&column))
}

/// Whether a cell tells of a death: a date, a place, a cause. Yes and no, and the number of the dead, do not.
fn tells_of_death(value: &CellValue, may_be_number: bool) -> bool {
    const ANSWERS: [&str; 26] = [
        "", "NON", "N", "NO", "OUI", "O", "YES", "Y", "X", "VIVANT", "VIVANTE", "EN VIE", "NEANT", "RAS", "NEE", "JA",
        "FALSE", "TRUE", "FAUX", "VRAI", "ONWAAR", "WAAR", "NULL", "NONE", "N A", "NUL",
    ];
    let profile = ContentProfile::of_value(value);
    if profile.dates + profile.dates_with_place > 0 {
        return true;
    }
    match value {
        CellValue::Text(text) if text.trim().parse::<f64>().is_err() => !ANSWERS.contains(&fold(text).as_str()),
        CellValue::Text(_) | CellValue::Number(_) => may_be_number,
        _ => false,
    }
}

/// Whether a table lists couples, and whether they are married or divorced there: both have a column, and no column is
/// that of one person's name.
fn couples(columns: &[HeadingColumn], rows: &[&GridRow]) -> Option<OtherList> {
    let words = &WORDS.couples;
    let texts: Vec<String> = columns.iter().map(|column| fold(&column.text)).collect();
    // "Mume" and "Mke" are the columns of the sexes, too, where agents tick one for each person.
    let is_ticked = |column: &HeadingColumn| {
        matches!(column.field, Field::SexMale | Field::SexFemale)
            && !ContentProfile::of_column(column.column, rows).holds_names()
    };
    let with = |phrases: &[String]| {
        texts.iter().zip(columns).filter(|pair| has_phrase(pair.0, phrases) && !is_ticked(pair.1)).count()
    };
    let (n_husbands, n_wives) = (with(&words.husbands), with(&words.wives));
    // "Conjoint 1", "Conjoint 2".
    let of_number = |number: &str| {
        texts.iter().zip(columns).any(|(text, column)| {
            has_phrase(text, &words.either)
                && text.split(' ').any(|word| word == number)
                && (rows.is_empty() || ContentProfile::of_column(column.column, rows).holds_names())
        })
    };
    let has_own_name = columns.iter().any(|column| column.field.is_name() && column.rank == Rank::Sure);
    let has_both = n_husbands > 0 && n_wives > 0 || of_number("1") && of_number("2");
    if !has_both || has_own_name {
        return None;
    }
    let is_of_divorces = texts.iter().any(|text| has_phrase(text, &words.divorces));
    Some(if is_of_divorces { OtherList::Divorces } else { OtherList::Marriages })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_list_and_one_of_the_living_does_not() {
        assert!(toml::from_str::<ListWords>(include_str!("list_words.toml")).is_ok());
        use OtherList::{Deaths, Divorces, Goods, Marriages, Stillbirths};
        for (names, list) in [
            (&["REGISTRE DES DÉCÈS 2018", "Feuil1"][..], Some(Deaths)),
            (&["Permis d'inhumer, mars", "Feuil1"], Some(Deaths)),
            (&["Óbitos 2018"], Some(Deaths)),
            (&["Overlijdensregister"], Some(Deaths)),
            (&["Enfants mort-nés 2018"], Some(Stillbirths)),
            (&["Naissances et décès 2018"], None),
            (&["Liste des veuves des militaires morts"], None),
            (&["Recensement : ménages, décès"], None),
            (&["Registre des naissances", "Décès"], None),
            (&["Jugements de divorce", "mariages.xlsx"], Some(Divorces)),
            (&["Feuil1", "mariages 2017.xlsx"], Some(Marriages)),
            (&["Mercuriale du marché"], Some(Goods)),
            (&["Liste des élèves"], None),
            (&["Agent MABALA Pierre"], None),
            (&["Buku ya mabala 2018"], Some(Marriages)),
        ] {
            assert_eq!(list_by_names(names, false), list, "{names:?}");
        }
        assert_eq!(list_by_names(&["Planning familial"], true), None, "persons stand in the table");
    }
}
