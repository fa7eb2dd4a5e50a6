//! The same file again under another name: the same bytes, or nearly the same rows.
//!
//! Example: `Boma.xlsx` and `Boma (copie).xlsx`.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

use crate::finding::Severity;
use crate::record::RowAt;

use super::super::Sent;
use super::super::seen::SeenAt;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "file-sent-twice", severity: Severity::Warning, check: Check::Files(seen) };

/// Fewer rows may be alike by chance.
const FEWEST: usize = 10;

fn seen(files: &[Sent<'_>]) -> Vec<SeenAt> {
    let mut first_with: HashMap<u64, usize, FixedState> = HashMap::default();
    let mut seen = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for row in &file.rows {
            match first_with.entry(row.key) {
                Entry::Vacant(entry) => {
                    entry.insert(index);
                }
                Entry::Occupied(entry) if *entry.get() != index => *shared.entry(*entry.get()).or_default() += 1,
                Entry::Occupied(_) => {}
            }
        }
        let alike = |other: &usize| {
            let n = shared.get(other).copied().unwrap_or(0);
            files[*other].sha256 == file.sha256
                || (file.rows.len() >= FEWEST && n * 20 >= file.rows.len().max(files[*other].rows.len()) * 19)
        };
        if let Some(other) = (0..index).find(|other| alike(other)) {
            let args = vec![("other", files[other].path.to_owned())];
            seen.push(SeenAt {
                at: RowAt { file: file.file, ..RowAt::default() }.cell(None),
                value: String::new(),
                args,
            });
        }
    }
    seen
}
