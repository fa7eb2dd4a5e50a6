//! A Parquet file as row groups that know nothing of one another.
//!
//! A group is encoded on its own, so groups are encoded side by side. It is the same bytes wherever it stands, so one whose
//! rows have not changed is copied from the last generation. And any group makes a file of its own, so a few rows of a
//! million are read without the others. What stands in the pages is not known here.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use polars_parquet_format::thrift::protocol::{TCompactInputProtocol, TCompactOutputProtocol};
use polars_parquet_format::{FileMetaData, RowGroup};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::content::Content;

const MAGIC: &[u8] = b"PAR1";
/// The length of the footer, and the magic again.
const TAIL: u64 = 8;

/// What is known of a group that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptGroup {
    /// Of its rows.
    pub(super) content: Content,
    /// Of its bytes.
    pub(super) sha256: [u8; 32],
}

/// A row group: its pages, column after column, and what the footer says of them, offsets from the first of its bytes.
pub(super) struct Group {
    pages: Vec<u8>,
    about: RowGroup,
}

impl Group {
    /// The only group of the bytes of a Parquet file.
    pub(super) fn only_of(file: &[u8]) -> Result<Self> {
        let footer = footer_of(file)?;
        let [about] = footer.row_groups.as_slice() else { return Err(damaged()) };
        Self::cut(about, |first, n| {
            let pages = file.get(first..).and_then(|rest| rest.get(..n));
            pages.map(<[u8]>::to_vec).ok_or_else(damaged)
        })
    }

    /// Cut out of a file, where `read` gives so many bytes from a place on.
    fn cut(about: &RowGroup, read: impl Fn(usize, usize) -> Result<Vec<u8>>) -> Result<Self> {
        let (mut about, mut pages) = (about.clone(), Vec::new());
        for column in &mut about.columns {
            let pages_of = column.meta_data.as_mut().ok_or_else(damaged)?;
            let first = pages_of.dictionary_page_offset.unwrap_or(i64::MAX).min(pages_of.data_page_offset);
            let n = pages_of.total_compressed_size;
            let before = pages.len() as i64;
            // A page of a column begins among its bytes, whatever a damaged footer says.
            let moved = |offset: i64| {
                offset
                    .checked_sub(first)
                    .filter(|own| (0..=n).contains(own))
                    .map(|own| before + own)
                    .ok_or_else(damaged)
            };
            pages_of.data_page_offset = moved(pages_of.data_page_offset)?;
            pages_of.dictionary_page_offset = pages_of.dictionary_page_offset.map(moved).transpose()?;
            let (first, n) = (usize::try_from(first), usize::try_from(n));
            pages.append(&mut read(first.map_err(|_| damaged())?, n.map_err(|_| damaged())?)?);
            pages_of.index_page_offset = None;
            // Copies of what the footer says, and indexes of pages: a group has one page a column.
            column.file_offset = 0;
            (column.offset_index_offset, column.offset_index_length) = (None, None);
            (column.column_index_offset, column.column_index_length) = (None, None);
        }
        (about.file_offset, about.ordinal) = (Some(0), None);
        Ok(Self { pages, about })
    }

    /// Number of rows.
    pub(super) fn n_rows(&self) -> usize {
        usize::try_from(self.about.num_rows).unwrap_or(0)
    }

    /// SHA-256 of its pages and of what is said of them.
    pub(super) fn sha256(&self) -> [u8; 32] {
        let mut about = Vec::new();
        // A vector takes all that is written.
        let _ = self.about.write_to_out_protocol(&mut TCompactOutputProtocol::new(&mut about));
        Sha256::new().chain_update(&self.pages).chain_update(about).finalize().into()
    }

    /// A Parquet file that holds this group alone. `blank` is the footer of one that holds none.
    pub(super) fn to_file(&self, blank: &FileMetaData) -> Result<Vec<u8>> {
        let mut file = GroupWriter::start(Vec::with_capacity(self.pages.len() + (1 << 12)), blank.clone())?;
        file.add(self)?;
        file.end()
    }
}

/// A Parquet file that is written group by group.
pub(super) struct GroupWriter<W> {
    out: W,
    n_bytes: u64,
    footer: FileMetaData,
}

impl<W: Write> GroupWriter<W> {
    /// `blank` is the footer of a file that holds no group.
    pub(super) fn start(mut out: W, blank: FileMetaData) -> Result<Self> {
        out.write_all(MAGIC)?;
        Ok(Self {
            out,
            n_bytes: MAGIC.len() as u64,
            footer: FileMetaData { num_rows: 0, row_groups: Vec::new(), ..blank },
        })
    }

    /// Rows so far.
    pub(super) fn n_rows(&self) -> u64 {
        self.footer.num_rows.unsigned_abs()
    }

    /// Adds a group after the others.
    pub(super) fn add(&mut self, Group { pages, about }: &Group) -> Result<()> {
        self.out.write_all(pages)?;
        let mut about = about.clone();
        let moved = self.n_bytes as i64;
        for pages_of in about.columns.iter_mut().filter_map(|column| column.meta_data.as_mut()) {
            pages_of.data_page_offset += moved;
            pages_of.dictionary_page_offset = pages_of.dictionary_page_offset.map(|offset| offset + moved);
        }
        (about.file_offset, about.ordinal) = (Some(moved), i16::try_from(self.footer.row_groups.len()).ok());
        self.n_bytes += pages.len() as u64;
        self.footer.num_rows += about.num_rows;
        self.footer.row_groups.push(about);
        Ok(())
    }

    /// Writes the footer.
    pub(super) fn end(mut self) -> Result<W> {
        let mut footer = Vec::new();
        self.footer.write_to_out_protocol(&mut TCompactOutputProtocol::new(&mut footer)).map_err(Error::other)?;
        let length = u32::try_from(footer.len()).map_err(Error::other)?;
        self.out.write_all(&footer)?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(MAGIC)?;
        Ok(self.out)
    }
}

/// Which rows each group holds, from how many they are.
pub(super) fn places_of(n_rows: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut end = 0_usize;
    let place = |n: usize| {
        let first = end;
        // A damaged footer may say anything.
        end = end.saturating_add(n);
        first..end
    };
    n_rows.map(place).collect()
}

/// A Parquet file on the disk whose groups are read one at a time. Its bytes are not checked.
pub(super) struct GroupedFile {
    file: Mutex<File>,
    footer: FileMetaData,
    places: Vec<Range<usize>>,
}

impl GroupedFile {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let mut file = File::open(path)?;
        let n_bytes = file.seek(SeekFrom::End(0))?;
        let end = read_at(&mut file, n_bytes.checked_sub(TAIL).ok_or_else(damaged)?, TAIL as usize)?;
        let length = length_of_footer(&end)? + TAIL;
        let footer = read_at(&mut file, n_bytes.checked_sub(length).ok_or_else(damaged)?, length as usize)?;
        let footer = footer_of(&footer)?;
        let n_rows = footer.row_groups.iter().map(|group| usize::try_from(group.num_rows).unwrap_or(0));
        Ok(Self { file: Mutex::new(file), places: places_of(n_rows), footer })
    }

    /// Which rows a group holds; none, if there is no such group.
    pub(super) fn places(&self, group: usize) -> Range<usize> {
        self.places.get(group).cloned().unwrap_or_default()
    }

    /// The groups that hold some rows, as far as there are any.
    pub(super) fn groups_of(&self, rows: &Range<usize>) -> Range<usize> {
        let first = self.places.partition_point(|group| group.end <= rows.start);
        first..self.places.partition_point(|group| group.start < rows.end).max(first)
    }

    /// A group, by its place.
    pub(super) fn group(&self, place: usize) -> Result<Group> {
        let about = self.footer.row_groups.get(place).ok_or_else(damaged)?;
        Group::cut(about, |first, n| {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            read_at(&mut file, first as u64, n)
        })
    }

    /// A Parquet file that holds a group alone.
    pub(super) fn file_of(&self, place: usize) -> Result<Vec<u8>> {
        self.group(place)?.to_file(&blank(&self.footer))
    }
}

/// The footer of the bytes of a Parquet file.
pub(super) fn footer_of(file: &[u8]) -> Result<FileMetaData> {
    let (rest, end) = file.split_at_checked(file.len().saturating_sub(TAIL as usize)).ok_or_else(damaged)?;
    let length = usize::try_from(length_of_footer(end)?).map_err(Error::other)?;
    let footer = &rest[rest.len().checked_sub(length).ok_or_else(damaged)?..];
    // A damaged footer must not ask for more memory than one of its length can need.
    let mut protocol = TCompactInputProtocol::new(footer, 64 * footer.len() + 1024);
    FileMetaData::read_from_in_protocol(&mut protocol).map_err(|_| damaged())
}

/// The same footer without its groups.
fn blank(footer: &FileMetaData) -> FileMetaData {
    let FileMetaData { version, schema, key_value_metadata, created_by, column_orders, .. } = footer;
    FileMetaData {
        version: *version,
        schema: schema.clone(),
        num_rows: 0,
        row_groups: Vec::new(),
        key_value_metadata: key_value_metadata.clone(),
        created_by: created_by.clone(),
        column_orders: column_orders.clone(),
        encryption_algorithm: None,
        footer_signing_key_metadata: None,
    }
}

fn length_of_footer(end: &[u8]) -> Result<u64> {
    let (length, magic) = end.split_at_checked(4).ok_or_else(damaged)?;
    let length: [u8; 4] = length.try_into().map_err(Error::other)?;
    if magic == MAGIC { Ok(u64::from(u32::from_le_bytes(length))) } else { Err(damaged()) }
}

fn read_at(file: &mut File, first: u64, n: usize) -> Result<Vec<u8>> {
    file.seek(SeekFrom::Start(first))?;
    let mut bytes = Vec::new();
    // A damaged length must not ask for memory that the file can't fill.
    file.take(n as u64).read_to_end(&mut bytes)?;
    if bytes.len() == n { Ok(bytes) } else { Err(damaged()) }
}

fn damaged() -> Error {
    ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::frame::{ROW_GROUP, read_columns, to_parquet};
    use crate::store::tables::AliasRow;

    /// A file of three groups, and its rows.
    fn file() -> (Vec<AliasRow>, Vec<u8>) {
        let id = |n: usize| format!("{:05}", n * 7919 % 100_003);
        let row = |n: usize| AliasRow {
            old_id: id(n),
            person_id: n.is_multiple_of(3).then(|| id(n + 1)),
            ..Default::default()
        };
        let rows: Vec<AliasRow> = (0..2 * ROW_GROUP + 7).map(row).collect();
        let bytes = to_parquet(&rows).unwrap();
        (rows, bytes)
    }

    fn opened(bytes: &[u8]) -> Result<GroupedFile> {
        let dir = tempfile::tempdir()?;
        let path = dir.path().join("t.parquet");
        std::fs::write(&path, bytes)?;
        GroupedFile::open(&path)
    }

    #[test]
    fn each_group_makes_a_file_of_its_own_and_all_of_them_the_same_file_again() {
        let (rows, bytes) = file();
        let file = opened(&bytes).unwrap();
        for (place, rows) in rows.chunks(ROW_GROUP).enumerate() {
            let alone = file.file_of(place).unwrap();
            let table = read_columns(&alone, Path::new("t.parquet"), &["old_id", "person_id"]).unwrap();
            assert_eq!(table.rows.len(), rows.len());
            for (n, row) in rows.iter().enumerate() {
                assert_eq!(table.columns[0].text(n), row.old_id);
                assert_eq!(table.columns[1].text(n), row.person_id.as_deref().unwrap_or(""));
            }
            assert_eq!(Group::only_of(&alone).unwrap().sha256(), file.group(place).unwrap().sha256());
        }
        let mut again = GroupWriter::start(Vec::new(), blank(&footer_of(&bytes).unwrap())).unwrap();
        (0..3).for_each(|place| again.add(&file.group(place).unwrap()).unwrap());
        assert!(again.end().unwrap() == bytes);
        assert!(file.group(3).is_err());
    }

    #[test]
    fn a_damaged_file_is_an_error_or_another_hash() {
        let (_, bytes) = file();
        let sound: Vec<[u8; 32]> = (0..3).map(|place| opened(&bytes).unwrap().group(place).unwrap().sha256()).collect();
        for cut in [0, 3, 8, 11, bytes.len() / 2, bytes.len() - 9, bytes.len() - 1] {
            assert!(opened(&bytes[..cut]).is_err(), "cut at {cut}");
        }
        for place in (0..bytes.len()).step_by(bytes.len() / 400) {
            let mut flipped = bytes.clone();
            flipped[place] ^= 0x41;
            let Ok(file) = opened(&flipped) else { continue };
            let read = |group: usize| file.group(group).is_ok_and(|own| own.sha256() == sound[group]);
            let n_sound = (0..3).filter(|group| read(*group)).count();
            // A flipped bit of what the footer says of the file as a whole is seen by the hash of the file.
            assert!(n_sound >= 2 || place > bytes.len() - 5000, "byte {place}: {n_sound}");
        }
    }
}
