//! Reads all rows, persons and links of a generation as numbers, from which a review chooses the pairs to judge.

use std::collections::{BTreeSet, HashMap};

use crate::error::Result;
use crate::record::Fnv;
use crate::review::{NumberedLink, PairDecider, RowPair, RowPlace};
use crate::store::{Generation, LineageRow, LinkRow};

use super::pairs;

/// The columns of `lineage` that are not needed to number its rows.
const NOT_READ: &[&str] =
    &["kind", "outcome", "rule", "match_probability", "row_key", "household_id", "typed", "founded_id", "says"];

/// The rows with a person, numbered by the hash of their place, and the links between them.
pub(super) struct RegisterPairs {
    /// Hashes of the places, ascending. The number of a row is its index.
    pub(super) hashes: Vec<u64>,
    /// The person of each row.
    pub(super) person_of: Vec<u32>,
    /// The number of rows of each person.
    pub(super) n_rows: Vec<u32>,
    pub(super) links: Vec<NumberedLink>,
}

impl RegisterPairs {
    pub(super) fn read(generation: &Generation) -> Result<Self> {
        let of_group = |_, rows: Vec<LineageRow>| -> Vec<(u64, u64)> {
            let numbered = rows.iter().filter_map(|row| {
                let person = Fnv::default().with(row.person_id.as_ref()?.as_bytes()).finish();
                Some((hash_of(&row.file, &row.sheet, row.row), person))
            });
            numbered.collect()
        };
        let mut rows: Vec<(u64, u64)> =
            generation.map_groups(NOT_READ, &|_| true, &of_group)?.into_iter().flatten().collect();
        rows.sort_unstable();
        let (mut numbers, mut n_rows) = (HashMap::new(), Vec::new());
        let mut hashes = Vec::with_capacity(rows.len());
        let mut person_of = Vec::with_capacity(rows.len());
        for (hash, person) in rows {
            let number = *numbers.entry(person).or_insert_with(|| {
                n_rows.push(0);
                n_rows.len() as u32 - 1
            });
            n_rows[number as usize] += 1;
            hashes.push(hash);
            person_of.push(number);
        }
        let mut all = Self { hashes, person_of, n_rows, links: Vec::new() };
        let of_group = |places: std::ops::Range<usize>, links: Vec<LinkRow>| -> Vec<NumberedLink> {
            places.zip(&links).filter_map(|(place, link)| all.numbered(place, link)).collect()
        };
        let links = generation.map_groups(&["comparisons"], &|_| true, &of_group)?;
        all.links = links.into_iter().flatten().collect();
        Ok(all)
    }

    fn numbered(&self, place: usize, link: &LinkRow) -> Option<NumberedLink> {
        let sides = [(&link.file_a, &link.sheet_a, link.row_a), (&link.file_b, &link.sheet_b, link.row_b)];
        let [a, b] = sides.map(|(file, sheet, row)| self.hashes.binary_search(&hash_of(file, sheet, row)).ok());
        let rows = [a? as u32, b? as u32];
        let decided_by = match link.decided_by.as_str() {
            "person" => PairDecider::Person,
            "rule" => PairDecider::Rule,
            _ => PairDecider::Score,
        };
        let persons = rows.map(|row| self.person_of[row as usize]);
        let (weight, probability) = (link.match_weight, link.match_probability);
        Some(NumberedLink { place: place as u32, rows, persons, weight, probability, decided_by })
    }

    /// Returns the places of some rows, by their numbers.
    pub(super) fn places_of(&self, generation: &Generation, rows: &BTreeSet<u32>) -> Result<HashMap<u32, RowPlace>> {
        let of_group = |_, lines: Vec<LineageRow>| -> Vec<(u32, RowPlace)> {
            let wanted = lines.into_iter().filter_map(|line| {
                let number = self.hashes.binary_search(&hash_of(&line.file, &line.sheet, line.row)).ok()? as u32;
                let place = RowPlace { file: line.file, sheet: line.sheet, row: line.row };
                rows.contains(&number).then_some((number, place))
            });
            wanted.collect()
        };
        Ok(generation.map_groups(NOT_READ, &|_| true, &of_group)?.into_iter().flatten().collect())
    }
}

/// Returns the links at some places of their table.
pub(super) fn links_at(generation: &Generation, places: &BTreeSet<u32>) -> Result<HashMap<u32, RowPair>> {
    let has_some = |group: &std::ops::Range<usize>| places.range(group.start as u32..group.end as u32).next().is_some();
    let of_group = |group: std::ops::Range<usize>, links: Vec<LinkRow>| -> Vec<(u32, RowPair)> {
        let wanted = group.zip(links).filter(|(place, _)| places.contains(&(*place as u32)));
        wanted.map(|(place, link)| (place as u32, pairs::row_pair(link))).collect()
    };
    Ok(generation.map_groups(&[], &has_some, &of_group)?.into_iter().flatten().collect())
}

fn hash_of(file: &str, sheet: &str, row: i64) -> u64 {
    Fnv::default().with(file.as_bytes()).with(sheet.as_bytes()).with(&row.to_le_bytes()).finish()
}
