//! Finds a cell with two prénoms that may be those of two persons.
//! Why it matters: if they are two, one of them is in no row. If it is one person, nothing is wrong.
//! Example: `David, Ruth` under "Prénom" beside one date of birth.

use super::*;

pub(super) const RULE: Rule = Rule::warning("two-persons-perhaps", Check::Doubt(DoubtKind::PerhapsTwoPersons));
