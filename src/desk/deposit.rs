//! Depositing files: they are dropped or chosen, read at once, and added to the input files once their kind is chosen.
//! Words and columns that were not understood are explained here, once.

use std::time::{Duration, Instant};

use askama::Template;
use bato::app::{
    self, Deposit, DepositCheck, DepositColumn, DepositKind, DepositSignature, ReadingState, SameName, SheetCheck,
};
use bato::error::{Error, ErrorCode, Result};
use bato::finding::Finding;
use bato::messages::{Messages, say};

use super::correct_place::place_asked;
use super::deposit_answers::{chosen_kind, keep_choices, learn, same_answer};
use super::form::Parts;
use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

/// How long the list of files reads sheets that were not read yet.
const MOST_TIME: Duration = Duration::from_secs(4);
#[derive(Template)]
#[template(path = "deposit.html", config = "src/desk/askama.toml")]
struct DepositPage<'v> {
    frame: PageFrame<'v>,
    /// Where files are sent: the key stands in the path, for the body is read later.
    action: String,
    note: String,
    faults: Vec<String>,
    waiting: Vec<WaitingFile>,
    /// Adds the files that are whole and need no answer; "" if there are none.
    add_all: String,
    /// Their names.
    ready: String,
}

/// A waiting file on the list.
struct WaitingFile {
    id: String,
    name: String,
    facts: String,
    state: StateLabel,
    /// What is to be looked at; "" for nothing.
    to_check: String,
    /// A sentence for each sheet, with its state.
    sheets: Vec<(StateLabel, String)>,
    /// What must be known before it is added; "" for nothing.
    question: String,
}

/// The state of a file or a sheet as a traffic light with its word.
struct StateLabel {
    class: &'static str,
    word: String,
}

impl StateLabel {
    /// The state of a file or a sheet with so many rows in quarantine.
    fn of_rows(messages: &Messages, state: ReadingState, n_quarantined: usize) -> Self {
        let is_waiting = state == ReadingState::Failed && n_quarantined > 0;
        let word = is_waiting.then(|| messages.text("desk-deposit-state-waiting"));
        let label = Self::of(messages, state);
        Self { word: word.unwrap_or(label.word), ..label }
    }

    fn of(messages: &Messages, state: ReadingState) -> Self {
        let class = match state {
            ReadingState::Blank => "muted",
            ReadingState::Whole => "good",
            ReadingState::Partly => "warn",
            ReadingState::Failed => "bad",
        };
        Self { class, word: messages.text(&format!("desk-deposit-state-{}", state.code())) }
    }
}

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    match (visit.path.len(), visit.is_post) {
        (1, false) => list_page(visit, Vec::new()),
        (1, true) if visit.form.get("faire") == "tout" => add_all(visit),
        (1, true) => receive(visit),
        (2, false) => file_page(visit, String::new()),
        (2, true) => act(visit),
        _ => Err(no_page()),
    }
}

/// Takes the files of a form, one after the other.
fn receive(visit: &mut Visit<'_>) -> Answered {
    let limit = visit.desk.config()?.ingest.max_deposit_mb;
    let (raw, at, author) = (visit.desk.paths.raw.clone(), host::now(), visit.agent().to_owned());
    let signature = DepositSignature { at: &at, author: &author };
    let content_type = visit.content_type.clone();
    let cut = |e: std::io::Error| Error::new(ErrorCode::DepositCut).with("file", "").because(e);
    let (mut deposits, mut faults) = (Vec::new(), Vec::new());
    if let Some(mut parts) = Parts::new(&content_type, &mut *visit.body) {
        while let Some(part) = parts.next().map_err(cut)? {
            // A browser sends a blank name where no file was chosen.
            let Some(name) = part.file.filter(|name| !name.is_empty()) else { continue };
            match app::receive_deposit(&raw, &name, &mut parts.content(), limit, signature) {
                Ok(deposit) => deposits.push(deposit),
                Err(error) => faults.push(error),
            }
        }
    }
    let messages = visit.messages();
    if deposits.is_empty() && faults.is_empty() {
        return list_page(visit, vec![messages.text("desk-deposit-none-chosen")]);
    }
    if !faults.is_empty() {
        let faults = faults.iter().map(|error| messages.error(error).to_string()).collect();
        return list_page(visit, faults);
    }
    let notice = say!(messages, "desk-deposit-received", n = deposits.len());
    Ok(match deposits.as_slice() {
        [only] => visit.see_other(format!("/deposer/{}", only.id), Some(notice)),
        _ => visit.see_other("/deposer", Some(notice)),
    })
}

fn list_page(visit: &Visit<'_>, faults: Vec<String>) -> Answered {
    let messages = visit.messages();
    let config = visit.desk.config()?;
    let (start, raw) = (Instant::now(), &visit.desk.paths.raw);
    let (mut waiting, mut ready) = (Vec::new(), Vec::new());
    for deposit in app::waiting_deposits(raw)? {
        let may_read = start.elapsed() < MOST_TIME || visit.desk.checks.has(&deposit, None, &config);
        let check = if may_read { Some(visit.desk.checks.of(raw, &deposit, None, &config)?) } else { None };
        let question = check.as_ref().map(|check| question(visit, check)).transpose()?.flatten();
        if check.as_ref().is_some_and(|check| is_ready(check)) && question.is_none() {
            ready.push(deposit.name.clone());
        }
        waiting.push(waiting_file(messages, &deposit, check.as_deref(), question));
    }
    let key = &visit.session.form_key;
    frame::page(&DepositPage {
        frame: visit.frame("desk-task-deposit", "bato check"),
        action: format!("/deposer?{}={key}", super::guard::KEY_FIELD),
        note: say!(messages, "desk-deposit-note", mb = config.ingest.max_deposit_mb),
        faults,
        waiting,
        add_all: match ready.len() {
            0 => String::new(),
            n => say!(messages, "desk-deposit-add-all", n, names = ready.join(", ")),
        },
        ready: if ready.len() > 1 { ready.join(", ") } else { String::new() },
    })
}

/// Whether a file can be added without a look at it: all of it was read, and nothing is doubtful.
fn is_ready(check: &DepositCheck) -> bool {
    check.state == ReadingState::Whole && !matches!(check.likely_kind, DepositKind::Decisions | DepositKind::Reference)
}

/// What must be known before a file is added: whether it is there already, or replaces another.
fn question(visit: &Visit<'_>, check: &DepositCheck) -> Result<Option<String>> {
    let (raw, messages) = (&visit.desk.paths.raw, visit.messages());
    if let Some(path) = app::same_content(raw, &check.deposit)? {
        return Ok(Some(say!(messages, "desk-deposit-same-content", path = words::file_label(&path))));
    }
    let same = app::same_name(raw, &check.deposit, check.likely_kind)?;
    Ok(same.into_iter().next().map(|path| say!(messages, "desk-deposit-same-name", path = words::file_label(&path))))
}

fn waiting_file(
    messages: &Messages,
    deposit: &Deposit,
    check: Option<&DepositCheck>,
    question: Option<String>,
) -> WaitingFile {
    let size = words::size(messages, deposit.n_bytes);
    let at = words::moment(messages, &deposit.at);
    let facts = say!(messages, "desk-deposit-facts", size, at, author = &deposit.author);
    let state = match check {
        Some(check) => StateLabel::of_rows(messages, check.state, check.n_quarantined()),
        None => StateLabel { class: "muted", word: messages.text("desk-deposit-state-unread") },
    };
    let sheets = check.map(|check| {
        let kind = check.likely_kind;
        let sentence = |sheet: &SheetCheck| (sheet_label(messages, sheet), sheet_sentence(messages, kind, sheet));
        let sheets = check.sheets.iter().map(sentence);
        let fault = check
            .fault
            .as_ref()
            .map(|fault| (StateLabel::of(messages, ReadingState::Failed), fault_text(messages, deposit, fault)));
        fault.into_iter().chain(sheets).collect()
    });
    WaitingFile {
        id: deposit.id.clone(),
        name: deposit.name.clone(),
        facts,
        state,
        to_check: check.map(|check| to_check(messages, check)).unwrap_or_default(),
        sheets: sheets.unwrap_or_default(),
        question: question.unwrap_or_default(),
    }
}

/// What is to be looked at in a file before it is added, in words; "" for nothing.
fn to_check(messages: &Messages, check: &DepositCheck) -> String {
    if check.state == ReadingState::Failed && check.n_quarantined() == 0 {
        return String::new();
    }
    let counted = |id: &str, n: usize| (n > 0).then(|| say!(messages, id, n));
    let place = match check.lacks() {
        (true, true) => Some("both"),
        (true, false) => Some("quartier"),
        (false, true) => Some("year"),
        (false, false) => None,
    };
    let n_columns = check.sheets.iter().flat_map(|sheet| &sheet.columns).filter(|column| column.is_unknown()).count();
    // Columns, the quartier and the year are named by themselves.
    let is_other = |finding: &&Finding| {
        !app::asks_quartier(finding) && !["year-missing", "column-unrecognised"].contains(&finding.rule)
    };
    let parts = [
        place.map(|place| messages.text(&format!("desk-deposit-lacks-{place}"))),
        counted("desk-deposit-n-words", check.unknown_words.len()),
        counted("desk-deposit-n-columns", n_columns),
        counted("desk-deposit-n-waiting", check.n_quarantined()),
        counted("desk-deposit-n-remarks", check.findings().filter(is_other).count()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { say!(messages, "desk-deposit-to-check", list = parts.join(", ")) }
}

/// Why a file can't be used, with its name.
fn fault_text(messages: &Messages, deposit: &Deposit, fault: &Error) -> String {
    messages.labelled(&deposit.name, &messages.error(fault).to_string())
}

fn sheet_label(messages: &Messages, sheet: &SheetCheck) -> StateLabel {
    StateLabel::of_rows(messages, sheet.state, sheet.n_quarantined)
}

/// What was read of a sheet, in a sentence.
fn sheet_sentence(messages: &Messages, kind: DepositKind, sheet: &SheetCheck) -> String {
    let has_rule = |rule: &str| sheet.findings.iter().any(|finding| finding.rule == rule);
    let is_failed = sheet.n_persons == 0 && sheet.n_quarantined == 0 && sheet.state == ReadingState::Failed;
    let text = match () {
        () if is_failed && has_rule("statistics") => messages.text("desk-deposit-sheet-totals"),
        () if is_failed => say!(messages, "desk-deposit-sheet-failed", n = sheet.n_columns),
        () => {
            let (n, waiting) = (sheet.n_persons, sheet.n_quarantined);
            let unit = match kind {
                DepositKind::Births => "births",
                DepositKind::Events => "events",
                _ => "census",
            };
            let units = say!(messages, &format!("desk-deposit-n-{unit}"), n);
            say!(messages, "desk-deposit-sheet", units, waiting, left = sheet.n_rows - n - waiting)
        }
    };
    if sheet.name.is_empty() { text } else { messages.labelled(&sheet.name, &text) }
}

/// The quartier and the year that a sheet was read with, so that they can be checked; "" if nobody was read.
fn understood_place(messages: &Messages, sheet: &SheetCheck) -> String {
    const MOST: usize = 3;
    let listed = |texts: Vec<String>| match texts.len() {
        0 => "–".to_owned(),
        n if n <= MOST => texts.join(", "),
        _ => format!("{}…", texts[..MOST].join(", ")),
    };
    if sheet.n_persons + sheet.n_quarantined == 0 || sheet.quartiers.is_empty() && sheet.years.is_empty() {
        return String::new();
    }
    let years = listed(sheet.years.iter().map(ToString::to_string).collect());
    say!(messages, "desk-deposit-understood", quartiers = listed(sheet.quartiers.clone()), years)
}

/// Adds every file that needs no answer.
fn add_all(visit: &Visit<'_>) -> Answered {
    let (config, raw) = (visit.desk.config()?, &visit.desk.paths.raw);
    let at = host::now();
    let signature = DepositSignature { at: &at, author: visit.agent() };
    let mut names = Vec::new();
    for deposit in app::waiting_deposits(raw)? {
        let check = visit.desk.checks.of(raw, &deposit, None, &config)?;
        if is_ready(&check) && question(visit, &check)?.is_none() {
            app::place_deposit(raw, &deposit.id, check.likely_kind, &SameName::Ask, &config, signature)?;
            names.push(deposit.name);
        }
    }
    let notice = say!(visit.messages(), "desk-deposit-added-all", n = names.len(), names = names.join(", "));
    Ok(visit.see_other("/deposer", Some(notice)))
}

#[derive(Template)]
#[template(path = "deposit_file.html", config = "src/desk/askama.toml")]
struct DepositFilePage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    id: String,
    facts: String,
    renamed: String,
    state: StateLabel,
    /// What is to be looked at; "" for nothing.
    to_check: String,
    /// Why adding the file would change nothing; "" if it would.
    unread: String,
    /// Whether nobody in it would wait or be registered: it is removed.
    is_useless: bool,
    /// What is said of the quartier and the year that the file lacks, or that were added; "" where none is asked for.
    place_note: String,
    asks_quartier: bool,
    asks_year: bool,
    added: (String, String),
    quartiers: Vec<String>,
    /// Whether there is a column or a word to explain.
    has_lists: bool,
    file_fault: String,
    same_content: String,
    /// The answer given to the question of the same name; "" before it was answered.
    same_chosen: String,
    /// Files of the same name: the name to show, the path.
    same_names: Vec<(String, String)>,
    kinds: Vec<Choice>,
    sheets: Vec<SheetView>,
    word_lists: Vec<WordView>,
    /// Meanings of columns: code and words.
    fields: Vec<(&'static str, String)>,
}

/// A value of a list, and whether it is chosen.
struct Choice {
    code: String,
    label: String,
    is_chosen: bool,
}

struct SheetView {
    index: usize,
    title: String,
    state: StateLabel,
    sentence: String,
    /// The rows that wait, and those that are no persons, by their reason.
    waiting: Vec<String>,
    left_out: Vec<String>,
    /// What is said of the whole sheet, and what to do.
    findings: Vec<(String, String)>,
    columns: Vec<ColumnView>,
}

struct ColumnView {
    index: usize,
    letters: String,
    heading: String,
    field: &'static str,
    /// What becomes of the column: `used`, `unused`, `sensitive`, `unknown`.
    fate: &'static str,
    fate_word: String,
    fate_note: String,
    why: String,
    examples: String,
}

struct WordView {
    index: usize,
    word: String,
    count: String,
    list: String,
    codes: Vec<(&'static str, String)>,
}

fn file_page(visit: &Visit<'_>, fault: String) -> Answered {
    let messages = visit.messages();
    let (config, raw) = (visit.desk.config()?, &visit.desk.paths.raw);
    let deposit = app::waiting_deposit(raw, visit.part(1))?;
    let check = visit.desk.checks.of(raw, &deposit, chosen_kind(visit), &config)?;
    check.log_examples(&visit.desk.paths.clean, &visit.access()?)?;
    let kind = chosen_kind(visit).unwrap_or(check.likely_kind);
    // Only a file with the name of one can be a reference file.
    let is_offered = |own: &DepositKind| {
        *own != DepositKind::Reference || [kind, check.likely_kind].contains(&DepositKind::Reference)
    };
    let kinds = DepositKind::ALL.into_iter().filter(is_offered).map(|own| Choice {
        code: own.code().to_owned(),
        label: messages.text(&format!("desk-deposit-kind-{}", own.code())),
        is_chosen: own == kind,
    });
    let same_content = app::same_content(raw, &deposit)?;
    let renamed =
        deposit.name_sent.as_ref().map(|sent| say!(messages, "desk-deposit-renamed", sent, name = &deposit.name));
    let facts = waiting_file(messages, &deposit, Some(&check), None);
    let (lacks_quartier, lacks_year) = check.lacks();
    let place_note = match &deposit.name_before {
        // The name that was typed is no quartier of the list: the rows still lack theirs.
        Some(_) if lacks_quartier && !deposit.added.0.is_empty() => {
            say!(messages, "desk-deposit-place-unknown", quartier = &deposit.added.0)
        }
        Some(before) => say!(messages, "desk-deposit-place-added", name = &deposit.name, before),
        None if lacks_quartier || lacks_year => {
            let asked = place_asked(messages, check.findings());
            format!("{asked} {}", messages.text("desk-deposit-place-later"))
        }
        None => String::new(),
    };
    frame::page(&DepositFilePage {
        frame: visit.frame("desk-task-deposit", "bato check --explain").with_heading(deposit.name.clone()),
        fault,
        id: deposit.id.clone(),
        facts: facts.facts,
        renamed: renamed.unwrap_or_default(),
        state: facts.state,
        to_check: facts.to_check,
        same_chosen: same_answer(visit).to_owned(),
        unread: unread_text(messages, &check),
        is_useless: check.state == ReadingState::Failed && check.n_quarantined() == 0,
        place_note,
        asks_quartier: lacks_quartier || !deposit.added.0.is_empty(),
        asks_year: lacks_year || !deposit.added.1.is_empty(),
        added: deposit.added.clone(),
        quartiers: app::quartier_names(raw).unwrap_or_default(),
        has_lists: !check.unknown_words.is_empty() || check.sheets.iter().any(|sheet| !sheet.columns.is_empty()),
        file_fault: check.fault.as_ref().map(|fault| fault_text(messages, &deposit, fault)).unwrap_or_default(),
        same_content: same_content
            .map(|path| say!(messages, "desk-deposit-same-content", path = words::file_label(&path)))
            .unwrap_or_default(),
        same_names: app::same_name(raw, &deposit, kind)?
            .into_iter()
            .map(|path| (words::file_label(&path), path))
            .collect(),
        kinds: kinds.collect(),
        sheets: check
            .sheets
            .iter()
            .enumerate()
            .map(|(index, sheet)| sheet_view(messages, kind, index, sheet))
            .collect(),
        word_lists: check
            .unknown_words
            .iter()
            .enumerate()
            .map(|(index, word)| word_view(messages, index, word))
            .collect(),
        fields: column_choices(messages, kind, &check.sheets),
    })
}

/// Why adding a file would bring nobody into the register, and what to do; "" if it would.
fn unread_text(messages: &Messages, check: &DepositCheck) -> String {
    let has_columns = check.sheets.iter().any(|sheet| !sheet.columns.is_empty());
    match (check.state == ReadingState::Failed && check.fault.is_none(), check.n_quarantined()) {
        (false, _) => String::new(),
        (true, 0) if has_columns => messages.text("desk-deposit-nothing-read"),
        (true, 0) => messages.text("desk-deposit-no-list"),
        (true, n) => say!(messages, "desk-deposit-only-waiting", n),
    }
}

fn sheet_view(messages: &Messages, kind: DepositKind, index: usize, sheet: &SheetCheck) -> SheetView {
    let left_out = |is_quarantined: bool| {
        sheet.left_out.iter().filter(move |rows| rows.is_quarantined == is_quarantined).map(|rows| {
            let reason = if rows.is_quarantined && messages.has(&format!("rule-{}.title", rows.reason)) {
                messages.text(&format!("rule-{}.title", rows.reason))
            } else {
                messages.text(&format!("reason-{}", rows.reason))
            };
            let mut numbers = rows.rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            if rows.n > rows.rows.len() {
                numbers.push('…');
            }
            let id = if rows.is_quarantined { "desk-deposit-waits" } else { "desk-deposit-left-out" };
            say!(messages, id, n = rows.n, reason, rows = numbers)
        })
    };
    let title = if sheet.name.is_empty() { messages.text("desk-deposit-list") } else { sheet.name.clone() };
    SheetView {
        index,
        title,
        state: sheet_label(messages, sheet),
        sentence: {
            let sentence = sheet_sentence(messages, kind, &SheetCheck { name: String::new(), ..sheet.clone() });
            format!("{sentence} {}", understood_place(messages, sheet)).trim_end().to_owned()
        },
        waiting: left_out(true).collect(),
        left_out: left_out(false).collect(),
        findings: sheet.findings.iter().map(|finding| finding_line(messages, sheet, finding)).collect(),
        columns: sheet.columns.iter().enumerate().map(|(index, column)| column_view(messages, index, column)).collect(),
    }
}

/// A finding on a sheet with its line, and what to do. Where nobody of the sheet is registered, no hint says that they
/// are.
fn finding_line(messages: &Messages, sheet: &SheetCheck, finding: &Finding) -> (String, String) {
    const OF_REGISTERED: [&str; 2] = ["column-missing", "household-missing"];
    let text = words::without_commands(messages, &messages.finding(finding));
    let row = finding.at.row.row;
    let line = || format!("{} {row}", messages.text("desk-correct-row"));
    let text = if row > 0 { messages.labelled(&line(), &text) } else { text };
    let hint = match sheet.n_persons {
        0 if OF_REGISTERED.contains(&finding.rule) => messages.text("desk-deposit-hint-in-table"),
        _ => words::hint(messages, finding, "deposit"),
    };
    (text, hint)
}

/// The meanings that a column can be given, and those that columns have: without the latter a choice would show
/// another.
fn column_choices(messages: &Messages, kind: DepositKind, sheets: &[SheetCheck]) -> Vec<(&'static str, String)> {
    let mut choices = words::meanings(messages, kind == DepositKind::Events);
    for column in sheets.iter().flat_map(|sheet| &sheet.columns) {
        let code = column.field.code();
        if !choices.iter().any(|(known, _)| *known == code) {
            choices.push((code, words::meaning(messages, code)));
        }
    }
    choices
}

/// What becomes of a column.
fn column_fate(column: &DepositColumn) -> &'static str {
    match column.field.code() {
        _ if column.is_unknown() => "unknown",
        "sensitive" => "sensitive",
        "unused" | "other" => "unused",
        _ => "used",
    }
}

fn column_view(messages: &Messages, index: usize, column: &DepositColumn) -> ColumnView {
    let fate = column_fate(column);
    ColumnView {
        fate,
        fate_word: messages.text(&format!("desk-deposit-column-{fate}")),
        fate_note: if fate == "used" {
            String::new()
        } else {
            messages.text(&format!("desk-deposit-column-{fate}.note"))
        },
        index,
        letters: column.letters.clone(),
        heading: column.heading.clone(),
        field: column.field.code(),
        why: if fate == "unknown" { String::new() } else { messages.text(&format!("why-{}", column.why.code())) },
        examples: column.examples.iter().map(|text| messages.day_first(text)).collect::<Vec<_>>().join(" · "),
    }
}

fn word_view(messages: &Messages, index: usize, word: &app::UnknownWord) -> WordView {
    WordView {
        index,
        word: word.word.clone(),
        count: say!(messages, "desk-deposit-word-cells", n = word.n),
        list: messages.text(&format!("settings-list-{}", word.list)),
        codes: app::word_code_texts(messages, word.list),
    }
}

/// Adds or discards a file, or keeps what was explained of its words and columns.
fn act(visit: &Visit<'_>) -> Answered {
    let raw = &visit.desk.paths.raw;
    let deposit = app::waiting_deposit(raw, visit.part(1))?;
    let messages = visit.messages();
    let done = match visit.form.get("faire") {
        // What was chosen on the page and not read yet is kept first, and the page is shown again.
        "ajouter" => keep_choices(visit, &deposit).and_then(|kept| match kept {
            Some((path, notice)) => Ok((path, format!("{notice} {}", messages.text("desk-deposit-not-yet-added")))),
            None => add(visit, &deposit),
        }),
        "ecarter" => app::discard_deposit(raw, &deposit.id)
            .map(|_| ("/deposer".to_owned(), say!(messages, "desk-deposit-discarded", name = &deposit.name))),
        // Both buttons keep every answer of the page.
        "apprendre" | "nommer" => match keep_choices(visit, &deposit) {
            Ok(None) => learn(visit, &deposit),
            kept => kept.map(Option::unwrap_or_default),
        },
        _ => return Err(no_page()),
    };
    match done {
        Ok((path, notice)) => Ok(visit.see_other(path, Some(notice))),
        Err(error) => file_page(visit, messages.error(&error).to_string()),
    }
}

fn add(visit: &Visit<'_>, deposit: &Deposit) -> Result<(String, String)> {
    let (config, paths, messages) = (visit.desk.config()?, &visit.desk.paths, visit.messages());
    let at = host::now();
    let signature = DepositSignature { at: &at, author: visit.agent() };
    let Some(kind) = chosen_kind(visit) else { return Err(Error::new(ErrorCode::DepositUnknown).with("value", "")) };
    let same = match visit.form.get("meme") {
        "garder" => SameName::KeepBoth,
        "" => SameName::Ask,
        path => SameName::Replace(path.to_owned()),
    };
    // A file that no run can read would be named by every run.
    let check = visit.desk.checks.of(&paths.raw, deposit, Some(kind), &config)?;
    check.fault.clone().map_or(Ok(()), Err)?;
    let is_text = deposit.name.to_lowercase().ends_with(".csv");
    if kind == DepositKind::Decisions && !is_text {
        let imported = app::place_review(&paths.raw, &paths.clean, &deposit.id, &config, host::worker(), signature)?;
        let n = imported.same + imported.different;
        return Ok(("/deposer".to_owned(), say!(messages, "desk-deposit-rulings", n)));
    }
    let place = app::place_deposit(&paths.raw, &deposit.id, kind, &same, &config, signature)?;
    // What is said of quartier and year on this page holds, for a file that replaces another one, too.
    let given = app::file_place(&paths.raw, &place.path)?.map(|own| (own.quartier, own.year));
    let place_path = match (&place.replaced, &deposit.name_before) {
        (Some(_), Some(_)) if given.as_ref() != Some(&deposit.added) => {
            let (quartier, year) = (deposit.added.0.as_str(), deposit.added.1.as_str());
            let folders = (paths.raw.as_path(), paths.clean.as_path());
            app::give_quartier_and_year(folders, &place.path, (quartier, year), (&at, visit.agent()))?
        }
        _ => place.path.clone(),
    };
    let path = words::file_label(&place_path);
    let is_rows = !matches!(kind, DepositKind::Decisions | DepositKind::Reference);
    let n_waiting = if is_rows { check.n_quarantined() } else { 0 };
    let notice = match (place.was_there, place.replaced) {
        (true, _) => say!(messages, "desk-deposit-was-there", path),
        (false, Some(_)) => {
            let replaced = say!(messages, "desk-deposit-replaced", path);
            match place.n_corrected_before {
                0 => replaced,
                n => format!("{replaced} {}", say!(messages, "desk-deposit-corrections-lost", n)),
            }
        }
        (false, None) => say!(messages, "desk-deposit-added", path),
    };
    let next = if n_waiting > 0 { say!(messages, "desk-deposit-then-correct", n = n_waiting) } else { String::new() };
    let notice = format!("{notice} {next}").trim_end().to_owned();
    Ok(("/deposer".to_owned(), notice))
}
