//! The words and figures of cells and headings, in the page's language.

use super::page::{Cell, Row, Table};
use crate::messages::{Fact, Messages};
use crate::record::{LegalPeriod, LimitUnit};
use crate::report::{Breakdown, DELAY_BUCKETS, Heading, LimitUsed, OLDEST_BAND};

/// Says the report in one language.
pub(super) struct Words<'a> {
    pub(super) messages: &'a Messages,
}

impl Words<'_> {
    /// The message `report-<id>`.
    pub(super) fn text(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// The message `report-<id>` with its facts.
    pub(super) fn say(&self, id: &str, facts: &[(&str, Fact<'_>)]) -> String {
        self.messages.say(&format!("report-{id}"), facts)
    }

    /// A table of the columns named by messages.
    pub(super) fn table(&self, id: &'static str, caption: &str, columns: &[&str], rows: Vec<Row>) -> Table {
        Table {
            id,
            caption: self.text(caption),
            columns: columns.iter().map(|column| self.text(column)).collect(),
            rows,
        }
    }

    /// A count, or the mark of a hidden one.
    pub(super) fn count(&self, n: Option<u64>) -> String {
        n.map_or_else(|| self.text("hidden-mark"), |n| self.messages.count(n))
    }

    /// A count in a cell.
    pub(super) fn count_cell(&self, n: Option<u64>) -> Cell {
        match n {
            Some(n) => Cell::Shown(self.messages.count(n)),
            None => self.hidden(),
        }
    }

    /// A difference in a cell, always with its sign.
    pub(super) fn difference_cell(&self, n: Option<i64>) -> Cell {
        match n {
            Some(n) if n > 0 => Cell::Shown(format!("+{}", self.messages.decimal(n as f64, 0))),
            Some(n) => Cell::Shown(self.messages.decimal(n as f64, 0)),
            None => self.hidden(),
        }
    }

    /// A rate in a cell: a dash for a rate of nothing, the mark where a part is hidden.
    pub(super) fn rate_cell(&self, rate: Option<f64>, whole: Option<u64>) -> Cell {
        self.or_dash(rate.map(|rate| self.messages.percent(rate)), whole)
    }

    /// A mean in a cell, as a rate.
    pub(super) fn mean_cell(&self, mean: Option<f64>, whole: Option<u64>) -> Cell {
        self.or_dash(mean.map(|mean| self.messages.decimal(mean, 1)), whole)
    }

    fn or_dash(&self, shown: Option<String>, whole: Option<u64>) -> Cell {
        match shown {
            Some(shown) => Cell::Shown(shown),
            None if whole == Some(0) => Cell::Shown(self.text("no-rate")),
            None => self.hidden(),
        }
    }

    fn hidden(&self) -> Cell {
        Cell::Hidden(self.text("hidden-mark"), self.text("hidden-spoken"))
    }

    /// The words of a row's heading.
    pub(super) fn heading(&self, by: Breakdown, heading: &Heading) -> String {
        match heading {
            Heading::Before(year) => self.say("before-year", &[("year", year.to_string().into())]),
            Heading::Year(year) => year.to_string(),
            Heading::Quartier(name) => name.clone(),
            Heading::Sex(sex) => self.text(&format!("sex-{}", sex.code().to_lowercase())),
            Heading::Category(category) => self.text(&format!("category-{}", category.code())),
            Heading::Month(month) => self.text(&format!("month-{month}")),
            Heading::Delay(bucket) => self.delay(*bucket),
            Heading::Age(OLDEST_BAND) => self.say("age-from", &[("from", OLDEST_BAND.to_string().into())]),
            Heading::Age(from) => {
                self.say("from-to", &[("from", from.to_string().into()), ("to", (from + 4).to_string().into())])
            }
            Heading::Unknown if by == Breakdown::Quartier => self.text("quartier-unknown"),
            Heading::Unknown => self.text("unknown"),
            Heading::All => self.text("all"),
        }
    }

    /// The words of a delay bucket: days up to a year, then years.
    fn delay(&self, bucket: usize) -> String {
        let years = |days: i32| (f64::from(days) / 365.25).round().to_string();
        match DELAY_BUCKETS.get(bucket) {
            Some((from, Some(to))) if *to <= 365 => {
                self.say("delay-days", &[("from", from.to_string().into()), ("to", to.to_string().into())])
            }
            Some((from, Some(to))) => {
                self.say("delay-years", &[("from", years(*from).into()), ("to", years(*to).into())])
            }
            Some((from, None)) => self.say("delay-years-from", &[("from", years(*from).into())]),
            None => self.text("unknown"),
        }
    }

    /// A length of time: `90 jours`.
    fn limit(&self, limit: u32, unit: LimitUnit) -> String {
        let id = if unit == LimitUnit::Days { "limit-days" } else { "limit-months" };
        self.say(id, &[("n", u64::from(limit).into())])
    }

    /// The text on the line that marks a legal period in the chart of delays.
    pub(super) fn limit_label(&self, used: &LimitUsed) -> String {
        let limit = self.limit(used.limit, used.unit).into();
        match used.born_before {
            Some(day) => self.say("limit-label-until", &[("limit", limit), ("day", self.messages.date(day).into())]),
            None => self.say("limit-label", &[("limit", limit)]),
        }
    }

    /// One line on a legal period: from when, how long, by which law.
    pub(super) fn legal_period(&self, period: &LegalPeriod) -> String {
        let facts = [
            ("from", self.messages.date(period.born_from).into()),
            ("limit", self.limit(period.limit, period.unit).into()),
            ("law", period.law.as_str().into()),
        ];
        self.say("legal-period", &facts)
    }
}
