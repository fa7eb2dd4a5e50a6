//! Finds a row that has a name and no other value about a person.
//! Why it matters: it is more often a title or a note in the column of names than a person.
//! Example: `1;Boma;Lodja;12;QUARTIER DU MARCHE;;;;;;`

use super::*;

pub(super) const RULE: Rule = Rule::error("only-a-name", Check::Row(check));

/// A remark in the place of the name and a line that goes on with the line above are reported by their own rules. In a
/// register the number, the place and the date of declaration say nothing about a person: each line has them.
fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let has_rule = [DoubtKind::RemarkAsName, DoubtKind::ContinuedLine].iter().any(|kind| input.has_doubt(*kind));
    let name = input.raw.cells.iter().find(|cell| cell.field.is_name())?;
    // A date or a telephone number alone below the name is no name: that rule says so.
    let has_name = !input.row.name.is_empty();
    let is_hit = !has_rule && has_name && (input.has_only_a_name() || input.has_doubt(DoubtKind::OnlyAName));
    is_hit.then(|| RowHit { column: Some(name.column), value: name.value.to_text(), ..RowHit::default() })
}
