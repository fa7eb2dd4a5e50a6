//! Paired names of twins: where one row has the first name of a pair and the other the second, they are two persons.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::record::same_name_key;
use crate::spelling::{SpellingRef, SpellingTable};

/// Names of first-born and second-born twins by people; the file's first lines name the source.
const TWIN_NAMES: &str = include_str!("twins.csv");

/// Keys of both names of each pair, in both orders.
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

/// Whether two noms or two post-noms are the two names of a pair of twins.
pub(super) fn are_twin_names(table: &SpellingTable, x: SpellingRef, y: SpellingRef) -> bool {
    let key = |name: SpellingRef| table.spelling(table.spelling(name.id).key).folded.to_string();
    x.id != 0 && y.id != 0 && x.id != y.id && PAIRS.contains(&(key(x), key(y)))
}
