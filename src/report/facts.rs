//! What the report is made from: the register's tables as plain facts, without names or identifiers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::record::{Category, LegalPeriod, PublishedYear, Sex, SheetCount, Timeliness};

/// The report's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Counts from 1 to one less than this are hidden.
    pub min_cell: u32,
    /// Days after birth within which many acts are still to come: births so near the last declaration are an incomplete cohort.
    pub recent_cohort_days: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { min_cell: 5, recent_cohort_days: 90 }
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
    pub quartiers_censused: BTreeMap<String, BTreeSet<i32>>,
    /// What became of the rows of census sheets.
    pub census_rows: SheetCount,
    /// What became of the rows of birth registers.
    pub birth_rows: SheetCount,
    /// Files read.
    pub n_files_read: u64,
    /// Files that could not be read.
    pub n_files_unreadable: u64,
    /// Findings by rule and severity (their codes).
    pub findings: BTreeMap<(String, String), u64>,
    /// The series printed elsewhere.
    pub published: Vec<PublishedYear>,
    /// Where it was printed.
    pub published_source: String,
    /// The legal periods applied, sorted by first day of birth.
    pub legal: Vec<LegalPeriod>,
    /// Another rule to judge the same acts by: its name and its periods, sorted.
    pub other_rule: Option<(String, Vec<LegalPeriod>)>,
    /// Number of the register's generation.
    pub generation: u64,
    /// Day the register speaks of, as text to show.
    pub as_of: Option<String>,
    /// Version of the program.
    pub program_version: String,
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
    pub quartier: Option<String>,
    /// The child's sex.
    pub sex: Option<Sex>,
    /// Whether another act of the same birth is counted already.
    pub is_duplicate: bool,
}

/// One registered person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonFact {
    /// Quartier of residence.
    pub quartier: Option<String>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Year of birth.
    pub born_year: Option<i32>,
    /// Whether a census sheet names the person.
    pub in_census: bool,
    /// Whether a birth act was found for the person.
    pub has_act: bool,
}

/// One household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseholdFact {
    /// Its quartier.
    pub quartier: Option<String>,
    /// Its members.
    pub n_members: u32,
}
