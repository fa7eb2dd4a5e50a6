//! Checks the path of a file that a person named, before it is written. It refuses the folders of the register, an
//! input of the same command, and a file of another kind.

use std::fs;
use std::io::Seek;
use std::path::{Component, Path, PathBuf};

use super::disk;
use crate::error::{Error, ErrorCode, Result, shown_path};

/// The folders and files that no output may touch.
#[derive(Debug, Clone, Default)]
pub struct OutputRules {
    /// The raw folder and the folder of the register.
    pub folders: Vec<PathBuf>,
    /// The files that the command reads.
    pub inputs: Vec<PathBuf>,
    /// Whether a file of another kind may be replaced.
    pub may_replace: bool,
}

/// A file or folder to write, after the checks of [`OutputRules`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputPath {
    path: PathBuf,
    may_replace: bool,
}

impl OutputRules {
    /// Checks the path of a file.
    ///
    /// # Errors
    /// Those of [`OutputRules::folder`]; `output-is-folder`, `not-regular`; on Windows `output-name-windows`.
    pub fn file(&self, path: &Path) -> Result<OutputPath> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if cfg!(windows) && !is_name_on_windows(&name) {
            return Err(Error::new(ErrorCode::OutputNameWindows).at(path).with("name", name));
        }
        if path.is_dir() {
            return Err(Error::new(ErrorCode::OutputIsFolder).at(path));
        }
        super::disk::refuse_irregular(path)?;
        self.folder(path)
    }

    /// Checks the path of a folder.
    ///
    /// # Errors
    /// `output-in-register`, `output-over-input`; `output-in-release` for a place in a release that was made: it is
    /// sent as a whole.
    pub fn folder(&self, path: &Path) -> Result<OutputPath> {
        let resolved = resolved(path);
        if let Some(folder) = self.folders.iter().find(|folder| resolved.starts_with(self::resolved(folder))) {
            let error = Error::new(ErrorCode::OutputInRegister).at(path);
            return Err(error.with("folder", shown_path(folder)));
        }
        if resolved.ancestors().any(is_release) {
            return Err(Error::new(ErrorCode::OutputInRelease).at(path));
        }
        if self.inputs.iter().any(|input| self::resolved(input) == resolved) {
            return Err(Error::new(ErrorCode::OutputOverInput).at(path));
        }
        Ok(OutputPath { path: path.to_owned(), may_replace: self.may_replace })
    }
}

impl OutputPath {
    /// A file of the register itself, which the program alone writes.
    pub(crate) fn own(path: &Path) -> Self {
        Self { path: path.to_owned(), may_replace: true }
    }

    /// Returns the path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a file of another kind may be replaced.
    pub(crate) fn may_replace(&self) -> bool {
        self.may_replace
    }

    /// A file beside this one or in this folder, under the same rules.
    pub(crate) fn with_path(&self, path: PathBuf) -> Self {
        Self { path, may_replace: self.may_replace }
    }

    /// Refuses to replace a file of another kind than `written`, the new one. The error is `output-foreign`. The new
    /// file is read by its own handle: Windows lets no other one read a locked file.
    pub(super) fn check_kind(&self, written: &fs::File) -> Result<()> {
        let Ok(meta) = fs::symlink_metadata(&self.path) else { return Ok(()) };
        let is_same = || meta.is_file() && (meta.len() == 0 || is_same_kind(&self.path, written));
        if self.may_replace || is_same() { Ok(()) } else { Err(Error::new(ErrorCode::OutputForeign).at(&self.path)) }
    }
}

/// Whether a folder holds a release, with its label and the description of its files.
fn is_release(folder: &Path) -> bool {
    ["release.json", "datapackage.json"].iter().all(|name| folder.join(name).is_file())
}

/// Whether a file on Windows can have this name: no letter that it forbids, no name of a device (with any extension),
/// no dot or space at the end, which it drops. See "Naming Files, Paths, and Namespaces" of Microsoft's documentation.
pub(crate) fn is_name_on_windows(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let is_device = match stem.as_str() {
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$" => true,
        port => ["COM", "LPT"].iter().any(|kind| {
            let number = port.strip_prefix(kind).unwrap_or_default();
            number.chars().count() == 1 && number.contains(|c| matches!(c, '0'..='9' | '\u{b9}' | '\u{b2}' | '\u{b3}'))
        }),
    };
    let has_forbidden =
        name.contains(|c| matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '\0'..='\x1f'));
    !name.is_empty() && !is_device && !has_forbidden && !name.ends_with(['.', ' '])
}

/// Whether a path lies in a folder or is it, by whatever links they are reached.
pub(crate) fn is_below(path: &Path, folder: &Path) -> bool {
    resolved(path).starts_with(resolved(folder))
}

/// The path with links followed as far as it exists, and without `..` where it does not.
pub(crate) fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = path.ancestors().find_map(|ancestor| Some((ancestor, ancestor.canonicalize().ok()?)));
    let Some((ancestor, mut whole)) = existing else { return path };
    for part in path.strip_prefix(ancestor).unwrap_or(Path::new("")).components() {
        match part {
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
    }
    whole
}

/// What the beginning of a file shows of its kind.
#[derive(Debug, PartialEq, Eq)]
enum FileKind {
    Parquet,
    /// A page that this program wrote.
    Page,
    /// A workbook that this program wrote and nobody has saved since.
    Workbook,
    Backup,
    /// Names of the first object.
    Json(Vec<String>),
    /// The first line.
    Table(String),
}

/// Whether a file is a page, a workbook or a list of objects as this program writes them: no sheet that an agent typed.
pub(crate) fn is_written_by_program(path: &Path) -> bool {
    let kind = disk::open_regular(path).ok().and_then(|file| kind_of(&file));
    matches!(kind, Some(FileKind::Parquet | FileKind::Page | FileKind::Workbook | FileKind::Json(_)))
}

fn is_same_kind(old: &Path, new: &fs::File) -> bool {
    let old = disk::open_regular(old).ok().and_then(|old| kind_of(&old));
    old.is_some() && old == kind_of(new)
}

fn kind_of(mut file: &fs::File) -> Option<FileKind> {
    const MOST_BYTES: u64 = 256 * 1024;
    file.rewind().ok()?;
    let mut start = Vec::new();
    std::io::Read::read_to_end(&mut std::io::Read::take(file, MOST_BYTES), &mut start).ok()?;
    if start.starts_with(b"PAR1") {
        return Some(FileKind::Parquet);
    }
    if start.starts_with(b"PK") {
        return kind_of_zip(file);
    }
    let text = String::from_utf8_lossy(&start);
    let text = text.trim_start_matches('\u{feff}');
    let first_line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if text.trim_start().starts_with(['{', '[']) {
        let first: Option<serde_json::Value> =
            serde_json::from_str(first_line).ok().or_else(|| serde_json::from_str(text).ok());
        let object = match first? {
            serde_json::Value::Array(all) => all.into_iter().next()?,
            other => other,
        };
        return Some(FileKind::Json(object.as_object()?.keys().cloned().collect()));
    }
    if text.trim_start().starts_with('<') {
        return text.contains("content=\"Bato").then_some(FileKind::Page);
    }
    Some(FileKind::Table(first_line.to_owned()))
}

fn kind_of_zip(file: &fs::File) -> Option<FileKind> {
    let mut archive = zip::ZipArchive::new(std::io::BufReader::new(file)).ok()?;
    if archive.by_name("backup.json").is_ok() {
        return Some(FileKind::Backup);
    }
    let mut part = |name: &str| -> Option<String> {
        let mut text = String::new();
        let part = archive.by_name(name).ok()?;
        std::io::Read::read_to_string(&mut std::io::Read::take(part, 64 * 1024), &mut text).ok()?;
        Some(text)
    };
    let (app, core) = (part("docProps/app.xml")?, part("docProps/core.xml")?);
    // Another program writes its own version when it saves the workbook; Excel 2007 has the version that this one
    // writes, but every program writes the moment of the change.
    let is_own = app.contains("<Company>Bato</Company>") && app.contains("<AppVersion>12.0000</AppVersion>");
    let moment = |name: &str| core.split_once(name)?.1.split_once('>')?.1.split('<').next();
    let is_as_created = moment("<dcterms:created").is_some_and(|own| Some(own) == moment("<dcterms:modified"));
    (is_own && is_as_created).then_some(FileKind::Workbook)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_of_the_register_and_inputs_are_refused() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        fs::create_dir_all(at("data-raw/census")).unwrap();
        fs::write(at("settings.toml"), "x").unwrap();
        let rules = OutputRules {
            folders: vec![at("data-raw"), at("data-clean")],
            inputs: vec![at("settings.toml")],
            may_replace: true,
        };
        let code = |name: &str| rules.file(&at(name)).map_err(|fault| fault.code).err();
        assert_eq!(code("data-raw/census/x.csv"), Some(ErrorCode::OutputInRegister));
        assert_eq!(code("data-raw/new/x.csv"), Some(ErrorCode::OutputInRegister));
        assert_eq!(code("other/../data-clean/x.csv"), Some(ErrorCode::OutputInRegister));
        assert_eq!(code("settings.toml"), Some(ErrorCode::OutputOverInput));
        assert_eq!(code("data-raw2"), None);
        fs::create_dir_all(at("releases/2017-T4/x")).unwrap();
        for name in ["release.json", "datapackage.json"] {
            assert_eq!(code("releases/2017-T4/noms.csv"), None);
            fs::write(at("releases/2017-T4").join(name), "{}").unwrap();
        }
        for name in ["releases/2017-T4/noms.csv", "releases/2017-T4/x/noms.csv", "releases/../releases/2017-T4"] {
            let of_folder = rules.folder(&at(name)).map_err(|fault| fault.code).err();
            assert_eq!(of_folder, Some(ErrorCode::OutputInRelease), "{name}");
        }
        assert_eq!(code("releases/noms.csv"), None);
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("data-raw"), at("link")).unwrap();
            assert_eq!(code("link/x.csv"), Some(ErrorCode::OutputInRegister));
        }
    }

    #[test]
    fn names_that_windows_forbids_are_known() {
        for name in [
            "",
            "CON",
            "con.csv",
            "Nul.tar.gz",
            "COM1",
            "lpt9.xlsx",
            "a:b",
            "a?.csv",
            "fin.",
            "fin ",
            "x\ty",
            "AUX .txt",
        ] {
            assert!(!is_name_on_windows(name), "{name}");
        }
        for name in ["CONGO.csv", "COM.csv", "COM12.csv", "Q06 Boma_2017.csv", ".cache", "été.xlsx", "a.b.c"] {
            assert!(is_name_on_windows(name), "{name}");
        }
    }

    #[test]
    fn only_a_file_of_the_same_kind_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let (old, new) = (dir.path().join("old"), dir.path().join("new"));
        for (before, after, is_same) in [
            ("a,b\n1,2\n", "a,b\n3,4\n", true),
            ("Nom;Prénom\n", "a,b\n3,4\n", false),
            ("{\"a\":1}\n", "{\"a\":2}\n", true),
            ("{\"z\":1}\n", "{\"a\":2}\n", false),
            ("PK rest of a workbook", "PK", false),
            ("<html>theirs</html>", "<html><meta name=\"generator\" content=\"Bato 1\">", false),
            ("", "a\n", true),
        ] {
            fs::write(&old, before).unwrap();
            fs::write(&new, after).unwrap();
            let path = OutputRules::default().file(&old).unwrap();
            let written = fs::File::open(&new).unwrap();
            assert_eq!(path.check_kind(&written).is_ok(), is_same, "{before}");
            assert!(OutputPath::own(&old).check_kind(&written).is_ok());
        }
    }

    #[test]
    fn a_workbook_that_another_program_saved_is_no_longer_this_ones() {
        let dir = tempfile::tempdir().unwrap();
        let kind = |version: &str, modified: &str| {
            let path = dir.path().join("r.xlsx");
            let mut archive = zip::ZipWriter::new(fs::File::create(&path).unwrap());
            let app = format!("<Properties><Company>Bato</Company><AppVersion>{version}</AppVersion></Properties>");
            let core = format!(
                "<cp:coreProperties><dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-01-01T00:00:00Z</dcterms:created>\
                 <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{modified}</dcterms:modified></cp:coreProperties>"
            );
            for (name, text) in [("docProps/app.xml", app), ("docProps/core.xml", core)] {
                archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
                std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
            }
            archive.finish().unwrap();
            kind_of(&fs::File::open(&path).unwrap()).is_some()
        };
        assert!(kind("12.0000", "2026-01-01T00:00:00Z"));
        // Excel 2007 has the same version.
        assert!(!kind("12.0000", "2026-02-03T10:11:12Z"));
        assert!(!kind("16.0300", "2026-01-01T00:00:00Z"));
    }
}
