//! `bato parcel`: seals files for other offices, opens what arrived, lists what was exchanged, and deals with receipts.

use std::path::PathBuf;

use bato::app::{self, LogDoubt, OpenRequest, OpenedParcel, PaperKey, ParcelOutcome, ParcelOutput, SealRequest};
use bato::error::{Error, shown_path};
use bato::messages::say;
use bato::parcel::{OfficeCard, ParcelKind, ReceiptPage, piece_size};

use super::args::{Args, OpenArgs, ParcelCommand, SealArgs};
use super::{DONE, DONE_WITH_FAULTS, NOT_DONE, Terminal, now, office, passphrase, show};

pub(super) fn parcel(args: &Args, command: &ParcelCommand, terminal: &Terminal) -> Result<u8, Error> {
    match command {
        ParcelCommand::Seal(wanted) => seal(args, wanted, terminal),
        ParcelCommand::Open(wanted) => open(args, wanted, terminal),
        ParcelCommand::List { forget: Some(name) } => {
            app::forget_pieces(&args.clean, name)?;
            terminal.print(&say!(terminal.messages, "parcel-pieces-forgotten", name = name));
            Ok(DONE)
        }
        ParcelCommand::List { forget: None } => list(args, terminal),
        ParcelCommand::Receipt { enter: Some(text), .. } => enter(args, text, terminal),
        ParcelCommand::Receipt { names, html, .. } => receipts(args, names, html.as_ref(), terminal),
    }
}

fn seal(args: &Args, wanted: &SealArgs, terminal: &Terminal) -> Result<u8, Error> {
    let out = wanted.out.clone().unwrap_or_else(|| PathBuf::from("."));
    let out = args.outputs([]).folder(&out)?;
    let piece_bytes = wanted.pieces.as_deref().map(piece_size).transpose()?;
    if let Some(name) = &wanted.again {
        for path in app::resend_parcel(&args.clean, name, piece_bytes, &wanted.only, &out, &args.access(terminal)?)? {
            terminal.print(&shown_path(&path));
        }
        return Ok(DONE);
    }
    let passphrase = passphrase::known(terminal)?;
    let request = SealRequest {
        clean: &args.clean,
        raw: &args.raw,
        to: &wanted.to,
        kind: wanted.kind.as_deref().and_then(ParcelKind::from_code),
        files: &wanted.files,
        out: &out,
        piece_bytes,
        passphrase: &passphrase,
        now: &now(),
    };
    print_output(&app::seal_parcel(&request, &args.access(terminal)?)?, terminal);
    Ok(DONE)
}

/// Says what was written and who can open it.
pub(super) fn print_output(made: &ParcelOutput, terminal: &Terminal) {
    let messages = &terminal.messages;
    let (name, n, readers) = (&made.name, made.n_files, made.readers.join(", "));
    terminal.print(&say!(messages, "parcel-sealed", name, n, mb = made.n_bytes.div_ceil(1_000_000), readers));
    made.paths.iter().for_each(|path| terminal.print(&shown_path(path)));
}

fn open(args: &Args, wanted: &OpenArgs, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if let [folder] = wanted.files.as_slice()
        && folder.is_dir()
    {
        let signed = app::check_signed_folder(&args.clean, folder)?;
        let (office, log) = (&signed.sender.name, &signed.log);
        terminal.print(&say!(messages, "parcel-folder-signed", n = signed.n_files, office, log));
        return Ok(DONE);
    }
    let access = args.access(terminal)?;
    let paper = if wanted.paper { Some(office::paper(wanted.key_file.as_deref(), terminal)?) } else { None };
    let card = wanted.card.as_deref().map(app::read_card).transpose()?;
    let mut passphrase: Option<String> = None;
    let mut unlock = || -> Result<String, Error> {
        match &passphrase {
            Some(known) => Ok(known.clone()),
            None => Ok(passphrase.insert(passphrase::known(terminal)?).clone()),
        }
    };
    let (now, mut n_whole, mut n_refused) = (now(), 0, 0);
    let mut waiting = Vec::new();
    for file in &wanted.files {
        let request = OpenRequest { clean: &args.clean, raw: &args.raw, file, again: wanted.again, now: &now };
        let outcome = match (&paper, &wanted.out) {
            (Some(paper), Some(out)) => {
                let out = args.outputs([]).folder(out)?;
                let confirm = |card: &OfficeCard| match &wanted.words {
                    Some(words) => Some(app::are_words_of(card, words)),
                    None => office::confirm(card, "parcel-confirm-sender", terminal),
                };
                let paper = PaperKey { text: paper, card: card.as_ref() };
                app::open_with_paper(&request, &paper, &out, &confirm, &access)
            }
            _ => app::open_parcel(&request, &mut unlock, &access),
        };
        match outcome {
            Ok(ParcelOutcome::Whole(parcel)) => {
                n_whole += 1;
                waiting.retain(|pieces: &bato::parcel::WaitingPieces| pieces.name != parcel.name);
                print_opened(&parcel, terminal);
            }
            Ok(ParcelOutcome::Waiting(pieces)) => {
                waiting.retain(|before| before.name != pieces.name);
                waiting.push(pieces);
            }
            Err(fault) => {
                n_refused += 1;
                terminal.tell(&show::error(messages, &fault));
            }
        }
    }
    waiting.iter().for_each(|pieces| terminal.print(&app::pieces_missing(pieces, messages)));
    Ok(match (n_refused, n_whole + waiting.len()) {
        (0, _) => DONE,
        (_, 0) => NOT_DONE,
        _ => DONE_WITH_FAULTS,
    })
}

fn print_opened(parcel: &OpenedParcel, terminal: &Terminal) {
    let messages = &terminal.messages;
    terminal.print(&app::parcel_opened(parcel, messages));
    for file in &parcel.files {
        terminal.print(&format!("  {file}"));
    }
    app::parcel_notes(parcel, messages).iter().for_each(|note| terminal.print(note));
    if !parcel.receipt.is_empty() {
        terminal.print(&messages.text("parcel-receipt"));
        terminal.print(&parcel.receipt);
    }
}

fn list(args: &Args, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let journal = app::parcels(&args.clean)?;
    for sent in &journal.sent {
        let state = match &sent.receipt_at {
            Some(at) => say!(messages, "parcel-line-receipt", at = at),
            None => messages.text("parcel-line-waiting"),
        };
        let (at, name, office, n) = (&sent.at, &sent.name, &sent.office, sent.n_files);
        terminal.print(&say!(messages, "parcel-line-sent", at, name, office, n, state));
    }
    for received in &journal.received {
        let (at, name, n, folder) = (&received.at, &received.name, received.n_files, &received.folder);
        terminal.print(&say!(messages, "parcel-line-received", at, name, n, path = folder));
    }
    for missing in &journal.missing {
        terminal.print(&say!(messages, "parcel-line-missing", name = missing));
    }
    journal.pieces.iter().for_each(|pieces| terminal.print(&app::pieces_missing(pieces, messages)));
    if journal.sent.is_empty() && journal.received.is_empty() && journal.pieces.is_empty() {
        terminal.print(&messages.text("parcel-list-none"));
    }
    Ok(DONE)
}

fn enter(args: &Args, text: &str, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let access = args.access_unasked(None)?;
    let taken = app::enter_receipt(&args.clean, text, access.who(), &now())?;
    let (name, office) = (&taken.name, &taken.office);
    let id = if taken.is_known { "receipt-known" } else { "receipt-taken" };
    terminal.print(&say!(messages, id, name, office));
    if let Some(note) = app::receipt_note(&taken, messages) {
        terminal.print(&note);
    }
    Ok(match taken.log_doubt {
        None | Some(LogDoubt::OtherOrder(..)) => DONE,
        Some(LogDoubt::Changed | LogDoubt::Shorter(..)) => DONE_WITH_FAULTS,
    })
}

fn receipts(args: &Args, names: &[String], html: Option<&PathBuf>, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let receipts = app::receipts(&args.clean, names)?;
    if let Some(path) = html {
        let page = args.outputs([]).file(path)?;
        app::write_receipts(&ReceiptPage::html(&receipts, messages), &page)?;
        terminal.print(&say!(messages, "receipt-page", n = receipts.len(), path));
        return Ok(DONE);
    }
    if receipts.is_empty() {
        terminal.print(&messages.text("receipt-none"));
    }
    for (name, receipt) in &receipts {
        terminal.print(&format!("{name}\n{}", receipt.text()));
    }
    Ok(DONE)
}

/// Says whether the log of look-ups holds a line that another office has on record.
pub(super) fn log_holds(args: &Args, line: &str, terminal: &Terminal) -> Result<u8, Error> {
    let holds = app::log_holds(&args.clean, line)?;
    let id = if holds { "log-holds" } else { "log-holds-not" };
    terminal.print(&say!(terminal.messages, id, line));
    Ok(if holds { DONE } else { DONE_WITH_FAULTS })
}
