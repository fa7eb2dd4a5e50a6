//! `bato check`: prints the findings of some files and writes their corrections workbooks. The register is not touched.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bato::app::{self, CheckedFile};
use bato::config::Config;
use bato::error::Error;
use bato::finding::{Finding, Severity};
use bato::messages::Fact;

use super::args::Args;
use super::progress::Bars;
use super::{DONE, DONE_WITH_FAULTS, Terminal, explain, show};

pub(super) fn check(
    args: &Args,
    files: &[PathBuf],
    explain: bool,
    out: Option<&Path>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let today = config.run.today.unwrap_or_else(|| chrono::Local::now().date_naive());
    let bars = Bars::new(terminal);
    let checked = app::check(files, &args.raw, config, today, super::worker(), &bars);
    drop(bars);
    let checked = checked?;
    let mut has_faults = false;
    let mut written_paths = BTreeSet::new();
    for (path, file) in files.iter().zip(&checked) {
        has_faults |= file.fault.is_some() || file.findings.iter().any(|finding| finding.severity == Severity::Error);
        terminal.print(&file_text(terminal, file));
        if explain {
            terminal.print(&explain::text(&terminal.messages, file));
        }
        match app::write_corrections(path, file, out, &config.ingest, &terminal.messages, &mut written_paths) {
            Ok(None) => {}
            Ok(Some(written)) => {
                let facts = [("path", Fact::from(written.display().to_string()))];
                terminal.print(&format!("  {}", terminal.messages.say("corrections-written", &facts)));
            }
            Err(error) => {
                has_faults = true;
                terminal.tell(&show::error(&terminal.messages, &error));
            }
        }
        terminal.print("");
    }
    Ok(if has_faults { DONE_WITH_FAULTS } else { DONE })
}

/// Describes a file: the rows read, each finding with its place, then what to do for each rule.
fn file_text(terminal: &Terminal, file: &CheckedFile) -> String {
    let messages = &terminal.messages;
    let kind = messages.text(&format!("kind-{}", file.kind.code()));
    // A file that could not be opened is of no kind.
    let kind = if file.count.rows > 0 { format!(" ({kind})") } else { String::new() };
    let mut lines = vec![format!("{}{kind}", file.source.path)];
    if let Some(fault) = &file.fault {
        lines.push(format!("  {}", show::error(messages, fault)));
    }
    if file.count.rows > 0 {
        lines.push(format!("  {}", show::equation(messages, "check-equation", &file.count)));
    }
    let mut hints: BTreeMap<&str, (Severity, &Finding)> = BTreeMap::new();
    for finding in &file.findings {
        let severity = messages.text(&format!("severity-{}", finding.severity.code()));
        lines.push(format!(
            "  {}  {severity}  {}",
            show::place(messages, &file.source, finding),
            messages.finding(finding)
        ));
        hints.entry(finding.rule).or_insert((finding.severity, finding));
    }
    if !hints.is_empty() {
        lines.push(String::new());
        lines.push(format!("  {}", messages.text("check-what-to-do")));
        let mut hints: Vec<_> = hints.into_iter().collect();
        hints.sort_by_key(|(rule, (severity, _))| (std::cmp::Reverse(*severity), *rule));
        for (rule, (_, finding)) in hints {
            let n = file.findings.iter().filter(|finding| finding.rule == rule).count();
            let facts = [
                ("title", Fact::from(messages.finding_title(finding))),
                ("n", n.into()),
                ("hint", messages.finding_hint(finding).into()),
            ];
            lines.push(format!("  {}", messages.say("check-hint", &facts)));
        }
    } else if file.fault.is_none() {
        lines.push(format!("  {}", messages.text("check-nothing")));
    }
    lines.join("\n")
}
