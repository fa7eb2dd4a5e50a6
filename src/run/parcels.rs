//! Counts the parcels of a register for its report.

use std::path::Path;

use crate::parcel::{CardKind, OfficeTraffic, Traffic};
use crate::report::ParcelCount;

/// Returns the parcels exchanged with each office. A journal that can't be read gives none: `verify` says so.
pub(crate) fn parcel_counts(clean: &Path) -> Vec<ParcelCount> {
    let offices = Traffic::read(clean).map(|traffic| traffic.offices()).unwrap_or_default();
    let count = |office: OfficeTraffic| ParcelCount {
        code: office.card.code,
        name: office.card.name,
        n_sent: office.n_sent,
        n_waiting: office.waiting.len() as u64,
        n_received: office.n_received,
        missing: office.missing,
        last: office.last.chars().take(10).collect(),
    };
    offices.into_iter().filter(|office| office.card.kind == CardKind::Office).map(count).collect()
}
