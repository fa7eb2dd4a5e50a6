//! Reads the year and the quartier out of titles and names.

use crate::record::{Context, GridRow, fold};

/// Longest text that may be a title, a label or a total, in bytes. A longer text is prose.
pub(super) const MAX_TITLE: usize = 400;

/// Adds the year and the quartier in a title row to the context of the rows below.
pub(super) fn add_title(context: &mut Context, row: &GridRow) {
    for (_, value) in &row.cells {
        let text = value.display_text();
        if let Some(year) = year_in_title(&text) {
            context.year = Some(year);
        }
        if context.quartier.is_none() {
            context.quartier = quartier_in_title(&text);
        }
    }
}

/// The quartier that a title names: `RECENSEMENT DU QUARTIER BOMA 2017`.
fn quartier_in_title(text: &str) -> Option<String> {
    const STOPS: [&str; 7] = ["RECENSEMENT", "ANNEE", "COMMUNE", "AVENUE", "CELLULE", "VILLE", "FICHE"];
    let mut words = text.split_whitespace().skip_while(|word| !matches!(fold(word).as_str(), "QUARTIER" | "WIJK"));
    words.next().filter(|_| text.len() <= MAX_TITLE)?;
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

/// The last year from 1950 to 2099 that stands as a word of its own.
pub(in crate::ingest) fn year_in(text: &str) -> Option<i32> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).rfind(|year| (1950..2100).contains(year))
}

/// The year in a title of a census or a register.
fn year_in_title(text: &str) -> Option<i32> {
    if text.len() > MAX_TITLE {
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
