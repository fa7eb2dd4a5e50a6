//! The hidden side of reading: this program as the worker that reads one workbook, its memory limited first.
//!
//! Nobody types this; `bato run` and `bato check` start it. It knows no language and says nothing but what it has read.

use bato::ingest;

use super::{DONE, NOT_DONE};

/// Limits this process to `memory_mb` and reads the workbook on standard input.
pub(super) fn read_book(memory_mb: &str) -> u8 {
    let Ok(memory_mb) = memory_mb.parse::<u64>() else { return NOT_DONE };
    limit_memory(memory_mb.saturating_mul(1024 * 1024));
    match ingest::serve(std::io::stdin().lock(), std::io::stdout().lock()) {
        Ok(()) => DONE,
        Err(_) => NOT_DONE,
    }
}

/// Nothing more is allocated than this: the process ends where it is asked for.
fn limit_memory(bytes: u64) {
    let _ = crate::ALLOCATOR.set_limit(usize::try_from(bytes).unwrap_or(usize::MAX));
    leave_no_image();
}

/// No image of the memory on disk if the process dies: it would hold names.
#[cfg(unix)]
fn leave_no_image() {
    let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
}

#[cfg(not(unix))]
fn leave_no_image() {}
