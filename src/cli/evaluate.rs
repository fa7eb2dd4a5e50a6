//! `bato evaluate`: the current register against a commune's truth.

use std::path::Path;

use bato::error::Error;
use bato::evaluate::pairs::PairScores;
use bato::evaluate::register::{TrueRow, Truth, evaluate as scores_of};
use bato::messages::Fact;
use bato::pipeline;

use super::args::Args;
use super::{DONE, Terminal};

pub(super) fn evaluate(args: &Args, truth: &Path, as_json: bool, terminal: &Terminal) -> Result<u8, Error> {
    let generation = pipeline::current(&args.clean)?;
    let truth = Truth {
        census: rows(&truth.join("census.csv"))?,
        births: rows(&truth.join("births.csv"))?,
        twins: records(&truth.join("twins.csv"))?.into_iter().map(|r| (r[0].to_owned(), r[1].to_owned())).collect(),
    };
    let scores = scores_of(&truth, &generation.read()?, &generation.read()?);
    if as_json {
        terminal.print(&serde_json::to_string_pretty(&scores).unwrap_or_default());
        return Ok(DONE);
    }
    let messages = &terminal.messages;
    let share =
        |n: u64, of: u64| if of == 0 { "–".to_owned() } else { messages.decimal(n as f64 / of as f64 * 100.0, 2) };
    let line = |id: &str, n: u64, of: u64| {
        terminal.print(&messages.say(id, &[("n", n.into()), ("total", of.into()), ("share", share(n, of).into())]));
    };
    let pairs = |id: &str, scores: &PairScores| {
        let shown = |value: f64| Fact::from(messages.decimal(value, 4));
        let facts = [
            ("precision", shown(scores.precision)),
            ("recall", shown(scores.recall)),
            ("f1", shown(scores.f1)),
            ("truth", scores.truth.into()),
            ("found", scores.found.into()),
        ];
        terminal.print(&messages.say(id, &facts));
    };
    line("evaluate-no-outcome", scores.rows_without_outcome, scores.good_rows + scores.bad_rows);
    line("evaluate-no-data", scores.no_data_registered, scores.good_rows + scores.bad_rows);
    line("evaluate-good", scores.good_rows_kept, scores.good_rows);
    line("evaluate-bad", scores.bad_rows_quarantined, scores.bad_rows);
    line("evaluate-bad-rule", scores.bad_rows_by_the_right_rule, scores.bad_rows);
    pairs("evaluate-census", &scores.census_pairs);
    pairs("evaluate-acts", &scores.act_pairs);
    pairs("evaluate-act-census", &scores.act_census_pairs);
    line("evaluate-twins", scores.twins_merged, scores.twins);
    line("evaluate-persons", scores.persons_found, scores.persons_true);
    line("evaluate-timeliness", scores.acts_classed_otherwise, scores.acts);
    Ok(DONE)
}

fn rows(path: &Path) -> Result<Vec<TrueRow>, Error> {
    records(path)?
        .into_iter()
        .map(|record| {
            let text = |place: usize| record.get(place).unwrap_or("").to_owned();
            let row = text(2).parse().map_err(|e| Error::new("bad-truth").at(path).because(e))?;
            Ok(TrueRow { file: text(0), sheet: text(1), row, person: text(3), expect: text(4) })
        })
        .collect()
}

fn records(path: &Path) -> Result<Vec<csv::StringRecord>, Error> {
    let file = std::fs::File::open(path).map_err(|e| Error::io(path, &e))?;
    let records = csv::Reader::from_reader(file).into_records().collect::<Result<Vec<_>, _>>();
    let records = records.map_err(|e| Error::new("bad-truth").at(path).because(e))?;
    match records.iter().find(|record| record.len() < 2) {
        Some(short) => Err(Error::new("bad-truth").at(path).because(format!("{short:?}"))),
        None => Ok(records),
    }
}
