//! Classifies the wrong pairs of rows by cause, with what the two rows differ in.
//!
//! A pair is false if one registered person has rows of two true persons, missed if the rows of a true person are in
//! two registered persons. Rows with the same true and the same registered person form one group. All pairs between two
//! groups count under the cause of the two rows that represent them: the rows of the stored link with the highest
//! probability, by which the groups were or would be joined; without a link, the first row of each group in the order
//! of the truth.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::differences::{Difference, LinkLevels, difference};
use super::truth::TrueRow;
use crate::record::{Kind, codes};
use crate::store::{LineageRow, LinkRow, PersonRow};

/// Most examples of each cause.
const MOST_EXAMPLES: usize = 3;

codes! {
    /// Why a pair is wrong: the first cause that holds, in this order.
    #[serde(rename_all = "snake_case")]
    Cause {
        Twin = "twin": "False: the two persons are twins by the truth.",
        Homonym = "homonym": "False: every part of the name that both rows have agrees, and at least one does.",
        SameHousehold = "same_household": "False: both rows are in one household of the register.",
        #[serde(rename = "other")]
        OtherJoined = "other": "False: none of these, or joined only through other rows.",
        LeftOut = "left_out": "Missed: a row is not in the register.",
        NotCompared = "not_compared": "Missed: no link is stored. The rows were not compared, or their probability is below that of review.",
        SetAsideByRule = "set_aside_by_rule": "Missed: a rule of linking rejected the link (two rows of one fiche, clusters that disagree).",
        SetAsideByPerson = "set_aside_by_person": "Missed: a person decided that the two are different.",
        BelowThreshold = "below_threshold": "Missed: the probability of the link is below the threshold.",
    }
}

impl Cause {
    /// Causes of false pairs.
    pub const FALSE: [Self; 4] = [Self::Twin, Self::Homonym, Self::SameHousehold, Self::OtherJoined];
    /// Causes of missed pairs.
    pub const MISSED: [Self; 5] =
        [Self::LeftOut, Self::NotCompared, Self::SetAsideByRule, Self::SetAsideByPerson, Self::BelowThreshold];
}

/// All wrong pairs of good rows.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Errors {
    /// Pairs of two true persons in one registered person.
    pub false_pairs: u64,
    /// Pairs of one true person in two registered persons, or with an unregistered row.
    pub missed_pairs: u64,
    /// The false pairs by cause.
    pub false_kinds: Vec<ErrorKind>,
    /// The missed pairs by cause.
    pub missed_kinds: Vec<ErrorKind>,
}

/// The wrong pairs of one cause.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ErrorKind {
    /// The cause.
    pub cause: Cause,
    /// Number of pairs.
    pub pairs: u64,
    /// Number of pairs by difference.
    pub differing: BTreeMap<Difference, u64>,
    /// The first examples.
    pub examples: Vec<Example>,
}

/// Two rows that represent wrong pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Example {
    /// One row.
    pub a: TruthPlace,
    /// The other.
    pub b: TruthPlace,
    /// Their difference.
    pub differs: Difference,
    /// Number of pairs that they represent.
    pub pairs: u64,
}

/// The place of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TruthPlace {
    /// File.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row as the spreadsheet shows it.
    pub row: i64,
}

/// A row of the truth with its outcome.
pub(super) struct LabelledRow<'t> {
    pub(super) truth: &'t TrueRow,
    pub(super) kind: Kind,
    pub(super) outcome: Option<&'t LineageRow>,
}

impl<'t> LabelledRow<'t> {
    pub(super) fn person(&self) -> &'t str {
        self.truth.person.as_str()
    }

    /// Its registered person.
    pub(super) fn found(&self) -> Option<&'t str> {
        self.outcome.and_then(|found| found.person_id.as_deref())
    }

    fn place(&self) -> TruthPlace {
        TruthPlace { file: self.truth.file.clone(), sheet: self.truth.sheet.clone(), row: self.truth.row }
    }
}

/// Everything by which errors are classified: the good rows, and for each the label of its registered and true person.
pub(super) struct ErrorClassifier<'t> {
    pub(super) rows: &'t [&'t LabelledRow<'t>],
    pub(super) found: &'t [u32],
    pub(super) truth: &'t [u32],
    /// Links between good rows, by their indexes in `rows`.
    pub(super) links: &'t [(u32, u32, &'t LinkRow)],
    pub(super) persons: BTreeMap<&'t str, &'t PersonRow>,
    /// Pairs of twins, lower name first; `None` without a truth of twins.
    pub(super) twins: Option<&'t BTreeSet<(&'t str, &'t str)>>,
}

/// A group of rows: the label of its registered person and of its true person.
type RowGroup = (u32, u32);

impl ErrorClassifier<'_> {
    pub(super) fn errors(&self) -> Errors {
        let group_of = |row: u32| (self.found[row as usize], self.truth[row as usize]);
        let mut groups: BTreeMap<RowGroup, Vec<u32>> = BTreeMap::new();
        for row in 0..self.rows.len() as u32 {
            groups.entry(group_of(row)).or_default().push(row);
        }
        let mut best: BTreeMap<(RowGroup, RowGroup), (u32, u32, &LinkRow)> = BTreeMap::new();
        for (a, b, link) in self.links {
            let (a, b) = if group_of(*a) <= group_of(*b) { (*a, *b) } else { (*b, *a) };
            let entry = best.entry((group_of(a), group_of(b))).or_insert((a, b, link));
            if link.match_probability > entry.2.match_probability {
                *entry = (a, b, link);
            }
        }
        let none = |cause: &Cause| ErrorKind { cause: *cause, pairs: 0, differing: BTreeMap::new(), examples: vec![] };
        let mut false_kinds: Vec<ErrorKind> = Cause::FALSE.iter().map(none).collect();
        let mut missed_kinds: Vec<ErrorKind> = Cause::MISSED.iter().map(none).collect();
        let mut groups: Vec<(RowGroup, Vec<u32>)> = groups.into_iter().collect();
        for one in groups.chunk_by(|a, b| a.0.0 == b.0.0) {
            self.for_each_pair(one, &best, |a, b, link, pairs| {
                add(&mut false_kinds, self.cause_of_false(a, b, link), self.example(a, b, link, pairs));
            });
        }
        groups.sort_by_key(|((found, truth), _)| (*truth, *found));
        for one in groups.chunk_by(|a, b| a.0.1 == b.0.1) {
            self.for_each_pair(one, &best, |a, b, link, pairs| {
                add(&mut missed_kinds, self.cause_of_missed(a, b, link), self.example(a, b, link, pairs));
            });
        }
        if self.twins.is_none() {
            false_kinds.retain(|kind| kind.cause != Cause::Twin);
        }
        let n_pairs = |kinds: &[ErrorKind]| kinds.iter().map(|kind| kind.pairs).sum();
        Errors { false_pairs: n_pairs(&false_kinds), missed_pairs: n_pairs(&missed_kinds), false_kinds, missed_kinds }
    }

    /// Calls `visit` for every two groups: the rows that represent them, their stored link, the number of pairs.
    fn for_each_pair<'l>(
        &self,
        groups: &[(RowGroup, Vec<u32>)],
        best: &BTreeMap<(RowGroup, RowGroup), (u32, u32, &'l LinkRow)>,
        mut visit: impl FnMut(&LabelledRow<'_>, &LabelledRow<'_>, Option<&'l LinkRow>, u64),
    ) {
        let row = |row: u32| self.rows[row as usize];
        for (place, (a, rows_a)) in groups.iter().enumerate() {
            for (b, rows_b) in &groups[place + 1..] {
                let stored = best.get(&(*a.min(b), *a.max(b)));
                let (x, y) = stored.map_or((rows_a[0], rows_b[0]), |(x, y, _)| (*x, *y));
                visit(row(x), row(y), stored.map(|(_, _, link)| *link), (rows_a.len() * rows_b.len()) as u64);
            }
        }
    }

    fn cause_of_false(&self, a: &LabelledRow<'_>, b: &LabelledRow<'_>, link: Option<&LinkRow>) -> Cause {
        let household = |row: &LabelledRow<'_>| row.outcome.and_then(|outcome| outcome.household_id.clone());
        let two = (a.person().min(b.person()), a.person().max(b.person()));
        match () {
            () if self.twins.is_some_and(|twins| twins.contains(&two)) => Cause::Twin,
            () if link.is_some_and(|link| LinkLevels::of(link).names_agree()) => Cause::Homonym,
            () if household(a).is_some() && household(a) == household(b) => Cause::SameHousehold,
            () => Cause::OtherJoined,
        }
    }

    fn cause_of_missed(&self, a: &LabelledRow<'_>, b: &LabelledRow<'_>, link: Option<&LinkRow>) -> Cause {
        match link.map(|link| link.decided_by.as_str()) {
            _ if a.found().is_none() || b.found().is_none() => Cause::LeftOut,
            None => Cause::NotCompared,
            Some("rule") => Cause::SetAsideByRule,
            Some("person") => Cause::SetAsideByPerson,
            Some(_) => Cause::BelowThreshold,
        }
    }

    fn example(&self, a: &LabelledRow<'_>, b: &LabelledRow<'_>, link: Option<&LinkRow>, pairs: u64) -> Example {
        let person = |row: &LabelledRow<'_>| row.found().and_then(|id| self.persons.get(id).copied());
        Example { a: a.place(), b: b.place(), differs: difference(link, person(a), person(b)), pairs }
    }
}

fn add(kinds: &mut [ErrorKind], cause: Cause, example: Example) {
    if let Some(kind) = kinds.iter_mut().find(|kind| kind.cause == cause) {
        kind.pairs += example.pairs;
        *kind.differing.entry(example.differs).or_default() += example.pairs;
        if kind.examples.len() < MOST_EXAMPLES {
            kind.examples.push(example);
        }
    }
}
