//! Reads any bytes as a file of decisions: no panic.
#![no_main]

use bato::app::{Access, decisions};
use bato::config::Config;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let raw = std::env::temp_dir().join(format!("bato-fuzz-{}", std::process::id()));
    let (folder, clean) = (raw.join("decisions"), raw.join("clean"));
    std::fs::create_dir_all(&folder).expect("the temporary folder");
    std::fs::write(folder.join("decided.csv"), bytes).expect("the temporary folder");
    // Without the log, which would grow with each input.
    let _ = std::fs::remove_dir_all(&clean);
    if let Ok(access) = Access::new(String::new(), Some("fuzz"), None) {
        let _ = decisions(&clean, &raw, &Config::default(), &access);
    }
});
