//! Tests of a forged cache: `verify --full` reads the files again and finds it, before and after a run believed it.

use bato::store::PersonRow;

use crate::door::{Commune, some_files};

const SHEET: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n\
    1;Boma;Lodja;12;XIMUAMBA;LEMA;Zebedee;M;08/10/1961;Chef\n\
    1;Boma;Lodja;12;WOTSHI;KIESE;Quitterie;F;28/02/1970;Épouse\n";

fn commune() -> Commune {
    let commune = Commune::with(&some_files());
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    commune.run();
    commune
}

/// Replaces a text in the entries of the cache, with a right checksum. Returns how many entries hold it.
fn forge(commune: &Commune, from: &str, to: &str) -> usize {
    assert_eq!(from.len(), to.len());
    let mut n_forged = 0;
    for entry in std::fs::read_dir(commune.clean().join("cache")).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = zstd::stream::decode_all(std::fs::read(&path).unwrap().as_slice()).unwrap();
        let places: Vec<usize> =
            (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from.as_bytes())).collect();
        for at in &places {
            bytes[*at..at + to.len()].copy_from_slice(to.as_bytes());
        }
        if !places.is_empty() {
            n_forged += 1;
            let mut compressor = zstd::bulk::Compressor::new(1).unwrap();
            compressor.include_checksum(true).unwrap();
            std::fs::write(&path, compressor.compress(&bytes).unwrap()).unwrap();
        }
    }
    n_forged
}

#[test]
fn verify_full_finds_a_forged_entry_before_and_after_a_run_believed_it() {
    let commune = commune();
    let full = || commune.bato(&["verify", "--full"]);
    assert_eq!(full().status, 0, "{}", full().out);
    assert_eq!(forge(&commune, "Zebedee", "Zebulon"), 1);
    commune.assert_whole();
    let said = full();
    assert_eq!(said.status, 1, "{}", said.out);
    assert!(said.out.contains("Q06 Boma_2017.csv") && said.out.contains("--no-cache"), "{}", said.out);
    // A run believes the entry: the register itself is wrong now.
    let other = SHEET.lines().next().unwrap().to_owned() + "\n9;Salongo;Mbuji;3;ILUNGA;MUYA;Isidore;M;02/03/1950;CM\n";
    commune.write("census/Salongo_2018.csv", other);
    commune.run();
    let is_there = |prenom: &str| commune.table::<PersonRow>().iter().any(|person| person.prenom == prenom);
    assert!(is_there("Zebulon"), "the forged entry was used");
    let said = full();
    assert!(said.status == 1 && said.out.contains("Q06 Boma_2017.csv!!2"), "{}", said.out);
    // Without the cache the register's own rows are compared all the same.
    std::fs::remove_dir_all(commune.clean().join("cache")).unwrap();
    let said = full();
    assert!(said.status == 1 && said.out.contains("Q06 Boma_2017.csv!!2"), "{}", said.out);
    assert_eq!(commune.bato(&["run", "--no-cache"]).status, 0);
    assert!(is_there("Zebedee") && !is_there("Zebulon"));
    assert_eq!(full().status, 0, "{}", full().out);
}

#[test]
fn verify_full_does_not_accuse_a_file_that_changed_since_it_was_read() {
    let commune = commune();
    commune.write("census/Q06 Boma_2017.csv", SHEET.replace("Zebedee", "Zebulon"));
    let said = commune.bato(&["verify", "--full"]);
    assert!(said.status == 0 && said.out.contains("Fichiers changés"), "{}", said.out);
}
