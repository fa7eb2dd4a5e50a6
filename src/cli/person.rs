//! `bato show`: one person with rows and the weight of each comparison, on the terminal or as an HTML page.

use bato::app::{self, PersonDetails, PersonSource};
use bato::error::Error;
use bato::messages::{Messages, say};
use bato::review::{RowPair, RowPlace, page};
use bato::store::PersonRow;

use super::args::{Args, ShowArgs};
use super::{DONE, Terminal};

/// Length of the longest bar, in characters.
const BAR: f64 = 9.0;

pub(super) fn show(args: &Args, wanted: &ShowArgs, terminal: &Terminal) -> Result<u8, Error> {
    let (messages, id) = (&terminal.messages, &wanted.id);
    let out = wanted.html.as_ref().map(|path| args.outputs([]).file(path)).transpose()?;
    let persons = app::show(&args.clean, id, wanted.generation, &args.access(terminal)?)?;
    if let Some((path, out)) = wanted.html.as_ref().zip(out) {
        let pages: Vec<page::PersonPage<'_>> = persons.iter().map(|person| person_page(person, messages)).collect();
        app::write_page(&args.clean, &out, &page::html(&pages, id, messages))?;
        terminal.print(&say!(messages, "show-written", path));
        return Ok(DONE);
    }
    let text_of = |person: &PersonDetails| {
        if wanted.history { history_text(person, messages) } else { person_text(person, wanted.details, messages) }
    };
    let texts: Vec<String> = persons.iter().map(text_of).collect();
    terminal.print(&texts.join("\n\n"));
    Ok(DONE)
}

/// The birth date, as precise as it is known.
pub(super) fn born(person: &PersonRow, messages: &Messages) -> Option<String> {
    person.born_on.map(|day| messages.birth_date(day, &person.born_on_precision))
}

fn events(person: &PersonDetails, messages: &Messages) -> String {
    let lines = person.events.iter().map(|event| {
        let effect = match event.effect.as_str() {
            "holds" => String::new(),
            other => messages.text(&format!("event-effect-{other}")),
        };
        let word = messages.text(&format!("template-event-{}", event.event));
        let on = event.event_on.map_or_else(|| "–".to_owned(), |day| messages.date(day));
        say!(messages, "event-line", event = word, on, effect)
    });
    lines.collect::<Vec<_>>().join("; ")
}

fn values(details: &PersonDetails, messages: &Messages) -> Vec<(String, String)> {
    let person = &details.person;
    let born = born(person, messages);
    let company: Vec<String> = details.company.iter().map(|(id, name)| format!("{name} ({id})")).collect();
    let word = |column: &str, code: &Option<String>| code.as_ref().map(|code| messages.person_value(column, code));
    let seen = person.first_seen.zip(person.last_seen).map(|(first, last)| format!("{first} – {last}"));
    let all = [
        ("show-status", Some(messages.text(&format!("status-{}", person.status)))),
        ("show-events", Some(events(details, messages))),
        ("show-sex", word("sex", &person.sex)),
        ("show-born", born),
        ("show-born-at", person.birth_place.clone()),
        ("show-address", Some(details.address.join(", "))),
        ("show-relation", word("relation", &person.relation)),
        ("show-act", person.birth_act.clone()),
        ("show-seen", seen),
        ("show-household", person.household_id.clone()),
        ("show-company", Some(company.join("; "))),
        ("show-former", Some(details.former_ids.join(", "))),
    ];
    let filled = all.into_iter().filter_map(|(id, value)| Some((messages.text(id), value.filter(|v| !v.is_empty())?)));
    filled.collect()
}

/// The history of a person's values, each change with the cell that it came from.
fn history_text(person: &PersonDetails, messages: &Messages) -> String {
    let when = |generation: i32, day: &Option<String>| {
        let day = day.as_deref().unwrap_or("–");
        say!(messages, "history-when", generation = generation.to_string(), day)
    };
    let (generation, day) = &person.since;
    let mut lines = vec![heading(person)];
    lines.push(format!("  {}  {}", when(*generation, day), messages.text("history-registered")));
    for change in &person.history {
        let row = &change.row;
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| messages.text("changes-blank"));
        let text = match row.field.as_str() {
            "back" => messages.text("history-back"),
            "withdrawn" => withdrawal(row.after.as_deref().unwrap_or(""), messages),
            "merged" => say!(messages, "history-merged", id = or_none(&row.before)),
            field => {
                let value = |value: &Option<String>| value.clone().unwrap_or_default();
                messages.changed_value(field, &value(&row.before), &value(&row.after))
            }
        };
        lines.push(format!("  {}  {text}", when(row.generation, &change.day)));
        if let (Some(file), Some(number)) = (&row.file, row.row) {
            let sheet = row.sheet.as_deref().filter(|sheet| !sheet.is_empty());
            let sheet = sheet.map(|sheet| format!("{sheet}!")).unwrap_or_default();
            let cell = format!("{file}:{sheet}{}{number}", row.column.as_deref().unwrap_or(""));
            lines.push(format!("      {}", say!(messages, "history-from", cell)));
        }
    }
    lines.join("\n")
}

fn heading(person: &PersonDetails) -> String {
    format!("{}  {}", person.person.person_id, person.name)
}

/// Why a person is no longer in the register.
pub(super) fn withdrawal(code: &str, messages: &Messages) -> String {
    say!(messages, "history-withdrawn", why = messages.code("withdrawn", code))
}

fn person_text(person: &PersonDetails, details: bool, messages: &Messages) -> String {
    let mut lines = vec![heading(person)];
    if let Some(row) = &person.withdrawn {
        lines.push(format!("  {}", withdrawal(&row.reason, messages)));
        let place = RowPlace { file: row.file.clone(), sheet: row.sheet.clone(), row: row.row };
        let generation = row.withdrawn_in.to_string();
        let since = say!(messages, "withdrawn-since", generation, cell = place.to_string());
        lines.push(format!("  {since}"));
    }
    let labelled = |(word, value): (String, String)| format!("  {}", messages.labelled(&word, &value));
    lines.extend(values(person, messages).into_iter().map(labelled));
    lines.push(String::new());
    lines.push(say!(messages, "show-rows", n = person.rows.len()));
    for row in &person.rows {
        let cells: Vec<String> =
            cells(row, messages).into_iter().map(|(column, text)| format!("{column}={text}")).collect();
        lines.push(format!("  {}  [{}]", row.place, messages.text(&format!("outcome-{}", row.outcome))));
        lines.push(format!("    {}", cells.join(" | ")));
    }
    let links = if details { "show-links-details" } else { "show-links" };
    for (title, pairs) in [(links, &person.links), ("show-not-joined", &person.not_joined)] {
        if !pairs.is_empty() {
            lines.push(String::new());
            lines.push(messages.text(title));
        }
        lines.extend(pairs.iter().map(|pair| waterfall(pair, details, messages)));
    }
    lines.join("\n")
}

/// Column letters and text as typed of a row; a corrected cell with its correction and author.
fn cells(row: &PersonSource, messages: &Messages) -> Vec<(String, String)> {
    let mut cells = row.cells.clone();
    for (column, cell) in &row.corrected {
        let text = messages.corrected_cell(&cell.sheet, &cell.text, &cell.author, &cell.at);
        match cells.iter_mut().find(|(own, _)| own == column) {
            Some((_, own)) => *own = text,
            None => cells.push((column.clone(), text)),
        }
    }
    cells.sort_by(|a, b| (a.0.len(), &a.0).cmp(&(b.0.len(), &b.0)));
    cells
}

/// One line for each comparison of a pair: how strongly it speaks for or against. With `details` also the weights, from
/// the prior odds to the sum.
fn waterfall(pair: &RowPair, details: bool, messages: &Messages) -> String {
    let [a, b] = &pair.places;
    let mut lines = vec![format!("  {a}\n  {b}")];
    let mut steps = page::waterfall_steps(pair, messages);
    if !details {
        // The first step is the prior odds: a number without words.
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
    let (weight, probability) = (messages.decimal(pair.weight, 1), messages.percent(pair.probability));
    let decided = messages.text(&format!("decided-{}", pair.decided_by));
    let id = if details { "show-sum" } else { "show-result" };
    let sum = say!(messages, id, weight, probability, decided);
    lines.push(format!("    {sum}"));
    lines.join("\n")
}

fn person_page<'s>(person: &'s PersonDetails, messages: &Messages) -> page::PersonPage<'s> {
    let rows = person.rows.iter().map(|row| page::PageRow {
        place: row.place.to_string(),
        outcome: messages.text(&format!("outcome-{}", row.outcome)),
        cells: cells(row, messages),
    });
    page::PersonPage {
        id: &person.person.person_id,
        name: &person.name,
        values: values(person, messages),
        rows: rows.collect(),
        links: &person.links,
        not_joined: &person.not_joined,
    }
}
