//! The input of a patch: which cells are marked, and what the first sheet holds.

use std::collections::BTreeMap;

/// A cell: its row as the spreadsheet shows it (from 1), its column from 0.
pub(crate) type CellPosition = (u32, u16);

/// The marks of a workbook: by name of the sheet, then by cell.
pub(crate) type CellMarks = BTreeMap<String, BTreeMap<CellPosition, CellMark>>;

/// New texts of cells: by name of the sheet, then by cell; "" empties a cell.
pub(crate) type CellTexts = BTreeMap<String, BTreeMap<CellPosition, String>>;

/// Everything that [`patch`](super::patch()) changes in a workbook.
pub(crate) struct PatchRequest<'p> {
    /// How the program's own comments and parts are named and recognised.
    pub(crate) signature: PatchSignature<'p>,
    /// All fill colours of marks. Cells with one of these colours count as marked by an earlier patch.
    pub(crate) fills: &'p [FillColour],
    pub(crate) marks: CellMarks,
    pub(crate) texts: CellTexts,
    pub(crate) front_sheet: FrontSheet,
}

/// How the program's own changes are recognised in a workbook.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PatchSignature<'p> {
    /// The program's name in ASCII letters: author of its comments, last writer of the workbook, part of the names of
    /// new parts.
    pub(crate) program: &'p str,
    /// Start of every comment of the program. It identifies a comment whose author another program has removed.
    pub(crate) comment_start: &'p str,
}

/// A fill colour as ARGB in hexadecimal: `FFFF8B61`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FillColour(pub(crate) &'static str);

/// The colour and the comment of one marked cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CellMark {
    pub(crate) fill: FillColour,
    /// The comment. It begins with [`PatchSignature::comment_start`].
    pub(crate) comment: String,
}

/// The first sheet: rows of text above a list with a header, a filter and a link in each row.
pub(crate) struct FrontSheet {
    /// Name of the sheet. A number is added while another sheet bears the name. Unused if a sheet is replaced.
    pub(crate) name: String,
    /// Name of the sheet of an earlier patch, whose name and place this sheet takes.
    pub(crate) replaces: Option<String>,
    /// Width of each column in characters.
    pub(crate) widths: Vec<u32>,
    /// Whether the columns after those are hidden.
    pub(crate) hides_other_columns: bool,
    pub(crate) rows: Vec<FrontRow>,
    /// Cells merged into one: row, first and last column.
    pub(crate) merges: Vec<(usize, u16, u16)>,
    /// Row of the list's header. It stays visible when the sheet is scrolled and is printed on every page.
    pub(crate) header_row: usize,
    pub(crate) last_list_row: usize,
    pub(crate) link_column: u16,
}

pub(crate) struct FrontRow {
    /// From 1.
    pub(crate) number: usize,
    /// Its height in points; `None` if it follows its text.
    pub(crate) height_points: Option<usize>,
    /// Its cells from column `A` on.
    pub(crate) cells: Vec<FrontCell>,
    /// Target of the link in the link column: sheet and cell.
    pub(crate) link: Option<(String, CellPosition)>,
}

pub(crate) struct FrontCell {
    pub(crate) style: FrontStyle,
    pub(crate) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FrontStyle {
    /// Large and bold.
    Title,
    /// Plain text above the list.
    Text,
    Header,
    Cell,
    Link,
    /// Bold on one of the colours of [`PatchRequest::fills`].
    Filled(FillColour),
}
