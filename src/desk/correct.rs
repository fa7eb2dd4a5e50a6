//! Correcting a sheet: the files with faults, a sheet in windows of rows, the correction of a cell, the corrections
//! typed so far.

use std::time::{Duration, Instant};

use askama::Template;
use bato::app::{
    self, CellPlace, CorrectionRequest, DepositSignature, FaultPlace, SheetFileState, SheetReading, SheetRequest,
    SheetWindow,
};
use bato::config::{Config, SettingChange};
use bato::error::{Error, ErrorCode, Result};
use bato::finding::{Finding, Severity};
use bato::messages::{Messages, say};
use bato::record::{Outcome, column_letters, column_of_letters};

use super::answer::Answer;
use super::correct_cell::{CellPanel, Refused, Told, cell_panel, shortened, told, with_place_kept};
use super::correct_date;
use super::correct_list;
use super::correct_place::{self, PlaceForm};
use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use super::words::{self, sheet_path};
use crate::host;

/// How long the list of files reads files that no run has read yet.
const MOST_TIME: Duration = Duration::from_secs(4);
/// Most letters of a text that stays on one line.
const MOST_SHORT: usize = 12;

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    match (visit.part(1), visit.is_post) {
        ("", false) => files(visit),
        ("feuille", false) => sheet(visit, None),
        ("feuille", true) => save(visit),
        ("liste", false) => correct_list::list(visit),
        ("annuler", true) => correct_list::undo(visit),
        ("lieu", true) => correct_place::save(visit),
        ("ligne", true) => leave_out(visit),
        ("colonne", true) => explain_column(visit),
        ("retirer", true) => withdraw(visit),
        ("classeur", false) => workbook(visit),
        _ => Err(no_page()),
    }
}

/// What a use case needs to read sheets.
fn reading<'v>(visit: &'v Visit<'_>, config: &'v Config) -> SheetReading<'v> {
    let paths = &visit.desk.paths;
    let (raw, clean) = (paths.raw.as_path(), paths.clean.as_path());
    SheetReading { raw, clean, config, worker: host::worker(), today: host::today(config) }
}

#[derive(Template)]
#[template(path = "correct_files.html", config = "src/desk/askama.toml")]
struct FilesPage<'v> {
    frame: PageFrame<'v>,
    files: Vec<FileLine>,
}

struct FileLine {
    name: String,
    /// What it holds, in a word.
    kind: String,
    path: String,
    n_errors: u64,
    n_warnings: u64,
    n_corrected: u64,
    state: String,
    /// That the quartier or the year of its rows is not known; "" if they are.
    lacks: String,
    /// Whether its faults are counted: a new file is not read before it is opened.
    is_counted: bool,
}

/// The files with the number of their faults, and whether these are counted: what no run has read yet is read as far
/// as it takes little time.
fn files_with_faults(visit: &Visit<'_>, config: &Config) -> Result<Vec<(app::FileFaults, bool)>> {
    let paths = &visit.desk.paths;
    let mut files = app::sheet_files(&paths.raw, &paths.clean, config)?;
    // What no run has read yet is read now, as far as it takes little time: the view of a file is stored.
    let (start, reading) = (Instant::now(), reading(visit, config));
    let mut counted: Vec<String> = Vec::new();
    let ruled = app::files_with_rulings(&paths.raw, config)?;
    let is_to_count = |file: &app::FileFaults| {
        file.state == SheetFileState::Changed || file.state == SheetFileState::Read && ruled.contains(&file.name)
    };
    for file in files.iter_mut().filter(|file| is_to_count(file)) {
        if start.elapsed() < MOST_TIME
            && let Ok(n_faults) = app::sheet_faults(&reading, &file.name)
        {
            file.n_faults = n_faults;
            counted.push(file.name.clone());
        }
    }
    let is_counted = |file: &app::FileFaults| file.state != SheetFileState::Changed || counted.contains(&file.name);
    Ok(files.into_iter().map(|file| (file.clone(), is_counted(&file))).collect())
}

fn files(visit: &Visit<'_>) -> Answered {
    let messages = visit.messages();
    let mut files = files_with_faults(visit, &visit.desk.config()?)?;
    let line = |(file, is_counted): (app::FileFaults, bool)| FileLine {
        path: words::file_path(&file.name),
        n_errors: file.n_faults.0 as u64,
        n_warnings: file.n_faults.1 as u64,
        n_corrected: file.n_corrected as u64,
        state: messages.text(&format!("desk-correct-state-{}", file.state.code())),
        lacks: if file.lacks_place { messages.text("desk-correct-lacks-place") } else { String::new() },
        is_counted,
        kind: kind_word(messages, &file.name),
        name: words::file_words(messages, &file.name),
    };
    files.sort_by_key(|(file, _)| (std::cmp::Reverse(file.n_faults), file.name.clone()));
    frame::page(&FilesPage {
        frame: visit.frame("desk-correct-title", "bato check data-raw"),
        files: files.into_iter().map(line).collect(),
    })
}

/// What the files of a folder hold, in a word; "" for an unknown folder.
fn kind_word(messages: &Messages, path: &str) -> String {
    let folder = path.split('/').next().unwrap_or_default();
    let id = format!("desk-correct-kind-{folder}");
    if messages.has(&id) { messages.text(&id) } else { String::new() }
}

#[derive(Template)]
#[template(path = "correct_sheet.html", config = "src/desk/askama.toml")]
struct SheetPage<'v> {
    frame: PageFrame<'v>,
    file: String,
    /// Name, address, faults in words, and whether it is the one shown.
    tabs: Vec<(String, String, String, bool)>,
    /// Why nothing of the file is read.
    fault: String,
    left: String,
    /// That the file has no error, or no fault at all; "" if it has errors.
    whole: String,
    /// The address of the next file with errors, and the word of its button.
    next_file: Option<(String, String)>,
    corrected: String,
    /// The quartier and the year, where the file lacks them.
    place: Option<PlaceForm>,
    /// What is said of a row that is left out, or that may be; with the word of the button and what it does.
    row_out: Option<RowOut>,
    /// What was typed for the open cell in an earlier version of the file.
    earlier: Option<EarlierText>,
    /// Which of the faults is open; "" for none.
    counter: String,
    /// That the text that was saved is still wrong; "" if it is not.
    still_wrong: String,
    /// Addresses of the next and the previous fault, of the rows before and after; "" for none.
    next: String,
    previous: String,
    above: String,
    below: String,
    rows_shown: String,
    /// The findings on the whole sheet: severity, text, what to do.
    findings: Vec<Told>,
    columns: Vec<ColumnHead>,
    rows: Vec<GridLine>,
    cell: Option<CellPanel>,
    sheet: usize,
    workbook: String,
    list: String,
    /// Whether the file was deposited, so that it can be taken out again.
    can_withdraw: bool,
}

impl SheetPage<'_> {
    /// The address of the sheet, to which row and column of a cell are added.
    fn sheet_path_base(&self) -> String {
        sheet_path(&self.file, self.sheet, None, None)
    }
}

/// What was typed for the same person and text in an earlier version of the file.
struct EarlierText {
    /// Who wrote what, where and when.
    note: String,
    /// The word of the button.
    button: String,
    new: String,
}

fn earlier_text(messages: &Messages, answer: app::EarlierAnswer) -> EarlierText {
    let new = if answer.new.is_empty() { messages.text("changes-blank") } else { answer.new.clone() };
    let (row, day) = (answer.row.to_string(), words::moment(messages, &answer.moment));
    EarlierText {
        note: say!(messages, "desk-correct-earlier", row, author = answer.author, new = &new, day),
        button: say!(messages, "desk-correct-earlier-take", new),
        new: answer.new,
    }
}

/// A row that can be left out, or counted again.
struct RowOut {
    row: u32,
    note: String,
    button: String,
    /// What the button does: `ecarter` or `compter`.
    act: &'static str,
}

struct ColumnHead {
    letters: String,
    heading: String,
    meaning: String,
}

struct GridLine {
    row: u32,
    outcome: String,
    class: &'static str,
    cells: Vec<GridCell>,
}

struct GridCell {
    column: String,
    text: String,
    /// The mark before the text and what it means; "" for none.
    mark: &'static str,
    word: String,
    class: String,
    /// The address that opens the cell; "" without a fault or correction.
    path: String,
    is_open: bool,
}

/// The sheet that a request names, with one cell open.
fn sheet(visit: &Visit<'_>, refused: Option<Refused>) -> Answered {
    let fields = if visit.is_post { &visit.form } else { &visit.query };
    let config = visit.desk.config()?;
    let reading = reading(visit, &config);
    let file = fields.get("fichier").to_owned();
    let by_name = || fields.all("onglet").next().map(|_| app::sheet_place(&reading, &file, fields.raw("onglet")));
    let sheet = fields.get("feuille").parse().ok();
    let sheet = if sheet.is_some() { sheet } else { by_name().transpose()? };
    let request = SheetRequest { file: file.clone(), sheet, row: fields.get("ligne").parse().ok() };
    let window = app::sheet_view(&reading, &request, &visit.access()?)?;
    let asked = column_of_letters(fields.get("colonne"));
    let with_field = |code: &str| {
        let is_own = |column: &&app::WindowColumn| column.field.is_some_and(|field| field.code() == code);
        window.columns.iter().find(is_own).map(|column| column.column)
    };
    // A page of a person leads to a row: the name is then open.
    let named = || ["nom", "nom_postnom", "full_name", "prenom_first"].into_iter().find_map(with_field);
    let of_address = || ["avenue", "address", "parcel", "quartier"].into_iter().find_map(with_field);
    let column = asked.or_else(|| match fields.get("champ") {
        "nom" => named(),
        "adresse" => of_address(),
        _ => None,
    });
    // Without a cell, the first fault of the sheet is open.
    let first = app::first_fault(&window.faults, |fault| usize::from(fault.sheet) == window.sheet);
    let open = match (request.row, column) {
        (Some(row), Some(column)) => Some((row, column)),
        (None, None) => first.map(|fault| (fault.row, fault.column)),
        _ => None,
    };
    let is_saved = !fields.get("encore").is_empty() && refused.is_none();
    let place = correct_place::form(visit, &window)?;
    let earlier = open.map(|open| app::earlier_answer(&reading, &window, open)).transpose()?.flatten();
    let mut page = sheet_page(visit, window, open, refused);
    page.place = place;
    if !page.whole.is_empty() && page.fault.is_empty() {
        set_next_file(visit, &config, &mut page)?;
    }
    page.earlier = earlier.map(|answer| earlier_text(visit.messages(), answer));
    let text = page.cell.as_ref().filter(|cell| is_saved && !cell.told.is_empty()).map(|cell| cell.text.clone());
    let id = match fields.get("encore") {
        "doute" => "desk-correct-still-doubtful",
        _ => "desk-correct-still-wrong",
    };
    page.still_wrong = text.map(|text| say!(visit.messages(), id, text)).unwrap_or_default();
    frame::page(&page)
}

/// Offers the file with most errors, once the one that is shown has none.
fn set_next_file(visit: &Visit<'_>, config: &Config, page: &mut SheetPage<'_>) -> Result<()> {
    let messages = visit.messages();
    let mut files: Vec<_> = files_with_faults(visit, config)?.into_iter().map(|(file, _)| file).collect();
    files.retain(|file| file.name != page.file && file.n_faults.0 > 0);
    let n = files.len();
    if let Some(next) = files.into_iter().max_by_key(|file| (file.n_faults, std::cmp::Reverse(file.name.clone()))) {
        let name = words::file_words(messages, &next.name);
        page.whole = say!(messages, "desk-correct-others-left", n);
        page.next_file = Some((words::file_path(&next.name), say!(messages, "desk-correct-next-file", name)));
    }
    Ok(())
}

fn sheet_page<'v>(
    visit: &'v Visit<'_>,
    window: SheetWindow,
    open: Option<(u32, u16)>,
    refused: Option<Refused>,
) -> SheetPage<'v> {
    let messages = visit.messages();
    let (file, sheet) = (window.file.clone(), window.sheet);
    let ((from, to), last) = (window.rows_shown, window.last_row.to_string());
    let at = |fault: Option<FaultPlace>| {
        let path = |fault: FaultPlace| sheet_path(&file, usize::from(fault.sheet), Some(fault.row), Some(fault.column));
        fault.map(path).unwrap_or_default()
    };
    let here = open.map_or((sheet as u16, from, 0), |(row, column)| (sheet as u16, row, column));
    let from_here = if open.is_some() { here } else { (here.0, here.1.saturating_sub(1), u16::MAX) };
    let rows_path = |row: Option<u32>| row.map(|row| sheet_path(&file, sheet, Some(row), None)).unwrap_or_default();
    let tab = |(place, tab): (usize, &app::SheetTab)| {
        let name = if tab.name.is_empty() { "CSV".to_owned() } else { tab.name.clone() };
        (name, sheet_path(&file, place, None, None), faults_in_words(messages, tab.n_faults), place == sheet)
    };
    SheetPage {
        frame: visit
            .frame("desk-correct-title", &format!("bato check \"data-raw/{file}\""))
            .with_heading(words::file_words(messages, &file)),
        tabs: window.sheets.iter().enumerate().map(tab).collect(),
        fault: window.fault.map(|code| messages.error(&Error::new(code)).message).unwrap_or_default(),
        left: left_in_words(messages, &window),
        whole: match (window.n_faults, window.faults.is_empty()) {
            ((0, 0), true) => messages.text("desk-correct-none-left"),
            ((0, _), _) => messages.text("desk-correct-no-errors"),
            _ => String::new(),
        },
        place: None,
        next_file: None,
        earlier: None,
        row_out: open.and_then(|(row, _)| row_out(messages, &window, row)),
        corrected: say!(messages, "desk-correct-corrected", n = window.n_corrected),
        counter: counter(messages, &window, here),
        still_wrong: String::new(),
        next: at(app::next_fault(&window.faults, from_here)),
        previous: at(app::previous_fault(&window.faults, here)),
        above: rows_path(from.checked_sub(app::WINDOW_ROWS)),
        below: rows_path(Some(to + 1).filter(|row| *row <= window.last_row)),
        rows_shown: say!(messages, "desk-correct-rows", from = from.to_string(), to = to.to_string(), last),
        findings: window.findings.iter().map(|finding| of_sheet(messages, &window, finding)).collect(),
        columns: window.columns.iter().map(|column| column_head(messages, column)).collect(),
        cell: open.map(|open| {
            cell_panel(messages, &window, open, refused, &|| {
                app::quartier_names(&visit.desk.paths.raw).unwrap_or_default()
            })
        }),
        rows: window.rows.iter().map(|row| grid_row(messages, &window, row, open)).collect(),
        workbook: format!("/corriger/classeur?fichier={}", words::encoded(&file)),
        list: format!("/corriger/liste?fichier={}", words::encoded(&file)),
        can_withdraw: app::can_withdraw(&file),
        sheet,
        file,
    }
}

/// A finding on the whole sheet. Where no cell is at fault, old corrections ask for nothing.
fn of_sheet(messages: &Messages, window: &SheetWindow, finding: &Finding) -> Told {
    let told = told(messages, window.kind, finding);
    match finding.rule {
        "cell-corrections-outdated" if window.faults.is_empty() => {
            Told { hint: messages.text("desk-hint-old-corrections-none"), ..told }
        }
        _ => told,
    }
}

/// Which of the faults of a file is open; "" if none is.
fn counter(messages: &Messages, window: &SheetWindow, open: (u16, u32, u16)) -> String {
    match app::fault_number(&window.faults, open) {
        None => String::new(),
        Some((n, to, all)) if n == to => say!(messages, "desk-correct-counter", n, all),
        Some((n, to, all)) => say!(messages, "desk-correct-counter-several", n, to, all),
    }
}

/// The errors and warnings left in a file, and how many of them are at no cell: these stand below the cell.
fn left_in_words(messages: &Messages, window: &SheetWindow) -> String {
    let (errors, warnings) = window.n_faults;
    let n_at_cells: usize = window.faults.iter().map(|fault| fault.n as usize).sum();
    let text = faults_in_words(messages, window.n_faults);
    match (errors + warnings).saturating_sub(n_at_cells) {
        0 => text,
        n if n == errors + warnings => format!("{text} {}", say!(messages, "desk-correct-all-of-sheet", n)),
        n => format!("{text} {}", say!(messages, "desk-correct-of-sheet", n)),
    }
}

/// A row that a run leaves out because it was emptied here, or that can be emptied: it may be there twice, or crossed
/// out.
fn row_out(messages: &Messages, window: &SheetWindow, row: u32) -> Option<RowOut> {
    const RULES: [&str; 2] = ["row-typed-twice", "remark-against-row"];
    let own = window.rows.iter().find(|own| own.row == row)?;
    let made = |id: &str, act: &'static str| RowOut {
        row,
        note: messages.text(&format!("desk-correct-row-{id}")),
        button: messages.text(&format!("desk-correct-row-{id}.button")),
        act,
    };
    if own.reason.as_deref() == Some("row-emptied") {
        return Some(made("out", "compter"));
    }
    let is_doubtful = own.cells.iter().flat_map(|cell| &cell.findings).any(|finding| RULES.contains(&finding.rule));
    // The texts of a sensitive column are neither kept nor shown: no correction holds them.
    let can_empty = !window.columns.iter().any(|column| column.is_sensitive);
    (is_doubtful && can_empty).then(|| made("twice", "ecarter"))
}

/// Leaves a row out of the register, or counts it again.
fn leave_out(visit: &Visit<'_>) -> Answered {
    let (form, messages) = (&visit.form, visit.messages());
    let config = visit.desk.config()?;
    let reading = reading(visit, &config);
    let (file, row) = (form.get("fichier"), form.get("ligne").parse().unwrap_or(0));
    let sheet = form.get("feuille").parse().unwrap_or(0);
    let signature = visit.signature(&messages.text("desk-correct-usual-reason"));
    let place = (file, sheet, row);
    let access = visit.access()?;
    let (id, done) = match form.get("faire") {
        "ecarter" => ("desk-correct-row-left-out", app::leave_out_row(&reading, place, &signature, &access)),
        "compter" => ("desk-correct-row-counted", app::count_row_again(&reading, place, &signature, &access)),
        _ => return Err(no_page()),
    };
    let notice = match done {
        Ok(_) => say!(messages, id, row = row.to_string()),
        Err(error) => words::error(messages, &error),
    };
    Ok(visit.see_other(format!("{}&champ=nom", sheet_path(file, sheet, Some(row), None)), Some(notice)))
}

fn faults_in_words(messages: &Messages, (errors, warnings): (usize, usize)) -> String {
    let (errors, warnings) =
        (say!(messages, "desk-correct-errors", n = errors), say!(messages, "desk-correct-warnings", n = warnings));
    format!("{errors}, {warnings}")
}

fn column_head(messages: &Messages, column: &app::WindowColumn) -> ColumnHead {
    let meaning = column.field.map(|field| words::meaning(messages, field.code()));
    ColumnHead {
        letters: column.letters.clone(),
        heading: column.heading.clone(),
        meaning: meaning.unwrap_or_default(),
    }
}

fn grid_row(messages: &Messages, window: &SheetWindow, row: &app::WindowRow, open: Option<(u32, u16)>) -> GridLine {
    let (outcome, class) = match (row.outcome, &row.reason) {
        (None, _) => (String::new(), ""),
        (Some(Outcome::Registered | Outcome::Merged), _) => (messages.text("desk-correct-read"), ""),
        (Some(outcome), reason) => {
            let reason = reason.as_deref().map(|reason| app::row_reason(messages, outcome.code(), reason));
            let word = messages.text(&format!("outcome-{}", outcome.code()));
            let text = reason.map_or(word.clone(), |reason| messages.labelled(&word, &reason));
            (text, if outcome == Outcome::Quarantined { "stopped" } else { "ignored" })
        }
    };
    let cells = window.columns.iter().map(|column| {
        let cell = row.cells.binary_search_by_key(&column.column, |cell| cell.column);
        let cell = cell.ok().and_then(|place| row.cells.get(place));
        grid_cell(messages, window, (row.row, column.column), cell, open)
    });
    GridLine { row: row.row, outcome, class, cells: cells.collect() }
}

fn grid_cell(
    messages: &Messages,
    window: &SheetWindow,
    (row, column): (u32, u16),
    cell: Option<&app::WindowCell>,
    open: Option<(u32, u16)>,
) -> GridCell {
    let findings = cell.map_or(&[][..], |cell| &cell.findings);
    let worst = findings.iter().map(|finding| finding.severity).max();
    let corrected = cell.and_then(|cell| cell.corrected.as_ref());
    let is_corrected = corrected.is_some_and(|cell| cell.is_changed());
    let (mark, word, class) = match (worst, is_corrected) {
        (Some(Severity::Error), _) => ("✖", messages.text("report-severity-error"), "bad"),
        (Some(Severity::Warning), _) => ("⚠", messages.text("report-severity-warning"), "warn"),
        (None, true) => ("✎", messages.text("desk-correct-is-corrected"), "corrected"),
        (None, false) if corrected.is_some() => ("✓", messages.text("desk-correct-is-confirmed"), "corrected"),
        (None, false) => ("", String::new(), ""),
    };
    let path = sheet_path(&window.file, window.sheet, Some(row), Some(column));
    let is_open = open == Some((row, column));
    // A number or a date is not divided where the columns are narrow.
    let is_short = cell.is_some_and(|cell| cell.text.chars().count() <= MOST_SHORT);
    let classes = [class, if is_open { "open" } else { "" }, if is_short { "short" } else { "" }];
    GridCell {
        column: column_letters(column).to_string(),
        text: cell.map(|cell| shortened(&messages.day_first(&cell.text))).unwrap_or_default(),
        mark,
        word,
        class: classes.into_iter().filter(|class| !class.is_empty()).collect::<Vec<_>>().join(" "),
        path: if mark.is_empty() { String::new() } else { path },
        is_open,
    }
}

/// Writes the correction of a cell and leads on to the next fault.
fn save(visit: &Visit<'_>) -> Answered {
    let form = &visit.form;
    let config = visit.desk.config()?;
    let reading = reading(visit, &config);
    let row = form.get("ligne").parse().unwrap_or(0);
    let (file, reason) = (form.get("fichier").to_owned(), form.get("motif"));
    let place = CellPlace {
        file: file.clone(),
        sheet: form.raw("onglet").to_owned(),
        row,
        column: form.get("colonne").to_owned(),
    };
    if form.get("faire") == "confirmer" {
        return confirm(visit, &reading, &place);
    }
    let old = form.raw("ancien").to_owned();
    let new = match form.get("nouveau") {
        // The day that was shown is the text that stands in the cell.
        new if new == visit.messages().day_first(&old) => old.clone(),
        new if form.get("lieu") == "oui" => with_place_kept(&old, new),
        new => new.to_owned(),
    };
    let access = visit.access()?;
    let worker = (&config, host::worker());
    let paths = &visit.desk.paths;
    let column = column_of_letters(&place.column);
    let requests = match correct_date::in_three_cells(visit, &reading, &place, &new)? {
        Some(requests) => requests,
        None => vec![CorrectionRequest { place, old: Some(old), new }],
    };
    match app::correct_cells(&paths.clean, &paths.raw, worker, &requests, &visit.signature(reason), &access) {
        Ok(corrections) => {
            let (path, stays) = path_after(visit, &reading, &file, (row, column.unwrap_or_default()))?;
            if let Some(severity) = stays {
                let again = if severity == Severity::Error { "1" } else { "doute" };
                return Ok(visit.see_other(format!("{path}&encore={again}"), None));
            }
            let messages = visit.messages();
            let blank =
                |text: &str| if text.is_empty() { messages.text("changes-blank") } else { messages.day_first(text) };
            let each = corrections.iter().map(|own| {
                let place = words::cell_place(messages, "", own.row, own.column);
                let change = say!(messages, "correct-change", old = blank(&own.old), new = blank(&own.new));
                messages.labelled(&place, &change)
            });
            let each = words::capitalised(&each.collect::<Vec<_>>().join(", "));
            Ok(visit.see_other(path, Some(say!(messages, "desk-correct-saved", corrections = each))))
        }
        // The text is still wrong: the page says so at the cell.
        Err(error) if error.code == ErrorCode::CorrectSame && !form.get("faute").is_empty() => {
            let again = if form.get("faute") == Severity::Error.code() { "1" } else { "doute" };
            let sheet = form.get("feuille").parse().unwrap_or(0);
            let path = sheet_path(&file, sheet, Some(row), column);
            Ok(visit.see_other(format!("{path}&encore={again}"), None))
        }
        Err(error) => {
            let (new, reason) = (form.get("nouveau").to_owned(), reason.to_owned());
            sheet(visit, Some(Refused { error, new, reason }))
        }
    }
}

/// The address of the fault after a cell, or of the sheet if none is left; or that of the cell itself, and how grave
/// the fault is that its text still has.
fn path_after(
    visit: &Visit<'_>,
    reading: &SheetReading<'_>,
    file: &str,
    (row, column): (u32, u16),
) -> Result<(String, Option<Severity>)> {
    let sheet = visit.form.get("feuille").parse().ok();
    let request = SheetRequest { file: file.to_owned(), sheet, row: Some(row) };
    let window = app::sheet_view(reading, &request, &visit.access()?)?;
    let own = window.rows.iter().find(|own| own.row == row);
    let cell = own.and_then(|own| own.cells.iter().find(|cell| cell.column == column));
    let is_error = |finding: &Finding| finding.severity == Severity::Error && finding.at.row.row == row;
    if cell.is_some_and(|cell| cell.findings.iter().any(is_error)) {
        return Ok((sheet_path(file, window.sheet, Some(row), Some(column)), Some(Severity::Error)));
    }
    let here = (window.sheet as u16, row, column);
    let was_error = visit.form.get("faute") == Severity::Error.code();
    Ok(match app::next_to_correct(&window.faults, here, was_error) {
        Some(next) => {
            let path = sheet_path(file, usize::from(next.sheet), Some(next.row), Some(next.column));
            (path, ((next.sheet, next.row, next.column) == here).then_some(Severity::Warning))
        }
        // No cell is open: what is typed next would replace the text that was just corrected.
        None => (sheet_path(file, window.sheet, None, None), None),
    })
}

/// Writes that the text of a cell is right, and leads on to the next fault.
fn confirm(visit: &Visit<'_>, reading: &SheetReading<'_>, place: &CellPlace) -> Answered {
    let (paths, messages) = (&visit.desk.paths, visit.messages());
    let worker = (reading.config, host::worker());
    let signature = visit.signature(visit.form.get("motif"));
    let text = visit.form.raw("ancien");
    match app::confirm(&paths.clean, &paths.raw, worker, (place, text), &signature, &visit.access()?) {
        Ok(own) => {
            let (path, _) = path_after(visit, reading, &place.file, (own.row, own.column))?;
            let text = if own.new.is_empty() { messages.text("changes-blank") } else { own.new.clone() };
            let notice = say!(
                messages,
                "desk-correct-confirmed",
                place = words::cell_place(messages, "", own.row, own.column),
                text
            );
            Ok(visit.see_other(path, Some(notice)))
        }
        Err(error) => {
            let (new, reason) = (text.to_owned(), visit.form.get("motif").to_owned());
            sheet(visit, Some(Refused { error, new, reason }))
        }
    }
}

/// Keeps what a column of the file contains, as the agent says it at its heading.
fn explain_column(visit: &Visit<'_>) -> Answered {
    let (form, messages) = (&visit.form, visit.messages());
    let (path, field) = (form.get("fichier"), form.get("champ").to_owned());
    let change = SettingChange::Column {
        file: path.rsplit('/').next().unwrap_or(path).to_owned(),
        sheet: form.raw("onglet").to_owned(),
        column: form.get("colonne").to_owned(),
        heading: form.get("titre").to_owned(),
        field: field.clone(),
    };
    let notice = match app::add_setting(&visit.desk.paths.raw, change, &host::now(), visit.agent()) {
        Ok(_) => {
            let meaning = words::meaning(messages, &field);
            say!(messages, "desk-correct-column-saved", column = form.get("colonne"), meaning)
        }
        Err(error) => words::error(messages, &error),
    };
    let sheet = form.get("feuille").parse().unwrap_or(0);
    Ok(visit.see_other(sheet_path(path, sheet, None, None), Some(notice)))
}

/// Takes a file out of the input files that was added by mistake.
fn withdraw(visit: &Visit<'_>) -> Answered {
    let (form, paths, messages) = (&visit.form, &visit.desk.paths, visit.messages());
    let (file, at) = (form.get("fichier"), host::now());
    if form.get("confirme") != "oui" {
        let notice = messages.text("desk-correct-withdraw-confirm");
        return Ok(visit.see_other(words::file_path(file), Some(notice)));
    }
    let signature = DepositSignature { at: &at, author: visit.agent() };
    app::withdraw_file((&paths.raw, &paths.clean), file, signature)?;
    let notice = say!(messages, "desk-correct-withdrawn", name = words::file_label(file));
    Ok(visit.see_other("/corriger", Some(notice)))
}

/// The corrections workbook of a file, to save.
fn workbook(visit: &Visit<'_>) -> Answered {
    let config = visit.desk.config()?;
    let file = visit.query.get("fichier");
    let copy = app::corrections_copy(&reading(visit, &config), file, visit.messages(), &visit.access()?)?;
    match copy {
        Some(bytes) => Ok(Answer::Download("corrections.xlsx", bytes)),
        None => Ok(visit.see_other(words::file_path(file), Some(visit.messages().text("check-nothing")))),
    }
}
