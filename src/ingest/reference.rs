//! Reads the reference tables: quartiers, legal periods, published births, populations and figures of communes, the
//! programme's indicators. Each has a built-in default, compiled in.

use std::path::Path;

use chrono::NaiveDate;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{CommuneFigure, LegalPeriod, LimitUnit, PopulationFigure, PublishedYear, Quartier};

use super::read_book::read_text_file;

/// The tables in `data-raw/reference`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The commune's quartiers, in the file's order.
    pub quartiers: Vec<Quartier>,
    /// Legal periods, sorted by the first day of birth they hold for.
    pub legal_periods: Vec<LegalPeriod>,
    /// The published series of births.
    pub published: Vec<PublishedYear>,
    /// The published series' source: the file's first line, if it is a comment.
    pub published_source: String,
    /// Population figures, in the file's order.
    pub populations: Vec<PopulationFigure>,
    /// Figures of communes, in the file's order.
    pub commune_figures: Vec<CommuneFigure>,
    /// The source of these figures: the file's first line, if it is a comment.
    pub commune_figures_source: String,
    /// The text of the programme's indicators; `None` for the built-in ones.
    pub indicators: Option<String>,
}

const QUARTIERS: &str = include_str!("../../data-raw/reference/quartiers.csv");
const LEGAL_PERIODS: &str = include_str!("../../data-raw/reference/legal-periods.csv");
const PUBLISHED: &str = include_str!("../../data-raw/reference/births-published.csv");
const POPULATION: &str = include_str!("../../data-raw/reference/population.csv");
const COMMUNE_FIGURES: &str = include_str!("../../data-raw/reference/commune-figures.csv");

impl Reference {
    /// Reads the tables in `folder`; where a file is missing, the built-in one is used.
    ///
    /// # Errors
    /// `bad-reference` with file, line, column and value if a table can't be read.
    pub fn read(folder: &Path) -> Result<Self> {
        let quartiers = table(folder, "quartiers.csv", QUARTIERS)?.with_rows()?;
        let legal = table(folder, "legal-periods.csv", LEGAL_PERIODS)?.with_rows()?;
        let published = table(folder, "births-published.csv", PUBLISHED)?;
        let mut legal_periods = legal.parse_rows(legal_period)?;
        legal_periods.sort_by_key(|period| period.born_from);
        let population = table(folder, "population.csv", POPULATION)?;
        let figures = table(folder, "commune-figures.csv", COMMUNE_FIGURES)?;
        let known = quartiers.parse_rows(quartier)?;
        Ok(Self {
            legal_periods,
            published: published.parse_rows(published_year)?,
            published_source: published.comment,
            populations: population_figures(&population, &known)?,
            quartiers: known,
            commune_figures: figures.parse_rows(commune_figure)?,
            commune_figures_source: figures.comment,
            indicators: read_text_file(&folder.join("indicators.toml"))?,
        })
    }
}

/// The names of the files that [`Reference::read`] reads.
pub const REFERENCE_FILES: [&str; 6] = [
    "quartiers.csv",
    "legal-periods.csv",
    "births-published.csv",
    "population.csv",
    "commune-figures.csv",
    "indicators.toml",
];

struct ReferenceTable {
    file: &'static str,
    columns: Vec<String>,
    rows: Vec<csv::StringRecord>,
    comment: String,
}

fn table(folder: &Path, file: &'static str, built_in: &str) -> Result<ReferenceTable> {
    let text = read_text_file(&folder.join(file))?.unwrap_or_else(|| built_in.to_owned());
    let text = text.trim_start_matches('\u{feff}');
    let bad = |e: csv::Error| {
        let line = e.position().map_or(0, csv::Position::line);
        let error = Error::new(ErrorCode::BadReference).with("file", file).with("line", line);
        error.with("column", "").with("value", "").because(e)
    };
    // A spreadsheet puts the text of a comment in quotation marks, or makes cells of it.
    let is_comment = |line: &str| line.trim_start_matches('"').starts_with('#');
    let heading = text.lines().find(|line| !line.trim().is_empty() && !is_comment(line)).unwrap_or_default();
    // A spreadsheet of a country with decimal commas writes semicolons.
    let delimiter = if heading.contains(';') && !heading.contains(',') { b';' } else { b',' };
    // Blank lines in their place: a message names the line of the file.
    let kept: Vec<&str> = text.lines().map(|line| if is_comment(line) { "" } else { line }).collect();
    let kept = kept.join("\n");
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).flexible(true).delimiter(delimiter).from_reader(kept.as_bytes());
    let is_line = |row: &csv::StringRecord| row.iter().any(|cell| !cell.trim().is_empty());
    let lines = reader.records().collect::<std::result::Result<Vec<_>, _>>().map_err(bad)?;
    let mut lines = lines.into_iter().filter(is_line);
    let Some(columns) = lines.next() else { return Err(Error::new(ErrorCode::ReferenceEmpty).with("file", file)) };
    let columns: Vec<String> = columns.iter().map(|column| column.trim().to_owned()).collect();
    let rows: Vec<csv::StringRecord> = lines.collect();
    let is_other_width = |row: &&csv::StringRecord| {
        row.len() < columns.len() || row.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty())
    };
    if let Some(row) = rows.iter().find(is_other_width) {
        let line = row.position().map_or(0, csv::Position::line);
        let error = Error::new(ErrorCode::BadReference).with("file", file).with("line", line);
        return Err(error.with("column", columns.last().map_or("", String::as_str)).with("value", row.as_slice()));
    }
    let first = text.lines().next().filter(|line| is_comment(line)).unwrap_or_default();
    let comment = first.trim_matches(['"', '#', ' ', ';', ',']).to_owned();
    Ok(ReferenceTable { file, columns, rows, comment })
}

impl ReferenceTable {
    /// The table, which must have a row: without quartiers or limits every figure would be wrong.
    fn with_rows(self) -> Result<Self> {
        if self.rows.is_empty() { Err(Error::new(ErrorCode::ReferenceEmpty).with("file", self.file)) } else { Ok(self) }
    }

    fn parse_rows<T>(&self, parse: fn(&Self, &csv::StringRecord) -> Result<T>) -> Result<Vec<T>> {
        self.rows.iter().map(|row| parse(self, row)).collect()
    }

    fn bad(&self, row: &csv::StringRecord, column: &str, value: &str) -> Error {
        let line = row.position().map_or(0, csv::Position::line);
        let error = Error::new(ErrorCode::BadReference).with("file", self.file).with("line", line);
        error.with("column", column).with("value", value)
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

fn quartier(table: &ReferenceTable, row: &csv::StringRecord) -> Result<Quartier> {
    let mut other_spellings = Vec::new();
    for column in
        ["alt_spellings", "seen_copy_errors"].iter().filter(|column| table.columns.iter().any(|c| c == *column))
    {
        let spellings = table.text(row, column)?.split(';').map(str::trim).filter(|text| !text.is_empty());
        other_spellings.extend(spellings.map(str::to_owned));
    }
    let name = table.text(row, "name")?;
    if name.is_empty() {
        return Err(table.bad(row, "name", name));
    }
    let has_codes = table.columns.iter().any(|column| column == "scpt_postal_code");
    let code = if has_codes { table.text(row, "scpt_postal_code")?.to_owned() } else { String::new() };
    Ok(Quartier { name: name.to_owned(), code, other_spellings })
}

fn legal_period(table: &ReferenceTable, row: &csv::StringRecord) -> Result<LegalPeriod> {
    let unit = match table.text(row, "unit")? {
        "days" => LimitUnit::Days,
        "months" => LimitUnit::Months,
        other => return Err(table.bad(row, "unit", other)),
    };
    Ok(LegalPeriod {
        born_from: day_of(table, row, "born_from")?,
        limit: limit_of(table, row)?,
        unit,
        law: table.text(row, "law")?.to_owned(),
    })
}

/// Reads a day: `1987-08-01`, or `01/08/1987` as a spreadsheet writes it.
fn day_of(table: &ReferenceTable, row: &csv::StringRecord, column: &str) -> Result<NaiveDate> {
    let text = table.text(row, column)?;
    NaiveDate::parse_from_str(text, "%d/%m/%Y").or_else(|_| text.parse()).map_err(|_| table.bad(row, column, text))
}

/// Reads the length of a legal period. A law gives at least a day; without a period every act would be late.
fn limit_of(table: &ReferenceTable, row: &csv::StringRecord) -> Result<u32> {
    let limit = table.parsed(row, "limit")?;
    if limit == 0 { Err(table.bad(row, "limit", "0")) } else { Ok(limit) }
}

fn published_year(table: &ReferenceTable, row: &csv::StringRecord) -> Result<PublishedYear> {
    Ok(PublishedYear {
        year: table.parsed(row, "year")?,
        on_time: table.parsed(row, "in_legal_time")?,
        late: table.parsed(row, "out_of_legal_time")?,
        commune: table.text(row, "commune").unwrap_or_default().to_owned(),
    })
}

/// Reads the populations. The column of quartiers is optional.
fn population_figures(table: &ReferenceTable, quartiers: &[Quartier]) -> Result<Vec<PopulationFigure>> {
    let figure = |row: &csv::StringRecord| {
        let typed = table.text(row, "quartier").unwrap_or_default();
        let is_named = |own: &&Quartier| {
            let names = std::iter::once(&own.name).chain(&own.other_spellings);
            names.into_iter().any(|name| name.to_lowercase() == typed.to_lowercase())
        };
        let quartier = match quartiers.iter().find(is_named) {
            Some(own) => own.name.clone(),
            None if typed.is_empty() => String::new(),
            None => return Err(table.bad(row, "quartier", typed)),
        };
        Ok(PopulationFigure { quartier, ..population_figure(table, row)? })
    };
    table.rows.iter().map(figure).collect()
}

fn population_figure(table: &ReferenceTable, row: &csv::StringRecord) -> Result<PopulationFigure> {
    Ok(PopulationFigure {
        id: table.text(row, "id")?.to_owned(),
        year: table.parsed(row, "year")?,
        population: table.parsed(row, "population")?,
        source: table.text(row, "source")?.to_owned(),
        commune: table.text(row, "commune").unwrap_or_default().to_owned(),
        quartier: String::new(),
    })
}

fn commune_figure(table: &ReferenceTable, row: &csv::StringRecord) -> Result<CommuneFigure> {
    let part = |column: &'static str| match table.text(row, column)? {
        "" => Ok(None),
        _ => table.parsed(row, column).map(Some),
    };
    // The column is optional, as the notes are.
    let in_words = table.text(row, "in_words").unwrap_or_default();
    let bad = |_| table.bad(row, "in_words", in_words);
    let in_words =
        in_words.split_once('=').map(|(name, n)| Ok((name.to_owned(), n.parse().map_err(bad)?))).transpose()?;
    Ok(CommuneFigure {
        commune: table.text(row, "commune")?.to_owned(),
        period: table.text(row, "period")?.to_owned(),
        category: table.text(row, "category")?.to_owned(),
        count: table.parsed(row, "count")?,
        parts: [part("boys")?, part("girls")?, part("men")?, part("women")?],
        in_words,
        source: table.text(row, "source")?.to_owned(),
    })
}
