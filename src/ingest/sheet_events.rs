//! Events of reading a book: a sheet begins, a row, merged cells. A reader sends them one by one, so that it need not
//! hold the whole book. [`BookBuilder`] builds the [`Book`] from them and enforces the limits on its size.

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Book, CellValue, Grid, GridRow, HiddenCells, Merge};

use super::settings::IngestSettings;

/// The last rows that a sheet of an .xls and of an .xlsx can hold.
const LAST_ROWS: [u32; 2] = [65_536, 1_048_576];

/// One event of reading a book, in the book's order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum SheetEvent {
    /// A worksheet begins; `last_row` is the last row that its format can hold.
    Sheet {
        name: String,
        is_hidden: bool,
        last_row: u32,
    },
    /// Cells of one row of the sheet, in any order. A row may come in several events.
    Row(GridRow),
    /// Merged cells of the sheet.
    Merge(Merge),
    /// Hidden rows and columns of the sheet.
    Hidden(HiddenCells),
    /// A cell of the sheet whose formula was never computed.
    Uncomputed {
        row: u32,
        column: u16,
    },
    /// A sheet without cells.
    OtherSheet(String),
    Macros,
}

/// The function that receives the events; its error stops the reader.
pub(super) type Sink<'t> = &'t mut dyn FnMut(SheetEvent) -> Result<()>;

pub(super) struct BookBuilder<'s> {
    settings: &'s IngestSettings,
    book: Book,
    last_row: u32,
    n_cells: u64,
    n_bytes: u64,
}

impl<'s> BookBuilder<'s> {
    pub(super) fn new(settings: &'s IngestSettings) -> Self {
        Self { settings, book: Book::default(), last_row: 0, n_cells: 0, n_bytes: 0 }
    }

    /// Adds an event to the book.
    ///
    /// # Errors
    /// `file-too-many-cells` and `file-too-heavy` past the limits; `file-damaged` for a row or merged cells before any
    /// sheet.
    pub(super) fn add(&mut self, event: SheetEvent) -> Result<()> {
        match event {
            SheetEvent::Sheet { name, is_hidden, last_row } => {
                self.close_sheet();
                self.last_row = last_row;
                self.add_size(0, size_of::<Grid>() + name.len())?;
                self.book.grids.push(Grid { name, is_hidden, ..Grid::default() });
            }
            SheetEvent::Row(mut row) => {
                self.add_size(row.cells.len(), size_in_memory(&row))?;
                row.cells.iter_mut().for_each(|(_, value)| mark_error(value));
                self.sheet()?.rows.push(row);
            }
            SheetEvent::Merge(merge) => {
                self.add_size(0, size_of::<Merge>())?;
                self.sheet()?.merges.push(merge);
            }
            SheetEvent::Hidden(hidden) => {
                self.add_size(
                    0,
                    [&hidden.rows, &hidden.columns, &hidden.struck].map(|own| size_of_val(own.as_slice())).iter().sum(),
                )?;
                self.sheet()?.hidden = hidden;
            }
            SheetEvent::Uncomputed { row, column } => {
                self.add_size(0, size_of::<(u32, u16)>())?;
                self.sheet()?.uncomputed.push((row, column));
            }
            SheetEvent::OtherSheet(name) => {
                self.add_size(0, size_of::<String>() + name.len())?;
                self.book.other_sheets.push(name);
            }
            SheetEvent::Macros => self.book.has_macros = true,
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Book {
        self.close_sheet();
        self.book
    }

    fn sheet(&mut self) -> Result<&mut Grid> {
        self.book.grids.last_mut().ok_or_else(|| Error::new(ErrorCode::FileDamaged))
    }

    /// Counts cells and bytes against the limits. Bytes in memory count, for a small file can hold one long text a
    /// million times.
    fn add_size(&mut self, n_cells: usize, n_bytes: usize) -> Result<()> {
        self.n_cells += n_cells as u64;
        if self.n_cells > self.settings.max_cells {
            return Err(Error::new(ErrorCode::FileTooManyCells).with("limit", self.settings.max_cells));
        }
        self.n_bytes += n_bytes as u64;
        if self.n_bytes > self.settings.worker_memory_mb * 1024 * 1024 {
            return Err(Error::new(ErrorCode::FileTooHeavy).with("limit", self.settings.worker_memory_mb));
        }
        Ok(())
    }

    fn close_sheet(&mut self) {
        if let Some(grid) = self.book.grids.last_mut() {
            sort_rows(&mut grid.rows);
            // A list that was saved as .xls once ends on the last row of that format, whatever the format is now.
            let ends_on = |last: u32| grid.rows.last().is_some_and(|row| row.row == last);
            grid.is_full = grid.rows.last().is_some_and(|row| row.row >= self.last_row)
                || LAST_ROWS.iter().any(|last| ends_on(*last) && grid.rows.len() as u32 * 2 > *last);
        }
    }
}

/// Makes an error of a text that a spreadsheet shows for one, as it stands in a file of text: `#VALEUR!`. `#N/A` says
/// that there is no value.
fn mark_error(value: &mut CellValue) {
    const ERRORS: [&str; 16] = [
        "#VALEUR!", "#VALUE!", "#WAARDE!", "#REF!", "#VERW!", "#NOM?", "#NAME?", "#NAAM?", "#DIV/0!", "#DEEL/0!",
        "#NOMBRE!", "#NUM!", "#GETAL!", "#NUL!", "#NULL!", "#LEEG!",
    ];
    let CellValue::Text(text) = value else { return };
    let bare = text.trim();
    if bare.starts_with('#') && ERRORS.contains(&bare) {
        *value = CellValue::Error(bare.into());
    }
}

/// Bytes that a row takes in memory. A short text stands in its cell; a longer one has an allocation of its own.
fn size_in_memory(row: &GridRow) -> usize {
    const SMALLEST_ALLOCATION: usize = 32;
    let of_texts = row.cells.iter().map(|(_, value)| match value {
        CellValue::Text(text) | CellValue::Error(text) if text.is_heap_allocated() => {
            SMALLEST_ALLOCATION.max(text.len())
        }
        _ => 0,
    });
    of_texts.sum::<usize>() + size_of_val(row.cells.as_slice()) + size_of::<GridRow>()
}

/// Sorts rows and cells, joins the parts of a row, and keeps the first of two cells at one place.
fn sort_rows(rows: &mut Vec<GridRow>) {
    rows.sort_by_key(|row| row.row);
    rows.dedup_by(|later, earlier| {
        let is_same = later.row == earlier.row;
        if is_same {
            earlier.cells.append(&mut later.cells);
        }
        is_same
    });
    for row in rows {
        row.cells.sort_by_key(|(column, _)| *column);
        row.cells.dedup_by_key(|(column, _)| *column);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builder_of<'s>(settings: &'s IngestSettings, events: impl IntoIterator<Item = SheetEvent>) -> BookBuilder<'s> {
        let mut builder = BookBuilder::new(settings);
        events.into_iter().for_each(|event| builder.add(event).expect("within the limits"));
        builder
    }

    fn row(row: u32, cells: &[(u16, &str)]) -> SheetEvent {
        let cells = cells.iter().map(|(column, text)| (*column, CellValue::Text((*text).into()))).collect();
        SheetEvent::Row(GridRow { row, cells })
    }

    fn sheet(last_row: u32) -> SheetEvent {
        SheetEvent::Sheet { name: "Feuil1".to_owned(), is_hidden: false, last_row }
    }

    #[test]
    fn rows_and_cells_come_out_in_order_and_once() {
        let settings = IngestSettings::default();
        let events = [sheet(65_536), row(3, &[(1, "b"), (0, "a")]), row(1, &[(0, "x")]), row(3, &[(2, "c"), (1, "B")])];
        let book = builder_of(&settings, events).finish();
        let expected = builder_of(&settings, [sheet(9), row(1, &[(0, "x")]), row(3, &[(0, "a"), (1, "b"), (2, "c")])]);
        assert_eq!(book.grids[0].rows, expected.book.grids[0].rows);
    }

    #[test]
    fn a_sheet_is_full_when_it_ends_on_the_last_row_its_format_holds() {
        let settings = IngestSettings::default();
        for (last, number, is_full) in [(65_536, 65_536, true), (65_536, 65_535, false), (1_048_576, 65_536, false)] {
            let book = builder_of(&settings, [sheet(last), row(number, &[(0, "x")])]).finish();
            assert_eq!(book.grids[0].is_full, is_full, "{number} of {last}");
        }
    }

    #[test]
    fn a_text_that_stands_for_an_error_is_one() {
        let settings = IngestSettings::default();
        let texts = [(0, "#VALEUR!"), (1, "#####"), (2, "#1"), (3, "#"), (4, "# ménage"), (5, "#N/A")];
        let book = builder_of(&settings, [sheet(9), row(1, &texts)]).finish();
        let are_errors: Vec<bool> =
            book.grids[0].rows[0].cells.iter().map(|(_, value)| matches!(value, CellValue::Error(_))).collect();
        assert_eq!(are_errors, [true, false, false, false, false, false]);
    }

    #[test]
    fn a_book_past_the_limits_is_refused() {
        let settings = IngestSettings { max_cells: 3, worker_memory_mb: 1, ..IngestSettings::default() };
        let mut builder = BookBuilder::new(&settings);
        let long = "x".repeat(1 << 20);
        let mut code_of = |event| builder.add(event).map_err(|e| e.code);
        assert_eq!(code_of(row(1, &[(0, "x")])), Err(ErrorCode::FileDamaged), "no sheet yet");
        assert_eq!(code_of(sheet(9)), Ok(()));
        assert_eq!(code_of(row(1, &[(0, &long)])), Err(ErrorCode::FileTooHeavy));
        assert_eq!(code_of(row(1, &[(0, "a"), (1, "b"), (2, "c")])), Err(ErrorCode::FileTooManyCells));
        let mut builder = BookBuilder::new(&settings);
        let name = || SheetEvent::OtherSheet(long[..1 << 18].to_owned());
        let names: Result<Vec<()>> = (0..5).map(|_| builder.add(name())).collect();
        assert_eq!(names.map_err(|e| e.code), Err(ErrorCode::FileTooHeavy), "sheets without cells count, too");
    }
}
