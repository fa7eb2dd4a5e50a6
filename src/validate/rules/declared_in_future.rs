//! Finds a declaration dated after the day of the run.
//! Why it matters: no act is made in the future, so the date is wrong.
//! Example: `00001/2017;05/03/2071;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::error("declared-in-future", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    (input.row.act.as_ref()?.declared_on? > input.today).then(|| cell_hit(input, Field::DeclaredOn))
}
