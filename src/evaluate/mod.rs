//! What linking got right and wrong, against a truth that no stage reads.
//!
//! [`pairs`] judges any rows with labels and scored pairs, [`register`] a register against a commune's truth.
//! Pairs are counted as in record linkage: precision is the share of the pairs found that are true, recall the share
//! of the true pairs that were found, F1 their harmonic mean.

pub mod pairs;
pub mod register;
