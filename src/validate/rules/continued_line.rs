//! Finds a line that goes on with the line above: names without a number, a sex and a date.
//! Why it matters: the rest of an act that did not fit on its line would be registered as another person.
//! Example: act 12 `Jonathan-`, and below it `David` without a number.

use super::*;

pub(super) const RULE: Rule = Rule::error("continued-line", Check::Doubt(DoubtKind::ContinuedLine));
