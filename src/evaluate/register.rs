//! Scores a register against a truth: lost rows, wrongly joined rows, wrong timeliness.
//!
//! A score without a truth is null, never 0.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::errors::{ErrorClassifier, Errors, LabelledRow};
use super::pairs::{
    Calibration, ClusterScores, PairScores, ScoredPair, THRESHOLDS, ThresholdScores, by_threshold, calibration,
    clusters, n_pairs,
};
use super::truth::{TrueRow, Truth};
use crate::record::Kind;
use crate::store::{BirthRow, LineageRow, LinkRow, PersonRow};

/// The tables of the register to score.
#[derive(Debug, Clone, Copy)]
pub struct RegisterView<'t> {
    /// The outcome of each row.
    pub lineage: &'t [LineageRow],
    /// The persons.
    pub persons: &'t [PersonRow],
    /// The acts.
    pub births: &'t [BirthRow],
    /// The scored pairs.
    pub links: &'t [LinkRow],
    /// Probability from which scored pairs are stored.
    pub links_from: f64,
}

/// The scores of a register.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scores {
    /// Rows of the truth without outcome.
    pub rows_without_outcome: u64,
    /// Registered rows that are no data by the truth; null if the truth may not name every row.
    pub no_data_registered: Option<u64>,
    /// Good rows.
    pub good_rows: u64,
    /// Good rows registered or merged.
    pub good_rows_kept: u64,
    /// Bad rows.
    pub bad_rows: u64,
    /// Bad rows quarantined.
    pub bad_rows_quarantined: u64,
    /// Bad rows quarantined by the expected rule.
    pub bad_rows_by_the_right_rule: u64,
    /// Pairs of two census rows.
    pub census_pairs: PairScores,
    /// Pairs of two acts. This and all figures of acts are null without a truth of acts.
    pub act_pairs: Option<PairScores>,
    /// Pairs of an act and a census row.
    pub act_census_pairs: Option<PairScores>,
    /// Pairs of twins by the truth; null without a truth of twins.
    pub twins: Option<u64>,
    /// Pairs of twins that are one person in the register.
    pub twins_merged: Option<u64>,
    /// True persons with a good census row.
    pub persons_true: u64,
    /// Registered persons with one of those rows.
    pub persons_found: u64,
    /// Found / true: size of the register against the true size; null without persons.
    pub persons_ratio: Option<f64>,
    /// Acts with a true timeliness.
    pub acts: Option<u64>,
    /// Acts whose timeliness in the register is missing or differs.
    pub acts_classed_otherwise: Option<u64>,
    /// Persons as clusters of their good census rows.
    pub census_clusters: ClusterScores,
    /// Persons as clusters of all their good rows.
    pub clusters: ClusterScores,
    /// The stored links between good rows.
    pub links: LinkScores,
    /// The wrong pairs of good rows by cause.
    pub errors: Errors,
}

/// Stored links between good rows against the truth, before clustering.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkScores {
    /// Lowest probability of a stored link.
    pub stored_from: f64,
    /// Stored links with a row that is not a good row of the truth.
    pub pairs_not_judged: u64,
    /// At thresholds from `stored_from` on, against all true pairs of good rows.
    pub by_threshold: Vec<ThresholdScores>,
    /// Calibration of the probabilities, without the pairs that a person decided.
    pub calibration: Calibration,
}

/// Scores a register against a truth.
#[must_use]
pub fn evaluate(truth: &Truth, register: &RegisterView<'_>) -> Scores {
    let outcomes = OutcomeIndex::new(register.lineage);
    let rows = true_rows(truth, &outcomes);
    let has_acts = match truth {
        Truth::Commune { births, .. } => births.is_some(),
        Truth::Some(_) => rows.iter().any(|row| row.kind == Kind::Birth),
    };
    let count = |test: &dyn Fn(&LabelledRow<'_>) -> bool| rows.iter().filter(|row| test(row)).count() as u64;

    let good: Vec<&LabelledRow<'_>> = rows.iter().filter(|row| row.truth.is_good()).collect();
    let census: Vec<&LabelledRow<'_>> = good.iter().copied().filter(|row| row.kind == Kind::Census).collect();
    let persons_true = census.iter().map(|row| row.person()).collect::<BTreeSet<_>>().len() as u64;
    let persons_found = census.iter().filter_map(|row| row.found()).collect::<BTreeSet<_>>().len() as u64;
    let twins = twin_pairs(truth);

    let labels_of = |rows: &[&LabelledRow<'_>]| {
        (labels(rows.iter().map(|row| row.found())), labels(rows.iter().map(|row| Some(row.person()))))
    };
    let (found_labels, true_labels) = labels_of(&good);
    let (found_of_census, true_of_census) = labels_of(&census);
    let all_clusters = clusters(&found_labels, &true_labels);
    let links = links_of(&good, register.links);
    let classifier = ErrorClassifier {
        rows: &good,
        found: &found_labels,
        truth: &true_labels,
        links: &links,
        persons: register.persons.iter().map(|person| (person.person_id.as_str(), person)).collect(),
        twins: twins.as_ref(),
    };
    let acts = || rows.iter().filter(|row| row.kind == Kind::Birth && row.truth.has_timeliness());
    let classed: BTreeMap<PlaceRef<'_>, &str> =
        register.births.iter().map(|act| ((&*act.file, &*act.sheet, act.row), &*act.timeliness)).collect();
    let has_true_timeliness = |row: &LabelledRow<'_>| {
        row.outcome.and_then(|found| classed.get(&place(found))) == Some(&row.truth.expect.as_str())
    };
    let is_quarantined = |row: &LabelledRow<'_>| row.outcome.is_some_and(|found| found.outcome == "quarantined");
    let is_caught = |row: &LabelledRow<'_>| !row.truth.is_good() && is_quarantined(row);
    Scores {
        rows_without_outcome: count(&|row| row.outcome.is_none()),
        no_data_registered: n_no_data_registered(truth, &rows, register.lineage),
        good_rows: good.len() as u64,
        good_rows_kept: count(&|row| row.truth.is_good() && row.outcome.is_some_and(is_registered)),
        bad_rows: count(&|row| !row.truth.is_good()),
        bad_rows_quarantined: count(&is_caught),
        bad_rows_by_the_right_rule: count(&|row| {
            let rule = row.truth.expect.replace('_', "-");
            is_caught(row) && row.outcome.and_then(|found| found.rule.as_deref()) == Some(&rule)
        }),
        census_pairs: pair_scores(&good, Kind::Census, Kind::Census),
        act_pairs: has_acts.then(|| pair_scores(&good, Kind::Birth, Kind::Birth)),
        act_census_pairs: has_acts.then(|| pair_scores(&good, Kind::Census, Kind::Birth)),
        twins: twins.as_ref().map(|twins| twins.len() as u64),
        twins_merged: twins.as_ref().map(|twins| n_twins_merged(twins, &good)),
        persons_true,
        persons_found,
        persons_ratio: (persons_true > 0).then(|| persons_found as f64 / persons_true as f64),
        acts: has_acts.then(|| acts().count() as u64),
        acts_classed_otherwise: has_acts.then(|| acts().filter(|row| !has_true_timeliness(row)).count() as u64),
        census_clusters: clusters(&found_of_census, &true_of_census),
        clusters: all_clusters,
        links: link_scores(register, &links, all_clusters.pairs.truth, &true_labels),
        errors: classifier.errors(),
    }
}

/// File, sheet and row.
type PlaceRef<'t> = (&'t str, &'t str, i64);

fn place(row: &LineageRow) -> PlaceRef<'_> {
    (&row.file, &row.sheet, row.row)
}

/// The outcome of each row, by path of the file and by its name alone.
struct OutcomeIndex<'t> {
    by_path: BTreeMap<PlaceRef<'t>, &'t LineageRow>,
    by_name: BTreeMap<PlaceRef<'t>, &'t LineageRow>,
}

impl<'t> OutcomeIndex<'t> {
    fn new(lineage: &'t [LineageRow]) -> Self {
        let by = |name: fn(&str) -> &str| {
            lineage.iter().map(|row| ((name(&row.file), row.sheet.as_str(), row.row), row)).collect()
        };
        Self { by_path: by(|path| path), by_name: by(|path| path.rsplit('/').next().unwrap_or(path)) }
    }

    fn of(&self, row: &TrueRow) -> Option<&'t LineageRow> {
        let rows = if row.file.contains('/') { &self.by_path } else { &self.by_name };
        rows.get(&(row.file.as_str(), row.sheet.as_str(), row.row)).copied()
    }
}

/// The rows of the truth. Without a stated kind, a row has the kind as which its file was read.
fn true_rows<'t>(truth: &'t Truth, outcomes: &OutcomeIndex<'t>) -> Vec<LabelledRow<'t>> {
    let labelled_row = |truth: &'t TrueRow, kind: Option<Kind>| {
        let outcome = outcomes.of(truth);
        let is_act = outcome.is_some_and(|found| found.kind == "birth");
        LabelledRow { truth, kind: kind.unwrap_or(if is_act { Kind::Birth } else { Kind::Census }), outcome }
    };
    match truth {
        Truth::Commune { census, births, .. } => {
            let census = census.iter().map(|row| labelled_row(row, Some(Kind::Census)));
            census.chain(births.iter().flatten().map(|row| labelled_row(row, Some(Kind::Birth)))).collect()
        }
        Truth::Some(rows) => rows.iter().map(|row| labelled_row(row, None)).collect(),
    }
}

fn is_registered(row: &LineageRow) -> bool {
    matches!(row.outcome.as_str(), "registered" | "merged")
}

fn n_no_data_registered(truth: &Truth, rows: &[LabelledRow<'_>], lineage: &[LineageRow]) -> Option<u64> {
    let Truth::Commune { births, .. } = truth else { return None };
    let named: BTreeSet<PlaceRef<'_>> = rows.iter().filter_map(|row| row.outcome.map(place)).collect();
    let is_judged = |row: &&LineageRow| births.is_some() || row.kind != "birth";
    let kept = lineage.iter().filter(|row| is_registered(row)).filter(is_judged);
    Some(kept.filter(|row| !named.contains(&place(row))).count() as u64)
}

/// A label for each key. Equal keys share a label, and a row without key has a label of its own.
fn labels<'k>(keys: impl Iterator<Item = Option<&'k str>>) -> Vec<u32> {
    let mut known: BTreeMap<&str, u32> = BTreeMap::new();
    let label = |(fresh, key): (u32, Option<&'k str>)| key.map_or(fresh, |key| *known.entry(key).or_insert(fresh));
    (0_u32..).zip(keys).map(label).collect()
}

/// Scores of the pairs of a row of kind `a` with one of kind `b`, each unordered pair once.
fn pair_scores(rows: &[&LabelledRow<'_>], a: Kind, b: Kind) -> PairScores {
    let truth = n_pairs_of(rows.iter().map(|row| (row.kind, (row.person(), ""))), a, b);
    let found = n_pairs_of(rows.iter().filter_map(|row| Some((row.kind, (row.found()?, "")))), a, b);
    let both = n_pairs_of(rows.iter().filter_map(|row| Some((row.kind, (row.person(), row.found()?)))), a, b);
    PairScores::new(truth, found, both)
}

/// Number of such pairs among rows with the same key, from the number of rows of each kind.
fn n_pairs_of<'k>(rows: impl Iterator<Item = (Kind, (&'k str, &'k str))>, a: Kind, b: Kind) -> u64 {
    let mut counts: BTreeMap<(&str, &str), (u64, u64)> = BTreeMap::new();
    for (kind, key) in rows {
        let entry = counts.entry(key).or_default();
        entry.0 += u64::from(kind == a);
        entry.1 += u64::from(kind == b);
    }
    counts.values().map(|(of_a, of_b)| if a == b { n_pairs(*of_a) } else { of_a * of_b }).sum()
}

/// Each pair of twins once, lower name first.
fn twin_pairs(truth: &Truth) -> Option<BTreeSet<(&str, &str)>> {
    let Truth::Commune { twins: Some(twins), .. } = truth else { return None };
    Some(twins.iter().map(|(a, b)| (a.min(b).as_str(), a.max(b).as_str())).collect())
}

/// Number of twin pairs that share a registered person.
fn n_twins_merged(twins: &BTreeSet<(&str, &str)>, good: &[&LabelledRow<'_>]) -> u64 {
    let mut found_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in good {
        found_of.entry(row.person()).or_default().extend(row.found());
    }
    let both = twins.iter().filter_map(|(a, b)| found_of.get(a).zip(found_of.get(b)));
    both.filter(|(a, b)| !a.is_disjoint(b)).count() as u64
}

/// The links between good rows, by the indexes of the rows.
fn links_of<'t>(good: &[&LabelledRow<'t>], links: &'t [LinkRow]) -> Vec<(u32, u32, &'t LinkRow)> {
    let indexes: BTreeMap<PlaceRef<'_>, u32> =
        good.iter().zip(0_u32..).filter_map(|(row, index)| row.outcome.map(|found| (place(found), index))).collect();
    let of_link = |link: &'t LinkRow| {
        let a = indexes.get(&(&*link.file_a, &*link.sheet_a, link.row_a))?;
        let b = indexes.get(&(&*link.file_b, &*link.sheet_b, link.row_b))?;
        Some((*a, *b, link))
    };
    links.iter().filter_map(of_link).collect()
}

fn link_scores(
    register: &RegisterView<'_>,
    links: &[(u32, u32, &LinkRow)],
    n_true_pairs: u64,
    truth: &[u32],
) -> LinkScores {
    let scored = |(a, b, link): &(u32, u32, &LinkRow)| ScoredPair { a: *a, b: *b, probability: link.match_probability };
    let pairs: Vec<ScoredPair> = links.iter().map(scored).collect();
    let by_score: Vec<ScoredPair> =
        links.iter().filter(|(_, _, link)| link.decided_by != "person").map(scored).collect();
    let thresholds: Vec<f64> = THRESHOLDS.into_iter().filter(|threshold| *threshold >= register.links_from).collect();
    LinkScores {
        stored_from: register.links_from,
        pairs_not_judged: (register.links.len() - links.len()) as u64,
        by_threshold: by_threshold(&pairs, &thresholds, n_true_pairs, truth),
        calibration: calibration(&by_score, truth),
    }
}
