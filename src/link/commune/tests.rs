//! Invariants of linking a commune's rows: rows of one fiche are different persons, twins stay two, decisions outrank
//! scores.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::link::contradiction::Contradiction;
use crate::link::interface::LinkOutcome;
use crate::record::test_rows::clean_row;
use crate::record::{
    ActRef, ActRow, Category, GenerationMark, PartialDate, PersonName, QuartierId, Relation, RowAt, Sex, Text, TwinMark,
};

fn row(index: u32, fiche: u32, [nom, postnom, prenom]: [&str; 3], born: (i32, u32, u32)) -> CleanRow {
    CleanRow {
        at: RowAt { file: fiche, sheet: 0, row: index + 2 },
        fiche: Some(fiche),
        name: PersonName { nom: nom.into(), postnom: postnom.into(), prenom: prenom.into() },
        sex: Some(Sex::Female),
        born: NaiveDate::from_ymd_opt(born.0, born.1, born.2).map(PartialDate::day),
        birth_place: "Kinshasa".into(),
        quartier: Some(QuartierId(3)),
        ..clean_row(0, u64::from(index) * 7919)
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

/// The outcome of two rows in two fiches of one round, after changes to both.
fn outcome(change: impl Fn(&mut CleanRow, &mut CleanRow)) -> Option<LinkOutcome> {
    let mut rows = [0, 1].map(|n| row(n, n, ["MATONDO", "MBALA", "Ruth"], (1991, 4, 12)));
    let [a, b] = &mut rows;
    change(a, b);
    let linked = link(&rows, &[fiche(0), fiche(1)], &[], None, &LinkSettings::default());
    assert_eq!(linked.cluster_of[1] == 0, linked.links.first().is_some_and(|link| link.outcome == LinkOutcome::Linked));
    linked.links.first().map(|link| link.outcome)
}

/// The contradiction of the two rows of [`outcome`], whose households share nobody.
fn contradiction_of(change: impl Fn(&mut CleanRow, &mut CleanRow)) -> Option<Contradiction> {
    let mut rows = [0, 1].map(|n| row(n, n, ["MATONDO", "MBALA", "Ruth"], (1991, 4, 12)));
    let [a, b] = &mut rows;
    change(a, b);
    let profiles = profile_builder::build(&rows, &[fiche(0), fiche(1)]);
    contradictions::contradiction(&profiles, Some(&Households::default()), 0, 1)
}

fn day(year: i32, month: u32, day: u32) -> Option<PartialDate> {
    NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::day)
}

#[test]
fn a_contradiction_is_never_outweighed() {
    let apart = |contradiction| Some(LinkOutcome::Contradicted(contradiction));
    let heads =
        |a: &mut CleanRow, b: &mut CleanRow| (a.relation, b.relation) = (Some(Relation::Head), Some(Relation::Head));
    assert_eq!(outcome(|_, _| {}), Some(LinkOutcome::Linked));
    assert_eq!(outcome(|_, b| b.born = day(1993, 9, 27)), apart(Contradiction::Dates));
    assert_eq!(outcome(|_, b| b.born = day(2041, 4, 12)), apart(Contradiction::Dates));
    let about = |year| PartialDate::year_only(year, true);
    assert_eq!(outcome(|a, b| (a.born, b.born) = (about(1950), about(1961))), apart(Contradiction::Ages));
    assert_eq!(outcome(|_, b| b.born = PartialDate::year_only(1994, false)), apart(Contradiction::Ages));
    assert_eq!(outcome(|_, b| b.sex = Some(Sex::Male)), apart(Contradiction::Sexes));
    let child = |a: &mut CleanRow, b: &mut CleanRow| {
        (a.relation, a.born) = (Some(Relation::Head), None);
        (b.relation, b.born) = (Some(Relation::Child), day(2009, 4, 12));
    };
    assert_eq!(outcome(child), apart(Contradiction::HeadAndChild));
    let marks = |a: &mut CleanRow, b: &mut CleanRow| {
        (a.generation, b.generation) = (Some(GenerationMark::Elder), Some(GenerationMark::Younger));
    };
    assert_eq!(outcome(marks), apart(Contradiction::GenerationMarks));
    assert_eq!(outcome(heads), Some(LinkOutcome::Linked), "a man of two homes");
    let heads_without_date = |a: &mut CleanRow, b: &mut CleanRow| {
        heads(a, b);
        (a.born, b.born, b.quartier) = (None, None, Some(QuartierId(7)));
    };
    assert_eq!(outcome(heads_without_date), apart(Contradiction::TwoHeads));
}

#[test]
fn an_act_needs_the_date_of_its_birth() {
    let act = |row: &mut CleanRow, year| {
        let father = "MBALA KIALA".into();
        row.fiche = None;
        row.seen_in = Some(year);
        let act = Some(ActRef { number: 87, year: Some(year), typed: format!("87/{year}") });
        let declared_on = NaiveDate::from_ymd_opt(year, 12, 20);
        row.act = Some(Box::new(ActRow {
            act,
            declared_on,
            category: Category::Direct,
            father,
            mother: "".into(),
            twin: None,
        }));
    };
    let two_acts = |a: &mut CleanRow, b: &mut CleanRow, dates: [Option<PartialDate>; 2]| {
        act(a, 2011);
        act(b, 2015);
        [a.born, b.born] = dates;
    };
    let apart = Some(LinkOutcome::Contradicted(Contradiction::Dates));
    assert_eq!(outcome(|a, b| two_acts(a, b, [day(2011, 12, 5), day(2015, 12, 2)])), apart);
    assert_eq!(outcome(|a, b| two_acts(a, b, [day(2010, 12, 5), day(2011, 7, 2)])), apart);
    assert_eq!(outcome(|a, b| two_acts(a, b, [day(2011, 12, 5), day(2011, 12, 5)])), Some(LinkOutcome::Linked));
    let born_later = outcome(|a, b| two_acts(a, b, [None, day(2015, 12, 2)]));
    assert_eq!(born_later, Some(LinkOutcome::Contradicted(Contradiction::Ages)));
}

#[test]
fn two_acts_of_other_parents_need_one_day_of_birth() {
    let of = |parents: [[&str; 2]; 2]| {
        outcome(|a, b| {
            for (row, ([father, mother], number)) in [a, b].into_iter().zip(parents.into_iter().zip([39, 401])) {
                (row.fiche, row.seen_in) = (None, Some(2010));
                row.act = Some(Box::new(ActRow {
                    act: Some(ActRef { number, year: Some(2010), typed: format!("{number}/2010") }),
                    declared_on: NaiveDate::from_ymd_opt(2010, 6, number % 28),
                    category: Category::Direct,
                    father: father.into(),
                    mother: mother.into(),
                    twin: None,
                }));
                row.born = day(if number == 39 { 2010 } else { 2009 }, 5, 2);
            }
        })
    };
    let one = ["KISOKA BILONDA", "OKITO NGANDU"];
    assert_eq!(of([one, one]), Some(LinkOutcome::Linked), "a slip of the year");
    assert_eq!(of([one, ["LUZOLO MUKENDI", "SAIDI THAMBA"]]), Some(LinkOutcome::ThinEvidence));
}

#[test]
fn an_elder_of_the_household_is_no_child() {
    let other =
        |relation| contradiction_of(|a, b| (a.relation, a.born, b.born) = (Some(relation), None, day(2015, 4, 2)));
    for relation in [Relation::Parent, Relation::Grandparent, Relation::ParentInLaw] {
        assert_eq!(other(relation), Some(Contradiction::HeadAndChild), "{relation:?}");
    }
    assert_ne!(other(Relation::Nephew), Some(Contradiction::HeadAndChild));
}

#[test]
fn an_uncle_without_a_date_is_not_joined_with_an_act_by_score() {
    let of = |relation| {
        let name = ["MATONDO", "MBALA", "Ruth"];
        let mut rows = vec![
            row(0, 0, ["TOFUNGE", "NDULOSE", "Prosper"], (1979, 3, 10)),
            row(1, 0, ["TIZONGE", "TSHIWELU", "Henriette"], (1984, 12, 11)),
            row(2, 0, name, (2015, 4, 2)),
            row(3, 0, name, (2015, 4, 2)),
        ];
        (rows[2].born, rows[2].relation) = (None, Some(relation));
        (rows[3].fiche, rows[3].seen_in) = (None, Some(2015));
        let (father, mother) = ("TOFUNGE NDULOSE".into(), "TIZONGE TSHIWELU".into());
        let act = Some(ActRef { number: 5, year: Some(2015), typed: "5/2015".to_owned() });
        let declared_on = NaiveDate::from_ymd_opt(2015, 4, 20);
        rows[3].act =
            Some(Box::new(ActRow { act, declared_on, category: Category::Direct, father, mother, twin: None }));
        let other = |n: u32| {
            let letters: String =
                (0..6).map(|place| char::from(b'A' + (n.wrapping_mul(7919) >> (3 * place)) as u8 % 26)).collect();
            row(n, n, [&letters, "KIALA", "Jean"], (1900 + (n % 90) as i32, 1 + n % 12, 1 + n % 28))
        };
        rows.extend((4..1_200).map(other));
        let fiches: Vec<Fiche> = (0..1_200).map(fiche).collect();
        let linked = link(&rows, &fiches, &[], None, &LinkSettings::default());
        linked.links.iter().find(|link| (link.a, link.b) == (2, 3)).map(|link| link.outcome)
    };
    assert_eq!(of(Relation::Child), Some(LinkOutcome::Linked));
    for relation in [Relation::Uncle, Relation::Sibling, Relation::Tenant, Relation::ChildInLaw] {
        assert_eq!(of(relation), Some(LinkOutcome::ThinEvidence), "{relation:?}");
    }
}

/// The level of the comparison `company` of a child's act and its row in a fiche with these adults and children.
fn company_of_act(others: &[(Relation, Sex, [&str; 2])], [father, mother]: [&str; 2]) -> &'static str {
    let mut rows = vec![
        row(0, 0, ["MATONDO", "MBALA", "Ruth"], (2015, 4, 2)),
        row(1, 9, ["MATONDO", "MBALA", "Ruth"], (2015, 4, 2)),
    ];
    rows[0].relation = Some(Relation::Child);
    (rows[1].fiche, rows[1].seen_in) = (None, Some(2015));
    let (father, mother) = (father.into(), mother.into());
    rows[1].act =
        Some(Box::new(ActRow { act: None, declared_on: None, category: Category::Direct, father, mother, twin: None }));
    for (index, (relation, sex, [nom, postnom])) in (2..).zip(others) {
        let mut other = row(index, 0, [nom, postnom, "X"], (1980, 1, 2));
        (other.relation, other.sex) = (Some(*relation), Some(*sex));
        rows.push(other);
    }
    let profiles = profile_builder::build(&rows, &[fiche(0)]);
    let [act, child] = [1, 0].map(|index| profiles.row(index));
    let evidence = household_evidence::parents_in_fiche(&profiles, act, child);
    comparisons::COMPANY_LEVELS.names[usize::from(company_level(act, child, evidence))]
}

#[test]
fn a_parent_in_whose_place_nobody_stands_is_no_evidence() {
    use Relation::{Child, Head, Spouse};
    let father = (Head, Sex::Male, ["KIALA", "NSIMBA"]);
    let mother = (Spouse, Sex::Female, ["TIZONGE", "TSHIWELU"]);
    let both = [father, mother];
    assert_eq!(company_of_act(&both, ["KIALA NSIMBA", "TIZONGE TSHIWELU"]), "several_companions");
    assert_eq!(company_of_act(&both, ["", "TIZONGE TSHIWELU"]), "one_companion");
    assert_eq!(company_of_act(&both, ["", "TIZONGE"]), "name_of_companion");
    assert_eq!(company_of_act(&both, ["", "MAKIESE LUSAMBA"]), "other_parents");
    assert_eq!(company_of_act(&both, ["", "MAKIESE TSHIWELU"]), "same_quartier", "one word of two");
    assert_eq!(company_of_act(&[father], ["", "MAKIESE LUSAMBA"]), "same_quartier", "no wife in the fiche");
    let sibling = (Child, Sex::Female, ["MAKIESE", "KIALA"]);
    assert_eq!(company_of_act(&[father, sibling], ["", "MAKIESE"]), "same_quartier", "a sister of one name");
}

#[test]
fn acts_of_one_day_with_two_prenoms_are_two_children_whatever_their_numbers() {
    let act = |row: &mut CleanRow, number: u32, prenom: &str| {
        (row.fiche, row.seen_in, row.name.prenom) = (None, Some(2015), prenom.into());
        let act = Some(ActRef { number, year: Some(2015), typed: format!("{number}/2015") });
        let declared_on = NaiveDate::from_ymd_opt(2015, 4, 20);
        let (father, mother) = ("KIALA NSIMBA".into(), "TIZONGE TSHIWELU".into());
        row.act = Some(Box::new(ActRow { act, declared_on, category: Category::Direct, father, mother, twin: None }));
    };
    let must_not_link = |numbers: [u32; 2], prenoms: [&str; 2]| {
        let mut rows = [0, 1].map(|n| row(n, n, ["MATONDO", "MBALA", "Ruth"], (2015, 4, 2)));
        let places = rows.iter_mut().zip(numbers.into_iter().zip(prenoms));
        places.for_each(|(row, (number, prenom))| act(row, number, prenom));
        let profiles = profile_builder::build(&rows, &[]);
        must_not_link::must_not_link(&profiles, profiles.row(0), profiles.row(1))
    };
    assert!(must_not_link([7, 8], ["Ruth", "Ruth"]));
    assert!(must_not_link([7, 7], ["Exauce", "Miradie"]));
    assert!(!must_not_link([7, 7], ["Exauce", "Exaucee"]));
}

#[test]
fn an_age_is_the_more_precise_the_younger_the_person() {
    let about = |year| PartialDate::year_only(year, true);
    let apart = Some(Contradiction::Ages);
    let ages = |first: i32, second: i32| {
        contradiction_of(|a, b| {
            (a.born, b.born, b.seen_in) = (about(2017 - first), about(2019 - second), Some(2019));
        })
    };
    for (first, second, is_apart) in
        [(4, 1, true), (8, 1, true), (6, 0, true), (20, 15, true), (4, 6, false), (4, 5, false), (47, 40, false)]
    {
        assert_eq!(ages(first, second) == apart, is_apart, "{first} in 2017 and {second} in 2019");
    }
    let born_later = contradiction_of(|a, b| (a.born, b.born, b.seen_in) = (None, about(2022), Some(2024)));
    assert_eq!(born_later, apart, "born after the first round");
}

#[test]
fn an_act_declared_before_the_other_birth_is_another_child() {
    let act = |row: &mut CleanRow, declared: (i32, u32, u32)| {
        (row.fiche, row.seen_in) = (None, Some(declared.0));
        let number = declared.1 * 100 + declared.2;
        let act = Some(ActRef { number, year: Some(declared.0), typed: format!("{number}/{}", declared.0) });
        let declared_on = NaiveDate::from_ymd_opt(declared.0, declared.1, declared.2);
        let father: Text = "MBALA KIALA".into();
        row.act = Some(Box::new(ActRow {
            act,
            declared_on,
            category: Category::Direct,
            father,
            mother: "".into(),
            twin: None,
        }));
    };
    let apart = Some(Contradiction::Dates);
    // Birth and declaration of each act.
    for (first, second, is_apart) in [
        ([(2015, 1, 2), (2015, 1, 20)], [(2015, 12, 17), (2015, 12, 28)], true),
        ([(2011, 12, 5), (2011, 12, 20)], [(2014, 12, 5), (2014, 12, 20)], true),
        ([(2011, 12, 5), (2011, 12, 20)], [(2012, 12, 5), (2012, 12, 20)], true),
        ([(2015, 1, 2), (2015, 1, 20)], [(2015, 1, 12), (2015, 1, 28)], false),
        ([(2011, 12, 5), (2011, 12, 20)], [(2009, 12, 5), (2011, 12, 28)], false),
        // The second date is a slip: nobody declares a child before its birth.
        ([(2015, 1, 2), (2015, 1, 20)], [(2015, 10, 2), (2015, 2, 3)], false),
    ] {
        let found = contradiction_of(|a, b| {
            for (row, [born, declared]) in [(a, first), (b, second)] {
                act(row, declared);
                row.born = day(born.0, born.1, born.2);
            }
        });
        assert_eq!(found == apart, is_apart, "{first:?} and {second:?}: {found:?}");
    }
    let on_fiche = |born| {
        contradiction_of(|a, b| {
            act(a, (2015, 1, 20));
            (a.born, b.born) = (day(2015, 1, 2), born);
        })
    };
    assert_eq!(on_fiche(day(2015, 12, 17)), apart);
    assert_ne!(on_fiche(day(2015, 10, 2)), apart, "a slip");
}

#[test]
fn a_chain_of_likely_pairs_joins_no_contradiction() {
    let years = [1950, 1952, 1954, 1956, 1958, 1960, 1962, 1964, 1966, 1968];
    let name = ["WAZEKI", "MOPONZO", "Gaston"];
    let mut rows: Vec<CleanRow> = (0..).zip(years).map(|(n, _)| row(n, n, name, (1950, 1, 2))).collect();
    for (row, year) in rows.iter_mut().zip(years) {
        row.born = PartialDate::year_only(year, true);
    }
    // Enough other rows for weights to be learnt and for pairs to be linked on a year alone.
    let other = |n: u32| {
        let letters: String =
            (0..6).map(|place| char::from(b'A' + (n.wrapping_mul(7919) >> (3 * place)) as u8 % 26)).collect();
        row(n, n, [&letters, "KIALA", "Jean"], (1900 + (n % 90) as i32, 1 + n % 12, 1 + n % 28))
    };
    rows.extend((10..1_200).map(other));
    let fiches: Vec<Fiche> = (0..1_200).map(fiche).collect();
    let linked = link(&rows, &fiches, &[], None, &LinkSettings::default());
    for (a, b) in (0..10).flat_map(|a| (a + 1..10).map(move |b| (a, b))) {
        let are_one = linked.cluster_of[a] == linked.cluster_of[b];
        assert!(!are_one || years[b] - years[a] <= 10, "{} and {}", years[a], years[b]);
    }
}

#[test]
fn a_ruling_joins_what_contradicts_and_rows_like_them_follow() {
    let name = ["MATONDO", "MBALA", "Ruth"];
    let rows = [row(0, 0, name, (1991, 4, 12)), row(1, 1, name, (1961, 9, 30)), row(2, 2, name, (1991, 4, 12))];
    let fiches: Vec<Fiche> = (0..3).map(fiche).collect();
    let of = |decisions: &[PairDecision]| link(&rows, &fiches, decisions, None, &LinkSettings::default()).cluster_of;
    assert_eq!(of(&[]), [0, 1, 0]);
    assert_eq!(of(&[PairDecision { a: 0, b: 1, same: true }]), [0, 0, 0]);
}

#[test]
fn a_first_file_of_a_few_rows_links_whole_names_on_one_day_and_asks_otherwise() {
    let name = |nom| [nom, "LEMBA", "Prosper"];
    let noms = ["MBUNGA", "KITOKO", "NSUADI", "TUNDA", "SEKELE"];
    let of = |born: fn(i32) -> (i32, u32, u32)| {
        let rows: Vec<CleanRow> = (0..).zip(noms).map(|(n, nom)| row(n, n, name(nom), born(n as i32))).collect();
        let fiches: Vec<Fiche> = (0..5).map(fiche).collect();
        link(&rows, &fiches, &[], None, &LinkSettings::default()).cluster_of
    };
    assert_eq!(of(|n| (1980 + n, 12, 31)), [0, 1, 2, 3, 4]);
    assert_eq!(of(|_| (1980, 12, 31)), [0, 1, 2, 3, 4]);
}

/// The persons of two fiches of two rounds, by the lowest row of each.
fn of_two_rounds(members: &[[CleanRow; 2]]) -> Vec<u32> {
    let mut rows = Vec::new();
    for (round, seen) in [2017, 2018].into_iter().enumerate() {
        for member in members {
            let index = rows.len() as u32;
            let place = RowAt { file: round as u32, sheet: 0, row: index + 2 };
            let of_round = CleanRow { at: place, key: u64::from(index) * 7919, ..member[round].clone() };
            rows.push(CleanRow { fiche: Some(round as u32), seen_in: Some(seen), ..of_round });
        }
    }
    link(&rows, &[fiche(0), fiche(1)], &[], None, &LinkSettings::default()).cluster_of
}

/// Two members whose values are the same in both rounds.
fn mother_and_uncle() -> [[CleanRow; 2]; 2] {
    let [mother, uncle] = [
        row(0, 0, ["TIZONGE", "TSHIWELU", "Henriette"], (1964, 12, 11)),
        row(0, 0, ["TOFUNGE", "NDULOSE", "Prosper"], (1979, 3, 10)),
    ];
    [[mother.clone(), mother], [uncle.clone(), uncle]]
}

#[test]
fn the_household_vouches_for_a_grown_person_of_about_that_age() {
    let persons = |years: [i32; 2]| {
        let name = ["MATONDO", "MBALA", "Ruth"];
        let born =
            years.map(|year| CleanRow { born: PartialDate::year_only(year, true), ..row(0, 0, name, (1990, 1, 2)) });
        let mut members = mother_and_uncle().to_vec();
        members.push(born);
        of_two_rounds(&members)
    };
    assert_eq!(persons([1992, 1997]), [0, 1, 2, 0, 1, 2]);
    assert_eq!(persons([1986, 1997]), [0, 1, 2, 0, 1, 5], "more than ten years");
    assert_eq!(persons([2008, 2013]), [0, 1, 2, 0, 1, 5], "a child named after a dead one");
}

#[test]
fn father_and_son_of_one_name_without_dates_are_told_apart_by_their_relation() {
    let name = ["MATONDO", "MBALA", "Jacques"];
    let persons = |relations: [[Relation; 2]; 2]| {
        let mut members = mother_and_uncle().to_vec();
        for of_rounds in relations {
            let of = |relation| CleanRow { born: None, relation: Some(relation), ..row(0, 0, name, (1990, 1, 2)) };
            members.push(of_rounds.map(of));
        }
        of_two_rounds(&members)
    };
    use Relation::{Child, Cousin as Other, Head};
    assert_eq!(persons([[Head; 2], [Child; 2]]), [0, 1, 2, 3, 0, 1, 2, 3]);
    assert_eq!(persons([[Head; 2], [Child, Other]])[2..4], [2, 3]);
    let as_typed = persons([[Head, Child], [Child, Head]]);
    assert_eq!(as_typed[6..], [3, 2], "in another order");
    let unknown = persons([[Other; 2], [Other; 2]]);
    assert_eq!(unknown[6..], [6, 7], "nothing shows who is who");
}

#[test]
fn a_sex_of_an_act_is_a_slip_where_the_name_the_day_and_a_parent_agree() {
    let contradiction_of = |names: [[&str; 3]; 2], mother: &str| {
        let mut rows = vec![
            row(0, 0, ["TIZONGE", "TSHIWELU", "Henriette"], (1984, 12, 11)),
            row(1, 0, names[0], (2015, 4, 2)),
            row(2, 0, names[1], (2015, 4, 2)),
        ];
        (rows[0].relation, rows[1].relation) = (Some(Relation::Head), Some(Relation::Child));
        (rows[2].fiche, rows[2].seen_in, rows[2].sex) = (None, Some(2015), Some(Sex::Male));
        let (father, mother) = (Text::default(), mother.into());
        rows[2].act = Some(Box::new(ActRow {
            act: None,
            declared_on: None,
            category: Category::Direct,
            father,
            mother,
            twin: None,
        }));
        let profiles = profile_builder::build(&rows, &[fiche(0)]);
        contradictions::contradiction(&profiles, Some(&Households::default()), 1, 2)
    };
    let mother = "TIZONGE TSHIWELU";
    let contradiction =
        |name: [&str; 3], mother: &str| contradiction_of([["MATONDO", "MBALA", "Dorcas"], name], mother);
    let of_prenoms = |prenoms: [&str; 2]| contradiction_of(prenoms.map(|prenom| ["MATONDO", "MBALA", prenom]), mother);
    for name in [["MATONDO", "MBALA", "Dorcas"], ["MATONDO", "", "Dorcas"], ["MATODNO", "MBALLA", "Dorcas"]] {
        assert_eq!(contradiction(name, mother), None, "{name:?}");
    }
    let apart = Some(Contradiction::Sexes);
    for prenoms in [["Dieudonné", "Dieudonnée"], ["Daniel", "Danielle"], ["Gedeon", "Gemima"]] {
        assert_eq!(of_prenoms(prenoms), apart, "{prenoms:?}");
    }
    for name in [["MATONDO", "MBALA", "Dorcase"], ["MATONDO", "MBALA", ""], ["MATONDO", "KIALA", "Dorcas"]] {
        assert_eq!(contradiction(name, mother), apart, "{name:?}");
    }
    assert_eq!(contradiction(["MATONDO", "MBALA", "Dorcas"], "MAKIESE LUSAMBA"), apart, "another mother");
}

#[test]
fn a_second_prenom_that_was_read_as_post_nom_is_found() {
    let names = |a: [&str; 3], b: [&str; 3]| {
        let rows = [row(0, 0, a, (2015, 4, 2)), row(1, 1, b, (2015, 4, 2))];
        let profiles = profile_builder::build(&rows, &[fiche(0), fiche(1)]);
        let (levels, _) = compare::best_readings(&profiles, profiles.row(0), profiles.row(1));
        levels.parts.map(|level| crate::link::names::NAME.names[usize::from(level)])
    };
    let whole = ["MAMPUYA", "MAMBA", "Japhet Henock"];
    assert_eq!(names(["MAMPUYA", "MAMBA JAPHET", "Henock"], whole), ["same"; 3]);
    assert_eq!(names(["VIE", "KIFUMBI IBEMBO", "Christ"], ["KIFUMBI", "IBEMBO", "Christ Vie"]), ["same"; 3]);
    let other = names(["MAMPUYA", "WA MAMBA", "Henock"], whole);
    assert_ne!(other, ["same"; 3], "a particle belongs to the word after it");
}

#[test]
fn a_name_without_post_nom_in_both_rows_is_whole_across_quartiers() {
    let outcome_of = |names: [[&str; 3]; 2]| {
        let year = |n: u32| {
            let born = PartialDate::year_only(1964, false);
            let quartier = Some(QuartierId(3 + n as u16));
            CleanRow { born, quartier, birth_place: "Gungu".into(), ..row(n, n, names[n as usize], (1964, 1, 2)) }
        };
        let mut rows = vec![year(0), year(1)];
        let other = |n: u32| {
            let letters: String =
                (0..6).map(|place| char::from(b'A' + (n.wrapping_mul(7919) >> (3 * place)) as u8 % 26)).collect();
            row(n, n, [&letters, "KIALA", "Jean"], (1900 + (n % 90) as i32, 1 + n % 12, 1 + n % 28))
        };
        rows.extend((2..1_200).map(other));
        let fiches: Vec<Fiche> = (0..1_200).map(fiche).collect();
        let linked = link(&rows, &fiches, &[], None, &LinkSettings::default());
        linked.links.iter().find(|link| (link.a, link.b) == (0, 1)).map(|link| link.outcome)
    };
    let (short, long) = (["MUNZEKILA", "", "Jenoc"], ["MUNZEKILA", "MBUYI", "Jenoc"]);
    assert_eq!(outcome_of([short, short]), Some(LinkOutcome::Linked));
    assert_eq!(outcome_of([short, long]), Some(LinkOutcome::ThinEvidence));
}

/// Two acts of one day of birth with the same parents, declared on different days; the second act is number 8.
fn acts_of_twins(of: [(&str, Sex, Option<TwinMark>); 2]) -> [CleanRow; 2] {
    let mut rows = [0, 1].map(|n| row(n, n, ["LWAMBA", "NGOIE", ""], (2013, 3, 14)));
    for (row, (day, (prenom, sex, twin))) in rows.iter_mut().zip([26, 28].into_iter().zip(of)) {
        (row.fiche, row.seen_in, row.sex, row.name.prenom) = (None, Some(2013), Some(sex), prenom.into());
        let number = if day == 26 { 7 } else { 8 };
        let act = Some(ActRef { number, year: Some(2013), typed: format!("{number}/2013") });
        let (father, mother) = ("LWAMBA KASONGO".into(), "NYOTA MWENZE".into());
        let declared_on = NaiveDate::from_ymd_opt(2013, 3, day);
        row.act = Some(Box::new(ActRow { act, declared_on, category: Category::Direct, father, mother, twin }));
    }
    rows
}

#[test]
fn a_brother_and_a_sister_declared_on_two_days_are_two_children() {
    let is_linked = |prenoms: [&str; 2], sexes: [Sex; 2], marks: [Option<TwinMark>; 2]| {
        let rows = acts_of_twins([0, 1].map(|n| (prenoms[n], sexes[n], marks[n])));
        let output = link(&rows, &[], &[], None, &LinkSettings::default());
        output.cluster_of[0] == output.cluster_of[1]
    };
    let (boy_and_girl, girls) = ([Sex::Male, Sex::Female], [Sex::Female, Sex::Female]);
    assert!(is_linked(["Ruth", "Ruth"], girls, [None, None]), "one child declared twice");
    for prenoms in [
        ["Joseph", "Josephine"],
        ["Emmanuel", "Emmanuelle"],
        ["Christian", "Christiane"],
        ["Jean", "Jeanne"],
        ["Pierre", "Pierrette"],
        ["Merdi", "Merdie"],
        ["", ""],
    ] {
        assert!(!is_linked(prenoms, boy_and_girl, [None, None]), "{prenoms:?}");
    }
    let place = |place| Some(TwinMark { place });
    assert!(!is_linked(["", ""], girls, [place(Some(1)), place(Some(2))]));
    assert!(!is_linked(["Jeanne", "Jeanine"], girls, [place(None), place(None)]));
    assert!(!is_linked(["Jeanne", "Jeannine"], girls, [place(None), None]));
    assert!(is_linked(["Jeanne", "Jeanne"], girls, [place(Some(2)), place(Some(2))]), "one twin declared twice");
}

#[test]
fn the_feminine_of_a_prenom_is_no_slip() {
    for (man, woman) in [
        ("JOSEPH", "JOSEPHINE"),
        ("MICHEL", "MICHELLE"),
        ("BERNARD", "BERNADETTE"),
        ("ANTOINE", "ANTOINETTE"),
        ("MARIO", "MARIA"),
        ("PATRICK", "PATRICIA"),
        ("PRINCE", "PRINCESSE"),
        ("GEORGES", "GEORGETTE"),
    ] {
        assert!(contradictions::is_feminine_of(man, woman), "{man} {woman}");
    }
    for (man, woman) in [("EXAUCE", "EXAUCE"), ("DANIEL", "DANEIL"), ("JOB", "JOEL"), ("RUTH", "RUHT"), ("JO", "JOE")] {
        assert!(!contradictions::is_feminine_of(man, woman), "{man} {woman}");
    }
}
