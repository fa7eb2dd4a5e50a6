//! Finds a mark in the cell of a name that was read as one part of the name of the row above.
//! Why it matters: the part that the mark repeats may be another one.
//! Example: `" NGOMA` below `ILUNGA KASONGO`.

use super::*;

pub(super) const RULE: Rule = Rule::warning("name-ditto-read", Check::Doubt(DoubtKind::NameDittoRead));
