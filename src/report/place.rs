//! Where a figure stands in the long table, and what the last report said there.

use std::collections::BTreeMap;

use super::heading::{Breakdown, Heading};
use super::protect::Last;

/// The place of a figure: its period, its quartier if it isn't the whole commune's, its breakdown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// A year, or `all`.
    pub period: String,
    /// The quartier; `None` for the commune.
    pub quartier: Option<String>,
    /// Kind of heading and heading, `category=proxy`; several joined by `;`; `all` for none.
    pub breakdown: String,
}

impl Place {
    /// The whole commune, all years.
    #[must_use]
    pub fn all() -> Self {
        Self { period: "all".to_owned(), quartier: None, breakdown: "all".to_owned() }
    }

    /// The row of a table.
    #[must_use]
    pub fn of(by: Breakdown, heading: &Heading) -> Self {
        let place = match (by, heading) {
            (_, Heading::All) => Self::all(),
            (_, Heading::Kind(kind)) => Self { breakdown: format!("kind={}", kind.code()), ..Self::all() },
            (Breakdown::Quartier, heading) => Self { quartier: Some(heading.code()), ..Self::all() },
            _ => Self { breakdown: format!("{}={}", by.code(), heading.code()), ..Self::all() },
        };
        match heading {
            Heading::Year(year) => place.in_year(*year),
            _ => place,
        }
    }

    /// The same in one year.
    #[must_use]
    pub fn in_year(self, year: i32) -> Self {
        Self { period: year.to_string(), ..self }
    }

    /// The same with a further breakdown.
    #[must_use]
    pub fn and(self, kind: &str, code: &str) -> Self {
        let breakdown = match self.breakdown.as_str() {
            "all" => format!("{kind}={code}"),
            other => format!("{other};{kind}={code}"),
        };
        Self { breakdown, ..self }
    }

    /// The area as the long table names it: the commune, or `commune/quartier`.
    #[must_use]
    pub fn area(&self, commune: &str) -> String {
        match &self.quartier {
            Some(quartier) => format!("{commune}/{quartier}"),
            None => commune.to_owned(),
        }
    }
}

/// What earlier reports said of each figure, so that two reports laid side by side give nothing away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    said: BTreeMap<(String, Place), Said>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Said {
    /// The count last shown.
    shown: Option<u64>,
    /// Whether the last report hid it.
    is_hidden: bool,
}

impl Earlier {
    /// Adds what a report said of a figure; reports are added in their order.
    pub fn add(&mut self, indicator: &str, place: Place, count: Option<u64>) {
        let said = self.said.entry((indicator.to_owned(), place)).or_default();
        said.is_hidden = count.is_none();
        said.shown = count.or(said.shown);
    }

    /// Puts what is known of a figure: the count last shown, and whether the last report hid it.
    pub fn set(&mut self, indicator: &str, place: Place, shown: Option<u64>, is_hidden: bool) {
        self.said.insert((indicator.to_owned(), place), Said { shown, is_hidden });
    }

    /// Every figure: its indicator, its place, the count last shown, whether the last report hid it.
    pub fn said(&self) -> impl Iterator<Item = (&str, &Place, Option<u64>, bool)> {
        self.said.iter().map(|((indicator, place), said)| (indicator.as_str(), place, said.shown, said.is_hidden))
    }

    /// What was said of this figure.
    #[must_use]
    pub(super) fn last(&self, indicator: &str, place: Place) -> Last {
        let said = self.said.get(&(indicator.to_owned(), place)).copied().unwrap_or_default();
        Last { shown: said.shown, is_hidden: said.is_hidden }
    }
}
