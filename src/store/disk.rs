//! Low-level file operations of the store: create a file for its owner alone, write and hash it, flush it, rename it.
//!
//! These functions make a register survive a power cut.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};

/// The lock file in a temporary folder.
pub(super) const FOLDER_LOCK: &str = "lock";

/// A new file whose SHA-256 and size are computed while it is written, and that remembers the first error of the disk.
pub(super) struct HashedFile {
    path: PathBuf,
    out: BufWriter<File>,
    hash: Sha256,
    n_bytes: u64,
    fault: Option<io::Error>,
}

/// SHA-256, in hexadecimal, and size of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileDigest {
    pub(super) sha256: String,
    pub(super) n_bytes: u64,
}

impl HashedFile {
    /// Creates the file, which must not exist yet.
    pub(super) fn create(path: &Path) -> Result<Self> {
        let out = BufWriter::with_capacity(1 << 16, create(path)?);
        Ok(Self { path: path.to_owned(), out, hash: Sha256::new(), n_bytes: 0, fault: None })
    }

    /// Returns the error to report for a failed write: the disk's error if there was one, else `otherwise`.
    pub(super) fn fault_or(&mut self, otherwise: Error) -> Error {
        match self.fault.take() {
            Some(cause) => Error::io(&self.path, &cause),
            None => otherwise.at(&self.path),
        }
    }

    /// Flushes the file to the disk and returns its digest.
    pub(super) fn finish(mut self) -> Result<FileDigest> {
        self.out.flush().and_then(|()| self.out.get_ref().sync_all()).map_err(|e| Error::io(&self.path, &e))?;
        Ok(FileDigest { sha256: hex(&self.hash.finalize()), n_bytes: self.n_bytes })
    }

    /// Keeps the first error, since a library between us and the disk may replace it by a text.
    fn remember(&mut self, cause: io::Error) -> io::Error {
        let passed_on = io::Error::new(cause.kind(), cause.to_string());
        if cause.kind() != io::ErrorKind::Interrupted {
            self.fault.get_or_insert(cause);
        }
        passed_on
    }
}

impl Write for HashedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.out.write(bytes).map_err(|cause| self.remember(cause))?;
        self.hash.update(&bytes[..n]);
        self.n_bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush().map_err(|cause| self.remember(cause))
    }
}

/// Returns the SHA-256 of bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(super) fn digest_of_path(path: &Path) -> Result<FileDigest> {
    let file = open_regular(path).map_err(|e| Error::io(path, &e))?;
    digest_of_file(&file).map_err(|e| Error::io(path, &e))
}

/// Returns the SHA-256 and size of an open file, from its current position on.
pub(super) fn digest_of_file(mut file: &File) -> io::Result<FileDigest> {
    let (mut hash, mut n_bytes, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(FileDigest { sha256: hex(&hash.finalize()), n_bytes }),
            Ok(n) => {
                hash.update(&buffer[..n]);
                n_bytes += n as u64;
            }
            Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
            Err(cause) => return Err(cause),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Creates a folder and those above it, readable by their owner alone. Existing folders are left as they are.
pub(super) fn create_dir(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|e| Error::io(path, &e))
}

/// Creates a file that its owner alone can read. It must not exist yet.
pub(super) fn create(path: &Path) -> Result<File> {
    open(path, OpenOptions::new().write(true).create_new(true))
}

/// Opens a file with these options. If it is created, its owner alone can read it.
pub(super) fn open(path: &Path, options: &mut OpenOptions) -> Result<File> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options.open(path).map_err(|e| Error::io(path, &e))
}

/// Flushes a folder to the disk, so that names created or changed in it survive a power cut.
///
/// File systems that don't support it (some network drives) are no error. Windows has no such call.
pub(crate) fn sync_dir(path: &Path) -> Result<()> {
    #[cfg(unix)]
    match File::open(path).and_then(|dir| dir.sync_all()) {
        Err(cause) if !matches!(cause.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            return Err(Error::io(path, &cause));
        }
        _ => {}
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    retry_while_open(|| fs::rename(from, to)).map_err(|e| Error::io(to, &hindrance(to, e)))
}

/// Returns why a file can't be replaced. Windows says "access denied" where another program has the file open; whoever
/// asks to delete it is told so.
pub(super) fn hindrance(path: &Path, cause: io::Error) -> io::Error {
    #[cfg(windows)]
    if cause.kind() == io::ErrorKind::PermissionDenied {
        const DELETE: u32 = 0x0001_0000;
        const SHARING_VIOLATION: i32 = 32;
        let asked = std::os::windows::fs::OpenOptionsExt::access_mode(&mut OpenOptions::new(), DELETE).open(path);
        return asked.err().filter(|held| held.raw_os_error() == Some(SHARING_VIOLATION)).unwrap_or(cause);
    }
    #[cfg(not(windows))]
    let _ = path;
    cause
}

/// Removes a folder and all in it.
pub(super) fn remove_dir_all(path: &Path) -> Result<()> {
    retry_while_open(|| fs::remove_dir_all(path)).map_err(|e| Error::io(path, &e))
}

/// Pauses between two tries of a file operation, in milliseconds.
const PAUSES: [u64; 5] = [10, 30, 100, 300, 1000];

/// Tries a file operation again while another program has the file open. On Windows a virus scanner or an indexer opens
/// each new file for some hundred milliseconds. On other systems an open file is no obstacle, and the first error
/// counts.
pub(crate) fn retry_while_open<T>(operation: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    // Access denied, sharing violation, lock violation.
    try_again(operation, |cause| cfg!(windows) && matches!(cause.raw_os_error(), Some(5 | 32 | 33)))
}

fn try_again<T>(mut operation: impl FnMut() -> io::Result<T>, is_held: impl Fn(&io::Error) -> bool) -> io::Result<T> {
    for pause in PAUSES {
        match operation() {
            Err(cause) if is_held(&cause) => std::thread::sleep(std::time::Duration::from_millis(pause)),
            result => return result,
        }
    }
    operation()
}

/// Replaces a small file in one step: the bytes are written to `beside`, flushed, and renamed over `path`. On failure
/// the old file stays. The folder is not flushed: the caller does that.
pub(super) fn replace(path: &Path, beside: &Path, bytes: &[u8]) -> Result<()> {
    remove_file(beside)?;
    let written = create(beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|e| Error::io(beside, &e)));
    written.and_then(|()| rename(beside, path)).inspect_err(|_| {
        let _ = fs::remove_file(beside);
    })
}

/// Removes a file. A missing file is no error.
pub(super) fn remove_file(path: &Path) -> Result<()> {
    match retry_while_open(|| fs::remove_file(path)) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(Error::io(path, &cause)),
        _ => Ok(()),
    }
}

/// Opens a regular file. A pipe or a device could block the program for ever.
pub(super) fn open_regular(path: &Path) -> io::Result<File> {
    if fs::metadata(path)?.is_file() { File::open(path) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Refuses a pipe or a device, which could block the program for ever. Files, folders and missing files pass.
pub(super) fn refuse_irregular(path: &Path) -> Result<()> {
    match fs::metadata(path) {
        Ok(meta) if !meta.is_file() && !meta.is_dir() => Err(Error::new(ErrorCode::NotRegular).at(path)),
        _ => Ok(()),
    }
}

/// Reads a whole file. Returns `None` for a missing one.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    refuse_irregular(path)?;
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        // Windows says that access is denied.
        Err(_) if path.is_dir() => Err(Error::new(ErrorCode::IsFolder).at(path)),
        Err(cause) => Err(Error::io(path, &cause)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_hashed_as_it_is_written() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("abc");
        let mut file = HashedFile::create(&path).unwrap();
        file.write_all(b"a").unwrap();
        file.write_all(b"bc").unwrap();
        let digest = file.finish().unwrap();
        assert_eq!(digest.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(digest, digest_of_path(&path).unwrap());
        assert!(HashedFile::create(&path).is_err());
    }

    #[test]
    fn a_replaced_file_is_whole_and_no_temporary_file_remains() {
        let dir = tempfile::tempdir().unwrap();
        let (path, beside) = (dir.path().join("CURRENT"), dir.path().join(".CURRENT.tmp"));
        fs::write(&beside, "left by a run cut off").unwrap();
        replace(&path, &beside, b"one").unwrap();
        replace(&path, &beside, b"two").unwrap();
        assert_eq!(read(&path).unwrap().as_deref(), Some(b"two".as_slice()));
        assert_eq!(read(&beside).unwrap(), None);
    }

    #[test]
    fn an_operation_on_a_held_file_is_tried_six_times() {
        let held = || io::Error::from_raw_os_error(32);
        let tries = |n_held: u32, is_held: bool| {
            let mut n = 0;
            let operation = || {
                n += 1;
                if n > n_held { Ok(n) } else { Err(held()) }
            };
            let result = try_again(operation, |_| is_held).ok();
            (result, n)
        };
        assert_eq!(tries(2, true), (Some(3), 3));
        assert_eq!(tries(2, false), (None, 1));
        assert_eq!(tries(9, true), (None, 6));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_has_its_own_error_code() {
        let full = Path::new("/dev/full");
        let out = BufWriter::with_capacity(8, OpenOptions::new().write(true).open(full).unwrap());
        let mut file = HashedFile { path: full.to_owned(), out, hash: Sha256::new(), n_bytes: 0, fault: None };
        assert!(file.write_all(&[1; 64]).is_err());
        assert_eq!(file.fault_or(Error::new(ErrorCode::TableWrite)).code, ErrorCode::DiskFull);
    }
}
