//! `bato`: from household census sheets and birth registers to a population register.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main(std::env::args_os().collect())
}
