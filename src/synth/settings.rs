//! Settings of a synthetic commune: a name for every share, defaults in `settings.toml`, checks before use.
//!
//! A settings file overrides single keys of the defaults. An unknown key, a value of the wrong type and a value out of range
//! are errors with their line. The defaults are compiled in and can be printed.

use serde::Deserialize;
use toml::{Table, Value};

use crate::error::{Error, ErrorCode, Result};

/// The default settings, with the unit and the reason of each.
pub const DEFAULT_SETTINGS: &str = include_str!("settings.toml");

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),+ $(,)? })+) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name { $(pub(super) $field: $type),+ })+
    };
}

/// All settings. `settings.toml` gives their units and reasons.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SynthSettings {
    pub(super) people: PeopleSettings,
    pub(super) second_round: SecondRoundSettings,
    pub(super) repeats: RepeatSettings,
    pub(super) errors: ErrorSettings,
    pub(super) registers: RegisterSettings,
    pub(super) bad_rows: BadRowSettings,
    pub(super) layouts: LayoutSettings,
}

settings! {
    /// The persons of the first round.
    PeopleSettings {
        household_sizes: Vec<f64>, uneven: f64, couples: f64, women_heads: f64, other_members: f64, no_postnom: f64,
        family_nom: f64, father_as_postnom: f64, rare_nom: f64, rare_postnom: f64, rare_prenom: f64, two_prenoms: f64,
        particle: f64, twins: f64, twin_names: f64, twins_alike: f64, juniors: f64, name_given_again: f64,
        alike_siblings: f64, namesakes: f64, namesakes_same_year: f64, day_unknown_child: f64, day_unknown_adult: f64,
        day_unknown_elder: f64, month_known: f64, year_guessed: f64,
    }
    /// Changes by the second round.
    SecondRoundSettings {
        quartiers: f64, moved: f64, gone: f64, died: f64, died_old: f64, left: f64, joined_another: f64, newborn: f64,
        newcomer: f64, head_changed: f64, split: f64,
    }
    /// Persons and fiches listed more than once.
    RepeatSettings { same_file: f64, other_file: f64, border: f64, child_twice: f64, tenant_twice: f64 }
    /// ErrorSettings of households and agents.
    ErrorSettings {
        scale: f64, respelt: f64, swapped: f64, no_postnom: f64, no_prenom: f64, initial: f64, compound_cut: f64,
        husbands_nom: f64, year_off: f64, guess_off: f64, first_january: f64, slip: f64, second_slip: f64,
        wrong_column: f64, two_in_one_cell: f64, no_sex: f64, wrong_sex: f64, no_date: f64, only_year: f64,
        date_digit: f64, day_and_month_swapped: f64, no_place: f64, no_relation: f64, no_number: f64,
        avenue_respelt: f64,
    }
    /// Birth registers.
    RegisterSettings {
        coverage: f64, by_year: Vec<f64>, late: Vec<f64>, proxy: f64, late_unmarked: f64, declared_again: f64,
        lost_paper: f64, elsewhere: f64, dead: f64, no_father: f64, no_mother: f64, no_prenom: f64, number_gap: f64,
        number_repeated: f64,
    }
    /// Rows that must be quarantined.
    BadRowSettings {
        impossible_date: f64, future_date: f64, implausible_age: f64, unreadable_date: f64, missing_name: f64,
        only_a_name: f64, declared_before_birth: f64,
    }
    /// Formats of files.
    LayoutSettings { csv: f64, real_dates: f64, blank_line: f64, total: f64 }
}

impl ErrorSettings {
    /// The share multiplied by the scale, at most 0.9.
    pub(super) fn scaled(&self, share: f64) -> f64 {
        (share * self.scale).min(0.9)
    }
}

/// How many errors: a preset of [`SynthSettings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorLevel {
    /// Few: 0.4 times the usual.
    Light,
    /// As measured and assumed.
    Usual,
    /// Many: 2.2 times the usual.
    Heavy,
}

impl ErrorLevel {
    /// The level with a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [("light", Self::Light), ("usual", Self::Usual), ("heavy", Self::Heavy)]
            .into_iter()
            .find(|(name, _)| *name == code)
            .map(|(_, level)| level)
    }

    fn scale(self) -> f64 {
        match self {
            Self::Light => 0.4,
            Self::Usual => 1.0,
            Self::Heavy => 2.2,
        }
    }
}

/// Largest scale of the errors.
const MAX_SCALE: f64 = 10.0;
/// Number of years with registers.
const N_YEARS: usize = 8;
/// Most members of a household.
const MAX_MEMBERS: usize = 24;

impl SynthSettings {
    /// The defaults at a level, overridden by the keys of `text`. A scale in `text` outranks the level.
    ///
    /// # ErrorSettings
    /// `unknown-setting` and `bad-setting` with their line, `setting-out-of-range`; all without a path.
    pub fn parse(text: &str, level: Option<ErrorLevel>) -> Result<Self> {
        let bad = |line: usize, cause: String| Error::new(ErrorCode::BadSetting).with("line", line).because(cause);
        let parsed = |text: &str| {
            toml::from_str::<Table>(text).map_err(|e| {
                let line = e.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
                bad(line, e.message().to_owned())
            })
        };
        let mut all = parsed(DEFAULT_SETTINGS)?;
        let overrides = parsed(text)?;
        if let Some(level) = level
            && let Some(Value::Table(errors)) = all.get_mut("errors")
        {
            errors.insert("scale".to_owned(), Value::Float(level.scale()));
        }
        for (section, values) in overrides {
            let Some(Value::Table(known)) = all.get_mut(&section) else {
                return Err(unknown(&section, line_of(text, &section, None), all.keys()));
            };
            let Value::Table(values) = values else {
                return Err(bad(line_of(text, &section, None), section));
            };
            for (key, value) in values {
                let line = line_of(text, &section, Some(&key));
                let Some(default) = known.get(&key) else { return Err(unknown(&key, line, known.keys())) };
                check(&format!("{section}.{key}"), default, &value).map_err(|fault| match fault {
                    Some(range) => range,
                    None => bad(line, key.clone()),
                })?;
                known.insert(key, value);
            }
        }
        all.try_into().map_err(|e: toml::de::Error| bad(1, e.message().to_owned()))
    }
}

fn unknown<'k>(key: &str, line: usize, known: impl Iterator<Item = &'k String>) -> Error {
    let known: Vec<&str> = known.map(String::as_str).collect();
    Error::new(ErrorCode::UnknownSetting).with("key", key).with("line", line).with("known", known.join(", "))
}

/// Checks that a value has the type of the default, a list its length (sizes: or fewer), and a share lies within 0 and 1.
/// The error is `None` for a wrong type.
fn check(key: &str, default: &Value, value: &Value) -> std::result::Result<(), Option<Error>> {
    let number = |value: &Value| match value {
        Value::Float(number) => Some(*number),
        Value::Integer(number) => Some(*number as f64),
        _ => None,
    };
    let range = |value: f64, low: f64, high: f64| {
        let error = Error::new(ErrorCode::SettingOutOfRange).with("key", key).with("value", value);
        if (low..=high).contains(&value) { Ok(()) } else { Err(Some(error.with("low", low).with("high", high))) }
    };
    match (default, value) {
        (Value::Array(_), Value::Array(values)) => {
            let (fewest, most) = if key == "people.household_sizes" { (1, MAX_MEMBERS) } else { (N_YEARS, N_YEARS) };
            range(values.len() as f64, fewest as f64, most as f64)?;
            let high = if key == "registers.late" { 0.9 } else { 100.0 };
            let numbers: Option<Vec<f64>> = values.iter().map(number).collect();
            let numbers = numbers.ok_or(None)?;
            numbers.iter().try_for_each(|value| range(*value, 0.0, high))?;
            range(numbers.iter().sum(), if key == "people.household_sizes" { 1e-6 } else { 0.0 }, 1e6)
        }
        (Value::Array(_), _) | (_, Value::Array(_)) => Err(None),
        (_, value) => {
            let high = if key == "errors.scale" { MAX_SCALE } else { 1.0 };
            range(number(value).ok_or(None)?, 0.0, high)
        }
    }
}

/// The line of a key below its section, or of the section itself; 1 if it is written in an unusual form.
fn line_of(text: &str, section: &str, key: Option<&str>) -> usize {
    let is_section = |line: &str| line.trim().starts_with(&format!("[{section}]"));
    let at = text.lines().position(is_section);
    let starts_with = |line: &str, word: &str| {
        line.trim_start().strip_prefix(word).is_some_and(|rest| rest.trim_start().starts_with(['=', '.']))
    };
    let line = match key {
        Some(key) => {
            text.lines().enumerate().skip(at.unwrap_or(0)).find(|(_, line)| starts_with(line, key)).map(|(at, _)| at)
        }
        None => at.or_else(|| text.lines().position(|line| starts_with(line, section))),
    };
    line.or(at).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_sets_the_scale_and_a_file_outranks_it() {
        let scale = |text, level| SynthSettings::parse(text, level).map(|settings| settings.errors.scale);
        assert_eq!(scale("", None), Ok(1.0));
        assert_eq!(scale("", Some(ErrorLevel::Heavy)), Ok(2.2));
        assert_eq!(scale("[errors]\nscale = 3\n", Some(ErrorLevel::Heavy)), Ok(3.0));
    }

    #[test]
    fn a_wrong_setting_is_reported_with_its_line() {
        let message = |text| SynthSettings::parse(text, None).map_err(|e| e.to_string()).err().unwrap_or_default();
        for (text, expected) in [
            ("[people]\ntwin = 1\n", "unknown-setting key=\"twin\" line=\"2\""),
            ("[peeple]\ntwins = 1\n", "unknown-setting key=\"peeple\" line=\"1\""),
            ("[people]\n\ntwins = 1.5\n", "setting-out-of-range key=\"people.twins\" value=\"1.5\""),
            ("[people]\ntwins = \"many\"\n", "bad-setting line=\"2\": twins"),
            ("[registers]\nlate = [0.1]\n", "setting-out-of-range key=\"registers.late\" value=\"1\""),
            ("[registers\n", "bad-setting line=\"1\""),
        ] {
            assert!(message(text).starts_with(expected), "{text}: {}", message(text));
        }
    }
}
