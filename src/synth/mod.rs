//! Makes a synthetic commune: census sheets and birth registers as agents type them, with the person behind every row.
//!
//! The commune serves for trying, training and measuring. The module shares no code with the reader or the linker:
//! names come from its own lists, and errors follow measured lists of names, not the comparisons of the linker. Persons
//! are invented; the lists contain no full name.
//!
//! # Steps
//!
//! 1. `commune`: quartiers and their sizes, from the seed alone.
//! 2. `people`, `kinship`, `second_round`: a household of the first round, the names handed on in its family, and its
//!    changes, each a pure function of seed and number.
//! 3. `fiches`: the households on a quartier's sheets in a round, some of them twice.
//! 4. `entry`: the values of a person on a sheet, with the errors of household and agent (`errors`).
//! 5. `typist`, `layout`, `sheet_file`: how a file writes the values. `census` and `registers` write files, `truth` the
//!    truth.
//!
//! Only numbers are in memory, so that ten million persons fit. Quartiers and years are written in parallel. The same
//! number of persons, seed and settings give the same bytes on every machine.

mod census;
mod commune;
mod entry;
mod errors;
mod fiches;
mod kinship;
mod layout;
mod names;
mod people;
mod random;
mod registers;
mod sample;
mod second_round;
mod settings;
mod sheet_file;
mod truth;
mod typist;
mod words;

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};

use census::CensusFiles;
use commune::{Commune, QuartierNo};
use fiches::Round;
use registers::ActPlan;
use truth::TruthPart;

pub use commune::SharedHouseholds;
pub use sample::{SampleHousehold, SamplePerson, sample_households};
pub use settings::{DEFAULT_SETTINGS, Difficulty, SynthSettings};

/// The commune to make.
#[derive(Debug, Clone)]
pub struct SynthRequest<'a> {
    /// Persons of the first round, from [`MIN_PERSONS`] to [`MAX_PERSONS`].
    pub n_persons: u64,
    /// Start of all random numbers.
    pub seed: u64,
    /// Shares and weights.
    pub settings: SynthSettings,
    /// Households that live in another commune, too.
    pub shared: Option<SharedHouseholds>,
    /// The output folder. It gets the folders `data-raw` and `truth`.
    pub out: &'a Path,
    /// Whether an earlier synthetic commune in the folder may be replaced.
    pub may_replace: bool,
}

/// Fewest persons of a commune.
pub const MIN_PERSONS: u64 = 100;
/// Most persons of a commune.
pub const MAX_PERSONS: u64 = 10_000_000;

/// Numbers of a finished commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SynthSummary {
    /// Files of census sheets and birth registers.
    pub n_files: u64,
    /// Rows of persons on census sheets.
    pub n_rows: u64,
    /// Acts in birth registers.
    pub n_acts: u64,
}

/// Names of the files of a year's register, and the part of its truth.
type RegisterPart = (Vec<String>, PathBuf);

const FOLDERS: [&str; 3] = ["data-raw/census", "data-raw/births", "truth"];
/// The file in `truth` that lists all files made. It identifies a folder as a synthetic commune.
const RECORD: &str = "synth.json";

#[derive(Serialize, Deserialize)]
struct SynthRecord {
    persons: u64,
    seed: u64,
    errors_scale: f64,
    /// Paths below the output folder, with `/`.
    files: Vec<String>,
}

/// Makes a commune.
///
/// # Errors
/// `synth-not-empty` if the folder is not empty and may not be replaced; `synth-foreign` if it holds other files; those
/// of the file system.
pub fn make(request: &SynthRequest<'_>) -> Result<SynthSummary> {
    let out = request.out;
    clear(out, request.may_replace)?;
    let [census, births, truth] = FOLDERS.map(|folder| out.join(folder));
    for folder in [&census, &births, &truth] {
        std::fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))?;
    }
    let parts = tempfile::Builder::new().prefix(".parts-").tempdir_in(&truth).map_err(|e| Error::io(&truth, &e))?;
    let commune = Commune::with_shared(request.n_persons, request.seed, request.settings.clone(), request.shared);
    let sheets = write_sheets(&commune, &census, parts.path())?;
    let (acts, twins) = plan_acts(&commune, parts.path())?;
    let n_acts = acts.iter().map(Vec::len).sum::<usize>() as u64;
    let registers = write_registers(&commune, acts, &births, parts.path())?;

    let parts_of_tables: [Vec<&PathBuf>; 4] = [
        sheets.iter().map(|files| &files.census).collect(),
        registers.iter().map(|(_, part)| part).collect(),
        twins.iter().collect(),
        sheets.iter().map(|files| &files.flat).collect(),
    ];
    for ((file, header), parts) in truth::TABLES.iter().zip(parts_of_tables) {
        truth::join(&truth.join(file), header, &parts)?;
    }
    let mut files: Vec<String> =
        sheets.iter().flat_map(|files| &files.names).map(|name| format!("data-raw/census/{name}")).collect();
    files.extend(registers.iter().flat_map(|(names, _)| names).map(|name| format!("data-raw/births/{name}")));
    let n_files = files.len() as u64;
    files.extend(truth::TABLES.map(|(file, _)| format!("truth/{file}")));
    if request.shared.is_some() {
        truth::write_shared(&truth.join(truth::SHARED), &shared_persons(&commune))?;
        files.push(format!("truth/{}", truth::SHARED));
    }
    write_record(&truth, request, files)?;
    Ok(SynthSummary { n_files, n_rows: sheets.iter().map(|files| files.n_rows).sum(), n_acts })
}

/// The persons of the first round who live in another commune, too. They have the same number there.
fn shared_persons(commune: &Commune) -> Vec<u64> {
    let quartiers = 0..commune.quartiers.len() as QuartierNo;
    let households = quartiers.flat_map(|quartier| commune.households(quartier));
    let shared = households.filter(|household| commune.origin(*household).is_some());
    shared.flat_map(|household| kinship::household(commune, household).members).map(|person| person.id).collect()
}

/// Writes the census sheets of all quartiers, first those of the first round.
fn write_sheets(commune: &Commune, folder: &Path, parts: &Path) -> Result<Vec<CensusFiles>> {
    let quartiers = 0..commune.quartiers.len() as QuartierNo;
    let again = quartiers.clone().filter(|quartier| commune.quartier(*quartier).is_visited_again);
    let second = again.map(|quartier| (quartier, Round::Second));
    let visits: Vec<_> = quartiers.map(|quartier| (quartier, Round::First)).chain(second).collect();
    visits.par_iter().map(|(quartier, round)| census::write(commune, *quartier, *round, folder, parts)).collect()
}

/// Returns the acts of each quartier, and the parts of the table of twins.
fn plan_acts(commune: &Commune, parts: &Path) -> Result<(Vec<Vec<ActPlan>>, Vec<PathBuf>)> {
    let plan = |quartier: QuartierNo| {
        let mut twins = TruthPart::create(parts, &format!("twins-{quartier:02}"))?;
        let acts = registers::plan_acts(commune, quartier, &mut twins)?;
        Ok((acts, twins.finish()?))
    };
    let plans: Vec<(Vec<ActPlan>, PathBuf)> =
        (0..commune.quartiers.len() as QuartierNo).into_par_iter().map(plan).collect::<Result<_>>()?;
    Ok(plans.into_iter().unzip())
}

/// Writes the register of each year.
fn write_registers(
    commune: &Commune,
    acts: Vec<Vec<ActPlan>>,
    folder: &Path,
    parts: &Path,
) -> Result<Vec<RegisterPart>> {
    let mut by_year: Vec<Vec<ActPlan>> = vec![Vec::new(); settings::YEARS.len()];
    for act in acts.into_iter().flatten() {
        by_year[(act.year() - settings::YEARS[0]) as usize].push(act);
    }
    let years = by_year.into_par_iter().zip(settings::YEARS).filter(|(acts, _)| !acts.is_empty());
    years.map(|(acts, year)| registers::write(commune, year, acts, folder, parts)).collect()
}

fn write_record(truth: &Path, request: &SynthRequest<'_>, files: Vec<String>) -> Result<()> {
    let path = truth.join(RECORD);
    let errors_scale = request.settings.errors.scale;
    let record = SynthRecord { persons: request.n_persons, seed: request.seed, errors_scale, files };
    let text = serde_json::to_string_pretty(&record).map_err(|e| Error::new(ErrorCode::Io).at(&path).because(e))?;
    std::fs::write(&path, text + "\n").map_err(|e| Error::io(&path, &e))
}

/// Removes the files of an earlier synthetic commune, and no other file.
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
        return Err(Error::new(ErrorCode::SynthNotEmpty).at(out));
    }
    let record = out.join("truth").join(RECORD);
    let text = if record.is_file() { std::fs::read_to_string(&record).unwrap_or_default() } else { String::new() };
    let files = serde_json::from_str::<SynthRecord>(&text).map_or(Vec::new(), |record| record.files);
    let own: Vec<PathBuf> = files.iter().filter(|file| is_below(file)).map(|file| out.join(file)).collect();
    for folder in FOLDERS.map(|folder| out.join(folder)) {
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.map_err(|e| Error::io(&folder, &e))?.path();
            let is_record = path.file_name().is_some_and(|name| name == RECORD);
            if !is_record && !own.contains(&path) {
                return Err(Error::new(ErrorCode::SynthForeign).at(&path));
            }
        }
    }
    for path in own.iter().filter(|path| path.exists()) {
        std::fs::remove_file(path).map_err(|e| Error::io(path, &e))?;
    }
    Ok(())
}

/// Whether a listed path lies in a folder of the commune, whatever the list holds.
fn is_below(file: &str) -> bool {
    file.rsplit_once('/').is_some_and(|(folder, name)| {
        FOLDERS.contains(&folder) && !name.is_empty() && !name.contains('\\') && name != ".."
    })
}
