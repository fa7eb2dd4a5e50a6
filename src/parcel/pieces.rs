//! Cuts a parcel into pieces for e-mail or WhatsApp, and collects pieces that arrive in any order, renamed or twice.
//!
//! A piece begins with a few lines of text: the name of the parcel, the number of the piece, the size of the parcel and
//! the SHA-256 of every piece. The hash of these lines without the number is the name of the set: a piece of another
//! parcel never joins it, and a piece that was changed is refused when it arrives.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};
use crate::store::{self, OutputPath};

use super::hex;
use super::seal::{BLOCK, HashedReader};

/// The first line of a piece.
pub(crate) const START: &str = "bato-piece 1";
/// Most pieces of a parcel.
const MOST_PIECES: u64 = 999;
/// Most bytes of a parcel that is in pieces.
const MOST_BYTES: u64 = 66 << 30;
/// Smallest and largest piece in bytes.
const SIZES: std::ops::RangeInclusive<u64> = 100_000..=2_000_000_000;
/// Most bytes of a line in the heading of a piece.
const LONGEST_LINE: u64 = 200;
/// The lines of the heading that all pieces share.
const LIST: &str = "list";

/// The pieces of one parcel, as each of them lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PieceSet {
    /// Name of the parcel, as the pieces say: nothing vouches for it.
    name: String,
    /// Size of the parcel in bytes.
    n_bytes: u64,
    /// SHA-256 of each piece.
    hashes: Vec<String>,
}

/// Pieces that wait for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingPieces {
    /// Name of the parcel, as the pieces say.
    pub name: String,
    /// How many pieces there are in all.
    pub n: usize,
    /// The numbers of those that are missing.
    pub missing: Vec<usize>,
}

impl PieceSet {
    /// The lines that all pieces share.
    fn text(&self) -> String {
        let mut text = format!("{START}\n{}\n{} {}\n", self.name, self.hashes.len(), self.n_bytes);
        self.hashes.iter().for_each(|hash| text.push_str(&format!("{hash}\n")));
        text
    }

    /// The name of the set.
    fn id(&self) -> String {
        hex(&Sha256::digest(self.text().as_bytes()))
    }

    /// Reads the lines that all pieces share and, in a piece, its number.
    fn read(lines: &mut impl BufRead) -> Option<Self> {
        let mut line = || -> Option<String> {
            let mut line = String::new();
            lines.by_ref().take(LONGEST_LINE).read_line(&mut line).ok()?;
            line.strip_suffix('\n').map(str::to_owned)
        };
        if line()? != START {
            return None;
        }
        let name = line().filter(|name| is_parcel_name(name))?;
        let counts = line()?;
        let (n, n_bytes) = counts.split_once(' ')?;
        let n: u64 = n.parse().ok().filter(|n| (1..=MOST_PIECES).contains(n))?;
        let is_hash = |hash: &String| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        let hashes = (0..n).map(|_| line().filter(is_hash)).collect::<Option<Vec<_>>>()?;
        let set = Self { name, n_bytes: n_bytes.parse().ok().filter(|n| (1..=MOST_BYTES).contains(n))?, hashes };
        // The last piece has a byte at least: else the pieces are not those of a parcel of this size.
        set.size_of(set.hashes.len()).map(|_| set)
    }

    /// Returns the size of the piece with this number, from 1: all have one size but the last, which has the rest.
    fn size_of(&self, number: usize) -> Option<u64> {
        let n = self.hashes.len() as u64;
        let size = self.n_bytes.div_ceil(n);
        let rest = self.n_bytes.checked_sub(size * (n - 1)).filter(|rest| *rest > 0)?;
        Some(if number as u64 == n { rest } else { size })
    }
}

/// Whether a text is the name of a parcel: letters, digits, `.` and `-`.
pub(crate) fn is_parcel_name(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    (1..=40).contains(&name.len()) && name.chars().all(is_part) && !name.starts_with('.') && !name.ends_with('.')
}

/// Reads a size as people write it: `9MB`, `500 kB`, `9Mo`, `2000000`.
///
/// # Errors
/// `parcel-piece-size` if it is none, or too small or too large.
pub fn piece_size(text: &str) -> Result<u64> {
    let wrong = || Error::new(ErrorCode::ParcelPieceSize).with("value", text);
    let plain = text.trim().to_lowercase().replace(' ', "");
    let digits = plain.find(|c: char| !c.is_ascii_digit()).unwrap_or(plain.len());
    let unit: u64 = match &plain[digits..] {
        "" | "b" | "o" => 1,
        "k" | "kb" | "ko" => 1_000,
        "m" | "mb" | "mo" => 1_000_000,
        "g" | "gb" | "go" => 1_000_000_000,
        _ => return Err(wrong()),
    };
    let n: u64 = plain[..digits].parse().map_err(|_| wrong())?;
    n.checked_mul(unit).filter(|size| SIZES.contains(size)).ok_or_else(wrong)
}

/// Cuts a parcel into pieces of at most `size` bytes in the folder `out`; with `only`, writes these numbers alone.
/// The same parcel always gives the same pieces. Returns the paths.
///
/// # Errors
/// `parcel-piece-size` if there would be too many; `parcel-piece-number`; those of the file system.
pub(crate) fn split(parcel: &Path, name: &str, size: u64, only: &[usize], out: &OutputPath) -> Result<Vec<PathBuf>> {
    let fault = |e: std::io::Error| Error::io(parcel, &e);
    let mut source = File::open(parcel).map_err(fault)?;
    let n_bytes = source.metadata().map_err(fault)?.len();
    let heading = |n: u64| (START.len() + name.len() + 64) as u64 + 65 * n;
    let fits = |n: &u64| size.checked_sub(heading(*n)).is_some_and(|body| body > 0 && n_bytes.div_ceil(body) <= *n);
    let n = (1..=MOST_PIECES).find(fits).ok_or_else(|| Error::new(ErrorCode::ParcelPieceSize).with("value", size))?;
    let body = n_bytes.div_ceil(n).max(1);
    let mut hashes = Vec::new();
    for _ in 0..n {
        let mut piece = HashedReader::new((&mut source).take(body));
        std::io::copy(&mut piece, &mut std::io::sink()).map_err(fault)?;
        hashes.push(piece.finish().1);
    }
    let set = PieceSet { name: name.to_owned(), n_bytes, hashes };
    if let Some(wrong) = only.iter().find(|number| !(1..=set.hashes.len()).contains(number)) {
        return Err(Error::new(ErrorCode::ParcelPieceNumber).with("value", wrong).with("high", set.hashes.len()));
    }
    let mut paths = Vec::new();
    for number in (1..=set.hashes.len()).filter(|number| only.is_empty() || only.contains(number)) {
        let path = out.path().join(format!("{name}.{number}-{}.bato", set.hashes.len()));
        source.seek(SeekFrom::Start((number as u64 - 1) * body)).map_err(fault)?;
        let mut file = store::temporary_in(out.path())?;
        let write_fault = |e: std::io::Error| Error::io(&path, &e);
        file.write_all(format!("{}{number}\n", set.text()).as_bytes()).map_err(write_fault)?;
        std::io::copy(&mut (&mut source).take(body), &mut file).map_err(write_fault)?;
        file.as_file().sync_all().map_err(write_fault)?;
        store::persist(file, &out.with_path(path.clone()))?;
        paths.push(path);
    }
    Ok(paths)
}

/// Whether a file is a piece.
///
/// # Errors
/// Those of the file system.
pub(crate) fn is_piece(path: &Path) -> Result<bool> {
    let mut start = Vec::new();
    super::open_regular(path)?.take(START.len() as u64).read_to_end(&mut start).map_err(|e| Error::io(path, &e))?;
    Ok(start == START.as_bytes())
}

/// Copies a piece that arrived into the folder of its set below `folder`, and returns that folder. A piece that is
/// there already changes nothing.
///
/// # Errors
/// `piece-damaged` if it is not what its heading says, and no set is begun; those of the file system.
pub(crate) fn collect(path: &Path, folder: &Path) -> Result<PathBuf> {
    let damaged = || Error::new(ErrorCode::PieceDamaged).at(path);
    let mut source = BufReader::with_capacity(BLOCK, super::open_regular(path)?);
    let set = PieceSet::read(&mut source).ok_or_else(damaged)?;
    let mut line = String::new();
    source.by_ref().take(LONGEST_LINE).read_line(&mut line).map_err(|_| damaged())?;
    let number: usize = line.strip_suffix('\n').and_then(|line| line.parse().ok()).ok_or_else(damaged)?;
    let hash = number.checked_sub(1).and_then(|place| set.hashes.get(place)).ok_or_else(damaged)?;
    let size = set.size_of(number).ok_or_else(damaged)?;
    let pieces = folder;
    let folder = pieces.join(&set.id()[..32]);
    let to = folder.join(file_name(number));
    if to.is_file() {
        return Ok(folder);
    }
    // The body first: a piece that is not what its heading says begins no set.
    store::create_private_folder(pieces)?;
    let mut file = store::temporary_in(pieces)?;
    let mut body = HashedReader::new(source.take(size + 1));
    std::io::copy(&mut body, &mut file).map_err(|e| Error::io(&to, &e))?;
    if body.finish() != (size, hash.clone()) {
        return Err(damaged());
    }
    file.as_file().sync_all().map_err(|e| Error::io(&to, &e))?;
    store::create_private_folder(&folder)?;
    let list = folder.join(LIST);
    if !list.is_file() {
        store::replace_file(&OutputPath::own(&list), set.text().as_bytes())?;
    }
    store::persist(file, &OutputPath::own(&to))?;
    Ok(folder)
}

fn file_name(number: usize) -> String {
    format!("{number:04}")
}

/// Returns what a set of pieces waits for; nothing is missing once it is whole.
///
/// # Errors
/// `piece-damaged` if the folder is none of a set.
pub(crate) fn waiting(folder: &Path) -> Result<WaitingPieces> {
    let damaged = || Error::new(ErrorCode::PieceDamaged).at(folder);
    let file = super::open_regular(&folder.join(LIST)).map_err(|_| damaged())?;
    let set = PieceSet::read(&mut BufReader::new(file)).ok_or_else(damaged)?;
    let is_missing = |number: &usize| !folder.join(file_name(*number)).is_file();
    let n = set.hashes.len();
    Ok(WaitingPieces { name: set.name, n, missing: (1..=n).filter(is_missing).collect() })
}

/// Returns every set of pieces below a folder that waits for others.
pub(crate) fn all_waiting(folder: &Path) -> Vec<WaitingPieces> {
    let folders = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut all: Vec<WaitingPieces> = folders.filter_map(|folder| waiting(&folder).ok()).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

/// Removes every set of pieces of a parcel. Returns whether there was one.
///
/// # Errors
/// Those of the file system.
pub(crate) fn forget(folder: &Path, name: &str) -> Result<bool> {
    let mut is_found = false;
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let set = entry.path();
        if waiting(&set).is_ok_and(|waiting| waiting.name == name) {
            fs::remove_dir_all(&set).map_err(|e| Error::io(&set, &e))?;
            is_found = true;
        }
    }
    Ok(is_found)
}

/// The pieces of a whole set, one after the other.
pub(crate) struct JoinedPieces {
    paths: std::vec::IntoIter<PathBuf>,
    open: Option<File>,
}

impl JoinedPieces {
    /// Joins the pieces in a folder. None may be missing.
    pub(crate) fn new(folder: &Path, n: usize) -> Self {
        let paths: Vec<PathBuf> = (1..=n).map(|number| folder.join(file_name(number))).collect();
        Self { paths: paths.into_iter(), open: None }
    }
}

impl Read for JoinedPieces {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        loop {
            if let Some(file) = &mut self.open {
                let n = file.read(buffer)?;
                if n > 0 || buffer.is_empty() {
                    return Ok(n);
                }
            }
            let Some(path) = self.paths.next() else { return Ok(0) };
            self.open = Some(File::open(path)?);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parcel(folder: &Path, n_bytes: usize) -> PathBuf {
        let path = folder.join("parcel");
        fs::write(&path, (0..n_bytes).map(|n| (n * n % 251) as u8).collect::<Vec<_>>()).expect("written");
        path
    }

    #[test]
    fn pieces_in_any_order_renamed_and_twice_give_the_parcel_back() {
        let dir = tempfile::tempdir().expect("a folder");
        let parcel = parcel(dir.path(), 450_000);
        let paths = split(&parcel, "KIMB-BRUX-000017", 100_000, &[], &OutputPath::own(dir.path())).expect("pieces");
        assert_eq!(paths.len(), 5);
        assert!(paths.iter().all(|path| fs::metadata(path).expect("there").len() <= 100_000));
        let state = dir.path().join("pieces");
        for (n, path) in [3, 0, 0, 4, 1].map(|n| (n, &paths[n])) {
            let renamed = dir.path().join(format!("IMG-{n}.bato"));
            fs::copy(path, &renamed).expect("copied");
            assert!(is_piece(&renamed).expect("read"));
            let waits = waiting(&collect(&renamed, &state).expect("a piece")).expect("a set");
            assert!(waits.missing.contains(&3), "{waits:?}");
        }
        assert_eq!(all_waiting(&state)[0].missing, [3]);
        assert!(!forget(&state, "KIMB-BRUX-000018").expect("read"));
        let again = split(&parcel, "KIMB-BRUX-000017", 100_000, &[3], &OutputPath::own(dir.path())).expect("a piece");
        assert_eq!(again, [paths[2].clone()]);
        let folder = collect(&paths[2], &state).expect("a piece");
        assert_eq!(waiting(&folder).expect("a set").missing, [0; 0]);
        let mut joined = Vec::new();
        JoinedPieces::new(&folder, 5).read_to_end(&mut joined).expect("read");
        assert_eq!(joined, fs::read(&parcel).expect("read"));
        assert!(forget(&state, "KIMB-BRUX-000017").expect("removed"));
        assert!(all_waiting(&state).is_empty());
    }

    #[test]
    fn a_changed_or_cut_piece_is_refused() {
        let dir = tempfile::tempdir().expect("a folder");
        let parcel = parcel(dir.path(), 1_000);
        let path = &split(&parcel, "A-B-1", 100_000, &[], &OutputPath::own(dir.path())).expect("a piece")[0];
        let bytes = fs::read(path).expect("read");
        let state = dir.path().join("pieces");
        let whole = collect(path, &dir.path().join("whole")).expect("a piece");
        let changed = dir.path().join("changed");
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1;
            fs::write(&changed, &other).expect("written");
            // A piece whose list was changed is of another parcel, or none.
            let folder = collect(&changed, &state);
            let is_other = |folder: PathBuf| folder.file_name() != whole.file_name();
            assert!(folder.is_err() || folder.is_ok_and(is_other), "byte {at}");
            fs::write(&changed, &bytes[..at]).expect("written");
            assert!(
                !is_piece(&changed).expect("read") || collect(&changed, &dir.path().join("cut")).is_err(),
                "cut {at}"
            );
        }
    }

    #[test]
    fn a_piece_with_a_false_body_or_of_another_size_begins_no_set() {
        let dir = tempfile::tempdir().expect("a folder");
        let parcel = parcel(dir.path(), 250_000);
        let paths = split(&parcel, "A-B-1", 100_000, &[], &OutputPath::own(dir.path())).expect("pieces");
        let (state, changed) = (dir.path().join("pieces"), dir.path().join("changed"));
        let mut bytes = fs::read(&paths[1]).expect("read");
        *bytes.last_mut().expect("a byte") ^= 1;
        fs::write(&changed, &bytes).expect("written");
        assert_eq!(collect(&changed, &state).map_err(|fault| fault.code), Err(ErrorCode::PieceDamaged));
        assert!(all_waiting(&state).is_empty());
        // Pieces of a true hash, of sizes that no parcel is cut into.
        let hash = |body: &[u8]| hex(&Sha256::digest(body));
        let (small, large) = (b"age-encryption.org/v1\n".as_slice(), vec![b'a'; 2_000]);
        let n_bytes = (small.len() + large.len()) as u64;
        let set = PieceSet { name: "A-B-1".to_owned(), n_bytes, hashes: vec![hash(small), hash(&large)] };
        for (number, body) in [(1, small), (2, &large)] {
            fs::write(&changed, [format!("{}{number}\n", set.text()).as_bytes(), body].concat()).expect("written");
            assert_eq!(collect(&changed, &state).map_err(|fault| fault.code), Err(ErrorCode::PieceDamaged), "{number}");
        }
        assert_eq!(fs::read_dir(&state).expect("a folder").count(), 0);
        assert_eq!(collect(&paths[1], &state).and_then(|set| waiting(&set)).expect("a set").missing, [1, 3]);
    }

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, size) in [("9MB", 9_000_000), ("500 kB", 500_000), ("9 Mo", 9_000_000), ("100000", 100_000)] {
            assert_eq!(piece_size(text), Ok(size));
        }
        for text in ["", "MB", "9X", "1", "-9MB", "99999999999999999999", "3GB"] {
            assert!(piece_size(text).is_err(), "{text}");
        }
    }
}
