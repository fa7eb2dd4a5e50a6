//! Tests of the changes that a run shows before it publishes, of `run --dry-run`, and of `diff`.

use bato::store::{HouseholdRow, PersonRow};

use crate::door::{Commune, some_files};

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const HEAD: &str = "7;Boma;Kasai;12;ILUNGA;MUYA;David;M;03/04/1970;CM\n";
const SPOUSE: &str = "7;Boma;Kasai;12;KAPINGA;ZOLA;Ruth;F;09/11/1975;Épouse\n";
const SHEET: &str = "census/Q06 Boma_2017.csv";

fn published() -> Commune {
    let commune = Commune::with(&some_files());
    commune.write(SHEET, format!("{HEADINGS}{HEAD}{SPOUSE}"));
    commune.run();
    commune
}

#[test]
fn a_dry_run_shows_the_changes_and_publishes_nothing() {
    let commune = published();
    let before = commune.current();
    let child = "7;Boma;Kasai;12;ILUNGA;NSIMBA;Noé;M;12/01/2003;Fils\n";
    commune.write(SHEET, format!("{HEADINGS}{}{SPOUSE}{child}", HEAD.replace("1970", "1971")));
    let output = commune.bato(&["run", "--dry-run"]);
    assert_eq!(output.status, 0, "{}", output.err);
    for part in [
        "Q06 Boma_2017.csv : fichier modifié, 1 ajoutée, 1 corrigée",
        "Personnes dont une valeur change : 1",
        "naissance : 03/04/1970 → 03/04/1971",
        "Personnes nouvelles : 1",
        "rien n’a été enregistré",
    ] {
        assert!(output.out.contains(part), "{part} is missing from:\n{}", output.out);
    }
    assert_eq!(commune.current(), before, "the dry run published");

    // The run itself prints the same changes and makes them; afterwards `diff` prints them again.
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("03/04/1970 → 03/04/1971"), "{}", said.out);
    let diff = commune.bato(&["diff"]);
    assert_eq!(diff.status, 0, "{}", diff.err);
    assert!(diff.out.contains("De la version 1") && diff.out.contains("03/04/1971"), "{}", diff.out);
    let back = commune.bato(&["diff", "2", "1", "--all"]);
    assert!(back.out.contains("03/04/1971 → 03/04/1970"), "{}", back.out);
    let unknown = commune.bato(&["diff", "9"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.err.contains("1, 2"), "{}", unknown.err);
}

#[test]
fn a_renamed_file_changes_no_id_and_an_older_copy_is_recognised() {
    let commune = published();
    let ids = |commune: &Commune| -> Vec<String> {
        commune.table::<PersonRow>().into_iter().map(|person| person.person_id).collect()
    };
    let before = ids(&commune);
    let path = |name: &str| commune.raw().join(name);
    std::fs::rename(path(SHEET), path("census/x.csv")).unwrap();
    let output = commune.bato(&["run"]);
    assert_eq!(output.status, 0, "{}", output.err);
    assert!(output.out.contains("x.csv : renommé, avant « census/Q06 Boma_2017.csv »"), "{}", output.out);
    assert_eq!(ids(&commune), before);

    let old = std::fs::read(path("census/x.csv")).unwrap();
    commune.write("census/x.csv", format!("{HEADINGS}{HEAD}{}", SPOUSE.replace("1975", "1976")));
    commune.run();
    commune.write("census/x.csv", old);
    let output = commune.bato(&["run", "--dry-run"]);
    assert!(output.out.contains("x.csv : copie plus ancienne, celle de la version 2"), "{}", output.out);
}

#[test]
fn a_missing_or_empty_sheet_stops_the_run() {
    for emptied in [false, true] {
        let commune = published();
        let before = commune.current();
        if emptied {
            commune.write(SHEET, HEADINGS);
        } else {
            std::fs::remove_file(commune.raw().join(SHEET)).unwrap();
        }
        let said = commune.bato(&["run"]);
        assert_eq!(said.status, 2, "{}", said.out);
        assert!(said.out.contains("Personnes qui n’ont plus aucune ligne : 2"), "{}", said.out);
        assert!(said.out.contains("KAPINGA ZOLA Ruth"), "{}", said.out);
        assert_eq!(commune.current(), before);
        let trial = commune.bato(&["run", "--dry-run"]);
        assert!(trial.status <= 1, "a dry run must not stop: {}", trial.err);
        assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0, "emptied: {emptied}");
    }
}

/// A register of one household.
fn one_household() -> Commune {
    let commune = Commune::empty();
    commune.write(SHEET, format!("{HEADINGS}{HEAD}{SPOUSE}"));
    commune.run();
    commune
}

#[test]
fn who_lives_in_another_house_is_shown_and_has_a_history() {
    let commune = one_household();
    commune.write(SHEET, format!("{HEADINGS}{HEAD}{SPOUSE}").replace("Kasai;12", "Lukula;59"));
    let output = commune.bato(&["run", "--dry-run"]);
    for part in ["Personnes dont une valeur change : 2", "avenue : Kasai → Lukula", "n° de parcelle : 12 → 59"] {
        assert!(output.out.contains(part), "{part} is missing from:\n{}", output.out);
    }
    commune.run();
    let id = commune.table::<PersonRow>().into_iter().find(|person| person.prenom == "Ruth").unwrap().person_id;
    let shown = commune.bato(&["show", "--history", &id]);
    assert!(shown.out.contains("avenue : Kasai → Lukula"), "{}", shown.out);
    assert!(commune.bato(&["diff"]).out.contains("n° de parcelle : 12 → 59"));
    let output = commune.bato(&["run", "--dry-run"]);
    assert!(output.out.contains("Rien ne change"), "{}", output.out);
}

#[test]
fn an_address_that_is_corrected_changes_the_whole_household() {
    let commune = one_household();
    for (row, letters) in [("2", "D"), ("3", "D")] {
        let said =
            commune.bato(&["correct", SHEET, "", row, letters, "--new", "59", "--reason", "fiche", "--who", "Jean"]);
        assert_eq!(said.status, 0, "{}", said.err);
    }
    // No file and no row of the table of persons changes.
    let output = commune.bato(&["run", "--dry-run"]);
    assert!(!output.out.contains("Rien ne change"), "{}", output.out);
    assert_eq!(output.out.matches("n° de parcelle : 12 → 59").count(), 2, "{}", output.out);
    assert_eq!(commune.bato(&["run"]).status, 0);
    assert_eq!(commune.table::<HouseholdRow>()[0].parcel.as_deref(), Some("59"));
}

#[test]
fn a_household_is_named_by_its_head() {
    let commune = Commune::empty();
    let other = HEAD.replace("7;Boma;Kasai;12;ILUNGA;MUYA;David", "8;Boma;Inga;3;XIMBALA;LEMA;Jean");
    commune.write(SHEET, format!("{HEADINGS}{HEAD}{SPOUSE}{other}"));
    commune.run();
    commune.write(SHEET, format!("{HEADINGS}{HEAD}{other}{}", SPOUSE.replace("7;Boma;Kasai;12", "8;Boma;Inga;3")));
    let output = commune.bato(&["run", "--dry-run"]);
    assert!(output.out.contains("ménage : ILUNGA MUYA David (M-"), "{}", output.out);
    assert!(output.out.contains("→ XIMBALA LEMA Jean (M-"), "{}", output.out);
}
