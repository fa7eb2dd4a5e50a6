//! Settings of a synthetic commune: a name for every share, defaults in `settings.toml`, checks before use.
//!
//! A settings file overrides single keys of the defaults. An unknown key, a value of the wrong type and a value out of
//! range are errors with their line. The defaults are compiled in and can be printed.

use serde::Deserialize;
use toml::{Table, Value};

use crate::error::{Error, ErrorCode, Result};

/// The default settings, with the unit and the reason of each.
pub const DEFAULT_SETTINGS: &str = include_str!("settings.toml");

macro_rules! settings {
    ($($name:ident { $([$list:ident],)* $($share:ident),+ $(,)? })+) => {
        $(#[derive(Debug, Clone, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name { $(pub(super) $list: Vec<f64>,)* $(pub(super) $share: f64),+ })+
    };
}

/// All settings. `settings.toml` gives their units and reasons.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SynthSettings {
    pub(super) people: PeopleSettings,
    pub(super) handed_on: HandedOnSettings,
    pub(super) second_round: SecondRoundSettings,
    pub(super) repeats: RepeatSettings,
    pub(super) errors: ErrorSettings,
    pub(super) registers: RegisterSettings,
    pub(super) bad_rows: BadRowSettings,
    pub(super) layouts: LayoutSettings,
}

// Lists are in brackets.
settings! {
    PeopleSettings {
        [household_sizes], uneven, couples, women_heads, other_members, no_postnom, family_nom, father_as_postnom,
        rare_nom, rare_postnom, rare_prenom, two_prenoms, particle, twins, twin_names, twins_alike, juniors,
        name_given_again, alike_siblings, namesakes, namesakes_same_year, day_unknown_child, day_unknown_adult,
        day_unknown_elder, month_known, year_guessed, polygamous, crowded_parcels, heaped,
    }
    HandedOnSettings { grandfather, grandfather_noms, father, one_part_apart, nephew, dead_sibling }
    SecondRoundSettings {
        quartiers, moved, gone, died, died_old, left, joined_another, newborn, newcomer, head_changed, split, nephew_heads,
    }
    RepeatSettings { same_file, other_file, border, child_twice, tenant_twice, two_homes }
    ErrorSettings {
        scale, respelt, swapped, no_postnom, no_prenom, initial, compound_cut, husbands_nom, year_off, guess_off,
        first_january, mid_year, slip, second_slip, wrong_column, two_in_one_cell, no_sex, wrong_sex, no_date, only_year,
        date_digit, day_and_month_swapped, no_place, no_relation, no_number, avenue_respelt,
    }
    RegisterSettings {
        [by_year], [late], coverage, proxy, late_unmarked, declared_again, lost_paper, elsewhere, dead, no_father,
        no_mother, no_prenom, number_gap, number_repeated,
    }
    BadRowSettings {
        impossible_date, future_date, implausible_age, unreadable_date, missing_name, only_a_name,
        declared_before_birth,
    }
    LayoutSettings { csv, real_dates, blank_line, total }
}

impl ErrorSettings {
    /// Returns the share multiplied by the scale, at most 0.9.
    pub(super) fn scaled(&self, share: f64) -> f64 {
        (share * self.scale).min(0.9)
    }
}

impl HandedOnSettings {
    /// Whether no name is handed on.
    pub(super) fn is_empty(&self) -> bool {
        let Self { grandfather, grandfather_noms, father, one_part_apart, nephew, dead_sibling } = self;
        [grandfather, grandfather_noms, father, one_part_apart, nephew, dead_sibling].iter().all(|share| **share <= 0.0)
    }
}

/// How hard the commune is: a preset of [`SynthSettings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difficulty {
    /// Few: 0.4 times the usual.
    Light,
    /// As measured and assumed.
    Usual,
    /// Many: 2.2 times the usual; names handed on, men with two homes and what else `heavy.toml` names.
    Heavy,
}

impl Difficulty {
    /// Returns the level with a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let levels = [("light", Self::Light), ("usual", Self::Usual), ("heavy", Self::Heavy)];
        levels.into_iter().find(|(name, _)| *name == code).map(|(_, level)| level)
    }

    /// Returns the settings in which the level differs from the defaults.
    fn overrides(self) -> &'static str {
        match self {
            Self::Light => "[errors]\nscale = 0.4\n",
            Self::Usual => "",
            Self::Heavy => include_str!("heavy.toml"),
        }
    }
}

const MAX_SCALE: f64 = 10.0;
pub(super) const YEARS: [i32; 8] = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018];

const N_YEARS: usize = YEARS.len();
/// Most members of a household.
const MAX_MEMBERS: usize = 24;

impl SynthSettings {
    /// Returns the defaults at a level, overridden by the keys of `text`. A key of `text` outranks the level.
    ///
    /// # Errors
    /// `unknown-setting` and `bad-setting` with their line, `setting-out-of-range`; all without a path.
    pub fn parse(text: &str, level: Option<Difficulty>) -> Result<Self> {
        let bad = |line: usize, cause: String| Error::new(ErrorCode::BadSetting).with("line", line).because(cause);
        let parsed = |text: &str| {
            toml::from_str::<Table>(text).map_err(|e| {
                let line = e.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
                bad(line, e.message().to_owned())
            })
        };
        let mut all = parsed(DEFAULT_SETTINGS)?;
        let of_level = parsed(level.map_or("", Difficulty::overrides))?;
        for (section, values) in of_level {
            if let (Some(Value::Table(known)), Value::Table(values)) = (all.get_mut(&section), values) {
                known.extend(values);
            }
        }
        for (section, values) in parsed(text)? {
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

/// Checks that a value has the type of the default, a list its length (sizes: or fewer), and a share lies within 0 and
/// 1. The error is `None` for a wrong type.
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

/// Returns the line of a key below its section, or of the section itself; 1 if it is written in an unusual form.
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
        assert_eq!(scale("", Some(Difficulty::Heavy)), Ok(2.2));
        assert_eq!(scale("[errors]\nscale = 3\n", Some(Difficulty::Heavy)), Ok(3.0));
    }

    #[test]
    fn a_level_changes_only_settings_that_exist() {
        let keys = |text: &str| -> Vec<String> {
            let table: Table = toml::from_str(text).expect("the built-in settings are sound");
            let of = |(section, values): (String, Value)| -> Vec<String> {
                let values = values.as_table().cloned().unwrap_or_default();
                values.keys().map(|key| format!("{section}.{key}")).collect()
            };
            table.into_iter().flat_map(of).collect()
        };
        let known = keys(DEFAULT_SETTINGS);
        for level in [Difficulty::Light, Difficulty::Usual, Difficulty::Heavy] {
            assert!(keys(level.overrides()).iter().all(|key| known.contains(key)), "{level:?}");
            assert!(SynthSettings::parse("", Some(level)).is_ok());
        }
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
