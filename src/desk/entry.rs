//! Who works at the desk: choosing one's name, changing the language, the list of agents, ending the desk.

use askama::Template;
use bato::error::{Error, ErrorCode};
use bato::messages::{Lang, say};

use super::agents::{Agents, Role};
use super::answer::Answer;
use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};

#[derive(Template)]
#[template(path = "who.html", config = "src/desk/askama.toml")]
struct WhoPage<'v> {
    frame: PageFrame<'v>,
    agents: Vec<AgentLine>,
    has_pins: bool,
    /// Reasons to look persons up, as one may choose them.
    reasons: Vec<String>,
    chosen: String,
    /// The reason as it was typed.
    why: String,
    fault: String,
}

struct AgentLine {
    name: String,
    role: String,
    has_pin: bool,
}

fn agent_lines(visit: &Visit<'_>) -> Vec<AgentLine> {
    let line = |agent: super::agents::Agent| AgentLine {
        role: visit.messages().text(&format!("desk-role-{}", agent.role.code())),
        has_pin: agent.has_pin(),
        name: agent.name,
    };
    visit.desk.agents.all().into_iter().map(line).collect()
}

/// Asks who works, and why they look persons up. The first agent of a desk writes their name.
pub(super) fn who(visit: &mut Visit<'_>) -> Answered {
    if !visit.is_post {
        return who_page(visit, String::new());
    }
    let (name, pin) = (visit.form.get("nom").to_owned(), visit.form.raw("pin").to_owned());
    let why = visit.form.get("motif").to_owned();
    let messages = visit.messages();
    if why.is_empty() {
        return who_page(visit, messages.text("desk-who-no-reason"));
    }
    let agent = if visit.desk.agents.all().is_empty() {
        match visit.desk.agents.set(&name, Role::Manager, &pin) {
            Ok(agent) => agent,
            Err(error) => return who_page(visit, messages.error(&error).to_string()),
        }
    } else {
        let Some(agent) = visit.desk.agents.named(&name) else {
            return who_page(visit, messages.text("desk-who-unknown"));
        };
        if visit.desk.sessions.must_wait(&name) {
            return who_page(visit, messages.text("desk-who-wait"));
        }
        let is_right = Agents::is_pin(&agent, &pin);
        visit.desk.sessions.count_pin(&name, is_right);
        if !is_right {
            return who_page(visit, messages.text("desk-who-wrong-pin"));
        }
        agent
    };
    visit.desk.sessions.change(&visit.session.cookie, |session| {
        session.agent = Some(agent.name);
        session.why = why;
        session.batch_in_hand = None;
    });
    Ok(visit.see_other("/", None))
}

fn who_page(visit: &Visit<'_>, fault: String) -> Answered {
    let messages = visit.messages();
    let agents = agent_lines(visit);
    let reasons = ["counter", "deposit", "census", "births", "correction", "control"];
    // The only one who works here need not be chosen.
    let only = || agents.first().filter(|_| agents.len() == 1).map(|agent| agent.name.clone());
    let typed = Some(visit.form.get("nom").to_owned()).filter(|name| !name.is_empty());
    let chosen = typed.or_else(only).unwrap_or_default();
    frame::page(&WhoPage {
        frame: visit.frame("desk-who-title", ""),
        has_pins: agents.iter().any(|agent| agent.has_pin),
        agents,
        reasons: reasons.map(|reason| messages.text(&format!("desk-reason-{reason}"))).to_vec(),
        chosen,
        why: visit.form.get("motif").to_owned(),
        fault,
    })
}

/// Changes the language of the session.
pub(super) fn language(visit: &mut Visit<'_>) -> Answered {
    if !visit.is_post {
        return Err(no_page());
    }
    let lang = visit.form.get("langue");
    let lang = Lang::from_code(lang).ok_or_else(|| Error::new(ErrorCode::UnknownLanguage).with("value", lang))?;
    visit.desk.sessions.change(&visit.session.cookie, |session| session.lang = lang);
    // A path of the desk, never another site's.
    let from = visit.form.get("de");
    let is_own = from.starts_with('/') && !from.starts_with("//") && !from.contains('\\');
    Ok(visit.see_other(if is_own { from } else { "/" }, None))
}

#[derive(Template)]
#[template(path = "agents.html", config = "src/desk/askama.toml")]
struct AgentsPage<'v> {
    frame: PageFrame<'v>,
    agents: Vec<AgentLine>,
    roles: Vec<(&'static str, String)>,
    fault: String,
}

/// The list of agents, to add to and to change.
pub(super) fn agents(visit: &mut Visit<'_>) -> Answered {
    if !visit.is_post {
        return agents_page(visit, String::new());
    }
    let name = visit.form.get("nom").to_owned();
    let messages = visit.messages();
    let done = if visit.form.get("retirer").is_empty() {
        let role = Role::from_code(visit.form.get("role")).unwrap_or_default();
        let set = visit.desk.agents.set(&name, role, visit.form.raw("pin"));
        set.map(|agent| say!(messages, "desk-agents-set", name = agent.name))
    } else {
        visit.desk.agents.remove(&name).map(|()| say!(messages, "desk-agents-removed", name))
    };
    match done {
        Ok(notice) => Ok(visit.see_other("/agents", Some(notice))),
        Err(error) => agents_page(visit, messages.error(&error).to_string()),
    }
}

fn agents_page(visit: &Visit<'_>, fault: String) -> Answered {
    let messages = visit.messages();
    let role = |role: Role| (role.code(), messages.text(&format!("desk-role-{}", role.code())));
    frame::page(&AgentsPage {
        frame: visit.frame("desk-agents-title", ""),
        agents: agent_lines(visit),
        roles: Role::ALL.map(role).to_vec(),
        fault,
    })
}

#[derive(Template)]
#[template(path = "end.html", config = "src/desk/askama.toml")]
struct EndPage<'v> {
    frame: PageFrame<'v>,
    is_over: bool,
    /// The last backup, and whether it is too long ago.
    backup: (String, bool),
    can_back_up: bool,
}

/// Ends the desk, or the work of this agent, by a button: never because a page was closed.
pub(super) fn end(visit: &mut Visit<'_>) -> Answered {
    let is_over = visit.is_post && !visit.form.get("fermer").is_empty();
    if visit.is_post && !is_over {
        visit.desk.sessions.change(&visit.session.cookie, |session| session.agent = None);
        return Ok(visit.see_other("/qui", None));
    }
    let mut frame = visit.frame("desk-end-title", "");
    let has_register = bato::app::version_in_use(&visit.desk.paths.clean).is_some();
    let backup = if has_register { super::backup::backup_state(visit) } else { Default::default() };
    if is_over {
        frame.tasks.clear();
        // Nobody works here any more.
        frame.agent.clear();
        // The answer is on its way before the program ends.
        let _ = visit.desk.end.send(());
    }
    Ok(Answer::Page(
        EndPage { frame, is_over, backup, can_back_up: visit.role >= Role::Manager }.render().unwrap_or_default(),
    ))
}
