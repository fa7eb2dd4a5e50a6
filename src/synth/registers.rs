//! Writes the birth registers year by year, with the truth of each row and the list of twins: which births are
//! declared, when, and which are declared twice.
//!
//! A first pass over all households plans the acts: where to find the child, and the day of declaration. The registers
//! are then written in the order of declaration. Each child is generated again, because all children would not fit in
//! memory.

use std::path::{Path, PathBuf};

use chrono::{Datelike, Days, NaiveDate};

use crate::error::Result;
use crate::record::{Category, Sex};

use super::commune::{Commune, ELSEWHERE, HouseholdNo, QuartierNo};
use super::entry::{BirthEntry, Listing, PersonEntry, entry};
use super::errors;
use super::kinship;
use super::layout::LAYOUTS;
use super::people::{SyntheticHousehold, SyntheticPerson, parents_of};
use super::random::{Purpose, RandomStream};
use super::second_round::newborn;
use super::settings::YEARS;
use super::sheet_file::{FileFormat, SheetCell, SheetFile};
use super::truth::TruthPart;
use super::typist::{ActValues, SheetRowContext, Typist};
use super::words::WORDS;

/// Most rows of a file.
const MAX_ROWS: usize = 200_000;

/// An act to write. It is small because a large commune has millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ActPlan {
    declared: NaiveDate,
    /// Random order of the acts of a day.
    order: u16,
    household: HouseholdNo,
    /// Place of the child in its household.
    place: u8,
    /// Number of the act among those of the child.
    which: u8,
    category: Category,
}

/// Births per person and year, used for the share of late declarations only.
const BIRTHS_PER_PERSON: f64 = 0.042;

/// Returns the last day of a declaration in time: 30 days after birth, 90 for births from 10 January 2009 on (see
/// `data-raw/reference/legal-periods.csv`). The day after birth is day 1.
fn last_day_in_time(born: NaiveDate) -> NaiveDate {
    let is_new = Some(born) >= NaiveDate::from_ymd_opt(2009, 1, 10);
    born + Days::new(if is_new { 90 } else { 30 })
}

/// Plans the acts of a quartier's children, and writes the twins among all its persons to `twins`.
pub(super) fn plan_acts(commune: &Commune, quartier: QuartierNo, twins: &mut TruthPart) -> Result<Vec<ActPlan>> {
    let mut acts = Vec::new();
    let n = commune.quartier(quartier).n_households;
    let elsewhere = (f64::from(n) * commune.settings.registers.elsewhere) as u32;
    let numbers = (0..n).chain(ELSEWHERE..ELSEWHERE + elsewhere);
    for number in numbers {
        let house = kinship::household(commune, HouseholdNo::new(quartier, number));
        let newborn = newborn(commune, &house);
        let first_act = acts.len();
        let children = house.members.iter().chain(&house.dead).chain(&newborn);
        for child in children.filter(|child| child.age() < 45 && is_declared(child)) {
            add_acts(commune, house.no, child, &mut acts);
        }
        write_twins(&house, number >= ELSEWHERE, &acts[first_act..], twins)?;
    }
    Ok(acts)
}

/// Whether a person is declared at birth: children, and young heads and spouses.
fn is_declared(child: &SyntheticPerson) -> bool {
    !child.leads_household() || child.age() < 30
}

fn write_twins(house: &SyntheticHousehold, is_elsewhere: bool, acts: &[ActPlan], twins: &mut TruthPart) -> Result<()> {
    for (place, person) in (0_u8..).zip(&house.members) {
        let Some(other) = person.twin.filter(|other| *other > place) else { continue };
        let has_act = |place: u8| acts.iter().any(|act| act.place == place);
        if !is_elsewhere || (has_act(place) && has_act(other)) {
            twins.write_twins(person.id, house.members[usize::from(other)].id)?;
        }
    }
    Ok(())
}

fn place_of(person: &SyntheticPerson) -> u8 {
    ((person.id - 1) & 63) as u8
}

fn add_acts(commune: &Commune, household: HouseholdNo, child: &SyntheticPerson, acts: &mut Vec<ActPlan>) {
    let rates = &commune.settings.registers;
    let place = place_of(child);
    // Twins are declared together.
    let first_twin = child.twin.map_or(place, |other| other.min(place));
    let mut random = commune.random(Purpose::Act, &[household.key(), u64::from(first_twin)]);
    let order = (random.next() >> 49) as u16;
    let mut put = |declared: NaiveDate, which, category| {
        if YEARS.contains(&declared.year()) {
            acts.push(ActPlan { declared, order, household, place, which, category });
        }
    };
    let years_share = |list: &[f64], year: i32| list.get((year - YEARS[0]).max(0) as usize).copied().unwrap_or(0.0);
    let last_day = last_day_in_time(child.born);
    let in_time = rates.coverage * years_share(&rates.by_year, child.born.year());
    if child.born.year() >= YEARS[0] - 1 && random.happens(in_time) {
        let is_proxy = random.happens(rates.proxy);
        let longest = if is_proxy { 40 } else { (last_day - child.born).num_days() as usize };
        let declared = child.born + Days::new(1 + random.below(longest) as u64);
        put(declared, 0, if is_proxy { Category::Proxy } else { Category::Direct });
        if is_proxy && random.happens(rates.declared_again) {
            put(declared + Days::new(3 + random.below(70) as u64), 1, Category::Direct);
        }
        if random.happens(rates.lost_paper) {
            put(declared + Days::new(300 + random.below(1_200) as u64), 2, Category::Judgment);
        }
        return;
    }
    for (at, year) in YEARS.into_iter().enumerate() {
        // The number of late acts follows from their share of each year; most are of children.
        let late = rates.late[at];
        let acts_a_person = BIRTHS_PER_PERSON * rates.coverage * rates.by_year[at];
        let of_those = if child.age() < 18 { 1.7 } else { 0.35 };
        if !random.happens((late / (1.0 - late) * acts_a_person * of_those).min(0.9)) {
            continue;
        }
        let day = NaiveDate::from_yo_opt(year, 1 + random.below(365) as u32).unwrap_or(child.born);
        if day > last_day {
            let is_marked = !random.happens(rates.late_unmarked);
            return put(day, 0, if is_marked { Category::Judgment } else { Category::Direct });
        }
    }
}

/// Writes the register of a year into `folder` and its truth into `parts`. Returns the names of its files and the part.
pub(super) fn write(
    commune: &Commune,
    year: i32,
    mut acts: Vec<ActPlan>,
    folder: &Path,
    parts: &Path,
) -> Result<(Vec<String>, PathBuf)> {
    acts.sort_unstable();
    let mut truth = TruthPart::create(parts, &format!("births-{year}"))?;
    let mut files = Vec::new();
    let mut number = 0;
    for (part, acts) in acts.chunks(MAX_ROWS).enumerate() {
        files.push(write_file(commune, year, part, acts, &mut number, folder, &mut truth)?);
    }
    Ok((files, truth.finish()?))
}

/// Writes one file and returns its name. `number` is the number of the last act.
fn write_file(
    commune: &Commune,
    year: i32,
    part: usize,
    acts: &[ActPlan],
    number: &mut u32,
    folder: &Path,
    truth: &mut TruthPart,
) -> Result<String> {
    let rates = &commune.settings.registers;
    let mut random = commune.random(Purpose::File, &[year as u64, part as u64]);
    let typist = Typist::new(commune, &LAYOUTS.births, year, &mut random);
    let suffix = if part == 0 { String::new() } else { format!(" volume {}", part + 1) };
    let stem = random.choose(&["naissances_", "registre naissances ", "REGISTRE_NAISSANCES_"]);
    let name = format!("{stem}{year}{suffix}.{}", typist.format.extension());
    let is_workbook = typist.format == FileFormat::Workbook;
    let sheet = if is_workbook { random.choose(&["Registre", "Feuil1", "Naissances"]) } else { "" };
    let mut file = SheetFile::create(folder.join(&name), typist.format, sheet)?;
    if typist.layout.has_titles {
        file.row(&[SheetCell::text(format!("REGISTRE DES NAISSANCES {year}"))])?;
        if random.happens(0.5) {
            file.row(&[SheetCell::text("COMMUNE DE KIMBANSEKE")])?;
        }
    }
    typist.write_header(&mut file)?;
    for act in acts {
        *number += match random.happens(rates.number_gap) {
            true => 2,
            false => u32::from(!random.happens(rates.number_repeated) || *number == 0),
        };
        let Some((entry, context, expect)) = act.entry(commune, *number) else { continue };
        let row = file.row(&typist.cells(&entry, &context, &mut random))?;
        truth.write_row(&name, sheet, row, entry.person, expect)?;
    }
    file.finish()?;
    Ok(name)
}

impl ActPlan {
    pub(super) fn year(&self) -> i32 {
        self.declared.year()
    }

    /// Returns the entry of the act, its other values, and the expected outcome of its row.
    fn entry(&self, commune: &Commune, number: u32) -> Option<(PersonEntry, SheetRowContext, &'static str)> {
        let house = kinship::household(commune, self.household);
        let newborn = newborn(commune, &house);
        let mut everyone = house.members.iter().chain(&house.dead).chain(&newborn);
        let child = everyone.find(|person| place_of(person) == self.place)?;
        let listing = Listing { year: self.declared.year(), visit: 100 + u64::from(self.which), typing: 0 };
        let mut entry = entry(commune, child, None, listing);
        let mut random = commune.random(Purpose::Act, &[child.id, u64::from(self.which)]);
        let rates = &commune.settings.registers;
        if entry.expect.is_empty() && random.happens(rates.no_prenom) {
            entry.prenom.clear();
        }
        self.set_birth(commune, child, &mut entry, &mut random);
        entry.place = random.choose_word(&WORDS.maternities).to_owned();
        let mut declared = self.declared;
        if entry.expect.is_empty() && random.happens(commune.settings.bad_rows.declared_before_birth) {
            declared = child.born - Days::new(3 + random.below(60) as u64);
            entry.born = BirthEntry::Day(child.born);
            entry.expect = "declared_before_birth";
        }
        let expect = match (&entry.born, entry.expect) {
            (BirthEntry::Day(born), "") if declared <= last_day_in_time(*born) => "on_time",
            (BirthEntry::Day(_), "") => "late",
            (_, "") => "unknown",
            (_, bad) => bad,
        };
        let (father, mother) = self.parents(commune, &house, child, &mut random);
        let quartier = commune.quartier(self.household.quartier()).spelling(&mut random, 0.15);
        let act = ActValues { number, declared, category: self.category, father, mother };
        Some((entry, SheetRowContext { order: number, quartier, act: Some(act), ..SheetRowContext::default() }, expect))
    }

    /// Sets the date of birth: the true day, sometimes a wrong one or none. A bad date stays.
    fn set_birth(
        &self,
        commune: &Commune,
        child: &SyntheticPerson,
        entry: &mut PersonEntry,
        random: &mut RandomStream,
    ) {
        if matches!(entry.born, BirthEntry::Bad(_)) {
            return;
        }
        let rates = &commune.settings.errors;
        entry.born = if random.happens(rates.scaled(rates.no_date) * 0.2) {
            BirthEntry::Missing
        } else if random.happens(rates.scaled(rates.date_digit)) {
            let day = 1 + (child.born.day() + [1, 2, 9, 10][random.below(4)]) % 28;
            let other = child.born.with_day(day).filter(|day| *day <= self.declared);
            BirthEntry::Day(other.unwrap_or(child.born))
        } else {
            BirthEntry::Day(child.born)
        };
    }

    fn parents(
        &self,
        commune: &Commune,
        house: &SyntheticHousehold,
        child: &SyntheticPerson,
        random: &mut RandomStream,
    ) -> (String, String) {
        let rates = &commune.settings.errors;
        let family = if child.is_child_of_head { house.no.key() } else { child.id << 20 };
        let (father, mother) = parents_of(commune, family);
        let at_home = |sex: Sex| {
            let is_parent =
                |person: &&SyntheticPerson| person.sex == sex && person.leads_household() && child.is_child_of_head;
            house.members.iter().find(is_parent).map(|person| (person.nom.clone(), person.postnom.clone()))
        };
        let husband = || {
            let woman = house.members.first().filter(|_| child.is_child_of_head)?;
            let (_, man) = kinship::man_of_two_homes(commune, house.no, woman)?;
            Some((man.nom, man.postnom))
        };
        let second_wife = || {
            let mother = house.members.get(usize::from(child.second_wife?))?;
            Some((mother.nom.clone(), mother.postnom.clone()))
        };
        let mut name_in_act = |(nom, postnom): (String, String), share_missing: f64| {
            if random.happens(share_missing) {
                return String::new();
            }
            let mut parts = Vec::new();
            for name in [nom, postnom] {
                let respelling = errors::respell_nom(random, &name);
                let name = respelling.filter(|_| random.happens(rates.scaled(rates.respelt))).unwrap_or(name);
                parts.push(if random.happens(rates.scaled(rates.slip)) { errors::typo(random, &name) } else { name });
            }
            parts.retain(|part| !part.is_empty());
            parts.join(" ")
        };
        let registers = &commune.settings.registers;
        let father = name_in_act(at_home(Sex::Male).or_else(husband).unwrap_or(father), registers.no_father);
        (father, name_in_act(second_wife().or_else(|| at_home(Sex::Female)).unwrap_or(mother), registers.no_mother))
    }
}
