//! One row of the long table.

/// One figure. Value, numerator and denominator are `None` if the figure is suppressed, or for a rate with denominator 0.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
pub struct Aggregate {
    /// What is measured: `acts_on_time`, `rate_on_time`, `persons`…
    pub indicator: String,
    /// A year, or `all`.
    pub period: String,
    /// The commune, or `commune/quartier` (`unknown` where no quartier is given).
    pub area: String,
    /// `kind=code`, e.g. `category=proxy`; several joined by `;`; `all` for none.
    pub breakdown: String,
    /// The count, or the rate as a fraction.
    pub value: Option<f64>,
    /// The count; of a rate, the part.
    pub numerator: Option<i64>,
    /// Of a rate, the whole; `None` for a count.
    pub denominator: Option<i64>,
}
