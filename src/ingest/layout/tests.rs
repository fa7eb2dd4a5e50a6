//! Tests of whole sheets: the field of each column and the outcome of each row.

use std::collections::BTreeMap;

use crate::record::{CellValue, Context, Field, Grid, GridRow, Kind, RowAt};

use super::super::headers::Headers;
use super::sheet_reader::SheetRows;
use super::{SheetOptions, read_sheet};

/// A sheet from lines with cells divided by `|`; a cell that parses as a number is one.
fn grid(lines: &[&str]) -> Grid {
    let row = |(line, row): (&&str, u32)| GridRow {
        row,
        cells: line
            .split('|')
            .enumerate()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(column, text)| {
                let text = text.trim();
                let value = text.parse::<f64>().map_or_else(|_| CellValue::Text(text.into()), CellValue::Number);
                (column as u16, value)
            })
            .collect(),
    };
    Grid { rows: lines.iter().zip(1..).map(row).filter(|row| !row.cells.is_empty()).collect(), ..Grid::default() }
}

fn read(grid: &Grid, kind: Kind) -> SheetRows {
    let mut grid = grid.clone();
    let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
    let options = SheetOptions { kind, headers: &headers, file: "census/x.csv", keep_sensitive: false };
    read_sheet(&mut grid, RowAt::default(), &Context::default(), &options)
}

fn fields(read: &SheetRows) -> Vec<(u16, Field)> {
    read.headings.iter().map(|heading| (heading.column, heading.field)).collect()
}

fn rules(read: &SheetRows) -> Vec<&'static str> {
    read.findings.iter().map(|finding| finding.rule).collect()
}

fn reasons(read: &SheetRows) -> Vec<&'static str> {
    read.rows.iter().map(|row| row.left_out.unwrap_or("data")).collect()
}

#[test]
fn swapped_headings_are_detected_by_content() {
    let sheet = read(
        &grid(&[
            "Nom|Sexe|Date de naissance|Lieu",
            "MBALA|M|Boma|12/05/1987",
            "LEMA|F|Kinshasa|03/05/1990",
            "KANZA|M|Matadi|1971",
            "NLANDU|F|Boma|28/02/1984",
            "KIESE|F|Kikwit|01/01/2001",
        ]),
        Kind::Census,
    );
    assert_eq!(fields(&sheet)[2..], [(2, Field::BirthPlace), (3, Field::BirthDate)]);
    assert_eq!(rules(&sheet).iter().filter(|rule| **rule == "column-content").count(), 2);
}

#[test]
fn a_date_over_three_columns_needs_one_heading() {
    let sheet = read(
        &grid(&[
            "Nom|Prénom|Date de naissance|||Sexe|",
            "MBALA|Bruno|12|5|1987|X|",
            "LEMA|Ruth|3|mai|1990||X",
            "KANZA|Noé|31|12|1971|X|",
            "NLANDU|Ève|28|2|1984||X",
            "KIESE|Anne|1|1|2001||X",
        ]),
        Kind::Census,
    );
    let expected = [
        Field::Nom,
        Field::Prenom,
        Field::BirthDay,
        Field::BirthMonth,
        Field::BirthYear,
        Field::SexMale,
        Field::SexFemale,
    ];
    assert_eq!(fields(&sheet).iter().map(|(_, field)| *field).collect::<Vec<_>>(), expected);
}

#[test]
fn a_year_of_birth_beside_a_day_and_a_month_is_part_of_the_date() {
    let sheet = read(
        &grid(&[
            "Nom|Prénom|Jour de naissance|Mois de naissance|Année naissance",
            "MBALA|Bruno|12|5|1987",
            "LEMA|Ruth|3|10|1990",
            "KANZA|Noé||12|1971",
        ]),
        Kind::Census,
    );
    let expected = [Field::Nom, Field::Prenom, Field::BirthDay, Field::BirthMonth, Field::BirthYear];
    assert_eq!(fields(&sheet).iter().map(|(_, field)| *field).collect::<Vec<_>>(), expected);
}

#[test]
fn ditto_marks_and_values_written_once_are_filled_down() {
    let sheet = read(
        &grid(&[
            "Quartier|Nom|Prénom|Sexe",
            "Boma|MBALA|Bruno|M",
            "|\"|Ruth|F",
            "|-//-|Noé|M",
            "Malonda|LEMA|Ève|F",
            "|idem|Anne|F",
        ]),
        Kind::Census,
    );
    let noms: Vec<String> = sheet.rows[1..].iter().map(|row| row.field_text(Field::Nom).into_owned()).collect();
    assert_eq!(noms, ["MBALA", "MBALA", "MBALA", "LEMA", "LEMA"]);
    let quartiers: Vec<String> =
        sheet.rows[1..].iter().map(|row| row.field_text(Field::Quartier).into_owned()).collect();
    assert_eq!(quartiers, ["Boma", "Boma", "Boma", "Malonda", "Malonda"]);
    assert!(rules(&sheet).contains(&"value-given-once"));
}

#[test]
fn titles_between_tables_and_summaries_below_them_are_no_data() {
    let sheet = read(
        &grid(&[
            "Recensement 2017",
            "N°|Nom|Prénom|Sexe",
            "1|MBALA|Bruno|M",
            "Deuxième partie",
            "N°|Nom|Prénom|Sexe|Date de naissance",
            "1|LEMA|Ruth|F|1987",
            "Total|1",
            "Récapitulatif",
            "Hommes|12|Femmes|14",
        ]),
        Kind::Census,
    );
    let expected = ["section", "header", "data", "title", "header", "data", "total", "title", "recap"];
    assert_eq!(reasons(&sheet), expected);
}

#[test]
fn rows_of_two_tables_side_by_side_go_to_quarantine_with_one_finding() {
    let sheet =
        read(&grid(&["Nom|Prénom|Sexe||Nom|Prénom|Sexe", "MBALA|Bruno|M||LEMA|Ruth|F", "KANZA|Noé|M"]), Kind::Census);
    assert_eq!(reasons(&sheet), ["header", "tables-side-by-side", "data"]);
    assert_eq!(rules(&sheet).iter().filter(|rule| **rule == "tables-side-by-side").count(), 1);
}

#[test]
fn sensitive_cells_are_left_out_and_counted() {
    let sheet = read(&grid(&["Nom|Prénom|Sexe|Religion", "MBALA|Bruno|M|Kimbanguiste", "KANZA|Noé|M"]), Kind::Census);
    assert!(sheet.rows.iter().skip(1).all(|row| row.cells.iter().all(|cell| cell.column < 3)));
    let finding = sheet.findings.iter().find(|finding| finding.rule == "sensitive-left-out").expect("a finding");
    assert_eq!(finding.args, [("n", "1".to_owned())]);
}

proptest::proptest! {
    #[test]
    fn every_row_has_an_outcome_whatever_is_typed(rows in proptest::collection::vec(proptest::collection::vec("\\PC{0,12}|Nom|Sexe|N°|M|F|Quartier|TOTAL|Naissance|Date|\"|1|2", 1..8), 0..12)) {
        let lines: Vec<String> = rows.iter().map(|texts| texts.join("|")).collect();
        let grid = grid(&lines.iter().map(String::as_str).collect::<Vec<_>>());
        let read = read(&grid, Kind::Birth);
        proptest::prop_assert_eq!(read.rows.len(), grid.rows.len());
        proptest::prop_assert!(read.rows.iter().all(|row| (row.context as usize) < read.contexts.len()));
    }
}
