//! The first page: the state of the register, what waits, and the box to look somebody up.

use askama::Template;
use bato::app::{self, Overview};
use bato::changes;
use bato::messages::{Messages, say};
use bato::store;

use super::agents::Role;
use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit};
use crate::host;

#[derive(Template)]
#[template(path = "home.html", config = "src/desk/askama.toml")]
struct HomePage<'v> {
    frame: PageFrame<'v>,
    /// What is wrong with the version in use, once it was checked.
    faults: Vec<String>,
    overview: Option<Overview>,
    /// Whether the version in use has a report.
    has_report: bool,
    version: String,
    /// The persons, and how many died or left.
    persons: String,
    /// What waits, in words, with the path of the task; "" for none.
    waiting: Vec<(String, String)>,
    /// The last backup, and whether it is too long ago.
    backup: (String, bool),
    has_register: bool,
    /// What the agent may do: deposit files, save the register.
    can_deposit: bool,
    can_back_up: bool,
}

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    if visit.is_post {
        return verify(visit);
    }
    home_page(visit, Vec::new())
}

/// Checks the version in use, and says whether it is whole.
fn verify(visit: &Visit<'_>) -> Answered {
    let messages = visit.messages();
    let verified = store::verify(&app::current(&visit.desk.paths.clean)?)?;
    if verified.ok() {
        return Ok(visit.see_other("/", Some(messages.text("verify-sound"))));
    }
    let failed = verified.checks.iter().filter(|check| !check.ok);
    let failed = failed.map(|check| app::check_sentence(check, messages));
    let faults = std::iter::once(messages.text("verify-damaged")).chain(failed).collect();
    home_page(visit, faults)
}

fn home_page(visit: &Visit<'_>, faults: Vec<String>) -> Answered {
    let messages = visit.messages();
    let paths = &visit.desk.paths;
    let config = visit.desk.config()?;
    let overview = app::overview(&paths.clean)?;
    let to_import = super::waiting::to_import(visit, overview.as_ref())?;
    let mut waiting: Vec<(String, String)> =
        to_import.into_iter().map(|(text, path)| (text, path.to_owned())).collect();
    if let Some(state) = overview.as_ref().filter(|state| state.n_quarantined > 0) {
        waiting.push((say!(messages, "desk-home-rows", n = state.n_quarantined), "/corriger".to_owned()));
    }
    let n_pairs = match overview {
        Some(_) => app::waiting_pairs(&paths.clean, &paths.raw, &config, host::worker().as_deref())?,
        None => 0,
    };
    if n_pairs > 0 {
        waiting.push((say!(messages, "desk-home-pairs", n = n_pairs), "/juger".to_owned()));
    }
    if overview.is_some() {
        waiting.extend(super::waiting::merges_to_check(visit)?);
    }
    if overview.is_some() {
        let sheets = app::sheet_files(&paths.raw, &paths.clean, &config)?;
        waiting.extend(super::waiting::without_place(messages, &sheets));
    }
    if let Some(state) = overview.as_ref().filter(|state| state.is_without_head_unusual()) {
        let named = state.headless.iter().map(|(name, id)| changes::named_id(name, id));
        let (n, ids) = (state.n_headless, named.collect::<Vec<_>>().join(", "));
        let path = state.headless.first().map(|(_, id)| format!("/personne/{id}")).unwrap_or_default();
        waiting.push((say!(messages, "desk-home-headless", n, ids), path));
    }
    let log = app::look_ups(&paths.clean)?;
    if log.fault.is_some() {
        waiting.push((messages.text("desk-home-log-fault"), String::new()));
    }
    // A task that the agent's role does not have is named without a link.
    for (_, path) in &mut waiting {
        let is_of_task = |task: &str| path.as_str() == task || path.starts_with(&format!("{task}/"));
        let is_person = path.starts_with("/personne/");
        if !is_person && !super::tasks::tasks(visit.role).any(|task| is_of_task(task.path)) {
            path.clear();
        }
    }
    let version = overview.as_ref().map(|state| {
        let at = &state.published_at;
        let day = at.get(..10).and_then(|day| day.parse().ok()).map(|day| messages.date(day));
        let time = at.get(11..16).unwrap_or_default();
        say!(messages, "desk-home-version-of", n = state.generation.to_string(), day = day.unwrap_or_default(), time)
    });
    frame::page(&HomePage {
        frame: visit.frame("desk-home-state", "bato verify").with_heading(say!(
            messages,
            "desk-home-title",
            commune = config.run.commune
        )),
        version: version.unwrap_or_default(),
        persons: overview.as_ref().map(|state| persons_text(messages, state)).unwrap_or_default(),
        backup: if overview.is_some() { super::backup::backup_state(visit) } else { Default::default() },
        faults,
        has_register: overview.is_some(),
        can_deposit: visit.role >= Role::Entry,
        can_back_up: visit.role >= Role::Manager,
        has_report: overview.is_some() && super::import::has_report(visit),
        overview,
        waiting,
    })
}

/// The persons as the report counts them, and how many died or left.
fn persons_text(messages: &Messages, state: &Overview) -> String {
    let persons = messages.count(state.n_persons);
    match state.n_gone {
        0 => persons,
        n => say!(messages, "desk-home-persons-gone", persons, n),
    }
}
