//! Reads any bytes as the manifest of a generation, and verifies the generation: no panic.
#![no_main]

use bato::store::{Store, verify};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let clean = std::env::temp_dir().join(format!("bato-fuzz-{}", std::process::id()));
    let folder = clean.join("generations/000001");
    std::fs::create_dir_all(&folder).expect("the temporary folder");
    std::fs::write(folder.join("manifest.json"), bytes).expect("the temporary folder");
    if let Ok(generation) = Store::open(&clean).and_then(|store| store.generation(1)) {
        let _ = verify(&generation);
    }
});
