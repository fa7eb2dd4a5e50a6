//! Finds a column of sexes typed as numbers that were understood.
//! Why it matters: the meaning of a code is a convention; if it is another one here, every sex is wrong.
//! Example: 1 and 2 under "Sexe".

use super::*;

pub(super) const RULE: Rule = Rule::warning("sex-coded", Check::Doubt(DoubtKind::SexCoded)).once_per_word();
