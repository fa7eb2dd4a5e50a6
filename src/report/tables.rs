//! All tables of the report.

use super::children::Children;
use super::count_table::CountTable;
use super::coverage::CoverageRow;
use super::facts::ReportSettings;
use super::indicators::IndicatorSeries;
use super::population::Population;
use super::quality::{PairCounts, Quality};
use super::sheets::SheetSummary;
use super::timeliness::Births;
use crate::record::LegalPeriod;

/// All tables of the report, small counts suppressed. `None` is a suppressed figure unless a field says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportTables {
    pub(crate) commune: String,
    pub(crate) settings: ReportSettings,
    pub(crate) births: Births,
    pub(crate) population: Population,
    /// Children of the census with and without an act; `None` without a census.
    pub children: Option<Children>,
    pub(crate) coverage: Vec<CoverageRow>,
    pub(crate) sheets: SheetSummary,
    pub(crate) quality: Quality,
    /// Deaths, departures, arrivals, moves, marriages; `None` where no list was read.
    pub(crate) events: Option<CountTable>,
    pub(crate) pairs: PairCounts,
    pub(crate) indicators: Vec<IndicatorSeries>,
    pub(crate) published_source: String,
    pub(crate) legal: Vec<LegalPeriod>,
    pub(crate) generation: u64,
    pub(crate) as_of: Option<i32>,
    pub(crate) program_version: String,
}
