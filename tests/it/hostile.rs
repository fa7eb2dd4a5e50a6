//! Tests with files made to break the reader and files damaged by a power cut or a bad USB stick: each is read whole or
//! refused.

use std::io::Write;
use std::path::PathBuf;

use bato::ingest::{IngestSettings, read_book};
use bato::record::{Book, CellValue, Merge};

use crate::door::project;

/// Returns the book in a file of these bytes, or the error code.
fn book_with(name: &str, bytes: &[u8], settings: &IngestSettings) -> Result<Book, &'static str> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    read_book(&path, name, settings).map(|(_, book)| book).map_err(|error| error.code.text())
}

/// Returns settings with the built program as worker.
fn in_worker() -> IngestSettings {
    IngestSettings { worker: Some(PathBuf::from(assert_cmd::cargo::cargo_bin!("bato"))), ..IngestSettings::default() }
}

fn book(name: &str, bytes: &[u8]) -> Result<Book, &'static str> {
    book_with(name, bytes, &in_worker())
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(project().join("tests/fixtures").join(name)).unwrap()
}

/// Returns a zip of these parts.
pub(crate) fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Returns the parts of a workbook of one sheet; `before` is put before the sheet's root element.
fn xlsx_parts(before: &str, rows: &str, strings: &str) -> Vec<(&'static str, String)> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    vec![
        ("[Content_Types].xml", format!("{head}<Types/>")),
        (
            "_rels/.rels",
            format!(
                "{head}<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{head}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"F\" sheetId=\"1\" \
                 r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{head}<Relationships xmlns=\"{relations}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("{head}{before}<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
        ("xl/sharedStrings.xml", format!("{head}<sst xmlns=\"{MAIN}\" {strings}</sst>")),
    ]
}

fn xlsx_of(before: &str, rows: &str, strings: &str) -> Vec<u8> {
    let parts = xlsx_parts(before, rows, strings);
    zip_of(&parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
}

fn ods_of(table: &str, manifest: &str) -> Vec<u8> {
    let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    let tables = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    let content = format!(
        "<office:document-content xmlns:office=\"{office}\" xmlns:table=\"{tables}\"><office:body><office:spreadsheet>\
         <table:table table:name=\"F\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip_of(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

/// Returns an OLE container of one stream.
pub(crate) fn ole_of(stream: &str, bytes: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream(stream).unwrap().write_all(bytes).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// Returns 94 million cells in less than a kilobyte, by repeat counts.
pub(crate) fn swelling_ods() -> Vec<u8> {
    let repeated = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
                    table:number-columns-repeated=\"90\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    ods_of(repeated, "<manifest/>")
}

/// Returns the same .xls with a sector chain that leads back to its start.
fn with_sector_loop(mut xls: Vec<u8>) -> Vec<u8> {
    let first_fat = u32::from_le_bytes(xls[0x4c..0x50].try_into().unwrap()) as usize;
    let at = (first_fat + 1) * 512;
    xls[at..at + 4].copy_from_slice(&0_u32.to_le_bytes());
    xls
}

/// Returns the same bytes with the first `times` occurrences of a text replaced by one of the same length.
fn patched(mut bytes: Vec<u8>, old: &[u8], new: &[u8], times: usize) -> Vec<u8> {
    for _ in 0..times {
        let at = bytes.windows(old.len()).position(|window| window == old).unwrap();
        bytes[at..at + old.len()].copy_from_slice(new);
    }
    bytes
}

fn small_xlsx() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..40 {
        for (column, text) in ["MBALA", "LEMA", "Bruno", "M", "08/10/1961"].into_iter().enumerate() {
            sheet.write(row, column as u16, format!("{text} {row}")).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_false_or_swelling_workbook_is_refused_with_the_right_code() {
    let one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    let strings = |attribute: &str| xlsx_of("", one, &format!("{attribute}><si><t>a</t></si>"));
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let entity = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row>";
    let outside = "<!DOCTYPE x [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    let long = format!("count=\"1\" uniqueCount=\"1\"><si><t>{}</t></si>", "x".repeat(30_000));
    let many: String =
        (1..=40_000).map(|n| format!("<row r=\"{n}\"><c r=\"A{n}\" t=\"s\"><v>0</v></c></row>")).collect();
    let secret =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let twice = zip_of(&[
        ("xl/workbook.xml", b"<a/>"),
        ("xl/worksheets/sheet1.xml", b"<a/>"),
        ("xl/worksheets/sheet2.xml", b"<b/>"),
    ]);
    let sheets = |from: &[u8], to: &[u8], times| patched(twice.clone(), from, to, times);
    let nothing_listed = xlsx_parts("", one, "count=\"0\">").into_iter().map(|(name, text)| {
        (
            name,
            if name == "xl/workbook.xml" { format!("<workbook xmlns=\"{MAIN}\"><sheets/></workbook>") } else { text },
        )
    });
    let nothing_listed: Vec<(&str, String)> = nothing_listed.collect();
    let nothing_listed: Vec<(&str, &[u8])> =
        nothing_listed.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let file_pass = [9, 8, 4, 0, 0, 6, 5, 0, 0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4, 10, 0, 0, 0];
    for (name, bytes, code) in [
        ("count.xlsx", strings("count=\"1\" uniqueCount=\"4294967295\""), "file-bomb"),
        ("count2.xlsx", strings("uniqueCount = '99999999999999999999'"), "file-bomb"),
        ("laughs.xlsx", xlsx_of(laughs, entity, "count=\"0\">"), "file-damaged"),
        ("outside.xlsx", xlsx_of(outside, entity, "count=\"0\">"), "file-damaged"),
        ("heavy.xlsx", xlsx_of("", &many, &long), "file-too-heavy"),
        ("empty-rows.xlsx", xlsx_of("", &"<row/>".repeat(12 << 20), "count=\"0\">"), "file-bomb"),
        ("repeated.ods", swelling_ods(), "file-too-heavy"),
        ("secret.ods", ods_of("", secret), "file-encrypted"),
        ("twice.xlsx", sheets(b"sheet2", b"sheet1", 2), "file-damaged"),
        ("case.xlsx", sheets(b"sheet2", b"SHEET1", 2), "file-damaged"),
        ("two-names.xlsx", sheets(b"sheet2", b"sheet3", 1), "file-damaged"),
        ("nested.xlsx", zip_of(&[("classeur.xlsx", &small_xlsx())]), "file-not-spreadsheet"),
        ("nothing.xlsx", zip_of(&nothing_listed), "file-no-sheet"),
        ("stump.xls", fixture("small.xls")[..512].to_vec(), "file-damaged"),
        ("loop.xls", with_sector_loop(fixture("small.xls")), "file-damaged"),
        ("secret.xls", ole_of("/Workbook", &file_pass), "file-encrypted"),
        ("secret.xlsx", ole_of("/EncryptedPackage", &[7; 4096]), "file-encrypted"),
        ("letter.xls", ole_of("/WordDocument", &[7; 4096]), "file-not-spreadsheet"),
        ("old.xls", [&[9, 2, 6, 0, 0, 0, 16, 0][..], &[0; 64]].concat(), "file-too-old"),
        ("page.xls", b"<style>td{}</style><table><tr><td>Nom</td></tr></table>".to_vec(), "file-other-format"),
        ("mail.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>".to_vec(), "file-other-format"),
        ("2003.xls", b"<?xml version=\"1.0\"?><Workbook xmlns=\"x\"/>".to_vec(), "file-other-format"),
        ("flat.ods", b"<?xml version=\"1.0\"?><office:document/>".to_vec(), "file-other-format"),
        ("letter.csv", b"{\\rtf1 Nom}".to_vec(), "file-other-format"),
        ("~$sheet.xlsx", b"whoever has it open".to_vec(), "file-lock"),
        ("empty.csv", Vec::new(), "file-empty"),
        ("zeros.ods", [&b"P"[..], &[0; 4096]].concat(), "file-damaged"),
        ("wide.csv", format!("{}x", ";".repeat(1_000_000)).into_bytes(), "file-outside-sheet"),
    ] {
        let settings = IngestSettings { worker_memory_mb: 700, ..in_worker() };
        assert_eq!(book_with(name, &bytes, &settings).err(), Some(code), "{name}");
    }
}

#[test]
fn a_cell_in_the_last_corner_is_read_and_one_beyond_it_is_refused() {
    let cells = |corner: &str| {
        let row = corner.trim_start_matches(|c: char| c.is_ascii_uppercase());
        xlsx_of(
            "",
            &format!(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"{row}\"><c r=\"{corner}\"><v>2</v></c></row>"
            ),
            "count=\"0\">",
        )
    };
    let read = book("corner.xlsx", &cells("XFD1048576")).unwrap();
    let places: Vec<(u32, u16)> = read.grids[0].rows.iter().map(|row| (row.row, row.cells[0].0)).collect();
    assert_eq!(places, [(1, 0), (1_048_576, 16_383)]);
    assert!(read.grids[0].is_full);
    for corner in ["XFE5", "A1048577", "ZZZZ9", "A99999999999"] {
        let refused = book("beyond.xlsx", &cells(corner)).err();
        assert!(matches!(refused, Some("file-outside-sheet" | "file-damaged")), "{corner}: {refused:?}");
    }
}

#[test]
fn damage_to_a_part_without_cells_is_ignored() {
    let mut parts = xlsx_parts("", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "count=\"0\">");
    parts.push(("docProps/core.xml", "the author's name".to_owned()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in &parts {
        zip.start_file(*name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let whole = zip.finish().unwrap().into_inner();
    let author = patched(whole.clone(), b"the author", b"The author", 1);
    assert_eq!(book("a.xlsx", &author), book("a.xlsx", &whole));
    assert!(book("a.xlsx", &whole).is_ok());
    let cell = patched(whole, b"<v>1</v>", b"<v>7</v>", 1);
    assert_eq!(book("a.xlsx", &cell).err(), Some("file-damaged"));
}

#[test]
fn merges_hidden_sheets_charts_and_macros_are_reported() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Ménages").unwrap();
    sheet.merge_range(0, 0, 1, 4, "Quartier Boma", &rust_xlsxwriter::Format::new()).unwrap();
    sheet.write(2, 0, true).unwrap();
    workbook.add_worksheet().set_name("Cachée").unwrap().set_hidden(true).write(0, 0, 1).unwrap();
    workbook.add_worksheet().set_name("Très cachée").unwrap().set_very_hidden(true).write(0, 0, 1).unwrap();
    let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Column);
    chart.add_series().set_values("Ménages!$A$1:$A$3");
    workbook.add_chartsheet().set_name("Graphique").unwrap().insert_chart(0, 0, &chart).unwrap();
    let plain = workbook.save_to_buffer().unwrap();
    let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(plain.clone())).unwrap();
    zip.start_file("xl/vbaProject.bin", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"never run").unwrap();
    let with_macros = zip.finish().unwrap().into_inner();

    let read = book("a.xlsx", &plain).unwrap();
    let sheets: Vec<(&str, bool)> = read.grids.iter().map(|grid| (grid.name.as_str(), grid.is_hidden)).collect();
    assert_eq!(sheets, [("Ménages", false), ("Cachée", true), ("Très cachée", true)]);
    assert_eq!(read.other_sheets, ["Graphique"]);
    assert_eq!(read.grids[0].merges, [Merge { first_row: 1, last_row: 2, first_column: 0, last_column: 4 }]);
    assert_eq!(read.grids[0].rows[1].cells, [(0, CellValue::Bool(true))]);
    assert!(!read.has_macros && !read.grids[0].is_full);
    assert!(book("a.xlsm", &with_macros).unwrap().has_macros);
}

#[test]
fn a_workbook_embedded_in_another_is_not_read_instead_of_it() {
    let small = fixture("small.xls");
    let mut stream = Vec::new();
    let mut opened = cfb::CompoundFile::open(std::io::Cursor::new(&small)).unwrap();
    std::io::Read::read_to_end(&mut opened.open_stream("/Workbook").unwrap(), &mut stream).unwrap();
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_storage("/MBD00000001").unwrap();
    let other = patched(stream.clone(), b"MBALA", b"PANZU", 1);
    file.create_stream("/MBD00000001/Workbook").unwrap().write_all(&other).unwrap();
    file.create_stream("/Book").unwrap().write_all(&stream).unwrap();
    file.flush().unwrap();
    let both = file.into_inner().into_inner();
    assert_eq!(book("a.xls", &both), book("a.xls", &small));
    assert_ne!(book("a.xls", &ole_of("/Workbook", &other)), book("a.xls", &small));
}

#[test]
fn dates_and_errors_of_an_ods_equal_those_of_other_formats() {
    let cell = |attributes: &str| format!("<table:table-cell {attributes}/>");
    let cells = [
        cell("office:value-type=\"date\" office:date-value=\"1961-10-08\""),
        cell("office:value-type=\"boolean\" office:boolean-value=\"true\""),
        cell("office:value-type=\"string\" office:string-value=\"#REF!\""),
        cell("office:value-type=\"string\" office:string-value=\"#A\""),
    ];
    let row = format!("<table:table-row>{}</table:table-row>", cells.concat());
    let read = book("a.ods", &ods_of(&row, "<manifest/>")).unwrap();
    let values: Vec<&CellValue> = read.grids[0].rows[0].cells.iter().map(|(_, value)| value).collect();
    let expected = [
        CellValue::DateSerial { serial: 22_562.0, from_1904: false },
        CellValue::Bool(true),
        CellValue::Error("#REF!".into()),
        CellValue::Text("#A".into()),
    ];
    assert_eq!(values, expected.iter().collect::<Vec<_>>());
}

/// Returns damaged copies of a file: twelve cuts, four tails of zeros and fourteen changed bits.
fn damaged(whole: &[u8]) -> Vec<(String, Vec<u8>)> {
    let cuts = (1..=12).map(|n| (format!("cut {n}"), whole[..whole.len() * n / 13].to_vec()));
    let tails = [64, 512, whole.len() / 4, whole.len() / 2].into_iter().map(|n| {
        let mut bytes = whole.to_vec();
        bytes[whole.len() - n..].fill(0);
        (format!("{n} zeros"), bytes)
    });
    let bits = (0..14).map(|n| {
        let mut bytes = whole.to_vec();
        let at = (n * 2 + 1) * whole.len() / 28;
        bytes[at] ^= 1 << (n % 8);
        (format!("a bit of byte {at}"), bytes)
    });
    cuts.chain(tails).chain(bits).collect()
}

#[test]
fn damage_is_refused_or_changes_nothing() {
    for (name, whole) in
        [("small.xlsx", small_xlsx()), ("small.ods", fixture("small.ods")), ("small.xls", fixture("small.xls"))]
    {
        let sound = book(name, &whole).unwrap();
        for (damage, bytes) in damaged(&whole) {
            match book(name, &bytes) {
                Ok(read) => {
                    // An .xls has no checksum: a changed bit can make another letter.
                    let is_known_limit = name.ends_with(".xls") && damage.starts_with("a bit");
                    assert!(read == sound || is_known_limit, "{name}: {damage}");
                }
                Err(code) => {
                    assert!(
                        ["file-damaged", "file-not-spreadsheet", "file-too-heavy", "file-no-sheet", "file-encrypted"]
                            .contains(&code),
                        "{name}: {damage}: {code}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_worker_process_reads_the_same_book() {
    for (name, bytes) in [
        ("a.xlsx", small_xlsx()),
        ("a.ods", fixture("small.ods")),
        ("a.xls", fixture("small.xls")),
        ("a.csv", b"a;b\n1;2\n".to_vec()),
    ] {
        assert_eq!(book(name, &bytes), book_with(name, &bytes, &IngestSettings::default()), "{name}");
    }
}

/// Scripts stand in for workers that fail; each gives the file's error code.
#[cfg(unix)]
#[test]
fn a_worker_that_dies_hangs_or_sends_nonsense_fails_its_file_only() {
    use std::os::unix::fs::PermissionsExt;
    let program = assert_cmd::cargo::cargo_bin!("bato").display().to_string();
    let folder = tempfile::tempdir().unwrap();
    for (name, script, code) in [
        ("killed", "kill -9 $$".to_owned(), "file-too-heavy"),
        ("aborted", "cat > /dev/null; kill -6 $$".to_owned(), "file-too-heavy"),
        ("hangs", "exec sleep 600".to_owned(), "file-too-slow"),
        ("hangs after a start", format!("'{program}' \"$@\" | head -c 40; exec sleep 600"), "file-too-slow"),
        ("says nothing", "exit 0".to_owned(), "file-damaged"),
        ("says something else", "echo bonjour; echo MBALA >&2; exec sleep 600".to_owned(), "file-too-slow"),
        ("says too much", "exec yes".to_owned(), "file-damaged"),
        ("stops short", format!("'{program}' \"$@\" | head -c 400"), "file-damaged"),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        // The time limit is short only for the scripts that hang.
        let worker_seconds = if code == "file-too-slow" { 1 } else { 60 };
        let settings = IngestSettings { worker: Some(path), worker_seconds, ..IngestSettings::default() };
        assert_eq!(book_with("a.xlsx", &small_xlsx(), &settings).err(), Some(code), "{name}");
        // A text table needs no worker.
        assert!(book_with("a.csv", b"a;b\n1;2\n", &settings).is_ok());
    }
    let settings = IngestSettings { worker: Some(folder.path().join("nowhere")), ..IngestSettings::default() };
    assert_eq!(book_with("a.xlsx", &small_xlsx(), &settings).err(), Some("reader-not-started"));
}
