//! Finds a title, a remark, a number or another name in the cell of a name.
//! Why it matters: it is no part of the name; it is left out, and the person is found by the name alone.
//! Example: `Papa MBALA`, `ILUNGA (Chef)`, `TUNDA née WALE`, `KABONGO 2`.

use super::*;

pub(super) const RULE: Rule = Rule::warning("not-part-of-name", Check::Doubt(DoubtKind::NotPartOfName)).once_per_word();
