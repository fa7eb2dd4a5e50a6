//! Writes a blank sheet with the commune's quartiers to a file.

use std::path::PathBuf;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::Reference;
use crate::messages::Messages;
use crate::record::Kind;
use crate::store::{OutputPath, replace_file, write_beside};
use crate::template::{self, BlankSheet};

/// The blank sheet to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateRequest {
    /// The kind of sheet.
    pub kind: Kind,
    /// Number of blank rows.
    pub n_rows: u32,
    /// The raw folder, whose reference table names the quartiers.
    pub raw: PathBuf,
    /// The file to write.
    pub out: PathBuf,
    /// Whether an existing file may be replaced.
    pub may_replace: bool,
}

/// Writes a blank sheet in the language of the messages. An existing file stays if writing fails.
///
/// # Errors
/// `template-ending`, `template-exists`, `template-not-made`, `bad-reference`, and those of the file system.
pub fn template(request: &TemplateRequest, config: &Config, messages: &Messages) -> Result<()> {
    let out = &request.out;
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return Err(Error::new(ErrorCode::TemplateEnding).at(out));
    }
    let reference = Reference::read(&request.raw.join("reference"))?;
    let blank = BlankSheet {
        kind: request.kind,
        commune: &config.run.commune,
        quartiers: &reference.quartiers,
        n_rows: request.n_rows,
    };
    let bytes = template::workbook(&blank, messages)?;
    if request.may_replace {
        return replace_file(&OutputPath::own(out), &bytes);
    }
    write_beside(out, &bytes)?.persist_noclobber(out).map_err(|e| match e.error.kind() {
        std::io::ErrorKind::AlreadyExists => Error::new(ErrorCode::TemplateExists).at(out),
        _ => Error::io(out, &e.error),
    })?;
    Ok(())
}
