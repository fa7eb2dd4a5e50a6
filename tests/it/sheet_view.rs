//! Tests of sheets in windows of rows, and of the page that corrects them.

use std::path::PathBuf;

use bato::app::{self, Access, FaultPlace, SheetReading, SheetRequest, SheetWindow, WINDOW_ROWS, WindowRow};
use bato::config::Config;
use bato::error::{ErrorCode, Result};
use bato::record::Outcome;

use crate::deposit::Browser;
use crate::desk::Desk;
use crate::door::{Commune, browser_tools, has_browser, succeed};

const FILE: &str = "census/Q06 Boma_2017.csv";
const HEADING: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien";

/// A name for each row.
fn prenom(row: u32) -> String {
    let letter = |n: u32| char::from(b'a' + (n % 26) as u8);
    format!("Ru{}{}", letter(row / 26), letter(row))
}

/// A sheet of `n` persons; those of `faults` have an impossible date.
fn sheet(n: u32, faults: &[u32]) -> String {
    let mut text = format!("{HEADING}\n");
    for row in 2..n + 2 {
        let date = if faults.contains(&row) {
            "30/02/1970".to_owned()
        } else {
            format!("{:02}/03/19{:02}", 1 + row % 28, 30 + row % 67)
        };
        text.push_str(&format!("{row};Boma;Lodja;{row};MBALA;LEMA;{};F;{date};Chef\n", prenom(row)));
    }
    text
}

fn window(commune: &Commune, request: &SheetRequest) -> Result<SheetWindow> {
    let (raw, clean) = (commune.raw(), commune.clean());
    let config = Config::default();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let reading = SheetReading { raw: &raw, clean: &clean, config: &config, worker: None, today };
    let access = Access::new("2026-11-23T10:00:00+01:00".to_owned(), Some("Ruth"), Some("papier")).unwrap();
    app::sheet_view(&reading, request, &access)
}

fn at(file: &str, sheet: Option<usize>, row: Option<u32>) -> SheetRequest {
    SheetRequest { file: file.to_owned(), sheet, row }
}

fn text(row: &WindowRow, column: u16) -> &str {
    row.cells.iter().find(|cell| cell.column == column).map_or("", |cell| cell.text.as_str())
}

fn places(faults: &[FaultPlace]) -> Vec<(u16, u32, u16)> {
    faults.iter().map(|fault| (fault.sheet, fault.row, fault.column)).collect()
}

fn views(commune: &Commune) -> Vec<PathBuf> {
    let folder = std::fs::read_dir(commune.clean().join("work/views")).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "view")).collect()
}

fn correct(commune: &Commune, cell: (&str, u32, &str), new: &str) {
    let (sheet, row, column) = cell;
    let row = row.to_string();
    let said = commune.bato(&["correct", FILE, sheet, &row, column, "--new", new, "--reason", "papier"]);
    assert_eq!(said.status, 0, "{}", said.err);
}

#[test]
fn a_window_shows_rows_columns_findings_and_outcomes() {
    let commune = Commune::empty();
    let total = "Total;;;;;;;;;350\n";
    commune.write(FILE, sheet(350, &[120, 250]) + "\n\n" + total);
    // Without a row, the first fault is shown.
    let first = window(&commune, &at(FILE, None, None)).unwrap();
    assert_eq!((first.rows_shown, first.last_row, first.rows.len()), ((101, 200), 354, WINDOW_ROWS as usize));
    assert_eq!(places(&first.faults), [(0, 120, 8), (0, 250, 8)]);
    assert_eq!(first.n_faults, (2, 0));
    let row = &first.rows[19];
    assert_eq!(
        (row.row, row.outcome, row.reason.as_deref()),
        (120, Some(Outcome::Quarantined), Some("impossible-date"))
    );
    let cell = row.cells.iter().find(|cell| cell.column == 8).unwrap();
    assert_eq!((cell.text.as_str(), cell.findings.len(), cell.findings[0].rule), ("30/02/1970", 1, "impossible-date"));
    assert_eq!(first.rows[20].outcome, Some(Outcome::Registered));
    let heads: Vec<(&str, &str)> =
        first.columns.iter().map(|column| (column.letters.as_str(), column.heading.as_str())).collect();
    assert_eq!((heads.len(), heads[4]), (10, ("E", "Nom")));
    // The last window: blank rows between, and the line of sums.
    let last = window(&commune, &at(FILE, Some(0), Some(354))).unwrap();
    assert_eq!((last.rows_shown, last.rows.len()), ((301, 354), 54));
    let blank = &last.rows[51];
    assert_eq!((blank.row, blank.outcome, blank.cells.len()), (352, None, 0));
    let sums = last.rows.last().unwrap();
    assert_eq!((sums.outcome, sums.reason.as_deref()), (Some(Outcome::Ignored), Some("total")));
    assert_eq!(window(&commune, &at(FILE, Some(9), Some(2))).unwrap().sheet, 0, "no such sheet");
    let beyond = window(&commune, &at(FILE, Some(0), Some(90_000))).unwrap();
    assert!(beyond.rows.iter().all(|row| row.cells.is_empty()));
}

#[test]
fn a_corrected_cell_shows_both_texts_and_the_view_follows_the_corrections() {
    let commune = Commune::empty();
    commune.write(FILE, sheet(150, &[3, 140]));
    assert_eq!(window(&commune, &at(FILE, None, None)).unwrap().n_faults, (2, 0));
    let before = views(&commune);
    correct(&commune, ("", 3, "I"), "28/02/1970");
    let now = window(&commune, &at(FILE, Some(0), Some(3))).unwrap();
    assert_eq!((now.n_faults, now.n_corrected, places(&now.faults)), ((1, 0), 1, vec![(0, 140, 8)]));
    let cell = now.rows[2].cells.iter().find(|cell| cell.column == 8).unwrap();
    let corrected = cell.corrected.as_ref().unwrap();
    assert_eq!((cell.text.as_str(), corrected.sheet.as_str()), ("28/02/1970", "30/02/1970"));
    assert_eq!(now.rows[2].outcome, Some(Outcome::Registered));
    // The view of before is gone; the new one is used again.
    let after = views(&commune);
    assert!(after.len() == 1 && after != before);
    window(&commune, &at(FILE, Some(0), Some(103))).unwrap();
    assert_eq!(views(&commune), after);
    // Another content.
    commune.write(FILE, sheet(150, &[]));
    let other = window(&commune, &at(FILE, None, None)).unwrap();
    assert_eq!(other.n_faults, (0, 1), "the correction of the earlier content is named");
    assert_eq!(other.findings[0].rule, "cell-corrections-outdated");
    // A view that is damaged is made again.
    std::fs::write(&views(&commune)[0], b"x").unwrap();
    assert_eq!(text(&window(&commune, &at(FILE, None, None)).unwrap().rows[1], 6), prenom(2));
}

#[test]
fn missing_values_and_merged_cells_are_shown_where_they_belong() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for name in ["Boma", "Lodja"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, heading) in (0_u16..).zip(["N° ménage", "Nom", "Prénom", "Sexe", "Date de naissance"]) {
            sheet.write(0, column, heading).unwrap();
        }
        for row in 1..=3 {
            sheet.write(row, 1, "MBALA").unwrap().write(row, 2, format!("Ruth{row}")).unwrap();
            sheet.write(row, 4, "12/03/1987").unwrap();
            if row != 2 {
                sheet.write(row, 3, "F").unwrap();
            }
        }
        sheet.merge_range(1, 0, 3, 0, "1", &rust_xlsxwriter::Format::new()).unwrap();
    }
    let commune = Commune::empty();
    let file = "census/Q06 Boma_2017.xlsx";
    commune.write(file, book.save_to_buffer().unwrap());
    let shown = window(&commune, &at(file, None, None)).unwrap();
    assert_eq!(shown.sheets.iter().map(|tab| tab.name.as_str()).collect::<Vec<_>>(), ["Boma", "Lodja"]);
    let missing: Vec<_> =
        shown.faults.iter().filter(|fault| fault.column == 3).map(|fault| (fault.sheet, fault.row)).collect();
    assert_eq!(missing, [(0, 3), (1, 3)], "the blank cell of the missing value");
    let covered = shown.rows[2].cells.iter().find(|cell| cell.column == 0).unwrap();
    assert_eq!(covered.covered_by, Some((0, 2)));
    assert_eq!(shown.rows[1].cells[0].covered_by, None);
    // From the last fault of a sheet to the first of the next.
    let last = shown.faults.iter().rev().find(|fault| fault.sheet == 0).unwrap();
    let next = app::next_fault(&shown.faults, (0, last.row, last.column)).unwrap();
    assert_eq!(next.sheet, 1);
}

#[test]
fn a_stray_cell_far_to_the_right_costs_one_column() {
    let commune = Commune::empty();
    let stray = format!("{}loin", ";".repeat(4_000));
    commune.write(FILE, sheet(20, &[]).replacen(";Chef", &format!(";Chef{stray}"), 1));
    let shown = window(&commune, &at(FILE, Some(0), Some(1))).unwrap();
    let last = shown.columns.last().unwrap();
    assert_eq!((shown.columns.len(), last.column, last.heading.as_str()), (11, 4_009, ""));
    assert_eq!(text(&shown.rows[1], 4_009), "loin");
}

#[test]
fn only_listed_files_are_shown_and_look_ups_are_logged() {
    let commune = Commune::empty();
    commune.write(FILE, sheet(3, &[]));
    commune.write("../secret.csv", sheet(3, &[]));
    for name in ["../secret.csv", "census/../../secret.csv", "/etc/passwd", "", "census", "census/absent.csv"] {
        assert_eq!(window(&commune, &at(name, None, None)).unwrap_err().code, ErrorCode::CorrectFileUnknown, "{name}");
    }
    commune.write("census/photo.xlsx", b"PK\x03\x04 broken");
    assert!(window(&commune, &at("census/photo.xlsx", None, None)).is_err());
    window(&commune, &at(FILE, None, None)).unwrap();
    let log = commune.bato(&["log"]).out;
    assert!(log.contains("sheet") && log.contains("Q06 Boma_2017.csv!!1"), "{log}");
}

#[test]
fn views_are_readable_by_their_owner_alone_and_in_no_backup() {
    let commune = Commune::empty();
    commune.write(FILE, sheet(3, &[]));
    commune.run();
    window(&commune, &at(FILE, None, None)).unwrap();
    let backup = commune.raw().with_file_name("b.zip");
    let said = commune.bato(&["backup", backup.to_str().unwrap()]);
    assert_eq!(said.status, 0, "{}", said.err);
    let zip = zip::ZipArchive::new(std::fs::File::open(&backup).unwrap()).unwrap();
    assert!(zip.file_names().all(|name| !name.unwrap().contains("work/")));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&commune.clean().join("work/views")), mode(&views(&commune)[0])), (0o700, 0o600));
    }
}

#[test]
fn the_files_are_listed_with_their_faults() {
    let commune = Commune::empty();
    commune.write(FILE, sheet(30, &[3, 4]));
    commune.write("census/Q07 Autre_2017.csv", sheet(20, &[5]).replace("MBALA", "KANZA"));
    commune.run();
    commune.write("census/Q08 Neuf_2017.csv", sheet(5, &[]).replace("MBALA", "ILUNGA"));
    let listed = app::sheet_files(&commune.raw(), &commune.clean(), &Config::default()).unwrap();
    let told: Vec<_> = listed.iter().map(|file| (file.name.as_str(), file.n_faults.0, file.state.code())).collect();
    assert_eq!(
        told,
        [(FILE, 2, "read"), ("census/Q07 Autre_2017.csv", 1, "read"), ("census/Q08 Neuf_2017.csv", 0, "changed")]
    );
    correct(&commune, ("", 3, "I"), "28/02/1970");
    let listed = app::sheet_files(&commune.raw(), &commune.clean(), &Config::default()).unwrap();
    assert_eq!((listed[0].state.code(), listed[0].n_corrected), ("changed", 1));
}

/// The text of a field of a form, by its name.
fn field<'p>(page: &'p str, name: &str) -> &'p str {
    let input = page.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("no field {name}"));
    input.split("value=\"").nth(1).unwrap().split('"').next().unwrap()
}

#[test]
fn a_cell_is_corrected_on_the_page_and_the_next_fault_opens() {
    let commune = Commune::empty();
    commune.write(FILE, sheet(150, &[3, 140]).replace("5;Boma;Lodja;5;", "5;Boma;<b>Lodja</b>;5;"));
    commune.run();
    let desk = Desk::start(&commune);
    let (cookie, key) = desk.enter();
    let own = format!("Origin: http://{}", desk.address);
    let get = |path: &str| desk.get(path, &[&cookie]);
    let post = |path: &str, form: &str| desk.post(path, &[&cookie, &own], &format!("cle={key}&{form}"));
    assert_eq!(post("/qui", "nom=Ruth&motif=x").status, 303);
    let files = get("/corriger").body;
    assert!(files.contains("/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv"), "{files}");
    // The first fault is open.
    let path = "/corriger/feuille?fichier=census%2FQ06+Boma_2017.csv";
    let page = get(path).body;
    assert!(page.contains("Case I3") && page.contains("naissance impossible"), "{page}");
    assert_eq!((field(&page, "ancien"), field(&page, "nouveau")), ("30/02/1970", "30/02/1970"));
    assert!(page.contains("&#60;b&#62;Lodja") && !page.contains("<b>Lodja"), "text is never markup");
    assert!(page.contains("<th scope=\"row\">3</th>") && page.contains("✖"));
    // Saved, the next fault opens.
    let cell = "fichier=census%2FQ06+Boma_2017.csv&feuille=0&onglet=&ligne=3&colonne=I&motif=fiche+papier";
    let saved = post("/corriger/feuille", &format!("{cell}&ancien=30/02/1970&nouveau=28/02/1970"));
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(
        saved
            .head
            .contains("location: /corriger/feuille?fichier=census%2fq06+boma_2017.csv&feuille=0&ligne=140&colonne=i"),
        "{}",
        saved.head
    );
    let next = get(&format!("{path}&feuille=0&ligne=140&colonne=I")).body;
    assert!(next.contains("Case I140") && next.contains("Enregistré."), "{next}");
    // Another text stands there by now: what was typed is not lost.
    let again = post("/corriger/feuille", &format!("{cell}&ancien=30/02/1970&nouveau=27/02/1970"));
    assert!(again.status == 200 && again.body.contains("contient «\u{a0}28/02/1970\u{a0}»"), "{}", again.body);
    assert_eq!(field(&again.body, "nouveau"), "27/02/1970");
    // The list, and back.
    let list = get("/corriger/liste").body;
    let id = field(&list, "numero").to_owned();
    assert!(list.contains("30/02/1970") && id.starts_with("C-"), "{list}");
    assert_eq!(post("/corriger/annuler", &format!("numero={id}")).status, 303);
    assert!(get(path).body.contains("Case I3"));
    // The workbook is a file to save.
    let workbook = get("/corriger/classeur?fichier=census%2FQ06+Boma_2017.csv");
    assert!(
        workbook.head.contains("content-disposition: attachment; filename=\"corrections.xlsx\""),
        "{}",
        workbook.head
    );
    assert!(!commune.raw().join("census/Q06 Boma_2017.corrections.xlsx").exists());
    for path in ["/corriger/feuille?fichier=../x", "/corriger/feuille", "/corriger/classeur?fichier=%2Fetc%2Fpasswd"] {
        assert_eq!(get(path).status, 422, "{path}");
    }
    assert_eq!(get("/corriger/autre").status, 404);
}

#[test]
fn a_sheet_is_corrected_in_a_browser_by_keyboard_alone() {
    if !has_browser() {
        return;
    }
    let tools = browser_tools();
    for lang in ["fr", "nl", "en"] {
        let commune = Commune::empty();
        commune.write(FILE, sheet(150, &[3, 140]));
        commune.run();
        let out = std::env::var_os("BATO_PICTURES").map_or_else(|| commune.raw().with_file_name("seen"), PathBuf::from);
        std::fs::create_dir_all(&out).unwrap();
        let desk = Desk::start(&commune);
        let mut script = std::process::Command::new("node");
        script.arg("desk/correct.mjs").arg(&desk.entry_page).arg(&desk.address).arg(&out).arg(lang);
        println!("{}", succeed(script.current_dir(&tools)));
    }
}

#[test]
fn a_fault_of_the_row_asks_for_nothing_in_a_cell_that_is_right() {
    // No column for the sex, for the date of birth, for the number of the act: nothing is wrong in the first cell.
    let files = [
        (
            "census/Q06 Boma_2017.csv",
            "Fiche;Nom;Post-nom;Prénom;Date de naissance;Lien\n1;MBALA;LEMA;Ruth;05/03/1982;Chef\n",
        ),
        ("census/Q07 Malonda_2017.csv", "Fiche;Nom;Post-nom;Prénom;Sexe;Lien\n1;NSIMBA;KIESE;Rose;F;Chef\n"),
        (
            "births/naissances_2017.csv",
            "Date de déclaration;Nom;Post-nom;Prénom;Sexe;Date de naissance;Quartier\n12/03/2017;ZOLA;KANDA;Paul;M;28/02/2017;Boma\n",
        ),
        // The column is there and the cell is blank: this is where one writes.
        (
            "census/Q08 Kutu_2017.csv",
            "Fiche;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n1;KALALA;TONA;Jean;;05/03/1982;Chef\n",
        ),
    ];
    let commune = Commune::empty();
    files.iter().for_each(|(name, text)| commune.write(name, text));
    let desk = Desk::start(&commune);
    let ruth = Browser::enter(&desk, "Ruth");
    for (name, text) in files {
        let address: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
        let page = ruth.get(&format!("/corriger/feuille?fichier={address}&feuille=0")).body;
        let panel = page.split("cell-panel").nth(1).unwrap_or_else(|| panic!("{name}: {page}"));
        let panel = panel.split("</section>").next().unwrap();
        let is_elsewhere = panel.contains("rien à écrire dans cette case");
        assert_eq!(is_elsewhere, !text.contains("KALALA"), "{name}: {panel}");
        assert_eq!(panel.contains("data-select"), text.contains("KALALA"), "{name}: {panel}");
    }
}
