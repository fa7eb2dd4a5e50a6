//! What the figures of persons take from the birth registers: the years read, and the acts by year of birth.
//!
//! The persons of a release may be those of an earlier one, while its acts are newer. A figure that has persons and
//! acts in it then takes both from the earlier release: an act that was read since has no link to a person of it.

use chrono::NaiveDate;

use super::facts::{ActFact, Facts, ReportSettings};
use super::heading::RowHeading;
use super::register_window::{BornYear, RegisterSummary};
use super::timeliness::{self, Births};

impl RegisterSummary {
    /// Returns the registers of these births, whose counts are exact.
    pub(crate) fn of(births: &Births) -> Self {
        let born = births.by_born_year.rows.iter().filter_map(|row| match row.heading {
            RowHeading::Year(year) => Some(BornYear { year, judged: row.judged?, is_incomplete: row.is_incomplete }),
            _ => None,
        });
        Self { born: born.collect(), window: births.window.clone() }
    }

    /// Returns the registers of these acts, without those declared after the last day of a period.
    pub(crate) fn of_acts(acts: Vec<ActFact>, last: NaiveDate, facts: &Facts, settings: &ReportSettings) -> Self {
        let acts = acts.into_iter().filter(|act| act.declared_on.is_none_or(|day| day <= last)).collect();
        let own = Facts { acts, legal: facts.legal.clone(), ..Facts::default() };
        Self::of(&timeliness::births(&own, settings))
    }
}
