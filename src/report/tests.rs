//! Arithmetic on a few facts, and the page of an invented commune in three languages.

use std::collections::BTreeSet;

use super::example::{act, commune, day};
use super::*;
use crate::messages::{Lang, Messages};
use crate::record::{Category, PublishedYear, Timeliness};

/// No figure is hidden.
const OPEN: Settings = Settings { min_cell: 1, recent_cohort_days: 90 };

fn facts(acts: Vec<ActFact>) -> Facts {
    Facts { commune: "K".to_owned(), acts, legal: super::example::legal(), ..Facts::default() }
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
fn acts_are_counted_by_year_of_declaration_and_of_birth_without_duplicates() {
    let births = tables(&five_acts(), &OPEN).births;
    let row = |code: &str, n: [u64; 4]| (code.to_owned(), n.map(Some));
    assert_eq!(counts(&births.by_declared_year), [row("2016", [1, 1, 2, 1]), row("2017", [2, 0, 2, 0])]);
    assert_eq!(
        counts(&births.by_born_year),
        [
            row("before_2016", [0, 1, 1, 0]),
            row("2016", [2, 0, 2, 0]),
            row("2017", [1, 0, 1, 0]),
            row("unknown", [0, 0, 0, 1])
        ]
    );
    assert_eq!((births.totals.all.rate(), births.totals.duplicates), (Some(0.75), Some(1)));
    let incomplete: Vec<bool> = births.by_born_year.rows.iter().map(|row| row.is_incomplete).collect();
    assert_eq!(incomplete, [false, false, true, false]);
}

#[test]
fn every_table_of_births_has_the_same_totals() {
    let births = tables(&commune(), &Settings::default()).births;
    let all = [
        &births.by_declared_year,
        &births.by_born_year,
        &births.by_quartier,
        &births.by_sex,
        &births.by_category,
        &births.by_month,
        &births.by_delay,
    ];
    assert!(all.iter().all(|table| table.total == births.totals.all));
    let open = tables(&commune(), &OPEN).births;
    for table in [&open.by_declared_year, &open.by_quartier, &open.by_month, &open.by_delay] {
        let sum = |figure: fn(&TimelinessRow) -> Option<u64>| table.rows.iter().filter_map(figure).sum::<u64>();
        assert_eq!(
            (Some(sum(|r| r.on_time)), Some(sum(|r| r.late)), Some(sum(|r| r.unknown))),
            (table.total.on_time, table.total.late, table.total.unknown)
        );
    }
}

#[test]
fn delays_fall_into_their_buckets_at_both_ends() {
    for (days, code) in [
        (0, "0-7"),
        (7, "0-7"),
        (8, "8-30"),
        (90, "61-90"),
        (91, "91-180"),
        (365, "181-365"),
        (366, "366-730"),
        (6575, "6575+"),
        (-1, "unknown"),
    ] {
        assert_eq!(Heading::of_delay(days).code(), code, "{days}");
    }
}

#[test]
fn the_published_series_stands_beside_the_registers() {
    let mut facts = five_acts();
    facts.published =
        vec![PublishedYear { year: 2011, on_time: 1957, late: 390 }, PublishedYear { year: 2016, on_time: 3, late: 0 }];
    let compared = tables(&facts, &OPEN).births.compared;
    assert_eq!(
        compared.iter().map(ComparedYear::differences).collect::<Vec<_>>(),
        [(Some(-1957), Some(-390)), (Some(-2), Some(1))]
    );
}

#[test]
fn another_rule_is_shown_unless_the_difference_is_small() {
    let mut facts = commune();
    let shown = tables(&facts, &Settings::default()).births.other_rule;
    assert!(shown.is_some_and(|other| other.on_time_of_judged.is_some_and(|(on_time, judged)| on_time < judged)));
    facts.acts.truncate(40);
    assert_eq!(tables(&facts, &Settings::default()).births.other_rule.and_then(|other| other.on_time_of_judged), None);
}

#[test]
fn persons_households_and_children_are_counted() {
    let person = |quartier: &str, born_year, in_census, has_act| PersonFact {
        quartier: Some(quartier.to_owned()),
        sex: None,
        born_year: Some(born_year),
        in_census,
        has_act,
    };
    let mut facts = facts(Vec::new());
    facts.quartiers = vec!["A".to_owned(), "B".to_owned()];
    facts.quartiers_censused.insert("A".to_owned(), BTreeSet::from([2017]));
    facts.persons = vec![
        person("A", 2015, true, true),
        person("A", 2015, true, false),
        person("A", 1980, true, false),
        person("B", 2016, false, true),
    ];
    facts.households = vec![HouseholdFact { quartier: Some("A".to_owned()), n_members: 3 }];
    let population = tables(&facts, &OPEN).population;
    let quartiers: Vec<_> =
        population.by_quartier.iter().map(|row| (row.persons.persons, row.households, row.mean_size())).collect();
    assert_eq!(quartiers, [(Some(3), Some(1), Some(3.0)), (Some(1), Some(0), None)]);
    assert_eq!((population.n_quartiers_censused, population.n_quartiers, population.age_year), (1, 2, Some(2017)));
    assert_eq!((population.children_total.with_act, population.children_total.without_act), (Some(1), Some(1)));
    assert_eq!(
        population.by_age.iter().filter(|row| row.persons != Some(0)).map(|row| row.heading.code()).collect::<Vec<_>>(),
        ["0-4", "35-39"]
    );
}

#[test]
fn the_row_equation_is_that_of_the_sheets() {
    let mut facts = commune();
    let sheets = tables(&facts, &Settings::default()).sheets;
    assert!(sheets.holds);
    assert_eq!((sheets.all.quarantined, sheets.findings.last().map(|f| f.n)), (Some(353), Some(None)));
    facts.birth_rows.merged += 1;
    assert!(!tables(&facts, &Settings::default()).sheets.holds);
}

#[test]
fn no_aggregate_about_people_is_small() {
    let tables = tables(&commune(), &Settings::default());
    let long = aggregates(&tables);
    assert!(long.len() > 500 && long.iter().any(|row| row.value.is_none()));
    let not_people = ["quartiers_censused", "files_read", "files_unreadable"];
    for row in long.iter().filter(|row| !not_people.contains(&row.indicator.as_str())) {
        for n in [row.numerator, row.denominator].into_iter().flatten() {
            assert!(n == 0 || n >= 5, "{row:?}");
        }
    }
}

#[test]
fn unknown_acts_are_hidden_with_the_duplicates_that_would_give_them_away() {
    let mut facts = commune();
    facts.acts.retain(|act| act.timeliness != Timeliness::Unknown);
    facts.acts[0].timeliness = Timeliness::Unknown;
    facts.acts[0].is_duplicate = false;
    let births = tables(&facts, &Settings::default()).births;
    assert_eq!((births.totals.all.unknown, births.totals.duplicates), (None, None));
    assert!(births.by_sex.rows.iter().all(|row| row.unknown.is_none()));
}

#[test]
fn the_page_is_complete_in_every_language_and_fetches_nothing() {
    let tables = tables(&commune(), &Settings::default());
    for lang in Lang::ALL {
        let page = render::html(&tables, &Messages::new(lang));
        assert!(page.contains(&format!("<html lang=\"{}\">", lang.code())));
        // A message that is missing shows its id; a fact that is missing shows its name in braces.
        for trace in ["report-", "{$", "http:", "https:", "src=", "<script", "url(h", "@import", "NaN"] {
            assert!(
                !page.contains(trace),
                "{lang:?} {trace}: {:?}",
                page.find(trace).map(|at| &page[at.saturating_sub(80)..(at + 80).min(page.len())])
            );
        }
        let anchors: BTreeSet<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(anchors.len(), page.matches(" id=\"").count(), "every id once");
        for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(anchors.contains(target), "{target}");
        }
        if let Ok(folder) = std::env::var("BATO_LOOK") {
            std::fs::write(format!("{folder}/page.{}.html", lang.code()), &page).unwrap();
        }
    }
}

#[test]
fn an_empty_register_has_a_page_too() {
    for lang in Lang::ALL {
        let page = render::html(&tables(&Facts::default(), &Settings::default()), &Messages::new(lang));
        assert!(!page.contains("report-") && !page.contains("NaN"));
    }
}

#[test]
fn text_from_the_register_is_never_markup() {
    let name = "<b>&\"".to_owned();
    let mut facts = commune();
    facts.quartiers[0].clone_from(&name);
    (facts.commune, facts.published_source, facts.legal[0].law) = (name.clone(), name.clone(), name.clone());
    facts.findings.insert((name.clone(), "error".to_owned()), 9);
    for lang in Lang::ALL {
        let page = render::html(&tables(&facts, &Settings::default()), &Messages::new(lang));
        assert!(!page.contains("<b>") && page.matches("&#60;b&#62;&#38;&#34;").count() >= 6);
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
    let code =
        [include_str!("render/html.rs"), include_str!("render/sheets.rs"), include_str!("render/words.rs")].concat();
    let messages = Messages::new(Lang::Fr);
    let mut n_checked = 0;
    for call in ["text(\"", "say(\"", "part(\"", "figure(\"", "row(\""] {
        for id in code.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(messages.has(&format!("report-{id}")), "{id}");
            n_checked += 1;
        }
    }
    assert!(n_checked > 60, "{n_checked}");
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let page = || render::html(&tables(&commune(), &Settings::default()), &Messages::new(Lang::Fr));
    assert_eq!(page(), page());
    let long = || aggregates(&tables(&commune(), &Settings::default()));
    assert_eq!(render::csv(&long()), render::csv(&long()));
}
