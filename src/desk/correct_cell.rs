//! The open cell of a sheet: what is wrong with it, the cells that it is compared with, and what may be written.

use bato::app::{self, SheetWindow};
use bato::error::Error;
use bato::finding::{Finding, Severity};
use bato::messages::{ErrorText, Messages, say};
use bato::record::{Kind, column_letters, fold};

use super::correct_date;
use super::words::{self, sheet_path};

/// A fault in words.
pub(super) struct Told {
    pub(super) class: &'static str,
    pub(super) severity: String,
    pub(super) title: String,
    pub(super) what: String,
    pub(super) why: String,
    pub(super) hint: String,
}

pub(super) struct CellPanel {
    /// The cell and what its column contains; for a heading the column.
    pub(super) title: String,
    pub(super) sheet_name: String,
    pub(super) row: u32,
    pub(super) column: String,
    pub(super) text: String,
    /// The names that the commune's list has, in a column of quartiers.
    pub(super) quartiers: Vec<String>,
    /// What the column can contain, where its meaning is in doubt: code, words, whether it is chosen.
    pub(super) meanings: Vec<(&'static str, String, bool)>,
    /// What is typed: the text that the paper has.
    pub(super) new_label: String,
    pub(super) usual_reason: String,
    /// Whether the column holds a date and a place.
    pub(super) has_place: bool,
    /// What was corrected before, in words.
    pub(super) corrected: String,
    /// Whom the row is about.
    pub(super) who: String,
    /// Why nothing is to be written here although the row has a fault; "" where the cell itself is at fault.
    pub(super) elsewhere: String,
    /// The cells among which the wrong one is: what to do, headings, and for each row whom it is about and its cells.
    pub(super) related: Option<RelatedTable>,
    /// What it means to say that the text is right.
    pub(super) confirm_note: String,
    /// Whether the text can be said to be right.
    pub(super) can_confirm: bool,
    /// Why the cell can't be corrected; "" if it can.
    pub(super) closed: String,
    pub(super) told: Vec<Told>,
    /// The code of the gravest fault of the cell; "" if it has none.
    pub(super) severity: &'static str,
    pub(super) new: String,
    pub(super) reason: String,
    pub(super) fault: Option<ErrorText>,
}

/// The cells among which the wrong one of a fault is.
pub(super) struct RelatedTable {
    pub(super) advice: String,
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<RelatedRow>,
}

/// A row among those that a fault compares.
pub(super) struct RelatedRow {
    /// Whom it is about.
    pub(super) who: String,
    pub(super) cells: Vec<RelatedCell>,
}

/// A cell that may be the wrong one.
pub(super) struct RelatedCell {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) is_open: bool,
}

/// What was typed and refused.
pub(super) struct Refused {
    pub(super) error: Error,
    pub(super) new: String,
    pub(super) reason: String,
}

/// What is said of a fault of a sheet that was typed from papers of this kind.
pub(super) fn told(messages: &Messages, kind: Kind, finding: &Finding) -> Told {
    let of_paper = |text: &str| words::of_paper(messages, kind, text);
    let part = |part: &str| of_paper(&words::without_commands(messages, &messages.finding_part(finding, part)));
    let class = if finding.severity == Severity::Error { "bad" } else { "warn" };
    Told {
        class,
        severity: messages.text(&format!("report-severity-{}", finding.severity.code())),
        title: part("title"),
        what: words::without_commands(messages, &messages.finding(finding)),
        why: own_why(messages, finding).unwrap_or_else(|| part("why")),
        hint: of_paper(&words::hint(messages, finding, "correct")),
    }
}

/// Why a rule counts, where the desk says it in other words than the list of rules.
fn own_why(messages: &Messages, finding: &Finding) -> Option<String> {
    if finding.rule == "unreadable-date"
        && let Some(why) = words::why_no_date(messages, &finding.value)
    {
        return Some(why);
    }
    let id = format!("desk-why-{}", finding.rule);
    messages.has(&id).then(|| messages.text(&id))
}

/// The new text of a cell that holds a date and a place: if a date alone was typed, with the place that stood beside
/// the old one.
pub(super) fn with_place_kept(old: &str, new: &str) -> String {
    let is_date_alone = new.contains(|c: char| c.is_ascii_digit()) && !new.contains(char::is_alphabetic);
    let digits = || old.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at);
    let (Some(first), Some(last)) = (digits().next(), digits().next_back()) else { return new.to_owned() };
    let has_place = |part: &str| {
        let words = part.split(|c: char| !c.is_alphabetic()).map(fold);
        words.into_iter().any(|word| word.len() > 2 && !matches!(word.as_str(), "NEE" | "VERS" | "DATE"))
    };
    match (&old[..first], &old[last + 1..]) {
        (before, _) if is_date_alone && has_place(before) => format!("{before}{new}"),
        (_, behind) if is_date_alone && has_place(behind) => format!("{new}{behind}"),
        _ => new.to_owned(),
    }
}

/// The beginning of a long text.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 200;
    let start: String = text.chars().take(MOST).collect();
    if start.len() < text.len() { start + "…" } else { start }
}

/// The rules about what a column contains, which its heading answers.
const OF_MEANING: [&str; 3] = ["column-unrecognised", "column-guessed", "column-content"];

/// The usual reason of a correction: the paper that the file was typed from.
pub(super) fn usual_reason(messages: &Messages, kind: Kind) -> String {
    messages.text(&format!("desk-correct-usual-reason-{}", kind.code()))
}

/// What a column can contain, with its own meaning chosen.
fn meanings(messages: &Messages, kind: Kind, own: &str) -> Vec<(&'static str, String, bool)> {
    let all = words::meanings(messages, kind == Kind::Event).into_iter();
    all.map(|(code, words)| (code, words, code == own)).collect()
}

/// The open cell. `quartiers` returns the names of the commune's list.
pub(super) fn cell_panel(
    messages: &Messages,
    window: &SheetWindow,
    (row, column): (u32, u16),
    refused: Option<Refused>,
    quartiers: &dyn Fn() -> Vec<String>,
) -> CellPanel {
    let own = window.rows.iter().find(|own| own.row == row);
    let cell = own.and_then(|own| own.cells.iter().find(|cell| cell.column == column));
    let letters = column_letters(column).to_string();
    let head = window.columns.iter().find(|head| head.column == column);
    let field = head.and_then(|head| head.field);
    let is_blank_row = own.is_none_or(|own| own.outcome.is_none() || own.cells.is_empty());
    let covered = cell.and_then(|cell| cell.covered_by);
    let closed = match (covered, head.is_some_and(|head| head.is_sensitive)) {
        (Some((column, row)), _) => {
            say!(messages, "desk-correct-merged", first = format!("{}{row}", column_letters(column)))
        }
        (None, true) => messages.text("desk-correct-sensitive"),
        _ if is_blank_row => messages.text("desk-correct-blank-row"),
        _ => String::new(),
    };
    let text = cell.map(|cell| cell.text.clone()).unwrap_or_default();
    let corrected = cell.and_then(|cell| cell.corrected.as_ref());
    let findings = cell.map_or(&[][..], |cell| &cell.findings);
    // A fault of the row is shown at its first cell where no cell is at fault: what stands there is not the fault.
    let is_of_row = |finding: &Finding| finding.at.column.is_none() && finding.at.row.row == row;
    // One of a column is shown at its heading.
    let is_heading = own.is_some_and(|own| own.reason.as_deref() == Some("header"));
    let right_by = |finding: &Finding| {
        let related = window.related.as_ref().filter(|related| related.is_right);
        related.is_some_and(|related| related.rule == finding.rule)
    };
    let is_fault_of =
        |is_right: &dyn Fn(&Finding) -> bool| !findings.is_empty() && !text.is_empty() && findings.iter().all(is_right);
    let is_of_meaning = is_heading && findings.iter().any(|finding| OF_MEANING.contains(&finding.rule));
    let is_unrecognised = is_heading && is_fault_of(&|finding| finding.rule == "column-unrecognised");
    let elsewhere = match () {
        () if is_unrecognised => "desk-correct-elsewhere-unrecognised",
        () if is_of_meaning && is_fault_of(&|_| true) => "desk-correct-elsewhere-meaning",
        () if is_fault_of(&|finding| right_by(finding)) => "desk-correct-elsewhere-other",
        () if is_heading && is_fault_of(&|_| true) => "desk-correct-elsewhere-column",
        () if is_fault_of(&|finding| is_of_row(finding) && lacks_value(finding)) => "desk-correct-no-column",
        () if is_fault_of(&is_of_row) => "desk-correct-elsewhere",
        () => "",
    };
    let is_related = |finding: &Finding| window.related.as_ref().is_some_and(|related| related.rule == finding.rule);
    let related = window.related.as_ref().filter(|_| findings.iter().any(is_related));
    let (new, reason, fault) = match refused {
        Some(refused) => (refused.new, refused.reason, Some(messages.error(&refused.error))),
        None => (messages.day_first(&text), usual_reason(messages, window.kind), None),
    };
    let code = field.map_or("", |field| field.code());
    let place = format!("{letters}{row}");
    let told = |finding: &Finding| {
        let told = told(messages, window.kind, finding);
        let is_divided = finding.rule.contains("date") && correct_date::is_part(code, window);
        let hint = is_divided.then(|| messages.text("desk-correct-hint-part-of-date"));
        Told { hint: hint.unwrap_or(told.hint), ..told }
    };
    CellPanel {
        title: match () {
            () if is_heading => say!(messages, "desk-correct-heading-cell", place, text = shortened(&text)),
            () if code.is_empty() => format!("{} {place}", messages.text("desk-correct-cell")),
            () => format!("{} {place}, {}", messages.text("desk-correct-cell"), words::meaning(messages, code)),
        },
        sheet_name: window.sheets.get(window.sheet).map(|tab| tab.name.clone()).unwrap_or_default(),
        row,
        corrected: corrected.map(|cell| app::corrected_cell(messages, cell)).unwrap_or_default(),
        who: own.filter(|_| !is_heading).map(|own| whom(messages, window, own)).unwrap_or_default(),
        elsewhere: match elsewhere {
            "" => String::new(),
            id => words::of_paper(messages, window.kind, &messages.text(id)),
        },
        confirm_note: words::of_paper(messages, window.kind, &messages.text("desk-correct-confirm-note")),
        related: related.map(|related| related_table(messages, window, related, (row, column))),
        told: findings.iter().map(told).collect(),
        severity: findings.iter().map(|finding| finding.severity).max().map_or("", Severity::code),
        can_confirm: closed.is_empty() && !is_unrecognised && cell.is_some_and(|cell| cell.can_confirm),
        column: letters,
        has_place: code == "birth_date_place",
        quartiers: if code.ends_with("quartier") { quartiers() } else { Vec::new() },
        meanings: if is_of_meaning { meanings(messages, window.kind, code) } else { Vec::new() },
        usual_reason: usual_reason(messages, window.kind),
        new_label: messages.text(&format!("desk-correct-new-{}", window.kind.code())),
        text,
        closed,
        new,
        reason,
        fault,
    }
}

/// Whether a fault is that a value is missing. It is shown at the blank cell, if the sheet has a column for it.
fn lacks_value(finding: &Finding) -> bool {
    finding.rule.ends_with("-missing") || finding.rule.starts_with("missing-")
}

/// The cells among which the wrong one of a fault is, each leading to itself.
fn related_table(
    messages: &Messages,
    window: &SheetWindow,
    related: &app::RelatedCells,
    open: (u32, u16),
) -> RelatedTable {
    let cell = |row: &app::WindowRow, column: &app::WindowColumn| {
        let cell = row.cells.iter().find(|cell| cell.column == column.column);
        let text = cell.map(|cell| shortened(&messages.day_first(&cell.text)));
        let path = sheet_path(&window.file, window.sheet, Some(row.row), Some(column.column));
        let text = text.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| messages.text("changes-blank"));
        RelatedCell { path, text, is_open: open == (row.row, column.column) }
    };
    let row = |row: &app::WindowRow| RelatedRow {
        who: whom(messages, window, row),
        cells: related.columns.iter().map(|column| cell(row, column)).collect(),
    };
    let heading = |column: &app::WindowColumn| {
        let meaning = column.field.map(|field| messages.text(&format!("field-{}", field.code())));
        meaning.unwrap_or_else(|| column.heading.clone())
    };
    RelatedTable {
        advice: words::of_paper(
            messages,
            window.kind,
            &messages.text(&format!("desk-correct-related-{}", related.rule)),
        ),
        headings: related.columns.iter().map(heading).collect(),
        rows: related.rows.iter().map(row).collect(),
    }
}

/// Whom a row is about, as the sheet has it: its fiche, the name, the relation.
fn whom(messages: &Messages, window: &SheetWindow, row: &app::WindowRow) -> String {
    /// The codes of the columns that tell it, in this order.
    const CODES: [&str; 8] =
        ["fiche", "act_number", "nom", "postnom", "nom_postnom", "full_name", "prenom", "relation"];
    let cell_of = |code: &str| {
        let is_own = |column: &&app::WindowColumn| column.field.is_some_and(|field| field.code() == code);
        let column = window.columns.iter().find(is_own)?;
        let text = |row: &app::WindowRow| {
            let cell = row.cells.iter().find(|cell| cell.column == column.column)?;
            Some(cell.text.clone()).filter(|text| !text.trim().is_empty())
        };
        let own = text(row)?;
        if !is_repetition(&own) {
            return Some(own);
        }
        // A mark stands for what the rows above say.
        let above = window.rows.iter().rev().skip_while(|other| other.row >= row.row);
        above.filter_map(text).find(|text| !is_repetition(text))
    };
    let parts: Vec<String> = CODES.into_iter().filter_map(cell_of).collect();
    let line = format!("{} {}", messages.text("desk-correct-row"), row.row);
    if parts.is_empty() { line } else { messages.labelled(&line, &parts.join(" · ")) }
}

/// Whether a cell holds a mark that repeats the one above: `//`, `"`, `idem`.
fn is_repetition(text: &str) -> bool {
    let is_sign = |c: char| "\"'/〃»«”“’‘,-. ".contains(c);
    text.chars().all(is_sign) || matches!(fold(text).as_str(), "IDEM" | "ID" | "DITO" | "DITTO")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_repeats_names_nobody() {
        for mark in ["//", "\"", " \" ", "-//-", "idem", "Id.", "»", "''"] {
            assert!(is_repetition(mark), "{mark}");
        }
        for text in ["101", "Ida", "MBUYI", "12/3"] {
            assert!(!is_repetition(text), "{text}");
        }
    }

    #[test]
    fn a_new_date_does_not_take_the_place_beside_it_away() {
        for (old, new, expected) in [
            ("Kinshasa, le 31/04/2012", "3/6/1994", "Kinshasa, le 3/6/1994"),
            ("31/04/2012 à Matadi", "30/04/2012", "30/04/2012 à Matadi"),
            ("le 31/04/2012", "30/04/2012", "30/04/2012"),
            ("31/04/2012", "30/04/2012", "30/04/2012"),
            // Who writes words writes the whole text.
            ("Kinshasa, le 31/04/2012", "Boma, le 30/04/2012", "Boma, le 30/04/2012"),
            ("Kinshasa, le 31/04/2012", "", ""),
        ] {
            assert_eq!(with_place_kept(old, new), expected, "{old} / {new}");
        }
    }
}
