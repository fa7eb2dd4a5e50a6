//! Tests of `bato export dataset`: DuckDB and Polars read a dataset of two communes.

use std::collections::BTreeMap;
use std::process::Command;

use bato::store::{BirthRow, PersonRow};

use crate::door::{Commune, has, project, sample_files, succeed};

#[test]
fn duckdb_and_polars_read_a_dataset_of_two_communes() {
    let python = project().join("target/notebooks/bin/python");
    let needs =
        "target/notebooks, made by: python3 -m venv target/notebooks, pip install -r notebooks/requirements.txt";
    if !has(python.to_str().unwrap(), needs) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let dataset = folder.path().join("dataset");
    let mut persons_of: BTreeMap<(String, Option<String>), usize> = BTreeMap::new();
    let mut without_of: Vec<(String, usize, usize)> = Vec::new();
    for (place, name) in ["Kimbanseke", "N'sele"].into_iter().enumerate() {
        let commune = Commune::with(&sample_files().into_iter().skip(place).step_by(2).collect::<Vec<_>>());
        commune.write("../bato.toml", format!("[run]\ncommune = \"{name}\"\n"));
        commune.run();
        let output = commune.bato(&["export", "dataset", "-o", dataset.to_str().unwrap(), "--why", "une étude"]);
        assert_eq!(output.status, 0, "{}", output.err);
        let package = std::fs::read_to_string(dataset.join(format!("{name}.datapackage.json"))).unwrap();
        let package: serde_json::Value = serde_json::from_str(&package).unwrap();
        for resource in package["resources"].as_array().unwrap() {
            let paths = resource["path"].as_array().unwrap();
            assert!(paths.iter().all(|path| dataset.join(path.as_str().unwrap()).is_file()), "{resource}");
            assert!(!resource["schema"]["fields"].as_array().unwrap().is_empty());
        }
        assert!(commune.bato(&["log"]).out.contains("une étude"));
        assert_eq!(commune.bato(&["export", "dataset"]).status, 2);
        let births: Vec<BirthRow> = commune.table();
        let (mut children, mut without) = (0, 0);
        for person in commune.table::<PersonRow>() {
            let is_child = person.born_on.is_some_and(|born| born >= "2011-01-01".parse().unwrap());
            if is_child && person.status == "resident" && person.quartier.as_deref() == Some("Boma") {
                children += 1;
                without += usize::from(births.iter().all(|act| act.person_id != person.person_id));
            }
            *persons_of.entry((name.to_owned(), person.quartier)).or_default() += 1;
        }
        if children > 0 {
            without_of.push((name.to_owned(), children, without));
        }
    }
    let answer_text = succeed(Command::new(&python).arg(project().join("tests/report/dataset.py")).arg(&dataset));
    let answers: serde_json::Value = serde_json::from_str(&answer_text).unwrap();
    for engine in ["duckdb", "polars"] {
        let counted: BTreeMap<(String, Option<String>), usize> =
            serde_json::from_value::<Vec<(String, Option<String>, usize)>>(answers[engine].clone())
                .unwrap()
                .into_iter()
                .map(|(commune, quartier, n)| ((commune, quartier), n))
                .collect();
        assert_eq!(counted, persons_of, "{engine}");
    }
    let without: Vec<(String, usize, usize)> = serde_json::from_value(answers["without"].clone()).unwrap();
    assert_eq!(without, without_of);
    assert!(!without.is_empty() && answers["rates"].as_array().unwrap().len() == 2, "{answer_text}");
}
