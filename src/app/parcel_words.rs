//! Makes the sentences about an opened parcel, its doubts, its missing pieces and a receipt, which the terminal and the
//! desk show.

use crate::messages::{Messages, say};
use crate::parcel::{ArrivalDoubt, ParcelKind, WaitingPieces};

use super::parcel_open::OpenedParcel;
use super::parcel_receipts::{LogDoubt, ReceiptOutcome};

/// Returns what to say about a parcel that was opened, beside its name and its files.
#[must_use]
pub fn parcel_notes(parcel: &OpenedParcel, messages: &Messages) -> Vec<String> {
    let again = |(file, name): &(String, String)| say!(messages, "parcel-file-again", file = file, name = name);
    let mut notes: Vec<String> = parcel.replaced.iter().map(again).collect();
    notes.extend(parcel.doubts.iter().map(|doubt| doubt_text(messages, doubt)));
    if parcel.kind == ParcelKind::Decisions && !parcel.receipt.is_empty() {
        notes.push(messages.text("parcel-decisions"));
    }
    notes
}

/// Returns the sentence on a parcel that was opened.
#[must_use]
pub fn parcel_opened(parcel: &OpenedParcel, messages: &Messages) -> String {
    let (name, office, n) = (&parcel.name, &parcel.sender.name, parcel.files.len());
    say!(messages, "parcel-opened", name, office, n, path = &parcel.folder)
}

/// Returns which pieces of a parcel are missing.
#[must_use]
pub fn pieces_missing(pieces: &WaitingPieces, messages: &Messages) -> String {
    let missing: Vec<String> = pieces.missing.iter().map(ToString::to_string).collect();
    let (name, total) = (&pieces.name, pieces.n.to_string());
    say!(messages, "parcel-waiting", name, n = pieces.missing.len(), total, list = missing.join(", "))
}

/// Returns what to say about a receipt beside that it was taken.
#[must_use]
pub fn receipt_note(receipt: &ReceiptOutcome, messages: &Messages) -> Option<String> {
    let office = &receipt.office;
    let with =
        |id: &str, then: u64, now: u64| say!(messages, id, office, then = then.to_string(), now = now.to_string());
    Some(match receipt.log_doubt? {
        LogDoubt::Changed => say!(messages, "receipt-log-cut", office),
        LogDoubt::Shorter(then, now) => with("receipt-log-shorter", then, now),
        LogDoubt::OtherOrder(then, now) => with("receipt-log-order", then, now),
    })
}

fn doubt_text(messages: &Messages, doubt: &ArrivalDoubt) -> String {
    match doubt {
        ArrivalDoubt::Missing(series, ranges) => {
            let range = |(from, to): &(u64, u64)| if from == to { from.to_string() } else { format!("{from}–{to}") };
            let n: u64 = ranges.iter().map(|(from, to)| to - from + 1).sum();
            let list = ranges.iter().map(range).collect::<Vec<_>>().join(", ");
            say!(messages, "parcel-doubt-missing", n, series = series, list)
        }
        ArrivalDoubt::Leap(series, from, to) => {
            let (from, to) = (from.to_string(), to.to_string());
            say!(messages, "parcel-doubt-leap", series = series, from, to)
        }
        ArrivalDoubt::KeyUnknown(codes) => {
            say!(messages, "parcel-doubt-key", codes = codes.join(", "))
        }
        ArrivalDoubt::NumberAgain(at) => say!(messages, "parcel-doubt-number", at = at),
        ArrivalDoubt::OtherBefore => messages.text("parcel-doubt-before"),
        ArrivalDoubt::LogCut(then, now) => {
            say!(messages, "parcel-doubt-log", then = then.to_string(), now = now.to_string())
        }
        ArrivalDoubt::NewPc(pc) => say!(messages, "parcel-doubt-pc", pc = pc),
        ArrivalDoubt::TakenAgain(at) => say!(messages, "parcel-doubt-again", at = at),
    }
}
