//! The patch of a whole workbook: opens the package, plans each sheet, writes every changed part and copies the others.

use std::io::{Seek, Write};

use super::front_sheet;
use super::markup::{PatchResult, unsupported};
use super::package::{
    ContentTypeChanges, NewParts, NewRelation, Package, PackageWriter, PartRelation, free_id, relations_part,
    with_content_types, with_relations,
};
use super::request::{CellMarks, CellTexts, FrontSheet, PatchRequest};
use super::sheet_patch::{SheetCells, SheetPatch};
use super::styles::{FrontSheetStyles, Styles};
use super::workbook::{FrontSheetEntry, SheetList, WorkbookSheet, free_sheet_name, with_last_writer};

const SHEET_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const PROPERTIES_TYPE: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/// Writes a copy of an .xlsx with marked cells and the first sheet.
///
/// # Errors
/// [`PatchError::Unsupported`](super::PatchError::Unsupported) if the workbook has a form that this module does not
/// handle, or lacks a marked cell; [`PatchError::Write`](super::PatchError::Write) if `out` can't be written.
pub(crate) fn patch<W: Write + Seek>(original: &[u8], request: PatchRequest<'_>, out: W) -> PatchResult<W> {
    let PatchRequest { signature, fills, marks, texts, front_sheet } = request;
    let mut package = Package::open(original)?;
    let book = WorkbookParts::of(&mut package)?;
    let mut styles = Styles::read(package.read_required(&book.styles_part)?, fills)?;
    let mut new_parts = NewParts::default();
    let replaces = front_sheet.replaces.as_deref();
    let mut sheets = Vec::new();
    for (part, cells) in cells_of_parts(&book, (marks, texts), replaces)? {
        sheets.push(SheetPatch::plan(&mut package, part, cells, signature, &styles, &mut new_parts)?);
    }

    let mut out = PackageWriter::new(out);
    let front = FrontSheetPatch::plan(&package, &book, &front_sheet, signature.program, &mut new_parts);
    let front_styles = styles.add_front_sheet_styles();
    let mut omitted = macro_parts(&mut package, &book)?;
    if front.replaced.is_some() {
        // The parts that the replaced sheet refers to are not used any more.
        omitted.push(relations_part(&front.part));
    }
    omitted.iter().for_each(|part| out.omit(part));
    write_properties(&mut package, &book, signature.program, &mut new_parts, &mut out)?;
    let changes = ContentTypeChanges { parts: new_parts.types, workbook: book.book_part.clone(), omitted };
    let types = package.read_required("[Content_Types].xml")?;
    out.write("[Content_Types].xml", &with_content_types(&types, &changes)?)?;
    front.write(&mut package, &book, &front_sheet, &front_styles, &mut out)?;
    for sheet in sheets {
        sheet.write(&mut package, &mut styles, &mut out)?;
    }
    out.write(&book.styles_part, &styles.write()?)?;
    out.finish(&mut package)
}

/// The workbook's own part and what it refers to.
struct WorkbookParts {
    /// Relations of the package.
    top: Vec<PartRelation>,
    book_part: String,
    book_xml: Vec<u8>,
    sheets: SheetList,
    /// Relations of the workbook's part.
    relations: Vec<PartRelation>,
    styles_part: String,
}

impl WorkbookParts {
    fn of(package: &mut Package<'_>) -> PatchResult<Self> {
        let top = package.relations("")?;
        let book_part =
            part_of_kind(&top, "officeDocument").ok_or_else(|| unsupported("a package without a workbook"))?;
        let book_xml = package.read_required(&book_part)?;
        let relations = package.relations(&book_part)?;
        if relations.iter().any(|relation| relation.kind.ends_with("Macrosheet")) {
            return Err(unsupported("a sheet of macros"));
        }
        let styles_part = part_of_kind(&relations, "styles").ok_or_else(|| unsupported("a workbook without styles"))?;
        Ok(Self { sheets: SheetList::read(&book_xml)?, top, book_part, book_xml, relations, styles_part })
    }

    fn sheet_part(&self, entry: &WorkbookSheet) -> PatchResult<String> {
        let relation = self.relations.iter().find(|relation| relation.id == entry.relation);
        relation.and_then(|relation| relation.part.clone()).ok_or_else(|| unsupported("a sheet without a part"))
    }

    fn macro_relations(&self) -> impl Iterator<Item = &PartRelation> {
        self.relations.iter().filter(|relation| relation.kind == "vbaProject")
    }
}

fn part_of_kind(relations: &[PartRelation], kind: &str) -> Option<String> {
    relations.iter().find(|relation| relation.kind == kind).and_then(|relation| relation.part.clone())
}

/// Returns the part and the changed cells of each sheet except the replaced one.
fn cells_of_parts(
    book: &WorkbookParts,
    (mut marks, mut texts): (CellMarks, CellTexts),
    replaces: Option<&str>,
) -> PatchResult<Vec<(String, SheetCells)>> {
    let mut parts = Vec::new();
    for entry in book.sheets.entries.iter().filter(|entry| replaces != Some(entry.name.as_str())) {
        let cells = SheetCells {
            marks: marks.remove(&entry.name).unwrap_or_default(),
            texts: texts.remove(&entry.name).unwrap_or_default(),
        };
        parts.push((book.sheet_part(entry)?, cells));
    }
    if marks.is_empty() && texts.is_empty() { Ok(parts) } else { Err(unsupported("a mark on a missing sheet")) }
}

/// Returns the parts of macros. They are left out, because a workbook of the plain kind may not hold them.
fn macro_parts(package: &mut Package<'_>, book: &WorkbookParts) -> PatchResult<Vec<String>> {
    let mut parts = Vec::new();
    for part in book.macro_relations().filter_map(|relation| relation.part.clone()) {
        parts.extend(package.relations(&part)?.into_iter().filter_map(|relation| relation.part));
        parts.extend([relations_part(&part), part]);
    }
    Ok(parts)
}

/// Writes the workbook's properties with the program as last writer.
fn write_properties<W: Write + Seek>(
    package: &mut Package<'_>,
    book: &WorkbookParts,
    program: &str,
    new_parts: &mut NewParts,
    out: &mut PackageWriter<W>,
) -> PatchResult<()> {
    let part = part_of_kind(&book.top, "extended-properties");
    let old = part.as_ref().map_or(Ok(None), |part| package.read(part))?;
    let properties = with_last_writer(old.as_deref(), program)?;
    let name = part.clone().unwrap_or_else(|| "docProps/app.xml".to_owned());
    if part.is_none() {
        new_parts.types.push((name.clone(), PROPERTIES_TYPE));
        let id = free_id(&book.top, program, 0);
        let added = NewRelation { id, kind: "extended-properties", part: name.clone() };
        let top = package.read("_rels/.rels")?;
        out.write("_rels/.rels", &with_relations(top.as_deref(), &[], &[added])?)?;
    }
    out.write(&name, &properties)
}

struct FrontSheetPatch {
    part: String,
    name: String,
    relation: String,
    /// Place of the sheet that it replaces.
    replaced: Option<usize>,
}

impl FrontSheetPatch {
    fn plan(
        package: &Package<'_>,
        book: &WorkbookParts,
        sheet: &FrontSheet,
        program: &str,
        new_parts: &mut NewParts,
    ) -> Self {
        let entries = &book.sheets.entries;
        let replaced = entries.iter().position(|entry| sheet.replaces.as_deref() == Some(entry.name.as_str()));
        let old_part = replaced.and_then(|place| book.sheet_part(&entries[place]).ok());
        let part =
            old_part.unwrap_or_else(|| new_parts.free_name(package, &format!("xl/worksheets/sheet{program}"), ".xml"));
        new_parts.types.push((part.clone(), SHEET_TYPE));
        let name = replaced.map_or_else(|| free_sheet_name(&sheet.name, entries), |place| entries[place].name.clone());
        Self { part, name, relation: free_id(&book.relations, program, 0), replaced }
    }

    /// Writes the sheet's part, and the workbook's part and relations that list it.
    fn write<W: Write + Seek>(
        &self,
        package: &mut Package<'_>,
        book: &WorkbookParts,
        sheet: &FrontSheet,
        styles: &FrontSheetStyles,
        out: &mut PackageWriter<W>,
    ) -> PatchResult<()> {
        let removed: Vec<String> = book.macro_relations().map(|relation| relation.id.clone()).collect();
        let added = NewRelation { id: self.relation.clone(), kind: "worksheet", part: self.part.clone() };
        let added = if self.replaced.is_none() { vec![added] } else { Vec::new() };
        let book_relations = relations_part(&book.book_part);
        let old = package.read(&book_relations)?;
        out.write(&book_relations, &with_relations(old.as_deref(), &removed, &added)?)?;
        let entry = FrontSheetEntry {
            name: &self.name,
            relation: &self.relation,
            replaced: self.replaced,
            list_area: &front_sheet::list_area(sheet),
            print_rows: &front_sheet::print_rows(sheet),
        };
        out.write(&book.book_part, &book.sheets.write(&book.book_xml, &entry)?)?;
        out.write(&self.part, front_sheet::worksheet(sheet, styles).as_bytes())
    }
}
