//! A finding as a corrections workbook shows it.

use crate::finding::Severity;

/// One finding: the cell that it marks and the texts about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FindingMark {
    /// Name of the sheet in the workbook.
    pub(crate) sheet: String,
    /// Row as the spreadsheet shows it; 0 for the whole sheet.
    pub(crate) row: u32,
    /// Column from 0; `None` for the whole sheet.
    pub(crate) column: Option<u16>,
    /// The severity.
    pub(crate) severity: Severity,
    /// Title of the rule.
    pub(crate) title: String,
    /// What is wrong.
    pub(crate) what: String,
    /// FieldReason it matters.
    pub(crate) why: String,
    /// What to write instead.
    pub(crate) hint: String,
    /// The value found.
    pub(crate) value: String,
    /// The place as the agent's program shows it.
    pub(crate) place: String,
}

impl FindingMark {
    /// The marked cell: row and column.
    pub(super) fn cell(&self) -> Option<(u32, u16)> {
        Some((self.row, self.column?)).filter(|(row, _)| *row > 0)
    }
}
