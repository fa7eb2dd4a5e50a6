//! The style in which one column's dates are read: order of day and month, midnights of another zone, days that stand
//! for nothing. `column_evidence` decides it from all cells of the column.

use chrono::Datelike;

use crate::record::{PartialDate, Precision};

use super::calendar_words::AgeUnit;
use super::clock::{Clock, HOUR};

/// The order of day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) enum DateOrder {
    /// `31/12/1987`.
    #[default]
    DayFirst,
    /// `12/31/1987`.
    MonthFirst,
    /// `87/12/31`.
    YearFirst,
    /// Both orders stand in the column: `04/05/1987` may be read in two ways.
    Mixed,
}

/// What a spreadsheet did to the real dates of a column that also holds text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) enum SwappedDates {
    #[default]
    No,
    /// It exchanged day and month of each date it took.
    Yes,
    /// It may have done so.
    Perhaps,
}

/// Which times late in the evening belong to the next day, because they are written in the time of Greenwich.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) enum NextDay {
    #[default]
    Never,
    /// The times that say so, from 23:00: it is midnight in Kinshasa.
    FromMidnightHere,
    /// The times that say so: all are midnights of one zone.
    OfGreenwich,
    /// All late times: they are midnights of one zone.
    All,
}

impl NextDay {
    /// Whether a time belongs to the next day.
    pub(super) fn takes(self, clock: Clock) -> bool {
        match self {
            Self::Never => false,
            Self::FromMidnightHere => clock.is_utc && clock.seconds >= MIDNIGHT_HERE,
            Self::OfGreenwich => clock.is_utc && clock.seconds >= LATE,
            Self::All => clock.seconds >= LATE,
        }
    }
}

/// How the cells of one date or age column are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct ColumnStyle {
    /// Order in `n/n/year`; in `year-n-n` the month stands first unless `iso_day_first`.
    pub(in super::super) order: DateOrder,
    /// Whether the column has `1987-31-12`.
    pub(in super::super) iso_day_first: bool,
    pub(in super::super) swapped: SwappedDates,
    pub(in super::super) next_day: NextDay,
    /// Years whose 1 January stands for no date in this column.
    pub(in super::super) filler_years: Vec<i32>,
    /// Unit of an age without one.
    pub(in super::super) age_unit: AgeUnit,
    /// Whether the column of ages holds years of birth.
    pub(in super::super) holds_years: bool,
    /// Whether the heading of the column of ages asks for dates as well: "Âge ou date de naissance".
    pub(in super::super) holds_dates: bool,
    /// Whether the column of dates holds more ages with their unit than years alone.
    pub(in super::super) holds_ages: bool,
    /// Whether several cells are numbers of days since 1900, whose cells have lost their format.
    pub(in super::super) has_serials: bool,
    /// Whether the years of the column have two digits.
    pub(in super::super) has_short_years: bool,
}

/// Seconds since midnight from which a time may be the midnight of a zone east of Greenwich.
pub(super) const LATE: u32 = 20 * HOUR;
/// Midnight in Kinshasa in the time of Greenwich, in seconds since midnight there.
pub(super) const MIDNIGHT_HERE: u32 = 23 * HOUR;

impl ColumnStyle {
    /// The style of a column without evidence.
    pub(in super::super) const DEFAULT: Self = Self {
        order: DateOrder::DayFirst,
        iso_day_first: false,
        swapped: SwappedDates::No,
        next_day: NextDay::Never,
        filler_years: Vec::new(),
        age_unit: AgeUnit::Years,
        holds_years: false,
        holds_dates: false,
        holds_ages: false,
        has_serials: false,
        has_short_years: false,
    };

    /// Whether a date stands for no date in this column.
    pub(super) fn is_filler(&self, date: PartialDate) -> bool {
        let is_first_day = match date.precision {
            Precision::Day => date.first.ordinal() == 1,
            Precision::Year => date.year() == 1900,
            Precision::Month | Precision::About => false,
        };
        is_first_day && self.filler_years.contains(&date.year())
    }
}
