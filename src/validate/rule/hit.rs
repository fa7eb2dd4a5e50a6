//! The result of a rule's check: the position of the fault, the value, arguments of the message.

use crate::record::{CellAt, DoubtKind, Field, RowAt};

use super::inputs::RowInput;

/// Arguments of a message, by name.
pub(in crate::validate) type HitArgs = Vec<(&'static str, String)>;

/// A fault found in one row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::validate) struct RowHit {
    /// Column, from 0, if the fault is in one cell.
    pub(in crate::validate) column: Option<u16>,
    /// The value as typed.
    pub(in crate::validate) value: String,
    /// Whether the fault is that of the sheet, reported once for all its rows.
    pub(in crate::validate) of_sheet: bool,
    /// Further arguments of the message.
    pub(in crate::validate) args: HitArgs,
}

/// A fault found among several rows or files.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::validate) struct GroupHit {
    /// Position; row 0 is the whole sheet or file.
    pub(in crate::validate) at: CellAt,
    /// The value as typed.
    pub(in crate::validate) value: String,
    /// Further arguments of the message.
    pub(in crate::validate) args: HitArgs,
}

/// Returns the first doubt of this kind as a hit. A doubt without a column is a fault of the sheet.
pub(in crate::validate) fn doubt_hit(input: &RowInput<'_>, kind: DoubtKind) -> Option<RowHit> {
    let doubt = input.doubts.iter().find(|doubt| doubt.kind == kind)?;
    let value = doubt.value.clone();
    Some(RowHit { column: doubt.column, value, of_sheet: doubt.column.is_none(), args: Vec::new() })
}

/// Returns a hit in the cell of a field, or in the row if it has no such cell.
pub(in crate::validate) fn cell_hit(input: &RowInput<'_>, field: Field) -> RowHit {
    // A date may share its cell with a place, or fill three cells; the sex may be marked in one of two columns.
    let others: &[Field] = match field {
        Field::BirthDate => &[Field::BirthDatePlace, Field::BirthYear, Field::Age],
        Field::DeclaredOn => &[Field::DeclaredYear],
        Field::Sex => &[Field::SexMale, Field::SexFemale],
        _ => &[],
    };
    let cell = std::iter::once(&field).chain(others).find_map(|field| input.raw.cell(*field));
    RowHit {
        column: cell.map(|cell| cell.column),
        value: cell.map(|cell| cell.value.to_text()).unwrap_or_default(),
        ..RowHit::default()
    }
}

/// Returns the hit of a group rule in the cell of a field of one of its rows.
pub(in crate::validate) fn member_hit(input: &RowInput<'_>, field: Field, args: HitArgs) -> GroupHit {
    let hit = cell_hit(input, field);
    GroupHit { at: input.raw.at.cell(hit.column), value: hit.value, args }
}

/// Returns a hit of the whole sheet in which a row stands.
pub(in crate::validate) fn sheet_hit(at: RowAt, args: HitArgs) -> GroupHit {
    GroupHit { at: RowAt { row: 0, ..at }.cell(None), value: String::new(), args }
}

/// Returns a hit of a whole file.
pub(in crate::validate) fn file_hit(file: u32, args: HitArgs) -> GroupHit {
    sheet_hit(RowAt { file, ..RowAt::default() }, args)
}
