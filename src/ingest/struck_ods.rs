//! Finds the rows of an .ods whose cells are struck through: by the style of the cell, of its row or column, of its
//! paragraphs or of the spans of text in it. A style has what its parent has, unless it says otherwise.

use std::collections::{BTreeMap, HashMap};
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml_attribute::attribute;

/// Most rows that one element may repeat, each of them struck through.
const MAX_REPEATED: u32 = 10_000;
/// Most parents of a style.
const MAX_PARENTS: usize = 20;

/// A style of a cell, a paragraph or a span.
#[derive(Debug, Default, Clone)]
struct Style {
    parent: Option<String>,
    /// Whether the style itself strikes its text through, or says that it does not.
    strikes: Option<bool>,
}

/// The styles of a document by family and name.
#[derive(Debug, Default)]
pub(super) struct StruckStyles {
    list: HashMap<(String, String), Style>,
}

impl StruckStyles {
    /// Adds the styles of `styles.xml` or of `content.xml`. Malformed XML gives those before its fault.
    pub(super) fn add(&mut self, xml: impl BufRead) {
        let mut reader = Reader::from_reader(xml);
        let mut buffer = Vec::new();
        let mut open: Option<(String, String)> = None;
        loop {
            buffer.clear();
            let Ok(event) = reader.read_event_into(&mut buffer) else { return };
            let (element, is_empty) = match &event {
                Event::Start(element) => (element, false),
                Event::Empty(element) => (element, true),
                Event::End(element) if element.local_name().into_inner() == "style" => {
                    open = None;
                    continue;
                }
                Event::Eof => return,
                _ => continue,
            };
            match element.local_name().into_inner() {
                "style" => {
                    let key = attribute(element, "family").zip(attribute(element, "name"));
                    if let Some(key) = &key {
                        let style = Style { parent: attribute(element, "parent-style-name"), strikes: None };
                        self.list.insert(key.clone(), style);
                    }
                    open = key.filter(|_| !is_empty);
                }
                "text-properties" => {
                    if let Some(style) = open.as_ref().and_then(|key| self.list.get_mut(key)) {
                        style.strikes = line_through(element);
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn has_struck(&self) -> bool {
        self.list.values().any(|style| style.strikes == Some(true))
    }

    /// Whether a style strikes its text through; `None` if neither it nor a parent says so.
    fn strikes(&self, family: &str, name: &str) -> Option<bool> {
        let mut name = name.to_owned();
        for _ in 0..MAX_PARENTS {
            let style = self.list.get(&(family.to_owned(), name))?;
            if style.strikes.is_some() {
                return style.strikes;
            }
            name = style.parent.clone()?;
        }
        None
    }

    /// The rows of `content.xml` most of whose filled cells are struck through, each with the name of its sheet.
    pub(super) fn struck_rows(&self, xml: impl BufRead) -> Option<Vec<(String, u32)>> {
        let mut reader = Reader::from_reader(xml);
        let mut buffer = Vec::new();
        let mut place = Place::default();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).ok()? {
                Event::Start(element) => place.begin(&element, self),
                Event::Empty(element) => {
                    place.begin(&element, self);
                    place.end(element.local_name().into_inner());
                }
                Event::End(element) => place.end(element.local_name().into_inner()),
                Event::Text(text) if !text.trim().is_empty() => place.add_text(),
                Event::GeneralRef(_) | Event::CData(_) => place.add_text(),
                Event::Eof => return Some(place.rows),
                _ => {}
            }
        }
    }
}

/// Whether the properties of a text have a line through it.
fn line_through(element: &BytesStart<'_>) -> Option<bool> {
    let of = |name: &str| attribute(element, name).map(|text| text != "none");
    of("text-line-through-style").or_else(|| of("text-line-through-type"))
}

/// The place in a sheet that the reader of its XML has reached.
#[derive(Debug, Default)]
struct Place {
    sheet: String,
    /// Rows before the current one.
    row: u32,
    n_repeated: u32,
    /// The style of the cells of each column that have none: its first column, and whether it strikes.
    columns: BTreeMap<u32, Option<bool>>,
    n_columns: u32,
    of_row: Option<bool>,
    column: u32,
    /// Whether the styles of the current cell, its paragraph and its spans strike, the innermost last.
    open: Vec<Option<bool>>,
    in_cell: bool,
    /// The texts of the current cell, and those that are struck through.
    n_texts: u32,
    n_struck_texts: u32,
    /// The filled cells of the current row, and those that are struck through.
    n_cells: u32,
    n_struck: u32,
    rows: Vec<(String, u32)>,
}

impl Place {
    fn begin(&mut self, element: &BytesStart<'_>, styles: &StruckStyles) {
        let repeated = |name| attribute(element, name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(1).max(1);
        let own = |family: &str, name| attribute(element, name).and_then(|name| styles.strikes(family, &name));
        match element.local_name().into_inner() {
            "table" if !self.in_cell => {
                (self.sheet, self.row) = (attribute(element, "name").unwrap_or_default(), 0);
                (self.columns, self.n_columns) = (BTreeMap::new(), 0);
            }
            "table-column" => {
                self.columns.insert(self.n_columns, own("table-cell", "default-cell-style-name"));
                self.n_columns = self.n_columns.saturating_add(repeated("number-columns-repeated"));
            }
            "table-row" => {
                self.n_repeated = repeated("number-rows-repeated");
                self.of_row = own("table-cell", "default-cell-style-name");
                (self.column, self.n_cells, self.n_struck) = (0, 0, 0);
            }
            "table-cell" | "covered-table-cell" => {
                let of_column = || self.columns.range(..=self.column).next_back().and_then(|(_, strikes)| *strikes);
                let has_style = attribute(element, "style-name").is_some();
                let strikes = own("table-cell", "style-name");
                let strikes = if has_style { strikes } else { self.of_row.or_else(of_column) };
                self.column = self.column.saturating_add(repeated("number-columns-repeated"));
                (self.in_cell, self.n_texts, self.n_struck_texts) = (true, 0, 0);
                self.open = vec![strikes];
            }
            "p" | "h" if self.in_cell => self.open.push(own("paragraph", "style-name")),
            "span" if self.in_cell => self.open.push(own("text", "style-name")),
            // The text of a note is no text of its cell.
            "annotation" if self.in_cell => self.in_cell = false,
            _ => {}
        }
    }

    fn add_text(&mut self) {
        if self.in_cell && self.open.len() >= 2 {
            self.n_texts += 1;
            let innermost = self.open.iter().rev().find_map(|strikes| *strikes);
            self.n_struck_texts += u32::from(innermost == Some(true));
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" | "span" if self.in_cell => {
                self.open.pop();
            }
            "annotation" => self.in_cell = true,
            "table-cell" | "covered-table-cell" => {
                self.in_cell = false;
                self.n_cells += u32::from(self.n_texts > 0);
                self.n_struck += u32::from(self.n_texts > 0 && self.n_struck_texts == self.n_texts);
            }
            "table-row" => {
                if self.n_struck > 0 && self.n_struck * 2 > self.n_cells {
                    let rows = self.row + 1..=self.row.saturating_add(self.n_repeated.min(MAX_REPEATED));
                    self.rows.extend(rows.map(|row| (self.sheet.clone(), row)));
                }
                self.row = self.row.saturating_add(self.n_repeated);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_struck_by_the_style_of_a_cell_its_row_its_column_or_its_text() {
        let styles = r#"<s><style:style style:name="Barre" style:family="table-cell"><style:text-properties
            style:text-line-through-style="solid"/></style:style></s>"#;
        let content = r#"<c><style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Barre"/>
            <style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Barre">
            <style:text-properties style:text-line-through-style="none"/></style:style>
            <style:style style:name="ce3" style:family="table-cell"/>
            <style:style style:name="T1" style:family="text"><style:text-properties
            style:text-line-through-type="single"/></style:style>
            <table:table table:name="Fiches"><table:table-column table:number-columns-repeated="2"/>
            <table:table-column table:default-cell-style-name="ce1"/>
            <table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>Nom</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell table:style-name="ce1" table:number-columns-repeated="2"><text:p>MBALA</text:p>
            </table:table-cell><table:table-cell table:style-name="ce3"/></table:table-row>
            <table:table-row><table:table-cell table:style-name="ce2"><text:p>LEMA</text:p></table:table-cell></table:table-row>
            <table:table-row table:default-cell-style-name="ce1"><table:table-cell><text:p>KANZA</text:p></table:table-cell>
            </table:table-row>
            <table:table-row><table:table-cell><text:p><text:span text:style-name="T1">NGOMA</text:span></text:p>
            </table:table-cell></table:table-row>
            <table:table-row><table:table-cell><text:p>NGOMA <text:span text:style-name="T1">Rut</text:span> Ruth</text:p>
            </table:table-cell></table:table-row>
            <table:table-row><table:table-cell/><table:table-cell/><table:table-cell><text:p>KIESE</text:p></table:table-cell>
            </table:table-row>
            <table:table-row><table:table-cell><office:annotation><text:p text:style-name="T1">note</text:p></office:annotation>
            <text:p>PEMBA</text:p></table:table-cell></table:table-row></table:table></c>"#;
        let mut list = StruckStyles::default();
        list.add(styles.as_bytes());
        list.add(content.as_bytes());
        assert!(list.has_struck());
        let rows = list.struck_rows(content.as_bytes()).expect("sound");
        assert_eq!(rows.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [3, 5, 6, 8]);
        assert!(rows.iter().all(|(sheet, _)| sheet == "Fiches"));
    }
}
