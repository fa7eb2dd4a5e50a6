//! Compares a release with the one before: the main figures, and the headline rates of the commune and of each
//! quartier.

use std::collections::{BTreeMap, BTreeSet};

use super::count_table::share;
use super::heading::RowHeading;
use super::release;
use super::release_limits::LEAST_WHOLE;
use super::{Aggregate, ReportTables, aggregates};

/// The main figures and rates of a release beside those of the one before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SinceLast {
    /// Number of the release before.
    pub(crate) number: u64,
    pub(crate) period: String,
    /// Indicator, count then, count now; `None` if hidden.
    pub(crate) figures: Vec<(&'static str, Option<u64>, Option<u64>)>,
    /// Whether the rates of the two can be compared: the same settings, and registers that begin with the same years.
    pub(crate) is_comparable: bool,
    /// For each quartier, and last for the commune: births on time, late births, children under five with an act.
    pub(crate) rates: Vec<(RowHeading, [RateSince; 3])>,
}

/// A rate of two releases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct RateSince {
    pub(crate) before: ReleasedRate,
    pub(crate) now: ReleasedRate,
    is_comparable: bool,
}

/// A rate as a release shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ReleasedRate {
    /// A fraction, to the tenth of a per cent.
    Shown(f64),
    Hidden,
    /// It does not exist.
    Missing,
}

impl RateSince {
    /// Returns the change in percentage points: hidden if one of the two rates is, missing if they can't be compared.
    pub(crate) fn points(&self) -> ReleasedRate {
        match (self.before, self.now) {
            _ if !self.is_comparable => ReleasedRate::Missing,
            (ReleasedRate::Shown(before), ReleasedRate::Shown(now)) => ReleasedRate::Shown(100.0 * (now - before)),
            (ReleasedRate::Missing, _) | (_, ReleasedRate::Missing) => ReleasedRate::Missing,
            _ => ReleasedRate::Hidden,
        }
    }
}

/// The counts whose change is shown.
const FIGURES: [&str; 7] = [
    "acts_on_time",
    "acts_late",
    "persons",
    "households",
    "census_children_without_act",
    "under_five_with_act",
    "rows_quarantined",
];

/// The figures of a release for all periods together, by indicator and area.
struct Totals<'f>(BTreeMap<(&'f str, &'f str), &'f Aggregate>);

impl<'f> Totals<'f> {
    fn of(figures: &'f [Aggregate]) -> Self {
        let totals = figures.iter().filter(|own| own.period == "all" && own.breakdown == "all");
        Self(totals.map(|own| ((own.indicator.as_str(), own.area.as_str()), own)).collect())
    }

    fn get(&self, indicator: &str, area: &str) -> Option<&'f Aggregate> {
        self.0.get(&(indicator, area)).copied()
    }

    fn count(&self, indicator: &str, area: &str) -> Option<u64> {
        self.get(indicator, area)?.numerator.map(i64::unsigned_abs)
    }

    fn rate(&self, indicator: &str, area: &str) -> ReleasedRate {
        match self.get(indicator, area).map(|own| (own.value, own.status.as_str())) {
            Some((Some(value), _)) => ReleasedRate::Shown(value),
            None | Some((None, "none")) => ReleasedRate::Missing,
            Some((None, _)) => ReleasedRate::Hidden,
        }
    }

    /// Returns late / judged of the counts shown.
    fn rate_late(&self, area: &str) -> ReleasedRate {
        let rate = share(self.count("acts_late", area), self.count("acts_judged", area), LEAST_WHOLE);
        match rate {
            Some(rate) => ReleasedRate::Shown(release::share(rate)),
            None if self.get("acts_late", area).is_none() => ReleasedRate::Missing,
            None => ReleasedRate::Hidden,
        }
    }

    /// Whether the figure is one of an earlier release, shown again.
    fn is_repeated(&self, indicator: &str, area: &str) -> bool {
        self.get(indicator, area).is_some_and(|own| !own.release.is_empty())
    }
}

/// Returns the years of the registers of a release: those with a twentieth of the acts of the busiest year.
fn register_years(figures: &[Aggregate], commune: &str) -> BTreeSet<i32> {
    let is_year = |own: &&Aggregate| {
        own.indicator == "acts_judged" && own.area == commune && own.breakdown.starts_with("declared_year=")
    };
    let years = figures.iter().filter(is_year).filter_map(|own| Some((own.period.parse().ok()?, own.numerator?)));
    let years: Vec<(i32, i64)> = years.collect();
    let most = years.iter().map(|(_, n)| *n).max().unwrap_or(0);
    years.into_iter().filter(|(_, n)| 20 * n >= most).map(|(year, _)| year).collect()
}

/// Whether two releases are of the same registers, to which the later one may add later years.
fn has_same_registers(before: &BTreeSet<i32>, now: &BTreeSet<i32>) -> bool {
    before.last().is_some_and(|last| now.range(..=last).eq(before))
}

/// Sets the figures of the release before, from its long table. `has_same_settings` says whether its legal rule and
/// joined quartiers are those of this release.
pub(crate) fn compare_with(
    tables: &mut ReportTables,
    (number, period): (u64, &str),
    before: &[Aggregate],
    has_same_settings: bool,
) {
    let now = aggregates(tables);
    let commune = tables.commune.as_str();
    let [then, own] = [before, now.as_slice()].map(Totals::of);
    let figures = FIGURES.map(|indicator| (indicator, then.count(indicator, commune), own.count(indicator, commune)));
    let [years_before, years_now] = [before, now.as_slice()].map(|figures| register_years(figures, commune));
    let is_comparable = has_same_settings && has_same_registers(&years_before, &years_now);
    let rates_of = |area: &str| {
        let rate = |indicator: &str, of: &dyn Fn(&Totals<'_>) -> ReleasedRate| RateSince {
            before: of(&then),
            now: of(&own),
            is_comparable: is_comparable && !own.is_repeated(indicator, area),
        };
        [
            rate("rate_on_time", &|totals| totals.rate("rate_on_time", area)),
            rate("acts_late", &|totals| totals.rate_late(area)),
            rate("rate_under_five_with_act", &|totals| totals.rate("rate_under_five_with_act", area)),
        ]
    };
    let quartiers = tables.births.by_quartier.rows.iter().map(|row| &row.heading);
    let quartiers = quartiers.filter(|heading| matches!(heading, RowHeading::Quartier(_)));
    let rates = quartiers.map(|heading| (heading.clone(), rates_of(&format!("{commune}/{}", heading.code()))));
    let rates = rates.chain([(RowHeading::All, rates_of(commune))]).collect();
    tables.since_last =
        Some(SinceLast { number, period: period.to_owned(), figures: figures.into(), is_comparable, rates });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};
    use crate::record::Category;
    use crate::report::example_commune::{act, commune, day};
    use crate::report::facts::Facts;
    use crate::report::release_tests::released;
    use crate::report::render;

    /// Returns the second release beside the first.
    fn since(before: &Facts, now: &Facts, has_same_settings: bool) -> (ReportTables, SinceLast) {
        let mut tables = released(now);
        compare_with(&mut tables, (1, "2018-T3"), &aggregates(&released(before)), has_same_settings);
        let since = tables.since_last.clone().unwrap();
        (tables, since)
    }

    fn later() -> Facts {
        let mut facts = commune();
        for n in 0..300 {
            let mut late = act(day("2018-11-20"), 200 + n % 9, Category::Judgment);
            late.quartier = Some(5);
            facts.acts.push(late);
        }
        facts
    }

    #[test]
    fn rates_change_by_what_the_two_releases_show_and_are_hidden_where_one_is() {
        let (tables, since) = since(&commune(), &later(), true);
        let (n_quartiers, rates) = (tables.births.by_quartier.rows.len() - 1, &since.rates);
        assert!(since.is_comparable && rates.len() == n_quartiers + 1 && n_quartiers == 46);
        let of = |code: &str| rates.iter().find(|(heading, _)| heading.code() == code).unwrap().1;
        let [on_time, late, young] = of("Boma");
        let shown = |rate: ReleasedRate| match rate {
            ReleasedRate::Shown(rate) => rate,
            other => panic!("{other:?}"),
        };
        assert!(shown(on_time.points()) < -20.0, "{on_time:?}");
        let points = 100.0 * (shown(late.now) - shown(late.before));
        assert!((shown(late.points()) - points).abs() < 1e-9 && points > 20.0, "{late:?}");
        assert_eq!(young.points(), ReleasedRate::Shown(0.0));
        // The rates are those of the release, to the tenth of a per cent.
        let row = tables.births.by_quartier.rows.iter().find(|row| row.heading.code() == "Boma").unwrap();
        assert_eq!(shown(on_time.now), release::share(row.rate().unwrap()));
        let hidden = rates.iter().flat_map(|(_, rates)| rates).filter(|own| own.points() == ReleasedRate::Hidden);
        for own in hidden.clone() {
            assert!([own.before, own.now].contains(&ReleasedRate::Hidden), "{own:?}");
        }
        assert!(hidden.count() > 5);
        let page = render::html(&tables, &Messages::new(Lang::Fr));
        let table =
            page.split("id=\"t-since-quartiers\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
        let boma = table.split("data-code=\"Boma\"").nth(1).and_then(|rest| rest.split("</tr>").next()).unwrap();
        let written = Messages::new(Lang::Fr).decimal(shown(on_time.points()), 1);
        assert!(boma.contains(&format!("<td>{written}</td>")), "{written}: {boma}");
        assert!(render::xlsx(&tables, &Messages::new(Lang::Fr)).is_ok());
    }

    #[test]
    fn rates_of_other_settings_other_registers_or_shown_again_have_no_change() {
        let (mut without, mut further) = (commune(), commune());
        without.acts.retain(|act| act.declared_on >= Some(day("2013-01-01")));
        further.acts.extend((0..900).map(|n| act(day("2019-01-01") + chrono::Days::new(n % 300), 5, Category::Direct)));
        for (before, now, has_same_settings, is_comparable) in
            [(commune(), later(), false, false), (without, commune(), true, false), (commune(), further, true, true)]
        {
            let (_, since) = since(&before, &now, has_same_settings);
            assert_eq!(since.is_comparable, is_comparable);
            let n_shown = since.rates.iter().flat_map(|(_, rates)| rates);
            let n_shown = n_shown.filter(|own| matches!(own.points(), ReleasedRate::Shown(_))).count();
            assert_eq!(n_shown > 50, is_comparable, "{n_shown}");
        }
        let mut tables = released(&later());
        if let Some(label) = &mut tables.release {
            label.residents_of = Some(1);
        }
        compare_with(&mut tables, (1, "2018-T3"), &aggregates(&released(&commune())), true);
        let since = tables.since_last.unwrap();
        let (_, rates) = since.rates.last().unwrap();
        assert!(matches!(rates[0].points(), ReleasedRate::Shown(_)), "{rates:?}");
        assert_eq!(rates[2].points(), ReleasedRate::Missing);
    }
}
