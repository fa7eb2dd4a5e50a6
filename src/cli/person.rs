//! `bato show`: prints one person or household with rows and the weight of each comparison, or writes an HTML page.

use bato::app::{self, PersonDetails};
use bato::error::Error;
use bato::messages::{Messages, say};
use bato::review::{RowPair, RowPlace, page};

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
    let history_text = |person: &PersonDetails| {
        let history = app::person_history(person, messages).join("\n");
        format!("{}\n{history}", heading(person)).replace('\n', "\n  ")
    };
    let text_of = |person: &PersonDetails| {
        if wanted.history { history_text(person) } else { person_text(person, wanted.details, messages) }
    };
    let texts: Vec<String> = persons.iter().map(text_of).collect();
    terminal.print(&texts.join("\n\n"));
    Ok(DONE)
}

fn heading(person: &PersonDetails) -> String {
    format!("{}  {}", person.person.person_id, person.name)
}

fn person_text(person: &PersonDetails, details: bool, messages: &Messages) -> String {
    let mut lines = vec![heading(person)];
    if let Some(row) = &person.withdrawn {
        lines.push(format!("  {}", app::withdrawal(&row.reason, messages)));
        let place = RowPlace { file: row.file.clone(), sheet: row.sheet.clone(), row: row.row };
        let generation = row.withdrawn_in.to_string();
        let since = say!(messages, "withdrawn-since", generation, cell = place.to_string());
        lines.push(format!("  {since}"));
    }
    let labelled = |(word, value): (String, String)| format!("  {}", messages.labelled(&word, &value));
    lines.extend(app::person_values(person, messages).into_iter().map(labelled));
    lines.push(String::new());
    lines.push(say!(messages, "show-rows", n = person.rows.len()));
    for row in &person.rows {
        let cells: Vec<String> =
            app::person_cells(row, messages).into_iter().map(|(column, text)| format!("{column}={text}")).collect();
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
        cells: app::person_cells(row, messages),
    });
    page::PersonPage {
        id: &person.person.person_id,
        name: &person.name,
        values: app::person_values(person, messages),
        rows: rows.collect(),
        links: &person.links,
        not_joined: &person.not_joined,
    }
}
