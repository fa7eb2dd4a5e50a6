//! The type of a rule: id, severity and check. A check takes an input and returns hits.

mod hit;
mod inputs;

use crate::finding::Severity;
use crate::record::DoubtKind;

pub(super) use hit::{GroupHit, RowHit, cell_hit, doubt_hit, file_hit, member_hit, sheet_hit};
pub(crate) use inputs::FileInput;
pub(super) use inputs::{FileRows, HouseholdInput, RowInput, folded_name};

/// A validation rule.
pub struct Rule {
    /// Name of the fault in kebab case; never reused.
    pub id: &'static str,
    /// Default severity; the settings may change it.
    pub severity: Severity,
    /// The check.
    pub(super) check: Check,
}

/// The check of a rule, by what it looks at.
pub(super) enum Check {
    /// One row.
    Row(fn(&RowInput<'_>) -> Option<RowHit>),
    /// One row: normalising noted a doubt of this kind.
    Doubt(DoubtKind),
    /// The rows of one fiche.
    Household(fn(&HouseholdInput<'_>) -> Vec<GroupHit>),
    /// All rows of one file.
    File(fn(&FileRows<'_>) -> Vec<GroupHit>),
    /// All files of a run.
    Files(fn(&[FileInput<'_>]) -> Vec<GroupHit>),
    /// No check here: the reader reports the finding, once per sheet.
    Reader,
}

impl Rule {
    /// Returns what the rule looks at, as a code for messages (`rules-scope-<code>`).
    #[must_use]
    pub fn scope(&self) -> &'static str {
        match self.check {
            Check::Row(_) | Check::Doubt(_) => "row",
            Check::Household(_) => "household",
            Check::File(_) => "file",
            Check::Files(_) => "files",
            Check::Reader => "reading",
        }
    }
}
