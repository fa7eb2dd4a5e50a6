//! Finds a whole name in one cell whose parts stand in another order than the heading says.
//! Why it matters: the split into nom and prénom is a guess, and the two may be swapped.
//! Example: `Ruth MBALA LEMA` under the heading "Nom, post-nom et prénom".

use super::*;

pub(super) const RULE: Rule = Rule::warning("name-split-guessed", Check::Doubt(DoubtKind::NameSplitGuessed));
