//! `bato release`: makes the folder that may leave the commune.

use std::path::{Path, PathBuf};

use bato::app::{self, ReleaseRequest};
use bato::config::Config;
use bato::error::Error;
use bato::messages::say;
use bato::store::OutputPath;

use super::args::Args;
use super::{DONE, Terminal};

pub(super) fn release(
    args: &Args,
    period: Option<&str>,
    [without_ledger, new_settings]: [Option<&str>; 2],
    out: Option<&Path>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let out: OutputPath = args.outputs([]).folder(&out.map_or_else(|| beside(&args.clean), Path::to_path_buf))?;
    let request = ReleaseRequest {
        clean: &args.clean,
        raw: &args.raw,
        out: &out,
        period,
        without_ledger,
        new_settings,
        config,
        now: &super::now(),
        today: super::today(config),
    };
    let made = app::release(&request)?;
    let messages = &terminal.messages;
    if let Some(generation) = made.unlisted_generation {
        terminal.tell(&say!(messages, "release-without-ledger", generation = generation.to_string()));
    }
    terminal.print(&say!(messages, "release-written", number = made.number.to_string(), path = &made.folder));
    if let Some(n) = made.changes.filter(|n| *n > 0) {
        terminal.print(&say!(messages, "release-changes", n));
    }
    if let Some(n) = made.residents_from_release {
        terminal.print(&say!(messages, "release-residents-of", number = n.to_string()));
    }
    if let Some(n) = made.acts_from_release {
        terminal.print(&say!(messages, "release-acts-of", number = n.to_string(), period = made.period));
    }
    sign(args, &made.folder, terminal)?;
    Ok(DONE)
}

/// Signs a release if this register has the key of an office and its passphrase is given.
fn sign(args: &Args, folder: &Path, terminal: &Terminal) -> Result<(), Error> {
    let messages = &terminal.messages;
    if app::own_card(&args.clean).is_err() {
        return Ok(());
    }
    match super::passphrase::known(terminal) {
        Ok(passphrase) => {
            app::sign_release(&args.clean, folder, &passphrase, &super::now())?;
            terminal.print(&messages.text("release-signed"));
        }
        Err(_) => terminal.tell(&messages.text("release-not-signed")),
    }
    Ok(())
}

/// The folder of releases: beside that of the register.
fn beside(clean: &Path) -> PathBuf {
    clean.parent().unwrap_or(Path::new("")).join("releases")
}
