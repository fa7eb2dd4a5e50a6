//! A person as a household says and an agent types them: where the errors are made.
//!
//! Two steps with a course of chance each. What is **said** is the household's: it is heard once a visit, and a fiche typed
//! twice says the same twice. What is **typed** is the agent's: it differs with every typing. An entry holds what stands on
//! the sheet, free of how the sheet writes it, so that it is also what a perfect reader would read.

use chrono::{Datelike, NaiveDate};

use crate::record::{MaritalStatus, Relation, Sex};

use super::chance::{Chance, Purpose};
use super::commune::Commune;
use super::names;
use super::pen;
use super::people::{Knows, Person};

/// A date of birth as it stands on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Born {
    Day(NaiveDate),
    Month(i32, u32),
    Year(i32),
    /// `vers 1950`.
    About(i32),
    /// Years of age.
    Age(i32),
    Missing,
    /// No date that a register may take, as typed.
    Bad(String),
}

impl Born {
    /// As a table gives it: as much of `YYYY-MM-DD` as is known.
    pub(super) fn shown(&self, round: i32) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Year(year) | Self::About(year) => format!("{year:04}"),
            Self::Age(years) => format!("{:04}", round - years),
            Self::Missing | Self::Bad(_) => String::new(),
        }
    }
}

/// What a sheet says of a person; noms in capitals, prénoms too (the sheet has its own way with capitals).
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) person: u64,
    pub(super) nom: String,
    pub(super) postnom: String,
    pub(super) prenom: String,
    pub(super) sex: Option<Sex>,
    pub(super) born: Born,
    pub(super) place: String,
    pub(super) relation: Option<Relation>,
    pub(super) marital: Option<MaritalStatus>,
    pub(super) job: String,
    /// Why the row must be quarantined; "" for a good row.
    pub(super) expect: &'static str,
}

/// Where and how often someone was said and typed: the same visit says the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occasion {
    /// Year of the round, or of the declaration.
    pub(super) year: i32,
    /// Which visit of that year.
    pub(super) visit: u64,
    /// Which typing of that visit.
    pub(super) typing: u64,
}

/// Makes the entry of a person; `husband` is the nom that a married woman may be called by.
pub(super) fn entry(commune: &Commune, person: &Person, husband: Option<&str>, on: Occasion) -> Entry {
    let visit = [person.id, on.year as u64, on.visit];
    let mut entry = said(commune, person, husband, on.year, Chance::of(commune.seed, Purpose::Said, &visit));
    let typing = [person.id, on.year as u64, on.visit, on.typing];
    type_in(commune, &mut entry, on.year, &mut Chance::of(commune.seed, Purpose::Typed, &typing));
    entry
}

fn said(commune: &Commune, person: &Person, husband: Option<&str>, year: i32, mut chance: Chance) -> Entry {
    let rates = &commune.settings.errors;
    let often = |share: f64| (share * rates.scale).min(0.9);
    let mut nom = person.nom.clone();
    let mut postnom = person.postnom.clone();
    let mut prenom = person.prenom.clone();
    if let Some(husband) = husband.filter(|_| chance.is(often(rates.husbands_nom))) {
        nom = husband.to_owned();
    }
    for name in [&mut nom, &mut postnom] {
        if chance.is(often(rates.respelt))
            && let Some(other) = pen::respelt_nom(&mut chance, name)
        {
            *name = other;
        }
    }
    if chance.is(often(rates.respelt))
        && let Some(other) = pen::respelt_prenom(&mut chance, &prenom)
    {
        prenom = other;
    }
    if chance.is(0.25) {
        prenom = names::with_accents(&prenom);
    }
    if chance.is(often(rates.compound_cut))
        && let Some((first, _)) = prenom.split_once([' ', '-'])
    {
        prenom = first.to_owned();
    }
    if chance.is(often(rates.swapped)) && !postnom.is_empty() {
        std::mem::swap(&mut nom, &mut postnom);
    }
    let drops = chance.unit();
    if drops < often(rates.no_postnom) {
        postnom.clear();
    } else if drops < often(rates.no_postnom) + often(rates.no_prenom) {
        prenom.clear();
    } else if drops < often(rates.no_postnom) + often(rates.no_prenom) + often(rates.initial) {
        prenom = prenom.chars().take(1).chain(['.']).collect();
    }
    Entry {
        person: person.id,
        nom,
        postnom,
        prenom,
        sex: Some(person.sex),
        born: born_as_said(commune, person, year, &mut chance),
        place: person.place.to_owned(),
        relation: Some(person.relation),
        marital: Some(person.marital),
        job: person.job.to_owned(),
        expect: "",
    }
}

fn born_as_said(commune: &Commune, person: &Person, year: i32, chance: &mut Chance) -> Born {
    let rates = &commune.settings.errors;
    let often = |share: f64| (share * rates.scale).min(0.9);
    let mut own = person.born.year();
    if person.knows == Knows::Guess && chance.is(often(rates.guess_off)) {
        own += chance.one_of(&[-3, -2, -1, 1, 2, 3]);
    } else if chance.is(often(rates.year_off)) {
        own += chance.one_of(&[-1, 1]);
    }
    // Nobody says to be born after the day they speak.
    let own = if own >= year { person.born.year() } else { own };
    let on_day = |month, day| NaiveDate::from_ymd_opt(own, month, day).map_or(Born::Year(own), Born::Day);
    match person.knows {
        Knows::Day => on_day(person.born.month(), person.born.day()),
        Knows::Month => Born::Month(own, person.born.month()),
        Knows::Year | Knows::Guess => match chance.unit() {
            share if share < often(rates.first_january) => on_day(1, 1),
            share if share > 0.93 => Born::Age(year - own),
            share if share > 0.7 && person.knows == Knows::Guess => Born::About(own),
            _ => Born::Year(own),
        },
    }
}

/// What the agent's fingers and eyes do to it.
fn type_in(commune: &Commune, entry: &mut Entry, year: i32, chance: &mut Chance) {
    let rates = &commune.settings.errors;
    let often = |share: f64| (share * rates.scale).min(0.9);
    for name in [&mut entry.nom, &mut entry.postnom, &mut entry.prenom] {
        if chance.is(often(rates.slip)) && !name.ends_with('.') {
            *name = pen::slip(chance, name);
            if chance.is(rates.second_slip) {
                *name = pen::slip(chance, name);
            }
        }
    }
    if chance.is(often(rates.two_in_one_cell)) && !entry.postnom.is_empty() {
        entry.nom = format!("{} {}", entry.nom, std::mem::take(&mut entry.postnom));
    }
    if chance.is(often(rates.wrong_column)) {
        // One column to the left or to the right of where it belongs.
        if entry.postnom.is_empty() {
            entry.postnom = std::mem::take(&mut entry.prenom);
        } else if entry.prenom.is_empty() {
            entry.prenom = std::mem::take(&mut entry.postnom);
        }
    }
    let sex = chance.unit();
    if sex < often(rates.no_sex) {
        entry.sex = None;
    } else if sex < often(rates.no_sex) + often(rates.wrong_sex) {
        entry.sex = entry.sex.map(|sex| if sex == Sex::Male { Sex::Female } else { Sex::Male });
    }
    entry.born = date_as_typed(commune, std::mem::replace(&mut entry.born, Born::Missing), year, chance);
    if chance.is(often(rates.no_place)) {
        entry.place.clear();
    }
    // A head without the word for it would be no head, to any reader.
    if chance.is(often(rates.no_relation)) && entry.relation != Some(Relation::Head) {
        entry.relation = None;
    }
    spoil(commune, entry, chance);
}

/// A date as typed; a slip never makes one that can't be, nor one later than the sheet's year.
fn date_as_typed(commune: &Commune, born: Born, year: i32, chance: &mut Chance) -> Born {
    let rates = &commune.settings.errors;
    let often = |share: f64| (share * rates.scale).min(0.9);
    if chance.is(often(rates.no_date)) {
        return Born::Missing;
    }
    let Born::Day(day) = born else { return born };
    if chance.is(often(rates.only_year)) {
        return Born::Year(day.year());
    }
    if chance.is(often(rates.day_and_month_swapped))
        && let Some(swapped) = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
        && swapped.year() < year
    {
        return Born::Day(swapped);
    }
    if chance.is(often(rates.date_digit)) {
        let (mut d, mut m, mut y) = (day.day(), day.month(), day.year());
        match chance.below(4) {
            0 => d = (d + [1, 3, 7, 10][chance.below(4)] - 1) % 28 + 1,
            1 => m = (m + chance.below(11) as u32) % 12 + 1,
            2 => y += chance.one_of(&[-1, 1, -2, 2]),
            _ => y += chance.one_of(&[-10, 10]),
        }
        if (1920..year).contains(&y) {
            return NaiveDate::from_ymd_opt(y, m, d).map_or(Born::Day(day), Born::Day);
        }
    }
    Born::Day(day)
}

/// Makes of a few rows what no register may take.
fn spoil(commune: &Commune, entry: &mut Entry, chance: &mut Chance) {
    let rates = &commune.settings.bad_rows;
    let kinds = [
        ("impossible_date", rates.impossible_date),
        ("future_date", rates.future_date),
        ("implausible_age", rates.implausible_age),
        ("unreadable_date", rates.unreadable_date),
        ("missing_name", rates.missing_name),
        ("only_a_name", rates.only_a_name),
    ];
    let mut left = chance.unit();
    let Some((kind, _)) = kinds.into_iter().find(|(_, share)| {
        let is_it = left < *share;
        left -= share;
        is_it
    }) else {
        return;
    };
    let day = |chance: &mut Chance| format!("{:02}/{:02}", chance.between(1, 28), chance.between(1, 12));
    match kind {
        "impossible_date" => {
            let (day, month) =
                chance.one_of(&[(31, 4), (30, 2), (31, 6), (31, 9), (31, 11), (29, 14), (35, 8), (31, 2)]);
            entry.born = Born::Bad(format!("{day:02}/{month:02}/{}", chance.between(1950, 2016)));
        }
        // Later than any day on which these sheets may be read.
        "future_date" => entry.born = Born::Bad(format!("{}/{}", day(chance), chance.between(2061, 2099))),
        "implausible_age" => entry.born = Born::Bad(format!("{}/{}", day(chance), chance.between(1810, 1889))),
        "unreadable_date" => {
            let words = [
                "pendant la guerre",
                "voir carte",
                "avant l'indépendance",
                "saison sèche",
                "pas sûr",
                "il ne sait pas",
            ];
            entry.born = Born::Bad(chance.one_of(&words).to_owned());
        }
        "missing_name" => {
            for name in [&mut entry.nom, &mut entry.postnom, &mut entry.prenom] {
                name.clear();
            }
        }
        // A head who is nothing but a name would be no head.
        _ if entry.relation != Some(Relation::Head) => {
            entry.sex = None;
            entry.born = Born::Missing;
            (entry.relation, entry.marital) = (None, None);
            entry.place.clear();
            entry.job.clear();
        }
        _ => return,
    }
    entry.expect = kind;
}
