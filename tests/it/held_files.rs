//! Tests of files that another program holds open, as Excel, a browser or a virus scanner does on Windows. Elsewhere an
//! open file is no obstacle.
#![cfg(windows)]

use std::fs::{File, OpenOptions};
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use bato::store::PersonRow;

use crate::door::Commune;

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const BOMA: &str = "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n";
const KUTU: &str = "1;Kutu;Kasa;3;KANZA;LUZOLO;Paul;M;04/05/1980;Chef\n";
const SHEET: &str = "census/Q06 Boma_2017.csv";

/// What the program that holds a file lets others do with it.
const NOTHING: u32 = 0;
const READ: u32 = 1;

fn hold(path: &Path, others_may: u32) -> File {
    OpenOptions::new().read(true).share_mode(others_may).open(path).unwrap()
}

/// Holds a file for as long as a virus scanner does.
fn scan(path: &Path) -> std::thread::JoinHandle<()> {
    let held = hold(path, READ);
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(400));
        drop(held);
    })
}

fn commune() -> Commune {
    let commune = Commune::empty();
    commune.write(SHEET, format!("{HEADINGS}{BOMA}"));
    commune.write("census/Q07 Kutu_2017.csv", format!("{HEADINGS}{KUTU}"));
    commune
}

fn n_persons(commune: &Commune) -> usize {
    commune.table::<PersonRow>().len()
}

#[test]
fn a_sheet_that_is_open_elsewhere_costs_itself_alone_and_none_of_its_persons() {
    let commune = commune();
    let held = hold(&commune.raw().join(SHEET), NOTHING);
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 1, "{}{}", said.out, said.err);
    assert!(said.out.contains("ouvert dans un autre programme") && said.out.contains("Fermez-le"), "{}", said.out);
    assert_eq!(n_persons(&commune), 1);
    drop(held);
    assert_eq!(commune.bato(&["run"]).status, 0);
    assert_eq!(n_persons(&commune), 2);
    // The persons of a sheet that can't be read now stay in the register.
    let held = hold(&commune.raw().join(SHEET), NOTHING);
    commune.write("census/Q07 Kutu_2017.csv", format!("{HEADINGS}{KUTU}{}", KUTU.replace("PAUL", "Ruth")));
    let said = commune.bato(&["run"]);
    assert!(said.out.contains("ouvert") || said.err.contains("ouvert"), "{}{}", said.out, said.err);
    assert!(commune.table::<PersonRow>().iter().any(|person| person.prenom == "Bruno"), "{}{}", said.out, said.err);
    drop(held);
    assert!(commune.bato(&["run"]).status < 2);
    commune.assert_whole();
}

#[test]
fn an_output_that_is_open_in_excel_stays_as_it_was_and_is_named() {
    let commune = commune();
    commune.run();
    let words = ["export", "persons", "-o", "persons.csv"];
    assert_eq!(commune.bato(&words).status, 0);
    let path = commune.raw().with_file_name("persons.csv");
    let before = std::fs::read(&path).unwrap();
    commune.write(SHEET, format!("{HEADINGS}{BOMA}{}", BOMA.replace("Bruno", "Ruth").replace("Chef", "Sœur")));
    commune.run();
    let held = hold(&path, READ);
    let said = commune.bato(&words);
    assert_eq!(said.status, 2, "{}{}", said.out, said.err);
    assert!(said.err.contains("persons.csv") && said.err.contains("Que faire"), "{}", said.err);
    assert!(said.err.contains("Fermez-le"), "{}", said.err);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let left: Vec<_> = std::fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("tmp"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    drop(held);
    assert_eq!(commune.bato(&words).status, 0);
    assert_ne!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_scanner_that_looks_at_the_register_for_a_moment_stops_no_run() {
    let commune = commune();
    commune.run();
    for (n, file) in ["CURRENT", "reports/interne.fr.html", "reports/interne.csv"].iter().enumerate() {
        commune.write(SHEET, format!("{HEADINGS}{BOMA}{}", BOMA.replace("Bruno", &format!("Ruth{n}"))));
        let scanner = scan(&commune.clean().join(file));
        let said = commune.bato(&["run"]);
        assert!(said.status < 2, "{file}: {}{}", said.out, said.err);
        assert!(!said.out.contains("bato report"), "{file}: {}", said.out);
        scanner.join().unwrap();
        assert_eq!(commune.current().number, n as u64 + 2);
        commune.assert_whole();
    }
}

#[test]
fn a_page_of_the_report_that_stays_open_is_named_and_the_register_is_published() {
    let commune = commune();
    commune.run();
    commune.write(SHEET, format!("{HEADINGS}{BOMA}{}", BOMA.replace("Bruno", "Ruth")));
    let held = hold(&commune.clean().join("reports/interne.fr.html"), READ);
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 1, "{}{}", said.out, said.err);
    assert!(said.out.contains("bato report"), "{}", said.out);
    assert_eq!(commune.current().number, 2);
    drop(held);
    assert!(commune.bato(&["report"]).status < 2);
    commune.assert_whole();
}
