//! The headings of rows: a year, a quartier, a sex… each with its stable code. Their words are in the message files.

use crate::record::{Category, Kind, Sex, Status};

/// First and last day of each delay bucket; the last has no end.
pub const DELAY_BUCKETS: [(i32, Option<i32>); 10] = [
    (0, Some(7)),
    (8, Some(30)),
    (31, Some(60)),
    (61, Some(90)),
    (91, Some(180)),
    (181, Some(365)),
    (366, Some(730)),
    (731, Some(1826)),
    (1827, Some(6574)),
    (6575, None),
];

/// First age of the open band at the top: 85 years and more.
pub const OLDEST_BAND: i32 = 85;

/// Households of this size and more are one row.
pub const LARGEST_HOUSEHOLD: u32 = 12;

/// What the rows of a table stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breakdown {
    /// Year of declaration.
    DeclaredYear,
    /// Year of birth.
    BornYear,
    /// Quartier of residence.
    Quartier,
    /// Sex.
    Sex,
    /// Category of the declaration.
    Category,
    /// Calendar month of declaration, all years together.
    Month,
    /// Days from birth to declaration.
    Delay,
    /// Age in years at the end of the last census year, in bands of five.
    Age,
    /// Number of members of a household.
    Size,
    /// Standing in the register.
    Status,
    /// Year of an event.
    EventYear,
}

impl Breakdown {
    /// The stable code used in the aggregates.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::DeclaredYear => "declared_year",
            Self::BornYear => "born_year",
            Self::Quartier => "quartier",
            Self::Sex => "sex",
            Self::Category => "category",
            Self::Month => "declared_month",
            Self::Delay => "delay_days",
            Self::Age => "age",
            Self::Size => "size",
            Self::Status => "status",
            Self::EventYear => "event_year",
        }
    }
}

/// What one row stands for; the order is that of the rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    /// All years before this one.
    Before(i32),
    /// A year.
    Year(i32),
    /// A quartier.
    Quartier(String),
    /// A sex.
    Sex(Sex),
    /// A category of declaration.
    Category(Category),
    /// A calendar month, from 1.
    Month(u32),
    /// Index into [`DELAY_BUCKETS`].
    Delay(usize),
    /// First age of a band of five years.
    Age(i32),
    /// Members of a household; [`LARGEST_HOUSEHOLD`] stands for it and more.
    Size(u32),
    /// A standing in the register.
    Status(Status),
    /// A kind of file.
    Kind(Kind),
    /// Not known.
    Unknown,
    /// All rows together.
    All,
}

impl Heading {
    /// The bucket of a delay; unknown where the declaration precedes the birth.
    #[must_use]
    pub fn of_delay(days: i32) -> Self {
        DELAY_BUCKETS
            .iter()
            .position(|(from, to)| *from <= days && to.is_none_or(|to| days <= to))
            .map_or(Self::Unknown, Self::Delay)
    }

    /// The band of an age; unknown below 0.
    #[must_use]
    pub fn of_age(years: i32) -> Self {
        if years < 0 { Self::Unknown } else { Self::Age((years / 5 * 5).min(OLDEST_BAND)) }
    }

    /// The stable code used in the aggregates.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Before(year) => format!("before_{year}"),
            Self::Year(year) => year.to_string(),
            Self::Quartier(name) => name.clone(),
            Self::Sex(sex) => sex.code().to_owned(),
            Self::Category(category) => category.code().to_owned(),
            Self::Month(month) => format!("{month:02}"),
            Self::Delay(bucket) => match DELAY_BUCKETS.get(*bucket) {
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
