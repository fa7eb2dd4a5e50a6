//! Leaves out the word that the headings of a table share: `P_NOM | P_SEXE | P_AGE`, `NOM_PAT | SEXE_PAT`,
//! `SNIS - Nom de l'enfant | SNIS - Sexe`. It names the form or the person of the row, and says nothing of a column.

use std::collections::BTreeMap;

use crate::record::{Field, fold};

use super::super::headers::Headers;

/// Fewest headings that share a word.
const FEWEST: usize = 3;
/// Signs that divide the words of a variable.
const SIGNS: [char; 5] = ['_', '-', '.', ':', '['];

/// Returns each heading without the shared word; `None` where it has none. All are `None` if no name is among the
/// shortened ones: `Effectif hommes | Effectif femmes` counts persons.
pub(super) fn without_shared_affix(headings: &[&str], headers: &Headers) -> Vec<Option<String>> {
    let none = || vec![None; headings.len()];
    if let Some(fused) = without_fused_letter(headings, headers) {
        return fused;
    }
    let is_divided = |heading: &&&str| heading.contains(SIGNS) || has_inner_capital(heading);
    if headings.len() < FEWEST || headings.iter().filter(is_divided).count() < FEWEST {
        return none();
    }
    let words: Vec<Vec<String>> = headings.iter().map(|heading| words_of(heading)).collect();
    let first = shared(&words, |words| words.first(), headings, headers);
    let last = shared(&words, |words| words.last(), headings, headers);
    let shorten = |words: &Vec<String>| {
        let is = |word: Option<&String>, shared: &Option<String>| word.is_some() && word == shared.as_ref();
        let rest = match words.as_slice() {
            [_, rest @ ..] if !rest.is_empty() && is(words.first(), &first) => rest,
            [rest @ .., _] if !rest.is_empty() && is(words.last(), &last) => rest,
            _ => return None,
        };
        Some(rest.join(" "))
    };
    let shortened: Vec<Option<String>> = words.iter().map(shorten).collect();
    let is_name = |text: &String| headers.exact(text).is_some_and(|field| field.is_name());
    if shortened.iter().flatten().any(is_name) { shortened } else { none() }
}

/// Reads headings whose last letter names the person, `NOME | PRENE | DNE` of the enfant beside `NOMP | DNP` of the père
/// and `NOMM` of the mère; `None` for other headings.
fn without_fused_letter(headings: &[&str], headers: &Headers) -> Option<Vec<Option<String>>> {
    const SHORTEST: usize = 3;
    let stem_of = |heading: &&str| {
        let heading = heading.trim();
        let is_code = heading.len() >= SHORTEST && heading.bytes().all(|b| b.is_ascii_uppercase());
        let (stem, last) = heading.split_at_checked(heading.len().checked_sub(1)?)?;
        let field = headers.exact(stem).filter(|field| is_code && field.is_personal())?;
        let owner = match last {
            "E" => "",
            "P" => " DU PERE",
            "M" => " DE LA MERE",
            _ => return None,
        };
        Some((field, owner, format!("{stem}{owner}")))
    };
    let stems: Vec<Option<(Field, &str, String)>> = headings.iter().map(stem_of).collect();
    let n_of = |is_child: bool| stems.iter().flatten().filter(|(_, owner, _)| owner.is_empty() == is_child).count();
    let has_name = stems.iter().flatten().any(|(field, owner, _)| owner.is_empty() && field.is_name());
    let has_parent = stems.iter().flatten().any(|(field, owner, _)| !owner.is_empty() && field.is_name());
    (n_of(true) >= FEWEST && has_name && has_parent)
        .then(|| stems.into_iter().map(|stem| stem.map(|(.., text)| text)).collect())
}

/// The word at one end that most headings have, if it says nothing by itself or names the person of the row.
fn shared<'w>(
    words: &'w [Vec<String>],
    end: impl Fn(&'w Vec<String>) -> Option<&'w String>,
    headings: &[&str],
    headers: &Headers,
) -> Option<String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for word in words.iter().filter(|words| words.len() >= 2).filter_map(end) {
        *counts.entry(word).or_default() += 1;
    }
    let (word, n) = counts.into_iter().max_by_key(|(_, n)| *n)?;
    // A letter alone stands before a sign: "P_NOM" and not "N° acte".
    let is_mark = word.len() >= 2 || headings.iter().filter(|text| text.contains('_')).count() >= FEWEST;
    (n >= FEWEST && n * 3 >= words.len() && is_mark && headers.may_be_affix(word)).then(|| word.clone())
}

/// The folded words of a heading, divided by signs and at capitals within a word.
fn words_of(heading: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(heading.len() + 8);
    let mut before = ' ';
    for c in heading.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if SIGNS.contains(&c) || c == ']' { ' ' } else { c });
        before = c;
    }
    fold(&spaced).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a capital follows a small letter: `nomAgent`.
fn has_inner_capital(heading: &str) -> bool {
    heading.chars().zip(heading.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_headings_share_is_left_out() {
        let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
        for (headings, expected) in [
            ("P_NOM|P_PRENOM|P_SEXE|P_AGE|MENAGE_ID", "NOM|PRENOM|SEXE|AGE|-"),
            ("CODE_PAT|NOM_PAT|PRENOM_PAT|SEXE|AGE|SERVICE", "CODE|NOM|PRENOM|-|-|-"),
            ("SNIS - Nom de l'enfant|SNIS - Prénom|SNIS - Sexe|Event", "NOM DE L ENFANT|PRENOM|SEXE|-"),
            ("nomAgent,|prenomsAgent|sexeAgent|date_naissAgent", "NOM|PRENOMS|SEXE|DATE NAISS"),
            ("Individu [Nom]|Individu [Sexe]|Individu [Date de naissance]", "NOM|SEXE|DATE DE NAISSANCE"),
            ("NOACTE|NOMP|DNP|NOMM|NOME|PRENE|SEXEE|DNE", "-|NOM DU PERE|DN DU PERE|NOM DE LA MERE|NOM|PREN|SEXE|DN"),
            ("NOM|PRENOM|SEXE|AGE|DN", "-|-|-|-|-"),
            ("NOM_ELV|PNOM_ELV|PREN_ELV|SEX_ELV|NOM_RESP", "NOM|PNOM|PREN|SEX|-"),
            // Words that mean something, other persons, and counts stay.
            ("Date de naissance|Date de déclaration|Date-acte|Nom", "-|-|-|-"),
            ("NOM_PERE|AGE_PERE|PROF_PERE|NOM_ENFANT", "-|-|-|-"),
            ("Effectif_hommes|Effectif_femmes|Effectif_total", "-|-|-"),
            ("N° acte|N° ordre|N° volume|Nom", "-|-|-|-"),
        ] {
            let headings: Vec<&str> = headings.split('|').collect();
            let found = without_shared_affix(&headings, &headers);
            let found: Vec<&str> = found.iter().map(|text| text.as_deref().unwrap_or("-")).collect();
            assert_eq!(found.join("|"), expected);
        }
    }
}
