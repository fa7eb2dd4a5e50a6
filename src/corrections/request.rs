//! The input of a corrections workbook: its findings with their cells and texts, and the colours of severities.

use crate::finding::Severity;
use crate::messages::Messages;
use crate::xlsx_patch::FillColour;

/// Strong orange-red for errors and pale yellow for warnings. They differ in lightness too, for readers who do not
/// distinguish the hues.
pub(super) const ERROR_FILL: FillColour = FillColour("FFFF8B61");
pub(super) const WARNING_FILL: FillColour = FillColour("FFFFF3B3");

/// The colour of a severity.
pub(super) fn fill_of(severity: Severity) -> FillColour {
    match severity {
        Severity::Error => ERROR_FILL,
        Severity::Warning => WARNING_FILL,
    }
}

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
    /// Why it matters.
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

/// A workbook to mark.
pub(crate) struct CorrectionsRequest<'r> {
    /// Name of the original file, for the title.
    pub(crate) file_name: &'r str,
    /// The findings in the order of the list.
    pub(crate) marks: &'r [FindingMark],
    /// Name of the corrections sheet of an earlier check, if the workbook has one.
    pub(crate) own_sheet: Option<&'r str>,
    /// The language.
    pub(crate) messages: &'r Messages,
}
