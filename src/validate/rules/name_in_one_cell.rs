//! Finds several parts of a name in the cell of one part.
//! Why it matters: the name was divided by what is known of names, and the parts may be other ones.
//! Example: `MUKENGE MAFUTA Jonathan` under "Nom", beside blank cells.

use super::*;

pub(super) const RULE: Rule = Rule::warning("name-in-one-cell", Check::Doubt(DoubtKind::NameInOneCell));
