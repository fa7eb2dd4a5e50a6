//! A workbook's package: its parts by name, and which part leads to which.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesEnd, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::markup::{Patched, Step, attribute, beside, each, local, put, rewrite, text, unexpected};

/// Where the kinds of relation are named.
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a workbook.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    parts: Vec<String>,
    /// Names as written by their lower case: a package does not tell capitals apart.
    names: BTreeMap<String, String>,
}

/// One part leading to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type: `worksheet`, `comments`…
    pub(super) kind: String,
    /// The part it leads to; `None` for something outside the package.
    pub(super) part: Option<String>,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Patched<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(unexpected)?;
        let parts: Vec<String> =
            archive.file_names().map(|name| Ok(name.map_err(unexpected)?.into_owned())).collect::<Patched<_>>()?;
        let names = parts.iter().map(|name| (name.to_lowercase(), name.clone())).collect();
        Ok(Self { archive, parts, names })
    }

    /// Names of all parts, in the package's order.
    pub(super) fn parts(&self) -> Vec<String> {
        self.parts.clone()
    }

    /// The name of a part as the package writes it.
    pub(super) fn named(&self, part: &str) -> Option<String> {
        self.names.get(&part.to_lowercase()).cloned()
    }

    /// A part to be read piece by piece.
    pub(super) fn stream(&mut self, part: &str) -> Patched<BufReader<impl Read + '_>> {
        Ok(BufReader::new(self.entry(part)?))
    }

    /// A part as it is compressed.
    pub(super) fn entry(&mut self, part: &str) -> Patched<ZipFile<'_, Cursor<&'b [u8]>>> {
        let name = self.named(part).ok_or_else(|| unexpected(format!("no part {part}")))?;
        self.archive.by_name(&name).map_err(unexpected)
    }

    /// A whole part, if it is there.
    pub(super) fn read(&mut self, part: &str) -> Patched<Option<Vec<u8>>> {
        if self.named(part).is_none() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        self.entry(part)?.read_to_end(&mut bytes).map_err(unexpected)?;
        Ok(Some(bytes))
    }

    /// A whole part that can't be missing.
    pub(super) fn must_read(&mut self, part: &str) -> Patched<Vec<u8>> {
        self.read(part)?.ok_or_else(|| unexpected(format!("no part {part}")))
    }

    /// Where a part leads; nowhere if it says nothing.
    pub(super) fn relations(&mut self, part: &str) -> Patched<Vec<Relation>> {
        let Some(bytes) = self.read(&relations_of(part))? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        each(bytes.as_slice(), |event, depth| {
            if let Event::Start(e) | Event::Empty(e) = event
                && depth == 1
            {
                let value = |name| attribute(e, name).unwrap_or_default();
                let kind = value("Type");
                if kind.contains("purl.oclc.org") {
                    return Err(unexpected("a workbook of the strict kind"));
                }
                relations.push(Relation {
                    id: value("Id"),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    part: (value("TargetMode") != "External").then(|| resolve(part, &value("Target"))),
                });
            }
            Ok(())
        })?;
        Ok(relations)
    }

    /// A part's name that none bears yet: `before`, the lowest number, `after`.
    pub(super) fn free_part(&self, before: &str, after: &str, taken: &mut Vec<String>) -> String {
        let mut number = 1;
        loop {
            let name = format!("{before}{number}{after}");
            if self.named(&name).is_none() && !taken.contains(&name) {
                taken.push(name.clone());
                return name;
            }
            number += 1;
        }
    }
}

/// The part that holds the relations of a part; "" is the package itself.
pub(super) fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{name}.rels")
}

/// The part a target means, seen from the part that names it.
fn resolve(part: &str, target: &str) -> String {
    let mut path: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => part.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for step in target.split('/').filter(|step| !step.is_empty() && *step != ".") {
        if step == ".." {
            path.pop();
        } else {
            path.push(step);
        }
    }
    path.join("/")
}

/// An id that no relation of the list bears.
pub(super) fn free_id(relations: &[Relation], taken: usize) -> String {
    let mut number = taken + 1;
    loop {
        let id = format!("rIdBato{number}");
        if relations.iter().all(|relation| relation.id != id) {
            return id;
        }
        number += 1;
    }
}

/// The relations of a part with some left out (by id) and some added: id, kind, part.
pub(super) fn with_relations(
    old: Option<&[u8]>,
    without: &[String],
    added: &[(String, &str, String)],
) -> Patched<Vec<u8>> {
    let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    let relation = |name: &str, (id, kind, part): &(String, &str, String)| {
        format!("<{name} Id=\"{id}\" Type=\"{KINDS}/{kind}\" Target=\"/{}\"/>", text(part))
    };
    rewrite(old.unwrap_or(empty.as_bytes()), Vec::new(), {
        let mut name = "Relationship".to_owned();
        move |event, depth, writer| match event {
            Event::Start(e) if depth == 0 => {
                name = beside(e, "Relationship");
                Ok(Step::Keep)
            }
            Event::Empty(e) if depth == 0 => {
                writer.write_event(Event::Start(e.borrow()))?;
                put(
                    writer,
                    &added.iter().map(|added| relation(&beside(e, "Relationship"), added)).collect::<String>(),
                )?;
                writer.write_event(Event::End(BytesEnd::new(e.name().as_ref())))?;
                Ok(Step::Drop)
            }
            Event::Start(e) | Event::Empty(e) if depth == 1 => {
                let is_dropped = attribute(e, "Id").is_some_and(|id| without.contains(&id));
                Ok(if is_dropped { Step::DropTree } else { Step::Keep })
            }
            Event::End(_) if depth == 0 => {
                put(writer, &added.iter().map(|added| relation(&name, added)).collect::<String>())?;
                Ok(Step::Keep)
            }
            _ => Ok(Step::Keep),
        }
    })
}

/// What the list of content types must say: kinds of parts by name, and by extension.
pub(super) struct ContentTypes {
    /// Part and its type.
    pub(super) parts: Vec<(String, &'static str)>,
    /// The workbook's own part, which must be a plain workbook.
    pub(super) workbook: String,
    /// Parts that are left out.
    pub(super) without: Vec<String>,
}

/// The list of content types with what the corrections need.
pub(super) fn with_content_types(old: &[u8], wanted: &ContentTypes) -> Patched<Vec<u8>> {
    const PLAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    const VML: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    let same = |a: &str, b: &str| a.trim_start_matches('/').eq_ignore_ascii_case(b);
    let (mut has_vml, mut root, mut has_workbook) = (false, None, false);
    let mut said: Vec<String> = Vec::new();
    let done = rewrite(old, Vec::new(), |event, depth, writer| {
        match event {
            Event::Start(e) if depth == 0 => root = Some(e.to_owned()),
            Event::Start(e) | Event::Empty(e) if depth == 1 => {
                let kind = attribute(e, "ContentType").unwrap_or_default();
                if local(e) == "Default" {
                    has_vml |= attribute(e, "Extension").is_some_and(|ending| ending.eq_ignore_ascii_case("vml"));
                    return Ok(if kind.contains("vbaProject") { Step::DropTree } else { Step::Keep });
                }
                let part = attribute(e, "PartName").unwrap_or_default();
                if wanted.without.iter().any(|without| same(&part, without)) {
                    return Ok(Step::DropTree);
                }
                if same(&part, &wanted.workbook) {
                    has_workbook = true;
                    let plain = super::markup::with_attributes(e, &[("ContentType", Some(PLAIN))]);
                    let is_whole = matches!(event, Event::Empty(_));
                    writer.write_event(if is_whole { Event::Empty(plain) } else { Event::Start(plain) })?;
                    return Ok(Step::Drop);
                }
                said.push(part);
            }
            Event::End(_) if depth == 0 => {
                let Some(root) = &root else { return Err(unexpected("content types without a root")) };
                if !has_vml {
                    put(writer, &format!("<{} Extension=\"vml\" ContentType=\"{VML}\"/>", beside(root, "Default")))?;
                }
                for (part, kind) in &wanted.parts {
                    if !said.iter().any(|said| same(said, part)) {
                        let name = beside(root, "Override");
                        put(writer, &format!("<{name} PartName=\"/{}\" ContentType=\"{kind}\"/>", text(part)))?;
                    }
                }
            }
            _ => {}
        }
        Ok(Step::Keep)
    })?;
    if has_workbook { Ok(done) } else { Err(unexpected("a workbook without its content type")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_found_from_where_it_is_named() {
        for (part, target, found) in [
            ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/worksheets/sheet1.xml", "../comments1.xml", "xl/comments1.xml"),
            ("xl/workbook.xml", "/xl/styles.xml", "xl/styles.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("workbook.xml", "./s.xml", "s.xml"),
        ] {
            assert_eq!(resolve(part, target), found);
        }
        assert_eq!(relations_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(relations_of(""), "_rels/.rels");
    }

    #[test]
    fn relations_are_left_out_and_added_whatever_their_prefix() {
        let added = [("rIdBato1".to_owned(), "comments", "xl/comments1.xml".to_owned())];
        let line = format!("Id=\"rIdBato1\" Type=\"{KINDS}/comments\" Target=\"/xl/comments1.xml\"/>");
        for (old, expected) in [
            (
                "<p:R xmlns:p='x'><p:Relationship Id=\"a\"/></p:R>",
                format!("<p:R xmlns:p='x'><p:Relationship {line}</p:R>"),
            ),
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
        let wanted =
            ContentTypes { parts: vec![("xl/c.xml".into(), "k")], workbook: "xl/workbook.xml".into(), without: vec![] };
        let made = String::from_utf8(with_content_types(old.as_bytes(), &wanted).expect("sound")).expect("text");
        assert!(!made.contains("vba") && !made.contains("macro") && made.contains("sheet.main+xml"), "{made}");
        assert!(made.contains("PartName=\"/xl/c.xml\" ContentType=\"k\"") && made.contains("vmlDrawing"), "{made}");
        assert!(with_content_types(b"<Types></Types>", &wanted).is_err());
    }
}
