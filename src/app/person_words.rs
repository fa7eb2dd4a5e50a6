//! Says in words what the register holds about a person.

use crate::messages::{Messages, say};
use crate::record::CorrectedText;
use crate::review::RowPlace;
use crate::store::{EventRow, PersonRow};

use super::birth_act::act_text;
use super::residence::{AddressStanding, PersonAddress};
use super::show::{PersonDetails, PersonSource, SpouseDeath};

/// The birth date, as precise as it is known.
#[must_use]
pub fn person_birth(person: &PersonRow, messages: &Messages) -> Option<String> {
    person.born_on.map(|day| messages.birth_date(day, &person.born_on_precision))
}

/// The label of an address: that of a person who died or left is their last one.
#[must_use]
pub fn address_label(address: &PersonAddress, messages: &Messages) -> String {
    messages.text(address_id(address))
}

fn address_id(address: &PersonAddress) -> &'static str {
    match address.standing {
        AddressStanding::Last => "show-last-address",
        AddressStanding::OfAct => "show-act-address",
        AddressStanding::Current | AddressStanding::Moved => "show-address",
    }
}

/// An address; of a person who moved, the new place, what is not known of it, and the address before.
#[must_use]
pub fn address_text(address: &PersonAddress, messages: &Messages) -> String {
    address_with(address, messages, &|parts| known(parts).cloned().collect::<Vec<_>>().join(", "))
}

/// An address as a printed sheet has it: each part with what it is.
#[must_use]
pub fn printed_address(address: &PersonAddress, messages: &Messages) -> String {
    let in_words = |parts: &[String; 3]| {
        let labelled = ["quartier", "avenue", "parcel"].into_iter().zip(parts).filter(|(_, part)| !part.is_empty());
        labelled.map(|(id, value)| say!(messages, &format!("address-{id}"), value)).collect::<Vec<_>>().join(", ")
    };
    address_with(address, messages, &in_words)
}

fn known(parts: &[String; 3]) -> impl Iterator<Item = &String> {
    parts.iter().filter(|part| !part.is_empty())
}

fn address_with(address: &PersonAddress, messages: &Messages, in_words: &dyn Fn(&[String; 3]) -> String) -> String {
    let place = in_words(&address.parts);
    if address.standing != AddressStanding::Moved {
        return place;
    }
    let before = in_words(&address.before);
    let has_house = address.parts[1..].iter().any(|part| !part.is_empty());
    let text = match (place.is_empty(), has_house) {
        (true, _) => messages.text("address-moved-away"),
        (false, true) => say!(messages, "address-moved-known", place),
        (false, false) => say!(messages, "address-moved", place),
    };
    if before.is_empty() { text } else { say!(messages, "address-with-before", text, before) }
}

fn events(person: &PersonDetails, messages: &Messages) -> String {
    let lines = person.events.iter().map(|event| {
        let effect = match event.effect.as_str() {
            "holds" => String::new(),
            other => messages.text(&format!("event-effect-{other}")),
        };
        let word = messages.text(&format!("template-event-{}", event.event));
        let on = event.event_on.map_or_else(|| "–".to_owned(), |day| messages.date(day));
        let to = event_place(event, messages);
        say!(messages, "event-line", event = word, on, to, effect)
    });
    lines.collect::<Vec<_>>().join("; ")
}

/// Where a person lives since an event, or where they went; "" if the event changes no residence or does not say.
fn event_place(event: &EventRow, messages: &Messages) -> String {
    let other = || event.other.clone().filter(|_| event.event == "departure");
    match event.to_quartier.clone().filter(|_| matches!(event.event.as_str(), "move" | "arrival")).or_else(other) {
        Some(place) => say!(messages, "event-to", place),
        None => String::new(),
    }
}

/// The death of the husband or the wife: the name, the day, and that an event reports it.
#[must_use]
pub fn spouse_death(death: &SpouseDeath, messages: &Messages) -> String {
    let on = death.on.map(|day| messages.date(day)).unwrap_or_default();
    say!(messages, "spouse-died", name = &death.name, has_date = if on.is_empty() { "no" } else { "yes" }, on)
}

/// The parent whom the act names, with the identifier of the only person of the register who it may be.
fn parents(details: &PersonDetails, relation: &str) -> Option<String> {
    let parent = details.parents.iter().find(|parent| parent.relation == relation)?;
    Some(match &parent.person_id {
        Some(id) => format!("{} ({id})", parent.name),
        None => parent.name.clone(),
    })
}

/// What the register holds about a person: labels and values, in words.
#[must_use]
pub fn person_values(details: &PersonDetails, messages: &Messages) -> Vec<(String, String)> {
    let person = &details.person;
    let born = person_birth(person, messages);
    let company: Vec<String> =
        details.company.iter().map(|other| format!("{} ({})", other.name, other.person_id)).collect();
    let sex = person.sex.as_deref();
    let word =
        |column: &str, code: &Option<String>| code.as_ref().map(|code| messages.person_value_of(column, code, sex));
    let seen = person.first_seen.zip(person.last_seen).map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first} – {last}"),
    });
    let all = [
        ("show-status", word("status", &Some(person.status.clone()))),
        ("show-events", Some(events(details, messages))),
        ("show-sex", word("sex", &person.sex)),
        ("show-born", born),
        ("show-born-at", person.birth_place.clone()),
        (address_id(&details.address), Some(address_text(&details.address, messages))),
        ("show-relation", word("relation", &person.relation)),
        ("show-marital-status", word("marital_status", &person.marital_status)),
        ("show-occupation", person.occupation.clone()),
        ("show-spouse", details.spouse_death.as_ref().map(|death| spouse_death(death, messages))),
        (
            "show-act-address",
            details.act_address.as_ref().map(|parts| known(parts).cloned().collect::<Vec<_>>().join(", ")),
        ),
        ("show-act", Some(act_text(person.birth_act.as_ref(), details.act_year, messages))),
        ("field-father", parents(details, "father")),
        ("field-mother", parents(details, "mother")),
        ("show-seen", seen),
        ("show-household", person.household_id.clone()),
        ("show-company", Some(company.join("; "))),
        ("show-former", Some(details.former_ids.join(", "))),
    ];
    let filled = all.into_iter().filter_map(|(id, value)| Some((messages.text(id), value.filter(|v| !v.is_empty())?)));
    filled.collect()
}

/// The history of a person's values, each change with the cell that it came from.
#[must_use]
pub fn person_history(person: &PersonDetails, messages: &Messages) -> Vec<String> {
    person_history_with(person, messages, &|place, column| {
        let sheet = if place.sheet.is_empty() { String::new() } else { format!("{}!", place.sheet) };
        format!("{}:{sheet}{column}{}", place.file, place.row)
    })
}

/// The history of a person's values. `place_words` says the place of a cell: its row, and the letters of its column;
/// "" for the whole row.
#[must_use]
pub fn person_history_with(
    person: &PersonDetails,
    messages: &Messages,
    place_words: &dyn Fn(&RowPlace, &str) -> String,
) -> Vec<String> {
    let when = |generation: i32, day: &Option<String>| {
        let day = day.as_deref().unwrap_or("–");
        let day = day.parse().map_or_else(|_| day.to_owned(), |day| messages.date(day));
        say!(messages, "history-when", generation = generation.to_string(), day)
    };
    let (generation, day) = &person.since;
    let mut lines = vec![format!("{}  {}", when(*generation, day), messages.text("history-registered"))];
    for change in &person.history {
        let row = &change.row;
        let is_out = row.after.as_deref().is_none_or(str::is_empty);
        // Who is in no household has no relation to its head: that is said once.
        if row.field == "relation" && is_out {
            continue;
        }
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| messages.text("changes-blank"));
        let text = match row.field.as_str() {
            "back" => messages.text("history-back"),
            "withdrawn" => withdrawal(row.after.as_deref().unwrap_or(""), messages),
            "merged" => say!(messages, "history-merged", id = or_none(&row.before)),
            "household_id" if is_out => {
                say!(messages, "history-left-household", id = person.household_named(&or_none(&row.before)))
            }
            field => {
                let value = |value: &Option<String>| value.clone().unwrap_or_default();
                let [before, after] = [value(&row.before), value(&row.after)].map(|value| match field {
                    "household_id" => person.household_named(&value),
                    _ => value,
                });
                messages.changed_value(field, &before, &after, person.person.sex.as_deref())
            }
        };
        let mut line = format!("{}  {text}", when(row.generation, &change.day));
        if let (Some(file), Some(number)) = (&row.file, row.row) {
            let place = RowPlace { file: file.clone(), sheet: row.sheet.clone().unwrap_or_default(), row: number };
            let cell = place_words(&place, row.column.as_deref().unwrap_or(""));
            line.push_str(&format!("\n    {}", say!(messages, "history-from", cell)));
        }
        lines.push(line);
    }
    lines
}

/// The text of a cell in its sheet and that of its correction, with its author and day; who confirmed the text, and
/// when.
#[must_use]
pub fn corrected_cell(messages: &Messages, cell: &CorrectedText) -> String {
    let CorrectedText { sheet, text, author, at, confirmed_by, confirmed_at } = cell;
    let blank = |text: &str| if text.is_empty() { messages.text("changes-blank") } else { text.to_owned() };
    let day = |at: &str| {
        at.get(..10).and_then(|day| day.parse().ok()).map_or_else(|| at.to_owned(), |day| messages.date(day))
    };
    let confirmed =
        say!(messages, "cell-confirmed", text = blank(text), author = confirmed_by, day = day(confirmed_at));
    if !cell.is_changed() {
        return confirmed;
    }
    let corrected = say!(messages, "cell-corrected", old = blank(sheet), new = blank(text), author, day = day(at));
    if confirmed_by.is_empty() { corrected } else { format!("{corrected} · {confirmed}") }
}

/// Column letters and text as typed of a row; a corrected cell with its correction and author.
#[must_use]
pub fn person_cells(row: &PersonSource, messages: &Messages) -> Vec<(String, String)> {
    let mut cells = row.cells.clone();
    for (column, cell) in &row.corrected {
        let text = corrected_cell(messages, cell);
        match cells.iter_mut().find(|(own, _)| own == column) {
            Some((_, own)) => *own = text,
            None => cells.push((column.clone(), text)),
        }
    }
    cells.sort_by(|a, b| (a.0.len(), &a.0).cmp(&(b.0.len(), &b.0)));
    cells
}

/// The cells of a row as [`person_cells`] returns them, each with what its column holds where that is known.
#[must_use]
pub fn labelled_cells(row: &PersonSource, messages: &Messages) -> Vec<(String, String)> {
    let label = |letters: String| match row.fields.get(&letters).map(String::as_str) {
        None | Some("" | "other" | "unused") if row.headings.contains_key(&letters) => row.headings[&letters].clone(),
        None | Some("" | "other" | "unused" | "sensitive") => say!(messages, "desk-judge-column", column = letters),
        Some(field) => messages.text(&format!("field-{field}")),
    };
    person_cells(row, messages).into_iter().map(|(letters, text)| (label(letters), text)).collect()
}

/// Why a person is no longer in the register.
#[must_use]
pub fn withdrawal(code: &str, messages: &Messages) -> String {
    say!(messages, "history-withdrawn", why = messages.code("withdrawn", code))
}
