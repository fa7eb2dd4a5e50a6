//! Finds a row without any name.
//! Why it matters: without a name the row identifies nobody.
//! Example: `1;Boma;Lodja;12;;;;M;08/10/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::error("missing-name", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    // A sheet without any name, and a cell whose text is no name, are reported by their own rules.
    use DoubtKind::{NameDitto, NoNames, RemarkAsName, RowCancelled, Stillborn};
    let kinds = [NoNames, NameDitto, RemarkAsName, RowCancelled, Stillborn];
    let has_rule = kinds.iter().any(|kind| input.has_doubt(*kind));
    (input.row.name.is_empty() && !has_rule).then(RowHit::default)
}
