//! `bato synth`: writes a synthetic commune and its truth into a folder.

use std::path::{Path, PathBuf};

use bato::error::{Error, ErrorCode};
use bato::messages::Fact;
use bato::synth::{self, ErrorLevel, SynthSettings};

use super::{DONE, Terminal};

/// The arguments of the command.
pub(super) struct SynthArgs<'a> {
    pub(super) n_persons: Option<u64>,
    pub(super) seed: u64,
    pub(super) out: Option<&'a Path>,
    pub(super) errors: Option<&'a str>,
    pub(super) settings: Option<&'a Path>,
    pub(super) prints_settings: bool,
    pub(super) may_replace: bool,
}

pub(super) fn synth(options: &SynthArgs<'_>, terminal: &Terminal) -> Result<u8, Error> {
    if options.prints_settings {
        terminal.print(synth::DEFAULT_SETTINGS.trim_end());
        return Ok(DONE);
    }
    let (Some(n_persons), Some(out)) = (options.n_persons, options.out) else {
        return Err(Error::new(ErrorCode::SynthIncomplete));
    };
    let commune = synth::make(&synth::SynthRequest {
        n_persons,
        seed: options.seed,
        settings: settings(options)?,
        out,
        may_replace: options.may_replace,
    })?;
    if !terminal.is_quiet {
        let facts = [
            ("persons", Fact::from(n_persons)),
            ("files", commune.n_files.into()),
            ("rows", commune.n_rows.into()),
            ("acts", commune.n_acts.into()),
            ("path", out.display().to_string().into()),
        ];
        terminal.print(&terminal.messages.say("synth-made", &facts));
    }
    Ok(DONE)
}

/// The settings of the commune: those of the file, at the level of errors asked for.
fn settings(options: &SynthArgs<'_>) -> Result<SynthSettings, Error> {
    let level = options.errors.and_then(ErrorLevel::from_code);
    let path = options.settings.map(Path::to_path_buf);
    let text = match &path {
        Some(path) => std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?,
        None => String::new(),
    };
    SynthSettings::parse(&text, level).map_err(|error| error.at(&path.unwrap_or_else(|| PathBuf::from("-"))))
}
