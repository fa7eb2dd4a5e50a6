//! Tests of `bato synth`: a seed always gives the same bytes, `bato run` gives every row an outcome, and errors are
//! reported.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::door::Commune;

fn synthesise(commune: &Commune, name: &str, more: &[&str]) -> PathBuf {
    let out = commune.raw().with_file_name(name);
    let said = commune.bato(&[&["synth", "--persons", "600", "--out", out.to_str().unwrap()], more].concat());
    assert_eq!(said.status, 0, "{}", said.err);
    out
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_path_buf(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_gives_others() {
    let commune = Commune::empty();
    let one = files(&synthesise(&commune, "one", &["--seed", "7"]));
    assert_eq!(files(&synthesise(&commune, "again", &["--seed", "7"])), one);
    assert_ne!(files(&synthesise(&commune, "other", &["--seed", "8"])), one);
    assert!(one.contains_key(Path::new("truth/twins.csv")));
}

#[test]
fn every_row_of_a_synthetic_commune_has_one_outcome_and_is_scored() {
    for difficulty in ["light", "heavy"] {
        let commune = Commune::empty();
        let out = synthesise(&commune, "made", &["--seed", "3", "--difficulty", difficulty]);
        let (raw, clean, truth) = (out.join("data-raw"), out.join("data-clean"), out.join("truth"));
        let [raw, clean, truth] = [&raw, &clean, &truth].map(|path| path.to_str().unwrap());
        let said = commune.bato(&["run", "--raw", raw, "--clean", clean]);
        assert!(said.status <= 1, "{}", said.err);
        assert_eq!(commune.bato(&["verify", "--clean", clean]).status, 0);
        let said = commune.bato(&["evaluate", "--truth", truth, "--clean", clean, "--json"]);
        let scores: serde_json::Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(scores["rows_without_outcome"], 0, "{}", said.out);
        assert!(scores["good_rows"].as_u64().unwrap() > 600, "{}", said.out);
        assert_eq!(scores["good_rows"], scores["good_rows_kept"], "{}", said.out);
    }
}

#[test]
fn a_wrong_setting_is_reported_and_nothing_is_overwritten_without_force() {
    let commune = Commune::empty();
    let out = synthesise(&commune, "made", &[]);
    let out = out.to_str().unwrap();
    let again = commune.bato(&["synth", "--persons", "600", "--out", out]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("--force"), "{}", again.err);

    std::fs::write(commune.raw().with_file_name("s.toml"), "[people]\ntwinz = 0.5\n").unwrap();
    let said = commune.bato(&["synth", "--persons", "600", "--out", "elsewhere", "--settings", "s.toml"]);
    assert_eq!(said.status, 2);
    assert!(said.err.contains("twinz") && said.err.contains("s.toml"), "{}", said.err);
}

/// Ages of adults are rounded to fives; nothing is typed twice or wrongly; every file is a CSV.
const ROUNDED_AGES: &str = "[people]\nheaped = 1\nday_unknown_adult = 1\nday_unknown_elder = 1\nmonth_known = 0\n\
     year_guessed = 0\n[errors]\nscale = 0\n[second_round]\nquartiers = 0\n[layouts]\ncsv = 1\n[repeats]\n\
     same_file = 0\nother_file = 0\nborder = 0\nchild_twice = 0\ntenant_twice = 0\ntwo_homes = 0\n";

/// Returns a CSV with a letter for each byte, whatever its encoding; `None` for a workbook or two bytes a letter.
fn letters(path: &Path) -> Option<String> {
    let bytes = std::fs::read(path).unwrap();
    (!bytes.contains(&0)).then(|| bytes.into_iter().map(char::from).collect())
}

/// Returns the bytes of such a text.
fn bytes(letters: &str) -> Vec<u8> {
    letters.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// Returns a text with the next year for each year in it.
fn a_year_later(text: &str) -> String {
    let words = text.split_inclusive(|c: char| !c.is_ascii_digit());
    let later = |word: &str| {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let is_year = digits.len() == 4 && ["19", "20"].iter().any(|start| digits.starts_with(start));
        if !is_year {
            return word.to_owned();
        }
        format!("{}{}", digits.parse::<i32>().unwrap() + 1, &word[4..])
    };
    words.map(later).collect()
}

/// Returns the long table of the commune in a folder, after a run: a figure by indicator, period, area and breakdown.
fn figures(commune: &Commune, folder: &Path) -> BTreeMap<String, String> {
    let [raw, clean] = ["data-raw", "data-clean"].map(|name| folder.join(name).to_str().unwrap().to_owned());
    let said = commune.bato(&["run", "--accept-removals", "--raw", &raw, "--clean", &clean]);
    assert!(said.status <= 1, "{}", said.err);
    let path = folder.join("data-clean/reports/interne.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| {
        let cells: Vec<&str> = row.iter().collect();
        (cells[..4].join(" "), cells[4..7].join(" "))
    })
    .collect()
}

#[test]
fn rounded_ages_have_the_same_index_in_one_round_and_in_two() {
    let commune = Commune::empty();
    commune.write("../ages.toml", ROUNDED_AGES);
    let one = synthesise(&commune, "one", &["--seed", "5", "--settings", "ages.toml"]);
    let two = synthesise(&commune, "two", &["--seed", "5", "--settings", "ages.toml"]);
    // Every other quartier is typed a year later, with the same ages.
    let census = two.join("data-raw/census");
    let mut n_later = 0;
    for path in files(&census).keys() {
        let name = path.to_str().unwrap();
        let number: u32 = name.chars().filter(char::is_ascii_digit).take(2).collect::<String>().parse().unwrap();
        if number % 2 == 1 {
            let Some(text) = letters(&census.join(path)) else { continue };
            std::fs::write(census.join(name.replace("2017", "2018")), bytes(&a_year_later(&text))).unwrap();
            std::fs::remove_file(census.join(path)).unwrap();
            n_later += 1;
        }
    }
    assert!(n_later > 10, "{n_later}");
    let whipple = |folder: &Path| {
        let figures = figures(&commune, folder);
        figures.iter().find(|(key, _)| key.starts_with("whipple_index ")).map(|(_, figure)| figure.clone()).unwrap()
    };
    let (in_one, in_two) = (whipple(&one), whipple(&two));
    assert_eq!(in_one, in_two);
    let index: f64 = in_one.split(' ').next().unwrap().parse().unwrap();
    assert!(index > 400.0, "{in_one}");
}

#[test]
fn one_mistyped_year_moves_no_figure_but_those_of_its_row() {
    let commune = Commune::empty();
    commune.write("../ages.toml", ROUNDED_AGES);
    let folder = synthesise(&commune, "made", &["--seed", "6", "--settings", "ages.toml"]);
    let before = figures(&commune, &folder);
    let births = folder.join("data-raw/births");
    let names = files(&births);
    let name = names.keys().find(|name| name.to_str().unwrap().contains("2016")).unwrap();
    let text = letters(&births.join(name)).unwrap();
    // The first row after the heading gets another year of declaration.
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let head = lines.iter().position(|line| line.to_lowercase().contains("clar")).unwrap();
    let separator = ['\t', ';', ','].into_iter().max_by_key(|c| lines[head].matches(*c).count()).unwrap();
    let column = lines[head].split(separator).position(|cell| cell.to_lowercase().contains("clar")).unwrap();
    let mut cells: Vec<String> = lines[head + 1].split(separator).map(str::to_owned).collect();
    assert!(cells[column].contains("2016"), "{cells:?}");
    cells[column] = cells[column].replace("2016", "2051");
    lines[head + 1] = cells.join(&separator.to_string());
    let typed = lines.concat();
    std::fs::write(births.join(name), bytes(&typed)).unwrap();
    let after = figures(&commune, &folder);
    assert!(!after.keys().any(|key| key.contains("2051")), "the year is in the figures");
    let moved: Vec<&String> = before
        .iter()
        .filter(|(key, figure)| after.get(*key) != Some(*figure))
        .map(|(key, _)| key)
        .chain(after.keys().filter(|key| !before.contains_key(*key)))
        .collect();
    assert!(!moved.is_empty());
    for key in moved {
        let indicator = key.split(' ').next().unwrap();
        // Its act, its child, its row, and what is estimated from all acts.
        let starts = "acts_ rate_ births_ coverage_acts census_children under_five persons population births_expected \
                      rows findings pairs sex_ratio_of_acts published residents";
        assert!(starts.split_whitespace().any(|start| indicator.starts_with(start)), "{key} moved");
        // The acts declared in other years stay.
        let is_of_year = key.contains("declared_year=") || key.contains("declared_quarter=");
        assert!(!is_of_year || key.contains("2016"), "{key} moved");
    }
    for key in ["whipple_index", "myers_index", "quartiers_up_to_date", "quartiers_with_census", "households"] {
        let of = |figures: &BTreeMap<String, String>| {
            figures
                .iter()
                .filter(|(own, _)| own.starts_with(&format!("{key} ")))
                .map(|(_, n)| n.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(of(&before), of(&after), "{key}");
    }
}
