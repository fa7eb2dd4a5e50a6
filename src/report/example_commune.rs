//! An invented commune for the tests of the report; the same seed gives the same commune.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::facts::{ActFact, Facts, HouseholdFact, PersonFact, QuartierIndex, SheetsOfQuartier};
use super::indicators;
use crate::record::PublishedYear;
use crate::record::{
    Category, EventKind, LegalPeriod, LimitUnit, PopulationFigure, Sex, SheetCount, Status, Timeliness,
};

const QUARTIERS: &str = "Bahumbu,Bamboma,Batumona,Bikuku,Biyela,Boma,Disasi,Esanga,Kabila,Kakudji,Kamba Mulumba,Kamboko,Kasa-Vubu,Kayolo,Kikimi,Kimbunda,Kingasani,Kisantu,Kutu,Luebo,Mabinda,Malonda,17 Mai,Mangana,Maviokele,Mayengele,Mbemba Fundu,Mbuala,Mfumu Nkento,Mikondo,Mokali,Mulie,Munkonka,Ngamayama,Ngamazita,Ngampani,Ngandu,Ngiesi,Nsanga,Nsumabwa,Panda Nzila,Pierre Fokom,Révolution,Sakombi,Salongo,Waya-Waya";

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn legal() -> Vec<LegalPeriod> {
    let period = |from, limit, law: &str| LegalPeriod {
        born_from: day(from),
        limit,
        unit: LimitUnit::Days,
        law: law.to_owned(),
    };
    vec![
        period("1987-08-01", 30, "Code de la famille 1987, art. 116"),
        period("2009-01-10", 90, "Loi 09/001 du 10 janvier 2009, art. 16"),
        period("2016-07-15", 90, "Loi 16/008 du 15 juillet 2016"),
    ]
}

/// Returns an act declared `delay` days after the birth.
pub(super) fn act(declared_on: NaiveDate, delay: u64, category: Category) -> ActFact {
    let born_on = declared_on.checked_sub_days(Days::new(delay));
    ActFact {
        born_on,
        declared_on: Some(declared_on),
        delay_days: Some(delay as i32),
        timeliness: Timeliness::classify(&legal(), born_on, Some(declared_on)),
        category,
        quartier: None,
        has_quartier_of_child: false,
        sex: None,
        is_duplicate: false,
        mother_age: None,
        birth_order: None,
    }
}

/// Sets the mother of an act, of two thirds of the acts.
pub(super) fn with_mother(act: ActFact, random: &mut Lcg) -> ActFact {
    let age = 14 + (random.below(32) + random.below(10)) as i32;
    let order = 1 + random.below(5).min(random.below(9)) as i32;
    let is_known = random.below(3) > 0;
    let birth_order = Some(order).filter(|_| is_known && random.below(9) > 0);
    ActFact { mother_age: Some(age).filter(|_| is_known), birth_order, ..act }
}

/// A linear congruential generator: the same numbers on every machine.
pub(super) struct Lcg(pub(super) u64);

impl Lcg {
    pub(super) fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn quartier(&mut self) -> Option<QuartierIndex> {
        let n = self.below(60).min(self.below(50));
        Some(n as QuartierIndex).filter(|n| usize::from(*n) < QUARTIERS.split(',').count())
    }

    fn sex(&mut self) -> Option<Sex> {
        [Some(Sex::Male), Some(Sex::Female)][self.below(2) as usize].filter(|_| self.below(60) > 0)
    }
}

/// Returns about ten thousand acts and as many persons, with duplicates, missing values and odd cases.
pub(super) fn commune() -> Facts {
    let mut random = Lcg(1);
    let mut facts = Facts { commune: "Kimbanseke".to_owned(), legal: legal(), ..Facts::default() };
    facts.quartiers = QUARTIERS.split(',').map(str::to_owned).collect();
    add_acts(&mut facts, &mut random);
    add_persons(&mut facts, &mut random);
    add_sheets(&mut facts, &mut random);
    add_reference(&mut facts);
    facts.indicators = indicators::read(indicators::BUILT_IN).unwrap();
    (facts.generation, facts.made_on, facts.program_version) = (4, Some(day("2018-12-31")), "0.1.0".to_owned());
    facts
}

fn add_acts(facts: &mut Facts, random: &mut Lcg) {
    let mut of_mothers = Lcg(77);
    for (year, n) in (2011..=2018).zip([300, 900, 1400, 1900, 1900, 1300, 1700, 900]) {
        for _ in 0..n {
            let declared = NaiveDate::from_yo_opt(year, 1 + random.below(365) as u32).unwrap();
            let is_late = random.below(100) < if year == 2015 { 20 } else { 5 };
            let delay = if is_late {
                91 + random.below(400) * random.below(30)
            } else {
                random.below(60).min(random.below(90))
            };
            let category = if is_late {
                Category::Judgment
            } else {
                [Category::Proxy, Category::Direct][usize::from(random.below(8) == 0)]
            };
            let mut act = act(declared, delay, category);
            (act.quartier, act.sex) = (random.quartier(), random.sex());
            act.is_duplicate = random.below(90) == 0;
            if random.below(150) == 0 {
                (act.born_on, act.delay_days, act.timeliness) = (None, None, Timeliness::Unknown);
            }
            facts.acts.push(with_mother(act, &mut of_mothers));
        }
    }
}

fn add_persons(facts: &mut Facts, random: &mut Lcg) {
    for _ in 0..2600 {
        let (quartier, n_members) = (random.quartier(), 1 + random.below(9) as u32);
        for _ in 0..n_members {
            let age = random.below(90).min(random.below(70)).min(random.below(80)) as i32;
            let has_act = age < 7 && random.below(3) > 0;
            facts.persons.push(PersonFact {
                quartier,
                sex: random.sex(),
                born_year: Some(2018 - age).filter(|_| age != 33),
                census_age: Some(age).filter(|_| age != 33),
                census_year: Some(2018),
                status: match random.below(200) {
                    0 => Status::Deceased,
                    1 => Status::BirthOnly,
                    _ => Status::Resident,
                },
                has_act,
                act_probability: if has_act { 0.99 } else { 0.0 },
                also_named_in: Vec::new(),
            });
        }
        facts.households.push(HouseholdFact { quartier, n_members });
    }
}

fn add_sheets(facts: &mut Facts, random: &mut Lcg) {
    let mut rest = SheetCount { rows: 580, ignored: 580, ..SheetCount::default() };
    for place in (0..facts.quartiers.len() as QuartierIndex).filter(|place| place % 7 != 3) {
        facts
            .quartiers_censused
            .insert(place, if place % 3 == 0 { BTreeSet::from([2017, 2018]) } else { BTreeSet::from([2017]) });
        let own = SheetsOfQuartier { n_sheets: 2, in_register: 200 + random.below(200), quarantined: random.below(14) };
        facts.sheets_of_quartier.insert(Some(place), own);
        rest.add(&SheetCount {
            rows: own.in_register + own.quarantined,
            ignored: 0,
            quarantined: own.quarantined,
            registered: own.in_register - 50,
            merged: 50,
        });
    }
    facts.census_rows = rest;
    for (year, n) in [(2016, 9), (2017, 3), (2018, 21)] {
        facts.events.insert((EventKind::Death, Some(year)), n);
        facts.events.insert((EventKind::Move, Some(year)), n * 2);
    }
    facts.has_events = true;
    facts.event_rows = SheetCount { rows: 101, ignored: 2, quarantined: 0, registered: 9, merged: 90 };
    (facts.pairs_to_review, facts.pairs_ruled, facts.n_likely_dead) = ([17, 2, 9], [6, 0], 11);
    let n_acts = facts.acts.len() as u64;
    facts.birth_rows =
        SheetCount { rows: n_acts + 96 + 41, ignored: 96, quarantined: 41, registered: n_acts - 2211, merged: 2211 };
    (facts.n_files_read, facts.n_files_unreadable) = (71, 2);
    let findings = [
        ("no-name", "error", 61),
        ("impossible-birth-date", "error", 188),
        ("unknown-sex", "warning", 402),
        ("declared-before-birth", "error", 3),
    ];
    let findings =
        findings.into_iter().map(|(rule, severity, n)| ((rule.to_owned(), severity.to_owned()), [n, n / 3, 0]));
    facts.findings = findings.collect();
}

fn add_reference(facts: &mut Facts) {
    let printed =
        [(1957, 390), (6776, 904), (12_038, 349), (16_708, 423), (13_835, 3498), (11_308, 499), (14_588, 660)];
    facts.published = (2011..)
        .zip(printed)
        .map(|(year, (on_time, late))| PublishedYear { year, on_time, late, commune: String::new() })
        .collect();
    facts.published_source = "BRISSI asbl, Rapport d’activités 2018, section 4.1.1".to_owned();
    let thirty = LegalPeriod { born_from: day("1987-08-01"), limit: 30, unit: LimitUnit::Days, law: String::new() };
    facts.other_rule = vec![thirty, legal()[2].clone()];
    facts.populations = vec![PopulationFigure {
        id: "commune-2017".to_owned(),
        year: 2017,
        population: 1_116_336,
        source: "la commune".to_owned(),
        commune: String::new(),
        quartier: String::new(),
    }];
    let of_quartier = |id: &str, quartier: &str, population| PopulationFigure {
        id: id.to_owned(),
        population,
        quartier: quartier.to_owned(),
        ..facts.populations[0].clone()
    };
    let further = [of_quartier("boma-2017", "Boma", 400), of_quartier("kutu-2017", "Kutu", 150)];
    facts.populations.extend(further);
}
