//! Attacks on releases: what intervals give back, what one person moves, what a month with one new resident shows.

use std::collections::BTreeSet;

use super::example_commune::{Lcg, act, commune, day};
use super::facts::{Facts, PersonFact};
use super::register_window::RegisterSummary;
use super::release_state::{PartChanges, ReleaseFingerprint, ReleasedFacts};
use super::release_tests::{Figures, figures, random_person, released, small_commune};
use super::*;
use crate::record::Category;

#[test]
fn the_ends_of_intervals_give_no_hidden_count_back() {
    let mut facts = commune();
    for (index, person) in facts.persons.iter_mut().enumerate() {
        // One child in thirteen has no act, and linking is certain: the interval is narrow.
        (person.act_probability, person.has_act) = if index % 13 == 0 { (0.0, false) } else { (1.0, true) };
    }
    let (exact, shown) = (figures(&tables(&facts, &ReportSettings::default())), figures(&released(&facts)));
    let count = |figures: &Figures, indicator: &str, key: &[String; 4]| {
        let mut own = key.clone();
        own[0] = indicator.to_owned();
        figures.get(&own).and_then(|own| own.numerator)
    };
    let (mut n_hidden, mut n_found) = (0, 0);
    for (key, own) in shown.iter().filter(|(key, _)| key[0] == "census_children_without_act") {
        let Some(total) = count(&shown, "census_children", key).filter(|_| own.numerator.is_none()) else { continue };
        n_hidden += 1;
        let mut end = key.clone();
        end[0] = "rate_census_children_without_act_high".to_owned();
        let Some(high) = shown.get(&end).and_then(|own| own.value) else { continue };
        // The fraction of a possible count and a possible total that is nearest below the end.
        let fractions = (total - 2..=total + 2).flat_map(|whole| (0..10).map(move |part| (part, whole)));
        let apart = |(part, whole): &(i64, i64)| high - *part as f64 / *whole as f64;
        let possible = fractions.filter(|own| apart(own) >= -5e-4);
        let guess = possible.min_by(|a, b| apart(a).total_cmp(&apart(b))).map(|(part, _)| part);
        n_found += u32::from(guess == count(&exact, "census_children_without_act", key));
    }
    assert!(n_hidden >= 10 && n_found * 4 <= n_hidden, "{n_found} of {n_hidden}");
}

/// Figures of the whole commune, or of counts that are rounded and not shown.
fn is_of_commune(indicator: &str) -> bool {
    let starts = ["births_", "whipple", "myers", "age_digit", "sex_ratio", "coverage", "mean_household"];
    starts.iter().any(|start| indicator.starts_with(start))
}

#[test]
fn a_figure_moves_only_with_a_count_of_its_own_place() {
    let base = small_commune();
    let released_base = released(&base);
    let before = figures(&released_base);
    let errors = |tables: &ReportTables| tables.children.as_ref().and_then(|children| children.link_errors);
    let mut random = Lcg(7);
    let (mut n_still, mut n_moved) = (0, 0);
    for _ in 0..30 {
        let mut facts = base.clone();
        let mut child = random_person(&mut random, &facts);
        let age = random.below(8) as i32;
        (child.born_year, child.census_age) = (Some(2018 - age), Some(age));
        child.has_act = random.below(2) == 0;
        facts.persons.push(child);
        let released_now = released(&facts);
        // The mean errors of linking are those of the whole commune: they move the ends of every quartier at once.
        let are_ends_moved = errors(&released_now) != errors(&released_base);
        let after = figures(&released_now);
        let moved: Vec<&[String; 4]> =
            before.iter().filter(|(key, own)| after[*key].value != own.value).map(|(key, _)| key).collect();
        let is_count = |key: &[String; 4]| {
            let own = [&before, &after].map(|figures| (figures[key].numerator, figures[key].denominator));
            own.iter().any(|own| own.0.is_some()) && own.iter().all(|own| own.1.is_none())
        };
        let areas: BTreeSet<&String> = moved.iter().filter(|key| is_count(key)).map(|key| &key[2]).collect();
        let is_end = |key: &[String; 4]| key[0].ends_with("_low") || key[0].ends_with("_high");
        let others = moved.iter().filter(|key| !is_count(key) && !is_of_commune(&key[0]));
        let others = others.filter(|key| !(are_ends_moved && is_end(key)));
        for key in others {
            n_moved += 1;
            assert!(areas.contains(&key[2]), "{key:?} moved without a count: {:?} {:?}", before[*key], after[*key]);
        }
        n_still += u32::from(moved.is_empty());
    }
    assert!(n_still > 0 && n_moved > 0, "{n_still} {n_moved}");
}

/// A month: a hundred acts, whose children are residents, and one new resident.
fn next_month(facts: &Facts, target: &PersonFact, random: &mut Lcg) -> Facts {
    let mut next = facts.clone();
    for _ in 0..100 {
        // Of a year whose register was read before: another one would bring its children into the figures.
        let day = chrono::NaiveDate::from_yo_opt(2012, 1 + random.below(365) as u32).unwrap();
        let quartier = Some(random.below(46) as u16);
        next.acts.push(act(day, random.below(80), Category::Direct));
        if let Some(act) = next.acts.last_mut() {
            act.quartier = quartier;
        }
    }
    // Their acts are linked: more than enough persons change, and one alone is new.
    let without = next.persons.iter_mut().filter(|person| !person.has_act);
    without.take(100).for_each(|person| person.has_act = true);
    next.persons.push(target.clone());
    next
}

#[test]
fn a_month_of_acts_with_one_new_resident_shows_the_residents_of_the_release_before() {
    let base = small_commune();
    let before = figures(&released(&base));
    let state = ReleaseFingerprint::of(&base);
    let registers = RegisterSummary::of(&tables(&base, &ReportSettings::default()).births);
    let stored = serde_json::to_vec(&ReleasedFacts::of(&base).with_registers(registers)).unwrap();
    let stored: ReleasedFacts = serde_json::from_slice(&stored).unwrap();
    let mut random = Lcg(23);
    for _ in 0..20 {
        let target = random_person(&mut random, &base);
        let mut facts = next_month(&base, &target, &mut random);
        let own = ReleaseFingerprint::of(&facts).changes_of_parts(&state);
        assert_eq!(own, PartChanges { residents: 1, acts: 100, period: 0 });
        stored.restore_persons(&mut facts);
        let restored = ReleaseFingerprint::of(&facts).changes_of_parts(&state);
        assert_eq!(restored, PartChanges { residents: 0, acts: 100, period: 0 });
        let after = figures(&released(&facts));
        let of_residents =
            ["persons", "residents", "households", "census_", "share_covered", "under_five", "rate_census", "mean_"];
        for (key, own) in &before {
            if of_residents.iter().any(|start| key[0].starts_with(start)) {
                assert_eq!(own.value, after[key].value, "{key:?}");
            }
        }
        let of_acts = before.iter().filter(|(key, own)| key[0] == "acts_judged" && after[*key].value != own.value);
        assert!(of_acts.count() > 3);
    }
}

#[test]
fn stored_acts_give_the_same_figures() {
    let base = small_commune();
    let mut facts = base.clone();
    facts.acts.truncate(900);
    ReleasedFacts::of(&base).restore_acts(&mut facts);
    assert_eq!(facts.acts, base.acts);
    assert_eq!(figures(&released(&facts)), figures(&released(&base)));
}

#[test]
fn a_correction_of_many_does_not_cover_the_one_that_was_added() {
    let base = small_commune();
    let state = ReleaseFingerprint::of(&base);
    let mut facts = base.clone();
    // Sixty acts get another category, one act is new.
    facts.acts.iter_mut().take(60).for_each(|act| act.category = Category::Judgment);
    facts.acts.push(act(day("2018-05-01"), 10, Category::Direct));
    assert_eq!(ReleaseFingerprint::of(&facts).changes_of_parts(&state).acts, 1);
    // The mother of one child becomes known.
    let mut facts = base.clone();
    facts.acts.iter_mut().find(|act| act.mother_age.is_none() && !act.is_duplicate).unwrap().mother_age = Some(33);
    assert_eq!(ReleaseFingerprint::of(&facts).changes_of_parts(&state).acts, 1);
    // Two residents who change places are two changes, although each quartier has as many as before.
    let mut facts = base.clone();
    let residents: Vec<usize> = (0..facts.persons.len()).filter(|index| facts.persons[*index].is_resident()).collect();
    let other = |index: &&usize| {
        let (own, first) = (&facts.persons[**index], &facts.persons[residents[0]]);
        own.quartier != first.quartier && own.sex != first.sex
    };
    let second = *residents.iter().find(other).unwrap();
    let quartier = facts.persons[residents[0]].quartier;
    facts.persons[residents[0]].quartier = facts.persons[second].quartier;
    facts.persons[second].quartier = quartier;
    assert_eq!(ReleaseFingerprint::of(&facts).changes_of_parts(&state).residents, 2);
}
