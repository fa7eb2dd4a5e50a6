//! The assignment problem: matches the rows of a table of gains with its columns, one to one, with the greatest total.

/// For each row of a table of gains its own column in the assignment of greatest total. There are no fewer columns than
/// rows.
///
/// Kuhn's method with Munkres' potentials, one row at a time (E. A. Dinic and M. A. Kronrod 1969), O(rows² · columns).
pub(super) fn best_assignment(gains: &[Vec<i64>]) -> Vec<usize> {
    let (n, m) = (gains.len(), gains.first().map_or(0, Vec::len));
    // Rows and columns count from 1; column 0 holds the row that is being assigned.
    let (mut row_potential, mut column_potential) = (vec![0_i64; n + 1], vec![0_i64; m + 1]);
    let mut row_in = vec![0_usize; m + 1];
    for row in 1..=n {
        row_in[0] = row;
        let mut at = 0;
        let (mut least, mut from, mut is_visited) = (vec![i64::MAX; m + 1], vec![0; m + 1], vec![false; m + 1]);
        while row_in[at] != 0 {
            is_visited[at] = true;
            let (mut step, mut next) = (i64::MAX, 0);
            for column in (1..=m).filter(|column| !is_visited[*column]) {
                let cost = -gains[row_in[at] - 1][column - 1] - row_potential[row_in[at]] - column_potential[column];
                if cost < least[column] {
                    (least[column], from[column]) = (cost, at);
                }
                if least[column] < step {
                    (step, next) = (least[column], column);
                }
            }
            for column in 0..=m {
                if is_visited[column] {
                    row_potential[row_in[column]] += step;
                    column_potential[column] -= step;
                } else if least[column] < i64::MAX {
                    least[column] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            row_in[at] = row_in[from[at]];
            at = from[at];
        }
    }
    let mut column_of = vec![0; n];
    for column in (1..=m).filter(|column| row_in[*column] != 0) {
        column_of[row_in[column] - 1] = column - 1;
    }
    column_of
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best_by_trying_all(gains: &[Vec<i64>], taken: u32) -> i64 {
        let Some((row, rest)) = gains.split_first() else { return 0 };
        let free = (0..row.len()).filter(|column| taken & 1 << column == 0);
        free.map(|column| row[column] + best_by_trying_all(rest, taken | 1 << column)).max().unwrap()
    }

    #[test]
    fn the_total_equals_that_of_trying_all_assignments() {
        let mut seed = 7_u64;
        let mut draw = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for _ in 0..300 {
            let n = 1 + draw(4) as usize;
            let m = n + draw(3) as usize;
            let gains: Vec<Vec<i64>> = (0..n).map(|_| (0..m).map(|_| draw(9) as i64).collect()).collect();
            let total = |column_of: &[usize]| {
                column_of.iter().enumerate().map(|(row, column)| gains[row][*column]).sum::<i64>()
            };
            let column_of = best_assignment(&gains);
            assert_eq!(column_of.iter().collect::<std::collections::BTreeSet<_>>().len(), n);
            assert_eq!(total(&column_of), best_by_trying_all(&gains, 0), "{gains:?}");
        }
    }

    #[test]
    fn the_total_outranks_the_best_single_pair() {
        assert_eq!(best_assignment(&[vec![10, 9], vec![9, 0]]), [1, 0]);
    }
}
