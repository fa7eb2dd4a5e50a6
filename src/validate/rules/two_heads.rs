//! Two heads under one household number: two households on one fiche, or the same fiche typed twice.
//!
//! Example: number 12 with two rows that say Chef.

use crate::finding::Severity;
use crate::record::{Field, fold};

use super::super::seen::{SeenAt, at_cell};
use super::super::{Case, FileCase};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "two-heads", severity: Severity::Warning, check: Check::File(seen) };

/// A second head begins a fiche of its own, so the two stand as neighbours with one number.
fn seen(file: &FileCase<'_>) -> Vec<SeenAt> {
    let neighbours = file.households.windows(2).filter(|two| {
        let (above, below) = (two[0].fiche, two[1].fiche);
        above.at.sheet == below.at.sheet && !below.number.is_empty() && fold(&above.number) == fold(&below.number)
    });
    let both = neighbours.filter_map(|two| Some((two[0].head()?, two[1].head()?, two[1].fiche)));
    let args =
        |above: &Case<'_>, number: &str| vec![("number", number.to_owned()), ("row", above.raw.at.row.to_string())];
    both.map(|(above, below, fiche)| at_cell(below, Field::Relation, args(above, &fiche.number))).collect()
}
