//! Mutated files of the program's own kinds: decisions, settings, a manifest, a backup, a corrections workbook, the
//! request to the worker. Each is changed at random many times and read in this process: no panic, and no hang.
//!
//! `BATO_FAULTS=long` changes each some thousand times. `fuzz/` has a target for each, guided by coverage.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use bato::app::{self, Access};
use bato::backup;
use bato::config::Config;
use bato::store::{self, Store};

use crate::door::{Chance, Commune, project};

/// Texts that mean something to one reader or another.
const TOKENS: [&str; 20] = [
    "\"",
    "\n",
    ",",
    ";",
    "\0",
    "-1",
    "18446744073709551615",
    "1e999",
    "NaN",
    "null",
    "[",
    "]",
    "{",
    "}",
    "'''",
    "=",
    "../",
    "\u{feff}",
    "\u{202e}",
    "undo",
];

/// Returns bytes changed at one to four places.
fn mutated(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len().max(1));
        let end = (at + 1 + chance.below(40)).min(bytes.len());
        match chance.below(7) {
            0 => bytes.truncate(at),
            1 => bytes.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << chance.below(8)),
            2 => drop(bytes.drain(at.min(end)..end)),
            3 => {
                let part = bytes[at.min(end)..end].to_vec();
                bytes.splice(at.min(end)..at.min(end), part);
            }
            4 => bytes.get_mut(at).into_iter().for_each(|byte| *byte = chance.below(256) as u8),
            _ => {
                let token = TOKENS[chance.below(TOKENS.len())];
                bytes.splice(at.min(end)..at.min(end), token.bytes());
            }
        }
    }
    bytes
}

/// Reads mutations of some bytes. Returns how many were accepted.
fn read_mutations(name: &str, bytes: &[u8], mut is_accepted: impl FnMut(&[u8]) -> bool) -> usize {
    let n = if std::env::var_os("BATO_FAULTS").is_some() { 5_000 } else { 150 };
    assert!(is_accepted(bytes), "{name}: the sound file");
    let mut chance = Chance(20_170_418 + bytes.len() as u64);
    let mut n_accepted = 0;
    for round in 0..n {
        let other = mutated(bytes, &mut chance);
        let began = std::time::Instant::now();
        let read = catch_unwind(AssertUnwindSafe(|| is_accepted(&other)));
        assert!(read.is_ok(), "{name}, round {round}: {:?}", String::from_utf8_lossy(&other));
        assert!(began.elapsed().as_secs() < 30, "{name}, round {round}");
        n_accepted += usize::from(read.is_ok_and(|accepted| accepted));
    }
    println!("{name}: {n} mutations, {n_accepted} accepted, 0 panics");
    n_accepted
}

fn register() -> Commune {
    let commune = Commune::empty();
    let rows = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n\
        1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n\
        1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;31/02/1970;Épouse\n\
        2;Boma;Kasa;3;KANZA;LUZOLO;Paul;M;04/05/1980;Chef\n";
    commune.write("census/Q06 Boma_2017.csv", rows);
    commune.run();
    let place = |row: i64| format!("census/Q06 Boma_2017.csv!{row}");
    for words in [&["different", &place(2), &place(4)][..], &["value", &place(2), "sex", "F"]] {
        let said = commune.bato(&[&["decide"], words, &["--author", "Ruth", "--reason", "vue"]].concat());
        assert_eq!(said.status, 0, "{}", said.err);
    }
    assert_eq!(commune.bato(&["backup", "copie.zip"]).status, 0);
    commune
}

#[test]
fn mutated_files_of_the_program_are_read_or_refused() {
    let commune = register();
    let folder = commune.raw().parent().unwrap().to_owned();
    let config = Config::default();
    let access = Access::new("2026-01-02T03:04:05+01:00".to_owned(), Some("Ruth"), None).unwrap();

    let path = commune.raw().join("decisions/decided.csv");
    let sound = std::fs::read(&path).unwrap();
    read_mutations("decisions", &sound, |bytes| {
        std::fs::write(&path, bytes).unwrap();
        // Without the log, which would grow with each round.
        let _ = std::fs::remove_dir_all(commune.clean().join("log"));
        app::decisions(&commune.clean(), &commune.raw(), &config, &access).is_ok()
    });
    std::fs::write(&path, sound).unwrap();

    let settings = std::fs::read(project().join("bato.toml")).unwrap();
    read_mutations("settings", &settings, |bytes| {
        std::str::from_utf8(bytes).is_ok_and(|text| Config::parse(text).is_ok())
    });

    let path = commune.current().dir.join("manifest.json");
    let sound = std::fs::read(&path).unwrap();
    read_mutations("manifest", &sound, |bytes| {
        std::fs::write(&path, bytes).unwrap();
        let generation = Store::open(&commune.clean()).unwrap().generation(1);
        // A damaged generation is a failed check, no error.
        generation.is_ok_and(|generation| store::verify(&generation).is_ok())
    });
    std::fs::write(&path, sound).unwrap();

    let path = folder.join("copie.zip");
    let sound = std::fs::read(&path).unwrap();
    read_mutations("backup", &sound, |bytes| {
        std::fs::write(&path, bytes).unwrap();
        let listed = backup::contents_and_settings(&path).is_ok();
        backup::check(&path).is_ok() && listed
    });

    assert_eq!(commune.bato(&["check", "data-raw/census/Q06 Boma_2017.csv"]).status, 1, "a date does not exist");
    let workbook = std::fs::read_dir(commune.raw().join("census")).unwrap().map(|entry| entry.unwrap().path());
    let workbook = workbook.into_iter().find(|path| path.extension().is_some_and(|end| end == "xlsx")).unwrap();
    let sound = std::fs::read(&workbook).unwrap();
    read_mutations("corrections", &sound, |bytes| {
        std::fs::write(&workbook, bytes).unwrap();
        let today = chrono::NaiveDate::from_ymd_opt(2018, 12, 31).unwrap();
        let raw = commune.raw();
        app::check(
            std::slice::from_ref(&workbook),
            (&raw, &raw.with_file_name("data-clean")),
            &config,
            today,
            None,
            &app::Silent,
        )
        .is_ok()
    });

    let mut request = vec![0; 64];
    request.extend_from_slice(Path::new("census/Boma.csv").as_os_str().as_encoded_bytes());
    read_mutations("worker", &request, |bytes| {
        let _ = bato::ingest::serve(bytes, std::io::sink());
        true
    });
}
