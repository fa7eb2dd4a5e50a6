//! `bato report` renders the reports of the current generation again; `bato compare` compares communes by their
//! aggregates.

use std::path::{Path, PathBuf};

use bato::app;
use bato::config::Config;
use bato::error::Error;
use bato::messages::{Fact, say};
use bato::report::compare::{CommuneOverview, Rate};

use super::args::Args;
use super::{DONE, Terminal};

pub(super) fn report(args: &Args, out: Option<&Path>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    // Their own place is no output that a person names.
    let is_own = |path: &&Path| **path == args.clean.join("reports");
    let out = out.filter(|path| !is_own(path)).map(|path| args.outputs([]).folder(path)).transpose()?;
    let path = app::report(&args.clean, out.as_ref(), config, &args.raw, &args.langs())?;
    terminal.print(&say!(terminal.messages, "report-written", path = &path));
    Ok(DONE)
}

/// Prints the main figures of several communes, and writes the page that compares them.
pub(super) fn compare(
    args: &Args,
    communes: &[PathBuf],
    out: Option<&Path>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let inputs = communes.iter().map(PathBuf::as_path);
    let out = out.map(|path| args.outputs(inputs).folder(path)).transpose()?;
    let compared = app::compare(communes, out.as_ref(), config, &args.raw, &args.langs())?;
    for commune in &compared.comparison.communes {
        terminal.print(&overview(commune, terminal));
    }
    terminal.print(&say!(terminal.messages, "compare-flags", n = compared.comparison.flags.len()));
    if let Some(page) = compared.page {
        terminal.print(&say!(terminal.messages, "compare-written", path = &page));
    }
    Ok(DONE)
}

fn overview(commune: &CommuneOverview, terminal: &Terminal) -> String {
    let messages = &terminal.messages;
    let hidden = || messages.text("report-hidden-mark");
    let count = |n: Option<u64>| n.map_or_else(hidden, |n| messages.count(n));
    let percent = |share: Option<f64>| share.map_or_else(hidden, |share| messages.percent(share));
    let of = |rate: &Rate| {
        let (low, high) = rate.interval.unzip();
        [percent(rate.value()), percent(low), percent(high), count(rate.whole)]
    };
    let [on_time, low, high, judged] = of(&commune.on_time);
    let [without, without_low, without_high, children] = of(&commune.without_act);
    let facts: [(&str, Fact<'_>); 13] = [
        ("commune", commune.commune.as_str().into()),
        ("persons", count(commune.persons).into()),
        ("households", count(commune.households).into()),
        ("on_time", on_time.into()),
        ("low", low.into()),
        ("high", high.into()),
        ("judged", judged.into()),
        ("without", without.into()),
        ("without_low", without_low.into()),
        ("without_high", without_high.into()),
        ("children", children.into()),
        ("censused", count(commune.quartiers.0).into()),
        ("quartiers", count(commune.quartiers.1).into()),
    ];
    messages.say("compare-overview", &facts)
}
