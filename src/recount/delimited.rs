//! Counts the records of a delimited text byte by byte.

/// Most lines of a quoted cell. If there are more, the quotation mark was never closed.
const MAX_LINES: usize = 50;

/// Returns the number of records with anything other than separators, quotation marks and white space.
pub(super) fn rows(bytes: &[u8]) -> u64 {
    let text = letters(bytes);
    let (mut n, mut has_content, mut is_quoted, mut at_start) = (0, false, false, true);
    let mut lines_in_quotes = 0;
    for letter in text.iter().copied().chain([u32::from('\n')]) {
        let is_mark = letter == u32::from('"');
        if letter == u32::from('\n') || letter == u32::from('\r') {
            if is_quoted {
                lines_in_quotes += 1;
                if lines_in_quotes > MAX_LINES {
                    return n_lines(&text);
                }
                continue;
            }
            n += u64::from(has_content);
            (has_content, at_start, lines_in_quotes) = (false, true, 0);
            continue;
        }
        if is_mark && (is_quoted || at_start) {
            is_quoted = !is_quoted;
            at_start = false;
            continue;
        }
        let is_separator = [';', ',', '\t', '|'].iter().any(|separator| letter == u32::from(*separator));
        at_start = is_separator && !is_quoted;
        has_content |= !(at_start || is_mark || is_blank(letter));
    }
    if is_quoted { n_lines(&text) } else { n }
}

/// Returns the number of lines with content, if quotation marks have no meaning.
fn n_lines(text: &[u32]) -> u64 {
    let is_something = |letter: &u32| !is_blank(*letter) && !";,\t|\"".chars().any(|c| u32::from(c) == *letter);
    let lines = text.split(|letter| *letter == 10 || *letter == 13);
    lines.filter(|line| line.iter().any(is_something)).count() as u64
}

fn is_blank(letter: u32) -> bool {
    letter <= 32 || [0xa0, 0xfeff, 0x200b].contains(&letter)
}

/// Returns the characters of a text as far as the count needs them: two bytes each in UTF-16, else one byte each.
fn letters(bytes: &[u8]) -> Vec<u32> {
    let pairs = |of: fn([u8; 2]) -> u16| -> Vec<u32> {
        bytes[2..].chunks_exact(2).map(|pair| u32::from(of([pair[0], pair[1]]))).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => pairs(u16::from_le_bytes),
        [0xfe, 0xff, ..] => pairs(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => byte_characters(rest),
        _ => byte_characters(bytes),
    }
}

/// Returns the bytes as characters, with the no-break and zero-width spaces of UTF-8 as one character each.
fn byte_characters(bytes: &[u8]) -> Vec<u32> {
    let mut letters = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let (letter, n) = match &bytes[at..] {
            [0xc2, 0xa0, ..] => (0xa0, 2),
            [0xe2, 0x80, 0x8b, ..] => (0x200b, 3),
            [0xef, 0xbb, 0xbf, ..] => (0xfeff, 3),
            rest => (u32::from(rest[0]), 1),
        };
        letters.push(letter);
        at += n;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn records_are_counted_and_blank_ones_are_not() {
        assert_eq!(rows(b"a;b\r\n\r\n;;\r\n\"x\ny\";2\r\nlast"), 3);
        assert_eq!(rows(b"a;b\n1;\"open\n2;b\n3;c\n"), 4, "a mark never closed swallows no line");
        assert_eq!(rows(b"\xff\xfea\0;\0b\0\n\0\n\0c\0\n\0"), 2);
        assert_eq!(rows("\u{a0};\u{a0}\nLukunga 5\" tube;1\n".as_bytes()), 1);
        assert_eq!(rows(b""), 0);
    }
}
