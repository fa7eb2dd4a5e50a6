//! Hints and the solution of a lesson. A solution is shown as the words that the learner would type, and carried out by
//! the same program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::course::{Lesson, PlannedSheet, PracticePlan, ProgressEvent, SolutionStep};
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, DecisionLine};
use crate::messages::{Lang, Messages, say};
use crate::record::{EventKind, column_letters};

use super::super::access::Access;
use super::super::check::check;
use super::super::correct::{CellPlace, CorrectionRequest, correct};
use super::super::corrections::write_corrections;
use super::super::decide::Signature;
use super::super::events::{Counter, EventOutcome, EventReport};
use super::super::judging::{Judge, Judgement, PairList};
use super::super::parcel_receipts::{enter_receipt, receipts};
use super::CourseRequest;
use super::folder::{CourseFolder, SENDER_PC, STICK};
use super::goals::{LessonView, answer_question};
use super::places::{PracticeRegister, row_at};
use super::practice_sheets::{corrections_of, save_corrected};
use super::setup::{ARRIVALS, PRACTICE_PASSPHRASE, SENT_AGAIN, day_of, file_name};

/// Hints of a lesson.
const HINTS: u32 = 3;
/// Most pairs that a solution judges.
const MOST_PAIRS: usize = 200;

/// A step of a solution, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SolutionLine {
    /// A command, typed on the PC of this folder; "" for the learner's own.
    Command {
        /// The folder.
        pc: String,
        /// The command with its words.
        command: String,
        /// What does the same in the browser: the message `course-page-<code>`; "" if the step before says it.
        page: String,
        /// Names and paths that the page needs.
        details: Vec<String>,
    },
    /// Work by hand: the message `course-step-<code>`, with the texts of the cells where there are any.
    Work {
        /// The code.
        code: &'static str,
        /// Cells and texts, files or answers.
        details: Vec<String>,
    },
}

impl SolutionLine {
    /// The step as it is done in the browser; "" if the step before says it.
    #[must_use]
    pub fn page_text(&self, messages: &Messages) -> String {
        match self {
            Self::Command { page, .. } if page.is_empty() => String::new(),
            Self::Command { page, details, .. } => with_details(messages, &format!("course-page-{page}"), details),
            Self::Work { .. } => self.text(messages),
        }
    }

    /// The command of the step, for a terminal; "" if it is work by hand.
    #[must_use]
    pub fn command(&self, messages: &Messages) -> String {
        if matches!(self, Self::Command { .. }) { self.text(messages) } else { String::new() }
    }

    /// The step in words, with its command where there is one.
    #[must_use]
    pub fn text(&self, messages: &Messages) -> String {
        match self {
            Self::Command { pc, command, .. } if pc.is_empty() => command.clone(),
            Self::Command { pc, command, .. } => say!(messages, "course-step-on-pc", pc, command),
            Self::Work { code, details } => with_details(messages, &format!("course-step-{code}"), details),
        }
    }
}

fn with_details(messages: &Messages, id: &str, details: &[String]) -> String {
    let what = messages.text(id);
    if details.is_empty() { what } else { messages.labelled(&what, &details.join(" · ")) }
}

/// Returns the number of the next hint of the current lesson and writes down that it was shown. After the last it is
/// the last again.
///
/// # Errors
/// Those of reading and writing.
pub fn next_hint(course: &CourseFolder, request: &CourseRequest<'_>) -> Result<u32> {
    let lesson = course.lesson()?.id.clone();
    let n = (course.progress.hints_on_page(&lesson) + 1).min(HINTS);
    course.add(request.now, ProgressEvent::Hint { lesson, n })?;
    Ok(n)
}

/// Returns the solution of the current lesson and writes down that it was shown.
///
/// # Errors
/// Those of reading and writing.
pub fn show_solution(course: &CourseFolder, request: &CourseRequest<'_>) -> Result<Vec<SolutionLine>> {
    course.add(request.now, ProgressEvent::Solution { lesson: course.lesson()?.id.clone() })?;
    solution_lines(course)
}

/// Returns the solution of the current lesson. Nothing is written.
///
/// # Errors
/// Those of reading the practice register.
pub fn solution_lines(course: &CourseFolder) -> Result<Vec<SolutionLine>> {
    let lesson = course.lesson()?;
    let solver = Solver::new(course, lesson)?;
    lesson.solution.iter().map(|step| solver.line(step)).collect()
}

/// Carries out the solution of the current lesson and writes down that it was shown.
///
/// # Errors
/// Those of each step.
pub fn solve_lesson(course: &CourseFolder, request: &CourseRequest<'_>) -> Result<()> {
    let lesson = course.lesson()?;
    course.add(request.now, ProgressEvent::Solution { lesson: lesson.id.clone() })?;
    for step in &lesson.solution {
        // Each step may depend on what the step before changed.
        Solver::new(course, lesson)?.carry_out(step, request)?;
    }
    Ok(())
}

/// A cell that is to be corrected.
struct WrongCell {
    file: String,
    sheet: String,
    row: u32,
    column: String,
    text: String,
}

struct Solver<'s> {
    course: &'s CourseFolder,
    lesson: &'s Lesson,
    plan: PracticePlan,
    /// The names in braces.
    values: BTreeMap<String, String>,
}

impl<'s> Solver<'s> {
    fn new(course: &'s CourseFolder, lesson: &'s Lesson) -> Result<Self> {
        let plan = PracticePlan::new(lesson, course.progress.seed())?;
        let values = values(course, &plan)?;
        Ok(Self { course, lesson, plan, values })
    }

    /// Puts values in the place of names in braces.
    fn filled(&self, word: &str) -> String {
        self.values.iter().fold(word.to_owned(), |word, (name, value)| word.replace(&format!("{{{name}}}"), value))
    }

    fn wrong_cells(&self) -> Vec<WrongCell> {
        let of_sheet = |sheet: &PlannedSheet| -> Vec<WrongCell> {
            let cells = sheet
                .faulty_rows()
                .flat_map(|(place, row)| row.wrong_cells().map(move |(column, text)| (place, column, text.to_owned())));
            let cell = |(place, column, text): (usize, usize, String)| WrongCell {
                file: sheet.path.clone(),
                sheet: sheet.name.clone(),
                row: PlannedSheet::row_number(place),
                column: column_letters(column as u16).to_string(),
                text,
            };
            cells.map(cell).collect()
        };
        self.plan.sheets.iter().flat_map(of_sheet).collect()
    }

    fn line(&self, step: &SolutionStep) -> Result<SolutionLine> {
        let work = |code, details| Ok(SolutionLine::Work { code, details });
        let cells = || {
            let text = |cell: &WrongCell| format!("{}{} = {}", cell.column, cell.row, cell.text);
            self.wrong_cells().iter().map(text).collect()
        };
        match step {
            SolutionStep::Bato { words, pc, page } => {
                let words: Vec<String> = words.iter().map(|word| quoted(&self.filled(word))).collect();
                let (pc, command) = (pc.clone(), format!("bato {}", words.join(" ")));
                Ok(SolutionLine::Command { pc, command, page: page.clone(), details: self.page_details(page) })
            }
            SolutionStep::CorrectCells => work("correct-cells", cells()),
            SolutionStep::CorrectWorkbook => work("correct-workbook", cells()),
            SolutionStep::JudgePairs => work("judge-pairs", self.pair_lines()),
            SolutionStep::WriteEvents => {
                let line = |(at, day): (&crate::course::RowOfPlan, &chrono::NaiveDate)| {
                    format!("{} – {}", self.plan.name_of(*at), day.format("%d/%m/%Y"))
                };
                work("write-events", self.plan.persons.iter().zip(&self.plan.days).map(line).collect())
            }
            SolutionStep::TakeFile => {
                let file = self.plan.sheets.last().map(|sheet| file_name(sheet).display().to_string());
                work("take-file", file.into_iter().collect())
            }
            SolutionStep::Answers => {
                let view = LessonView::read(self.course, self.lesson, &self.plan)?;
                let questions = self.lesson.goal.iter().filter_map(crate::course::Goal::question);
                work("answers", questions.map(|question| view.right_answer(question)).collect::<Result<_>>()?)
            }
            SolutionStep::EnterReceipt => work("enter-receipt", Vec::new()),
        }
    }

    /// The names and paths that a step in the browser needs.
    fn page_details(&self, page: &str) -> Vec<String> {
        let value = |name: &str| {
            let value = self.values.get(name).map_or("", String::as_str);
            value.rsplit('/').next().unwrap_or(value).to_owned()
        };
        match page {
            "open-person" => self.plan.persons.first().map(|at| self.plan.name_of(*at)).into_iter().collect(),
            "backup" => vec![shown_folder(&self.course.folder.join(STICK))],
            "open-pieces" => vec![value("piece_1"), value("piece_3")],
            "open-lost" => vec![value("piece_lost")],
            _ => Vec::new(),
        }
    }

    /// The heads of the second sheet whose row in the first is the same person: the pairs of the answer "same".
    fn pair_lines(&self) -> Vec<String> {
        let rows = self.plan.sheets.iter().flat_map(|sheet| sheet.rows.iter().map(move |row| (sheet, row)));
        let moved = rows.filter(|(_, row)| row.pair == Some(crate::course::PairSort::Moved));
        let name = |row: &crate::course::PlannedRow| row.truth[4..7].join(" ").replace("  ", " ");
        moved.map(|(_, row)| name(row)).collect()
    }

    fn access(&self, request: &CourseRequest<'_>) -> Result<Access> {
        Access::new(request.now.to_owned(), Some(self.course.progress.name()), Some(&self.lesson.id))
    }

    fn carry_out(&self, step: &SolutionStep, request: &CourseRequest<'_>) -> Result<()> {
        match step {
            SolutionStep::Bato { words, pc, .. } => self.run_command(words, pc, request),
            SolutionStep::CorrectCells => self.correct_cells(request),
            SolutionStep::CorrectWorkbook => self.correct_workbook(request),
            SolutionStep::JudgePairs => self.judge_pairs(request),
            SolutionStep::WriteEvents => self.write_events(request),
            SolutionStep::TakeFile => self.take_file(),
            SolutionStep::Answers => {
                let view = LessonView::read(self.course, self.lesson, &self.plan)?;
                let questions = self.lesson.goal.iter().filter_map(crate::course::Goal::question).enumerate();
                for (place, question) in questions {
                    answer_question(self.course, Some(place + 1), &view.right_answer(question)?, request)?;
                }
                Ok(())
            }
            SolutionStep::EnterReceipt => {
                let (own, sender) = (self.course.paths(), self.course.paths_of(SENDER_PC));
                for (_, receipt) in receipts(&own.clean, &[])? {
                    enter_receipt(&sender.clean, &receipt.text(), self.course.progress.name(), request.now)?;
                }
                Ok(())
            }
        }
    }

    fn run_command(&self, words: &[String], pc: &str, request: &CourseRequest<'_>) -> Result<()> {
        let program = request.program().ok_or_else(|| Error::new(ErrorCode::CourseCut))?;
        let folder = if pc.is_empty() { self.course.folder.clone() } else { self.course.folder.join(pc) };
        let mut command = Command::new(&program);
        command.args(words.iter().map(|word| self.filled(word))).arg("--quiet").current_dir(&folder);
        command.env("BATO_WHO", self.course.progress.name()).env("BATO_PASSPHRASE", PRACTICE_PASSPHRASE);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let output = command.output().map_err(|e| Error::io(&program, &e))?;
        // Rows in quarantine and the like are said with status 1.
        if output.status.code().is_some_and(|code| code < 2) {
            return Ok(());
        }
        let cause = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(Error::new(ErrorCode::CourseStep).with("value", words.join(" ")).because(cause))
    }

    fn correct_cells(&self, request: &CourseRequest<'_>) -> Result<()> {
        let (paths, config, access) = (self.course.paths(), self.course.config()?, self.access(request)?);
        let signature = self.signature(request);
        for cell in self.wrong_cells() {
            let place = CellPlace { file: cell.file, sheet: cell.sheet, row: cell.row, column: cell.column };
            let wanted = CorrectionRequest { place, old: None, new: cell.text };
            correct(&paths.clean, &paths.raw, (&config, request.program()), &wanted, &signature, &access)?;
        }
        Ok(())
    }

    fn signature(&self, request: &CourseRequest<'_>) -> Signature {
        Signature {
            at: request.now.to_owned(),
            author: self.course.progress.name().to_owned(),
            reason: self.lesson.id.clone(),
        }
    }

    /// Checks the sheet, corrects the workbook of corrections and saves it, as an agent does.
    fn correct_workbook(&self, request: &CourseRequest<'_>) -> Result<()> {
        let (paths, config) = (self.course.paths(), self.course.config()?);
        let files: Vec<_> = self.plan.sheets.iter().map(|sheet| paths.raw.join(&sheet.path)).collect();
        let today = day_of(request.now);
        let checked =
            check(&files, (&paths.raw, &paths.clean), &config, today, request.program(), &crate::run::Silent)?;
        let messages = Messages::new(Lang::Fr);
        let mut taken = std::collections::BTreeSet::new();
        for file in &checked {
            write_corrections(file, None, &paths.clean, &config.ingest, &messages, &mut taken)?;
        }
        let (workbook, sheet) =
            corrections_of(&paths.raw, &self.plan).ok_or_else(|| Error::new(ErrorCode::NotFound).at(&paths.raw))?;
        save_corrected(&workbook, &self.plan.sheets[sheet])
    }

    fn judge_pairs(&self, request: &CourseRequest<'_>) -> Result<()> {
        let (paths, config, access) = (self.course.paths(), self.course.config()?, self.access(request)?);
        let judge = Judge {
            clean: &paths.clean,
            raw: &paths.raw,
            config: &config,
            worker: None,
            access: &access,
            reason: &self.lesson.id,
        };
        for _ in 0..MOST_PAIRS {
            let Some(pair) = judge.next(PairList::Open)?.pair else { break };
            let rows = pair.cards.each_ref().map(|card| {
                let place = &card.place;
                row_at(&self.plan, &place.file, &place.sheet, place.row).map(|at| self.plan.row(at).person)
            });
            let judgement = match rows {
                [Some(a), Some(b)] if a == b => Judgement::Same,
                [Some(_), Some(_)] => Judgement::Different,
                _ => break,
            };
            judge.judge(&pair.id, judgement)?;
        }
        Ok(())
    }

    fn write_events(&self, request: &CourseRequest<'_>) -> Result<()> {
        let (paths, config, access) = (self.course.paths(), self.course.config()?, self.access(request)?);
        let today = day_of(request.now);
        let counter = Counter { clean: &paths.clean, raw: &paths.raw, config: &config, today, access: &access };
        let register = PracticeRegister::read(&super::super::current(&paths.clean)?)?;
        let kinds = [EventKind::Death, EventKind::Departure];
        for ((at, day), kind) in self.plan.persons.iter().zip(&self.plan.days).zip(kinds) {
            let person = register.person(&self.plan, *at).ok_or_else(|| Error::new(ErrorCode::IdUnknown))?;
            let report = EventReport {
                person_id: person.person_id.clone(),
                kind,
                on: day.format("%d/%m/%Y").to_string(),
                to_quartier: String::new(),
                to_avenue: String::new(),
                to_parcel: String::new(),
                elsewhere: if kind == EventKind::Departure { "Matadi".to_owned() } else { String::new() },
                spouse: String::new(),
                document: String::new(),
            };
            if let EventOutcome::Refused(checks) = counter.report(&report, true)? {
                let doubts: Vec<&str> =
                    checks.iter().flat_map(|check| &check.impossible).map(|doubt| doubt.code).collect();
                return Err(Error::new(ErrorCode::CourseStep).with("value", doubts.join(", ")));
            }
        }
        Ok(())
    }

    fn take_file(&self) -> Result<()> {
        let Some(sheet) = self.plan.sheets.last() else { return Ok(()) };
        let from = self.course.folder.join(STICK).join(file_name(sheet));
        let to = self.course.paths().raw.join(&sheet.path);
        fs::copy(&from, &to).map(drop).map_err(|e| Error::io(&from, &e))
    }
}

/// The values of a lesson that stand in braces in its solution.
fn values(course: &CourseFolder, plan: &PracticePlan) -> Result<BTreeMap<String, String>> {
    let mut values = BTreeMap::new();
    values.insert("name".to_owned(), course.progress.name().to_owned());
    let file = plan.sheets.first().map(|sheet| sheet.path.clone()).unwrap_or_default();
    values.insert("file".to_owned(), file);
    let paths = course.paths();
    if super::super::version_in_use(&paths.clean).is_some() && !plan.persons.is_empty() {
        let register = PracticeRegister::read(&super::super::current(&paths.clean)?)?;
        for (place, at) in plan.persons.iter().enumerate() {
            let id = register.person(plan, *at).map(|person| person.person_id.clone()).unwrap_or_default();
            values.insert(format!("id_{place}"), id);
        }
    }
    let decisions = ingest::read_decisions(&paths.raw, &course.config()?.ingest)?;
    let of_colleague = decisions.lines.iter().find(|line| match line {
        DecisionLine::Pair(pair) => pair.author == super::setup::COLLEAGUE,
        _ => false,
    });
    values.insert("decision".to_owned(), of_colleague.map(|line| line.id().to_owned()).unwrap_or_default());
    let arrivals = course.folder.join(ARRIVALS);
    for (name, path) in pieces(&arrivals, ARRIVALS).into_iter().zip(["1", "3", "4"]) {
        values.insert(format!("piece_{path}"), name);
    }
    let again = pieces(&arrivals.join(SENT_AGAIN), &format!("{ARRIVALS}/{SENT_AGAIN}"));
    values.insert("piece_lost".to_owned(), again.into_iter().next().unwrap_or_default());
    Ok(values)
}

/// The files of a folder, by name, as a path below the course folder.
fn pieces(folder: &Path, below: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| entry.path().is_file());
    let mut names: Vec<String> =
        entries.map(|entry| format!("{below}/{}", entry.file_name().to_string_lossy())).collect();
    names.sort();
    names
}

/// A folder as a person copies it: the whole path.
#[must_use]
pub fn shown_folder(folder: &Path) -> String {
    crate::error::shown_path(&std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned()))
}

/// A word as a person types it: with quotation marks if it has a blank.
fn quoted(word: &str) -> String {
    if word.contains(' ') || word.is_empty() { format!("\"{word}\"") } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_with_a_blank_is_quoted() {
        assert_eq!(quoted("data-raw/a.csv"), "data-raw/a.csv");
        assert_eq!(quoted("17 Mai_2017.csv"), "\"17 Mai_2017.csv\"");
    }
}
