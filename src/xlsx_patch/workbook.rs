//! The workbook's own part: its list of sheets, its defined names, and the program that wrote it last.

use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::{BytesStart, Event};

use super::markup::{
    EventAction, PatchResult, Step, attribute, escaped, for_each_event, local_name, parsed, prefixed_attribute, put,
    put_element, rewrite, unsupported, with_attributes, with_prefix_of,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WorkbookSheet {
    pub(super) name: String,
    /// Id of the relation to its part.
    pub(super) relation: String,
}

#[derive(Debug, Default)]
pub(super) struct SheetList {
    pub(super) entries: Vec<WorkbookSheet>,
    /// Name of the attribute with the relation: `r:id`.
    relation_name: String,
    highest_id: u32,
}

/// The first sheet as the workbook lists it: a new entry, or the entry of the sheet that it replaces.
pub(super) struct FrontSheetEntry<'f> {
    pub(super) name: &'f str,
    pub(super) relation: &'f str,
    /// Place of the replaced sheet.
    pub(super) replaced: Option<usize>,
    /// The area that its filter covers: `$A$8:$F$20`.
    pub(super) list_area: &'f str,
    /// The rows printed on every page: `$8:$8`.
    pub(super) print_rows: &'f str,
}

/// Elements that follow the defined names in a workbook's part.
const AFTER_NAMES: &str = "calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing \
    fileRecoveryPr webPublishObjects extLst";

impl SheetList {
    pub(super) fn read(part: &[u8]) -> PatchResult<Self> {
        let mut list = Self::default();
        let mut in_sheets = false;
        for_each_event(part, |event, depth| {
            let (Event::Start(e) | Event::Empty(e)) = event else { return Ok(()) };
            if depth == 0 && e.html_attributes().with_checks(false).flatten().any(|a| a.value.contains("purl.oclc.org"))
            {
                return Err(unsupported("a workbook of the strict kind"));
            }
            if depth == 1 {
                in_sheets = local_name(e) == "sheets";
            } else if depth == 2 && in_sheets && local_name(e) == "sheet" {
                let (key, relation) =
                    prefixed_attribute(e, "id").ok_or_else(|| unsupported("a sheet without a part"))?;
                let name = attribute(e, "name").ok_or_else(|| unsupported("a sheet without a name"))?;
                list.relation_name = key;
                list.highest_id = list.highest_id.max(parsed(e, "sheetId").unwrap_or(0));
                list.entries.push(WorkbookSheet { name, relation });
            }
            Ok(())
        })?;
        if list.entries.is_empty() { Err(unsupported("a workbook without sheets")) } else { Ok(list) }
    }

    /// Writes the workbook's part with the first sheet in its list.
    pub(super) fn write(&self, part: &[u8], front: &FrontSheetEntry<'_>) -> PatchResult<Vec<u8>> {
        let mut rewriter = ListRewriter {
            list: self,
            front,
            place: front.replaced.unwrap_or(0),
            prefix: String::new(),
            section: String::new(),
            has_names: false,
            has_sheets: false,
        };
        let written = rewrite(part, Vec::new(), |event, depth, writer| rewriter.step(event, depth, writer))?;
        if rewriter.has_sheets { Ok(written) } else { Err(unsupported("a workbook without sheets")) }
    }
}

struct ListRewriter<'r> {
    list: &'r SheetList,
    front: &'r FrontSheetEntry<'r>,
    /// Place of the first sheet in the list.
    place: usize,
    /// Namespace prefix of the part with its colon.
    prefix: String,
    /// Name of the element below the root.
    section: String,
    /// Whether the defined names were written.
    has_names: bool,
    has_sheets: bool,
}

impl ListRewriter<'_> {
    fn step<W: Write>(&mut self, event: &Event<'_>, depth: usize, writer: &mut Writer<W>) -> Step {
        match event {
            Event::Start(e) | Event::Empty(e) => {
                let is_empty = matches!(event, Event::Empty(_));
                match (depth, local_name(e)) {
                    (0, _) => self.prefix = with_prefix_of(e, ""),
                    (1, name) => {
                        name.clone_into(&mut self.section);
                        return self.section_step(event, name, is_empty, writer);
                    }
                    (2, "workbookView") => {
                        let place = self.place.to_string();
                        let view = with_attributes(e, &[("activeTab", Some(&place)), ("firstSheet", Some(&place))]);
                        return put_element(writer, view, is_empty);
                    }
                    (2, "definedName") if self.section == "definedNames" => return self.name_step(e, is_empty, writer),
                    _ => {}
                }
                Ok(EventAction::Keep)
            }
            Event::End(_) if depth == 0 && !self.has_names => {
                put(writer, &self.name_section())?;
                Ok(EventAction::Keep)
            }
            _ => Ok(EventAction::Keep),
        }
    }

    /// Handles an element below the root: adds the first sheet to `sheets` and its names to `definedNames`.
    fn section_step<W: Write>(
        &mut self,
        event: &Event<'_>,
        name: &str,
        is_empty: bool,
        writer: &mut Writer<W>,
    ) -> Step {
        if !self.has_names && self.has_sheets && AFTER_NAMES.split(' ').any(|after| after == name) {
            put(writer, &self.name_section())?;
            self.has_names = true;
        }
        if name == "definedNames" {
            self.has_names = true;
            if is_empty {
                put(writer, &self.name_section())?;
            } else {
                writer.write_event(event.borrow())?;
                put(writer, &self.names())?;
            }
            return Ok(EventAction::Drop);
        }
        if name == "sheets" && !is_empty {
            self.has_sheets = true;
            writer.write_event(event.borrow())?;
            if self.front.replaced.is_none() {
                let (p, relation_name) = (&self.prefix, &self.list.relation_name);
                let (sheet, id) = (escaped(self.front.name), self.list.highest_id.saturating_add(1));
                let relation = self.front.relation;
                put(writer, &format!("<{p}sheet name=\"{sheet}\" sheetId=\"{id}\" {relation_name}=\"{relation}\"/>"))?;
            }
            return Ok(EventAction::Drop);
        }
        Ok(EventAction::Keep)
    }

    /// Gives a defined name of one sheet the new place of the sheet, and drops those of the replaced sheet.
    fn name_step<W: Write>(&self, e: &BytesStart<'_>, is_empty: bool, writer: &mut Writer<W>) -> Step {
        let Some(sheet) = attribute(e, "localSheetId") else { return Ok(EventAction::Keep) };
        let sheet: usize = sheet.parse().map_err(unsupported)?;
        if self.front.replaced == Some(sheet) {
            return Ok(EventAction::DropTree);
        }
        let place = sheet.saturating_add(usize::from(self.front.replaced.is_none())).to_string();
        put_element(writer, with_attributes(e, &[("localSheetId", Some(&place))]), is_empty)
    }

    /// Returns the defined names of the first sheet: the area of its filter and the rows printed on every page.
    fn names(&self) -> String {
        let (p, place) = (&self.prefix, self.place);
        let sheet = escaped(&self.front.name.replace('\'', "''"));
        let name = |name: &str, more: &str, area: &str| {
            format!("<{p}definedName name=\"{name}\" localSheetId=\"{place}\"{more}>'{sheet}'!{area}</{p}definedName>")
        };
        name("_xlnm._FilterDatabase", " hidden=\"1\"", self.front.list_area)
            + &name("_xlnm.Print_Titles", "", self.front.print_rows)
    }

    fn name_section(&self) -> String {
        let (p, names) = (&self.prefix, self.names());
        format!("<{p}definedNames>{names}</{p}definedNames>")
    }
}

/// Returns `name`, followed by a number if another sheet bears it.
pub(super) fn free_sheet_name(name: &str, entries: &[WorkbookSheet]) -> String {
    let is_free = |name: &String| entries.iter().all(|entry| entry.name.to_lowercase() != name.to_lowercase());
    let mut names = std::iter::once(name.to_owned()).chain((2_u32..).map(|number| format!("{name} {number}")));
    names.find(is_free).unwrap_or_default()
}

/// Returns the workbook's properties with `program` as last writer and without the titles of its parts, which have
/// changed.
pub(super) fn with_last_writer(old: Option<&[u8]>, program: &str) -> PatchResult<Vec<u8>> {
    let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"></Properties>";
    rewrite(old.unwrap_or(empty.as_bytes()), Vec::new(), |event, depth, writer| {
        match event {
            Event::Start(e) if depth == 0 => {
                writer.write_event(event.borrow())?;
                let name = with_prefix_of(e, "Application");
                put(writer, &format!("<{name}>{program}</{name}>"))?;
                return Ok(EventAction::Drop);
            }
            Event::Empty(_) if depth == 0 => return Err(unsupported("empty properties")),
            Event::Start(e) | Event::Empty(e)
                if depth == 1 && ["Application", "HeadingPairs", "TitlesOfParts"].contains(&local_name(e)) =>
            {
                return Ok(EventAction::DropTree);
            }
            _ => {}
        }
        Ok(EventAction::Keep)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKBOOK: &str = "<workbook xmlns:r='u'><bookViews><workbookView activeTab=\"1\" firstSheet=\"1\"/></bookViews>\
        <sheets><sheet name=\"A &amp; B\" sheetId=\"4\" r:id=\"rId1\"/><sheet name=\"C\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets>\
        <definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">C!$A$1</definedName><definedName name=\"n\">1</definedName></definedNames>\
        <calcPr/></workbook>";

    fn written(part: &str, replaced: Option<usize>) -> String {
        let (list_area, print_rows) = ("$A$8:$F$9", "$8:$8");
        let front = FrontSheetEntry { name: "L'une", relation: "rIdApp1", replaced, list_area, print_rows };
        let list = SheetList::read(part.as_bytes()).expect("sound");
        String::from_utf8(list.write(part.as_bytes(), &front).expect("sound")).expect("text")
    }

    #[test]
    fn a_first_sheet_shifts_the_defined_names_of_the_others() {
        let list = SheetList::read(WORKBOOK.as_bytes()).expect("sound");
        assert_eq!(list.entries[0], WorkbookSheet { name: "A & B".into(), relation: "rId1".into() });
        let made = written(WORKBOOK, None);
        let entries = "<sheets><sheet name=\"L&apos;une\" sheetId=\"5\" r:id=\"rIdApp1\"/><sheet name=\"A &amp; B\"";
        assert!(made.contains(entries), "{made}");
        assert!(made.contains("activeTab=\"0\" firstSheet=\"0\""), "{made}");
        assert!(made.contains("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"2\">"), "{made}");
        assert!(made.contains("localSheetId=\"0\" hidden=\"1\">'L&apos;&apos;une'!$A$8:$F$9<"), "{made}");
        assert!(made.contains("<definedName name=\"n\">1<"), "{made}");
    }

    #[test]
    fn the_sheet_of_an_earlier_patch_is_replaced() {
        let made = written(WORKBOOK, Some(1));
        assert!(!made.contains("rIdApp1") && !made.contains("Print_Area"), "{made}");
        assert!(made.contains("localSheetId=\"1\" hidden") && made.contains("activeTab=\"1\""), "{made}");
    }

    #[test]
    fn a_workbook_without_defined_names_gets_them_at_their_place() {
        let bare = "<x:workbook xmlns:x='m' xmlns:r='u'><x:sheets><x:sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets>{}</x:workbook>";
        for (after, end) in
            [("", "</x:definedNames></x:workbook>"), ("<x:calcPr/>", "</x:definedNames><x:calcPr/></x:workbook>")]
        {
            let made = written(&bare.replace("{}", after), None);
            assert!(made.ends_with(end) && made.contains("<x:definedName name"), "{made}");
        }
        assert!(SheetList::read(b"<workbook><sheets/></workbook>").is_err());
    }

    #[test]
    fn the_properties_name_the_last_writer_and_keep_the_rest() {
        let old = "<Properties><Application>Microsoft Excel</Application><TitlesOfParts><a/></TitlesOfParts><Company>X</Company></Properties>";
        let made = with_last_writer(Some(old.as_bytes()), "App").expect("sound");
        assert_eq!(made, b"<Properties><Application>App</Application><Company>X</Company></Properties>");
        let new = with_last_writer(None, "App").expect("sound");
        assert!(String::from_utf8_lossy(&new).contains("<Application>App</Application>"));
    }

    #[test]
    fn a_sheet_name_that_exists_gets_a_number() {
        let entries = [WorkbookSheet { name: "corrections".into(), relation: "rId1".into() }];
        assert_eq!(free_sheet_name("Corrections", &entries), "Corrections 2");
        assert_eq!(free_sheet_name("Corrections", &[]), "Corrections");
    }
}
