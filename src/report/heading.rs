//! The headings of table rows (a year, a quartier, a sex…) and their stable codes. Their words are in the message files.

use crate::record::{Category, Kind, Sex, Status};

/// First and last day of each delay bucket; the last bucket has no end.
pub(crate) const DELAY_BUCKETS: [(i32, Option<i32>); 10] = [
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
pub(crate) const OLDEST_BAND: i32 = 85;

/// Households of this size or more are one row.
pub(crate) const LARGEST_HOUSEHOLD: u32 = 12;

/// The breakdown of a table: the kind of its row headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breakdown {
    DeclaredYear,
    BornYear,
    Quartier,
    Sex,
    Category,
    /// Calendar month of declaration, all years together.
    Month,
    /// Days from birth to declaration.
    Delay,
    /// Age in years at the end of the last census year, in bands of five.
    Age,
    /// Number of members of a household.
    Size,
    Status,
    EventYear,
}

impl Breakdown {
    /// The stable code used in the aggregates.
    #[must_use]
    pub(crate) fn code(self) -> &'static str {
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

/// The heading of a row; the variants are in the order of rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowHeading {
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
    /// Members of a household; [`LARGEST_HOUSEHOLD`] means that number or more.
    Size(u32),
    /// A status in the register.
    Status(Status),
    /// A kind of file.
    Kind(Kind),
    /// Not known.
    Unknown,
    /// All rows together.
    All,
}

impl RowHeading {
    /// The bucket of a delay; unknown if the declaration precedes the birth.
    #[must_use]
    pub(crate) fn of_delay(days: i32) -> Self {
        DELAY_BUCKETS
            .iter()
            .position(|(from, to)| *from <= days && to.is_none_or(|to| days <= to))
            .map_or(Self::Unknown, Self::Delay)
    }

    /// The band of an age; unknown below 0.
    #[must_use]
    pub(crate) fn of_age(years: i32) -> Self {
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
