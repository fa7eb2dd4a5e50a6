//! The hidden command that reads one workbook in a process of its own.
//!
//! `bato run` and `bato check` start it with a limit of memory. It prints nothing but the cells, in the protocol of
//! `bato::ingest`.

use bato::ingest;

use super::{DONE, NOT_DONE};

/// Reads the workbook on standard input and writes its cells to standard output; returns the exit status.
pub(super) fn read_book() -> u8 {
    disable_core_dumps();
    match ingest::serve(std::io::stdin().lock(), std::io::stdout().lock()) {
        Ok(()) => DONE,
        Err(_) => NOT_DONE,
    }
}

/// Disables core dumps: a dump of this process would hold names.
#[cfg(unix)]
fn disable_core_dumps() {
    let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
}

#[cfg(not(unix))]
fn disable_core_dumps() {}
