//! `bato verify`: checks a generation against its checksums, its schemas and the row equation.

use bato::app;
use bato::error::Error;
use bato::messages::say;
use bato::recount;
use bato::store::{self, GenerationOrigin};

use super::args::Args;
use super::{DONE, DONE_WITH_FAULTS, Terminal};

pub(super) fn verify(args: &Args, full: bool, wanted: Option<u64>, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let mut generation = match wanted {
        // A generation named by its number is checked even if it is damaged.
        Some(number) => app::any_generation(&args.clean, number)?,
        None => app::current(&args.clean)?,
    };
    let mut verified = store::verify(&generation)?;
    if !verified.ok() && wanted.is_none() {
        // A run may have switched to a new version meanwhile: the version in use now counts.
        generation = app::current(&args.clean)?;
        verified = store::verify(&generation)?;
    }
    let recounted = if full { Some(recount::recount(&generation, &args.raw)?) } else { None };
    verified.checks.extend(recounted.as_ref().map(recount::Recount::check));
    let reading = if full { Some(app::check_reading(&generation, &args.raw, super::worker())?) } else { None };
    verified.checks.extend(reading.iter().flat_map(app::ReadingCheck::checks));
    verified.checks.extend(app::check_parcels(&args.clean)?);
    let others = if full { app::check_other_generations(&args.clean, &generation)? } else { None };
    verified.checks.extend(others);
    terminal.print(&say!(messages, "verify-generation", generation = generation.number.to_string()));
    if let GenerationOrigin::Recovered(recovery) = &generation.origin {
        let cause = messages.text(&format!("recovery-{}", recovery.cause.code()));
        terminal.print(&say!(messages, "verify-recovered", cause));
    }
    for check in &verified.checks {
        let mark = messages.text(if check.ok { "verify-mark-ok" } else { "verify-mark-failed" });
        terminal.print(&format!("  {mark}  {}", app::check_sentence(check, messages)));
    }
    if let Some(program) = reading.and_then(|reading| reading.other_program) {
        terminal.print(&format!("     {}", say!(messages, "reading-not-compared", program)));
    }
    for (id, files) in recounted
        .iter()
        .flat_map(|counted| [("recount-changed", &counted.changed), ("recount-not-counted", &counted.not_counted)])
    {
        if let Some(first) = files.first() {
            terminal.print(&format!("     {}", say!(messages, id, n = files.len(), first)));
        }
    }
    let is_ledger_alone = verified.checks.iter().all(|check| check.ok || check.id == "releases");
    terminal.print(&messages.text(match (verified.ok(), is_ledger_alone) {
        (true, _) => "verify-sound",
        (false, true) => "verify-ledger-damaged",
        (false, false) => "verify-damaged",
    }));
    Ok(if verified.ok() { DONE } else { DONE_WITH_FAULTS })
}
