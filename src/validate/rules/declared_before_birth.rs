//! Finds a birth declared before it took place.
//! Why it matters: one of the two dates is wrong, and so is the delay.
//! Example: `00001/2017;28/02/2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use chrono::NaiveDate;

use super::*;

pub(super) const RULE: Rule = Rule::error("declared-before-birth", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let declared = input.row.act.as_ref()?.declared_on?;
    let born = input.row.born?;
    // Where day, month and year have columns of their own, no cell holds the date.
    let shown = |field, day: NaiveDate| {
        let typed = input.raw.field_text(field);
        if typed.is_empty() { day.to_string() } else { typed.into_owned() }
    };
    let args = || vec![("born", shown(Field::BirthDate, born.first)), ("declared", shown(Field::DeclaredOn, declared))];
    (declared < born.first).then(|| RowHit { args: args(), ..cell_hit(input, Field::DeclaredOn) })
}
