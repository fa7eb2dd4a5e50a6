//! Mends headings whose accents were damaged on their way: letters encoded twice (`PrÃ©nom`), written for a web page
//! (`Pr&eacute;nom`), or lost (`Pr?nom`).

use std::borrow::Cow;

/// The heading with its letters mended; as it stands if nothing is damaged.
pub(super) fn mended(heading: &str) -> Cow<'_, str> {
    const SIGNS: [char; 6] = ['&', 'Ã', 'Â', 'â', '?', '\u{fffd}'];
    if !heading.contains(SIGNS) {
        return Cow::Borrowed(heading);
    }
    let mut text = Cow::Borrowed(heading);
    if text.contains('&') {
        text = Cow::Owned(without_entities(&text));
    }
    if let Some(once) = decoded_once_more(&text) {
        text = Cow::Owned(once);
    }
    if text.contains(['?', '\u{fffd}']) {
        text = Cow::Owned(with_lost_letters(&text));
    }
    text
}

/// The text with the letters of a web page: `&eacute;`, `&#233;`, `&deg;`.
pub(super) fn without_entities(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        match after.split_once(';').and_then(|(entity, behind)| Some((letter_of(entity)?, behind))) {
            Some((letter, behind)) => {
                plain.push(letter);
                rest = behind;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// The letter of an entity.
fn letter_of(entity: &str) -> Option<char> {
    const ACCENTS: [(&str, char); 6] = [
        ("acute", '\u{301}'),
        ("grave", '\u{300}'),
        ("circ", '\u{302}'),
        ("uml", '\u{308}'),
        ("cedil", '\u{327}'),
        ("tilde", '\u{303}'),
    ];
    if let Some(number) = entity.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => number.parse().ok(),
        };
        return number.and_then(char::from_u32);
    }
    match entity {
        "nbsp" => return Some(' '),
        "amp" => return Some('&'),
        "deg" => return Some('°'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "rsquo" | "lsquo" | "apos" => return Some('\''),
        _ => {}
    }
    let mut letters = entity.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    let (_, accent) = ACCENTS.iter().find(|(name, _)| *name == letters.as_str())?;
    unicode_normalization::char::compose(letter, *accent)
}

/// The text before it was encoded a second time; `None` if it was not.
fn decoded_once_more(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'Â', 'â']) {
        return None;
    }
    // The second byte of "à" is a space that cannot break.
    let spaced = text.replace("Ã ", "Ã\u{a0}");
    let spaced = if spaced.ends_with('Ã') { spaced + "\u{a0}" } else { spaced };
    let (bytes, _, is_damaged) = encoding_rs::WINDOWS_1252.encode(&spaced);
    if is_damaged {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}

/// The text with an `é` for each letter that was lost inside a word: it is the letter of most headings. The first letter
/// of `?ge` is an `â`.
fn with_lost_letters(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_lost = |c: char| matches!(c, '?' | '\u{fffd}');
    let mended = letters.iter().enumerate().map(|(at, c)| {
        if !is_lost(*c) {
            return *c;
        }
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
        let after = letters.get(at + 1).copied().unwrap_or(' ');
        match (before.is_alphabetic(), after.is_alphabetic() || matches!(after, '(' | '?' | '\u{fffd}')) {
            (true, true) => 'é',
            (false, true) if letters[at + 1..].iter().take(2).collect::<String>().eq_ignore_ascii_case("ge") => 'â',
            (false, true) if *c == '\u{fffd}' => 'é',
            _ => ' ',
        }
    });
    mended.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_letters_are_mended_and_others_stay() {
        for (typed, heading) in [
            ("PrÃ©nom", "Prénom"),
            ("NÃ©(e) Ã ", "Né(e) à"),
            ("NÂ° mÃ©nage", "N° ménage"),
            ("Pr&eacute;nom", "Prénom"),
            ("N&#233;(e) le", "Né(e) le"),
            ("Nom &amp; pr&eacute;nom", "Nom & prénom"),
            ("Pr?nom", "Prénom"),
            ("N\u{fffd}(e) le", "Né(e) le"),
            ("?ge", "âge"),
            ("Quel est votre sexe ?", "Quel est votre sexe"),
            ("Prénom", "Prénom"),
            ("Âge", "Âge"),
            ("Bâtiment", "Bâtiment"),
            ("R&D", "R&D"),
        ] {
            assert_eq!(mended(typed).trim_end_matches([' ', '\u{a0}']), heading, "{typed}");
        }
    }
}
