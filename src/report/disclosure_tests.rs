//! Attacks on the sums of a release: a reader adds and subtracts every count of the long table, of communes of many
//! sizes. The attack is written apart from `disclosure.rs` and reads the long table alone.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::disclosure::acts_as_read;
use super::disclosure_persons::{FoldedPersons, persons_as_read};
use super::disclosure_rows::{RowRelations, rows_as_read};
use super::earlier_release::EarlierRelease;
use super::example_commune::{Lcg, act, commune, day};
use super::facts::{Facts, PersonFact};
use super::heading::RowHeading;
use super::release::*;
use super::release_tests::{Attack, Figures, figures, label, released};
use super::*;
use crate::record::{Category, Sex, Status};

/// A commune of which about one act and one person in `of` is left.
fn thinned(seed: u64, of: u64) -> Facts {
    let (mut random, mut facts) = (Lcg(seed), commune());
    facts.acts.retain(|_| random.below(of) == 0);
    facts.persons.retain(|_| random.below(of) == 0);
    facts.households.retain(|_| random.below(of) == 0);
    facts
}

/// A release of a period.
pub(super) fn released_of(facts: &Facts, period: &str, earlier: &[EarlierRelease]) -> ReportTables {
    let mut facts = facts.clone();
    select(&mut facts, &ReleasePeriod::parse(period).unwrap(), &ReleaseSettings::default());
    let label = ReleaseLabel { period: period.to_owned(), ..label() };
    protect_beside(tables(&facts, &ReportSettings::default()), label, earlier)
}

/// What later releases know of this one.
pub(super) fn earlier_release(released: &ReportTables) -> EarlierRelease {
    let period = ReleasePeriod::parse(&released.release.as_ref().unwrap().period);
    EarlierRelease::of(exact_years(released), period.map(|own| own.last), &aggregates(released))
}

const ACTS: [&str; 4] = ["acts_on_time", "acts_late", "acts_judged", "acts_delayed"];

/// Adds all sums that the tables of acts have in common.
fn add_sums(attack: &mut Attack) {
    let columns = ["acts_on_time", "acts_late", "acts_judged"];
    for (kind, has_rest) in [
        ("sex", true),
        ("category", true),
        ("quartier", false),
        ("declared_month", false),
        ("delay_days", false),
        ("born_year", false),
        ("born_quarter", false),
        ("declared_quarter", false),
        ("declared_half", false),
        ("declared_year", false),
    ] {
        attack.table(kind, columns, has_rest);
    }
    for columns in ["census_children", "under_five"]
        .map(|all| [format!("{all}_with_act"), format!("{all}_without_act"), all.to_owned()])
    {
        let columns = columns.each_ref().map(String::as_str);
        attack.table("quartier", columns, false);
        attack.table("sex", columns, true);
        attack.table("born_year", columns, false);
    }
    let keys: Vec<[String; 4]> = attack.index.keys().cloned().collect();
    let part_of = |code: &str, whole: &str| -> bool {
        let Some((year, part)) = code.split_once('-') else { return false };
        match whole.split_once('-') {
            None => year == whole,
            Some((own, half)) => {
                year == own
                    && part.starts_with('T')
                    && half == ["S1", "S1", "S2", "S2"][part[1..].parse::<usize>().unwrap() - 1]
            }
        }
    };
    for (whole, part) in [
        ("declared_year", "declared_half"),
        ("declared_year", "declared_quarter"),
        ("declared_half", "declared_quarter"),
        ("born_year", "born_quarter"),
    ] {
        for key in keys.iter().filter(|key| ACTS.contains(&key[0].as_str()) && key[3].starts_with(whole)) {
            let code = key[3].split('=').nth(1).unwrap();
            let parts = keys.iter().filter(|own| {
                own[0] == key[0] && own[3].strip_prefix(part).is_some_and(|own| part_of(&own[1..], code))
            });
            let parts: Vec<usize> = parts.map(|own| attack.index[own]).collect();
            attack.sum(Some(attack.index[key]), &parts, false);
        }
    }
    for key in keys.iter().filter(|key| key[0] == "acts_delayed") {
        let late = ["acts_late", &key[1], &key[2], &key[3]].map(str::to_owned);
        attack.sum(attack.index.get(&late).copied(), &[attack.index[key]], true);
    }
    for key in keys.iter().filter(|key| key[0].starts_with("under_five") && key[2].contains('/')) {
        let all =
            [&key[0].replace("under_five", "census_children"), &key[1], &key[2], &key[3]].map(|own| own.to_owned());
        attack.sum(attack.index.get(&all).copied(), &[attack.index[key]], true);
    }
}

/// Returns the hidden counts that a reader knows nearly: the key, and the ends of what it can be.
fn known(shown: &Figures, exact: &Figures, least: i64) -> Vec<([String; 4], i64, i64)> {
    let mut attack = Attack::new(shown);
    add_sums(&mut attack);
    attack.solve();
    let mut known = Vec::new();
    for (key, id) in &attack.index {
        let (low, high) = attack.ranges[*id];
        let Some(n) = exact[key].numerator else { continue };
        assert!((low..=high).contains(&n), "{key:?}: {n} is not in {low} to {high}");
        if shown[key].numerator.is_none() && n < 10 && high - low + 1 < least {
            known.push((key.clone(), low, high));
        }
    }
    known
}

#[test]
fn no_count_under_ten_of_a_small_commune_can_be_computed_from_the_sums_of_a_release() {
    let (mut n_hidden, mut n_withheld, mut n_shown) = (0, 0, 0);
    for (seed, of) in [(1, 2), (4, 8), (7, 60)] {
        let facts = thinned(seed, of);
        let exact = tables(&facts, &ReportSettings::default());
        let (folded, relations) = (FoldedPersons::of(&exact), RowRelations::of(&exact));
        let exact = figures(&exact);
        let released = released(&facts);
        let shown = figures(&released);
        let found = known(&shown, &exact, 3);
        assert!(found.is_empty(), "one in {of}: {found:?}");
        let readers = [
            acts_as_read(&released.births),
            persons_as_read(&released, &folded),
            rows_as_read(&released, &folded, &relations),
        ];
        for (part, mut reader) in readers.into_iter().enumerate() {
            reader.narrow();
            let known = (0..reader.ranges.len()).filter(|cell| reader.is_disclosed(*cell));
            let known: Vec<(i64, i64)> = known.map(|cell| reader.ranges[cell]).collect();
            assert!(known.is_empty(), "part {part} of one in {of}: {known:?}");
        }
        for own in shown.values().filter(|own| own.denominator.is_none()) {
            n_hidden += usize::from(own.status == "under-10");
            n_withheld += usize::from(own.status == "withheld" && exact_count(&exact, own));
            n_shown += usize::from(own.status == "shown" && exact_count(&exact, own));
        }
    }
    assert!(n_hidden > 300 && n_withheld > 50 && n_shown > 300, "{n_hidden} {n_withheld} {n_shown}");
}

fn exact_count(exact: &Figures, own: &Aggregate) -> bool {
    let key = [&own.indicator, &own.period, &own.area, &own.breakdown].map(String::clone);
    exact.get(&key).is_some_and(|own| own.numerator.is_some() && own.denominator.is_none())
}

#[test]
fn a_year_that_has_begun_is_rounded_as_its_months_and_so_is_the_sum_of_all_years() {
    let facts = thinned(9, 2);
    for period in ["2018-01", "2018-T1", "2018-05", "2018-S1", "2018-T3", "2018-11"] {
        let released = released_of(&facts, period, &[]);
        let births = &released.births;
        let year = births.by_declared_year.rows.iter().find(|row| row.heading == RowHeading::Year(2018)).unwrap();
        for n in [year.on_time, year.late, year.judged].into_iter().flatten() {
            assert!(n % 5 == 0 && n >= 10, "{period}: {n}");
        }
        let rows = births.by_declared_year.rows.iter().filter(|row| row.is_exact);
        let (n, late) = rows.fold((0, 0), |(n, late), row| (n + 1, late + row.late.unwrap()));
        assert!(n >= 5 && !year.is_exact, "{period}: {n}");
        // The sum of all years does not tell the last one apart, and does not look exact.
        let all = births.totals.all.late.unwrap();
        assert!(all.is_multiple_of(5) && all > late && !births.totals.all.is_exact, "{period}: {all}");
        let exact: Vec<i32> = exact_years(&released).into_keys().collect();
        assert_eq!(released.release.as_ref().unwrap().exact_years, exact);
    }
    assert!(released_of(&commune(), "2018-T4", &[]).births.totals.all.is_exact);
}

#[test]
fn a_year_of_few_late_acts_shows_none_of_its_acts_exactly() {
    let mut facts = commune();
    let is_of_2011 = |own: &ActFact| own.declared_on.is_some_and(|day| day.to_string().starts_with("2011"));
    facts.acts.retain(|own| !is_of_2011(own) || own.timeliness == crate::record::Timeliness::OnTime);
    facts.acts.extend((1..=3).map(|_| act(day("2011-11-05"), 200, Category::Judgment)));
    let (exact, shown) = (tables(&facts, &ReportSettings::default()), released(&facts));
    let row = |tables: &ReportTables| tables.births.by_declared_year.rows[0].clone();
    let (exact, shown) = (row(&exact), row(&shown));
    assert_eq!((exact.heading.code().as_str(), exact.late, shown.late), ("2011", Some(3), None));
    for n in [shown.on_time, shown.judged] {
        assert!(n.is_none_or(|n| n.is_multiple_of(5)), "{n:?}");
    }
}

#[test]
fn a_year_to_which_a_few_acts_came_is_rounded_beside_the_release_that_showed_it_exactly() {
    let facts = commune();
    let first = earlier_release(&released_of(&facts, "2018-T4", &[]));
    assert!(first.exact_years.contains_key(&2016));
    let with = |on_time: u64, late: u64| {
        let mut more = facts.clone();
        more.acts.extend((0..on_time).map(|_| act(day("2016-08-05"), 20, Category::Direct)));
        more.acts.extend((0..late).map(|_| act(day("2016-08-05"), 200, Category::Judgment)));
        exact_years(&released_of(&more, "2018-T4", std::slice::from_ref(&first))).contains_key(&2016)
    };
    assert_eq!([with(0, 0), with(60, 3), with(60, 0), with(5, 60), with(60, 12)], [true, false, false, false, true]);
}

#[test]
fn two_hidden_parts_of_a_whole_do_not_give_each_other_back() {
    let mut facts = commune();
    let child = facts.persons.iter().find(|own| own.is_resident() && own.census_age == Some(3)).cloned().unwrap();
    facts.persons.retain(|own| own.quartier != Some(7) || own.census_age.is_none_or(|age| age >= 18));
    facts.persons.extend((0..18).map(|n| PersonFact { quartier: Some(7), has_act: n % 2 == 0, ..child.clone() }));
    let released = released(&facts);
    let children = released.children.as_ref().unwrap();
    let row = children.by_quartier.rows.iter().find(|row| row.counts.heading.code() == "Esanga").unwrap();
    assert!(row.counts.is_withheld && row.counts.total.is_none() && row.interval.is_none(), "{:?}", row.counts);
    let shown = figures(&released);
    for indicator in ["census_children", "census_children_with_act", "rate_census_children_without_act"] {
        let key = [indicator, "all", "Kimbanseke/Esanga", "all"].map(str::to_owned);
        assert_eq!((shown[&key].value, shown[&key].status.as_str()), (None, "withheld"));
    }
    let page = render::html(&released, &crate::messages::Messages::new(crate::messages::Lang::En));
    let table = page.split("<caption id=\"t-children-quartier\">").nth(1).unwrap();
    let row = table.split("data-code=\"Esanga\"").nth(1).unwrap().split("</tr>").next().unwrap();
    assert!(row.contains(">c<") && !row.contains("&#60;10"), "{row}");
}

#[test]
fn rows_of_sheets_do_not_tell_how_many_live_in_a_quartier_of_few() {
    let mut facts = commune();
    let mut n = 0;
    facts.persons.retain(|own| {
        n += usize::from(own.quartier == Some(7));
        own.quartier != Some(7) || n <= 8
    });
    let own = facts.sheets_of_quartier.get_mut(&Some(7)).unwrap();
    (own.in_register, own.quarantined) = (10, 0);
    let shown = figures(&released(&facts));
    for indicator in ["rows_in_register", "rows_of_data", "rows_quarantined"] {
        let key = [indicator, "all", "Kimbanseke/Esanga", "all"].map(str::to_owned);
        assert_eq!((shown[&key].value, shown[&key].status.as_str()), (None, "withheld"), "{indicator}");
    }
    // A quartier without a sheet has no rows, and says so.
    let none = shown.values().filter(|own| own.indicator == "rows_of_data" && own.area.contains('/'));
    let values: BTreeSet<Option<i64>> = none.map(|own| own.numerator).collect();
    assert!(values.contains(&Some(0)) && values.len() > 20, "{values:?}");
    assert!(facts.persons.iter().any(|own| own.status == Status::Resident));
}

#[test]
fn the_years_of_a_quartier_do_not_give_each_other_back_beside_its_total() {
    let mut facts = commune();
    // A quartier of eighteen acts, nine of them in each of two years.
    facts.acts.retain(|own| {
        let year = own.declared_on.map(|day| day.year());
        own.quartier != Some(7) && (year == Some(2016) || year == Some(2017))
    });
    let of = |year: i32| (0..9).map(move |n| act(day(&format!("{year}-0{}-05", 1 + n)), 20, Category::Direct));
    facts.acts.extend(of(2016).chain(of(2017)).map(|own| ActFact { quartier: Some(7), ..own }));
    let shown = released(&facts);
    let row = shown.births.by_quartier.rows.iter().find(|row| row.heading.code() == "Esanga").unwrap();
    let (_, years) = shown.births.by_quartier_year.iter().find(|(quartier, _)| quartier == "Esanga").unwrap();
    let is_hidden = |code: &str| years.iter().any(|row| row.heading.code() == code && row.is_withheld);
    assert!(row.is_withheld || is_hidden("2016") || is_hidden("2017"), "{row:?} {years:?}");
    // The total of ten acts is withheld where it would tell how many of them are late.
    let mut few = commune();
    few.acts = (0..10).map(|n| act(day("2018-03-05"), if n < 2 { 200 } else { 20 }, Category::Direct)).collect();
    let all = released(&few).births.totals.all;
    let known = all.judged.zip(all.on_time).map(|(judged, on_time)| (judged + 2).saturating_sub(on_time.max(12) - 2));
    assert!(all.is_withheld || known.is_none_or(|n| n >= 4), "{all:?}");
}

#[test]
fn a_release_of_a_month_counts_as_a_part_of_its_quarter() {
    let mut facts = commune();
    let is_of_2015 = |own: &ActFact| own.declared_on.is_some_and(|day| day.to_string().starts_with("2015"));
    facts.acts.retain(|own| !is_of_2015(own) || own.timeliness == crate::record::Timeliness::OnTime);
    facts.acts.extend((0..40).map(|n| act(day(&format!("2015-0{}-05", 1 + n % 8)), 200, Category::Judgment)));
    facts.acts.push(act(day("2015-11-05"), 200, Category::Judgment));
    let first = earlier_release(&released_of(&facts, "2015-08", &[]));
    let is_exact = |earlier| exact_years(&released_of(&facts, "2016", earlier)).contains_key(&2015);
    // Beside the late acts until August, those of the whole year would tell how many came since: one.
    assert_eq!([is_exact(&[]), is_exact(&[first])], [true, false]);
}

#[test]
fn births_expected_of_hidden_children_are_hidden_and_children_that_are_withheld_stand_nowhere() {
    let settings = ReportSettings { survival: vec![0.3; 5], ..ReportSettings::default() };
    let (mut n_hidden, mut n_withheld) = (0, 0);
    for seed in 1..12 {
        let facts = thinned(seed, 14);
        let shown = protect_beside(tables(&facts, &settings), label(), &[]);
        let children = shown.children.iter().flat_map(|own| &own.by_born_year.rows);
        let withheld = children.filter(|row| row.counts.is_withheld).map(|row| row.counts.heading.clone());
        let withheld: Vec<RowHeading> = withheld.collect();
        for row in shown.coverage.iter().filter(|row| !row.is_published()) {
            assert!(row.population.is_some() || row.expected.is_none(), "{seed}: {} {:?}", row.year, row.expected);
            n_hidden += u32::from(row.population.is_none());
            if row.scenario.code() == "census-children" && withheld.contains(&RowHeading::Year(row.year)) {
                assert_eq!((row.population, row.is_withheld), (None, true));
                n_withheld += 1;
            }
        }
    }
    assert!(n_hidden > 0 && n_withheld > 0, "{n_hidden} {n_withheld}");
}

/// The residents of the quartier 7 are these: sex, age, how many. Everyone else has a sex and an age.
fn with_residents(groups: &[(Sex, i32, usize)]) -> Facts {
    let mut facts = commune();
    let child = facts.persons.iter().find(|own| own.is_resident() && own.census_age == Some(3)).cloned().unwrap();
    facts.persons.retain(|own| own.sex.is_some() && own.census_age.is_some() && own.quartier != Some(7));
    for (sex, age, n) in groups {
        let own = PersonFact {
            quartier: Some(7),
            sex: Some(*sex),
            census_age: Some(*age),
            born_year: child.born_year.map(|year| year + 3 - age),
            has_act: true,
            ..child.clone()
        };
        facts.persons.extend((0..*n).map(|_| own.clone()));
    }
    facts
}

#[test]
fn children_and_persons_by_sex_do_not_give_boys_and_girls_back() {
    use Sex::{Female, Male};
    // 18 children with a register are 9 boys and 9 girls; of about 15 females 13 and more women leave few girls.
    let of_children = [(Male, 3, 9), (Female, 3, 9), (Male, 40, 30), (Female, 40, 30)];
    let of_females = [(Male, 3, 30), (Female, 3, 3), (Male, 40, 30), (Female, 40, 13)];
    for (groups, other) in [(of_children, ["census_children", "all"]), (of_females, ["persons", "sex=F"])] {
        let shown = figures(&released(&with_residents(&groups)));
        let status = |indicator: &str, breakdown: &str| {
            let key = [indicator, "all", "Kimbanseke/Esanga", breakdown].map(str::to_owned);
            shown[&key].status.clone()
        };
        assert!(["withheld", "shown"].contains(&status(other[0], other[1]).as_str()));
        let of_group = ["women", "boys", "girls"].map(|code| status("residents", &format!("group={code}")));
        let is_withheld = of_group.iter().any(|own| own == "withheld") || status(other[0], other[1]) == "withheld";
        assert!(is_withheld, "{other:?}: {of_group:?}");
    }
    // Many more children than those give nothing back.
    let shown =
        figures(&released(&with_residents(&[(Male, 3, 30), (Female, 3, 30), (Male, 40, 30), (Female, 40, 30)])));
    let key = ["residents", "all", "Kimbanseke/Esanga", "group=boys"].map(str::to_owned);
    assert_eq!(shown[&key].numerator, Some(30));
}

#[test]
fn the_few_acts_between_two_rules_in_a_year_are_not_the_total_less_the_other_years() {
    use super::timeliness::{OtherRule, OtherYear, TimelinessRow, TimelinessTable};
    let own = tables(&commune(), &ReportSettings::default()).births.by_declared_year;
    let row = |heading: RowHeading, on_time: u64| TimelinessRow {
        on_time: Some(on_time),
        late: Some(12),
        judged: Some(on_time + 12),
        is_exact: true,
        heading,
        ..own.rows[0].clone()
    };
    let year = |heading: RowHeading, on_time: Option<u64>| OtherYear { heading, on_time, judged: Some(100) };
    let withheld = |years: &[(i32, u64, Option<u64>, i64)], total: (u64, u64)| {
        let rows = years.iter().map(|(own, n, ..)| row(RowHeading::Year(*own), *n)).collect();
        let applied = TimelinessTable { by: own.by, rows, total: row(RowHeading::All, total.0) };
        let by_year = years.iter().map(|(own, _, other, _)| year(RowHeading::Year(*own), *other)).collect();
        let mut other = OtherRule { periods: Vec::new(), by_year, total: year(RowHeading::All, Some(total.1)) };
        let differences: Vec<i64> = years.iter().map(|(.., n)| *n).collect();
        super::disclosure::withhold_other_years(&mut other, &applied, &differences);
        let shown: Vec<bool> = other.by_year.iter().map(|own| own.on_time.is_some()).collect();
        (shown, other.total.on_time.is_some())
    };
    // Nine acts differ in 2017 alone: the total goes.
    assert_eq!(withheld(&[(2016, 50, Some(50), 0), (2017, 57, None, 9)], (107, 98)), (vec![true, false], false));
    // With another year that differs by more, that year goes, and the total stays.
    let years = [(2016, 50, Some(50), 0), (2017, 57, None, 9), (2018, 74, Some(45), 30)];
    assert_eq!(withheld(&years, (181, 140)), (vec![true, false, false], true));
    // Two years that nobody can tell apart stay hidden as they are.
    let years = [(2016, 50, None, 5), (2017, 57, None, 5), (2018, 74, Some(45), 30)];
    assert!(withheld(&years, (181, 140)).1);
    // Nothing is hidden as few: all stays.
    let years = [(2016, 50, Some(50), 0), (2018, 74, Some(45), 30)];
    assert_eq!(withheld(&years, (124, 95)), (vec![true, true], true));
}
