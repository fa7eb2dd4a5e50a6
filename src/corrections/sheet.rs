//! One worksheet, streamed: faulty cells get their colour, mended ones lose it, the rest is copied as it is.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use crate::finding::Severity;
use crate::record::column_letters;

use super::markup::{
    Patched, Step, attribute, beside, local, prefixed_attribute, put, rewrite, unexpected, with_attributes,
};
use super::styles::Styles;

/// A cell: row as the spreadsheet shows it, column from 0.
pub(super) type Cell = (u32, u16);

/// Columns of a worksheet.
pub(super) const COLUMNS: u16 = 16_384;

/// What stands after the drawing of the comments in a worksheet.
const AFTER_COMMENTS: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

/// What was met on the way.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The relation of the drawing that the sheet's comments have already.
    pub(super) drawing: Option<String>,
    /// Columns with a width of their own: first and last, pixels.
    pub(super) widths: Vec<(u16, u16, u32)>,
}

impl Seen {
    /// The width of a column in pixels.
    pub(super) fn width(&self, column: u16) -> u32 {
        self.widths
            .iter()
            .find(|(first, last, _)| (*first..=*last).contains(&column))
            .map_or(64, |(_, _, pixels)| *pixels)
    }
}

/// Copies a worksheet with its marks. `drawing` is the relation to name where the sheet has no drawing of comments.
pub(super) fn patch<R: BufRead, W: Write>(
    xml: R,
    out: W,
    marks: &BTreeMap<Cell, Severity>,
    drawing: Option<&str>,
    styles: &mut Styles,
) -> Patched<(W, Seen)> {
    let mut patch = Patch {
        marks,
        drawing,
        styles,
        seen: Seen::default(),
        column_styles: Vec::new(),
        n_marked: 0,
        in_rows: false,
        had_rows: false,
        is_drawing_done: false,
        row: 0,
        column: 0,
        row_style: None,
        cell_name: String::new(),
        drawing_name: String::new(),
    };
    let out = rewrite(xml, out, |event, depth, writer| patch.step(event, depth, writer))?;
    if patch.n_marked != marks.len() {
        return Err(unexpected("a faulty cell that the sheet does not hold"));
    }
    Ok((out, patch.seen))
}

/// Copies a worksheet or chart sheet that is no longer the one shown first.
pub(super) fn deselect<R: BufRead, W: Write>(xml: R, out: W) -> Patched<W> {
    rewrite(xml, out, |event, depth, writer| not_selected(event, depth, writer))
}

/// Two sheets shown at once would be edited at once: only the first is.
fn not_selected<W: Write>(event: &Event<'_>, depth: usize, writer: &mut Writer<W>) -> Patched<Step> {
    let changes = [("tabSelected", None)];
    match event {
        Event::Start(e) if depth == 2 && local(e) == "sheetView" => {
            writer.write_event(Event::Start(with_attributes(e, &changes)))?;
        }
        Event::Empty(e) if depth == 2 && local(e) == "sheetView" => {
            writer.write_event(Event::Empty(with_attributes(e, &changes)))?;
        }
        _ => return Ok(Step::Keep),
    }
    Ok(Step::Drop)
}

struct Patch<'p> {
    marks: &'p BTreeMap<Cell, Severity>,
    drawing: Option<&'p str>,
    styles: &'p mut Styles,
    seen: Seen,
    column_styles: Vec<(u16, u16, usize)>,
    n_marked: usize,
    in_rows: bool,
    had_rows: bool,
    is_drawing_done: bool,
    row: u32,
    /// The first column of the row that was not passed yet.
    column: u16,
    row_style: Option<usize>,
    /// `c` and `legacyDrawing` with the prefix of the sheet.
    cell_name: String,
    drawing_name: String,
}

impl Patch<'_> {
    fn step<W: Write>(&mut self, event: &Event<'_>, depth: usize, writer: &mut Writer<W>) -> Patched<Step> {
        match event {
            Event::Start(e) | Event::Empty(e) => {
                let is_empty = matches!(event, Event::Empty(_));
                match (depth, local(e)) {
                    (0, _) => (self.cell_name, self.drawing_name) = (beside(e, "c"), beside(e, "legacyDrawing")),
                    (1, "sheetData") => (self.in_rows, self.had_rows) = (!is_empty, true),
                    (1, "legacyDrawing") => {
                        self.seen.drawing = prefixed_attribute(e, "id").map(|(_, id)| id);
                        self.is_drawing_done = true;
                    }
                    (1, name) if self.had_rows && AFTER_COMMENTS.contains(&name) => self.name_drawing(writer)?,
                    (2, "col") => self.note_column(e),
                    (2, "sheetView") => return not_selected(event, depth, writer),
                    (2, "row") if self.in_rows => return self.begin_row(e, is_empty, writer),
                    (3, "c") if self.in_rows => return self.cell(e, is_empty, writer),
                    _ => {}
                }
            }
            Event::End(e) => match (depth, e.local_name().into_inner()) {
                (0, _) => self.name_drawing(writer)?,
                (1, "sheetData") => self.in_rows = false,
                (2, "row") if self.in_rows => self.blank_cells(u16::MAX, true, writer)?,
                _ => {}
            },
            _ => {}
        }
        Ok(Step::Keep)
    }

    /// Names the drawing of the comments, once, in the one place where it may stand.
    fn name_drawing<W: Write>(&mut self, writer: &mut Writer<W>) -> Patched<()> {
        if !self.is_drawing_done
            && let Some(id) = self.drawing
        {
            let name = &self.drawing_name;
            put(
                writer,
                &format!(
                    "<{name} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"{id}\"/>"
                ),
            )?;
        }
        self.is_drawing_done = true;
        Ok(())
    }

    fn note_column(&mut self, e: &BytesStart<'_>) {
        let number = |name| attribute(e, name).and_then(|value| value.parse::<f64>().ok());
        let (Some(first), Some(last)) = (number("min"), number("max")) else { return };
        let (first, last) = ((first - 1.0) as u16, (last - 1.0) as u16);
        if let Some(width) = number("width") {
            let is_hidden = attribute(e, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true");
            self.seen.widths.push((
                first,
                last,
                if is_hidden { 0 } else { (width.clamp(0.0, 255.0) * 7.0) as u32 + 5 },
            ));
        }
        if let Some(style) = number("style") {
            self.column_styles.push((first, last, style as usize));
        }
    }

    fn begin_row<W: Write>(&mut self, e: &BytesStart<'_>, is_empty: bool, writer: &mut Writer<W>) -> Patched<Step> {
        let number = attribute(e, "r").and_then(|row| row.parse::<u32>().ok());
        self.row = number.unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        let has_own_style = attribute(e, "customFormat").is_some_and(|custom| custom == "1" || custom == "true");
        self.row_style = attribute(e, "s").filter(|_| has_own_style).and_then(|style| style.parse().ok());
        if self.marks.range((self.row, 0)..=(self.row, u16::MAX)).next().is_none() {
            return Ok(Step::Keep);
        }
        // Where a row's cells begin and end is only a hint, and may become wrong.
        writer.write_event(Event::Start(with_attributes(e, &[("spans", None)])))?;
        if is_empty {
            self.blank_cells(u16::MAX, true, writer)?;
            writer.write_event(Event::End(BytesEnd::new(e.name().as_ref())))?;
        }
        Ok(Step::Drop)
    }

    /// Makes the marked cells from the current column up to `end` that the row does not hold; `end` too if `is_last`.
    fn blank_cells<W: Write>(&mut self, end: u16, is_last: bool, writer: &mut Writer<W>) -> Patched<()> {
        let (row, marks) = (self.row, self.marks);
        for (&(_, column), severity) in marks.range((row, self.column)..=(row, end)) {
            if column == end && !is_last {
                break;
            }
            let of_column = self.column_styles.iter().find(|(first, last, _)| (*first..=*last).contains(&column));
            let style = self.row_style.or(of_column.map(|(_, _, style)| *style)).unwrap_or(0);
            let style = self.styles.marked(style, *severity)?;
            put(writer, &format!("<{} r=\"{}{row}\" s=\"{style}\"/>", self.cell_name, column_letters(column)))?;
            self.n_marked += 1;
        }
        self.column = end;
        Ok(())
    }

    fn cell<W: Write>(&mut self, e: &BytesStart<'_>, is_empty: bool, writer: &mut Writer<W>) -> Patched<Step> {
        let named = attribute(e, "r");
        let column = match &named {
            Some(name) => {
                cell_of(name).filter(|(row, _)| *row == self.row).ok_or_else(|| unexpected("a cell astray"))?.1
            }
            None => self.column,
        };
        if column < self.column || column >= COLUMNS {
            return Err(unexpected("cells out of order"));
        }
        self.blank_cells(column, false, writer)?;
        self.column = column + 1;
        let style = attribute(e, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
        let changed = match self.marks.get(&(self.row, column)) {
            Some(severity) => {
                self.n_marked += 1;
                self.styles.marked(style, *severity)?
            }
            None if self.styles.is_mark(style) => self.styles.cleaned(style)?,
            None => return Ok(Step::Keep),
        };
        let changed = with_attributes(e, &[("s", Some(&changed.to_string()))]);
        writer.write_event(if is_empty { Event::Empty(changed) } else { Event::Start(changed) })?;
        Ok(Step::Drop)
    }
}

/// The cell that `C17` names.
pub(super) fn cell_of(name: &str) -> Option<Cell> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    let mut column = 0_u32;
    for letter in letters.bytes() {
        column = column.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)?;
    }
    let row = digits.parse().ok().filter(|row| *row > 0)?;
    Some((row, u16::try_from(column.checked_sub(1)?).ok().filter(|column| *column < COLUMNS)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles() -> Styles {
        let styles = "<styleSheet><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>\
            <cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>";
        Styles::read(styles.as_bytes().to_vec()).expect("sound")
    }

    fn patched(xml: &str, marks: &[(&str, Severity)]) -> Patched<String> {
        let marks = marks.iter().map(|(cell, severity)| (cell_of(cell).expect("a cell"), *severity)).collect();
        let (made, _) = patch(xml.as_bytes(), Vec::new(), &marks, Some("rIdBato1"), &mut styles())?;
        Ok(String::from_utf8(made).expect("text"))
    }

    #[test]
    fn faulty_cells_change_their_style_and_blank_ones_are_made_in_order() {
        let xml = "<worksheet><cols><col min=\"5\" max=\"5\" width=\"9\" style=\"2\"/></cols><sheetData>\
            <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nom</t></is></c></row>\
            <row r=\"3\" spans=\"1:3\"><c r=\"A3\" s=\"1\"><v>1</v></c><c r=\"C3\" t=\"str\"><f>A3</f><v>1</v></c></row>\
            <row r=\"4\"/></sheetData><pageMargins left=\"1\"/><tableParts/></worksheet>";
        let all =
            [("A3", Severity::Error), ("B3", Severity::Warning), ("E3", Severity::Error), ("B4", Severity::Error)];
        let made = patched(xml, &all).expect("sound");
        let row = "<row r=\"3\"><c r=\"A3\" s=\"3\"><v>1</v></c><c r=\"B3\" s=\"4\"/><c r=\"C3\" t=\"str\"><f>A3</f><v>1</v></c><c r=\"E3\" s=\"5\"/></row>";
        assert!(made.contains(row), "{made}");
        assert!(made.contains("<row r=\"4\"><c r=\"B4\" s=\"6\"/></row>"), "{made}");
        assert!(made.contains("<pageMargins left=\"1\"/><legacyDrawing xmlns:r="), "{made}");
        assert!(made.ends_with("r:id=\"rIdBato1\"/><tableParts/></worksheet>"), "{made}");
        assert!(made.contains("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nom</t></is></c></row>"), "{made}");
    }

    #[test]
    fn a_prefix_and_cells_without_names_are_understood() {
        let xml = "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/></x:row></x:sheetData></x:worksheet>";
        let made = patched(xml, &[("B1", Severity::Error), ("C1", Severity::Error)]).expect("sound");
        assert!(made.contains("<x:c s=\"3\"/><x:c r=\"C1\" s=\"3\"/></x:row>"), "{made}");
        assert!(made.contains("<x:legacyDrawing "), "{made}");
    }

    #[test]
    fn one_sheet_alone_is_shown_first_and_a_drawing_is_kept() {
        let xml = "<worksheet><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetData/>\
            <legacyDrawing r:id=\"rId7\"/></worksheet>";
        let marks = BTreeMap::new();
        let (made, seen) = patch(xml.as_bytes(), Vec::new(), &marks, Some("new"), &mut styles()).expect("sound");
        assert_eq!(seen.drawing.as_deref(), Some("rId7"));
        let expected = xml.replace(" tabSelected=\"1\"", "");
        assert_eq!(String::from_utf8_lossy(&made), expected);
        assert_eq!(deselect(xml.as_bytes(), Vec::new()).expect("sound"), expected.as_bytes());
    }

    #[test]
    fn a_cell_that_is_not_where_it_should_be_stops_the_patch() {
        let row = |cells: &str| format!("<worksheet><sheetData><row r=\"2\">{cells}</row></sheetData></worksheet>");
        assert!(patched(&row("<c r=\"B2\"/><c r=\"A2\"/>"), &[("A2", Severity::Error)]).is_err());
        assert!(patched(&row("<c r=\"A9\"/>"), &[("A9", Severity::Error)]).is_err());
        assert!(patched(&row(""), &[("A7", Severity::Error)]).is_err());
        assert!(patched(&row(&"<c/>".repeat(16_385)), &[("A2", Severity::Error)]).is_err());
        let last = "<worksheet><cols><col min=\"0\" max=\"1e9\" width=\"1e300\" style=\"-1\"/></cols><sheetData>\
            <row r=\"4294967295\"/><row/></sheetData></worksheet>";
        assert!(patched(last, &[]).is_ok());
        assert!(patched(&row("<c r=\"A2\"/>"), &[("A2", Severity::Error)]).is_ok());
    }
}
