//! Finds two heads under one household number.
//! Why it matters: these are two households on one fiche, or one fiche typed twice.
//! Example: number 12 with two rows that say Chef.

use super::*;

pub(super) const RULE: Rule = Rule::warning("two-heads", Check::File(check));

/// A second head starts a new fiche when rows are grouped, so the two fiches are neighbours with the same number.
fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let neighbours = file.households.windows(2).filter(|two| {
        let (above, below) = (two[0].fiche, two[1].fiche);
        above.at.sheet == below.at.sheet && !below.number.is_empty() && fold(&above.number) == fold(&below.number)
    });
    let heads = neighbours.filter_map(|two| Some((two[0].head()?, two[1].head()?, two[1].fiche)));
    let args =
        |above: &RowInput<'_>, number: &str| vec![("number", number.to_owned()), ("row", above.raw.at.row.to_string())];
    heads.map(|(above, below, fiche)| member_hit(below, Field::Relation, args(above, &fiche.number))).collect()
}
