//! `bato template`: writes a workbook to fill in. A file that exists is replaced only with `--force`.

use std::path::{Path, PathBuf};

use bato::app::{self, TemplateRequest};
use bato::config::Config;
use bato::error::Error;
use bato::messages::Fact;
use bato::record::Kind;

use super::args::Args;
use super::{DONE, Terminal};

/// The arguments of the command.
pub(super) struct TemplateArgs<'a> {
    pub(super) kind: &'a str,
    pub(super) out: Option<&'a Path>,
    pub(super) n_rows: u32,
    pub(super) may_replace: bool,
}

pub(super) fn template(
    args: &Args,
    options: &TemplateArgs<'_>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let kind = match options.kind {
        "births" => Kind::Birth,
        "events" => Kind::Event,
        _ => Kind::Census,
    };
    let default_path = || PathBuf::from(messages.text(&format!("template-file-{}", kind.code())));
    let request = TemplateRequest {
        kind,
        n_rows: options.n_rows,
        raw: args.raw.clone(),
        out: options.out.map_or_else(default_path, Path::to_path_buf),
        may_replace: options.may_replace,
    };
    app::template(&request, config, messages)?;
    if !terminal.is_quiet {
        let path = request.out.display().to_string();
        terminal.print(&messages.say("template-written", &[("path", Fact::from(path))]));
    }
    Ok(DONE)
}
