//! Invariants of linking any table: the order of rows, an unrelated row, the column `apart`, decisions.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::record::Column;

/// A row of texts divided by commas.
fn row(text: &str) -> Vec<String> {
    text.split(',').map(str::to_owned).collect()
}

fn table(headings: &[&str], rows: &[Vec<String>]) -> Table {
    let column = |place: usize| {
        let mut column = Column { name: headings[place].to_owned(), values: vec![Box::default()], of_row: Vec::new() };
        for row in rows {
            let index = column.values.iter().position(|value| **value == *row[place]);
            column.of_row.push(index.unwrap_or(column.values.len()) as u32);
            if index.is_none() {
                column.values.push(row[place].as_str().into());
            }
        }
        column
    };
    Table {
        name: "list".to_owned(),
        columns: (0..headings.len()).map(column).collect(),
        rows: (0..rows.len() as u32).map(|row| row + 2).collect(),
    }
}

const HEADINGS: [&str; 5] = ["nom", "prenom", "born_on", "avenue", "sheet"];

fn settings() -> TableSettings {
    let comparison = |kind, columns: &[&str]| ComparisonSettings {
        kind,
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        name: None,
    };
    TableSettings {
        apart: Some("sheet".to_owned()),
        comparison: vec![
            comparison(ComparisonKind::Name, &["nom", "prenom"]),
            comparison(ComparisonKind::Date, &["born_on"]),
            comparison(ComparisonKind::Place, &["avenue"]),
        ],
        ..TableSettings::default()
    }
}

fn read_date(text: &str) -> Option<PartialDate> {
    text.parse().ok().map(PartialDate::day)
}

/// The clusters as sets of rows, each row by its texts.
fn clusters(rows: &[Vec<String>]) -> BTreeSet<BTreeSet<Vec<String>>> {
    let linked = link_tables(&[table(&HEADINGS, rows)], &settings(), &[], None, &read_date);
    let mut of: std::collections::BTreeMap<u32, BTreeSet<Vec<String>>> = std::collections::BTreeMap::new();
    for (row, cluster) in linked.cluster_of.iter().enumerate() {
        of.entry(*cluster).or_default().insert(rows[row].clone());
    }
    of.into_values().collect()
}

/// Random rows. Some persons occur a second time with a slip; no two rows are equal.
fn some_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let names =
        prop::sample::select(vec!["MBALA", "ILUNGA", "NGOYI", "MATONDO", "KAPINGA", "NSIMBA", "MWAMBA", "LUKUSA"]);
    let firsts = prop::sample::select(vec!["Ruth", "Esther", "David", "Josue", "Dorcas", "Plamedi", "Moise", "Grace"]);
    let row = (names, firsts, 1950..2015_i32, 1..13_u32, 1..29_u32, 0..40_u32, 0..12_u32, any::<bool>());
    prop::collection::vec(row, 2..60).prop_map(|people| {
        let mut rows = BTreeSet::new();
        for (nom, prenom, year, month, day, avenue, sheet, twice) in people {
            let row = |nom: &str, sheet: u32| {
                let date = format!("{year:04}-{month:02}-{day:02}");
                vec![nom.to_owned(), prenom.to_owned(), date, format!("avenue {avenue}"), format!("s{sheet}")]
            };
            rows.insert(row(nom, sheet));
            if twice {
                rows.insert(row(&format!("{nom}A"), sheet + 100));
            }
        }
        rows.into_iter().collect()
    })
}

proptest! {
    // A fixed seed: near a threshold one more row may still change a pair.
    #![proptest_config(ProptestConfig { cases: 24, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_nothing(rows in some_rows(), turn in 0..50_usize) {
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        turned[1..].reverse();
        prop_assert_eq!(clusters(&rows), clusters(&turned));
    }

    #[test]
    fn an_unrelated_row_changes_no_cluster(rows in some_rows()) {
        let stranger = ["ZZYWQX", "Xyzquv", "1903-02-27", "impasse du bout 7", "alone"].map(str::to_owned).to_vec();
        let mut expected = clusters(&rows);
        expected.insert(BTreeSet::from([stranger.clone()]));
        let mut more = rows;
        more.push(stranger);
        prop_assert_eq!(clusters(&more), expected);
    }

    #[test]
    fn rows_with_one_value_of_apart_are_never_linked(rows in some_rows()) {
        for cluster in clusters(&rows) {
            let sheets: BTreeSet<&String> = cluster.iter().map(|row| &row[4]).collect();
            prop_assert_eq!(sheets.len(), cluster.len());
        }
    }

    #[test]
    fn the_number_of_threads_changes_nothing(rows in some_rows()) {
        let with = |n| rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap().install(|| clusters(&rows));
        prop_assert_eq!(with(1), with(5));
    }
}

#[test]
fn a_duplicate_is_linked_and_a_sibling_is_not() {
    let noms = ["MBALA", "ILUNGA", "NGOYI", "KAPINGA", "NSIMBA", "MWAMBA", "LUKUSA", "TSHIBANGU", "BOLAMBA", "ZOLA"];
    let firsts = ["David", "Josue", "Dorcas", "Plamedi", "Moise", "Grace", "Exauce", "Divine"];
    let mut rows: Vec<Vec<String>> = (0..30)
        .map(|n| {
            let (nom, first, avenue) = (noms[n % 10], firsts[n % 8], ["Kasa", "Bobozo", "Lobo"][n / 10]);
            row(&format!("{nom},{first},{}-{:02}-{:02},{avenue},a{n}", 1940 + n * 2, 1 + n % 12, 1 + n % 28))
        })
        .collect();
    rows.extend([
        row("MATONDO,Esther,1991-04-12,Lumumba,b1"),
        row("MATODNO,Esther,1991-04-12,Lumumba,b2"),
        row("Esther,MATONDO,1991-04-12,Lumumba,b3"),
        row("MATONDO,Ruth,1996-11-02,Lumumba,b1"),
    ]);
    let linked = link_tables(&[table(&HEADINGS, &rows)], &settings(), &[], None, &read_date);
    assert_eq!(linked.cluster_of[30..], [30, 30, 30, 33]);
    assert_eq!(linked.cluster_of[..30], (0..30).collect::<Vec<u32>>());
    // The weights of the comparisons and the prior add up to the weight of the pair.
    let prior = linked.model.share_of_matches;
    let strangers = 1.0 - prior - linked.model.share_of_relatives;
    for link in &linked.links {
        let sum: f64 = link.score.weights.iter().sum::<f64>() + (prior / strangers).log2();
        assert!((sum - link.score.weight).abs() < 0.07, "{sum} {}", link.score.weight);
    }
}

#[test]
fn decisions_join_and_keep_apart() {
    let rows = vec![
        row("MATONDO,Esther,1991-04-12,Lumumba,b1"),
        row("MATONDO,Esther,1991-04-12,Lumumba,b2"),
        row("KAPINGA,Ruth,1950-01-30,Kasa,b3"),
    ];
    let cluster_of = |decisions: &[(u32, u32, bool)]| {
        let decisions: Vec<_> =
            decisions.iter().map(|(a, b, same)| PairDecision { a: *a, b: *b, same: *same }).collect();
        link_tables(&[table(&HEADINGS, &rows)], &settings(), &decisions, None, &read_date).cluster_of
    };
    assert_eq!(cluster_of(&[]), [0, 0, 2]);
    assert_eq!(cluster_of(&[(1, 0, false)]), [0, 1, 2]);
    assert_eq!(cluster_of(&[(0, 2, true), (0, 1, false)]), [0, 1, 0]);
    let apart = [(1, 2, false), (0, 2, true)];
    assert_eq!(cluster_of(&apart), [0, 1, 0], "rows decided apart are not joined through a third row");
}

#[test]
fn a_trained_model_can_be_used_again() {
    let rows: Vec<Vec<String>> =
        (0..40).map(|n| row(&format!("MBALA,Ruth,19{}-05-0{},av {n},", 50 + n, 1 + n % 9))).collect();
    let tables = [table(&HEADINGS, &rows)];
    let first = link_tables(&tables, &settings(), &[], None, &read_date);
    let text = serde_json::to_string(&first.model).unwrap();
    let model: Model = serde_json::from_str(&text).unwrap();
    let again = link_tables(&tables, &settings(), &[], Some(&model), &read_date);
    assert_eq!(again.cluster_of, first.cluster_of);
    let mut other = model;
    other.levels.clear();
    assert_eq!(link_tables(&tables, &settings(), &[], Some(&other), &read_date).cluster_of, first.cluster_of);
}
