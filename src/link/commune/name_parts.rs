//! Splits names whose parts were typed into one cell.

/// Nom, post-nom and prénom, where two parts may stand in one cell and the next cell is blank. A particle belongs to the word
/// after it: `NDONDAYI WA YOBA` is the nom NDONDAYI and the post-nom WA YOBA.
pub(super) fn split_name([nom, postnom, prenom]: [&str; 3]) -> [&str; 3] {
    match (split_first_part(nom), split_first_part(postnom)) {
        (Some((first, rest)), None) if postnom.is_empty() => match split_first_part(rest) {
            Some((second, third)) if prenom.is_empty() => [first, second, third],
            _ => [first, rest, prenom],
        },
        (_, Some((first, rest))) if prenom.is_empty() => [nom, first, rest],
        _ => [nom, postnom, prenom],
    }
}

/// The first part of a name and the rest; `None` if it is one part.
fn split_first_part(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = split_at_space(text)?;
    if !PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(first)) {
        return Some((first, rest));
    }
    let (_, after) = split_at_space(rest)?;
    Some((&text[..text.len() - after.len() - 1], after))
}

/// The text before the first space and the text after it. For short names this is faster than `str::split_once`.
pub(super) fn split_at_space(text: &str) -> Option<(&str, &str)> {
    let at = text.bytes().position(|letter| letter == b' ')?;
    Some((&text[..at], &text[at + 1..]))
}

/// Particles of filiation in Luba and other names (`Mbuyi wa Kasongo`).
const PARTICLES: [&str; 6] = ["WA", "YA", "NA", "DE", "LA", "A"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_particle_belongs_to_the_word_after_it() {
        assert_eq!(split_name(["NDONDAYI WA YOBA", "", ""]), ["NDONDAYI", "WA YOBA", ""]);
        assert_eq!(split_name(["MBAYA", "WA MOBOYA", ""]), ["MBAYA", "WA MOBOYA", ""]);
        assert_eq!(split_name(["MBAYA", "WA MOBOYA Ruth", ""]), ["MBAYA", "WA MOBOYA", "Ruth"]);
        assert_eq!(split_name(["MBALA ILUNGA Ruth", "", ""]), ["MBALA", "ILUNGA", "Ruth"]);
        assert_eq!(split_name(["MBALA ILUNGA", "", "Ruth"]), ["MBALA", "ILUNGA", "Ruth"]);
    }
}
