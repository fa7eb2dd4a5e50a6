//! What linking got right and wrong, against a truth that no stage reads.
//!
//! [`pairs`] judges any rows with labels and scored pairs; [`register`] a register against a [`truth`], and [`errors`]
//! tells of what kind its errors are. Pairs are counted as in record linkage: precision is the share of the pairs found
//! that are true, recall the share of the true pairs that were found, F1 their harmonic mean. Nothing here opens a file.

pub mod differences;
pub mod errors;
pub mod pairs;
pub mod register;
#[cfg(test)]
mod tests;
pub mod truth;
