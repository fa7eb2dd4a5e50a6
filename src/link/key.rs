//! The hash by which blocks and samples are formed.

/// Hash of a key of several parts. The keys that communes export are made with it: another hash would make two versions
/// of the program find no common key.
pub(super) fn key(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9e37_79b9_7f4a_7c15, |hash, part| {
        let mixed = (hash ^ part).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ (mixed >> 32)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_never_changes() {
        assert_eq!(key(&[]), 0x9e37_79b9_7f4a_7c15);
        assert_eq!(key(&[1, 2, 3]), 0xc1ba_3e4a_3a81_8e3b);
        assert_ne!(key(&[1, 2]), key(&[2, 1]));
    }
}
