//! `bato run`: reads all files, makes the register and saves it as a new generation.

use std::path::Path;

use bato::app::{self, RunRequest};
use bato::config::Config;
use bato::error::Error;

use super::args::Args;
use super::progress::Bars;
use super::timings::Timings;
use super::{DONE, DONE_WITH_FAULTS, Terminal, show};

/// The arguments of the command.
pub(super) struct RunArgs<'a> {
    pub(super) accept_removals: bool,
    pub(super) dry_run: bool,
    pub(super) no_cache: bool,
    /// The file for the time and memory of each stage.
    pub(super) timings: Option<&'a Path>,
}

pub(super) fn run(args: &Args, options: &RunArgs<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let now = chrono::Local::now();
    let request = RunRequest {
        raw: args.raw.clone(),
        clean: args.clean.clone(),
        today: config.run.today.unwrap_or_else(|| now.date_naive()),
        now: now.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
        config: config.clone(),
        accept_removals: options.accept_removals,
        dry_run: options.dry_run,
        no_cache: options.no_cache,
        worker: super::worker(),
    };
    let timings = Timings::new(Bars::new(terminal));
    let result = app::run(&request, &args.access()?, &timings);
    let costs = timings.finish();
    let summary = result?;
    if let Some(path) = options.timings {
        costs.write(path)?;
    }
    terminal.print(&show::summary(&terminal.messages, &summary));
    let is_whole = summary.unreadable.is_empty() && summary.report.as_ref().is_none_or(Result::is_ok);
    Ok(if is_whole { DONE } else { DONE_WITH_FAULTS })
}
