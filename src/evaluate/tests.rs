//! Scores of small registers, counted by hand.

use std::collections::BTreeMap;

use super::differences::Difference;
use super::errors::{Cause, ErrorKind};
use super::pairs::PairScores;
use super::register::{RegisterView, Scores, evaluate};
use super::truth::{TrueRow, Truth};
use crate::store::{BirthRow, LineageRow, LinkRow, PersonRow};

fn row(row: i64, person: &str, expect: &str) -> TrueRow {
    TrueRow { file: "a.csv".into(), sheet: String::new(), row, person: person.into(), expect: expect.into() }
}

fn outcome(row: i64, outcome: &str, person: Option<&str>, rule: Option<&str>) -> LineageRow {
    LineageRow {
        file: "census/a.csv".into(),
        row,
        kind: "census".into(),
        outcome: outcome.into(),
        person_id: person.map(str::to_owned),
        rule: rule.map(str::to_owned),
        ..LineageRow::default()
    }
}

fn link(a: i64, b: i64, probability: f64, decided_by: &str, levels: &[(&str, &str)]) -> LinkRow {
    let comparisons: serde_json::Map<String, serde_json::Value> = levels
        .iter()
        .map(|(name, level)| ((*name).to_owned(), serde_json::json!({ "level": level, "weight": 1.5 })))
        .collect();
    LinkRow {
        file_a: "census/a.csv".into(),
        row_a: a,
        file_b: "census/a.csv".into(),
        row_b: b,
        match_probability: probability,
        comparisons: serde_json::Value::Object(comparisons).to_string(),
        decided_by: decided_by.into(),
        ..LinkRow::default()
    }
}

fn person(id: &str, names: [&str; 3], quartier: &str) -> PersonRow {
    let [nom, postnom, prenom] = names.map(str::to_owned);
    PersonRow {
        person_id: id.into(),
        nom,
        postnom,
        prenom,
        quartier: Some(quartier.into()),
        born_on: "1990-05-12".parse().ok(),
        born_on_precision: "day".into(),
        ..PersonRow::default()
    }
}

/// Scores of rows of `a.csv` from 2 on, given true and registered person (`-`: quarantined).
fn scores(rows: &[(&str, &str)], twins: &[(&str, &str)], links: &[LinkRow], persons: &[PersonRow]) -> Scores {
    let numbered = || (2_i64..).zip(rows);
    let census = numbered().map(|(number, (person, _))| row(number, person, "")).collect();
    let lineage: Vec<LineageRow> = numbered()
        .map(|(number, (_, found))| match *found {
            "-" => outcome(number, "quarantined", None, Some("two-heads")),
            found => outcome(number, "registered", Some(found), None),
        })
        .collect();
    let twins = twins.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let truth = Truth::Commune { census, births: None, twins: Some(twins) };
    evaluate(&truth, &RegisterView { lineage: &lineage, persons, births: &[], links, links_from: 0.1 })
}

fn kind(kinds: &[ErrorKind], cause: Cause) -> (u64, BTreeMap<Difference, u64>) {
    let kind = kinds.iter().find(|kind| kind.cause == cause).unwrap();
    (kind.pairs, kind.differing.clone())
}

#[test]
fn each_kind_of_loss_is_counted() {
    let mut census: Vec<TrueRow> = (2..).zip(["1", "1", "2", "3", "4", "5"]).map(|(n, of)| row(n, of, "")).collect();
    census[3].expect = "future_date".into();
    let twins = vec![("2".into(), "4".into()), ("4".into(), "2".into())];
    let truth = Truth::Commune { census, births: Some(Vec::new()), twins: Some(twins) };
    let registered = |(number, person)| outcome(number, "registered", Some(person), None);
    let mut lineage: Vec<LineageRow> = (1..).zip(["H", "A", "B", "C"]).map(registered).collect();
    lineage.push(outcome(5, "quarantined", None, Some("impossible-date")));
    lineage.push(outcome(6, "merged", Some("C"), None));
    let register = RegisterView { lineage: &lineage, persons: &[], births: &[], links: &[], links_from: 0.1 };
    let scores = evaluate(&truth, &register);
    assert_eq!((scores.rows_without_outcome, scores.no_data_registered), (1, Some(1)));
    assert_eq!((scores.good_rows, scores.good_rows_kept), (5, 4));
    assert_eq!((scores.bad_rows, scores.bad_rows_quarantined, scores.bad_rows_by_the_right_rule), (1, 1, 0));
    assert_eq!((scores.census_pairs.truth, scores.census_pairs.found, scores.census_pairs.both), (1, 1, 0));
    assert_eq!((scores.twins, scores.twins_merged), (Some(1), Some(1)));
    assert_eq!((scores.persons_true, scores.persons_found, scores.persons_ratio), (4, 3, Some(0.75)));
    assert_eq!((scores.errors.false_pairs, scores.errors.missed_pairs), (1, 1));
    // {2 3} is split, {4} and {6} are joined, {7} has no outcome and is alone.
    assert_eq!(scores.clusters.clusters, PairScores::new(4, 4, 1));
}

#[test]
fn a_score_without_truth_is_null_and_not_zero() {
    let act =
        LineageRow { file: "births/b.csv".into(), kind: "birth".into(), ..outcome(9, "registered", Some("A"), None) };
    let lineage = [outcome(2, "registered", Some("A"), None), act.clone()];
    let births = [BirthRow { file: act.file.clone(), row: 9, timeliness: "late".into(), ..BirthRow::default() }];
    let register = RegisterView { lineage: &lineage, persons: &[], births: &births, links: &[], links_from: 0.1 };
    let truth = Truth::Commune { census: vec![row(2, "1", "")], births: None, twins: None };
    let scores = evaluate(&truth, &register);
    assert_eq!(scores.no_data_registered, Some(0), "the act is not judged");
    assert_eq!((scores.act_pairs, scores.act_census_pairs), (None, None));
    let counts = [scores.acts, scores.acts_classed_otherwise, scores.twins, scores.twins_merged];
    assert_eq!(counts, [None; 4]);
    assert!(scores.errors.false_kinds.iter().all(|kind| kind.cause != Cause::Twin));

    // A table of some rows: the register gives their kinds, and rows it does not name may be data.
    let of_act = TrueRow { file: "births/b.csv".into(), ..row(9, "1", "on_time") };
    let scores = evaluate(&Truth::Some(vec![of_act.clone(), row(2, "1", "")]), &register);
    assert_eq!((scores.no_data_registered, scores.rows_without_outcome), (None, 0));
    assert_eq!(scores.act_census_pairs, Some(PairScores::new(1, 1, 1)));
    assert_eq!((scores.acts, scores.acts_classed_otherwise), (Some(1), Some(1)));
    // A path names one file, a name alone any file of that name.
    let elsewhere = TrueRow { file: "census/b.csv".into(), ..of_act };
    assert_eq!(evaluate(&Truth::Some(vec![elsewhere]), &register).rows_without_outcome, 1);
}

#[test]
fn false_pairs_are_classified_by_cause() {
    // A: twins 1 and 2. B: 3 and 4 with one name. C: 5, 6 and 7, where 6 joins the others.
    let rows = [("1", "A"), ("2", "A"), ("3", "B"), ("4", "B"), ("5", "C"), ("6", "C"), ("7", "C")];
    let names_agree = [("nom", "same"), ("postnom", "missing"), ("prenom", "same_sound"), ("born_on", "same_day")];
    let links = [
        link(2, 3, 0.99, "score", &names_agree),
        link(4, 5, 0.95, "score", &[&names_agree[..], &[("company", "other_quartier")]].concat()),
        link(6, 7, 0.95, "score", &[("nom", "same"), ("prenom", "different"), ("born_on", "slip")]),
        link(7, 8, 0.95, "score", &[("nom", "slip"), ("prenom", "initial")]),
    ];
    let persons = [person("A", ["X", "", "Y"], "Boma"), person("B", ["X", "", "Y"], "Boma")];
    let scores = scores(&rows, &[("2", "1")], &links, &persons);
    let of = |cause| kind(&scores.errors.false_kinds, cause);
    assert_eq!(of(Cause::Twin), (1, BTreeMap::from([(Difference::NameSpeltOtherwise, 1)])));
    assert_eq!(of(Cause::Homonym), (1, BTreeMap::from([(Difference::Several, 1)])));
    assert_eq!(of(Cause::SameHousehold), (0, BTreeMap::new()));
    let others = [(Difference::Several, 1), (Difference::NameSpeltOtherwise, 1), (Difference::Unknown, 1)];
    assert_eq!(of(Cause::OtherJoined), (3, BTreeMap::from(others)));
    assert_eq!((scores.errors.false_pairs, scores.errors.missed_pairs), (5, 0));
    assert_eq!((scores.twins, scores.twins_merged), (Some(1), Some(1)));
}

#[test]
fn the_household_of_a_false_pair_comes_from_the_register() {
    let of_household = |number, household: &str| LineageRow {
        household_id: Some(household.into()),
        ..outcome(number, "registered", Some("A"), None)
    };
    let lineage = [of_household(2, "M"), of_household(3, "M"), of_household(4, "N")];
    let truth = Truth::Some(vec![row(2, "1", ""), row(3, "2", ""), row(4, "3", "")]);
    let register = RegisterView { lineage: &lineage, persons: &[], births: &[], links: &[], links_from: 0.1 };
    let scores = evaluate(&truth, &register);
    assert_eq!(kind(&scores.errors.false_kinds, Cause::SameHousehold).0, 1);
    assert_eq!(kind(&scores.errors.false_kinds, Cause::OtherJoined).0, 2);
}

#[test]
fn missed_pairs_are_classified_by_cause() {
    // 1 is quarantined; 2 has no link and moved; 3 a rule, the date; 4 a person, nothing differs; 5 too weak, no
    // post-nom on one side.
    let found = [["A", "-"], ["B", "C"], ["D", "E"], ["F", "G"], ["H", "I"]];
    let two = |(person, found): (&'static str, [&'static str; 2])| found.map(|found| (person, found));
    let rows: Vec<(&str, &str)> = ["1", "2", "3", "4", "5"].into_iter().zip(found).flat_map(two).collect();
    let same = [("nom", "same"), ("prenom", "same"), ("postnom", "missing"), ("born_on", "same_day")];
    let links = [
        link(6, 7, 0.99, "rule", &[("nom", "same"), ("prenom", "same"), ("born_on", "near_year")]),
        link(8, 9, 0.99, "person", &same),
        link(11, 10, 0.4, "score", &same),
    ];
    let both = ["X", "", "Y"];
    let mut persons: Vec<PersonRow> = ["D", "E", "F", "G", "I"].map(|id| person(id, both, "Boma")).into();
    persons.push(person("B", ["X", "Z", "Yé"], "Boma"));
    persons.push(person("C", ["X", "Z", "YE"], "Biyela"));
    persons.push(person("H", ["X", "Z", "Y"], "Boma"));
    let scores = scores(&rows, &[], &links, &persons);
    let of = |cause| kind(&scores.errors.missed_kinds, cause);
    let one = |difference| (1, BTreeMap::from([(difference, 1)]));
    assert_eq!(of(Cause::LeftOut), one(Difference::Unknown));
    assert_eq!(of(Cause::NotCompared), one(Difference::Moved));
    assert_eq!(of(Cause::SetAsideByRule), one(Difference::BirthDate));
    assert_eq!(of(Cause::SetAsideByPerson), one(Difference::NoneOfThese));
    assert_eq!(of(Cause::BelowThreshold), one(Difference::NamePartMissing));
    assert_eq!((scores.errors.false_pairs, scores.errors.missed_pairs), (0, 5));
    // The calibration excludes a person's decision; a true pair without a stored link is missed at every threshold.
    assert_eq!(scores.links.calibration.pairs, 2);
    let at = |place: usize| (scores.links.by_threshold[place].threshold, scores.links.by_threshold[place].pairs);
    assert_eq!(at(0), (0.1, PairScores::new(5, 3, 3)));
    assert_eq!(at(2), (0.5, PairScores::new(5, 2, 2)));
}

#[test]
fn all_pairs_between_two_groups_count_under_their_strongest_link() {
    // One person: rows 2 and 3 in A, rows 4, 5 and 6 in B; two links between them, the second the stronger.
    let rows = [("1", "A"), ("1", "A"), ("1", "B"), ("1", "B"), ("1", "B")];
    let links = [
        link(2, 4, 0.3, "score", &[("nom", "slip")]),
        link(6, 3, 0.97, "rule", &[("nom", "same"), ("born_on", "slip")]),
        link(2, 3, 0.99, "score", &[]),
    ];
    let scores = scores(&rows, &[], &links, &[]);
    let by_rule = kind(&scores.errors.missed_kinds, Cause::SetAsideByRule);
    assert_eq!(by_rule, (6, BTreeMap::from([(Difference::BirthDate, 6)])));
    let example = &scores.errors.missed_kinds[2].examples[0];
    assert_eq!((example.a.row, example.b.row, example.pairs), (3, 6, 6));
    assert_eq!(scores.census_pairs, PairScores::new(10, 4, 4));
}

proptest::proptest! {
    #[test]
    fn every_wrong_pair_has_one_cause(
        rows in proptest::collection::vec((0_usize..5, 0_usize..6), 0..30),
        linked in proptest::collection::vec((2_i64..32, 2_i64..32, 0.0_f64..1.0, 0_usize..3), 0..40),
    ) {
        let rows: Vec<(&str, &str)> =
            rows.iter().map(|(person, found)| (["1", "2", "3", "4", "5"][*person], ["A", "B", "C", "D", "E", "-"][*found])).collect();
        let links: Vec<LinkRow> = linked
            .iter()
            .filter(|(a, b, ..)| a != b)
            .map(|(a, b, p, by)| link(*a, *b, *p, ["score", "rule", "person"][*by], &[("nom", "same")]))
            .collect();
        let scores = scores(&rows, &[("1", "2")], &links, &[person("A", ["X", "", ""], "Boma")]);
        let pairs = scores.clusters.pairs;
        proptest::prop_assert_eq!(scores.errors.false_pairs, pairs.found - pairs.both);
        proptest::prop_assert_eq!(scores.errors.missed_pairs, pairs.truth - pairs.both);
        for kind in scores.errors.false_kinds.iter().chain(&scores.errors.missed_kinds) {
            proptest::prop_assert_eq!(kind.differing.values().sum::<u64>(), kind.pairs);
        }
        proptest::prop_assert_eq!(pairs, scores.census_pairs);
    }
}
