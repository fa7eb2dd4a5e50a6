//! Counts what the registrar looks into: late acts without a judgment, quartiers without an act, places of
//! delivery and their share by proxy. For the commune alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::facts::{ActFact, Facts};
use crate::record::{Category, Timeliness};

/// What the registrar looks into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Registrar {
    /// Late acts of a known category that rest on no judgment: irregular.
    pub(crate) late_without_judgment: u64,
    /// Acts by judgment whose delay was within the legal period.
    pub(crate) judgment_on_time: u64,
    /// By year of declaration: late acts without a judgment, those of unknown category, and all late acts.
    pub(crate) late_by_year: BTreeMap<i32, [u64; 3]>,
    /// The same of all years.
    pub(crate) late: [u64; 3],
    /// Quartiers of the commune of which no act is known.
    pub(crate) quartiers_without_act: Vec<String>,
    /// By place of delivery, the most frequent first: acts, and those by proxy.
    pub(crate) places: Vec<(String, [u64; 2])>,
    /// The same of all places of fewer than [`LEAST_ACTS`] acts together, and of acts without a place.
    pub(crate) other_places: [u64; 2],
    pub(crate) no_place: [u64; 2],
}

/// Fewest acts of a place that has a row: a slip of the typist is none, and neither is a name in the wrong column.
pub(crate) const LEAST_ACTS: u64 = 10;

/// Counts the acts, duplicates left out.
pub(super) fn registrar(facts: &Facts) -> Registrar {
    let mut registrar = Registrar::default();
    let acts = || facts.acts.iter().filter(|act| !act.is_duplicate);
    let is_irregular = |act: &ActFact| matches!(act.category, Category::Direct | Category::Proxy);
    for act in acts() {
        match act.timeliness {
            Timeliness::Late => {
                registrar.late_without_judgment += u64::from(is_irregular(act));
                let is = [is_irregular(act), act.category == Category::Unknown, true];
                let year = act.declared_on.map(|day| registrar.late_by_year.entry(day.year()).or_default());
                for counts in year.into_iter().chain([&mut registrar.late]) {
                    counts.iter_mut().zip(is).for_each(|(n, is)| *n += u64::from(is));
                }
            }
            Timeliness::OnTime => registrar.judgment_on_time += u64::from(act.category == Category::Judgment),
            Timeliness::Unknown => {}
        }
    }
    let with_act: BTreeSet<_> = acts().filter_map(|act| act.quartier).collect();
    let without = (0..).zip(&facts.quartiers).filter(|(index, _)| !with_act.contains(index));
    registrar.quartiers_without_act = without.map(|(_, name)| name.clone()).collect();
    for (place, counts) in &facts.places_of_delivery {
        let of = match place.as_str() {
            "" => &mut registrar.no_place,
            _ if counts[0] < LEAST_ACTS => &mut registrar.other_places,
            _ => {
                registrar.places.push((place.clone(), *counts));
                continue;
            }
        };
        of.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
    }
    registrar.places.sort_by(|a, b| (b.1[0], &a.0).cmp(&(a.1[0], &b.0)));
    registrar
}
