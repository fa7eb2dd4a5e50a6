//! Finds a declaration in another year than that of its register.
//! Why it matters: the year may be a slip.
//! Example: 05/03/2017 in the register of 2016.

use super::*;

pub(super) const RULE: Rule = Rule::warning("register-year", Check::File(check));

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let declarations = other_years(file);
    declarations.into_iter().filter(|other| !other.is_far).map(|other| other.hit).collect()
}

/// A declaration in another year than that of its register.
pub(super) struct YearMismatch {
    pub(super) hit: GroupHit,
    /// Whether it is two years or more from it, and a slip: only few of the declarations are. Where many are, that is how
    /// the register was kept, or its year is another one.
    pub(super) is_far: bool,
}

pub(super) fn other_years(file: &FileRows<'_>) -> Vec<YearMismatch> {
    let years = |input: &RowInput<'_>| {
        let declared = input.row.act.as_ref()?.declared_on?.year();
        let year = file.raw.contexts.get(input.raw.context as usize)?.round_year()?;
        Some((input.raw.context, declared, year))
    };
    /// Of this many declarations one may be far from the year of the register.
    const FAR_OF: usize = 5;
    // For each part of the file the declarations far from its year, and all.
    let mut counts: BTreeMap<u32, [usize; 2]> = BTreeMap::new();
    for (context, declared, year) in file.rows.iter().filter_map(|input| years(input)) {
        let count = counts.entry(context).or_default();
        count[0] += usize::from(declared.abs_diff(year) > 1);
        count[1] += 1;
    }
    let other = file.rows.iter().filter_map(|input| {
        let (context, declared, year) = years(input)?;
        let are_few =
            counts.get(&context).is_some_and(|[far, all]| 2 * far < *all && (*far == 1 || FAR_OF * far <= *all));
        (declared != year).then(|| YearMismatch {
            hit: member_hit(input, Field::DeclaredOn, vec![("year", year.to_string())]),
            is_far: are_few && declared.abs_diff(year) > 1,
        })
    });
    other.collect()
}
