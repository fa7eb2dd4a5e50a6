//! What a synthetic commune is made of: every share named, its default in `settings.toml`, checked before use.
//!
//! A file of settings is laid over the default, key by key: an unknown key, a word where a number belongs, a share above
//! one are errors that name the line. The default is compiled in and can be printed.

use serde::Deserialize;
use toml::{Table, Value};

use crate::error::{Error, Result};

/// The default settings, with unit and reason of each.
pub const DEFAULT: &str = include_str!("settings.toml");

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),+ $(,)? })+) => {
        $($(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name { $(pub(super) $field: $type),+ })+
    };
}

/// Every setting. Units and reasons stand in `settings.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub(super) people: People,
    pub(super) second_round: SecondRound,
    pub(super) repeats: Repeats,
    pub(super) errors: Errors,
    pub(super) registers: Registers,
    pub(super) bad_rows: BadRows,
    pub(super) layouts: Layouts,
}

settings! {
    /// Who lives in the commune.
    People {
        household_sizes: Vec<f64>, uneven: f64, couples: f64, women_heads: f64, other_members: f64, no_postnom: f64,
        family_nom: f64, father_as_postnom: f64, rare_nom: f64, rare_postnom: f64, rare_prenom: f64, two_prenoms: f64,
        particle: f64, twins: f64, twin_names: f64, twins_alike: f64, juniors: f64, name_given_again: f64,
        alike_siblings: f64, namesakes: f64, namesakes_same_year: f64, day_unknown_child: f64, day_unknown_adult: f64,
        day_unknown_elder: f64, month_known: f64, year_guessed: f64,
    }
    /// What changes by the second round.
    SecondRound {
        quartiers: f64, moved: f64, gone: f64, died: f64, died_old: f64, left: f64, joined_another: f64, newborn: f64,
        newcomer: f64, head_changed: f64, split: f64,
    }
    /// What is counted or typed more than once.
    Repeats { same_file: f64, other_file: f64, border: f64, child_twice: f64, tenant_twice: f64 }
    /// What is said and typed wrongly.
    Errors {
        scale: f64, respelt: f64, swapped: f64, no_postnom: f64, no_prenom: f64, initial: f64, compound_cut: f64,
        husbands_nom: f64, year_off: f64, guess_off: f64, first_january: f64, slip: f64, second_slip: f64,
        wrong_column: f64, two_in_one_cell: f64, no_sex: f64, wrong_sex: f64, no_date: f64, only_year: f64,
        date_digit: f64, day_and_month_swapped: f64, no_place: f64, no_relation: f64, no_number: f64,
        avenue_respelt: f64,
    }
    /// Birth registers.
    Registers {
        coverage: f64, by_year: Vec<f64>, late: Vec<f64>, proxy: f64, late_unmarked: f64, declared_again: f64,
        lost_paper: f64, elsewhere: f64, dead: f64, no_father: f64, no_mother: f64, no_prenom: f64, number_gap: f64,
        number_repeated: f64,
    }
    /// Rows that must be quarantined.
    BadRows {
        impossible_date: f64, future_date: f64, implausible_age: f64, unreadable_date: f64, missing_name: f64,
        only_a_name: f64, declared_before_birth: f64,
    }
    /// How sheets look.
    Layouts { csv: f64, real_dates: f64, blank_line: f64, total: f64 }
}

/// How many errors: a preset of [`Settings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A careful hand.
    Light,
    /// As measured and assumed.
    Usual,
    /// A tired one.
    Heavy,
}

impl Level {
    /// The level of a name.
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

/// Largest factor of the errors.
const MOST_SCALE: f64 = 10.0;
/// Years of the registers.
const N_YEARS: usize = 8;
/// Largest household.
const MOST_MEMBERS: usize = 24;

impl Settings {
    /// The defaults at a level, with the keys of `text` laid over them (a scale named there outranks the level).
    ///
    /// # Errors
    /// `unknown-setting`, `bad-setting` with their line, `setting-out-of-range`; none bears a path.
    pub fn parse(text: &str, level: Option<Level>) -> Result<Self> {
        let bad = |line: usize, cause: String| Error::new("bad-setting").with("line", line).because(cause);
        let parsed = |text: &str| {
            toml::from_str::<Table>(text).map_err(|e| {
                let line = e.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
                bad(line, e.message().to_owned())
            })
        };
        let mut all = parsed(DEFAULT)?;
        let own = parsed(text)?;
        if let Some(level) = level
            && let Some(Value::Table(errors)) = all.get_mut("errors")
        {
            errors.insert("scale".to_owned(), Value::Float(level.scale()));
        }
        for (section, values) in own {
            let Some(Value::Table(known)) = all.get_mut(&section) else {
                return Err(unknown(&section, line_of(text, &section, None), all.keys()));
            };
            let Value::Table(values) = values else {
                return Err(bad(line_of(text, &section, None), section));
            };
            for (key, value) in values {
                let line = line_of(text, &section, Some(&key));
                let Some(before) = known.get(&key) else { return Err(unknown(&key, line, known.keys())) };
                check(&format!("{section}.{key}"), before, &value).map_err(|fault| match fault {
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
    Error::new("unknown-setting").with("key", key).with("line", line).with("known", known.join(", "))
}

/// A number for a number, a list of as many (or, for sizes, fewer) for a list; shares within 0 and 1. The error is empty
/// where the kind of value is wrong.
fn check(key: &str, before: &Value, value: &Value) -> std::result::Result<(), Option<Error>> {
    let number = |value: &Value| match value {
        Value::Float(number) => Some(*number),
        Value::Integer(number) => Some(*number as f64),
        _ => None,
    };
    let range = |value: f64, low: f64, high: f64| {
        let error = Error::new("setting-out-of-range").with("key", key).with("value", value);
        if (low..=high).contains(&value) { Ok(()) } else { Err(Some(error.with("low", low).with("high", high))) }
    };
    match (before, value) {
        (Value::Array(_), Value::Array(values)) => {
            let (fewest, most) = if key == "people.household_sizes" { (1, MOST_MEMBERS) } else { (N_YEARS, N_YEARS) };
            range(values.len() as f64, fewest as f64, most as f64)?;
            let high = if key == "registers.late" { 0.9 } else { 100.0 };
            let numbers: Option<Vec<f64>> = values.iter().map(number).collect();
            let numbers = numbers.ok_or(None)?;
            numbers.iter().try_for_each(|value| range(*value, 0.0, high))?;
            range(numbers.iter().sum(), if key == "people.household_sizes" { 1e-6 } else { 0.0 }, 1e6)
        }
        (Value::Array(_), _) | (_, Value::Array(_)) => Err(None),
        (_, value) => {
            let high = if key == "errors.scale" { MOST_SCALE } else { 1.0 };
            range(number(value).ok_or(None)?, 0.0, high)
        }
    }
}

/// The line of a key below its section, or of the section itself; 1 if it is written in an unusual way.
fn line_of(text: &str, section: &str, key: Option<&str>) -> usize {
    let is_section = |line: &str| line.trim().starts_with(&format!("[{section}]"));
    let at = text.lines().position(is_section);
    let begins = |line: &str, word: &str| {
        line.trim_start().strip_prefix(word).is_some_and(|rest| rest.trim_start().starts_with(['=', '.']))
    };
    let found = match key {
        Some(key) => {
            text.lines().enumerate().skip(at.unwrap_or(0)).find(|(_, line)| begins(line, key)).map(|(at, _)| at)
        }
        None => at.or_else(|| text.lines().position(|line| begins(line, section))),
    };
    found.or(at).map_or(1, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_a_factor_and_a_file_outranks_it() {
        let scale = |text, level| Settings::parse(text, level).map(|settings| settings.errors.scale);
        assert_eq!(scale("", None), Ok(1.0));
        assert_eq!(scale("", Some(Level::Heavy)), Ok(2.2));
        assert_eq!(scale("[errors]\nscale = 3\n", Some(Level::Heavy)), Ok(3.0));
    }

    #[test]
    fn what_is_unknown_or_out_of_range_is_named_with_its_line() {
        let said = |text| Settings::parse(text, None).map_err(|e| e.to_string()).err().unwrap_or_default();
        for (text, expected) in [
            ("[people]\ntwin = 1\n", "unknown-setting key=\"twin\" line=\"2\""),
            ("[peeple]\ntwins = 1\n", "unknown-setting key=\"peeple\" line=\"1\""),
            ("[people]\n\ntwins = 1.5\n", "setting-out-of-range key=\"people.twins\" value=\"1.5\""),
            ("[people]\ntwins = \"many\"\n", "bad-setting line=\"2\": twins"),
            ("[registers]\nlate = [0.1]\n", "setting-out-of-range key=\"registers.late\" value=\"1\""),
            ("[registers\n", "bad-setting line=\"1\""),
        ] {
            assert!(said(text).starts_with(expected), "{text}: {}", said(text));
        }
    }
}
