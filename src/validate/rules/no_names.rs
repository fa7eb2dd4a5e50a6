//! Finds a sheet in which no row has a name.
//! Why it matters: the column of names is missing or was not found; without names the rows identify nobody.
//! Example: a table whose column "Nom" is empty.

use super::*;

pub(super) const RULE: Rule = Rule::error("no-names", Check::Doubt(DoubtKind::NoNames));
