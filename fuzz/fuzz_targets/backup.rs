//! Reads any bytes as a backup: no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let path = std::env::temp_dir().join(format!("bato-fuzz-{}.zip", std::process::id()));
    std::fs::write(&path, bytes).expect("the temporary folder");
    let _ = bato::backup::contents_and_settings(&path);
    let _ = bato::backup::check(&path);
});
