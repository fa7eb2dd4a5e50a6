//! The first sheet of a corrections workbook: the file, how to use the sheet, counts by severity and rule, the
//! findings.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::messages::{Fact, Messages};
use crate::record::{CORRECTIONS_MARK, CORRECTIONS_SHEETS, ORIGINAL_CELLS_COLUMN};
use crate::xlsx_patch::{FrontCell, FrontRow, FrontSheet, FrontStyle};

use super::{CorrectedMark, CorrectionsRequest, FindingMark, fill_of};

/// Most findings in the list: more than a person corrects before the next check, and few enough for an old computer.
const MOST_LISTED: usize = 2_000;
/// Row of the list's header.
const HEADER_ROW: usize = 8;
/// Width of each column in characters.
const WIDTHS: [u32; 6] = [16, 24, 28, 24, 46, 54];
const LAST_COLUMN: u16 = WIDTHS.len() as u16 - 1;
/// Height in points of a row of one line.
const ROW_POINTS: usize = 16;

pub(super) fn sheet(request: &CorrectionsRequest<'_>) -> FrontSheet {
    let n_listed = request.marks.len().min(MOST_LISTED);
    let last_list_row = HEADER_ROW + n_listed;
    let mut rows = top_rows(request);
    let listed = request.marks.iter().take(MOST_LISTED);
    rows.extend((HEADER_ROW + 1..).zip(listed).map(|(number, mark)| finding_row(number, mark, request.messages)));
    if request.marks.len() > n_listed {
        let n = Fact::from(request.marks.len() - n_listed);
        let more = cell(FrontStyle::Text, request.messages.say("corrections-more", &[("n", n)]));
        rows.push(row(last_list_row + 1, None, vec![more]));
    }
    rows.extend(corrected_rows(last_list_row + 3, request));
    let whole_rows = [1, 2, 3, 4, 7].map(|row| (row, 0, LAST_COLUMN));
    let count_rows = [5, 6].map(|row| (row, 1, LAST_COLUMN));
    FrontSheet {
        name: sheet_name(request.messages.text("corrections-sheet")),
        replaces: request.own_sheet.map(str::to_owned),
        widths: WIDTHS.to_vec(),
        hides_other_columns: true,
        rows,
        merges: [&whole_rows[..], &count_rows].concat(),
        header_row: HEADER_ROW,
        last_list_row,
        link_column: 1,
    }
}

/// The name of the sheet: `name` if the reader recognises it as a corrections sheet, else the usual one.
fn sheet_name(name: String) -> String {
    if CORRECTIONS_SHEETS.iter().any(|known| name.starts_with(known)) { name } else { CORRECTIONS_SHEETS[0].to_owned() }
}

/// The rows above the findings: title, instructions, counts, header of the list.
fn top_rows(request: &CorrectionsRequest<'_>) -> Vec<FrontRow> {
    let CorrectionsRequest { file_name, marks, messages, .. } = request;
    let mut title_cells = vec![cell(FrontStyle::Title, format!("{CORRECTIONS_MARK} : {file_name}"))];
    title_cells.extend((1..ORIGINAL_CELLS_COLUMN).map(|_| cell(FrontStyle::Text, String::new())));
    title_cells.extend(request.original.iter().map(|text| cell(FrontStyle::Text, text.clone())));
    let mut rows = vec![row(1, Some(28), title_cells)];
    for (number, id) in (2..).zip(["corrections-how-mend", "corrections-how-save", "corrections-how-check"]) {
        rows.push(row(number, Some(ROW_POINTS), vec![cell(FrontStyle::Text, messages.text(id))]));
    }
    for (number, severity) in [(5, Severity::Error), (6, Severity::Warning)] {
        let n = marks.iter().filter(|mark| mark.severity == severity).count();
        let count = messages.say(&format!("corrections-count-{}", severity.code()), &[("n", Fact::from(n))]);
        let cells = vec![severity_cell(severity, messages), cell(FrontStyle::Text, count)];
        rows.push(row(number, Some(ROW_POINTS), cells));
    }
    let by_rule = counts_by_rule(marks, messages);
    let n_lines = by_rule.chars().count() / (WIDTHS.iter().sum::<u32>() as usize) + 1;
    rows.push(row(7, Some(n_lines * ROW_POINTS + 2), vec![cell(FrontStyle::Text, by_rule)]));
    let header = |name| cell(FrontStyle::Header, messages.text(&format!("corrections-column-{name}")));
    let header_cells = ["severity", "place", "title", "value", "what", "hint"].map(header);
    rows.push(row(HEADER_ROW, Some(22), header_cells.into()));
    rows
}

fn finding_row(number: usize, mark: &FindingMark, messages: &Messages) -> FrontRow {
    let mut cells = vec![severity_cell(mark.severity, messages), cell(FrontStyle::Link, mark.place.clone())];
    cells.extend([&mark.title, &mark.value, &mark.what, &mark.hint].map(|text| cell(FrontStyle::Cell, text.clone())));
    // Excel fits the height of a row to its text when it opens the file; other programs need the number.
    let n_lines = cells.iter().zip(WIDTHS).map(|(cell, width)| n_lines(&cell.text, width)).max().unwrap_or(1);
    FrontRow {
        link: Some((mark.sheet.clone(), mark.cell().unwrap_or((1, 0)))),
        ..row(number, (n_lines > 1).then_some(n_lines * ROW_POINTS), cells)
    }
}

/// The cells with typed corrections: a title, a header, a row for each.
fn corrected_rows(first: usize, request: &CorrectionsRequest<'_>) -> Vec<FrontRow> {
    let CorrectionsRequest { corrected, messages, .. } = request;
    if corrected.is_empty() {
        return Vec::new();
    }
    let title = messages.say("corrections-typed", &[("n", Fact::from(corrected.len()))]);
    let header = |name| cell(FrontStyle::Header, messages.text(&format!("corrections-typed-{name}")));
    let header_cells = ["author", "place", "day", "old", "new", "reason"].map(header);
    let mut rows = vec![
        row(first, Some(ROW_POINTS), vec![cell(FrontStyle::Text, title)]),
        row(first + 1, None, header_cells.into()),
    ];
    rows.extend((first + 2..).zip(corrected.iter().take(MOST_LISTED)).map(|(number, mark)| {
        let CorrectedMark { sheet, place, day, cell: own } = mark;
        let texts = [&own.author, place, day, &own.sheet_text, &own.text, &own.reason];
        let cells = (0_u16..)
            .zip(texts)
            .map(|(column, text)| cell(if column == 1 { FrontStyle::Link } else { FrontStyle::Cell }, text.clone()));
        FrontRow { link: Some((sheet.clone(), (own.row, own.column))), ..row(number, None, cells.collect()) }
    }));
    rows
}

pub(super) fn severity_word(messages: &Messages, severity: Severity) -> String {
    messages.text(&format!("corrections-{}", severity.code()))
}

fn severity_cell(severity: Severity, messages: &Messages) -> FrontCell {
    cell(FrontStyle::Filled(fill_of(severity)), severity_word(messages, severity))
}

fn cell(style: FrontStyle, text: String) -> FrontCell {
    FrontCell { style, text }
}

fn row(number: usize, height_points: Option<usize>, cells: Vec<FrontCell>) -> FrontRow {
    FrontRow { number, height_points, cells, link: None }
}

/// Findings by rule, errors first, then the most frequent: `Nom manquant : 3 · Sexe manquant : 12`.
fn counts_by_rule(marks: &[FindingMark], messages: &Messages) -> String {
    let mut counts: BTreeMap<&str, (Severity, usize)> = BTreeMap::new();
    for mark in marks {
        let count = counts.entry(&mark.title).or_insert((mark.severity, 0));
        *count = (count.0.max(mark.severity), count.1 + 1);
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(title, (severity, n))| (std::cmp::Reverse((*severity, *n)), *title));
    let text = |(title, (_, n)): (&str, (Severity, usize))| {
        messages.say("corrections-of-rule", &[("title", title.into()), ("n", Fact::from(n))])
    };
    counts.into_iter().map(text).collect::<Vec<_>>().join(" · ")
}

/// Lines that a text needs in a column. Words are not cut, so a line holds somewhat less than its width.
fn n_lines(text: &str, width: u32) -> usize {
    let n_per_line = (width as usize).saturating_sub(2).max(1);
    text.lines().map(|line| line.chars().count().div_ceil(n_per_line).max(1)).sum::<usize>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_the_reader_does_not_recognise_is_replaced() {
        assert_eq!(sheet_name("Correcties Bato".to_owned()), "Correcties Bato");
        assert_eq!(sheet_name("autre".to_owned()), "Corrections Bato");
    }
}
