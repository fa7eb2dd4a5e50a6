//! Clusters of rows: each is one person. Joins two clusters unless a constraint or their scores speak against it.
//!
//! Two rows of one fiche are two persons. No chaining: two clusters join only if the mean weight of their pairs is
//! positive. [`LinkOutcome`] says which constraint kept a pair apart.

use std::collections::{BTreeMap, BTreeSet};

use super::interface::LinkOutcome;

/// Most rows of a cluster that are weighed against the other cluster: this bounds the cost of large clusters.
const MOST_WEIGHED: usize = 8;
const NO_GROUP: u32 = u32::MAX;

/// The clusters. Each is a ring of rows; its root is its lowest row.
pub(super) struct Clusters {
    parent: Vec<u32>,
    /// The next row of the same cluster; the last row points to the first.
    next: Vec<u32>,
    /// For each row a number that two rows of one person never share; [`NO_GROUP`] is none.
    group: Vec<u32>,
    /// By the root of a cluster, rows decided not to be its person.
    apart: BTreeMap<u32, Vec<u32>>,
    /// By row, rows that it fits no better than another row of their fiche.
    undecided: BTreeMap<u32, Vec<u32>>,
}

impl Clusters {
    /// Each row in a cluster of its own.
    pub(super) fn new(groups: impl Iterator<Item = Option<u32>>) -> Self {
        let group: Vec<u32> = groups.map(|group| group.unwrap_or(NO_GROUP)).collect();
        let each = || (0..group.len() as u32).collect();
        Self { parent: each(), next: each(), group, apart: BTreeMap::new(), undecided: BTreeMap::new() }
    }

    /// Keeps two rows apart, whatever joins later. Must be called before rows are joined.
    pub(super) fn keep_apart(&mut self, a: u32, b: u32) {
        self.apart.entry(a).or_default().push(b);
        self.apart.entry(b).or_default().push(a);
    }

    /// Keeps pairs apart that scores cannot decide, and every row that is one person with either, until a person decides.
    pub(super) fn leave_undecided(&mut self, pairs: &[(u32, u32)]) {
        for (a, b) in pairs {
            self.undecided.entry(*a).or_default().push(*b);
            self.undecided.entry(*b).or_default().push(*a);
        }
    }

    fn root(&self, row: u32) -> u32 {
        let mut at = row;
        while self.parent[at as usize] != at {
            at = self.parent[at as usize];
        }
        at
    }

    /// The rows of the cluster of a row, that row first.
    fn members(&self, row: u32) -> impl Iterator<Item = u32> + '_ {
        let following = std::iter::successors(Some(self.next[row as usize]), |at| Some(self.next[*at as usize]));
        std::iter::once(row).chain(following.take_while(move |at| *at != row))
    }

    /// Joins the clusters of two rows if the constraints and the scores allow. `weight_of` gives the weight in bits of any two
    /// rows; without it, for rows that a person decided to be one, only the constraints count.
    pub(super) fn join(&mut self, a: u32, b: u32, weight_of: Option<&dyn Fn(u32, u32) -> f64>) -> LinkOutcome {
        let (p, q) = (self.root(a), self.root(b));
        if p == q {
            return LinkOutcome::Linked;
        }
        let (low, high) = (p.min(q), p.max(q));
        let constraint = self.constraint(low, high);
        if let Some(outcome) = constraint.or_else(|| self.objection_of_scores(low, high, weight_of?)) {
            return outcome;
        }
        // Swapping the successors of one row of each turns two rings into one.
        self.next.swap(low as usize, high as usize);
        self.parent[high as usize] = low;
        for row in self.members(low).collect::<Vec<_>>() {
            self.parent[row as usize] = low;
        }
        if let Some(rows) = self.apart.remove(&high) {
            self.apart.entry(low).or_default().extend(rows);
        }
        LinkOutcome::Linked
    }

    /// Why scores speak against joining two clusters; `None` if they do not.
    fn objection_of_scores(&self, low: u32, high: u32, weight_of: &dyn Fn(u32, u32) -> f64) -> Option<LinkOutcome> {
        let is_undecided = |row: u32| {
            self.undecided.get(&row).is_some_and(|others| others.iter().any(|other| self.root(*other) == high))
        };
        if !self.undecided.is_empty() && self.members(low).any(is_undecided) {
            return Some(LinkOutcome::AnotherFits);
        }
        if self.next[low as usize] == low && self.next[high as usize] == high {
            return None;
        }
        // A strong disagreement counts as much as a fair agreement and no more: one misread row must not split a person.
        let total: f64 = self
            .members(low)
            .take(MOST_WEIGHED)
            .map(|x| self.members(high).take(MOST_WEIGHED).map(|y| weight_of(x, y).clamp(-15.0, 15.0)).sum::<f64>())
            .sum();
        (total <= 0.0).then_some(LinkOutcome::ClustersDisagree)
    }

    /// The constraint that keeps two clusters apart whatever their scores.
    fn constraint(&self, low: u32, high: u32) -> Option<LinkOutcome> {
        let groups: BTreeSet<u32> =
            self.members(low).map(|row| self.group[row as usize]).filter(|group| *group != NO_GROUP).collect();
        if !groups.is_empty() && self.members(high).any(|row| groups.contains(&self.group[row as usize])) {
            return Some(LinkOutcome::OneFiche);
        }
        let is_decided = self.apart.get(&low).is_some_and(|rows| rows.iter().any(|row| self.root(*row) == high));
        is_decided.then_some(LinkOutcome::DecidedApart)
    }

    /// For each row the root of its cluster.
    pub(super) fn roots(&self) -> Vec<u32> {
        (0..self.parent.len() as u32).map(|row| self.root(row)).collect()
    }
}
