//! Counts the persons who are in the registers of two communes, without names: keyed hashes of normalised values, their
//! join, and an interval for what the join misses.
//!
//! [`mod@match_keys`] makes keys in a commune, [`mod@join`] matches the keys of two communes at the coordinator,
//! [`mod@estimate`] says how many persons the two registers share. The module opens no file.

mod estimate;
mod hmac;
mod join;
mod match_keys;

pub(crate) use estimate::count_interval;
pub(crate) use join::{CommuneKeys, match_communes};
pub(crate) use match_keys::{KeyedPerson, MatchKey, N_PASSES, RoundKey, SECRET_BYTES, match_keys};
