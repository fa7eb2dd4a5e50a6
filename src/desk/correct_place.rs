//! The quartier and the year of a file that was added without them, on the page of its sheet.

use bato::app::{self, SheetWindow};
use bato::error::Result;
use bato::messages::say;

use super::visit::{Answered, Visit};
use super::words::{self, sheet_path};
use crate::host;

/// The form of quartier and year.
pub(super) struct PlaceForm {
    /// What is asked, or what was given.
    pub(super) note: String,
    pub(super) asks_quartier: bool,
    pub(super) asks_year: bool,
    pub(super) quartier: String,
    pub(super) year: String,
    pub(super) quartiers: Vec<String>,
}

/// The form for the file of a window; `None` where nothing lacks and nothing was given.
pub(super) fn form(visit: &Visit<'_>, window: &SheetWindow) -> Result<Option<PlaceForm>> {
    let (raw, messages) = (&visit.desk.paths.raw, visit.messages());
    let lacks = |rule: &str| window.findings.iter().any(|finding| finding.rule == rule);
    let (lacks_quartier, lacks_year) = (lacks("quartier-missing"), lacks("year-missing"));
    let given = app::file_place(raw, &window.file)?;
    let note = match &given {
        Some(place) if lacks_quartier && !place.quartier.is_empty() => {
            say!(messages, "desk-deposit-place-unknown", quartier = &place.quartier)
        }
        Some(place) => say!(messages, "desk-correct-place-given", before = &place.before),
        None if lacks_quartier || lacks_year => place_asked(visit, lacks_quartier, lacks_year),
        None => return Ok(None),
    };
    let place = given.unwrap_or_default();
    Ok(Some(PlaceForm {
        note,
        asks_quartier: lacks_quartier || !place.quartier.is_empty(),
        asks_year: lacks_year || !place.year.is_empty(),
        quartier: place.quartier,
        year: place.year,
        quartiers: app::quartier_names(raw).unwrap_or_default(),
    }))
}

/// What a file lacks, and what becomes of an answer.
pub(super) fn place_asked(visit: &Visit<'_>, lacks_quartier: bool, lacks_year: bool) -> String {
    let messages = visit.messages();
    let lacks = match (lacks_quartier, lacks_year) {
        (true, true) => "desk-deposit-place-both",
        (true, false) => "desk-deposit-place-quartier",
        _ => "desk-deposit-place-year",
    };
    format!("{} {}", messages.text(lacks), messages.text("desk-deposit-place-note"))
}

/// Gives the file the quartier and the year of the form.
pub(super) fn save(visit: &Visit<'_>) -> Answered {
    let (form, paths) = (&visit.form, &visit.desk.paths);
    let folders = (paths.raw.as_path(), paths.clean.as_path());
    let place = (form.get("quartier"), form.get("annee"));
    let file = form.get("fichier");
    let given = app::give_quartier_and_year(folders, file, place, (&host::now(), visit.agent()));
    let (path, notice) = match given {
        Ok(path) => {
            let notice = say!(visit.messages(), "desk-correct-place-saved", name = words::file_label(&path));
            (path, notice)
        }
        Err(error) => (file.to_owned(), words::error(visit.messages(), &error)),
    };
    let sheet = form.get("feuille").parse().unwrap_or(0);
    Ok(visit.see_other(sheet_path(&path, sheet, None, None), Some(notice)))
}
