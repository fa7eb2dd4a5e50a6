//! Tests that texts for persons have words and no codes: exported tables, changes, errors; and the message files keep
//! to one typography.

use std::collections::BTreeSet;
use std::process::Command;

use bato::messages::{Lang, Messages};
use bato::store::SCHEMAS;
use calamine::{Data, Reader, Xlsx};

use crate::door::{Commune, project};

/// Codes that an exported table for a person must not contain.
const CODES: [&str; 27] = [
    "registered",
    "merged",
    "quarantined",
    "ignored",
    "census",
    "birth",
    "resident",
    "birth_only",
    "deceased",
    "head",
    "child",
    "spouse",
    "married",
    "day",
    "year",
    "on_time",
    "late",
    "proxy",
    "judgment",
    "score",
    "error",
    "warning",
    "birth-date-missing",
    "header",
    "nom_postnom",
    "acts_on_time",
    "holds",
];

/// Members of one household: a name that looks like a formula, a date that does not exist, an unknown relation.
const CENSUS: &str = "\
N°;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien
1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;05/03/1987;Chef
1;Boma;Lodja;12;NSIMBA;KIESE;Rose;F;1989;Épouse
1;Boma;Lodja;12;MBALA;KIESE;Noëlla;F;05/03/2017;Fille
1;Boma;Lodja;12;=MBALA;;Ruth;F;31/02/2015;Fille
1;Boma;Lodja;12;MBALA;;Luc;M;;Zzz
";
/// The act of one of them, and one declared before the birth.
const BIRTHS: &str = "\
N° acte;Date de déclaration;Nom;Post-nom;Prénom;Sexe;Date de naissance;Père;Mère;Quartier;Catégorie
1;20/03/2017;MBALA;KIESE;Noëlla;F;05/03/2017;MBALA LEMA Bruno;NSIMBA KIESE Rose;Boma;Directe
2;01/02/2017;ZOLA;DIA;Marc;M;05/02/2017;ZOLA Jean;DIA Rose;Boma;Directe
";

fn register() -> Commune {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", CENSUS);
    commune.write("births/naissances_2017.csv", BIRTHS);
    commune.run();
    commune
}

#[test]
fn a_workbook_has_headings_and_words_of_the_language_and_no_code() {
    let commune = register();
    let folder = commune.raw().parent().unwrap().to_owned();
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for schema in SCHEMAS {
            let path = folder.join(format!("{}.{}.xlsx", schema.name, lang.code()));
            let mut command = Command::new(assert_cmd::cargo::cargo_bin!("bato"));
            command.current_dir(&folder).args(["export", schema.name, "--format", "xlsx", "--lang", lang.code(), "-o"]);
            let said = command.arg(&path).output().unwrap();
            assert!(said.status.success(), "{} {}", schema.name, String::from_utf8_lossy(&said.stderr));
            let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(std::fs::read(&path).unwrap())).unwrap();
            let sheet = book.worksheet_range(&messages.text(&format!("table-{}", schema.name))).unwrap();
            let mut rows = sheet.rows();
            let headings: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
            let expected: Vec<String> = schema
                .columns
                .iter()
                .map(|column| messages.text(&format!("table-{}.{}", schema.name, column.name)))
                .collect();
            assert_eq!(headings, expected, "{}", schema.name);
            for (cell, column) in rows.flat_map(|row| row.iter().zip(schema.columns)) {
                if let Data::String(text) = cell {
                    // "warning", "error" and the like are English words too.
                    let is_word = lang == Lang::En && !text.contains(['_', '-']);
                    let is_code = CODES.contains(&text.as_str()) && !is_word;
                    assert!(!is_code && !text.starts_with('{'), "{}.{} {text}", schema.name, column.name);
                }
            }
        }
    }
}

#[test]
fn a_csv_in_words_suits_a_spreadsheet_and_other_formats_keep_the_codes() {
    let commune = register();
    let out = commune.command(&["export", "quarantine", "--words"]).output().unwrap();
    assert!(out.status.success());
    let text = String::from_utf8(out.stdout).unwrap();
    assert!(text.starts_with("\u{feff}\"Fichier\";\"Feuille\";\"Ligne\";"), "{text}");
    assert!(text.contains("\r\n\"census/Q06 Boma_2017.csv\";;5;") && text.contains("\"erreur\""), "{text}");
    assert!(text.contains("février a 28 jours. Que faire :"), "{text}");
    let persons = commune.command(&["export", "persons", "--words"]).output().unwrap();
    let persons = String::from_utf8(persons.stdout).unwrap();
    assert!(persons.contains(";05/03/1987;") && persons.contains(";\"1989\";"), "{persons}");
    assert!(persons.contains("\"Chef de ménage\"") && persons.contains("\"habite la commune\""), "{persons}");
    let codes = commune.bato(&["export", "persons"]).out;
    assert!(codes.starts_with("person_id,nom,") && codes.contains(",resident,"), "{codes}");
    let refused = commune.bato(&["export", "persons", "--format", "jsonl", "--words"]);
    assert!(refused.status == 2 && refused.err.contains("--words"), "{}", refused.err);
}

#[test]
fn an_error_says_its_reason_in_words_and_whom_to_call() {
    let commune = Commune::empty();
    commune.write("census/note.csv", "Bonjour, voici la liste promise.\n");
    let said = commune.bato(&["run"]);
    assert!(said.err.contains("Le fichier census/note.csv n’a pas pu être lu : aucun tableau"), "{}", said.err);
    assert!(!said.err.contains("file-no-table") && !said.err.contains("Aucun des"), "{}", said.err);
    commune.write("census/vide.csv", "");
    let said = commune.bato(&["run"]);
    assert!(said.err.contains("Aucun des 2 fichiers"), "{}", said.err);

    for lang in Lang::ALL {
        let mut messages = Messages::new(lang);
        let hint = "error-bad-codes.hint";
        let unnamed = messages.text(hint);
        assert!(unnamed.ends_with(&messages.text("support-unnamed")), "{unnamed}");
        messages.set_support("J. Mbala", "0812345678");
        assert!(messages.text(hint).ends_with("J. Mbala (0812345678)."), "{}", messages.text(hint));
        messages.set_support("J. Mbala", "");
        assert!(messages.text(hint).ends_with("J. Mbala."), "{}", messages.text(hint));
    }
}

#[test]
fn each_check_of_verify_has_its_words() {
    let commune = register();
    let generation = bato::app::current(&commune.clean()).unwrap();
    let checks = bato::store::verify(&generation).unwrap().checks;
    assert!(checks.len() > 15, "{} checks", checks.len());
    for messages in Lang::ALL.map(Messages::new) {
        for check in &checks {
            let id = format!("verify-{}", check.id);
            assert!(messages.has(&id) && messages.has(&format!("{id}.failed")), "{id}");
        }
    }
}

#[test]
fn what_the_rules_say_has_the_singular_of_one() {
    for (lang, one, two) in [
        (Lang::Fr, "1 ligne attend", "2 lignes attendent"),
        (Lang::Nl, "1 rij wacht", "2 rijen wachten"),
        (Lang::En, "1 row waits", "2 rows wait"),
    ] {
        let messages = Messages::new(lang);
        let of = |n: u64| messages.say("rule-no-header", &[("n", n.into())]);
        assert!(of(1).contains(one) && of(2).contains(two), "{} {}", of(1), of(2));
        assert!(!of(0).contains('0'), "{}", of(0));
    }
}

/// What may stand between straight quotation marks: something to be typed as it is, or a space that Fluent would cut.
fn is_typed(text: &str) -> bool {
    let is_space = text.chars().all(|c| c == ' ');
    let is_place = text.contains('!');
    let is_file = text.ends_with(".xlsx") || text == "{ $path }";
    is_space || is_place || is_file || ["error", "warning", "{ $value }", "…"].contains(&text) || text.ends_with("…")
}

#[test]
fn each_language_keeps_to_its_quotation_marks_and_apostrophe() {
    for lang in Lang::ALL {
        let folder = project().join("locales").join(lang.code());
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let told = || format!("{}: {line}", path.display());
                assert!(!line.contains('\''), "{}", told());
                let marks: BTreeSet<char> = line.chars().filter(|c| "«»“”„‘".contains(*c)).collect();
                let allowed: &[char] = if lang == Lang::Fr { &['«', '»'] } else { &['“', '”'] };
                assert!(marks.iter().all(|mark| allowed.contains(mark)), "{}", told());
                assert!(!line.contains("« ") && !line.contains(" »"), "{}", told());
                if line.contains("(\")") || line.contains("--author") || line.contains("--who \"") {
                    continue;
                }
                let typed = line.split('"').skip(1).step_by(2);
                typed.for_each(|text| assert!(is_typed(text), "{text} in {}", told()));
            }
        }
    }
}
