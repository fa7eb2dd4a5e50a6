//! Tests of misuse: outputs in the wrong place, entries that are no sheets, rulings edited elsewhere, a log that was cut,
//! runs that change nothing.

use crate::door::Commune;

const SHEET: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n\
    1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n\
    1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;28/02/1970;Épouse\n\
    2;Boma;Kasa;3;KANZA;LUZOLO;Paul;M;04/05/1980;Chef\n";

fn commune() -> Commune {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    commune.run();
    commune
}

#[test]
fn an_output_touches_neither_the_register_nor_a_foreign_file() {
    let commune = commune();
    let sheet = commune.raw().join("census/Q06 Boma_2017.csv");
    let before = std::fs::read(&sheet).unwrap();
    for words in [
        &["export", "persons", "-o", "data-raw/census/Q06 Boma_2017.csv", "--force"][..],
        &["export", "persons", "-o", "data-clean/CURRENT", "--force"],
        &["export", "dataset", "-o", "data-raw/dataset"],
        &["review", "--export", "data-raw/census/Q06 Boma_2017.csv"],
        &["backup", "data-clean/copie.zip"],
        &["report", "--out", "data-raw/reports"],
    ] {
        let said = commune.bato(words);
        assert!(said.status == 2 && said.err.contains("rien n’a été écrit"), "{words:?}: {}", said.err);
    }
    assert_eq!(std::fs::read(&sheet).unwrap(), before);
    commune.assert_whole();
    std::fs::write(commune.raw().with_file_name("mine.csv"), "Nom;Prénom\nMBALA;Ruth\n").unwrap();
    assert_eq!(commune.bato(&["export", "persons", "-o", "mine.csv"]).status, 2);
    assert_eq!(commune.bato(&["export", "persons", "-o", "mine.csv", "--force"]).status, 0);
    assert_eq!(commune.bato(&["export", "persons", "-o", "mine.csv"]).status, 0, "it is an export by now");
}

#[cfg(target_os = "linux")]
#[test]
fn an_entry_that_is_no_sheet_costs_itself_alone() {
    use std::os::unix::ffi::OsStrExt;
    let commune = commune();
    let census = commune.raw().join("census");
    assert!(std::process::Command::new("mkfifo").arg(census.join("tube.csv")).status().unwrap().success());
    for (to, name) in [("nowhere", "a.csv"), ("b.csv", "b.csv"), ("/dev/zero", "c.csv"), ("..", "d")] {
        std::os::unix::fs::symlink(to, census.join(name)).unwrap();
    }
    for name in [b"f\xe8.csv", b"f\xe9.csv"] {
        std::fs::write(census.join(std::ffi::OsStr::from_bytes(name)), SHEET).unwrap();
    }
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 1, "{}", said.err);
    for name in ["tube.csv", "a.csv", "b.csv", "c.csv", "f%E8.csv", "f%E9.csv"] {
        assert!(said.out.contains(&format!("census/{name}")), "{name}: {}", said.out);
    }
    assert!(!said.out.contains("disque est branché"), "{}", said.out);
    commune.assert_whole();
    assert_eq!(commune.bato(&["backup", "copie.zip"]).status, 0);
}

#[test]
fn a_file_of_rulings_that_another_program_saved_stays_and_a_deleted_one_is_named() {
    let commune = commune();
    let [a, b, c] = [2, 3, 4].map(|row| format!("census/Q06 Boma_2017.csv!{row}"));
    let decide = |words: &[&str]| commune.bato(&[words, &["--author", "Ruth", "--reason", "vue"]].concat());
    let said = decide(&["decide", "same", &a, &b]);
    assert!(said.status == 2 && said.err.contains("même fiche"), "{}", said.err);
    assert_eq!(decide(&["decide", "different", &a, &c]).status, 0);
    commune.run();
    let path = commune.raw().join("decisions/decided.csv");
    let in_excel = std::fs::read_to_string(&path).unwrap().replace(',', ";");
    std::fs::write(&path, &in_excel).unwrap();
    assert_eq!(decide(&["decide", "different", &b, &c]).status, 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), in_excel);
    let said = commune.bato(&["run"]);
    assert!(said.status == 0 && said.out.contains("suivies : 2"), "{}{}", said.out, said.err);
    std::fs::remove_file(&path).unwrap();
    let said = commune.bato(&["run"]);
    assert!(said.status == 2 && said.err.contains("decisions/decided.csv"), "{}", said.err);
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
}

#[test]
fn persons_of_a_file_that_can_not_be_read_are_never_withdrawn() {
    let commune = commune();
    let other = "Quartier;Nom;Post-nom;Prénom;Sexe;Date de naissance\nKutu;ILUNGA;KABEYA;Jeanne;F;03/02/1955\n";
    commune.write("census/Q07 Kutu_2017.csv", other);
    commune.run();
    commune.write("census/Q07 Kutu_2017.csv", "PK damaged");
    for words in [&["run"][..], &["run", "--accept-removals"]] {
        let said = commune.bato(words);
        assert!(said.status == 2 && said.err.contains("Q07 Kutu_2017.csv"), "{words:?}: {}", said.err);
    }
}

#[test]
fn a_cut_log_is_said_by_every_command_until_a_person_acknowledges_it() {
    let commune = commune();
    let log = commune.clean().join("log/lookups.jsonl");
    for name in ["MBALA", "KANZA"] {
        commune.bato(&["find", name]);
    }
    let text = std::fs::read_to_string(&log).unwrap();
    std::fs::write(&log, text.lines().next().unwrap().to_owned() + "\n").unwrap();
    for words in [&["verify"][..], &["run"], &["log"], &["verify"], &["run"]] {
        assert_eq!(commune.bato(words).status, 1, "{words:?}");
    }
    assert_eq!(commune.bato(&["log", "--acknowledge"]).status, 2, "a reason is needed");
    assert_eq!(commune.bato(&["log", "--acknowledge", "--why", "disque remplacé"]).status, 0);
    let said = commune.bato(&["log"]);
    assert!(said.status == 0 && said.out.contains("disque remplacé"), "{}", said.out);
    assert_eq!(commune.bato(&["run"]).status, 0);
    commune.assert_whole();
}

#[test]
fn a_run_that_changes_nothing_makes_no_version() {
    let commune = commune();
    for _ in 0..3 {
        let said = commune.bato(&["run"]);
        assert!(said.status == 0 && said.out.contains("Rien n’a changé"), "{}", said.out);
    }
    assert_eq!(commune.current().number, 1);
    commune.write("census/Q06 Boma_2017.csv", SHEET.replace("Paul", "Pol"));
    assert_eq!(commune.run().number, 2);
}
