//! Takes the word for a relative off the name behind it: `Sa femme Ekila Rose`, `Petit enfant : Sala Dan`.
//!
//! The word is a name in other cells: `Petit Pierre`, `Mwana KABONGO`. It is taken off only behind a possessive, before
//! a colon, or where it has two words or stands before two names.

use std::borrow::Cow;

use crate::record::{CellValue, Doubt, DoubtKind, Field, RawCell, RawRow, Relation, fold};

use super::codes::Codes;
use super::generation_mark::mark_in_brackets;
use super::text::filled_cell;

const POSSESSIVES: [&str; 7] = ["SON", "SA", "SES", "LEUR", "ZIJN", "HAAR", "HUN"];
/// Words for relatives that no person is called by.
const RELATIVES: [&str; 10] =
    ["FILS", "FILLE", "EPOUSE", "EPOUX", "FEMME", "MARI", "NEVEU", "NIECE", "COUSIN", "COUSINE"];
const MOST_WORDS: usize = 3;

/// Returns the row with the words for relatives taken off its name. Without a relation of its own it has theirs.
pub(super) fn without_kin_words<'r>(raw: Cow<'r, RawRow>, codes: &Codes, doubts: &mut Vec<Doubt>) -> Cow<'r, RawRow> {
    let found = raw.cells.iter().enumerate().find_map(|(index, cell)| {
        let CellValue::Text(text) = &cell.value else { return None };
        let is_whole = matches!(cell.field, Field::Nom | Field::NomPostnom | Field::FullName | Field::PrenomFirst);
        if !is_whole {
            return None;
        }
        let before = kin_words(text, codes).map(|(words, name)| (words.to_owned(), name.to_owned()));
        let (words, name) = before.or_else(|| kin_in_brackets(text, codes))?;
        Some((index, words, name))
    });
    let Some((index, words, name)) = found else { return raw };
    let mut row = raw.into_owned();
    let column = row.cells[index].column;
    row.cells[index].value = CellValue::Text(name.into());
    if filled_cell(&row, Field::Relation).is_none() {
        // `leur fille`: the list of words has the word alone.
        let relation = match words.split_once(' ') {
            Some((_, relative)) if codes.relation(&words).is_none() => relative,
            _ => words.as_str(),
        };
        row.cells.retain(|cell| cell.field != Field::Relation);
        row.cells.push(RawCell { column, field: Field::Relation, value: CellValue::Text(relation.into()) });
    }
    doubts.push(Doubt { kind: DoubtKind::NotPartOfName, column: Some(column), value: words });
    Cow::Owned(row)
}

/// The words for a relative at the start of a text, and the name behind them.
fn kin_words<'t>(text: &'t str, codes: &Codes) -> Option<(&'t str, &'t str)> {
    let text = text.trim();
    if !may_start(text) {
        return None;
    }
    let ends: Vec<usize> = text.char_indices().filter(|(_, c)| matches!(c, ' ' | ':')).map(|(at, _)| at).collect();
    let is_name = |name: &str| name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    ends.iter().take(MOST_WORDS).rev().find_map(|end| {
        let (words, rest) = text.split_at(*end);
        let name = rest.trim_start_matches([' ', ':', '-', '.']);
        let folded = fold(words);
        let (first, others) = folded.split_once(' ').unwrap_or((&folded, ""));
        let is_possessive = POSSESSIVES.contains(&first) && !others.is_empty();
        let relative = if is_possessive { others } else { words };
        let n_names = name.split_whitespace().count();
        let is_sure = is_possessive
            || rest.trim_start().starts_with(':')
            || first.starts_with("PETIT") && !others.is_empty()
            || RELATIVES.contains(&folded.as_str()) && n_names >= 2;
        // `fils de KANZA` names somebody else.
        let is_other =
            matches!(fold(name.split_whitespace().next()?).as_str(), "DE" | "DU" | "VAN" | "OF" | "YA" | "ET");
        (is_sure && !is_other && is_name(name) && codes.relation(relative).is_some())
            .then_some((words.trim_end(), name))
    })
}

/// The words for a relative in brackets, and the name without them: `MVULA (petit fils) Exaucé`. `(fils)` and `(père)`
/// may be marks of generation, `(chef)` is a mark of its own.
fn kin_in_brackets(text: &str, codes: &Codes) -> Option<(String, String)> {
    let (before, rest) = text.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    let words = inside.trim();
    let is_relation = codes.relation(words).is_some_and(|relation| relation != Relation::Head);
    if !is_relation
        || words.chars().filter(|c| c.is_alphabetic()).count() < 3
        || mark_in_brackets(&fold(words)).is_some()
    {
        return None;
    }
    let name = format!("{} {}", before.trim_end(), after.trim_start());
    name.contains(char::is_alphabetic).then(|| (words.to_owned(), name.trim().to_owned()))
}

/// A quick test of the first letters and of a colon: most names begin with no word for a relative.
fn may_start(text: &str) -> bool {
    const STARTS: [&[u8; 2]; 16] = [
        b"so",
        b"sa",
        b"se",
        b"le",
        b"zi",
        b"ha",
        b"hu",
        b"fi",
        b"ep",
        b"\xc3\xa9",
        b"\xc3\x89",
        b"fe",
        b"ma",
        b"ne",
        b"ni",
        b"co",
    ];
    let Some(two) = text.as_bytes().get(..2).map(|two| [two[0].to_ascii_lowercase(), two[1].to_ascii_lowercase()])
    else {
        return false;
    };
    text.contains(':') || two == *b"pe" || STARTS.contains(&&two)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::CodeWords;

    #[test]
    fn words_for_relatives_are_taken_off_and_names_stay() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        for (typed, expected) in [
            ("Sa femme Ekila Rose", Some(("Sa femme", "Ekila Rose"))),
            ("Son fils Sala Luc", Some(("Son fils", "Sala Luc"))),
            ("sa fille Sala", Some(("sa fille", "Sala"))),
            ("leur fille MUSAU Gloria", Some(("leur fille", "MUSAU Gloria"))),
            ("Son épouse Ekila Rose", Some(("Son épouse", "Ekila Rose"))),
            ("Petit enfant : Sala Dan", Some(("Petit enfant", "Sala Dan"))),
            ("petit-fils Sala Dan", Some(("petit-fils", "Sala Dan"))),
            ("Petite fille MBALA Ruth", Some(("Petite fille", "MBALA Ruth"))),
            ("Épouse : MBALA", Some(("Épouse", "MBALA"))),
            ("Neveu MBALA Jean", Some(("Neveu", "MBALA Jean"))),
            ("Fils MBALA Jean", Some(("Fils", "MBALA Jean"))),
            ("Petit Pierre", None),
            ("Fils de KANZA", None),
            ("Femme KAPINGA", None),
            ("Son MBALA", None),
            ("SALA Dan", None),
            ("Chef de rue : MBALA", None),
            ("Mwana KABONGO Jean", None),
            ("SA MBALA Jean", None),
        ] {
            assert_eq!(kin_words(typed, &codes), expected, "{typed}");
        }
    }

    #[test]
    fn words_for_relatives_in_brackets_are_taken_off() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        for (typed, expected) in [
            ("MVULA (petit fils) Exaucé", Some(("petit fils", "MVULA Exaucé"))),
            ("MVULA Exaucée (nièce)", Some(("nièce", "MVULA Exaucée"))),
            ("(belle-soeur) MVULA Ruth", Some(("belle-soeur", "MVULA Ruth"))),
            ("MVULA (fils)", None),
            ("MVULA (chef)", None),
            ("MVULA (Ruth)", None),
            ("(nièce)", None),
        ] {
            let found = kin_in_brackets(typed, &codes);
            let expected = expected.map(|(words, name)| (words.to_owned(), name.to_owned()));
            assert_eq!(found, expected, "{typed}");
        }
    }

    #[test]
    fn a_row_without_a_relation_has_the_one_before_its_name() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let cell = |column, field, text: &str| RawCell { column, field, value: CellValue::Text(text.into()) };
        for (own, expected) in [(None, "Sa femme"), (Some("-"), "Sa femme"), (Some("mère"), "mère")] {
            let mut cells = vec![cell(1, Field::FullName, "Sa femme Ekila Rose")];
            cells.extend(own.map(|own| cell(2, Field::Relation, own)));
            let raw = RawRow { at: Default::default(), context: 0, cells, carried: Vec::new(), left_out: None };
            let mut doubts = Vec::new();
            let row = without_kin_words(Cow::Borrowed(&raw), &codes, &mut doubts);
            assert_eq!(&*row.field_text(Field::FullName), "Ekila Rose");
            assert_eq!(&*row.field_text(Field::Relation), expected);
            assert_eq!(doubts.len(), 1);
        }
    }
}
