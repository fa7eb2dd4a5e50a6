//! Counts children of the census with and without a birth act, by year of birth, quartier and sex, with the interval
//! that linking leaves.
//!
//! A child born in a year whose register was not read has no act here, whatever the child has: only births of the years
//! that registers cover are in totals, shares and quartiers. Children under five at their own round are SDG indicator
//! 16.9.1, the share whose birth is registered.
//!
//! Each censused child was linked to the birth registers, so no birth rate is needed. Linking is uncertain: a link may
//! be wrong, a link may be missed. The interval of linking of the share without an act is
//!
//! ```text
//! low  = (without - sum q - s/(1-s) * with - z * sqrt(sum q(1-q) + sum p(1-p) + s/(1-s) * with)) / children
//! high = (without + sum (1-p)              + z * sqrt(sum q(1-q) + sum p(1-p)))                  / children
//! ```
//!
//! with `p` the match probability of a child's link, `q` that of the best pair to review of a child without a link, `s`
//! the share of links that the linker misses without a pair to review (a setting, measured by `bato evaluate`), `z` =
//! 1.96. It is the normal interval of a sum of independent chances (each child has an act or not), shifted by the
//! errors that go one way only. The interval of a quartier also covers both residences of a child whom one round has in
//! two quartiers.
//!
//! A release has the same interval computed from the rounded counts alone, with the mean `1 - p` and `q` of the whole
//! commune ([`LinkErrors`]), rounded up to a hundredth. It covers the rounding, too: two children more or fewer in the
//! numerator and in the denominator.

use std::collections::BTreeMap;

use super::count_table::{CountColumn, CountRow, CountTableBuilder, TableSpec, share, sum_of_shown};
use super::facts::{Facts, PersonFact, ReportSettings};
use super::heading::{Breakdown, RowHeading};
use super::population::{age_year, residence};
use super::possible_counts::{ROUNDING, RateCounts};
use super::register_window::RegisterWindow;
use super::statistics::{FunnelPoint, Z95, funnel_points};
use crate::record::Sex;

/// Number of ages: children are 0 to 17 years old.
pub(crate) const CHILD_YEARS: i32 = 18;

pub struct ChildRow {
    /// Children with an act, without one, and both.
    pub counts: CountRow,
    /// The interval that linking leaves of the share without an act; `None` if there is no child.
    pub interval: Option<(f64, f64)>,
}

impl ChildRow {
    pub(crate) fn with_act(&self) -> Option<u64> {
        self.counts.cell(0)
    }

    pub(crate) fn without_act(&self) -> Option<u64> {
        self.counts.cell(1)
    }

    /// Returns children with an act / (with + without), as shown; `None` if it is hidden or there is no child.
    pub(crate) fn rate_with(&self) -> Option<f64> {
        share(self.with_act(), self.rate_whole(), self.counts.least_whole)
    }

    /// Returns the denominator of both rates: the two counts as they are shown. Where one is hidden, all children.
    pub(crate) fn rate_whole(&self) -> Option<u64> {
        sum_of_shown(self.with_act(), self.without_act(), self.counts.total)
    }

    /// Returns the interval of the share with an act.
    pub(crate) fn interval_with(&self) -> Option<(f64, f64)> {
        self.interval.map(|(low, high)| (1.0 - high, 1.0 - low))
    }

    /// Returns the counts of the share without an act; `None` if their sum is hidden.
    pub(super) fn rate_counts(&self, is_exact: bool) -> Option<RateCounts> {
        let slack = if is_exact { 0 } else { ROUNDING };
        let whole = self.counts.total.and(self.rate_whole())?;
        Some(RateCounts { part: self.without_act(), rest: self.with_act(), whole, slack })
    }

    /// Returns children without an act / (with + without), as shown; `None` if it is hidden or there is no child.
    pub(crate) fn rate_without(&self) -> Option<f64> {
        share(self.without_act(), self.rate_whole(), self.counts.least_whole)
    }
}

pub struct ChildTable {
    pub rows: Vec<ChildRow>,
    pub total: ChildRow,
    pub(crate) spec: TableSpec,
}

/// Children of the census, 0 to 17 years at the end of the year of the last round, born in years that registers cover.
/// The first two tables have the same children; the interval of all is that of `by_born_year`.
pub struct Children {
    pub by_born_year: ChildTable,
    pub by_quartier: ChildTable,
    /// Children under five years at their own round, by sex and quartier (SDG indicator 16.9.1).
    pub(crate) under_five_by_sex: ChildTable,
    pub(crate) under_five_by_quartier: ChildTable,
    /// The mean errors of linking of all these children; `None` if too few have a link or none.
    pub(crate) link_errors: Option<LinkErrors>,
    /// Children by year of birth of which no register was read; they are in no total.
    pub(crate) n_uncovered: Vec<(i32, Option<u64>)>,
    /// Funnel plot of the share of each quartier, as far as shown.
    pub(crate) funnel_points: Vec<FunnelPoint>,
}

impl Children {
    pub(crate) fn tables(&self) -> [&ChildTable; 4] {
        [&self.by_born_year, &self.by_quartier, &self.under_five_by_sex, &self.under_five_by_quartier]
    }

    /// Returns the same tables to change them.
    pub(crate) fn tables_mut(&mut self) -> [&mut ChildTable; 4] {
        [&mut self.by_born_year, &mut self.by_quartier, &mut self.under_five_by_sex, &mut self.under_five_by_quartier]
    }
}

/// The uncertainty of the links of the children of a row.
#[derive(Debug, Clone, Copy, Default)]
struct LinkUncertainty {
    linked: f64,
    /// Sum of 1 - p.
    wrong: f64,
    /// Sum of q.
    missed: f64,
    /// Sum of p (1 - p) and q (1 - q).
    variance: f64,
    /// Children of this quartier who may live in another: with an act, without one.
    may_leave: [f64; 2],
    /// Children of other quartiers who may live in this one: with an act, without one.
    may_come: [f64; 2],
}

impl LinkUncertainty {
    fn add(&mut self, child: &PersonFact) {
        let p = child.act_probability;
        self.variance += p * (1.0 - p);
        if child.has_act {
            self.linked += 1.0;
            self.wrong += 1.0 - p;
        } else {
            self.missed += p;
        }
    }

    /// Returns the interval of the share without an act, by the formula above.
    fn interval(&self, counts: &CountRow, missed_share: f64) -> Option<(f64, f64)> {
        let (without, children) = (counts.share(1).and(counts.cell(1))? as f64, counts.total? as f64);
        let untraced = missed_share / (1.0 - missed_share) * self.linked;
        let low = without - self.missed - untraced - Z95 * (self.variance + untraced).sqrt();
        let high = without + self.wrong + Z95 * self.variance.sqrt();
        let ([with_leaves, without_leaves], [with_comes, without_comes]) = (self.may_leave, self.may_come);
        let low = (low - without_leaves) / (children - without_leaves + with_comes).max(1.0);
        let high = (high + without_comes) / (children - with_leaves + without_comes).max(1.0);
        Some((low.max(0.0), high.min(1.0)))
    }
}

/// The mean errors of the links of a commune's children, rounded up to a hundredth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct LinkErrors {
    /// Mean of 1 - p, of children with an act.
    pub(crate) wrong: f64,
    /// Mean of q, of children without one.
    pub(crate) missed: f64,
    /// The setting `report.missed_links_share`.
    pub(crate) untraced: f64,
}

impl LinkErrors {
    /// Fewest children with an act, and without one, of whom a mean is taken.
    const LEAST: u64 = 100;

    fn of(links: &LinkUncertainty, children: u64, untraced: f64) -> Option<Self> {
        let without = (children as f64 - links.linked).max(0.0);
        let mean = |sum: f64, n: f64| (n >= Self::LEAST as f64).then(|| (100.0 * sum / n).ceil() / 100.0);
        Some(Self { wrong: mean(links.wrong, links.linked)?, missed: mean(links.missed, without)?, untraced })
    }

    /// Returns the interval of the share without an act from rounded counts. `slack` is what rounding may have taken
    /// from a count or added to it.
    pub(super) fn interval(&self, with: u64, without: u64, children: u64, slack: u64) -> (f64, f64) {
        let [with, without, children, slack] = [with, without, children, slack].map(|n| n as f64);
        let untraced = self.untraced / (1.0 - self.untraced) * with;
        let variance = without * self.missed * (1.0 - self.missed) + with * self.wrong * (1.0 - self.wrong);
        let low = without - slack - without * self.missed - untraced - Z95 * (variance + untraced).sqrt();
        let high = without + slack + with * self.wrong + Z95 * variance.sqrt();
        ((low / (children + slack)).max(0.0), (high / (children - slack).max(1.0)).min(1.0))
    }
}

/// Counts the children, 0 to 17 years at the end of the year of the last round; `None` without a census.
pub(super) fn children(facts: &Facts, settings: &ReportSettings, window: &RegisterWindow) -> Option<Children> {
    let last = age_year(facts)?;
    let years = last - CHILD_YEARS + 1..=last;
    let children = facts.persons.iter().filter(|person| person.is_resident());
    let (covered, uncovered): (Vec<&PersonFact>, Vec<&PersonFact>) = children
        .filter(|person| person.born_year.is_some_and(|born| years.contains(&born)))
        .partition(|person| person.born_year.is_some_and(|born| window.covers(born)));
    let mut n_uncovered: BTreeMap<i32, u64> =
        years.clone().filter(|year| !window.covers(*year)).map(|year| (year, 0)).collect();
    for born in uncovered.iter().filter_map(|child| child.born_year) {
        *n_uncovered.entry(born).or_default() += 1;
    }
    let table = |of: &[&PersonFact],
                 by,
                 (columns, total): ([CountColumn; 2], CountColumn),
                 headings: Vec<RowHeading>,
                 heading: &dyn Fn(&PersonFact) -> RowHeading| {
        child_table(of, TableSpec::new(by, &columns, total), headings, heading, facts, settings)
    };
    let born = |child: &PersonFact| child.born_year.map_or(RowHeading::Unknown, RowHeading::Year);
    let quartier = |child: &PersonFact| residence(facts, child.quartier);
    let sex = |child: &PersonFact| child.sex.map_or(RowHeading::Unknown, RowHeading::Sex);
    let years = years.filter(|year| window.covers(*year)).map(RowHeading::Year).collect();
    let by_born_year = table(&covered, Breakdown::BornYear, CHILDREN, years, &born);
    let by_quartier = table(&covered, Breakdown::Quartier, CHILDREN, facts.quartier_headings(), &quartier);
    let shares = by_quartier.rows.iter().filter_map(|row| Some((row.counts.heading.clone(), row.rate_counts(true)?)));
    let funnel_points = funnel_points(shares);
    let is_under_five = |child: &&&PersonFact| child.census_age.is_some_and(|age| (0..5).contains(&age));
    let under_five: Vec<&PersonFact> = covered.iter().filter(is_under_five).copied().collect();
    let sexes = Sex::ALL.iter().copied().map(RowHeading::Sex).collect();
    let mut links = LinkUncertainty::default();
    covered.iter().for_each(|child| links.add(child));
    Some(Children {
        link_errors: LinkErrors::of(&links, covered.len() as u64, settings.missed_links_share),
        under_five_by_sex: table(&under_five, Breakdown::Sex, UNDER_FIVE, sexes, &sex),
        under_five_by_quartier: table(
            &under_five,
            Breakdown::Quartier,
            UNDER_FIVE,
            facts.quartier_headings(),
            &quartier,
        ),
        n_uncovered: n_uncovered.into_iter().map(|(year, n)| (year, Some(n))).collect(),
        by_born_year,
        by_quartier,
        funnel_points,
    })
}

/// The columns of a table and its row total.
const CHILDREN: ([CountColumn; 2], CountColumn) = (
    [CountColumn::of("census_children_with_act"), CountColumn::of("census_children_without_act")],
    CountColumn::of("census_children"),
);
const UNDER_FIVE: ([CountColumn; 2], CountColumn) = (
    [CountColumn::of("under_five_with_act"), CountColumn::of("under_five_without_act")],
    CountColumn::of("under_five"),
);

/// Counts children by `heading`; the table has at least the rows of `headings`.
fn child_table(
    children: &[&PersonFact],
    spec: TableSpec,
    headings: Vec<RowHeading>,
    heading: &dyn Fn(&PersonFact) -> RowHeading,
    facts: &Facts,
    settings: &ReportSettings,
) -> ChildTable {
    let mut builder = CountTableBuilder::new(2, headings);
    let mut uncertainties: BTreeMap<RowHeading, LinkUncertainty> = BTreeMap::new();
    for child in children {
        let heading = heading(child);
        builder.add(heading.clone(), usize::from(!child.has_act), 1);
        let uncertainty = uncertainties.entry(heading).or_default();
        uncertainty.add(child);
        if spec.by == Breakdown::Quartier && !child.also_named_in.is_empty() {
            uncertainty.may_leave[usize::from(!child.has_act)] += 1.0;
            for other in &child.also_named_in {
                let other = uncertainties.entry(residence(facts, Some(*other))).or_default();
                other.may_come[usize::from(!child.has_act)] += 1.0;
            }
        }
        uncertainties.entry(RowHeading::All).or_default().add(child);
    }
    let counts = builder.finish(spec);
    let row = |counts: CountRow| {
        let uncertainty = uncertainties.get(&counts.heading).copied().unwrap_or_default();
        ChildRow { interval: uncertainty.interval(&counts, settings.missed_links_share), counts }
    };
    ChildTable { rows: counts.rows.into_iter().map(row).collect(), total: row(counts.total), spec: counts.spec }
}
