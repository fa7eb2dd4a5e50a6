//! Attacks on a receiver of parcels, with the code in hand: whatever the sender did not send to it is refused, each with
//! its own message, and nothing is left in the raw folder.

use std::io::{Read, Write};
use std::str::FromStr;

use bato::error::ErrorCode;
use bato::parcel::{OfficeKey, unpack};

use crate::door::OfficeRegister;

const SHEET: &str = "Nom;Sexe\nMBALA;M\n";

/// Three offices: the sender accepted the two others, both accepted the sender.
struct Offices {
    sender: OfficeRegister,
    other: OfficeRegister,
    receiver: OfficeRegister,
}

fn offices() -> Offices {
    let [sender, other, receiver] = [("Quartier Boma", "BOMA"), ("Coordination", "COOR"), ("Kimbanseke", "KIMB")]
        .map(|(name, code)| OfficeRegister::new(name, code));
    for to in [&other, &receiver] {
        sender.accept(to);
        to.accept(&sender);
    }
    Offices { sender, other, receiver }
}

/// One file of an archive.
#[derive(Clone)]
struct Entry {
    name: String,
    bytes: Vec<u8>,
    kind: tar::EntryType,
}

fn entry(name: &str, bytes: &[u8]) -> Entry {
    Entry { name: name.to_owned(), bytes: bytes.to_vec(), kind: tar::EntryType::Regular }
}

/// Opens a parcel with a key, as a recipient can.
fn entries_of(parcel: &[u8], key: &str) -> Vec<Entry> {
    let identity = age::x25519::Identity::from_str(key).unwrap();
    let decryptor = age::Decryptor::new(parcel).unwrap();
    let mut archive = tar::Archive::new(decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).unwrap());
    let read = |entry: std::io::Result<tar::Entry<'_, _>>| {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().to_str().unwrap().to_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        Entry { name, bytes, kind: tar::EntryType::Regular }
    };
    archive.entries().unwrap().map(read).collect()
}

/// Seals an archive for an office, as anybody can who has its card.
fn seal(entries: &[Entry], after: &[u8], to: &OfficeRegister) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for entry in entries {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(entry.kind);
        header.set_size(entry.bytes.len() as u64);
        header.set_mode(0o600);
        // Written as it stands: the crate refuses `..`.
        header.as_old_mut().name[..entry.name.len()].copy_from_slice(entry.name.as_bytes());
        if entry.kind == tar::EntryType::Symlink {
            header.set_size(0);
            header.set_link_name("/etc/passwd").unwrap();
        }
        header.set_cksum();
        archive.append(&header, entry.bytes.as_slice()).unwrap();
    }
    let plain = [archive.into_inner().unwrap(), after.to_vec()].concat();
    let card = std::fs::read_to_string(to.at("card.bato-office")).unwrap();
    let public = card.split_once("age = \"").unwrap().1.split('"').next().unwrap().to_owned();
    let recipient = age::x25519::Recipient::from_str(&public).unwrap();
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
    let mut out = encryptor.wrap_output(Vec::new()).unwrap();
    out.write_all(&plain).unwrap();
    out.finish().unwrap()
}

/// Gives the receiver these bytes; they must be refused with words of this message.
fn refused(receiver: &OfficeRegister, bytes: &[u8], words: &str) {
    let before = receiver.received();
    let path = receiver.at("hostile.bato");
    std::fs::write(&path, bytes).unwrap();
    let said = receiver.open(&path);
    assert!(said.status == 2 && said.err.contains(words), "{words}: status {}, {}{}", said.status, said.out, said.err);
    assert_eq!(receiver.received(), before, "{words}");
}

#[test]
fn every_flipped_bit_and_every_cut_of_a_small_parcel_is_refused() {
    let Offices { sender, receiver, .. } = offices();
    let parcel = std::fs::read(sender.send(&receiver, "Q06.csv", SHEET)).unwrap();
    let key = OfficeKey::from_paper(&receiver.key_line("key.html")).unwrap();
    let open = |bytes: &[u8]| {
        let folder = tempfile::tempdir().unwrap();
        unpack(bytes, "small.bato".as_ref(), &key, folder.path(), &mut |_| Ok(())).map_err(|fault| fault.code)
    };
    assert!(open(&parcel).is_ok());
    let codes = [ErrorCode::ParcelDamaged, ErrorCode::ParcelNot, ErrorCode::ParcelNotForUs];
    let mut changed = parcel.clone();
    for at in 0..parcel.len() {
        changed[at] ^= 1 << (at % 8);
        assert!(open(&changed).is_err_and(|code| codes.contains(&code)), "byte {at}");
        changed[at] = parcel[at];
        assert!(open(&parcel[..at]).is_err_and(|code| codes.contains(&code)), "cut {at}");
    }
    for more in [&b"\0"[..], &parcel] {
        assert!(open(&[&parcel, more].concat()).is_err());
    }
    println!("{} bytes flipped, {} cuts: all refused", parcel.len(), parcel.len());
    // By the program, at a few places.
    for at in (0..parcel.len()).step_by(parcel.len() / 5) {
        changed[at] ^= 1;
        refused(&receiver, &changed, "Erreur");
        changed[at] = parcel[at];
        refused(&receiver, &parcel[..at], "Erreur");
    }
}

#[test]
fn a_parcel_is_taken_once_and_from_its_sender_alone() {
    let Offices { sender, other, receiver } = offices();
    let path = sender.send(&receiver, "Q06.csv", SHEET);
    let parcel = std::fs::read(&path).unwrap();
    // Not a parcel, and a parcel for somebody else.
    refused(&receiver, b"PK\x03\x04 a workbook", "n’est pas un colis");
    refused(&receiver, b"", "n’est pas un colis");
    let for_other = std::fs::read(sender.send(&other, "Q07.csv", SHEET)).unwrap();
    refused(&receiver, &for_other, "ne peut pas être ouvert avec cette clé");
    // The other recipient passes it on under the sender's name.
    let entries = entries_of(&for_other, &other.key_line("key.html"));
    refused(&receiver, &seal(&entries, &[], &receiver), "Quelqu’un l’a fait suivre");
    // A stranger, under its own name and under that of the sender.
    let stranger = OfficeRegister::new("Quartier Boma", "BOMA");
    stranger.accept(&receiver);
    let forged = std::fs::read(stranger.send(&receiver, "Q06.csv", SHEET)).unwrap();
    refused(&receiver, &forged, "qui n’est pas accepté ici");
    let own = entries_of(&parcel, &receiver.key_line("key.html"));
    let theirs = entries_of(&forged, &receiver.key_line("key.html"));
    let with = |names: [&Entry; 3]| seal(&names.map(Clone::clone), &[], &receiver);
    refused(&receiver, &with([&own[0], &theirs[1], &own[2]]), "La signature n’est pas celle de");
    // The card of the sender in the manifest of a stranger.
    let sender_card = section(&own[0].bytes, "[sender]");
    let manifest = String::from_utf8(theirs[0].bytes.clone())
        .unwrap()
        .replace(&section(&theirs[0].bytes, "[sender]"), &sender_card);
    let manifest = entry("manifest.toml", manifest.as_bytes());
    refused(&receiver, &with([&manifest, &theirs[1], &theirs[2]]), "La signature n’est pas celle de");
    // The manifest of another parcel of the same sender.
    let second = std::fs::read(sender.send(&receiver, "Q06.csv", "Nom;Sexe\nZOLA;F\n")).unwrap();
    let second_entries = entries_of(&second, &receiver.key_line("key.html"));
    refused(&receiver, &with([&own[0], &own[1], &second_entries[2]]), "n’est pas ce que l’expéditeur a signé");
    refused(
        &receiver,
        &with([&second_entries[0], &second_entries[1], &own[2]]),
        "n’est pas ce que l’expéditeur a signé",
    );
    // Taken, then replayed; sealed anew by another recipient, it is the same parcel.
    assert_eq!(receiver.open(&path).status, 0);
    refused(&receiver, &parcel, "a déjà été reçu");
    refused(&receiver, &seal(&own, &[], &receiver), "a déjà été reçu");
    // Revoked.
    receiver.succeed(&["office", "revoke", "BOMA", "--why", "PC volé"]);
    refused(&receiver, &second, "qui a été révoquée");
    let card = sender.at("card.bato-office");
    let said = receiver.bato(&["office", "accept", card.to_str().unwrap(), "--words", &sender.words()]);
    assert!(said.status == 2 && said.err.contains("révoquée"), "{}", said.err);
}

/// The lines of a manifest from a heading to the next one.
fn section(manifest: &[u8], heading: &str) -> String {
    let text = std::str::from_utf8(manifest).unwrap();
    let start = text.find(heading).unwrap();
    let end = text[start + 1..].find("\n[").map_or(text.len(), |end| start + 1 + end);
    text[start..end].to_owned()
}

#[test]
fn an_archive_that_another_recipient_changed_is_refused() {
    let Offices { sender, other, receiver } = offices();
    // One parcel for two: the other recipient knows its plain text and its signature.
    sender.commune.write("census/Q06.csv", SHEET);
    let words = ["parcel", "seal", "data-raw/census/Q06.csv", "--to", "COOR", "--to", "KIMB", "-o", "out"];
    sender.succeed(&words);
    let parcel = std::fs::read(sender.at("out/BOMA-COOR-000001.bato")).unwrap();
    let own = entries_of(&parcel, &other.key_line("key.html"));
    let content = "n’est pas ce que l’expéditeur a signé";
    let changed = |entries: &[Entry], after: &[u8]| seal(entries, after, &receiver);
    let [manifest, signature, sheet] = [&own[0], &own[1], &own[2]].map(Clone::clone);
    let all = |more: &[Entry]| [&own[..], more].concat();
    refused(&receiver, &changed(&all(&[entry("virus.csv", b"x")]), &[]), content);
    refused(&receiver, &changed(&all(&[entry("../../x.csv", b"x")]), &[]), content);
    refused(&receiver, &changed(&all(std::slice::from_ref(&sheet)), &[]), content);
    refused(&receiver, &changed(&[manifest.clone(), signature.clone()], &[]), "abîmé ou incomplet");
    refused(&receiver, &changed(&[signature.clone(), manifest.clone(), sheet.clone()], &[]), content);
    refused(&receiver, &changed(&[manifest.clone(), signature.clone(), entry("Q06.csv", b"other")], &[]), content);
    refused(
        &receiver,
        &changed(&[manifest.clone(), signature.clone(), entry("Q06.CSV", SHEET.as_bytes())], &[]),
        content,
    );
    refused(
        &receiver,
        &changed(&[manifest.clone(), signature.clone(), entry("./Q06.csv", SHEET.as_bytes())], &[]),
        content,
    );
    let link = Entry { kind: tar::EntryType::Symlink, bytes: Vec::new(), ..sheet.clone() };
    refused(&receiver, &changed(&[manifest.clone(), signature.clone(), link], &[]), content);
    refused(&receiver, &changed(&own, b"more"), content);
    refused(&receiver, &changed(&own, &vec![0; 200_000]), content);
    // The comment of the signature, and a signature that is too short.
    let text = String::from_utf8(signature.bytes.clone()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for bytes in [
        text.replace("Bato parcel 1", "Bato parcel 2"),
        format!("{}\n{}\n{}\nAAAA\n", lines[0], lines[1], lines[2]),
        format!("{}\n{}\n", lines[0], lines[1]),
        String::new(),
    ] {
        let forged = entry("manifest.toml.minisig", bytes.as_bytes());
        refused(
            &receiver,
            &changed(&[manifest.clone(), forged, sheet.clone()], &[]),
            "La signature n’est pas celle de",
        );
    }
    // Untouched, it is taken; the untrusted first line of the signature is nobody's business.
    let said = {
        let path = receiver.at("same.bato");
        std::fs::write(&path, changed(&own, &[])).unwrap();
        receiver.open(&path)
    };
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(receiver.received(), [("BOMA/000001/Q06.csv".to_owned(), SHEET.to_owned())]);
}

/// The manifest of any parcel is signed: its receiver could lay the files before others as a release of the sender.
#[test]
fn the_folder_of_a_parcel_is_no_signed_release() {
    let Offices { sender, other, receiver } = offices();
    let unpacked = |parcel: &std::path::Path, by: &OfficeRegister, folder: &str| {
        let folder = receiver.at(folder);
        std::fs::create_dir(&folder).unwrap();
        for entry in entries_of(&std::fs::read(parcel).unwrap(), &by.key_line("key.html")) {
            std::fs::write(folder.join(entry.name), entry.bytes).unwrap();
        }
        receiver.open(&folder)
    };
    let said = unpacked(&sender.send(&other, "Q06.csv", SHEET), &other, "sheets");
    assert!(said.status == 2 && said.err.contains("n’est pas une sortie"), "{}{}", said.out, said.err);
    // A release that was sealed for another office.
    sender.commune.write("census/Q06.csv", "Quartier;Nom;Prénom;Sexe\nBoma;MBALA;Ruth;F\n");
    sender.commune.run();
    sender.succeed(&["release", "--period", "2018"]);
    for (to, by, status) in [("COOR", &other, 2), ("KIMB", &receiver, 0)] {
        let out = format!("to-{to}");
        sender.succeed(&["parcel", "seal", "--to", to, "releases/2018", "-o", &out]);
        let parcel = sender.at(&format!("{out}/BOMA-{to}-00000{}.bato", if to == "COOR" { 2 } else { 1 }));
        let said = unpacked(&parcel, by, &format!("release-{to}"));
        assert_eq!(said.status, status, "{to}: {}{}", said.out, said.err);
        assert!(status == 0 || said.err.contains("Quelqu’un l’a fait suivre"), "{}", said.err);
    }
}

#[test]
fn with_a_key_on_paper_a_parcel_for_others_is_refused() {
    let Offices { sender, other, receiver } = offices();
    let path = sender.send(&other, "Q06.csv", SHEET);
    let for_other = std::fs::read(&path).unwrap();
    std::fs::write(receiver.at("key.txt"), receiver.key_line("key.html")).unwrap();
    std::fs::write(receiver.at("safe.txt"), receiver.key_line("safe.html")).unwrap();
    let open = |by: &OfficeRegister, parcel: &str, key: &str, more: &[&str]| {
        let words = ["parcel", "open", "--paper", "--key-file", key, "-o", "drill", parcel];
        let said = by.bato(&[&words[..], more].concat());
        let _ = std::fs::remove_dir_all(by.at("drill"));
        said
    };
    // The other recipient sealed it anew for this office.
    let entries = entries_of(&for_other, &other.key_line("key.html"));
    std::fs::write(receiver.at("passed.bato"), seal(&entries, &[], &receiver)).unwrap();
    let said = open(&receiver, "passed.bato", "key.txt", &[]);
    assert!(said.status == 2 && said.err.contains("Quelqu’un l’a fait suivre"), "{}{}", said.out, said.err);
    let own = sender.send(&receiver, "Q07.csv", SHEET);
    std::fs::copy(own, receiver.at("own.bato")).unwrap();
    let said = open(&receiver, "own.bato", "key.txt", &[]);
    assert!(said.status == 0 && !said.out.contains("Attention"), "{}{}", said.out, said.err);
    // A PC that does not know the card of the key says so; with the card, it compares.
    let empty = OfficeRegister { commune: crate::door::Commune::empty(), code: String::new() };
    for name in ["passed.bato", "own.bato", "key.txt", "card.bato-office"] {
        std::fs::copy(receiver.at(name), empty.at(name)).unwrap();
    }
    let words = sender.words();
    let said = open(&empty, "passed.bato", "key.txt", &["--words", &words]);
    assert!(said.status == 0 && said.out.contains("la carte de cette clé n’est pas"), "{}{}", said.out, said.err);
    let with_card = ["--words", words.as_str(), "--card", "card.bato-office"];
    let said = open(&empty, "passed.bato", "key.txt", &with_card);
    assert!(said.status == 2 && said.err.contains("Quelqu’un l’a fait suivre"), "{}{}", said.out, said.err);
    assert_eq!(open(&empty, "own.bato", "key.txt", &with_card).status, 0);
    std::fs::copy(sender.at("card.bato-office"), empty.at("other.bato-office")).unwrap();
    let said = open(&empty, "own.bato", "key.txt", &["--words", &words, "--card", "other.bato-office"]);
    assert!(said.status == 2 && said.err.contains("n’est pas celle de la carte"), "{}", said.err);
}

#[test]
fn a_card_is_accepted_by_its_words_alone() {
    let Offices { sender, receiver, .. } = offices();
    // A card put into the folder of cards is accepted by nobody.
    let stranger = OfficeRegister::new("Quartier Disasi", "DISA");
    stranger.accept(&receiver);
    let cards = receiver.commune.raw().join("offices");
    std::fs::copy(stranger.at("card.bato-office"), cards.join("DISA.bato-office")).unwrap();
    let parcel = std::fs::read(stranger.send(&receiver, "Q09.csv", SHEET)).unwrap();
    refused(&receiver, &parcel, "qui n’est pas accepté ici");
    let card = stranger.at("card.bato-office");
    let card = card.to_str().unwrap();
    for words in [sender.words(), String::new(), "abaisser abandon abdiquer abeille abolir aborder".to_owned()] {
        let said = receiver.bato(&["office", "accept", card, "--words", &words]);
        assert!(said.status == 2 && said.err.contains("Les six mots"), "{}", said.err);
    }
    // Nobody at the terminal says yes.
    assert_eq!(receiver.bato(&["office", "accept", card]).status, 2);
    // A second office under the code of the first.
    let twin = OfficeRegister::new("Quartier Boma", "BOMA");
    let card = twin.at("card.bato-office");
    let said = receiver.bato(&["office", "accept", card.to_str().unwrap(), "--words", &twin.words()]);
    assert!(said.status == 2 && said.err.contains("est déjà celui de"), "{}", said.err);
}

#[test]
fn nothing_is_sealed_without_a_safe_or_under_a_bad_name() {
    let Offices { sender, receiver, .. } = offices();
    sender.commune.write("census/.cache.csv", SHEET);
    let seal = |files: &[&str]| sender.bato(&[&["parcel", "seal", "--to", "KIMB", "-o", "out"], files].concat());
    assert!(seal(&["data-raw/census/.cache.csv"]).err.contains("ne peut pas s’appeler"));
    sender.commune.write("census/a.csv", SHEET);
    assert!(seal(&["data-raw/census/a.csv", "data-raw/census/a.csv"]).err.contains("le même nom"));
    assert!(seal(&["card.bato-office"]).err.contains("--kind"));
    assert_eq!(seal(&["data-raw/census/none.csv"]).status, 2);
    assert!(sender.bato(&["parcel", "seal", "data-raw/census/a.csv", "--to", "XXXX"]).err.contains("Acceptés : "));
    let said = sender.bato(&["parcel", "seal", "data-raw/census/a.csv", "--to", "ZBOMA"]);
    assert!(said.err.contains("coffre"), "{}", said.err);
    receiver.succeed(&["office", "revoke", "ZKIMB", "--why", "papier perdu"]);
    receiver.commune.write("census/a.csv", SHEET);
    let said = receiver.bato(&["parcel", "seal", "data-raw/census/a.csv", "--to", "BOMA"]);
    assert!(said.status == 2 && said.err.contains("pas encore de coffre"), "{}", said.err);
    assert!(sender.succeed(&["parcel", "list"]).contains("Aucun colis"));
    // Each of these needs the passphrase.
    let mut wrong = sender.command(&["parcel", "seal", "data-raw/census/a.csv", "--to", "KIMB"]);
    let said = wrong.env("BATO_PASSPHRASE", "une autre phrase").output().unwrap();
    assert!(String::from_utf8_lossy(&said.stderr).contains("phrase secrète"));
}

/// Long names are entries of their own in an archive: a name of any size would be read before a signature is verified.
#[test]
fn a_long_name_arrives_and_one_without_end_is_refused() {
    let Offices { sender, receiver, .. } = offices();
    let name = format!("{}.csv", "Q06 Boma ".repeat(18));
    let parcel = sender.send(&receiver, &name, SHEET);
    let own = entries_of(&std::fs::read(&parcel).unwrap(), &receiver.key_line("key.html"));
    for size in [300, 1 << 20] {
        let long_name =
            Entry { name: "././@LongLink".to_owned(), bytes: vec![b'a'; size], kind: tar::EntryType::GNULongName };
        refused(&receiver, &seal(&[&[long_name], &own[..2]].concat(), &[], &receiver), "n’est pas ce que");
    }
    assert_eq!(receiver.open(&parcel).status, 0);
    assert_eq!(receiver.received(), [(format!("BOMA/000001/{name}"), SHEET.to_owned())]);
}
