//! Bytes -> [`Book`]: the sheets of a file as they stand, by the format that its bytes show.
//!
//! Text tables are read in this process, workbooks in a worker process where the settings name one.

use std::path::Path;

use crate::error::Result;
use crate::record::{Book, SourceFile};

use super::file_bytes::{load_file, read_within_limit};
use super::guard::{self, Container, WorkbookFormat};
use super::settings::IngestSettings;
use super::sheet_events::BookBuilder;
use super::{delimited, workbook, worker};

/// Reads one file's sheets without looking for tables.
///
/// # Errors
/// As [`super::read_file`], `file-no-rows` excepted.
pub fn read_book(path: &Path, name: &str, settings: &IngestSettings) -> Result<(SourceFile, Book)> {
    let file = load_file(path, name, settings)?;
    let book = book_of(&file.bytes, settings)?;
    Ok((file.source, book))
}

/// Reads the sheets in a file's bytes.
///
/// # Errors
/// As [`read_book`], those of the file system excepted.
pub fn book_of(bytes: &[u8], settings: &IngestSettings) -> Result<Book> {
    match (guard::sniff(bytes, settings)?, &settings.worker) {
        (Container::Text, _) => delimited::read(bytes, settings),
        (_, Some(program)) => worker::read(program, bytes, settings),
        (_, None) => {
            let mut builder = BookBuilder::new(settings);
            workbook::inspect_and_read(bytes, settings, &mut |event| builder.add(event))?;
            Ok(builder.finish())
        }
    }
}

/// The unchanged bytes of an input file.
pub(crate) struct Original {
    pub(crate) bytes: Vec<u8>,
    /// Whether it is an .xlsx or .xlsm, whatever its name ends in.
    pub(crate) is_xlsx: bool,
}

/// Reads one file's bytes, for a copy of it.
///
/// # Errors
/// Those of the guard and of the file system.
pub(crate) fn read_original(path: &Path, settings: &IngestSettings) -> Result<Original> {
    let bytes = read_within_limit(path, settings)?;
    let is_workbook = guard::sniff(&bytes, settings)? != Container::Text;
    let is_xlsx = is_workbook && guard::inspect(&bytes, settings)?.format == WorkbookFormat::Xlsx;
    Ok(Original { bytes, is_xlsx })
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(
            start in proptest::sample::select(vec![&b"PK\x03\x04"[..], b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x09\x08", b"<", b""]),
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400),
        ) {
            let _ = book_of(&[start, &bytes].concat(), &IngestSettings::default());
        }
    }
}
