//! Reads one cell of a name: takes out what is no part of the name and reports it as a doubt.
//!
//! Titles, brackets, numbers, notes and the names of other people are taken out. Two persons in one cell, or a word
//! that stands for the name of the row above, leave a doubt that needs a person.

use crate::record::{CellValue, Doubt, DoubtKind, Field, GenerationMark, RawCell, fold};

use super::dates::{AgeUnit, read_age};
use super::generation_mark::{ShownMark, mark_in_brackets, mark_of_ordinal, roman_of};
use super::name_words::{WORDS, WordMeaning, is_divine, is_joined_by_and};
use super::prenoms::is_prenom;
use super::text::{clean, is_placeholder};

/// A cell's name without what is no part of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct NameCell {
    /// The name; "" if none is left.
    pub(super) text: String,
    /// Whether the name is marked as that of the head: `(C) MBALA`.
    pub(super) is_head: bool,
    /// Whether the person is called widow or widower.
    pub(super) is_widowed: bool,
    /// Mark of generation in brackets, or an ordinal.
    pub(super) generation: Option<ShownMark>,
    /// What is in doubt, and the text that it is about.
    pub(super) doubts: Vec<(DoubtKind, String)>,
}

/// Reads a cell of a name and adds its doubts.
pub(super) fn read_name_cell(cell: &RawCell, doubts: &mut Vec<Doubt>) -> NameCell {
    let typed = match &cell.value {
        // The error has a doubt of its own.
        CellValue::Error(_) => return NameCell::default(),
        value => value.display_text(),
    };
    let mut name = name_in(&typed, cell.field);
    for (kind, value) in name.doubts.drain(..) {
        doubts.push(Doubt { kind, column: Some(cell.column), value });
    }
    name
}

/// Whether a text has a whole name on each of its lines.
fn has_two_lines_of_names(typed: &str) -> bool {
    let is_name =
        |line: &str| line.split_whitespace().count() >= 2 && line.split_whitespace().any(|word| is_prenom(&fold(word)));
    typed.trim().contains('\n') && typed.lines().filter(|line| !line.trim().is_empty()).all(is_name)
}

/// The text with spaces for the dots between its words: `MBALA.LEMA.Bruno`. The dots of initials stay.
fn with_spaces_for_dots(text: String) -> String {
    const SHORTEST: usize = 3;
    let is_joined = text.contains('.')
        && text.split('.').count() >= 2
        && text.split('.').all(|part| part.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST);
    if is_joined { text.replace('.', " ").split_whitespace().collect::<Vec<_>>().join(" ") } else { text }
}

/// The words without the dot behind a whole word: `KALALA.`. The dots of initials and abbreviations stay.
fn without_last_dots(words: &[String]) -> Vec<&str> {
    const SHORTEST: usize = 4;
    let without_dot = |word: &'_ String| {
        let bare = word.trim_end_matches('.');
        let is_whole = bare.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST && !bare.contains('.');
        if is_whole { bare.len() } else { word.len() }
    };
    words.iter().map(|word| &word[..without_dot(word)]).collect()
}

/// Reads the name in a text.
pub(super) fn name_in(typed: &str, field: Field) -> NameCell {
    let cleaned = with_spaces_for_dots(clean(typed));
    if is_placeholder(&cleaned) {
        return NameCell::default();
    }
    if WORDS.is_nameless_text(&cleaned) {
        return NameCell { doubts: vec![(DoubtKind::NotPartOfName, cleaned)], ..NameCell::default() };
    }
    if matches!(field, Field::FullName | Field::PrenomFirst) && has_two_lines_of_names(typed) {
        return NameCell {
            doubts: vec![(DoubtKind::TwoPersons, cleaned.clone())],
            text: cleaned,
            ..NameCell::default()
        };
    }
    if is_plain(&cleaned) {
        let text = if cleaned.contains('.') {
            without_last_dots(&cleaned.split(' ').map(str::to_owned).collect::<Vec<_>>()).join(" ")
        } else {
            cleaned
        };
        return NameCell { text, ..NameCell::default() };
    }
    let mut reader = NameReader { typed: &cleaned, field, name: NameCell::default() };
    let text = reader.without_husband(&cleaned);
    let text = reader.without_cross(text);
    let text = reader.without_brackets(trim_signs(&text));
    let text = reader.without_enumerator(trim_signs(&text)).to_owned();
    let words = reader.words_of(&text);
    let words = reader.keep_name_words(words);
    reader.name.text = trim_signs(&without_last_dots(&words).join(" ")).to_owned();
    reader.note_what_is_no_name();
    reader.name
}

/// Whether a text has only words of names: letters, hyphens and apostrophes inside, no word with a meaning of its own.
fn is_plain(text: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_alphabetic() || !b.is_ascii() || matches!(b, b' ' | b'-' | b'\'' | b'.' | b',');
    let is_inside = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphabetic() || !b.is_ascii());
    text.bytes().all(is_letter)
        && is_inside(text.bytes().next())
        && text.bytes().last().is_some_and(|b| b == b'.' || is_inside(Some(b)))
        && (text.is_ascii()
            || !text.contains(['°', 'º'])
                && !text.contains(QUOTES)
                && !text.contains(CROSSES)
                && !text.contains(ARROWS))
        && text.split(' ').all(|word| WORDS.meaning(word).is_none() && !may_end_pair(word) && word != "né")
        && text.split(' ').all(has_letter)
}

/// Whether a word has a letter: `...` stands for a name that is not known.
fn has_letter(word: &str) -> bool {
    word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) || word.contains(char::is_alphabetic)
}

/// Whether a word may be the second of a pair with a meaning: `fils de`, `sans nom`.
fn may_end_pair(word: &str) -> bool {
    ["de", "van", "of", "trouvé", "trouvée", "nom", "prénom", "prenom", "nommé", "nommée"]
        .iter()
        .any(|second| word.eq_ignore_ascii_case(second))
        || ["petit", "petite", "vivant", "vivante"].iter().any(|second| word.eq_ignore_ascii_case(second))
}

/// Quotation marks and other signs around a name.
const QUOTES: [char; 9] = ['«', '»', '“', '”', '„', '‹', '›', '″', '〃'];

/// Arrows that stand for the cell above.
const ARROWS: [char; 6] = ['↓', '↑', '⇓', '⇑', '⬇', '▼'];

/// Removes signs around a text that no name has there.
fn trim_signs(text: &str) -> &str {
    let is_sign = |c: char| {
        matches!(c, '-' | ',' | ';' | ':' | '/' | '*' | '_' | '"' | '\'' | '=' | '|' | ' ') || QUOTES.contains(&c)
    };
    text.trim_matches(is_sign).trim_start_matches(['.', ')', ']'])
}

/// Whether a text between spaces consists of ditto signs.
fn is_ditto_sign(word: &str) -> bool {
    let is_quote = |c: char| matches!(c, '"' | '\'') || QUOTES.contains(&c) || ARROWS.contains(&c);
    matches!(word, "//" | "-//-" | "d°" | "D°" | "-do-" | "-\"-" | "-''-" | ",," | ",,,")
        || (!word.is_empty() && word.chars().all(is_quote))
}

/// Whether a ditto sign stands beside words. Signs at both ends are quotation marks.
fn has_ditto_sign(text: &str) -> bool {
    let mut words = text.split(' ');
    let is_quoted = words.next().is_some_and(is_ditto_sign) && words.next_back().is_some_and(is_ditto_sign);
    !is_quoted && text.split(' ').any(is_ditto_sign)
}

/// Signs of the dead.
const CROSSES: [char; 2] = ['†', '✝'];

struct NameReader<'t> {
    typed: &'t str,
    field: Field,
    name: NameCell,
}

impl NameReader<'_> {
    fn note(&mut self, removed: &str) {
        self.name.doubts.push((DoubtKind::NotPartOfName, removed.to_owned()));
    }

    /// Leaves a doubt that concerns the whole cell.
    fn doubt(&mut self, kind: DoubtKind) {
        if !self.name.doubts.iter().any(|(own, _)| *own == kind) {
            self.name.doubts.push((kind, self.typed.to_owned()));
        }
    }

    /// Takes out the sign of the dead: `Amos †`, `+ TUMBA Saul`, `(+) TUMBA`.
    fn without_cross(&mut self, text: &str) -> String {
        const SIGNS: [&str; 5] = ["(†)", "(+)", "†", "✝", "+"];
        let at_end = |cross: &str| {
            let rest = text.strip_prefix(cross).or_else(|| text.strip_suffix(cross))?;
            rest.contains(char::is_alphabetic).then(|| rest.trim().to_owned())
        };
        match SIGNS.iter().find_map(|cross| Some((cross, at_end(cross)?))) {
            Some((cross, rest)) => {
                self.name.doubts.push((DoubtKind::NameSaysDead, (*cross).to_owned()));
                rest
            }
            None => text.to_owned(),
        }
    }

    /// Takes off the name of the husband before that of the wife: `Mme Mobutu, LELO Henriette`.
    fn without_husband<'t>(&mut self, text: &'t str) -> &'t str {
        const MOST_WORDS: usize = 3;
        let Some((husband, wife)) = text.split_once(',') else { return text };
        let words: Vec<String> = husband.split_whitespace().map(fold).collect();
        let is_called = words.first().is_some_and(|title| {
            matches!(title.as_str(), "MME" | "MADAME" | "EPSE" | "EPOUSE" | "MEVR" | "MEVROUW" | "MRS")
        });
        // "Mme KIALA, Odette Marie" is one name: behind the comma stand prénoms alone.
        let own: Vec<String> = wife.split_whitespace().map(fold).collect();
        let is_name = own.len() >= 2 && own.first().is_some_and(|nom| nom.len() > 2 && !is_prenom(nom));
        if !is_called || !(2..=MOST_WORDS).contains(&words.len()) || !is_name {
            return text;
        }
        self.note(husband.trim());
        wife.trim()
    }

    /// Takes out what stands in brackets.
    fn without_brackets(&mut self, text: &str) -> String {
        let mut rest = text;
        let mut kept = String::with_capacity(text.len());
        while let Some(start) = rest.find(['(', '[', '{']) {
            kept.push_str(&rest[..start]);
            let inside = &rest[start + 1..];
            let length = inside.find([')', ']', '}']);
            let content = &inside[..length.unwrap_or(inside.len())];
            let is_first = kept.trim().is_empty();
            let stays = self.read_brackets(content, is_first, length.is_none());
            if stays {
                kept.push(' ');
                kept.push_str(content);
            }
            kept.push(' ');
            rest = length.map_or("", |length| &inside[length + 1..]);
        }
        kept.push_str(rest);
        kept.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Reads the content of brackets; returns whether it is a name.
    fn read_brackets(&mut self, content: &str, is_first: bool, is_open: bool) -> bool {
        let folded = fold(content);
        let typed = format!("({content})");
        if folded.is_empty() || folded == "E" {
            return false;
        }
        if self.holds_name(content) {
            self.note("( )");
            return true;
        }
        let meaning = WORDS.by_word.get(&folded).copied();
        if folded == "C" || folded.starts_with("CHEF") || folded == "RESPONSABLE" || meaning == Some(WordMeaning::Head)
        {
            self.name.is_head = true;
            // Before the name it is the usual mark.
            if !is_first {
                self.note(&typed);
            }
        } else if let Some(mark) = mark_in_brackets(&folded) {
            // A father or a son in brackets may be a relation, above all before the name.
            let may_be_relation = matches!(folded.as_str(), "PERE" | "FILS");
            // `(petit)` is a mark of generation that is no name.
            let is_size = matches!(folded.as_str(), "PETIT" | "GRAND" | "VIEUX" | "JEUNE");
            if may_be_relation || is_size {
                self.note(&typed);
            }
            if !(may_be_relation && is_first) {
                let is_word = GenerationMark::of_word(&folded).is_some();
                let word = match (may_be_relation || is_size, is_word) {
                    (true, _) => String::new(),
                    (false, true) => content.trim().to_owned(),
                    (false, false) => roman_of(mark).to_owned(),
                };
                self.name.generation.get_or_insert(ShownMark { mark, word });
            }
        } else if meaning == Some(WordMeaning::Dead) {
            self.name.doubts.push((DoubtKind::NameSaysDead, typed));
        } else if meaning == Some(WordMeaning::Widowed) {
            self.name.is_widowed = true;
            self.note(&typed);
        } else if folded.split(' ').any(is_prenom) || is_open {
            // A name in brackets: the brackets alone are no part of it.
            self.note("( )");
            return true;
        } else {
            self.note(&typed);
        }
        false
    }

    /// Whether the content of brackets is a name because the cell holds nothing else: `(Mayi Doudou)`.
    fn holds_name(&self, content: &str) -> bool {
        let is_word = |word: &str| word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '-');
        let is_name = |word: &str| {
            word.starts_with(char::is_uppercase)
                && is_word(word)
                && WORDS.meaning(word).is_none()
                && mark_in_brackets(&fold(word)).is_none()
        };
        let words = content.split_whitespace();
        words.clone().count() >= 2
            && words.clone().all(is_name)
            && !WORDS.by_word.contains_key(&fold(content))
            && !self.typed.replace(content, " ").contains(char::is_alphabetic)
    }

    /// Takes off a number before the name: `1. KABONGO`, `02) KABONGO`.
    fn without_enumerator<'t>(&mut self, text: &'t str) -> &'t str {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let rest = text[digits..].trim_start_matches([' ', '.', ')', '-', ':', '/', '°']);
        if digits == 0 || !rest.starts_with(char::is_alphabetic) || text[digits..].starts_with(char::is_alphabetic) {
            return text;
        }
        self.note(&text[..digits]);
        rest
    }

    /// The words of a text. The signs `&`, `+` and `/` are words of their own.
    fn words_of(&mut self, text: &str) -> Vec<String> {
        let mut words = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            if is_ditto_sign(word) {
                words.push(word.to_owned());
                continue;
            }
            let mut part = String::new();
            for c in word.chars() {
                // The sign before a telephone number joins no names.
                let is_telephone =
                    c == '+' && word.starts_with('+') && word[1..].starts_with(|c: char| c.is_ascii_digit());
                if matches!(c, '&' | '+' | '/' | '\\') && !is_telephone {
                    words.extend((!part.is_empty()).then(|| std::mem::take(&mut part)));
                    words.push(c.to_string());
                } else if c.is_alphanumeric() || matches!(c, '-' | '\'' | '.' | ',' | '°' | 'º' | '\u{300}'..='\u{36f}')
                {
                    part.push(c);
                }
            }
            words.extend((!part.is_empty()).then_some(part));
        }
        words
    }

    /// Returns the words that are the name; what the others mean is noted.
    fn keep_name_words(&mut self, words: Vec<String>) -> Vec<String> {
        if has_ditto_sign(self.typed) && words.iter().any(|word| word.contains(char::is_alphabetic)) {
            self.doubt(DoubtKind::NameDitto);
        }
        let mut kept: Vec<String> = Vec::with_capacity(words.len());
        let mut at = 0;
        while at < words.len() {
            let word = &words[at];
            let is_last = at + 1 == words.len();
            // A sign and a word are no two words: `- père`.
            let next = words.get(at + 1).filter(|_| word.contains(char::is_alphabetic));
            let two = next.and_then(|next| WORDS.by_word.get(&fold(&format!("{word} {next}"))).copied());
            let meaning =
                two.or_else(|| WORDS.meaning(word)).or_else(|| (word == "né").then_some(WordMeaning::OtherName));
            if let Some(age) = age_at(&words[at..]) {
                self.note(&age);
                at += 2;
                continue;
            }
            let shown = if two.is_some() { format!("{word} {}", words[at + 1]) } else { word.clone() };
            match meaning {
                Some(WordMeaning::And) if !kept.is_empty() && !is_last => self.doubt(DoubtKind::TwoPersons),
                // `et Mpia` goes on with the cell above.
                Some(WordMeaning::And) if words.len() > 1 && word.chars().all(char::is_lowercase) => self.note(&shown),
                // `Bébé de KABUYA`, `fille de KABUYA`: the name is that of the parent, or of the other twin.
                Some(meaning) if at == 0 && self.is_of_another(meaning, two.is_some(), &words) => {
                    self.note(&words.join(" "));
                    break;
                }
                Some(WordMeaning::LeadingSmall)
                    if kept.is_empty() && !is_last && word.chars().all(char::is_lowercase) =>
                {
                    self.note(&shown);
                }
                Some(WordMeaning::Title) => {
                    if words.len() == 1 {
                        self.note(&shown);
                    }
                }
                Some(WordMeaning::Leading) if self.is_title(&kept, &words[at + 1..], word) => self.note(&shown),
                Some(WordMeaning::Head) if words.len() > 1 => {
                    self.name.is_head = true;
                    kept.retain(|before| !before.eq_ignore_ascii_case("le"));
                    self.note(&shown);
                }
                Some(WordMeaning::Widowed) => {
                    self.name.is_widowed = true;
                    self.note(&shown);
                }
                // `NZUZI Benoît décédé le 11/11`: the day is no part of the name.
                Some(WordMeaning::Dead)
                    if !kept.is_empty() && words.get(at + 1).is_some_and(|next| begins_day(next)) =>
                {
                    self.name.doubts.push((DoubtKind::NameSaysDead, words[at..].join(" ")));
                    break;
                }
                Some(WordMeaning::Dead) if words.len() > 1 => {
                    self.name.doubts.push((DoubtKind::NameSaysDead, shown));
                }
                // `Fils de Dieu` is a prénom.
                Some(WordMeaning::OtherName) if words.len() > 1 && (two.is_none() || !kept.is_empty()) => {
                    let starts_cell =
                        kept.is_empty() && matches!(self.field, Field::Nom | Field::FullName | Field::NomPostnom);
                    if starts_cell {
                        self.note(&shown);
                    } else {
                        // The other name is left out with the word before it.
                        self.note(&words[at..].join(" "));
                        // Behind `fils de` the prénom is that of the parent.
                        if two.is_none() {
                            kept.extend(own_prenoms(&kept, &words[at + 1..]));
                        }
                        break;
                    }
                }
                Some(WordMeaning::Ditto) => self.doubt(DoubtKind::NameDitto),
                Some(WordMeaning::NoteSmall) if is_behind_name(word, &kept) => self.note(&shown),
                Some(WordMeaning::RemarkSmall)
                    if is_behind_name(word, &kept)
                        && !words.iter().any(|word| is_divine(word))
                        && !is_joined_by_and(&words[at - 1..].join(" ")) =>
                {
                    self.note(&words[at..].join(" "));
                    break;
                }
                Some(WordMeaning::Note) if words.len() > 1 => self.note(&shown),
                Some(WordMeaning::Remark) if words.len() > 1 => {
                    self.note(&words[at..].join(" "));
                    // `KABONGO a déménagé`.
                    kept.pop_if(|before| matches!(before.as_str(), "a" | "est"));
                    break;
                }
                // `nouveau-né LUKOKI`.
                Some(WordMeaning::Nameless) if two.is_some() || word.contains('-') => self.note(&shown),
                // `Mr. X` and `M. X` name nobody.
                Some(WordMeaning::Nameless)
                    if is_last && kept.iter().all(|before| matches!(before.as_str(), "M." | "M")) =>
                {
                    kept.clear();
                    self.note(&shown);
                }
                Some(WordMeaning::Infant) if self.is_no_name(&words, at) => self.note(&shown),
                Some(WordMeaning::Infant | WordMeaning::Relative) if at > 0 && is_ordinal(&words[at - 1]) => {
                    self.note(&shown);
                }
                _ => {
                    self.keep_word(word, kept.is_empty(), is_last, &mut kept);
                    // The second word of a pair that means nothing here is a word of the name.
                    if two.is_some() {
                        at += 1;
                        continue;
                    }
                }
            }
            at += if two.is_some() { 2 } else { 1 };
        }
        kept
    }

    /// Whether the words of a cell name another person only, whose child or twin this one is. `Fils de Dieu` is a
    /// prénom.
    fn is_of_another(&self, meaning: WordMeaning, is_pair: bool, words: &[String]) -> bool {
        let next = words.get(1).map(|next| fold(next)).unwrap_or_default();
        let is_small = words.get(1).is_some_and(|next| next.chars().all(|c| !c.is_uppercase()));
        let is_of = is_small && matches!(next.as_str(), "DE" | "DU" | "D" | "YA" | "VAN");
        let is_kin = match meaning {
            WordMeaning::OtherName => is_pair && is_small,
            WordMeaning::Infant | WordMeaning::Note | WordMeaning::Nameless => is_of && !is_pair,
            _ => false,
        };
        is_kin && words.len() > 2 && !words.iter().any(|word| is_divine(word))
    }

    /// Whether a word for a child is no name: it stands alone in the cell of a whole name, before or after `sans nom`,
    /// or in small letters after a name in capitals.
    fn is_no_name(&self, words: &[String], at: usize) -> bool {
        let is_prenom = self.field == Field::Prenom;
        let is_alone = words.len() == 1 && !is_prenom;
        let is_small = words[at].chars().all(|c| !c.is_uppercase());
        let has_capitals = |word: &String| word.chars().filter(|c| c.is_uppercase()).count() > 1;
        let text = fold(self.typed);
        const NAMELESS: [&str; 5] = ["SANS NOM", "SANS PRENOM", "NON NOMME", "NON ENCORE", "PAS ENCORE"];
        let is_nameless = NAMELESS.iter().any(|nameless| text.contains(nameless));
        // After a name `fils` is a mark of generation.
        let is_mark = words[at].eq_ignore_ascii_case("fils");
        // `Enfant DIBA` is the child of Diba, `Tshala bebe` that of Tshala. `Mwana` is a name, too.
        let is_child = matches!(fold(&words[at]).as_str(), "ENFANT" | "NOURRISSON" | "BEBE");
        let has_name = |words: &[String]| words.iter().any(|word| word.starts_with(char::is_uppercase));
        if is_child && !is_prenom && (at == 0 && has_name(&words[1..]) || at > 0 && is_small && has_name(&words[..at]))
        {
            return true;
        }
        is_alone || is_nameless || !is_mark && is_small && words.iter().any(has_capitals)
    }

    /// Whether a word that may be a title is one: a name follows it and none stands before it.
    fn is_title(&self, before: &[String], after: &[String], word: &str) -> bool {
        let has_dot = word.ends_with('.');
        let follows_name = after.iter().any(|next| next.chars().filter(|c| c.is_alphabetic()).count() > 1);
        // In the column of the prénom, and before a single word where the prénom leads, one letter is an initial.
        let is_initial = word.trim_end_matches('.').chars().count() == 1
            && (self.field == Field::Prenom || (self.field == Field::PrenomFirst && after.len() < 2));
        // `Ya` is a particle, too; before a prénom it means an elder brother or sister.
        if word.eq_ignore_ascii_case("ya") && !after.first().is_some_and(|next| is_prenom(&fold(next))) {
            return false;
        }
        // "M. Daniel" in the column of the prénom is Mr Daniel.
        let is_mister = has_dot && matches!(after, [only] if word.starts_with('M') && is_prenom(&fold(only)));
        before.is_empty() && follows_name && (is_mister || !(is_initial && (has_dot || self.field == Field::Prenom)))
    }

    /// Keeps a word without the numbers and signs in it.
    fn keep_word(&mut self, word: &str, is_first: bool, is_last: bool, kept: &mut Vec<String>) {
        match word {
            "&" | "+" if !is_first && !is_last => return self.doubt(DoubtKind::TwoPersons),
            "&" | "+" | "/" | "\\" => {
                if !is_first && !is_last {
                    self.note(word);
                }
                return;
            }
            _ => {}
        }
        if is_ditto_sign(word) {
            return;
        }
        if let Some(mark) = mark_of_ordinal(word).filter(|_| !is_first && is_last) {
            self.name.generation.get_or_insert(ShownMark { mark, word: roman_of(mark).to_owned() });
            return;
        }
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        if digits.is_empty() {
            if word.contains(char::is_alphabetic) {
                kept.push(word.to_owned());
            }
            return;
        }
        self.note(&digits);
        let letters = word.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '°' | 'º' | '.' | ','));
        let n_letters = letters.chars().filter(|c| c.is_alphabetic()).count();
        if n_letters > 1 && !is_ordinal(word) {
            kept.push(letters.to_owned());
        }
    }

    /// Leaves a doubt if the cell holds something, but no name.
    fn note_what_is_no_name(&mut self) {
        // `Mme Inconnue`.
        if !self.name.text.is_empty() && is_placeholder(&self.name.text) {
            let text = std::mem::take(&mut self.name.text);
            self.note(&text);
        }
        if !self.name.text.contains(char::is_alphabetic) {
            self.name.text.clear();
            let has_sign = self.typed.chars().any(char::is_alphanumeric);
            if self.name.doubts.is_empty() && !self.name.is_head && has_sign {
                let typed = self.typed.to_owned();
                self.note(&typed);
            }
        }
    }
}

/// The age that begins at the first of these words: `9 ans`, `8 mois`.
fn age_at(words: &[String]) -> Option<String> {
    let [number, unit, ..] = words else { return None };
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let age = is_number.then(|| format!("{number} {}", unit.trim_matches(['.', ','])))?;
    let is_unit = fold(unit).len() >= 2 && unit.chars().any(char::is_alphabetic);
    (is_unit && read_age(&age, AgeUnit::Years).is_some()).then_some(age)
}

/// Whether a word begins the day behind a remark: `le`, `en`, a number.
fn begins_day(word: &str) -> bool {
    matches!(word, "le" | "en" | "op" | "on") || word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a word in small letters stands behind a name with a capital.
fn is_behind_name(word: &str, kept: &[String]) -> bool {
    let is_small = word.chars().all(|c| c.is_lowercase() || !c.is_alphabetic());
    // `a` may be an initial, `à` is none.
    let is_word = word.chars().count() > 1 || !word.is_ascii();
    is_small && is_word && kept.iter().any(|before| before.contains(char::is_uppercase))
}

/// Whether a word is a number with its ending: `1er`, `2ème`, `2`.
fn is_ordinal(word: &str) -> bool {
    const MAX_LETTERS: usize = 3;
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().filter(|c| c.is_alphabetic()).count() <= MAX_LETTERS
}

/// The known prénoms at the end of another name: they are the person's own if the name before has none.
fn own_prenoms(before: &[String], other: &[String]) -> Vec<String> {
    let is_given = |word: &String| is_prenom(&fold(word));
    let n = other.iter().rev().take_while(|word| is_given(word)).count();
    if n == other.len() || before.iter().any(is_given) { Vec::new() } else { other[other.len() - n..].to_vec() }
}

#[cfg(test)]
mod tests;
