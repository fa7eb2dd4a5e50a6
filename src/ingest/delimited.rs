//! Text tables: separator found by content, records numbered by the line they begin on.
//!
//! A quotation mark without its second one would swallow all that follows: such a file is read again line by line.

use crate::error::{Error, Result};
use crate::record::{Book, BookDoubt, CellValue, GridRow};

use super::pieces::{Binder, Piece};
use super::{Settings, encoding};

/// The columns of the widest sheet that a spreadsheet program shows.
const N_COLUMNS: usize = 16_384;
/// A cell that is quoted holds some lines of an address; more than this is a quotation mark that was never closed.
const MOST_LINES: u32 = 50;

/// Reads a CSV of any of the usual encodings and separators into a book of one sheet with an empty name.
///
/// # Errors
/// `file-damaged` if a record can't be read, `file-outside-sheet` past the last column of a spreadsheet,
/// `file-too-many-cells` and `file-too-heavy` past the limits.
pub(super) fn read(bytes: &[u8], settings: &Settings) -> Result<Book> {
    let decoded = encoding::decode(bytes);
    let text = decoded.text.trim_end_matches('\0');
    let table = Table::of(text);
    let mut doubts = Vec::new();
    if decoded.is_doubtful {
        doubts.push(BookDoubt::Letters);
    }
    let book = match table.read(settings)? {
        Some(book) => book,
        None => {
            doubts.push(BookDoubt::Quotes);
            table.read_line_by_line(settings)?
        }
    };
    if text.len() < decoded.text.len() || table.is_cut_short() {
        doubts.push(BookDoubt::CutShort);
    }
    Ok(Book { doubts, ..book })
}

/// A text and how it is divided.
struct Table<'t> {
    text: &'t str,
    separator: u8,
    /// Length of a first line that only names the separator, as Excel writes it.
    hint: usize,
    /// Separators in most lines.
    usual: usize,
}

impl<'t> Table<'t> {
    fn of(text: &'t str) -> Self {
        let (separator, hint) = separator_and_hint(text);
        let mut counts: Vec<usize> = sample(&text[hint..]).map(|line| outside_quotes(line, separator)).collect();
        counts.sort_unstable();
        Self { text, separator, hint, usual: counts.get(counts.len() / 2).copied().unwrap_or(0) }
    }

    fn binder<'s>(&self, settings: &'s Settings) -> Result<Binder<'s>> {
        let mut binder = Binder::new(settings);
        binder.take(Piece::Sheet { name: String::new(), is_hidden: false, last_row: u32::MAX })?;
        if self.hint > 0 {
            binder.take(Piece::Row(GridRow { row: 1, cells: vec![(0, text_cell(&self.text[..self.hint]))] }))?;
        }
        Ok(binder)
    }

    fn reader<'r>(&self, text: &'r str, quoting: bool) -> csv::Reader<&'r [u8]> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .quoting(quoting)
            .delimiter(self.separator)
            .buffer_capacity(text.len().clamp(1, 1 << 16))
            .from_reader(text.as_bytes())
    }

    /// Reads with quotation marks; `None` if one swallows lines that are records of their own.
    fn read(&self, settings: &Settings) -> Result<Option<Book>> {
        let mut binder = self.binder(settings)?;
        let mut reader = self.reader(&self.text[self.hint..], true);
        let mut record = csv::StringRecord::new();
        let mut lines = Lines { text: self.text.as_bytes(), at: 0, line: 1 };
        while reader.read_record(&mut record).map_err(|e| Error::new("file-damaged").because(e))? {
            let start = self.hint + record.position().map_or(0, |position| position.byte() as usize);
            let line = lines.line_of(start);
            if self.swallows(&record) {
                return Ok(None);
            }
            take_row(&mut binder, line, &record)?;
        }
        Ok(Some(binder.finish()))
    }

    /// Whether a cell holds what must be lines of the table: too many of them, or with the separators of a record.
    fn swallows(&self, record: &csv::StringRecord) -> bool {
        record.iter().filter(|cell| cell.contains(['\n', '\r'])).any(|cell| {
            let n_separators = |line: &str| line.bytes().filter(|byte| *byte == self.separator).count();
            let is_record = |n: usize, usual: usize| n >= 2 && n >= usual;
            let n_lines = lines(cell).count() as u32;
            let swallowed = n_lines > MOST_LINES
                || is_record(n_separators(cell), self.usual)
                || lines(cell).skip(1).any(|(_, line)| is_record(n_separators(line), self.usual.div_ceil(2)));
            // A mark that was never closed at all, and then an odd one: `"` alone.
            swallowed || cell.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
        })
    }

    /// Reads each line alone: where its quotation marks are not in pairs, they are letters.
    fn read_line_by_line(&self, settings: &Settings) -> Result<Book> {
        let mut binder = self.binder(settings)?;
        let mut record = csv::StringRecord::new();
        for (number, line) in lines(self.text).skip(usize::from(self.hint > 0)) {
            let is_paired = line.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
            let mut reader = self.reader(line, is_paired);
            while reader.read_record(&mut record).map_err(|e| Error::new("file-damaged").because(e))? {
                take_row(&mut binder, number, &record)?;
            }
        }
        Ok(binder.finish())
    }

    /// Whether the last line has no end and fewer cells than the others: a copy that broke off looks like this.
    fn is_cut_short(&self) -> bool {
        let last = lines(self.text).last().map_or("", |(_, line)| line);
        self.usual >= 2
            && !self.text.ends_with(['\n', '\r'])
            && !last.trim().is_empty()
            && last.bytes().filter(|byte| *byte == self.separator).count() < self.usual
    }
}

fn text_cell(text: &str) -> CellValue {
    CellValue::Text(text.into())
}

fn take_row(binder: &mut Binder<'_>, row: u32, record: &csv::StringRecord) -> Result<()> {
    let mut cells: Vec<(u16, CellValue)> = Vec::new();
    for (column, text) in record.iter().enumerate() {
        let value = text_cell(text);
        if value.is_blank() {
            continue;
        }
        if column >= N_COLUMNS {
            return Err(Error::new("file-outside-sheet"));
        }
        cells.push((column as u16, value));
    }
    cells.shrink_to_fit();
    if cells.is_empty() { Ok(()) } else { binder.take(Piece::Row(GridRow { row, cells })) }
}

/// The lines of a text with their numbers from 1, whatever ends them.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut rest = Some(text);
    let mut number = 0;
    std::iter::from_fn(move || {
        let text = rest?;
        number += 1;
        let Some(end) = memchr::memchr2(b'\n', b'\r', text.as_bytes()) else {
            rest = None;
            return Some((number, text));
        };
        let after = &text[end..];
        rest = Some(after.strip_prefix("\r\n").unwrap_or(&after[1..]));
        Some((number, &text[..end]))
    })
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

/// The first lines that hold something.
fn sample(text: &str) -> impl Iterator<Item = &str> {
    lines(text).map(|(_, line)| line).filter(|line| !line.trim().is_empty()).take(50)
}

/// The separator that divides the first lines most evenly: `;` as French Excel writes, else tab, `,` or `|`.
/// The separator of a table, and the length of a first line that only names it, as Excel writes it.
pub(super) fn separator_and_hint(text: &str) -> (u8, usize) {
    let hinted = lines(text).next().map(|(_, line)| line).and_then(|line| {
        let named = line.trim_end_matches(' ').get(..4).filter(|word| word.eq_ignore_ascii_case("sep="));
        match line.trim_end_matches(' ').as_bytes() {
            [.., separator] if named.is_some() && line.trim_end().len() <= 5 && separator.is_ascii() => {
                Some((*separator, line.len()))
            }
            _ => None,
        }
    });
    match hinted {
        Some((b'=', length)) => (separator_of(&text[length..]), length),
        Some(hinted) => hinted,
        None => (separator_of(text), 0),
    }
}

fn separator_of(text: &str) -> u8 {
    let lines: Vec<&str> = sample(text).collect();
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

    fn book(bytes: &[u8]) -> Book {
        read(bytes, &Settings::default()).expect("readable")
    }

    fn rows_of(book: &Book) -> Vec<(u32, Vec<String>)> {
        let shown = |row: &GridRow| row.cells.iter().map(|(_, value)| value.to_text()).collect();
        book.grids[0].rows.iter().map(|row| (row.row, shown(row))).collect()
    }

    #[test]
    fn encodings_and_separators_are_found_by_content() {
        let expected = vec![
            (1, vec!["Prénom".to_owned(), "Né".to_owned(), "Sexe".to_owned()]),
            (2, vec!["Noëlla".to_owned(), "1990".to_owned(), "F".to_owned()]),
        ];
        for separator in [";", ",", "\t"] {
            let text = ["Prénom;Né;Sexe\r\n", "Noëlla;1990;F\r\n"].concat().replace(';', separator);
            let windows = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let bare = text.replace("\r\n", "\r").into_bytes();
            for bytes in [text.as_bytes().to_vec(), windows, wide, bare] {
                let book = book(&bytes);
                assert_eq!(rows_of(&book), expected, "{separator:?}");
                assert!(book.doubts.is_empty(), "{:?}", book.doubts);
            }
        }
    }

    #[test]
    fn a_record_is_numbered_by_its_first_line_and_blank_ones_are_left_out() {
        let seen = rows_of(&book(b"a;b\r\n\r\n;;\r\n\"two\nlines\";c\r\nd;e\r\n"));
        let rows: Vec<u32> = seen.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [1, 4, 6]);
    }

    #[test]
    fn a_quotation_mark_never_closed_swallows_no_row() {
        let rows: String = (1..=80).map(|n| format!("{n};MBALA;LEMA;M\n")).collect();
        let names: String = (1..=80).map(|n| format!("nom {n}\n")).collect();
        for (text, n_rows) in [
            (format!("\"N;Nom;Post-nom;Sexe\n{rows}"), 81),
            (format!("N;Nom;Post-nom;Sexe\n0;\"MBALA;LEMA;M\n{rows}"), 82),
            (format!("N;Nom;Post-nom;Sexe\n0;\"MBALA;LEMA;M\n1;\"MBALA;LEMA;M\n{rows}"), 83),
            (format!("\"Nom\n{names}"), 81),
        ] {
            let book = book(text.as_bytes());
            assert_eq!(book.grids[0].rows.len(), n_rows, "{:?}", &text[..60]);
            assert_eq!(book.doubts, [BookDoubt::Quotes]);
        }
        // Read line by line, a separator between quotation marks still is none.
        let book = book(b"a;\"b;c\";d\n\"x;y;z\n1;2;3\n4;5;6\n");
        assert_eq!(rows_of(&book)[0].1, ["a", "b;c", "d"]);
        assert_eq!(rows_of(&book)[1].1, ["\"x", "y", "z"]);
    }

    #[test]
    fn an_address_of_two_lines_is_one_cell() {
        let book = book(b"Nom;Adresse;Sexe\nMBALA;\"avenue Lodja\nn\xc2\xb0 12\";M\n");
        assert_eq!(rows_of(&book)[1].1, ["MBALA", "avenue Lodja\nn° 12", "M"]);
        assert!(book.doubts.is_empty());
    }

    #[test]
    fn the_hint_of_excel_is_obeyed_and_counted() {
        let expected = [(1, vec!["sep=|".to_owned()]), (2, vec!["a;b".to_owned(), "c".to_owned()])];
        assert_eq!(rows_of(&book(b"sep=|\r\na;b|c\r\n")), expected);
        assert_eq!(rows_of(&book(b"sep=;\na;b\n"))[1].1, ["a", "b"]);
    }

    #[test]
    fn a_text_that_breaks_off_is_told() {
        let whole = "N;Nom;Sexe\n1;MBALA;M\n2;LEMA;F\n";
        assert!(book(whole.as_bytes()).doubts.is_empty());
        let cut = book(&whole.as_bytes()[..whole.len() - 4]);
        assert_eq!((cut.doubts.as_slice(), cut.grids[0].rows.len()), (&[BookDoubt::CutShort][..], 3));
        let zeros = [whole.as_bytes(), &[0; 4096]].concat();
        let zeros = book(&zeros);
        assert_eq!((zeros.doubts.as_slice(), zeros.grids[0].rows.len()), (&[BookDoubt::CutShort][..], 3));
    }

    #[test]
    fn zeros_long_cells_and_ragged_rows_break_nothing() {
        assert_eq!(rows_of(&book(b"a;b\0c;d\n1;2\n3;4;5;6\n")).len(), 3);
        let long = format!("a;b\n{};c\n", "x".repeat(10 << 20));
        assert_eq!(rows_of(&book(long.as_bytes()))[1].1[0].len(), 10 << 20);
        let wide = format!("{}x\n", ";".repeat(16_383));
        assert_eq!(book(wide.as_bytes()).grids[0].rows[0].cells[0].0, 16_383);
        let too_wide = format!("{}x\n", ";".repeat(1_000_000));
        assert_eq!(read(too_wide.as_bytes(), &Settings::default()).map_err(|e| e.code), Err("file-outside-sheet"));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic_and_rows_go_down(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            if let Ok(book) = read(&bytes, &Settings::default()) {
                proptest::prop_assert!(book.grids[0].rows.windows(2).all(|two| two[0].row < two[1].row));
            }
        }

        #[test]
        fn every_line_with_letters_is_read_whatever_quotes_it_holds(text in "([a-z\";]{0,6}\n){0,30}") {
            let book = read(text.as_bytes(), &Settings::default()).expect("readable");
            let n_lines = text.lines().filter(|line| line.contains(|c: char| c.is_ascii_lowercase())).count();
            let held: usize = book.grids[0].rows.iter().flat_map(|row| &row.cells).map(|(_, value)| {
                value.to_text().lines().filter(|line| line.contains(|c: char| c.is_ascii_lowercase())).count()
            }).sum();
            proptest::prop_assert!(held >= n_lines, "{held} of {n_lines}");
        }
    }
}
