//! Reads any bytes as the request to the worker that reads workbooks: no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = bato::ingest::serve(bytes, std::io::sink());
});
