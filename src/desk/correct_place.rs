//! The quartier and the year of a file that was added without them, on the page of its sheet.

use bato::app::{self, SheetWindow};
use bato::error::Result;
use bato::finding::Finding;
use bato::messages::{Messages, say};

use super::visit::{Answered, Visit};
use super::words::{self, sheet_path};
use crate::host;

/// The form of quartier and year.
pub(super) struct PlaceForm {
    /// What is asked, or what was given.
    pub(super) note: String,
    /// Whether the quartier or the year is still not known.
    pub(super) is_asked: bool,
    /// What is known of it, on one line.
    pub(super) summary: String,
    pub(super) asks_quartier: bool,
    pub(super) asks_year: bool,
    pub(super) quartier: String,
    pub(super) year: String,
    pub(super) quartiers: Vec<String>,
}

/// The form for the file of a window; `None` where nothing lacks and nothing was given.
pub(super) fn form(visit: &Visit<'_>, window: &SheetWindow) -> Result<Option<PlaceForm>> {
    let (raw, messages) = (&visit.desk.paths.raw, visit.messages());
    let findings = || window.findings.iter();
    let lacks_quartier = findings().any(app::asks_quartier);
    let lacks_year = findings().any(|finding| finding.rule == "year-missing");
    let given = app::file_place(raw, &window.file)?;
    let note = match &given {
        Some(place) if lacks_quartier && !place.quartier.is_empty() => {
            say!(messages, "desk-deposit-place-unknown", quartier = &place.quartier)
        }
        Some(place) => say!(messages, "desk-correct-place-given", before = &place.before),
        None if lacks_quartier || lacks_year => place_asked(visit.messages(), findings()),
        None => return Ok(None),
    };
    let place = given.unwrap_or_default();
    let is_asked = lacks_quartier || lacks_year;
    let summary = if is_asked {
        messages.text("desk-correct-lacks-place")
    } else {
        let parts = [place.quartier.as_str(), place.year.as_str()].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    };
    Ok(Some(PlaceForm {
        note,
        is_asked,
        summary: messages.labelled(&messages.text("desk-deposit-place"), &summary),
        asks_quartier: lacks_quartier || !place.quartier.is_empty(),
        asks_year: lacks_year || !place.year.is_empty(),
        quartier: place.quartier,
        year: place.year,
        quartiers: app::quartier_names(raw).unwrap_or_default(),
    }))
}

/// What a file lacks, and what becomes of an answer. `findings` are those on its sheets.
pub(super) fn place_asked<'f>(messages: &Messages, findings: impl Iterator<Item = &'f Finding>) -> String {
    let (mut quartier, mut lacks_year) = (None, false);
    for finding in findings {
        lacks_year |= finding.rule == "year-missing";
        if app::asks_quartier(finding) {
            quartier = quartier.or(Some(finding.value.as_str()));
        }
    }
    // A quartier that is written, but not in the list of the commune.
    let (written, lacks_quartier) = (quartier.filter(|name| !name.is_empty()), quartier.is_some());
    let unlisted = written.map(|quartier| say!(messages, "desk-deposit-place-unlisted", quartier));
    let lacks = match (lacks_quartier && unlisted.is_none(), lacks_year) {
        (true, true) => Some("both"),
        (true, false) => Some("quartier"),
        (false, true) => Some("year"),
        (false, false) => None,
    };
    let lacks = lacks.map(|lacks| messages.text(&format!("desk-deposit-place-{lacks}")));
    let note = messages.text("desk-deposit-place-note");
    unlisted.into_iter().chain(lacks).chain([note]).collect::<Vec<_>>().join(" ")
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
