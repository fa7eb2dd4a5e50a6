//! Finds two digits beside a sign for "about" in a column of dates of birth, which may be an age or a year.
//! Why it matters: `± 35` is somebody born in 1935, or somebody 35 years old.
//! Example: `± 35` under « Date de naissance ».

use super::*;

pub(super) const RULE: Rule = Rule::warning("age-or-year", Check::Doubt(DoubtKind::AgeOrYear));
