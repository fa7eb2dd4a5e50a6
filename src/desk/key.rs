//! Makes keys that nobody can guess, and compares them.

use std::fmt::Write;

/// Returns a key of 128 bits from the system's source of chance, in hexadecimal; `None` if the system has none.
pub(super) fn random_key() -> Option<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(hexadecimal(&bytes))
}

/// Bytes in hexadecimal.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether two keys are the same. It takes as long wherever they differ.
pub(super) fn is_same_key(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_long_and_differ() {
        let (a, b) = (random_key().unwrap(), random_key().unwrap());
        assert_eq!(a.len(), 32);
        assert!(is_same_key(&a, &a.clone()) && !is_same_key(&a, &b) && !is_same_key(&a, &a[1..]));
    }
}
