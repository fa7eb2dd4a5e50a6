//! Tests of whole sheets: the field of each column and the outcome of each row.

use std::collections::BTreeMap;

use crate::record::{Context, Field, Grid, Kind, RowAt};

use super::super::headers::Headers;
use super::context_lines::tests::rows;
use super::sheet_reader::SheetRows;
use super::{SheetOptions, read_sheet};

fn read(kind: Kind, lines: &[&str]) -> SheetRows {
    let mut grid = Grid { rows: rows(lines), ..Grid::default() };
    let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
    let options = SheetOptions { kind, headers: &headers, file: "census/x.csv", keep_sensitive: false };
    read_sheet(&mut grid, RowAt::default(), &Context::default(), &options)
}

fn census(lines: &[&str]) -> SheetRows {
    read(Kind::Census, lines)
}

fn fields(read: &SheetRows) -> String {
    read.headings.iter().map(|heading| heading.field.code()).collect::<Vec<_>>().join(" ")
}

fn rules(read: &SheetRows) -> Vec<&'static str> {
    read.findings.iter().map(|finding| finding.rule).collect()
}

fn reasons(read: &SheetRows) -> Vec<&'static str> {
    read.rows.iter().map(|row| row.left_out.unwrap_or("data")).collect()
}

#[test]
fn swapped_headings_are_detected_by_content() {
    let sheet = census(&[
        "Nom|Sexe|Date de naissance|Lieu",
        "MBALA|M|Boma|12/05/1987",
        "LEMA|F|Kinshasa|03/05/1990",
        "KANZA|M|Matadi|1971",
        "NLANDU|F|Boma|28/02/1984",
        "KIESE|F|Kikwit|01/01/2001",
    ]);
    assert_eq!(fields(&sheet), "nom sex birth_place birth_date");
    assert_eq!(rules(&sheet).iter().filter(|rule| **rule == "column-content").count(), 2);
}

#[test]
fn a_date_over_three_columns_needs_one_heading() {
    let sheet = census(&[
        "Nom|Prénom|Date de naissance|||Sexe|",
        "MBALA|Bruno|12|5|1987|X|",
        "LEMA|Ruth|3|mai|1990||X",
        "KANZA|Noé|31|12|1971|X|",
        "NLANDU|Ève|28|2|1984||X",
        "KIESE|Anne|1|1|2001||X",
    ]);
    assert_eq!(fields(&sheet), "nom prenom birth_day birth_month birth_year sex_male sex_female");
}

#[test]
fn a_year_of_birth_beside_a_day_and_a_month_is_part_of_the_date() {
    let sheet = census(&[
        "Nom|Prénom|Jour de naissance|Mois de naissance|Année naissance",
        "MBALA|Bruno|12|5|1987",
        "LEMA|Ruth|3|10|1990",
        "KANZA|Noé||12|1971",
    ]);
    assert_eq!(fields(&sheet), "nom prenom birth_day birth_month birth_year");
}

#[test]
fn ditto_marks_and_values_written_once_are_filled_down() {
    let sheet = census(&[
        "Quartier|Nom|Prénom|Sexe",
        "Boma|MBALA|Bruno|M",
        "|\"|Ruth|F",
        "|-//-|Noé|M",
        "Malonda|LEMA|Ève|F",
        "|idem|Anne|F",
    ]);
    let texts = |field| sheet.rows[1..].iter().map(|row| row.field_text(field).into_owned()).collect::<Vec<_>>();
    assert_eq!(texts(Field::Nom), ["MBALA", "MBALA", "MBALA", "LEMA", "LEMA"]);
    assert_eq!(texts(Field::Quartier), ["Boma", "Boma", "Boma", "Malonda", "Malonda"]);
    assert!(rules(&sheet).contains(&"value-given-once"));
}

#[test]
fn titles_between_tables_and_summaries_below_them_are_no_data() {
    let sheet = census(&[
        "Recensement 2017",
        "N°|Nom|Prénom|Sexe",
        "1|MBALA|Bruno|M",
        "Deuxième partie",
        "N°|Nom|Prénom|Sexe|Date de naissance",
        "1|LEMA|Ruth|F|1987",
        "Total|1",
        "Récapitulatif",
        "Hommes|12|Femmes|14",
    ]);
    let expected = ["section", "header", "data", "title", "header", "data", "total", "title", "recap"];
    assert_eq!(reasons(&sheet), expected);
}

#[test]
fn rows_of_two_tables_side_by_side_go_to_quarantine_with_one_finding() {
    let sheet = census(&["Nom|Prénom|Sexe||Nom|Prénom|Sexe", "MBALA|Bruno|M||LEMA|Ruth|F", "KANZA|Noé|M"]);
    assert_eq!(reasons(&sheet), ["header", "tables-side-by-side", "data"]);
    assert_eq!(rules(&sheet).iter().filter(|rule| **rule == "tables-side-by-side").count(), 1);
}

#[test]
fn sensitive_cells_are_left_out_and_counted() {
    let sheet = census(&["Nom|Prénom|Sexe|Religion", "MBALA|Bruno|M|Kimbanguiste", "KANZA|Noé|M"]);
    assert!(sheet.rows.iter().skip(1).all(|row| row.cells.iter().all(|cell| cell.column < 3)));
    let finding = sheet.findings.iter().find(|finding| finding.rule == "sensitive-left-out").expect("a finding");
    assert_eq!(finding.args, [("n", "1".to_owned())]);
}

proptest::proptest! {
    #[test]
    fn every_row_has_an_outcome_whatever_is_typed(texts in proptest::collection::vec(proptest::collection::vec("\\PC{0,12}|Nom|Sexe|N°|M|F|Quartier|TOTAL|Naissance|Date|\"|1|2", 1..8), 0..12)) {
        let lines: Vec<String> = texts.iter().map(|texts| texts.join("|")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let read = read(Kind::Birth, &lines);
        proptest::prop_assert_eq!(read.rows.len(), rows(&lines).len());
        proptest::prop_assert!(read.rows.iter().all(|row| (row.context as usize) < read.contexts.len()));
    }
}
