//! Tests that `check --explain` shows the tables of a file, the field of each column with the reason, and the rows left
//! out.

use crate::door::Commune;

#[test]
fn explain_shows_headings_fields_and_rows_left_out() {
    let commune = Commune::empty();
    let text =
        "Quartier : Boma\n;Identité;;;Sexe;;Code\nN°;Nom;Post-nom;Prénom;M;F;\n1;MBALA;LEMA;Bruno;X;;z\nTotal;1\n";
    commune.write("census/feuille_2017.csv", text);
    let path = commune.raw().join("census/feuille_2017.csv");
    let output = commune.bato(&["check", "--explain", path.to_str().unwrap()]);
    for line in [
        "Tableau : titres ligne 3, une ligne de données (ligne 4)",
        "B  « Identité / Nom » : nom (d’après le titre au-dessus)",
        "E  « Sexe / M » : croix si c’est un homme (d’après le titre au-dessus)",
        "G  « Code » : pas reconnu, gardé tel quel (aucun titre connu)",
        "titres de colonnes : lignes 2 à 3",
        "total ou report : ligne 5",
    ] {
        assert!(output.out.contains(line), "{line}\n{}", output.out);
    }
    let plain = commune.bato(&["check", path.to_str().unwrap()]);
    assert!(!plain.out.contains("Tableau :"), "{}", plain.out);
}

#[test]
fn a_pinned_column_has_the_field_of_the_settings() {
    let commune = Commune::empty();
    commune.write("census/feuille_2017.csv", "Quartier;Nom;Prénom;Sexe;Zone\nBoma;MBALA;Ruth;F;12/05/1999\n");
    let pin = "[[ingest.pin]]\nfile = \"feuille*\"\ncolumn = \"E\"\nfield = \"birth_date\"\n";
    let settings = commune.raw().join("reglages.toml");
    std::fs::write(&settings, pin).unwrap();
    let path = commune.raw().join("census/feuille_2017.csv");
    let words = ["check", "--explain", path.to_str().unwrap(), "--config", settings.to_str().unwrap()];
    let output = commune.bato(&words);
    assert!(output.out.contains("« Zone » : date de naissance (fixé par un réglage)"), "{}", output.out);
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
        let output = commune.bato(&["export", table]);
        assert!(!output.out.contains("Zzreligion") && !output.out.contains("Zztribu"), "{table}: {}", output.out);
    }
    assert!(commune.bato(&["export", "findings"]).out.contains("sensitive-left-out"));
}
