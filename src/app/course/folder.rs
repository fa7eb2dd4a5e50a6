//! The folder of a learner: it holds a practice register and what the learner has done. A folder that the course did not
//! make is never touched, and no command mixes a practice register with a real one.

use std::path::{Path, PathBuf};

use crate::backup::RegisterPaths;
use crate::config::Config;
use crate::course::{CourseProgress, LESSONS, Lesson, ProgressEvent, STATE, lesson};
use crate::error::{Error, ErrorCode, Result};
use crate::messages::Lang;
use crate::record::{Fnv, fold, is_unprintable};
use crate::store::{self, OutputPath, Store};

use super::super::entry_file::plain_name_part;

/// The folder of all learners, beside the folder of the register.
const COURSES: &str = "cours";
/// What a lesson makes in the folder of a learner, and removes for the next one.
pub(super) const FOLDERS: [&str; 7] = ["data-raw", "data-clean", "releases", STICK, "arrivees", OTHER_PC, SENDER_PC];
/// The folder that stands for a stick.
pub(super) const STICK: &str = "cle";
/// The folder of another PC without a register.
pub(super) const OTHER_PC: &str = "autre-pc";
/// The folder of the PC of a quartier that sends a parcel.
pub(super) const SENDER_PC: &str = "quartier";
/// Most letters of a learner's name.
const MOST_LETTERS: usize = 60;
/// Most folders of one name.
const MOST_FOLDERS: u32 = 100;
/// How far above a folder its course is looked for.
const MOST_LEVELS: usize = 4;
/// Largest seed: a number that a person can copy.
const SEEDS: u64 = 1_000_000;

/// The folder of a learner.
#[derive(Debug, Clone, PartialEq)]
pub struct CourseFolder {
    /// The folder.
    pub folder: PathBuf,
    /// What the learner has done.
    pub progress: CourseProgress,
}

impl CourseFolder {
    /// Reads the folder of a learner.
    ///
    /// # Errors
    /// `course-foreign` if the course did not make it; those of the file system.
    pub fn read(folder: &Path) -> Result<Self> {
        Ok(Self { folder: folder.to_owned(), progress: CourseProgress::read(folder)? })
    }

    /// The practice register.
    #[must_use]
    pub fn paths(&self) -> RegisterPaths {
        self.paths_of("")
    }

    /// The register of another PC of the lesson; "" for the learner's own.
    #[must_use]
    pub fn paths_of(&self, pc: &str) -> RegisterPaths {
        let folder = if pc.is_empty() { self.folder.clone() } else { self.folder.join(pc) };
        RegisterPaths {
            raw: folder.join("data-raw"),
            clean: folder.join("data-clean"),
            config: folder.join("bato.toml"),
        }
    }

    /// The settings of the practice register.
    ///
    /// # Errors
    /// Those of a settings file.
    pub fn config(&self) -> Result<Config> {
        let paths = self.paths();
        super::super::settings(Some(&paths.config), &paths.raw)
    }

    /// The lesson whose practice register is there; the first one if none was prepared.
    ///
    /// # Errors
    /// `course-lesson` if this program does not have it.
    pub fn lesson(&self) -> Result<&'static Lesson> {
        match self.progress.lesson() {
            Some(id) => known_lesson(id),
            None => LESSONS.first().ok_or_else(|| unknown_lesson("")),
        }
    }

    /// The first lesson after the current one that is not passed yet, else the first of all that is not.
    #[must_use]
    pub fn next_lesson(&self) -> Option<&'static Lesson> {
        let current = self.progress.lesson();
        let after = LESSONS.iter().position(|lesson| Some(lesson.id.as_str()) == current).map_or(0, |place| place + 1);
        let is_open = |lesson: &&Lesson| !self.progress.has_passed(&lesson.id);
        LESSONS[after..].iter().find(is_open).or_else(|| LESSONS.iter().find(is_open))
    }

    /// Reads what the learner has done once more.
    ///
    /// # Errors
    /// Those of [`Self::read`].
    pub fn refreshed(&self) -> Result<Self> {
        Self::read(&self.folder)
    }

    pub(super) fn add(&self, now: &str, event: ProgressEvent) -> Result<()> {
        CourseProgress::add(&self.folder, now, event)
    }
}

/// Returns the lesson of an id as a person types it.
pub(super) fn known_lesson(id: &str) -> Result<&'static Lesson> {
    let number = id.trim().parse::<usize>().ok().and_then(|number| LESSONS.get(number.checked_sub(1)?));
    number.or_else(|| lesson(&fold(id).to_lowercase())).ok_or_else(|| unknown_lesson(id))
}

fn unknown_lesson(id: &str) -> Error {
    let known = LESSONS.iter().map(|lesson| lesson.id.as_str()).collect::<Vec<_>>().join(", ");
    Error::new(ErrorCode::CourseLesson).with("value", id).with("known", known)
}

/// Begins the course of a learner beside a register, or returns the one that was begun. `seed` is where the learner's
/// commune begins; without one it is drawn.
///
/// # Errors
/// `course-name` if the name is blank or too long; those of the file system.
pub fn start_course(
    base: &Path,
    name: &str,
    seed: Option<u64>,
    lang: Lang,
    request: &super::CourseRequest<'_>,
) -> Result<(CourseFolder, bool)> {
    let name = learner_name(name)?;
    if let Some(root) = course_root(base) {
        // The course of a learner holds no other course.
        return Err(Error::new(ErrorCode::CourseForeign).at(&root));
    }
    let courses = base.join(COURSES);
    let part = plain_name_part(&name);
    // A name without a letter, or one that Windows keeps for a device.
    let is_free = !part.is_empty() && store::is_name_on_windows(&part);
    let part = if is_free { part } else { format!("apprenant-{part}").trim_end_matches('-').to_owned() };
    for number in 1..=MOST_FOLDERS {
        let folder = courses.join(if number == 1 { part.clone() } else { format!("{part}-{number}") });
        match std::fs::symlink_metadata(&folder) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                store::create_private_folder(&folder)?;
                let seed = seed.unwrap_or_else(|| drawn_seed(&name, request.now, &folder));
                let program = env!("CARGO_PKG_VERSION").to_owned();
                write_settings(&folder, &name, lang)?;
                CourseProgress::add(&folder, request.now, ProgressEvent::Start { name, seed, program })?;
                let course = CourseFolder::read(&folder)?;
                super::prepare_lesson(&course, &LESSONS[0].id, request)?;
                return Ok((course.refreshed()?, true));
            }
            Err(e) => return Err(Error::io(&folder, &e)),
            // Another learner of this name in plain letters, or a folder that is no course: the next number.
            Ok(_) => match CourseFolder::read(&folder) {
                Ok(course) if course.progress.name() == name => {
                    let unfinished = course.progress.unfinished_preparation().map(str::to_owned);
                    if let Some(lesson) =
                        unfinished.or_else(|| course.progress.lesson().is_none().then(|| LESSONS[0].id.clone()))
                    {
                        super::prepare_lesson(&course, &lesson, request)?;
                    }
                    return Ok((course.refreshed()?, false));
                }
                _ => {}
            },
        }
    }
    Err(Error::new(ErrorCode::CourseForeign).at(&courses.join(part)))
}

/// The name of a learner as it is written: one line, without control characters.
fn learner_name(name: &str) -> Result<String> {
    let clean: String = name.chars().map(|c| if is_unprintable(c) { ' ' } else { c }).collect();
    let name = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > MOST_LETTERS {
        return Err(Error::new(ErrorCode::CourseName).with("high", MOST_LETTERS));
    }
    Ok(name)
}

fn drawn_seed(name: &str, now: &str, folder: &Path) -> u64 {
    let hash = Fnv::default().with(name.as_bytes()).with(now.as_bytes()).with(folder.as_os_str().as_encoded_bytes());
    1 + hash.finish() % (SEEDS - 1)
}

/// Writes the settings of a practice register.
pub(super) fn write_settings(folder: &Path, name: &str, lang: Lang) -> Result<()> {
    // A commune's name is a part of file names.
    // A name of letters stands as it is; another one is written in plain letters.
    let is_plain = name.chars().all(|c| c.is_alphanumeric() || [' ', '-', '’'].contains(&c));
    let part = if is_plain { name.to_owned() } else { plain_name_part(name) };
    let commune: String = format!("Exercice {part}").chars().take(40).collect();
    let text = format!(
        "# Settings of a practice register of the course. Its persons are invented.\n\
         [run]\ncommune = \"{}\"\nlang = \"{}\"\npractice = true\n",
        commune.trim_end(),
        lang.code()
    );
    store::write_text(&text, &OutputPath::own(&folder.join("bato.toml")))
}

/// Returns the folders of the learners beside a register, by name.
///
/// # Errors
/// Those of the file system.
pub fn course_folders(base: &Path) -> Result<Vec<CourseFolder>> {
    let courses = base.join(COURSES);
    let entries = match std::fs::read_dir(&courses) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(Error::io(&courses, &e)),
    };
    let mut found: Vec<CourseFolder> =
        entries.flatten().filter_map(|entry| CourseFolder::read(&entry.path()).ok()).collect();
    found.sort_by(|a, b| a.folder.cmp(&b.folder));
    Ok(found)
}

/// Returns the course of a learner: the one in which the register lies, else the one beside it of this name, or the
/// only one.
///
/// # Errors
/// `course-none`; `course-choose` if there are several and none is named.
pub fn find_course(base: &Path, name: Option<&str>) -> Result<CourseFolder> {
    if let Some(root) = course_root(base) {
        return CourseFolder::read(&root);
    }
    let mut all = course_folders(base)?;
    if let Some(name) = name {
        let is_named = |course: &CourseFolder| {
            fold(course.progress.name()) == fold(name) || course.folder.file_name().is_some_and(|own| own == name)
        };
        all.retain(is_named);
    }
    match all.len() {
        0 => Err(Error::new(ErrorCode::CourseNone).at(base)),
        1 => Ok(all.remove(0)),
        _ => {
            let known = all.iter().map(|course| course.progress.name()).collect::<Vec<_>>().join(", ");
            Err(Error::new(ErrorCode::CourseChoose).with("known", known))
        }
    }
}

/// Returns the folder of the course in which a path lies.
#[must_use]
pub fn course_root(path: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(path).ok()?;
    let absolute = std::fs::canonicalize(&absolute).unwrap_or(absolute);
    let root = absolute.ancestors().take(MOST_LEVELS).find(|folder| folder.join(STATE).is_file())?;
    // A folder that is not there yet has no canonical path; its course has.
    Some(std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned()))
}

/// Refuses to work on folders of a course with the settings of a real register, or the other way round.
///
/// # Errors
/// `practice-mixed`.
pub fn refuse_mixed(raw: &Path, clean: &Path, config: &Config) -> Result<()> {
    let roots = [raw, clean].map(course_root);
    if roots[0] != roots[1] || roots[0].is_some() != config.run.practice {
        return Err(Error::new(ErrorCode::PracticeMixed).at(clean));
    }
    Ok(())
}

/// Refuses a course folder in which something is not the course's own: a link to another folder, or a register that is
/// no practice.
///
/// # Errors
/// `course-foreign`, `course-not-practice`.
pub(super) fn refuse_foreign(folder: &Path) -> Result<()> {
    let is_link = |path: &Path| std::fs::symlink_metadata(path).is_ok_and(|meta| !meta.is_dir());
    if is_link(folder) {
        return Err(Error::new(ErrorCode::CourseForeign).at(folder));
    }
    for name in FOLDERS {
        let path = folder.join(name);
        if is_link(&path) || ["data-raw", "data-clean"].iter().any(|below| is_link(&path.join(below))) {
            return Err(Error::new(ErrorCode::CourseForeign).at(&path));
        }
        for clean in [path.clone(), path.join("data-clean")] {
            if !clean.join("generations").is_dir() {
                continue;
            }
            let store = Store::open(&clean)?;
            let is_real = |number: u64| {
                store.generation(number).is_ok_and(|generation| !crate::run::is_practice(&generation.manifest))
            };
            if store.generations()?.into_iter().any(is_real) {
                return Err(Error::new(ErrorCode::CourseNotPractice).at(&clean));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_learner_is_a_line_and_its_folder_lies_below_the_courses() {
        assert_eq!(learner_name(" Ruth \n Mwamba\u{1b}[1m ").unwrap(), "Ruth Mwamba [1m");
        for wrong in ["", " \t", &"x".repeat(MOST_LETTERS + 1)] {
            assert_eq!(learner_name(wrong).unwrap_err().code, ErrorCode::CourseName);
        }
    }

    #[test]
    fn real_and_practice_folders_are_not_mixed() {
        let dir = tempfile::tempdir().unwrap();
        let (real, practice) = (dir.path().join("reel"), dir.path().join("cours/ruth"));
        for folder in [&real, &practice] {
            std::fs::create_dir_all(folder.join("data-raw")).unwrap();
        }
        let start = ProgressEvent::Start { name: "Ruth".into(), seed: 1, program: String::new() };
        CourseProgress::add(&practice, "2026-05-04T08:00:00+01:00", start).unwrap();
        let (mut of_practice, of_real) = (Config::default(), Config::default());
        of_practice.run.practice = true;
        let mixed =
            |raw: &Path, clean: &Path, config| refuse_mixed(&raw.join("data-raw"), &clean.join("data-clean"), config);
        assert_eq!(mixed(&real, &real, &of_real), Ok(()));
        assert_eq!(mixed(&practice, &practice, &of_practice), Ok(()));
        for (raw, clean, config) in [
            (&real, &real, &of_practice),
            (&practice, &practice, &of_real),
            (&real, &practice, &of_practice),
            (&practice, &real, &of_real),
        ] {
            assert_eq!(mixed(raw, clean, config).unwrap_err().code, ErrorCode::PracticeMixed);
        }
    }
}
