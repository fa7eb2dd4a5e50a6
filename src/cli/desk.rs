//! `bato desk`: starts the desk, prints its address, and opens the browser on it.

use std::path::{Path, PathBuf};

use bato::backup::RegisterPaths;
use bato::error::Error;
use bato::messages::say;

use super::args::{Args, VERSION};
use super::{DONE, Terminal};
use crate::desk::{self, DeskPlace};

pub(super) fn desk(args: &Args, no_browser: bool, terminal: &Terminal) -> Result<u8, Error> {
    let config = args.config.clone().unwrap_or_else(|| PathBuf::from("bato.toml"));
    let place = DeskPlace {
        paths: RegisterPaths { raw: args.raw.clone(), clean: args.clean.clone(), config },
        names_config: args.config.is_some(),
        lang: terminal.messages.lang(),
        program: VERSION,
    };
    let announce = |address: &str, page: &Path, is_running: bool| {
        terminal.print(&format!("http://{address}"));
        let is_open = !no_browser && desk::open_browser(page);
        if terminal.is_quiet && is_open {
            return;
        }
        let id = match (is_running, is_open) {
            (true, true) => "desk-terminal-again",
            (false, true) => "desk-terminal-open",
            (_, false) => "desk-terminal-open-page",
        };
        terminal.tell(&say!(&terminal.messages, id, path = page));
    };
    desk::serve(place, announce)?;
    Ok(DONE)
}
