//! Counts birth acts by the mother's age at the birth and by birth order, where the mother is a known person.

use super::count_table::{CountColumn, CountTable, CountTableBuilder, TableSpec};
use super::facts::ActFact;
use super::heading::{Breakdown, RowHeading};

/// The columns: the rank of the child among the mother's known children, the last one that and more; unknown.
pub(crate) const BIRTH_ORDERS: [&str; 7] = ["1", "2", "3", "4", "5", "6+", "unknown"];

/// Returns the column of a birth order.
pub(super) fn order_column(birth_order: Option<i32>) -> usize {
    let last = BIRTH_ORDERS.len() - 1;
    birth_order.and_then(|rank| usize::try_from(rank - 1).ok()).map_or(last, |place| place.min(last - 1))
}

/// Returns the row of an age of the mother.
pub(super) fn age_heading(mother_age: Option<i32>) -> RowHeading {
    mother_age.map_or(RowHeading::Unknown, RowHeading::of_age)
}

/// Counts the acts.
pub(super) fn by_mother(acts: &[&ActFact]) -> CountTable {
    let bands = (10..=50).step_by(5).map(RowHeading::Age).chain([RowHeading::Unknown]);
    let mut table = CountTableBuilder::new(BIRTH_ORDERS.len(), bands);
    for act in acts {
        table.add(age_heading(act.mother_age), order_column(act.birth_order), 1);
    }
    const INDICATOR: &str = "acts_by_mother";
    let column = |code| CountColumn { indicator: INDICATOR, breakdown: Some(("birth_order", code)) };
    table.finish(TableSpec::new(Breakdown::MotherAge, &BIRTH_ORDERS.map(column), CountColumn::of(INDICATOR)))
}
