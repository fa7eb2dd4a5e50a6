//! Attacks on a release by what its tables say of one another: rows and acts, persons of unknown sex, findings, the
//! mothers of children, and half-years of an earlier release. Each reads the long table alone.

use super::disclosure_tests::{earlier_release, released_of};
use super::example_commune::{act, commune, day};
use super::facts::{ActFact, Facts, PersonFact};
use super::heading::RowHeading;
use super::release_tests::{Figures, figures, released};
use super::*;
use crate::messages::{Lang, Messages};
use crate::record::{Category, EventKind, Sex, SheetCount};

/// A commune of some acts and persons, all of known sex.
fn small() -> Facts {
    let mut facts = commune();
    facts.acts.truncate(700);
    facts.acts.iter_mut().for_each(|own| own.is_duplicate = false);
    facts.persons.truncate(900);
    facts.households.truncate(300);
    facts.persons.iter_mut().filter(|own| own.sex.is_none()).for_each(|own| own.sex = Some(Sex::Female));
    (facts.has_events, facts.event_rows) = (false, SheetCount::default());
    facts.events.clear();
    facts
}

fn shown<'f>(figures: &'f Figures, indicator: &str, breakdown: &str) -> &'f Aggregate {
    &figures[&[indicator, "all", "Kimbanseke", breakdown].map(str::to_owned)]
}

/// The least and the most that a count can be by what is shown of it.
fn range(own: &Aggregate) -> (i64, i64) {
    match (own.numerator, own.status.as_str()) {
        (Some(0), _) => (0, 0),
        (Some(n), _) => (n - 2, n + 2),
        (None, "under-10") => (0, 9),
        (None, "under-5") => (1, 4),
        (None, _) => (0, 1 << 30),
    }
}

/// Asserts that a count that is shown so can have five values or more between these ends, or none under ten.
fn assert_wide(own: (i64, i64), ends: (i64, i64), what: &str) {
    let (low, high) = (own.0.max(ends.0), own.1.min(ends.1));
    assert!(low >= 10 || high - low >= 4, "{what}: {low} to {high}");
}

#[test]
fn males_and_females_of_an_age_are_hidden_with_their_total_where_nobody_is_of_unknown_sex() {
    for (males, females) in [(9, 9), (9, 14), (12, 8)] {
        let mut facts = small();
        let person = facts.persons.iter().find(|own| own.is_resident() && own.census_age.is_some()).cloned().unwrap();
        facts.persons.retain(|own| own.census_age.is_none_or(|age| age < 85));
        facts.persons.extend((0..males + females).map(|n| PersonFact {
            sex: Some(if n < males { Sex::Male } else { Sex::Female }),
            census_age: Some(86),
            born_year: Some(1932),
            ..person.clone()
        }));
        let figures = figures(&released(&facts));
        let [all, own_males, own_females] =
            ["", ";sex=M", ";sex=F"].map(|sex| range(shown(&figures, "residents", &format!("age=85+{sex}"))));
        for (own, other) in [(own_males, own_females), (own_females, own_males)] {
            assert_wide(own, (all.0 - other.1, all.1 - other.0), &format!("{males} {females}"));
        }
    }
}

#[test]
fn rows_of_birth_registers_and_acts_give_no_hidden_number_of_duplicates_back() {
    let mut n_shown = 0;
    for duplicates in [4, 7, 9] {
        for merged in [128, 130, 132] {
            let mut facts = small();
            facts.acts.iter_mut().take(duplicates).for_each(|own| own.is_duplicate = true);
            let rows = facts.acts.len() as u64;
            facts.birth_rows = SheetCount { rows, ignored: 0, quarantined: 0, registered: rows - merged, merged };
            let figures = figures(&released(&facts));
            assert_eq!(shown(&figures, "acts_duplicate", "all").status, "under-10");
            let [registered, merged] =
                ["rows_registered", "rows_merged"].map(|own| range(shown(&figures, own, "kind=birth")));
            let acts = range(shown(&figures, "acts_by_mother", "all"));
            let ends = (registered.0 + merged.0 - acts.1, registered.1 + merged.1 - acts.0);
            assert_wide((0, 9), ends, &format!("{duplicates} duplicates"));
            n_shown += u32::from(shown(&figures, "rows_registered", "kind=birth").numerator.is_some());
        }
    }
    assert!(n_shown > 0, "rows are withheld where they give nothing back");
}

#[test]
fn rows_of_lists_of_few_events_are_hidden_as_the_events_are() {
    for n in [2, 7, 9] {
        let mut facts = small();
        facts.has_events = true;
        facts.events.insert((EventKind::Death, Some(2018)), n);
        facts.event_rows = SheetCount { rows: n + 1, ignored: 1, quarantined: 0, registered: 0, merged: n };
        let released = released(&facts);
        let figures = figures(&released);
        for indicator in ["rows", "rows_registered", "rows_merged"] {
            let own = shown(&figures, indicator, "kind=event");
            assert_eq!((own.numerator, own.status.as_str()), (None, "withheld"), "{indicator}");
        }
        let merged = ["all", "kind=census", "kind=birth"].map(|kind| range(shown(&figures, "rows_merged", kind)));
        let [all, census, births] = merged;
        let ends = (all.0 - census.1 - births.1, all.1 - census.0 - births.0);
        assert_wide((0, 9), ends, &format!("{n} events"));
        let page = render::html(&released, &Messages::new(Lang::En));
        let rows = page.split("<caption id=\"t-rows\">").nth(1).and_then(|rest| rest.split("</table>").next()).unwrap();
        let row = rows.split("data-code=\"events\"").nth(1).and_then(|rest| rest.split("</tr>").next()).unwrap();
        assert!(row.contains(">c<") && !row.contains("&#60;5"), "{row}");
    }
}

#[test]
fn findings_show_no_number_that_the_acts_hide() {
    let mut facts = small();
    facts.acts.iter_mut().for_each(|own| own.sex = own.sex.or(Some(Sex::Male)));
    facts.acts.iter_mut().filter(|own| !own.is_duplicate).take(6).for_each(|own| own.sex = None);
    let missing = ("sex-missing".to_owned(), "warning".to_owned());
    for of_census in [0, 3, 11, 41, 44] {
        facts.findings.insert(missing.clone(), [of_census, 6, 0]);
        let released = released(&facts);
        assert_eq!(released.births.totals.no_sex, None);
        let figures = figures(&released);
        let of = |kind: &str| range(shown(&figures, "findings", &format!("rule=sex-missing;severity=warning{kind}")));
        let [all, census, births] = ["", ";kind=census", ";kind=birth"].map(of);
        assert_wide(births, (0, 9), "findings");
        assert_wide(births, (all.0 - census.1, all.1 - census.0), &format!("{of_census} others"));
    }
}

#[test]
fn acts_without_a_quartier_that_take_that_of_the_child_are_hidden_under_ten() {
    let messages = Messages::new(Lang::En);
    for n in [0, 2, 6, 9, 12] {
        let mut facts = small();
        facts.acts.iter_mut().take(n).for_each(|own| own.has_quartier_of_child = true);
        let page = render::html(&released(&facts), &messages);
        let few = "Fewer than ten records without a quartier, or none, are counted";
        assert_eq!(page.contains(few), n < 10, "{n}");
        assert_eq!(page.contains("10 records without a quartier are counted"), n == 12, "{n}");
        assert!(!page.contains("No record without a quartier"), "{n}");
    }
}

#[test]
fn a_birth_order_whose_total_is_shown_gives_no_hidden_number_of_births_back() {
    let mut facts = small();
    let of = |age: i32, n: usize| {
        let own = act(day("2016-05-05"), 20, Category::Direct);
        std::iter::repeat_n(ActFact { mother_age: Some(age), birth_order: Some(2), ..own }, n)
    };
    facts.acts.iter_mut().for_each(|own| own.birth_order = own.birth_order.filter(|order| *order != 2));
    facts.acts.extend(of(22, 64).chain(of(27, 24)).chain(of(32, 14)));
    let released = released(&facts);
    let figures = figures(&released);
    let column = figures.iter().filter(|(key, _)| key[0] == "acts_by_mother" && key[3].ends_with(";birth_order=2"));
    let (mut least, mut hidden) = (0, 0);
    for (_, own) in column {
        let (low, _) = range(own);
        least += if own.numerator.is_some() { low.max(10) } else { 0 };
        hidden += u32::from(own.numerator.is_none());
    }
    let (_, most) = range(shown(&figures, "acts_by_mother", "birth_order=2"));
    assert!(hidden >= 7 && most - least >= 4, "{hidden} hidden: 0 to {}", most - least);
    // One row is enough.
    let withheld = released.births.by_mother.rows.iter().chain([&released.births.by_mother.total]);
    assert!(withheld.filter(|row| row.is_withheld).count() <= 3);
}

/// A commune with these late acts in the quarters of 2015, and many on time.
fn with_late(late: [usize; 4]) -> Facts {
    let mut facts = small();
    facts.acts.clear();
    for year in 2014..=2016 {
        for (quarter, own) in (0..).zip(late) {
            let first = chrono::NaiveDate::from_ymd_opt(year, 3 * quarter + 1, 1).unwrap();
            let on_day = |n: usize| first + chrono::Days::new(n as u64 % 88);
            facts.acts.extend((0..60).map(|n| act(on_day(n), 20, Category::Direct)));
            let own = if year == 2015 { own } else { 40 };
            facts.acts.extend((0..own).map(|n| act(on_day(n), 200, Category::Judgment)));
        }
    }
    facts
}

/// The acts late of a period of declaration.
fn late_in(figures: &Figures, kind: &str, code: &str) -> (i64, i64) {
    let own = &figures[&["acts_late", code, "Kimbanseke", &format!("declared_{kind}={code}")].map(str::to_owned)];
    let (low, high) = range(own);
    // A year in multiples of 5 may be exact or not: none of these is a multiple.
    let is_exact = own.numerator.is_some_and(|n| n % 5 != 0);
    if is_exact { (own.numerator.unwrap(), own.numerator.unwrap()) } else { (low.max(0), high) }
}

#[test]
fn a_year_gives_no_half_year_back_beside_the_release_of_the_other_half() {
    for late in [[5, 5, 2, 4], [6, 5, 1, 6], [4, 6, 2, 2]] {
        let facts = with_late(late);
        let first = released_of(&facts, "2015-S1", &[]);
        let second = figures(&released_of(&facts, "2016", &[earlier_release(&first)]));
        let (year, half) = (late_in(&second, "year", "2015"), late_in(&figures(&first), "half", "2015-S1"));
        let half = (half.0.max(10), half.1);
        let own = late_in(&second, "half", "2015-S2");
        assert_wide(own, (year.0 - half.1, year.1 - half.0), &format!("{late:?}"));
    }
    // Nine months of the year stand in its own row.
    let facts = with_late([6, 8, 7, 3]);
    let first = released_of(&facts, "2015-T3", &[]);
    let second = figures(&released_of(&facts, "2016", &[earlier_release(&first)]));
    let (year, months) = (late_in(&second, "year", "2015"), late_in(&figures(&first), "year", "2015"));
    let own = late_in(&second, "quarter", "2015-T4");
    assert_wide(own, (year.0 - months.1, year.1 - months.0.max(10)), "nine months");
    // Where every part is large the year stays exact.
    let facts = with_late([31, 33, 36, 34]);
    let first = released_of(&facts, "2015-S1", &[]);
    let second = released_of(&facts, "2016", &[earlier_release(&first)]);
    let of_2015 = second.births.by_declared_year.rows.iter().find(|row| row.heading == RowHeading::Year(2015));
    assert!(of_2015.is_some_and(|row| row.is_exact && row.late == Some(134)));
}

#[test]
fn an_index_of_which_few_ages_are_counted_is_hidden() {
    let mut facts = commune();
    for person in &mut facts.persons {
        // Four persons have an age that ends in 5, and nobody one that ends in 0.
        person.census_age = person.census_age.map(|age| if age % 5 == 0 { age + 1 } else { age });
    }
    facts.persons.iter_mut().filter(|own| own.is_resident()).take(4).for_each(|own| own.census_age = Some(35));
    let exact = tables(&facts, &ReportSettings::default());
    assert!(exact.quality.whipple.is_some() && exact.quality.myers.is_some());
    let released = released(&facts);
    assert!(released.quality.whipple.is_none() && released.quality.myers.is_none());
}
