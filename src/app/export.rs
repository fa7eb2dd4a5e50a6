//! Exports a table of the register, for other programs (names and codes) or for people (words of their language).

use std::io::Write;
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::messages::Messages;
use crate::report::{self, Aggregate};
use crate::store::{self, AggregateRow, ExportFormat, Generation, OutputPath, Store, TableRow, TableWords};

use super::access::Access;
use super::data_package;
use super::generation;
use super::table_words::MessageWords;

/// The name that asks for a whole dataset where the name of a table is expected.
pub const DATASET: &str = "dataset";

/// What to export, and how.
#[derive(Debug, Clone, Copy)]
pub struct ExportRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The generation; the current one where none is named.
    pub generation: Option<u64>,
    /// The table, or [`DATASET`].
    pub table: &'a str,
    /// The format; a dataset is always Parquet.
    pub format: ExportFormat,
    /// Whether a CSV has headings and words for people; a workbook always has them.
    pub in_words: bool,
    /// The file to write (of a dataset, the folder); without it the table goes to the writer.
    pub out: Option<&'a OutputPath>,
    /// The commune's name, a folder of a dataset.
    pub commune: &'a str,
    /// The licence of a dataset, in its description.
    pub licence: &'a str,
}

/// Exports a table, in the words of `messages` where the request asks for words, to its file or else to `to`. Returns
/// each table written and its number of rows.
///
/// The export of a table that names persons is logged before anything is written. Aggregates are protected by the 10-5
/// rule; the exact ones are in the commune's own report.
///
/// # Errors
/// `words-format` for a format without words; `dataset-folder`; `table-unknown`; those of the store and the file
/// system.
pub fn export(
    request: &ExportRequest<'_>,
    messages: &Messages,
    to: &mut dyn Write,
    access: &Access,
) -> Result<Vec<(String, u64)>> {
    let ExportRequest { table, format, out, .. } = *request;
    if request.in_words && (table == DATASET || !matches!(format, ExportFormat::Csv | ExportFormat::Xlsx)) {
        let value = if table == DATASET { DATASET } else { format.code() };
        return Err(Error::new(ErrorCode::WordsFormat).with("value", value));
    }
    let generation = generation(request.clean, request.generation)?;
    let store = Store::open(request.clean)?;
    out.into_iter().for_each(|out| store::list_output_folder(request.clean, out.path()));
    let n_rows = |table: &str| generation.manifest.tables.get(table).map_or(0, |entry| entry.rows);
    let asked = request.generation.map_or_else(|| table.to_owned(), |number| format!("{table} generation {number}"));
    if table == DATASET {
        let dataset = out.ok_or_else(|| Error::new(ErrorCode::DatasetFolder))?;
        access.log(&store, "export", &asked, n_rows("persons"))?;
        let aggregates = protected_aggregates(&generation)?;
        let written = store::export_dataset(&generation, &aggregates, request.commune, dataset)?;
        let schemas: Vec<_> = written.iter().filter_map(|(table, _)| store::schema_of(table)).collect();
        let package = data_package::of_dataset(dataset.path(), request.commune, &schemas, request.licence)?;
        // A dataset of several communes has a description of each.
        let path = dataset.path().join(format!("{}.{}", request.commune, data_package::FILE));
        store::replace_file(&dataset.with_path(path), format!("{package:#}\n").as_bytes())?;
        return Ok(written.into_iter().map(|(table, n_rows)| (table.to_owned(), n_rows)).collect());
    }
    // Aggregates name no person, and an unknown table shows nothing: neither is logged.
    if table != "aggregates" && store::schema_of(table).is_some() {
        access.log(&store, "export", &asked, n_rows(table))?;
    }
    let words = MessageWords(messages);
    let words = (request.in_words || format == ExportFormat::Xlsx).then_some(&words as &dyn TableWords);
    if table == AggregateRow::SCHEMA.name {
        let rows = protected_aggregates(&generation)?;
        let exported = match out {
            Some(out) => store::export_rows_file(&rows, format, words, out)?,
            None => store::export_rows(&rows, format, words, to, Path::new("-"))?,
        };
        return Ok(vec![(table.to_owned(), exported.n_rows)]);
    }
    let exported = match out {
        Some(out) => store::export_file(&generation, table, format, words, out)?,
        None => store::export(&generation, table, format, words, to, Path::new("-"))?,
    };
    Ok(vec![(table.to_owned(), exported.n_rows)])
}

/// Returns the figures of the commune's own report by the 10-5 rule.
fn protected_aggregates(generation: &Generation) -> Result<Vec<AggregateRow>> {
    let mut rows: Vec<AggregateRow> = generation.read()?;
    for row in &mut rows {
        let mut own = Aggregate {
            indicator: std::mem::take(&mut row.indicator),
            period: std::mem::take(&mut row.period),
            area: std::mem::take(&mut row.area),
            breakdown: std::mem::take(&mut row.breakdown),
            value: row.value,
            numerator: row.numerator,
            denominator: row.denominator,
            ..Aggregate::default()
        };
        report::protect_row(&mut own);
        *row = AggregateRow {
            indicator: own.indicator,
            period: own.period,
            area: own.area,
            breakdown: own.breakdown,
            value: own.value,
            numerator: own.numerator,
            denominator: own.denominator,
        };
    }
    Ok(rows)
}
