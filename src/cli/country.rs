//! `bato model merge`, `bato score`, `bato cluster`: link several communes on several machines.

use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

use bato::app::{self, ClusterRequest};
use bato::error::Error;
use bato::messages::say;

use super::args::{Args, ClusterArgs, ModelArgs};
use super::{DONE, Terminal};

pub(super) fn merge(args: &Args, wanted: &ModelArgs, terminal: &Terminal) -> Result<u8, Error> {
    let out = args.outputs(wanted.models.iter().map(PathBuf::as_path)).file(&wanted.out)?;
    let n_rows = app::merge_models(&wanted.models, &out)?;
    if !terminal.is_quiet {
        terminal.print(&say!(terminal.messages, "model-merged", rows = n_rows, path = &wanted.out));
    }
    Ok(DONE)
}

/// Scores the pairs of standard input. Standard output is the stream of scored pairs and nothing else.
pub(super) fn score(model: &Path, _: &Terminal) -> Result<u8, Error> {
    let mut input = BufReader::with_capacity(1 << 16, std::io::stdin().lock());
    let mut output = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    app::score(model, &mut input, &mut output)?;
    Ok(DONE)
}

pub(super) fn cluster(args: &Args, wanted: &ClusterArgs, terminal: &Terminal) -> Result<u8, Error> {
    let inputs = wanted.pairs.iter().chain(&wanted.persons).chain([&wanted.model]).chain(&wanted.aliases);
    let request = ClusterRequest {
        model: &wanted.model,
        pairs: &wanted.pairs,
        persons: &wanted.persons,
        aliases: wanted.aliases.as_deref(),
        out: &args.outputs(inputs.map(PathBuf::as_path)).file(&wanted.out)?,
    };
    let done = app::cluster(&request)?;
    let messages = &terminal.messages;
    let (pairs, persons, clusters, linked) = (done.n_pairs, done.n_persons, done.n_clusters, done.n_linked);
    terminal.print(&say!(messages, "cluster-summary", pairs, persons, clusters, linked));
    let [out, pairs, aliases] = done.files.each_ref().map(PathBuf::as_path);
    terminal.print(&say!(messages, "cluster-written", out, pairs, aliases));
    Ok(DONE)
}
