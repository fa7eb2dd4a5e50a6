//! How near two spellings are.

/// Longest name compared letter by letter; a longer one is a slip of nothing but itself.
const LONGEST: usize = 63;
/// Most slips of the pen in one name. Each changes at most two letters of the set a name is written with.
pub(super) const MOST_SLIPS: u32 = 2;

/// Whether two names differ by no more than a slip of the pen: one letter in names of three and more, two in names of
/// seven and more. A letter changed, missing, added, or two neighbours swapped counts one.
#[must_use]
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let allowed = match a.len().min(b.len()) {
        0..=2 => return false,
        3..=6 => 1,
        _ => 2,
    };
    if a.len().max(b.len()) > LONGEST || a.len().abs_diff(b.len()) > usize::from(allowed) {
        return false;
    }
    // What begins and ends both alike is no slip.
    let alike = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[alike..], &b[alike..]);
    let alike = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - alike], &b[..b.len() - alike]);
    match (a.len(), b.len()) {
        (0, n) | (n, 0) => n <= usize::from(allowed),
        (..=31, ..=31) => slips::<32>(a, b, allowed) <= allowed,
        _ => slips::<{ LONGEST + 1 }>(a, b, allowed) <= allowed,
    }
}

/// Whether two names of four letters and more differ by no more than a third of their letters, three at most.
#[must_use]
pub(super) fn is_alike(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let allowed = (a.len().max(b.len()) / 3).min(3) as u8;
    let fits = a.len().min(b.len()) >= 4 && a.len().max(b.len()) <= LONGEST;
    fits && a.len().abs_diff(b.len()) <= usize::from(allowed) && slips::<{ LONGEST + 1 }>(a, b, allowed) <= allowed
}

/// The set of letters, one bit each.
pub(super) fn letters(name: &[u8]) -> u32 {
    name.iter().fold(0, |set, letter| set | 1 << (letter & 31))
}

/// Optimal string alignment distance, cut off above `most`; the names are shorter than `N`.
fn slips<const N: usize>(a: &[u8], b: &[u8], most: u8) -> u8 {
    let mut before = [0_u8; N];
    let mut last: [u8; N] = std::array::from_fn(|column| column as u8);
    for (i, x) in a.iter().enumerate() {
        let mut row = [0_u8; N];
        row[0] = i as u8 + 1;
        let mut least = row[0];
        for (j, y) in b.iter().enumerate() {
            let changed = last[j] + u8::from(x != y);
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
            proptest::prop_assert_eq!(usize::from(slips::<10>(a.as_bytes(), b.as_bytes(), most)), strsim::osa_distance(&a, &b));
        }

        #[test]
        fn the_letters_never_rule_out_a_slip(a in "[A-H]{3,9}", b in "[A-H]{3,9}") {
            let allowed = if a.len().min(b.len()) < 6 { 1 } else { 2 };
            proptest::prop_assert_eq!(is_slip(&a, &b), strsim::osa_distance(&a, &b) <= allowed);
            let n_other = (letters(a.as_bytes()) ^ letters(b.as_bytes())).count_ones();
            proptest::prop_assert!(!is_slip(&a, &b) || n_other <= 2 * MOST_SLIPS);
        }
    }
}
