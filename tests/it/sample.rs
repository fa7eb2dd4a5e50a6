//! The main job on the whole sample, against its truth.

use crate::door::{Commune, project, sample_files};

#[test]
fn the_sample_gives_a_register_that_agrees_with_its_truth() {
    let commune = Commune::with(&sample_files());
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.is_empty(), "no bar and no message off a terminal: {}", said.err);
    for part in [
        "Registre publié : version 1",
        "Fichiers lus : 70",
        "15\u{202f}403 = 1\u{202f}737",
        "dans le délai",
        "Et maintenant",
    ] {
        assert!(said.out.contains(part), "{part} is missing from:\n{}", said.out);
    }
    commune.assert_whole();

    let truth = project().join("tests/truth");
    let said = commune.bato(&["evaluate", "--json", "--truth", truth.to_str().unwrap()]);
    let scores: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let number = |path: &str| scores.pointer(path).and_then(serde_json::Value::as_f64).unwrap();
    let share = |a: &str, b: &str| number(a) / number(b);
    assert_eq!(number("/rows_without_outcome"), 0.0);
    assert_eq!(number("/no_data_registered"), 0.0);
    assert_eq!(number("/acts_classed_otherwise"), 0.0);
    assert!(share("/good_rows_kept", "/good_rows") >= 0.995, "{scores:#}");
    assert!(share("/bad_rows_by_the_right_rule", "/bad_rows") >= 0.99, "{scores:#}");
    assert!(number("/census_pairs/precision") >= 0.998, "{scores:#}");
    assert!(number("/census_pairs/recall") >= 0.985, "{scores:#}");
    assert!(number("/act_census_pairs/f1") >= 0.98, "{scores:#}");
    assert_eq!(number("/twins_merged"), 0.0);
    assert!((share("/persons_found", "/persons_true") - 1.0).abs() <= 0.003, "{scores:#}");

    the_report_holds_the_figures_and_no_name(&commune);
    every_table_can_be_exported(&commune);
}

fn the_report_holds_the_figures_and_no_name(commune: &Commune) {
    let page = std::fs::read_to_string(commune.clean().join("reports/rapport.fr.html")).unwrap();
    for part in ["lang=\"fr\"", "<svg", "86,9", "14\u{202f}588", "Kimbanseke"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("http://") && !page.contains("https://"), "the page asks nothing of anywhere");
    let mut names = 0;
    for person in commune
        .table::<bato::store::PersonRow>()
        .iter()
        .filter(|person| person.nom.len() > 6 && !person.postnom.is_empty())
    {
        names += 1;
        let whole = format!("{} {}", person.nom, person.postnom);
        assert!(!page.contains(&whole) && !page.contains(&person.person_id), "{whole}");
    }
    assert!(names > 1000);
    let csv = std::fs::read_to_string(commune.clean().join("reports/aggregates.csv")).unwrap();
    assert!(csv.starts_with("indicator,period,area,breakdown,value,numerator,denominator"));
    let said = commune.bato(&["report", "--out", "again"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let again = std::fs::read_to_string(commune.clean().parent().unwrap().join("again/rapport.fr.html")).unwrap();
    assert_eq!(again, page, "the same generation gives the same page");
}

fn every_table_can_be_exported(commune: &Commune) {
    for table in ["persons", "households", "births", "lineage", "quarantine", "links", "aggregates"] {
        for format in ["csv", "parquet", "xlsx", "jsonl"] {
            let file = format!("{table}.{format}");
            let said = commune.bato(&["export", table, "--format", format, "-o", &file]);
            assert_eq!(said.status, 0, "{file}: {}", said.err);
            assert!(std::fs::metadata(commune.clean().parent().unwrap().join(&file)).unwrap().len() > 100, "{file}");
        }
    }
    let said = commune.bato(&["export", "quarantine"]);
    let rows: std::collections::BTreeSet<&str> =
        said.out.lines().skip(1).map(|line| line.split(',').nth(2).unwrap()).collect();
    assert!(said.out.lines().count() > 76 && rows.len() > 20, "the quarantine as CSV on standard output");
}
