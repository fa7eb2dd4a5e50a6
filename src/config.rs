//! `bato.toml` and the flags -> one checked configuration.
//!
//! Every setting has a default, so that the program runs without a file; an unknown key or a value out of range is an
//! error that names it. Each stage defines its own settings; this room gathers them.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::{ingest, link, normalise, register, report, validate};

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Of the commune and the run.
    pub run: Run,
    /// Limits of reading, further headings.
    pub ingest: ingest::Settings,
    /// Further words for codes.
    pub words: normalise::CodeWords,
    /// Limits and severities of the rules.
    pub validate: validate::Settings,
    /// What the linker may decide.
    pub link: link::Settings,
    /// When a round counts, and who is listed as likely dead.
    pub rounds: register::Settings,
    /// What the reports show.
    pub report: report::Settings,
}

/// Settings of the commune and the run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Run {
    /// The commune's name, as the reports show it.
    pub commune: String,
    /// Language of messages: `fr`, `nl` or `en`; without it the system's, else French.
    pub lang: Option<String>,
    /// Day that counts as today; without it the computer's. Later dates are in the future.
    pub today: Option<NaiveDate>,
    /// Generations of the register kept, from 3.
    pub keep_generations: usize,
}

impl Default for Run {
    fn default() -> Self {
        Self { commune: "Kimbanseke".to_owned(), lang: None, today: None, keep_generations: 5 }
    }
}

impl Config {
    /// Reads the file: the one named, which must exist, else `bato.toml` in the current folder, else the defaults.
    ///
    /// # Errors
    /// `not-found` and others of the file system; `bad-setting` with file, line and what is wrong;
    /// `setting-out-of-range` with key, value and range.
    pub fn read(named: Option<&Path>) -> Result<Self> {
        let path = named.map_or_else(|| PathBuf::from("bato.toml"), Path::to_path_buf);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if named.is_none() && e.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(e) => return Err(Error::io(&path, &e)),
        };
        Self::parse(&text).map_err(|error| error.at(&path))
    }

    /// Reads the text of a settings file.
    ///
    /// # Errors
    /// As [`Config::read`], without the path.
    pub fn parse(text: &str) -> Result<Self> {
        let config: Self = parse_toml(text)?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<()> {
        let within = |key: &'static str, value: f64, low: f64, high: f64| {
            let is_fine = (low..=high).contains(&value);
            let error = || {
                Error::new("setting-out-of-range")
                    .with("key", key)
                    .with("value", value)
                    .with("low", low)
                    .with("high", high)
            };
            if is_fine { Ok(()) } else { Err(error()) }
        };
        within("run.keep_generations", self.run.keep_generations as f64, 3.0, 1000.0)?;
        within("ingest.max_file_mb", self.ingest.max_file_mb as f64, 1.0, 4096.0)?;
        within("ingest.max_inflated_mb", self.ingest.max_inflated_mb as f64, 1.0, 65536.0)?;
        within("ingest.max_zip_entries", self.ingest.max_zip_entries as f64, 5.0, 100_000.0)?;
        within("ingest.max_cells", self.ingest.max_cells as f64, 1000.0, 1e9)?;
        within("ingest.worker_memory_mb", self.ingest.worker_memory_mb as f64, 256.0, 65536.0)?;
        within("ingest.worker_seconds", self.ingest.worker_seconds as f64, 1.0, 86_400.0)?;
        within("validate.max_age_years", f64::from(self.validate.max_age_years), 90.0, 200.0)?;
        within("validate.min_years_mother_child", f64::from(self.validate.min_years_mother_child), 0.0, 30.0)?;
        within("validate.marriage_age", f64::from(self.validate.marriage_age), 0.0, 30.0)?;
        within("link.accept", self.link.accept, 0.5, 1.0)?;
        within("link.review", self.link.review, 0.0, self.link.accept)?;
        within("link.max_block", self.link.max_block as f64, 10.0, 100_000.0)?;
        within("rounds.covered_share", self.rounds.covered_share, 0.0, 1.0)?;
        within("rounds.likely_dead_age_years", f64::from(self.rounds.likely_dead_age_years), 60.0, 130.0)?;
        let missed = f64::from(self.rounds.likely_dead_missed_age_years);
        within("rounds.likely_dead_missed_age_years", missed, 40.0, 130.0)?;
        within("report.min_cell", f64::from(self.report.min_cell), 1.0, 100.0)?;
        within("report.births_per_1000", self.report.births_per_1000, 1.0, 80.0)?;
        within("report.missed_links_share", self.report.missed_links_share, 0.0, 0.5)?;
        if let Some(lang) = &self.run.lang
            && crate::messages::Lang::from_code(lang).is_none()
        {
            return Err(Error::new("unknown-language").with("value", lang));
        }
        Ok(())
    }
}

/// Reads the text of a settings file of any shape.
///
/// # Errors
/// `unknown-setting` with key, line and the keys there are; `bad-setting` with line and what is wrong.
pub(crate) fn parse_toml<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(|e| {
        let line = e.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        let message = e.message().to_owned();
        match message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`')) {
            Some((key, rest)) => {
                let known =
                    rest.trim_start_matches(", expected one of ").trim_start_matches(", expected ").replace('`', "");
                Error::new("unknown-setting").with("key", key).with("line", line).with("known", known)
            }
            None => Error::new("bad-setting").with("line", line).because(message),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_refused_by_name_and_line() {
        let error = Config::parse("[run]\ncommune = \"Lemba\"\ncomune = \"x\"\n").expect_err("a slip");
        assert_eq!(error.code, "unknown-setting");
        assert!(error.args.contains(&("key", "comune".to_owned())), "{error}");
        assert!(error.args.contains(&("line", "3".to_owned())), "{error}");
    }

    #[test]
    fn a_value_out_of_range_is_refused_with_the_range() {
        let error = Config::parse("[link]\naccept = 1.5\n").expect_err("no probability");
        assert_eq!(error.code, "setting-out-of-range");
    }

    #[test]
    fn the_shipped_file_is_the_defaults_written_out() {
        let shipped = Config::parse(include_str!("../bato.toml")).expect("the shipped settings are sound");
        assert_eq!(shipped, Config::default());
    }
}
