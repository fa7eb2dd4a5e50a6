//! Reads the tables of two generations and lists what changed between them, for `bato diff`.

use std::collections::HashMap;
use std::path::Path;

use crate::changes::{Changes, ComparedHousehold, RegisterState};
use crate::error::{Error, ErrorCode, Result};
use crate::store::{AliasRow, Generation, HouseholdRow, InputEntry, LineageRow, PersonRow, Store};

use super::access::Access;

/// Two generations and the changes between them.
#[derive(Debug)]
pub struct Diff {
    /// Number of the earlier.
    pub from: u64,
    /// Number of the later.
    pub to: u64,
    /// When the earlier was published.
    pub from_at: String,
    /// When the later was published.
    pub to_at: String,
    /// The changes.
    pub changes: Changes,
}

/// The changes from the generation `from` (by default the one before `to`) to `to` (by default the current one).
///
/// # Errors
/// `no-register`, `generation-unknown` with the numbers that can be read, and others of the store.
pub fn diff(clean: &Path, from: Option<u64>, to: Option<u64>, access: &Access) -> Result<Diff> {
    let current = super::current(clean)?;
    let store = Store::open(clean)?;
    let to = match to {
        Some(number) => store.generation(number)?,
        None => current,
    };
    let from = match from {
        Some(number) => store.generation(number)?,
        None => {
            let before = store.generations()?.into_iter().rev().find(|number| *number < to.number);
            let none = || Error::new(ErrorCode::NoEarlierGeneration).with("generation", to.number);
            store.generation(before.ok_or_else(none)?)?
        }
    };
    let is_setting_changed = from.manifest.settings != to.manifest.settings;
    let (before, after) = (GenerationRows::of(&from)?, GenerationRows::of(&to)?);
    let (before, after) = (before.state(), after.state());
    let changes = Changes::between(before, after).with_reasons(before, after, &[], is_setting_changed);
    access.log(&store, "diff", &format!("{} {}", from.number, to.number), changes.persons.len() as u64)?;
    let (from_at, to_at) = (from.manifest.published_at, to.manifest.published_at);
    Ok(Diff { from: from.number, to: to.number, from_at, to_at, changes })
}

/// The rows of a generation that are compared, without their raw texts.
struct GenerationRows {
    inputs: Vec<InputEntry>,
    lineage: Vec<LineageRow>,
    persons: Vec<PersonRow>,
    aliases: Vec<AliasRow>,
    households: Vec<ComparedHousehold>,
}

impl GenerationRows {
    fn of(generation: &Generation) -> Result<Self> {
        let lineage: Vec<LineageRow> = generation.map_groups(&["typed"], &|_| true, &|_, rows| rows)?.concat();
        let inputs = generation.manifest.inputs.clone();
        let persons: Vec<PersonRow> = generation.read()?;
        let households = compared_households(generation.read()?, &persons);
        Ok(Self { inputs, lineage, persons, aliases: generation.read()?, households })
    }

    fn state(&self) -> RegisterState<'_> {
        RegisterState {
            inputs: &self.inputs,
            lineage: &self.lineage,
            persons: &self.persons,
            aliases: &self.aliases,
            households: &self.households,
            moved_to: &[],
        }
    }
}

fn compared_households(rows: Vec<HouseholdRow>, persons: &[PersonRow]) -> Vec<ComparedHousehold> {
    let persons: HashMap<&str, &PersonRow> = persons.iter().map(|own| (own.person_id.as_str(), own)).collect();
    let household = |row: HouseholdRow| ComparedHousehold {
        head: row.head_person_id.and_then(|id| Some(persons.get(id.as_str())?.whole_name())).unwrap_or_default(),
        avenue: row.avenue.unwrap_or_default(),
        parcel: row.parcel.unwrap_or_default(),
        id: row.household_id,
    };
    rows.into_iter().map(household).collect()
}
