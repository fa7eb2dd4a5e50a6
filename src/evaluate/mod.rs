//! Measures what linking got right and wrong against a truth that no stage reads.
//!
//! [`pairs`] compares clusters and probabilities of pairs with the truth, [`register`] compares a register with a
//! [`truth`]; [`errors`] classifies its wrong pairs, [`differences`] says in which values two rows differ. Pairs are
//! counted as in record linkage: precision is the share of the found pairs that are true, recall the share of the true
//! pairs that were found, F1 their harmonic mean. Nothing here opens a file.

pub mod differences;
pub mod errors;
pub mod pairs;
pub mod register;
#[cfg(test)]
mod tests;
pub mod truth;
