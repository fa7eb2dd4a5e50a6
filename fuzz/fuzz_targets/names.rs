//! Reads and cleans any table of people: no panic, a clean row for every row of data.
#![no_main]

use std::sync::LazyLock;

use bato::ingest::{Headers, IngestSettings, read_file};
use bato::normalise::{CodeWords, Codes, Quartiers, ReferenceData, clean_file};
use libfuzzer_sys::fuzz_target;

static LISTS: LazyLock<(Headers, ReferenceData)> = LazyLock::new(|| {
    let headers = Headers::new(&IngestSettings::default().headings, &[]).expect("the built-in headings");
    let codes = Codes::new(&CodeWords::default()).expect("the built-in words");
    let today = chrono::NaiveDate::from_ymd_opt(2018, 12, 31).expect("a day");
    (headers, ReferenceData { quartiers: Quartiers::new(&[]), codes, today })
});

fuzz_target!(|rows: Vec<[String; 5]>| {
    let (headers, lists) = &*LISTS;
    let mut text = "Nom;Post-nom;Prénom;Sexe;Né le\n".to_owned();
    for row in rows {
        text.push_str(&row.map(|cell| cell.replace(['\n', '\r', ';', '"'], " ")).join(";"));
        text.push('\n');
    }
    let path = std::env::temp_dir().join(format!("bato-fuzz-{}.csv", std::process::id()));
    std::fs::write(&path, text).expect("the temporary folder");
    if let Ok(read) = read_file(&path, "fuzz.csv", None, headers, &IngestSettings::default()) {
        let n_data = read.output.rows.iter().filter(|row| row.left_out.is_none()).count();
        assert_eq!(clean_file(&read.output, lists).rows.len(), n_data);
    }
});
