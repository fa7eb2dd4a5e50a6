//! Whole workbooks: what the patch leaves as it was, and what it does with odd ones.

use super::*;
use crate::messages::Lang;
use crate::record::{Book, CellValue, Grid, GridRow};

fn mark(sheet: &str, row: u32, column: Option<u16>, severity: Severity) -> Mark {
    let said = |word: &str| format!("{word} {row}");
    Mark {
        sheet: sheet.to_owned(),
        row,
        column,
        severity,
        title: said("=titre"),
        what: said("<quoi>"),
        why: said("pourquoi"),
        hint: said("& faire"),
        value: said("+1"),
        place: format!("{sheet}!{row}"),
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

fn patched(original: &[u8], marks: &[Mark], own_sheet: Option<&str>) -> Patched<Vec<u8>> {
    let messages = Messages::new(Lang::Fr);
    let request = Request { file_name: "x.xlsx", marks, own_sheet, messages: &messages };
    Ok(patch(original, &request, std::io::Cursor::new(Vec::new()))?.into_inner())
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut package = Package::open(bytes).expect("a package");
    String::from_utf8(package.read(name).expect("sound").unwrap_or_default()).expect("text")
}

fn some_marks() -> Vec<Mark> {
    vec![
        mark("Q'06", 1, Some(1), Severity::Error),
        mark("Q'06", 4, Some(0), Severity::Warning),
        mark("Q'06", 4, Some(0), Severity::Error),
        mark("Q'06", 0, None, Severity::Warning),
    ]
}

#[test]
fn a_copy_holds_marks_comments_and_the_first_sheet_and_the_rest_as_it_was() {
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
    let first = names.find("Corrections Bato").expect("our sheet");
    assert!(first < names.find("Autre").expect("theirs"));
}

#[test]
fn what_is_mended_loses_its_mark_and_nothing_piles_up() {
    let once = patched(&book(), &some_marks(), None).expect("patched");
    let own = Some("Corrections Bato");
    let again = patched(&once, &[mark("Autre", 1, Some(0), Severity::Warning)], own).expect("patched");
    let (sheet, comments) = (part(&again, "xl/worksheets/sheet1.xml"), part(&again, "xl/comments1.xml"));
    assert!(!comments.contains("<comment "), "{comments}");
    assert!(!part(&again, "xl/drawings/vmlDrawing1.vml").contains("ObjectType=\"Note\""));
    let styles = Styles::read(part(&again, "xl/styles.xml").into_bytes()).expect("styles");
    let marked = |sheet: &str| {
        let of = sheet.split(" s=\"").skip(1).filter_map(|rest| rest.split_once('"')?.0.parse::<usize>().ok());
        of.filter(|style| styles.is_mark(*style)).count()
    };
    assert_eq!(marked(&sheet), 0, "{sheet}");
    assert_eq!(marked(&part(&again, "xl/worksheets/sheet2.xml")), 1);
    assert_eq!(part(&again, "xl/workbook.xml").matches("<sheet ").count(), 3);
    assert_eq!(part(&again, "xl/workbook.xml").matches("_FilterDatabase").count(), 1);
    // And once more to the same: the parts do not grow.
    let third = patched(&again, &some_marks(), own).expect("patched");
    assert_eq!(part(&third, "xl/comments1.xml").matches("<comment ").count(), 2);
    assert_eq!(part(&third, "xl/drawings/vmlDrawing1.vml").matches("ObjectType=\"Note\"").count(), 2);
}

#[test]
fn what_is_no_workbook_or_does_not_hold_the_fault_stops_the_patch() {
    for bytes in [&b"PK"[..], b"", b"nom;sexe"] {
        assert!(matches!(patched(bytes, &[], None), Err(Stopped::Unexpected(_))));
    }
    let astray = [mark("Q'06", 3, Some(0), Severity::Error)];
    assert!(matches!(patched(&book(), &astray, None), Err(Stopped::Unexpected(_))));
    let elsewhere = [mark("Absente", 1, Some(0), Severity::Error)];
    assert!(matches!(patched(&book(), &elsewhere, None), Err(Stopped::Unexpected(_))));
}

#[test]
fn a_list_too_long_to_scroll_is_cut_and_says_so() {
    let marks: Vec<Mark> = (0..2_003).map(|_| mark("Autre", 1, Some(0), Severity::Warning)).collect();
    let summary = part(&patched(&book(), &marks, None).expect("patched"), "xl/worksheets/sheetBato1.xml");
    assert_eq!(summary.matches("<hyperlink ").count(), 2_000);
    assert!(summary.contains("3 autres constats"));
}

#[test]
fn every_part_is_sound_and_leads_to_parts_that_are_there() {
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
            let (known, event) = reader.read_resolved_event().unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(!matches!(known, quick_xml::name::ResolveResult::Unknown(_)), "{name}: {event:?}");
            if matches!(event, quick_xml::events::Event::Eof) {
                break;
            }
        }
        for relation in package.relations(name).expect("sound") {
            let there = relation.part.as_deref().and_then(|part| package.named(part));
            assert!(there.is_some(), "{name} leads to {relation:?}");
        }
    }
    assert!(parts.len() > 10);
}

/// Pieces of all parts, so that what is made of them is nearly sound.
const PIECES: [&str; 40] = [
    "<worksheet>",
    "</worksheet>",
    "<sheetData>",
    "</sheetData>",
    "<row r=\"4\">",
    "<row>",
    "</row>",
    "<row/>",
    "<c r=\"A4\" s=\"9\"/>",
    "<c>",
    "</c>",
    "<c r=\"XFD4294967295\"/>",
    "<col min=\"1\" max=\"-3\" width=\"x\"/>",
    "<legacyDrawing r:id=\"x\"/>",
    "<extLst/>",
    "<styleSheet>",
    "</styleSheet>",
    "<fonts>",
    "</fonts>",
    "<font/>",
    "<fills>",
    "</fills>",
    "<fill/>",
    "<borders><border/></borders>",
    "<cellXfs>",
    "</cellXfs>",
    "<xf fillId=\"-1\"/>",
    "<comments>",
    "</comments>",
    "<authors>",
    "</authors>",
    "<author>Bato</author>",
    "<commentList>",
    "</commentList>",
    "<comment ref=\"A4294967295\" authorId=\"7\"><t>Bato · x</t></comment>",
    "<v:shape id=\"1\">",
    "<x:Row>4294967295</x:Row><x:Column>1</x:Column>ObjectType=\"Note\"</v:shape>",
    "<sheets>",
    "</sheets></xml>",
    "<sheet name=\"A\" sheetId=\"4294967295\" r:id=\"1\"/><definedName localSheetId=\"18446744073709551615\"/>",
];

proptest::proptest! {
    #[test]
    fn no_part_makes_it_panic(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..14)) {
        let part = pieces.concat();
        let cell = (4, 0);
        let mut styles = Styles::read(
            b"<s><fonts><f/></fonts><fills><f/></fills><borders><b/></borders><cellXfs><xf/></cellXfs></s>".to_vec(),
        ).expect("sound");
        let marks = BTreeMap::from([(cell, Severity::Error)]);
        let _ = sheet::patch(part.as_bytes(), Vec::new(), &marks, Some("r"), &mut styles);
        let note = Note { severity: Severity::Error, said: "Bato · x".to_owned() };
        if let Ok(comments) = notes::merge(Some(part.as_bytes()), &BTreeMap::from([(cell, note)])) {
            let _ = notes::boxes(Some(&part), &comments, &sheet::Seen::default());
        }
        if let Ok(mut styles) = Styles::read(part.clone().into_bytes()) {
            let _ = (styles.marked(7, Severity::Warning), styles.write());
        }
        if let Ok(sheets) = Sheets::read(part.as_bytes()) {
            let first = First { name: "C", relation: "r", in_place_of: None, list: "$A$1", print_rows: "$1:$1" };
            let _ = sheets.write(part.as_bytes(), &first);
        }
        let _ = (workbook::properties(Some(part.as_bytes())), with_relations(Some(part.as_bytes()), &[], &[]));
    }
}
