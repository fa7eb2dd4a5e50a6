//! Tests of corrections of single cells: typed with `bato correct` or in a file of `corrections/`, applied by `run` and
//! `check`, refused, undone.

use std::collections::BTreeMap;
use std::path::PathBuf;

use bato::ingest::{IngestSettings, read_book};
use bato::store::{FindingRow, HouseholdRow, LineageRow, PersonRow, QuarantineRow};
use sha2::{Digest, Sha256};

use crate::corrections::save_elsewhere;
use crate::door::{Commune, Said, project};

const SHEET: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n\
    1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n\
    1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;30/02/1970;Épouse\n\
    1;Boma;Lodja;12;MBALA;LEMA;Ruth;?;01/01/1990;Fille\n";
const FILE: &str = "census/Q06 Boma_2017.csv";
const HEADING: &str = "sha256,file,sheet,row,column,old,new,author,at,reason\n";

fn commune() -> Commune {
    let commune = Commune::empty();
    commune.write(FILE, SHEET);
    commune
}

/// Runs `bato correct` for a cell (sheet, row, column) with a reason.
fn correct(commune: &Commune, file: &str, (sheet, row, column): (&str, u32, &str), new: &str) -> Said {
    let row = row.to_string();
    commune.bato(&["correct", file, sheet, &row, column, "--new", new, "--reason", "fiche papier", "--author", "Ruth"])
}

/// Corrects a cell, which must succeed; returns the number of the correction.
fn corrected(commune: &Commune, file: &str, cell: (&str, u32, &str), new: &str) -> String {
    let said = correct(commune, file, cell, new);
    assert_eq!(said.status, 0, "{}", said.err);
    said.out.split_whitespace().find(|word| word.starts_with("C-")).expect("a number").to_owned()
}

fn undo(commune: &Commune, id: &str) -> Said {
    commune.bato(&["correct", "--undo", id, "--reason", "erreur", "--author", "Ruth"])
}

/// The file to which the first author's corrections were added.
fn own_file(commune: &Commune) -> PathBuf {
    let folder = std::fs::read_dir(commune.raw().join("corrections")).unwrap();
    let files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.into_iter().find(|path| path.to_str().unwrap().contains("ruth-")).expect("a file of Ruth")
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a file of corrections by hand: each line is sheet, row, column, old, new, moment.
fn write_lines(commune: &Commune, name: &str, content: &[u8], lines: &[[&str; 6]]) {
    let line = |[sheet, row, column, old, new, at]: &[&str; 6]| {
        format!("{},{FILE},{sheet},{row},{column},{old},{new},Noé,{at},papier\n", sha256(content))
    };
    let text: String = lines.iter().map(line).collect();
    std::fs::create_dir_all(commune.raw().join("corrections")).unwrap();
    commune.write(&format!("corrections/{name}"), format!("{HEADING}{text}"));
}

fn rows(commune: &Commune) -> BTreeMap<(String, String, i64), LineageRow> {
    let rows = commune.table::<LineageRow>().into_iter();
    rows.map(|row| ((row.file.clone(), row.sheet.clone(), row.row), row)).collect()
}

fn row(commune: &Commune, sheet: &str, row: i64) -> LineageRow {
    rows(commune).into_values().find(|own| own.sheet == sheet && own.row == row).expect("the row")
}

fn findings(commune: &Commune, rule: &str) -> Vec<FindingRow> {
    commune.table::<FindingRow>().into_iter().filter(|finding| finding.rule == rule).collect()
}

fn arg(finding: &FindingRow, name: &str) -> String {
    let args: serde_json::Value = serde_json::from_str(&finding.args).unwrap();
    args[name].as_str().unwrap_or_default().to_owned()
}

/// Persons and households without what names the run: by identifier.
fn register(commune: &Commune) -> (Vec<PersonRow>, Vec<HouseholdRow>) {
    let mut persons: Vec<PersonRow> = commune.table();
    persons.iter_mut().for_each(|person| person.registered_in = 0);
    (persons, commune.table())
}

fn accept(commune: &Commune) {
    let said = commune.bato(&["run", "--accept-removals"]);
    assert_eq!(said.status, 0, "{}{}", said.err, said.out);
}

#[test]
fn a_correction_is_read_by_run_and_check_and_the_sheet_stays() {
    let commune = commune();
    commune.run();
    let before = row(&commune, "", 4).person_id;
    corrected(&commune, FILE, ("", 3, "I"), "28/02/1970");
    corrected(&commune, FILE, ("", 4, "H"), "F");
    assert_eq!(std::fs::read_to_string(commune.raw().join(FILE)).unwrap(), SHEET);
    let said = commune.bato(&["run"]);
    assert!(said.status == 0 && said.out.contains("2 cellules sont lues corrigées"), "{}{}", said.out, said.err);
    let own = row(&commune, "", 3);
    assert_eq!(own.outcome, "registered");
    // The text as typed stays, the correction stands beside it.
    let typed: BTreeMap<String, String> = serde_json::from_str(&own.typed).unwrap();
    let corrected: serde_json::Value = serde_json::from_str(own.corrected.as_deref().unwrap()).unwrap();
    assert_eq!(typed["I"], "30/02/1970");
    assert_eq!(
        (corrected["I"]["sheet"].as_str(), corrected["I"]["text"].as_str()),
        (Some("30/02/1970"), Some("28/02/1970"))
    );
    assert_eq!(corrected["I"]["author"], "Ruth");
    assert_eq!(row(&commune, "", 2).corrected, None);
    // A person whose row was corrected keeps the identifier.
    assert_eq!(row(&commune, "", 4).person_id, before);
    let shown = commune.bato(&["show", &own.person_id.unwrap()]);
    assert!(shown.out.contains("I=« 30/02/1970 » → « 28/02/1970 » (Ruth, "), "{}", shown.out);
    let said = commune.bato(&["check", commune.raw().join(FILE).to_str().unwrap()]);
    assert!(said.status == 0 && said.out.contains("Rien à corriger"), "{}", said.out);
    commune.assert_whole();
    let said = commune.bato(&["verify", "--full"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    let said = commune.bato(&["run"]);
    assert!(said.out.contains("Rien n’a changé"), "{}", said.out);
}

#[test]
fn typed_corrections_and_a_corrections_workbook_end_in_one_register() {
    let by_page = commune();
    by_page.run();
    corrected(&by_page, FILE, ("", 3, "I"), "28/02/1970");
    corrected(&by_page, FILE, ("", 4, "H"), "F");
    by_page.run();
    let by_workbook = commune();
    by_workbook.run();
    by_workbook.bato(&["check", by_workbook.raw().join(FILE).to_str().unwrap()]);
    let workbook = by_workbook.raw().join("census/Q06 Boma_2017.corrections.xlsx");
    save_elsewhere(&workbook, &[(">30/02/1970<", ">28/02/1970<"), (">?<", ">F<")]);
    by_workbook.run();
    assert_eq!(register(&by_page), register(&by_workbook));
    let key = |commune: &Commune| row(commune, "", 3).row_key;
    let of_workbook = row(&by_workbook, "Q06 Boma_2017", 3).row_key;
    assert_eq!(key(&by_page), of_workbook);
}

#[test]
fn an_undone_correction_leads_back_to_the_register_of_before() {
    let commune = commune();
    commune.run();
    let before = register(&commune);
    let lineage = rows(&commune);
    let first = corrected(&commune, FILE, ("", 3, "I"), "28/02/1970");
    let second = corrected(&commune, FILE, ("", 3, "I"), "27/02/1970");
    commune.run();
    assert_eq!(register(&commune).0.len(), before.0.len() + 1);
    // The later one first.
    let said = undo(&commune, &first);
    assert!(said.status == 2 && said.err.contains("contient « 27/02/1970 »"), "{}", said.err);
    assert_eq!(undo(&commune, &second).status, 0);
    commune.run();
    assert!(row(&commune, "", 3).corrected.unwrap().contains("28/02/1970"));
    assert_eq!(undo(&commune, &first.to_lowercase()).status, 0);
    accept(&commune);
    assert_eq!((register(&commune), rows(&commune)), (before, lineage));
    let list = commune.bato(&["correct", FILE]);
    assert_eq!(list.out.matches("ne vaut plus").count(), 4, "{}", list.out);
    // And again, from the start.
    corrected(&commune, FILE, ("", 3, "I"), "28/02/1970");
    commune.run();
    assert_eq!(row(&commune, "", 3).outcome, "registered");
    commune.assert_whole();
}

#[test]
fn a_correction_follows_the_content_of_its_file_and_not_its_name() {
    let commune = commune();
    corrected(&commune, FILE, ("", 3, "I"), "28/02/1970");
    // Renamed, in another folder, and twice.
    std::fs::create_dir_all(commune.raw().join("census/reçus")).unwrap();
    std::fs::rename(commune.raw().join(FILE), commune.raw().join("census/reçus/autre nom_2017.csv")).unwrap();
    commune.run();
    assert_eq!(row(&commune, "", 3).outcome, "registered");
    commune.write("census/copie_2017.csv", SHEET);
    accept(&commune);
    let third: Vec<LineageRow> = rows(&commune).into_values().filter(|row| row.row == 3).collect();
    assert!(third.len() == 2 && third.iter().all(|row| row.corrected.is_some()), "{third:?}");
    commune.assert_whole();
}

#[test]
fn corrections_of_an_earlier_content_are_named_once_a_file() {
    let commune = commune();
    corrected(&commune, FILE, ("", 3, "I"), "28/02/1970");
    corrected(&commune, FILE, ("", 4, "H"), "F");
    commune.run();
    commune.write(FILE, SHEET.replace("Bruno", "Paul"));
    accept(&commune);
    let outdated = findings(&commune, "cell-corrections-outdated");
    assert_eq!(
        outdated.iter().map(|finding| (finding.file.as_str(), arg(finding, "n"))).collect::<Vec<_>>(),
        [(FILE, "2".to_owned())]
    );
    assert_eq!(row(&commune, "", 3).outcome, "quarantined");
    let said = commune.bato(&["check", commune.raw().join(FILE).to_str().unwrap()]);
    assert!(said.out.contains("2 corrections tapées pour un contenu antérieur"), "{}", said.out);
    // The file is gone.
    std::fs::remove_file(commune.raw().join(FILE)).unwrap();
    commune.write("census/autre_2017.csv", SHEET.replace("Bruno", "Luc"));
    accept(&commune);
    let gone = findings(&commune, "cell-corrections-no-file");
    assert_eq!(gone.iter().map(|finding| finding.row).collect::<Vec<_>>(), [2]);
    assert!(gone[0].file.starts_with("corrections/ruth-"), "{}", gone[0].file);
    let said = commune.bato(&["check", commune.raw().to_str().unwrap()]);
    assert!(said.out.contains("ce fichier n’est pas là"), "{}", said.out);
    // The first content again.
    std::fs::remove_file(commune.raw().join("census/autre_2017.csv")).unwrap();
    commune.write(FILE, SHEET);
    accept(&commune);
    assert_eq!(row(&commune, "", 3).outcome, "registered");
    assert_eq!(findings(&commune, "cell-corrections-no-file"), []);
}

#[test]
fn what_does_not_stand_there_is_refused_and_named() {
    let commune = commune();
    write_lines(
        &commune,
        "noé.csv",
        SHEET.as_bytes(),
        &[
            ["", "3", "I", "31/02/1970", "28/02/1970", "2026-01-01"],
            ["", "9", "A", "", "X", "2026-01-01"],
            ["Feuil1", "3", "I", "30/02/1970", "28/02/1970", "2026-01-01"],
            ["", "4", "H", "?", "F", "2026-01-02"],
            ["", "4", "H", "?", "M", "2026-01-03"],
        ],
    );
    let said = commune.bato(&["run"]);
    assert!(said.out.contains("4 corrections ne sont pas appliquées"), "{}{}", said.out, said.err);
    let refused = findings(&commune, "cell-correction-refused");
    let causes: Vec<(i64, String, String)> =
        refused.iter().map(|finding| (finding.row, arg(finding, "cause"), arg(finding, "now"))).collect();
    let expected = [(3, "text", "30/02/1970"), (4, "text", "F"), (9, "row", ""), (0, "sheet", "")];
    assert_eq!(causes, expected.map(|(row, cause, now)| (row, cause.to_owned(), now.to_owned())));
    assert_eq!(row(&commune, "", 3).outcome, "quarantined");
    assert!(row(&commune, "", 4).corrected.unwrap().contains("\"F\""), "the first of two that contradict");
    let said = commune.bato(&["check", commune.raw().join(FILE).to_str().unwrap()]);
    assert!(said.out.contains("elle remplace « 31/02/1970 », mais la cellule contient « 30/02/1970 »"), "{}", said.out);
    // The door refuses the same, and says what stands there.
    let old = |old: &str| {
        commune.bato(&["correct", FILE, "", "3", "I", "--old", old, "--new", "28/02/1970", "--reason", "x"])
    };
    let said = old("29/02/1970");
    assert!(said.status == 2 && said.err.contains("contient « 30/02/1970 », et non « 29/02/1970 »"), "{}", said.err);
    assert_eq!(old(" 30/02/1970 ").status, 0);
    for (cell, message) in [
        (("", 3, "I"), "contient déjà"),
        (("", 9, "A"), "est vide dans la feuille"),
        (("Feuil1", 3, "I"), "n’a pas de feuille « Feuil1 »"),
        (("", 3, "12"), "n’est pas une cellule"),
    ] {
        let said = correct(&commune, FILE, cell, "28/02/1970");
        assert!(said.status == 2 && said.err.contains(message), "{cell:?} {}", said.err);
    }
    let said = correct(&commune, "../etc/passwd", ("", 3, "I"), "x");
    assert!(said.status == 2 && said.err.contains("n’est pas un fichier du registre"), "{}", said.err);
    let said = commune.bato(&["correct", FILE, "", "3", "I", "--new", "x"]);
    assert!(said.status == 2 && said.err.contains("pourquoi"), "{}", said.err);
}

/// A workbook with numbers and dates in cells, a merged cell, two sheets.
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let headings = ["N° ménage", "Quartier", "Nom", "Prénom", "Sexe", "Date de naissance", "Âge", "Lien"];
    let day = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let one = [("MBALA", "Bruno", "Chef"), ("NSIMBA", "Noella", "Épouse"), ("MBALA", "Ruth", "Fille")];
    let two = [("ILUNGA", "Jean", "Chef"), ("KIESE", "Anne", "Épouse"), ("ILUNGA", "Ruth", "Fille")];
    for (name, quartier, year, persons) in [("Feuil1", "Boma", 1961, one), ("Deux", "Kimbunda", 1955, two)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, heading) in (0_u16..).zip(headings) {
            sheet.write(0, column, heading).unwrap();
        }
        let born = rust_xlsxwriter::ExcelDateTime::from_ymd(year, 10, 8).unwrap();
        for (row, (nom, prenom, lien)) in (1_u32..).zip(persons) {
            for (column, text) in [(1, quartier), (2, nom), (3, prenom), (4, "M"), (7, lien)] {
                sheet.write(row, column, text).unwrap();
            }
            sheet.write_with_format(row, 5, &born, &day).unwrap();
            sheet.write(row, 6, 55 + row).unwrap();
        }
        sheet.merge_range(1, 0, 3, 0, "1", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.write(3, 8, "").unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn dates_names_numbers_merged_and_blank_cells_of_a_workbook_are_corrected() {
    let commune = Commune::empty();
    let file = "census/Q06 Boma_2017.xlsx";
    commune.write(file, workbook());
    for (cell, new) in [
        (("Feuil1", 3, "F"), "12/03/1987"),
        (("Deux", 3, "F"), "vers 1950"),
        (("Feuil1", 3, "E"), "F"),
        (("Feuil1", 2, "C"), "KANZA"),
        (("Feuil1", 4, "G"), "20"),
        (("Feuil1", 2, "A"), "7"),
        (("Deux", 4, "D"), ""),
    ] {
        corrected(&commune, file, cell, new);
    }
    let said = correct(&commune, file, ("Feuil1", 3, "A"), "8");
    assert!(said.status == 2 && said.err.contains("couverte par la cellule fusionnée A2"), "{}", said.err);
    commune.run();
    let person = |sheet: &str, number: i64| {
        let id = row(&commune, sheet, number).person_id.unwrap();
        commune.table::<PersonRow>().into_iter().find(|person| person.person_id == id).unwrap()
    };
    let born = |person: &PersonRow| (person.born_on.unwrap().to_string(), person.born_on_precision.clone());
    let own = person("Feuil1", 3);
    assert_eq!((born(&own), own.sex.as_deref()), (("1987-03-12".to_owned(), "day".to_owned()), Some("F")));
    assert_eq!(born(&person("Deux", 3)).1, "about");
    assert_eq!(person("Feuil1", 2).nom, "KANZA");
    let of_sheet: BTreeMap<String, String> = serde_json::from_str(&row(&commune, "Feuil1", 3).typed).unwrap();
    assert_eq!(of_sheet["F"], "1961-10-08");
    let emptied: BTreeMap<String, String> = serde_json::from_str(&row(&commune, "Deux", 4).typed).unwrap();
    assert_eq!(emptied["D"], "Ruth");
    commune.assert_whole();
    // A date of the sheet is named as the sheet shows it, or day first; undone, it is a date again.
    let said =
        commune.bato(&["correct", file, "Feuil1", "2", "F", "--old", "08/10/1961", "--new", "x", "--reason", "x"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let id = said.out.split_whitespace().find(|word| word.starts_with("C-")).unwrap();
    assert_eq!(undo(&commune, id).status, 0);
    // The corrections workbook shows the corrected values and names them.
    let path = commune.raw().join(file);
    commune.bato(&["check", path.to_str().unwrap()]);
    let written = commune.raw().join("census/Q06 Boma_2017.corrections.xlsx");
    let (_, book) = read_book(&written, "x.xlsx", &IngestSettings::default()).unwrap();
    let grid = |name: &str| book.grids.iter().find(|grid| grid.name == name).unwrap();
    let text = |name: &str, number: u32, column: u16| {
        let row = grid(name).rows.iter().find(|row| row.row == number)?;
        row.value(column).map(|value| value.to_text())
    };
    assert_eq!(text("Feuil1", 3, 5).as_deref(), Some("12/03/1987"));
    assert_eq!(text("Feuil1", 2, 0).as_deref(), Some("7"));
    assert_eq!(text("Deux", 4, 3), None);
    assert_eq!(text("Feuil1", 2, 5).as_deref(), Some("1961-10-08"), "a date stays a date");
    let summary = grid("Corrections Bato");
    let texts: Vec<String> =
        summary.rows.iter().flat_map(|row| row.cells.iter().map(|(_, value)| value.to_text())).collect();
    for wanted in ["Feuil1!F3", "1961-10-08", "12/03/1987", "Ruth", "fiche papier"] {
        assert!(texts.iter().any(|text| text == wanted), "{wanted} {texts:?}");
    }
}

#[test]
fn cells_of_every_format_are_corrected() {
    for (name, cell) in [("small.xls", ("Feuil1", 6, "H")), ("small.ods", ("Feuil1", 6, "H"))] {
        let commune = Commune::empty();
        let file = format!("census/Q06 Boma_2017.{}", name.rsplit_once('.').unwrap().1);
        let bytes = std::fs::read(project().join("tests/fixtures").join(name)).unwrap();
        commune.write(&file, &bytes);
        commune.run();
        assert_eq!(row(&commune, "Feuil1", 6).outcome, "quarantined", "{name}");
        corrected(&commune, &file, cell, "28/02/1999");
        commune.run();
        assert_ne!(row(&commune, "Feuil1", 6).outcome, "quarantined", "{name}");
        assert_eq!(std::fs::read(commune.raw().join(&file)).unwrap(), bytes);
        commune.assert_whole();
    }
}

#[test]
fn a_heading_and_a_row_of_which_nothing_is_left_are_corrected() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET.replace("Sexe", "Xyz").replace("?", "F"));
    corrected(&commune, FILE, ("", 1, "H"), "Sexe");
    for column in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"] {
        corrected(&commune, FILE, ("", 3, column), "");
    }
    commune.run();
    assert_eq!(findings(&commune, "sex-missing"), []);
    let own = row(&commune, "", 3);
    assert_eq!((own.outcome.as_str(), own.rule.as_deref()), ("ignored", Some("row-emptied")));
    assert!(own.typed.contains("NSIMBA"), "{}", own.typed);
    commune.assert_whole();
    let id = commune.bato(&["correct", FILE]).out.lines().find(|line| line.contains(" A3 ")).unwrap()[..13].to_owned();
    let said = undo(&commune, id.trim());
    assert_eq!(said.status, 0, "{id} {}", said.err);
}

#[test]
fn a_finding_on_a_corrected_cell_says_so_while_something_is_wrong() {
    let commune = commune();
    corrected(&commune, FILE, ("", 3, "I"), "31/02/1970");
    commune.run();
    let quarantined = commune.table::<QuarantineRow>();
    let own = quarantined.iter().find(|row| row.row == 3).unwrap();
    assert!(own.value == "31/02/1970" && own.corrected.as_deref().unwrap().contains("30/02/1970"), "{own:?}");
    let said = commune.bato(&["check", commune.raw().join(FILE).to_str().unwrap()]);
    assert!(said.out.contains("(La feuille porte « 30/02/1970 » ; corrigé par Ruth.)"), "{}", said.out);
}

#[test]
fn a_workbook_and_typed_corrections_of_one_file_are_both_applied() {
    let commune = commune();
    let path = commune.raw().join(FILE);
    corrected(&commune, FILE, ("", 3, "I"), "28/02/1970");
    // Made after the correction: the workbook holds it.
    commune.bato(&["check", path.to_str().unwrap()]);
    let workbook = commune.raw().join("census/Q06 Boma_2017.corrections.xlsx");
    save_elsewhere(&workbook, &[(">?<", ">F<")]);
    let said = commune.bato(&["run"]);
    assert!(said.status == 0 && said.out.contains("est lu avec les corrections de"), "{}{}", said.out, said.err);
    let by_row: BTreeMap<i64, LineageRow> =
        rows(&commune).into_values().filter(|row| row.file == FILE).map(|row| (row.row, row)).collect();
    assert!([3, 4].iter().all(|row| by_row[row].outcome == "registered"), "{by_row:?}");
    assert_eq!(findings(&commune, "correction-not-applied"), []);
    let sex = |commune: &Commune| {
        let persons = commune.table::<PersonRow>();
        persons.into_iter().find(|person| person.prenom == "Ruth").and_then(|person| person.sex)
    };
    assert_eq!(sex(&commune).as_deref(), Some("F"));
    // A cell that the workbook corrected is corrected further: the page counts, the workbook is told.
    let said = commune.bato(&["correct", FILE, "", "4", "H", "--old", "F", "--new", "M", "--reason", "x"]);
    assert_eq!(said.status, 0, "{}", said.err);
    accept(&commune);
    assert_eq!(sex(&commune).as_deref(), Some("M"));
    assert_eq!(findings(&commune, "correction-not-applied").len(), 1);
    let ruth = rows(&commune).into_values().find(|row| row.file == FILE && row.row == 4).unwrap();
    assert!(ruth.corrected.unwrap().contains("\"M\""));
    commune.assert_whole();
}

#[test]
fn a_correction_typed_after_the_workbook_is_not_lost() {
    let commune = commune();
    commune.bato(&["check", commune.raw().join(FILE).to_str().unwrap()]);
    let workbook = commune.raw().join("census/Q06 Boma_2017.corrections.xlsx");
    save_elsewhere(&workbook, &[(">?<", ">F<")]);
    commune.run();
    // The workbook replaces its original: it is what is corrected.
    let said = correct(&commune, FILE, ("", 3, "I"), "28/02/1970");
    assert!(said.status == 2 && said.err.contains("le classeur de corrections"), "{}", said.err);
    let file = "census/Q06 Boma_2017.corrections.xlsx";
    corrected(&commune, file, ("Q06 Boma_2017", 3, "I"), "28/02/1970");
    commune.run();
    assert_eq!(row(&commune, "Q06 Boma_2017", 3).outcome, "registered");
    // The original is sent again: the workbook's corrections go over, with the one typed on it.
    commune.write(FILE, SHEET.to_owned() + "2;Boma;Lodja;13;KANZA;;Paul;M;02/02/1980;Chef\n");
    accept(&commune);
    assert_eq!(row(&commune, "", 3).outcome, "registered");
    commune.assert_whole();
}

#[test]
fn lines_that_can_not_be_read_are_named_and_other_columns_refused() {
    let commune = commune();
    write_lines(
        &commune,
        "noé.csv",
        SHEET.as_bytes(),
        &[["", "3", "I", "30/02/1970", "28/02/1970", "2026-01-01"], ["", "zéro", "I", "a", "b", "2026-01-01"]],
    );
    let path = commune.raw().join("corrections/noé.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("{text}{}", &text[HEADING.len()..HEADING.len() + 80])).unwrap();
    commune.write("corrections/notes.xlsx", b"PK");
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let unreadable = findings(&commune, "cell-correction-unreadable");
    let places: Vec<(&str, i64, String)> =
        unreadable.iter().map(|finding| (finding.file.as_str(), finding.row, arg(finding, "cause"))).collect();
    let file = "corrections/noé.csv";
    let expected = [("corrections/notes.xlsx", 0, "not-csv"), (file, 3, "row"), (file, 4, "cut")];
    assert_eq!(places, expected.map(|(file, row, cause)| (file, row, cause.to_owned())));
    assert_eq!(row(&commune, "", 3).outcome, "registered");
    let said = commune.bato(&["check", commune.raw().to_str().unwrap()]);
    assert!(said.out.contains("corrections/noé.csv") && said.out.contains("coupure de courant"), "{}", said.out);

    std::fs::write(&path, text.replacen("reason", "raison", 1)).unwrap();
    let said = commune.bato(&["run"]);
    assert!(said.status == 2 && said.err.contains("inconnues raison ; manquantes reason"), "{}", said.err);
    assert_eq!(row(&commune, "", 3).outcome, "registered", "the old register stands");
}

#[test]
fn a_torn_last_line_is_replaced_by_the_next_correction() {
    let commune = commune();
    corrected(&commune, FILE, ("", 3, "I"), "28/02/1970");
    let path = own_file(&commune);
    let whole = std::fs::read_to_string(&path).unwrap();
    for length in [1, 20, 70, 90] {
        let torn = &whole[HEADING.len()..HEADING.len() + length];
        std::fs::write(&path, format!("{whole}{torn}")).unwrap();
        let id = corrected(&commune, FILE, ("", 4, "H"), "F");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(&whole) && text.lines().count() == 3, "{text}");
        assert_eq!(undo(&commune, &id).status, 0);
        std::fs::write(&path, &whole).unwrap();
    }
}

#[test]
fn corrections_typed_at_once_are_all_on_disk() {
    let commune = commune();
    let start = |author: usize, row: &str, column: &str, new: &str| {
        let author = format!("Agent {author}");
        let words = ["correct", FILE, "", row, column, "--new", new, "--reason", "papier", "--author", &author];
        let mut command = commune.command(&words);
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        command.spawn().unwrap()
    };
    let cells = [("2", "F"), ("2", "G"), ("3", "F"), ("3", "G"), ("4", "F"), ("4", "G")];
    let mut children: Vec<_> =
        cells.iter().enumerate().map(|(n, (row, column))| start(n % 2, row, column, &format!("NOM{n}"))).collect();
    assert!(children.iter_mut().all(|child| child.wait().unwrap().success()));
    let list = commune.bato(&["correct"]);
    assert_eq!(list.out.lines().filter(|line| line.starts_with("C-")).count(), 6, "{}", list.out);
    assert!(!list.out.contains("ne vaut plus"), "{}", list.out);
    // Of those who correct one cell at once from the same text, one alone succeeds.
    let words = |new: &'static str| {
        ["correct", FILE, "", "4", "H", "--old", "?", "--new", new, "--reason", "papier", "--author", "Ruth"]
    };
    let mut children: Vec<_> = ["F", "M", "X"].map(|new| commune.command(&words(new)).spawn().unwrap()).into();
    let n_done = children.iter_mut().filter_map(|child| child.wait().ok()).filter(|status| status.success()).count();
    assert_eq!(n_done, 1);
    commune.run();
    assert_eq!(findings(&commune, "cell-correction-refused"), []);
}

#[test]
fn a_sensitive_text_does_not_come_back_by_a_correction() {
    let commune = Commune::empty();
    let sheet = SHEET.replace("Lien\n", "Lien;Tribu\n").replace("Fille\n", "Fille;Yaka\n");
    commune.write(FILE, &sheet);
    corrected(&commune, FILE, ("", 4, "K"), "Kongo");
    commune.run();
    let own = row(&commune, "", 4);
    assert!(!own.typed.contains("Yaka") && own.corrected.is_none(), "{own:?}");
}

#[test]
fn texts_that_look_like_formulas_are_kept_and_never_run() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET.replace("Bruno", "=1+1"));
    corrected(&commune, FILE, ("", 2, "G"), "'+Bruno, \"B\"");
    let text = std::fs::read_to_string(own_file(&commune)).unwrap();
    assert!(text.contains(",'=1+1,"), "{text}");
    commune.run();
    assert!(row(&commune, "", 2).corrected.unwrap().contains("'+Bruno, \\\"B\\\""));
    assert_eq!(findings(&commune, "cell-correction-refused"), []);
}

#[test]
fn a_file_that_another_program_saved_is_not_added_to() {
    let commune = commune();
    corrected(&commune, FILE, ("", 3, "I"), "28/02/1970");
    let path = own_file(&commune);
    let text = std::fs::read_to_string(&path).unwrap().replace("fiche papier", "relevé à la main");
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    std::fs::write(&path, &latin).unwrap();
    corrected(&commune, FILE, ("", 4, "H"), "F");
    assert_eq!(std::fs::read(&path).unwrap(), latin, "it is left as it is");
    accept(&commune);
    assert_eq!(commune.table::<PersonRow>().len(), 3);
}

#[test]
fn a_correction_of_letters_that_were_decoded_wrongly_is_read_back() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET.replace("Noella", "NoÃ©lla").replace("30/02", "28/02"));
    corrected(&commune, FILE, ("", 3, "G"), "Noëlla");
    accept(&commune);
    let prenoms: Vec<String> = commune.table::<PersonRow>().into_iter().map(|person| person.prenom).collect();
    assert!(prenoms.contains(&"Noëlla".to_owned()), "{prenoms:?}");
}

#[test]
fn a_line_in_two_files_is_one_so_that_an_undone_correction_stays_undone() {
    let commune = commune();
    let id = corrected(&commune, FILE, ("", 2, "E"), "MBALAX");
    let path = own_file(&commune);
    std::fs::copy(&path, path.with_file_name("ruth - Copie.csv")).unwrap();
    let noms = |commune: &Commune| -> Vec<String> {
        commune.table::<PersonRow>().into_iter().map(|person| person.nom).collect()
    };
    commune.run();
    assert!(noms(&commune).contains(&"MBALAX".to_owned()));
    assert_eq!(undo(&commune, &id).status, 0);
    commune.run();
    assert!(!noms(&commune).contains(&"MBALAX".to_owned()), "{:?}", noms(&commune));
    assert_eq!(commune.table::<FindingRow>().iter().filter(|finding| finding.rule.starts_with("cell-")).count(), 0);
}
