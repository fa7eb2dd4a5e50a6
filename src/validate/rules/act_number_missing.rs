//! Finds an act without a number.
//! Why it matters: the act cannot be found in the paper register.
//! Example: `sans;05/03/2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::warning("act-number-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let hit = cell_hit(input, Field::ActNumber);
    let cell = input.raw.cell(Field::ActNumber);
    // A number that became a date is reported by its own rule.
    let is_date = cell.is_some_and(|cell| matches!(cell.value, CellValue::DateSerial { .. }));
    // A crossed-out act needs no number.
    let is_cancelled = input.has_doubt(DoubtKind::RowCancelled);
    (input.row.act.as_ref()?.act.is_none() && !is_date && !is_cancelled).then_some(hit)
}
