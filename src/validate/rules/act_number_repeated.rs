//! Finds one act number given to two births in one register.
//! Why it matters: two births cannot have one act, so one of the numbers is wrong.
//! Example: act 12/2016 for MBALA and for KANZA.

use super::*;

pub(super) const RULE: Rule = Rule::warning("act-number-repeated", Check::File(check));

/// A repeated number, with the rounds of numbers that the two acts belong to.
struct Repeated<'r> {
    input: &'r RowInput<'r>,
    first_row: u32,
    rounds: (u32, u32),
}

/// Numbers that begin again, as for a second volume or quarter, have one cause: they are reported once.
fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let mut first: BTreeMap<(Option<i32>, String), (&RowInput<'_>, u32)> = BTreeMap::new();
    let mut repeated: Vec<Repeated<'_>> = Vec::new();
    let mut rounds = NumberRounds::default();
    for input in &file.rows {
        let Some(act) = input.row.act.as_ref().and_then(|act| act.act.as_ref()) else { continue };
        let round = rounds.round_of(input.raw.at.sheet, act.number);
        let (above, round_above) = *first.entry((act.year, fold(&act.typed))).or_insert((input, round));
        // The same name is the same birth typed twice: linking joins the two rows.
        if above.row.name != input.row.name {
            repeated.push(Repeated { input, first_row: above.raw.at.row, rounds: (round_above, round) });
        }
    }
    let mut by_rounds: BTreeMap<(u32, u32), Vec<Repeated<'_>>> = BTreeMap::new();
    let mut hits = Vec::new();
    for one in repeated {
        if one.rounds.0 == one.rounds.1 {
            hits.push(hit(&one, 1));
        } else {
            by_rounds.entry(one.rounds).or_default().push(one);
        }
    }
    let again = by_rounds.into_values().filter_map(|all| Some(hit(all.first()?, all.len())));
    hits.extend(again);
    hits
}

fn hit(one: &Repeated<'_>, n: usize) -> GroupHit {
    member_hit(one.input, Field::ActNumber, vec![("row", one.first_row.to_string()), ("n", n.to_string())])
}

/// Counts how often the numbers of a sheet have begun again.
#[derive(Default)]
struct NumberRounds {
    sheet: Option<u16>,
    last: u32,
    round: u32,
}

impl NumberRounds {
    fn round_of(&mut self, sheet: u16, number: u32) -> u32 {
        const FIRST: u32 = 3;
        const MIN_LAST: u32 = 5;
        let begins_again = number <= FIRST && self.last >= MIN_LAST && self.last > number;
        if self.sheet.is_some_and(|own| own != sheet) || begins_again {
            self.round += 1;
        }
        (self.sheet, self.last) = (Some(sheet), number);
        self.round
    }
}
