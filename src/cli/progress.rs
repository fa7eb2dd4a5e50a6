//! The progress bar of a run or a check: stage, share done, rate, time left. It is drawn only on a terminal and never
//! with `--quiet`.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use bato::app::{Progress, Stage};
use bato::changes::Changes;
use bato::error::Error;
use bato::messages::say;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::timings::{ResourceUse, RunCost};
use super::{Terminal, changes};

/// A progress bar for the stage under way. It also measures each stage, which lasts until the next one begins.
pub(super) struct Bars<'t> {
    terminal: &'t Terminal,
    bar: Mutex<ProgressBar>,
    is_hidden: bool,
    n_files: AtomicU64,
    n_rows: AtomicU64,
    starts: Mutex<Vec<(&'static str, ResourceUse)>>,
}

impl<'t> Bars<'t> {
    pub(super) fn new(terminal: &'t Terminal) -> Self {
        Self {
            terminal,
            bar: Mutex::new(ProgressBar::hidden()),
            is_hidden: terminal.is_quiet,
            n_files: AtomicU64::new(0),
            n_rows: AtomicU64::new(0),
            starts: Mutex::new(vec![("start", ResourceUse::now())]),
        }
    }

    /// Returns a bar that is not drawn; the stages are measured.
    pub(super) fn hidden(terminal: &'t Terminal) -> Self {
        let mut bars = Self::new(terminal);
        bars.is_hidden = true;
        bars
    }

    /// Removes the bar and returns the cost of each stage.
    pub(super) fn finish(self) -> RunCost {
        RunCost::new(&self.starts.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn with_bar(&self, act: impl FnOnce(&ProgressBar)) {
        if let Ok(bar) = self.bar.lock() {
            act(&bar);
        }
    }
}

impl Progress for Bars<'_> {
    fn changes(&self, changes: &Changes) -> Result<(), Error> {
        let messages = &self.terminal.messages;
        let text = changes::text(messages, changes, changes::MOST_LISTED);
        self.terminal.print(&format!("{}\n{text}\n", messages.text("changes-title")));
        Ok(())
    }

    fn begin(&self, stage: Stage, total: u64) {
        if let Ok(mut starts) = self.starts.lock() {
            starts.push((stage.code(), ResourceUse::now()));
        }
        let target = if self.is_hidden { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let (bar, template) = if total > 0 {
            let left = self.terminal.messages.text("progress-left");
            let template =
                format!("{{prefix}} [{{bar:24}}] {{percent:>3}} %  {{binary_bytes_per_sec}}  {left} {{eta}}  {{msg}}");
            (ProgressBar::with_draw_target(Some(total), target), template)
        } else {
            (ProgressBar::with_draw_target(None, target), "{prefix} {spinner} {elapsed}".to_owned())
        };
        let name = self.terminal.messages.text(&format!("stage-{}", stage.code()));
        let bar = bar.with_prefix(format!("{}/5 {name}", stage as usize + 1));
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
        self.with_bar(|bar| bar.set_message(say!(self.terminal.messages, "progress-files", files, rows)));
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
