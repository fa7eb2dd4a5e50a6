//! What a run is about to change in the last generation.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use foldhash::fast::FixedState;

use crate::changes::{Changes, FileFate, RegisterState};
use crate::error::Result;
use crate::record::Outcome;
use crate::store::{AliasRow, Generation, HistoryRow, InputEntry, LineageRow, PersonRow, Store, Tables};

use super::previous::{Recalled, firsts_in_lineage};
use super::tables::Made;

/// Of the last generation and of what is about to be published, what is not the same in both: the persons, and the rows that
/// tell of them, of files that changed, or of a quarantine.
fn differing(
    last: &Generation,
    recalled: Recalled,
    made: &Made<'_>,
    inputs: &[InputEntry],
) -> Result<[(Vec<LineageRow>, Vec<PersonRow>); 2]> {
    let hashes = made.person_hashes();
    let (old, new) = (&recalled.previous.persons, &made.register.persons);
    let (mut is_of_before, mut of_after) = (vec![false; old.len()], Vec::new());
    let (mut place, mut other) = (0, 0);
    // Both are in the order of their ids.
    while place < old.len() || other < new.len() {
        let order = match (old.get(place), new.get(other)) {
            (Some(was), Some(is)) => was.id.cmp(&is.id),
            (Some(_), None) => Ordering::Less,
            (None, _) => Ordering::Greater,
        };
        let differ = order != Ordering::Equal || recalled.persons[place] != hashes[other];
        if order != Ordering::Greater {
            is_of_before[place] = differ;
            place += 1;
        }
        if order != Ordering::Less {
            of_after.extend(Some(other).filter(|_| differ));
            other += 1;
        }
    }
    let after: Vec<PersonRow> = of_after.into_iter().flat_map(|place| made.persons_at(place..place + 1)).collect();
    let of_group = |group: Range<usize>, rows: Vec<PersonRow>| -> Vec<PersonRow> {
        let are = is_of_before.get(group).unwrap_or_default();
        rows.into_iter().zip(are).filter(|(_, is)| **is).map(|(row, _)| row).collect()
    };
    let is_wanted = |group: &Range<usize>| is_of_before.get(group.clone()).is_some_and(|are| are.contains(&true));
    let before: Vec<PersonRow> = last.map_groups(&[], &is_wanted, &of_group)?.into_iter().flatten().collect();

    let of = |inputs: &[InputEntry]| -> BTreeSet<(String, String)> {
        inputs.iter().map(|input| (input.path.clone(), input.sha256.clone())).collect()
    };
    let files: BTreeSet<String> =
        of(inputs).symmetric_difference(&of(&last.manifest.inputs)).map(|(path, _)| path.clone()).collect();
    let of_rows = recalled.previous.rows.iter().zip(&recalled.lineage);
    let of_rows = of_rows.filter(|(row, _)| is_of_before[row.person as usize]).map(|(_, place)| *place as usize);
    let mut rows_wanted: Vec<usize> = of_rows.collect();
    rows_wanted.sort_unstable();
    let mut files_wanted = Vec::new();
    let firsts = firsts_in_lineage(last).into_iter().zip(&last.manifest.inputs);
    for (first, input) in firsts.filter(|(_, input)| files.contains(&input.path)) {
        let n_rows: u64 = input.sheets.iter().map(|sheet| sheet.rows).sum();
        files_wanted.push(first as usize..(first + n_rows) as usize);
    }
    drop(recalled);
    let ids: HashSet<&str, FixedState> = before.iter().chain(&after).map(|person| person.person_id.as_str()).collect();
    let matters = |file: &str, id: Option<&str>, outcome: &str| {
        outcome == Outcome::Quarantined.code() || id.is_some_and(|id| ids.contains(id)) || files.contains(file)
    };
    let of_group = |_, rows: Vec<LineageRow>| -> Vec<LineageRow> {
        let keep = |row: &LineageRow| matters(&row.file, row.person_id.as_deref(), &row.outcome);
        rows.into_iter().filter(keep).collect()
    };
    let is_wanted = |group: &Range<usize>| {
        let next = rows_wanted.partition_point(|place| *place < group.start);
        rows_wanted.get(next).is_some_and(|place| *place < group.end)
            || files_wanted.iter().any(|file| file.start < group.end && group.start < file.end)
    };
    let rows_before = last.map_groups(&["typed"], &is_wanted, &of_group)?.into_iter().flatten().collect();
    let rows_after = made.lineage_where(&matters);
    Ok([(rows_before, before), (rows_after, after)])
}

/// What tables that are about to be published change in the last generation; what it withdraws and what history it adds
/// go into the tables. A file that has the bytes that it had in an older generation, and not in the last, is an older copy.
pub(super) fn about_to(
    store: &Store,
    last: &Generation,
    recalled: Recalled,
    made: &Made<'_>,
    tables: &mut Tables,
    inputs: &[InputEntry],
) -> Result<Changes> {
    let [(lineage_before, persons_before), (lineage, persons)] = differing(last, recalled, made, inputs)?;
    let aliases_before: Vec<AliasRow> = last.read()?;
    let before = RegisterState {
        inputs: &last.manifest.inputs,
        lineage: &lineage_before,
        persons: &persons_before,
        aliases: &aliases_before,
    };
    let columns = made.columns_at(0..made.n_columns());
    let number = i32::try_from(store.generations()?.last().copied().unwrap_or(0) + 1).unwrap_or(i32::MAX);
    let after = RegisterState { inputs, lineage: &lineage, persons: &persons, aliases: &tables.aliases };
    let mut changes = Changes::between(before, after);
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
    let withdrawn = changes.withdrawn(before, after, last.read()?, number);
    let mut history: Vec<HistoryRow> = last.read()?;
    history.extend(changes.history(before, after, &columns, &withdrawn, number));
    (tables.withdrawn, tables.history) = (withdrawn, history);
    Ok(changes)
}
