//! Lines that name the house of the rows below, in any order and with any signs: `PARCELLE 69 Av. BOKUNGU — Ménage 1`,
//! `N° 21 Av Saio, chez MAMAN NGOY`, `Suite de la parcelle 16`.

use crate::record::{GridRow, fold};

/// What a label of a block line announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Fiche,
    Quartier,
    Avenue,
    /// The number of a fiche or of a parcel.
    Number,
    /// The number of a parcel behind its word, in a line of its own: the avenue above goes on.
    Parcel,
    Year,
    /// The head of the household.
    Head,
    /// A household, by the name of its family or its head.
    Family,
    /// A known label whose value is not used.
    Ignored,
}

/// The words before a number, a house or an avenue, folded.
const WORDS: [(Label, &str); 4] = [
    (Label::Fiche, "MENAGE|MEN|FICHE|FICHE DE MENAGE|FICHE MENAGE|HOUSEHOLD|HUISHOUDEN"),
    (Label::Parcel, "PARCELLE|PARC|PCELLE|PCLLE|PARCEL|PERCEEL"),
    (Label::Number, "N|NO|NR|NUMERO|NUM"),
    (Label::Avenue, "AVENUE|AV|AVE|RUE|LAAN|STRAAT|STREET"),
];

/// A part of a line between signs, as the words say.
#[derive(Debug, Default)]
struct House<'t> {
    fiche: Option<String>,
    avenue: Option<String>,
    number: Option<String>,
    /// Whether the number stands behind the word "parcelle".
    is_parcel: bool,
    /// Whether the household stands before the address.
    has_fiche_first: bool,
    /// The words that have no label: those of a name behind "chez".
    of_host: Option<&'t str>,
}

/// The labels of a line that names a house and nothing else; `None` for another text. A line of a number without
/// "parcelle" names no house.
pub(super) fn address_labels(text: &str) -> Option<Vec<(Label, String)>> {
    const LONGEST: usize = 200;
    if text.len() > LONGEST || !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let spaced = with_spaces(without_brackets(text));
    let (bare, goes_on) = without_lead(&spaced);
    let mut house = House::default();
    for part in parts_of(bare) {
        read_part(part, &mut house)?;
    }
    let is_whole = house.avenue.is_some() || house.is_parcel;
    // "Avenue Lodja" and "Ménage 12" alone are read as any label.
    (is_whole && house.number.is_some()).then(|| house.labels(goes_on))
}

/// The number and the avenue of a line without a label, `21 bis, Saio`, where the avenue is one of those above.
pub(super) fn house_on_known_avenue(row: &GridRow, is_avenue: impl Fn(&str) -> bool) -> Option<Vec<(Label, String)>> {
    let [(_, value)] = &row.cells[..] else { return None };
    let text = value.to_text();
    let spaced = with_spaces(&text);
    let words: Vec<&str> = spaced.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let n_number = number_words(&words);
    let avenue = words.get(n_number..).filter(|rest| !rest.is_empty())?.join(" ");
    (n_number > 0 && is_avenue(&avenue))
        .then(|| vec![(Label::Avenue, house_line(&avenue, &words[..n_number].join(" ")))])
}

/// The name of an avenue in a line that a context keeps: `BOKUNGU n° 14` is `BOKUNGU`.
pub(super) fn avenue_alone(line: &str) -> &str {
    line.split_once(" n° ").map_or(line, |(avenue, _)| avenue)
}

/// An avenue and a number in one line, as [`avenue_alone`] reads it.
fn house_line(avenue: &str, number: &str) -> String {
    format!("{avenue} n° {number}")
}

impl House<'_> {
    fn labels(self, goes_on: bool) -> Vec<(Label, String)> {
        let suite = if goes_on { " suite" } else { "" };
        let number = self.number.unwrap_or_default();
        let address = match &self.avenue {
            Some(avenue) => (Label::Avenue, house_line(avenue, &number) + suite),
            None => (Label::Parcel, number + suite),
        };
        let mut labels: Vec<(Label, String)> = vec![address];
        if let Some(fiche) = self.fiche {
            labels.insert(usize::from(!self.has_fiche_first), (Label::Fiche, fiche));
        }
        if let Some(host) = self.of_host {
            labels.push((Label::Ignored, host.to_owned()));
        }
        labels
    }
}

/// The text before a remark in brackets at its end.
fn without_brackets(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map_or(text, |(before, _)| before.trim_end())
}

/// The text with a space behind each number sign and in place of each other sign that joins words: `n°98` is `n° 98`.
fn with_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '°' | 'º' => spaced.push_str("° "),
            '\u{a0}' | '\u{202f}' | '\t' | '\n' => spaced.push(' '),
            other => spaced.push(other),
        }
    }
    spaced
}

/// The text without "Suite de la" at its start, and whether it had it.
fn without_lead(text: &str) -> (&str, bool) {
    let text = text.trim_start();
    let Some((_, rest)) = text.split_once(' ').filter(|(first, _)| fold(first) == "SUITE") else {
        return (text, false);
    };
    let mut rest = rest.trim_start();
    while let Some((word, behind)) = rest.split_once(' ')
        && matches!(fold(word).as_str(), "DE" | "LA" | "DU" | "" | "L")
    {
        rest = behind.trim_start();
    }
    (rest, true)
}

/// The parts of a line between signs. A stroke inside a number, `3/C`, divides nothing.
fn parts_of(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([',', ';', ':', '—', '–', '|']).flat_map(|part| part.split(" - "));
    parts
        .flat_map(|part| part.split(" / "))
        .map(|part| part.trim_matches([' ', '-', '.', '/']))
        .filter(|part| !part.is_empty())
}

/// Reads the labels of one part; `None` if it has other words.
fn read_part<'t>(part: &'t str, house: &mut House<'t>) -> Option<()> {
    let words: Vec<&str> = part.split(' ').filter(|word| !word.is_empty()).collect();
    if fold(words.first()?) == "CHEZ" {
        house.of_host = Some(part);
        return Some(());
    }
    let mut at = 0;
    while at < words.len() {
        let (label, n_label) = label_at(&words[at..])?;
        at += n_label;
        let rest = &words[at..];
        // "Parcelle n° 16": the number sign says nothing more.
        let n_sign = rest.first().map_or(0, |word| usize::from(label != Label::Avenue && is_sign(word)));
        at += n_sign;
        at += read_label(label, &words[at..], house)?;
    }
    Some(())
}

/// Takes the value of a label; returns the number of its words.
fn read_label(label: Label, rest: &[&str], house: &mut House<'_>) -> Option<usize> {
    if label == Label::Avenue {
        return read_avenue(rest, house);
    }
    let n = number_words(rest);
    if n == 0 {
        return None;
    }
    let number = rest[..n].join(" ");
    let place = if label == Label::Fiche { &mut house.fiche } else { &mut house.number };
    if place.replace(number).is_some() {
        return None;
    }
    house.is_parcel |= label == Label::Parcel;
    house.has_fiche_first |= label == Label::Fiche && house.avenue.is_none() && !house.is_parcel;
    Some(n)
}

/// Takes the name of an avenue, up to the next label, and a number at its end; returns the number of its words.
fn read_avenue(rest: &[&str], house: &mut House<'_>) -> Option<usize> {
    let end = (1..rest.len()).find(|at| label_at(&rest[*at..]).is_some()).unwrap_or(rest.len());
    // "30 Juin" is a name, "Lukula 3/C" a name and a number.
    let is_number = |at: &usize| number_words(&rest[*at..end]) == end - at;
    let cut = (1..end).find(is_number).filter(|_| house.number.is_none()).unwrap_or(end);
    let avenue = rest.get(..cut).filter(|words| !words.is_empty())?.join(" ");
    let is_name = avenue.contains(char::is_alphabetic);
    if cut < end {
        house.number = Some(rest[cut..end].join(" "));
    }
    (is_name && house.avenue.replace(avenue).is_none()).then_some(end)
}

/// The label that begins at these words, and the number of its words.
fn label_at(words: &[&str]) -> Option<(Label, usize)> {
    const LONGEST: usize = 3;
    (1..=words.len().min(LONGEST)).rev().find_map(|n| {
        let folded = fold(&words[..n].join(" ").replace(['°', 'º'], ""));
        let of = |(label, own): &(Label, &str)| own.split('|').any(|word| word == folded).then_some(*label);
        WORDS.iter().find_map(of).map(|label| (label, n))
    })
}

/// Whether a word is a number sign.
fn is_sign(word: &str) -> bool {
    label_at(&[word]).is_some_and(|(label, _)| label == Label::Number)
}

/// How many of the first words are a number of a house: `69`, `21 bis`, `3/C`, `12 A`.
fn number_words(words: &[&str]) -> usize {
    const LONGEST: usize = 8;
    let is_number = |word: &&str| {
        let n_letters = word.chars().filter(|c| c.is_alphabetic()).count();
        word.starts_with(|c: char| c.is_ascii_digit())
            && word.len() <= LONGEST
            && (n_letters <= 1 || word.to_lowercase().ends_with("bis"))
    };
    let is_further = |word: &&str| {
        let folded = fold(word);
        matches!(folded.as_str(), "BIS" | "TER" | "QUATER")
            || folded.len() == 1 && word.chars().all(char::is_alphabetic)
    };
    match words.first().is_some_and(is_number) {
        true => 1 + usize::from(words.get(1).is_some_and(is_further)),
        false => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_the_house_of_the_rows_below() {
        use Label::{Avenue, Fiche, Ignored, Parcel};
        for (line, expected) in [
            ("PARCELLE 69 Av. BOKUNGU — Ménage 1", &[(Avenue, "BOKUNGU n° 69"), (Fiche, "1")][..]),
            ("Av. de la Mission n°98 / ménage 2", &[(Avenue, "de la Mission n° 98"), (Fiche, "2")]),
            (
                "Parcelle 14, Av. BOKUNGU - MENAGE 3 (résidence du chef de rue)",
                &[(Avenue, "BOKUNGU n° 14"), (Fiche, "3")],
            ),
            ("Ménage 15 : av. Lukula 3/C", &[(Fiche, "15"), (Avenue, "Lukula n° 3/C")]),
            ("Ménage n° 3, av. Lukula 12", &[(Fiche, "3"), (Avenue, "Lukula n° 12")]),
            ("Parcelle 16", &[(Parcel, "16")]),
            ("Parcelle n° 16 bis", &[(Parcel, "16 bis")]),
            ("PARC. 17 / AV. SAIO", &[(Avenue, "SAIO n° 17")]),
            ("N° 21 Av Saio, chez MAMAN NGOY", &[(Avenue, "Saio n° 21"), (Ignored, "chez MAMAN NGOY")]),
            ("Suite de la parcelle 16", &[(Parcel, "16 suite")]),
            ("Av. 30 Juin n° 4", &[(Avenue, "30 Juin n° 4")]),
            ("rue Boma 12 A", &[(Avenue, "Boma n° 12 A")]),
            ("N° 26", &[]),
            ("Ménage 12", &[]),
            ("Avenue Lodja", &[]),
            ("MAISON VIDE - parcelle 15 Bokungu (propriétaire en Europe)", &[]),
            ("MBALA Jean, av. Lodja 12", &[]),
            ("12 Av. Lodja, MBALA Jean", &[]),
            ("Parcelle 16 : famille MBALA", &[]),
        ] {
            let labels = address_labels(line).unwrap_or_default();
            let expected: Vec<(Label, String)> = expected.iter().map(|(label, own)| (*label, (*own).into())).collect();
            assert_eq!(labels, expected, "{line}");
        }
    }
}
