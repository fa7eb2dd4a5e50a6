//! A register against the truth of a made-up commune: what was lost, what was wrongly joined, what was classed otherwise.
//!
//! The truth is for measuring alone; no stage reads it. Pairs are counted as in record linkage: precision is the share
//! of the pairs found that are true, recall the share of the true pairs that were found, F1 their harmonic mean.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::pairs::PairScores;
use crate::record::Kind;
use crate::store::{BirthRow, LineageRow};

/// What is true of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrueRow {
    /// File name without its folder.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row as the spreadsheet shows it.
    pub row: i64,
    /// Whose row it is.
    pub person: String,
    /// Empty, `on_time` or `late` for a good row, else why it must be quarantined.
    pub expect: String,
}

impl TrueRow {
    fn is_good(&self) -> bool {
        matches!(self.expect.as_str(), "" | "on_time" | "late" | "unknown")
    }
}

/// The truth of a commune.
#[derive(Debug, Clone, Default)]
pub struct Truth {
    /// Rows of census sheets.
    pub census: Vec<TrueRow>,
    /// Rows of birth registers.
    pub births: Vec<TrueRow>,
    /// Pairs of twins, each way or one way.
    pub twins: Vec<(String, String)>,
}

/// How a register compares.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scores {
    /// Rows of truth that have no outcome.
    pub rows_without_outcome: u64,
    /// Rows that are no data by the truth and yet in the register.
    pub no_data_registered: u64,
    /// Good rows.
    pub good_rows: u64,
    /// Good rows registered or merged.
    pub good_rows_kept: u64,
    /// Bad rows.
    pub bad_rows: u64,
    /// Bad rows quarantined.
    pub bad_rows_quarantined: u64,
    /// Bad rows quarantined by the rule that truth expects.
    pub bad_rows_by_the_right_rule: u64,
    /// Census rows with census rows.
    pub census_pairs: PairScores,
    /// Acts with acts.
    pub act_pairs: PairScores,
    /// Acts with census rows.
    pub act_census_pairs: PairScores,
    /// Pairs of twins by the truth.
    pub twins: u64,
    /// Pairs of twins that are one person in the register.
    pub twins_merged: u64,
    /// Persons who have a good census row, by the truth.
    pub persons_true: u64,
    /// Persons in the register who have one of those rows.
    pub persons_found: u64,
    /// Acts that the truth classes.
    pub acts: u64,
    /// Acts classed otherwise, or missing.
    pub acts_classed_otherwise: u64,
}

type Place = (String, String, i64);

/// Compares a register's lineage and births with the truth.
#[must_use]
pub fn evaluate(truth: &Truth, lineage: &[LineageRow], births: &[BirthRow]) -> Scores {
    let base = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let outcomes: BTreeMap<Place, &LineageRow> =
        lineage.iter().map(|row| ((base(&row.file), row.sheet.clone(), row.row), row)).collect();
    let all =
        || truth.census.iter().map(|row| (Kind::Census, row)).chain(truth.births.iter().map(|row| (Kind::Birth, row)));
    let found_of = |row: &TrueRow| outcomes.get(&(row.file.clone(), row.sheet.clone(), row.row)).copied();
    let is_kept = |row: &LineageRow| matches!(row.outcome.as_str(), "registered" | "merged");
    let count = |test: &dyn Fn(&TrueRow) -> bool| all().filter(|(_, row)| test(row)).count() as u64;
    let is_quarantined = |row: &TrueRow| found_of(row).is_some_and(|found| found.outcome == "quarantined");
    let true_places: BTreeSet<Place> = all().map(|(_, row)| (row.file.clone(), row.sheet.clone(), row.row)).collect();

    // Good rows that the register holds or ought to: true person, person found.
    let good: Vec<Judged<'_>> = all()
        .filter(|(_, row)| row.is_good())
        .map(|(kind, row)| (kind, row.person.as_str(), found_of(row).and_then(|found| found.person_id.as_deref())))
        .collect();
    let pairs = |a: Kind, b: Kind| pair_scores(&good, a, b);
    let classed: BTreeMap<Place, &str> =
        births.iter().map(|act| ((base(&act.file), act.sheet.clone(), act.row), act.timeliness.as_str())).collect();
    let judged = || truth.births.iter().filter(|row| matches!(row.expect.as_str(), "on_time" | "late" | "unknown"));
    let census = || good.iter().filter(|(kind, ..)| *kind == Kind::Census);
    let (twins, twins_merged) = twins(truth, &good);
    Scores {
        rows_without_outcome: count(&|row| found_of(row).is_none()),
        no_data_registered: outcomes.iter().filter(|(place, row)| is_kept(row) && !true_places.contains(place)).count()
            as u64,
        good_rows: count(&TrueRow::is_good),
        good_rows_kept: count(&|row| row.is_good() && found_of(row).is_some_and(is_kept)),
        bad_rows: count(&|row| !row.is_good()),
        bad_rows_quarantined: count(&|row| !row.is_good() && is_quarantined(row)),
        bad_rows_by_the_right_rule: count(&|row| {
            let rule = row.expect.replace('_', "-");
            !row.is_good()
                && is_quarantined(row)
                && found_of(row).and_then(|found| found.rule.as_deref()) == Some(&rule)
        }),
        census_pairs: pairs(Kind::Census, Kind::Census),
        act_pairs: pairs(Kind::Birth, Kind::Birth),
        act_census_pairs: pairs(Kind::Census, Kind::Birth),
        twins,
        twins_merged,
        persons_true: census().map(|(_, person, _)| *person).collect::<BTreeSet<_>>().len() as u64,
        persons_found: census().filter_map(|(.., found)| *found).collect::<BTreeSet<_>>().len() as u64,
        acts: judged().count() as u64,
        acts_classed_otherwise: judged()
            .filter(|row| classed.get(&(row.file.clone(), row.sheet.clone(), row.row)) != Some(&row.expect.as_str()))
            .count() as u64,
    }
}

/// A good row: its kind, its true person, the person it is of in the register.
type Judged<'t> = (Kind, &'t str, Option<&'t str>);

/// Pairs of a row of kind `a` and one of kind `b`, each unordered pair once.
fn pair_scores(rows: &[Judged<'_>], a: Kind, b: Kind) -> PairScores {
    let truth = n_pairs(rows.iter().map(|(kind, person, _)| (*kind, (*person, ""))), a, b);
    let found = n_pairs(rows.iter().filter_map(|(kind, _, found)| Some((*kind, ((*found)?, "")))), a, b);
    let both = n_pairs(rows.iter().filter_map(|(kind, person, found)| Some((*kind, (*person, (*found)?)))), a, b);
    PairScores::new(truth, found, both)
}

/// The pairs within groups of rows that share a key: they follow from how many of each kind a group has.
fn n_pairs<'k>(rows: impl Iterator<Item = (Kind, (&'k str, &'k str))>, a: Kind, b: Kind) -> u64 {
    let mut counts: BTreeMap<(&str, &str), (u64, u64)> = BTreeMap::new();
    for (kind, key) in rows {
        let entry = counts.entry(key).or_default();
        entry.0 += u64::from(kind == a);
        entry.1 += u64::from(kind == b);
    }
    counts.values().map(|(of_a, of_b)| if a == b { of_a * of_a.saturating_sub(1) / 2 } else { of_a * of_b }).sum()
}

/// How many pairs of twins there are, and how many share a person in the register.
fn twins(truth: &Truth, rows: &[Judged<'_>]) -> (u64, u64) {
    let mut found_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, person, found) in rows {
        found_of.entry(person).or_default().extend(*found);
    }
    let pairs: BTreeSet<(&str, &str)> = truth
        .twins
        .iter()
        .map(|(a, b)| if a < b { (a.as_str(), b.as_str()) } else { (b.as_str(), a.as_str()) })
        .collect();
    let none = BTreeSet::new();
    let of = |person: &str| found_of.get(person).unwrap_or(&none);
    let merged = pairs.iter().filter(|(a, b)| !of(a).is_disjoint(of(b))).count();
    (pairs.len() as u64, merged as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(row: i64, person: &str, expect: &str) -> TrueRow {
        TrueRow { file: "a.csv".into(), sheet: String::new(), row, person: person.into(), expect: expect.into() }
    }

    fn outcome(row: i64, outcome: &str, person: Option<&str>, rule: Option<&str>) -> LineageRow {
        LineageRow {
            file: "census/a.csv".into(),
            row,
            outcome: outcome.into(),
            person_id: person.map(str::to_owned),
            rule: rule.map(str::to_owned),
            ..LineageRow::default()
        }
    }

    #[test]
    fn each_kind_of_error_is_counted() {
        let census = vec![
            row(2, "1", ""),
            row(3, "1", ""),
            row(4, "2", ""),
            row(5, "3", "future_date"),
            row(6, "4", ""),
            row(7, "5", ""),
        ];
        let truth =
            Truth { census, births: Vec::new(), twins: vec![("2".into(), "4".into()), ("4".into(), "2".into())] };
        let lineage = [
            outcome(1, "registered", Some("H"), None),
            outcome(2, "registered", Some("A"), None),
            outcome(3, "registered", Some("B"), None),
            outcome(4, "registered", Some("C"), None),
            outcome(5, "quarantined", None, Some("impossible-date")),
            outcome(6, "merged", Some("C"), None),
        ];
        let scores = evaluate(&truth, &lineage, &[]);
        assert_eq!((scores.rows_without_outcome, scores.no_data_registered), (1, 1));
        assert_eq!((scores.good_rows, scores.good_rows_kept), (5, 4));
        assert_eq!((scores.bad_rows, scores.bad_rows_quarantined, scores.bad_rows_by_the_right_rule), (1, 1, 0));
        assert_eq!((scores.census_pairs.truth, scores.census_pairs.found, scores.census_pairs.both), (1, 1, 0));
        assert_eq!((scores.twins, scores.twins_merged), (1, 1));
        assert_eq!((scores.persons_true, scores.persons_found), (4, 3));
    }
}
