//! What a learner has done: a file in the course folder to which a line is added for each step. Nothing in it is
//! changed.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::store;

use super::lesson::lesson;

/// The file of what a learner has done; it marks a folder as one of the course.
pub const STATE: &str = "course.jsonl";
const LOCK: &str = "course.lock";

/// A step of a learner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum ProgressEvent {
    /// The course began.
    Start {
        /// The learner.
        name: String,
        /// Where the learner's own commune begins.
        seed: u64,
        /// The version of the program.
        program: String,
    },
    /// The practice register of a lesson is about to be prepared: what was there before goes.
    Preparation {
        /// The lesson.
        lesson: String,
    },
    /// The practice register of a lesson was prepared.
    Lesson {
        /// The lesson.
        lesson: String,
    },
    /// A hint was shown.
    Hint {
        /// The lesson.
        lesson: String,
        /// Its number, from 1.
        n: u32,
    },
    /// The solution was shown.
    Solution {
        /// The lesson.
        lesson: String,
    },
    /// A question was answered.
    Answer {
        /// The lesson.
        lesson: String,
        /// The question.
        question: String,
        /// The answer as typed.
        text: String,
    },
    /// The goals were checked.
    Check(CheckResult),
}

/// The result of a check of the goals of a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CheckResult {
    /// The lesson.
    pub lesson: String,
    /// The codes of the goals that are open; none for a lesson that is passed.
    pub open: Vec<String>,
    /// Pairs judged.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub n_pairs: u64,
    /// The sorts of the pairs that were judged wrongly, one entry for each pair.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong_pairs: Vec<String>,
    /// The rules of the faults that were corrected wrongly, one entry for each cell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrong_corrections: Vec<String>,
}

fn is_zero(n: &u64) -> bool {
    *n == 0
}

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgressLine {
    /// The moment, RFC 3339.
    pub at: String,
    /// What happened.
    #[serde(flatten)]
    pub event: ProgressEvent,
}

/// What a learner has done, in the order of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CourseProgress {
    /// The lines.
    pub lines: Vec<ProgressLine>,
}

impl CourseProgress {
    /// Reads the file of a course folder. A last line that the power cut in two is left out.
    ///
    /// # Errors
    /// `course-foreign` if the folder has no such file, or it begins otherwise; those of the file system.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(STATE);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Err(Error::new(ErrorCode::CourseForeign).at(folder));
            }
            Err(e) => return Err(Error::io(&path, &e)),
        };
        let lines = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        let progress = Self { lines };
        match progress.start() {
            Some(_) => Ok(progress),
            None => Err(Error::new(ErrorCode::CourseForeign).at(folder)),
        }
    }

    /// Adds a line, which is on disk when this returns.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn add(folder: &Path, at: &str, event: ProgressEvent) -> Result<()> {
        let lock = store::wait_for_lock(&folder.join(LOCK))?;
        let line = ProgressLine { at: at.to_owned(), event };
        let text = serde_json::to_string(&line).unwrap_or_default() + "\n";
        let is_whole = |rest: &str| serde_json::from_str::<ProgressLine>(rest).is_ok();
        store::append_line(&lock, &folder.join(STATE), "", &text, &is_whole).map(drop)
    }

    fn start(&self) -> Option<(&str, u64, &str)> {
        match &self.lines.first()?.event {
            ProgressEvent::Start { name, seed, program } => Some((name, *seed, program)),
            _ => None,
        }
    }

    /// The learner.
    #[must_use]
    pub fn name(&self) -> &str {
        self.start().map_or("", |(name, ..)| name)
    }

    /// The learner's seed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.start().map_or(0, |(_, seed, _)| seed)
    }

    /// The version of the program with which the course began.
    #[must_use]
    pub fn program(&self) -> &str {
        self.start().map_or("", |(.., program)| program)
    }

    /// The lesson whose practice register was prepared last.
    #[must_use]
    pub fn lesson(&self) -> Option<&str> {
        self.lines.iter().rev().find_map(|line| match &line.event {
            ProgressEvent::Lesson { lesson } => Some(lesson.as_str()),
            _ => None,
        })
    }

    /// The lesson whose preparation was cut off.
    #[must_use]
    pub fn unfinished_preparation(&self) -> Option<&str> {
        let last = self
            .lines
            .iter()
            .rev()
            .find(|line| matches!(line.event, ProgressEvent::Preparation { .. } | ProgressEvent::Lesson { .. }));
        match &last?.event {
            ProgressEvent::Preparation { lesson } => Some(lesson),
            _ => None,
        }
    }

    /// Whether a lesson is passed.
    #[must_use]
    pub fn has_passed(&self, id: &str) -> bool {
        self.passed_at(id).is_some()
    }

    /// The moment at which a lesson was passed first.
    #[must_use]
    pub fn passed_at(&self, id: &str) -> Option<&str> {
        self.lines.iter().find_map(|line| match &line.event {
            ProgressEvent::Check(check) if check.lesson == id && check.open.is_empty() => Some(line.at.as_str()),
            _ => None,
        })
    }

    /// The lines of a lesson up to its first pass.
    pub fn until_passed<'p>(&'p self, id: &'p str) -> impl Iterator<Item = &'p ProgressLine> {
        let mut is_over = false;
        self.lines.iter().filter(move |line| {
            let is_own = match &line.event {
                ProgressEvent::Start { .. } => false,
                ProgressEvent::Preparation { lesson }
                | ProgressEvent::Lesson { lesson }
                | ProgressEvent::Hint { lesson, .. }
                | ProgressEvent::Solution { lesson }
                | ProgressEvent::Answer { lesson, .. } => lesson == id,
                ProgressEvent::Check(check) => check.lesson == id,
            };
            let is_counted = is_own && !is_over;
            if let ProgressEvent::Check(check) = &line.event {
                is_over |= check.lesson == id && check.open.is_empty();
            }
            is_counted
        })
    }

    /// The highest hint of a lesson that was shown before it was passed.
    #[must_use]
    pub fn n_hints(&self, id: &str) -> u32 {
        let hints = self.until_passed(id).filter_map(|line| match &line.event {
            ProgressEvent::Hint { n, .. } => Some(*n),
            _ => None,
        });
        hints.max().unwrap_or(0)
    }

    /// Whether the solution of a lesson was shown before it was passed.
    #[must_use]
    pub fn was_solved(&self, id: &str) -> bool {
        self.until_passed(id).any(|line| matches!(line.event, ProgressEvent::Solution { .. }))
    }

    /// The highest hint of a lesson that stands on its page: of one that is not passed all that were shown, of one that
    /// was passed those since it was prepared last.
    #[must_use]
    pub fn hints_on_page(&self, id: &str) -> u32 {
        let since = self.since_prepared(id).filter_map(|event| match event {
            ProgressEvent::Hint { lesson, n } if lesson == id => Some(*n),
            _ => None,
        });
        let before = if self.has_passed(id) { 0 } else { self.n_hints(id) };
        since.max().unwrap_or(0).max(before)
    }

    /// Whether the solution of a lesson stands on its page, as [`Self::hints_on_page`] says it of hints.
    #[must_use]
    pub fn has_solution_on_page(&self, id: &str) -> bool {
        let is_shown = |event: &ProgressEvent| matches!(event, ProgressEvent::Solution { lesson } if lesson == id);
        self.since_prepared(id).any(is_shown) || !self.has_passed(id) && self.was_solved(id)
    }

    /// What happened since a lesson was prepared last, the last first.
    fn since_prepared<'p>(&'p self, id: &str) -> impl Iterator<Item = &'p ProgressEvent> {
        let is_start = move |event: &&ProgressEvent| matches!(event, ProgressEvent::Lesson { lesson } if lesson == id);
        self.lines.iter().rev().map(|line| &line.event).take_while(move |event| !is_start(event))
    }

    /// The answer to a question since the lesson was prepared last.
    #[must_use]
    pub fn answer(&self, id: &str, wanted: &str) -> Option<&str> {
        self.since_prepared(id).find_map(|event| match event {
            ProgressEvent::Answer { lesson, question, text } if lesson == id && question == wanted => {
                Some(text.as_str())
            }
            _ => None,
        })
    }

    /// Minutes in which something was done for a lesson before it was passed: pauses longer than a quarter of an hour
    /// count as one.
    #[must_use]
    pub fn minutes(&self, id: &str) -> u64 {
        const LONGEST_PAUSE: i64 = 15 * 60;
        let moment = |line: &ProgressLine| chrono::DateTime::parse_from_rfc3339(&line.at).ok();
        let moments: Vec<_> = self.until_passed(id).filter_map(moment).collect();
        let seconds = moments.windows(2).map(|two| (two[1] - two[0]).num_seconds().clamp(0, LONGEST_PAUSE));
        (seconds.sum::<i64>() as u64).div_ceil(60)
    }

    /// The first check of a lesson in which as many pairs were judged as it asks, or something was corrected wrongly,
    /// before the solution was shown: what the learner did alone.
    #[must_use]
    pub fn first_work<'p>(&'p self, id: &'p str) -> Option<&'p CheckResult> {
        let least = lesson(id).map_or(1, |lesson| lesson.least_pairs().max(1)) as u64;
        let is_solution = |event: &ProgressEvent| matches!(event, ProgressEvent::Solution { .. });
        self.until_passed(id).take_while(|line| !is_solution(&line.event)).find_map(|line| match &line.event {
            ProgressEvent::Check(check) if check.n_pairs >= least || !check.wrong_corrections.is_empty() => Some(check),
            _ => None,
        })
    }

    /// The last check of a lesson since it was prepared last.
    #[must_use]
    pub fn last_check(&self, id: &str) -> Option<&CheckResult> {
        self.since_prepared(id).find_map(|event| match event {
            ProgressEvent::Check(check) if check.lesson == id => Some(check),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_added_and_a_torn_last_line_is_dropped() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path();
        assert_eq!(CourseProgress::read(folder).unwrap_err().code, ErrorCode::CourseForeign);
        let add = |minute: u32, event| {
            CourseProgress::add(folder, &format!("2026-05-04T08:{minute:02}:00+01:00"), event).unwrap();
        };
        add(0, ProgressEvent::Start { name: "Ruth".into(), seed: 7, program: "0.1.0".into() });
        let lesson = || "lire".to_owned();
        add(0, ProgressEvent::Lesson { lesson: lesson() });
        add(4, ProgressEvent::Hint { lesson: lesson(), n: 2 });
        add(
            10,
            ProgressEvent::Check(CheckResult { lesson: lesson(), open: vec!["recorded".into()], ..Default::default() }),
        );
        std::fs::OpenOptions::new()
            .append(true)
            .open(folder.join(STATE))
            .and_then(|mut file| std::io::Write::write_all(&mut file, b"{\"at\":\"2026"))
            .unwrap();
        let progress = CourseProgress::read(folder).unwrap();
        assert_eq!((progress.name(), progress.seed(), progress.lines.len()), ("Ruth", 7, 4));
        assert!(!progress.has_passed("lire"));
        add(58, ProgressEvent::Check(CheckResult { lesson: lesson(), ..Default::default() }));
        add(59, ProgressEvent::Solution { lesson: lesson() });
        let progress = CourseProgress::read(folder).unwrap();
        assert_eq!(progress.lines.len(), 6);
        assert!(progress.has_passed("lire") && !progress.was_solved("lire"));
        assert_eq!((progress.n_hints("lire"), progress.minutes("lire")), (2, 25));
        // A lesson that is passed and prepared again begins without hints on its page; those of before stay counted.
        assert_eq!((progress.hints_on_page("lire"), progress.has_solution_on_page("lire")), (2, true));
        add(59, ProgressEvent::Lesson { lesson: lesson() });
        let progress = CourseProgress::read(folder).unwrap();
        assert_eq!((progress.hints_on_page("lire"), progress.has_solution_on_page("lire")), (0, false));
        assert_eq!((progress.n_hints("lire"), progress.last_check("lire")), (2, None));
        add(59, ProgressEvent::Hint { lesson: lesson(), n: 1 });
        assert_eq!(CourseProgress::read(folder).unwrap().hints_on_page("lire"), 1);
    }
}
