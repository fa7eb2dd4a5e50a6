//! Tests of corrections workbooks: written by `check`, edited in another program, read by `run` in place of their
//! originals.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use bato::store::{LineageRow, PersonRow};

use crate::door::{Commune, project};

/// Returns a Python that can control LibreOffice, or `None` after printing why the test is skipped.
fn office() -> Option<&'static str> {
    let has_office = Command::new("soffice").arg("--version").output().is_ok_and(|said| said.status.success());
    let has_uno = |python: &&str| {
        Command::new(*python).args(["-c", "import uno"]).output().is_ok_and(|said| said.status.success())
    };
    let python = ["python3", "/usr/bin/python3"].into_iter().find(has_uno).filter(|_| has_office);
    if python.is_none() {
        let what = "this test needs soffice and python3 with uno (libreoffice-calc, python3-uno)";
        assert!(std::env::var_os("BATO_NO_SKIP").is_none(), "{what}");
        println!("skipped: {what}");
    }
    python
}

/// Edits cells (sheet, cell, text) of a workbook in LibreOffice and saves it.
fn edit_in_libreoffice(python: &str, workbook: &Path, edits: &[(&str, &str, &str)]) {
    let profile = tempfile::tempdir().unwrap();
    let edits = edits.iter().flat_map(|(sheet, cell, text)| [*sheet, *cell, *text]);
    let mut command = Command::new(python);
    let script = project().join("tests/it/edit_workbook.py");
    let said = command.arg(script).arg(profile.path()).arg(workbook).args(edits).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
}

const SHEET: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n\
    1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n\
    1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;30/02/1970;Épouse\n\
    1;Boma;Lodja;12;MBALA;@LEMA;Ruth;?;01/01/1990;Fille\n";

fn path(commune: &Commune, name: &str) -> String {
    commune.raw().join(name).to_str().unwrap().to_owned()
}

/// Returns the outcome of each row, by sheet and row.
fn outcomes(commune: &Commune) -> BTreeMap<(String, i64), LineageRow> {
    commune.table::<LineageRow>().into_iter().map(|row| ((row.sheet.clone(), row.row), row)).collect()
}

#[test]
fn rows_corrected_in_libreoffice_leave_quarantine() {
    let Some(python) = office() else { return };
    let fixture = |name: &str| std::fs::read(project().join("tests/fixtures").join(name)).unwrap();
    let xlsx = std::fs::read(project().join("data-raw/census/Q13 Kasa-Vubu_2017.xlsx")).unwrap();
    let of_csv = [("Q06 Boma_2017", "I3", "28/02/1970"), ("Q06 Boma_2017", "H4", "F")];
    let of_xlsx = [("Recensement", "D7", "MBALA"), ("Recensement", "H173", "28/02/1999")];
    let of_small = [("Feuil1", "H6", "28/02/1999")];
    for (name, bytes, edits, rows) in [
        ("Q06 Boma_2017.csv", SHEET.into(), &of_csv[..], &[3][..]),
        ("Q06 Boma_2017.xls", fixture("small.xls"), &of_small, &[6]),
        ("Q06 Boma_2017.ods", fixture("small.ods"), &of_small, &[6]),
        ("Q13 Kasa-Vubu_2017.xlsx", xlsx, &of_xlsx, &[7, 173]),
    ] {
        let commune = Commune::empty();
        commune.write(&format!("census/{name}"), bytes);
        commune.run();
        let before = outcomes(&commune);
        let ids = |commune: &Commune| -> Vec<String> {
            commune.table::<PersonRow>().into_iter().map(|person| person.person_id).collect()
        };
        let persons = ids(&commune);
        let said = commune.bato(&["check", &path(&commune, &format!("census/{name}"))]);
        let (stem, ending) = name.rsplit_once('.').unwrap();
        let by = format!("{stem}.corrections.xlsx");
        assert!(said.status == 1 && said.out.contains(&by), "{name}: {}{}", said.out, said.err);

        edit_in_libreoffice(python, &commune.raw().join("census").join(&by), edits);
        let said = commune.bato(&["run"]);
        assert_eq!(said.status, 0, "{name}: {}", said.err);
        let replaced = format!("« census/{name} » est remplacé par « census/{by} »");
        assert!(said.out.contains(&replaced), "{}", said.out);
        commune.assert_whole();
        let after = outcomes(&commune);
        let sheet = edits[0].0.to_owned();
        let first = if ending == "csv" { String::new() } else { sheet.clone() };
        for row in rows {
            assert_eq!(before[&(first.clone(), *row)].outcome, "quarantined", "{name} {row}");
            assert!(["registered", "merged"].contains(&after[&(sheet.clone(), *row)].outcome.as_str()), "{name} {row}");
        }
        // The rows of the corrections sheet are ignored; every other row is there as before.
        let (own, others): (Vec<_>, Vec<_>) = after.values().partition(|row| row.sheet == "Corrections Bato");
        assert!(
            own.len() > 8
                && own
                    .iter()
                    .all(|row| (row.outcome.as_str(), row.rule.as_deref()) == ("ignored", Some("corrections")))
        );
        assert_eq!(others.len(), before.len(), "{name}");
        // Persons of the first run keep their ids, also those whose cells were corrected.
        let now = ids(&commune);
        assert!(persons.iter().all(|id| now.contains(id)), "{name}");
        assert_eq!(now.len(), persons.len() + rows.len(), "{name}");

        // After a second check, a corrected cell has no colour and comment, and the person's workbook is unchanged.
        let saved = std::fs::read(commune.raw().join("census").join(&by)).unwrap();
        let said = commune.bato(&["check", &path(&commune, &format!("census/{by}"))]);
        assert_eq!(std::fs::read(commune.raw().join("census").join(&by)).unwrap(), saved);
        let second = commune.raw().join("census").join(format!("{stem}.corrections-2.xlsx"));
        assert_eq!(second.exists(), !said.out.contains("Rien à corriger"), "{}", said.out);
        if second.exists() {
            let comments = comments(&second);
            assert!(edits.iter().all(|(_, cell, _)| !comments.contains(&format!("ref=\"{cell}\""))), "{comments}");
        }
    }
}

/// Saves a workbook as another program does, with texts of its sheets replaced.
pub(crate) fn save_elsewhere(workbook: &Path, edits: &[(&str, &str)]) {
    let mut old = zip::ZipArchive::new(std::io::Cursor::new(std::fs::read(workbook).unwrap())).unwrap();
    let mut new = zip::ZipWriter::new(std::fs::File::create(workbook).unwrap());
    for index in 0..old.len() {
        let mut part = old.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        if name == "docProps/app.xml" || name.starts_with("xl/worksheets/sheet1") {
            let mut text = String::from_utf8(bytes).unwrap().replace(">Bato<", ">Microsoft Excel<");
            edits.iter().for_each(|(from, to)| text = text.replace(from, to));
            bytes = text.into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut new, &bytes).unwrap();
    }
    new.finish().unwrap();
}

#[test]
fn a_saved_workbook_replaces_its_original_and_ids_stay() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    commune.run();
    let by_row = |commune: &Commune| -> BTreeMap<i64, String> {
        let rows = commune.table::<LineageRow>().into_iter().filter(|row| row.sheet != "Corrections Bato");
        rows.filter_map(|row| Some((row.row, row.person_id?))).collect()
    };
    let before = by_row(&commune);
    assert_eq!(before.keys().copied().collect::<Vec<_>>(), [2, 4], "row 3 waits");
    commune.bato(&["check", &path(&commune, "census/Q06 Boma_2017.csv")]);
    let written = commune.raw().join("census/Q06 Boma_2017.corrections.xlsx");
    save_elsewhere(&written, &[(">30/02/1970<", ">28/02/1970<"), (">?<", ">F<")]);
    let said = commune.bato(&["run"]);
    assert!(said.status == 0 && said.out.contains("est remplacé par"), "{}{}", said.out, said.err);
    commune.assert_whole();
    let after = by_row(&commune);
    // The row with the corrected sex keeps its person; the row with the corrected date is registered.
    assert_eq!((&after[&2], &after[&4]), (&before[&2], &before[&4]));
    assert_eq!(after.len(), 3);
    let persons = commune.table::<PersonRow>();
    let ruth = persons.iter().find(|person| person.person_id == before[&4]).unwrap();
    assert_eq!((ruth.sex.as_deref(), ruth.postnom.as_str()), (Some("F"), "LEMA"));
    // Without the workbook, the original is read as before.
    std::fs::remove_file(&written).unwrap();
    let said = commune.bato(&["run", "--accept-removals"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(by_row(&commune), before);
}

/// Returns the parts of a workbook that hold comments.
fn comments(workbook: &Path) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(workbook).unwrap()).unwrap();
    let mut all = String::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        if part.name().unwrap().starts_with("xl/comments") {
            std::io::Read::read_to_string(&mut part, &mut all).unwrap();
        }
    }
    all
}

#[test]
fn a_corrections_workbook_has_the_same_bytes_each_time_and_a_sheet_without_findings_has_none() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    let sheet = path(&commune, "census/Q06 Boma_2017.csv");
    let written = commune.raw().join("census/Q06 Boma_2017.corrections.xlsx");
    commune.bato(&["check", &sheet]);
    let first = std::fs::read(&written).unwrap();
    // No person has saved it, so it is overwritten.
    commune.bato(&["check", &sheet]);
    assert_eq!(std::fs::read(&written).unwrap(), first);
    assert!(comments(&written).contains("ref=\"I3\"") && comments(&written).contains("ref=\"H4\""));
    assert!(!commune.raw().join("census/Q06 Boma_2017.corrections-2.xlsx").exists());

    let sound = SHEET.replace("30/02", "28/02").replace(";?;", ";F;");
    commune.write("census/sans faute_2017.csv", sound);
    let said = commune.bato(&["check", &path(&commune, "census/sans faute_2017.csv")]);
    assert!(said.status == 0 && !said.out.contains("Classeur"), "{}", said.out);
    assert!(!commune.raw().join("census/sans faute_2017.corrections.xlsx").exists());
}

#[test]
fn a_run_ignores_a_corrections_workbook_that_nobody_saved() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    commune.run();
    let before = outcomes(&commune);
    commune.bato(&["check", &path(&commune, "census/Q06 Boma_2017.csv")]);
    commune.run();
    assert_eq!(outcomes(&commune), before);
    assert_eq!(commune.current().manifest.inputs.len(), 1);
}

#[test]
fn a_workbook_saved_by_a_person_is_never_overwritten() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    let folder = commune.raw().join("census");
    let theirs = std::fs::read(project().join("data-raw/census/Q15 Kikimi_2017.xlsx")).unwrap();
    for name in ["Q06 Boma_2017.corrections.xlsx", "Q06 Boma_2017.corrections-2.xlsx"] {
        std::fs::write(folder.join(name), &theirs).unwrap();
    }
    let sheet = path(&commune, "census/Q06 Boma_2017.csv");
    let said = commune.bato(&["check", &sheet]);
    assert!(said.out.contains("Q06 Boma_2017.corrections-3.xlsx"), "{}", said.out);
    assert_eq!(std::fs::read(folder.join("Q06 Boma_2017.corrections.xlsx")).unwrap(), theirs);
    assert_eq!(std::fs::read(folder.join("Q06 Boma_2017.corrections-2.xlsx")).unwrap(), theirs);
    // Two files of one name in one check get two workbooks, and checking a corrections workbook does not overwrite it.
    commune.write("births/Q06 Boma_2017.csv", SHEET);
    let other = path(&commune, "births/Q06 Boma_2017.csv");
    let said = commune.bato(&["check", &sheet, &other, "--out", "corrections"]);
    assert!(said.out.contains("Boma_2017.corrections.xlsx") && said.out.contains("Boma_2017.corrections-2.xlsx"));
    let own = folder.join("Q06 Boma_2017.corrections-3.xlsx");
    let before = std::fs::read(&own).unwrap();
    let said = commune.bato(&["check", own.to_str().unwrap()]);
    assert!(said.out.contains("corrections-4.xlsx"), "{}", said.out);
    assert_eq!(std::fs::read(&own).unwrap(), before);
}

#[test]
fn findings_are_printed_even_if_the_folder_can_not_be_written() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    std::fs::write(commune.raw().with_file_name("fichier"), "no folder").unwrap();
    let said = commune.bato(&["check", &path(&commune, "census/Q06 Boma_2017.csv"), "--out", "fichier"]);
    assert_eq!(said.status, 1);
    assert!(said.out.contains("30/02/1970"), "the findings are printed: {}", said.out);
    assert!(said.err.contains("--out"), "{}", said.err);
}

/// Checks the file of a commune and saves its corrections workbook as another program does, under a name.
fn corrected(commune: &Commune, file: &str, edits: &[(&str, &str)], name: &str) {
    commune.bato(&["check", &path(commune, file)]);
    let written = commune.raw().join(file.replace(".csv", ".corrections.xlsx"));
    save_elsewhere(&written, edits);
    std::fs::rename(&written, commune.raw().join(name)).unwrap();
}

const EDITS: [(&str, &str); 2] = [(">30/02/1970<", ">28/02/1970<"), (">?<", ">F<")];

#[test]
fn a_newer_original_is_read_with_the_corrections_cell_by_cell() {
    let commune = Commune::empty();
    let file = "census/Q06 Boma_2017.csv";
    commune.write(file, SHEET);
    commune.run();
    corrected(&commune, file, &EDITS, "census/Q06 Boma_2017.corrections.xlsx");
    commune.run();
    let ids = |commune: &Commune| -> BTreeMap<String, String> {
        commune.table::<PersonRow>().into_iter().map(|person| (person.prenom, person.person_id)).collect()
    };
    let before = ids(&commune);
    assert_eq!(before.keys().collect::<Vec<_>>(), ["Bruno", "Noella", "Ruth"]);
    // A line before the others, a new household, and the agent has corrected Ruth's sex, otherwise than the workbook.
    let newer =
        SHEET.replace(";?;", ";M;").replacen("Lien\n", "Lien\n9;Boma;Kasa;1;ILUNGA;KABEYA;Jean;M;03/04/1950;Chef\n", 1)
            + "2;Boma;Lodja;14;KANZA;LUZOLO;Noé;M;04/05/1980;Chef\n";
    commune.write(file, &newer);
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("Une correction n’est pas appliquée"), "{}", said.out);
    assert!(
        said.out.contains("est lu avec les corrections de « census/Q06 Boma_2017.corrections.xlsx »"),
        "{}",
        said.out
    );
    commune.assert_whole();
    let after = ids(&commune);
    assert_eq!(after.keys().collect::<Vec<_>>(), ["Bruno", "Jean", "Noella", "Noé", "Ruth"]);
    assert!(before.iter().all(|(name, id)| after[name] == *id), "{before:?} {after:?}");
    let persons = commune.table::<PersonRow>();
    let noella = persons.iter().find(|person| person.prenom == "Noella").unwrap();
    assert_eq!(noella.born_on.map(|day| day.to_string()).as_deref(), Some("1970-02-28"));
    let findings = commune.table::<bato::store::FindingRow>();
    let told: Vec<_> = findings.iter().filter(|finding| finding.rule == "correction-not-applied").collect();
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].file.as_str(), told[0].row), (file, 5), "the row and column as the spreadsheet shows them");
    // The corrections workbook is a file of its own, whose rows are read in the original.
    let rows = commune.table::<LineageRow>();
    let is_read = |row: &&LineageRow| row.file.ends_with(".xlsx") && row.outcome != "ignored";
    assert_eq!(rows.iter().filter(is_read).count(), 0);
    // A run without a change reads the same, from the cache and without it.
    let register = commune.table::<LineageRow>();
    commune.bato(&["run", "--no-cache"]);
    assert_eq!(commune.table::<LineageRow>(), register);
}

#[test]
fn a_corrections_workbook_is_known_under_any_name_and_in_any_folder() {
    for name in ["census/corrigé par Ruth.xlsx", "births/retour/Q06.xlsx", "census/Q06 Boma_2017 (2).corrections.xlsx"]
    {
        let commune = Commune::empty();
        let file = "census/Q06 Boma_2017.csv";
        commune.write(file, SHEET);
        commune.run();
        std::fs::create_dir_all(commune.raw().join("births/retour")).unwrap();
        corrected(&commune, file, &EDITS, name);
        let said = commune.bato(&["run"]);
        assert_eq!(said.status, 0, "{name}: {}", said.err);
        commune.assert_whole();
        assert_eq!(commune.table::<PersonRow>().len(), 3, "{name}");
        let rows = commune.table::<LineageRow>();
        let n_data = rows.iter().filter(|row| row.outcome != "ignored").count();
        assert_eq!((n_data, rows.iter().filter(|row| row.outcome == "quarantined").count()), (3, 0), "{name}");
    }
}

#[test]
fn the_corrections_of_two_persons_are_both_taken() {
    let commune = Commune::empty();
    let file = "census/Q06 Boma_2017.csv";
    commune.write(file, SHEET);
    corrected(&commune, file, &EDITS[..1], "census/par Ruth.xlsx");
    corrected(&commune, file, &EDITS[1..], "census/par Noé.xlsx");
    commune.run();
    let persons = commune.table::<PersonRow>();
    let sexes: Vec<_> = persons.iter().map(|person| person.sex.as_deref()).collect();
    assert!(persons.len() == 3 && sexes.iter().all(Option::is_some), "{sexes:?}");
    commune.assert_whole();
}

#[test]
fn a_folder_means_every_sheet_in_it() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    std::fs::create_dir(commune.raw().join("census/sous-dossier")).unwrap();
    commune.write("census/sous-dossier/Q07_2017.csv", SHEET);
    commune.write("census/~$Q06.xlsx", "verrou");
    for folder in [commune.raw(), commune.raw().join("census")] {
        let said = commune.bato(&["check", folder.to_str().unwrap()]);
        assert_eq!(said.status, 1, "{}", said.err);
        assert!(
            said.out.contains("Q06 Boma_2017.csv") && said.out.contains("sous-dossier/Q07_2017.csv"),
            "{}",
            said.out
        );
        assert!(said.out.contains("enregistrez-le et relancez"), "{}", said.out);
        assert!(commune.raw().join("census/sous-dossier/Q07_2017.corrections.xlsx").exists());
        assert!(!said.out.contains("verrou") && !said.err.contains("disque"));
    }
    let said = commune.bato(&["check", commune.raw().join("events").to_str().unwrap()]);
    assert!(said.status == 2 && said.err.contains("aucun fichier à vérifier"), "{}", said.err);
}

const FILE: &str = "census/Q06 Boma_2017.csv";
const NEW_ROW: &str = "2;Boma;Lodja;14;KANZA;LUZOLO;Noé;M;04/05/1980;Chef\n";

fn prenoms(commune: &Commune) -> Vec<String> {
    let mut prenoms: Vec<String> = commune.table::<PersonRow>().into_iter().map(|person| person.prenom).collect();
    prenoms.sort();
    prenoms
}

#[test]
fn a_file_that_only_has_the_name_of_a_workbook_replaces_nothing() {
    for name in ["pdf", "docx", "txt", "bak"] {
        let commune = Commune::empty();
        commune.write(FILE, SHEET);
        commune.write(&format!("census/Q06 Boma_2017.corrections.{name}"), "%PDF-1.4\nliste\n");
        let said = commune.bato(&["run"]);
        assert!(!said.out.contains("est remplacé par"), "{name}: {}", said.out);
        assert_eq!(prenoms(&commune), ["Bruno", "Ruth"], "{name}");
    }
    // A sheet of that name with other rows is a sheet of its own.
    let commune = Commune::empty();
    commune.write(FILE, SHEET);
    commune.write("census/Q06 Boma_2017.corrections.csv", SHEET.lines().next().unwrap().to_owned() + "\n" + NEW_ROW);
    commune.run();
    assert_eq!(prenoms(&commune), ["Bruno", "Noé", "Ruth"]);
}

#[test]
fn a_workbook_that_lost_its_summary_hides_no_newer_row_of_the_original() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET);
    // The workbook as a person saves it as CSV: the summary sheet is gone.
    let saved = SHEET.replace("30/02/1970", "28/02/1970").replace(";?;", ";F;");
    commune.write("census/Q06 Boma_2017.corrections.csv", &saved);
    commune.run();
    assert_eq!(prenoms(&commune), ["Bruno", "Noella", "Ruth"]);
    commune.write(FILE, SHEET.to_owned() + NEW_ROW);
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert_eq!(prenoms(&commune), ["Bruno", "Noella", "Noé", "Ruth"]);
    commune.assert_whole();
}

#[test]
fn a_newer_original_that_can_not_be_read_is_reported_and_loses_nobody() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET);
    commune.write("census/Q07 Kutu_2017.csv", SHEET.replace("Boma", "Kutu").replace("MBALA", "ILUNGA"));
    corrected(&commune, FILE, &EDITS, "census/Q06 Boma_2017.corrections.xlsx");
    commune.write(FILE, SHEET.to_owned() + NEW_ROW);
    commune.run();
    assert!(prenoms(&commune).contains(&"Noé".to_owned()));
    // The bytes of no sheet.
    std::fs::write(commune.raw().join(FILE), [0_u8; 600]).unwrap();
    for words in [&["run"][..], &["run", "--accept-removals"]] {
        let said = commune.bato(words);
        assert!(said.status == 2 && said.err.contains(FILE), "{words:?}: {}{}", said.out, said.err);
    }
    assert!(prenoms(&commune).contains(&"Noé".to_owned()));
}

#[test]
fn workbooks_of_two_originals_of_one_name_are_both_read() {
    let commune = Commune::empty();
    let others = [
        ("MBALA", "ILUNGA"),
        ("Boma", "Kutu"),
        ("NSIMBA;KIESE;Noella", "KANZA;DIANA;Aimée"),
        ("08/10/1961", "03/02/1955"),
        ("Bruno", "Cédric"),
        ("@LEMA;Ruth", "@TONA;Grace"),
        ("01/01/1990", "05/07/1988"),
    ];
    let other = others.iter().fold(SHEET.to_owned(), |text, (from, to)| text.replace(from, to));
    let files = [("census/Boma/fiches_2017.csv", SHEET), ("census/Kutu/fiches_2017.csv", &other)];
    for (file, text) in files {
        std::fs::create_dir_all(commune.raw().join(file).parent().unwrap()).unwrap();
        commune.write(file, text);
        let name = file.replace(".csv", ".corrections.xlsx");
        corrected(&commune, file, &EDITS, &name);
    }
    // The originals are put away: all of them, or the first alone.
    for (file, ..) in files {
        std::fs::remove_file(commune.raw().join(file)).unwrap();
        commune.run();
        let mut noms: Vec<String> = commune.table::<PersonRow>().into_iter().map(|person| person.nom).collect();
        noms.sort();
        assert_eq!(noms, ["ILUNGA", "ILUNGA", "KANZA", "MBALA", "MBALA", "NSIMBA"], "{file}");
        commune.assert_whole();
    }
}

#[test]
fn a_colleague_s_workbook_counts_although_another_one_went_further() {
    for is_original_there in [true, false] {
        let commune = Commune::empty();
        commune.write(FILE, SHEET);
        let first = commune.raw().join("census/Q06 Boma_2017.corrections.xlsx");
        commune.bato(&["check", &path(&commune, FILE)]);
        let copy = std::fs::read(&first).unwrap();
        save_elsewhere(&first, &EDITS[..1]);
        commune.run();
        // Ruth goes on in a second workbook, in which she takes her first correction back; Noé brings his copy.
        let second = commune.raw().join("census/Q06 Boma_2017.corrections-2.xlsx");
        commune.bato(&["check", &path(&commune, "census/Q06 Boma_2017.corrections.xlsx")]);
        save_elsewhere(&second, &[(">Bruno<", ">Brunot<"), (">28/02/1970<", ">27/02/1970<")]);
        let brought = commune.raw().join("census/par Noé.xlsx");
        std::fs::write(&brought, copy).unwrap();
        save_elsewhere(&brought, &EDITS[1..]);
        if !is_original_there {
            std::fs::remove_file(commune.raw().join(FILE)).unwrap();
        }
        let said = commune.bato(&["run"]);
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
        let persons = commune.table::<PersonRow>();
        let of =
            |prenom: &str| persons.iter().find(|person| person.prenom == prenom).unwrap_or_else(|| panic!("{prenom}"));
        assert_eq!(of("Ruth").sex.as_deref(), Some("F"), "Noé's, {is_original_there}");
        assert_eq!(of("Noella").born_on.map(|day| day.to_string()).as_deref(), Some("1970-02-27"));
        assert_eq!((persons.len(), of("Brunot").nom.as_str()), (3, "MBALA"));
        commune.assert_whole();
    }
}

#[test]
fn a_renamed_workbook_is_named_as_it_is_called_now() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET);
    corrected(&commune, FILE, &EDITS, "census/Q06 Boma_2017.corrections.xlsx");
    commune.write(FILE, SHEET.replace(";?;", ";M;") + NEW_ROW);
    commune.run();
    std::fs::rename(
        commune.raw().join("census/Q06 Boma_2017.corrections.xlsx"),
        commune.raw().join("census/par Ruth.xlsx"),
    )
    .unwrap();
    commune.run();
    let findings = commune.table::<bato::store::FindingRow>();
    let told: Vec<_> = findings.iter().filter(|finding| finding.rule == "correction-not-applied").collect();
    assert!(told.len() == 1 && told[0].args.contains("par Ruth.xlsx"), "{told:?}");
    commune.assert_whole();
    let said = commune.bato(&["verify", "--full"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
}

#[test]
fn a_fixed_column_is_fixed_in_the_corrections_workbook_too() {
    let commune = Commune::empty();
    let turned = SHEET.replace("Nom;Post-nom;", "Post-nom;Nom;");
    commune.write(FILE, &turned);
    let pin = |column: &str, field: &str| {
        format!("[[ingest.pin]]\nfile = \"Q06 Boma_2017.csv\"\ncolumn = \"{column}\"\nfield = \"{field}\"\n")
    };
    let settings = commune.raw().with_file_name("bato.toml");
    std::fs::write(&settings, pin("E", "nom") + &pin("F", "postnom")).unwrap();
    commune.run();
    let noms = |commune: &Commune| -> Vec<(String, String)> {
        let mut noms: Vec<_> =
            commune.table::<PersonRow>().into_iter().map(|person| (person.nom, person.postnom)).collect();
        noms.sort();
        noms
    };
    let before = noms(&commune);
    assert!(before.iter().all(|(nom, _)| nom == "MBALA"), "{before:?}");
    corrected(&commune, FILE, &EDITS, "census/Q06 Boma_2017.corrections.xlsx");
    let said = commune.bato(&["run"]);
    assert!(said.status == 0 && said.out.contains("est remplacé par"), "{}{}", said.out, said.err);
    let after = noms(&commune);
    assert!(after.len() == 3 && before.iter().all(|names| after.contains(names)), "{after:?}");
    // Under another name, beside its original.
    let other = commune.raw().join("census/Boma corrigé.xlsx");
    std::fs::rename(commune.raw().join("census/Q06 Boma_2017.corrections.xlsx"), other).unwrap();
    commune.run();
    assert_eq!(noms(&commune), after);
}

#[test]
fn a_workbook_whose_sheet_is_damaged_hides_no_sound_original() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET);
    let workbook = "census/Q06 Boma_2017.corrections.xlsx";
    corrected(&commune, FILE, &EDITS, workbook);
    save_elsewhere(&commune.raw().join(workbook), &[("</sheetData>", "<row><c")]);
    for words in [&["run"][..], &["run", "--accept-removals"]] {
        let said = commune.bato(words);
        assert!(said.status == 1 && said.out.contains(workbook), "{words:?}: {}{}", said.out, said.err);
        assert_eq!(prenoms(&commune), ["Bruno", "Ruth"], "the original is read");
    }
}

#[test]
fn of_two_workbooks_made_from_one_another_the_later_text_of_a_cell_counts() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET);
    let first = "census/Q06 Boma_2017.corrections.xlsx";
    corrected(&commune, FILE, &[(">Ruth<", ">Rutha<")], first);
    commune.run();
    commune.bato(&["check", &path(&commune, first)]);
    let second = commune.raw().join("census/Q06 Boma_2017.corrections-2.xlsx");
    save_elsewhere(&second, &[(">Rutha<", ">Ruthe<")]);
    commune.run();
    assert_eq!(prenoms(&commune), ["Bruno", "Ruthe"]);
    // The first workbook is opened and saved once more, with another correction.
    save_elsewhere(&commune.raw().join(first), &[(">Bruno<", ">Brunon<")]);
    commune.bato(&["run", "--accept-removals"]);
    assert_eq!(prenoms(&commune), ["Brunon", "Ruthe"]);
}

#[test]
fn a_copy_of_an_original_is_read_with_the_same_corrections() {
    for workbook in ["census/Q06 Boma_2017.corrections.xlsx", "census/retour/Q06 Boma_2017.corrections.xlsx"] {
        let commune = Commune::empty();
        commune.write(FILE, SHEET);
        std::fs::create_dir_all(commune.raw().join("census/retour")).unwrap();
        std::fs::create_dir_all(commune.raw().join("census/old")).unwrap();
        corrected(&commune, FILE, &[(">Ruth<", ">Marthe<"), (">01/01/1990<", ">04/05/1979<")], workbook);
        commune.run();
        assert_eq!(prenoms(&commune), ["Bruno", "Marthe"], "{workbook}");
        commune.write("census/old/Q06 Boma_2017.csv", SHEET);
        commune.bato(&["run", "--accept-removals"]);
        assert!(!prenoms(&commune).contains(&"Ruth".to_owned()), "{workbook}: {:?}", prenoms(&commune));
        commune.assert_whole();
    }
}

#[test]
fn a_workbook_that_nobody_saved_is_left_out_beside_a_newer_file_of_another_name() {
    let commune = Commune::empty();
    commune.write(FILE, SHEET);
    commune.bato(&["check", &path(&commune, FILE)]);
    std::fs::remove_file(commune.raw().join(FILE)).unwrap();
    commune.write("census/Boma corrigé 2017.csv", SHEET.replace(";Ruth;", ";Marthe;"));
    commune.run();
    assert_eq!(prenoms(&commune), ["Bruno", "Marthe"]);
}
