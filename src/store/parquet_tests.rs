//! Tests of writing tables to Parquet and reading them back.

use crate::error::ErrorCode;
use std::path::Path;

use super::*;
use crate::store::data_frame::from_frame;
use crate::store::table_file::{TableFile, read_parquet};
use crate::store::tables::{AliasRow, PersonRow, TableVisitor};
use crate::store::test_tables::test_tables;

/// Returns the bytes of a file that [`write_table`] writes.
fn written<R: TableRow>(rows: &[R]) -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("t.parquet");
    let mut out = HashedFile::create(&path).unwrap();
    let n_rows = write_table(rows.len(), &|places| rows[places].to_vec(), &mut out).unwrap();
    assert_eq!(n_rows, rows.len() as u64);
    out.finish().unwrap();
    std::fs::read(path).unwrap()
}

fn opened<R: TableRow>(bytes: &[u8]) -> Result<TableFile> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    TableFile::new(file, Path::new("t.parquet"), &R::SCHEMA, false)
}

fn rows_of<R: TableRow>(bytes: &[u8]) -> Result<Vec<R>> {
    Ok(opened::<R>(bytes)?.map_groups(&[], &|_| true, &|_, rows: Vec<R>| rows)?.concat())
}

/// Returns enough aliases for three row groups.
fn aliases() -> Vec<AliasRow> {
    let id = |n: usize| format!("{:06}", n * 7919 % 100_003);
    let row = |n: usize| AliasRow {
        old_id: id(n),
        person_id: n.is_multiple_of(3).then(|| id(n + 1)),
        registered_in: (!n.is_multiple_of(7)).then_some(n as i32),
        ..Default::default()
    };
    (0..2 * ROW_GROUP + 7).map(row).collect()
}

#[test]
fn every_table_is_read_back_as_written_and_its_bytes_are_always_the_same() {
    struct RoundTrip;
    impl TableVisitor for RoundTrip {
        fn table<R: TableRow>(&mut self, rows: &[R]) -> Result<()> {
            for rows in [rows, &[]] {
                let bytes = written(rows);
                assert!(bytes == written(rows) && bytes == to_parquet(rows)?, "{}", R::SCHEMA.name);
                let file = opened::<R>(&bytes)?;
                assert!(file.has_columns_of_schema(), "{}", R::SCHEMA.name);
                assert_eq!(file.n_rows(), rows.len() as u64);
                let cells = |row: &R| format!("{:?}", row.cells().collect::<Vec<_>>());
                let all = |rows: &[R]| rows.iter().map(cells).collect::<Vec<_>>();
                assert_eq!(all(&rows_of::<R>(&bytes)?), all(rows));
                assert_eq!(all(&from_frame::<R>(&file.data_frame()?)?), all(rows));
                let mut visited = Vec::new();
                file.visit_rows(&mut |cells| {
                    visited.push(format!("{cells:?}"));
                    Ok(())
                })?;
                assert_eq!(visited, all(rows));
                assert!(frame_to_parquet(&to_frame(rows)?, &R::SCHEMA)? == bytes, "{}", R::SCHEMA.name);
            }
            Ok(())
        }
    }
    test_tables(40).each(&mut RoundTrip).unwrap();
}

#[test]
fn dates_before_the_epoch_and_unusual_texts_are_read_back() {
    let days = ["1890-02-28", "1900-01-01", "1969-12-31", "1970-01-01", "2024-02-29"];
    let texts = ["", " ", "é\u{301}", "=1+1", "a\0b", "😀", "\u{feff}x"];
    let rows: Vec<PersonRow> = days
        .iter()
        .flat_map(|day| texts.iter().map(move |text| (day, text)))
        .map(|(day, text)| PersonRow {
            person_id: (*text).to_owned(),
            born_on: day.parse().ok(),
            quartier: Some((*text).to_owned()),
            first_seen: Some(i32::MIN),
            n_sources: i32::MAX,
            ..Default::default()
        })
        .collect();
    assert_eq!(rows_of::<PersonRow>(&written(&rows)).unwrap(), rows);
}

#[test]
fn rows_columns_and_groups_of_a_file_of_several_row_groups_are_found_by_place() {
    let rows = aliases();
    let bytes = written(&rows);
    let file = opened::<AliasRow>(&bytes).unwrap();
    assert!(rows_of::<AliasRow>(&bytes).unwrap() == rows);
    assert!(from_frame::<AliasRow>(&file.data_frame().unwrap()).unwrap() == rows);

    let places = [2 * ROW_GROUP + 6, 0, ROW_GROUP, ROW_GROUP - 1, 0];
    let expected: Vec<AliasRow> = places.iter().map(|place| rows[*place].clone()).collect();
    assert_eq!(file.rows_at::<AliasRow>(&places, &[]).unwrap(), expected);
    assert!(file.rows_at::<AliasRow>(&[rows.len()], &[]).is_err());

    let ranges = [ROW_GROUP - 2..2 * ROW_GROUP + 1, 5..5, 3..4];
    let expected: Vec<u32> =
        ranges.iter().flat_map(|range| &rows[range.clone()]).map(|row| row.registered_in.unwrap_or(0) as u32).collect();
    assert_eq!(file.numbers_at("registered_in", &ranges).unwrap(), expected);
    assert!(file.numbers_at("registered_in", &[0..1, 0..rows.len() + 1]).is_err());

    let of_places = |places, rows: Vec<AliasRow>| (places, rows);
    let groups = file.map_groups(&["old_id", "person_id"], &|places| places.start > 0, &of_places).unwrap();
    assert_eq!(groups.len(), 2);
    for (places, group) in groups {
        assert!(
            group.len() == places.len() && group.iter().all(|row| row.old_id.is_empty() && row.person_id.is_none())
        );
        assert!(group.iter().zip(&rows[places]).all(|(read, row)| read.registered_in == row.registered_in));
    }

    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("t.parquet");
    std::fs::write(&path, &bytes).unwrap();
    let table = file.text_columns(&["old_id", "person_id"]).unwrap();
    assert!(table == read_parquet(&path, &["old_id", "person_id"]).unwrap());
    assert_eq!(table.rows.len(), rows.len());
    for (place, row) in rows.iter().enumerate() {
        assert_eq!(table.columns[0].text(place), row.old_id);
        assert_eq!(table.columns[1].text(place), row.person_id.as_deref().unwrap_or(""));
    }
    assert_eq!(file.text_columns(&["nom"]).unwrap_err().code, ErrorCode::TableNoColumn);
}

#[test]
fn a_file_cut_short_is_an_error() {
    let bytes = written(&test_tables(40).persons);
    for cut in [0, 1, 4, bytes.len() / 2, bytes.len() - 9, bytes.len() - 1] {
        assert!(rows_of::<PersonRow>(&bytes[..cut]).is_err(), "cut at {cut}");
    }
    // With other damage Polars may ask for more memory than there is: callers check the hash of the file first.
}

#[test]
fn the_bytes_do_not_depend_on_the_number_of_threads() {
    // The test starts itself in processes with other numbers of threads: there it writes the file and ends.
    const WRITE_TO: &str = "BATO_TEST_WRITE_TO";
    if let Some(path) = std::env::var_os(WRITE_TO) {
        return std::fs::write(path, written(&aliases())).unwrap();
    }
    let dir = tempfile::tempdir().unwrap();
    let files: Vec<Vec<u8>> = ["1", "2", "5"]
        .iter()
        .map(|threads| {
            let path = dir.path().join(threads);
            let run = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "store::parquet_writer::tests::the_bytes_do_not_depend_on_the_number_of_threads"])
                .env("POLARS_MAX_THREADS", threads)
                .env("RAYON_NUM_THREADS", threads)
                .env(WRITE_TO, &path)
                .output()
                .unwrap();
            assert!(run.status.success());
            std::fs::read(path).unwrap()
        })
        .collect();
    assert!(files[0] == files[1] && files[1] == files[2]);
}
