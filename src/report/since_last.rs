//! Compares a release with the one before: the main figures, and the headline rates of the commune and of each
//! quartier.

use std::collections::{BTreeMap, BTreeSet};

use super::figure_place::FigurePlace;
use super::heading::{Breakdown, RowHeading};
use super::possible_counts::possible_ratios;
use super::release;
use super::release_limits::STEP;
use super::timeliness::{TimelinessRow, TimelinessTable};
use super::{Aggregate, ReportTables, aggregates};

/// The main figures and rates of a release beside those of the one before.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SinceLast {
    /// Number of the release before.
    pub(crate) number: u64,
    pub(crate) period: String,
    /// The main figures.
    pub(crate) figures: Vec<FigureSince>,
    /// Quartiers with a census, then and now, where they are not as many.
    pub(crate) quartiers: Option<(u64, u64)>,
    /// Whether the rates of the two can be compared: the same settings, and registers that begin with the same years.
    pub(crate) is_comparable: bool,
    /// For each quartier, and last for the commune: births on time, late births, children under five with an act.
    pub(crate) rates: Vec<(RowHeading, [RateSince; 3])>,
    /// Acts by year and by quarter of declaration, of each period of one of the two releases.
    pub(crate) years: Vec<PeriodSince>,
    pub(crate) quarters: Vec<PeriodSince>,
}

/// A main figure of two releases; a count is `None` if hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FigureSince {
    pub(crate) indicator: &'static str,
    pub(crate) before: Option<u64>,
    pub(crate) now: Option<u64>,
    /// Whether the release shows that of an earlier one again: there is no change to speak of.
    pub(crate) is_repeated: bool,
}

/// The acts declared in a period, of two releases.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PeriodSince {
    pub(crate) heading: RowHeading,
    pub(crate) is_incomplete: bool,
    pub(crate) on_time: CountSince,
    pub(crate) late: CountSince,
    pub(crate) rate: RateSince,
}

/// A count of two releases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CountSince {
    pub(crate) before: ReleasedCount,
    pub(crate) now: ReleasedCount,
    /// Whether both are of the same settings, and neither is shown again.
    is_comparable: bool,
}

/// A count as a release shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ReleasedCount {
    /// The count, and whether it is exact.
    Shown(u64, bool),
    Few,
    Withheld,
    /// The release does not have the period.
    Missing,
}

/// A change of a count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum CountChange {
    Exact(i64),
    Rounded(i64),
    Hidden,
    Missing,
}

impl CountSince {
    /// Returns the change: rounded if one of the two is, hidden if one of them is, missing if they can't be compared.
    pub(crate) fn change(&self) -> CountChange {
        use ReleasedCount::{Missing, Shown};
        match (self.before, self.now) {
            _ if !self.is_comparable => CountChange::Missing,
            (Missing, _) | (_, Missing) => CountChange::Missing,
            (Shown(before, is_exact_before), Shown(now, is_exact_now)) => {
                let change = now as i64 - before as i64;
                if is_exact_before && is_exact_now { CountChange::Exact(change) } else { CountChange::Rounded(change) }
            }
            _ => CountChange::Hidden,
        }
    }
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
    /// A fraction, to the tenth of a per cent, between the ends that its rounded counts allow.
    Shown(f64, (f64, f64)),
    /// A change that rounding alone can make.
    Rounding,
    Hidden,
    /// Hidden since it would give a hidden count back.
    Withheld,
    /// It does not exist.
    Missing,
}

impl RateSince {
    /// Returns the change in percentage points: hidden if one of the two rates is, missing if they can't be compared,
    /// and no number if rounding alone can make it.
    pub(crate) fn points(&self) -> ReleasedRate {
        use ReleasedRate::{Hidden, Missing, Rounding, Shown, Withheld};
        match (self.before, self.now) {
            _ if !self.is_comparable => Missing,
            (Shown(before, ends_before), Shown(now, ends_now)) => {
                let ends = (100.0 * (ends_now.0 - ends_before.1), 100.0 * (ends_now.1 - ends_before.0));
                let is_exact = [ends_before, ends_now].iter().all(|(low, high)| low == high);
                let can_be_none = ends.0 <= 0.0 && ends.1 >= 0.0;
                if can_be_none && !is_exact { Rounding } else { Shown(100.0 * (now - before), ends) }
            }
            (Missing, _) | (_, Missing) => Missing,
            (Withheld, _) | (_, Withheld) => Withheld,
            _ => Hidden,
        }
    }
}

/// The quartiers that a round covers: an exact count.
pub(crate) const QUARTIERS: &str = "quartiers_with_census";

/// The counts whose change is shown.
const FIGURES: [&str; 9] = [
    QUARTIERS,
    "acts_on_time",
    "acts_late",
    "persons",
    "households",
    "census_children_without_act",
    "under_five",
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
        self.get(indicator, area).map_or(ReleasedRate::Missing, rate_of)
    }

    /// Returns the share of the late acts: what the share on time leaves, where the late ones are shown.
    fn rate_late(&self, area: &str) -> ReleasedRate {
        match (self.rate("rate_on_time", area), self.get("acts_late", area)) {
            (ReleasedRate::Shown(on_time, (low, high)), Some(late)) if late.numerator.is_some() => {
                ReleasedRate::Shown(release::share(1.0 - on_time), (1.0 - high, 1.0 - low))
            }
            (ReleasedRate::Shown(..), Some(late)) if late.status == "withheld" => ReleasedRate::Withheld,
            (ReleasedRate::Shown(..), _) => ReleasedRate::Hidden,
            (own, _) => own,
        }
    }

    /// Whether the figure is one of an earlier release, shown again.
    fn is_repeated(&self, indicator: &str, area: &str) -> bool {
        self.get(indicator, area).is_some_and(|own| !own.release.is_empty())
    }
}

/// Returns a rate of a long table.
fn rate_of(own: &Aggregate) -> ReleasedRate {
    let counts = own.numerator.zip(own.denominator).map(|(part, whole)| (part.unsigned_abs(), whole.unsigned_abs()));
    match (own.value, own.status.as_str()) {
        (Some(value), _) => {
            ReleasedRate::Shown(value, counts.map_or((value, value), |(part, whole)| possible_ratios(part, whole)))
        }
        (None, "none") => ReleasedRate::Missing,
        (None, "withheld") => ReleasedRate::Withheld,
        (None, _) => ReleasedRate::Hidden,
    }
}

/// The acts by period of declaration of a long table: by indicator and code of the period.
struct Periods<'f>(BTreeMap<(&'f str, &'f str), &'f Aggregate>);

impl<'f> Periods<'f> {
    fn of(figures: &'f [Aggregate], commune: &str, kind: &str) -> Self {
        let own = figures.iter().filter(|own| own.area == commune);
        let own = own.filter_map(|own| {
            let code = own.breakdown.strip_prefix(kind)?.strip_prefix('=')?;
            (code != "unknown").then_some(((own.indicator.as_str(), code), own))
        });
        Self(own.collect())
    }

    /// Returns a count. Those of a year are exact unless it is rounded: a multiple of 5 of both is taken as rounded.
    fn count(&self, indicator: &str, code: &str) -> ReleasedCount {
        let Some(own) = self.0.get(&(indicator, code)) else { return ReleasedCount::Missing };
        let is_multiple = |indicator| {
            let n = self.0.get(&(indicator, code)).and_then(|own| own.numerator);
            n.is_none_or(|n| n % STEP as i64 == 0)
        };
        match own.numerator {
            Some(n) => {
                ReleasedCount::Shown(n.unsigned_abs(), !(is_multiple("acts_on_time") && is_multiple("acts_late")))
            }
            None if own.status == "withheld" => ReleasedCount::Withheld,
            None => ReleasedCount::Few,
        }
    }

    fn rate(&self, code: &str) -> ReleasedRate {
        let rate = self.0.get(&("rate_on_time", code)).map_or(ReleasedRate::Missing, |own| rate_of(own));
        match (rate, self.count("acts_on_time", code)) {
            (ReleasedRate::Shown(value, _), ReleasedCount::Shown(_, true)) => {
                ReleasedRate::Shown(value, (value, value))
            }
            (rate, _) => rate,
        }
    }

    fn is_repeated(&self, code: &str) -> bool {
        self.0.get(&("acts_judged", code)).is_some_and(|own| !own.release.is_empty())
    }
}

/// Compares the acts of these periods. A period that the release before does not have is there, too.
fn periods_since(
    rows: &[TimelinessRow],
    [before, now]: [&Periods<'_>; 2],
    has_same_settings: bool,
) -> Vec<PeriodSince> {
    let is_period = |row: &&TimelinessRow| matches!(row.heading, RowHeading::Year(_) | RowHeading::Quarter(..));
    let row = |row: &TimelinessRow| {
        let code = row.heading.code();
        let has_same_settings = has_same_settings && !now.is_repeated(&code);
        let count = |indicator| CountSince {
            before: before.count(indicator, &code),
            now: now.count(indicator, &code),
            is_comparable: has_same_settings,
        };
        let rate = RateSince {
            before: before.rate(&code),
            now: now.rate(&code),
            is_comparable: has_same_settings && !row.is_incomplete,
        };
        PeriodSince {
            on_time: count("acts_on_time"),
            late: count("acts_late"),
            rate,
            is_incomplete: row.is_incomplete,
            heading: row.heading.clone(),
        }
    };
    rows.iter().filter(is_period).map(row).collect()
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
    let figures = FIGURES.map(|indicator| FigureSince {
        indicator,
        before: then.count(indicator, commune),
        now: own.count(indicator, commune),
        is_repeated: own.is_repeated(indicator, commune),
    });
    let n_quartiers = then.count(QUARTIERS, commune).zip(own.count(QUARTIERS, commune)).filter(|(a, b)| a != b);
    let [years_before, years_now] = [before, now.as_slice()].map(|figures| register_years(figures, commune));
    let is_comparable = has_same_settings && has_same_registers(&years_before, &years_now);
    let rates_of = |area: &str| {
        let rate = |indicator: &str, of: &dyn Fn(&Totals<'_>) -> ReleasedRate| RateSince {
            before: of(&then),
            now: of(&own),
            // The children of more quartiers are not those of before.
            is_comparable: is_comparable
                && !own.is_repeated(indicator, area)
                && !(area == commune && indicator.contains("under_five") && n_quartiers.is_some()),
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
    let periods = |kind: &str, of: &TimelinessTable| {
        let [then, own] = [before, now.as_slice()].map(|figures| Periods::of(figures, commune, kind));
        // The rate of a period does not depend on which other years were read.
        periods_since(&of.rows, [&then, &own], has_same_settings)
    };
    let years = periods("declared_year", &tables.births.by_declared_year);
    let quarters = periods("declared_quarter", &tables.births.by_quarter);
    let (period, figures) = (period.to_owned(), figures.into());
    tables.since_last =
        Some(SinceLast { number, period, figures, quartiers: n_quartiers, is_comparable, rates, years, quarters });
}

impl SinceLast {
    /// Returns the changes as rows of the long table: `change_` with the indicator, and the number of the release before
    /// as a part of the breakdown. Changes of rates are fractions.
    pub(crate) fn aggregates(&self, commune: &str, codes: &BTreeMap<String, String>) -> Vec<Aggregate> {
        let number = self.number.to_string();
        let row =
            |indicator: &str, place: FigurePlace, value: Option<f64>, status: &str, completeness: &str| Aggregate {
                indicator: format!("change_{indicator}"),
                area: place.area(commune),
                area_code: place.quartier.as_ref().and_then(|name| codes.get(name)).cloned().unwrap_or_default(),
                sdg: if indicator.contains("under_five") { "16.9.1".to_owned() } else { String::new() },
                status: status.to_owned(),
                completeness: completeness.to_owned(),
                value,
                breakdown: place.clone().and("since", &number).breakdown,
                period: place.period,
                ..Aggregate::default()
            };
        let figures = self.figures.iter().map(|own| {
            // Of the sums of all years a part is rounded.
            let round = |n: i64| if own.indicator == QUARTIERS { n } else { rounded(n) };
            let change = own.before.zip(own.now).map(|(before, now)| round(now as i64 - before as i64) as f64);
            let (value, status) = match change {
                _ if own.is_repeated => (None, "none"),
                Some(change) => (Some(change), "shown"),
                None => (None, "hidden"),
            };
            row(own.indicator, FigurePlace::all(), value, status, "")
        });
        let rates = self.rates.iter().flat_map(|(heading, rates)| {
            let names = ["rate_on_time", "rate_late", "rate_under_five_with_act"];
            names.into_iter().zip(rates).map(|(name, rate)| {
                let (value, status) = change_of_rate(rate);
                row(name, FigurePlace::of(Breakdown::Quartier, heading), value, status, "")
            })
        });
        let of = |by: Breakdown, own: &PeriodSince| {
            let completeness = if own.is_incomplete { "incomplete" } else { "complete" };
            let counts = [("acts_on_time", change_of_count(&own.on_time)), ("acts_late", change_of_count(&own.late))];
            let changes = counts.into_iter().chain([("rate_on_time", change_of_rate(&own.rate))]);
            let place = FigurePlace::of(by, &own.heading);
            changes.map(|(name, (value, status))| row(name, place.clone(), value, status, completeness)).collect()
        };
        let years = self.years.iter().flat_map(|own| -> Vec<Aggregate> { of(Breakdown::DeclaredYear, own) });
        let quarters = self.quarters.iter().flat_map(|own| -> Vec<Aggregate> { of(Breakdown::DeclaredQuarter, own) });
        figures.chain(rates).chain(years).chain(quarters).collect()
    }
}

/// Returns a difference of counts of which one is rounded.
pub(crate) fn rounded(n: i64) -> i64 {
    let step = STEP as i64;
    (n + step / 2 * n.signum()) / step * step
}

/// Returns value and status of the change of a rate, as a fraction.
fn change_of_rate(rate: &RateSince) -> (Option<f64>, &'static str) {
    match rate.points() {
        ReleasedRate::Shown(points, _) => (Some((points * 10.0).round() / 1000.0), "shown"),
        ReleasedRate::Rounding => (None, "rounding"),
        ReleasedRate::Hidden => (None, "hidden"),
        ReleasedRate::Withheld => (None, "withheld"),
        ReleasedRate::Missing => (None, "none"),
    }
}

/// Returns value and status of the change of a count.
fn change_of_count(count: &CountSince) -> (Option<f64>, &'static str) {
    match count.change() {
        CountChange::Exact(n) => (Some(n as f64), "shown"),
        CountChange::Rounded(n) => (Some(rounded(n) as f64), "shown"),
        CountChange::Hidden => (None, "hidden"),
        CountChange::Missing => (None, "none"),
    }
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
            ReleasedRate::Shown(rate, _) => rate,
            other => panic!("{other:?}"),
        };
        assert!(shown(on_time.points()) < -20.0, "{on_time:?}");
        let points = 100.0 * (shown(late.now) - shown(late.before));
        assert!((shown(late.points()) - points).abs() < 1e-9 && points > 20.0, "{late:?}");
        assert_eq!(young.points(), ReleasedRate::Rounding);
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
    fn years_and_quarters_change_by_what_the_two_releases_show() {
        let (tables, since) = since(&commune(), &later(), true);
        let of = |periods: &[PeriodSince], code: &str| {
            periods.iter().find(|own| own.heading.code() == code).cloned().unwrap_or_else(|| panic!("{code}"))
        };
        let year = of(&since.years, "2018");
        // Both are exact: three hundred acts came, all late.
        assert_eq!((year.on_time.change(), year.late.change()), (CountChange::Exact(0), CountChange::Exact(300)));
        assert_eq!(of(&since.years, "2016").late.change(), CountChange::Exact(0));
        assert_eq!(of(&since.years, "2016").rate.points(), ReleasedRate::Shown(0.0, (0.0, 0.0)));
        let quarter = of(&since.quarters, "2018-T4");
        if let CountChange::Rounded(change) = quarter.late.change() {
            assert!((295..=305).contains(&change), "{change}");
        }
        let same = since.quarters.iter().find(|own| own.on_time.change() == CountChange::Rounded(0)).unwrap();
        for own in since.years.iter().chain(&since.quarters) {
            for count in [&own.on_time, &own.late] {
                let are_shown = [count.before, count.now].iter().all(|n| matches!(n, ReleasedCount::Shown(..)));
                let is_shown = matches!(count.change(), CountChange::Exact(_) | CountChange::Rounded(_));
                assert_eq!(is_shown, are_shown, "{own:?}");
            }
        }
        let page = render::html(&tables, &Messages::new(Lang::Fr));
        let row = |id: &str, code: &str| {
            let table = page.split(&format!("id=\"{id}\"")).nth(1).and_then(|rest| rest.split("</table>").next());
            let row = table.and_then(|table| table.split(&format!("data-code=\"{code}\"")).nth(1));
            row.and_then(|rest| rest.split("</tr>").next()).unwrap().to_owned()
        };
        assert!(row("t-since-years", "2018").contains("<td>+300</td>"));
        assert!(row("t-since-quarters", &same.heading.code()).contains("<td>≈\u{a0}0</td>"));
        // Other legal rules: neither is compared.
        let (_, other) = self::since(&commune(), &later(), false);
        assert!(other.years.iter().all(|own| own.late.change() == CountChange::Missing));
    }

    #[test]
    fn a_change_that_rounding_can_make_is_no_number() {
        let shown = |part, whole| {
            let value = release::share(part as f64 / whole as f64);
            ReleasedRate::Shown(value, possible_ratios(part, whole))
        };
        let points = |before, now| RateSince { before, now, is_comparable: true }.points();
        assert_eq!(points(shown(20, 25), shown(20, 20)), ReleasedRate::Rounding);
        assert_eq!(points(shown(25, 30), shown(30, 30)), ReleasedRate::Rounding);
        assert!(matches!(points(shown(20, 40), shown(40, 45)), ReleasedRate::Shown(points, _) if points > 38.0));
        assert!(matches!(points(shown(9000, 10_000), shown(9105, 10_000)), ReleasedRate::Shown(..)));
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
            let n_shown =
                n_shown.filter(|own| matches!(own.points(), ReleasedRate::Shown(..) | ReleasedRate::Rounding)).count();
            assert_eq!(n_shown > 50, is_comparable, "{n_shown}");
        }
        let mut tables = released(&later());
        if let Some(label) = &mut tables.release {
            label.residents_of = Some(1);
        }
        compare_with(&mut tables, (1, "2018-T3"), &aggregates(&released(&commune())), true);
        let since = tables.since_last.unwrap();
        let (_, rates) = since.rates.last().unwrap();
        assert!(matches!(rates[0].points(), ReleasedRate::Shown(..)), "{rates:?}");
        assert_eq!(rates[2].points(), ReleasedRate::Missing);
        // A figure that is shown again has no change, not one of nothing.
        let is_repeated =
            |indicator: &str| since.figures.iter().find(|own| own.indicator == indicator).unwrap().is_repeated;
        assert_eq!(["persons", "acts_late"].map(is_repeated), [true, false]);
    }

    #[test]
    fn the_files_of_a_release_have_the_changes_of_the_page() {
        let (tables, since) = since(&commune(), &later(), true);
        let rows = since.aggregates(&tables.commune, &tables.quartier_codes);
        let of = |indicator: &str, area: &str, period: &str| {
            let area = format!("{}{area}", tables.commune);
            let mut own =
                rows.iter().filter(|own| own.indicator == indicator && own.area == area && own.period == period);
            own.next().unwrap_or_else(|| panic!("{indicator} {area} {period}"))
        };
        let boma = of("change_rate_on_time", "/Boma", "all");
        let (_, rates) = since.rates.iter().find(|(heading, _)| heading.code() == "Boma").unwrap();
        let ReleasedRate::Shown(points, _) = rates[0].points() else { panic!("{rates:?}") };
        assert!((boma.value.unwrap() - points / 100.0).abs() < 6e-4 && boma.breakdown == "since=1", "{boma:?}");
        assert_eq!(of("change_rate_under_five_with_act", "/Boma", "all").status, "rounding");
        let late = of("change_acts_late", "", "2018");
        assert_eq!((late.value, late.breakdown.as_str()), (Some(300.0), "declared_year=2018;since=1"));
        // Every row has a place of its own, also beside the figures.
        let figures = aggregates(&tables);
        let all: Vec<_> = figures.iter().chain(&rows).collect();
        let keys: BTreeSet<_> =
            all.iter().map(|own| (&own.indicator, &own.period, &own.area, &own.breakdown)).collect();
        assert_eq!(keys.len(), all.len());
        let by_sex = |sex: &str| figures.iter().any(|own| own.indicator == "residents" && own.breakdown == sex);
        assert!(by_sex("sex=M") && by_sex("sex=F"));
    }
}
