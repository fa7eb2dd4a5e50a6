//! `bato run`: reads all files, makes the register and saves it as a new generation.

use std::path::Path;

use bato::app::{self, Progress, RemovalConsent, RunRequest, RunSummary};
use bato::config::Config;
use bato::error::Error;
use bato::messages::say;
use bato::store::Store;

use super::args::{Args, RunArgs};
use super::progress::Bars;
use super::progress_json::{self, JsonProgress};
use super::{DONE, DONE_WITH_FAULTS, Terminal, find, show};

pub(super) fn run(args: &Args, wanted: &RunArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let request = RunRequest {
        raw: args.raw.clone(),
        clean: args.clean.clone(),
        today: super::today(config),
        now: super::now(),
        config: config.clone(),
        removals: match wanted.accept_removals {
            None => RemovalConsent::None,
            Some(None) => RemovalConsent::All,
            Some(Some(n)) => RemovalConsent::Exactly(n),
        },
        expected: wanted.expect.as_deref().map(|code| app::expected_run(&args.clean, code)).transpose()?,
        dry_run: wanted.dry_run,
        no_cache: wanted.no_cache,
        worker: super::worker(),
    };
    let timings = wanted.timings.as_ref().map(|path| args.outputs([]).file(path)).transpose()?;
    let access = args.access_unasked(None)?;
    let (result, costs) = if wanted.progress_json {
        let progress = JsonProgress::new(terminal);
        let store = args.clean.is_dir().then(|| Store::open(&args.clean)).transpose()?;
        let version = store.and_then(|store| store.current_unchecked()).map(|generation| generation.number);
        progress.start(&request.now, version, request.dry_run);
        let bars = Bars::hidden(terminal);
        (app::run(&request, &access, &Both(&progress, &bars)), bars.finish())
    } else {
        let bars = Bars::new(terminal);
        (app::run(&request, &access, &bars), bars.finish())
    };
    let summary = result?;
    let command = record_command(args, &summary);
    let warnings = warnings(terminal, &summary);
    if wanted.progress_json {
        progress_json::summary(terminal, &summary, command.as_deref(), &warnings);
    } else {
        terminal.print(&show::summary(&terminal.messages, &summary));
        if let Some(command) = &command {
            terminal.print(&format!("\n{}", say!(terminal.messages, "summary-expect", command)));
        }
        warnings.iter().for_each(|warning| terminal.tell(warning));
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

/// Progress passed on to two receivers.
struct Both<'p>(&'p JsonProgress<'p>, &'p Bars<'p>);

impl Progress for Both<'_> {
    fn begin(&self, stage: app::Stage, total: u64) {
        self.0.begin(stage, total);
        self.1.begin(stage, total);
    }

    fn advance(&self, by: u64) {
        self.0.advance(by);
    }

    fn file_read(&self, n_rows: u64) {
        self.0.file_read(n_rows);
    }

    fn end(&self) {
        self.0.end();
        self.1.end();
    }

    fn changes(&self, changes: &bato::changes::Changes) -> Result<(), Error> {
        self.0.changes(changes)
    }
}

/// Returns the command that records what a dry run has shown; `None` after a run, or if nothing can be recorded.
fn record_command(args: &Args, summary: &RunSummary) -> Option<String> {
    let fingerprint =
        summary.fingerprint.as_ref().filter(|_| summary.is_dry_run && summary.unread_removals.is_none())?;
    let mut command = format!("bato run --expect {}", fingerprint.code());
    if summary.n_gone() > 0 {
        command.push_str(&format!(" --accept-removals={}", summary.n_gone()));
    }
    let mut add = |option: &str, path: &Path| {
        let path = path.display().to_string();
        let quote = if path.contains(' ') { "\"" } else { "" };
        command.push_str(&format!(" --{option} {quote}{path}{quote}"));
    };
    if args.raw != Path::new("data-raw") {
        add("raw", &args.raw);
    }
    if args.clean != Path::new("data-clean") {
        add("clean", &args.clean);
    }
    if let Some(config) = &args.config {
        add("config", config);
    }
    Some(command)
}

/// Most settings that are named when they changed.
const MOST_SETTINGS: usize = 8;

/// Returns what a run must warn of, in sentences.
fn warnings(terminal: &Terminal, summary: &RunSummary) -> Vec<String> {
    let messages = &terminal.messages;
    let mut warnings = Vec::new();
    if let Some(error) = summary.unread_removals.as_ref().filter(|_| summary.is_dry_run) {
        warnings.push(show::error(messages, error));
    }
    warnings.extend(show::astray(messages, &summary.astray));
    warnings.extend(show::unknown_files(messages, &summary.unknown_files));
    for (file, now) in &summary.idle_pins {
        let now = now.clone().unwrap_or_default();
        let is_renamed = if now.is_empty() { "no" } else { "yes" };
        warnings.push(say!(messages, "summary-idle-pin", file, now, renamed = is_renamed));
    }
    if let Some((generation, keys)) = &summary.changed_settings {
        let list = keys.iter().take(MOST_SETTINGS).cloned().collect::<Vec<_>>().join(", ");
        let list = if keys.len() > MOST_SETTINGS { format!("{list}…") } else { list };
        warnings.push(say!(messages, "summary-settings-changed", generation = generation.to_string(), list));
    }
    if let Some((generation, files)) = &summary.changed_reference {
        let (generation, list) = (generation.to_string(), files.join(", "));
        warnings.push(say!(messages, "summary-reference-changed", generation, list));
    }
    for (id, places) in [
        ("summary-corrections-gone", &summary.corrections_gone),
        ("summary-events-of-others", &summary.events_of_others),
    ] {
        if !places.is_empty() {
            let list = places.iter().take(MOST_SETTINGS).cloned().collect::<Vec<_>>().join("; ");
            let list = if places.len() > MOST_SETTINGS { format!("{list}…") } else { list };
            warnings.push(say!(messages, id, n = places.len(), list));
        }
    }
    if let Some(doubt) = &summary.clock {
        warnings.push(show::clock(messages, doubt));
    }
    if let Some((generation, cause)) = summary.recovered {
        warnings.push(show::recovered(messages, generation, cause));
    }
    if let Some(fault) = &summary.log_fault {
        warnings.push(find::log_fault(messages, fault));
    }
    warnings
}
