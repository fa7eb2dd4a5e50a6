//! Tests of the report: figures of a few facts, and the page of an invented commune in three languages.

use std::collections::BTreeSet;

use super::example_commune::{act, commune, day};
use super::heading::RowHeading;
use super::statistics::Z95;
use super::timeliness::{PublishedYearComparison, TimelinessRow, TimelinessTable};
use super::*;
use crate::messages::{Lang, Messages};
use crate::record::{Category, PublishedYear, Status, Timeliness};
use base64::Engine;
use chrono::NaiveDate;
use sha2::Digest;

fn facts(acts: Vec<ActFact>) -> Facts {
    Facts { commune: "K".to_owned(), acts, legal: super::example_commune::legal(), ..Facts::default() }
}

/// Quartiers of which the first had a census in 2017.
fn censused(quartiers: &[&str]) -> Facts {
    let quartiers = quartiers.iter().map(|name| (*name).to_owned()).collect();
    let mut facts = facts(Vec::new());
    // A register of each year, so that every child is of a cohort.
    facts
        .acts
        .extend((2000..=2017).map(|year| act(NaiveDate::from_ymd_opt(year, 6, 1).unwrap(), 10, Category::Direct)));
    Facts { quartiers, quartiers_censused: [(0, BTreeSet::from([2017]))].into(), ..facts }
}

fn five_acts() -> Facts {
    let mut acts = vec![
        act(day("2016-03-01"), 10, Category::Direct),
        act(day("2016-05-01"), 200, Category::Judgment),
        act(day("2017-01-15"), 30, Category::Proxy),
        act(day("2017-06-01"), 90, Category::Proxy),
        act(day("2017-06-02"), 20, Category::Proxy),
    ];
    acts[4].is_duplicate = true;
    acts.push(ActFact { born_on: None, delay_days: None, timeliness: Timeliness::Unknown, ..acts[0].clone() });
    facts(acts)
}

fn counts(table: &TimelinessTable) -> Vec<(String, [Option<u64>; 4])> {
    table.rows.iter().map(|row| (row.heading.code(), [row.on_time, row.late, row.judged, row.unknown])).collect()
}

#[test]
fn acts_are_counted_by_year_without_duplicates() {
    let births = tables(&five_acts(), &ReportSettings::default()).births;
    let row = |code: &str, n: [u64; 4]| (code.to_owned(), n.map(Some));
    assert_eq!(counts(&births.by_declared_year), [row("2016", [1, 1, 2, 1]), row("2017", [2, 0, 2, 0])]);
    let [before, unknown] = [row("before_2016", [0, 1, 1, 0]), row("unknown", [0, 0, 0, 1])];
    let by_born_year = [before, row("2016", [2, 0, 2, 0]), row("2017", [1, 0, 1, 0]), unknown];
    assert_eq!(counts(&births.by_born_year), by_born_year);
    assert_eq!((births.totals.all.rate(), births.totals.duplicates), (Some(0.75), Some(1)));
    let incomplete: Vec<bool> = births.by_born_year.rows.iter().map(|row| row.is_incomplete).collect();
    assert_eq!(incomplete, [false, false, true, false]);
}

#[test]
fn every_table_of_births_has_the_same_totals() {
    let births = tables(&commune(), &ReportSettings::default()).births;
    assert!(births.tables().iter().all(|table| table.total == births.totals.all));
    for table in births.tables() {
        let sum = |figure: fn(&TimelinessRow) -> Option<u64>| table.rows.iter().filter_map(figure).sum::<u64>();
        let sums = [sum(|row| row.on_time), sum(|row| row.late), sum(|row| row.unknown)];
        assert_eq!(sums.map(Some), [table.total.on_time, table.total.late, table.total.unknown]);
    }
}

#[test]
fn delays_fall_into_their_buckets_at_both_ends() {
    let codes = [0, 7, 8, 90, 91, 365, 366, 6575, -1].map(|days| RowHeading::of_delay(days).code());
    let expected = ["0-7", "0-7", "8-30", "61-90", "91-180", "181-365", "366-730", "6575+", "unknown"];
    assert_eq!(codes, expected);
}

#[test]
fn the_published_series_stands_beside_the_registers() {
    let mut facts = five_acts();
    facts.published = [(2011, 1957, 390), (2016, 3, 0)]
        .map(|(year, on_time, late)| PublishedYear { year, on_time, late, commune: String::new() })
        .into();
    let years = tables(&facts, &ReportSettings::default()).births.published_years;
    let differences: Vec<_> = years.iter().map(PublishedYearComparison::differences).collect();
    assert_eq!(differences, [(Some(-1957), Some(-390)), (Some(-2), Some(1))]);
}

fn person(quartier: u16, born_year: i32, status: Status, act: Option<f64>) -> PersonFact {
    PersonFact {
        quartier: Some(quartier),
        sex: None,
        born_year: Some(born_year),
        census_age: Some(2017 - born_year),
        census_year: Some(2017),
        status,
        has_act: act.is_some(),
        act_probability: act.unwrap_or(0.0),
        also_named_in: Vec::new(),
    }
}

#[test]
fn a_child_with_two_quartiers_in_one_round_widens_both_intervals() {
    let mut facts = censused(&["A", "B"]);
    let act = |n: u16| n.is_multiple_of(2).then_some(1.0);
    facts.persons = (0..40).map(|n| person(n / 20, 2010, Status::Resident, act(n))).collect();
    // A child of A without an act may live in B.
    facts.persons[1].also_named_in = vec![1];
    let settings = ReportSettings { missed_links_share: 0.0, ..ReportSettings::default() };
    let rows = tables(&facts, &settings).children.unwrap().by_quartier.rows;
    let intervals: Vec<_> = rows.iter().filter_map(|row| row.interval).collect();
    assert_eq!(intervals, [(9.0 / 19.0, 0.5), (0.5, 11.0 / 21.0)]);
}

#[test]
fn persons_households_and_children_are_counted() {
    let mut facts = censused(&["A", "B"]);
    facts.persons = vec![
        person(0, 2015, Status::Resident, Some(1.0)),
        person(0, 2015, Status::Resident, None),
        person(0, 1980, Status::Resident, None),
        person(1, 2016, Status::BirthOnly, Some(1.0)),
        person(1, 1950, Status::Deceased, None),
    ];
    facts.households = vec![HouseholdFact { quartier: Some(0), n_members: 3 }];
    let tables = tables(&facts, &ReportSettings::default());
    let population = &tables.population;
    let quartiers: Vec<_> =
        population.by_quartier.iter().map(|row| (row.persons.total, row.households, row.mean_size())).collect();
    assert_eq!(quartiers, [(Some(3), Some(1), Some(3.0)), (Some(1), Some(0), None)]);
    assert_eq!((tables.sheets.n_quartiers_censused, tables.sheets.n_quartiers), (1, 2));
    let figures = [population.deceased, population.by_status.total.total];
    assert_eq!((population.age_year, figures), (Some(2017), [Some(1), Some(4)]));
    let children = tables.children.as_ref().unwrap();
    assert_eq!((children.by_born_year.total.with_act(), children.by_born_year.total.without_act()), (Some(1), Some(1)));
    // The child known by an act alone is in no band of ages.
    let by_age = population.by_age.as_ref().unwrap();
    let bands = by_age.rows.iter().filter(|row| row.total != Some(0));
    assert_eq!(bands.map(|row| row.heading.code()).collect::<Vec<_>>(), ["0-4", "35-39"]);
    assert_eq!(by_age.total.total, Some(3));
    let sizes = population.by_size.rows.iter().filter(|row| row.total == Some(1)).map(|row| row.heading.code());
    assert_eq!(sizes.collect::<Vec<_>>(), ["3"]);
}

#[test]
fn the_interval_of_children_without_an_act_follows_the_formula() {
    let mut facts = censused(&["A"]);
    facts.persons = (0..100)
        .map(|n| match n {
            0..40 => person(0, 2010, Status::Resident, Some(0.9)),
            40..50 => PersonFact { act_probability: 0.5, ..person(0, 2010, Status::Resident, None) },
            _ => person(0, 2010, Status::Resident, None),
        })
        .collect();
    let settings = ReportSettings { missed_links_share: 0.0, ..ReportSettings::default() };
    let total = tables(&facts, &settings).children.unwrap().by_born_year.total;
    // 60 without an act; 10 pairs at 0.5 subtract 5, 40 links at 0.9 add 4; the variance is 2.5 + 3.6.
    let half = Z95 * 6.1_f64.sqrt();
    let (low, high) = total.interval.unwrap();
    assert_eq!(total.rate_without(), Some(0.6));
    assert!((low - (60.0 - 5.0 - half) / 100.0).abs() < 1e-12, "{low}");
    assert!((high - (60.0 + 4.0 + half) / 100.0).abs() < 1e-12, "{high}");
    let settings = ReportSettings { missed_links_share: 0.1, ..ReportSettings::default() };
    let missed = tables(&facts, &settings).children.unwrap().by_born_year.total;
    assert!(missed.interval.is_some_and(|(lower, same)| lower < low && (same - high).abs() < 1e-12));
}

#[test]
fn the_other_rule_judges_the_same_acts() {
    let mut facts = facts(Vec::new());
    for (year, n_between) in [("2012-06-01", 1), ("2014-06-01", 6)] {
        facts.acts.extend((0..10).map(|_| act(day(year), 20, Category::Direct)));
        facts.acts.extend((0..n_between).map(|_| act(day(year), 60, Category::Direct)));
    }
    facts.other_rule =
        vec![crate::record::LegalPeriod { law: String::new(), ..super::example_commune::legal()[0].clone() }];
    let births = tables(&facts, &ReportSettings::default()).births;
    assert_eq!(births.totals.all.rate(), Some(1.0));
    let other = births.other_rule.unwrap();
    let counts: Vec<_> = other.by_year.iter().chain([&other.total]).map(|year| (year.on_time, year.judged)).collect();
    assert_eq!(counts, [(10, 11), (10, 16), (20, 27)].map(|(on_time, judged)| (Some(on_time), Some(judged))));
}

#[test]
fn ages_are_those_of_each_persons_own_round() {
    // A thousand adults give ages that end in 0 or 5 in 2017; a few persons of another quartier follow in 2018.
    let mut facts = censused(&["A", "B"]);
    for n in 0..1000 {
        let age = 25 + 5 * (n % 8);
        facts.persons.push(PersonFact { census_age: Some(age), ..person(0, 2017 - age, Status::Resident, None) });
    }
    let index = |facts: &Facts| tables(facts, &ReportSettings::default()).quality.whipple.unwrap().index();
    assert_eq!(index(&facts), 500.0);
    for age in 30..50 {
        let own = PersonFact { census_age: Some(age), census_year: Some(2018), ..person(1, 0, Status::Resident, None) };
        facts.persons.push(PersonFact { born_year: Some(2018 - age), ..own });
    }
    facts.quartiers_censused.insert(1, BTreeSet::from([2018]));
    assert!((index(&facts) - 500.0 * 1004.0 / 1020.0).abs() < 1e-9, "{}", index(&facts));
}

#[test]
fn too_few_round_ages_are_called_so() {
    let mut facts = censused(&["A"]);
    for n in 0..1000 {
        let age = 26 + 5 * (n % 7);
        facts.persons.push(PersonFact { census_age: Some(age), ..person(0, 2017 - age, Status::Resident, None) });
    }
    let tables = tables(&facts, &ReportSettings::default());
    assert_eq!(tables.quality.whipple.map(|own| own.scale()), Some("too-few"));
    let page = render::html(&tables, &Messages::new(Lang::En));
    assert!(page.contains("too few ages end in 0 or 5") && page.contains("No age ends in 0, 2, 3, 4, 5, 7, 8, 9"));
}

#[test]
fn one_mistyped_declaration_moves_neither_the_last_day_nor_the_years() {
    let acts = |year: i32, n: u32| {
        let day = move |n| NaiveDate::from_yo_opt(year, 1 + n % 365).unwrap();
        (0..n).map(move |n| act(day(n), 10, Category::Direct))
    };
    let mut facts = facts(acts(2016, 730).chain(acts(2017, 730)).chain(acts(2018, 180)).collect());
    let before = tables(&facts, &ReportSettings::default()).births;
    assert_eq!(before.window.as_of, Some(day("2018-06-29")));
    for typed in ["2051-03-04", "2018-12-04", "1951-01-01"] {
        facts.acts.push(act(day(typed), 10, Category::Direct));
        let after = tables(&facts, &ReportSettings::default()).births;
        assert_eq!(after.window, before.window, "{typed}");
        let incomplete = |births: &timeliness::Births| -> Vec<String> {
            let rows = births.by_born_year.rows.iter().filter(|row| row.is_incomplete);
            rows.map(|row| row.heading.code()).filter(|year| year.as_str() < "2019").collect()
        };
        assert_eq!(incomplete(&after), incomplete(&before), "{typed}");
    }
}

#[test]
fn only_births_of_years_with_a_register_count_for_children_without_an_act() {
    let mut facts = censused(&["A"]);
    facts.acts.retain(|act| act.declared_on >= Some(day("2011-01-01")));
    // Before 2011 nobody has an act, since no register is read; of each later year one child of two has one.
    for year in 2005..=2017 {
        for n in 0..10 {
            let act = (year >= 2011 && n % 2 == 0).then_some(1.0);
            facts.persons.push(person(0, year, Status::Resident, act));
        }
    }
    let tables = tables(&facts, &ReportSettings::default());
    let children = tables.children.as_ref().unwrap();
    let total = &children.by_born_year.total;
    assert_eq!((total.without_act(), total.counts.total), (Some(35), Some(70)));
    assert_eq!(children.by_quartier.total.counts.total, Some(70));
    assert_eq!(children.n_uncovered.iter().find(|(year, _)| *year == 2005), Some(&(2005, Some(10))));
    // Children of 0 to 4 years at the round of 2017: born in 2013 to 2017.
    assert_eq!(children.under_five_by_quartier.total.counts.cells, [Some(25), Some(25)]);
    let page = render::html(&tables, &Messages::new(Lang::En));
    assert!(page.contains("2005: register of that year not read") && page.contains("SDG 16.9.1"));
}

#[test]
fn births_are_expected_from_the_children_of_the_census() {
    let mut facts = censused(&["A"]);
    // Of 1,000 births of 2016 all children of one year at the round are seen: 925, by the life table West, level 17.4.
    facts.persons.extend((0..925).map(|_| person(0, 2016, Status::Resident, None)));
    facts.persons.extend(
        (0..350)
            .map(|_| PersonFact { sex: Some(crate::record::Sex::Female), ..person(0, 1990, Status::Resident, None) }),
    );
    let rows = tables(&facts, &ReportSettings::default()).coverage;
    let of = |year, code| rows.iter().find(|row| row.year == year && row.scenario.code() == code).unwrap();
    assert_eq!(of(2016, "census-children").expected, Some(1000));
    assert_eq!(of(2016, "census-women").expected, Some(42));
    assert_eq!((of(2016, "register").population, of(2016, "register").expected), (Some(1275), Some(53)));
    assert!(!rows.iter().any(|row| row.year == 2017), "the children of the year of the round are not all born");
}

#[test]
fn stated_shares_of_survivors_replace_the_life_table() {
    let mut facts = censused(&["A"]);
    facts.persons.extend((0..900).map(|_| person(0, 2016, Status::Resident, None)));
    let settings = ReportSettings { survival: vec![0.9, 0.89, 0.88, 0.87, 0.86], ..ReportSettings::default() };
    let rows = tables(&facts, &settings).coverage;
    let of = rows.iter().find(|row| row.year == 2016 && row.scenario.code() == "census-children");
    assert_eq!(of.and_then(|row| row.expected), Some(1000));
}

#[test]
fn residents_are_men_women_boys_and_girls_at_their_own_age() {
    use crate::record::Sex::{Female, Male};
    let mut facts = censused(&["A", "B"]);
    let of = |quartier, sex, age: Option<i32>| PersonFact {
        sex,
        census_age: age,
        ..person(quartier, 2017 - age.unwrap_or(0), Status::Resident, None)
    };
    facts.persons = vec![
        of(0, Some(Male), Some(18)),
        of(0, Some(Male), Some(17)),
        of(0, Some(Female), Some(18)),
        of(0, Some(Female), Some(40)),
        of(0, Some(Female), Some(0)),
        of(1, None, Some(30)),
        of(1, Some(Male), None),
        PersonFact { status: Status::BirthOnly, ..of(1, Some(Male), Some(3)) },
    ];
    let groups = tables(&facts, &ReportSettings::default()).population.by_group.unwrap();
    let rows: Vec<_> = groups.rows.iter().chain([&groups.total]).map(|row| row.cells.clone()).collect();
    let counts = |own: [u64; 5]| own.map(Some).to_vec();
    assert_eq!(rows, [counts([1, 2, 1, 1, 0]), counts([0, 0, 0, 0, 2]), counts([1, 2, 1, 1, 2])]);
}

#[test]
fn persons_counted_stand_beside_the_population_that_a_source_states() {
    let mut facts = censused(&["A", "B", "C"]);
    facts.persons = (0..40).map(|n| person(n % 2, 1990, Status::Resident, None)).collect();
    let stated = |id: &str, quartier: &str, year, population| crate::record::PopulationFigure {
        id: id.to_owned(),
        year,
        population,
        source: id.to_owned(),
        commune: String::new(),
        quartier: quartier.to_owned(),
    };
    facts.populations = vec![
        stated("office", "", 2017, 100),
        stated("survey", "", 2016, 160),
        stated("old", "A", 2010, 10),
        stated("new", "A", 2017, 16),
        stated("b", "B", 2017, 30),
    ];
    let rows = tables(&facts, &ReportSettings::default()).census_coverage;
    let shown: Vec<_> = rows.iter().map(|row| (row.heading.code(), row.counted, row.share())).collect();
    let expected = [
        ("all", Some(40), Some(0.4)),
        ("all", Some(40), Some(0.25)),
        // A census may count more persons than a source states.
        ("A", Some(20), Some(1.25)),
        // No round covers B; of C nothing is known.
        ("B", None, None),
        ("C", None, None),
    ];
    assert_eq!(shown, expected.map(|(code, n, share)| (code.to_owned(), n, share)));
    // A population of a quartier expects no births.
    assert!(tables(&facts, &ReportSettings::default()).coverage.iter().all(|row| row.scenario.code() != "new"));
}

#[test]
fn a_register_that_lacks_acts_is_marked_and_makes_no_trend() {
    let quarter = |facts: &mut Facts, year: i32, n: u32, count: u32, delay: u64| {
        let first = NaiveDate::from_ymd_opt(year, 3 * n - 2, 1).unwrap();
        // The year is over on its last day.
        let days = if n == 4 { 92 } else { 89 };
        facts
            .acts
            .extend((0..count).map(|k| act(first + chrono::Days::new(u64::from(k % days)), delay, Category::Direct)));
    };
    let mut facts = facts(Vec::new());
    for year in 2015..=2017 {
        for n in 1..=4 {
            quarter(&mut facts, year, n, 500, 10);
            quarter(&mut facts, year, n, 50, 200);
        }
    }
    let thin = |facts: &Facts| -> Vec<String> {
        let births = tables(facts, &ReportSettings::default()).births;
        let rows = births.by_declared_year.rows.iter().chain(&births.by_quarter.rows);
        let is_over = |row: &&TimelinessRow| {
            !row.heading.code().starts_with("2018") || births.window.as_of >= Some(day("2018-12-25"))
        };
        rows.filter(|row| row.is_incomplete).filter(is_over).map(|row| row.heading.code()).collect()
    };
    assert_eq!(thin(&facts), Vec::<String>::new());
    // A year that has just begun is no gap.
    let mut begun = facts.clone();
    quarter(&mut begun, 2018, 1, 500, 10);
    quarter(&mut begun, 2018, 2, 20, 10);
    begun.acts.retain(|act| act.declared_on < Some(day("2018-04-10")));
    assert_eq!(thin(&begun), Vec::<String>::new());
    // Only late acts arrive, or a fifth of the usual ones.
    let mut late = facts.clone();
    for n in 1..=4 {
        quarter(&mut late, 2018, n, if n == 2 { 100 } else { 500 }, if n == 3 { 300 } else { 10 });
    }
    assert_eq!(thin(&late), ["2018", "2018-T2", "2018-T3"]);
    late.indicators = indicators::read(indicators::BUILT_IN).unwrap();
    let page = render::html(&tables(&late, &ReportSettings::default()), &Messages::new(Lang::En));
    assert!(page.contains("Incomplete periods (*): 2018 Q2, Q3 (far fewer") && page.contains("in 2017, against"));
    assert!(page.matches(">2018*</th>").count() >= 3 && page.contains(">2018,\u{a0}quarter\u{a0}3*</th>"), "{page}");
    assert!(page.contains(">2018,\u{a0}half-year\u{a0}2*</th>") && page.contains("* Incomplete period (why"));
    // Few acts vary by chance.
    let mut few = self::facts(Vec::new());
    for (year, n) in (2015..=2018).flat_map(|year| (1..=4).map(move |n| (year, n))) {
        quarter(&mut few, year, n, if (year, n) == (2018, 2) { 5 } else { 25 }, 10);
    }
    assert_eq!(thin(&few), Vec::<String>::new());
}

#[test]
fn births_of_other_persons_are_not_divided_by_those_expected() {
    let mut facts = censused(&["A"]);
    facts.persons.extend((0..93).map(|_| person(0, 2016, Status::Resident, None)));
    let published = PublishedYear { year: 2016, on_time: 5000, late: 0, commune: String::new() };
    facts.published = vec![published];
    let tables = tables(&facts, &ReportSettings::default());
    let row = tables.coverage.iter().find(|row| row.scenario.code() == "census-children" && row.year == 2016).unwrap();
    assert_eq!((row.expected, row.share(row.published)), (Some(101), None));
    assert!(row.is_incomparable(row.published) && !row.is_incomparable(row.held));
    let page = render::html(&tables, &Messages::new(Lang::En));
    assert!(page.contains("not comparable") && !page.contains("4,950"));
}

#[test]
fn a_new_law_is_marked_on_the_axis_of_years() {
    let page = render::html(&tables(&commune(), &ReportSettings::default()), &Messages::new(Lang::Fr));
    // Acts by year of declaration, by year of birth, the estimates (2), the published series, the indicator.
    let marks: Vec<&str> = page.split("<line class=\"law\"").skip(1).collect();
    assert_eq!(marks.len(), 6);
    // Eight years from 2011 over 696 units: 15 July 2016 is 5.53 years from the start.
    let x: f64 = marks[0].split('"').nth(1).unwrap().parse().unwrap();
    assert!((x - (64.0 + 696.0 / 8.0 * (5.0 + 196.0 / 365.25))).abs() < 0.1, "{x}");
    assert!(page.contains(">Loi 16/008 du 15 juillet 2016</text>") && page.contains("Trait vertical"));
    // A commune whose registers do not reach a change of the law marks none.
    let mut facts = commune();
    facts.legal.truncate(2);
    let page = render::html(&tables(&facts, &ReportSettings::default()), &Messages::new(Lang::Fr));
    assert!(!page.contains("<line class=\"law\"") && !page.contains("Trait vertical"));
}

#[test]
fn a_quartier_behind_the_commune_is_named_only_beyond_chance() {
    let quartiers: Vec<String> = ["Boma", "Kutu", "Luebo"].map(str::to_owned).into();
    // Kutu is a few acts below the commune, which chance explains; then half of its acts are late.
    for (n_late, expected) in
        [(24, "Aucun des quartiers comparés n’est nettement en retard"), (100, "que dans la commune : Kutu")]
    {
        let of = |quartier: u16, n: u32, late: u32| {
            (0..n).map(move |n| ActFact {
                quartier: Some(quartier),
                ..act(day("2016-05-01"), if n < late { 200 } else { 10 }, Category::Direct)
            })
        };
        let acts = of(0, 200, 20).chain(of(1, 200, n_late)).chain(of(2, 200, 20)).collect();
        let tables = tables(&Facts { quartiers: quartiers.clone(), ..facts(acts) }, &ReportSettings::default());
        let html = render::html(&tables, &Messages::new(Lang::Fr));
        let sentences = html.split("</ul>").find(|list| list.contains("attendent une correction")).unwrap();
        assert!(sentences.replace('\u{a0}', " ").contains(expected), "{n_late}");
        assert_eq!(html.contains(" beyond\" x="), n_late == 100);
    }
}

#[test]
fn every_chart_can_be_saved_as_a_picture_of_its_own() {
    let page = render::html(&tables(&commune(), &ReportSettings::default()), &Messages::new(Lang::Nl));
    let links: Vec<&str> = page.split("href=\"data:image/svg+xml,").skip(1).collect();
    assert_eq!(links.len(), page.matches("<figure>").count());
    assert!(links.len() > 15);
    for link in links {
        let picture = link.split('"').next().unwrap();
        let (mut bytes, mut rest) = (Vec::new(), picture.bytes());
        while let Some(byte) = rest.next() {
            bytes.push(match byte {
                b'%' => {
                    let hex = [rest.next().unwrap(), rest.next().unwrap()];
                    u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap()
                }
                own => own,
            });
        }
        let svg = String::from_utf8(bytes).unwrap();
        // Colours are its own, and no style is missing.
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"788\"") && !svg.contains("var("));
        assert!(svg.contains("svg .s1{fill:#1f5f99}") && svg.contains("Kimbanseke") && svg.ends_with("</svg>"));
        assert_eq!(svg.matches("<svg").count(), 1);
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
    }
}

#[test]
fn places_of_delivery_are_counted_with_their_share_by_proxy() {
    let mut facts = commune();
    let places = [("CS Kingasani", [40, 30]), ("Boma", [9, 1]), ("Mokali", [3, 0]), ("", [5, 2]), ("Kikimi", [90, 9])];
    facts.places_of_delivery = places.map(|(place, counts)| (place.to_owned(), counts)).into();
    let tables = tables(&facts, &ReportSettings::default());
    let own = &tables.registrar;
    assert_eq!(own.places, [("Kikimi".to_owned(), [90, 9]), ("CS Kingasani".to_owned(), [40, 30])]);
    assert_eq!((own.other_places, own.no_place), ([12, 1], [5, 2]));
    let page = render::html(&tables, &Messages::new(Lang::En));
    let table = page.split("id=\"t-places\"").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
    assert!(table.contains("CS Kingasani") && table.contains("75.0%") && !table.contains("Mokali"), "{table}");
}

#[test]
fn the_row_equation_is_checked_on_exact_counts() {
    let mut facts = commune();
    let sheets = tables(&facts, &ReportSettings::default()).sheets;
    assert!(sheets.holds);
    let quarantined: u64 = facts.sheets_of_quartier.values().map(|own| own.quarantined).sum();
    assert_eq!((sheets.census.quarantined, sheets.all.quarantined), (Some(quarantined), Some(quarantined + 41)));
    facts.birth_rows.merged += 1;
    assert!(!tables(&facts, &ReportSettings::default()).sheets.holds);
}

#[test]
fn indicators_are_computed_by_year_and_may_lack_values() {
    let measured = tables(&commune(), &ReportSettings::default()).indicators;
    let of = |id: &str| measured.iter().find(|own| own.indicator.id == id).unwrap();
    let on_time = of("births-on-time");
    assert!(on_time.values.iter().map(|value| value.year).eq((2011..=2018).map(Some)));
    assert!(on_time.last().is_some_and(|value| value.value.is_some_and(|rate| (0.5..1.0).contains(&rate))));
    assert_eq!(of("quartiers-censused").target().map(|target| target.value), Some(1.0));
    assert_eq!(of("rows-without-loss").last().and_then(|value| value.value), Some(1.0));
    let deaths = of("deaths-registered");
    assert_eq!(deaths.values.iter().map(|value| value.value).collect::<Vec<_>>(), [Some(9.0), Some(3.0), Some(21.0)]);
    let mut without = commune();
    (without.events, without.has_events) = (Default::default(), false);
    assert!(tables(&without, &ReportSettings::default()).indicators.iter().any(|own| own.values.is_empty()));
}

#[test]
fn the_page_is_complete_in_every_language_and_loads_nothing() {
    let tables = tables(&commune(), &ReportSettings::default());
    for lang in Lang::ALL {
        let page = render::html(&tables, &Messages::new(lang));
        assert!(page.contains(&format!("<html lang=\"{}\">", lang.code())));
        // A missing message shows its id, a missing argument its name in braces.
        for trace in ["report-", "{$", "http:", "https:", "src=", "url(h", "@import", "NaN"] {
            let after = page.split_once(trace).map(|(_, after)| after.chars().take(80).collect::<String>());
            assert_eq!(after, None, "{lang:?} {trace}");
        }
        // The only script is the one that the policy allows by its hash.
        let (_, script) = page.split_once("<script>").unwrap();
        let hash = sha2::Sha256::digest(script.split_once("</script>").unwrap().0);
        let hash = base64::engine::general_purpose::STANDARD.encode(hash);
        let (_, policy) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
        assert!(policy.split('"').next().unwrap().ends_with(&format!("; script-src 'sha256-{hash}'")), "{hash}");
        assert_eq!(page.matches("<script").count(), 1);
        assert!(!page.contains(" onclick") && !page.contains("javascript:"));
        let anchors: BTreeSet<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(anchors.len(), page.matches(" id=\"").count(), "an id occurs twice");
        for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(anchors.contains(target), "{target}");
        }
        if let Ok(folder) = std::env::var("BATO_LOOK") {
            std::fs::write(format!("{folder}/page.{}.html", lang.code()), &page).unwrap();
        }
    }
}

#[test]
fn an_empty_register_has_a_page() {
    for lang in Lang::ALL {
        let page = render::html(&tables(&Facts::default(), &ReportSettings::default()), &Messages::new(lang));
        assert!(!page.contains("report-") && !page.contains("NaN"));
    }
}

#[test]
fn text_from_the_register_is_never_markup() {
    let name = "<b>&\"".to_owned();
    let mut facts = commune();
    facts.quartiers[0].clone_from(&name);
    (facts.commune, facts.published_source, facts.legal[0].law) = (name.clone(), name.clone(), name.clone());
    facts.findings.insert((name.clone(), "error".to_owned()), [9, 0, 0]);
    facts.populations[0].source.clone_from(&name);
    facts.indicators[0].name.en.clone_from(&name);
    facts.indicators[0].source = super::indicators::SourceName::Plain(name);
    for lang in Lang::ALL {
        let page = render::html(&tables(&facts, &ReportSettings::default()), &Messages::new(lang));
        assert!(!page.contains("<b>") && page.matches("&#60;b&#62;&#38;&#34;").count() >= 8);
    }
}

#[test]
fn the_workbook_is_complete_in_every_language_and_reproducible() {
    let tables = tables(&commune(), &ReportSettings::default());
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        let bytes = render::xlsx(&tables, &messages).unwrap();
        assert_eq!(bytes, render::xlsx(&tables, &messages).unwrap());
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
        let names = calamine::Reader::sheet_names(&book);
        assert!(names.len() > 20, "{names:?}");
        let mut n_numbers = 0;
        for name in names {
            let range = calamine::Reader::worksheet_range(&mut book, &name).unwrap();
            n_numbers += range.used_cells().filter(|(_, _, cell)| matches!(cell, calamine::Data::Float(_))).count();
            let is_trace = |text: &str| text.contains("report-") || text.contains("{$") || text.contains("NaN");
            assert!(!range.used_cells().any(|(_, _, cell)| is_trace(&cell.to_string())), "{name}");
        }
        assert!(n_numbers > 1500, "{n_numbers}");
        let parts = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        assert!(parts.file_names().flatten().filter(|name| name.starts_with("xl/charts/chart")).count() >= 12);
        if let Ok(folder) = std::env::var("BATO_LOOK") {
            std::fs::write(format!("{folder}/page.{}.xlsx", lang.code()), &bytes).unwrap();
        }
    }
}

#[test]
fn the_three_languages_have_the_same_messages() {
    let ids = |text: &'static str| -> BTreeSet<&'static str> {
        text.lines().filter(|line| line.starts_with("report-")).filter_map(|line| line.split(" =").next()).collect()
    };
    let fr = include_str!("../../locales/fr/report.ftl");
    let others = [include_str!("../../locales/nl/report.ftl"), include_str!("../../locales/en/report.ftl")];
    for other in others {
        assert_eq!(ids(fr), ids(other));
    }
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        assert_eq!(ids(fr).into_iter().find(|id| !messages.has(id)), None, "{lang:?}");
    }
}

#[test]
fn every_message_named_in_the_code_exists() {
    let code = [
        include_str!("render/html.rs"),
        include_str!("render/xlsx.rs"),
        include_str!("render/xlsx_chart.rs"),
        include_str!("render/chart.rs"),
        include_str!("render/labels.rs"),
        include_str!("render/comparison.rs"),
        include_str!("render/sections/mod.rs"),
        include_str!("render/sections/brief.rs"),
        include_str!("render/sections/registrar.rs"),
        include_str!("render/sections/parcels.rs"),
        include_str!("render/sections/births.rs"),
        include_str!("render/sections/children.rs"),
        include_str!("render/sections/population.rs"),
        include_str!("render/sections/data_quality.rs"),
        include_str!("render/sections/indicators.rs"),
        include_str!("render/sections/un_tables.rs"),
    ]
    .concat();
    let messages = Messages::new(Lang::Fr);
    let mut n_checked = 0;
    for (call, endings) in [
        ("text(\"", &[""][..]),
        ("paragraph(\"", &[""]),
        ("message(\"", &[""]),
        ("part(\"", &[""]),
        ("text_and_table(\"", &["-title", "-text", "-caption"]),
        ("chart(\"", &["-title", "-description", "-caption"]),
    ] {
        for id in code.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
            for ending in endings {
                assert!(messages.has(&format!("report-{id}{ending}")), "{id}{ending}");
                n_checked += 1;
            }
        }
    }
    assert!(n_checked > 60, "{n_checked}");
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let page = || render::html(&tables(&commune(), &ReportSettings::default()), &Messages::new(Lang::Fr));
    assert_eq!(page(), page());
    let long = || aggregates(&tables(&commune(), &ReportSettings::default()));
    assert_eq!(render::csv(&long()), render::csv(&long()));
}

#[test]
fn late_acts_of_an_earlier_volume_are_no_year_to_compare() {
    let of_year = |year| (1..=365).map(move |n| act(NaiveDate::from_yo_opt(year, n).unwrap(), 20, Category::Direct));
    let tail = (0..24).map(|n| act(NaiveDate::from_yo_opt(2021, 100 + n).unwrap(), 200, Category::Judgment));
    let mut facts = facts(of_year(2020).chain(tail).chain(of_year(2025)).collect());
    let births = tables(&facts, &ReportSettings::default()).births;
    assert_eq!(births.window.year_ranges(), "2020, 2025");
    let row = |code: &str| births.by_declared_year.rows.iter().find(|row| row.heading.code() == code).unwrap();
    assert!(row("2021").is_incomplete && !row("2020").is_incomplete);
    let page = |facts: &Facts| render::html(&tables(facts, &ReportSettings::default()), &Messages::new(Lang::En));
    let compared = |page: &str| page.contains("% in 2021:");
    assert!(page(&facts).contains("on time in 2025, against 100.0% in 2020") && !compared(&page(&facts)));
    // A volume of 2021 holds births of 2021.
    facts.acts.extend(of_year(2021));
    assert!(compared(&page(&facts)));
}
