//! What one generation changed in another.

use std::path::Path;

use crate::changes::{Changes, State};
use crate::error::{Error, Result};
use crate::store::{AliasRow, Generation, InputEntry, LineageRow, PersonRow, Store};

use super::access::Access;

/// Two generations and what the later changed.
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
    /// What changed.
    pub changes: Changes,
}

/// What the generation `to` (the one in use, if not given) changed in `from` (the one before it).
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
            let none = || Error::new("no-earlier-generation").with("generation", to.number);
            store.generation(before.ok_or_else(none)?)?
        }
    };
    let changes = Changes::between(Kept::of(&from)?.state(), Kept::of(&to)?.state());
    access.log(&store, "diff", &format!("{} {}", from.number, to.number), changes.persons.len() as u64)?;
    Ok(Diff {
        from: from.number,
        to: to.number,
        from_at: from.manifest.published_at.clone(),
        to_at: to.manifest.published_at.clone(),
        changes,
    })
}

/// What a generation keeps that is compared; the text of its rows is left on disk.
struct Kept {
    inputs: Vec<InputEntry>,
    lineage: Vec<LineageRow>,
    persons: Vec<PersonRow>,
    aliases: Vec<AliasRow>,
}

impl Kept {
    fn of(generation: &Generation) -> Result<Self> {
        let mut lineage = Vec::new();
        generation.each(|mut row: LineageRow| {
            row.typed = String::new();
            lineage.push(row);
            Ok(())
        })?;
        let inputs = generation.manifest.inputs.clone();
        Ok(Self { inputs, lineage, persons: generation.read()?, aliases: generation.read()? })
    }

    fn state(&self) -> State<'_> {
        State { inputs: &self.inputs, lineage: &self.lineage, persons: &self.persons, aliases: &self.aliases }
    }
}
