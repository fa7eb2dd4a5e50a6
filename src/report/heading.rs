//! The headings of table rows (a year, a quartier, a sex…) and their stable codes. Their words are in the message
//! files.

use crate::record::{Category, Kind, Sex, Status};

/// First day of each delay bucket. A bucket ends on the day before the next one starts; the last has no end.
pub(crate) const DELAY_STARTS: [i32; 10] = [0, 8, 31, 61, 91, 181, 366, 731, 1827, 6575];

/// Returns the first and last day of a delay bucket; `None` if there is no such bucket.
pub(crate) fn delay_bucket(bucket: usize) -> Option<(i32, Option<i32>)> {
    Some((*DELAY_STARTS.get(bucket)?, DELAY_STARTS.get(bucket + 1).map(|next| next - 1)))
}

/// First age of the open band at the top: 85 years and more.
pub(crate) const OLDEST_BAND: i32 = 85;

/// Households of this size or more are one row.
pub(crate) const LARGEST_HOUSEHOLD: u32 = 12;

/// The breakdown of a table: the kind of its row headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breakdown {
    DeclaredYear,
    /// Quarter of a year of declaration.
    DeclaredQuarter,
    /// Half of a year of declaration.
    DeclaredHalf,
    BornYear,
    /// Quarter of a year of birth.
    BornQuarter,
    Quartier,
    Sex,
    Category,
    /// Calendar month of declaration, all years together.
    Month,
    Delay,
    /// Age in years at the end of the last census year, in bands of five.
    Age,
    /// Age of the mother at the birth, in bands of five years.
    MotherAge,
    /// Number of members of a household.
    Size,
    Status,
    EventYear,
}

impl Breakdown {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::DeclaredYear => "declared_year",
            Self::DeclaredQuarter => "declared_quarter",
            Self::DeclaredHalf => "declared_half",
            Self::BornYear => "born_year",
            Self::BornQuarter => "born_quarter",
            Self::Quartier => "quartier",
            Self::Sex => "sex",
            Self::Category => "category",
            Self::Month => "declared_month",
            Self::Delay => "delay_days",
            Self::Age => "age",
            Self::MotherAge => "mother_age",
            Self::Size => "size",
            Self::Status => "status",
            Self::EventYear => "event_year",
        }
    }
}

/// The heading of a row; the variants are in the order of rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowHeading {
    /// All years before this one.
    Before(i32),
    Year(i32),
    /// A quarter of a year, from 1.
    Quarter(i32, u32),
    /// A half of a year, from 1.
    Half(i32, u32),
    Quartier(String),
    Sex(Sex),
    Category(Category),
    /// A calendar month, from 1.
    Month(u32),
    /// Index of a delay bucket.
    Delay(usize),
    /// First age of a band of five years.
    Age(i32),
    /// Members of a household; [`LARGEST_HOUSEHOLD`] means that number or more.
    Size(u32),
    Status(Status),
    Kind(Kind),
    Unknown,
    /// All rows together.
    All,
}

impl RowHeading {
    /// Returns the bucket of a delay; unknown if the declaration precedes the birth.
    pub(crate) fn of_delay(days: i32) -> Self {
        DELAY_STARTS.iter().rposition(|from| *from <= days).map_or(Self::Unknown, Self::Delay)
    }

    /// Returns the band of an age; unknown below 0.
    pub(crate) fn of_age(years: i32) -> Self {
        if years < 0 { Self::Unknown } else { Self::Age((years / 5 * 5).min(OLDEST_BAND)) }
    }

    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Before(year) => format!("before_{year}"),
            Self::Year(year) => year.to_string(),
            Self::Quarter(year, n) => format!("{year}-T{n}"),
            Self::Half(year, n) => format!("{year}-S{n}"),
            Self::Quartier(name) => name.clone(),
            Self::Sex(sex) => sex.code().to_owned(),
            Self::Category(category) => category.code().to_owned(),
            Self::Month(month) => format!("{month:02}"),
            Self::Delay(bucket) => match delay_bucket(*bucket) {
                Some((from, Some(to))) => format!("{from}-{to}"),
                Some((from, None)) => format!("{from}+"),
                None => "unknown".to_owned(),
            },
            Self::Age(OLDEST_BAND) => format!("{OLDEST_BAND}+"),
            Self::Age(from) => format!("{from}-{}", from + 4),
            Self::Size(LARGEST_HOUSEHOLD) => format!("{LARGEST_HOUSEHOLD}+"),
            Self::Size(n) => n.to_string(),
            Self::Status(status) => status.code().to_owned(),
            Self::Kind(kind) => kind.code().to_owned(),
            Self::Unknown => "unknown".to_owned(),
            Self::All => "all".to_owned(),
        }
    }
}
