//! Finds a cell of a name that names two persons.
//! Why it matters: one row is one person. Registered as it is, it would be a person who does not exist, and the second
//! one would be missing; so the row waits until each has a row.
//! Example: `MBUYI et KABONGO (jumeaux)`, `Ruth & Noé`.

use super::*;

pub(super) const RULE: Rule = Rule::error("two-persons", Check::Doubt(DoubtKind::TwoPersons));
