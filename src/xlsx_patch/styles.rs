//! The styles of a workbook: adds the style of a marked cell, of a cell whose mark is removed, and of the first sheet.
//!
//! A marked cell keeps font, border, number format and alignment; only its fill changes. A fill of an earlier patch is
//! recognised by its exact colour, which another program that saves the workbook keeps.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use quick_xml::Writer;
use quick_xml::events::Event;

use super::markup::{
    EventAction, PatchResult, attribute, for_each_event, local_name, parsed, put, put_element, rewrite, unsupported,
    with_attributes, with_prefix_of,
};
use super::request::{FillColour, FrontStyle};

/// How a cell's style changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum StyleChange {
    Marked(FillColour),
    Unmarked,
}

/// Indexes of the styles of the first sheet.
pub(super) type FrontSheetStyles = BTreeMap<FrontStyle, usize>;

/// The styles of a workbook with those added.
pub(crate) struct Styles {
    xml: Vec<u8>,
    prefix: String,
    n_fonts: usize,
    n_fills: usize,
    n_borders: usize,
    /// Markup of each cell style, with the added ones at the end.
    cell_styles: Vec<String>,
    n_read: usize,
    /// The colours of marks.
    own_colours: Vec<FillColour>,
    /// Fills that the workbook already has in one of those colours.
    own_fills: BTreeMap<usize, FillColour>,
    fill_of_style: Vec<usize>,
    changed_styles: BTreeMap<(usize, StyleChange), usize>,
    new_fills: Vec<String>,
    fill_of: BTreeMap<FillColour, usize>,
    new_fonts: String,
    new_borders: String,
}

impl Styles {
    /// Reads the part of the styles; `own_colours` are the colours of marks.
    pub(crate) fn read(xml: Vec<u8>, own_colours: &[FillColour]) -> PatchResult<Self> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let (mut section, mut prefix) = (String::new(), String::new());
        let (mut cell_styles, mut fill_of_style, mut own_fills) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut writer = Writer::new(Vec::new());
        for_each_event(xml.as_slice(), |event, depth| {
            let inside = section == "cellXfs" && depth >= 2;
            match event {
                Event::Start(e) | Event::Empty(e) => {
                    match depth {
                        0 => prefix = with_prefix_of(e, ""),
                        1 => local_name(e).clone_into(&mut section),
                        2 => {
                            *counts.entry(section.clone()).or_default() += 1;
                            if inside {
                                writer = Writer::new(Vec::new());
                                fill_of_style.push(parsed(e, "fillId").unwrap_or(0));
                            }
                        }
                        4 if section == "fills" && local_name(e) == "fgColor" => {
                            let colour = attribute(e, "rgb").unwrap_or_default();
                            if let Some(own) = own_colours.iter().find(|own| own.0.eq_ignore_ascii_case(&colour)) {
                                own_fills.insert(counts.get("fills").copied().unwrap_or(1) - 1, *own);
                            }
                        }
                        _ => {}
                    }
                    if section == "cellXfs" && depth >= 2 {
                        writer.write_event(event.borrow())?;
                    }
                }
                other if inside => writer.write_event(other.borrow())?,
                _ => {}
            }
            if inside && depth == 2 && matches!(event, Event::Empty(_) | Event::End(_)) {
                cell_styles.push(String::from_utf8_lossy(writer.get_ref()).into_owned());
            }
            Ok(())
        })?;
        let count = |name: &str| counts.get(name).copied().filter(|n| *n > 0);
        let missing = || unsupported("styles without fonts, fills, borders or cells");
        Ok(Self {
            prefix,
            n_fonts: count("fonts").ok_or_else(missing)?,
            n_fills: count("fills").ok_or_else(missing)?,
            n_borders: count("borders").ok_or_else(missing)?,
            n_read: count("cellXfs").filter(|n| *n == cell_styles.len()).ok_or_else(missing)?,
            fill_of: own_fills.iter().map(|(fill, colour)| (*colour, *fill)).collect(),
            xml,
            cell_styles,
            own_colours: own_colours.to_vec(),
            own_fills,
            fill_of_style,
            changed_styles: BTreeMap::new(),
            new_fills: Vec::new(),
            new_fonts: String::new(),
            new_borders: String::new(),
        })
    }

    pub(super) fn has_own_fills(&self) -> bool {
        !self.own_fills.is_empty()
    }

    /// Whether a cell style is that of a cell marked earlier.
    pub(crate) fn is_marked(&self, style: usize) -> bool {
        self.fill_of_style.get(style).is_some_and(|fill| self.own_fills.contains_key(fill))
    }

    /// Returns the index of a style with the fill of a mark.
    pub(super) fn marked(&mut self, style: usize, colour: FillColour) -> PatchResult<usize> {
        let fill = self.fill(colour);
        self.with_fill(style, StyleChange::Marked(colour), fill)
    }

    /// Returns the index of a style without the fill of its mark.
    pub(super) fn unmarked(&mut self, style: usize) -> PatchResult<usize> {
        self.with_fill(style, StyleChange::Unmarked, 0)
    }

    fn fill(&mut self, colour: FillColour) -> usize {
        if let Some(fill) = self.fill_of.get(&colour) {
            return *fill;
        }
        let fill = self.add_fill(colour.0);
        self.fill_of.insert(colour, fill);
        fill
    }

    fn add_fill(&mut self, colour: &str) -> usize {
        let p = &self.prefix;
        self.new_fills.push(format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{colour}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
        ));
        self.n_fills + self.new_fills.len() - 1
    }

    fn with_fill(&mut self, style: usize, change: StyleChange, fill: usize) -> PatchResult<usize> {
        // A cell without a style, or with an index that does not exist, has the first style.
        let style = if style < self.n_read { style } else { 0 };
        if let Some(known) = self.changed_styles.get(&(style, change)) {
            return Ok(*known);
        }
        let fill = fill.to_string();
        let changed = rewrite(self.cell_styles[style].as_bytes(), Vec::new(), |event, depth, writer| match event {
            Event::Start(e) | Event::Empty(e) if depth == 0 => {
                let changed = with_attributes(e, &[("fillId", Some(fill.as_str())), ("applyFill", Some("1"))]);
                put_element(writer, changed, matches!(event, Event::Empty(_)))
            }
            _ => Ok(EventAction::Keep),
        })?;
        let index = self.add_style(String::from_utf8(changed).map_err(unsupported)?);
        self.changed_styles.insert((style, change), index);
        Ok(index)
    }

    fn add_style(&mut self, markup: String) -> usize {
        self.cell_styles.push(markup);
        self.cell_styles.len() - 1
    }

    pub(super) fn add_front_sheet_styles(&mut self) -> FrontSheetStyles {
        let p = self.prefix.clone();
        let [bold, big, link, plain] = [0, 1, 2, 3].map(|added| self.n_fonts + added);
        for (mark, size, colour) in
            [("<b/>", 11, "FF000000"), ("<b/>", 15, "FF1F3A5F"), ("<u/>", 11, "FF0B5394"), ("", 11, "FF000000")]
        {
            let mark = mark.replace('<', &format!("<{p}"));
            let _ = write!(
                self.new_fonts,
                "<{p}font>{mark}<{p}sz val=\"{size}\"/><{p}color rgb=\"{colour}\"/><{p}name val=\"Calibri\"/><{p}family val=\"2\"/></{p}font>"
            );
        }
        let side = |side| format!("<{p}{side} style=\"thin\"><{p}color rgb=\"FFB7B7B7\"/></{p}{side}>");
        let sides = ["left", "right", "top", "bottom"].map(side).concat();
        self.new_borders = format!("<{p}border>{sides}<{p}diagonal/></{p}border>");
        let lined = self.n_borders;
        let grey = self.add_fill("FFDCE6F1");
        let own_fills = self.own_colours.clone().into_iter().map(|colour| (colour, self.fill(colour)));
        let own_fills: Vec<(FillColour, usize)> = own_fills.collect();
        let style = |font: usize, fill: usize, border: usize, align: &str| {
            format!(
                "<{p}xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><{p}alignment {align}/></{p}xf>"
            )
        };
        let top = "vertical=\"top\" wrapText=\"1\"";
        let middle = "vertical=\"center\" wrapText=\"1\"";
        let indented = "horizontal=\"left\" vertical=\"center\" wrapText=\"1\" indent=\"1\"";
        let mut styles = vec![
            (FrontStyle::Title, style(big, 0, 0, "vertical=\"center\"")),
            (FrontStyle::Text, style(plain, 0, 0, indented)),
            (FrontStyle::Header, style(bold, grey, lined, middle)),
            (FrontStyle::Cell, style(plain, 0, lined, top)),
            (FrontStyle::Link, style(link, 0, lined, top)),
        ];
        let filled = |(colour, fill)| (FrontStyle::Filled(colour), style(bold, fill, lined, top));
        styles.extend(own_fills.into_iter().map(filled));
        styles.into_iter().map(|(style, markup)| (style, self.add_style(markup))).collect()
    }

    /// Returns the part with all added styles.
    pub(super) fn write(&self) -> PatchResult<Vec<u8>> {
        let n_fonts = self.n_fonts + if self.new_fonts.is_empty() { 0 } else { 4 };
        let n_borders = self.n_borders + usize::from(!self.new_borders.is_empty());
        let sections: [(&str, String, usize); 4] = [
            ("fonts", self.new_fonts.clone(), n_fonts),
            ("fills", self.new_fills.concat(), self.n_fills + self.new_fills.len()),
            ("borders", self.new_borders.clone(), n_borders),
            ("cellXfs", self.cell_styles[self.n_read..].concat(), self.cell_styles.len()),
        ];
        let mut written = BTreeSet::new();
        let made = rewrite(self.xml.as_slice(), Vec::new(), |event, depth, writer| {
            match event {
                Event::Start(e) if depth == 1 => {
                    if let Some((_, _, count)) = sections.iter().find(|(name, ..)| *name == local_name(e)) {
                        let count = count.to_string();
                        return put_element(writer, with_attributes(e, &[("count", Some(&count))]), false);
                    }
                }
                Event::End(e) if depth == 1 => {
                    let name = e.local_name();
                    if let Some((name, added, _)) = sections.iter().find(|(section, ..)| *section == name.into_inner())
                    {
                        put(writer, added)?;
                        written.insert(*name);
                    }
                }
                _ => {}
            }
            Ok(EventAction::Keep)
        })?;
        if written.len() == sections.len() { Ok(made) } else { Err(unsupported("styles without a section")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: FillColour = FillColour("FFFF8B61");
    const YELLOW: FillColour = FillColour("FFFFF3B3");

    fn read(xml: &str) -> PatchResult<Styles> {
        Styles::read(xml.as_bytes().to_vec(), &[RED, YELLOW])
    }

    const STYLES: &str = "<x:styleSheet xmlns:x='m'><x:fonts count=\"1\"><x:font/></x:fonts>\
        <x:fills count=\"2\"><x:fill><x:patternFill patternType=\"none\"/></x:fill>\
        <x:fill><x:patternFill patternType=\"solid\"><x:fgColor rgb=\"ffff8b61\"/></x:patternFill></x:fill></x:fills>\
        <x:borders count=\"1\"><x:border/></x:borders><x:cellStyleXfs count=\"1\"><x:xf/></x:cellStyleXfs>\
        <x:cellXfs count=\"3\"><x:xf numFmtId=\"0\" fillId=\"0\"/>\
        <x:xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\"><x:alignment horizontal=\"center\"/></x:xf>\
        <x:xf numFmtId=\"14\" fillId=\"1\" applyFill=\"1\"/></x:cellXfs></x:styleSheet>";

    #[test]
    fn a_marked_cell_keeps_its_style_except_the_fill() {
        let mut styles = read(STYLES).expect("sound");
        assert_eq!(styles.marked(1, YELLOW).expect("sound"), 3);
        assert_eq!(styles.marked(1, YELLOW).expect("sound"), 3, "added once");
        assert_eq!(styles.marked(99, RED).expect("sound"), 4, "a missing style is the first");
        let made = String::from_utf8(styles.write().expect("sound")).expect("text");
        assert!(made.contains("<x:cellXfs count=\"5\">") && made.contains("<x:fills count=\"3\">"), "{made}");
        let own = "<x:xf numFmtId=\"14\" fontId=\"0\" fillId=\"2\" applyFill=\"1\"><x:alignment horizontal=\"center\"/></x:xf>";
        assert!(made.contains(own), "{made}");
        // The workbook already has a red fill: it is used again.
        assert!(made.contains("<x:xf numFmtId=\"0\" fillId=\"1\" applyFill=\"1\"/>"), "{made}");
        assert!(read(&made).is_ok());
    }

    #[test]
    fn an_earlier_mark_is_recognised_by_its_colour_and_removed() {
        let mut styles = read(STYLES).expect("sound");
        assert!(styles.has_own_fills() && styles.is_marked(2) && !styles.is_marked(1));
        let unmarked = styles.unmarked(2).expect("sound");
        assert!(styles.cell_styles[unmarked].contains("numFmtId=\"14\" fillId=\"0\""));
    }

    #[test]
    fn styles_without_a_section_are_refused() {
        for broken in ["<styleSheet/>", "<styleSheet><cellXfs/></styleSheet>", "<html><p/></html>"] {
            assert!(read(broken).is_err(), "{broken}");
        }
    }
}
