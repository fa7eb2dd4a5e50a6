//! Finds a file that has the same bytes, or at least 95 % of the rows, of another file.
//! Why it matters: its persons are counted once, but one of the two files should be removed.
//! Example: `Boma.xlsx` and `Boma (copie).xlsx`.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::*;

pub(super) const RULE: Rule = Rule::warning("file-sent-twice", Check::Files(check));

/// Minimum number of rows: smaller files may have the same rows by chance.
const MIN_ROWS: usize = 10;

fn check(files: &[FileInput<'_>]) -> Vec<GroupHit> {
    let mut first_with: HashMap<u64, usize, FixedState> = HashMap::default();
    let mut hits = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let mut n_shared: BTreeMap<usize, usize> = BTreeMap::new();
        for row in &file.rows {
            let first = *first_with.entry(row.key).or_insert(index);
            if first != index {
                *n_shared.entry(first).or_default() += 1;
            }
        }
        let is_same = |other: &usize| {
            let n = n_shared.get(other).copied().unwrap_or(0);
            files[*other].sha256 == file.sha256
                || (file.rows.len() >= MIN_ROWS && n * 20 >= file.rows.len().max(files[*other].rows.len()) * 19)
        };
        if let Some(other) = (0..index).find(is_same) {
            hits.push(file_hit(file.file, vec![("other", files[other].path.to_owned())]));
        }
    }
    hits
}
