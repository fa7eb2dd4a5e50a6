//! `bato report`: renders the reports of the current generation again.

use std::path::Path;

use bato::app;
use bato::config::Config;
use bato::error::Error;
use bato::messages::say;

use super::args::Args;
use super::{DONE, Terminal};

pub(super) fn report(args: &Args, out: Option<&Path>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let folder = out.map_or_else(|| args.clean.join("reports"), Path::to_path_buf);
    let path = app::report(&args.clean, &folder, config, &args.raw, &args.langs())?;
    terminal.print(&say!(terminal.messages, "report-written", path = &path));
    Ok(DONE)
}
