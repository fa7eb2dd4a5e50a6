//! Returns the state of a register in a few figures, and what waits for a person.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::DateTime;

use crate::error::{ErrorCode, Result};
use crate::ingest::{self, CellCorrections, DecisionLine, IngestSettings};

use crate::store::{Generation, HouseholdRow, PersonRow, Store, TableCell, TableRow};

use super::reader::{RegisterReader, read_current};

/// The state of the register in use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// Number of the generation.
    pub generation: u64,
    /// Moment of its publishing, RFC 3339.
    pub published_at: String,
    /// Persons who neither died nor left, as the report counts them.
    pub n_persons: u64,
    /// Persons who died or left.
    pub n_gone: u64,
    /// Households with members, as the report counts them.
    pub n_households: u64,
    /// Households with members and without a head.
    pub n_headless: u64,
    /// The first of them.
    pub headless: Vec<(String, String)>,
    /// Acts of birth.
    pub n_births: u64,
    /// Rows in quarantine.
    pub n_quarantined: u64,
    /// Input files by path, with their size.
    inputs: BTreeMap<String, u64>,
}

impl Overview {
    /// Whether some households have no head, in a register in which most have one.
    #[must_use]
    pub fn is_without_head_unusual(&self) -> bool {
        self.n_headless > 0 && self.n_headless * 2 < self.n_households
    }
}

/// The state of the register in use; `None` if there is no register yet.
///
/// # Errors
/// Those of the store.
pub fn overview(clean: &Path) -> Result<Option<Overview>> {
    let read = read_current(clean, |generation| {
        let manifest = &generation.manifest;
        let n_rows = |table: &str| manifest.tables.get(table).map_or(0, |entry| entry.rows);
        let n_gone = n_gone(generation)?;
        let HouseholdCounts { n_households, n_headless, headless } = households(generation)?;
        Ok(Overview {
            generation: generation.number,
            published_at: manifest.published_at.clone(),
            n_persons: n_rows("persons").saturating_sub(n_gone),
            n_gone,
            n_households,
            n_headless,
            headless,
            n_births: n_rows("births"),
            n_quarantined: manifest.inputs.iter().flat_map(|input| &input.sheets).map(|sheet| sheet.quarantined).sum(),
            inputs: manifest.inputs.iter().map(|input| (input.path.clone(), input.n_bytes)).collect(),
        })
    });
    match read {
        Ok(state) => Ok(Some(state)),
        Err(error) if error.code == ErrorCode::NoRegister => Ok(None),
        Err(error) => Err(error),
    }
}

/// Counts the persons who died or left. Of the table only their status is read.
fn n_gone(generation: &Generation) -> Result<u64> {
    let columns = PersonRow::SCHEMA.columns;
    let others: Vec<&str> = columns.iter().map(|column| column.name).filter(|name| *name != "status").collect();
    let status = columns.iter().position(|column| column.name == "status").unwrap_or(0);
    let add = |n: &mut u64, _: usize, cells: &[TableCell<'_>]| {
        *n += u64::from(matches!(cells.get(status), Some(TableCell::Text("deceased" | "departed"))));
    };
    let mut n_gone = 0;
    generation.fold_groups::<PersonRow, u64>(&others, &add, &mut |n| n_gone += n)?;
    Ok(n_gone)
}

/// The households that have members, those without a head, and of the first of these the name of a member and the
/// identifier.
struct HouseholdCounts {
    n_households: u64,
    n_headless: u64,
    headless: Vec<(String, String)>,
}

/// Counts the households that have members, and of these the ones without a head; names a member of each of the first
/// of the latter.
fn households(generation: &Generation) -> Result<HouseholdCounts> {
    const MOST_NAMED: usize = 3;
    let columns = HouseholdRow::SCHEMA.columns;
    let place = |name: &str| columns.iter().position(|column| column.name == name).unwrap_or(0);
    let [n_members, head, id] = ["n_members", "head_person_id", "household_id"].map(place);
    let others = ["quartier", "avenue", "parcel", "first_seen", "last_seen"];
    let add = |(n, headless): &mut (u64, Vec<String>), _: usize, cells: &[TableCell<'_>]| {
        if cells[n_members].int().is_none_or(|n| n == 0) {
            return;
        }
        *n += 1;
        if cells[head].text().is_none() {
            headless.push(cells[id].text().unwrap_or_default().to_owned());
        }
    };
    let (mut n, mut headless) = (0, Vec::new());
    generation.fold_groups::<HouseholdRow, (u64, Vec<String>)>(&others, &add, &mut |(own, ids)| {
        n += own;
        headless.extend(ids);
    })?;
    let n_headless = headless.len() as u64;
    headless.truncate(MOST_NAMED);
    let reader = RegisterReader::new(generation)?;
    let named = |id: String| -> Result<(String, String)> {
        let household = reader.household(&id)?;
        let members = household.map(|household| reader.members(&household)).transpose()?.unwrap_or_default();
        Ok((members.first().map(|first| first.row.whole_name()).unwrap_or_default(), id))
    };
    let headless = headless.into_iter().map(named).collect::<Result<_>>()?;
    Ok(HouseholdCounts { n_households: n, n_headless, headless })
}

/// Returns the number of the version in use without checking its tables; `None` if there is none.
#[must_use]
pub fn version_in_use(clean: &Path) -> Option<u64> {
    let store = clean.is_dir().then(|| Store::open(clean).ok())??;
    store.current_unchecked().map(|generation| generation.number)
}

/// Whether a run, a backup or a ruling holds the lock of the register at this moment.
#[must_use]
pub fn is_run_under_way(clean: &Path) -> bool {
    let lock = clean.is_dir().then(|| Store::open(clean).and_then(|store| store.lock()));
    lock.is_some_and(|lock| lock.is_err_and(|error| error.code == ErrorCode::RunUnderWay))
}

/// Corrections, rulings and events that agents have typed since the version in use: the next run reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TypedSince {
    /// Typed corrections and confirmations of cells.
    pub corrections: usize,
    /// Rulings on pairs and values.
    pub rulings: usize,
}

/// Counts what agents have typed since the version in use.
///
/// # Errors
/// Those of the corrections, the decisions and the store.
pub fn typed_since(clean: &Path, raw: &Path, settings: &IngestSettings) -> Result<TypedSince> {
    let corrections = CellCorrections::read(raw)?;
    let decisions = ingest::read_decisions(raw, settings)?;
    read_current(clean, |generation| {
        let manifest = &generation.manifest;
        let published = DateTime::parse_from_rfc3339(&manifest.published_at).ok();
        let is_new =
            |at: &str| DateTime::parse_from_rfc3339(at).ok().zip(published).is_some_and(|(at, last)| at > last);
        let is_unread = |line: &&DecisionLine| !manifest.rulings.contains_key(line.id());
        Ok(TypedSince {
            corrections: corrections.each().filter(|own| is_new(&own.moment)).count(),
            rulings: decisions.lines.iter().filter(is_unread).count(),
        })
    })
}

/// The input files that the register does not hold as they are now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WaitingFiles {
    /// Files that no run has read.
    pub new: Vec<String>,
    /// Files whose size changed since.
    pub changed: Vec<String>,
    /// Files that are no longer there.
    pub gone: Vec<String>,
}

/// Compares the input files with those that a register was made of, by their names and sizes: no file is opened.
///
/// # Errors
/// Those of listing the raw folder.
pub fn waiting_files(raw: &Path, state: Option<&Overview>, settings: &IngestSettings) -> Result<WaitingFiles> {
    let listed = match ingest::list_input_files(raw, &CellCorrections::read(raw).unwrap_or_default(), settings) {
        Ok(listed) => listed.inputs,
        Err(error) if [ErrorCode::RawMissing, ErrorCode::RawEmpty].contains(&error.code) => Vec::new(),
        Err(error) => return Err(error),
    };
    let mut read: BTreeMap<&String, u64> =
        state.iter().flat_map(|state| &state.inputs).map(|(path, n)| (path, *n)).collect();
    let mut waiting = WaitingFiles::default();
    for input in &listed {
        match read.remove(&input.name) {
            None => waiting.new.push(input.name.clone()),
            Some(n_bytes) if n_bytes != input.n_bytes => waiting.changed.push(input.name.clone()),
            Some(_) => {}
        }
    }
    waiting.gone = read.into_keys().cloned().collect();
    Ok(waiting)
}
