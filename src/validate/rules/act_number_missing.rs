//! Finds an act without a number.
//! Why it matters: the act cannot be found in the paper register.
//! Example: `sans;05/03/2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use super::number_became_date::is_month_and_number;
use super::*;

pub(super) const RULE: Rule = Rule::warning("act-number-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let hit = cell_hit(input, Field::ActNumber);
    let cell = input.raw.cell(Field::ActNumber);
    // A number that became a date is reported by its own rule.
    let is_date = cell.is_some_and(|cell| match &cell.value {
        CellValue::DateSerial { .. } => true,
        CellValue::Text(text) => is_month_and_number(text),
        _ => false,
    });
    // A crossed-out act needs no number.
    let is_cancelled = input.has_doubt(DoubtKind::RowCancelled);
    (input.row.act.as_ref()?.act.is_none() && !is_date && !is_cancelled).then_some(hit)
}
