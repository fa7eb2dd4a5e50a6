//! Tests of settings and arguments: bad ones stop the run with status 2 and a remedy, and the old register stays
//! untouched.

use bato::store::PersonRow;

use crate::door::{Commune, some_files};

#[test]
fn a_bad_setting_or_folder_stops_the_run_with_a_remedy() {
    let commune = Commune::with(&some_files()[..2]);
    let first = commune.run();
    for (toml, expected) in [
        ("[run]\ncomune = \"x\"\n", "ligne 2 : le réglage « comune » n’existe pas"),
        ("[link]\naccept = 2.0\n", "link.accept vaut 2, hors de 0.5 à 1"),
        ("[link\n", "ne peut pas être lu"),
        ("[run]\nlang = \"de\"\n", "La langue « de »"),
        ("[ingest.headings]\nsurname = [\"NOM\"]\n", "« surname »"),
        ("[validate.severity]\nno-such-rule = \"error\"\n", "« no-such-rule »"),
        ("[validate.severity]\nsex-missing = \"fatal\"\n", "« fatal »"),
    ] {
        std::fs::write(commune.raw().join("bad.toml"), toml).unwrap();
        let output = commune.bato(&["run", "--config", "data-raw/bad.toml"]);
        assert_eq!(output.status, 2, "{toml}{}", output.out);
        assert!(output.err.contains(expected) && output.err.contains("Que faire"), "{toml}{}", output.err);
    }
    let output = commune.bato(&["run", "--raw", "nowhere"]);
    assert_eq!(output.status, 2);
    assert!(output.err.contains("nowhere") && output.err.contains("--raw"), "{}", output.err);
    assert_eq!(commune.current(), first, "the old register is unchanged");
}

#[test]
fn a_severity_can_be_changed() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", "Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\nMBALA;LEMA;Bruno;;08/10/1961;Chef\nPANZU;DIA;Ruth;F;01/01/1980;Épouse\n");
    commune.run();
    assert_eq!(commune.table::<bato::store::PersonRow>().len(), 2);
    std::fs::write(commune.raw().join("strict.toml"), "[validate.severity]\nsex-missing = \"error\"\n").unwrap();
    let output = commune.bato(&["run", "--config", "data-raw/strict.toml", "--accept-removals"]);
    assert_eq!(output.status, 0, "{}", output.err);
    let quarantine: Vec<bato::store::QuarantineRow> = commune.table();
    assert_eq!(quarantine.iter().map(|row| row.rule.as_str()).collect::<Vec<_>>(), ["sex-missing"]);
}

#[test]
fn wrong_arguments_are_reported_in_the_language_of_the_user() {
    let commune = Commune::empty();
    for (words, expected) in [
        (&["bogus"][..], "la commande « bogus » n’existe pas"),
        (&["run", "--bogus"], "l’option « --bogus » n’existe pas"),
        (&["check"], "il manque"),
        (&["run", "--threads", "99999999999"], "99999999999"),
        (&["run", "--threads", "0"], "--threads"),
        (&["export", "persons"], "Il n’y a pas encore de registre"),
        (&["verify"], "Il n’y a pas encore de registre"),
    ] {
        let output = commune.bato(words);
        assert_eq!(output.status, 2, "{words:?}");
        assert!(output.err.contains(expected), "{words:?}: {}", output.err);
    }
    let output = commune.bato(&["--help"]);
    assert_eq!(output.status, 0);
    for part in ["Usage :", "Commandes :", "run", "check", "report", "export", "verify"] {
        assert!(output.out.contains(part), "{part}");
    }
}

#[test]
fn weights_of_an_earlier_run_are_used_and_incomplete_ones_are_refused() {
    let commune = Commune::with(&some_files());
    let first = commune.run();
    let persons = commune.table::<PersonRow>();
    let manifest = first.dir.join("manifest.json");
    let settings = commune.raw().with_file_name("bato.toml");
    let weights = commune.raw().with_file_name("weights.json");
    std::fs::copy(manifest, &weights).unwrap();
    std::fs::write(&settings, "[link]\nmodel = \"weights.json\"\n").unwrap();
    let second = commune.run();
    assert!(second.manifest.model == first.manifest.model, "the weights must be used unchanged");
    assert_eq!(commune.table::<PersonRow>(), persons);

    std::fs::write(&weights, r#"{"share_of_matches":0.1,"share_of_relatives":0.1,"levels":{}}"#).unwrap();
    let output = commune.bato(&["run"]);
    assert_eq!(output.status, 2);
    assert!(output.err.contains("weights.json"), "{}", output.err);
}
