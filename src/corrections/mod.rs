//! A person's own workbook again, with its faults marked: `NAME.corrections.xlsx`.
//!
//! [`patch`] changes a copy of an .xlsx and nothing in it that need not: faulty cells get a colour and a comment, a first
//! sheet sums up and links to each fault. What is no .xlsx, or an odd one, is rebuilt first ([`rebuild()`]). Bytes in, bytes out:
//! no file is opened here, no fault is judged, and what is said comes from the messages.

mod markup;
mod notes;
mod package;
mod rebuild;
mod sheet;
mod styles;
mod summary;
mod workbook;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::finding::Severity;
use crate::messages::{Fact, Messages};

use markup::{Patched, unexpected};
use notes::{NOTE_START, Note};
use package::{ContentTypes, Package, Relation, free_id, relations_of, with_content_types, with_relations};
use sheet::Cell;
use styles::Styles;
use workbook::{First, Listed, Sheets};

pub use markup::Stopped;
pub use rebuild::{Rebuilt, rebuild};

/// One fault, where it is and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Name of the sheet in the workbook.
    pub sheet: String,
    /// Row as the spreadsheet shows it; 0 for the whole sheet.
    pub row: u32,
    /// Column, from 0; `None` for the whole sheet.
    pub column: Option<u16>,
    /// How grave.
    pub severity: Severity,
    /// The rule's title.
    pub title: String,
    /// What is wrong.
    pub what: String,
    /// Why it counts.
    pub why: String,
    /// What to write.
    pub hint: String,
    /// The value seen.
    pub value: String,
    /// The place as the agent's program shows it.
    pub place: String,
}

impl Mark {
    fn cell(&self) -> Option<Cell> {
        Some((self.row, self.column?)).filter(|(row, _)| *row > 0)
    }
}

/// What to mark.
pub struct Request<'r> {
    /// The original's name, for the title.
    pub file_name: &'r str,
    /// The faults, by place.
    pub marks: &'r [Mark],
    /// The sheet of an earlier check, if the workbook has one.
    pub own_sheet: Option<&'r str>,
    /// The language.
    pub messages: &'r Messages,
}

/// Writes a copy of an .xlsx with its faults marked.
///
/// # Errors
/// [`Stopped::Unexpected`] if the workbook holds what the patch does not know: rebuild it then.
pub fn patch<W: Write + Seek>(original: &[u8], request: &Request<'_>, out: W) -> Result<W, Stopped> {
    let mut package = Package::open(original)?;
    let opened = Opened::of(&mut package)?;
    let mut styles = Styles::read(package.must_read(&opened.styles_part)?)?;
    let mut names = Names::default();
    let plan = plan_sheets(&mut package, &opened, request, &styles, &mut names)?;

    let mut out = Output { zip: ZipWriter::new(out), done: BTreeSet::new() };
    let first = FirstSheet::of(&package, &opened, request, &mut styles, &mut names);
    let mut without = leave_macros(&mut package, &opened)?;
    if first.in_place_of.is_some() {
        // What the earlier sheet led to is no longer shown.
        without.push(relations_of(&first.part));
    }
    without.iter().for_each(|part| out.leave(part));
    write_properties(&mut package, &opened, &mut names, &mut out)?;
    let wanted = ContentTypes { parts: names.types, workbook: opened.book_part.clone(), without };
    let types = package.must_read("[Content_Types].xml")?;
    out.write("[Content_Types].xml", &with_content_types(&types, &wanted)?)?;
    first.write(&mut package, &opened, &mut out)?;
    for planned in plan {
        planned.write(&mut package, &mut styles, &mut out)?;
    }
    out.write(&opened.styles_part, &styles.write()?)?;
    for part in package.parts() {
        if !out.done.contains(&part.to_lowercase()) {
            out.zip.raw_copy_file(package.entry(&part)?)?;
        }
    }
    Ok(out.zip.finish()?)
}

/// What leads to the sheets.
struct Opened {
    /// What the package leads to.
    top: Vec<Relation>,
    book_part: String,
    book_xml: Vec<u8>,
    sheets: Sheets,
    /// What the workbook leads to.
    relations: Vec<Relation>,
    styles_part: String,
}

impl Opened {
    fn of(package: &mut Package<'_>) -> Patched<Self> {
        let top = package.relations("")?;
        let book_part = part_of(&top, "officeDocument").ok_or_else(|| unexpected("a package without a workbook"))?;
        let book_xml = package.must_read(&book_part)?;
        let relations = package.relations(&book_part)?;
        if relations.iter().any(|relation| relation.kind.ends_with("Macrosheet")) {
            return Err(unexpected("a sheet of macros"));
        }
        let styles_part = part_of(&relations, "styles").ok_or_else(|| unexpected("a workbook without styles"))?;
        Ok(Self { sheets: Sheets::read(&book_xml)?, top, book_part, book_xml, relations, styles_part })
    }

    /// The part of a listed sheet.
    fn sheet_part(&self, listed: &Listed) -> Patched<String> {
        let relation = self.relations.iter().find(|relation| relation.id == listed.relation);
        relation.and_then(|relation| relation.part.clone()).ok_or_else(|| unexpected("a sheet without a part"))
    }
}

fn part_of(relations: &[Relation], kind: &str) -> Option<String> {
    relations.iter().find(|relation| relation.kind == kind).and_then(|relation| relation.part.clone())
}

/// Parts that are new.
#[derive(Default)]
struct Names {
    taken: Vec<String>,
    /// With what they hold.
    types: Vec<(String, &'static str)>,
}

/// What is to be done to each sheet but ours.
fn plan_sheets(
    package: &mut Package<'_>,
    opened: &Opened,
    request: &Request<'_>,
    styles: &Styles,
    names: &mut Names,
) -> Patched<Vec<Planned>> {
    let mut notes = notes_of(request);
    let mut plan = Vec::new();
    for listed in opened.sheets.listed.iter().filter(|listed| request.own_sheet != Some(listed.name.as_str())) {
        let part = opened.sheet_part(listed)?;
        let of_sheet = notes.remove(listed.name.as_str()).unwrap_or_default();
        plan.push(Planned::of(package, part, of_sheet, styles, names)?);
    }
    if notes.is_empty() { Ok(plan) } else { Err(unexpected("a fault in a sheet that is not there")) }
}

/// Parts of macros: they stay behind, for they are never run and a plain workbook may not hold them.
fn leave_macros(package: &mut Package<'_>, opened: &Opened) -> Patched<Vec<String>> {
    let mut without = Vec::new();
    for part in opened.relations.iter().filter(|relation| relation.kind == VBA).filter_map(|r| r.part.clone()) {
        without.extend(package.relations(&part)?.into_iter().filter_map(|relation| relation.part));
        without.extend([relations_of(&part), part]);
    }
    Ok(without)
}

/// Says in the workbook's properties that it was we who saved it last.
fn write_properties<W: Write + Seek>(
    package: &mut Package<'_>,
    opened: &Opened,
    names: &mut Names,
    out: &mut Output<W>,
) -> Patched<()> {
    let part = part_of(&opened.top, "extended-properties");
    let old = part.as_ref().map_or(Ok(None), |part| package.read(part))?;
    let properties = workbook::properties(old.as_deref())?;
    let name = part.clone().unwrap_or_else(|| "docProps/app.xml".to_owned());
    if part.is_none() {
        names.types.push((name.clone(), PROPERTIES_TYPE));
        let added = (free_id(&opened.top, 0), "extended-properties", name.clone());
        let top = package.read("_rels/.rels")?;
        out.write("_rels/.rels", &with_relations(top.as_deref(), &[], &[added])?)?;
    }
    out.write(&name, &properties)
}

/// The sheet that sums up, and its place in the workbook.
struct FirstSheet {
    summary: summary::Summary,
    part: String,
    name: String,
    relation: String,
    /// Where the sheet of an earlier check stands.
    in_place_of: Option<usize>,
}

impl FirstSheet {
    fn of(
        package: &Package<'_>,
        opened: &Opened,
        request: &Request<'_>,
        styles: &mut Styles,
        names: &mut Names,
    ) -> Self {
        let listed = &opened.sheets.listed;
        let in_place_of = listed.iter().position(|listed| request.own_sheet == Some(listed.name.as_str()));
        let earlier = in_place_of.and_then(|place| opened.sheet_part(&listed[place]).ok());
        let others: Vec<String> = listed.iter().map(|listed| listed.name.clone()).collect();
        let part = earlier.unwrap_or_else(|| package.free_part("xl/worksheets/sheetBato", ".xml", &mut names.taken));
        names.types.push((part.clone(), SHEET_TYPE));
        let summary_styles = styles.add_summary();
        Self {
            summary: summary::write(request.file_name, request.marks, request.messages, &summary_styles),
            part,
            name: match in_place_of {
                Some(place) => others[place].clone(),
                None => rebuild::own_sheet_name(&request.messages.text("corrections-sheet"), &others),
            },
            relation: free_id(&opened.relations, 0),
            in_place_of,
        }
    }

    fn write<W: Write + Seek>(&self, package: &mut Package<'_>, opened: &Opened, out: &mut Output<W>) -> Patched<()> {
        let macros = opened.relations.iter().filter(|relation| relation.kind == VBA);
        let without: Vec<String> = macros.map(|relation| relation.id.clone()).collect();
        let added = (self.relation.clone(), "worksheet", self.part.clone());
        let added = if self.in_place_of.is_none() { vec![added] } else { Vec::new() };
        let book_relations = relations_of(&opened.book_part);
        let old = package.read(&book_relations)?;
        out.write(&book_relations, &with_relations(old.as_deref(), &without, &added)?)?;
        let first = First {
            name: &self.name,
            relation: &self.relation,
            in_place_of: self.in_place_of,
            list: &self.summary.list,
            print_rows: &self.summary.print_rows,
        };
        out.write(&opened.book_part, &opened.sheets.write(&opened.book_xml, &first)?)?;
        out.write(&self.part, self.summary.part.as_bytes())
    }
}

const VBA: &str = "vbaProject";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const SHEET_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const PROPERTIES_TYPE: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/// The package being written.
struct Output<W: Write + Seek> {
    zip: ZipWriter<W>,
    /// Parts written or left out, in lower case.
    done: BTreeSet<String>,
}

impl<W: Write + Seek> Output<W> {
    fn leave(&mut self, part: &str) {
        self.done.insert(part.to_lowercase());
    }

    fn begin(&mut self, part: &str) -> Patched<&mut ZipWriter<W>> {
        if !self.done.insert(part.to_lowercase()) {
            return Err(unexpected(format!("{part} twice")));
        }
        // No clock: the same workbook gives the same bytes.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.zip.start_file(part, options)?;
        Ok(&mut self.zip)
    }

    fn write(&mut self, part: &str, bytes: &[u8]) -> Patched<()> {
        Ok(self.begin(part)?.write_all(bytes)?)
    }
}

/// What is to be done to a sheet.
struct Planned {
    part: String,
    notes: BTreeMap<Cell, Note>,
    relations: Vec<Relation>,
    /// The part of its comments, there already or to be made.
    comments: String,
    makes_comments: bool,
    /// The part of a new drawing and its relation, should the sheet have none.
    drawing: String,
    drawing_relation: String,
    is_changed: bool,
}

impl Planned {
    fn of(
        package: &mut Package<'_>,
        part: String,
        notes: BTreeMap<Cell, Note>,
        styles: &Styles,
        names: &mut Names,
    ) -> Patched<Self> {
        let relations = package.relations(&part)?;
        let old = relations.iter().find(|relation| relation.kind == "comments").and_then(|found| found.part.clone());
        let has_ours = match &old {
            Some(old) => package.read(old)?.is_some_and(|part| notes::has_ours(&part).unwrap_or(true)),
            None => false,
        };
        let is_changed = !notes.is_empty() || has_ours || styles.has_marks();
        let makes_comments = old.is_none() && !notes.is_empty();
        let comments = old.unwrap_or_else(|| package.free_part("xl/comments", ".xml", &mut names.taken));
        if makes_comments {
            names.types.push((comments.clone(), COMMENTS_TYPE));
        }
        let drawing = package.free_part("xl/drawings/vmlDrawing", ".vml", &mut names.taken);
        let drawing_relation = free_id(&relations, 0);
        Ok(Self { part, notes, relations, comments, makes_comments, drawing, drawing_relation, is_changed })
    }

    fn write<W: Write + Seek>(
        self,
        package: &mut Package<'_>,
        styles: &mut Styles,
        out: &mut Output<W>,
    ) -> Patched<()> {
        if !self.is_changed {
            return deselected(package, &self.part, out);
        }
        let marks = self.notes.iter().map(|(cell, note)| (*cell, note.severity)).collect();
        let has_comments = self.makes_comments || package.named(&self.comments).is_some();
        let drawing = (has_comments && !self.notes.is_empty()).then_some(self.drawing_relation.as_str());
        let (_, seen) = sheet::patch(package.stream(&self.part)?, out.begin(&self.part)?, &marks, drawing, styles)?;
        if !has_comments {
            return Ok(());
        }
        let old_comments = package.read(&self.comments)?;
        let comments = notes::merge(old_comments.as_deref(), &self.notes)?;
        out.write(&self.comments, &comments.part)?;
        let mut added = Vec::new();
        if self.makes_comments {
            added.push((free_id(&self.relations, 1), "comments", self.comments.clone()));
        }
        let of_old = |id: &String| {
            self.relations.iter().find(|relation| relation.id == *id).and_then(|relation| relation.part.clone())
        };
        match &seen.drawing {
            Some(id) => {
                let part = of_old(id).ok_or_else(|| unexpected("a drawing without its part"))?;
                let old = package.read(&part)?.ok_or_else(|| unexpected("a drawing without its part"))?;
                let old = String::from_utf8(old).map_err(unexpected)?;
                out.write(&part, notes::boxes(Some(&old), &comments, &seen)?.as_bytes())?;
            }
            None if !self.notes.is_empty() => {
                added.push((self.drawing_relation.clone(), "vmlDrawing", self.drawing.clone()));
                out.write(&self.drawing, notes::boxes(None, &comments, &seen)?.as_bytes())?;
            }
            None => {}
        }
        if !added.is_empty() {
            let name = relations_of(&self.part);
            let old = package.read(&name)?;
            out.write(&name, &with_relations(old.as_deref(), &[], &added)?)?;
        }
        Ok(())
    }
}

/// Copies a sheet; anew only where it is the one shown first, which is now ours.
fn deselected<W: Write + Seek>(package: &mut Package<'_>, part: &str, out: &mut Output<W>) -> Patched<()> {
    let mut head = vec![0; 16 * 1024];
    let mut stream = package.stream(part)?;
    let mut n = 0;
    while n < head.len() {
        match stream.read(&mut head[n..]).map_err(unexpected)? {
            0 => break,
            more => n += more,
        }
    }
    if !String::from_utf8_lossy(&head[..n]).contains("tabSelected") {
        return Ok(());
    }
    let whole = std::io::Cursor::new(&head[..n]).chain(stream);
    sheet::deselect(BufReader::new(whole), out.begin(part)?)?;
    Ok(())
}

/// By sheet, what each faulty cell is given: the worst colour, one comment with all that is said of it.
fn notes_of<'r>(request: &Request<'r>) -> BTreeMap<&'r str, BTreeMap<Cell, Note>> {
    let mut notes: BTreeMap<&str, BTreeMap<Cell, Note>> = BTreeMap::new();
    for mark in request.marks {
        let Some(cell) = mark.cell() else { continue };
        let facts = [
            ("severity", Fact::from(summary::word(request.messages, mark.severity))),
            ("title", mark.title.as_str().into()),
            ("what", mark.what.as_str().into()),
            ("why", mark.why.as_str().into()),
            ("hint", mark.hint.as_str().into()),
        ];
        let said = format!("{NOTE_START}{}", request.messages.say("corrections-note", &facts));
        notes
            .entry(mark.sheet.as_str())
            .or_default()
            .entry(cell)
            .and_modify(|note| {
                note.severity = note.severity.max(mark.severity);
                note.said.push_str("\n\n");
                note.said.push_str(&said);
            })
            .or_insert(Note { severity: mark.severity, said });
    }
    notes
}
