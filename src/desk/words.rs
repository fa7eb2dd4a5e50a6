//! Sizes, moments and meanings in words, as several pages show them.

use bato::app;
use bato::messages::{Messages, say};
use chrono::NaiveDate;

/// A size in bytes, in the unit that suits it.
pub(super) fn size(messages: &Messages, n_bytes: u64) -> String {
    const MIB: u64 = 1 << 20;
    if n_bytes < MIB {
        say!(messages, "desk-size-kib", n = n_bytes.div_ceil(1024))
    } else {
        say!(messages, "desk-size-mib", n = n_bytes.div_ceil(MIB))
    }
}

/// A moment (RFC 3339) to the minute, without its zone, as the language writes dates.
pub(super) fn moment(messages: &Messages, at: &str) -> String {
    let (day, time) = (at.get(..10).unwrap_or(at), at.get(11..16).unwrap_or(""));
    let day = day.parse::<NaiveDate>().map_or_else(|_| day.to_owned(), |day| messages.date(day));
    format!("{day} {time}").trim_end().to_owned()
}

/// The meanings of columns, with their words.
pub(super) fn meanings(messages: &Messages, with_events: bool) -> Vec<(&'static str, String)> {
    let text = |code: &'static str| (code, messages.text(&format!("field-{code}")));
    app::column_meanings(with_events).into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bato::messages::Lang;

    #[test]
    fn moments_and_sizes_are_those_of_the_language() {
        let messages = Messages::new(Lang::Fr);
        assert_eq!(moment(&messages, "2026-05-10T09:08:07+01:00"), "10/05/2026 09:08");
        assert_eq!(moment(&messages, "2026-05-10"), "10/05/2026");
        assert_eq!(moment(&messages, "?"), "?");
        assert_eq!(size(&messages, 1), "1\u{a0}Ko");
        assert_eq!(size(&messages, 3 << 20), "3\u{a0}Mo");
    }
}
