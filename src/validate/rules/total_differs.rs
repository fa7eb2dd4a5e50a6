//! Finds a line of totals whose number is not the number of rows above it.
//! Why it matters: a row was forgotten, added or miscounted.
//! Example: `Total ; 12` below 11 persons.

use super::*;

pub(super) const RULE: Rule = Rule::warning("total-differs", Check::File(check));

/// A total is accepted if it counts the rows since the last total, since the last heading, or from the top of the
/// sheet. A line with several numbers (men, women, all) is not checked. The start of a page is not known: the total of
/// a page is reported only if it is greater than the number of rows since the last total.
fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let mut hits = Vec::new();
    let mut sheet = None;
    let (mut since_total, mut since_heading, mut in_sheet) = (0_u64, 0, 0);
    for row in &file.raw.rows {
        if sheet != Some(row.at.sheet) {
            (sheet, since_total, since_heading, in_sheet) = (Some(row.at.sheet), 0, 0, 0);
        }
        match row.left_out {
            None => (since_total, since_heading, in_sheet) = (since_total + 1, since_heading + 1, in_sheet + 1),
            Some("header") => since_heading = 0,
            Some("total") => {
                let numbers: Vec<(u16, u64)> = row.cells.iter().filter_map(whole_number).collect();
                let is_of_page = row.cells.iter().any(has_word_page);
                if let [(column, n)] = numbers[..]
                    && !(is_of_page && n < since_total)
                    && ![since_total, since_heading, in_sheet].contains(&n)
                {
                    let args = vec![("said", n.to_string()), ("n", since_total.to_string())];
                    hits.push(GroupHit { at: row.at.cell(Some(column)), value: n.to_string(), args });
                }
                since_total = 0;
            }
            Some(_) => {}
        }
    }
    hits
}

/// Whether a cell contains the word "page".
fn has_word_page(cell: &RawCell) -> bool {
    fold(&cell.value.to_text()).split(' ').any(|word| word == "PAGE")
}

/// Returns column and value of a cell that is a whole number.
fn whole_number(cell: &RawCell) -> Option<(u16, u64)> {
    Some((cell.column, cell.value.to_text().trim().parse().ok()?))
}
