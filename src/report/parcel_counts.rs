//! Counts the parcels that went to and came from each office. For the commune alone.

/// The parcels exchanged with one office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParcelCount {
    /// Code of the office.
    pub code: String,
    /// Name of the office.
    pub name: String,
    /// Parcels sent to it.
    pub n_sent: u64,
    /// Those of them for which no receipt came.
    pub n_waiting: u64,
    /// Parcels received from it.
    pub n_received: u64,
    /// Numbers that did not arrive, with the series: `KIMB 16`.
    pub missing: Vec<String>,
    /// Day of the last parcel sent or received; "" if there is none.
    pub last: String,
}
