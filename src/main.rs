//! `bato`: from household census sheets and birth registers to a population register.

mod cli;

use std::process::ExitCode;

/// Gives back what was freed, and can be held to a limit: the worker that reads a workbook is started with one.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main(std::env::args_os().collect())
}
