//! Importing: a trial shows what would change, and one button records exactly that. Then the report and a release
//! (`release.rs`).

use std::path::PathBuf;

use askama::Template;
use bato::app;
use bato::changes;
use bato::error::{Error, ErrorCode, Result};
use bato::messages::{Messages, say};
use serde_json::{Value, json};

use super::agents::Role;
use super::answer::Answer;
use super::frame::{self, PageFrame};
use super::job::{Job, JobKind, JobState, RunOrder};
use super::release::{self, ReleaseView};
use super::visit::{Answered, Visit, no_page};
use super::{waiting, words};
use crate::host;

/// Persons listed of one kind of change, unless they disappear.
const MOST_PERSONS: usize = 200;
/// Persons of one kind of change that are listed without a click, unless they disappear.
const MOST_OPEN: usize = 20;

#[derive(Template)]
#[template(path = "import.html", config = "src/desk/askama.toml")]
struct ImportPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    /// What the page shows: `start`, `running`, `trial`, `recorded`, `fault`.
    view: &'static str,
    /// Whether the agent may record, back up and release.
    is_manager: bool,
    /// Whether there is a register to back up and to release.
    has_register: bool,
    /// Whether the version in use has a report.
    has_report: bool,
    progress: ProgressView,
    result: Option<ResultView>,
    /// What no version holds yet: in words, with the path of the task.
    waiting: Vec<(String, &'static str)>,
    release: ReleaseView,
}

/// The work under way.
#[derive(Default)]
struct ProgressView {
    n: usize,
    text: String,
    percent: u64,
}

/// The result of a trial or of a run.
#[derive(Default)]
struct ResultView {
    warnings: Vec<String>,
    counts: Vec<(String, String)>,
    /// The rows read as the sum of what became of them.
    equation: String,
    /// The files of a first import, which changes nothing that was there.
    first_files: Vec<String>,
    /// Files that were not read and sheets without a list, each with the reason.
    unread: Vec<(String, String)>,
    files: Vec<(String, String)>,
    rows: String,
    persons: Vec<PersonsView>,
    nothing: bool,
    /// How many rulings and typed corrections are new in this run, in sentences.
    new_inputs: Vec<String>,
    /// Whether other settings or reference files hold in this run.
    has_other_settings: bool,
    /// The code of the trial; "" if it can't be recorded.
    code: String,
    /// Persons and rulings that disappear.
    n_removals: u64,
    removals: String,
    rulings: Vec<String>,
    /// What was recorded, in a sentence.
    recorded: String,
    /// What to do next: sentence and path.
    next: Vec<(String, String)>,
}

impl ResultView {
    /// Whether recording would change nothing that a person sees.
    fn is_idle(&self) -> bool {
        self.nothing
            && self.new_inputs.is_empty()
            && !self.has_other_settings
            && self.rulings.is_empty()
            && self.n_removals == 0
    }
}

/// A person who changes, or the persons of a household in whom the same changes.
struct PersonLine {
    /// Identifier and name of each.
    who: Vec<(String, String)>,
    /// The household; "" for none.
    household: String,
    /// What changes, in words.
    values: Vec<String>,
    /// Why, in words.
    reasons: Vec<String>,
    /// Whether the register in use has a page of the person.
    has_page: bool,
}

/// Persons of one kind of change.
struct PersonsView {
    title: String,
    is_bad: bool,
    /// Whether the list opens only by a click.
    is_folded: bool,
    /// Whether a column says what changes.
    has_values: bool,
    lines: Vec<PersonLine>,
    more: String,
}

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    match (visit.part(1), visit.is_post, visit.path.len()) {
        ("", false, 1) => import_page(visit, String::new(), None),
        ("", true, 1) => act(visit),
        ("avancement", false, 2) => Ok(progress_json(visit, JobKind::Run)?),
        ("rapport", false, 2) => Ok(Answer::Report(report(visit)?)),
        ("sortie", false, 3) => Ok(Answer::Report(release::page(visit)?)),
        ("rapport.html", false, 2) => Ok(Answer::Download("rapport.html", report(visit)?)),
        _ => Err(no_page()),
    }
}

fn act(visit: &Visit<'_>) -> Answered {
    let form = &visit.form;
    let is_trial = form.get("faire") == "essai";
    if !is_trial {
        visit.require(Role::Manager)?;
    }
    let done = match form.get("faire") {
        "essai" => start_run(visit, None, None).map(|()| None),
        "enregistrer" => record(visit).map(|()| None),
        "publier" => release::make(visit).map(Some),
        _ => return Err(no_page()),
    };
    match done {
        Ok(notice) => Ok(visit.see_other("/importer", notice)),
        Err(error) if error.code == ErrorCode::RemovalsNumber => {
            // The hint is for the terminal; the names are on this page.
            import_page(visit, visit.messages().error(&error).message, None)
        }
        Err(error) if release::needs_reason(&error) => {
            import_page(visit, String::new(), Some(release::question(visit, &error)))
        }
        Err(error) => import_page(visit, visit.messages().error(&error).to_string(), None),
    }
}

fn start_run(visit: &Visit<'_>, expect: Option<String>, removals: Option<u64>) -> Result<()> {
    let (who, why) = (visit.agent().to_owned(), visit.session.why.clone());
    let order = RunOrder { expect, removals, lang: visit.session.lang.code(), who, why };
    visit.desk.jobs.start_run(&host::now(), &order).map(drop)
}

/// Records what the trial with the code of the form has shown. Removals need a tick and their number.
fn record(visit: &Visit<'_>) -> Result<()> {
    let form = &visit.form;
    let code = app::expected_run(&visit.desk.paths.clean, form.get("code"))?.code;
    let trial = visit.desk.jobs.latest(JobKind::Run)?;
    let n = trial.as_ref().and_then(|job| job.last("summary")).map_or(0, |summary| number(&summary["removals"]));
    let removals = if n > 0 {
        let typed = form.get("nombre").parse::<u64>().ok().filter(|_| !form.get("accepter").is_empty());
        // The run compares the number again with what it finds.
        let wrong = || Error::new(ErrorCode::RemovalsNumber).with("n", n).with("accepted", typed.unwrap_or(0));
        Some(typed.filter(|typed| *typed == n).ok_or_else(wrong)?)
    } else {
        None
    };
    start_run(visit, Some(code), removals)
}

/// Whether the version in use has a report in the language of the session.
pub(super) fn has_report(visit: &Visit<'_>) -> bool {
    report_path(visit).is_file()
}

fn report_path(visit: &Visit<'_>) -> PathBuf {
    visit.desk.paths.clean.join("reports").join(format!("interne.{}.html", visit.session.lang.code()))
}

/// The report of the version in use, to read and print.
fn report(visit: &Visit<'_>) -> Result<Vec<u8>> {
    let path = report_path(visit);
    std::fs::read(&path).map_err(|e| Error::io(&path, &e))
}

/// How far the work is, for the script of the page: less than a kilobyte.
pub(super) fn progress_json(visit: &Visit<'_>, kind: JobKind) -> Result<Answer> {
    let job = visit.desk.jobs.latest(kind)?;
    let state = match job.as_ref().map(|job| &job.state) {
        None => "none",
        Some(JobState::Running) => "running",
        Some(JobState::Ended(_)) => "ended",
        Some(JobState::CutOff(_)) => "cut",
    };
    let view = job.map(|job| progress(visit.messages(), &job)).unwrap_or_default();
    let since = visit.query.get("since").parse::<usize>().unwrap_or(0);
    // Nothing new is said shortly.
    let value = if state == "running" && view.n == since {
        json!({"n": view.n, "state": state})
    } else {
        json!({"n": view.n, "state": state, "text": view.text, "percent": view.percent})
    };
    Ok(Answer::Json(value.to_string()))
}

/// The share of a run that is done when a stage begins, in percent, and when it ends.
fn span_of(stage: &str) -> (u64, u64) {
    match stage {
        "read" => (0, 40),
        "link" => (40, 75),
        "register" => (75, 85),
        "publish" => (85, 95),
        _ => (95, 100),
    }
}

fn progress(messages: &Messages, job: &Job) -> ProgressView {
    let stage = job.last("stage").and_then(|line| line["stage"].as_str()).unwrap_or("read").to_owned();
    let (from, to) = span_of(&stage);
    let last = job.last("progress");
    let of_stage = last.filter(|line| line["stage"] == stage.as_str());
    let total = of_stage.map_or(0, |line| number(&line["total"]));
    let done = of_stage.map_or(0, |line| number(&line["done"])).min(total);
    let percent = from + (to - from) * done.checked_mul(100).unwrap_or(0).checked_div(total.max(1)).unwrap_or(0) / 100;
    let name = messages.text(&format!("stage-{stage}"));
    let text = match last {
        Some(line) => {
            let counts = say!(messages, "progress-files", files = number(&line["files"]), rows = number(&line["rows"]));
            messages.labelled(&name, &counts)
        }
        None => name,
    };
    ProgressView { n: job.lines.len(), text, percent }
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or(0)
}

fn text<'l>(line: &'l Value, field: &str) -> &'l str {
    line[field].as_str().unwrap_or("")
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Shows the page. `asked` is what a release needs to know.
fn import_page(visit: &Visit<'_>, fault: String, asked: Option<String>) -> Answered {
    let messages = visit.messages();
    let job = visit.desk.jobs.latest(JobKind::Run)?;
    let mut fault = fault;
    let (mut view, mut result) = ("start", None);
    let mut progress_view = ProgressView::default();
    match job.as_ref().map(|job| (job, &job.state)) {
        None => {}
        Some((job, JobState::Running)) => {
            view = "running";
            progress_view = progress(messages, job);
        }
        Some((job, JobState::CutOff(recorded))) => {
            view = "fault";
            fault = match recorded {
                Some(version) => say!(messages, "desk-import-cut-recorded", version = version.to_string()),
                None => messages.text("desk-import-cut"),
            };
            let _ = job;
        }
        Some((job, JobState::Ended(_))) => match (job.last("summary"), job.last("error")) {
            (Some(summary), _) => {
                view = if job.is_dry_run() { "trial" } else { "recorded" };
                let shown = result_view(visit, job, summary)?;
                let lines = shown.persons.iter().flat_map(|group| &group.lines);
                let n_persons = lines.map(|line| line.who.len()).sum::<usize>();
                if n_persons > 0 {
                    app::log_changes(&visit.desk.paths.clean, n_persons as u64, &visit.access()?)?;
                }
                result = Some(shown);
            }
            (None, error) => {
                view = "fault";
                if fault.is_empty() {
                    fault = error.map(|line| fault_of_run(messages, line)).unwrap_or_default();
                }
            }
        },
    }
    let waiting = match view {
        "recorded" | "start" => waiting::to_import(visit, app::overview(&visit.desk.paths.clean)?.as_ref())?,
        _ => Vec::new(),
    };
    let code = result.as_ref().map(|result| result.code.clone()).unwrap_or_default();
    let command = if code.is_empty() { "bato run --dry-run".to_owned() } else { format!("bato run --expect {code}") };
    frame::page(&ImportPage {
        frame: visit.frame("desk-task-import", &command),
        fault: fault.trim().to_owned(),
        view,
        is_manager: visit.role >= Role::Manager,
        has_report: has_report(visit),
        has_register: app::version_in_use(&visit.desk.paths.clean).is_some(),
        progress: progress_view,
        result,
        waiting,
        release: release::view(visit, asked),
    })
}

/// What stopped a run, and what to do on this page.
fn fault_of_run(messages: &Messages, error: &Value) -> String {
    const TO_LOOK_AGAIN: [&str; 6] =
        ["expect-differs", "expect-code", "removals", "removals-clock", "removals-number", "rulings-gone"];
    let hint = if TO_LOOK_AGAIN.contains(&text(error, "code")) {
        messages.text("desk-import-look-again")
    } else {
        text(error, "hint").to_owned()
    };
    format!("{} {hint}", text(error, "message"))
}

fn result_view(visit: &Visit<'_>, job: &Job, summary: &Value) -> Result<ResultView> {
    let messages = visit.messages();
    let mut warnings: Vec<String> = texts(&summary["warnings"]).iter().map(|text| words::plain_paths(text)).collect();
    let started_from = job.last("start").and_then(|line| line["version"].as_u64());
    let is_old = job.is_dry_run() && app::version_in_use(&visit.desk.paths.clean) != started_from;
    if is_old {
        warnings.push(messages.text("desk-import-old-trial"));
    }
    let changes = job.last("changes");
    let n_stale = summary["stale_decisions"].as_array().map_or(0, Vec::len);
    if job.is_dry_run() && n_stale > 0 {
        warnings.push(say!(messages, "desk-import-stale", n = n_stale));
    }
    // Rulings since the run have answered some of its pairs.
    let is_in_use = app::version_in_use(&visit.desk.paths.clean) == summary["version"].as_u64();
    let n_review = match waiting_pairs(visit) {
        Ok(n) if is_in_use && !job.is_dry_run() => n.into(),
        _ => summary["to_review"].clone(),
    };
    let n_removals = number(&summary["removals"]);
    let can_record = job.is_dry_run() && !is_old && summary["blocked"].is_null();
    let rows = changes.map(|line| &line["rows"]).map(|rows| {
        let [added, removed, corrected, moved] =
            ["added", "removed", "corrected", "moved"].map(|name| number(&rows[name]));
        say!(messages, "changes-rows", added, removed, corrected, moved)
    });
    let files: Vec<(String, String)> = changes
        .and_then(|line| line["files"].as_array())
        .into_iter()
        .flatten()
        .map(|file| file_line(messages, file))
        .collect();
    let persons: Vec<PersonsView> = ["gone", "merged", "back", "changed", "new"]
        .into_iter()
        .filter_map(|fate| persons_view(messages, changes?, fate, !job.is_dry_run()))
        .collect();
    Ok(ResultView {
        warnings,
        counts: counts(visit, summary, &n_review),
        equation: equation(messages, &summary["rows"]),
        first_files: if changes.is_none() && job.is_dry_run() { first_files(visit) } else { Vec::new() },
        unread: unread(messages, summary),
        nothing: changes.is_some() && files.is_empty() && persons.is_empty(),
        new_inputs: if can_record { new_inputs(visit)? } else { Vec::new() },
        has_other_settings: ["changed_settings", "changed_reference"].iter().any(|name| !summary[*name].is_null()),
        rows: rows.filter(|_| !files.is_empty()).unwrap_or_default(),
        files,
        persons,
        code: if can_record { text(summary, "expect").to_owned() } else { String::new() },
        n_removals,
        removals: say!(messages, "desk-import-removals", n = n_removals),
        rulings: texts(&summary["rulings_gone"]).iter().map(|text| words::plain_paths(text)).collect(),
        recorded: messages.text(if summary["unchanged"] == true {
            "desk-import-unchanged"
        } else {
            "desk-import-recorded"
        }),
        next: if job.is_dry_run() { Vec::new() } else { next_steps(visit, summary, number(&n_review))? },
    })
}

/// The answers, decisions and typed corrections that no version holds yet, in sentences.
fn new_inputs(visit: &Visit<'_>) -> Result<Vec<String>> {
    let (paths, config) = (&visit.desk.paths, visit.desk.config()?);
    if app::version_in_use(&paths.clean).is_none() {
        return Ok(Vec::new());
    }
    let typed = app::typed_since(&paths.clean, &paths.raw, &config.ingest)?;
    let all = [("desk-import-new-rulings", typed.rulings), ("desk-import-new-corrections", typed.corrections)];
    Ok(all.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| say!(visit.messages(), id, n)).collect())
}

/// What is to be done after a version was recorded, in the order of the work.
fn next_steps(visit: &Visit<'_>, summary: &Value, n_review: u64) -> Result<Vec<(String, String)>> {
    let (paths, messages) = (&visit.desk.paths, visit.messages());
    let mut steps = Vec::new();
    if n_review > 0 {
        steps.push((say!(messages, "desk-home-pairs", n = n_review), "/juger".to_owned()));
    }
    steps.extend(waiting::merges_to_check(visit)?);
    let n_quarantined = number(&summary["rows"]["quarantined"]);
    if n_quarantined > 0 {
        steps.push((say!(messages, "desk-home-rows", n = n_quarantined), "/corriger".to_owned()));
    }
    let files = app::sheet_files(&paths.raw, &paths.clean, &visit.desk.config()?)?;
    steps.extend(waiting::without_place(messages, &files));
    if visit.role >= Role::Manager {
        steps.push((messages.text("desk-import-then-save"), "/sauvegarde".to_owned()));
    }
    Ok(steps)
}

/// The open pairs that wait for a ruling now.
fn waiting_pairs(visit: &Visit<'_>) -> Result<u64> {
    let (paths, config) = (&visit.desk.paths, visit.desk.config()?);
    app::waiting_pairs(&paths.clean, &paths.raw, &config, host::worker().as_deref())
}

/// The rows read as the sum of what became of them, so that a reader can add it up.
fn equation(messages: &Messages, rows: &Value) -> String {
    let [rows, ignored, quarantined, registered, merged] =
        ["rows", "ignored", "quarantined", "registered", "merged"].map(|name| number(&rows[name]));
    say!(messages, "desk-import-equation", rows, ignored, quarantined, registered, merged)
}

/// The files that a first import reads.
fn first_files(visit: &Visit<'_>) -> Vec<String> {
    let paths = &visit.desk.paths;
    let settings = visit.desk.config().unwrap_or_default().ingest;
    let waiting = app::waiting_files(&paths.raw, None, &settings).unwrap_or_default();
    waiting.new.iter().map(|path| words::file_words(visit.messages(), path)).collect()
}

/// The files that a run reads: those received, and those that the pages of the desk write. The number alone if others
/// have come since.
fn file_counts(visit: &Visit<'_>, n_files: u64) -> Vec<(&'static str, Value)> {
    let settings = visit.desk.config().unwrap_or_default().ingest;
    let listed = app::waiting_files(&visit.desk.paths.raw, None, &settings).unwrap_or_default().new;
    let is_typed = |path: &&String| path.split('/').nth(1) == Some("saisie");
    let n_typed = listed.iter().filter(is_typed).count() as u64;
    match n_typed {
        n if n > 0 && listed.len() as u64 == n_files => {
            vec![("received", json!(n_files - n)), ("typed", json!(n))]
        }
        _ => vec![("files", json!(n_files))],
    }
}

/// The numbers of a run. `n_review` are the pairs that wait now.
fn counts(visit: &Visit<'_>, summary: &Value, n_review: &Value) -> Vec<(String, String)> {
    let (messages, rows) = (visit.messages(), &summary["rows"]);
    let files = file_counts(visit, number(&summary["files"]));
    let all = [
        ("rows", &rows["rows"]),
        ("ignored", &rows["ignored"]),
        ("quarantined", &rows["quarantined"]),
        ("registered", &rows["registered"]),
        ("merged", &rows["merged"]),
        ("persons", &summary["persons"]),
        ("households", &summary["households"]),
        ("review", n_review),
    ];
    let line = |(name, value): (&str, &Value)| {
        (messages.text(&format!("desk-import-count-{name}")), messages.count(number(value)))
    };
    let version = summary["dry_run"] == false;
    let version = version.then(|| (messages.text("desk-home-version"), number(&summary["version"]).to_string()));
    let files = files.iter().map(|(name, value)| (*name, value));
    version.into_iter().chain(files.chain(all).map(line)).collect()
}

fn unread(messages: &Messages, summary: &Value) -> Vec<(String, String)> {
    let lines = |name: &str| summary[name].as_array().cloned().unwrap_or_default();
    let files = lines("unreadable").into_iter().map(|line| {
        (
            words::file_label(text(&line, "path")),
            words::plain_paths(format!("{} {}", text(&line, "message"), text(&line, "hint")).trim()),
        )
    });
    let sheets = lines("sheets_without_table").into_iter().map(|line| {
        let file = words::file_label(text(&line, "path"));
        let place = messages.labelled(&file, text(&line, "sheet"));
        let place = if text(&line, "sheet").is_empty() { file } else { place };
        (place, text(&line, "message").to_owned())
    });
    let same = lines("same_content")
        .into_iter()
        .map(|line| (text(&line, "path").to_owned(), text(&line, "message").to_owned()));
    files.chain(sheets).chain(same).collect()
}

/// A file that changed, with how, and with its rows.
fn file_line(messages: &Messages, file: &Value) -> (String, String) {
    let fate = match text(file, "fate") {
        "renamed" => say!(messages, "changes-file-renamed", from = words::file_label(text(file, "from"))),
        "older" => say!(messages, "changes-file-older", generation = number(&file["version"]).to_string()),
        fate => messages.text(&format!("changes-file-{fate}")),
    };
    let counts = ["added", "removed", "corrected", "moved"].into_iter().filter_map(|name| {
        let n = number(&file[name]);
        (n > 0).then(|| say!(messages, &format!("changes-n-{name}"), n))
    });
    let parts: Vec<String> = std::iter::once(fate).chain(counts).collect();
    (words::file_words(messages, text(file, "path")), parts.join(", "))
}

/// Why a person changes: the row, the file or the ruling that it comes from.
fn reason_text(messages: &Messages, reason: &Value) -> String {
    let (file, sheet, row) = (text(reason, "file").to_owned(), text(reason, "sheet").to_owned(), &reason["row"]);
    let place = app::RowPlace { file, sheet, row: row.as_i64().unwrap_or(0) };
    let id = format!("changes-reason-{}", text(reason, "kind"));
    let (place, who) = (words::row_place(messages, &place), text(reason, "who"));
    say!(messages, &id, place, who, n = number(&reason["n"]))
}

/// What changes in a value, in words. Who leaves a household has no relation any more: that is said once.
fn changed_value(messages: &Messages, field: &Value, sex: Option<&str>) -> Option<String> {
    let [name, before, after] = ["field", "shown_before", "shown_after"].map(|part| text(field, part));
    match (name, after) {
        ("household_id", "") => Some(say!(messages, "desk-import-left-household", id = before)),
        ("relation", "") => None,
        _ => Some(messages.changed_value(name, before, after, sex)),
    }
}

fn person_line(messages: &Messages, person: &Value, has_page: bool) -> PersonLine {
    let list = |name: &str| person[name].as_array().into_iter().flatten();
    let values = list("fields").filter_map(|field| changed_value(messages, field, person["sex"].as_str()));
    let into = person["into"].as_str().map(|id| {
        let id = changes::named_id(text(person, "into_name"), id);
        say!(messages, "desk-import-into", id)
    });
    PersonLine {
        who: vec![(text(person, "id").to_owned(), text(person, "name").to_owned())],
        household: text(person, "household").to_owned(),
        values: values.chain(into).collect(),
        reasons: list("reasons").map(|reason| reason_text(messages, reason)).collect(),
        has_page,
    }
}

/// Adds a line. Persons of one household in whom the same changes are one line.
fn add_line(lines: &mut Vec<PersonLine>, line: PersonLine) {
    let is_together = !line.household.is_empty() && !line.values.is_empty();
    let is_same = |own: &&mut PersonLine| own.household == line.household && own.values == line.values;
    match lines.iter_mut().filter(|_| is_together).find(is_same) {
        Some(own) => {
            own.who.extend(line.who);
            let new: Vec<String> = line.reasons.into_iter().filter(|reason| !own.reasons.contains(reason)).collect();
            own.reasons.extend(new);
        }
        None => lines.push(line),
    }
}

fn persons_view(messages: &Messages, changes: &Value, fate: &str, is_recorded: bool) -> Option<PersonsView> {
    let n = number(&changes["persons"][fate]);
    if n == 0 {
        return None;
    }
    let most = if fate == "gone" { usize::MAX } else { MOST_PERSONS };
    let mut of_fate: Vec<&Value> = changes[fate].as_array().into_iter().flatten().take(most).collect();
    // In the order of the sheets, as on paper.
    let place = |person: &&Value| {
        let reason = &person["reasons"][0];
        (text(reason, "file").to_owned(), text(reason, "sheet").to_owned(), reason["row"].as_i64())
    };
    of_fate.sort_by_key(place);
    let more = n.saturating_sub(of_fate.len() as u64);
    let mut lines = Vec::new();
    for person in of_fate {
        add_line(&mut lines, person_line(messages, person, is_recorded || fate != "new"));
    }
    Some(PersonsView {
        title: say!(messages, &format!("changes-persons-{fate}"), n),
        is_bad: fate == "gone",
        is_folded: fate != "gone" && lines.len() > MOST_OPEN,
        has_values: lines.iter().any(|line| !line.values.is_empty()),
        more: if more > 0 && !lines.is_empty() { say!(messages, "desk-import-more", n = more) } else { String::new() },
        lines,
    })
}
