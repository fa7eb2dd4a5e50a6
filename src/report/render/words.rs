//! The words and figures of cells and headings, in the page's language.

use super::document::{Cell, Row, Table};
use crate::messages::{Fact, Messages};
use crate::record::{Kind, LegalPeriod, LimitUnit};
use crate::report::{Breakdown, DELAY_BUCKETS, Heading, LARGEST_HOUSEHOLD, LimitUsed, OLDEST_BAND};

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
    pub(super) fn table(&self, id: &str, caption: &str, columns: &[&str], rows: Vec<Row>) -> Table {
        Table {
            id: id.to_owned(),
            caption: self.text(caption),
            columns: columns.iter().map(|column| self.text(column)).collect(),
            rows,
        }
    }

    /// What a cell says: a figure as the language writes it, the mark of a hidden one, a dash for what does not exist.
    pub(super) fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Count(n) => self.messages.count(*n),
            Cell::Change(n) if *n > 0 => format!("+{}", self.messages.decimal(*n as f64, 0)),
            Cell::Change(n) => self.messages.decimal(*n as f64, 0),
            Cell::Share(share) => self.messages.percent(*share),
            Cell::Number(n, decimals) => self.messages.decimal(*n, *decimals),
            Cell::Text(text) => text.clone(),
            Cell::Hidden => self.text("hidden-mark"),
            Cell::Nothing => self.text("no-rate"),
        }
    }

    /// A row of a table of headings.
    pub(super) fn row(&self, by: Breakdown, heading: &Heading, cells: Vec<Cell>) -> Row {
        Row {
            code: heading.code(),
            heading: self.heading(by, heading),
            cells,
            is_total: *heading == Heading::All,
            is_uncharted: matches!(heading, Heading::All | Heading::Unknown | Heading::Kind(_)),
        }
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
            Heading::Size(LARGEST_HOUSEHOLD) => self.say("age-from", &[("from", LARGEST_HOUSEHOLD.to_string().into())]),
            Heading::Size(n) => n.to_string(),
            Heading::Status(status) => self.text(&format!("status-{}", status.code().replace('_', "-"))),
            Heading::Kind(Kind::Census) => self.text("rows-census"),
            Heading::Kind(Kind::Birth) => self.text("rows-births"),
            Heading::Kind(Kind::Event) => self.text("rows-events"),
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
    pub(super) fn limit(&self, limit: u32, unit: LimitUnit) -> String {
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
        self.say(if period.law.is_empty() { "other-period" } else { "legal-period" }, &facts)
    }
}
