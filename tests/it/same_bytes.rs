//! The same input gives the same bytes: order of files, names of folders, number of threads, how often it was run.

use bato::store::LineageRow;

use crate::door::{Commune, sample_files, some_files, table_bytes};

#[test]
fn threads_order_and_repetition_change_no_byte() {
    let files = sample_files();
    let commune = Commune::with(&files);
    let first = table_bytes(&commune.run());
    assert_eq!(first.len(), bato::store::SCHEMAS.len());

    let again = table_bytes(&commune.run());
    assert!(first == again, "a second run over its own register");

    let backwards = Commune::empty();
    files.iter().rev().for_each(|file| backwards.take(file, file));
    let said = backwards.bato(&["run", "--threads", "1"]);
    assert_eq!(said.status, 0, "{}", said.err);
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
    let fates = |commune: &Commune| {
        let mut fates: Vec<_> = commune
            .table::<LineageRow>()
            .into_iter()
            .map(|row| {
                (row.file.rsplit('/').next().unwrap().to_owned(), row.sheet, row.row, row.outcome, row.person_id)
            })
            .collect();
        fates.sort();
        fates
    };
    assert_eq!(fates(&here), fates(&there));
}

#[test]
fn rows_that_wait_on_the_disk_are_what_they_are_in_memory() {
    let files = sample_files();
    let commune = Commune::with(&files);
    let in_memory = table_bytes(&commune.run());
    assert!(commune.table::<LineageRow>().len() > 10_000, "a MiB holds a tenth of it");
    let other = Commune::with(&files);
    std::fs::write(other.raw().with_file_name("bato.toml"), "[run]\nmemory_mb = 1\n").unwrap();
    assert!(in_memory == table_bytes(&other.run()));
}

#[test]
fn what_is_kept_says_what_files_and_tables_say_and_may_be_damaged_or_gone() {
    let files = some_files();
    let commune = Commune::with(&files);
    let first = table_bytes(&commune.run());
    let readings = || {
        let mut paths: Vec<_> =
            std::fs::read_dir(commune.clean().join("cache")).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    // Of each file what it says and which persons its rows are; persons, households, groups of rows written, whose they all
    // are, and what blocks of rows brought.
    let n_kept = |n_files: usize| 2 * n_files + 5;
    let kept = readings();
    assert_eq!(kept.len(), n_kept(files.len()));
    let harm = |path: &std::path::Path, how: usize| {
        let bytes = std::fs::read(path).unwrap();
        match how {
            0 => std::fs::remove_file(path).unwrap(),
            1 => std::fs::write(path, &bytes[..bytes.len() / 2]).unwrap(),
            _ => std::fs::write(path, bytes.iter().map(|byte| byte ^ 0x55).collect::<Vec<u8>>()).unwrap(),
        }
    };
    // Each alone and all of them, in every way.
    for place in 0..kept.len() {
        harm(&readings()[place], place % 3);
        assert!(first == table_bytes(&commune.run()), "the {place}th damaged or gone");
        assert_eq!(readings().len(), kept.len(), "kept again");
    }
    for shift in 0..3 {
        readings().iter().enumerate().for_each(|(place, path)| harm(path, (place + shift) % 3));
        assert!(first == table_bytes(&commune.run()), "all damaged or gone");
    }
    assert!(first == table_bytes(&commune.run()), "kept");

    // A file that is gone is forgotten, another setting reads anew.
    std::fs::remove_file(commune.raw().join(&files[0])).unwrap();
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert_eq!(readings().len(), n_kept(files.len() - 1));
    let kept = readings();
    std::fs::write(commune.raw().with_file_name("bato.toml"), "[validate.severity]\nbirth-date-missing = \"error\"\n")
        .unwrap();
    let n_quarantined = || commune.table::<bato::store::QuarantineRow>().len();
    let before = n_quarantined();
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert!(n_quarantined() > before);
    // What blocks brought depends on what rows say alone.
    assert_eq!(readings().iter().filter(|path| kept.contains(path)).count(), 1);
}

#[test]
fn a_run_after_a_change_gives_what_it_would_give_with_nothing_kept() {
    let files = sample_files();
    let (with, without) = (Commune::with(&files), Commune::with(&files));
    for commune in [&with, &without] {
        commune.run();
        let path = commune.raw().join(&files[0]);
        std::fs::rename(&path, path.with_file_name(format!("zz {}", files[0].rsplit('/').next().unwrap()))).unwrap();
    }
    std::fs::remove_dir_all(without.clean().join("cache")).unwrap();
    assert!(table_bytes(&with.run()) == table_bytes(&without.run()));
}
