//! `bato export`: writes one table of the register, or the dataset, to a file or to standard output.

use std::path::Path;

use bato::app::{self, ExportRequest, KeyExportRequest};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::say;
use bato::store::ExportFormat;

use super::args::{Args, ExportArgs};
use super::{DONE, Terminal};

/// The name that asks for the keys of persons.
const KEYS: &str = "keys";

/// Writes the keys of the register's persons, or of a list's.
fn keys(args: &Args, wanted: &ExportArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let model = wanted.model.as_deref().ok_or_else(|| Error::new(ErrorCode::ExportKeysModel))?;
    let out = wanted.out.as_deref().ok_or_else(|| Error::new(ErrorCode::ExportKeysModel))?;
    let inputs = [model].into_iter().chain(wanted.list.as_deref());
    let request = KeyExportRequest {
        raw: &args.raw,
        clean: &args.clean,
        generation: wanted.generation,
        list: wanted.list.as_deref(),
        model,
        commune: wanted.commune.as_deref().unwrap_or(&config.run.commune),
        out: &args.outputs(inputs).folder(out)?,
        worker: super::worker(),
    };
    let exported = app::export_keys(&request, config, &args.access(terminal)?)?;
    if !terminal.is_quiet {
        let (persons, keys) = (exported.n_persons, exported.n_keys);
        terminal.tell(&say!(terminal.messages, "export-keys-written", persons, keys, path = out));
    }
    Ok(DONE)
}

/// The name that asks for data values of DHIS2 where the name of a table is expected.
const DHIS2: &str = "dhis2";

/// Writes the figures of a release as data values of DHIS2.
fn dhis2(args: &Args, wanted: &ExportArgs, terminal: &Terminal) -> Result<u8, Error> {
    let map = wanted.map.as_deref().ok_or_else(|| Error::new(ErrorCode::MapMissing))?;
    let releases = args.clean.parent().unwrap_or(Path::new("")).join("releases");
    let values = app::data_values(map, wanted.release.as_deref(), &releases)?;
    match &wanted.out {
        Some(path) => app::write_page(&args.clean, &args.outputs([map]).file(path)?, &values.json)?,
        None => terminal.print(values.json.trim_end()),
    }
    if !terminal.is_quiet {
        let messages = &terminal.messages;
        let (n, hidden, path) = (values.n_values, values.n_hidden, &values.release);
        terminal.tell(&say!(messages, "dhis2-written", n, hidden = hidden.to_string(), path));
    }
    Ok(DONE)
}

pub(super) fn export(args: &Args, wanted: &ExportArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    if wanted.table == DHIS2 {
        return dhis2(args, wanted, terminal);
    }
    if wanted.table == KEYS {
        return keys(args, wanted, config, terminal);
    }
    let format = ExportFormat::from_code(&wanted.format).ok_or_else(|| {
        let known: Vec<&str> = ExportFormat::ALL.into_iter().map(ExportFormat::code).collect();
        Error::new(ErrorCode::FormatUnknown).with("value", &wanted.format).with("known", known.join(", "))
    })?;
    let messages = &terminal.messages;
    let out = match &wanted.out {
        Some(path) if wanted.table == app::DATASET => Some(args.outputs([]).folder(path)?),
        Some(path) => Some(args.outputs([]).file(path)?),
        None => None,
    };
    let request = ExportRequest {
        clean: &args.clean,
        generation: wanted.generation,
        table: &wanted.table,
        format,
        in_words: wanted.words,
        out: out.as_ref(),
        commune: &config.run.commune,
        licence: &config.release.licence,
    };
    let exported = app::export(&request, messages, &mut std::io::stdout().lock(), &args.access(terminal)?)?;
    if let Some(path) = wanted.out.as_deref().filter(|_| !terminal.is_quiet) {
        for (table, n_rows) in exported {
            terminal.tell(&say!(messages, "export-written", n = n_rows, table, path));
        }
    }
    Ok(DONE)
}
