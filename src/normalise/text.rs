//! Cleans text (accents, hyphens, apostrophes, spaces, invisible characters), and recognises texts that mean "not
//! known".

use unicode_normalization::UnicodeNormalization;

use crate::record::{Field, RawCell, RawRow, Text, fold};

/// Cleans a text: composes accents, drops invisible and control characters, makes each run of white space one space,
/// trims.
///
/// Soft hyphens become hyphens, typographic apostrophes become straight ones. Case, accents and words stay as typed.
pub(super) fn clean(typed: &str) -> String {
    // Most texts are clean already.
    let mut before = b' ';
    let is_plain = |b: u8| {
        let is_plain = b.is_ascii_graphic() && b != b'`' || b == b' ' && before != b' ';
        before = b;
        is_plain
    };
    if typed.bytes().all(is_plain) && (before != b' ' || typed.is_empty()) {
        return typed.to_owned();
    }
    let mut cleaned = String::with_capacity(typed.len());
    let mut gap = false;
    for c in typed.nfc() {
        let c = match c {
            '\u{ad}' | '\u{2010}'..='\u{2015}' => '-',
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{b4}' | '`' => '\'',
            c if c.is_whitespace() => {
                gap = !cleaned.is_empty();
                continue;
            }
            c if c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffd}') =>
            {
                continue;
            }
            c => c,
        };
        if gap {
            cleaned.push(' ');
            gap = false;
        }
        cleaned.push(c);
    }
    cleaned
}

/// Capitalises each word and each part after a hyphen or an apostrophe: `dieu-merci` gives `Dieu-Merci`.
pub(super) fn capitalised(text: &str) -> Text {
    let mut cased = String::with_capacity(text.len());
    let mut starts = true;
    for c in text.chars() {
        if starts {
            cased.extend(c.to_uppercase());
        } else {
            cased.extend(c.to_lowercase());
        }
        starts = !c.is_alphabetic();
    }
    cased.into()
}

/// Texts that mean "not known", folded.
const PLACEHOLDERS: [&[&str]; 5] = [
    &["ND", "N D", "NA", "N A", "NEANT", "INCONNU", "INCONNUE", "NULL", "NULLE", "RAS", "XX", "XXX", "ONBEKEND"],
    &["NON CONNU", "NON CONNUE", "NON PRECISE", "A PRECISER", "NON RENSEIGNE", "NON RENSEIGNEE", "NON DECLARE"],
    &[
        "N R",
        "NC",
        "N N",
        "NN",
        "N C",
        "S O",
        "SANS OBJET",
        "PAS CONNU",
        "PAS CONNUE",
        "A COMPLETER",
        "A VERIFIER",
        "ON NE SAIT PAS",
    ],
    // Words of programs and databases.
    &["NAN", "NAT", "NONE", "NIL", "UNKNOWN", "UNDEFINED", "NOT KNOWN", "NOT STATED", "MISSING", "VIDE", "BLANK"],
    &["NIET BEKEND", "NIET INGEVULD", "GEEN", "AUCUN", "AUCUNE", "TEST"],
];

/// The first two letters of the placeholders. A test fails if those of one are missing.
const PLACEHOLDER_STARTS: [[u8; 2]; 26] = [
    *b"ND", *b"NA", *b"NE", *b"IN", *b"NU", *b"RA", *b"XX", *b"ON", *b"NO", *b"AP", *b"AC", *b"AV", *b"NR", *b"NC",
    *b"SO", *b"SA", *b"PA", *b"NI", *b"UN", *b"MI", *b"VI", *b"BL", *b"GE", *b"AU", *b"NN", *b"TE",
];

/// Whether a text means "not known": blank, dashes, zeros, ND, néant, inconnu…
pub(super) fn is_placeholder(typed: &str) -> bool {
    // No placeholder begins with other letters: such texts need not be folded.
    let mut letters = typed.bytes().filter(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    if let (Some(first), second) = (letters.next(), letters.next().unwrap_or(b'?'))
        && first.is_ascii()
        && first != b'0'
    {
        let two = [first.to_ascii_uppercase(), second.to_ascii_uppercase()];
        if !two[0].is_ascii_alphabetic() || (second.is_ascii() && !PLACEHOLDER_STARTS.contains(&two)) {
            return false;
        }
    }
    let folded = fold(typed);
    let is_crossed = folded.len() >= 2 && folded.bytes().all(|b| b == b'X');
    // An empty text is all zeros too.
    is_crossed
        || folded.chars().all(|c| c == '0' || c == ' ')
        || PLACEHOLDERS.iter().any(|texts| texts.contains(&folded.as_str()))
}

/// Returns the cell of a field, unless its text means "not known".
pub(super) fn filled_cell(raw: &RawRow, field: Field) -> Option<&RawCell> {
    raw.cell(field).filter(|cell| !is_placeholder(&cell.value.display_text()))
}

/// Returns the clean text of a field; "" if it means "not known".
pub(super) fn filled_text(raw: &RawRow, field: Field) -> String {
    let cleaned = clean(&raw.field_text(field));
    if is_placeholder(&cleaned) { String::new() } else { cleaned }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_and_stray_characters_are_removed() {
        for (typed, cleaned) in [
            ("  Jean\u{a0} Paul ", "Jean Paul"),
            ("N\u{2019}SENGA", "N'SENGA"),
            ("MALU\u{ad}MALU", "MALU-MALU"),
            ("e\u{301}lie", "élie"),
            ("\u{202e}MBALA\u{202c}", "MBALA"),
            ("MBALA\u{0}", "MBALA"),
            ("\u{2014} ILUNGA \u{2014}", "- ILUNGA -"),
        ] {
            assert_eq!(clean(typed), cleaned, "{typed:?}");
        }
    }

    #[test]
    fn placeholders_are_recognised() {
        for typed in [
            "",
            " ",
            "-",
            "?",
            "ND",
            "n/d",
            "Néant",
            "NULL",
            "00/00/0000",
            "--",
            "NaN",
            "None",
            "#N/A",
            "(vide)",
            "xxxx",
            "XXXXX",
        ] {
            assert!(is_placeholder(typed), "{typed}");
        }
        for typed in ["M", "X", "Sans", "1950", "NDOMBE", "NANA", "NIL MBALA"] {
            assert!(!is_placeholder(typed), "{typed}");
        }
        for word in PLACEHOLDERS.concat() {
            assert!(is_placeholder(&format!("- {}", word.to_lowercase())), "{word}");
        }
    }
}
