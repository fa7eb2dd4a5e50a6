//! Benchmarks of the parts of a run on a synthetic commune of 2,000 persons: `cargo bench --bench parts`.

use std::path::{Path, PathBuf};

use bato::ingest::{Headers, IngestSettings, Reference, read_file};
use bato::link;
use bato::normalise::{Codes, Quartiers, ReferenceData, clean_file};
use bato::record::{CleanRow, Fiche, Kind, RawFile, fold, same_name_key};
use divan::Bencher;

fn main() {
    divan::main();
}

/// The census sheets of a synthetic commune, as read.
fn sheets() -> Vec<RawFile> {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = bato::synth::SynthSettings::parse("", None).expect("the defaults");
    let request = bato::synth::SynthRequest {
        n_persons: 2_000,
        seed: 1,
        settings,
        shared: None,
        out: folder.path(),
        may_replace: false,
    };
    bato::synth::make(&request).expect("a commune");
    paths(&folder.path().join("data-raw/census")).iter().map(|path| read(path)).collect()
}

fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("sheets").map(|entry| entry.expect("a sheet").path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> RawFile {
    let headers = Headers::new(&Default::default(), &[]).expect("the built-in headings");
    let read = read_file(path, "sheet", Some(Kind::Census), &headers, &IngestSettings::default());
    read.expect("a sound sheet").output
}

fn lists() -> ReferenceData {
    let reference = Reference::read(Path::new("data-raw/reference")).expect("the sample's tables");
    ReferenceData {
        quartiers: Quartiers::new(&reference.quartiers),
        codes: Codes::new(&Default::default()).expect("the built-in words"),
        today: chrono::NaiveDate::from_ymd_opt(2019, 1, 1).expect("a day"),
    }
}

fn clean(files: &[RawFile], lists: &ReferenceData) -> (Vec<CleanRow>, Vec<Fiche>) {
    let (mut rows, mut fiches) = (Vec::new(), Vec::new());
    for (file, raw) in (0..).zip(files) {
        let clean = clean_file(raw, lists);
        let first = fiches.len() as u32;
        fiches.extend(clean.fiches);
        rows.extend(clean.rows.into_iter().map(|entry| {
            let mut row = entry.row;
            (row.at.file, row.fiche) = (file, row.fiche.map(|fiche| fiche + first));
            row
        }));
    }
    rows.sort_by_key(|row| (row.kind(), row.key, row.at));
    (rows, fiches)
}

/// Reads workbooks and finds their tables, in this process.
#[divan::bench]
fn reading(bencher: Bencher<'_, '_>) {
    let folder = Path::new("data-raw/census");
    let workbooks: Vec<PathBuf> = paths(folder)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "xlsx"))
        .take(4)
        .collect();
    bencher.bench(|| workbooks.iter().map(|path| read(path).rows.len()).sum::<usize>());
}

/// Cleans rows.
#[divan::bench]
fn normalising(bencher: Bencher<'_, '_>) {
    let (files, lists) = (sheets(), lists());
    bencher.bench(|| clean(&files, &lists).0.len());
}

/// Links rows: blocking, comparing, learning and joining.
#[divan::bench]
fn linking(bencher: Bencher<'_, '_>) {
    let (rows, fiches) = clean(&sheets(), &lists());
    bencher.bench(|| link::link(&rows, &fiches, &[], None, &link::LinkSettings::default()).links.len());
}

/// Folds a name and makes its key.
#[divan::bench(args = ["MWAMBA", "Révolution", "N'SELE TSHIMANGA"])]
fn keys(name: &str) -> (String, String) {
    (fold(name), same_name_key(name))
}
