//! One person or one household: what the register holds, and what is printed of it at the counter.

use askama::Template;
use bato::app::{self, PersonDetails};
use bato::messages::{Messages, say};

use super::frame::{self, Frame};
use super::visit::{Answered, Visit, no_page};

#[derive(Template)]
#[template(path = "person.html", config = "src/desk/askama.toml")]
struct PersonPage<'v> {
    frame: Frame<'v>,
    persons: Vec<PersonSection>,
    /// Whether one person was asked for, not a household.
    is_single: bool,
    /// Whether it is made to be printed.
    is_paper: bool,
    commune: String,
    paper_note: String,
    /// The number of the look-up, on what is printed.
    look_up: String,
    back: String,
}

struct PersonSection {
    id: String,
    name: String,
    status: String,
    status_class: &'static str,
    household: Option<String>,
    values: Vec<(String, String)>,
    /// Place, outcome and cells of each row.
    rows: Vec<(String, String, String)>,
    history: Vec<String>,
}

/// The class by which a page shows the status of a person, beside its word.
pub(super) fn status_class(status: &str) -> &'static str {
    match status {
        "resident" => "good",
        "deceased" | "withdrawn" => "bad",
        _ => "warn",
    }
}

/// The page of an identifier, and below it `releve`, the page to print.
pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    let (id, paths) = (visit.part(1), &visit.desk.paths);
    let is_paper = match visit.part(2) {
        "" => false,
        "releve" => true,
        _ => return Err(no_page()),
    };
    if id.is_empty() || visit.path.len() > 3 || visit.is_post {
        return Err(no_page());
    }
    let access = visit.access()?;
    let (persons, number) = if is_paper {
        let (persons, number) = app::extract(&paths.clean, id, &access)?;
        (persons, Some(number))
    } else {
        (app::show(&paths.clean, id, None, &access)?, None)
    };
    let messages = visit.messages();
    let is_single = id.trim().to_uppercase().starts_with('P');
    let title = match (is_paper, is_single) {
        (true, true) => messages.text("desk-paper-person"),
        (true, false) => messages.text("desk-paper-household"),
        (false, true) => persons.first().map(|person| person.name.clone()).unwrap_or_default(),
        (false, false) => say!(messages, "desk-household-title", id),
    };
    let at = crate::host::now().replace('T', " ");
    let look_up = number.map(|number| {
        let (at, who) = (at.get(..16).unwrap_or(&at), access.who());
        say!(messages, "desk-paper-look-up", number = number.to_string(), at, who)
    });
    frame::page(&PersonPage {
        frame: visit.frame(title, &format!("bato show {id}")),
        persons: persons.iter().map(|person| section(person, messages)).collect(),
        is_single,
        is_paper,
        commune: visit.desk.config()?.run.commune,
        paper_note: messages.text("desk-paper-note"),
        look_up: look_up.unwrap_or_default(),
        back: format!("/personne/{id}"),
    })
}

fn section(details: &PersonDetails, messages: &Messages) -> PersonSection {
    let row = |row: &app::PersonSource| {
        let cells: Vec<String> = row.cells.iter().map(|(column, text)| format!("{column} : {text}")).collect();
        (row.place.to_string(), messages.text(&format!("outcome-{}", row.outcome)), cells.join(" · "))
    };
    PersonSection {
        id: details.person.person_id.clone(),
        name: details.name.clone(),
        status: messages.text(&format!("status-{}", details.person.status)),
        status_class: status_class(&details.person.status),
        household: details.person.household_id.clone(),
        values: app::person_values(details, messages),
        rows: details.rows.iter().map(row).collect(),
        history: app::person_history(details, messages),
    }
}
