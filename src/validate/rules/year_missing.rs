//! Finds a sheet without a year, in its cells, above its table and in the names of sheet and file.
//! Why it matters: ages are counted from the day of the run, and the rounds of a quartier can't be told apart.
//! Example: the file `Boma.csv` with no column of years.

use super::*;

pub(super) const RULE: Rule = Rule::warning("year-missing", Check::File(check));

/// An act has a year if it has a day of declaration, so single acts without one are not counted here.
fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let is_missing = |rows: &&[&RowInput<'_>]| {
        let n_missing = rows.iter().filter(|input| input.row.seen_in.is_none()).count();
        n_missing == rows.len() || n_missing > 0 && file.raw.kind == Kind::Census
    };
    let at = |rows: &[&RowInput<'_>]| rows.first().map(|input| sheet_hit(RowAt { row: 0, ..input.raw.at }, Vec::new()));
    file.sheets().filter(is_missing).filter_map(at).collect()
}
