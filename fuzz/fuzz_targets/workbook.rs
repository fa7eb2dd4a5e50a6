//! Reads any bytes as a workbook in this process: no panic outside calamine, rows and cells in order.
//!
//! libFuzzer limits the memory (`-rss_limit_mb`); in the program the worker process does.
#![no_main]

use bato::ingest::{IngestSettings, book_of};
use libfuzzer_sys::fuzz_target;

// libFuzzer's hook would end the process at a panic of calamine, which the reader catches. Other panics still end it.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |bytes: &[u8]| {
    // Within seconds a changed .xls makes calamine ask for more memory than there is, which ends this process (in the program
    // only the worker). tests/corpus.py --damage tests those.
    if bytes.starts_with(&[0xd0, 0xcf]) {
        return;
    }
    let settings = IngestSettings { max_inflated_mb: 16, max_cells: 1_000_000, ..IngestSettings::default() };
    if let Ok(book) = book_of(bytes, &settings) {
        for grid in &book.grids {
            assert!(grid.rows.windows(2).all(|two| two[0].row < two[1].row));
            assert!(grid.rows.iter().all(|row| row.cells.windows(2).all(|two| two[0].0 < two[1].0)));
        }
    }
});
