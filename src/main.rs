//! `bato`: from household census sheets and birth registers to a population register.

mod cli;

use std::process::ExitCode;

/// Counts what is allocated, so that the worker of [`cli`] can be held to a limit; without one it only counts.
#[cfg(windows)]
#[global_allocator]
static ALLOCATOR: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

#[cfg(unix)]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main(std::env::args_os().collect())
}
