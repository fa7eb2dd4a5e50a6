//! Work that takes long, done beside the pages: a run as a process of its own, a backup as a thread. Its lines of progress
//! are appended to a file below `work` in the register, so that a page that is opened again, or a desk that is started
//! again, shows the same work or says that it was cut off.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bato::app::{self, WORK_FOLDER};
use bato::error::{Error, ErrorCode, Result};
use serde_json::{Value, json};

/// Start of the names of files of progress, by the kind of work.
const RUN: &str = "run";
const BACKUP: &str = "backup";
/// Files of progress of one kind that stay.
const MOST_FILES: usize = 10;
/// Most bytes of a file of progress that are read.
const MOST_BYTES: u64 = 64 << 20;
/// Work of an earlier desk that is silent and holds no lock for so long has been cut off.
const SILENCE: Duration = Duration::from_secs(6);

/// The kind of a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JobKind {
    /// A run of `bato run`.
    Run,
    /// A backup.
    Backup,
}

impl JobKind {
    fn prefix(self) -> &'static str {
        match self {
            Self::Run => RUN,
            Self::Backup => BACKUP,
        }
    }
}

/// How far a piece of work is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum JobState {
    /// It goes on.
    Running,
    /// It has ended by itself with this exit status.
    Ended(u64),
    /// It was cut off: the power failed, or somebody ended it. The version that it had recorded before, if it had.
    CutOff(Option<u64>),
}

/// A piece of work as its file of progress has it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Job {
    /// Its number: the name of its file without the ending.
    pub(super) id: String,
    /// Its state.
    pub(super) state: JobState,
    /// Its lines.
    pub(super) lines: Vec<Value>,
}

impl Job {
    /// The last line of an event.
    pub(super) fn last(&self, event: &str) -> Option<&Value> {
        self.lines.iter().rev().find(|line| line["event"] == event)
    }

    /// Whether it is a run that records nothing.
    pub(super) fn is_dry_run(&self) -> bool {
        self.last("start").is_some_and(|line| line["dry_run"] == true)
    }
}

/// What a run is started with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RunOrder {
    /// The code of the trial that is recorded; `None` for a trial.
    pub(super) expect: Option<String>,
    /// The number of removals that the agent typed.
    pub(super) removals: Option<u64>,
    /// The language of its messages.
    pub(super) lang: &'static str,
    /// The agent, and why persons are looked at, for the log of look-ups.
    pub(super) who: String,
    pub(super) why: String,
}

/// The work of one register. One run is under way at a time.
#[derive(Debug)]
pub(super) struct Jobs {
    clean: PathBuf,
    /// The program that is started.
    program: PathBuf,
    /// The options that name the folders and the settings.
    place: Vec<PathBuf>,
    run: Mutex<Option<(String, Child)>>,
    /// Backups under way.
    threads: Arc<Mutex<BTreeMap<String, ()>>>,
}

impl Jobs {
    /// The work of the register in `clean`. `place` are the options that name its folders.
    pub(super) fn new(program: PathBuf, clean: &Path, place: Vec<PathBuf>) -> Self {
        Self { clean: clean.to_owned(), program, place, run: Mutex::default(), threads: Arc::default() }
    }

    fn folder(&self) -> PathBuf {
        self.clean.join(WORK_FOLDER)
    }

    fn child(&self) -> MutexGuard<'_, Option<(String, Child)>> {
        self.run.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts a run as a process of its own. It goes on when the desk ends.
    ///
    /// # Errors
    /// `run-under-way` if one of this desk or of the desk before goes on; those of the file system.
    pub(super) fn start_run(&self, at: &str, order: &RunOrder) -> Result<String> {
        if self.latest(JobKind::Run)?.is_some_and(|job| job.state == JobState::Running) {
            return Err(Error::new(ErrorCode::RunUnderWay).at(&self.clean));
        }
        let mut child = self.child();
        if let Some((own, process)) = child.as_mut() {
            if end_of(&read_lines(&self.folder().join(format!("{own}.jsonl"))).unwrap_or_default()).is_some() {
                // Its last line is written: the process is about to end.
                let _ = process.wait();
            }
            if matches!(process.try_wait(), Ok(None)) {
                return Err(Error::new(ErrorCode::RunUnderWay).at(&self.clean));
            }
        }
        let (id, lines) = self.new_file(RUN, at)?;
        let errors = self.create(&format!("{id}.log"))?;
        let mut command = Command::new(&self.program);
        command.args(["run", "--progress-json", "--lang", order.lang]).args(&self.place);
        match &order.expect {
            Some(code) => command.args(["--expect", code]),
            None => command.arg("--dry-run"),
        };
        if let Some(n) = order.removals {
            command.arg(format!("--accept-removals={n}"));
        }
        // A command line can be read by every account, the environment by the own one alone.
        command.env("BATO_WHO", &order.who).env("BATO_WHY", &order.why);
        command.stdin(Stdio::null()).stdout(lines).stderr(errors);
        // A key that ends the desk in its terminal does not end the run.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        #[cfg(windows)]
        {
            // No window of its own.
            const CREATE_NO_WINDOW: u32 = 0x0800_0000;
            std::os::windows::process::CommandExt::creation_flags(&mut command, CREATE_NO_WINDOW);
        }
        let started = command.spawn().map_err(|e| Error::io(&self.program, &e));
        let started = started.inspect_err(|_| {
            let _ = fs::remove_file(self.folder().join(format!("{id}.jsonl")));
        })?;
        *child = Some((id.clone(), started));
        Ok(id)
    }

    /// Starts a backup as a thread; `work` does it and returns the line of its result.
    ///
    /// # Errors
    /// `run-under-way` if one goes on; those of the file system.
    pub(super) fn start_backup(
        &self,
        at: &str,
        path: &Path,
        work: impl FnOnce() -> std::result::Result<Value, String> + Send + 'static,
    ) -> Result<String> {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        if !threads.is_empty() {
            return Err(Error::new(ErrorCode::RunUnderWay).at(path));
        }
        let (id, mut file) = self.new_file(BACKUP, at)?;
        let start = json!({"event": "start", "at": at, "path": path.display().to_string()});
        write_line(&mut file, &start).map_err(|e| Error::io(path, &e))?;
        threads.insert(id.clone(), ());
        drop(threads);
        let (under_way, own) = (self.threads.clone(), id.clone());
        std::thread::spawn(move || {
            let (line, status) = match work() {
                Ok(line) => (line, 0),
                Err(message) => (json!({"event": "error", "message": message}), 2),
            };
            // A line that can't be written leaves the work without an end: it then counts as cut off.
            let _ = write_line(&mut file, &line);
            let _ = write_line(&mut file, &json!({"event": "end", "status": status}));
            under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&own);
        });
        Ok(id)
    }

    /// Creates a file of progress that its owner alone can read, and removes old ones.
    fn new_file(&self, prefix: &str, at: &str) -> Result<(String, File)> {
        let folder = self.folder();
        fs::create_dir_all(&folder).map_err(|e| Error::io(&folder, &e))?;
        let digits: String = at.chars().take(19).filter(char::is_ascii_digit).collect();
        // Names are in the order of time even where the clock was set back: one more than the last.
        let last = self.names(prefix)?.pop().and_then(|id| number_of(&id)).unwrap_or(0);
        let id = format!("{prefix}-{:06}-{digits}", last + 1);
        let file = self.create(&format!("{id}.jsonl"))?;
        let names = self.names(prefix)?;
        for old in names.iter().rev().skip(MOST_FILES) {
            for ending in ["jsonl", "log"] {
                let _ = fs::remove_file(folder.join(format!("{old}.{ending}")));
            }
        }
        Ok((id, file))
    }

    fn create(&self, name: &str) -> Result<File> {
        let path = self.folder().join(name);
        let mut options = OpenOptions::new();
        options.append(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path).map_err(|e| Error::io(&path, &e))
    }

    /// The numbers of the pieces of work of one kind, oldest first.
    fn names(&self, prefix: &str) -> Result<Vec<String>> {
        let folder = self.folder();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(Error::io(&folder, &e)),
        };
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let own = names.filter_map(|name| name.strip_suffix(".jsonl").map(str::to_owned));
        let mut own: Vec<String> =
            own.filter(|id| id.strip_prefix(prefix).is_some_and(|r| r.starts_with('-'))).collect();
        own.sort();
        Ok(own)
    }

    /// The latest piece of work of a kind, as it is now.
    ///
    /// # Errors
    /// Those of the file system.
    pub(super) fn latest(&self, kind: JobKind) -> Result<Option<Job>> {
        self.names(kind.prefix())?.pop().map(|id| self.job(id)).transpose()
    }

    fn job(&self, id: String) -> Result<Job> {
        let path = self.folder().join(format!("{id}.jsonl"));
        let lines = read_lines(&path)?;
        if let Some(state) = end_of(&lines) {
            return Ok(Job { id, state, lines });
        }
        if self.goes_on(&id, &path) {
            return Ok(Job { id, state: JobState::Running, lines });
        }
        // It may have ended since its lines were read.
        let lines = read_lines(&path)?;
        let state = end_of(&lines).unwrap_or_else(|| JobState::CutOff(self.recorded_since(&lines)));
        Ok(Job { id, state, lines })
    }

    /// Whether a piece of work without an end goes on.
    fn goes_on(&self, id: &str, path: &Path) -> bool {
        if self.threads.lock().unwrap_or_else(PoisonError::into_inner).contains_key(id) {
            return true;
        }
        if let Some((own, child)) = self.child().as_mut()
            && own == id
        {
            return matches!(child.try_wait(), Ok(None));
        }
        if !id.starts_with(RUN) {
            return false;
        }
        // The run of an earlier desk: it holds the lock of the register but at its very start and end.
        let age = fs::metadata(path).and_then(|meta| meta.modified()).ok().and_then(|at| at.elapsed().ok());
        age.is_none_or(|age| age < SILENCE) || app::is_run_under_way(&self.clean)
    }

    /// The version in use, if it is a later one than when the work began.
    fn recorded_since(&self, lines: &[Value]) -> Option<u64> {
        let start = lines.iter().find(|line| line["event"] == "start")?;
        let now = app::version_in_use(&self.clean)?;
        (start["dry_run"] == false && now > start["version"].as_u64().unwrap_or(0)).then_some(now)
    }
}

/// The state of a piece of work that has written its last line.
fn end_of(lines: &[Value]) -> Option<JobState> {
    let end = lines.iter().rev().find(|line| line["event"] == "end")?;
    Some(JobState::Ended(end["status"].as_u64().unwrap_or(2)))
}

/// The number in the name of a piece of work.
fn number_of(id: &str) -> Option<u64> {
    id.split('-').nth(1)?.parse().ok()
}

fn write_line(file: &mut File, line: &Value) -> std::io::Result<()> {
    file.write_all(format!("{line}\n").as_bytes())?;
    file.sync_data()
}

/// Reads the lines of a file of progress. A last line that the power cut in two is left out.
fn read_lines(path: &Path) -> Result<Vec<Value>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    read.map_err(|e| Error::io(path, &e))?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().filter_map(|line| serde_json::from_str(line).ok()).filter(Value::is_object).collect())
}

#[cfg(test)]
#[path = "job_tests.rs"]
mod tests;
