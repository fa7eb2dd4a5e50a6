//! What stops a run before it begins: status 2, a message with the remedy, the old register untouched.

use bato::store::PersonRow;

use crate::door::{Commune, some_files};

#[test]
fn a_bad_setting_or_folder_stops_the_run_with_a_remedy() {
    let commune = Commune::with(&some_files()[..2]);
    let first = commune.run();
    for (toml, says) in [
        ("[run]\ncomune = \"x\"\n", "ligne 2 : le réglage « comune » n’existe pas"),
        ("[link]\naccept = 2.0\n", "link.accept vaut 2, hors de 0.5 à 1"),
        ("[link\n", "ne peut pas être lu"),
        ("[run]\nlang = \"de\"\n", "La langue « de »"),
        ("[ingest.headings]\nsurname = [\"NOM\"]\n", "« surname »"),
        ("[validate.severity]\nno-such-rule = \"error\"\n", "« no-such-rule »"),
        ("[validate.severity]\nsex-missing = \"fatal\"\n", "« fatal »"),
    ] {
        std::fs::write(commune.raw().join("bad.toml"), toml).unwrap();
        let said = commune.bato(&["run", "--config", "data-raw/bad.toml"]);
        assert_eq!(said.status, 2, "{toml}{}", said.out);
        assert!(said.err.contains(says) && said.err.contains("Que faire"), "{toml}{}", said.err);
    }
    let said = commune.bato(&["run", "--raw", "nowhere"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("nowhere") && said.err.contains("--raw"), "{}", said.err);
    assert_eq!(commune.current(), first, "the old register stands");
}

#[test]
fn a_severity_can_be_changed() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", "Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\nMBALA;LEMA;Bruno;;08/10/1961;Chef\nPANZU;DIA;Ruth;F;01/01/1980;Épouse\n");
    commune.run();
    assert_eq!(commune.table::<bato::store::PersonRow>().len(), 2);
    std::fs::write(commune.raw().join("strict.toml"), "[validate.severity]\nsex-missing = \"error\"\n").unwrap();
    let said = commune.bato(&["run", "--config", "data-raw/strict.toml", "--accept-removals"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let quarantine: Vec<bato::store::QuarantineRow> = commune.table();
    assert_eq!(quarantine.iter().map(|row| row.rule.as_str()).collect::<Vec<_>>(), ["sex-missing"]);
}

#[test]
fn arguments_that_are_wrong_are_told_in_the_language_asked_for() {
    let commune = Commune::empty();
    for (words, says) in [
        (&["bogus"][..], "la commande « bogus » n’existe pas"),
        (&["run", "--bogus"], "l’option « --bogus » n’existe pas"),
        (&["check"], "il manque"),
        (&["export", "persons"], "Il n’y a pas encore de registre"),
        (&["verify"], "Il n’y a pas encore de registre"),
    ] {
        let said = commune.bato(words);
        assert_eq!(said.status, 2, "{words:?}");
        assert!(said.err.contains(says), "{words:?}: {}", said.err);
    }
    let said = commune.bato(&["--help"]);
    assert_eq!(said.status, 0);
    for part in ["Usage :", "Commandes :", "run", "check", "report", "export", "verify"] {
        assert!(said.out.contains(part), "{part}");
    }
}

#[test]
fn trained_weights_are_used_again_and_others_refused() {
    let commune = Commune::with(&some_files());
    let learnt = commune.run();
    let persons = commune.table::<PersonRow>();
    let manifest = learnt.dir.join("manifest.json");
    let settings = commune.raw().with_file_name("bato.toml");
    let weights = commune.raw().with_file_name("weights.json");
    std::fs::copy(manifest, &weights).unwrap();
    std::fs::write(&settings, "[link]\nmodel = \"weights.json\"\n").unwrap();
    let again = commune.run();
    assert!(again.manifest.model == learnt.manifest.model, "used as they are, not learnt");
    assert_eq!(commune.table::<PersonRow>(), persons);

    std::fs::write(&weights, r#"{"share_of_matches":0.1,"share_of_relatives":0.1,"levels":{}}"#).unwrap();
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("weights.json"), "{}", said.err);
}
