//! `bato export`: one table of the register, or the dataset, to a file or to standard output.

use std::path::Path;

use bato::app::{self, ExportRequest};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::Fact;
use bato::store::ExportFormat;

use super::args::Args;
use super::{DONE, Terminal};

/// The arguments of `bato export`.
pub(super) struct ExportArgs<'a> {
    pub(super) table: &'a str,
    pub(super) format: &'a str,
    pub(super) in_words: bool,
    pub(super) out: Option<&'a Path>,
    pub(super) generation: Option<u64>,
}

pub(super) fn export(args: &Args, options: &ExportArgs<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let ExportArgs { table, format, in_words, out, generation } = *options;
    let format = ExportFormat::from_code(format).ok_or_else(|| {
        let known: Vec<&str> = ExportFormat::ALL.into_iter().map(ExportFormat::code).collect();
        Error::new(ErrorCode::FormatUnknown).with("value", format).with("known", known.join(", "))
    })?;
    let clean = &args.clean;
    let request = ExportRequest { clean, generation, table, format, in_words, out, commune: &config.run.commune };
    let exported = app::export(&request, &terminal.messages, &mut std::io::stdout().lock(), &args.access()?)?;
    if let Some(path) = out.filter(|_| !terminal.is_quiet) {
        for written in exported {
            let facts = [
                ("n", Fact::from(written.n_rows)),
                ("table", written.table.as_str().into()),
                ("path", path.display().to_string().into()),
            ];
            terminal.tell(&terminal.messages.say("export-written", &facts));
        }
    }
    Ok(DONE)
}
