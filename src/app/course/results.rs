//! The results of learners: totals that a learner may hand over, and the table that a trainer reads. The name leaves only
//! if the learner agrees.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::course::LESSONS;
use crate::error::{Error, ErrorCode, Result};
use crate::messages::Messages;
use crate::store::{self, OutputPath};

use super::folder::CourseFolder;

/// How the name of a result begins, and how it ends.
const RESULT: (&str, &str) = ("resultat-cours", ".json");
/// The folder of the result of a learner.
pub(super) const RESULT_FOLDER: &str = "resultat";
/// Format of a result.
const FORMAT: u32 = 1;
/// Most bytes of a result.
pub(super) const MOST_BYTES: u64 = 1 << 20;
/// How deep results are looked for.
const MOST_DEPTH: usize = 5;
/// Most characters of a text in a result that others wrote.
const MOST_CHARS: usize = 80;

/// What a learner did, in totals.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CourseResult {
    /// Format of the file.
    pub format: u32,
    /// The learner; "" unless they agree.
    pub name: String,
    /// Where the learner's commune begins: the number by which a trainer without names tells results apart.
    pub seed: u64,
    /// The version of the program.
    pub program: String,
    /// The day on which the last lesson was passed; "" while one is open.
    pub finished_on: String,
    /// The lessons, in their order.
    pub lessons: Vec<LessonCount>,
    /// Pairs judged at the first check.
    pub n_pairs: u64,
    /// Those judged wrongly, by their sort.
    pub wrong_pairs: BTreeMap<String, u64>,
    /// Faults corrected wrongly, by their rule.
    pub wrong_corrections: BTreeMap<String, u64>,
}

/// What a learner did in a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonCount {
    /// The lesson.
    pub id: String,
    /// Whether it is passed.
    pub is_passed: bool,
    /// Minutes until it was passed.
    pub minutes: u64,
    /// Hints shown until then.
    pub hints: u32,
    /// Whether the solution was shown before.
    pub was_solved: bool,
}

/// Returns the totals of a learner; with the name if they agree.
#[must_use]
pub fn course_result(course: &CourseFolder, with_name: bool) -> CourseResult {
    let progress = &course.progress;
    let lesson = |lesson: &crate::course::Lesson| LessonCount {
        id: lesson.id.clone(),
        is_passed: progress.has_passed(&lesson.id),
        minutes: progress.minutes(&lesson.id),
        hints: progress.n_hints(&lesson.id),
        was_solved: progress.was_solved(&lesson.id),
    };
    let lessons: Vec<LessonCount> = LESSONS.iter().map(lesson).collect();
    let passed = LESSONS.iter().map(|lesson| progress.passed_at(&lesson.id));
    let finished = passed.collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
    let mut result = CourseResult {
        format: FORMAT,
        name: if with_name { progress.name().to_owned() } else { String::new() },
        seed: progress.seed(),
        program: progress.program().to_owned(),
        finished_on: finished.map(|at| at.chars().take(10).collect()).unwrap_or_default(),
        lessons,
        ..CourseResult::default()
    };
    // What the learner did alone counts: the first check of each lesson before the solution was shown.
    for check in LESSONS.iter().filter_map(|lesson| progress.first_work(&lesson.id)) {
        result.n_pairs += check.n_pairs;
        for kind in &check.wrong_pairs {
            *result.wrong_pairs.entry(kind.clone()).or_default() += 1;
        }
        for rule in &check.wrong_corrections {
            *result.wrong_corrections.entry(rule.clone()).or_default() += 1;
        }
    }
    result
}

impl CourseResult {
    /// Lessons that are passed.
    #[must_use]
    pub fn n_passed(&self) -> usize {
        self.lessons.iter().filter(|lesson| lesson.is_passed).count()
    }

    /// The share of pairs that were judged rightly; `None` if none was judged alone.
    #[must_use]
    pub fn agreement(&self) -> Option<f64> {
        let wrong: u64 = self.wrong_pairs.values().sum();
        (self.n_pairs > 0).then(|| self.n_pairs.saturating_sub(wrong) as f64 / self.n_pairs as f64)
    }
}

/// Writes the totals of a learner into a folder, to be handed over or sealed into a parcel. Returns the file.
///
/// # Errors
/// Those of the file system.
pub fn write_result(course: &CourseFolder, with_name: bool, out: &OutputPath) -> Result<PathBuf> {
    store::create_folder(out.path())?;
    let path = out.path().join(result_name(""));
    let text = serde_json::to_string_pretty(&course_result(course, with_name)).unwrap_or_default() + "\n";
    store::write_text(&text, &out.with_path(path.clone()))?;
    Ok(path)
}

/// The name of the file of a result.
fn result_name(addition: &str) -> String {
    format!("{}{addition}{}", RESULT.0, RESULT.1)
}

/// Whether a file of this name is the result of a learner.
#[must_use]
pub(crate) fn is_result_name(name: &str) -> bool {
    name.starts_with(RESULT.0) && name.ends_with(RESULT.1)
}

/// The file of the result that a learner wrote, if there is one.
#[must_use]
pub fn written_result(course: &CourseFolder) -> Option<PathBuf> {
    Some(course.folder.join(RESULT_FOLDER).join(result_name(""))).filter(|path| path.is_file())
}

/// Copies the result that a learner wrote among the files of the real register that can be sent by parcel. Returns the
/// file.
///
/// # Errors
/// `course-result` if the learner wrote none; those of the file system.
pub fn result_to_send(course: &CourseFolder, raw: &Path) -> Result<PathBuf> {
    let from = written_result(course).ok_or_else(|| Error::new(ErrorCode::CourseResult).at(&course.folder))?;
    let result = read_result(&from)?;
    let folder = raw.join(crate::parcel::ParcelKind::Course.code());
    store::create_private_folder(&folder)?;
    let to = folder.join(result_name(&format!("-{}", result.seed)));
    let bytes = std::fs::read(&from).map_err(|e| Error::io(&from, &e))?;
    store::replace_file(&OutputPath::own(&to), &bytes)?;
    Ok(to)
}

/// A result that was handed over to this office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedResult {
    /// Its file.
    pub path: PathBuf,
    /// The totals.
    pub result: CourseResult,
}

/// Returns the results in folders: those that came by parcel, those that learners wrote. What is no result is left out.
#[must_use]
pub fn received_results(folders: &[PathBuf]) -> Vec<ReceivedResult> {
    let mut found = Vec::new();
    for folder in folders {
        files_below(folder, &mut |path, name| {
            if is_result_name(name)
                && let Ok(result) = read_result(path)
            {
                found.push(ReceivedResult { path: path.to_owned(), result });
            }
        });
    }
    found
}

/// Calls `each` with every file below a folder and its name, in the order of their paths.
pub(super) fn files_below(folder: &Path, each: &mut dyn FnMut(&Path, &str)) {
    let mut open = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = open.pop() {
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| !path.is_symlink()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            match path.is_dir() {
                true if depth < MOST_DEPTH && !name.starts_with('.') => open.push((path, depth + 1)),
                true => {}
                false => each(&path, name),
            }
        }
    }
}

/// Reads a result that a learner handed over.
pub(super) fn read_result(path: &Path) -> Result<CourseResult> {
    let not_one = || Error::new(ErrorCode::CourseResult).at(path);
    let is_short = std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() <= MOST_BYTES);
    let bytes = if is_short { std::fs::read(path).map_err(|e| Error::io(path, &e))? } else { return Err(not_one()) };
    parse_result(&bytes, path)
}

/// Reads the content of a result; `path` is its file.
pub(super) fn parse_result(bytes: &[u8], path: &Path) -> Result<CourseResult> {
    let not_one = || Error::new(ErrorCode::CourseResult).at(path);
    let result: CourseResult = serde_json::from_slice(bytes).map_err(|_| not_one())?;
    let is_short = |text: &String| text.chars().count() <= MOST_CHARS && !text.contains(crate::record::is_unprintable);
    let texts = [&result.name, &result.program, &result.finished_on];
    let keys = result.wrong_pairs.keys().chain(result.wrong_corrections.keys());
    let is_whole = result.format == FORMAT
        && texts.into_iter().chain(keys).all(is_short)
        && result.lessons.iter().all(|lesson| LESSONS.iter().any(|own| own.id == lesson.id));
    if is_whole { Ok(result) } else { Err(not_one()) }
}

/// Reads the results in folders: of learners on this computer, and of those who handed theirs over.
///
/// # Errors
/// `course-result` if a folder holds none; those of the file system.
pub fn read_results(folders: &[PathBuf], with_names: bool) -> Result<Vec<CourseResult>> {
    let mut results = Vec::new();
    for folder in folders {
        let before = results.len();
        if folder.is_file() {
            results.push(read_result(folder)?);
        } else {
            add_results(folder, with_names, 0, &mut results)?;
        }
        if results.len() == before {
            return Err(Error::new(ErrorCode::CourseResult).at(folder));
        }
    }
    Ok(results)
}

fn add_results(folder: &Path, with_names: bool, depth: usize, results: &mut Vec<CourseResult>) -> Result<()> {
    if let Ok(course) = CourseFolder::read(folder) {
        results.push(course_result(&course, with_names));
        return Ok(());
    }
    let entries = std::fs::read_dir(folder).map_err(|e| Error::io(folder, &e))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if is_result_name(name) {
            results.push(read_result(&path)?);
        } else if path.is_dir() && depth < MOST_DEPTH && !path.is_symlink() && !name.starts_with('.') {
            add_results(&path, with_names, depth + 1, results)?;
        }
    }
    Ok(())
}

/// What all learners did: the trainer's table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ResultTable {
    /// The learners, in the order of their names and numbers.
    pub learners: Vec<CourseResult>,
    /// For each lesson: its id, how many passed it, the middle of the minutes, hints in all, how many saw the solution.
    pub lessons: Vec<(String, u64, u64, u64, u64)>,
    /// Sorts of pairs that were judged wrongly, the most first.
    pub wrong_pairs: Vec<(String, u64)>,
    /// Rules whose faults were corrected wrongly, the most first.
    pub wrong_corrections: Vec<(String, u64)>,
}

/// Leaves out the results of a learner of whom there is another one: of one number, the one with more lessons passed
/// stays, with the name that either has.
fn without_twice(results: Vec<CourseResult>) -> Vec<CourseResult> {
    let mut learners: Vec<CourseResult> = Vec::new();
    for mut result in results {
        let is_same = |other: &CourseResult| {
            other.seed == result.seed && (other.name == result.name || other.name.is_empty() || result.name.is_empty())
        };
        match learners.iter_mut().find(|other| is_same(other)) {
            Some(other) => {
                let name = if other.name.is_empty() { result.name.clone() } else { other.name.clone() };
                if result.n_passed() > other.n_passed() {
                    std::mem::swap(other, &mut result);
                }
                other.name = name;
            }
            None => learners.push(result),
        }
    }
    learners
}

/// Makes the trainer's table. A learner whose result was handed over and whose course lies on this computer counts
/// once.
#[must_use]
pub fn result_table(learners: Vec<CourseResult>) -> ResultTable {
    let mut learners = without_twice(learners);
    learners.sort_by(|a, b| (&a.name, a.seed).cmp(&(&b.name, b.seed)));
    let lesson = |id: &String| {
        let counts: Vec<&LessonCount> =
            learners.iter().flat_map(|learner| &learner.lessons).filter(|lesson| lesson.id == *id).collect();
        let passed: Vec<&&LessonCount> = counts.iter().filter(|lesson| lesson.is_passed).collect();
        let mut minutes: Vec<u64> = passed.iter().map(|lesson| lesson.minutes).collect();
        minutes.sort_unstable();
        let hints = counts.iter().map(|lesson| u64::from(lesson.hints)).sum();
        let solved = counts.iter().filter(|lesson| lesson.was_solved).count() as u64;
        (id.clone(), passed.len() as u64, minutes.get(minutes.len() / 2).copied().unwrap_or(0), hints, solved)
    };
    let lessons = LESSONS.iter().map(|own| lesson(&own.id)).collect();
    let most = |of: fn(&CourseResult) -> &BTreeMap<String, u64>| {
        let mut sums: BTreeMap<String, u64> = BTreeMap::new();
        learners.iter().flat_map(of).for_each(|(key, n)| *sums.entry(key.clone()).or_default() += n);
        let mut sums: Vec<(String, u64)> = sums.into_iter().collect();
        sums.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        sums
    };
    let wrong_pairs = most(|learner| &learner.wrong_pairs);
    let wrong_corrections = most(|learner| &learner.wrong_corrections);
    ResultTable { lessons, wrong_pairs, wrong_corrections, learners }
}

/// The words of a sort of pair or of a rule: of the set `course-pair` or `rule`.
#[must_use]
pub fn wrong_text(messages: &Messages, set: &str, code: &str) -> String {
    let id = if set == "rule" { format!("rule-{code}.title") } else { format!("{set}-{code}") };
    if messages.has(&id) { messages.text(&id) } else { code.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learner(name: &str, seed: u64, pairs: &[(&str, u64)]) -> CourseResult {
        let lesson =
            LessonCount { id: "lire".into(), is_passed: true, minutes: seed * 10, hints: 1, was_solved: false };
        CourseResult {
            format: FORMAT,
            name: name.into(),
            seed,
            lessons: vec![lesson],
            n_pairs: 12,
            wrong_pairs: pairs.iter().map(|(kind, n)| ((*kind).to_owned(), *n)).collect(),
            ..CourseResult::default()
        }
    }

    #[test]
    fn the_pairs_that_most_judge_wrongly_come_first() {
        let table = result_table(vec![
            learner("Zoé", 3, &[("twins", 1)]),
            learner("", 1, &[("moved", 1), ("twins", 2)]),
            learner("", 2, &[]),
        ]);
        assert_eq!(table.wrong_pairs, [("twins".to_owned(), 3), ("moved".to_owned(), 1)]);
        assert_eq!(table.learners.iter().map(|learner| learner.seed).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(table.lessons[0], ("lire".to_owned(), 3, 20, 3, 0));
        assert_eq!(table.learners[0].agreement(), Some(0.75));
        // A learner whose course lies here and who handed the result over without the name is one.
        let table = result_table(vec![learner("Zoé", 3, &[]), learner("", 3, &[]), learner("Jean", 3, &[])]);
        assert_eq!(table.learners.iter().map(|learner| &*learner.name).collect::<Vec<_>>(), ["Jean", "Zoé"]);
        assert_eq!(table.lessons[0].1, 2);
    }

    #[test]
    fn a_result_with_unknown_lessons_or_control_characters_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(result_name(""));
        let write = |result: &CourseResult| std::fs::write(&path, serde_json::to_string(result).unwrap()).unwrap();
        write(&learner("Ruth", 1, &[]));
        assert_eq!(read_results(&[dir.path().to_owned()], true).unwrap().len(), 1);
        write(&learner("Ruth\u{1b}[2J", 1, &[]));
        assert_eq!(read_result(&path).unwrap_err().code, ErrorCode::CourseResult);
        let mut other = learner("Ruth", 1, &[]);
        other.lessons[0].id = "<b>".into();
        write(&other);
        assert_eq!(read_result(&path).unwrap_err().code, ErrorCode::CourseResult);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(read_results(&[dir.path().to_owned()], true).unwrap_err().code, ErrorCode::CourseResult);
    }
}
