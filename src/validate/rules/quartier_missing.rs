//! Finds a row without a quartier, in its cell, above the table and in the names of sheet and file.
//! Why it matters: the person is counted without a quartier.
//! Example: `1;MBALA;LEMA;M;08/10/1961;Chef`

use super::*;

pub(super) const RULE: Rule = Rule::warning("quartier-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let is_filled = |cell: &&RawCell| !cell.value.is_blank();
    let cell = |field: Field| input.raw.cells.iter().filter(is_filled).find(move |cell| cell.field == field);
    let has_column =
        input.raw.cells.iter().any(|own| own.field == Field::Quartier && !matches!(own.value, CellValue::Error(_)));
    let is_missing = input.row.quartier.is_none() && !input.has_doubt(DoubtKind::UnknownQuartier);
    if !is_missing {
        return None;
    }
    // The address of each row names its quartier: one without is a fault of that row, and one elsewhere is none.
    if input.is_quartier_of_row && !has_column {
        return match cell(Field::Address) {
            Some(address) if names_quartier(&address.value.display_text()) => None,
            _ => Some(RowHit { of_sheet: false, ..cell_hit(input, Field::Address) }),
        };
    }
    Some(RowHit { of_sheet: !has_column, ..cell_hit(input, Field::Quartier) })
}

/// Whether an address has a word for a quartier.
fn names_quartier(address: &str) -> bool {
    const WORDS: [&str; 7] = ["QUARTIER", "QUART", "QTIER", "QRTIER", "QRT", "QT", "Q"];
    fold(address).split(' ').any(|word| WORDS.contains(&word))
}
