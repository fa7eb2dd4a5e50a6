//! Comments of a sheet: ours beside those that stand there already, and the boxes that show them.
//!
//! Ours are known again by their author, or by how they begin where another program forgot the author.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use quick_xml::escape::unescape;
use quick_xml::events::Event;

use crate::finding::Severity;
use crate::record::{CORRECTIONS_WRITER, column_letters};

use super::markup::{Patched, Step, attribute, beside, local, put, rewrite, text, unexpected};
use super::sheet::{COLUMNS, Cell, Seen, cell_of};

/// How every comment of ours begins.
pub(super) const NOTE_START: &str = "Bato · ";

/// What one faulty cell is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Note {
    /// The worst of its faults.
    pub(super) severity: Severity,
    /// What its comment says.
    pub(super) said: String,
}

/// The comments of a sheet, made anew.
pub(super) struct Comments {
    /// The part.
    pub(super) part: Vec<u8>,
    /// Cells whose old box is to go.
    pub(super) without_box: BTreeSet<Cell>,
    /// Cells that need a box, with the text it must hold.
    pub(super) with_box: BTreeMap<Cell, String>,
}

/// Who wrote a comment that stands in the workbook, and what it says.
struct Old {
    cell: Cell,
    author: String,
    said: String,
}

const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors><commentList></commentList></comments>";

/// Whether a part of comments holds one of ours.
pub(super) fn has_ours(part: &[u8]) -> Patched<bool> {
    Ok(read(part)?.1.iter().any(|old| old.is_ours() || old.of_others().len() < old.said.len()))
}

/// The comments with ours in the place of those of an earlier check.
pub(super) fn merge(part: Option<&[u8]>, notes: &BTreeMap<Cell, Note>) -> Patched<Comments> {
    let part = part.unwrap_or(EMPTY.as_bytes());
    let (authors, olds) = read(part)?;
    let ours = authors.iter().position(|author| author == CORRECTIONS_WRITER).unwrap_or(authors.len());
    let mut comments = Comments { part: Vec::new(), without_box: BTreeSet::new(), with_box: BTreeMap::new() };
    let mut added = String::new();
    let (mut dropped, mut told) = (BTreeSet::new(), BTreeSet::new());
    for (index, old) in olds.iter().enumerate() {
        let note = notes.get(&old.cell);
        if old.author.starts_with("tc=") {
            // A conversation: Excel shows it from a part of its own, and this one must agree with it.
            told.insert(old.cell);
            continue;
        }
        let of_others = old.of_others();
        if note.is_none() && of_others.len() == old.said.len() {
            continue;
        }
        dropped.insert(index);
        comments.without_box.insert(old.cell);
        let said = match (note, of_others) {
            (None, "") => continue,
            (None, of_others) => of_others.to_owned(),
            (Some(note), "") => note.said.clone(),
            (Some(note), of_others) => format!("{of_others}\n\n{}", note.said),
        };
        if told.insert(old.cell) {
            let author = if of_others.is_empty() { ours } else { author_of(&authors, &old.author).unwrap_or(ours) };
            comment(&mut added, old.cell, author, &said);
            comments.with_box.insert(old.cell, said);
        }
    }
    for (cell, note) in notes.iter().filter(|(cell, _)| !told.contains(*cell)) {
        comment(&mut added, *cell, ours, &note.said);
        comments.with_box.insert(*cell, note.said.clone());
    }
    let is_new_author = ours == authors.len();
    comments.part = write(part, &added, &dropped, is_new_author)?;
    Ok(comments)
}

impl Old {
    fn is_ours(&self) -> bool {
        self.author == CORRECTIONS_WRITER || self.said.starts_with(NOTE_START)
    }

    /// What stands before our words.
    fn of_others(&self) -> &str {
        if self.is_ours() {
            return "";
        }
        let ours = format!("\n{NOTE_START}");
        self.said.find(&ours).map_or(self.said.as_str(), |at| self.said[..at].trim_end())
    }
}

fn author_of(authors: &[String], author: &str) -> Option<usize> {
    authors.iter().position(|known| known == author)
}

/// The authors and the comments of a part.
fn read(part: &[u8]) -> Patched<(Vec<String>, Vec<Old>)> {
    let (mut authors, mut olds): (Vec<String>, Vec<Old>) = (Vec::new(), Vec::new());
    let (mut in_author, mut in_text) = (false, false);
    super::markup::each(part, |event, depth| {
        let mut add = |piece: &str| {
            if in_author && let Some(author) = authors.last_mut() {
                author.push_str(piece);
            } else if in_text && let Some(old) = olds.last_mut() {
                old.said.push_str(piece);
            }
        };
        match event {
            Event::Start(e) | Event::Empty(e) => {
                let opens = matches!(event, Event::Start(_));
                match local(e) {
                    "author" if depth == 2 => {
                        authors.push(String::new());
                        in_author = opens;
                    }
                    "comment" if depth == 2 => {
                        let cell = attribute(e, "ref").and_then(|name| cell_of(&name));
                        let author = attribute(e, "authorId").and_then(|id| id.parse::<usize>().ok());
                        let author = author.and_then(|id| authors.get(id)).cloned().unwrap_or_default();
                        let cell = cell.ok_or_else(|| unexpected("a comment of no cell"))?;
                        olds.push(Old { cell, author, said: String::new() });
                    }
                    "t" if depth >= 3 => in_text = opens,
                    _ => {}
                }
            }
            Event::End(e) => match e.local_name().into_inner() {
                "author" => in_author = false,
                "t" => in_text = false,
                _ => {}
            },
            Event::Text(t) => add(&t.xml10_content()),
            Event::CData(t) => add(&t.xml10_content()),
            Event::GeneralRef(r) => add(&unescape(&format!("&{};", r.borrow().into_inner())).map_err(unexpected)?),
            _ => {}
        }
        Ok(())
    })?;
    Ok((authors, olds))
}

fn write(part: &[u8], added: &str, dropped: &BTreeSet<usize>, is_new_author: bool) -> Patched<Vec<u8>> {
    let (mut prefix, mut n_comments, mut has_list) = (String::new(), 0_usize, false);
    let author = |prefix: &str| format!("<{prefix}author>{CORRECTIONS_WRITER}</{prefix}author>");
    let made = rewrite(part, Vec::new(), |event, depth, writer| {
        match event {
            Event::Start(e) if depth == 0 => prefix = beside(e, ""),
            Event::Empty(e) if depth == 1 && ["authors", "commentList"].contains(&local(e)) => {
                let name = e.name().as_ref().to_owned();
                let is_list = local(e) == "commentList";
                has_list |= is_list;
                let inside = match (is_list, is_new_author) {
                    (true, _) => added.replace("{p}", &prefix),
                    (false, true) => author(&prefix),
                    (false, false) => String::new(),
                };
                put(writer, &format!("<{name}>{inside}</{name}>"))?;
                return Ok(Step::Drop);
            }
            Event::Start(e) | Event::Empty(e) if depth == 2 && local(e) == "comment" => {
                n_comments += 1;
                return Ok(if dropped.contains(&(n_comments - 1)) { Step::DropTree } else { Step::Keep });
            }
            Event::End(e) if depth == 1 && e.local_name().into_inner() == "authors" && is_new_author => {
                put(writer, &author(&prefix))?;
            }
            Event::End(e) if depth == 1 && e.local_name().into_inner() == "commentList" => {
                has_list = true;
                put(writer, &added.replace("{p}", &prefix))?;
            }
            _ => {}
        }
        Ok(Step::Keep)
    })?;
    if has_list { Ok(made) } else { Err(unexpected("comments without a list")) }
}

/// Adds a comment, its first line bold; `{p}` stands where the prefix of the part will.
fn comment(markup: &mut String, (row, column): Cell, author: usize, said: &str) {
    let look = "<{p}sz val=\"9\"/><{p}color indexed=\"81\"/><{p}rFont val=\"Tahoma\"/><{p}family val=\"2\"/>";
    let (first, rest) = said.split_once('\n').unwrap_or((said, ""));
    // The mark of the prefix is not looked for in what a person wrote.
    let plain = |words: &str| text(words).replace('{', "&#123;");
    let _ = write!(
        markup,
        "<{{p}}comment ref=\"{}{row}\" authorId=\"{author}\"><{{p}}text><{{p}}r><{{p}}rPr><{{p}}b/>{look}</{{p}}rPr><{{p}}t xml:space=\"preserve\">{}</{{p}}t></{{p}}r>",
        column_letters(column),
        plain(first)
    );
    if !rest.is_empty() {
        let _ = write!(
            markup,
            "<{{p}}r><{{p}}rPr>{look}</{{p}}rPr><{{p}}t xml:space=\"preserve\">\n{}</{{p}}t></{{p}}r>",
            plain(rest)
        );
    }
    markup.push_str("</{p}text></{p}comment>");
}

/// The drawing's prefixes for the three vocabularies; a workbook may have any.
struct Prefixes {
    v: String,
    o: String,
    x: String,
    /// Declares those that the drawing does not.
    declared: String,
}

impl Prefixes {
    fn of(drawing: &str) -> Self {
        let mut declared = String::new();
        let [v, o, x] = [("v", "vml"), ("o", "office:office"), ("x", "office:excel")].map(|(usual, name)| {
            let vocabulary = format!("urn:schemas-microsoft-com:{name}");
            let before = [format!("=\"{vocabulary}\""), format!("='{vocabulary}'")];
            let found = before.iter().find_map(|end| {
                let start = &drawing[..drawing.find(end.as_str())?];
                start.rsplit_once("xmlns:").map(|(_, prefix)| prefix.trim().to_owned())
            });
            found.filter(|prefix| prefix.chars().all(char::is_alphanumeric)).unwrap_or_else(|| {
                let _ = write!(declared, " xmlns:{usual}=\"{vocabulary}\"");
                usual.to_owned()
            })
        });
        Self { v, o, x, declared }
    }
}

/// The drawing with boxes for comments; what else it draws stays. It is no sound XML in every workbook, hence text.
pub(super) fn boxes(old: Option<&str>, comments: &Comments, seen: &Seen) -> Patched<String> {
    let empty = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
        xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";
    let old = old.unwrap_or(empty);
    let prefixes = Prefixes::of(old);
    let mut drawing = without_boxes(old, &prefixes, &comments.without_box)?;
    let end = drawing.rfind("</xml>").ok_or_else(|| unexpected("a drawing without its end"))?;
    let mut added = String::new();
    if !drawing.contains("\"_x0000_t202\"") {
        let Prefixes { v, o, declared, .. } = &prefixes;
        let _ = write!(
            added,
            "<{v}:shapetype{declared} id=\"_x0000_t202\" coordsize=\"21600,21600\" {o}:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
            <{v}:stroke joinstyle=\"miter\"/><{v}:path gradientshapeok=\"t\" {o}:connecttype=\"rect\"/></{v}:shapetype>"
        );
    }
    let mut number = 1025;
    for (cell, said) in &comments.with_box {
        while drawing.contains(&format!("_x0000_s{number}\"")) {
            number += 1;
        }
        shape(&mut added, &prefixes, number, *cell, said, seen);
        number += 1;
    }
    drawing.insert_str(end, &added);
    Ok(drawing)
}

/// Characters of a line of a comment, and pixels of its box.
const LINE: usize = 46;
const BOX_WIDTH: u32 = 300;
const LINE_HEIGHT: u32 = 15;
const ROW_HEIGHT: u32 = 20;

fn shape(markup: &mut String, prefixes: &Prefixes, number: u32, (row, column): Cell, said: &str, seen: &Seen) {
    let n_lines: usize = said.lines().map(|line| line.chars().count() / LINE + 1).sum();
    let height = (n_lines as u32 + 1) * LINE_HEIGHT;
    // Beside the cell, as wide and as high as its text needs, whatever the columns under it measure.
    let (first, mut last, mut left) = (column + 1, column + 1, BOX_WIDTH);
    while left > seen.width(last) && last + 1 < COLUMNS && last < first + 60 {
        left -= seen.width(last);
        last += 1;
    }
    let top = row.saturating_sub(2);
    let (bottom, rest) = (top.saturating_add(height / ROW_HEIGHT), height % ROW_HEIGHT);
    let Prefixes { v, o, x, declared } = prefixes;
    let _ = write!(
        markup,
        "<{v}:shape{declared} id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style='position:absolute;margin-left:100pt;margin-top:2pt;width:{}pt;height:{}pt;z-index:1;visibility:hidden' fillcolor=\"#ffffe1\" {o}:insetmode=\"auto\">\
        <{v}:fill color2=\"#ffffe1\"/><{v}:shadow on=\"t\" color=\"black\" obscured=\"t\"/><{v}:path {o}:connecttype=\"none\"/>\
        <{v}:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></{v}:textbox>\
        <{x}:ClientData ObjectType=\"Note\"><{x}:MoveWithCells/><{x}:SizeWithCells/>\
        <{x}:Anchor>{first}, 12, {top}, 4, {last}, {left}, {bottom}, {rest}</{x}:Anchor>\
        <{x}:AutoFill>False</{x}:AutoFill><{x}:Row>{}</{x}:Row><{x}:Column>{column}</{x}:Column></{x}:ClientData></{v}:shape>",
        BOX_WIDTH * 3 / 4,
        height * 3 / 4,
        row - 1
    );
}

fn without_boxes(drawing: &str, prefixes: &Prefixes, without: &BTreeSet<Cell>) -> Patched<String> {
    let Prefixes { v, x, .. } = prefixes;
    let (begins, ends) = (format!("<{v}:shape "), format!("</{v}:shape>"));
    let mut kept = String::with_capacity(drawing.len());
    let mut rest = drawing;
    while let Some(at) = rest.find(&begins) {
        let length = rest[at..].find(&ends).ok_or_else(|| unexpected("a shape without its end"))? + ends.len();
        let (before, shape, after) = (&rest[..at], &rest[at..at + length], &rest[at + length..]);
        kept.push_str(before);
        let number = |name: &str| -> Option<u32> {
            let (_, rest) = shape.split_once(&format!("<{x}:{name}>"))?;
            rest.split_once(&format!("</{x}:{name}>"))?.0.trim().parse().ok()
        };
        let cell = number("Row").zip(number("Column"));
        let is_note = shape.contains("ObjectType=\"Note\"");
        let goes = cell.is_some_and(|(row, column)| {
            u16::try_from(column).is_ok_and(|column| without.contains(&(row.saturating_add(1), column)))
        });
        if !(is_note && goes) {
            kept.push_str(shape);
        }
        rest = after;
    }
    kept.push_str(rest);
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(said: &str) -> Note {
        Note { severity: Severity::Error, said: format!("{NOTE_START}{said}") }
    }

    fn said_of(part: &[u8]) -> Vec<(Cell, String, String)> {
        read(part).expect("sound").1.into_iter().map(|old| (old.cell, old.author, old.said)).collect()
    }

    #[test]
    fn a_comment_of_ours_says_what_is_wrong_and_bears_our_name() {
        let notes = BTreeMap::from([((3, 1), note("ERREUR\n<a> & \u{1}b {p}"))]);
        let made = merge(None, &notes).expect("sound");
        assert_eq!(said_of(&made.part), [((3, 1), "Bato".to_owned(), "Bato · ERREUR\n<a> & b {p}".to_owned())]);
        let drawing = boxes(None, &made, &Seen::default()).expect("sound");
        assert!(drawing.contains("<x:Row>2</x:Row><x:Column>1</x:Column>"), "{drawing}");
        let mut reader = quick_xml::Reader::from_str(&drawing);
        while !matches!(reader.read_event().expect("sound XML"), Event::Eof) {}
    }

    #[test]
    fn comments_of_others_stay_and_ours_of_an_earlier_check_go() {
        let first = "<x:comments xmlns:x='m'><x:authors><x:author>Agent</x:author></x:authors><x:commentList>\
            <x:comment ref=\"A1\" authorId=\"0\"><x:text><x:t>vu &amp; lu</x:t></x:text></x:comment>\
            <x:comment ref=\"B2\" authorId=\"0\"><x:text><x:r><x:t>Agent:</x:t></x:r><x:r><x:t xml:space=\"preserve\">\noui</x:t></x:r></x:text></x:comment>\
            </x:commentList></x:comments>";
        let marked = BTreeMap::from([((2, 1), note("ERREUR")), ((5, 0), note("ERREUR"))]);
        let made = merge(Some(first.as_bytes()), &marked).expect("sound");
        assert!(has_ours(&made.part).expect("sound") && !has_ours(first.as_bytes()).expect("sound"));
        assert_eq!(
            said_of(&made.part),
            [
                ((1, 0), "Agent".to_owned(), "vu & lu".to_owned()),
                ((2, 1), "Agent".to_owned(), "Agent:\noui\n\nBato · ERREUR".to_owned()),
                ((5, 0), "Bato".to_owned(), "Bato · ERREUR".to_owned()),
            ]
        );
        // All is mended: what the agent wrote is left, and nothing of ours.
        let mended = merge(Some(&made.part), &BTreeMap::new()).expect("sound");
        assert_eq!(
            said_of(&mended.part),
            [
                ((1, 0), "Agent".to_owned(), "vu & lu".to_owned()),
                ((2, 1), "Agent".to_owned(), "Agent:\noui".to_owned()),
            ]
        );
        assert_eq!(mended.without_box, BTreeSet::from([(2, 1), (5, 0)]));
    }

    #[test]
    fn a_box_goes_with_its_comment_and_a_button_stays() {
        let comments = Comments {
            part: Vec::new(),
            without_box: BTreeSet::from([(2, 1)]),
            with_box: BTreeMap::from([((2, 1), "a".to_owned())]),
        };
        let note = "<a:shape id=\"_x0000_s1025\"><br><b:ClientData ObjectType=\"Note\"><b:Row>1</b:Row><b:Column>1</b:Column></b:ClientData></a:shape>";
        let button = "<a:shape id=\"b\"><b:ClientData ObjectType=\"Button\"></b:ClientData></a:shape>";
        let old = format!(
            "<xml xmlns:a=\"urn:schemas-microsoft-com:vml\" xmlns:b='urn:schemas-microsoft-com:office:excel'>{note}{button}</xml>"
        );
        let made = boxes(Some(&old), &comments, &Seen::default()).expect("sound");
        assert!(!made.contains("<br>") && made.contains(button) && made.contains("_x0000_s1025"), "{made}");
        // The drawing's own prefixes, and the one it lacks declared.
        assert!(made.contains("<a:shape xmlns:o=") && made.contains("<b:Row>1</b:Row>"), "{made}");
        assert!(boxes(Some("<xml><v:shape "), &comments, &Seen::default()).is_err());
    }
}
