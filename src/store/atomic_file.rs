//! Writes files outside the store in one step: a temporary file first, then a rename. A reader sees the old file or the
//! new one.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::disk;
use crate::error::{Error, ErrorCode, Result};

/// Creates a folder and the folders above it.
pub(crate) fn create_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))
}

/// Replaces a file by these bytes. On failure the old file stays.
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> Result<()> {
    write_beside(path, bytes)?.persist(path).map_err(|e| Error::io(path, &e.error))?;
    Ok(())
}

/// Writes a temporary file in the folder of `path`. It is deleted unless the caller persists it.
pub(crate) fn write_beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile> {
    let folder = folder_of(path);
    let mut file = NamedTempFile::new_in(folder).map_err(|e| Error::io(folder, &e))?;
    file.write_all(bytes).map_err(|e| Error::io(path, &e))?;
    file.as_file().sync_all().map_err(|e| Error::io(path, &e))?;
    Ok(file)
}

/// Writes a text to a file that its owner alone can read, in one step.
pub(crate) fn write_text(text: &str, path: &Path) -> Result<()> {
    write_in_one_step(path, |out| out.write_all(text.as_bytes()).map_err(|e| output_error(path, &e)))
}

/// Writes a file that its owner alone can read, in one step. On failure the old file stays. Returns the result of
/// `write`.
pub(super) fn write_in_one_step<T>(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<T>) -> Result<T> {
    let folder = folder_of(path);
    let mut file = tempfile::Builder::new().prefix(".bato-").tempfile_in(folder).map_err(|e| Error::io(path, &e))?;
    let mut out = BufWriter::new(file.as_file_mut());
    let result = write(&mut out)?;
    out.flush().map_err(|e| output_error(path, &e))?;
    drop(out);
    file.as_file().sync_all().map_err(|e| Error::io(path, &e))?;
    file.persist(path).map_err(|e| Error::io(path, &e.error))?;
    disk::sync_dir(folder)?;
    Ok(result)
}

/// Returns the error of a failed write: `output-closed` if the reader of a pipe is gone, else the disk's error.
pub(super) fn output_error(path: &Path, cause: &io::Error) -> Error {
    if cause.kind() == io::ErrorKind::BrokenPipe {
        Error::new(ErrorCode::OutputClosed).at(path)
    } else {
        Error::io(path, cause)
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
