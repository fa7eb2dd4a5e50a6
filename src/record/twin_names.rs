//! The names that twins are given as a pair: Nsimba and Nzuzi, Mbuyi and Kanku.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::same_name_key;

/// Names of first-born and second-born twins by people; the file's first lines name the source.
pub(crate) const TWIN_NAMES: &str = include_str!("twins.csv");

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

/// Whether two keys ([`same_name_key`]) are those of the two names of a pair of twins.
pub(crate) fn are_twin_keys(a: String, b: String) -> bool {
    PAIRS.contains(&(a, b))
}
