//! `bato check --explain`: describes how a file was read: the tables of each sheet, the meaning of each column, and the
//! rows that were left out.

use std::collections::BTreeMap;

use bato::app::CheckedFile;
use bato::messages::{Messages, say};
use bato::record::{Heading, column_letters};

/// Most runs of consecutive rows listed for one reason.
const MOST_RUNS: usize = 12;

pub(super) fn text(messages: &Messages, file: &CheckedFile) -> String {
    let mut lines = vec![String::new(), format!("  {}", messages.text("explain-title"))];
    for (index, sheet) in file.source.sheets.iter().enumerate() {
        let is_here = |at: bato::record::RowAt| usize::from(at.sheet) == index;
        if !sheet.name.is_empty() {
            lines.push(format!("  {}", say!(messages, "explain-sheet", sheet = &sheet.name)));
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
            // A sheet of households repeats its headings: a table like the one before is only counted.
            if place > 0 && same(table, tables[place - 1]) {
                n_same += 1;
                continue;
            }
            let next = tables[place + 1..].iter().find(|next| !same(table, next));
            let ends = next.map_or(u32::MAX, |next| next.iter().map(|heading| heading.at.row).min().unwrap_or(0));
            lines.push(format!("    {}", table_line(messages, table, &rows, ends)));
            lines.extend(table.iter().map(|heading| format!("      {}", column_line(messages, heading))));
        }
        if n_same > 0 {
            lines.push(format!("    {}", say!(messages, "explain-same", n = n_same)));
        }
        lines.extend(left_out(messages, &rows));
    }
    lines.join("\n")
}

/// Groups the headings by table: the columns of a table rise from left to right, and a lower column begins the next.
fn tables<'h>(headings: &'h [&'h Heading]) -> Vec<&'h [&'h Heading]> {
    headings.chunk_by(|left, right| left.column < right.column).collect()
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
    let [first, last] = [data.first(), data.last()].map(|row| row.map(u32::to_string).unwrap_or_default());
    say!(messages, "explain-table", heading = heading.to_string(), n = data.len(), first, last)
}

fn column_line(messages: &Messages, heading: &Heading) -> String {
    // A heading may be broken over several lines of its cell.
    let text = heading.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let field = messages.text(&format!("field-{}", heading.field.code()));
    let why = messages.text(&format!("why-{}", heading.why.code()));
    let column = column_letters(heading.column).to_string();
    say!(messages, "explain-column", column, heading = text, field, why)
}

/// Lists the rows of a sheet that were left out, by reason.
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
    let mut lines = vec![format!("    {}", say!(messages, "explain-left-out", n))];
    for (reason, rows) in by_reason {
        let (reason, shown) = (messages.text(&format!("reason-{reason}")), runs(messages, &rows));
        lines.push(format!("      {}", say!(messages, "explain-reason", reason, n = rows.len(), rows = shown)));
    }
    lines
}

/// Joins row numbers, consecutive ones as a run: `1, 4 à 7, 12`.
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
