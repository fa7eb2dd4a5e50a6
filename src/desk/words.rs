//! Sizes, moments and codes in words, as several pages show them.

use bato::app;
use bato::messages::{Messages, say};

/// A size in bytes, in the unit that suits it.
pub(super) fn size(messages: &Messages, n_bytes: u64) -> String {
    const MIB: u64 = 1 << 20;
    if n_bytes < MIB {
        say!(messages, "desk-size-kib", n = n_bytes.div_ceil(1024))
    } else {
        say!(messages, "desk-size-mib", n = n_bytes.div_ceil(MIB))
    }
}

/// A moment (RFC 3339) to the minute, without its zone.
pub(super) fn moment(at: &str) -> String {
    at.get(..16).unwrap_or(at).replace('T', " ")
}

/// The codes of a list of words, with their words.
pub(super) fn codes(messages: &Messages, list: &str) -> Vec<(&'static str, String)> {
    let set = if list == "category" { "report-category".to_owned() } else { format!("template-{list}") };
    app::word_codes(list).into_iter().map(|code| (code, messages.text(&format!("{set}-{code}")))).collect()
}

/// The meanings of columns, with their words.
pub(super) fn meanings(messages: &Messages, with_events: bool) -> Vec<(&'static str, String)> {
    let text = |code: &'static str| (code, messages.text(&format!("field-{code}")));
    app::column_meanings(with_events).into_iter().map(text).collect()
}
