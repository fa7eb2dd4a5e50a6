//! Edits the drawing of a sheet's comments: removes the boxes of removed comments and adds those of new ones.
//!
//! A drawing is VML, which is not well-formed XML in every workbook. It is therefore edited as text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::comments::MergedComments;
use super::markup::{PatchResult, unsupported};
use super::request::CellPosition;
use super::worksheet::{COLUMNS, SheetLayout};

/// The namespace prefixes of a drawing, which differ between workbooks.
struct Prefixes {
    v: String,
    o: String,
    x: String,
    /// Declarations of the prefixes that the drawing lacks.
    declared: String,
}

impl Prefixes {
    fn of(drawing: &str) -> Self {
        let mut declared = String::new();
        let [v, o, x] = [("v", "vml"), ("o", "office:office"), ("x", "office:excel")].map(|(usual, name)| {
            let namespace = format!("urn:schemas-microsoft-com:{name}");
            let ends = [format!("=\"{namespace}\""), format!("='{namespace}'")];
            let found = ends.iter().find_map(|end| {
                let start = &drawing[..drawing.find(end.as_str())?];
                start.rsplit_once("xmlns:").map(|(_, prefix)| prefix.trim().to_owned())
            });
            found.filter(|prefix| prefix.chars().all(char::is_alphanumeric)).unwrap_or_else(|| {
                let _ = write!(declared, " xmlns:{usual}=\"{namespace}\"");
                usual.to_owned()
            })
        });
        Self { v, o, x, declared }
    }
}

/// Writes the drawing with the boxes of `comments`. Other shapes stay.
pub(super) fn drawing_with_boxes(
    old: Option<&str>,
    comments: &MergedComments,
    layout: &SheetLayout,
) -> PatchResult<String> {
    let empty = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
        xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";
    let old = old.unwrap_or(empty);
    let prefixes = Prefixes::of(old);
    let mut drawing = without_boxes(old, &prefixes, &comments.without_box)?;
    let end = drawing.rfind("</xml>").ok_or_else(|| unsupported("a drawing without its end"))?;
    let mut added = String::new();
    if !drawing.contains("\"_x0000_t202\"") {
        let Prefixes { v, o, declared, .. } = &prefixes;
        let _ = write!(
            added,
            "<{v}:shapetype{declared} id=\"_x0000_t202\" coordsize=\"21600,21600\" {o}:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
            <{v}:stroke joinstyle=\"miter\"/><{v}:path gradientshapeok=\"t\" {o}:connecttype=\"rect\"/></{v}:shapetype>"
        );
    }
    // Shape numbers come in blocks of 1,024. The drawing has block 1 (`idmap`), whose first number is 1025.
    let mut number = 1025;
    for (cell, text) in &comments.with_box {
        while drawing.contains(&format!("_x0000_s{number}\"")) {
            number += 1;
        }
        add_box(&mut added, &prefixes, number, *cell, text, layout);
        number += 1;
    }
    drawing.insert_str(end, &added);
    Ok(drawing)
}

/// Characters of a line in a box.
const LINE: usize = 46;
/// Pixels.
const BOX_WIDTH: u32 = 300;
const LINE_HEIGHT: u32 = 15;
const ROW_HEIGHT: u32 = 20;

fn add_box(
    markup: &mut String,
    prefixes: &Prefixes,
    number: u32,
    (row, column): CellPosition,
    text: &str,
    layout: &SheetLayout,
) {
    let n_lines: usize = text.lines().map(|line| line.chars().count() / LINE + 1).sum();
    let height = (n_lines as u32 + 1) * LINE_HEIGHT;
    // The box lies beside the cell. Its anchor counts columns and rows, so its size depends on the widths of the
    // columns.
    let (first, mut last, mut left) = (column + 1, column + 1, BOX_WIDTH);
    // Hidden columns have no width: beyond 60 columns the box ends, however narrow it is.
    while left > layout.width(last) && last + 1 < COLUMNS && last < first + 60 {
        left -= layout.width(last);
        last += 1;
    }
    let top = row.saturating_sub(2);
    let (bottom, rest) = (top.saturating_add(height / ROW_HEIGHT), height % ROW_HEIGHT);
    let Prefixes { v, o, x, declared } = prefixes;
    // The anchor: column and pixels in it, row and pixels in it, of the upper left corner and of the lower right one.
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

/// Returns the drawing without the comment boxes of some cells.
fn without_boxes(drawing: &str, prefixes: &Prefixes, cells: &BTreeSet<CellPosition>) -> PatchResult<String> {
    let Prefixes { v, x, .. } = prefixes;
    let (begins, ends) = (format!("<{v}:shape "), format!("</{v}:shape>"));
    let mut kept = String::with_capacity(drawing.len());
    let mut rest = drawing;
    while let Some(at) = rest.find(&begins) {
        let length = rest[at..].find(&ends).ok_or_else(|| unsupported("a shape without its end"))? + ends.len();
        let (before, shape, after) = (&rest[..at], &rest[at..at + length], &rest[at + length..]);
        kept.push_str(before);
        let number = |name: &str| -> Option<u32> {
            let (_, rest) = shape.split_once(&format!("<{x}:{name}>"))?;
            rest.split_once(&format!("</{x}:{name}>"))?.0.trim().parse().ok()
        };
        let cell = number("Row").zip(number("Column"));
        let is_note = shape.contains("ObjectType=\"Note\"");
        let is_removed = cell.is_some_and(|(row, column)| {
            u16::try_from(column).is_ok_and(|column| cells.contains(&(row.saturating_add(1), column)))
        });
        if !(is_note && is_removed) {
            kept.push_str(shape);
        }
        rest = after;
    }
    kept.push_str(rest);
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_box_is_removed_with_its_comment_and_a_button_stays() {
        let comments = MergedComments {
            part: Vec::new(),
            without_box: BTreeSet::from([(2, 1)]),
            with_box: BTreeMap::from([((2, 1), "a".to_owned())]),
        };
        let note = "<a:shape id=\"_x0000_s1025\"><br><b:ClientData ObjectType=\"Note\"><b:Row>1</b:Row><b:Column>1</b:Column></b:ClientData></a:shape>";
        let button = "<a:shape id=\"b\"><b:ClientData ObjectType=\"Button\"></b:ClientData></a:shape>";
        let old = format!(
            "<xml xmlns:a=\"urn:schemas-microsoft-com:vml\" xmlns:b='urn:schemas-microsoft-com:office:excel'>{note}{button}</xml>"
        );
        let made = drawing_with_boxes(Some(&old), &comments, &SheetLayout::default()).expect("sound");
        assert!(!made.contains("<br>") && made.contains(button) && made.contains("_x0000_s1025"), "{made}");
        // The box uses the prefixes of the drawing and declares the one that the drawing lacks.
        assert!(made.contains("<a:shape xmlns:o=") && made.contains("<b:Row>1</b:Row>"), "{made}");
        assert!(drawing_with_boxes(Some("<xml><v:shape "), &comments, &SheetLayout::default()).is_err());
    }
}
