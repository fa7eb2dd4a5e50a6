//! A workbook on its way from its reader: piece by piece, so that no reader need hold it whole.
//!
//! [`Binder`] makes a [`Book`] of the pieces and keeps the limits, wherever they come from. It looks for no table.

use crate::error::{Error, Result};
use crate::record::{Book, CellValue, Grid, GridRow, Merge};

use super::Settings;

/// What a reader says of a workbook, in the workbook's order.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// A worksheet begins; `last_row` is the last its format can hold.
    Sheet { name: String, is_hidden: bool, last_row: u32 },
    /// Cells of one row of the sheet; not necessarily all of them, nor in order.
    Row(GridRow),
    /// Cells of the sheet that are merged.
    Merge(Merge),
    /// A sheet without cells.
    OtherSheet(String),
    /// The workbook has macros.
    Macros,
}

/// Who takes the pieces; an error stops the reader.
pub(super) type Take<'t> = &'t mut dyn FnMut(Piece) -> Result<()>;

/// Makes a book of pieces.
pub(super) struct Binder<'s> {
    settings: &'s Settings,
    book: Book,
    last_row: u32,
    n_cells: u64,
    n_bytes: u64,
}

impl<'s> Binder<'s> {
    pub(super) fn new(settings: &'s Settings) -> Self {
        Self { settings, book: Book::default(), last_row: 0, n_cells: 0, n_bytes: 0 }
    }

    /// Adds a piece.
    ///
    /// # Errors
    /// `file-too-many-cells` and `file-too-heavy` past the limits; `file-damaged` for a row outside any sheet.
    pub(super) fn take(&mut self, piece: Piece) -> Result<()> {
        match piece {
            Piece::Sheet { name, is_hidden, last_row } => {
                self.close_sheet();
                self.last_row = last_row;
                self.book.grids.push(Grid { name, is_hidden, ..Grid::default() });
            }
            Piece::Row(row) => {
                self.weigh(&row)?;
                self.sheet()?.rows.push(row);
            }
            Piece::Merge(merge) => self.sheet()?.merges.push(merge),
            Piece::OtherSheet(name) => self.book.other_sheets.push(name),
            Piece::Macros => self.book.has_macros = true,
        }
        Ok(())
    }

    /// The book, when all pieces are there.
    pub(super) fn finish(mut self) -> Book {
        self.close_sheet();
        self.book
    }

    fn sheet(&mut self) -> Result<&mut Grid> {
        self.book.grids.last_mut().ok_or_else(|| Error::new("file-damaged"))
    }

    /// A small file can hold one long text a million times: what counts is what it takes here.
    fn weigh(&mut self, row: &GridRow) -> Result<()> {
        self.n_cells += row.cells.len() as u64;
        if self.n_cells > self.settings.max_cells {
            return Err(Error::new("file-too-many-cells").with("limit", self.settings.max_cells));
        }
        // A short text stands in its cell, no allocation is smaller than this.
        const SMALLEST: u64 = 32;
        let of_texts = row.cells.iter().map(|(_, value)| match value {
            CellValue::Text(text) | CellValue::Error(text) if text.is_heap_allocated() => {
                SMALLEST.max(text.len() as u64)
            }
            _ => 0,
        });
        self.n_bytes += of_texts.sum::<u64>() + size_of_val(row.cells.as_slice()) as u64 + size_of::<GridRow>() as u64;
        if self.n_bytes > self.settings.worker_memory_mb * 1024 * 1024 {
            return Err(Error::new("file-too-heavy").with("limit", self.settings.worker_memory_mb));
        }
        Ok(())
    }

    fn close_sheet(&mut self) {
        if let Some(grid) = self.book.grids.last_mut() {
            tidy(&mut grid.rows);
            grid.is_full = grid.rows.last().is_some_and(|row| row.row >= self.last_row);
        }
    }
}

/// Rows and cells in order, each once, whatever order the file holds them in.
fn tidy(rows: &mut Vec<GridRow>) {
    rows.sort_by_key(|row| row.row);
    rows.dedup_by(|later, earlier| {
        let same = later.row == earlier.row;
        if same {
            earlier.cells.append(&mut later.cells);
        }
        same
    });
    for row in rows {
        row.cells.sort_by_key(|(column, _)| *column);
        row.cells.dedup_by_key(|(column, _)| *column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(row: u32, cells: &[(u16, &str)]) -> Piece {
        let cells = cells.iter().map(|(column, text)| (*column, CellValue::Text((*text).into()))).collect();
        Piece::Row(GridRow { row, cells })
    }

    fn sheet(last_row: u32) -> Piece {
        Piece::Sheet { name: "Feuil1".to_owned(), is_hidden: false, last_row }
    }

    #[test]
    fn rows_and_cells_come_out_in_order_and_once() {
        let settings = Settings::default();
        let mut binder = Binder::new(&settings);
        for piece in [sheet(65_536), row(3, &[(1, "b"), (0, "a")]), row(1, &[(0, "x")]), row(3, &[(2, "c"), (1, "B")])]
        {
            binder.take(piece).expect("within the limits");
        }
        let book = binder.finish();
        let seen: Vec<(u32, Vec<String>)> = book.grids[0]
            .rows
            .iter()
            .map(|row| (row.row, row.cells.iter().map(|(_, value)| value.to_text()).collect()))
            .collect();
        assert_eq!(seen, [(1, vec!["x".to_owned()]), (3, vec!["a".to_owned(), "b".to_owned(), "c".to_owned()])]);
    }

    #[test]
    fn a_sheet_is_full_when_it_ends_on_the_last_row_its_format_holds() {
        for (last_row, seen, is_full) in [(65_536, 65_536, true), (65_536, 65_535, false), (1_048_576, 65_536, false)] {
            let settings = Settings::default();
            let mut binder = Binder::new(&settings);
            binder.take(sheet(last_row)).expect("a sheet");
            binder.take(row(seen, &[(0, "x")])).expect("a row");
            assert_eq!(binder.finish().grids[0].is_full, is_full, "{seen} of {last_row}");
        }
    }

    #[test]
    fn what_is_too_much_is_refused() {
        let settings = Settings { max_cells: 3, worker_memory_mb: 1, ..Settings::default() };
        let mut binder = Binder::new(&settings);
        assert_eq!(binder.take(row(1, &[(0, "x")])).map_err(|e| e.code), Err("file-damaged"), "no sheet yet");
        binder.take(sheet(9)).expect("a sheet");
        let long = "x".repeat(1 << 20);
        assert_eq!(binder.take(row(1, &[(0, &long)])).map_err(|e| e.code), Err("file-too-heavy"));
        assert_eq!(
            binder.take(row(1, &[(0, "a"), (1, "b"), (2, "c")])).map_err(|e| e.code),
            Err("file-too-many-cells")
        );
    }
}
