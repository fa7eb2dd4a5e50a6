//! What earlier reports published of each figure, so that two reports side by side disclose no small change.

use std::collections::BTreeMap;

use super::figure_place::FigurePlace;
use super::suppression::LastPublication;

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

    /// All figures: indicator, place, the count last shown, whether the last report suppressed it.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (&str, &FigurePlace, Option<u64>, bool)> {
        self.figures.iter().map(|((indicator, place), last)| (indicator.as_str(), place, last.shown, last.is_hidden))
    }

    /// What was last published of a figure.
    #[must_use]
    pub(super) fn last(&self, indicator: &str, place: FigurePlace) -> LastPublication {
        self.figures.get(&(indicator.to_owned(), place)).copied().unwrap_or_default()
    }
}
