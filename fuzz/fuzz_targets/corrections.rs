//! Checks any bytes as a corrections workbook beside its original: no panic.
#![no_main]

use bato::app::{Silent, check};
use bato::config::Config;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let raw = std::env::temp_dir().join(format!("bato-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(raw.join("census")).expect("the temporary folder");
    std::fs::write(raw.join("census/a.csv"), "Nom;Prénom\nMBALA;Ruth\n").expect("the temporary folder");
    let path = raw.join("census/a.corrections.xlsx");
    std::fs::write(&path, bytes).expect("the temporary folder");
    let today = chrono::NaiveDate::from_ymd_opt(2018, 12, 31).expect("a day");
    let _ = check(&[path], (&raw, &raw.join("clean")), &Config::default(), today, None, &Silent);
});
