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

/// No more address space than this, and no image of the memory on disk if it dies: it would hold names.
///
/// Where the system refuses, the time limit of the run still holds.
#[cfg(unix)]
fn limit_memory(bytes: u64) {
    use rlimit::Resource;
    let _ = rlimit::setrlimit(Resource::CORE, 0, 0);
    let _ = rlimit::setrlimit(Resource::AS, bytes, bytes);
}

/// Windows limits no process that did not ask for it beforehand: the allocator counts instead.
#[cfg(windows)]
fn limit_memory(bytes: u64) {
    let _ = crate::ALLOCATOR.set_limit(usize::try_from(bytes).unwrap_or(usize::MAX));
}

#[cfg(not(any(unix, windows)))]
fn limit_memory(_: u64) {}
