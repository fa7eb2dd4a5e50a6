//! Finds a person's identifier with a wrong check character.
//! Why it matters: the identifier was copied wrongly, and the event would be assigned to another person.
//! Example: `Décès;12/03/2018;P-02QK-T2JE-1;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::error("person-id-slip", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let typed = &input.row.event.as_ref()?.person_id;
    let is_wrong = !typed.is_empty() && parse_id(typed).is_none_or(|id| !id.starts_with(input.person_prefix));
    is_wrong.then(|| cell_hit(input, Field::PersonId))
}
