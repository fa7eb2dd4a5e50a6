//! `bato keys` and `bato overlap`: count the persons of two communes without names, at a commune and at the
//! coordinator.

use std::path::PathBuf;

use bato::app::{self, CommuneOverlap, OverlapRequest, RoundKeysRequest};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::{Messages, say};

use super::args::{Args, KeysArgs, OverlapArgs};
use super::{DONE, Terminal};

pub(super) fn keys(args: &Args, wanted: &KeysArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    match (&wanted.new_secret, &wanted.round, &wanted.pairs, &wanted.numbers, &wanted.out) {
        (Some(path), None, None, _, _) => {
            app::new_secret(&args.outputs([]).file(path)?)?;
            terminal.print(&say!(messages, "keys-secret-written", path));
        }
        (None, Some(round), None, _, Some(out)) => {
            let request = RoundKeysRequest {
                clean: &args.clean,
                round,
                secrets: &wanted.secret,
                commune: wanted.commune.as_deref().unwrap_or(&config.run.commune),
                truth: wanted.truth.as_deref(),
                out: &args.outputs(wanted.secret.iter().map(PathBuf::as_path)).folder(out)?,
            };
            let made = app::make_round_keys(&request, &args.access(terminal)?)?;
            let (persons, with_keys, keys) = (made.n_persons, made.n_with_keys, made.n_keys);
            terminal.print(&say!(messages, "keys-made", persons, with_keys, keys));
            let [leaving, staying] = made.folders.each_ref().map(PathBuf::as_path);
            terminal.print(&say!(messages, "keys-written", leaving, staying));
        }
        (None, None, Some(pairs), Some(numbers), Some(out)) => {
            let out_path = args.outputs([pairs.as_path(), numbers.as_path()]).file(out)?;
            let n = app::persons_of_pairs(&args.clean, pairs, numbers, &out_path, &args.access(terminal)?)?;
            terminal.print(&say!(messages, "keys-pairs-written", n, path = out));
        }
        _ => return Err(Error::new(ErrorCode::KeysIncomplete)),
    }
    Ok(DONE)
}

pub(super) fn overlap(args: &Args, wanted: &OverlapArgs, terminal: &Terminal) -> Result<u8, Error> {
    let out = args.outputs(wanted.truth.iter().map(PathBuf::as_path)).folder(&wanted.out)?;
    let request = OverlapRequest { communes: &wanted.communes, out: &out, truth: &wanted.truth };
    let overlaps = app::overlap(&request)?;
    if wanted.json {
        terminal.print(&serde_json::to_string_pretty(&overlaps).unwrap_or_default());
        return Ok(DONE);
    }
    overlaps.iter().for_each(|overlap| terminal.print(&text(overlap, &terminal.messages)));
    terminal.print(&say!(terminal.messages, "overlap-written", path = &wanted.out));
    Ok(DONE)
}

fn text(overlap: &CommuneOverlap, messages: &Messages) -> String {
    let ([a, b], low, high) = (&overlap.communes, overlap.low, overlap.high);
    let (estimate, found, ambiguous) = (overlap.estimate, overlap.found, overlap.ambiguous);
    let mut text = say!(messages, "overlap-count", a, b, estimate, low, high, found, ambiguous);
    if let Some(truth) = &overlap.truth {
        let precision = messages.percent(truth.precision);
        let recall = messages.percent(truth.recall);
        text.push('\n');
        text.push_str(&say!(messages, "overlap-truth", shared = truth.shared, precision, recall));
    }
    text
}
