//! Writes a file beside its place first, so that a reader sees the old file or the new one.

use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::{Error, Result};

/// Creates a folder and the folders above it.
///
/// # Errors
/// Those of the file system.
pub fn create_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))
}

/// Writes a file beside its place, then moves it there.
///
/// # Errors
/// Those of the file system; the old file then stands.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<()> {
    write_beside(path, bytes)?.persist(path).map_err(|e| Error::io(path, &e.error))?;
    Ok(())
}

/// Writes a temporary file in the folder of `path`. It is deleted unless the caller persists it.
///
/// # Errors
/// Those of the file system.
pub fn write_beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder).map_err(|e| Error::io(folder, &e))?;
    file.write_all(bytes).map_err(|e| Error::io(path, &e))?;
    file.as_file().sync_all().map_err(|e| Error::io(path, &e))?;
    Ok(file)
}
