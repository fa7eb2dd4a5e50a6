//! What a run is about to change, and what one generation changed in another.

use std::path::Path;

use crate::changes::{Changes, FileFate, State};
use crate::error::{Error, Result};
use crate::store::{AliasRow, Generation, HistoryRow, InputEntry, LineageRow, PersonRow, Store, Tables};

use super::tables::Made;

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
pub fn diff(clean: &Path, from: Option<u64>, to: Option<u64>) -> Result<Diff> {
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
    Ok(Diff {
        from: from.number,
        to: to.number,
        from_at: from.manifest.published_at.clone(),
        to_at: to.manifest.published_at.clone(),
        changes: Changes::between(Kept::of(&from)?.state(), Kept::of(&to)?.state()),
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

/// What tables that are about to be published change in the last generation; what it withdraws and what history it adds
/// go into the tables. A file that has the bytes that it had in an older generation, and not in the last, is an older copy.
pub(super) fn about_to(
    store: &Store,
    last: &Generation,
    made: &Made<'_>,
    tables: &mut Tables,
    inputs: &[InputEntry],
) -> Result<Changes> {
    let kept = Kept::of(last)?;
    let (lineage, persons) = (made.lineage_at(0..made.n_lineage(), false), made.persons_at(0..made.n_persons()));
    let columns = made.columns_at(0..made.n_columns());
    let number = i32::try_from(store.generations()?.last().copied().unwrap_or(0) + 1).unwrap_or(i32::MAX);
    let after = State { inputs, lineage: &lineage, persons: &persons, aliases: &tables.aliases };
    let mut changes = Changes::between(kept.state(), after);
    let older = store.generations()?.into_iter().filter(|number| *number < last.number).rev();
    let older: Vec<Generation> = older.filter_map(|number| store.generation(number).ok()).collect();
    for file in changes.files.iter_mut().filter(|file| matches!(file.fate, FileFate::Changed | FileFate::New)) {
        let is_now = inputs.iter().find(|input| input.path == file.path).map(|input| &input.sha256);
        let had = |generation: &&Generation| {
            let mut inputs = generation.manifest.inputs.iter();
            inputs.any(|input| input.path == file.path && Some(&input.sha256) == is_now)
        };
        if let Some(generation) = older.iter().find(had) {
            file.fate = FileFate::OlderCopy { generation: generation.number };
        }
    }
    let withdrawn = changes.withdrawn(kept.state(), after, last.read()?, number);
    let mut history: Vec<HistoryRow> = last.read()?;
    history.extend(changes.history(kept.state(), after, &columns, &withdrawn, number));
    (tables.withdrawn, tables.history) = (withdrawn, history);
    Ok(changes)
}
