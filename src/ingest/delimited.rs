//! Text tables: encoding and separator found by content, records numbered by the line they begin on.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::error::{Error, Result};
use crate::record::{CellValue, Grid, GridRow};

use super::Settings;

/// Reads a CSV of any of the usual encodings and separators into one grid with an empty name.
///
/// # Errors
/// `file-damaged` if a record can't be read, `file-too-many-cells` past the cell limit.
pub(super) fn read(bytes: &[u8], settings: &Settings) -> Result<Grid> {
    let text = decode(bytes);
    let separator = separator_of(&text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut n_cells = 0;
    let mut record = csv::StringRecord::new();
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(e) => return Err(Error::new("file-damaged").because(e)),
        }
        let line = lines.line_of(record.position().map_or(0, |position| position.byte() as usize));
        let cells: Vec<(u16, CellValue)> = record
            .iter()
            .enumerate()
            .map_while(|(column, text)| Some((u16::try_from(column).ok()?, CellValue::Text(text.into()))))
            .filter(|(_, value)| !value.is_blank())
            .collect();
        n_cells += cells.len() as u64;
        if n_cells > settings.max_cells {
            return Err(Error::new("file-too-many-cells").with("limit", settings.max_cells));
        }
        if !cells.is_empty() {
            rows.push(GridRow { row: line, cells });
        }
    }
    Ok(Grid { rows, ..Grid::default() })
}

/// Counts lines as a text editor shows them. The csv crate's own count is one behind after a `\r\n`.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line of the first byte at or after `start` that ends no line; `start` must not go back.
    fn line_of(&mut self, start: usize) -> u32 {
        while let Some(byte) = self.text.get(self.at) {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && self.text.get(self.at + 1) != Some(&b'\n'));
            if self.at >= start && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            self.line = self.line.saturating_add(u32::from(ends_line));
            self.at += 1;
        }
        self.line
    }
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]).0.into_owned();
    }
    // Without a mark: UTF-8 if it is that, else what a western Excel writes.
    let encoding = if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

/// The separator that divides the first lines most evenly: `;` as French Excel writes, else tab, `,` or `|`.
fn separator_of(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let score = |separator: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, separator)).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let steady = counts.iter().filter(|count| **count == most).count();
        if most == 0 { (0, 0) } else { (steady * most.min(6), most) }
    };
    [b';', b'\t', b',', b'|'].into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(b';')
}

fn outside_quotes(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|b| {
            quoted ^= *b == b'"';
            !quoted && *b == separator
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(bytes: &[u8]) -> Grid {
        read(bytes, &Settings::default()).expect("readable")
    }

    fn texts(grid: &Grid) -> Vec<(u32, Vec<String>)> {
        grid.rows.iter().map(|row| (row.row, row.cells.iter().map(|(_, value)| value.shown()).collect())).collect()
    }

    #[test]
    fn encodings_and_separators_are_found_by_content() {
        let expected = vec![
            (1, vec!["Prénom".to_owned(), "Né".to_owned(), "Sexe".to_owned()]),
            (2, vec!["Noëlla".to_owned(), "1990".to_owned(), "F".to_owned()]),
        ];
        for separator in [";", ",", "\t"] {
            let text = ["Prénom;Né;Sexe\r\n", "Noëlla;1990;F\r\n"].concat().replace(';', separator);
            let windows = WINDOWS_1252.encode(&text).0.into_owned();
            let utf16: Vec<u8> =
                [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
            let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
            for bytes in [text.as_bytes().to_vec(), windows, utf16, marked] {
                assert_eq!(texts(&grid(&bytes)), expected, "{separator:?}");
            }
        }
    }

    #[test]
    fn a_record_is_numbered_by_its_first_line_and_blank_ones_are_left_out() {
        let seen = texts(&grid(b"a;b\r\n\r\n;;\r\n\"two\nlines\";c\r\nd;e\r\n"));
        let rows: Vec<u32> = seen.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [1, 4, 6]);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic_and_rows_go_down(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            if let Ok(grid) = read(&bytes, &Settings::default()) {
                proptest::prop_assert!(grid.rows.windows(2).all(|two| two[0].row < two[1].row));
            }
        }
    }
}
