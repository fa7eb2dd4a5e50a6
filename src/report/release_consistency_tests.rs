//! Tests that the figures of a release agree with one another: the parts shown again are those of one earlier release,
//! estimates begin with what is counted, and one mark says that a period is incomplete.

use super::example_commune::{act, commune, day};
use super::facts::Facts;
use super::heading::RowHeading;
use super::register_window::RegisterSummary;
use super::release::*;
use super::release_state::ReleasedFacts;
use super::release_tests::{Figures, figures, label, released};
use super::*;
use crate::messages::{Lang, Messages};
use crate::record::{Category, Status};

/// Registers up to 2016, in which no child born later has an act.
fn before() -> Facts {
    let mut facts = commune();
    select(&mut facts, &ReleasePeriod::parse("2016").unwrap(), &ReleaseSettings::default());
    for person in facts.persons.iter_mut().filter(|person| person.born_year > Some(2016)) {
        (person.has_act, person.act_probability) = (false, 0.0);
    }
    facts
}

/// Registers up to 2018, with links of their children, and one new resident.
fn after() -> Facts {
    let mut facts = commune();
    facts.persons.extend(facts.persons.iter().find(|person| person.is_resident()).cloned());
    let only = facts.persons.iter().filter(|person| person.status == Status::BirthOnly).take(30).cloned();
    let only: Vec<_> = only.collect();
    facts.persons.extend(only);
    facts
}

fn exact(facts: &Facts) -> ReportTables {
    tables(facts, &ReportSettings::default())
}

/// Stores what a release counted as the ledger does, and reads it again.
fn stored(facts: &Facts) -> ReleasedFacts {
    let registers = RegisterSummary::of(&exact(facts).births);
    let bytes = serde_json::to_vec(&ReleasedFacts::of(facts).with_registers(registers)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn with_persons_of_before() -> ReportTables {
    let mut facts = after();
    stored(&before()).restore_persons(&mut facts);
    let made_on = Some(day("2017-02-01"));
    let label = ReleaseLabel { number: 2, residents_of: Some(1), residents_made_on: made_on, ..label() };
    protect(exact(&facts), label)
}

fn page(tables: &ReportTables, lang: Lang) -> String {
    render::html(tables, &Messages::new(lang))
}

/// Returns the rows of a table of a page, without its caption.
fn table_of<'p>(page: &'p str, id: &str) -> &'p str {
    let start = page.split(&format!("<caption id=\"{id}\">")).nth(1).unwrap_or_else(|| panic!("{id}"));
    start.split_once("<thead>").unwrap().1.split_once("</table>").unwrap().0
}

fn values(own: &Aggregate) -> (Option<f64>, Option<i64>, Option<i64>, &str, &str) {
    (own.value, own.numerator, own.denominator, &own.status, &own.completeness)
}

#[test]
fn each_figure_is_wholly_of_the_release_that_it_names_or_wholly_new() {
    let (first, new) = (figures(&released(&before())), figures(&released(&after())));
    let shown = figures(&with_persons_of_before());
    let of_release: Figures = shown.clone().into_iter().filter(|(_, own)| own.release == "1").collect();
    for (key, own) in &shown {
        let Some(from) = if own.release == "1" { &first } else { &new }.get(key) else { panic!("{key:?} is of none") };
        assert_eq!(values(own), values(from), "{key:?}");
    }
    // Nothing of the persons is left out, and nothing of them is new.
    let of_persons = ["census_children", "under_five", "rate_under", "rate_census", "coverage_acts", "households"];
    for start in of_persons {
        let keys =
            |figures: &Figures| figures.keys().filter(|key| key[0].starts_with(start)).cloned().collect::<Vec<_>>();
        assert_eq!(keys(&of_release), keys(&first), "{start}");
        assert_eq!(keys(&of_release), keys(&shown), "{start}");
    }
    let total = |figures: &Figures, indicator: &str| {
        let key = [indicator, "all", "Kimbanseke", "all"].map(str::to_owned);
        figures[&key].value
    };
    assert_eq!(total(&shown, "persons"), total(&first, "persons"));
    assert_ne!(total(&shown, "persons"), total(&new, "persons"));
    assert_ne!(total(&first, "rate_under_five_with_act"), total(&new, "rate_under_five_with_act"));
    // The acts are new, and those of 2017 are no children without an act.
    assert!(total(&shown, "acts_judged") > total(&first, "acts_judged"));
    assert!(!shown.keys().any(|key| key[3] == "born_year=2017" && key[0].starts_with("census_children_with")));
}

#[test]
fn rows_of_sheets_that_are_shown_again_say_so() {
    let mut first = before();
    first.census_rows.rows += 500;
    first.census_rows.registered += 500;
    let mut facts = after();
    stored(&first).restore_persons(&mut facts);
    let label = ReleaseLabel { number: 2, residents_of: Some(1), residents_made_on: None, ..label() };
    let tables = protect(exact(&facts), label);
    let (shown, then, new) = (figures(&tables), figures(&released(&first)), figures(&released(&after())));
    let of = |kind: &str| ["rows", "all", "Kimbanseke", &format!("kind={kind}")].map(str::to_owned);
    let census = of("census");
    assert_ne!(then[&census].value, new[&census].value);
    assert_eq!((shown[&census].value, shown[&census].release.as_str()), (then[&census].value, "1"));
    assert_eq!((shown[&of("birth")].value, shown[&of("birth")].release.as_str()), (new[&of("birth")].value, ""));
    // A part of the sum is shown again.
    let all = ["rows", "all", "Kimbanseke", "all"].map(str::to_owned);
    assert_eq!(shown[&all].release, "1");
    for lang in Lang::ALL.iter().copied() {
        let note =
            Messages::new(lang).say("report-census-rows-of-release", &[("number", "1".into()), ("day", "–".into())]);
        let shown = page(&tables, lang);
        for id in ["t-rows", "t-duplicates"] {
            let caption = shown.split(&format!("<caption id=\"{id}\">")).nth(1).unwrap().split("</caption>").next();
            assert!(caption.unwrap().contains(&note), "{id}: {caption:?}");
        }
    }
}

#[test]
fn page_and_workbook_show_the_tables_of_the_earlier_release_and_say_so() {
    let (first, shown) = (released(&before()), with_persons_of_before());
    for lang in Lang::ALL.iter().copied() {
        let messages = Messages::new(lang);
        let [then, now] = [&first, &shown].map(|tables| page(tables, lang));
        for id in [
            "t-under-five",
            "t-under-five-quartier",
            "t-children",
            "t-children-quartier",
            "t-coverage",
            "t-status",
            "t-age",
            "t-groups",
            "t-sizes",
            "t-quartiers",
            "t-census-coverage",
            "t-progress",
            "t-digits",
        ] {
            assert_eq!(table_of(&then, id), table_of(&now, id), "{id}");
        }
        let note = messages.say(
            "report-persons-of-release",
            &[("number", "1".into()), ("day", messages.date(day("2017-02-01")).into())],
        );
        // Beside the headline figures, in the sentences, before each part and in each caption.
        let head = now.split("<section id=\"brief\"").next().unwrap();
        assert!(head.matches(&note).count() >= 3, "{head}");
        let [brief, children] = ["brief", "children"].map(|id| {
            now.split(&format!("<section id=\"{id}\"")).nth(1).and_then(|rest| rest.split("</section>").next()).unwrap()
        });
        assert!(brief.contains(&note) && children.matches(&note).count() >= 8);
        let births = now.split("<section id=\"births\"").nth(1).and_then(|rest| rest.split("</section>").next());
        assert!(!births.unwrap().contains(&note) && !then.contains(&note));
        let bytes = render::xlsx(&shown, &messages).unwrap();
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
        let texts = calamine::Reader::worksheets(&mut book)
            .into_iter()
            .map(|(_, range)| range.used_cells().filter(|(_, _, cell)| cell.to_string().contains(&note)).count());
        assert!(texts.filter(|n| *n > 0).count() > 10);
    }
    let series = shown.indicators.iter().find(|own| own.indicator.id == "sdg-16-9-1").unwrap();
    let before = first.indicators.iter().find(|own| own.indicator.id == "sdg-16-9-1").unwrap();
    assert_eq!(series.last().and_then(|own| own.value), before.last().and_then(|own| own.value));
    assert!(series.is_of_release() && !before.is_of_release());
}

#[test]
fn acts_of_an_earlier_release_leave_persons_and_links_of_now() {
    let (then, now) = (before(), after());
    let last = day("2018-12-31");
    let mut facts = now.clone();
    let acts = std::mem::take(&mut facts.acts);
    stored(&then).restore_acts(&mut facts);
    facts.registers_of_persons = Some(RegisterSummary::of_acts(acts, last, &facts, &ReportSettings::default()));
    let label = ReleaseLabel { number: 2, acts_of: Some(1), acts_made_on: Some(day("2017-02-01")), ..label() };
    let (first, new) = (figures(&released(&then)), figures(&released(&now)));
    let shown = figures(&protect(exact(&facts), label));
    for (key, own) in &shown {
        let from = if own.release == "1" { &first } else { &new };
        assert_eq!(values(own), values(&from[key]), "{key:?}");
    }
    let of_acts = |key: &[String; 4]| key[0].starts_with("acts_") || key[0].starts_with("births_acts");
    assert!(shown.iter().filter(|(key, _)| of_acts(key)).all(|(_, own)| own.release == "1"));
}

#[test]
fn no_end_of_an_estimate_is_below_the_acts_counted() {
    for facts in [commune(), before()] {
        for tables in [exact(&facts), released(&facts)] {
            let is_release = tables.release.is_some();
            let mut n = 0;
            for row in &tables.births.cohorts {
                let Some((expected, so_far)) = row.expected.zip(row.so_far) else { continue };
                let least = so_far as f64;
                assert!(expected.low >= least && expected.value >= least && expected.high >= expected.value, "{row:?}");
                assert!(!is_release || expected.low % 5.0 == 0.0, "{row:?}");
                n += 1;
            }
            assert!(n >= 5, "{n}");
        }
    }
}

/// A commune whose registers end with two quarters of few acts.
fn ends_thin() -> Facts {
    let mut facts = commune();
    facts.acts.clear();
    for (year, n) in (2015..=2018).flat_map(|year| (1..=4).map(move |n| (year, n))) {
        let count = if (year, n) >= (2018, 3) { 40 } else { 500 };
        let first = chrono::NaiveDate::from_ymd_opt(year, 3 * n - 2, 1).unwrap();
        facts.acts.extend((0..count).map(|k| {
            let declared = first + chrono::Days::new(k % 90);
            act(declared, if k % 9 == 0 { 200 } else { 20 }, Category::Direct)
        }));
    }
    facts
}

#[test]
fn an_incomplete_period_bears_the_same_mark_in_every_table_chart_and_row() {
    let tables = released(&ends_thin());
    let periods = ["2018", "2018-S2", "2018-T3", "2018-T4"];
    let mut n_rows = 0;
    for own in aggregates(&tables) {
        let is_declared = own.breakdown.starts_with("declared_");
        if is_declared && own.period != "all" {
            let is_marked = periods.contains(&own.period.as_str());
            assert_eq!(own.completeness, if is_marked { "incomplete" } else { "complete" }, "{own:?}");
            n_rows += 1;
        }
    }
    assert!(n_rows > 100, "{n_rows}");
    for lang in Lang::ALL.iter().copied() {
        let page = page(&tables, lang);
        for id in ["t-declared-year", "t-other-rule", "t-born-year", "t-cohorts", "t-trend-births-on-time"] {
            let row = table_of(&page, id).split("data-code=\"2018\"").nth(1).unwrap();
            assert!(row.starts_with("><th scope=\"row\">2018*</th>"), "{id}: {row}");
        }
        for (id, code) in [("t-half", "2018-S2"), ("t-quarter", "2018-T3"), ("t-born-quarter", "2018-T3")] {
            let row = table_of(&page, id).split(&format!("data-code=\"{code}\"")).nth(1).unwrap();
            let heading = row.split("</th>").next().unwrap();
            assert!(heading.ends_with('*'), "{id}: {heading}");
        }
        assert!(!table_of(&page, "t-half").split("data-code=\"2018-S2\"").next().unwrap().contains("*</th>"));
        // In charts the year has the mark, its bars are faint and its point is empty.
        assert!(page.contains(">2018*</text>") && page.contains("<g class=\"part\">"));
        assert!(page.contains("class=\"dot part\""));
    }
}

#[test]
fn the_indicator_is_that_of_the_last_whole_year() {
    let tables = released(&ends_thin());
    let series = tables.indicators.iter().find(|own| own.indicator.id == "births-on-time").unwrap();
    let last = series.last().unwrap();
    let of_2017 = tables.births.by_declared_year.rows.iter().find(|row| row.heading == RowHeading::Year(2017)).unwrap();
    assert_eq!((last.year, last.is_incomplete), (Some(2017), false));
    assert!((last.value.unwrap() - of_2017.rate().unwrap()).abs() < 1e-3);
    assert!(series.values.last().is_some_and(|own| own.year == Some(2018) && own.is_incomplete));
    let page = page(&tables, Lang::Nl);
    let row = table_of(&page, "t-indicators").split("data-code=\"births-on-time\"").nth(1).unwrap();
    assert!(row.split("</tr>").next().unwrap().contains(">2017</td>"), "{row}");
    // No line of the trend leads to 2018.
    let chart = page.split("trend-births-on-time-desc").nth(2).and_then(|rest| rest.split("</svg>").next()).unwrap();
    assert_eq!((chart.matches("class=\"dot\"").count(), chart.matches("class=\"trend\"").count()), (3, 2));
    assert_eq!(chart.matches("class=\"dot part\"").count(), 1);
}

#[test]
fn figures_of_two_releases_make_no_indicator() {
    let figure = |indicator: &str, release: &str| Aggregate {
        indicator: indicator.to_owned(),
        period: "all".to_owned(),
        area: "K".to_owned(),
        breakdown: "all".to_owned(),
        value: Some(10.0),
        release: release.to_owned(),
        ..Aggregate::default()
    };
    let known = indicators::read(indicators::BUILT_IN).unwrap();
    let of = |releases: [&str; 2]| {
        let figures = [figure("under_five_with_act", releases[0]), figure("under_five", releases[1])];
        let series = indicators::measure(&known, &figures, "K", 0);
        series.iter().find(|own| own.indicator.id == "sdg-16-9-1").unwrap().last().unwrap().value
    };
    assert_eq!([of(["", ""]), of(["1", "1"]), of(["1", ""])], [Some(1.0), Some(1.0), None]);
}

#[test]
fn hidden_zero_and_nothing_differ_in_every_format() {
    let mut facts = commune();
    facts.has_events = false;
    facts.events.clear();
    facts.persons.iter_mut().for_each(|person| person.status = Status::Resident);
    facts.sheets_of_quartier.values_mut().for_each(|own| own.n_sheets = 1);
    let tables = released(&facts);
    for own in aggregates(&tables) {
        let is_shown = own.status == "shown";
        assert_eq!(own.value.is_some(), is_shown, "{own:?}");
        assert!(
            is_shown || ["under-10", "under-5", "hidden", "withheld", "none"].contains(&own.status.as_str()),
            "{own:?}"
        );
    }
    let status = |indicator: &str, breakdown: &str| {
        let rows = aggregates(&tables);
        rows.iter().find(|own| own.indicator == indicator && own.breakdown == breakdown).unwrap().status.clone()
    };
    assert_eq!(status("persons_deceased", "all"), "none");
    assert_eq!(status("persons", "status=event_only"), "none");
    assert_eq!(status("sex_ratio", "age=85+"), "hidden");
    assert_eq!(status("census_sheets", "all"), "under-5");
    let page = page(&tables, Lang::Nl);
    // One sheet for each quartier is no column of zeros.
    let progress = table_of(&page, "t-progress");
    let row = progress.split("data-code=\"Boma\"").nth(1).unwrap();
    assert!(row.split("</tr>").next().unwrap().contains("&#60;5"), "{row}");
    let ratios = table_of(&page, "t-sex-ratio").split("data-code=\"85+\"").nth(1).unwrap();
    let ratios = ratios.split("</tr>").next().unwrap();
    assert!(ratios.contains('…') && !ratios.contains('–'), "{ratios}");
    let statuses = table_of(&page, "t-status");
    let row = statuses.split("data-code=\"event_only\"").nth(1).unwrap().split("</tr>").next().unwrap();
    assert!(row.contains(">–</td>"), "{row}");
    // The commune's own report hides nothing: an empty figure does not exist.
    assert!(aggregates(&exact(&facts)).iter().all(|own| own.status == "shown" || own.status == "none"));
    let csv = render::csv(&aggregates(&tables));
    assert!(csv.starts_with("indicator,period,area,breakdown,value,numerator,denominator,area_code,sdg,status,"));
    let json: Vec<Aggregate> = serde_json::from_str(&render::json(&aggregates(&tables))).unwrap();
    assert_eq!(json, aggregates(&tables));
}

#[test]
fn acts_between_two_rules_are_hidden_beside_an_exact_year_where_they_are_few() {
    let row = tables(&commune(), &ReportSettings::default()).births.by_declared_year.rows[0].clone();
    let applied = timeliness::TimelinessRow { on_time: Some(86), late: Some(60), judged: Some(146), ..row };
    let shown_beside = |on_time: u64, is_exact: bool| {
        let heading = applied.heading.clone();
        let mut year = timeliness::OtherYear { heading, on_time: Some(on_time), judged: Some(146) };
        let mut shown = timeliness::TimelinessRow { is_exact, ..applied.clone() };
        if !is_exact {
            (shown.on_time, shown.late, shown.judged) = (Some(85), Some(60), Some(145));
        }
        release::protect_other_year(&mut year, Some((&shown, &applied)));
        (year.on_time, year.judged)
    };
    // One act more than 86 was shown as 86, and only 87 could be.
    for on_time in (77..96).filter(|n| *n != 86) {
        assert_eq!(shown_beside(on_time, true), (None, Some(146)), "{on_time}");
    }
    let shown = [76, 86, 96, 138].map(|on_time| shown_beside(on_time, true).0);
    assert_eq!(shown, [Some(75), Some(86), Some(95), None]);
    assert_eq!([83, 89].map(|on_time| shown_beside(on_time, false)), [(Some(85), Some(145)), (Some(90), Some(145))]);
}

#[test]
fn a_release_names_its_exact_years_and_a_rate_of_nobody_exists_in_no_format() {
    let mut facts = commune();
    facts.acts.retain(|own| own.declared_on.is_none_or(|day| day < self::day("2018-11-01")));
    let shown = protect_beside(
        tables(&facts, &ReportSettings::default()),
        ReleaseLabel { period: "2018-10".to_owned(), ..label() },
        &[],
    );
    let years = &shown.release.as_ref().unwrap().exact_years;
    assert!(years.len() > 4 && !years.contains(&2018), "{years:?}");
    let page = render::html(&shown, &crate::messages::Messages::new(crate::messages::Lang::En));
    let listed = years.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
    assert!(page.contains(&format!("declared in {listed}. Those of other years are rounded")), "{listed}");
    // A published series has no period of these registers and is of no release.
    let chart =
        page.split("aria-labelledby=\"published-chart-title").nth(1).and_then(|rest| rest.split("</svg>").next());
    assert!(chart.is_some_and(|chart| !chart.contains("class=\"part\"") && !chart.contains("*<")));
    for own in aggregates(&shown).iter().filter(|own| own.indicator.starts_with("rate_") && own.value.is_none()) {
        let whole = ["acts_judged", "census_children", "under_five"].iter().filter(|_| own.denominator == Some(0));
        assert!(whole.count() == 0 || own.status == "none", "{own:?}");
    }
}
