//! Reads any text as settings: no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = bato::config::Config::parse(text);
});
