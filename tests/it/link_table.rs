//! Tests of `bato link` on a user's own list: the worked example of docs/link.md, file formats, faults in the settings.

use std::path::PathBuf;
use std::process::Command;

use crate::door::project;

struct CommandOutput {
    status: i32,
    out: String,
    err: String,
}

fn bato(folder: &std::path::Path, words: &[&str]) -> CommandOutput {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("bato"))
        .current_dir(folder)
        .args(words)
        .args(["--lang", "en"])
        .output()
        .unwrap();
    CommandOutput {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Returns a copy of the example's files.
fn example() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["beneficiaries.csv", "beneficiaries.toml", "second-list.csv"] {
        std::fs::copy(project().join("docs/examples").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

/// Returns the row numbers of each cluster of an output file.
fn clusters(path: PathBuf) -> Vec<Vec<u32>> {
    let mut by_cluster: std::collections::BTreeMap<String, Vec<u32>> = std::collections::BTreeMap::new();
    let mut reader = csv::Reader::from_path(path).unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        by_cluster.entry(record[3].to_owned()).or_default().push(record[1].parse().unwrap());
    }
    let mut clusters: Vec<Vec<u32>> = by_cluster.into_values().collect();
    clusters.sort();
    clusters
}

#[test]
fn the_worked_example_gives_the_result_in_the_document() {
    let folder = example();
    let output =
        bato(folder.path(), &["link", "beneficiaries.toml", "beneficiaries.csv", "-o", "out.csv", "--truth", "person"]);
    assert_eq!(output.status, 0, "{}", output.err);
    let document = std::fs::read_to_string(project().join("docs/link.md")).unwrap();
    let first = output.out.lines().next().unwrap();
    assert!(first.starts_with("Rows read: ") && document.contains(first), "docs/link.md must show: {first}");
    assert!(output.out.contains("Pairs: precision 1.0000"), "{}", output.out);
    let model = std::fs::read_to_string(folder.path().join("out.model.json")).unwrap();
    assert!(model.contains("share_of_matches"), "{model}");
    assert!(std::fs::read_to_string(folder.path().join("out.pairs.csv")).unwrap().lines().count() > 3);

    // The learnt model can be used again; every output format works.
    let again = bato(
        folder.path(),
        &["link", "beneficiaries.toml", "beneficiaries.csv", "-o", "again.csv", "--model", "out.model.json"],
    );
    assert_eq!(again.status, 0, "{}", again.err);
    assert_eq!(clusters(folder.path().join("again.csv")), clusters(folder.path().join("out.csv")));
    for format in ["parquet", "xlsx", "jsonl"] {
        let output =
            bato(folder.path(), &["link", "beneficiaries.toml", "beneficiaries.csv", "-o", &format!("out.{format}")]);
        assert_eq!(output.status, 0, "{}", output.err);
        assert!(folder.path().join(format!("out.pairs.{format}")).exists());
    }
}

#[test]
fn a_workbook_and_a_parquet_file_are_read_like_a_csv() {
    let folder = example();
    let text = std::fs::read_to_string(folder.path().join("beneficiaries.csv")).unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in text.lines().enumerate() {
        for (column, cell) in line.split(',').enumerate() {
            sheet.write_string(row as u32, column as u16, cell).unwrap();
        }
    }
    book.save(folder.path().join("list.xlsx")).unwrap();
    let find = |input: &str, out: &str| {
        let output = bato(folder.path(), &["link", "beneficiaries.toml", input, "-o", out]);
        assert_eq!(output.status, 0, "{}", output.err);
        clusters(folder.path().join(out))
    };
    let expected = find("beneficiaries.csv", "csv.csv");
    assert_eq!(find("list.xlsx", "xlsx.csv"), expected);

    // The program reads the Parquet file that it wrote.
    let settings = "id = \"id\"\n[[comparison]]\nkind = \"code\"\ncolumns = [\"cluster\"]\n";
    std::fs::write(folder.path().join("by-cluster.toml"), settings).unwrap();
    let output = bato(folder.path(), &["link", "beneficiaries.toml", "beneficiaries.csv", "-o", "rows.parquet"]);
    assert_eq!(output.status, 0, "{}", output.err);
    let output = bato(folder.path(), &["link", "by-cluster.toml", "rows.parquet", "-o", "parquet.csv"]);
    assert_eq!(output.status, 0, "{}", output.err);
}

#[test]
fn two_lists_are_linked_across_and_not_within() {
    let folder = example();
    let output =
        bato(folder.path(), &["link", "beneficiaries.toml", "beneficiaries.csv", "second-list.csv", "-o", "both.csv"]);
    assert_eq!(output.status, 0, "{}", output.err);
    let mut reader = csv::Reader::from_path(folder.path().join("both.csv")).unwrap();
    let mut tables_of: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for record in reader.records() {
        let record = record.unwrap();
        tables_of.entry(record[3].to_owned()).or_default().push(record[0].to_owned());
    }
    let across = tables_of.values().filter(|tables| tables.len() == 2).count();
    assert!(across >= 4, "{tables_of:?}");
    for tables in tables_of.values() {
        let mut distinct = tables.clone();
        distinct.dedup();
        assert_eq!(distinct.len(), tables.len(), "rows of one list are different persons: {tables:?}");
    }
}

#[test]
fn no_row_of_a_list_with_ragged_rows_is_lost() {
    let folder = example();
    let mut text = std::fs::read_to_string(folder.path().join("beneficiaries.csv")).unwrap();
    let n_lines = text.lines().count();
    text.push_str("B-99\nB-98,\"MBALA\n");
    std::fs::write(folder.path().join("beneficiaries.csv"), text).unwrap();
    let output = bato(folder.path(), &["link", "beneficiaries.toml", "beneficiaries.csv", "-o", "out.csv"]);
    assert_eq!(output.status, 0, "{}", output.err);
    assert!(output.out.starts_with(&format!("Rows read: {};", n_lines + 1)), "{}", output.out);
}

#[test]
fn a_fault_in_the_settings_names_key_and_place() {
    let folder = example();
    let write = |text: &str| std::fs::write(folder.path().join("s.toml"), text).unwrap();
    let run = || bato(folder.path(), &["link", "s.toml", "beneficiaries.csv", "-o", "out.csv"]);
    for (settings, parts) in [
        ("accpt = 0.9\n", vec!["s.toml", "line 1", "accpt", "accept"]),
        ("accept = 2.0\nreview = 3.0\n", vec!["s.toml", "accept = 2", "review = 3", "comparison"]),
        ("[[comparison]]\nkind = \"nam\"\ncolumns = [\"nom\"]\n", vec!["s.toml", "line 2"]),
        ("[[comparison]]\nkind = \"date\"\ncolumns = [\"nom\", \"nom\"]\n", vec!["comparison[1].columns"]),
        ("[[comparison]]\nkind = \"name\"\ncolumns = [\"surname\"]\n", vec!["beneficiaries.csv", "surname", "postnom"]),
    ] {
        write(settings);
        let output = run();
        assert_eq!(output.status, 2, "{settings}");
        for part in parts {
            assert!(output.err.contains(part), "{part} is missing from: {}", output.err);
        }
        assert!(!folder.path().join("out.csv").exists());
    }
}

/// Writes a list and the settings for its columns, links it, and returns what the program printed.
fn link(list: &str, comparisons: &[(&str, &str)]) -> (tempfile::TempDir, CommandOutput) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("list.csv"), list).unwrap();
    let settings = comparisons.iter().map(|(kind, columns)| {
        let columns: Vec<String> = columns.split(' ').map(|column| format!("{column:?}")).collect();
        format!("[[comparison]]\nkind = {kind:?}\ncolumns = [{}]\n", columns.join(", "))
    });
    std::fs::write(folder.path().join("s.toml"), settings.collect::<String>()).unwrap();
    let said = bato(folder.path(), &["link", "s.toml", "list.csv", "-o", "out.csv"]);
    (folder, said)
}

#[test]
fn a_row_that_repeats_many_times_is_found_however_often() {
    for n in [2, 90, 110, 3_000] {
        let list = format!("nom,prenom,born\n{}", "MBALA,Ruth,03/04/1990\n".repeat(n));
        let (_folder, said) = link(&list, &[("name", "nom prenom"), ("date", "born")]);
        assert_eq!(said.status, 0, "{n}: {}", said.err);
        assert!(said.out.contains(" persons: 1; "), "{n}: {}", said.out);
    }
}

#[test]
fn what_cannot_be_compared_is_said_and_never_passed_off_as_no_duplicates() {
    let columns: Vec<String> = (0..10).map(|column| format!("c{column}")).collect();
    let row = |row: usize| (0..10).map(|c| ["a", "b", "c"][(row >> c) % 3]).collect::<Vec<_>>().join(",");
    let list = format!("{}\n{}\n", columns.join(","), (0..3_000).map(row).collect::<Vec<_>>().join("\n"));
    let comparisons: Vec<(&str, &str)> = columns.iter().map(|column| ("category", column.as_str())).collect();
    let (folder, said) = link(&list, &comparisons);
    assert_eq!(said.status, 1, "{}", said.out);
    assert!(said.err.contains("No pair was compared") && !said.out.contains("duplicates"), "{}{}", said.out, said.err);
    assert!(!folder.path().join("out.csv").exists());

    let title = |n: usize| format!("report number {n} on the state of the {n} roads of the town,{}\n", 1900 + n);
    let list = format!("title,year\n{}", (0..40).map(title).collect::<String>());
    let (folder, said) = link(&list, &[("text", "title"), ("number", "year")]);
    assert_eq!(said.status, 1, "{}", said.out);
    assert!(said.err.contains("“title”") && folder.path().join("out.csv").exists(), "{}", said.err);
}
