//! Leaves out the warnings that two rows may be one person, where a person has ruled that they are.

use std::collections::BTreeSet;
use std::path::Path;

use crate::config::Config;
use crate::error::Result;
use crate::finding::{Finding, Severity};
use crate::ingest;
use crate::record::Decision;

use super::stored::{StoredRow, StoredView};
use super::{SheetReading, WINDOW_ROWS};

/// The rules that warn of two rows of one sheet that may be one person; their argument `row` names the other row.
const RULES: [&str; 2] = ["two-heads", "row-typed-twice"];

/// Two rows of a sheet that are one person by a ruling.
pub(super) struct SettledPair {
    /// Place of the sheet in its file.
    pub(super) sheet: usize,
    /// The numbers of both rows.
    rows: [u32; 2],
}

impl SettledPair {
    fn is_about(&self, finding: &Finding) -> bool {
        let named = finding.args.iter().find(|(name, _)| *name == "row").and_then(|(_, row)| row.parse::<u32>().ok());
        let [a, b] = self.rows;
        RULES.contains(&finding.rule) && [(a, Some(b)), (b, Some(a))].contains(&(finding.at.row.row, named))
    }

    /// Leaves the findings about the pair out of some rows.
    pub(super) fn leave_out(&self, rows: &mut [StoredRow]) {
        for row in rows.iter_mut().filter(|row| self.rows.contains(&row.row)) {
            row.cells.iter_mut().for_each(|cell| cell.findings.retain(|finding| !self.is_about(finding)));
        }
    }
}

/// The rulings that two rows of one sheet are one person.
fn rulings(raw: &Path, config: &Config) -> Result<Vec<Decision>> {
    let decisions = ingest::read_decisions(raw, &config.ingest)?.decisions;
    let is_of_sheet =
        |ruling: &Decision| ruling.same && (&ruling.a.file, &ruling.a.sheet) == (&ruling.b.file, &ruling.b.sheet);
    Ok(decisions.into_iter().filter(is_of_sheet).collect())
}

/// The files in which rows were ruled to be one person: their warnings are fewer than a run has counted.
///
/// # Errors
/// Those of reading decisions.
pub fn files_with_rulings(raw: &Path, config: &Config) -> Result<BTreeSet<String>> {
    Ok(rulings(raw, config)?.into_iter().map(|ruling| ruling.a.file).collect())
}

/// Leaves the settled warnings out of the counts and the places of a view. Returns the pairs, for its rows.
pub(super) fn settle(reading: &SheetReading<'_>, view: &mut StoredView) -> Result<Vec<SettledPair>> {
    let mut pairs = Vec::new();
    for ruling in rulings(reading.raw, reading.config)?.iter().filter(|ruling| ruling.a.file == view.head.file) {
        let sheet = view.head.sheets.iter().position(|sheet| sheet.name == ruling.a.sheet);
        let numbers = u32::try_from(ruling.a.row).ok().zip(u32::try_from(ruling.b.row).ok());
        if let (Some(sheet), Some((a, b))) = (sheet, numbers) {
            pairs.push(SettledPair { sheet, rows: [a, b] });
        }
    }
    for pair in &pairs {
        for number in pair.rows.into_iter().filter(|number| *number > 0) {
            let from = (number - 1) / WINDOW_ROWS * WINDOW_ROWS + 1;
            let rows = view.rows(pair.sheet, from).unwrap_or_default();
            for cell in rows.iter().filter(|row| row.row == number).flat_map(|row| &row.cells) {
                let (settled, left): (Vec<&Finding>, Vec<&Finding>) =
                    cell.findings.iter().partition(|finding| pair.is_about(finding));
                // Rulings on the same two rows settle a warning once.
                let place = |at: &super::FaultPlace| {
                    (usize::from(at.sheet), at.row, at.column) == (pair.sheet, number, cell.column)
                        && at.n as usize == cell.findings.len()
                };
                let Some(place) = view.head.faults.iter().position(place).filter(|_| !settled.is_empty()) else {
                    continue;
                };
                view.head.sheets[pair.sheet].n_faults.1 -= settled.len().min(view.head.sheets[pair.sheet].n_faults.1);
                if left.is_empty() {
                    view.head.faults.remove(place);
                } else {
                    let fault = &mut view.head.faults[place];
                    fault.n = left.len() as u32;
                    fault.is_error = left.iter().any(|finding| finding.severity == Severity::Error);
                }
            }
        }
    }
    Ok(pairs)
}
