//! The way from fault to fault: first the errors, which keep rows out of the register, then the warnings; each in the
//! order of sheets, rows and columns.

use super::FaultPlace;

/// A cell: sheet, row, column.
type Cell = (u16, u32, u16);

fn cell(fault: &FaultPlace) -> Cell {
    (fault.sheet, fault.row, fault.column)
}

/// The faults in the order of the way. They are given in the order of cells.
fn way(faults: &[FaultPlace]) -> Vec<FaultPlace> {
    let (errors, warnings): (Vec<FaultPlace>, Vec<FaultPlace>) = faults.iter().partition(|fault| fault.is_error);
    [errors, warnings].concat()
}

/// Where a cell stands on the way: that of an error, or of a cell without a fault, before all warnings.
fn place_on_way(faults: &[FaultPlace], at: Cell) -> (bool, Cell) {
    (faults.iter().any(|fault| cell(fault) == at && !fault.is_error), at)
}

/// The first error among the faults that are wanted, else the first of them.
#[must_use]
pub fn first_fault(faults: &[FaultPlace], is_wanted: impl Fn(&FaultPlace) -> bool) -> Option<FaultPlace> {
    way(faults).into_iter().find(|fault| is_wanted(fault))
}

/// The fault after a cell on the way; the first one after the last.
#[must_use]
pub fn next_fault(faults: &[FaultPlace], after: (u16, u32, u16)) -> Option<FaultPlace> {
    let (way, here) = (way(faults), place_on_way(faults, after));
    let next = way.iter().find(|fault| (!fault.is_error, cell(fault)) > here);
    next.or(way.first()).copied()
}

/// The fault before a cell on the way; the last one before the first.
#[must_use]
pub fn previous_fault(faults: &[FaultPlace], before: (u16, u32, u16)) -> Option<FaultPlace> {
    let (way, here) = (way(faults), place_on_way(faults, before));
    let previous = way.iter().rfind(|fault| (!fault.is_error, cell(fault)) < here);
    previous.or(way.last()).copied()
}

/// The fault to open when a cell was corrected: as long as there are errors the next one of these, before or after the
/// cell; after the last error the first warning; then the next one.
#[must_use]
pub fn next_to_correct(faults: &[FaultPlace], after: (u16, u32, u16), was_error: bool) -> Option<FaultPlace> {
    let has_errors = faults.iter().any(|fault| fault.is_error);
    let wanted = || faults.iter().filter(|fault| fault.is_error || !has_errors);
    let begins_warnings = was_error && !has_errors;
    let next = wanted().find(|fault| !begins_warnings && cell(fault) > after);
    next.or_else(|| wanted().next()).copied()
}

/// The numbers on the way of the first and the last finding at a cell, from 1, and how many findings the way has; `None`
/// for a cell without a fault.
#[must_use]
pub fn fault_number(faults: &[FaultPlace], at: (u16, u32, u16)) -> Option<(u64, u64, u64)> {
    let way = way(faults);
    let place = way.iter().position(|fault| cell(fault) == at)?;
    let sum = |faults: &[FaultPlace]| faults.iter().map(|fault| u64::from(fault.n)).sum::<u64>();
    Some((sum(&way[..place]) + 1, sum(&way[..=place]), sum(&way)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(sheet: u16, row: u32, column: u16) -> FaultPlace {
        FaultPlace { sheet, row, column, is_error: true, n: 1 }
    }

    fn warning(row: u32) -> FaultPlace {
        FaultPlace { is_error: false, ..error(0, row, 0) }
    }

    #[test]
    fn faults_follow_one_another_and_begin_again_after_the_last() {
        let faults = [error(0, 3, 1), error(0, 3, 4), error(1, 2, 0)];
        let next = |after| next_fault(&faults, after).map(|fault| cell(&fault));
        let previous = |before| previous_fault(&faults, before).map(|fault| cell(&fault));
        assert_eq!(
            [next((0, 0, 0)), next((0, 3, 1)), next((0, 3, 4))],
            [Some((0, 3, 1)), Some((0, 3, 4)), Some((1, 2, 0))]
        );
        assert_eq!(next((1, 2, 0)), Some((0, 3, 1)));
        assert_eq!([previous((1, 2, 0)), previous((0, 3, 1))], [Some((0, 3, 4)), Some((1, 2, 0))]);
        assert_eq!(next_fault(&[], (0, 0, 0)), None);
        assert_eq!(first_fault(&[warning(1), error(0, 3, 1)], |_| true), Some(error(0, 3, 1)));
        assert_eq!(first_fault(&[warning(1), error(0, 3, 1)], |fault| fault.row < 3), Some(warning(1)));
    }

    #[test]
    fn errors_come_before_warnings_and_are_numbered_from_one() {
        let faults = [warning(1), error(0, 3, 0), FaultPlace { n: 2, ..warning(5) }, error(0, 7, 0)];
        let mut at = first_fault(&faults, |_| true).unwrap();
        let mut rows = vec![at.row];
        for _ in 0..4 {
            at = next_fault(&faults, cell(&at)).unwrap();
            rows.push(at.row);
        }
        assert_eq!(rows, [3, 7, 1, 5, 3]);
        assert_eq!(previous_fault(&faults, (0, 3, 0)).map(|fault| fault.row), Some(5));
        assert_eq!(previous_fault(&faults, (0, 1, 0)).map(|fault| fault.row), Some(7));
        let number = |row| fault_number(&faults, (0, row, 0));
        assert_eq!([number(3), number(7), number(1)], [Some((1, 1, 5)), Some((2, 2, 5)), Some((3, 3, 5))]);
        assert_eq!((number(5), number(2)), (Some((4, 5, 5)), None));
        // The last error is corrected: the other one comes, then the warnings.
        let next = |faults: &[FaultPlace], row, was_error| {
            next_to_correct(faults, (0, row, 0), was_error).map(|fault| fault.row)
        };
        assert_eq!(next(&faults[..3], 7, true), Some(3));
        assert_eq!(next(&[faults[0], faults[2]], 3, false), Some(5));
        assert_eq!(next(&[faults[0]], 3, false), Some(1));
        // The warnings begin with the first one, which may stand above the last error.
        assert_eq!(next(&[warning(1), warning(5)], 3, true), Some(1));
        assert_eq!(next(&[warning(1), warning(5)], 3, false), Some(5));
    }
}
