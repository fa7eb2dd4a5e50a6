//! Any bytes as a workbook, guard and reader in this process: no panic of ours, cells in order.
//!
//! Memory is libFuzzer's to watch (`-rss_limit_mb`): in the program a worker of its own is held to a limit.
#![no_main]

use bato::ingest::{IngestSettings, book_of};
use libfuzzer_sys::fuzz_target;

// libFuzzer's own hook ends the process at calamine's panics, which the reader catches; one of ours still comes out.
fuzz_target!(init: std::panic::set_hook(Box::new(|_| {})), |bytes: &[u8]| {
    // A changed .xls makes calamine ask for more memory than there is within seconds, which ends this process and in the
    // program only the worker: tests/corpus.py --damage is for those.
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
