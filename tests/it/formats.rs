//! Tests that every file format gives the same persons, with the same cell references.

use bato::store::{ColumnRow, LineageRow, PersonRow};

use crate::door::{Commune, project, with_part};

const HEADINGS: &str = "N° ménage;Avenue;N° parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien de parenté";
const ROWS: [&str; 3] = [
    "1;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef",
    "1;Lodja;12;NSIMBA;KIESE;Noëlla;F;28/02/1970;Épouse",
    "1;Lodja;12;MBALA;NZUZI;Dieu-Merci;M;30/02/1999;fils",
];

fn xlsx(from_1904: bool) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet();
    for (column, heading) in HEADINGS.split(';').enumerate() {
        sheet.write(2, column as u16, heading).unwrap();
    }
    sheet.write(0, 0, "Quartier : Boma").unwrap();
    for (row, text) in ROWS.iter().enumerate() {
        for (column, value) in text.split(';').enumerate() {
            let (row, column) = (row as u32 + 3, column as u16);
            match (column, row) {
                (7, 3) => sheet.write_with_format(row, column, 22_562.0, &format).unwrap(),
                (7, 4) => sheet.write_with_format(row, column, 25_627.0, &format).unwrap(),
                _ => sheet.write(row, column, value).unwrap(),
            };
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    if from_1904 { with_1904_epoch(&bytes) } else { bytes }
}

/// Returns the same workbook with the 1904 epoch: its dates move by 1,462 days, as in a spreadsheet program.
fn with_1904_epoch(bytes: &[u8]) -> Vec<u8> {
    with_part(bytes, "xl/workbook.xml", |text| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "))
}

fn register_of(name: &str, bytes: &[u8]) -> (Vec<PersonRow>, Vec<LineageRow>) {
    let commune = Commune::empty();
    commune.write(&format!("census/{name}"), bytes);
    commune.run();
    commune.assert_whole();
    (commune.table(), commune.table())
}

#[test]
fn every_format_gives_the_same_persons() {
    let csv = |separator: &str| {
        let text = format!("Quartier : Boma\r\n\r\n{HEADINGS}\r\n{}\r\n", ROWS.join("\r\n"));
        text.replace(';', separator)
    };
    let fixture = |name: &str| std::fs::read(project().join("tests/fixtures").join(name)).unwrap();
    let windows = encoding_rs::WINDOWS_1252.encode(&csv(";")).0.into_owned();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(csv("\t").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (name, bytes) in [
        ("a_2017.xlsx", xlsx(false)),
        ("a_2017.xlsm", xlsx(false)),
        ("a_2017.xls", fixture("small.xls")),
        ("a_2017.ods", fixture("small.ods")),
        ("b_2017.csv", csv(";").into_bytes()),
        ("c_2017.csv", csv(",").into_bytes()),
        ("d_2017.csv", windows),
        ("e_2017.csv", utf16),
        // A wrong file extension: the content decides.
        ("f_2017.xls", xlsx(false)),
    ] {
        let (persons, lineage) = register_of(name, &bytes);
        let found: Vec<(&str, &str, &str, String, &str)> = persons
            .iter()
            .map(|p| {
                (
                    p.nom.as_str(),
                    p.prenom.as_str(),
                    p.quartier.as_deref().unwrap_or(""),
                    p.born_on.unwrap().to_string(),
                    p.relation.as_deref().unwrap_or(""),
                )
            })
            .collect();
        assert_eq!(found.len(), 2, "{name}: {found:?}");
        assert!(found.contains(&("MBALA", "Bruno", "Boma", "1961-10-08".to_owned(), "head")), "{name}: {found:?}");
        assert!(found.contains(&("NSIMBA", "Noëlla", "Boma", "1970-02-28".to_owned(), "spouse")), "{name}: {found:?}");
        let outcomes: Vec<(i64, &str, Option<&str>)> =
            lineage.iter().map(|row| (row.row, row.outcome.as_str(), row.rule.as_deref())).collect();
        assert_eq!(
            outcomes,
            [
                (1, "ignored", Some("section")),
                (3, "ignored", Some("header")),
                (4, "registered", None),
                (5, "registered", None),
                (6, "quarantined", Some("impossible-date")),
            ],
            "{name}"
        );
    }
}

#[test]
fn every_value_can_be_traced_to_its_cell() {
    let commune = Commune::empty();
    commune.write("census/a_2017.xlsx", xlsx(false));
    commune.run();
    let columns: Vec<ColumnRow> = commune.table();
    let fields: Vec<(&str, &str)> =
        columns.iter().map(|column| (column.column.as_str(), column.field.as_str())).collect();
    assert_eq!(fields[3..8], [("D", "nom"), ("E", "postnom"), ("F", "prenom"), ("G", "sex"), ("H", "birth_date")]);
    let lineage: Vec<LineageRow> = commune.table();
    let row = lineage.iter().find(|row| row.row == 5).unwrap();
    let typed: serde_json::Value = serde_json::from_str(&row.typed).unwrap();
    assert_eq!((&typed["D"], &typed["H"]), (&"NSIMBA".into(), &"1970-02-28".into()));
}

#[test]
fn dates_of_a_workbook_with_the_1904_epoch_are_those_it_shows() {
    let (persons, _) = register_of("mac_2017.xlsx", &xlsx(true));
    let mut born: Vec<String> = persons.iter().map(|person| person.born_on.unwrap().to_string()).collect();
    born.sort();
    assert_eq!(born, ["1965-10-09", "1974-03-01"]);
}

#[test]
fn a_cell_that_looks_like_a_formula_is_exported_as_text() {
    let commune = Commune::empty();
    let headings = format!("{HEADINGS};Lieu de naissance;Profession");
    let rows = "1;Lodja;12;@MBALA;LEMA;Bruno;M;08/10/1961;Chef;+Boma;=1+1";
    commune.write("census/Q06 Boma_2017.csv", format!("{headings}\n{rows}\n"));
    commune.run();
    let output = commune.bato(&["export", "persons"]);
    let line = output.out.lines().nth(1).unwrap();
    assert!(line.contains(",MBALA,LEMA,Bruno,"), "{line}");
    // The quotes keep the text whole in a spreadsheet that divides at another separator.
    assert!(line.contains(",\"'+Boma\",") && line.contains(",\"'=1+1\","), "{line}");
}
