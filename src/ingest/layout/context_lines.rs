//! Lines that give the rows below them their context: block lines, which hold only labels and their values, such as
//! `Quartier : Boma   Avenue : Lodja`, and titles.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::record::{CellValue, Context, GridRow, fold};

/// What a label of a block line announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Fiche,
    Quartier,
    Avenue,
    /// The number of a fiche or of a parcel.
    Number,
    Year,
    /// The head of the household.
    Head,
    /// A household, by the name of its family or its head.
    Family,
    /// A known label whose value is not used.
    Ignored,
}

/// The words of each label, folded.
const LABELS: [(Label, &str); 8] = [
    (Label::Fiche, "FICHE DE MENAGE|FICHE MENAGE|FICHE|MENAGE|N MENAGE|HOUSEHOLD|HUISHOUDEN"),
    (Label::Quartier, "QUARTIER|WIJK"),
    (Label::Avenue, "AVENUE|RUE|AV|LAAN|STRAAT|STREET"),
    (Label::Number, "PARCELLE|N PARCELLE|NUMERO|NO|N|N AVENUE|N DE PARCELLE|N DE LA PARCELLE|NUMERO PARCELLE|PERCEEL"),
    (
        Label::Year,
        "ANNEE|EXERCICE|RECENSEMENT|JAAR|YEAR|DATE DU PASSAGE|DATE DE PASSAGE|DATE DU RECENSEMENT|DATE DE RECENSEMENT\
         |DATE DE L ENQUETE|DATE D ENQUETE|DATE ENQUETE|DATE RECENSEMENT|PASSAGE|PASSAGE DU|PASSAGE LE",
    ),
    (
        Label::Head,
        "CHEF DE MENAGE|NOM DU CHEF DE MENAGE|NOMS DU CHEF DE MENAGE|NOM CHEF DE MENAGE|CHEF DU MENAGE|NOM DU CHEF\
         |NOMS DU CHEF|NOM DU RESPONSABLE|NOM DU CM|CHEF DE FAMILLE|RESPONSABLE DU MENAGE|CHEF|CM|RESPONSABLE|GEZINSHOOFD",
    ),
    (
        Label::Family,
        "FAMILLE|FAMILLE DE|FAMILLE DE LA VEUVE|FAMILLE DU VEUF|MENAGE DE|MENAGE DE LA VEUVE|MENAGE DU VEUF|MENAGE DE MR\
         |MENAGE DE M|MENAGE DE MME|MENAGE DE MADAME|MENAGE DE MONSIEUR|MENAGE DE PAPA|MENAGE DE MAMAN|MENAGE FAMILLE\
         |FOYER DE|LIBOTA YA",
    ),
    (Label::Ignored, "COMMUNE|CELLULE|BLOC|LOCALITE|PROVINCE|VILLE|DISTRICT|TELEPHONE|ADRESSE"),
];

/// The label that equals a text.
fn exact_label(text: &str) -> Option<Label> {
    /// Searched for every cell of text.
    static BY_WORD: LazyLock<HashMap<&str, Label, FixedState>> = LazyLock::new(|| {
        LABELS.iter().flat_map(|(label, words)| words.split('|').map(|word| (word, *label))).collect()
    });
    BY_WORD.get(fold(text).as_str()).copied()
}

/// The label and the value in a text with one label.
fn label_of(text: &str) -> Option<(Label, String)> {
    let (before, after) = text.split_once(':').unwrap_or((text, ""));
    if let Some(label) = exact_label(before) {
        // "Chef" alone may be a cell of a row of data.
        let is_label = text.contains(':') || !(is_short_head(before) || label == Label::Family);
        return is_label.then(|| (label, after.trim().to_owned()));
    }
    // Without a colon: "Quartier Batumona", "N° 26", "FICHE DE MENAGE N° 26".
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len()).rev().find_map(|n| {
        let label = exact_label(&words[..n].join(" "))?;
        let value = words[n..].join(" ").trim_start_matches([':', ' ']).to_owned();
        // "Fiche de ménage du quartier Boma" is a title; the line of a fiche has a number.
        let is_label = match label {
            Label::Fiche => value.bytes().any(|b| b.is_ascii_digit()),
            Label::Family => is_family_name(&value) || is_surname(&words[..n], &value),
            Label::Head => !is_short_head(&words[..n].join(" ")),
            _ => true,
        };
        is_label.then_some((label, value))
    })
}

/// Whether a label of the head is one word, which may be a value.
fn is_short_head(label: &str) -> bool {
    exact_label(label) == Some(Label::Head) && !label.trim().contains(' ')
}

/// Whether a text is the name of a family or of its head: two to five words of letters, one of them in capitals, none a
/// place.
fn is_family_name(value: &str) -> bool {
    const PLACES: &str = "COMMUNE QUARTIER AVENUE VILLE ZONE PARCELLE RUE CELLULE BLOC";
    let words: Vec<&str> = value.split_whitespace().collect();
    let is_word = |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
    let is_place = |word: &&str| PLACES.split(' ').any(|place| place == fold(word));
    (2..=5).contains(&words.len())
        && words.iter().all(is_word)
        && words.iter().any(|word| word.chars().count() >= 3 && word.chars().all(char::is_uppercase))
        && !words.iter().any(is_place)
}

/// Whether the text behind "Famille" is a surname in capitals.
fn is_surname(label: &[&str], value: &str) -> bool {
    let is_capital = |c: char| c.is_uppercase() || matches!(c, ' ' | '-' | '\'');
    matches!(label, ["Famille" | "FAMILLE" | "famille"]) && value.len() >= 3 && value.chars().all(is_capital)
}

/// The labels and values of one cell: `Quartier : Boma Avenue : Lodja`, `Quartier Boma, Avenue Lodja, N° 12`, `FICHE N°
/// 26`.
fn labels_in(text: &str) -> Vec<(Label, String)> {
    if text.len() > MAX_TITLE {
        return Vec::new();
    }
    let by_colon = (text.matches(':').count() >= 2).then(|| labels_by_colon(text)).flatten();
    if let Some(labels) = by_colon {
        return labels;
    }
    let text = &*quartier_in_full(text);
    let parts = text.split([',', ';', '|', '–', '\t']).flat_map(|part| part.split(" - "));
    let parts: Vec<&str> = parts.flat_map(|part| part.split(" / ")).collect();
    let labels: Vec<(Label, String)> = parts.iter().filter_map(|part| label_of(part.trim())).collect();
    if parts.len() >= 2 && labels.len() == parts.len() { labels } else { label_of(text).into_iter().collect() }
}

/// The text with "Quartier" for "Q/" before a name: `Q/MABINDA`.
fn quartier_in_full(text: &str) -> Cow<'_, str> {
    let rest =
        ["Q/", "q/", "Q. ", "Q : ", "Q: ", "Qtier ", "Qter ", "Q/ "].iter().find_map(|sign| text.strip_prefix(sign));
    match rest.filter(|rest| rest.trim_start().starts_with(char::is_alphabetic)) {
        Some(rest) => Cow::Owned(format!("Quartier {}", rest.trim_start())),
        None => Cow::Borrowed(text),
    }
}

/// Labels that are each followed by a colon; the value stands between the colon and the next label.
fn labels_by_colon(text: &str) -> Option<Vec<(Label, String)>> {
    let parts: Vec<&str> = text.split(':').collect();
    let (last, labelled) = parts.split_last()?;
    let mut labels = Vec::new();
    for (index, part) in labelled.iter().enumerate() {
        let words: Vec<&str> = part.split_whitespace().collect();
        let first = usize::from(index > 0).min(words.len());
        let (label, at) = (first..words.len()).find_map(|at| Some((exact_label(&words[at..].join(" "))?, at)))?;
        if let Some((_, value)) = labels.last_mut() {
            *value = words[..at].join(" ");
        } else if at > 0 {
            return None;
        }
        labels.push((label, String::new()));
    }
    if let Some((_, value)) = labels.last_mut() {
        *value = last.trim().to_owned();
    }
    Some(labels)
}

/// The labels and values of a block line; `None` for a row with other cells.
pub(super) fn block_line(row: &GridRow) -> Option<Vec<(Label, String)>> {
    if row.cells.len() > 12 {
        return None;
    }
    let mut labels: Vec<(Label, String)> = Vec::new();
    for (_, value) in &row.cells {
        let text = value.display_text();
        let own = if matches!(value, CellValue::Text(_)) { labels_in(&text) } else { Vec::new() };
        if own.is_empty() {
            match labels.last_mut() {
                Some((_, value)) if value.is_empty() => *value = text.into_owned(),
                _ => return None,
            }
        }
        for (label, value) in own {
            match labels.last_mut() {
                // "N°" after a fiche is the fiche's number, elsewhere the parcel's.
                Some((Label::Fiche, number)) if label == Label::Number && number.is_empty() => *number = value,
                _ => labels.push((label, value)),
            }
        }
    }
    let only_number = labels.iter().all(|(label, _)| *label == Label::Number);
    (!labels.is_empty() && !only_number).then_some(labels)
}

/// The number behind a number sign: `26` of `N° 26`.
pub(super) fn number_in(text: &str) -> Option<String> {
    label_of(text).filter(|(label, _)| *label == Label::Number).map(|(_, number)| number)
}

/// What the block lines since the last row of data have given.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BlockState {
    has_fiche: bool,
    has_address: bool,
    /// Whether the current avenue belongs to one household's block and not to a section of many households.
    avenue_is_of_block: bool,
}

impl BlockState {
    /// Records that a row of data was read: the next block line begins a new block.
    pub(super) fn end_block(&mut self) {
        (self.has_fiche, self.has_address) = (false, false);
    }

    /// The context with the values of a block line added.
    pub(super) fn add_labels(&mut self, mut context: Context, labels: &[(Label, String)]) -> Context {
        for (label, value) in labels {
            let value = value.trim().trim_start_matches([':', '.', ' ']).to_owned();
            match label {
                Label::Fiche => {
                    // A new household: the address of the last household's block ends here.
                    if !self.has_address {
                        context.parcel = None;
                        context.avenue = context.avenue.filter(|_| !self.avenue_is_of_block);
                    }
                    context.fiche = Some(number_in(&value).unwrap_or(value));
                    context.is_block = true;
                    self.has_fiche = true;
                }
                Label::Quartier if !value.is_empty() => context.quartier = Some(value),
                Label::Avenue => {
                    context.avenue = Some(value);
                    context.parcel = None;
                    (self.has_address, self.avenue_is_of_block) = (true, self.has_fiche);
                }
                Label::Number => {
                    context.parcel = Some(value);
                    self.has_address = true;
                }
                Label::Year => context.year = year_in(&value).or(context.year),
                Label::Family => {
                    (context.fiche, context.is_block) = (Some(value), true);
                    self.has_fiche = true;
                }
                Label::Quartier | Label::Head | Label::Ignored => {}
            }
        }
        context
    }
}

/// Longest text that may be a title, a label or a total, in bytes. A longer text is prose.
pub(super) const MAX_TITLE: usize = 400;

/// Adds the year and the quartier in a title row to the context of the rows below. Returns the title whose year was
/// only guessed to be that of the list.
pub(super) fn add_title(context: &mut Context, row: &GridRow, this_year: Option<i32>) -> Option<String> {
    let mut guessed = None;
    for (_, value) in &row.cells {
        let text = value.display_text();
        context.year = year_in_title(&text).or(context.year);
        if context.round_year().is_none() {
            context.year = year_of_list(&text, this_year);
            guessed = context.year.map(|_| text.to_string()).or(guessed);
        }
        context.quartier = context.quartier.take().or_else(|| quartier_in_title(&text));
    }
    guessed
}

/// The quartier that a title names: `RECENSEMENT DU QUARTIER BOMA 2017`.
fn quartier_in_title(text: &str) -> Option<String> {
    const STOPS: [&str; 7] = ["RECENSEMENT", "ANNEE", "COMMUNE", "AVENUE", "CELLULE", "VILLE", "FICHE"];
    let mut words = text.split_whitespace().skip_while(|word| !matches!(fold(word).as_str(), "QUARTIER" | "WIJK"));
    words.next().filter(|_| text.len() <= MAX_TITLE)?;
    let is_of_name = |word: &&str| {
        let folded = fold(word);
        !folded.is_empty() && year_in(word).is_none() && !STOPS.contains(&folded.as_str())
    };
    let words = words.skip_while(|word| fold(word).is_empty()).take_while(is_of_name);
    let named = words.collect::<Vec<_>>().join(" ");
    named.split([',', ';', '(', '–', ':']).map(str::trim).find(|part| !part.is_empty()).map(str::to_owned)
}

/// The last year from 1950 to 2099 that stands as a word of its own.
pub(crate) fn year_in(text: &str) -> Option<i32> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).rfind(|year| (1950..2100).contains(year))
}

/// The year in a title of a census or a register.
fn year_in_title(text: &str) -> Option<i32> {
    let folded = if text.len() > MAX_TITLE { String::new() } else { fold(text) };
    let words = ["RECENSEMENT", "REGISTRE", "ANNEE", "NAISSANCES", "EXERCICE", "DENOMBREMENT"];
    let is_dated = || folded.starts_with("DATE ") && text.contains(':');
    year_in(text).filter(|_| words.iter().any(|word| folded.contains(word)) || is_dated())
}

/// The year in a title of any other list: `LISTE DES ELEVES 2018`, `Au 31/12/2018`, `Kinshasa, le 12/05/2018`. The year
/// of a law, of a foundation or of births is none, nor is one that is yet to come.
fn year_of_list(text: &str, this_year: Option<i32>) -> Option<i32> {
    const OTHERS: &str = "LOI CONSTITUTION ORDONNANCE DECRET ARTICLE DEPUIS FONDE FONDEE CREE CREEE NE NEE NES NEES GENERATION VERSION MODELE \
        FORMULAIRE TEL TELEPHONE BP ENTRE AVANT APRES PROMOTION LAW SINCE BORN FOUNDED WET SINDS GEBOREN LEI DESDE NASCIDOS";
    let folded = if text.len() > MAX_TITLE { String::new() } else { fold(text) };
    let is_of_other = folded.split(' ').any(|word| OTHERS.split(' ').any(|other| other == word))
        || folded.contains("ARRETE N")
        || folded.strip_prefix("ARRETE ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || folded.contains("ARRETE MINISTERIEL");
    let is_past = |year: &i32| this_year.is_none_or(|this_year| *year <= this_year);
    year_in(text).filter(is_past).filter(|_| !folded.is_empty() && !is_of_other)
}

/// The year in a line that closes a list: `Fait à Kinshasa, le 12/05/2018`, `Arrêtée au 31/12/2018`.
pub(super) fn year_of_closing(text: &str) -> Option<i32> {
    const STARTS: &str = "FAIT A |FAIT LE |FAITE A |DRESSE A |DRESSE LE |DRESSEE |ARRETE A |ARRETE AU |ARRETE LE |ARRETEE |CLOS LE \
        |CLOTURE |GEDAAN |OPGEMAAKT |DONE AT |DONE ON |FEITO |IMETOLEWA |ESALEMI ";
    let folded = if text.len() > MAX_TITLE { String::new() } else { fold(text) };
    let is_closing = STARTS.split('|').any(|start| folded.starts_with(start.trim_end_matches(['\n'])));
    year_in(text).filter(|_| is_closing)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The rows of a sheet from lines with cells divided by `|`; a cell that parses as a number is one. The first row
    /// is 1.
    pub(in super::super) fn rows(lines: &[&str]) -> Vec<GridRow> {
        let value = |text: &str| text.parse().map_or_else(|_| CellValue::Text(text.into()), CellValue::Number);
        let row = |(line, row): (&&str, u32)| {
            let cells = line.split('|').map(str::trim).enumerate().filter(|(_, text)| !text.is_empty());
            GridRow { row, cells: cells.map(|(column, text)| (column as u16, value(text))).collect() }
        };
        lines.iter().zip(1..).map(row).filter(|row| !row.cells.is_empty()).collect()
    }

    #[test]
    fn a_block_line_has_labels_and_a_row_of_data_has_none() {
        use Label::{Avenue, Family, Fiche, Head, Ignored, Number, Quartier, Year};
        let address = [(Quartier, "17 Mai"), (Avenue, "Lodja"), (Number, "164")];
        for (line, expected) in [
            ("FICHE DE MÉNAGE||N° 26", &[(Fiche, "26")][..]),
            ("Quartier|17 Mai|Avenue|Lodja|N°|164", &address),
            ("Quartier : 17 Mai   Avenue : Lodja   N° : 164", &address),
            ("Quartier 17 Mai, Avenue Lodja, N° 164", &address),
            ("Quartier :|Malonda||Année :|2017", &[(Quartier, "Malonda"), (Year, "2017")]),
            ("Fiche de ménage du quartier Boma", &[]),
            ("1|MBALA|LEMA|Bruno", &[]),
            ("MBALA|LEMA|Bruno", &[]),
            ("Av. Kasa-Vubu n°58|MBALA|LEMA", &[]),
            ("Chef : VETO SANA Marc", &[(Head, "VETO SANA Marc")]),
            ("Chef|VETO SANA Marc", &[]),
            ("Famille VETO SANA Marc", &[(Family, "VETO SANA Marc")]),
            ("Ménage de la veuve NZUZI Thérèse", &[(Family, "NZUZI Thérèse")]),
            ("Fiche de ménage|||date du passage: 14/09/2018", &[(Fiche, ""), (Year, "14/09/2018")]),
            ("Commune de Kimbanseke / Quartier Boma", &[(Ignored, "de Kimbanseke"), (Quartier, "Boma")]),
            ("Q/MABINDA", &[(Quartier, "MABINDA")]),
        ] {
            let labels = block_line(&rows(&[line])[0]).unwrap_or_default();
            let expected: Vec<(Label, String)> =
                expected.iter().map(|(label, value)| (*label, (*value).into())).collect();
            assert_eq!(labels, expected, "{line}");
        }
    }

    #[test]
    fn a_sections_avenue_holds_for_all_its_households_and_a_blocks_own_for_one() {
        for (first_lines, first_place, second_place) in [
            (["AVENUE KASAVUBU", "Ménage N° 1"], [Some("KASAVUBU"), None], [Some("KASAVUBU"), None]),
            (["Ménage N° 1", "Avenue Lodja, N° 12"], [Some("Lodja"), Some("12")], [None, None]),
        ] {
            let mut block = BlockState::default();
            let add = |block: &mut BlockState, context, line| {
                block.add_labels(context, &block_line(&rows(&[line])[0]).expect("a block line"))
            };
            let first =
                first_lines.into_iter().fold(Context::default(), |context, line| add(&mut block, context, line));
            assert_eq!([first.avenue.as_deref(), first.parcel.as_deref()], first_place);
            block.end_block();
            let second = add(&mut block, first, "Ménage N° 2");
            assert_eq!([second.avenue.as_deref(), second.parcel.as_deref()], second_place);
        }
    }

    #[test]
    fn a_title_or_a_closing_line_gives_the_year_and_a_law_does_not() {
        for (title, year) in [
            ("LISTE DES ELEVES 2018", Some(2018)),
            ("Année scolaire 2017-2018", Some(2018)),
            ("Liste arrêtée au 31/12/2018", Some(2018)),
            ("du 12 au 15 mars 2018", Some(2018)),
            ("Loi n° 16 du 20 juillet 2011", None),
            ("Enfants nés en 2012", None),
            ("École fondée en 1956", None),
            ("Constitution du 18 février 2006", None),
            ("Arrêté 008 du 12 mars 2011", None),
            ("Objectifs du programme 2025-2030", None),
            ("Projet PNUD 2030", None),
            ("Liste de mars 2026", Some(2026)),
        ] {
            assert_eq!(year_of_list(title, Some(2026)), year, "{title}");
        }
        assert_eq!(year_of_closing("Fait à Kinshasa, le 12/05/2018"), Some(2018));
        assert_eq!(year_of_closing("Naissance le 12/05/2018"), None);
    }

    #[test]
    fn a_title_names_its_quartier() {
        for (title, quartier) in [
            ("RECENSEMENT DU QUARTIER BOMA 2017", Some("BOMA")),
            ("COMMUNE DE KIMBANSEKE - QUARTIER 17 MAI - ANNEE 2017", Some("17 MAI")),
            ("Quartier : Waya-Waya", Some("Waya-Waya")),
            ("RECENSEMENT 2017", None),
        ] {
            assert_eq!(quartier_in_title(title).as_deref(), quartier, "{title}");
        }
    }
}
