//! The stored form of a view of a file: a first part about the file and its sheets, then blocks of rows.

use serde::{Deserialize, Serialize};

use crate::error::ErrorCode;
use crate::finding::Finding;
use crate::record::{CorrectedText, Heading, Kind, Outcome};
use crate::run::can_be_confirmed;
use crate::store::{BlockPlace, ViewFile, ViewFolder, ViewWriter};

use super::{FaultPlace, WINDOW_ROWS, WindowCell, WindowRow};

/// The first part of a view.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ViewHead {
    pub(super) file: String,
    pub(super) kind: Kind,
    /// The code of the reason why the file can't be used; "" if it can.
    pub(super) fault: String,
    pub(super) sheets: Vec<StoredSheet>,
    /// In the order of sheets, rows and columns.
    pub(super) faults: Vec<FaultPlace>,
    pub(super) n_corrected: usize,
    /// Whether sensitive columns are kept.
    pub(super) keeps_sensitive: bool,
}

/// A sheet in the first part.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct StoredSheet {
    pub(super) name: String,
    pub(super) n_rows: usize,
    pub(super) last_row: u32,
    /// By row and column.
    pub(super) headings: Vec<Heading>,
    /// The findings on the whole sheet.
    pub(super) findings: Vec<Finding>,
    /// Errors and warnings.
    pub(super) n_faults: (usize, usize),
    /// The blocks of rows that are not blank: number of the window from 0, place.
    pub(super) blocks: Vec<(u32, BlockPlace)>,
}

/// A row that is not blank.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredRow {
    pub(super) row: u32,
    /// The code of the outcome.
    pub(super) outcome: String,
    pub(super) reason: Option<String>,
    pub(super) cells: Vec<StoredCell>,
    /// The rows that its findings compare.
    pub(super) compared: Vec<u32>,
}

/// A cell with a text, a correction or a fault.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct StoredCell {
    pub(super) column: u16,
    pub(super) text: String,
    pub(super) corrected: Option<CorrectedText>,
    pub(super) findings: Vec<Finding>,
    pub(super) covered_by: Option<(u16, u32)>,
}

/// An open view.
pub(super) struct StoredView {
    pub(super) head: ViewHead,
    file: ViewFile,
}

impl StoredView {
    /// Opens a view; `None` if it is missing or damaged.
    pub(super) fn open(views: &ViewFolder, name: &str) -> Option<Self> {
        let (head, file) = views.open_view(name)?;
        Some(Self { head: postcard::from_bytes(&head).ok()?, file })
    }

    /// The rows of the window that begins at `from`; `None` if they can't be read.
    pub(super) fn rows(&mut self, sheet: usize, from: u32) -> Option<Vec<StoredRow>> {
        let window = (from - 1) / WINDOW_ROWS;
        let blocks = &self.head.sheets.get(sheet)?.blocks;
        let Ok(place) = blocks.binary_search_by_key(&window, |(number, _)| *number) else { return Some(Vec::new()) };
        let block = self.file.block(blocks[place].1)?;
        postcard::from_bytes(&block).ok()
    }

    /// The first sheet with rows.
    pub(super) fn first_sheet(&self) -> usize {
        self.head.sheets.iter().position(|sheet| !sheet.headings.is_empty()).unwrap_or(0)
    }

    pub(super) fn fault(&self) -> Option<ErrorCode> {
        ErrorCode::ALL.iter().copied().find(|code| code.text() == self.head.fault)
    }
}

/// Divides the rows of a sheet into windows and adds them to a view; `None` if there is no memory for it.
pub(super) fn add_rows(rows: &[StoredRow], writer: &mut ViewWriter) -> Option<Vec<(u32, BlockPlace)>> {
    let window = |row: &StoredRow| (row.row - 1) / WINDOW_ROWS;
    let blocks = rows.chunk_by(|a, b| window(a) == window(b));
    blocks.map(|block| Some((window(&block[0]), writer.add(&postcard::to_stdvec(block).ok()?)?))).collect()
}

impl WindowRow {
    pub(super) fn of(row: StoredRow) -> Self {
        let StoredRow { row, outcome, reason, cells, .. } = row;
        let cell = |cell: StoredCell| {
            let StoredCell { column, text, corrected, findings, covered_by } = cell;
            let can_confirm = !findings.is_empty() && findings.iter().all(can_be_confirmed);
            WindowCell { column, text, corrected, findings, covered_by, can_confirm }
        };
        Self { row, outcome: Outcome::from_code(&outcome), reason, cells: cells.into_iter().map(cell).collect() }
    }
}
