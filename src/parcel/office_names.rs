//! Names and codes of offices that a reader could take for another's: refuses letters that are not Latin and signs that
//! nobody sees, and gives texts that look alike one form.

use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, ErrorCode, Result};
use crate::record::fold;

/// Letters of Latin script that have no plain letter below an accent, and the plain letters that they look like.
const OTHER_LETTERS: [(char, &str); 15] = [
    ('œ', "oe"),
    ('Œ', "OE"),
    ('æ', "ae"),
    ('Æ', "AE"),
    ('ß', "ss"),
    ('ø', "o"),
    ('Ø', "O"),
    ('ɔ', "o"),
    ('Ɔ', "O"),
    ('ɛ', "e"),
    ('Ɛ', "E"),
    ('ŋ', "n"),
    ('Ŋ', "N"),
    ('ł', "l"),
    ('Ł', "L"),
];

/// Signs of a name beside letters and digits.
const SIGNS: &str = " -–'’.,:;/()&°+«»\"";

/// Checks that every sign of a name is one that a reader of French knows: a letter of Latin script, a digit, a common
/// sign.
///
/// # Errors
/// `office-letters` with the sign and its number.
pub(crate) fn check_letters(name: &str) -> Result<()> {
    let Some(foreign) = name.chars().find(|c| !is_of_name(*c)) else { return Ok(()) };
    let number = format!("U+{:04X}", u32::from(foreign));
    Err(Error::new(ErrorCode::OfficeLetters).with("office", name).with("value", foreign).with("code", number))
}

fn is_of_name(c: char) -> bool {
    let is_accented = || {
        let mut parts = std::iter::once(c).nfd();
        parts.next().is_some_and(|letter| letter.is_ascii_alphabetic()) && parts.all(is_accent)
    };
    c.is_ascii_alphanumeric()
        || SIGNS.contains(c)
        || is_accent(c)
        || OTHER_LETTERS.iter().any(|(letter, _)| *letter == c)
        || is_accented()
}

/// Whether a sign is an accent that stands on the letter before it.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{304}' | '\u{306}'..='\u{30c}' | '\u{327}' | '\u{328}')
}

/// Returns a form of a name or a code that texts that look alike share: without accents, capitals and signs, one
/// letter for each group of letters and digits that look alike, `rn` as `m`, `vv` as `w`, `cl` as `d`.
pub(crate) fn look_alike_form(text: &str) -> String {
    let plain = |c: char| -> String {
        let other = OTHER_LETTERS.iter().find(|(letter, _)| *letter == c);
        other.map_or_else(|| c.to_string(), |(_, letters)| (*letters).to_owned())
    };
    let letters: Vec<char> = text.nfd().filter(|c| !is_accent(*c)).map(plain).collect::<String>().chars().collect();
    let (mut joined, mut at) = (String::new(), 0);
    while let Some(letter) = letters.get(at) {
        let pair = letters.get(at + 1).and_then(|next| letter_of_pair(*letter, *next));
        joined.push(pair.unwrap_or(*letter));
        at += if pair.is_some() { 2 } else { 1 };
    }
    let sign = |c: char| match c {
        '0' | 'Q' => 'O',
        '1' | 'L' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '6' => 'G',
        '8' => 'B',
        other => other,
    };
    fold(&joined).chars().filter(|c| *c != ' ').map(sign).collect()
}

/// The letter that two letters look like.
fn letter_of_pair(first: char, second: char) -> Option<char> {
    match (first.to_ascii_lowercase(), second.to_ascii_lowercase()) {
        ('r', 'n') => Some('m'),
        ('v', 'v') => Some('w'),
        ('c', 'l' | '1') => Some('d'),
        // A capital I looks like a small l, beside a small c alone.
        ('c', 'i') if first == 'c' && second == 'I' => Some('d'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_scripts_and_signs_that_nobody_sees_are_refused() {
        for name in [
            "Quartier Bоma",
            "Coffre dе Kimbanseke",
            "Κimbanseke",
            "Bo\u{200b}ma",
            "Bo\u{ad}ma",
            "Boma\u{3164}",
            "Boma\u{2800}",
            "Bo\u{34f}ma",
            "Boma\u{fe0f}",
            "Bοma",
            "Воma",
            "Quartıer",
            "Ｂoma",
            "𝐁oma",
            "Boⅿa",
            "Kɑsa",
            "Boma\u{e0041}",
            "Bo|oma",
        ] {
            let refused = check_letters(name).expect_err(name);
            assert_eq!(refused.code, ErrorCode::OfficeLetters, "{name}");
        }
        for name in [
            "Commune de Kimbanseke",
            "Coordination – Bruxelles (n° 2)",
            "Ngaba, été",
            "N’Sele",
            "Ilo\u{301}mbɔ",
            "Œuvre Łukasz",
        ] {
            assert_eq!(check_letters(name), Ok(()), "{name}");
        }
    }

    #[test]
    fn texts_that_look_alike_have_one_form_and_others_do_not() {
        let alike = [
            ("Quartier Boma", "Quartier Borna"),
            ("Quartier Boma", "quartier BÔMA."),
            ("Quartier Boma", "Quartier Bo ma"),
            ("Waya", "VVaya"),
            ("Disasi", "clisasi"),
            ("Disasi", "cIisasi"),
            ("Kimbanseke", "Kirnbanseke"),
            ("Kingasani", "Klngasani"),
            ("KIMB", "K1MB"),
            ("BOMA", "B0MA"),
            ("Q06", "QO6"),
            ("Kɔsɔ", "Koso"),
        ];
        for (one, other) in alike {
            assert_eq!(look_alike_form(one), look_alike_form(other), "{one} {other}");
        }
        let names = ["Kimbundi", "Kimbunda", "Bahumbu", "Bahumbi", "Mangana", "Ngandu", "Cité", "Mokali", "Mikondo"];
        let codes = ["Q01", "Q06", "Q09", "Q10", "BRUX", "KIMB", "BOMA"];
        let forms: std::collections::BTreeSet<String> =
            names.iter().chain(&codes).map(|n| look_alike_form(n)).collect();
        assert_eq!(forms.len(), names.len() + codes.len());
    }
}
