//! The program `bato`: it makes a population register from household census sheets and birth registers.

mod cli;
mod desk;
mod host;

use std::process::ExitCode;

/// Returns freed memory to the system and accepts a limit: the worker that reads a workbook is started with one.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // An image of the memory on disk would hold names.
    #[cfg(unix)]
    let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
    windows_desktop::keep_no_memory_of_crashes();
    let selection = windows_desktop::NoSelection::begin();
    // On Windows a pattern such as `*.xlsx` is expanded here; elsewhere the shell has done so.
    let status = cli::main(wild::args_os().collect());
    drop(selection);
    status
}
