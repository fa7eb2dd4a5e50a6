//! Typing from paper: the batches, the form of a person, the second entry of a sample, the differences to judge.

use askama::Template;
use bato::app::{self, Batch, BatchSummary, Difference, DifferenceKind, FicheDoubt, Typing, TypingColumn, TypingRow};
use bato::error::{Error, ErrorCode, Result};
use bato::messages::{Messages, say};
use bato::record::Kind;

use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use crate::host;

#[derive(Template)]
#[template(path = "batches.html", config = "src/desk/askama.toml")]
struct BatchesPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    batches: Vec<BatchLine>,
    quartiers: Vec<String>,
}

/// A batch in a list.
struct BatchLine {
    id: String,
    title: String,
    facts: String,
    state: String,
    state_class: &'static str,
}

#[derive(Template)]
#[template(path = "typing.html", config = "src/desk/askama.toml")]
struct TypingPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    batch: BatchLine,
    is_census: bool,
    is_open: bool,
    /// Whether this agent may type in it.
    is_own: bool,
    has_second: bool,
    form: RowForm,
    /// The row that the form changes; "" for a new one.
    changed: String,
    n_rows: u64,
    headings: Vec<String>,
    rows: Vec<TypingRow>,
    doubts: Vec<DoubtLine>,
    /// Fiches counted on paper, if the number was typed and differs: the sentence, the number.
    count: Option<(String, u64)>,
}

/// The fields of a person.
struct RowForm {
    fields: Vec<FieldLine>,
}

struct FieldLine {
    id: &'static str,
    label: String,
    value: String,
    words: Vec<String>,
    /// Whether typing begins here.
    is_first: bool,
    /// Letters that fit.
    size: usize,
}

/// What the rules say, in words.
struct DoubtLine {
    is_error: bool,
    text: String,
    hint: String,
}

#[derive(Template)]
#[template(path = "second_entry.html", config = "src/desk/askama.toml")]
struct SecondPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    batch: BatchLine,
    /// Each fiche of the sample, and whether it is the one on the page.
    units: Vec<(String, bool)>,
    unit: String,
    form: RowForm,
    headings: Vec<String>,
    rows: Vec<TypingRow>,
}

#[derive(Template)]
#[template(path = "differences.html", config = "src/desk/askama.toml")]
struct DifferencesPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    batch: BatchLine,
    rate: String,
    differences: Vec<DifferenceLine>,
}

/// A difference in words.
struct DifferenceLine {
    number: usize,
    what: String,
    first: String,
    second: String,
    is_field: bool,
    /// What was judged right, and by whom; "" before.
    right: String,
}

/// The pages of typing: `/saisir`, `/saisir/LOT`, `/saisir/LOT/seconde`, `/saisir/LOT/ecarts`.
pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    let id = visit.part(1);
    match (visit.path.len(), visit.part(2)) {
        (..=1, _) => batches(visit),
        (2, _) => batch(visit, id),
        (3, "seconde") => second_entry(visit, id),
        (3, "ecarts") => differences(visit, id),
        _ => Err(no_page()),
    }
}

fn with_typing<T>(visit: &Visit<'_>, act: impl FnOnce(&Typing<'_>) -> Result<T>) -> Result<T> {
    let (access, config) = (visit.access()?, visit.desk.config()?);
    let paths = &visit.desk.paths;
    let today = host::today(&config);
    act(&Typing { clean: &paths.clean, raw: &paths.raw, config: &config, today, access: &access })
}

/// The fault of a form, to be shown above it.
fn told(visit: &Visit<'_>, error: &Error) -> String {
    visit.messages().error(error).to_string()
}

fn batches(visit: &Visit<'_>) -> Answered {
    let mut fault = String::new();
    if visit.is_post {
        let kind = Kind::from_code(visit.form.get("genre")).unwrap_or(Kind::Census);
        let year = visit.form.get("annee").parse().unwrap_or(0);
        match with_typing(visit, |typing| typing.open(kind, visit.form.get("quartier"), year)) {
            Ok(batch) => return Ok(visit.see_other(format!("/saisir/{}", batch.id), None)),
            Err(error) => fault = told(visit, &error),
        }
    }
    let all = with_typing(visit, |typing| typing.batches())?;
    let messages = visit.messages();
    frame::page(&BatchesPage {
        frame: visit.frame(messages.text("desk-task-typing"), "bato template census"),
        fault,
        batches: all.iter().map(|summary| batch_line(messages, summary)).collect(),
        quartiers: app::quartier_names(&visit.desk.paths.raw).unwrap_or_default(),
    })
}

fn batch_line(messages: &Messages, summary: &BatchSummary) -> BatchLine {
    let batch = &summary.batch;
    let (state, state_class) = match (&batch.closed, summary.is_foreign) {
        (_, true) => ("desk-typing-foreign", "bad"),
        (None, false) => ("desk-typing-is-open", "warn"),
        (Some(_), false) => ("desk-typing-is-closed", "good"),
    };
    let id = if batch.kind == Kind::Census { "desk-typing-facts-census" } else { "desk-typing-facts-birth" };
    let facts = say!(messages, id, n = summary.n_rows, units = summary.n_units);
    let state = messages.text(state);
    BatchLine { id: batch.id.clone(), title: batch_title(messages, batch), facts, state, state_class }
}

fn batch_title(messages: &Messages, batch: &Batch) -> String {
    let kind = messages.text(&format!("desk-typing-{}", batch.kind.code()));
    let parts = [kind, batch.quartier.clone(), batch.year.to_string(), batch.author.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The page of a batch.
fn batch(visit: &Visit<'_>, id: &str) -> Answered {
    let mut fault = String::new();
    let mut count = None;
    if visit.is_post {
        match change_batch(visit, id) {
            Ok(BatchStep::Next(path, notice)) => return Ok(visit.see_other(path, notice)),
            Ok(BatchStep::Differs(sentence, n)) => count = Some((sentence, n)),
            Err(error) if error.code == ErrorCode::TypingBatch => return Err(error.into()),
            Err(error) => fault = told(visit, &error),
        }
    }
    let is_new_fiche = visit.query.get("fiche") == "nouvelle" || visit.form.get("faire") == "nouvelle";
    let view = with_typing(visit, |typing| typing.view(id, is_new_fiche))?;
    let changed = match (visit.query.get("ligne"), visit.form.get("ligne")) {
        ("", "") => None,
        (row, "") | (_, row) => Some(with_typing(visit, |typing| typing.row(id, row))?),
    };
    let messages = visit.messages();
    let batch = &view.summary.batch;
    let mut cells = changed.as_ref().map_or(&view.next, |row| &row.cells).clone();
    if !fault.is_empty() {
        // What was typed is not lost with the refusal.
        cells = typed_cells(visit, &view.columns);
    }
    let doubts = view.doubts.iter().map(|doubt| doubt_line(messages, doubt)).collect();
    let command = if batch.kind == Kind::Census { "bato template census" } else { "bato template births" };
    frame::page(&TypingPage {
        frame: visit.frame(batch_title(messages, batch), command),
        fault,
        is_census: batch.kind == Kind::Census,
        is_open: batch.closed.is_none(),
        is_own: view.is_own,
        has_second: batch.second.is_some(),
        form: row_form(messages, &view.columns, &cells, is_new_fiche || view.rows.is_empty()),
        changed: changed.map(|row| row.id).unwrap_or_default(),
        n_rows: view.summary.n_rows,
        headings: headings(messages, &view.columns),
        batch: batch_line(messages, &view.summary),
        rows: shown_rows(&view.columns, view.rows),
        doubts,
        count,
    })
}

/// What a form of a batch leads to.
enum BatchStep {
    /// Another page, and what it says.
    Next(String, Option<String>),
    /// The number of fiches differs from that on paper: the sentence and the number.
    Differs(String, u64),
}

fn change_batch(visit: &Visit<'_>, id: &str) -> Result<BatchStep> {
    let (form, messages) = (&visit.form, visit.messages());
    let path = format!("/saisir/{id}");
    let row = form.get("ligne");
    let cells = || -> Result<Vec<String>> {
        let view = with_typing(visit, |typing| typing.view(id, false))?;
        Ok(typed_cells(visit, &view.columns))
    };
    match form.get("faire") {
        "enlever" => {
            with_typing(visit, |typing| typing.remove_row(id, row))?;
            Ok(BatchStep::Next(path, Some(messages.text("desk-typing-removed"))))
        }
        "fermer" => {
            let n: u64 = form.get("papier").parse().unwrap_or(0);
            let is_confirmed = form.get("confirme") == "oui";
            match with_typing(visit, |typing| typing.close(id, n, is_confirmed))? {
                Some(closing) => {
                    let sentence = say!(messages, "desk-typing-differs", paper = n, typed = closing.n_typed);
                    Ok(BatchStep::Differs(sentence, n))
                }
                None => Ok(BatchStep::Next(path, Some(messages.text("desk-typing-closed")))),
            }
        }
        "rouvrir" => {
            with_typing(visit, |typing| typing.reopen(id))?;
            Ok(BatchStep::Next(path, None))
        }
        "tirer" => {
            with_typing(visit, |typing| typing.draw_second(id))?;
            Ok(BatchStep::Next(format!("{path}/seconde"), None))
        }
        _ if !row.is_empty() => {
            with_typing(visit, |typing| typing.change_row(id, row, &cells()?))?;
            Ok(BatchStep::Next(path, Some(messages.text("desk-typing-changed"))))
        }
        word => {
            let n_before = form.get("avant").parse().unwrap_or(usize::MAX);
            with_typing(visit, |typing| typing.add_row(id, n_before, &cells()?))?;
            let next = if word == "nouvelle" { format!("{path}?fiche=nouvelle") } else { path };
            Ok(BatchStep::Next(next, None))
        }
    }
}

fn typed_cells(visit: &Visit<'_>, columns: &[TypingColumn]) -> Vec<String> {
    columns.iter().map(|column| visit.form.get(&format!("c-{}", column.id)).to_owned()).collect()
}

/// The places of the columns as the paper has them: the number of the fiche stands above its lines.
fn shown_order(columns: &[TypingColumn]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..columns.len()).collect();
    places.sort_by_key(|place| columns[*place].id != "fiche");
    places
}

fn headings(messages: &Messages, columns: &[TypingColumn]) -> Vec<String> {
    shown_order(columns).into_iter().map(|place| label(messages, columns[place].id)).collect()
}

/// Rows with their cells in the order of [`shown_order`].
fn shown_rows(columns: &[TypingColumn], mut rows: Vec<TypingRow>) -> Vec<TypingRow> {
    for row in &mut rows {
        row.cells =
            shown_order(columns).into_iter().map(|place| row.cells.get(place).cloned().unwrap_or_default()).collect();
    }
    rows
}

fn label(messages: &Messages, id: &str) -> String {
    let heading = if id == "year" { "desk-typing-year".to_owned() } else { format!("template-column-{id}") };
    messages.text(&heading)
}

/// The form of a row. Typing begins at the number of a new fiche, else at the first blank field.
fn row_form(messages: &Messages, columns: &[TypingColumn], cells: &[String], is_new_fiche: bool) -> RowForm {
    let size = |id: &str| match id {
        "order" | "fiche" | "sex" | "year" | "parcel" | "act_number" => 6,
        "birth_date" | "declared_on" | "judgment_date" => 11,
        "father" | "mother" | "remarks" => 26,
        _ => 16,
    };
    let mut has_first = false;
    let mut fields = Vec::new();
    let blank = String::new();
    for place in shown_order(columns) {
        let (column, value) = (&columns[place], cells.get(place).unwrap_or(&blank));
        let is_number = is_new_fiche && column.id == "fiche";
        let is_first = !has_first && (is_number || value.is_empty() && column.id != "quartier");
        has_first |= is_first;
        let (label, words) = (label(messages, column.id), column.words.clone());
        fields.push(FieldLine { id: column.id, label, value: value.clone(), words, is_first, size: size(column.id) });
    }
    RowForm { fields }
}

fn doubt_line(messages: &Messages, doubt: &FicheDoubt) -> DoubtLine {
    let line = say!(messages, "desk-typing-line", line = doubt.line.to_string());
    let column = doubt.column.map(|column| label(messages, column));
    let place = std::iter::once(line).chain(column).collect::<Vec<_>>().join(", ");
    let is_error = doubt.finding.severity == bato::finding::Severity::Error;
    let mut text = messages.labelled(&place, &messages.finding(&doubt.finding));
    if is_error {
        text = format!("{text} {}", messages.text("desk-typing-waits"));
    }
    DoubtLine { is_error, text, hint: messages.finding_part(&doubt.finding, "hint") }
}

/// The page on which a second person types the sample.
fn second_entry(visit: &Visit<'_>, id: &str) -> Answered {
    let mut fault = String::new();
    let mut unit = visit.query.get("fiche").to_owned();
    if visit.is_post {
        unit = visit.form.get("fiche").to_owned();
        match change_second(visit, id, &unit) {
            Ok(path) => return Ok(visit.see_other(path, None)),
            Err(error) if error.code == ErrorCode::TypingBatch => return Err(error.into()),
            Err(error) => fault = told(visit, &error),
        }
    }
    let units = with_typing(visit, |typing| typing.draw_second(id))?;
    let summary = summary_of(visit, id)?;
    if unit.is_empty() {
        unit = units.first().cloned().unwrap_or_default();
    }
    let (rows, next) = with_typing(visit, |typing| typing.second_rows(id, &unit))?;
    let columns = with_typing(visit, |typing| typing.second_columns(id))?;
    let messages = visit.messages();
    let cells = if fault.is_empty() { next } else { typed_cells(visit, &columns) };
    frame::page(&SecondPage {
        frame: visit.frame(messages.text("desk-typing-second"), ""),
        fault,
        batch: batch_line(messages, &summary),
        units: units.iter().map(|own| (own.clone(), *own == unit)).collect(),
        unit,
        form: row_form(messages, &columns, &cells, false),
        headings: headings(messages, &columns),
        rows: shown_rows(&columns, rows),
    })
}

fn summary_of(visit: &Visit<'_>, id: &str) -> Result<BatchSummary> {
    let all = with_typing(visit, |typing| typing.batches())?;
    let found = all.into_iter().find(|summary| summary.batch.id == id);
    found.ok_or_else(|| Error::new(ErrorCode::TypingBatch).with("id", id))
}

fn change_second(visit: &Visit<'_>, id: &str, unit: &str) -> Result<String> {
    let query = form_urlencoded::byte_serialize(unit.as_bytes()).collect::<String>();
    let path = format!("/saisir/{id}/seconde?fiche={query}");
    match visit.form.get("faire") {
        "enlever" => with_typing(visit, |typing| typing.remove_second_row(id, visit.form.get("ligne")))?,
        "terminer" => {
            with_typing(visit, |typing| typing.finish_second(id))?;
            return Ok(format!("/saisir/{id}/ecarts"));
        }
        _ => {
            let n_before = visit.form.get("avant").parse().unwrap_or(usize::MAX);
            let columns = with_typing(visit, |typing| typing.second_columns(id))?;
            let cells = typed_cells(visit, &columns);
            with_typing(visit, |typing| typing.add_second_row(id, n_before, &cells))?;
        }
    }
    Ok(path)
}

/// The page of the differences between both entries.
fn differences(visit: &Visit<'_>, id: &str) -> Answered {
    let mut fault = String::new();
    if visit.is_post {
        let number = visit.form.get("numero").parse().unwrap_or(usize::MAX);
        let right = match visit.form.get("juste") {
            "autre" => visit.form.get("texte").to_owned(),
            right => visit.form.get(&format!("texte-{right}")).to_owned(),
        };
        match with_typing(visit, |typing| typing.judge_difference(id, number, &right)) {
            Ok(()) => return Ok(visit.see_other(format!("/saisir/{id}/ecarts"), None)),
            Err(error) if error.code == ErrorCode::TypingBatch => return Err(error.into()),
            Err(error) => fault = told(visit, &error),
        }
    }
    let summary = summary_of(visit, id)?;
    let (_, second) = with_typing(visit, |typing| typing.second_entry(id))?;
    let messages = visit.messages();
    let rate = match second.errors.and_then(|errors| Some((errors, errors.share?))) {
        Some((errors, share)) => {
            let [share, low, high] = share.map(|share| messages.percent(share));
            say!(messages, "desk-typing-rate", n = errors.n, different = errors.n_different, share, low, high)
        }
        None => messages.text("desk-typing-no-rate"),
    };
    let line = |(number, difference): (usize, &Difference)| difference_line(messages, number, difference);
    frame::page(&DifferencesPage {
        frame: visit.frame(messages.text("desk-typing-differences"), ""),
        fault,
        batch: batch_line(messages, &summary),
        rate,
        differences: second.differences.iter().enumerate().map(line).collect(),
    })
}

fn difference_line(messages: &Messages, number: usize, difference: &Difference) -> DifferenceLine {
    let what = match difference.kind {
        DifferenceKind::Field => label(messages, &difference.column),
        DifferenceKind::MissingInFirst => messages.text("desk-typing-missing-first"),
        DifferenceKind::MissingInSecond => messages.text("desk-typing-missing-second"),
    };
    let right = difference.right.as_ref().map(|(right, who, _)| match difference.kind {
        DifferenceKind::Field => messages.labelled(who, right),
        _ => {
            messages.labelled(who, &messages.text(if right.is_empty() { "desk-typing-no" } else { "desk-typing-yes" }))
        }
    });
    DifferenceLine {
        number,
        what: say!(messages, "desk-typing-difference", unit = &difference.unit, what),
        first: difference.first.clone(),
        second: difference.second.clone(),
        is_field: difference.kind == DifferenceKind::Field,
        right: right.unwrap_or_default(),
    }
}
