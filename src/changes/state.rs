//! The tables of one state of the register, as the comparison needs them.

use crate::store::{AliasRow, InputEntry, LineageRow, PersonRow};

/// One state of the register. Persons that are equal in both states may be left out of both; so may their rows, unless the
/// row's file differs or the row is in quarantine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RegisterState<'t> {
    pub(crate) inputs: &'t [InputEntry],
    /// The outcome of each row.
    pub(crate) lineage: &'t [LineageRow],
    pub(crate) persons: &'t [PersonRow],
    /// Merged and withdrawn ids.
    pub(crate) aliases: &'t [AliasRow],
}
