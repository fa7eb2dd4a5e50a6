//! Dictionary of column headings: which field a heading names, whatever its case, accents and signs, alone or under the
//! title of a group of columns.
//!
//! The synonyms stand in `headers.toml` beside this file; settings may add more and pin columns.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Field, column_of_letters, fold};

const BUILT_IN: &str = include_str!("headers.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SynonymFile {
    fields: BTreeMap<String, Vec<String>>,
    groups: BTreeMap<String, SynonymGroup>,
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
    /// Synonyms of four letters or more by their first word.
    by_first_word: TextMap<Vec<(String, Field)>>,
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PinnedColumn {
    pub(super) column: u16,
    pub(super) field: Field,
    pub(super) heading_row: Option<u32>,
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
        let mut by_first_word: TextMap<Vec<(String, Field)>> = TextMap::default();
        for (text, field) in synonyms.iter().filter(|(text, _)| text.len() >= 4) {
            let first = text.split(' ').next().unwrap_or_default();
            by_first_word.entry(first.to_owned()).or_default().push((text.clone(), *field));
        }
        Ok(Self { by_text: synonyms.into_iter().collect(), by_first_word, groups, pins })
    }

    /// The field a heading names, if any: that of [`Headers::exact`], else that of [`Headers::by_words`].
    pub(super) fn field(&self, heading: &str) -> Option<Field> {
        self.exact(heading).or_else(|| self.by_words(heading))
    }

    /// The field of the synonym that equals the heading, or the heading without its parentheses.
    pub(super) fn exact(&self, heading: &str) -> Option<Field> {
        entry(&self.by_text, heading).copied()
    }

    /// The field of the longest synonym of four letters or more that the heading holds as whole words.
    pub(super) fn by_words(&self, heading: &str) -> Option<Field> {
        if heading.len() > MAX_LENGTH {
            return None;
        }
        let folded = folded(heading);
        let starts = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
        let held = starts.flat_map(|at| {
            let rest = &folded[at..];
            let synonyms = self.by_first_word.get(rest.split(' ').next().unwrap_or_default());
            let begins =
                |text: &str| rest.strip_prefix(text).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
            synonyms.into_iter().flatten().filter(move |(text, _)| begins(text))
        });
        held.max_by_key(|(text, _)| (folded.starts_with(text.as_str()), text.len(), text.as_str()))
            .map(|(_, field)| *field)
    }

    /// The field of a heading below the title of a group of columns, if the title is known and gives one.
    pub(super) fn below(&self, title: &str, heading: &str) -> Option<Field> {
        let meanings = entry(&self.groups, title)?;
        let heading = folded(heading);
        let bare = heading.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        meanings.fields.get(bare).copied().or(meanings.others)
    }

    pub(super) fn is_title(&self, text: &str) -> bool {
        entry(&self.groups, text).is_some()
    }

    pub(super) fn pins_of(&self, file: &str, sheet: &str) -> Vec<PinnedColumn> {
        let name = file.rsplit('/').next().unwrap_or(file);
        let matches = |pin: &PinSetting| {
            (matches_pattern(name, &pin.file) || matches_pattern(file, &pin.file))
                && pin.sheet.as_deref().is_none_or(|wanted| matches_pattern(sheet, wanted))
        };
        self.pins.iter().filter(|(setting, _)| matches(setting)).map(|(_, pin)| *pin).collect()
    }
}

/// Longest text that may be a heading, in bytes.
const MAX_LENGTH: usize = 64;

/// The entry of a heading, or of the heading without its parentheses.
fn entry<'m, T>(map: &'m TextMap<T>, heading: &str) -> Option<&'m T> {
    let entry = |text: &str| map.get(&folded(text));
    if heading.len() > MAX_LENGTH { None } else { entry(heading).or_else(|| entry(heading.split_once('(')?.0)) }
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

/// A heading folded, with `_` as a space and without a leading running number. "N°" folds to "NO" or "N" by the sign used;
/// here it always becomes "N".
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
            (Field::FullName, &["Nom, post-nom et prénom"]),
            (Field::Sensitive, &["Tribu"]),
            (Field::Unused, &["Nom du déclarant"]),
            (Field::BirthDatePlace, &["Lieu et date de naissance"]),
        ] {
            for heading in headings {
                assert_eq!(headers.field(heading), Some(field), "{heading}");
            }
        }
        let long = "FICHE DE RENSEIGNEMENTS DES PERSONNES DEPLACEES PAR LES EVENEMENTS DE 2016";
        for none in ["Kinshasa", "MBALA", "", long] {
            assert_eq!(headers.field(none), None, "{none}");
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
        let wrong = PinSetting { column: "7".to_owned(), ..pin("*", None) };
        assert_eq!(Headers::new(&BTreeMap::new(), &[wrong]).expect_err("no letters").code, ErrorCode::UnknownColumn);
        let added = BTreeMap::from([("surname".to_owned(), vec!["NOM".to_owned()])]);
        assert_eq!(Headers::new(&added, &[]).expect_err("no such field").code, ErrorCode::UnknownField);
    }
}
