//! Finds a person without a sex.
//! Why it matters: the person is registered without a sex.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;;08/10/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::warning("sex-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let is_said = [DoubtKind::UnknownSex, DoubtKind::SexCodesUnclear].iter().any(|kind| input.has_doubt(*kind));
    (input.row.sex.is_none() && !is_said && !input.is_nobody()).then(|| cell_hit(input, Field::Sex))
}
