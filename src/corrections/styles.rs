//! The styles of a workbook: what a faulty cell's own style becomes with a colour, and back.
//!
//! A marked cell keeps font, border, number format and alignment; its fill alone is another. Our two fills are known
//! again by their exact colour, after another program has saved the workbook, too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use quick_xml::Writer;
use quick_xml::events::Event;

use crate::finding::Severity;

use super::markup::{Patched, Step, attribute, local, put, rewrite, unexpected, with_attributes};

/// Strong orange-red and pale yellow: far apart in lightness, too, for who does not tell the hues.
const FILLS: [(Severity, &str); 2] = [(Severity::Error, "FFFF8B61"), (Severity::Warning, "FFFFF3B3")];

/// What a cell's style becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Marked(Severity),
    Cleaned,
}

/// The styles of the first sheet, by index.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SummaryStyles {
    pub(super) title: usize,
    pub(super) text: usize,
    pub(super) heading: usize,
    pub(super) cell: usize,
    pub(super) link: usize,
    pub(super) error: usize,
    pub(super) warning: usize,
}

/// The styles of a workbook, those added included.
pub(super) struct Styles {
    xml: Vec<u8>,
    prefix: String,
    n_fonts: usize,
    n_fills: usize,
    n_borders: usize,
    /// The cell styles as written, those added at the end.
    cell_styles: Vec<String>,
    n_read: usize,
    /// Fills of our colours that the workbook has already.
    our_fills: BTreeMap<usize, Severity>,
    fill_of_style: Vec<usize>,
    made: BTreeMap<(usize, Change), usize>,
    new_fills: Vec<String>,
    fill_of: BTreeMap<Severity, usize>,
    new_fonts: String,
    new_borders: String,
}

impl Styles {
    /// Reads the part of the styles.
    pub(super) fn read(xml: Vec<u8>) -> Patched<Self> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let (mut section, mut prefix) = (String::new(), String::new());
        let (mut cell_styles, mut fill_of_style, mut our_fills) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut writer = Writer::new(Vec::new());
        super::markup::each(xml.as_slice(), |event, depth| {
            let inside = section == "cellXfs" && depth >= 2;
            match event {
                Event::Start(e) | Event::Empty(e) => {
                    match depth {
                        0 => prefix = super::markup::beside(e, ""),
                        1 => local(e).clone_into(&mut section),
                        2 => {
                            *counts.entry(section.clone()).or_default() += 1;
                            if inside {
                                writer = Writer::new(Vec::new());
                                let fill = attribute(e, "fillId").and_then(|id| id.parse().ok()).unwrap_or(0);
                                fill_of_style.push(fill);
                            }
                        }
                        4 if section == "fills" && local(e) == "fgColor" => {
                            let colour = attribute(e, "rgb").unwrap_or_default();
                            if let Some((severity, _)) =
                                FILLS.iter().find(|(_, ours)| ours.eq_ignore_ascii_case(&colour))
                            {
                                our_fills.insert(counts.get("fills").copied().unwrap_or(1) - 1, *severity);
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
        let missing = || unexpected("styles without fonts, fills, borders or cells");
        Ok(Self {
            prefix,
            n_fonts: count("fonts").ok_or_else(missing)?,
            n_fills: count("fills").ok_or_else(missing)?,
            n_borders: count("borders").ok_or_else(missing)?,
            n_read: count("cellXfs").filter(|n| *n == cell_styles.len()).ok_or_else(missing)?,
            fill_of: our_fills.iter().map(|(fill, severity)| (*severity, *fill)).collect(),
            xml,
            cell_styles,
            our_fills,
            fill_of_style,
            made: BTreeMap::new(),
            new_fills: Vec::new(),
            new_fonts: String::new(),
            new_borders: String::new(),
        })
    }

    /// Whether the workbook bears marks of an earlier check.
    pub(super) fn has_marks(&self) -> bool {
        !self.our_fills.is_empty()
    }

    /// Whether a cell style is one of an earlier mark.
    pub(super) fn is_mark(&self, style: usize) -> bool {
        self.fill_of_style.get(style).is_some_and(|fill| self.our_fills.contains_key(fill))
    }

    /// The style of a cell that is marked.
    pub(super) fn marked(&mut self, style: usize, severity: Severity) -> Patched<usize> {
        let fill = self.fill(severity);
        self.changed(style, Change::Marked(severity), fill)
    }

    /// The style of a cell that lost its mark.
    pub(super) fn cleaned(&mut self, style: usize) -> Patched<usize> {
        self.changed(style, Change::Cleaned, 0)
    }

    fn fill(&mut self, severity: Severity) -> usize {
        if let Some(fill) = self.fill_of.get(&severity) {
            return *fill;
        }
        let colour = FILLS.iter().find(|(of, _)| *of == severity).map_or("FFFFFFFF", |(_, colour)| *colour);
        let fill = self.add_fill(colour);
        self.fill_of.insert(severity, fill);
        fill
    }

    fn add_fill(&mut self, colour: &str) -> usize {
        let p = &self.prefix;
        self.new_fills.push(format!(
            "<{p}fill><{p}patternFill patternType=\"solid\"><{p}fgColor rgb=\"{colour}\"/><{p}bgColor indexed=\"64\"/></{p}patternFill></{p}fill>"
        ));
        self.n_fills + self.new_fills.len() - 1
    }

    fn changed(&mut self, style: usize, change: Change, fill: usize) -> Patched<usize> {
        // A cell without a style, or with one that is not there, has the first.
        let style = if style < self.n_read { style } else { 0 };
        if let Some(made) = self.made.get(&(style, change)) {
            return Ok(*made);
        }
        let fill = fill.to_string();
        let changed = rewrite(self.cell_styles[style].as_bytes(), Vec::new(), |event, depth, writer| {
            let changes = [("fillId", Some(fill.as_str())), ("applyFill", Some("1"))];
            match event {
                Event::Start(e) if depth == 0 => writer.write_event(Event::Start(with_attributes(e, &changes)))?,
                Event::Empty(e) if depth == 0 => writer.write_event(Event::Empty(with_attributes(e, &changes)))?,
                _ => return Ok(Step::Keep),
            }
            Ok(Step::Drop)
        })?;
        let made = self.add_style(String::from_utf8(changed).map_err(unexpected)?);
        self.made.insert((style, change), made);
        Ok(made)
    }

    fn add_style(&mut self, markup: String) -> usize {
        self.cell_styles.push(markup);
        self.cell_styles.len() - 1
    }

    /// Adds the styles of the first sheet.
    pub(super) fn add_summary(&mut self) -> SummaryStyles {
        let p = self.prefix.clone();
        let (bold, big, link) = (self.n_fonts, self.n_fonts + 1, self.n_fonts + 2);
        for (marks, size, colour) in [("b", 11, "FF000000"), ("b", 15, "FF1F3A5F"), ("u", 11, "FF0B5394")] {
            let _ = write!(
                self.new_fonts,
                "<{p}font><{p}{marks}/><{p}sz val=\"{size}\"/><{p}color rgb=\"{colour}\"/><{p}name val=\"Calibri\"/><{p}family val=\"2\"/></{p}font>"
            );
        }
        let plain = bold + 3;
        let _ = write!(
            self.new_fonts,
            "<{p}font><{p}sz val=\"11\"/><{p}color rgb=\"FF000000\"/><{p}name val=\"Calibri\"/><{p}family val=\"2\"/></{p}font>"
        );
        let side = |side| format!("<{p}{side} style=\"thin\"><{p}color rgb=\"FFB7B7B7\"/></{p}{side}>");
        self.new_borders = format!(
            "<{p}border>{}{}{}{}<{p}diagonal/></{p}border>",
            side("left"),
            side("right"),
            side("top"),
            side("bottom")
        );
        let lined = self.n_borders;
        let grey = self.add_fill("FFDCE6F1");
        let (error, warning) = (self.fill(Severity::Error), self.fill(Severity::Warning));
        let style = |font: usize, fill: usize, border: usize, align: &str| {
            format!(
                "<{p}xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><{p}alignment {align}/></{p}xf>"
            )
        };
        let top = "vertical=\"top\" wrapText=\"1\"";
        let middle = "vertical=\"center\" wrapText=\"1\"";
        SummaryStyles {
            title: self.add_style(style(big, 0, 0, "vertical=\"center\"")),
            text: self.add_style(style(
                plain,
                0,
                0,
                "horizontal=\"left\" vertical=\"center\" wrapText=\"1\" indent=\"1\"",
            )),
            heading: self.add_style(style(bold, grey, lined, middle)),
            cell: self.add_style(style(plain, 0, lined, top)),
            link: self.add_style(style(link, 0, lined, top)),
            error: self.add_style(style(bold, error, lined, top)),
            warning: self.add_style(style(bold, warning, lined, top)),
        }
    }

    /// The part with what was added.
    pub(super) fn write(&self) -> Patched<Vec<u8>> {
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
                    if let Some((_, _, count)) = sections.iter().find(|(name, ..)| *name == local(e)) {
                        let count = count.to_string();
                        writer.write_event(Event::Start(with_attributes(e, &[("count", Some(&count))])))?;
                        return Ok(Step::Drop);
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
            Ok(Step::Keep)
        })?;
        if written.len() == sections.len() { Ok(made) } else { Err(unexpected("styles of another make")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = "<x:styleSheet xmlns:x='m'><x:fonts count=\"1\"><x:font/></x:fonts>\
        <x:fills count=\"2\"><x:fill><x:patternFill patternType=\"none\"/></x:fill>\
        <x:fill><x:patternFill patternType=\"solid\"><x:fgColor rgb=\"ffff8b61\"/></x:patternFill></x:fill></x:fills>\
        <x:borders count=\"1\"><x:border/></x:borders><x:cellStyleXfs count=\"1\"><x:xf/></x:cellStyleXfs>\
        <x:cellXfs count=\"3\"><x:xf numFmtId=\"0\" fillId=\"0\"/>\
        <x:xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\"><x:alignment horizontal=\"center\"/></x:xf>\
        <x:xf numFmtId=\"14\" fillId=\"1\" applyFill=\"1\"/></x:cellXfs></x:styleSheet>";

    #[test]
    fn a_marked_cell_keeps_all_of_its_style_but_the_fill() {
        let mut styles = Styles::read(STYLES.as_bytes().to_vec()).expect("sound");
        let warned = styles.marked(1, Severity::Warning).expect("sound");
        assert_eq!(warned, 3);
        assert_eq!(styles.marked(1, Severity::Warning).expect("sound"), 3, "made once");
        assert_eq!(styles.marked(99, Severity::Error).expect("sound"), 4, "a style that is not there is the first");
        let made = String::from_utf8(styles.write().expect("sound")).expect("text");
        assert!(made.contains("<x:cellXfs count=\"5\">") && made.contains("<x:fills count=\"3\">"), "{made}");
        let own = "<x:xf numFmtId=\"14\" fontId=\"0\" fillId=\"2\" applyFill=\"1\"><x:alignment horizontal=\"center\"/></x:xf>";
        assert!(made.contains(own), "{made}");
        // The colour of errors was there from an earlier check: it is taken again.
        assert!(made.contains("<x:xf numFmtId=\"0\" fillId=\"1\" applyFill=\"1\"/>"), "{made}");
        assert!(Styles::read(made.into_bytes()).is_ok());
    }

    #[test]
    fn an_earlier_mark_is_known_by_its_colour_and_taken_away() {
        let mut styles = Styles::read(STYLES.as_bytes().to_vec()).expect("sound");
        assert!(styles.has_marks() && styles.is_mark(2) && !styles.is_mark(1));
        let cleaned = styles.cleaned(2).expect("sound");
        assert!(styles.cell_styles[cleaned].contains("numFmtId=\"14\" fillId=\"0\""));
    }

    #[test]
    fn styles_of_another_make_are_refused() {
        for broken in ["<styleSheet/>", "<styleSheet><cellXfs/></styleSheet>", "<html><p/></html>"] {
            assert!(Styles::read(broken.as_bytes().to_vec()).is_err(), "{broken}");
        }
    }
}
