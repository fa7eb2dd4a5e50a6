//! `bato report`: the reports of the current generation, rendered again.

use std::path::Path;

use bato::config::Config;
use bato::error::Error;
use bato::messages::{Fact, Lang};
use bato::pipeline;

use super::args::Args;
use super::{DONE, Terminal};

pub(super) fn report(args: &Args, out: Option<&Path>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let folder = out.map_or_else(|| args.clean.join("reports"), Path::to_path_buf);
    // One language if it was asked for, else all; the first is the one shown.
    let langs = args.lang.as_deref().and_then(Lang::from_code).map_or(Lang::ALL.to_vec(), |lang| vec![lang]);
    let path = pipeline::report(&args.clean, &folder, config, &args.raw, &langs)?;
    terminal.print(&terminal.messages.say("report-written", &[("path", Fact::from(path.display().to_string()))]));
    Ok(DONE)
}
