//! The hidden side of reading: this program as the worker that reads one workbook.
//!
//! Nobody types this; `bato run` and `bato check` start it, with a limit of memory. It knows no language and says nothing but
//! what it has read.

use bato::ingest;

use super::{DONE, NOT_DONE};

/// Reads the workbook on standard input.
pub(super) fn read_book() -> u8 {
    leave_no_image();
    match ingest::serve(std::io::stdin().lock(), std::io::stdout().lock()) {
        Ok(()) => DONE,
        Err(_) => NOT_DONE,
    }
}

/// No image of the memory on disk if the process dies: it would hold names.
#[cfg(unix)]
fn leave_no_image() {
    let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
}

#[cfg(not(unix))]
fn leave_no_image() {}
