//! Finds a name that says that the person is dead.
//! Why it matters: a dead person would be counted among the living. The row is kept: an act of a dead child is valid.
//! Example: `feu MBALA`, `KANZA (décédé)`.

use super::*;

pub(super) const RULE: Rule = Rule::warning("name-says-dead", Check::Doubt(DoubtKind::NameSaysDead));
