//! One person or one household: what the register holds, and what is printed of it at the counter.

use askama::Template;
use bato::app::{
    self, ActParent, BornSince, FormerMember, MothersHousehold, PersonAddress, PersonDetails, PersonRuling, RuledMatter,
};
use bato::error::{Error, ErrorCode, Result};
use bato::messages::{Messages, say};
use bato::record::{CellCorrection, fold, is_person_id};
use bato::store::PersonRow;
use chrono::NaiveDate;

use super::agents::Role;
use super::event::EventLine;
use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

/// The parts of a name, as columns of `persons`.
const NAME_PARTS: [&str; 3] = ["nom", "postnom", "prenom"];
/// The column of the date of birth.
const BORN: &str = "born_on";

#[derive(Template)]
#[template(path = "person.html", config = "src/desk/askama.toml")]
struct RegisterPage<'v> {
    frame: PageFrame<'v>,
    id: String,
    persons: Vec<RegisterSection>,
    /// Whether one person was asked for, not a household.
    is_single: bool,
    /// Whether the agent may report an event.
    can_report: bool,
    /// The table of a household: headings, and the members.
    headings: Vec<String>,
    members: Vec<MemberLine>,
    address: String,
    address_label: String,
    /// The other addresses that rows give.
    other_addresses: Vec<OtherAddressLine>,
    /// The other days of birth that rows give.
    other_births: Vec<String>,
    /// The value and the words of each day of birth, one of which is right.
    birth_choices: Vec<(String, String)>,
    /// Who died or left and was counted in the household before; and what is said of its head, if it has none.
    former: Vec<MemberLine>,
    headless: String,
    /// The household of the mother of a child whom no fiche names: its identifier, and head and address.
    mothers_household: Option<(String, String)>,
    /// Label, field and value of each part of the name of the person.
    name_parts: Vec<(String, &'static str, String)>,
    /// Events of the person that were reported on the desk.
    reported: Vec<EventLine>,
    /// Rulings about the person: number, what was decided, who, when and why.
    rulings: Vec<(String, String, String)>,
    fault: String,
}

/// A member of a household in a table.
struct MemberLine {
    id: String,
    name: String,
    status: String,
    status_class: &'static str,
    /// By heading.
    values: Vec<String>,
}

/// An address beside that of the household.
struct OtherAddressLine {
    /// The address and whose rows give it.
    text: String,
    /// The page of the first of these rows; "" for who sees no sheet.
    path: String,
    /// The addresses of which one is right: what the form sends, and the word of the button. None for who can't correct.
    choices: Vec<(String, String)>,
}

/// A row of a person: its place, its outcome, its cells.
struct SourceLine {
    place: String,
    outcome: String,
    cells: String,
    /// The address of the row in its sheet; "" for an agent who may not see whole sheets.
    path: String,
}

struct RegisterSection {
    id: String,
    status: String,
    status_class: &'static str,
    household: Option<String>,
    /// What the household is to the person: theirs, or the one they were last counted in.
    household_label: String,
    values: Vec<(String, String)>,
    /// The other persons of the household: identifier, name, relation to the head; "" if it is not known.
    company: Vec<(String, String, String)>,
    /// The parents whom the act names: father or mother, name, and the identifier; "" if they are not found.
    parents: Vec<(String, String, String)>,
    rows: Vec<SourceLine>,
    history: Vec<String>,
}

/// The page of an identifier, and below it `releve`, the page to print.
pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    let id = visit.part(1);
    if id.is_empty() || visit.path.len() > 3 {
        return Err(no_page());
    }
    match (visit.part(2), visit.is_post) {
        ("", true) if visit.form.get("faire") == "nom" => correct_name(visit, id),
        ("", true) if !visit.form.get("adresse").is_empty() => settle_address(visit, id),
        ("", true) if !visit.form.get("naissance").is_empty() => settle_birth(visit, id),
        ("", true) => undo_ruling(visit, id),
        (_, true) => Err(no_page()),
        ("", false) => person(visit, id, String::new()),
        ("releve", false) => extract(visit, id),
        _ => Err(no_page()),
    }
}

/// Takes a ruling about a person back, with its reason.
fn undo_ruling(visit: &Visit<'_>, id: &str) -> Answered {
    let (config, paths) = (visit.desk.config()?, &visit.desk.paths);
    let signature = visit.signature(visit.form.get("motif"));
    let request = app::DecisionRequest::Undo(visit.form.get("numero").to_owned());
    match app::decide(&paths.clean, &paths.raw, &config, &request, &signature, &visit.access()?) {
        Ok(_) => {
            let notice = visit.messages().text("desk-ruling-undone");
            Ok(visit.see_other(format!("/personne/{id}"), Some(notice)))
        }
        Err(fault) => person(visit, id, visit.messages().error(&fault).to_string()),
    }
}

/// Writes which parts of the name are right, each as a ruling on a value.
fn correct_name(visit: &Visit<'_>, id: &str) -> Answered {
    let (config, paths, messages) = (visit.desk.config()?, &visit.desk.paths, visit.messages());
    let shown = app::show(&paths.clean, id, None, &visit.access()?)?;
    let Some(details) = shown.first().filter(|_| is_person_id(id)) else { return Err(no_page()) };
    // Each part is a ruling of its own: nothing is written where no name would be left.
    if NAME_PARTS.iter().all(|field| visit.form.get(field).trim().is_empty()) {
        return person(visit, id, words::error(messages, &Error::new(ErrorCode::DecideNoName)));
    }
    let signature = visit.signature(visit.form.get("motif"));
    let rulings = app::rulings_of_person(&paths.raw, &config, details)?;
    let mut n_changed = 0;
    for (field, now) in NAME_PARTS.into_iter().zip(name_parts(details)) {
        let value = visit.form.get(field).trim().to_owned();
        // A ruling that waits for the next run may say otherwise than the register, or than this agent now.
        let is_of_field = |ruling: &&PersonRuling| matches!(&ruling.what, RuledMatter::Value(own, _) if own == field);
        let is_other = |ruling: &PersonRuling| !matches!(&ruling.what, RuledMatter::Value(_, own) if *own == value);
        let has_other_ruling = rulings.iter().filter(is_of_field).any(is_other);
        if value == now && !has_other_ruling {
            continue;
        }
        let request = app::DecisionRequest::NewValue { who: id.to_owned(), field: field.to_owned(), value };
        let access = visit.access()?;
        if let Err(fault) = app::decide(&paths.clean, &paths.raw, &config, &request, &signature, &access) {
            return person(visit, id, words::error(messages, &fault));
        }
        n_changed += 1;
    }
    let notice = if n_changed > 0 { "desk-person-name-corrected" } else { "desk-person-name-same" };
    Ok(visit.see_other(format!("/personne/{id}"), Some(messages.text(notice))))
}

fn name_parts(details: &PersonDetails) -> [String; 3] {
    let person = &details.person;
    [person.nom.clone(), person.postnom.clone(), person.prenom.clone()]
}

/// A ruling in words: number, what was decided, who, when and why.
fn ruling_line(messages: &Messages, own: &str, ruling: &PersonRuling) -> (String, String, String) {
    let names = |names: &str| if names.is_empty() { "–".to_owned() } else { names.to_owned() };
    let what = match &ruling.what {
        // Both rows may bear the name that the page has.
        RuledMatter::Same(other) if fold(other) == fold(own) => {
            let rows = ruling.rows.iter().map(|row| words::row_place(messages, row)).collect::<Vec<_>>();
            say!(messages, "desk-ruling-same-name", rows = rows.join(" / "))
        }
        RuledMatter::Same(other) => say!(messages, "desk-ruling-same", names = names(other)),
        RuledMatter::Different(other) => say!(messages, "desk-ruling-different", names = names(other)),
        RuledMatter::Value(field, value) => {
            messages.labelled(&messages.text(&format!("changes-field-{field}")), &messages.day_first(value))
        }
    };
    let facts = [words::moment(messages, &ruling.at), ruling.author.clone(), ruling.reason.clone()];
    let facts = facts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    (ruling.id.clone(), what, facts)
}

fn person(visit: &Visit<'_>, id: &str, fault: String) -> Answered {
    let persons = app::show(&visit.desk.paths.clean, id, None, &visit.access()?)?;
    let messages = visit.messages();
    let (is_single, can_report) = (is_person_id(id), visit.role >= Role::Entry);
    let of_person = persons.first().filter(|_| is_single);
    let heading = match of_person {
        Some(person) => person.name.clone(),
        None => household_heading(messages, id, &persons),
    };
    let reported = of_person.map(|person| super::event::reported_lines(visit, &person.person.person_id)).transpose()?;
    let rulings = match of_person {
        Some(person) => app::rulings_of_person(&visit.desk.paths.raw, &visit.desk.config()?, person)?,
        None => Vec::new(),
    };
    let is_birth_ruled = rulings.iter().any(|own| matches!(&own.what, RuledMatter::Value(field, _) if field == BORN));
    let births = match of_person.filter(|_| !is_birth_ruled) {
        Some(_) => app::other_births(&visit.desk.paths.clean, &visit.desk.paths.raw, &visit.desk.config()?, id)?,
        None => None,
    };
    let rulings = rulings.iter().map(|ruling| ruling_line(messages, &heading, ruling)).collect();
    let headings = ["find-id", "show-relation", "show-sex", "show-born", "show-marital-status", "show-occupation"];
    let former = former_of(visit, id, &persons)?;
    let labels = NAME_PARTS.map(|field| messages.text(&format!("template-column-{field}")));
    let parts = of_person.map(name_parts).unwrap_or_default();
    let fields = labels.into_iter().zip(NAME_PARTS).zip(parts);
    let home = address_of(visit, id, &persons)?;
    let born_since = born_since(visit, id)?;
    let mothers_household = mothers_household(visit, of_person)?;
    let others = app::other_addresses(&visit.desk.paths.clean, &visit.desk.paths.raw, &visit.desk.config()?, id);
    frame::page(&RegisterPage {
        frame: visit.frame("desk-task-search", &format!("bato show {id}")).with_id(id).with_heading(heading),
        id: id.to_owned(),
        persons: persons.iter().filter(|_| is_single).map(|person| section(person, visit.role, messages)).collect(),
        headings: headings.iter().map(|heading| messages.text(heading)).collect(),
        members: persons.iter().filter(|_| !is_single).map(|person| member_line(person, messages)).collect(),
        address: app::address_text(&home, messages),
        address_label: app::address_label(&home, messages),
        // A person who merged with another or was withdrawn has no household of their own.
        other_addresses: others
            .unwrap_or_default()
            .iter()
            .map(|other| other_address(visit, &home.parts, &household_of(&persons), other))
            .collect(),
        other_births: births.as_ref().map(|births| other_births(messages, births)).unwrap_or_default(),
        birth_choices: births.filter(|_| can_report).map(|births| birth_choices(messages, &births)).unwrap_or_default(),
        headless: headless_text(messages, &persons, &former),
        former: former
            .iter()
            .map(|own| former_line(own, messages))
            .chain(born_since.iter().map(|own| child_line(own, messages)))
            .filter(|_| !is_single)
            .collect(),
        mothers_household,
        name_parts: fields.map(|((label, field), value)| (label, field, value)).collect(),
        reported: reported.unwrap_or_default(),
        rulings,
        fault,
        is_single,
        can_report,
    })
}

/// The heading of the page of a household: its head, and its identifier.
fn household_heading(messages: &Messages, id: &str, persons: &[PersonDetails]) -> String {
    let head = persons.iter().find(|person| person.person.relation.as_deref() == Some("head"));
    match head {
        Some(head) => say!(messages, "desk-household-of", name = &head.name, id),
        None => say!(messages, "desk-household-title", id),
    }
}

/// The word of a code of a person, in the form of the sex; "" for none.
fn word(messages: &Messages, column: &str, code: Option<&String>, sex: Option<&String>) -> String {
    code.map(|code| messages.person_value_of(column, code, sex.map(String::as_str))).unwrap_or_default()
}

/// Who died, left or moved away and was counted before in the household, or in that of the person.
fn former_of(visit: &Visit<'_>, id: &str, persons: &[PersonDetails]) -> Result<Vec<FormerMember>> {
    match persons.first() {
        Some(person) => Ok(person.former.clone()),
        None if is_person_id(id) => Ok(Vec::new()),
        None => app::former_members(&visit.desk.paths.clean, id),
    }
}

/// What is said of a household without a head, or of that of a person: who it was, and that another is to be named. ""
/// if it has one.
fn headless_text(messages: &Messages, persons: &[PersonDetails], former: &[FormerMember]) -> String {
    let relations = persons.iter().flat_map(|person| {
        let company = person.company.iter().map(|other| other.relation.as_deref());
        company.chain([person.person.relation.as_deref()])
    });
    if persons.is_empty() && !former.is_empty() {
        return messages.text("desk-household-empty");
    }
    let is_in_household = persons.iter().any(|person| person.person.household_id.is_some());
    if !is_in_household || relations.flatten().any(|relation| relation == "head") {
        return String::new();
    }
    // The only one who died was the head, if nothing says otherwise.
    let head = former.iter().find(|own| own.was_head).or(former.first().filter(|_| former.len() == 1));
    let Some(head) = head else { return messages.text("desk-household-no-head") };
    let since = head.person.status_since.map(|day| messages.date(day)).unwrap_or_default();
    let id = format!("desk-household-head-{}", head.person.status);
    let has_date = if since.is_empty() { "no" } else { "yes" };
    say!(messages, &id, name = head.person.whole_name(), has_date, since, to = destination(messages, head))
}

/// Where a person went who left or moved away, after a blank; "" if no source says it.
fn destination(messages: &Messages, own: &FormerMember) -> String {
    own.went_to.as_ref().map(|place| say!(messages, "event-to", place)).unwrap_or_default()
}

/// The address of a person or of a household; the last one of a household without members.
fn address_of(visit: &Visit<'_>, id: &str, persons: &[PersonDetails]) -> Result<PersonAddress> {
    match persons.first() {
        Some(person) => Ok(person.address.clone()),
        None if is_person_id(id) => Ok(PersonAddress::default()),
        None => app::last_address(&visit.desk.paths.clean, id),
    }
}

/// What became of a person who is in the household no more, with the place and the day.
fn former_status(messages: &Messages, own: &FormerMember) -> String {
    let status = match own.person.status.as_str() {
        "resident" => messages.text("desk-household-moved"),
        status => messages.person_value_of("status", status, own.person.sex.as_deref()),
    };
    let since = own.person.status_since.map(|day| format!(" ({})", messages.date(day)));
    format!("{status}{}{}", destination(messages, own), since.unwrap_or_default())
}

fn former_line(own: &FormerMember, messages: &Messages) -> MemberLine {
    let person = &own.person;
    let sex = person.sex.as_ref();
    let was = if own.was_head { messages.text("desk-household-was-head") } else { String::new() };
    MemberLine {
        id: person.person_id.clone(),
        name: person.whole_name(),
        status: former_status(messages, own),
        status_class: if person.status == "resident" { "warn" } else { words::status_class(&person.status) },
        values: vec![
            person.person_id.clone(),
            was,
            word(messages, "sex", sex, sex),
            app::person_birth(person, messages).unwrap_or_default(),
            word(messages, "marital_status", person.marital_status.as_ref(), sex),
            person.occupation.clone().unwrap_or_default(),
        ],
    }
}

/// The children of a household whom an act alone names; nobody for a person.
fn born_since(visit: &Visit<'_>, id: &str) -> Result<Vec<BornSince>> {
    if is_person_id(id) { Ok(Vec::new()) } else { app::born_since(&visit.desk.paths.clean, id) }
}

/// The household of the mother of a child whom no fiche names: its identifier, its head and its address.
fn mothers_household(visit: &Visit<'_>, person: Option<&PersonDetails>) -> Result<Option<(String, String)>> {
    let Some(person) = person.filter(|own| own.person.status == "birth_only") else { return Ok(None) };
    let found = app::mothers_household(&visit.desk.paths.clean, &person.person.person_id)?;
    let in_words = |home: MothersHousehold| {
        let parts = std::iter::once(home.head).chain(home.address).filter(|part| !part.is_empty());
        let text = parts.chain([home.id.clone()]).collect::<Vec<_>>().join(", ");
        (home.id, text)
    };
    Ok(found.map(in_words))
}

/// A child whom an act alone names, among the members of the mother's household.
fn child_line(own: &BornSince, messages: &Messages) -> MemberLine {
    let person = &own.person;
    MemberLine {
        id: person.person_id.clone(),
        name: person.whole_name(),
        status: messages.person_value_of("status", &person.status, person.sex.as_deref()),
        status_class: words::status_class(&person.status),
        values: vec![
            person.person_id.clone(),
            messages.text("desk-household-born-since"),
            word(messages, "sex", person.sex.as_ref(), None),
            app::person_birth(person, messages).unwrap_or_default(),
            String::new(),
            String::new(),
        ],
    }
}

fn member_line(details: &PersonDetails, messages: &Messages) -> MemberLine {
    let person = &details.person;
    MemberLine {
        id: person.person_id.clone(),
        name: details.name.clone(),
        status: messages.person_value_of("status", &person.status, person.sex.as_deref()),
        status_class: words::status_class(&person.status),
        values: vec![
            person.person_id.clone(),
            word(messages, "relation", person.relation.as_ref(), person.sex.as_ref()),
            word(messages, "sex", person.sex.as_ref(), None),
            app::person_birth(person, messages).unwrap_or_default(),
            word(messages, "marital_status", person.marital_status.as_ref(), person.sex.as_ref()),
            person.occupation.clone().unwrap_or_default(),
        ],
    }
}

/// The days of birth beside that of the register, in words.
fn other_births(messages: &Messages, births: &app::OtherBirths) -> Vec<String> {
    let line = |(day, row): &(NaiveDate, app::RowPlace)| {
        let (day, own) = (shown_day(messages, *day), shown_day(messages, births.own));
        say!(messages, "desk-other-birth", day, own, row = words::row_place(messages, row))
    };
    births.others.iter().map(line).collect()
}

fn shown_day(messages: &Messages, day: NaiveDate) -> String {
    messages.birth_date(day, "day")
}

fn birth_choices(messages: &Messages, births: &app::OtherBirths) -> Vec<(String, String)> {
    let days = std::iter::once(births.own).chain(births.others.iter().map(|(day, _)| *day));
    days.map(|day| (day.to_string(), say!(messages, "desk-other-birth-right", day = shown_day(messages, day))))
        .collect()
}

/// Writes which day of birth is right, as a ruling on a value.
fn settle_birth(visit: &Visit<'_>, id: &str) -> Answered {
    visit.require(Role::Entry)?;
    let (config, paths, messages) = (visit.desk.config()?, &visit.desk.paths, visit.messages());
    let signature = visit.signature(&messages.text("desk-other-birth-reason"));
    let value = visit.form.get("naissance").to_owned();
    let request = app::DecisionRequest::NewValue { who: id.to_owned(), field: BORN.to_owned(), value };
    match app::decide(&paths.clean, &paths.raw, &config, &request, &signature, &visit.access()?) {
        Ok(_) => {
            let notice = messages.text("desk-other-birth-settled");
            Ok(visit.see_other(format!("/personne/{id}"), Some(notice)))
        }
        Err(fault) => person(visit, id, words::error(messages, &fault)),
    }
}

/// An address beside that of the household, in words, and what settles it.
fn other_address(
    visit: &Visit<'_>,
    home: &[String; 3],
    (head, n): &(String, usize),
    other: &app::OtherAddress,
) -> OtherAddressLine {
    let messages = visit.messages();
    let in_words =
        |parts: &[String; 3]| parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let choice = |parts: &[String; 3]| {
        let text = say!(messages, "desk-other-address-right", address = in_words(parts), head, n = *n);
        (parts.join("|"), text)
    };
    let (names, row) = (other.names.join(", "), words::row_place(messages, &other.row));
    OtherAddressLine {
        text: say!(messages, "desk-other-address", address = in_words(&other.parts), names, row),
        path: if visit.role == Role::Reading { String::new() } else { row_path(&other.row, "adresse") },
        choices: if visit.role == Role::Reading { Vec::new() } else { vec![choice(home), choice(&other.parts)] },
    }
}

/// The head of a household, or its first member, and the number of its members. An address is that of all of them.
fn household_of(persons: &[PersonDetails]) -> (String, usize) {
    let own = persons.iter().map(|person| (person.person.relation.as_deref(), &person.name));
    let company = persons.iter().take(1).filter(|_| persons.len() == 1).flat_map(|person| &person.company);
    let all: Vec<_> = own.chain(company.map(|other| (other.relation.as_deref(), &other.name))).collect();
    let head = all.iter().find(|(relation, _)| *relation == Some("head")).or(all.first());
    (head.map(|(_, name)| (*name).clone()).unwrap_or_default(), all.len())
}

/// Corrects the cells that give another address than the one that the agent says is right.
fn settle_address(visit: &Visit<'_>, id: &str) -> Answered {
    let (config, paths, messages) = (visit.desk.config()?, &visit.desk.paths, visit.messages());
    visit.require(Role::Entry)?;
    let parts: Vec<String> = visit.form.get("adresse").split('|').map(str::to_owned).collect();
    let Ok(right) = <[String; 3]>::try_from(parts) else { return Err(no_page()) };
    let signature = visit.signature(&messages.text("desk-other-address-reason"));
    let worker = (&config, host::worker());
    let (raw, clean) = (&paths.raw, &paths.clean);
    match app::settle_address(clean, raw, worker, (id, &right), &signature, &visit.access()?) {
        Ok(settled) if settled.n_left_out > 0 => {
            let notice = say!(messages, "desk-other-address-left-out", n = settled.n_left_out);
            Ok(visit.see_other(format!("/personne/{id}"), Some(notice)))
        }
        Ok(app::SettledAddress { corrections: corrected, .. }) => {
            let place = |own: &CellCorrection| {
                let file = words::file_words(messages, &own.file);
                messages.labelled(&file, &words::cell_place(messages, &own.sheet, own.row, own.column))
            };
            let places = corrected.iter().map(place).collect::<Vec<_>>().join(" ; ");
            let notice = say!(messages, "desk-other-address-settled", n = corrected.len(), places);
            Ok(visit.see_other(format!("/personne/{id}"), Some(notice)))
        }
        Err(fault) => person(visit, id, words::error(messages, &fault)),
    }
}

/// The page of a row in its sheet.
fn row_path(place: &app::RowPlace, cell: &str) -> String {
    let (file, sheet) = (words::file_path(&place.file), words::encoded(&place.sheet));
    format!("{file}&onglet={sheet}&ligne={}&champ={cell}", place.row)
}

/// A cell of a row with its label, a date with the day first.
fn cell_words(messages: &Messages, label: &str, text: &str) -> String {
    let is_moment = text.len() >= 19 && chrono::DateTime::parse_from_rfc3339(text).is_ok();
    let text = if is_moment { words::moment(messages, text) } else { messages.day_first(text) };
    messages.labelled(label, &text)
}

fn parent_line(messages: &Messages, parent: &ActParent) -> (String, String, String) {
    let label = messages.text(&format!("field-{}", parent.relation));
    (label, parent.name.clone(), parent.person_id.clone().unwrap_or_default())
}

fn section(details: &PersonDetails, role: Role, messages: &Messages) -> RegisterSection {
    let row = |row: &app::PersonSource| {
        let cells: Vec<String> =
            app::labelled_cells(row, messages).iter().map(|(label, text)| cell_words(messages, label, text)).collect();
        SourceLine {
            place: words::row_place(messages, &row.place),
            outcome: messages.text(&format!("outcome-{}", row.outcome)),
            cells: cells.join(" · "),
            path: match role {
                Role::Reading => String::new(),
                _ => row_path(&row.place, "nom"),
            },
        }
    };
    let member = |other: &app::HouseholdMember| {
        (
            other.person_id.clone(),
            other.name.clone(),
            word(messages, "relation", other.relation.as_ref(), other.sex.as_ref()),
        )
    };
    // The page shows these as links, and the status beside the name.
    let linked =
        ["show-company", "show-household", "show-status", "field-father", "field-mother"].map(|id| messages.text(id));
    let mut values = app::person_values(details, messages);
    values.retain(|(label, _)| !linked.contains(label));
    RegisterSection {
        id: details.person.person_id.clone(),
        status: messages.person_value_of("status", &details.person.status, details.person.sex.as_deref()),
        status_class: words::status_class(&details.person.status),
        household: details.person.household_id.clone().or_else(|| details.last_household.clone()),
        household_label: messages.text(match details.last_household {
            Some(_) => "desk-person-last-household",
            None => "show-household",
        }),
        company: details.company.iter().map(member).collect(),
        parents: details.parents.iter().map(|parent| parent_line(messages, parent)).collect(),
        values,
        rows: details.rows.iter().map(row).collect(),
        history: app::person_history_with(details, messages, &|place, _| words::row_place(messages, place)),
    }
}

#[derive(Template)]
#[template(path = "extract.html", config = "src/desk/askama.toml")]
struct ExtractPage<'v> {
    frame: PageFrame<'v>,
    id: String,
    is_single: bool,
    commune: String,
    address: String,
    address_label: String,
    /// The number of the look-up, when and by whom.
    look_up: String,
    headings: Vec<String>,
    rows: Vec<ExtractRow>,
    /// What is said of a household without a head; "" if it has one.
    headless: String,
}

struct ExtractRow {
    id: String,
    name: String,
    /// By heading.
    values: Vec<String>,
}

/// What is printed of a person names no other; that of a household is a table with the head first.
fn extract(visit: &Visit<'_>, id: &str) -> Answered {
    let access = visit.access()?;
    let (persons, number) = app::extract(&visit.desk.paths.clean, id, &access)?;
    let messages = visit.messages();
    let is_single = is_person_id(id);
    let (former, born_since) = (former_of(visit, id, &persons)?, born_since(visit, id)?);
    let headings = ["show-relation", "show-sex", "desk-paper-born"];
    let headings = headings.into_iter().chain(["show-marital-status", "show-occupation", "show-act", "show-status"]);
    let mut headings: Vec<String> = headings.map(|heading| messages.text(heading)).collect();
    if let Some(own) = persons.first().filter(|_| is_single) {
        let parents = own.parents.iter().map(|parent| messages.text(&format!("field-{}", parent.relation)));
        headings.push(app::address_label(&own.address, messages));
        headings.push(messages.text("show-spouse"));
        headings.extend(parents);
    }
    let (at, home) = (messages.date(chrono::Local::now().date_naive()), address_of(visit, id, &persons)?);
    let title = if is_single { "desk-paper-person" } else { "desk-paper-household" };
    frame::page(&ExtractPage {
        frame: visit.frame(title, &format!("bato show {id}")),
        id: id.to_owned(),
        is_single,
        commune: visit.desk.config()?.run.commune,
        address: app::printed_address(&home, messages),
        address_label: app::address_label(&home, messages),
        look_up: say!(messages, "desk-paper-look-up", number = number.to_string(), at, who = access.who()),
        headings,
        headless: headless_text(messages, &persons, &former),
        rows: persons
            .iter()
            .map(|person| extract_row(person, is_single, messages))
            .chain(former.iter().filter(|_| !is_single).map(|own| former_row(own, messages)))
            .chain(born_since.iter().map(|own| child_row(own, messages)))
            .collect(),
    })
}

fn extract_row(details: &PersonDetails, is_single: bool, messages: &Messages) -> ExtractRow {
    let person = &details.person;
    let born = [app::person_birth(person, messages), person.birth_place.clone()];
    let mut values = vec![
        word(messages, "relation", person.relation.as_ref(), person.sex.as_ref()),
        word(messages, "sex", person.sex.as_ref(), None),
        born.into_iter().flatten().collect::<Vec<_>>().join(", "),
        word(messages, "marital_status", person.marital_status.as_ref(), person.sex.as_ref()),
        person.occupation.clone().unwrap_or_default(),
        app::act_text(person.birth_act.as_ref(), details.act_year, messages),
        messages.person_value_of("status", &person.status, person.sex.as_deref()),
    ];
    if is_single {
        values.push(app::printed_address(&details.address, messages));
        values.push(details.spouse_death.as_ref().map(|own| app::spouse_death(own, messages)).unwrap_or_default());
        values.extend(details.parents.iter().map(|parent| parent.name.clone()));
    }
    ExtractRow { id: person.person_id.clone(), name: details.name.clone(), values }
}

/// A member who died or left, on the printed fiche of a household.
fn former_row(own: &FormerMember, messages: &Messages) -> ExtractRow {
    printed_row(former_line(own, messages), &own.person, own.act_year, messages)
}

/// A child whom an act alone names, on the printed fiche of the mother's household.
fn child_row(own: &BornSince, messages: &Messages) -> ExtractRow {
    printed_row(child_line(own, messages), &own.person, own.act_year, messages)
}

/// The row of the printed fiche of a household for a line of its page.
fn printed_row(line: MemberLine, person: &PersonRow, act_year: Option<i32>, messages: &Messages) -> ExtractRow {
    let born = [app::person_birth(person, messages), person.birth_place.clone()];
    let [_, was, sex, _, marital_status, occupation] = <[String; 6]>::try_from(line.values).unwrap_or_default();
    let born = born.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let act = app::act_text(person.birth_act.as_ref(), act_year, messages);
    ExtractRow {
        id: line.id,
        name: line.name,
        values: vec![was, sex, born, marital_status, occupation, act, line.status],
    }
}
