//! A person is found however the name is spelt, and who looked stays written down.

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

fn first(commune: &Commune, words: &[&str]) -> String {
    let said = commune.bato(&[&["find"], words].concat());
    assert_eq!(said.status, 0, "{}", said.err);
    said.out.lines().nth(1).unwrap_or_default().to_owned()
}

#[test]
fn a_person_is_found_by_what_is_known_of_them() {
    let commune = commune();
    std::fs::write(commune.raw().with_file_name("bato.toml"), "[run]\ntoday = \"2018-12-31\"\n").unwrap();
    for words in [
        &["wivine", "ximwamba"][..],
        &["NSONA", "Wivin"],
        &["--parent", "Xaverine Kapinga"],
        &["wivine", "--born", "12/01/2003"],
        &["wivine", "--age", "15", "--quartier", "boma"],
    ] {
        let found = first(&commune, words);
        assert!(found.contains("XIMUAMBA NSONA Wivine"), "{words:?}: {found}");
    }
    let said = commune.bato(&["find", "wivine", "--quartier", "Malonda"]);
    assert!(!said.out.contains("XIMUAMBA"), "{}", said.out);
    let json = commune.bato(&["find", "Xaverine", "--json", "--limit", "1"]);
    let found: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let persons = commune.table::<PersonRow>();
    let person = persons.iter().find(|person| person.prenom == "Xaverine").unwrap();
    assert_eq!(found[0]["person_id"], person.person_id.as_str());
    for wrong in [&["find"][..], &["find", "x", "--born", "demain"]] {
        let said = commune.bato(wrong);
        assert_eq!(said.status, 2);
        assert!(said.err.contains("Que faire"), "{}", said.err);
    }
}

#[test]
fn each_look_is_written_down_and_a_changed_line_is_noticed() {
    let commune = commune();
    commune.bato(&["find", "wivine", "--why", "carte perdue"]);
    let id = first(&commune, &["wivine"]).split_whitespace().next().unwrap().to_owned();
    commune.bato(&["show", &id]);
    commune.bato(&["export", "persons", "-o", "p.csv"]);
    commune.bato(&["export", "aggregates", "-o", "a.csv"]);
    let said = commune.bato(&["log"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(said.out.lines().count(), 4, "counts name nobody:\n{}", said.out);
    assert!(said.out.contains("carte perdue") && said.out.contains(&id), "{}", said.out);
    commune.assert_whole();

    let path = commune.clean().join("log/lookups.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("carte perdue", "rien")).unwrap();
    assert_eq!(commune.bato(&["log"]).status, 1);
    let said = commune.bato(&["verify"]);
    assert_eq!(said.status, 1);
    assert!(said.out.contains("journal des recherches"), "{}", said.out);

    // The next version remembers how long the log was.
    std::fs::write(&path, &text).unwrap();
    commune.run();
    commune.assert_whole();
    std::fs::write(&path, text.lines().next().unwrap().to_owned() + "\n").unwrap();
    assert_eq!(commune.bato(&["verify"]).status, 1, "lines were cut off");
}
