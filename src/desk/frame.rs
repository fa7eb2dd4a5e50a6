//! What all pages of the desk have around them: the title, the tasks, who works, and what the last form did.

use askama::Template;
use bato::error::{Error, ErrorCode};
use bato::messages::{ErrorText, Lang, Messages, say};
use bato::record::parse_id;
use oxhttp::model::StatusCode;

use super::answer::Answer;
use super::guard::{KEY_FIELD, Refusal};
use super::tasks::{self, Task};
use super::visit::{Answered, Desk, PageFault, Visit};

/// The frame of a page. A template names it `frame`.
pub(super) struct PageFrame<'v> {
    pub(super) messages: &'v Messages,
    /// The title of the window: the task, or an identifier. The browser stores it in its history and other programs
    /// list it, so it names no person and no file.
    title: String,
    /// The heading of the page.
    pub(super) heading: String,
    /// The tasks; none before one has entered.
    pub(super) tasks: Vec<TaskLink>,
    /// Who works; "" before one has said it.
    pub(super) agent: String,
    /// What the agent may do, in words.
    pub(super) role: String,
    /// What the last form did.
    pub(super) notice: Option<String>,
    /// The value of the field that each form carries.
    pub(super) form_key: String,
    /// The command that does the same in a terminal; "" if there is none.
    pub(super) command: String,
    /// That the persons of all pages are invented; "" in a real register.
    pub(super) practice: String,
    /// The path of the page, to come back to after a change of the language.
    pub(super) path: String,
}

/// A link to a task.
pub(super) struct TaskLink {
    pub(super) path: &'static str,
    pub(super) label: String,
    pub(super) is_current: bool,
}

impl PageFrame<'_> {
    /// The title of the window.
    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// The same frame with another heading: it may name a person.
    pub(super) fn with_heading(self, heading: String) -> Self {
        Self { heading, ..self }
    }

    /// The same frame with an identifier as the title of the window. A text that is no identifier is left out.
    pub(super) fn with_id(self, id: &str) -> Self {
        match parse_id(id) {
            Some(title) => Self { title, ..self },
            None => self,
        }
    }

    /// The text of a message.
    pub(super) fn text(&self, id: &str) -> String {
        self.messages.text(id)
    }

    /// A count with the digits grouped as in the language.
    pub(super) fn count(&self, number: &u64) -> String {
        self.messages.count(*number)
    }

    /// The name of the field that each form carries.
    pub(super) fn key_field(&self) -> &'static str {
        KEY_FIELD
    }

    /// The languages: code, name, and whether it is that of the page.
    pub(super) fn langs(&self) -> Vec<(&'static str, String, bool)> {
        let of =
            |lang: Lang| (lang.code(), self.text(&format!("desk-lang-{}", lang.code())), lang == self.messages.lang());
        Lang::ALL.into_iter().map(of).collect()
    }
}

impl Visit<'_> {
    /// The frame of a page. `title` is the message of its title, which takes no name; `command` does the same in a
    /// terminal.
    pub(super) fn frame(&self, title: &str, command: &str) -> PageFrame<'_> {
        let messages = self.messages();
        let has_agent = self.session.agent.is_some();
        let task = |task: &Task| TaskLink {
            path: task.path,
            label: messages.text(&format!("desk-task-{}", task.name)),
            is_current: task.path.trim_start_matches('/') == self.part(0),
        };
        PageFrame {
            messages,
            title: messages.text(title),
            heading: messages.text(title),
            tasks: if has_agent { tasks::tasks(self.role).map(task).collect() } else { Vec::new() },
            agent: self.agent().to_owned(),
            role: messages.text(&format!("desk-role-{}", self.role.code())),
            notice: self.desk.sessions.take_notice(&self.session.cookie),
            form_key: self.session.form_key.clone(),
            command: command.to_owned(),
            practice: practice_banner(self.desk, messages),
            path: format!("/{}", self.path.join("/")),
        }
    }
}

/// What stands on every page of the desk of a course; "" in a real register.
fn practice_banner(desk: &Desk, messages: &Messages) -> String {
    let course = desk.course.as_ref().and_then(|folder| bato::app::CourseFolder::read(folder).ok());
    match (&desk.course, course) {
        (None, _) => String::new(),
        (_, course) => {
            let name = course.map(|course| course.progress.name().to_owned()).unwrap_or_default();
            say!(messages, "course-banner", name)
        }
    }
}

/// Renders a page.
pub(super) fn page(template: &impl Template) -> Answered {
    // A template filled with strings always renders.
    Ok(Answer::Page(template.render().unwrap_or_default()))
}

#[derive(Template)]
#[template(path = "fault.html", config = "src/desk/askama.toml")]
struct FaultPage<'v> {
    frame: PageFrame<'v>,
    text: ErrorText,
}

/// The page of a fault.
pub(super) fn fault(visit: &Visit<'_>, fault: &PageFault) -> Answer {
    if matches!(fault.error.code, ErrorCode::NoRegister | ErrorCode::RawMissing | ErrorCode::RawEmpty) {
        return no_register(visit);
    }
    let frame = visit.frame("desk-fault-title", "");
    let page = FaultPage { text: error_text(visit, &fault.error), frame };
    Answer::Fault(fault.status, page.render().unwrap_or_default())
}

#[derive(Template)]
#[template(path = "no_register.html", config = "src/desk/askama.toml")]
struct NoRegisterPage<'v> {
    frame: PageFrame<'v>,
    /// What can't be done yet.
    text: String,
    /// Whether files are there to import.
    has_files: bool,
    /// Whether the agent may deposit and import.
    can_import: bool,
}

/// The page of a task that needs a register before there is one: what to do first.
fn no_register(visit: &Visit<'_>) -> Answer {
    let messages = visit.messages();
    let of_task = format!("desk-no-register-{}", visit.part(0));
    let text = messages.text(if messages.has(&of_task) { &of_task } else { "desk-no-register" });
    let task = tasks::tasks(visit.role).find(|task| task.path.trim_start_matches('/') == visit.part(0));
    let title = task.map_or("desk-home-state".to_owned(), |task| format!("desk-task-{}", task.name));
    let config = visit.desk.config().unwrap_or_default();
    let files = bato::app::waiting_files(&visit.desk.paths.raw, None, &config.ingest);
    let has_files = files.is_ok_and(|files| !files.new.is_empty());
    let page = NoRegisterPage {
        frame: visit.frame(&title, ""),
        text,
        has_files,
        can_import: visit.role >= super::agents::Role::Entry,
    };
    Answer::Page(page.render().unwrap_or_default())
}

/// An error in the language of the session.
pub(super) fn error_text(visit: &Visit<'_>, error: &Error) -> ErrorText {
    visit.messages().error(error)
}

#[derive(Template)]
#[template(path = "outside.html", config = "src/desk/askama.toml")]
struct OutsidePage {
    lang: &'static str,
    /// That the persons of the register are invented; "" in a real one.
    practice: String,
    title: String,
    text: String,
    /// Where the browser goes next, by itself; "" for nowhere.
    next: String,
    link: String,
}

/// The page of a refused request.
pub(super) fn refusal(desk: &Desk, lang: Lang, refusal: Refusal) -> Answer {
    let messages = desk.messages(lang);
    let page = OutsidePage {
        lang: lang.code(),
        practice: practice_banner(desk, messages),
        title: messages.text("desk-refused-title"),
        text: messages.text(&format!("desk-refused-{}", refusal.code())),
        next: String::new(),
        link: String::new(),
    };
    Answer::Fault(refusal.status(), page.render().unwrap_or_default())
}

/// The page of a failure of the program itself.
pub(super) fn failure(desk: &Desk) -> Answer {
    let messages = desk.messages(desk.lang);
    let page = OutsidePage {
        lang: desk.lang.code(),
        practice: practice_banner(desk, messages),
        title: messages.text("desk-fault-title"),
        text: messages.text("desk-failed"),
        next: String::new(),
        link: String::new(),
    };
    Answer::Fault(StatusCode::INTERNAL_SERVER_ERROR, page.render().unwrap_or_default())
}

/// A page that leads on to `next` at once. It is on the desk, or is the file that the browser is opened on.
pub(super) fn leading_on(messages: &Messages, next: &str) -> String {
    let page = OutsidePage {
        lang: messages.lang().code(),
        practice: String::new(),
        title: say!(messages, "desk-opening"),
        text: messages.text("desk-opening-text"),
        next: next.to_owned(),
        link: messages.text("desk-opening-link"),
    };
    page.render().unwrap_or_default()
}
