//! Finds a row that has a name and no other value about a person.
//! Why it matters: it is more often a title or a note in the column of names than a person.
//! Example: `1;Boma;Lodja;12;SUITE PAGE 2;;;;;;`

use super::*;

pub(super) const RULE: Rule = Rule::error("only-a-name", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let is_other = |field: Field| field.is_personal() && !field.is_name();
    let has_other = input.raw.cells.iter().any(|cell| is_other(cell.field));
    let name = input.raw.cells.iter().find(|cell| cell.field.is_name())?;
    (!has_other).then(|| RowHit { column: Some(name.column), value: name.value.to_text(), ..RowHit::default() })
}
