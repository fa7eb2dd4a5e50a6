//! Finds a remark that corrects a value of its row, or doubts one.
//! Why it matters: the register takes the values of the cells, not those of the remark.
//! Example: `lire 02/02/2018`, `sexe à vérifier`, `date erronée` in the column of remarks.

use super::*;

pub(super) const RULE: Rule = Rule::warning("remark-corrects", Check::Doubt(DoubtKind::RemarkCorrects));
