//! Where a rule saw its fault, and the few ways in which most rules look.

use crate::record::{CellAt, DoubtKind, Field, RowAt};

use super::Case;

/// Where a rule of one row saw its fault.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seen {
    /// Column, from 0, if one cell is at fault.
    pub column: Option<u16>,
    /// The value, as typed.
    pub value: String,
    /// Whether the fault is the sheet's, told once for all its rows.
    pub of_sheet: bool,
    /// Further facts for the message.
    pub args: Vec<(&'static str, String)>,
}

/// Where a rule of many rows saw its fault; row 0 is the whole sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SeenAt {
    /// The place.
    pub at: CellAt,
    /// The value, as typed.
    pub value: String,
    /// Further facts for the message.
    pub args: Vec<(&'static str, String)>,
}

/// A value that could not be read, or was read with a doubt.
pub(super) fn doubted(case: &Case<'_>, kind: DoubtKind) -> Option<Seen> {
    let doubt = case.doubts.iter().find(|doubt| doubt.kind == kind)?;
    let value = doubt.value.clone();
    Some(Seen { column: doubt.column, value, of_sheet: doubt.column.is_none(), args: Vec::new() })
}

/// The fault seen in the cell of a field, or in the row where the sheet has no such cell filled.
pub(super) fn in_cell(case: &Case<'_>, field: Field) -> Seen {
    // A date may stand with its place in one cell, or in three.
    let others: &[Field] = match field {
        Field::BirthDate => &[Field::BirthDatePlace, Field::BirthYear, Field::Age],
        Field::DeclaredOn => &[Field::DeclaredYear],
        Field::Sex => &[Field::SexMale, Field::SexFemale],
        _ => &[],
    };
    let cell = std::iter::once(&field).chain(others).find_map(|field| case.raw.cell(*field));
    Seen {
        column: cell.map(|cell| cell.column),
        value: cell.map(|cell| cell.value.shown()).unwrap_or_default(),
        ..Seen::default()
    }
}

/// The fault seen in a field's cell of a row, for a rule that looks at several.
pub(super) fn at_cell(case: &Case<'_>, field: Field, args: Vec<(&'static str, String)>) -> SeenAt {
    let seen = in_cell(case, field);
    SeenAt { at: case.raw.at.cell(seen.column), value: seen.value, args }
}

/// A fault of the whole sheet that a row stands in.
pub(super) fn of_sheet(at: RowAt, args: Vec<(&'static str, String)>) -> SeenAt {
    SeenAt { at: RowAt { row: 0, ..at }.cell(None), value: String::new(), args }
}
