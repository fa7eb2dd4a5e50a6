//! Draws a random sample of the register's pairs to judge: from its rulings, precision and recall of the register are
//! estimated.
//!
//! The pairs lie in layers: merged or apart, and by probability. Merged are all pairs of rows of one person, also those
//! without a link. Apart are the links between rows of two persons. In each layer the pairs with the lowest hashes are
//! drawn, so that the same generation gives the same sample and a larger sample contains a smaller one. Pairs on which
//! a person ruled are known and not drawn.

use std::collections::{BTreeSet, BinaryHeap, HashSet};
use std::path::Path;

use crate::config::Config;
use crate::error::Result;
use crate::ingest;
use crate::messages::Messages;
use crate::record::{Fnv, SampleLayer};
use crate::report::{self, RegisterSample};
use crate::review::{self, NumberedLink, PairDecider, ReviewKind, ReviewPair, ReviewRow, RowPair};
use crate::store::{self, OutputPath, Store, replace_file};

use super::access::Access;
use super::register_pairs::RegisterPairs;
use super::{current, pairs};

/// A layer: its name, the lowest probability, and the share of wrong pairs for which the size of its sample is chosen.
type LayerPlan = (&'static str, f64, f64);

/// The layers of merged pairs. The first is of pairs without a link.
const MERGED: [LayerPlan; 6] = [
    ("merged-unlinked", f64::NEG_INFINITY, 0.2),
    ("merged-0", 0.0, 0.3),
    ("merged-0.9", 0.9, 0.15),
    ("merged-0.99", 0.99, 0.05),
    ("merged-0.999", 0.999, 0.005),
    ("merged-0.9999", 0.9999, 0.002),
];
/// The layers of pairs apart. The first is of pairs that a rule keeps apart.
const APART: [LayerPlan; 5] = [
    ("apart-rule", f64::NEG_INFINITY, 0.05),
    ("apart-0", 0.0, 0.05),
    ("apart-0.3", 0.3, 0.1),
    ("apart-0.5", 0.5, 0.2),
    ("apart-0.7", 0.7, 0.3),
];
/// The share of the sample that is drawn from merged pairs: they are many, and their errors few.
const MERGED_SHARE: f64 = 2.0 / 3.0;
/// Fewest pairs drawn from a layer.
const FEWEST: usize = 8;

/// A pair of a layer: its hash, its two rows by number.
type HashedPair = (u64, [u32; 2]);

/// The number of pairs of a layer, and those with the lowest hashes.
struct Layer {
    plan: LayerPlan,
    n_pairs: u64,
    lowest: BinaryHeap<HashedPair>,
}

/// Writes the workbook of a sample of `n` pairs of the register in use, and returns how many pairs it holds.
///
/// # Errors
/// `no-register`, `review-not-made`; those of the store and the file system.
pub fn sample_export(clean: &Path, out: &OutputPath, n: usize, messages: &Messages, access: &Access) -> Result<u64> {
    let generation = current(clean)?;
    let register = RegisterPairs::read(&generation)?;
    let drawn = draw(&register, generation.number, n);
    let rows: BTreeSet<u32> = drawn.iter().flat_map(|(_, (_, rows))| *rows).collect();
    let places = register.places_of(&generation, &rows)?;
    drop(register);
    let pair = |(_, (_, rows)): &(SampleLayer, HashedPair)| RowPair {
        places: rows.map(|row| places.get(&row).cloned().unwrap_or_default()),
        ..RowPair::default()
    };
    let pairs: Vec<RowPair> = drawn.iter().map(pair).collect();
    let rows = pairs::review_rows(&generation, &pairs.iter().flat_map(|pair| &pair.places).collect())?;
    let blank = ReviewRow::default();
    let review_pair = |((layer, _), pair): (&(SampleLayer, HashedPair), _)| -> ReviewPair<'_> {
        let pair: &RowPair = pair;
        let rows = pair.places.each_ref().map(|place| rows.get(place).unwrap_or(&blank));
        ReviewPair { pair, rows, sample: layer.to_text() }
    };
    let review: Vec<ReviewPair<'_>> = drawn.iter().zip(&pairs).map(review_pair).collect();
    let bytes = review::workbook(&review, ReviewKind::Sample, messages)?;
    super::review::refuse_judged(out)?;
    let n = review.len() as u64;
    access.log(&Store::open(clean)?, "review", "sample", n)?;
    store::list_output_folder(clean, out.path());
    replace_file(out, &bytes)?;
    Ok(n)
}

/// Returns what the last sample with a ruling says about its register.
///
/// # Errors
/// Those of reading the decisions.
pub fn sample_estimate(raw: &Path, config: &Config) -> Result<Option<RegisterSample>> {
    Ok(report::last_sample(&ingest::read_decisions(raw, &config.ingest)?.samples))
}

/// Draws the sample, in the order of the hashes: merged pairs and pairs apart are mixed.
fn draw(register: &RegisterPairs, generation: u64, n: usize) -> Vec<(SampleLayer, HashedPair)> {
    let mut layers: Vec<Layer> =
        MERGED.iter().chain(&APART).map(|plan| Layer { plan: *plan, n_pairs: 0, lowest: BinaryHeap::new() }).collect();
    let mut put = |layer: usize, rows: [u32; 2]| {
        let layer = &mut layers[layer];
        layer.n_pairs += 1;
        let mut hashes = rows.map(|row| register.hashes[row as usize]);
        hashes.sort_unstable();
        let hash = hashes
            .iter()
            .fold(Fnv::default().with(&generation.to_le_bytes()), |hash, row| hash.with(&row.to_le_bytes()));
        let pair = (hash.finish(), rows);
        if layer.lowest.len() < n {
            layer.lowest.push(pair);
        } else if layer.lowest.peek().is_some_and(|highest| pair < *highest) {
            layer.lowest.pop();
            layer.lowest.push(pair);
        }
    };
    let is_asked = |link: &&NumberedLink| link.decided_by != PairDecider::Person;
    for link in register.links.iter().filter(is_asked) {
        put(layer_of(link), link.rows);
    }
    for rows in unlinked(register) {
        put(0, rows);
    }
    let n_ruled = register.links.iter().filter(|link| !is_asked(link) && link.is_merged()).count() as u64;
    let (merged, apart) = layers.split_at_mut(MERGED.len());
    let n_pairs = |layers: &[Layer]| layers.iter().map(|layer| layer.n_pairs as usize).sum::<usize>();
    // What one side lacks is drawn from the other.
    let n_merged = (n as f64 * MERGED_SHARE).round() as usize;
    let n_merged = n_merged.max(n.saturating_sub(n_pairs(apart))).min(n_pairs(merged));
    let mut drawn = Vec::with_capacity(n);
    for (layers, n) in [(merged, n_merged), (apart, n - n_merged)] {
        let sizes = sizes(layers, n);
        for (layer, size) in layers.iter_mut().zip(sizes) {
            let name = layer.plan.0.to_owned();
            let of_layer = SampleLayer { generation, name, n_pairs: layer.n_pairs, n_ruled };
            let lowest = std::mem::take(&mut layer.lowest).into_sorted_vec();
            drawn.extend(lowest.into_iter().take(size).map(|pair| (of_layer.clone(), pair)));
        }
    }
    drawn.sort_by_key(|(_, pair)| *pair);
    drawn
}

/// Returns the index of a link's layer.
fn layer_of(link: &NumberedLink) -> usize {
    let (first, layers) = if link.is_merged() { (0, &MERGED[..]) } else { (MERGED.len(), &APART[..]) };
    if !link.is_merged() && link.decided_by == PairDecider::Rule {
        return first;
    }
    first + layers.iter().rposition(|(_, lowest, _)| link.probability >= *lowest).unwrap_or(1).max(1)
}

/// Returns the pairs of rows of one person between which no link is stored.
fn unlinked(register: &RegisterPairs) -> impl Iterator<Item = [u32; 2]> + '_ {
    let mut by_person: Vec<u32> = (0..register.person_of.len() as u32).collect();
    by_person.sort_by_key(|row| (register.person_of[*row as usize], *row));
    let in_order = |[a, b]: [u32; 2]| [a.min(b), a.max(b)];
    let merged = register.links.iter().filter(|link| link.is_merged());
    let linked: HashSet<[u32; 2]> = merged.map(|link| in_order(link.rows)).collect();
    let mut rows = by_person.into_iter().peekable();
    let mut of_person: Vec<u32> = Vec::new();
    std::iter::from_fn(move || {
        let row = rows.next()?;
        let is_same = |other: &u32| register.person_of[*other as usize] == register.person_of[row as usize];
        if !of_person.first().is_some_and(is_same) {
            of_person.clear();
        }
        let pairs: Vec<[u32; 2]> =
            of_person.iter().map(|other| in_order([*other, row])).filter(|pair| !linked.contains(pair)).collect();
        of_person.push(row);
        Some(pairs)
    })
    .flatten()
}

/// Divides `n` over layers so that the variance of the sum is least (Neyman 1934), at least [`FEWEST`] each.
fn sizes(layers: &[Layer], n: usize) -> Vec<usize> {
    let weight = |layer: &Layer| {
        let (_, _, wrong) = layer.plan;
        layer.n_pairs as f64 * (wrong * (1.0 - wrong)).sqrt()
    };
    let all: f64 = layers.iter().map(weight).sum();
    let size = |layer: &Layer| {
        let own = if all > 0.0 { (n as f64 * weight(layer) / all).round() as usize } else { 0 };
        own.max(FEWEST).min(usize::try_from(layer.n_pairs).unwrap_or(usize::MAX))
    };
    let mut sizes: Vec<usize> = layers.iter().map(size).collect();
    // What is left over, or too much, goes to the layers of most weight.
    let mut by_weight: Vec<usize> = (0..layers.len()).collect();
    by_weight.sort_by(|x, y| weight(&layers[*y]).total_cmp(&weight(&layers[*x])).then(x.cmp(y)));
    for layer in by_weight {
        let others: usize = sizes.iter().sum::<usize>() - sizes[layer];
        let most = usize::try_from(layers[layer].n_pairs).unwrap_or(usize::MAX);
        sizes[layer] = n.saturating_sub(others).clamp(FEWEST.min(most), most);
    }
    sizes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A register of persons with so many rows each; rows of a person are linked in a chain.
    fn register(n_rows: &[u32], apart: &[([u32; 2], f64)]) -> RegisterPairs {
        let person_of: Vec<u32> =
            (0..).zip(n_rows).flat_map(|(person, n)| std::iter::repeat_n(person, *n as usize)).collect();
        let hashes = (0..person_of.len() as u64).map(|row| row * 1_000).collect();
        let link = |rows: [u32; 2], probability: f64| NumberedLink {
            place: 0,
            rows,
            persons: rows.map(|row| person_of[row as usize]),
            weight: 0.0,
            probability,
            decided_by: PairDecider::Score,
        };
        let chain = (1..person_of.len() as u32).map(|row| link([row - 1, row], 0.99995));
        let mut links: Vec<NumberedLink> = chain.filter(NumberedLink::is_merged).collect();
        links.extend(apart.iter().map(|(rows, probability)| link(*rows, *probability)));
        RegisterPairs { hashes, person_of, n_rows: n_rows.to_vec(), links }
    }

    #[test]
    fn every_pair_is_in_one_layer_and_the_sample_has_its_size() {
        let n_rows = [vec![4; 50], vec![1; 40], vec![2; 400]].concat();
        let apart: Vec<_> = (200..239).map(|row| ([row, row + 1], 0.2 + f64::from(row % 5) * 0.15)).collect();
        let register = register(&n_rows, &apart);
        let drawn = draw(&register, 3, 150);
        let layers: BTreeSet<_> = drawn.iter().map(|(layer, _)| (layer.name.as_str(), layer.n_pairs)).collect();
        // Persons of four rows: three linked pairs, three without a link.
        assert!(layers.contains(&("merged-unlinked", 150)) && layers.contains(&("merged-0.9999", 550)), "{layers:?}");
        let n_apart: u64 = layers.iter().filter(|(name, _)| name.starts_with("apart-")).map(|(_, n)| n).sum();
        assert_eq!(n_apart, 39);
        assert_eq!(drawn.iter().filter(|(layer, _)| layer.is_merged()).count(), 111);
        let pairs: BTreeSet<[u32; 2]> = drawn.iter().map(|(_, (_, rows))| *rows).collect();
        assert_eq!((pairs.len(), drawn.len()), (150, 150));
        for (layer, (_, [a, b])) in &drawn {
            assert_eq!(register.person_of[*a as usize] == register.person_of[*b as usize], layer.is_merged());
        }
        // The same generation gives the same sample, another one another.
        assert_eq!(draw(&register, 3, 150), drawn);
        assert_ne!(draw(&register, 4, 150), drawn);
    }

    #[test]
    fn each_pair_of_a_layer_is_drawn_equally_often() {
        let register = register(&[2; 60], &[]);
        let mut n_drawn = [0_u32; 60];
        for generation in 0..2_000 {
            for (_, (_, rows)) in draw(&register, generation, 12) {
                n_drawn[rows[0] as usize / 2] += 1;
            }
        }
        // 400 expected, standard deviation 18.
        assert!(n_drawn.iter().all(|n| (325..475).contains(n)), "{n_drawn:?}");
    }
}
