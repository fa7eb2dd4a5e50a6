//! `bato export`: writes one table of the register, or the dataset, to a file or to standard output.

use bato::app::{self, ExportRequest};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::say;
use bato::store::ExportFormat;

use super::args::{Args, ExportArgs};
use super::{DONE, Terminal};

pub(super) fn export(args: &Args, wanted: &ExportArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
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
    };
    let exported = app::export(&request, messages, &mut std::io::stdout().lock(), &args.access(terminal)?)?;
    if let Some(path) = wanted.out.as_deref().filter(|_| !terminal.is_quiet) {
        for (table, n_rows) in exported {
            terminal.tell(&say!(messages, "export-written", n = n_rows, table, path));
        }
    }
    Ok(DONE)
}
