//! Events at the counter: an agent reports a death, a departure, an arrival, a move or a marriage of a person.

use askama::Template;
use bato::app::{self, Counter, EventCheck, EventDoubt, EventOutcome, EventReport, ReportedEvent};
use bato::error::Result;
use bato::messages::{Messages, say};
use bato::record::EventKind;
use bato::store::PersonRow;
use chrono::Datelike;

use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

#[derive(Template)]
#[template(path = "event.html", config = "src/desk/askama.toml")]
struct EventPage<'v> {
    frame: PageFrame<'v>,
    id: String,
    status: String,
    status_class: &'static str,
    fault: String,
    impossible: Vec<String>,
    /// What may be wrong: the agent confirms it.
    doubts: Vec<String>,
    /// What becomes of the household; "" for nothing.
    note: String,
    /// Code and word of each kind of event.
    kinds: Vec<(&'static str, String)>,
    /// Code and word of the kind that is reported; `None` before it is chosen.
    kind: Option<(&'static str, String)>,
    asks_quartier: bool,
    /// Whether the quartier that was typed is not one of the commune's.
    is_quartier_wrong: bool,
    asks_elsewhere: bool,
    elsewhere_note: String,
    asks_spouse: bool,
    /// The other members of the household, whom the agent may tick; none if nobody goes along.
    along: Vec<MemberChoice>,
    /// The choice that the whole household goes along, and whether it is made.
    all_label: String,
    all_go: bool,
    quartiers: Vec<String>,
    /// An example of a date.
    date_note: String,
    /// The year in which a birth is noted.
    year: i32,
    /// The person's quartier; "" if it is not known.
    quartier: String,
    /// What the date is, what the button does, and what the agent confirms.
    date_label: String,
    button: String,
    confirm: String,
    report: EventReport,
    reported: Vec<EventLine>,
}

/// A member of the household who may go along.
struct MemberChoice {
    id: String,
    name: String,
    /// The relation to the head and the birth.
    facts: String,
    is_ticked: bool,
}

/// An event that was reported on the desk, in words.
pub(super) struct EventLine {
    pub(super) id: String,
    /// What happened, and when.
    pub(super) what: String,
    /// The document, who reported it, and when.
    pub(super) facts: String,
    /// What becomes of it.
    pub(super) state: String,
    /// Whether it can be removed again.
    pub(super) can_undo: bool,
    /// What the button does that removes it for all who were noted with it; "" if it was noted for one person.
    pub(super) undo_all: String,
}

/// The page of events of a person: `/evenement?person=P-…`.
pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    if visit.path.len() > 1 {
        return Err(no_page());
    }
    if !visit.is_post {
        let id = visit.query.get("person");
        if id.is_empty() {
            return Err(no_page());
        }
        let kind = EventKind::from_code(visit.query.get("nature"));
        return event_page(visit, &report_of(visit, id), kind, None, String::new());
    }
    let id = visit.form.get("personne");
    let (event, of_all) = (visit.form.get("annuler"), visit.form.get("annuler-tous"));
    if !event.is_empty() || !of_all.is_empty() {
        let undone = if of_all.is_empty() {
            at_counter(visit, |counter| counter.undo(id, event))
        } else {
            at_counter(visit, |counter| counter.undo_for_all(id, of_all)).map(|()| Vec::new())
        };
        return match undone {
            Ok(others) => {
                let (n, names) = (others.len() as u64, others.join(", "));
                let notice = say!(visit.messages(), "desk-event-undone", n, names);
                let to_person = visit.form.get("retour") == "personne";
                let path = if to_person { "/personne/" } else { "/evenement?person=" };
                Ok(visit.see_other(format!("{path}{}", plain(id)), Some(notice)))
            }
            Err(error) => {
                let fault = visit.messages().error(&error).to_string();
                event_page(visit, &report_of(visit, id), None, None, fault)
            }
        };
    }
    let report = report_of(visit, id);
    let Some(kind) = EventKind::from_code(visit.form.get("nature")) else {
        return event_page(visit, &report, None, None, String::new());
    };
    let along = who_goes_along(visit, kind, id)?;
    let is_confirmed = visit.form.get("confirme") == "oui";
    match at_counter(visit, |counter| counter.report_with(&report, &along, is_confirmed))? {
        EventOutcome::Written(_) => {
            let event = visit.messages().text(&format!("template-event-{}", report.kind.code()));
            let notice = say!(visit.messages(), "desk-event-written", event, n = along.len() + 1);
            Ok(visit.see_other(format!("/personne/{}", plain(id)), Some(notice)))
        }
        EventOutcome::Refused(checks) => event_page(visit, &report, Some(kind), Some(&checks), String::new()),
    }
}

/// Whether members of the household may have had the same event.
fn may_go_along(kind: EventKind) -> bool {
    matches!(kind, EventKind::Move | EventKind::Departure)
}

/// The members who go along: all of the household, or those whom the agent ticked.
fn who_goes_along(visit: &Visit<'_>, kind: EventKind, id: &str) -> Result<Vec<String>> {
    if !may_go_along(kind) {
        return Ok(Vec::new());
    }
    if visit.form.get("tous") != "oui" {
        return Ok(visit.form.all("avec").map(str::to_owned).collect());
    }
    let members = at_counter(visit, |counter| counter.household_members(&counter.subject(id)?))?;
    Ok(members.into_iter().map(|member| member.person_id).collect())
}

/// An identifier as a path may hold it.
fn plain(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

fn at_counter<T>(visit: &Visit<'_>, act: impl FnOnce(&Counter<'_>) -> Result<T>) -> Result<T> {
    let (access, config) = (visit.access()?, visit.desk.config()?);
    let paths = &visit.desk.paths;
    let today = host::today(&config);
    act(&Counter { clean: &paths.clean, raw: &paths.raw, config: &config, today, access: &access })
}

fn report_of(visit: &Visit<'_>, id: &str) -> EventReport {
    let text = |name: &str| visit.form.get(name).to_owned();
    EventReport {
        person_id: id.to_owned(),
        kind: EventKind::from_code(visit.form.get("nature")).unwrap_or(EventKind::Death),
        on: text("date"),
        to_quartier: text("quartier"),
        to_avenue: text("avenue"),
        to_parcel: text("parcelle"),
        elsewhere: text("ailleurs"),
        spouse: text("conjoint"),
        document: text("document"),
    }
}

/// Those of these persons for whom an event waits for the next import.
pub(super) fn with_waiting_event(visit: &Visit<'_>, ids: &[&str]) -> Result<Vec<String>> {
    if ids.is_empty() { Ok(Vec::new()) } else { at_counter(visit, |counter| counter.with_waiting_event(ids)) }
}

/// The events of a person that were reported on the desk.
pub(super) fn reported_lines(visit: &Visit<'_>, id: &str) -> Result<Vec<EventLine>> {
    let reported = at_counter(visit, |counter| counter.reported(id))?;
    Ok(reported.iter().map(|event| event_line(visit.messages(), event)).collect())
}

fn event_line(messages: &Messages, event: &ReportedEvent) -> EventLine {
    let document = match event.document.as_str() {
        "" => String::new(),
        document => say!(messages, "desk-event-document-is", document),
    };
    let by = [document, event.by.clone(), words::moment(messages, &event.at)];
    let state = if event.is_in_register { "desk-event-in-register" } else { "desk-event-waits" };
    EventLine {
        id: event.id.clone(),
        what: {
            let to = [&event.to_quartier].into_iter().chain(&event.to_house).map(String::as_str);
            let to = to.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            let to = if to.is_empty() { to } else { say!(messages, "event-to", place = to) };
            let details = event.details.join(", ");
            let details = if details.is_empty() { details } else { format!("({details})") };
            let parts = [event.event.as_str(), &event.on, to.trim(), &details];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        },
        facts: by.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        state: messages.text(state),
        can_undo: !event.is_in_register,
        undo_all: match event.n_others {
            0 => String::new(),
            n => say!(messages, "desk-event-undo-all", n = n + 1),
        },
    }
}

fn event_page(
    visit: &Visit<'_>,
    report: &EventReport,
    kind: Option<EventKind>,
    checks: Option<&[EventCheck]>,
    fault: String,
) -> Answered {
    let (person, reported, members) = at_counter(visit, |counter| {
        let person = counter.subject(&report.person_id)?;
        let members = counter.household_members(&person)?;
        Ok((person, counter.reported(&report.person_id)?, members))
    })?;
    let checks = checks.unwrap_or_default();
    let check = checks.first();
    let messages = visit.messages();
    let asks = |kinds: &[EventKind]| kind.is_some_and(|kind| kinds.contains(&kind));
    // What is said of a member who goes along names them.
    let in_words = |doubts_of: fn(&EventCheck) -> &[EventDoubt]| -> Vec<String> {
        let of_check = |(place, check): (usize, &EventCheck)| {
            let line = |doubt: &EventDoubt| match place {
                0 => doubt_text(messages, doubt),
                _ => messages.labelled(&check.person.whole_name(), &doubt_text(messages, doubt)),
            };
            doubts_of(check).iter().map(line).collect::<Vec<_>>()
        };
        let mut lines: Vec<String> = checks.iter().enumerate().flat_map(of_check).collect();
        // What is said of the date or the quartier is the same for all.
        let of_first: Vec<String> =
            check.iter().flat_map(|own| doubts_of(own)).map(|own| doubt_text(messages, own)).collect();
        let repeats = |line: &String| of_first.iter().any(|own| line.len() > own.len() && line.ends_with(own.as_str()));
        lines.retain(|line| !repeats(line));
        lines
    };
    let in_word = |kind: &EventKind| (kind.code(), messages.text(&format!("template-event-{}", kind.code())));
    let of_kind = |id: &str| kind.map(|kind| messages.text(&format!("{id}-{}", kind.code()))).unwrap_or_default();
    let is_doubted = |code: &str| check.is_some_and(|check| check.doubts.iter().any(|doubt| doubt.code == code));
    let has_nothing = is_doubted("no-document") && is_doubted("no-date");
    let leaves = asks(&[EventKind::Death, EventKind::Departure, EventKind::Move]);
    let goes_along = kind.is_some_and(may_go_along);
    let choice = |member: &PersonRow| MemberChoice {
        id: member.person_id.clone(),
        name: member.whole_name(),
        facts: member_facts(messages, member),
        is_ticked: visit.form.all("avec").any(|id| id == member.person_id),
    };
    let has_members = !members.is_empty();
    let is_head = person.relation.as_deref() == Some("head") && person.household_id.is_some();
    // Who lives in the commune does not arrive.
    let is_offered = |own: &&EventKind| {
        **own != EventKind::Arrival || person.status != "resident" || kind == Some(EventKind::Arrival)
    };
    let today = host::today(&visit.desk.config()?);
    frame::page(&EventPage {
        frame: visit.frame("desk-event-report", "bato template events").with_heading(say!(
            messages,
            "desk-event-title",
            name = person.whole_name()
        )),
        status: messages.person_value_of("status", &person.status, person.sex.as_deref()),
        status_class: words::status_class(&person.status),
        id: person.person_id.clone(),
        fault,
        impossible: in_words(|check| &check.impossible),
        doubts: in_words(|check| &check.doubts),
        kinds: EventKind::ALL.iter().filter(is_offered).map(in_word).collect(),
        note: match kind {
            Some(EventKind::Move) if is_head && has_members => messages.text("desk-event-of-head-move"),
            _ if is_head && leaves && has_members => messages.text("desk-event-of-head"),
            _ => String::new(),
        },
        all_label: say!(messages, "desk-event-all", n = members.len() + 1),
        all_go: visit.form.get("tous") == "oui",
        along: members.iter().filter(|_| goes_along).map(choice).collect(),
        year: today.year(),
        quartier: person.quartier.clone().unwrap_or_default(),
        date_note: say!(messages, "desk-event-date-note", date = today.format("%d/%m/%Y").to_string()),
        kind: kind.as_ref().map(in_word),
        is_quartier_wrong: check.is_some_and(|own| own.impossible.iter().any(|own| own.code == "unknown-quartier")),
        asks_quartier: asks(&[EventKind::Arrival, EventKind::Move]),
        asks_elsewhere: asks(&[EventKind::Arrival, EventKind::Departure]),
        elsewhere_note: messages.text(if kind == Some(EventKind::Arrival) {
            "desk-event-from"
        } else {
            "desk-event-to"
        }),
        asks_spouse: asks(&[EventKind::Marriage]),
        quartiers: app::quartier_names(&visit.desk.paths.raw).unwrap_or_default(),
        date_label: of_kind("desk-event-date"),
        button: of_kind("desk-event-report"),
        confirm: messages.text(if has_nothing { "desk-event-confirm-nothing" } else { "desk-event-confirm" }),
        report: report.clone(),
        reported: reported.iter().map(|event| event_line(messages, event)).collect(),
    })
}

/// The relation of a member to the head, and the birth.
fn member_facts(messages: &Messages, member: &PersonRow) -> String {
    let relation = member.relation.as_ref();
    let relation = relation.map(|code| messages.person_value_of("relation", code, member.sex.as_deref()));
    [relation, app::person_birth(member, messages)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn doubt_text(messages: &Messages, doubt: &EventDoubt) -> String {
    let value = if doubt.value.is_empty() { "–" } else { &doubt.value };
    let text = say!(messages, &format!("desk-event-doubt-{}", doubt.code), value);
    match doubt.proposed.as_str() {
        "" => text,
        name => format!("{text} {}", say!(messages, "desk-event-proposed", name)),
    }
}
