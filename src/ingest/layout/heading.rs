//! Where a table begins: one to three rows that say what each column holds.
//!
//! Nothing is decided by position. Titles that stand over several columns (`Naissance` over `Date` and `Lieu`) hold for
//! the columns below them, whether their cells are merged or not.

use crate::record::{CellValue, Field, FieldReason, GridRow, fold};

use super::super::headers::Headers;
use super::carry::Merges;
use super::lines::block_line;

/// A column of a table as its heading names it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    pub(super) column: u16,
    /// Row of the heading's lowest cell.
    pub(super) row: u32,
    /// The heading as typed, the title above it first.
    pub(super) text: String,
    pub(super) field: Field,
    pub(super) why: FieldReason,
}

/// The heading of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Rows it takes.
    pub(super) n_rows: usize,
    pub(super) columns: Vec<Column>,
}

/// Most rows a heading takes.
const MOST_ROWS: usize = 3;

/// The heading that begins at the first of `rows`, if one does.
pub(super) fn find(rows: &[GridRow], merges: &Merges, headers: &Headers) -> Option<Found> {
    if !may_be_heading(rows.first()?) {
        return None;
    }
    let n_candidates = 1 + rows.windows(2).take(MOST_ROWS - 1).take_while(|two| follows(&two[0], &two[1])).count();
    let mut best: Option<(usize, Found)> = None;
    for n_rows in 1..=n_candidates {
        // "Quartier : Boma" above a heading tells a value and heads no column.
        if n_rows > 1 && tells_a_value(&rows[n_rows - 2]) {
            break;
        }
        let Some((n_named, columns)) = read(&rows[..n_rows], merges, headers) else { continue };
        // A row more must say more, and so must the first: a title above a heading is no part of it.
        let has_groups = n_rows > 1 && columns.iter().any(|column| column.why == FieldReason::Group);
        let says_more = best.as_ref().is_none_or(|(n, _)| n_named > *n)
            && (n_rows == 1 || has_groups || read(&rows[1..n_rows], merges, headers).is_none_or(|(n, _)| n_named > n));
        if says_more {
            best = Some((n_named, Found { n_rows, columns }));
        }
    }
    best.map(|(_, found)| found)
}

/// Whether a row of column numbers (`1 2 3 4`, `(1) (2) (3)`) stands below a heading.
pub(super) fn is_numbering(row: &GridRow) -> bool {
    let number = |value: &CellValue| value.to_text().trim_matches(['(', ')', '.', ' ']).parse::<u16>().ok();
    row.cells.len() >= 3
        && row
            .cells
            .windows(2)
            .all(|two| matches!((number(&two[0].1), number(&two[1].1)), (Some(a), Some(b)) if b == a.saturating_add(1)))
}

/// Cheap, for it is asked of every row: no cell of a heading is a number or a date.
fn may_be_heading(row: &GridRow) -> bool {
    row.cells.iter().all(|(_, value)| match value {
        CellValue::Text(text) => {
            let text = text.trim_start();
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            digits == 0 || (digits <= 2 && matches!(text.as_bytes().get(digits), Some(b'.' | b')' | b' ')))
        }
        _ => false,
    })
}

fn tells_a_value(row: &GridRow) -> bool {
    row.cells.iter().any(|(_, value)| value.to_text().trim_end().contains(':')) && block_line(row).is_some()
}

fn follows(above: &GridRow, below: &GridRow) -> bool {
    below.row - above.row <= 2 && may_be_heading(below)
}

/// The columns of a heading of these rows, and how many of them are named and how many different fields, added up; `None`
/// if it is none.
fn read(rows: &[GridRow], merges: &Merges, headers: &Headers) -> Option<(usize, Vec<Column>)> {
    let mut at: Vec<u16> = rows.iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
    at.sort_unstable();
    at.dedup();
    if at.len() < 3 {
        return None;
    }
    let mut known = Vec::with_capacity(at.len());
    let mut named_by_row = vec![0_usize; rows.len()];
    for column in at {
        let Some((index, leaf)) =
            rows.iter().enumerate().rev().find_map(|(index, row)| Some((index, row.value(column)?.to_text())))
        else {
            continue;
        };
        let titles: Vec<String> =
            rows[..index].iter().rev().filter_map(|row| title_over(row, column, merges)).collect();
        let meaning = known_meaning(&leaf, &titles, headers);
        known.push((column, index, leaf, titles, meaning));
    }
    // Most rows end here: without a known heading none is looked for among other words.
    if known.iter().all(|(.., meaning)| meaning.is_none()) {
        return None;
    }
    let mut columns = Vec::with_capacity(known.len());
    for (column, index, leaf, titles, meaning) in known {
        let by_words = || {
            headers.by_words(&leaf).map_or((Field::Other, FieldReason::Unknown), |field| (field, FieldReason::Words))
        };
        let (field, why) = meaning.unwrap_or_else(by_words);
        named_by_row[index] += usize::from(field != Field::Other);
        let text = titles.iter().rev().chain([&leaf]).map(|text| text.trim()).collect::<Vec<_>>().join(" / ");
        columns.push(Column { column, row: rows[index].row, text, field, why });
    }
    // Each row of a heading names columns, or is a title over some: half of its cells at least.
    let is_heading_row = |index: usize, row: &GridRow| {
        let n_titles = row.cells.iter().filter(|(_, value)| headers.is_title(&value.to_text())).count();
        (named_by_row[index] + n_titles) * 2 >= row.cells.len()
    };
    if !rows.iter().enumerate().all(|(index, row)| is_heading_row(index, row)) {
        return None;
    }
    let mut fields: Vec<Field> =
        columns.iter().map(|column| column.field).filter(|field| !is_unnamed(*field)).collect();
    let n_recognised = columns.iter().filter(|column| column.field != Field::Other).count();
    fields.sort_unstable();
    fields.dedup();
    let names_someone = fields.iter().any(|field| field.is_name());
    (fields.len() >= 3 && names_someone && n_recognised * 2 >= columns.len())
        .then_some((fields.len() + n_recognised, columns))
}

fn is_unnamed(field: Field) -> bool {
    matches!(field, Field::Other | Field::Unused | Field::Sensitive)
}

/// The title of a row that stands over a column: its own cell, else the nearest to the left, as far as it is merged.
fn title_over(row: &GridRow, column: u16, merges: &Merges) -> Option<String> {
    let (from, value) = row.cells.iter().rev().find(|(at, _)| *at <= column)?;
    merges.spans_to(row.row, *from).is_none_or(|last| column <= last).then(|| value.to_text())
}

/// What a heading below these titles (the nearest first) means, and why, if it is known: itself or by its titles.
fn known_meaning(leaf: &str, titles: &[String], headers: &Headers) -> Option<(Field, FieldReason)> {
    let of_title = titles.iter().find_map(|title| headers.below(title, leaf));
    let own = headers.exact(leaf);
    // "Profession" below "Mère" is the mother's; "Observations" is not.
    let is_of_person = own.is_none_or(|field| {
        field.is_name()
            || matches!(
                field,
                Field::Age
                    | Field::Occupation
                    | Field::BirthDate
                    | Field::BirthPlace
                    | Field::Relation
                    | Field::MaritalStatus
                    | Field::Sex
                    | Field::Order
                    | Field::SexMale
                    | Field::SexFemale
            )
    });
    match (of_title, own) {
        (Some(Field::Unused), Some(own)) if !is_of_person => Some((own, FieldReason::Known)),
        (Some(field), _) => Some((field, FieldReason::Group)),
        (None, Some(field)) => Some((field, FieldReason::Known)),
        (None, None) => {
            let whole = || titles.iter().find_map(|title| headers.exact(&format!("{title} {leaf}")));
            let title_alone = || {
                let is_bare = fold(leaf).is_empty() || leaf.trim_start().starts_with('(');
                titles.iter().find_map(|title| headers.exact(title).filter(|_| is_bare))
            };
            whole().or_else(title_alone).map(|field| (field, FieldReason::Group))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn rows(texts: &[&str]) -> Vec<GridRow> {
        texts
            .iter()
            .zip(1..)
            .map(|(line, row)| GridRow {
                row,
                cells: line
                    .split('|')
                    .enumerate()
                    .filter(|(_, text)| !text.trim().is_empty())
                    .map(|(column, text)| (column as u16, CellValue::Text(text.trim().into())))
                    .collect(),
            })
            .collect()
    }

    fn fields(texts: &[&str]) -> Option<(usize, Vec<(u16, Field)>)> {
        let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
        let found = find(&rows(texts), &Merges::default(), &headers)?;
        Some((found.n_rows, found.columns.iter().map(|column| (column.column, column.field)).collect()))
    }

    #[test]
    fn titles_over_columns_give_the_headings_below_their_meaning() {
        let (n_rows, columns) = fields(&[
            "N°|Identité||| Sexe || Date de naissance ||| Profession",
            "  |Nom|Post-nom|Prénom| M | F | Jour | Mois | Année |",
            "1|MBALA|LEMA|Bruno|X||8|10|1961|maçon",
        ])
        .expect("a heading");
        assert_eq!(n_rows, 2);
        let expected = [
            Field::Order,
            Field::Nom,
            Field::Postnom,
            Field::Prenom,
            Field::SexMale,
            Field::SexFemale,
            Field::BirthDay,
            Field::BirthMonth,
            Field::BirthYear,
            Field::Occupation,
        ];
        assert_eq!(columns.iter().map(|(_, field)| *field).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_title_above_a_heading_is_no_part_of_it_and_data_below_neither() {
        assert_eq!(fields(&["COMMUNE DE KIMBANSEKE", "Nom|Sexe|Lieu de naissance", "MBALA|M|Boma"]), None);
        let (n_rows, _) = fields(&["Nom|Sexe|Lieu de naissance", "MBALA|M|Boma"]).expect("a heading");
        assert_eq!(n_rows, 1);
    }

    #[test]
    fn a_parents_or_declarants_name_is_not_the_childs() {
        let (_, columns) = fields(&[
            "N° acte|Enfant|||Père||Mère||Déclarant|Observations",
            " |Nom|Post-nom|Prénom|Nom|Profession|Nom|Profession|Nom| ",
        ])
        .expect("a heading");
        let fields: Vec<Field> = columns.iter().map(|(_, field)| *field).collect();
        assert_eq!(
            fields[4..],
            [Field::Father, Field::Unused, Field::Mother, Field::Unused, Field::Unused, Field::Remarks]
        );
    }

    #[test]
    fn a_row_of_column_numbers_is_known() {
        assert!(is_numbering(&rows(&["1|2|3|4"])[0]));
        assert!(is_numbering(&rows(&["(1)|(2)|(3)"])[0]));
        assert!(!is_numbering(&rows(&["1|MBALA|LEMA"])[0]));
    }
}
