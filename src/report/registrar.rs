//! Counts what the registrar looks into: late acts without a judgment, quartiers without an act. For the commune alone.

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
    /// By year of declaration: late acts without a judgment, and all late acts.
    pub(crate) late_by_year: BTreeMap<i32, [u64; 2]>,
    /// Quartiers of the commune of which no act is known.
    pub(crate) quartiers_without_act: Vec<String>,
}

/// Counts the acts, duplicates left out.
pub(super) fn registrar(facts: &Facts) -> Registrar {
    let mut registrar = Registrar::default();
    let acts = || facts.acts.iter().filter(|act| !act.is_duplicate);
    let is_irregular = |act: &ActFact| matches!(act.category, Category::Direct | Category::Proxy);
    for act in acts() {
        match act.timeliness {
            Timeliness::Late => {
                registrar.late_without_judgment += u64::from(is_irregular(act));
                if let Some(day) = act.declared_on {
                    let year = registrar.late_by_year.entry(day.year()).or_default();
                    year[0] += u64::from(is_irregular(act));
                    year[1] += 1;
                }
            }
            Timeliness::OnTime => registrar.judgment_on_time += u64::from(act.category == Category::Judgment),
            Timeliness::Unknown => {}
        }
    }
    let with_act: BTreeSet<_> = acts().filter_map(|act| act.quartier).collect();
    let without = (0..).zip(&facts.quartiers).filter(|(index, _)| !with_act.contains(index));
    registrar.quartiers_without_act = without.map(|(_, name)| name.clone()).collect();
    registrar
}
