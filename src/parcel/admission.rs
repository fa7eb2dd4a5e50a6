//! Decides whether a parcel whose signature was verified is taken: its office is trusted, it is addressed to this one,
//! and it is new.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};

use super::card::{OfficeCard, OfficeId};
use super::journal::Acknowledgement;
use super::manifest::{ParcelManifest, SignedManifest, series_name};
use super::receipt::{Receipt, short_log};
use super::traffic::{MOST_MISSING, Traffic};

/// Something to say about a parcel that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArrivalDoubt {
    /// Parcels of lower numbers did not arrive: the series and the ranges.
    Missing(String, Vec<(u64, u64)>),
    /// So many numbers were skipped that the sender's counter leapt: the series, the first and the last number.
    Leap(String, u64, u64),
    /// Another parcel arrived under this number, at that moment: the sender's counter went back.
    NumberAgain(String),
    /// The parcel before this one is not the one that arrived under its number.
    OtherBefore,
    /// The sender's log of look-ups is shorter than, or other than, that of an earlier parcel: line then, line now.
    LogCut(u64, u64),
    /// It arrived before, at that moment; its folder was removed, and a person asks for it again.
    TakenAgain(String),
    /// It is the first from this PC of the office, which has the key from its paper: four letters name the PC.
    NewPc(String),
    /// The card of the key on paper is not on this PC, so nothing shows whether the parcel was sent to that key: codes
    /// of the recipients.
    KeyUnknown(Vec<String>),
}

/// A parcel that may be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Admission {
    /// Its number among those of the sender's PC to this office.
    pub(crate) number: u64,
    /// The parcel before among these.
    pub(crate) previous: String,
    /// Its folder, relative to the raw folder.
    pub(crate) folder: String,
    pub(crate) doubts: Vec<ArrivalDoubt>,
}

/// Decides on a parcel whose signature was checked. `own` is the card of the office that opens it. A parcel whose
/// folder a person removed is taken again only `if_removed`.
///
/// # Errors
/// `parcel-stranger`, `parcel-revoked`, `parcel-readdressed`, `parcel-known`, `parcel-removed`.
pub(crate) fn admit(
    signed: &SignedManifest,
    own: &OfficeCard,
    traffic: &Traffic,
    raw: &Path,
    if_removed: bool,
) -> Result<Admission> {
    let manifest = &signed.manifest;
    check_sender(manifest, traffic)?;
    let own_id = own.id();
    let to = manifest.recipients.iter().find(|to| to.office == own_id).ok_or_else(|| readdressed(manifest))?;
    let (code, pc) = (manifest.sender.code.as_str(), manifest.pc.as_str());
    let mut doubts = Vec::new();
    let before = traffic.arrivals.iter().find(|(arrival, _)| arrival.parcel == signed.id);
    if let Some((arrival, at)) = before {
        let refused =
            |code| Error::new(code).with("name", &arrival.name).with("at", at).with("folder", &arrival.folder);
        if raw.join(&arrival.folder).is_dir() {
            return Err(refused(ErrorCode::ParcelKnown));
        }
        if !if_removed {
            return Err(refused(ErrorCode::ParcelRemoved));
        }
        doubts.push(ArrivalDoubt::TakenAgain(at.clone()));
    } else {
        doubts.extend(doubts_of_series(manifest, to.number, &to.previous, traffic));
    }
    let folder = format!("{}/received/{}", manifest.kind.code(), series_name(code, pc));
    let folder = free_folder(raw, &format!("{folder}/{:06}", to.number), &signed.id, traffic);
    Ok(Admission { number: to.number, previous: to.previous.clone(), folder, doubts })
}

/// Checks that a parcel was sent to one of the cards that a key has, as a recipient or a safe.
///
/// # Errors
/// `parcel-readdressed`.
pub(crate) fn check_reader(manifest: &ParcelManifest, cards: &[OfficeId]) -> Result<()> {
    let is_reader =
        |id: &OfficeId| manifest.recipients.iter().any(|to| to.office == *id) || manifest.safes.contains(id);
    if cards.iter().any(is_reader) { Ok(()) } else { Err(readdressed(manifest)) }
}

fn readdressed(manifest: &ParcelManifest) -> Error {
    let codes: Vec<&str> = manifest.recipients.iter().map(|to| to.code.as_str()).collect();
    let error = Error::new(ErrorCode::ParcelReaddressed).with("office", &manifest.sender.name);
    error.with("codes", codes.join(", "))
}

/// Checks that the sender is an office that a person accepted and nobody revoked.
///
/// # Errors
/// `parcel-stranger`, `parcel-revoked`.
pub(crate) fn check_sender(manifest: &ParcelManifest, traffic: &Traffic) -> Result<()> {
    let sender = &manifest.sender;
    let id = sender.id();
    if let Some((at, reason)) = traffic.revocations.get(&id) {
        let error = Error::new(ErrorCode::ParcelRevoked).with("office", &sender.name).with("at", at);
        return Err(error.with("reason", reason));
    }
    if traffic.trusted(&id).is_none() {
        let error = Error::new(ErrorCode::ParcelStranger).with("office", &sender.name);
        return Err(error.with("words", sender.fingerprint()));
    }
    Ok(())
}

fn doubts_of_series(manifest: &ParcelManifest, number: u64, previous: &str, traffic: &Traffic) -> Vec<ArrivalDoubt> {
    let (code, pc) = (manifest.sender.code.as_str(), manifest.pc.as_str());
    let mut doubts = Vec::new();
    let mut numbers: Vec<u64> = traffic.series(code, pc).map(|(arrival, _)| arrival.number).collect();
    if let Some((_, at)) = traffic.series(code, pc).find(|(arrival, _)| arrival.number == number) {
        doubts.push(ArrivalDoubt::NumberAgain(at.clone()));
    }
    let mut before = traffic.series(code, pc).filter(|(arrival, _)| arrival.number + 1 == number).peekable();
    if before.peek().is_some() && before.all(|(arrival, _)| arrival.parcel != previous) {
        doubts.push(ArrivalDoubt::OtherBefore);
    }
    if !pc.is_empty() && traffic.series(code, pc).next().is_none() {
        doubts.push(ArrivalDoubt::NewPc(pc.to_owned()));
    }
    // Numbers that this parcel shows to be missing: those between it and the highest one below.
    numbers.retain(|other| *other < number);
    let last = numbers.into_iter().max().unwrap_or(0);
    if number - last - 1 > MOST_MISSING {
        doubts.push(ArrivalDoubt::Leap(series_name(code, pc), last + 1, number - 1));
    } else if last + 1 < number {
        doubts.push(ArrivalDoubt::Missing(series_name(code, pc), vec![(last + 1, number - 1)]));
    }
    let log = &manifest.lookups;
    let shrunk = traffic.series(code, pc).find(|(arrival, _)| {
        let (then, is_other) = (&arrival.lookups, arrival.lookups.sha256 != log.sha256);
        let is_earlier = arrival.number < number && (then.n > log.n || then.n == log.n && is_other);
        let is_later = arrival.number > number && (then.n < log.n || then.n == log.n && is_other);
        is_earlier || is_later
    });
    let is_one_pc = || traffic.arrivals.iter().all(|(arrival, _)| arrival.code != code || arrival.pc.is_empty());
    let is_other_line = |(receipt, _): &&(Acknowledgement, String)| {
        let receipt = Receipt::parse(&receipt.receipt).ok().filter(|own| receipt.code == code && own.log.0 == log.n);
        receipt.is_some_and(|receipt| short_log(log).is_ok_and(|line| line != receipt.log_line()))
    };
    if let Some((arrival, _)) = shrunk {
        doubts.push(ArrivalDoubt::LogCut(arrival.lookups.n, log.n));
    } else if pc.is_empty() && log.n > 0 && is_one_pc() && traffic.acknowledgements.iter().any(|r| is_other_line(&r)) {
        // A receipt of the office names another line under this number. Each PC has a log of its own.
        doubts.push(ArrivalDoubt::LogCut(log.n, log.n));
    }
    doubts
}

/// Returns the folder, or one with `-2`, `-3`… behind it if it is taken. The folder of another parcel that was cut off
/// right before it got its place counts as taken: its place must not be mistaken for that of this one.
fn free_folder(raw: &Path, folder: &str, id: &str, traffic: &Traffic) -> String {
    let is_promised =
        |name: &String| traffic.unfinished.iter().any(|other| other.folder == *name && other.parcel != id);
    let names = std::iter::once(folder.to_owned()).chain((2..).map(|n| format!("{folder}-{n}")));
    let mut free = names.filter(|name| !raw.join(name).exists() && !is_promised(name));
    free.next().unwrap_or_else(|| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::card::CardKind;
    use super::super::keys::OfficeKey;
    use super::super::manifest::{Addressee, ParcelFile, ParcelKind};
    use super::*;
    use crate::store::LogHead;

    #[test]
    fn a_leap_of_the_counter_is_said_once_as_a_doubt_and_a_gap_as_missing() {
        let card = |name: &str, key: &OfficeKey| OfficeCard::new(CardKind::Office, name, None, key).expect("a card");
        let (key, own_key) = (OfficeKey::generate().expect("a key"), OfficeKey::generate().expect("a key"));
        let (sender, own) = (card("Quartier Boma", &key), card("Kimbanseke", &own_key));
        let traffic = Traffic { cards: vec![sender.clone()], ..Traffic::default() };
        let doubts = |number: u64| {
            let (kind, log) = (ParcelKind::Census, LogHead::default());
            let mut manifest = ParcelManifest::new(kind, "2026", "", log, &sender).expect("a manifest");
            manifest.recipients =
                vec![Addressee { office: own.id(), code: "KIMB".to_owned(), number, previous: String::new() }];
            manifest.files = vec![ParcelFile { name: "a.csv".to_owned(), bytes: 1, sha256: "a".repeat(64) }];
            let signed = manifest.sign(&key).expect("signed");
            admit(&signed, &own, &traffic, Path::new("nowhere"), false).expect("taken").doubts
        };
        assert_eq!(doubts(1), []);
        let last = MOST_MISSING + 1;
        assert_eq!(doubts(last), [ArrivalDoubt::Missing("BOMA".to_owned(), vec![(1, MOST_MISSING)])]);
        assert_eq!(doubts(999_999), [ArrivalDoubt::Leap("BOMA".to_owned(), 1, 999_998)]);
    }
}
