//! The words of a heading. Splits `DateNaiss`, `membre/nom`, `P02_NOM` and `Quel est votre nom ?` into words, leaves
//! out words without meaning, and separates the person whom a row describes from other persons (father, declarant,
//! agent).

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::record::{Field, fold};

type WordSet = HashSet<String, FixedState>;

/// The tables `[words]`, `[others]` and `[abbreviations]` of `headers.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadingWordLists {
    stop: Vec<String>,
    own: Vec<String>,
    agent: Vec<String>,
    head: Vec<String>,
    events: Vec<String>,
    measures: Vec<String>,
    generic: Vec<String>,
}

/// A person whom a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HeadingPerson {
    /// The person whom the row describes.
    Own,
    /// The agent, the teacher: described by the row if no other column names a person.
    Agent,
    /// The head of the household: likewise.
    Head,
    /// Another person, with the field of that person's name.
    Other(Field),
}

/// A heading without the words that add no meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ReducedHeading {
    pub(super) words: Vec<String>,
    pub(super) person: Option<HeadingPerson>,
    /// Whether the heading is a date, a place or an hour of something else than a birth.
    pub(super) is_of_other_event: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct HeadingWords {
    stop: WordSet,
    own: WordSet,
    agent: WordSet,
    head: WordSet,
    events: WordSet,
    measures: WordSet,
    generic: WordSet,
    others: HashMap<String, Field, FixedState>,
    abbreviations: HashMap<String, String, FixedState>,
    /// Every word of a synonym, of a person or of an event: the second half of `DATENAISS` must be one.
    vocabulary: WordSet,
}

/// Words before "enfant" that make it another person than that of the row.
const ANOTHER: [&str; 16] = [
    "PREMIER",
    "PREMIERE",
    "1ER",
    "DERNIER",
    "DERNIERE",
    "PRECEDENT",
    "PRECEDENTE",
    "AUTRE",
    "AUTRES",
    "FIRST",
    "LAST",
    "EERSTE",
    "LAATSTE",
    "PRIMEIRO",
    "ULTIMO",
    "OTHER",
];

/// Longest question that may be a heading, in bytes.
const MAX_QUESTION: usize = 300;

impl HeadingWords {
    pub(super) fn new(
        lists: HeadingWordLists,
        others: &BTreeMap<Field, Vec<String>>,
        abbreviations: &BTreeMap<String, Vec<String>>,
    ) -> Self {
        let set = |words: Vec<String>| words.into_iter().collect::<WordSet>();
        let others = others.iter().flat_map(|(field, words)| words.iter().map(|word| (word.clone(), *field)));
        let short = abbreviations.iter().flat_map(|(word, short)| short.iter().map(|s| (s.clone(), word.clone())));
        let mut words = Self {
            stop: set(lists.stop),
            own: set(lists.own),
            agent: set(lists.agent),
            head: set(lists.head),
            events: set(lists.events),
            measures: set(lists.measures),
            generic: set(lists.generic),
            others: others.collect(),
            abbreviations: short.collect(),
            vocabulary: WordSet::default(),
        };
        let persons = words.own.iter().chain(&words.agent).chain(&words.head).chain(&words.events);
        words.vocabulary =
            persons.chain(words.others.keys()).chain(words.abbreviations.keys()).cloned().collect::<WordSet>();
        words
    }

    /// Adds the words of a folded synonym to the vocabulary.
    pub(super) fn add_synonym(&mut self, synonym: &str) {
        self.vocabulary.extend(synonym.split(' ').filter(|word| word.len() >= 3).map(str::to_owned));
    }

    /// Whether a word means nothing beside words that are not known.
    pub(super) fn is_generic(&self, word: &str) -> bool {
        word.len() < 4 || self.generic.contains(word)
    }

    /// The words of a folded synonym, in the form in which [`HeadingWords::reduce`] gives those of a heading.
    pub(super) fn canonical(&self, folded: &str) -> Vec<String> {
        let words = joined_parts(folded.split(' ').map(str::to_owned).collect());
        words.into_iter().filter(|word| !self.stop.contains(word)).map(|word| self.in_full(word)).collect()
    }

    /// The words of a heading that carry its meaning.
    pub(super) fn reduce(&self, heading: &str) -> ReducedHeading {
        let mut reduced = ReducedHeading::default();
        if heading.len() > MAX_QUESTION {
            return reduced;
        }
        let folded = fold(&spaced(&self.without_parentheses(heading)));
        let mut words = Vec::new();
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            self.push_word(word, &mut words);
        }
        let words: Vec<String> = joined_parts(self.without_numbers(words));
        let is_of_birth = words.iter().any(|word| matches!(self.in_full(word.clone()).as_str(), "NAISSANCE" | "BIRTH"));
        let has = |set: &WordSet| words.iter().any(|word| set.contains(word));
        reduced.is_of_other_event = !is_of_birth
            && has(&self.events)
            && words
                .iter()
                .any(|word| self.measures.contains(word) || self.measures.contains(&self.in_full(word.clone())));
        let mut before = String::new();
        for word in words {
            let person = self.person_of(&word).or_else(|| self.person_of(&self.in_full(word.clone())));
            // "Premier enfant", "dernier-né": another child than that of the row.
            let is_of_another = person == Some(HeadingPerson::Own) && ANOTHER.contains(&before.as_str());
            let person = if is_of_another { Some(HeadingPerson::Other(Field::Unused)) } else { person };
            before.clone_from(&word);
            match (person, reduced.person) {
                // "membres-sexe_m": the last letter is that of the group.
                (None, Some(HeadingPerson::Own))
                    if word.len() == 1 && heading.contains(['-', '/', '.']) && heading.ends_with(&suffix_of(&word)) => {
                }
                (None, _) if self.stop.contains(&word) => {}
                (None, _) => reduced.words.push(self.in_full(word)),
                // The first of two other persons decides: "Nom du père ou tuteur".
                (Some(_), Some(HeadingPerson::Other(_))) => {}
                (Some(HeadingPerson::Other(_)), _) | (Some(_), None) => reduced.person = person,
                (Some(HeadingPerson::Own), Some(_)) => {}
                (Some(_), Some(_)) => reduced.person = person,
            }
        }
        reduced
    }

    /// Whether parentheses name another person, or the head, and nothing else: "Age (mère)", "Nom (parent ou tuteur)".
    /// Those behind a relation list its values.
    pub(super) fn names_other_in_parentheses(&self, heading: &str) -> bool {
        const RELATIONS: [&str; 5] = ["LIEN", "PARENTE", "RELATION", "QUALITE", "STATUT"];
        let folded = fold(heading);
        groups_of(heading).any(|inside| self.is_other_person(inside))
            && !folded.split(' ').any(|word| RELATIONS.contains(&word))
    }

    /// Whether a text is a word for another person or two, with or without articles.
    fn is_other_person(&self, text: &str) -> bool {
        const MOST: usize = 2;
        let folded = fold(text);
        let is_household = |word: &&str| matches!(*word, "MENAGE" | "FAMILLE" | "FOYER" | "HOUSEHOLD");
        let words: Vec<&str> =
            folded.split(' ').filter(|word| !self.stop.contains(*word) && !is_household(word)).collect();
        (1..=MOST).contains(&words.len())
            && words
                .iter()
                .all(|word| matches!(self.person_of(word), Some(HeadingPerson::Other(_) | HeadingPerson::Head)))
    }

    /// The heading without what stands in parentheses, unless nothing else is left. An ending stays: `Né(e)`,
    /// `Prénom(s)`; so does another person.
    fn without_parentheses(&self, heading: &str) -> String {
        let keeps_persons = heading.contains(['(', '[', '{']) && self.names_other_in_parentheses(heading);
        let mut kept = String::with_capacity(heading.len());
        let mut rest = heading;
        while let Some((before, after)) = rest.split_once(['(', '[', '{']) {
            kept.push_str(before);
            let (inside, behind) = after.split_once([')', ']', '}']).unwrap_or((after, ""));
            let is_ending =
                inside.len() <= 2 && inside.chars().all(char::is_lowercase) && before.ends_with(char::is_alphabetic);
            if is_ending {
                kept.push_str(inside);
            } else {
                kept.push(' ');
                if keeps_persons && self.is_other_person(inside) {
                    kept.push_str(inside);
                    kept.push(' ');
                }
            }
            rest = behind;
        }
        kept.push_str(rest);
        if kept.chars().any(char::is_alphanumeric) { kept } else { heading.to_owned() }
    }

    fn person_of(&self, word: &str) -> Option<HeadingPerson> {
        if let Some(field) = self.others.get(word) {
            return Some(HeadingPerson::Other(*field));
        }
        let is_in = |set: &WordSet| set.contains(word);
        match () {
            () if is_in(&self.own) => Some(HeadingPerson::Own),
            () if is_in(&self.agent) => Some(HeadingPerson::Agent),
            () if is_in(&self.head) => Some(HeadingPerson::Head),
            () => None,
        }
    }

    fn in_full(&self, word: String) -> String {
        self.abbreviations.get(&word).cloned().unwrap_or(word)
    }

    /// Whether a folded word means something in a heading, in full or shortened.
    pub(super) fn is_known_word(&self, word: &str) -> bool {
        self.is_known(word)
            || [&self.measures, &self.generic, &self.events].iter().any(|set| set.contains(word))
            || word.bytes().any(|b| b.is_ascii_digit())
    }

    /// Whether a heading has a word for another event than a birth, or for a judgment, a paper or a period.
    pub(super) fn names_event(&self, heading: &str) -> bool {
        const OTHERS: &str =
            "JUGEMENT VONNIS RC REFERENCE REFERENCES ACTE FONCTION DU SINCE UNTIL FROM TO SINDS TOT DECES MARIAGE";
        let folded = fold(&spaced(heading));
        let mut words = folded.split(' ').map(|word| self.in_full(word.to_owned()));
        words.any(|word| self.events.contains(&word) || OTHERS.split(' ').any(|other| other == word))
    }

    fn is_known(&self, word: &str) -> bool {
        self.vocabulary.contains(word) || self.stop.contains(word)
    }

    /// Adds a word; one of two words written together is separated: `DATENAISS`, `NOMPERE`.
    fn push_word(&self, word: &str, words: &mut Vec<String>) {
        const FIRST: [&str; 15] = [
            "DATE",
            "LIEU",
            "POSTNOM",
            "PRENOM",
            "NOM",
            "SEXE",
            "NUMERO",
            "PROFESSION",
            "AGE",
            "ID",
            "CODE",
            "NUM",
            "DAT",
            "DT",
            "HEUR",
        ];
        let parts = FIRST.iter().find_map(|first| Some((*first, word.strip_prefix(first)?)));
        match parts {
            Some((first, rest)) if !self.is_known(word) && rest.len() >= 3 && self.vocabulary.contains(rest) => {
                words.extend([first.to_owned(), rest.to_owned()]);
            }
            // `NOMDE Naissance` of `NomdeNaissance`.
            Some((first, "DE" | "DU" | "ET" | "LA")) if !self.is_known(word) => words.push(first.to_owned()),
            _ => words.push(word.to_owned()),
        }
    }

    /// Leaves out numbers: `Q1`, `P02`, `1.2` before the words, `1` behind them, digits at the end of a word.
    fn without_numbers(&self, words: Vec<String>) -> Vec<String> {
        let letters_of = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let is_number = |word: &String| {
            let n_letters = word.chars().filter(char::is_ascii_alphabetic).count();
            word.bytes().any(|b| b.is_ascii_digit()) && n_letters <= 3 && !self.is_known(&letters_of(word))
        };
        let without: Vec<String> = words.iter().filter(|word| !is_number(word)).map(|word| letters_of(word)).collect();
        if without.is_empty() { words } else { without }
    }
}

/// "POST NOM" and "PRE NOM" as one word.
fn joined_parts(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let is_nom = matches!(word.as_str(), "NOM" | "NOMS");
        match joined.last().map(String::as_str) {
            Some("POST") if is_nom => *joined.last_mut().unwrap_or(&mut String::new()) = "POSTNOM".to_owned(),
            Some("PRE") if is_nom => *joined.last_mut().unwrap_or(&mut String::new()) = "PRENOM".to_owned(),
            _ => joined.push(word),
        }
    }
    joined
}

/// The suffix that names of variables have.
fn suffix_of(letter: &str) -> String {
    format!("_{}", letter.to_lowercase())
}

/// What stands in the parentheses of a heading.
fn groups_of(heading: &str) -> impl Iterator<Item = &str> {
    heading.split(['(', '[', '{']).skip(1).map(|part| part.split([')', ']', '}']).next().unwrap_or(part))
}

/// The heading with a space where a capital follows a small letter: `DateNaiss` gives `Date Naiss`.
pub(super) fn spaced(heading: &str) -> String {
    let mut spaced = String::with_capacity(heading.len() + 8);
    let mut was_lower = false;
    for c in heading.chars() {
        if was_lower && c.is_uppercase() {
            spaced.push(' ');
        }
        was_lower = c.is_lowercase();
        spaced.push(c);
    }
    spaced
}
