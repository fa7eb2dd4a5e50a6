//! `bato run`: reads all files, makes the register and saves it as a new generation.

use bato::app::{self, RunRequest};
use bato::config::Config;
use bato::error::Error;

use super::args::{Args, RunArgs};
use super::progress::Bars;
use super::{DONE, DONE_WITH_FAULTS, Terminal, find, show};

pub(super) fn run(args: &Args, wanted: &RunArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let request = RunRequest {
        raw: args.raw.clone(),
        clean: args.clean.clone(),
        today: super::today(config),
        now: super::now(),
        config: config.clone(),
        accept_removals: wanted.accept_removals,
        dry_run: wanted.dry_run,
        no_cache: wanted.no_cache,
        worker: super::worker(),
    };
    let timings = wanted.timings.as_ref().map(|path| args.outputs([]).file(path)).transpose()?;
    let bars = Bars::new(terminal);
    let result = app::run(&request, &args.access_unasked(None)?, &bars);
    let costs = bars.finish();
    let summary = result?;
    terminal.print(&show::summary(&terminal.messages, &summary));
    if let Some(doubt) = &summary.clock {
        terminal.tell(&show::clock(&terminal.messages, doubt));
    }
    if let Some((generation, cause)) = summary.recovered {
        terminal.tell(&show::recovered(&terminal.messages, generation, cause));
    }
    if let Some(fault) = &summary.log_fault {
        terminal.tell(&find::log_fault(&terminal.messages, fault));
    }
    let mut is_whole = summary.unreadable.is_empty() && summary.log_fault.is_none();
    is_whole &= summary.report.as_ref().is_none_or(Result::is_ok);
    // The register is saved: a file of timings that can't be written does not undo that.
    if let Some(error) = timings.as_ref().and_then(|path| costs.write(path.path()).err()) {
        terminal.tell(&show::error(&terminal.messages, &error));
        is_whole = false;
    }
    Ok(if is_whole { DONE } else { DONE_WITH_FAULTS })
}
