//! Invariants of linking a commune's rows: rows of one fiche are different persons, twins stay two, decisions outrank scores.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::link::interface::LinkOutcome;
use crate::record::{PartialDate, PersonName, QuartierId, RowAt, Sex, Text};

fn row(index: u32, fiche: u32, [nom, postnom, prenom]: [&str; 3], born: (i32, u32, u32)) -> CleanRow {
    CleanRow {
        at: RowAt { file: fiche, sheet: 0, row: index + 2 },
        key: u64::from(index) * 7919,
        fiche: Some(fiche),
        name: PersonName { nom: nom.into(), postnom: postnom.into(), prenom: prenom.into() },
        generation: None,
        sex: Some(Sex::Female),
        born: NaiveDate::from_ymd_opt(born.0, born.1, born.2).map(PartialDate::day),
        birth_place: "Kinshasa".into(),
        quartier: Some(QuartierId(3)),
        relation: None,
        marital_status: None,
        occupation: Text::default(),
        seen_in: Some(2017),
        act: None,
        event: None,
    }
}

fn fiche(number: u32) -> Fiche {
    Fiche {
        at: RowAt { file: number, sheet: 0, row: 2 },
        number: number.to_string().into(),
        quartier: Some(QuartierId(3)),
        avenue: "Bobozo".into(),
        parcel: "12".into(),
        round: Some(2017),
    }
}

/// Rows of a few fiches, so similar that nearly every pair agrees, and random decisions.
fn crowded() -> impl Strategy<Value = (Vec<CleanRow>, Vec<PairDecision>)> {
    let names = prop::sample::select(vec!["MBALA", "MBALAA", "NSIMBA", "NZUZI", "ILUNGA"]);
    let firsts = prop::sample::select(vec!["Ruth", "Ruht", "Esther", ""]);
    let one = (names.clone(), names, firsts, 1_u32..3, 1_u32..3, 0_u32..5);
    prop::collection::vec(one, 2..40).prop_flat_map(|people| {
        let of_one = |(index, (nom, postnom, prenom, month, day, fiche))| {
            row(index, fiche, [nom, postnom, prenom], (1990, month, day))
        };
        let rows: Vec<CleanRow> = (0..).zip(people).map(of_one).collect();
        let n = rows.len() as u32;
        let decision = (0..n, 0..n, any::<bool>()).prop_filter("two rows", |(a, b, _)| a != b);
        let decisions = prop::collection::vec(decision.prop_map(|(a, b, same)| PairDecision { a, b, same }), 0..4);
        (Just(rows), decisions)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_of_a_fiche_are_never_one_person((rows, decisions) in crowded()) {
        let fiches: Vec<Fiche> = (0..5).map(fiche).collect();
        let linked = link(&rows, &fiches, &decisions, None, &LinkSettings::default());
        let mut row_of: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for (row, cluster) in rows.iter().zip(&linked.cluster_of) {
            let fiche = row.fiche.unwrap_or(u32::MAX);
            prop_assert_eq!(row_of.insert((*cluster, fiche), row.at.row), None, "two rows of fiche {} in one cluster", fiche);
        }
    }
}

#[test]
fn twins_listed_twice_stay_two_persons() {
    let of_two = [
        [["NSIMBA", "MBALA", "Ruth"], ["NZUZI", "MBALA", "Rachel"]],
        [["KAPINGA", "MUYA", "Grace"], ["KAPINGE", "MUYA", "Gloire"]],
    ];
    // Each two stand in two fiches.
    let names = of_two.into_iter().flat_map(|two| [two, two].concat());
    let rows: Vec<CleanRow> = (0..).zip(names).map(|(n, name)| row(n, n / 2, name, (2004, 5, 17))).collect();
    let fiches: Vec<Fiche> = (0..4).map(fiche).collect();
    let linked = link(&rows, &fiches, &[], None, &LinkSettings::default());
    assert_eq!(linked.cluster_of, [0, 1, 0, 1, 4, 5, 4, 5]);
}

#[test]
fn a_decision_outranks_the_score() {
    let rows = [
        row(0, 0, ["MATONDO", "MBALA", "Ruth"], (1991, 4, 12)),
        row(1, 1, ["MATONDO", "MBALA", "Ruth"], (1991, 4, 12)),
        row(2, 2, ["ILUNGA", "ZOLA", "David"], (1950, 1, 30)),
    ];
    let fiches: Vec<Fiche> = (0..3).map(fiche).collect();
    let decisions = [PairDecision { a: 1, b: 0, same: false }, PairDecision { a: 0, b: 2, same: true }];
    let linked = link(&rows, &fiches, &decisions, None, &LinkSettings::default());
    assert_eq!(linked.cluster_of, [0, 1, 0]);
    let outcomes: Vec<_> = linked.links.iter().map(|link| (link.a, link.b, link.decision, link.outcome)).collect();
    assert!(outcomes.contains(&(0, 1, Some(false), LinkOutcome::DecidedApart)), "{outcomes:?}");
    assert!(outcomes.contains(&(0, 2, Some(true), LinkOutcome::Linked)), "{outcomes:?}");
}
