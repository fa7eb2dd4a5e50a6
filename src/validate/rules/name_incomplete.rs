//! Finds a person without a nom but with a post-nom or a prénom.
//! Why it matters: the values may have slipped into the wrong column.
//! Example: `1;Boma;Lodja;12;;;Bruno;M;08/10/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::warning("name-incomplete", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let name = &input.row.name;
    (name.nom.is_empty() && !name.is_empty()).then(RowHit::default)
}
