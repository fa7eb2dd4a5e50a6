//! `bato link`: finds the duplicates of one list, or links two lists, by the settings of a file.

use std::path::PathBuf;

use bato::app::{self, TableLimit, TableRequest, TableSummary};
use bato::config::Config;
use bato::error::Error;
use bato::messages::say;

use super::args::{Args, LinkArgs};
use super::{DONE, DONE_WITH_FAULTS, Terminal, scores};

pub(super) fn link(args: &Args, wanted: &LinkArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let inputs = wanted.inputs.iter().chain([&wanted.settings]).chain(&wanted.model).map(PathBuf::as_path);
    let request = TableRequest {
        settings: wanted.settings.clone(),
        inputs: wanted.inputs.clone(),
        out: args.outputs(inputs).file(&wanted.out)?,
        truth: wanted.truth.clone(),
        model: wanted.model.clone(),
        by_keys: wanted.by_keys,
        folders: (args.raw.clone(), args.clean.clone()),
        worker: super::worker(),
    };
    let summary = app::link_table(&request, config, &args.access_unasked(None)?)?;
    let messages = &terminal.messages;
    for limit in &summary.limits {
        terminal.tell(&match limit {
            TableLimit::NoFrequencies => messages.text("link-no-frequencies"),
            TableLimit::NoPass => messages.text("link-no-pass"),
            TableLimit::LongTexts { column } => say!(messages, "link-long-texts", column),
        });
    }
    let is_found = !summary.limits.contains(&TableLimit::NoPass);
    if wanted.json {
        terminal.print(&serde_json::to_string_pretty(&summary).unwrap_or_default());
    } else if is_found {
        terminal.print(&summary_text(&summary, terminal));
    }
    let is_incomplete = summary.limits.iter().any(|limit| *limit != TableLimit::NoFrequencies);
    Ok(if is_incomplete { DONE_WITH_FAULTS } else { DONE })
}

/// Describes the result: counts, blocking passes, scores against a truth if there is one, and the files written.
fn summary_text(summary: &TableSummary, terminal: &Terminal) -> String {
    let messages = &terminal.messages;
    let TableSummary { rows, clusters, duplicates, to_review: review, kept_apart: apart, .. } = *summary;
    let mut lines = vec![
        say!(messages, "link-summary", rows, clusters, duplicates, review, apart),
        String::new(),
        messages.text("link-passes"),
    ];
    for pass in summary.passes.iter().filter(|pass| pass.new_pairs > 0) {
        let (name, pairs, links, divided) = (&pass.name, pass.new_pairs, pass.new_links, pass.divided);
        let text = say!(messages, "link-pass", name, pairs, links, divided);
        let mut line = format!("  {text}");
        if let (Some(n), Some(scores)) = (pass.new_true, &summary.scores) {
            let share = n as f64 / scores.clusters.pairs.truth.max(1) as f64;
            line.push_str(&say!(messages, "link-pass-true", share = messages.percent(share)));
        }
        lines.push(line);
    }
    if let Some(table_scores) = &summary.scores {
        lines.push(String::new());
        lines.push(scores::pairs(messages, "scores-pairs", &table_scores.clusters.pairs));
        lines.push(scores::clusters(messages, "scores-clusters", &table_scores.clusters));
        lines.push(String::new());
        lines.extend(scores::by_threshold(messages, &table_scores.pairs));
        lines.push(String::new());
        lines.extend(scores::reliability(messages, &table_scores.pairs.calibration));
    }
    let (out, pairs, model) = (summary.out.as_path(), summary.pairs.as_path(), summary.model.as_path());
    lines.push(String::new());
    lines.push(say!(messages, "link-written", out, pairs, model));
    lines.join("\n")
}
