//! Compares communes by the long tables that they export, beside published figures.
//!
//! Published figures are shown as printed; their inconsistencies are listed. No register and no personal data is
//! needed. Opens no file: the caller passes the text.

use std::collections::BTreeMap;

use super::Aggregate;
use super::release::ReleaseLabel;
use super::standard_ages::{self, EqualAges};
use super::statistics::{Z95, wilson};
use crate::error::{Error, ErrorCode, Result};
use crate::record::{CommuneFigure, PublishedYear, looks_like_formula};

#[derive(Debug)]
pub(crate) struct CommuneAggregates {
    pub(crate) name: String,
    /// What its release says of itself.
    pub(crate) label: Option<ReleaseLabel>,
    pub(crate) figures: Vec<Aggregate>,
}

/// Reads a long table from CSV or JSON; `name` is the file name for messages.
///
/// # Errors
/// `bad-aggregates` with the file, the line and the cause; `no-commune` if no figure is of a whole commune.
pub(crate) fn read(name: &str, text: &str) -> Result<CommuneAggregates> {
    let text = text.trim_start_matches('\u{feff}');
    let figures = match text.trim_start().starts_with('[') {
        true => serde_json::from_str(text).map_err(|e| bad(name, e.line() as u64, &e))?,
        false => from_csv(name, text)?,
    };
    let mut areas: BTreeMap<&str, usize> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| !figure.area.contains('/')) {
        *areas.entry(&figure.area).or_default() += 1;
    }
    let commune = areas.into_iter().max_by_key(|(_, n)| *n).map(|(area, _)| area.to_owned());
    match commune {
        Some(commune) => Ok(CommuneAggregates { name: commune, label: None, figures }),
        None => Err(Error::new(ErrorCode::NoCommune).with("path", name)),
    }
}

fn bad(name: &str, line: u64, why: impl ToString) -> Error {
    Error::new(ErrorCode::BadAggregates).with("path", name).with("line", line).because(why.to_string())
}

fn from_csv(name: &str, text: &str) -> Result<Vec<Aggregate>> {
    const COLUMNS: [&str; 7] = ["indicator", "period", "area", "breakdown", "value", "numerator", "denominator"];
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|e| bad(name, 1, e))?.clone();
    let index = |column: &str| headers.iter().position(|header| header.trim() == column);
    if let Some(missing) = COLUMNS.into_iter().find(|column| index(column).is_none()) {
        return Err(bad(name, 1, missing));
    }
    let indexes = COLUMNS.map(|column| index(column).unwrap_or_default());
    let further = ["status", "completeness", "release"].map(index);
    let mut figures = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| bad(name, e.position().map_or(0, csv::Position::line), &e))?;
        let line = record.position().map_or(0, csv::Position::line);
        let [indicator, period, area, breakdown, value, numerator, denominator] =
            indexes.map(|index| record.get(index).unwrap_or_default());
        let count = |text: &str| match text {
            "" => Ok(None),
            _ => text.parse::<i64>().map(Some).map_err(|_| bad(name, line, text)),
        };
        let [status, completeness, release] =
            further.map(|index| index.and_then(|index| record.get(index)).unwrap_or_default().to_owned());
        figures.push(Aggregate {
            indicator: plain(indicator),
            period: plain(period),
            area: plain(area),
            breakdown: plain(breakdown),
            value: if value.is_empty() { None } else { Some(value.parse().map_err(|_| bad(name, line, value))?) },
            numerator: count(numerator)?,
            denominator: count(denominator)?,
            status,
            completeness,
            release,
            ..Aggregate::default()
        });
    }
    Ok(figures)
}

/// Removes the apostrophe that a report puts before text that looks like a formula.
fn plain(text: &str) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if looks_like_formula(rest) => rest.to_owned(),
        _ => text.to_owned(),
    }
}

/// A rate with its 95 % interval; `None` where a part is hidden or missing.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rate {
    /// The numerator.
    pub part: Option<u64>,
    /// The denominator.
    pub whole: Option<u64>,
    /// The interval, by Wilson's formula.
    pub interval: Option<(f64, f64)>,
}

impl Rate {
    fn of(part: Option<u64>, whole: Option<u64>) -> Self {
        let interval = part.zip(whole).and_then(|(part, whole)| wilson(part.min(whole) as f64, whole as f64, Z95));
        Self { part, whole, interval }
    }

    /// Returns part / whole.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.part.zip(self.whole).filter(|(_, whole)| *whole > 0).map(|(part, whole)| part as f64 / whole as f64)
    }
}

/// The main figures of one commune.
pub struct CommuneOverview {
    /// The commune.
    pub commune: String,
    /// Number of persons present.
    pub persons: Option<u64>,
    /// Number of households.
    pub households: Option<u64>,
    /// Acts on time of those judged, by the rule that all communes can be judged by.
    pub on_time: Rate,
    /// Children under five whose birth is registered; the interval is that of linking.
    pub under_five: Rate,
    /// Children of the census without an act; the interval covers the uncertainty of linking.
    pub without_act: Rate,
    /// Number of quartiers with a census round, and of all quartiers.
    pub quartiers: (Option<u64>, Option<u64>),
    /// The rule of the rate on time.
    pub(crate) rule: Vec<String>,
    /// Whether the rule is that of all communes.
    pub(crate) is_common_rule: bool,
    /// Years of the registers read.
    pub(crate) register_years: Vec<i32>,
    /// Last day of declarations.
    pub(crate) as_of: Option<chrono::NaiveDate>,
    /// Period and version of the program of the release.
    pub(crate) release: Option<(String, String)>,
}

/// The birth acts of one commune in one period.
pub(crate) struct PeriodActs {
    pub(crate) commune: String,
    /// Year, quarter or half-year.
    pub(crate) period: String,
    /// Source of a published figure; `None` for a figure of a register.
    pub(crate) source: Option<String>,
    /// Whether the figure is of the published yearly series.
    pub(crate) is_series: bool,
    /// Acts on time (within the period, or by proxy) of all acts.
    pub(crate) on_time: Rate,
    pub(crate) late: Option<u64>,
}

/// The births of one commune and year: the share on time in the end, estimated.
pub(crate) struct CohortShare {
    pub(crate) commune: String,
    pub(crate) year: String,
    /// Acts in the end.
    pub(crate) expected: Option<f64>,
    /// The share and its interval.
    pub(crate) share: [Option<f64>; 3],
}

/// An inconsistency of a published figure.
pub struct FigureFlag {
    pub(crate) commune: String,
    pub(crate) period: String,
    /// The category, as printed.
    pub(crate) category: String,
    /// Stable code of the inconsistency: `parts-differ`, `adults-alone`, `digits-against-words`, `differs-from-series`.
    pub(crate) code: &'static str,
    pub(crate) printed: u64,
    /// The figure that it contradicts.
    pub(crate) against: u64,
}

/// The comparison of communes.
pub struct CommuneComparison {
    /// Whether the releases have the same years of registers and the same last quarter.
    pub(crate) is_one_window: bool,
    /// The main figures of each commune.
    pub communes: Vec<CommuneOverview>,
    /// Acts by commune and year, from the registers.
    pub(crate) by_year: Vec<PeriodActs>,
    /// Births by commune and year of birth: share on time as estimated for the end.
    pub(crate) by_born_year: Vec<CohortShare>,
    /// Children without an act at equal ages.
    pub(crate) at_equal_ages: EqualAges,
    /// As published.
    pub(crate) published: Vec<PeriodActs>,
    /// Deaths, as published.
    pub(crate) deaths: Vec<CommuneFigure>,
    /// Inconsistencies of the published figures.
    pub flags: Vec<FigureFlag>,
    /// Source of the published figures.
    pub(crate) source: String,
}

pub(crate) struct PublishedStatistics<'a> {
    /// Figures by commune, period and category.
    pub(crate) figures: &'a [CommuneFigure],
    pub(crate) source: &'a str,
    /// The published yearly series.
    pub(crate) series: &'a [PublishedYear],
    /// Its publisher.
    pub(crate) series_source: &'a str,
    /// The commune of series rows that name none.
    pub(crate) commune: &'a str,
}

impl PublishedStatistics<'_> {
    fn commune_of<'p>(&'p self, year: &'p PublishedYear) -> &'p str {
        if year.commune.is_empty() { self.commune } else { &year.commune }
    }
}

/// Compares communes; further communes of the same name get a number.
pub(crate) fn compare(communes: Vec<CommuneAggregates>, printed: &PublishedStatistics<'_>) -> CommuneComparison {
    let mut n_named: BTreeMap<String, u32> = BTreeMap::new();
    let mut named: Vec<(String, CommuneAggregates)> = Vec::new();
    for commune in communes {
        let n = n_named.entry(commune.name.clone()).or_default();
        *n += 1;
        let name = if *n == 1 { commune.name.clone() } else { format!("{} ({n})", commune.name) };
        named.push((name, commune));
    }
    let common = common_rule(&named);
    let figures: Vec<_> =
        named.iter().map(|(name, own)| (name.as_str(), own.name.as_str(), own.figures.as_slice())).collect();
    let window = |own: &CommuneAggregates| own.label.as_ref().map(|label| label.register_years.clone());
    CommuneComparison {
        is_one_window: named.windows(2).all(|pair| window(&pair[0].1) == window(&pair[1].1)),
        communes: named.iter().map(|(name, own)| overview(name, own, common.as_deref())).collect(),
        by_year: named.iter().flat_map(|(name, own)| by_year(name, own)).collect(),
        by_born_year: named.iter().flat_map(|(name, own)| by_born_year(name, own)).collect(),
        at_equal_ages: standard_ages::at_equal_ages(&figures),
        published: published(printed),
        deaths: printed.figures.iter().filter(|figure| figure.category == "deces").cloned().collect(),
        flags: flags(printed),
        source: printed.source.to_owned(),
    }
}

/// Returns the legal rule by which every commune can be judged: applied, or shown beside the applied one.
fn common_rule(communes: &[(String, CommuneAggregates)]) -> Option<Vec<String>> {
    let rules = |own: &CommuneAggregates| {
        own.label.as_ref().map(|label| [label.legal_rule.clone(), label.other_rule.clone()]).unwrap_or_default()
    };
    let (_, first) = communes.first()?;
    let is_of_all = |rule: &Vec<String>| communes.iter().all(|(_, own)| rules(own).contains(rule));
    rules(first).into_iter().find(|rule| !rule.is_empty() && is_of_all(rule))
}

fn overview(name: &str, commune: &CommuneAggregates, common: Option<&[String]>) -> CommuneOverview {
    let figure = |indicator: &str| {
        commune.figures.iter().find(|own| {
            own.indicator == indicator && own.period == "all" && own.area == commune.name && own.breakdown == "all"
        })
    };
    let count = |indicator: &str| figure(indicator).and_then(|own| own.numerator).map(i64::unsigned_abs);
    let label = commune.label.as_ref();
    let applied = label.map(|label| label.legal_rule.clone()).unwrap_or_default();
    let is_other = common.is_some_and(|common| common != applied.as_slice());
    let rate = |own: &Aggregate| Rate::of(own.numerator.map(i64::unsigned_abs), own.denominator.map(i64::unsigned_abs));
    let rate = |indicator: &str| figure(indicator).map(rate).unwrap_or_default();
    let value = |indicator: String| figure(&indicator).and_then(|own| own.value);
    let linking = |side: &str| value(format!("rate_census_children_without_act_{side}"));
    let young = |side: &str| value(format!("rate_under_five_with_act_{side}"));
    let without_act = Rate {
        part: count("census_children_without_act"),
        whole: count("census_children"),
        interval: linking("low").zip(linking("high")),
    };
    CommuneOverview {
        commune: name.to_owned(),
        persons: count("persons"),
        households: count("households"),
        on_time: rate(if is_other { "rate_on_time_other_rule" } else { "rate_on_time" }),
        under_five: Rate { interval: young("low").zip(young("high")), ..rate("rate_under_five_with_act") },
        rule: common.map_or(applied, <[String]>::to_vec),
        is_common_rule: common.is_some(),
        register_years: label.map(|label| label.register_years.clone()).unwrap_or_default(),
        as_of: label.and_then(|label| label.as_of),
        release: label.map(|label| (label.period.clone(), label.program.clone())),
        without_act,
        quartiers: (count("quartiers_with_census"), count("quartiers")),
    }
}

fn by_year(name: &str, commune: &CommuneAggregates) -> Vec<PeriodActs> {
    let mut years: BTreeMap<&str, [Option<u64>; 3]> = BTreeMap::new();
    for own in commune.figures.iter().filter(|own| own.area == commune.name) {
        if own.breakdown.strip_prefix("declared_year=") != Some(own.period.as_str()) {
            continue;
        }
        let column = ["acts_on_time", "acts_late", "acts_judged"].iter().position(|name| *name == own.indicator);
        if let Some(column) = column {
            years.entry(&own.period).or_default()[column] = own.numerator.map(i64::unsigned_abs);
        }
    }
    let period = |(year, [on_time, late, judged]): (&str, [Option<u64>; 3])| PeriodActs {
        commune: name.to_owned(),
        period: year.to_owned(),
        source: None,
        is_series: false,
        on_time: Rate::of(on_time, judged),
        late,
    };
    years.into_iter().filter(|(year, _)| year.parse::<i32>().is_ok()).map(period).collect()
}

fn by_born_year(name: &str, commune: &CommuneAggregates) -> Vec<CohortShare> {
    let of = |indicator: &str, year: &str| {
        let is_wanted = |own: &&Aggregate| own.indicator == indicator && own.area == commune.name && own.period == year;
        commune.figures.iter().find(is_wanted).and_then(|own| own.value)
    };
    let years = commune.figures.iter().filter(|own| own.indicator == "births_acts_expected");
    let cohort = |own: &Aggregate| CohortShare {
        commune: name.to_owned(),
        year: own.period.clone(),
        expected: own.value,
        share: ["", "_low", "_high"].map(|side| of(&format!("births_rate_on_time_expected{side}"), &own.period)),
    };
    years.map(cohort).collect()
}

/// Returns the published acts by commune and period. On time: within the period and by proxy; late: by judgment. The
/// rate exists only where both are published.
fn published(printed: &PublishedStatistics<'_>) -> Vec<PeriodActs> {
    let of_series = printed.series.iter().map(|year| PeriodActs {
        commune: printed.commune_of(year).to_owned(),
        period: year.year.to_string(),
        source: Some(printed.series_source.to_owned()),
        is_series: true,
        on_time: Rate::of(Some(year.on_time), Some(year.on_time + year.late)),
        late: Some(year.late),
    });
    let mut acts: Vec<(&CommuneFigure, [u64; 2], [bool; 2])> = Vec::new();
    for figure in printed.figures {
        let side = match figure.category.as_str() {
            "dans_le_delai" | "par_procuration" => 0,
            "jugement_suppletif" => 1,
            _ => continue,
        };
        let index = acts.iter().position(|(own, ..)| own.commune == figure.commune && own.period == figure.period);
        let index = index.unwrap_or_else(|| {
            acts.push((figure, [0; 2], [false; 2]));
            acts.len() - 1
        });
        acts[index].1[side] += figure.count;
        acts[index].2[side] = true;
    }
    let of_figures = acts.into_iter().map(|(figure, [on_time, late], [has_on_time, has_late])| PeriodActs {
        commune: figure.commune.clone(),
        period: figure.period.clone(),
        source: Some(figure.source.clone()),
        is_series: false,
        on_time: if has_on_time && has_late {
            Rate::of(Some(on_time), Some(on_time + late))
        } else {
            Rate { part: has_on_time.then_some(on_time), ..Rate::default() }
        },
        late: has_late.then_some(late),
    });
    let mut periods: Vec<PeriodActs> = of_series.chain(of_figures).collect();
    periods.sort_by(|a, b| (&a.commune, &a.period, &a.source).cmp(&(&b.commune, &b.period, &b.source)));
    periods
}

/// Lists the inconsistencies of the published figures; none is corrected.
fn flags(printed: &PublishedStatistics<'_>) -> Vec<FigureFlag> {
    let mut flags = Vec::new();
    let mut add = |commune: &str, period: &str, category: &str, code, printed, against| {
        let [commune, period, category] = [commune, period, category].map(str::to_owned);
        flags.push(FigureFlag { commune, period, category, code, printed, against });
    };
    for figure in printed.figures {
        let mut flag = |code, printed, against| {
            add(&figure.commune, &figure.period, &figure.category, code, printed, against);
        };
        let [boys, girls, men, women] = figure.parts;
        let (children, adults) = (boys.zip(girls).map(|(a, b)| a + b), men.zip(women).map(|(a, b)| a + b));
        if children.is_some() || adults.is_some() {
            let sum = children.unwrap_or(0) + adults.unwrap_or(0);
            match (children, adults) {
                (Some(n), Some(adults)) if adults == figure.count && n > 0 => flag("adults-alone", figure.count, sum),
                _ if sum != figure.count => flag("parts-differ", figure.count, sum),
                _ => {}
            }
        }
        if let Some((name, words)) = &figure.in_words {
            let index = ["boys", "girls", "men", "women"].iter().position(|own| own == name);
            let digits = index.and_then(|index| figure.parts[index]).unwrap_or(figure.count);
            if digits != *words {
                flag("digits-against-words", digits, *words);
            }
        }
    }
    for year in printed.series {
        let (commune, period) = (printed.commune_of(year), year.year.to_string());
        let of = |categories: &[&str]| -> Option<u64> {
            let own = printed.figures.iter().filter(|figure| {
                figure.commune == commune && figure.period == period && categories.contains(&figure.category.as_str())
            });
            own.map(|figure| figure.count).reduce(|a, b| a + b)
        };
        let on_time = ["dans_le_delai", "par_procuration"];
        for (categories, in_series) in [(&on_time[..], year.on_time), (&["jugement_suppletif"], year.late)] {
            if let Some(count) = of(categories).filter(|count| *count != in_series) {
                add(commune, &period, &categories.join("+"), "differs-from-series", count, in_series);
            }
        }
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(count: u64, parts: [Option<u64>; 4], in_words: Option<(&str, u64)>) -> CommuneFigure {
        CommuneFigure {
            commune: "Lemba".to_owned(),
            period: "2022-Q2".to_owned(),
            category: "jugement_suppletif".to_owned(),
            count,
            parts,
            in_words: in_words.map(|(name, n)| (name.to_owned(), n)),
            source: "A2".to_owned(),
        }
    }

    fn codes(figure: CommuneFigure) -> Vec<(&'static str, u64, u64)> {
        let printed =
            PublishedStatistics { figures: &[figure], source: "", series: &[], series_source: "", commune: "" };
        flags(&printed).into_iter().map(|flag| (flag.code, flag.printed, flag.against)).collect()
    }

    #[test]
    fn inconsistent_figures_are_flagged() {
        assert_eq!(codes(figure(1526, [Some(783), Some(743), None, None], None)), []);
        assert_eq!(codes(figure(1526, [Some(783), Some(744), None, None], None)), [("parts-differ", 1526, 1527)]);
        let both = [Some(87), Some(103), Some(331), Some(294)];
        assert_eq!(codes(figure(625, both, None)), [("adults-alone", 625, 815)]);
        assert_eq!(codes(figure(815, [Some(76), Some(63), Some(345), Some(331)], None)), []);
        let words = codes(figure(1460, [Some(770), Some(690), None, None], Some(("girls", 990))));
        assert_eq!(words, [("digits-against-words", 690, 990)]);
    }

    #[test]
    fn figures_that_differ_from_the_series_are_flagged() {
        let own = |category: &str, count| CommuneFigure {
            commune: "K".to_owned(),
            period: "2017".to_owned(),
            category: category.to_owned(),
            ..figure(count, [None; 4], None)
        };
        let figures = [own("dans_le_delai", 1895), own("par_procuration", 12712), own("jugement_suppletif", 317)];
        let series = [PublishedYear { year: 2017, on_time: 14588, late: 660, commune: String::new() }];
        let printed =
            PublishedStatistics { figures: &figures, source: "", series: &series, series_source: "B", commune: "K" };
        let found: Vec<_> = flags(&printed).into_iter().map(|flag| (flag.printed, flag.against)).collect();
        assert_eq!(found, [(14607, 14588), (317, 660)]);
        let periods = published(&printed);
        assert_eq!(periods.len(), 2);
        assert_eq!((periods[0].on_time.part, periods[0].on_time.whole), (Some(14607), Some(14924)));
        assert_eq!((periods[1].on_time.part, periods[1].on_time.whole), (Some(14588), Some(15248)));
    }

    #[test]
    fn a_malformed_long_table_is_an_error() {
        let head = "indicator,period,area,breakdown,value,numerator,denominator\n";
        for (text, code) in [
            ("", ErrorCode::BadAggregates),
            ("indicator,period\n", ErrorCode::BadAggregates),
            ("[1]", ErrorCode::BadAggregates),
            (&format!("{head}persons,all,K,all,x,1,\n"), ErrorCode::BadAggregates),
            (&format!("{head}persons,all,K/Boma,all,1,1,\n"), ErrorCode::NoCommune),
        ] {
            assert_eq!(read("a.csv", text).expect_err(text).code, code, "{text}");
        }
        let figures = read("a.csv", &format!("{head}persons,all,'=K,all,9,9,\n")).expect("sound");
        assert_eq!((figures.name.as_str(), figures.figures[0].numerator), ("=K", Some(9)));
    }
}
