//! Recognises block lines: rows that hold only labels and their values, such as `Quartier : Boma   Avenue : Lodja`.

use crate::record::{CellValue, GridRow, fold};

use super::titles::MAX_TITLE;

/// What a label of a block line announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Fiche,
    Quartier,
    Avenue,
    /// The number of a fiche or of a parcel.
    Number,
    Year,
    /// A known label whose value is not used.
    Ignored,
}

/// The label that equals a text.
fn exact_label(text: &str) -> Option<Label> {
    Some(match fold(text).as_str() {
        "FICHE DE MENAGE" | "FICHE MENAGE" | "FICHE" | "MENAGE" | "N MENAGE" | "HOUSEHOLD" | "HUISHOUDEN" => {
            Label::Fiche
        }
        "QUARTIER" | "WIJK" => Label::Quartier,
        "AVENUE" | "RUE" | "AV" | "LAAN" | "STRAAT" | "STREET" => Label::Avenue,
        "PARCELLE" | "N PARCELLE" | "NUMERO" | "NO" | "N" | "N AVENUE" | "N DE PARCELLE" | "N DE LA PARCELLE"
        | "NUMERO PARCELLE" | "PERCEEL" => Label::Number,
        "ANNEE" | "EXERCICE" | "RECENSEMENT" | "JAAR" | "YEAR" => Label::Year,
        "COMMUNE" | "CELLULE" | "BLOC" | "LOCALITE" | "PROVINCE" | "VILLE" | "DISTRICT" | "TELEPHONE" | "ADRESSE" => {
            Label::Ignored
        }
        "CHEF DE MENAGE" | "NOM DU CHEF DE MENAGE" => Label::Ignored,
        _ => return None,
    })
}

/// The label and the value in a text with one label.
fn label_of(text: &str) -> Option<(Label, String)> {
    let (before, after) = text.split_once(':').unwrap_or((text, ""));
    if let Some(label) = exact_label(before) {
        return Some((label, after.trim().to_owned()));
    }
    // Without a colon: "Quartier Batumona", "N° 26", "FICHE DE MENAGE N° 26".
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len()).rev().find_map(|n| {
        let label = exact_label(&words[..n].join(" "))?;
        let value = words[n..].join(" ").trim_start_matches([':', ' ']).to_owned();
        // "Fiche de ménage du quartier Boma" is a title; the line of a fiche has a number.
        (label != Label::Fiche || value.bytes().any(|b| b.is_ascii_digit())).then_some((label, value))
    })
}

/// The labels and values of one cell: `Quartier : Boma   Avenue : Lodja`, `Quartier Boma, Avenue Lodja, N° 12`, `FICHE N° 26`.
fn labels_in(text: &str) -> Vec<(Label, String)> {
    if text.len() > MAX_TITLE {
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
        let own = match value {
            CellValue::Text(_) => labels_in(&text),
            _ => Vec::new(),
        };
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A row of texts and numbers; "" is a blank cell.
    pub(in super::super) fn row(cells: &[&str]) -> GridRow {
        let cells = cells.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(|(column, text)| {
            let value = text.parse::<f64>().map_or_else(|_| CellValue::Text((*text).into()), CellValue::Number);
            (column as u16, value)
        });
        GridRow { row: 1, cells: cells.collect() }
    }

    pub(in super::super) fn labels(cells: &[&str]) -> Option<Vec<(Label, String)>> {
        block_line(&row(cells))
    }

    #[test]
    fn a_block_line_has_labels_and_a_row_of_data_has_none() {
        assert_eq!(labels(&["FICHE DE MÉNAGE", "", "N° 26"]), Some(vec![(Label::Fiche, "26".to_owned())]));
        let address = vec![
            (Label::Quartier, "17 Mai".to_owned()),
            (Label::Avenue, "Lodja".to_owned()),
            (Label::Number, "164".to_owned()),
        ];
        assert_eq!(labels(&["Quartier", "17 Mai", "Avenue", "Lodja", "N°", "164"]), Some(address.clone()));
        assert_eq!(labels(&["Quartier : 17 Mai   Avenue : Lodja   N° : 164"]), Some(address.clone()));
        assert_eq!(labels(&["Quartier 17 Mai, Avenue Lodja, N° 164"]), Some(address));
        let title = labels(&["Quartier :", "Malonda", "", "Année :", "2017"]);
        assert_eq!(title, Some(vec![(Label::Quartier, "Malonda".to_owned()), (Label::Year, "2017".to_owned())]));
        assert_eq!(labels(&["Fiche de ménage du quartier Boma"]), None);
        assert_eq!(labels(&["1", "MBALA", "LEMA", "Bruno"]), None);
        assert_eq!(labels(&["MBALA", "LEMA", "Bruno"]), None);
        assert_eq!(labels(&["Av. Kasa-Vubu n°58", "MBALA", "LEMA"]), None);
    }
}
