//! The corrections workbook `NAME.corrections.xlsx`: a copy of an agent's workbook with its findings marked.
//!
//! Cells with a finding get a colour and a comment; a first sheet lists the findings and links to each.
//! [`mark_findings`] patches an .xlsx and leaves the rest of it as it was. Any other file, or an .xlsx that can't be
//! patched, is first rebuilt as a plain .xlsx ([`rebuild()`]). This module works on bytes, opens no file and judges no
//! finding.

mod rebuild;
mod summary;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io::{Seek, Write};

use crate::finding::Severity;
use crate::messages::{Fact, Messages};
use crate::record::{CORRECTIONS_WRITER, CorrectedCell};
use crate::xlsx_patch::{CellMark, CellMarks, CellTexts, FillColour, PatchError, PatchRequest, PatchSignature, patch};

pub(crate) use rebuild::rebuild;

/// Strong orange-red for errors and pale yellow for warnings. They differ in lightness too, for readers who do not
/// distinguish the hues.
const ERROR_FILL: FillColour = FillColour("FFFF8B61");
const WARNING_FILL: FillColour = FillColour("FFFFF3B3");

/// Author and start of the comments of a corrections workbook.
const SIGNATURE: PatchSignature<'static> = PatchSignature { program: CORRECTIONS_WRITER, comment_start: "Bato · " };

/// One finding: the cell that it marks and the texts about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FindingMark {
    pub(crate) sheet: String,
    /// Row as the spreadsheet shows it; 0 for the whole sheet.
    pub(crate) row: u32,
    /// Column from 0; `None` for the whole sheet.
    pub(crate) column: Option<u16>,
    pub(crate) severity: Severity,
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) why: String,
    pub(crate) hint: String,
    pub(crate) value: String,
    /// The place as the agent's program shows it.
    pub(crate) place: String,
    /// The further cells that the finding is about: row and column.
    pub(crate) further: Vec<(u32, u16)>,
}

pub(crate) struct CorrectionsRequest<'r> {
    /// Name of the original file, for the title.
    pub(crate) file_name: &'r str,
    /// The findings in the order of the list.
    pub(crate) marks: &'r [FindingMark],
    /// The original's cells, for the program alone.
    pub(crate) original: &'r [String],
    /// The cells that hold a typed correction instead of the text of the original, in their order.
    pub(crate) corrected: &'r [CorrectedMark],
    /// Name of the corrections sheet of an earlier check, if the workbook has one.
    pub(crate) own_sheet: Option<&'r str>,
    pub(crate) messages: &'r Messages,
}

/// One cell with a typed correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CorrectedMark {
    /// Name of the sheet in the workbook.
    pub(crate) sheet: String,
    /// The place as the agent's program shows it.
    pub(crate) place: String,
    /// The day on which it was typed, in words.
    pub(crate) day: String,
    pub(crate) cell: CorrectedCell,
}

impl FindingMark {
    /// The marked cell: row and column.
    fn cell(&self) -> Option<(u32, u16)> {
        Some((self.row, self.column?)).filter(|(row, _)| *row > 0)
    }

    /// The marked cell and the further cells of the finding.
    fn cells(&self) -> impl Iterator<Item = (u32, u16)> {
        let first = self.cell();
        first.into_iter().chain(self.further.iter().copied().filter(move |cell| Some(*cell) != first))
    }
}

fn fill_of(severity: Severity) -> FillColour {
    match severity {
        Severity::Error => ERROR_FILL,
        Severity::Warning => WARNING_FILL,
    }
}

/// Writes a copy of an .xlsx with its findings marked.
///
/// # Errors
/// [`PatchError::Unsupported`] if the workbook can't be patched and must be rebuilt; [`PatchError::Write`] if `out`
/// can't be written.
pub(crate) fn mark_findings<W: Write + Seek>(
    original: &[u8],
    request: &CorrectionsRequest<'_>,
    out: W,
) -> Result<W, PatchError> {
    let patch_request = PatchRequest {
        signature: SIGNATURE,
        fills: &[ERROR_FILL, WARNING_FILL],
        marks: cell_marks(request),
        texts: cell_texts(request),
        front_sheet: summary::sheet(request),
    };
    patch(original, patch_request, out)
}

/// The new text of each corrected cell.
fn cell_texts(request: &CorrectionsRequest<'_>) -> CellTexts {
    let mut texts = CellTexts::new();
    for CorrectedMark { sheet, cell, .. } in request.corrected {
        texts.entry(sheet.clone()).or_default().insert((cell.row, cell.column), cell.text.clone());
    }
    texts
}

/// The mark of each cell: the colour of its worst finding and one comment about all its findings.
fn cell_marks(request: &CorrectionsRequest<'_>) -> CellMarks {
    let mut cells = BTreeMap::<_, (Severity, String)>::new();
    for mark in request.marks {
        let facts = [
            ("severity", Fact::from(summary::severity_word(request.messages, mark.severity))),
            ("title", mark.title.as_str().into()),
            ("what", mark.what.as_str().into()),
            ("why", mark.why.as_str().into()),
            ("hint", mark.hint.as_str().into()),
        ];
        let comment = format!("{}{}", SIGNATURE.comment_start, request.messages.say("corrections-note", &facts));
        for cell in mark.cells() {
            cells
                .entry((mark.sheet.as_str(), cell))
                .and_modify(|(severity, text)| {
                    *severity = mark.severity.max(*severity);
                    text.push_str("\n\n");
                    text.push_str(&comment);
                })
                .or_insert_with(|| (mark.severity, comment.clone()));
        }
    }
    let mut marks = CellMarks::new();
    for ((sheet, cell), (severity, comment)) in cells {
        marks.entry(sheet.to_owned()).or_default().insert(cell, CellMark { fill: fill_of(severity), comment });
    }
    marks
}
