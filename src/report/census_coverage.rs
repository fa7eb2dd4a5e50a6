//! Compares the persons whom the census counted with the population that a source states, of the commune and of each
//! quartier.
//!
//! Counted are the residents, persons known by a fiche or an arrival. Sources differ on the population by half: each
//! share names its own. Where no source states a population, or no round covers a quartier, there is no share.

use super::count_table::{CountTable, share};
use super::facts::Facts;
use super::heading::RowHeading;
use crate::record::PopulationFigure;

/// The persons counted in the commune or in a quartier, against a stated population.
pub(crate) struct CensusCoverageRow {
    /// The quartier; all for the commune.
    pub(crate) heading: RowHeading,
    /// Residents; `None` if hidden or if no round covers the quartier.
    pub(crate) counted: Option<u64>,
    /// Whether a round covers the quartier, or any quartier of the commune.
    pub(crate) is_censused: bool,
    /// The stated population; `None` if no source states one.
    pub(crate) stated: Option<PopulationFigure>,
    /// Smallest population of which a share is shown.
    pub(crate) least_whole: u64,
    /// Whether a release withholds the residents of the quartier.
    pub(crate) is_withheld: bool,
}

impl CensusCoverageRow {
    /// Returns persons counted / stated population; it may exceed 1.
    pub(crate) fn share(&self) -> Option<f64> {
        let whole = self.stated.as_ref()?.population;
        // A census may count more persons than a source states.
        share(self.counted, Some(whole), self.least_whole).and(self.counted.map(|n| n as f64 / whole as f64))
    }
}

/// Returns a row for each population that a source states for the commune, then one for each quartier.
pub(super) fn census_coverage(facts: &Facts, residents: Option<&CountTable>) -> Vec<CensusCoverageRow> {
    let Some(residents) = residents else { return Vec::new() };
    let of_commune = facts.populations.iter().filter(|own| own.quartier.is_empty()).map(|own| CensusCoverageRow {
        heading: RowHeading::All,
        counted: residents.total.total,
        is_censused: true,
        stated: Some(own.clone()),
        least_whole: 1,
        is_withheld: false,
    });
    let of_quartier = (0..).zip(&facts.quartiers).filter(|(_, name)| !name.is_empty()).map(|(index, name)| {
        let heading = RowHeading::Quartier(name.clone());
        let is_censused = facts.quartiers_censused.get(&index).is_some_and(|rounds| !rounds.is_empty());
        let row = residents.rows.iter().find(|row| row.heading == heading).filter(|_| is_censused);
        let stated = facts.populations.iter().filter(|own| own.quartier == *name).max_by_key(|own| own.year);
        let counted = row.and_then(|row| row.total);
        CensusCoverageRow { heading, counted, is_censused, stated: stated.cloned(), least_whole: 1, is_withheld: false }
    });
    of_commune.chain(of_quartier).collect()
}

/// Returns the population of quartiers that are counted together: the sum, if one source states all of one year.
pub(super) fn joined(populations: &[PopulationFigure], names: &[String], name: &str) -> Option<PopulationFigure> {
    let last = |member: &String| populations.iter().filter(|own| own.quartier == *member).max_by_key(|own| own.year);
    let members: Vec<&PopulationFigure> = names.iter().map(last).collect::<Option<_>>()?;
    let first = *members.first()?;
    let is_one = members.iter().all(|own| (own.year, &own.source) == (first.year, &first.source));
    let population = members.iter().map(|own| own.population).sum();
    is_one.then(|| PopulationFigure { quartier: name.to_owned(), population, ..first.clone() })
}
