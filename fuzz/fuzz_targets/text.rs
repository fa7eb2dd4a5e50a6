//! Reads any bytes as a text table: no panic, rows and cells in order.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // Workbooks have a target of their own.
    if bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf]) {
        return;
    }
    if let Ok(book) = bato::ingest::book_of(bytes, &bato::ingest::IngestSettings::default()) {
        for grid in &book.grids {
            assert!(grid.rows.windows(2).all(|two| two[0].row < two[1].row));
            assert!(grid.rows.iter().all(|row| row.cells.windows(2).all(|two| two[0].0 < two[1].0)));
        }
    }
});
