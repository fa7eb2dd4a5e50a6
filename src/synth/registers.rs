//! The birth registers: which births are declared, when and how often; written year by year from small entries.
//!
//! A first pass goes through all households and keeps of each act where to find its child and the day of declaration; the
//! registers are then written in the order of declaration, each child made again.

use std::path::{Path, PathBuf};

use chrono::{Datelike, Days, NaiveDate};

use crate::error::Result;
use crate::record::{Category, Relation, Sex};

use super::book::{Book, Cell, Kind};
use super::census::{headings, spelling};
use super::chance::{Chance, Purpose};
use super::commune::{Commune, ELSEWHERE, HouseholdNo, MATERNITIES, QuartierNo};
use super::entry::{Born, Entry, Occasion, entry};
use super::hand::{self, Around, Hand};
use super::later::newborn;
use super::layout::BIRTHS;
use super::pen;
use super::people::{self, Household, Person, parents_of};
use super::truth::Part;

/// Years of the registers.
pub(super) const YEARS: [i32; 8] = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018];
/// Rows of a file beyond which another is begun.
const MOST_ROWS: usize = 200_000;

/// An act to come: small, because a great commune has millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entered {
    declared: NaiveDate,
    /// Acts of a day come in no order of households.
    order: u16,
    household: HouseholdNo,
    /// Place of the child in its household.
    place: u8,
    /// Which act of the child.
    which: u8,
    category: Category,
}

/// Births per person and year, for the share of late declarations only.
const BIRTHS_PER_PERSON: f64 = 0.042;

/// The last day on which a declaration is in time: 30 days, 90 for births from 10 January 2009 on (see
/// `data-raw/reference/legal-periods.csv`). The day after birth is day 1.
fn last_day_in_time(born: NaiveDate) -> NaiveDate {
    let is_new = Some(born) >= NaiveDate::from_ymd_opt(2009, 1, 10);
    born + Days::new(if is_new { 90 } else { 30 })
}

/// The acts of a quartier's children, and the twins among all who live there, written into `twins`.
pub(super) fn entered(commune: &Commune, quartier: QuartierNo, twins: &mut Part) -> Result<Vec<Entered>> {
    let mut acts = Vec::new();
    let n = commune.quartiers[usize::from(quartier)].n_households;
    let elsewhere = (f64::from(n) * commune.settings.registers.elsewhere) as u32;
    let numbers = (0..n).chain(ELSEWHERE..ELSEWHERE + elsewhere);
    for number in numbers {
        let house = people::household(commune, HouseholdNo::new(quartier, number));
        let born_since = newborn(commune, &house);
        let from = acts.len();
        let children = house.members.iter().chain(&house.dead).chain(&born_since);
        for child in children.filter(|child| child.age() < 45 && is_declared_alone(child)) {
            acts_of(commune, house.no, child, &mut acts);
        }
        twins_of(&house, number >= ELSEWHERE, &acts[from..], twins)?;
    }
    Ok(acts)
}

/// Children who are somebody's: of households elsewhere the head's alone.
fn is_declared_alone(child: &Person) -> bool {
    !matches!(child.relation, Relation::Head | Relation::Spouse) || child.age() < 30
}

fn twins_of(house: &Household, is_elsewhere: bool, acts: &[Entered], twins: &mut Part) -> Result<()> {
    for (place, person) in (0_u8..).zip(&house.members) {
        let Some(other) = person.twin.filter(|other| *other > place) else { continue };
        let has_act = |place: u8| acts.iter().any(|act| act.place == place);
        if !is_elsewhere || (has_act(place) && has_act(other)) {
            twins.twins(person.id, house.members[usize::from(other)].id)?;
        }
    }
    Ok(())
}

fn place_of(person: &Person) -> u8 {
    ((person.id - 1) & 63) as u8
}

fn acts_of(commune: &Commune, household: HouseholdNo, child: &Person, acts: &mut Vec<Entered>) {
    let rates = &commune.settings.registers;
    let place = place_of(child);
    // Twins are declared together.
    let decides = child.twin.map_or(place, |other| other.min(place));
    let mut chance = Chance::of(commune.seed, Purpose::Act, &[household.key(), u64::from(decides)]);
    let order = (chance.next() >> 49) as u16;
    let mut put = |declared: NaiveDate, which, category| {
        if YEARS.contains(&declared.year()) {
            acts.push(Entered { declared, order, household, place, which, category });
        }
    };
    let years_share = |list: &[f64], year: i32| list.get((year - YEARS[0]).max(0) as usize).copied().unwrap_or(0.0);
    let last_day = last_day_in_time(child.born);
    let in_time = rates.coverage * years_share(&rates.by_year, child.born.year());
    if child.born.year() >= YEARS[0] - 1 && chance.is(in_time) {
        let is_proxy = chance.is(rates.proxy);
        let longest = if is_proxy { 40 } else { (last_day - child.born).num_days() as usize };
        let declared = child.born + Days::new(1 + chance.below(longest) as u64);
        put(declared, 0, if is_proxy { Category::Proxy } else { Category::Direct });
        if is_proxy && chance.is(rates.declared_again) {
            put(declared + Days::new(3 + chance.below(70) as u64), 1, Category::Direct);
        }
        if chance.is(rates.lost_paper) {
            put(declared + Days::new(300 + chance.below(1_200) as u64), 2, Category::Judgment);
        }
        return;
    }
    for (at, year) in YEARS.into_iter().enumerate() {
        // As many late acts a year as its share says, most of them of children.
        let late = rates.late[at];
        let acts_a_person = BIRTHS_PER_PERSON * rates.coverage * rates.by_year[at];
        let of_those = if child.age() < 18 { 1.7 } else { 0.35 };
        if !chance.is((late / (1.0 - late) * acts_a_person * of_those).min(0.9)) {
            continue;
        }
        let day = NaiveDate::from_yo_opt(year, 1 + chance.below(365) as u32).unwrap_or(child.born);
        if day > last_day {
            let category = if chance.is(rates.late_unmarked) { Category::Direct } else { Category::Judgment };
            put(day, 0, category);
            return;
        }
    }
}

/// Writes the register of a year into `folder` and its truth into `parts`; the names of its files.
pub(super) fn write(
    commune: &Commune,
    year: i32,
    mut acts: Vec<Entered>,
    folder: &Path,
    parts: &Path,
) -> Result<(Vec<String>, PathBuf)> {
    acts.sort_unstable();
    let mut truth = Part::create(parts, &format!("births-{year}"))?;
    let mut files = Vec::new();
    let mut number = 0;
    for (part, some) in acts.chunks(MOST_ROWS).enumerate() {
        files.push(register(commune, year, part, some, &mut number, folder, &mut truth)?);
    }
    Ok((files, truth.finish()?))
}

fn register(
    commune: &Commune,
    year: i32,
    part: usize,
    acts: &[Entered],
    number: &mut u32,
    folder: &Path,
    truth: &mut Part,
) -> Result<String> {
    let rates = &commune.settings.registers;
    let mut chance = Chance::of(commune.seed, Purpose::File, &[year as u64, part as u64]);
    let hand = Hand::of(commune, BIRTHS, year, &mut chance);
    let mark = if part == 0 { String::new() } else { format!(" volume {}", part + 1) };
    let stem = chance.one_of(&["naissances_", "registre naissances ", "REGISTRE_NAISSANCES_"]);
    let name = format!("{stem}{year}{mark}.{}", hand.kind.ending());
    let sheet = if hand.kind == Kind::Workbook { chance.one_of(&["Registre", "Feuil1", "Naissances"]) } else { "" };
    let mut book = Book::create(folder.join(&name), hand.kind, sheet)?;
    if hand.layout.has_titles {
        book.row(&[Cell::text(format!("REGISTRE DES NAISSANCES {year}"))])?;
        if chance.is(0.5) {
            book.row(&[Cell::text("COMMUNE DE KIMBANSEKE")])?;
        }
    }
    headings(&mut book, &hand)?;
    for act in acts {
        *number +=
            if chance.is(rates.number_gap) { 2 } else { u32::from(!chance.is(rates.number_repeated) || *number == 0) };
        let Some((entry, around, expect)) = act.typed(commune, *number) else { continue };
        let row = book.row(&hand.cells(&entry, &around, &mut chance))?;
        truth.row(&name, sheet, row, entry.person, expect)?;
    }
    book.finish()?;
    Ok(name)
}

impl Entered {
    pub(super) fn year(&self) -> i32 {
        self.declared.year()
    }

    /// The act as typed, and what is expected of its row.
    fn typed(&self, commune: &Commune, number: u32) -> Option<(Entry, Around, &'static str)> {
        let house = people::household(commune, self.household);
        let born_since = newborn(commune, &house);
        let mut everyone = house.members.iter().chain(&house.dead).chain(&born_since);
        let child = everyone.find(|person| place_of(person) == self.place)?;
        let on = Occasion { year: self.declared.year(), visit: 100 + u64::from(self.which), typing: 0 };
        let mut entry = entry(commune, child, None, on);
        let numbers = [child.id, u64::from(self.which)];
        let mut chance = Chance::of(commune.seed, Purpose::Act, &numbers);
        let rates = &commune.settings.registers;
        if entry.expect.is_empty() && chance.is(rates.no_prenom) {
            entry.prenom.clear();
        }
        self.birth(commune, child, &mut entry, &mut chance);
        entry.place = chance.one_of(&MATERNITIES).to_owned();
        let mut declared = self.declared;
        if entry.expect.is_empty() && chance.is(commune.settings.bad_rows.declared_before_birth) {
            declared = child.born - Days::new(3 + chance.below(60) as u64);
            entry.born = Born::Day(child.born);
            entry.expect = "declared_before_birth";
        }
        let expect = match (&entry.born, entry.expect) {
            (Born::Day(born), "") if declared <= last_day_in_time(*born) => "on_time",
            (Born::Day(_), "") => "late",
            (_, "") => "unknown",
            (_, bad) => bad,
        };
        let (father, mother) = self.parents(commune, &house, child, &mut chance);
        let quartier = spelling(&commune.quartiers[usize::from(self.household.quartier())], &mut chance, 0.15);
        let act = hand::Act { number, declared, category: self.category, father, mother };
        Some((entry, Around { order: number, quartier, act: Some(act), ..Around::default() }, expect))
    }

    /// A register has the day of birth: now and then a wrong one, seldom none. What is bad stays.
    fn birth(&self, commune: &Commune, child: &Person, entry: &mut Entry, chance: &mut Chance) {
        if matches!(entry.born, Born::Bad(_)) {
            return;
        }
        let errors = &commune.settings.errors;
        let often = |share: f64| (share * errors.scale).min(0.9);
        entry.born = if chance.is(often(errors.no_date) * 0.2) {
            Born::Missing
        } else if chance.is(often(errors.date_digit)) {
            let day = 1 + (child.born.day() + [1, 2, 9, 10][chance.below(4)]) % 28;
            let other = child.born.with_day(day).filter(|day| *day <= self.declared);
            Born::Day(other.unwrap_or(child.born))
        } else {
            Born::Day(child.born)
        };
    }

    /// Father and mother as the act names them.
    fn parents(&self, commune: &Commune, house: &Household, child: &Person, chance: &mut Chance) -> (String, String) {
        let rates = &commune.settings.registers;
        let errors = &commune.settings.errors;
        let (father, mother) =
            parents_of(commune, if child.is_child_of_head { house.no.key() } else { child.id << 20 });
        let at_home = |sex: Sex| {
            let is_parent = |person: &&Person| {
                person.sex == sex
                    && matches!(person.relation, Relation::Head | Relation::Spouse)
                    && child.is_child_of_head
            };
            house.members.iter().find(is_parent).map(|person| (person.nom.clone(), person.postnom.clone()))
        };
        let mut said = |(nom, postnom): (String, String), none: f64| {
            if chance.is(none) {
                return String::new();
            }
            let mut parts = Vec::new();
            for name in [nom, postnom] {
                let often = |share: f64| (share * errors.scale).min(0.9);
                let name = pen::respelt_nom(chance, &name).filter(|_| chance.is(often(errors.respelt))).unwrap_or(name);
                parts.push(if chance.is(often(errors.slip)) { pen::slip(chance, &name) } else { name });
            }
            parts.retain(|part| !part.is_empty());
            parts.join(" ")
        };
        (
            said(at_home(Sex::Male).unwrap_or(father), rates.no_father),
            said(at_home(Sex::Female).unwrap_or(mother), rates.no_mother),
        )
    }
}
