//! The first sheet: which file, how to use it, how many faults of what kind, and a line with a link for each.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::Severity;
use crate::messages::{Fact, Messages};
use crate::record::CORRECTIONS_MARK;

use super::Mark;
use super::markup::text;
use super::styles::SummaryStyles;

/// Most faults listed: more than a person mends before checking again, and a sheet that an old computer still scrolls.
const MOST_LISTED: usize = 2_000;
/// The row of the list's heading.
pub(super) const HEADING_ROW: usize = 8;
/// Width of each column, in characters.
const WIDTHS: [u32; 6] = [16, 24, 28, 24, 46, 54];
/// Points of a row of one line.
const ROW_POINTS: usize = 16;

/// The sheet and the area of its list.
pub(super) struct Summary {
    pub(super) part: String,
    pub(super) list: String,
    pub(super) print_rows: String,
}

/// Writes the sheet for these faults.
pub(super) fn write(file_name: &str, marks: &[Mark], messages: &Messages, styles: &SummaryStyles) -> Summary {
    let count = |severity| marks.iter().filter(|mark| mark.severity == severity).count();
    let n_listed = marks.len().min(MOST_LISTED);
    let last_row = HEADING_ROW + n_listed;
    let mut rows = String::new();
    let title = format!("{CORRECTIONS_MARK} : {file_name}");
    row(&mut rows, 1, Some(28), &[(styles.title, title)]);
    for (number, id) in (2..).zip(["corrections-how-mend", "corrections-how-save", "corrections-how-check"]) {
        row(&mut rows, number, Some(ROW_POINTS), &[(styles.text, messages.text(id))]);
    }
    for (number, severity) in [(5, Severity::Error), (6, Severity::Warning)] {
        let what =
            messages.say(&format!("corrections-count-{}", severity.code()), &[("n", Fact::from(count(severity)))]);
        row(
            &mut rows,
            number,
            Some(ROW_POINTS),
            &[(styles.of(severity), word(messages, severity)), (styles.text, what)],
        );
    }
    let by_rule = by_rule(marks, messages);
    let total_width: u32 = WIDTHS.iter().sum();
    let n_rule_lines = by_rule.chars().count() / (total_width as usize) + 1;
    row(&mut rows, 7, Some(n_rule_lines * ROW_POINTS + 2), &[(styles.text, by_rule)]);
    let headings = ["severity", "place", "title", "value", "what", "hint"];
    let heading = headings.map(|name| (styles.heading, messages.text(&format!("corrections-column-{name}"))));
    row(&mut rows, HEADING_ROW, Some(22), &heading);
    let mut links = String::new();
    for (index, mark) in marks.iter().take(MOST_LISTED).enumerate() {
        let number = HEADING_ROW + 1 + index;
        let cells = [
            (styles.of(mark.severity), word(messages, mark.severity)),
            (styles.link, mark.place.clone()),
            (styles.cell, mark.title.clone()),
            (styles.cell, mark.value.clone()),
            (styles.cell, mark.what.clone()),
            (styles.cell, mark.hint.clone()),
        ];
        // Excel fits the height of a row to its text when it opens the file; programs that do not need a number.
        let n_rows = cells.iter().zip(WIDTHS).map(|((_, said), width)| n_lines(said, width)).max().unwrap_or(1);
        row(&mut rows, number, (n_rows > 1).then_some(n_rows * ROW_POINTS), &cells);
        let sheet = mark.sheet.replace('\'', "''");
        let cell = match mark.cell() {
            Some((row, column)) => format!("{}{row}", crate::record::column_letters(column)),
            None => "A1".to_owned(),
        };
        let _ = write!(links, "<hyperlink ref=\"B{number}\" location=\"{}\"/>", text(&format!("'{sheet}'!{cell}")));
    }
    if marks.len() > n_listed {
        let more = messages.say("corrections-more", &[("n", Fact::from(marks.len() - n_listed))]);
        row(&mut rows, last_row + 1, None, &[(styles.text, more)]);
    }
    let columns: String = (1..)
        .zip(WIDTHS)
        .map(|(n, width)| format!("<col min=\"{n}\" max=\"{n}\" width=\"{width}\" customWidth=\"1\"/>"))
        .collect();
    let merged: String = [1, 2, 3, 4, 7].map(|row| format!("<mergeCell ref=\"A{row}:F{row}\"/>")).concat()
        + &[5, 6].map(|row| format!("<mergeCell ref=\"B{row}:F{row}\"/>")).concat();
    let links = if links.is_empty() { links } else { format!("<hyperlinks>{links}</hyperlinks>") };
    let part = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
        <sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
        <sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\">\
        <pane ySplit=\"{HEADING_ROW}\" topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/>\
        <selection pane=\"bottomLeft\" activeCell=\"B{below}\" sqref=\"B{below}\"/></sheetView></sheetViews>\
        <sheetFormatPr defaultRowHeight=\"15\"/><cols>{columns}</cols><sheetData>{rows}</sheetData>\
        <autoFilter ref=\"A{HEADING_ROW}:F{last_row}\"/><mergeCells count=\"7\">{merged}</mergeCells>{links}\
        <pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
        <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\
        <headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
        below = HEADING_ROW + 1,
    );
    Summary {
        part,
        list: format!("$A${HEADING_ROW}:$F${last_row}"),
        print_rows: format!("${HEADING_ROW}:${HEADING_ROW}"),
    }
}

/// The word for a severity, as comments and cells show it.
pub(super) fn word(messages: &Messages, severity: Severity) -> String {
    messages.text(&format!("corrections-{}", severity.code()))
}

impl SummaryStyles {
    fn of(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
        }
    }
}

/// `Nom manquant : 3 · Sexe manquant : 12`, errors first, then the most frequent.
fn by_rule(marks: &[Mark], messages: &Messages) -> String {
    let mut counts: BTreeMap<&str, (Severity, usize)> = BTreeMap::new();
    for mark in marks {
        let count = counts.entry(&mark.title).or_insert((mark.severity, 0));
        *count = (count.0.max(mark.severity), count.1 + 1);
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(title, (severity, n))| (std::cmp::Reverse((*severity, *n)), *title));
    let said = counts
        .into_iter()
        .map(|(title, (_, n))| messages.say("corrections-of-rule", &[("title", title.into()), ("n", Fact::from(n))]));
    said.collect::<Vec<_>>().join(" · ")
}

fn n_lines(said: &str, width: u32) -> usize {
    // Words are not cut: a line holds somewhat less than its width.
    let of_line = (width as usize).saturating_sub(2).max(1);
    said.lines().map(|line| line.chars().count().div_ceil(of_line).max(1)).sum::<usize>().max(1)
}

fn row(rows: &mut String, number: usize, points: Option<usize>, cells: &[(usize, String)]) {
    let height = points.map(|points| format!(" ht=\"{points}\" customHeight=\"1\"")).unwrap_or_default();
    let _ = write!(rows, "<row r=\"{number}\"{height}>");
    for (column, (style, said)) in (0_u16..).zip(cells) {
        let name = crate::record::column_letters(column);
        // A string in its cell is never a formula, whatever it begins with.
        let _ = write!(
            rows,
            "<c r=\"{name}{number}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            text(said)
        );
    }
    rows.push_str("</row>");
}
