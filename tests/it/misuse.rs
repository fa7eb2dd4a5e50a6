//! Tests of misuse: outputs in the wrong place, entries that are no sheets, rulings edited elsewhere, a log that was cut,
//! runs that change nothing.

use crate::door::{Commune, FOLDERS_HERE};

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
    // A backup without what a link stands for would be less than all.
    let said = commune.bato(&["backup", "copie.zip"]);
    assert!(said.status == 2 && said.err.contains("a.csv"), "{}", said.err);
    for link in ["a.csv", "b.csv"] {
        std::fs::remove_file(census.join(link)).unwrap();
    }
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
fn persons_of_a_file_that_was_renamed_and_can_not_be_read_are_never_withdrawn() {
    let commune = commune();
    let other = "Quartier;Nom;Post-nom;Prénom;Sexe;Date de naissance\nKutu;ILUNGA;KABEYA;Jeanne;F;03/02/1955\n";
    commune.write("census/Q07 Kutu_2017.csv", other);
    commune.run();
    std::fs::remove_file(commune.raw().join("census/Q07 Kutu_2017.csv")).unwrap();
    commune.write("census/Kutu copie.csv", "PK damaged");
    for words in [&["run"][..], &["run", "--accept-removals"]] {
        let said = commune.bato(words);
        assert!(said.status == 2 && said.err.contains("census/Kutu copie.csv"), "{words:?}: {}{}", said.out, said.err);
    }
    // A damaged register of births is no sheet of the census.
    std::fs::remove_file(commune.raw().join("census/Kutu copie.csv")).unwrap();
    std::fs::create_dir_all(commune.raw().join("births")).unwrap();
    commune.write("births/naissances_2018.csv", "PK damaged");
    assert!(commune.bato(&["run", "--accept-removals"]).status < 2);
}

#[test]
fn an_empty_file_of_rulings_is_named() {
    let commune = commune();
    commune.run();
    for file in ["decisions/decided.csv", "decisions/autre.csv"] {
        std::fs::create_dir_all(commune.raw().join("decisions")).unwrap();
        commune.write(file, "");
        let said = commune.bato(&["run"]);
        assert!(said.status == 2 && said.err.contains(file), "{}{}", said.out, said.err);
        std::fs::remove_file(commune.raw().join(file)).unwrap();
    }
    assert_eq!(commune.bato(&["run"]).status, 0);
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

#[cfg(unix)]
#[test]
fn a_run_whose_output_is_closed_or_full_saves_the_register() {
    use std::process::Stdio;
    let commune = commune();
    for (place, day) in ["09/10/1961", "10/10/1961", "11/10/1961"].into_iter().enumerate() {
        commune.write("census/Q06 Boma_2017.csv", SHEET.replace("08/10/1961", day));
        let mut command = commune.command(&["run"]);
        let status = if place < 2 {
            let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
            let mut output = child.stdout.take().unwrap();
            if place == 1 {
                std::io::Read::read_exact(&mut output, &mut [0; 1]).unwrap();
            }
            drop(output);
            child.wait().unwrap()
        } else {
            let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
            command.stdout(full).stderr(Stdio::null()).status().unwrap()
        };
        // The status says what became of the register; a full disk for its text is a fault beside that.
        assert_eq!(status.code(), Some(i32::from(place == 2)), "{day}");
        assert_eq!(commune.current().number, 2 + place as u64, "{day}");
    }
    // A run that is refused says so by its status, whoever reads its output.
    std::fs::remove_file(commune.raw().join("census/Q06 Boma_2017.csv")).unwrap();
    commune.write("census/Q07 Kutu_2017.csv", SHEET.replace("MBALA", "ILUNGA").replace("Boma", "Kutu"));
    let mut child = commune.command(&["run"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(2));
    // A check writes its workbook although nobody reads what it prints.
    commune.write("census/Q08 Mikondo_2017.csv", SHEET.replace("08/10/1961", "31/02/1961"));
    let mut child =
        commune.command(&["check", "data-raw/census/Q08 Mikondo_2017.csv"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    child.wait().unwrap();
    let census = std::fs::read_dir(commune.raw().join("census")).unwrap();
    assert!(census.map(|entry| entry.unwrap().path()).any(|path| path.extension().is_some_and(|end| end == "xlsx")));
}

#[test]
fn the_backup_of_another_commune_is_restored_only_if_it_is_named() {
    let commune = commune();
    let folder = commune.raw().with_file_name("else");
    std::fs::create_dir(&folder).unwrap();
    assert_eq!(commune.bato(&["backup", "copie.zip"]).status, 0);
    let restore = |settings: Option<&str>, more: &[&str]| {
        for name in ["data-raw", "data-clean"] {
            let _ = std::fs::remove_dir_all(folder.join(name));
        }
        let _ = std::fs::remove_file(folder.join("bato.toml"));
        if let Some(commune) = settings {
            std::fs::write(folder.join("bato.toml"), format!("[run]\ncommune = \"{commune}\"\n")).unwrap();
        }
        let mut command = commune.command(&[&["restore", "../copie.zip"][..], &FOLDERS_HERE, more].concat());
        let output = command.current_dir(&folder).output().unwrap();
        let is_there = folder.join("data-clean/CURRENT").is_file();
        let texts = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
        (output.status.code(), is_there, texts.concat())
    };
    let (status, is_there, said) = restore(Some("Ixelles"), &[]);
    assert!(status == Some(2) && !is_there && said.contains("Kimbanseke") && said.contains("Ixelles"), "{said}");
    let (status, is_there, said) = restore(Some("Ixelles"), &["--commune", "Ixelles"]);
    assert!(status == Some(2) && !is_there && said.contains("Kimbanseke"), "{said}");
    let (status, is_there, said) = restore(Some("Ixelles"), &["--commune", "kimbanseke"]);
    assert!(status == Some(0) && is_there && said.contains("Kimbanseke"), "{said}");
    for settings in [Some("Kimbanseke"), None] {
        let (status, is_there, said) = restore(settings, &[]);
        assert!(status == Some(0) && is_there && said.contains("Kimbanseke"), "{said}");
    }
}

#[test]
fn a_dry_run_names_deleted_rulings() {
    let commune = commune();
    let [a, c] = [2, 4].map(|row| format!("census/Q06 Boma_2017.csv!{row}"));
    let said = commune.bato(&["decide", "different", &a, &c, "--author", "Ruth", "--reason", "vue"]);
    let number = said.out.split_whitespace().find(|word| word.starts_with("D-")).unwrap().to_owned();
    commune.run();
    std::fs::remove_file(commune.raw().join("decisions/decided.csv")).unwrap();
    for words in [&["run", "--dry-run"][..], &["run", "--accept-removals"]] {
        let said = commune.bato(words);
        assert!(said.status == 0 && said.out.contains(&number), "{words:?}: {}{}", said.out, said.err);
    }
    assert!(!commune.bato(&["run", "--dry-run"]).out.contains(&number));
}

/// Answers a question at a terminal: runs a command with `script`, which gives it one.
#[cfg(target_os = "linux")]
fn at_a_terminal(commune: &Commune, words: &str, answer: &str) -> String {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let program = assert_cmd::cargo::cargo_bin!("bato");
    let mut child = Command::new("script")
        .args(["-qec", &format!("'{}' {words} --lang fr", program.display()), "/dev/null"])
        .current_dir(commune.raw().parent().unwrap())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(format!("{answer}\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    String::from_utf8_lossy(&output.stdout).replace('\u{a0}', " ")
}

#[cfg(target_os = "linux")]
#[test]
fn the_reason_of_a_look_up_is_asked_once_at_a_terminal_and_cleaned() {
    if !crate::door::has("script", "script, of util-linux") {
        return;
    }
    let commune = commune();
    let said = at_a_terminal(&commune, "find MBALA", "carte \u{1b}[31md’électeur");
    assert!(said.contains("Pour quelle raison ?") && said.contains("P-"), "{said}");
    let said = at_a_terminal(&commune, "find MBALA --why visite", "");
    assert!(!said.contains("Pour quelle raison"), "{said}");
    let log = commune.bato(&["log"]).out;
    assert!(log.contains("visite") && log.contains("31md’électeur") && !log.contains('\u{1b}'), "{log}");
    // Without a terminal nobody is asked, and nothing waits.
    assert_eq!(commune.bato(&["find", "MBALA"]).status, 0);
    // A backup without settings to compare with is confirmed by a person.
    assert_eq!(commune.bato(&["backup", "copie.zip"]).status, 0);
    let restore = "restore copie.zip --raw ailleurs/brut --clean ailleurs/net";
    let said = at_a_terminal(&commune, restore, "non");
    assert!(said.contains("Kimbanseke") && !commune.raw().with_file_name("ailleurs").join("net").exists(), "{said}");
    at_a_terminal(&commune, restore, "oui");
    assert!(commune.raw().with_file_name("ailleurs").join("net/CURRENT").is_file());
}

#[test]
fn a_review_that_joins_two_members_of_one_fiche_is_refused() {
    let commune = commune();
    let rows: Vec<bato::store::LineageRow> = commune.table();
    let key = |row: i64| rows.iter().find(|own| own.row == row).unwrap().row_key.clone().unwrap();
    let import = |ruling: &str, rows: [i64; 2]| {
        let line = |ruling: &str, row: i64| format!("{ruling};vue;1;{};census/Q06 Boma_2017.csv;!{row}\n", key(row));
        let text = format!("Décision;Raison;pair;key;file;place\n{}{}", line(ruling, rows[0]), line("", rows[1]));
        std::fs::write(commune.raw().with_file_name("revue.csv"), text).unwrap();
        commune.bato(&["review", "--import", "revue.csv", "--author", "Ruth"])
    };
    let said = import("même personne", [2, 3]);
    assert!(said.status == 2 && said.err.contains("même fiche"), "{}{}", said.out, said.err);
    assert!(!commune.raw().join("decisions").exists(), "nothing was written");
    assert_eq!(import("pas la même", [2, 3]).status, 0);
    assert_eq!(import("même personne", [2, 4]).status, 0);
}
