//! The programme's indicators: formulas over the long table, with baseline and targets.
//!
//! A formula adds, subtracts, multiplies and divides counts of the commune, such as
//! `acts_on_time / acts_judged`. A name may have a breakdown in brackets: `events[event=death]`. If a
//! figure is hidden or missing, so is the value. A release shows no quotient whose divisor is of too few.

use serde::{Deserialize, Serialize};

use super::Aggregate;
use crate::error::{Error, ErrorCode, Result};

/// The built-in file of indicators.
pub(crate) const BUILT_IN: &str = include_str!("../../data-raw/reference/indicators.toml");

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Translations {
    pub(crate) fr: String,
    pub(crate) nl: String,
    pub(crate) en: String,
}

impl Translations {
    /// Returns the text in a language, by its code.
    pub(crate) fn in_lang(&self, lang: &str) -> &str {
        match lang {
            "nl" => &self.nl,
            "en" => &self.en,
            _ => &self.fr,
        }
    }
}

/// The name of a source: the same in every language, or one a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum SourceName {
    Plain(String),
    InLang(Translations),
}

impl SourceName {
    /// Returns the name in a language, by its code.
    pub(crate) fn in_lang(&self, lang: &str) -> &str {
        match self {
            Self::Plain(name) => name,
            Self::InLang(names) => names.in_lang(lang),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unit {
    /// A fraction, shown as a percentage.
    Share,
    Count,
}

/// A published value: a baseline or a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReferenceValue {
    /// Its year; absent if the source names none.
    pub(crate) year: Option<i32>,
    /// The value, in the indicator's unit.
    pub(crate) value: f64,
    pub(crate) source: SourceName,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Indicator {
    pub(crate) id: String,
    pub(crate) name: Translations,
    pub(crate) formula: String,
    /// The formula in words; absent if the file has none.
    pub(crate) words: Option<Translations>,
    /// Breakdown that holds the year, e.g. `declared_year`; absent if the period alone gives the year.
    pub(crate) by: Option<String>,
    pub(crate) unit: Unit,
    pub(crate) baseline: Option<ReferenceValue>,
    /// Targets by year.
    #[serde(default)]
    pub(crate) target: Vec<ReferenceValue>,
    pub(crate) note: Option<Translations>,
    /// Source in the programme.
    pub(crate) source: SourceName,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorFile {
    indicator: Vec<Indicator>,
}

/// Reads a file of indicators.
///
/// # Errors
/// `bad-indicators` with the line and the cause.
pub(crate) fn read(text: &str) -> Result<Vec<Indicator>> {
    let file: IndicatorFile = toml::from_str(text).map_err(|e| {
        let line = e.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
        Error::new(ErrorCode::BadIndicators).with("line", line).because(e.message().to_owned())
    })?;
    for indicator in &file.indicator {
        if parse(&indicator.formula).is_none() {
            let line = 1 + text.lines().take_while(|line| !line.contains(indicator.formula.as_str())).count();
            return Err(Error::new(ErrorCode::BadIndicators).with("line", line).because(indicator.formula.clone()));
        }
    }
    Ok(file.indicator)
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct IndicatorValue {
    /// The year; `None` if the indicator is of the whole register.
    pub(crate) year: Option<i32>,
    /// The value; `None` if a figure it needs is hidden.
    pub(crate) value: Option<f64>,
    /// Whether a figure is of a period that the registers do not have as a whole: the value is not comparable.
    pub(crate) is_incomplete: bool,
    /// Whether a release shows a figure of an earlier one again.
    pub(crate) is_of_release: bool,
}

pub(crate) struct IndicatorSeries {
    pub(crate) indicator: Indicator,
    /// The values, the earliest year first; empty if no figure it needs exists.
    pub(crate) values: Vec<IndicatorValue>,
}

impl IndicatorSeries {
    /// Returns the value of the last whole year; that of the last year if no whole one has a value.
    pub(crate) fn last(&self) -> Option<IndicatorValue> {
        let whole = self.values.iter().rfind(|own| !own.is_incomplete && own.value.is_some());
        whole.or(self.values.last()).copied()
    }

    /// Whether a release shows figures of an earlier one again.
    pub(crate) fn is_of_release(&self) -> bool {
        self.values.iter().any(|own| own.is_of_release)
    }

    /// Returns the target to compare the last value with: of its year, else of the next year that has one, else the
    /// last target.
    pub(crate) fn target(&self) -> Option<&ReferenceValue> {
        let year = self.last().and_then(|value| value.year);
        let targets = &self.indicator.target;
        targets.iter().find(|target| target.year >= year).or_else(|| targets.last())
    }
}

/// Computes every indicator from the long table of a commune. A divisor under `least_whole` makes no value.
pub(crate) fn measure(
    indicators: &[Indicator],
    figures: &[Aggregate],
    commune: &str,
    least_whole: u64,
) -> Vec<IndicatorSeries> {
    let series = |own: &Indicator| IndicatorSeries {
        values: values(own, figures, commune, least_whole),
        indicator: own.clone(),
    };
    indicators.iter().map(series).collect()
}

/// Returns the values of an indicator: by year, or one for the whole register if there is no year.
fn values(indicator: &Indicator, figures: &[Aggregate], commune: &str, least_whole: u64) -> Vec<IndicatorValue> {
    let Some(formula) = parse(&indicator.formula) else { return Vec::new() };
    let mut names = Vec::new();
    formula.names(&mut names);
    let is_needed =
        |figure: &&Aggregate| names.iter().any(|(name, _)| *name == figure.indicator) && figure.area == commune;
    let needed: Vec<&Aggregate> = figures.iter().filter(is_needed).collect();
    let mut years: Vec<i32> = needed.iter().filter_map(|figure| figure.period.parse().ok()).collect();
    years.sort_unstable();
    years.dedup();
    let of = |year: Option<i32>| {
        let period = year.map_or_else(|| "all".to_owned(), |year| year.to_string());
        let figure = |name: &str, breakdown: &str| {
            let in_year = year.zip(indicator.by.as_ref()).map(|(year, by)| format!("{by}={year}"));
            let parts = [in_year.as_deref(), Some(breakdown).filter(|own| !own.is_empty())];
            let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(";");
            let in_full = if joined.is_empty() { "all" } else { &joined };
            let found = needed
                .iter()
                .find(|figure| figure.indicator == name && figure.period == period && figure.breakdown == in_full);
            found.copied()
        };
        // No value if no figure of the year exists; a hidden value if one is hidden.
        let is_there = names.iter().any(|(name, breakdown)| figure(name, breakdown).is_some());
        let parts: Vec<&Aggregate> = names.iter().filter_map(|(name, breakdown)| figure(name, breakdown)).collect();
        // Figures of two releases are not of one state of the register: they make no value.
        let is_of_one = parts.windows(2).all(|pair| pair[0].release == pair[1].release);
        let value = formula.value(&|name, breakdown| figure(name, breakdown).and_then(|own| own.value), least_whole);
        is_there.then(|| IndicatorValue {
            year,
            value: value.filter(|_| is_of_one),
            is_incomplete: parts.iter().any(|own| own.completeness == "incomplete"),
            is_of_release: parts.iter().any(|own| !own.release.is_empty()),
        })
    };
    let by_year: Vec<IndicatorValue> = years.into_iter().filter_map(|year| of(Some(year))).collect();
    if by_year.is_empty() { of(None).into_iter().collect() } else { by_year }
}

/// A parsed formula.
#[derive(Debug, Clone, PartialEq)]
enum Formula {
    Number(f64),
    Name(String, String),
    Both(Box<Formula>, char, Box<Formula>),
}

impl Formula {
    fn names<'f>(&'f self, out: &mut Vec<(&'f str, &'f str)>) {
        match self {
            Self::Number(_) => {}
            Self::Name(name, breakdown) => out.push((name, breakdown)),
            Self::Both(a, _, b) => {
                a.names(out);
                b.names(out);
            }
        }
    }

    fn value(&self, figure: &dyn Fn(&str, &str) -> Option<f64>, least_whole: u64) -> Option<f64> {
        match self {
            Self::Number(n) => Some(*n),
            Self::Name(name, breakdown) => figure(name, breakdown),
            Self::Both(a, sign, b) => {
                let is_constant = matches!(**b, Self::Number(_));
                let (a, b) = (a.value(figure, least_whole)?, b.value(figure, least_whole)?);
                let least = if is_constant { 0.0 } else { least_whole as f64 };
                match sign {
                    '+' => Some(a + b),
                    '-' => Some(a - b),
                    '*' => Some(a * b),
                    _ => (b != 0.0 && b >= least).then(|| a / b),
                }
            }
        }
    }
}

/// Parses a formula; `None` if the text is not one.
fn parse(text: &str) -> Option<Formula> {
    let mut rest = text.trim();
    if rest.len() > LONGEST {
        return None;
    }
    let formula = sum(&mut rest, 0)?;
    rest.is_empty().then_some(formula)
}

/// Longest formula in bytes: each sign nests the formula once more.
const LONGEST: usize = 2_000;
/// Deepest nesting of parentheses.
const DEEPEST: u32 = 40;

fn sum(rest: &mut &str, depth: u32) -> Option<Formula> {
    chain(rest, ['+', '-'], &|rest| chain(rest, ['*', '/'], &|rest| one(rest, depth)))
}

fn chain(rest: &mut &str, signs: [char; 2], part: &dyn Fn(&mut &str) -> Option<Formula>) -> Option<Formula> {
    let mut left = part(rest)?;
    while let Some(sign) = rest.chars().next().filter(|c| signs.contains(c)) {
        *rest = rest[1..].trim_start();
        left = Formula::Both(Box::new(left), sign, Box::new(part(rest)?));
    }
    Some(left)
}

fn one(rest: &mut &str, depth: u32) -> Option<Formula> {
    if let Some(inner) = rest.strip_prefix('(') {
        if depth == DEEPEST {
            return None;
        }
        *rest = inner.trim_start();
        let formula = sum(rest, depth + 1)?;
        *rest = rest.strip_prefix(')')?.trim_start();
        return Some(formula);
    }
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '.')).unwrap_or(rest.len());
    let (word, after) = rest.split_at(end);
    if word.is_empty() {
        return None;
    }
    if let Ok(number) = word.parse::<f64>() {
        *rest = after.trim_start();
        return Some(Formula::Number(number));
    }
    let (breakdown, after) = match after.strip_prefix('[') {
        Some(inside) => inside.split_once(']')?,
        None => ("", after),
    };
    *rest = after.trim_start();
    Some(Formula::Name(word.to_owned(), breakdown.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(formula: &str, figures: &[(&str, &str, f64)]) -> Option<f64> {
        let figure =
            |name: &str, breakdown: &str| figures.iter().find(|f| (f.0, f.1) == (name, breakdown)).map(|f| f.2);
        parse(formula).unwrap_or_else(|| panic!("{formula}")).value(&figure, 0)
    }

    #[test]
    fn formulas_follow_operator_precedence() {
        let figures = [("a", "", 6.0), ("b_1", "", 2.0), ("events", "event=death", 3.0)];
        for (formula, value) in [
            ("a", Some(6.0)),
            ("a / (a + b_1)", Some(0.75)),
            ("a - b_1 - b_1", Some(2.0)),
            ("2*a+b_1/4", Some(12.5)),
            ("100 * events[ event=death ] / a", Some(50.0)),
            ("a / (b_1 - 2)", None),
            ("a + missing", None),
        ] {
            assert_eq!(of(formula, &figures), value, "{formula}");
        }
    }

    #[test]
    fn a_malformed_formula_is_an_error_with_its_line() {
        for text in ["", "a +", "(a", "a)", "a b", "a ** b", "é", "a[b"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse(&"(".repeat(5000)), None);
        let error = read(&BUILT_IN.replace("acts_on_time /", "acts_on_time //")).expect_err("no formula");
        assert_eq!(error.code, ErrorCode::BadIndicators);
        assert!(error.args.iter().any(|(key, line)| *key == "line" && line != "1"), "{error:?}");
        assert_eq!(read("[[indicator]]\nid = 3").expect_err("no text").code, ErrorCode::BadIndicators);
    }

    #[test]
    fn a_rate_is_there_where_its_two_counts_are_shown_and_hidden_for_too_few() {
        let own: Vec<_> = read(BUILT_IN).expect("sound").into_iter().filter(|own| own.id == "births-on-time").collect();
        let figure = |indicator: &str, n: Option<i64>| Aggregate {
            indicator: indicator.to_owned(),
            period: "2011".to_owned(),
            area: "K".to_owned(),
            breakdown: "declared_year=2011".to_owned(),
            value: n.map(|n| n as f64),
            numerator: n,
            ..Aggregate::default()
        };
        let value = |on_time: Option<i64>, judged: Option<i64>| {
            // The late ones are under ten: a release hides them, and shows the rate.
            let figures = [("acts_on_time", on_time), ("acts_late", None), ("acts_judged", judged)];
            measure(&own, &figures.map(|(indicator, n)| figure(indicator, n)), "K", 20)[0].values[0].value
        };
        assert_eq!(value(Some(105), Some(110)), Some(105.0 / 110.0));
        assert_eq!([value(Some(10), Some(15)), value(None, Some(110))], [None, None]);
    }

    #[test]
    fn the_built_in_indicators_are_complete() {
        let indicators = read(BUILT_IN).expect("sound");
        assert!(indicators.len() >= 5);
        for indicator in indicators {
            assert!([&indicator.name.fr, &indicator.name.nl, &indicator.name.en].iter().all(|name| !name.is_empty()));
            for lang in ["fr", "nl", "en"] {
                assert!(!indicator.source.in_lang(lang).is_empty());
                assert!(indicator.target.iter().all(|target| !target.source.in_lang(lang).is_empty()));
            }
        }
    }
}
