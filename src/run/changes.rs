//! Compares the tables of a run with those of the last generation, before anything is published.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use foldhash::fast::FixedState;

use crate::changes::{Changes, ComparedHousehold, FileFate, NewRuling, ReasonKind, RegisterState};
use crate::config::Config;
use crate::error::Result;
use crate::ingest::{DecisionLine, Decisions};
use crate::record::{Outcome, RowRef};
use crate::register::house_moved_to;
use crate::store::{
    AliasRow, ColumnRow, Generation, HistoryRow, HouseholdRow, InputEntry, LineageRow, Manifest, PersonRow, Store,
    Tables,
};

use super::fingerprint::changed_settings;
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
    (inputs, decisions, config): (&[InputEntry], &Decisions, &Config),
    generation: i32,
) -> Result<Changes> {
    let DifferentRows { before: rows_before, after: rows_after } = rows;
    let aliases_before: Vec<AliasRow> = last.read()?;
    let before = rows_before.state(&last.manifest.inputs, &aliases_before);
    let after = rows_after.state(inputs, &tables.aliases);
    let rulings = new_rulings(decisions, &last.manifest);
    let is_setting_changed = !changed_settings(&last.manifest.settings, config).is_empty();
    let mut changes = Changes::between(before, after).with_reasons(before, after, &rulings, is_setting_changed);
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
    households: Vec<ComparedHousehold>,
    moved_to: Vec<(String, [String; 2])>,
}

impl ComparedRows {
    fn state<'t>(&'t self, inputs: &'t [InputEntry], aliases: &'t [AliasRow]) -> RegisterState<'t> {
        RegisterState {
            inputs,
            lineage: &self.lineage,
            persons: &self.persons,
            aliases,
            households: &self.households,
            moved_to: &self.moved_to,
        }
    }
}

/// Returns, of the last generation and of the new tables, the persons whose rows or whose houses differ, and the rows
/// of `lineage` of these persons, of changed files and in quarantine. All other rows are the same in both.
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
    let is_other_house = households_of_other_houses(last, new)?;
    let (is_different_before, places_after) = different_persons(&previous, new, &is_other_house);
    let persons_after: Vec<PersonRow> =
        places_after.iter().flat_map(|place| new.persons_at(*place..place + 1)).collect();
    let movers = places_after.iter().map(|place| &new.register.persons[*place]);
    let moved_to = movers.filter_map(|own| Some((own.id.to_string(), house_moved_to(own, new.rows)?))).collect();
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
    let households_before = households_before(last, &persons_before, new)?;
    let households_after = households_after(&persons_after, new);
    let before = ComparedRows {
        lineage: lineage_before,
        persons: persons_before,
        households: households_before,
        moved_to: Vec::new(),
    };
    let after = ComparedRows { lineage: lineage_after, persons: persons_after, households: households_after, moved_to };
    Ok(DifferentRows { before, after })
}

/// Returns for each new household whether it had another avenue or parcel in the last generation.
fn households_of_other_houses(last: &Generation, new: &RegisterTables<'_>) -> Result<Vec<bool>> {
    let households = &new.register.households;
    let place_if_other = |row: &HouseholdRow| {
        let place = new.household_place(&row.household_id)?;
        let [avenue, parcel] = [&row.avenue, &row.parcel].map(|text| text.as_deref().unwrap_or_default());
        ((avenue, parcel) != (&*households[place].avenue, &*households[place].parcel)).then_some(place)
    };
    let others = |_, rows: Vec<HouseholdRow>| rows.iter().filter_map(place_if_other).collect::<Vec<usize>>();
    let without = ["quartier", "head_person_id", "first_seen", "last_seen"];
    let places = last.map_groups(&without, &|_| true, &others)?.concat();
    let mut is_other = vec![false; households.len()];
    places.into_iter().for_each(|place| is_other[place] = true);
    Ok(is_other)
}

/// The ids of the households of these persons.
fn household_ids(persons: &[PersonRow]) -> BTreeSet<&str> {
    persons.iter().filter_map(|person| person.household_id.as_deref()).collect()
}

/// Returns the households of these persons of the last generation. A head who is still in the register has the new
/// name.
fn households_before(
    last: &Generation,
    persons: &[PersonRow],
    new: &RegisterTables<'_>,
) -> Result<Vec<ComparedHousehold>> {
    let ids = household_ids(persons);
    let of_persons = |_, mut rows: Vec<HouseholdRow>| -> Vec<HouseholdRow> {
        rows.retain(|row| ids.contains(row.household_id.as_str()));
        rows
    };
    let rows = last.map_groups(&["quartier", "first_seen", "last_seen"], &|_| !ids.is_empty(), &of_persons)?.concat();
    let name = |id: &String| {
        let gone = || persons.iter().find(|person| person.person_id == *id).map(PersonRow::whole_name);
        new.person_place(id).map(|place| new.name_of(place)).or_else(gone).unwrap_or_default()
    };
    let household = |row: HouseholdRow| ComparedHousehold {
        head: row.head_person_id.as_ref().map(name).unwrap_or_default(),
        avenue: row.avenue.unwrap_or_default(),
        parcel: row.parcel.unwrap_or_default(),
        id: row.household_id,
    };
    Ok(rows.into_iter().map(household).collect())
}

/// Returns the households of these persons of the new tables.
fn households_after(persons: &[PersonRow], new: &RegisterTables<'_>) -> Vec<ComparedHousehold> {
    let places = household_ids(persons).into_iter().filter_map(|id| new.household_place(id));
    let household = |place: usize| {
        let own = &new.register.households[place];
        ComparedHousehold {
            id: own.id.clone(),
            avenue: own.avenue.clone(),
            parcel: own.parcel.clone(),
            head: own.head.map(|head| new.name_of(head as usize)).unwrap_or_default(),
        }
    };
    places.map(household).collect()
}

/// Merges the persons of both generations by their ids, in which both are sorted. Returns for each person of the last
/// generation whether there is no equal new row, and the places of the new persons whose rows differ. Who is of a
/// household in another house differs, too.
fn different_persons(
    previous: &ComparedRegister,
    new: &RegisterTables<'_>,
    is_other_house: &[bool],
) -> (Vec<bool>, Vec<usize>) {
    let has_other_house = |place: usize| {
        let household = new.register.persons[place].household;
        household.and_then(|household| is_other_house.get(household as usize)).copied().unwrap_or(false)
    };
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
        let is_different = order != Ordering::Equal
            || previous.person_hashes[place_before] != hashes_after[place_after]
            || has_other_house(place_after);
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
