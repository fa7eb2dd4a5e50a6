//! Tests that the same input gives the same bytes, whatever the order and names of files, the number of threads, and
//! earlier runs.

use bato::store::LineageRow;

use crate::door::{Commune, sample_files, some_files, table_bytes};

#[test]
fn threads_file_order_and_repetition_change_no_byte() {
    let files = sample_files();
    let commune = Commune::with(&files);
    let first = table_bytes(&commune.run());
    assert_eq!(first.len(), bato::store::SCHEMAS.len());

    let second = table_bytes(&commune.run());
    assert!(first == second, "a second run over its own register");

    let backwards = Commune::empty();
    files.iter().rev().for_each(|file| backwards.take(file, file));
    let output = backwards.bato(&["run", "--threads", "1"]);
    assert_eq!(output.status, 0, "{}", output.err);
    for ((name, a), (_, b)) in first.iter().zip(&table_bytes(&backwards.current())) {
        assert!(a == b, "table {name} differs with one thread and files that came in another order");
    }
}

#[test]
fn files_that_sort_in_another_order_give_the_same_persons_and_households() {
    let files = some_files();
    let here = Commune::with(&files);
    let there = Commune::empty();
    for (place, file) in files.iter().enumerate() {
        let (folder, name) = file.split_once('/').unwrap();
        there.take(file, &format!("{folder}/{:03}/{name}", 999 - place));
    }
    let (a, b) = (table_bytes(&here.run()), table_bytes(&there.run()));
    for ((name, a), (_, b)) in
        a.iter().zip(&b).filter(|((name, _), _)| matches!(name.as_str(), "persons" | "households" | "aggregates"))
    {
        assert!(a == b, "{name}");
    }
    let outcomes = |commune: &Commune| {
        let mut outcomes: Vec<_> = commune
            .table::<LineageRow>()
            .into_iter()
            .map(|row| {
                (row.file.rsplit('/').next().unwrap().to_owned(), row.sheet, row.row, row.outcome, row.person_id)
            })
            .collect();
        outcomes.sort();
        outcomes
    };
    assert_eq!(outcomes(&here), outcomes(&there));
}

#[test]
fn the_cache_of_files_may_be_damaged_or_deleted() {
    let files = some_files();
    let commune = Commune::with(&files);
    let first = table_bytes(&commune.run());
    let entries = || {
        let folder = commune.clean().join("cache");
        let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    assert_eq!(entries().len(), files.len());
    let damage = |path: &std::path::Path, how: usize| {
        let bytes = std::fs::read(path).unwrap();
        match how {
            0 => std::fs::remove_file(path).unwrap(),
            1 => std::fs::write(path, &bytes[..bytes.len() / 2]).unwrap(),
            _ => std::fs::write(path, bytes.iter().map(|byte| byte ^ 0x55).collect::<Vec<u8>>()).unwrap(),
        }
    };
    for shift in 0..3 {
        entries().iter().enumerate().for_each(|(place, path)| damage(path, (place + shift) % 3));
        assert!(first == table_bytes(&commune.run()), "all entries damaged or deleted, shift {shift}");
        assert_eq!(entries().len(), files.len(), "entries are written again");
    }

    // An entry is deleted with its file.
    std::fs::remove_file(commune.raw().join(&files[0])).unwrap();
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert_eq!(entries().len(), files.len() - 1);

    // Under another setting every file is read again.
    let before = entries();
    std::fs::write(commune.raw().with_file_name("bato.toml"), "[validate.severity]\nbirth-date-missing = \"error\"\n")
        .unwrap();
    let n_quarantined = || commune.table::<bato::store::QuarantineRow>().len();
    let n_before = n_quarantined();
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert!(n_quarantined() > n_before);
    assert!(entries().iter().all(|path| !before.contains(path)));
}

#[test]
fn a_run_without_the_cache_gives_the_same_tables() {
    let files = sample_files();
    let (with, without) = (Commune::with(&files), Commune::with(&files));
    for commune in [&with, &without] {
        commune.run();
        let path = commune.raw().join(&files[0]);
        std::fs::rename(&path, path.with_file_name(format!("zz {}", files[0].rsplit('/').next().unwrap()))).unwrap();
    }
    let cached = table_bytes(&with.run());
    let run = without.bato(&["run", "--no-cache"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(cached == table_bytes(&without.current()));
}
