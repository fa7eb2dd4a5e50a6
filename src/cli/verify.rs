//! `bato verify`: the current generation against its checksums, its schemas and the row equation.

use bato::error::Error;
use bato::messages::Fact;
use bato::pipeline;
use bato::store::{self, Opened};

use super::args::Args;
use super::{DONE, DONE_WITH_FAULTS, Terminal};

pub(super) fn verify(args: &Args, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let generation = pipeline::current(&args.clean)?;
    let verified = store::verify(&generation)?;
    terminal.print(&messages.say("verify-generation", &[("generation", generation.number.to_string().into())]));
    if let Opened::Recovered(recovery) = &generation.opened {
        let facts = [
            ("cause", Fact::from(messages.text(&format!("recovery-{}", recovery.cause.code())))),
            ("n", Fact::from(recovery.refused.len())),
        ];
        terminal.print(&messages.say("verify-recovered", &facts));
    }
    for check in &verified.checks {
        let facts: Vec<(&str, Fact<'_>)> = check
            .facts
            .iter()
            .map(|(name, value)| (*name, value.parse::<u64>().map_or_else(|_| Fact::from(value.as_str()), Fact::Count)))
            .collect();
        let mark = messages.text(if check.ok { "verify-mark-ok" } else { "verify-mark-failed" });
        terminal.print(&format!("  {mark}  {}", messages.say(&check.message(), &facts)));
    }
    terminal.print(&messages.text(if verified.ok() { "verify-sound" } else { "verify-damaged" }));
    Ok(if verified.ok() { DONE } else { DONE_WITH_FAULTS })
}
