//! `bato backup` and `bato restore`: the register in one file and back, and an older version made the one in use.

use std::path::{Path, PathBuf};

use bato::app;
use bato::backup::{self, RegisterPaths};
use bato::error::Error;
use bato::messages::Fact;

use super::args::Args;
use super::{DONE, Terminal, now};

pub(super) fn back_up(args: &Args, out: &Path, terminal: &Terminal) -> Result<u8, Error> {
    let kept = app::back_up(&places(args), out, &now(), &args.access()?)?;
    let facts = [
        ("path", Fact::from(out.display().to_string())),
        ("n", kept.files.len().into()),
        ("mb", kept.n_bytes().div_ceil(1_000_000).into()),
        ("generation", kept.generation.to_string().into()),
    ];
    terminal.print(&terminal.messages.say("backup-written", &facts));
    Ok(DONE)
}

pub(super) fn restore(
    args: &Args,
    file: Option<&Path>,
    generation: Option<u64>,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if let Some(number) = generation {
        let restored = app::restore_generation(&args.clean, number, now())?;
        let facts = [("from", Fact::from(number.to_string())), ("generation", restored.number.to_string().into())];
        terminal.print(&messages.say("restore-generation", &facts));
        return Ok(DONE);
    }
    let restored = backup::restore(file.unwrap_or(Path::new("")), &places(args))?;
    let facts = [
        ("n", Fact::from(restored.files.len())),
        ("at", restored.made_at.as_str().into()),
        ("generation", restored.generation.to_string().into()),
        ("clean", args.clean.display().to_string().into()),
    ];
    terminal.print(&messages.say("restore-done", &facts));
    Ok(DONE)
}

fn places(args: &Args) -> RegisterPaths {
    let config = args.config.clone().unwrap_or_else(|| PathBuf::from("bato.toml"));
    RegisterPaths { raw: args.raw.clone(), clean: args.clean.clone(), config }
}
