//! `bato export`: one table of the current generation, to a file or to standard output.

use std::path::Path;

use bato::app;
use bato::config::Config;
use bato::error::Error;
use bato::messages::Fact;
use bato::store::{self, ExportFormat};

use super::args::Args;
use super::{DONE, Terminal, find};

/// What was typed after the command.
pub(super) struct Wanted<'a> {
    pub(super) table: &'a str,
    pub(super) format: &'a str,
    pub(super) out: Option<&'a Path>,
    pub(super) generation: Option<u64>,
    pub(super) why: Option<&'a str>,
}

/// The name that stands for the tables of a dataset, in the place of a table's.
const DATASET: &str = "dataset";

pub(super) fn export(args: &Args, wanted: &Wanted<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let Wanted { table, format, out, generation, why } = *wanted;
    if table == DATASET {
        return dataset(args, wanted, config, terminal);
    }
    let format = ExportFormat::from_code(format).ok_or_else(|| {
        let known: Vec<&str> = ExportFormat::ALL.into_iter().map(ExportFormat::code).collect();
        Error::new("format-unknown").with("value", format).with("known", known.join(", "))
    })?;
    let generation = app::generation(&args.clean, generation)?;
    // Counts alone name nobody.
    if table != "aggregates" && store::schema_of(table).is_some() {
        let n_rows = generation.manifest.tables.get(table).map_or(0, |entry| entry.rows);
        find::logged(args, "export", table, n_rows, why)?;
    }
    let Some(path) = out else {
        store::export(&generation, table, format, &mut std::io::stdout().lock(), Path::new("-"))?;
        return Ok(DONE);
    };
    let exported = store::export_file(&generation, table, format, path)?;
    written(table, exported.n_rows, path, terminal);
    Ok(DONE)
}

/// Writes the register into a dataset of folders by commune and quartier.
fn dataset(args: &Args, wanted: &Wanted<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let folder = wanted.out.ok_or_else(|| Error::new("dataset-folder"))?;
    let generation = app::generation(&args.clean, wanted.generation)?;
    let n_rows = generation.manifest.tables.get("persons").map_or(0, |entry| entry.rows);
    find::logged(args, "export", DATASET, n_rows, wanted.why)?;
    for (table, n_rows) in store::export_dataset(&generation, &config.run.commune, folder)? {
        written(table, n_rows, folder, terminal);
    }
    Ok(DONE)
}

fn written(table: &str, n_rows: u64, path: &Path, terminal: &Terminal) {
    if !terminal.is_quiet {
        let facts =
            [("n", Fact::from(n_rows)), ("table", Fact::from(table)), ("path", Fact::from(path.display().to_string()))];
        terminal.tell(&terminal.messages.say("export-written", &facts));
    }
}
