//! Finds a nom of one letter.
//! Why it matters: the letter is an initial or a mark, and the person is not found by the nom.
//! Example: `M.` or `V` under "Nom".

use super::*;

pub(super) const RULE: Rule = Rule::warning("name-one-letter", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let nom = &input.row.name.nom;
    if nom.is_empty() || nom.len() > 4 || nom.chars().filter(|c| c.is_alphabetic()).count() != 1 {
        return None;
    }
    let cell = input.raw.cells.iter().find(|cell| cell.field.is_name())?;
    Some(RowHit { column: Some(cell.column), value: nom.to_string(), ..RowHit::default() })
}
