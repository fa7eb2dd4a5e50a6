//! Where the table is: which row is a heading, which column means what, which rows are no data.
//!
//! Nothing is decided by position. A heading row is one that holds several recognised headings, a name among them;
//! a block line is one that begins with a label such as `Quartier` and tells its value; what is left below a heading
//! and speaks of a person is data. Rows left out keep their reason; none is dropped.

use crate::finding::{Finding, Severity};
use crate::record::{CellValue, Context, Field, Grid, GridRow, Heading, Kind, RawCell, RawRow, RowAt, fold};

use super::headers::Headers;

/// What one sheet was read as.
pub(super) struct SheetRead {
    pub(super) rows: Vec<RawRow>,
    pub(super) contexts: Vec<Context>,
    pub(super) headings: Vec<Heading>,
    pub(super) findings: Vec<Finding>,
    pub(super) has_table: bool,
    /// Headings that belong to a birth register and not to a census sheet.
    pub(super) is_births: bool,
}

/// Finds the tables of one sheet. `start` is what the file and the sheet's name say.
pub(super) fn read_sheet(grid: &Grid, at: RowAt, start: &Context, kind: Kind, headers: &Headers) -> SheetRead {
    let mut sheet = SheetRead {
        rows: Vec::with_capacity(grid.rows.len()),
        contexts: vec![start.clone()],
        headings: Vec::new(),
        findings: Vec::new(),
        has_table: false,
        is_births: false,
    };
    let mut columns: Option<Vec<(u16, Field)>> = None;
    for (index, row) in grid.rows.iter().enumerate() {
        let here = RowAt { row: row.row, ..at };
        let left_out = if let Some(found) = heading_row(row, headers) {
            let found = settle(found, &grid.rows[index + 1..], kind, headers);
            if !sheet.has_table {
                note_columns(&mut sheet.findings, row, &found, here, kind);
            }
            sheet.is_births |= found.iter().any(|(_, field)| matches!(field, Field::ActNumber | Field::DeclaredOn));
            sheet.headings.extend(row.cells.iter().zip(&found).map(|((column, value), (_, field))| Heading {
                at: here,
                column: *column,
                text: value.shown(),
                field: *field,
            }));
            sheet.has_table = true;
            columns = Some(found);
            Some("header")
        } else if is_total(row) {
            Some("total")
        } else if let Some(labels) = block_line(row) {
            let told = sheet.contexts.last().cloned().unwrap_or_default();
            sheet.contexts.push(tell(told, &labels));
            Some("section")
        } else {
            match &columns {
                None => {
                    if let Some(year) = row.cells.iter().find_map(|(_, value)| year_in_title(&value.shown()))
                        && let Some(context) = sheet.contexts.last_mut()
                    {
                        context.year = Some(year);
                    }
                    Some("title")
                }
                Some(columns) => no_data(row, columns),
            }
        };
        let field_of = |column: u16| match (&columns, left_out) {
            (Some(columns), None) => {
                columns.iter().find(|(c, _)| *c == column).map_or(Field::Other, |(_, field)| *field)
            }
            _ => Field::Other,
        };
        let cells = row
            .cells
            .iter()
            .map(|(column, value)| RawCell { column: *column, field: field_of(*column), value: value.clone() })
            .collect();
        sheet.rows.push(RawRow { at: here, context: sheet.contexts.len() as u32 - 1, cells, left_out });
    }
    if !sheet.has_table {
        refuse_rows(&mut sheet, at);
    } else if grid.is_hidden {
        for row in &mut sheet.rows {
            row.left_out = Some("hidden-sheet");
        }
        sheet.findings.push(sheet_finding("hidden-sheet", at, &grid.name));
    }
    sheet
}

/// A sheet in which no heading was found: a full row may be a person and waits in quarantine, the rest is a note.
fn refuse_rows(sheet: &mut SheetRead, at: RowAt) {
    let mut n_full = 0_u64;
    for row in &mut sheet.rows {
        row.left_out = if row.cells.len() >= 5 && row.left_out == Some("title") {
            n_full += 1;
            Some(super::NO_TABLE)
        } else {
            Some(row.left_out.unwrap_or("title"))
        };
    }
    if n_full > 0 {
        sheet.findings.push(Finding {
            severity: Severity::Error,
            args: vec![("n", n_full.to_string())],
            ..sheet_finding(super::NO_TABLE, at, "")
        });
    }
}

fn sheet_finding(rule: &'static str, at: RowAt, value: &str) -> Finding {
    Finding { rule, severity: Severity::Warning, at: at.cell(None), value: value.to_owned(), args: Vec::new() }
}

/// The recognised columns of a row, if it is a heading: three different fields or more, a name among them, at least
/// half of its cells recognised and none a number or a date.
fn heading_row(row: &GridRow, headers: &Headers) -> Option<Vec<(u16, Field)>> {
    if row.cells.len() < 3 || !row.cells.iter().all(|(_, value)| matches!(value, CellValue::Text(_))) {
        return None;
    }
    // Most rows are data: a heading has a column or more that is called what it is always called.
    if !row.cells.iter().any(|(_, value)| headers.exact(&value.shown()).is_some()) {
        return None;
    }
    let found: Vec<(u16, Field)> = row
        .cells
        .iter()
        .map(|(column, value)| (*column, headers.field(&value.shown()).unwrap_or(Field::Other)))
        .collect();
    let mut fields: Vec<Field> = found.iter().map(|(_, field)| *field).filter(|field| *field != Field::Other).collect();
    let n_recognised = fields.len();
    fields.sort_unstable();
    fields.dedup();
    let names_someone = fields.iter().any(|field| field.is_name());
    (fields.len() >= 3 && names_someone && n_recognised * 2 >= row.cells.len()).then_some(found)
}

/// Settles what a heading alone leaves open, by what stands below it.
fn settle(mut columns: Vec<(u16, Field)>, below: &[GridRow], kind: Kind, headers: &Headers) -> Vec<(u16, Field)> {
    let has = |columns: &[(u16, Field)], field| columns.iter().any(|(_, f)| *f == field);
    // In a birth register the number of the line is the number of the act.
    if (kind == Kind::Birth || has(&columns, Field::DeclaredOn)) && !has(&columns, Field::ActNumber) {
        for (_, field) in &mut columns {
            if *field == Field::Order {
                *field = Field::ActNumber;
            }
        }
    }
    // "Nom" alone over two or three words holds the post-nom too, or the whole name.
    if !has(&columns, Field::Postnom)
        && !has(&columns, Field::NomPostnom)
        && let Some(place) = columns.iter().position(|(_, field)| *field == Field::Nom)
    {
        let column = columns[place].0;
        let texts: Vec<String> = below
            .iter()
            .take_while(|row| heading_row(row, headers).is_none())
            .filter(|row| row.cells.len() >= 3)
            .filter_map(|row| row.cells.iter().find(|(c, _)| *c == column).map(|(_, value)| value.shown()))
            .take(200)
            .collect();
        let several = texts.iter().filter(|text| text.split_whitespace().count() >= 2).count();
        if several * 2 > texts.len() {
            columns[place].1 = if has(&columns, Field::Prenom) { Field::NomPostnom } else { Field::FullName };
        }
    }
    // The same meaning twice: the first column keeps it.
    let mut seen = Vec::new();
    for (_, field) in &mut columns {
        if *field != Field::Other && seen.contains(field) {
            *field = Field::Other;
        }
        seen.push(*field);
    }
    columns
}

/// Says once per sheet which headings were not recognised and which columns are not there.
fn note_columns(findings: &mut Vec<Finding>, row: &GridRow, columns: &[(u16, Field)], at: RowAt, kind: Kind) {
    for ((column, value), (_, field)) in row.cells.iter().zip(columns) {
        if *field == Field::Other {
            findings.push(Finding {
                at: at.cell(Some(*column)),
                ..sheet_finding("column-unrecognised", at, &value.shown())
            });
        }
    }
    let has = |fields: &[Field]| columns.iter().any(|(_, field)| fields.contains(field));
    let expected: &[(&str, &[Field])] = match kind {
        Kind::Census => {
            &[("birth_date", &[Field::BirthDate, Field::Age]), ("sex", &[Field::Sex]), ("relation", &[Field::Relation])]
        }
        Kind::Birth => {
            &[("birth_date", &[Field::BirthDate]), ("declared_on", &[Field::DeclaredOn]), ("sex", &[Field::Sex])]
        }
    };
    for (code, fields) in expected {
        if !has(fields) {
            findings
                .push(Finding { args: vec![("field", (*code).to_owned())], ..sheet_finding("column-missing", at, "") });
        }
    }
}

/// Whether a row below a heading is no data, and why.
fn no_data(row: &GridRow, columns: &[(u16, Field)]) -> Option<&'static str> {
    let personal = |column: u16| columns.iter().any(|(c, field)| *c == column && field.is_personal());
    let n_personal = row.cells.iter().filter(|(column, _)| personal(*column)).count();
    let has_prose = row.cells.iter().any(|(_, value)| is_prose(&value.shown()));
    match (n_personal, has_prose) {
        (0, true) => Some("note"),
        (0, false) => Some("unfilled"),
        (1, true) if row.cells.len() <= 2 => Some("note"),
        _ => None,
    }
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
    let folded = fold(text);
    STARTS.iter().any(|start| folded.starts_with(start))
        || folded.split(' ').count() >= 6
        || text.trim_end().ends_with(':')
}

/// A line of totals: it begins with the word and holds few cells.
fn is_total(row: &GridRow) -> bool {
    const WORDS: [&str; 9] =
        ["TOTAL", "TOTAUX", "SOUS TOTAL", "S TOTAL", "TOT", "REPORT", "A REPORTER", "TOTAAL", "EFFECTIF"];
    let first_text = row.cells.iter().find_map(|(_, value)| match value {
        CellValue::Text(text) => Some(fold(text)),
        _ => None,
    });
    row.cells.len() <= 8
        && first_text.is_some_and(|text| {
            WORDS
                .iter()
                .any(|word| text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        })
        && row.cells.iter().filter(|(_, value)| matches!(value, CellValue::Text(_))).count() <= 3
}

/// A label of a block or title line, and what it labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Fiche,
    Quartier,
    Avenue,
    Number,
    Year,
    Elsewhere,
}

fn label_of(text: &str) -> Option<(Label, String)> {
    const LABELS: [(&str, Label); 21] = [
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
    ];
    let (before, after) = text.split_once(':').unwrap_or((text, ""));
    let folded = fold(before);
    if let Some((_, label)) = LABELS.iter().find(|(name, _)| *name == folded) {
        return Some((*label, after.trim().to_owned()));
    }
    // The value in the same cell: "Quartier Batumona", "N° 26", "FICHE DE MENAGE N° 26".
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len()).rev().find_map(|n| {
        let head = fold(&words[..n].join(" "));
        let (_, label) = LABELS.iter().find(|(name, _)| *name == head)?;
        Some((*label, words[n..].join(" ").trim_start_matches([':', ' ']).to_owned()))
    })
}

/// The labels and values of a row that is nothing else; `None` for any other row.
fn block_line(row: &GridRow) -> Option<Vec<(Label, String)>> {
    if row.cells.len() > 12 {
        return None;
    }
    let mut labels: Vec<(Label, String)> = Vec::new();
    let mut n_labels = 0;
    for (_, value) in &row.cells {
        let text = value.shown();
        let label = match value {
            CellValue::Text(_) => label_of(&text),
            _ => None,
        };
        match (label, labels.last_mut()) {
            // "N°" after a fiche is the fiche's number, elsewhere the parcel's.
            (Some((Label::Number, value)), Some((Label::Fiche, told))) if told.is_empty() => *told = value,
            (Some((label, value)), _) => {
                n_labels += 1;
                labels.push((label, value));
            }
            (None, Some((_, told))) if told.is_empty() => *told = text,
            _ => return None,
        }
    }
    let only_number = labels.iter().all(|(label, _)| *label == Label::Number);
    (n_labels > 0 && !only_number).then_some(labels)
}

fn tell(mut context: Context, labels: &[(Label, String)]) -> Context {
    for (label, value) in labels {
        let value = value.trim().trim_start_matches([':', '.', ' ']).to_owned();
        match label {
            Label::Fiche => {
                // A new household: what the last one's block said of its address is over.
                context.fiche = Some(strip_number_sign(&value));
                context.is_block = true;
                (context.avenue, context.parcel) = (None, None);
            }
            Label::Quartier if !value.is_empty() => context.quartier = Some(value),
            Label::Avenue => context.avenue = Some(value),
            Label::Number => context.parcel = Some(value),
            Label::Year => context.year = year_in(&value).or(context.year),
            Label::Quartier | Label::Elsewhere => {}
        }
    }
    context
}

fn strip_number_sign(text: &str) -> String {
    label_of(text).filter(|(label, _)| *label == Label::Number).map_or(text.to_owned(), |(_, value)| value)
}

/// A year from 1950 to 2099 that stands as a word of its own; the last, where there are several.
pub(super) fn year_in(text: &str) -> Option<i32> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    words.filter_map(|word| word.parse().ok()).rfind(|year| (1950..2100).contains(year))
}

fn year_in_title(text: &str) -> Option<i32> {
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

    #[test]
    fn a_block_line_tells_its_labels_and_a_row_of_data_is_none() {
        let fiche = block_line(&row(&["FICHE DE MÉNAGE", "", "N° 26"]));
        assert_eq!(fiche, Some(vec![(Label::Fiche, "26".to_owned())]));
        let address = block_line(&row(&["Quartier", "17 Mai", "Avenue", "Lodja", "N°", "164"]));
        assert_eq!(
            address,
            Some(vec![
                (Label::Quartier, "17 Mai".to_owned()),
                (Label::Avenue, "Lodja".to_owned()),
                (Label::Number, "164".to_owned())
            ])
        );
        let title = block_line(&row(&["Quartier :", "Malonda", "", "Année :", "2017"]));
        assert_eq!(title, Some(vec![(Label::Quartier, "Malonda".to_owned()), (Label::Year, "2017".to_owned())]));
        assert_eq!(block_line(&row(&["1", "MBALA", "LEMA", "Bruno"])), None);
        assert_eq!(block_line(&row(&["MBALA", "LEMA", "Bruno"])), None);
        assert_eq!(block_line(&row(&["Av. Kasa-Vubu n°58", "MBALA", "LEMA"])), None);
    }

    #[test]
    fn totals_and_notes_are_no_data_but_a_person_called_total_is() {
        assert!(is_total(&row(&["TOTAL PAGE 2", "", "", "60"])));
        assert!(is_total(&row(&["", "TOTAL GENERAL", "194"])));
        assert!(!is_total(&row(&["1", "TOTALA", "MBALA", "Bruno", "M"])));
        let columns = [(0, Field::Order), (1, Field::Nom), (2, Field::Prenom), (3, Field::Sex)];
        assert_eq!(no_data(&row(&["Fait à Kimbanseke, le 12 novembre 2017"]), &columns), Some("note"));
        assert_eq!(no_data(&row(&["12"]), &columns), Some("unfilled"));
        assert_eq!(no_data(&row(&["12", "", "", "F"]), &columns), None);
    }

    proptest::proptest! {
        #[test]
        fn every_row_has_an_outcome_whatever_is_typed(rows in proptest::collection::vec(proptest::collection::vec("\\PC{0,12}|Nom|Sexe|N°|Quartier|TOTAL", 1..8), 0..12)) {
            let grid = Grid {
                name: String::new(),
                rows: rows.iter().zip(1..).map(|(texts, number)| GridRow { row: number, ..row(&texts.iter().map(String::as_str).collect::<Vec<_>>()) }).filter(|row| !row.cells.is_empty()).collect(),
                ..Grid::default()
            };
            let headers = Headers::new(&std::collections::BTreeMap::new()).unwrap();
            let read = read_sheet(&grid, RowAt::default(), &Context::default(), Kind::Census, &headers);
            proptest::prop_assert_eq!(read.rows.len(), grid.rows.len());
            proptest::prop_assert!(read.rows.iter().all(|row| (row.context as usize) < read.contexts.len()));
        }
    }
}
