//! Saving the register on a USB stick: the sticks that are plugged in, the last backup, what the new file is.

use std::path::{Path, PathBuf};

use askama::Template;
use bato::app;
use bato::error::Result;
use bato::messages::{Messages, say};
use bato::store::OutputRules;
use serde_json::{Value, json};

use super::agents::Role;
use super::frame::{self, PageFrame};
use super::import::progress_json;
use super::job::{JobKind, JobState};
use super::restore::{self, RestoreView};
use super::sticks::{self, Stick};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

/// Days after which a backup is asked for.
const DAYS_WITHOUT_BACKUP: u64 = 7;

#[derive(Template)]
#[template(path = "backup.html", config = "src/desk/askama.toml")]
struct BackupPage<'v> {
    frame: PageFrame<'v>,
    /// Whether there is a register to save.
    has_register: bool,
    last: String,
    is_late: bool,
    /// What is said of the work under way, and how many lines it has; `None` if there is none.
    running: Option<(String, usize)>,
    fault: String,
    /// The folder of each stick that is plugged in, and what is said of it.
    sticks: Vec<(String, String)>,
    /// The folder that is written in the field: the one typed, else that of the last backup.
    folder: String,
    /// The file that the last backup wrote: label and value.
    written: Vec<(String, String)>,
    /// What can be restored where there is no register.
    restore: RestoreView,
    /// Whether the agent may restore.
    is_manager: bool,
}

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    match (visit.part(1), visit.is_post, visit.path.len()) {
        ("", false, 1) => backup_page(visit, String::new(), None),
        ("", true, 1) if matches!(visit.form.get("faire"), "voir" | "remettre") => {
            let sticks = sticks::plugged_in(&visit.desk.paths.raw);
            match restore::act(visit, restore::offered(visit.messages(), &sticks))? {
                Ok(said) => Ok(visit.see_other("/", Some(said))),
                Err(view) => backup_page(visit, String::new(), Some(view)),
            }
        }
        ("", true, 1) => match back_up(visit) {
            Ok(()) => Ok(visit.see_other("/sauvegarde", None)),
            Err(fault) => backup_page(visit, fault, None),
        },
        ("avancement", false, 2) => Ok(progress_json(visit, JobKind::Backup)?),
        _ => Err(no_page()),
    }
}

/// Begins a backup in the folder of the form, or says why it can't be.
fn back_up(visit: &Visit<'_>) -> std::result::Result<(), String> {
    let messages = visit.messages();
    let typed = visit.form.get("autre");
    let chosen = if typed.is_empty() { visit.form.get("dossier") } else { typed };
    if chosen.is_empty() {
        return Err(messages.text("desk-backup-no-folder"));
    }
    let folder = PathBuf::from(chosen);
    if !folder.is_dir() {
        return Err(say!(messages, "desk-backup-not-there", folder = chosen));
    }
    let said = |error| words::error(messages, &error);
    start(visit, &folder).map_err(said).map_err(|why| say!(messages, "desk-import-backup-failed", why))
}

fn start(visit: &Visit<'_>, folder: &Path) -> Result<()> {
    let (config, paths, access) = (visit.desk.config()?, visit.desk.paths.clone(), visit.access()?);
    let at = host::now();
    let commune = config.run.commune;
    // The moment as a name may hold it: `2018-06-30 14h05`.
    let moment: String = at.chars().take(16).map(|c| if c == ':' { 'h' } else { c }).collect();
    let moment = moment.replace('T', " ");
    let rules = OutputRules {
        folders: vec![paths.raw.clone(), paths.clean.clone()],
        inputs: vec![paths.config.clone()],
        may_replace: false,
    };
    let out = rules.file(&folder.join(format!("bato {commune} {moment}.zip")))?;
    let lang = visit.session.lang;
    let path = out.path().to_owned();
    let started = at.clone();
    let work = move || match app::back_up(&paths, &commune, &out, &at, &access) {
        Ok(written) => {
            Ok(json!({"event": "summary", "files": written.files.len(), "path": out.path().display().to_string()}))
        }
        Err(error) => Err(Messages::new(lang).error(&error).to_string()),
    };
    visit.desk.jobs.start_backup(&started, &path, work).map(drop)
}

/// The last backup in a sentence, and whether it is too long ago.
pub(super) fn backup_state(visit: &Visit<'_>) -> (String, bool) {
    let messages = visit.messages();
    match app::last_backup(&visit.desk.paths.clean) {
        // Before there is a register, nothing is lost; nor is anything of an exercise.
        None => {
            let has_register = app::version_in_use(&visit.desk.paths.clean).is_some();
            (messages.text("desk-import-backup-never"), has_register && visit.desk.course.is_none())
        }
        Some(last) => {
            let days = last.days_until(&host::now());
            let (at, path) = (words::moment(messages, &last.at), &last.path);
            let text = say!(messages, "desk-import-backup-last", at, path, n = days);
            let n_newer = app::version_in_use(&visit.desk.paths.clean).unwrap_or(0).saturating_sub(last.generation);
            let text = match n_newer {
                0 => text,
                n => format!("{text}. {}", say!(messages, "desk-backup-newer", n)),
            };
            (text, days >= DAYS_WITHOUT_BACKUP)
        }
    }
}

fn stick_line(messages: &Messages, stick: &Stick) -> (String, String) {
    let path = stick.path.display().to_string();
    let free = stick.n_free.map(|n_bytes| say!(messages, "desk-backup-free", size = words::size(messages, n_bytes)));
    let name = Some(stick.name.clone()).filter(|name| !name.is_empty() && !path.ends_with(name.as_str()));
    let facts: Vec<String> = [name, free].into_iter().flatten().collect();
    let text = if facts.is_empty() { path.clone() } else { format!("{path} ({})", facts.join(", ")) };
    (path, text)
}

fn backup_page(visit: &Visit<'_>, fault: String, restore: Option<RestoreView>) -> Answered {
    let messages = visit.messages();
    let (last, is_late) = backup_state(visit);
    let (raw, clean) = (&visit.desk.paths.raw, &visit.desk.paths.clean);
    let sticks = sticks::plugged_in(raw);
    let of_last = || {
        let last = app::last_backup(clean).filter(|_| sticks.is_empty())?;
        Some(Path::new(&last.path).parent()?.display().to_string())
    };
    let typed = Some(visit.form.get("autre").to_owned()).filter(|typed| !typed.is_empty());
    let mut page = BackupPage {
        frame: visit.frame("desk-import-backup", "bato backup"),
        has_register: app::version_in_use(clean).is_some(),
        last,
        is_late,
        running: None,
        fault,
        folder: typed.or_else(of_last).unwrap_or_default(),
        sticks: sticks.iter().map(|stick| stick_line(messages, stick)).collect(),
        written: Vec::new(),
        restore: restore.unwrap_or_else(|| restore::offered(messages, &sticks)),
        is_manager: visit.role >= Role::Manager,
    };
    let job = visit.desk.jobs.latest(JobKind::Backup)?;
    match job.as_ref().map(|job| (job, &job.state)) {
        Some((job, JobState::Running)) => {
            page.running = Some((messages.text("desk-import-backup-running"), job.lines.len()));
        }
        Some((_, JobState::CutOff(_))) if page.fault.is_empty() => {
            page.fault = messages.text("desk-import-backup-cut");
        }
        Some((job, JobState::Ended(_))) => {
            if let Some(line) = job.last("error").filter(|_| page.fault.is_empty()) {
                page.fault = line["message"].as_str().unwrap_or_default().to_owned();
            }
            if let Some(summary) = job.last("summary") {
                page.written = written_backup(messages, summary);
                page.frame.command = format!("bato restore \"{}\"", summary["path"].as_str().unwrap_or_default());
            }
        }
        _ => {}
    }
    frame::page(&page)
}

/// The file of a backup: name, folder, size, files in it, and whether it is still there.
fn written_backup(messages: &Messages, summary: &Value) -> Vec<(String, String)> {
    let path = Path::new(summary["path"].as_str().unwrap_or_default());
    let part =
        |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
    let size = match std::fs::metadata(path) {
        Ok(file) => words::size(messages, file.len()),
        Err(_) => messages.text("desk-import-backup-away"),
    };
    let values = [
        ("file", part(path.file_name())),
        ("folder-name", part(path.parent().map(Path::as_os_str))),
        ("size", size),
        ("files", messages.count(summary["files"].as_u64().unwrap_or(0))),
    ];
    values.into_iter().map(|(id, value)| (messages.text(&format!("desk-import-backup-{id}")), value)).collect()
}
