//! Tests of the history of the register: persons withdrawn, changed values with their cells, older versions, backups.

use bato::store::{HistoryRow, PersonRow, WithdrawnRow};

use crate::door::{Commune, some_files};

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const FICHE: &str = "7;Boma;Kasai;12;XIMUAMBA;MUYA;Zébédée;M;03/04/1970;CM\n\
                     7;Boma;Kasai;12;KAPINGA;ZOLA;Xaverine;F;09/11/1975;Épouse\n";

fn commune() -> Commune {
    let commune = Commune::with(&some_files());
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{FICHE}"));
    commune.run();
    commune
}

fn person(commune: &Commune, prenom: &str) -> PersonRow {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom).unwrap()
}

#[test]
fn a_withdrawn_person_is_found_with_the_reason_and_comes_back_with_the_rows() {
    let commune = commune();
    let xaverine = person(&commune, "Xaverine");
    for (text, reason, said) in [
        (FICHE.lines().next().map(|line| format!("{line}\n")), "row-gone", "la ligne n’est plus dans le fichier"),
        (Some(FICHE.replace("09/11/1975", "09/11/2075")), "row-quarantined", "la ligne est en quarantaine"),
        (None, "file-gone", "le fichier n’est plus là"),
    ] {
        match &text {
            Some(text) => commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{text}")),
            None => std::fs::remove_file(commune.raw().join("census/Q06 Boma_2017.csv")).unwrap(),
        }
        let refused = commune.bato(&["run"]);
        assert_eq!(refused.status, 2, "a person would be withdrawn without --accept-removals: {}", refused.out);
        assert!(refused.err.contains(&xaverine.person_id), "{}", refused.err);
        let said_of_run = commune.bato(&["run", "--accept-removals"]);
        assert_eq!(said_of_run.status, 0, "{}", said_of_run.err);
        commune.assert_whole();
        let gone: Vec<WithdrawnRow> = commune.table();
        let row = gone.iter().find(|row| row.person_id == xaverine.person_id).unwrap();
        assert_eq!((row.reason.as_str(), row.file.as_str(), row.row), (reason, "census/Q06 Boma_2017.csv", 3));
        let found = commune.bato(&["find", "xaverine", "kapinga"]);
        assert!(found.out.contains(&xaverine.person_id) && found.out.contains(said), "{}", found.out);
        let shown = commune.bato(&["show", &xaverine.person_id]);
        assert!(shown.out.contains(said) && shown.out.contains("Q06 Boma_2017.csv:3"), "{}", shown.out);
        commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{FICHE}"));
        commune.run();
        assert_eq!(person(&commune, "Xaverine").person_id, xaverine.person_id);
        assert!(!commune.table::<WithdrawnRow>().iter().any(|row| row.person_id == xaverine.person_id));
    }
    let history = commune.bato(&["show", &xaverine.person_id, "--history"]);
    assert_eq!(history.out.matches("Retirée du registre").count(), 3, "{}", history.out);
    assert_eq!(history.out.matches("de retour dans le registre").count(), 3, "{}", history.out);
}

#[test]
fn the_history_holds_each_change_with_its_cell_after_older_versions_are_deleted() {
    let commune = commune();
    std::fs::write(commune.raw().with_file_name("bato.toml"), "[run]\nkeep_generations = 3\n").unwrap();
    let id = person(&commune, "Zébédée").person_id;
    for day in ["13/04/1970", "13/05/1970", "13/06/1970", "13/07/1970"] {
        commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{}", FICHE.replace("03/04/1970", day)));
        commune.run();
    }
    let days: Vec<(i32, Option<String>, Option<String>)> = commune
        .table::<HistoryRow>()
        .into_iter()
        .filter(|row| row.person_id == id && row.field == "born_on")
        .map(|row| (row.generation, row.after, row.column))
        .collect();
    let change = |generation, day: &str| (generation, Some(format!("{day} (day)")), Some("I".to_owned()));
    let expected = [(2, "1970-04-13"), (3, "1970-05-13"), (4, "1970-06-13"), (5, "1970-07-13")];
    assert_eq!(days, expected.map(|(generation, day)| change(generation, day)));
    let said = commune.bato(&["show", &id, "--history"]);
    assert!(
        said.out.contains("version 2 (")
            && !said.out.contains("version 2 (20")
            && said.out.contains("Q06 Boma_2017.csv:I2"),
        "{}",
        said.out
    );
    let said = commune.bato(&["show", &id, "--generation", "1"]);
    assert_eq!(said.status, 2, "version 1 is no longer kept: {}", said.out);
    let said = commune.bato(&["show", &id, "--generation", "3"]);
    assert!(said.out.contains("13/05/1970"), "{}", said.out);
}

#[test]
fn an_older_version_is_exported_and_put_back_into_use() {
    let commune = commune();
    let first = commune.bato(&["export", "persons"]).out;
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{}", FICHE.replace("Zébédée", "Zébédéee")));
    commune.run();
    assert_ne!(commune.bato(&["export", "persons"]).out, first);
    assert_eq!(commune.bato(&["export", "persons", "--generation", "1"]).out, first);
    let said = commune.bato(&["restore", "--generation", "1"]);
    assert_eq!(said.status, 0, "{}", said.err);
    commune.assert_whole();
    assert_eq!(commune.current().number, 3);
    assert_eq!(commune.bato(&["export", "persons"]).out, first);
    let said = commune.bato(&["restore", "--generation", "9"]);
    assert!(said.status == 2 && said.err.contains("1, 2, 3"), "{}", said.err);
    assert_eq!(commune.run().number, 4, "a run follows a restore");
    for number in ["1", "2", "3", "4"] {
        let said = commune.bato(&["verify", "--generation", number]);
        assert_eq!(said.status, 0, "version {number}: {}{}", said.out, said.err);
    }
}

#[test]
fn a_backup_puts_the_whole_register_back_elsewhere() {
    let commune = commune();
    commune.bato(&["find", "zebedee"]);
    let said = commune.bato(&["backup", "copie.bato.zip"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let said = commune.bato(&["restore", "copie.bato.zip"]);
    assert!(said.status == 2 && said.err.contains("déjà"), "{}", said.err);
    let said = commune.bato(&["restore", "copie.bato.zip", "--raw", "ailleurs/brut", "--clean", "ailleurs/net"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let verified = commune.bato(&["verify", "--full", "--raw", "ailleurs/brut", "--clean", "ailleurs/net"]);
    assert_eq!(verified.status, 0, "{}{}", verified.out, verified.err);
    let of = |clean: &str| commune.bato(&["export", "persons", "--clean", clean]).out;
    assert_eq!(of("ailleurs/net"), of("data-clean"));
    let again = commune.bato(&["run", "--raw", "ailleurs/brut", "--clean", "ailleurs/net"]);
    assert!(again.out.contains("Rien ne change") || again.err.contains("Rien ne change"), "{}{}", again.out, again.err);
}

#[test]
fn verify_full_finds_a_row_that_the_manifest_does_not_count() {
    let commune = commune();
    let said = commune.bato(&["verify", "--full"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("Recomptées par un autre chemin"), "{}", said.out);
    // A file that changed since it was read is listed, and is no fault of the register.
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{FICHE}{FICHE}"));
    let said = commune.bato(&["verify", "--full"]);
    assert_eq!(said.status, 0, "{}", said.out);
    assert!(said.out.contains("Fichiers changés ou absents depuis") && said.out.contains("Q06 Boma"), "{}", said.out);
    let generation = commune.current();
    let mut counted = bato::recount::recount(&generation, &commune.raw()).unwrap();
    assert!(counted.check().ok && counted.n_rows > 100);
    let mut other = generation.clone();
    let sheets = other.manifest.inputs.iter_mut().flat_map(|input| &mut input.sheets);
    let sheet = sheets.last().unwrap();
    sheet.rows -= 1;
    counted = bato::recount::recount(&other, &commune.raw()).unwrap();
    assert!(!counted.check().ok);
    assert_eq!(counted.unequal.len(), 1);
}
