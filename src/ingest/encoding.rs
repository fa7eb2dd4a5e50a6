//! Decodes a text file's bytes. The encoding is the one whose letters make the best French, whatever the file's name.
//!
//! Where the choice is uncertain, [`DecodedText::is_doubtful`] is set. No byte is dropped but half a letter at the end.

use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

pub(super) struct DecodedText {
    pub(super) text: String,
    pub(super) is_doubtful: bool,
    /// Whether the text ends in half a letter, which is left out.
    pub(super) is_cut: bool,
}

/// The upper half of code page 850, the encoding of DOS and old accounting programs.
const CODE_PAGE_850: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// Usual letters of French beyond ASCII.
const USUAL: &str = "éèêàçîôâûùëï";
/// Rare letters and signs of French beyond ASCII.
const RARE: &str = "ÉÈÊÀÇÎÔÂÛÙËÏüöÜÖœŒ°º«»’‘–…€\u{a0}";

/// Signs of UTF-8 that was decoded as windows-1252 and encoded again.
const TWICE_ENCODED: [&str; 4] = ["Ã©", "Ã¨", "ï¿½", "\u{fffd}"];

pub(super) fn decode(bytes: &[u8]) -> DecodedText {
    if let Some((encoding, mark)) = two_byte_encoding(bytes) {
        let letters = &bytes[mark..];
        let is_cut = letters.len() % 2 == 1;
        let (text, had_errors) = encoding.decode_without_bom_handling(&letters[..letters.len() - usize::from(is_cut)]);
        return DecodedText { text: text.into_owned(), is_doubtful: had_errors, is_cut };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => DecodedText { text: text.to_owned(), is_doubtful: has_decoding_errors(text), is_cut: false },
        Err(_) if is_mostly_utf8(bytes) => DecodedText { text: decode_mixed(bytes), is_doubtful: true, is_cut: false },
        Err(_) => decode_single_byte(bytes),
    }
}

/// The two-byte encoding of a file, if it has one, and the length of its byte order mark.
///
/// Without a mark, zeros show the encoding: nearly every letter of a table has a zero as one of its two bytes.
pub(super) fn two_byte_encoding(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding != UTF_8).then_some((encoding, mark));
    }
    let pairs = bytes[..bytes.len().min(64 * 1024)].chunks_exact(2);
    let (mut first, mut second) = (0, 0);
    let n = pairs.len();
    for pair in pairs {
        // Two zeros are no letter: a power cut leaves them.
        first += usize::from(pair[0] == 0 && pair[1] != 0);
        second += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    // Some letters, such as Ā, have a zero as the other byte.
    let is_side = |zeros: usize, others: usize| n > 1 && zeros * 10 > n * 4 && others * 20 <= zeros;
    let sides = [(UTF_16LE, second, first), (UTF_16BE, first, second)];
    sides.into_iter().find(|(_, zeros, others)| is_side(*zeros, *others)).map(|(encoding, ..)| (encoding, 0))
}

/// Whether a text is UTF-8 except for a few bytes.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > bad
}

/// Decodes valid UTF-8 as such and every other byte as windows-1252.
fn decode_mixed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

/// The letters of bytes 0x80 to 0xff in a one-byte encoding.
fn upper_half(encoding: &'static Encoding) -> Vec<char> {
    let bytes: Vec<u8> = (0x80..=0xff).collect();
    encoding.decode_without_bom_handling(&bytes).0.chars().collect()
}

/// Decodes one byte a letter: windows-1252 as western Excel writes, unless DOS or Macintosh letters make better French.
fn decode_single_byte(bytes: &[u8]) -> DecodedText {
    let mut counts = [0_i64; 128];
    bytes.iter().filter(|byte| **byte >= 0x80).for_each(|byte| counts[usize::from(*byte) - 0x80] += 1);
    let letters = [upper_half(WINDOWS_1252), CODE_PAGE_850.chars().collect(), upper_half(MACINTOSH)];
    let score = |letters: &[char]| -> i64 {
        let weight = |letter: char| match letter {
            letter if USUAL.contains(letter) => 3,
            letter if RARE.contains(letter) => 1,
            _ => -3,
        };
        letters.iter().zip(counts).map(|(letter, count)| weight(*letter) * count).sum()
    };
    // Of equal scores the first wins.
    let best = (0..letters.len()).rev().max_by_key(|index| score(&letters[*index])).unwrap_or(0);
    let upper = &letters[best];
    let letter = |byte: &u8| if byte.is_ascii() { char::from(*byte) } else { upper[usize::from(*byte) - 0x80] };
    let text: String = bytes.iter().map(letter).collect();
    let is_doubtful = best != 0 || score(&letters[best]) < 0 || has_decoding_errors(&text);
    DecodedText { text, is_doubtful, is_cut: false }
}

/// Whether a text holds control characters beyond ASCII or the signs of a wrong decoding; nobody types either.
fn has_decoding_errors(text: &str) -> bool {
    text.chars().any(|c| ('\u{80}'..='\u{9f}').contains(&c)) || TWICE_ENCODED.iter().any(|mark| text.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Prénom;Né à;Père\nNoëlla;Bôma;François\nDésiré;Forêt;Hélène\n";

    fn encoded(text: &str, upper: &[char]) -> Vec<u8> {
        let place = |c: char| upper.iter().position(|letter| *letter == c);
        text.chars().map(|c| place(c).map_or(c as u8, |place| 0x80 + place as u8)).collect()
    }

    #[test]
    fn code_page_850_has_a_letter_for_each_byte() {
        let letters: Vec<char> = CODE_PAGE_850.chars().collect();
        assert_eq!(letters.len(), 128);
        assert_eq!(encoded("é\u{a0}", &letters), [0x82, 0xff]);
    }

    #[test]
    fn french_is_read_in_every_encoding_and_a_guess_is_doubtful() {
        let dos = encoded(TEXT, &CODE_PAGE_850.chars().collect::<Vec<_>>());
        let mac = encoded(TEXT, &upper_half(MACINTOSH));
        let windows = encoded(TEXT, &upper_half(WINDOWS_1252));
        let wide = |to: fn(u16) -> [u8; 2]| -> Vec<u8> { TEXT.encode_utf16().flat_map(to).collect() };
        for (name, bytes, is_doubtful) in [
            ("UTF-8", TEXT.as_bytes().to_vec(), false),
            ("UTF-8 with its mark", [b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), false),
            ("windows-1252", windows, false),
            ("UTF-16 without a mark", wide(u16::to_le_bytes), false),
            ("UTF-16, the other way", wide(u16::to_be_bytes), false),
            ("UTF-16 with its mark", [vec![0xff, 0xfe], wide(u16::to_le_bytes)].concat(), false),
            ("code page 850", dos, true),
            ("Macintosh", mac, true),
        ] {
            let decoded = decode(&bytes);
            assert_eq!(decoded.text, TEXT, "{name}");
            assert_eq!(decoded.is_doubtful, is_doubtful, "{name}");
        }
    }

    #[test]
    fn letters_that_may_be_wrong_are_doubtful_and_none_is_lost() {
        for (bytes, text) in [
            (&b"No\xc3\xablla;Th\xc3\xa9r\xc3\xa8se;B\xe9atrice"[..], "Noëlla;Thérèse;Béatrice"),
            ("NoÃ©lla".as_bytes(), "NoÃ©lla"),
            ("No\u{fffd}lla".as_bytes(), "No\u{fffd}lla"),
            (b"Nom\x81Post-nom", "NomüPost-nom"),
        ] {
            let decoded = decode(bytes);
            assert_eq!(decoded.text, text);
            assert!(decoded.is_doubtful, "{text}");
        }
    }
}
