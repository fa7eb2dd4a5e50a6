//! Takes files that an agent deposits: a stream is written, hashed and put aside; once its kind is chosen it gets its
//! place among the input files. A kill at any moment leaves the old file or the new one.
//!
//! Files that wait for their kind are in `.deposit` of the raw folder, files that were replaced in `.replaced`: no run
//! reads these folders. A run then sees another content under the same name: it says that the file changed, and persons
//! who would disappear need consent as always.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::config::{Config, SettingChange};
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, REFERENCE_FILES, Reference};
use crate::record::{is_unprintable, n_changed_cells};
use crate::store::{self, OutputPath, Store};

use super::review::{ReviewImport, review_import};
use super::settings::{add_setting, desk_settings, undo_entry};

/// The folder of files that wait for their kind, in the raw folder.
pub(super) const WAITING: &str = ".deposit";
/// The folder of files that were replaced, in the raw folder.
pub(super) const REPLACED: &str = ".replaced";
/// Endings of a waiting file and of what is known of it.
const CONTENT: &str = "file";
const ABOUT: &str = "json";
/// Most characters of a name: Windows allows 260 for a whole path.
const MOST_CHARS: usize = 120;
/// Characters of a hash in a name.
const SHORT: usize = 16;

/// What a deposited file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DepositKind {
    /// Census sheets.
    Census,
    /// Birth registers.
    Births,
    /// Deaths, departures, arrivals, moves, marriages.
    Events,
    /// Rulings of persons.
    Decisions,
    /// A reference file.
    Reference,
}

impl DepositKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Census, Self::Births, Self::Events, Self::Decisions, Self::Reference];

    /// Returns the stable code: the folder of such files in the raw folder.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Census => "census",
            Self::Births => "births",
            Self::Events => "events",
            Self::Decisions => "decisions",
            Self::Reference => "reference",
        }
    }

    /// Returns the kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A file that waits for its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposit {
    /// The first characters of its SHA-256: the same content waits once.
    pub id: String,
    /// Its name, as Windows allows it.
    pub name: String,
    /// The name as the browser sent it, if it had to be changed.
    pub name_sent: Option<String>,
    /// Its name before quartier and year were added to it; `None` if none was.
    #[serde(default)]
    pub name_before: Option<String>,
    /// The quartier that an agent added, and the year; "" for none.
    #[serde(default)]
    pub added: (String, String),
    /// Its size in bytes.
    pub n_bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// The moment of the deposit, RFC 3339.
    pub at: String,
    /// Who deposited it.
    pub author: String,
}

/// The author and the moment of a deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DepositSignature<'s> {
    /// The moment, RFC 3339.
    pub at: &'s str,
    /// The agent.
    pub author: &'s str,
}

/// What to do with a file of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SameName {
    /// Nothing was chosen: a file of this name is an error.
    Ask,
    /// Both stay: the new one gets a number.
    KeepBoth,
    /// The file at this path (relative to the raw folder) is replaced.
    Replace(String),
}

/// Where a deposited file is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepositPlace {
    /// Its path relative to the raw folder, `/` on every system.
    pub path: String,
    /// Where the file that it replaced is now, relative to the raw folder.
    pub replaced: Option<String>,
    /// Whether the same content was there already: nothing was added.
    pub was_there: bool,
    /// Cells of the replaced content that typed corrections changed: they don't hold for the new one.
    pub n_corrected_before: usize,
}

/// Held while a file gets its place, so that no other one gets the same.
pub(super) fn guard() -> MutexGuard<'static, ()> {
    static GUARD: Mutex<()> = Mutex::new(());
    GUARD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes a stream to a temporary file, hashes it and puts it aside under a name that Windows allows. At most `most_mb`
/// MiB are taken.
///
/// # Errors
/// `deposit-name` for a name that no input file can have; `deposit-too-large`, `deposit-empty`, `deposit-cut` if the
/// stream breaks off; those of the file system. Nothing is then left.
pub fn receive_deposit(
    raw: &Path,
    name: &str,
    content: &mut dyn Read,
    most_mb: u64,
    signature: DepositSignature<'_>,
) -> Result<Deposit> {
    let plain = plain_name(name)?;
    let folder = raw.join(WAITING);
    store::create_folder(&folder)?;
    let mut file = store::temporary_in(&folder)?;
    let (mut hash, mut n_bytes, mut buffer) = (Sha256::new(), 0_u64, vec![0; 1 << 16]);
    loop {
        let n = match content.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => n,
            Err(cause) if cause.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(cause) => return Err(Error::new(ErrorCode::DepositCut).with("file", &plain).because(cause)),
        };
        n_bytes += n as u64;
        if n_bytes > most_mb << 20 {
            return Err(Error::new(ErrorCode::DepositTooLarge).with("file", &plain).with("limit", most_mb));
        }
        hash.update(&buffer[..n]);
        file.write_all(&buffer[..n]).map_err(|e| Error::io(&folder, &e))?;
    }
    if n_bytes == 0 {
        return Err(Error::new(ErrorCode::DepositEmpty).with("file", &plain));
    }
    file.as_file().sync_all().map_err(|e| Error::io(&folder, &e))?;
    let sha256: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let deposit = Deposit {
        id: sha256[..SHORT].to_owned(),
        name_sent: Some(name.to_owned()).filter(|sent| *sent != plain),
        name: plain,
        name_before: None,
        added: Default::default(),
        n_bytes,
        sha256,
        at: signature.at.to_owned(),
        author: signature.author.to_owned(),
    };
    let guard = guard();
    store::persist(file, &OutputPath::own(&waiting_path(raw, &deposit.id, CONTENT)))?;
    let about = serde_json::to_string(&deposit).unwrap_or_default();
    store::write_text(&about, &OutputPath::own(&waiting_path(raw, &deposit.id, ABOUT)))?;
    drop(guard);
    match given_place(raw, &deposit.name)? {
        Some((quartier, year)) => add_quartier_and_year(raw, &deposit.id, &quartier, &year),
        None => Ok(deposit),
    }
}

/// The quartier and the year that were given to the one file that was received under this name: a newer version of it
/// has the same. `None` for no such file, and for several.
fn given_place(raw: &Path, name: &str) -> Result<Option<(String, String)>> {
    let settings = desk_settings(raw)?;
    let mut places = settings.in_force().filter_map(|entry| match &entry.change {
        SettingChange::Place { file, before, quartier, year }
            if folded(before) == folded(name) && raw.join(file).is_file() =>
        {
            Some((quartier.clone(), year.clone()))
        }
        _ => None,
    });
    let first = places.next();
    Ok(first.filter(|_| places.next().is_none()))
}

/// Returns the files that wait for their kind, oldest first.
///
/// # Errors
/// Those of reading the folder.
pub fn waiting_deposits(raw: &Path) -> Result<Vec<Deposit>> {
    let folder = raw.join(WAITING);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(Error::io(&folder, &cause)),
    };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let ids = names.filter_map(|name| name.strip_suffix(&format!(".{ABOUT}")).map(str::to_owned));
    let mut deposits: Vec<Deposit> = ids.filter_map(|id| waiting_deposit(raw, &id).ok()).collect();
    deposits.sort_by(|a, b| (&a.at, &a.name).cmp(&(&b.at, &b.name)));
    Ok(deposits)
}

/// Returns a file that waits for its kind.
///
/// # Errors
/// `deposit-unknown` if none has this number.
pub fn waiting_deposit(raw: &Path, id: &str) -> Result<Deposit> {
    let unknown = || Error::new(ErrorCode::DepositUnknown).with("value", id);
    if id.len() != SHORT || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) || !deposit_path(raw, id).is_file() {
        return Err(unknown());
    }
    let bytes = fs::read(waiting_path(raw, id, ABOUT)).map_err(|_| unknown())?;
    let deposit: Deposit = serde_json::from_slice(&bytes).map_err(|_| unknown())?;
    // The name leads to a path: it is one that this program gave.
    let is_own = deposit.id == id && plain_name(&deposit.name).is_ok_and(|name| name == deposit.name);
    if is_own { Ok(deposit) } else { Err(unknown()) }
}

/// Adds the quartier and the year that a file lacks to its name, where a run reads them; "" adds none and takes back
/// what was added before. Its content stays.
///
/// # Errors
/// `deposit-unknown`; `deposit-year`; `deposit-name`; those of the file system.
pub fn add_quartier_and_year(raw: &Path, id: &str, quartier: &str, year: &str) -> Result<Deposit> {
    let _guard = guard();
    let mut deposit = waiting_deposit(raw, id)?;
    let before = deposit.name_before.take().unwrap_or(deposit.name);
    (deposit.name, deposit.added) = name_with_place(&before, quartier, year)?;
    deposit.name_before = Some(before).filter(|before| *before != deposit.name);
    let about = serde_json::to_string(&deposit).unwrap_or_default();
    store::write_text(&about, &OutputPath::own(&waiting_path(raw, id, ABOUT)))?;
    Ok(deposit)
}

/// Returns the name of a file with a quartier and a year, where a run reads them, and both as they stand in it.
pub(super) fn name_with_place(before: &str, quartier: &str, year: &str) -> Result<(String, (String, String))> {
    let (stem, ending) = before.rsplit_once('.').unwrap_or((before, ""));
    let (quartier, year) = (words_of(quartier), year.trim().to_owned());
    let is_year = year.is_empty() || ingest::year_in_name(&year).is_some_and(|own| own.to_string() == year);
    if !is_year {
        return Err(Error::new(ErrorCode::DepositYear).with("value", year));
    }
    let quartier_text = if quartier.is_empty() { String::new() } else { format!(" – {quartier}") };
    let year_text = if year.is_empty() { String::new() } else { format!("_{year}") };
    let dot = if ending.is_empty() { "" } else { "." };
    // A long name is cut before what is added.
    let added = format!("{quartier_text}{year_text}{dot}{ending}");
    let most = MOST_CHARS.saturating_sub(added.chars().count());
    let name = format!("{}{added}", stem.chars().take(most).collect::<String>().trim_end());
    let name = if quartier.is_empty() && year.is_empty() { before.to_owned() } else { plain_name(&name)? };
    Ok((name, (quartier, year)))
}

/// A text as part of the name of a file: its words, without the signs that divide a name.
fn words_of(text: &str) -> String {
    let plain: String = text.chars().map(|c| if "./\\_".contains(c) || is_unprintable(c) { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The path of a waiting file.
pub(super) fn deposit_path(raw: &Path, id: &str) -> PathBuf {
    waiting_path(raw, id, CONTENT)
}

fn waiting_path(raw: &Path, id: &str, ending: &str) -> PathBuf {
    raw.join(WAITING).join(format!("{id}.{ending}"))
}

/// Removes a waiting file.
///
/// # Errors
/// `deposit-unknown`; those of the file system.
pub fn discard_deposit(raw: &Path, id: &str) -> Result<Deposit> {
    let deposit = waiting_deposit(raw, id)?;
    remove_waiting(raw, id)?;
    Ok(deposit)
}

fn remove_waiting(raw: &Path, id: &str) -> Result<()> {
    for ending in [CONTENT, ABOUT] {
        let path = waiting_path(raw, id, ending);
        match store::retry_while_open(|| fs::remove_file(&path)) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(Error::io(&path, &cause)),
            _ => {}
        }
    }
    Ok(())
}

/// Returns the path of an input file with the same content, if there is one.
///
/// # Errors
/// Those of reading folders.
pub fn same_content(raw: &Path, deposit: &Deposit) -> Result<Option<String>> {
    for kind in DepositKind::ALL {
        let same_size = files_of(raw, kind)?.into_iter().filter(|(_, n_bytes)| *n_bytes == deposit.n_bytes);
        for (path, _) in same_size {
            // A file that can't be read now is another one.
            if ingest::sha256_of_file(&raw.join(&path)).is_ok_and(|sha256| sha256 == deposit.sha256) {
                return Ok(Some(path));
            }
        }
    }
    Ok(None)
}

/// Returns the paths of the input files of a kind with the same name, now or when they were received, in any folder of
/// the kind. Small and capital letters count as the same, as on Windows.
///
/// # Errors
/// Those of reading folders.
pub fn same_name(raw: &Path, deposit: &Deposit, kind: DepositKind) -> Result<Vec<String>> {
    let wanted: Vec<String> =
        [Some(&deposit.name), deposit.name_before.as_ref()].into_iter().flatten().map(|name| folded(name)).collect();
    let settings = desk_settings(raw)?;
    let received_as = |path: &str| {
        settings.in_force().find_map(|entry| match &entry.change {
            SettingChange::Place { file, before, .. } if file == path => Some(before.clone()),
            _ => None,
        })
    };
    let has_name = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or(path);
        wanted.contains(&folded(name)) || received_as(path).is_some_and(|before| wanted.contains(&folded(&before)))
    };
    Ok(files_of(raw, kind)?.into_iter().map(|(path, _)| path).filter(has_name).collect())
}

fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase()
}

/// Returns the files of a kind: path relative to the raw folder, and size.
fn files_of(raw: &Path, kind: DepositKind) -> Result<Vec<(String, u64)>> {
    let files = ingest::folder_files(raw, kind.code())?;
    Ok(files.into_iter().filter(|file| file.fault.is_none()).map(|file| (file.name, file.n_bytes)).collect())
}

/// Gives a waiting file its place among the input files. The same content under another name is not added again. A file
/// that is replaced is copied to `.replaced` first.
///
/// # Errors
/// `deposit-unknown`; `deposit-replaces` with the path of a file of the same name, if nothing was chosen;
/// `deposit-reference-name`, and those of reading reference files and decisions, for a file that a run could not use;
/// those of the file system.
pub fn place_deposit(
    raw: &Path,
    id: &str,
    kind: DepositKind,
    same: &SameName,
    config: &Config,
    signature: DepositSignature<'_>,
) -> Result<DepositPlace> {
    let deposit = waiting_deposit(raw, id)?;
    let _guard = guard();
    if let Some(path) = same_content(raw, &deposit)? {
        remove_waiting(raw, id)?;
        return Ok(DepositPlace { path, replaced: None, was_there: true, n_corrected_before: 0 });
    }
    check_usable(raw, &deposit, kind, config)?;
    let same_names = same_name(raw, &deposit, kind)?;
    let folder = kind.code();
    let has_name = |path: &String| folded(path.rsplit('/').next().unwrap_or(path)) == folded(&deposit.name);
    let (path, replaced) = match (same, same_names.first()) {
        (_, None) => (format!("{folder}/{}", deposit.name), None),
        // The name that the deposit would have is free: only the name before is that of another file.
        (SameName::KeepBoth, Some(_)) if !same_names.iter().any(has_name) => {
            (format!("{folder}/{}", deposit.name), None)
        }
        (SameName::Replace(path), Some(_)) if same_names.contains(path) => {
            (path.clone(), Some(put_aside(raw, path, signature)?))
        }
        (SameName::KeepBoth, Some(_)) => (format!("{folder}/{}", free_name(raw, &deposit.name, kind)?), None),
        (_, Some(path)) => {
            return Err(Error::new(ErrorCode::DepositReplaces).with("file", &deposit.name).with("path", path));
        }
    };
    let target = raw.join(&path);
    let n_corrected_before = match &replaced {
        Some(_) => {
            let sha256 = ingest::sha256_of_file(&target)?;
            n_changed_cells(ingest::CellCorrections::read(raw)?.of(&sha256).corrections.iter())
        }
        None => 0,
    };
    copy_in_one_step(&deposit_path(raw, id), &target)?;
    remove_waiting(raw, id)?;
    // What was said of the file is a setting: it can be changed, and undone.
    // A file that is replaced keeps its name.
    let is_named_so = path.ends_with(&format!("/{}", deposit.name));
    if let Some(before) = deposit.name_before.filter(|_| is_named_so) {
        let (quartier, year) = deposit.added;
        let place = SettingChange::Place { file: path.clone(), before, quartier, year };
        add_setting(raw, place, signature.at, signature.author)?;
    }
    Ok(DepositPlace { path, replaced, was_there: false, n_corrected_before })
}

/// Takes an input file out of the raw folder: its persons leave the register with the next import that is confirmed. It
/// stays in `.replaced`, and can be deposited again. Returns where.
///
/// # Errors
/// `correct-file-unknown` if no such file was deposited: what is typed on the desk is no deposit; `run-under-way`;
/// those of the file system.
pub fn withdraw_file((raw, clean): (&Path, &Path), path: &str, signature: DepositSignature<'_>) -> Result<String> {
    let unknown = || Error::new(ErrorCode::CorrectFileUnknown).with("path", path);
    let kind = path.split('/').next().and_then(DepositKind::from_code).filter(|_| can_withdraw(path));
    // A run under way may be about to read the file.
    let store = clean.is_dir().then(|| Store::open(clean)).transpose()?;
    let _run = store.as_ref().map(Store::lock).transpose()?;
    let _guard = guard();
    let listed = files_of(raw, kind.ok_or_else(unknown)?)?;
    listed.iter().find(|(own, _)| own == path).ok_or_else(unknown)?;
    let aside = put_aside(raw, path, signature)?;
    let own = raw.join(path);
    store::retry_while_open(|| fs::remove_file(&own)).map_err(|e| Error::io(&own, &e))?;
    store::sync_folder(own.parent().unwrap_or(raw))?;
    for entry in desk_settings(raw)?.in_force() {
        if matches!(&entry.change, SettingChange::Place { file, .. } if file == path) {
            undo_entry(raw, &entry.id, signature.at, signature.author)?;
        }
    }
    Ok(aside)
}

/// Whether the file at a path relative to the raw folder holds persons or events and was not typed on the desk.
#[must_use]
pub fn can_withdraw(path: &str) -> bool {
    /// The folder of what is typed on the desk, in the folder of its kind.
    const TYPED: &str = "saisie";
    let kind = path.split('/').next().and_then(DepositKind::from_code);
    let is_of_persons = matches!(kind, Some(DepositKind::Census | DepositKind::Births | DepositKind::Events));
    is_of_persons && path.split('/').nth(1) != Some(TYPED)
}

/// Reads the rulings of a deposited review workbook into the decisions; the workbook then no longer waits. `worker` is
/// the program that reads workbooks in a process of its own.
///
/// # Errors
/// `deposit-unknown`; those of [`review_import`].
pub fn place_review(
    raw: &Path,
    clean: &Path,
    id: &str,
    config: &Config,
    worker: Option<PathBuf>,
    signature: DepositSignature<'_>,
) -> Result<ReviewImport> {
    waiting_deposit(raw, id)?;
    let today = signature.at.get(..10).unwrap_or(signature.at);
    let imported = review_import(&deposit_path(raw, id), clean, raw, signature.author, today, config, worker)?;
    remove_waiting(raw, id)?;
    Ok(imported)
}

/// Checks that a run could use a reference file or a file of decisions: one that it can't stops every run.
fn check_usable(raw: &Path, deposit: &Deposit, kind: DepositKind, config: &Config) -> Result<()> {
    if !matches!(kind, DepositKind::Decisions | DepositKind::Reference) {
        return Ok(());
    }
    if kind == DepositKind::Reference && !REFERENCE_FILES.contains(&deposit.name.as_str()) {
        let known = REFERENCE_FILES.join(", ");
        return Err(Error::new(ErrorCode::DepositReferenceName).with("file", &deposit.name).with("known", known));
    }
    let alone = tempfile::tempdir().map_err(|e| Error::io(&std::env::temp_dir(), &e))?;
    let folder = alone.path().join(kind.code());
    store::create_folder(&folder)?;
    let copy = folder.join(&deposit.name);
    fs::copy(deposit_path(raw, &deposit.id), &copy).map_err(|e| Error::io(&copy, &e))?;
    match kind {
        DepositKind::Reference => Reference::read(&folder).map(drop),
        _ => {
            let decisions = ingest::read_decisions(alone.path(), &config.ingest)?;
            let is_read = !decisions.files.is_empty();
            is_read.then_some(()).ok_or_else(|| Error::new(ErrorCode::ReviewUnreadable).with("path", &deposit.name))
        }
    }
}

/// Copies a file that is about to be replaced. Returns the path of the copy, relative to the raw folder.
fn put_aside(raw: &Path, path: &str, signature: DepositSignature<'_>) -> Result<String> {
    let sha256 = ingest::sha256_of_file(&raw.join(path))?;
    let (stem, ending) = match path.rsplit_once('.').filter(|(_, ending)| !ending.contains('/')) {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (path, String::new()),
    };
    // The moment in a form that Windows allows in a name.
    let at: String = signature.at.chars().take(19).map(|c| if c == ':' { '.' } else { c }).collect();
    let name = format!("{REPLACED}/{stem} {at} {}{ending}", &sha256[..8]);
    let copy = raw.join(&name);
    if let Some(folder) = copy.parent() {
        store::create_folder(folder)?;
    }
    copy_in_one_step(&raw.join(path), &copy)?;
    Ok(name)
}

/// Copies a file beside its target, flushes it, and gives it the target's name.
fn copy_in_one_step(from: &Path, target: &Path) -> Result<()> {
    let folder = target.parent().unwrap_or(Path::new("."));
    store::create_folder(folder)?;
    let mut source = ingest::open_regular(from)?;
    let mut file = store::temporary_in(folder)?;
    std::io::copy(&mut source, file.as_file_mut()).map_err(|e| Error::io(target, &e))?;
    file.as_file().sync_all().map_err(|e| Error::io(target, &e))?;
    store::persist(file, &OutputPath::own(target))
}

/// Returns the name with the first number that no file of the kind has: `Q06 (2).xlsx`.
fn free_name(raw: &Path, wanted: &str, kind: DepositKind) -> Result<String> {
    let taken: Vec<String> = files_of(raw, kind)?.iter().map(|(path, _)| folded(path)).collect();
    let (stem, ending) = wanted.rsplit_once('.').unwrap_or((wanted, ""));
    let dot = if ending.is_empty() { "" } else { "." };
    let is_free = |name: &String| !taken.contains(&folded(&format!("{}/{name}", kind.code())));
    let mut names = (2..).map(|n| format!("{stem} ({n}){dot}{ending}"));
    names.find(is_free).ok_or_else(|| Error::new(ErrorCode::DepositName).with("value", wanted))
}

/// Returns a name without folders that Windows allows and a run reads: forbidden signs become `_`.
///
/// # Errors
/// `deposit-name` if nothing of it is left, or no run reads a file of this name (`README`, `~$…`, `.md`).
fn plain_name(sent: &str) -> Result<String> {
    let wrong = || Error::new(ErrorCode::DepositName).with("value", sent.chars().take(MOST_CHARS).collect::<String>());
    // Browsers send the name alone, or a path of another system.
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_forbidden = |c: char| is_unprintable(c) || "<>:\"|?*".contains(c);
    let allowed: String = last.nfc().map(|c| if is_forbidden(c) { '_' } else { c }).collect();
    // Windows drops dots and blanks at the end; a name that begins with a dot is hidden from a run.
    let trimmed = allowed.trim_matches(|c: char| c.is_whitespace() || c == '.');
    let name = shortened(trimmed);
    let name = if store::is_name_on_windows(&name) { name } else { format!("_{name}") };
    let is_used =
        name.chars().any(char::is_alphanumeric) && store::is_name_on_windows(&name) && ingest::is_input(&name);
    if is_used { Ok(name) } else { Err(wrong()) }
}

/// Shortens a name; its ending stays.
fn shortened(name: &str) -> String {
    let n_chars = name.chars().count();
    if n_chars <= MOST_CHARS {
        return name.to_owned();
    }
    let (stem, ending) = name.rsplit_once('.').filter(|(_, ending)| ending.chars().count() <= 8).unwrap_or((name, ""));
    let dot = if ending.is_empty() { "" } else { "." };
    let most = MOST_CHARS - ending.chars().count() - dot.len();
    format!("{}{dot}{ending}", stem.chars().take(most).collect::<String>().trim_end())
}

#[cfg(test)]
#[path = "deposit_tests.rs"]
mod tests;
