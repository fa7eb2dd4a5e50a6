//! A cache of named blobs beside the generations: results that can be computed again, such as what was read of a file.
//!
//! Nothing here returns an error. A blob that is missing, damaged or can't be written is computed again by the caller.
//! The folder may be deleted at any time.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use super::disk;
use super::generation::{RunLock, Store, UNFINISHED};

const FOLDER: &str = "cache";
/// The folder's name in earlier versions of the program.
const OLD_FOLDER: &str = "readings";
const EXTENSION: &str = ".zst";
/// zstd level: fast, since higher levels save less than a tenth of the size.
const LEVEL: i32 = 1;

/// The blobs, each a compressed file of its own. Only the run that holds the lock uses them.
#[derive(Debug)]
pub(crate) struct BlobCache<'l> {
    folder: PathBuf,
    lock: PhantomData<&'l RunLock>,
}

impl Store {
    /// Returns the cache of the store. The folder of an earlier version of the program is deleted.
    pub(crate) fn cache<'l>(&self, _lock: &'l RunLock) -> BlobCache<'l> {
        // Left in place if it can't be deleted: it only takes space.
        let _ = fs::remove_dir_all(self.root().join(OLD_FOLDER));
        BlobCache { folder: self.root().join(FOLDER), lock: PhantomData }
    }
}

impl BlobCache<'_> {
    /// Returns the blob of this name, if it is there and whole.
    pub(crate) fn get(&self, name: &str) -> Option<Vec<u8>> {
        let compressed = disk::read(&self.path(name)).ok()??;
        // The decoder checks the checksum that `put` adds.
        zstd::stream::decode_all(compressed.as_slice()).ok()
    }

    /// Writes a blob over the one of the same name. Returns whether it could be written.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> bool {
        let unfinished = self.folder.join(format!("{UNFINISHED}{name}"));
        let is_written = self.write(name, bytes, &unfinished).is_some();
        if !is_written {
            let _ = disk::remove_file(&unfinished);
        }
        is_written
    }

    /// Deletes all blobs except those of these names.
    pub(crate) fn retain(&self, names: &BTreeSet<String>) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let file_name = entry.file_name().to_string_lossy().into_owned();
            if !file_name.strip_suffix(EXTENSION).is_some_and(|name| names.contains(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn write(&self, name: &str, bytes: &[u8], unfinished: &Path) -> Option<()> {
        let mut compressor = zstd::bulk::Compressor::new(LEVEL).ok()?;
        compressor.include_checksum(true).ok()?;
        let compressed = compressor.compress(bytes).ok()?;
        disk::create_dir(&self.folder).ok()?;
        disk::remove_file(unfinished).ok()?;
        // Not flushed to the disk: after a power cut the checksum tells whether the file is whole.
        disk::create(unfinished).ok()?.write_all(&compressed).ok()?;
        disk::rename(unfinished, &self.path(name)).ok()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}{EXTENSION}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::publish::tests::store;

    #[test]
    fn a_blob_is_returned_whole_or_not_at_all() {
        let (_dir, store) = store();
        let lock = store.lock().unwrap();
        let cache = store.cache(&lock);
        let bytes: Vec<u8> = (0..9999_u32).flat_map(u32::to_le_bytes).collect();
        assert_eq!(cache.get("a"), None);
        assert!(cache.put("a", b"older") && cache.put("a", &bytes));
        assert!(cache.put("b", b"other"));
        assert_eq!(cache.get("a").as_deref(), Some(bytes.as_slice()));
        let path = cache.path("a");
        let sound = fs::read(&path).unwrap();
        for at in (0..sound.len()).step_by(sound.len() / 50) {
            let mut damaged = sound.clone();
            damaged[at] ^= 0x10;
            fs::write(&path, &damaged).unwrap();
            assert!(cache.get("a").is_none_or(|read| read == bytes), "byte {at}");
            fs::write(&path, &sound[..at]).unwrap();
            assert_eq!(cache.get("a"), None, "cut at {at}");
        }
        cache.retain(&BTreeSet::from(["b".to_owned()]));
        assert_eq!((cache.get("a"), cache.get("b").as_deref()), (None, Some(b"other".as_slice())));
    }

    #[test]
    fn the_folder_of_an_earlier_version_is_deleted() {
        let (_dir, store) = store();
        let old = store.root().join(OLD_FOLDER);
        fs::create_dir(&old).unwrap();
        fs::write(old.join("a.reading"), "x").unwrap();
        store.cache(&store.lock().unwrap());
        assert!(!old.exists());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_the_cache() {
        use std::os::unix::fs::PermissionsExt;
        let (_dir, store) = store();
        let lock = store.lock().unwrap();
        let cache = store.cache(&lock);
        assert!(cache.put("a", b"x"));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&cache.folder), mode(&cache.path("a"))), (0o700, 0o600));
    }
}
