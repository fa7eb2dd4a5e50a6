//! Finds a prénom in the column of the nom or the post-nom, beside a nom in the column of the prénom.
//! Why it matters: the person is filed under the prénom, and the family shares no nom. The values stay as typed.
//! Example: `Glody` under "Nom" and `MULUMBA` under "Prénom".

use super::*;

pub(super) const RULE: Rule = Rule::warning("names-swapped", Check::Doubt(DoubtKind::NamesSwapped));
