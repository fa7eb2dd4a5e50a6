//! Rows as they were typed, packed while they wait to be written, in memory or, where rows are many, on the disk: looked at
//! once.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::{Deserialize, Serialize};

/// Texts without line breaks, by their place.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Typed {
    packs: Vec<Pack>,
    n: usize,
}

/// Texts on their way into packs.
pub(super) struct Packing {
    typed: Typed,
    /// Not packed yet.
    open: String,
    /// One for all packs; `None` where there is no memory for it.
    packer: Option<zstd::bulk::Compressor<'static>>,
}

/// So many texts, a line each.
#[derive(Debug, Serialize, Deserialize)]
struct Pack {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    /// What they unpack to.
    n_bytes: usize,
    /// Where they are, if not in memory.
    #[serde(skip)]
    aside: Option<Aside>,
}

/// Bytes in a file that others share.
#[derive(Debug)]
struct Aside {
    file: Arc<Mutex<File>>,
    first: u64,
    n: usize,
}

/// Room on the disk for what is too much for memory: a file without a name, gone with the run.
pub(super) struct Overflow {
    folder: PathBuf,
    /// Rows that may stay in memory.
    most_rows: u64,
    n_rows: AtomicU64,
    file: OnceLock<Option<Arc<Mutex<File>>>>,
}

/// What a run holds of a row at the most, in bytes (measured: see benches/README.md).
const BYTES_OF_ROW: u64 = 900;

/// Texts of a pack.
const OF_PACK: usize = 256;
/// Speed counts more than the last tenth of size.
const LEVEL: i32 = 1;

impl Packing {
    pub(super) fn new() -> Self {
        Self { typed: Typed::default(), open: String::new(), packer: zstd::bulk::Compressor::new(LEVEL).ok() }
    }

    /// Adds a text.
    pub(super) fn push(&mut self, text: &str) {
        self.open.push_str(text);
        self.open.push('\n');
        self.typed.n += 1;
        if self.typed.n.is_multiple_of(OF_PACK) {
            self.close();
        }
    }

    /// No further text comes.
    pub(super) fn finish(mut self) -> Typed {
        self.close();
        self.typed.packs.shrink_to_fit();
        self.typed
    }

    fn close(&mut self) {
        if self.open.is_empty() {
            return;
        }
        let text = self.open.as_bytes();
        // Packing in memory does not fail; if it did, the text itself is kept.
        let packed = self.packer.as_mut().and_then(|packer| packer.compress(text).ok());
        let mut bytes = packed.unwrap_or_else(|| text.to_vec());
        bytes.shrink_to_fit();
        self.typed.packs.push(Pack { n_bytes: text.len(), bytes, aside: None });
        self.open.clear();
    }
}

impl Typed {
    /// The texts at these places; `None` if they were put aside and can't be read again.
    pub(super) fn range(&self, places: Range<usize>) -> Option<Vec<String>> {
        let (first, last) = (places.start / OF_PACK, places.end.div_ceil(OF_PACK));
        let packs = self.packs.get(first..last).into_iter().flatten();
        let texts: Vec<String> = packs.map(Pack::text).collect::<io::Result<_>>().ok()?;
        let lines = texts.iter().flat_map(|text| text.lines());
        Some(lines.skip(places.start - first * OF_PACK).take(places.len()).map(str::to_owned).collect())
    }

    /// Moves the texts to a file; what the disk refuses stays in memory.
    fn put_aside(&mut self, to: &Arc<Mutex<File>>) {
        for pack in self.packs.iter_mut().filter(|pack| pack.aside.is_none()) {
            let mut file = to.lock().unwrap_or_else(PoisonError::into_inner);
            let written = file.seek(SeekFrom::End(0)).and_then(|first| file.write_all(&pack.bytes).map(|()| first));
            let Ok(first) = written else { return };
            let n = std::mem::take(&mut pack.bytes).len();
            pack.aside = Some(Aside { file: Arc::clone(to), first, n });
        }
    }
}

impl Pack {
    fn text(&self) -> io::Result<String> {
        let packed = match &self.aside {
            Some(aside) => Cow::Owned(aside.read()?),
            None => Cow::Borrowed(&self.bytes),
        };
        let bytes = zstd::bulk::decompress(&packed, self.n_bytes).unwrap_or_else(|_| packed.into_owned());
        String::from_utf8(bytes).map_err(io::Error::other)
    }
}

impl Aside {
    fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; self.n];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.first))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

impl Overflow {
    /// Room in a folder, for a run that may take so much memory.
    pub(super) fn new(folder: PathBuf, memory_mb: u64) -> Self {
        let most_rows = memory_mb.saturating_mul(1024 * 1024) / BYTES_OF_ROW;
        Self { folder, most_rows, n_rows: AtomicU64::new(0), file: OnceLock::new() }
    }

    /// Whether there were more rows than may stay in memory.
    pub(super) fn is_over(&self) -> bool {
        self.n_rows.load(Ordering::Relaxed) > self.most_rows
    }

    /// Takes note of the rows of a file; puts them aside where all rows so far are too many.
    pub(super) fn see(&self, typed: &mut Typed) {
        let n = typed.n as u64;
        if self.n_rows.fetch_add(n, Ordering::Relaxed) + n > self.most_rows {
            let file = || tempfile::tempfile_in(&self.folder).ok().map(|file| Arc::new(Mutex::new(file)));
            if let Some(file) = self.file.get_or_init(file) {
                typed.put_aside(file);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_in_comes_out_from_any_place() {
        let mut typed = Packing::new();
        let texts: Vec<String> = (0..2 * OF_PACK + 7).map(|n| format!("{{\"A\":\"{n}\"}}")).collect();
        texts.iter().for_each(|text| typed.push(text));
        let mut typed = typed.finish();
        let folder = tempfile::tempdir().unwrap();
        let overflow = Overflow::new(folder.path().to_owned(), 0);
        for is_aside in [false, true] {
            for range in [0..3, 0..texts.len(), OF_PACK - 1..OF_PACK + 1, 2 * OF_PACK + 6..2 * OF_PACK + 7, 5..5] {
                assert_eq!(typed.range(range.clone()).unwrap(), texts[range], "{is_aside}");
            }
            assert_eq!(typed.packs.iter().any(|pack| pack.aside.is_some()), is_aside);
            overflow.see(&mut typed);
        }
        assert!(typed.packs.iter().all(|pack| pack.bytes.is_empty()));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no name is left behind");
        // What the disk has lost is told, and not taken for nothing.
        overflow.file.get().unwrap().as_ref().unwrap().lock().unwrap().set_len(10).unwrap();
        assert_eq!(typed.range(0..3), None);
    }

    #[test]
    fn few_rows_stay_in_memory_and_so_do_all_where_there_is_no_room() {
        let mut typed = Packing::new();
        (0..OF_PACK).for_each(|n| typed.push(&format!("{{\"A\":\"{n}\"}}")));
        let mut typed = typed.finish();
        let folder = tempfile::tempdir().unwrap();
        for overflow in [Overflow::new(folder.path().to_owned(), 1), Overflow::new(folder.path().join("nowhere"), 0)] {
            overflow.see(&mut typed);
            assert!(typed.packs.iter().all(|pack| pack.aside.is_none()));
        }
    }
}
