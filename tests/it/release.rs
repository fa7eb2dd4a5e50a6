//! Tests of releases as a user makes them: folders, numbers, the ledger, refusals.

use std::path::PathBuf;

use crate::door::Commune;

/// Writes a birth register of `n` acts, numbered from `first`, of children who resemble one another in nothing.
pub(crate) fn register(commune: &Commune, name: &str, first: usize, n: usize) {
    register_of(commune, (name, 2017), first, n);
}

/// Writes such a register of a year.
fn register_of(commune: &Commune, (name, year): (&str, i32), first: usize, n: usize) {
    const PARTS: [&str; 13] = ["BA", "KO", "LU", "MI", "NZE", "TSHI", "WA", "PE", "RO", "ZU", "DA", "FI", "GO"];
    let part = |n: usize| PARTS[n % PARTS.len()];
    let mut text = "N° acte;Date de déclaration;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lieu;Quartier\n".to_owned();
    for n in first..first + n {
        let born = chrono::NaiveDate::from_yo_opt(year, 1 + (n * 37 % 345) as u32).unwrap();
        let declared = born + chrono::Days::new(10);
        text += &format!(
            "{n}/{year};{};{};{};{};{};{};CS Kingasani;{}\n",
            declared.format("%d/%m/%Y"),
            [part(n), part(n / 13), part(n * 5 + 1)].concat(),
            [part(n * 7 + 3), part(n * 3 + n / 11), part(n / 5)].concat(),
            ["Ruth", "Jean", "Marie", "Noé", "Grace", "Paul", "Esther"][n % 7],
            ["F", "M"][n % 2],
            born.format("%d/%m/%Y"),
            ["Boma", "Kutu", "Biyela"][n % 3]
        );
    }
    commune.write(&format!("births/{name}.csv"), text);
}

fn folders(commune: &Commune) -> Vec<String> {
    let folder: PathBuf = commune.raw().with_file_name("releases");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_release_has_a_number_and_needs_enough_changes_since_the_last() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 300);
    commune.run();
    let first = commune.bato(&["release"]);
    assert_eq!(first.status, 0, "{}", first.err);
    assert!(first.out.contains("Sortie n° 1") && !first.err.contains("cahier"), "{} {}", first.out, first.err);
    assert_eq!(folders(&commune), ["2017-T4"]);
    let folder = commune.raw().with_file_name("releases").join("2017-T4");
    for file in ["release.fr.html", "release.nl.xlsx", "release.en.html", "aggregates.csv", "release.json"] {
        assert!(folder.join(file).is_file(), "{file}");
    }
    // Each page leads to the files beside it.
    let page = std::fs::read_to_string(folder.join("release.nl.html")).unwrap();
    let links: Vec<&str> = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for file in ["release.fr.html", "release.en.html", "release.nl.xlsx", "aggregates.csv"] {
        assert!(links.contains(&file), "{file}: {links:?}");
    }
    let files = links.iter().filter(|link| !link.starts_with('#') && !link.starts_with("data:"));
    assert!(files.clone().count() == 4 && files.clone().all(|file| folder.join(file).is_file()), "{links:?}");
    let label = std::fs::read_to_string(folder.join("release.json")).unwrap();
    for part in ["\"period\": \"2017-T4\"", "\"as_of\": \"2017-12-", "\"legal_rule\"", "2017\n", "10-5"] {
        assert!(label.contains(part), "{part}: {label}");
    }
    // Nothing has changed, then 49 acts.
    for (n_more, said) in [(0, "Rien n’a changé"), (49, "49 personnes ou actes seulement")] {
        register(&commune, "naissances_2017_suite", 301, n_more);
        commune.run();
        let refused = commune.bato(&["release"]);
        assert!(refused.status == 2 && refused.err.contains(said), "{n_more}: {} {}", refused.out, refused.err);
        assert_eq!(folders(&commune), ["2017-T4"]);
    }
    // The release that was made is not touched: the next has a name of its own.
    let before = std::fs::read(folder.join("aggregates.csv")).unwrap();
    register(&commune, "naissances_2017_suite", 301, 50);
    commune.run();
    let second = commune.bato(&["release", "--period", "2017-T4"]);
    assert!(second.status == 0 && second.out.contains("Sortie n° 2") && second.out.contains("50 "), "{}", second.out);
    assert_eq!(folders(&commune), ["2017-T4", "2017-T4-2"]);
    assert!(before == std::fs::read(folder.join("aggregates.csv")).unwrap());
    let ledger = std::fs::read_to_string(commune.clean().join("releases/ledger.jsonl")).unwrap();
    assert_eq!(ledger.lines().count(), 2);
    assert!(before == std::fs::read(commune.clean().join("releases/0001.csv")).unwrap());
}

#[test]
fn a_restored_version_does_not_forget_what_was_shown() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 100);
    commune.run();
    register(&commune, "naissances_2017_suite", 101, 100);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    let restored = commune.bato(&["restore", "--generation", "1"]);
    assert_eq!(restored.status, 0, "{}", restored.err);
    let again = commune.bato(&["release"]);
    assert!(again.status == 0 && again.out.contains("100 "), "{} {}", again.out, again.err);
    assert!(again.out.contains("Sortie n° 2"), "{}", again.out);
}

#[test]
fn the_absence_of_the_ledger_is_said_where_the_register_has_a_history() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 100);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    register(&commune, "naissances_2017_suite", 101, 100);
    commune.run();
    std::fs::remove_dir_all(commune.clean().join("releases")).unwrap();
    let refused = commune.bato(&["release"]);
    assert!(refused.status == 2 && refused.err.contains("cahier des sorties manque"), "{}", refused.err);
    let output = commune.bato(&["release", "--without-ledger", "disque perdu"]);
    assert_eq!(output.status, 0, "{}", output.err);
    let ledger = std::fs::read_to_string(commune.clean().join("releases/ledger.jsonl")).unwrap();
    assert!(ledger.contains("disque perdu"), "{ledger}");
    // The number is not used again.
    assert!(output.out.contains("Sortie n° 2"), "{}", output.out);
    // A ledger that was cut is refused.
    let path = commune.clean().join("releases/ledger.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("2017-T4", "2017-T3") + &text).unwrap();
    let damaged = commune.bato(&["release"]);
    assert!(damaged.status == 2 && damaged.err.contains("abîmé"), "{} {}", damaged.out, damaged.err);
}

#[test]
fn a_damaged_file_of_the_ledger_is_found_by_verify_and_refused_by_release() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 100);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    let checked = commune.bato(&["verify"]);
    assert!(checked.status == 0 && checked.out.contains("Cahier des sorties"), "{}{}", checked.out, checked.err);
    // Names do not go into the folder that is sent.
    for words in [&["export", "persons", "-o", "releases/2017-T4/noms.csv"][..], &["backup", "releases/2017-T4/x.zip"]]
    {
        let refused = commune.bato(words);
        assert!(refused.status == 2 && refused.err.contains("dossier d’une sortie"), "{}{}", refused.out, refused.err);
    }
    register(&commune, "naissances_2017_suite", 101, 100);
    commune.run();
    let folder = commune.clean().join("releases");
    for name in ["0001.csv", "0001.state.json", "0001.facts.json"] {
        let sound = std::fs::read(folder.join(name)).unwrap();
        for damaged in [Some([&sound[..], b"x"].concat()), None] {
            match damaged {
                Some(bytes) => std::fs::write(folder.join(name), bytes).unwrap(),
                None => std::fs::remove_file(folder.join(name)).unwrap(),
            }
            let checked = commune.bato(&["verify"]);
            assert!(checked.status != 0 && checked.out.contains(name), "{name}: {}{}", checked.out, checked.err);
            let refused = commune.bato(&["release"]);
            assert!(refused.status == 2 && refused.err.contains("abîmé"), "{name}: {} {}", refused.out, refused.err);
        }
        std::fs::write(folder.join(name), sound).unwrap();
    }
    commune.assert_whole();
    assert_eq!(commune.bato(&["release"]).status, 0);
}

#[test]
fn a_period_that_is_none_is_refused() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 100);
    commune.run();
    let output = commune.bato(&["release", "--period", "2018-T5"]);
    assert!(output.status == 2 && output.err.contains("2018-T4"), "{}", output.err);
    assert!(folders(&commune).is_empty());
    // Acts declared after the period are not in its release.
    let output = commune.bato(&["release", "--period", "2017-S1"]);
    assert_eq!(output.status, 0, "{}", output.err);
    let figures = commune.raw().with_file_name("releases").join("2017-S1/aggregates.csv");
    let figures = std::fs::read_to_string(figures).unwrap();
    assert!(figures.contains("2017-T2") && !figures.contains("2017-T3"));
}

#[test]
fn a_release_describes_its_files_and_is_exported_for_dhis2() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 300);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    let folder = commune.raw().with_file_name("releases").join("2017-T4");
    let package: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("datapackage.json")).unwrap()).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 9);
    for resource in resources {
        let bytes = std::fs::read(folder.join(resource["path"].as_str().unwrap())).unwrap();
        let hash: String = <sha2::Sha256 as sha2::Digest>::digest(&bytes).iter().map(|n| format!("{n:02x}")).collect();
        assert_eq!(resource["hash"].as_str().unwrap(), format!("sha256:{hash}"));
    }
    let heading = std::fs::read_to_string(folder.join("aggregates.csv")).unwrap();
    let names: Vec<&str> = heading.lines().next().unwrap().split(',').collect();
    let fields = resources[0]["schema"]["fields"].as_array().unwrap();
    assert!(names.iter().eq(fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>().iter()));
    assert!(fields.iter().all(|field| ["fr", "nl", "en"].iter().all(|lang| field["meaning"][lang].is_string())));
    assert!(heading.contains(",1008060,"), "the postal code of Boma");
    let map = "indicator,breakdown,area,data_element,org_unit,category_option_combo\n\
               acts_on_time,,,deOnTime,,\nacts_late,,,deLate,,\n,,Kimbanseke,,ouCommune,\n,,Kimbanseke/Boma,,ouBoma,\n";
    std::fs::write(commune.raw().with_file_name("map.csv"), map).unwrap();
    let output = commune.bato(&["export", "dhis2", "--map", "map.csv"]);
    assert_eq!(output.status, 0, "{}", output.err);
    let values: serde_json::Value = serde_json::from_str(&output.out).unwrap();
    let values = values["dataValues"].as_array().unwrap();
    let is = |unit: &str, period: &str, value: &str| {
        values.iter().any(|own| own["orgUnit"] == unit && own["period"] == period && own["value"] == value)
    };
    assert!(is("ouCommune", "2017", "300") && is("ouBoma", "2017Q4", "100"), "{}", output.out);
    let refused = commune.bato(&["export", "dhis2"]);
    assert!(refused.status == 2 && refused.err.contains("--map"), "{}", refused.err);
}

/// Writes census sheets of one household each, of persons who resemble one another in nothing.
fn census(commune: &Commune, file: &str, first: usize, n: usize) {
    census_of(commune, file, (1950, 60), first, n);
}

/// Writes such sheets of persons born in `years` years from `from` on.
fn census_of(commune: &Commune, file: &str, (from, years): (usize, usize), first: usize, n: usize) {
    const PARTS: [&str; 13] = ["BA", "KO", "LU", "MI", "NZE", "TSHI", "WA", "PE", "RO", "ZU", "DA", "FI", "GO"];
    let part = |n: usize| PARTS[n % PARTS.len()];
    let mut text = "Ménage;Quartier;Avenue;Parcelle;Nom;Postnom;Prénom;Sexe;Date de naissance\n".to_owned();
    for n in first..first + n {
        text += &format!(
            "{n};{};Av {n};{n};{};{};Ruth{n};{};{:02}/{:02}/{}\n",
            ["Boma", "Kutu", "Biyela"][n % 3],
            [part(n * 3 + 1), part(n / 7), part(n * 11)].concat(),
            [part(n * 5 + 2), part(n / 3 + 4), part(n)].concat(),
            ["F", "M"][n % 2],
            1 + n % 28,
            1 + n % 12,
            from + n * 7 % years
        );
    }
    commune.write(&format!("census/{file}.csv"), text);
}

fn figures(folder: &std::path::Path) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(folder.join("aggregates.csv")).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn one_new_resident_in_a_month_of_acts_is_in_no_table() {
    let commune = Commune::empty();
    census(&commune, "liste_2017", 1, 400);
    register(&commune, "naissances_2017", 1, 300);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    let releases = commune.raw().with_file_name("releases");
    std::fs::create_dir(commune.raw().join("census/saisie")).unwrap();
    census(&commune, "saisie/Kutu_2018", 901, 1);
    register(&commune, "naissances_2017_suite", 301, 100);
    commune.run();
    let second = commune.bato(&["release"]);
    assert_eq!(second.status, 0, "{}", second.err);
    assert!(second.out.contains("ceux de la sortie n° 1"), "{}", second.out);
    let page = std::fs::read_to_string(releases.join("2017-T4-2/release.fr.html")).unwrap();
    assert!(page.contains("ceux de la sortie n°\u{a0}1"));
    let [before, after] = ["2017-T4", "2017-T4-2"].map(|name| figures(&releases.join(name)));
    let of_residents = ["residents", "households", "census_", "share_covered", "rows_of_data", "rows_in_register"];
    // The last column names the release of which the figures are.
    let of = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
        let is_one = |row: &&Vec<String>| {
            of_residents.iter().any(|start| row[0].starts_with(start))
                && !row[3].contains("kind=")
                && row[2].contains('/')
        };
        rows.iter().filter(is_one).map(|row| row[..11].to_vec()).collect()
    };
    assert!(of(&before).len() > 20 && of(&before) == of(&after));
    assert!(after.iter().filter(|row| row[0] == "residents").all(|row| row[11] == "1"));
    assert!(after.iter().filter(|row| row[0] == "acts_judged").all(|row| row[11].is_empty()));
    assert!(before != after);
    // One person more and nothing else: no period, folder or setting gets round it.
    census(&commune, "saisie/Boma_2018", 902, 1);
    commune.run();
    for words in [vec!["release"], vec!["release", "--period", "2017"], vec!["release", "--out", "elsewhere"]] {
        let refused = commune.bato(&words);
        assert!(refused.status == 2 && refused.err.contains("2 personnes ou actes"), "{words:?}: {}", refused.err);
    }
    assert_eq!(folders(&commune), ["2017-T4", "2017-T4-2"]);
}

#[test]
fn children_shown_again_are_not_judged_by_a_register_read_since() {
    let commune = Commune::empty();
    census_of(&commune, "liste_2017", (2014, 4), 1, 400);
    for (file, year) in [("naissances_2015", 2015), ("naissances_2016", 2016)] {
        register_of(&commune, (file, year), 1, 150);
    }
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    // One new resident, and the register of a year of which a hundred children were counted.
    std::fs::create_dir(commune.raw().join("census/saisie")).unwrap();
    census(&commune, "saisie/Kutu_2018", 901, 1);
    register_of(&commune, ("naissances_2017", 2017), 1, 150);
    commune.run();
    let second = commune.bato(&["release"]);
    assert_eq!(second.status, 0, "{}", second.err);
    assert!(second.out.contains("ceux de la sortie n° 1"), "{}", second.out);
    let releases = commune.raw().with_file_name("releases");
    let [before, after] = ["2016-T4", "2017-T4"].map(|name| figures(&releases.join(name)));
    let of_persons = ["census_children", "rate_census", "under_five", "rate_under_five", "coverage_acts", "persons"];
    for start in of_persons {
        let of = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
            rows.iter().filter(|row| row[0].starts_with(start)).map(|row| row[..11].to_vec()).collect()
        };
        assert!(!of(&before).is_empty() && of(&before) == of(&after), "{start}");
        assert!(after.iter().filter(|row| row[0].starts_with(start)).all(|row| row[11] == "1"), "{start}");
    }
    let total = |rows: &[Vec<String>]| -> String {
        let is_total =
            |row: &&Vec<String>| row[0] == "acts_judged" && row[1] == "all" && row[3] == "all" && !row[2].contains('/');
        rows.iter().find(is_total).unwrap()[4].clone()
    };
    assert_eq!([total(&before), total(&after)], ["300", "450"]);
    let label = std::fs::read_to_string(releases.join("2017-T4/release.json")).unwrap();
    assert!(label.contains("\"residents_of\": 1") && label.contains("\"residents_made_on\": \"2"), "{label}");
    for (lang, said) in [
        ("fr", "Chiffres de la sortie n°\u{a0}1"),
        ("nl", "Cijfers van publicatie nr. 1"),
        ("en", "Figures of release no. 1"),
    ] {
        let page = std::fs::read_to_string(releases.join(format!("2017-T4/release.{lang}.html"))).unwrap();
        assert!(page.matches(said).count() > 20, "{lang}");
    }
    // A third release that changes little again shows the children of the first.
    census(&commune, "saisie/Boma_2018", 902, 1);
    register_of(&commune, ("naissances_2017_suite", 2017), 151, 100);
    commune.run();
    let third = commune.bato(&["release"]);
    assert!(third.status == 0 && third.out.contains("ceux de la sortie n° 1"), "{} {}", third.out, third.err);
    let third = figures(&releases.join("2017-T4-2"));
    let of = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
        let is_own = |row: &&Vec<String>| row[0].contains("census_children") && !row[0].starts_with("change_");
        rows.iter().filter(is_own).map(|row| row[..11].to_vec()).collect()
    };
    assert_eq!(of(&before), of(&third));
}

#[test]
fn the_same_content_is_the_same_release_and_another_is_a_new_one() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 300);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    let beside = |name: &str| commune.raw().with_file_name(name);
    let again = commune.bato(&["release", "--out", "elsewhere"]);
    assert!(again.status == 0 && again.out.contains("Sortie n° 1"), "{} {}", again.out, again.err);
    for file in ["aggregates.csv", "datapackage.json", "release.json", "release.fr.html"] {
        let [own, other] =
            ["releases", "elsewhere"].map(|name| std::fs::read(beside(name).join("2017-T4").join(file)).unwrap());
        assert!(own == other, "{file}");
    }
    let ledger = || std::fs::read_to_string(commune.clean().join("releases/ledger.jsonl")).unwrap().lines().count();
    assert_eq!(ledger(), 1);
    // Another rule shows other figures of the same register: a number of its own, in the ledger.
    commune
        .write("../bato.toml", "[report]\nother_rule = [{ born_from = \"1987-08-01\", limit = 8, unit = \"days\" }]\n");
    let other = commune.bato(&["release", "--out", "elsewhere", "--new-settings", "essai"]);
    assert!(other.status == 0 && other.out.contains("Sortie n° 2"), "{} {}", other.out, other.err);
    assert_eq!(ledger(), 2);
}

#[test]
fn a_changed_release_and_a_file_of_none_are_refused() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 300);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    let folder = commune.raw().with_file_name("releases").join("2017-T4");
    let exported = commune.bato(&["export", "aggregates"]).out;
    let is_small = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let n: Option<f64> = cells[4].parse().ok();
        cells[2].contains('/') && cells[6].is_empty() && n.is_some_and(|n| n > 0.0 && n < 10.0)
    };
    assert!(exported.lines().count() > 100 && !exported.lines().skip(1).any(is_small), "{exported}");
    let text = std::fs::read_to_string(folder.join("aggregates.csv")).unwrap();
    std::fs::write(folder.join("aggregates.csv"), text.replace(",300,300,", ",301,301,")).unwrap();
    let map = "indicator,breakdown,area,data_element,org_unit,category_option_combo\nacts_on_time,,,a,b,\n";
    std::fs::write(commune.raw().with_file_name("map.csv"), map).unwrap();
    for words in [["compare", "releases/2017-T4", "", ""], ["export", "dhis2", "--map", "map.csv"]] {
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let refused = commune.bato(&words);
        assert!(refused.status == 2 && refused.err.contains("n’est plus tel"), "{words:?}: {}", refused.err);
    }
}

#[test]
fn other_settings_on_the_same_register_need_a_reason() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 300);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    let settings = |text: &str| std::fs::write(commune.raw().with_file_name("bato.toml"), text).unwrap();
    let rule = "[[report.other_rule]]\nborn_from = \"1987-08-01\"\nlimit = 23\nunit = \"days\"\n";
    for other in ["[release]\njoined_quartiers = [[\"Boma\", \"Kutu\"]]\n", rule] {
        settings(other);
        for out in ["releases", "elsewhere"] {
            let said = commune.bato(&["release", "--out", out]);
            assert!(
                said.status == 2 && said.err.contains("ne sont plus ceux de la sortie n°"),
                "{}{}",
                said.out,
                said.err
            );
        }
    }
    // A change for good is noted, and the next release needs no reason.
    register(&commune, "naissances_2017_suite", 301, 60);
    commune.run();
    let said = commune.bato(&["release", "--new-settings", "nouvelle instruction"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let ledger = std::fs::read_to_string(commune.clean().join("releases/ledger.jsonl")).unwrap();
    assert!(ledger.contains("nouvelle instruction"), "{ledger}");
    register(&commune, "naissances_2017_fin", 361, 60);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    // The same groups in another order are the same settings.
    for (first, text, words) in [
        (
            421,
            "[[\"Boma\", \"Kutu\"], [\"Biyela\", \"Mokali\"]]",
            &["release", "--new-settings", "petits quartiers"][..],
        ),
        (481, "[[\"mokali\", \"Biyela\"], [\"Kutu\", \"Boma\"]]", &["release"]),
    ] {
        register(&commune, &format!("naissances_2017_{first}"), first, 60);
        commune.run();
        settings(&format!("[release]\njoined_quartiers = {text}\n"));
        let said = commune.bato(words);
        assert_eq!(said.status, 0, "{text}: {}{}", said.out, said.err);
    }
    settings("[release]\njoined_quartiers = [[\"Boma\", \"Kutu\"], [\"Boma\", \"Biyela\"]]\n");
    let said = commune.bato(&["release"]);
    assert!(said.status == 2 && said.err.contains("nomme deux fois"), "{}{}", said.out, said.err);
    // A name of no quartier would join others than it says.
    settings("[release]\njoined_quartiers = [[\"Boma\", \"Kutou\"]]\n");
    let said = commune.bato(&["release", "--new-settings", "faute"]);
    let is_named = said.err.contains("Kutou") && said.err.contains("n’est pas un quartier");
    assert!(said.status == 2 && is_named, "{}{}", said.out, said.err);
}

#[test]
fn another_list_of_quartiers_needs_a_reason_and_a_law_has_a_length() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 300);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    // Boma becomes a spelling of Disasi: both are counted together, as by the setting that joins quartiers.
    let list = include_str!("../../data-raw/reference/quartiers.csv");
    let own = |name: &str| list.lines().find(|line| line.starts_with(&format!("{name},"))).unwrap();
    let joined = own("Disasi").replacen("DISSASI", "DISSASI;BOMA", 1);
    assert_ne!(joined, own("Disasi"));
    std::fs::create_dir(commune.raw().join("reference")).unwrap();
    let joined = list.replace(own("Disasi"), &joined).replace(&format!("{}\n", own("Boma")), "");
    commune.write("reference/quartiers.csv", joined);
    register(&commune, "naissances_2017_suite", 301, 60);
    commune.run();
    let refused = commune.bato(&["release"]);
    assert!(refused.status == 2 && refused.err.contains("ne sont plus ceux de la sortie n°"), "{}", refused.err);
    assert_eq!(commune.bato(&["release", "--new-settings", "nouvelle liste"]).status, 0);
    // A legal period of no day would make every act late from a day on.
    let law = include_str!("../../data-raw/reference/legal-periods.csv");
    commune.write("reference/legal-periods.csv", format!("{}\n2017-03-01,0,days,essai\n", law.trim_end()));
    for words in [&["run"][..], &["release"]] {
        let refused = commune.bato(words);
        assert!(refused.status == 2 && refused.err.contains("legal-periods.csv"), "{}{}", refused.out, refused.err);
    }
    std::fs::remove_file(commune.raw().join("reference/legal-periods.csv")).unwrap();
    commune.write("../bato.toml", "[[report.other_rule]]\nborn_from = \"1987-08-01\"\nlimit = 0\nunit = \"days\"\n");
    let refused = commune.bato(&["release", "--new-settings", "essai"]);
    assert!(refused.status == 2 && refused.err.contains("report.other_rule"), "{}{}", refused.out, refused.err);
}

#[test]
fn a_household_that_was_divided_is_in_no_release_alone() {
    let commune = Commune::empty();
    register(&commune, "naissances_2017", 1, 300);
    let sheet = |of_nephew: usize| {
        const PARTS: [&str; 7] = ["BAMBA", "KONGOLO", "LUZOLO", "MIRINDI", "NZEZA", "TSHIALA", "WABIWA"];
        let name = |n: usize| format!("{};{}", PARTS[n % 7], PARTS[(n / 7 + n) % 7]);
        let mut text =
            "N° ménage;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lien\n".to_owned();
        for n in 0..40 {
            let head = format!("{};Jean;M;03/04/{};Chef", name(n), 1950 + n);
            text += &format!("{};Boma;Lodja;{n};{head}\n", n + 1);
            let (number, relation) = if n == 7 && of_nephew != 8 { (of_nephew, "Chef") } else { (n + 1, "Neveu") };
            text += &format!("{number};Boma;Lodja;{n};{};Paul;M;{:02}/06/1990;{relation}\n", name(n + 50), 1 + n % 28);
        }
        commune.write("census/Q06 Boma_2017.csv", text);
    };
    sheet(8);
    commune.run();
    assert_eq!(commune.bato(&["release"]).status, 0);
    sheet(99);
    commune.run();
    let said = commune.bato(&["release"]);
    assert!(said.status == 2 && said.err.contains("Rien n’a changé"), "{}{}", said.out, said.err);
}
