//! `bato link`: finds the duplicates of one list, or links two lists, by the settings of a file.

use std::path::{Path, PathBuf};

use bato::app::{self, TableRequest, TableSummary};
use bato::config::Config;
use bato::error::Error;
use bato::messages::Fact;

use super::args::Args;
use super::{DONE, Terminal, scores};

/// The arguments of the command.
pub(super) struct LinkArgs<'a> {
    pub(super) settings: &'a Path,
    pub(super) inputs: &'a [PathBuf],
    pub(super) out: &'a Path,
    pub(super) truth: Option<&'a str>,
    pub(super) model: Option<&'a Path>,
    pub(super) as_json: bool,
}

pub(super) fn link(_: &Args, options: &LinkArgs<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let request = TableRequest {
        settings: options.settings.to_owned(),
        inputs: options.inputs.to_vec(),
        out: options.out.to_owned(),
        truth: options.truth.map(str::to_owned),
        model: options.model.map(Path::to_owned),
        worker: super::worker(),
    };
    let summary = app::link_table(&request, config)?;
    if options.as_json {
        terminal.print(&serde_json::to_string_pretty(&summary).unwrap_or_default());
    } else {
        terminal.print(&summary_text(&summary, terminal));
    }
    Ok(DONE)
}

/// Describes the result: counts, blocking passes, scores against a truth if there is one, and the files written.
fn summary_text(summary: &TableSummary, terminal: &Terminal) -> String {
    let messages = &terminal.messages;
    let facts = [
        ("rows", Fact::from(summary.rows)),
        ("clusters", summary.clusters.into()),
        ("duplicates", summary.duplicates.into()),
        ("review", summary.to_review.into()),
        ("apart", summary.kept_apart.into()),
    ];
    let mut lines = vec![messages.say("link-summary", &facts), String::new(), messages.text("link-passes")];
    for pass in summary.passes.iter().filter(|pass| pass.new_pairs > 0) {
        let facts = [
            ("name", Fact::from(pass.name.clone())),
            ("pairs", pass.new_pairs.into()),
            ("links", pass.new_links.into()),
            ("divided", pass.divided.into()),
        ];
        let mut line = format!("  {}", messages.say("link-pass", &facts));
        if let (Some(n), Some(scores)) = (pass.new_true, &summary.scores) {
            let share = n as f64 / scores.clusters.pairs.truth.max(1) as f64;
            line.push_str(&messages.say("link-pass-true", &[("share", Fact::from(messages.percent(share)))]));
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
    let path = |path: &Path| Fact::from(path.display().to_string());
    let facts = [("out", path(&summary.out)), ("pairs", path(&summary.pairs)), ("model", path(&summary.model))];
    lines.push(String::new());
    lines.push(messages.say("link-written", &facts));
    lines.join("\n")
}
