//! Separates the time of day from a date: `12/05/1987 08:30`, `1980-12-31T23:00:00.000Z`, `3 mai 1990 à 8h15`.

use std::borrow::Cow;

/// A time of day beside a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// Seconds since midnight.
    pub(super) seconds: u32,
    /// Whether the text says that the time is that of Greenwich.
    pub(super) is_utc: bool,
}

/// Seconds of an hour.
pub(super) const HOUR: u32 = 3600;

/// Returns the text without its time, and the time. A text without a time, or with nothing but a time, stays as it is.
pub(super) fn without_time(text: &str) -> (Cow<'_, str>, Option<Clock>) {
    let bytes = text.as_bytes();
    let starts = (0..bytes.len()).filter(|at| {
        let follows = *at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b':';
        // "1990-02-03T08:30": the letter after a digit opens the time.
        let opened = *at > 1 && matches!(bytes[at - 1], b'T' | b't') && bytes[at - 2].is_ascii_digit();
        bytes[*at].is_ascii_digit() && (follows || opened)
    });
    for start in starts {
        let Some((clock, end)) = clock_at(text, start) else { continue };
        let before = text[..start].strip_suffix(['T', 't']).filter(|_| start > 1).unwrap_or(&text[..start]);
        let rest = format!("{} {}", before_clock(before), &text[end..]);
        if rest.bytes().any(|b| b.is_ascii_digit()) {
            return (Cow::Owned(rest.trim().to_owned()), Some(clock));
        }
    }
    (Cow::Borrowed(text), None)
}

/// Removes the words that lead to a time: "à", "vers", "at", "om".
fn before_clock(text: &str) -> &str {
    const LEADS: [&str; 8] = ["à", "a", "A", "À", "at", "om", "vers", ","];
    let text = text.trim_end();
    let lead = LEADS.iter().find_map(|lead| text.strip_suffix(lead).filter(|rest| rest.ends_with([' ', ','])));
    lead.unwrap_or(text).trim_end()
}

/// Reads a time that starts at a byte; returns it and its end.
fn clock_at(text: &str, start: usize) -> Option<(Clock, usize)> {
    let bytes = text.as_bytes();
    if let Some(clock) = basic_clock(text, start) {
        return Some(clock);
    }
    let (hour, mut at) = number(bytes, start, 2)?;
    let mut minute = 0;
    let mut second = 0;
    match bytes.get(at) {
        Some(b':') => {
            (minute, at) = number(bytes, at + 1, 2).filter(|(_, end)| end - at == 3)?;
            if bytes.get(at) == Some(&b':') {
                // "12:05:1987" is a date.
                (second, at) = number(bytes, at + 1, 2).filter(|(_, end)| !is_digit(bytes, *end))?;
                at = fraction(bytes, at);
            }
        }
        Some(b'h' | b'H') => {
            at += 1;
            if let Some((minutes, end)) = number(bytes, at, 2) {
                (minute, at) = (minutes, end);
            } else {
                let word =
                    ["eures", "eure", "EURES", "EURE", "rs", "RS"].iter().find(|word| text[at..].starts_with(**word));
                at += word.map_or(0, |word| word.len());
            }
        }
        Some(b' ') if is_word_for_hours(&text[at + 1..]) => {
            at += 1 + text[at + 1..].bytes().take_while(u8::is_ascii_alphabetic).count();
            if let Some((minutes, end)) = number(bytes, at + 1, 2).filter(|(_, end)| !is_digit(bytes, *end)) {
                (minute, at) = (minutes, end);
            }
        }
        _ => return None,
    }
    at += ["min", "mn", "m"].iter().find(|word| text[at..].starts_with(**word)).map_or(0, |word| word.len());
    if bytes.get(at).is_some_and(u8::is_ascii_digit) || hour > 24 || minute > 59 || second > 60 {
        return None;
    }
    let (hour, at) = afternoon(text, hour, at);
    let (is_utc, at) = zone(text, at);
    Some((Clock { seconds: hour * HOUR + minute * 60 + second, is_utc }, at))
}

/// Whether a text begins with `h`, `hrs` or `heures` as a word of its own.
fn is_word_for_hours(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    matches!(text[..end].to_ascii_lowercase().as_str(), "h" | "hrs" | "heure" | "heures")
}

/// Reads "000000" in "19900203T000000Z".
fn basic_clock(text: &str, start: usize) -> Option<(Clock, usize)> {
    let bytes = text.as_bytes();
    if !text[..start].ends_with('T') {
        return None;
    }
    let (digits, end) = number(bytes, start, 6).filter(|(_, end)| end - start == 6 && !is_digit(bytes, *end))?;
    let (hour, minute, second) = (digits / 10_000, digits / 100 % 100, digits % 100);
    let (is_utc, end) = zone(text, end);
    (hour < 25 && minute < 60).then_some((Clock { seconds: hour * HOUR + minute * 60 + second, is_utc }, end))
}

/// Reads up to `max` digits; returns the number and its end.
fn number(bytes: &[u8], start: usize, max: usize) -> Option<(u32, usize)> {
    let digits = bytes.get(start..)?.iter().take(max).take_while(|b| b.is_ascii_digit()).count();
    let value = bytes[start..start + digits].iter().fold(0, |value, b| value * 10 + u32::from(b - b'0'));
    (digits > 0).then_some((value, start + digits))
}

fn is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

/// Skips the fraction of a second.
fn fraction(bytes: &[u8], at: usize) -> usize {
    if matches!(bytes.get(at), Some(b'.' | b',')) && is_digit(bytes, at + 1) {
        return at + 1 + bytes[at + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
    }
    at
}

/// Reads AM or PM.
fn afternoon(text: &str, hour: u32, at: usize) -> (u32, usize) {
    let rest = text[at..].trim_start();
    let skipped = text.len() - rest.len();
    for (mark, is_afternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
        let Some(begin) = rest.get(..mark.len()) else { continue };
        let ends = !rest[mark.len()..].starts_with(char::is_alphanumeric);
        if begin.eq_ignore_ascii_case(mark) && ends {
            let hour = match (hour, is_afternoon) {
                (12, false) => 0,
                (1..=11, true) => hour + 12,
                _ => hour,
            };
            return (hour, skipped + mark.len());
        }
    }
    (hour, at)
}

/// Reads a zone: `Z`, `UTC`, `+00:00`, `GMT+0100 (heure d'Afrique de l'Ouest)`.
fn zone(text: &str, at: usize) -> (bool, usize) {
    let rest = text[at..].trim_start();
    let mut end = text.len() - rest.len();
    let mut is_utc = false;
    let mut has_zone = false;
    if let Some(name) = ["UTC", "GMT", "Z", "z"].iter().find(|name| rest.starts_with(**name)) {
        (is_utc, has_zone) = (true, true);
        end += name.len();
    }
    let bytes = text.as_bytes();
    if matches!(bytes.get(end), Some(b'+' | b'-'))
        && let Some((hours, after)) = number(bytes, end + 1, 2).filter(|(hours, after)| after - end == 3 && *hours < 15)
    {
        let colon = usize::from(bytes.get(after) == Some(&b':'));
        let (minutes, after) =
            number(bytes, after + colon, 2).filter(|(minutes, _)| *minutes < 60).unwrap_or((0, after));
        // "08:30-2014" is no zone.
        if !is_digit(bytes, after) {
            (is_utc, has_zone, end) = (hours == 0 && minutes == 0, true, after);
        }
    }
    let rest = text[end..].trim_start();
    if has_zone && rest.starts_with('(') {
        end = text.len() - rest.len() + rest.find(')').map_or(rest.len(), |close| close + 1);
    }
    if has_zone { (is_utc, end) } else { (false, at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_separated_from_the_date() {
        for (text, date, hours, is_utc) in [
            ("12/05/1987 08:30", "12/05/1987", 8.5, false),
            ("1980-12-31T23:00:00.000Z", "1980-12-31", 23.0, true),
            ("2010-05-12 23:00:00+00:00", "2010-05-12", 23.0, true),
            ("2010-05-13T00:00:00+01:00", "2010-05-13", 0.0, false),
            ("15-mai-1990 00:00", "15-mai-1990", 0.0, false),
            ("3 mai 1990 à 8h15", "3 mai 1990", 8.25, false),
            ("3 mai 1990 vers 8 heures", "3 mai 1990", 8.0, false),
            ("5/12/1987 10:30 PM", "5/12/1987", 22.5, false),
            ("5/12/1987 12:00:00 AM", "5/12/1987", 0.0, false),
            ("08h30min 12/05/1987", "12/05/1987", 8.5, false),
            ("19900203T000000Z", "19900203", 0.0, true),
            ("Mon Mar 03 2014 00:00:00 GMT+0100 (heure d'Afrique)", "Mon Mar 03 2014", 0.0, false),
        ] {
            let (rest, clock) = without_time(text);
            assert_eq!(rest, date, "{text}");
            let clock = clock.map(|clock| (f64::from(clock.seconds) / 3600.0, clock.is_utc));
            assert_eq!(clock, Some((hours, is_utc)), "{text}");
        }
        for text in ["12/05/1987", "12:05:1987", "08:30", "12 h", "3 mai 1990", "8 mois", "Thérèse 12", "é8h"] {
            assert_eq!(without_time(text), (Cow::Borrowed(text), None), "{text}");
        }
    }
}
