//! Recognises the heading of a table: one to three rows that name the columns.
//!
//! The title of a group of columns (`Naissance` over `Date` and `Lieu`) applies to the columns below it, whether its
//! cells are merged or not.

use crate::record::{CellValue, Field, FieldReason, GridRow, fold};

use super::super::headers::{Headers, Meaning, Rank};
use super::context_lines::block_line;
use super::fill_down::MergedCells;
use super::heading_column::{HeadingColumn, TableHeading};
use super::heading_evidence::is_confirmed;
use super::shared_affix::without_shared_affix;

const MAX_ROWS: usize = 3;

/// What is needed to take rows for a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Three fields, a name among them, and half of the columns: enough anywhere.
    Most,
    /// A name and one more field: enough where no table has begun, if the rows below confirm it.
    Name,
    /// The word for the person in the place of the name ("Enfant", "Bébé"), four fields, and three quarters of the
    /// columns: enough below a table.
    Person,
}

/// The heading that begins at the first of `rows`, if there is one. Below a table, `is_first` is false and most of its
/// columns must be known.
pub(super) fn find_heading(
    rows: &[GridRow],
    merges: &MergedCells,
    headers: &Headers,
    is_first: bool,
) -> Option<TableHeading> {
    let row = rows.first()?;
    if has_labelled_values(row, headers) {
        return None;
    }
    let best = if may_be_heading(row) { best_heading(rows, merges, headers, Need::Most) } else { None };
    best.or_else(|| {
        let heading = match is_first {
            true if may_be_wide_heading(row) => best_heading(rows, merges, headers, Need::Name)?,
            false if may_be_heading(row) => return best_heading(rows, merges, headers, Need::Person),
            _ => return None,
        };
        is_confirmed(&heading, &rows[heading.n_rows..], headers).then_some(heading)
    })
}

fn best_heading(rows: &[GridRow], merges: &MergedCells, headers: &Headers, need: Need) -> Option<TableHeading> {
    let follows = |two: &&[GridRow]| two[1].row - two[0].row <= 2 && may_be_heading(&two[1]);
    let n_candidates = 1 + rows.windows(2).take(MAX_ROWS - 1).take_while(follows).count();
    let mut best: Option<(usize, TableHeading)> = None;
    for n_rows in 1..=n_candidates {
        // "Quartier : Boma" above a heading is a block line and part of no heading.
        if n_rows > 1 && is_block_line_with_colon(&rows[n_rows - 2]) {
            break;
        }
        let Some((score, columns)) = read_heading(&rows[..n_rows], merges, headers, need) else { continue };
        // One row more must raise the score, and so must the first row: a title above a heading is no part of it.
        let has_groups = n_rows > 1 && columns.iter().any(|column| column.why == FieldReason::Group);
        let is_better = best.as_ref().is_none_or(|(other, _)| score > *other)
            && (n_rows == 1
                || has_groups
                || read_heading(&rows[1..n_rows], merges, headers, need).is_none_or(|(other, _)| score > other));
        if is_better {
            best = Some((score, TableHeading { n_rows, columns }));
        }
    }
    best.map(|(_, heading)| heading)
}

/// Whether a row holds column numbers or letters, as below a heading: `1 2 3 4`, `(1) (2) (3)`, `A B C D`.
pub(super) fn is_numbering(row: &GridRow) -> bool {
    let number = |value: &CellValue| {
        let text = value.to_text();
        let bare = text.trim_matches(['(', ')', '.', ' ']);
        match bare.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => Some(u16::from(letter.to_ascii_uppercase())),
            _ => bare.parse::<u16>().ok(),
        }
    };
    row.cells.len() >= 3
        && row
            .cells
            .windows(2)
            .all(|two| matches!((number(&two[0].1), number(&two[1].1)), (Some(a), Some(b)) if b == a.saturating_add(1)))
}

/// Whether every cell is a text without a number at its start, except a running number (`3. Post-nom`). The test is
/// cheap, for it is made of every row.
fn may_be_heading(row: &GridRow) -> bool {
    row.cells.iter().all(|(_, value)| match value {
        CellValue::Text(text) => {
            let text = text.trim_start();
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            digits == 0
                || (digits <= 2 && matches!(text.as_bytes().get(digits), Some(b'.' | b')' | b' ')))
                || is_range(text)
        }
        _ => false,
    })
}

/// Whether two cells of a row hold a known label and its value: `Nom : YEMBA | Post-nom : NTUMBA`.
pub(super) fn has_labelled_values(row: &GridRow, headers: &Headers) -> bool {
    const LEAST: usize = 2;
    let is_labelled = |(_, value): &&(u16, CellValue)| {
        let CellValue::Text(text) = value else { return false };
        let Some((label, value)) = text.split_once(':') else { return false };
        value.contains(char::is_alphanumeric)
            && headers.exact(label.trim()).is_some_and(Field::is_personal)
            && headers.meaning(value.trim()).is_none_or(|own| matches!(own.field, Field::SexMale | Field::SexFemale))
    };
    row.cells.iter().filter(is_labelled).take(LEAST).count() == LEAST
}

/// Whether a text is a range of ages: `0-17`, `18+`, `15 - 24 ans`.
fn is_range(text: &str) -> bool {
    let words = text.trim().trim_end_matches("ans").trim_end_matches("mois").trim_end();
    let words = words.trim_start_matches(['<', '>', '≤', '≥', '=', ' ']);
    if words.len() < text.trim().len()
        && !words.is_empty()
        && words.len() <= 3
        && words.bytes().all(|b| b.is_ascii_digit())
    {
        return text.trim().starts_with(['<', '>', '≤', '≥']);
    }
    let is_age = |part: &str| matches!(part.trim().len(), 1..=3) && part.trim().bytes().all(|b| b.is_ascii_digit());
    let two = words.split_once(['-', '–', 'à']);
    two.map_or_else(|| words.strip_suffix('+').is_some_and(is_age), |(first, last)| is_age(first) && is_age(last))
}

/// Whether a text is one of the answers that a question is divided into.
fn is_answer(text: &str) -> bool {
    const ANSWERS: &str = "OUI NON O YES NO JA NEE SIM NAO NDIYO HAPANA";
    let folded = fold(text);
    ANSWERS.split(' ').any(|answer| answer == folded)
}

/// Whether more than half of the cells repeat a text that stands in three cells or more: values such as `Enfant` beside
/// a title down the first column.
fn is_repetition<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let mut folded: Vec<String> = texts.map(fold).collect();
    let n = folded.len();
    folded.sort_unstable();
    let n_repeated: usize = folded.chunk_by(|a, b| a == b).map(<[String]>::len).filter(|length| *length >= 3).sum();
    n_repeated * 2 > n
}

/// Whether at least half of the cells, and two of them, are texts that begin with no number. The days of a list of
/// attendance, `03/09`, do not count.
fn may_be_wide_heading(row: &GridRow) -> bool {
    let is_word = |value: &CellValue| matches!(value, CellValue::Text(text) if text.contains(char::is_alphabetic));
    let n_words = row.cells.iter().filter(|(_, value)| is_word(value)).count();
    let n_days = row.cells.iter().filter(|(_, value)| is_day_of_month(value)).count();
    n_words >= 2 && n_words * 2 >= row.cells.len() - n_days && block_line(row).is_none()
}

/// Whether a text is a day and a month: `03/09`, `3-9`.
fn is_day_of_month(value: &CellValue) -> bool {
    let CellValue::Text(text) = value else { return false };
    let is_number = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
    text.trim().split_once(['/', '-']).is_some_and(|(day, month)| is_number(day) && is_number(month))
}

fn is_block_line_with_colon(row: &GridRow) -> bool {
    row.cells.iter().any(|(_, value)| value.to_text().trim_end().contains(':')) && block_line(row).is_some()
}

/// The columns of a heading of exactly these rows, and its score: the number of recognised columns plus the number of
/// different fields. `None` if the rows are no heading.
fn read_heading(
    rows: &[GridRow],
    merges: &MergedCells,
    headers: &Headers,
    need: Need,
) -> Option<(usize, Vec<HeadingColumn>)> {
    let mut indices: Vec<u16> = rows.iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
    indices.sort_unstable();
    indices.dedup();
    if indices.len() < if need == Need::Name { 2 } else { 3 } {
        return None;
    }
    let mut leaves: Vec<(u16, usize, String)> = Vec::with_capacity(indices.len());
    for column in indices {
        let mut cells = rows.iter().map(|row| row.value(column)).enumerate().rev();
        let Some((index, Some(leaf))) = cells.find(|(_, leaf)| leaf.is_some()) else { continue };
        leaves.push((column, index, leaf.to_text()));
    }
    let texts: Vec<&str> = leaves.iter().map(|(.., leaf)| leaf.as_str()).collect();
    let shortened = without_shared_affix(&texts, headers);
    let mut candidates = Vec::with_capacity(leaves.len());
    let mut named_by_row = vec![0_usize; rows.len()];
    for ((column, index, leaf), shortened) in leaves.into_iter().zip(shortened) {
        let above = rows[..index].iter().rev();
        let titles: Vec<String> = above.filter_map(|row| title_over(row, column, merges)).collect();
        let of_shortened =
            shortened.and_then(|text| known_meaning(&text, &titles, headers).or_else(|| headers.meaning(&text)));
        let meaning = of_shortened.or_else(|| known_meaning(&leaf, &titles, headers));
        candidates.push((column, index, leaf, titles, meaning));
    }
    // Most rows below a heading end here: without one known heading, the slower comparison by words is not made.
    if need != Need::Name && candidates.iter().all(|(.., meaning)| meaning.is_none()) {
        return None;
    }
    if rows.len() == 1 && is_repetition(candidates.iter().map(|(_, _, leaf, ..)| leaf.as_str())) {
        return None;
    }
    let mut columns = Vec::with_capacity(candidates.len());
    for (column, index, leaf, titles, meaning) in candidates {
        let unknown = Meaning { field: Field::Other, why: FieldReason::Unknown, rank: Rank::Sure };
        let Meaning { field, why, rank } = meaning.or_else(|| headers.meaning(&leaf)).unwrap_or(unknown);
        named_by_row[index] += usize::from(field != Field::Other);
        let text = titles.iter().rev().chain([&leaf]).map(|text| text.trim()).collect::<Vec<_>>().join(" / ");
        columns.push(HeadingColumn { column, row: rows[index].row, text, field, why, rank });
    }
    // In each row of a heading, enough of the cells name columns or are titles of groups. Below a title, an answer or a
    // range of ages divides its column.
    let divides = |text: &str| is_answer(text) || is_range(text);
    let is_heading_row = |index: usize, row: &GridRow| {
        let texts = || row.cells.iter().map(|(_, value)| value.to_text());
        let n_titles = texts().filter(|text| headers.is_title(text)).count();
        let n_parts = if index > 0 { texts().filter(|text| divides(text)).count() } else { 0 };
        let n_named = named_by_row[index] + n_titles + n_parts;
        // "F" and "M" below "Sexe" divide it, whatever stands beside them.
        let has = |field: Field| columns.iter().any(|column| column.row == row.row && column.field == field);
        if index > 0 && has(Field::SexMale) && has(Field::SexFemale) {
            return true;
        }
        n_named * 2 >= row.cells.len() || (need == Need::Name && (rows.len() == 1 || n_named >= 3))
    };
    if !rows.iter().enumerate().all(|(index, row)| is_heading_row(index, row)) {
        return None;
    }
    score(&columns, need).map(|score| (score, columns))
}

/// The score of a heading's columns; `None` if they are too few for what is needed.
fn score(columns: &[HeadingColumn], need: Need) -> Option<usize> {
    let is_counted = |field: &Field| !matches!(field, Field::Other | Field::Unused | Field::Sensitive);
    let mut fields: Vec<Field> = columns.iter().map(|column| column.field).filter(is_counted).collect();
    let n_recognised = columns.iter().filter(|column| column.field != Field::Other).count();
    fields.sort_unstable();
    fields.dedup();
    // "Sexe | M" is a label with its value.
    let has_all = |list: &[Field]| list.iter().all(|field| fields.contains(field));
    if fields.contains(&Field::Sex) && !has_all(&[Field::SexMale, Field::SexFemale]) {
        fields.retain(|field| !matches!(field, Field::SexMale | Field::SexFemale));
    }
    let has = |list: &[Field]| fields.iter().any(|field| list.contains(field));
    let has_name = columns.iter().any(|column| column.field.is_name() && column.rank <= Rank::Weak);
    let is_enough = match need {
        Need::Most => fields.len() >= 3 && has_name && n_recognised * 2 >= columns.len(),
        Need::Person => {
            let has_person = columns.iter().any(|column| column.field.is_name() && column.rank <= Rank::Person);
            let is_label = |field: &&Field| is_label_alone(**field);
            fields.len() >= 4
                && has_person
                && fields.iter().filter(is_label).count() >= 2
                && n_recognised * 4 >= columns.len() * 3
        }
        Need::Name => {
            use Field::*;
            const OF_PERSON: [Field; 9] =
                [Sex, SexMale, BirthDate, BirthYear, BirthDatePlace, BirthPlace, Age, Relation, MaritalStatus];
            let n_of_person = fields.iter().filter(|field| OF_PERSON.contains(field)).count();
            let has_some_name = fields.iter().any(|field| field.is_name());
            let is_of_acts = has(&[ActNumber, DeclaredOn]) && has(&[Father, Mother, Spouse]);
            (has_some_name && n_recognised >= 2) || n_of_person >= 2 || is_of_acts
        }
    };
    is_enough.then_some(fields.len() + n_recognised)
}

/// Whether the headings of a field stand in no row of data. "Père" may be a relation or who declared an act.
fn is_label_alone(field: Field) -> bool {
    use Field::*;
    matches!(
        field,
        Order
            | ActNumber
            | DeclaredOn
            | Sex
            | BirthDate
            | BirthDatePlace
            | BirthPlace
            | BirthYear
            | Age
            | Relation
            | MaritalStatus
            | Occupation
            | Remarks
            | Nom
            | Postnom
            | Prenom
            | NomPostnom
            | FullName
            | Address
            | Parcel
    )
}

/// Whether a row that begins no heading looks like one: texts without numbers, half of them and three or more known
/// headings that stand in no row of data.
pub(super) fn looks_like_heading(row: &GridRow, headers: &Headers) -> bool {
    const FEWEST: usize = 3;
    if row.cells.len() < FEWEST || !may_be_heading(row) {
        return false;
    }
    let mut fields: Vec<Field> = row
        .cells
        .iter()
        .filter_map(|(_, value)| headers.exact(&value.to_text()))
        .filter(|own| is_label_alone(*own))
        .collect();
    let n_known = fields.len();
    fields.sort_unstable();
    fields.dedup();
    fields.len() >= FEWEST && n_known * 2 >= row.cells.len()
}

/// The title over a column in a row above: the row's cell in that column, else the nearest cell to the left, unless its
/// merge ends before the column.
fn title_over(row: &GridRow, column: u16, merges: &MergedCells) -> Option<String> {
    let (from, value) = row.cells.iter().rev().find(|(at, _)| *at <= column)?;
    merges.last_column(row.row, *from).is_none_or(|last| column <= last).then(|| value.to_text())
}

/// The meaning of a heading below these titles (nearest first), if the heading or its titles are known.
fn known_meaning(leaf: &str, titles: &[String], headers: &Headers) -> Option<Meaning> {
    let of_title = titles.iter().find_map(|title| headers.below(title, leaf));
    let own = headers.exact(leaf);
    // "Profession" below "Mère" is the mother's; "Observations" is not.
    let is_about_person = own.is_none_or(|field| {
        use Field::*;
        let of_person =
            [Age, Occupation, BirthDate, BirthPlace, Relation, MaritalStatus, Sex, Order, SexMale, SexFemale];
        field.is_name() || of_person.contains(&field)
    });
    let of_group = |field| Meaning { field, why: FieldReason::Group, rank: Rank::Sure };
    match (of_title, own) {
        (Some(Field::Unused), Some(_)) if !is_about_person => headers.meaning(leaf),
        (Some(field), _) => Some(of_group(field)),
        (None, Some(_)) => headers.meaning(leaf),
        (None, None) => {
            let with_title = || titles.iter().find_map(|title| headers.exact(&format!("{title} {leaf}")));
            let title_alone = || {
                let is_bare = fold(leaf).is_empty() || leaf.trim_start().starts_with('(') || is_range(leaf);
                titles.iter().find_map(|title| headers.exact(title).filter(|_| is_bare))
            };
            with_title().or_else(title_alone).map(of_group)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::context_lines::tests::rows;
    use super::*;

    /// The number of rows of a heading and the codes of its fields.
    fn heading_of(lines: &[&str]) -> Option<(usize, String)> {
        let headers = Headers::new(&BTreeMap::new(), &[]).expect("sound");
        let heading = find_heading(&rows(lines), &MergedCells::default(), &headers, true)?;
        let codes: Vec<&str> = heading.columns.iter().map(|column| column.field.code()).collect();
        Some((heading.n_rows, codes.join(" ")))
    }

    #[test]
    fn a_heading_is_found_without_the_title_above_and_the_data_below() {
        for (lines, expected) in [
            // The titles of groups change the meaning of the headings below them.
            (
                &[
                    "N°|Identité||| Sexe || Date de naissance ||| Profession",
                    "  |Nom|Post-nom|Prénom| M | F | Jour | Mois | Année |",
                    "1|MBALA|LEMA|Bruno|X||8|10|1961|maçon",
                ][..],
                Some((2, "order nom postnom prenom sex_male sex_female birth_day birth_month birth_year occupation")),
            ),
            (&["COMMUNE DE KIMBANSEKE", "Nom|Sexe|Lieu de naissance", "MBALA|M|Boma"], None),
            (&["Nom|Sexe|Lieu de naissance", "MBALA|M|Boma"], Some((1, "nom sex birth_place"))),
            // The name of a parent or of a declarant is not the child's.
            (
                &[
                    "N° acte|Enfant|||Père||Mère||Déclarant|Observations",
                    " |Nom|Post-nom|Prénom|Nom|Profession|Nom|Profession|Nom| ",
                ],
                Some((2, "act_number nom postnom prenom father unused mother unused unused remarks")),
            ),
        ] {
            assert_eq!(heading_of(lines), expected.map(|(n_rows, codes)| (n_rows, codes.to_owned())));
        }
    }

    #[test]
    fn a_row_of_column_numbers_is_recognised() {
        for (line, expected) in
            [("1|2|3|4", true), ("(1)|(2)|(3)", true), ("A|B|C", true), ("1|MBALA|LEMA", false), ("1|M|F", false)]
        {
            assert_eq!(is_numbering(&rows(&[line])[0]), expected, "{line}");
        }
    }
}
