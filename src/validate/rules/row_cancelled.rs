//! Finds a row that says that it does not count: a word such as "annulé", "nul" or "double" over a cell, or a cell that
//! is drawn over.
//! Why it matters: the person or the act would be counted although the register says that it was withdrawn. The row
//! waits until somebody removes it or the word.
//! Example: `acte annulé` in the column of the category, `Yvette ANNULÉ`, `---NSEKA---`.

use super::*;

pub(super) const RULE: Rule = Rule::error("row-cancelled", Check::Doubt(DoubtKind::RowCancelled));
