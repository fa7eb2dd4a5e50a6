//! Finds a digit or a letter in a name that was typed for the letter that looks like it: 0 for O, 1 or l for I, 5 for
//! S. Why it matters: the name was read as it was meant, and the reading may be wrong.
//! Example: `KAS0NGO`, `FRANClNE`.

use super::*;

pub(super) const RULE: Rule = Rule::warning("look-alike-letter", Check::Doubt(DoubtKind::LookAlikeLetter));
