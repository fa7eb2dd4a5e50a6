//! A line of totals that says another number than the rows above it.
//!
//! Example: `Total ; 12` below 11 persons.

use crate::finding::Severity;
use crate::record::{RawCell, fold};

use super::super::FileCase;
use super::super::seen::SeenAt;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "total-differs", severity: Severity::Warning, check: Check::File(seen) };

/// The rows of data may be counted since the last total, since the last heading, or from the top of the sheet. A line
/// with several numbers (men, women, all) is not judged. Where a page began is not known: its total is only said to differ
/// if it counts more rows than there are.
fn seen(file: &FileCase<'_>) -> Vec<SeenAt> {
    let mut seen = Vec::new();
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
                let numbers: Vec<(u16, u64)> = row.cells.iter().filter_map(said).collect();
                let is_of_page = row.cells.iter().any(says_page);
                if let [(column, n)] = numbers[..]
                    && !(is_of_page && n < since_total)
                    && ![since_total, since_heading, in_sheet].contains(&n)
                {
                    let args = vec![("said", n.to_string()), ("n", since_total.to_string())];
                    seen.push(SeenAt { at: row.at.cell(Some(column)), value: n.to_string(), args });
                }
                since_total = 0;
            }
            Some(_) => {}
        }
    }
    seen
}

fn says_page(cell: &RawCell) -> bool {
    fold(&cell.value.shown()).split(' ').any(|word| word == "PAGE")
}

/// The whole number that a cell is.
fn said(cell: &RawCell) -> Option<(u16, u64)> {
    Some((cell.column, cell.value.shown().trim().parse().ok()?))
}
