//! The course: lessons whose exercise is the work itself, on an invented commune of the learner's own.
//!
//! # Files
//!
//! `lesson` reads the lessons from `course.toml`, whose texts are messages. `plan` makes the sheets of a lesson from the
//! learner's seed, with planted faults and the truth beside them. `progress` is what the learner has done, a file to
//! which lines are added. What a lesson asks of a register is evaluated in `app::course`.

mod lesson;
mod plan;
mod progress;

pub use lesson::{
    AfterSetup, FaultKind, Goal, LESSONS, Lesson, LessonSetup, Question, SheetFormat, SolutionStep, lesson,
};
pub use plan::{COLUMNS_OF_ACTS, COLUMNS_OF_CENSUS, PairSort, PlannedRow, PlannedSheet, PracticePlan, RowOfPlan};
pub use progress::{CheckResult, CourseProgress, ProgressEvent, ProgressLine, STATE};
