//! Helpers of the tests: a commune in a temporary folder, and the program run on it.

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use bato::store::{Generation, TableRow};

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
