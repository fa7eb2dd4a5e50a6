//! A pair of rows with its comparisons and, for a review, the data shown of each row.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::record::fold;

/// The place of a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RowPlace {
    /// File, relative to the raw folder.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row number as the spreadsheet shows it.
    pub row: i64,
}

impl fmt::Display for RowPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sheet.as_str() {
            "" => write!(f, "{}:{}", self.file, self.row),
            sheet => write!(f, "{}:{sheet}!{}", self.file, self.row),
        }
    }
}

/// One comparison of two rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComparisonWeight {
    /// The field that was compared, such as `born_on`.
    pub comparison: &'static str,
    /// The degree of agreement, such as `same_day`.
    pub level: String,
    /// Bits for (above 0) or against.
    pub weight: f64,
}

/// Two rows that were compared, and the result.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowPair {
    /// The places of the two rows.
    pub places: [RowPlace; 2],
    /// Each comparison, in the order in which they are made.
    pub comparisons: Vec<ComparisonWeight>,
    /// Sum of the comparisons' weights and of the prior odds, in bits.
    pub weight: f64,
    /// Probability that both are one person.
    pub probability: f64,
    /// `score`, `rule` or `person`.
    pub decided_by: String,
    /// Whether both are one person in the register.
    pub is_kept: bool,
}

impl RowPair {
    /// Returns the odds before anything is compared, in bits.
    pub(crate) fn prior(&self) -> f64 {
        self.weight - self.comparisons.iter().map(|comparison| comparison.weight).sum::<f64>()
    }
}

/// One row of a pair, as the reviewer sees it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct ReviewRow {
    /// Hash of the row as typed.
    pub(crate) key: String,
    /// The text as typed, by the code of the column's meaning.
    pub(crate) typed: BTreeMap<String, String>,
    /// The cells of the row's address, by the code of their column: its own or those of its fiche.
    pub(crate) typed_address: BTreeMap<String, String>,
    /// The household of the row; "" for an act.
    pub(crate) household_id: String,
    /// Quartier, avenue and parcel of the household, or the quartier of the act.
    pub(crate) address: [String; 3],
    /// The other persons of the fiche, or the parents of an act.
    pub(crate) company: Vec<FicheMember>,
}

/// A person of a fiche, or a parent that an act names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FicheMember {
    /// The name as typed.
    pub name: String,
    /// Who it is in the register; `None` for a parent of an act.
    pub person_id: Option<String>,
}

/// The names of the company of two rows, each with whether the person stands on both sides: one person of the register,
/// or a name of the same words.
#[must_use]
pub fn company_of_both([a, b]: [&[FicheMember]; 2]) -> [Vec<(String, bool)>; 2] {
    let words = |member: &FicheMember| {
        let folded = fold(&member.name);
        folded.split_whitespace().map(str::to_owned).collect::<BTreeSet<String>>()
    };
    // A parent of an act may be named without the prénom.
    let is_named = |own: &FicheMember, other: &FicheMember| {
        let (one, two) = (words(own), words(other));
        let is_part = own.person_id.is_none() || other.person_id.is_none();
        one == two || is_part && one.len().min(two.len()) > 1 && (one.is_subset(&two) || two.is_subset(&one))
    };
    let ids = |side: &[FicheMember]| side.iter().filter_map(|one| one.person_id.clone()).collect::<BTreeSet<String>>();
    let marked = |own: &[FicheMember], other: &[FicheMember]| {
        let ids = ids(other);
        let is_on_both = |member: &FicheMember| {
            member.person_id.as_ref().is_some_and(|id| ids.contains(id))
                || other.iter().any(|other| is_named(member, other))
        };
        own.iter().map(|member| (member.name.clone(), is_on_both(member))).collect()
    };
    [marked(a, b), marked(b, a)]
}

/// A pair to judge, and its two rows in the order of the pair's places.
#[derive(Debug, Clone)]
pub(crate) struct ReviewPair<'r> {
    pub(crate) pair: &'r RowPair,
    pub(crate) rows: [&'r ReviewRow; 2],
    /// The layer of the sample that the pair was drawn from, as [`crate::record::SampledPair`] writes it; "" outside a
    /// sample.
    pub(crate) sample: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stands_on_both_sides_is_one_person_of_the_register_or_has_the_same_names() {
        let member =
            |name: &str, id: Option<&str>| FicheMember { name: name.to_owned(), person_id: id.map(str::to_owned) };
        let a = [member("MBALA Rose", Some("P-1")), member("KIESE Jean", Some("P-2")), member("ZOLA Luc", None)];
        let b = [member("MBALLA Rosa", Some("P-1")), member("Jean KIÉSE", Some("P-3")), member("ZOLA Marc", None)];
        let marked = company_of_both([&a, &b]);
        let of = |side: usize| marked[side].iter().map(|(_, is_on_both)| *is_on_both).collect::<Vec<_>>();
        assert_eq!((of(0), of(1)), (vec![true, true, false], vec![true, true, false]));
    }

    #[test]
    fn a_parent_of_an_act_may_lack_the_prenom_that_the_fiche_has() {
        let member =
            |name: &str, id: Option<&str>| FicheMember { name: name.to_owned(), person_id: id.map(str::to_owned) };
        let fiche = [member("KABONGO MBOMBO Gédéon", Some("P-1")), member("KABONGO Marie", Some("P-2"))];
        let act = [member("KABONGO MBOMBO", None), member("KABONGO", None)];
        let [fiche, act] =
            company_of_both([&fiche, &act]).map(|side| side.iter().map(|(_, both)| *both).collect::<Vec<_>>());
        assert_eq!((fiche, act), (vec![true, false], vec![true, false]));
        // Two persons of the register who share a nom and a post-nom are two.
        let one = [member("KABONGO MBOMBO", Some("P-1"))];
        let other = [member("KABONGO MBOMBO Luc", Some("P-3"))];
        assert!(!company_of_both([&one, &other])[0][0].1);
    }
}
