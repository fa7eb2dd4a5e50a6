//! Finds a column of ages that holds years of birth.
//! Why it matters: the years are used as years of birth.
//! Example: `1987`, `1990`, `2003` in the column "Âge".

use super::*;

pub(super) const RULE: Rule =
    Rule::warning("years-instead-of-ages", Check::Column(ColumnDoubtKind::YearsInsteadOfAges));
