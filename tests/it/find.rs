//! Tests of `bato find`: a person is found in any spelling of the name, and every look-up is written to the log.

use bato::store::PersonRow;

use crate::door::{Commune, some_files};

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const FICHE: &str = "7;Boma;Kasai;12;XIMUAMBA;MUYA;David;M;03/04/1970;CM\n\
                     7;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Épouse\n\
                     7;Boma;Kasai;12;XIMUAMBA;NSONA;Wivine;F;12/01/2003;Fille\n";

fn commune() -> Commune {
    let commune = Commune::with(&some_files());
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{FICHE}"));
    commune.run();
    commune
}

fn first_line(commune: &Commune, words: &[&str]) -> String {
    let output = commune.bato(&[&["find"], words].concat());
    assert_eq!(output.status, 0, "{}", output.err);
    output.out.lines().nth(1).unwrap_or_default().to_owned()
}

#[test]
fn a_person_is_found_by_name_parent_date_age_and_quartier() {
    let commune = commune();
    std::fs::write(commune.raw().with_file_name("bato.toml"), "[run]\ntoday = \"2018-12-31\"\n").unwrap();
    for words in [
        &["wivine", "ximwamba"][..],
        &["NSONA", "Wivin"],
        &["--parent", "Xaverine Kapinga"],
        &["wivine", "--born", "12/01/2003"],
        &["wivine", "--age", "15", "--quartier", "boma"],
    ] {
        let line = first_line(&commune, words);
        assert!(line.contains("XIMUAMBA NSONA Wivine"), "{words:?}: {line}");
    }
    let output = commune.bato(&["find", "wivine", "--quartier", "Malonda"]);
    assert!(!output.out.contains("XIMUAMBA"), "{}", output.out);
    let json = commune.bato(&["find", "Xaverine", "--json", "--limit", "1"]);
    let persons_found: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let persons = commune.table::<PersonRow>();
    let person = persons.iter().find(|person| person.prenom == "Xaverine").unwrap();
    assert_eq!(persons_found[0]["person_id"], person.person_id.as_str());
    for wrong in [&["find"][..], &["find", "x", "--born", "demain"]] {
        let output = commune.bato(wrong);
        assert_eq!(output.status, 2);
        assert!(output.err.contains("Que faire"), "{}", output.err);
    }
}

#[test]
fn each_look_up_is_logged_and_a_changed_log_is_detected() {
    let commune = commune();
    commune.bato(&["find", "wivine", "--why", "carte perdue"]);
    let id = first_line(&commune, &["wivine"]).split_whitespace().next().unwrap().to_owned();
    commune.bato(&["show", &id]);
    commune.bato(&["export", "persons", "-o", "p.csv"]);
    commune.bato(&["export", "aggregates", "-o", "a.csv"]);
    let output = commune.bato(&["log"]);
    assert_eq!(output.status, 0, "{}", output.err);
    assert_eq!(
        output.out.lines().count(),
        4,
        "an export of aggregates names nobody and is not logged:\n{}",
        output.out
    );
    assert!(output.out.contains("carte perdue") && output.out.contains(&id), "{}", output.out);
    commune.assert_whole();

    let path = commune.clean().join("log/lookups.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("carte perdue", "rien")).unwrap();
    assert_eq!(commune.bato(&["log"]).status, 1);
    let output = commune.bato(&["verify"]);
    assert_eq!(output.status, 1);
    assert!(output.out.contains("journal des recherches"), "{}", output.out);

    // A new generation stores the length of the log.
    std::fs::write(&path, &text).unwrap();
    commune.run();
    commune.assert_whole();
    std::fs::write(&path, text.lines().next().unwrap().to_owned() + "\n").unwrap();
    assert_eq!(commune.bato(&["verify"]).status, 1, "lines were removed");
}
