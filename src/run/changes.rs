//! Compares the tables of a run with those of the last generation, before anything is published.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use foldhash::fast::FixedState;

use crate::changes::{Changes, FileFate, NewRuling, ReasonKind, RegisterState};
use crate::error::Result;
use crate::ingest::{DecisionLine, Decisions};
use crate::record::{Outcome, RowRef};
use crate::store::{
    AliasRow, ColumnRow, Generation, HistoryRow, InputEntry, LineageRow, Manifest, PersonRow, Store, Tables,
};

use super::previous::{ComparedRegister, first_lineage_places};
use super::register_tables::RegisterTables;

/// Compares the new tables with those of the last generation, of which `rows` are the rows that differ. Persons
/// withdrawn and new lines of history are added to `tables`; `columns` are all rows of their table.
///
/// A file that is new or changed and has the bytes that it had in an older generation is reported as an older copy.
pub(super) fn changes_since(
    last: &Generation,
    store: &Store,
    rows: DifferentRows,
    columns: &[ColumnRow],
    tables: &mut Tables,
    (inputs, decisions): (&[InputEntry], &Decisions),
    generation: i32,
) -> Result<Changes> {
    let DifferentRows { before: rows_before, after: rows_after } = rows;
    let aliases_before: Vec<AliasRow> = last.read()?;
    let before = RegisterState {
        inputs: &last.manifest.inputs,
        lineage: &rows_before.lineage,
        persons: &rows_before.persons,
        aliases: &aliases_before,
    };
    let after =
        RegisterState { inputs, lineage: &rows_after.lineage, persons: &rows_after.persons, aliases: &tables.aliases };
    let rulings = new_rulings(decisions, &last.manifest);
    let mut changes = Changes::between(before, after).with_reasons(before, after, &rulings);
    mark_older_copies(&mut changes, store, last, inputs)?;
    let withdrawn = changes.withdrawn(before, after, last.read()?, generation);
    let mut history: Vec<HistoryRow> = last.read()?;
    history.extend(changes.history(before, after, columns, &withdrawn, generation));
    (tables.withdrawn, tables.history) = (withdrawn, history);
    Ok(changes)
}

/// The rulings that the last generation does not know, each with the rows that it names.
fn new_rulings(decisions: &Decisions, last: &Manifest) -> Vec<NewRuling> {
    let row = |row: &RowRef| (row.key.clone(), row.file.clone(), row.sheet.clone(), row.row);
    let rows_of = |line: &DecisionLine| match line {
        DecisionLine::Pair(pair) => vec![row(&pair.a), row(&pair.b)],
        DecisionLine::Value(value) => vec![row(&value.row)],
        DecisionLine::Undo { .. } => Vec::new(),
    };
    let new = decisions.lines.iter().filter(|line| !last.rulings.contains_key(line.id()));
    let ruling = |line: &DecisionLine| match line {
        DecisionLine::Pair(pair) => {
            let kind = if pair.same { ReasonKind::RuledSame } else { ReasonKind::RuledDifferent };
            NewRuling { kind, author: pair.author.clone(), rows: rows_of(line) }
        }
        DecisionLine::Value(value) => {
            NewRuling { kind: ReasonKind::ValueRuled, author: value.author.clone(), rows: rows_of(line) }
        }
        DecisionLine::Undo { undoes, author, .. } => {
            let undone = decisions.lines.iter().find(|line| line.id() == undoes);
            let rows = undone.map(rows_of).unwrap_or_default();
            NewRuling { kind: ReasonKind::RulingUndone, author: author.clone(), rows }
        }
    };
    // A ruling that was undone before a run read it changes nothing.
    new.filter(|line| !decisions.undone.contains(line.id())).map(ruling).collect()
}

/// The rows of both generations that the comparison needs.
#[derive(Default)]
pub(super) struct DifferentRows {
    before: ComparedRows,
    after: ComparedRows,
}

/// Rows of `lineage` and `persons` of one generation that the comparison needs.
#[derive(Default)]
struct ComparedRows {
    lineage: Vec<LineageRow>,
    persons: Vec<PersonRow>,
}

/// Returns, of the last generation and of the new tables, the persons whose rows differ, and the rows of `lineage` of
/// these persons, of changed files and in quarantine. All other rows are the same in both.
///
/// # Errors
/// Those of the store.
pub(super) fn different_rows(
    last: Option<&Generation>,
    previous: ComparedRegister,
    new: &RegisterTables<'_>,
    inputs: &[InputEntry],
) -> Result<DifferentRows> {
    let Some(last) = last else { return Ok(DifferentRows::default()) };
    let (is_different_before, places_after) = different_persons(&previous, new);
    let persons_after: Vec<PersonRow> =
        places_after.into_iter().flat_map(|place| new.persons_at(place..place + 1)).collect();
    let is_wanted =
        |group: &Range<usize>| is_different_before.get(group.clone()).is_some_and(|own| own.contains(&true));
    let different_rows = |group: Range<usize>, rows: Vec<PersonRow>| -> Vec<PersonRow> {
        let is_different = is_different_before.get(group).unwrap_or_default();
        rows.into_iter().zip(is_different).filter(|(_, is)| **is).map(|(row, _)| row).collect()
    };
    let persons_before: Vec<PersonRow> = last.map_groups(&[], &is_wanted, &different_rows)?.concat();

    let files = changed_files(&last.manifest.inputs, inputs);
    let wanted_lineage = WantedLineage::new(last, &previous, &is_different_before, &files);
    // Frees the rows of the last generation before its lineage is read.
    drop(previous);
    let ids: HashSet<&str, FixedState> =
        persons_before.iter().chain(&persons_after).map(|person| person.person_id.as_str()).collect();
    let is_compared = |file: &str, id: Option<&str>, outcome: &str| {
        outcome == Outcome::Quarantined.code() || id.is_some_and(|id| ids.contains(id)) || files.contains(file)
    };
    let compared_rows = |_, mut rows: Vec<LineageRow>| -> Vec<LineageRow> {
        rows.retain(|row| is_compared(&row.file, row.person_id.as_deref(), &row.outcome));
        rows
    };
    let lineage_before = last.map_groups(&["typed"], &|group| wanted_lineage.is_in(group), &compared_rows)?.concat();
    let lineage_after = new.lineage_where(&is_compared);
    let before = ComparedRows { lineage: lineage_before, persons: persons_before };
    Ok(DifferentRows { before, after: ComparedRows { lineage: lineage_after, persons: persons_after } })
}

/// Merges the persons of both generations by their ids, in which both are sorted. Returns for each person of the last
/// generation whether there is no equal new row, and the places of the new persons whose rows differ.
fn different_persons(previous: &ComparedRegister, new: &RegisterTables<'_>) -> (Vec<bool>, Vec<usize>) {
    let hashes_after = new.person_hashes();
    let (before, after) = (&previous.person_ids, &new.register.persons);
    let (mut is_different_before, mut places_after) = (vec![false; before.len()], Vec::new());
    let (mut place_before, mut place_after) = (0, 0);
    while place_before < before.len() || place_after < after.len() {
        let order = match (before.get(place_before), after.get(place_after)) {
            (Some(before), Some(after)) => (**before).cmp(&*after.id),
            (Some(_), None) => Ordering::Less,
            (None, _) => Ordering::Greater,
        };
        let is_different =
            order != Ordering::Equal || previous.person_hashes[place_before] != hashes_after[place_after];
        if order != Ordering::Greater {
            is_different_before[place_before] = is_different;
            place_before += 1;
        }
        if order != Ordering::Less {
            places_after.extend(Some(place_after).filter(|_| is_different));
            place_after += 1;
        }
    }
    (is_different_before, places_after)
}

/// Returns the paths of the files that are in one generation alone, or have other bytes.
fn changed_files(before: &[InputEntry], after: &[InputEntry]) -> BTreeSet<String> {
    let path_and_hash = |inputs: &[InputEntry]| -> BTreeSet<(String, String)> {
        inputs.iter().map(|input| (input.path.clone(), input.sha256.clone())).collect()
    };
    path_and_hash(before).symmetric_difference(&path_and_hash(after)).map(|(path, _)| path.clone()).collect()
}

/// The rows of the last `lineage` that the comparison needs.
struct WantedLineage {
    /// Places of the rows of different persons, sorted.
    places: Vec<usize>,
    /// Places of the rows of changed files.
    files: Vec<Range<usize>>,
}

impl WantedLineage {
    fn new(
        last: &Generation,
        previous: &ComparedRegister,
        is_different_person: &[bool],
        files: &BTreeSet<String>,
    ) -> Self {
        let of_persons = previous.rows.iter().filter(|(person, _)| is_different_person[*person as usize]);
        let mut places: Vec<usize> = of_persons.map(|(_, place)| *place as usize).collect();
        places.sort_unstable();
        let of_files = first_lineage_places(last).into_iter().zip(&last.manifest.inputs);
        let of_files = of_files.filter(|(_, input)| files.contains(&input.path)).map(|(first, input)| {
            let n_rows: u64 = input.sheets.iter().map(|sheet| sheet.rows).sum();
            first as usize..(first + n_rows) as usize
        });
        Self { places, files: of_files.collect() }
    }

    /// Whether a row group at these places holds one of the rows.
    fn is_in(&self, group: &Range<usize>) -> bool {
        let next = self.places.partition_point(|place| *place < group.start);
        self.places.get(next).is_some_and(|place| *place < group.end)
            || self.files.iter().any(|file| file.start < group.end && group.start < file.end)
    }
}

/// Marks the files that have the bytes of an older generation, but not those of the last.
fn mark_older_copies(changes: &mut Changes, store: &Store, last: &Generation, inputs: &[InputEntry]) -> Result<()> {
    let older_numbers = store.generations()?.into_iter().filter(|number| *number < last.number).rev();
    let older: Vec<Generation> = older_numbers.filter_map(|number| store.generation(number).ok()).collect();
    for file in changes.files.iter_mut().filter(|file| matches!(file.fate, FileFate::Changed | FileFate::New)) {
        let sha256 = inputs.iter().find(|input| input.path == file.path).map(|input| &input.sha256);
        let has_same_bytes = |generation: &&Generation| {
            let mut inputs = generation.manifest.inputs.iter();
            inputs.any(|input| input.path == file.path && Some(&input.sha256) == sha256)
        };
        if let Some(generation) = older.iter().find(has_same_bytes) {
            file.fate = FileFate::OlderCopy { generation: generation.number };
        }
    }
    Ok(())
}
