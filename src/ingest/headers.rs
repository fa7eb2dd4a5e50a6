//! What a column heading means: a table of synonyms, folded for case, accents and signs.
//!
//! The table is `headers.toml` beside this file; settings may add to it.

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::record::{Field, fold};

const BUILT_IN: &str = include_str!("headers.toml");

/// The synonyms of every field.
#[derive(Debug, Clone)]
pub struct Headers {
    by_text: BTreeMap<String, Field>,
}

impl Headers {
    /// The built-in synonyms and those added in the settings (field code to headings).
    ///
    /// # Errors
    /// `unknown-field` if a field code is none of [`Field::ALL`].
    pub fn new(added: &BTreeMap<String, Vec<String>>) -> Result<Self> {
        let built_in: BTreeMap<String, Vec<String>> =
            toml::from_str(BUILT_IN).map_err(|e| Error::new("bad-headers").because(e))?;
        let mut by_text = BTreeMap::new();
        for (code, texts) in built_in.iter().chain(added) {
            let field = Field::from_code(code).ok_or_else(|| {
                let known: Vec<&str> = Field::ALL.iter().map(|field| field.code()).collect();
                Error::new("unknown-field").with("value", code).with("known", known.join(", "))
            })?;
            by_text.extend(texts.iter().map(|text| (fold(text), field)));
        }
        Ok(Self { by_text })
    }

    /// The field a heading names, if any.
    ///
    /// Exact first, then without what stands in parentheses, then the longest synonym of four letters or more
    /// that the heading holds as whole words.
    #[must_use]
    pub fn field(&self, heading: &str) -> Option<Field> {
        self.exact(heading).or_else(|| self.by_words(heading))
    }

    /// The field whose synonym a heading is, what stands in parentheses set aside. Cheap: tried on every row of a sheet.
    #[must_use]
    pub fn exact(&self, heading: &str) -> Option<Field> {
        if heading.len() > LONGEST {
            return None;
        }
        let known = |text: &str| self.by_text.get(&folded(text)).copied();
        known(heading).or_else(|| known(heading.split_once('(')?.0))
    }

    fn by_words(&self, heading: &str) -> Option<Field> {
        if heading.len() > LONGEST {
            return None;
        }
        let padded = format!(" {} ", folded(heading));
        self.by_text
            .iter()
            .filter(|(text, _)| text.len() >= 4 && holds(&padded, text))
            .max_by_key(|(text, _)| (padded[1..].starts_with(text.as_str()), text.len()))
            .map(|(_, field)| *field)
    }
}

/// Longest heading looked at, in bytes: beyond it is prose.
const LONGEST: usize = 64;

/// Folded, `_` as a space; "N°" folds to "NO" or "N" by the sign used and becomes "N".
fn folded(heading: &str) -> String {
    let folded = fold(&heading.replace('_', " "));
    match folded.strip_prefix("NO ") {
        Some(rest) => format!("N {rest}"),
        None => folded,
    }
}

/// Whether a text padded with spaces holds another as whole words.
fn holds(padded: &str, words: &str) -> bool {
    padded.match_indices(words).any(|(at, _)| {
        let bytes = padded.as_bytes();
        at > 0 && bytes[at - 1] == b' ' && bytes.get(at + words.len()) == Some(&b' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_recognised_however_written() {
        let headers = Headers::new(&BTreeMap::new()).expect("the built-in table is sound");
        for (heading, field) in [
            ("N° ménage", Field::Fiche),
            ("N°", Field::Order),
            ("Né(e) le", Field::BirthDate),
            ("à", Field::BirthPlace),
            ("E.C.", Field::MaritalStatus),
            ("ETAT-CIVIL", Field::MaritalStatus),
            ("NOM ET POSTNOM", Field::NomPostnom),
            ("SEXE (M/F)", Field::Sex),
            ("DATE NAISS.", Field::BirthDate),
            ("QUALITE", Field::Relation),
            ("date_naissance", Field::BirthDate),
            ("numero_acte", Field::ActNumber),
            ("Date de l'acte", Field::DeclaredOn),
            ("ADRESSE (QUARTIER)", Field::Quartier),
            ("Noms de l'enfant", Field::NomPostnom),
            ("Nom du père", Field::Father),
            ("Maternité", Field::BirthPlace),
            ("Post-nom", Field::Postnom),
            ("N° parcelle", Field::Parcel),
            ("Nom, post-nom et prénom", Field::FullName),
            ("Date de naissance (jj/mm/aaaa)", Field::BirthDate),
        ] {
            assert_eq!(headers.field(heading), Some(field), "{heading}");
        }
        for none in [
            "Kinshasa",
            "MBALA",
            "",
            "Tribu",
            "FICHE DE RENSEIGNEMENTS DES PERSONNES DEPLACEES PAR LES EVENEMENTS DE 2016",
        ] {
            assert_eq!(headers.field(none), None, "{none}");
        }
    }

    #[test]
    fn an_unknown_field_in_the_settings_is_refused_with_the_known_ones() {
        let added = BTreeMap::from([("surname".to_owned(), vec!["NOM".to_owned()])]);
        let error = Headers::new(&added).expect_err("no such field");
        assert_eq!(error.code, "unknown-field");
    }
}
