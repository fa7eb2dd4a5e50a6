//! Finds the dates of a workbook that show a month and a year alone, `mai-02`: the day of such a cell is the first of
//! the month because a spreadsheet stores one, not because somebody typed it.
//!
//! A column with such a cell on another day holds whole days in a short format: it is left alone. Looked for in an
//! .xlsx and an .ods.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::{BufRead, Cursor};

use chrono::Datelike;
use foldhash::fast::FixedState;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::record::CellValue;

use super::hidden_cells::{for_each_element, part, worksheet_parts};
use super::xml_attribute::attribute;

/// The cells of a sheet that show a month, as row and column from 0.
pub(super) type MonthCells = HashSet<(u32, u32), FixedState>;

/// The text that stands for a date that shows its month: `mai-2002`.
pub(super) fn month_text(value: CellValue) -> CellValue {
    const MONTHS: [&str; 12] =
        ["janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"];
    let CellValue::DateSerial { serial, from_1904 } = value else { return value };
    match CellValue::day_of_serial(serial, from_1904).filter(|day| day.day() == 1) {
        Some(day) => CellValue::Text(format!("{}-{}", MONTHS[day.month0() as usize], day.year()).into()),
        None => value,
    }
}

/// The cells that show a month, and the columns that have one on another day than the first.
#[derive(Default)]
struct MonthColumns {
    cells: Vec<(u32, u32)>,
    whole_days: BTreeSet<u32>,
}

impl MonthColumns {
    fn add(&mut self, (row, column): (u32, u32), is_first: bool) {
        match is_first {
            true => self.cells.push((row, column)),
            false => _ = self.whole_days.insert(column),
        }
    }

    fn finish(self) -> MonthCells {
        self.cells.into_iter().filter(|(_, column)| !self.whole_days.contains(column)).collect()
    }
}

/// Returns the cells of an .xlsx that show a month, by the sheet's name. A part that cannot be read has none.
pub(super) fn of_xlsx(bytes: &[u8], from_1904: bool) -> BTreeMap<String, MonthCells> {
    read_xlsx(bytes, from_1904).unwrap_or_default()
}

fn read_xlsx(bytes: &[u8], from_1904: bool) -> Option<BTreeMap<String, MonthCells>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (folder, sheets) = worksheet_parts(&mut archive)?;
    let styles = month_styles(part(&mut archive, &format!("{folder}/styles.xml"))?)?;
    if !styles.contains(&true) {
        return None;
    }
    let mut by_name = BTreeMap::new();
    for (name, path) in sheets {
        if let Some(cells) = part(&mut archive, &path).and_then(|xml| of_worksheet(xml, &styles, from_1904)) {
            by_name.insert(name, cells);
        }
    }
    Some(by_name)
}

/// Whether each cell style shows a month and a year alone, by the number that cells have for it.
fn month_styles(xml: impl BufRead) -> Option<Vec<bool>> {
    /// The number of `mmm-yy` in every workbook.
    const MONTH_AND_YEAR: &str = "17";
    let mut formats: HashSet<String, FixedState> = HashSet::default();
    formats.insert(MONTH_AND_YEAR.to_owned());
    let mut styles = Vec::new();
    let mut list = String::new();
    for_each_element(xml, |element, name| match (name, list.as_str()) {
        ("fonts" | "fills" | "borders" | "cellStyleXfs" | "cellXfs" | "cellStyles" | "dxfs" | "numFmts", _) => {
            name.clone_into(&mut list);
        }
        ("numFmt", "numFmts") => {
            let code = attribute(element, "formatCode").unwrap_or_default();
            formats.extend(attribute(element, "numFmtId").filter(|_| shows_month(&code)));
        }
        ("xf", "cellXfs") => styles.push(attribute(element, "numFmtId").is_some_and(|id| formats.contains(&id))),
        _ => {}
    })?;
    Some(styles)
}

/// Whether a format shows a month and a year and nothing else: `mmm-yy`, `[$-40C]mmmm yyyy;@`, `mm/yyyy`.
fn shows_month(format: &str) -> bool {
    let (mut has_month, mut has_year) = (false, false);
    let mut signs = format.split(';').next().unwrap_or_default().chars();
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            '"' => _ = signs.by_ref().find(|c| *c == '"'),
            '[' => _ = signs.by_ref().find(|c| *c == ']'),
            '\\' | '_' | '*' => _ = signs.next(),
            'm' => has_month = true,
            'y' | 'e' => has_year = true,
            c if c.is_ascii_alphanumeric() || matches!(c, '#' | '?' | '@') => return false,
            _ => {}
        }
    }
    has_month && has_year
}

fn of_worksheet(xml: impl BufRead, styles: &[bool], from_1904: bool) -> Option<MonthCells> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut columns = MonthColumns::default();
    let (mut open, mut is_value) = (None, false);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) => match element.local_name().into_inner() {
                "c" => {
                    let style = attribute(&element, "s").and_then(|text| text.trim().parse::<usize>().ok());
                    let shows_month = style.and_then(|style| styles.get(style)).copied().unwrap_or(false);
                    let at = shows_month.then(|| attribute(&element, "r")).flatten();
                    (open, is_value) = (at.as_deref().and_then(cell_at), false);
                }
                "v" => is_value = open.is_some(),
                _ => is_value = false,
            },
            Event::Text(text) if is_value => {
                let serial: Option<f64> = text.xml10_content().trim().parse().ok();
                let day = serial.and_then(|serial| CellValue::day_of_serial(serial, from_1904));
                if let (Some(at), Some(day)) = (open.take(), day) {
                    columns.add(at, day.day() == 1);
                }
            }
            Event::Eof => return Some(columns.finish()),
            _ => {}
        }
    }
}

/// Row and column, from 0, of a cell's name: `E24`.
fn cell_at(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.is_ascii_alphabetic().then(|| letter.to_ascii_uppercase() - b'A' + 1)?;
        column.checked_mul(26)?.checked_add(u32::from(letter))
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// Returns the cells of an .ods that show a month, by the sheet's name.
pub(super) fn of_ods(bytes: &[u8]) -> BTreeMap<String, MonthCells> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).ok();
    archive.and_then(|mut archive| read_ods(part(&mut archive, "content.xml")?)).unwrap_or_default()
}

fn read_ods(xml: impl BufRead) -> Option<BTreeMap<String, MonthCells>> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut by_name: BTreeMap<String, MonthColumns> = BTreeMap::new();
    let mut sheet = String::new();
    let (mut row, mut column, mut next_row) = (0_u32, 0_u32, 0_u32);
    // The date that begins, and what it shows.
    let mut open: Option<((u32, u32), bool)> = None;
    let mut shown = String::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => {
                let repeated = |name| attribute(&element, name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(1);
                match element.local_name().into_inner() {
                    "table" => (sheet, next_row) = (attribute(&element, "name").unwrap_or_default(), 0),
                    "table-row" => {
                        (row, column) = (next_row, 0);
                        next_row = next_row.saturating_add(repeated("number-rows-repeated"));
                    }
                    "table-cell" | "covered-table-cell" => {
                        let date = attribute(&element, "date-value");
                        open = date.map(|date| ((row, column), date.get(8..10) == Some("01")));
                        shown.clear();
                        column = column.saturating_add(repeated("number-columns-repeated"));
                    }
                    _ => {}
                }
            }
            Event::Text(text) if open.is_some() => shown.push_str(&text.xml10_content()),
            Event::End(element) if element.local_name().into_inner() == "table-cell" => {
                if let Some((at, is_first)) = open.take().filter(|_| is_month_shown(&shown)) {
                    by_name.entry(sheet.clone()).or_default().add(at, is_first);
                }
            }
            Event::Eof => return Some(by_name.into_iter().map(|(name, columns)| (name, columns.finish())).collect()),
            _ => {}
        }
    }
}

/// Whether the text of a date shows a month and a year: `mai-02`, `05/2002`, not `1 mai 2002` or `2002`.
fn is_month_shown(text: &str) -> bool {
    let n_numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
    let n_letters = text.chars().filter(|c| c.is_alphabetic()).count();
    n_numbers == 1 && n_letters >= 3 || n_numbers == 2 && n_letters == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_of_month_and_year_is_recognised() {
        for format in ["mmm-yy", "mmm\\-yy", "mm/yyyy", "[$-40C]mmmm\\ yyyy;@", "yyyy-mm", "mmmm\" de \"yyyy"] {
            assert!(shows_month(format), "{format}");
        }
        for format in ["dd/mm/yyyy", "General", "0.00", "yyyy", "mm:ss", "[h]:mm", "d mmm yy", "mmm", "@", "#,##0", ""]
        {
            assert!(!shows_month(format), "{format}");
        }
        assert_eq!(cell_at("E24"), Some((23, 4)));
        assert_eq!(cell_at("AA1"), Some((0, 26)));
        assert_eq!([cell_at("24"), cell_at("E"), cell_at("E0")], [None; 3]);
    }

    #[test]
    fn the_cells_that_show_a_month_are_found_and_a_column_of_days_is_left_alone() {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="165" formatCode="mm/yyyy"/></numFmts>
            <cellXfs><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="165"/></cellXfs></styleSheet>"#;
        let styles = month_styles(styles.as_bytes()).unwrap();
        assert_eq!(styles, [false, true, true]);
        // 1 May 2002 is 37377.
        let xml = r#"<worksheet><sheetData><row r="1"><c r="A1" s="0"><v>37377</v></c><c r="B1" s="1"><v>37377</v></c>
            <c r="C1" s="2"><v>37377</v></c></row><row r="2"><c r="B2" s="2"><v>37377</v></c>
            <c r="C2" s="1"><v>37380</v></c></row></sheetData></worksheet>"#;
        let cells = of_worksheet(xml.as_bytes(), &styles, false).unwrap();
        assert_eq!(cells.into_iter().collect::<BTreeSet<_>>(), [(0, 1), (1, 1)].into());
        let serial = |serial| CellValue::DateSerial { serial, from_1904: false };
        assert_eq!(month_text(serial(37_377.0)), CellValue::Text("mai-2002".into()));
        assert_eq!(month_text(serial(37_378.0)), serial(37_378.0));
    }

    #[test]
    fn the_cells_of_an_ods_that_show_a_month_are_found() {
        let xml = r#"<table:table table:name="F"><table:table-row table:number-rows-repeated="2"/>
            <table:table-row><table:table-cell table:number-columns-repeated="2"/>
            <table:table-cell office:date-value="2002-05-01"><text:p>mai-02</text:p></table:table-cell>
            <table:table-cell office:date-value="2002-05-01"><text:p>01/05/02</text:p></table:table-cell>
            <table:table-cell office:date-value="2002-05-01"><text:p>05/2002</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell table:number-columns-repeated="4"/>
            <table:table-cell office:date-value="2002-05-04"><text:p>05/2002</text:p></table:table-cell></table:table-row>
            </table:table>"#;
        let cells = read_ods(xml.as_bytes()).unwrap();
        assert_eq!(cells["F"].iter().copied().collect::<Vec<_>>(), [(2, 2)]);
    }
}
