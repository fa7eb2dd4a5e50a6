//! Mends headings whose accents were damaged on their way: letters encoded twice (`PrÃ©nom`), written for a web page
//! (`Pr&eacute;nom`), lost (`Pr?nom`) or typed apart (`P r é n o m`).

use std::borrow::Cow;

/// The heading with its letters mended; as it stands if nothing is damaged.
pub(super) fn mended(heading: &str) -> Cow<'_, str> {
    const SIGNS: [char; 6] = ['&', 'Ã', 'Â', 'â', '?', '\u{fffd}'];
    let mut text = closed_up(heading).map_or(Cow::Borrowed(heading), Cow::Owned);
    if !text.contains(SIGNS) {
        return text;
    }
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

/// A heading whose letters were typed apart, `D A T E  N A I S S .`, or one below the other, without the spaces between
/// them; `None` for another.
fn closed_up(heading: &str) -> Option<String> {
    const FEWEST: usize = 3;
    // Most headings end here.
    if heading.len() < 2 * FEWEST - 1 || heading.chars().nth(1).is_none_or(|c| !c.is_whitespace()) {
        return None;
    }
    let mut words = heading.split_whitespace();
    let is_apart = words.all(|word| word.chars().count() == 1);
    let n_letters = heading.chars().filter(|c| c.is_alphabetic()).count();
    let closed = || {
        let parts = heading.split("  ").map(|part| part.split_whitespace().collect::<String>());
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    (is_apart && n_letters >= FEWEST).then(closed)
}

/// The text with the letters of a web page: `&eacute;`, `&#233;`, `&deg;`.
pub(super) fn without_entities(text: &str) -> String {
    with_letters_of_entities(text, |_| true)
}

/// The text with the accented letters of a web page, `&eacute;`; other entities stay, for they may be signs of a table.
pub(super) fn without_accent_entities(text: &str) -> Cow<'_, str> {
    if !["acute;", "grave;", "circ;", "cedil;", "uml;"].iter().any(|entity| text.contains(entity)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(with_letters_of_entities(text, char::is_alphabetic))
}

/// The text with each entity replaced whose letter is wanted.
fn with_letters_of_entities(text: &str, is_wanted: impl Fn(char) -> bool) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let letter = after.split_once(';').and_then(|(entity, behind)| Some((letter_of(entity)?, behind)));
        match letter.filter(|(letter, _)| is_wanted(*letter)) {
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
        "deg" | "ordm" => return Some('°'),
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

/// The text with an `é` for each letter that was lost inside a word: it is the letter of most headings. The first
/// letter of `?ge` is an `â`.
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
            ("D A T E  N A I S S .", "DATE NAISS."),
            ("A\nG\nE", "AGE"),
            ("N °", "N °"),
        ] {
            assert_eq!(mended(typed).trim_end_matches([' ', '\u{a0}']), heading, "{typed}");
        }
    }
}
