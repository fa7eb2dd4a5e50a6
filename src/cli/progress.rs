//! The progress bar of a run or a check: stage, share done, rate, time left. It is drawn only on a terminal and never with
//! `--quiet`.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use bato::app::{Progress, Stage};
use bato::changes::Changes;
use bato::error::Error;
use bato::messages::{Fact, Messages};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Terminal, changes};

/// A progress bar for the stage under way.
pub(super) struct Bars<'t> {
    terminal: &'t Terminal,
    messages: &'t Messages,
    is_quiet: bool,
    bar: Mutex<ProgressBar>,
    n_files: AtomicU64,
    n_rows: AtomicU64,
}

impl<'t> Bars<'t> {
    pub(super) fn new(terminal: &'t Terminal) -> Self {
        Self {
            terminal,
            messages: &terminal.messages,
            is_quiet: terminal.is_quiet,
            bar: Mutex::new(ProgressBar::hidden()),
            n_files: AtomicU64::new(0),
            n_rows: AtomicU64::new(0),
        }
    }

    fn with_bar(&self, act: impl FnOnce(&ProgressBar)) {
        if let Ok(bar) = self.bar.lock() {
            act(&bar);
        }
    }
}

impl Progress for Bars<'_> {
    fn changes(&self, changes: &Changes) -> Result<(), Error> {
        self.terminal.print(&changes::run_text(self.messages, changes));
        Ok(())
    }

    fn begin(&self, stage: Stage, total: u64) {
        let (place, id) = match stage {
            Stage::Read => (1, "stage-read"),
            Stage::Link => (2, "stage-link"),
            Stage::Register => (3, "stage-register"),
            Stage::Publish => (4, "stage-publish"),
            Stage::Report => (5, "stage-report"),
        };
        let target = if self.is_quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let (bar, template) = if total > 0 {
            let left = self.messages.text("progress-left");
            let template =
                format!("{{prefix}} [{{bar:24}}] {{percent:>3}} %  {{binary_bytes_per_sec}}  {left} {{eta}}  {{msg}}");
            (ProgressBar::with_draw_target(Some(total), target), template)
        } else {
            (ProgressBar::with_draw_target(None, target), "{prefix} {spinner} {elapsed}".to_owned())
        };
        let bar = bar.with_prefix(format!("{place}/5 {}", self.messages.text(id)));
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style.progress_chars("##-"));
        }
        bar.enable_steady_tick(std::time::Duration::from_millis(200));
        if let Ok(mut slot) = self.bar.lock() {
            *slot = bar;
        }
    }

    fn advance(&self, by: u64) {
        self.with_bar(|bar| bar.inc(by));
    }

    fn file_read(&self, n_rows: u64) {
        let files = self.n_files.fetch_add(1, Ordering::Relaxed) + 1;
        let rows = self.n_rows.fetch_add(n_rows, Ordering::Relaxed) + n_rows;
        let facts = [("files", Fact::from(files)), ("rows", Fact::from(rows))];
        self.with_bar(|bar| bar.set_message(self.messages.say("progress-files", &facts)));
    }

    fn end(&self) {
        self.with_bar(ProgressBar::finish_and_clear);
    }
}

impl Drop for Bars<'_> {
    fn drop(&mut self) {
        self.with_bar(ProgressBar::finish_and_clear);
    }
}
