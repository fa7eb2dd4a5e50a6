//! `bato backup` and `bato restore`: write a register to one file, restore it, or restore an older version.

use std::path::{Path, PathBuf};

use bato::app;
use bato::backup::{self, RegisterPaths};
use bato::config::Config;
use bato::error::Error;
use bato::messages::{Lang, say};

use super::args::Args;
use super::{DONE, Terminal, now};

pub(super) fn back_up(args: &Args, out: &Path, terminal: &Terminal) -> Result<u8, Error> {
    let kept = app::back_up(&places(args), &args.outputs([]).file(out)?, &now(), &args.access()?)?;
    let (mb, generation) = (kept.n_bytes().div_ceil(1_000_000), kept.generation.to_string());
    let messages = &terminal.messages;
    terminal.print(&say!(messages, "backup-written", path = out, n = kept.files.len(), mb, generation));
    Ok(DONE)
}

pub(super) fn restore(
    args: &Args,
    file: Option<&Path>,
    generation: Option<u64>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let text = if let Some(number) = generation {
        let restored = app::restore_generation(&args.clean, number, now())?.number.to_string();
        // The reports are those of the version restored.
        app::report(&args.clean, None, config, &args.raw, &Lang::ALL)?;
        say!(messages, "restore-generation", from = number.to_string(), generation = restored)
    } else {
        let restored = backup::restore(file.unwrap_or(Path::new("")), &places(args))?;
        let (n, at, generation) = (restored.files.len(), &restored.made_at, restored.generation.to_string());
        say!(messages, "restore-done", n, at, generation, clean = &args.clean)
    };
    terminal.print(&text);
    Ok(DONE)
}

fn places(args: &Args) -> RegisterPaths {
    let config = args.config.clone().unwrap_or_else(|| PathBuf::from("bato.toml"));
    RegisterPaths { raw: args.raw.clone(), clean: args.clean.clone(), config }
}
