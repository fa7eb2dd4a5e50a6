//! Finds a row without any name.
//! Why it matters: without a name the row identifies nobody.
//! Example: `1;Boma;Lodja;12;;;;M;08/10/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::error("missing-name", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    input.row.name.is_empty().then(RowHit::default)
}
