//! The place of a figure in the long table, and what earlier reports published there, so that two reports side by side
//! disclose no small change.

use std::collections::BTreeMap;

use super::heading::{Breakdown, RowHeading};
use super::suppression::LastPublication;

/// The place of a figure: period, quartier and breakdown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FigurePlace {
    /// A year, or `all`.
    pub(crate) period: String,
    /// The quartier; `None` for the whole commune.
    pub(crate) quartier: Option<String>,
    /// `kind=code`, e.g. `category=proxy`; several joined by `;`; `all` for none.
    pub(crate) breakdown: String,
}

impl FigurePlace {
    /// Returns the whole commune, all years.
    pub(crate) fn all() -> Self {
        Self { period: "all".to_owned(), quartier: None, breakdown: "all".to_owned() }
    }

    /// Returns the place of a table row.
    pub(crate) fn of(by: Breakdown, heading: &RowHeading) -> Self {
        let place = match (by, heading) {
            (_, RowHeading::All) => Self::all(),
            (_, RowHeading::Kind(kind)) => Self { breakdown: format!("kind={}", kind.code()), ..Self::all() },
            (Breakdown::Quartier, heading) => Self { quartier: Some(heading.code()), ..Self::all() },
            _ => Self { breakdown: format!("{}={}", by.code(), heading.code()), ..Self::all() },
        };
        match heading {
            RowHeading::Year(year) => place.in_year(*year),
            _ => place,
        }
    }

    /// This place in one year.
    pub(crate) fn in_year(self, year: i32) -> Self {
        Self { period: year.to_string(), ..self }
    }

    /// This place with a further breakdown.
    pub(crate) fn and(self, kind: &str, code: &str) -> Self {
        let breakdown = match self.breakdown.as_str() {
            "all" => format!("{kind}={code}"),
            other => format!("{other};{kind}={code}"),
        };
        Self { breakdown, ..self }
    }

    /// Returns the area column of the long table: the commune, or `commune/quartier`.
    pub(crate) fn area(&self, commune: &str) -> String {
        match &self.quartier {
            Some(quartier) => format!("{commune}/{quartier}"),
            None => commune.to_owned(),
        }
    }
}

/// For each figure (indicator and place) the count last shown, and whether the last report suppressed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PublicationHistory {
    figures: BTreeMap<(String, FigurePlace), LastPublication>,
}

impl PublicationHistory {
    /// Adds the figure of a report (`None` if suppressed); reports are added in their order.
    pub(crate) fn add(&mut self, indicator: &str, place: FigurePlace, count: Option<u64>) {
        let last = self.figures.entry((indicator.to_owned(), place)).or_default();
        last.is_hidden = count.is_none();
        last.shown = count.or(last.shown);
    }

    /// Sets what is known of a figure: the count last shown, and whether the last report suppressed it.
    pub(crate) fn set(&mut self, indicator: &str, place: FigurePlace, shown: Option<u64>, is_hidden: bool) {
        self.figures.insert((indicator.to_owned(), place), LastPublication { shown, is_hidden });
    }

    /// Returns all figures: indicator, place, the count last shown, whether the last report suppressed it.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (&str, &FigurePlace, Option<u64>, bool)> {
        self.figures.iter().map(|((indicator, place), last)| (indicator.as_str(), place, last.shown, last.is_hidden))
    }

    /// Returns what was last published of a figure.
    pub(super) fn last(&self, indicator: &str, place: FigurePlace) -> LastPublication {
        self.figures.get(&(indicator.to_owned(), place)).copied().unwrap_or_default()
    }
}
