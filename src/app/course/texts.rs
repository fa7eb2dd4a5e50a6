//! The texts of a lesson in a language, with the names and days of the learner's own commune.

use crate::course::{COLUMNS_OF_ACTS, COLUMNS_OF_CENSUS, LESSONS, PlannedSheet, PracticePlan};
use crate::error::Result;
use crate::messages::{Fact, Messages};

use super::folder::{CourseFolder, OTHER_PC, SENDER_PC, STICK};
use super::goals::{choices, goals};
use super::setup::{ARRIVALS, PRACTICE_PASSPHRASE, SENT_AGAIN, file_name};

/// A lesson as a learner reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonText {
    /// The lesson.
    pub id: String,
    /// Its number, from 1, and the number of lessons.
    pub number: (usize, usize),
    /// Its title.
    pub title: String,
    /// Minutes that it takes.
    pub minutes: u32,
    /// What it is about and what to do, a paragraph each.
    pub text: Vec<String>,
    /// What stands on the paper: headings, then rows.
    pub paper: Vec<Vec<String>>,
    /// The goals in words, and whether they are reached.
    pub goals: Vec<(String, bool)>,
    /// The goals that are no questions.
    pub work: Vec<(String, bool)>,
    /// The questions that are asked.
    pub questions: Vec<LessonQuestion>,
    /// The hints that were shown.
    pub hints: Vec<String>,
    /// The solution in words.
    pub solution: String,
    /// What does the same in a terminal.
    pub commands: String,
    /// Whether the lesson is passed.
    pub is_passed: bool,
    /// Whether all goals are reached now.
    pub is_met: bool,
}

impl LessonText {
    /// The paper as a page shows it: a line for each heading, with the cells of all rows beside it. So it is as wide
    /// as it has rows, and no column is cut off.
    #[must_use]
    pub fn paper_lines(&self) -> Vec<Vec<String>> {
        let n = self.paper.first().map_or(0, Vec::len);
        let line = |place| self.paper.iter().map(|row| row.get(place).cloned().unwrap_or_default()).collect();
        (0..n).map(line).collect()
    }
}

/// A question of a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonQuestion {
    /// Its number, from 1.
    pub number: usize,
    /// The question.
    pub text: String,
    /// The answers from which one is chosen: letters and texts. Empty where a number is asked.
    pub choices: Vec<(String, String)>,
    /// The answer as typed; "" if it has none since the lesson was prepared.
    pub answer: String,
    /// Whether the answer is right.
    pub is_met: bool,
}

/// Returns the title of a lesson.
#[must_use]
pub fn lesson_title(messages: &Messages, id: &str) -> String {
    messages.text(&format!("course-{id}-title"))
}

/// Returns the current lesson in the language of the messages.
///
/// # Errors
/// Those of reading the practice register.
pub fn lesson_text(course: &CourseFolder, messages: &Messages) -> Result<LessonText> {
    let lesson = course.lesson()?;
    let plan = PracticePlan::new(lesson, course.progress.seed())?;
    let values = values(course, &plan);
    let facts: Vec<(&str, Fact<'_>)> = values.iter().map(|(name, value)| (*name, Fact::from(value))).collect();
    let say = |part: &str| messages.say(&format!("course-{}-{part}", lesson.id), &facts);
    let states = goals(course)?;
    let n_hints = course.progress.hints_on_page(&lesson.id);
    let asked = states.iter().filter_map(|state| Some((state.goal.question()?, state))).enumerate();
    let questions = asked.map(|(place, (question, state))| LessonQuestion {
        number: place + 1,
        text: messages.text(&format!("course-question-{}", question.code())),
        choices: choices(messages, question),
        answer: course.progress.answer(&lesson.id, question.code()).unwrap_or_default().to_owned(),
        is_met: state.is_met,
    });
    Ok(LessonText {
        id: lesson.id.clone(),
        number: (LESSONS.iter().position(|own| own.id == lesson.id).map_or(1, |place| place + 1), LESSONS.len()),
        title: say("title"),
        minutes: lesson.minutes,
        text: say("text").lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        paper: paper(&plan, messages),
        questions: questions.collect(),
        goals: states.iter().map(|state| (state.text(messages), state.is_met)).collect(),
        work: states
            .iter()
            .filter(|state| state.goal.question().is_none())
            .map(|state| (state.text(messages), state.is_met))
            .collect(),
        hints: (1..=n_hints).map(|n| say(&format!("hint-{n}"))).collect(),
        solution: say("solution"),
        commands: say("commands"),
        is_passed: course.progress.has_passed(&lesson.id),
        is_met: states.iter().all(|state| state.is_met),
    })
}

/// What the texts of lessons may name.
fn values(course: &CourseFolder, plan: &PracticePlan) -> Vec<(&'static str, String)> {
    let path = |place: usize| plan.sheets.get(place).map(|sheet| sheet.path.clone()).unwrap_or_default();
    let file = |place: usize| plan.sheets.get(place).map(|sheet| file_name(sheet).display().to_string());
    let file = |place: usize| file(place).unwrap_or_default();
    let last = plan.sheets.len().saturating_sub(1);
    let name = |place: usize| plan.persons.get(place).map(|at| plan.name_of(*at)).unwrap_or_default();
    let day = |place: usize| plan.days.get(place).map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
    let born = |place: usize| {
        let at = plan.persons.get(place).copied();
        let cell = at.and_then(|at| Some(plan.row(at).truth[plan.sheets[at.sheet].column("birth_date")?].clone()));
        cell.unwrap_or_default()
    };
    vec![
        ("born", born(0)),
        ("born2", born(1)),
        ("name", course.progress.name().to_owned()),
        ("file", file(0)),
        ("last", file(last)),
        ("path", path(0)),
        ("person", name(0)),
        ("other", name(1)),
        ("day", day(0)),
        ("day2", day(1)),
        ("stick", STICK.to_owned()),
        ("otherpc", OTHER_PC.to_owned()),
        ("sender", SENDER_PC.to_owned()),
        ("arrivals", ARRIVALS.to_owned()),
        ("again", SENT_AGAIN.to_owned()),
        ("passphrase", PRACTICE_PASSPHRASE.to_owned()),
    ]
}

/// What stands on the paper beside the lesson: headings in the language, then the rows. The columns are in the usual
/// order, whatever that of the sheet is.
fn paper(plan: &PracticePlan, messages: &Messages) -> Vec<Vec<String>> {
    let rows = plan.paper();
    let Some((first, _)) = rows.first() else { return Vec::new() };
    let is_of_acts = first.columns == COLUMNS_OF_ACTS;
    let columns = if is_of_acts { &COLUMNS_OF_ACTS[..] } else { &COLUMNS_OF_CENSUS[..] };
    let of_column = |id: &&str| messages.text(&format!("template-column-{id}"));
    let heading = std::iter::once(messages.text("course-paper-row")).chain(columns.iter().map(of_column));
    let row = |(sheet, place): &(&PlannedSheet, usize)| -> Vec<String> {
        let number = PlannedSheet::row_number(*place).to_string();
        let cell = |id: &&str| sheet.column(id).map(|column| sheet.rows[*place].truth[column].clone());
        std::iter::once(number).chain(columns.iter().map(|id| cell(id).unwrap_or_default())).collect()
    };
    std::iter::once(heading.collect()).chain(rows.iter().map(row)).collect()
}
