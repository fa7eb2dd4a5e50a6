//! Makes the sentences about an opened parcel, its doubts and its missing pieces, which the terminal and the desk show.

use crate::messages::{Messages, say};
use crate::parcel::{ArrivalDoubt, ParcelKind, WaitingPieces};

use super::parcel_open::OpenedParcel;

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

fn doubt_text(messages: &Messages, doubt: &ArrivalDoubt) -> String {
    match doubt {
        ArrivalDoubt::Missing(series, ranges) => {
            let range = |(from, to): &(u64, u64)| if from == to { from.to_string() } else { format!("{from}–{to}") };
            let n: u64 = ranges.iter().map(|(from, to)| to - from + 1).sum();
            let list = ranges.iter().map(range).collect::<Vec<_>>().join(", ");
            say!(messages, "parcel-doubt-missing", n, series = series, list)
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
