//! The tables of `data-raw/reference`: the commune's quartiers, and published figures to compare the report with.

use serde::{Deserialize, Serialize};

use super::fold;

/// Index of a quartier in the commune's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuartierId(pub u16);

/// Returns whether a text is the name of a commune of Kinshasa. Some of these names are those of quartiers, too.
pub(crate) fn is_commune(text: &str) -> bool {
    const COMMUNES: &str = "BANDALUNGWA BARUMBU BUMBU GOMBE KALAMU KASAVUBU KIMBANSEKE KINSHASA KINTAMBO KISENSO LEMBA LIMETE LINGWALA \
        MAKALA MALUKU MASINA MATETE MONTNGAFULA NDJILI NGABA NGALIEMA NGIRINGIRI NSELE SELEMBAO";
    let joined = fold(text).replace(' ', "");
    !joined.is_empty() && COMMUNES.split_whitespace().any(|commune| commune == joined)
}

/// One quartier of the commune with its known spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quartier {
    /// The spelling used in the register.
    pub name: String,
    /// Postal code; "" if unknown.
    pub code: String,
    /// Other spellings and copying errors found in public lists.
    pub other_spellings: Vec<String>,
}

/// A published population figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationFigure {
    /// A short code, unique among the figures.
    pub id: String,
    pub year: i32,
    pub population: u64,
    pub source: String,
    /// The commune; "" if the table names none, then the figure holds for any commune.
    pub commune: String,
    /// The quartier, as the register spells it; "" for the whole commune.
    pub quartier: String,
}

/// Published counts of one category of acts, for one commune and period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommuneFigure {
    pub commune: String,
    /// The period as printed: `2016`, `2021-Q1`, `2020-H1`.
    pub period: String,
    /// The category as printed: `dans_le_delai`, `par_procuration`, `jugement_suppletif`, `deces`…
    pub category: String,
    pub count: u64,
    /// Boys, girls, men, women, as printed for the category.
    pub parts: [Option<u64>; 4],
    /// A part that the source also writes in words, and the number in words: `girls=990`.
    pub in_words: Option<(String, u64)>,
    pub source: String,
}

/// One year of a published series of births, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedYear {
    /// The year; the source may not say whether it is the year of birth or of registration.
    pub year: i32,
    /// Births declared within the legal period.
    pub on_time: u64,
    /// Births declared after it.
    pub late: u64,
    /// The commune; "" if the table names none, then the row holds for any commune.
    pub commune: String,
}
