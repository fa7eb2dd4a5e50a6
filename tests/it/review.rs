//! Tests of `bato review` and `bato show`: pairs judged in a workbook, imported rulings that stay, all data of a
//! person.

use std::collections::BTreeMap;
use std::path::Path;

use bato::store::{AliasRow, LineageRow, LinkRow, PersonRow};
use calamine::Reader;
use sha2::{Digest, Sha256};

use crate::door::{Commune, some_files};

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";

/// Returns a commune with two fiches of one household, a year apart.
fn two_rounds() -> Commune {
    let commune = Commune::with(&some_files());
    let fiche =
        "7;Boma;Kasai;12;ILUNGA;MUYA;David;M;03/04/1970;CM\n7;Boma;Kasai;12;KAPINGA;ZOLA;Ruth;F;09/11/1975;Épouse\n";
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{fiche}"));
    commune.write("census/Q06 Boma_2018.csv", format!("{HEADINGS}{fiche}"));
    commune
}

/// Saves the review again as another program would: the same cells, and a ruling for each pair for which `ruling` gives
/// one. Returns the number of rulings.
fn fill_in(from: &Path, to: &Path, ruling: impl Fn(&[Vec<String>; 2]) -> Option<&'static str>) -> usize {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(from).unwrap();
    let mut out = rust_xlsxwriter::Workbook::new();
    let mut n_ruled = 0;
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let sheet = out.add_worksheet();
        sheet.set_name(&name).unwrap();
        let line = |row: u32| -> Vec<String> {
            (0..23).map(|column| range.get_value((row, column)).map(ToString::to_string).unwrap_or_default()).collect()
        };
        for row in 0..=range.end().unwrap().0 {
            for (column, text) in line(row).iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, column as u16, text).unwrap();
            }
        }
        // The headings stand in the fourth line.
        for row in (4..range.end().unwrap().0).step_by(2) {
            if let Some(said) = ruling(&[line(row), line(row + 1)]) {
                sheet.write_string(row, 0, said).unwrap();
                n_ruled += 1;
            }
        }
    }
    out.save(to).unwrap();
    n_ruled
}

/// Returns for each file the identifier of the person of Ruth's row.
fn persons_of_ruth(commune: &Commune) -> BTreeMap<String, String> {
    let rows = commune
        .table::<LineageRow>()
        .into_iter()
        .filter(|row| row.typed.contains("KAPINGA") && row.file.contains("Q06 Boma"));
    rows.map(|row| (row.file, row.person_id.unwrap())).collect()
}

#[test]
fn a_ruling_undoes_a_wrong_merge_and_stays() {
    let commune = two_rounds();
    commune.run();
    let before = persons_of_ruth(&commune);
    assert_eq!(before.len(), 2);
    assert_eq!(before.values().collect::<std::collections::BTreeSet<_>>().len(), 1, "the same by score: {before:?}");

    let folder = commune.raw().parent().unwrap().to_owned();
    let said = commune.bato(&["review", "--export", "paires.xlsx"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let is_ruth = |pair: &[Vec<String>; 2]| pair.iter().all(|line| line[5] == "KAPINGA" && line[6] == "ZOLA");
    let n =
        fill_in(&folder.join("paires.xlsx"), &folder.join("jugé.xlsx"), |pair| is_ruth(pair).then_some("pas la même"));
    assert_eq!(n, 1);
    let said = commune.bato(&["review", "--import", "jugé.xlsx", "--author", "A. Agent"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("1 « pas la même »"), "{}", said.out);
    let again = commune.bato(&["review", "--import", "jugé.xlsx"]);
    assert!(again.out.contains("déjà connues : 1"), "{}", again.out);
    assert_eq!(std::fs::read_dir(commune.raw().join("decisions")).unwrap().count(), 1);

    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("Décisions suivies : 1"), "{}", said.out);
    commune.assert_whole();
    let parted = persons_of_ruth(&commune);
    let first = &before["census/Q06 Boma_2017.csv"];
    assert_ne!(parted["census/Q06 Boma_2017.csv"], parted["census/Q06 Boma_2018.csv"]);
    assert!(parted.values().any(|id| id == first), "one of them keeps the identifier {first}: {parted:?}");
    let links = commune.table::<LinkRow>();
    let ruled: Vec<&LinkRow> = links.iter().filter(|link| link.decided_by == "person" && link.kept == 0).collect();
    assert!(!ruled.is_empty());
    assert_eq!(commune.current().manifest.decisions.len(), 1, "the manifest names the file of decisions");

    // The file gets another name and every sheet is read again: still the same two persons.
    std::fs::rename(commune.raw().join("census/Q06 Boma_2018.csv"), commune.raw().join("census/A Boma 2018.csv"))
        .unwrap();
    commune.run();
    let after = commune.table::<LineageRow>().into_iter().filter(|row| row.typed.contains("KAPINGA"));
    let after: BTreeMap<String, String> = after.filter_map(|row| Some((row.file, row.person_id?))).collect();
    assert_eq!(after["census/Q06 Boma_2017.csv"], parted["census/Q06 Boma_2017.csv"]);
    assert_eq!(after["census/A Boma 2018.csv"], parted["census/Q06 Boma_2018.csv"]);

    // The opposite ruling is refused, and both are shown.
    let n = fill_in(&folder.join("paires.xlsx"), &folder.join("contraire.xlsx"), |pair| is_ruth(pair).then_some("oui"));
    assert_eq!(n, 1);
    let refused = commune.bato(&["review", "--import", "contraire.xlsx"]);
    assert_eq!(refused.status, 2, "{}", refused.out);
    assert!(
        refused.err.contains("se contredisent") && refused.err.matches("Q06 Boma_2017.csv").count() >= 2,
        "{}",
        refused.err
    );
    assert_eq!(std::fs::read_dir(commune.raw().join("decisions")).unwrap().count(), 1);
}

#[test]
fn a_judged_sample_gives_precision_and_recall_in_the_terminal_and_the_report() {
    let commune = Commune::with(&some_files());
    commune.run();
    let folder = commune.raw().parent().unwrap().to_owned();
    let none = commune.bato(&["review", "--sample"]);
    assert!(none.status == 0 && none.out.contains("--sample 300 --export"), "{}", none.out);
    let said = commune.bato(&["review", "--sample", "120", "--export", "echantillon.xlsx"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let first = std::fs::read(folder.join("echantillon.xlsx")).unwrap();
    commune.bato(&["review", "--sample", "120", "--export", "encore.xlsx"]);
    assert_eq!(std::fs::read(folder.join("encore.xlsx")).unwrap(), first, "the same version gives the same sample");

    // Nothing that the program thinks of a pair is in the workbook.
    let is_blind = |pair: &[Vec<String>; 2]| [2, 3, 4, 17].iter().all(|column| pair[0][*column].is_empty());
    let is_merged = |pair: &[Vec<String>; 2]| pair[0][22].contains("merged-");
    let n = fill_in(&folder.join("echantillon.xlsx"), &folder.join("jugé.xlsx"), |pair| {
        assert!(is_blind(pair), "{pair:?}");
        Some(if is_merged(pair) { "la même personne" } else { "pas la même personne" })
    });
    assert!((1..=120).contains(&n), "{n}");
    let said = commune.bato(&["review", "--import", "jugé.xlsx", "--author", "A. Agent"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("(précision) : 100,00 %"), "{}", said.out);
    let rulings = std::fs::read_dir(commune.raw().join("decisions")).unwrap().next().unwrap().unwrap();
    let text = std::fs::read_to_string(rulings.path()).unwrap();
    assert_eq!(text.lines().count(), n + 1);

    // The rulings count in the next run, whose report shows the estimate; it still stands then.
    let run = commune.bato(&["run"]);
    assert!(run.status == 0 && run.out.contains("Décisions suivies"), "{}{}", run.out, run.err);
    let page = std::fs::read_to_string(commune.clean().join("reports/interne.fr.html")).unwrap();
    assert!(page.contains("t-sample") && page.contains("version 1 du registre"));
    let said = commune.bato(&["review", "--sample"]);
    assert!(said.out.contains(&format!("{n} paires jugées")), "{}", said.out);
    commune.bato(&["report"]);
    let page = std::fs::read_to_string(commune.clean().join("reports/interne.fr.html")).unwrap();
    assert!(page.contains("t-sample"));
}

#[test]
fn a_ruling_whose_row_is_gone_is_named_and_has_no_effect() {
    let commune = two_rounds();
    commune.run();
    let rows = commune.table::<LineageRow>();
    let side =
        |row: &LineageRow| format!("{},\"{}\",{},{}", row.row_key.clone().unwrap(), row.file, row.sheet, row.row);
    let of = |file: &str| rows.iter().find(|row| row.file == file && row.typed.contains("ILUNGA")).unwrap();
    let (a, b) = (side(of("census/Q06 Boma_2017.csv")), side(of("census/Q06 Boma_2018.csv")));
    std::fs::create_dir_all(commune.raw().join("decisions")).unwrap();
    let heading = "decision,key_a,file_a,sheet_a,row_a,key_b,file_b,sheet_b,row_b,decided_on,author,reason";
    commune.write("decisions/a.csv", format!("{heading}\nsame,{a},{b},2018-05-02,A. Agent,\n"));
    assert_eq!(commune.bato(&["run"]).status, 0);
    std::fs::remove_file(commune.raw().join("census/Q06 Boma_2018.csv")).unwrap();
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.contains("Décisions sans effet") && said.out.contains("decisions/a.csv, 2"), "{}", said.out);

    commune.write("decisions/b.csv", format!("{heading}\npeut-être,{a},{b},,,\n"));
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("b.csv") && said.err.contains("peut-être"), "{}", said.err);
}

#[test]
fn show_prints_rows_and_weights_and_refuses_a_wrong_check_character() {
    let commune = two_rounds();
    commune.run();
    let id = persons_of_ruth(&commune)["census/Q06 Boma_2017.csv"].clone();
    let said = commune.bato(&["show", &id]);
    assert_eq!(said.status, 0, "{}", said.err);
    for part in [
        "KAPINGA ZOLA Ruth",
        "census/Q06 Boma_2017.csv:3",
        "census/Q06 Boma_2018.csv:3",
        "date de naissance : le même jour",
        "très fort, pour",
        "décidé par le calcul",
    ] {
        assert!(said.out.contains(part), "{part} is missing from:\n{}", said.out);
    }
    // Weights are shown only on request.
    assert!(!said.out.contains("bits") && !said.out.contains("avant toute comparaison"), "{}", said.out);
    let details = commune.bato(&["show", &id, "--details"]);
    assert!(details.out.contains("bits") && details.out.contains("avant toute comparaison"), "{}", details.out);
    // Small letters and missing dashes are accepted; the household shows everyone.
    assert_eq!(commune.bato(&["show", &id.to_lowercase().replace('-', "")]).out, said.out);
    let person = commune.table::<PersonRow>().into_iter().find(|person| person.person_id == id).unwrap();
    let home = commune.bato(&["show", &person.household_id.unwrap()]);
    assert!(home.out.contains("ILUNGA MUYA David") && home.out.contains("KAPINGA ZOLA Ruth"), "{}", home.out);

    let said = commune.bato(&["show", &id, "--html", "personne.html"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let page = std::fs::read_to_string(commune.raw().parent().unwrap().join("personne.html")).unwrap();
    for part in ["<svg", "<title", "<desc", "KAPINGA ZOLA Ruth", "lang=\"fr\""] {
        assert!(page.contains(part), "{part}");
    }
    for asking in ["<script", "http:", "https:", "src=", "url("] {
        assert!(!page.contains(asking), "the page makes a request: {asking}");
    }

    let last = id.chars().last().unwrap();
    let slip = format!("{}{}", &id[..id.len() - 1], if last == 'A' { 'B' } else { 'A' });
    let said = commune.bato(&["show", &slip]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("mal recopié"), "{}", said.err);
}

#[test]
fn the_weights_of_every_pair_of_one_kind_start_from_the_same_prior_odds() {
    let commune = Commune::with(&some_files());
    let generation = commune.run();
    let links = generation.read::<LinkRow>().unwrap();
    assert!(links.len() > 20, "{}", links.len());
    let prior = |link: &LinkRow| {
        let comparisons: BTreeMap<String, serde_json::Value> = serde_json::from_str(&link.comparisons).unwrap();
        link.match_weight - comparisons.values().map(|one| one["weight"].as_f64().unwrap()).sum::<f64>()
    };
    // Two fiches, an act and a fiche, two acts: each kind has its own prior odds.
    let n_acts =
        |link: &LinkRow| [&link.file_a, &link.file_b].into_iter().filter(|file| file.starts_with("births/")).count();
    let mut first: [Option<f64>; 3] = [None; 3];
    for link in &links {
        let first = *first[n_acts(link)].get_or_insert_with(|| prior(link));
        assert!((prior(link) - first).abs() < 0.01, "{} {first} {}", prior(link), link.comparisons);
    }
    assert!(first[0].is_some() && first[1].is_some(), "{first:?}");
}

#[test]
fn a_fiche_of_other_people_changes_no_person() {
    let commune = Commune::with(&some_files());
    let persons = |commune: &Commune| {
        let mut of: BTreeMap<String, Vec<(String, String, i64)>> = BTreeMap::new();
        for row in commune.table::<LineageRow>().into_iter().filter(|row| !row.file.contains("Z seul")) {
            if let Some(id) = row.person_id {
                of.entry(id).or_default().push((row.file, row.sheet, row.row));
            }
        }
        of.into_values().collect::<std::collections::BTreeSet<_>>()
    };
    commune.run();
    let before = persons(&commune);
    commune.write(
        "census/Z seul_2017.csv",
        format!("{HEADINGS}999;Boma;Impasse du Bout;1;XAVERQUI;WYZOK;Zbigniew;M;27/02/1931;CM\n"),
    );
    commune.run();
    assert_eq!(persons(&commune), before);
}

/// Turns the register in use into one of an older program, which wrote no index and did not count the pairs to review.
fn remove_index(commune: &Commune) {
    let dir = commune.current().dir;
    let path = dir.join("manifest.json");
    let mut manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    manifest.as_object_mut().unwrap().remove("review").unwrap();
    let tables = manifest["tables"].as_object_mut().unwrap();
    for table in ["id_index", "person_index", "person_lineage", "person_links", "household_index", "household_members"]
    {
        tables.remove(table).unwrap();
        std::fs::remove_file(dir.join(format!("{table}.parquet"))).unwrap();
    }
    let bytes = serde_json::to_vec_pretty(&manifest).unwrap();
    let sha256: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    std::fs::write(path, bytes).unwrap();
    let number = dir.file_name().unwrap().to_string_lossy().into_owned();
    std::fs::write(commune.clean().join("CURRENT"), format!("{number} {sha256}\n")).unwrap();
}

#[test]
fn a_register_without_an_index_gives_the_same_answers() {
    let commune = two_rounds();
    commune.run();
    let ruth = persons_of_ruth(&commune)["census/Q06 Boma_2017.csv"].clone();
    let persons: Vec<PersonRow> = commune.table();
    let other = persons.iter().rfind(|person| person.person_id != ruth && person.nom != "ILUNGA").unwrap();
    let sign = ["--author", "A. Agent", "--reason", "vu"];
    let said = commune.bato(&[&["decide", "same", &ruth, &other.person_id][..], &sign].concat());
    assert_eq!(said.status, 0, "{}", said.err);
    std::fs::remove_file(commune.raw().join("census/Q06 Boma_2018.csv")).unwrap();
    let file = commune.table::<LineageRow>().into_iter().rfind(|row| row.kind == "census").unwrap().file;
    std::fs::remove_file(commune.raw().join(&file)).unwrap();
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    commune.assert_whole();

    let mut ids: Vec<String> = commune.table::<AliasRow>().into_iter().map(|alias| alias.old_id).take(9).collect();
    let persons: Vec<PersonRow> = commune.table();
    ids.extend(persons.iter().step_by(persons.len() / 7).map(|person| person.person_id.clone()));
    ids.extend(persons.iter().filter_map(|person| person.household_id.clone()).step_by(persons.len() / 5));
    ids.extend([ruth, other.person_id.clone(), "P-0000-0000-J".to_owned()]);
    let rows: Vec<LineageRow> = commune.table();
    let place = |row: &LineageRow| match row.sheet.as_str() {
        "" => format!("{}!{}", row.file, row.row),
        sheet => format!("{}!{sheet}!{}", row.file, row.row),
    };
    let places: Vec<String> = rows.iter().step_by(rows.len() / 9).map(place).collect();
    let answers = || {
        let mut answers = Vec::new();
        for id in &ids {
            answers.extend([commune.bato(&["show", id]), commune.bato(&["show", id, "--history"])]);
            answers.push(commune.bato(&[&["decide", "value", id, "sex", "F"][..], &sign].concat()));
            answers.push(commune.bato(&[&["decide", "value", id, "sex", "M"][..], &sign].concat()));
        }
        for place in places.iter().chain([&"census/rien.csv!9".to_owned(), &format!("{}9999", places[0])]) {
            answers.push(commune.bato(&[&["decide", "different", place, &places[4]][..], &sign].concat()));
        }
        answers.extend([commune.bato(&["review"]), commune.bato(&["review", "--export", "paires.xlsx"])]);
        let printed = answers.into_iter().map(|said| format!("{} {} {}", said.status, said.out, said.err));
        // The identifiers of decisions depend on the time of the decision, too.
        let printed: Vec<String> =
            printed.map(|text| text.split(' ').filter(|word| !word.starts_with("D-")).collect()).collect();
        let decided = commune.raw().join("decisions/decided.csv");
        let text = std::fs::read_to_string(&decided).unwrap();
        // The heading and the first decision stay, so that the same decisions can be made again.
        std::fs::write(decided, text.split_inclusive('\n').take(2).collect::<String>()).unwrap();
        (
            printed,
            text.lines().map(without_moment).collect::<Vec<_>>(),
            std::fs::read(commune.raw().with_file_name("paires.xlsx")).unwrap(),
        )
    };
    let (printed, lines, workbook) = answers();
    assert!(lines.len() > 20, "{}", lines.len());
    remove_index(&commune);
    commune.assert_whole();
    let (printed_again, lines_again, workbook_again) = answers();
    for (again, first) in printed_again.iter().zip(&printed) {
        assert_eq!(again, first);
    }
    assert_eq!(lines_again, lines);
    assert!(workbook_again == workbook);
}

/// Returns a line of a file of decisions without the column `decided_on`.
fn without_moment(line: &str) -> String {
    line.split(',').enumerate().filter(|(column, _)| *column != 9).map(|(_, cell)| cell).collect::<Vec<_>>().join(",")
}

#[test]
fn a_judged_workbook_is_not_replaced_and_an_undone_import_can_be_made_again() {
    let commune = two_rounds();
    commune.run();
    let folder = commune.raw().parent().unwrap().to_owned();
    assert_eq!(commune.bato(&["review", "--export", "paires.xlsx"]).status, 0);
    // Nobody has judged yet.
    assert_eq!(commune.bato(&["review", "--export", "paires.xlsx"]).status, 0);
    let is_ruth = |pair: &[Vec<String>; 2]| pair.iter().all(|line| line[5] == "KAPINGA" && line[6] == "ZOLA");
    let judged = folder.join("jugé.xlsx");
    fill_in(&folder.join("paires.xlsx"), &judged, |pair| is_ruth(pair).then_some("pas la même"));
    let before = std::fs::read(&judged).unwrap();
    for words in [&["review", "--export", "jugé.xlsx"][..], &["review", "--sample=100", "--export", "jugé.xlsx"]] {
        let refused = commune.bato(words);
        assert!(refused.status == 2 && refused.err.contains("une réponse"), "{}{}", refused.out, refused.err);
        assert_eq!(std::fs::read(&judged).unwrap(), before);
    }
    let ids = |commune: &Commune| -> std::collections::BTreeSet<String> {
        let list = commune.bato(&["decide", "list"]).out;
        list.split_whitespace().filter(|word| word.starts_with("D-")).map(str::to_owned).collect()
    };
    for author in ["A. Agent", "A. Agent", "Noé"] {
        let before = ids(&commune);
        let said = commune.bato(&["review", "--import", "jugé.xlsx", "--author", author]);
        assert!(said.status == 0 && said.out.contains("1 « pas la même »"), "{author}: {}{}", said.out, said.err);
        commune.run();
        let persons = persons_of_ruth(&commune);
        assert_ne!(persons["census/Q06 Boma_2017.csv"], persons["census/Q06 Boma_2018.csv"], "{author}");
        let after = ids(&commune);
        let id = after.difference(&before).next().unwrap();
        let undone = commune.bato(&["decide", "undo", id, "--reason", "erreur", "--author", author]);
        assert_eq!(undone.status, 0, "{}", undone.err);
        commune.run();
        let persons = persons_of_ruth(&commune);
        assert_eq!(persons["census/Q06 Boma_2017.csv"], persons["census/Q06 Boma_2018.csv"], "{author}");
    }
}

/// Judges in a workbook that the two rows of Ruth are two persons.
fn judge_ruth_apart(commune: &Commune) {
    let folder = commune.raw().parent().unwrap().to_owned();
    assert_eq!(commune.bato(&["review", "--export", "paires.xlsx"]).status, 0);
    let is_ruth = |pair: &[Vec<String>; 2]| pair.iter().all(|line| line[5] == "KAPINGA" && line[6] == "ZOLA");
    fill_in(&folder.join("paires.xlsx"), &folder.join("jugé.xlsx"), |pair| is_ruth(pair).then_some("pas la même"));
    assert_eq!(commune.bato(&["review", "--import", "jugé.xlsx", "--author", "A. Agent"]).status, 0);
}

#[test]
fn a_file_of_decisions_saved_by_a_spreadsheet_keeps_its_numbers() {
    let commune = two_rounds();
    commune.run();
    judge_ruth_apart(&commune);
    let list = commune.bato(&["decide", "list"]).out;
    let id = list.split_whitespace().find(|word| word.starts_with("D-")).unwrap().to_owned();
    assert_eq!(commune.bato(&["decide", "undo", &id, "--reason", "erreur", "--author", "Ruth"]).status, 0);
    commune.run();
    let path = std::fs::read_dir(commune.raw().join("decisions"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("review-"))
        .unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let day = text.split(',').find(|cell| cell.len() == 10 && cell.matches('-').count() == 2).unwrap().to_owned();
    let parts: Vec<&str> = day.split('-').collect();
    let french = format!("{}/{}/{}", parts[2], parts[1], parts[0]);
    std::fs::write(&path, text.replace(&day, &french).replace(',', ";")).unwrap();
    let said = commune.bato(&["run"]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    let persons = persons_of_ruth(&commune);
    assert_eq!(persons["census/Q06 Boma_2017.csv"], persons["census/Q06 Boma_2018.csv"], "it stays undone");
    // An undoing whose decision is gone is named.
    std::fs::remove_file(&path).unwrap();
    let said = commune.bato(&["run", "--accept-removals"]);
    assert!(said.status == 0 && said.out.contains(&format!("({id})")), "{}{}", said.out, said.err);
}

#[test]
fn an_imported_ruling_follows_nobody_who_stands_where_its_row_stood() {
    let commune = two_rounds();
    commune.run();
    judge_ruth_apart(&commune);
    let path = std::fs::read_dir(commune.raw().join("decisions")).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("KAPINGA|ZOLA|").count(), 2, "names and births of both: {text}");
    assert!(commune.bato(&["run"]).out.contains("Décisions suivies : 1"));
    // Her row is gone from the second round, and another woman stands there. The same of an older file without names.
    let file = commune.raw().join("census/Q06 Boma_2018.csv");
    let sheet = std::fs::read_to_string(&file).unwrap();
    let changed = sheet.lines().map(|line| {
        let other = line.replace("KAPINGA", "ILUNGA").replace("ZOLA", "MUYA").replace("Ruth", "Charlotte");
        if other == line || !line.contains("KAPINGA") {
            format!("{line}\n")
        } else {
            other.replace("1975", "1955") + "\n"
        }
    });
    std::fs::write(&file, changed.collect::<String>()).unwrap();
    let blank: String = text.split("KAPINGA|ZOLA|").enumerate().fold(String::new(), |all, (n, part)| {
        all + if n == 0 { part } else { part.find([',', '\n']).map_or("", |end| &part[end..]) }
    });
    for text in [text, blank] {
        std::fs::write(&path, &text).unwrap();
        let said = commune.bato(&["run", "--accept-removals"]);
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
        assert!(!said.out.contains("Décisions suivies : 1"), "{text}: {}", said.out);
    }
}
