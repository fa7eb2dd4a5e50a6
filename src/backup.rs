//! Backs a register up to one file and restores it.
//!
//! A backup is an ordinary zip with the raw folder, every sound generation, the log of look-ups, the settings, and
//! `backup.json`, which lists each file with its size and SHA-256. It is checked when it is written and again before a
//! restore. A restore never overwrites a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;

use crate::error::{Error, ErrorCode, Result};

/// Name of the list of files in a backup.
const LIST: &str = "backup.json";
/// Version of the format. A newer one is refused.
const FORMAT: u32 = 1;

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
    /// Path in the backup, size in bytes and SHA-256 of each file.
    pub files: BTreeMap<String, (u64, String)>,
}

impl BackupContents {
    /// Size of all files in bytes.
    #[must_use]
    pub fn n_bytes(&self) -> u64 {
        self.files.values().map(|(n, _)| n).sum()
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

const RAW: &str = "data-raw";
const CLEAN: &str = "data-clean";
const CONFIG: &str = "bato.toml";

/// Writes a backup to a temporary file, checks it, and moves it to `out`.
///
/// `generations` are the folders of sound generations; `contents` gives program, time and generation.
///
/// # Errors
/// `backup-torn` if the written file does not read back; those of the file system.
pub fn write(
    paths: &RegisterPaths,
    generations: &[PathBuf],
    contents: BackupContents,
    out: &Path,
) -> Result<BackupContents> {
    let mut sources: Vec<(String, PathBuf)> = Vec::new();
    add_files(&paths.raw, RAW, &mut sources)?;
    for generation in generations {
        let name = generation.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        add_files(generation, &format!("{CLEAN}/generations/{name}"), &mut sources)?;
    }
    for name in ["CURRENT", "log/lookups.jsonl"] {
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
    let file = tempfile::Builder::new().prefix(".bato-").tempfile_in(folder).map_err(|e| Error::io(out, &e))?;
    let contents = write_zip(&sources, contents, file.as_file(), out)?;
    let read = check(file.path())?;
    if read != contents {
        return Err(Error::new(ErrorCode::BackupTorn).at(out).with("file", LIST));
    }
    file.persist(out).map_err(|e| Error::io(out, &e.error))?;
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
    let mut zip = zip::ZipWriter::new(std::io::BufWriter::new(file));
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

/// Reads a whole backup and compares its files with the list.
///
/// # Errors
/// `backup-not` if it is no backup, `backup-newer` if a newer program made it, `backup-torn` with the first file that differs
/// from the list.
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
    for (name, entry) in &contents.files {
        let mut file = archive.by_name(name).map_err(|_| torn(name))?;
        if copy_hashed(&mut file, &mut std::io::sink()).map_err(|_| torn(name))? != *entry {
            return Err(torn(name));
        }
    }
    Ok(contents)
}

/// Restores a backup: checks it, writes it to temporary folders and renames them. The folders must be empty.
///
/// # Errors
/// Those of [`check`]; `restore-not-empty` for a folder that is not empty; those of the file system.
pub fn restore(path: &Path, paths: &RegisterPaths) -> Result<BackupContents> {
    let contents = check(path)?;
    for folder in [&paths.raw, &paths.clean] {
        let is_free = match fs::read_dir(folder) {
            Ok(mut entries) => entries.next().is_none(),
            Err(e) => e.kind() == std::io::ErrorKind::NotFound,
        };
        if !is_free {
            return Err(Error::new(ErrorCode::RestoreNotEmpty).at(folder));
        }
    }
    let (_, mut archive) = open(path)?;
    let temporary = |folder: &Path| {
        let name = folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        folder.with_file_name(format!(".{name}.restoring"))
    };
    let folders = [(RAW, &paths.raw), (CLEAN, &paths.clean)];
    for (_, folder) in &folders {
        let temporary = temporary(folder);
        if temporary.exists() {
            fs::remove_dir_all(&temporary).map_err(|e| Error::io(&temporary, &e))?;
        }
        private_dir(&temporary)?;
    }
    for (name, entry) in &contents.files {
        let to =
            match folders.iter().find_map(|(top, folder)| Some((folder, name.strip_prefix(top)?.strip_prefix('/')?))) {
                Some((folder, rest)) => temporary(folder).join(
                    relative_path(rest).ok_or_else(|| Error::new(ErrorCode::BackupTorn).at(path).with("file", name))?,
                ),
                // Existing settings stay.
                None if paths.config.exists() => continue,
                None => paths.config.clone(),
            };
        if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            private_dir(folder)?;
        }
        let torn = || Error::new(ErrorCode::BackupTorn).at(path).with("file", name);
        let mut from = archive.by_name(name).map_err(|_| torn())?;
        let mut file = File::create(&to).map_err(|e| Error::io(&to, &e))?;
        let written = copy_hashed(&mut from, &mut file).map_err(|e| Error::io(&to, &e))?;
        file.sync_all().map_err(|e| Error::io(&to, &e))?;
        if written != *entry {
            return Err(torn());
        }
    }
    for (_, folder) in folders {
        if folder.exists() {
            fs::remove_dir(folder).map_err(|e| Error::io(folder, &e))?;
        }
        fs::rename(temporary(folder), folder).map_err(|e| Error::io(folder, &e))?;
    }
    Ok(contents)
}

fn open(path: &Path) -> Result<(BackupContents, zip::ZipArchive<std::io::BufReader<File>>)> {
    let file = File::open(path).map_err(|e| Error::io(path, &e))?;
    let not_one = || Error::new(ErrorCode::BackupNot).at(path);
    let mut archive = zip::ZipArchive::new(std::io::BufReader::new(file)).map_err(|_| not_one())?;
    let mut list = Vec::new();
    archive.by_name(LIST).map_err(|_| not_one())?.read_to_end(&mut list).map_err(|_| not_one())?;
    let contents: BackupContents = serde_json::from_slice(&list).map_err(|_| not_one())?;
    if contents.format > FORMAT {
        return Err(Error::new(ErrorCode::BackupNewer).at(path).with("format", contents.format));
    }
    Ok((contents, archive))
}

/// Adds the files below a folder with their names in the backup.
fn add_files(folder: &Path, name: &str, sources: &mut Vec<(String, PathBuf)>) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry.map_err(|e| Error::io(folder, &e))?;
        let (path, own) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let name = format!("{name}/{own}");
        if path.is_dir() {
            add_files(&path, &name, sources)?;
        } else if path.is_file() {
            sources.push((name, path));
        }
    }
    Ok(())
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
mod tests {
    use super::*;

    fn register() -> (tempfile::TempDir, RegisterPaths) {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let paths = RegisterPaths { raw: at("data-raw"), clean: at("data-clean"), config: at("bato.toml") };
        fs::create_dir_all(paths.raw.join("census/Q06 Boma")).expect("a folder");
        fs::create_dir_all(paths.clean.join("generations/000001")).expect("a folder");
        fs::write(paths.raw.join("census/Q06 Boma/été.csv"), "a;b\n").expect("written");
        fs::write(paths.clean.join("generations/000001/persons.parquet"), [7; 300]).expect("written");
        fs::write(paths.clean.join("CURRENT"), "000001").expect("written");
        (folder, paths)
    }

    #[test]
    fn a_backup_is_restored_and_overwrites_nothing() {
        let (folder, paths) = register();
        let out = folder.path().join("copie.zip");
        let generations = [paths.clean.join("generations/000001")];
        let contents = write(&paths, &generations, BackupContents::default(), &out).expect("a backup");
        assert_eq!((contents.files.len(), contents.n_bytes()), (3, 310));
        assert_eq!(restore(&out, &paths).expect_err("in use").code, ErrorCode::RestoreNotEmpty);
        let at = |name: &str| folder.path().join("else").join(name);
        let other = RegisterPaths { raw: at("data-raw"), clean: at("data-clean"), config: at("bato.toml") };
        assert_eq!(restore(&out, &other).expect("restored"), contents);
        assert_eq!(fs::read(other.raw.join("census/Q06 Boma/été.csv")).expect("read"), b"a;b\n");
        assert_eq!(fs::read(other.clean.join("CURRENT")).expect("read"), b"000001");
    }

    #[test]
    fn a_damaged_backup_is_refused() {
        let (folder, paths) = register();
        let out = folder.path().join("copie.zip");
        write(&paths, &[paths.clean.join("generations/000001")], BackupContents::default(), &out).expect("a backup");
        let bytes = fs::read(&out).expect("read");
        let damaged = folder.path().join("abîmé.zip");
        let mut n_refused = 0;
        for at in (0..bytes.len()).step_by(7) {
            let mut other = bytes.clone();
            other[at] ^= 0x40;
            fs::write(&damaged, &other).expect("written");
            n_refused += usize::from(check(&damaged).is_err());
            fs::write(&damaged, &bytes[..at]).expect("written");
            assert!(check(&damaged).is_err(), "cut at {at}");
        }
        // A flipped bit in a time stamp or an attribute changes no file.
        assert!(n_refused * 3 > bytes.len() / 7, "{n_refused} of {}", bytes.len() / 7);
        assert_eq!(relative_path("../x"), None);
        assert_eq!(relative_path("/x"), None);
    }
}
