//! Views of sheets in `work/views`: what a page shows of a sheet, in blocks of rows that are read one by one.
//!
//! A view is made again from its file at any time. It holds names: the folder is readable by its owner alone, backups
//! and releases leave it out, and a view is removed after a day.

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::atomic_file::replace_file;
use super::disk;
use super::output_path::OutputPath;
use crate::error::Result;

const FOLDER: &str = "work/views";
/// A view that is older is removed.
const OLDEST: Duration = Duration::from_secs(24 * 3600);
/// zstd level.
const LEVEL: i32 = 1;
/// Most bytes that a part of a view may unpack to.
const MOST_BYTES: usize = 256 * 1024 * 1024;
/// Bytes of the length of the first part.
const LENGTH: usize = 8;

/// The folder of views.
pub(crate) struct ViewFolder {
    folder: PathBuf,
}

/// An open view.
pub(crate) struct ViewFile {
    file: File,
    /// Where the blocks begin.
    start: u64,
}

/// Place of a block in a view: its first byte after the first part, and its length.
pub(crate) type BlockPlace = (u64, u32);

/// Collects the blocks of a view.
#[derive(Default)]
pub(crate) struct ViewWriter {
    blocks: Vec<u8>,
}

impl ViewWriter {
    /// Adds a block and returns its place; `None` if zstd has no memory for it.
    pub(crate) fn add(&mut self, block: &[u8]) -> Option<BlockPlace> {
        let packed = pack(block)?;
        let place = (self.blocks.len() as u64, packed.len() as u32);
        self.blocks.extend(packed);
        Some(place)
    }
}

impl ViewFolder {
    /// Opens the folder of views in the folder of a register, and removes the views that are older than a day.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn open(root: &Path) -> Result<Self> {
        let folder = root.join(FOLDER);
        disk::create_dir(&folder)?;
        let views = Self { folder };
        views.sweep();
        Ok(views)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Removes the views that are older than a day.
    fn sweep(&self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            // A moment in the future is that of a clock that was set back: it counts as young.
            let age = entry.metadata().and_then(|meta| meta.modified()).ok().and_then(|at| at.elapsed().ok());
            if age.is_some_and(|age| age > OLDEST) {
                // Left in place if it is in use: the next one removes it.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Returns a small file beside the views.
    pub(crate) fn read(&self, name: &str) -> Option<Vec<u8>> {
        disk::read(&self.path(name)).ok()?
    }

    /// Writes a small file beside the views.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        replace_file(&OutputPath::own(&self.path(name)), bytes)
    }

    /// Writes a view: its first part, then its blocks.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn write_view(&self, name: &str, head: &[u8], blocks: ViewWriter) -> Result<()> {
        let head = pack(head).unwrap_or_default();
        let mut bytes = Vec::with_capacity(LENGTH + head.len() + blocks.blocks.len());
        bytes.extend((head.len() as u64).to_le_bytes());
        bytes.extend(head);
        bytes.extend(blocks.blocks);
        self.write(name, &bytes)
    }

    /// Opens a view and returns its first part; `None` if it is missing or damaged.
    pub(crate) fn open_view(&self, name: &str) -> Option<(Vec<u8>, ViewFile)> {
        let mut file = disk::open_regular(&self.path(name)).ok()?;
        let mut length = [0; LENGTH];
        file.read_exact(&mut length).ok()?;
        let length = u64::from_le_bytes(length);
        let mut head = vec![0; usize::try_from(length).ok().filter(|length| *length <= MOST_BYTES)?];
        file.read_exact(&mut head).ok()?;
        Some((unpack(&head)?, ViewFile { file, start: LENGTH as u64 + length }))
    }

    /// Removes a view or a small file.
    pub(crate) fn remove(&self, name: &str) {
        // If it can't be removed now, it is after a day.
        let _ = fs::remove_file(self.path(name));
    }
}

impl ViewFile {
    /// Returns a block; `None` if it is damaged.
    pub(crate) fn block(&mut self, (offset, length): BlockPlace) -> Option<Vec<u8>> {
        self.file.seek(SeekFrom::Start(self.start + offset)).ok()?;
        let mut packed = vec![0; length as usize];
        self.file.read_exact(&mut packed).ok()?;
        unpack(&packed)
    }
}

/// Compresses bytes with a checksum.
fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut compressor = zstd::bulk::Compressor::new(LEVEL).ok()?;
    compressor.include_checksum(true).ok()?;
    compressor.compress(bytes).ok()
}

/// Decompresses bytes; `None` if they are damaged.
fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let decoder = zstd::stream::Decoder::new(packed).ok()?;
    decoder.take(MOST_BYTES as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_read_block_by_block_and_a_damaged_one_not_at_all() {
        let root = tempfile::tempdir().unwrap();
        let views = ViewFolder::open(root.path()).unwrap();
        let mut blocks = ViewWriter::default();
        let places: Vec<BlockPlace> = [&b"one"[..], b"two", &[7; 9999]].map(|block| blocks.add(block).unwrap()).into();
        views.write_view("a", b"head", blocks).unwrap();
        let (head, mut view) = views.open_view("a").unwrap();
        assert_eq!((head.as_slice(), view.block(places[1])), (&b"head"[..], Some(b"two".to_vec())));
        assert_eq!(view.block(places[2]), Some(vec![7; 9999]));
        assert_eq!(view.block((9_999_999, 3)), None);
        let path = views.path("a");
        let sound = fs::read(&path).unwrap();
        for at in 0..sound.len() {
            let mut damaged = sound.clone();
            damaged[at] ^= 0x10;
            fs::write(&path, &damaged).unwrap();
            if let Some((head, mut view)) = views.open_view("a") {
                assert_eq!(head, b"head");
                assert!(view.block(places[0]).is_none_or(|block| block == b"one"), "byte {at}");
            }
        }
        // Windows removes no file that is open.
        drop(view);
        views.remove("a");
        assert!(views.open_view("a").is_none());
    }

    #[test]
    fn a_view_goes_after_a_day_whatever_the_clock_says() {
        let root = tempfile::tempdir().unwrap();
        let views = ViewFolder::open(root.path()).unwrap();
        let now = std::time::SystemTime::now();
        let hour = Duration::from_secs(3600);
        for (at, stays) in [(now, true), (now + 30 * hour, true), (now - 25 * hour, false)] {
            views.write("a", b"x").unwrap();
            File::options().write(true).open(views.path("a")).unwrap().set_modified(at).unwrap();
            views.sweep();
            assert_eq!(views.read("a").is_some(), stays);
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_views() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let views = ViewFolder::open(root.path()).unwrap();
        views.write("a", b"x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&views.folder), mode(&views.path("a"))), (0o700, 0o600));
    }
}
