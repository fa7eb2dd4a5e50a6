//! The words of sheets: avenues, places, occupations, relations, respellings. They are data in `words.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::record::{Category, MaritalStatus, Relation};

/// All words. `words.toml` explains its lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) avenues: Vec<String>,
    pub(super) places: Vec<String>,
    pub(super) maternities: Vec<String>,
    /// Of men, of women.
    pub(super) occupations: [Vec<String>; 2],
    pub(super) months: Vec<String>,
    pub(super) sexes: Vec<[String; 2]>,
    pub(super) unreadable_dates: Vec<String>,
    pub(super) prenom_parts: Vec<[String; 2]>,
    pub(super) prenom_ends: Vec<[String; 2]>,
    pub(super) other_members: Vec<(Relation, f64)>,
    pub(super) categories: BTreeMap<Category, Vec<String>>,
    pub(super) relations: BTreeMap<Relation, [Vec<String>; 2]>,
    pub(super) marital: BTreeMap<MaritalStatus, [String; 3]>,
    pub(super) accented: BTreeMap<String, String>,
}

pub(super) static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(include_str!("words.toml")).expect("the built-in words are sound"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_and_marital_status_has_a_word() {
        assert!(Relation::ALL.iter().all(|relation| WORDS.relations[relation].iter().all(|words| !words.is_empty())));
        assert_eq!(WORDS.marital.len(), MaritalStatus::ALL.len());
        assert_eq!((WORDS.avenues.len(), WORDS.months.len(), WORDS.accented.len()), (84, 12, 40));
    }
}
