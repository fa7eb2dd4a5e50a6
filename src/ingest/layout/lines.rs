//! Rows that are no data: titles, lines that label a block, totals, notes, examples; and what they tell of the rows below.

use crate::record::{CellValue, Context, Field, GridRow, fold};

/// Why a row below a heading is no data, if it is none.
///
/// `field_of` says what a column holds.
pub(super) fn no_data(row: &GridRow, field_of: impl Fn(u16) -> Field) -> Option<&'static str> {
    if is_example(row, &field_of) {
        return Some("example");
    }
    let n_personal = row.cells.iter().filter(|(column, _)| field_of(*column).is_personal()).count();
    let has_prose = || row.cells.iter().any(|(_, value)| is_prose(&value.display_text()));
    match n_personal {
        0 if has_prose() => Some("note"),
        0 => Some("unfilled"),
        1 if row.cells.len() <= 2 && has_prose() => Some("note"),
        _ => None,
    }
}

/// The row of a template that shows how to fill it in: it calls itself an example where others bear a number.
fn is_example(row: &GridRow, field_of: impl Fn(u16) -> Field) -> bool {
    row.cells.iter().any(|(column, value)| {
        matches!(field_of(*column), Field::Order | Field::Fiche | Field::ActNumber | Field::Event)
            && matches!(fold(&value.display_text()).as_str(), "EXEMPLE" | "VOORBEELD" | "EXAMPLE")
    })
}

/// A row of one or two texts, as titles and notes between tables are.
pub(super) fn is_lone(row: &GridRow) -> bool {
    row.cells.len() <= 2
        && row
            .cells
            .iter()
            .all(|(_, value)| matches!(value, CellValue::Text(text) if text.trim().parse::<f64>().is_err()))
}

/// A line that closes a table: what follows sums up and lists nobody.
pub(super) fn opens_recap(row: &GridRow) -> bool {
    is_lone(row) && row.cells.first().is_some_and(|(_, value)| is_recap(&value.display_text()))
}

/// Longest text that may be a label, a title or a total, in bytes: beyond it is prose, and may be very long.
const LONGEST: usize = 400;

/// Whether a title or a sheet's name announces sums and no persons.
pub(in crate::ingest) fn is_recap(text: &str) -> bool {
    const WORDS: [&str; 9] =
        ["RECAP", "SYNTHESE", "RESUME", "STATISTIQUE", "TABLEAU RECAP", "SOMMAIRE", "TOTAUX", "OVERZICHT", "SUMMARY"];
    let folded = if text.len() > LONGEST { String::new() } else { fold(text) };
    WORDS.iter().any(|word| folded.starts_with(word))
}

/// A sentence, a signature or a stamp, and no name.
fn is_prose(text: &str) -> bool {
    const STARTS: [&str; 12] = [
        "FAIT A",
        "SIGNATURE",
        "CACHET",
        "LE BOURGMESTRE",
        "LE CHEF DE QUARTIER",
        "CHEF DE QUARTIER",
        "L AGENT",
        "AGENT RECENSEUR",
        "NB",
        "NOTE",
        "VU ",
        "POUR ",
    ];
    if text.len() > LONGEST {
        return true;
    }
    let folded = fold(text);
    STARTS.iter().any(|start| folded.starts_with(start))
        || folded.split(' ').count() >= 6
        || text.trim_end().ends_with(':')
}

/// A line of totals: it begins with the word and holds few cells.
pub(super) fn is_total(row: &GridRow) -> bool {
    const WORDS: [&str; 9] =
        ["TOTAL", "TOTAUX", "SOUS TOTAL", "S TOTAL", "TOT", "REPORT", "A REPORTER", "TOTAAL", "EFFECTIF"];
    let n_texts = row.cells.iter().filter(|(_, value)| matches!(value, CellValue::Text(_))).count();
    if row.cells.len() > 8 || n_texts > 3 {
        return false;
    }
    let first_text = row.cells.iter().find_map(|(_, value)| match value {
        CellValue::Text(text) if text.len() > LONGEST => Some(String::new()),
        CellValue::Text(text) => Some(fold(text)),
        _ => None,
    });
    first_text.is_some_and(|text| {
        WORDS.iter().any(|word| text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    })
}

/// A label of a block or title line, and what it labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Fiche,
    Quartier,
    Avenue,
    Number,
    Year,
    Elsewhere,
}

fn exact_label(text: &str) -> Option<Label> {
    const LABELS: [(&str, Label); 41] = [
        ("FICHE DE MENAGE", Label::Fiche),
        ("FICHE MENAGE", Label::Fiche),
        ("FICHE", Label::Fiche),
        ("MENAGE", Label::Fiche),
        ("N MENAGE", Label::Fiche),
        ("QUARTIER", Label::Quartier),
        ("AVENUE", Label::Avenue),
        ("RUE", Label::Avenue),
        ("AV", Label::Avenue),
        ("PARCELLE", Label::Number),
        ("N PARCELLE", Label::Number),
        ("NUMERO", Label::Number),
        ("NO", Label::Number),
        ("N", Label::Number),
        ("ANNEE", Label::Year),
        ("EXERCICE", Label::Year),
        ("RECENSEMENT", Label::Year),
        ("COMMUNE", Label::Elsewhere),
        ("CELLULE", Label::Elsewhere),
        ("BLOC", Label::Elsewhere),
        ("LOCALITE", Label::Elsewhere),
        ("HOUSEHOLD", Label::Fiche),
        ("HUISHOUDEN", Label::Fiche),
        ("WIJK", Label::Quartier),
        ("LAAN", Label::Avenue),
        ("STRAAT", Label::Avenue),
        ("STREET", Label::Avenue),
        ("N AVENUE", Label::Number),
        ("N DE PARCELLE", Label::Number),
        ("N DE LA PARCELLE", Label::Number),
        ("NUMERO PARCELLE", Label::Number),
        ("PERCEEL", Label::Number),
        ("JAAR", Label::Year),
        ("YEAR", Label::Year),
        ("CHEF DE MENAGE", Label::Elsewhere),
        ("NOM DU CHEF DE MENAGE", Label::Elsewhere),
        ("PROVINCE", Label::Elsewhere),
        ("VILLE", Label::Elsewhere),
        ("DISTRICT", Label::Elsewhere),
        ("TELEPHONE", Label::Elsewhere),
        ("ADRESSE", Label::Elsewhere),
    ];
    let folded = fold(text);
    LABELS.iter().find(|(name, _)| *name == folded).map(|(_, label)| *label)
}

fn label_of(text: &str) -> Option<(Label, String)> {
    let (before, after) = text.split_once(':').unwrap_or((text, ""));
    if let Some(label) = exact_label(before) {
        return Some((label, after.trim().to_owned()));
    }
    // The value in the same cell: "Quartier Batumona", "N° 26", "FICHE DE MENAGE N° 26".
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len()).rev().find_map(|n| {
        let label = exact_label(&words[..n].join(" "))?;
        let value = words[n..].join(" ").trim_start_matches([':', ' ']).to_owned();
        // "Fiche de ménage du quartier Boma" is a title; a fiche's own line has its number.
        (label != Label::Fiche || value.bytes().any(|b| b.is_ascii_digit())).then_some((label, value))
    })
}

/// The labels of one cell: `Quartier : Boma   Avenue : Lodja`, `Quartier Boma, Avenue Lodja, N° 12`, `FICHE N° 26`.
fn labels_in(text: &str) -> Vec<(Label, String)> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    if text.matches(':').count() >= 2
        && let Some(labels) = labels_by_colon(text)
    {
        return labels;
    }
    let parts: Vec<&str> = text.split([',', ';', '|', '–', '\t']).flat_map(|part| part.split(" - ")).collect();
    let labels: Vec<(Label, String)> = parts.iter().filter_map(|part| label_of(part.trim())).collect();
    if parts.len() >= 2 && labels.len() == parts.len() { labels } else { label_of(text).into_iter().collect() }
}

/// Labels each followed by a colon; what stands between a colon and the next label is the value.
fn labels_by_colon(text: &str) -> Option<Vec<(Label, String)>> {
    let pieces: Vec<&str> = text.split(':').collect();
    let (last, labelled) = pieces.split_last()?;
    let mut labels = Vec::new();
    let mut value_before = "";
    for (index, piece) in labelled.iter().enumerate() {
        let words: Vec<&str> = piece.split_whitespace().collect();
        let first = usize::from(index > 0).min(words.len());
        let (label, at) = (first..words.len()).find_map(|at| Some((exact_label(&words[at..].join(" "))?, at)))?;
        if let Some((_, told)) = labels.last_mut() {
            *told = words[..at].join(" ");
        } else if at > 0 {
            return None;
        }
        labels.push((label, String::new()));
        value_before = last;
    }
    if let Some((_, told)) = labels.last_mut() {
        *told = value_before.trim().to_owned();
    }
    Some(labels)
}

/// The labels and values of a row that is nothing else; `None` for any other row.
pub(super) fn block_line(row: &GridRow) -> Option<Vec<(Label, String)>> {
    if row.cells.len() > 12 {
        return None;
    }
    let mut labels: Vec<(Label, String)> = Vec::new();
    for (_, value) in &row.cells {
        let text = value.display_text();
        let own = match value {
            CellValue::Text(_) => labels_in(&text),
            _ => Vec::new(),
        };
        if own.is_empty() {
            match labels.last_mut() {
                Some((_, told)) if told.is_empty() => *told = text.into_owned(),
                _ => return None,
            }
        }
        for (label, value) in own {
            match labels.last_mut() {
                // "N°" after a fiche is the fiche's number, elsewhere the parcel's.
                Some((Label::Fiche, told)) if label == Label::Number && told.is_empty() => *told = value,
                _ => labels.push((label, value)),
            }
        }
    }
    let only_number = labels.iter().all(|(label, _)| *label == Label::Number);
    (!labels.is_empty() && !only_number).then_some(labels)
}

/// What the lines since the last row of data have told, so that one block's address is not taken for the next one's.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    fiche: bool,
    address: bool,
    /// Whether the avenue in force was told by a block of its own and not by a section of many.
    avenue_is_of_block: bool,
}

impl Told {
    /// A row of data: what comes next is told anew.
    pub(super) fn data(&mut self) {
        (self.fiche, self.address) = (false, false);
    }

    /// The context under these labels.
    pub(super) fn tell(&mut self, mut context: Context, labels: &[(Label, String)]) -> Context {
        for (label, value) in labels {
            let value = value.trim().trim_start_matches([':', '.', ' ']).to_owned();
            match label {
                Label::Fiche => {
                    // A new household: what the last one's block said of its address is over.
                    if !self.address {
                        context.parcel = None;
                        context.avenue = context.avenue.filter(|_| !self.avenue_is_of_block);
                    }
                    context.fiche = Some(strip_number_sign(&value));
                    context.is_block = true;
                    self.fiche = true;
                }
                Label::Quartier if !value.is_empty() => context.quartier = Some(value),
                Label::Avenue => {
                    context.avenue = Some(value);
                    context.parcel = None;
                    (self.address, self.avenue_is_of_block) = (true, self.fiche);
                }
                Label::Number => {
                    context.parcel = Some(value);
                    self.address = true;
                }
                Label::Year => context.year = year_in(&value).or(context.year),
                Label::Quartier | Label::Elsewhere => {}
            }
        }
        context
    }
}

/// The quartier that a title names: `RECENSEMENT DU QUARTIER BOMA 2017`.
pub(super) fn quartier_in_title(text: &str) -> Option<String> {
    const STOPS: [&str; 7] = ["RECENSEMENT", "ANNEE", "COMMUNE", "AVENUE", "CELLULE", "VILLE", "FICHE"];
    let mut words = text.split_whitespace().skip_while(|word| !matches!(fold(word).as_str(), "QUARTIER" | "WIJK"));
    words.next().filter(|_| text.len() <= LONGEST)?;
    let words = words.skip_while(|word| fold(word).is_empty());
    let named: Vec<&str> = words
        .take_while(|word| {
            let folded = fold(word);
            !folded.is_empty() && year_in(word).is_none() && !STOPS.contains(&folded.as_str())
        })
        .collect();
    let named = named.join(" ");
    let named = named.split([',', ';', '(', '–', ':']).map(str::trim).find(|part| !part.is_empty())?;
    Some(named.to_owned())
}

fn strip_number_sign(text: &str) -> String {
    label_of(text).filter(|(label, _)| *label == Label::Number).map_or(text.to_owned(), |(_, value)| value)
}

/// A year from 1950 to 2099 that stands as a word of its own; the last, where there are several.
pub(in crate::ingest) fn year_in(text: &str) -> Option<i32> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).rfind(|year| (1950..2100).contains(year))
}

pub(super) fn year_in_title(text: &str) -> Option<i32> {
    if text.len() > LONGEST {
        return None;
    }
    let folded = fold(text);
    ["RECENSEMENT", "REGISTRE", "ANNEE", "NAISSANCES", "EXERCICE"]
        .iter()
        .any(|word| folded.contains(word))
        .then(|| year_in(text))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> GridRow {
        let cells = cells.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(|(column, text)| {
            let value = text.parse::<f64>().map_or_else(|_| CellValue::Text((*text).into()), CellValue::Number);
            (column as u16, value)
        });
        GridRow { row: 1, cells: cells.collect() }
    }

    fn told(cells: &[&str]) -> Option<Vec<(Label, String)>> {
        block_line(&row(cells))
    }

    #[test]
    fn a_block_line_tells_its_labels_and_a_row_of_data_is_none() {
        assert_eq!(told(&["FICHE DE MÉNAGE", "", "N° 26"]), Some(vec![(Label::Fiche, "26".to_owned())]));
        let address = vec![
            (Label::Quartier, "17 Mai".to_owned()),
            (Label::Avenue, "Lodja".to_owned()),
            (Label::Number, "164".to_owned()),
        ];
        assert_eq!(told(&["Quartier", "17 Mai", "Avenue", "Lodja", "N°", "164"]), Some(address.clone()));
        assert_eq!(told(&["Quartier : 17 Mai   Avenue : Lodja   N° : 164"]), Some(address.clone()));
        assert_eq!(told(&["Quartier 17 Mai, Avenue Lodja, N° 164"]), Some(address));
        let title = told(&["Quartier :", "Malonda", "", "Année :", "2017"]);
        assert_eq!(title, Some(vec![(Label::Quartier, "Malonda".to_owned()), (Label::Year, "2017".to_owned())]));
        assert_eq!(told(&["Fiche de ménage du quartier Boma"]), None);
        assert_eq!(told(&["1", "MBALA", "LEMA", "Bruno"]), None);
        assert_eq!(told(&["MBALA", "LEMA", "Bruno"]), None);
        assert_eq!(told(&["Av. Kasa-Vubu n°58", "MBALA", "LEMA"]), None);
    }

    #[test]
    fn a_sections_avenue_holds_for_its_households_and_a_blocks_own_does_not() {
        let line = |text: &str| told(&[text]).expect("a line");
        let mut told = Told::default();
        let section = told.tell(Context::default(), &line("AVENUE KASAVUBU"));
        let first = told.tell(section, &line("Ménage N° 1"));
        told.data();
        let second = told.tell(first, &line("Ménage N° 2"));
        assert_eq!(second.avenue.as_deref(), Some("KASAVUBU"));

        let mut told = Told::default();
        let first = told.tell(Context::default(), &line("Ménage N° 1"));
        let first = told.tell(first, &line("Avenue Lodja, N° 12"));
        assert_eq!((first.avenue.as_deref(), first.parcel.as_deref()), (Some("Lodja"), Some("12")));
        told.data();
        let second = told.tell(first, &line("Ménage N° 2"));
        assert_eq!((second.avenue, second.parcel), (None, None));
    }

    #[test]
    fn totals_and_notes_are_no_data_but_a_person_called_total_is() {
        assert!(is_total(&row(&["TOTAL PAGE 2", "", "", "60"])));
        assert!(is_total(&row(&["", "TOTAL GENERAL", "194"])));
        assert!(!is_total(&row(&["1", "TOTALA", "MBALA", "Bruno", "M"])));
        let fields = [Field::Order, Field::Nom, Field::Prenom, Field::Sex];
        let field_of = |column: u16| fields.get(usize::from(column)).copied().unwrap_or(Field::Other);
        assert_eq!(no_data(&row(&["Fait à Kimbanseke, le 12 novembre 2017"]), field_of), Some("note"));
        assert_eq!(no_data(&row(&["12"]), field_of), Some("unfilled"));
        assert_eq!(no_data(&row(&["Exemple", "MBALA", "Bruno", "M"]), field_of), Some("example"));
        assert_eq!(no_data(&row(&["12", "", "", "F"]), field_of), None);
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
