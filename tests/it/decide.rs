//! Tests of `bato decide`: rulings with author and reason, followed by the next run, undone, and refused where they
//! contradict.

use std::collections::BTreeSet;

use bato::store::{AliasRow, LineageRow, PersonRow};

use crate::door::{Commune, Said, some_files};

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";

fn commune() -> Commune {
    let commune = Commune::with(&some_files());
    let fiche = "7;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;CM\n\
                 7;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Épouse\n";
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{fiche}"));
    let other = "9;Salongo;Mbuji;3;WOTSHI;LEMA;Quitterie;F;02/03/1950;CM\n";
    commune.write("census/Salongo_2018.csv", format!("{HEADINGS}{other}"));
    commune.run();
    commune
}

fn person(commune: &Commune, prenom: &str) -> PersonRow {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom).unwrap()
}

fn decide(commune: &Commune, words: &[&str]) -> Said {
    commune.bato(&[&["decide"], words, &["--author", "A. Agent", "--reason", "vu la carte"]].concat())
}

/// Makes a ruling, which must be accepted, and returns its number.
fn decided(commune: &Commune, words: &[&str]) -> String {
    let said = decide(commune, words);
    assert_eq!(said.status, 0, "{}", said.err);
    said.out.split_whitespace().find(|word| word.starts_with("D-")).unwrap().to_owned()
}

#[test]
fn undoing_a_merge_gives_both_persons_their_ids_and_rows_back() {
    let commune = commune();
    let (zeb, old) = (person(&commune, "Zébédée"), person(&commune, "Quitterie"));
    let rows_of = |id: &str| -> BTreeSet<(String, i64)> {
        let lineage: Vec<LineageRow> = commune.table();
        lineage.into_iter().filter(|row| row.person_id.as_deref() == Some(id)).map(|row| (row.file, row.row)).collect()
    };
    let (rows_of_zeb, rows_of_old) = (rows_of(&zeb.person_id), rows_of(&old.person_id));
    let number = decided(&commune, &["same", &zeb.person_id, &old.person_id]);
    commune.run();
    let aliases: Vec<AliasRow> = commune.table();
    let alias = aliases.iter().find(|alias| alias.reason == "merged").unwrap();
    let (kept, gone) = (alias.person_id.clone().unwrap(), alias.old_id.clone());
    assert_eq!(BTreeSet::from([&kept, &gone]), BTreeSet::from([&zeb.person_id, &old.person_id]));
    assert_eq!(rows_of(&kept).len(), 2);
    // The row is corrected while the two are one: the id that comes back is the old one, not one made from the new
    // names.
    commune.write(
        "census/Salongo_2018.csv",
        format!("{HEADINGS}9;Salongo;Mbuji;3;WOTSHI;LEMA;Quitterie Anne;F;02/03/1950;CM\n"),
    );
    commune.run();
    decided(&commune, &["undo", &number]);
    commune.run();
    commune.assert_whole();
    assert_eq!(rows_of(&zeb.person_id), rows_of_zeb);
    assert_eq!(rows_of(&old.person_id), rows_of_old);
    assert!(commune.table::<AliasRow>().iter().all(|alias| alias.reason != "merged"));
    let said = commune.bato(&["decide", "list"]);
    assert!(said.out.contains("A. Agent") && said.out.contains("vu la carte"), "{}", said.out);
    assert!(said.out.contains("(annulée)") && said.out.contains(&format!("annule {number}")), "{}", said.out);
}

#[test]
fn a_value_ruled_outranks_the_rows_until_it_is_undone() {
    let commune = commune();
    let id = person(&commune, "Quitterie").person_id;
    let number = decided(&commune, &["value", &id, "born_on", "05/03/1951"]);
    decided(&commune, &["value", &id, "sex", "Masculin"]);
    decided(&commune, &["value", &id, "quartier", "malonda"]);
    commune.run();
    let now = person(&commune, "Quitterie");
    assert_eq!(now.born_on.unwrap().to_string(), "1951-03-05");
    assert_eq!((now.sex.as_deref(), now.quartier.as_deref()), (Some("M"), Some("Malonda")));
    let history = commune.bato(&["show", &id, "--history"]);
    assert!(history.out.contains("02/03/1950") && history.out.contains("05/03/1951"), "{}", history.out);
    decided(&commune, &["undo", &number]);
    commune.run();
    assert_eq!(person(&commune, "Quitterie").born_on.unwrap().to_string(), "1950-03-02");
    let again = decide(&commune, &["undo", &number]);
    assert!(again.status == 2 && again.err.contains("déjà annulée"), "{}", again.err);
}

#[test]
fn a_contradiction_is_refused_and_names_both_decisions() {
    let commune = commune();
    let (zeb, old) = (person(&commune, "Zébédée").person_id, person(&commune, "Quitterie").person_id);
    decided(&commune, &["different", &zeb, &old]);
    let said = decide(&commune, &["same", &old, &zeb]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("Q06 Boma_2017.csv:2") && said.err.contains("Salongo_2018.csv:2"), "{}", said.err);
    decided(&commune, &["value", &old, "sex", "F"]);
    let said = decide(&commune, &["value", &old, "sex", "M"]);
    assert!(said.status == 2 && said.err.contains("« F »") && said.err.contains("« M »"), "{}", said.err);
    let before = std::fs::read(commune.raw().join("decisions/decided.csv")).unwrap();
    for (words, told) in [
        (&["same", &zeb, &zeb][..], "même ligne"),
        (&["same", &zeb, "P-0000-0000-J"], "P-0000-0000-J"),
        (&["same", &zeb], "decide same"),
        (&["value", &old, "born_on", "demain"], "demain"),
        (&["value", &old, "status", "resident"], "status"),
        (&["undo", "D-0000-0000-0"], "D-0000-0000-0"),
        (&["different", &zeb, "census/rien.csv!9"], "rien.csv"),
    ] {
        let said = decide(&commune, words);
        assert_eq!(said.status, 2, "{words:?}");
        assert!(said.err.contains(told) && said.err.contains("Que faire"), "{words:?}: {}", said.err);
    }
    let unsigned = commune.bato(&["decide", "same", &zeb, &old, "--author", "A. Agent"]);
    assert!(unsigned.status == 2 && unsigned.err.contains("--reason"), "{}", unsigned.err);
    assert_eq!(std::fs::read(commune.raw().join("decisions/decided.csv")).unwrap(), before, "nothing was written");
}

#[test]
fn two_rows_of_one_person_are_ruled_apart_by_their_places() {
    let commune = commune();
    let fiche = "7;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;CM\n";
    commune.write("census/Q06 Boma_2018.csv", format!("{HEADINGS}{fiche}"));
    commune.run();
    assert_eq!(person(&commune, "Zébédée").n_sources, 2);
    decided(&commune, &["different", "census/Q06 Boma_2017.csv!2", "census/Q06 Boma_2018.csv!2"]);
    commune.run();
    let parted = commune.table::<PersonRow>().into_iter().filter(|person| person.nom == "XIMUAMBA").count();
    assert_eq!(parted, 2);
}

#[test]
fn a_value_that_nobody_can_have_is_refused_with_its_reason() {
    let commune = commune();
    let [zebedee, quitterie] = ["Zébédée", "Quitterie"].map(|prenom| person(&commune, prenom));
    let names = |own: &PersonRow| format!("{};{};{}", own.nom, own.postnom, own.prenom);
    let [of_zebedee, of_quitterie] = [&zebedee, &quitterie].map(names);
    let (zeb, old) = (zebedee.person_id, quitterie.person_id);
    commune.write(
        "events/evenements_2018.csv",
        format!(
            "Événement;Date de l'événement;Identifiant;Nom;Post-nom;Prénom\n\
            Décès;01/02/2018;{zeb};{of_zebedee}\nDépart;05/06/2016;{old};{of_quitterie}\n"
        ),
    );
    commune.run();
    assert_eq!(person(&commune, "Zébédée").status, "deceased");
    for (words, told) in [
        (&["value", &zeb, "born_on", "2099-01-01"][..], "après aujourd’hui"),
        (&["value", &old, "born_on", "01/01/2099"], "après aujourd’hui"),
        (&["value", &zeb, "born_on", "02/02/2018"], "décédée le 01/02/2018"),
        (&["value", &old, "born_on", "2017"], "05/06/2016"),
        (&["value", &old, "born_on", "12/05/1842"], "plus que 120"),
        (&["value", &old, "born_on", "31/02/1980"], "31/02/1980"),
        (&["value", &old, "sex", "X"], "sexe"),
        (&["value", &old, "nom", "12345"], "12345"),
        (&["value", &old, "quartier", "Nulle part"], "Nulle part"),
    ] {
        let said = decide(&commune, words);
        assert_eq!(said.status, 2, "{words:?}: {}", said.out);
        assert!(said.err.contains(told) && said.err.contains("Que faire"), "{words:?}: {}", said.err);
    }
    assert!(!commune.raw().join("decisions").exists(), "nothing was written");
    // An approximate year is allowed what it may be wrong by, and a name that is left may lose its other parts.
    decided(&commune, &["value", &old, "born_on", "17/08/1948"]);
    decided(&commune, &["value", &old, "nom", ""]);
    decided(&commune, &["value", &old, "postnom", ""]);
    let said = decide(&commune, &["value", &old, "prenom", ""]);
    assert!(said.status == 2 && said.err.contains("nom de cette personne"), "{}", said.err);
}

#[test]
fn a_future_date_in_a_file_of_rulings_is_not_followed() {
    let commune = commune();
    let old = person(&commune, "Quitterie").person_id;
    decided(&commune, &["value", &old, "born_on", "17/08/1948"]);
    let path = commune.raw().join("decisions/decided.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("17/08/1948", "17/08/2099")).unwrap();
    let said = commune.bato(&["run"]);
    assert!(said.out.contains("pas possible"), "{}{}", said.out, said.err);
    assert_eq!(person(&commune, "Quitterie").born_on.unwrap().to_string(), "1950-03-02");
}

#[test]
fn a_new_value_replaces_the_ruling_that_says_otherwise() {
    use bato::app::{Access, DecisionRequest, Signature, decide};
    let commune = commune();
    let xav = person(&commune, "Xaverine").person_id;
    decided(&commune, &["value", &xav, "postnom", "ZOLAA"]);
    // The wrong ruling waits: the register still has the right name.
    assert_eq!(decide_again(&commune, &xav, "ZOLA").status, 2);
    let access = Access::new("2018-06-01T09:00:00+01:00".to_owned(), Some("A. Agent"), Some("guichet")).unwrap();
    let signature = Signature { at: access.at().to_owned(), author: "A. Agent".into(), reason: "vu la carte".into() };
    let request = DecisionRequest::NewValue { who: xav, field: "postnom".into(), value: "ZOLA".into() };
    let config = bato::config::Config::default();
    decide(&commune.clean(), &commune.raw(), &config, &request, &signature, &access).unwrap();
    commune.run();
    assert_eq!(person(&commune, "Xaverine").postnom, "ZOLA");
}

fn decide_again(commune: &Commune, id: &str, value: &str) -> Said {
    decide(commune, &["value", id, "postnom", value])
}
