//! Tests of the code's structure: which module may import which or use the disk, no circular imports, short files.
//!
//! The tests read the `use` trees and paths of the code (`crate::…`, `super::…`), without comments and string literals.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::door::project;

/// For each module of `src` the modules that it may import. `cli` is the binary and uses the library.
#[rustfmt::skip]
const MAY_IMPORT: &[(&str, &[&str])] = &[
    // Data types.
    ("record", &[]),
    ("error", &[]),
    ("finding", &["record"]),
    ("messages", &["finding", "error"]),
    // Stages: none imports another.
    ("ingest", &["record", "finding", "error"]),
    ("normalise", &["record", "error"]),
    ("validate", &["record", "finding", "error"]),
    ("link", &["record", "spelling"]),
    ("register", &["record"]),
    ("report", &["record", "messages", "error"]),
    // Modules beside the stages.
    ("spelling", &["record"]),
    ("find", &["record", "spelling"]),
    ("overlap", &["record", "spelling"]),
    ("store", &["record", "error"]),
    ("changes", &["record", "store"]),
    ("recount", &["store", "error"]),
    ("evaluate", &["record", "store", "error"]),
    ("backup", &["store", "error"]),
    ("parcel", &["record", "messages", "store", "error"]),
    ("xlsx_patch", &["record"]),
    ("corrections", &["record", "finding", "messages", "error", "xlsx_patch"]),
    ("review", &["record", "messages", "error"]),
    ("template", &["record", "messages", "error"]),
    ("synth", &["record", "error"]),
    ("course", &["record", "error", "messages", "store", "synth"]),
    // Settings of all stages.
    ("config", &["record", "error", "messages", "ingest", "normalise", "validate", "link", "register", "report"]),
    // The only modules that call the stages.
    ("run", &["record", "finding", "error", "config", "ingest", "normalise", "validate", "link", "register", "report",
        "store", "changes", "find", "parcel"]),
    ("app", &["record", "finding", "error", "messages", "config", "ingest", "normalise", "validate", "link", "report",
        "store", "changes", "find", "run", "review", "corrections", "xlsx_patch", "template", "backup", "evaluate",
        "parcel", "course", "overlap"]),
    // The program, which uses the library as `bato`: the desk in the browser, and what both doors ask the computer.
    ("desk", &["host"]),
    ("host", &[]),
];

/// The modules that may open, read or write files.
const MAY_TOUCH_THE_DISK: &[&str] =
    &["app", "backup", "cli", "config", "course", "desk", "ingest", "parcel", "recount", "store", "synth"];

/// The longest file, in lines.
const MAX_LINES: usize = 700;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// A source file of `src`.
struct SourceFile {
    path: PathBuf,
    /// Its module path below the crate: `["ingest", "layout", "lines"]`; `mod.rs` has that of its folder.
    module: Vec<String>,
    /// Its code without comments and the content of literals.
    code: String,
}

impl SourceFile {
    fn module(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    fn is_test(&self) -> bool {
        self.module.last().is_some_and(|name| name.ends_with("tests"))
    }
}

fn source_files() -> Vec<SourceFile> {
    let src = project().join("src");
    let file = |path: PathBuf| {
        let relative = path.strip_prefix(&src).unwrap().with_extension("");
        let mut module: Vec<String> = relative.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        if module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let code = without_comments_and_literals(&std::fs::read_to_string(&path).unwrap());
        SourceFile { path, module, code }
    };
    let is_root = |path: &PathBuf| path == &src.join("lib.rs") || path == &src.join("main.rs");
    rust_files(&src).into_iter().filter(|path| !is_root(path)).map(file).collect()
}

/// Replaces comments, string literals and character literals by spaces.
fn without_comments_and_literals(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let starts_with = |at: usize, word: &str| word.chars().enumerate().all(|(n, c)| letters.get(at + n) == Some(&c));
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let end = if starts_with(at, "//") {
            (at..letters.len()).find(|n| letters[*n] == '\n').unwrap_or(letters.len())
        } else if starts_with(at, "/*") {
            (at..letters.len()).find(|n| starts_with(*n, "*/")).map_or(letters.len(), |n| n + 2)
        } else if letters[at] == 'r'
            && (starts_with(at, "r\"") || starts_with(at, "r#"))
            && !is_word_before(&letters, at)
        {
            let n_hashes = letters[at + 1..].iter().take_while(|c| **c == '#').count();
            let close = format!("\"{}", "#".repeat(n_hashes));
            match letters.get(at + 1 + n_hashes) {
                Some('"') => (at + 2 + n_hashes..letters.len())
                    .find(|n| starts_with(*n, &close))
                    .map_or(letters.len(), |n| n + close.len()),
                _ => at + 1,
            }
        } else if letters[at] == '"' {
            let mut end = at + 1;
            while end < letters.len() && letters[end] != '"' {
                end += if letters[end] == '\\' { 2 } else { 1 };
            }
            end + 1
        } else if starts_with(at, "'\\") {
            (at + 3..letters.len()).find(|n| letters[*n] == '\'').map_or(letters.len(), |n| n + 1)
        } else if letters[at] == '\'' && letters.get(at + 2) == Some(&'\'') {
            at + 3
        } else {
            code.push(letters[at]);
            at += 1;
            continue;
        };
        code.push(' ');
        at = end.min(letters.len());
    }
    code
}

fn is_word_before(letters: &[char], at: usize) -> bool {
    at > 0 && (letters[at - 1].is_alphanumeric() || letters[at - 1] == '_')
}

/// Returns all paths of a file that begin with `crate` or `super`, as module paths below the crate; the trees of `use`
/// are expanded.
fn paths_of(file: &SourceFile) -> Vec<Vec<String>> {
    let letters: Vec<char> = file.code.chars().collect();
    let mut paths = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let rest: String = letters[at..letters.len().min(at + 7)].iter().collect();
        let is_path = rest.starts_with("crate::") || rest.starts_with("super::");
        if !is_path || is_word_before(&letters, at) || (at > 1 && letters[at - 1] == ':') {
            at += 1;
            continue;
        }
        let mut found = Vec::new();
        at = read_tree(&letters, at, &[], &mut found);
        for path in found {
            paths.extend(resolved(&path, &file.module));
        }
    }
    paths
}

/// Reads a tree of paths (`a::{b, c::d}`) and adds each of its paths; returns the place after it.
fn read_tree(letters: &[char], mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = before.to_vec();
    let skip_space = |mut at: usize| {
        while letters.get(at).is_some_and(|c| c.is_whitespace()) {
            at += 1;
        }
        at
    };
    loop {
        at = skip_space(at);
        if letters.get(at) == Some(&'{') {
            at += 1;
            loop {
                at = skip_space(at);
                match letters.get(at) {
                    Some('}') | None => return at + 1,
                    Some(',') => at += 1,
                    Some(c) if c.is_alphanumeric() || *c == '_' || *c == '*' => {
                        at = read_tree(letters, at, &path, found);
                    }
                    _ => at += 1,
                }
            }
        }
        let end = (at..letters.len()).find(|n| !letters[*n].is_alphanumeric() && letters[*n] != '_').unwrap_or(at);
        if end == at {
            found.push(path);
            return at + 1;
        }
        path.push(letters[at..end].iter().collect());
        at = end;
        if letters.get(at) == Some(&':') && letters.get(at + 1) == Some(&':') {
            at += 2;
        } else {
            found.push(path);
            return at;
        }
    }
}

/// Returns the path below the crate; `None` for one into a nested test module of the file itself.
fn resolved(path: &[String], module: &[String]) -> Option<Vec<String>> {
    if path.first().is_some_and(|first| first == "crate") {
        return Some(path[1..].to_vec());
    }
    let n_supers = path.iter().take_while(|part| *part == "super").count();
    let parent = module.len().checked_sub(n_supers)?;
    Some(module[..parent].iter().chain(&path[n_supers..]).cloned().collect())
}

#[test]
fn modules_import_only_what_they_may() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_IMPORT.iter().copied().collect();
    let modules: BTreeSet<String> = source_files().iter().map(|file| file.module().to_owned()).collect();
    for file in source_files().iter().filter(|file| file.module() != "cli") {
        let may = allowed.get(file.module());
        let may = may.unwrap_or_else(|| panic!("{}: add the module to MAY_IMPORT", file.path.display()));
        for path in paths_of(file) {
            let Some(module) = path.first().filter(|module| modules.contains(*module)) else { continue };
            let is_allowed = module == file.module() || may.contains(&module.as_str());
            assert!(is_allowed, "{} imports {}: see MAY_IMPORT", file.path.display(), path.join("::"));
        }
    }
}

#[test]
fn only_some_modules_touch_the_disk() {
    let signs = ["std::fs", "fs::", "File::", "OpenOptions", "tempfile", "NamedTempFile"];
    for file in source_files().iter().filter(|file| !file.is_test()) {
        // The tests at the end of a file may use the disk.
        let code = file.code.split("#[cfg(test)]").next().unwrap_or_default();
        let sign = signs.iter().find(|sign| {
            code.match_indices(**sign).any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        });
        if let Some(sign) = sign {
            assert!(MAY_TOUCH_THE_DISK.contains(&file.module()), "{} touches the disk: {sign}", file.path.display());
        }
    }
}

#[test]
fn only_the_store_uses_polars() {
    for file in source_files() {
        assert!(file.module() == "store" || !file.code.contains("polars"), "{}", file.path.display());
    }
}

#[test]
fn no_files_of_a_module_import_one_another_in_a_circle() {
    let files = source_files();
    let names: BTreeSet<&[String]> = files.iter().map(|file| file.module.as_slice()).collect();
    // The file that a path leads to: the longest beginning that is a file, but not a module's or folder's own `mod.rs`.
    let target = |path: &[String]| -> Option<Vec<String>> {
        let file = (1..=path.len()).rev().map(|n| &path[..n]).find(|path| names.contains(path))?;
        let is_folder = names.iter().any(|name| name.len() > file.len() && name.starts_with(file));
        (!is_folder).then(|| file.to_vec())
    };
    let mut imports: BTreeMap<Vec<String>, BTreeSet<Vec<String>>> = BTreeMap::new();
    for file in &files {
        let targets = paths_of(file).iter().filter_map(|path| target(path)).collect::<BTreeSet<_>>();
        let own = targets.into_iter().filter(|other| other.first() == file.module.first() && *other != file.module);
        imports.insert(file.module.clone(), own.collect());
    }
    let mut circles = BTreeSet::new();
    for start in imports.keys() {
        let (mut open, mut seen) = (vec![start], BTreeSet::new());
        while let Some(file) = open.pop() {
            for next in imports.get(file).into_iter().flatten() {
                if next == start {
                    circles.insert(format!("{} by way of {}", start.join("::"), file.join("::")));
                }
                if seen.insert(next) {
                    open.push(next);
                }
            }
        }
    }
    assert!(circles.is_empty(), "circles of imports: {circles:#?}");
}

#[test]
fn every_file_says_what_it_is_and_none_is_too_long() {
    for path in rust_files(&project().join("src")).into_iter().chain(rust_files(&project().join("tests"))) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} begins with no //!", path.display());
        let n_lines = text.lines().count();
        assert!(n_lines <= MAX_LINES, "{} has {n_lines} lines: split it by a domain word", path.display());
    }
}

#[test]
fn every_module_of_these_tests_runs_under_wine_or_has_a_reason_not_to() {
    let read = |name: &str| std::fs::read_to_string(project().join(name)).unwrap();
    let list = read("dist/tests-under-wine.txt");
    let listed: Vec<(&str, &str)> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(": ").unwrap_or_else(|| panic!("no reason: {line}")))
        .collect();
    // The helpers of the tests have none of their own.
    let main = read("tests/it/main.rs");
    let modules: Vec<&str> = main
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .filter(|module| *module != "door")
        .collect();
    let (tests, listed): (Vec<_>, Vec<_>) = listed.into_iter().partition(|(name, _)| name.contains("::"));
    let names: Vec<&str> = listed.iter().map(|(module, _)| *module).collect();
    assert_eq!(names, modules, "dist/tests-under-wine.txt has a line for each module of tests/it/main.rs");
    let runs = |mark: &str| matches!(mark, "run" | "long");
    for (module, reason) in listed.iter().filter(|(_, reason)| !runs(reason)) {
        let only_on_linux = read(&format!("tests/it/{module}.rs")).contains("#![cfg(target_os = \"linux\")]");
        assert_eq!(only_on_linux, reason.starts_with("Linux alone"), "{module}: {reason}");
    }
    for (name, _) in tests {
        let (module, test) = name.split_once("::").unwrap();
        let module_runs = listed.iter().any(|(listed, mark)| *listed == module && runs(mark));
        assert!(module_runs && read(&format!("tests/it/{module}.rs")).contains(test), "{name}");
    }
    assert!(!list.contains(": \n"), "a line without its reason");
}
