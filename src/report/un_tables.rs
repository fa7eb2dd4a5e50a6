//! The tables of vital events that the United Nations recommend, and which of them the report has.
//!
//! Source: United Nations, *Principles and Recommendations for a Vital Statistics System*, revision 3 (Statistical
//! Papers, Series M No. 19/Rev.3, 2014), recommended tabulations. The titles of the tables and the reasons are
//! messages: `report-un-<code>` and `report-un-why-<reason>`. The titles of births are those of the source; the others
//! are worded by us.

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
    pub(crate) state: UnTableState,
    /// The titles of our tables: `report-<id>`, separated by spaces; "" for none.
    pub(crate) ours: &'static str,
    /// Why it is lacking, in part or whole: `report-un-why-<reason>`; "" if nothing is.
    pub(crate) why: &'static str,
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
    table("births-mother-age-marital", Lack, "", "mother"),
    table("births-father-age", Lack, "", "father"),
    table("births-mother-age-education", Lack, "", "education"),
    table("births-education-order", Lack, "", "education"),
    table("births-mother-age-order", Lack, "", "mother"),
    table("births-interval", Lack, "", "mother"),
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
            let row = document.lines().find(|line| line.contains(&format!("`{}`", own.code)));
            let state = row.and_then(|row| row.split('|').nth(3)).map(str::trim);
            assert_eq!(state, Some(own.state.code()), "{} in docs/aggregates.md", own.code);
        }
        assert_eq!(document.matches("| `births-").count(), 19);
    }
}
