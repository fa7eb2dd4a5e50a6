//! `bato backup` and `bato restore`: write a register to one file, restore it, or restore an older version.

use std::path::{Path, PathBuf};

use bato::app::{self, BackupParcel};
use bato::backup::{BackupContents, RegisterPaths};
use bato::config::Config;
use bato::error::Error;
use bato::messages::{Lang, say};

use super::args::Args;
use super::{DONE, DONE_WITH_FAULTS, Terminal, now, parcel, passphrase, show};

/// Writes a backup; with `to`, one that is sealed for that office or safe.
pub(super) fn back_up(
    args: &Args,
    out: Option<&Path>,
    to: Option<&str>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let Some(out) = out.filter(|_| to.is_none()) else {
        return back_up_sealed(args, out, to.unwrap_or_default(), config, terminal);
    };
    let (output, access) = (args.outputs([]).file(out)?, args.access(terminal)?);
    let kept = app::back_up(&places(args), &config.run.commune, &output, &now(), &access)?;
    let (mb, generation) = (kept.n_bytes().div_ceil(1_000_000), kept.generation.to_string());
    let messages = &terminal.messages;
    terminal.print(&say!(messages, "backup-written", path = out, n = kept.files.len(), mb, generation));
    Ok(DONE)
}

fn back_up_sealed(
    args: &Args,
    out: Option<&Path>,
    to: &str,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let (passphrase, access) = (passphrase::known(terminal)?, args.access(terminal)?);
    let (paths, now) = (places(args), now());
    let request = BackupParcel { paths: &paths, commune: &config.run.commune, to, passphrase: &passphrase, now: &now };
    let rules = args.outputs([]);
    let path = |name: &str| rules.file(&out.map_or_else(|| PathBuf::from(format!("{name}.bato")), Path::to_path_buf));
    let made = app::back_up_sealed(&request, &path, &access)?;
    parcel::print_output(&made, terminal);
    Ok(DONE)
}

/// Restores a backup. `commune` is the commune that the user names.
pub(super) fn restore(
    args: &Args,
    file: &Path,
    commune: Option<&str>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let (paths, access) = (places(args), args.access_unasked(None)?);
    let own = paths.config.is_file().then_some(config.run.commune.as_str());
    let confirm = |contents: &BackupContents| {
        let (at, commune, generation) = (&contents.made_at, &contents.commune, contents.generation.to_string());
        let answer = terminal.ask(&say!(messages, "restore-confirm", commune, at, generation))?;
        let answer = answer.to_lowercase();
        Some(messages.text("answer-yes").split_whitespace().any(|yes| yes == answer))
    };
    let restored = app::restore(file, &paths, own, commune, &confirm, Some(&access))?;
    let (n, at, generation) = (restored.files.len(), &restored.made_at, restored.generation.to_string());
    let commune = &restored.commune;
    terminal.print(&say!(messages, "restore-done", n, commune, at, generation, clean = &args.clean));
    if let Some(beside) = app::settings_beside(&paths) {
        terminal.print(&say!(messages, "restore-settings", path = &paths.config, beside = &beside));
    }
    let trusted = app::trusted_since_backup(&args.clean, &restored)?;
    if !trusted.is_empty() {
        terminal.print(&say!(messages, "office-look-over", n = trusted.len(), list = trusted.join(", ")));
    }
    Ok(DONE)
}

/// Takes an older version into use again.
pub(super) fn restore_generation(args: &Args, number: u64, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let restored = app::restore_generation(&args.clean, number, now(), &args.access_unasked(None)?)?.number.to_string();
    let from = number.to_string();
    terminal.print(&say!(terminal.messages, "restore-generation", from, generation = restored));
    // The reports are those of the version restored, which is in use also where they can't be written.
    let Err(error) = app::report(&args.clean, None, config, &args.raw, &Lang::ALL) else { return Ok(DONE) };
    terminal.tell(&show::no_report(&terminal.messages, &error));
    Ok(DONE_WITH_FAULTS)
}

fn places(args: &Args) -> RegisterPaths {
    let config = args.config.clone().unwrap_or_else(|| PathBuf::from("bato.toml"));
    RegisterPaths { raw: args.raw.clone(), clean: args.clean.clone(), config }
}
