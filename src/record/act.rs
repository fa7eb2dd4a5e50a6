//! A birth act: its number, its category, and whether the declaration was in time under the law in force.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::codes::codes;

/// The number of an act in its register.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActRef {
    /// Number in the register, from 1.
    pub number: u32,
    pub year: Option<i32>,
    /// The number as typed, with folio and volume if they stand in the same cell.
    pub typed: String,
}

codes! {
    /// The way in which the birth was declared.
    Category {
        Direct = "direct": "Declared by a parent.",
        Proxy = "proxy": "Declared by the maternity with a parent's proxy (procuration).",
        Judgment = "judgment": "Entered late under a court judgment (jugement supplétif).",
        Unknown = "unknown": "The register does not say.",
    }
}

codes! {
    /// Whether a declaration was made within the legal period in force on the day of birth.
    Timeliness {
        OnTime = "on_time": "Dans le délai.",
        Late = "late": "Hors délai.",
        Unknown = "unknown": "One of the dates is missing or not known to the day.",
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitUnit {
    Days,
    /// Calendar months.
    Months,
}

/// A legal period for declaring a birth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalPeriod {
    /// First day of birth to which it applies.
    pub born_from: NaiveDate,
    /// Length, in `unit`.
    pub limit: u32,
    pub unit: LimitUnit,
    /// The law and its article.
    pub law: String,
}

/// The last day on which a declaration is on time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalLimit {
    pub last_day: NaiveDate,
    /// The number of days from birth to that day; the day after birth is day 1.
    pub days: i64,
}

impl LegalPeriod {
    /// Returns the period in force on the day of birth: the latest that had begun, or the first for earlier births.
    ///
    /// `periods` must be sorted by `born_from`.
    pub fn in_force(periods: &[Self], born_on: NaiveDate) -> Option<&Self> {
        periods.iter().rev().find(|period| period.born_from <= born_on).or_else(|| periods.first())
    }

    pub fn limit_for(&self, born_on: NaiveDate) -> Option<LegalLimit> {
        let last_day = match self.unit {
            LimitUnit::Days => born_on.checked_add_days(chrono::Days::new(u64::from(self.limit)))?,
            LimitUnit::Months => born_on.checked_add_months(Months::new(self.limit))?,
        };
        Some(LegalLimit { last_day, days: i64::from(last_day.num_days_from_ce() - born_on.num_days_from_ce()) })
    }
}

impl Timeliness {
    /// Classifies a declaration. The day after birth is day 1; a declaration on the last day is on time.
    #[must_use]
    pub fn classify(periods: &[LegalPeriod], born_on: Option<NaiveDate>, declared_on: Option<NaiveDate>) -> Self {
        let limit = born_on.and_then(|born| LegalPeriod::in_force(periods, born)?.limit_for(born));
        match (limit, declared_on) {
            // One of the two days is wrong.
            (Some(_), Some(declared)) if born_on.is_some_and(|born| declared < born) => Self::Unknown,
            (Some(limit), Some(declared)) if declared <= limit.last_day => Self::OnTime,
            (Some(_), Some(_)) => Self::Late,
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn periods() -> Vec<LegalPeriod> {
        let period =
            |from, limit| LegalPeriod { born_from: day(from), limit, unit: LimitUnit::Days, law: String::new() };
        vec![period("1987-08-01", 30), period("2009-01-10", 90)]
    }

    #[test]
    fn a_declaration_on_the_last_day_is_on_time_and_the_day_after_is_late() {
        let classify = |born, declared| Timeliness::classify(&periods(), Some(day(born)), Some(day(declared)));
        assert_eq!(classify("2017-01-01", "2017-04-01"), Timeliness::OnTime);
        assert_eq!(classify("2017-01-01", "2017-04-02"), Timeliness::Late);
        assert_eq!(classify("2009-01-09", "2009-02-08"), Timeliness::OnTime);
        assert_eq!(classify("2009-01-09", "2009-02-09"), Timeliness::Late);
        assert_eq!(classify("2009-01-10", "2009-04-10"), Timeliness::OnTime);
        assert_eq!(classify("1950-01-01", "1950-02-01"), Timeliness::Late);
    }

    #[test]
    fn a_declaration_before_the_birth_is_neither_on_time_nor_late() {
        let classify = |declared| Timeliness::classify(&periods(), Some(day("2017-01-02")), Some(day(declared)));
        assert_eq!(classify("2017-01-01"), Timeliness::Unknown);
        assert_eq!(classify("2017-01-02"), Timeliness::OnTime);
    }

    #[test]
    fn a_missing_date_is_unknown() {
        assert_eq!(Timeliness::classify(&periods(), None, Some(day("2017-01-01"))), Timeliness::Unknown);
        assert_eq!(Timeliness::classify(&periods(), Some(day("2017-01-01")), None), Timeliness::Unknown);
    }

    #[test]
    fn three_months_are_not_ninety_days() {
        let months =
            LegalPeriod { born_from: day("2016-07-15"), limit: 3, unit: LimitUnit::Months, law: String::new() };
        assert_eq!(months.limit_for(day("2016-11-30")), Some(LegalLimit { last_day: day("2017-02-28"), days: 90 }));
        assert_eq!(months.limit_for(day("2017-07-01")), Some(LegalLimit { last_day: day("2017-10-01"), days: 92 }));
    }
}
