//! The patch of one sheet: which of its parts change, and the writing of its worksheet, comments and drawing.

use std::collections::BTreeMap;
use std::io::{BufReader, Read, Seek, Write};

use super::comment_boxes::drawing_with_boxes;
use super::comments::{self, MergedComments};
use super::markup::{PatchResult, unsupported};
use super::package::{
    NewParts, NewRelation, Package, PackageWriter, PartRelation, free_id, relations_part, with_relations,
};
use super::request::{CellMark, CellPosition, PatchSignature};
use super::styles::Styles;
use super::worksheet::{self, CellChanges, SheetLayout};

const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

/// The cells of a sheet that change.
pub(super) struct SheetCells {
    pub(super) marks: BTreeMap<CellPosition, CellMark>,
    /// New texts.
    pub(super) texts: BTreeMap<CellPosition, String>,
}

pub(super) struct SheetPatch<'p> {
    part: String,
    marks: BTreeMap<CellPosition, CellMark>,
    texts: BTreeMap<CellPosition, String>,
    signature: PatchSignature<'p>,
    relations: Vec<PartRelation>,
    /// The part of its comments, existing or new.
    comments_part: String,
    has_new_comments: bool,
    /// The part of a new drawing and its relation, used if the sheet has no drawing of comments.
    drawing: (String, String),
    is_changed: bool,
}

impl<'p> SheetPatch<'p> {
    pub(super) fn plan(
        package: &mut Package<'_>,
        part: String,
        SheetCells { marks, texts }: SheetCells,
        signature: PatchSignature<'p>,
        styles: &Styles,
        new_parts: &mut NewParts,
    ) -> PatchResult<Self> {
        let relations = package.relations(&part)?;
        let old = relations.iter().find(|relation| relation.kind == "comments").and_then(|found| found.part.clone());
        let has_own_comments = match &old {
            Some(old) => package.read(old)?.is_some_and(|part| comments::has_own(&part, signature).unwrap_or(true)),
            None => false,
        };
        let is_changed = !marks.is_empty() || !texts.is_empty() || has_own_comments || styles.has_own_fills();
        let has_new_comments = old.is_none() && !marks.is_empty();
        let comments_part = old.unwrap_or_else(|| new_parts.free_name(package, "xl/comments", ".xml"));
        if has_new_comments {
            new_parts.types.push((comments_part.clone(), COMMENTS_TYPE));
        }
        let drawing_part = new_parts.free_name(package, "xl/drawings/vmlDrawing", ".vml");
        let drawing_relation = free_id(&relations, signature.program, 0);
        let drawing = (drawing_part, drawing_relation);
        Ok(Self { part, marks, texts, signature, relations, comments_part, has_new_comments, drawing, is_changed })
    }

    pub(super) fn write<W: Write + Seek>(
        self,
        package: &mut Package<'_>,
        styles: &mut Styles,
        out: &mut PackageWriter<W>,
    ) -> PatchResult<()> {
        if !self.is_changed {
            return write_deselected(package, &self.part, out);
        }
        let fills = self.marks.iter().map(|(cell, mark)| (*cell, mark.fill)).collect();
        let changes = CellChanges { fills: &fills, texts: &self.texts };
        let has_comments = self.has_new_comments || package.stored_name(&self.comments_part).is_some();
        let drawing = (has_comments && !self.marks.is_empty()).then_some(self.drawing.1.as_str());
        let sheet = package.stream(&self.part)?;
        let (_, layout) = worksheet::patch_sheet(sheet, out.begin(&self.part)?, &changes, drawing, styles)?;
        if !has_comments {
            return Ok(());
        }
        let old_comments = package.read(&self.comments_part)?;
        let comments = comments::merge(old_comments.as_deref(), &self.marks, self.signature)?;
        out.write(&self.comments_part, &comments.part)?;
        let mut added = Vec::new();
        if self.has_new_comments {
            let id = free_id(&self.relations, self.signature.program, 1);
            added.push(NewRelation { id, kind: "comments", part: self.comments_part.clone() });
        }
        added.extend(self.write_drawing(package, &comments, &layout, out)?);
        if !added.is_empty() {
            let name = relations_part(&self.part);
            let old = package.read(&name)?;
            out.write(&name, &with_relations(old.as_deref(), &[], &added)?)?;
        }
        Ok(())
    }

    /// Writes the drawing of the comments: the old one changed, or a new one, whose relation is returned.
    fn write_drawing<W: Write + Seek>(
        &self,
        package: &mut Package<'_>,
        comments: &MergedComments,
        layout: &SheetLayout,
        out: &mut PackageWriter<W>,
    ) -> PatchResult<Option<NewRelation>> {
        let missing = || unsupported("a drawing without its part");
        match &layout.drawing {
            Some(id) => {
                let relation = self.relations.iter().find(|relation| relation.id == *id);
                let part = relation.and_then(|relation| relation.part.clone()).ok_or_else(missing)?;
                let old = package.read(&part)?.ok_or_else(missing)?;
                let old = String::from_utf8(old).map_err(unsupported)?;
                out.write(&part, drawing_with_boxes(Some(&old), comments, layout)?.as_bytes())?;
                Ok(None)
            }
            None if !self.marks.is_empty() => {
                let (part, id) = self.drawing.clone();
                out.write(&part, drawing_with_boxes(None, comments, layout)?.as_bytes())?;
                Ok(Some(NewRelation { id, kind: "vmlDrawing", part }))
            }
            None => Ok(None),
        }
    }
}

/// Writes an unmarked sheet without its mark of being the selected one; leaves any other for the plain copy.
fn write_deselected<W: Write + Seek>(
    package: &mut Package<'_>,
    part: &str,
    out: &mut PackageWriter<W>,
) -> PatchResult<()> {
    let mut head = Vec::new();
    let mut stream = package.stream(part)?;
    stream.by_ref().take(16 * 1024).read_to_end(&mut head).map_err(unsupported)?;
    if !String::from_utf8_lossy(&head).contains("tabSelected") {
        return Ok(());
    }
    let whole = head.as_slice().chain(stream);
    worksheet::deselect_sheet(BufReader::new(whole), out.begin(part)?)?;
    Ok(())
}
