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

/// First letter of the identifier of a person.
const PERSON: char = 'P';
/// First letter of the identifier of an invented person, in the register of a course.
const PRACTICE_PERSON: char = 'X';

/// Returns the first letter of the identifiers of persons in a register; `is_practice` is that of a course.
pub(crate) fn person_prefix(is_practice: bool) -> char {
    if is_practice { PRACTICE_PERSON } else { PERSON }
}

/// Whether an identifier is that of a person, real or invented; else it is a household's.
#[must_use]
pub fn is_person_id(id: &str) -> bool {
    id.trim().starts_with(|c: char| [PERSON, PRACTICE_PERSON].contains(&c.to_ascii_uppercase()))
}

/// Formats the low 40 bits of a hash as an identifier: prefix, eight characters in two groups, a check character.
///
/// `P` and `0` give `P-0000-0000-…`.
pub(crate) fn format_id(prefix: char, hash: u64) -> String {
    let body: String = (0..8).rev().map(|place| char::from(ALPHABET[(hash >> (5 * place)) as usize & 31])).collect();
    let check = check_character(prefix, &body);
    format!("{prefix}-{}-{}-{check}", &body[..4], &body[4..])
}

/// Parses an identifier and returns it in the register's spelling. Small letters, spaces, and missing or other dashes
/// are accepted. `None` if the text holds anything else or its check character is wrong.
pub fn parse_id(typed: &str) -> Option<String> {
    /// An identifier with a few spaces and dashes too many. A longer text could hide it, in the log of look-ups too.
    const LONGEST: usize = 24;
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let is_plain = typed.chars().all(|c| c.is_ascii_alphanumeric() || is_gap(c));
    let letters: String = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    if letters.len() != 10 || !is_plain || typed.trim().chars().count() > LONGEST {
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
    fn an_invented_person_has_another_letter_and_its_own_check_character() {
        let (real, invented) = [false, true].map(|is_practice| format_id(person_prefix(is_practice), 7)).into();
        assert!(is_person_id(&real) && is_person_id(&invented.to_lowercase()) && !is_person_id("M-0000-0000-0"));
        assert_eq!(real[1..11], invented[1..11]);
        assert_eq!(parse_id(&invented), Some(invented.clone()));
        let disguised = format!("P{}", &invented[1..]);
        assert_eq!(parse_id(&disguised), None, "the letter is part of what the check character checks");
    }

    #[test]
    fn the_hash_depends_on_where_one_text_ends_and_the_next_begins() {
        assert_ne!(Fnv::default().with(b"ab").with(b"c").finish(), Fnv::default().with(b"a").with(b"bc").finish());
    }
}
