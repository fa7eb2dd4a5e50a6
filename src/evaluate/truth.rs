//! Reads the truth about rows from CSV tables: the person of each row, and its expected outcome.
//!
//! Columns are found by their headers, in any order, and further columns are ignored. The caller opens the files.

use std::io::Read;
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};

/// The truth about one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrueRow {
    /// File: its name alone, or its path below the raw folder.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row as the spreadsheet shows it.
    pub row: i64,
    /// The person of the row.
    pub person: String,
    /// Empty, `on_time`, `late` or `unknown` for a good row, else the reason of the quarantine.
    pub expect: String,
}

impl TrueRow {
    /// Whether it belongs in the register.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.expect.is_empty() || self.has_timeliness()
    }

    /// Whether it is an act with a true timeliness.
    #[must_use]
    pub fn has_timeliness(&self) -> bool {
        matches!(self.expect.as_str(), "on_time" | "late" | "unknown")
    }
}

/// The truth against which a register is scored.
#[derive(Debug, Clone)]
pub enum Truth {
    /// Of a commune: it names every row with data.
    Commune {
        /// Rows of census sheets.
        census: Vec<TrueRow>,
        /// Rows of birth registers; `None` if unknown.
        births: Option<Vec<TrueRow>>,
        /// Pairs of twins, in one or both orders; `None` if unknown.
        twins: Option<Vec<(String, String)>>,
    },
    /// Some rows of any kind; there may be others.
    Some(Vec<TrueRow>),
}

/// Reads a table of rows; `path` is only used in errors.
///
/// # Errors
/// `truth-columns` if a column is missing, `truth-value` if a row has no number or a good row no person, `bad-truth` if
/// the table can't be read.
pub fn read_rows(table: impl Read, path: &Path) -> Result<Vec<TrueRow>> {
    let mut reader = csv::Reader::from_reader(table);
    let places = columns(&mut reader, path, &["file", "sheet", "row", "person"])?;
    let expect = place_of(&mut reader, path, "expect")?;
    let row_of = |record: std::result::Result<csv::StringRecord, csv::Error>| {
        let record = record.map_err(|e| bad(path, &e))?;
        let text = |place: usize| record.get(place).unwrap_or("").trim().to_owned();
        let wrong = |column: &str, value: &str| {
            let line = record.position().map_or(0, csv::Position::line);
            Error::new(ErrorCode::TruthValue).at(path).with("line", line).with("column", column).with("value", value)
        };
        let [file, sheet, number, person] = [text(places[0]), text(places[1]), text(places[2]), text(places[3])];
        let row = number.parse().map_err(|_| wrong("row", &number))?;
        let row = TrueRow { file, sheet, row, person, expect: expect.map(text).unwrap_or_default() };
        if row.is_good() && row.person.is_empty() { Err(wrong("person", "")) } else { Ok(row) }
    };
    reader.into_records().map(row_of).collect()
}

/// Reads a table of twins; `path` is only used in errors.
///
/// # Errors
/// `truth-columns` if a column is missing, `bad-truth` if the table can't be read.
pub fn read_twins(table: impl Read, path: &Path) -> Result<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(table);
    let places = columns(&mut reader, path, &["person", "twin"])?;
    let pair_of = |record: std::result::Result<csv::StringRecord, csv::Error>| {
        let record = record.map_err(|e| bad(path, &e))?;
        let text = |place: usize| record.get(place).unwrap_or("").trim().to_owned();
        Ok((text(places[0]), text(places[1])))
    };
    reader.into_records().map(pair_of).collect()
}

/// Indexes of the required columns.
fn columns<R: Read>(reader: &mut csv::Reader<R>, path: &Path, needed: &[&str]) -> Result<Vec<usize>> {
    let places = needed.iter().map(|column| place_of(reader, path, column)).collect::<Result<Vec<_>>>()?;
    let missing: Vec<&str> = needed.iter().zip(&places).filter(|(_, at)| at.is_none()).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return Ok(places.into_iter().flatten().collect());
    }
    let error = Error::new(ErrorCode::TruthColumns).at(path);
    Err(error.with("missing", missing.join(", ")).with("needed", needed.join(", ")))
}

fn place_of<R: Read>(reader: &mut csv::Reader<R>, path: &Path, column: &str) -> Result<Option<usize>> {
    let headings = reader.headers().map_err(|e| bad(path, &e))?;
    Ok(headings.iter().position(|heading| heading.trim().eq_ignore_ascii_case(column)))
}

fn bad(path: &Path, cause: &csv::Error) -> Error {
    Error::new(ErrorCode::BadTruth).at(path).because(cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(table: &str) -> Result<Vec<TrueRow>> {
        read_rows(table.as_bytes(), Path::new("t.csv"))
    }

    #[test]
    fn columns_are_found_by_their_headers_and_expect_is_optional() {
        let rows = read("note,person,Row,sheet,file\nx,7,3,Feuil1,a.xlsx\n").unwrap();
        let [file, sheet, person, expect] = ["a.xlsx", "Feuil1", "7", ""].map(str::to_owned);
        assert_eq!(rows, [TrueRow { file, sheet, row: 3, person, expect }]);
        let rows = read("file,sheet,row,person,expect\na.csv,,3,,missing_name\na.csv,,4,1,late\n").unwrap();
        assert_eq!([rows[0].is_good(), rows[1].is_good(), rows[1].has_timeliness()], [false, true, true]);
    }

    #[test]
    fn a_wrong_table_is_reported_with_its_line() {
        let needed = r#"needed="file, sheet, row, person""#;
        for (table, message) in [
            ("file,row,who\na.csv,3,1\n", format!(r#"truth-columns path="t.csv" missing="sheet, person" {needed}"#)),
            ("", format!(r#"truth-columns path="t.csv" missing="file, sheet, row, person" {needed}"#)),
            (
                "file,sheet,row,person\na,,2,1\na,,x,1\n",
                r#"truth-value path="t.csv" line="3" column="row" value="x""#.into(),
            ),
            ("file,sheet,row,person\na,,2,\n", r#"truth-value path="t.csv" line="2" column="person" value="""#.into()),
        ] {
            assert_eq!(read(table).unwrap_err().to_string(), message);
        }
        assert_eq!(read("file,sheet,row,person\na,b\n").unwrap_err().code, ErrorCode::BadTruth);
        assert_eq!(read_twins("a,b\n1,2\n".as_bytes(), Path::new("t")).unwrap_err().code, ErrorCode::TruthColumns);
        assert_eq!(read_twins("twin,person\n1,2\n".as_bytes(), Path::new("t")), Ok(vec![("2".into(), "1".into())]));
    }
}
