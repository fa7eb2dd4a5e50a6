//! `bato verify`: checks a generation against its checksums, its schemas and the row equation.

use bato::app;
use bato::error::Error;
use bato::messages::Fact;
use bato::recount;
use bato::store::{self, GenerationOrigin};

use super::args::Args;
use super::{DONE, DONE_WITH_FAULTS, Terminal};

pub(super) fn verify(args: &Args, full: bool, generation: Option<u64>, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let generation = match generation {
        // A generation named by its number is checked even if it is damaged.
        Some(number) => app::any_generation(&args.clean, number)?,
        None => app::current(&args.clean)?,
    };
    let mut verified = store::verify(&generation)?;
    let recounted = if full { Some(recount::recount(&generation, &args.raw)?) } else { None };
    verified.checks.extend(recounted.as_ref().map(recount::Recount::check));
    terminal.print(&messages.say("verify-generation", &[("generation", generation.number.to_string().into())]));
    if let GenerationOrigin::Recovered(recovery) = &generation.origin {
        let cause = messages.text(&format!("recovery-{}", recovery.cause.code()));
        terminal.print(&messages.say("verify-recovered", &[("cause", Fact::from(cause))]));
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
    for (id, files) in recounted
        .iter()
        .flat_map(|counted| [("recount-changed", &counted.changed), ("recount-not-counted", &counted.not_counted)])
    {
        if let Some(first) = files.first() {
            let facts = [("n", Fact::from(files.len())), ("first", first.as_str().into())];
            terminal.print(&format!("     {}", messages.say(id, &facts)));
        }
    }
    terminal.print(&messages.text(if verified.ok() { "verify-sound" } else { "verify-damaged" }));
    Ok(if verified.ok() { DONE } else { DONE_WITH_FAULTS })
}
