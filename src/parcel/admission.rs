//! Decides whether a parcel whose signature was verified is taken: its office is trusted, it is addressed to this one,
//! and it is new.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};

use super::card::OfficeCard;
use super::manifest::{ParcelManifest, SignedManifest, series_name};
use super::traffic::Traffic;

/// Something to say about a parcel that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArrivalDoubt {
    /// Parcels of lower numbers did not arrive: the series and the ranges.
    Missing(String, Vec<(u64, u64)>),
    /// Another parcel arrived under this number, at that moment: the sender's counter went back.
    NumberAgain(String),
    /// The parcel before this one is not the one that arrived under its number.
    OtherBefore,
    /// The sender's log of look-ups is shorter than, or other than, that of an earlier parcel: line then, line now.
    LogCut(u64, u64),
    /// It arrived before, at that moment, and its folder is no longer there.
    TakenAgain(String),
    /// It is the first from this PC of the office, which has the key from its paper: four letters name the PC.
    NewPc(String),
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

/// Decides on a parcel whose signature was checked. `own` is the card of the office that opens it.
///
/// # Errors
/// `parcel-stranger`, `parcel-revoked`, `parcel-readdressed`, `parcel-known`.
pub(crate) fn admit(signed: &SignedManifest, own: &OfficeCard, traffic: &Traffic, raw: &Path) -> Result<Admission> {
    let manifest = &signed.manifest;
    check_sender(manifest, traffic)?;
    let own_id = own.id();
    let to = manifest.recipients.iter().find(|to| to.office == own_id);
    let to = to.ok_or_else(|| {
        let codes: Vec<&str> = manifest.recipients.iter().map(|to| to.code.as_str()).collect();
        let error = Error::new(ErrorCode::ParcelReaddressed).with("office", &manifest.sender.name);
        error.with("codes", codes.join(", "))
    })?;
    let (code, pc) = (manifest.sender.code.as_str(), manifest.pc.as_str());
    let mut doubts = Vec::new();
    let before = traffic.arrivals.iter().find(|(arrival, _)| arrival.parcel == signed.id);
    if let Some((arrival, at)) = before {
        if raw.join(&arrival.folder).is_dir() {
            let error = Error::new(ErrorCode::ParcelKnown).with("name", &arrival.name).with("at", at);
            return Err(error.with("folder", &arrival.folder));
        }
        doubts.push(ArrivalDoubt::TakenAgain(at.clone()));
    } else {
        doubts.extend(doubts_of_series(manifest, to.number, &to.previous, traffic));
    }
    let folder = format!("{}/received/{}", manifest.kind.code(), series_name(code, pc));
    let folder = free_folder(raw, &format!("{folder}/{:06}", to.number), &signed.id, traffic);
    Ok(Admission { number: to.number, previous: to.previous.clone(), folder, doubts })
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
    if last + 1 < number {
        doubts.push(ArrivalDoubt::Missing(series_name(code, pc), vec![(last + 1, number - 1)]));
    }
    let log = &manifest.lookups;
    let shrunk = traffic.series(code, pc).find(|(arrival, _)| {
        let (then, is_other) = (&arrival.lookups, arrival.lookups.sha256 != log.sha256);
        let is_earlier = arrival.number < number && (then.n > log.n || then.n == log.n && is_other);
        let is_later = arrival.number > number && (then.n < log.n || then.n == log.n && is_other);
        is_earlier || is_later
    });
    doubts.extend(shrunk.map(|(arrival, _)| ArrivalDoubt::LogCut(arrival.lookups.n, log.n)));
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
