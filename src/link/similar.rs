//! How near two spellings are.
//!
//! A letter changed, missing, added, or two neighbours swapped counts one (optimal string alignment).

/// Longest name compared letter by letter; a longer one is a slip of nothing but itself.
const LONGEST: usize = 63;

/// How far two spellings are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Apart {
    /// By no more than a slip of the pen: one letter in names of three and more, two in names of seven and more.
    Slip,
    /// By no more than a third of their letters, three at most, in names of four letters and more.
    Alike,
    /// By more.
    Other,
}

/// A name as it is compared: its bytes and the set of its letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters<'n> {
    pub(super) name: &'n [u8],
    /// See [`letters`].
    pub(super) set: u32,
}

/// Letters that may differ in names of these lengths: in a slip, and in names that are alike.
fn most_apart(short: usize, long: usize) -> (usize, usize) {
    let slips = match short {
        0..=2 => 0,
        3..=6 => 1,
        _ => 2,
    };
    (slips, if short < 4 { 0 } else { (long / 3).min(3) })
}

/// Whether two names, each by the set of its letters and its length, can be a slip of one another, or alike.
pub(super) fn could_be_near(x: (u32, u16), y: (u32, u16)) -> bool {
    could_be(x, y, |(slips, alike)| slips.max(alike))
}

/// Whether two names, each by the set of its letters and its length, can be a slip of one another.
pub(super) fn could_be_slip(x: (u32, u16), y: (u32, u16)) -> bool {
    could_be(x, y, |(slips, _)| slips)
}

fn could_be((a, m): (u32, u16), (b, n): (u32, u16), most: impl Fn((usize, usize)) -> usize) -> bool {
    let (short, long) = (usize::from(m.min(n)), usize::from(m.max(n)));
    let most = most(most_apart(short, long));
    // One letter that is another changes the set by two at most.
    long <= LONGEST && long - short <= most && (a ^ b).count_ones() as usize <= 2 * most
}

/// How far two names are apart.
pub(super) fn apart(a: Letters<'_>, b: Letters<'_>) -> Apart {
    let (m, n) = (a.name.len(), b.name.len());
    let (slips, alike) = most_apart(m.min(n), m.max(n));
    let length = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    if !could_be_near((a.set, length(m)), (b.set, length(n))) {
        return Apart::Other;
    }
    match distance(a.name, b.name) {
        n if n <= slips => Apart::Slip,
        n if n <= alike => Apart::Alike,
        _ => Apart::Other,
    }
}

/// Whether of two sets of letters one holds the other.
pub(super) fn is_part(a: u32, b: u32) -> bool {
    a & !b == 0 || b & !a == 0
}

/// The set of letters, one bit each.
pub(super) fn letters(name: &[u8]) -> u32 {
    name.iter().fold(0, |set, letter| set | 1 << (letter & 31))
}

/// Optimal string alignment distance, a column of the table at a time in the bits of a word.
///
/// H. Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances". The first name has
/// [`LONGEST`] bytes at most.
fn distance(a: &[u8], b: &[u8]) -> usize {
    // What begins both alike counts nothing.
    let alike = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[alike..], &b[alike..]);
    if a.is_empty() {
        return b.len();
    }
    // Where each letter stands in the first name. Capitals and digits, all that a folded name is written with but for other
    // scripts, have places of their own.
    let mut places = [0_u64; 64];
    for (at, letter) in a.iter().enumerate() {
        places[usize::from(letter & 63)] |= 1 << at;
    }
    let is_plain = |name: &[u8]| name.iter().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit());
    let is_plain = is_plain(a) && is_plain(b);
    let of = |letter: u8| match is_plain {
        true => places[usize::from(letter & 63)],
        false => a.iter().enumerate().fold(0, |set, (place, x)| set | (u64::from(*x == letter) << place)),
    };
    let last = 1_u64 << (a.len() - 1);
    let (mut more, mut less, mut zero, mut before) = (!0_u64, 0_u64, 0_u64, 0_u64);
    let mut distance = a.len();
    for letter in b {
        let same = of(*letter);
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
    use super::*;

    fn apart_of(a: &str, b: &str) -> Apart {
        let of = |name| Letters { name, set: letters(name) };
        apart(of(a.as_bytes()), of(b.as_bytes()))
    }

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
            assert_eq!(apart_of(a, b), Apart::Slip, "{a} {b}");
        }
        for (a, b) in [("RUTH", "NOE"), ("NSIMBA", "NZUZI"), ("MBALA", "NGOYI"), ("DI", "DA")] {
            assert_eq!(apart_of(a, b), Apart::Other, "{a} {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_distance_is_that_of_a_known_library(a in "[A-E]{0,9}|[A-Zé0-9]{0,20}", b in "[A-E]{0,9}|[A-Zé0-9]{0,20}") {
            if a.is_ascii() && b.is_ascii() {
                proptest::prop_assert_eq!(distance(a.as_bytes(), b.as_bytes()), strsim::osa_distance(&a, &b));
            }
            let bytes = |text: &str| text.bytes().map(char::from).collect::<String>();
            proptest::prop_assert_eq!(distance(a.as_bytes(), b.as_bytes()), strsim::osa_distance(&bytes(&a), &bytes(&b)));
        }

        #[test]
        fn the_letters_never_rule_out_what_is_near(a in "[A-H]{3,9}", b in "[A-H]{3,9}") {
            let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
            let expected = match strsim::osa_distance(&a, &b) {
                n if n <= if short < 7 { 1 } else { 2 } => Apart::Slip,
                n if short >= 4 && n <= (long / 3).min(3) => Apart::Alike,
                _ => Apart::Other,
            };
            proptest::prop_assert_eq!(apart_of(&a, &b), expected);
        }
    }
}
