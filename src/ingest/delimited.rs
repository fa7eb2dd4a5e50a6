//! Reads CSV and other text tables into a book of one sheet. The separator is found by content; a record has the number
//! of its first line.
//!
//! An unclosed quotation mark would make one cell of all that follows: such a file is read again line by line.

use std::borrow::Cow;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Book, BookDoubt, CellValue, GridRow};

use super::encoding;
use super::mended_heading::without_accent_entities;
use super::settings::IngestSettings;
use super::sheet_events::{BookBuilder, SheetEvent};

/// Columns of the widest sheet that a spreadsheet program can show.
const N_COLUMNS: usize = 16_384;
/// Most lines in one quoted cell, such as an address. More lines mean an unclosed quotation mark.
const MAX_LINES: u32 = 50;

/// Reads a CSV of any of the usual encodings and separators into a book of one sheet with an empty name.
///
/// # Errors
/// `file-damaged` if a record can't be read, `file-outside-sheet` past the last column of a spreadsheet,
/// `file-too-many-cells` and `file-too-heavy` past the limits.
pub(super) fn read(bytes: &[u8], settings: &IngestSettings) -> Result<Book> {
    let decoded = encoding::decode(bytes);
    let decoded_text = without_accent_entities(&decoded.text);
    // Old programs of DOS end a text with Ctrl-Z.
    let text = &*without_line_quotes(decoded_text.trim_end_matches(['\0', '\u{1a}']));
    let table = DelimitedText::of(text);
    let with_quotes = table.read(settings)?;
    let is_cut_short = decoded.is_cut || decoded.text.ends_with('\0') || table.is_cut_short();
    let doubts = [
        (decoded.is_doubtful, BookDoubt::Letters),
        (with_quotes.as_ref().is_none_or(|(_, has_lone)| *has_lone), BookDoubt::Quotes),
        (is_cut_short, BookDoubt::CutShort),
    ];
    let doubts = doubts.into_iter().filter_map(|(is_given, doubt)| is_given.then_some(doubt)).collect();
    let book = with_quotes.map_or_else(|| table.read_line_by_line(settings), |(book, _)| Ok(book))?;
    Ok(Book { doubts, ..book })
}

struct DelimitedText<'t> {
    text: &'t str,
    separator: u8,
    /// Length in bytes of a first line that only names the separator, as Excel writes it; else 0.
    hint_length: usize,
    /// Separators in the median line.
    usual_count: usize,
    /// Separators in the lines of most one length; of equals the widest.
    record_count: usize,
}

impl<'t> DelimitedText<'t> {
    fn of(text: &'t str) -> Self {
        let (separator, hint_length) = separator_and_hint_length(text);
        let mut counts: Vec<usize> =
            first_lines(&text[hint_length..]).map(|line| count_outside_quotes(line, separator)).collect();
        counts.sort_unstable();
        let usual_count = counts.get(counts.len() / 2).copied().unwrap_or(0);
        let record_count = counts.chunk_by(|a, b| a == b).max_by_key(|same| same.len()).map_or(0, |same| same[0]);
        Self { text, separator, hint_length, usual_count, record_count }
    }

    fn builder<'s>(&self, settings: &'s IngestSettings) -> Result<BookBuilder<'s>> {
        let mut builder = BookBuilder::new(settings);
        builder.add(SheetEvent::Sheet { name: String::new(), is_hidden: false, last_row: u32::MAX })?;
        if self.hint_length > 0 {
            let hint = CellValue::Text(self.text[..self.hint_length].into());
            builder.add(SheetEvent::Row(GridRow { row: 1, cells: vec![(0, hint)] }))?;
        }
        Ok(builder)
    }

    /// Reads with quotation marks; `None` if an unclosed one makes a cell of several records. Also returns whether the
    /// last record has an unclosed one: its lines are then read one by one.
    fn read(&self, settings: &IngestSettings) -> Result<Option<(Book, bool)>> {
        let mut builder = self.builder(settings)?;
        let mut reader = csv_reader(&self.text[self.hint_length..], self.separator, true);
        let mut record = csv::StringRecord::new();
        let mut lines = LineCounter { text: self.text.as_bytes(), at: 0, line: 1 };
        while reader.read_record(&mut record).map_err(|e| Error::new(ErrorCode::FileDamaged).because(e))? {
            let start = self.hint_length + record.position().map_or(0, |position| position.byte() as usize);
            let line = lines.number_at(start);
            let is_last = self.hint_length + reader.position().byte() as usize >= self.text.len();
            if is_last && self.has_odd_quote(&self.text[start..], &record) {
                self.add_lines(&mut builder, self.text[start..].trim_start_matches(['\r', '\n']), line)?;
                return Ok(Some((builder.finish(), true)));
            }
            if self.has_unclosed_quote(&record) {
                return Ok(None);
            }
            self.add_row(&mut builder, line, &record)?;
        }
        Ok(Some((builder.finish(), false)))
    }

    /// Whether a quotation mark of the last record is not closed, so that a cell holds what follows it.
    fn has_odd_quote(&self, text: &str, record: &csv::StringRecord) -> bool {
        let is_odd = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
        is_odd && record.iter().any(|cell| cell.bytes().any(|byte| byte == self.separator))
    }

    /// Whether a cell holds lines of the table: too many of them, or lines with the separators of a record.
    fn has_unclosed_quote(&self, record: &csv::StringRecord) -> bool {
        record.iter().filter(|cell| cell.contains(['\n', '\r'])).any(|cell| {
            let n_separators = |line: &str| line.bytes().filter(|byte| *byte == self.separator).count();
            let is_record = |n: usize, usual_count: usize| n >= 2 && n >= usual_count;
            let n_lines = lines(cell).count() as u32;
            let holds_records = n_lines > MAX_LINES
                || is_record(n_separators(cell), self.usual_count)
                || lines(cell).skip(1).any(|(_, line)| is_record(n_separators(line), self.usual_count.div_ceil(2)));
            // An odd number of marks: one is not closed.
            holds_records || cell.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
        })
    }

    /// Reads each line alone.
    fn read_line_by_line(&self, settings: &IngestSettings) -> Result<Book> {
        let mut builder = self.builder(settings)?;
        let (text, first) = match self.hint_length {
            0 => (self.text, 1),
            _ => lines(self.text)
                .nth(1)
                .map_or(("", 2), |(number, line)| (&self.text[offset_of(self.text, line)..], number)),
        };
        self.add_lines(&mut builder, text, first)?;
        Ok(builder.finish())
    }

    /// Adds each line of a text as a row. Where a line's quotation marks are not in pairs, they count as letters.
    fn add_lines(&self, builder: &mut BookBuilder<'_>, text: &str, first: u32) -> Result<()> {
        let mut record = csv::StringRecord::new();
        for (number, line) in lines(text) {
            let is_paired = line.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
            let mut reader = csv_reader(line, self.separator, is_paired);
            while reader.read_record(&mut record).map_err(|e| Error::new(ErrorCode::FileDamaged).because(e))? {
                self.add_row(builder, first + number - 1, &record)?;
            }
        }
        Ok(())
    }

    /// Adds a record as a row. One that is a single text with the separators of a record inside, because it was quoted
    /// as a whole or has another separator than the table, is divided.
    fn add_row(&self, builder: &mut BookBuilder<'_>, row: u32, record: &csv::StringRecord) -> Result<()> {
        let mut filled = record.iter().filter(|cell| !cell.trim().is_empty());
        let (Some(text), None) = (filled.next(), filled.next()) else { return add_row(builder, row, record) };
        let Some(separator) = separator_within(text, self.record_count) else { return add_row(builder, row, record) };
        let is_paired = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
        let mut divided = csv::StringRecord::new();
        let mut reader = csv_reader(text, separator, is_paired);
        match reader.read_record(&mut divided) {
            Ok(true) => add_row(builder, row, &divided),
            _ => add_row(builder, row, record),
        }
    }

    /// Whether the last line has no line break and fewer cells than the others, as in an incomplete copy.
    fn is_cut_short(&self) -> bool {
        let last = lines(self.text).last().map_or("", |(_, line)| line);
        self.usual_count >= 2
            && !self.text.ends_with(['\n', '\r'])
            && !last.trim().is_empty()
            && last.bytes().filter(|byte| *byte == self.separator).count() < self.usual_count
    }
}

pub(super) fn csv_reader(text: &str, separator: u8, quoting: bool) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .delimiter(separator)
        .buffer_capacity(text.len().clamp(1, 1 << 16))
        .from_reader(text.as_bytes())
}

fn add_row(builder: &mut BookBuilder<'_>, row: u32, record: &csv::StringRecord) -> Result<()> {
    let values = record.iter().map(|text| CellValue::Text(text.into())).enumerate();
    // A control character alone, such as Ctrl-Z, is no text.
    let is_mark = |c: char| c.is_control() || c.is_whitespace();
    let is_text = |value: &CellValue| !matches!(value, CellValue::Text(text) if text.chars().all(is_mark));
    let filled = values.filter(|(_, value)| !value.is_blank() && is_text(value));
    let outside = || Error::new(ErrorCode::FileOutsideSheet);
    let cell = |(column, value)| (column < N_COLUMNS).then_some((column as u16, value)).ok_or_else(outside);
    let mut cells = filled.map(cell).collect::<Result<Vec<(u16, CellValue)>>>()?;
    cells.shrink_to_fit();
    if cells.is_empty() { Ok(()) } else { builder.add(SheetEvent::Row(GridRow { row, cells })) }
}

/// The lines of a text with their numbers from 1; `\n`, `\r\n` or `\r` ends a line.
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
struct LineCounter<'t> {
    text: &'t [u8],
    at: usize,
    line: u32,
}

impl LineCounter<'_> {
    /// The line of the first byte at or after `start` that is no line break. `start` must not decrease between calls.
    fn number_at(&mut self, start: usize) -> u32 {
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

/// The text without the quotation marks around each whole line: `"Nom;Sexe;Âge;;"`. A text in which they stand around
/// cells is returned as it is.
fn without_line_quotes(text: &str) -> Cow<'_, str> {
    if !text.trim_start().starts_with('"') {
        return Cow::Borrowed(text);
    }
    let contents: Vec<Option<Cow<'_, str>>> = first_lines(text).map(content_of_quoted_line).collect();
    let n_cells = |line: &str| [';', ',', '\t', '|'].map(|separator| line.matches(separator).count());
    let counts: Vec<[usize; 4]> =
        contents.iter().map(|line| line.as_deref().map(n_cells).unwrap_or_default()).collect();
    let is_table = |at: usize| counts[0][at] >= 2 && counts.iter().all(|count| count[at] == counts[0][at]);
    if counts.len() < 2 || !(0..4).any(is_table) {
        return Cow::Borrowed(text);
    }
    let mut unquoted = String::with_capacity(text.len());
    for (number, line) in lines(text) {
        if number > 1 {
            unquoted.push('\n');
        }
        unquoted.push_str(&content_of_quoted_line(line).unwrap_or(Cow::Borrowed(line)));
    }
    Cow::Owned(unquoted)
}

/// The content of a line that is one quoted text, maybe with blank cells behind it; `None` for another line.
fn content_of_quoted_line(line: &str) -> Option<Cow<'_, str>> {
    let inner = line.trim().trim_end_matches([';', ',', '\t', '|', ' ']).strip_prefix('"')?.strip_suffix('"')?;
    let is_one = !inner.replace("\"\"", "").contains('"');
    is_one.then(|| if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) })
}

/// The first 50 lines that are not blank.
fn first_lines(text: &str) -> impl Iterator<Item = &str> {
    lines(text).map(|(_, line)| line).filter(|line| !line.trim().is_empty()).take(50)
}

/// The place of a part of a text in it.
fn offset_of(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// The separator by which a single text is the record of a table whose rows usually have `usual_count` separators;
/// `None` for a note or a title. A sentence has a space behind its commas.
pub(super) fn separator_within(text: &str, usual_count: usize) -> Option<u8> {
    const FEWEST: usize = 4;
    if usual_count < 2 || text.contains(['\n', '\r']) {
        return None;
    }
    let is_record = |separator: &u8| {
        let n = count_outside_quotes(text, *separator);
        let n_in_sentence = text.matches(", ").count();
        let fits = n == usual_count || n >= FEWEST && n <= usual_count && n * 2 >= usual_count;
        fits && (*separator != b',' || n_in_sentence * 2 <= n)
    };
    [b';', b'\t', b'|', b','].into_iter().find(is_record)
}

/// The separator of a table, and the length of a first line that only names it (`sep=;`), as Excel writes it; else 0.
pub(super) fn separator_and_hint_length(text: &str) -> (u8, usize) {
    let hinted = lines(text).next().and_then(|(_, line)| {
        let hint = line.trim_end_matches(' ');
        let is_hint = hint.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("sep=")) && line.trim_end().len() <= 5;
        let separator = hint.bytes().last().filter(|separator| is_hint && separator.is_ascii())?;
        Some((separator, line.len()))
    });
    match hinted {
        Some((b'=', length)) => (separator_of(&text[length..]), length),
        Some(hinted) => hinted,
        None => (separator_of(text), 0),
    }
}

/// The separator that divides the first lines most evenly: `;` as French Excel writes, tab, `,` or `|`.
fn separator_of(text: &str) -> u8 {
    let lines: Vec<&str> = first_lines(text).collect();
    let score = |separator: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| count_outside_quotes(line, separator)).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let n_steady = counts.iter().filter(|count| **count == most).count();
        if most == 0 { (0, 0) } else { (n_steady * most.min(6), most) }
    };
    [b';', b'\t', b',', b'|'].into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(b';')
}

fn count_outside_quotes(line: &str, separator: u8) -> usize {
    line.split('"').step_by(2).flat_map(str::bytes).filter(|byte| *byte == separator).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(bytes: &[u8]) -> Book {
        read(bytes, &IngestSettings::default()).expect("readable")
    }

    fn rows_of(book: &Book) -> Vec<(u32, Vec<String>)> {
        let shown = |row: &GridRow| row.cells.iter().map(|(_, value)| value.to_text()).collect();
        book.grids[0].rows.iter().map(|row| (row.row, shown(row))).collect()
    }

    #[test]
    fn quotation_marks_around_whole_lines_are_no_part_of_the_cells() {
        for text in [
            "\"Nom;Sexe;Age\"\n\"MBALA;F;12\"\n",
            "\"Nom;Sexe;Age\";;;\r\n\"MBALA;F;12\";;;\r\n",
            "\"Nom,Sexe,Age\"\n\"\"\"MBALA\"\",F,12\"\n",
        ] {
            let rows = rows_of(&book(text.as_bytes()));
            let expected = [(1, ["Nom", "Sexe", "Age"]), (2, ["MBALA", "F", "12"])];
            assert_eq!(rows, expected.map(|(row, cells)| (row, cells.map(str::to_owned).to_vec())), "{text}");
        }
        let of_cells = rows_of(&book("\"MBALA, LEMA\"\n\"KANZA, NZUZI, Ruth\"\n".as_bytes()));
        assert_eq!(of_cells[0].1, ["MBALA, LEMA"]);
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
        let book = book(b"a;b\r\n\r\n;;\r\n\"two\nlines\";c\r\nd;e\r\n");
        assert_eq!(book.grids[0].rows.iter().map(|row| row.row).collect::<Vec<_>>(), [1, 4, 6]);
    }

    #[test]
    fn an_unclosed_quotation_mark_loses_no_row() {
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
        // Read line by line, a separator between quotation marks divides no cell.
        let book = book(b"a;\"b;c\";d\n\"x;y;z\n1;2;3\n4;5;6\n");
        assert_eq!(rows_of(&book)[0].1, ["a", "b;c", "d"]);
        assert_eq!(rows_of(&book)[1].1, ["\"x", "y", "z"]);
    }

    #[test]
    fn an_unclosed_quotation_mark_in_the_last_record_loses_no_cell() {
        for end in ["", "\n", "\r\n"] {
            let text = format!("N;Nom;Adresse;Sexe\n1;LEMA;\"avenue\nLodja\";F\n2;\"MBALA;Bruno;M{end}");
            let book = book(text.as_bytes());
            let rows = rows_of(&book);
            assert_eq!(rows[1], (2, ["1", "LEMA", "avenue\nLodja", "F"].map(str::to_owned).to_vec()));
            assert_eq!(rows[2], (4, ["2", "\"MBALA", "Bruno", "M"].map(str::to_owned).to_vec()), "{end:?}");
            assert_eq!(book.doubts, [BookDoubt::Quotes]);
        }
    }

    #[test]
    fn a_line_with_another_separator_or_quoted_as_a_whole_is_a_row() {
        let head = "N;Nom;Post-nom;Sexe;Date\n1;MBALA;LEMA;M;1961\n2;PANZU;DIA;F;1980\n";
        let expected: Vec<String> = ["3", "KANZA", "NZUZI", "F", "1990"].map(str::to_owned).to_vec();
        for line in [
            "3,KANZA,NZUZI,F,1990",
            "3\tKANZA\tNZUZI\tF\t1990",
            "3|KANZA|NZUZI|F|1990",
            "\"3;KANZA;NZUZI;F;1990\"",
            "\"3;KANZA;NZUZI;F;1990\";;;;",
            "\"3,KANZA,NZUZI,F,1990\"",
            "3, KANZA,NZUZI,F,1990",
        ] {
            let rows = rows_of(&book(format!("{head}{line}\n").as_bytes()));
            let cells: Vec<String> = rows[3].1.iter().map(|cell| cell.trim().to_owned()).collect();
            assert_eq!((rows[3].0, &cells), (4, &expected), "{line}");
        }
        for line in ["Fait à Kimbanseke, le 12, signé, par, moi", "TOTAL", "a,b", "\"avenue Lodja; n° 12\""] {
            assert_eq!(rows_of(&book(format!("{head}{line}\n").as_bytes()))[3].1.len(), 1, "{line}");
        }
    }

    #[test]
    fn the_end_mark_of_dos_and_half_a_letter_are_no_row() {
        let text = "N;Nom;Sexe\n1;MBALA;M\n2;LEMA;F\n";
        assert_eq!(rows_of(&book(format!("{text}\u{1a}").as_bytes())).len(), 3);
        assert_eq!(rows_of(&book(format!("{text}\u{1a}\r\n").as_bytes())).len(), 3);
        let mut wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        wide.push(b'x');
        let book = book(&wide);
        assert_eq!((rows_of(&book).len(), book.doubts.as_slice()), (3, &[BookDoubt::CutShort][..]));
    }

    #[test]
    fn an_address_of_two_lines_is_one_cell() {
        let book = book(b"Nom;Adresse;Sexe\nMBALA;\"avenue Lodja\nn\xc2\xb0 12\";M\n");
        assert_eq!(rows_of(&book)[1].1, ["MBALA", "avenue Lodja\nn° 12", "M"]);
        assert!(book.doubts.is_empty());
    }

    #[test]
    fn the_separator_line_of_excel_is_obeyed_and_counts_as_a_row() {
        let expected = [(1, vec!["sep=|".to_owned()]), (2, vec!["a;b".to_owned(), "c".to_owned()])];
        assert_eq!(rows_of(&book(b"sep=|\r\na;b|c\r\n")), expected);
        assert_eq!(rows_of(&book(b"sep=;\na;b\n"))[1].1, ["a", "b"]);
    }

    #[test]
    fn an_incomplete_text_is_reported() {
        let whole = "N;Nom;Sexe\n1;MBALA;M\n2;LEMA;F\n".as_bytes();
        assert!(book(whole).doubts.is_empty());
        for bytes in [&whole[..whole.len() - 4], &[whole, &[0; 4096]].concat()] {
            let book = book(bytes);
            assert_eq!((book.doubts.as_slice(), book.grids[0].rows.len()), (&[BookDoubt::CutShort][..], 3));
        }
    }

    #[test]
    fn zeros_long_cells_and_ragged_rows_are_read() {
        assert_eq!(rows_of(&book(b"a;b\0c;d\n1;2\n3;4;5;6\n")).len(), 3);
        let long = format!("a;b\n{};c\n", "x".repeat(10 << 20));
        assert_eq!(rows_of(&book(long.as_bytes()))[1].1[0].len(), 10 << 20);
        let wide = format!("{}x\n", ";".repeat(16_383));
        assert_eq!(book(wide.as_bytes()).grids[0].rows[0].cells[0].0, 16_383);
        let too_wide = format!("{}x\n", ";".repeat(1_000_000));
        let too_wide = read(too_wide.as_bytes(), &IngestSettings::default());
        assert_eq!(too_wide.map_err(|e| e.code), Err(ErrorCode::FileOutsideSheet));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic_and_row_numbers_increase(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200)) {
            if let Ok(book) = read(&bytes, &IngestSettings::default()) {
                proptest::prop_assert!(book.grids[0].rows.windows(2).all(|two| two[0].row < two[1].row));
            }
        }

        #[test]
        fn every_line_with_letters_is_read_whatever_quotes_it_holds(text in "([a-z\";]{0,6}\n){0,30}") {
            let book = read(text.as_bytes(), &IngestSettings::default()).expect("readable");
            let n_lines = text.lines().filter(|line| line.contains(|c: char| c.is_ascii_lowercase())).count();
            let n_read: usize = book.grids[0].rows.iter().flat_map(|row| &row.cells).map(|(_, value)| {
                value.to_text().lines().filter(|line| line.contains(|c: char| c.is_ascii_lowercase())).count()
            }).sum();
            proptest::prop_assert!(n_read >= n_lines, "{n_read} of {n_lines}");
        }
    }
}
