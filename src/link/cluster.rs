//! Links -> persons: best evidence first, under constraints.
//!
//! Two rows of one fiche are two persons. No chain: two groups join only if, all their rows weighed against each other,
//! the mean speaks for it. A link that would break a rule is set aside and says which.

use std::collections::{BTreeMap, BTreeSet};

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkFate {
    /// Its rows are in one cluster.
    Kept,
    /// Below the threshold.
    TooWeak,
    /// It would put two rows of one fiche together.
    OneFiche,
    /// The groups it would join disagree on the whole.
    GroupsDisagree,
    /// Another row of the same fiche fits about as well, and is another person.
    AnotherFits,
    /// A person ruled that rows of the groups it would join are two persons.
    RuledApart,
}

impl LinkFate {
    /// Whether a rule kept the two rows apart against their score.
    #[must_use]
    pub fn is_by_rule(self) -> bool {
        matches!(self, Self::OneFiche | Self::GroupsDisagree | Self::AnotherFits)
    }
}

/// Members of a group weighed against those of another: as many as tell, however large the groups.
const MOST_WEIGHED: usize = 8;

/// The clusters. Each is a ring of rows; its root is its lowest row.
pub(super) struct Clusters {
    parent: Vec<u32>,
    /// The next row of the same cluster, the first after the last.
    next: Vec<u32>,
    /// What two rows of one person never share; `u32::MAX` is none.
    group: Vec<u32>,
    /// By the root of a cluster, rows ruled not to be its person.
    apart: BTreeMap<u32, Vec<u32>>,
    /// By row, rows it fits no better than another of their fiche.
    undecided: BTreeMap<u32, Vec<u32>>,
}

impl Clusters {
    pub(super) fn new(groups: impl Iterator<Item = Option<u32>>) -> Self {
        let group: Vec<u32> = groups.map(|group| group.unwrap_or(u32::MAX)).collect();
        let each = || (0..group.len() as u32).collect();
        Self { parent: each(), next: each(), group, apart: BTreeMap::new(), undecided: BTreeMap::new() }
    }

    /// Keeps two rows apart, whatever joins later. Must be said before rows are joined.
    pub(super) fn keep_apart(&mut self, a: u32, b: u32) {
        self.apart.entry(a).or_default().push(b);
        self.apart.entry(b).or_default().push(a);
    }

    /// Keeps apart pairs that scores can't decide, until a person does: neither they nor a row that is one person with
    /// either of them joins the two.
    pub(super) fn leave_undecided(&mut self, pairs: &[(u32, u32)]) {
        for (a, b) in pairs {
            self.undecided.entry(*a).or_default().push(*b);
            self.undecided.entry(*b).or_default().push(*a);
        }
    }

    pub(super) fn root(&self, row: u32) -> u32 {
        let mut at = row;
        while self.parent[at as usize] != at {
            at = self.parent[at as usize];
        }
        at
    }

    /// The rows of the cluster that a row is in, that row first.
    fn members(&self, row: u32) -> impl Iterator<Item = u32> + '_ {
        let following = std::iter::successors(Some(self.next[row as usize]), |at| Some(self.next[*at as usize]));
        std::iter::once(row).chain(following.take_while(move |at| *at != row))
    }

    /// Joins the clusters of two rows if constraints and scores allow; `weigh` gives the weight in bits of any two rows.
    pub(super) fn join(&mut self, a: u32, b: u32, weigh: impl Fn(u32, u32) -> f64) -> LinkFate {
        self.unite_unless(a, b, |own, low, high| own.score_against(low, high, weigh))
    }

    /// Joins the clusters of two rows that a person ruled to be one, if the constraints allow.
    pub(super) fn join_as_ruled(&mut self, a: u32, b: u32) -> LinkFate {
        self.unite_unless(a, b, |_, _, _| None)
    }

    fn unite_unless(&mut self, a: u32, b: u32, against: impl FnOnce(&Self, u32, u32) -> Option<LinkFate>) -> LinkFate {
        let (p, q) = (self.root(a), self.root(b));
        if p == q {
            return LinkFate::Kept;
        }
        let (low, high) = (p.min(q), p.max(q));
        if let Some(fate) = self.constraint(low, high).or_else(|| against(self, low, high)) {
            return fate;
        }
        self.unite(low, high);
        LinkFate::Kept
    }

    /// What speaks against joining two clusters that no constraint keeps apart.
    fn score_against(&self, low: u32, high: u32, weigh: impl Fn(u32, u32) -> f64) -> Option<LinkFate> {
        let is_undecided = |row: u32| {
            self.undecided.get(&row).is_some_and(|others| others.iter().any(|other| self.root(*other) == high))
        };
        if !self.undecided.is_empty() && self.members(low).any(is_undecided) {
            return Some(LinkFate::AnotherFits);
        }
        if self.next[low as usize] == low && self.next[high as usize] == high {
            return None;
        }
        // A pair at odds counts as much as a fair agreement, no more: one bad reading must not part a person.
        let total: f64 = self
            .members(low)
            .take(MOST_WEIGHED)
            .map(|x| self.members(high).take(MOST_WEIGHED).map(|y| weigh(x, y).clamp(-15.0, 15.0)).sum::<f64>())
            .sum();
        (total <= 0.0).then_some(LinkFate::GroupsDisagree)
    }

    /// The constraint that keeps two clusters apart whatever speaks for them.
    fn constraint(&self, low: u32, high: u32) -> Option<LinkFate> {
        let groups: BTreeSet<u32> =
            self.members(low).map(|row| self.group[row as usize]).filter(|group| *group != u32::MAX).collect();
        if !groups.is_empty() && self.members(high).any(|row| groups.contains(&self.group[row as usize])) {
            return Some(LinkFate::OneFiche);
        }
        let ruled_apart = self.apart.get(&low).is_some_and(|rows| rows.iter().any(|row| self.root(*row) == high));
        ruled_apart.then_some(LinkFate::RuledApart)
    }

    fn unite(&mut self, low: u32, high: u32) {
        // Two rings become one when each takes the other's next.
        self.next.swap(low as usize, high as usize);
        self.parent[high as usize] = low;
        for row in self.members(low).collect::<Vec<_>>() {
            self.parent[row as usize] = low;
        }
        if let Some(rows) = self.apart.remove(&high) {
            self.apart.entry(low).or_default().extend(rows);
        }
    }

    pub(super) fn roots(&self) -> Vec<u32> {
        (0..self.parent.len() as u32).map(|row| self.root(row)).collect()
    }
}
