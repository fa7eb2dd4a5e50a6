//! Replaces letters that were typed for digits: `l2/O5/1987` is `12/05/1987`, `2O ans` is `20 ans`.
//!
//! The signs of the French keyboard's row of digits, typed without the shift key, stand for them: `&ç-"` is `1963`.
//!
//! O stands for 0, and l and I stand for 1, in a short group of digits and such letters. A small l alone between the
//! signs of a date is 1. Roman months have no digit in their group and stay.

use std::borrow::Cow;

/// The longest group: a year.
const LONGEST: usize = 4;

/// Returns the text with digits for the letters that were typed for them.
pub(super) fn with_digits(text: &str) -> Cow<'_, str> {
    if let Some(digits) = with_shifted_digits(text) {
        return Cow::Owned(digits);
    }
    let begins_day = |three: &[u8]| three[2] == b' ' && is_two_letters(&three[..2]);
    if !has_letter_beside_digit(text.as_bytes())
        && !text.as_bytes().windows(3).any(begins_day)
        && !text.as_bytes().windows(2).any(|two| matches!(two[0], b'l' | b'O' | b'o') && is_sign(two[1]))
    {
        return Cow::Borrowed(text);
    }
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text;
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    while let Some(first) = rest.chars().next() {
        let is_group = first.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != is_group).unwrap_or(rest.len());
        let (group, after) = rest.split_at(end);
        let is_between_signs = fixed.bytes().last().is_none_or(is_sign) && after.bytes().next().is_some_and(is_sign);
        let is_before_month = || {
            let is_first = fixed.bytes().last().is_none_or(|byte| byte == b' ');
            let month = after.strip_prefix(' ').unwrap_or_default();
            has_digit && is_first && is_two_letters(group.as_bytes()) && month.starts_with(char::is_alphabetic)
        };
        if is_group
            && (is_number(group, after) || has_digit && is_between_signs && is_small_number(group) || is_before_month())
        {
            fixed.extend(group.chars().map(digit_meant));
        } else if let Some((day, month)) = day_before_month(group) {
            fixed.extend(day.chars().map(digit_meant));
            fixed.push_str(month);
        } else {
            fixed.push_str(group);
        }
        rest = after;
    }
    Cow::Owned(fixed)
}

/// Returns the date whose digits were typed on a French keyboard without the shift key; `None` for another text. The
/// slash needs the key, and the colon stands on its key.
fn with_shifted_digits(text: &str) -> Option<String> {
    const ROW: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];
    const FEWEST: usize = 4;
    let text = text.trim();
    if !text.starts_with(ROW) || !text.contains(['&', 'é', 'ç', 'è', 'à']) {
        return None;
    }
    let digit = |c: char| ROW.iter().position(|sign| *sign == c).map(|at| char::from(b'0' + at as u8));
    let typed = |c: char| match c {
        '/' | ':' | ' ' => Some('/'),
        digit if digit.is_ascii_digit() => Some(digit),
        other => digit(other),
    };
    let date: String = text.chars().map(typed).collect::<Option<_>>()?;
    let lengths: Vec<usize> = date.split('/').map(str::len).collect();
    let is_year = |year: &str| matches!(year.get(..2), Some("18" | "19" | "20"));
    let is_date = match lengths[..] {
        [FEWEST] => is_year(&date),
        [1..=2, 1..=2, FEWEST] => is_year(&date[date.len() - FEWEST..]),
        [1..=2, 1..=2, 2] => true,
        _ => false,
    };
    is_date.then_some(date)
}

/// Returns the number of an act with digits for the letters that were typed for them: `l3/2017` is `13/2017`, `OO1`
/// `001`. A series of letters has no digit and no small l: `C/12`.
pub(in super::super) fn with_number_digits(text: &str) -> Cow<'_, str> {
    const LONGEST_NUMBER: usize = 6;
    if !text.contains(['O', 'o', 'l', 'I']) {
        return Cow::Borrowed(text);
    }
    let mut fixed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_group = first.is_alphanumeric();
        let end = rest.find(|c: char| c.is_alphanumeric() != is_group).unwrap_or(rest.len());
        let (group, after) = rest.split_at(end);
        let is_number = group.len() <= LONGEST_NUMBER
            && group.contains(|c: char| c.is_ascii_digit() || c == 'l')
            && group.chars().all(|c| digit_meant(c).is_ascii_digit());
        if is_number {
            fixed.extend(group.chars().map(digit_meant));
        } else {
            fixed.push_str(group);
        }
        rest = after;
    }
    Cow::Owned(fixed)
}

/// Whether a group between the signs of a date is a day or a month typed with letters alone: `l`, `ll`, `lO`, `Ol`.
fn is_small_number(group: &str) -> bool {
    group.len() <= 2 && group.contains('l') && group.bytes().all(|b| matches!(b, b'l' | b'O' | b'o'))
}

/// Whether two bytes are a day typed with letters alone: `lO`, `ll`, `Ol`.
fn is_two_letters(bytes: &[u8]) -> bool {
    matches!(bytes, b"lO" | b"lo" | b"ll" | b"Ol" | b"ol")
}

/// The day with a small l for 1, and the month written at it: `l2mars87`, `2lmai1990`.
fn day_before_month(group: &str) -> Option<(&str, &str)> {
    let bytes = group.as_bytes();
    let is_day = match bytes.get(..2)? {
        [b'l' | b'I', digit] => digit.is_ascii_digit(),
        [digit, b'l'] => matches!(digit, b'0'..=b'3'),
        _ => false,
    };
    let (day, month) = if is_day { group.split_at(2) } else { return None };
    let n_letters = month.chars().take_while(|c| c.is_alphabetic()).count();
    (n_letters >= 3).then_some((day, month))
}

/// Whether a byte is a sign between the numbers of a date.
fn is_sign(byte: u8) -> bool {
    matches!(byte, b'/' | b'-' | b'.')
}

/// Whether a letter that looks like a digit stands beside a digit.
fn has_letter_beside_digit(bytes: &[u8]) -> bool {
    let is_letter = |b: u8| matches!(b, b'O' | b'o' | b'l' | b'I');
    bytes
        .windows(2)
        .any(|two| is_letter(two[0]) && two[1].is_ascii_digit() || is_letter(two[1]) && two[0].is_ascii_digit())
}

/// Whether a group consists of digits and letters that look like digits. `1o janvier` is the first of January.
fn is_number(group: &str, after: &str) -> bool {
    let is_ordinal = group == "1o" && after.trim_start().starts_with(char::is_alphabetic);
    group.len() <= LONGEST
        && group.bytes().any(|b| b.is_ascii_digit())
        && group.chars().all(|c| digit_meant(c).is_ascii_digit())
        && !is_ordinal
}

fn digit_meant(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_between_digits_become_digits_and_other_letters_stay() {
        for (typed, meant) in [
            ("l2/O5/1987", "12/05/1987"),
            ("1l/02/l994", "11/02/1994"),
            ("I2/1O/2OO1", "12/10/2001"),
            ("2O ans", "20 ans"),
            ("l5", "15"),
            ("Kin 1O/10/1993", "Kin 10/10/1993"),
            ("3/l/1960", "3/1/1960"),
            ("l/l/1990", "1/1/1990"),
            ("1/ll/1991", "1/11/1991"),
            ("1/lO/1991", "1/10/1991"),
            ("3/Ol/1991", "3/01/1991"),
            ("12/XI/1992", "12/XI/1992"),
            ("12/I/1992", "12/I/1992"),
            ("12 Oct 1987", "12 Oct 1987"),
            ("l'an 1987", "l'an 1987"),
            ("12Oct1987", "12Oct1987"),
            ("2Oct1987", "2Oct1987"),
            ("l2mars87", "12mars87"),
            ("l2mars1970", "12mars1970"),
            ("l5août95", "15août95"),
            ("2lmai1990", "21mai1990"),
            ("lO janv 97", "10 janv 97"),
            ("ll mai 1990", "11 mai 1990"),
            ("Kin, le l5août95", "Kin, le 15août95"),
            ("Lola 3 mai 1990", "Lola 3 mai 1990"),
            ("le 3 mai 1990", "le 3 mai 1990"),
            ("1o janvier 1990", "1o janvier 1990"),
            ("KIN I", "KIN I"),
            ("&ç-\"", "1963"),
            ("&é/à(/&ç_è", "12/05/1987"),
            ("&é:à(:éàà&", "12/05/2001"),
            ("\"\"", "\"\""),
            ("à l'an", "à l'an"),
            ("-", "-"),
        ] {
            assert_eq!(with_digits(typed), meant, "{typed}");
        }
    }

    #[test]
    fn letters_in_the_number_of_an_act_become_digits_and_a_series_stays() {
        for (typed, meant) in [
            ("l3/2017", "13/2017"),
            ("5l/2017", "51/2017"),
            ("OO1", "001"),
            ("OOl", "001"),
            ("ll/2017", "11/2017"),
            ("lO8/2O17", "108/2017"),
            ("N° l2", "N° 12"),
            ("C/12", "C/12"),
            ("II/2017", "II/2017"),
            ("Vol. I fol. 3", "Vol. I fol. 3"),
            ("12 bis", "12 bis"),
            ("O", "O"),
        ] {
            assert_eq!(with_number_digits(typed), meant, "{typed}");
        }
    }
}
