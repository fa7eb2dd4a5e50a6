//! The use cases of the course: begin it, prepare a lesson, check its goals, show hints and the solution, count what was
//! done. A learner's register lies in a folder of its own, which only the course makes.

mod certificate;
mod folder;
mod goals;
mod other_pc;
mod places;
mod practice_sheets;
mod results;
mod setup;
mod solution;
mod texts;

pub use certificate::{
    Certificate, Countersignature, CountersigningOffice, certificate, certificate_page, is_countersigned,
};
pub use folder::{CourseFolder, course_folders, course_root, find_course, refuse_mixed, start_course};
pub use goals::{GoalState, answer_question, check_if_changed, check_lesson, goals, wrong_rulings};
pub use other_pc::{enter_receipt_at_sender, restore_on_other_pc, ruling_of_colleague, undo_ruling_of_colleague};
pub(crate) use results::is_result_name;
pub use results::{
    CourseResult, LessonCount, ReceivedResult, ResultTable, course_result, read_results, received_results,
    result_table, result_to_send, write_result, written_result, wrong_text,
};
pub use setup::{PRACTICE_PASSPHRASE, prepare_lesson};
pub use solution::{SolutionLine, next_hint, show_solution, shown_folder, solution_lines, solve_lesson};
pub use texts::{LessonQuestion, LessonText, lesson_text, lesson_title};

use std::path::{Path, PathBuf};

/// What the use cases of the course are called with.
#[derive(Debug, Clone, Copy)]
pub struct CourseRequest<'r> {
    /// The moment, RFC 3339.
    pub now: &'r str,
    /// This program, which is started again for a run that is killed and for the steps of a solution.
    pub program: Option<&'r Path>,
}

impl CourseRequest<'_> {
    fn program(&self) -> Option<PathBuf> {
        self.program.map(Path::to_path_buf)
    }
}

/// A lesson of a learner, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonState {
    /// The lesson.
    pub id: String,
    /// When it was passed, RFC 3339.
    pub passed_at: Option<String>,
    /// Whether its practice register is the one that is there.
    pub is_current: bool,
    /// Minutes that the lesson takes.
    pub minutes: u32,
    /// The highest hint that was shown.
    pub n_hints: u32,
    /// Whether the solution was shown.
    pub was_solved: bool,
}

/// Returns the lessons with what a learner did of each.
#[must_use]
pub fn lesson_states(course: &CourseFolder) -> Vec<LessonState> {
    let progress = &course.progress;
    let state = |lesson: &crate::course::Lesson| LessonState {
        id: lesson.id.clone(),
        passed_at: progress.passed_at(&lesson.id).map(str::to_owned),
        is_current: progress.lesson() == Some(&lesson.id),
        minutes: lesson.minutes,
        n_hints: progress.n_hints(&lesson.id),
        was_solved: progress.was_solved(&lesson.id),
    };
    crate::course::LESSONS.iter().map(state).collect()
}
