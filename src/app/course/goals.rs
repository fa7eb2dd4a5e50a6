//! Evaluates the goals of a lesson on the practice register, and the answers to its questions.

use std::collections::BTreeSet;

use crate::backup;
use crate::course::{
    AfterSetup, COLUMNS_OF_ACTS, CheckResult, Goal, Lesson, PlannedSheet, PracticePlan, ProgressEvent, Question,
    RowOfPlan,
};
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, CORRECTIONS_FOLDER, CellCorrections};
use crate::messages::{Lang, Messages};
use crate::parcel::Traffic;
use crate::record::{Decision, fold, parse_id};
use crate::store::{AliasRow, BirthRow, EventRow, FindingRow, Generation, Store};

use super::super::current;
use super::CourseRequest;
use super::folder::{CourseFolder, OTHER_PC, SENDER_PC, STICK};
use super::places::{PracticeRegister, all_rows, row_at};

/// A goal of a lesson, and whether it is reached.
#[derive(Debug, Clone, PartialEq)]
pub struct GoalState {
    /// The goal.
    pub goal: Goal,
    /// Whether it is reached.
    pub is_met: bool,
    /// The person whom it is about, as the sheets name them; "" if none.
    pub person: String,
    /// The day that it is about, as French sheets write it; "" if none.
    pub day: String,
    /// How many: pairs judged, rows that differ.
    pub n: u64,
    /// How many of the pairs that were judged are right.
    pub n_right: u64,
    /// Whether a version of the practice register is recorded.
    pub has_register: bool,
}

impl GoalState {
    /// Returns what the goal asks, in words.
    #[must_use]
    pub fn text(&self, messages: &Messages) -> String {
        let (person, day, n, right) = (self.person.as_str(), self.day.as_str(), self.n, self.n_right);
        let (mut rule, mut least) = (String::new(), 0_u64);
        match &self.goal {
            Goal::Findings { rule: id } => rule = messages.text(&format!("rule-{id}.title")),
            Goal::PairsJudged { n, .. } => least = *n as u64,
            Goal::Answer { question } => return question_text(messages, *question),
            _ => {}
        }
        let mut id = format!("course-goal-{}", self.goal.code());
        if matches!(&self.goal, Goal::PairsJudged { .. }) && n < least {
            // Nobody answers by trial: how many are right is said when enough are judged.
            id.push_str("-few");
        } else if !self.has_register && messages.has(&format!("{id}-none")) {
            id.push_str("-none");
        }
        crate::messages::say!(messages, &id, person, day, n, right, rule = &rule, least)
    }
}

/// A question with the answers from which one is chosen.
fn question_text(messages: &Messages, question: Question) -> String {
    let mut text = messages.text(&format!("course-question-{}", question.code()));
    for (letter, choice) in choices(messages, question) {
        text.push_str(&format!(" {} ;", messages.labelled(&letter, &choice)));
    }
    text.trim_end_matches(" ;").to_owned()
}

/// The answers from which one is chosen: letters and texts.
pub(super) fn choices(messages: &Messages, question: Question) -> Vec<(String, String)> {
    let text = |letter: &&str| messages.text(&format!("course-choice-{}-{}", question.code(), letter.to_lowercase()));
    question.choices().iter().map(|letter| ((*letter).to_owned(), text(letter))).collect()
}

/// Returns the goals of the current lesson and whether they are reached. Nothing is written.
///
/// # Errors
/// Those of reading the practice register.
pub fn goals(course: &CourseFolder) -> Result<Vec<GoalState>> {
    let lesson = course.lesson()?;
    let plan = PracticePlan::new(lesson, course.progress.seed())?;
    let view = LessonView::read(course, lesson, &plan)?;
    lesson.goal.iter().map(|goal| view.state(goal)).collect()
}

/// Checks the goals of the current lesson and writes the result down.
///
/// # Errors
/// Those of [`goals`] and of writing.
pub fn check_lesson(course: &CourseFolder, request: &CourseRequest<'_>) -> Result<Vec<GoalState>> {
    let (states, result) = checked(course)?;
    course.add(request.now, ProgressEvent::Check(result))?;
    Ok(states)
}

/// Checks the goals of the current lesson, and writes the result down if it is another than that of the last check.
///
/// # Errors
/// Those of [`check_lesson`].
pub fn check_if_changed(course: &CourseFolder, request: &CourseRequest<'_>) -> Result<()> {
    let (_, result) = checked(course)?;
    if course.progress.last_check(&result.lesson) == Some(&result) {
        return Ok(());
    }
    course.add(request.now, ProgressEvent::Check(result))
}

/// The goals of the current lesson, and what a check writes down.
fn checked(course: &CourseFolder) -> Result<(Vec<GoalState>, CheckResult)> {
    let lesson = course.lesson()?;
    let plan = PracticePlan::new(lesson, course.progress.seed())?;
    let view = LessonView::read(course, lesson, &plan)?;
    let states: Vec<GoalState> = lesson.goal.iter().map(|goal| view.state(goal)).collect::<Result<_>>()?;
    let judged = view.judged_pairs()?;
    let open = states.iter().filter(|state| !state.is_met).map(|state| match state.goal.question() {
        Some(question) => format!("answer-{}", question.code()),
        None => state.goal.code().to_owned(),
    });
    let result = CheckResult {
        lesson: lesson.id.clone(),
        open: open.collect(),
        n_pairs: judged.n,
        wrong_pairs: judged.wrong.into_iter().map(|pair| pair.sort).collect(),
        wrong_corrections: view.wrong_corrections(),
    };
    Ok((states, result))
}

/// Returns the rulings on pairs of the current lesson that are wrong: their numbers, and whom they are about.
///
/// # Errors
/// Those of reading the practice register.
pub fn wrong_rulings(course: &CourseFolder) -> Result<Vec<(String, String)>> {
    let lesson = course.lesson()?;
    let plan = PracticePlan::new(lesson, course.progress.seed())?;
    let judged = LessonView::read(course, lesson, &plan)?.judged_pairs()?;
    Ok(judged.wrong.into_iter().map(|pair| (pair.ruling, pair.person)).collect())
}

/// Writes down the answer to a question of the current lesson. Without `number` it is the first question that is not
/// answered rightly.
///
/// # Errors
/// `course-question` if the lesson has no such question; those of reading and writing.
pub fn answer_question(
    course: &CourseFolder,
    number: Option<usize>,
    text: &str,
    request: &CourseRequest<'_>,
) -> Result<Question> {
    let lesson = course.lesson()?;
    let states = goals(course)?;
    let mut questions = states.iter().filter_map(|state| Some((state.goal.question()?, state.is_met)));
    let wanted = match number {
        Some(number) => number.checked_sub(1).and_then(|place| questions.nth(place)),
        None => {
            let all: Vec<_> = questions.collect();
            all.iter().find(|(_, is_met)| !is_met).or(all.last()).copied()
        }
    };
    let (question, _) = wanted.ok_or_else(|| Error::new(ErrorCode::CourseQuestion).with("value", &lesson.id))?;
    let text = super::super::entry_file::cell_text(text);
    let (lesson, code) = (lesson.id.clone(), question.code().to_owned());
    course.add(request.now, ProgressEvent::Answer { lesson, question: code, text })?;
    Ok(question)
}

/// The planned pairs of a lesson that are ruled on.
#[derive(Default)]
struct JudgedPairs {
    n: u64,
    wrong: Vec<WrongPair>,
}

/// A planned pair that is ruled on wrongly.
struct WrongPair {
    /// Its sort.
    sort: String,
    /// The number of the ruling.
    ruling: String,
    /// The person of the later sheet.
    person: String,
}

/// The practice register beside the plan of its lesson.
pub(super) struct LessonView<'v> {
    course: &'v CourseFolder,
    lesson: &'v Lesson,
    plan: &'v PracticePlan,
    /// The generation in use, if there is one.
    generation: Option<Generation>,
    register: Option<PracticeRegister>,
}

impl<'v> LessonView<'v> {
    pub(super) fn read(course: &'v CourseFolder, lesson: &'v Lesson, plan: &'v PracticePlan) -> Result<Self> {
        let generation = match current(&course.paths().clean) {
            Ok(generation) => Some(generation),
            Err(error) if error.code == ErrorCode::NoRegister => None,
            Err(error) => return Err(error),
        };
        let register = generation.as_ref().map(PracticeRegister::read).transpose()?;
        Ok(Self { course, lesson, plan, generation, register })
    }

    fn state(&self, goal: &Goal) -> Result<GoalState> {
        let named = |person: usize| self.plan.persons.get(person).map(|at| self.plan.name_of(*at)).unwrap_or_default();
        let mut state = GoalState {
            goal: goal.clone(),
            is_met: false,
            person: String::new(),
            day: String::new(),
            n: 0,
            n_right: 0,
            has_register: self.generation.is_some(),
        };
        state.is_met = match goal {
            Goal::Findings { rule } => {
                let findings: Vec<FindingRow> = self.table()?;
                state.n = findings.iter().filter(|finding| finding.rule == *rule).count() as u64;
                self.generation.is_some() && state.n == 0
            }
            Goal::Quarantined => {
                state.n = self.counts(|sheet| sheet.quarantined);
                self.generation.is_some() && state.n == 0
            }
            Goal::RowsEqual => {
                state.n = all_rows(self.plan).filter(|at| !self.is_equal(*at)).count() as u64;
                state.n == 0
            }
            Goal::Recorded => self.has_own_version() && self.is_recorded()?,
            Goal::PairsJudged { n, agreement } => {
                let judged = self.judged_pairs()?;
                state.n = judged.n;
                state.n_right = judged.n - judged.wrong.len() as u64;
                judged.n >= *n as u64 && state.n_right as f64 >= agreement * judged.n as f64
            }
            Goal::Apart => {
                state.person = named(0);
                self.are_apart()
            }
            Goal::Event { person, kind } => {
                state.person = named(*person);
                state.day =
                    self.plan.days.get(*person).map(|day| day.format("%d/%m/%Y").to_string()).unwrap_or_default();
                self.has_event(*person, kind)?
            }
            Goal::Found { person } => {
                state.person = named(*person);
                self.was_found(*person)?
            }
            Goal::BackedUp => self.is_backed_up()?,
            Goal::Restored => self.is_restored(),
            Goal::ParcelOpened => !Traffic::read(&self.course.paths().clean)?.arrivals.is_empty(),
            Goal::Receipt => !Traffic::read(&self.course.paths_of(SENDER_PC).clean)?.acknowledgements.is_empty(),
            Goal::Released => self.is_released()?,
            Goal::Answer { question } => {
                let answer = self.course.progress.answer(&self.lesson.id, question.code());
                answer.is_some_and(|answer| {
                    self.right_answer(*question).is_ok_and(|right| is_same_answer(answer, &right))
                })
            }
        };
        Ok(state)
    }

    fn table<R: crate::store::TableRow>(&self) -> Result<Vec<R>> {
        self.generation.as_ref().map_or_else(|| Ok(Vec::new()), Generation::read)
    }

    fn counts(&self, count: impl Fn(&crate::store::SheetEntry) -> u64) -> u64 {
        let inputs = self.generation.iter().flat_map(|generation| &generation.manifest.inputs);
        inputs.flat_map(|input| &input.sheets).map(count).sum()
    }

    /// Whether the register has a row with the values of the paper.
    fn is_equal(&self, at: RowOfPlan) -> bool {
        let Some(register) = &self.register else { return false };
        let (sheet, row) = (&self.plan.sheets[at.sheet], self.plan.row(at));
        let Some(person) = register.person(self.plan, at) else { return false };
        let truth = |id: &str| sheet.column(id).map_or("", |column| row.truth[column].as_str());
        let day = |text: &str| chrono::NaiveDate::parse_from_str(text, "%d/%m/%Y").ok();
        let names = [("nom", &person.nom), ("postnom", &person.postnom), ("prenom", &person.prenom)];
        let is_same_name = names.iter().all(|(id, value)| fold(truth(id)) == fold(value));
        let born = truth("birth_date");
        let is_same_person = is_same_name && person.sex.as_deref() == Some(truth("sex"));
        let is_same_day = day(born).is_none_or(|day| person.born_on == Some(day));
        if sheet.columns != COLUMNS_OF_ACTS {
            return is_same_person && is_same_day;
        }
        let Some(act) = register.birth(self.plan, at) else { return false };
        let is_judgment = truth("category") == Messages::new(Lang::Fr).text("report-category-judgment");
        let is_same_category = (act.category == "judgment") == is_judgment;
        is_same_person && is_same_day && is_same_category && act.declared_on == day(truth("declared_on"))
    }

    /// The rules of the planted faults whose rows are in the register with other values than the paper's.
    fn wrong_corrections(&self) -> Vec<String> {
        let rows = all_rows(self.plan).filter_map(|at| Some((at, self.plan.row(at).fault?)));
        let is_in_register = |at: RowOfPlan| {
            let line = self.register.as_ref().and_then(|register| register.line(self.plan, at));
            line.is_some_and(|line| line.outcome != "quarantined" && line.corrected.is_some())
        };
        let wrong = rows.filter(|(at, _)| is_in_register(*at) && !self.is_equal(*at));
        wrong.map(|(_, fault)| fault.rule().to_owned()).collect()
    }

    /// Whether the learner recorded a version where the lesson begins with one that already holds all files.
    fn has_own_version(&self) -> bool {
        let prepared = match (self.lesson.setup.recorded, self.lesson.setup.after) {
            (true, None) => 1,
            (true, Some(AfterSetup::WrongMerge)) => 2,
            _ => 0,
        };
        self.generation.as_ref().is_some_and(|generation| generation.number > prepared)
    }

    /// Whether the register in use was made of the files, rulings, corrections and settings as they are now.
    fn is_recorded(&self) -> Result<bool> {
        let Some(generation) = &self.generation else { return Ok(false) };
        let (raw, config) = (self.course.paths().raw, self.course.config()?);
        let manifest = &generation.manifest;
        let listed = match ingest::list_input_files(&raw, &CellCorrections::read(&raw)?, &config.ingest) {
            Ok(listed) => listed.inputs,
            Err(error) if error.code == ErrorCode::RawEmpty => return Ok(false),
            Err(error) => return Err(error),
        };
        let mut now = BTreeSet::new();
        for input in &listed {
            now.insert((input.name.clone(), ingest::sha256_of_file(&input.path)?));
        }
        let then: BTreeSet<_> =
            manifest.inputs.iter().map(|input| (input.path.clone(), input.sha256.clone())).collect();
        let decisions = ingest::read_decisions(&raw, &config.ingest)?.files.into_iter().collect();
        let settings = serde_json::to_value(&config).unwrap_or_default();
        Ok(now == then
            && manifest.decisions == decisions
            && manifest.corrections == ingest::folder_hashes(&raw, CORRECTIONS_FOLDER)?
            && manifest.settings == settings)
    }

    /// Returns how many planned pairs are ruled on, and those that are ruled on wrongly.
    fn judged_pairs(&self) -> Result<JudgedPairs> {
        if self.lesson.setup.pairs == 0 {
            return Ok(JudgedPairs::default());
        }
        let decisions = ingest::read_decisions(&self.course.paths().raw, &self.course.config()?.ingest)?.decisions;
        let rows = |decision: &Decision| {
            let at = [&decision.a, &decision.b].map(|row| row_at(self.plan, &row.file, &row.sheet, row.row));
            Some([at[0]?, at[1]?])
        };
        let (mut judged, mut wrong) = (BTreeSet::new(), Vec::new());
        for decision in &decisions {
            let Some(pair) = rows(decision) else { continue };
            let mut key = pair.map(|at| (at.sheet, at.row));
            key.sort_unstable();
            if !judged.insert(key) {
                continue;
            }
            let rows = pair.map(|at| self.plan.row(at));
            if (rows[0].person == rows[1].person) != decision.same {
                let kind = rows.iter().find_map(|row| row.pair);
                let later = if pair[0].sheet > pair[1].sheet { pair[0] } else { pair[1] };
                wrong.push(WrongPair {
                    sort: kind.map_or("other", crate::course::PairSort::code).to_owned(),
                    ruling: decision.id.clone(),
                    person: self.plan.name_of(later),
                });
            }
        }
        Ok(JudgedPairs { n: judged.len() as u64, wrong })
    }

    fn are_apart(&self) -> bool {
        let id = |place: usize| {
            let at = self.plan.persons.get(place)?;
            self.register.as_ref()?.line(self.plan, *at)?.person_id.clone()
        };
        let (first, second) = (id(0), id(1));
        first.is_some() && second.is_some() && first != second
    }

    fn has_event(&self, person: usize, kind: &str) -> Result<bool> {
        let at = self.plan.persons.get(person);
        let Some(id) = at.and_then(|at| self.register.as_ref()?.person(self.plan, *at)).map(|person| &person.person_id)
        else {
            return Ok(false);
        };
        let day = self.plan.days.get(person).copied();
        let events: Vec<EventRow> = self.table()?;
        Ok(events.iter().any(|event| event.person_id == *id && event.event == kind && event.event_on == day))
    }

    /// Whether a line of the log of look-ups is about the person, under any identifier that they had.
    fn was_found(&self, person: usize) -> Result<bool> {
        let Some(at) = self.plan.persons.get(person) else { return Ok(false) };
        let line = self.register.as_ref().and_then(|register| register.line(self.plan, *at));
        let Some(line) = line else { return Ok(false) };
        let mut ids: BTreeSet<String> = [&line.person_id, &line.founded_id].into_iter().flatten().cloned().collect();
        let aliases: Vec<AliasRow> = self.table()?;
        ids.extend(aliases.into_iter().filter(|row| row.person_id == line.person_id).map(|row| row.old_id));
        // After a wrong merge the other person's identifier led here.
        if self.lesson.goal.contains(&Goal::Apart)
            && let Some(other) = self.plan.persons.get(1)
        {
            let other = self.register.as_ref().and_then(|register| register.line(self.plan, *other));
            ids.extend(other.and_then(|line| line.person_id.clone()));
        }
        let log = Store::open(&self.course.paths().clean)?.look_ups()?.lines;
        Ok(log.iter().any(|line| {
            ["show", "extract"].contains(&line.what.as_str())
                && parse_id(&line.asked).is_some_and(|id| ids.contains(&id))
        }))
    }

    fn is_backed_up(&self) -> Result<bool> {
        let Some(generation) = &self.generation else { return Ok(false) };
        let stick = self.course.folder.join(STICK);
        let files = std::fs::read_dir(&stick).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_backup = |path: std::path::PathBuf| {
            backup::check(&path).is_ok_and(|contents| contents.generation == generation.number)
        };
        Ok(files.into_iter().any(is_backup))
    }

    fn is_restored(&self) -> bool {
        let there = current(&self.course.paths_of(OTHER_PC).clean);
        let tables = |generation: &Generation| generation.manifest.tables.clone();
        match (&self.generation, there) {
            (Some(own), Ok(there)) => own.number == there.number && tables(own) == tables(&there),
            _ => false,
        }
    }

    fn is_released(&self) -> Result<bool> {
        let releases = Store::open(&self.course.paths().clean)?.releases()?;
        let folder = self.course.folder.join("releases");
        Ok(releases.iter().any(|release| folder.join(&release.folder).join("release.json").is_file()))
    }

    /// The right answer to a question, as the register has it now.
    pub(super) fn right_answer(&self, question: Question) -> Result<String> {
        let timely = |code: &str| -> Result<String> {
            let births: Vec<BirthRow> = self.table()?;
            Ok(births.iter().filter(|birth| birth.timeliness == code).count().to_string())
        };
        let n_rows = |table: &str| {
            let tables = self.generation.as_ref().map(|generation| &generation.manifest.tables);
            tables.and_then(|tables| tables.get(table)).map_or(0, |table| table.rows).to_string()
        };
        match question {
            Question::Rows => Ok(self.counts(|sheet| sheet.rows).to_string()),
            Question::Persons => Ok(n_rows("persons")),
            Question::Late => timely("late"),
            Question::OnTime => timely("on_time"),
            Question::Vanishing => {
                Ok(self.plan.sheets.last().map_or(0, |sheet: &PlannedSheet| sheet.rows.len()).to_string())
            }
            Question::Version => Ok("1".to_owned()),
            Question::MayLeave => Ok("B".to_owned()),
            Question::ExactReport => Ok("C".to_owned()),
        }
    }
}

/// Whether an answer is the right one: digits count without the blanks between them, letters without their case.
fn is_same_answer(answer: &str, right: &str) -> bool {
    let plain =
        |text: &str| -> String { text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase() };
    !right.is_empty() && plain(answer) == plain(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_the_same_however_it_is_written() {
        for right in ["1 234", "1\u{202f}234", " 1234 "] {
            assert!(is_same_answer(right, "1234"));
        }
        assert!(is_same_answer("b", "B"));
        for wrong in ["", "123", "12345", "douze"] {
            assert!(!is_same_answer(wrong, "1234"), "{wrong}");
        }
    }
}
