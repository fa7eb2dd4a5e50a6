//! The data that normalising needs besides the rows: quartiers, words for codes, the day of the run.

use chrono::NaiveDate;

use super::codes::Codes;
use super::quartiers::Quartiers;

/// The commune's quartiers, the words for codes, and the day of the run.
#[derive(Debug, Clone)]
pub struct ReferenceData {
    /// The commune's quartiers.
    pub quartiers: Quartiers,
    /// Words for sex, relation, marital status, category and event.
    pub codes: Codes,
    /// Day of the run. Two-digit years and ages are counted from the year of the round, or from this day without one.
    pub today: NaiveDate,
}
