//! The form in which a worker hands over a workbook: small, versioned, and never taken for whole when it is not.
//!
//! `bato-b1\n`, then pieces: a tag byte and its fields. Numbers are LEB128, texts their length and UTF-8, floats eight
//! bytes, little end first. The last tag tells how many pieces and cells there were, or why there is no book. A stream that
//! ends before its last tag, or holds anything else, is [`Unread::Broken`].

use std::io::{self, Read, Write};

use compact_str::CompactString;

use crate::error::Error;
use crate::record::{CellValue, GridRow, Merge};

use super::pieces::{Piece, Take};

const OPENING: &[u8; 8] = b"bato-b1\n";

const SHEET: u8 = 1;
const ROW: u8 = 2;
const MERGE: u8 = 3;
const OTHER_SHEET: u8 = 4;
const MACROS: u8 = 5;
const WHOLE: u8 = 6;
const FAULT: u8 = 7;

const TEXT: u8 = 1;
const NUMBER: u8 = 2;
const DATE_1900: u8 = 3;
const DATE_1904: u8 = 4;
const NO: u8 = 5;
const YES: u8 = 6;
const ERROR: u8 = 7;

/// The longest text believed: a cell holds 32,767 letters, but a broken stream may say anything.
const LONGEST_TEXT: u64 = 256 << 20;
/// Texts up to here have their memory before they have arrived.
const SHORT_TEXT: u64 = 4096;

/// The faults a worker may tell of, and the facts they come with: an [`Error`] names both by a static word.
const FAULTS: [&str; 7] = [
    "file-damaged",
    "file-encrypted",
    "file-bomb",
    "file-too-old",
    "file-not-spreadsheet",
    "file-no-sheet",
    "file-outside-sheet",
];
const FACTS: [&str; 1] = ["limit"];

/// Writes pieces to a stream.
pub(super) struct Writer<W: Write> {
    out: W,
    n_pieces: u64,
    n_cells: u64,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(OPENING)?;
        Ok(Self { out, n_pieces: 0, n_cells: 0 })
    }

    pub(super) fn piece(&mut self, piece: &Piece) -> io::Result<()> {
        self.n_pieces += 1;
        match piece {
            Piece::Sheet { name, is_hidden, last_row } => {
                self.out.write_all(&[SHEET, u8::from(*is_hidden)])?;
                self.number(u64::from(*last_row))?;
                self.text(name)
            }
            Piece::Row(row) => {
                self.out.write_all(&[ROW])?;
                self.number(u64::from(row.row))?;
                self.number(row.cells.len() as u64)?;
                self.n_cells += row.cells.len() as u64;
                row.cells.iter().try_for_each(|(column, value)| self.cell(*column, value))
            }
            Piece::Merge(merge) => {
                self.out.write_all(&[MERGE])?;
                let Merge { first_row, last_row, first_column, last_column } = *merge;
                [first_row, last_row, first_column.into(), last_column.into()]
                    .into_iter()
                    .try_for_each(|number| self.number(u64::from(number)))
            }
            Piece::OtherSheet(name) => {
                self.out.write_all(&[OTHER_SHEET])?;
                self.text(name)
            }
            Piece::Macros => self.out.write_all(&[MACROS]),
        }
    }

    /// All pieces were written.
    pub(super) fn whole(mut self) -> io::Result<()> {
        self.out.write_all(&[WHOLE])?;
        let (n_pieces, n_cells) = (self.n_pieces, self.n_cells);
        self.number(n_pieces)?;
        self.number(n_cells)?;
        self.out.flush()
    }

    /// There is no book, and this is why. What a library said of it stays here: it may hold a cell's text.
    pub(super) fn fault(mut self, error: &Error) -> io::Result<()> {
        self.out.write_all(&[FAULT])?;
        self.text(error.code)?;
        self.number(error.args.len() as u64)?;
        for (name, value) in &error.args {
            self.text(name)?;
            self.text(value)?;
        }
        self.out.flush()
    }

    fn cell(&mut self, column: u16, value: &CellValue) -> io::Result<()> {
        self.number(u64::from(column))?;
        match value {
            CellValue::Text(text) => {
                self.out.write_all(&[TEXT])?;
                self.text(text)
            }
            CellValue::Error(text) => {
                self.out.write_all(&[ERROR])?;
                self.text(text)
            }
            CellValue::Number(number) => self.float(NUMBER, *number),
            CellValue::DateSerial { serial, from_1904 } => {
                self.float(if *from_1904 { DATE_1904 } else { DATE_1900 }, *serial)
            }
            CellValue::Bool(value) => self.out.write_all(&[if *value { YES } else { NO }]),
        }
    }

    fn float(&mut self, tag: u8, number: f64) -> io::Result<()> {
        self.out.write_all(&[tag])?;
        self.out.write_all(&number.to_le_bytes())
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        self.number(text.len() as u64)?;
        self.out.write_all(text.as_bytes())
    }

    fn number(&mut self, mut number: u64) -> io::Result<()> {
        while number >= 0x80 {
            self.out.write_all(&[number as u8 | 0x80])?;
            number >>= 7;
        }
        self.out.write_all(&[number as u8])
    }
}

/// Why a stream gave no book.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Unread {
    /// It ended too early, or is no such stream.
    Broken,
    /// The worker, or whoever took the pieces, said why.
    Fault(Error),
}

type Read1<T> = Result<T, Unread>;

/// Reads a stream to its last tag and hands on its pieces.
pub(super) fn read(input: impl Read, take: Take<'_>) -> Read1<()> {
    let mut reader = Reader { input, slate: Vec::new() };
    if &reader.bytes::<8>()? != OPENING {
        return Err(Unread::Broken);
    }
    let (mut n_pieces, mut n_cells) = (0, 0);
    loop {
        let piece = match reader.byte()? {
            SHEET => {
                let is_hidden = reader.byte()? != 0;
                let last_row = reader.small()?;
                Piece::Sheet { is_hidden, last_row, name: reader.text()?.into() }
            }
            ROW => {
                let row = reader.row()?;
                n_cells += row.cells.len() as u64;
                Piece::Row(row)
            }
            MERGE => Piece::Merge(Merge {
                first_row: reader.small()?,
                last_row: reader.small()?,
                first_column: reader.small()?,
                last_column: reader.small()?,
            }),
            OTHER_SHEET => Piece::OtherSheet(reader.text()?.into()),
            MACROS => Piece::Macros,
            WHOLE => {
                let is_whole = reader.number()? == n_pieces && reader.number()? == n_cells;
                return if is_whole { Ok(()) } else { Err(Unread::Broken) };
            }
            FAULT => return Err(reader.fault()?),
            _ => return Err(Unread::Broken),
        };
        n_pieces += 1;
        take(piece).map_err(Unread::Fault)?;
    }
}

struct Reader<R> {
    input: R,
    /// The bytes of the last short text.
    slate: Vec<u8>,
}

impl<R: Read> Reader<R> {
    fn bytes<const N: usize>(&mut self) -> Read1<[u8; N]> {
        let mut bytes = [0; N];
        self.input.read_exact(&mut bytes).map_err(|_| Unread::Broken)?;
        Ok(bytes)
    }

    fn byte(&mut self) -> Read1<u8> {
        Ok(self.bytes::<1>()?[0])
    }

    fn number(&mut self) -> Read1<u64> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Unread::Broken)
    }

    fn small<N: TryFrom<u64>>(&mut self) -> Read1<N> {
        N::try_from(self.number()?).map_err(|_| Unread::Broken)
    }

    fn text(&mut self) -> Read1<CompactString> {
        let length = self.number()?;
        if length > LONGEST_TEXT {
            return Err(Unread::Broken);
        }
        if length <= SHORT_TEXT {
            self.slate.resize(length as usize, 0);
            self.input.read_exact(&mut self.slate).map_err(|_| Unread::Broken)?;
            return CompactString::from_utf8(&self.slate).map_err(|_| Unread::Broken);
        }
        // Grows with what arrives, not with what is promised, and is never there twice.
        let mut bytes = Vec::new();
        let read = self.input.by_ref().take(length).read_to_end(&mut bytes);
        read.ok().filter(|read| *read as u64 == length).ok_or(Unread::Broken)?;
        let mut text = String::from_utf8(bytes).map_err(|_| Unread::Broken)?;
        text.shrink_to_fit();
        Ok(text.into())
    }

    fn row(&mut self) -> Read1<GridRow> {
        let row = self.small()?;
        let n: u64 = self.number()?;
        let mut cells = Vec::with_capacity(n.min(64) as usize);
        for _ in 0..n {
            let column = self.small()?;
            let value = match self.byte()? {
                TEXT => CellValue::Text(self.text()?),
                ERROR => CellValue::Error(self.text()?),
                NUMBER => CellValue::Number(f64::from_le_bytes(self.bytes()?)),
                tag @ (DATE_1900 | DATE_1904) => {
                    CellValue::DateSerial { serial: f64::from_le_bytes(self.bytes()?), from_1904: tag == DATE_1904 }
                }
                tag @ (NO | YES) => CellValue::Bool(tag == YES),
                _ => return Err(Unread::Broken),
            };
            cells.push((column, value));
        }
        cells.shrink_to_fit();
        Ok(GridRow { row, cells })
    }

    fn fault(&mut self) -> Read1<Unread> {
        let code = self.text()?;
        let mut error = Error::new(known(&FAULTS, &code)?);
        for _ in 0..self.number()? {
            let name = self.text()?;
            let value = self.text()?;
            error = error.with(known(&FACTS, &name)?, value);
        }
        Ok(Unread::Fault(error))
    }
}

fn known(words: &[&'static str], word: &str) -> Read1<&'static str> {
    words.iter().find(|known| **known == word).copied().ok_or(Unread::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces() -> Vec<Piece> {
        let cells = vec![
            (0, CellValue::Text("Noëlla".into())),
            (1, CellValue::Number(-0.5)),
            (2, CellValue::DateSerial { serial: 25_627.0, from_1904: false }),
            (3, CellValue::DateSerial { serial: 1.25, from_1904: true }),
            (300, CellValue::Bool(true)),
            (301, CellValue::Bool(false)),
            (16_383, CellValue::Error("#REF!".into())),
        ];
        vec![
            Piece::Macros,
            Piece::Sheet { name: "Feuil1".to_owned(), is_hidden: true, last_row: 1_048_576 },
            Piece::Row(GridRow { row: 1_048_576, cells }),
            Piece::Merge(Merge { first_row: 1, last_row: 2, first_column: 0, last_column: 700 }),
            Piece::OtherSheet("Graphique".to_owned()),
        ]
    }

    fn written(pieces: &[Piece]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes).expect("memory");
        pieces.iter().for_each(|piece| writer.piece(piece).expect("memory"));
        writer.whole().expect("memory");
        bytes
    }

    fn read_all(mut bytes: &[u8]) -> Read1<Vec<Piece>> {
        let mut seen = Vec::new();
        read(&mut bytes, &mut |piece| {
            seen.push(piece);
            Ok(())
        })?;
        Ok(seen)
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(read_all(&written(&pieces())), Ok(pieces()));
        assert_eq!(read_all(&written(&[])), Ok(Vec::new()));
    }

    #[test]
    fn a_stream_cut_anywhere_is_no_book() {
        let bytes = written(&pieces());
        for length in 0..bytes.len() {
            assert_eq!(read_all(&bytes[..length]), Err(Unread::Broken), "cut at {length}");
        }
    }

    #[test]
    fn a_fault_comes_back_as_it_was_and_one_unheard_of_does_not() {
        let told = |error: &Error| {
            let mut bytes = Vec::new();
            Writer::new(&mut bytes).and_then(|writer| writer.fault(error)).expect("memory");
            read_all(&bytes)
        };
        let bomb = Error::new("file-bomb").with("limit", 512);
        assert_eq!(told(&bomb), Err(Unread::Fault(bomb)));
        assert_eq!(told(&Error::new("disk-full")), Err(Unread::Broken));
    }

    #[test]
    fn every_fault_that_a_worker_can_meet_is_known() {
        let rooms = [include_str!("guard.rs"), include_str!("workbook.rs")].concat();
        let codes = rooms.split("Error::new(\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(code, _)| code);
        // What is told before a worker is started.
        let of_the_run = ["file-empty", "file-too-large", "file-other-format"];
        for code in codes.filter(|code| !of_the_run.contains(code)) {
            assert!(FAULTS.contains(&code), "{code}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            let _ = read_all(&[OPENING.as_slice(), &bytes].concat());
        }

        #[test]
        fn a_changed_byte_never_makes_a_longer_book(at in 0..90_usize, with in proptest::num::u8::ANY) {
            let mut bytes = written(&pieces());
            let at = at % bytes.len();
            bytes[at] = with;
            if let Ok(seen) = read_all(&bytes) {
                proptest::prop_assert_eq!(seen.len(), pieces().len());
            }
        }
    }
}
