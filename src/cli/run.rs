//! `bato run`: the main job.

use std::path::Path;

use bato::app::{self, RunRequest};
use bato::config::Config;
use bato::error::Error;

use super::args::Args;
use super::progress::Bars;
use super::timings::Timings;
use super::{DONE, DONE_WITH_FAULTS, Terminal, show};

/// What was typed after the command.
pub(super) struct Asked<'a> {
    pub(super) accept_removals: bool,
    pub(super) dry_run: bool,
    pub(super) no_cache: bool,
    /// Where to write what each stage took.
    pub(super) timings: Option<&'a Path>,
}

pub(super) fn run(args: &Args, asked: &Asked<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let now = chrono::Local::now();
    let request = RunRequest {
        raw: args.raw.clone(),
        clean: args.clean.clone(),
        today: config.run.today.unwrap_or_else(|| now.date_naive()),
        now: now.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
        config: config.clone(),
        accept_removals: asked.accept_removals,
        dry_run: asked.dry_run,
        no_cache: asked.no_cache,
        worker: super::worker(),
    };
    let timings = Timings::new(Bars::new(terminal));
    let done = app::run(&request, &args.access()?, &timings);
    let taken = timings.finish();
    let summary = done?;
    if let Some(path) = asked.timings {
        taken.write(path)?;
    }
    terminal.print(&show::summary(&terminal.messages, &summary));
    let is_whole = summary.unreadable.is_empty() && summary.report.as_ref().is_none_or(Result::is_ok);
    Ok(if is_whole { DONE } else { DONE_WITH_FAULTS })
}
