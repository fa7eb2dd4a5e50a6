//! Binary protocol between the worker process and the run. The final frame carries event and cell counts; a stream
//! without it, or with other counts, is rejected.
//!
//! A stream is a header with the format version, then frames: length (`u32`, little-endian) and a [`Frame`] in
//! postcard. No length is trusted: memory grows with the bytes that arrive.

use std::borrow::Cow;
use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode};
use crate::record::GridRow;

use super::sheet_events::{SheetEvent, Sink};

/// The header of a stream; its digit is the format version.
const HEADER: [u8; 8] = *b"bato-b4\n";
/// Longest frame accepted, in bytes. A cell of a spreadsheet holds at most 32,767 letters.
const MAX_FRAME: u64 = 256 << 20;
/// Most cells in one frame; a wider row takes several.
const MAX_CELLS: usize = 255;
/// Memory that stays allocated from one frame to the next, in bytes.
const BUFFER: usize = 64 << 10;

/// The error codes that a worker may send.
const FAULTS: [ErrorCode; 8] = [
    ErrorCode::FileDamaged,
    ErrorCode::FileEncrypted,
    ErrorCode::FileBomb,
    ErrorCode::FileTooOld,
    ErrorCode::FileNotSpreadsheet,
    ErrorCode::FileNoSheet,
    ErrorCode::FileOutsideSheet,
    ErrorCode::FileSheetTwice,
];
/// The one argument that such an error may have.
const LIMIT: &str = "limit";

#[derive(Serialize, Deserialize)]
enum Frame<'f> {
    Event(Cow<'f, SheetEvent>),
    /// Final frame of a workbook that was read.
    End {
        n_events: u64,
        n_cells: u64,
    },
    /// Final frame of a workbook that can't be read.
    Fault {
        code: &'f str,
        limit: Option<&'f str>,
    },
}

fn n_cells(event: &SheetEvent) -> u64 {
    if let SheetEvent::Row(row) = event { row.cells.len() as u64 } else { 0 }
}

pub(super) struct EventWriter<W: Write> {
    out: W,
    frame: Vec<u8>,
    n_events: u64,
    n_cells: u64,
}

impl<W: Write> EventWriter<W> {
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(&HEADER)?;
        Ok(Self { out, frame: Vec::new(), n_events: 0, n_cells: 0 })
    }

    pub(super) fn event(&mut self, event: &SheetEvent) -> io::Result<()> {
        match event {
            SheetEvent::Row(GridRow { row, cells }) if cells.len() > MAX_CELLS => cells
                .chunks(MAX_CELLS)
                .try_for_each(|cells| self.event(&SheetEvent::Row(GridRow { row: *row, cells: cells.to_vec() }))),
            event => {
                self.n_events += 1;
                self.n_cells += n_cells(event);
                self.frame(&Frame::Event(Cow::Borrowed(event)))
            }
        }
    }

    /// Closes the stream after the last event.
    pub(super) fn end(mut self) -> io::Result<()> {
        self.frame(&Frame::End { n_events: self.n_events, n_cells: self.n_cells })?;
        self.out.flush()
    }

    /// Closes the stream with an error. The error's cause is not sent: it may hold a cell's text.
    pub(super) fn fault(mut self, error: &Error) -> io::Result<()> {
        let limit = error.args.iter().find(|(name, _)| *name == LIMIT).map(|(_, value)| value.as_str());
        self.frame(&Frame::Fault { code: error.code.text(), limit })?;
        self.out.flush()
    }

    fn frame(&mut self, frame: &Frame<'_>) -> io::Result<()> {
        self.frame.clear();
        self.frame.shrink_to(BUFFER);
        postcard::to_io(frame, &mut self.frame).map_err(io::Error::other)?;
        let length = u32::try_from(self.frame.len()).map_err(io::Error::other)?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(&self.frame)
    }
}

/// Why a stream gave no workbook.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ReadError {
    /// The stream ended early or breaks the protocol.
    Broken,
    /// The error that the worker sent or the sink returned.
    Fault(Error),
}

fn broken<E>(_: E) -> ReadError {
    ReadError::Broken
}

/// Reads a stream to its final frame and hands each event to `sink`.
pub(super) fn read_events(mut input: impl Read, sink: Sink<'_>) -> Result<(), ReadError> {
    let mut header = HEADER.map(|_| 0);
    input.read_exact(&mut header).map_err(broken)?;
    if header != HEADER {
        return Err(ReadError::Broken);
    }
    // Events and cells read so far.
    let mut counts = (0, 0);
    let mut buffer = Vec::new();
    loop {
        match read_frame(&mut input, &mut buffer)? {
            Frame::Event(event) => {
                counts = (counts.0 + 1, counts.1 + n_cells(&event));
                sink(event.into_owned()).map_err(ReadError::Fault)?;
            }
            Frame::End { n_events, n_cells } if counts == (n_events, n_cells) => return Ok(()),
            Frame::End { .. } => return Err(ReadError::Broken),
            Frame::Fault { code, limit } => {
                let code = FAULTS.into_iter().find(|known| known.text() == code).ok_or(ReadError::Broken)?;
                let error = limit.iter().fold(Error::new(code), |error, limit| error.with(LIMIT, limit));
                return Err(ReadError::Fault(error));
            }
        }
    }
}

fn read_frame<'b>(input: &mut impl Read, buffer: &'b mut Vec<u8>) -> Result<Frame<'b>, ReadError> {
    let mut length = [0; 4];
    input.read_exact(&mut length).map_err(broken)?;
    let length = u64::from(u32::from_le_bytes(length));
    buffer.clear();
    buffer.shrink_to(BUFFER);
    let n_read = input.take(length.min(MAX_FRAME)).read_to_end(buffer).map_err(broken)?;
    match postcard::take_from_bytes(buffer) {
        Ok((frame, [])) if n_read as u64 == length => Ok(frame),
        _ => Err(ReadError::Broken),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{CellValue, HiddenCells, Merge};

    fn events() -> Vec<SheetEvent> {
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
            SheetEvent::Macros,
            SheetEvent::Sheet { name: "Feuil1".to_owned(), is_hidden: true, last_row: 1_048_576 },
            SheetEvent::Row(GridRow { row: 1_048_576, cells }),
            SheetEvent::Merge(Merge { first_row: 1, last_row: 2, first_column: 0, last_column: 700 }),
            SheetEvent::Hidden(HiddenCells { rows: vec![(3, 9)], columns: vec![(0, 16_383)], struck: vec![(2, 2)] }),
            SheetEvent::Uncomputed { row: 1_048_576, column: 16_383 },
            SheetEvent::OtherSheet("Graphique".to_owned()),
        ]
    }

    fn stream_of(events: &[SheetEvent]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = EventWriter::new(&mut bytes).expect("memory");
        events.iter().for_each(|event| writer.event(event).expect("memory"));
        writer.end().expect("memory");
        bytes
    }

    fn read_all(bytes: &[u8]) -> Result<Vec<SheetEvent>, ReadError> {
        let mut events = Vec::new();
        read_events(bytes, &mut |event| {
            events.push(event);
            Ok(())
        })?;
        Ok(events)
    }

    #[test]
    fn written_events_are_read_back() {
        assert_eq!(read_all(&stream_of(&events())), Ok(events()));
        assert_eq!(read_all(&stream_of(&[])), Ok(Vec::new()));
    }

    #[test]
    fn a_wide_row_comes_in_several_events() {
        let cells: Vec<(u16, CellValue)> = (0..600).map(|column| (column, CellValue::Bool(true))).collect();
        let read = read_all(&stream_of(&[SheetEvent::Row(GridRow { row: 7, cells: cells.clone() })])).expect("whole");
        let parts: Vec<GridRow> =
            cells.chunks(MAX_CELLS).map(|cells| GridRow { row: 7, cells: cells.to_vec() }).collect();
        assert_eq!(parts.len(), 3);
        assert_eq!(read, parts.into_iter().map(SheetEvent::Row).collect::<Vec<_>>());
    }

    #[test]
    fn a_stream_cut_anywhere_is_rejected() {
        let bytes = stream_of(&events());
        for length in 0..bytes.len() {
            assert_eq!(read_all(&bytes[..length]), Err(ReadError::Broken), "cut at {length}");
        }
    }

    #[test]
    fn a_stream_without_one_of_its_frames_is_rejected() {
        let bytes = stream_of(&events());
        let mut at = HEADER.len();
        while at < bytes.len() {
            let length = u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize;
            let without = [&bytes[..at], &bytes[at + 4 + length..]].concat();
            assert_eq!(read_all(&without), Err(ReadError::Broken), "without the frame at {at}");
            at += 4 + length;
        }
    }

    #[test]
    fn a_length_that_lies_asks_for_no_memory() {
        for length in [1_u32 << 20, MAX_FRAME as u32, u32::MAX] {
            let bytes = [HEADER.as_slice(), &length.to_le_bytes(), &[0; 100]].concat();
            let mut buffer = Vec::new();
            assert!(read_frame(&mut &bytes[HEADER.len()..], &mut buffer).is_err(), "{length}");
            assert!(buffer.capacity() < 1 << 16, "{length}: {}", buffer.capacity());
            assert_eq!(read_all(&bytes), Err(ReadError::Broken), "{length}");
        }
    }

    #[test]
    fn a_known_error_comes_back_as_it_was_and_an_unknown_one_is_rejected() {
        let sent = |error: &Error| {
            let mut bytes = Vec::new();
            EventWriter::new(&mut bytes).and_then(|writer| writer.fault(error)).expect("memory");
            read_all(&bytes)
        };
        for error in [Error::new(ErrorCode::FileBomb).with("limit", 512), Error::new(ErrorCode::FileDamaged)] {
            assert_eq!(sent(&error), Err(ReadError::Fault(error)));
        }
        assert_eq!(sent(&Error::new(ErrorCode::DiskFull)), Err(ReadError::Broken));
    }

    #[test]
    fn every_error_that_a_worker_can_meet_is_known() {
        let sources = [include_str!("guard.rs"), include_str!("workbook.rs")].concat();
        // The run finds these before it starts a worker.
        let of_the_run = [ErrorCode::FileEmpty, ErrorCode::FileTooLarge, ErrorCode::FileOtherFormat];
        let is_named = |code: &ErrorCode| sources.contains(&format!("ErrorCode::{code:?}"));
        for code in ErrorCode::ALL.iter().filter(|code| is_named(code) && !of_the_run.contains(code)) {
            assert!(FAULTS.contains(code), "{code}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            let _ = read_all(&[HEADER.as_slice(), &bytes].concat());
        }

        #[test]
        fn a_changed_byte_never_adds_or_drops_an_event(at in 0..170_usize, with in proptest::num::u8::ANY) {
            let mut bytes = stream_of(&events());
            let at = at % bytes.len();
            bytes[at] = with;
            if let Ok(read) = read_all(&bytes) {
                proptest::prop_assert_eq!(read.len(), events().len());
            }
        }
    }
}
