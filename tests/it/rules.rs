//! Tests of the validation rules, each with its fixture in `tests/rules`: sheets with the fault and sheets without it.

use std::collections::{BTreeMap, BTreeSet};

use bato::app::{self, Silent};
use bato::config::Config;
use bato::messages::{Lang, Messages};
use bato::validate::RULES;
use sha2::Digest;

use crate::door::{Commune, project};

/// A fixture: sheets with the fault, sheets without it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    failing: Vec<Sheets>,
    passing: Vec<Sheets>,
}

/// Input files of one case, as text by name or built by [`build_file`].
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheets {
    /// Expected positions: `I2` for a cell, `2` for a row, "" for the sheet, the name of a file for a file.
    #[serde(default)]
    seen: Vec<String>,
    #[serde(default)]
    settings: String,
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Name of a file built by [`build_file`], which text cannot express.
    #[serde(default)]
    made: String,
}

const HEADINGS: [&str; 5] = ["Quartier", "Nom", "Prénom", "Sexe", "Date de naissance"];

/// Builds a file that text cannot express: a workbook, or a CSV with invalid bytes.
fn build_file(name: &str) -> (String, Vec<u8>) {
    let csv = |bytes: Vec<u8>| ("feuille_2017.csv".to_owned(), bytes);
    let list =
        "Quartier;Nom;Prénom;Sexe;Date de naissance\nBoma;MBALA;Ruth;F;03/05/1999\nBoma;KANZA;Noé;M;04/05/1999\n";
    match name {
        // No encoding maps these bytes to letters.
        "doubtful-letters" => return csv([list.as_bytes(), b"Boma;M\x81\x8d\x8fA;\x9d\x90;F;1999\n"].concat()),
        "cut-short" => return csv([list.as_bytes(), b"Boma;LEMA"].concat()),
        "plain-csv" => return csv(list.as_bytes().to_vec()),
        _ => {}
    }
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut list = |name: &str, is_hidden: bool| {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap().set_hidden(is_hidden);
        for (column, (heading, value)) in
            (0_u16..).zip(HEADINGS.iter().zip(["Boma", "MBALA", "Ruth", "F", "03/05/1999"]))
        {
            sheet.write(0, column, *heading).unwrap();
            sheet.write(1, column, value).unwrap();
        }
    };
    list("Feuil1", false);
    match name {
        "error-cell" => {
            let error = rust_xlsxwriter::Formula::new("=#REF!").set_result("#REF!");
            book.worksheet_from_index(0).unwrap().write_formula(1, 3, error).unwrap();
        }
        "dates-swapped" => {
            let sheet = book.worksheet_from_index(0).unwrap();
            let format = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
            let taken = [(1987, 5, 2), (1990, 11, 3), (1985, 9, 6), (1999, 12, 8), (2001, 7, 10)];
            let left = ["13/05/1987", "25/11/1990", "30/06/1985", "21/03/2001"];
            for (row, (year, month, day)) in (1_u32..).zip(taken) {
                let date = rust_xlsxwriter::ExcelDateTime::from_ymd(year, month, day).unwrap();
                sheet.write_with_format(row, 4, &date, &format).unwrap();
            }
            for (row, text) in (6_u32..).zip(left) {
                sheet.write(row, 4, text).unwrap();
            }
            for row in 2..10 {
                for (column, value) in (0_u16..).zip(["Boma", "KANZA", "Noé", "M"]) {
                    sheet.write(row, column, value).unwrap();
                }
            }
        }
        "formula-not-computed" => {
            let formula = rust_xlsxwriter::Formula::new("=UPPER(\"f\")").set_result("77777");
            book.worksheet_from_index(0).unwrap().write_formula(1, 3, formula).unwrap();
            let bytes = without_text(&book.save_to_buffer().unwrap(), "<v>77777</v>");
            return ("feuille_2017.xlsx".to_owned(), bytes);
        }
        "hidden-rows" => {
            book.worksheet_from_index(0).unwrap().set_row_hidden(1).unwrap();
        }
        "row-struck" => {
            let struck = rust_xlsxwriter::Format::new().set_font_strikethrough();
            let sheet = book.worksheet_from_index(0).unwrap();
            for (column, value) in (0_u16..).zip(["Boma", "MBALA", "Ruth", "F", "03/05/1999"]) {
                sheet.write_with_format(1, column, value, &struck).unwrap();
            }
        }
        "hidden-columns" => {
            book.worksheet_from_index(0).unwrap().set_column_hidden(2).unwrap();
        }
        "number-became-date" => {
            let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
            let sheet = book.worksheet_from_index(0).unwrap();
            sheet.write(0, 0, "N° parcelle").unwrap();
            sheet.write_with_format(1, 0, 42_806.0, &day).unwrap();
        }
        "hidden-sheet" => list("brouillon", true),
        "recap-sheet" => list("Récapitulatif", false),
        "household-sheet" => {
            book.worksheet_from_index(0).unwrap().write(0, 5, "_parent_index").unwrap().write(1, 5, 1).unwrap();
            let sheet = book.add_worksheet();
            for (column, (heading, value)) in
                (0_u16..).zip([("_index", "1"), ("quartier", "Boma"), ("avenue", "Lodja")])
            {
                sheet.write(0, column, heading).unwrap().write(1, column, value).unwrap();
            }
        }
        "chart-sheet" => {
            let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Column);
            chart.add_series().set_values("=Feuil1!$A$1:$A$2");
            book.add_chartsheet().insert_chart(0, 0, &chart).unwrap();
        }
        "sheet-full" => {
            book.worksheet_from_index(0).unwrap().write(1_048_575, 1, "LEMA").unwrap();
        }
        "macros" => {
            let folder = tempfile::tempdir().unwrap();
            let macros = folder.path().join("vbaProject.bin");
            std::fs::write(&macros, b"no macro").unwrap();
            book.add_vba_project(macros).unwrap();
        }
        "plain" => {}
        other => panic!("no file is built for {other}"),
    }
    ("feuille_2017.xlsx".to_owned(), book.save_to_buffer().unwrap())
}

/// Removes a text from every part of a workbook.
fn without_text(workbook: &[u8], text: &str) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let part = from.by_index(index).unwrap();
        to.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        let content = std::io::read_to_string(part).unwrap().replace(text, "");
        std::io::Write::write_all(&mut to, content.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// Returns the positions of a rule's findings in a sheet that was sent again after a person had corrected it: with the
/// corrected value as it was, or another.
fn positions_of_corrections(rule: &str, is_as_before: bool) -> BTreeSet<String> {
    let commune = crate::door::Commune::empty();
    let sheet = "Quartier;Nom;Prénom;Sexe;Date de naissance\nBoma;MBALA;Ruth;?;03/05/1999\n";
    commune.write("census/feuille_2017.csv", sheet);
    commune.bato(&["check", commune.raw().to_str().unwrap()]);
    let written = commune.raw().join("census/feuille_2017.corrections.xlsx");
    crate::corrections::save_elsewhere(&written, &[(">?<", ">F<")]);
    let newer = sheet.replace("?", if is_as_before { "?" } else { "M" }) + "Boma;KANZA;Noé;M;04/05/1999\n";
    commune.write("census/feuille_2017.csv", newer);
    positions_in(&commune, rule)
}

/// Returns the positions of a rule's findings in all files of a commune.
fn positions_in(commune: &Commune, rule: &str) -> BTreeSet<String> {
    let config = Config::default();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let checked =
        app::check(&[commune.raw()], (&commune.raw(), &commune.clean()), &config, today, None, &Silent).unwrap();
    let findings = checked.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)));
    let place = |(file, finding): (&app::CheckedFile, &bato::finding::Finding)| match finding.at.row.row {
        0 => file.source.path.clone(),
        row => format!("{}{row}", finding.at.column.map(bato::record::column_letters).unwrap_or_default()),
    };
    findings.filter(|(_, finding)| finding.rule == rule).map(place).collect()
}

/// Returns the positions of a rule's findings in a sheet with a typed correction, which fits it or does not.
fn positions_of_typed(rule: &str, made: &str) -> BTreeSet<String> {
    let commune = Commune::empty();
    let (name, sheet) =
        ("census/feuille_2017.csv", "Quartier;Nom;Prénom;Sexe;Date de naissance\nBoma;MBALA;Ruth;?;03/05/1999\n");
    commune.write(name, sheet);
    let sha256: String = sha2::Sha256::digest(sheet).iter().map(|byte| format!("{byte:02x}")).collect();
    let (old, row) = match made {
        "typed-refused" => ("M", "2"),
        "typed-unreadable" => ("?", "deux"),
        _ => ("?", "2"),
    };
    let line = format!("{sha256},{name},,{row},D,{old},F,Ruth,2026-01-01,papier\n");
    std::fs::create_dir(commune.raw().join("corrections")).unwrap();
    let heading = "sha256,file,sheet,row,column,old,new,author,at,reason\n";
    commune.write("corrections/ruth.csv", format!("{heading}{line}"));
    match made {
        "typed-outdated" => commune.write(name, sheet.replace('?', "X")),
        "typed-no-file" => {
            commune.write("census/autre_2017.csv", sheet.replace("Ruth", "Noé"));
            std::fs::remove_file(commune.raw().join(name)).unwrap();
        }
        _ => {}
    }
    positions_in(&commune, rule)
}

/// Returns the positions of a rule's findings in these sheets.
fn positions(rule: &str, sheets: &Sheets) -> BTreeSet<String> {
    let folder = tempfile::tempdir().unwrap();
    let mut files: BTreeMap<String, Vec<u8>> =
        sheets.files.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect();
    if sheets.made.starts_with("typed-") {
        return positions_of_typed(rule, &sheets.made);
    }
    if sheets.made.starts_with("correction-") {
        return positions_of_corrections(rule, sheets.made == "correction-applied");
    }
    if !sheets.made.is_empty() {
        files.extend([build_file(&sheets.made)]);
    }
    let write = |(name, bytes): (&String, &Vec<u8>)| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let paths: Vec<_> = files.iter().map(write).collect();
    let config = Config::parse(&sheets.settings).unwrap();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let checked =
        app::check(&paths, (folder.path(), &folder.path().join("clean")), &config, today, None, &Silent).unwrap();
    let mut places = BTreeSet::new();
    for file in &checked {
        assert!(file.count.is_balanced());
        for finding in file.findings.iter().filter(|finding| finding.rule == rule) {
            let letters = finding.at.column.map(bato::record::column_letters).unwrap_or_default();
            places.insert(match finding.at.row.row {
                0 if checked.len() > 1 => file.source.path.clone(),
                0 => String::new(),
                row => format!("{letters}{row}"),
            });
        }
    }
    places
}

#[test]
fn each_rule_finds_its_fault_at_the_expected_position_and_nothing_in_good_sheets() {
    let folder = project().join("tests/rules");
    for rule in RULES {
        let text = std::fs::read_to_string(folder.join(format!("{}.toml", rule.id)));
        let text = text.unwrap_or_else(|_| panic!("tests/rules/{}.toml: the rule has no fixture", rule.id));
        let fixture: Fixture = toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", rule.id));
        assert!(!fixture.failing.is_empty() && !fixture.passing.is_empty(), "{}", rule.id);
        for sheets in &fixture.failing {
            let expected: BTreeSet<String> = sheets.seen.iter().cloned().collect();
            assert!(!expected.is_empty(), "{}: no expected position", rule.id);
            assert_eq!(positions(rule.id, sheets), expected, "{}", rule.id);
        }
        for sheets in &fixture.passing {
            assert_eq!(positions(rule.id, sheets), BTreeSet::new(), "{}: finding in a good sheet", rule.id);
        }
    }
}

#[test]
fn no_message_of_a_finding_shows_a_placeholder() {
    let folder = project().join("tests/rules");
    let messages = Lang::ALL.map(Messages::new);
    for rule in RULES {
        let text = std::fs::read_to_string(folder.join(format!("{}.toml", rule.id))).unwrap();
        let fixture: Fixture = toml::from_str(&text).unwrap();
        for sheets in fixture.failing.iter().filter(|sheets| !sheets.files.is_empty()) {
            let commune = Commune::empty();
            for (name, text) in &sheets.files {
                commune.write(&format!("census/{name}"), text);
            }
            let config = Config::parse(&sheets.settings).unwrap();
            let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
            let checked =
                app::check(&[commune.raw()], (&commune.raw(), &commune.clean()), &config, today, None, &Silent)
                    .unwrap();
            for finding in checked.iter().flat_map(|file| &file.findings) {
                for messages in &messages {
                    let parts = ["title", "why", "hint"].map(|part| messages.finding_part(finding, part));
                    let texts = [vec![messages.finding(finding)], parts.to_vec()].concat();
                    assert!(texts.iter().all(|text| !text.contains("{$") && !text.contains("{ $")), "{texts:?}");
                }
            }
        }
    }
}

#[test]
fn the_exported_quarantine_shows_no_placeholder() {
    let list =
        "N°;Nom;Prénom;Sexe;Date de naissance;Lien\n1;MBALA;Ruth;F;03/05/1999;Chef\n2;LEMA;Bruno;M;03/05/1998;Fils\n";
    let moved = |n: usize| format!("{n};KANZA;Noé;Boma;M;12/04/1975\n");
    let commune = Commune::empty();
    commune.write("census/feuille_2017.csv", list.to_owned() + &(3..16).map(moved).collect::<String>());
    commune.bato(&["run"]);
    let table = commune.bato(&["export", "quarantine", "--words"]).out;
    assert!(table.contains("KANZA"), "{table}");
    assert!(!table.contains("{$") && !table.contains("{ $"), "{table}");
}

#[test]
fn each_fixture_belongs_to_a_rule_and_each_rule_has_its_messages() {
    for entry in std::fs::read_dir(project().join("tests/rules")).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(RULES.iter().any(|rule| rule.id == stem), "{} belongs to no rule", path.display());
    }
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), RULES.len(), "an id is used twice");
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for id in &ids {
            for part in ["", ".title", ".why", ".hint"] {
                assert!(messages.has(&format!("rule-{id}{part}")), "{} rule-{id}{part}", lang.code());
            }
        }
    }
}

#[test]
fn a_fault_of_the_sheet_is_reported_once() {
    let rows = "1;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié\n".repeat(3);
    let heading = "N° ménage;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien;État civil";
    let text = format!("Quartier : Atlantide\n{heading}\n{rows}");
    let sheets = Sheets {
        seen: Vec::new(),
        settings: String::new(),
        files: BTreeMap::from([("feuille_2017.csv".to_owned(), text)]),
        made: String::new(),
    };
    assert_eq!(positions("unknown-quartier", &sheets), BTreeSet::from([String::new()]));
}

#[test]
fn a_rule_set_to_error_quarantines_its_row_its_sheet_or_its_file() {
    let counts = |rule: &str| {
        let text = std::fs::read_to_string(project().join("tests/rules").join(format!("{rule}.toml"))).unwrap();
        let fixture: Fixture = toml::from_str(&text).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let files = fixture.failing[0].files.iter().map(|(name, text)| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        });
        let paths: Vec<_> = files.collect();
        let config = Config::parse(&format!("[validate.severity]\n{rule} = \"error\"\n")).unwrap();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let checked =
            app::check(&paths, (folder.path(), &folder.path().join("clean")), &config, today, None, &Silent).unwrap();
        let last = &checked.last().unwrap().count;
        (last.quarantined, last.registered)
    };
    assert_eq!(counts("sex-missing"), (1, 0), "a row");
    assert_eq!(counts("row-typed-twice"), (1, 2), "a row of a household");
    assert_eq!(counts("column-missing"), (1, 0), "a sheet, by a finding of the reader");
    assert_eq!(counts("line-number-gap"), (29, 0), "a sheet, by a check of all its rows");
    assert_eq!(counts("file-sent-twice"), (14, 0), "a file, by a check of all files");
}

#[test]
fn the_rules_are_listed_and_one_is_explained() {
    let commune = Commune::empty();
    let all = commune.bato(&["rules"]);
    assert_eq!(all.status, 0, "{}", all.err);
    assert_eq!(all.out.lines().count(), RULES.len());
    let one = commune.bato(&["rules", "mother-too-young"]);
    assert!(one.out.contains("Mère trop jeune") && one.out.contains("mother-too-young = \"error\""), "{}", one.out);
    assert_eq!(commune.bato(&["rules", "no-such-rule"]).status, 2);
}
