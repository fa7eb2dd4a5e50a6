//! The course: on the desk of a register it begins a learner's course and shows the results; on the desk of a course it
//! shows the lesson, its goals, hints and solution.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use askama::Template;
use bato::app::{self, CourseFolder, CourseRequest, LessonText, ResultTable, lesson_title};
use bato::error::{Error, ErrorCode, Result};
use bato::messages::{Messages, say};
use bato::store::OutputRules;

use super::answer::Answer;
use super::frame::{self, PageFrame};
use super::instance::DeskFolder;
use super::visit::{Answered, Visit, no_page};
use crate::host;

/// How long the desk of a course may take to start.
const LONGEST_START: Duration = Duration::from_secs(10);

#[derive(Template)]
#[template(path = "course_begin.html", config = "src/desk/askama.toml")]
struct BeginPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    /// Name, lessons passed and lessons in all of each learner.
    learners: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "course.html", config = "src/desk/askama.toml")]
struct CoursePage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    lessons: Vec<LessonLine>,
    lesson: LessonText,
    heading: String,
    minutes: String,
    /// The steps of the solution; empty while it was not shown.
    solution: Vec<String>,
    has_next: bool,
    has_finished: bool,
    /// The colleague's ruling in words; "" if there is none.
    ruling: String,
    /// Which other PC the lesson has: `restore`, `sender`, or "".
    other_pc: &'static str,
    folder: String,
}

struct LessonLine {
    number: usize,
    id: String,
    title: String,
    state: String,
    class: &'static str,
    is_current: bool,
}

#[derive(Template)]
#[template(path = "course_results.html", config = "src/desk/askama.toml")]
struct ResultsPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    folder: String,
    learners: Vec<Vec<String>>,
    lessons: Vec<Vec<String>>,
    /// Title, and lines of words and counts.
    wrong: Vec<(String, Vec<(String, String)>)>,
}

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    match (visit.part(1), visit.is_post, visit.path.len()) {
        ("", false, 1) => main_page(visit, String::new()),
        ("", true, 1) => match act(visit) {
            Ok(notice) => Ok(visit.see_other("/cours", Some(notice).filter(|notice| !notice.is_empty()))),
            Err(error) => main_page(visit, visit.messages().error(&error).to_string()),
        },
        ("resultats", false, 2) if visit.desk.course.is_none() => results_page(visit),
        ("attestation.html", false, 2) => certificate(visit),
        _ => Err(no_page()),
    }
}

fn main_page(visit: &Visit<'_>, fault: String) -> Answered {
    match &visit.desk.course {
        Some(folder) => course_page(visit, folder, fault),
        None => begin_page(visit, fault),
    }
}

/// The folder beside which courses lie.
fn base(visit: &Visit<'_>) -> PathBuf {
    let parent = visit.desk.paths.clean.parent().filter(|folder| !folder.as_os_str().is_empty());
    parent.map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

fn begin_page(visit: &Visit<'_>, fault: String) -> Answered {
    let learner = |course: &CourseFolder| {
        let states = app::lesson_states(course);
        let n = states.iter().filter(|state| state.passed_at.is_some()).count();
        (course.progress.name().to_owned(), format!("{n} / {}", states.len()))
    };
    frame::page(&BeginPage {
        frame: visit.frame(visit.messages().text("course-title"), "bato course start --name"),
        fault,
        learners: app::course_folders(&base(visit))?.iter().map(learner).collect(),
    })
}

/// Does what a form asks, and says it.
fn act(visit: &Visit<'_>) -> Result<String> {
    let (now, program) = (host::now(), host::worker());
    let request = CourseRequest { now: &now, program: program.as_deref() };
    let (form, messages) = (&visit.form, visit.messages());
    let Some(folder) = &visit.desk.course else {
        return begin(visit, &request);
    };
    let course = CourseFolder::read(folder)?;
    match form.get("faire") {
        "verifier" => {
            let states = app::check_lesson(&course, &request)?;
            let n = states.iter().filter(|state| !state.is_met).count();
            let id = if n == 0 { "course-desk-passed" } else { "course-desk-open" };
            Ok(say!(messages, id, n))
        }
        "indice" => app::next_hint(&course, &request).map(|_| String::new()),
        "solution" => app::show_solution(&course, &request).map(|_| String::new()),
        "executer" => app::solve_lesson(&course, &request).map(|()| messages.text("course-solved-desk")),
        "suivante" => match course.next_lesson() {
            Some(lesson) => app::prepare_lesson(&course, &lesson.id, &request).map(|()| String::new()),
            None => Ok(messages.text("course-all-passed-desk")),
        },
        "recommencer" => {
            let current = course.lesson()?.id.clone();
            app::prepare_lesson(&course, &current, &request).map(|()| messages.text("course-reset"))
        }
        "ouvrir" => app::prepare_lesson(&course, form.get("lecon"), &request).map(|()| String::new()),
        "repondre" => {
            let number = form.get("question").parse().ok();
            app::answer_question(&course, number, form.get("texte"), &request)?;
            Ok(messages.text("course-desk-noted"))
        }
        "annuler" => {
            let reason = messages.text("course-separer-title");
            app::undo_ruling_of_colleague(&course, &reason, &request)?;
            Ok(messages.text("course-desk-undone"))
        }
        "restaurer" => app::restore_on_other_pc(&course).map(|()| messages.text("course-desk-restored")),
        "recu" => {
            let outcome = app::enter_receipt_at_sender(&course, form.get("texte"), &request)?;
            Ok(say!(messages, "course-desk-entered", name = &outcome.name))
        }
        "resultat" => {
            let rules = OutputRules {
                folders: vec![visit.desk.paths.raw.clone(), visit.desk.paths.clean.clone()],
                inputs: Vec::new(),
                may_replace: false,
            };
            let with_name = !form.get("nom").is_empty();
            let path = app::write_result(&course, with_name, &rules.folder(&folder.join("resultat"))?)?;
            let id = if with_name { "course-result-named" } else { "course-result-written" };
            Ok(say!(messages, id, path = &path))
        }
        _ => Err(Error::new(ErrorCode::DeskNoPage)),
    }
}

/// Begins the course of a learner, or goes on with it, and opens its desk.
fn begin(visit: &Visit<'_>, request: &CourseRequest<'_>) -> Result<String> {
    let messages = visit.messages();
    let (course, _) = app::start_course(&base(visit), visit.form.get("nom"), None, visit.session.lang, request)?;
    let paths = course.paths();
    let program = host::worker().ok_or_else(|| Error::new(ErrorCode::CourseNone).at(&course.folder))?;
    let mut command = Command::new(&program);
    command.args(["desk", "--lang", visit.session.lang.code()]);
    for (option, path) in [("--raw", &paths.raw), ("--clean", &paths.clean), ("--config", &paths.config)] {
        command.arg(option).arg(std::path::absolute(path).unwrap_or_else(|_| path.clone()));
    }
    if !visit.desk.opens_browser {
        command.arg("--no-browser");
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // A key that ends this desk in its terminal does not end the other.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|e| Error::io(&program, &e))?;
    // Its entry page is there once it runs.
    let desk = DeskFolder::of(&paths.clean)?;
    let started = Instant::now();
    while desk.running().is_none() && started.elapsed() < LONGEST_START && matches!(child.try_wait(), Ok(None)) {
        std::thread::sleep(Duration::from_millis(50));
    }
    // The desk ends by its own button; its process is waited for, so that none is left over.
    std::thread::spawn(move || drop(child.wait()));
    let (name, path) = (course.progress.name(), desk.entry_page());
    let id = if visit.desk.opens_browser { "course-desk-opened" } else { "course-desk-not-opened" };
    Ok(say!(messages, id, name, path = &path))
}

fn course_page(visit: &Visit<'_>, folder: &Path, fault: String) -> Answered {
    let messages = visit.messages();
    let course = CourseFolder::read(folder)?;
    let mut fault = fault;
    if let Some(lesson) = course.progress.unfinished_preparation() {
        // The power was cut while a lesson was prepared.
        let (now, program) = (host::now(), host::worker());
        let request = CourseRequest { now: &now, program: program.as_deref() };
        if let Err(error) = app::prepare_lesson(&course, lesson, &request) {
            fault = messages.error(&error).to_string();
        }
    }
    let course = course.refreshed()?;
    let lesson = app::lesson_text(&course, messages)?;
    let states = app::lesson_states(&course);
    let line = |(place, state): (usize, &app::LessonState)| {
        let (code, class) = match (state.is_current, state.passed_at.is_some()) {
            (_, true) => ("passed", "good"),
            (true, false) => ("current", "warn"),
            (false, false) => ("open", "muted"),
        };
        LessonLine {
            number: place + 1,
            title: lesson_title(messages, &state.id),
            id: state.id.clone(),
            state: match (code, state.was_solved) {
                ("passed", true) => {
                    format!("{}, {}", messages.text("course-desk-state-passed"), messages.text("course-with-solution"))
                }
                (code, _) => messages.text(&format!("course-desk-state-{code}")),
            },
            class,
            is_current: state.is_current,
        }
    };
    let has_seen = course.progress.was_solved(&lesson.id);
    let solution = if has_seen { app::solution_lines(&course)? } else { Vec::new() };
    let ruling = match app::ruling_of_colleague(&course)? {
        Some((id, author, reason)) => say!(messages, "course-desk-undo-note", id, author, reason),
        None => String::new(),
    };
    let (n, of) = (lesson.number.0.to_string(), lesson.number.1.to_string());
    let exists = |name: &str| folder.join(name).is_dir();
    frame::page(&CoursePage {
        frame: visit.frame(messages.text("course-title"), "bato course check"),
        fault,
        lessons: states.iter().enumerate().map(line).collect(),
        heading: say!(messages, "course-lesson", n, of, title = &lesson.title),
        minutes: say!(messages, "course-minutes", n = u64::from(lesson.minutes)),
        solution: solution.iter().map(|line| line.text(messages)).collect(),
        has_next: course.next_lesson().is_some(),
        has_finished: states.iter().all(|state| state.passed_at.is_some()),
        ruling,
        other_pc: match () {
            () if exists("autre-pc") => "restore",
            () if exists("quartier") => "sender",
            () => "",
        },
        folder: bato::error::shown_path(folder),
        lesson,
    })
}

/// The certificate, to save and print.
fn certificate(visit: &Visit<'_>) -> Answered {
    let folder = visit.desk.course.as_ref().ok_or_else(no_page)?;
    let certificate = app::certificate(&CourseFolder::read(folder)?, None)?;
    let page = app::certificate_page(&certificate, visit.messages());
    Ok(Answer::Download("attestation.html", page.into_bytes()))
}

/// The results of the learners on this computer, and of those whose results were received.
fn results_page(visit: &Visit<'_>) -> Answered {
    let messages = visit.messages();
    let typed = visit.query.get("dossier").to_owned();
    let mut fault = String::new();
    let own = base(visit).join("cours");
    let mut folders = if own.is_dir() { vec![own] } else { Vec::new() };
    if !typed.is_empty() {
        folders.push(PathBuf::from(&typed));
    }
    let results = app::read_results(&folders, true).unwrap_or_else(|error| {
        fault = messages.error(&error).to_string();
        Vec::new()
    });
    let table = app::result_table(results);
    frame::page(&ResultsPage {
        frame: visit.frame(messages.text("course-desk-table"), "bato course results"),
        fault,
        folder: typed,
        learners: table.learners.iter().map(|learner| learner_cells(messages, learner)).collect(),
        lessons: table.lessons.iter().map(|lesson| lesson_cells(messages, lesson)).collect(),
        wrong: wrong_tables(messages, &table),
    })
}

fn learner_cells(messages: &Messages, learner: &app::CourseResult) -> Vec<String> {
    let seed = learner.seed.to_string();
    let name = if learner.name.is_empty() { say!(messages, "course-unnamed", seed) } else { learner.name.clone() };
    let minutes: u64 = learner.lessons.iter().map(|lesson| lesson.minutes).sum();
    let hints: u64 = learner.lessons.iter().map(|lesson| u64::from(lesson.hints)).sum();
    let share = learner.agreement().map_or_else(|| "–".to_owned(), |share| messages.percent(share));
    let passed = format!("{} / {}", learner.n_passed(), learner.lessons.len());
    vec![name, passed, messages.count(minutes), messages.count(hints), share]
}

fn lesson_cells(messages: &Messages, lesson: &(String, u64, u64, u64, u64)) -> Vec<String> {
    let (id, passed, minutes, hints, solved) = lesson;
    let counts = [passed, minutes, hints, solved].map(|n| messages.count(*n));
    std::iter::once(lesson_title(messages, id)).chain(counts).collect()
}

fn wrong_tables(messages: &Messages, table: &ResultTable) -> Vec<(String, Vec<(String, String)>)> {
    let of = |title: &str, set: &str, counts: &[(String, u64)]| {
        let line = |(code, n): &(String, u64)| (app::wrong_text(messages, set, code), messages.count(*n));
        (messages.text(&format!("course-table-{title}")), counts.iter().map(line).collect())
    };
    vec![of("pairs", "course-pair", &table.wrong_pairs), of("corrections", "rule", &table.wrong_corrections)]
}
