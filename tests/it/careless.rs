//! Tests of files and folders that a careless person changed: damaged versions, sheets in the wrong place, tables that
//! another program wrote badly, folders given to the wrong option.

use bato::store::{LineageRow, PersonRow};

use crate::door::{Commune, FOLDERS_HERE};
use crate::hostile::zip_of;

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const ROWS: &str = "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n\
    1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;28/02/1970;Épouse\n";
const OTHERS: &str =
    "1;Kutu;Kasa;7;ILUNGA;MUYA;Ruth;F;03/05/1980;Chef\n1;Kutu;Kasa;7;PANZU;DIA;Noé;M;04/06/2001;Fils\n";
const SECOND: &str = "census/Q07 Kutu_2017.csv";

/// A commune of one file, `census/Q06 Boma_2017.csv`.
fn commune(rows: &str) -> Commune {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{rows}"));
    commune
}

/// A commune whose second version has a second file.
fn two_versions() -> Commune {
    let commune = commune(ROWS);
    commune.run();
    commune.write(SECOND, format!("{HEADINGS}{OTHERS}"));
    commune.run();
    commune
}

/// Changes a byte in the middle of a file of the version in use; of the manifest, half is left.
fn damage(commune: &Commune, file: &str) {
    let path = commune.clean().join("generations/000002").join(file);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    if file == "manifest.json" {
        bytes.truncate(middle);
    } else {
        bytes[middle] ^= 1;
    }
    std::fs::write(&path, bytes).unwrap();
}

fn names(commune: &Commune) -> Vec<String> {
    let mut names: Vec<String> = commune.table::<PersonRow>().into_iter().map(|person| person.nom).collect();
    names.sort();
    names
}

#[test]
fn nobody_vanishes_behind_a_damaged_version() {
    let sheet = format!("{HEADINGS}{OTHERS}");
    for (file, said) in [
        ("persons.parquet", "Q07 Kutu_2017.csv"),
        ("lineage.parquet", "Q07 Kutu_2017.csv"),
        ("manifest.json", "version 2"),
        // The persons can still be read: they are named.
        ("links.parquet", "ILUNGA MUYA Ruth"),
    ] {
        let commune = two_versions();
        damage(&commune, file);
        std::fs::remove_file(commune.raw().join(SECOND)).unwrap();
        let refused = commune.bato(&["run"]);
        assert!(refused.status == 2 && refused.err.contains(said), "{file}: {}{}", refused.out, refused.err);
        let shown = commune.bato(&["run", "--dry-run"]);
        assert!(shown.status < 2, "{file}: {}", shown.err);
        assert!(file == "links.parquet" || shown.err.contains("abîmée"), "{file}: {}{}", shown.out, shown.err);
        // A file that is there and changed is none that is gone for the persons in it.
        commune.write(SECOND, format!("{HEADINGS}{}", OTHERS.lines().last().unwrap()));
        assert_eq!(commune.bato(&["run"]).status, 2, "{file}");
        commune.write(SECOND, &sheet);
        let whole = commune.bato(&["run"]);
        if file == "manifest.json" {
            assert!(whole.status == 2 && whole.err.contains("--accept-removals"), "{}", whole.err);
            assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
        } else {
            assert_eq!(whole.status, 0, "{file}: {}{}", whole.out, whole.err);
        }
        assert_eq!(names(&commune), ["ILUNGA", "MBALA", "NSIMBA", "PANZU"], "{file}");
        commune.assert_whole();
    }
    let commune = two_versions();
    damage(&commune, "persons.parquet");
    std::fs::remove_file(commune.raw().join(SECOND)).unwrap();
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert_eq!(names(&commune), ["MBALA", "NSIMBA"]);
}

#[cfg(unix)]
#[test]
fn persons_of_a_folder_that_can_not_be_read_stay() {
    let commune = commune(ROWS);
    std::fs::create_dir(commune.raw().join("census/Kutu")).unwrap();
    commune.write("census/Kutu/Q07_2017.csv", format!("{HEADINGS}{OTHERS}"));
    commune.run();
    std::fs::rename(commune.raw().join("census/Kutu"), commune.raw().with_file_name("ailleurs")).unwrap();
    // A link to itself can be opened by nobody.
    std::os::unix::fs::symlink("Kutu", commune.raw().join("census/Kutu")).unwrap();
    for words in [&["run"][..], &["run", "--accept-removals"]] {
        let said = commune.bato(words);
        assert!(said.status == 2 && said.err.contains("census/Kutu"), "{words:?}: {}{}", said.out, said.err);
    }
    assert_eq!(commune.table::<PersonRow>().len(), 4);
}

/// Returns a workbook with sheets of these names and rows in XML.
fn workbook(sheets: &[(&str, String)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut book, mut targets, mut parts) = (String::new(), String::new(), Vec::new());
    for (number, (name, rows)) in (1..).zip(sheets) {
        book += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        let sheet = format!("worksheets/sheet{number}.xml");
        targets += &format!("<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"{sheet}\"/>");
        let text = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/{sheet}"), text));
    }
    let root = format!("<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    let relations = |inner: &str| format!("<Relationships xmlns=\"{PACKAGE}\">{inner}</Relationships>");
    let book = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{book}</sheets></workbook>");
    parts.push(("[Content_Types].xml".to_owned(), "<Types/>".to_owned()));
    parts.push(("_rels/.rels".to_owned(), relations(&root)));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations(&targets)));
    parts.push(("xl/workbook.xml".to_owned(), book));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zip_of(&parts)
}

/// Returns rows of XML from lines of text; a cell that begins with `=` is a formula without a value.
fn rows(text: &str) -> String {
    let cell = |text: &str| match text.strip_prefix('=') {
        Some(formula) => format!("<c><f>{formula}</f></c>"),
        None => format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"),
    };
    let row = |(number, line): (usize, &str)| {
        format!("<row r=\"{number}\">{}</row>", line.split(';').map(cell).collect::<String>())
    };
    (1..).zip(text.lines()).map(row).collect()
}

#[test]
fn a_workbook_with_two_sheets_of_one_name_is_refused_by_name() {
    let tables = [ROWS, OTHERS].map(|text| format!("{HEADINGS}{text}"));
    let xlsx = workbook(&[("Liste", rows(&tables[0])), ("Liste", rows(&tables[1]))]);
    let ods_table = |text: &str| {
        let cell = |text: &str| {
            format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
        };
        let row = |line: &str| {
            format!("<table:table-row>{}</table:table-row>", line.split(';').map(cell).collect::<String>())
        };
        format!("<table:table table:name=\"Liste\">{}</table:table>", text.lines().map(row).collect::<String>())
    };
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet>{}{}</office:spreadsheet></office:body></office:document-content>",
        ods_table(&tables[0]),
        ods_table(&tables[1])
    );
    let ods = zip_of(&[
        ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ]);
    for (name, bytes) in [("Q07 Kutu_2017.xlsx", xlsx), ("Q07 Kutu_2017.ods", ods)] {
        let commune = commune(ROWS);
        commune.write(&format!("census/{name}"), bytes);
        let said = commune.bato(&["run"]);
        assert!(said.status == 1 && said.out.contains("portent le même nom"), "{name}: {}{}", said.out, said.err);
        let checked = commune.bato(&["check", &format!("data-raw/census/{name}")]);
        assert!(checked.status == 1 && checked.out.contains("portent le même nom"), "{name}: {}", checked.out);
        let verified = commune.bato(&["verify", "--full"]);
        assert_eq!(verified.status, 0, "{name}: {}{}", verified.out, verified.err);
    }
    // Two names are two sheets.
    let commune = commune(ROWS);
    commune.write("census/Q07_2017.xlsx", workbook(&[("Liste", rows(&tables[0])), ("Liste 2", rows(&tables[1]))]));
    commune.run();
    assert_eq!(commune.table::<LineageRow>().len(), 3 + 6);
}

#[test]
fn rows_of_formulas_that_were_never_computed_are_counted_and_named() {
    let formulas = "=A2;=B2;=C2;=D2;=E2;=F2;=G2;=H2;=I2;=J2\n";
    for (text, n_rows) in [
        (format!("{HEADINGS}{ROWS}{formulas}{formulas}"), 5),
        (format!("{HEADINGS}{formulas}{ROWS}"), 4),
        (formulas.repeat(6), 6),
    ] {
        let commune = commune(ROWS);
        commune.write("census/Q07_2017.xlsx", workbook(&[("Liste", rows(&text))]));
        let said = commune.bato(&["run"]);
        assert!(said.status < 2, "{}", said.err);
        let lineage: Vec<LineageRow> = commune.table();
        assert_eq!(lineage.iter().filter(|row| row.file == "census/Q07_2017.xlsx").count(), n_rows, "{text}");
        let checked = commune.bato(&["check", "data-raw/census/Q07_2017.xlsx"]);
        assert!(checked.out.contains("calculée"), "{text}: {}", checked.out);
        let verified = commune.bato(&["verify", "--full"]);
        assert_eq!(verified.status, 0, "{text}: {}{}", verified.out, verified.err);
    }
}

#[test]
fn a_row_with_another_separator_or_a_lone_quotation_mark_is_registered() {
    let others = OTHERS.lines().collect::<Vec<_>>();
    let with_commas = others[0].replace(';', ",");
    let quoted = format!("\"{}\"", others[1]);
    let lone = "2;Boma;Lodja;14;\"KANZA;NLANDU;Marc;M;09/09/1959;Chef";
    let sheet = format!("{HEADINGS}{ROWS}{with_commas}\n{quoted}\n{lone}");
    for end in ["", "\n", "\n\u{1a}"] {
        let commune = commune(ROWS);
        commune.write("census/Q07_2017.csv", format!("{sheet}{end}"));
        let said = commune.bato(&["run"]);
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
        let lineage: Vec<LineageRow> = commune.table();
        let of_file = lineage.iter().filter(|row| row.file == "census/Q07_2017.csv");
        let outcomes: Vec<&str> = of_file.map(|row| row.outcome.as_str()).collect();
        assert_eq!(outcomes.len(), 6, "{outcomes:?}");
        assert!(outcomes[1..].iter().all(|outcome| ["registered", "merged"].contains(outcome)), "{outcomes:?}");
        let verified = commune.bato(&["verify", "--full"]);
        assert_eq!(verified.status, 0, "{}{}", verified.out, verified.err);
    }
    // A row that was pasted into one cell of a workbook is no note.
    let commune = commune(ROWS);
    let cells = rows(&format!("{HEADINGS}{ROWS}"))
        + &format!("<row r=\"4\"><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", others[0]);
    commune.write("census/Q07_2017.xlsx", workbook(&[("Liste", cells)]));
    let said = commune.bato(&["run"]);
    assert!(said.status < 2, "{}", said.err);
    let lineage: Vec<LineageRow> = commune.table();
    let row = lineage.iter().find(|row| row.file.ends_with(".xlsx") && row.row == 4).unwrap();
    assert_eq!((row.outcome.as_str(), row.rule.as_deref()), ("quarantined", Some("name-outside-table")));
}

#[test]
fn half_a_letter_at_the_end_of_a_text_is_no_row() {
    let commune = commune(ROWS);
    let text = format!("\u{feff}{HEADINGS}{OTHERS}");
    let mut bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.push(b'K');
    commune.write(SECOND, bytes);
    commune.run();
    let checked = commune.bato(&["check", &format!("data-raw/{SECOND}")]);
    assert!(checked.out.contains("coup"), "the incomplete copy is named: {}", checked.out);
    let verified = commune.bato(&["verify", "--full"]);
    assert_eq!(verified.status, 0, "{}{}", verified.out, verified.err);
}

#[test]
fn folders_of_the_program_are_not_checked_and_get_no_workbook() {
    let commune = commune(&ROWS.replace("28/02", "30/02"));
    commune.run();
    std::fs::create_dir(commune.raw().join("reference")).unwrap();
    commune.write("reference/quartiers.csv", "name,round\nBoma,2017\n");
    for path in ["data-clean", "data-clean/generations", "data-raw/reference", "data-raw/reference/quartiers.csv"] {
        let said = commune.bato(&["check", path]);
        assert!(said.status == 2 && said.err.contains("dossier du programme"), "{path}: {}{}", said.out, said.err);
    }
    std::fs::remove_file(commune.raw().join("reference/quartiers.csv")).unwrap();
    // The folder above holds the sheets, and the program's files.
    let said = commune.bato(&["check", "."]);
    assert!(said.status == 1 && said.out.contains("Q06 Boma_2017.csv"), "{}{}", said.out, said.err);
    let mut open = vec![commune.clean(), commune.raw().join("reference")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            assert!(!path.to_string_lossy().contains(".corrections."), "{}", path.display());
            open.extend(Some(path).filter(|path| path.is_dir()));
        }
    }
}

#[test]
fn a_register_in_the_raw_folder_is_refused() {
    let commune = commune(ROWS);
    for clean in ["data-raw", "data-raw/census/registre", "data-raw/../data-raw/net", "./data-raw"] {
        let said = commune.bato(&["run", "--clean", clean]);
        assert!(said.status == 2 && said.err.contains("--clean"), "{clean}: {}{}", said.out, said.err);
        assert!(!commune.raw().join("generations").exists() && !commune.raw().join("census/registre").exists());
    }
    assert_eq!(commune.bato(&["run", "--clean", "data-raw-net"]).status, 0);
}

#[test]
fn sheets_outside_of_the_folders_are_named_by_run_and_check() {
    let commune = commune(ROWS);
    for name in ["recensement", "naissances/2017"] {
        std::fs::create_dir_all(commune.raw().join(name)).unwrap();
    }
    for name in ["Q08.csv", "recensement/Q09.xlsx", "naissances/2017/actes.ods"] {
        commune.write(name, "x");
    }
    commune.write("note.txt", "x");
    let said = commune.bato(&["run"]);
    let checked = commune.bato(&["check", "data-raw"]);
    for (said, command) in [(&said, "run"), (&checked, "check")] {
        assert_eq!(said.status, 0, "{command}: {}{}", said.out, said.err);
        for name in ["Q08.csv", "recensement/Q09.xlsx", "naissances/2017/actes.ods", "« census »"] {
            assert!(said.err.contains(name), "{command}, {name}: {}", said.err);
        }
        assert!(!said.err.contains("note.txt") && !said.err.contains("Q06"), "{command}: {}", said.err);
    }
}

#[test]
fn a_version_that_is_restored_without_its_reports_is_said_to_be_in_use() {
    let commune = two_versions();
    let reports = commune.clean().join("reports");
    std::fs::remove_dir_all(&reports).unwrap();
    std::fs::write(&reports, "a file in the place of the folder").unwrap();
    let said = commune.bato(&["restore", "--generation", "1"]);
    assert_eq!(said.status, 1, "{}{}", said.out, said.err);
    assert!(said.out.contains('3') && said.err.contains("Le registre est enregistré, mais le rapport"), "{}", said.err);
    assert_eq!(names(&commune), ["MBALA", "NSIMBA"]);
}

#[cfg(unix)]
#[test]
fn a_backup_is_restored_into_the_folders_that_links_lead_to() {
    let commune = commune(ROWS);
    commune.run();
    assert_eq!(commune.bato(&["backup", "copie.zip"]).status, 0);
    let at = |name: &str| commune.raw().with_file_name(name);
    for name in ["disque/brut", "disque/net", "neuf"] {
        std::fs::create_dir_all(at(name)).unwrap();
    }
    std::os::unix::fs::symlink("../disque/brut", at("neuf/data-raw")).unwrap();
    std::os::unix::fs::symlink("../disque/net", at("neuf/data-clean")).unwrap();
    let folders = ["--raw", "neuf/data-raw", "--clean", "neuf/data-clean"];
    let said = commune.bato(&[&["restore", "copie.zip"][..], &folders].concat());
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    assert!(at("disque/net/CURRENT").is_file() && at("disque/brut/census").is_dir());
    assert!(std::fs::symlink_metadata(at("neuf/data-clean")).unwrap().is_symlink());
    let verified = commune.bato(&[&["verify"][..], &folders].concat());
    assert_eq!(verified.status, 0, "{}{}", verified.out, verified.err);
    // A link that leads nowhere.
    std::os::unix::fs::symlink("rien", at("vide")).unwrap();
    let said = commune.bato(&["restore", "copie.zip", "--raw", "brut2", "--clean", "vide"]);
    assert_eq!(said.status, 2, "{}{}", said.out, said.err);
    assert!(!at("brut2").exists() && !at("rien").exists());
}

#[test]
fn an_old_copy_of_the_pointer_to_the_version_in_use_is_said_by_a_search_too() {
    let commune = commune(ROWS);
    commune.run();
    let pointer = std::fs::read(commune.clean().join("CURRENT")).unwrap();
    commune.write(SECOND, format!("{HEADINGS}{OTHERS}"));
    commune.run();
    std::fs::write(commune.clean().join("CURRENT"), pointer).unwrap();
    let said = commune.bato(&["find", "ILUNGA", "MUYA"]);
    assert!(said.out.contains("Ruth"), "the last version answers: {}{}", said.out, said.err);
    assert!(said.err.contains("Attention") && said.err.contains("version 2"), "{}", said.err);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_stops_what_would_go_on_without_it() {
    let link = |commune: &Commune, name: &str| {
        std::fs::create_dir_all(commune.raw().join(name).parent().unwrap()).unwrap();
        std::os::unix::fs::symlink("not-mounted", commune.raw().join(name)).unwrap();
    };
    for name in ["events", "births", "corrections", "corrections/a.csv", "decisions", "reference/quartiers.csv"] {
        let commune = commune(ROWS);
        let _ = std::fs::remove_dir(commune.raw().join(name));
        link(&commune, name);
        let said = commune.bato(&["run", "--accept-removals"]);
        assert!(said.status == 2 && said.err.contains("est un lien vers"), "{name}: {}{}", said.out, said.err);
        assert!(said.err.contains(name) && said.err.contains("Que faire"), "{name}: {}", said.err);
    }
    // A sheet that is such a link costs itself alone. A backup without it would be less than all.
    let commune = commune(ROWS);
    link(&commune, SECOND);
    let said = commune.bato(&["run"]);
    assert!(said.status == 1 && said.out.contains("est un lien vers"), "{}{}", said.out, said.err);
    let said = commune.bato(&["backup", "copie.zip"]);
    assert!(said.status == 2 && said.err.contains("est un lien vers"), "{}{}", said.out, said.err);
}

#[test]
fn a_backup_without_the_raw_folder_does_not_replace_one_with_it() {
    let commune = commune(ROWS);
    commune.run();
    assert_eq!(commune.bato(&["backup", "copie.zip"]).status, 0);
    let zip = commune.raw().with_file_name("copie.zip");
    let sound = std::fs::read(&zip).unwrap();
    for words in [&["backup", "copie.zip", "--raw", "data-row"][..], &["backup", "copie.zip", "--raw", "bato.toml"]] {
        let said = commune.bato(words);
        assert_eq!(said.status, 2, "{}", said.out);
        assert!(std::fs::read(&zip).unwrap() == sound, "{words:?}");
    }
}

#[test]
fn a_backup_holds_the_damaged_version_too_and_says_so() {
    let commune = two_versions();
    damage(&commune, "links.parquet");
    let said = commune.bato(&["backup", "copie.zip"]);
    assert!(said.err.contains("Attention"), "{}{}", said.out, said.err);
    let restored = Commune::empty();
    let zip = commune.raw().with_file_name("copie.zip");
    std::fs::remove_dir_all(restored.raw()).unwrap();
    let words = ["restore", zip.to_str().unwrap(), "--commune", "Kimbanseke"];
    let said = restored.bato(&[&words[..], &FOLDERS_HERE].concat());
    assert_eq!(said.status, 0, "{}", said.err);
    // A run goes on from the same persons in both places.
    for place in [&commune, &restored] {
        let said = place.bato(&["run"]);
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    }
    assert_eq!(names(&restored), names(&commune));
}

/// Settings that read the fifth column as the post-nom and the sixth as the nom.
const SWAPPED: &str = "[[ingest.pin]]\nfile = \"Q06 Boma_2017.csv\"\ncolumn = \"E\"\nfield = \"postnom\"\n\
    [[ingest.pin]]\nfile = \"Q06 Boma_2017.csv\"\ncolumn = \"F\"\nfield = \"nom\"\n";

#[test]
fn a_run_with_other_settings_than_the_last_version_names_them() {
    let commune = commune(ROWS);
    let settings = commune.raw().with_file_name("bato.toml");
    std::fs::write(&settings, SWAPPED).unwrap();
    let said = commune.bato(&["run"]);
    assert!(!said.err.contains("réglages"), "the first run: {}", said.err);
    assert_eq!(names(&commune), ["KIESE", "LEMA"]);
    std::fs::remove_file(&settings).unwrap();
    let said = commune.bato(&["run"]);
    assert!(said.err.contains("ne sont plus ceux de la version 1") && said.err.contains("ingest.pin"), "{}", said.err);
    let said = commune.bato(&["run"]);
    assert!(!said.err.contains("ne sont plus ceux"), "{}", said.err);
}

#[test]
fn the_settings_of_a_backup_are_used_or_lie_beside_those_that_are_there() {
    let commune = commune(ROWS);
    std::fs::write(commune.raw().with_file_name("bato.toml"), SWAPPED).unwrap();
    commune.run();
    assert_eq!(commune.bato(&["backup", "copie.zip"]).status, 0);
    let zip = commune.raw().with_file_name("copie.zip");
    let restore = |settings: &str| {
        let other = Commune::empty();
        std::fs::remove_dir_all(other.raw()).unwrap();
        let path = other.raw().with_file_name("bato.toml");
        std::fs::write(&path, settings).unwrap();
        let said = other.bato(&["restore", zip.to_str().unwrap(), "--commune", "Kimbanseke"]);
        assert_eq!(said.status, 0, "{}", said.err);
        let beside = std::fs::read_to_string(path.with_file_name("bato.restored.toml")).ok();
        (std::fs::read_to_string(path).unwrap(), beside, said.out)
    };
    // The file that comes with the program sets nothing.
    let shipped = std::fs::read_to_string(crate::door::project().join("bato.toml")).unwrap();
    let (own, beside, said) = restore(&shipped);
    assert_eq!((own.as_str(), beside), (SWAPPED, None), "{said}");
    let other = "[link]\naccept = 0.9\n";
    let (own, beside, said) = restore(other);
    assert_eq!((own.as_str(), beside.as_deref()), (other, Some(SWAPPED)));
    assert!(said.contains("bato.restored.toml"), "{said}");
    let (own, beside, said) = restore(&format!("# a note\n{SWAPPED}"));
    assert!(own.starts_with("# a note") && beside.is_none() && !said.contains("Attention"), "{said}");
}

#[test]
fn fixed_columns_of_a_file_that_was_renamed_are_offered() {
    let commune = commune(ROWS);
    std::fs::write(commune.raw().with_file_name("bato.toml"), SWAPPED).unwrap();
    let said = commune.bato(&["run"]);
    assert!(!said.err.contains("colonnes sont fixées"), "{}", said.err);
    let renamed = commune.raw().join("census/Q06 Boma (1).csv");
    std::fs::rename(commune.raw().join("census/Q06 Boma_2017.csv"), renamed).unwrap();
    let said = commune.bato(&["run", "--accept-removals"]);
    let is_told = |said: &str| said.contains("colonnes sont fixées") && said.contains("Q06 Boma_2017.csv");
    assert!(is_told(&said.err) && said.err.contains("census/Q06 Boma (1).csv a le contenu"), "{}", said.err);
    // Where the last version no longer knows the name, the file that is not there is still named.
    assert!(is_told(&commune.bato(&["run"]).err));
}

#[test]
fn a_line_break_in_a_reason_stops_no_run() {
    let commune = commune(ROWS);
    commune.run();
    let place = "census/Q06 Boma_2017.csv!2";
    let words =
        ["decide", "value", place, "prenom", "Bruno\u{b}Jean", "--author", "Ruth", "--reason", "ligne 1\nligne 2"];
    let said = commune.bato(&words);
    assert_eq!(said.status, 0, "{}", said.err);
    commune.run();
    let said = commune.bato(&["decide", "list"]);
    assert!(said.status == 0 && said.out.contains("ligne 1 ligne 2"), "{}{}", said.out, said.err);
}

/// The person of this prénom; `None` if nobody bears it.
fn person(commune: &Commune, prenom: &str) -> Option<PersonRow> {
    commune.table::<PersonRow>().into_iter().find(|person| person.prenom == prenom)
}

#[test]
fn an_event_with_a_number_is_nobody_elses_once_the_row_of_the_number_is_gone() {
    let commune = commune(&format!("{ROWS}1;Boma;Lodja;12;MBALA;KIESE;Ruth;F;01/02/1995;Fille\n"));
    commune.run();
    let number = person(&commune, "Noella").unwrap().person_id;
    commune.write(
        "events/deces.csv",
        format!(
            "Événement;Date de l’événement;N° de personne;Nom;Post-nom;Prénom;Sexe;Date de naissance\n\
             Décès;12/03/2018;{number};NSIMBA;KIESE;Noella;F;\n"
        ),
    );
    commune.run();
    assert_eq!(person(&commune, "Noella").unwrap().status, "deceased");
    // The dead woman is taken off the sheet: her daughter stands in her row.
    let left: String = ROWS.lines().take(1).map(|line| format!("{line}\n")).collect();
    commune.write(
        "census/Q06 Boma_2017.csv",
        format!("{HEADINGS}{left}1;Boma;Lodja;12;MBALA;KIESE;Ruth;F;01/02/1995;Fille\n"),
    );
    let said = commune.bato(&["run", "--accept-removals"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let ruth = person(&commune, "Ruth").unwrap();
    assert_eq!((ruth.status.as_str(), ruth.person_id == number), ("resident", false));
}

#[test]
fn a_line_typed_over_with_a_child_of_the_same_names_is_another_person() {
    let jean = "1;Boma;Lodja;12;MBALA;LEMA;Jean;M;07/08/1990;Fils\n";
    let commune = commune(&format!("{ROWS}{jean}"));
    commune.run();
    let id = person(&commune, "Jean").unwrap().person_id;
    let grace = "1;Boma;Lodja;12;MBALA;LEMA;Grace;F;02/02/2017;Fille\n";
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{ROWS}{grace}"));
    assert_eq!(commune.bato(&["run"]).status, 2, "Jean would vanish");
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert_ne!(person(&commune, "Grace").unwrap().person_id, id);
    // A corrected first name beside the same day of birth is a correction.
    let gracia = grace.replace("Grace", "Naomie");
    let before = person(&commune, "Grace").unwrap().person_id;
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{ROWS}{gracia}"));
    commune.run();
    assert_eq!(person(&commune, "Naomie").unwrap().person_id, before);
}

#[test]
fn cells_of_a_sheet_of_the_raw_folder_that_check_prints_leave_a_line() {
    let commune = commune(&ROWS.replace("08/10/1961", "08/10/2961"));
    commune.run();
    let lines = || std::fs::read_to_string(commune.clean().join("log/lookups.jsonl")).unwrap_or_default();
    let n_before = lines().lines().count();
    let sheet = commune.raw().join("census/Q06 Boma_2017.csv");
    commune.bato(&["check", sheet.to_str().unwrap(), "--who", "Ruth"]);
    let (after, last) = (lines().lines().count(), lines().lines().last().unwrap_or_default().to_owned());
    assert_eq!(after, n_before + 1);
    assert!(
        last.contains("\"what\":\"check\"") && last.contains("Q06 Boma_2017.csv") && last.contains("Ruth"),
        "{last}"
    );
    // A sheet elsewhere is none of the register.
    let elsewhere = commune.raw().with_file_name("other.csv");
    std::fs::copy(&sheet, &elsewhere).unwrap();
    commune.bato(&["check", elsewhere.to_str().unwrap()]);
    assert_eq!(lines().lines().count(), after);
}

#[test]
fn a_row_of_a_sheet_that_was_sent_again_is_not_named_by_its_place() {
    let commune = commune(ROWS);
    commune.run();
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{OTHERS}{ROWS}"));
    let words =
        ["decide", "value", "census/Q06 Boma_2017.csv!2", "occupation", "Notaire", "--author", "R", "--reason", "x"];
    let said = commune.bato(&words);
    assert!(said.status == 2 && said.err.contains("modifié après la dernière importation"), "{}", said.err);
    commune.run();
    assert_eq!(commune.bato(&words).status, 0);
    commune.run();
    assert_eq!(person(&commune, "Ruth").unwrap().occupation.as_deref(), Some("Notaire"));
}

#[cfg(unix)]
#[test]
fn a_folder_of_tables_or_settings_that_is_a_link_to_nowhere_refuses_the_run() {
    for folder in ["reference", "settings"] {
        let commune = commune(ROWS);
        commune.run();
        let path = commune.raw().join(folder);
        let _ = std::fs::remove_dir_all(&path);
        std::os::unix::fs::symlink("/nowhere/at/all", &path).unwrap();
        let said = commune.bato(&["run"]);
        assert!(said.status == 2 && said.err.contains(folder), "{folder}: {}{}", said.out, said.err);
    }
}

#[test]
fn twins_keep_their_identifiers_when_a_line_above_them_goes_and_other_cells_change() {
    let twin =
        |name: &str, occupation: &str| format!("1;Boma;Lodja;12;MBALA;LEMA;{name};M;07/08/1990;Fils;{occupation}\n");
    let headings = HEADINGS.replace("Lien", "Lien;Profession");
    let head = "1;Boma;Lodja;12;MBALA;ZOLA;Bruno;M;08/10/1961;Chef;\n";
    let commune = Commune::empty();
    let write =
        |rows: &[String]| commune.write("census/Q06 Boma_2017.csv", format!("{headings}{head}{}", rows.concat()));
    write(&[twin("Merdi", ""), twin("Merveille", ""), twin("Nsimba", "")]);
    commune.run();
    let id = |name: &str| person(&commune, name).unwrap().person_id;
    let before = [id("Merveille"), id("Nsimba")];
    // One line goes, and each of the others is typed anew with an occupation, a row higher.
    write(&[twin("Merveille", "Élève"), twin("Nsimba", "Élève")]);
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert_eq!([id("Merveille"), id("Nsimba")], before);
}

#[test]
fn a_run_with_other_reference_tables_than_the_last_version_names_them() {
    let commune = commune(ROWS);
    commune.write(
        "births/naissances_2018.csv",
        "N° acte;Date de déclaration;Nom;Post-nom;Prénom;Sexe;Date de naissance;Père;Mère;Quartier\n\
         1/2018;01/06/2018;MBALA;ZOLA;Ruth;F;01/05/2018;MBALA LEMA;NSIMBA KIESE;Boma\n\
         2/2018;01/09/2018;ILUNGA;MUYA;Noé;M;01/07/2018;ILUNGA DIA;PANZU DIA;Boma\n",
    );
    std::fs::create_dir_all(commune.raw().join("reference")).unwrap();
    let limit = |days: u32| format!("born_from,limit,unit,law\n1987-08-01,{days},days,\n");
    commune.write("reference/legal-periods.csv", limit(90));
    let said = commune.bato(&["run"]);
    assert!(said.status == 0 && !said.err.contains("tables de référence"), "the first run: {}", said.err);
    commune.write("reference/legal-periods.csv", limit(10));
    for command in [&["run", "--dry-run"][..], &["run"]] {
        let said = commune.bato(command);
        let names = said.err.contains("ne sont plus celles de la version 1");
        assert!(said.status == 0 && names && said.err.contains("legal-periods.csv"), "{command:?}: {}", said.err);
    }
    let said = commune.bato(&["run"]);
    assert!(!said.err.contains("tables de référence"), "{}", said.err);
    // A table that is taken away is one, too: the program's own is used.
    std::fs::remove_file(commune.raw().join("reference/legal-periods.csv")).unwrap();
    let said = commune.bato(&["run"]);
    assert!(said.err.contains("ne sont plus celles de la version 2"), "{}", said.err);
}

#[test]
fn a_table_that_a_spreadsheet_saved_with_semicolons_is_read() {
    let commune = commune(ROWS);
    // Commas of the comment are cells, a day is written as the country does, blank cells fill the last line.
    let table = "\u{feff}\"# Délais; par jour de naissance\"; \"source\";;\nborn_from;limit;unit;law\n\
                 15/07/2016;45;days;\"Loi 16/008 du 15 juillet 2016, art. 1\"\n;;;\n";
    std::fs::create_dir_all(commune.raw().join("reference")).unwrap();
    commune.write("reference/legal-periods.csv", table);
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let page = std::fs::read_to_string(commune.clean().join("reports/interne.fr.html")).unwrap();
    assert!(page.contains("(Loi 16/008 du 15 juillet 2016, art. 1)") && !page.contains("Loi 09/001"));
}

#[test]
fn a_typed_correction_that_was_deleted_is_named() {
    let commune = commune(ROWS);
    commune.run();
    for [row, new] in [["2", "Bruneau"], ["3", "Noëlla"]] {
        let sheet = "census/Q06 Boma_2017.csv";
        let words = ["correct", sheet, "", row, "G", "--new", new, "--reason", "carte", "--who", "Ruth"];
        let said = commune.bato(&words);
        assert_eq!(said.status, 0, "{}", said.err);
    }
    commune.run();
    let folder = commune.raw().join("corrections");
    let path = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&path).unwrap();
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains("Bruneau")).collect();
    assert_eq!(kept.len() + 1, text.lines().count());
    std::fs::write(&path, kept.join("\n") + "\n").unwrap();
    let said = commune.bato(&["run", "--dry-run"]);
    assert!(said.err.contains("une correction tapée") && said.err.contains("Q06 Boma_2017.csv"), "{}", said.err);
    let said = commune.bato(&["run"]);
    assert!(said.status == 0 && said.err.contains("une correction tapée"), "{}", said.err);
    // The whole file is gone.
    std::fs::remove_file(&path).unwrap();
    let said = commune.bato(&["run"]);
    assert!(said.err.contains("une correction tapée"), "{}", said.err);
    let said = commune.bato(&["run"]);
    assert!(!said.err.contains("correction tapée"), "{}", said.err);
}

#[test]
fn settings_of_the_desk_that_were_deleted_are_named() {
    let commune = commune(ROWS);
    let words = ["settings", "column", "nom", "Q06 Boma_2017.csv", "F"];
    let said = commune.bato(&words);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    commune.run();
    std::fs::remove_file(commune.raw().join("settings/desk.toml")).unwrap();
    let said = commune.bato(&["run"]);
    assert!(said.err.contains("ne sont plus ceux de la version 1") && said.err.contains("ingest.pin"), "{}", said.err);
}
