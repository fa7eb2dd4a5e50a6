//! Tests of `run --expect`: a run records what the dry run with its code has shown, and nothing if anything is different;
//! of `run --progress-json`.

use std::process::Stdio;

use bato::store::PersonRow;
use serde_json::Value;

use crate::door::{Commune, Said};

const CENSUS: &str = "\
N°;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien
1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;05/03/1987;Chef
1;Boma;Lodja;12;NSIMBA;KIESE;Rose;F;03/07/1989;Épouse
1;Boma;Lodja;12;MBALA;KIESE;Noëlla;F;05/03/2017;Fille
";
const MORE: &str = "2;Boma;Lodja;14;ILUNGA;MASENGO;Paul;M;11/11/1979;Chef\n";

/// A commune with one version of the register.
fn commune() -> Commune {
    let commune = Commune::empty();
    commune.write("census/boma.csv", CENSUS);
    commune.run();
    commune
}

/// Returns the code that a dry run shows at its end.
fn code(said: &Said) -> String {
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    let (_, rest) = said.out.rsplit_once("--expect ").unwrap_or_else(|| panic!("no code: {}", said.out));
    rest.split_whitespace().next().unwrap().to_owned()
}

fn lines(said: &Said) -> Vec<Value> {
    said.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"))).collect()
}

fn event<'l>(lines: &'l [Value], event: &str) -> &'l Value {
    lines.iter().rev().find(|line| line["event"] == event).unwrap_or_else(|| panic!("no {event}: {lines:?}"))
}

#[test]
fn what_a_dry_run_shows_is_recorded_by_its_code() {
    let commune = commune();
    commune.write("census/boma.csv", format!("{CENSUS}{MORE}"));
    let trial = commune.bato(&["run", "--dry-run"]);
    let code = code(&trial);
    assert_eq!(commune.current().number, 1);
    assert_eq!(code, self::code(&commune.bato(&["run", "--dry-run", "--no-cache"])), "the same whatever is cached");
    let said = commune.bato(&["run", "--expect", &code.to_lowercase().replace('-', " ")]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert_eq!(commune.current().number, 2);
    commune.assert_whole();
    let again = commune.bato(&["run", "--expect", &code]);
    assert_eq!(again.status, 2, "the register has another version: {}", again.out);
    assert!(again.err.contains("Le registre a une autre version."), "{}", again.err);
    assert_eq!(commune.current().number, 2);
}

/// Changes something, and returns what the refusal must name.
type Change = fn(&Commune) -> &'static str;

#[test]
fn each_change_since_the_dry_run_is_named_and_nothing_is_recorded() {
    let changes: [(&str, Change); 8] = [
        ("a file changed", |commune| {
            commune.write("census/boma.csv", format!("{CENSUS}3;Boma;Lodja;15;KALALA;;Jo;M;01/02/1990;Chef\n"));
            "Fichiers : census/boma.csv."
        }),
        ("a space at the end of a file", |commune| {
            commune.write("census/boma.csv", format!("{CENSUS}{MORE} \n"));
            "Fichiers : census/boma.csv."
        }),
        ("a new file", |commune| {
            commune.write("births/2017.csv", "N° acte;Date de déclaration;Nom\n");
            "Fichiers : births/2017.csv."
        }),
        ("a file gone and another", |commune| {
            std::fs::remove_file(commune.raw().join("census/boma.csv")).unwrap();
            commune.write("census/autre.csv", format!("{CENSUS}{MORE}"));
            "Fichiers : census/autre.csv, census/boma.csv."
        }),
        ("a decision", |commune| {
            let persons = commune.table::<PersonRow>();
            let [a, b] = [0, 1].map(|index| persons[index].person_id.as_str());
            let said = commune.bato(&["decide", "different", a, b, "--author", "Ruth", "--reason", "vu"]);
            assert_eq!(said.status, 0, "{}", said.err);
            "Décisions : decisions/decided.csv."
        }),
        ("a setting", |commune| {
            std::fs::write(commune.raw().with_file_name("bato.toml"), "[link]\naccept = 0.75\n").unwrap();
            "Réglages : link.accept."
        }),
        ("a reference file", |commune| {
            std::fs::create_dir_all(commune.raw().join("reference")).unwrap();
            commune.take("reference/population.csv", "reference/population.csv");
            "Fichiers de référence : reference/population.csv."
        }),
        ("a correction", |commune| {
            std::fs::create_dir_all(commune.raw().join("corrections")).unwrap();
            commune.write("corrections/note.txt", "x");
            "Corrections : corrections/note.txt."
        }),
    ];
    for (what, change) in changes {
        let commune = commune();
        commune.write("census/boma.csv", format!("{CENSUS}{MORE}"));
        let code = code(&commune.bato(&["run", "--dry-run"]));
        let name = change(&commune);
        let said = commune.bato(&["run", "--expect", &code]);
        assert_eq!(said.status, 2, "{what}: {}{}", said.out, said.err);
        assert!(said.err.contains(name), "{what}: {}", said.err);
        assert_eq!(commune.current().number, 1, "{what}");
        // Once looked at again, it is recorded.
        let again = self::code(&commune.bato(&["run", "--dry-run"]));
        assert_ne!(again, code, "{what}");
        let removals = commune.bato(&["run", "--expect", &again, "--accept-removals"]);
        assert_eq!(removals.status, 0, "{what}: {}{}", removals.out, removals.err);
    }
}

#[test]
fn another_version_in_between_is_noticed() {
    let commune = commune();
    commune.write("census/boma.csv", format!("{CENSUS}{MORE}"));
    let code = code(&commune.bato(&["run", "--dry-run"]));
    commune.run();
    let said = commune.bato(&["run", "--expect", &code]);
    assert_eq!((said.status, commune.current().number), (2, 2), "{}", said.err);
    assert!(said.err.contains("autre version"), "{}", said.err);
}

#[test]
fn a_code_that_the_register_does_not_have_is_compared_all_the_same() {
    let commune = commune();
    let code = code(&commune.bato(&["run", "--dry-run"]));
    std::fs::remove_dir_all(commune.clean().join("work")).unwrap();
    assert_eq!(commune.bato(&["run", "--expect", &code]).status, 0);
    let said = commune.bato(&["run", "--expect", "0000-0000-0000-0000"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("ne garde pas cet essai"), "{}", said.err);
    let said = commune.bato(&["run", "--expect", "0000"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("n’est pas un code d’essai"), "{}", said.err);
}

#[test]
fn removals_need_their_own_consent_with_their_number() {
    let commune = commune();
    commune.write("census/boma.csv", CENSUS.lines().take(3).map(|line| format!("{line}\n")).collect::<String>());
    let trial = commune.bato(&["run", "--dry-run"]);
    let code = code(&trial);
    assert!(trial.out.contains("--accept-removals=1"), "{}", trial.out);
    for (words, expected) in [
        (&["run", "--expect", &code][..], "--accept-removals"),
        (&["run", "--expect", &code, "--accept-removals=2"], "Vous avez accepté 2 retraits, il y en a 1"),
        (&["run", "--expect", &code, "--accept-removals=0"], "Vous avez accepté 0 retrait"),
        (&["run", "--accept-removals=2"], "Vous avez accepté 2 retraits"),
    ] {
        let said = commune.bato(words);
        assert_eq!(said.status, 2, "{words:?}: {}", said.out);
        assert!(said.err.contains(expected), "{words:?}: {}", said.err);
        assert_eq!(commune.current().number, 1);
    }
    let said = commune.bato(&["run", "--expect", &code, "--accept-removals=1"]);
    assert_eq!((said.status, commune.current().number), (0, 2), "{}", said.err);
}

#[test]
fn two_runs_that_expect_the_same_record_it_once() {
    let commune = commune();
    commune.write("census/boma.csv", format!("{CENSUS}{MORE}"));
    let code = code(&commune.bato(&["run", "--dry-run"]));
    let start = || {
        let mut command = commune.command(&["run", "--quiet", "--expect", &code]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let statuses: Vec<Option<i32>> = [start(), start()].into_iter().map(|mut run| run.wait().unwrap().code()).collect();
    assert!(statuses.contains(&Some(0)) && statuses.contains(&Some(2)), "{statuses:?}");
    assert_eq!(commune.current().number, 2);
    commune.assert_whole();
}

#[test]
fn progress_and_changes_are_printed_as_json() {
    let commune = commune();
    let kept: String = CENSUS.lines().take(3).map(|line| format!("{line}\n")).collect();
    commune.write("census/boma.csv", format!("{kept}{MORE}"));
    commune.write("census/photo.csv", [0xff, 0xd8, 0xff, 0xe0, 0, 0, 1]);
    let said = commune.bato(&["run", "--dry-run", "--progress-json"]);
    let lines = lines(&said);
    assert_eq!(lines[0]["event"], "start");
    assert_eq!((&lines[0]["version"], &lines[0]["dry_run"]), (&Value::from(1), &Value::from(true)));
    assert!(lines.iter().any(|line| line["event"] == "stage" && line["stage"] == "link"));
    assert_eq!(event(&lines, "progress")["files"], 2);
    let changes = event(&lines, "changes");
    assert_eq!((&changes["persons"]["gone"], &changes["persons"]["new"]), (&Value::from(1), &Value::from(1)));
    assert_eq!(changes["gone"][0]["name"], "MBALA KIESE Noëlla");
    let summary = event(&lines, "summary");
    assert_eq!((&summary["removals"], &summary["persons"]), (&Value::from(1), &Value::from(3)));
    assert_eq!(summary["unreadable"][0]["path"], "census/photo.csv");
    assert!(summary["unreadable"][0]["message"].as_str().is_some_and(|text| text.len() > 10));
    assert_eq!(lines.last().unwrap(), &serde_json::json!({"event": "end", "status": 1}));
    let code = summary["expect"].as_str().unwrap();

    let refused = commune.bato(&["run", "--progress-json", "--expect", code]);
    let refused_lines = self::lines(&refused);
    assert_eq!(refused.status, 2);
    assert_eq!(event(&refused_lines, "error")["code"], "removals");
    assert_eq!(event(&refused_lines, "end")["status"], 2);
    let done = commune.bato(&["run", "--progress-json", "--expect", code, "--accept-removals=1"]);
    let done_lines = self::lines(&done);
    assert_eq!(event(&done_lines, "summary")["version"], 2, "{}", done.err);
    assert!(event(&done_lines, "summary")["report"].as_str().is_some());

    std::fs::write(commune.raw().with_file_name("bato.toml"), "[link]\naccept = 7\n").unwrap();
    let wrong = commune.bato(&["run", "--progress-json"]);
    assert_eq!(event(&self::lines(&wrong), "error")["code"], "setting-out-of-range");
}

#[test]
fn a_file_that_cannot_be_read_now_blocks_what_it_would_remove() {
    let commune = commune();
    commune.write("census/autre.csv", format!("{}\n{MORE}", CENSUS.lines().next().unwrap()));
    commune.run();
    commune.write("census/boma.csv", [0xff, 0xd8, 0xff, 0xe0, 0, 0, 1]);
    let said = commune.bato(&["run", "--dry-run", "--progress-json"]);
    let summary = event(&lines(&said), "summary").clone();
    assert_eq!(summary["blocked"]["code"], "removals-unread", "{summary}");
    assert_eq!(summary["command"], Value::Null);
    let code = summary["expect"].as_str().unwrap();
    let said = commune.bato(&["run", "--expect", code, "--accept-removals"]);
    assert_eq!((said.status, commune.current().number), (2, 2));
}
