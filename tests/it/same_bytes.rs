//! The same input gives the same bytes, whatever the order and names of files, the number of threads, and earlier runs.

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
fn a_memory_limit_changes_no_byte() {
    let files = sample_files();
    let commune = Commune::with(&files);
    let in_memory = table_bytes(&commune.run());
    assert!(commune.table::<LineageRow>().len() > 10_000, "the rows as typed need more than 1 MiB");
    let other = Commune::with(&files);
    std::fs::write(other.raw().with_file_name("bato.toml"), "[run]\nmemory_mb = 1\n").unwrap();
    assert!(in_memory == table_bytes(&other.run()));
}

#[test]
fn damaged_or_missing_cache_files_change_no_byte() {
    let files = some_files();
    let commune = Commune::with(&files);
    let first = table_bytes(&commune.run());
    let readings = || {
        let mut paths: Vec<_> =
            std::fs::read_dir(commune.clean().join("readings")).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    // For each file its rows and the persons of its rows; persons, households, row groups, and the index of these parts.
    let n_cached = |n_files: usize| 2 * n_files + 4;
    let n_first = readings().len();
    assert_eq!(n_first, n_cached(files.len()));
    let damage = |path: &std::path::Path, how: usize| {
        let bytes = std::fs::read(path).unwrap();
        match how {
            0 => std::fs::remove_file(path).unwrap(),
            1 => std::fs::write(path, &bytes[..bytes.len() / 2]).unwrap(),
            _ => std::fs::write(path, bytes.iter().map(|byte| byte ^ 0x55).collect::<Vec<u8>>()).unwrap(),
        }
    };
    // Damages each file alone, then all of them.
    for place in 0..n_first {
        damage(&readings()[place], place % 3);
        assert!(first == table_bytes(&commune.run()), "cache file {place} damaged or missing");
        assert_eq!(readings().len(), n_first, "the cache is written again");
    }
    for shift in 0..3 {
        readings().iter().enumerate().for_each(|(place, path)| damage(path, (place + shift) % 3));
        assert!(first == table_bytes(&commune.run()), "all cache files damaged or missing");
    }
    assert!(first == table_bytes(&commune.run()), "the whole cache");

    // The cache of a removed file is deleted; with other settings no cache file is used.
    std::fs::remove_file(commune.raw().join(&files[0])).unwrap();
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert_eq!(readings().len(), n_cached(files.len() - 1));
    let earlier = readings();
    std::fs::write(commune.raw().with_file_name("bato.toml"), "[validate.severity]\nbirth-date-missing = \"error\"\n")
        .unwrap();
    let n_quarantined = || commune.table::<bato::store::QuarantineRow>().len();
    let before = n_quarantined();
    assert_eq!(commune.bato(&["run", "--accept-removals"]).status, 0);
    assert!(n_quarantined() > before);
    assert!(readings().iter().all(|path| !earlier.contains(path)));
}

#[test]
fn a_run_after_a_change_gives_the_same_bytes_with_and_without_the_cache() {
    let files = sample_files();
    let (with, without) = (Commune::with(&files), Commune::with(&files));
    for commune in [&with, &without] {
        commune.run();
        let path = commune.raw().join(&files[0]);
        std::fs::rename(&path, path.with_file_name(format!("zz {}", files[0].rsplit('/').next().unwrap()))).unwrap();
    }
    std::fs::remove_dir_all(without.clean().join("readings")).unwrap();
    assert!(table_bytes(&with.run()) == table_bytes(&without.run()));
}
