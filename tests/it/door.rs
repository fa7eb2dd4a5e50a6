//! Helpers of the tests: a commune in a temporary folder, and the program run on it.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use bato::store::{Generation, TableRow};

/// The folders of a register in the working folder. On Windows a command in a folder without one works on the register
/// in the documents, unless it is told these.
pub(crate) const FOLDERS_HERE: [&str; 4] = ["--raw", "data-raw", "--clean", "data-clean"];

/// A commune's raw and clean folders, deleted when dropped.
pub(crate) struct Commune {
    folder: tempfile::TempDir,
}

/// Returns the project's folder.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the sample's files below `data-raw`, by name.
pub(crate) fn sample_files() -> Vec<String> {
    let mut files = Vec::new();
    for folder in ["census", "births"] {
        for entry in std::fs::read_dir(project().join("data-raw").join(folder)).unwrap() {
            files.push(format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy()));
        }
    }
    files.sort();
    files
}

/// Removes a folder. On Windows a file that may not be written can't be removed, as those are that a parcel brought.
#[allow(clippy::permissions_set_readonly_false, reason = "the file goes")]
pub(crate) fn remove_folder(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            remove_folder(&path);
        } else {
            let mut permissions = path.metadata().unwrap().permissions();
            permissions.set_readonly(false);
            std::fs::set_permissions(&path, permissions).unwrap();
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// Returns a dozen of the sample's files, of both kinds and rounds: enough to link, quick to read.
pub(crate) fn some_files() -> Vec<String> {
    sample_files().into_iter().step_by(6).collect()
}

impl Commune {
    /// Returns an empty commune.
    pub(crate) fn empty() -> Self {
        let commune = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir_all(commune.raw().join("census")).unwrap();
        std::fs::create_dir_all(commune.raw().join("births")).unwrap();
        std::fs::create_dir_all(commune.raw().join("events")).unwrap();
        commune
    }

    /// Returns a commune with these of the sample's files.
    pub(crate) fn with(files: &[String]) -> Self {
        let commune = Self::empty();
        for file in files {
            commune.take(file, file);
        }
        commune
    }

    /// Returns a copy of the commune in a new folder.
    pub(crate) fn copy(&self) -> Self {
        let copy = Self::empty();
        copy_folder(self.raw().parent().unwrap(), copy.raw().parent().unwrap());
        copy
    }

    /// Copies one of the sample's files into the raw folder under a name.
    pub(crate) fn take(&self, file: &str, name: &str) {
        let to = self.raw().join(name);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(project().join("data-raw").join(file), to).unwrap();
    }

    /// Writes a file into the raw folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.raw().join(name), bytes).unwrap();
    }

    pub(crate) fn raw(&self) -> PathBuf {
        self.folder.path().join("data-raw")
    }

    pub(crate) fn clean(&self) -> PathBuf {
        self.folder.path().join("data-clean")
    }

    /// Returns the program with these words, in French, on this commune.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("bato"));
        command.current_dir(self.folder.path()).args(words).args(["--lang", "fr"]);
        command
    }

    /// Runs the program and waits until it ends.
    pub(crate) fn bato(&self, words: &[&str]) -> Said {
        Said::of(self.command(words).output().unwrap())
    }

    /// Runs `bato run`, which must end with status 0.
    pub(crate) fn run(&self) -> Generation {
        let said = self.bato(&["run"]);
        assert_eq!(said.status, 0, "{}{}", said.err, said.out);
        self.current()
    }

    /// Returns the current generation.
    pub(crate) fn current(&self) -> Generation {
        bato::app::current(&self.clean()).unwrap()
    }

    /// Returns a table of the current generation.
    pub(crate) fn table<R: TableRow>(&self) -> Vec<R> {
        self.current().read().unwrap()
    }

    /// Asserts that `verify` accepts the register.
    pub(crate) fn assert_whole(&self) {
        let said = self.bato(&["verify"]);
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    }
}

/// Pseudo-random numbers, the same in every run.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

/// Whether a program can be started; if not, prints that the test is skipped, which CI forbids.
pub(crate) fn has(program: &str, needs: &str) -> bool {
    let answers = Command::new(program).arg("--version").output().is_ok_and(|said| said.status.success());
    if !answers {
        assert!(std::env::var_os("BATO_NO_SKIP").is_none(), "this test needs {needs}");
        println!("skipped: this test needs {needs}");
    }
    answers
}

/// The browser that opens pages.
pub(crate) fn chromium() -> String {
    std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned())
}

/// Whether pages can be opened in a browser.
pub(crate) fn has_browser() -> bool {
    has("npm", "node and npm") && has(&chromium(), "chromium")
}

/// Returns the folder of the scripts that open pages, with what they need installed once.
pub(crate) fn browser_tools() -> PathBuf {
    static INSTALLED: std::sync::Once = std::sync::Once::new();
    let tools = project().join("tests");
    INSTALLED.call_once(|| {
        succeed(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&tools));
    });
    tools
}

/// A commune whose register has the key of an office and of a safe.
pub(crate) struct OfficeRegister {
    pub(crate) commune: Commune,
    pub(crate) code: String,
}

impl OfficeRegister {
    const PASSPHRASE: &str = "trois pirogues bleues";

    /// Makes the key of an office and of its safe; the pages with both keys are `key.html` and `safe.html`.
    pub(crate) fn new(name: &str, code: &str) -> Self {
        let office = Self { commune: Commune::empty(), code: code.to_owned() };
        office.succeed(&["office", "new", name, "--code", code, "-o", "card.bato-office"]);
        let safe = format!("Z{}", &code[..code.len().min(5)]);
        office.succeed(&["office", "safe", &format!("Coffre {name}"), "--code", &safe, "-o", "safe.html"]);
        office.succeed(&["office", "print", "-o", "key.html"]);
        office
    }

    /// Returns a path below the folder of the register's two folders.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.commune.raw().parent().unwrap().join(name)
    }

    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = self.commune.command(words);
        command.args(["--quiet", "--who", "Ruth"]).env("BATO_PASSPHRASE", Self::PASSPHRASE);
        command
    }

    /// Runs the program with the passphrase of the key.
    pub(crate) fn bato(&self, words: &[&str]) -> Said {
        Said::of(self.command(words).output().unwrap())
    }

    /// Runs the program, which must end with status 0.
    pub(crate) fn succeed(&self, words: &[&str]) -> String {
        let said = self.bato(words);
        assert_eq!(said.status, 0, "{words:?}: {}{}", said.out, said.err);
        said.out
    }

    /// Returns the six words of its card.
    pub(crate) fn words(&self) -> String {
        let card = std::fs::read_to_string(self.at("card.bato-office")).unwrap();
        card.split_once("fingerprint = \"").unwrap().1.split('"').next().unwrap().to_owned()
    }

    /// Accepts the card of another office.
    pub(crate) fn accept(&self, other: &Self) {
        let card = other.at("card.bato-office");
        self.succeed(&["office", "accept", card.to_str().unwrap(), "--words", &other.words()]);
    }

    /// Writes a sheet into the raw folder and seals it; returns the path of the parcel.
    pub(crate) fn send(&self, to: &Self, name: &str, text: &str) -> PathBuf {
        self.commune.write(&format!("census/{name}"), text);
        let out = self.at("out");
        let (sheet, folder) = (format!("data-raw/census/{name}"), out.to_str().unwrap());
        let said = self.succeed(&["parcel", "seal", &sheet, "--to", &to.code, "-o", folder]);
        PathBuf::from(said.lines().last().unwrap())
    }

    /// Opens a parcel or a piece.
    pub(crate) fn open(&self, path: &Path) -> Said {
        self.bato(&["parcel", "open", path.to_str().unwrap()])
    }

    /// Returns the files below `data-raw/census/received`, relative to it, with their texts.
    pub(crate) fn received(&self) -> Vec<(String, String)> {
        let root = self.commune.raw().join("census/received");
        let (mut files, mut open) = (Vec::new(), vec![root.clone()]);
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else {
                    let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                    files.push((name, std::fs::read_to_string(&path).unwrap()));
                }
            }
        }
        files.sort();
        files
    }

    /// Returns the line of the key on one of its pages: `key.html` or `safe.html`.
    pub(crate) fn key_line(&self, page: &str) -> String {
        let html = std::fs::read_to_string(self.at(page)).unwrap();
        let start = html.find("AGE-SECRET-KEY-1").unwrap();
        html[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
    }
}

/// Runs a program, which must succeed, and returns its output.
pub(crate) fn succeed(command: &mut Command) -> String {
    let said = command.output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert!(said.status.success(), "{out}\n{err}");
    out.into_owned()
}

/// The program's output, no-break spaces as plain ones, and its exit status.
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\u{a0}', " ");
        Self { status: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

/// Returns the bytes of a generation's tables by name.
pub(crate) fn table_bytes(generation: &Generation) -> Vec<(String, Vec<u8>)> {
    let mut tables: Vec<(String, Vec<u8>)> = std::fs::read_dir(&generation.dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "parquet"))
        .map(|path| (name_of(&path), std::fs::read(&path).unwrap()))
        .collect();
    tables.sort();
    tables
}

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// Returns a workbook with one of its parts edited.
pub(crate) fn with_part(book: &[u8], part: &str, edit: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let name = entry.name().unwrap().to_string();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        let text = if name == part { edit(text) } else { text };
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// Copies a folder with all that is in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &to);
        } else {
            std::fs::copy(&path, to).unwrap();
        }
    }
}

/// Whether the environment asks for the long run.
pub(crate) fn is_long() -> bool {
    std::env::var("BATO_FAULTS").is_ok_and(|value| value == "long")
}
