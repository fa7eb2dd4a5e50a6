//! `bato`: from household census sheets and birth registers to a population register.

mod cli;

use std::process::ExitCode;

/// Counts what is allocated, so that the worker of [`cli`] can be held to a limit; without one it only counts.
#[global_allocator]
static ALLOCATOR: cap::Cap<mimalloc::MiMalloc> = cap::Cap::new(mimalloc::MiMalloc, usize::MAX);

fn main() -> ExitCode {
    cli::main(std::env::args_os().collect())
}
