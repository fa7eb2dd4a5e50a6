//! Checks the files of a release against their description, and a release against the ledger of the register.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};
use crate::parcel::open_regular;
use crate::store::Store;

use super::data_package::FILE;

/// File that says what a release is, in its folder.
pub(super) const LABEL: &str = "release.json";
/// Files beside those described: the description, and the manifest with its signature.
const ASIDE: [&str; 3] = [FILE, "manifest.toml", "manifest.toml.minisig"];

/// Returns the SHA-256 of a file.
///
/// # Errors
/// Those of the file system.
pub(super) fn hash_of(path: &Path) -> Result<String> {
    Ok(Store::sha256_hex(&read(path)?))
}

/// Reads a file. A pipe or a device in its place is refused.
fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_regular(path)?.read_to_end(&mut bytes).map_err(|e| Error::io(path, &e))?;
    Ok(bytes)
}

/// Checks that a file of figures and the label beside it are as the release was written.
///
/// # Errors
/// `not-a-release` without a description of the file; `release-changed`.
pub(super) fn check_figures(path: &Path) -> Result<()> {
    let described = Description::read(path)?;
    described.check(path)?;
    described.check(&path.with_file_name(LABEL))
}

/// Checks that the files are those of one release of this register.
///
/// # Errors
/// `not-a-release` for a file of no release; `release-changed`; `ledger-damaged`, `ledger-gone`.
pub(super) fn check_release(store: &Store, files: &[PathBuf]) -> Result<()> {
    let Some(first) = files.first() else { return Ok(()) };
    let described = Description::read(first)?;
    let package = hash_of(&first.with_file_name(FILE))?;
    if store.releases()?.iter().all(|entry| entry.package != package) {
        return Err(Error::new(ErrorCode::NotARelease).at(first));
    }
    for file in files {
        if file.parent() != first.parent() {
            return Err(Error::new(ErrorCode::NotARelease).at(file));
        }
        if !file.file_name().is_some_and(|name| ASIDE.iter().any(|own| name == *own)) {
            described.check(file)?;
        }
    }
    Ok(())
}

/// The description of the files of a release.
struct Description(Value);

impl Description {
    /// Reads the description beside a file.
    fn read(file: &Path) -> Result<Self> {
        let not_one = || Error::new(ErrorCode::NotARelease).at(file);
        let bytes = read(&file.with_file_name(FILE)).map_err(|_| not_one())?;
        serde_json::from_slice(&bytes).map(Self).map_err(|_| not_one())
    }

    fn check(&self, file: &Path) -> Result<()> {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let own = self.0["resources"].as_array().and_then(|all| all.iter().find(|own| own["path"] == name));
        let hash = own.and_then(|own| own["hash"].as_str()?.strip_prefix("sha256:"));
        let hash = hash.ok_or_else(|| Error::new(ErrorCode::NotARelease).at(file))?;
        if hash_of(file)? == hash { Ok(()) } else { Err(Error::new(ErrorCode::ReleaseChanged).at(file)) }
    }
}
