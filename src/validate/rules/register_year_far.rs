//! Finds a declaration two years or more from the year of its register.
//! Why it matters: no register holds it; the delay and the figures of that year would be wrong.
//! Example: 05/03/2061 in the register of 2016.

use super::*;

pub(super) const RULE: Rule = Rule::error("register-year-far", Check::File(check));

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let declarations = register_year::other_years(file);
    declarations.into_iter().filter(|other| other.is_far).map(|other| other.hit).collect()
}
