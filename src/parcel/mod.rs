//! Parcels between offices: files sealed for the receiver, signed by the sender, numbered, and acknowledged.
//!
//! A parcel is `age( tar( manifest.toml, manifest.toml.minisig, files ) )`: stock age, tar and minisign open it. The
//! signed manifest names the sender, every recipient with its number, and each file with its SHA-256. The crates age,
//! minisign, ed25519-dalek, tar and bip39 do the work of ciphers, signatures, archives and words.
//!
//! No type here prints text or reads a clock.

mod admission;
mod card;
mod journal;
mod keys;
mod manifest;
mod office_files;
mod office_names;
mod open;
mod paper;
mod pieces;
mod receipt;
mod seal;
mod traffic;

pub use admission::ArrivalDoubt;
pub(crate) use admission::{Admission, admit, check_reader, check_sender};
pub(crate) use card::MOST_CARD_BYTES;
pub use card::{CARD_ENDING, CardKind, OfficeCard, OfficeId};
pub use journal::{Acknowledgement, Arrival, Dispatch, JournalEntry, JournalLine, Restoration};
pub(crate) use journal::{JOURNAL_HEAD, Journal};
pub(crate) use keys::are_same_words;
pub use keys::{N_WORDS, OfficeKey, SHORTEST_PASSPHRASE};
pub use manifest::{Addressee, MANIFEST, ParcelFile, ParcelId, ParcelKind, ParcelManifest, SIGNATURE, SignedManifest};
pub(crate) use manifest::{check_names, series_name};
pub(crate) use office_files::OfficeFiles;
pub(crate) use office_names::{check_letters, look_alike_form};
pub(crate) use open::make_read_only;
pub use open::{open_archive, unpack};
pub use paper::{KeyPage, ReceiptPage};
pub(crate) use pieces::{JoinedPieces, all_waiting, collect, forget, is_parcel_name, is_piece, split, waiting};
pub use pieces::{WaitingPieces, piece_size};
pub(crate) use receipt::short_log;
pub use receipt::{LONGEST as LONGEST_RECEIPT, Receipt};
pub(crate) use seal::{describe, seal};
pub use traffic::{OfficeTraffic, Traffic};

use crate::error::{Error, ErrorCode, Result};

/// Returns bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes a file as a piece into a folder, for the fuzz target.
pub fn fuzz_piece(path: &std::path::Path, folder: &std::path::Path) {
    let _ = collect(path, folder).and_then(|folder| waiting(&folder));
}

/// Opens a file. A pipe or a device in its place could block the program for ever: it is refused.
///
/// # Errors
/// `not-regular`; those of the file system.
pub(crate) fn open_regular(path: &std::path::Path) -> Result<std::fs::File> {
    let meta = std::fs::metadata(path).map_err(|e| Error::io(path, &e))?;
    if !meta.is_file() && !meta.is_dir() {
        return Err(Error::new(ErrorCode::NotRegular).at(path));
    }
    std::fs::File::open(path).map_err(|e| Error::io(path, &e))
}

/// Returns random bytes of the system.
///
/// # Errors
/// `io` if the system has none.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Error::new(ErrorCode::Io).with("path", "random").because(e))?;
    Ok(bytes)
}
