//! Finds a row without any name.
//! Why it matters: without a name the row identifies nobody.
//! Example: `1;Boma;Lodja;12;;;;M;08/10/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::error("missing-name", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    // A sheet without any name, and a cell with a ditto word, are reported by their own rules.
    let has_rule = [DoubtKind::NoNames, DoubtKind::NameDitto].iter().any(|kind| input.has_doubt(*kind));
    (input.row.name.is_empty() && !has_rule).then(RowHit::default)
}
