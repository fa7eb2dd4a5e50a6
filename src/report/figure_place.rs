//! The place of a figure in the long table: period, area and breakdown.

use super::heading::{Breakdown, RowHeading};

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
            RowHeading::Quarter(..) | RowHeading::Half(..) => Self { period: heading.code(), ..place },
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
