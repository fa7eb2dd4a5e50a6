//! Tests of parcels between two offices: stock tools, pieces, kills, restored backups, two PCs, keys on paper.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::door::{FOLDERS_HERE, OfficeRegister, has, remove_folder, succeed};

pub(crate) const SHEET: &str = "Nom;Sexe\nMBALA;M\n";

/// Returns a quartier and its commune, which accepted each other.
pub(crate) fn two_offices() -> (OfficeRegister, OfficeRegister) {
    let (quartier, commune) = (OfficeRegister::new("Quartier Boma", "BOMA"), OfficeRegister::new("Kimbanseke", "KIMB"));
    quartier.accept(&commune);
    commune.accept(&quartier);
    (quartier, commune)
}

pub(crate) fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn a_parcel_goes_from_a_quartier_to_its_commune_and_its_receipt_comes_back() {
    let (quartier, commune) = two_offices();
    let parcel = quartier.send(&commune, "Q06 Boma_2017.csv", SHEET);
    assert_eq!(parcel.file_name().unwrap(), "BOMA-KIMB-000001.bato");
    let bytes = String::from_utf8_lossy(&read(&parcel)).into_owned();
    assert!(!bytes.contains("MBALA") && !bytes.contains("Q06 Boma"), "names are inside only");

    let said = commune.open(&parcel);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert_eq!(commune.received(), [("BOMA/000001/Q06 Boma_2017.csv".to_owned(), SHEET.to_owned())]);
    let file = commune.commune.raw().join("census/received/BOMA/000001/Q06 Boma_2017.csv");
    assert!(std::fs::metadata(file).unwrap().permissions().readonly());

    let receipt = said.out.lines().last().unwrap().to_owned();
    assert!(receipt.len() <= bato::parcel::LONGEST_RECEIPT, "{receipt}");
    assert_eq!(commune.succeed(&["parcel", "receipt"]).lines().last(), Some(receipt.as_str()));
    assert!(quartier.succeed(&["parcel", "list"]).contains("pas de reçu"));
    quartier.succeed(&["parcel", "receipt", "--enter", &receipt]);
    assert!(quartier.succeed(&["parcel", "list"]).contains("reçu entré le"));
    // A letter of the receipt that changed, or a receipt for another office.
    let changed = if receipt.ends_with('A') { "B" } else { "A" };
    let forged = format!("{}{changed}", &receipt[..receipt.len() - 1]);
    assert_eq!(quartier.bato(&["parcel", "receipt", "--enter", &forged]).status, 2);
    assert_eq!(commune.bato(&["parcel", "receipt", "--enter", &receipt]).status, 2);
    // The copy goes with the receipt.
    assert_eq!(quartier.bato(&["parcel", "seal", "--again", "BOMA-KIMB-000001"]).status, 2);
}

#[test]
fn stock_age_tar_and_minisign_open_a_parcel() {
    let is_there = |program: &str, flag: &str| {
        let is_there = Command::new(program).arg(flag).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
        assert!(is_there || std::env::var_os("BATO_NO_SKIP").is_none(), "this test needs {program}");
        is_there
    };
    if !has("age", "age") || !is_there("minisign", "-v") || !has("tar", "tar") {
        println!("skipped: this test needs age, tar and minisign");
        return;
    }
    let (quartier, commune) = two_offices();
    let long = format!("Ménages de l’avenue {}.csv", "Lodja ".repeat(20));
    quartier.commune.write(&format!("census/{long}"), SHEET);
    quartier.commune.write("census/Q06 Boma_2017.csv", SHEET);
    let sheets = [format!("data-raw/census/{long}"), "data-raw/census/Q06 Boma_2017.csv".to_owned()];
    quartier.succeed(&["parcel", "seal", &sheets[0], &sheets[1], "--to", "KIMB", "-o", "out"]);
    let parcel = quartier.at("out/BOMA-KIMB-000001.bato");
    assert_eq!(commune.open(&parcel).status, 0);
    assert_eq!(commune.received().len(), 2);
    for (key, owner) in [("key.html", &commune), ("safe.html", &quartier)] {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("key.txt"), format!("{}\n", owner.key_line(key))).unwrap();
        succeed(Command::new("age").args(["-d", "-i"]).arg(at("key.txt")).arg("-o").arg(at("parcel.tar")).arg(&parcel));
        succeed(Command::new("tar").arg("-xf").arg(at("parcel.tar")).current_dir(folder.path()));
        for name in [long.as_str(), "Q06 Boma_2017.csv"] {
            assert_eq!(std::fs::read_to_string(at(name)).unwrap(), SHEET);
        }
        let card = std::fs::read_to_string(quartier.at("card.bato-office")).unwrap();
        let public = card.split_once("minisign = \"").unwrap().1.split('"').next().unwrap().to_owned();
        succeed(Command::new("minisign").args(["-V", "-P", &public, "-m", "manifest.toml"]).current_dir(folder.path()));
        // A manifest that was changed.
        let manifest = std::fs::read_to_string(at("manifest.toml")).unwrap();
        std::fs::write(at("manifest.toml"), manifest.replace("number = 1", "number = 2")).unwrap();
        let refused = Command::new("minisign")
            .args(["-V", "-P", &public, "-m", "manifest.toml"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(!refused.status.success());
    }
    // The file of the office's key is an ordinary age file under a passphrase.
    assert!(read(&commune.commune.clean().join("parcels/key.age")).starts_with(b"age-encryption.org/v1\n-> scrypt "));
}

#[test]
fn pieces_arrive_in_any_order_renamed_and_twice_and_a_lost_one_is_sent_again_alone() {
    let (quartier, commune) = two_offices();
    // Numbers that no packing makes smaller.
    let text: String = (0..60_000_u64).map(|n| format!("{};{}\n", n, n * 2_654_435_761 % 4_294_967_296)).collect();
    quartier.commune.write("census/grand.csv", &text);
    let (out, sheet) = (quartier.at("out"), "data-raw/census/grand.csv");
    let out = out.to_str().unwrap();
    let said = quartier.succeed(&["parcel", "seal", sheet, "--to", "KIMB", "--pieces", "200kB", "-o", out]);
    let pieces: Vec<&Path> = said.lines().skip(1).map(Path::new).collect();
    assert!(pieces.len() >= 5, "{said}");
    for (n, piece) in [4, 1, 1, 0].map(|n| (n, pieces[n])) {
        let renamed = commune.at(&format!("IMG-2018{n}.dat"));
        std::fs::copy(piece, &renamed).unwrap();
        let said = commune.open(&renamed);
        assert_eq!(said.status, 0, "{}", said.err);
        assert!(said.out.contains("BOMA-KIMB-000001"), "{}", said.out);
    }
    let said = commune.succeed(&["parcel", "list"]);
    assert!(said.contains("les morceaux 3, 4 sur") || said.contains("les morceaux 3, 4"), "{said}");
    assert_eq!(commune.received(), []);
    // A changed piece is refused and named; the set stays.
    let mut changed = read(pieces[2]);
    *changed.last_mut().unwrap() ^= 1;
    std::fs::write(commune.at("changed.bato"), changed).unwrap();
    assert_eq!(commune.open(&commune.at("changed.bato")).status, 2);
    assert_eq!(commune.open(pieces[2]).status, 0);
    assert_eq!(commune.received(), []);
    let again = quartier.at("again");
    let words = ["parcel", "seal", "--again", "BOMA-KIMB-000001", "--pieces", "200kB", "--only", "4", "-o"];
    let said = quartier.succeed(&[&words[..], &[again.to_str().unwrap()]].concat());
    assert_eq!(said.lines().count(), 1, "{said}");
    let rest: Vec<&str> = pieces[5..].iter().map(|path| path.to_str().unwrap()).collect();
    let said = commune.bato(&[&["parcel", "open", said.trim()], &rest[..]].concat());
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert_eq!(commune.received(), [("BOMA/000001/grand.csv".to_owned(), text)]);
    assert!(!commune.succeed(&["parcel", "list"]).contains("morceau"));
}

#[test]
fn a_restored_backup_that_gives_a_number_again_is_seen_and_loses_nothing() {
    let (quartier, commune) = two_offices();
    let before = OfficeRegister { commune: quartier.commune.copy(), code: "BOMA".to_owned() };
    let first = quartier.send(&commune, "Q06.csv", SHEET);
    let again = before.send(&commune, "Q06.csv", "Nom;Sexe\nZOLA;F\n");
    assert_eq!(first.file_name(), again.file_name());
    assert_eq!(commune.open(&first).status, 0);
    let said = commune.open(&again);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("un autre colis est arrivé sous ce numéro"), "{}", said.out);
    assert_eq!(commune.received().len(), 2);
    // The receipt of the other is no receipt of this one.
    let receipt = said.out.lines().last().unwrap();
    let refused = quartier.bato(&["parcel", "receipt", "--enter", receipt]);
    assert!(refused.status == 2 && refused.err.contains("un autre colis"), "{}", refused.err);
    // The next one does not follow what arrived last.
    let next = before.send(&commune, "Q07.csv", SHEET);
    assert_eq!(commune.open(&next).status, 0);
}

#[test]
fn a_folder_that_a_person_removed_is_put_back_only_when_asked_for() {
    let (quartier, commune) = two_offices();
    let parcel = quartier.send(&commune, "Q06.csv", SHEET);
    assert_eq!(commune.open(&parcel).status, 0);
    remove_folder(&commune.commune.raw().join("census/received/BOMA/000001"));
    let said = commune.open(&parcel);
    assert_eq!(said.status, 2, "{}", said.out);
    assert!(said.err.contains("BOMA/000001 a été retiré") && said.err.contains("--again"), "{}", said.err);
    assert_eq!(commune.received(), []);
    let said = commune.succeed(&["parcel", "open", "--again", parcel.to_str().unwrap()]);
    assert!(said.contains("déjà arrivé") && commune.received().len() == 1, "{said}");
    let said = commune.bato(&["parcel", "open", "--again", parcel.to_str().unwrap()]);
    assert!(said.status == 2 && said.err.contains("a déjà été reçu"), "what is there is not taken twice: {}", said.err);
}

#[test]
fn a_key_whose_card_is_lost_is_put_aside_and_never_written_over() {
    let office = OfficeRegister::new("Kimbanseke", "KIMB");
    let folder = office.commune.clean().join("parcels");
    let key = read(&folder.join("key.age"));
    std::fs::remove_file(folder.join("office.toml")).unwrap();
    office.succeed(&["office", "new", "Kimbanseke", "--code", "KIMB", "-o", "second.bato-office"]);
    assert!(read(&folder.join("key.before-1.age")) == key && read(&folder.join("key.age")) != key);
}

#[test]
fn a_second_pc_of_an_office_counts_in_a_series_of_its_own() {
    let (quartier, commune) = two_offices();
    let first = quartier.send(&commune, "Q06.csv", SHEET);
    let other = OfficeRegister { commune: crate::door::Commune::empty(), code: "BOMA".to_owned() };
    std::fs::copy(quartier.at("card.bato-office"), other.at("card.bato-office")).unwrap();
    let page = std::fs::read_to_string(quartier.at("key.html")).unwrap();
    let words: Vec<&str> = page.split("<li>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    std::fs::write(other.at("words.txt"), words.join(" ").to_uppercase()).unwrap();
    other.succeed(&["office", "recover", "card.bato-office", "--key-file", "words.txt"]);
    other.accept(&commune);
    std::fs::copy(quartier.commune.raw().join("offices/ZBOMA.bato-office"), other.at("safe.card")).unwrap();
    let card = std::fs::read_to_string(other.at("safe.card")).unwrap();
    let safe_words = card.split_once("fingerprint = \"").unwrap().1.split('"').next().unwrap();
    other.succeed(&["office", "accept", "safe.card", "--words", safe_words]);
    let second = other.send(&commune, "Q07.csv", SHEET);
    let name = second.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("BOMA.") && name.ends_with("-KIMB-000001.bato"), "{name}");
    for (parcel, is_new_pc) in [(&first, false), (&second, true)] {
        let said = commune.open(parcel);
        assert!(said.status == 0 && said.out.contains("Attention") == is_new_pc, "{}{}", said.out, said.err);
        assert_eq!(said.out.contains("le premier colis de cet ordinateur"), is_new_pc, "{}", said.out);
    }
    // The other PC opens what is sealed for the office.
    let answer = commune.send(&quartier, "reponse.csv", SHEET);
    assert_eq!(other.open(&answer).status, 0);
    // The key of another office is not taken over.
    let third = OfficeRegister { commune: crate::door::Commune::empty(), code: "X".to_owned() };
    std::fs::write(third.at("key.txt"), commune.key_line("key.html")).unwrap();
    let card = quartier.at("card.bato-office");
    let said = third.bato(&["office", "recover", card.to_str().unwrap(), "--key-file", "key.txt"]);
    assert_eq!(said.status, 2, "{}", said.out);
}

#[test]
fn a_sealed_backup_is_opened_with_the_paper_of_the_safe_and_restored() {
    let (quartier, _) = two_offices();
    quartier.commune.write("census/Q06 Boma_2017.csv", "Quartier;Nom;Prénom;Sexe\nBoma;MBALA;Ruth;F\n");
    quartier.commune.run();
    let said = quartier.succeed(&["backup", "--to", "ZBOMA"]);
    let parcel = quartier.at("BOMA-ZBOMA-000001.bato");
    assert!(parcel.is_file(), "{said}");
    let log = quartier.bato(&["log"]).out;
    assert!(log.contains("backup  BOMA-ZBOMA-000001 ZBOMA  [1]") && !log.contains("bato-000001.zip  ["), "{log}");
    assert!(!String::from_utf8_lossy(&read(&parcel)).contains("PK\u{3}\u{4}"));
    // A new PC that knows nobody, and the paper.
    let other = OfficeRegister { commune: crate::door::Commune::empty(), code: String::new() };
    std::fs::remove_dir_all(other.commune.raw()).unwrap();
    std::fs::write(other.at("key.txt"), quartier.key_line("safe.html")).unwrap();
    let words = ["parcel", "open", "--paper", "--key-file", "key.txt", "-o", "drill", parcel.to_str().unwrap()];
    let stranger = other.bato(&[&words[..], &FOLDERS_HERE].concat());
    assert!(stranger.status == 2 && stranger.err.contains("n’est pas accepté ici"), "{}", stranger.err);
    other.succeed(&[&words[..], &["--words", &quartier.words()], &FOLDERS_HERE].concat());
    let zip = other.at("drill/BOMA-ZBOMA-000001/bato-000001.zip");
    let restore = ["restore", zip.to_str().unwrap(), "--commune", "Kimbanseke"];
    other.succeed(&[&restore[..], &FOLDERS_HERE].concat());
    other.succeed(&["verify"]);
    let clean = other.commune.clean();
    assert!(clean.join("parcels/journal.jsonl").is_file() && !clean.join("parcels/key.age").exists());
}

/// Removes the sheets and the register of an office, as a broken disk does, but for its key and its journal of parcels.
pub(crate) fn lose_all_but_parcels(office: &OfficeRegister) {
    for entry in std::fs::read_dir(office.commune.clean()).unwrap() {
        let path = entry.unwrap().path();
        let stays = ["parcels", "parcels-head.json"].iter().any(|name| path.ends_with(name));
        match (stays, path.is_dir()) {
            (true, _) => {}
            (false, true) => std::fs::remove_dir_all(path).unwrap(),
            (false, false) => std::fs::remove_file(path).unwrap(),
        }
    }
    std::fs::remove_dir_all(office.commune.raw()).unwrap();
}

#[test]
fn a_key_and_a_longer_journal_outlive_a_restore() {
    let (quartier, commune) = two_offices();
    quartier.commune.write("census/Q06 Boma_2017.csv", "Quartier;Nom;Prénom;Sexe\nBoma;MBALA;Ruth;F\n");
    quartier.commune.run();
    quartier.succeed(&["backup", "copie.zip"]);
    quartier.send(&commune, "Q07.csv", "Quartier;Nom;Prénom;Sexe\nBoma;ZOLA;Luc;M\n");
    lose_all_but_parcels(&quartier);
    quartier.succeed(&["restore", "copie.zip", "--commune", "Kimbanseke"]);
    assert!(quartier.succeed(&["parcel", "list"]).contains("BOMA-KIMB-000001"));
    let next = quartier.send(&commune, "Q08.csv", SHEET);
    assert_eq!(next.file_name().unwrap(), "BOMA-KIMB-000002.bato");
    quartier.succeed(&["verify"]);
}

#[test]
fn verify_and_the_report_show_the_journal_of_parcels() {
    let (quartier, commune) = two_offices();
    for n in 1..=3 {
        let parcel = quartier.send(&commune, &format!("Q0{n}.csv"), &format!("Quartier;Nom;Sexe\nBoma;MBALA{n};M\n"));
        if n != 2 {
            assert_eq!(commune.open(&parcel).status, 0);
        }
    }
    commune.commune.run();
    let said = commune.succeed(&["verify"]);
    assert!(said.contains("Journal des colis"), "{said}");
    let page = std::fs::read_to_string(commune.commune.clean().join("reports/interne.fr.html")).unwrap();
    assert!(page.contains("Colis entre services") && page.contains("Quartier Boma (BOMA)") && page.contains("BOMA 2"));
    let journal = commune.commune.clean().join("parcels/journal.jsonl");
    let text = std::fs::read_to_string(&journal).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    std::fs::write(&journal, format!("{}\n", lines[..lines.len() - 1].join("\n"))).unwrap();
    let said = commune.bato(&["verify"]);
    assert!(said.status == 1 && said.out.contains("Journal des colis abîmé"), "{}", said.out);
    let parcel = quartier.at("out/BOMA-KIMB-000002.bato");
    assert!(commune.open(&parcel).err.contains("journal des colis"), "nothing enters beside a damaged journal");
    std::fs::write(&journal, text).unwrap();
    assert_eq!(commune.open(&parcel).status, 0);
    // A manifest of what arrived is part of it.
    let manifests = commune.commune.clean().join("parcels/manifests");
    let one = std::fs::read_dir(&manifests).unwrap().next().unwrap().unwrap().path();
    std::fs::remove_dir_all(one).unwrap();
    assert_eq!(commune.bato(&["verify"]).status, 1);
}

#[test]
fn a_release_is_signed_and_a_changed_one_is_refused() {
    let commune = OfficeRegister::new("Kimbanseke", "KIMB");
    let brussels = OfficeRegister::new("Bruxelles", "BRUX");
    brussels.accept(&commune);
    commune.commune.write("census/Q06 Boma_2017.csv", "Quartier;Nom;Prénom;Sexe\nBoma;MBALA;Ruth;F\n");
    commune.commune.run();
    let said = commune.succeed(&["release", "--period", "2018"]);
    assert!(said.contains("signée"), "{said}");
    let folder = commune.at("releases/2018");
    let text = std::fs::read_to_string(folder.join("manifest.toml")).unwrap();
    assert!(text.contains("[lookups]") && text.contains("aggregates.csv"), "{text}");
    let check = || brussels.bato(&["parcel", "open", folder.to_str().unwrap()]);
    let said = check();
    assert!(said.status == 0 && said.out.contains("signés par Kimbanseke"), "{}{}", said.out, said.err);
    let csv = folder.join("aggregates.csv");
    let figures = read(&csv);
    std::fs::write(&csv, [&figures[..], b"x"].concat()).unwrap();
    assert!(check().err.contains("aggregates.csv"));
    std::fs::write(&csv, figures).unwrap();
    std::fs::write(folder.join("more.csv"), "x").unwrap();
    assert!(check().err.contains("more.csv"));
    std::fs::remove_file(folder.join("more.csv")).unwrap();
    // Sealed, too, for those who ask for it.
    commune.accept(&brussels);
    let said = commune.succeed(&["parcel", "seal", "--to", "BRUX", folder.to_str().unwrap(), "-o", "out"]);
    assert!(said.contains("KIMB-BRUX-000001"), "{said}");
    let said = brussels.open(&commune.at("out/KIMB-BRUX-000001.bato"));
    assert_eq!(said.status, 0, "{}", said.err);
    let arrived = brussels.commune.raw().join("release/received/KIMB/000001");
    assert_eq!(read(&arrived.join("aggregates.csv")), read(&csv));
    brussels.succeed(&["compare", arrived.to_str().unwrap()]);
    // The exact figures of the commune are no release, and neither is a release that was changed.
    let internal = commune.commune.clean().join("reports/interne.csv");
    let kind = ["parcel", "seal", "--to", "BRUX", "--kind", "release", "-o", "out"];
    let said = commune.bato(&[&kind[..], &[internal.to_str().unwrap()]].concat());
    assert!(said.status == 2 && said.err.contains("n’est pas une sortie"), "{}", said.err);
    std::fs::write(folder.join("release.fr.html"), "x").unwrap();
    let said = commune.bato(&[&kind[..], &[folder.to_str().unwrap()]].concat());
    assert!(said.status == 2 && said.err.contains("n’est plus tel"), "{}", said.err);
}

#[test]
fn a_cut_of_the_log_of_look_ups_is_seen_by_those_who_hold_its_last_line() {
    let (quartier, commune) = two_offices();
    let first = quartier.send(&commune, "Q06.csv", SHEET);
    assert_eq!(commune.open(&first).status, 0);
    let line = |office: &OfficeRegister| {
        let said = office.succeed(&["office", "list"]);
        let line = said.lines().find(|line| line.contains("journal des recherches")).unwrap().to_owned();
        line.rsplit(' ').next().unwrap().to_owned()
    };
    let held = line(&commune);
    quartier.succeed(&["log", "--holds", &held]);
    // Somebody with all rights on the PC removes the log and its record.
    std::fs::remove_dir_all(quartier.commune.clean().join("log")).unwrap();
    std::fs::remove_file(quartier.commune.clean().join("lookups-head.json")).unwrap();
    assert_eq!(quartier.bato(&["log", "--holds", &held]).status, 1);
    let second = quartier.send(&commune, "Q07.csv", SHEET);
    let said = commune.open(&second);
    assert!(said.out.contains("journal des recherches de l’expéditeur"), "{}", said.out);
}
