//! Tests on whole workbooks: what marking changes, what it leaves, and which workbooks it refuses.

use std::collections::BTreeSet;

use super::*;
use crate::messages::{Lang, Messages};
use crate::record::{Book, CellValue, Grid, GridRow};
use crate::xlsx_patch::{Package, Styles};

fn mark(sheet: &str, row: u32, column: Option<u16>, severity: Severity) -> FindingMark {
    let text = |word: &str| format!("{word} {row}");
    FindingMark {
        sheet: sheet.to_owned(),
        row,
        column,
        severity,
        title: text("=titre"),
        what: text("<quoi>"),
        why: text("pourquoi"),
        hint: text("& faire"),
        value: text("+1"),
        place: format!("{sheet}!{row}"),
        further: Vec::new(),
    }
}

fn book() -> Vec<u8> {
    let row = |row, name: &str| GridRow {
        row,
        cells: vec![
            (0, CellValue::Text(name.into())),
            (2, CellValue::DateSerial { serial: 22_562.0, from_1904: false }),
        ],
    };
    let grid =
        |name: &str| Grid { name: name.to_owned(), rows: vec![row(1, "MBALA"), row(4, "LEMA")], ..Grid::default() };
    rebuild(&Book { grids: vec![grid("Q'06"), grid("Autre")], ..Book::default() }, &BTreeSet::new(), "x")
        .expect("made")
        .bytes
}

fn patched(original: &[u8], marks: &[FindingMark], own_sheet: Option<&str>) -> Result<Vec<u8>, PatchError> {
    let messages = Messages::new(Lang::Fr);
    let request = CorrectionsRequest {
        file_name: "x.xlsx",
        marks,
        original: &[],
        corrected: &[],
        own_sheet,
        messages: &messages,
    };
    Ok(mark_findings(original, &request, std::io::Cursor::new(Vec::new()))?.into_inner())
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut package = Package::open(bytes).expect("a package");
    String::from_utf8(package.read(name).expect("sound").unwrap_or_default()).expect("text")
}

fn some_marks() -> Vec<FindingMark> {
    vec![
        mark("Q'06", 1, Some(1), Severity::Error),
        mark("Q'06", 4, Some(0), Severity::Warning),
        mark("Q'06", 4, Some(0), Severity::Error),
        mark("Q'06", 0, None, Severity::Warning),
    ]
}

#[test]
fn a_copy_has_marks_comments_and_a_first_sheet_and_is_otherwise_unchanged() {
    let original = book();
    let made = patched(&original, &some_marks(), None).expect("patched");
    assert_eq!(made, patched(&original, &some_marks(), None).expect("patched"), "same bytes");
    let sheet = part(&made, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<c r=\"B1\" s=") && sheet.contains("<legacyDrawing "), "{sheet}");
    assert_eq!(part(&made, "xl/worksheets/sheet2.xml"), part(&original, "xl/worksheets/sheet2.xml"));
    let comments = part(&made, "xl/comments1.xml");
    assert_eq!(comments.matches("<comment ").count(), 2, "{comments}");
    assert_eq!(comments.matches("ERREUR").count(), 2, "{comments}");
    assert_eq!(comments.matches("AVERTISSEMENT").count(), 1, "{comments}");
    assert!(part(&made, "xl/worksheets/_rels/sheet1.xml.rels").contains("/vmlDrawing\""));
    let summary = part(&made, "xl/worksheets/sheetBato1.xml");
    assert!(summary.contains("location=\"&apos;Q&apos;&apos;06&apos;!B1\""), "{summary}");
    assert!(summary.contains(">=titre 1</t>") && !summary.contains("<f>"), "text is never a formula");
    assert!(part(&made, "docProps/app.xml").contains("<Application>Bato</Application>"));
    let names = part(&made, "xl/workbook.xml");
    let first = names.find("Corrections Bato").expect("the added sheet");
    assert!(first < names.find("Autre").expect("a sheet of the agent"));
}

#[test]
fn a_corrected_cell_loses_its_mark_and_parts_do_not_grow() {
    let once = patched(&book(), &some_marks(), None).expect("patched");
    let own = Some("Corrections Bato");
    let again = patched(&once, &[mark("Autre", 1, Some(0), Severity::Warning)], own).expect("patched");
    let (sheet, comments) = (part(&again, "xl/worksheets/sheet1.xml"), part(&again, "xl/comments1.xml"));
    assert!(!comments.contains("<comment "), "{comments}");
    assert!(!part(&again, "xl/drawings/vmlDrawing1.vml").contains("ObjectType=\"Note\""));
    let styles = Styles::read(part(&again, "xl/styles.xml").into_bytes(), &[ERROR_FILL, WARNING_FILL]).expect("styles");
    let marked = |sheet: &str| {
        let of = sheet.split(" s=\"").skip(1).filter_map(|rest| rest.split_once('"')?.0.parse::<usize>().ok());
        of.filter(|style| styles.is_marked(*style)).count()
    };
    assert_eq!(marked(&sheet), 0, "{sheet}");
    assert_eq!(marked(&part(&again, "xl/worksheets/sheet2.xml")), 1);
    assert_eq!(part(&again, "xl/workbook.xml").matches("<sheet ").count(), 3);
    assert_eq!(part(&again, "xl/workbook.xml").matches("_FilterDatabase").count(), 1);
    // A third check does not make the parts grow.
    let third = patched(&again, &some_marks(), own).expect("patched");
    assert_eq!(part(&third, "xl/comments1.xml").matches("<comment ").count(), 2);
    assert_eq!(part(&third, "xl/drawings/vmlDrawing1.vml").matches("ObjectType=\"Note\"").count(), 2);
}

#[test]
fn a_file_that_is_no_workbook_or_lacks_a_marked_cell_is_refused() {
    for bytes in [&b"PK"[..], b"", b"nom;sexe"] {
        assert!(matches!(patched(bytes, &[], None), Err(PatchError::Unsupported(_))));
    }
    let astray = [mark("Q'06", 3, Some(0), Severity::Error)];
    assert!(matches!(patched(&book(), &astray, None), Err(PatchError::Unsupported(_))));
    let elsewhere = [mark("Absente", 1, Some(0), Severity::Error)];
    assert!(matches!(patched(&book(), &elsewhere, None), Err(PatchError::Unsupported(_))));
}

#[test]
fn a_list_too_long_to_scroll_is_cut_with_a_note() {
    let marks: Vec<FindingMark> = (0..2_003).map(|_| mark("Autre", 1, Some(0), Severity::Warning)).collect();
    let summary = part(&patched(&book(), &marks, None).expect("patched"), "xl/worksheets/sheetBato1.xml");
    assert_eq!(summary.matches("<hyperlink ").count(), 2_000);
    assert!(summary.contains("3 autres constats"));
}

#[test]
fn every_part_is_well_formed_and_refers_to_parts_that_exist() {
    let made =
        patched(&patched(&book(), &some_marks(), None).expect("patched"), &some_marks()[..1], Some("Corrections Bato"));
    let made = made.expect("patched again");
    let mut package = Package::open(&made).expect("a package");
    let types = part(&made, "[Content_Types].xml");
    let parts = package.parts();
    for name in &parts {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let has_type = types.contains(&format!("\"/{name}\"")) || types.contains(&format!("Extension=\"{ending}\""));
        assert!(has_type || name == "[Content_Types].xml", "{name} has no type");
        let text = part(&made, name);
        let mut reader = quick_xml::NsReader::from_str(&text);
        loop {
            let (namespace, event) = reader.read_resolved_event().unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(!matches!(namespace, quick_xml::name::ResolveResult::Unknown(_)), "{name}: {event:?}");
            if matches!(event, quick_xml::events::Event::Eof) {
                break;
            }
        }
        for relation in package.relations(name).expect("sound") {
            let target = relation.part.as_deref().and_then(|part| package.stored_name(part));
            assert!(target.is_some(), "{name} refers to {relation:?}");
        }
    }
    assert!(parts.len() > 10);
}
