//! Tests of a round between communes without names: what leaves, what the coordinator counts, what comes back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bato::store::PersonRow;

use crate::door::{Commune, Said};

/// Two invented communes that share households, with their registers and the secrets of their offices.
struct Pair {
    commune: Commune,
    seed: u64,
}

const NAMES: [&str; 2] = ["Lemba", "Matete"];

impl Pair {
    fn new(seed: u64) -> Self {
        let pair = Self { commune: Commune::empty(), seed };
        for name in NAMES {
            let out = pair.path(name);
            let own = (2 * seed + u64::from(name == "Matete")).to_string();
            let mut words = vec!["synth", "--persons", "900", "--seed", &own, "--out", out.to_str().unwrap()];
            let other = (2 * seed).to_string();
            if name == "Matete" {
                words.extend(["--shared-with", &other, "--shared", "0.15"]);
            }
            pair.done(&words);
            let said = pair.bato(name, &["run"]);
            assert!(said.status <= 1, "{}", said.err);
        }
        for office in ["a", "b"] {
            pair.done(&["keys", "--new-secret", &format!("{office}.secret")]);
        }
        pair
    }

    fn path(&self, name: &str) -> PathBuf {
        self.commune.raw().with_file_name(name)
    }

    fn done(&self, words: &[&str]) -> Said {
        let said = self.commune.bato(words);
        assert_eq!(said.status, 0, "{words:?}: {}", said.err);
        said
    }

    /// Runs the program on the register of one of the two.
    fn bato(&self, name: &str, words: &[&str]) -> Said {
        let (raw, clean) = (self.path(name).join("data-raw"), self.clean(name));
        let folders = ["--raw", raw.to_str().unwrap(), "--clean", clean.to_str().unwrap(), "--why", "essai"];
        self.commune.bato(&[words, &folders].concat())
    }

    fn clean(&self, name: &str) -> PathBuf {
        self.path(name).join("data-clean")
    }

    /// Makes the keys of both for a round, each in its folder.
    fn keys(&self, round: &str, secrets: [&str; 2]) {
        for name in NAMES {
            let (out, truth) = (format!("{round}-{name}"), self.path(name).join("truth"));
            let mut words = vec!["keys", "--round", round, "--commune", name, "-o", &out];
            secrets.iter().for_each(|secret| words.extend(["--secret", secret]));
            words.extend(["--truth", truth.to_str().unwrap()]);
            let said = self.bato(name, &words);
            assert_eq!(said.status, 0, "{}", said.err);
        }
    }

    fn overlap(&self, round: &str) -> serde_json::Value {
        let [a, b] = NAMES.map(|name| format!("{round}-{name}"));
        let numbers = [&a, &b].map(|folder| format!("{folder}/commune/numbers.csv"));
        let [coordinator_a, coordinator_b] = [&a, &b].map(|folder| format!("{folder}/coordinator"));
        let mut words = vec!["overlap", &coordinator_a, &coordinator_b, "-o", "counts", "--json", "--force"];
        numbers.iter().for_each(|numbers| words.extend(["--truth", numbers]));
        serde_json::from_str(&self.done(&words).out).unwrap()
    }
}

/// The keys of a file as (pass, key, number).
fn read_keys(path: &Path) -> BTreeSet<(i64, String, i64)> {
    // Read by another program than the one that wrote it: the Parquet reader of the library.
    use polars::prelude::{ParquetReader, SerReader};
    let frame = ParquetReader::new(std::fs::File::open(path).unwrap()).finish().unwrap();
    let names: Vec<String> = frame.get_column_names_owned().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["pass", "key", "number"], "nothing else leaves");
    let numbers = |name: &str| frame.column(name).unwrap().i32().unwrap().clone();
    let keys = frame.column("key").unwrap().binary().unwrap().clone();
    let hex = |key: &[u8]| key.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let (passes, of_persons) = (numbers("pass"), numbers("number"));
    let rows = passes.iter().zip(keys.iter()).zip(of_persons.iter());
    rows.map(|((pass, key), number)| {
        let key = key.unwrap();
        assert_eq!(key.len(), 16);
        (i64::from(pass.unwrap()), hex(key), i64::from(number.unwrap()))
    })
    .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn shared_persons_are_counted_and_no_name_leaves() {
    let pair = Pair::new(41);
    pair.keys("2026-1", ["a.secret", "b.secret"]);
    let counted = &pair.overlap("2026-1")[0];
    let truth = &counted["truth"];
    assert!(truth["shared"].as_u64().unwrap() > 60, "{counted}");
    assert_eq!(truth["is_covered"], true, "{counted}");
    assert!(truth["precision"].as_f64().unwrap() >= 0.998 && truth["recall"].as_f64().unwrap() > 0.8, "{counted}");

    // What leaves holds no name, no date and no quartier.
    let leaving = pair.path("2026-1-Lemba/coordinator");
    let mut names: Vec<String> =
        files(&leaving).iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, ["keys.parquet", "round.json"]);
    let persons: Vec<PersonRow> = bato::app::current(&pair.clean("Lemba")).unwrap().read().unwrap();
    let texts: BTreeSet<String> = persons
        .iter()
        .flat_map(|p| {
            let born = p.born_on.map(|day| day.to_string());
            let others =
                [p.quartier.clone(), p.birth_place.clone(), born, Some(p.person_id.clone()), p.household_id.clone()];
            [p.nom.clone(), p.postnom.clone(), p.prenom.clone()].into_iter().chain(others.into_iter().flatten())
        })
        .filter(|text| text.len() >= 4)
        .collect();
    assert!(texts.len() > 500);
    let mut leaves = files(&leaving);
    leaves.extend(files(&pair.path("counts/Lemba--Matete")));
    leaves.push(pair.path("counts/counts.csv"));
    for path in leaves {
        let bytes = std::fs::read(&path).unwrap();
        let found = if path.extension().is_some_and(|ending| ending == "parquet") {
            // Keyed hashes are chance: a name of five letters may stand in them, one of seven does not.
            let is_there = |name: &&String| bytes.windows(name.len()).any(|window| window == name.as_bytes());
            texts.iter().filter(|name| name.len() >= 7).find(is_there)
        } else {
            let text = String::from_utf8_lossy(&bytes).to_uppercase();
            texts.iter().find(|name| text.contains(&name.to_uppercase()))
        };
        assert_eq!(found, None, "{}", path.display());
    }
    // What may be published is rounded: no count under ten, none exact.
    let counts = std::fs::read_to_string(pair.path("counts/counts.csv")).unwrap();
    let numbers: Vec<&str> = counts.lines().nth(1).unwrap().split(',').skip(2).collect();
    let is_rounded = |n: u64| n >= 10 && n.is_multiple_of(5);
    assert_eq!(numbers.len(), 5, "{counts}");
    assert!(numbers.iter().all(|n| n.is_empty() || n.parse().is_ok_and(is_rounded)), "{counts}");
    let round: serde_json::Value = serde_json::from_slice(&std::fs::read(leaving.join("round.json")).unwrap()).unwrap();
    for key in ["persons", "persons_with_keys"] {
        assert!(round[key].as_u64().is_some_and(is_rounded), "{round}");
    }
    // No key is borne by more than three: its frequency says nothing.
    let keys = read_keys(&leaving.join("keys.parquet"));
    let mut bearers = std::collections::BTreeMap::<_, u32>::new();
    keys.iter().for_each(|(pass, key, _)| *bearers.entry((pass, key)).or_default() += 1);
    assert!(bearers.values().all(|n| *n <= 3));

    // The pairs come back: each commune finds its own persons, and pairs have the same number in both.
    for name in NAMES {
        let pairs = format!("counts/Lemba--Matete/{name}.csv");
        let numbers = format!("2026-1-{name}/commune/numbers.csv");
        let out = format!("{name}.persons.csv");
        let said = pair.bato(name, &["keys", "--pairs", &pairs, "--numbers", &numbers, "-o", &out]);
        assert_eq!(said.status, 0, "{}", said.err);
        let log = std::fs::read_to_string(pair.clean(name).join("log/lookups.jsonl")).unwrap();
        assert!(log.lines().last().unwrap().contains("\"keys\""));
    }
    let rows = |name: &str| std::fs::read_to_string(pair.path(&format!("{name}.persons.csv"))).unwrap();
    let [lemba, matete] = NAMES.map(rows);
    assert_eq!(lemba.lines().count(), matete.lines().count());
    let same_name = lemba.lines().skip(1).zip(matete.lines().skip(1)).filter(|(a, b)| {
        let nom = |line: &str| line.split(',').nth(2).map(str::to_owned);
        nom(a) == nom(b)
    });
    assert!(same_name.count() * 2 > lemba.lines().count(), "pairs are of the same persons");
    assert!(pair.seed > 0);
}

#[test]
fn another_secret_or_round_finds_nothing() {
    let pair = Pair::new(42);
    pair.keys("one", ["a.secret", "b.secret"]);
    let counted = &pair.overlap("one")[0];
    assert_eq!(counted["truth"]["is_covered"], true, "{counted}");
    assert!(counted["truth"]["precision"].as_f64().unwrap() >= 0.998, "{counted}");
    let keys = |folder: &str| {
        let all = read_keys(&pair.path(folder).join("coordinator/keys.parquet"));
        all.into_iter().map(|(_, key, _)| key).collect::<BTreeSet<_>>()
    };
    let own = keys("one-Lemba");
    // A dictionary of the very same persons, hashed without the secrets: no key is met.
    pair.done(&["keys", "--new-secret", "guess.secret"]);
    pair.keys("guess", ["a.secret", "guess.secret"]);
    assert!(own.is_disjoint(&keys("guess-Lemba")));
    // The next round with the same secrets: neither keys nor numbers link the two.
    pair.keys("two", ["b.secret", "a.secret"]);
    assert!(own.is_disjoint(&keys("two-Lemba")));
    let numbers = |folder: &str| std::fs::read_to_string(pair.path(folder).join("commune/numbers.csv")).unwrap();
    assert_ne!(numbers("one-Lemba"), numbers("two-Lemba"));
    // Keys of two rounds are not joined.
    let said = pair.commune.bato(&["overlap", "one-Lemba", "two-Matete", "-o", "x"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("autre tour"), "{}", said.err);
    for words in [
        &["overlap", "one-Lemba", "one-Lemba", "-o", "x"][..],
        &["overlap", "one-Lemba", "-o", "x"],
        &["overlap", "one-Lemba", "counts", "-o", "x"],
        &["keys"],
        &["keys", "--round", "r", "--secret", "a.secret", "-o", "x"],
        &["keys", "--new-secret", "a.secret"],
    ] {
        assert_eq!(pair.commune.bato(words).status, 2, "{words:?}");
    }
}
