//! The order in which the pairs of a generation are judged. It is computed once and stored in the folder `judging` of
//! the desk's work, a file for each list, a line for each pair: its identifier and the pair as JSON.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::record::{Fnv, RowRef};
use crate::review::{self, RankedPair, RowPair, RowPlace};
use crate::store::{self, Generation, LineageRow, OutputPath};

use super::super::reader::scan;
use super::super::register_pairs::{RegisterPairs, links_at};
use super::PairList;

/// The word with which this program is started again to compute the order of the pairs.
pub const ORDER_PAIRS: &str = "order-pairs";

/// The first word of a file of pairs.
const FORMAT: &str = "bato-pairs-1";
/// Most pairs of a list. More than an agent judges between two runs.
pub(super) const MOST_PAIRS: usize = 10_000;

/// A row of a pair, as the order and the pairs in hand store it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub(super) struct PairSide {
    pub(super) key: String,
    pub(super) file: String,
    pub(super) sheet: String,
    pub(super) row: i64,
    /// Nom, post-nom, prénom and day of birth of the person; "" in the order.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) says: String,
}

impl PairSide {
    pub(super) fn row_ref(&self) -> RowRef {
        RowRef {
            key: self.key.clone(),
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            row: self.row,
            name_and_birth: self.says.clone(),
        }
    }

    pub(super) fn place(&self) -> RowPlace {
        RowPlace { file: self.file.clone(), sheet: self.sheet.clone(), row: self.row }
    }
}

impl From<&RowRef> for PairSide {
    fn from(row: &RowRef) -> Self {
        let (key, file, sheet, says) =
            (row.key.clone(), row.file.clone(), row.sheet.clone(), row.name_and_birth.clone());
        Self { key, file, sheet, row: row.row, says }
    }
}

/// The identifier of a pair: a hash of the keys and places of both rows, whichever comes first.
pub(super) fn pair_id(sides: [&PairSide; 2]) -> String {
    let mut rows = sides.map(|side| (&side.key, &side.file, &side.sheet, side.row));
    rows.sort_unstable();
    let hash = rows.iter().fold(Fnv::default(), |hash, (key, file, sheet, row)| {
        hash.with(key.as_bytes()).with(file.as_bytes()).with(sheet.as_bytes()).with(&row.to_le_bytes())
    });
    format!("{:016x}", hash.finish())
}

/// The level and the weight of one comparison of a pair.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct JudgedComparison {
    /// The field that was compared, as a code.
    pub comparison: String,
    /// The degree of agreement, as a code.
    pub level: String,
    /// Bits for (above 0) or against.
    pub weight: f64,
}

/// A pair of the order: its rows and what the program makes of them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct OrderEntry {
    pub(super) sides: [PairSide; 2],
    pub(super) probability: f64,
    pub(super) is_merged: bool,
    pub(super) comparisons: Vec<JudgedComparison>,
}

impl OrderEntry {
    pub(super) fn id(&self) -> String {
        pair_id(self.sides.each_ref())
    }
}

/// One list of pairs of a generation, the first to judge first.
pub(super) struct PairOrder {
    text: String,
}

impl PairOrder {
    /// Opens the list of a generation. If it was not computed yet, `worker` (this program, started again) computes it,
    /// or this process where there is none.
    pub(super) fn open(clean: &Path, generation: &Generation, list: PairList, worker: Option<&Path>) -> Result<Self> {
        if let Some(order) = Self::read(clean, generation, list)? {
            return Ok(order);
        }
        let is_made = worker.is_some_and(|program| {
            let mut command = Command::new(program);
            command.arg(ORDER_PAIRS).arg(clean).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        });
        if !is_made || Self::read(clean, generation, list)?.is_none() {
            write_orders(clean, generation)?;
        }
        Self::read(clean, generation, list)?
            .ok_or_else(|| Error::new(ErrorCode::NotFound).at(&path_of(clean, generation.number, list)))
    }

    /// Reads a list; `None` if there is none of this generation.
    pub(super) fn read(clean: &Path, generation: &Generation, list: PairList) -> Result<Option<Self>> {
        let path = path_of(clean, generation.number, list);
        let text = match ingest::read_text_file(&path) {
            Ok(text) => text.unwrap_or_default(),
            Err(fault) if fault.code == ErrorCode::NotText => return Ok(None),
            Err(fault) => return Err(fault),
        };
        let is_own = text.lines().next() == Some(heading(generation).as_str()) && text.ends_with('\n');
        Ok(is_own.then_some(Self { text }))
    }

    /// The identifiers of the pairs, each with the pair as JSON.
    pub(super) fn lines(&self) -> impl Iterator<Item = (&str, &str)> {
        self.text.lines().skip(1).filter_map(|line| line.split_once('\t'))
    }

    /// The pair of an identifier.
    pub(super) fn entry(&self, id: &str) -> Option<OrderEntry> {
        let (_, json) = self.lines().find(|(own, _)| *own == id)?;
        serde_json::from_str(json).ok()
    }
}

/// Computes and stores the lists of the register in use.
///
/// # Errors
/// `no-register`; those of the store and the file system.
pub fn order_pairs(clean: &Path) -> Result<()> {
    write_orders(clean, &super::super::current(clean)?)
}

fn folder_of(clean: &Path) -> PathBuf {
    clean.join("work/judging")
}

fn path_of(clean: &Path, generation: u64, list: PairList) -> PathBuf {
    folder_of(clean).join(format!("pairs-{generation:06}-{}.txt", list.code()))
}

/// The first line of a list, which says of which generation it is.
fn heading(generation: &Generation) -> String {
    format!("{FORMAT} {}", generation.manifest_sha256)
}

fn write_orders(clean: &Path, generation: &Generation) -> Result<()> {
    let folder = folder_of(clean);
    store::create_private_folder(&folder)?;
    let lists = computed(generation)?;
    for entry in std::fs::read_dir(&folder).map_err(|e| Error::io(&folder, &e))?.flatten() {
        // The lists of other generations are of no use any more.
        if entry.file_name().to_string_lossy().starts_with("pairs-") {
            store::remove_file(&entry.path())?;
        }
    }
    for (list, entries) in lists {
        let mut text = heading(generation);
        text.push('\n');
        for entry in entries {
            let json = serde_json::to_string(&entry).map_err(|e| Error::new(ErrorCode::Io).because(e))?;
            text.push_str(&format!("{}\t{json}\n", entry.id()));
        }
        store::write_text(&text, &OutputPath::own(&path_of(clean, generation.number, list)))?;
    }
    Ok(())
}

/// Computes both lists: the open pairs, the most useful first, and the merges, the least certain first.
fn computed(generation: &Generation) -> Result<[(PairList, Vec<OrderEntry>); 2]> {
    let (open, merged) = {
        let register = RegisterPairs::read(generation)?;
        let weights: HashMap<u32, f64> =
            register.links.iter().filter(|link| link.is_merged()).map(|link| (link.place, link.weight)).collect();
        let ranked = review::ranked_pairs(&register.links, &register.n_rows);
        let (mut merged, mut open): (Vec<RankedPair>, Vec<RankedPair>) =
            ranked.into_iter().partition(|pair| weights.contains_key(&pair.place));
        merged.sort_by(|x, y| weights[&x.place].total_cmp(&weights[&y.place]).then_with(|| x.place.cmp(&y.place)));
        open.truncate(MOST_PAIRS);
        merged.truncate(MOST_PAIRS);
        (open, merged)
    };
    let places: BTreeSet<u32> = open.iter().chain(&merged).map(|pair| pair.place).collect();
    let pairs = links_at(generation, &places)?;
    let rows: HashSet<&RowPlace> = pairs.values().flat_map(|pair| &pair.places).collect();
    let rows: HashSet<(&str, &str, i64)> =
        rows.into_iter().map(|place| (place.file.as_str(), place.sheet.as_str(), place.row)).collect();
    let is_of_pair = |row: &LineageRow| rows.contains(&(&row.file, &row.sheet, row.row));
    const NOT_READ: &[&str] = &["kind", "outcome", "rule", "match_probability", "typed", "founded_id", "says"];
    let keys_and_households: HashMap<RowPlace, (String, String)> = scan(generation, NOT_READ, &is_of_pair)?
        .into_iter()
        .map(|found| {
            let place = RowPlace { file: found.row.file, sheet: found.row.sheet, row: found.row.row };
            (place, (found.row.row_key.unwrap_or_default(), found.row.household_id.unwrap_or_default()))
        })
        .collect();
    let household = |place: &RowPlace| keys_and_households.get(place).map_or("", |(_, household)| household.as_str());
    let households = |ranked: &RankedPair| {
        let mut both = pairs.get(&ranked.place).map(|pair| pair.places.each_ref().map(household)).unwrap_or_default();
        both.sort_unstable();
        both
    };
    let open = review::with_households_together(&open, households);
    let entry = |ranked: &RankedPair| Some(order_entry(pairs.get(&ranked.place)?, &keys_and_households));
    Ok([(PairList::Open, open), (PairList::LeastCertain, merged)]
        .map(|(list, ranked)| (list, ranked.iter().filter_map(entry).collect())))
}

fn order_entry(pair: &RowPair, keys: &HashMap<RowPlace, (String, String)>) -> OrderEntry {
    let side = |place: &RowPlace| PairSide {
        key: keys.get(place).map(|(key, _)| key.clone()).unwrap_or_default(),
        file: place.file.clone(),
        sheet: place.sheet.clone(),
        row: place.row,
        says: String::new(),
    };
    let comparison = |own: &review::ComparisonWeight| JudgedComparison {
        comparison: own.comparison.to_owned(),
        level: own.level.clone(),
        weight: own.weight,
    };
    OrderEntry {
        sides: pair.places.each_ref().map(side),
        probability: pair.probability,
        is_merged: pair.is_kept,
        comparisons: pair.comparisons.iter().map(comparison).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_identifier_of_a_pair_is_the_same_from_both_sides() {
        let side =
            |key: &str, row| PairSide { key: key.to_owned(), file: "x.csv".to_owned(), row, ..PairSide::default() };
        let (a, b, copy) = (side("aa", 2), side("bb", 3), side("aa", 4));
        assert_eq!(pair_id([&a, &b]), pair_id([&b, &a]));
        assert_ne!(pair_id([&a, &b]), pair_id([&copy, &b]));
        let said = PairSide { says: "MBALA|||".to_owned(), ..a.clone() };
        assert_eq!(pair_id([&said, &b]), pair_id([&a, &b]));
    }
}
