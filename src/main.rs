//! The program `bato`: it makes a population register from household census sheets and birth registers.

mod cli;

use std::process::ExitCode;

/// Returns freed memory to the system and accepts a limit: the worker that reads a workbook is started with one.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main(std::env::args_os().collect())
}
