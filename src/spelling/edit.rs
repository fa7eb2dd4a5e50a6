//! Edit distance of two spellings, and the level it falls into.
//!
//! The distance is optimal string alignment: a letter changed, missing or added, or two neighbouring letters swapped,
//! counts one.

use super::outline::{EditLimits, Outline};

/// How far apart two spellings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EditLevel {
    /// A typing error: one edit in spellings of three bytes and more, two in spellings of seven and more.
    Typo,
    /// Up to a third of the longer spelling is edited, three edits at most, in spellings of four bytes and more.
    Similar,
    /// More edits.
    Different,
}

/// A folded spelling with its letter set.
#[derive(Debug, Clone, Copy)]
pub(super) struct FoldedName<'n> {
    pub(super) bytes: &'n [u8],
    /// See [`letter_set`](super::outline::letter_set).
    pub(super) letters: u32,
}

pub(super) fn edit_level(a: FoldedName<'_>, b: FoldedName<'_>) -> EditLevel {
    if !Outline::new(a.bytes, a.letters).could_be_similar(Outline::new(b.bytes, b.letters)) {
        return EditLevel::Different;
    }
    let (m, n) = (a.bytes.len(), b.bytes.len());
    let limits = EditLimits::new(m.min(n), m.max(n));
    match distance(a.bytes, b.bytes) {
        n if n <= limits.typo => EditLevel::Typo,
        n if n <= limits.similar => EditLevel::Similar,
        _ => EditLevel::Different,
    }
}

/// Returns the optimal string alignment distance. Each step computes one column of the dynamic programming table in the
/// bits of a word.
///
/// H. Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances". The first spelling
/// must have [`LONGEST`](super::outline::LONGEST) bytes at most.
fn distance(a: &[u8], b: &[u8]) -> usize {
    // A common beginning adds nothing to the distance.
    let n_common = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[n_common..], &b[n_common..]);
    if a.is_empty() {
        return b.len();
    }
    // For each letter its positions in the first spelling. Capitals and digits, the only bytes of a folded spelling in
    // Latin script, have distinct entries.
    let mut places = [0_u64; 64];
    for (at, letter) in a.iter().enumerate() {
        places[usize::from(letter & 63)] |= 1 << at;
    }
    let is_plain = |name: &[u8]| name.iter().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit());
    let is_plain = is_plain(a) && is_plain(b);
    let positions_of = |letter: u8| match is_plain {
        true => places[usize::from(letter & 63)],
        false => a.iter().enumerate().fold(0, |set, (place, x)| set | (u64::from(*x == letter) << place)),
    };
    let last = 1_u64 << (a.len() - 1);
    let (mut more, mut less, mut zero, mut before) = (!0_u64, 0_u64, 0_u64, 0_u64);
    let mut distance = a.len();
    for letter in b {
        let same = positions_of(*letter);
        let swapped = ((!zero & same) << 1) & before;
        zero = (((same & more).wrapping_add(more)) ^ more) | same | less | swapped;
        let up = less | !(zero | more);
        let down = zero & more;
        distance += usize::from(up & last != 0);
        distance -= usize::from(down & last != 0);
        let (up, down) = ((up << 1) | 1, down << 1);
        more = down | !(zero | up);
        less = up & zero;
        before = same;
    }
    distance
}

#[cfg(test)]
mod tests {
    use super::super::outline::letter_set;
    use super::*;

    fn level_of(a: &str, b: &str) -> EditLevel {
        let folded = |bytes| FoldedName { bytes, letters: letter_set(bytes) };
        edit_level(folded(a.as_bytes()), folded(b.as_bytes()))
    }

    #[test]
    fn one_edit_is_a_typo_and_other_names_are_different() {
        let pairs = "MAMBOTE=MABMOTE KAPELA=KAPEA DIBA=DBA RUTH=RUHT TUMBA=TUMBAA DEBORAH=DEBROHA";
        for (a, b) in pairs.split(' ').map(|pair| pair.split_once('=').unwrap()) {
            assert_eq!(level_of(a, b), EditLevel::Typo, "{a} {b}");
        }
        for (a, b) in [("RUTH", "NOE"), ("NSIMBA", "NZUZI"), ("MBALA", "NGOYI"), ("DI", "DA")] {
            assert_eq!(level_of(a, b), EditLevel::Different, "{a} {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_distance_equals_that_of_strsim(a in "[A-E]{0,9}|[A-Zé0-9]{0,20}", b in "[A-E]{0,9}|[A-Zé0-9]{0,20}") {
            if a.is_ascii() && b.is_ascii() {
                proptest::prop_assert_eq!(distance(a.as_bytes(), b.as_bytes()), strsim::osa_distance(&a, &b));
            }
            let bytes = |text: &str| text.bytes().map(char::from).collect::<String>();
            proptest::prop_assert_eq!(distance(a.as_bytes(), b.as_bytes()), strsim::osa_distance(&bytes(&a), &bytes(&b)));
        }

        #[test]
        fn outlines_never_rule_out_a_typo_or_a_similar_name(a in "[A-H]{3,9}", b in "[A-H]{3,9}") {
            let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
            let expected = match strsim::osa_distance(&a, &b) {
                n if n <= if short < 7 { 1 } else { 2 } => EditLevel::Typo,
                n if short >= 4 && n <= (long / 3).min(3) => EditLevel::Similar,
                _ => EditLevel::Different,
            };
            proptest::prop_assert_eq!(level_of(&a, &b), expected);
        }
    }
}
