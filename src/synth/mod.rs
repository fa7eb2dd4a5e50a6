//! A synthetic commune and its truth: census sheets and birth registers as agents type them, and whose every row is.
//!
//! For trying, training and measuring. It shares no code with the reader or the linker: names come from lists of its own, and
//! its errors follow what was measured on lists of names and not what is compared. Persons are invented: no full name was
//! ever in the lists.
//!
//! # Steps
//!
//! 1. `commune`: quartiers and their sizes, from the seed alone.
//! 2. `people`, `later`: a household of the first round, and what became of it, each a pure function of seed and number.
//! 3. `fiches`: which households stand on a quartier's sheets in a round, some twice.
//! 4. `entry`: what is said and typed of a person, errors and all (`pen`).
//! 5. `hand`, `layout`, `book`: how a file writes it. `census` and `registers` write files, `truth` what is true of each row.
//!
//! Nothing is held but numbers, so that ten million persons fit; quartiers and years are written side by side. The same
//! number, seed and settings give the same bytes on every machine.

mod book;
mod census;
mod chance;
mod commune;
mod entry;
mod fiches;
mod hand;
mod later;
mod layout;
mod names;
mod pen;
mod people;
mod registers;
mod settings;
mod truth;

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

use commune::{Commune, QuartierNo};
use fiches::Round;
use truth::{Part, Table};

pub use settings::{DEFAULT as DEFAULT_SETTINGS, Level, Settings};

/// A commune to make.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// Persons who live in the commune at the first round, from [`FEWEST`] to [`MOST`].
    pub n_persons: u64,
    /// Another seed, another commune.
    pub seed: u64,
    /// Shares and weights.
    pub settings: Settings,
    /// The folder to write into: `data-raw` and `truth` are made in it.
    pub out: &'a Path,
    /// Whether a commune made there before may be replaced.
    pub may_replace: bool,
}

/// Fewest persons of a commune.
pub const FEWEST: u64 = 100;
/// Most persons of a commune.
pub const MOST: u64 = 10_000_000;

/// What was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Files of sheets and registers.
    pub n_files: u64,
    /// Rows of persons on census sheets.
    pub n_rows: u64,
    /// Acts in registers.
    pub n_acts: u64,
}

/// The file beside the truth that says what was made; by it a commune is known to be made here.
const MARK: &str = "synth.json";

#[derive(Debug, Serialize, Deserialize)]
struct Mark {
    persons: u64,
    seed: u64,
    errors_scale: f64,
    /// Below the folder, with `/`.
    files: Vec<String>,
}

/// Makes a commune.
///
/// # Errors
/// `synth-not-empty` if the folder holds something and may not be replaced; `synth-foreign` if it holds sheets that were not
/// made here; those of the file system.
pub fn make(wanted: &Wanted<'_>) -> Result<Made> {
    let out = wanted.out;
    clear(out, wanted.may_replace)?;
    let [census, births, truth] = ["data-raw/census", "data-raw/births", "truth"].map(|folder| out.join(folder));
    for folder in [&census, &births, &truth] {
        std::fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))?;
    }
    let parts = tempfile::Builder::new().prefix(".parts-").tempdir_in(&truth).map_err(|e| Error::io(&truth, &e))?;
    let commune = Commune::new(wanted.n_persons, wanted.seed, wanted.settings.clone());

    let quartiers = 0..commune.quartiers.len() as QuartierNo;
    let first = quartiers.clone().map(|quartier| (quartier, Round::First));
    let again = quartiers.clone().filter(|quartier| commune.quartiers[usize::from(*quartier)].is_visited_again);
    let visits: Vec<(QuartierNo, Round)> = first.chain(again.map(|quartier| (quartier, Round::Second))).collect();
    let sheets: Vec<census::Written> = visits
        .par_iter()
        .map(|(quartier, round)| census::write(&commune, *quartier, *round, &census, parts.path()))
        .collect::<Result<_>>()?;

    let entered: Vec<(Vec<registers::Entered>, PathBuf)> = quartiers
        .into_par_iter()
        .map(|quartier| {
            let mut twins = Part::create(parts.path(), &format!("twins-{quartier:02}"))?;
            let acts = registers::entered(&commune, quartier, &mut twins)?;
            Ok((acts, twins.finish()?))
        })
        .collect::<Result<_>>()?;
    let (acts, twins): (Vec<_>, Vec<PathBuf>) = entered.into_iter().unzip();
    let n_acts = acts.iter().map(Vec::len).sum::<usize>() as u64;
    let mut by_year: Vec<Vec<registers::Entered>> = vec![Vec::new(); registers::YEARS.len()];
    for act in acts.into_iter().flatten() {
        by_year[(act.year() - registers::YEARS[0]) as usize].push(act);
    }
    let registers: Vec<(Vec<String>, PathBuf)> = by_year
        .into_par_iter()
        .zip(registers::YEARS)
        .filter(|(acts, _)| !acts.is_empty())
        .map(|(acts, year)| registers::write(&commune, year, acts, &births, parts.path()))
        .collect::<Result<_>>()?;

    for table in Table::ALL {
        let of_sheets = |part: fn(&census::Written) -> &Vec<PathBuf>| sheets.iter().flat_map(part).cloned().collect();
        let in_order: Vec<PathBuf> = match table {
            Table::Census => of_sheets(|written| &written.census),
            Table::Flat => of_sheets(|written| &written.flat),
            Table::Births => registers.iter().map(|(_, part)| part.clone()).collect(),
            Table::Twins => twins.clone(),
        };
        truth::join(table, &in_order, &truth)?;
    }
    let mut files: Vec<String> =
        sheets.iter().flat_map(|written| &written.files).map(|name| format!("data-raw/census/{name}")).collect();
    files.extend(registers.iter().flat_map(|(names, _)| names).map(|name| format!("data-raw/births/{name}")));
    let n_files = files.len() as u64;
    files.extend(Table::ALL.map(|table| format!("truth/{}", table.file())));
    mark(&truth, wanted, files)?;
    Ok(Made { n_files, n_rows: sheets.iter().map(|written| written.n_rows).sum(), n_acts })
}

fn mark(truth: &Path, wanted: &Wanted<'_>, files: Vec<String>) -> Result<()> {
    let path = truth.join(MARK);
    let errors_scale = wanted.settings.errors.scale;
    let mark = Mark { persons: wanted.n_persons, seed: wanted.seed, errors_scale, files };
    let text = serde_json::to_string_pretty(&mark).map_err(|e| Error::new("io").at(&path).because(e))?;
    std::fs::write(&path, text + "\n").map_err(|e| Error::io(&path, &e))
}

/// Sees to it that nothing of another commune is left among the sheets, and that no file of a person's is removed.
fn clear(out: &Path, may_replace: bool) -> Result<()> {
    let is_empty = match std::fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => true,
        Err(e) => return Err(Error::io(out, &e)),
    };
    if is_empty {
        return Ok(());
    }
    if !may_replace {
        return Err(Error::new("synth-not-empty").at(out));
    }
    let ours: Vec<PathBuf> = std::fs::read_to_string(out.join("truth").join(MARK))
        .ok()
        .and_then(|text| serde_json::from_str::<Mark>(&text).ok())
        .map(|mark| mark.files.iter().filter(|file| is_below(file)).map(|file| out.join(file)).collect())
        .unwrap_or_default();
    for folder in ["data-raw/census", "data-raw/births", "truth"] {
        let folder = out.join(folder);
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.map_err(|e| Error::io(&folder, &e))?.path();
            let is_mark = path.file_name().is_some_and(|name| name == MARK);
            if !is_mark && !ours.contains(&path) {
                return Err(Error::new("synth-foreign").at(&path));
            }
        }
    }
    for path in ours.iter().filter(|path| path.exists()) {
        std::fs::remove_file(path).map_err(|e| Error::io(path, &e))?;
    }
    Ok(())
}

/// Whether a path of the mark stays below the folder, whatever was written into the mark.
fn is_below(file: &str) -> bool {
    ["data-raw/census/", "data-raw/births/", "truth/"].iter().any(|folder| {
        file.strip_prefix(folder).is_some_and(|name| !name.is_empty() && !name.contains(['/', '\\']) && name != "..")
    })
}
