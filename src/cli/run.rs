//! `bato run`: the main job.

use bato::config::Config;
use bato::error::Error;
use bato::pipeline::{self, Request};

use super::args::Args;
use super::progress::Bars;
use super::{DONE, DONE_WITH_FAULTS, Terminal, show};

pub(super) fn run(
    args: &Args,
    accept_removals: bool,
    dry_run: bool,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let now = chrono::Local::now();
    let request = Request {
        raw: args.raw.clone(),
        clean: args.clean.clone(),
        today: config.run.today.unwrap_or_else(|| now.date_naive()),
        now: now.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
        config: config.clone(),
        accept_removals,
        dry_run,
        worker: super::worker(),
    };
    let bars = Bars::new(terminal);
    let done = pipeline::run(&request, &bars);
    drop(bars);
    let summary = done?;
    terminal.print(&show::summary(&terminal.messages, &summary));
    let is_whole = summary.unreadable.is_empty() && summary.report.as_ref().is_none_or(Result::is_ok);
    Ok(if is_whole { DONE } else { DONE_WITH_FAULTS })
}
