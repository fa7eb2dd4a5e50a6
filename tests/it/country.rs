//! Tests of linking several communes: on an engine in parts, the result is that of one machine.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::door::{Commune, Said, project};

/// How the lists of the test are linked.
const SETTINGS: &str = r#"id = "unique_id"
apart = "fiche"
[[comparison]]
kind = "name"
columns = ["nom", "postnom", "prenom"]
[[comparison]]
kind = "date"
columns = ["dob"]
[[comparison]]
kind = "category"
columns = ["sex"]
[[comparison]]
kind = "place"
name = "address"
columns = ["quartier", "avenue", "parcel"]
[[comparison]]
kind = "text"
columns = ["birth_place"]
"#;
const COMMUNES: [&str; 3] = ["a", "b", "c"];

/// Three communes that share persons. One in twenty persons bears one name.
struct Country {
    commune: Commune,
}

impl Country {
    fn new() -> Self {
        let country = Self { commune: Commune::empty() };
        std::fs::write(country.path("list.toml"), SETTINGS).unwrap();
        let mut all = csv::Writer::from_path(country.path("all.csv")).unwrap();
        for (name, seed) in COMMUNES.into_iter().zip([11, 12, 13]) {
            let (out, seed) = (country.path(&format!("made-{name}")), seed.to_string());
            let mut words = vec!["synth", "--persons", "700", "--seed", &seed, "--out", out.to_str().unwrap()];
            if name != "a" {
                words.extend(["--shared-with", "11", "--shared", "0.1"]);
            }
            country.done(&words);
            let mut own = csv::Writer::from_path(country.path(&format!("{name}.csv"))).unwrap();
            let mut list = csv::Reader::from_path(out.join("truth/flat.csv")).unwrap();
            let head: Vec<String> = list.headers().unwrap().iter().map(str::to_owned).collect();
            let place = |column: &str| head.iter().position(|own| own == column).unwrap();
            own.write_record(&head).unwrap();
            if name == "a" {
                all.write_record(&head).unwrap();
            }
            for (n, record) in list.records().enumerate() {
                let mut row: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
                if n % 20 == 0 {
                    (row[place("nom")], row[place("postnom")]) = ("MBALA".to_owned(), "ILUNGA".to_owned());
                }
                own.write_record(&row).unwrap();
                for column in ["unique_id", "fiche"] {
                    row[place(column)] = format!("{name}/{}", row[place(column)]);
                }
                all.write_record(&row).unwrap();
            }
            own.flush().unwrap();
        }
        all.flush().unwrap();
        for name in COMMUNES {
            country.done(&["link", "list.toml", &format!("{name}.csv"), "-o", &format!("{name}.out.csv")]);
        }
        let models = COMMUNES.map(|name| format!("{name}.out.model.json"));
        country.done(&["model", "merge", &models[0], &models[1], &models[2], "-o", "country.model.json"]);
        for name in COMMUNES {
            let (list, keys) = (format!("{name}.csv"), format!("keys-{name}"));
            let words = ["export", "keys", "--model", "country.model.json", "--list", &list, "--commune", name];
            country.done(&[&words[..], &["-o", &keys]].concat());
        }
        country
    }

    fn path(&self, name: &str) -> PathBuf {
        self.commune.raw().with_file_name(name)
    }

    fn done(&self, words: &[&str]) -> Said {
        let said = self.commune.bato(words);
        assert_eq!(said.status, 0, "{words:?}: {}", said.err);
        said
    }

    /// Links on the engine in so many parts and makes clusters; for seven parts the engine gets the communes in another
    /// order. Returns the name of the files.
    fn on_engine(&self, python: &Path, bato: &Path, parts: usize) -> String {
        let (out, parts) = (format!("linked-{parts}"), parts.to_string());
        let mut command = Command::new(python);
        command.current_dir(self.path("")).arg(project().join("examples/country/country.py"));
        command.args(["--model", "country.model.json", "--out", &out, "--partitions", &parts]).arg("--bato").arg(bato);
        let mut communes = COMMUNES;
        if parts == "7" {
            communes.reverse();
        }
        let output = command.args(communes.map(|name| format!("keys-{name}"))).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let persons = COMMUNES.map(|name| format!("keys-{name}/persons.parquet"));
        let (scored, rows) = (format!("{out}/scored"), format!("{out}.csv"));
        let mut words = vec!["cluster", "--model", "country.model.json", "--pairs", &scored, "-o", &rows];
        words.extend(persons.iter().map(String::as_str));
        self.done(&words);
        out
    }

    fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The clusters of two rows and more, each as the set of its ids.
    fn clusters(&self, name: &str, [id, cluster]: [&str; 2]) -> BTreeSet<BTreeSet<String>> {
        let mut reader = csv::Reader::from_path(self.path(name)).unwrap();
        let head = reader.headers().unwrap().clone();
        let place = |column: &str| head.iter().position(|own| own == column).unwrap();
        let mut by_cluster: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for record in reader.records() {
            let record = record.unwrap();
            by_cluster.entry(record[place(cluster)].to_owned()).or_default().insert(record[place(id)].to_owned());
        }
        by_cluster.into_values().filter(|ids| ids.len() > 1).collect()
    }
}

/// The Python with the engine; `None` where it is not installed, which CI forbids.
fn engine() -> Option<PathBuf> {
    let python = project().join("target/country").join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if python.exists() {
        return Some(python);
    }
    assert!(std::env::var_os("BATO_NO_SKIP").is_none(), "this test needs target/country, which .ci/run makes");
    println!("skipped: this test needs target/country, which .ci/run makes");
    None
}

#[test]
fn three_communes_on_an_engine_give_the_result_of_one_machine() {
    let Some(python) = engine() else { return };
    let bato = assert_cmd::cargo::cargo_bin!("bato");
    let country = Country::new();
    country.done(&["link", "list.toml", "all.csv", "--model", "country.model.json", "--by-keys", "-o", "one.csv"]);
    let (pairs, clusters) = (country.text("one.pairs.csv"), country.clusters("one.csv", ["id", "cluster"]));
    assert!(pairs.lines().count() > 500 && clusters.len() > 400);
    let across = clusters.iter().filter(|ids| ids.iter().map(|id| &id[..1]).collect::<BTreeSet<_>>().len() > 1);
    assert!(across.count() > 40, "persons are linked between communes");
    for parts in [1, 2, 7] {
        let out = country.on_engine(&python, bato, parts);
        assert_eq!(country.text(&format!("{out}.pairs.csv")), pairs, "{parts} parts");
        assert_eq!(country.clusters(&format!("{out}.csv"), ["id", "cluster"]), clusters, "{parts} parts");
        assert_eq!(country.clusters(&format!("{out}.aliases.csv"), ["person", "alias"]), clusters, "{parts} parts");
    }

    // A worker that is killed: the first process dies in the middle of its work.
    if cfg!(unix) {
        let worker = country.path("worker");
        let script = format!(
            "#!/bin/sh\nif mkdir \"$0.died\" 2>/dev/null; then\n  head -c 3000 | {0} \"$@\"; kill -9 $$\nfi\nexec {0} \"$@\"\n",
            bato.display()
        );
        std::fs::write(&worker, script).unwrap();
        Command::new("chmod").arg("+x").arg(&worker).status().unwrap();
        let out = country.on_engine(&python, &worker, 3);
        assert!(country.path("worker.died").exists(), "a worker was killed");
        assert_eq!(country.text(&format!("{out}.pairs.csv")), pairs, "after a worker was killed");
    }
}

#[test]
fn a_damaged_stream_is_an_error_in_words() {
    let country = Country::new();
    let score = |model: &str, input: &[u8]| {
        let mut command = country.commune.command(&["score", "--model", model]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // The program may end before it has read everything.
        let _ = stdin.write_all(input);
        drop(stdin);
        Said::of(child.wait_with_output().unwrap())
    };
    for input in [&b""[..], b"person_a,person_b\n", &[0xff; 100], &[0; 2], &[0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0x7f]] {
        let said = score("country.model.json", input);
        assert_eq!(said.status, 2);
        assert!(said.err.contains("flux") && !said.err.contains("panic"), "{}", said.err);
    }
    // A model that was changed, one without frequencies, one of another format.
    let text = country.text("country.model.json");
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    for (model, words) in [
        (text.replacen("\"rows\": ", "\"rows\": 1", 1), "modifié"),
        (json["weights"].to_string(), "ancien"),
        (text.replacen("bato-list-model-1", "bato-list-model-9", 1), "plus récente"),
    ] {
        std::fs::write(country.path("other.model.json"), model).unwrap();
        let said = score("other.model.json", b"");
        assert_eq!(said.status, 2);
        assert!(said.err.contains(words), "{}", said.err);
    }
    // `link` still reads an old model: it counts the frequencies itself, and says so.
    std::fs::write(country.path("old.model.json"), json["weights"].to_string()).unwrap();
    let said = country.done(&["link", "list.toml", "a.csv", "--model", "old.model.json", "-o", "again.csv"]);
    assert!(said.err.contains("ancien"), "{}", said.err);
    let said =
        country.commune.bato(&["link", "list.toml", "a.csv", "--model", "old.model.json", "--by-keys", "-o", "x.csv"]);
    assert_eq!(said.status, 2);
}

#[test]
fn the_keys_of_a_register_are_logged_and_named_after_the_commune() {
    let commune = Commune::with(&crate::door::some_files());
    commune.run();
    let path = |name: &str| commune.raw().with_file_name(name);
    let done = |words: &[&str]| {
        let said = commune.bato(words);
        assert_eq!(said.status, 0, "{}", said.err);
    };
    done(&["export", "persons", "--format", "parquet", "-o", "persons.parquet"]);
    let list = SETTINGS
        .replace("unique_id", "person_id")
        .replace("fiche", "household_id")
        .replace("dob", "born_on")
        .replace(r#"columns = ["quartier", "avenue", "parcel"]"#, r#"columns = ["quartier"]"#);
    std::fs::write(path("list.toml"), list).unwrap();
    done(&["link", "list.toml", "persons.parquet", "-o", "linked.csv"]);
    done(&["export", "keys", "--model", "linked.model.json", "-o", "keys", "--why", "essai"]);
    let persons: Vec<bato::store::PersonRow> = commune.table();
    let log = std::fs::read_to_string(commune.clean().join("log/lookups.jsonl")).unwrap();
    let last = log.lines().last().unwrap();
    assert!(last.contains("\"keys\"") && last.contains(&format!("{}", persons.len())), "{last}");
    assert!(path("keys/keys.parquet").exists() && path("keys/persons.parquet").exists());
    // Without a model or a folder the command says what is missing.
    assert_eq!(commune.bato(&["export", "keys"]).status, 2);
}
