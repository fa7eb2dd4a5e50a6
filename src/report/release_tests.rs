//! Tests of releases: the rounding, what a reader can compute from one of them, what two of them show of one person,
//! and how many rates stay.

use std::collections::BTreeMap;

use super::example_commune::{Lcg, act, commune, day, with_mother};
use super::facts::{Facts, PersonFact};
use super::mothers::BIRTH_ORDERS;
use super::release::*;
use super::release_state::ReleaseFingerprint;
use super::*;
use crate::record::{Category, Sex, Status};

pub(super) fn label() -> ReleaseLabel {
    ReleaseLabel {
        number: 1,
        period: "2018-T4".to_owned(),
        commune: "Kimbanseke".to_owned(),
        made_on: day("2019-01-10"),
        program: "0".to_owned(),
        as_of: None,
        register_years: Vec::new(),
        legal_rule: Vec::new(),
        other_rule: Vec::new(),
        rounding: "10-5".to_owned(),
        exact_years: Vec::new(),
        min_changes: 50,
        residents_of: None,
        residents_made_on: None,
        acts_of: None,
        acts_made_on: None,
    }
}

pub(super) fn released(facts: &Facts) -> ReportTables {
    protect(tables(facts, &ReportSettings::default()), label())
}

pub(super) type Figures = BTreeMap<[String; 4], Aggregate>;

pub(super) fn figures(tables: &ReportTables) -> Figures {
    let key = |own: &Aggregate| [&own.indicator, &own.period, &own.area, &own.breakdown].map(String::clone);
    aggregates(tables).into_iter().map(|own| (key(&own), own)).collect()
}

/// Counts that are not of persons, or are published exactly.
fn is_exempt([indicator, _, area, breakdown]: &[String; 4]) -> bool {
    let is_exact = !area.contains('/') && (breakdown.starts_with("declared_year=") || breakdown == "all");
    let exact = ["acts_on_time", "acts_late", "acts_judged", "rate_on_time", "rate_on_time_other_rule"];
    // Births expected and acts to come are estimates from rounded acts.
    let public =
        "quartiers files published births_expected births_acts_to_come population coverage_acts coverage_published";
    // The population that a source states is published; the persons counted against it have a test of their own.
    let is_public = indicator == "coverage_census" || public.split(' ').any(|start| indicator.starts_with(start));
    is_exact && exact.contains(&indicator.as_str()) || is_public
}

#[test]
fn periods_are_years_halves_quarters_and_months() {
    let of = |text| ReleasePeriod::parse(text).map(|own| (own.code, own.last.to_string()));
    for (text, code, last) in [
        ("2018", "2018", "2018-12-31"),
        ("2018-s1", "2018-S1", "2018-06-30"),
        ("2018-T4", "2018-T4", "2018-12-31"),
        ("2018-Q1", "2018-T1", "2018-03-31"),
        ("2016-02", "2016-02", "2016-02-29"),
        ("2018-9", "2018-09", "2018-09-30"),
    ] {
        assert_eq!(of(text), Some((code.to_owned(), last.to_owned())), "{text}");
    }
    for text in ["", "18-T4", "2018-T5", "2018-S3", "2018-13", "2018-", "T4", "../2018"] {
        assert_eq!(of(text), None, "{text}");
    }
}

/// Returns the count of another indicator at the same place.
fn figure_beside(figures: &Figures, key: &[String; 4], indicator: &str) -> Option<i64> {
    let mut key = key.clone();
    key[0] = indicator.to_owned();
    figures.get(&key).and_then(|own| own.numerator)
}

#[test]
fn counts_are_rounded_alike_in_every_figure_and_totals_by_year_are_exact() {
    let facts = commune();
    let exact = figures(&tables(&facts, &ReportSettings::default()));
    let shown = figures(&released(&facts));
    let figures_shown = shown.clone();
    let (mut n_hidden, mut n_rounded, mut n_withheld) = (0, 0, 0);
    for (key, own) in shown.iter().filter(|(key, _)| !is_exempt(key)) {
        let Some(before) = exact.get(key) else { panic!("{key:?} is in the release alone") };
        if own.denominator.is_some() {
            for n in [own.numerator, own.denominator].into_iter().flatten() {
                let is_of_law = n == 0 && key[3].starts_with("delay_days=");
                assert!(n % 5 == 0 && (n >= 10 || is_of_law), "{own:?}");
            }
            assert!(own.denominator.is_none_or(|whole| whole >= 20), "{own:?}");
            continue;
        }
        let Some(n) = before.numerator.filter(|_| before.denominator.is_none()) else { continue };
        let is_of_events = key[3] == "kind=event";
        let is_of_rows =
            ["rows", "pairs", "census_sheets"].iter().any(|start| key[0].starts_with(start)) && !is_of_events;
        match own.numerator {
            None => {
                n_hidden += 1;
                if own.status == "withheld" {
                    n_withheld += 1;
                    continue;
                }
                let is_few = if is_of_rows { (1..5).contains(&n) } else { n < 10 };
                let status = if is_of_rows { "under-5" } else { "under-10" };
                assert!(is_few && (own.status == status || own.status == "none"), "{before:?} is hidden: {own:?}");
            }
            Some(shown) => {
                n_rounded += 1;
                // Delays beyond the legal period are never on time: that zero is the law's.
                let is_of_law = n == 0 && (key[3].starts_with("delay_days=") || key[3].ends_with("=unknown"));
                // Of the exact late acts of a year those of more than a year are not more.
                let late = figure_beside(&figures_shown, key, "acts_late");
                let is_bounded = key[0] == "acts_delayed" && late == Some(shown);
                let is_of_law = is_of_law || n == 0 && (is_of_events || key[0] == "findings");
                assert!(
                    (shown % 5 == 0 || is_bounded)
                        && shown.abs_diff(n) <= 2
                        && (n >= 10 || is_of_rows && !(1..5).contains(&n) || is_of_law),
                    "{n} {own:?}"
                );
            }
        }
    }
    assert!(n_hidden > 100 && n_rounded > 300 && n_withheld < 200, "{n_hidden} {n_rounded} {n_withheld}");
    for (key, own) in &shown {
        if key[0] == "births_acts_to_come" {
            assert!(own.numerator.is_none_or(|n| n % 5 == 0 && n >= 10), "{own:?}");
        }
        if is_exempt(key) && key[0].starts_with("acts_") {
            assert_eq!(exact[key].numerator, own.numerator, "{key:?}");
        }
        // To one decimal of a per cent at most.
        if let Some(value) = own.value.filter(|value| value.abs() <= 1.0) {
            assert!((value * 1000.0 - (value * 1000.0).round()).abs() < 1e-9, "{own:?}");
        }
        assert!(!key[3].contains("sex=unknown") && !key[3].contains("category=unknown"), "{key:?}");
    }
}

#[test]
fn groups_and_the_coverage_of_the_census_are_rounded_in_a_release() {
    let mut facts = commune();
    facts.persons.truncate(2500);
    let (exact, shown) = (tables(&facts, &ReportSettings::default()), released(&facts));
    let groups = shown.population.by_group.as_ref().unwrap();
    let before = exact.population.by_group.as_ref().unwrap();
    assert_eq!((groups.spec.columns.len(), before.spec.columns.len()), (4, 5));
    let mut n_hidden = 0;
    for (own, exact) in groups.rows.iter().zip(&before.rows) {
        assert_eq!(own.heading, exact.heading);
        assert_eq!(own.cells.len(), 4);
        for (shown, n) in own.cells.iter().zip(&exact.cells) {
            let n = n.unwrap();
            assert_eq!(*shown, (n >= 10).then_some((n + 2) / 5 * 5));
            n_hidden += u32::from(n < 10);
        }
    }
    assert!(n_hidden > 0);
    let boma = |tables: &ReportTables| {
        let row = tables.census_coverage.iter().find(|row| row.heading.code() == "Boma").unwrap();
        (row.counted.unwrap(), row.share().unwrap())
    };
    let ((n, _), (rounded, share)) = (boma(&exact), boma(&shown));
    assert_eq!((rounded, share), ((n + 2) / 5 * 5, rounded as f64 / 400.0));
    let key = ["coverage_census", "2017", "Kimbanseke/Boma", "population=boma-2017"].map(str::to_owned);
    assert_eq!(figures(&shown)[&key].numerator, Some(rounded as i64));
}

#[test]
fn a_zero_that_the_law_makes_is_shown_as_one() {
    let rows = released(&commune()).births.by_delay.rows;
    let of = |code: &str| rows.iter().find(|row| row.heading.code() == code).unwrap();
    assert_eq!((of("0-7").late, of("0-7").delayed), (Some(0), Some(0)));
    assert_eq!((of("91-180").on_time, of("91-180").delayed), (Some(0), Some(0)));
    // An act in a row of a known delay is not one of unknown delay.
    assert!(rows.iter().filter(|row| row.heading != heading::RowHeading::Unknown).all(|row| row.unknown == Some(0)));
    assert!(of("366-730").delayed != Some(0) && of("31-60").on_time.is_some_and(|n| n >= 10));
}

#[test]
fn rounding_takes_no_figure_out_of_its_interval_or_beyond_what_can_be() {
    let mut facts = commune();
    for (index, person) in facts.persons.iter_mut().enumerate() {
        // Linking is nearly certain: the intervals are narrow.
        (person.act_probability, person.has_act) = if index % 3 == 0 { (0.0, false) } else { (1.0, true) };
    }
    let tables = released(&facts);
    let children = tables.children.as_ref().unwrap();
    let of =
        [&children.by_born_year, &children.by_quartier, &children.under_five_by_sex, &children.under_five_by_quartier];
    let mut n_rows = 0;
    for row in of.iter().flat_map(|table| table.rows.iter().chain([&table.total])) {
        let Some(((low, high), share)) = row.interval.zip(row.rate_without()) else { continue };
        assert!(
            low <= share + 5e-4 && share <= high + 5e-4,
            "{:?}: {share} is not in {low} to {high}",
            row.counts.heading
        );
        n_rows += 1;
    }
    assert!(n_rows > 60, "{n_rows}");
    // The other rule is never longer.
    let births = &tables.births;
    let own = &births.by_declared_year;
    for year in births.other_rule.as_ref().unwrap().by_year.iter() {
        let applied = own.rows.iter().find(|row| row.heading == year.heading).unwrap();
        assert!(year.rate().unwrap() <= applied.rate().unwrap() + 1e-12, "{:?}", year.heading);
    }
}

#[test]
fn the_interval_of_a_rounded_rate_holds_that_of_the_exact_one() {
    let (mut facts, mut random) = (commune(), Lcg(11));
    facts.acts.retain(|_| random.below(6) == 0);
    let (exact, shown) = (tables(&facts, &ReportSettings::default()).births, released(&facts).births);
    let (mut n_rows, mut n_apart) = (0, 0);
    for (exact, shown) in exact.tables().into_iter().zip(shown.tables()) {
        for row in &shown.rows {
            let Some((low, high)) = row.interval() else { continue };
            let own = exact.rows.iter().find(|own| own.heading == row.heading).unwrap();
            let (exact_low, exact_high) = own.interval().unwrap();
            assert!(low <= exact_low + 1e-9 && exact_high <= high + 1e-9, "{:?} {:?}", shown.by, row.heading);
            n_rows += 1;
            n_apart += usize::from((row.rate().unwrap() - own.rate().unwrap()).abs() > 0.05);
        }
    }
    assert!(n_rows > 40 && n_apart > 0, "{n_rows} {n_apart}");
    // No quartier is beyond chance that is not so by its exact counts, around the same line.
    for point in &shown.funnel_points {
        let own = exact.by_quartier.rows.iter().find(|own| own.heading == point.heading).unwrap();
        let (rate, whole) = (own.rate().unwrap(), own.judged.unwrap() as f64);
        let (low, high) = super::statistics::funnel_limits(point.centre, whole, super::statistics::Z998);
        match point.position.code() {
            "below" => assert!(rate < low, "{point:?}"),
            "above" => assert!(rate > high, "{point:?}"),
            _ => {}
        }
    }
}

#[test]
fn figures_of_an_exact_year_do_not_contradict_each_other() {
    let mut facts = commune();
    // In 2016 thirteen acts are late, each by more than a year.
    facts.acts.retain(|own| {
        let is_of_2016 = own.declared_on.is_some_and(|day| day.to_string().starts_with("2016"));
        !is_of_2016 || own.timeliness == crate::record::Timeliness::OnTime
    });
    facts.acts.extend((0..13).map(|n| act(day("2016-03-01"), 500 + n, Category::Judgment)));
    let tables = released(&facts);
    let row = tables.births.by_declared_year.rows.iter().find(|row| row.heading.code() == "2016").unwrap();
    assert_eq!((row.is_exact, row.late, row.delayed), (true, Some(13), Some(13)));
    for row in &tables.births.by_declared_year.rows {
        assert!(row.delayed <= row.late || row.late.is_none(), "{row:?}");
    }
    let page = render::html(&tables, &crate::messages::Messages::new(crate::messages::Lang::En));
    let table = page.split("id=\"t-declared-year\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    assert!(table.contains("(delayed), rounded"), "{table}");
    // An exact number less a rounded one is rounded, and says so.
    let published = page.split("id=\"t-published\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    for year in &tables.births.published_years {
        let held = tables.births.by_declared_year.rows.iter().find(|row| row.heading.code() == year.year.to_string());
        let code = format!("data-code=\"{}\"", year.year);
        let row = published.split(&code).nth(1).and_then(|rest| rest.split("</tr>").next()).unwrap();
        let is_rounded = held.is_some_and(|row| !row.is_exact && !row.is_withheld);
        assert_eq!(row.contains('≈'), is_rounded, "{row}");
    }
}

#[test]
fn sheets_of_a_release_have_whole_names() {
    let mut facts = commune();
    facts.events.insert((crate::record::EventKind::Death, Some(2017)), 30);
    let tables = released(&facts);
    for lang in crate::messages::Lang::ALL.iter().copied() {
        let bytes = render::xlsx(&tables, &crate::messages::Messages::new(lang)).unwrap();
        let book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
        let names = calamine::Reader::sheet_names(&book);
        let is_cut = |name: &&String| name.contains('…') || name.chars().last().is_some_and(|c| c.is_ascii_digit());
        assert_eq!(names.iter().find(is_cut), None, "{names:?}");
    }
}

#[test]
fn a_release_says_how_many_acts_have_no_category() {
    let mut facts = commune();
    let n = 400;
    facts.acts.iter_mut().filter(|act| !act.is_duplicate).take(n).for_each(|act| act.category = Category::Unknown);
    let page = render::html(&released(&facts), &crate::messages::Messages::new(crate::messages::Lang::En));
    assert!(page.contains("Category not stated: 400 records"));
    let table = page.split("id=\"t-category\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    assert!(!table.contains("data-code=\"unknown\""), "{table}");
}

#[test]
fn the_population_of_joined_quartiers_is_the_sum_of_one_source() {
    let mut facts = commune();
    let names = vec!["Boma".to_owned(), "Kutu".to_owned()];
    let settings = ReleaseSettings { joined_quartiers: vec![names], ..Default::default() };
    select(&mut facts, &ReleasePeriod::parse("2018").unwrap(), &settings);
    let joined = facts.populations.iter().find(|own| own.quartier == "Boma + Kutu");
    assert_eq!(joined.map(|own| own.population), Some(550));
    let mut facts = commune();
    facts.populations[2].source = "another".to_owned();
    select(&mut facts, &ReleasePeriod::parse("2018").unwrap(), &settings);
    assert!(facts.populations.iter().all(|own| own.quartier.is_empty()));
}

#[test]
fn page_workbook_and_figures_of_a_release_show_the_same_rounded_numbers() {
    let tables = released(&commune());
    let messages = crate::messages::Messages::new(crate::messages::Lang::Fr);
    let page = render::html(&tables, &messages);
    assert!(page.contains("sortie n°\u{a0}1") || page.contains("sortie n° 1"), "{}", &page[..3000]);
    assert!(!page.contains("interne") && page.contains("&#60;10"));
    let bytes = render::xlsx(&tables, &messages).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
    for name in calamine::Reader::sheet_names(&book) {
        let range = calamine::Reader::worksheet_range(&mut book, &name).unwrap();
        for (_, _, cell) in range.used_cells() {
            if let calamine::Data::Float(n) = cell {
                let thousandths = n * 1000.0;
                // The numbers behind a funnel plot's limits are no figures of the register.
                let is_aside = !(thousandths - thousandths.round()).abs().le(&1e-6);
                assert!(!is_aside || !name.is_empty() && range.width() > 14, "{name}: {n}");
            }
        }
    }
}

#[test]
fn small_quartiers_can_be_joined() {
    let mut facts = commune();
    let [first, second] = [2, 3].map(|index| facts.quartiers[index].clone());
    let settings =
        ReleaseSettings { joined_quartiers: vec![vec![first.clone(), second.clone()]], ..Default::default() };
    let n = |facts: &Facts, quartier: u16| {
        facts.persons.iter().filter(|person| person.is_present() && person.quartier == Some(quartier)).count() as u64
    };
    let both = n(&facts, 2) + n(&facts, 3);
    select(&mut facts, &ReleasePeriod::parse("2018").unwrap(), &settings);
    let rows = released(&facts).population.by_quartier;
    let row = rows.iter().find(|row| row.persons.heading.code() == format!("{first} + {second}")).unwrap();
    assert!(row.persons.total.is_some_and(|shown| shown.abs_diff(both) <= 2));
    assert!(rows.iter().all(|row| row.persons.heading.code() != second && !row.persons.heading.code().is_empty()));
}

#[test]
fn a_cohort_of_few_late_acts_has_no_estimate_of_its_final_share() {
    let mut facts = commune();
    facts.acts.retain(|own| !own.born_on.is_some_and(|day| day.to_string().starts_with("2013")));
    facts.acts.extend((0..90).map(|n| act(day("2013-01-01") + chrono::Days::new(n), 20, Category::Direct)));
    facts.acts.extend((0..3).map(|_| act(day("2013-02-05"), 150, Category::Judgment)));
    let cohort =
        |tables: &ReportTables, year: i32| tables.births.cohorts.iter().find(|row| row.year == year).cloned().unwrap();
    let (exact, shown) = (tables(&facts, &ReportSettings::default()), released(&facts));
    assert!(cohort(&exact, 2013).share_on_time.is_some());
    assert_eq!(cohort(&shown, 2013).share_on_time, None);
    assert!(cohort(&shown, 2012).share_on_time.is_some());
}

#[test]
fn acts_after_the_period_are_left_out() {
    let mut facts = commune();
    select(&mut facts, &ReleasePeriod::parse("2017-T2").unwrap(), &ReleaseSettings::default());
    assert!(facts.acts.iter().all(|act| act.declared_on <= Some(day("2017-06-30"))));
    assert_eq!(period_of(&facts).map(|own| own.code).as_deref(), Some("2017-T2"));
}

/// The ranges of the exact counts that agree with what a release shows, and with each other.
pub(super) struct Attack {
    pub(super) index: BTreeMap<[String; 4], usize>,
    pub(super) ranges: Vec<(i64, i64)>,
    lines: Vec<Vec<(usize, i64)>>,
}

impl Attack {
    pub(super) fn new(shown: &Figures) -> Self {
        // A year is exact if acts on time and late are 10 or more; the sum of all years if each of them is.
        let years = |key: &[String; 4]| key[3].starts_with("declared_year=") && key[3] != "declared_year=unknown";
        let late = |key: &[String; 4]| ["acts_late", &key[1], &key[2], &key[3]].map(str::to_owned);
        let on_time = |key: &[String; 4]| ["acts_on_time", &key[1], &key[2], &key[3]].map(str::to_owned);
        let is_year_exact = |key: &[String; 4]| {
            let counts = [late(key), on_time(key)].map(|key| shown[&key].numerator);
            // One with multiples of 5 may be rounded, beside a year that hides a count.
            counts.iter().all(|n| n.is_some_and(|n| n >= 10)) && !counts.iter().all(|n| n.is_some_and(|n| n % 5 == 0))
        };
        let are_all = shown.keys().filter(|key| key[0] == "acts_late" && years(key)).all(is_year_exact);
        let (mut index, mut ranges) = (BTreeMap::new(), Vec::new());
        for (key, own) in shown.iter().filter(|(_, own)| own.denominator.is_none()) {
            if !["acts_", "census_children", "under_five"].iter().any(|start| key[0].starts_with(start)) {
                continue;
            }
            index.insert(key.clone(), ranges.len());
            ranges.push(match own.numerator {
                None if own.status == "withheld" => (0, i64::MAX / 1024),
                None => (0, 9),
                Some(0) => (0, 0),
                Some(n) if is_exempt(key) && years(key) && is_year_exact(key) => (n, n),
                Some(n) if is_exempt(key) && key[3] == "all" && are_all => (n, n),
                // Of years that are not all exact the sum takes a hidden part as 5.
                Some(n) if is_exempt(key) && key[3] == "all" => (n - 5, n + 5),
                // A count that an exact one bounds was rounded up beyond it.
                Some(n) if n % 5 != 0 => ((n + 4) / 5 * 5 - 2, n),
                Some(n) => ((n - 2).max(10), n + 2),
            });
        }
        Self { index, ranges, lines: Vec::new() }
    }

    /// Adds: the sum of the parts is the whole. With `rest` others may be in the whole, too.
    pub(super) fn sum(&mut self, whole: Option<usize>, parts: &[usize], rest: bool) {
        let Some(whole) = whole else { return };
        if !parts.is_empty() {
            let mut line: Vec<(usize, i64)> = parts.iter().map(|part| (*part, 1)).chain([(whole, -1)]).collect();
            if rest {
                self.ranges.push((0, i64::MAX / 1024));
                line.push((self.ranges.len() - 1, 1));
            }
            self.lines.push(line);
        }
    }

    /// Adds the equations of a table: its rows sum to the commune's total, on time and late to those judged.
    pub(super) fn table(&mut self, kind: &str, columns: [&str; 3], has_rest: bool) {
        let of = |attack: &Self, indicator: &str| -> Vec<([String; 4], usize)> {
            let is_row = |key: &[String; 4]| {
                let in_table = match kind {
                    "quartier" => key[2].contains('/') && key[3] == "all",
                    kind => !key[2].contains('/') && key[3].starts_with(&format!("{kind}=")) && !key[3].contains(';'),
                };
                key[0] == indicator && in_table
            };
            attack.index.iter().filter(|(key, _)| is_row(key)).map(|(key, id)| (key.clone(), *id)).collect()
        };
        for column in columns {
            let parts: Vec<usize> = of(self, column).into_iter().map(|(_, id)| id).collect();
            let whole = [column, "all", "Kimbanseke", "all"].map(str::to_owned);
            self.sum(self.index.get(&whole).copied(), &parts, has_rest);
        }
        for (key, whole) in of(self, columns[2]) {
            let part = |column: &str| {
                let mut key = key.clone();
                key[0] = column.to_owned();
                self.index.get(&key).copied()
            };
            if let (Some(a), Some(b)) = (part(columns[0]), part(columns[1])) {
                self.sum(Some(whole), &[a, b], false);
            }
        }
    }

    /// Adds the equations of the table by mother's age and birth order: rows and columns sum to their totals, all of it
    /// to the acts of known and of unknown delay.
    fn table_of_mothers(&mut self) {
        let key = |indicator: &str, breakdown: &str| [indicator, "all", "Kimbanseke", breakdown].map(str::to_owned);
        let of = |attack: &Self, breakdown: &str| attack.index.get(&key("acts_by_mother", breakdown)).copied();
        let cells: Vec<(String, usize)> = self.index.iter().map(|(key, id)| (key[3].clone(), *id)).collect();
        let totals = |kind: &str| -> Vec<String> {
            let is_own = |text: &&String| text.starts_with(kind) && !text.contains(';');
            cells.iter().map(|(text, _)| text).filter(is_own).cloned().collect()
        };
        let (ages, orders) = (totals("mother_age="), totals("birth_order="));
        let pairs = |a: &[String], b: &String, is_age: bool| -> Vec<String> {
            a.iter().map(|a| if is_age { format!("{a};{b}") } else { format!("{b};{a}") }).collect()
        };
        let lines = ages.iter().map(|age| (age, pairs(&orders, age, false)));
        let lines: Vec<_> = lines.chain(orders.iter().map(|order| (order, pairs(&ages, order, true)))).collect();
        for (total, parts) in &lines {
            let parts: Vec<usize> = parts.iter().filter_map(|part| of(self, part)).collect();
            self.sum(of(self, total), &parts, false);
        }
        assert_eq!(lines.len(), 10 + 7);
        for totals in [ages, orders] {
            let parts: Vec<usize> = totals.iter().filter_map(|part| of(self, part)).collect();
            self.sum(of(self, "all"), &parts, false);
        }
        let acts = ["acts_judged", "acts_delay_unknown"].map(|own| self.index.get(&key(own, "all")).copied());
        let acts: Vec<usize> = acts.into_iter().flatten().collect();
        self.sum(of(self, "all"), &acts, false);
    }

    /// Narrows every range by every equation until none changes: the bounds of linear programming on sums.
    pub(super) fn solve(&mut self) {
        loop {
            let before = self.ranges.clone();
            for line in &self.lines {
                for (id, sign) in line {
                    let (mut least, mut most) = (0, 0);
                    for (other, s) in line.iter().filter(|(other, _)| other != id) {
                        let (low, high) = self.ranges[*other];
                        least += if *s > 0 { low } else { -high };
                        most += if *s > 0 { high } else { -low };
                    }
                    let (a, b) = (-sign * least, -sign * most);
                    self.ranges[*id] = (self.ranges[*id].0.max(a.min(b)), self.ranges[*id].1.min(a.max(b)));
                }
            }
            if before == self.ranges {
                return;
            }
        }
    }
}

#[test]
fn no_count_under_ten_can_be_computed_from_the_margins_of_a_release() {
    let facts = commune();
    let exact = figures(&tables(&facts, &ReportSettings::default()));
    let shown = figures(&released(&facts));
    let mut attack = Attack::new(&shown);
    let acts = ["acts_on_time", "acts_late", "acts_judged"];
    for (kind, has_rest) in [
        ("sex", true),
        ("category", true),
        ("quartier", false),
        ("declared_month", false),
        ("delay_days", false),
        ("born_year", false),
        ("born_quarter", false),
    ] {
        attack.table(kind, acts, has_rest);
    }
    let children = ["census_children_with_act", "census_children_without_act", "census_children"];
    attack.table("quartier", children, false);
    attack.table("born_year", children, false);
    attack.table_of_mothers();
    attack.solve();
    let (mut n_hidden, mut width) = (0, 0);
    for (key, id) in &attack.index {
        let (low, high) = attack.ranges[*id];
        let Some(n) = exact[key].numerator else { continue };
        assert!((low..=high).contains(&n), "{key:?}: {n} is not in {low} to {high}");
        if shown[key].numerator.is_none() && n > 0 {
            assert!(high - low >= 2, "{key:?} can only be {low} to {high}");
            n_hidden += 1;
            width += high - low;
        }
    }
    assert!(n_hidden > 100 && width / n_hidden >= 7, "{n_hidden} {width}");
}

/// The cell of a table that grew most between two releases; the first of several.
fn grown(before: &Figures, after: &Figures, is_wanted: &dyn Fn(&[String; 4]) -> bool) -> Option<[String; 4]> {
    let shown = |figures: &Figures, key: &[String; 4]| figures.get(key).and_then(|own| own.numerator).unwrap_or(0);
    let growth = after.keys().filter(|key| is_wanted(key)).map(|key| (shown(after, key) - shown(before, key), key));
    growth.filter(|(n, _)| *n > 0).max_by_key(|(n, key)| (*n, std::cmp::Reverse(*key))).map(|(_, key)| key.clone())
}

/// A commune of a few acts, so that many releases can be made of it.
pub(super) fn small_commune() -> Facts {
    let mut facts = commune();
    facts.acts.truncate(1500);
    facts
}

pub(super) fn random_person(random: &mut Lcg, facts: &Facts) -> PersonFact {
    let age = random.below(85) as i32;
    PersonFact {
        quartier: Some(random.below(facts.quartiers.len() as u64) as u16),
        sex: Some([Sex::Male, Sex::Female][random.below(2) as usize]),
        born_year: Some(2018 - age),
        census_age: Some(age),
        census_year: Some(2018),
        status: Status::Resident,
        has_act: false,
        act_probability: 0.0,
        also_named_in: Vec::new(),
    }
}

#[test]
fn whoever_knows_that_one_person_or_act_was_added_finds_quartier_sex_and_age_in_few_of_200_trials() {
    let base = small_commune();
    let before = figures(&released(&base));
    let state = ReleaseFingerprint::of(&base);
    let mut random = Lcg(2018);
    let (mut n_right, mut n_persons) = (0, 0);
    for trial in 0..200 {
        let mut facts = base.clone();
        let others = ReleaseSettings::default().min_changes - 1;
        let is_of_person = trial % 2 == 0;
        let mut mother = (None, None);
        let target = random_person(&mut random, &facts);
        if is_of_person {
            n_persons += 1;
            facts.persons.push(target.clone());
            for _ in 0..others {
                let other = random_person(&mut random, &facts);
                facts.persons.push(other);
            }
        } else {
            for n in 0..=others {
                let person = if n == 0 { target.clone() } else { random_person(&mut random, &facts) };
                let day = chrono::NaiveDate::from_yo_opt(2018, 1 + random.below(365) as u32).unwrap();
                let delay = if random.below(10) == 0 { 200 } else { random.below(80) };
                let act = with_mother(act(day, delay, Category::Direct), &mut random);
                mother = if n == 0 { (act.mother_age, act.birth_order) } else { mother };
                facts.acts.push(ActFact { quartier: person.quartier, sex: person.sex, ..act });
            }
        }
        // With one change fewer no release is made.
        assert_eq!(ReleaseFingerprint::of(&facts).changes_since(&state), others + 1);
        let after = figures(&released(&facts));
        let indicator = if is_of_person { "persons" } else { "acts_judged" };
        let by_quartier = grown(&before, &after, &|key| key[0] == indicator && key[2].contains('/'));
        let of_sex = if is_of_person { "persons" } else { "acts_judged" };
        let by_sex =
            grown(&before, &after, &|key| key[0] == of_sex && key[3].contains("sex=") && !key[2].contains('/'));
        let by_age = grown(&before, &after, &|key| key[0] == "residents" && key[3].starts_with("age="));
        let sex = format!("sex={}", target.sex.map_or("", Sex::code));
        let age_of_person = format!("age={};", heading::RowHeading::of_age(target.census_age.unwrap()).code());
        let quartier = format!("Kimbanseke/{}", facts.quartiers[usize::from(target.quartier.unwrap())]);
        // The groups of a quartier tell sex and quartier at once.
        let by_group = grown(&before, &after, &|key| {
            key[0] == "residents" && key[3].starts_with("group=") && key[2].contains('/')
        });
        let group = match (target.sex, target.census_age) {
            (Some(Sex::Male), Some(18..)) => "group=men",
            (Some(Sex::Female), Some(18..)) => "group=women",
            (Some(Sex::Male), _) => "group=boys",
            _ => "group=girls",
        };
        let is_of_group = is_of_person
            && by_group.is_some_and(|key| key[2] == quartier && key[3] == group)
            && by_age.as_ref().is_some_and(|key| key[3].starts_with(&age_of_person));
        // The table of mothers tells her age and the birth order at once.
        let (age, order) = (mothers::age_heading(mother.0).code(), BIRTH_ORDERS[mothers::order_column(mother.1)]);
        let cell = format!("mother_age={age};birth_order={order}");
        let by_mother = grown(&before, &after, &|key| key[0] == "acts_by_mother" && key[3].contains(';'));
        let is_of_mother = !is_of_person
            && by_quartier.as_ref().is_some_and(|key| key[2] == quartier)
            && by_mother.is_some_and(|key| key[3] == cell);
        let is_right = by_quartier.is_some_and(|key| key[2] == quartier)
            && by_sex.is_some_and(|key| key[3].contains(&sex))
            && (!is_of_person || by_age.is_some_and(|key| key[3].starts_with(&age_of_person)));
        n_right += usize::from(is_right || is_of_group || is_of_mother);
    }
    assert_eq!(n_persons, 100);
    assert!(n_right <= 10, "{n_right} of 200");
}

#[test]
fn at_real_size_nearly_every_quartier_rate_is_shown_in_twelve_monthly_releases() {
    let mut random = Lcg(44_388);
    let mut facts = Facts { quartiers: commune().quartiers, ..small_commune() };
    facts.acts.clear();
    facts.persons.truncate(2000);
    let mut add = |facts: &mut Facts, n: u64, from: chrono::NaiveDate, days: u64| {
        for _ in 0..n {
            let declared = from + chrono::Days::new(random.below(days));
            let delay = if random.below(100) < 6 { 91 + random.below(900) } else { random.below(90) };
            // A third of the acts have no quartier.
            let quartier = Some(random.below(46) as u16).filter(|_| random.below(3) > 0);
            facts.acts.push(ActFact { quartier, ..act(declared, delay, Category::Direct) });
        }
    };
    add(&mut facts, 44_388, day("2011-01-01"), 2556);
    let mut state = ReleaseFingerprint::of(&facts);
    for month in 0..12 {
        add(&mut facts, 1270, day("2018-01-01") + chrono::Months::new(month), 28);
        let next = ReleaseFingerprint::of(&facts);
        assert!(next.changes_since(&state) >= ReleaseSettings::default().min_changes);
        state = next;
        // The cohorts have a test of their own, and take long.
        let mut few = facts.clone();
        few.persons.truncate(100);
        let births = released(&few).births;
        let shown = births.by_quartier.rows.iter().filter(|row| row.rate().is_some()).count();
        assert!(shown >= 44, "{shown} of 46 in month {month}");
    }
}
