//! The values of a person on a sheet: what the household answers and what the agent types, both with errors.
//!
//! Each step has its own random stream. The **answer** is drawn once a visit, so a fiche typed twice has the same
//! answers. The **typing** is drawn each time. An entry does not depend on the format of the sheet; it holds what a
//! perfect reader would read.

use chrono::{Datelike, NaiveDate};

use crate::record::{MaritalStatus, Relation, Sex};

use super::commune::{Commune, first_round_day};
use super::errors;
use super::names;
use super::people::{BirthKnowledge, SyntheticPerson};
use super::random::{Purpose, RandomStream};
use super::words::WORDS;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BirthEntry {
    Day(NaiveDate),
    Month(i32, u32),
    Year(i32),
    /// `vers 1950`.
    About(i32),
    /// Years of age.
    Age(i32),
    Missing,
    /// A text that is no acceptable date.
    Bad(String),
}

impl BirthEntry {
    /// Returns the known part of `YYYY-MM-DD`.
    pub(super) fn iso(&self, round: i32) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) | Self::About(year) => format!("{year:04}"),
            Self::Age(years) => format!("{:04}", round - years),
            Self::Missing | Self::Bad(_) => String::new(),
        }
    }
}

/// The values of a person on a sheet. Names are in capitals; the typist changes the letter case.
pub(super) struct PersonEntry {
    pub(super) person: u64,
    pub(super) nom: String,
    pub(super) postnom: String,
    pub(super) prenom: String,
    pub(super) sex: Option<Sex>,
    pub(super) born: BirthEntry,
    pub(super) place: String,
    pub(super) relation: Option<Relation>,
    pub(super) marital: Option<MaritalStatus>,
    pub(super) job: String,
    /// The reason why the row must be quarantined; "" for a good row.
    pub(super) expect: &'static str,
}

/// The visit and the typing in which a person is listed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listing {
    /// Year of the round, or of the declaration.
    pub(super) year: i32,
    /// Number of the visit in that year.
    pub(super) visit: u64,
    /// Number of the typing of that visit.
    pub(super) typing: u64,
}

/// Returns the entry of a person; `husband` is the nom that a married woman may give.
pub(super) fn entry(
    commune: &Commune,
    person: &SyntheticPerson,
    husband: Option<&str>,
    listing: Listing,
) -> PersonEntry {
    let Listing { year, visit, typing } = listing;
    let numbers = [person.id, year as u64, visit, typing];
    let mut entry = answer(commune, person, husband, year, commune.random(Purpose::Answer, &numbers[..3]));
    add_typing_errors(commune, &mut entry, year, &mut commune.random(Purpose::Typing, &numbers));
    entry
}

fn answer(
    commune: &Commune,
    person: &SyntheticPerson,
    husband: Option<&str>,
    year: i32,
    mut random: RandomStream,
) -> PersonEntry {
    let rates = &commune.settings.errors;
    let often = |share: f64| rates.scaled(share);
    let (mut nom, mut postnom, mut prenom) = (person.nom.clone(), person.postnom.clone(), person.prenom.clone());
    if let Some(husband) = husband.filter(|_| random.happens(often(rates.husbands_nom))) {
        nom = husband.to_owned();
    }
    for name in [&mut nom, &mut postnom] {
        if random.happens(often(rates.respelt))
            && let Some(other) = errors::respell_nom(&mut random, name)
        {
            *name = other;
        }
    }
    if random.happens(often(rates.respelt))
        && let Some(other) = errors::respell_prenom(&mut random, &prenom)
    {
        prenom = other;
    }
    if random.happens(0.25) {
        prenom = names::with_accents(&prenom);
    }
    if random.happens(often(rates.compound_cut))
        && let Some((first, _)) = prenom.split_once([' ', '-'])
    {
        prenom = first.to_owned();
    }
    if random.happens(often(rates.swapped)) && !postnom.is_empty() {
        std::mem::swap(&mut nom, &mut postnom);
    }
    let omission = random.unit();
    if omission < often(rates.no_postnom) {
        postnom.clear();
    } else if omission < often(rates.no_postnom) + often(rates.no_prenom) {
        prenom.clear();
    } else if omission < often(rates.no_postnom) + often(rates.no_prenom) + often(rates.initial) {
        prenom = prenom.chars().take(1).chain(['.']).collect();
    }
    PersonEntry {
        person: person.id,
        nom,
        postnom,
        prenom,
        sex: Some(person.sex),
        born: birth_answer(commune, person, year, &mut random),
        place: person.place.to_owned(),
        relation: Some(person.relation),
        marital: Some(person.marital),
        job: person.job.to_owned(),
        expect: "",
    }
}

fn birth_answer(commune: &Commune, person: &SyntheticPerson, year: i32, random: &mut RandomStream) -> BirthEntry {
    let rates = &commune.settings.errors;
    let often = |share: f64| rates.scaled(share);
    let mut birth_year = person.born.year();
    if person.birth_knowledge == BirthKnowledge::Guess && random.happens(often(rates.guess_off)) {
        birth_year += random.choose(&[-3, -2, -1, 1, 2, 3]);
    } else if random.happens(often(rates.year_off)) {
        birth_year += random.choose(&[-1, 1]);
    }
    let heaped = heaped_year(commune, person, birth_year, year);
    let birth_year = heaped.unwrap_or(birth_year);
    // The year of birth lies before the year of the visit.
    let birth_year = if birth_year >= year { person.born.year() } else { birth_year };
    let on_day = |month, day| {
        NaiveDate::from_ymd_opt(birth_year, month, day).map_or(BirthEntry::Year(birth_year), BirthEntry::Day)
    };
    match person.birth_knowledge {
        BirthKnowledge::Day => on_day(person.born.month(), person.born.day()),
        BirthKnowledge::Month => BirthEntry::Month(birth_year, person.born.month()),
        BirthKnowledge::Year | BirthKnowledge::Guess => match random.unit() {
            share if share < often(rates.first_january) => on_day(1, 1),
            share if share < often(rates.first_january) + often(rates.mid_year) => on_day(6, 30),
            share if share > 0.93 && heaped.is_some() => BirthEntry::Age(in_fives(year - person.born.year())),
            share if share > 0.93 => BirthEntry::Age(year - birth_year),
            share if share > 0.7 && person.birth_knowledge == BirthKnowledge::Guess => BirthEntry::About(birth_year),
            _ => BirthEntry::Year(birth_year),
        },
    }
}

/// Returns the year of birth of a person whose age was rounded to fives or tens when the voter's card was made.
fn heaped_year(commune: &Commune, person: &SyntheticPerson, birth_year: i32, year: i32) -> Option<i32> {
    let first_round = first_round_day().year();
    let age = first_round - birth_year;
    let is_unknown = matches!(person.birth_knowledge, BirthKnowledge::Year | BirthKnowledge::Guess);
    let heaped = commune.settings.people.heaped;
    let is_heaped = is_unknown && age >= 20 && commune.random(Purpose::Heaping, &[person.id]).happens(heaped);
    is_heaped.then(|| (first_round - in_fives(age)).min(year - 1))
}

/// Returns an age rounded to the nearest five.
fn in_fives(age: i32) -> i32 {
    (age + 2) / 5 * 5
}

fn add_typing_errors(commune: &Commune, entry: &mut PersonEntry, year: i32, random: &mut RandomStream) {
    let rates = &commune.settings.errors;
    let often = |share: f64| rates.scaled(share);
    for name in [&mut entry.nom, &mut entry.postnom, &mut entry.prenom] {
        if random.happens(often(rates.slip)) && !name.ends_with('.') {
            *name = errors::typo(random, name);
            if random.happens(rates.second_slip) {
                *name = errors::typo(random, name);
            }
        }
    }
    if random.happens(often(rates.two_in_one_cell)) && !entry.postnom.is_empty() {
        entry.nom = format!("{} {}", entry.nom, std::mem::take(&mut entry.postnom));
    }
    if random.happens(often(rates.wrong_column)) {
        // One column to the left or to the right.
        if entry.postnom.is_empty() {
            entry.postnom = std::mem::take(&mut entry.prenom);
        } else if entry.prenom.is_empty() {
            entry.prenom = std::mem::take(&mut entry.postnom);
        }
    }
    let sex = random.unit();
    if sex < often(rates.no_sex) {
        entry.sex = None;
    } else if sex < often(rates.no_sex) + often(rates.wrong_sex) {
        entry.sex = entry.sex.map(|sex| if sex == Sex::Male { Sex::Female } else { Sex::Male });
    }
    entry.born = typed_birth(commune, std::mem::replace(&mut entry.born, BirthEntry::Missing), year, random);
    if random.happens(often(rates.no_place)) {
        entry.place.clear();
    }
    // The relation of a head is never omitted, because without it there is no head.
    if random.happens(often(rates.no_relation)) && entry.relation != Some(Relation::Head) {
        entry.relation = None;
    }
    make_bad_row(commune, entry, random);
}

/// Adds typing errors to a date. The result is a possible date before the year of the sheet.
fn typed_birth(commune: &Commune, born: BirthEntry, year: i32, random: &mut RandomStream) -> BirthEntry {
    let rates = &commune.settings.errors;
    let often = |share: f64| rates.scaled(share);
    if random.happens(often(rates.no_date)) {
        return BirthEntry::Missing;
    }
    let BirthEntry::Day(day) = born else { return born };
    if random.happens(often(rates.only_year)) {
        return BirthEntry::Year(day.year());
    }
    if random.happens(often(rates.day_and_month_swapped))
        && let Some(swapped) = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
        && swapped.year() < year
    {
        return BirthEntry::Day(swapped);
    }
    if random.happens(often(rates.date_digit)) {
        let (mut d, mut m, mut y) = (day.day(), day.month(), day.year());
        match random.below(4) {
            0 => d = (d + [1, 3, 7, 10][random.below(4)] - 1) % 28 + 1,
            1 => m = (m + random.below(11) as u32) % 12 + 1,
            2 => y += random.choose(&[-1, 1, -2, 2]),
            _ => y += random.choose(&[-10, 10]),
        }
        if (1920..year).contains(&y) {
            return NaiveDate::from_ymd_opt(y, m, d).map_or(BirthEntry::Day(day), BirthEntry::Day);
        }
    }
    BirthEntry::Day(day)
}

/// Turns a few entries into rows that must be quarantined.
fn make_bad_row(commune: &Commune, entry: &mut PersonEntry, random: &mut RandomStream) {
    let rates = &commune.settings.bad_rows;
    let kinds = [
        ("impossible_date", rates.impossible_date),
        ("future_date", rates.future_date),
        ("implausible_age", rates.implausible_age),
        ("unreadable_date", rates.unreadable_date),
        ("missing_name", rates.missing_name),
        ("only_a_name", rates.only_a_name),
    ];
    let mut left = random.unit();
    let Some((kind, _)) = kinds.into_iter().find(|(_, share)| {
        let is_chosen = left < *share;
        left -= share;
        is_chosen
    }) else {
        return;
    };
    let day = |random: &mut RandomStream| format!("{:02}/{:02}", random.between(1, 28), random.between(1, 12));
    match kind {
        "impossible_date" => {
            let day = random.choose(&["31/04", "30/02", "31/06", "31/09", "31/11", "29/14", "35/08", "31/02"]);
            entry.born = BirthEntry::Bad(format!("{day}/{}", random.between(1950, 2016)));
        }
        // Later than any day on which the sheets may be read.
        "future_date" => entry.born = BirthEntry::Bad(format!("{}/{}", day(random), random.between(2061, 2099))),
        "implausible_age" => entry.born = BirthEntry::Bad(format!("{}/{}", day(random), random.between(1810, 1889))),
        "unreadable_date" => entry.born = BirthEntry::Bad(random.choose_word(&WORDS.unreadable_dates).to_owned()),
        "missing_name" => [&mut entry.nom, &mut entry.postnom, &mut entry.prenom].into_iter().for_each(String::clear),
        // A head keeps its fields, because without the relation there is no head.
        _ if entry.relation != Some(Relation::Head) => {
            entry.sex = None;
            entry.born = BirthEntry::Missing;
            (entry.relation, entry.marital) = (None, None);
            entry.place.clear();
            entry.job.clear();
        }
        _ => return,
    }
    entry.expect = kind;
}
