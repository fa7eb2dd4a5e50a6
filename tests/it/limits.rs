//! Tests of values at and beyond the limits: encodings, long texts, deep formulas, huge numbers, escape sequences,
//! damaged versions.

use bato::store::PersonRow;

use crate::door::Commune;

const HEADINGS: &str = "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n";
const ROWS: &str = "1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef\n\
    1;Boma;Lodja;12;NSIMBA;KIESE;Noella;F;28/02/1970;Épouse\n";

fn commune(rows: &str) -> Commune {
    let commune = Commune::empty();
    commune.write("census/Q06 Boma_2017.csv", format!("{HEADINGS}{rows}"));
    commune.run();
    commune
}

fn set(commune: &Commune, settings: impl AsRef<[u8]>) {
    std::fs::write(commune.raw().with_file_name("bato.toml"), settings).unwrap();
}

#[test]
fn a_text_file_in_another_encoding_is_refused_with_the_true_reason_and_utf16_is_read() {
    let commune = commune(ROWS);
    let text = "[run]\ncommune = \"Kalamu é\"\n";
    let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
    let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    set(&commune, latin);
    let said = commune.bato(&["run"]);
    assert!(said.status == 2 && said.err.contains("UTF-8") && said.err.contains("bato.toml"), "{}", said.err);
    assert!(!said.err.contains("branché"), "{}", said.err);
    set(&commune, utf16);
    assert_eq!(commune.bato(&["run"]).status, 0);
    let said = commune.bato(&["check", "data-raw/census"]);
    assert_eq!(said.status, 0, "a folder means every sheet in it: {}", said.err);
}

#[test]
fn a_damaged_version_is_named_and_a_restored_one_has_its_own_reports() {
    let commune = commune(ROWS);
    let page = || std::fs::read_to_string(commune.clean().join("reports/interne.csv")).unwrap();
    let first = page();
    let more: String =
        (0..40).map(|n| format!("{n};Kutu;Kasa;{n};ILUNGA{n};MUYA;Ruth;F;08/10/19{};Chef\n", 50 + n)).collect();
    commune.write("census/Q07 Kutu_2017.csv", format!("{HEADINGS}{more}"));
    commune.run();
    assert_ne!(page(), first);
    assert_eq!(commune.bato(&["restore", "--generation", "1"]).status, 0);
    assert_eq!(page(), first, "the reports are those of the version restored");
    let persons = commune.current().dir.join("persons.parquet");
    let mut bytes = std::fs::read(&persons).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&persons, bytes).unwrap();
    for words in [&["find", "MBALA"][..], &["export", "persons"], &["show", "P-0000-0000-J"]] {
        let said = commune.bato(words);
        assert!(said.err.contains("version 2"), "{words:?}: {}", said.err);
    }
}

#[test]
fn a_fiche_of_more_members_than_a_cell_has_letters_can_be_reviewed() {
    let member = |n: usize| {
        format!(
            "1;Boma;Lodja;12;NOMTRESLONGQUICOMPTEQUARANTELETTRESENTOUT{n};POSTNOM{n};PRENOM{n};M;08/10/19{:02};Fils\n",
            n % 90 + 10
        )
    };
    let rows: String = (0..600).map(member).collect();
    let commune = commune(&rows);
    commune.write("census/Q06 Boma_2018.csv", format!("{HEADINGS}{}", rows.replace("PRENOM7;", "PRENOM8;")));
    assert!(commune.bato(&["run"]).status < 2);
    for words in
        [&["review", "--export", "revue.xlsx"][..], &["review", "--sample", "100", "--export", "echantillon.xlsx"]]
    {
        let said = commune.bato(words);
        assert_eq!(said.status, 0, "{words:?}: {}", said.err);
    }
}

#[test]
fn a_deep_formula_and_a_huge_number_are_refused() {
    let commune = commune(ROWS);
    let folder = commune.raw().join("reference");
    std::fs::create_dir(&folder).unwrap();
    for formula in ["+".repeat(50_000), "(".repeat(50_000), "-".repeat(50_000), format!("1{}", "+1".repeat(50_000))] {
        let text = format!(
            "[[indicator]]\nid = \"x\"\nname.fr = \"x\"\nname.nl = \"x\"\nname.en = \"x\"\nformula = \"{formula}\"\nunit = \"count\"\n"
        );
        std::fs::write(folder.join("indicators.toml"), text).unwrap();
        let said = commune.bato(&["run"]);
        assert!(said.status == 2 || said.status == 0, "{}: {}", &formula[..2], said.status);
        assert!(said.status == 0 || said.err.contains("indicators.toml"), "{}", said.err);
    }
    std::fs::remove_dir_all(&folder).unwrap();
    let max = u64::MAX.to_string();
    for words in [
        &["verify", "--generation", &max][..],
        &["restore", "--generation", &max],
        &["show", "P-0000-0000-J", "--generation", &max],
        &["export", "persons", "--generation", &max],
        &["diff", &max],
        &["diff", "1", &max],
        &["find", "--age", "4294967295"],
        &["find", "--age", "131"],
        &["find", "--quartier", "Nowhere"],
        &["find", "--born", "9999-99-99"],
    ] {
        let said = commune.bato(words);
        assert!(said.status == 2 && said.err.contains("Que faire"), "{words:?}: {} {}", said.status, said.err);
    }
}

#[test]
fn a_setting_that_switches_protection_off_or_names_no_commune_is_refused() {
    let commune = commune(ROWS);
    for (settings, value) in [
        ("[release]\nmin_changes = 0\n", "min_changes"),
        ("[run]\ncommune = \"A/B\"\n", "A/B"),
        ("[run]\ncommune = \"..\"\n", ".."),
        ("[run]\ncommune = \"\"\n", "run.commune"),
        ("[run]\ncommune = \"A\\u001bB\"\n", "run.commune"),
        ("[run]\nkeep_generations = 0\n", "keep_generations"),
    ] {
        set(&commune, settings);
        let said = commune.bato(&["run"]);
        assert!(
            said.status == 2 && said.err.contains(value) && said.err.contains("Que faire"),
            "{settings}: {}",
            said.err
        );
    }
}

#[test]
fn no_escape_sequence_reaches_the_terminal_and_no_cell_becomes_a_formula() {
    let rows = "1;Boma;Lodja;12;MBALA\u{1b}[31mROUGE;LEMA\u{9b}2J;Bruno;M;08/10/1961;Chef\n\
        1;Boma;\"X;=cmd|' /C calc'!A0\";12;NSIMBA;KIESE;Noella;F;31/02/1970;Épouse\n\
        2;Boma;\t=1+1;12;KANZA;LUZOLO;\"@SUM(A1)\";M;04/05/1980;Chef\n";
    let commune = commune(rows);
    let id = commune.table::<PersonRow>().into_iter().find(|person| person.prenom == "Bruno").unwrap().person_id;
    for words in [
        &["show", &id][..],
        &["find", "MBALA"],
        &["check", "data-raw/census/Q06 Boma_2017.csv", "--explain"],
        &["diff", "1", "1"],
        &["log"],
        &["find", "\u{1b}[31mX"],
    ] {
        let said = commune.bato(words);
        let is_acted_on = |c: char| c.is_control() && c != '\n' && c != '\t';
        assert!(!said.out.contains(is_acted_on) && !said.err.contains(is_acted_on), "{words:?}: {:?}", said.out);
    }
    for table in ["persons", "households", "quarantine", "lineage"] {
        for more in [&[][..], &["--words"]] {
            let said = commune.bato(&[&["export", table], more].concat());
            assert_eq!(said.status, 0, "{}", said.err);
            // A spreadsheet may split at any of these, unless the field is quoted.
            for line in said.out.lines() {
                let outside: String = line.split('"').step_by(2).collect();
                let fields = outside.split([',', ';', '\t']);
                assert!(fields.into_iter().all(|field| !field.starts_with(['=', '+', '@'])), "{table}: {line}");
            }
        }
    }
}
