//! What the report is made from: the register's tables as plain facts, without names or identifiers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::indicators::Indicator;
use super::place::Earlier;
use crate::record::{
    Category, EventKind, LegalPeriod, PopulationFigure, PublishedYear, Sex, SheetCount, Status, Timeliness,
};

/// The report's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Counts from 1 to one less than this are hidden.
    pub min_cell: u32,
    /// Days after birth within which many acts are still to come: births so near the last declaration are an incomplete cohort.
    pub recent_cohort_days: u32,
    /// Live births expected in a year per 1,000 inhabitants.
    pub births_per_1000: f64,
    /// Where that rate was published.
    pub births_per_1000_source: String,
    /// Share of a child's links to its act that the linker may have missed, for the interval of children without an act.
    pub missed_links_share: f64,
    /// Years of the last census round before which a quartier's register is no longer called up to date.
    pub up_to_date_years: u32,
    /// Another legal rule to judge the same acts by; empty for none.
    pub other_rule: Vec<OtherPeriod>,
}

/// A legal period of the other rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherPeriod {
    /// First day of birth for which it holds.
    pub born_from: NaiveDate,
    /// Its length.
    pub limit: u32,
    /// `days` or `months`.
    pub unit: String,
}

impl Default for Settings {
    fn default() -> Self {
        let other = |born_from: (i32, u32, u32), limit| OtherPeriod {
            born_from: NaiveDate::from_ymd_opt(born_from.0, born_from.1, born_from.2).unwrap_or_default(),
            limit,
            unit: "days".to_owned(),
        };
        Self {
            min_cell: 5,
            recent_cohort_days: 90,
            births_per_1000: 41.6,
            births_per_1000_source:
                "RDC 2015 : 3 217 000 naissances pour 77 267 000 habitants (paperzz.com/doc/8229309)".to_owned(),
            missed_links_share: 0.01,
            up_to_date_years: 1,
            other_rule: vec![other((1987, 8, 1), 30), other((2016, 7, 15), 90)],
        }
    }
}

/// Everything the report is made from.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The commune's name.
    pub commune: String,
    /// Every act of the birth registers that is in the register, duplicates too.
    pub acts: Vec<ActFact>,
    /// Every registered person.
    pub persons: Vec<PersonFact>,
    /// Every household.
    pub households: Vec<HouseholdFact>,
    /// All quartiers of the commune, as the register spells them.
    pub quartiers: Vec<String>,
    /// Years of the census rounds by quartier; a quartier without one is absent.
    pub quartiers_censused: BTreeMap<QuartierIndex, BTreeSet<i32>>,
    /// Census sheets by the quartier that most of their rows name.
    pub sheets_of_quartier: BTreeMap<Option<QuartierIndex>, SheetsOfQuartier>,
    /// What became of the rows of census sheets.
    pub census_rows: SheetCount,
    /// What became of the rows of birth registers.
    pub birth_rows: SheetCount,
    /// What became of the rows of lists of events.
    pub event_rows: SheetCount,
    /// Files read.
    pub n_files_read: u64,
    /// Files that could not be read.
    pub n_files_unreadable: u64,
    /// Findings by rule and severity (their codes), in census sheets, birth registers and lists of events.
    pub findings: BTreeMap<(String, String), [u64; 3]>,
    /// Events by kind and year; repetitions left out.
    pub events: BTreeMap<(EventKind, Option<i32>), u64>,
    /// Whether a list of events was read.
    pub has_events: bool,
    /// Residents who are listed as likely dead.
    pub n_likely_dead: u64,
    /// Pairs that wait for a person's judgment: of census rows, of acts, of an act and a census row.
    pub pairs_to_review: [u64; 3],
    /// Pairs that a person judged: the same, different.
    pub pairs_ruled: [u64; 2],
    /// The series printed elsewhere.
    pub published: Vec<PublishedYear>,
    /// Where it was printed.
    pub published_source: String,
    /// Population figures printed elsewhere.
    pub populations: Vec<PopulationFigure>,
    /// The legal periods applied, sorted by first day of birth.
    pub legal: Vec<LegalPeriod>,
    /// Another rule to judge the same acts by, sorted; empty for none.
    pub other_rule: Vec<LegalPeriod>,
    /// The programme's indicators.
    pub indicators: Vec<Indicator>,
    /// What earlier reports said.
    pub earlier: Earlier,
    /// Number of the register's generation.
    pub generation: u64,
    /// Last year a source speaks of.
    pub as_of: Option<i32>,
    /// Version of the program.
    pub program_version: String,
}

impl Facts {
    /// The name of a quartier.
    #[must_use]
    pub fn quartier(&self, index: QuartierIndex) -> String {
        self.quartiers.get(usize::from(index)).cloned().unwrap_or_default()
    }
}

/// Index into [`Facts::quartiers`].
pub type QuartierIndex = u16;

/// The census sheets of one quartier.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SheetsOfQuartier {
    /// How many.
    pub n_sheets: u64,
    /// Their rows of data that are in the register.
    pub in_register: u64,
    /// Their rows of data that wait in quarantine.
    pub quarantined: u64,
}

/// One birth act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActFact {
    /// Day of birth, where known to the day.
    pub born_on: Option<NaiveDate>,
    /// Day of declaration.
    pub declared_on: Option<NaiveDate>,
    /// Days from birth to declaration; the day after birth is 1.
    pub delay_days: Option<i32>,
    /// The delay judged by the law in force.
    pub timeliness: Timeliness,
    /// How the birth was declared.
    pub category: Category,
    /// Quartier of residence.
    pub quartier: Option<QuartierIndex>,
    /// The child's sex.
    pub sex: Option<Sex>,
    /// Whether another act of the same birth is counted already.
    pub is_duplicate: bool,
}

/// One registered person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonFact {
    /// Quartier of residence.
    pub quartier: Option<QuartierIndex>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Year of birth.
    pub born_year: Option<i32>,
    /// The person's standing.
    pub status: Status,
    /// Whether a birth act was found for the person.
    pub has_act: bool,
    /// Probability, 0 to 1, that the person has an act among those read: of a link found that it is right, of none found that
    /// a doubtful pair is one.
    pub act_probability: f64,
    /// Other quartiers in which the same census round names the person: the residence is in doubt.
    pub also_named_in: Vec<QuartierIndex>,
}

impl PersonFact {
    /// Whether the person counts as living in the commune.
    #[must_use]
    pub fn is_present(&self) -> bool {
        !matches!(self.status, Status::Deceased | Status::Departed)
    }

    /// Whether a census sheet names the person, who lives in the commune.
    #[must_use]
    pub fn is_resident(&self) -> bool {
        self.status == Status::Resident
    }
}

/// One household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseholdFact {
    /// Its quartier.
    pub quartier: Option<QuartierIndex>,
    /// Its members.
    pub n_members: u32,
}
