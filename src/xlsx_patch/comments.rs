//! The comments of a sheet: adds those of the patch, removes those of an earlier one, keeps those of other authors.
//!
//! An own comment is recognised by its author, or by its start if another program has removed the author.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use quick_xml::escape::unescape;
use quick_xml::events::Event;

use crate::record::column_letters;

use super::markup::{
    EventAction, PatchResult, attribute, escaped, for_each_event, local_name, put, rewrite, unsupported, with_prefix_of,
};
use super::request::{CellMark, CellPosition, PatchSignature};
use super::worksheet::cell_of;

/// The comments of a sheet after the patch.
pub(super) struct MergedComments {
    pub(super) part: Vec<u8>,
    /// Cells whose existing box is removed.
    pub(super) without_box: BTreeSet<CellPosition>,
    /// Cells that need a box, with its text.
    pub(super) with_box: BTreeMap<CellPosition, String>,
}

struct OldComment {
    cell: CellPosition,
    author: String,
    text: String,
}

const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors><commentList></commentList></comments>";

/// Whether a part of comments holds an own comment.
pub(super) fn has_own(part: &[u8], signature: PatchSignature<'_>) -> PatchResult<bool> {
    Ok(read(part)?.1.iter().any(|old| old.is_own(signature) || old.foreign_text(signature).len() < old.text.len()))
}

/// Replaces the own comments of an earlier patch with those of `marks`.
pub(super) fn merge(
    part: Option<&[u8]>,
    marks: &BTreeMap<CellPosition, CellMark>,
    signature: PatchSignature<'_>,
) -> PatchResult<MergedComments> {
    let part = part.unwrap_or(EMPTY.as_bytes());
    let (authors, old_comments) = read(part)?;
    let own_author = author_index(&authors, signature.program).unwrap_or(authors.len());
    let mut comments = MergedComments { part: Vec::new(), without_box: BTreeSet::new(), with_box: BTreeMap::new() };
    let mut added = String::new();
    let (mut dropped, mut done) = (BTreeSet::new(), BTreeSet::new());
    for (index, old) in old_comments.iter().enumerate() {
        let mark = marks.get(&old.cell);
        if old.author.starts_with("tc=") {
            // A threaded comment: Excel shows it from a part of its own, with which this copy must agree.
            done.insert(old.cell);
            continue;
        }
        let foreign = old.foreign_text(signature);
        if mark.is_none() && foreign.len() == old.text.len() {
            continue;
        }
        dropped.insert(index);
        comments.without_box.insert(old.cell);
        let text = match (mark, foreign) {
            (None, "") => continue,
            (None, foreign) => foreign.to_owned(),
            (Some(mark), "") => mark.comment.clone(),
            (Some(mark), foreign) => format!("{foreign}\n\n{}", mark.comment),
        };
        if done.insert(old.cell) {
            let foreign_author = author_index(&authors, &old.author).filter(|_| !foreign.is_empty());
            add_comment(&mut added, old.cell, foreign_author.unwrap_or(own_author), &text);
            comments.with_box.insert(old.cell, text);
        }
    }
    for (cell, mark) in marks.iter().filter(|(cell, _)| !done.contains(*cell)) {
        add_comment(&mut added, *cell, own_author, &mark.comment);
        comments.with_box.insert(*cell, mark.comment.clone());
    }
    let new_author = (own_author == authors.len()).then_some(signature.program);
    comments.part = write(part, &added, &dropped, new_author)?;
    Ok(comments)
}

impl OldComment {
    fn is_own(&self, signature: PatchSignature<'_>) -> bool {
        self.author == signature.program || self.text.starts_with(signature.comment_start)
    }

    /// Returns the text of another author before the text of an earlier patch.
    fn foreign_text(&self, signature: PatchSignature<'_>) -> &str {
        if self.is_own(signature) {
            return "";
        }
        let own_start = format!("\n{}", signature.comment_start);
        self.text.find(&own_start).map_or(self.text.as_str(), |at| self.text[..at].trim_end())
    }
}

fn author_index(authors: &[String], author: &str) -> Option<usize> {
    authors.iter().position(|known| known == author)
}

fn read(part: &[u8]) -> PatchResult<(Vec<String>, Vec<OldComment>)> {
    let (mut authors, mut comments): (Vec<String>, Vec<OldComment>) = (Vec::new(), Vec::new());
    let (mut in_author, mut in_text) = (false, false);
    for_each_event(part, |event, depth| {
        let mut add = |piece: &str| {
            if in_author && let Some(author) = authors.last_mut() {
                author.push_str(piece);
            } else if in_text && let Some(comment) = comments.last_mut() {
                comment.text.push_str(piece);
            }
        };
        match event {
            Event::Start(e) | Event::Empty(e) => {
                let opens = matches!(event, Event::Start(_));
                match local_name(e) {
                    "author" if depth == 2 => {
                        authors.push(String::new());
                        in_author = opens;
                    }
                    "comment" if depth == 2 => {
                        let cell = attribute(e, "ref").and_then(|name| cell_of(&name));
                        let author = attribute(e, "authorId").and_then(|id| id.parse::<usize>().ok());
                        let author = author.and_then(|id| authors.get(id)).cloned().unwrap_or_default();
                        let cell = cell.ok_or_else(|| unsupported("a comment of no cell"))?;
                        comments.push(OldComment { cell, author, text: String::new() });
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
            Event::GeneralRef(r) => add(&unescape(&format!("&{};", r.borrow().into_inner())).map_err(unsupported)?),
            _ => {}
        }
        Ok(())
    })?;
    Ok((authors, comments))
}

/// Writes the part without the dropped comments and with the added ones, and `new_author` at the end of the authors.
fn write(part: &[u8], added: &str, dropped: &BTreeSet<usize>, new_author: Option<&str>) -> PatchResult<Vec<u8>> {
    let (mut prefix, mut n_comments, mut has_list) = (String::new(), 0_usize, false);
    let author =
        |prefix: &str| new_author.map(|name| format!("<{prefix}author>{name}</{prefix}author>")).unwrap_or_default();
    let made = rewrite(part, Vec::new(), |event, depth, writer| {
        match event {
            Event::Start(e) if depth == 0 => prefix = with_prefix_of(e, ""),
            Event::Empty(e) if depth == 1 && ["authors", "commentList"].contains(&local_name(e)) => {
                let name = e.name().as_ref().to_owned();
                let is_list = local_name(e) == "commentList";
                has_list |= is_list;
                let inside = if is_list { added.replace("{p}", &prefix) } else { author(&prefix) };
                put(writer, &format!("<{name}>{inside}</{name}>"))?;
                return Ok(EventAction::Drop);
            }
            Event::Start(e) | Event::Empty(e) if depth == 2 && local_name(e) == "comment" => {
                n_comments += 1;
                return Ok(if dropped.contains(&(n_comments - 1)) { EventAction::DropTree } else { EventAction::Keep });
            }
            Event::End(e) if depth == 1 && e.local_name().into_inner() == "authors" => {
                put(writer, &author(&prefix))?;
            }
            Event::End(e) if depth == 1 && e.local_name().into_inner() == "commentList" => {
                has_list = true;
                put(writer, &added.replace("{p}", &prefix))?;
            }
            _ => {}
        }
        Ok(EventAction::Keep)
    })?;
    if has_list { Ok(made) } else { Err(unsupported("comments without a list")) }
}

/// Adds a comment with its first line bold. `{p}` stands for the namespace prefix of the part.
fn add_comment(markup: &mut String, (row, column): CellPosition, author: usize, content: &str) {
    let look = "<{p}sz val=\"9\"/><{p}color indexed=\"81\"/><{p}rFont val=\"Tahoma\"/><{p}family val=\"2\"/>";
    let (first, rest) = content.split_once('\n').unwrap_or((content, ""));
    // A text may hold `{p}`, which must not be replaced.
    let plain = |text: &str| escaped(text).replace('{', "&#123;");
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

#[cfg(test)]
mod tests {
    use super::super::comment_boxes::drawing_with_boxes;
    use super::super::request::FillColour;
    use super::super::worksheet::SheetLayout;
    use super::*;

    const SIGNATURE: PatchSignature<'static> = PatchSignature { program: "App", comment_start: "App · " };

    fn mark(comment: &str) -> CellMark {
        CellMark { fill: FillColour("FFFF8B61"), comment: format!("App · {comment}") }
    }

    fn comments_of(part: &[u8]) -> Vec<(CellPosition, String, String)> {
        read(part).expect("sound").1.into_iter().map(|old| (old.cell, old.author, old.text)).collect()
    }

    #[test]
    fn a_comment_is_added_with_its_author_and_its_box() {
        let marks = BTreeMap::from([((3, 1), mark("ERREUR\n<a> & \u{1}b {p}"))]);
        let made = merge(None, &marks, SIGNATURE).expect("sound");
        assert_eq!(comments_of(&made.part), [((3, 1), "App".to_owned(), "App · ERREUR\n<a> & b {p}".to_owned())]);
        let drawing = drawing_with_boxes(None, &made, &SheetLayout::default()).expect("sound");
        assert!(drawing.contains("<x:Row>2</x:Row><x:Column>1</x:Column>"), "{drawing}");
        let mut reader = quick_xml::Reader::from_str(&drawing);
        while !matches!(reader.read_event().expect("sound XML"), Event::Eof) {}
    }

    #[test]
    fn foreign_comments_stay_and_own_ones_of_an_earlier_patch_go() {
        let first = "<x:comments xmlns:x='m'><x:authors><x:author>Agent</x:author></x:authors><x:commentList>\
            <x:comment ref=\"A1\" authorId=\"0\"><x:text><x:t>vu &amp; lu</x:t></x:text></x:comment>\
            <x:comment ref=\"B2\" authorId=\"0\"><x:text><x:r><x:t>Agent:</x:t></x:r><x:r><x:t xml:space=\"preserve\">\noui</x:t></x:r></x:text></x:comment>\
            </x:commentList></x:comments>";
        let marks = BTreeMap::from([((2, 1), mark("ERREUR")), ((5, 0), mark("ERREUR"))]);
        let made = merge(Some(first.as_bytes()), &marks, SIGNATURE).expect("sound");
        let has_own = |part: &[u8]| has_own(part, SIGNATURE).expect("sound");
        assert!(has_own(&made.part) && !has_own(first.as_bytes()));
        assert_eq!(
            comments_of(&made.part),
            [
                ((1, 0), "Agent".to_owned(), "vu & lu".to_owned()),
                ((2, 1), "Agent".to_owned(), "Agent:\noui\n\nApp · ERREUR".to_owned()),
                ((5, 0), "App".to_owned(), "App · ERREUR".to_owned()),
            ]
        );
        // Without marks, the agent's comments stay and the own ones go.
        let mended = merge(Some(&made.part), &BTreeMap::new(), SIGNATURE).expect("sound");
        assert_eq!(
            comments_of(&mended.part),
            [
                ((1, 0), "Agent".to_owned(), "vu & lu".to_owned()),
                ((2, 1), "Agent".to_owned(), "Agent:\noui".to_owned()),
            ]
        );
        assert_eq!(mended.without_box, BTreeSet::from([(2, 1), (5, 0)]));
    }
}
