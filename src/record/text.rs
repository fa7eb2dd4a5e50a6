//! Shared strings, and the checks for text that a spreadsheet would run as a formula or save as another text.

use std::borrow::Cow;

use super::fold;

/// Whether a terminal or a page would act on a character instead of showing it: control characters, and marks that
/// change the direction of the text.
pub(crate) fn is_acted_on(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a terminal or a page would act on a character, or show nothing.
pub fn is_unprintable(c: char) -> bool {
    is_acted_on(c) || is_invisible(c)
}

/// Whether a character has no shape: those that Unicode calls "default ignorable", and the blank of Braille.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a spreadsheet may interpret the text as a formula or a command, by its first character.
///
/// Source: OWASP, CSV injection; the full-width signs are added because spreadsheets fold them.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

/// The sign before a cell that a spreadsheet would turn into a number, a date or a truth value when it saves a CSV.
const GUARD: char = '\'';

/// First three letters of the months that Excel and LibreOffice know in English, French and Dutch, folded.
const MONTHS: [&str; 21] = [
    "JAN", "FEB", "FEV", "MAR", "MRT", "MAA", "APR", "AVR", "MAY", "MAI", "MEI", "JUN", "JUI", "JUL", "AUG", "AOU",
    "SEP", "OCT", "OKT", "NOV", "DEC",
];
/// Truth values as spreadsheets write them, folded.
const TRUTHS: [&str; 6] = ["TRUE", "FALSE", "VRAI", "FAUX", "WAAR", "ONWAAR"];

/// A cell of a CSV that stays the same text when a spreadsheet opens and saves the file. [`unguarded`] undoes it.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if is_changed_by_spreadsheet(text) { Cow::Owned(format!("{GUARD}{text}")) } else { Cow::Borrowed(text) }
}

/// The text of [`guarded`]. A text that needs no guard is returned as it is.
pub(crate) fn unguarded(text: &str) -> &str {
    text.strip_prefix(GUARD).filter(|rest| is_changed_by_spreadsheet(rest)).unwrap_or(text)
}

/// Whether a spreadsheet may save another text than this one: a number, a date, a fraction, a truth value, a formula, a
/// text that begins with the guard.
fn is_changed_by_spreadsheet(text: &str) -> bool {
    let begins_with_sign = |text: &str| text.starts_with([GUARD, '#']) || looks_like_formula(text);
    if begins_with_sign(text) || begins_with_sign(text.trim()) || TRUTHS.contains(&fold(text).as_str()) {
        return true;
    }
    // Letters that a number or a moment may have: an exponent, half a day, the signs of ISO 8601.
    let is_known = |run: &str| {
        matches!(run, "" | "E" | "D" | "A" | "P" | "AM" | "PM" | "H" | "T" | "Z")
            || MONTHS.iter().any(|month| run.starts_with(month))
    };
    let is_sign = |c: char| c.is_whitespace() || ".,/:-+()$€£¥%'’".contains(c);
    let has_signs_alone = text.chars().all(|c| c.is_alphanumeric() || is_sign(c));
    let has_digit = text.contains(|c: char| c.is_numeric());
    has_signs_alone && has_digit && text.split(|c: char| !c.is_alphabetic()).all(|run| is_known(&fold(run)))
}

/// A shared immutable string. Equal names that went through a [`TextPool`] share one allocation.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(std::sync::Arc<str>);

impl std::ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for Text {
    fn from(text: &T) -> Self {
        Self(text.as_ref().into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&**self, f)
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self)
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        /// Borrows the text from the input where it can.
        #[derive(serde::Deserialize)]
        struct Borrowed<'t>(#[serde(borrow)] std::borrow::Cow<'t, str>);
        Ok(Self::from(&*Borrowed::deserialize(from)?.0))
    }
}

/// A pool of distinct texts.
#[derive(Debug, Default)]
pub struct TextPool {
    texts: std::collections::HashSet<Text, foldhash::fast::FixedState>,
}

impl TextPool {
    /// Replaces a text with the pool's copy of it, or adds it to the pool.
    pub fn intern(&mut self, text: &mut Text) {
        match self.texts.get(&**text) {
            Some(copy) => *text = copy.clone(),
            None => {
                self.texts.insert(text.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_save_as_another_text_is_guarded() {
        for text in [
            "1950-03-04",
            "4/3/1950",
            "9497796079223652",
            "9497e97960792236",
            "12/3",
            "mai 2015",
            "3 févr. 15",
            "12:30",
            "5 %",
            "1e5",
            "007",
            "-",
            "=1+1",
            "@x",
            "'2015",
            "’t",
            "vrai",
            "TRUE",
            "Faux",
            "(12)",
            "2026-11-30T15:35:35Z",
            "\t=1",
            "#N/A",
        ] {
            let is_quote = text.starts_with('’');
            assert_eq!(guarded(text), if is_quote { text.to_owned() } else { format!("'{text}") }, "{text}");
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in [
            "",
            "MBALA",
            "acte 12/2017",
            "census/a.csv",
            "9f2b12e03c4d5e6a",
            "MAMONA|KASI|Moisse|1969-02-16",
            "D-ZWJ4-YMQH-2",
            "N° 12",
            "l’acte",
            "Vraiment",
            "Mai",
            "P-1|~a%7C",
        ] {
            assert_eq!((&*guarded(text), unguarded(text)), (text, text));
        }
        // A text from a file of an older program that needs no guard.
        assert_eq!(unguarded("'s morgens"), "'s morgens");
    }
}
