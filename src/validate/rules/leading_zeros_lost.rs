//! Finds numbers without the leading zeros that the others of their column have.
//! Why it matters: the spreadsheet read the number as an amount; 00123 and 123 may be two numbers.
//! Example: 00121, 00122, 123 under "N° acte".

use super::*;

pub(super) const RULE: Rule = Rule::warning("leading-zeros-lost", Check::File(check));

/// Fewest digits of a number with leading zeros, and fewest such numbers of a column.
const MIN_DIGITS: usize = 3;
const MIN_PADDED: usize = 2;

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    use Field::{ActNumber, Fiche, Folio, Parcel, Unused, Volume};
    let is_number = |cell: &&RawCell| matches!(cell.field, ActNumber | Fiche | Folio | Parcel | Unused | Volume);
    let mut widths: BTreeMap<(u16, u16), BTreeMap<usize, usize>> = BTreeMap::new();
    for row in file.raw.rows.iter().filter(|row| row.left_out.is_none()) {
        for cell in row.cells.iter().filter(is_number).filter(|cell| is_padded(cell)) {
            let width = cell.value.display_text().len();
            *widths.entry((row.at.sheet, cell.column)).or_default().entry(width).or_default() += 1;
        }
    }
    // Only a column whose padded numbers all have one width.
    let widths = widths.into_iter().filter_map(|(column, widths)| match widths.into_iter().collect::<Vec<_>>()[..] {
        [(width, n)] if n >= MIN_PADDED => Some((column, width)),
        _ => None,
    });
    let hit = |((sheet, column), width)| {
        let is_short = |cell: &RawCell| {
            let digits = cell.value.display_text();
            cell.column == column && !digits.starts_with('0') && is_digits(&digits) && digits.len() < width
        };
        column_hits(file.raw, is_short).into_iter().find(|hits| hits.at.row.sheet == sheet).map(ColumnHits::into_hit)
    };
    widths.filter_map(hit).collect()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a cell is a text of digits that begins with zero.
fn is_padded(cell: &RawCell) -> bool {
    let CellValue::Text(text) = &cell.value else { return false };
    text.len() >= MIN_DIGITS && text.starts_with('0') && is_digits(text)
}
