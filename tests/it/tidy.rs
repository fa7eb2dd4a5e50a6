//! The house keeps its rooms apart, and its files a size that can be read.

use std::path::{Path, PathBuf};

use crate::door::project;

const STAGES: [&str; 9] =
    ["ingest", "normalise", "validate", "link", "register", "report", "synth", "corrections", "review"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

fn of_room(room: &str) -> Vec<(PathBuf, String)> {
    let src = project().join("src");
    let mut paths = files(&src.join(room));
    let single = src.join(format!("{room}.rs"));
    if single.exists() {
        paths.push(single);
    }
    paths.into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap())).collect()
}

fn assert_never(room: &str, others: &[&str]) {
    for (path, text) in of_room(room) {
        for other in others.iter().filter(|other| **other != room) {
            let names = [format!("crate::{other}::"), format!("crate::{other};"), format!("crate::{{{other}")];
            assert!(names.iter().all(|name| !text.contains(name.as_str())), "{} reaches into {other}", path.display());
        }
    }
}

#[test]
fn no_stage_reaches_into_another() {
    for stage in STAGES {
        assert_never(stage, &STAGES);
        assert_never(stage, &["store", "config", "run", "app"]);
    }
    assert_never("store", &STAGES);
    assert_never("template", &[&STAGES[..], &["store", "config", "run", "app"]].concat());
    assert_never("record", &[&STAGES[..], &["store", "config", "run", "app", "finding", "error", "messages"]].concat());
}

#[test]
fn only_the_store_touches_polars() {
    for (path, text) in
        files(&project().join("src")).into_iter().map(|path| (path.clone(), std::fs::read_to_string(path).unwrap()))
    {
        let inside = path.components().any(|part| part.as_os_str() == "store");
        assert!(inside || !text.contains("polars::"), "{}", path.display());
    }
}

#[test]
fn every_file_says_what_it_is_and_none_is_too_long() {
    for path in files(&project().join("src")).into_iter().chain(files(&project().join("tests"))) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} begins with no //!", path.display());
        assert!(text.lines().count() <= 700, "{} is too long: split it by a domain word", path.display());
    }
}
