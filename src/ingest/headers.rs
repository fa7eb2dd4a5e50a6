//! Dictionary of column headings: which field a heading names, whatever its case, accents and signs, alone or under the
//! title of a group of columns.
//!
//! The synonyms stand in `headers.toml` beside this file; settings may add more and pin columns.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Field, FieldReason, FileName, Quartier, column_of_letters, fold, workbook_sheet_name};

use super::heading_words::{HeadingPerson, HeadingWordLists, HeadingWords};
use super::mended_heading::mended;

const BUILT_IN: &str = include_str!("headers.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SynonymFile {
    fields: BTreeMap<String, Vec<String>>,
    groups: BTreeMap<String, SynonymGroup>,
    weak: WeakHeadings,
    words: HeadingWordLists,
    others: BTreeMap<String, Vec<String>>,
    abbreviations: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeakHeadings {
    headings: Vec<String>,
    surveys: Vec<String>,
    births: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SynonymGroup {
    titles: Vec<String>,
    others: Option<String>,
    below: BTreeMap<String, Vec<String>>,
}

/// The synonyms of every field, and the columns pinned by the settings.
#[derive(Debug, Clone)]
pub struct Headers {
    by_text: TextMap<Field>,
    /// Synonyms without stop words and abbreviations, in their order.
    by_phrase: TextMap<Field>,
    /// The same with their words sorted; `None` if two fields have the same words.
    by_word_set: TextMap<Option<Field>>,
    words: HeadingWords,
    weak: HashSet<String, FixedState>,
    of_births: HashSet<String, FixedState>,
    surveys: HashSet<String, FixedState>,
    /// The folded spellings of the commune's quartiers.
    places: HashSet<String, FixedState>,
    groups: TextMap<GroupMeanings>,
    pins: Vec<(PinSetting, PinnedColumn)>,
}

/// Map with a fast hash: it is searched for every text of every row that may be a heading. It is never iterated.
type TextMap<T> = HashMap<String, T, FixedState>;

/// A column whose meaning is fixed in the settings, as written there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinSetting {
    /// The file's name; `*` stands for any text.
    pub file: String,
    /// The sheet's name; without it every sheet of the file.
    pub sheet: Option<String>,
    /// The column's letters.
    pub column: String,
    /// What it holds.
    pub field: String,
    /// Row of the heading, where none is recognised; 0 if there is none and data begin at once.
    pub heading_row: Option<u32>,
}

impl PinSetting {
    /// Whether it is about a file of this path. Names in composed and in decomposed letters are the same.
    pub(crate) fn is_of_file(&self, file: &str) -> bool {
        use unicode_normalization::UnicodeNormalization;
        if !self.file.is_ascii() || !file.is_ascii() {
            let [own, file]: [String; 2] = [self.file.nfc().collect(), file.nfc().collect()];
            return Self { file: own, ..self.clone() }.is_of_composed(&file);
        }
        self.is_of_composed(file)
    }

    fn is_of_composed(&self, file: &str) -> bool {
        let name = file.rsplit('/').next().unwrap_or(file);
        let FileName { stem, correction, .. } = FileName::of(name);
        let wanted = self.file.rsplit('/').next().unwrap_or(&self.file);
        let (of_original, _) = wanted.rsplit_once('.').unwrap_or((wanted, ""));
        // A file that is checked alone has no folder before its name, or only the last ones.
        let is_end = || self.file.strip_suffix(file).is_some_and(|folder| folder.ends_with('/'));
        // A setting may name the last folders alone.
        let is_below = || file.strip_suffix(&self.file).is_some_and(|folder| folder.ends_with('/'));
        matches_pattern(name, &self.file)
            || matches_pattern(file, &self.file)
            || is_end()
            || is_below()
            || correction > 0 && matches_pattern(stem, of_original)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PinnedColumn {
    pub(super) column: u16,
    pub(super) field: Field,
    pub(super) heading_row: Option<u32>,
}

/// What a heading means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) field: Field,
    pub(super) why: FieldReason,
    pub(super) rank: Rank,
}

/// How far a heading may be trusted. Of two columns with one field the first in this order has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Rank {
    #[default]
    Sure,
    /// A heading that says little: `Lieu`, `A`.
    Weak,
    /// The word for the person alone, such as `Patient`: a name if the table has no other.
    Person,
    /// The same for an agent.
    Agent,
    /// The same for the head of the household.
    Head,
    /// A name beside words that are not known.
    Doubtful,
}

/// What headings mean below the title of a group of columns.
#[derive(Debug, Clone)]
struct GroupMeanings {
    fields: BTreeMap<String, Field>,
    /// The meaning of any other heading.
    others: Option<Field>,
}

impl Headers {
    /// A dictionary of the built-in synonyms, the `added` ones (field code to headings) and the pinned columns.
    ///
    /// # Errors
    /// `unknown-field` if a field code is none of [`Field::ALL`]; `unknown-column` if a pin's column is no letters.
    pub fn new(added: &BTreeMap<String, Vec<String>>, pins: &[PinSetting]) -> Result<Self> {
        let built_in: SynonymFile =
            toml::from_str(BUILT_IN).map_err(|e| Error::new(ErrorCode::BadHeaders).because(e))?;
        let mut groups = TextMap::default();
        for group in built_in.groups.values() {
            let others = group.others.as_deref().map(field_of_code).transpose()?;
            let meanings = GroupMeanings { fields: by_text([&group.below])?, others };
            groups.extend(group.titles.iter().map(|title| (fold(title), meanings.clone())));
        }
        let pins = pins.iter().map(|pin| Ok((pin.clone(), read_pin(pin)?))).collect::<Result<_>>()?;
        let synonyms = by_text([&built_in.fields, added])?;
        let others: BTreeMap<Field, Vec<String>> = built_in
            .others
            .into_iter()
            .map(|(code, words)| Ok((field_of_code(&code)?, words)))
            .collect::<Result<_>>()?;
        let mut words = HeadingWords::new(built_in.words, &others, &built_in.abbreviations);
        synonyms.keys().for_each(|text| words.add_synonym(text));
        let (by_phrase, by_word_set) = phrases(&synonyms, &words);
        Ok(Self {
            by_text: synonyms.into_iter().collect(),
            by_phrase,
            by_word_set,
            words,
            weak: built_in.weak.headings.iter().map(|text| fold(text)).collect(),
            of_births: built_in.weak.births.iter().map(|text| fold(text)).collect(),
            surveys: built_in.weak.surveys.into_iter().collect(),
            places: HashSet::default(),
            groups,
            pins,
        })
    }

    /// Adds the spellings of the commune's quartiers, by which a column of quartiers without a heading is recognised.
    #[must_use]
    pub fn with_quartiers(mut self, quartiers: &[Quartier]) -> Self {
        let spellings = quartiers.iter().flat_map(|quartier| quartier.other_spellings.iter().chain([&quartier.name]));
        self.places = spellings.map(|spelling| fold(spelling)).collect();
        self
    }

    /// Whether a text is a quartier of the commune.
    pub(super) fn is_quartier(&self, text: &str) -> bool {
        self.places.contains(&fold(text))
    }

    /// The meaning of a heading: of the synonym that equals it, else of its words.
    pub(super) fn meaning(&self, heading: &str) -> Option<Meaning> {
        let heading = &*mended(heading);
        if self.is_of_remarks_and_judgments(heading) {
            return Some(Meaning { field: Field::Remarks, why: FieldReason::Words, rank: Rank::Sure });
        }
        match self.exact(heading) {
            Some(field) => {
                let rank = if self.weak.contains(&folded(heading)) { Rank::Weak } else { Rank::Sure };
                Some(Meaning { field, why: FieldReason::Known, rank })
            }
            None => self.by_path(heading).or_else(|| self.by_words(heading)),
        }
    }

    /// Whether a heading names remarks beside a judgment: `Jugement / obs`, `Obs. ou RC`. Not each of its cells is the
    /// number of a judgment.
    fn is_of_remarks_and_judgments(&self, heading: &str) -> bool {
        const JUDGMENTS: &str = "JUGEMENT JUGEMENTS JUGT JGT JUG RC VONNIS JUDGMENT";
        const MOST_WORDS: usize = 5;
        let folded = folded(heading);
        let words = || folded.split(' ');
        words().count() <= MOST_WORDS
            && words().any(|word| JUDGMENTS.split(' ').any(|own| own == word))
            && words().any(|word| self.by_text.get(word) == Some(&Field::Remarks))
    }

    /// The field of the synonym that equals the heading, or the heading without its parentheses.
    pub(super) fn exact(&self, heading: &str) -> Option<Field> {
        let heading = &*mended(heading);
        // "Age (mère)" is no age of the person.
        if heading.contains(['(', '[', '{']) && self.words.names_other_in_parentheses(heading) {
            return self.by_text.get(&folded(heading)).copied();
        }
        entry(&self.by_text, heading).copied()
    }

    /// Whether a folded word that many headings share may be left out: it is not known, or names the person of the row.
    pub(super) fn may_be_affix(&self, word: &str) -> bool {
        match self.words.reduce(word).person {
            Some(HeadingPerson::Own | HeadingPerson::Agent) => true,
            Some(HeadingPerson::Head | HeadingPerson::Other(_)) => false,
            None => !self.words.is_known_word(word),
        }
    }

    /// Whether a heading names another event than a birth, an order or a reference: `Depuis le`, `Date de délivrance`.
    pub(super) fn is_of_other_event(&self, heading: &str) -> bool {
        self.words.names_event(heading)
    }

    /// Whether a heading is of the birth in a birth register alone: the hospital, the delivery.
    pub(super) fn is_of_births_alone(&self, heading: &str) -> bool {
        self.of_births.contains(&folded(heading))
    }

    /// Whether a heading is that of the day on which a row was written: "Horodateur", "Date de l’enquête".
    pub(super) fn is_survey_date(&self, heading: &str) -> bool {
        folded(heading).split(' ').any(|word| self.surveys.contains(word))
    }

    /// The words of a heading that carry its meaning, and the person whom it names.
    pub(super) fn reduced(&self, heading: &str) -> super::heading_words::ReducedHeading {
        self.words.reduce(&mended(heading))
    }

    /// The meaning of a heading with its groups before it: `membre/nom`, `naissance.lieu`, `Nom / Name`.
    fn by_path(&self, heading: &str) -> Option<Meaning> {
        let is_path = |sign: char| {
            let parts = || heading.split(sign).map(str::trim);
            parts().count() >= 2 && parts().all(|part| part.chars().filter(|c| c.is_alphabetic()).count() >= 3)
        };
        if heading.len() > MAX_PATH || heading.contains('(') {
            return None;
        }
        // A dot before a space ends an abbreviation: `Date naiss. élève`.
        let is_path = |sign: &char| is_path(*sign) && !(*sign == '.' && heading.contains(". "));
        let sign = ['/', '.', ':'].into_iter().find(is_path)?;
        let parts: Vec<&str> = heading.split(sign).map(str::trim).collect();
        let (leaf, groups) = parts.split_last()?;
        let of_group = groups.iter().rev().find_map(|group| self.below(group, leaf));
        if let Some(field) = of_group {
            return Some(Meaning { field, why: FieldReason::Words, rank: Rank::Sure });
        }
        let is_of_other = groups.iter().any(|group| {
            let reduced = self.words.reduce(group);
            reduced.words.is_empty() && reduced.person.is_some_and(|person| person != HeadingPerson::Own)
        });
        if is_of_other {
            return self.by_words(&parts.join(" "));
        }
        // "Nom / Name" is twice the same heading; "menage/quartier" is a group and a heading.
        let first = groups.first().filter(|first| !self.is_title(first)).and_then(|first| self.exact(first));
        if let Some(field) = first {
            return Some(Meaning { field, why: FieldReason::Words, rank: Rank::Sure });
        }
        let meaning = self.exact(leaf).map(|field| Meaning { field, why: FieldReason::Words, rank: Rank::Sure });
        meaning.or_else(|| self.by_words(leaf))
    }

    /// The meaning of the words of a heading.
    fn by_words(&self, heading: &str) -> Option<Meaning> {
        let mut reduced = self.words.reduce(heading);
        if reduced.person == Some(HeadingPerson::Head) {
            reduced
                .words
                .retain(|word| !matches!(word.as_str(), "MENAGE" | "FAMILLE" | "FOYER" | "HOUSEHOLD" | "FAMILY"));
        }
        let meaning = |field, rank| Some(Meaning { field, why: FieldReason::Words, rank });
        let field = self.phrase(&reduced.words);
        // The religion of the mother is as sensitive as that of the child.
        let contained = || self.contained(&reduced.words);
        if field == Some(Field::Sensitive) || contained().is_some_and(|meaning| meaning.field == Field::Sensitive) {
            return meaning(Field::Sensitive, Rank::Sure);
        }
        if reduced.is_of_other_event {
            return meaning(Field::Unused, Rank::Sure);
        }
        let is_empty = reduced.words.is_empty();
        let is_name = is_empty || field.is_some_and(|field| field.is_name() && field != Field::Prenom);
        let of_role = field.filter(|_| !is_empty).unwrap_or(Field::FullName);
        match reduced.person {
            None if is_empty => None,
            None | Some(HeadingPerson::Own) if field.is_some() => meaning(field?, Rank::Sure),
            None => contained(),
            Some(HeadingPerson::Own) if is_empty => meaning(Field::FullName, Rank::Person),
            Some(HeadingPerson::Own) => {
                let doubtful = || match &reduced.words[..] {
                    [word] if !self.words.is_generic(word) => meaning(Field::FullName, Rank::Doubtful),
                    _ => None,
                };
                contained().or_else(doubtful)
            }
            Some(HeadingPerson::Head) if is_relation(&reduced.words) => meaning(Field::Relation, Rank::Sure),
            // "Sexe du chef" holds for the person if the head is the person.
            Some(HeadingPerson::Agent) if is_name || field.is_some() => meaning(of_role, Rank::Agent),
            Some(HeadingPerson::Head) if is_name || field.is_some() => meaning(of_role, Rank::Head),
            Some(HeadingPerson::Other(other)) if is_name => meaning(other, Rank::Sure),
            Some(_) => meaning(Field::Unused, Rank::Sure),
        }
    }

    /// The field of a synonym with exactly these words.
    fn phrase(&self, words: &[String]) -> Option<Field> {
        if let [word] = words
            && word.len() == 2
        {
            return self.by_text.get(word).copied();
        }
        let as_written = self.by_phrase.get(&words.join(" ")).copied();
        as_written.or_else(|| {
            let mut sorted = words.to_vec();
            sorted.sort_unstable();
            self.by_word_set.get(&sorted.join(" ")).copied().flatten()
        })
    }

    /// The meaning of the longest synonym among these words. A name beside unknown words is doubtful: "Nom de la
    /// commune".
    fn contained(&self, words: &[String]) -> Option<Meaning> {
        for length in (1..words.len()).rev() {
            for part in words.windows(length) {
                if length == 1 && self.words.is_generic(&part[0]) && part[0] != "NOM" {
                    continue;
                }
                if let Some(field) = self.phrase(part) {
                    let rank = if field.is_name() { Rank::Doubtful } else { Rank::Sure };
                    return Some(Meaning { field, why: FieldReason::Words, rank });
                }
            }
        }
        self.apart(words)
    }

    /// The meaning of a heading whose words stand apart: "Date présumée de naissance", `date_heure_naiss`.
    fn apart(&self, words: &[String]) -> Option<Meaning> {
        const MAX_WORDS: usize = 4;
        let has = |wanted: &str| words.iter().any(|word| word == wanted);
        let is_other = |word: &String| {
            !matches!(word.as_str(), "DATE" | "LIEU" | "NAISSANCE" | "HEURE") && self.words.is_generic(word)
        };
        if words.len() > MAX_WORDS || !has("NAISSANCE") || words.iter().any(is_other) {
            return None;
        }
        let field = match (has("DATE"), has("LIEU")) {
            (true, false) => Field::BirthDate,
            (false, true) => Field::BirthPlace,
            _ => return None,
        };
        Some(Meaning { field, why: FieldReason::Words, rank: Rank::Weak })
    }

    /// The field of a heading below the title of a group of columns, if the title is known and gives one.
    pub(super) fn below(&self, title: &str, heading: &str) -> Option<Field> {
        let meanings = entry(&self.groups, &mended(title))?;
        let heading = folded(&mended(heading));
        let bare = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        meanings.fields.get(bare).copied().or(meanings.others)
    }

    pub(super) fn is_title(&self, text: &str) -> bool {
        entry(&self.groups, &mended(text)).is_some()
    }

    /// The fixed columns of a sheet. A corrections workbook has those of its original, whatever the format of that.
    pub(super) fn pins_of(&self, file: &str, sheet: &str) -> Vec<PinnedColumn> {
        let name = file.rsplit('/').next().unwrap_or(file);
        let FileName { stem, correction, .. } = FileName::of(name);
        let matches_sheet = |pin: &PinSetting| {
            let of_workbook = |wanted: &str| {
                correction > 0 && workbook_sheet_name(wanted, stem) == sheet || matches_pattern(sheet, wanted)
            };
            pin.sheet.as_deref().is_none_or(of_workbook)
        };
        let matches = |pin: &PinSetting| pin.is_of_file(file) && matches_sheet(pin);
        self.pins.iter().filter(|(setting, _)| matches(setting)).map(|(_, pin)| *pin).collect()
    }
}

/// Longest text that may be a heading, in bytes.
const MAX_LENGTH: usize = 64;
/// Longest heading with its groups, in bytes.
const MAX_PATH: usize = 160;

/// The synonyms by their words as written, and by their sorted words.
fn phrases(synonyms: &BTreeMap<String, Field>, words: &HeadingWords) -> (TextMap<Field>, TextMap<Option<Field>>) {
    let (mut by_phrase, mut by_word_set) = (TextMap::default(), TextMap::default());
    for (text, field) in synonyms {
        let mut canonical = words.canonical(text);
        let phrase = canonical.join(" ");
        if phrase.len() < 3 {
            continue;
        }
        // A synonym that is written so itself has priority over one that becomes so.
        if *text == phrase || !synonyms.contains_key(&phrase) {
            by_phrase.entry(phrase.clone()).or_insert(*field);
        }
        canonical.sort_unstable();
        let sorted = by_word_set.entry(canonical.join(" ")).or_insert(Some(*field));
        if *sorted != Some(*field) {
            *sorted = None;
        }
    }
    (by_phrase, by_word_set)
}

/// Whether the words of a heading beside the head of the household are about the relation to the head.
fn is_relation(words: &[String]) -> bool {
    const RELATIONS: [&str; 6] = ["LIEN", "PARENTE", "RELATION", "RELATIONSHIP", "QUALITE", "BAND"];
    words.iter().any(|word| RELATIONS.contains(&word.as_str()))
}

/// The entry of a heading, or of the heading without its parentheses.
fn entry<'m, T>(map: &'m TextMap<T>, heading: &str) -> Option<&'m T> {
    let entry = |text: &str| map.get(&folded(text));
    if heading.len() > MAX_LENGTH {
        return None;
    }
    // "Né(e) le (JJ/MM/AAAA)": the last parenthesis, then all. "Nom et prénom(s) du père": no word behind is lost.
    let shorter = || [heading.rsplit_once('('), heading.split_once('(')].into_iter().flatten();
    let ends = |(_, behind): &(&str, &str)| !has_word_outside(behind);
    entry(heading).or_else(|| shorter().filter(ends).find_map(|(before, _)| entry(before)))
}

/// Whether a word stands outside the parentheses of a text that begins inside one.
fn has_word_outside(behind: &str) -> bool {
    let mut depth = 1_u32;
    behind.chars().any(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && c.is_alphanumeric()
    })
}

fn field_of_code(code: &str) -> Result<Field> {
    Field::from_code(code).ok_or_else(|| {
        let known: Vec<&str> = Field::ALL.iter().map(|field| field.code()).collect();
        Error::new(ErrorCode::UnknownField).with("value", code).with("known", known.join(", "))
    })
}

fn read_pin(pin: &PinSetting) -> Result<PinnedColumn> {
    let column = column_of_letters(&pin.column)
        .ok_or_else(|| Error::new(ErrorCode::UnknownColumn).with("value", &pin.column))?;
    Ok(PinnedColumn { column, field: field_of_code(&pin.field)?, heading_row: pin.heading_row })
}

/// Whether a name matches a pattern in which `*` stands for any text.
fn matches_pattern(name: &str, pattern: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return name == pattern };
    let Some(after) = name.strip_prefix(head) else { return false };
    (0..=after.len()).filter(|at| after.is_char_boundary(*at)).any(|at| matches_pattern(&after[at..], rest))
}

fn by_text<'t>(tables: impl IntoIterator<Item = &'t BTreeMap<String, Vec<String>>>) -> Result<BTreeMap<String, Field>> {
    let mut by_text = BTreeMap::new();
    for (code, texts) in tables.into_iter().flatten() {
        let field = field_of_code(code)?;
        by_text.extend(texts.iter().map(|text| (fold(text), field)));
    }
    Ok(by_text)
}

/// A heading folded, with `_` as a space and without a leading running number. "N°" folds to "NO" or "N" by the sign
/// used; here it always becomes "N".
fn folded(heading: &str) -> String {
    let spaced = if heading.contains('_') { Cow::Owned(heading.replace('_', " ")) } else { Cow::Borrowed(heading) };
    let folded = fold(&spaced);
    let numbered = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    let folded = match numbered.strip_prefix(' ') {
        Some(rest) if numbered.len() < folded.len() && !rest.is_empty() => rest.to_owned(),
        _ => folded,
    };
    match folded.strip_prefix("NO ") {
        Some(rest) => format!("N {rest}"),
        None => folded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_recognised_in_every_spelling() {
        let headers = Headers::new(&BTreeMap::new(), &[]).expect("the built-in table is sound");
        for (field, headings) in [
            (Field::Fiche, &["N° ménage"][..]),
            (Field::Order, &["N°"]),
            (Field::BirthDate, &["Né(e) le", "DATE NAISS.", "date_naissance", "Date de naissance (jj/mm/aaaa)"]),
            (Field::BirthPlace, &["à", "Maternité"]),
            (Field::MaritalStatus, &["E.C.", "ETAT-CIVIL"]),
            (Field::NomPostnom, &["NOM ET POSTNOM", "Noms de l'enfant"]),
            (Field::Sex, &["SEXE (M/F)"]),
            (Field::Relation, &["QUALITE"]),
            (Field::ActNumber, &["numero_acte"]),
            (Field::DeclaredOn, &["Date de l'acte"]),
            (Field::Quartier, &["ADRESSE (QUARTIER)"]),
            (Field::Father, &["Nom du père"]),
            (Field::Postnom, &["Post-nom", "3. Post-nom"]),
            (Field::Parcel, &["N° parcelle"]),
            (
                Field::FullName,
                &["Nom, post-nom et prénom", "Chef / membres", "Chef et membres", "Noms des occupants", "Occupants"],
            ),
            (Field::Remarks, &["Jugement / obs", "Obs. / jugement", "RC et observations", "Jugement ou mention"]),
            (Field::JudgmentNumber, &["Jugement supplétif", "N° jugement"]),
            (Field::Sensitive, &["Tribu"]),
            (Field::Unused, &["Nom du déclarant"]),
            (Field::BirthDatePlace, &["Lieu et date de naissance"]),
        ] {
            for heading in headings {
                assert_eq!(headers.meaning(heading).map(|meaning| meaning.field), Some(field), "{heading}");
            }
        }
        let long = "FICHE DE RENSEIGNEMENTS DES PERSONNES DEPLACEES PAR LES EVENEMENTS DE 2016";
        for none in ["Kinshasa", "MBALA", "", long] {
            assert_eq!(headers.meaning(none), None, "{none}");
        }
    }

    #[test]
    fn the_words_of_a_heading_give_its_field_and_its_rank() {
        let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
        let meaning = |heading: &str| headers.meaning(heading).map(|meaning| (meaning.field, meaning.rank));
        for (field, headings) in [
            (Field::Nom, &["membre/nom", "P02_NOM", "Quel est votre nom ?", "Nom enfant", "NomPatient", "Nkombo"][..]),
            (Field::Nom, &["Nom/Name", "Nom_1*", "HL2. Nom", "nom (obligatoire)", "grp_mem/q1_nom"]),
            (Field::Postnom, &["Votre post-nom", "Post-nom enfant", "membre.postnom"]),
            (Field::Prenom, &["FIRST__NAME", "Prénom(s) *", "grp_mem/q2_prenom", "PrenomEleve"]),
            (Field::FullName, &["Quel est votre nom complet ?", "HL2. Nom et prénoms", "Employee Name"]),
            (Field::Sex, &["Quel est votre sexe ?", "HL4. Sexe (1=M, 2=F)", "Sexe de l'enfant", "Mobali to mwasi"]),
            (
                Field::BirthDate,
                &[
                    "Quelle est votre date de naissance ?",
                    "date_naiss",
                    "datenaiss",
                    "DateNaissPatient",
                    "Date naiss. élève",
                ],
            ),
            (
                Field::BirthDate,
                &["HL5. Date de naissance (JJ/MM/AAAA)", "naissance/date", "Date de naissance sur la carte"],
            ),
            (Field::BirthPlace, &["lieu e naiss.", "lieunaiss", "LieuNaissPatient", "naissance/lieu"]),
            (Field::Age, &["Quel âge avez-vous ?", "P04_AGE", "Âge de la personne", "Mbula"]),
            (
                Field::Relation,
                &["Lien de parenté avec le chef de ménage", "Quel est le lien de parenté avec le chef ?"],
            ),
            (Field::Quartier, &["Dans quel quartier habitez-vous ?", "menage/quartier"]),
            (Field::Fiche, &["_parent_index", "HHID", "ID ménage", "HeadId"]),
            (Field::Occupation, &["Que faites-vous dans la vie ?", "Mosala"]),
            (Field::DeclaredOn, &["date_of_registration", "Deed date"]),
            (
                Field::Father,
                &["Nom et prénom du père", "pere/nom", "NomPere", "Father's surname", "Nom du père ou tuteur"],
            ),
            (Field::Mother, &["Nom et prénom de mère", "mere/nom", "Mother's surname"]),
            (Field::Unused, &["Date de délivrance", "lieu_delivrance_cin", "Date d'enquête", "Profession du père"]),
            (Field::Nom, &["Jina la mwisho", "Apellidos", "Family Name"]),
            (Field::Postnom, &["Jina la kati", "Middle"]),
            (Field::Prenom, &["Pr_nom_de_la_personne", "Nombres", "Given"]),
            (Field::FullName, &["Nome completo", "Majina kamili"]),
            (Field::BirthDate, &["Data de nascimento", "Fecha de nacimiento", "date ness", "Date de Nce"]),
            (Field::Mother, &["Nom de la parturiente", "Nome da mãe", "Jina la mama"]),
            (Field::DeclaredOn, &["DATE_ENREG", "Transcrit le"]),
            (Field::Unused, &["Date acquisition", "Date de remise", "Date de versement", "Nom du parrain"]),
            (Field::Unused, &["_submission_time", "start", "Nom du tuteur", "Nom de l’enquêteur", "Father's age"]),
            (Field::Unused, &["Emergency contact name", "À (Heure)", "Date de vaccination", "Hire Date"]),
        ] {
            for heading in headings {
                assert_eq!(meaning(heading).map(|(field, _)| field), Some(field), "{heading}");
            }
        }
        for (rank, headings) in [
            (Rank::Person, &["Patient", "Élève", "Bénéficiaire"][..]),
            (Rank::Agent, &["agent", "Nom de l'agent"]),
            (Rank::Head, &["Nom du chef de ménage", "Chef", "Responsable"]),
            (Rank::Doubtful, &["Nom de la commune", "Nom de la région", "SALES_PERSON", "Nom du projet"]),
        ] {
            for heading in headings {
                let (field, found) = meaning(heading).expect(heading);
                assert!(field.is_name() && found == rank, "{heading}");
            }
        }
        for unknown in ["Nombre d'enfants", "Code région", "Poids", "Population municipale", "Rang", "codeKP"] {
            let field = meaning(unknown).map(|(field, _)| field);
            assert!(matches!(field, None | Some(Field::Unused | Field::Order)), "{unknown}: {field:?}");
        }
    }

    #[test]
    fn a_pin_holds_for_its_files_and_sheets_only_and_unknown_names_are_errors() {
        let pin = |file: &str, sheet: Option<&str>| PinSetting {
            file: file.to_owned(),
            sheet: sheet.map(str::to_owned),
            column: "AB".to_owned(),
            field: "birth_date".to_owned(),
            heading_row: None,
        };
        let headers = Headers::new(&BTreeMap::new(), &[pin("Q06*.xlsx", Some("Feuil1"))]).expect("sound");
        let pinned = headers.pins_of("census/Q06 Boma_2017.xlsx", "Feuil1");
        assert_eq!(pinned.iter().map(|pin| (pin.column, pin.field)).collect::<Vec<_>>(), [(27, Field::BirthDate)]);
        assert!(headers.pins_of("census/Q06 Boma_2017.xlsx", "Feuil2").is_empty());
        assert!(headers.pins_of("census/Q07 Boma_2017.xlsx", "Feuil1").is_empty());
        assert!(pin("R\u{e9}vol.csv", None).is_of_file("census/Re\u{301}vol.csv"), "as a Mac writes the name");
        let wrong = PinSetting { column: "7".to_owned(), ..pin("*", None) };
        assert_eq!(Headers::new(&BTreeMap::new(), &[wrong]).expect_err("no letters").code, ErrorCode::UnknownColumn);
        let added = BTreeMap::from([("surname".to_owned(), vec!["NOM".to_owned()])]);
        assert_eq!(Headers::new(&added, &[]).expect_err("no such field").code, ErrorCode::UnknownField);
    }
}
