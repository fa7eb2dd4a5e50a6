//! Reads and writes the package of a workbook, which is a zip: its parts, the relations between them, and its list of
//! content types.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read, Seek, Write};

use quick_xml::events::{BytesEnd, Event};
use zip::read::ZipFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::markup::{
    EventAction, PatchResult, attribute, escaped, for_each_event, local_name, put, put_element, rewrite, unsupported,
    with_attributes, with_prefix_of,
};

/// Start of the URI of every kind of relation.
pub(super) const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    parts: Vec<String>,
    /// Stored names by their lower case, because part names are case-insensitive.
    names: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartRelation {
    pub(super) id: String,
    /// The last segment of its type: `worksheet`, `comments`…
    pub(super) kind: String,
    /// Its target; `None` outside the package.
    pub(crate) part: Option<String>,
}

pub(super) struct NewRelation {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) part: String,
}

/// Names and content types of the parts that a patch adds.
#[derive(Default)]
pub(super) struct NewParts {
    names: Vec<String>,
    /// Part and content type.
    pub(super) types: Vec<(String, &'static str)>,
}

impl NewParts {
    /// Reserves an unused part name: `before`, the lowest free number, `after`.
    pub(super) fn free_name(&mut self, package: &Package<'_>, before: &str, after: &str) -> String {
        let mut names = (1_u32..).map(|number| format!("{before}{number}{after}"));
        let is_free = |name: &String| package.stored_name(name).is_none() && !self.names.contains(name);
        let name = names.find(is_free).unwrap_or_default();
        self.names.push(name.clone());
        name
    }
}

impl<'b> Package<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> PatchResult<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(unsupported)?;
        let parts: Vec<String> =
            archive.file_names().map(|name| Ok(name.map_err(unsupported)?.into_owned())).collect::<PatchResult<_>>()?;
        let names = parts.iter().map(|name| (name.to_lowercase(), name.clone())).collect();
        Ok(Self { archive, parts, names })
    }

    /// Returns the names of the parts in the order of the package.
    pub(crate) fn parts(&self) -> Vec<String> {
        self.parts.clone()
    }

    /// Returns the name of a part in the case in which the package stores it.
    pub(crate) fn stored_name(&self, part: &str) -> Option<String> {
        self.names.get(&part.to_lowercase()).cloned()
    }

    pub(super) fn stream(&mut self, part: &str) -> PatchResult<BufReader<impl Read + '_>> {
        Ok(BufReader::new(self.entry(part)?))
    }

    /// Opens a part as a compressed entry.
    pub(super) fn entry(&mut self, part: &str) -> PatchResult<ZipFile<'_, Cursor<&'b [u8]>>> {
        let name = self.stored_name(part).ok_or_else(|| unsupported(format!("no part {part}")))?;
        self.archive.by_name(&name).map_err(unsupported)
    }

    /// Reads a whole part, if it exists.
    pub(crate) fn read(&mut self, part: &str) -> PatchResult<Option<Vec<u8>>> {
        if self.stored_name(part).is_none() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        self.entry(part)?.read_to_end(&mut bytes).map_err(unsupported)?;
        Ok(Some(bytes))
    }

    /// Reads a whole part that every workbook has.
    pub(super) fn read_required(&mut self, part: &str) -> PatchResult<Vec<u8>> {
        self.read(part)?.ok_or_else(|| unsupported(format!("no part {part}")))
    }

    /// Returns the relations of a part; none if it has no list of them.
    pub(crate) fn relations(&mut self, part: &str) -> PatchResult<Vec<PartRelation>> {
        let Some(bytes) = self.read(&relations_part(part))? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        for_each_event(bytes.as_slice(), |event, depth| {
            if let Event::Start(e) | Event::Empty(e) = event
                && depth == 1
            {
                let value = |name| attribute(e, name).unwrap_or_default();
                let kind = value("Type");
                if kind.contains("purl.oclc.org") {
                    return Err(unsupported("a workbook of the strict kind"));
                }
                relations.push(PartRelation {
                    id: value("Id"),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    part: (value("TargetMode") != "External").then(|| resolve_target(part, &value("Target"))),
                });
            }
            Ok(())
        })?;
        Ok(relations)
    }
}

pub(super) struct PackageWriter<W: Write + Seek> {
    zip: ZipWriter<W>,
    /// Parts written or omitted, in lower case.
    done: BTreeSet<String>,
}

impl<W: Write + Seek> PackageWriter<W> {
    pub(super) fn new(out: W) -> Self {
        Self { zip: ZipWriter::new(out), done: BTreeSet::new() }
    }

    pub(super) fn omit(&mut self, part: &str) {
        self.done.insert(part.to_lowercase());
    }

    /// Begins a part, whose bytes are then written to the returned writer.
    pub(super) fn begin(&mut self, part: &str) -> PatchResult<&mut ZipWriter<W>> {
        if !self.done.insert(part.to_lowercase()) {
            return Err(unsupported(format!("{part} twice")));
        }
        // No clock: the same workbook gives the same bytes.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.zip.start_file(part, options)?;
        Ok(&mut self.zip)
    }

    pub(super) fn write(&mut self, part: &str, bytes: &[u8]) -> PatchResult<()> {
        Ok(self.begin(part)?.write_all(bytes)?)
    }

    /// Copies all parts that were neither written nor omitted, and ends the package.
    pub(super) fn finish(mut self, package: &mut Package<'_>) -> PatchResult<W> {
        for part in package.parts() {
            if !self.done.contains(&part.to_lowercase()) {
                self.zip.raw_copy_file(package.entry(&part)?)?;
            }
        }
        Ok(self.zip.finish()?)
    }
}

/// Returns the part that holds the relations of a part; "" is the package itself.
pub(super) fn relations_part(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{name}.rels")
}

/// Returns the part that a relative or absolute target of `part` names.
fn resolve_target(part: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => part.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for step in target.split('/').filter(|step| !step.is_empty() && *step != ".") {
        match step {
            ".." => path.truncate(path.len().saturating_sub(1)),
            _ => path.push(step),
        }
    }
    path.join("/")
}

/// Returns an unused relation id made of the program's name and a number above `n_taken`.
pub(super) fn free_id(relations: &[PartRelation], program: &str, n_taken: usize) -> String {
    let mut ids = (n_taken + 1..).map(|number| format!("rId{program}{number}"));
    ids.find(|id| relations.iter().all(|relation| relation.id != *id)).unwrap_or_default()
}

/// Returns a list of relations with some removed by id and some added; `old` is `None` for a part without any.
pub(super) fn with_relations(old: Option<&[u8]>, removed: &[String], added: &[NewRelation]) -> PatchResult<Vec<u8>> {
    let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    let markup = |name: &str| -> String {
        let relation = |NewRelation { id, kind, part }: &NewRelation| {
            format!("<{name} Id=\"{id}\" Type=\"{KINDS}/{kind}\" Target=\"/{}\"/>", escaped(part))
        };
        added.iter().map(relation).collect()
    };
    rewrite(old.unwrap_or(empty.as_bytes()), Vec::new(), {
        let mut name = "Relationship".to_owned();
        move |event, depth, writer| match event {
            Event::Start(e) if depth == 0 => {
                name = with_prefix_of(e, "Relationship");
                Ok(EventAction::Keep)
            }
            Event::Empty(e) if depth == 0 => {
                writer.write_event(Event::Start(e.borrow()))?;
                put(writer, &markup(&with_prefix_of(e, "Relationship")))?;
                writer.write_event(Event::End(BytesEnd::new(e.name().as_ref())))?;
                Ok(EventAction::Drop)
            }
            Event::Start(e) | Event::Empty(e) if depth == 1 => {
                let is_dropped = attribute(e, "Id").is_some_and(|id| removed.contains(&id));
                Ok(if is_dropped { EventAction::DropTree } else { EventAction::Keep })
            }
            Event::End(_) if depth == 0 => {
                put(writer, &markup(&name))?;
                Ok(EventAction::Keep)
            }
            _ => Ok(EventAction::Keep),
        }
    })
}

/// Changes to the list of content types.
pub(super) struct ContentTypeChanges {
    /// Added parts with their types.
    pub(super) parts: Vec<(String, &'static str)>,
    /// The workbook's part. It gets the type of a plain workbook, even if it had macros.
    pub(super) workbook: String,
    pub(super) omitted: Vec<String>,
}

/// Returns the list of content types with the changes of a patch.
pub(super) fn with_content_types(old: &[u8], changes: &ContentTypeChanges) -> PatchResult<Vec<u8>> {
    const PLAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    const VML: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    let same = |a: &str, b: &str| a.trim_start_matches('/').eq_ignore_ascii_case(b);
    let (mut has_vml, mut root, mut has_workbook) = (false, None, false);
    let mut listed: Vec<String> = Vec::new();
    let done = rewrite(old, Vec::new(), |event, depth, writer| {
        match event {
            Event::Start(e) if depth == 0 => root = Some(e.to_owned()),
            Event::Start(e) | Event::Empty(e) if depth == 1 => {
                let kind = attribute(e, "ContentType").unwrap_or_default();
                if local_name(e) == "Default" {
                    has_vml |= attribute(e, "Extension").is_some_and(|ending| ending.eq_ignore_ascii_case("vml"));
                    return Ok(if kind.contains("vbaProject") { EventAction::DropTree } else { EventAction::Keep });
                }
                let part = attribute(e, "PartName").unwrap_or_default();
                if changes.omitted.iter().any(|omitted| same(&part, omitted)) {
                    return Ok(EventAction::DropTree);
                }
                if same(&part, &changes.workbook) {
                    has_workbook = true;
                    let plain = with_attributes(e, &[("ContentType", Some(PLAIN))]);
                    return put_element(writer, plain, matches!(event, Event::Empty(_)));
                }
                listed.push(part);
            }
            Event::End(_) if depth == 0 => {
                let Some(root) = &root else { return Err(unsupported("content types without a root")) };
                if !has_vml {
                    let name = with_prefix_of(root, "Default");
                    put(writer, &format!("<{name} Extension=\"vml\" ContentType=\"{VML}\"/>"))?;
                }
                for (part, kind) in &changes.parts {
                    if !listed.iter().any(|listed| same(listed, part)) {
                        let name = with_prefix_of(root, "Override");
                        put(writer, &format!("<{name} PartName=\"/{}\" ContentType=\"{kind}\"/>", escaped(part)))?;
                    }
                }
            }
            _ => {}
        }
        Ok(EventAction::Keep)
    })?;
    if has_workbook { Ok(done) } else { Err(unsupported("a workbook without its content type")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_resolved_from_the_part_that_names_it() {
        for (part, target, found) in [
            ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets/sheet1.xml", "../comments1.xml", "xl/comments1.xml"),
            ("xl/workbook.xml", "/xl/styles.xml", "xl/styles.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("workbook.xml", "./s.xml", "s.xml"),
        ] {
            assert_eq!(resolve_target(part, target), found);
        }
        assert_eq!(relations_part("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(relations_part(""), "_rels/.rels");
    }

    #[test]
    fn relations_are_removed_and_added_under_any_prefix() {
        let added = [NewRelation { id: "rIdApp1".to_owned(), kind: "comments", part: "xl/comments1.xml".to_owned() }];
        let line = format!("Id=\"rIdApp1\" Type=\"{KINDS}/comments\" Target=\"/xl/comments1.xml\"/>");
        let prefixed = "<p:R xmlns:p='x'><p:Relationship Id=\"a\"/></p:R>";
        for (old, expected) in [
            (prefixed, format!("<p:R xmlns:p='x'><p:Relationship {line}</p:R>")),
            ("<R/>", format!("<R><Relationship {line}</R>")),
        ] {
            let made = with_relations(Some(old.as_bytes()), &["a".to_owned()], &added).expect("sound");
            assert_eq!(String::from_utf8_lossy(&made), expected);
        }
        assert!(String::from_utf8_lossy(&with_relations(None, &[], &added).expect("sound")).contains(&line));
    }

    #[test]
    fn a_workbook_with_macros_becomes_a_plain_one() {
        let old = "<Types><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>\
            <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>\
            </Types>";
        let parts = vec![("xl/c.xml".into(), "k")];
        let changes = ContentTypeChanges { parts, workbook: "xl/workbook.xml".into(), omitted: vec![] };
        let made = String::from_utf8(with_content_types(old.as_bytes(), &changes).expect("sound")).expect("text");
        assert!(!made.contains("vba") && !made.contains("macro") && made.contains("sheet.main+xml"), "{made}");
        assert!(made.contains("PartName=\"/xl/c.xml\" ContentType=\"k\"") && made.contains("vmlDrawing"), "{made}");
        assert!(with_content_types(b"<Types></Types>", &changes).is_err());
    }
}
