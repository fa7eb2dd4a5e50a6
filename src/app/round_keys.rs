//! The commune's part in counting the persons of two communes without names (`bato keys`): draws the secret of an
//! office, writes the keys that leave for the coordinator, and finds the persons of the pairs that come back.
//!
//! What leaves lies in the folder `coordinator`, what stays in the folder `commune`. The numbers of persons are drawn
//! anew each time.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::truth::read_rows;
use crate::ingest;
use crate::overlap::{KeyedPerson, MatchKey, RoundKey, SECRET_BYTES, match_keys};
use crate::record::{Sex, Table};
use crate::report::release_limits::{LEAST_COUNT, STEP};
use crate::store::{self, Generation, LineageRow, NumberOfPersonRow, OutputPath, PairPersonRow, PersonRow, Store};

use super::access::Access;
use super::current;

/// The folder of what leaves the commune, and of what stays.
pub(super) const COORDINATOR: &str = "coordinator";
const COMMUNE: &str = "commune";
/// The files of what leaves.
pub(super) const ROUND_FILE: &str = "round.json";
pub(super) const ROUND_KEYS_FILE: &str = "keys.parquet";
/// The file of what stays.
const NUMBERS_FILE: &str = "numbers.csv";
/// The format of a round.
pub(super) const ROUND_FORMAT: &str = "bato-round-1";
/// Most letters of the name of a round.
const MOST_ROUND_LETTERS: usize = 100;

/// What a commune says of its keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoundDescription {
    pub(super) format: String,
    pub(super) round: String,
    pub(super) commune: String,
    /// Equal for communes whose keys were made with the same secrets.
    pub(super) key_check: String,
    /// Persons counted in the commune, rounded up: two rounds must not differ by one person.
    pub(super) persons: u64,
    /// Those of them of whom a key leaves.
    pub(super) persons_with_keys: u64,
}

/// Returns a count that leaves the commune: a multiple of 5, and 10 at least.
fn rounded_up(n: usize) -> u64 {
    (n as u64).next_multiple_of(STEP).max(LEAST_COUNT)
}

/// Keys to make.
#[derive(Debug, Clone)]
pub struct RoundKeysRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The name of the round. All communes give the same.
    pub round: &'a str,
    /// The secret files of the offices, two or more.
    pub secrets: &'a [PathBuf],
    /// The commune.
    pub commune: &'a str,
    /// The truth of an invented commune: it is written beside the numbers, to measure with.
    pub truth: Option<&'a Path>,
    /// The folder to write.
    pub out: &'a OutputPath,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundKeys {
    /// Persons counted in the commune.
    pub n_persons: u64,
    /// Those of whom a key leaves.
    pub n_with_keys: u64,
    /// Keys that leave.
    pub n_keys: u64,
    /// The folder of what leaves, and of what stays.
    pub folders: [PathBuf; 2],
}

/// Writes the secret of an office: 32 random bytes as text.
///
/// # Errors
/// `secret-exists` if the file is there: a secret in use is not replaced; those of the system.
pub fn new_secret(out: &OutputPath) -> Result<()> {
    if out.path().exists() {
        return Err(Error::new(ErrorCode::SecretExists).at(out.path()));
    }
    let mut secret = [0; SECRET_BYTES];
    random_bytes(&mut secret)?;
    let text: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    store::write_text(&(text + "\n"), out)
}

/// Makes the keys of the residents of a register for a round. It is logged.
///
/// # Errors
/// `round-name`, `secret-count`, `secret-bad`; those of the register and of the file system.
pub fn make_round_keys(request: &RoundKeysRequest<'_>, access: &Access) -> Result<RoundKeys> {
    let round = request.round.trim();
    if round.is_empty() || round.chars().count() > MOST_ROUND_LETTERS {
        return Err(Error::new(ErrorCode::RoundName));
    }
    let key = RoundKey::new(round, &read_secrets(request.secrets)?);
    let generation = current(request.clean)?;
    let persons: Vec<PersonRow> = generation.read()?;
    let residents: Vec<&PersonRow> = persons.iter().filter(|person| person.status == "resident").collect();
    access.log(&Store::open(request.clean)?, "keys", round, residents.len() as u64)?;
    // Those behind the residents are of nobody.
    let mut numbers = drawn_numbers(residents.len() + LEAST_COUNT as usize)?;
    let of_nobody = numbers.split_off(residents.len());
    let mut keys: Vec<store::RoundKeyRow> = match_keys(&keyed_persons(&residents), &key)
        .into_iter()
        .map(|MatchKey { pass, key, person }| (pass, key, numbers[person as usize]))
        .collect();
    let with_keys: HashSet<i32> = keys.iter().map(|(_, _, number)| *number).collect();
    let n_filling = rounded_up(with_keys.len()) as usize - with_keys.len();
    let n_keys = keys.len() as u64;
    keys.extend(filling_keys(&keys, &of_nobody[..n_filling.min(of_nobody.len())])?);
    // In this order nothing is left of the order of the register.
    keys.sort_unstable();

    let folders = [COORDINATOR, COMMUNE].map(|name| request.out.path().join(name));
    folders.iter().try_for_each(|folder| store::create_folder(folder))?;
    let file = |folder: &Path, name: &str| request.out.with_path(folder.join(name));
    let [leaving, staying] = folders.each_ref();
    store::write_round_keys(&file(leaving, ROUND_KEYS_FILE), &keys)?;
    let description = RoundDescription {
        format: ROUND_FORMAT.to_owned(),
        round: round.to_owned(),
        commune: request.commune.to_owned(),
        key_check: key.check(),
        persons: rounded_up(residents.len()),
        persons_with_keys: rounded_up(with_keys.len()),
    };
    let json = serde_json::to_string_pretty(&description).unwrap_or_default();
    store::write_text(&(json + "\n"), &file(leaving, ROUND_FILE))?;
    let truth = request.truth.map(|truth| true_persons(truth, &generation)).transpose()?;
    let mut rows: Vec<NumberOfPersonRow> = residents
        .iter()
        .zip(&numbers)
        .map(|(person, number)| NumberOfPersonRow {
            number: *number,
            person_id: person.person_id.clone(),
            true_person: truth.as_ref().and_then(|truth| truth.get(&person.person_id).cloned()),
        })
        .collect();
    rows.sort_by_key(|row| row.number);
    store::write_rows(&rows, &file(staying, NUMBERS_FILE))?;
    let (n_persons, n_with_keys) = (residents.len() as u64, with_keys.len() as u64);
    Ok(RoundKeys { n_persons, n_with_keys, n_keys, folders })
}

/// Most persons whose identifiers the log of look-ups names, the first ones.
const MOST_LOGGED: usize = 25;

/// Finds the persons of pairs that came back from the coordinator, and writes them. It is logged. Returns the number of
/// pairs.
///
/// # Errors
/// `number-unknown` for a number that is not of this round; those of the register, of reading and of writing.
pub fn persons_of_pairs(clean: &Path, pairs: &Path, numbers: &Path, out: &OutputPath, access: &Access) -> Result<u64> {
    let ids: HashMap<String, String> = columns(numbers, ["number", "person_id"])?.into_iter().collect();
    let pairs_read = columns(pairs, ["pair", "number"])?;
    let generation = current(clean)?;
    let named = pairs_read.iter().filter_map(|(_, number)| ids.get(number)).take(MOST_LOGGED);
    let named: Vec<&str> = named.map(String::as_str).collect();
    let asked = format!("pairs {} {}", named.join(" "), pairs.display());
    access.log(&Store::open(clean)?, "keys", &asked, pairs_read.len() as u64)?;
    let persons: Vec<PersonRow> = generation.read()?;
    let by_id: HashMap<&str, &PersonRow> = persons.iter().map(|person| (person.person_id.as_str(), person)).collect();
    let mut rows = Vec::with_capacity(pairs_read.len());
    for (pair, number) in pairs_read {
        let person = ids.get(&number).and_then(|id| by_id.get(id.as_str()));
        let Some(person) = person else {
            return Err(Error::new(ErrorCode::NumberUnknown).at(pairs).with("number", number));
        };
        rows.push(PairPersonRow {
            pair,
            person_id: person.person_id.clone(),
            nom: person.nom.clone(),
            postnom: person.postnom.clone(),
            prenom: person.prenom.clone(),
            sex: person.sex.clone(),
            born_on: person.born_on,
            born_on_precision: person.born_on_precision.clone(),
            quartier: person.quartier.clone(),
        });
    }
    store::list_output_folder(clean, out.path());
    store::write_rows(&rows, out)?;
    Ok(rows.len() as u64)
}

/// Reads two columns of a table that this program wrote.
pub(super) fn columns(path: &Path, names: [&str; 2]) -> Result<Vec<(String, String)>> {
    let table: Table = ingest::read_table(path, &names, None, &ingest::IngestSettings::default())?;
    let text = |name: &str, row: usize| table.column(name).map_or("", |column| column.text(row)).to_owned();
    Ok((0..table.rows.len()).map(|row| (text(names[0], row), text(names[1], row))).collect())
}

fn keyed_persons<'p>(persons: &[&'p PersonRow]) -> Vec<KeyedPerson<'p>> {
    let mut households: HashMap<&str, u32> = HashMap::new();
    let keyed = |person: &&'p PersonRow| {
        let precision = person.born_on_precision.as_str();
        let household = person.household_id.as_deref().map(|id| {
            let next = households.len() as u32;
            *households.entry(id).or_insert(next)
        });
        KeyedPerson {
            nom: &person.nom,
            postnom: &person.postnom,
            prenom: &person.prenom,
            sex: person.sex.as_deref().and_then(Sex::from_code),
            born_on: person.born_on.filter(|_| precision == "day"),
            year: person.born_on.filter(|_| precision != "about" && precision != "unknown").map(|day| day.year()),
            household,
        }
    };
    persons.iter().map(keyed).collect()
}

fn read_secrets(paths: &[PathBuf]) -> Result<Vec<[u8; SECRET_BYTES]>> {
    let mut secrets = Vec::new();
    for path in paths {
        let bad = || Error::new(ErrorCode::SecretBad).at(path);
        let mut bytes = Vec::new();
        ingest::open_regular(path)?.take(4096).read_to_end(&mut bytes).map_err(|cause| Error::io(path, &cause))?;
        let text = String::from_utf8(bytes).map_err(|_| bad())?;
        let text = text.trim();
        let digits = |place: usize| text.get(2 * place..2 * place + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
        let secret: Option<Vec<u8>> = (0..SECRET_BYTES).map(digits).collect();
        let is_hex = text.len() == 2 * SECRET_BYTES && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let secret = secret.filter(|_| is_hex).and_then(|secret| <[u8; SECRET_BYTES]>::try_from(secret).ok());
        secrets.push(secret.ok_or_else(bad)?);
    }
    let mut different = secrets.clone();
    different.sort_unstable();
    different.dedup();
    // With one secret alone, who has it can try every name.
    if different.len() != secrets.len() || secrets.len() < 2 {
        return Err(Error::new(ErrorCode::SecretCount));
    }
    Ok(secrets)
}

/// Returns `n` random numbers above 0, no two alike. They are of 31 bits: the largest does not tell how many there are.
fn drawn_numbers(n: usize) -> Result<Vec<i32>> {
    let mut is_drawn = HashSet::with_capacity(n);
    let mut drawn = Vec::with_capacity(n);
    let mut bytes = vec![0; 4 * n];
    while drawn.len() < n {
        random_bytes(&mut bytes)?;
        for random in bytes.chunks_exact(4) {
            let number = i32::from_le_bytes(random.try_into().unwrap_or_default()) & i32::MAX;
            if number > 0 && drawn.len() < n && is_drawn.insert(number) {
                drawn.push(number);
            }
        }
    }
    Ok(drawn)
}

/// Returns keys of nobody for these numbers, each with as many keys and of the same passes as one of the persons. They
/// fill the persons with keys up to the count that is told, which would else be read off the keys. A random key equals
/// none of another commune.
fn filling_keys(keys: &[store::RoundKeyRow], numbers: &[i32]) -> Result<Vec<store::RoundKeyRow>> {
    let mut filling = Vec::new();
    let Some((_, _, first)) = keys.first() else { return Ok(filling) };
    for number in numbers {
        let mut random = [0; 8];
        random_bytes(&mut random)?;
        let place = (u64::from_le_bytes(random) % keys.len() as u64) as usize;
        let person = keys.get(place).map_or(*first, |(_, _, person)| *person);
        for (pass, _, _) in keys.iter().filter(|(_, _, own)| *own == person) {
            let mut key = [0; 16];
            random_bytes(&mut key)?;
            filling.push((*pass, key, *number));
        }
    }
    Ok(filling)
}

fn random_bytes(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|cause| Error::new(ErrorCode::Io).at(Path::new("-")).because(cause))
}

/// For each person of a register the person that most of its rows are of. A person of another commune's seed keeps its
/// number, one of this commune alone gets another name.
fn true_persons(truth: &Path, generation: &Generation) -> Result<HashMap<String, String>> {
    let open = |name: &str| {
        let path = truth.join(name);
        let file = std::fs::File::open(&path).map_err(|cause| Error::io(&path, &cause))?;
        Ok::<_, Error>((file, path))
    };
    let mut person_of = HashMap::new();
    for name in ["census.csv", "births.csv"] {
        let (file, path) = open(name)?;
        for row in read_rows(file, &path)? {
            person_of.insert((row.file, row.sheet, row.row), row.person);
        }
    }
    let shared: Option<std::collections::HashSet<String>> = match open("shared.csv") {
        Ok((mut file, path)) => {
            let mut text = String::new();
            file.read_to_string(&mut text).map_err(|cause| Error::io(&path, &cause))?;
            Some(text.lines().skip(1).map(str::to_owned).collect())
        }
        Err(_) => None,
    };
    let mut votes: HashMap<String, BTreeMap<String, u32>> = HashMap::new();
    for row in generation.read::<LineageRow>()? {
        let name = row.file.rsplit('/').next().unwrap_or_default().to_owned();
        let known = person_of.get(&(name, row.sheet.clone(), row.row));
        if let (Some(id), Some(person)) = (row.person_id, known) {
            *votes.entry(id).or_default().entry(person.clone()).or_default() += 1;
        }
    }
    let most = |votes: BTreeMap<String, u32>| votes.into_iter().max_by_key(|(_, n)| *n).map(|(person, _)| person);
    let label = |person: String| match &shared {
        Some(shared) if !shared.contains(&person) => format!("own-{person}"),
        _ => person,
    };
    Ok(votes.into_iter().filter_map(|(id, votes)| Some((id, label(most(votes)?)))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_drawn_anew_and_do_not_tell_how_many_there_are() {
        let (one, other) = (drawn_numbers(500).unwrap(), drawn_numbers(500).unwrap());
        assert_ne!(one, other);
        let distinct: HashSet<i32> = one.iter().copied().collect();
        assert!(distinct.len() == 500 && one.iter().all(|number| *number > 0));
        assert!(one.iter().any(|number| *number > 1 << 24));
    }

    #[test]
    fn keys_of_nobody_fill_the_count_up_and_look_like_those_of_persons() {
        let keys = [(0, [1; 16], 7), (3, [2; 16], 7)];
        let filling = filling_keys(&keys, &[8, 9]).unwrap();
        let passes: Vec<(u8, i32)> = filling.iter().map(|(pass, _, number)| (*pass, *number)).collect();
        assert_eq!(passes, [(0, 8), (3, 8), (0, 9), (3, 9)]);
        assert!(filling.iter().all(|(_, key, _)| keys.iter().all(|(_, own, _)| own != key)));
        assert_eq!(filling_keys(&[], &[8]).unwrap(), []);
    }

    #[test]
    fn two_different_secrets_of_32_bytes_are_needed() {
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        for name in ["a", "b"] {
            new_secret(&OutputPath::own(&path(name))).unwrap();
        }
        let code = |names: &[&str]| {
            let paths: Vec<PathBuf> = names.iter().map(|name| path(name)).collect();
            read_secrets(&paths).err().map(|fault| fault.code)
        };
        assert_eq!(code(&["a", "b"]), None);
        assert_eq!(code(&["a"]), Some(ErrorCode::SecretCount));
        assert_eq!(code(&["a", "a"]), Some(ErrorCode::SecretCount));
        assert_eq!(new_secret(&OutputPath::own(&path("a"))).unwrap_err().code, ErrorCode::SecretExists);
        let text = std::fs::read_to_string(path("a")).unwrap();
        for (n, bad) in [text.trim()[1..].to_owned(), format!("{}00", text.trim()), "é".repeat(32), String::new()]
            .into_iter()
            .enumerate()
        {
            let name = format!("bad{n}");
            std::fs::write(path(&name), bad).unwrap();
            assert_eq!(code(&["b", &name]), Some(ErrorCode::SecretBad));
        }
    }
}
