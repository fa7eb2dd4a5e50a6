//! `bato evaluate`: scores the current register against a truth: the folder of an invented commune, or one table of
//! rows.

use std::fs::File;
use std::path::Path;

use bato::app;
use bato::error::{Error, ErrorCode};
use bato::evaluate::register::{RegisterView, evaluate as scores_of};
use bato::evaluate::truth::{Truth, read_rows, read_twins};
use bato::link;

use super::args::Args;
use super::{DONE, Terminal, scores};

pub(super) fn evaluate(args: &Args, truth: &Path, as_json: bool, terminal: &Terminal) -> Result<u8, Error> {
    let truth = read(truth)?;
    let generation = app::current(&args.clean)?;
    let setting = generation.manifest.settings.pointer("/link/review").and_then(serde_json::Value::as_f64);
    let register = RegisterView {
        lineage: &generation.read()?,
        persons: &generation.read()?,
        births: &generation.read()?,
        links: &generation.read()?,
        links_from: setting.unwrap_or_else(|| link::LinkSettings::default().review),
    };
    let scores = scores_of(&truth, &register);
    let text = if as_json {
        serde_json::to_string_pretty(&scores).unwrap_or_default()
    } else {
        scores::text(&terminal.messages, &scores)
    };
    terminal.print(&text);
    Ok(DONE)
}

/// Reads the truth: a file, or a folder with `census.csv` and perhaps `births.csv` and `twins.csv`.
fn read(path: &Path) -> Result<Truth, Error> {
    if !path.is_dir() {
        return Ok(Truth::Some(read_rows(open(path)?, path)?));
    }
    let there = |name: &str| Some(path.join(name)).filter(|path| path.exists());
    let census = there("census.csv").ok_or_else(|| Error::new(ErrorCode::TruthMissing).at(path))?;
    let births = there("births.csv").map(|path| read_rows(open(&path)?, &path)).transpose()?;
    let twins = there("twins.csv").map(|path| read_twins(open(&path)?, &path)).transpose()?;
    Ok(Truth::Commune { census: read_rows(open(&census)?, &census)?, births, twins })
}

fn open(path: &Path) -> Result<File, Error> {
    bato::ingest::open_regular(path)
}
