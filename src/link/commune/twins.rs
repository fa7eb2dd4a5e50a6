//! Twins bear paired names: where one row has the first and the other the second, they are two persons.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::link::words::Written;
use crate::record::same_name_key;

use super::profile::{Profile, Profiles};

/// First- and second-born names by people, with their source in the file's first lines.
const TWIN_NAMES: &str = include_str!("twins.csv");

static PAIRS: LazyLock<BTreeSet<(String, String)>> = LazyLock::new(|| {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(TWIN_NAMES.as_bytes());
    let mut pairs = BTreeSet::new();
    for record in reader.records().flatten() {
        let (first, second) = (same_name_key(record.get(1).unwrap_or("")), same_name_key(record.get(2).unwrap_or("")));
        pairs.insert((first.clone(), second.clone()));
        pairs.insert((second, first));
    }
    pairs
});

/// Whether two acts were declared on one day under two numbers: one child is declared again on another day, if at all.
pub(super) fn are_declared_together(all: &Profiles, a: &Profile, b: &Profile) -> bool {
    match (all.declared(a), all.declared(b)) {
        (Some((day, number)), Some((other_day, other_number))) => day == other_day && number != other_number,
        _ => false,
    }
}

/// Whether the nom or the post-nom of the two rows are the two names of a pair of twins.
pub(super) fn are_twins(all: &Profiles, a: &Profile, b: &Profile) -> bool {
    let paired = |x: Written, y: Written| {
        let key = |name: Written| all.words.spelling(all.words.spelling(name.word).key).folded.to_string();
        x.word != 0 && y.word != 0 && x.word != y.word && PAIRS.contains(&(key(x), key(y)))
    };
    paired(a.nom, b.nom) || paired(a.postnom, b.postnom)
}
