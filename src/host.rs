//! What the program asks its computer: the time, the day, its own file.

use std::path::PathBuf;

use bato::config::Config;

/// The path of this program, which is started again as the worker that reads workbooks.
pub(crate) fn worker() -> Option<PathBuf> {
    std::env::current_exe().ok()
}

/// Returns the present moment as RFC 3339, to the second.
pub(crate) fn now() -> String {
    chrono::Local::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

/// The day that counts as today: that of the settings, else of the clock.
pub(crate) fn today(config: &Config) -> chrono::NaiveDate {
    config.run.today.unwrap_or_else(|| chrono::Local::now().date_naive())
}
