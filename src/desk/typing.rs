//! Typing from paper: the batches, the form of a person, the second entry of a sample, the differences to judge.

use askama::Template;
use bato::app::{self, Batch, BatchSummary, Difference, DifferenceKind, FicheDoubt, Typing, TypingColumn, TypingRow};
use bato::error::{Error, ErrorCode, Result};
use bato::messages::{Messages, say};
use bato::record::Kind;

use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

#[derive(Template)]
#[template(path = "batches.html", config = "src/desk/askama.toml")]
struct BatchesPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    batches: Vec<BatchLine>,
    quartiers: Vec<String>,
    /// What was typed, or where a link leads: the kind, the quartier, the year.
    is_birth: bool,
    quartier: String,
    year: String,
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
    /// Whether the form begins a fiche.
    is_new_fiche: bool,
    n_rows: u64,
    /// What is counted on paper.
    on_paper: String,
    headings: Vec<String>,
    rows: Vec<TypingRow>,
    /// Which of the rows wait in quarantine, and how many do, in a sentence; "" for none.
    waiting: Vec<String>,
    n_waiting: String,
    /// What the rules say of the row saved last, above the form; of the others, below it.
    doubts_of_last: Vec<DoubtLine>,
    doubts: Vec<DoubtLine>,
    /// Fiches counted on paper, if the number was typed and differs: the sentence, the number.
    count: Option<(String, u64)>,
}

/// The fields of a person, in groups as on paper: the head of the fiche, then the line of the person.
struct RowForm {
    groups: Vec<FieldGroup>,
}

struct FieldGroup {
    /// What it is; "" for a register, whose lines stand alone.
    title: String,
    fields: Vec<FieldLine>,
}

/// What is to be seen in the form of a row.
#[derive(Default)]
struct FormState<'f> {
    /// Whether it begins a fiche.
    is_new_fiche: bool,
    /// The field that a remark leads to.
    focus: &'f str,
    /// The fields at fault.
    faults: Vec<&'static str>,
    /// Whether something else on the page asks for an answer first.
    is_quiet: bool,
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
    is_fault: bool,
}

/// What the rules say, in words.
struct DoubtLine {
    is_error: bool,
    /// Whom it is about, and the address of the field.
    who: String,
    path: String,
    text: String,
    hint: String,
    /// The row, and the year that may stand alone in place of a date that is none; "" for no such date.
    row: String,
    year: String,
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
    let batch_in_hand = visit.session.batch_in_hand.as_deref();
    act(&Typing { clean: &paths.clean, raw: &paths.raw, config: &config, today, access: &access, batch_in_hand })
}

/// Remembers which batch the agent types in from now on: its rows were shown. `None` after a look at the list: a batch
/// that is opened from there is opened again.
fn take_in_hand(visit: &Visit<'_>, id: Option<&str>) {
    visit.desk.sessions.change(&visit.session.cookie, |session| session.batch_in_hand = id.map(str::to_owned));
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
    let fields = if visit.is_post { &visit.form } else { &visit.query };
    take_in_hand(visit, None);
    let messages = visit.messages();
    frame::page(&BatchesPage {
        frame: visit.frame("desk-task-typing", "bato template census"),
        fault,
        batches: all.iter().map(|summary| batch_line(messages, summary)).collect(),
        quartiers: app::quartier_names(&visit.desk.paths.raw).unwrap_or_default(),
        is_birth: fields.get("genre") == Kind::Birth.code(),
        quartier: fields.get("quartier").to_owned(),
        year: fields.get("annee").to_owned(),
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
    let n_rows = with_typing(visit, |typing| typing.n_rows(id))?;
    let is_new_fiche = begins_fiche(visit, id, n_rows)?;
    let view = with_typing(visit, |typing| typing.view(id, is_new_fiche))?;
    let changed = match (visit.query.get("ligne"), visit.form.get("ligne")) {
        ("", "") => None,
        (row, "") | (_, row) => Some(with_typing(visit, |typing| typing.row(id, row))?),
    };
    take_in_hand(visit, Some(id).filter(|_| view.is_own));
    let messages = visit.messages();
    let batch = &view.summary.batch;
    let mut cells = changed.as_ref().map_or(&view.next, |row| &row.cells).clone();
    // The number of the first fiche is that of the paper: none is made up.
    let first_fiche = view.columns.iter().position(|column| column.id == "fiche");
    let first_fiche = first_fiche.filter(|_| changed.is_none() && view.rows.is_empty());
    if let Some(cell) = first_fiche.and_then(|place| cells.get_mut(place)) {
        cell.clear();
    }
    if !fault.is_empty() {
        // What was typed is not lost with the refusal.
        cells = typed_cells(visit, &view.columns);
    }
    let last = view.rows.last().map(|row| row.id.clone()).filter(|_| changed.is_none());
    let doubts = view.doubts.iter().map(|doubt| doubt_line(messages, (batch, &view.columns), doubt));
    let (doubts_of_last, doubts) = doubts.partition(|doubt: &DoubtLine| Some(&doubt.row) == last.as_ref());
    // A register of births is for several quartiers: each row has its own.
    let of_batch: &[&str] = if batch.quartier.is_empty() { &["year"] } else { IS_OF_BATCH };
    let changed_id = changed.as_ref().map_or("", |row| &row.id);
    let of_changed = view.doubts.iter().filter(|doubt| doubt.row == changed_id);
    let state = FormState {
        is_new_fiche: changed.is_none() && (is_new_fiche || view.rows.is_empty()),
        focus: visit.query.get("case"),
        faults: of_changed.filter_map(|doubt| doubt.column).collect(),
        is_quiet: count.is_some(),
    };
    let kind = batch.kind.code();
    let command = if batch.kind == Kind::Census { "bato template census" } else { "bato template births" };
    frame::page(&TypingPage {
        frame: visit.frame("desk-task-typing", command).with_heading(batch_title(messages, batch)),
        fault,
        is_census: batch.kind == Kind::Census,
        is_open: batch.closed.is_none(),
        is_own: view.is_own,
        has_second: batch.second.is_some(),
        form: row_form(messages, &view.columns, &cells, &state),
        is_new_fiche: state.is_new_fiche,
        on_paper: messages.text(&format!("desk-typing-on-paper-{kind}")),
        changed: changed.map(|row| row.id).unwrap_or_default(),
        n_rows: view.summary.n_rows,
        headings: headings(messages, &view.columns, of_batch),
        batch: batch_line(messages, &view.summary),
        n_waiting: match view.rows.iter().filter(|row| view.waiting.contains(&row.id)).count() {
            0 => String::new(),
            n => say!(messages, "desk-typing-waiting", n),
        },
        rows: shown_rows(&view.columns, view.rows, of_batch),
        waiting: view.waiting,
        doubts_of_last,
        doubts,
        count: count.map(|(sentence, n)| (count_text(messages, &view.units, sentence), n)),
    })
}

/// Whether the next row of a batch begins a fiche. A fiche that is finished stays so until a row is added or the agent
/// goes on with it, whatever else is done on the page, and when the batch is opened again.
fn begins_fiche(visit: &Visit<'_>, id: &str, n_rows: u64) -> Result<bool> {
    let finished = match (visit.query.get("fiche"), visit.form.get("faire")) {
        ("nouvelle", _) | (_, "nouvelle") => Some(n_rows),
        ("suite", _) => None,
        _ => with_typing(visit, |typing| Ok(typing.finished_fiche(id)))?.filter(|n| *n == n_rows),
    };
    with_typing(visit, |typing| typing.set_finished_fiche(id, finished))?;
    Ok(finished.is_some())
}

/// The columns that say the same in all rows of a batch, and stand in its title.
const IS_OF_BATCH: &[&str] = &["quartier", "year"];

/// That the numbers on paper and in the batch differ, with the numbers that are there.
fn count_text(messages: &Messages, units: &[String], sentence: String) -> String {
    if units.is_empty() {
        return sentence;
    }
    format!("{sentence} {}", say!(messages, "desk-typing-units", units = units.join(", ")))
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
    match form.get("faire") {
        "enlever" => {
            with_typing(visit, |typing| typing.remove_row(id, row))?;
            with_typing(visit, |typing| match typing.finished_fiche(id) {
                Some(n) => typing.set_finished_fiche(id, Some(n.saturating_sub(1))),
                None => Ok(()),
            })?;
            Ok(BatchStep::Next(path, Some(messages.text("desk-typing-removed"))))
        }
        "fermer" => {
            let n: u64 = form.get("papier").parse().unwrap_or(0);
            let is_confirmed = form.get("confirme") == "oui";
            match with_typing(visit, |typing| typing.close(id, n, is_confirmed))? {
                Some(closing) => {
                    let id = if closing.n_typed < n { "desk-typing-differs-fewer" } else { "desk-typing-differs-more" };
                    let sentence = say!(messages, id, paper = n, typed = closing.n_typed);
                    Ok(BatchStep::Differs(sentence, n))
                }
                None => Ok(BatchStep::Next(path, Some(messages.text("desk-typing-closed")))),
            }
        }
        "annee" => {
            // A date that is none: its year alone is right.
            let (batch, columns) = with_typing(visit, |typing| typing.form_columns(id))?;
            let mut cells = with_typing(visit, |typing| typing.row(id, row))?.cells;
            let place = columns.iter().position(|column| column.id == "birth_date");
            if let Some(cell) = place.and_then(|place| cells.get_mut(place)) {
                form.get("annee").clone_into(cell);
            }
            with_typing(visit, |typing| typing.change_row(id, row, &cells))?;
            let who = who_text(messages, (&batch, &columns), &cells);
            Ok(BatchStep::Next(path, Some(say!(messages, "desk-typing-changed", who))))
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
            let (batch, columns) = with_typing(visit, |typing| typing.form_columns(id))?;
            let cells = typed_cells(visit, &columns);
            with_typing(visit, |typing| typing.change_row(id, row, &cells))?;
            let who = who_text(messages, (&batch, &columns), &cells);
            Ok(BatchStep::Next(path, Some(say!(messages, "desk-typing-changed", who))))
        }
        word => {
            let n_before = form.get("avant").parse().unwrap_or(usize::MAX);
            let (batch, columns) = with_typing(visit, |typing| typing.form_columns(id))?;
            let cells = typed_cells(visit, &columns);
            with_typing(visit, |typing| typing.add_row(id, n_before, &cells))?;
            let next = if word == "nouvelle" { format!("{path}?fiche=nouvelle") } else { path };
            let who = who_text(messages, (&batch, &columns), &cells);
            Ok(BatchStep::Next(next, Some(say!(messages, "desk-typing-added", who))))
        }
    }
}

fn typed_cells(visit: &Visit<'_>, columns: &[TypingColumn]) -> Vec<String> {
    columns.iter().map(|column| visit.form.get(&format!("c-{}", column.id)).to_owned()).collect()
}

/// The head of a fiche, in the order of the paper.
const OF_FICHE: [&str; 5] = ["quartier", "avenue", "parcel", "fiche", "year"];

/// The places of the columns as the paper has them: the head of the fiche, then its lines, the place of birth before
/// the date.
fn shown_order(columns: &[TypingColumn]) -> Vec<usize> {
    let has_fiche = columns.iter().any(|column| column.id == "fiche");
    let place_of = |id: &str| columns.iter().position(|column| column.id == id);
    let rank = |place: &usize| {
        let id = columns[*place].id;
        match OF_FICHE.iter().position(|own| *own == id).filter(|_| has_fiche) {
            Some(of_head) => (0, of_head, 0),
            // Place and date change places.
            None if id == "birth_place" && has_fiche => (1, place_of("birth_date").unwrap_or(*place), 0),
            None => (1, *place, 1),
        }
    };
    let mut places: Vec<usize> = (0..columns.len()).collect();
    places.sort_by_key(rank);
    places
}

/// The columns of a table, in the order of the paper, without some.
fn table_order(columns: &[TypingColumn], without: &[&str]) -> Vec<usize> {
    // The number of the fiche is the first thing that one looks for in a table.
    let mut places = shown_order(columns);
    places.retain(|place| !without.contains(&columns[*place].id));
    places.sort_by_key(|place| columns[*place].id != "fiche");
    places
}

fn headings(messages: &Messages, columns: &[TypingColumn], without: &[&str]) -> Vec<String> {
    table_order(columns, without).into_iter().map(|place| label(messages, columns[place].id)).collect()
}

/// Rows with their cells in the order of [`table_order`].
fn shown_rows(columns: &[TypingColumn], mut rows: Vec<TypingRow>, without: &[&str]) -> Vec<TypingRow> {
    let order = table_order(columns, without);
    for row in &mut rows {
        row.cells = order.iter().map(|place| row.cells.get(*place).cloned().unwrap_or_default()).collect();
    }
    rows
}

fn label(messages: &Messages, id: &str) -> String {
    match id {
        "year" => messages.text("desk-typing-year"),
        "fiche" => messages.text("desk-typing-fiche"),
        "category" => messages.text("desk-typing-category"),
        id => messages.text(&format!("template-column-{id}")),
    }
}

/// The form of a row. Typing begins at the field that a remark leads to; else at the first blank field, of the head of
/// a new fiche or of the line of a person.
fn row_form(messages: &Messages, columns: &[TypingColumn], cells: &[String], state: &FormState<'_>) -> RowForm {
    let size = |id: &str| match id {
        "order" | "fiche" | "sex" | "year" | "parcel" | "act_number" => 6,
        "birth_date" | "declared_on" | "judgment_date" => 11,
        "father" | "mother" | "remarks" => 26,
        _ => 16,
    };
    let has_fiche = columns.iter().any(|column| column.id == "fiche");
    let is_of_fiche = |id: &str| has_fiche && OF_FICHE.contains(&id);
    let blank = String::new();
    let value_of = |place: usize| cells.get(place).unwrap_or(&blank);
    let order = shown_order(columns);
    let has_focus = columns.iter().any(|column| column.id == state.focus);
    let first_blank = order.iter().find(|place| {
        let id = columns[**place].id;
        value_of(**place).is_empty() && id != "quartier" && (state.is_new_fiche || !is_of_fiche(id))
    });
    let mut groups: Vec<FieldGroup> = Vec::new();
    let mut title = None;
    for place in &order {
        let (column, value) = (&columns[*place], value_of(*place));
        let own = match (has_fiche, is_of_fiche(column.id)) {
            (false, _) => "",
            (true, true) => "desk-typing-group-fiche",
            (true, false) => "desk-typing-group-person",
        };
        if title != Some(own) {
            let text = if own.is_empty() { String::new() } else { messages.text(own) };
            groups.push(FieldGroup { title: text, fields: Vec::new() });
            title = Some(own);
        }
        let field = FieldLine {
            id: column.id,
            label: label(messages, column.id),
            value: value.clone(),
            words: column.words.clone(),
            is_first: !state.is_quiet && if has_focus { column.id == state.focus } else { first_blank == Some(place) },
            size: size(column.id),
            is_fault: state.faults.contains(&column.id),
        };
        if let Some(group) = groups.last_mut() {
            group.fields.push(field);
        }
    }
    RowForm { groups }
}

/// A person as a page names them: the name, the fiche and the line, or the act.
fn who_text(messages: &Messages, (batch, columns): (&Batch, &[TypingColumn]), cells: &[String]) -> String {
    let value = |id: &str| {
        let place = columns.iter().position(|column| column.id == id);
        place.and_then(|place| cells.get(place)).map_or("", String::as_str)
    };
    let parts = ["nom", "postnom", "prenom"].map(value);
    let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if batch.kind == Kind::Census {
        say!(messages, "desk-typing-who-census", name, fiche = value("fiche"), order = value("order"))
    } else {
        say!(messages, "desk-typing-who-birth", name, number = value("act_number"))
    }
}

/// The year at the end of a date that does not exist.
fn year_of(text: &str) -> Option<String> {
    let digits: String = text.chars().rev().take_while(char::is_ascii_digit).collect();
    (digits.len() == 4 && digits.len() < text.len()).then(|| digits.chars().rev().collect())
}

fn doubt_line(messages: &Messages, (batch, columns): (&Batch, &[TypingColumn]), doubt: &FicheDoubt) -> DoubtLine {
    let is_error = doubt.finding.severity == bato::finding::Severity::Error;
    let mut text = messages.finding(&doubt.finding);
    if is_error {
        text = format!("{text} {}", messages.text("desk-typing-waits"));
    }
    let birth_date = columns.iter().position(|column| column.id == "birth_date");
    let typed = birth_date.and_then(|place| doubt.cells.get(place)).filter(|_| doubt.finding.rule == "impossible-date");
    let case = doubt.column.map(|column| format!("&case={column}")).unwrap_or_default();
    DoubtLine {
        is_error,
        who: who_text(messages, (batch, columns), &doubt.cells),
        path: format!("/saisir/{}?ligne={}{case}", batch.id, doubt.row),
        text,
        hint: words::hint(messages, &doubt.finding, "typing"),
        row: doubt.row.clone(),
        year: typed.and_then(|text| year_of(text)).unwrap_or_default(),
    }
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
    take_in_hand(visit, Some(&app::sample_in_hand(id, &unit)));
    let columns = with_typing(visit, |typing| typing.second_columns(id))?;
    let messages = visit.messages();
    let cells = if fault.is_empty() { next } else { typed_cells(visit, &columns) };
    frame::page(&SecondPage {
        frame: visit.frame("desk-typing-second", ""),
        fault,
        batch: batch_line(messages, &summary),
        units: units.iter().map(|own| (own.clone(), *own == unit)).collect(),
        unit,
        form: row_form(messages, &columns, &cells, &FormState::default()),
        headings: headings(messages, &columns, &[]),
        rows: shown_rows(&columns, rows, &[]),
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
        frame: visit.frame("desk-typing-differences", ""),
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
