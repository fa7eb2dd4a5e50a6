//! Quartier missing: the persons are counted without a quartier.
//!
//! Example: `1;MBALA;LEMA;M;08/10/1961;Chef`

use crate::finding::Severity;
use crate::record::{CellValue, DoubtKind, Field};

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "quartier-missing", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let doubted = case.doubts.iter().any(|doubt| doubt.kind == DoubtKind::UnknownQuartier);
    let has_column =
        case.raw.cells.iter().any(|cell| cell.field == Field::Quartier && !matches!(cell.value, CellValue::Error(_)));
    (case.row.quartier.is_none() && !doubted).then(|| Seen { of_sheet: !has_column, ..in_cell(case, Field::Quartier) })
}
