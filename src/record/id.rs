//! Identifiers that people copy by hand, and the hash from which they are made.

/// FNV-1a over 64 bits: a portable hash for keys that must be the same on every machine and in every version.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds bytes, then a separator byte that no text contains, so that ("ab","c") and ("a","bc") differ.
    pub(crate) fn with(mut self, bytes: &[u8]) -> Self {
        for byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self
    }

    /// Returns the hash, its bits mixed once more so that short inputs spread over all 64 bits.
    pub(crate) fn finish(self) -> u64 {
        let mut hash = self.0;
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        hash ^ (hash >> 33)
    }
}

/// Crockford's base 32: digits and capitals without I, L, O and U, which people mix up when they copy.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Formats the low 40 bits of a hash as an identifier: prefix, eight characters in two groups, a check character.
///
/// `P` and `0` give `P-0000-0000-…`.
pub(crate) fn format_id(prefix: char, hash: u64) -> String {
    let body: String = (0..8).rev().map(|place| char::from(ALPHABET[(hash >> (5 * place)) as usize & 31])).collect();
    let check = check_character(prefix, &body);
    format!("{prefix}-{}-{}-{check}", &body[..4], &body[4..])
}

/// Parses an identifier and returns it in the register's spelling. Small letters and missing dashes are accepted.
/// `None` if the text is not an identifier or its check character is wrong.
pub fn parse_id(typed: &str) -> Option<String> {
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    if letters.len() != 10 {
        return None;
    }
    let prefix = letters.chars().next()?;
    let (body, check) = letters[1..].split_at(8);
    check.starts_with(check_character(prefix, body)).then(|| format!("{prefix}-{}-{}-{check}", &body[..4], &body[4..]))
}

/// Returns the check character of an identifier's prefix and body (without dashes).
///
/// It is a weighted sum modulo 31 (a prime), so that one wrong character or two swapped neighbours are always detected.
pub(crate) fn check_character(prefix: char, body: &str) -> char {
    let value = |c: char| ALPHABET.iter().position(|a| char::from(*a) == c).unwrap_or(0) as u32;
    let mut sum = u32::from(u8::try_from(prefix).unwrap_or(0));
    for (place, c) in body.chars().enumerate() {
        sum += (place as u32 + 2) * value(c);
    }
    char::from(ALPHABET[(sum % 31) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_character_detects_two_swapped_characters() {
        let id = format_id('P', Fnv::default().with(b"MBALA").finish());
        assert_eq!(id.len(), "P-XXXX-XXXX-X".len());
        let body: String = id[2..11].replace('-', "");
        let check = id.chars().last();
        assert_eq!(check, Some(check_character('P', &body)));
        let mut swaps = 0;
        for place in 0..7 {
            let mut letters: Vec<char> = body.chars().collect();
            if letters[place] != letters[place + 1] {
                letters.swap(place, place + 1);
                let slip: String = letters.iter().collect();
                assert_ne!(check, Some(check_character('P', &slip)), "{body} and {slip}");
                swaps += 1;
            }
        }
        assert!(swaps > 0);
    }

    #[test]
    fn the_hash_depends_on_where_one_text_ends_and_the_next_begins() {
        assert_ne!(Fnv::default().with(b"ab").with(b"c").finish(), Fnv::default().with(b"a").with(b"bc").finish());
    }
}
