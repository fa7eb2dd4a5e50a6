//! `bato show`: one person with rows and the weight of each comparison, on the terminal or as a page.

use std::path::Path;

use bato::app::{self, Shown};
use bato::error::Error;
use bato::messages::{Fact, Messages};
use bato::review::{Pair, page};
use bato::store::PersonRow;

use super::args::Args;
use super::{DONE, Terminal, find};

/// Columns of a bar.
const BAR: f64 = 9.0;

/// What was typed after the command.
pub(super) struct Wanted<'a> {
    pub(super) id: &'a str,
    pub(super) html: Option<&'a Path>,
    pub(super) history: bool,
    pub(super) generation: Option<u64>,
    pub(super) why: Option<&'a str>,
    /// Whether the weight of each comparison is shown.
    pub(super) details: bool,
}

pub(super) fn show(args: &Args, wanted: &Wanted<'_>, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let Wanted { id, html, history, generation, why, details } = *wanted;
    let shown = app::show_in(&app::generation(&args.clean, generation)?, id)?;
    find::logged(args, "show", id, shown.len() as u64, why)?;
    if let Some(path) = html {
        let persons: Vec<page::Person<'_>> = shown.iter().map(|person| of_page(person, messages)).collect();
        app::write_page(path, &page::html(&persons, id, messages))?;
        terminal.print(&messages.say("show-written", &[("path", Fact::from(path.display().to_string()))]));
        return Ok(DONE);
    }
    let of_person = |person: &Shown| if history { told(person, messages) } else { text(person, details, messages) };
    let texts: Vec<String> = shown.iter().map(of_person).collect();
    terminal.print(&texts.join("\n\n"));
    Ok(DONE)
}

/// The birth date as precise as it is known.
pub(super) fn born(person: &PersonRow, messages: &Messages) -> Option<String> {
    person.born_on.map(|day| messages.birth_date(day, &person.born_on_precision))
}

/// What happened to a person, in one line.
fn events(shown: &Shown, messages: &Messages) -> String {
    let told = shown.events.iter().map(|event| {
        let effect = match event.effect.as_str() {
            "holds" => String::new(),
            other => messages.text(&format!("event-effect-{other}")),
        };
        let facts = [
            ("event", Fact::from(messages.text(&format!("template-event-{}", event.event)))),
            ("on", event.event_on.map_or_else(|| "–".to_owned(), |day| messages.date(day)).into()),
            ("effect", effect.into()),
        ];
        messages.say("event-line", &facts)
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The values of a person, each under its word.
fn values(shown: &Shown, messages: &Messages) -> Vec<(String, String)> {
    let person = &shown.person;
    let born = born(person, messages);
    let company: Vec<String> = shown.company.iter().map(|(id, name)| format!("{name} ({id})")).collect();
    let word = |column: &str, code: &Option<String>| code.as_ref().map(|code| messages.person_value(column, code));
    let seen = person.first_seen.zip(person.last_seen).map(|(first, last)| format!("{first} – {last}"));
    let all = [
        ("show-status", Some(messages.text(&format!("status-{}", person.status)))),
        ("show-events", Some(events(shown, messages))),
        ("show-sex", word("sex", &person.sex)),
        ("show-born", born),
        ("show-born-at", person.birth_place.clone()),
        ("show-address", Some(shown.address.join(", "))),
        ("show-relation", word("relation", &person.relation)),
        ("show-act", person.birth_act.clone()),
        ("show-seen", seen),
        ("show-household", person.household_id.clone()),
        ("show-company", Some(company.join("; "))),
        ("show-former", Some(shown.former_ids.join(", "))),
    ];
    let filled = all.into_iter().filter_map(|(id, value)| Some((messages.text(id), value.filter(|v| !v.is_empty())?)));
    filled.collect()
}

/// What was known of a person when, and from which cell.
fn told(shown: &Shown, messages: &Messages) -> String {
    let (generation, day) = &shown.since;
    let when = |generation: i32, day: &Option<String>| {
        let day = day.as_deref().unwrap_or("–");
        messages.say("history-when", &[("generation", Fact::from(generation.to_string())), ("day", day.into())])
    };
    let mut lines = vec![format!("{}  {}", shown.person.person_id, shown.name)];
    lines.push(format!("  {}  {}", when(*generation, day), messages.text("history-registered")));
    for (day, row) in &shown.history {
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| messages.text("changes-blank"));
        let said = match row.field.as_str() {
            "back" => messages.text("history-back"),
            "withdrawn" => reason(row.after.as_deref().unwrap_or(""), messages),
            "merged" => messages.say("history-merged", &[("id", Fact::from(or_none(&row.before)))]),
            field => {
                let of = |value: &Option<String>| value.clone().unwrap_or_default();
                messages.changed_value(field, &of(&row.before), &of(&row.after))
            }
        };
        lines.push(format!("  {}  {said}", when(row.generation, day)));
        if let (Some(file), Some(number)) = (&row.file, row.row) {
            let sheet = row.sheet.clone().unwrap_or_default();
            let column = row.column.clone().unwrap_or_default();
            let cell = if sheet.is_empty() {
                format!("{file}:{column}{number}")
            } else {
                format!("{file}:{sheet}!{column}{number}")
            };
            lines.push(format!("      {}", messages.say("history-from", &[("cell", Fact::from(cell))])));
        }
    }
    lines.join("\n")
}

/// FieldReason a person is no longer in the register.
pub(super) fn reason(code: &str, messages: &Messages) -> String {
    messages.say("history-withdrawn", &[("why", Fact::from(messages.code("withdrawn", code)))])
}

fn text(shown: &Shown, details: bool, messages: &Messages) -> String {
    let mut lines = vec![format!("{}  {}", shown.person.person_id, shown.name)];
    if let Some(gone) = &shown.withdrawn {
        lines.push(format!("  {}", reason(&gone.reason, messages)));
        let facts = [
            ("generation", Fact::from(gone.withdrawn_in.to_string())),
            ("cell", place(&(gone.file.clone(), gone.sheet.clone(), gone.row)).into()),
        ];
        lines.push(format!("  {}", messages.say("withdrawn-since", &facts)));
    }
    lines.extend(
        values(shown, messages).into_iter().map(|(word, value)| format!("  {}", messages.labelled(&word, &value))),
    );
    lines.push(String::new());
    lines.push(messages.say("show-rows", &[("n", Fact::from(shown.rows.len()))]));
    for row in &shown.rows {
        let cells: Vec<String> = row.typed.iter().map(|(column, text)| format!("{column}={text}")).collect();
        lines.push(format!("  {}  [{}]", place(&row.place), messages.text(&format!("outcome-{}", row.outcome))));
        lines.push(format!("    {}", cells.join(" | ")));
    }
    let links = if details { "show-links-details" } else { "show-links" };
    for (title, pairs) in [(links, &shown.links), ("show-not-joined", &shown.not_joined)] {
        if !pairs.is_empty() {
            lines.push(String::new());
            lines.push(messages.text(title));
        }
        lines.extend(pairs.iter().map(|pair| waterfall(pair, details, messages)));
    }
    lines.join("\n")
}

fn place((file, sheet, row): &(String, String, i64)) -> String {
    if sheet.is_empty() { format!("{file}:{row}") } else { format!("{file}:{sheet}!{row}") }
}

/// A line for each comparison, with how strongly it speaks for or against; with `details`, also the weight of each, from
/// the odds before to the odds after.
fn waterfall(pair: &Pair, details: bool, messages: &Messages) -> String {
    let [a, b] = [&pair.sides[0], &pair.sides[1]].map(|side| place(&(side.file.clone(), side.sheet.clone(), side.row)));
    let mut lines = vec![format!("  {a}\n  {b}")];
    let mut steps = page::steps(pair, messages);
    if !details {
        // The first step is the odds before any comparison: a number without words.
        steps.remove(0);
    }
    let most = steps.iter().map(|step| step.weight.abs()).fold(1.0, f64::max);
    for step in &steps {
        let length = (step.weight.abs() / most * BAR).round() as usize;
        let (left, right) = if step.weight < 0.0 { (length, 0) } else { (0, length) };
        let label = &step.label;
        let (left, right) = ("█".repeat(left), "█".repeat(right));
        let number = if details { format!("{:>7} ", messages.decimal(step.weight, 1)) } else { String::new() };
        lines.push(format!("    {label:<46}{number}{left:>9.9}|{right:<9.9} {}", step.strength));
    }
    let facts = [
        ("weight", Fact::from(messages.decimal(pair.weight, 1))),
        ("probability", messages.percent(pair.probability).into()),
        ("decided", messages.text(&format!("decided-{}", pair.decided_by)).into()),
    ];
    lines.push(format!("    {}", messages.say(if details { "show-sum" } else { "show-result" }, &facts)));
    lines.join("\n")
}

fn of_page<'s>(shown: &'s Shown, messages: &Messages) -> page::Person<'s> {
    page::Person {
        id: &shown.person.person_id,
        name: &shown.name,
        values: values(shown, messages),
        rows: shown
            .rows
            .iter()
            .map(|row| (place(&row.place), messages.text(&format!("outcome-{}", row.outcome)), row.typed.clone()))
            .collect(),
        links: &shown.links,
        not_joined: &shown.not_joined,
    }
}
