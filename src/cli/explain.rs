//! `bato check --explain`: how each sheet was read: its tables, what each column was taken for, which rows were left out.

use std::collections::BTreeMap;

use bato::app::CheckedFile;
use bato::messages::{Fact, Messages};
use bato::record::{Heading, column_letters};

/// Most runs of rows shown for one reason.
const MOST_RUNS: usize = 12;

pub(super) fn explained(messages: &Messages, file: &CheckedFile) -> String {
    let mut lines = vec![String::new(), format!("  {}", messages.text("explain-title"))];
    for (index, sheet) in file.source.sheets.iter().enumerate() {
        let is_here = |at: bato::record::RowAt| usize::from(at.sheet) == index;
        if !sheet.name.is_empty() {
            let said = messages.say("explain-sheet", &[("sheet", sheet.name.as_str().into())]);
            lines.push(format!("  {said}"));
        }
        let rows: Vec<(u32, Option<&'static str>)> =
            file.rows.iter().filter(|(at, _)| is_here(*at)).map(|(at, reason)| (at.row, *reason)).collect();
        let headings: Vec<&Heading> = file.headings.iter().filter(|heading| is_here(heading.at)).collect();
        let tables = tables(&headings);
        if tables.is_empty() {
            lines.push(format!("    {}", messages.text("explain-no-table")));
        }
        let mut n_same = 0_usize;
        for (place, table) in tables.iter().enumerate() {
            // A sheet of households repeats its headings: what was said once holds.
            if place > 0 && same(table, tables[place - 1]) {
                n_same += 1;
                continue;
            }
            let next = tables[place + 1..].iter().find(|next| !same(table, next));
            let ends = next.map_or(u32::MAX, |next| first_row(next));
            lines.push(format!("    {}", table_line(messages, table, &rows, ends)));
            lines.extend(table.iter().map(|heading| format!("      {}", column_line(messages, heading))));
        }
        if n_same > 0 {
            lines.push(format!("    {}", messages.say("explain-same", &[("n", n_same.into())])));
        }
        lines.extend(left_out(messages, &rows));
    }
    lines.join("\n")
}

/// The headings of each table: columns go from left to right in one, and begin again in the next.
fn tables<'h>(headings: &'h [&'h Heading]) -> Vec<&'h [&'h Heading]> {
    headings.chunk_by(|left, right| left.column < right.column).collect()
}

fn first_row(table: &[&Heading]) -> u32 {
    table.iter().map(|heading| heading.at.row).min().unwrap_or(0)
}

fn same(table: &[&Heading], other: &[&Heading]) -> bool {
    let meanings = |table: &[&Heading]| {
        table.iter().map(|heading| (heading.column, heading.text.clone(), heading.field)).collect::<Vec<_>>()
    };
    meanings(table) == meanings(other)
}

fn table_line(messages: &Messages, table: &[&Heading], rows: &[(u32, Option<&'static str>)], ends: u32) -> String {
    let heading = table.iter().map(|heading| heading.at.row).max().unwrap_or(0);
    let data: Vec<u32> = rows
        .iter()
        .filter(|(row, reason)| reason.is_none() && *row > heading && *row < ends)
        .map(|(row, _)| *row)
        .collect();
    let row = |row: Option<&u32>| Fact::from(row.map(u32::to_string).unwrap_or_default());
    let facts = [
        ("heading", Fact::from(heading.to_string())),
        ("n", data.len().into()),
        ("first", row(data.first())),
        ("last", row(data.last())),
    ];
    messages.say("explain-table", &facts)
}

fn column_line(messages: &Messages, heading: &Heading) -> String {
    // A heading may be broken over several lines of its cell.
    let text = heading.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let facts = [
        ("column", Fact::from(column_letters(heading.column).to_string())),
        ("heading", text.into()),
        ("field", messages.text(&format!("field-{}", heading.field.code())).into()),
        ("why", messages.text(&format!("why-{}", heading.why.code())).into()),
    ];
    messages.say("explain-column", &facts)
}

/// The rows left out of a sheet, by reason.
fn left_out(messages: &Messages, rows: &[(u32, Option<&'static str>)]) -> Vec<String> {
    let mut by_reason: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (row, reason) in rows {
        if let Some(reason) = reason {
            by_reason.entry(reason).or_default().push(*row);
        }
    }
    if by_reason.is_empty() {
        return Vec::new();
    }
    let n: usize = by_reason.values().map(Vec::len).sum();
    let mut lines = vec![format!("    {}", messages.say("explain-left-out", &[("n", n.into())]))];
    for (reason, rows) in by_reason {
        let facts = [
            ("reason", Fact::from(messages.text(&format!("reason-{reason}")))),
            ("n", rows.len().into()),
            ("rows", runs(messages, &rows).into()),
        ];
        lines.push(format!("      {}", messages.say("explain-reason", &facts)));
    }
    lines
}

/// `1, 4 à 7, 12`: rows that follow each other as one run.
fn runs(messages: &Messages, rows: &[u32]) -> String {
    let to = messages.text("explain-to");
    let runs: Vec<String> = rows
        .chunk_by(|above, below| above + 1 == *below)
        .filter_map(|run| Some((run.first()?, run.last()?)))
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first} {to} {last}") })
        .collect();
    let shown = runs.iter().take(MOST_RUNS).map(String::as_str).collect::<Vec<_>>().join(", ");
    if runs.len() > MOST_RUNS { format!("{shown}…") } else { shown }
}
