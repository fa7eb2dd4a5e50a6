//! `bato check`: prints the findings of some files and writes their corrections workbooks. The register is not changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use bato::app::{self, CheckedFile};
use bato::config::Config;
use bato::error::Error;
use bato::finding::{Finding, Severity};
use bato::messages::say;

use super::args::{Args, CheckArgs};
use super::progress::Bars;
use super::{DONE, DONE_WITH_FAULTS, Terminal, explain, show};

pub(super) fn check(args: &Args, wanted: &CheckArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if let Some(out) = &wanted.out {
        args.outputs([]).folder(out)?;
    }
    let bars = Bars::new(terminal);
    let folders = (args.raw.as_path(), args.clean.as_path());
    let checked = app::check(&wanted.files, folders, config, super::today(config), super::worker(), &bars);
    drop(bars);
    let checked = checked?;
    app::log_checked(&checked, folders, wanted.explain, &args.access_unasked(None)?)?;
    let is_raw = |path: &PathBuf| path.canonicalize().ok() == args.raw.canonicalize().ok();
    if wanted.files.iter().any(is_raw) {
        show::astray(messages, &app::astray_sheets(&args.raw)).iter().for_each(|warning| terminal.tell(warning));
    }
    let mut has_faults = false;
    let mut written_paths = BTreeSet::new();
    for file in &checked {
        has_faults |= file.fault.is_some() || file.findings.iter().any(|finding| finding.severity == Severity::Error);
        terminal.print(&file_text(terminal, file));
        if wanted.explain {
            terminal.print(&explain::text(messages, file));
        }
        if let Some(path) = &file.corrected_in {
            terminal.print(&format!("  {}\n", say!(messages, "corrections-continue", path)));
            continue;
        }
        match app::write_corrections(
            file,
            wanted.out.as_deref(),
            &args.clean,
            &config.ingest,
            messages,
            &mut written_paths,
        ) {
            Ok(None) => {}
            Ok(Some(written)) => {
                terminal.print(&format!("  {}", say!(messages, "corrections-written", path = &written)));
            }
            Err(error) => {
                has_faults = true;
                terminal.tell(&show::error(messages, &error));
            }
        }
        terminal.print("");
    }
    if !written_paths.is_empty() {
        terminal.print(&messages.text("corrections-instruction"));
    }
    Ok(if has_faults { DONE_WITH_FAULTS } else { DONE })
}

/// Most letters of a place that others are aligned with.
const WIDEST_PLACE: usize = 24;

/// Describes a file: the rows read, each finding with its place, then what to do for each rule.
fn file_text(terminal: &Terminal, file: &CheckedFile) -> String {
    let messages = &terminal.messages;
    let kind = messages.text(&format!("kind-{}", file.kind.code()));
    // A file that could not be opened has no kind.
    let kind = if file.count.rows > 0 { format!(" ({kind})") } else { String::new() };
    let mut lines = vec![format!("{}{kind}", file.source.path)];
    if let Some(fault) = &file.fault {
        lines.push(format!("  {}", show::error(messages, fault)));
    }
    if file.count.rows > 0 {
        lines.push(format!("  {}", show::equation(messages, "check-equation", &file.count)));
    }
    if !file.corrected.is_empty() {
        lines.push(format!("  {}", say!(messages, "summary-corrected-cells", n = file.corrected.len())));
    }
    let mut hints: BTreeMap<&str, &Finding> = BTreeMap::new();
    let places: Vec<String> = file.findings.iter().map(|at| show::place(messages, &file.source, at)).collect();
    // A long name of a sheet does not push the sentences of all others to the right.
    let width = places.iter().map(|place| place.chars().count()).filter(|n| *n <= WIDEST_PLACE).max().unwrap_or(0);
    for (finding, place) in file.findings.iter().zip(places) {
        let severity = messages.text(&format!("severity-{}", finding.severity.code()));
        lines.push(format!("  {place:width$}  {severity}  {}", messages.finding(finding)));
        hints.entry(finding.rule).or_insert(finding);
    }
    if !hints.is_empty() {
        lines.push(String::new());
        lines.push(format!("  {}", messages.text("check-what-to-do")));
        let mut hints: Vec<_> = hints.into_iter().collect();
        hints.sort_by_key(|(rule, finding)| (std::cmp::Reverse(finding.severity), *rule));
        for (rule, finding) in hints {
            let n = file.findings.iter().filter(|finding| finding.rule == rule).count();
            let [title, hint] = ["title", "hint"].map(|part| messages.finding_part(finding, part));
            lines.push(format!("  {}", say!(messages, "check-hint", title, n, hint)));
        }
    } else if file.fault.is_none() {
        lines.push(format!("  {}", messages.text("check-nothing")));
    }
    lines.join("\n")
}
