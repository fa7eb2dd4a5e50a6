//! Which parts of two names could be similar.

/// A set of pairs of name parts: bit 3x + y for part x of one name and part y of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PartPairs(pub(super) u16);

impl PartPairs {
    /// Every pair: nothing is ruled out.
    pub(super) const ALL: Self = Self(0x1ff);

    pub(super) fn has(self, part: usize, other: usize) -> bool {
        self.0 >> (3 * part + other) & 1 != 0
    }
}
