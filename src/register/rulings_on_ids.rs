//! Says of two ids whether a ruling in force joins their persons, and whether they must stay apart: because a ruling
//! says so, or because a ruling that joined them was undone.

use std::collections::{BTreeMap, BTreeSet};

/// A ruling on rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowRuling {
    pub(crate) effect: RulingEffect,
    /// The ids of both persons when it was made, if recorded.
    pub(crate) ids: Vec<String>,
    /// The rows of both persons.
    pub(crate) rows: Vec<RulingRow>,
}

/// What a ruling on rows does now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RulingEffect {
    /// It joins the rows.
    Joins,
    /// It joined them and was undone.
    Undone,
    /// It keeps them apart.
    Parts,
}

/// A row of a ruling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RulingRow {
    /// The row of this run; `None` if it is gone.
    pub(crate) row: Option<u32>,
    /// Its key when it was ruled on.
    pub(crate) key: u64,
}

/// Ids in groups.
#[derive(Debug, Default)]
struct IdGroups {
    parent: BTreeMap<u32, u32>,
}

impl IdGroups {
    fn root(&self, id: u32) -> u32 {
        let mut at = id;
        while let Some(up) = self.parent.get(&at).filter(|up| **up != at) {
            at = *up;
        }
        at
    }

    fn join(&mut self, ids: &[u32]) {
        for pair in ids.windows(2) {
            let (a, b) = (self.root(pair[0]), self.root(pair[1]));
            self.parent.insert(a.max(b), a.min(b));
        }
    }
}

/// The ids that rulings join and part.
#[derive(Debug, Default)]
pub(super) struct RulingsOnIds {
    /// Groups by the rulings in force.
    joined: IdGroups,
    /// Groups by these and by those that were undone.
    ever_joined: IdGroups,
    /// Pairs of groups in force that a ruling keeps apart.
    parted: BTreeSet<(u32, u32)>,
    /// The ids of rulings that keep apart, and of those that joined and were undone.
    touched: BTreeSet<u32>,
}

impl RulingsOnIds {
    /// `number` gives the number of an id, `id_of_row` gives the id that a row of this run bears, `id_of_key` the one
    /// of a row that is gone.
    pub(super) fn new(
        rulings: &[RowRuling],
        number: &dyn Fn(&str) -> Option<u32>,
        id_of_row: &dyn Fn(u32) -> Option<u32>,
        id_of_key: &dyn Fn(u64) -> Option<u32>,
    ) -> Self {
        let mut ruled = Self::default();
        let ids = |ruling: &RowRuling| -> Vec<u32> {
            let id = |ruled: &RulingRow| match ruled.row {
                Some(row) => id_of_row(row),
                None => id_of_key(ruled.key),
            };
            let recorded = ruling.ids.iter().filter_map(|id| number(id));
            ruling.rows.iter().filter_map(id).chain(recorded).collect()
        };
        let all: Vec<(RulingEffect, Vec<u32>)> = rulings.iter().map(|ruling| (ruling.effect, ids(ruling))).collect();
        for (effect, ids) in &all {
            match effect {
                RulingEffect::Joins => {
                    ruled.joined.join(ids);
                    ruled.ever_joined.join(ids);
                }
                RulingEffect::Undone => {
                    ruled.ever_joined.join(ids);
                    ruled.touched.extend(ids);
                }
                RulingEffect::Parts => ruled.touched.extend(ids),
            }
        }
        for (_, ids) in all.iter().filter(|(effect, _)| *effect == RulingEffect::Parts) {
            let roots: Vec<u32> = ids.iter().map(|id| ruled.joined.root(*id)).collect();
            ruled.parted.extend(roots.iter().flat_map(|a| roots.iter().map(|b| (*a, *b))).filter(|(a, b)| a != b));
        }
        ruled
    }

    /// Whether the persons of two ids must stay apart: a ruling says so, or one that joined them was undone. A ruling
    /// in force that joins them outranks both.
    pub(super) fn are_parted(&self, a: u32, b: u32) -> bool {
        if self.touched.is_empty() {
            return false;
        }
        let joined = [a, b].map(|id| self.joined.root(id));
        joined[0] != joined[1]
            && (self.ever_joined.root(a) == self.ever_joined.root(b) || self.parted.contains(&joined.into()))
    }

    /// Whether the person of an id must stay apart from another one.
    pub(super) fn is_parted(&self, id: u32) -> bool {
        self.touched.iter().any(|other| self.are_parted(*other, id))
    }

    /// Whether a ruling in force joins the persons of two ids.
    pub(super) fn are_joined(&self, a: u32, b: u32) -> bool {
        self.joined.root(a) == self.joined.root(b)
    }

    /// Whether no ids must stay apart.
    pub(super) fn is_empty(&self) -> bool {
        self.touched.is_empty()
    }
}
