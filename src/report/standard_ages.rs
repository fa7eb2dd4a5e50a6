//! Compares the share of children without an act between communes at equal ages: direct standardisation.
//!
//! The share changes with age, so a commune of other ages seems better or worse. The shares of each year of age are
//! weighted as in one standard population, on the ages that every commune shows.
//!
//! Source of the weights: O. Ahmad, C. Boschi-Pinto, A. Lopez, C. Murray, R. Lozano and M. Inoue, *Age Standardization
//! of Rates: a New WHO Standard* (WHO, GPE Discussion Paper 31, 2001): the world's population, mean of 2000 to 2025.

use std::collections::BTreeMap;

use super::Aggregate;

/// A commune: its name on the page, its area in the figures, its figures.
pub(super) type CommuneFigures<'a> = (&'a str, &'a str, &'a [Aggregate]);

/// Weights of the ages 0-4, 5-9, 10-14 and 15-19 in the standard population, per 100,000.
const WEIGHTS: [f64; 4] = [8860.0, 8690.0, 8600.0, 8470.0];

/// The shares of children without an act of several communes, at equal ages.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct EqualAges {
    /// Ages in years that every commune shows; empty if there is none.
    pub(crate) ages: Vec<i32>,
    /// For each commune the share as it is on these ages, then the standardised one.
    pub(crate) communes: Vec<(String, AgeShares)>,
}

/// Shares of children without an act of one commune.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct AgeShares {
    /// Children of these ages; `None` if one of the counts is hidden.
    pub(crate) children: Option<u64>,
    /// The share of these children.
    pub(crate) crude: Option<f64>,
    /// The standardised share, and the ends of its interval of linking.
    pub(crate) standardised: Option<f64>,
    pub(crate) interval: Option<(f64, f64)>,
}

/// The figures of the children of one age.
#[derive(Debug, Clone, Copy, Default)]
struct AgeFigures {
    /// Share without an act and the ends of its interval.
    share: [Option<f64>; 3],
    /// Children without an act, and all.
    counts: [Option<u64>; 2],
}

/// Compares the communes on the ages of which each shows the share.
pub(super) fn at_equal_ages(communes: &[CommuneFigures<'_>]) -> EqualAges {
    let by_age: Vec<BTreeMap<i32, AgeFigures>> =
        communes.iter().map(|(_, area, own)| figures_by_age(area, own)).collect();
    let is_shown = |of: &BTreeMap<i32, AgeFigures>, age: &i32| of.get(age).is_some_and(|own| own.share[0].is_some());
    let ages: Vec<i32> =
        (0..18).filter(|age| !by_age.is_empty() && by_age.iter().all(|own| is_shown(own, age))).collect();
    let shares = |of: &BTreeMap<i32, AgeFigures>| -> AgeShares {
        let own: Vec<&AgeFigures> = ages.iter().filter_map(|age| of.get(age)).collect();
        let sum = |column: usize| own.iter().map(|own| own.counts[column]).sum::<Option<u64>>();
        let weighted = |side: usize| -> Option<f64> {
            let whole: f64 = ages.iter().map(|age| weight(*age)).sum();
            let parts: Option<f64> =
                ages.iter().zip(&own).map(|(age, own)| Some(weight(*age) * own.share[side]?)).sum();
            parts.filter(|_| whole > 0.0).map(|sum| sum / whole)
        };
        let (without, children) = (sum(0), sum(1).filter(|n| *n > 0));
        AgeShares {
            children,
            crude: without.zip(children).map(|(part, whole)| (part as f64 / whole as f64).min(1.0)),
            standardised: weighted(0),
            interval: weighted(1).zip(weighted(2)),
        }
    };
    let named = communes.iter().zip(&by_age).map(|((name, ..), own)| ((*name).to_owned(), shares(own)));
    EqualAges { communes: named.collect(), ages }
}

/// Returns the weight of a year of age.
fn weight(age: i32) -> f64 {
    usize::try_from(age / 5).ok().and_then(|band| WEIGHTS.get(band)).map_or(0.0, |band| band / 5.0)
}

/// Returns the children by age at the end of the year of the last census round.
fn figures_by_age(area: &str, figures: &[Aggregate]) -> BTreeMap<i32, AgeFigures> {
    let of_commune = || figures.iter().filter(|own| own.area == area);
    let rounds = of_commune().filter(|own| own.indicator == "quartiers_censused");
    let Some(last) = rounds.filter_map(|own| own.period.parse::<i32>().ok()).max() else { return BTreeMap::new() };
    let mut ages: BTreeMap<i32, AgeFigures> = BTreeMap::new();
    for own in of_commune().filter(|own| own.breakdown == format!("born_year={}", own.period)) {
        let Ok(born) = own.period.parse::<i32>() else { continue };
        let figures = ages.entry(last - born).or_default();
        match own.indicator.as_str() {
            "rate_census_children_without_act" => figures.share[0] = own.value,
            "rate_census_children_without_act_low" => figures.share[1] = own.value,
            "rate_census_children_without_act_high" => figures.share[2] = own.value,
            "census_children_without_act" => figures.counts[0] = own.numerator.map(i64::unsigned_abs),
            "census_children" => figures.counts[1] = own.numerator.map(i64::unsigned_abs),
            _ => {}
        }
    }
    ages
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a commune whose last round was in 2018; by age: children without an act, and all.
    fn commune(children: &[(i32, u64, u64)]) -> Vec<Aggregate> {
        let figure = |indicator: &str, period: &str, breakdown: String, value: Option<f64>, n: Option<u64>| Aggregate {
            indicator: indicator.to_owned(),
            period: period.to_owned(),
            area: "K".to_owned(),
            breakdown,
            value,
            numerator: n.map(|n| n as i64),
            denominator: None,
            ..Aggregate::default()
        };
        let mut figures = vec![figure("quartiers_censused", "2018", "all".to_owned(), Some(1.0), None)];
        for (age, without, all) in children {
            let (year, share) = ((2018 - age).to_string(), *without as f64 / *all as f64);
            let by = format!("born_year={year}");
            let mut add = |indicator: &str, value, n| figures.push(figure(indicator, &year, by.clone(), value, n));
            add("rate_census_children_without_act", Some(share), None);
            add("rate_census_children_without_act_low", Some(share - 0.01), None);
            add("rate_census_children_without_act_high", Some(share + 0.02), None);
            add("census_children_without_act", Some(*without as f64), Some(*without));
            add("census_children", Some(*all as f64), Some(*all));
        }
        figures
    }

    #[test]
    fn communes_that_differ_by_the_ages_of_their_children_alone_are_equal() {
        // At each age the same share has no act; the second commune has ten times as many of 12 years.
        let young = commune(&[(2, 100, 1000), (12, 40, 100), (3, 1, 10)]);
        let old = commune(&[(2, 100, 1000), (12, 400, 1000), (17, 9, 10)]);
        let equal = at_equal_ages(&[("A", "K", &young), ("B", "K", &old)]);
        assert_eq!(equal.ages, [2, 12]);
        let [(_, a), (_, b)] = equal.communes.as_slice() else { panic!("two communes") };
        assert!((a.crude.unwrap() - 140.0 / 1100.0).abs() < 1e-12 && (b.crude.unwrap() - 0.25).abs() < 1e-12);
        let expected = (8860.0 * 0.1 + 8600.0 * 0.4) / (8860.0 + 8600.0);
        for own in [a, b] {
            assert!((own.standardised.unwrap() - expected).abs() < 1e-12, "{own:?}");
            let (low, high) = own.interval.unwrap();
            assert!((low - expected + 0.01).abs() < 1e-12 && (high - expected - 0.02).abs() < 1e-12);
        }
    }

    #[test]
    fn without_a_common_age_there_is_no_share() {
        let (a, b) = (commune(&[(2, 1, 20)]), commune(&[(3, 1, 20)]));
        let equal = at_equal_ages(&[("A", "K", &a), ("B", "K", &b)]);
        assert!(equal.ages.is_empty() && equal.communes.iter().all(|(_, own)| own.standardised.is_none()));
        assert_eq!(at_equal_ages(&[]), EqualAges::default());
    }
}
