//! `bato template`: writes a workbook to fill in. A file that exists is replaced only with `--force`.

use std::path::PathBuf;

use bato::app::{self, TemplateRequest};
use bato::config::Config;
use bato::error::Error;
use bato::messages::say;
use bato::record::Kind;

use super::args::{Args, TemplateArgs};
use super::{DONE, Terminal};

pub(super) fn template(args: &Args, wanted: &TemplateArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let kind = match wanted.kind.as_str() {
        "births" => Kind::Birth,
        "events" => Kind::Event,
        _ => Kind::Census,
    };
    let default_path = || PathBuf::from(messages.text(&format!("template-file-{}", kind.code())));
    let request = TemplateRequest {
        kind,
        n_rows: wanted.rows,
        raw: args.raw.clone(),
        out: wanted.out.clone().unwrap_or_else(default_path),
        may_replace: args.force,
    };
    args.outputs([]).file(&request.out)?;
    app::template(&request, config, messages)?;
    if !terminal.is_quiet {
        terminal.print(&say!(messages, "template-written", path = &request.out));
    }
    Ok(DONE)
}
