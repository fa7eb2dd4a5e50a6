//! Tests of killed commands: backup, decide, export, restore, release, the corrections' write and the report are killed
//! at each of their disk operations and at random moments. What a command writes is the old file or the new one, no
//! ruling is lost, and after the next command no temporary file with content is left.
//!
//! A number of operations spread evenly is cut by default, each of them in the long form:
//! `BATO_FAULTS=long cargo test --release --test it -- kills --nocapture`.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use bato::store::Store;

use crate::door::{Chance, Commune, is_long};
use crate::faults::{faulty_disk, read_log, spread, two_at_a_time};

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const ROWS: &str = "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n\
    1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;28/02/1970;Épouse\n\
    2;Boma;Kasa;3;KANZA;LUZOLO;Paul;M;04/05/1980;Chef\n\
    3;Boma;Kasa;9;MAYELE;DIA;Ruth;F;04/05/1982;Chef\n";
const SHEET: &str = "census/Q06 Boma_2017.csv";

/// A command that is killed.
struct KilledCommand {
    name: &'static str,
    /// Its words; `{}` stands for the folder of the commune.
    words: &'static [&'static str],
    /// The folder with what it writes, below that of the commune.
    under: &'static str,
    /// Checks what the command wrote, after the next command; returns whether it is the new state.
    check: fn(&Commune, &str) -> bool,
}

const COMMANDS: [KilledCommand; 8] = [
    KilledCommand {
        name: "backup",
        words: &["backup", "{}/out/copie.zip", "--raw", "{}/data-raw", "--clean", "{}/data-clean"],
        under: "out",
        check: |commune, context| {
            // There is an older backup with one file less.
            let contents = bato::backup::check(&out(commune).join("copie.zip"));
            contents.unwrap_or_else(|e| panic!("{context}: {e}")).files.contains_key(&format!("data-raw/{SHEET}.md"))
        },
    },
    KilledCommand {
        name: "decide",
        words: &[
            "decide",
            "different",
            "census/Q06 Boma_2017.csv!4",
            "census/Q06 Boma_2017.csv!5",
            "--author",
            "Ruth",
            "--reason",
            "vue",
            "--raw",
            "{}/data-raw",
            "--clean",
            "{}/data-clean",
        ],
        under: "data-raw",
        check: |commune, context| n_rulings(commune, context) == 2,
    },
    KilledCommand {
        name: "export",
        words: &["export", "persons", "-o", "{}/out/persons.csv", "--clean", "{}/data-clean"],
        under: "out",
        check: |commune, context| {
            let text = std::fs::read_to_string(out(commune).join("persons.csv")).unwrap();
            let lines = text.lines().count();
            assert!(text.ends_with('\n') && [3, 5].contains(&lines), "{context}: {lines} lines");
            lines == 5
        },
    },
    KilledCommand {
        name: "restore",
        words: &["restore", "{}/sound.zip", "--raw", "{}/new/data-raw", "--clean", "{}/new/data-clean"],
        under: "new",
        check: |commune, context| {
            let (raw, clean) = (commune.raw().with_file_name("new").join("data-raw"), new_clean(commune));
            if !clean.is_dir() {
                assert!(!raw.is_dir(), "{context}: one folder of two");
                return false;
            }
            let said = commune.bato(&["verify", "--raw", raw.to_str().unwrap(), "--clean", clean.to_str().unwrap()]);
            assert_eq!(said.status, 0, "{context}: {}{}", said.out, said.err);
            assert!(raw.join(SHEET).is_file(), "{context}");
            true
        },
    },
    KilledCommand {
        name: "release",
        words: &[
            "release",
            "--period",
            "2017",
            "--out",
            "{}/out/releases",
            "--raw",
            "{}/data-raw",
            "--clean",
            "{}/data-clean",
        ],
        under: "",
        check: |commune, context| {
            let ledger = std::fs::read_to_string(commune.clean().join("releases/ledger.jsonl")).unwrap_or_default();
            assert!(ledger.lines().count() <= 1, "{context}: one release has two numbers: {ledger}");
            let folder = out(commune).join("releases/2017");
            if !folder.is_dir() {
                return false;
            }
            // What the folder holds is what the ledger says, and the package lists every file with its hash.
            let bytes =
                |name: &str| std::fs::read(folder.join(name)).unwrap_or_else(|e| panic!("{context}: {name}: {e}"));
            let entry: serde_json::Value = serde_json::from_str(&ledger).unwrap_or_else(|e| panic!("{context}: {e}"));
            let package = bytes("datapackage.json");
            assert_eq!(entry["package"], Store::sha256_hex(&package), "{context}");
            let package: serde_json::Value = serde_json::from_slice(&package).unwrap();
            let resources = package["resources"].as_array().unwrap();
            assert!(resources.len() > 1, "{context}");
            for resource in resources {
                let hash = format!("sha256:{}", Store::sha256_hex(&bytes(resource["path"].as_str().unwrap())));
                assert_eq!(resource["hash"], hash, "{context}: {}", resource["path"]);
            }
            true
        },
    },
    KilledCommand {
        name: "corrections",
        words: &["check", "{}/data-raw/census/faulty.csv", "--clean", "{}/data-clean"],
        under: "data-raw",
        check: |commune, context| {
            let workbook = commune.raw().join("census/faulty.corrections.xlsx");
            if !workbook.exists() {
                return false;
            }
            let bytes = std::fs::read(&workbook).unwrap();
            let book = bato::ingest::book_of(&bytes, &bato::ingest::IngestSettings::default());
            assert!(book.is_ok(), "{context}");
            true
        },
    },
    KilledCommand {
        name: "look-up",
        words: &["find", "MBALA", "--clean", "{}/data-clean"],
        under: "data-clean",
        check: |commune, context| {
            let said = commune.bato(&["log"]);
            assert_eq!(said.status, 0, "{context}: {}{}", said.out, said.err);
            said.out.contains("MBALA")
        },
    },
    KilledCommand {
        name: "report",
        words: &["report", "--raw", "{}/data-raw", "--clean", "{}/data-clean"],
        under: "data-clean/reports",
        check: |commune, context| {
            let page = std::fs::read_to_string(commune.clean().join("reports/interne.fr.html")).unwrap();
            assert!(page.trim_end().ends_with("</html>"), "{context}");
            true
        },
    },
];

fn out(commune: &Commune) -> PathBuf {
    commune.raw().with_file_name("out")
}

fn new_clean(commune: &Commune) -> PathBuf {
    commune.raw().with_file_name("new").join("data-clean")
}

/// Returns the number of rulings. The first one must be there.
fn n_rulings(commune: &Commune, context: &str) -> usize {
    let said = commune.bato(&["decide", "list"]);
    assert_eq!(said.status, 0, "{context}: {}", said.err);
    let n = said.out.lines().filter(|line| line.starts_with("D-")).count();
    assert!(n >= 1 && said.out.contains(&format!("{SHEET}:2")), "{context}: {}", said.out);
    n
}

/// Returns a commune with a register, a ruling, and older files where the commands write.
fn commune() -> Commune {
    let commune = Commune::empty();
    let folder = commune.raw().parent().unwrap().to_owned();
    std::fs::create_dir(out(&commune)).unwrap();
    std::fs::create_dir(folder.join("new")).unwrap();
    commune
        .write(SHEET, format!("{HEADINGS}{}", ROWS.lines().take(2).map(|row| format!("{row}\n")).collect::<String>()));
    commune.run();
    assert_eq!(commune.bato(&["export", "persons", "-o", "out/persons.csv"]).status, 0);
    assert_eq!(commune.bato(&["backup", "out/copie.zip"]).status, 0);
    commune.write(SHEET, format!("{HEADINGS}{ROWS}"));
    commune.write(&format!("{SHEET}.md"), "a note");
    commune.run();
    let said = commune.bato(&[
        "decide",
        "different",
        &format!("{SHEET}!2"),
        &format!("{SHEET}!4"),
        "--author",
        "Ruth",
        "--reason",
        "vue",
    ]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(commune.bato(&["backup", "sound.zip"]).status, 0);
    commune.write("census/faulty.csv", format!("{HEADINGS}4;Boma;Kasa;9;ZOLA;DIA;Marc;M;31/02/1982;Chef\n"));
    commune
}

impl KilledCommand {
    fn on(&self, commune: &Commune) -> Command {
        let folder = commune.raw().parent().unwrap().to_str().unwrap().to_owned();
        let words: Vec<String> = self.words.iter().map(|word| word.replace("{}", &folder)).collect();
        let mut command = commune.command(&words.iter().map(String::as_str).collect::<Vec<_>>());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Preloads the faulty disk.
    fn on_faulty_disk(&self, commune: &Commune) -> (Command, PathBuf) {
        let under = commune.raw().parent().unwrap().join(self.under);
        let mut command = self.on(commune);
        command.env("LD_PRELOAD", faulty_disk()).env("FAULTY_UNDER", &under);
        (command, under)
    }

    /// Checks what is left after a kill, once the next command has run. Returns whether the command had done its work.
    fn assert_sound(&self, commune: &Commune, before: &BTreeMap<PathBuf, u64>, context: &str) -> bool {
        let next = ["log", "--raw", "new/data-raw", "--clean", "new/data-clean"];
        let words: &[&str] = if self.name == "restore" { &next } else { &["log"] };
        commune.bato(words);
        let is_new = (self.check)(commune, context);
        n_rulings(commune, context);
        commune.assert_whole();
        let files = files_of(commune);
        let is_known = |path: &Path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            before.contains_key(path) || !(name.starts_with('.') || name.ends_with(".tmp"))
        };
        let in_temporary =
            |path: &Path| path.components().any(|part| part.as_os_str().to_string_lossy().contains(".restoring"));
        let left: Vec<&PathBuf> = files
            .iter()
            .filter(|(path, n_bytes)| **n_bytes > 0 && (!is_known(path) || in_temporary(path)))
            .map(|(path, _)| path)
            // Lists of folders and hashes hold no names.
            .filter(|path| ![".output-folders", ".lookups-head.tmp"].iter().any(|name| path.ends_with(name)))
            .collect();
        assert!(left.is_empty(), "{context}: {left:?}");
        is_new
    }
}

/// Returns every file of a commune with its size, by its path below the commune's folder.
fn files_of(commune: &Commune) -> BTreeMap<PathBuf, u64> {
    let root = commune.raw().parent().unwrap().to_owned();
    let (mut files, mut open) = (BTreeMap::new(), vec![root.clone()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let below = path.strip_prefix(&root).unwrap().to_owned();
                files.insert(below, std::fs::metadata(&path).unwrap().len());
            }
        }
    }
    files
}

#[test]
fn a_command_killed_at_any_operation_leaves_the_old_state_or_the_new_one() {
    let commune = commune();
    let before = files_of(&commune);
    for command in &COMMANDS {
        let copy = commune.copy();
        let log = copy.raw().with_file_name("operations");
        let (mut logged, under) = command.on_faulty_disk(&copy);
        logged.env("FAULTY_LOG", &log).status().unwrap();
        let n = read_log(&std::fs::read(&log).unwrap(), &under).len();
        assert!(n >= 3, "{}: {n} operations", command.name);
        let cuts: Vec<bool> = two_at_a_time(&spread(n, 8), |at| {
            let context = format!("{} killed at operation {at} of {n}", command.name);
            let copy = commune.copy();
            let (mut killed, _) = command.on_faulty_disk(&copy);
            let status = killed.env("FAULTY_AT", at.to_string()).env("FAULTY_HOW", "kill").status().unwrap();
            assert_eq!(status.code(), None, "{context}");
            let is_new = command.assert_sound(&copy, &before, &context);
            // The command can be run again.
            if !is_new {
                command.on(&copy).status().unwrap();
                assert!(command.assert_sound(&copy, &before, &context), "{context}: again");
            }
            is_new
        });
        let n_new = cuts.iter().filter(|is_new| **is_new).count();
        println!(
            "{}: {} of {n} operations cut: {} old, {n_new} new, 0 lost, 0 left",
            command.name,
            cuts.len(),
            cuts.len() - n_new
        );
    }
}

#[test]
fn a_command_killed_at_a_random_moment_leaves_the_old_state_or_the_new_one() {
    let commune = commune();
    let before = files_of(&commune);
    let n_rounds = if is_long() { 100 } else { 4 };
    for (place, command) in COMMANDS.iter().enumerate() {
        let began = Instant::now();
        command.on(&commune.copy()).status().unwrap();
        let lasts = began.elapsed();
        let rounds: Vec<u64> = (0..n_rounds).collect();
        let cuts: Vec<bool> = two_at_a_time(&rounds, |round| {
            let mut chance = Chance(1 + round * 7_919 + place as u64);
            (0..8).for_each(|_| {
                chance.below(2);
            });
            let moment = lasts * chance.below(1200) as u32 / 1000;
            let copy = commune.copy();
            let mut child = command.on(&copy).spawn().unwrap();
            std::thread::sleep(moment.max(Duration::from_millis(1)));
            child.kill().unwrap();
            child.wait().unwrap();
            command.assert_sound(&copy, &before, &format!("{} killed after {moment:?}", command.name))
        });
        let n_new = cuts.iter().filter(|is_new| **is_new).count();
        println!("{}: {n_rounds} kills over {lasts:?}: {n_new} new, 0 lost, 0 left", command.name);
    }
}
