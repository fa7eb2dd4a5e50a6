//! Tests of killed parcels: at each of a number of disk operations, opening and sealing are killed.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::door::OfficeRegister;
use crate::faults::{faulty_disk, read_log, spread};
use crate::parcels::{SHEET, read, two_offices};

/// Returns the files with content in temporary folders: nothing of a parcel may stay there.
fn temporary_files(folder: &Path) -> Vec<PathBuf> {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
    };
    let is_temporary = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with('.');
    let mut open: Vec<PathBuf> = entries(folder).into_iter().filter(is_temporary).collect();
    let mut left = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(entries(&path));
        } else if std::fs::metadata(&path).unwrap().len() > 0 {
            left.push(path);
        }
    }
    left
}

#[test]
fn a_kill_at_any_moment_leaves_a_parcel_whole_in_the_raw_folder_or_not_at_all() {
    let (quartier, commune) = two_offices();
    let parcel = quartier.send(&commune, "Q06.csv", SHEET);
    let copy = |of: &OfficeRegister| OfficeRegister { commune: of.commune.copy(), code: of.code.clone() };
    let whole = [("BOMA/000001/Q06.csv".to_owned(), SHEET.to_owned())];
    let logged = copy(&commune);
    let log = logged.at("operations");
    let killed = |office: &OfficeRegister, words: &[&str]| {
        let mut command = office.command(words);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.env("LD_PRELOAD", faulty_disk()).env("FAULTY_UNDER", office.at(""));
        command
    };
    let words = ["parcel", "open", parcel.to_str().unwrap()];
    killed(&logged, &words).env("FAULTY_LOG", &log).status().unwrap();
    let n = read_log(&read(&log), &logged.at("")).len();
    assert!(n >= 10, "{n} operations");
    let mut n_new = 0;
    for at in spread(n, 14) {
        let context = format!("killed at operation {at} of {n}");
        let office = copy(&commune);
        let status =
            killed(&office, &words).env("FAULTY_AT", at.to_string()).env("FAULTY_HOW", "kill").status().unwrap();
        assert_eq!(status.code(), None, "{context}");
        let left = office.received();
        assert!(left.is_empty() || left == whole, "{context}: {left:?}");
        n_new += usize::from(!left.is_empty());
        let said = office.open(&parcel);
        // Taken now, or named as received.
        assert!(said.status == 0 || said.err.contains("a déjà été reçu"), "{context}: {}", said.err);
        assert_eq!(office.received(), whole, "{context}");
        assert!(office.succeed(&["parcel", "receipt"]).contains("BATO1 BOMA KIMB 1 "), "{context}");
        let left = temporary_files(&office.commune.clean().join("parcels"));
        assert!(left.is_empty(), "{context}: {left:?}");
    }
    println!("open: of {n} operations {} cut, {n_new} new", spread(n, 14).len());

    // Sealing: a number is taken once, and its parcel can be given out again.
    let logged = copy(&quartier);
    let log = logged.at("operations");
    let words = ["parcel", "seal", "data-raw/census/Q06.csv", "--to", "KIMB", "-o", "out"];
    killed(&logged, &words).env("FAULTY_LOG", &log).status().unwrap();
    let n = read_log(&read(&log), &logged.at("")).len();
    for at in spread(n, 10) {
        let context = format!("seal killed at operation {at} of {n}");
        let office = copy(&quartier);
        killed(&office, &words).env("FAULTY_AT", at.to_string()).env("FAULTY_HOW", "kill").status().unwrap();
        let is_taken = office.succeed(&["parcel", "list"]).contains("BOMA-KIMB-000002");
        if is_taken {
            office.succeed(&["parcel", "seal", "--again", "BOMA-KIMB-000002", "-o", "out"]);
        } else {
            assert!(!office.at("out/BOMA-KIMB-000002.bato").is_file(), "{context}");
            office.succeed(&words);
        }
        let receiver = copy(&commune);
        assert_eq!(receiver.open(&parcel).status, 0, "{context}");
        let said = receiver.open(&office.at("out/BOMA-KIMB-000002.bato"));
        assert_eq!(said.status, 0, "{context}: {}", said.err);
        assert!(!said.out.contains("Attention : le colis"), "{context}: {}", said.out);
    }
}
