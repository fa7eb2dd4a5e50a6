//! Reads any text or number as a date: no panic, and no year outside 1 to 9999.
#![no_main]

use bato::normalise::{DateReading, read_date};
use bato::record::CellValue;
use chrono::Datelike;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (String, f64, bool)| {
    let (text, serial, from_1904) = input;
    for value in [CellValue::Text(text.into()), CellValue::Number(serial), CellValue::DateSerial { serial, from_1904 }]
    {
        let reading: DateReading = read_date(&value, Some(2017));
        if let Some(date) = reading.date() {
            assert!((1..=9999).contains(&date.first.year()), "{date:?}");
        }
    }
});
