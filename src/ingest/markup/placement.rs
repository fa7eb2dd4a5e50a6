//! Gives the cells of tables the row and the column that a spreadsheet program shows.
//!
//! A cell that covers several rows or columns keeps them free. A table inside a cell makes that cell's row as high and
//! its column as wide as the table.

use crate::error::{Error, ErrorCode, Result};
use crate::record::{CellValue, Merge};

use super::kind::N_COLUMNS;
use super::tables::{FlowPart, MarkupCell, MarkupFlow, MarkupRow, MarkupTable};

/// A cell with its row and column, both from 0.
#[derive(Debug)]
pub(super) struct PlacedCell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) value: CellValue,
}

/// The cells of a page, a sheet, a table or a cell, from its own upper left corner.
#[derive(Debug, Default)]
pub(super) struct PlacedBlock {
    pub(super) cells: Vec<PlacedCell>,
    pub(super) merges: Vec<Merge>,
    /// Rows of which most cells are struck through, from 0.
    pub(super) struck: Vec<u32>,
    n_rows: u32,
    n_columns: u32,
    /// Whether the block is one line that is struck through.
    is_struck: bool,
}

/// A cell of a table with its own block and its place in the table.
struct SpannedCell {
    /// Index of its row, and its first column.
    row: usize,
    column: usize,
    n_rows: u32,
    n_columns: usize,
    block: PlacedBlock,
}

impl PlacedBlock {
    /// Places lines and tables one below another.
    ///
    /// # Errors
    /// `file-outside-sheet` for a table wider than a sheet.
    pub(super) fn of_flow(flow: MarkupFlow) -> Result<Self> {
        let mut block = Self::default();
        for part in flow.parts {
            let below = match part {
                FlowPart::Line { text, is_struck } => Self::of_line(&text, is_struck),
                FlowPart::Table(table) => Self::of_table(table)?,
            };
            let top = block.n_rows;
            block.is_struck = below.is_struck;
            block.add(below, top, 0);
        }
        Ok(block)
    }

    fn of_line(text: &str, is_struck: bool) -> Self {
        let text = text.trim();
        // "2018-05-12T00:00:00.000" is how the XML writes a day.
        let text = text.strip_suffix("T00:00:00.000").unwrap_or(text);
        if text.is_empty() {
            return Self::default();
        }
        let cell = PlacedCell { row: 0, column: 0, value: CellValue::Text(text.into()) };
        Self { cells: vec![cell], n_rows: 1, n_columns: 1, is_struck, ..Self::default() }
    }

    fn of_cell(cell: MarkupCell) -> Result<Self> {
        let mut block = Self::of_flow(cell.flow)?;
        if let (true, [only]) = (cell.is_number, &mut block.cells[..])
            && let Ok(number) = only.value.to_text().parse()
        {
            only.value = CellValue::Number(number);
        }
        Ok(block)
    }

    fn of_table(table: MarkupTable) -> Result<Self> {
        let numbers: Vec<Option<u32>> = table.rows.iter().map(|row| row.number).collect();
        let cells = cells_of(table.rows)?;
        let (heights, widths) = (heights_of(&cells, numbers.len()), widths_of(&cells));
        // The first row of each row of the table, and the first column of each of its columns.
        let (mut tops, mut bottom) = (Vec::with_capacity(heights.len()), 0_u32);
        for (number, height) in numbers.iter().zip(&heights) {
            let top = number.map_or(bottom, |number| number - 1);
            tops.push(top);
            bottom = top.saturating_add(*height);
        }
        let mut lefts = vec![0_u32];
        for width in &widths {
            lefts.push(lefts[lefts.len() - 1].saturating_add(*width));
        }
        let mut block = Self { n_rows: bottom, n_columns: lefts.last().copied().unwrap_or(0), ..Self::default() };
        for row in cells.chunk_by(|left, right| left.row == right.row) {
            let filled = || row.iter().filter(|cell| !cell.block.cells.is_empty());
            if filled().filter(|cell| cell.block.is_struck).count() * 2 > filled().count() {
                block.struck.extend(row.first().map(|cell| tops[cell.row]));
            }
        }
        for cell in cells {
            let (top, left) = (tops[cell.row], lefts[cell.column]);
            let right = lefts[cell.column + cell.n_columns] - 1;
            let last = match numbers[cell.row] {
                Some(_) => top.saturating_add(cell.n_rows - 1),
                None => {
                    let last = (cell.row + cell.n_rows as usize - 1).min(tops.len() - 1);
                    tops[last] + heights[last] - 1
                }
            };
            if cell.block.cells.len() == 1 && (last > top || right > left) {
                block.merges.push(Merge {
                    first_row: top + 1,
                    last_row: last.saturating_add(1),
                    first_column: u16::try_from(left).unwrap_or(u16::MAX),
                    last_column: u16::try_from(right).unwrap_or(u16::MAX),
                });
            }
            block.add(cell.block, top, left);
        }
        Ok(block)
    }

    /// Adds the cells of a block, moved down and to the right.
    fn add(&mut self, other: Self, top: u32, left: u32) {
        let moved = |cell: PlacedCell| PlacedCell {
            row: cell.row.saturating_add(top),
            column: cell.column.saturating_add(left),
            value: cell.value,
        };
        let column = |column: u16| u16::try_from(u32::from(column).saturating_add(left)).unwrap_or(u16::MAX);
        self.n_rows = self.n_rows.max(top.saturating_add(other.n_rows));
        self.n_columns = self.n_columns.max(left.saturating_add(other.n_columns));
        self.cells.extend(other.cells.into_iter().map(moved));
        self.struck.extend(other.struck.into_iter().map(|row| row.saturating_add(top)));
        self.merges.extend(other.merges.into_iter().map(|merge| Merge {
            first_row: merge.first_row.saturating_add(top),
            last_row: merge.last_row.saturating_add(top),
            first_column: column(merge.first_column),
            last_column: column(merge.last_column),
        }));
    }
}

/// The cells of rows with their columns: a cell stands in the first column that no cell above covers.
fn cells_of(rows: Vec<MarkupRow>) -> Result<Vec<SpannedCell>> {
    let mut cells = Vec::new();
    // For each column, the first row that no cell above covers.
    let mut free_from: Vec<u32> = Vec::new();
    let (n_rows, mut line) = (rows.len(), 0_u32);
    for (index, row) in rows.into_iter().enumerate() {
        line = row.number.unwrap_or(line + 1);
        let mut next = 0_usize;
        for cell in row.cells {
            let mut column = cell.column.map_or(next, |column| column as usize);
            while cell.column.is_none() && free_from.get(column).is_some_and(|free| *free > line) {
                column += 1;
            }
            let n_columns = cell.n_columns.max(1) as usize;
            next = column + n_columns;
            if next > N_COLUMNS as usize {
                return Err(Error::new(ErrorCode::FileOutsideSheet));
            }
            let below = u32::try_from(n_rows - index).unwrap_or(u32::MAX);
            let covered = match (cell.n_rows, row.number) {
                (0, _) => below,
                (n, None) => n.min(below),
                (n, Some(_)) => n,
            };
            if covered > 1 {
                free_from.resize(free_from.len().max(next), 0);
                free_from[column..next].fill(line.saturating_add(covered));
            }
            let block = PlacedBlock::of_cell(cell)?;
            cells.push(SpannedCell { row: index, column, n_rows: covered, n_columns, block });
        }
    }
    Ok(cells)
}

/// The height of each row: that of its highest cell of one row, at least one.
fn heights_of(cells: &[SpannedCell], n_rows: usize) -> Vec<u32> {
    let mut heights = vec![1_u32; n_rows];
    for cell in cells.iter().filter(|cell| cell.n_rows == 1) {
        heights[cell.row] = heights[cell.row].max(cell.block.n_rows);
    }
    // A cell over several rows that is higher than they are makes the last of them higher.
    for cell in cells.iter().filter(|cell| cell.n_rows > 1 && cell.block.n_rows > cell.n_rows) {
        let last = (cell.row + cell.n_rows as usize).min(n_rows);
        let own: u32 = heights[cell.row..last].iter().sum();
        heights[last - 1] += cell.block.n_rows.saturating_sub(own);
    }
    heights
}

/// The width of each column: that of its widest cell of one column, at least one.
fn widths_of(cells: &[SpannedCell]) -> Vec<u32> {
    let n_columns = cells.iter().map(|cell| cell.column + cell.n_columns).max().unwrap_or(0);
    let mut widths = vec![1_u32; n_columns];
    for cell in cells.iter().filter(|cell| cell.n_columns == 1) {
        widths[cell.column] = widths[cell.column].max(cell.block.n_columns);
    }
    for cell in cells.iter().filter(|cell| cell.n_columns > 1 && cell.block.n_columns as usize > cell.n_columns) {
        let last = cell.column + cell.n_columns;
        let own: u32 = widths[cell.column..last].iter().sum();
        widths[last - 1] += cell.block.n_columns.saturating_sub(own);
    }
    widths
}
