//! Tests of `bato synth`: a seed always gives the same bytes, `bato run` gives every row an outcome, and errors are
//! reported.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::door::Commune;

fn synthesise(commune: &Commune, name: &str, more: &[&str]) -> PathBuf {
    let out = commune.raw().with_file_name(name);
    let said = commune.bato(&[&["synth", "--persons", "600", "--out", out.to_str().unwrap()], more].concat());
    assert_eq!(said.status, 0, "{}", said.err);
    out
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_path_buf(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_gives_others() {
    let commune = Commune::empty();
    let one = files(&synthesise(&commune, "one", &["--seed", "7"]));
    assert_eq!(files(&synthesise(&commune, "again", &["--seed", "7"])), one);
    assert_ne!(files(&synthesise(&commune, "other", &["--seed", "8"])), one);
    assert!(one.contains_key(Path::new("truth/twins.csv")));
}

#[test]
fn every_row_of_a_synthetic_commune_has_one_outcome_and_is_scored() {
    for difficulty in ["light", "heavy"] {
        let commune = Commune::empty();
        let out = synthesise(&commune, "made", &["--seed", "3", "--difficulty", difficulty]);
        let (raw, clean, truth) = (out.join("data-raw"), out.join("data-clean"), out.join("truth"));
        let [raw, clean, truth] = [&raw, &clean, &truth].map(|path| path.to_str().unwrap());
        let said = commune.bato(&["run", "--raw", raw, "--clean", clean]);
        assert!(said.status <= 1, "{}", said.err);
        assert_eq!(commune.bato(&["verify", "--clean", clean]).status, 0);
        let said = commune.bato(&["evaluate", "--truth", truth, "--clean", clean, "--json"]);
        let scores: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(scores["rows_without_outcome"], 0, "{}", said.out);
        assert!(scores["good_rows"].as_u64().unwrap() > 600, "{}", said.out);
        assert_eq!(scores["good_rows"], scores["good_rows_kept"], "{}", said.out);
    }
}

#[test]
fn a_wrong_setting_is_reported_and_nothing_is_overwritten_without_force() {
    let commune = Commune::empty();
    let out = synthesise(&commune, "made", &[]);
    let out = out.to_str().unwrap();
    let again = commune.bato(&["synth", "--persons", "600", "--out", out]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("--force"), "{}", again.err);

    std::fs::write(commune.raw().with_file_name("s.toml"), "[people]\ntwinz = 0.5\n").unwrap();
    let said = commune.bato(&["synth", "--persons", "600", "--out", "elsewhere", "--settings", "s.toml"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("twinz") && said.err.contains("s.toml"), "{}", said.err);
}
