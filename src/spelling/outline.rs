//! Outline of a spelling: its letter set, length and first letter. Outlines rule out most pairs of spellings before an
//! edit distance is computed.

/// Longest spelling, in bytes, whose edit distance is computed. A longer one is similar to nothing but itself.
pub(super) const LONGEST: usize = 63;

/// Fewest bytes that a name cut short keeps.
const SHORTEST_CUT: usize = 4;

/// Outline of a folded spelling.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Outline {
    /// See [`letter_set`].
    letters: u32,
    /// In bytes.
    length: u16,
    first: u8,
}

/// Largest edit distances at which two spellings still count as a typo, and as similar.
#[derive(Debug, Clone, Copy)]
pub(super) struct EditLimits {
    pub(super) typo: usize,
    pub(super) similar: usize,
}

impl EditLimits {
    /// Returns the limits for spellings of these lengths in bytes.
    pub(super) fn new(short: usize, long: usize) -> Self {
        let typo = match short {
            0..=2 => 0,
            3..=6 => 1,
            _ => 2,
        };
        Self { typo, similar: if short < 4 { 0 } else { (long / 3).min(3) } }
    }
}

impl Outline {
    /// Returns the outline of a folded spelling whose letter set is known.
    pub(super) fn new(folded: &[u8], letters: u32) -> Self {
        let length = u16::try_from(folded.len()).unwrap_or(u16::MAX);
        Self { letters, length, first: folded.first().copied().unwrap_or(0) }
    }

    /// Whether the two spellings start with the same letter.
    pub(super) fn has_first_of(self, other: Self) -> bool {
        self.first == other.first
    }

    /// Whether the edit distance can be that of a typo or of similar names.
    pub(super) fn could_be_similar(self, other: Self) -> bool {
        self.could_be_within(other, |limits| limits.typo.max(limits.similar))
    }

    /// Whether the edit distance can be that of a typo.
    pub(super) fn could_be_typo(self, other: Self) -> bool {
        self.could_be_within(other, |limits| limits.typo)
    }

    /// Whether one spelling can be the other cut short ([`is_cut`]).
    pub(super) fn could_be_cut(self, other: Self) -> bool {
        self.first == other.first
            && self.length.min(other.length) >= SHORTEST_CUT as u16
            && is_subset(self.letters, other.letters)
    }

    fn could_be_within(self, other: Self, limit: impl Fn(EditLimits) -> usize) -> bool {
        let short = usize::from(self.length.min(other.length));
        let long = usize::from(self.length.max(other.length));
        let limit = limit(EditLimits::new(short, long));
        // One edit changes the letter set by two letters at most.
        long <= LONGEST && long - short <= limit && (self.letters ^ other.letters).count_ones() as usize <= 2 * limit
    }
}

/// Whether one of two letter sets contains the other.
pub(super) fn is_subset(a: u32, b: u32) -> bool {
    a & !b == 0 || b & !a == 0
}

/// Returns the set of letters of a folded spelling, one bit each.
pub(super) fn letter_set(folded: &[u8]) -> u32 {
    folded.iter().fold(0, |set, letter| set | 1 << (letter & 31))
}

/// Whether one spelling is the beginning of the other, a compound prénom cut short: `DIEU` for `DIEUMERCI`, `CHRIST`
/// for `CHRISTVIE`.
pub(super) fn is_cut(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() >= SHORTEST_CUT && long.starts_with(short)
}
