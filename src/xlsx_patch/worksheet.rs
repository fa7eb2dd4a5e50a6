//! Streams one worksheet: marked cells get their fill, cells marked earlier lose it, some cells get a new text,
//! everything else is copied.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Write};

use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use crate::record::{column_letters, column_of_letters};

use super::markup::{
    EventAction, PatchResult, Step, attribute, local_name, parsed, prefixed_attribute, put, put_element, rewrite,
    unsupported, with_attributes, with_prefix_of,
};
use super::package::KINDS;
use super::request::{CellPosition, FillColour};
use super::styles::Styles;

/// Number of columns of a worksheet.
pub(super) const COLUMNS: u16 = 16_384;

/// Elements that follow the drawing of the comments in a worksheet.
const AFTER_COMMENTS: &str =
    "legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst AlternateContent";

/// What the comments need to know of the worksheet.
#[derive(Debug, Default)]
pub(super) struct SheetLayout {
    /// The relation of the existing drawing of the comments.
    pub(super) drawing: Option<String>,
    /// Columns with an explicit width: first and last column, pixels.
    pub(super) widths: Vec<(u16, u16, u32)>,
}

impl SheetLayout {
    /// Returns the width of a column in pixels.
    pub(super) fn width(&self, column: u16) -> u32 {
        of_column(&self.widths, column).unwrap_or(64)
    }
}

/// Returns the value of the first range of columns that holds a column.
fn of_column<T: Copy>(ranges: &[(u16, u16, T)], column: u16) -> Option<T> {
    ranges.iter().find(|(first, last, _)| (*first..=*last).contains(&column)).map(|(.., value)| *value)
}

/// What changes in the cells of a worksheet.
pub(super) struct CellChanges<'p> {
    pub(super) fills: &'p BTreeMap<CellPosition, FillColour>,
    /// New texts; "" empties a cell.
    pub(super) texts: &'p BTreeMap<CellPosition, String>,
}

impl CellChanges<'_> {
    /// The changed columns of a row from `first` to `last`, in order.
    fn columns(&self, row: u32, first: u16, last: u16) -> BTreeSet<u16> {
        let cells = (row, first)..=(row, last);
        let fills = self.fills.range(cells.clone()).map(|((_, column), _)| *column);
        fills.chain(self.texts.range(cells).map(|((_, column), _)| *column)).collect()
    }
}

/// Copies a worksheet, fills the marked cells and writes the new texts. `drawing` is the relation to add if the sheet has no drawing of
/// comments.
pub(super) fn patch_sheet<R: BufRead, W: Write>(
    xml: R,
    out: W,
    changes: &CellChanges<'_>,
    drawing: Option<&str>,
    styles: &mut Styles,
) -> PatchResult<(W, SheetLayout)> {
    let mut rewriter = WorksheetRewriter {
        changes,
        drawing,
        styles,
        layout: SheetLayout::default(),
        column_styles: Vec::new(),
        n_changed: 0,
        in_replaced: false,
        in_rows: false,
        had_rows: false,
        is_drawing_done: false,
        row: 0,
        column: 0,
        row_style: None,
        cell_name: String::new(),
        drawing_name: String::new(),
    };
    let out = rewrite(xml, out, |event, depth, writer| rewriter.step(event, depth, writer))?;
    let is_complete = rewriter.n_changed == changes.fills.len() + changes.texts.len();
    if is_complete { Ok((out, rewriter.layout)) } else { Err(unsupported("a mark on a missing row")) }
}

/// Copies a worksheet or chart sheet as one that is not selected.
pub(super) fn deselect_sheet<R: BufRead, W: Write>(xml: R, out: W) -> PatchResult<W> {
    rewrite(xml, out, |event, depth, writer| deselect_view(event, depth, writer))
}

/// Removes the selection of a sheet's view. An edit changes all selected sheets at once, so only one may be selected.
fn deselect_view<W: Write>(event: &Event<'_>, depth: usize, writer: &mut Writer<W>) -> Step {
    match event {
        Event::Start(e) | Event::Empty(e) if depth == 2 && local_name(e) == "sheetView" => {
            put_element(writer, with_attributes(e, &[("tabSelected", None)]), matches!(event, Event::Empty(_)))
        }
        _ => Ok(EventAction::Keep),
    }
}

struct WorksheetRewriter<'p> {
    changes: &'p CellChanges<'p>,
    drawing: Option<&'p str>,
    styles: &'p mut Styles,
    layout: SheetLayout,
    /// Columns with a default style: first and last column, style.
    column_styles: Vec<(u16, u16, usize)>,
    /// How many fills and texts were written.
    n_changed: usize,
    /// Whether the events are those inside a cell that got a new text.
    in_replaced: bool,
    in_rows: bool,
    had_rows: bool,
    is_drawing_done: bool,
    row: u32,
    /// First column of the row that was not reached yet.
    column: u16,
    row_style: Option<usize>,
    /// `c` and `legacyDrawing` with the namespace prefix of the sheet.
    cell_name: String,
    drawing_name: String,
}

impl WorksheetRewriter<'_> {
    fn step<W: Write>(&mut self, event: &Event<'_>, depth: usize, writer: &mut Writer<W>) -> Step {
        if self.in_replaced {
            return self.step_in_replaced(event, depth);
        }
        match event {
            Event::Start(e) | Event::Empty(e) => {
                let is_empty = matches!(event, Event::Empty(_));
                match (depth, local_name(e)) {
                    (0, _) => {
                        self.cell_name = with_prefix_of(e, "c");
                        self.drawing_name = with_prefix_of(e, "legacyDrawing");
                    }
                    (1, "sheetData") => (self.in_rows, self.had_rows) = (!is_empty, true),
                    (1, "legacyDrawing") => {
                        self.layout.drawing = prefixed_attribute(e, "id").map(|(_, id)| id);
                        self.is_drawing_done = true;
                    }
                    (1, name) if self.had_rows && AFTER_COMMENTS.split(' ').any(|after| after == name) => {
                        self.add_drawing(writer)?;
                    }
                    (2, "col") => self.read_column(e),
                    (2, "sheetView") => return deselect_view(event, depth, writer),
                    (2, "row") if self.in_rows => return self.start_row(e, is_empty, writer),
                    (3, "c") if self.in_rows => return self.patch_cell(e, is_empty, writer),
                    _ => {}
                }
            }
            Event::End(e) => match (depth, e.local_name().into_inner()) {
                (0, _) => self.add_drawing(writer)?,
                (1, "sheetData") => self.in_rows = false,
                (2, "row") if self.in_rows => self.add_cells(u16::MAX, true, writer)?,
                _ => {}
            },
            _ => {}
        }
        Ok(EventAction::Keep)
    }

    /// Leaves out what a cell with a new text held. A formula may belong to other cells, too.
    fn step_in_replaced(&mut self, event: &Event<'_>, depth: usize) -> Step {
        match event {
            Event::Start(e) | Event::Empty(e) if local_name(e) == "f" => Err(unsupported("a new text over a formula")),
            Event::Start(_) => Ok(EventAction::DropTree),
            Event::End(_) if depth == 3 => {
                self.in_replaced = false;
                Ok(EventAction::Drop)
            }
            _ => Ok(EventAction::Drop),
        }
    }

    /// Writes a cell with a new text.
    fn put_text<W: Write>(&mut self, column: u16, style: usize, text: &str, writer: &mut Writer<W>) -> PatchResult<()> {
        let (name, row) = (&self.cell_name, self.row);
        let prefix = name.strip_suffix('c').unwrap_or_default();
        let start = format!("<{name} r=\"{}{row}\" s=\"{style}\"", column_letters(column));
        self.n_changed += 1;
        if text.is_empty() {
            return put(writer, &format!("{start}/>"));
        }
        let text = escape(text);
        let inside = format!("<{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is>");
        put(writer, &format!("{start} t=\"inlineStr\">{inside}</{name}>"))
    }

    /// Adds the reference to the drawing of the comments, once, at its place in the order of elements.
    fn add_drawing<W: Write>(&mut self, writer: &mut Writer<W>) -> PatchResult<()> {
        if !self.is_drawing_done
            && let Some(id) = self.drawing
        {
            put(writer, &format!("<{} xmlns:r=\"{KINDS}\" r:id=\"{id}\"/>", self.drawing_name))?;
        }
        self.is_drawing_done = true;
        Ok(())
    }

    fn read_column(&mut self, e: &BytesStart<'_>) {
        let (Some(first), Some(last)) = (parsed::<f64>(e, "min"), parsed::<f64>(e, "max")) else { return };
        let (first, last) = ((first - 1.0) as u16, (last - 1.0) as u16);
        if let Some(width) = parsed::<f64>(e, "width") {
            let pixels = if is_true(e, "hidden") { 0 } else { (width.clamp(0.0, 255.0) * 7.0) as u32 + 5 };
            self.layout.widths.push((first, last, pixels));
        }
        if let Some(style) = parsed::<f64>(e, "style") {
            self.column_styles.push((first, last, style as usize));
        }
    }

    fn start_row<W: Write>(&mut self, e: &BytesStart<'_>, is_empty: bool, writer: &mut Writer<W>) -> Step {
        self.row = parsed(e, "r").unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        self.row_style = parsed(e, "s").filter(|_| is_true(e, "customFormat"));
        if self.changes.columns(self.row, 0, u16::MAX).is_empty() {
            return Ok(EventAction::Keep);
        }
        // `spans` is only a hint for readers, and an added cell can make it wrong.
        writer.write_event(Event::Start(with_attributes(e, &[("spans", None)])))?;
        if is_empty {
            self.add_cells(u16::MAX, true, writer)?;
            writer.write_event(Event::End(BytesEnd::new(e.name().as_ref())))?;
        }
        Ok(EventAction::Drop)
    }

    /// Adds the changed cells that the row lacks, from the current column up to `end`, `end` included if `is_last`.
    fn add_cells<W: Write>(&mut self, end: u16, is_last: bool, writer: &mut Writer<W>) -> PatchResult<()> {
        let row = self.row;
        for column in self.changes.columns(row, self.column.min(end), end) {
            if column == end && !is_last {
                break;
            }
            let style = self.row_style.or_else(|| of_column(&self.column_styles, column)).unwrap_or(0);
            let style = self.new_style(column, style)?.unwrap_or(style);
            match self.changes.texts.get(&(row, column)) {
                Some(text) => self.put_text(column, style, text, writer)?,
                None => {
                    put(writer, &format!("<{} r=\"{}{row}\" s=\"{style}\"/>", self.cell_name, column_letters(column)))?;
                }
            }
        }
        self.column = end;
        Ok(())
    }

    /// Returns the style of a cell that is marked now or was marked earlier; `None` if it keeps its own.
    fn new_style(&mut self, column: u16, style: usize) -> PatchResult<Option<usize>> {
        match self.changes.fills.get(&(self.row, column)) {
            Some(fill) => {
                self.n_changed += 1;
                self.styles.marked(style, *fill).map(Some)
            }
            None if self.styles.is_marked(style) => self.styles.unmarked(style).map(Some),
            None => Ok(None),
        }
    }

    fn patch_cell<W: Write>(&mut self, e: &BytesStart<'_>, is_empty: bool, writer: &mut Writer<W>) -> Step {
        let column = match attribute(e, "r").map(|name| cell_of(&name)) {
            Some(Some((row, column))) if row == self.row => column,
            Some(_) => return Err(unsupported("a cell outside its row")),
            None => self.column,
        };
        if column < self.column || column >= COLUMNS {
            return Err(unsupported("cells out of order"));
        }
        self.add_cells(column, false, writer)?;
        self.column = column + 1;
        let style = parsed(e, "s").unwrap_or(0);
        let changed = self.new_style(column, style)?;
        if let Some(text) = self.changes.texts.get(&(self.row, column)) {
            self.put_text(column, changed.unwrap_or(style), text, writer)?;
            self.in_replaced = !is_empty;
            return Ok(EventAction::Drop);
        }
        let Some(changed) = changed else { return Ok(EventAction::Keep) };
        put_element(writer, with_attributes(e, &[("s", Some(&changed.to_string()))]), is_empty)
    }
}

/// Whether an attribute is set to true.
fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// Returns the position of the cell with a name like `C17`.
pub(super) fn cell_of(name: &str) -> Option<CellPosition> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    let row = digits.parse().ok().filter(|row| *row > 0)?;
    Some((row, column_of_letters(letters)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: FillColour = FillColour("FFFF8B61");
    const YELLOW: FillColour = FillColour("FFFFF3B3");

    fn styles() -> Styles {
        let styles = "<styleSheet><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>\
            <cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>";
        Styles::read(styles.as_bytes().to_vec(), &[RED, YELLOW]).expect("sound")
    }

    fn patched(xml: &str, fills: &[(&str, FillColour)]) -> PatchResult<String> {
        let fills = fills.iter().map(|(cell, fill)| (cell_of(cell).expect("a cell"), *fill)).collect();
        let changes = CellChanges { fills: &fills, texts: &BTreeMap::new() };
        let (sheet, _) = patch_sheet(xml.as_bytes(), Vec::new(), &changes, Some("rIdApp1"), &mut styles())?;
        Ok(String::from_utf8(sheet).expect("text"))
    }

    fn with_texts(xml: &str, texts: &[(&str, &str)]) -> PatchResult<String> {
        let cell = |(cell, text): &(&str, &str)| (cell_of(cell).expect("a cell"), (*text).to_owned());
        let texts = texts.iter().map(cell).collect();
        let fills = BTreeMap::from([((3, 0), RED)]);
        let changes = CellChanges { fills: &fills, texts: &texts };
        let (sheet, _) = patch_sheet(xml.as_bytes(), Vec::new(), &changes, None, &mut styles())?;
        Ok(String::from_utf8(sheet).expect("text"))
    }

    #[test]
    fn cells_get_new_texts_and_a_formula_is_not_overwritten() {
        let row = |cells: &str| {
            format!(
                "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"3\">{cells}</x:row></x:sheetData></x:worksheet>"
            )
        };
        let xml =
            row("<x:c r=\"A3\" s=\"1\"><x:v>1</x:v></x:c><x:c r=\"B3\" t=\"s\"><x:v>7</x:v></x:c><x:c r=\"D3\"/>");
        let text = |place: &str, style: u32, text: &str| {
            format!(
                "<x:c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">{text}</x:t></x:is></x:c>"
            )
        };
        let made = with_texts(&xml, &[("A3", "a & b"), ("B3", ""), ("C3", "c"), ("D3", "d")]).expect("sound");
        let cells =
            [text("A3", 3, "a &amp; b"), "<x:c r=\"B3\" s=\"0\"/>".into(), text("C3", 0, "c"), text("D3", 0, "d")];
        assert_eq!(made, row(&cells.concat()));
        let formula = row("<x:c r=\"A3\"><x:f>B3</x:f><x:v>1</x:v></x:c>");
        assert!(with_texts(&formula, &[("A3", "a")]).is_err());
        assert!(with_texts(&xml, &[("A4", "a")]).is_err(), "a missing row");
    }

    #[test]
    fn marked_cells_change_their_style_and_missing_ones_are_added_in_order() {
        let xml = "<worksheet><cols><col min=\"5\" max=\"5\" width=\"9\" style=\"2\"/></cols><sheetData>\
            <row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nom</t></is></c></row>\
            <row r=\"3\" spans=\"1:3\"><c r=\"A3\" s=\"1\"><v>1</v></c><c r=\"C3\" t=\"str\"><f>A3</f><v>1</v></c></row>\
            <row r=\"4\"/></sheetData><pageMargins left=\"1\"/><tableParts/></worksheet>";
        let all = [("A3", RED), ("B3", YELLOW), ("E3", RED), ("B4", RED)];
        let made = patched(xml, &all).expect("sound");
        let row = "<row r=\"3\"><c r=\"A3\" s=\"3\"><v>1</v></c><c r=\"B3\" s=\"4\"/><c r=\"C3\" t=\"str\"><f>A3</f><v>1</v></c><c r=\"E3\" s=\"5\"/></row>";
        assert!(made.contains(row), "{made}");
        assert!(made.contains("<row r=\"4\"><c r=\"B4\" s=\"6\"/></row>"), "{made}");
        assert!(made.contains("<pageMargins left=\"1\"/><legacyDrawing xmlns:r="), "{made}");
        assert!(made.ends_with("r:id=\"rIdApp1\"/><tableParts/></worksheet>"), "{made}");
        assert!(made.contains("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nom</t></is></c></row>"), "{made}");
    }

    #[test]
    fn a_namespace_prefix_and_cells_without_names_are_handled() {
        let xml = "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/></x:row></x:sheetData></x:worksheet>";
        let made = patched(xml, &[("B1", RED), ("C1", RED)]).expect("sound");
        assert!(made.contains("<x:c s=\"3\"/><x:c r=\"C1\" s=\"3\"/></x:row>"), "{made}");
        assert!(made.contains("<x:legacyDrawing "), "{made}");
    }

    #[test]
    fn a_sheet_is_deselected_and_keeps_its_drawing() {
        let xml = "<worksheet><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetData/>\
            <legacyDrawing r:id=\"rId7\"/></worksheet>";
        let changes = CellChanges { fills: &BTreeMap::new(), texts: &BTreeMap::new() };
        let (made, layout) =
            patch_sheet(xml.as_bytes(), Vec::new(), &changes, Some("new"), &mut styles()).expect("sound");
        assert_eq!(layout.drawing.as_deref(), Some("rId7"));
        let expected = xml.replace(" tabSelected=\"1\"", "");
        assert_eq!(String::from_utf8_lossy(&made), expected);
        assert_eq!(deselect_sheet(xml.as_bytes(), Vec::new()).expect("sound"), expected.as_bytes());
    }

    #[test]
    fn a_misplaced_cell_and_a_mark_on_a_missing_row_are_refused() {
        let row = |cells: &str| format!("<worksheet><sheetData><row r=\"2\">{cells}</row></sheetData></worksheet>");
        assert!(patched(&row("<c r=\"B2\"/><c r=\"A2\"/>"), &[("A2", RED)]).is_err());
        assert!(patched(&row("<c r=\"A9\"/>"), &[("A9", RED)]).is_err());
        assert!(patched(&row(""), &[("A7", RED)]).is_err());
        assert!(patched(&row(&"<c/>".repeat(16_385)), &[("A2", RED)]).is_err());
        let last = "<worksheet><cols><col min=\"0\" max=\"1e9\" width=\"1e300\" style=\"-1\"/></cols><sheetData>\
            <row r=\"4294967295\"/><row/></sheetData></worksheet>";
        assert!(patched(last, &[]).is_ok());
        assert!(patched(&row("<c r=\"A2\"/>"), &[("A2", RED)]).is_ok());
    }
}
