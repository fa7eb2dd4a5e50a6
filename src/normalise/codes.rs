//! Looks up the codes for words: sex, marital status, relation, category, event.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Category, EventKind, MaritalStatus, Relation, Sex, fold};

/// Words by code.
type WordsByCode = BTreeMap<String, Vec<String>>;
/// Code of each folded word. A hash map, because every row looks up several words.
type CodeByWord<T> = HashMap<String, T, FixedState>;

/// Words by code, from `codes.toml` or from the settings.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct CodeWords {
    sex: WordsByCode,
    marital_status: WordsByCode,
    relation: WordsByCode,
    category: WordsByCode,
    event: WordsByCode,
}

impl CodeWords {
    /// The lists of words.
    pub const LISTS: [&str; 5] = ["sex", "marital_status", "relation", "category", "event"];

    /// Returns the codes of a list; none for an unknown list.
    #[must_use]
    pub fn codes(list: &str) -> Vec<&'static str> {
        match list {
            "sex" => Sex::ALL.iter().map(|code| code.code()).collect(),
            "marital_status" => MaritalStatus::ALL.iter().map(|code| code.code()).collect(),
            "relation" => Relation::ALL.iter().map(|code| code.code()).collect(),
            "category" => Category::ALL.iter().map(|code| code.code()).collect(),
            "event" => EventKind::ALL.iter().map(|code| code.code()).collect(),
            _ => Vec::new(),
        }
    }

    /// Gives a word of a list a code; other codes of the list lose the word. An unknown list is left alone.
    pub(crate) fn set(&mut self, list: &str, word: &str, code: &str) {
        let words = match list {
            "sex" => &mut self.sex,
            "marital_status" => &mut self.marital_status,
            "relation" => &mut self.relation,
            "category" => &mut self.category,
            "event" => &mut self.event,
            _ => return,
        };
        for (other, words) in &mut *words {
            words.retain(|own| other == code || fold(own) != fold(word));
        }
        words.entry(code.to_owned()).or_default().push(word.to_owned());
    }
}

/// The codes by word.
#[derive(Debug, Clone)]
pub struct Codes {
    sex: CodeByWord<Sex>,
    marital_status: CodeByWord<MaritalStatus>,
    relation: CodeByWord<Relation>,
    /// Each word with a space before and after it.
    category: Vec<(String, Category)>,
    event: BTreeMap<String, EventKind>,
}

impl Codes {
    /// Combines the built-in words with those of the settings.
    ///
    /// # Errors
    /// `unknown-code` if the settings name a code that does not exist; `bad-codes` if the built-in list is invalid.
    pub fn new(added: &CodeWords) -> Result<Self> {
        let built_in: CodeWords =
            toml::from_str(include_str!("codes.toml")).map_err(|e| Error::new(ErrorCode::BadCodes).because(e))?;
        let both = [&built_in, added];
        let category: BTreeMap<String, Category> = by_word(both.map(|words| &words.category), Category::from_code)?;
        Ok(Self {
            sex: by_word(both.map(|words| &words.sex), Sex::from_code)?,
            marital_status: by_word(both.map(|words| &words.marital_status), MaritalStatus::from_code)?,
            relation: by_word(both.map(|words| &words.relation), Relation::from_code)?,
            category: category.into_iter().map(|(word, category)| (format!(" {word} "), category)).collect(),
            event: by_word(both.map(|words| &words.event), EventKind::from_code)?,
        })
    }

    pub(super) fn sex(&self, typed: &str) -> Option<Sex> {
        let sex = |text: &str| self.sex.get(&fold(text)).copied();
        // "Masculin/Male": one sex in two languages.
        let in_two =
            || typed.split_once('/').and_then(|(first, second)| sex(first).filter(|s| sex(second) == Some(*s)));
        sex(typed).or_else(in_two).or_else(|| self.sex_in_words(&fold(typed)))
    }

    /// Returns the sex that all words of a text name, beside a code in digits: `1 MASCULIN`, `F FEMININ`.
    fn sex_in_words(&self, folded: &str) -> Option<Sex> {
        let words = folded.split(' ').filter(|word| !word.bytes().all(|b| b.is_ascii_digit()));
        let mut sexes = words.map(|word| self.sex.get(word).copied());
        let first = sexes.next()??;
        sexes.all(|sex| sex == Some(first)).then_some(first)
    }

    pub(super) fn marital_status(&self, typed: &str) -> Option<MaritalStatus> {
        self.marital_status.get(&fold(typed)).copied()
    }

    /// Returns the relation of a word, with or without a number and the head: `2ème épouse`, `enfant n° 3`, `fils du
    /// CM`.
    pub(crate) fn relation(&self, typed: &str) -> Option<Relation> {
        let folded = fold(typed);
        let relation = |text: &str| self.relation.get(text).copied();
        relation(&folded).or_else(|| {
            let without_head = OF_THE_HEAD.iter().find_map(|end| folded.strip_suffix(end)).unwrap_or(&folded);
            let without_owner = OWNERS.iter().find_map(|start| without_head.strip_prefix(start));
            let bare = without_owner.unwrap_or(without_head);
            relation(without_number(bare))
                .or_else(|| relation(without_wife(bare)?).filter(|own| *own == Relation::Child))
        })
    }

    pub(super) fn event(&self, typed: &str) -> Option<EventKind> {
        self.event.get(&fold(typed)).copied()
    }

    /// Returns the event named in a title, a heading or a file's name; `None` if it names none or several.
    pub(super) fn event_within(&self, text: &str) -> Option<EventKind> {
        let padded = format!(" {} ", fold(&text.replace('_', " ")));
        let mut found = self
            .event
            .iter()
            .filter(|(word, _)| word.len() >= 4 && padded.contains(&format!(" {word} ")))
            .map(|(_, event)| *event);
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// Returns the category named in a remark. Judgment has priority over proxy, proxy over direct.
    pub(super) fn category(&self, typed: &str) -> Option<Category> {
        let padded = format!(" {} ", fold(typed));
        if padded.trim_start().is_empty() {
            return None;
        }
        let holds = |category| self.category.iter().any(|(word, c)| *c == category && padded.contains(word.as_str()));
        [Category::Judgment, Category::Proxy, Category::Direct].into_iter().find(|category| holds(*category))
    }
}

/// What may follow a relation, folded.
const OF_THE_HEAD: [&str; 11] = [
    " DU CM",
    " DU C M",
    " DU CHEF",
    " DU CHEF DE MENAGE",
    " DE CM",
    " DU RESPONSABLE",
    " DU RESP",
    " RESP",
    " CM",
    " CHEF",
    " VAN HET GEZINSHOOFD",
];
/// What may stand before a relation, folded.
const OWNERS: [&str; 10] = ["SON ", "SA ", "SES ", "LEUR ", "LEURS ", "MON ", "MA ", "MES ", "LE ", "LA "];

/// Removes the mother from the relation of a child, folded: `FILS DE LA 1ERE`, `ENF DE LA 2E F`, `ENF 1ERE EP`.
fn without_wife(folded: &str) -> Option<&str> {
    let without_word = [" FEMME", " F", " EPOUSE", " EP"].iter().find_map(|wife| folded.strip_suffix(wife));
    let (child, number) = without_word.unwrap_or(folded).rsplit_once(' ')?;
    let child = [" DE LA", " DE"].iter().find_map(|of| child.strip_suffix(of)).unwrap_or(child);
    is_number(number).then_some(child)
}

/// Whether a folded word is a number with its ending: `1ERE`, `II`, `PREMIERE`, `3`.
fn is_number(word: &str) -> bool {
    const ORDINALS: [&str; 14] = [
        "PREMIER",
        "PREMIERE",
        "DEUXIEME",
        "SECOND",
        "SECONDE",
        "TROISIEME",
        "QUATRIEME",
        "CINQUIEME",
        "EERSTE",
        "TWEEDE",
        "DERDE",
        "FIRST",
        "THIRD",
        "I",
    ];
    const ENDINGS: [&str; 9] = ["", "ER", "ERE", "RE", "E", "EME", "IEME", "ND", "NDE"];
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let roman = word.trim_end_matches("EME").trim_end_matches('E');
    let is_roman = roman.len() > 1 && roman.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    is_roman || ORDINALS.contains(&word) || (ending.len() < word.len() && ENDINGS.contains(&ending))
}

/// Removes the number before or after a folded word: `2EME EPOUSE`, `ENFANT N 3`, `FILS 2`.
fn without_number(folded: &str) -> &str {
    let after = folded.split_once(' ').filter(|(first, _)| is_number(first)).map_or(folded, |(_, rest)| rest);
    let before = after.rsplit_once(' ').filter(|(_, last)| is_number(last)).map_or(after, |(rest, _)| rest);
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.strip_suffix(" N").or_else(|| bare.strip_suffix(" NO")).unwrap_or(bare).trim_end()
}

/// Builds a map from folded words to values of the codes.
fn by_word<T: Copy, M: Default + Extend<(String, T)>>(
    both: [&WordsByCode; 2],
    read: impl Fn(&str) -> Option<T>,
) -> Result<M> {
    let mut map = M::default();
    for (code, words) in both.into_iter().flatten() {
        let value = read(code).ok_or_else(|| Error::new(ErrorCode::UnknownCode).with("value", code))?;
        map.extend(words.iter().map(|word| (fold(word), value)));
    }
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sex_is_read_beside_its_code_and_in_the_languages_of_the_sheets() {
        let codes = Codes::new(&CodeWords::default()).expect("sound");
        for (sex, texts) in [
            (Some(Sex::Male), &["1-Masculin", "1. Homme", "M - Masculin", "Masculino", "Un homme", "ME", "Hombre"][..]),
            (Some(Sex::Female), &["2-Féminin", "féminin (F)", "Madame", "Feminino", "f_minin", "KE", "Msichana"]),
            (None, &["M/F", "Masculin Féminin", "1", "M ou F", "Homme inconnu"]),
        ] {
            for text in texts {
                assert_eq!(codes.sex(text), sex, "{text}");
            }
        }
    }

    #[test]
    fn a_word_stands_for_one_code() {
        let words: CodeWords = toml::from_str(include_str!("codes.toml")).expect("a valid list");
        for list in [words.sex, words.marital_status, words.relation, words.category, words.event] {
            let mut seen = BTreeMap::new();
            for (code, word) in list.iter().flat_map(|(code, words)| words.iter().map(move |word| (code, fold(word)))) {
                assert_eq!(seen.insert(word.clone(), code), None, "{word}");
            }
        }
    }

    #[test]
    fn words_are_looked_up_whatever_their_case_and_accents() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        assert_eq!(["m", "H", "Masc."].map(|typed| codes.sex(typed)), [Some(Sex::Male); 3]);
        assert_eq!(["Féminin", "Fém.", "f"].map(|typed| codes.sex(typed)), [Some(Sex::Female); 3]);
        assert_eq!(codes.sex("X"), None);
        assert_eq!(codes.relation("Belle-sœur"), Some(Relation::SiblingInLaw));
        assert_eq!(codes.relation("(C)"), Some(Relation::Head));
        assert_eq!(codes.relation("Petite-fille"), Some(Relation::Grandchild));
        for (typed, relation) in [
            ("1ère épouse", Relation::Spouse),
            ("2ème épouse", Relation::Spouse),
            ("Chef de M.", Relation::Head),
            ("chf mén", Relation::Head),
            ("Resp/mén", Relation::Head),
            ("Ep/se", Relation::Spouse),
            ("Ma femme", Relation::Spouse),
            ("leur fils", Relation::Child),
            ("Fle", Relation::Child),
            ("fils de la 1ère", Relation::Child),
            ("enf de la 2è f.", Relation::Child),
            ("Enf. 1ère ép.", Relation::Child),
            ("enf. adoptif", Relation::Ward),
            ("Bx-fils", Relation::ChildInLaw),
            ("b-fr.", Relation::SiblingInLaw),
            ("Mère du resp.", Relation::Parent),
            ("Sœur CM", Relation::Sibling),
            ("LE PERE DU CHEF", Relation::Parent),
            ("ma belle-mère", Relation::ParentInLaw),
            ("marâtre", Relation::ParentInLaw),
            ("oncle pat.", Relation::Uncle),
            ("Deuxième femme", Relation::Spouse),
            ("épouse n° 2", Relation::Spouse),
            ("IIe épouse", Relation::Spouse),
            ("enfant 3", Relation::Child),
            ("Enft1", Relation::Child),
            ("mwana", Relation::Child),
            ("petit-fils du CM", Relation::Grandchild),
            ("Sa nièce", Relation::Nephew),
            ("C.M.", Relation::Head),
            ("Locataire-chef", Relation::Head),
            ("fils du frère", Relation::Nephew),
            ("bx-père", Relation::ParentInLaw),
            ("ptite soeur", Relation::Sibling),
            ("nkoko", Relation::Grandparent),
            ("arr. petit fils", Relation::Grandchild),
            ("Mme", Relation::Spouse),
        ] {
            assert_eq!(codes.relation(typed), Some(relation), "{typed}");
        }
        assert_eq!(codes.relation("3"), None);
        assert_eq!(codes.marital_status("Marié(e)"), Some(MaritalStatus::Married));
        assert_eq!(codes.category("Jugement supplétif n° 12"), Some(Category::Judgment));
        assert_eq!(codes.category("par procuration"), Some(Category::Proxy));
        for typed in ["J.S. n° 2045/2016", "jugt supp", "jug.", "JS 12"] {
            assert_eq!(codes.category(typed), Some(Category::Judgment), "{typed}");
        }
        assert_eq!(codes.category("né à domicile"), None);
    }
}
