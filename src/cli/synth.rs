//! `bato synth`: writes a synthetic commune and its truth into a folder.

use std::path::Path;

use bato::error::{Error, ErrorCode};
use bato::messages::say;
use bato::synth::{self, Difficulty, SharedHouseholds, SynthRequest, SynthSettings};

use super::args::{Args, SynthArgs};
use super::{DONE, Terminal};

pub(super) fn synth(args: &Args, wanted: &SynthArgs, terminal: &Terminal) -> Result<u8, Error> {
    if wanted.print_settings {
        terminal.print(synth::DEFAULT_SETTINGS.trim_end());
        return Ok(DONE);
    }
    let (Some(n_persons), Some(out)) = (wanted.persons, wanted.out.as_deref()) else {
        return Err(Error::new(ErrorCode::SynthIncomplete));
    };
    args.outputs([]).folder(out)?;
    let (settings, seed, may_replace) = (settings(wanted)?, wanted.seed, args.force);
    let shared = wanted.shared_with.map(|with_seed| SharedHouseholds { with_seed, share: wanted.shared });
    let made = synth::make(&SynthRequest { n_persons, seed, settings, shared, out, may_replace })?;
    if !terminal.is_quiet {
        let (messages, files, rows, acts) = (&terminal.messages, made.n_files, made.n_rows, made.n_acts);
        let facts = say!(messages, "synth-made", persons = n_persons, files, rows, acts, path = out);
        terminal.print(&facts);
    }
    Ok(DONE)
}

/// The settings of the commune: those of the file, at the difficulty asked for.
fn settings(wanted: &SynthArgs) -> Result<SynthSettings, Error> {
    let level = wanted.difficulty.as_deref().and_then(Difficulty::from_code);
    let Some(path) = &wanted.settings else {
        return SynthSettings::parse("", level).map_err(|error| error.at(Path::new("-")));
    };
    let text = bato::ingest::read_text_file(path)?.ok_or_else(|| Error::new(ErrorCode::NotFound).at(path))?;
    SynthSettings::parse(&text, level).map_err(|error| error.at(path))
}
