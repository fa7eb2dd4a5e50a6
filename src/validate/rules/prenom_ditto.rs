//! Finds a mark in the column of the prénom that stands for the prénom above.
//! Why it matters: brothers and sisters share a nom, not a prénom. The prénom is left empty.
//! Example: `idem` under "Prénom".

use super::*;

pub(super) const RULE: Rule = Rule::warning("prenom-ditto", Check::Doubt(DoubtKind::PrenomDitto));
