//! Finds a column of sexes whose codes may mean either sex.
//! Why it matters: the persons are registered without a sex.
//! Example: 0 and 1, or H and M, under "Sexe".

use super::*;

pub(super) const RULE: Rule =
    Rule::warning("sex-codes-unclear", Check::Doubt(DoubtKind::SexCodesUnclear)).once_per_word();
