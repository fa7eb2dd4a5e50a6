//! `bato verify`: checks a generation against its checksums, its schemas and the row equation.

use bato::app;
use bato::error::Error;
use bato::messages::say;
use bato::recount;
use bato::store::{self, GenerationOrigin, VerifyReport};

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
    for verdict in verdicts(&verified) {
        terminal.print(&messages.text(verdict));
    }
    Ok(if verified.ok() { DONE } else { DONE_WITH_FAULTS })
}

/// Returns the sentences on the whole: the advice to run again is given only where a run can mend what is damaged.
fn verdicts(verified: &VerifyReport) -> Vec<&'static str> {
    let failed = |id: &str| verified.checks.iter().any(|check| !check.ok && check.id == id);
    let is_of_register = |id: &str| !matches!(id, "releases" | "other-generations");
    if verified.ok() {
        return vec!["verify-sound"];
    }
    if verified.checks.iter().any(|check| !check.ok && is_of_register(check.id)) {
        return vec!["verify-damaged"];
    }
    let beside = [("releases", "verify-ledger-damaged"), ("other-generations", "verify-others-damaged")];
    beside.into_iter().filter(|(id, _)| failed(id)).map(|(_, verdict)| verdict).collect()
}

#[cfg(test)]
mod tests {
    use bato::store::VerifyCheck;

    use super::*;

    #[test]
    fn to_run_again_is_advised_only_where_it_helps() {
        let verdicts_of = |failed: &[&'static str]| {
            let checks = ["files", "releases", "other-generations"].map(|id| VerifyCheck {
                id,
                ok: !failed.contains(&id),
                facts: Vec::new(),
            });
            verdicts(&VerifyReport { checks: checks.into() })
        };
        assert_eq!(verdicts_of(&[]), ["verify-sound"]);
        assert_eq!(verdicts_of(&["other-generations"]), ["verify-others-damaged"]);
        assert_eq!(verdicts_of(&["releases", "other-generations"]), ["verify-ledger-damaged", "verify-others-damaged"]);
        assert_eq!(verdicts_of(&["files", "other-generations"]), ["verify-damaged"]);
    }
}
