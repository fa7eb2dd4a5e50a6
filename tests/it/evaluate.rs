//! Tests of `bato evaluate`: which truth files it accepts, and its messages on others.

use std::path::PathBuf;

use crate::door::{Commune, Said, project, some_files};

fn truth(commune: &Commune, name: &str, table: &str) -> PathBuf {
    let folder = commune.raw().with_file_name("truth");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), table).unwrap();
    folder
}

fn evaluate(commune: &Commune, truth: &std::path::Path, more: &[&str]) -> Said {
    commune.bato(&[&["evaluate", "--truth", truth.to_str().unwrap()], more].concat())
}

#[test]
fn the_truth_may_be_a_folder_or_one_table() {
    let commune = Commune::with(&some_files());
    commune.run();
    let census = std::fs::read_to_string(project().join("tests/truth/census.csv")).unwrap();
    let folder = truth(&commune, "census.csv", &census);

    let output = evaluate(&commune, &folder, &[]);
    assert_eq!(output.status, 0, "{}", output.err);
    for part in ["Personnes des fiches : ", "Paires par seuil", "Score de Brier", "une ligne n’est pas au registre"] {
        assert!(output.out.contains(part), "{part} is missing from:\n{}", output.out);
    }
    assert!(
        !output.out.contains("Actes") && !output.out.contains("umeaux"),
        "the truth has no acts and no twins:\n{}",
        output.out
    );
    assert_eq!(evaluate(&commune, &folder, &[]).out, output.out, "a second evaluation gives the same");

    let by_folder = evaluate(&commune, &folder, &["--json"]).out;
    let by_table = evaluate(&commune, &folder.join("census.csv"), &["--json"]).out;
    let mut by_folder: serde_json::Value = serde_json::from_str(&by_folder).unwrap();
    let by_table: serde_json::Value = serde_json::from_str(&by_table).unwrap();
    assert_eq!(by_folder["act_pairs"], serde_json::Value::Null);
    assert_eq!(by_folder["no_data_registered"], 0);
    // A single table may name a part of the rows: rows that it does not name are not judged.
    by_folder["no_data_registered"] = serde_json::Value::Null;
    assert_eq!(by_folder, by_table);
    let bins = by_table["links"]["calibration"]["bins"].as_array().unwrap();
    let n_pairs: u64 = bins.iter().map(|bin| bin["pairs"].as_u64().unwrap()).sum();
    assert!(n_pairs > 0 && by_table["links"]["calibration"]["pairs"] == n_pairs, "{by_table:#}");
}

#[test]
fn a_bad_truth_is_refused_with_a_message_on_what_is_needed() {
    let commune = Commune::empty();
    let folder = truth(&commune, "twins.csv", "person,twin\n");
    let refused = |output: Said, parts: &[&str]| {
        assert_eq!(output.status, 2, "{}{}", output.out, output.err);
        for part in parts {
            assert!(output.err.contains(part), "{part} is missing from:\n{}", output.err);
        }
    };
    refused(evaluate(&commune, &folder, &[]), &["ne contient pas census.csv"]);
    truth(&commune, "census.csv", "fichier,feuille,row,person\n");
    refused(evaluate(&commune, &folder, &[]), &["n’a pas ces colonnes : file, sheet", "file, sheet, row, person."]);
    truth(&commune, "census.csv", "file,sheet,row,person\na.csv,,deux,1\n");
    refused(evaluate(&commune, &folder, &[]), &["ligne 2", "colonne row", "« deux »"]);
    refused(evaluate(&commune, &folder.join("none.csv"), &[]), &["none.csv"]);
}
