//! The tables of vital events that the United Nations recommend, and which of them the report has: by what was read.
//!
//! Source: United Nations, *Principles and Recommendations for a Vital Statistics System*, revision 3 (Statistical
//! Papers, Series M No. 19/Rev.3, 2014), recommended tabulations. The titles of the tables and the reasons are
//! messages: `report-un-<code>` and `report-un-why-<reason>`. The titles of births are those of the source; the others
//! are worded by us.

use super::ReportTables;
use super::heading::RowHeading;
use crate::record::{Category, EventKind};

/// Whether the report has a recommended table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnTableState {
    Have,
    /// Some of its columns.
    Part,
    Lack,
}

impl UnTableState {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Have => "have",
            Self::Part => "part",
            Self::Lack => "lack",
        }
    }
}

/// A recommended table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UnTable {
    /// Kind of event and subject.
    pub(crate) code: &'static str,
    /// Whether the report has it where all of its sources were read.
    pub(crate) state: UnTableState,
    /// The titles of our tables: `report-<id>`, separated by spaces; "" for none.
    pub(crate) ours: &'static str,
    /// Why it is lacking, in part or whole: `report-un-why-<reason>`; "" if nothing is.
    pub(crate) why: &'static str,
}

impl UnTable {
    /// Returns the titles of our tables that these have.
    pub(crate) fn titles(&self, tables: &ReportTables) -> Vec<&'static str> {
        self.ours.split_whitespace().filter(|title| is_there(title, self.code, tables)).collect()
    }

    /// Returns whether these tables have it: a table of which a part is not there is partial.
    pub(crate) fn state_of(&self, tables: &ReportTables) -> UnTableState {
        let (n, all) = (self.titles(tables).len(), self.ours.split_whitespace().count());
        match self.state {
            _ if n == 0 => Lack,
            Have if n < all => Part,
            state => state,
        }
    }

    /// Returns why it is lacking in these tables; "" if nothing is.
    pub(crate) fn why_of(&self, tables: &ReportTables) -> &'static str {
        let is_less = self.titles(tables).len() < self.ours.split_whitespace().count();
        match self.why {
            "deaths" if !has_events(EventKind::Death, tables) => "no-deaths",
            "marriages" if !has_events(EventKind::Marriage, tables) => "no-marriages",
            // A release has no table of places of delivery.
            "place" if tables.release.is_some() => "place-release",
            "" if is_less => "not-read",
            why => why,
        }
    }
}

/// Whether a list of events was read that has one of this kind.
fn has_events(kind: EventKind, tables: &ReportTables) -> bool {
    let column = EventKind::ALL.iter().position(|own| *own == kind).unwrap_or_default();
    tables.events.as_ref().is_some_and(|events| events.total.cell(column) != Some(0))
}

/// Whether the report has the table of a title with a figure in it.
fn is_there(title: &str, code: &str, tables: &ReportTables) -> bool {
    let has_acts = tables.births.totals.all.judged != Some(0) || tables.births.totals.all.unknown != Some(0);
    match title {
        "events-title" if code.starts_with("deaths") => has_events(EventKind::Death, tables),
        "events-title" => has_events(EventKind::Marriage, tables),
        "coverage-title" => tables.coverage.iter().any(|row| row.share(row.held).is_some()),
        "under-five-title" => tables.children.is_some(),
        "census-coverage-title" => tables.census_coverage.iter().any(|row| row.stated.is_some()),
        "age-title" => tables.population.by_age.is_some(),
        "groups-title" => tables.population.by_group.is_some(),
        "register-title" => tables.population.total.persons.total != Some(0),
        "category-title" => {
            let rows = tables.births.by_category.rows.iter();
            rows.filter(|row| row.heading != RowHeading::Category(Category::Unknown)).any(|row| row.judged > Some(0))
        }
        "mothers-title" => {
            let rows = tables.births.by_mother.rows.iter();
            rows.filter(|row| row.heading != RowHeading::Unknown).any(|row| row.total > Some(0))
        }
        _ => has_acts,
    }
}

const fn table(code: &'static str, state: UnTableState, ours: &'static str, why: &'static str) -> UnTable {
    UnTable { code, state, ours, why }
}

use UnTableState::{Have, Lack, Part};

/// The recommended tables, in the order of the source.
pub(crate) const UN_TABLES: [UnTable; 33] = [
    table("births-summary", Have, "declared-year-title born-year-title coverage-title", ""),
    table("births-place-sex", Part, "sex-title", "place"),
    table("births-place-residence", Part, "quartier-births-title", "place"),
    table("births-registration-month", Part, "parts-of-years-title month-title delay-title", "month-by-month"),
    table("births-month-residence", Part, "month-title quartier-births-title", "small-cells"),
    table("births-mother-age-marital", Part, "mothers-title", "mother"),
    table("births-father-age", Lack, "", "father"),
    table("births-mother-age-education", Lack, "", "education"),
    table("births-education-order", Lack, "", "education"),
    table("births-mother-age-order", Part, "mothers-title", "mother"),
    table("births-interval", Lack, "", "interval"),
    table("births-ethnic", Lack, "", "not-asked"),
    table("births-legitimacy", Lack, "", "not-asked"),
    table("births-attendant", Part, "category-title", "attendant"),
    table("births-weight", Lack, "", "health"),
    table("births-weight-education", Lack, "", "health"),
    table("births-gestation", Lack, "", "health"),
    table("births-prenatal", Lack, "", "health"),
    table("births-mother-duration", Lack, "", "not-asked"),
    table("deaths-summary", Part, "events-title", "deaths"),
    table("deaths-residence-sex", Lack, "", "deaths"),
    table("deaths-registration-month", Lack, "", "deaths"),
    table("deaths-age-sex", Lack, "", "deaths"),
    table("deaths-cause", Lack, "", "cause"),
    table("deaths-attendant", Lack, "", "cause"),
    table("infant-deaths-age-sex", Lack, "", "deaths"),
    table("infant-deaths-cause", Lack, "", "cause"),
    table("foetal-deaths", Lack, "", "foetal"),
    table("marriages-summary", Part, "events-title", "marriages"),
    table("marriages-age", Lack, "", "marriages"),
    table("divorces", Lack, "", "divorces"),
    table("population-age-sex", Have, "age-title register-title groups-title", ""),
    table("completeness", Have, "coverage-title under-five-title census-coverage-title", ""),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};

    #[test]
    fn each_table_has_its_words_and_the_same_state_in_the_documentation() {
        let document = include_str!("../../docs/aggregates.md");
        let messages = Lang::ALL.map(Messages::new);
        for own in UN_TABLES {
            assert_eq!(own.ours.is_empty(), own.state == Lack, "{}", own.code);
            assert_eq!(own.why.is_empty(), own.state == Have, "{}", own.code);
            let why = Some(format!("report-un-why-{}", own.why)).filter(|_| !own.why.is_empty());
            let titles = own.ours.split_whitespace().map(|id| format!("report-{id}"));
            let state = format!("report-un-state-{}", own.state.code());
            for id in titles.chain(why).chain([format!("report-un-{}", own.code), state]) {
                assert!(messages.iter().all(|own| own.has(&id)), "{id}");
            }
            let row = document.lines().find(|line| line.starts_with(&format!("| `{}`", own.code)));
            let state = row.and_then(|row| row.split('|').nth(3)).map(str::trim);
            assert_eq!(state, Some(own.state.code()), "{} in docs/aggregates.md", own.code);
        }
        assert_eq!(document.matches("| `births-").count(), 19);
        for why in ["no-deaths", "no-marriages", "place-release", "not-read"] {
            assert!(messages.iter().all(|own| own.has(&format!("report-un-why-{why}"))), "{why}");
        }
    }

    #[test]
    fn a_table_whose_source_was_not_read_is_lacking_and_the_sentence_counts_it_so() {
        let mut facts = crate::report::example_commune::commune();
        let tables =
            |facts: &crate::report::Facts| crate::report::tables(facts, &crate::report::ReportSettings::default());
        let of = |tables: &ReportTables, code: &str| {
            let own = UN_TABLES.iter().find(|own| own.code == code).unwrap();
            (own.state_of(tables), own.why_of(tables))
        };
        facts.has_events = false;
        facts.events.clear();
        let without = tables(&facts);
        assert_eq!(of(&without, "deaths-summary"), (Lack, "no-deaths"));
        assert_eq!(of(&without, "deaths-age-sex"), (Lack, "no-deaths"));
        assert_eq!(of(&without, "marriages-summary"), (Lack, "no-marriages"));
        assert_eq!(of(&without, "population-age-sex"), (Have, ""));
        let count = |tables: &ReportTables, state| UN_TABLES.iter().filter(|own| own.state_of(tables) == state).count();
        let n_part = count(&without, Part);
        let page = crate::report::render::html(&without, &Messages::new(Lang::En));
        let row =
            page.split("data-code=\"deaths-summary\"").nth(1).and_then(|rest| rest.split("</tr>").next()).unwrap();
        assert!(row.contains("No list of deaths was read") && !row.contains("Events"), "{row}");
        assert!(page.replace('\u{a0}', " ").contains(&format!("{n_part} in part")), "{n_part}");
        // A list of deaths is no list of marriages.
        facts.has_events = true;
        facts.events.insert((EventKind::Death, Some(2017)), 12);
        let deaths = tables(&facts);
        assert_eq!(of(&deaths, "deaths-summary"), (Part, "deaths"));
        assert_eq!(of(&deaths, "marriages-summary"), (Lack, "no-marriages"));
        assert_eq!(count(&deaths, Part), n_part + 1);
        // Without a census nobody's age is known.
        facts.persons.clear();
        facts.quartiers_censused.clear();
        facts.populations.clear();
        let acts = tables(&facts);
        assert_eq!(of(&acts, "population-age-sex"), (Lack, "not-read"));
        assert_eq!(of(&acts, "births-summary").0, Part);
    }
}
