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
    /// A person ruled that rows of the groups it would join are two persons.
    RuledApart,
}

/// The clusters: for each row the lowest row of its cluster.
pub(super) struct Clusters {
    parent: Vec<u32>,
    rows: Vec<Vec<u32>>,
    fiches: Vec<BTreeSet<u32>>,
    /// By the root of a cluster, rows ruled not to be its person.
    apart: BTreeMap<u32, Vec<u32>>,
}

impl Clusters {
    pub(super) fn new(fiche_of: &[Option<u32>]) -> Self {
        Self {
            parent: (0..fiche_of.len() as u32).collect(),
            rows: (0..fiche_of.len() as u32).map(|row| vec![row]).collect(),
            fiches: fiche_of.iter().map(|fiche| fiche.iter().copied().collect()).collect(),
            apart: BTreeMap::new(),
        }
    }

    /// Keeps two rows apart, whatever joins later. Must be said before rows are joined.
    pub(super) fn keep_apart(&mut self, a: u32, b: u32) {
        self.apart.entry(a).or_default().push(b);
        self.apart.entry(b).or_default().push(a);
    }

    pub(super) fn root(&self, row: u32) -> u32 {
        let mut at = row;
        while self.parent[at as usize] != at {
            at = self.parent[at as usize];
        }
        at
    }

    /// Joins the clusters of two rows if the constraints allow; `weigh` gives the weight in bits of any two rows.
    pub(super) fn join(&mut self, a: u32, b: u32, weigh: impl Fn(u32, u32) -> f64) -> LinkFate {
        let (p, q) = (self.root(a), self.root(b));
        if p == q {
            return LinkFate::Kept;
        }
        let (low, high) = (p.min(q) as usize, p.max(q) as usize);
        if !self.fiches[low].is_disjoint(&self.fiches[high]) {
            return LinkFate::OneFiche;
        }
        if self.apart.get(&(low as u32)).is_some_and(|rows| rows.iter().any(|row| self.root(*row) == high as u32)) {
            return LinkFate::RuledApart;
        }
        let (xs, ys) = (&self.rows[low], &self.rows[high]);
        if xs.len() * ys.len() > 1 {
            // A pair at odds counts as much as a fair agreement, no more: one bad reading must not part a person.
            let total: f64 = xs.iter().flat_map(|x| ys.iter().map(|y| weigh(*x, *y).clamp(-15.0, 15.0))).sum();
            if total <= 0.0 {
                return LinkFate::GroupsDisagree;
            }
        }
        let moved = std::mem::take(&mut self.rows[high]);
        self.rows[low].extend(moved);
        let fiches = std::mem::take(&mut self.fiches[high]);
        self.fiches[low].extend(fiches);
        if let Some(rows) = self.apart.remove(&(high as u32)) {
            self.apart.entry(low as u32).or_default().extend(rows);
        }
        self.parent[high] = low as u32;
        // Flatten: the rows moved point to their root at once.
        for row in self.rows[low].clone() {
            self.parent[row as usize] = low as u32;
        }
        LinkFate::Kept
    }

    pub(super) fn roots(&self) -> Vec<u32> {
        (0..self.parent.len() as u32).map(|row| self.root(row)).collect()
    }
}
