//! Cuts the labels that stand in the cells of a row: `Nom : MBALA`, `Sexe : F`, `Nom : MBALA, Post-nom : LEMA`.

use std::borrow::Cow;

use crate::record::{CellValue, Field, RawCell, RawRow, fold};

/// The labels, folded, and the field of the value behind each.
const LABELS: [(Field, &str); 8] = [
    (Field::Nom, "NOM|NOMS|NOM DE FAMILLE|NAAM|SURNAME|APELIDO|NKOMBO|JINA LA UKOO"),
    (Field::Postnom, "POSTNOM|POST NOM|POSTNOMS|PN|POSTNAAM"),
    (Field::Prenom, "PRENOM|PRENOMS|VOORNAAM|FIRST NAME|NOME PROPRIO|NKOMBO YA BATEME"),
    (Field::FullName, "NOM COMPLET|NOMS ET PRENOMS|NOM ET PRENOM|FULL NAME|NAME|NOME COMPLETO|NOME|JINA|IDENTITE"),
    (Field::Sex, "SEXE|SEX|GENRE|GESLACHT|SEXO|JINSIA"),
    (
        Field::BirthDate,
        "NE LE|NEE LE|NE E LE|DATE DE NAISSANCE|DATE NAISSANCE|DATE NAISS|DDN|GEBOREN OP|BORN ON|DATE OF BIRTH|DOB|NASCIDO EM",
    ),
    (Field::Age, "AGE|LEEFTIJD|IDADE|UMRI"),
    (Field::BirthPlace, "LIEU DE NAISSANCE|NE A|NEE A|NE E A|GEBOORTEPLAATS|PLACE OF BIRTH"),
];

/// A label in a cell, with its value.
struct Labelled {
    field: Field,
    value: String,
}

/// Returns the row with its cells cut at their labels. A cell of a name with several labels becomes several cells of
/// one column.
pub(super) fn without_labels(raw: &RawRow) -> Cow<'_, RawRow> {
    let read = |cell: &RawCell| match &cell.value {
        CellValue::Text(text) if is_labelled_field(cell.field) && text.contains(':') => labels_in(text),
        _ => Vec::new(),
    };
    if !raw.cells.iter().any(|cell| !read(cell).is_empty()) {
        return Cow::Borrowed(raw);
    }
    let mut row = raw.clone();
    row.cells = raw.cells.iter().flat_map(|cell| cut(cell, read(cell), |field| has_value(raw, field))).collect();
    Cow::Owned(row)
}

/// Whether another cell of the row is that of a field.
fn has_value(raw: &RawRow, field: Field) -> bool {
    use Field::{BirthDate, BirthDatePlace, BirthYear, SexMale};
    raw.cells.iter().any(|cell| match field {
        BirthDate => matches!(cell.field, BirthDate | BirthDatePlace | BirthYear),
        Field::BirthPlace => matches!(cell.field, Field::BirthPlace | BirthDatePlace),
        Field::Sex => matches!(cell.field, Field::Sex | SexMale),
        field if field.is_name() => cell.field.is_name(),
        field => cell.field == field,
    })
}

fn is_labelled_field(field: Field) -> bool {
    field.is_name() || LABELS.iter().any(|(own, _)| *own == field) || field == Field::BirthDatePlace
}

/// The cells that the labels of one cell give. What a label of another field names goes to that field, if no other cell
/// of the row has it; else the cell stays as it is.
fn cut(cell: &RawCell, labels: Vec<Labelled>, has_value: impl Fn(Field) -> bool) -> Vec<RawCell> {
    let with = |field: Field, value: &str| RawCell { field, value: CellValue::Text(value.into()), ..cell.clone() };
    match &labels[..] {
        [] => vec![cell.clone()],
        [one] if is_of_column(one.field, cell.field) => vec![with(cell.field, &one.value)],
        [one] if !has_value(one.field) => vec![with(one.field, &one.value)],
        [_] => vec![cell.clone()],
        _ if cell.field.is_name() => labels.iter().map(|label| with(label.field, &label.value)).collect(),
        _ => vec![cell.clone()],
    }
}

/// Whether a label names what its column holds.
fn is_of_column(label: Field, column: Field) -> bool {
    use Field::{BirthDate, BirthDatePlace, BirthPlace};
    label == column
        || label.is_name() && column.is_name()
        || column == BirthDatePlace && matches!(label, BirthDate | BirthPlace)
}

/// The labels of a text that begins with one.
fn labels_in(text: &str) -> Vec<Labelled> {
    const MOST_WORDS: usize = 4;
    let parts: Vec<&str> = text.split(':').collect();
    let Some((last, labelled)) = parts.split_last() else { return Vec::new() };
    let mut labels: Vec<Labelled> = Vec::new();
    for (index, part) in labelled.iter().enumerate() {
        let words: Vec<&str> = part.split_whitespace().collect();
        let from = words.len().saturating_sub(MOST_WORDS);
        let label = (from..words.len()).find_map(|at| Some((label_of(&words[at..].join(" "))?, at)));
        let Some((field, at)) = label.filter(|(_, at)| index > 0 || *at == 0) else { return Vec::new() };
        if let Some(before) = labels.last_mut() {
            before.value = trimmed(&words[..at].join(" "));
        }
        labels.push(Labelled { field, value: String::new() });
    }
    if let Some(before) = labels.last_mut() {
        before.value = trimmed(last);
    }
    labels
}

fn trimmed(value: &str) -> String {
    value.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '/' | '-')).to_owned()
}

fn label_of(text: &str) -> Option<Field> {
    let folded = fold(text);
    LABELS.iter().find(|(_, words)| words.split('|').any(|word| word == folded)).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::RowAt;

    fn cells(field: Field, text: &str) -> Vec<(Field, String)> {
        let cell = RawCell { column: 1, field, value: CellValue::Text(text.into()) };
        let raw = RawRow { at: RowAt::default(), context: 0, cells: vec![cell], carried: Vec::new(), left_out: None };
        without_labels(&raw).cells.iter().map(|cell| (cell.field, cell.value.to_text())).collect()
    }

    #[test]
    fn labels_are_cut_and_other_colons_stay() {
        for (field, text, expected) in [
            (Field::Nom, "Nom : MBALA", &[(Field::Nom, "MBALA")][..]),
            (Field::Sex, "Sexe: F", &[(Field::Sex, "F")]),
            (Field::BirthDate, "Né(e) le : 22/06/1953", &[(Field::BirthDate, "22/06/1953")]),
            (
                Field::FullName,
                "Nom : MBALA, Post-nom : LEMA, Prénom : Ruth",
                &[(Field::Nom, "MBALA"), (Field::Postnom, "LEMA"), (Field::Prenom, "Ruth")],
            ),
            (Field::Sex, "Age : 12", &[(Field::Age, "12")]),
            (Field::BirthPlace, "Né le : 12/03/1990", &[(Field::BirthDate, "12/03/1990")]),
            (Field::BirthDatePlace, "Né le : 12/03/1990", &[(Field::BirthDatePlace, "12/03/1990")]),
            (Field::FullName, "Voir : MBALA", &[(Field::FullName, "Voir : MBALA")]),
            (Field::BirthDate, "12/03/1990 10:30", &[(Field::BirthDate, "12/03/1990 10:30")]),
            (Field::Remarks, "Nom : MBALA", &[(Field::Remarks, "Nom : MBALA")]),
        ] {
            let expected: Vec<(Field, String)> =
                expected.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
            assert_eq!(cells(field, text), expected, "{text}");
        }
        // The row has an age of its own.
        let cell = |column, field, text: &str| RawCell { column, field, value: CellValue::Text(text.into()) };
        let cells = vec![cell(1, Field::Sex, "Age : 12"), cell(2, Field::Age, "13")];
        let raw = RawRow { at: RowAt::default(), context: 0, cells, carried: Vec::new(), left_out: None };
        assert_eq!(without_labels(&raw).cells, raw.cells);
    }
}
