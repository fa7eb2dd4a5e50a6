//! `bato review`: counts the doubtful pairs, writes them to a workbook and reads the rulings back.

use std::path::Path;

use bato::app;
use bato::config::Config;
use bato::error::Error;
use bato::messages::Fact;

use super::args::Args;
use super::{DONE, Terminal};

/// The arguments of `bato review`.
pub(super) struct ReviewArgs<'a> {
    pub(super) export: Option<&'a Path>,
    pub(super) import: Option<&'a Path>,
    pub(super) author: Option<&'a str>,
}

pub(super) fn review(
    args: &Args,
    review_args: &ReviewArgs<'_>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if let Some(file) = review_args.import {
        let today = config.run.today.unwrap_or_else(|| chrono::Local::now().date_naive()).to_string();
        let author = review_args.author.unwrap_or("");
        let imported = app::review_import(file, &args.raw, author, &today, config, super::worker())?;
        let facts = [
            ("same", Fact::from(imported.same)),
            ("different", imported.different.into()),
            ("open", imported.open.into()),
            ("known", imported.known.into()),
        ];
        terminal.print(&messages.say("review-imported", &facts));
        if let Some(path) = imported.path {
            terminal.print(&messages.say("review-imported-to", &[("path", Fact::from(path.display().to_string()))]));
        }
        return Ok(DONE);
    }
    let count = match review_args.export {
        Some(out) => app::review_export(&args.clean, out, messages, &args.access()?)?,
        None => app::review_count(&args.clean)?,
    };
    let facts = [("n", Fact::from(count.open)), ("joined", count.joined.into())];
    terminal.print(&messages.say("review-count", &facts));
    let next = match review_args.export {
        Some(out) => messages.say("review-exported", &[("path", Fact::from(out.display().to_string()))]),
        None => messages.text("review-how"),
    };
    terminal.print(&next);
    Ok(DONE)
}
