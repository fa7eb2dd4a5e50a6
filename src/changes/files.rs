//! Finds the files that changed, and counts their rows that were added, removed, corrected or moved.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::RegisterState;
use crate::store::{InputEntry, LineageRow};

/// A file that differs between two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Path below the raw folder.
    pub path: String,
    /// How it differs.
    pub fate: FileFate,
    /// Its changed rows.
    pub rows: RowChangeCounts,
}

/// How a file differs between two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFate {
    /// The file was not there before.
    New,
    /// The file is no longer there.
    Gone,
    /// The file has the bytes of a file that had another name.
    Renamed {
        /// Its earlier path.
        from: String,
    },
    /// The bytes differ.
    Changed,
    /// The bytes are those of an earlier generation than the last.
    OlderCopy {
        /// The latest generation that had them.
        generation: u64,
    },
}

impl FileFate {
    /// The stable code, part of the message id.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Gone => "gone",
            Self::Renamed { .. } => "renamed",
            Self::Changed => "changed",
            Self::OlderCopy { .. } => "older",
        }
    }
}

/// Numbers of data rows that differ between two states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowChangeCounts {
    /// Rows that are new.
    pub added: u64,
    /// Rows that are gone.
    pub removed: u64,
    /// Rows with other content at the place of an earlier row, or of the person of an earlier row.
    pub corrected: u64,
    /// Rows whose content was in another file before.
    pub moved: u64,
}

impl RowChangeCounts {
    pub(super) fn add(&mut self, other: Self) {
        self.added += other.added;
        self.removed += other.removed;
        self.corrected += other.corrected;
        self.moved += other.moved;
    }
}

/// The files that differ, sorted by path.
pub(super) fn changed(before: RegisterState<'_>, after: RegisterState<'_>) -> Vec<FileChange> {
    let of = |inputs: &[InputEntry]| -> BTreeMap<String, String> {
        inputs.iter().map(|input| (input.path.clone(), input.sha256.clone())).collect()
    };
    let (old, new) = (of(before.inputs), of(after.inputs));
    let mut renamed_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut left: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, sha256) in old.iter().filter(|(path, _)| !new.contains_key(*path)) {
        left.entry(sha256).or_default().push(path);
    }
    for (path, sha256) in new.iter().filter(|(path, _)| !old.contains_key(*path)) {
        if let Some(from) = left.get_mut(sha256.as_str()).and_then(Vec::pop) {
            renamed_from.insert(path, from);
        }
    }
    let gone: BTreeSet<&str> = renamed_from.values().copied().collect();
    let mut files = Vec::new();
    for path in old.keys().chain(new.keys().filter(|path| !old.contains_key(*path))) {
        let fate = match (old.get(path), new.get(path)) {
            (Some(a), Some(b)) if a == b => continue,
            (Some(_), Some(_)) => FileFate::Changed,
            (Some(_), None) if gone.contains(path.as_str()) => continue,
            (Some(_), None) => FileFate::Gone,
            (None, _) => match renamed_from.get(path.as_str()) {
                Some(from) => FileFate::Renamed { from: (*from).to_owned() },
                None => FileFate::New,
            },
        };
        files.push(FileChange { path: path.clone(), fate, rows: RowChangeCounts::default() });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let staying: HashSet<&str> = after.persons.iter().map(|person| person.person_id.as_str()).collect();
    let ids = before.persons.iter().map(|person| person.person_id.as_str());
    let gone: HashSet<&str> = ids.filter(|id| !staying.contains(id)).collect();
    count_rows(&mut files, before.lineage, after.lineage, &gone);
    files
}

/// The hash of a row's content.
fn key(row: &LineageRow) -> Option<&str> {
    row.row_key.as_deref()
}

/// Fills in the row counts of changed files; `gone` are the persons who are no longer in the register.
fn count_rows(files: &mut [FileChange], before: &[LineageRow], after: &[LineageRow], gone: &HashSet<&str>) {
    let place_of: HashMap<String, usize> = files
        .iter()
        .enumerate()
        .filter(|(_, file)| !matches!(file.fate, FileFate::Renamed { .. }))
        .map(|(place, file)| (file.path.clone(), place))
        .collect();
    let of_changed = |rows: &'_ [LineageRow]| -> Vec<usize> {
        (0..rows.len()).filter(|row| place_of.contains_key(&rows[*row].file) && key(&rows[*row]).is_some()).collect()
    };
    // Rows with the same content: first in the same file, then in any file.
    let (mut old, mut new) = (of_changed(before), of_changed(after));
    pair_off(
        &mut old,
        &mut new,
        |row| (Some(&before[row].file), key(&before[row])),
        |row| (Some(&after[row].file), key(&after[row])),
    );
    for (_, row) in pair_off(&mut old, &mut new, |row| key(&before[row]), |row| key(&after[row])) {
        files[place_of[&after[row].file]].rows.moved += 1;
    }
    // Rows with other content: at the same place, then of the same person.
    let place = |row: &LineageRow| (row.file.clone(), row.sheet.clone(), row.row);
    let mut corrected = pair_off(&mut old, &mut new, |row| place(&before[row]), |row| place(&after[row]));
    let of_person = |row: &LineageRow| row.person_id.clone().filter(|id| !gone.contains(id.as_str()));
    let (mut of_persons, mut others): (Vec<usize>, Vec<usize>) =
        old.into_iter().partition(|row| of_person(&before[*row]).is_some());
    corrected.extend(pair_off(
        &mut of_persons,
        &mut new,
        |row| (before[row].file.clone(), of_person(&before[row])),
        |row| (after[row].file.clone(), after[row].person_id.clone()),
    ));
    for (_, row) in corrected {
        files[place_of[&after[row].file]].rows.corrected += 1;
    }
    others.extend(of_persons);
    for row in others {
        files[place_of[&before[row].file]].rows.removed += 1;
    }
    for row in new {
        files[place_of[&after[row].file]].rows.added += 1;
    }
}

/// Removes from both lists the rows with equal keys, one for one, and returns these pairs.
fn pair_off<K: std::hash::Hash + Eq>(
    old: &mut Vec<usize>,
    new: &mut Vec<usize>,
    key_of_old: impl Fn(usize) -> K,
    key_of_new: impl Fn(usize) -> K,
) -> Vec<(usize, usize)> {
    let mut waiting: HashMap<K, Vec<usize>> = HashMap::new();
    for row in old.iter().rev() {
        waiting.entry(key_of_old(*row)).or_default().push(*row);
    }
    let mut pairs = Vec::new();
    new.retain(|row| match waiting.get_mut(&key_of_new(*row)).and_then(Vec::pop) {
        Some(other) => {
            pairs.push((other, *row));
            false
        }
        None => true,
    });
    let taken: HashSet<usize> = pairs.iter().map(|(old, _)| *old).collect();
    old.retain(|row| !taken.contains(row));
    pairs
}
