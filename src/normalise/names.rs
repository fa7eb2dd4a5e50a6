//! Names: which words are nom, post-nom and prénom, written as the register writes them.

use crate::record::{Field, PersonName, RawRow};

use super::text::{clean, is_placeholder};

/// Words that belong to the name after them.
const PARTICLES: [&str; 14] = ["WA", "YA", "NA", "KWA", "MWA", "BA", "DE", "DI", "DA", "DU", "LA", "LE", "VAN", "DOS"];

/// The name a row gives, by the meaning of its columns.
pub(super) fn name_of(raw: &RawRow) -> PersonName {
    let shown = |field| meant(&raw.shown(field));
    let mut name = PersonName {
        nom: capitals(&shown(Field::Nom)),
        postnom: capitals(&shown(Field::Postnom)),
        prenom: capitalised(&shown(Field::Prenom)),
    };
    if let Some(cell) = raw.cell(Field::NomPostnom) {
        let words = words_of(&meant(&cell.value.shown()));
        (name.nom, name.postnom) = (
            capitals(words.first().map_or("", String::as_str)),
            capitals(&words.get(1..).unwrap_or_default().join(" ")),
        );
    }
    if let Some(cell) = raw.cell(Field::FullName) {
        let words = words_of(&meant(&cell.value.shown()));
        let (noms, prenoms) = words.split_at(if words.len() >= 3 { 2 } else { words.len() });
        name.nom = capitals(noms.first().map_or("", String::as_str));
        name.postnom = capitals(noms.get(1).map_or("", String::as_str));
        if name.prenom.is_empty() {
            name.prenom = capitalised(&prenoms.join(" "));
        }
    }
    name
}

/// A person named in one cell (father, mother): clean, in capitals.
pub(super) fn person_in_one_cell(typed: &str) -> Box<str> {
    capitals(&meant(typed))
}

/// Without stray signs, and nothing where a word for nothing stands.
fn meant(typed: &str) -> String {
    let cleaned = clean(typed);
    if is_placeholder(&cleaned) {
        return String::new();
    }
    cleaned
        .trim_matches(|c: char| matches!(c, '-' | ',' | ';' | ':' | '/' | '*' | '_' | '"' | ' '))
        .trim_start_matches("(C)")
        .trim()
        .to_owned()
}

/// The words of a name, a particle with the word after it: `MBUYI WA KASONGO` is `MBUYI`, `WA KASONGO`.
fn words_of(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut particle = String::new();
    for word in text.split_whitespace() {
        if PARTICLES.contains(&word.to_uppercase().as_str()) {
            particle = format!("{particle}{word} ");
        } else {
            words.push(format!("{particle}{word}"));
            particle.clear();
        }
    }
    if !particle.is_empty() {
        words.push(particle.trim_end().to_owned());
    }
    words
}

fn capitals(text: &str) -> Box<str> {
    text.to_uppercase().into()
}

/// Each word and each part after a hyphen or an apostrophe with a capital: `dieu-merci` is `Dieu-Merci`.
fn capitalised(text: &str) -> Box<str> {
    let mut cased = String::with_capacity(text.len());
    let mut starts = true;
    for c in text.chars() {
        if starts {
            cased.extend(c.to_uppercase());
        } else {
            cased.extend(c.to_lowercase());
        }
        starts = !c.is_alphabetic();
    }
    cased.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CellValue, RawCell, RowAt};

    fn row(cells: &[(Field, &str)]) -> RawRow {
        let cells = cells.iter().enumerate().map(|(column, (field, text))| RawCell {
            column: column as u16,
            field: *field,
            value: CellValue::Text((*text).into()),
        });
        RawRow { at: RowAt::default(), context: 0, cells: cells.collect(), left_out: None }
    }

    fn parts(name: &PersonName) -> [&str; 3] {
        [&name.nom, &name.postnom, &name.prenom]
    }

    #[test]
    fn names_come_from_one_two_or_three_columns() {
        for (cells, expected) in [
            (
                vec![(Field::Nom, "Mbala"), (Field::Postnom, " lema"), (Field::Prenom, "BRUNO")],
                ["MBALA", "LEMA", "Bruno"],
            ),
            (vec![(Field::NomPostnom, "KANZA MBALA"), (Field::Prenom, "dieu-merci")], ["KANZA", "MBALA", "Dieu-Merci"]),
            (vec![(Field::NomPostnom, "KIAKU"), (Field::Prenom, "J.")], ["KIAKU", "", "J."]),
            (vec![(Field::NomPostnom, "MBUYI wa KASONGO"), (Field::Prenom, "ND")], ["MBUYI", "WA KASONGO", ""]),
            (vec![(Field::FullName, "(C) MBALA LEMA Jean Paul")], ["MBALA", "LEMA", "Jean Paul"]),
            (vec![(Field::FullName, "MBALA LEMA")], ["MBALA", "LEMA", ""]),
            (vec![(Field::Nom, "-"), (Field::Prenom, "Noëlla")], ["", "", "Noëlla"]),
            (vec![], ["", "", ""]),
        ] {
            assert_eq!(parts(&name_of(&row(&cells))), expected, "{cells:?}");
        }
    }
}
