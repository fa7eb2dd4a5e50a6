//! What somebody tries who works with the register every day, by intent or in haste: look-ups that leave no line, files
//! that were cut, edited or written over, sheets of another office.

use bato::store::PersonRow;

use crate::door::{Commune, FOLDERS_HERE, OfficeRegister, remove_folder, with_part};

const SHEET: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n\
    1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n\
    1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;28/02/1970;Épouse\n\
    2;Boma;Kasa;3;KANZA;LUZOLO;Paul;M;04/05/1980;Chef\n";

fn registered() -> Commune {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET);
    commune.run();
    commune
}

/// The last line of the log of look-ups.
fn last_line(commune: &Commune) -> String {
    let log = std::fs::read_to_string(commune.clean().join("log/lookups.jsonl")).unwrap_or_default();
    log.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn the_log_holds_the_words_that_were_looked_for() {
    let commune = registered();
    for hidden in ["- ".repeat(260), ". ' / ( ".repeat(60), "\u{200b} ".repeat(300), "-".repeat(600)] {
        let said = commune.bato(&["find", &format!(". {hidden}Kanza Paul")]);
        assert!(said.status == 0 && said.out.contains("KANZA"), "{}{}", said.out, said.err);
        assert!(last_line(&commune).contains("\"asked\":\"Kanza Paul\""), "{}", last_line(&commune));
    }
    let before = last_line(&commune);
    for long in ["Kasongo ".repeat(50), "a".repeat(400)] {
        let said = commune.bato(&["find", &format!("{long} Kanza Paul")]);
        assert!(said.status == 2 && said.err.contains("plus de 300 lettres"), "{}{}", said.out, said.err);
    }
    assert_eq!(last_line(&commune), before);
}

#[test]
fn a_search_of_signs_and_a_forged_line_break_are_shown_as_they_are() {
    let commune = registered();
    for signs in ["***", "? !"] {
        let said = commune.bato(&["find", signs, "--limit", "100000"]);
        assert_eq!(said.status, 0, "{}", said.err);
        assert!(last_line(&commune).contains(&format!("\"asked\":\"{signs}\"")), "{}", last_line(&commune));
    }
    let path = commune.clean().join("log/lookups.jsonl");
    let log = std::fs::read_to_string(&path).unwrap();
    std::fs::write(
        &path,
        log.replace("\"asked\":\"***\"", "\"asked\":\"x\\n9. 2026-01-01 Ruth  find  Kanza  [1]  –\""),
    )
    .unwrap();
    let said = commune.bato(&["log"]);
    assert!(said.out.contains("x\u{2424}9. 2026-01-01") && !said.out.contains("\n9. 2026"), "{}", said.out);
}

#[test]
fn a_restore_says_how_many_persons_it_puts_back() {
    let commune = registered();
    let n = commune.table::<PersonRow>().len();
    let of_line = |commune: &Commune| {
        last_line(commune).split("\"shown\":").nth(1).unwrap().split([',', '}']).next().unwrap().to_owned()
    };
    assert_eq!(commune.bato(&["restore", "--generation", "1"]).status, 0);
    assert!(n > 0 && of_line(&commune) == n.to_string(), "{}", last_line(&commune));
    let zip = commune.raw().with_file_name("copie.zip");
    assert_eq!(commune.bato(&["backup", zip.to_str().unwrap()]).status, 0);
    let other = Commune::empty();
    let said = other.bato(&["restore", zip.to_str().unwrap(), "--commune", "Kimbanseke"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(of_line(&other), n.to_string(), "{}", last_line(&other));
}

#[test]
fn an_identifier_is_no_place_to_hide_whom_a_look_up_is_about() {
    let commune = registered();
    let id = commune.current().read::<PersonRow>().unwrap()[0].person_id.clone();
    for padded in [format!("{} {id}", "–".repeat(600)), format!("{id}{}", " .".repeat(300)), format!("№{id}")] {
        let said = commune.bato(&["show", &padded]);
        assert!(said.status == 2 && !said.out.contains("MBALA"), "{}{}", said.out, said.err);
    }
    let said = commune.bato(&["show", &format!(" {} ", id.to_lowercase().replace('-', " – "))]);
    assert_eq!(said.status, 0, "{}", said.err);
    let said = commune.bato(&["show", &id, "--who", "\u{200b}\u{3164}"]);
    assert_eq!(said.status, 2, "{}", said.out);
}

#[test]
fn the_register_is_no_list_to_link() {
    let commune = registered();
    let folder = commune.raw().with_file_name("");
    let settings = "id = \"person_id\"\n\n[[comparison]]\ncolumns = [\"nom\"]\nkind = \"name\"\n";
    std::fs::write(folder.join("list.toml"), settings).unwrap();
    let persons = commune.current().dir.join("persons.parquet");
    #[cfg(unix)]
    std::os::unix::fs::symlink(&persons, folder.join("link.parquet")).unwrap();
    for list in [persons.to_str().unwrap(), "link.parquet"].into_iter().take(if cfg!(unix) { 2 } else { 1 }) {
        let said = commune.bato(&["link", "list.toml", list, "-o", "out.csv"]);
        assert!(said.status == 2 && said.err.contains("journal des recherches"), "{}{}", said.out, said.err);
    }
}

#[test]
fn sheets_of_the_register_leave_a_line_wherever_a_command_is_started() {
    let sheet = "quartier_08 Esanga_2017.csv";
    let commune = Commune::with(&[format!("census/{sheet}")]);
    commune.run();
    let (raw, root) = (commune.raw(), commune.raw().with_file_name(""));
    let census = raw.join("census");
    std::fs::create_dir(root.join("other")).unwrap();
    let settings = "[[comparison]]\nkind = \"name\"\ncolumns = [\"noms\", \"postnoms\", \"prenoms\"]\n\
        [[comparison]]\nkind = \"date\"\ncolumns = [\"date_naissance\"]\n";
    std::fs::write(root.join("list.toml"), settings).unwrap();
    let below = format!("data-raw/census/{sheet}");
    let list = ["list.toml", "l.csv", "l.model.json", "o", "k"].map(|name| root.join(name).display().to_string());
    let [settings, linked, model, out, keys] = list.each_ref().map(String::as_str);
    let n_lines =
        || std::fs::read_to_string(commune.clean().join("log/lookups.jsonl")).unwrap_or_default().lines().count();
    for (folder, words, what) in [
        (&root, vec!["check", &below, "--out", out], "check"),
        (&census, vec!["check", sheet, "--out", out], "check"),
        (&root, vec!["--clean", "nowhere", "check", &below, "--out", out], "check"),
        (&root, vec!["--raw", "other", "check", &below, "--out", out], "check"),
        (&root, vec!["link", settings, &below, "-o", linked], "link"),
        (&census, vec!["link", settings, sheet, "-o", linked], "link"),
        (&root, vec!["export", "keys", "--list", &below, "--model", model, "-o", keys], "export"),
        (&census, vec!["export", "keys", "--list", sheet, "--model", model, "-o", keys], "export"),
        (&root, vec!["export", "keys", "--clean", "nowhere", "--list", &below, "--model", model, "-o", keys], "export"),
    ] {
        let n_before = n_lines();
        let said = crate::door::Said::of(commune.command(&words).current_dir(folder).output().unwrap());
        assert!(said.status < 2, "{words:?}: {}{}", said.out, said.err);
        let line = last_line(&commune);
        assert_eq!(n_lines(), n_before + 1, "{words:?}");
        assert!(line.contains(&format!("\"what\":\"{what}\"")) && line.contains(&format!("census/{sheet}")), "{line}");
        assert!(!line.contains("\"shown\":0,"), "{line}");
    }
    // A list that is none of the register's sheets leaves no line.
    std::fs::copy(census.join(sheet), root.join("list.csv")).unwrap();
    let n_before = n_lines();
    assert!(commune.bato(&["link", settings, "list.csv", "-o", linked]).status < 2);
    assert_eq!(n_lines(), n_before);
}

#[test]
fn a_line_that_nobody_wrote_is_a_fault() {
    let commune = registered();
    assert_eq!(commune.bato(&["find", "Kanza"]).status, 0);
    let path = commune.clean().join("log/lookups.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    let last = text.lines().last().unwrap();
    let before = bato::store::Store::sha256_hex(last.as_bytes());
    let mut forged: serde_json::Value = serde_json::from_str(last).unwrap();
    forged["n"] = (forged["n"].as_u64().unwrap() + 1).into();
    (forged["who"], forged["before"]) = ("Jean".into(), before.into());
    std::fs::write(&path, format!("{text}{forged}\n")).unwrap();
    assert_eq!(commune.bato(&["verify"]).status, 1);
    assert_eq!(commune.bato(&["find", "Mbala"]).status, 0);
    assert_eq!(commune.bato(&["verify"]).status, 1);
    assert!(commune.bato(&["log"]).err.contains("personne n’a fait cette recherche"));
}

#[test]
fn a_record_of_the_log_that_is_lost_is_said_until_a_person_acknowledges_it() {
    let ways: [fn(&Commune); 3] = [
        |commune| std::fs::write(commune.clean().join("lookups-head.json"), "xx").unwrap(),
        |commune| std::fs::remove_file(commune.clean().join("lookups-head.json")).unwrap(),
        |commune| {
            std::fs::remove_file(commune.clean().join("lookups-head.json")).unwrap();
            std::fs::remove_dir_all(commune.clean().join("log")).unwrap();
        },
    ];
    for lose in ways {
        let commune = registered();
        assert_eq!(commune.bato(&["find", "Kanza"]).status, 0);
        assert_eq!(commune.bato(&["verify"]).status, 0);
        lose(&commune);
        assert_eq!(commune.bato(&["verify"]).status, 1);
        // Another look-up does not make it whole.
        assert_eq!(commune.bato(&["find", "Mbala"]).status, 0);
        assert_eq!(commune.bato(&["verify"]).status, 1);
        assert!(commune.bato(&["log"]).err.contains("lookups-head.json"));
        let said = commune.bato(&["log", "--acknowledge", "--why", "disque rempli"]);
        assert_eq!(said.status, 0, "{}", said.err);
        assert_eq!(commune.bato(&["verify"]).status, 0);
    }
}

#[test]
fn a_restore_leaves_a_line() {
    let commune = registered();
    assert_eq!(commune.bato(&["backup", "copie.zip"]).status, 0);
    assert_eq!(commune.bato(&["restore", "--generation", "1"]).status, 0);
    assert!(last_line(&commune).contains("\"what\":\"restore\""), "{}", last_line(&commune));
    let other = Commune::empty();
    std::fs::remove_dir_all(other.raw()).unwrap();
    let file = commune.raw().with_file_name("copie.zip");
    let said = other.bato(&[&["restore", file.to_str().unwrap()][..], &FOLDERS_HERE].concat());
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(last_line(&other).contains("\"what\":\"restore\""), "{}", last_line(&other));
}

#[cfg(unix)]
#[test]
fn a_register_reached_by_links_is_refused() {
    let commune = registered();
    let other = commune.clean().with_file_name("other");
    std::fs::create_dir(&other).unwrap();
    for name in ["generations", "CURRENT"] {
        std::os::unix::fs::symlink(commune.clean().join(name), other.join(name)).unwrap();
    }
    let said = commune.bato(&["find", "Kanza", "--clean", "other"]);
    assert!(said.status == 2 && said.err.contains("lien vers un autre dossier"), "{}{}", said.out, said.err);
    // The same one level below.
    let deeper = commune.clean().with_file_name("deeper");
    std::fs::create_dir_all(deeper.join("generations")).unwrap();
    std::fs::copy(commune.clean().join("CURRENT"), deeper.join("CURRENT")).unwrap();
    let generation = commune.current().dir.clone();
    std::os::unix::fs::symlink(&generation, deeper.join("generations/000001")).unwrap();
    let is_refused = |said: &crate::door::Said| said.status == 2 && said.err.contains("lien vers un autre dossier");
    let said = commune.bato(&["find", "Kanza", "--clean", "deeper"]);
    assert!(is_refused(&said), "{}{}", said.out, said.err);
    std::fs::remove_file(deeper.join("generations/000001")).unwrap();
    std::fs::create_dir(deeper.join("generations/000001")).unwrap();
    for entry in std::fs::read_dir(&generation).unwrap().flatten() {
        std::os::unix::fs::symlink(entry.path(), deeper.join("generations/000001").join(entry.file_name())).unwrap();
    }
    let said = commune.bato(&["find", "Kanza", "--clean", "deeper"]);
    assert!(is_refused(&said), "{}{}", said.out, said.err);
}

/// Somebody replaces the log while two look-ups wait for its lock.
#[cfg(target_os = "linux")]
#[test]
fn a_log_that_is_replaced_while_look_ups_wait_is_a_fault() {
    use std::process::Stdio;
    let commune = registered();
    assert_eq!(commune.bato(&["find", "Mbala"]).status, 0);
    let path = commune.clean().join("log/lookups.jsonl");
    let find = |name: &str| {
        let mut command = commune.command(&["find", name, "--quiet"]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    for _ in 0..10 {
        let copy = std::fs::read(&path).unwrap();
        let held = std::fs::File::open(&path).unwrap();
        held.lock().unwrap();
        let first = find("Kanza");
        std::thread::sleep(std::time::Duration::from_millis(20));
        std::fs::write(path.with_extension("new"), copy).unwrap();
        std::fs::rename(path.with_extension("new"), &path).unwrap();
        let second = find("Mbala");
        drop(held);
        for mut child in [first, second] {
            child.wait().unwrap();
        }
        let log = bato::app::look_ups(&commune.clean()).unwrap();
        let n_seen = log.lines.iter().filter(|line| line.asked == "Kanza").count();
        let n_asked = log.lines.iter().filter(|line| line.asked == "Mbala").count();
        assert!(log.fault.is_some() || n_seen + 1 == n_asked, "{n_seen} {n_asked}");
        if log.fault.is_some() {
            return;
        }
    }
}

#[test]
fn no_command_writes_into_the_register_or_over_a_sheet() {
    let commune = registered();
    let sheet = std::fs::read(commune.raw().join("census/Q06 Boma_2017.csv")).unwrap();
    for words in [
        &["template", "census", "-o", "data-raw/census/modele.xlsx"][..],
        &["template", "births", "-o", "data-clean/generations/000001/x.xlsx", "--force"],
        &["check", "data-raw", "--out", "data-clean/generations/000001"],
        &["check", "data-raw", "--out", "data-raw/census"],
        &["synth", "--persons", "100", "--out", "data-raw", "--force"],
        &["synth", "--persons", "100", "--out", "data-clean/x", "--force"],
    ] {
        let said = commune.bato(words);
        assert_eq!(said.status, 2, "{words:?}: {}{}", said.out, said.err);
    }
    assert_eq!(std::fs::read(commune.raw().join("census/Q06 Boma_2017.csv")).unwrap(), sheet);
    assert_eq!(std::fs::read_dir(commune.raw().join("census")).unwrap().count(), 1);
    commune.assert_whole();
}

#[test]
fn an_empty_reference_table_stops_a_run() {
    let commune = registered();
    let folder = commune.raw().join("reference");
    std::fs::create_dir_all(&folder).unwrap();
    let quartiers = std::fs::read_to_string(crate::door::project().join("data-raw/reference/quartiers.csv")).unwrap();
    let heading: String = quartiers.lines().take_while(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n");
    for (name, text) in [
        ("quartiers.csv", String::new()),
        ("quartiers.csv", "\u{feff}\n\n".to_owned()),
        ("quartiers.csv", heading),
        ("legal-periods.csv", "born_from,limit,unit,law\n".to_owned()),
        ("births-published.csv", String::new()),
    ] {
        std::fs::write(folder.join(name), &text).unwrap();
        let said = commune.bato(&["run"]);
        assert!(said.status == 2 && said.err.contains(name) && said.err.contains("vide"), "{text:?}: {}", said.err);
        std::fs::remove_file(folder.join(name)).unwrap();
    }
    commune.run();
}

#[test]
fn rulings_and_corrections_that_a_quotation_mark_swallows_are_named() {
    let commune = registered();
    let file = "census/Q06 Boma_2017.csv";
    for (row, new) in [("2", "Brunot"), ("3", "Noëlla"), ("4", "Paulin")] {
        let said = commune.bato(&["correct", file, "", row, "G", "--new", new, "--reason", "papier", "--who", "Ruth"]);
        assert_eq!(said.status, 0, "{}", said.err);
    }
    commune.run();
    let folder = commune.raw().join("corrections");
    let path = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen(",papier\n", ",\"papier\n", 1)).unwrap();
    let said = commune.bato(&["run"]);
    assert!(said.out.contains("n’est pas appliquée"), "{}{}", said.out, said.err);
    let persons: Vec<PersonRow> = commune.table();
    let has = |prenom: &str| persons.iter().any(|person| person.prenom == prenom);
    assert!(has("Bruno") && has("Noëlla") && has("Paulin"), "only the line itself is lost");
    std::fs::write(&path, text).unwrap();
    commune.run();

    let ids: Vec<String> = commune.table::<PersonRow>().into_iter().map(|person| person.person_id).collect();
    let said = commune.bato(&["decide", "value", &ids[0], "nom", "ZOLANA", "--reason", "carte", "--who", "Ruth"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let path = commune.raw().join("decisions/decided.csv");
    let text = std::fs::read_to_string(&path).unwrap();
    // Cut in the middle of the value, and swallowed by a quotation mark before the reason.
    let cut = text.find("ZOLANA").unwrap() + 3;
    let line = text.lines().last().unwrap();
    let swallowed = format!("{}{line}\n", text.replacen(",carte", ",\"carte", 1));
    for damaged in [text[..cut].to_owned(), swallowed] {
        std::fs::write(&path, &damaged).unwrap();
        let said = commune.bato(&["run"]);
        assert!(said.status == 2 && said.err.contains("decided.csv"), "{damaged}: {}{}", said.out, said.err);
    }
    std::fs::write(&path, text).unwrap();
    commune.run();
}

/// A workbook with one sheet of these rows in XML.
fn workbook(rows: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "x").unwrap();
    let book = book.save_to_buffer().unwrap();
    with_part(&book, "xl/worksheets/sheet1.xml", |text| {
        let (start, rest) = text.split_once("<sheetData>").unwrap();
        let (_, end) = rest.split_once("</sheetData>").unwrap();
        format!("{start}<sheetData>{rows}</sheetData>{end}")
    })
}

#[test]
fn a_workbook_with_two_rows_or_cells_of_one_number_is_damaged() {
    let row = |n: u32, texts: &[&str]| {
        let cell = |(column, text): (usize, &&str)| {
            format!("<c r=\"{}{n}\" t=\"inlineStr\"><is><t>{text}</t></is></c>", char::from(b'A' + column as u8))
        };
        format!("<row r=\"{n}\">{}</row>", texts.iter().enumerate().map(cell).collect::<String>())
    };
    let heading = row(1, &["Nom", "Prénom", "Sexe"]);
    let (first, second) = (row(2, &["MBALA", "Bruno", "M"]), row(2, &["KANZA", "Paul", "M"]));
    let third = row(3, &["ZOLA", "Ruth", "F"]);
    let cells = first.replacen("<c r=\"C2\"", "<c r=\"B2\"", 1);
    for rows in [
        format!("{heading}{first}{second}"),
        format!("{heading}{first}{third}{second}"),
        format!("{heading}{cells}{third}"),
    ] {
        let commune = Commune::empty();
        commune.write("census/a.xlsx", workbook(&rows));
        commune.write("census/b.csv", SHEET);
        let said = commune.bato(&["run"]);
        assert!(said.status == 1 && format!("{}{}", said.out, said.err).contains("a.xlsx"), "{}{}", said.out, said.err);
        assert_eq!(commune.table::<PersonRow>().len(), 3);
    }
    let commune = Commune::empty();
    commune.write("census/a.xlsx", workbook(&format!("{heading}{first}{third}")));
    commune.run();
    assert_eq!(commune.table::<PersonRow>().len(), 2);
}

/// The workbook with a text of its cells replaced, and its properties as they are.
fn with_text(book: &[u8], from: &str, to: &str) -> Vec<u8> {
    let parts = ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"];
    parts.into_iter().fold(book.to_vec(), |book, part| with_part(&book, part, |text| text.replace(from, to)))
}

#[test]
fn a_corrections_workbook_that_was_edited_counts_whatever_its_properties_say() {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", SHEET.replace("08/10/1961", "31/02/1961"));
    commune.bato(&["run"]);
    assert_eq!(commune.bato(&["check", "data-raw"]).status, 1);
    let path = commune.raw().join("census/Q06 Boma_2017.corrections.xlsx");
    let made = std::fs::read(&path).unwrap();
    // Untouched it is passed over, and written again.
    commune.bato(&["run"]);
    assert!(commune.table::<PersonRow>().iter().all(|person| person.prenom != "Paulin"));
    let edited = with_text(&made, ">Paul<", ">Paulin<");
    std::fs::write(&path, &edited).unwrap();
    commune.bato(&["run"]);
    assert!(commune.table::<PersonRow>().iter().any(|person| person.prenom == "Paulin"));
    commune.bato(&["check", "data-raw"]);
    assert_eq!(std::fs::read(&path).unwrap(), edited, "what a person wrote is never overwritten");
}

#[test]
fn an_office_corrects_its_own_sheets_alone() {
    let (boma, kimb) = (OfficeRegister::new("Quartier Boma", "BOMA"), OfficeRegister::new("Kimbanseke", "KIMB"));
    boma.accept(&kimb);
    kimb.accept(&boma);
    let faulty = SHEET.replace("08/10/1961", "31/02/1961");
    kimb.commune.write("census/Q13.csv", &faulty);
    boma.commune.write("census/Q13.csv", &faulty);
    boma.commune.bato(&["check", "data-raw"]);
    let workbook = boma.commune.raw().join("census/Q13.corrections.xlsx");
    crate::corrections::save_elsewhere(&workbook, &[]);
    let edited = with_text(&std::fs::read(&workbook).unwrap(), ">KANZA<", ">PIRATE<");
    std::fs::remove_file(&workbook).unwrap();
    boma.commune.write("census/photo.xlsx", &edited);
    boma.succeed(&["parcel", "seal", "data-raw/census/photo.xlsx", "--to", "KIMB", "--kind", "census", "-o", "out"]);
    assert_eq!(kimb.open(&boma.at("out/BOMA-KIMB-000001.bato")).status, 0);
    kimb.commune.bato(&["run"]);
    let rows: Vec<bato::store::LineageRow> = kimb.commune.table();
    let of_own: Vec<_> = rows.iter().filter(|row| row.file == "census/Q13.csv").collect();
    assert!(!of_own.is_empty(), "the sheet is read");
    let persons: Vec<PersonRow> = kimb.commune.table();
    assert!(persons.iter().any(|person| person.nom == "KANZA"), "{persons:?}");
    // In the commune's own folder, put there by a person, it corrects the sheet.
    kimb.commune.write("census/photo.xlsx", &edited);
    remove_folder(&kimb.commune.raw().join("census/received"));
    kimb.commune.bato(&["run", "--accept-removals"]);
    let persons: Vec<PersonRow> = kimb.commune.table();
    assert!(persons.iter().any(|person| person.nom == "PIRATE"), "{persons:?}");
}

#[test]
fn an_office_that_looks_like_another_is_refused() {
    let kimb = OfficeRegister::new("Kimbanseke", "KIMB");
    let boma = OfficeRegister::new("Quartier Boma", "BOMA");
    kimb.accept(&boma);
    for (name, code) in [("Quartier Boma", "QBOM"), ("Autre", "B0MA"), ("quartier  bomá", "XYZW")] {
        let false_one = OfficeRegister::new(name, code);
        let card = false_one.at("card.bato-office");
        let said = kimb.bato(&["office", "accept", card.to_str().unwrap(), "--words", &false_one.words()]);
        assert!(said.status == 2 && said.err.contains("Quartier Boma"), "{name} {code}: {}{}", said.out, said.err);
    }
}

#[test]
fn pieces_of_a_parcel_that_never_comes_can_be_forgotten() {
    let kimb = OfficeRegister::new("Kimbanseke", "KIMB");
    let body = b"0123456789";
    let hash = |bytes: &[u8]| {
        use sha2::Digest;
        sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let text = format!("bato-piece 1\nBOMA-KIMB-000099\n2 20\n{}\n{}\n1\n", hash(body), "0".repeat(64));
    std::fs::write(kimb.at("piece.bato"), [text.as_bytes(), body].concat()).unwrap();
    assert!(kimb.open(&kimb.at("piece.bato")).out.contains("BOMA-KIMB-000099"));
    assert!(kimb.succeed(&["parcel", "list"]).contains("BOMA-KIMB-000099"));
    kimb.succeed(&["parcel", "list", "--forget", "BOMA-KIMB-000099"]);
    assert!(!kimb.succeed(&["parcel", "list"]).contains("BOMA-KIMB-000099"));
    assert_eq!(kimb.bato(&["parcel", "list", "--forget", "BOMA-KIMB-000099"]).status, 2);
}

#[test]
fn a_killed_export_of_a_dataset_leaves_nothing_after_the_next() {
    let commune = registered();
    let left = commune.clean().with_file_name("ds").join("persons/.bato-a1B2c3/new");
    std::fs::create_dir_all(&left).unwrap();
    std::fs::write(left.join("part-0.parquet"), "names").unwrap();
    std::fs::write(left.with_file_name("lock"), "x").unwrap();
    assert_eq!(commune.bato(&["export", "dataset", "-o", "ds"]).status, 0);
    assert!(!left.exists());
}

#[test]
fn damage_in_an_older_version_is_named_by_a_full_check() {
    let commune = registered();
    commune.write("census/Q07 Kutu_2017.csv", "Quartier;Nom;Sexe\nKutu;ZOLA;F\n");
    commune.run();
    let said = commune.bato(&["verify", "--full"]);
    assert!(said.status == 0 && said.out.contains("Les autres versions gardées sont intactes (une)"), "{}", said.out);
    for (name, change) in [("persons.parquet", 3), ("manifest.json", 1)] {
        let path = commune.clean().join("generations/000001").join(name);
        let sound = std::fs::read(&path).unwrap();
        let mut bytes = sound.clone();
        let at = bytes.len() / change;
        bytes[at - 1] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(commune.bato(&["verify"]).status, 0, "the version in use is sound");
        let said = commune.bato(&["verify", "--full"]);
        assert!(said.status == 1 && said.out.contains("d’abord la version 1"), "{name}: {}{}", said.out, said.err);
        std::fs::write(&path, sound).unwrap();
    }
    assert_eq!(commune.bato(&["verify", "--full"]).status, 0);
}

#[test]
fn two_files_of_one_content_are_named() {
    let commune = registered();
    commune.write("census/copie.csv", SHEET);
    let said = commune.bato(&["run"]);
    let line = "« census/copie.csv » a le même contenu que « census/Q06 Boma_2017.csv »";
    assert!(said.status == 0 && said.out.contains(line), "{}{}", said.out, said.err);
}
