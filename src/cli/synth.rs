//! `bato synth`: a synthetic commune with its truth, in a folder of its own.

use std::path::{Path, PathBuf};

use bato::error::Error;
use bato::messages::Fact;
use bato::synth::{self, ErrorLevel, SynthSettings};

use super::{DONE, Terminal};

/// What was typed after the command.
pub(super) struct Wanted<'a> {
    pub(super) n_persons: Option<u64>,
    pub(super) seed: u64,
    pub(super) out: Option<&'a Path>,
    pub(super) errors: Option<&'a str>,
    pub(super) settings: Option<&'a Path>,
    pub(super) prints_settings: bool,
    pub(super) may_replace: bool,
}

pub(super) fn synth(wanted: &Wanted<'_>, terminal: &Terminal) -> Result<u8, Error> {
    if wanted.prints_settings {
        terminal.print(synth::DEFAULT_SETTINGS.trim_end());
        return Ok(DONE);
    }
    let (Some(n_persons), Some(out)) = (wanted.n_persons, wanted.out) else {
        return Err(Error::new("synth-incomplete"));
    };
    let made = synth::make(&synth::SynthRequest {
        n_persons,
        seed: wanted.seed,
        settings: settings(wanted)?,
        out,
        may_replace: wanted.may_replace,
    })?;
    if !terminal.is_quiet {
        let facts = [
            ("persons", Fact::from(n_persons)),
            ("files", made.n_files.into()),
            ("rows", made.n_rows.into()),
            ("acts", made.n_acts.into()),
            ("path", out.display().to_string().into()),
        ];
        terminal.print(&terminal.messages.say("synth-made", &facts));
    }
    Ok(DONE)
}

fn settings(wanted: &Wanted<'_>) -> Result<SynthSettings, Error> {
    let level = wanted.errors.and_then(ErrorLevel::from_code);
    let path = wanted.settings.map(Path::to_path_buf);
    let text = match &path {
        Some(path) => std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?,
        None => String::new(),
    };
    SynthSettings::parse(&text, level).map_err(|error| error.at(&path.unwrap_or_else(|| PathBuf::from("-"))))
}
