//! Finds the answer that an agent gave to a pair before its rows were typed again. Such a ruling has lost its rows: it is
//! offered at the pair of the same names at the same places, and holds only if an agent takes it up again.

use crate::error::Result;
use crate::record::{Decision, RowRef, fold};

use super::super::reader::RegisterReader;
use super::order::PairSide;
use super::{Judgement, located};

/// An answer to a pair in an earlier version of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierJudgement {
    /// What was answered.
    pub judgement: Judgement,
    /// Who answered; "" if it is not signed.
    pub author: String,
    /// When, as it is written.
    pub at: String,
}

/// Returns the latest ruling on the same two persons whose rows are no longer there. `sides` are the rows of the pair
/// with the names of their persons.
pub(super) fn earlier_judgement(
    reader: &RegisterReader<'_>,
    decisions: &[Decision],
    sides: [&PairSide; 2],
) -> Result<Option<EarlierJudgement>> {
    let [one, other] = sides;
    let mut latest: Option<&Decision> = None;
    for decision in decisions {
        let ruled = [&decision.a, &decision.b];
        let is_of_pair = |rows: [&RowRef; 2]| may_be_row(rows[0], one) && may_be_row(rows[1], other);
        let is_later = latest.is_none_or(|latest| latest.decided_on <= decision.decided_on);
        if is_later && (is_of_pair(ruled) || is_of_pair([ruled[1], ruled[0]])) && is_stale(reader, ruled, sides)? {
            latest = Some(decision);
        }
    }
    Ok(latest.map(|decision| EarlierJudgement {
        judgement: Judgement::of_ruling(decision.same),
        author: decision.author.clone(),
        at: decision.decided_on.clone(),
    }))
}

/// Whether a ruled row may be this row: of one file and one name, at its place or with the same day of birth.
fn may_be_row(ruled: &RowRef, side: &PairSide) -> bool {
    let parts = |text: &str| text.split('|').map(fold).collect::<Vec<_>>();
    let (before, now) = (parts(&ruled.name_and_birth), parts(&side.says));
    let (file, sheet, row) = ruled.stable_place();
    let (own_file, own_sheet, own_row) = side.row_ref().stable_place();
    let has_name = before.len() == 4 && before.iter().take(3).any(|part| !part.is_empty());
    let is_at_place = (&sheet, row) == (&own_sheet, own_row);
    let is_same_birth = !before.last().is_none_or(String::is_empty) && before.get(3) == now.get(3);
    has_name && file == own_file && before.iter().take(3).eq(now.iter().take(3)) && (is_at_place || is_same_birth)
}

/// Whether a row of a ruling is gone, and none of the two is another row of the register now.
fn is_stale(reader: &RegisterReader<'_>, ruled: [&RowRef; 2], sides: [&PairSide; 2]) -> Result<bool> {
    let mut n_gone = 0;
    for row in ruled {
        match located(reader, &PairSide::from(row))? {
            Some(found) if sides.iter().all(|side| side.key != found.key) => return Ok(false),
            Some(_) => {}
            None => n_gone += 1,
        }
    }
    Ok(n_gone > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ruled_row_is_known_by_its_name_and_its_place_or_day_of_birth() {
        let side = |row: i64, says: &str| PairSide {
            key: "1".into(),
            file: "census/a.csv".into(),
            sheet: String::new(),
            row,
            says: says.into(),
        };
        let ruled = side(3, "MBALA|LEMA|Ruth|1970-01-01").row_ref();
        for (now, expected) in [
            (side(3, "MBALA|LEMA|Ruth|1974-01-01"), true),
            (side(5, "Mbala|Lema|RUTH|1970-01-01"), true),
            (side(5, "MBALA|LEMA|Ruth|1974-01-01"), false),
            (side(3, "MBALA|LEMA|Rose|1970-01-01"), false),
            (PairSide { file: "census/b.csv".into(), ..side(3, "MBALA|LEMA|Ruth|1970-01-01") }, false),
        ] {
            assert_eq!(may_be_row(&ruled, &now), expected, "{now:?}");
        }
        assert!(!may_be_row(&side(3, "|||").row_ref(), &side(3, "|||")));
    }
}
