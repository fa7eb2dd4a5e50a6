//! The truth about rows, as tables of commas tell it: whose each row is, and what ought to become of it.
//!
//! Columns are known by their headings, in any order, and further ones are let be. Whoever calls opens the files.

use std::io::Read;
use std::path::Path;

use crate::error::{Error, Result};

/// Columns that a table of rows must have; `expect` may be there too.
const ROW_COLUMNS: [&str; 4] = ["file", "sheet", "row", "person"];
/// Columns of the table of twins.
const TWIN_COLUMNS: [&str; 2] = ["person", "twin"];

/// What is true of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrueRow {
    /// File: its name alone, or its path below the raw folder.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row as the spreadsheet shows it.
    pub row: i64,
    /// Whose row it is.
    pub person: String,
    /// Empty, `on_time`, `late` or `unknown` for a good row, else why it must be quarantined.
    pub expect: String,
}

impl TrueRow {
    /// Whether it belongs into the register.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.expect.is_empty() || self.is_classed()
    }

    /// Whether the truth says if its act was declared in time.
    #[must_use]
    pub fn is_classed(&self) -> bool {
        matches!(self.expect.as_str(), "on_time" | "late" | "unknown")
    }
}

/// A truth, with what it can speak of.
#[derive(Debug, Clone)]
pub enum Truth {
    /// A commune's: every row that holds data is named.
    Commune {
        /// Rows of census sheets.
        census: Vec<TrueRow>,
        /// Rows of birth registers; `None` where nothing is said of them.
        births: Option<Vec<TrueRow>>,
        /// Pairs of twins, each way or one way; `None` where nothing is said of them.
        twins: Option<Vec<(String, String)>>,
    },
    /// Rows of whatever kind; there may be others.
    Some(Vec<TrueRow>),
}

/// Reads a table of rows; `path` is for the messages alone.
///
/// # Errors
/// `truth-columns` if a column is missing, `truth-value` if a row's number is none or a good row is nobody's,
/// `bad-truth` if it is no such table.
pub fn read_rows(table: impl Read, path: &Path) -> Result<Vec<TrueRow>> {
    let mut reader = csv::Reader::from_reader(table);
    let places = columns(&mut reader, path, &ROW_COLUMNS)?;
    let expect = place_of(&mut reader, path, "expect")?;
    let row_of = |record: std::result::Result<csv::StringRecord, csv::Error>| {
        let record = record.map_err(|e| bad(path, &e))?;
        let text = |place: usize| record.get(place).unwrap_or("").trim().to_owned();
        let wrong = |column: &str, value: &str| {
            let line = record.position().map_or(0, csv::Position::line);
            Error::new("truth-value").at(path).with("line", line).with("column", column).with("value", value)
        };
        let [file, sheet, number, person] = [text(places[0]), text(places[1]), text(places[2]), text(places[3])];
        let row = number.parse().map_err(|_| wrong("row", &number))?;
        let row = TrueRow { file, sheet, row, person, expect: expect.map(text).unwrap_or_default() };
        if row.is_good() && row.person.is_empty() { Err(wrong("person", "")) } else { Ok(row) }
    };
    reader.into_records().map(row_of).collect()
}

/// Reads a table of twins; `path` is for the messages alone.
///
/// # Errors
/// `truth-columns` if a column is missing, `bad-truth` if it is no such table.
pub fn read_twins(table: impl Read, path: &Path) -> Result<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(table);
    let places = columns(&mut reader, path, &TWIN_COLUMNS)?;
    let pair_of = |record: std::result::Result<csv::StringRecord, csv::Error>| {
        let record = record.map_err(|e| bad(path, &e))?;
        let text = |place: usize| record.get(place).unwrap_or("").trim().to_owned();
        Ok((text(places[0]), text(places[1])))
    };
    reader.into_records().map(pair_of).collect()
}

/// Where the needed columns stand.
fn columns<R: Read>(reader: &mut csv::Reader<R>, path: &Path, needed: &[&str]) -> Result<Vec<usize>> {
    let mut places = Vec::new();
    let mut missing = Vec::new();
    for column in needed {
        match place_of(reader, path, column)? {
            Some(place) => places.push(place),
            None => missing.push(*column),
        }
    }
    if missing.is_empty() {
        return Ok(places);
    }
    Err(Error::new("truth-columns").at(path).with("missing", missing.join(", ")).with("needed", needed.join(", ")))
}

fn place_of<R: Read>(reader: &mut csv::Reader<R>, path: &Path, column: &str) -> Result<Option<usize>> {
    let headings = reader.headers().map_err(|e| bad(path, &e))?;
    Ok(headings.iter().position(|heading| heading.trim().eq_ignore_ascii_case(column)))
}

fn bad(path: &Path, cause: &csv::Error) -> Error {
    Error::new("bad-truth").at(path).because(cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(table: &str) -> Result<Vec<TrueRow>> {
        read_rows(table.as_bytes(), Path::new("t.csv"))
    }

    #[test]
    fn columns_are_known_by_their_headings_and_expect_may_be_missing() {
        let rows = read("note,person,Row,sheet,file\nx,7,3,Feuil1,a.xlsx\n").unwrap();
        let row = TrueRow {
            file: "a.xlsx".into(),
            sheet: "Feuil1".into(),
            row: 3,
            person: "7".into(),
            expect: String::new(),
        };
        assert_eq!(rows, [row]);
        let rows = read("file,sheet,row,person,expect\na.csv,,3,,missing_name\na.csv,,4,1,late\n").unwrap();
        assert_eq!([rows[0].is_good(), rows[1].is_good(), rows[1].is_classed()], [false, true, true]);
    }

    #[test]
    fn what_is_wrong_with_a_table_is_said_with_its_line() {
        for (table, said) in [
            (
                "file,row,who\na.csv,3,1\n",
                r#"truth-columns path="t.csv" missing="sheet, person" needed="file, sheet, row, person""#,
            ),
            ("", r#"truth-columns path="t.csv" missing="file, sheet, row, person" needed="file, sheet, row, person""#),
            ("file,sheet,row,person\na,,2,1\na,,x,1\n", r#"truth-value path="t.csv" line="3" column="row" value="x""#),
            ("file,sheet,row,person\na,,2,\n", r#"truth-value path="t.csv" line="2" column="person" value="""#),
        ] {
            assert_eq!(read(table).unwrap_err().to_string(), said);
        }
        assert_eq!(read("file,sheet,row,person\na,b\n").unwrap_err().code, "bad-truth");
        assert_eq!(read_twins("a,b\n1,2\n".as_bytes(), Path::new("t")).unwrap_err().code, "truth-columns");
        assert_eq!(read_twins("twin,person\n1,2\n".as_bytes(), Path::new("t")), Ok(vec![("2".into(), "1".into())]));
    }
}
