//! Parcels and an insider: what leaves is named in the log and the journal, no file of the register leaves as a sheet,
//! a log that was put back is noticed by what parcels and receipts name, and a pipe hangs nothing.

use crate::door::{FOLDERS_HERE, OfficeRegister, Said, copy_folder};
use crate::parcels::{SHEET, lose_all_but_parcels, two_offices};

const SHEET_OF_BOMA: &str = "Quartier;Nom;Prénom;Sexe\nBoma;MBALA;Ruth;F\n";

/// Returns the lines of the log of look-ups of an office, as the program shows them.
fn log_of(office: &OfficeRegister) -> String {
    office.succeed(&["log", "--last", "1000"])
}

#[test]
fn no_file_of_the_register_leaves_as_a_sheet() {
    let (quartier, _) = two_offices();
    quartier.commune.write("census/Q06.csv", SHEET_OF_BOMA);
    quartier.commune.run();
    let table = quartier.commune.current().dir.join("persons.parquet");
    let report = quartier.commune.clean().join("reports/interne.csv");
    let in_raw = |name: &str| quartier.commune.raw().join("census").join(name);
    std::fs::copy(&table, in_raw("copie.csv")).unwrap();
    std::fs::copy(&report, in_raw("rapport.csv")).unwrap();
    std::fs::hard_link(quartier.commune.clean().join("log/lookups.jsonl"), in_raw("liste.csv")).unwrap_or_default();
    std::fs::write(in_raw("other.csv"), [b"PAR1".as_slice(), b"a table of another register"].concat()).unwrap();
    quartier.succeed(&["backup", "copie.zip"]);
    std::fs::rename(quartier.at("copie.zip"), in_raw("copie.xlsx")).unwrap();
    // Tables as the register exports them, figures with one line more, an earlier copy of the log.
    for (table, name) in [("persons", "p.csv"), ("persons", "p.xlsx"), ("births", "b.csv"), ("lineage", "l.csv")] {
        let format = name.rsplit('.').next().unwrap();
        quartier.succeed(&["export", table, "--format", format, "-o", name]);
        std::fs::rename(quartier.at(name), in_raw(name)).unwrap();
    }
    std::fs::write(in_raw("chiffres.csv"), std::fs::read_to_string(&report).unwrap() + "\n").unwrap();
    let log = std::fs::read_to_string(quartier.commune.clean().join("log/lookups.jsonl")).unwrap();
    std::fs::write(in_raw("journal.csv"), log.lines().next().unwrap().to_owned() + "\n").unwrap();
    let mut files = vec![table.clone(), report.clone(), quartier.commune.clean().join("CURRENT")];
    files.extend(["copie.csv", "rapport.csv", "other.csv", "copie.xlsx"].map(in_raw));
    files.extend(["p.csv", "p.xlsx", "b.csv", "l.csv", "chiffres.csv", "journal.csv"].map(in_raw));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&table, in_raw("lien.csv")).unwrap();
        files.extend([in_raw("lien.csv"), in_raw("liste.csv")]);
    }
    for file in &files {
        for kind in ["census", "births", "decisions", "course"] {
            let words = ["parcel", "seal", "--to", "KIMB", "--kind", kind, "-o", "out", file.to_str().unwrap()];
            let said = quartier.bato(&words);
            let is_refused = said.status == 2 && said.err.contains("est un fichier du registre");
            assert!(is_refused, "{} as {kind}: {}{}", file.display(), said.out, said.err);
        }
    }
    let said =
        quartier.bato(&["parcel", "seal", "--to", "KIMB", "--kind", "backup", "-o", "out", "data-raw/census/Q06.csv"]);
    assert_eq!(said.status, 2, "{}", said.out);
    assert!(quartier.succeed(&["parcel", "list"]).contains("Aucun colis"));
    quartier.succeed(&["parcel", "seal", "--to", "KIMB", "-o", "out", "data-raw/census/Q06.csv"]);
}

#[test]
fn the_log_and_the_journal_name_what_left_and_who_can_open_it() {
    let (quartier, _) = two_offices();
    quartier.send(&quartier_of("KIMB"), "Q06 Boma.csv", SHEET);
    let log = log_of(&quartier);
    let hash = bato::store::Store::sha256_hex(SHEET.as_bytes());
    let line = log.lines().find(|line| line.contains("seal BOMA-KIMB-000001")).unwrap();
    for part in ["census", "KIMB Kimbanseke", "ZBOMA Coffre Quartier Boma", "Q06 Boma.csv", &hash[..12]] {
        assert!(line.contains(part), "{part}: {line}");
    }
    let journal = std::fs::read_to_string(quartier.commune.clean().join("parcels/journal.jsonl")).unwrap();
    assert!(journal.contains("Q06 Boma.csv") && journal.contains(&hash));
    quartier.succeed(&["office", "revoke", "KIMB", "--why", "PC volé"]);
    let log = log_of(&quartier);
    for words in ["new safe ZBOMA", "accept office KIMB Kimbanseke", "revoke office KIMB", "print office BOMA"] {
        assert!(log.contains(words), "{words}: {log}");
    }
}

/// An office of which the code alone counts.
fn quartier_of(code: &str) -> OfficeRegister {
    OfficeRegister { commune: crate::door::Commune::empty(), code: code.to_owned() }
}

#[test]
fn a_parcel_is_not_written_again_for_an_office_that_was_revoked() {
    let (quartier, commune) = two_offices();
    quartier.send(&commune, "Q06.csv", SHEET);
    let again = ["parcel", "seal", "--again", "BOMA-KIMB-000001", "-o", "again"];
    quartier.succeed(&again);
    let revoked = |code: &str| {
        quartier.succeed(&["office", "revoke", code, "--why", "PC volé"]);
        std::fs::remove_dir_all(quartier.at("again")).unwrap_or_default();
        let said = quartier.bato(&again);
        assert!(said.status == 2 && said.err.contains("PC volé"), "{}{}", said.out, said.err);
        assert!(!quartier.at("again").exists());
    };
    // The paper of the safe opens it, too.
    revoked("ZBOMA");
    revoked("KIMB");
}

/// Puts the log of look-ups and its record back as they were at a moment.
struct LogCopy(tempfile::TempDir);

impl LogCopy {
    fn of(office: &OfficeRegister) -> Self {
        let copy = tempfile::tempdir().unwrap();
        copy_folder(&office.commune.clean().join("log"), &copy.path().join("log"));
        std::fs::copy(office.commune.clean().join("lookups-head.json"), copy.path().join("head")).unwrap();
        Self(copy)
    }

    fn put_back(&self, office: &OfficeRegister) {
        copy_folder(&self.0.path().join("log"), &office.commune.clean().join("log"));
        std::fs::copy(self.0.path().join("head"), office.commune.clean().join("lookups-head.json")).unwrap();
    }
}

fn receipt(said: &Said) -> String {
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    said.out.lines().last().unwrap().to_owned()
}

#[test]
fn a_log_that_was_put_back_is_noticed_by_what_parcels_and_receipts_name() {
    let (quartier, commune) = two_offices();
    commune.commune.write("census/Q06.csv", SHEET_OF_BOMA);
    commune.commune.run();
    let parcels: Vec<_> = (1..=4).map(|n| quartier.send(&commune, &format!("Q1{n}.csv"), SHEET)).collect();
    let copy = LogCopy::of(&commune);
    (0..5).for_each(|_| drop(commune.succeed(&["find", "MBALA"])));
    let first = receipt(&commune.open(&parcels[0]));
    let said = commune.succeed(&["verify"]);
    assert!(said.contains("la ligne que les colis et les reçus nomment est là"), "{said}");
    copy.put_back(&commune);
    let third = receipt(&commune.open(&parcels[2]));
    let said = commune.bato(&["verify"]);
    assert!(said.status == 1 && said.out.contains("n’y est plus"), "{}{}", said.out, said.err);
    // The sender enters both: the later number names an earlier line.
    quartier.succeed(&["parcel", "receipt", "--enter", &first]);
    let said = quartier.succeed(&["parcel", "receipt", "--enter", &third]);
    assert!(said.contains("dans le reçu d’un colis d’avant"), "{said}");
    let list = quartier.succeed(&["office", "list"]);
    assert!(list.contains("lignes connues d’avant"), "{list}");
    // What is sealed after a receipt came is opened after it: a shorter log is certain then.
    let fifth = quartier.send(&commune, "Q15.csv", SHEET);
    copy.put_back(&commune);
    commune.succeed(&["find", "ZOLA"]);
    let shorter = receipt(&commune.open(&fifth));
    let said = quartier.bato(&["parcel", "receipt", "--enter", &shorter]);
    assert!(said.status == 1 && said.out.contains("avant que ce colis parte"), "{}{}", said.out, said.err);
    // Filled up with dull look-ups, the log still lacks the lines that were named.
    (0..20).for_each(|_| drop(commune.succeed(&["find", "ZOLA"])));
    assert_eq!(commune.bato(&["verify"]).status, 1);
    // A person acknowledges it, and what is missing next is said anew.
    commune.succeed(&["log", "--acknowledge", "--why", "copie reprise"]);
    let said = commune.succeed(&["verify"]);
    assert!(said.contains("dont une personne a pris acte"), "{said}");
    let copy = LogCopy::of(&commune);
    assert_eq!(commune.open(&parcels[1]).status, 0);
    copy.put_back(&commune);
    assert_eq!(commune.bato(&["verify"]).status, 1);
}

#[test]
fn a_forged_restore_accounts_for_no_line_that_parcels_name() {
    let (quartier, commune) = two_offices();
    quartier.commune.write("census/Q06.csv", SHEET_OF_BOMA);
    quartier.commune.run();
    quartier.succeed(&["find", "MBALA"]);
    quartier.send(&commune, "Q07.csv", SHEET);
    quartier.succeed(&["verify"]);
    let path = quartier.commune.clean().join("log/lookups.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    let kept: Vec<&str> = text.lines().take_while(|line| !line.contains("MBALA")).collect();
    let (last, hash) = (kept.last().unwrap(), |line: &str| bato::store::Store::sha256_hex(line.as_bytes()));
    let mut forged: serde_json::Value = serde_json::from_str(last).unwrap();
    let n = forged["n"].as_u64().unwrap() + 1;
    forged["n"] = n.into();
    (forged["what"], forged["asked"]) = ("restore".into(), "2026-01-01T00:00:00+01:00 /media/usb/copie.zip".into());
    forged["before"] = hash(last).into();
    let forged = forged.to_string();
    std::fs::write(&path, format!("{}\n{forged}\n", kept.join("\n"))).unwrap();
    let record = serde_json::json!({ "heads": [{ "n": n, "sha256": hash(&forged) }] }).to_string();
    std::fs::write(quartier.commune.clean().join("lookups-head.json"), record).unwrap();
    assert_eq!(quartier.bato(&["log"]).status, 0, "the log and its record fit");
    for _ in 0..2 {
        let said = quartier.bato(&["verify"]);
        assert!(said.status == 1 && said.out.contains("n’y est plus"), "{}{}", said.out, said.err);
        quartier.succeed(&["find", "ZOLA"]);
    }
    quartier.succeed(&["log", "--acknowledge", "--why", "demandé à la bourgmestre"]);
    quartier.succeed(&["verify"]);
}

#[test]
fn a_restored_backup_accounts_for_the_lines_that_were_named_before_it_alone() {
    let (quartier, commune) = two_offices();
    quartier.commune.write("census/Q06.csv", SHEET_OF_BOMA);
    quartier.commune.run();
    quartier.succeed(&["backup", "copie.zip"]);
    quartier.send(&commune, "Q07.csv", SHEET);
    lose_all_but_parcels(&quartier);
    quartier.succeed(&["restore", "copie.zip", "--commune", "Kimbanseke"]);
    let said = quartier.succeed(&["verify"]);
    assert!(said.contains("depuis une sauvegarde reprise"), "{said}");
    let copy = LogCopy::of(&quartier);
    // The line of the restore is named by the journal, too.
    let path = quartier.commune.clean().join("log/lookups.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    let kept: Vec<&str> = text.lines().take_while(|line| !line.contains("\"what\":\"restore\"")).collect();
    std::fs::write(&path, kept.join("\n") + "\n").unwrap();
    let last: serde_json::Value = serde_json::from_str(kept.last().unwrap()).unwrap();
    let hash = bato::store::Store::sha256_hex(kept.last().unwrap().as_bytes());
    let record = serde_json::json!({ "heads": [{ "n": last["n"], "sha256": hash }] }).to_string();
    std::fs::write(quartier.commune.clean().join("lookups-head.json"), record).unwrap();
    assert_eq!(quartier.bato(&["log"]).status, 0, "the log and its record fit");
    assert_eq!(quartier.bato(&["verify"]).status, 1);
    copy.put_back(&quartier);
    quartier.succeed(&["verify"]);
    quartier.send(&commune, "Q08.csv", SHEET);
    quartier.succeed(&["verify"]);
    copy.put_back(&quartier);
    assert_eq!(quartier.bato(&["verify"]).status, 1, "what was named after the restore is missing");
    quartier.succeed(&["log", "--acknowledge", "--why", "copie reprise"]);
    quartier.succeed(&["verify"]);
}

#[test]
fn after_a_restore_the_offices_that_are_trusted_again_are_named() {
    let (_, commune) = two_offices();
    commune.commune.write("census/Q06.csv", SHEET_OF_BOMA);
    commune.commune.run();
    commune.succeed(&["backup", "copie.zip"]);
    commune.succeed(&["office", "revoke", "BOMA", "--why", "PC volé"]);
    let other = OfficeRegister { commune: crate::door::Commune::empty(), code: "KIMB".to_owned() };
    std::fs::remove_dir_all(other.commune.raw()).unwrap();
    let zip = commune.at("copie.zip");
    let restore = ["restore", zip.to_str().unwrap(), "--commune", "Kimbanseke"];
    let said = other.succeed(&[&restore[..], &FOLDERS_HERE].concat());
    assert!(said.contains("Quartier Boma (BOMA)") && said.contains("révoquez-les de nouveau"), "{said}");
    std::fs::write(other.at("key.txt"), commune.key_line("key.html")).unwrap();
    let card = commune.at("card.bato-office");
    let said = other.succeed(&["office", "recover", card.to_str().unwrap(), "--key-file", "key.txt"]);
    assert!(said.contains("Quartier Boma (BOMA)"), "{said}");
}

/// Runs the program, which must end by itself.
#[cfg(unix)]
fn ends(office: &OfficeRegister, words: &[&str]) -> Said {
    let mut command = office.command(words);
    let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    for _ in 0..600 {
        if child.try_wait().unwrap().is_some() {
            return Said::of(child.wait_with_output().unwrap());
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    child.kill().unwrap();
    panic!("{words:?} does not end");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_a_card_a_key_or_a_manifest_is_refused() {
    let (quartier, commune) = two_offices();
    let pipe = |path: &std::path::Path| crate::door::succeed(std::process::Command::new("mkfifo").arg(path));
    let refused = |office: &OfficeRegister, words: &[&str]| {
        let said = ends(office, words);
        assert!(said.status == 2 && said.err.contains("un appareil ou un tube"), "{words:?}: {}{}", said.out, said.err);
    };
    pipe(&quartier.at("pipe"));
    refused(&quartier, &["office", "accept", "pipe"]);
    refused(&quartier, &["office", "recover", "pipe"]);
    refused(&quartier, &["parcel", "open", "pipe"]);
    refused(&quartier, &["parcel", "seal", "--to", "KIMB", "--kind", "census", "pipe"]);
    let parcel = quartier.send(&commune, "Q06.csv", SHEET);
    let words = ["parcel", "open", "--paper", "--key-file", "pipe", "-o", "drill", parcel.to_str().unwrap()];
    refused(&quartier, &words);
    for name in ["manifest.toml", "manifest.toml.minisig"] {
        let folder = quartier.at(&format!("folder-{name}"));
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("manifest.toml"), "x").unwrap();
        std::fs::remove_file(folder.join(name)).unwrap_or_default();
        pipe(&folder.join(name));
        refused(&quartier, &["parcel", "open", folder.to_str().unwrap()]);
    }
    for name in ["key.age", "office.toml", "journal.jsonl"] {
        let path = quartier.commune.clean().join("parcels").join(name);
        std::fs::remove_file(&path).unwrap();
        pipe(&path);
        refused(&quartier, &["parcel", "seal", "--to", "KIMB", "data-raw/census/Q06.csv", "-o", "out"]);
        std::fs::remove_file(&path).unwrap();
        let whole = commune.commune.clean().join("parcels").join(name);
        std::fs::copy(whole, &path).unwrap();
    }
}
