//! A birth act: its number, its category, its delay against the law in force.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::person::codes;

/// The number an act bears in its register.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActRef {
    /// Number in the register, from 1.
    pub number: u32,
    /// Year of the register.
    pub year: Option<i32>,
    /// As typed, with folio and volume where they stand in the same cell.
    pub typed: String,
}

codes! {
    /// How the birth came into the register.
    Category {
        /// Declared by a parent.
        Direct = "direct",
        /// Declared by the maternity on a parent's proxy (procuration).
        Proxy = "proxy",
        /// Entered late on a court's judgment (jugement supplétif).
        Judgment = "judgment",
        /// The register does not say.
        Unknown = "unknown",
    }
}

codes! {
    /// A declaration's delay against the legal period in force on the day of birth.
    Timeliness {
        /// Dans le délai.
        OnTime = "on_time",
        /// Hors délai.
        Late = "late",
        /// A date is missing or not known to the day.
        Unknown = "unknown",
    }
}

/// Days or calendar months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitUnit {
    /// Days.
    Days,
    /// Calendar months.
    Months,
}

/// One legal period for declaring a birth, in force for births from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalPeriod {
    /// First day of birth it holds for.
    pub born_from: NaiveDate,
    /// How long.
    pub limit: u32,
    /// In what.
    pub unit: LimitUnit,
    /// The law and its article.
    pub law: String,
}

/// The last day on which a declaration is on time, and the same as a count of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalLimit {
    /// Last day on time.
    pub last_day: NaiveDate,
    /// Days from birth to that day; the day after birth is day 1.
    pub days: i64,
}

/// A population figure printed elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationFigure {
    /// A short code, unique among the figures.
    pub id: String,
    /// The year it speaks of.
    pub year: i32,
    /// Inhabitants.
    pub population: u64,
    /// Where it was printed.
    pub source: String,
    /// The commune it is of; "" where the table does not say: of any.
    pub commune: String,
}

/// Figures of one category of acts, of one commune and period, as printed elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommuneFigure {
    /// The commune.
    pub commune: String,
    /// The period as printed: `2016`, `2021-Q1`, `2020-H1`.
    pub period: String,
    /// The category as printed: `dans_le_delai`, `par_procuration`, `jugement_suppletif`, `deces`…
    pub category: String,
    /// The count.
    pub count: u64,
    /// Boys, girls, men, women, as printed for the category.
    pub parts: [Option<u64>; 4],
    /// A part that the source writes in words too, and what the words say: `girls=990`.
    pub in_words: Option<(String, u64)>,
    /// The source's code.
    pub source: String,
}

/// One year of a births series printed elsewhere, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedYear {
    /// The year; the source may not say whether of birth or of registration.
    pub year: i32,
    /// Births in legal time.
    pub on_time: u64,
    /// Births out of legal time.
    pub late: u64,
    /// The commune it is of; "" where the table does not say: of any.
    pub commune: String,
}

impl LegalPeriod {
    /// The period in force on the day of birth: the latest that had begun; the first listed for births before all of them.
    ///
    /// `periods` must be sorted by `born_from`.
    #[must_use]
    pub fn in_force(periods: &[Self], born_on: NaiveDate) -> Option<&Self> {
        periods.iter().rev().find(|period| period.born_from <= born_on).or_else(|| periods.first())
    }

    /// The last day on time for a birth on `born_on`.
    #[must_use]
    pub fn limit_for(&self, born_on: NaiveDate) -> Option<LegalLimit> {
        let last_day = match self.unit {
            LimitUnit::Days => born_on.checked_add_days(chrono::Days::new(u64::from(self.limit)))?,
            LimitUnit::Months => born_on.checked_add_months(Months::new(self.limit))?,
        };
        Some(LegalLimit { last_day, days: i64::from(last_day.num_days_from_ce() - born_on.num_days_from_ce()) })
    }
}

impl Timeliness {
    /// Judges a declaration: the day after birth is day 1, a declaration on the last day is on time.
    #[must_use]
    pub fn judge(periods: &[LegalPeriod], born_on: Option<NaiveDate>, declared_on: Option<NaiveDate>) -> Self {
        let limit = born_on.and_then(|born| LegalPeriod::in_force(periods, born)?.limit_for(born));
        match (limit, declared_on) {
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
    fn the_last_day_is_on_time_and_the_next_is_late() {
        let judge = |born, declared| Timeliness::judge(&periods(), Some(day(born)), Some(day(declared)));
        assert_eq!(judge("2017-01-01", "2017-04-01"), Timeliness::OnTime);
        assert_eq!(judge("2017-01-01", "2017-04-02"), Timeliness::Late);
        assert_eq!(judge("2009-01-09", "2009-02-08"), Timeliness::OnTime);
        assert_eq!(judge("2009-01-09", "2009-02-09"), Timeliness::Late);
        assert_eq!(judge("2009-01-10", "2009-04-10"), Timeliness::OnTime);
        assert_eq!(judge("1950-01-01", "1950-02-01"), Timeliness::Late);
    }

    #[test]
    fn a_missing_date_is_unknown() {
        assert_eq!(Timeliness::judge(&periods(), None, Some(day("2017-01-01"))), Timeliness::Unknown);
        assert_eq!(Timeliness::judge(&periods(), Some(day("2017-01-01")), None), Timeliness::Unknown);
    }

    #[test]
    fn three_months_are_not_ninety_days() {
        let months =
            LegalPeriod { born_from: day("2016-07-15"), limit: 3, unit: LimitUnit::Months, law: String::new() };
        assert_eq!(months.limit_for(day("2016-11-30")), Some(LegalLimit { last_day: day("2017-02-28"), days: 90 }));
        assert_eq!(months.limit_for(day("2017-07-01")), Some(LegalLimit { last_day: day("2017-10-01"), days: 92 }));
    }
}
