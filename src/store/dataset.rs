//! The register as a dataset that other engines read as it is: Parquet files in folders named `commune=…/quartier=…`.
//!
//! The folders are Hive's partitions, which DuckDB, Spark, DataFusion and Polars take for columns. A commune's folders are
//! replaced whole; those of other communes in the same dataset stay. `aggregates`, which name their area themselves, are not
//! divided by quartier.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use polars::prelude::{BooleanChunked, DataFrame, NewChunkedArray};

use super::disk;
use super::frame;
use super::generation::Generation;
use super::schema::{Row, TableSchema};
use super::tables::{AggregateRow, BirthRow, HouseholdRow, PersonRow};
use crate::error::{Error, Result};

/// The folder of what has no value, as Hive names it.
const NONE: &str = "__HIVE_DEFAULT_PARTITION__";
/// The column that divides a table; it is in the folder's name and no longer in the files.
const DIVIDED_BY: &str = "quartier";

/// Writes persons, households, births and aggregates of a generation into a dataset; each table's name and rows.
///
/// A table's folders of this commune are made beside those there are and put in their place when they are whole.
///
/// # Errors
/// `table-damaged`, `table-write`; errors of the file system.
pub fn export_dataset(generation: &Generation, commune: &str, dataset: &Path) -> Result<Vec<(&'static str, u64)>> {
    disk::create_dir(dataset)?;
    let divided = Some(DIVIDED_BY);
    [
        (&PersonRow::SCHEMA, divided),
        (&HouseholdRow::SCHEMA, divided),
        (&BirthRow::SCHEMA, divided),
        (&AggregateRow::SCHEMA, None),
    ]
    .into_iter()
    .map(|(schema, by)| Ok((schema.name, table(generation, schema, by, commune, dataset)?)))
    .collect()
}

fn table(
    generation: &Generation,
    schema: &TableSchema,
    by: Option<&str>,
    commune: &str,
    dataset: &Path,
) -> Result<u64> {
    let path = generation.table_path(schema);
    let frame = frame::read_frame(&generation.table_bytes(schema)?, schema, &path)?;
    let folder = dataset.join(schema.name);
    disk::create_dir(&folder)?;
    let beside = tempfile::Builder::new().prefix(".bato-").tempdir_in(&folder).map_err(|e| Error::io(&folder, &e))?;
    let new = beside.path().join("new");
    disk::create_dir(&new)?;
    for (name, part) in parts(&frame, schema, by)? {
        let to = name.map_or_else(|| new.clone(), |name| new.join(name));
        disk::create_dir(&to)?;
        let file = to.join("part-0.parquet");
        fs::write(&file, frame::frame_to_parquet(&part, schema)?).map_err(|e| Error::io(&file, &e))?;
    }
    let place = folder.join(partition("commune", Some(commune)));
    if place.exists() {
        disk::rename(&place, &beside.path().join("old"))?;
    }
    disk::rename(&new, &place)?;
    Ok(frame.height() as u64)
}

/// The rows of each partition without the column that names it, in the order of their names.
fn parts(frame: &DataFrame, schema: &TableSchema, by: Option<&str>) -> Result<Vec<(Option<PathBuf>, DataFrame)>> {
    let fault = |e: polars::error::PolarsError| Error::new("table-write").with("table", schema.name).because(e);
    let Some(by) = by else { return Ok(vec![(None, frame.clone())]) };
    let texts = frame.column(by).and_then(|column| column.str().cloned()).map_err(fault)?;
    let values: BTreeSet<Option<&str>> = texts.iter().collect();
    let part = |value: Option<&str>| {
        let is_in = BooleanChunked::from_iter_values("in".into(), texts.iter().map(|own| own == value));
        let rows = frame.filter(&is_in).and_then(|rows| rows.drop(by)).map_err(fault)?;
        Ok((Some(PathBuf::from(partition(by, value))), rows))
    };
    values.into_iter().map(part).collect()
}

/// `column=value`, the value with a percent sign and two digits for each byte that a path or an engine might trip over.
fn partition(column: &str, value: Option<&str>) -> String {
    let mut name = format!("{column}=");
    for byte in value.unwrap_or(NONE).bytes() {
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
    use crate::store::export::tests::published;
    use crate::store::from_frame;
    use crate::store::sample::sample;

    #[test]
    fn names_of_partitions_are_safe_in_paths() {
        assert_eq!(partition("quartier", Some("17 Mai")), "quartier=17%20Mai");
        assert_eq!(partition("quartier", Some("a/b=c")), "quartier=a%2Fb%3Dc");
        assert_eq!(partition("quartier", Some("Révolution")), "quartier=R%C3%A9volution");
        assert_eq!(partition("quartier", None), "quartier=__HIVE_DEFAULT_PARTITION__");
    }

    #[test]
    fn every_row_is_in_one_partition_and_another_commune_stays() {
        let (_dir, generation) = published(&sample(40));
        let dataset = tempfile::tempdir().expect("a folder");
        let rows = export_dataset(&generation, "Lemba", dataset.path()).expect("written");
        let again = export_dataset(&generation, "N'sele", dataset.path()).expect("written");
        assert_eq!(rows, again);
        export_dataset(&generation, "Lemba", dataset.path()).expect("replaced");
        let persons: Vec<PersonRow> = generation.read().expect("read");
        let mut n_rows = 0;
        for commune in ["commune=Lemba", "commune=N%27sele"] {
            for entry in fs::read_dir(dataset.path().join("persons").join(commune)).expect("a folder") {
                let file = entry.expect("an entry").path().join("part-0.parquet");
                let bytes = fs::read(&file).expect("a file");
                let part = frame::read_frame(&bytes, &PersonRow::SCHEMA, &file).expect("a frame");
                assert!(part.column("quartier").is_err());
                n_rows += part.height();
            }
        }
        assert_eq!(n_rows, 2 * persons.len());
        assert_eq!(
            fs::read_dir(dataset.path().join("persons")).expect("a folder").count(),
            2,
            "nothing is left beside"
        );
        let file = dataset.path().join("aggregates/commune=Lemba/part-0.parquet");
        let figures =
            frame::read_frame(&fs::read(&file).expect("a file"), &AggregateRow::SCHEMA, &file).expect("a frame");
        assert_eq!(from_frame::<AggregateRow>(&figures).expect("rows"), generation.read().expect("read"));
    }
}
