//! The reference tables: quartiers, legal periods, published births. Each has a built-in default, compiled in.

use std::path::Path;

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::record::{LegalPeriod, LimitUnit, PublishedYear, Quartier};

/// What `data-raw/reference` holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The commune's quartiers, in the file's order.
    pub quartiers: Vec<Quartier>,
    /// Legal periods, sorted by the first day of birth they hold for.
    pub legal_periods: Vec<LegalPeriod>,
    /// The published series.
    pub published: Vec<PublishedYear>,
    /// The published series' source: the file's first line, if it is a comment.
    pub published_source: String,
}

const QUARTIERS: &str = include_str!("../../data-raw/reference/quartiers.csv");
const LEGAL_PERIODS: &str = include_str!("../../data-raw/reference/legal-periods.csv");
const PUBLISHED: &str = include_str!("../../data-raw/reference/births-published.csv");

impl Reference {
    /// Reads the tables in `folder`; where a file is missing, the built-in one is used.
    ///
    /// # Errors
    /// `bad-reference` with file, line, column and value if a table can't be understood.
    pub fn read(folder: &Path) -> Result<Self> {
        let quartiers = table(folder, "quartiers.csv", QUARTIERS)?;
        let legal = table(folder, "legal-periods.csv", LEGAL_PERIODS)?;
        let published = table(folder, "births-published.csv", PUBLISHED)?;
        let mut legal_periods = legal.rows.iter().map(|row| legal_period(&legal, row)).collect::<Result<Vec<_>>>()?;
        legal_periods.sort_by_key(|period| period.born_from);
        Ok(Self {
            quartiers: quartiers.rows.iter().map(|row| quartier(&quartiers, row)).collect::<Result<_>>()?,
            legal_periods,
            published: published.rows.iter().map(|row| published_year(&published, row)).collect::<Result<_>>()?,
            published_source: published.comment.clone(),
        })
    }
}

struct Table {
    file: &'static str,
    columns: Vec<String>,
    rows: Vec<csv::StringRecord>,
    comment: String,
}

fn table(folder: &Path, file: &'static str, built_in: &str) -> Result<Table> {
    let path = folder.join(file);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => built_in.to_owned(),
        Err(e) => return Err(Error::io(&path, &e)),
    };
    let text = text.trim_start_matches('\u{feff}');
    let bad =
        |e: csv::Error| Error::new("bad-reference").with("file", file).with("column", "").with("value", "").because(e);
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let columns = reader.headers().map_err(bad)?.iter().map(|column| column.trim().to_owned()).collect();
    let rows = reader.records().collect::<std::result::Result<_, _>>().map_err(bad)?;
    let comment = text.lines().next().and_then(|line| line.strip_prefix('#')).unwrap_or("").trim().to_owned();
    Ok(Table { file, columns, rows, comment })
}

impl Table {
    fn bad(&self, row: &csv::StringRecord, column: &str, value: &str) -> Error {
        let line = row.position().map_or(0, csv::Position::line);
        Error::new("bad-reference")
            .with("file", self.file)
            .with("line", line)
            .with("column", column)
            .with("value", value)
    }

    fn text<'r>(&self, row: &'r csv::StringRecord, column: &str) -> Result<&'r str> {
        let place = self.columns.iter().position(|name| name == column);
        place.and_then(|place| row.get(place)).map(str::trim).ok_or_else(|| self.bad(row, column, ""))
    }

    fn parsed<T: std::str::FromStr>(&self, row: &csv::StringRecord, column: &str) -> Result<T> {
        let text = self.text(row, column)?;
        text.parse().map_err(|_| self.bad(row, column, text))
    }
}

fn quartier(table: &Table, row: &csv::StringRecord) -> Result<Quartier> {
    let mut other_spellings = Vec::new();
    for column in ["alt_spellings", "seen_copy_errors"] {
        if table.columns.iter().any(|name| name == column) {
            other_spellings.extend(
                table.text(row, column)?.split(';').map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned),
            );
        }
    }
    let name = table.text(row, "name")?;
    if name.is_empty() {
        return Err(table.bad(row, "name", name));
    }
    Ok(Quartier { name: name.to_owned(), other_spellings })
}

fn legal_period(table: &Table, row: &csv::StringRecord) -> Result<LegalPeriod> {
    let unit = match table.text(row, "unit")? {
        "days" => LimitUnit::Days,
        "months" => LimitUnit::Months,
        other => return Err(table.bad(row, "unit", other)),
    };
    Ok(LegalPeriod {
        born_from: table.parsed::<NaiveDate>(row, "born_from")?,
        limit: table.parsed(row, "limit")?,
        unit,
        law: table.text(row, "law")?.to_owned(),
    })
}

fn published_year(table: &Table, row: &csv::StringRecord) -> Result<PublishedYear> {
    Ok(PublishedYear {
        year: table.parsed(row, "year")?,
        on_time: table.parsed(row, "in_legal_time")?,
        late: table.parsed(row, "out_of_legal_time")?,
    })
}
