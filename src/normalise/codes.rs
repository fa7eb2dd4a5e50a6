//! Words for sex, relation, marital status and category, as codes.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::error::{Error, Result};
use crate::record::{Category, EventKind, MaritalStatus, Relation, Sex, fold};

type Words = BTreeMap<String, Vec<String>>;
/// What a folded word stands for: asked of every row.
type ByWord<T> = HashMap<String, T, FixedState>;

/// Words by code, as `codes.toml` and the settings give them.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct CodeWords {
    sex: Words,
    marital_status: Words,
    relation: Words,
    category: Words,
    event: Words,
}

/// The lists of words, ready to look up.
#[derive(Debug, Clone)]
pub struct Codes {
    sex: ByWord<Sex>,
    marital_status: ByWord<MaritalStatus>,
    relation: ByWord<Relation>,
    /// Words between spaces.
    category: Vec<(String, Category)>,
    event: BTreeMap<String, EventKind>,
}

impl Codes {
    /// The built-in words and those of the settings.
    ///
    /// # Errors
    /// `unknown-code` if the settings name a code that does not exist.
    pub fn new(added: &CodeWords) -> Result<Self> {
        let built_in: CodeWords =
            toml::from_str(include_str!("codes.toml")).map_err(|e| Error::new("bad-codes").because(e))?;
        let both = [&built_in, added];
        let category: BTreeMap<String, Category> = lists(both.map(|words| &words.category), Category::from_code)?;
        Ok(Self {
            sex: lists(both.map(|words| &words.sex), Sex::from_code)?,
            marital_status: lists(both.map(|words| &words.marital_status), MaritalStatus::from_code)?,
            relation: lists(both.map(|words| &words.relation), Relation::from_code)?,
            category: category.into_iter().map(|(word, category)| (format!(" {word} "), category)).collect(),
            event: lists(both.map(|words| &words.event), EventKind::from_code)?,
        })
    }

    pub(super) fn sex(&self, typed: &str) -> Option<Sex> {
        self.sex.get(&fold(typed)).copied()
    }

    pub(super) fn marital_status(&self, typed: &str) -> Option<MaritalStatus> {
        self.marital_status.get(&fold(typed)).copied()
    }

    pub(super) fn relation(&self, typed: &str) -> Option<Relation> {
        self.relation.get(&fold(typed)).copied()
    }

    pub(super) fn event(&self, typed: &str) -> Option<EventKind> {
        self.event.get(&fold(typed)).copied()
    }

    /// The event that a title, a heading or a name of a file speaks of, if it speaks of one alone.
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

    /// The category a remark holds; judgment outranks proxy outranks direct where several words meet.
    pub(super) fn category(&self, typed: &str) -> Option<Category> {
        let padded = format!(" {} ", fold(typed));
        if padded.trim_start().is_empty() {
            return None;
        }
        let holds = |category| self.category.iter().any(|(word, c)| *c == category && padded.contains(word.as_str()));
        [Category::Judgment, Category::Proxy, Category::Direct].into_iter().find(|category| holds(*category))
    }
}

fn lists<T: Copy, M: Default + Extend<(String, T)>>(both: [&Words; 2], read: impl Fn(&str) -> Option<T>) -> Result<M> {
    let mut by_word = M::default();
    for (code, words) in both.into_iter().flatten() {
        let value = read(code).ok_or_else(|| Error::new("unknown-code").with("value", code))?;
        by_word.extend(words.iter().map(|word| (fold(word), value)));
    }
    Ok(by_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_codes() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are sound");
        for (typed, sex) in [
            ("m", Sex::Male),
            ("H", Sex::Male),
            ("Masc.", Sex::Male),
            ("Féminin", Sex::Female),
            ("Fém.", Sex::Female),
            ("f", Sex::Female),
        ] {
            assert_eq!(codes.sex(typed), Some(sex), "{typed}");
        }
        assert_eq!(codes.sex("X"), None);
        assert_eq!(codes.relation("Belle-sœur"), Some(Relation::SiblingInLaw));
        assert_eq!(codes.relation("(C)"), Some(Relation::Head));
        assert_eq!(codes.relation("Petite-fille"), Some(Relation::Grandchild));
        assert_eq!(codes.marital_status("Marié(e)"), Some(MaritalStatus::Married));
        assert_eq!(codes.category("Jugement supplétif n° 12"), Some(Category::Judgment));
        assert_eq!(codes.category("par procuration"), Some(Category::Proxy));
        assert_eq!(codes.category("né à domicile"), None);
    }
}
