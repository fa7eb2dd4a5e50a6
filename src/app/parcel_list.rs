//! Lists the parcels that a register sent and received.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::parcel::{CardKind, OfficeFiles, ParcelKind, Traffic, WaitingPieces, all_waiting, forget};
use crate::store::{OutputPath, write_text};

/// A parcel that was sent to an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchSummary {
    /// Its name.
    pub name: String,
    /// Name of the office, or its code.
    pub office: String,
    /// When.
    pub at: String,
    /// Number of files.
    pub n_files: u64,
    /// When its receipt came.
    pub receipt_at: Option<String>,
}

/// A parcel that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalSummary {
    /// Its name.
    pub name: String,
    /// When.
    pub at: String,
    /// Number of files.
    pub n_files: u64,
    /// Its folder, relative to the raw folder.
    pub folder: String,
    /// The receipt, as text.
    pub receipt: String,
}

/// The parcels of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParcelList {
    /// One for each office that a parcel was sent to. Those sent to a safe alone are left out.
    pub sent: Vec<DispatchSummary>,
    /// Those that arrived.
    pub received: Vec<ArrivalSummary>,
    /// Numbers that did not arrive, with the series: `KIMB 16`.
    pub missing: Vec<String>,
    /// Pieces that wait for others.
    pub pieces: Vec<WaitingPieces>,
}

/// Returns the parcels that a register sent and received.
///
/// # Errors
/// `journal-damaged`; those of the file system.
pub fn parcels(clean: &Path) -> Result<ParcelList> {
    let traffic = Traffic::read(clean)?;
    let mut sent = Vec::new();
    for (dispatch, at) in &traffic.dispatches {
        for to in &dispatch.to {
            let card = traffic.cards.iter().find(|card| card.id() == to.office);
            if card.is_some_and(|card| card.kind == CardKind::Safe) {
                continue;
            }
            let is_receipt =
                |of: &&(crate::parcel::Acknowledgement, String)| of.0.parcel == dispatch.parcel && of.0.code == to.code;
            let receipt = traffic.acknowledgements.iter().find(is_receipt);
            sent.push(DispatchSummary {
                name: dispatch.name.clone(),
                office: card.map_or_else(|| to.code.clone(), |card| card.name.clone()),
                at: at.clone(),
                n_files: dispatch.files,
                receipt_at: receipt.map(|(_, at)| at.clone()),
            });
        }
    }
    let received = traffic.arrivals.iter().map(|(arrival, at)| ArrivalSummary {
        name: arrival.name.clone(),
        at: at.clone(),
        n_files: arrival.files,
        folder: arrival.folder.clone(),
        receipt: arrival.receipt.clone(),
    });
    Ok(ParcelList {
        sent,
        received: received.collect(),
        missing: traffic.offices().into_iter().flat_map(|office| office.missing).collect(),
        pieces: all_waiting(&OfficeFiles::new(clean).pieces()),
    })
}

/// Removes the pieces of a parcel that wait for others: nothing vouches for a piece, and its parcel may never come.
///
/// # Errors
/// `parcel-no-pieces` if none wait; those of the file system.
pub fn forget_pieces(clean: &Path, name: &str) -> Result<()> {
    if forget(&OfficeFiles::new(clean).pieces(), name)? {
        Ok(())
    } else {
        Err(Error::new(ErrorCode::ParcelNoPieces).with("name", name))
    }
}

/// Most files that are listed to be sent.
const MOST_LISTED: usize = 2_000;

/// Returns the files of the raw folder that can be sent, relative to it with `/`, sorted. What arrived from another
/// office is left out.
#[must_use]
pub fn files_to_send(raw: &Path) -> Vec<String> {
    let kinds = [ParcelKind::Census, ParcelKind::Births, ParcelKind::Events, ParcelKind::Decisions, ParcelKind::Course];
    let mut open: Vec<(std::path::PathBuf, String)> =
        kinds.iter().map(|kind| (raw.join(kind.code()), kind.code().to_owned())).collect();
    let mut files = Vec::new();
    while let Some((folder, name)) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let (own, kind) = (entry.file_name(), entry.file_type());
            let Some(own) = own.to_str().filter(|own| !own.starts_with(['.', '~']) && *own != "received") else {
                continue;
            };
            // A link is not followed: it could lead back.
            match kind {
                Ok(kind) if kind.is_dir() => open.push((entry.path(), format!("{name}/{own}"))),
                Ok(kind) if kind.is_file() => files.push(format!("{name}/{own}")),
                _ => {}
            }
        }
    }
    files.sort();
    files.truncate(MOST_LISTED);
    files
}

/// Writes the page of receipts, made by `ReceiptPage::html`.
///
/// # Errors
/// Those of the file system.
pub fn write_receipts(page: &str, out: &OutputPath) -> Result<()> {
    write_text(page, out)
}
