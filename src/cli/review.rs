//! `bato review`: counts the doubtful pairs, writes them to a workbook and reads the rulings back.

use bato::app::{self, ReviewImport};
use bato::config::Config;
use bato::error::Error;
use bato::messages::say;

use super::args::{Args, ReviewArgs};
use super::{DONE, Terminal};

pub(super) fn review(args: &Args, wanted: &ReviewArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if let Some(file) = &wanted.import {
        let (today, author) = (super::today(config).to_string(), wanted.author.as_deref().unwrap_or(""));
        let ReviewImport { same, different, open, known, path } =
            app::review_import(file, &args.raw, author, &today, config, super::worker())?;
        terminal.print(&say!(messages, "review-imported", same, different, open, known));
        if let Some(path) = path {
            terminal.print(&say!(messages, "review-imported-to", path = &path));
        }
        return Ok(DONE);
    }
    let count = match &wanted.export {
        Some(out) => {
            let out = args.outputs([]).file(out)?;
            app::review_export(&args.clean, &out, messages, &args.access()?)?
        }
        None => app::review_count(&args.clean)?,
    };
    terminal.print(&say!(messages, "review-count", n = count.open, joined = count.joined));
    terminal.print(&match &wanted.export {
        Some(out) => say!(messages, "review-exported", path = out),
        None => messages.text("review-how"),
    });
    Ok(DONE)
}
