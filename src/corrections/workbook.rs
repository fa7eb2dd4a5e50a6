//! The workbook's own part: its list of sheets, its names, and the one line that says who saved it last.

use quick_xml::events::Event;

use crate::record::CORRECTIONS_WRITER;

use super::markup::{
    Patched, Step, attribute, beside, each, local, prefixed_attribute, put, rewrite, text, unexpected, with_attributes,
};

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) relation: String,
}

/// What the workbook's part says of its sheets.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    pub(super) listed: Vec<Listed>,
    /// How a sheet names its relation: `r:id`.
    relation_name: String,
    highest_id: u32,
}

/// The first sheet in the list: one more, or the place of an earlier one.
pub(super) struct First<'f> {
    pub(super) name: &'f str,
    pub(super) relation: &'f str,
    /// Where the sheet of an earlier check stands.
    pub(super) in_place_of: Option<usize>,
    /// The area of its list, for the filter: `$A$8:$F$20`.
    pub(super) list: &'f str,
    /// The rows printed on every page: `$8:$8`.
    pub(super) print_rows: &'f str,
}

impl Sheets {
    pub(super) fn read(part: &[u8]) -> Patched<Self> {
        let mut sheets = Self::default();
        let mut in_sheets = false;
        each(part, |event, depth| {
            if let Event::Start(e) | Event::Empty(e) = event {
                if depth == 0
                    && e.html_attributes().with_checks(false).flatten().any(|a| a.value.contains("purl.oclc.org"))
                {
                    return Err(unexpected("a workbook of the strict kind"));
                }
                if depth == 1 {
                    in_sheets = local(e) == "sheets";
                } else if depth == 2 && in_sheets && local(e) == "sheet" {
                    let (key, relation) =
                        prefixed_attribute(e, "id").ok_or_else(|| unexpected("a sheet without a part"))?;
                    let name = attribute(e, "name").ok_or_else(|| unexpected("a sheet without a name"))?;
                    sheets.relation_name = key;
                    let id = attribute(e, "sheetId").and_then(|id| id.parse().ok()).unwrap_or(0);
                    sheets.highest_id = sheets.highest_id.max(id);
                    sheets.listed.push(Listed { name, relation });
                }
            }
            Ok(())
        })?;
        if sheets.listed.is_empty() { Err(unexpected("a workbook without sheets")) } else { Ok(sheets) }
    }

    /// The workbook's part with the first sheet in its list.
    pub(super) fn write(&self, part: &[u8], first: &First<'_>) -> Patched<Vec<u8>> {
        let shift = usize::from(first.in_place_of.is_none());
        let place = first.in_place_of.unwrap_or(0);
        let sheet = first.name.replace('\'', "''");
        let (mut root, mut section, mut is_named, mut is_listed) = (String::new(), String::new(), false, false);
        let names = |p: &str| {
            let name = |name: &str, more: &str, area: &str| {
                format!(
                    "<{p}definedName name=\"{name}\" localSheetId=\"{place}\"{more}>'{}'!{area}</{p}definedName>",
                    text(&sheet)
                )
            };
            name("_xlnm._FilterDatabase", " hidden=\"1\"", first.list)
                + &name("_xlnm.Print_Titles", "", first.print_rows)
        };
        let made = rewrite(part, Vec::new(), |event, depth, writer| {
            match event {
                Event::Start(e) | Event::Empty(e) => {
                    let is_whole = matches!(event, Event::Empty(_));
                    let changed = match (depth, local(e)) {
                        (0, _) => {
                            root = beside(e, "");
                            return Ok(Step::Keep);
                        }
                        (1, name) => {
                            name.clone_into(&mut section);
                            // The names stand after the sheets and before these.
                            let is_after = [
                                "calcPr",
                                "oleSize",
                                "customWorkbookViews",
                                "pivotCaches",
                                "smartTagPr",
                                "smartTagTypes",
                                "webPublishing",
                                "fileRecoveryPr",
                                "webPublishObjects",
                                "extLst",
                            ];
                            if !is_named && is_listed && is_after.contains(&name) {
                                put(writer, &format!("<{root}definedNames>{}</{root}definedNames>", names(&root)))?;
                                is_named = true;
                            }
                            if name == "definedNames" {
                                is_named = true;
                                if is_whole {
                                    put(writer, &format!("<{root}definedNames>{}</{root}definedNames>", names(&root)))?;
                                    return Ok(Step::Drop);
                                }
                                writer.write_event(event.borrow())?;
                                put(writer, &names(&root))?;
                                return Ok(Step::Drop);
                            }
                            if name == "sheets" && !is_whole {
                                is_listed = true;
                                writer.write_event(event.borrow())?;
                                if first.in_place_of.is_none() {
                                    put(
                                        writer,
                                        &format!(
                                            "<{root}sheet name=\"{}\" sheetId=\"{}\" {}=\"{}\"/>",
                                            text(first.name),
                                            self.highest_id.saturating_add(1),
                                            self.relation_name,
                                            first.relation
                                        ),
                                    )?;
                                }
                                return Ok(Step::Drop);
                            }
                            return Ok(Step::Keep);
                        }
                        (2, "workbookView") => with_attributes(
                            e,
                            &[("activeTab", Some(&place.to_string())), ("firstSheet", Some(&place.to_string()))],
                        ),
                        (2, "definedName") if section == "definedNames" => match attribute(e, "localSheetId") {
                            Some(of) => {
                                let of: usize = of.parse().map_err(unexpected)?;
                                if first.in_place_of == Some(of) {
                                    return Ok(Step::DropTree);
                                }
                                with_attributes(e, &[("localSheetId", Some(&of.saturating_add(shift).to_string()))])
                            }
                            None => return Ok(Step::Keep),
                        },
                        _ => return Ok(Step::Keep),
                    };
                    writer.write_event(if is_whole { Event::Empty(changed) } else { Event::Start(changed) })?;
                    Ok(Step::Drop)
                }
                Event::End(_) if depth == 0 && !is_named => {
                    put(writer, &format!("<{root}definedNames>{}</{root}definedNames>", names(&root)))?;
                    Ok(Step::Keep)
                }
                _ => Ok(Step::Keep),
            }
        })?;
        if is_listed { Ok(made) } else { Err(unexpected("a workbook without sheets")) }
    }
}

/// The workbook's properties, saved last by us; the list of its parts' titles, now wrong, is left out.
pub(super) fn properties(old: Option<&[u8]>) -> Patched<Vec<u8>> {
    let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"></Properties>";
    rewrite(old.unwrap_or(empty.as_bytes()), Vec::new(), |event, depth, writer| {
        match event {
            Event::Start(e) if depth == 0 => {
                writer.write_event(event.borrow())?;
                let name = beside(e, "Application");
                put(writer, &format!("<{name}>{CORRECTIONS_WRITER}</{name}>"))?;
                return Ok(Step::Drop);
            }
            Event::Empty(_) if depth == 0 => return Err(unexpected("properties without any")),
            Event::Start(e) | Event::Empty(e)
                if depth == 1 && ["Application", "HeadingPairs", "TitlesOfParts"].contains(&local(e)) =>
            {
                return Ok(Step::DropTree);
            }
            _ => {}
        }
        Ok(Step::Keep)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKBOOK: &str = "<workbook xmlns:r='u'><bookViews><workbookView activeTab=\"1\" firstSheet=\"1\"/></bookViews>\
        <sheets><sheet name=\"A &amp; B\" sheetId=\"4\" r:id=\"rId1\"/><sheet name=\"C\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets>\
        <definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">C!$A$1</definedName><definedName name=\"n\">1</definedName></definedNames>\
        <calcPr/></workbook>";

    fn first(in_place_of: Option<usize>) -> First<'static> {
        First { name: "L'une", relation: "rIdBato1", in_place_of, list: "$A$8:$F$9", print_rows: "$8:$8" }
    }

    #[test]
    fn a_first_sheet_moves_the_names_of_the_others_by_one() {
        let sheets = Sheets::read(WORKBOOK.as_bytes()).expect("sound");
        assert_eq!(sheets.listed[0], Listed { name: "A & B".into(), relation: "rId1".into() });
        let made = String::from_utf8(sheets.write(WORKBOOK.as_bytes(), &first(None)).expect("sound")).expect("text");
        assert!(
            made.contains(
                "<sheets><sheet name=\"L&apos;une\" sheetId=\"5\" r:id=\"rIdBato1\"/><sheet name=\"A &amp; B\""
            ),
            "{made}"
        );
        assert!(made.contains("activeTab=\"0\" firstSheet=\"0\""), "{made}");
        assert!(made.contains("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"2\">"), "{made}");
        assert!(made.contains("localSheetId=\"0\" hidden=\"1\">'L&apos;&apos;une'!$A$8:$F$9<"), "{made}");
        assert!(made.contains("<definedName name=\"n\">1<"), "{made}");
    }

    #[test]
    fn the_sheet_of_an_earlier_check_is_taken_again() {
        let sheets = Sheets::read(WORKBOOK.as_bytes()).expect("sound");
        let made = String::from_utf8(sheets.write(WORKBOOK.as_bytes(), &first(Some(1))).expect("sound")).expect("text");
        assert!(!made.contains("rIdBato1") && !made.contains("Print_Area"), "{made}");
        assert!(made.contains("localSheetId=\"1\" hidden") && made.contains("activeTab=\"1\""), "{made}");
    }

    #[test]
    fn a_workbook_without_names_gets_them_where_they_may_stand() {
        let bare = "<x:workbook xmlns:x='m' xmlns:r='u'><x:sheets><x:sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets>{}</x:workbook>";
        for (after, end) in
            [("", "</x:definedNames></x:workbook>"), ("<x:calcPr/>", "</x:definedNames><x:calcPr/></x:workbook>")]
        {
            let part = bare.replace("{}", after);
            let made =
                Sheets::read(part.as_bytes()).expect("sound").write(part.as_bytes(), &first(None)).expect("sound");
            let made = String::from_utf8(made).expect("text");
            assert!(made.ends_with(end) && made.contains("<x:definedName name"), "{made}");
        }
        assert!(Sheets::read(b"<workbook><sheets/></workbook>").is_err());
    }

    #[test]
    fn the_properties_name_us_and_keep_the_rest() {
        let old = "<Properties><Application>Microsoft Excel</Application><TitlesOfParts><a/></TitlesOfParts><Company>X</Company></Properties>";
        let made = properties(Some(old.as_bytes())).expect("sound");
        assert_eq!(made, b"<Properties><Application>Bato</Application><Company>X</Company></Properties>");
        assert!(String::from_utf8_lossy(&properties(None).expect("sound")).contains("<Application>Bato</Application>"));
    }
}
