//! Finds the hidden rows and columns of a workbook's sheets: in the XML of an .xlsx or .ods, in the records of an .xls.
//! Also the rows that are struck through; `struck_ods` finds those of an .ods.
//!
//! calamine reads hidden cells like others and does not tell them apart. A part that can't be read has no hidden cells:
//! the reader of its cells finds the fault. Not looked for in an .xlsb.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::read::ZipFile;

use crate::record::HiddenCells;

use super::struck_ods::StruckStyles;
use super::xml_attribute::attribute;

/// Most ranges of one sheet.
const MAX_RANGES: usize = 100_000;

/// Returns the hidden cells of the sheets of an .xlsx, by the sheet's name.
pub(super) fn of_xlsx(bytes: &[u8]) -> BTreeMap<String, HiddenCells> {
    read_xlsx(bytes).unwrap_or_default()
}

fn read_xlsx(bytes: &[u8]) -> Option<BTreeMap<String, HiddenCells>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (folder, sheets) = worksheet_parts(&mut archive)?;
    let struck = part(&mut archive, &format!("{folder}/styles.xml")).and_then(struck_styles).unwrap_or_default();
    let mut by_name = BTreeMap::new();
    for (name, path) in sheets {
        let hidden = part(&mut archive, &path).and_then(|xml| of_worksheet(xml, &struck)).unwrap_or_default();
        if !hidden.is_empty() {
            by_name.insert(name, hidden);
        }
    }
    Some(by_name)
}

/// Returns the folder of an .xlsx that holds its workbook, and the name and the part of each sheet.
pub(super) fn worksheet_parts(archive: &mut Archive<'_>) -> Option<(String, Vec<(String, String)>)> {
    let is_book = |name: &str| name.rsplit('/').next().is_some_and(|own| own.eq_ignore_ascii_case("workbook.xml"));
    let book = part_name(archive, is_book)?;
    let folder = book.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut sheets = Vec::new();
    for_each_element(part(archive, &book)?, |element, name| {
        if name == "sheet" {
            sheets.extend(attribute(element, "name").zip(attribute(element, "id")));
        }
    })?;
    let mut targets = BTreeMap::new();
    for_each_element(part(archive, &format!("{folder}/_rels/workbook.xml.rels"))?, |element, name| {
        if name == "Relationship" {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
    })?;
    let path_of = |target: &String| match target.strip_prefix('/') {
        Some(whole) => whole.trim_start_matches('/').to_owned(),
        None => format!("{folder}/{}", target.trim_start_matches("./")).trim_start_matches('/').to_owned(),
    };
    let parts: Vec<(String, String)> =
        sheets.into_iter().filter_map(|(name, id)| Some((name, path_of(targets.get(&id)?)))).collect();
    Some((folder, parts))
}

pub(super) type Archive<'b> = zip::ZipArchive<Cursor<&'b [u8]>>;

/// The name of the first part that is meant.
fn part_name(archive: &Archive<'_>, is_meant: impl Fn(&str) -> bool) -> Option<String> {
    let names = archive.file_names().filter_map(std::result::Result::ok);
    names.map(std::borrow::Cow::into_owned).find(|name| is_meant(name))
}

pub(super) fn part<'a, 'b>(
    archive: &'a mut Archive<'b>,
    path: &str,
) -> Option<BufReader<ZipFile<'a, Cursor<&'b [u8]>>>> {
    let name = part_name(archive, |name| name.eq_ignore_ascii_case(path))?;
    Some(BufReader::new(archive.by_name(&name).ok()?))
}

/// Calls `see` for the beginning of each element with its local name; `None` if the XML is malformed.
pub(super) fn for_each_element(xml: impl BufRead, mut see: impl FnMut(&BytesStart<'_>, &str)) -> Option<()> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => see(&element, element.local_name().into_inner()),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

/// Whether each cell style strikes its text through, by the number that cells have for it.
fn struck_styles(xml: impl BufRead) -> Option<Vec<bool>> {
    let mut fonts: Vec<bool> = Vec::new();
    let mut styles = Vec::new();
    let mut list = String::new();
    for_each_element(xml, |element, name| match (name, list.as_str()) {
        ("fonts" | "fills" | "borders" | "cellStyleXfs" | "cellXfs" | "cellStyles" | "dxfs", _) => {
            name.clone_into(&mut list);
        }
        ("font", "fonts") => fonts.push(false),
        ("strike", "fonts") => {
            let is_off = attribute(element, "val").is_some_and(|text| matches!(text.as_str(), "0" | "false"));
            if let Some(last) = fonts.last_mut() {
                *last = !is_off;
            }
        }
        ("xf", "cellXfs") => {
            let font = attribute(element, "fontId").and_then(|text| text.parse::<usize>().ok());
            styles.push(font.and_then(|font| fonts.get(font)).copied().unwrap_or(false));
        }
        _ => {}
    })?;
    Some(styles)
}

/// The filled cells of a row that are struck through, and all filled ones.
#[derive(Default)]
struct StruckCells {
    n_struck: u32,
    n: u32,
    /// Whether the cell that begins is struck through, until its content comes.
    open: Option<bool>,
}

impl StruckCells {
    /// Counts the cell that has begun: its content comes. A blank cell with a border is none.
    fn fill(&mut self) {
        if let Some(is_struck) = self.open.take() {
            self.n += 1;
            self.n_struck += u32::from(is_struck);
        }
    }

    /// Adds the row to the struck ones if most of its cells are.
    fn close(&mut self, row: u32, hidden: &mut HiddenCells) {
        if self.n_struck > 0 && self.n_struck * 2 > self.n {
            add_range(&mut hidden.struck, row, row);
        }
        *self = Self::default();
    }
}

fn of_worksheet(xml: impl BufRead, struck: &[bool]) -> Option<HiddenCells> {
    let mut hidden = HiddenCells::default();
    let mut cells = StruckCells::default();
    // A row without a number follows the row before it.
    let mut row = 0_u32;
    for_each_element(xml, |element, name| {
        let number = |name| attribute(element, name).and_then(|text| text.trim().parse::<u32>().ok());
        let is_hidden = || attribute(element, "hidden").is_some_and(|text| matches!(text.as_str(), "1" | "true"));
        match name {
            "row" => {
                cells.close(row, &mut hidden);
                row = number("r").unwrap_or(row.saturating_add(1));
                if is_hidden() {
                    add_range(&mut hidden.rows, row, row);
                }
            }
            "c" if !struck.is_empty() => {
                let style = number("s").and_then(|style| struck.get(style as usize));
                cells.open = Some(style.copied().unwrap_or(false));
            }
            "v" | "is" | "f" => cells.fill(),
            "col" if is_hidden() => {
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    add_range(&mut hidden.columns, first.saturating_sub(1), last.saturating_sub(1));
                }
            }
            // Formulas below the cells are of other things.
            _ => cells.open = None,
        }
    })?;
    cells.close(row, &mut hidden);
    Some(hidden)
}

/// Adds a range at the end of a list; it joins the last one if it follows it.
fn add_range(ranges: &mut Vec<(u32, u32)>, first: u32, last: u32) {
    if let Some((_, end)) = ranges.last_mut()
        && end.saturating_add(1) == first
    {
        *end = last;
    } else if ranges.len() < MAX_RANGES && first <= last {
        ranges.push((first, last));
    }
}

/// Returns the hidden cells of the sheets of an .ods, by the sheet's name.
pub(super) fn of_ods(bytes: &[u8]) -> BTreeMap<String, HiddenCells> {
    read_ods(bytes).unwrap_or_default()
}

fn read_ods(bytes: &[u8]) -> Option<BTreeMap<String, HiddenCells>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut by_name: BTreeMap<String, HiddenCells> = BTreeMap::new();
    let mut sheet = String::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    for_each_element(part(&mut archive, "content.xml")?, |element, name| {
        let repeated = |name| attribute(element, name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(1).max(1);
        let is_hidden =
            || attribute(element, "visibility").is_some_and(|text| matches!(text.as_str(), "collapse" | "filter"));
        match name {
            "table" => (sheet, row, column) = (attribute(element, "name").unwrap_or_default(), 0, 0),
            "table-row" => {
                let last = row.saturating_add(repeated("number-rows-repeated"));
                if is_hidden() {
                    add_range(&mut by_name.entry(sheet.clone()).or_default().rows, row.saturating_add(1), last);
                }
                row = last;
            }
            "table-column" => {
                let end = column.saturating_add(repeated("number-columns-repeated"));
                if is_hidden() {
                    add_range(&mut by_name.entry(sheet.clone()).or_default().columns, column, end - 1);
                }
                column = end;
            }
            _ => {}
        }
    })?;
    let mut styles = StruckStyles::default();
    if let Some(xml) = part(&mut archive, "styles.xml") {
        styles.add(xml);
    }
    styles.add(part(&mut archive, "content.xml")?);
    if styles.has_struck() {
        for (name, row) in styles.struck_rows(part(&mut archive, "content.xml")?).unwrap_or_default() {
            add_range(&mut by_name.entry(name).or_default().struck, row, row);
        }
    }
    Some(by_name)
}

/// Whether the formats of cells in a BIFF stream strike their text through.
#[derive(Default)]
struct BiffFormats {
    /// Whether each font is struck through.
    fonts: Vec<bool>,
    /// Whether the font of each cell format is.
    formats: Vec<bool>,
}

impl BiffFormats {
    fn add_font(&mut self, data: &[u8]) {
        const FLAG_STRUCK: u8 = 0x08;
        self.fonts.push(data.get(2).is_some_and(|flags| flags & FLAG_STRUCK != 0));
    }

    fn add_format(&mut self, data: &[u8]) {
        let font = number_at(data, 0).map(|font| match usize::from(font) {
            // No font has the number 4.
            font @ 0..4 => font,
            font => font - 1,
        });
        self.formats.push(font.and_then(|font| self.fonts.get(font)).copied().unwrap_or(false));
    }

    /// The row of a record of filled cells, and whether each of them is struck through.
    fn filled_cells(&self, kind: u16, data: &[u8]) -> Option<(u32, Vec<bool>)> {
        const FILLED: [u16; 7] = [0x06, 0x203, 0x204, 0x205, 0x27e, 0xd6, 0xfd];
        const SEVERAL: u16 = 0xbd;
        /// The bytes of one of several cells: format and number.
        const LENGTH: usize = 6;
        let is_struck = |at: usize| {
            let format = number_at(data, at).map(usize::from);
            format.and_then(|format| self.formats.get(format)).copied().unwrap_or(false)
        };
        let row = u32::from(number_at(data, 0)?) + 1;
        match kind {
            SEVERAL => {
                let n = data.len().saturating_sub(LENGTH) / LENGTH;
                Some((row, (0..n).map(|index| is_struck(4 + index * LENGTH)).collect()))
            }
            kind if FILLED.contains(&kind) => Some((row, vec![is_struck(4)])),
            _ => None,
        }
    }
}

fn number_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}

/// Returns the hidden cells of the sheets in a BIFF stream, by the sheet's index.
pub(super) fn of_biff(stream: &[u8]) -> Vec<HiddenCells> {
    const SHEET: u16 = 0x85;
    const ROW: u16 = 0x208;
    const COLUMNS: u16 = 0x7d;
    const FONT: u16 = 0x31;
    const FORMAT: u16 = 0xe0;
    const FLAG_HIDDEN_ROW: u8 = 0x20;
    // Offset of each sheet's first record.
    let mut starts: Vec<usize> = Vec::new();
    let mut sheets: Vec<HiddenCells> = Vec::new();
    let mut formats = BiffFormats::default();
    // The filled cells of each row of each sheet. The records of a sheet may have its rows in any order.
    let mut cells: BTreeMap<(usize, u32), StruckCells> = BTreeMap::new();
    let mut at = 0;
    while let Some(head) = stream.get(at..at + 4) {
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let data = stream.get(at + 4..at + 4 + length).unwrap_or_default();
        let own = starts.iter().enumerate().filter(|(_, start)| **start <= at).max_by_key(|(_, start)| **start);
        match (u16::from_le_bytes([head[0], head[1]]), own.map(|(index, _)| index)) {
            (SHEET, _) => {
                let start = data.get(..4).map_or(usize::MAX, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize);
                starts.push(start);
                sheets.push(HiddenCells::default());
            }
            (FONT, None) => formats.add_font(data),
            (FORMAT, None) => formats.add_format(data),
            (ROW, Some(index)) if data.get(12).is_some_and(|flags| flags & FLAG_HIDDEN_ROW != 0) => {
                if let Some(row) = number_at(data, 0) {
                    add_range(&mut sheets[index].rows, u32::from(row) + 1, u32::from(row) + 1);
                }
            }
            (COLUMNS, Some(index)) if data.get(8).is_some_and(|flags| flags & 1 != 0) => {
                if let (Some(first), Some(last)) = (number_at(data, 0), number_at(data, 2)) {
                    add_range(&mut sheets[index].columns, u32::from(first), u32::from(last));
                }
            }
            (kind, Some(index)) if formats.formats.contains(&true) => {
                if let Some((row, struck)) = formats.filled_cells(kind, data) {
                    let own = cells.entry((index, row)).or_default();
                    own.n += struck.len() as u32;
                    own.n_struck += struck.iter().filter(|is_struck| **is_struck).count() as u32;
                }
            }
            _ => {}
        }
        at += 4 + length;
    }
    for ((index, row), mut own) in cells {
        own.close(row, &mut sheets[index]);
    }
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_and_columns_of_a_worksheet_are_found() {
        let xml = r#"<x:worksheet><cols><col min="1" max="2"/><col min="3" max="4" hidden="1"/></cols><sheetData><row r="2"/>
            <row r="3" hidden="1"><c r="A3"><v>1</v></c></row><row r="4" hidden="true"/><row hidden="0"/><row hidden="1"/>
            </sheetData></x:worksheet>"#;
        let hidden = of_worksheet(xml.as_bytes(), &[]).unwrap();
        assert_eq!(hidden, HiddenCells { rows: vec![(3, 4), (6, 6)], columns: vec![(2, 3)], struck: vec![] });
        assert_eq!(of_worksheet(&b"<a><b>"[..], &[]).map(|hidden| hidden.is_empty()), Some(true));
    }

    #[test]
    fn rows_that_are_struck_through_are_found() {
        let styles = r#"<styleSheet><fonts><font/><font><b/><strike/></font><font><strike val="0"/></font></fonts>
            <cellStyleXfs><xf fontId="1"/></cellStyleXfs>
            <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>
            <dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>"#;
        let struck = struck_styles(styles.as_bytes()).unwrap();
        assert_eq!(struck, [false, true, false]);
        // The blank cells of row 4 have borders; nothing in row 5 is filled.
        let xml = r#"<worksheet><sheetData><row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="2"><v>1</v></c></row>
            <row r="2"><c r="A2" s="1"><f>1+1</f><v>2</v></c><c r="B2" s="1" t="inlineStr"><is><t>a</t></is></c>
            <c r="C2"><v>3</v></c></row><row r="3"><c r="A3" s="1"><v>1</v></c><c r="B3"><v>1</v></c></row>
            <row r="4"><c r="A4" s="1"><v>1</v></c><c r="B4" s="0"/><c r="C4" s="0"/></row>
            <row r="5"><c r="A5" s="1"/></row></sheetData><extLst><ext><f>A1</f></ext></extLst></worksheet>"#;
        let hidden = of_worksheet(xml.as_bytes(), &struck).unwrap();
        assert_eq!(hidden.struck, [(2, 2), (4, 4)]);
        assert_eq!([1, 2, 3, 4, 5].map(|row| hidden.is_struck(row)), [false, true, false, true, false]);
    }

    #[test]
    fn hidden_rows_and_columns_of_a_biff_stream_belong_to_their_sheet() {
        let record = |kind: u16, data: &[u8]| [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat();
        let row = |number: u16, flags: u8| {
            let mut data = vec![0; 16];
            data[..2].copy_from_slice(&number.to_le_bytes());
            data[12] = flags;
            record(0x208, &data)
        };
        let columns = record(0x7d, &[1, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
        let sheet = |start: u32| record(0x85, &[&start.to_le_bytes()[..], &[0, 0, 0]].concat());
        let n_head = 2 * sheet(0).len() as u32;
        let first = [row(4, 0), row(5, 0x20), row(6, 0x21)].concat();
        let stream = [sheet(n_head), sheet(n_head + first.len() as u32), first.clone(), columns, row(0, 0x20)].concat();
        let expected = vec![
            HiddenCells { rows: vec![(6, 7)], ..HiddenCells::default() },
            HiddenCells { rows: vec![(1, 1)], columns: vec![(1, 2)], struck: vec![] },
        ];
        assert_eq!(of_biff(&stream), expected);
    }

    #[test]
    fn rows_of_a_biff_stream_that_are_struck_through_are_found() {
        let record = |kind: u16, data: &[u8]| [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat();
        let font = |flags: u8| record(0x31, &[200, 0, flags, 0, 0, 0]);
        let format = |font: u8| record(0xe0, &[font, 0, 0, 0]);
        // The sixth format has the font with the number 5, which is the fifth.
        let fonts = [font(0), font(0), font(0), font(8), font(8)].concat();
        let formats = [format(0), format(3), format(5)].concat();
        let cell = |kind: u16, row: u8, column: u8, format: u8| record(kind, &[row, 0, column, 0, format, 0, 0, 0]);
        let several = record(0xbd, &[2, 0, 1, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0]);
        let cells = [
            cell(0xfd, 0, 0, 0),
            cell(0xfd, 1, 0, 2),
            cell(0x203, 1, 1, 2),
            cell(0xfd, 2, 0, 0),
            several,
            cell(0xfd, 3, 0, 1),
            cell(0xfd, 3, 1, 0),
            cell(0x201, 4, 0, 2),
        ]
        .concat();
        let start = (fonts.len() + formats.len() + 11) as u32;
        let sheet = record(0x85, &[&start.to_le_bytes()[..], &[0, 0, 0]].concat());
        let stream = [fonts, formats, sheet, cells].concat();
        assert_eq!(of_biff(&stream)[0].struck, [(2, 3)]);
    }

    #[test]
    fn hidden_rows_of_an_ods_are_found_by_sheet() {
        let content = r#"<table:table table:name="Fiches"><table:table-column table:number-columns-repeated="2"/>
            <table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="3"/>
            <table:table-row table:visibility="filter" table:number-rows-repeated="2"/></table:table>"#;
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("content.xml", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, content.as_bytes()).unwrap();
        let bytes = archive.finish().unwrap().into_inner();
        let expected = HiddenCells { rows: vec![(4, 5)], columns: vec![(2, 2)], struck: vec![] };
        assert_eq!(of_ods(&bytes), BTreeMap::from([("Fiches".to_owned(), expected)]));
    }
}
