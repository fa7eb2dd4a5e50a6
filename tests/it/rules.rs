//! Each rule of a row: a row that breaks it, and one that does not.

use std::collections::BTreeSet;
use std::path::PathBuf;

use bato::config::Config;
use bato::pipeline::{self, Silent};

const CENSUS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien;État civil";
const BIRTHS: &str = "N° acte;Date de déclaration;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lieu;Quartier";

const GOOD_CENSUS: &str = "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié";
const GOOD_BIRTH: &str = "00001/2017;05/03/2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma";

/// Rule, heading, a row that breaks it, the column it is seen in ("" for the row or the sheet).
const CASES: [(&str, &str, &str, &str); 23] = [
    ("missing-name", CENSUS, "1;Boma;Lodja;12;;;;M;08/10/1961;Chef;Marié", ""),
    ("only-a-name", CENSUS, "1;Boma;Lodja;12;SUITE PAGE 2;;;;;;", "E"),
    ("impossible-date", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;31/04/1961;Chef;Marié", "I"),
    ("unreadable-date", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;pendant la guerre;Chef;Marié", "I"),
    ("future-date", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;12/05/2031;Chef;Marié", "I"),
    ("implausible-age", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;04/07/1842;Chef;Marié", "I"),
    ("declared-before-birth", BIRTHS, "00001/2017;28/02/2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma", "B"),
    ("declared-in-future", BIRTHS, "00001/2017;05/03/2071;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma", "B"),
    ("born-after-round", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/2018;fils;C", "I"),
    ("date-as-number", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;22562;Chef;Marié", "I"),
    ("birth-date-missing", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;ND;Chef;Marié", "I"),
    ("unreadable-declaration-date", BIRTHS, "00001/2017;mars 2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma", "B"),
    ("declaration-date-missing", BIRTHS, "00001/2017;;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma", ""),
    ("act-number-missing", BIRTHS, "sans;05/03/2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma", "A"),
    ("name-incomplete", CENSUS, "1;Boma;Lodja;12;;;Bruno;M;08/10/1961;Chef;Marié", ""),
    ("unknown-sex", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;Q;08/10/1961;Chef;Marié", "H"),
    ("sex-missing", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;;08/10/1961;Chef;Marié", ""),
    ("unknown-relation", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;zzz;Marié", "J"),
    ("unknown-marital-status", CENSUS, "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;zzz", "K"),
    ("unknown-quartier", CENSUS, "1;Atlantide;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié", "B"),
    ("quartier-guessed", CENSUS, "1;Biyella;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié", "B"),
    ("quartier-missing", "N° ménage;Nom;Post-nom;Sexe;Date de naissance;Lien", "1;MBALA;LEMA;M;08/10/1961;Chef", ""),
    ("error-cell", "", "", "H"),
];

/// Rules seen in a file, each with the letters of its column.
fn seen(name: &str, bytes: &[u8]) -> BTreeSet<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let checked = pipeline::check(&[path], folder.path(), &Config::default(), today, None, &Silent).unwrap();
    assert!(checked[0].fault.is_none(), "{:?}", checked[0].fault);
    assert!(checked[0].count.holds());
    let letters = |column: Option<u16>| column.map(bato::record::column_letters).unwrap_or_default();
    checked[0].findings.iter().map(|finding| (finding.rule.to_owned(), letters(finding.at.column))).collect()
}

fn workbook_with_an_error() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (heading, value)) in CENSUS.split(';').zip(GOOD_CENSUS.split(';')).enumerate() {
        sheet.write(0, column as u16, heading).unwrap();
        sheet.write(1, column as u16, value).unwrap();
    }
    sheet.write_formula(1, 7, rust_xlsxwriter::Formula::new("=#REF!").set_result("#REF!")).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn each_rule_sees_its_fault_in_its_place() {
    for (rule, heading, row, column) in CASES {
        let found = match rule {
            "error-cell" => seen("feuille_2017.xlsx", &workbook_with_an_error()),
            _ => seen("feuille_2017.csv", format!("{heading}\n{row}\n").as_bytes()),
        };
        assert!(found.contains(&(rule.to_owned(), column.to_owned())), "{rule}: {found:?}");
    }
    let tried: BTreeSet<&str> = CASES.iter().map(|(rule, ..)| *rule).collect();
    let all: BTreeSet<&str> = bato::validate::ROW_RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(tried, all, "every rule is tried");
}

#[test]
fn a_good_row_breaks_no_rule() {
    assert_eq!(seen("feuille_2017.csv", format!("{CENSUS}\n{GOOD_CENSUS}\n").as_bytes()), BTreeSet::new());
    assert_eq!(seen("feuille_2017.csv", format!("{BIRTHS}\n{GOOD_BIRTH}\n").as_bytes()), BTreeSet::new());
}

#[test]
fn a_fault_of_the_sheet_is_told_once() {
    let rows = "1;Nulle Part;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié\n".repeat(3);
    let text =
        format!("Quartier : Atlantide\n{}\n{}", CENSUS.replace("Quartier;", ""), rows.replace("Nulle Part;", ""));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("feuille_2017.csv");
    std::fs::write(&path, text).unwrap();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let checked = pipeline::check(&[path], folder.path(), &Config::default(), today, None, &Silent).unwrap();
    let of_quartier: Vec<u32> = checked[0]
        .findings
        .iter()
        .filter(|finding| finding.rule == "unknown-quartier")
        .map(|finding| finding.at.row.row)
        .collect();
    assert_eq!(of_quartier, [0]);
}
