//! `bato template`: a blank sheet for agents to fill in, written beside what is there and never over it unasked.

use std::path::{Path, PathBuf};

use bato::app::{self, TemplateRequest};
use bato::config::Config;
use bato::error::Error;
use bato::messages::Fact;
use bato::record::Kind;

use super::args::Args;
use super::{DONE, Terminal};

/// What was typed after the command.
pub(super) struct Wanted<'a> {
    pub(super) kind: &'a str,
    pub(super) out: Option<&'a Path>,
    pub(super) n_rows: u32,
    pub(super) may_replace: bool,
}

pub(super) fn template(args: &Args, wanted: &Wanted<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let kind = match wanted.kind {
        "births" => Kind::Birth,
        "events" => Kind::Event,
        _ => Kind::Census,
    };
    let usual = || PathBuf::from(messages.text(&format!("template-file-{}", kind.code())));
    let request = TemplateRequest {
        kind,
        n_rows: wanted.n_rows,
        raw: args.raw.clone(),
        out: wanted.out.map_or_else(usual, Path::to_path_buf),
        may_replace: wanted.may_replace,
    };
    app::template(&request, config, messages)?;
    if !terminal.is_quiet {
        let path = request.out.display().to_string();
        terminal.print(&messages.say("template-written", &[("path", Fact::from(path))]));
    }
    Ok(DONE)
}
