//! A person's name in three parts, and the keys that two spellings of one name share.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Text;
use super::codes::codes;

/// Nom, post-nom and prénom, "" if absent. Clean: trimmed, one space between words, noms in capitals, prénoms
/// capitalised, with accents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PersonName {
    pub nom: Text,
    pub postnom: Text,
    /// An initial keeps its full stop.
    pub prenom: Text,
}

codes! {
    /// The mark that tells apart two persons of one family with the same name.
    GenerationMark {
        Elder = "elder": "Père, Senior, Sr, l'aîné.",
        Younger = "younger": "Fils, Junior, Jr, le jeune, le cadet.",
        Second = "second": "II.",
        Third = "third": "III.",
        Fourth = "fourth": "IV.",
    }
}

impl GenerationMark {
    /// Returns the mark that a folded word is.
    #[must_use]
    pub fn of_word(folded: &str) -> Option<Self> {
        Some(match folded {
            "SENIOR" | "GRAND" | "PREMIER" | "I" | "SR" | "SNR" | "SEN" => Self::Elder,
            "PERE" | "AINE" | "AINEE" | "L AINE" | "L AINEE" | "VIEUX" | "IER" => Self::Elder,
            "JUNIOR" | "FILS" | "PETIT" | "JR" | "JNR" | "JUN" => Self::Younger,
            "FS" | "JEUNE" | "CADET" | "CADETTE" | "LE JEUNE" => Self::Younger,
            "DEUXIEME" | "IIE" | "IIEME" | "II" => Self::Second,
            "TROISIEME" | "IIIE" | "IIIEME" | "III" => Self::Third,
            "IV" => Self::Fourth,
            _ => return None,
        })
    }

    /// Whether two marks can't be those of one person. The second of a name may also be called Junior.
    #[must_use]
    pub fn contradicts(self, other: Self) -> bool {
        let is_after_first = |mark| mark != Self::Elder;
        let is_younger = self == Self::Younger || other == Self::Younger;
        self != other && !(is_younger && is_after_first(self) && is_after_first(other))
    }
}

/// The mark that a child is one of twins or triplets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwinMark {
    /// 1 for the first-born, if the mark says so.
    pub place: Option<u8>,
}

impl TwinMark {
    /// Whether two marks give two places.
    #[must_use]
    pub fn contradicts(self, other: Self) -> bool {
        self.place.zip(other.place).is_some_and(|(p, q)| p != q)
    }
}

impl PersonName {
    /// Returns the three parts without the mark of generation that stands at the end of the last one: `Paul Junior`.
    #[must_use]
    pub fn without_mark(&self) -> [&str; 3] {
        let mut parts: [&str; 3] = [&self.nom, &self.postnom, &self.prenom];
        let Some(last) = parts.iter_mut().rfind(|part| !part.is_empty()) else { return parts };
        if let Some((rest, word)) = last.rsplit_once(' ')
            && GenerationMark::of_word(&fold(word)).is_some()
        {
            let is_article = |word: &str| word.eq_ignore_ascii_case("le") || word.eq_ignore_ascii_case("la");
            *last = match rest.rsplit_once(' ') {
                Some((name, article)) if is_article(article) => name,
                _ => rest,
            };
        }
        parts
    }

    /// Whether all three parts are empty.
    pub fn is_empty(&self) -> bool {
        self.nom.is_empty() && self.postnom.is_empty() && self.prenom.is_empty()
    }
}

/// Folds text for comparison: capitals, no accents, ligatures split, each run of other characters becomes one space.
///
/// `Révolution` and `REVOLUTION`, `N'SELE` and `N SELE`, `Œuvre` and `OEUVRE` fold alike.
#[must_use]
pub fn fold(text: &str) -> String {
    fold_french(text).unwrap_or_else(|| fold_any(text))
}

/// Folds any text, by Unicode decomposition.
fn fold_any(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd() {
        if is_combining_mark(c)
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        {
            continue;
        }
        if !c.is_alphanumeric() {
            gap = !folded.is_empty();
            continue;
        }
        if gap {
            folded.push(' ');
            gap = false;
        }
        match c {
            'œ' | 'Œ' => folded.push_str("OE"),
            'æ' | 'Æ' => folded.push_str("AE"),
            'ß' => folded.push_str("SS"),
            _ => folded.extend(c.to_uppercase()),
        }
    }
    folded
}

/// Folds a text of French letters without Unicode tables, faster than [`fold_any`] and with the same result. `None` if
/// the text has other letters.
fn fold_french(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let letters = match c {
            'À'..='Å' | 'à'..='å' => "A",
            'Ç' | 'ç' => "C",
            'È'..='Ë' | 'è'..='ë' => "E",
            'Ì'..='Ï' | 'ì'..='ï' => "I",
            'Ò'..='Ö' | 'ò'..='ö' => "O",
            'Ù'..='Ü' | 'ù'..='ü' => "U",
            'Ÿ' | 'ÿ' => "Y",
            'Œ' | 'œ' => "OE",
            'Æ' | 'æ' => "AE",
            c if c.is_ascii_alphanumeric() => {
                folded.extend(std::mem::take(&mut gap).then_some(' '));
                folded.push(c.to_ascii_uppercase());
                continue;
            }
            c if c.is_ascii() || matches!(c, '’' | '\u{a0}') => {
                gap = !folded.is_empty();
                continue;
            }
            _ => return None,
        };
        folded.extend(std::mem::take(&mut gap).then_some(' '));
        folded.push_str(letters);
    }
    Some(folded)
}

/// Returns the key that spellings of the same name share.
///
/// The key ignores only differences measured to be one name in lists of Kinshasa: u/w and i/y before a vowel, final y,
/// yi, ie and i, doubled consonants, ou/u, tshi/tchi/ci, dj/j, ph/f, c/k, and apostrophes, hyphens and spaces.
/// Differences that may be another name (initial n or m, s/z, l/r, a final vowel) are left to the comparison of names.
#[must_use]
pub fn same_name_key(name: &str) -> String {
    let mut key: Vec<u8> = fold(name).bytes().filter(|b| *b != b' ').collect();
    // One replacement can make another possible (OU before a vowel): repeat until nothing changes.
    loop {
        let folded = fold_sounds(&key);
        if folded == key {
            return String::from_utf8(key).unwrap_or_default();
        }
        key = folded;
    }
}

/// Applies the replacements once. Each one shortens the key or uses fewer distinct letters, so repetition ends.
fn fold_sounds(letters: &[u8]) -> Vec<u8> {
    let vowel = |b: Option<&u8>| matches!(b, Some(b'A' | b'E' | b'I' | b'O' | b'U'));
    let mut key: Vec<u8> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let rest = &letters[at..];
        let (sound, used): (u8, usize) = match rest {
            // X stands for the sound tsh: no name of the region is spelt with an X.
            [b'T', b'S' | b'C', b'H', ..] => (b'X', 3),
            [b'C', b'H', ..] => (b'X', 2),
            [b'C', b'I' | b'E', ..] => (b'X', 1),
            [b'C' | b'Q', ..] => (b'K', 1),
            [b'D', b'J', ..] => (b'J', 2),
            [b'P', b'H', ..] => (b'F', 2),
            [b'O', b'U', ..] => (b'U', 2),
            [b'U', next, ..] if vowel(Some(next)) => (b'W', 1),
            [b'Y', b'I'] | [b'I', b'E'] | [b'I', b'I'] => (b'I', 2),
            [b'Y'] => (b'I', 1),
            [b'Y', next, ..] if vowel(Some(next)) => (b'I', 1),
            [other, ..] => (*other, 1),
            [] => break,
        };
        if key.last() != Some(&sound) || vowel(Some(&sound)) {
            key.push(sound);
        }
        at += used;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_french_letters_gives_the_same_as_folding_any_text() {
        let letters = (1..0x250).chain(0x2010..0x2030).filter_map(char::from_u32);
        for text in letters.flat_map(|c| [c.to_string(), format!("a{c}b"), format!(" {c} e{c}")]) {
            assert!(fold_french(&text).is_none_or(|folded| folded == fold_any(&text)), "{text:?}");
        }
        assert_eq!(fold_french("N’SELE École\u{a0}n").as_deref(), Some("N SELE ECOLE N"));
        assert_eq!(fold_french("e\u{301}"), None);
    }

    #[test]
    fn marks_contradict_unless_both_may_be_those_of_the_son() {
        use GenerationMark::{Elder, Second, Third, Younger};
        for (a, b, contradict) in [
            (Elder, Elder, false),
            (Elder, Younger, true),
            (Elder, Second, true),
            (Younger, Second, false),
            (Younger, Third, false),
            (Second, Third, true),
        ] {
            assert_eq!((a.contradicts(b), b.contradicts(a)), (contradict, contradict), "{a:?} and {b:?}");
        }
    }

    #[test]
    fn folding_removes_accents_case_and_signs() {
        for (typed, folded) in [
            ("Révolution", "REVOLUTION"),
            ("  N’SELE ", "N SELE"),
            ("Belle-sœur", "BELLE SOEUR"),
            ("MALU\u{ad}MALU", "MALUMALU"),
            ("N° parcelle", "N PARCELLE"),
            ("SEXE (M/F)", "SEXE M F"),
        ] {
            assert_eq!(fold(typed).replace("NO ", "N "), folded, "{typed}");
        }
    }

    #[test]
    fn spellings_of_one_name_share_a_key() {
        let pairs = "MWAMBA=MUAMBA NGOY=NGOYI NGOIE=NGOI MASSAMBA=MASAMBA MUKANYA=MUKANIA NSELE=N'SELE MATOU=MATU \
                     TSHIMANGA=CIMANGA TCHIMANGA=TSHIMANGA DJUMA=JUMA MUSAPHIRI=MUSAFIRI SAÏDI=SAIDI KABASELE=CABASELE";
        for (a, b) in pairs.split(' ').map(|pair| pair.split_once('=').unwrap()) {
            assert_eq!(same_name_key(a), same_name_key(b), "{a} and {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_key_of_a_key_is_the_key_itself(name in "[A-Z]{0,12}") {
            let key = same_name_key(&name);
            proptest::prop_assert_eq!(same_name_key(&key), key);
        }
    }

    #[test]
    fn different_names_keep_different_keys() {
        for (a, b) in
            [("NGOMBO", "NGOMBA"), ("ZOLA", "NZOLA"), ("LANDU", "NLANDU"), ("MBALA", "MBARA"), ("NSIMBA", "NZIMBA")]
        {
            assert_ne!(same_name_key(a), same_name_key(b), "{a} and {b}");
        }
    }
}
