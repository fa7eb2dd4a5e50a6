//! The coordinator's part in counting the persons of two communes without names (`bato overlap`): a count with an
//! interval for each two communes, and for each commune the numbers of its persons in pairs.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::overlap::{CommuneKeys, N_PASSES, count_interval, match_communes};
use crate::report;
use crate::store::{self, OutputPath, OverlapRow, PairNumberRow};

use super::round_keys::{COORDINATOR, ROUND_FILE, ROUND_FORMAT, ROUND_KEYS_FILE, RoundDescription, columns};

/// The file of counts.
const COUNTS_FILE: &str = "counts.csv";

/// Keys of communes to join.
#[derive(Debug, Clone)]
pub struct OverlapRequest<'a> {
    /// What came from each commune, two or more: the folder with `keys.parquet` and `round.json`.
    pub communes: &'a [PathBuf],
    /// The folder to write.
    pub out: &'a OutputPath,
    /// For invented communes, the numbers of each with their true persons: it measures the pairs.
    pub truth: &'a [PathBuf],
}

/// How many persons two communes share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CommuneOverlap {
    /// The two communes.
    pub communes: [String; 2],
    /// Persons found in both.
    pub found: u64,
    /// Pairs left out because another person fits as well.
    pub ambiguous: u64,
    /// The estimate, and the ends of its interval.
    pub low: u64,
    /// Estimate of the persons in both.
    pub estimate: u64,
    /// Upper end of the interval.
    pub high: u64,
    /// The truth, where it is known.
    pub truth: Option<OverlapTruth>,
}

/// The pairs of two invented communes against their truth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OverlapTruth {
    /// Persons truly in both registers.
    pub shared: u64,
    /// Share of the pairs that are right.
    pub precision: f64,
    /// Share of the shared persons that are in a right pair.
    pub recall: f64,
    /// Whether the interval covers the true number.
    pub is_covered: bool,
}

/// Numbers of persons with their true persons, as text.
type TrueNumbers = Vec<(String, String)>;

/// A commune's part in the round.
struct RoundPart {
    description: RoundDescription,
    keys: CommuneKeys,
    folder: String,
}

/// Joins the keys of each two communes. Writes the counts, and for each two communes a folder with the numbers of each.
///
/// # Errors
/// `round-incomplete` with fewer than two communes; `round-other` if they are not of one round and one key;
/// `round-twice`; those of reading and writing.
pub fn overlap(request: &OverlapRequest<'_>) -> Result<Vec<CommuneOverlap>> {
    if request.communes.len() < 2 || !(request.truth.is_empty() || request.truth.len() == request.communes.len()) {
        return Err(Error::new(ErrorCode::RoundIncomplete));
    }
    let descriptions = request.communes.iter().map(|path| describe(path)).collect::<Result<Vec<_>>>()?;
    check_round(&descriptions)?;
    let truths =
        request.truth.iter().map(|path| columns(path, ["number", "true_person"])).collect::<Result<Vec<_>>>()?;
    let mut folders = BTreeSet::new();
    let folder_of = |commune: &str, folders: &mut BTreeSet<String>| {
        let plain: String = commune.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let free = (1..).map(|n| if n == 1 { plain.clone() } else { format!("{plain}{n}") });
        let free = free.into_iter().find(|name| !folders.contains(&name.to_lowercase())).unwrap_or_default();
        folders.insert(free.to_lowercase());
        free
    };
    let names: Vec<String> = descriptions.iter().map(|(own, _)| folder_of(&own.commune, &mut folders)).collect();
    let read = |place: usize| -> Result<RoundPart> {
        let (description, folder) = &descriptions[place];
        let keys = store::read_round_keys(&folder.join(ROUND_KEYS_FILE), N_PASSES)?;
        Ok(RoundPart { description: description.clone(), keys, folder: names[place].clone() })
    };
    let mut all = Vec::new();
    // Two communes are in memory at a time.
    for a in 0..descriptions.len() {
        let first = read(a)?;
        for b in a + 1..descriptions.len() {
            let known = truths.get(a).zip(truths.get(b));
            all.push(join_two(&first, &read(b)?, known, request.out)?);
        }
    }
    let rows: Vec<OverlapRow> = all.iter().map(row).collect();
    store::write_rows(&rows, &request.out.with_path(request.out.path().join(COUNTS_FILE)))?;
    Ok(all)
}

/// Returns the row of two communes as it may be published: by the 10-5 rule of releases.
fn row(overlap: &CommuneOverlap) -> OverlapRow {
    let number = |n: u64| i64::try_from(report::release::count(Some(n))?).ok();
    // The estimate of a few found persons would tell how few they are.
    let estimate = |n: u64| number(overlap.found).and(number(n));
    OverlapRow {
        commune_a: overlap.communes[0].clone(),
        commune_b: overlap.communes[1].clone(),
        found: number(overlap.found),
        ambiguous: number(overlap.ambiguous),
        low: estimate(overlap.low),
        estimate: estimate(overlap.estimate),
        high: estimate(overlap.high),
    }
}

/// Reads what a commune says of its keys, and the folder with them: the one given or the one that leaves below it.
fn describe(path: &Path) -> Result<(RoundDescription, PathBuf)> {
    let folder = if path.join(ROUND_FILE).exists() { path.to_owned() } else { path.join(COORDINATOR) };
    let file = folder.join(ROUND_FILE);
    let text = ingest::read_text_file(&file)?.ok_or_else(|| Error::new(ErrorCode::NotFound).at(&file))?;
    let bad = |cause: String| Error::new(ErrorCode::RoundBad).at(&file).because(cause);
    let description: RoundDescription = serde_json::from_str(&text).map_err(|cause| bad(cause.to_string()))?;
    if description.format == ROUND_FORMAT { Ok((description, folder)) } else { Err(bad(description.format)) }
}

fn check_round(descriptions: &[(RoundDescription, PathBuf)]) -> Result<()> {
    let (first, _) = &descriptions[0];
    for (place, (own, folder)) in descriptions.iter().enumerate() {
        if (&own.round, &own.key_check) != (&first.round, &first.key_check) {
            return Err(Error::new(ErrorCode::RoundOther).at(folder));
        }
        if descriptions[..place].iter().any(|(other, _)| other.commune == own.commune) {
            return Err(Error::new(ErrorCode::RoundTwice).at(folder).with("commune", &own.commune));
        }
    }
    Ok(())
}

fn join_two(
    a: &RoundPart,
    b: &RoundPart,
    truth: Option<(&TrueNumbers, &TrueNumbers)>,
    out: &OutputPath,
) -> Result<CommuneOverlap> {
    let found = match_communes(&a.keys, &b.keys);
    let folder = out.path().join(format!("{}--{}", a.folder, b.folder));
    store::create_folder(&folder)?;
    // Each commune gets its own numbers alone. Pairs have numbers of their own, by which two offices speak of them.
    let side = |name: &str, numbers: &mut dyn Iterator<Item = i32>| {
        let rows: Vec<PairNumberRow> =
            (1..).zip(numbers).map(|(pair, number)| PairNumberRow { pair, number }).collect();
        store::write_rows(&rows, &out.with_path(folder.join(format!("{name}.csv"))))
    };
    side(&a.folder, &mut found.pairs.iter().map(|((number, _), _)| *number))?;
    side(&b.folder, &mut found.pairs.iter().map(|((_, number), _)| *number))?;
    let interval = count_interval(found.pairs.iter().map(|(_, passes)| *passes));
    let most = a.description.persons.min(b.description.persons);
    let whole = |count: f64| (count.max(0.0) as u64).min(most);
    let (low, estimate, high) =
        (whole(interval.low.floor()), whole(interval.estimate.round()), whole(interval.high.ceil()));
    let truth = truth.map(|(of_a, of_b)| {
        let of_number = |table: &[(String, String)]| -> HashMap<i32, String> {
            let labelled = table.iter().filter(|(_, person)| !person.is_empty());
            labelled.filter_map(|(number, person)| Some((number.parse().ok()?, person.clone()))).collect()
        };
        let (of_a, of_b) = (of_number(of_a), of_number(of_b));
        let in_b: BTreeSet<&String> = of_b.values().collect();
        let shared: BTreeSet<&String> = of_a.values().filter(|person| in_b.contains(person)).collect();
        let is_right = |(x, y): &(i32, i32)| of_a.get(x).is_some_and(|person| of_b.get(y) == Some(person));
        let right: Vec<&(i32, i32)> = found.pairs.iter().map(|(pair, _)| pair).filter(|pair| is_right(pair)).collect();
        let reached: BTreeSet<&String> = right.iter().filter_map(|(x, _)| of_a.get(x)).collect();
        let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        OverlapTruth {
            shared: shared.len() as u64,
            precision: share(right.len(), found.pairs.len()),
            recall: share(reached.len(), shared.len()),
            is_covered: (low..=high).contains(&(shared.len() as u64)),
        }
    });
    Ok(CommuneOverlap {
        communes: [a.description.commune.clone(), b.description.commune.clone()],
        found: found.pairs.len() as u64,
        ambiguous: found.n_ambiguous,
        low,
        estimate,
        high,
        truth,
    })
}
