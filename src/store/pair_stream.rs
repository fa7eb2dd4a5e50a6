//! Pairs of persons as an Arrow IPC stream: reads batches of pairs with their values, writes batches of scored pairs.
//!
//! An engine on several machines passes pairs to a program and takes their scores back in this format. The input is
//! not trusted: the length of each message and of each buffer in it is checked before memory is taken, and a stream
//! that ends before its end mark is an error. One batch is in memory at a time.

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use polars::error::PolarsError;
use polars_arrow::array::{Array, Float64Array, Utf8Array, Utf8ViewArray};
use polars_arrow::datatypes::{ArrowDataType, ArrowSchema, ArrowSchemaRef, Field};
use polars_arrow::io::ipc::format::ipc::planus::ReadAsRoot;
use polars_arrow::io::ipc::format::ipc::{MessageHeaderRef, MessageRef, RecordBatchRef};
use polars_arrow::io::ipc::read::{StreamMetadata, StreamReader, StreamState, read_stream_metadata};
use polars_arrow::io::ipc::write::{StreamWriter, WriteOptions};
use polars_arrow::record_batch::RecordBatchT;

use super::atomic_file::output_error;
use super::key_tables::SharedBytes;
use super::table_file::no_panic;
use crate::error::{Error, ErrorCode, Result};
use crate::record::{Column, Table};

/// The columns of the two persons of a pair.
const PERSONS: [&str; 2] = ["person_a", "person_b"];
/// The columns of the score.
const SCORES: [&str; 2] = ["match_weight", "match_probability"];
/// What follows the name of a column in the values of the first and the second person.
const SIDES: [&str; 2] = ["_a", "_b"];
/// Most bytes of the metadata of a message, and of its body.
const MOST_METADATA: u64 = 16 << 20;
const MOST_BODY: u64 = 1 << 30;
/// Starts every message of the current format.
const CONTINUATION: [u8; 4] = [0xff; 4];

/// A batch of pairs.
pub(crate) struct PairBatch {
    /// The first and the second person of each pair.
    pub(crate) persons: [Vec<String>; 2],
    /// The values of the first persons in the order of the pairs, then those of the second persons.
    pub(crate) values: Table,
}

/// Reads a stream of pairs.
pub(crate) struct PairReader<R> {
    input: R,
    metadata: StreamMetadata,
    /// Names of the compared columns.
    columns: Vec<String>,
    /// Places of the columns that are read, in the order of [`wanted`].
    places: Vec<usize>,
}

/// The bytes of a message with what goes before it, and the length of its body.
struct Message {
    bytes: Vec<u8>,
    n_before: usize,
    n_metadata: usize,
}

fn fault(cause: impl std::fmt::Display) -> Error {
    Error::new(ErrorCode::PairStream).because(cause)
}

/// The names of all columns that a stream of pairs must have.
fn wanted(columns: &[String]) -> Vec<String> {
    let values = SIDES.iter().flat_map(|side| columns.iter().map(move |column| format!("{column}{side}")));
    PERSONS.iter().map(|name| (*name).to_owned()).chain(values).collect()
}

impl<R: Read> PairReader<R> {
    /// Reads the schema of a stream. Each person of a pair has a value in each of `columns`: `nom_a` and `nom_b`.
    ///
    /// # Errors
    /// `pair-stream` if this is no Arrow IPC stream; `pair-column` if a column is missing or no text.
    pub(crate) fn new(mut input: R, columns: &[&str]) -> Result<Self> {
        let columns: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
        let message = read_message(&mut input)?.ok_or_else(|| fault("no schema"))?;
        if !matches!(message.root()?.header(), Ok(Some(MessageHeaderRef::Schema(_)))) {
            return Err(fault("the first message is no schema"));
        }
        let metadata = no_panic(|| read_stream_metadata(&mut message.bytes.as_slice())).map_err(fault)?;
        let fields: Vec<(&str, &ArrowDataType)> =
            metadata.schema.iter().map(|(name, field)| (name.as_str(), &field.dtype)).collect();
        let mut places = Vec::new();
        for name in wanted(&columns) {
            let found = fields.iter().position(|(own, _)| *own == name);
            let is_text = |place: &usize| {
                matches!(fields[*place].1, ArrowDataType::Utf8 | ArrowDataType::LargeUtf8 | ArrowDataType::Utf8View)
            };
            let place = found.filter(is_text).ok_or_else(|| {
                let found = found.map_or_else(|| "-".to_owned(), |place| format!("{:?}", fields[place].1));
                Error::new(ErrorCode::PairColumn).with("column", &name).with("found", found)
            })?;
            places.push(place);
        }
        Ok(Self { input, metadata, columns, places })
    }

    /// Returns the next batch of pairs; `None` after the end mark of the stream.
    ///
    /// # Errors
    /// `pair-stream` if the stream is damaged or ends early.
    pub(crate) fn next_batch(&mut self) -> Result<Option<PairBatch>> {
        let Some(message) = read_message(&mut self.input)? else { return Ok(None) };
        match message.root()?.header() {
            Ok(Some(MessageHeaderRef::RecordBatch(batch))) => check_batch(batch, message.n_body() as u64)?,
            _ => return Err(fault("a message that is no batch of rows")),
        }
        // Columns that are not needed are not read.
        let mut sorted = self.places.clone();
        sorted.sort_unstable();
        sorted.dedup();
        let batch = no_panic(|| {
            let mut reader =
                StreamReader::new(Cursor::new(&message.bytes), self.metadata.clone(), Some(sorted.clone()));
            match reader.next() {
                Some(Ok(StreamState::Some(batch))) => Ok(batch),
                Some(Err(cause)) => Err(cause),
                _ => Err(PolarsError::ComputeError("no batch of rows".into())),
            }
        });
        let batch = batch.map_err(fault)?;
        let n = batch.len();
        let arrays: Vec<&dyn Array> = self
            .places
            .iter()
            .filter_map(|place| batch.arrays().get(sorted.binary_search(place).ok()?).map(AsRef::as_ref))
            .collect();
        if arrays.len() != self.places.len() || arrays.iter().any(|array| array.len() != n) {
            return Err(fault("columns of different lengths"));
        }
        let mut texts = Vec::with_capacity(arrays.len());
        for array in arrays {
            texts.push(texts_of(array).ok_or_else(|| fault("a column that is no text"))?);
        }
        let n_columns = self.columns.len();
        let column = |place: usize| {
            let (first, second) = (&texts[2 + place], &texts[2 + n_columns + place]);
            coded_column(&self.columns[place], first.iter().chain(second).copied())
        };
        let values = Table {
            name: String::new(),
            columns: (0..n_columns).map(column).collect(),
            rows: (0..2 * n as u32).collect(),
        };
        let persons = [0, 1].map(|side: usize| texts[side].iter().map(|text| (*text).to_owned()).collect());
        Ok(Some(PairBatch { persons, values }))
    }
}

impl Message {
    /// The root of the metadata.
    fn root(&self) -> Result<MessageRef<'_>> {
        MessageRef::read_as_root(&self.bytes[self.n_before..self.n_before + self.n_metadata]).map_err(fault)
    }

    fn n_body(&self) -> usize {
        self.bytes.len() - self.n_before - self.n_metadata
    }
}

/// Reads a message; `None` at the end mark. A stream that ends without one was cut off.
fn read_message(input: &mut impl Read) -> Result<Option<Message>> {
    let cut = || fault("the stream ends before its end mark");
    let mut word = [0; 4];
    let mut read_word = || -> Result<[u8; 4]> {
        input.read_exact(&mut word).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::UnexpectedEof => cut(),
            _ => fault(cause),
        })?;
        Ok(word)
    };
    let mut bytes = CONTINUATION.to_vec();
    let first = read_word()?;
    // Streams of the oldest format have no continuation mark.
    let length = if first == CONTINUATION { read_word()? } else { first };
    bytes.extend(length);
    let n_metadata = i32::from_le_bytes(length);
    if n_metadata == 0 {
        return Ok(None);
    }
    let n_metadata = u64::try_from(n_metadata).ok().filter(|n| *n <= MOST_METADATA);
    let n_metadata = n_metadata.ok_or_else(|| fault("this is no Arrow IPC stream"))?;
    let n_before = bytes.len();
    take(input, n_metadata, &mut bytes)?.then_some(()).ok_or_else(cut)?;
    let message = Message { bytes, n_before, n_metadata: n_metadata as usize };
    let n_body = message.root()?.body_length().map_err(fault)?;
    let n_body = u64::try_from(n_body).ok().filter(|n| *n <= MOST_BODY);
    let n_body =
        n_body.ok_or_else(|| fault(format!("a batch of more than {MOST_BODY} bytes: make batches smaller")))?;
    let mut bytes = message.bytes;
    take(input, n_body, &mut bytes)?.then_some(()).ok_or_else(cut)?;
    Ok(Some(Message { bytes, ..message }))
}

/// Appends `n` bytes of the input; false if it has fewer. Memory grows with what is there and not with what is announced.
fn take(input: &mut impl Read, n: u64, bytes: &mut Vec<u8>) -> Result<bool> {
    let n_read = input.by_ref().take(n).read_to_end(bytes).map_err(fault)?;
    Ok(n_read as u64 == n)
}

/// Checks that the buffers of a batch lie in its body.
fn check_batch(batch: RecordBatchRef<'_>, n_body: u64) -> Result<()> {
    let damaged = || fault("a batch whose parts lie outside it");
    if batch.compression().map_err(fault)?.is_some() {
        return Err(fault("the stream is compressed: write it without compression"));
    }
    let is_size = |n: i64| u64::try_from(n).is_ok_and(|n| n <= n_body.max(MOST_BODY / 64));
    if !batch.length().is_ok_and(is_size) {
        return Err(damaged());
    }
    for node in batch.nodes().map_err(fault)?.into_iter().flatten() {
        if !is_size(node.length()) || !(0..=node.length()).contains(&node.null_count()) {
            return Err(damaged());
        }
    }
    for buffer in batch.buffers().map_err(fault)?.into_iter().flatten() {
        let end = u64::try_from(buffer.offset()).ok().zip(u64::try_from(buffer.length()).ok());
        let end = end.and_then(|(offset, length)| offset.checked_add(length));
        if end.is_none_or(|end| end > n_body) {
            return Err(damaged());
        }
    }
    Ok(())
}

/// The texts of a column, without spaces at both ends; null is "".
fn texts_of(array: &dyn Array) -> Option<Vec<&str>> {
    fn trimmed<'a>(texts: impl Iterator<Item = Option<&'a str>>) -> Vec<&'a str> {
        texts.map(|text| text.unwrap_or("").trim()).collect()
    }
    let any = array.as_any();
    if let Some(array) = any.downcast_ref::<Utf8Array<i32>>() {
        return Some(trimmed(array.iter()));
    }
    if let Some(array) = any.downcast_ref::<Utf8Array<i64>>() {
        return Some(trimmed(array.iter()));
    }
    any.downcast_ref::<Utf8ViewArray>().map(|array| trimmed(array.iter()))
}

/// A column of texts, each distinct value once.
pub(crate) fn coded_column<'t>(name: &str, texts: impl Iterator<Item = &'t str>) -> Column {
    let mut numbers = HashMap::from([("", 0)]);
    let mut column = Column { name: name.to_owned(), values: vec![Box::default()], of_row: Vec::new() };
    for text in texts {
        let next = column.values.len() as u32;
        let number = *numbers.entry(text).or_insert(next);
        if number == next {
            column.values.push(text.into());
        }
        column.of_row.push(number);
    }
    column
}

/// Writes a stream of scored pairs. Each batch is flushed: who sent its pairs may wait for it.
pub(crate) struct PairWriter<W: Write> {
    out: W,
    stream: StreamWriter<SharedBytes>,
    bytes: SharedBytes,
    schema: ArrowSchemaRef,
}

impl<W: Write> PairWriter<W> {
    /// Writes the schema: the two persons, match weight and match probability.
    pub(crate) fn new(out: W) -> Result<Self> {
        let field = |name: &str, kind: ArrowDataType| Field::new(name.into(), kind, false);
        let persons = PERSONS.map(|name| field(name, ArrowDataType::Utf8));
        let scores = SCORES.map(|name| field(name, ArrowDataType::Float64));
        let fields = persons.into_iter().chain(scores);
        let schema: ArrowSchema = fields.map(|field| (field.name.clone(), field)).collect();
        let bytes = SharedBytes::default();
        let stream = StreamWriter::new(bytes.clone(), WriteOptions { compression: None });
        let mut writer = Self { out, stream, bytes, schema: schema.into() };
        no_panic(|| writer.stream.start(&writer.schema, None)).map_err(fault)?;
        writer.pass_on()?;
        Ok(writer)
    }

    /// Writes a batch: the persons of a batch that was read, with their scores.
    pub(crate) fn write(&mut self, persons: &[Vec<String>; 2], scores: [Vec<f64>; 2]) -> Result<()> {
        let n = persons[0].len();
        let written = no_panic(|| {
            let texts = persons.each_ref().map(|ids| Utf8Array::<i32>::from_slice(ids).boxed());
            let numbers = scores.map(|numbers| Float64Array::from_vec(numbers).boxed());
            let arrays: Vec<Box<dyn Array>> = texts.into_iter().chain(numbers).collect();
            self.stream.write(&RecordBatchT::try_new(n, self.schema.clone(), arrays)?, None)
        });
        written.map_err(fault)?;
        self.pass_on()
    }

    /// Writes the end mark.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.stream.finish().map_err(fault)?;
        self.pass_on()
    }

    fn pass_on(&mut self) -> Result<()> {
        let passed = self.bytes.pass_on(&mut self.out).and_then(|()| self.out.flush());
        passed.map_err(|cause| output_error(Path::new("-"), &cause))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream of pairs with the columns `nom_a` and `nom_b`, and a column that is not needed.
    fn stream(batches: &[&[(&str, &str, &str, &str)]], kind: &ArrowDataType) -> Vec<u8> {
        let names = ["person_a", "age", "nom_b", "person_b", "nom_a"];
        let field = |name: &str| {
            let kind = if name == "age" { ArrowDataType::Float64 } else { kind.clone() };
            (name.into(), Field::new(name.into(), kind, true))
        };
        let schema: ArrowSchema = names.map(field).into_iter().collect();
        let mut out = StreamWriter::new(Vec::new(), WriteOptions { compression: None });
        out.start(&schema, None).unwrap();
        for batch in batches {
            let column = |of: fn(&(&str, &str, &str, &str)) -> String| -> Box<dyn Array> {
                let texts: Vec<Option<String>> = batch.iter().map(of).map(|t| (t != "-").then_some(t)).collect();
                match kind {
                    ArrowDataType::Utf8 => Utf8Array::<i32>::from(texts).boxed(),
                    ArrowDataType::LargeUtf8 => Utf8Array::<i64>::from(texts).boxed(),
                    _ => Utf8ViewArray::from_slice(texts).boxed(),
                }
            };
            let arrays = vec![
                column(|pair| pair.0.to_owned()),
                Float64Array::from_vec(vec![1.0; batch.len()]).boxed(),
                column(|pair| pair.3.to_owned()),
                column(|pair| pair.1.to_owned()),
                column(|pair| pair.2.to_owned()),
            ];
            let batch = RecordBatchT::try_new(batch.len(), std::sync::Arc::new(schema.clone()), arrays);
            out.write(&batch.unwrap(), None).unwrap();
        }
        out.finish().unwrap();
        out.into_inner()
    }

    const PAIRS: [&[(&str, &str, &str, &str)]; 3] =
        [&[("a/1", "b/1", "MBALA", " MBALLA "), ("a/2", "b/7", "-", "")], &[], &[("a/3", "b/3", "NGOYI", "NGOI")]];

    /// All pairs of a stream: two persons, two noms.
    fn read(bytes: &[u8]) -> Result<Vec<[String; 4]>> {
        let (mut reader, mut pairs) = (PairReader::new(bytes, &["nom"])?, Vec::new());
        while let Some(batch) = reader.next_batch()? {
            let n = batch.persons[0].len();
            assert_eq!((batch.values.rows.len(), batch.persons[1].len()), (2 * n, n));
            let nom = |row: usize| batch.values.column("nom").unwrap().text(row).to_owned();
            let persons = |side: usize, pair: usize| batch.persons[side][pair].clone();
            pairs.extend((0..n).map(|pair| [persons(0, pair), persons(1, pair), nom(pair), nom(n + pair)]));
        }
        Ok(pairs)
    }

    #[test]
    fn pairs_are_read_from_each_kind_of_text_and_written_in_their_order() {
        for kind in [ArrowDataType::Utf8, ArrowDataType::LargeUtf8, ArrowDataType::Utf8View] {
            let pairs = read(&stream(&PAIRS, &kind)).unwrap();
            let expected = [["a/1", "b/1", "MBALA", "MBALLA"], ["a/2", "b/7", "", ""], ["a/3", "b/3", "NGOYI", "NGOI"]];
            assert_eq!(pairs, expected);
        }
        let mut out = Vec::new();
        let mut writer = PairWriter::new(&mut out).unwrap();
        for (persons, score) in [(["a/1", "b/1"], 2.5), (["a/3", "b/3"], -7.125)] {
            writer.write(&persons.map(|id| vec![id.to_owned()]), [vec![score], vec![0.5]]).unwrap();
        }
        writer.finish().unwrap();
        let metadata = read_stream_metadata(&mut out.as_slice()).unwrap();
        assert_eq!(
            metadata.schema.iter_names().map(|name| name.as_str()).collect::<Vec<_>>(),
            [PERSONS, SCORES].concat()
        );
    }

    #[test]
    fn a_column_that_is_missing_or_no_text_is_named() {
        let bytes = stream(&PAIRS, &ArrowDataType::Utf8);
        for (columns, column) in [(["prenom"], "prenom_a"), (["age"], "age_a")] {
            let fault = PairReader::new(bytes.as_slice(), &columns).err().unwrap();
            assert_eq!((fault.code, &fault.args[0].1[..]), (ErrorCode::PairColumn, column));
        }
    }

    #[test]
    fn a_damaged_stream_is_an_error_and_never_a_panic() {
        let bytes = stream(&PAIRS, &ArrowDataType::Utf8);
        // Cut anywhere: what comes after is missing, so that nobody may take the pairs for all.
        for end in 0..bytes.len() {
            assert_eq!(read(&bytes[..end]).unwrap_err().code, ErrorCode::PairStream, "cut at {end}");
        }
        for text in [&b"person_a,person_b\n1,2\n"[..], b"PAR1", &[0xff; 64], &[0; 3]] {
            assert_eq!(read(text).unwrap_err().code, ErrorCode::PairStream);
        }
        // Another byte anywhere, in three ways: other pairs or an error.
        for place in 0..bytes.len() {
            for change in [0x01, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                damaged[place] ^= change;
                if let Err(fault) = read(&damaged) {
                    assert!(matches!(fault.code, ErrorCode::PairStream | ErrorCode::PairColumn));
                }
            }
        }
    }
}
