//! Finds a row without a quartier, in its cell, above the table and in the names of sheet and file.
//! Why it matters: the person is counted without a quartier.
//! Example: `1;MBALA;LEMA;M;08/10/1961;Chef`

use super::*;

pub(super) const RULE: Rule = Rule::warning("quartier-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let has_column =
        input.raw.cells.iter().any(|cell| cell.field == Field::Quartier && !matches!(cell.value, CellValue::Error(_)));
    let is_missing = input.row.quartier.is_none() && !input.has_doubt(DoubtKind::UnknownQuartier);
    is_missing.then(|| RowHit { of_sheet: !has_column, ..cell_hit(input, Field::Quartier) })
}
