//! Leaves out what all the names of the variables of a table begin or end with: `P_NOM`, `P_SEXE`; `NOM_ENF`,
//! `SEXE_ENF`; `SNIS - Nom`, `SNIS - Sexe`.

use std::collections::BTreeMap;

use super::super::headers::Headers;
use super::super::heading_words::HeadingPerson;

/// Fewest headings that have the same beginning or end.
const FEWEST: usize = 4;

/// The headings without the beginning or the end that most of them have. `None` if they have none, or if it names
/// another person: `NOM_PERE`, `AGE_PERE`.
pub(super) fn without_affix(texts: &[&str], headers: &Headers) -> Option<Vec<String>> {
    if texts.len() < FEWEST {
        return None;
    }
    let ends: [fn(&str) -> Option<(&str, &str)>; 2] = [beginning, ending];
    ends.into_iter().find_map(|split| {
        let affixes = texts.iter().filter_map(|text| split(text).map(|(affix, _)| affix.to_uppercase()));
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        affixes.for_each(|affix| *counts.entry(affix).or_default() += 1);
        let (affix, n) = counts.into_iter().max_by_key(|(_, n)| *n)?;
        let is_of_other = matches!(headers.reduced(&affix).person, Some(person) if person != HeadingPerson::Own);
        if n < FEWEST || n * 2 < texts.len() || is_of_other || headers.exact(&affix).is_some() {
            return None;
        }
        let bare = |text: &&str| match split(text) {
            Some((own, rest)) if own.to_uppercase() == affix => rest.to_owned(),
            _ => (*text).to_owned(),
        };
        Some(texts.iter().map(bare).collect())
    })
}

fn beginning(text: &str) -> Option<(&str, &str)> {
    let (affix, rest) = text.split_once(" - ").or_else(|| text.split_once('_'))?;
    (!affix.is_empty() && rest.contains(char::is_alphabetic)).then(|| (affix.trim(), rest.trim()))
}

fn ending(text: &str) -> Option<(&str, &str)> {
    let (rest, affix) = text.rsplit_once('_')?;
    (!affix.is_empty() && rest.contains(char::is_alphabetic)).then(|| (affix.trim(), rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_headings_begin_or_end_with_is_left_out() {
        let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
        for (texts, expected) in [
            (&["LEVEL", "P_NOM", "P_PRENOM", "P_SEXE", "P_AGE"][..], Some("LEVEL NOM PRENOM SEXE AGE")),
            (&["NOM_PAT", "PRENOM_PAT", "SEXE_PAT", "AGE_PAT", "SERVICE"], Some("NOM PRENOM SEXE AGE SERVICE")),
            (&["SNIS - Nom", "SNIS - Sexe", "SNIS - Age", "SNIS - Lieu"], Some("Nom Sexe Age Lieu")),
            (&["NOM_PERE", "SEXE_PERE", "AGE_PERE", "LIEU_PERE"], None),
            (&["NOM", "PRENOM", "SEXE", "AGE"], None),
            (&["NOM_ENF", "SEXE_ENF"], None),
        ] {
            let found = without_affix(texts, &headers).map(|texts| texts.join(" "));
            assert_eq!(found.as_deref(), expected, "{texts:?}");
        }
    }
}
