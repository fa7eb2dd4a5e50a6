//! `bato review`: counts the pairs to judge, writes them or a random sample to a workbook, reads the rulings back,
//! shows what a sample says about the register.

use std::path::Path;

use bato::app::{self, ReviewImport};
use bato::config::Config;
use bato::error::Error;
use bato::messages::say;
use bato::report::{RegisterSample, ShareEstimate};

use super::args::{Args, ReviewArgs};
use super::{DONE, Terminal};

pub(super) fn review(args: &Args, wanted: &ReviewArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    match (&wanted.import, &wanted.export, wanted.sample) {
        (Some(file), ..) => import(file, args, wanted, config, terminal)?,
        (None, Some(out), Some(n)) => {
            let output = args.outputs([]).file(out)?;
            let n = app::sample_export(&args.clean, &output, n as usize, &terminal.messages, &args.access(terminal)?)?;
            terminal.print(&say!(terminal.messages, "review-sample-exported", n, path = out));
        }
        (None, None, Some(_)) => match app::sample_estimate(&args.raw, config)? {
            Some(sample) => print_sample(&sample, terminal),
            None => terminal.print(&terminal.messages.text("review-sample-none")),
        },
        (None, Some(out), None) => {
            let output = args.outputs([]).file(out)?;
            let export = app::review_export(
                &args.clean,
                &output,
                wanted.most as usize,
                &terminal.messages,
                &args.access(terminal)?,
            )?;
            let (n, more) = (export.n, export.more);
            terminal.print(&say!(terminal.messages, "review-exported", n, more, path = out));
        }
        (None, None, None) => {
            let count = app::review_count(&args.clean)?;
            terminal.print(&say!(terminal.messages, "review-count", n = count.open, joined = count.joined));
            terminal.print(&terminal.messages.text("review-how"));
        }
    }
    Ok(DONE)
}

fn import(file: &Path, args: &Args, wanted: &ReviewArgs, config: &Config, terminal: &Terminal) -> Result<(), Error> {
    let (today, author) = (super::today(config).to_string(), wanted.author.as_deref().unwrap_or(""));
    let ReviewImport { same, different, open, known, paths, sample } =
        app::review_import(file, &args.clean, &args.raw, author, &today, config, super::worker())?;
    terminal.print(&say!(terminal.messages, "review-imported", same, different, open, known));
    for path in &paths {
        terminal.print(&say!(terminal.messages, "review-imported-to", path));
    }
    if let Some(sample) = sample {
        print_sample(&sample, terminal);
    }
    Ok(())
}

fn print_sample(sample: &RegisterSample, terminal: &Terminal) {
    let messages = &terminal.messages;
    let RegisterSample { generation, n_judged, n_open, estimate } = *sample;
    terminal.print(&say!(messages, "review-sample-judged", generation, n = n_judged, open = n_open));
    for (id, ShareEstimate { share, low, high }) in
        [("review-sample-precision", estimate.precision), ("review-sample-recall", estimate.recall)]
    {
        let [share, low, high] = [share, low, high].map(|share| messages.decimal(100.0 * share, 2));
        terminal.print(&say!(messages, id, share, low, high));
    }
    terminal.print(&messages.text("review-sample-limit"));
}
