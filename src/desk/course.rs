//! The course: on the desk of a register it begins a learner's course and shows the results; on the desk of a course it
//! shows the lesson, its goals, hints and solution. Goals are checked each time the page is shown.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use askama::Template;
use bato::app::{
    self, CountersigningOffice, CourseFolder, CourseRequest, LessonText, ReceivedResult, ResultTable, lesson_title,
};
use bato::error::{Error, ErrorCode, Result, shown_path};
use bato::messages::{Messages, say};
use bato::store::OutputRules;

use super::agents::Role;
use super::answer::Answer;
use super::frame::{self, PageFrame};
use super::instance::RegisterLock;
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

/// How long the desk of a course may take to start.
const LONGEST_START: Duration = Duration::from_secs(10);
/// Hints after which the page shows which pairs were judged wrongly.
const HINTS: usize = 3;
/// The pages on which the work of each lesson is done, by the names of their tasks.
const PAGES: [(&str, &[&str]); 14] = [
    ("lire", &["deposit", "import"]),
    ("classeur", &["correct", "deposit", "import"]),
    ("page", &["correct", "import"]),
    ("importer", &["import"]),
    ("paires", &["judge", "import"]),
    ("separer", &["search", "import"]),
    ("naissances", &["correct", "import"]),
    ("evenements", &["search", "import"]),
    ("absent", &["import", "deposit"]),
    ("coupure", &["import", "home"]),
    ("sauvegarde", &["import"]),
    ("colis", &["parcels"]),
    ("sortie", &["import"]),
    ("rapport", &["home"]),
];
/// The lessons in which a learner reads the report of the practice register.
const WITH_REPORT: [&str; 3] = ["naissances", "sortie", "rapport"];

#[derive(Template)]
#[template(path = "course_begin.html", config = "src/desk/askama.toml")]
struct BeginPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    /// The learners on this computer.
    learners: Vec<LearnerLine>,
}

struct LearnerLine {
    name: String,
    /// The name of the folder.
    folder: String,
    /// Lessons passed and lessons in all.
    state: String,
    /// Whether the learner wrote a result, which can be sent.
    has_result: bool,
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
    /// The pages of the work: path and label.
    pages: Vec<(&'static str, String)>,
    /// Whether the report of the practice register can be read.
    has_report: bool,
    /// Whether there is a release, whose page can be read.
    has_release: bool,
    /// The steps of the solution in the browser, and the commands that do the same; empty while it was not shown.
    solution: Vec<String>,
    commands: Vec<String>,
    has_next: bool,
    has_finished: bool,
    /// The colleague's ruling in words; "" if there is none.
    ruling: String,
    /// The rulings on pairs that are wrong: number, person. Empty before the last hint.
    wrong_rulings: Vec<(String, String)>,
    /// Which other PC the lesson has: `restore`, `sender`, or "".
    other_pc: &'static str,
    /// The folders that the lesson names: label and whole path.
    folders: Vec<(String, String)>,
    /// What the certificate says of its signature.
    signature: String,
}

#[derive(Template)]
#[template(path = "course_paper.html", config = "src/desk/askama.toml")]
struct PaperPage<'v> {
    frame: PageFrame<'v>,
    lesson: LessonText,
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
    /// Results that can be countersigned: who, lessons, whether it is done.
    to_sign: Vec<(String, String, bool)>,
    n_open: usize,
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
            Ok((path, notice)) => Ok(visit.see_other(path, Some(notice).filter(|notice| !notice.is_empty()))),
            Err(error) => main_page(visit, words::error(visit.messages(), &error)),
        },
        ("exercice", false, 3) if visit.desk.course.is_none() => practice_desk(visit),
        ("papier", false, 2) => paper_page(visit),
        ("sortie", false, 2) => release_page(visit),
        ("resultats", false, 2) if visit.desk.course.is_none() => results_page(visit, String::new()),
        ("resultats", true, 2) if visit.desk.course.is_none() => match countersign(visit) {
            Ok(notice) => Ok(visit.see_other("/cours/resultats", Some(notice))),
            Err(error) => results_page(visit, words::error(visit.messages(), &error)),
        },
        ("attestation.html", false, 2) => certificate(visit),
        _ => Err(no_page()),
    }
}

/// Lets the learner of a course in without asking for the name that the course has. One who left is asked.
pub(super) fn enter(visit: &mut Visit<'_>) -> Answered {
    let course = visit.desk.course.as_ref().and_then(|folder| CourseFolder::read(folder).ok());
    let name = course.map(|course| course.progress.name().to_owned()).unwrap_or_default();
    let agent = match visit.desk.agents.named(&name) {
        Some(agent) => Some(agent).filter(|agent| !agent.has_pin()),
        None => visit.desk.agents.set(&name, Role::Manager, "").ok(),
    };
    let Some(agent) = agent else { return Ok(visit.see_other("/qui", None)) };
    let why = visit.messages().text("course-desk-why");
    visit.desk.sessions.change(&visit.session.cookie, |session| {
        session.agent = Some(agent.name);
        session.why = why;
    });
    Ok(visit.see_other("/cours", None))
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
        LearnerLine {
            name: course.progress.name().to_owned(),
            folder: folder_name(course),
            state: format!("{n} / {}", states.len()),
            has_result: app::written_result(course).is_some(),
        }
    };
    frame::page(&BeginPage {
        frame: visit.frame("course-title", "bato course start --name"),
        fault,
        learners: app::course_folders(&base(visit))?.iter().map(learner).collect(),
    })
}

/// The name of the folder of a learner.
fn folder_name(course: &CourseFolder) -> String {
    course.folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The course of a learner on this computer, by the name of its folder.
fn course_of(visit: &Visit<'_>, folder: &str) -> Result<CourseFolder> {
    let base = base(visit);
    let found = app::course_folders(&base)?.into_iter().find(|course| folder_name(course) == folder);
    found.ok_or_else(|| Error::new(ErrorCode::CourseNone).at(&base))
}

/// Does what a form asks. Returns the page that shows it, and what is said there.
fn act(visit: &Visit<'_>) -> Result<(String, String)> {
    let course_page = |notice: String| ("/cours".to_owned(), notice);
    if visit.desk.course.is_some() {
        return match visit.form.get("faire") {
            "repondre" => answer(visit),
            _ => act_in_course(visit).map(course_page),
        };
    }
    match visit.form.get("envoyer") {
        "" => begin(visit).map(|folder| (format!("/cours/exercice/{folder}"), String::new())),
        folder => {
            visit.require(Role::Entry)?;
            let path = app::result_to_send(&course_of(visit, folder)?, &visit.desk.paths.raw)?;
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let has_key = app::offices(&visit.desk.paths.clean)?.own.is_some();
            let id = if has_key { "course-desk-to-send" } else { "course-desk-to-send-no-key" };
            Ok(("/colis".to_owned(), say!(visit.messages(), id, file, path = shown_path(&path))))
        }
    }
}

/// Writes down the answers to the questions of the lesson that have a text, and goes back to the first of them that is
/// not right.
fn answer(visit: &Visit<'_>) -> Result<(String, String)> {
    let folder = visit.desk.course.as_ref().ok_or_else(|| Error::new(ErrorCode::DeskNoPage))?;
    let (now, program) = (host::now(), host::worker());
    let request = CourseRequest { now: &now, program: program.as_deref() };
    let mut course = CourseFolder::read(folder)?;
    let messages = visit.messages();
    for question in app::lesson_text(&course, messages)?.questions {
        let text = visit.form.get(&format!("reponse-{}", question.number));
        if !text.is_empty() && text != question.answer {
            app::answer_question(&course, Some(question.number), text, &request)?;
        }
    }
    course = course.refreshed()?;
    let questions = app::lesson_text(&course, messages)?.questions;
    let place = questions.iter().find(|question| !question.is_met).or(questions.last()).map_or(1, |one| one.number);
    Ok((format!("/cours#question-{place}"), String::new()))
}

/// Does what a form of the page of a lesson asks, and says it.
fn act_in_course(visit: &Visit<'_>) -> Result<String> {
    let (now, program) = (host::now(), host::worker());
    let request = CourseRequest { now: &now, program: program.as_deref() };
    let (form, messages) = (&visit.form, visit.messages());
    let folder = visit.desk.course.as_ref().ok_or_else(|| Error::new(ErrorCode::DeskNoPage))?;
    let course = CourseFolder::read(folder)?;
    match form.get("faire") {
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
        "retirer" => undo_wrong(visit, &course),
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

/// Undoes a wrong ruling on a pair, so that it is judged anew.
fn undo_wrong(visit: &Visit<'_>, course: &CourseFolder) -> Result<String> {
    let (paths, config, messages) = (course.paths(), course.config()?, visit.messages());
    let ruling = visit.form.get("decision").to_owned();
    let reason = messages.text("course-paires-title");
    let signature = app::Signature { at: host::now(), author: visit.agent().to_owned(), reason };
    let request = app::DecisionRequest::Undo(ruling);
    app::decide(&paths.clean, &paths.raw, &config, &request, &signature, &visit.access()?)?;
    Ok(messages.text("course-desk-pair-again"))
}

/// Begins the course of a learner, or goes on with it. Returns the name of its folder.
fn begin(visit: &Visit<'_>) -> Result<String> {
    let (now, program) = (host::now(), host::worker());
    let request = CourseRequest { now: &now, program: program.as_deref() };
    let (course, _) = app::start_course(&base(visit), visit.form.get("nom"), None, visit.session.lang, &request)?;
    Ok(folder_name(&course))
}

/// The page that leads on to the desk of a course, in the tab in which the form was sent.
fn practice_desk(visit: &Visit<'_>) -> Answered {
    let course = course_of(visit, visit.part(2))?;
    let next = open_desk(visit, &course)?;
    Ok(Answer::Page(frame::leading_on(visit.messages(), &next)))
}

/// Starts the desk of a course, unless it runs. Returns the address that lets this browser in.
fn open_desk(visit: &Visit<'_>, course: &CourseFolder) -> Result<String> {
    let paths = course.paths();
    let none = || Error::new(ErrorCode::CourseNone).at(&course.folder);
    let program = host::worker().ok_or_else(none)?;
    let mut command = Command::new(&program);
    command.args(["desk", "--no-browser", "--lang", visit.session.lang.code()]);
    for (option, path) in [("--raw", &paths.raw), ("--clean", &paths.clean), ("--config", &paths.config)] {
        command.arg(option).arg(std::path::absolute(path).unwrap_or_else(|_| path.clone()));
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // A key that ends this desk in its terminal does not end the other.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|e| Error::io(&program, &e))?;
    let register = RegisterLock::of(&paths.clean);
    let (pid, started) = (child.id(), Instant::now());
    // It ends at once where a desk of this course runs already.
    let has_begun = || register.running().is_some_and(|running| running.pid == pid);
    while !has_begun() && started.elapsed() < LONGEST_START && matches!(child.try_wait(), Ok(None)) {
        std::thread::sleep(Duration::from_millis(50));
    }
    // The desk ends by its own button; its process is waited for, so that none is left over.
    std::thread::spawn(move || drop(child.wait()));
    let page = register.running().ok_or_else(|| Error::new(ErrorCode::DeskStarting))?.entry_page;
    let page = std::fs::read_to_string(&page).map_err(|e| Error::io(&page, &e))?;
    let address = page.split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
    address.map(str::to_owned).ok_or_else(none)
}

/// What stands on the paper of the lesson, for a tab beside the work.
fn paper_page(visit: &Visit<'_>) -> Answered {
    let folder = visit.desk.course.as_ref().ok_or_else(no_page)?;
    let lesson = app::lesson_text(&CourseFolder::read(folder)?, visit.messages())?;
    frame::page(&PaperPage { frame: visit.frame("course-desk-paper", ""), lesson })
}

/// The page of the newest release of the practice register.
fn release_page(visit: &Visit<'_>) -> Answered {
    let folder = visit.desk.course.as_ref().ok_or_else(no_page)?;
    let release = newest_release(folder).ok_or_else(no_page)?;
    let page = release.join(format!("release.{}.html", visit.session.lang.code()));
    Ok(Answer::Report(std::fs::read(&page).map_err(|e| Error::io(&page, &e))?))
}

fn newest_release(folder: &Path) -> Option<PathBuf> {
    let entries = std::fs::read_dir(folder.join("releases")).into_iter().flatten().flatten();
    let releases = entries.map(|entry| entry.path()).filter(|path| path.join("release.json").is_file());
    releases.max_by_key(|path| path.metadata().and_then(|meta| meta.modified()).ok())
}

/// The folders that the current lesson names, with their whole paths.
fn lesson_folders(messages: &Messages, folder: &Path) -> Vec<(String, String)> {
    let known =
        [("cle", "stick"), ("arrivees", "arrivals"), ("arrivees/deuxieme-envoi", "again"), ("releases", "releases")];
    let there = known.into_iter().filter(|(name, _)| folder.join(name).is_dir());
    there
        .map(|(name, label)| {
            (messages.text(&format!("course-desk-folder-{label}")), app::shown_folder(&folder.join(name)))
        })
        .collect()
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
            fault = words::error(visit.messages(), &error);
        }
    }
    let course = course.refreshed()?;
    let (now, program) = (host::now(), host::worker());
    app::check_if_changed(&course, &CourseRequest { now: &now, program: program.as_deref() })?;
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
    let has_seen = course.progress.has_solution_on_page(&lesson.id);
    let solution = if has_seen { app::solution_lines(&course)? } else { Vec::new() };
    let ruling = match app::ruling_of_colleague(&course)? {
        Some((id, author, reason)) => say!(messages, "course-desk-undo-note", id, author, reason),
        None => String::new(),
    };
    let (n, of) = (lesson.number.0.to_string(), lesson.number.1.to_string());
    let exists = |name: &str| folder.join(name).is_dir();
    let has_all_hints = lesson.hints.len() >= HINTS && lesson.id == "paires";
    let task = |name: &&str| {
        let path = super::tasks::tasks(visit.role).find(|task| task.name == *name).map(|task| task.path)?;
        Some((path, messages.text(&format!("desk-task-{name}"))))
    };
    let own_pages = PAGES.iter().find(|(id, _)| *id == lesson.id).map_or(&[][..], |(_, pages)| pages);
    let has_finished = states.iter().all(|state| state.passed_at.is_some());
    let has_register = app::current(&course.paths().clean).is_ok();
    frame::page(&CoursePage {
        frame: visit.frame("course-title", "bato course check"),
        fault,
        lessons: states.iter().enumerate().map(line).collect(),
        heading: say!(messages, "course-lesson", n, of, title = &lesson.title),
        minutes: say!(messages, "course-minutes", n = u64::from(lesson.minutes)),
        pages: own_pages.iter().filter_map(task).collect(),
        has_report: has_register && WITH_REPORT.contains(&lesson.id.as_str()),
        has_release: newest_release(folder).is_some(),
        solution: solution
            .iter()
            .map(|line| words::without_commands(messages, &line.page_text(messages)))
            .filter(|line| !line.is_empty())
            .collect(),
        commands: solution.iter().map(|line| line.command(messages)).filter(|line| !line.is_empty()).collect(),
        has_next: course.next_lesson().is_some(),
        signature: if has_finished { signature_text(messages, &course)? } else { String::new() },
        has_finished,
        ruling,
        wrong_rulings: if has_all_hints { app::wrong_rulings(&course)? } else { Vec::new() },
        other_pc: match () {
            () if exists("autre-pc") => "restore",
            () if exists("quartier") => "sender",
            () => "",
        },
        folders: lesson_folders(messages, folder),
        lesson,
    })
}

/// Whether the certificate is countersigned, in words.
fn signature_text(messages: &Messages, course: &CourseFolder) -> Result<String> {
    Ok(match app::certificate(course, None)?.countersignature {
        Some(app::Countersignature { office, words, .. }) => say!(messages, "course-countersigned", office, words),
        None => messages.text("course-not-countersigned"),
    })
}

/// The certificate, to print.
fn certificate(visit: &Visit<'_>) -> Answered {
    let folder = visit.desk.course.as_ref().ok_or_else(no_page)?;
    let certificate = app::certificate(&CourseFolder::read(folder)?, None)?;
    let page = app::certificate_page(&certificate, visit.messages());
    Ok(Answer::Report(page.into_bytes()))
}

/// The folders in which results lie: of learners on this computer, those that came by parcel, and the one that is
/// typed.
fn result_folders(visit: &Visit<'_>, typed: &str) -> [Vec<PathBuf>; 2] {
    let known = [base(visit).join("cours"), visit.desk.paths.raw.join("course").join("received")];
    let typed = Some(typed).filter(|typed| !typed.is_empty()).map(PathBuf::from);
    [known.into_iter().filter(|folder| folder.is_dir()).collect(), typed.into_iter().collect()]
}

/// The results of the learners on this computer, and of those whose results were received.
fn results_page(visit: &Visit<'_>, fault: String) -> Answered {
    let messages = visit.messages();
    let typed = if visit.is_post { visit.form.get("dossier") } else { visit.query.get("dossier") }.to_owned();
    let mut fault = fault;
    let [known, of_form] = result_folders(visit, &typed);
    let mut results = Vec::new();
    for (folder, is_typed) in known.iter().map(|folder| (folder, false)).chain(of_form.iter().map(|one| (one, true))) {
        match app::read_results(std::slice::from_ref(folder), true) {
            Ok(read) => results.extend(read),
            Err(error) if is_typed => fault = words::error(visit.messages(), &error),
            // The folder of parcels and that of courses may hold none yet.
            Err(_) => {}
        }
    }
    let received = app::received_results(&[known, of_form].concat());
    let to_sign: Vec<(String, String, bool)> = received
        .iter()
        .map(|one| {
            let [name, passed, ..] = <[String; 5]>::try_from(learner_cells(messages, &one.result)).unwrap_or_default();
            (name, passed, is_signed(visit, one))
        })
        .collect();
    let table = app::result_table(results);
    frame::page(&ResultsPage {
        frame: visit.frame("course-desk-table", "bato course results"),
        fault,
        folder: typed,
        n_open: received.iter().filter(|one| is_complete(one) && !is_signed(visit, one)).count(),
        to_sign,
        learners: table.learners.iter().map(|learner| learner_cells(messages, learner)).collect(),
        lessons: table.lessons.iter().map(|lesson| lesson_cells(messages, lesson)).collect(),
        wrong: wrong_tables(messages, &table),
    })
}

fn is_complete(received: &ReceivedResult) -> bool {
    received.result.n_passed() == received.result.lessons.len()
}

fn is_signed(visit: &Visit<'_>, received: &ReceivedResult) -> bool {
    app::is_countersigned(&visit.desk.paths.raw, &received.path, &received.result)
}

/// Signs the results of all who have passed every lesson with the key of this office.
fn countersign(visit: &Visit<'_>) -> Result<String> {
    visit.require(Role::Entry)?;
    let folders = result_folders(visit, visit.form.get("dossier")).concat();
    let now = host::now();
    let paths = &visit.desk.paths;
    let passphrase = visit.form.raw("phrase");
    let office = CountersigningOffice { clean: &paths.clean, raw: &paths.raw, passphrase, now: &now };
    let mut n = 0_usize;
    for received in app::received_results(&folders) {
        if is_complete(&received) && !is_signed(visit, &received) {
            office.sign_file(&received.path)?;
            n += 1;
        }
    }
    Ok(say!(visit.messages(), "course-desk-countersigned", n, path = &paths.raw.join("course")))
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
