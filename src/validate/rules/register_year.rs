//! Finds a declaration in another year than that of its register.
//! Why it matters: the year may be a slip.
//! Example: 05/03/2061 in the register of 2016.

use super::*;

pub(super) const RULE: Rule = Rule::warning("register-year", Check::File(check));

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let other_year = file.rows.iter().filter_map(|input| {
        let declared = input.row.act.as_ref()?.declared_on?.year();
        let year = file.raw.contexts.get(input.raw.context as usize)?.round_year()?;
        (declared != year).then(|| member_hit(input, Field::DeclaredOn, vec![("year", year.to_string())]))
    });
    other_year.collect()
}
