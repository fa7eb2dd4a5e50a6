//! The input of a blank sheet: its kind, the commune and its quartiers, the number of rows.

use crate::messages::{Messages, say};
use crate::record::{Kind, Quartier};

/// The input of a blank sheet.
#[derive(Debug, Clone, Copy)]
pub struct BlankSheet<'a> {
    /// The kind of sheet.
    pub kind: Kind,
    /// The commune's name, shown above the table.
    pub commune: &'a str,
    /// The commune's quartiers, in the order of the list to choose from.
    pub quartiers: &'a [Quartier],
    /// Number of blank rows.
    pub n_rows: u32,
}

impl BlankSheet<'_> {
    /// Returns the title above the table and on every printed page.
    pub(super) fn title(&self, messages: &Messages) -> String {
        say!(messages, &format!("template-title-{}", self.kind.code()), commune = self.commune)
    }
}
