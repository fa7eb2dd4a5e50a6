//! Tests of the export: every format is read back, and no text becomes a formula.

use crate::error::ErrorCode;
use calamine::{Data, Reader, Xlsx};

use super::*;
use crate::store::generation::Store;
use crate::store::output_path::OutputPath;
use crate::store::tables::{AggregateRow, PersonRow, Tables};
use crate::store::test_tables::{test_draft, test_tables};

pub(in crate::store) fn published(tables: &Tables) -> (tempfile::TempDir, Generation) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    let generation = store.publish(&store.lock().unwrap(), tables, test_draft(tables)).unwrap();
    (dir, generation)
}

fn bytes(generation: &Generation, table: &str, format: ExportFormat) -> Vec<u8> {
    let mut out = Vec::new();
    export(generation, table, format, None, &mut out, Path::new("-")).unwrap();
    out
}

fn workbook(bytes: Vec<u8>) -> Xlsx<io::Cursor<Vec<u8>>> {
    Xlsx::new(io::Cursor::new(bytes)).unwrap()
}

#[test]
fn every_export_holds_all_rows_and_is_the_same_twice() {
    let tables = test_tables(30);
    let (_dir, generation) = published(&tables);
    for schema in SCHEMAS {
        let n_rows = generation.manifest.tables[schema.name].rows as usize;
        for format in ExportFormat::ALL {
            let once = bytes(&generation, schema.name, format);
            assert!(once == bytes(&generation, schema.name, format), "{} {format:?}", schema.name);
            let n_columns = schema.columns.len();
            let counted = match format {
                ExportFormat::Csv => {
                    let mut reader = csv::Reader::from_reader(&once[..]);
                    reader.records().filter(|record| record.as_ref().unwrap().len() == n_columns).count()
                }
                ExportFormat::Jsonl => {
                    let lines = once.split(|b| *b == b'\n').filter(|line| !line.is_empty());
                    let objects = lines.map(|line| serde_json::from_slice::<serde_json::Map<_, _>>(line).unwrap());
                    objects.filter(|object| object.len() == n_columns).count()
                }
                ExportFormat::Xlsx => workbook(once).worksheet_range(schema.name).unwrap().height() - 1,
                ExportFormat::Parquet => once.len().min(1) * n_rows,
            };
            assert_eq!(counted, n_rows, "{} {format:?}", schema.name);
        }
    }
}

#[test]
fn no_text_becomes_a_formula_whatever_its_first_character() {
    let starts = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"];
    let mut texts: Vec<String> = starts
        .iter()
        .flat_map(|start| [(*start).to_owned(), format!("{start}1+1"), format!("{start}A1,\"B\"\n2")])
        .collect();
    texts.extend(["plain", "a,b", "a\"b", "a\nb", "é", " =1"].map(str::to_owned));
    let persons =
        texts.iter().map(|text| PersonRow { nom: text.clone(), n_sources: -1, ..Default::default() }).collect();
    let (_dir, generation) = published(&Tables { persons, ..Default::default() });

    let exported = bytes(&generation, "persons", ExportFormat::Csv);
    let mut reader = csv::Reader::from_reader(&exported[..]);
    for (record, text) in reader.records().map(|r| r.unwrap()).zip(&texts) {
        let expected =
            if starts.iter().any(|start| text.starts_with(start)) { format!("'{text}") } else { text.clone() };
        assert_eq!(record[1], expected);
        assert_eq!(&record[17], "-1", "numbers are left as they are");
    }
    let mut book = workbook(bytes(&generation, "persons", ExportFormat::Xlsx));
    assert_eq!(book.worksheet_formula("persons").unwrap().used_cells().count(), 0);
    let range = book.worksheet_range("persons").unwrap();
    for (row, text) in texts.iter().enumerate() {
        assert!(matches!(range.get_value((row as u32 + 1, 1)), Some(Data::String(_))), "{text:?}");
    }
}

#[test]
fn a_workbook_has_numbers_and_dates_and_days_before_1900_as_text() {
    let person = |day: &str| PersonRow { born_on: day.parse().ok(), n_sources: 3, ..Default::default() };
    let (_dir, generation) =
        published(&Tables { persons: vec![person("2017-03-05"), person("1899-12-30")], ..Default::default() });
    let mut book = workbook(bytes(&generation, "persons", ExportFormat::Xlsx));
    let range = book.worksheet_range("persons").unwrap();
    let day = range.get_value((1, 5)).unwrap();
    assert!(matches!(day, Data::DateTime(serial) if serial.as_f64() == 42_799.0), "{day:?}");
    assert_eq!(range.get_value((2, 5)), Some(&Data::String("1899-12-30".into())));
    assert_eq!(range.get_value((1, 17)), Some(&Data::Float(3.0)));
}

#[test]
fn rows_beyond_a_sheet_go_into_the_next() {
    let (_dir, generation) = published(&test_tables(25));
    let mut out = Vec::new();
    let schema = schema_of("persons").unwrap();
    let mut each = |visit: &mut RowVisitor<'_>| generation.visit_rows(schema, visit);
    let exported = xlsx(&mut each, &Headings::of_codes(schema), &mut out, Path::new("-"), 10).unwrap();
    assert_eq!(exported, ExportCounts { n_rows: 25, n_cut: 0 });
    let mut book = workbook(out);
    assert_eq!(book.sheet_names(), ["persons", "persons 2", "persons 3"]);
    let heights = book.worksheets().iter().map(|(_, range)| range.height()).collect::<Vec<_>>();
    assert_eq!(heights, [11, 11, 6]);
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_and_counted() {
    let long = "😀".repeat(LONGEST_TEXT);
    let (_dir, generation) =
        published(&Tables { persons: vec![PersonRow { nom: long, ..Default::default() }], ..Default::default() });
    let mut out = Vec::new();
    let exported = export(&generation, "persons", ExportFormat::Xlsx, None, &mut out, Path::new("-")).unwrap();
    assert_eq!(exported.n_cut, 1);
}

#[test]
fn json_lines_keep_the_order_of_columns_and_write_null() {
    let row = AggregateRow { indicator: "a\"b".into(), value: Some(0.5), denominator: Some(2), ..Default::default() };
    let (_dir, generation) = published(&Tables { aggregates: vec![row], ..Default::default() });
    let line = String::from_utf8(bytes(&generation, "aggregates", ExportFormat::Jsonl)).unwrap();
    let expected =
        r#"{"indicator":"a\"b","period":"","area":"","breakdown":"","value":0.5,"numerator":null,"denominator":2}"#;
    assert_eq!(line.trim_end(), expected);
}

#[test]
fn an_exported_file_is_whole_and_readable_by_its_owner_alone() {
    let (dir, generation) = published(&test_tables(5));
    let path = dir.path().join("persons.csv");
    std::fs::write(&path, "old").unwrap();
    assert_eq!(
        export_file(&generation, "persons", ExportFormat::Csv, None, &OutputPath::own(&path)).unwrap().n_rows,
        5
    );
    assert_eq!(std::fs::read(&path).unwrap(), bytes(&generation, "persons", ExportFormat::Csv));
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions()) & 0o777, 0o600);
    let unknown = export_file(&generation, "people", ExportFormat::Csv, None, &OutputPath::own(&path)).unwrap_err();
    assert_eq!(unknown.code, ErrorCode::TableUnknown);
    std::fs::write(generation.dir.join("persons.parquet"), "damaged").unwrap();
    let damaged = export_file(&generation, "persons", ExportFormat::Csv, None, &OutputPath::own(&path)).unwrap_err();
    assert_eq!(damaged.code, ErrorCode::TableDamaged);
    assert!(std::fs::read(&path).unwrap().starts_with(b"person_id,"), "a failed export leaves what was there");
    let mut names = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(!names.any(|name| name.to_string_lossy().starts_with(".bato")));
}
