//! Reads the signs in names that were typed for letters that look like them: `KAS0NGO` is KASONGO, `FRANClNE` FRANCINE.
//!
//! 0 stands for O, 5 for S, 8 for B, 1 and a small l for I, a capital I for l. Where a sign may stand for two letters,
//! or may be a number of its own, a known prénom or a name well written elsewhere in the file decides.

use std::borrow::Cow;
use std::collections::HashSet;

use foldhash::fast::FixedState;

use crate::record::{CellValue, Doubt, DoubtKind, Field, RawCell, RawFile, RawRow, fold};

use super::prenoms::is_prenom;

/// The names of a file that decide how the doubtful words of the file are read.
#[derive(Debug, Default)]
pub(super) struct NameLetters {
    /// The possible readings that stand in the file, folded.
    in_file: HashSet<String, FixedState>,
    /// Whether the lines are counted in the cells of the names: `5LEMA` may be the fifth.
    counts_lines: bool,
}

impl NameLetters {
    pub(super) fn new(file: &RawFile) -> Self {
        const LEAST_COUNTED: usize = 3;
        let rows = || file.rows.iter().filter(|row| row.left_out.is_none());
        let texts = || rows().flat_map(|row| &row.cells).filter_map(name_text);
        let mut possible: HashSet<String, FixedState> = HashSet::default();
        for text in texts().filter(|text| may_be_mistyped(text)) {
            let readings = words_of(text).flat_map(|word| readings_of(word).possible);
            possible.extend(readings.map(|reading| fold(&reading)));
        }
        if possible.is_empty() {
            return Self::default();
        }
        let n_counted = texts().filter(|text| text.starts_with(|c: char| c.is_ascii_digit())).count();
        let mut letters = Self { in_file: HashSet::default(), counts_lines: n_counted >= LEAST_COUNTED };
        let starts: HashSet<u8, FixedState> = possible.iter().filter_map(|word| word.bytes().next()).collect();
        let may_be_possible = |word: &&str| {
            let first = word.bytes().next().unwrap_or_default();
            !first.is_ascii() || starts.contains(&first.to_ascii_uppercase())
        };
        for word in texts().flat_map(words_of).filter(may_be_possible).filter(|word| !may_be_mistyped(word)) {
            let folded = fold(word);
            if possible.contains(&folded) {
                letters.in_file.insert(folded);
            }
        }
        letters
    }

    /// Returns the row with its names as they were meant; each mended cell leaves a doubt.
    pub(super) fn mended<'r>(&self, raw: Cow<'r, RawRow>, doubts: &mut Vec<Doubt>) -> Cow<'r, RawRow> {
        let is_doubtful = |cell: &RawCell| name_text(cell).is_some_and(may_be_mistyped);
        if !raw.cells.iter().chain(&raw.carried).any(is_doubtful) {
            return raw;
        }
        let mut row = raw.into_owned();
        let n_own = row.cells.len();
        for (index, cell) in row.cells.iter_mut().chain(&mut row.carried).enumerate() {
            let Some((meant, read)) = name_text(cell).and_then(|text| self.meant(text)) else { continue };
            // A cell filled down was reported where it stands.
            if index < n_own && !read.is_empty() {
                let value = read.join(", ");
                doubts.push(Doubt { kind: DoubtKind::LookAlikeLetter, column: Some(cell.column), value });
            }
            cell.value = CellValue::Text(meant.into());
        }
        Cow::Owned(row)
    }

    /// Returns the text as it was meant, and each word read otherwise with its reading: `KAS0NGO = KASONGO`.
    fn meant(&self, text: &str) -> Option<(String, Vec<String>)> {
        if !may_be_mistyped(text) {
            return None;
        }
        let mut meant = String::with_capacity(text.len());
        let mut read = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let is_word = is_of_word(first);
            let end = rest.find(|c: char| is_of_word(c) != is_word).unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            match is_word.then(|| self.reading(part)).flatten() {
                Some(reading) => {
                    read.push(format!("{part} = {reading}"));
                    meant.push_str(&reading);
                }
                None => meant.push_str(part),
            }
            rest = after;
        }
        (!read.is_empty()).then_some((meant, read))
    }

    /// The reading of a word that is a known prénom or stands elsewhere in the file, else the usual one.
    fn reading(&self, word: &str) -> Option<String> {
        let readings = readings_of(word);
        let is_known = |text: &str| {
            let folded = fold(text);
            is_prenom(&folded) || self.in_file.contains(&folded)
        };
        if readings.without.as_deref().is_some_and(is_known) {
            return None;
        }
        let known = readings.possible.iter().find(|reading| is_known(reading));
        let is_sure = readings.is_sure || readings.begins_name && !self.counts_lines;
        let usual = || readings.possible.first().filter(|_| is_sure);
        known.or_else(usual).filter(|reading| reading.as_str() != word).cloned()
    }
}

/// The text of a cell that holds a name.
fn name_text(cell: &RawCell) -> Option<&str> {
    let is_name = cell.field.is_name() || matches!(cell.field, Field::Father | Field::Mother | Field::Spouse);
    match &cell.value {
        CellValue::Text(text) if is_name => Some(text),
        _ => None,
    }
}

/// A quick test of the bytes: whether a word of the text may hold a sign for a letter.
fn may_be_mistyped(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_letter = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii());
    let is_capital = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_uppercase() || !b.is_ascii());
    let mut before: Option<&u8> = None;
    for (at, byte) in bytes.iter().enumerate() {
        let after = bytes.get(at + 1);
        let is_doubtful = match byte {
            b'0' | b'1' | b'5' | b'8' | b'|' => is_letter(before) || is_letter(after),
            // In `BADlBANGA` and `lLUNGA`, not in `Blaise`; `lrène` begins like no name.
            b'l' if is_letter(before) => {
                is_capital(before) && !after.is_some_and(|b| b.is_ascii_lowercase() && *b != b'l')
            }
            b'l' => after
                .is_some_and(|b| b.is_ascii_alphabetic() && !b"aeiouhwyAEIOUHWY".contains(b) || is_capital(Some(b))),
            b'I' => before.is_some_and(u8::is_ascii_lowercase),
            _ => false,
        };
        if is_doubtful {
            return true;
        }
        before = Some(byte);
    }
    false
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '|'
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty())
}

/// How a word may be read.
#[derive(Debug, Default)]
struct Readings {
    /// The possible readings, the usual one first.
    possible: Vec<String>,
    /// Whether the usual reading needs no other evidence.
    is_sure: bool,
    /// Whether the sign stands before a vowel: `5AFI` is no number if the lines are not counted there.
    begins_name: bool,
    /// What is left if the sign is no letter; if that is a known name, the word is not read otherwise.
    without: Option<String>,
}

fn readings_of(word: &str) -> Readings {
    const FEWEST_LETTERS: usize = 3;
    let chars: Vec<char> = word.chars().collect();
    let n_letters = chars.iter().filter(|c| c.is_alphabetic()).count();
    if chars.iter().any(|c| c.is_numeric() || *c == '|') {
        return if n_letters >= FEWEST_LETTERS { readings_of_digits(&chars) } else { Readings::default() };
    }
    readings_of_letters(&chars)
}

/// The readings of a word with digits: `KAS0NGO`, `5AFI`, `D1VINE`.
fn readings_of_digits(chars: &[char]) -> Readings {
    let is_sign = |c: &char| matches!(c, '0' | '1' | '5' | '8' | '|');
    let n_signs = chars.iter().filter(|c| is_sign(c)).count();
    let is_other = |c: &char| c.is_numeric() && !is_sign(c);
    // `KABONGO12` and `25KABONGO` have numbers.
    let has_number = chars.windows(2).any(|two| is_sign(&two[0]) && is_sign(&two[1]) && two != ['0', '0']);
    let n_letters = chars.iter().filter(|c| c.is_alphabetic()).count();
    if has_number || n_signs * 3 > n_letters * 2 || chars.iter().any(is_other) {
        return Readings::default();
    }
    let is_capitals = chars.iter().skip(1).filter(|c| c.is_alphabetic()).all(|c| c.is_uppercase());
    let with = |one: char| -> String {
        let letter = |(at, c): (usize, &char)| {
            let meant = match c {
                '0' => 'o',
                '5' => 's',
                '8' => 'b',
                '1' | '|' => one,
                other => return *other,
            };
            if at == 0 || is_capitals { meant.to_ascii_uppercase() } else { meant }
        };
        chars.iter().enumerate().map(letter).collect()
    };
    let has_one = chars.iter().any(|c| matches!(c, '1' | '|'));
    let possible = match has_one {
        true if stands_for_l(chars, |c| matches!(c, '1' | '|')) => vec![with('l'), with('i')],
        true => vec![with('i'), with('l')],
        false => vec![with('i')],
    };
    // Nobody counts from 0; another digit at an end may be a number.
    let is_number = |c: Option<&char>| matches!(c, Some('1' | '5' | '8'));
    let at_end = is_number(chars.first()) || is_number(chars.last());
    let without = at_end.then(|| chars.iter().filter(|c| c.is_alphabetic()).collect());
    let begins_name = matches!(chars.first(), Some('5' | '8'))
        && chars.get(1).is_some_and(|c| is_vowel(*c))
        && !is_number(chars.last())
        && n_letters >= 3;
    Readings { possible, is_sure: !at_end, begins_name, without }
}

/// Whether a sign for I or l stands between two vowels or beside an I, where a name has an l.
fn stands_for_l(chars: &[char], is_sign: impl Fn(char) -> bool) -> bool {
    let Some(at) = chars.iter().position(|c| is_sign(*c)) else { return false };
    let (before, after) = (at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at + 1));
    let is_i = |c: Option<&char>| c.is_some_and(|c| c.eq_ignore_ascii_case(&'i'));
    let is_between = before.is_some_and(|c| is_vowel(*c)) && after.is_some_and(|c| is_vowel(*c));
    is_between || is_i(before) || is_i(after)
}

fn is_vowel(c: char) -> bool {
    matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'É' | 'È')
}

/// The readings of a word of letters alone: `FRANClNE`, `lrène`, `PauI`.
fn readings_of_letters(chars: &[char]) -> Readings {
    let others: Vec<char> = chars.iter().copied().filter(|c| *c != 'l').collect();
    let replaced =
        |from: char, to: char| -> String { chars.iter().map(|c| if *c == from { to } else { *c }).collect() };
    // A small l among capitals.
    if chars.contains(&'l') && others.len() >= 2 && others.iter().all(|c| c.is_uppercase()) {
        // `KAlALA` is a slip of the shift key, and so is `lUBOYA`, typed with the key for capitals on.
        let begins_name = chars.first() == Some(&'l') && chars.get(1).is_some_and(|c| is_vowel(*c));
        if begins_name || stands_for_l(chars, |c| c == 'l') {
            return Readings { possible: vec![replaced('l', 'I')], ..Readings::default() };
        }
        return Readings {
            possible: vec![replaced('l', 'I')],
            is_sure: true,
            begins_name: false,
            without: Some(replaced('l', 'L')),
        };
    }
    let (Some(first), rest) = (chars.first(), chars.get(1..).unwrap_or_default()) else { return Readings::default() };
    let is_small = |chars: &[char]| chars.iter().all(|c| c.is_lowercase());
    if *first == 'l' && rest.len() >= 2 && is_small(rest) {
        let meant = std::iter::once('I').chain(rest.iter().copied()).collect();
        return Readings {
            possible: vec![meant],
            is_sure: false,
            begins_name: false,
            without: Some(chars.iter().collect()),
        };
    }
    let small: Vec<char> = rest.iter().copied().filter(|c| *c != 'I').collect();
    let is_capital_inside = rest.len() > small.len() && rest.first() != Some(&'I') && small.len() >= 2;
    if is_capital_inside && is_small(&small) && !rest.ends_with(&['I', 'I']) {
        let meant = std::iter::once(*first).chain(rest.iter().map(|c| if *c == 'I' { 'l' } else { *c })).collect();
        // `ChrIstian` is a slip of the shift key.
        return Readings {
            possible: vec![meant],
            is_sure: false,
            begins_name: false,
            without: Some(chars.iter().collect()),
        };
    }
    Readings::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_for_letters_are_read_and_numbers_and_names_stay() {
        let in_file = ["KALALA", "ILUNGA", "SAFI", "OLGA", "LUNDULA"].map(str::to_owned).into_iter().collect();
        let letters = NameLetters { in_file, counts_lines: false };
        for (typed, meant) in [
            ("FRANClNE", "FRANCINE"),
            ("BADlBANGA NKANGA", "BADIBANGA NKANGA"),
            ("lLUNGA", "ILUNGA"),
            ("LlTA", "LITA"),
            ("OTSHUDl, Trésor", "OTSHUDI, Trésor"),
            ("lrène", "Irène"),
            ("KAS0NGO", "KASONGO"),
            ("0TSHUDI", "OTSHUDI"),
            ("M00TO", "MOOTO"),
            ("KABONG0", "KABONGO"),
            ("S0lange", "Solange"),
            ("J0SEPH", "JOSEPH"),
            ("0lga", "Olga"),
            ("5AFI", "SAFI"),
            ("1LUNGA", "ILUNGA"),
            ("8OLEKO Paul", "BOLEKO Paul"),
            ("D1VINE", "DIVINE"),
            ("Pau1ine", "Pauline"),
            ("FRANC|NE", "FRANCINE"),
            ("MU5AU", "MUSAU"),
            ("I1UNGA", "ILUNGA"),
            ("KA1AMBA", "KALAMBA"),
            ("KA8EYA", "KABEYA"),
            ("MicheIine", "Micheline"),
            ("PauI", "Paul"),
            ("Marie-J0SEE", "Marie-JOSEE"),
        ] {
            assert_eq!(letters.meant(typed).map(|(meant, _)| meant).as_deref(), Some(meant), "{typed}");
        }
        for typed in [
            "KAlALA",
            "lUBOYA",
            "lELO",
            "KABUlO",
            "Blaise",
            "Al",
            "lukusa",
            "luc",
            "lwamba",
            "KABONGO 2",
            "KABONGO1",
            "KABONGO12",
            "1er",
            "2e femme",
            "12 ans",
            "Flore ELIE",
            "JeanII",
            "Louis I",
            "5 LEMA",
            "5LEMA",
            "1KABONGO",
            "l'Or",
            "ELIE",
            "N°1",
            "8 mois",
            "+243812345678",
            "Elie",
            "MBALA I",
            "5e",
            "McIver",
            "ChrIstian",
            "ZanIka",
        ] {
            assert_eq!(letters.meant(typed), None, "{typed}");
        }
        let counted = NameLetters { counts_lines: true, ..NameLetters::default() };
        assert_eq!(counted.meant("5AFI"), None);
    }

    #[test]
    fn a_name_of_the_file_decides_and_each_own_cell_leaves_one_doubt() {
        let cell = |column, field, text: &str| RawCell { column, field, value: CellValue::Text(text.into()) };
        let row = |cells, carried| RawRow { at: Default::default(), context: 0, cells, carried, left_out: None };
        let raw = row(
            vec![cell(1, Field::Nom, "KAS0NGO L0KWA"), cell(2, Field::Father, "LUHAHl")],
            vec![cell(3, Field::Postnom, "B0SEKO")],
        );
        let mut doubts = Vec::new();
        let mended = NameLetters::default().mended(Cow::Borrowed(&raw), &mut doubts);
        assert_eq!(&*mended.field_text(Field::Nom), "KASONGO LOKWA");
        assert_eq!(&*mended.field_text(Field::Father), "LUHAHI");
        assert_eq!(&*mended.field_text(Field::Postnom), "BOSEKO");
        let shown: Vec<&str> = doubts.iter().map(|doubt| doubt.value.as_str()).collect();
        assert_eq!(shown, ["KAS0NGO = KASONGO, L0KWA = LOKWA", "LUHAHl = LUHAHI"]);
    }
}
