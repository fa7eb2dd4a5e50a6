//! Exports the register as a partitioned dataset: Parquet files in folders named `commune=…/quartier=…`.
//!
//! The folders are Hive partitions, which DuckDB, Spark, DataFusion and Polars read as columns. A commune's folders are
//! replaced as a whole; those of other communes in the same dataset stay. `aggregates` have a column for their area and
//! are not partitioned by quartier.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use polars::prelude::{BooleanChunked, DataFrame, NewChunkedArray};

use super::atomic_file::TemporaryFolder;
use super::atomic_file::{list_output_folder, sweep_folder};
use super::disk;
use super::generation::Generation;
use super::output_path::OutputPath;
use super::parquet_writer::{frame_to_parquet, to_parquet};
use super::schema::{TableRow, TableSchema};
use super::tables::{AggregateRow, BirthRow, HouseholdRow, PersonRow};
use crate::error::{Error, ErrorCode, Result};

/// Hive's folder name for rows without a value.
const NULL_PARTITION: &str = "__HIVE_DEFAULT_PARTITION__";
/// Name of the only file of a partition.
const PART: &str = "part-0.parquet";
/// The column that partitions a table. It is in the folder's name and not in the files.
const PARTITION_COLUMN: &str = "quartier";

/// Writes persons, households and births of a generation, and these aggregates, into a dataset. Returns the name and
/// row count of each table.
///
/// The commune's folders of all tables are written beside the old ones and replace them once they are whole.
///
/// # Errors
/// `output-foreign` if a file that is none of a dataset lies in a folder that is replaced, unless any file may be
/// replaced; `table-damaged`, `table-write`; errors of the file system.
pub fn export_dataset(
    generation: &Generation,
    aggregates: &[AggregateRow],
    commune: &str,
    dataset: &OutputPath,
) -> Result<Vec<(&'static str, u64)>> {
    let may_replace = dataset.may_replace();
    let dataset = dataset.path();
    let schemas = [&PersonRow::SCHEMA, &HouseholdRow::SCHEMA, &BirthRow::SCHEMA, &AggregateRow::SCHEMA];
    let places = schemas.map(|schema| place_of(schema, commune, dataset));
    if let Some(foreign) = places.iter().find_map(|place| foreign_entry(place, 0)).filter(|_| !may_replace) {
        return Err(Error::new(ErrorCode::OutputForeign).at(&foreign));
    }
    disk::create_dir(dataset)?;
    for schema in schemas {
        // What a killed export left is removed now, and by a later command if this one is killed.
        let folder = dataset.join(schema.name);
        disk::create_dir(&folder)?;
        sweep_folder(&folder);
        list_output_folder(generation.store().root(), &folder.join(schema.name));
    }
    let mut beside = Vec::new();
    let table = |schema: &'static TableSchema| -> Result<(&'static str, u64)> {
        let frame = generation.table_file(schema)?.data_frame()?;
        let mut files = Vec::new();
        for (name, part) in partitions(&frame, schema, Some(PARTITION_COLUMN))? {
            files.push((name, frame_to_parquet(&part, schema)?));
        }
        beside.push((write_table(schema, &files, commune, dataset)?, place_of(schema, commune, dataset)));
        Ok((schema.name, frame.height() as u64))
    };
    let mut written = [&PersonRow::SCHEMA, &HouseholdRow::SCHEMA, &BirthRow::SCHEMA]
        .map(table)
        .into_iter()
        .collect::<Result<Vec<_>>>()?;
    let own = write_table(&AggregateRow::SCHEMA, &[(None, to_parquet(aggregates)?)], commune, dataset)?;
    beside.push((own, place_of(&AggregateRow::SCHEMA, commune, dataset)));
    for (folder, place) in beside {
        folder.persist(&place)?;
    }
    written.push((AggregateRow::SCHEMA.name, aggregates.len() as u64));
    Ok(written)
}

/// Returns the folder of a commune's rows of a table.
fn place_of(schema: &TableSchema, commune: &str, dataset: &Path) -> PathBuf {
    dataset.join(schema.name).join(partition_name("commune", Some(commune)))
}

/// Returns the first entry of a commune's folder that no export wrote: a person put it there. `depth` counts the folders
/// of partitions above. What systems leave in every folder that they show is none.
fn foreign_entry(folder: &Path, depth: usize) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries.into_iter().find_map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if matches!(name.as_str(), PART | ".DS_Store" | "Thumbs.db" | "desktop.ini") {
            return None;
        }
        let is_partition = depth == 0 && name.starts_with(&format!("{PARTITION_COLUMN}=")) && path.is_dir();
        if is_partition { foreign_entry(&path, 1) } else { Some(path) }
    })
}

/// Writes the files of one table beside its place, each in the folder of its partition if it has one.
fn write_table(
    schema: &TableSchema,
    files: &[(Option<PathBuf>, Vec<u8>)],
    commune: &str,
    dataset: &Path,
) -> Result<TemporaryFolder> {
    disk::create_dir(&dataset.join(schema.name))?;
    let place = place_of(schema, commune, dataset);
    let beside = TemporaryFolder::beside(&place)?;
    let new = beside.path();
    for (name, bytes) in files {
        let to = name.as_ref().map_or_else(|| new.to_owned(), |name| new.join(name));
        disk::create_dir(&to)?;
        let file = to.join(PART);
        fs::write(&file, bytes).map_err(|e| Error::io(&file, &e))?;
    }
    Ok(beside)
}

/// Returns the rows of each partition without the column that names it, with the partition's folder, in the order of
/// the values.
fn partitions(frame: &DataFrame, schema: &TableSchema, by: Option<&str>) -> Result<Vec<(Option<PathBuf>, DataFrame)>> {
    let fault = |e: polars::error::PolarsError| Error::new(ErrorCode::TableWrite).with("table", schema.name).because(e);
    let Some(by) = by else { return Ok(vec![(None, frame.clone())]) };
    let texts = frame.column(by).and_then(|column| column.str().cloned()).map_err(fault)?;
    let values: BTreeSet<Option<&str>> = texts.iter().collect();
    let part = |value: Option<&str>| {
        let is_in = BooleanChunked::from_iter_values("in".into(), texts.iter().map(|own| own == value));
        let rows = frame.filter(&is_in).and_then(|rows| rows.drop(by)).map_err(fault)?;
        Ok((Some(PathBuf::from(partition_name(by, value))), rows))
    };
    values.into_iter().map(part).collect()
}

/// Returns `column=value`. In the value, each byte that is not a letter, digit, `-`, `_` or `.` becomes `%` and two
/// hexadecimal digits.
pub(crate) fn partition_name(column: &str, value: Option<&str>) -> String {
    let mut name = format!("{column}=");
    for byte in value.unwrap_or(NULL_PARTITION).bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            name.push(char::from(byte));
        } else {
            name.push_str(&format!("%{byte:02X}"));
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::OutputRules;
    use crate::store::data_frame::from_frame;
    use crate::store::export::tests::published;
    use crate::store::table_file::TableFile;
    use crate::store::test_tables::test_tables;

    fn frame_of(path: &Path, schema: &TableSchema) -> DataFrame {
        TableFile::new(fs::File::open(path).unwrap(), path, schema, false).unwrap().data_frame().unwrap()
    }

    #[test]
    fn partition_names_are_safe_in_paths() {
        assert_eq!(partition_name("quartier", Some("17 Mai")), "quartier=17%20Mai");
        assert_eq!(partition_name("quartier", Some("a/b=c")), "quartier=a%2Fb%3Dc");
        assert_eq!(partition_name("quartier", Some("Révolution")), "quartier=R%C3%A9volution");
        assert_eq!(partition_name("quartier", None), "quartier=__HIVE_DEFAULT_PARTITION__");
    }

    #[test]
    fn a_file_that_a_person_put_into_a_dataset_stays() {
        let (_dir, generation) = published(&test_tables(40));
        let dataset = tempfile::tempdir().unwrap();
        let export = |out: &OutputPath| export_dataset(&generation, &[], "Lemba", out).map_err(|fault| fault.code);
        let out = OutputRules::default().folder(dataset.path()).unwrap();
        export(&out).unwrap();
        fs::write(dataset.path().join("persons/commune=Lemba/Thumbs.db"), "x").unwrap();
        export(&out).unwrap();
        for name in ["persons/commune=Lemba/notes.txt", "births/commune=Lemba/quartier=Boma/notes.txt"] {
            let path = dataset.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, "notes").unwrap();
            assert_eq!(export(&out), Err(ErrorCode::OutputForeign), "{name}");
            assert_eq!(fs::read(&path).unwrap(), b"notes");
            fs::remove_file(&path).unwrap();
        }
        fs::write(dataset.path().join("persons/notes.txt"), "beside the folders of communes").unwrap();
        export(&out).unwrap();
        assert!(dataset.path().join("persons/notes.txt").is_file());
        export(&OutputPath::own(dataset.path())).unwrap();
    }

    #[test]
    fn every_row_is_in_one_partition_and_other_communes_are_not_touched() {
        let (_dir, generation) = published(&test_tables(40));
        let dataset = tempfile::tempdir().unwrap();
        let aggregates: Vec<AggregateRow> = generation.read().unwrap();
        let rows = export_dataset(&generation, &aggregates, "Lemba", &OutputPath::own(dataset.path())).unwrap();
        let again = export_dataset(&generation, &aggregates, "N'sele", &OutputPath::own(dataset.path())).unwrap();
        assert_eq!(rows, again);
        export_dataset(&generation, &aggregates, "Lemba", &OutputPath::own(dataset.path())).unwrap();
        let persons: Vec<PersonRow> = generation.read().unwrap();
        let mut n_rows = 0;
        for commune in ["commune=Lemba", "commune=N%27sele"] {
            for entry in fs::read_dir(dataset.path().join("persons").join(commune)).unwrap() {
                let file = entry.unwrap().path().join("part-0.parquet");
                let part = frame_of(&file, &PersonRow::SCHEMA);
                assert!(part.column("quartier").is_err());
                n_rows += part.height();
            }
        }
        assert_eq!(n_rows, 2 * persons.len());
        assert_eq!(fs::read_dir(dataset.path().join("persons")).unwrap().count(), 2, "no temporary folder is left");
        let file = dataset.path().join("aggregates/commune=Lemba/part-0.parquet");
        let figures = frame_of(&file, &AggregateRow::SCHEMA);
        assert_eq!(from_frame::<AggregateRow>(&figures).unwrap(), generation.read().unwrap());
    }
}
