//! `bato show`: one person with rows and the weight of each comparison, on the terminal or as a page.

use std::path::Path;

use bato::error::Error;
use bato::messages::{Fact, Messages};
use bato::pipeline::{self, Shown};
use bato::review::{Pair, page};
use bato::store::PersonRow;

use super::args::Args;
use super::{DONE, Terminal, find};

/// Columns of a bar.
const BAR: f64 = 9.0;

pub(super) fn show(
    args: &Args,
    id: &str,
    html: Option<&Path>,
    why: Option<&str>,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let shown = pipeline::show(&args.clean, id)?;
    find::logged(args, "show", id, shown.len() as u64, why)?;
    if let Some(path) = html {
        let persons: Vec<page::Person<'_>> = shown.iter().map(|person| of_page(person, messages)).collect();
        pipeline::write_page(path, &page::html(&persons, id, messages))?;
        terminal.print(&messages.say("show-written", &[("path", Fact::from(path.display().to_string()))]));
        return Ok(DONE);
    }
    let texts: Vec<String> = shown.iter().map(|person| text(person, messages)).collect();
    terminal.print(&texts.join("\n\n"));
    Ok(DONE)
}

/// The birth date as precise as it is known.
pub(super) fn born(person: &PersonRow, messages: &Messages) -> Option<String> {
    person.born_on.map(|day| match person.born_on_precision.as_str() {
        "day" => messages.date(day),
        "month" => day.format("%m/%Y").to_string(),
        "about" => messages.say("show-about", &[("year", Fact::from(day.format("%Y").to_string()))]),
        _ => day.format("%Y").to_string(),
    })
}

/// The values of a person, each under its word.
fn values(shown: &Shown, messages: &Messages) -> Vec<(String, String)> {
    let person = &shown.person;
    let born = born(person, messages);
    let company: Vec<String> = shown.company.iter().map(|(id, name)| format!("{name} ({id})")).collect();
    let word = |code: &Option<String>, of: &str| {
        code.as_ref().map(|code| {
            let id = format!("{of}-{code}");
            if messages.has(&id) { messages.text(&id) } else { code.clone() }
        })
    };
    let seen = person.first_seen.zip(person.last_seen).map(|(first, last)| format!("{first} – {last}"));
    let all = [
        ("show-sex", person.sex.clone()),
        ("show-born", born),
        ("show-born-at", person.birth_place.clone()),
        ("show-address", Some(shown.address.join(", "))),
        ("show-relation", word(&person.relation, "template-relation")),
        ("show-act", person.birth_act.clone()),
        ("show-seen", seen),
        ("show-household", person.household_id.clone()),
        ("show-company", Some(company.join("; "))),
        ("show-former", Some(shown.former_ids.join(", "))),
    ];
    let filled = all.into_iter().filter_map(|(id, value)| Some((messages.text(id), value.filter(|v| !v.is_empty())?)));
    filled.collect()
}

fn text(shown: &Shown, messages: &Messages) -> String {
    let mut lines = vec![format!("{}  {}", shown.person.person_id, shown.name)];
    lines.extend(values(shown, messages).into_iter().map(|(word, value)| format!("  {word} : {value}")));
    lines.push(String::new());
    lines.push(messages.say("show-rows", &[("n", Fact::from(shown.rows.len()))]));
    for row in &shown.rows {
        let cells: Vec<String> = row.typed.iter().map(|(column, text)| format!("{column}={text}")).collect();
        lines.push(format!("  {}  [{}]", place(&row.place), messages.text(&format!("outcome-{}", row.outcome))));
        lines.push(format!("    {}", cells.join(" | ")));
    }
    for (title, pairs) in [("show-links", &shown.links), ("show-not-joined", &shown.not_joined)] {
        if !pairs.is_empty() {
            lines.push(String::new());
            lines.push(messages.text(title));
        }
        lines.extend(pairs.iter().map(|pair| waterfall(pair, messages)));
    }
    lines.join("\n")
}

fn place((file, sheet, row): &(String, String, i64)) -> String {
    if sheet.is_empty() { format!("{file}:{row}") } else { format!("{file}:{sheet}!{row}") }
}

/// From the odds before to the odds after, a line a comparison.
fn waterfall(pair: &Pair, messages: &Messages) -> String {
    let [a, b] = [&pair.sides[0], &pair.sides[1]].map(|side| place(&(side.file.clone(), side.sheet.clone(), side.row)));
    let mut lines = vec![format!("  {a}\n  {b}")];
    let steps = page::steps(pair, messages);
    let most = steps.iter().map(|step| step.weight.abs()).fold(1.0, f64::max);
    for step in &steps {
        let length = (step.weight.abs() / most * BAR).round() as usize;
        let (left, right) = if step.weight < 0.0 { (length, 0) } else { (0, length) };
        let label: String = step.label.chars().take(38).collect();
        let (left, right) = ("█".repeat(left), "█".repeat(right));
        lines.push(format!("    {label:<38}{:>7} {left:>9.9}|{right:<9.9}", messages.decimal(step.weight, 1),));
    }
    let facts = [
        ("weight", Fact::from(messages.decimal(pair.weight, 1))),
        ("probability", messages.percent(pair.probability).into()),
        ("decided", messages.text(&format!("decided-{}", pair.decided_by)).into()),
    ];
    lines.push(format!("    {}", messages.say("show-sum", &facts)));
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
