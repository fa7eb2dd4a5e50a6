//! Backs a register up to one file and restores it.
//!
//! A backup is an ordinary zip with the raw folder, every sound generation, the log of look-ups, the ledger of
//! releases, the settings, and `backup.json`, which lists each file with its size and SHA-256. It is checked when it is
//! written and again before a restore. A restore never overwrites a file. A ledger of releases that is already there
//! stays unless that of the backup is longer: what was shown to others is not forgotten.

mod make_room;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;

use crate::error::{Error, ErrorCode, Result};
use crate::store::{self, OutputPath};

use make_room::make_room;

/// Name of the list of files in a backup.
const LIST: &str = "backup.json";
/// Version of the format. A newer one is refused.
const FORMAT: u32 = 1;

/// Most bytes of the settings.
const MOST_SETTINGS_BYTES: u64 = 1024 * 1024;
/// Most bytes of the list.
const MOST_LIST_BYTES: u64 = 256 * 1024 * 1024;
/// Bytes that every backup may unpack to.
const MOST_UNPACKED: u64 = 1 << 30;
/// A larger backup may unpack to this many times its size: text is packed well, but not better.
const MOST_RATIO: u64 = 60;

/// The list of files in a backup.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BackupContents {
    /// Version of the format.
    pub format: u32,
    /// Version of the program that made it.
    pub program: String,
    /// Time of the backup, RFC 3339.
    pub made_at: String,
    /// Number of the generation in use.
    pub generation: u64,
    /// Name of the commune; "" in a backup of an older program.
    #[serde(default)]
    pub commune: String,
    /// Path in the backup, size in bytes and SHA-256 of each file.
    pub files: BTreeMap<String, (u64, String)>,
}

impl BackupContents {
    /// Size of all files in bytes.
    #[must_use]
    pub fn n_bytes(&self) -> u64 {
        self.files.values().fold(0, |sum, (n, _)| sum.saturating_add(*n))
    }
}

/// The folders and the settings file of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterPaths {
    /// The raw folder.
    pub raw: PathBuf,
    /// The folder of the register.
    pub clean: PathBuf,
    /// The settings file.
    pub config: PathBuf,
}

impl RegisterPaths {
    /// The paths with each folder that is a link replaced by the folder that it leads to: a folder is put in the place of
    /// the folder, not of the link.
    fn followed(&self) -> Self {
        let follow = |path: &PathBuf| {
            let is_link = fs::symlink_metadata(path).is_ok_and(|entry| entry.is_symlink());
            is_link.then(|| path.canonicalize().ok()).flatten().unwrap_or_else(|| path.clone())
        };
        Self { raw: follow(&self.raw), clean: follow(&self.clean), config: self.config.clone() }
    }
}

/// Files of the register beside its generations and its ledger of releases.
const BESIDE: [&str; 6] = [
    "CURRENT",
    "log/lookups.jsonl",
    "lookups-head.json",
    "parcels/journal.jsonl",
    "parcels-head.json",
    store::LEDGER_HEAD,
];
/// The folder of parcels, in the folder of the register.
const PARCELS: &str = "parcels";

/// What may be in the folder of the register before a restore, and outlives it: the ledger of releases, and the key and
/// the journal of the office, of which the longer one counts.
const STAYS: [&str; 4] = [store::LEDGER_FOLDER, store::LEDGER_HEAD, PARCELS, "parcels-head.json"];

const RAW: &str = "data-raw";
const CLEAN: &str = "data-clean";
const CONFIG: &str = "bato.toml";

/// Writes a backup to a temporary file, checks it, and moves it to `out`.
///
/// `generations` are the folders of sound generations; `contents` gives program, time and generation.
///
/// # Errors
/// `raw-missing` if the raw folder is none, `link-nowhere`; `backup-torn` if the written file does not read back; those
/// of the file system.
pub fn write(
    paths: &RegisterPaths,
    generations: &[PathBuf],
    contents: BackupContents,
    output: &OutputPath,
) -> Result<BackupContents> {
    let out = output.path();
    let mut sources: Vec<(String, PathBuf)> = Vec::new();
    // A raw folder that is not there now (a disk that is not plugged in, a slip in a path) would make a backup without
    // sheets, in the place of an earlier one that has them.
    if !paths.raw.is_dir() {
        return Err(Error::new(ErrorCode::RawMissing).at(&paths.raw));
    }
    add_files(&paths.raw, RAW, &mut sources)?;
    // A backup that another office sent is not backed up again.
    sources.retain(|(name, _)| !name.starts_with(&format!("{RAW}/backup/")));
    refuse_lost_names(&sources)?;
    for generation in generations {
        let name = generation.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        add_files(generation, &format!("{CLEAN}/generations/{name}"), &mut sources)?;
    }
    for folder in [store::LEDGER_FOLDER, "parcels/manifests"] {
        add_files(&paths.clean.join(folder), &format!("{CLEAN}/{folder}"), &mut sources)?;
    }
    for name in BESIDE {
        let path = paths.clean.join(name);
        if path.is_file() {
            sources.push((format!("{CLEAN}/{name}"), path));
        }
    }
    if paths.config.is_file() {
        sources.push((CONFIG.to_owned(), paths.config.clone()));
    }
    sources.sort();
    let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = store::temporary_in(folder)?;
    let contents = write_zip(&sources, contents, file.as_file(), out)?;
    store::allow_reading(&file);
    let read = check(file.path())?;
    if read != contents {
        return Err(Error::new(ErrorCode::BackupTorn).at(out).with("file", LIST));
    }
    store::persist(file, output)?;
    Ok(contents)
}

fn write_zip(
    sources: &[(String, PathBuf)],
    contents: BackupContents,
    file: &File,
    out: &Path,
) -> Result<BackupContents> {
    let fault = |e: zip::result::ZipError| match e {
        zip::result::ZipError::Io(cause) => Error::io(out, &cause),
        other => Error::new(ErrorCode::Io).at(out).because(other),
    };
    let mut contents = BackupContents { format: FORMAT, files: BTreeMap::new(), ..contents };
    let mut zip = zip::ZipWriter::new(store::QuietWriter::new(std::io::BufWriter::new(file)));
    let options = |name: &str| {
        // Workbooks and Parquet files are already compressed.
        let is_compressed = [".xlsx", ".xlsm", ".xlsb", ".ods", ".parquet"].iter().any(|end| name.ends_with(end));
        let method = if is_compressed { zip::CompressionMethod::Stored } else { zip::CompressionMethod::Deflated };
        SimpleFileOptions::default().compression_method(method).large_file(true)
    };
    for (name, path) in sources {
        zip.start_file(name.as_str(), options(name)).map_err(fault)?;
        let mut source = File::open(path).map_err(|e| Error::io(path, &e))?;
        let entry = copy_hashed(&mut source, &mut zip).map_err(|e| Error::io(path, &e))?;
        contents.files.insert(name.clone(), entry);
    }
    let list = serde_json::to_vec_pretty(&contents).map_err(|e| Error::new(ErrorCode::Io).at(out).because(e))?;
    zip.start_file(LIST, options(LIST)).map_err(fault)?;
    zip.write_all(&list).map_err(|e| Error::io(out, &e))?;
    let mut written = zip.finish().map_err(fault)?;
    written.flush().and_then(|()| file.sync_all()).map_err(|e| Error::io(out, &e))?;
    Ok(contents)
}

/// Returns the list of a backup and the text of its settings, if it holds some. The files are not compared.
///
/// # Errors
/// `backup-not` if it is no backup, `backup-newer` if a newer program made it.
pub fn contents_and_settings(path: &Path) -> Result<(BackupContents, Option<String>)> {
    let (contents, mut archive) = open(path)?;
    let mut text = String::new();
    let settings = archive.by_name(CONFIG).ok().map(|file| file.take(MOST_SETTINGS_BYTES));
    let is_read = settings.is_some_and(|mut file| file.read_to_string(&mut text).is_ok());
    Ok((contents, is_read.then_some(text)))
}

/// Reads a whole backup and compares its files with the list.
///
/// # Errors
/// `backup-not` if it is no backup, `backup-newer` if a newer program made it, `backup-torn` with the first file that
/// differs from the list.
pub fn check(path: &Path) -> Result<BackupContents> {
    let (contents, mut archive) = open(path)?;
    let torn = |file: &str| Error::new(ErrorCode::BackupTorn).at(path).with("file", file);
    let names: BTreeSet<String> = archive
        .file_names()
        .map(|name| name.map(std::borrow::Cow::into_owned).map_err(|_| torn(LIST)))
        .filter(|name| name.as_deref() != Ok(LIST))
        .collect::<Result<_>>()?;
    if let Some(other) = names.iter().find(|name| !contents.files.contains_key(*name)) {
        return Err(torn(other));
    }
    let size = fs::metadata(path).map_or(0, |meta| meta.len());
    if contents.n_bytes() > MOST_UNPACKED.max(size.saturating_mul(MOST_RATIO)) {
        return Err(torn(LIST));
    }
    for (name, entry) in &contents.files {
        if !is_known_name(name) {
            return Err(torn(name));
        }
        let mut file = archive.by_name(name).map_err(|_| torn(name))?.take(entry.0.saturating_add(1));
        if copy_hashed(&mut file, &mut std::io::sink()).map_err(|_| torn(name))? != *entry {
            return Err(torn(name));
        }
    }
    Ok(contents)
}

/// Restores a backup: checks it, writes it to temporary folders and renames them. The folders must be empty; the raw
/// folder may hold folders without a file.
/// `complete` gets the temporary folder of the register once it is whole: what it writes comes into use with the rest.
///
/// # Errors
/// Those of [`check`]; `backup-name-windows` on Windows for a file that can't be there; `restore-not-empty` for a
/// folder that holds something else; those of the file system.
pub fn restore(path: &Path, paths: &RegisterPaths, complete: &dyn Fn(&Path) -> Result<()>) -> Result<BackupContents> {
    let paths = &paths.followed();
    sweep_restore(paths)?;
    for folder in [&paths.raw, &paths.clean] {
        // A link that is left leads nowhere: no folder can be put in its place.
        match fs::symlink_metadata(folder) {
            Ok(entry) if entry.is_symlink() => return Err(Error::new(ErrorCode::NotFound).at(folder)),
            Ok(entry) if !entry.is_dir() => return Err(Error::new(ErrorCode::RestoreNotEmpty).at(folder)),
            _ => {}
        }
    }
    let contents = check(path)?;
    if cfg!(windows)
        && let Some(name) = name_not_for_windows(contents.files.keys())
    {
        return Err(Error::new(ErrorCode::BackupNameWindows).at(path).with("file", name));
    }
    for folder in [&paths.raw, &paths.clean] {
        let may_stay = |entry: &std::io::Result<fs::DirEntry>| {
            let is_of_office = |name: &std::ffi::OsStr| STAYS.iter().any(|stays| name == *stays);
            // The first start on Windows makes the folders for sheets.
            let is_made_by_start = |entry: &fs::DirEntry| make_room::holds_folders_alone(&entry.path());
            let is_clean = folder == &paths.clean;
            entry
                .as_ref()
                .is_ok_and(|entry| if is_clean { is_of_office(&entry.file_name()) } else { is_made_by_start(entry) })
        };
        let is_free = match fs::read_dir(folder) {
            Ok(mut entries) => entries.all(|entry| may_stay(&entry)),
            Err(e) => e.kind() == std::io::ErrorKind::NotFound,
        };
        if !is_free {
            return Err(Error::new(ErrorCode::RestoreNotEmpty).at(folder));
        }
    }
    let written = write_temporaries(path, paths, &contents, complete);
    if written.as_ref().is_err_and(|fault| fault.code != ErrorCode::RunUnderWay) {
        // A failed restore leaves nothing.
        for folder in [&paths.raw, &paths.clean] {
            let _ = fs::remove_dir_all(temporary(folder));
        }
    }
    written?;
    finish_restore(paths)?;
    Ok(contents)
}

/// The mark of a temporary folder in which every file of a backup is written.
const WHOLE: &str = ".restored";
/// The settings in the temporary folder, until they get their place.
const SETTINGS: &str = ".bato.toml";

/// The lock file in the temporary folder. A restore under way holds it.
const LOCK: &str = ".restoring";

/// Creates and locks a file; `run-under-way` if another restore holds it. A file system without locks (some network
/// drives) is no reason not to restore.
fn lock(path: &Path) -> Result<File> {
    let file = File::create(path).map_err(|e| Error::io(path, &e))?;
    match file.try_lock() {
        Err(fs::TryLockError::WouldBlock) => Err(Error::new(ErrorCode::RunUnderWay).at(path)),
        _ => Ok(file),
    }
}

/// Whether no restore holds the lock file in a folder.
fn is_stale(folder: &Path) -> bool {
    match File::open(folder.join(LOCK)) {
        Ok(file) => file.try_lock().is_ok(),
        // The folder was created, and nothing in it; or the program is an older one.
        Err(_) => fs::metadata(folder)
            .and_then(|meta| meta.modified())
            .is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() >= 5)),
    }
}

/// Finishes a restore that was cut off between its renames, or removes what a restore that was cut off earlier wrote. A
/// restore under way is left alone. Sheets that were put into the raw folder since stay there.
///
/// # Errors
/// `restore-unfinished` where something in the folders is in the way; those of the file system.
pub fn sweep_restore(paths: &RegisterPaths) -> Result<()> {
    let paths = &paths.followed();
    let beside = temporary(&paths.clean);
    if beside.join(WHOLE).is_file() || paths.clean.join(WHOLE).is_file() {
        let folder = if beside.is_dir() { &beside } else { &paths.clean };
        return if is_stale(folder) { finish_restore(paths) } else { Ok(()) };
    }
    let folders = [beside.clone(), temporary(&paths.raw)];
    if folders.iter().any(|folder| folder.is_dir()) && is_stale(&beside) {
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            fs::remove_dir_all(folder).map_err(|e| Error::io(folder, &e))?;
        }
    }
    Ok(())
}

/// The folder beside `folder` into which a backup is written first.
fn temporary(folder: &Path) -> PathBuf {
    let name = folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    folder.with_file_name(format!(".{name}.restoring"))
}

/// Writes every file of a backup into the temporary folders, then the mark.
fn write_temporaries(
    path: &Path,
    paths: &RegisterPaths,
    contents: &BackupContents,
    complete: &dyn Fn(&Path) -> Result<()>,
) -> Result<()> {
    let (_, mut archive) = open(path)?;
    let folders = [(CLEAN, &paths.clean), (RAW, &paths.raw)];
    private_dir(&temporary(&paths.clean))?;
    // The lock comes first: without it the folders count as left by a restore that was cut off.
    let _lock = lock(&temporary(&paths.clean).join(LOCK))?;
    private_dir(&temporary(&paths.raw))?;
    for (name, entry) in &contents.files {
        let torn = || Error::new(ErrorCode::BackupTorn).at(path).with("file", name);
        let in_folder = folders.iter().find_map(|(top, folder)| {
            let rest = name.strip_prefix(top)?.strip_prefix('/')?;
            Some((folder, rest))
        });
        let to = match in_folder {
            Some((folder, rest)) => temporary(folder).join(relative_path(rest).ok_or_else(torn)?),
            None => temporary(&paths.clean).join(SETTINGS),
        };
        if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            private_dir(folder)?;
        }
        let mut from = archive.by_name(name).map_err(|_| torn())?.take(entry.0.saturating_add(1));
        let mut file = File::create(&to).map_err(|e| Error::io(&to, &e))?;
        let written = copy_hashed(&mut from, &mut file).map_err(|e| Error::io(&to, &e))?;
        file.sync_all().map_err(|e| Error::io(&to, &e))?;
        if written != *entry {
            return Err(torn());
        }
    }
    keep_longer_ledger(&paths.clean)?;
    keep_office(&paths.clean)?;
    complete(&temporary(&paths.clean))?;
    let mark = temporary(&paths.clean).join(WHOLE);
    File::create(&mark).and_then(|file| file.sync_all()).map_err(|e| Error::io(&mark, &e))
}

/// Copies the ledger of releases that is there over that of the backup, if it knows more releases.
fn keep_longer_ledger(clean: &Path) -> Result<()> {
    let [own, restored] = [clean, &temporary(clean)].map(|folder| folder.join(store::LEDGER_FOLDER));
    let length = |folder: &Path| fs::metadata(folder.join("ledger.jsonl")).map_or(0, |file| file.len());
    if length(&own) <= length(&restored) {
        return Ok(());
    }
    private_dir(&restored)?;
    let mut files = Vec::new();
    add_files(&own, "", &mut files)?;
    for (name, from) in files {
        let to = restored.join(name.trim_start_matches('/'));
        fs::copy(&from, &to).map_err(|e| Error::io(&to, &e))?;
    }
    let head = clean.join(store::LEDGER_HEAD);
    if head.is_file() {
        let to = temporary(clean).join(store::LEDGER_HEAD);
        fs::copy(&head, &to).map_err(|e| Error::io(&to, &e))?;
    }
    Ok(())
}

/// Copies the office's key and its parcels that are there into the restored folder; the journal, too, unless that of the
/// backup is longer. The key of an office is in no backup.
fn keep_office(clean: &Path) -> Result<()> {
    let (own, restored) = (clean.join(PARCELS), temporary(clean).join(PARCELS));
    let length = |folder: &Path| fs::metadata(folder.join("journal.jsonl")).map_or(0, |file| file.len());
    let is_longer = length(&own) > length(&restored);
    let mut files = Vec::new();
    add_files(&own, "", &mut files)?;
    let copy = |from: &Path, to: &Path| -> Result<()> {
        to.parent().map_or(Ok(()), private_dir)?;
        fs::copy(from, to).map(drop).map_err(|e| Error::io(to, &e))
    };
    for (name, from) in files {
        let name = name.trim_start_matches('/');
        if is_longer || name != "journal.jsonl" {
            copy(&from, &restored.join(name))?;
        }
    }
    let head = clean.join("parcels-head.json");
    if is_longer && head.is_file() {
        copy(&head, &temporary(clean).join("parcels-head.json"))?;
    }
    Ok(())
}

/// The file of the settings of a backup that was restored where other settings were.
#[must_use]
pub fn restored_settings(paths: &RegisterPaths) -> PathBuf {
    paths.config.with_file_name("bato.restored.toml")
}

/// Whether a restore was cut off after every file was written: its folders have yet to get their names.
#[must_use]
pub fn is_restore_unfinished(paths: &RegisterPaths) -> bool {
    let paths = &paths.followed();
    temporary(&paths.clean).join(WHOLE).is_file() || paths.clean.join(WHOLE).is_file()
}

/// Gives restored folders their names. Nothing happens unless every file of a backup was written.
fn finish_restore(paths: &RegisterPaths) -> Result<()> {
    let beside = temporary(&paths.clean);
    if beside.join(WHOLE).is_file() {
        make_room(paths)?;
        for folder in [&paths.raw, &paths.clean] {
            let beside = temporary(folder);
            if !beside.is_dir() {
                continue;
            }
            // What may stay is in the restored folder, too.
            for name in STAYS.map(|name| folder.join(name)) {
                let _ = if name.is_dir() { fs::remove_dir_all(&name) } else { fs::remove_file(&name) };
            }
            let _ = fs::remove_dir(folder);
            if folder.exists() {
                fs::remove_dir(folder).map_err(|e| Error::io(folder, &e))?;
            }
            match store::retry_while_open(|| fs::rename(&beside, folder)) {
                // Another command has finished the restore meanwhile.
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
                renamed => renamed.map_err(|e| Error::io(folder, &e))?,
            }
        }
    }
    if paths.clean.join(WHOLE).is_file() {
        let settings = paths.clean.join(SETTINGS);
        if settings.is_file() {
            // Existing settings stay, and those of the backup lie beside them: the register was made with them.
            let is_same = || fs::read(&settings).ok() == fs::read(&paths.config).ok();
            let to = if paths.config.exists() { restored_settings(paths) } else { paths.config.clone() };
            if to == paths.config || !is_same() {
                store::retry_while_open(|| fs::rename(&settings, &to)).map_err(|e| Error::io(&to, &e))?;
            }
        }
        let _ = fs::remove_file(&settings);
        let _ = fs::remove_file(paths.clean.join(LOCK));
        fs::remove_file(paths.clean.join(WHOLE)).map_err(|e| Error::io(&paths.clean, &e))?;
    }
    Ok(())
}

fn open(path: &Path) -> Result<(BackupContents, zip::ZipArchive<std::io::BufReader<File>>)> {
    let not_one = || Error::new(ErrorCode::BackupNot).at(path);
    // A pipe or a device could block the program for ever.
    if !fs::metadata(path).map_err(|e| Error::io(path, &e))?.is_file() {
        return Err(not_one());
    }
    let file = File::open(path).map_err(|e| Error::io(path, &e))?;
    let mut archive = zip::ZipArchive::new(std::io::BufReader::new(file)).map_err(|_| not_one())?;
    let mut list = Vec::new();
    archive
        .by_name(LIST)
        .map_err(|_| not_one())?
        .take(MOST_LIST_BYTES)
        .read_to_end(&mut list)
        .map_err(|_| not_one())?;
    let contents: BackupContents = serde_json::from_slice(&list).map_err(|_| not_one())?;
    if contents.format > FORMAT {
        return Err(Error::new(ErrorCode::BackupNewer).at(path).with("format", contents.format));
    }
    Ok((contents, archive))
}

/// Returns the first of these files that Windows can't hold beside the others: by its own name, or because another
/// differs in small and capital letters alone.
fn name_not_for_windows<'n>(names: impl IntoIterator<Item = &'n String>) -> Option<&'n str> {
    let mut folded = BTreeSet::new();
    names
        .into_iter()
        .map(String::as_str)
        .find(|name| !name.split('/').all(store::is_name_on_windows) || !folded.insert(name.to_lowercase()))
}

/// Whether a backup may hold a file of this name: one below the raw folder, of a generation, or one of the few beside
/// them.
fn is_known_name(name: &str) -> bool {
    let rest = |top: &str| name.strip_prefix(top).and_then(|rest| rest.strip_prefix('/'));
    let is_in = |rest: &str, folder: &str| rest.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let is_of_folder =
        |rest: &str| (is_in(rest, "generations") || is_in(rest, store::LEDGER_FOLDER)) && relative_path(rest).is_some();
    let is_manifest = |rest: &str| is_in(rest, "parcels/manifests") && relative_path(rest).is_some();
    let is_beside = |rest: &str| BESIDE.contains(&rest) || is_manifest(rest);
    name == CONFIG
        || rest(RAW).is_some_and(|rest| relative_path(rest).is_some())
        || rest(CLEAN).is_some_and(|rest| is_of_folder(rest) || is_beside(rest))
}

/// Refuses a name with which no file can be put back: one that leaves its folder, or that two files would have.
///
/// # Errors
/// `file-name`.
fn refuse_lost_names(sources: &[(String, PathBuf)]) -> Result<()> {
    let mut names = BTreeSet::new();
    for (name, path) in sources {
        if relative_path(name).is_none() || !names.insert(name) {
            return Err(Error::new(ErrorCode::FileName).at(path));
        }
    }
    Ok(())
}

/// Adds the regular files below a folder with their names in the backup. A folder that a link leads back to is added
/// once, a missing one is empty.
///
/// # Errors
/// `link-nowhere`; those of reading a folder: a backup without what a link stands for would be less than all.
fn add_files(folder: &Path, name: &str, sources: &mut Vec<(String, PathBuf)>) -> Result<()> {
    let mut open = vec![(folder.to_owned(), name.to_owned())];
    let mut folders_read = BTreeSet::new();
    while let Some((folder, name)) = open.pop() {
        if !folders_read.insert(folder.canonicalize().unwrap_or_else(|_| folder.clone())) {
            continue;
        }
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => continue,
            Err(e) => return Err(Error::io(&folder, &e)),
        };
        for entry in entries {
            let entry = entry.map_err(|e| Error::io(&folder, &e))?;
            let (path, name) = (entry.path(), format!("{name}/{}", text_name(&entry.file_name())));
            let meta = match fs::metadata(&path) {
                Err(e) if e.kind() == std::io::ErrorKind::NotFound && path.is_symlink() => {
                    return Err(Error::new(ErrorCode::LinkNowhere).at(&path));
                }
                meta => meta.map_err(|e| Error::io(&path, &e))?,
            };
            if meta.is_dir() {
                open.push((path, name));
            } else if meta.is_file() {
                sources.push((name, path));
            }
        }
    }
    Ok(())
}

/// A file name as text. Each byte that is no text becomes `%` and two digits, so that two such names stay two.
fn text_name(name: &std::ffi::OsStr) -> String {
    let mut text = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| text.push_str(&format!("%{byte:02X}")));
    }
    text
}

/// Copies bytes; returns their number and SHA-256.
fn copy_hashed(from: &mut impl Read, to: &mut impl Write) -> std::io::Result<(u64, String)> {
    let (mut n_bytes, mut hash, mut buffer) = (0, Sha256::new(), vec![0; 1 << 16]);
    loop {
        match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => {
                hash.update(&buffer[..n]);
                to.write_all(&buffer[..n])?;
                n_bytes += n as u64;
            }
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok((n_bytes, hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}

/// The relative path, if it stays below its folder.
fn relative_path(name: &str) -> Option<PathBuf> {
    let path = Path::new(name);
    let stays = path.components().all(|part| matches!(part, Component::Normal(_)));
    (stays && !name.contains('\\')).then(|| path.to_owned())
}

/// Creates a folder that only its owner can read.
fn private_dir(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|e| Error::io(path, &e))
}

#[cfg(test)]
mod tests;
