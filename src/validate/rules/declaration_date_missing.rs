//! Finds an act without a day of declaration.
//! Why it matters: whether the birth was declared on time is not known.
//! Example: `00001/2017;;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::warning("declaration-date-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let act = input.row.act.as_ref()?;
    let is_missing = act.declared_on.is_none() && !input.has_doubt(DoubtKind::UnreadableDeclarationDate);
    is_missing.then(|| cell_hit(input, Field::DeclaredOn))
}
