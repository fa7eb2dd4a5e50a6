//! How near two spellings are.

/// Whether two names differ by no more than a slip of the pen: one letter in names of three and more, two in names of
/// six and more. A letter changed, missing, added, or two neighbours swapped counts one.
#[must_use]
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let shorter = a.len().min(b.len());
    let allowed = match shorter {
        0..=2 => return false,
        3..=5 => 1,
        _ => 2,
    };
    a.len().abs_diff(b.len()) <= allowed && slips(a, b, allowed) <= allowed
}

/// Optimal string alignment distance, cut off above `most`.
fn slips(a: &[u8], b: &[u8], most: usize) -> usize {
    const WIDTH: usize = 64;
    if a.len() >= WIDTH || b.len() >= WIDTH {
        return if a == b { 0 } else { most + 1 };
    }
    let mut before = [0_usize; WIDTH];
    let mut last: [usize; WIDTH] = std::array::from_fn(|column| column);
    for (i, x) in a.iter().enumerate() {
        let mut row = [0_usize; WIDTH];
        row[0] = i + 1;
        let mut least = row[0];
        for (j, y) in b.iter().enumerate() {
            let changed = last[j] + usize::from(x != y);
            let mut best = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row[j + 1] = best;
            least = least.min(best);
        }
        if least > most {
            return most + 1;
        }
        (before, last) = (last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_a_typist_makes_them() {
        for (a, b) in [
            ("MAMBOTE", "MABMOTE"),
            ("KAPELA", "KAPEA"),
            ("DIBA", "DBA"),
            ("RUTH", "RUHT"),
            ("TUMBA", "TUMBAA"),
            ("DEBORAH", "DEBROHA"),
        ] {
            assert!(is_slip(a, b), "{a} {b}");
        }
        for (a, b) in [("RUTH", "NOE"), ("NSIMBA", "NZUZI"), ("MBALA", "MBUYI"), ("DI", "DA"), ("", "")] {
            assert!(!is_slip(a, b), "{a} {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_distance_is_that_of_a_known_library(a in "[A-E]{0,9}", b in "[A-E]{0,9}") {
            let most = 12;
            proptest::prop_assert_eq!(slips(a.as_bytes(), b.as_bytes(), most), strsim::osa_distance(&a, &b));
        }
    }
}
