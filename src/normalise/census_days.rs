//! Reads the day of a census from the lines above the rows: `Recensement du 15/03/2019`, `Dénombrement juillet 2018`.
//!
//! An age in months is subtracted from it. The year of a sheet is read elsewhere and stays what it is.

use chrono::NaiveDate;

use crate::record::{CellValue, RawFile, RawRow, RowAt};

use super::dates::{is_month_name, read_date};

/// The days that lines without persons give, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct CensusDays {
    days: Vec<(RowAt, NaiveDate)>,
}

impl CensusDays {
    pub(super) fn new(file: &RawFile) -> Self {
        let is_line = |row: &&RawRow| matches!(row.left_out, Some("title" | "section"));
        let days = file.rows.iter().filter(is_line).filter_map(|row| Some((row.at, day_in(row)?)));
        Self { days: days.collect() }
    }

    /// The day of the last such line above a row of the same sheet.
    pub(super) fn above(&self, at: RowAt) -> Option<NaiveDate> {
        let n_above = self.days.partition_point(|(line, _)| (line.sheet, line.row) < (at.sheet, at.row));
        let (line, day) = self.days.get(n_above.checked_sub(1)?)?;
        (line.sheet == at.sheet).then_some(*day)
    }
}

/// The day in the cells of a line.
fn day_in(row: &RawRow) -> Option<NaiveDate> {
    row.cells.iter().find_map(|cell| match &cell.value {
        CellValue::Text(text) => day_in_text(text),
        CellValue::DateSerial { serial, from_1904 } => CellValue::day_of_serial(*serial, *from_1904),
        _ => None,
    })
}

/// The first day in a text, or the middle of the first month: `15/03/2019`, `15 mars 2019`, `mars 2019`.
fn day_in_text(text: &str) -> Option<NaiveDate> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    words.iter().enumerate().find_map(|(at, word)| {
        if word.contains(['/', '.', '-']) && word.starts_with(|c: char| c.is_ascii_digit()) {
            return day_of(word);
        }
        let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        let month = words.get(at.checked_sub(1)?).filter(|month| is_year && is_month_name(month))?;
        let day = at.checked_sub(2).and_then(|at| words.get(at));
        day.and_then(|day| day_of(&format!("{day} {month} {word}"))).or_else(|| day_of(&format!("15 {month} {word}")))
    })
}

fn day_of(text: &str) -> Option<NaiveDate> {
    read_date(&CellValue::Text(text.into()), None).date()?.known_day()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Field, RawCell};

    #[test]
    fn the_day_of_the_last_line_above_a_row_counts() {
        let row = |row: u32, text: &str, left_out| RawRow {
            at: RowAt { row, ..RowAt::default() },
            context: 0,
            cells: vec![RawCell { column: 0, field: Field::Other, value: CellValue::Text(text.into()) }],
            carried: Vec::new(),
            left_out,
        };
        let rows = vec![
            row(1, "Recensement du 15/03/2019        Agent recenseur : KITOKO Robert   0815552231", Some("title")),
            row(2, "Né le 3/4/2001", Some("header")),
            row(3, "MBALA", None),
            row(3, "3/4/2019", Some("columns-moved")),
            row(4, "Q/ Ngilima - dénombrement juillet 2018", Some("section")),
            row(5, "Année 2017", Some("section")),
            row(6, "LEMA", None),
        ];
        let file = RawFile::of_rows(rows);
        let days = CensusDays::new(&file);
        let above = |row| days.above(RowAt { row, ..RowAt::default() }).map(|day| day.to_string());
        assert_eq!(above(3).as_deref(), Some("2019-03-15"));
        assert_eq!(above(4).as_deref(), Some("2019-03-15"));
        assert_eq!(above(6).as_deref(), Some("2018-07-15"));
        assert_eq!(above(1), None);
    }
}
