//! The input of the report: the register as plain facts, without names or ids; and the report's settings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::heading::RowHeading;
use super::indicators::Indicator;
use super::parcel_counts::ParcelCount;
use super::register_estimate::RegisterSample;
use super::register_window::RegisterSummary;
use super::west_life_table::WestLifeTable;
use crate::record::{
    Category, EventKind, LegalPeriod, PopulationFigure, PublishedYear, Sex, SheetCount, Status, Timeliness,
};

/// The report's settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReportSettings {
    /// Not used any more: a release rounds its counts. Read so that an older settings file is valid.
    #[serde(skip_serializing)]
    pub min_cell: u32,
    /// Births within this many days before the last declaration are an incomplete cohort: many of their acts are still
    /// to come.
    pub recent_cohort_days: u32,
    /// Live births expected in a year per 1,000 inhabitants: the rate of the country.
    pub births_per_1000: f64,
    /// Source of that rate.
    pub births_per_1000_source: String,
    /// Children of a woman in the city (total fertility rate).
    pub births_per_woman: f64,
    /// Source of that rate.
    pub births_per_woman_source: String,
    /// Deaths before five years per 1,000 births: they choose the level of the model life table West.
    pub under_five_deaths: f64,
    /// Source of this number.
    pub under_five_deaths_source: String,
    /// Share of births that survive to 1, 2, 3, 4 and 5 years, in place of the model life table; empty for the model.
    pub survival: Vec<f64>,
    /// Source of these shares.
    pub survival_source: String,
    /// Share of the links between child and act that the linker misses, for the interval of children without an act.
    pub missed_links_share: f64,
    /// A quartier is up to date if its last round is at most this many years before the register's last year.
    pub up_to_date_years: u32,
    /// Another legal rule under which the same acts are judged; empty for none.
    pub other_rule: Vec<OtherPeriod>,
}

/// A legal period of the other rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherPeriod {
    /// First day of birth to which it applies.
    pub born_from: NaiveDate,
    /// Its length, in `unit`.
    pub limit: u32,
    /// `days` or `months`.
    pub unit: String,
}

impl ReportSettings {
    /// Returns the shares of births that survive to 1, 2, 3, 4 and 5 years.
    pub(super) fn survivors(&self) -> [f64; 5] {
        let model = WestLifeTable::of_deaths(self.under_five_deaths).survivors;
        <[f64; 5]>::try_from(self.survival.as_slice()).unwrap_or(model)
    }
}

/// The demographic survey of the country.
const SURVEY: &str =
    "EDS-RDC II 2013-2014 (ministère du Plan, ministère de la Santé publique, ICF International, 2014)";

impl Default for ReportSettings {
    fn default() -> Self {
        let period = |born_from: (i32, u32, u32), limit| OtherPeriod {
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
            births_per_woman: 4.2,
            births_per_woman_source: format!("Kinshasa, {SURVEY}"),
            under_five_deaths: 104.0,
            under_five_deaths_source: format!("RDC, {SURVEY}"),
            survival: Vec::new(),
            survival_source: String::new(),
            missed_links_share: 0.01,
            up_to_date_years: 1,
            other_rule: vec![period((1987, 8, 1), 30), period((2016, 7, 15), 90)],
        }
    }
}

/// The input of the report.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub(crate) commune: String,
    /// Every birth act in the register, duplicates included.
    pub(crate) acts: Vec<ActFact>,
    /// Acts without duplicates, and those by proxy, by place of delivery as written; "" where it is not written.
    pub(crate) places_of_delivery: BTreeMap<String, [u64; 2]>,
    pub(crate) persons: Vec<PersonFact>,
    /// The registers with which the persons were linked, in a release that shows the persons or the acts of an earlier
    /// one; `None` for those of the acts.
    pub(crate) registers_of_persons: Option<RegisterSummary>,
    pub(crate) households: Vec<HouseholdFact>,
    pub(crate) quartiers: Vec<String>,
    /// Postal codes of quartiers, by name.
    pub(crate) quartier_codes: BTreeMap<String, String>,
    /// Years of the census rounds that cover a quartier; a quartier without one is absent.
    pub(crate) quartiers_censused: BTreeMap<QuartierIndex, BTreeSet<i32>>,
    /// For each quartier of which a round lists somebody, the share of its residents whom its last round lists.
    pub(crate) shares_covered: BTreeMap<QuartierIndex, f64>,
    /// Census sheets by the quartier of most of their rows.
    pub(crate) sheets_of_quartier: BTreeMap<Option<QuartierIndex>, SheetsOfQuartier>,
    pub(crate) census_rows: SheetCount,
    pub(crate) birth_rows: SheetCount,
    pub(crate) event_rows: SheetCount,
    pub(crate) n_files_read: u64,
    pub(crate) n_files_unreadable: u64,
    /// Numbers of findings by the codes of rule and severity: in census sheets, birth registers, lists of events.
    pub(crate) findings: BTreeMap<(String, String), [u64; 3]>,
    /// By kind and year, without repetitions.
    pub(crate) events: BTreeMap<(EventKind, Option<i32>), u64>,
    pub(crate) has_events: bool,
    /// Residents.
    pub(crate) n_likely_dead: u64,
    /// Pairs to review: of two census rows, of two acts, of an act and a census row.
    pub(crate) pairs_to_review: [u64; 3],
    /// Pairs decided by a person: the same, different.
    pub(crate) pairs_ruled: [u64; 2],
    /// The last random sample of pairs on which people ruled.
    pub(crate) sample: Option<RegisterSample>,
    /// The parcels exchanged with each office.
    pub(crate) parcels: Vec<ParcelCount>,
    pub(crate) published: Vec<PublishedYear>,
    pub(crate) published_source: String,
    pub(crate) populations: Vec<PopulationFigure>,
    /// The legal periods applied, sorted by first day of birth.
    pub(crate) legal: Vec<LegalPeriod>,
    /// The other rule of the settings, sorted; empty for none.
    pub(crate) other_rule: Vec<LegalPeriod>,
    pub(crate) indicators: Vec<Indicator>,
    pub(crate) generation: u64,
    /// The day on which the register was made.
    pub(crate) made_on: Option<NaiveDate>,
    pub(crate) program_version: String,
}

impl Facts {
    pub(super) fn quartier_headings(&self) -> Vec<RowHeading> {
        self.quartiers.iter().cloned().map(RowHeading::Quartier).collect()
    }

    pub(crate) fn quartier(&self, index: QuartierIndex) -> String {
        self.quartiers.get(usize::from(index)).cloned().unwrap_or_default()
    }
}

/// Index into [`Facts::quartiers`].
pub(crate) type QuartierIndex = u16;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct SheetsOfQuartier {
    pub(crate) n_sheets: u64,
    /// Their data rows in the register.
    pub(crate) in_register: u64,
    /// Their data rows in quarantine.
    pub(crate) quarantined: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ActFact {
    /// Day of birth, if known to the day.
    pub(crate) born_on: Option<NaiveDate>,
    pub(crate) declared_on: Option<NaiveDate>,
    /// Days from birth to declaration; the day after birth is 1.
    pub(crate) delay_days: Option<i32>,
    /// The delay against the legal period in force.
    pub(crate) timeliness: Timeliness,
    pub(crate) category: Category,
    /// Quartier of the act, else of the child's residence.
    pub(crate) quartier: Option<QuartierIndex>,
    /// Whether the act has no quartier and takes that of the child.
    pub(crate) has_quartier_of_child: bool,
    pub(crate) sex: Option<Sex>,
    /// Whether the act is a duplicate: another act of the same birth is counted.
    pub(crate) is_duplicate: bool,
    /// Age of the mother at the birth, in whole years.
    pub(crate) mother_age: Option<i32>,
    /// Rank of the child among the mother's known children, from 1.
    pub(crate) birth_order: Option<i32>,
}

impl ActFact {
    /// Returns the day of birth, if known to the day, and that of the declaration.
    pub(super) fn days(&self) -> Option<(Option<NaiveDate>, NaiveDate)> {
        self.declared_on.map(|declared| (self.born_on, declared))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PersonFact {
    pub(crate) quartier: Option<QuartierIndex>,
    pub(crate) sex: Option<Sex>,
    pub(crate) born_year: Option<i32>,
    /// Age in years at the person's own round, the last that lists them; as typed where an age was typed.
    pub(crate) census_age: Option<i32>,
    /// Year of that round.
    pub(crate) census_year: Option<i32>,
    pub(crate) status: Status,
    pub(crate) has_act: bool,
    /// Probability, 0 to 1, that the person has an act among those read: the match probability of the link, or of the
    /// best pair to review if there is no link.
    pub(crate) act_probability: f64,
    /// Other quartiers in which the same census round has the person: the residence is in doubt.
    pub(crate) also_named_in: Vec<QuartierIndex>,
}

impl PersonFact {
    /// Whether the person is present: neither dead nor departed.
    pub(crate) fn is_present(&self) -> bool {
        !matches!(self.status, Status::Deceased | Status::Departed)
    }

    /// Whether the person is a resident by a census sheet or an event.
    pub(crate) fn is_resident(&self) -> bool {
        self.status == Status::Resident
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HouseholdFact {
    pub(crate) quartier: Option<QuartierIndex>,
    pub(crate) n_members: u32,
}
