//! Children of the census with and without a birth act, by year of birth and by quartier, with what linking leaves open.
//!
//! No birth rate is needed: each censused child was looked for in the birth registers. What is uncertain is the looking:
//! a link may be wrong, one may have been missed. The interval of the share without an act is
//!
//! ```text
//! low  = (without - sum q - s/(1-s) * with - z * sqrt(sum q(1-q) + sum p(1-p) + s/(1-s) * with)) / children
//! high = (without + sum (1-p)              + z * sqrt(sum q(1-q) + sum p(1-p)))                  / children
//! ```
//!
//! with `p` the probability of a link found, `q` that of the best doubtful pair of a child without one, `s` the share of links
//! that the linker misses without a trace (a setting, measured by `bato evaluate`), `z` = 1.96. It is the normal interval of a
//! sum of independent chances (each child has an act or not), shifted by what is known to go wrong one way only. Of a
//! quartier it holds, too, whichever way the children live whom one census round names in two quartiers.

use std::collections::BTreeMap;

use super::facts::{Facts, PersonFact, Settings};
use super::heading::{Breakdown, Heading};
use super::population::{age_year, residence};
use super::statistics::{FunnelPoint, Z95, funnel};
use super::tally::{Column, Counted, CountedRow, Plan, Tally};

/// Ages of the children looked at: 0 to 17 years.
pub const CHILD_YEARS: i32 = 18;

/// Children under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct ChildRow {
    /// With an act, without one, both.
    pub counts: CountedRow,
    /// The interval of the share without an act; `None` where a part is hidden or there is no child.
    pub interval: Option<(f64, f64)>,
}

impl ChildRow {
    /// Those for whom a birth act was found.
    #[must_use]
    pub fn with_act(&self) -> Option<u64> {
        self.counts.cell(0)
    }

    /// Those for whom none was found.
    #[must_use]
    pub fn without_act(&self) -> Option<u64> {
        self.counts.cell(1)
    }

    /// Without an act / children; `None` if a part is hidden or there is no child.
    #[must_use]
    pub fn rate_without(&self) -> Option<f64> {
        self.counts.share(1)
    }
}

/// Children of the census, 0 to 17 years at the end of the year of the last round.
#[derive(Debug, Clone, PartialEq)]
pub struct Children {
    /// By year of birth.
    pub by_born_year: Vec<ChildRow>,
    /// By quartier.
    pub by_quartier: Vec<ChildRow>,
    /// All.
    pub total: ChildRow,
    /// Where the figures stand in the long table.
    pub plans: [Plan; 2],
    /// The share of each quartier, as far as shown, with what chance alone would give.
    pub by_chance: Vec<FunnelPoint>,
}

/// What linking leaves open of the children under a heading.
#[derive(Debug, Clone, Copy, Default)]
struct Doubt {
    found: f64,
    wrong: f64,
    missed: f64,
    variance: f64,
    /// Children counted here who may live elsewhere: with an act, without one.
    may_leave: [f64; 2],
    /// Children counted elsewhere who may live here.
    may_come: [f64; 2],
}

impl Doubt {
    fn add(&mut self, child: &PersonFact) {
        let p = child.act_probability;
        self.variance += p * (1.0 - p);
        if child.has_act {
            self.found += 1.0;
            self.wrong += 1.0 - p;
        } else {
            self.missed += p;
        }
    }

    fn interval(&self, counts: &CountedRow, missed_share: f64) -> Option<(f64, f64)> {
        let (without, children) = (counts.share(1).and(counts.cell(1))? as f64, counts.total? as f64);
        let untraced = missed_share / (1.0 - missed_share) * self.found;
        let low = without - self.missed - untraced - Z95 * (self.variance + untraced).sqrt();
        let high = without + self.wrong + Z95 * self.variance.sqrt();
        let ([with_leaves, without_leaves], [with_comes, without_comes]) = (self.may_leave, self.may_come);
        let low = (low - without_leaves) / (children - without_leaves + with_comes).max(1.0);
        let high = (high + without_comes) / (children - with_leaves + without_comes).max(1.0);
        Some((low.max(0.0), high.min(1.0)))
    }
}

/// Counts the children; `None` without a census.
pub(super) fn children(facts: &Facts, settings: &Settings) -> Option<Children> {
    let last = age_year(facts)?;
    let years = last - CHILD_YEARS + 1..=last;
    let children: Vec<&PersonFact> = facts
        .persons
        .iter()
        .filter(|person| person.is_resident() && person.born_year.is_some_and(|born| years.contains(&born)))
        .collect();
    let born = |child: &PersonFact| child.born_year.map_or(Heading::Unknown, Heading::Year);
    let quartier = |child: &PersonFact| residence(facts, child.quartier);
    let quartiers = facts.quartiers.iter().cloned().map(Heading::Quartier).collect();
    let (by_born_year, total, of_year) =
        by(&children, Breakdown::BornYear, years.clone().map(Heading::Year).collect(), &born, facts, settings);
    let (by_quartier, _, of_quartier) = by(&children, Breakdown::Quartier, quartiers, &quartier, facts, settings);
    let shares = by_quartier.iter().filter_map(|row| {
        row.rate_without()?;
        Some((row.counts.heading.clone(), row.without_act()?, row.counts.total?))
    });
    Some(Children {
        by_chance: funnel(shares, total.rate_without()),
        by_born_year,
        by_quartier,
        total,
        plans: [of_year, of_quartier],
    })
}

fn by(
    children: &[&PersonFact],
    by: Breakdown,
    fixed: Vec<Heading>,
    heading: &dyn Fn(&PersonFact) -> Heading,
    facts: &Facts,
    settings: &Settings,
) -> (Vec<ChildRow>, ChildRow, Plan) {
    let mut tally = Tally::new(2, fixed);
    let mut doubts: BTreeMap<Heading, Doubt> = BTreeMap::new();
    for child in children {
        let heading = heading(child);
        tally.add(heading.clone(), usize::from(!child.has_act), 1);
        let doubt = doubts.entry(heading).or_default();
        doubt.add(child);
        if by == Breakdown::Quartier && !child.also_named_in.is_empty() {
            doubt.may_leave[usize::from(!child.has_act)] += 1.0;
            for other in &child.also_named_in {
                let other = doubts.entry(residence(facts, Some(*other))).or_default();
                other.may_come[usize::from(!child.has_act)] += 1.0;
            }
        }
        doubts.entry(Heading::All).or_default().add(child);
    }
    let columns = [Column::of("census_children_with_act"), Column::of("census_children_without_act")];
    let plan = Plan::new(by, &columns, Column::of("census_children"));
    let counted: Counted = tally.protect(plan, settings.min_cell, &facts.earlier);
    let row = |counts: CountedRow| {
        let doubt = doubts.get(&counts.heading).copied().unwrap_or_default();
        ChildRow { interval: doubt.interval(&counts, settings.missed_links_share), counts }
    };
    (counted.rows.into_iter().map(row).collect(), row(counted.total), counted.plan)
}
