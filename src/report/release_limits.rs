//! The limits of the 10-5 rule: which counts a release hides, and to what it rounds the others.

/// Counts under this one are hidden.
pub(crate) const LEAST_COUNT: u64 = 10;
/// Other counts are rounded to a multiple of this one.
pub(crate) const STEP: u64 = 5;
/// Counts of rows, sheets and pairs under this one are shown as such: rounded, 1 would be 0.
pub(crate) const LEAST_ROWS: u64 = 5;
/// Fewest persons or acts for a rate or a mean.
pub(crate) const LEAST_WHOLE: u64 = 20;
/// Fewest persons for an index.
pub(crate) const LEAST_PERSONS: u64 = 500;
