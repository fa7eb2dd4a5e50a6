//! Hides and rounds the rows of the long table of the commune's own report, for `bato export aggregates`: the rules of
//! a release, row by row.
//!
//! Counts follow the 10-5 rule, rates are computed from the rounded counts, and what is not a function of the counts of
//! its own row (a mean, an interval, an index, births expected of the own persons) is left out. An export is no release:
//! it is in no ledger.

use super::Aggregate;
use super::release_limits::{LEAST_COUNT, LEAST_PERSONS, LEAST_WHOLE, STEP};

/// Indicators that count no persons, households or acts of the register, or that others published.
const PUBLIC: [&str; 9] = [
    "published_on_time",
    "published_late",
    "population_stated",
    "quartiers",
    "quartiers_with_census",
    "quartiers_up_to_date",
    "quartiers_censused",
    "files_read",
    "files_unreadable",
];

/// Protects a row.
pub fn protect_row(row: &mut Aggregate) {
    if PUBLIC.contains(&row.indicator.as_str()) {
        return;
    }
    // Births expected of few persons or acts would give their number back, and the row does not tell how many they are.
    let is_of_own = ["census-children", "census-women", "register"].iter().any(|id| row.breakdown.ends_with(id));
    let is_expected = row.indicator == "births_expected" || row.indicator.starts_with("coverage_");
    if is_of_own && is_expected || row.indicator.starts_with("births_acts_") {
        (row.value, row.numerator, row.denominator) = (None, None, None);
        return;
    }
    match (row.numerator, row.denominator) {
        (Some(_), None) => {
            row.numerator = row.numerator.and_then(rounded);
            row.value = row.numerator.map(|n| n as f64);
        }
        (Some(part), Some(whole)) => {
            let is_index = row.indicator == "whipple_index";
            let least = if is_index { LEAST_PERSONS } else { LEAST_WHOLE };
            let parts = rounded(part).zip(rounded(whole)).filter(|(_, whole)| *whole >= least as i64);
            (row.numerator, row.denominator) = parts.unzip();
            row.value = parts.filter(|_| row.value.is_some()).map(|(part, whole)| {
                let scale = if is_index { 500.0 } else { 1.0 };
                let value = scale * part as f64 / whole as f64;
                (value * 1000.0).round() / 1000.0
            });
        }
        _ => (row.value, row.numerator, row.denominator) = (None, None, None),
    }
}

/// Returns a count by the 10-5 rule; `None` if it is hidden.
fn rounded(n: i64) -> Option<i64> {
    let step = STEP as i64;
    (n >= LEAST_COUNT as i64).then(|| (n + step / 2) / step * step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn protected(indicator: &str, area: &str, breakdown: &str, parts: [Option<i64>; 2], value: f64) -> Aggregate {
        let mut row = Aggregate {
            indicator: indicator.to_owned(),
            period: "all".to_owned(),
            area: area.to_owned(),
            breakdown: breakdown.to_owned(),
            value: Some(value),
            numerator: parts[0],
            denominator: parts[1],
            ..Aggregate::default()
        };
        protect_row(&mut row);
        row
    }

    #[test]
    fn counts_are_rounded_rates_follow_them_and_the_rest_is_left_out() {
        let values = |row: Aggregate| (row.value, row.numerator, row.denominator);
        let count = |n: i64| values(protected("persons", "K/Boma", "sex=F", [Some(n), None], n as f64));
        assert_eq!([count(9), count(13)], [(None, None, None), (Some(15.0), Some(15), None)]);
        let rate = |part, whole| {
            let value = part as f64 / whole as f64;
            values(protected("rate_on_time", "K/Boma", "all", [Some(part), Some(whole)], value))
        };
        assert_eq!(rate(13, 31), (Some(0.5), Some(15), Some(30)));
        assert_eq!([rate(9, 31), rate(11, 17)], [(None, None, None); 2]);
        assert_eq!(values(protected("mean_household_size", "K/Boma", "all", [None, Some(4)], 5.2)), (None, None, None));
        let low = protected("rate_census_children_without_act_low", "K/Boma", "all", [None, None], 0.333);
        assert_eq!(low.value, None);
        let expected = |scenario: &str| values(protected("births_expected", "K", scenario, [Some(10), None], 10.0)).0;
        let shown = ["population=census-children", "population=kimbanseke-2004"].map(expected);
        assert_eq!(shown, [None, Some(10.0)]);
        let year = protected("acts_late", "K", "declared_year=2018", [Some(7), None], 7.0);
        assert_eq!(year.value, None);
        let year = protected("acts_on_time", "K", "declared_year=2018", [Some(86), None], 86.0);
        assert_eq!(year.value, Some(85.0));
    }
}
