//! `check --explain` shows the tables found, what each column was taken for and why, and the rows left out.

use crate::door::Commune;

#[test]
fn how_a_sheet_was_read_can_be_seen() {
    let commune = Commune::empty();
    let text =
        "Quartier : Boma\n;Identité;;;Sexe;;Code\nN°;Nom;Post-nom;Prénom;M;F;\n1;MBALA;LEMA;Bruno;X;;z\nTotal;1\n";
    commune.write("census/feuille_2017.csv", text);
    let path = commune.raw().join("census/feuille_2017.csv");
    let said = commune.bato(&["check", "--explain", path.to_str().unwrap()]);
    for told in [
        "Tableau : titres ligne 3, une ligne de données (ligne 4)",
        "B  « Identité / Nom » : nom (titre au-dessus de plusieurs colonnes)",
        "E  « Sexe / M » : croix si c’est un homme (titre au-dessus de plusieurs colonnes)",
        "G  « Code » : pas reconnu, gardé tel quel (aucun titre connu)",
        "titres de colonnes : lignes 2 à 3",
        "total ou report : ligne 5",
    ] {
        assert!(said.out.contains(told), "{told}\n{}", said.out);
    }
    let silent = commune.bato(&["check", path.to_str().unwrap()]);
    assert!(!silent.out.contains("Tableau :"), "{}", silent.out);
}

#[test]
fn a_pinned_column_is_what_the_settings_say() {
    let commune = Commune::empty();
    commune.write("census/feuille_2017.csv", "Quartier;Nom;Prénom;Sexe;Zone\nBoma;MBALA;Ruth;F;12/05/1999\n");
    let pin = "[[ingest.pin]]\nfile = \"feuille*\"\ncolumn = \"E\"\nfield = \"birth_date\"\n";
    let settings = commune.raw().join("reglages.toml");
    std::fs::write(&settings, pin).unwrap();
    let path = commune.raw().join("census/feuille_2017.csv");
    let words = ["check", "--explain", path.to_str().unwrap(), "--config", settings.to_str().unwrap()];
    let said = commune.bato(&words);
    assert!(said.out.contains("« Zone » : date de naissance (fixé dans bato.toml)"), "{}", said.out);
}

#[test]
fn sensitive_values_reach_no_table() {
    let commune = Commune::empty();
    commune.write(
        "census/feuille_2017.csv",
        "Quartier;Nom;Prénom;Sexe;Date de naissance;Religion;Tribu\nBoma;MBALA;Ruth;F;12/05/1999;Zzreligion;Zztribu\n",
    );
    commune.run();
    for table in ["persons", "lineage", "quarantine", "findings", "columns", "households"] {
        let said = commune.bato(&["export", table]);
        assert!(!said.out.contains("Zzreligion") && !said.out.contains("Zztribu"), "{table}: {}", said.out);
    }
    assert!(commune.bato(&["export", "findings"]).out.contains("sensitive-left-out"));
}
