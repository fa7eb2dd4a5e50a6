//! Finds an act without a day of declaration.
//! Why it matters: whether the birth was declared on time is not known.
//! Example: `00001/2017;;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::warning("declaration-date-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let act = input.row.act.as_ref()?;
    let declared = cell_hit(input, Field::DeclaredOn);
    let is_unsure = input.doubts.iter().any(|doubt| {
        let is_of_column = doubt.kind == DoubtKind::DateOrderUnsure && doubt.column == declared.column;
        is_of_column || doubt.kind == DoubtKind::UnreadableDeclarationDate
    });
    // A crossed-out act needs no date.
    let is_missing = act.declared_on.is_none() && !is_unsure && !input.has_doubt(DoubtKind::RowCancelled);
    is_missing.then_some(declared)
}
