//! The list of known prénoms.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// Known prénoms, folded: words that are rarely a nom or post-nom.
static KNOWN_PRENOMS: LazyLock<HashSet<&'static str, FixedState>> =
    LazyLock::new(|| include_str!("prenoms.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// Whether a folded word is a known prénom.
pub(super) fn is_prenom(folded: &str) -> bool {
    KNOWN_PRENOMS.contains(folded)
}
