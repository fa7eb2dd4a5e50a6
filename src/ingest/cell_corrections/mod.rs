//! The corrections of single cells that people typed: the CSV files below `corrections/`, and how they are applied to a
//! sheet before its columns and values are interpreted.
//!
//! A correction belongs to the bytes of a file, whatever its name. It holds only while the text that it replaces stands
//! in the cell.

mod apply;
mod lines;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};
use crate::finding::{Finding, Severity};
use crate::record::{CellCorrection, RowAt, n_changed_cells};

use super::encoding;
use super::read_book::{hexadecimal, is_there, open_regular};

pub(crate) use apply::{CellAnswer, CorrectedBook, confirmation_of};
pub(crate) use lines::{correction_line, heading_line};

/// The folder of corrections in the raw folder.
pub(crate) const CORRECTIONS_FOLDER: &str = "corrections";
/// Most bytes of a file of corrections.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The corrections of all files in `corrections/`.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct CellCorrections {
    /// Each file: path relative to the raw folder, SHA-256, findings on its lines (row 0 is the file itself).
    pub(crate) files: Vec<CorrectionsFile>,
    /// The corrections by the SHA-256 of their sheet's file, in the order of files, moments and lines.
    by_sha256: BTreeMap<String, FileCorrections>,
}

/// One file of corrections.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct CorrectionsFile {
    pub(crate) path: String,
    pub(crate) sha256: String,
    pub(crate) findings: Vec<Finding>,
}

/// The corrections of one content of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct FileCorrections {
    pub(crate) corrections: Vec<CellCorrection>,
    /// SHA-256 of the corrections; "" if there is none.
    pub(crate) hash: String,
}

impl FileCorrections {
    /// No correction.
    pub(crate) const NONE: &'static Self = &Self { corrections: Vec::new(), hash: String::new() };
}

/// Takes a line that stands in several files once: a file may have been copied.
fn without_copies(corrections: Vec<(usize, CellCorrection)>) -> Vec<CellCorrection> {
    let mut file_of: BTreeMap<String, usize> = BTreeMap::new();
    let is_first = |(file, correction): &(usize, CellCorrection)| {
        let first = *file_of.entry(correction.id.clone()).or_insert(*file);
        first == *file
    };
    corrections.into_iter().filter(is_first).map(|(_, correction)| correction).collect()
}

impl CellCorrections {
    /// Reads every CSV of `corrections/`, sorted by name. A line that can't be read is a finding of its file.
    ///
    /// # Errors
    /// `corrections-columns` for a file without the right columns: none of its corrections would be applied;
    /// `not-text`; those of the file system.
    pub(crate) fn read(raw: &Path) -> Result<Self> {
        let folder = raw.join(CORRECTIONS_FOLDER);
        let mut all = Self::default();
        let mut corrections: Vec<(usize, CellCorrection)> = Vec::new();
        for (file, name) in names_of(&folder)?.into_iter().enumerate() {
            let path = folder.join(&name);
            let name = format!("{CORRECTIONS_FOLDER}/{name}");
            let bytes = bytes_of(&path)?;
            let sha256 = hexadecimal(&Sha256::digest(&bytes));
            let mut findings = Vec::new();
            if is_csv(&name) {
                let lines = lines::read(&text_of(&bytes, &path)?, &name, &path)?;
                corrections.extend(lines.corrections.into_iter().map(|correction| (file, correction)));
                findings = lines.findings;
            } else {
                findings.push(line_finding(0, &name, "not-csv"));
            }
            all.files.push(CorrectionsFile { path: name, sha256, findings });
        }
        corrections
            .sort_by(|(file_a, a), (file_b, b)| (file_a, &a.moment, a.from.1).cmp(&(file_b, &b.moment, b.from.1)));
        for correction in without_copies(corrections) {
            all.by_sha256.entry(correction.sha256.clone()).or_default().corrections.push(correction);
        }
        all.by_sha256.values_mut().for_each(FileCorrections::set_hash);
        Ok(all)
    }

    /// The corrections of the file with this content.
    pub(crate) fn of(&self, sha256: &str) -> &FileCorrections {
        self.by_sha256.get(sha256).unwrap_or(FileCorrections::NONE)
    }

    /// Every correction, by the content of its file.
    pub(crate) fn each(&self) -> impl Iterator<Item = &CellCorrection> {
        self.by_sha256.values().flat_map(|file| &file.corrections)
    }

    /// Returns the findings on corrections that belong to no file that was read: `read` are the path and SHA-256 of
    /// each, `replaced` the files that a corrections workbook replaces.
    ///
    /// Where the file of a correction was sent again with another content, the finding is one of that file (its index
    /// in `read`), else of the file of corrections. `is_whole` says whether all files of the raw folder were read.
    pub(crate) fn unused(
        &self,
        read: &[(&str, &str)],
        replaced: &[(String, String)],
        is_whole: bool,
    ) -> UnusedCorrections {
        let mut unused = UnusedCorrections::default();
        for (sha256, file) in &self.by_sha256 {
            if read.iter().any(|(_, own)| own == sha256) {
                continue;
            }
            let mut by_path: BTreeMap<&str, Vec<&CellCorrection>> = BTreeMap::new();
            for correction in &file.corrections {
                by_path.entry(&correction.file).or_default().push(correction);
            }
            for (path, corrections) in by_path {
                let n_confirmed = corrections.iter().filter(|own| own.is_confirmation()).count();
                // A cell that was corrected twice counts once, as on every page.
                let n = match n_changed_cells(corrections.iter().copied()) {
                    0 => n_confirmed,
                    n => n,
                };
                // What was taken back is missed by nobody.
                let Some(first) = corrections.first().filter(|_| n > 0) else { continue };
                let facts = vec![("n", n.to_string()), ("file", path.to_owned())];
                let index = read.iter().position(|(own, _)| *own == path);
                // A file that can't be opened has no hash: it is reported itself.
                if index.is_some_and(|index| read[index].1.is_empty()) {
                    continue;
                }
                if let Some(index) = index {
                    let from = vec![("from", first.source_text()), ("place", first.place_text())];
                    unused.of_read.push((index, sheet_finding("cell-corrections-outdated", [facts, from].concat())));
                } else if is_whole {
                    let by = replaced.iter().find(|(own, _)| own == path);
                    let cause = if by.is_some() { "replaced" } else { "missing" };
                    let by = by.map(|(_, by)| by.clone()).unwrap_or_default();
                    let more = vec![("cause", cause.to_owned()), ("by", by)];
                    let mut finding = sheet_finding("cell-corrections-no-file", [facts, more].concat());
                    finding.at.row.row = first.from.1;
                    unused.of_corrections.push((first.from.0.clone(), finding));
                }
            }
        }
        unused
    }
}

/// The findings on corrections that belong to no file that was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct UnusedCorrections {
    /// By index of the file read: its corrections are of an earlier content.
    pub(crate) of_read: Vec<(usize, Finding)>,
    /// By file of corrections.
    pub(crate) of_corrections: Vec<(String, Finding)>,
}

impl FileCorrections {
    fn set_hash(&mut self) {
        let mut hash = Sha256::new();
        for cell in self.corrections.iter().flat_map(|correction| {
            let place = [correction.from.0.clone(), correction.from.1.to_string()];
            correction.cells().into_iter().chain(place).collect::<Vec<_>>()
        }) {
            hash.update((cell.len() as u64).to_le_bytes());
            hash.update(&cell);
        }
        self.hash = hexadecimal(&hash.finalize());
    }
}

/// A finding on a line of a file of corrections that can't be read.
fn line_finding(line: u32, value: &str, cause: &str) -> Finding {
    let mut finding = sheet_finding("cell-correction-unreadable", vec![("cause", cause.to_owned())]);
    finding.at.row.row = line;
    finding.value = value.to_owned();
    finding
}

fn sheet_finding(rule: &'static str, args: Vec<(&'static str, String)>) -> Finding {
    let at = RowAt::default().cell(None);
    Finding { rule, severity: Severity::Warning, at, value: String::new(), args }
}

/// The names of the entries in the folder, without hidden files and notes. Without its corrections a cell would have
/// another value: an entry that is no file is refused where it is read.
fn names_of(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    if is_there(folder)? {
        for entry in std::fs::read_dir(folder).map_err(|e| Error::io(folder, &e))? {
            let entry = entry.map_err(|e| Error::io(folder, &e))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_note = name.to_lowercase().starts_with("readme") || name.to_lowercase().ends_with(".md");
            if !is_note && !name.starts_with(['.', '~']) {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

fn is_csv(name: &str) -> bool {
    name.to_lowercase().ends_with(".csv")
}

/// Decodes a file of corrections: UTF-8 as this program writes it, whatever its texts hold, or what a spreadsheet
/// program saved. The error is `not-text` if its letters may be wrong.
fn text_of(bytes: &[u8], path: &Path) -> Result<String> {
    // Zeros are those of UTF-16.
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0')) {
        return Ok(text.trim_start_matches('\u{feff}').to_owned());
    }
    let decoded = encoding::decode(bytes);
    if decoded.is_doubtful { Err(Error::new(ErrorCode::NotText).at(path)) } else { Ok(decoded.text) }
}

fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_regular(path)?.take(MOST_BYTES).read_to_end(&mut bytes).map_err(|e| Error::io(path, &e))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(files: &[(&str, &str)]) -> Result<CellCorrections> {
        let raw = tempfile::tempdir().expect("a folder");
        let folder = raw.path().join(CORRECTIONS_FOLDER);
        std::fs::create_dir(&folder).expect("a folder");
        for (name, text) in files {
            std::fs::write(folder.join(name), text).expect("written");
        }
        CellCorrections::read(raw.path())
    }

    const HEADING: &str = "sha256,file,sheet,row,column,old,new,author,at,reason\n";

    fn line(sha: char, file: &str, at: &str, new: &str) -> String {
        let sha256 = sha.to_string().repeat(64);
        format!("{sha256},{file},,2,C,?,{new},Ruth,{at},papier\n")
    }

    #[test]
    fn corrections_are_sorted_by_file_then_moment_then_line() {
        let a = format!("{HEADING}{}{}", line('a', "x", "2026-02-01", "3"), line('a', "x", "2026-01-01", "2"));
        let b = format!("{HEADING}{}{}", line('b', "x", "2025-01-01", "9"), line('a', "x", "2025-01-01", "4"));
        let all = read(&[("b.csv", &b), ("a.csv", &a), ("README.md", "note")]).expect("read");
        let new: Vec<&str> = all.of(&"a".repeat(64)).corrections.iter().map(|one| one.new.as_str()).collect();
        assert_eq!(new, ["2", "3", "4"]);
        assert_eq!(all.of(&"b".repeat(64)).corrections.len(), 1);
        assert_eq!(all.of("c"), FileCorrections::NONE);
        assert_eq!(
            all.files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(),
            ["corrections/a.csv", "corrections/b.csv"]
        );
        assert_ne!(all.of(&"a".repeat(64)).hash, all.of(&"b".repeat(64)).hash);
    }

    #[test]
    fn corrections_without_their_file_are_named_once_a_file() {
        let text = format!(
            "{HEADING}{}{}{}",
            line('a', "census/x.csv", "1", "2"),
            line('a', "census/x.csv", "2", "3"),
            line('b', "census/y.csv", "1", "2")
        );
        let all = read(&[("a.csv", &text)]).expect("read");
        let (a, b, c) = ("a".repeat(64), "b".repeat(64), "c".repeat(64));
        assert_eq!(all.unused(&[("1", &a), ("2", &b)], &[], true), UnusedCorrections::default());
        // Sent again with another content; not there.
        let unused = all.unused(&[("census/x.csv", &c)], &[], true);
        let [(0, finding)] = &unused.of_read[..] else { panic!("{unused:?}") };
        // The second one corrects the cell of the first.
        assert_eq!((finding.rule, finding.args[0].1.as_str()), ("cell-corrections-outdated", "1"));
        let [(file, finding)] = &unused.of_corrections[..] else { panic!("{unused:?}") };
        assert_eq!(
            (file.as_str(), finding.rule, finding.at.row.row),
            ("corrections/a.csv", "cell-corrections-no-file", 4)
        );
        // Only some files were read: nothing is known of the others.
        assert!(all.unused(&[("census/x.csv", &c)], &[], false).of_corrections.is_empty());
        let replaced = [("census/y.csv".to_owned(), "census/y.corrections.xlsx".to_owned())];
        let unused = all.unused(&[("1", &a)], &replaced, true);
        assert!(unused.of_corrections[0].1.args.contains(&("cause", "replaced".to_owned())));
    }
}
