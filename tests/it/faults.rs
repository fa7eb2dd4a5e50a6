//! Tests with faults of the system: a disk that fails, a power cut at any operation, writes in another order, a wrong
//! clock, a file that changes while it is read. After each the register is the old one or the new one, and the next run
//! succeeds.
//!
//! `tests/faulty_disk/` is compiled with `rustc` and preloaded. A fixed number of faults runs by default;
//! `BATO_FAULTS=long` runs more of them, on the whole sample:
//! `BATO_FAULTS=long cargo test --release --test it -- faults --nocapture`.
//!
//! Assumptions about a disk: flushed bytes stay; a rename is done or not done; bytes not flushed may be there, missing,
//! cut or zero; names not flushed may be written in any order.
#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use bato::store::{self, Generation, Store};

use crate::door::{Chance, Commune, copy_folder, is_long, project, sample_files, some_files, table_bytes};

/// Returns the library of the faulty disk, compiled once.
pub(crate) fn faulty_disk() -> &'static Path {
    static LIBRARY: OnceLock<PathBuf> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("libfaulty-{}.so", std::process::id()));
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let source = project().join("tests/faulty_disk/lib.rs");
        let built = Command::new(rustc)
            .args(["--edition", "2024", "--crate-type", "cdylib", "-O", "-C", "panic=abort"])
            .arg(source)
            .arg("-o")
            .arg(&out)
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        out
    })
}

/// A register with one generation and one new input file: the state before each fault.
struct Baseline {
    commune: Commune,
    old: Vec<(String, Vec<u8>)>,
    new: Vec<(String, Vec<u8>)>,
    /// The disk operations of a second run without faults.
    operations: Vec<Operation>,
}

/// A disk operation, as the faulty disk logs it.
pub(crate) struct Operation {
    letter: u8,
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Baseline {
    fn new() -> Self {
        let files = if is_long() { sample_files() } else { some_files().into_iter().take(2).collect() };
        let (last, first) = files.split_last().unwrap();
        let commune = Commune::with(first);
        commune.run();
        let old = table_bytes(&commune.current());
        commune.take(last, last);
        let second = commune.copy();
        let log = second.raw().with_file_name("operations");
        let mut command = on_faulty_disk(&second);
        command.env("FAULTY_LOG", &log);
        assert!(command.output().unwrap().status.success());
        let operations = read_log(&std::fs::read(log).unwrap(), &second.clean());
        assert!(operations.len() > 60, "{} operations", operations.len());
        let new = table_bytes(&second.current());
        assert!(new != old);
        Self { commune, old, new, operations }
    }

    /// Runs on a copy with a fault. The register must be the old or the new one, and the next run must give the new
    /// one.
    fn run_with_fault(&self, settings: &[(&str, String)], context: &str) -> FaultOutcome {
        let copy = self.commune.copy();
        let mut command = on_faulty_disk(&copy);
        settings.iter().for_each(|(name, value)| {
            command.env(name, value);
        });
        let status = command.output().unwrap().status.code();
        let outcome = FaultOutcome { status, is_new: self.assert_old_or_new(&copy, context) };
        self.assert_next_run_succeeds(&copy, context);
        outcome
    }

    /// Checks that the register is whole, and the old or the new one. Returns whether it is the new one.
    fn assert_old_or_new(&self, copy: &Commune, context: &str) -> bool {
        let generation = copy.current();
        let verified = store::verify(&generation).unwrap();
        let failed: Vec<_> = verified.checks.iter().filter(|check| !check.ok).collect();
        assert!(failed.is_empty(), "{context}: {failed:?}");
        let bytes = table_bytes(&generation);
        assert!(bytes == self.old || bytes == self.new, "{context}: neither the old register nor the new one");
        bytes == self.new
    }

    fn assert_next_run_succeeds(&self, copy: &Commune, context: &str) {
        let output = copy.bato(&["run", "--quiet"]);
        assert_eq!(output.status, 0, "{context}: the next run: {}", output.err);
        let generation = copy.current();
        assert!(
            register_of(&generation) == register_of_bytes(&self.new),
            "{context}: the next run gives another register"
        );
        assert!(store::verify(&generation).unwrap().ok(), "{context}");
    }
}

/// Returns a run with its register on the faulty disk, which needs the whole path of the folder.
fn on_faulty_disk(commune: &Commune) -> Command {
    let clean = commune.clean();
    let mut command = commune.command(&["run", "--quiet", "--clean", clean.to_str().unwrap()]);
    command.env("LD_PRELOAD", faulty_disk()).env("FAULTY_UNDER", clean);
    command
}

/// The result of a run with a fault.
struct FaultOutcome {
    status: Option<i32>,
    is_new: bool,
}

/// Returns the bytes of the tables without columns for generation numbers.
fn register_of(generation: &Generation) -> BTreeMap<String, Vec<u8>> {
    register_of_bytes(&table_bytes(generation))
}

fn register_of_bytes(tables: &[(String, Vec<u8>)]) -> BTreeMap<String, Vec<u8>> {
    let kept = ["lineage", "households", "births", "links", "quarantine", "aggregates", "aliases"];
    tables.iter().filter(|(name, _)| kept.contains(&name.as_str())).cloned().collect()
}

/// Returns the operations of a log, with paths relative to the register's folder.
pub(crate) fn read_log(log: &[u8], under: &Path) -> Vec<Operation> {
    let mut operations = Vec::new();
    let mut at = 0;
    while at < log.len() {
        let letter = log[at];
        let text = |at: usize| {
            let length = u32::from_le_bytes(log[at..at + 4].try_into().unwrap()) as usize;
            (&log[at + 4..at + 4 + length], at + 4 + length)
        };
        let (path, next) = text(at + 1);
        let (bytes, next) = text(next);
        let relative =
            |path: &[u8]| Path::new(std::str::from_utf8(path).unwrap()).strip_prefix(under).unwrap().to_owned();
        let bytes = if letter == b'r' { relative(bytes).to_str().unwrap().into() } else { bytes.to_vec() };
        operations.push(Operation { letter, path: relative(path), bytes });
        at = next;
    }
    operations
}

/// Returns the results of `work` for all items, in their order. Two threads work in parallel.
pub(crate) fn two_at_a_time<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let done = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((place, item)) = Some(next.fetch_add(1, std::sync::atomic::Ordering::SeqCst))
                    .and_then(|place| Some((place, items.get(place)?)))
                {
                    let result = work(item);
                    done.lock().unwrap().push((place, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap();
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Returns the numbers of `n` operations spread evenly over all, including the first and the last.
pub(crate) fn spread(n_operations: usize, n: usize) -> Vec<usize> {
    let n = if is_long() { n_operations } else { n.min(n_operations) };
    (0..n).map(|point| 1 + point * (n_operations - 1) / (n - 1).max(1)).collect()
}

#[test]
fn after_a_kill_at_any_operation_the_register_is_old_or_new() {
    let baseline = Baseline::new();
    let n = baseline.operations.len();
    let outcomes: Vec<bool> = two_at_a_time(&spread(n, 60), |at| {
        let settings = [("FAULTY_AT", at.to_string()), ("FAULTY_HOW", "kill".to_owned())];
        let outcome = baseline.run_with_fault(&settings, &format!("killed at operation {at} of {n}"));
        assert_eq!(outcome.status, None, "killed at operation {at} of {n}");
        outcome.is_new
    });
    let n_new = outcomes.iter().filter(|is_new| **is_new).count();
    println!("{} cuts at operations: {} old, {n_new} new, 0 lost", outcomes.len(), outcomes.len() - n_new);
    assert!(n_new > 0 && n_new < outcomes.len(), "some kills are before the switch and some after");
}

#[test]
fn after_a_kill_at_random_times_the_register_is_old_or_new() {
    let baseline = Baseline::new();
    let began = std::time::Instant::now();
    assert_eq!(baseline.commune.copy().bato(&["run", "--quiet"]).status, 0);
    let lasts = began.elapsed();
    let mut chance = Chance(20_170_418);
    let n_cuts = if is_long() { 100 } else { 20 };
    let mut n_new = 0;
    for cut in 0..n_cuts {
        let copy = baseline.commune.copy();
        let moment = lasts * (cut * 1000 / n_cuts + chance.below(1000 / n_cuts as usize) as u32) / 1000;
        let mut child = copy.command(&["run", "--quiet"]).stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
        n_new += u32::from(baseline.assert_old_or_new(&copy, &format!("cut {cut} after {moment:?}")));
        baseline.assert_next_run_succeeds(&copy, &format!("cut {cut} after {moment:?}"));
    }
    println!("{n_cuts} cuts over {lasts:?}: {} old, {n_new} new, 0 lost", n_cuts - n_new);
}

#[test]
fn a_full_or_failing_disk_publishes_nothing_and_the_next_run_succeeds() {
    let baseline = Baseline::new();
    let n = baseline.operations.len();
    // Faults after the switch concern the report: the register is the new one.
    let faults = [("full", 20), ("full-once", 8), ("error", 20), ("error-on", 8), ("short", 8), ("interrupted", 8)];
    let all: Vec<(&str, usize)> =
        faults.iter().flat_map(|(how, n_points)| spread(n, *n_points).into_iter().map(move |at| (*how, at))).collect();
    let counts: Vec<(&str, FaultOutcome)> = two_at_a_time(&all, |(how, at)| {
        let settings = [("FAULTY_AT", at.to_string()), ("FAULTY_HOW", (*how).to_owned())];
        let context = format!("{how} at operation {at} of {n}");
        let outcome = baseline.run_with_fault(&settings, &context);
        match (*how, outcome.status) {
            // A short or interrupted write is no fault: the program writes the rest.
            ("short" | "interrupted", status) => assert_eq!((status, outcome.is_new), (Some(0), true), "{context}"),
            (_, Some(2)) => assert!(!outcome.is_new, "{context}: nothing should be published"),
            (_, status) => assert!(matches!(status, Some(0 | 1)) && outcome.is_new, "{context}: {status:?}"),
        }
        (*how, outcome)
    });
    for (how, _) in faults {
        let of_fault: Vec<&FaultOutcome> =
            counts.iter().filter(|(own, _)| *own == how).map(|(_, outcome)| outcome).collect();
        let n_new = of_fault.iter().filter(|outcome| outcome.is_new).count();
        println!("{how}: {} points, {} old, {n_new} new, 0 lost", of_fault.len(), of_fault.len() - n_new);
    }
    let refused = counts.iter().filter(|(how, outcome)| *how == "full" && outcome.status == Some(2)).count();
    assert!(refused >= 10, "{refused} runs on a full disk were refused");
}

/// A simulated disk: the flushed state, and the changes that a power cut may lose.
#[derive(Default, Clone)]
struct SimulatedDisk {
    /// Files by number: the flushed bytes, and the bytes written since.
    files: Vec<(Vec<u8>, Vec<u8>)>,
    /// Flushed names with the number of their file; `None` for a folder.
    names: BTreeMap<PathBuf, Option<usize>>,
    /// Changes of names that are not flushed, each with the folder whose flush writes it.
    unflushed: Vec<(PathBuf, NameChange)>,
}

#[derive(Clone)]
enum NameChange {
    Create(PathBuf, Option<usize>),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf),
}

impl SimulatedDisk {
    /// Returns the names as the running system sees them, including changes not flushed.
    fn current_names(&self) -> BTreeMap<PathBuf, Option<usize>> {
        let mut names = self.names.clone();
        self.unflushed.iter().for_each(|(_, change)| change.apply(&mut names));
        names
    }

    /// Returns the disk with the content of a folder, all flushed.
    fn of_folder(folder: &Path) -> Self {
        let mut disk = Self::default();
        disk.add_folder(folder, Path::new(""));
        disk
    }

    fn add_folder(&mut self, folder: &Path, name: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = name.join(path.file_name().unwrap());
            if path.is_dir() {
                self.names.insert(name.clone(), None);
                self.add_folder(&path, &name);
            } else {
                self.names.insert(name, Some(self.files.len()));
                self.files.push((std::fs::read(&path).unwrap(), Vec::new()));
            }
        }
    }

    /// Applies a logged operation.
    fn apply(&mut self, operation: &Operation) {
        let path = operation.path.clone();
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        match operation.letter {
            b'm' => self.unflushed.push((folder, NameChange::Create(path, None))),
            b'c' | b't' => {
                let known = self.current_names().get(&path).copied().flatten();
                if known.is_none() {
                    self.files.push((Vec::new(), Vec::new()));
                    self.unflushed.push((folder, NameChange::Create(path, Some(self.files.len() - 1))));
                }
            }
            b'w' => {
                let file = self.current_names()[&path].unwrap();
                self.files[file].1.extend(&operation.bytes);
            }
            b'u' => self.unflushed.push((folder, NameChange::Remove(path))),
            b'r' => {
                let to = PathBuf::from(std::str::from_utf8(&operation.bytes).unwrap());
                self.unflushed.push((folder, NameChange::Rename(path, to)));
            }
            b's' => match self.current_names().get(&path).copied() {
                Some(Some(file)) => {
                    let written = std::mem::take(&mut self.files[file].1);
                    self.files[file].0.extend(written);
                }
                _ => {
                    // A folder: its changes of names are now flushed, in their order.
                    let (now, later) =
                        std::mem::take(&mut self.unflushed).into_iter().partition(|(folder, _)| *folder == path);
                    let now: Vec<(PathBuf, NameChange)> = now;
                    now.iter().for_each(|(_, change)| change.apply(&mut self.names));
                    self.unflushed = later;
                }
            },
            other => panic!("{other}"),
        }
    }

    /// Writes to a folder what may be on the disk after a power cut.
    fn cut_power(&self, to: &Path, chance: &mut Chance) {
        let mut names = self.names.clone();
        // Of the changes not flushed none, some or all are there, in their order.
        let share = chance.below(3);
        for (_, change) in &self.unflushed {
            if share == 2 || (share == 1 && chance.below(2) == 0) {
                change.apply(&mut names);
            }
        }
        for (name, file) in &names {
            let path = to.join(name);
            match file {
                None => std::fs::create_dir_all(&path).unwrap(),
                Some(file) => {
                    // A file is lost with its folder.
                    if !path.parent().is_some_and(Path::is_dir) {
                        continue;
                    }
                    let (flushed, written) = &self.files[*file];
                    let part = chance.below(written.len() + 1);
                    let mut bytes = flushed.clone();
                    match chance.below(4) {
                        0 => {}
                        1 => bytes.extend(&written[..part]),
                        2 => {
                            bytes
                                .extend(written.iter().enumerate().map(|(at, byte)| if at < part { *byte } else { 0 }));
                        }
                        // Any of the sectors, the others zero.
                        _ => bytes.extend(written.chunks(512).flat_map(|sector| {
                            let is_there = chance.below(2) == 0;
                            sector.iter().map(move |byte| if is_there { *byte } else { 0 })
                        })),
                    }
                    std::fs::write(path, bytes).unwrap();
                }
            }
        }
    }
}

impl NameChange {
    fn apply(&self, names: &mut BTreeMap<PathBuf, Option<usize>>) {
        match self {
            Self::Create(path, file) => {
                names.insert(path.clone(), *file);
            }
            Self::Remove(path) => {
                names.remove(path);
            }
            Self::Rename(from, to) => {
                let moved: Vec<PathBuf> = names.keys().filter(|name| name.starts_with(from)).cloned().collect();
                for name in moved {
                    let file = names.remove(&name).unwrap();
                    let rest = name.strip_prefix(from).unwrap();
                    names.insert(if rest.as_os_str().is_empty() { to.clone() } else { to.join(rest) }, file);
                }
            }
        }
    }
}

#[test]
fn after_a_power_cut_that_loses_or_reorders_unflushed_writes_the_register_is_old_or_new() {
    let baseline = Baseline::new();
    let n_states = if is_long() { 2_000 } else { 200 };
    let old = baseline.old.iter().cloned().collect::<BTreeMap<_, _>>();
    let new = baseline.new.iter().cloned().collect::<BTreeMap<_, _>>();
    let states: Vec<usize> = (0..n_states).collect();
    let found: Vec<bool> = two_at_a_time(&states, |state| {
        let mut chance = Chance(1 + *state as u64 * 7_919);
        let at = chance.below(baseline.operations.len() + 1);
        let mut disk = SimulatedDisk::of_folder(&baseline.commune.clean());
        baseline.operations[..at].iter().for_each(|operation| disk.apply(operation));
        let folder = tempfile::tempdir().unwrap();
        disk.cut_power(folder.path(), &mut chance);
        let context = format!("state {state}, cut after operation {at} of {}", baseline.operations.len());
        let generation = bato::app::current(folder.path()).unwrap_or_else(|e| panic!("{context}: {e}"));
        let bytes: BTreeMap<String, Vec<u8>> = table_bytes(&generation).into_iter().collect();
        assert!(bytes == old || bytes == new, "{context}: neither the old register nor the new one");
        let verified = store::verify(&generation).unwrap();
        assert!(verified.ok(), "{context}: {:?}", verified.checks.iter().find(|check| !check.ok));
        if state % 10 == 0 {
            let copy = Commune::empty();
            copy_folder(&baseline.commune.raw(), &copy.raw());
            copy_folder(folder.path(), &copy.clean());
            baseline.assert_next_run_succeeds(&copy, &context);
        }
        bytes == new
    });
    let n_new = found.iter().filter(|is_new| **is_new).count();
    println!("{n_states} power cuts: {} old, {n_new} new, 0 lost", n_states - n_new);
    assert!(n_new > 0 && n_new < n_states);
}

#[test]
fn if_any_file_is_damaged_verify_fails_and_the_previous_generation_is_opened() {
    let baseline = Baseline::new();
    baseline.commune.run();
    let newest = baseline.commune.current();
    let names: Vec<String> = std::fs::read_dir(&newest.dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != "published")
        .collect();
    let n_damages = if is_long() { 50 } else { 4 };
    let mut n_damaged = 0;
    for name in &names {
        let path = newest.dir.join(name);
        let sound = std::fs::read(&path).unwrap();
        let mut chance = Chance(sound.len() as u64 + 1);
        for damage in 0..n_damages {
            let at = chance.below(sound.len());
            let mut bytes = sound.clone();
            match damage % 4 {
                0 => bytes.truncate(at),
                1 => bytes[at] ^= 1 << chance.below(8),
                2 => bytes[at..].fill(0),
                _ => bytes.extend(b"more"),
            }
            if bytes == sound {
                continue;
            }
            std::fs::write(&path, &bytes).unwrap();
            assert!(!store::verify(&newest).unwrap().ok(), "{name}, damage {damage}");
            let opened = baseline.commune.current();
            assert_eq!(opened.number, 1, "{name}, damage {damage}");
            assert!(table_bytes(&opened) == baseline.old);
            n_damaged += 1;
        }
        std::fs::write(&path, &sound).unwrap();
    }
    println!("{n_damaged} damaged files, all found; the previous generation was opened each time");
    // `CURRENT` itself.
    let path = baseline.commune.clean().join("CURRENT");
    let sound = std::fs::read(&path).unwrap();
    for at in 0..sound.len() {
        for bytes in [sound[..at].to_vec(), [&sound[..at], &[sound[at] ^ 1], &sound[at + 1..]].concat()] {
            std::fs::write(&path, &bytes).unwrap();
            let opened = baseline.commune.current();
            assert!(matches!(opened.number, 1 | 2) && table_bytes(&opened).len() == baseline.old.len(), "{bytes:?}");
        }
    }
    std::fs::write(&path, sound).unwrap();
    baseline.commune.assert_whole();
}

#[test]
fn of_simultaneous_runs_one_publishes_and_the_others_are_refused() {
    let baseline = Baseline::new();
    for round in 0..if is_long() { 50 } else { 3 } {
        let copy = baseline.commune.copy();
        let children: Vec<_> = (0..4)
            .map(|_| copy.command(&["run", "--quiet"]).stderr(std::process::Stdio::piped()).spawn().unwrap())
            .collect();
        let mut n_published = 0;
        for child in children {
            let output = child.wait_with_output().unwrap();
            match output.status.code() {
                Some(0) => n_published += 1,
                Some(2) => {
                    let output = String::from_utf8_lossy(&output.stderr).into_owned();
                    assert!(output.contains("en cours"), "round {round}: {output}");
                }
                other => panic!("round {round}: {other:?}"),
            }
        }
        assert!(n_published >= 1, "round {round}");
        assert_eq!(Store::open(&copy.clean()).unwrap().generations().unwrap().len(), 1 + n_published, "round {round}");
        copy.assert_whole();
    }
}

#[test]
fn a_wrong_clock_is_named_and_changes_no_register() {
    let baseline = Baseline::new();
    const HOUR: i64 = 3600;
    const YEAR: i64 = 365 * 24 * HOUR;
    // The day of the run is set here, since dates in the future depend on it.
    for wrong in [-HOUR, -10 * YEAR, -45 * YEAR, 10 * YEAR, 0] {
        std::fs::write(baseline.commune.raw().with_file_name("bato.toml"), "[run]\ntoday = \"2026-01-01\"\n").unwrap();
        let mut command = baseline.commune.command(&["run"]);
        command.env("LD_PRELOAD", faulty_disk()).env("FAULTY_CLOCK", wrong.to_string());
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let summary = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "clock wrong by {wrong} s: {said}{summary}");
        assert_eq!(said.contains("horloge"), wrong.abs() > 4 * YEAR, "{wrong}: {said}");
        let generation = baseline.commune.current();
        // The first run makes the new version; the others change nothing.
        assert_eq!(generation.number, 2, "clock wrong by {wrong} s");
        assert!(register_of(&generation) == register_of_bytes(&baseline.new), "clock wrong by {wrong} s");
        baseline.commune.assert_whole();
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_left_out_and_named() {
    let baseline = Baseline::new();
    let name = "census/Q06 Boma_2017.csv";
    let text = "Quartier;Nom;Post-nom;Prénom;Sexe;Date de naissance\nBoma;XIMUAMBA;MUYA;Zébédée;M;03/04/1970\n";
    baseline.commune.write(name, text);
    let mut command = baseline.commune.command(&["run"]);
    command.env("LD_PRELOAD", faulty_disk()).env("FAULTY_GROWS", "Q06 Boma_2017.csv");
    let output = command.output().unwrap();
    let grown = std::fs::read_to_string(baseline.commune.raw().join(name)).unwrap();
    assert_ne!(grown, text, "it grew");
    let input = baseline.commune.current().manifest.inputs.into_iter().find(|input| input.path == name).unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(input.error.as_deref(), Some("file-changed"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Q06 Boma_2017.csv"));
    assert_eq!(baseline.commune.bato(&["run"]).status, 0, "the next run reads it");
}

#[test]
fn a_read_only_folder_is_an_error_and_unusual_folder_names_work() {
    let baseline = Baseline::new();
    let copy = baseline.commune.copy();
    let settings = [("FAULTY_AT", "1".to_owned()), ("FAULTY_HOW", "read-only".to_owned())];
    let mut command = on_faulty_disk(&copy);
    command.envs(settings.iter().map(|(name, value)| (*name, value.as_str())));
    let output = command.output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(err.contains("n’est pas permis") && err.contains("Que faire"), "{err}");
    assert!(table_bytes(&copy.current()) == baseline.old);
    for name in ["été à l'école", "dossier avec espaces", &"long".repeat(40)] {
        let clean = copy.raw().with_file_name(name).join("net");
        let output = copy.bato(&["run", "--quiet", "--clean", clean.to_str().unwrap()]);
        assert_eq!(output.status, 0, "{name}: {}", output.err);
    }
}
