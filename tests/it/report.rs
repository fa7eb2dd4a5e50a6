//! Tests of the commune's own report: every figure is recounted, no name occurs, pages are accessible in a browser,
//! notebooks run; and of the comparison of communes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use bato::config::Config;
use bato::ingest::Reference;
use bato::report;
use bato::store::PersonRow;

use crate::door::{Commune, browser_tools, has, has_browser, project, sample_files, succeed};

/// Returns the sample with its reference tables.
fn whole_sample() -> Commune {
    let commune = Commune::with(&sample_files());
    for table in ["quartiers.csv", "births-published.csv", "population.csv", "legal-periods.csv", "indicators.toml"] {
        commune.take(&format!("reference/{table}"), &format!("reference/{table}"));
    }
    commune
}

fn export(commune: &Commune, folder: &Path, format: &str, tables: &[&str]) {
    std::fs::create_dir_all(folder).unwrap();
    for table in tables {
        let file = folder.join(format!("{table}.{format}"));
        let output = commune.bato(&["export", table, "--format", format, "-o", file.to_str().unwrap()]);
        assert_eq!(output.status, 0, "{}", output.err);
    }
}

const RECOUNTED: [&str; 10] = [
    "persons",
    "households",
    "births",
    "lineage",
    "findings",
    "events",
    "links",
    "residences",
    "likely_dead",
    "columns",
];

#[test]
fn every_figure_of_the_pages_is_recounted_from_the_exports_in_three_languages() {
    if !has("python3", "python3") {
        return;
    }
    let commune = whole_sample();
    // The population of two quartiers, as if a source stated it.
    let path = commune.raw().join("reference/population.csv");
    let stated = std::fs::read_to_string(&path).unwrap().replace("source,commune\n", "source,commune,quartier\n");
    let stated = stated.replace(",Kimbanseke\n", ",Kimbanseke,\n")
        + "boma-2017,2017,900,Enquête,Kimbanseke,BOMA\nboma-2004,2004,400,Enquête,Kimbanseke,Boma\n\
           waya-2017,2017,500,Enquête,Kimbanseke,Waya-Waya\n";
    std::fs::write(&path, stated).unwrap();
    commune.run();
    let exports = commune.raw().with_file_name("exports");
    export(&commune, &exports, "csv", &RECOUNTED);
    let recount = || {
        let mut python = Command::new("python3");
        python.arg(project().join("tests/report/recompute.py"));
        python.args([&exports, &commune.clean().join("reports"), &commune.raw().join("reference")]);
        python
    };
    let output = succeed(&mut recount());
    let n: usize = output.lines().last().unwrap().parse().unwrap();
    assert!(n > 4000, "{output}");
    // The published series 2011-2017 is on the page.
    let page = std::fs::read_to_string(commune.clean().join("reports/interne.fr.html")).unwrap();
    for printed in
        ["1\u{202f}957", "904", "12\u{202f}038", "16\u{202f}708", "3\u{202f}498", "499", "14\u{202f}588", "660"]
    {
        assert!(page.contains(&format!("<td>{printed}</td>")), "{printed}");
    }
    assert!(page.len() < 1_500_000, "{}", page.len());
    // The recount fails if a figure of the page is changed.
    let wrong = page.replace("<td>12\u{202f}038</td>", "<td>12\u{202f}039</td>");
    std::fs::write(commune.clean().join("reports/interne.fr.html"), wrong).unwrap();
    assert!(!recount().output().unwrap().status.success());
}

#[test]
fn the_share_of_children_without_an_act_agrees_with_truth_within_its_interval() {
    let commune = Commune::with(&sample_files());
    commune.run();
    let truth = project().join("tests/truth");
    let rows = |name: &str| -> Vec<BTreeMap<String, String>> {
        csv::Reader::from_path(truth.join(name)).unwrap().deserialize().map(Result::unwrap).collect()
    };
    let with_act: BTreeSet<String> = rows("births.csv").into_iter().map(|row| row["person"].clone()).collect();
    let reference = Reference::read(&commune.raw().join("reference")).unwrap();
    // For each child of the truth: year of birth, last round, quartiers in that round.
    let mut children: BTreeMap<String, (i32, String, BTreeSet<String>)> = BTreeMap::new();
    for row in rows("flat.csv") {
        let Ok(born) = row["dob"].get(..4).unwrap_or_default().parse::<i32>() else { continue };
        let round = row["fiche"].split('.').next().unwrap().chars().rev().take(4).collect::<String>();
        let round: String = round.chars().rev().collect();
        let quartier = reference.quartiers[row["quartier"].parse::<usize>().unwrap()].name.clone();
        let own = children.entry(row["person"].clone()).or_insert((born, round.clone(), BTreeSet::new()));
        if round > own.1 {
            own.1 = round.clone();
            own.2.clear();
        }
        if round == own.1 {
            own.2.insert(quartier);
        }
    }
    let generation = commune.current();
    let facts = bato::app::facts_of_generation(&generation, &Config::default(), &reference).unwrap();
    let tables = report::tables(&facts, &report::ReportSettings::default());
    let counted = tables.children.unwrap();
    // Only births of the years whose register was read are counted.
    let years: BTreeSet<String> = counted.by_born_year.rows.iter().map(|row| row.counts.heading.code()).collect();
    children.retain(|_, (born, ..)| years.contains(&born.to_string()));
    assert!(years.len() > 3 && children.len() > 300, "{years:?} {}", children.len());

    let share = |of: &dyn Fn(&BTreeSet<String>) -> bool| {
        let own: Vec<bool> =
            children.iter().filter(|(_, (.., named))| of(named)).map(|(id, _)| !with_act.contains(id)).collect();
        own.iter().filter(|without| **without).count() as f64 / own.len() as f64
    };
    let (low, high) = counted.by_born_year.total.interval.unwrap();
    let true_share = share(&|_| true);
    assert!((low..=high).contains(&true_share), "{true_share} is not from {low} to {high}");
    assert!(high - low < 0.03, "the interval is too wide: {low} to {high}");
    let (mut n_within, mut n_judged) = (0, 0);
    for row in &counted.by_quartier.rows {
        let Some((low, high)) = row.interval else { continue };
        let name = row.counts.heading.code();
        // The truth does not say which residence holds for a child with two quartiers in one round.
        let least = share(&|named| named.first() == Some(&name));
        let most = share(&|named| named.last() == Some(&name));
        n_judged += 1;
        n_within += usize::from([least, most].iter().any(|share| (low - 1e-9..=high + 1e-9).contains(share)));
    }
    assert!(n_judged >= 40 && n_within * 100 >= n_judged * 90, "{n_within} of {n_judged}");
}

/// Makes a release and returns its folder.
fn made_release(commune: &Commune) -> PathBuf {
    let output = commune.bato(&["release", "--out", "releases"]);
    assert_eq!(output.status, 0, "{}", output.err);
    let folder = commune.raw().with_file_name("releases");
    std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path()
}

/// Returns a word that occurs nowhere else, derived from a number.
fn token(n: usize) -> String {
    let letters = |mut n: usize| {
        let mut word = String::new();
        for _ in 0..5 {
            word.push(char::from(b'a' + (n % 26) as u8));
            n /= 26;
        }
        word
    };
    format!("Qz{}xk", letters(n.wrapping_mul(7919) % 11_881_376))
}

#[test]
fn no_personal_word_occurs_in_files_that_may_leave_the_commune() {
    let commune = Commune::empty();
    let mut n = 0;
    let mut next = || {
        n += 1;
        token(n)
    };
    let mut tokens: Vec<String> = Vec::new();
    let mut sheet = "N°;Quartier;Avenue;Parcelle;Nom;Post-nom;Prénom;Sexe;Date de naissance;Lieu de naissance;Lien;Profession;Observations\n".to_owned();
    for row in 0..1000 {
        let quartier = if row % 50 == 7 { next() } else { "Boma".to_owned() };
        let own: Vec<String> = (0..8).map(|_| next()).collect();
        let lien = if row % 5 == 0 { "CM" } else { "Fils" };
        let date =
            if row % 90 == 3 { next() } else { format!("{:02}/{:02}/{}", 1 + row % 28, 1 + row % 12, 1950 + row % 66) };
        sheet += &format!(
            "{};{quartier};{};{};{};{};{};M;{date};{};{lien};{};{}\n",
            row / 5,
            own[0],
            own[1],
            own[2],
            own[3],
            own[4],
            own[5],
            own[6],
            own[7]
        );
        tokens.extend(own);
        tokens.extend([quartier, date].into_iter().filter(|word| word.starts_with("Qz")));
    }
    let (file, births_file) = (next(), next());
    commune.write(&format!("census/{file}.csv"), sheet);
    let mut births =
        "numéro acte;date déclaration;nom;postnom;prénom;sexe;date naissance;père;mère;quartier\n".to_owned();
    for row in 0..60 {
        let own: Vec<String> = (0..5).map(|_| next()).collect();
        births += &format!(
            "{}/2017;01/06/2017;{};{};{};F;{:02}/05/2017;{};{};Boma\n",
            row + 1,
            own[0],
            own[1],
            own[2],
            1 + row % 28,
            own[3],
            own[4]
        );
        tokens.extend(own);
    }
    commune.write(&format!("births/{births_file}.csv"), births);
    tokens.extend([file, births_file]);
    commune.run();
    let persons: Vec<PersonRow> = commune.table();
    assert!(
        persons.len() > 900 && persons.iter().any(|person| tokens.contains(&person.prenom)),
        "the words are not in the register"
    );

    let compared = commune.raw().with_file_name("compared");
    let release = made_release(&commune);
    let output = commune.bato(&["compare", release.to_str().unwrap(), "--out", compared.to_str().unwrap()]);
    assert_eq!(output.status, 0, "{}", output.err);
    let aggregates = commune.bato(&["export", "aggregates", "--format", "jsonl"]).out;
    let mut outputs: Vec<(String, Vec<u8>)> =
        vec![("output".to_owned(), output.out.into_bytes()), ("aggregates".to_owned(), aggregates.into_bytes())];
    for folder in [commune.clean().join("reports"), release, compared] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let (name, bytes) = (path.display().to_string(), std::fs::read(&path).unwrap());
            if path.extension().is_some_and(|ending| ending == "xlsx") {
                let mut parts = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
                for index in 0..parts.len() {
                    let mut part = parts.by_index(index).unwrap();
                    let mut inside = Vec::new();
                    std::io::Read::read_to_end(&mut part, &mut inside).unwrap();
                    outputs.push((format!("{name}!{index}"), inside));
                }
            }
            outputs.push((name, bytes));
        }
    }
    assert!(outputs.len() > 100, "{}", outputs.len());
    let ids: BTreeSet<&str> = persons.iter().map(|person| person.person_id.as_str()).collect();
    let tokens: BTreeSet<String> = tokens.iter().map(|word| word.to_uppercase()).collect();
    let reversed: BTreeSet<String> = tokens.iter().map(|word| word.chars().rev().collect()).collect();
    for (name, bytes) in &outputs {
        // As UTF-8 and as UTF-16.
        for text in [
            String::from_utf8_lossy(bytes).into_owned(),
            bytes.iter().step_by(2).map(|byte| char::from(*byte)).collect(),
        ] {
            let words: BTreeSet<String> =
                text.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_uppercase).collect();
            for word in &words {
                assert!(
                    !tokens.contains(word) && !reversed.contains(word) && !ids.contains(word.as_str()),
                    "{word} is in {name}"
                );
            }
            let folded = text.to_uppercase();
            for word in tokens.iter().step_by(97).chain(reversed.iter().step_by(97)) {
                assert!(!folded.contains(word.as_str()), "{word} is in {name}");
            }
        }
    }
}

#[test]
fn communes_are_compared_without_their_registers() {
    let commune = Commune::with(&sample_files().into_iter().step_by(3).collect::<Vec<_>>());
    commune.write("../bato.toml", "[run]\ncommune = \"Lemba\"\n");
    commune.run();
    // The coordinator has only the release, not the report of the commune.
    let received = commune.raw().with_file_name("received over");
    std::fs::rename(made_release(&commune), &received).unwrap();
    let json = received.join("aggregates.json");
    let output = commune.bato(&["compare", commune.clean().join("reports/interne.csv").to_str().unwrap()]);
    assert!(output.status == 2 && output.err.contains("n’est pas une sortie"), "{}", output.err);
    std::fs::remove_dir_all(commune.clean()).unwrap();
    let out = commune.raw().with_file_name("out");
    let words = ["compare", received.to_str().unwrap(), json.to_str().unwrap(), "--out", out.to_str().unwrap()];
    let output = commune.bato(&words);
    assert_eq!(output.status, 0, "{}", output.err);
    let lines: Vec<&str> = output.out.lines().collect();
    assert!(lines[0].starts_with("Lemba : ") && lines[3].starts_with("Lemba (2) : "), "{}", output.out);
    assert_eq!(lines[1], lines[4], "CSV and JSON differ");
    let page = std::fs::read_to_string(out.join("communes.fr.html")).unwrap();
    // Published figures are shown as printed, with their inconsistencies.
    for (code, figure) in [
        ("Kimbanseke 2016 jugement_suppletif differs-from-series", "13\u{202f}518"),
        ("Lemba 2022-Q2 dans_le_delai digits-against-words", "690"),
        ("Lemba 2022-Q2 jugement_suppletif adults-alone", "625"),
        ("Lemba 2023-Q1 jugement_suppletif adults-alone", "444"),
        ("Kimbanseke 2017 dans_le_delai+par_procuration differs-from-series", "14\u{202f}607"),
    ] {
        let row = page.split(&format!("data-code=\"{code}\"")).nth(1).unwrap_or_else(|| panic!("{code}"));
        assert!(row.split("</tr>").next().unwrap().contains(figure), "{code}");
    }
    assert!(
        page.contains("data-code=\"Kimbanseke 2015 BRISSI asbl\"") && page.contains("data-code=\"Nsele 2020-H1 A4\"")
    );
    assert!(out.join("communes.nl.html").exists() == out.join("communes.en.xlsx").exists());

    for (place, part) in [("nowhere", "nowhere"), ("out", "aggregates.csv")] {
        let output = commune.bato(&["compare", place]);
        assert!(output.status == 2 && output.err.contains(part), "{place}: {}", output.err);
    }
    let broken = "indicator,period,area,breakdown,value,numerator,denominator\npersons,all,K,all,many,1,\n";
    std::fs::write(received.join("aggregates.csv"), broken).unwrap();
    let output = commune.bato(&["compare", received.to_str().unwrap()]);
    assert!(output.status == 2 && output.err.contains("n’est plus tel"), "{}", output.err);
}

#[test]
fn the_pages_pass_the_checks_of_a_browser() {
    if !has_browser() {
        return;
    }
    let commune = whole_sample();
    commune.run();
    let reports = commune.clean().join("reports");
    let comparison = commune.raw().with_file_name("comparison");
    let release = made_release(&commune);
    let output = commune.bato(&["compare", release.to_str().unwrap(), "--out", comparison.to_str().unwrap()]);
    assert_eq!(output.status, 0, "{}", output.err);
    for folder in [&comparison, &release] {
        for file in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), reports.join(file.file_name())).unwrap();
        }
    }
    let tools = browser_tools();
    let out: PathBuf = commune.raw().with_file_name("seen");
    std::fs::create_dir_all(&out).unwrap();
    let seen = succeed(Command::new("node").arg("report/pages.mjs").args([&reports, &out]).current_dir(&tools));
    assert_eq!(seen.lines().filter(|line| line.starts_with("interne.")).count(), 6, "{seen}");
    for lang in ["fr", "nl", "en"] {
        let pdf = std::fs::read(out.join(format!("interne.{lang}.pdf"))).unwrap();
        assert!(pdf.starts_with(b"%PDF") && pdf.len() > 50_000);
    }
    println!("{seen}");
}

#[test]
fn the_notebooks_run_on_the_exports_alone() {
    // `.ci/run` makes this environment; notebooks/README.md describes how.
    let python = project().join("target/notebooks/bin/python");
    let needs =
        "target/notebooks, made by: python3 -m venv target/notebooks, pip install -r notebooks/requirements.txt";
    if !has(python.to_str().unwrap(), needs) {
        return;
    }
    let commune = whole_sample();
    commune.run();
    let exports = commune.raw().with_file_name("exports");
    let tables = ["births", "aggregates", "persons", "households", "lineage", "findings", "columns"];
    export(&commune, &exports, "parquet", &tables);
    // The notebooks run without the register.
    std::fs::remove_dir_all(commune.clean()).unwrap();
    std::fs::remove_dir_all(commune.raw()).unwrap();
    let mut run = Command::new(&python);
    run.arg(project().join("tests/report/notebooks.py")).args([&project().join("notebooks"), &exports]);
    let output = succeed(&mut run);
    assert_eq!(output.lines().count(), 4, "{output}");
    println!("{output}");
}

#[test]
fn a_report_made_again_has_the_same_bytes() {
    let files: Vec<String> = sample_files();
    let (some, late) = files.split_at(files.len() - 3);
    let commune = Commune::with(some);
    commune.run();
    late.iter().for_each(|file| commune.take(file, file));
    commune.run();
    let reports = commune.clean().join("reports");
    let again = commune.raw().with_file_name("again");
    let output = Command::new(assert_cmd::cargo::cargo_bin!("bato"))
        .args(["report", "--raw", commune.raw().to_str().unwrap(), "--clean", commune.clean().to_str().unwrap()])
        .args(["--out", again.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(output.status.success());
    let mut n_files = 0;
    for entry in std::fs::read_dir(&reports).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(std::fs::read(reports.join(&name)).unwrap() == std::fs::read(again.join(&name)).unwrap(), "{name:?}");
        n_files += 1;
    }
    assert_eq!(n_files, 8);
}
