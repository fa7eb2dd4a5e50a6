//! Reads and checks `bato.toml`.
//!
//! Every setting has a default, so that the program runs without the file. An unknown key or a value out of range is an
//! error that names it. Each stage defines its own settings; [`Config`] combines them. Settings made on the desk are in
//! another file, see [`DeskSettings`].

mod desk_settings;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{fold, is_unprintable};
use crate::{ingest, link, normalise, register, report, validate};

pub(crate) use desk_settings::file_identity;
pub use desk_settings::{DeskSetting, DeskSettings, FileIdentity, SettingChange};

/// All settings.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Commune and run.
    pub run: RunSettings,
    /// Limits for reading files, further headings.
    pub ingest: ingest::IngestSettings,
    /// Further words for codes.
    pub words: normalise::CodeWords,
    /// Limits and severities of the rules.
    pub validate: validate::ValidationSettings,
    /// Thresholds of the linker.
    pub link: link::LinkSettings,
    /// Coverage of census rounds, and ages of persons listed as likely dead.
    pub rounds: register::RoundSettings,
    /// Figures and limits of the reports.
    pub report: report::ReportSettings,
    /// When a release may be made, and what it joins.
    pub release: report::ReleaseSettings,
    /// How much of a typed sheet is typed again. It changes no register, so that a version does not record it.
    #[serde(skip_serializing)]
    pub typing: TypingSettings,
}

/// Settings of typing sheets from paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TypingSettings {
    /// Fewest fiches, or acts, of a sheet that a second person types again.
    pub second_entry_fiches: usize,
    /// Share of the fiches or acts that a second person types again, if that is more.
    pub second_entry_share: f64,
}

impl Default for TypingSettings {
    fn default() -> Self {
        Self { second_entry_fiches: 20, second_entry_share: 0.05 }
    }
}

/// Settings of the commune and the run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RunSettings {
    /// The commune's name in the reports.
    pub commune: String,
    /// Language of messages: `fr`, `nl` or `en`. Default: that of the system, else French.
    pub lang: Option<String>,
    /// The day that counts as today; later dates are in the future. Default: that of the computer.
    pub today: Option<NaiveDate>,
    /// Number of generations of the register on disk, at least 3.
    pub keep_generations: usize,
    /// The person to call, whom messages about a fault of the program name.
    #[serde(skip_serializing_if = "Support::is_empty")]
    pub support: Support,
    /// Whether the register is that of a course: its persons are invented, and their identifiers begin with `X-`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
}

/// The person to call when the program fails; empty where nobody is named.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Support {
    /// Name, at most [`LONGEST_SUPPORT`] characters.
    pub name: String,
    /// Telephone, at most [`LONGEST_SUPPORT`] characters.
    pub telephone: String,
}

/// Most characters of the name and of the telephone of the person to call.
pub const LONGEST_SUPPORT: usize = 60;

impl Support {
    fn is_empty(&self) -> bool {
        self.name.is_empty() && self.telephone.is_empty()
    }
}

impl Default for RunSettings {
    fn default() -> Self {
        let (commune, support) = ("Kimbanseke".to_owned(), Support::default());
        Self { commune, lang: None, today: None, keep_generations: 5, support, practice: false }
    }
}

impl Config {
    /// Reads the named file, which must exist; without a name `bato.toml` in the current folder, else the defaults.
    ///
    /// # Errors
    /// `not-found` and other errors of the file system; `unknown-setting` with key and line; `bad-setting` with line
    /// and cause; `setting-out-of-range` with key, value and range; `setting-too-long`; `unknown-language`.
    pub fn read(named: Option<&Path>) -> Result<Self> {
        let path = named.map_or_else(|| PathBuf::from("bato.toml"), Path::to_path_buf);
        let text = match ingest::read_text_file(&path)? {
            Some(text) => text,
            None if named.is_none() => return Ok(Self::default()),
            None => return Err(Error::new(ErrorCode::NotFound).at(&path)),
        };
        Self::parse(&text).map_err(|error| error.at(&path))
    }

    /// Parses and checks the text of a settings file.
    ///
    /// # Errors
    /// As [`Config::read`], without the path.
    pub fn parse(text: &str) -> Result<Self> {
        let mut config: Self = parse_toml(text)?;
        config.validate.practice = config.run.practice;
        config.check().map(|()| config)
    }

    /// Checks that each value lies in its range.
    fn check(&self) -> Result<()> {
        let within = |key: &'static str, value: f64, low: f64, high: f64| {
            if (low..=high).contains(&value) {
                return Ok(());
            }
            let error = Error::new(ErrorCode::SettingOutOfRange).with("key", key).with("value", value);
            Err(error.with("low", low).with("high", high))
        };
        within("run.keep_generations", self.run.keep_generations as f64, 3.0, 1000.0)?;
        let support = &self.run.support;
        for (key, text) in [("run.support.name", &support.name), ("run.support.telephone", &support.telephone)] {
            let length = text.chars().count();
            if length > LONGEST_SUPPORT {
                let error = Error::new(ErrorCode::SettingTooLong).with("key", key).with("value", length);
                return Err(error.with("high", LONGEST_SUPPORT));
            }
        }
        within("ingest.max_file_mb", self.ingest.max_file_mb as f64, 1.0, 4096.0)?;
        within("ingest.max_deposit_mb", self.ingest.max_deposit_mb as f64, 1.0, 4096.0)?;
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
        within("release.min_changes", self.release.min_changes as f64, 50.0, 100_000.0)?;
        let mut joined: Vec<String> = self.release.joined_quartiers.iter().flatten().map(|name| fold(name)).collect();
        joined.sort_unstable();
        if let Some([twice, _]) = joined.array_windows().find(|[one, next]| one == next) {
            let key = "release.joined_quartiers";
            return Err(Error::new(ErrorCode::SettingTwice).with("key", key).with("value", twice));
        }
        within("typing.second_entry_fiches", self.typing.second_entry_fiches as f64, 1.0, 10_000.0)?;
        within("typing.second_entry_share", self.typing.second_entry_share, 0.0, 1.0)?;
        check_commune(&self.run.commune)?;
        within("report.births_per_1000", self.report.births_per_1000, 1.0, 80.0)?;
        within("report.births_per_woman", self.report.births_per_woman, 0.5, 12.0)?;
        within("report.under_five_deaths", self.report.under_five_deaths, 1.0, 500.0)?;
        if !self.report.survival.is_empty() {
            within("report.survival", self.report.survival.len() as f64, 5.0, 5.0)?;
        }
        for share in &self.report.survival {
            within("report.survival", *share, 0.3, 1.0)?;
        }
        within("report.missed_links_share", self.report.missed_links_share, 0.0, 0.5)?;
        if let Some(lang) = &self.run.lang
            && crate::messages::Lang::from_code(lang).is_none()
        {
            return Err(Error::new(ErrorCode::UnknownLanguage).with("value", lang));
        }
        Ok(())
    }
}

/// Checks the commune's name: it names folders of a dataset, too.
fn check_commune(name: &str) -> Result<()> {
    let length = name.chars().count();
    if length > LONGEST_SUPPORT {
        let error = Error::new(ErrorCode::SettingTooLong).with("key", "run.commune").with("value", length);
        return Err(error.with("high", LONGEST_SUPPORT));
    }
    let is_wrong = |c: char| "/\\:*?\"<>|=".contains(c) || is_unprintable(c);
    if name.trim().is_empty() || name.contains(is_wrong) || name.trim().chars().all(|c| c == '.') {
        return Err(Error::new(ErrorCode::SettingCommune).with("key", "run.commune").with("value", name));
    }
    Ok(())
}

/// Parses a settings file into any settings type.
///
/// # Errors
/// `unknown-setting` with key, line and the known keys; `bad-setting` with line and cause.
pub(crate) fn parse_toml<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(|e| {
        let line = e.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        let message = e.message().to_owned();
        match message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`')) {
            Some((key, rest)) => {
                let known =
                    rest.trim_start_matches(", expected one of ").trim_start_matches(", expected ").replace('`', "");
                Error::new(ErrorCode::UnknownSetting).with("key", key).with("line", line).with("known", known)
            }
            None => Error::new(ErrorCode::BadSetting).with("line", line).because(message),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_an_error_with_key_and_line() {
        let error = Config::parse("[run]\ncommune = \"Lemba\"\ncomune = \"x\"\n").expect_err("an unknown key");
        assert_eq!(error.code, ErrorCode::UnknownSetting);
        assert!(error.args.contains(&("key", "comune".to_owned())), "{error}");
        assert!(error.args.contains(&("line", "3".to_owned())), "{error}");
    }

    #[test]
    fn a_value_out_of_range_is_an_error() {
        let error = Config::parse("[link]\naccept = 1.5\n").expect_err("not a probability");
        assert_eq!(error.code, ErrorCode::SettingOutOfRange);
    }

    #[test]
    fn whom_to_call_is_a_short_text() {
        let config = Config::parse("[run.support]\nname = \"J. Mbala\"\n").expect("a name is enough");
        assert_eq!(config.run.support.name, "J. Mbala");
        let text = format!("[run.support]\ntelephone = \"{}\"\n", "0".repeat(LONGEST_SUPPORT + 1));
        assert_eq!(Config::parse(&text).expect_err("too long").code, ErrorCode::SettingTooLong);
    }

    #[test]
    fn the_shipped_file_contains_the_defaults() {
        let shipped = Config::parse(include_str!("../bato.toml")).expect("the shipped settings are valid");
        assert_eq!(shipped, Config::default());
    }

    #[test]
    fn every_meaning_that_the_shipped_settings_list_exists() {
        let (_, rest) = include_str!("../bato.toml").split_once("by the meaning of the column:").expect("a list");
        let (list, _) = rest.split_once("# (").expect("its end");
        let codes: Vec<&str> = list.split_whitespace().filter(|word| *word != "#").collect();
        assert!(codes.len() > 20, "{codes:?}");
        for code in codes {
            assert!(crate::record::Field::from_code(code).is_some(), "{code}");
        }
    }
}
