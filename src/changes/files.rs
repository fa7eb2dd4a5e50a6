//! Which files changed, and which of their rows.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::store::{InputEntry, LineageRow};

use super::State;

/// A file that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// Path below the raw folder.
    pub path: String,
    /// What became of it.
    pub fate: FileFate,
    /// Its rows.
    pub rows: RowCounts,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFate {
    /// It was not there before.
    New,
    /// It is no longer there.
    Gone,
    /// It is the file that had this name before, byte for byte.
    Renamed {
        /// The name it had.
        from: String,
    },
    /// It has other bytes.
    Changed,
    /// It has the bytes it had in an earlier generation, not in the last.
    OlderCopy {
        /// The latest generation that had them.
        generation: u64,
    },
}

impl FileFate {
    /// The stable code, which names the message.
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

/// Rows with data that are not what they were.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// In no file before.
    pub added: u64,
    /// In no file now.
    pub removed: u64,
    /// Otherwise written: at the place of another row, or of the person that another row was of.
    pub corrected: u64,
    /// Word for word what another file held before.
    pub moved: u64,
}

impl RowCounts {
    pub(super) fn add(&mut self, other: Self) {
        self.added += other.added;
        self.removed += other.removed;
        self.corrected += other.corrected;
        self.moved += other.moved;
    }
}

/// The files that changed, by name.
pub(super) fn changed(before: State<'_>, after: State<'_>) -> Vec<FileChange> {
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
        files.push(FileChange { path: path.clone(), fate, rows: RowCounts::default() });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let stay: HashSet<&str> = after.persons.iter().map(|person| person.person_id.as_str()).collect();
    let ids = before.persons.iter().map(|person| person.person_id.as_str());
    let gone: HashSet<&str> = ids.filter(|id| !stay.contains(id)).collect();
    count_rows(&mut files, before.lineage, after.lineage, &gone);
    files
}

/// What identifies a row by what it says.
fn key(row: &LineageRow) -> Option<&str> {
    row.row_key.as_deref()
}

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
    // Word for word the same: first in the same file, then anywhere.
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
    // Otherwise written: at the same place, then of the same person.
    let place = |row: &LineageRow| (row.file.clone(), row.sheet.clone(), row.row);
    let mut corrected = pair_off(&mut old, &mut new, |row| place(&before[row]), |row| place(&after[row]));
    let of_person = |row: &LineageRow| row.person_id.clone().filter(|id| !gone.contains(id.as_str()));
    let (mut known, mut unknown): (Vec<usize>, Vec<usize>) =
        old.into_iter().partition(|row| of_person(&before[*row]).is_some());
    corrected.extend(pair_off(
        &mut known,
        &mut new,
        |row| (before[row].file.clone(), of_person(&before[row])),
        |row| (after[row].file.clone(), after[row].person_id.clone()),
    ));
    for (_, row) in corrected {
        files[place_of[&after[row].file]].rows.corrected += 1;
    }
    unknown.extend(known);
    for row in unknown {
        files[place_of[&before[row].file]].rows.removed += 1;
    }
    for row in new {
        files[place_of[&after[row].file]].rows.added += 1;
    }
}

/// Takes out of both lists the rows that share a key, one for one, and returns them.
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
