//! What any rows have in common when they are linked: compare the candidate pairs, learn, weigh, join best first.
//!
//! What the rows are and how two of them compare is theirs to say ([`Rows`]).

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::block::{Candidates, Sample};
use super::cluster::Clusters;
use super::glance::Near;
use super::levels::{Comparison, MOST_COMPARISONS, Pattern, Patterns};
use super::model::{Scored, Weights};
use super::{Link, LinkFate, Ruling};

/// Rows that can be linked.
pub(super) trait Rows: Sync {
    /// How many there are.
    fn len(&self) -> usize;
    /// What is compared of two of them.
    fn comparisons(&self) -> &[Comparison];
    /// How far two agree.
    fn compare(&self, a: u32, b: u32) -> Pattern;
    /// The same, where a glance has told which parts of the two names could be near.
    fn compare_near(&self, a: u32, b: u32, near: Near) -> Pattern {
        let _ = near;
        self.compare(a, b)
    }
    /// What an agreement on a rare value adds to each comparison, in bits.
    fn rarity(&self, a: u32, b: u32, pattern: Pattern) -> [f64; MOST_COMPARISONS];
    /// Whether levels alone speak of two persons.
    fn contradict(&self, pattern: Pattern) -> bool;
    /// Whether they speak of two persons whatever else comes to light of the pair.
    fn is_hopeless(&self, pattern: Pattern) -> bool {
        self.contradict(pattern)
    }
    /// Whether two rows are two persons whatever they agree on.
    fn are_two(&self, a: u32, b: u32) -> bool;
    /// What two rows of one person never share (their fiche, the table they stand in).
    fn group(&self, row: u32) -> Option<u32>;
    /// A hash of what a row says: it chooses pairs all over, whatever rows stand around it.
    fn hash(&self, row: u32) -> u64;
}

/// The levels of each pair.
pub(super) fn compare_all(rows: &dyn Rows, pairs: &[(u32, u32)]) -> Vec<Pattern> {
    pairs.par_iter().with_min_len(1024).map(|(a, b)| rows.compare(*a, *b)).collect()
}

/// How often each pattern of levels is met.
pub(super) fn count(patterns: &[Pattern]) -> Patterns {
    let of_chunk = |chunk: &[Pattern]| {
        let mut met: HashMap<Pattern, u64> = HashMap::new();
        for pattern in chunk {
            *met.entry(*pattern).or_default() += 1;
        }
        met.into_iter().collect::<Patterns>()
    };
    // Few large chunks: each counts thousands of patterns that must then be added up.
    let chunk = patterns.len().div_ceil(2 * rayon::current_num_threads()).max(1 << 14);
    patterns.par_chunks(chunk).map(of_chunk).reduce(Patterns::new, |mut all, some| {
        for (pattern, count) in some {
            *all.entry(pattern).or_default() += count;
        }
        all
    })
}

/// Learns the weights from candidate pairs with these levels, and from pairs taken all over the rows.
pub(super) fn learn(rows: &dyn Rows, patterns: &Patterns, all_over: &AllOver) -> Weights {
    Weights::shipped(rows.comparisons(), rows.len()).learn(
        patterns,
        &count(&all_over.patterns),
        rows.len(),
        |pattern| rows.contradict(pattern),
    )
}

/// Pairs taken all over the rows, with their levels: how often two persons agree by chance.
pub(super) struct AllOver {
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) patterns: Vec<Pattern>,
}

impl AllOver {
    pub(super) fn new(rows: &dyn Rows) -> Self {
        let pairs = pairs_all_over(rows);
        Self { patterns: compare_all(rows, &pairs), pairs }
    }
}

/// Candidate pairs with their levels. Of those that can't be one person whatever comes to light only a sample is kept, to
/// learn from.
pub(super) struct Compared {
    pub(super) candidates: Candidates,
    /// The sample.
    pub(super) apart: Vec<(u32, u32)>,
    pub(super) patterns_apart: Vec<Pattern>,
    /// For how many pairs one of the sample stands.
    one_in: u64,
}

impl Compared {
    /// Sets the hopeless pairs, of which only the sample was found, apart.
    pub(super) fn new(rows: &dyn Rows, candidates: Candidates, sample: &Sample<'_>) -> Self {
        let mut all = Self { candidates, apart: Vec::new(), patterns_apart: Vec::new(), one_in: sample.one_in };
        all.leave_out(sample, |_, _, pattern| rows.is_hopeless(pattern));
        all.candidates.shrink_to_fit();
        all
    }

    /// Leaves pairs out, but for the sample.
    pub(super) fn leave_out(&mut self, sample: &Sample<'_>, is_out: impl Fn(u32, u32, Pattern) -> bool + Sync) {
        let Candidates { pairs, patterns, .. } = &self.candidates;
        let of_pair = |(pair, pattern): (&(u32, u32), &Pattern)| is_out(pair.0, pair.1, *pattern);
        let are_out: Vec<bool> = pairs.par_iter().zip(patterns).with_min_len(4096).map(of_pair).collect();
        for ((pair, pattern), _) in pairs.iter().zip(patterns).zip(&are_out).filter(|(_, is_out)| **is_out) {
            if sample.has(pair.0, pair.1) {
                self.apart.push(*pair);
                self.patterns_apart.push(*pattern);
            }
        }
        self.candidates.retain(|place| !are_out[place]);
    }

    /// How often each pattern of levels is met, the sample counted for those it stands for.
    pub(super) fn count(&self) -> Patterns {
        let mut all = count(&self.candidates.patterns);
        for (pattern, n) in count(&self.patterns_apart) {
            *all.entry(pattern).or_default() += n * self.one_in;
        }
        all
    }
}

/// Pairs taken all over the rows, to see how often two persons agree by chance: each row with the rows whose hashes
/// follow its own, about a million pairs and never more than there are. A row more changes the pairs of its neighbours
/// alone.
fn pairs_all_over(rows: &dyn Rows) -> Vec<(u32, u32)> {
    const WANTED: usize = 1_000_000;
    let n = rows.len();
    if n < 2 {
        return Vec::new();
    }
    let mut order: Vec<(u64, u32)> = (0..n as u32).map(|row| (rows.hash(row), row)).collect();
    order.par_sort_unstable();
    let n_next = WANTED.div_ceil(n).min((n - 1) / 2).max(1);
    let mut pairs = Vec::with_capacity(n * n_next);
    for (place, (_, a)) in order.iter().enumerate() {
        pairs.extend((1..=n_next).map(|step| order[(place + step) % n].1).map(|b| (*a.min(&b), *a.max(&b))));
    }
    pairs.retain(|(a, b)| a != b && (rows.group(*a).is_none() || rows.group(*a) != rows.group(*b)));
    pairs
}

/// A pair's weight, or `None` where it is less than `least` bits or the rows say two persons.
fn weigh(rows: &dyn Rows, weights: &Weights, (a, b): (u32, u32), pattern: Pattern, least: f64) -> Option<Scored> {
    if weights.most(pattern) < least || rows.contradict(pattern) {
        return None;
    }
    // Most weigh too little: what takes a look at the texts comes last.
    weights.score_at_least(pattern, &rows.rarity(a, b, pattern), least).filter(|_| !rows.are_two(a, b))
}

/// A probability in bits: the base 2 logarithm of its odds.
pub(super) fn bits_of(probability: f64) -> f64 {
    (probability / (1.0 - probability)).log2()
}

/// A pair that may be one person, and the pass that found it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Likely {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) scored: Scored,
    pub(super) found_by: u8,
    /// Hashes of what the two rows say, to settle ties.
    said: (u64, u64),
}

/// The pairs at or above a probability, best first, ties by what the rows say.
pub(super) fn best_first(rows: &dyn Rows, candidates: &Candidates, weights: &Weights, at_least: f64) -> Vec<Likely> {
    let least = bits_of(at_least);
    let mut likely: Vec<Likely> = (0..candidates.pairs.len())
        .into_par_iter()
        .with_min_len(4096)
        .filter_map(|place| {
            let (pattern, (a, b)) = (candidates.patterns[place], candidates.pairs[place]);
            let scored = weigh(rows, weights, (a, b), pattern, least)?;
            let (p, q) = (rows.hash(a), rows.hash(b));
            Some(Likely { a, b, scored, found_by: candidates.found_by[place], said: (p.min(q), p.max(q)) })
        })
        .collect();
    likely.par_sort_unstable_by(|x, y| {
        let ties = || (x.said, x.a, x.b).cmp(&(y.said, y.a, y.b));
        y.scored.weight.total_cmp(&x.scored.weight).then_with(ties)
    });
    likely
}

/// Rulings, then scores, best first: the links with their fates, and for each row the lowest row of its cluster.
pub(super) fn join(
    rows: &dyn Rows,
    likely: &[Likely],
    rulings: &[Ruling],
    weights: &Weights,
    accept: f64,
) -> (Vec<Link>, Vec<u32>) {
    let mut clusters = Clusters::new((0..rows.len() as u32).map(|row| rows.group(row)));
    let weigh_two = |a: u32, b: u32| {
        let scored = weigh(rows, weights, (a, b), rows.compare(a, b), f64::NEG_INFINITY);
        scored.map_or(f64::NEG_INFINITY, |scored| scored.weight)
    };
    let rulings: BTreeMap<(u32, u32), bool> =
        rulings.iter().map(|ruling| ((ruling.a.min(ruling.b), ruling.a.max(ruling.b)), ruling.same)).collect();
    for (a, b) in rulings.iter().filter(|(_, same)| !**same).map(|(pair, _)| *pair) {
        clusters.keep_apart(a, b);
    }
    let rivals = Rivals::new(rows, likely);
    let is_accepted = |pair: &Likely| pair.scored.probability() >= accept;
    let undecided: Vec<(u32, u32)> = likely
        .par_iter()
        .filter(|pair| is_accepted(pair) && rivals.leave_undecided(rows, pair))
        .map(|pair| (pair.a, pair.b))
        .collect();
    clusters.leave_undecided(&undecided);
    let mut links = Vec::with_capacity(likely.len());
    for ((a, b), same) in &rulings {
        let fate = if *same { clusters.join_as_ruled(*a, *b) } else { LinkFate::RuledApart };
        let pattern = rows.compare(*a, *b);
        let scored = weights.score(pattern, &rows.rarity(*a, *b, pattern));
        links.push(Link { a: *a, b: *b, scored, fate, ruled: Some(*same), found_by: None });
    }
    for pair in likely.iter().filter(|pair| rulings.is_empty() || !rulings.contains_key(&(pair.a, pair.b))) {
        let Likely { a, b, scored, found_by, .. } = *pair;
        let fate = if is_accepted(pair) { clusters.join(a, b, weigh_two) } else { LinkFate::TooWeak };
        links.push(Link { a, b, scored, fate, ruled: None, found_by: Some(found_by) });
    }
    links.par_sort_unstable_by_key(|link| (link.a, link.b));
    let cluster_of = clusters.roots();
    // A weak link between two rows that stronger ones brought together is kept by them.
    for link in &mut links {
        if cluster_of[link.a as usize] == cluster_of[link.b as usize] {
            link.fate = LinkFate::Kept;
        }
    }
    (links, cluster_of)
}

/// Bits by which a pair must be better than another that would take its place.
const ABOUT_AS_GOOD: f64 = 2.0;

/// For each row the likely rows of one other fiche: it is one of them at most.
struct Rivals {
    /// Row, group of the other, other, weight; sorted by the first two.
    of_row: Vec<(u32, u32, u32, f64)>,
}

impl Rivals {
    fn new(rows: &dyn Rows, likely: &[Likely]) -> Self {
        let both_ways = |pair: &Likely| {
            let to = |row: u32, other: u32| Some((row, rows.group(other)?, other, pair.scored.weight));
            [to(pair.a, pair.b), to(pair.b, pair.a)].into_iter().flatten()
        };
        let mut of_row: Vec<_> = likely.iter().flat_map(both_ways).collect();
        of_row.par_sort_unstable_by_key(|(row, group, other, _)| (*row, *group, *other));
        Self { of_row }
    }

    /// Whether one of the two fits another row of the other's group about as well. A row that says the very same is no
    /// rival: the same person was typed twice.
    fn leave_undecided(&self, rows: &dyn Rows, pair: &Likely) -> bool {
        let has_rival = |row: u32, other: u32| {
            let Some(group) = rows.group(other) else { return false };
            let from = self.of_row.partition_point(|(x, g, ..)| (*x, *g) < (row, group));
            let of_group = self.of_row[from..].iter().take_while(|(x, g, ..)| (*x, *g) == (row, group));
            let about_as_good = pair.scored.weight - ABOUT_AS_GOOD;
            of_group
                .filter(|(_, _, rival, weight)| *rival != other && *weight > about_as_good)
                .any(|(_, _, rival, _)| rows.hash(*rival) != rows.hash(other))
        };
        has_rival(pair.a, pair.b) || has_rival(pair.b, pair.a)
    }
}

/// Counts for each pass the links that it alone, or it first, found.
pub(super) fn credit(candidates: &mut Candidates, links: &[Link]) {
    for pass in links.iter().filter(|link| link.fate == LinkFate::Kept).filter_map(|link| link.found_by) {
        candidates.passes[usize::from(pass)].1.new_links += 1;
    }
}
