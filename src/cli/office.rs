//! `bato office`: the key of this register's office, and the cards of the offices that it exchanges parcels with.

use std::path::{Path, PathBuf};

use bato::app::{self, AcceptanceRequest, OfficeRequest};
use bato::error::{Error, ErrorCode};
use bato::messages::{Messages, say};
use bato::parcel::{CardKind, OfficeCard, OfficeTraffic};

use super::args::{Args, OfficeCommand};
use super::{DONE, Terminal, now, passphrase};

pub(super) fn office(args: &Args, command: &OfficeCommand, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let (access, now) = (args.access_unasked(None)?, now());
    let request = OfficeRequest { clean: &args.clean, raw: &args.raw, access: &access, now: &now };
    match command {
        OfficeCommand::New { name, code, out } => {
            let rules = args.outputs([]);
            let path = |card: &OfficeCard| rules.file(&out.clone().unwrap_or_else(|| PathBuf::from(card.file_name())));
            let card = app::new_office(&request, name, code.as_deref(), &passphrase::new(terminal)?, &path)?;
            terminal.print(&of_card(messages, "office-made", &card));
            let path = out.clone().unwrap_or_else(|| PathBuf::from(card.file_name()));
            terminal.print(&say!(messages, "office-card-written", path = &path));
            terminal.print(&messages.text("office-made-next"));
        }
        OfficeCommand::Safe { name, code, out } => {
            let page = args.outputs([]).file(out)?;
            let card = app::new_safe(&request, name, code.as_deref(), &page, messages)?;
            terminal.print(&of_card(messages, "office-safe-made", &card));
            let folder = args.raw.join("offices").join(card.file_name());
            terminal.print(&say!(messages, "office-safe-next", path = out, card = &folder));
        }
        OfficeCommand::Card { out } => card(args, out.as_deref(), terminal)?,
        OfficeCommand::Print { out } => {
            let page = args.outputs([]).file(out)?;
            app::print_key(&request, &passphrase::known(terminal)?, &page, messages)?;
            terminal.print(&say!(messages, "office-printed", path = out));
        }
        OfficeCommand::Recover { card, key_file } => {
            let card = app::read_card(card)?;
            let paper = paper(key_file.as_deref(), terminal)?;
            app::recover_office(&request, &card, &paper, &passphrase::new(terminal)?)?;
            terminal.print(&of_card(messages, "office-recovered", &card));
            look_over(&args.clean, terminal)?;
        }
        OfficeCommand::Accept { card, words } => {
            let card = app::read_card(card)?;
            let confirm = |card: &OfficeCard| confirm(card, "office-confirm", terminal);
            let acceptance = AcceptanceRequest { card: &card, words: words.as_deref() };
            let is_new = app::accept_office(&request, &acceptance, &confirm)?;
            let id = match (is_new, card.kind) {
                (false, _) => "office-accepted-before",
                (true, CardKind::Office) => "office-accepted",
                (true, CardKind::Safe) => "office-safe-accepted",
            };
            terminal.print(&of_card(messages, id, &card));
        }
        OfficeCommand::List => list(args, terminal)?,
        OfficeCommand::Revoke { office } => {
            let card = app::revoke_office(&request, office, args.why.as_deref().unwrap_or_default())?;
            terminal.print(&of_card(messages, "office-revoked", &card));
        }
    }
    Ok(DONE)
}

fn of_card(messages: &Messages, id: &str, card: &OfficeCard) -> String {
    say!(messages, id, office = &card.name, code = &card.code, words = card.fingerprint())
}

/// Names the offices that are trusted after a restore: those revoked since the backup are among them.
pub(super) fn look_over(clean: &Path, terminal: &Terminal) -> Result<(), Error> {
    let trusted = app::trusted_offices(clean)?;
    if !trusted.is_empty() {
        terminal.print(&say!(terminal.messages, "office-look-over", n = trusted.len(), list = trusted.join(", ")));
    }
    Ok(())
}

/// Asks whether the six words of a card are those that the office read out.
pub(super) fn confirm(card: &OfficeCard, question: &str, terminal: &Terminal) -> Option<bool> {
    let messages = &terminal.messages;
    let answer = terminal.ask(&of_card(messages, question, card))?.to_lowercase();
    Some(messages.text("answer-yes").split_whitespace().any(|yes| yes == answer))
}

/// Returns a key as it stands on paper: from a file, else typed.
pub(super) fn paper(file: Option<&Path>, terminal: &Terminal) -> Result<String, Error> {
    match file {
        Some(path) => app::read_paper_key(path),
        None => {
            let question = terminal.messages.text("office-ask-words");
            terminal.ask(&question).ok_or_else(|| Error::new(ErrorCode::KeyWords))
        }
    }
}

/// Prints the own card and writes it to a file, if one is named.
fn card(args: &Args, out: Option<&Path>, terminal: &Terminal) -> Result<(), Error> {
    let card = app::own_card(&args.clean)?;
    terminal.print(&of_card(&terminal.messages, "office-card", &card));
    if let Some(out) = out {
        let path = args.outputs([]).file(out)?;
        app::write_card(&card, &path)?;
        terminal.print(&say!(terminal.messages, "office-card-written", path = out));
    }
    Ok(())
}

fn list(args: &Args, terminal: &Terminal) -> Result<(), Error> {
    let messages = &terminal.messages;
    let offices = app::offices(&args.clean)?;
    match &offices.own {
        Some((card, pc)) => {
            terminal.print(&of_card(messages, "office-card", card));
            if !pc.is_empty() {
                terminal.print(&say!(messages, "office-pc", value = pc));
            }
        }
        None => terminal.print(&messages.text("office-list-none")),
    }
    for office in &offices.others {
        terminal.print(&traffic(messages, office));
    }
    for pieces in &offices.pieces {
        terminal.print(&app::pieces_missing(pieces, messages));
    }
    Ok(())
}

/// What was exchanged with an office, in a few lines.
fn traffic(messages: &Messages, office: &OfficeTraffic) -> String {
    let card = &office.card;
    let mut lines = vec![String::new()];
    lines.push(of_card(messages, if card.kind == CardKind::Safe { "office-line-safe" } else { "office-line" }, card));
    if let Some((at, reason)) = &office.revocation {
        lines.push(say!(messages, "office-line-revoked", at = at, reason = reason));
    }
    if card.kind == CardKind::Office {
        let (sent, waiting) = (office.n_sent, office.waiting.len());
        let (received, missing) = (office.n_received, office.missing.len());
        lines.push(say!(messages, "office-line-traffic", sent, waiting, received, missing));
        if !office.missing.is_empty() {
            lines.push(say!(messages, "office-line-missing", list = office.missing.join(", ")));
        }
        if !office.waiting.is_empty() {
            lines.push(say!(messages, "office-line-waiting", list = office.waiting.join(", ")));
        }
        if !office.log.is_empty() {
            lines.push(say!(messages, "office-line-log", value = &office.log));
        }
        if !office.earlier_logs.is_empty() {
            lines.push(say!(messages, "office-line-log-earlier", list = office.earlier_logs.join(", ")));
        }
    }
    lines.join("\n")
}
