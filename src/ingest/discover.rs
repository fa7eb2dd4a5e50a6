//! Which files there are to read.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::record::Kind;

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it is.
    pub path: PathBuf,
    /// Its path relative to the raw folder, `/` on every system.
    pub name: String,
    /// What its folder says it holds.
    pub kind: Kind,
    /// Size in bytes.
    pub n_bytes: u64,
}

/// The spreadsheets below `raw/census` and `raw/births`, subfolders too, sorted by name.
///
/// Lock files (`~$…`), hidden files and notes (`README`, `.md`) are left out.
///
/// # Errors
/// `raw-missing` if `raw` is no folder or has neither `census` nor `births`; `raw-empty` if no sheet is in them.
pub fn discover(raw: &Path) -> Result<Vec<Input>> {
    let folders = [("census", Kind::Census), ("births", Kind::Birth)];
    if !folders.iter().any(|(folder, _)| raw.join(folder).is_dir()) {
        return Err(Error::new("raw-missing").at(raw));
    }
    let mut inputs = Vec::new();
    for (folder, kind) in folders {
        let path = raw.join(folder);
        if path.is_dir() {
            walk(&path, folder, kind, &mut inputs)?;
        }
    }
    if inputs.is_empty() {
        return Err(Error::new("raw-empty").at(raw));
    }
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(inputs)
}

fn walk(folder: &Path, name: &str, kind: Kind, inputs: &mut Vec<Input>) -> Result<()> {
    for entry in std::fs::read_dir(folder).map_err(|e| Error::io(folder, &e))? {
        let entry = entry.map_err(|e| Error::io(folder, &e))?;
        let path = entry.path();
        let own = entry.file_name().to_string_lossy().into_owned();
        if !is_meant(&own) {
            continue;
        }
        let name = format!("{name}/{own}");
        let meta = std::fs::metadata(&path).map_err(|e| Error::io(&path, &e))?;
        if meta.is_dir() {
            walk(&path, &name, kind, inputs)?;
        } else {
            inputs.push(Input { path, name, kind, n_bytes: meta.len() });
        }
    }
    Ok(())
}

/// Whether a file was put there as a sheet: everything but notes and what systems leave behind.
///
/// A photo or a letter among the sheets is read, too, and named as no spreadsheet.
fn is_meant(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_left_behind =
        lower.starts_with('.') || lower.starts_with("~$") || ["thumbs.db", "desktop.ini"].contains(&lower.as_str());
    !is_left_behind && !lower.ends_with(".md") && !lower.starts_with("readme")
}
