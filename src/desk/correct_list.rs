//! The corrections typed so far, each of which can be taken back.

use askama::Template;
use bato::app::{self, TypedCorrection};
use bato::messages::{Messages, say};
use bato::record::{CellCorrection, column_letters};

use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit};
use super::words;
use crate::host;

#[derive(Template)]
#[template(path = "correct_list.html", config = "src/desk/askama.toml")]
struct ListPage<'v> {
    frame: PageFrame<'v>,
    file: String,
    corrections: Vec<ListLine>,
}

struct ListLine {
    id: String,
    place: String,
    /// The page of the cell in its sheet; "" if the file is not there.
    path: String,
    /// The person of the row; "" if it is in no person of the register.
    name: String,
    change: String,
    author: String,
    day: String,
    reason: String,
    state: String,
    holds: bool,
}

/// Most corrections whose persons are named.
const MOST_NAMED: usize = 500;

/// The corrections typed so far, the latest first.
pub(super) fn list(visit: &Visit<'_>) -> Answered {
    let config = visit.desk.config()?;
    let paths = &visit.desk.paths;
    let file = visit.query.get("fichier");
    let only = Some(file).filter(|file| !file.is_empty());
    let worker = (&config, host::worker());
    let mut corrections = app::corrections_of(&paths.clean, &paths.raw, worker, only, &visit.access()?)?;
    // The latest last, whatever its file; those of one moment stay in their order.
    corrections.sort_by_key(|typed| chrono::DateTime::parse_from_rfc3339(&typed.correction.moment).ok());
    corrections.reverse();
    let messages = visit.messages();
    let place = |typed: &TypedCorrection| app::RowPlace {
        file: typed.correction.file.clone(),
        sheet: typed.correction.sheet.clone(),
        row: typed.correction.row.into(),
    };
    let places: Vec<app::RowPlace> = corrections.iter().take(MOST_NAMED).map(place).collect();
    // Before the first version nobody is named.
    let names = match app::version_in_use(&paths.clean) {
        Some(_) => app::names_of_rows(&paths.clean, &places)?,
        None => Vec::new(),
    };
    let names = names.into_iter().chain(std::iter::repeat(String::new()));
    frame::page(&ListPage {
        frame: visit.frame("desk-correct-list", "bato correct"),
        file: file.to_owned(),
        corrections: corrections.iter().zip(names).map(|(typed, name)| list_line(messages, typed, name)).collect(),
    })
}

fn list_line(messages: &Messages, typed: &TypedCorrection, name: String) -> ListLine {
    let one = &typed.correction;
    let day = one.moment.get(..10).and_then(|day| day.parse().ok()).map(|day| messages.date(day));
    let state = match (typed.has_file, typed.holds) {
        (true, true) => "desk-correct-holds",
        (true, false) => "correct-not-held",
        (false, _) => "correct-no-file",
    };
    let blank = |text: &str| if text.is_empty() { messages.text("changes-blank") } else { messages.day_first(text) };
    let (old, new) = (blank(&one.old), blank(&one.new));
    ListLine {
        id: one.id.clone(),
        path: if typed.has_file { cell_path(one) } else { String::new() },
        name,
        place: messages.labelled(
            &words::file_words(messages, &one.file),
            &words::cell_place(messages, &one.sheet, one.row, one.column),
        ),
        change: if one.is_confirmation() {
            say!(messages, "correct-confirmation", text = new)
        } else {
            say!(messages, "correct-change", old, new)
        },
        author: one.author.clone(),
        day: day.unwrap_or_else(|| one.moment.clone()),
        reason: one.reason.clone(),
        state: messages.text(state),
        holds: typed.has_file && typed.holds,
    }
}

/// The page of a corrected cell.
fn cell_path(one: &CellCorrection) -> String {
    let (file, sheet) = (words::file_path(&one.file), words::encoded(&one.sheet));
    format!("{file}&onglet={sheet}&ligne={}&colonne={}", one.row, column_letters(one.column))
}

/// Takes a correction back.
pub(super) fn undo(visit: &Visit<'_>) -> Answered {
    let config = visit.desk.config()?;
    let paths = &visit.desk.paths;
    let messages = visit.messages();
    let worker = (&config, host::worker());
    let signature = visit.signature(&messages.text("desk-correct-undo-reason"));
    let id = visit.form.get("numero");
    let back = app::undo_correction(&paths.clean, &paths.raw, worker, id, &signature, &visit.access()?)?;
    let file = visit.form.get("fichier");
    let query = if file.is_empty() { String::new() } else { format!("?fichier={}", words::encoded(file)) };
    let notice =
        say!(messages, "desk-correct-undone", place = words::cell_place(messages, &back.sheet, back.row, back.column));
    let notice = words::capitalised(&notice);
    Ok(visit.see_other(format!("/corriger/liste{query}"), Some(notice)))
}
