//! `bato course`: the lessons of a learner, in a folder with a practice register of its own.

use std::path::{Path, PathBuf};

use bato::app::{self, Certificate, CourseFolder, CourseRequest, GoalState, LessonText, ResultTable, lesson_title};
use bato::error::{Error, ErrorCode};
use bato::messages::{Messages, say};

use super::args::{Args, CourseArgs, CourseCommand};
use super::{DONE, DONE_WITH_FAULTS, Terminal, now, passphrase, worker};

pub(super) fn course(args: &Args, wanted: &CourseArgs, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let (now, program) = (now(), worker());
    let request = CourseRequest { now: &now, program: program.as_deref() };
    let name = wanted.learner.as_deref();
    let find = || find(args, name, &request);
    match &wanted.command {
        CourseCommand::Start { seed } => {
            let name = name.ok_or_else(|| Error::new(ErrorCode::CourseName).with("high", 60))?;
            let (course, is_new) = app::start_course(base(args), name, *seed, messages.lang(), &request)?;
            let id = if is_new { "course-started" } else { "course-started-before" };
            let (name, path) = (course.progress.name(), &course.folder);
            terminal.print(&say!(messages, id, name, path, seed = course.progress.seed().to_string()));
            terminal.print(&say!(messages, "course-desk", command = desk_command(&course)));
            print_lesson(&course, terminal)?;
        }
        CourseCommand::Status => {
            let course = find()?;
            terminal.print(&status(&course, messages));
            print_lesson(&course, terminal)?;
        }
        CourseCommand::Check => {
            let course = find()?;
            let states = app::check_lesson(&course, &request)?;
            return Ok(print_check(&course.refreshed()?, &states, terminal));
        }
        CourseCommand::Next => {
            let course = find()?;
            let Some(lesson) = course.next_lesson() else {
                terminal.print(&messages.text("course-all-passed"));
                return Ok(DONE);
            };
            app::prepare_lesson(&course, &lesson.id, &request)?;
            print_lesson(&course.refreshed()?, terminal)?;
        }
        CourseCommand::Reset { lesson } => {
            let course = find()?;
            let current = course.lesson()?.id.clone();
            app::prepare_lesson(&course, lesson.as_deref().unwrap_or(&current), &request)?;
            terminal.print(&messages.text("course-reset"));
            print_lesson(&course.refreshed()?, terminal)?;
        }
        CourseCommand::Hint => {
            let course = find()?;
            let n = app::next_hint(&course, &request)?;
            let text = app::lesson_text(&course.refreshed()?, messages)?;
            terminal.print(text.hints.get(n as usize - 1).map_or("", String::as_str));
            terminal.print(&text.commands);
            let id = if n < 3 { "course-more-hints" } else { "course-no-more-hints" };
            terminal.print(&messages.text(id));
        }
        CourseCommand::Answer { text, question } => {
            let course = find()?;
            let question = app::answer_question(&course, *question, &text.join(" "), &request)?;
            let asked = messages.text(&format!("course-question-{}", question.code()));
            terminal.print(&say!(messages, "course-answered", question = asked));
        }
        CourseCommand::Solution { carry_out } => {
            let course = find()?;
            if *carry_out {
                app::solve_lesson(&course, &request)?;
                terminal.print(&messages.text("course-solved"));
            } else {
                let lines = app::show_solution(&course, &request)?;
                terminal.print(&app::lesson_text(&course, messages)?.solution);
                lines.iter().for_each(|line| terminal.print(&format!("  {}", line.text(messages))));
            }
        }
        CourseCommand::Certificate { out, signed } => {
            let course = find()?;
            let certificate = app::certificate(&course, signed.as_deref())?;
            let out = out.clone().unwrap_or_else(|| course.folder.join("attestation.html"));
            let path = args.outputs([]).file(&out)?;
            app::write_page(&args.clean, &path, &app::certificate_page(&certificate, messages))?;
            terminal.print(&countersigned(&certificate, messages));
            terminal.print(&say!(messages, "course-certificate-written", path = &out));
        }
        CourseCommand::Result { out, with_name } => {
            let course = find()?;
            let out = out.clone().unwrap_or_else(|| course.folder.join("resultat"));
            let path = app::write_result(&course, *with_name, &args.outputs([]).folder(&out)?)?;
            let id = if *with_name { "course-result-named" } else { "course-result-written" };
            terminal.print(&say!(messages, id, path = &path));
        }
        CourseCommand::Sign { folder } => {
            let passphrase = passphrase::known(terminal)?;
            let office =
                app::CountersigningOffice { clean: &args.clean, raw: &args.raw, passphrase: &passphrase, now: &now };
            let (result, file) = office.sign_folder(folder)?;
            let seed = result.seed.to_string();
            terminal.print(&say!(messages, "course-signed", n = result.n_passed(), seed, path = folder));
            terminal.print(&say!(messages, "course-signed-file", path = &file));
        }
        CourseCommand::Results { folders } => {
            let folders = if folders.is_empty() { vec![base(args).join("cours")] } else { folders.clone() };
            print_table(&app::result_table(app::read_results(&folders, true)?), terminal);
        }
    }
    Ok(DONE)
}

/// Returns the course of the learner. A lesson whose preparation was cut off is prepared again.
fn find(args: &Args, name: Option<&str>, request: &CourseRequest<'_>) -> Result<CourseFolder, Error> {
    let course = app::find_course(base(args), name)?;
    match course.progress.unfinished_preparation() {
        Some(lesson) => {
            app::prepare_lesson(&course, lesson, request)?;
            course.refreshed()
        }
        None => Ok(course),
    }
}

/// The folder beside which courses lie: that of the register.
fn base(args: &Args) -> &Path {
    args.clean.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The command that opens the desk of a course.
fn desk_command(course: &CourseFolder) -> String {
    let paths = course.paths();
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let path = |path: &PathBuf| format!("\"{}\"", bato::error::shown_path(&absolute(path)));
    format!("bato desk --raw {} --clean {} --config {}", path(&paths.raw), path(&paths.clean), path(&paths.config))
}

fn status(course: &CourseFolder, messages: &Messages) -> String {
    let mut lines = vec![say!(messages, "course-of", name = course.progress.name(), path = &course.folder)];
    for (place, state) in app::lesson_states(course).iter().enumerate() {
        let mark = if state.passed_at.is_some() { "✓" } else { "·" };
        let now = if state.is_current { "→" } else { " " };
        let solved = if state.was_solved { messages.text("course-with-solution") } else { String::new() };
        let title = lesson_title(messages, &state.id);
        let minutes = say!(messages, "course-minutes", n = u64::from(state.minutes));
        lines.push(format!("{now}{mark} {:>2}  {title} ({minutes}) {solved}", place + 1).trim_end().to_owned());
    }
    lines.join("\n")
}

fn print_lesson(course: &CourseFolder, terminal: &Terminal) -> Result<(), Error> {
    let messages = &terminal.messages;
    let lesson = app::lesson_text(course, messages)?;
    let (n, of) = (lesson.number.0.to_string(), lesson.number.1.to_string());
    terminal.print("");
    terminal.print(&say!(messages, "course-lesson", n, of, title = &lesson.title));
    lesson.text.iter().for_each(|line| terminal.print(line));
    if !lesson.paper.is_empty() {
        terminal.print(&format!("\n{}", messages.text("course-paper")));
        lesson.paper.iter().for_each(|row| terminal.print(&format!("  {}", row.join(" | "))));
    }
    print_goals(&lesson, terminal);
    terminal.print(&messages.text("course-commands"));
    Ok(())
}

fn print_goals(lesson: &LessonText, terminal: &Terminal) {
    terminal.print(&format!("\n{}", terminal.messages.text("course-goals")));
    for (text, is_met) in &lesson.goals {
        terminal.print(&format!("  [{}] {text}", if *is_met { "x" } else { " " }));
    }
}

fn print_check(course: &CourseFolder, states: &[GoalState], terminal: &Terminal) -> u8 {
    let messages = &terminal.messages;
    for state in states {
        terminal.print(&format!("  [{}] {}", if state.is_met { "x" } else { " " }, state.text(messages)));
    }
    let n_open = states.iter().filter(|state| !state.is_met).count();
    if n_open > 0 {
        terminal.print(&say!(messages, "course-open", n = n_open));
        return DONE_WITH_FAULTS;
    }
    match course.next_lesson() {
        Some(next) => {
            terminal.print(&say!(messages, "course-passed", title = lesson_title(messages, &next.id)));
        }
        None => terminal.print(&messages.text("course-all-passed")),
    }
    DONE
}

fn countersigned(certificate: &Certificate, messages: &Messages) -> String {
    match &certificate.countersignature {
        Some(signature) => {
            say!(messages, "course-countersigned", office = &signature.office, words = &signature.words)
        }
        None => messages.text("course-not-countersigned"),
    }
}

fn print_table(table: &ResultTable, terminal: &Terminal) {
    let messages = &terminal.messages;
    for learner in &table.learners {
        let seed = learner.seed.to_string();
        let name = if learner.name.is_empty() { say!(messages, "course-unnamed", seed) } else { learner.name.clone() };
        let minutes: u64 = learner.lessons.iter().map(|lesson| lesson.minutes).sum();
        let hints: u64 = learner.lessons.iter().map(|lesson| u64::from(lesson.hints)).sum();
        let share = learner.agreement().map_or_else(|| "–".to_owned(), |share| messages.percent(share));
        let (n, of) = (learner.n_passed(), learner.lessons.len());
        terminal.print(&say!(messages, "course-table-learner", name, n, of, minutes, hints, share));
    }
    terminal.print(&format!("\n{}", messages.text("course-table-lessons")));
    for (id, passed, minutes, hints, solved) in &table.lessons {
        let title = lesson_title(messages, id);
        let (passed, minutes, hints, solved) = (*passed, *minutes, *hints, *solved);
        terminal.print(&say!(messages, "course-table-lesson", title, passed, minutes, hints, solved));
    }
    for (id, set, counts) in
        [("pairs", "course-pair", &table.wrong_pairs), ("corrections", "rule", &table.wrong_corrections)]
    {
        terminal.print(&format!("\n{}", messages.text(&format!("course-table-{id}"))));
        if counts.is_empty() {
            terminal.print(&format!("  {}", messages.text("course-table-none")));
        }
        for (code, n) in counts {
            terminal.print(&format!("  {:>4}  {}", messages.count(*n), app::wrong_text(messages, set, code)));
        }
    }
}
