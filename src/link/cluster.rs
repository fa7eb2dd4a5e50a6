//! Clusters of rows: each is one person. Joins two clusters unless a constraint or their scores speak against it.
//!
//! Two rows of one fiche are two persons. Two rows that contradict each other are two persons, and so is every chain of
//! likely pairs between them. No chaining: two clusters join only if the mean weight of their pairs is positive.
//! [`LinkOutcome`] says which constraint kept a pair apart.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use foldhash::fast::FixedState;

use super::contradiction::Contradiction;
use super::interface::LinkOutcome;
use super::linkable::Linkable;

/// Most rows of a cluster that are weighed against the other cluster: this bounds the cost of large clusters.
const MOST_WEIGHED: usize = 8;
/// Rows from which a cluster has a [`Summary`].
const LARGE: usize = 32;

/// The clusters. Each is a ring of rows with one of them as its root.
pub(super) struct Clusters<'r> {
    rows: &'r dyn Linkable,
    root_of: Vec<u32>,
    /// The next row of the same cluster; the last row points to the first.
    next: Vec<u32>,
    /// By the root of a cluster of several rows, the number of its rows.
    size_of: HashMap<u32, u32, FixedState>,
    /// By the root of a large cluster.
    summaries: HashMap<u32, Summary, FixedState>,
    /// By the root of a cluster, rows decided not to be its person.
    apart: BTreeMap<u32, Vec<u32>>,
    /// By row, rows that it fits no better than another row of their fiche.
    undecided: BTreeMap<u32, Vec<u32>>,
    /// Roots of clusters in which a person joined rows that contradict each other.
    ruled: BTreeSet<u32>,
}

/// What a large cluster holds, so that a further row is not compared with all its rows.
#[derive(Default)]
struct Summary {
    groups: HashSet<u32, FixedState>,
    /// By traits, one row that has them.
    row_by_traits: BTreeMap<u64, u32>,
}

impl<'r> Clusters<'r> {
    /// Each row in a cluster of its own.
    pub(super) fn new(rows: &'r dyn Linkable) -> Self {
        let each = || (0..rows.len() as u32).collect();
        Self {
            rows,
            root_of: each(),
            next: each(),
            size_of: HashMap::default(),
            summaries: HashMap::default(),
            apart: BTreeMap::new(),
            undecided: BTreeMap::new(),
            ruled: BTreeSet::new(),
        }
    }

    /// Keeps two rows apart, whatever joins later. Must be called before rows are joined.
    pub(super) fn keep_apart(&mut self, a: u32, b: u32) {
        self.apart.entry(a).or_default().push(b);
        self.apart.entry(b).or_default().push(a);
    }

    /// Keeps pairs apart that scores cannot decide, and every row that is one person with either, until a person
    /// decides.
    pub(super) fn leave_undecided(&mut self, pairs: &[(u32, u32)]) {
        for (a, b) in pairs {
            self.undecided.entry(*a).or_default().push(*b);
            self.undecided.entry(*b).or_default().push(*a);
        }
    }

    fn root(&self, row: u32) -> u32 {
        self.root_of[row as usize]
    }

    fn size(&self, root: u32) -> usize {
        self.size_of.get(&root).map_or(1, |size| *size as usize)
    }

    /// The rows of the cluster of a row, that row first.
    fn members(&self, row: u32) -> impl Iterator<Item = u32> + '_ {
        let following = std::iter::successors(Some(self.next[row as usize]), |at| Some(self.next[*at as usize]));
        std::iter::once(row).chain(following.take_while(move |at| *at != row))
    }

    /// Joins the clusters of two rows if the constraints and the scores allow. `weight_of` gives the weight in bits of
    /// any two rows; without it, for rows that a person decided to be one, only fiches and other decisions count.
    pub(super) fn join(&mut self, a: u32, b: u32, weight_of: Option<&dyn Fn(u32, u32) -> f64>) -> LinkOutcome {
        let (p, q) = (self.root(a), self.root(b));
        if p == q {
            return LinkOutcome::Linked;
        }
        // The small cluster joins the large one; of two equal ones the higher root joins the lower.
        let (large, small) = match self.size(p).cmp(&self.size(q)).then(q.cmp(&p)) {
            std::cmp::Ordering::Less => (q, p),
            _ => (p, q),
        };
        let constraint = self.constraint(large, small);
        if let Some(outcome) = constraint.or_else(|| self.objection_of_scores(large, small, (a, b), weight_of?)) {
            return outcome;
        }
        let contradicts = weight_of.is_none() && self.contradiction(large, small, None).is_some();
        let is_ruled = self.ruled.remove(&small) || contradicts;
        if is_ruled {
            self.ruled.insert(large);
        }
        self.merge(large, small);
        LinkOutcome::Linked
    }

    fn merge(&mut self, large: u32, small: u32) {
        let size = self.size(large) + self.size(small);
        let own: Vec<u32> = self.members(small).collect();
        if size >= LARGE {
            let mut summary = self.summaries.remove(&large).unwrap_or_else(|| self.summary(self.members(large)));
            self.summaries.remove(&small);
            self.add_to(&mut summary, own.iter().copied());
            self.summaries.insert(large, summary);
        }
        // Swapping the successors of one row of each turns two rings into one.
        self.next.swap(large as usize, small as usize);
        own.iter().for_each(|row| self.root_of[*row as usize] = large);
        self.size_of.remove(&small);
        self.size_of.insert(large, size as u32);
        if let Some(rows) = self.apart.remove(&small) {
            self.apart.entry(large).or_default().extend(rows);
        }
    }

    fn summary(&self, rows: impl Iterator<Item = u32>) -> Summary {
        let mut summary = Summary::default();
        self.add_to(&mut summary, rows);
        summary
    }

    fn add_to(&self, summary: &mut Summary, rows: impl Iterator<Item = u32>) {
        for row in rows {
            summary.groups.extend(self.rows.group(row));
            let first = summary.row_by_traits.entry(self.rows.traits(row)).or_insert(row);
            *first = row.min(*first);
        }
    }

    /// Why scores speak against joining two clusters; `None` if they do not.
    fn objection_of_scores(
        &self,
        large: u32,
        small: u32,
        pair: (u32, u32),
        weight_of: &dyn Fn(u32, u32) -> f64,
    ) -> Option<LinkOutcome> {
        let is_undecided = |row: u32| {
            self.undecided.get(&row).is_some_and(|others| others.iter().any(|other| self.root(*other) == large))
        };
        if !self.undecided.is_empty() && self.members(small).any(is_undecided) {
            return Some(LinkOutcome::AnotherFits);
        }
        if self.size(large) == 1 {
            return None;
        }
        // A ruling outranks the contradictions of its own cluster.
        let is_ruled = self.ruled.contains(&large) || self.ruled.contains(&small);
        if let Some(contradiction) = self.contradiction(large, small, Some(pair)).filter(|_| !is_ruled) {
            return Some(LinkOutcome::Contradicted(contradiction));
        }
        // A strong disagreement counts as much as a fair agreement and no more: one misread row must not split a
        // person.
        let total: f64 = self
            .members(large)
            .take(MOST_WEIGHED)
            .map(|x| self.members(small).take(MOST_WEIGHED).map(|y| weight_of(x, y).clamp(-15.0, 15.0)).sum::<f64>())
            .sum();
        (total <= 0.0).then_some(LinkOutcome::ClustersDisagree)
    }

    /// A contradiction between a row of one cluster and a row of the other, unless the linked `pair` explains it.
    fn contradiction(&self, large: u32, small: u32, pair: Option<(u32, u32)>) -> Option<Contradiction> {
        let contradiction = |x: u32, y: u32| {
            let found = self.rows.contradiction(x.min(y), x.max(y))?;
            let is_explained =
                || pair.is_some_and(|pair| self.rows.explains(pair, found)) || self.is_settled(large, small, found);
            (!is_explained()).then_some(found)
        };
        match self.summaries.get(&large) {
            None => self.members(small).find_map(|y| self.members(large).find_map(|x| contradiction(x, y))),
            Some(summary) => {
                let own: Vec<u32> = match self.summaries.get(&small) {
                    Some(own) => own.row_by_traits.values().copied().collect(),
                    None => self.members(small).collect(),
                };
                own.into_iter().find_map(|y| summary.row_by_traits.values().find_map(|x| contradiction(*x, y)))
            }
        }
    }

    /// Whether two rows of the two clusters show that a contradiction between others of them is none.
    fn is_settled(&self, large: u32, small: u32, contradiction: Contradiction) -> bool {
        let rows: Vec<u32> =
            [large, small].into_iter().flat_map(|root| self.members(root).take(MOST_WEIGHED)).collect();
        let mut pairs = rows.iter().enumerate().flat_map(|(place, p)| rows[..place].iter().map(move |q| (*q, *p)));
        pairs.any(|(p, q)| self.rows.settles((p, q), self.root(p) == self.root(q), contradiction))
    }

    /// The constraint that keeps two clusters apart whatever their scores.
    fn constraint(&self, large: u32, small: u32) -> Option<LinkOutcome> {
        let shares_group = match self.summaries.get(&large) {
            Some(summary) => {
                self.members(small).any(|y| self.rows.group(y).is_some_and(|group| summary.groups.contains(&group)))
            }
            None => self.members(small).any(|y| {
                self.rows.group(y).is_some_and(|group| self.members(large).any(|x| self.rows.group(x) == Some(group)))
            }),
        };
        if shares_group {
            return Some(LinkOutcome::OneFiche);
        }
        let is_decided = self.apart.get(&small).is_some_and(|rows| rows.iter().any(|row| self.root(*row) == large));
        is_decided.then_some(LinkOutcome::DecidedApart)
    }

    /// For each row the lowest row of its cluster.
    pub(super) fn lowest_rows(&self) -> Vec<u32> {
        let mut lowest: Vec<u32> = (0..self.root_of.len() as u32).collect();
        for (row, root) in (0..).zip(&self.root_of) {
            lowest[*root as usize] = lowest[*root as usize].min(row);
        }
        self.root_of.iter().map(|root| lowest[*root as usize]).collect()
    }
}
