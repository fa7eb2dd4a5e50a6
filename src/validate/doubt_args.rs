//! The arguments of the messages about doubts: why a date of birth does not exist, and why a sex is not recognised.

use crate::record::{Doubt, DoubtKind, fold};

/// Arguments of a message, by name.
type MessageArgs = Vec<(&'static str, String)>;

/// Returns the arguments of the message about a doubt.
pub(super) fn args_of(doubt: &Doubt) -> MessageArgs {
    match doubt.kind {
        DoubtKind::ImpossibleBirthDate | DoubtKind::UnreadableDeclarationDate => impossible(&doubt.value),
        DoubtKind::UnknownSex => vec![("reason", sex_reason(&doubt.value).to_owned())],
        _ => Vec::new(),
    }
}

/// Why a sex is not recognised: both boxes are ticked, its typist doubts it, it has the digits of a date or of a
/// telephone number, or the word is not known.
fn sex_reason(value: &str) -> &'static str {
    const FEWEST_DIGITS: usize = 3;
    match () {
        () if value.contains(" + ") => "both",
        () if value.contains('?') => "doubt",
        () if value.bytes().filter(u8::is_ascii_digit).count() >= FEWEST_DIGITS => "date",
        () => "word",
    }
}

/// The first letters of the months in three languages, and their code in the messages.
const MONTHS: [(&str, &str); 12] = [
    ("JAN", "jan"),
    ("FEV FEB", "feb"),
    ("MAR MRT MAA", "mar"),
    ("AVR APR", "apr"),
    ("MAI MEI MAY", "may"),
    ("JUIN JUN", "jun"),
    ("JUIL JUL", "jul"),
    ("AOU AUG", "aug"),
    ("SEP", "sep"),
    ("OCT OKT", "oct"),
    ("NOV", "nov"),
    ("DEC", "dec"),
];

/// Why a date does not exist: its month, the number of its day, or 29 February of a common year.
fn impossible(value: &str) -> MessageArgs {
    let reason = |reason: &str, month: &str, n: u32| {
        vec![("reason", reason.to_owned()), ("month", month.to_owned()), ("days", n.to_string())]
    };
    let Some([day, month, year]) = day_month_year(value) else { return reason("other", "", 0) };
    let Some((_, code)) = month.checked_sub(1).and_then(|month| MONTHS.get(month as usize)) else {
        return reason("month", "", month);
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let n_days = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    match day {
        29 if month == 2 && !is_leap => reason("leap", code, year),
        _ if day > n_days => reason("days", code, n_days),
        _ => reason("other", code, 0),
    }
}

/// The day, the month and the year of a text, as numbers.
fn day_month_year(value: &str) -> Option<[u32; 3]> {
    let folded = fold(value);
    let numbers: Vec<u32> = folded.split(' ').filter_map(|word| word.parse().ok()).collect();
    let month_of =
        |word: &str| MONTHS.iter().position(|(starts, _)| starts.split(' ').any(|start| word.starts_with(start)));
    let month = folded.split(' ').find_map(month_of).map(|at| at as u32 + 1);
    match (&numbers[..], month) {
        ([day, year], Some(month)) => Some([*day, month, *year]),
        ([first, month, last], None) if *first >= 1000 => Some([*last, *month, *first]),
        ([day, month, year], None) => Some([*day, *month, *year]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_does_not_exist_has_a_reason() {
        for (value, expected) in [
            ("31/06/2010", ["days", "jun", "30"]),
            ("Kin, le 31/06/2012", ["days", "jun", "30"]),
            ("30/02/1993", ["days", "feb", "28"]),
            ("30/02/1996", ["days", "feb", "29"]),
            ("29/02/2017", ["leap", "feb", "2017"]),
            ("31 avril 2014", ["days", "apr", "30"]),
            ("13/13/1996", ["month", "", "13"]),
            ("2010-06-31", ["days", "jun", "30"]),
            ("05/13/1999", ["month", "", "13"]),
            ("12/05/1700", ["other", "may", "0"]),
            ("hier", ["other", "", "0"]),
        ] {
            let args: Vec<String> = impossible(value).into_iter().map(|(_, arg)| arg).collect();
            assert_eq!(args, expected, "{value}");
        }
    }

    #[test]
    fn a_sex_is_not_recognised_for_a_reason() {
        assert_eq!(["X + X", "M ?", "Q"].map(sex_reason), ["both", "doubt", "word"]);
    }
}
