//! Reads any text as a web page and as an XML workbook: no panic, rows and cells in order.
#![no_main]

use bato::ingest::{IngestSettings, book_of};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let settings = IngestSettings { max_cells: 1_000_000, ..IngestSettings::default() };
    for start in ["<html><table>", "<?xml version=\"1.0\"?><Workbook><Worksheet><Table>"] {
        let page = [start.as_bytes(), text].concat();
        if let Ok(book) = book_of(&page, &settings) {
            for grid in &book.grids {
                assert!(grid.rows.windows(2).all(|two| two[0].row < two[1].row));
                assert!(grid.rows.iter().all(|row| row.cells.windows(2).all(|two| two[0].0 < two[1].0)));
            }
        }
    }
});
