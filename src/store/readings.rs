//! What reading each file gave, kept so that a file of the same bytes need not be read again.
//!
//! A convenience and never a source: what is missing, damaged or can't be written is read from its file, so nothing here
//! fails. It may be deleted at any time.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

use super::disk;
use super::generation::{RunLock, Store};

const FOLDER: &str = "readings";
const ENDING: &str = ".reading";
const UNFINISHED: &str = ".tmp-";
/// Speed counts more than the last tenth of size.
const LEVEL: i32 = 1;

impl Store {
    /// What was kept under this name, if it is whole.
    #[must_use]
    pub fn reading(&self, name: &str) -> Option<Vec<u8>> {
        let packed = disk::read(&self.place_of(name)).ok()??;
        // The checksum at its end is looked at.
        zstd::stream::decode_all(packed.as_slice()).ok()
    }

    /// Keeps what reading a file gave under a name, in place of what was there; says whether it could.
    pub fn keep_reading(&self, _lock: &RunLock, name: &str, bytes: &[u8]) -> bool {
        let beside = self.root().join(FOLDER).join(format!("{UNFINISHED}{name}"));
        let packed = || {
            let mut packer = zstd::bulk::Compressor::new(LEVEL).ok()?;
            packer.include_checksum(true).ok()?;
            packer.compress(bytes).ok()
        };
        let write = || {
            let packed = packed()?;
            disk::create_dir(&self.root().join(FOLDER)).ok()?;
            disk::remove_file(&beside).ok()?;
            // Not flushed to the disk: what a power cut leaves of it is known by its checksum.
            disk::create(&beside).ok()?.write_all(&packed).ok()?;
            disk::rename(&beside, &self.place_of(name)).ok()
        };
        let is_kept = write().is_some();
        if !is_kept {
            let _ = disk::remove_file(&beside);
        }
        is_kept
    }

    /// Removes all that is kept but what stands under these names.
    pub fn forget_readings(&self, _lock: &RunLock, but: &BTreeSet<String>) {
        let entries = fs::read_dir(self.root().join(FOLDER)).into_iter().flatten().flatten();
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.strip_suffix(ENDING).is_some_and(|name| but.contains(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn place_of(&self, name: &str) -> PathBuf {
        self.root().join(FOLDER).join(format!("{name}{ENDING}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_whole_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("data-clean")).unwrap();
        let lock = store.lock().unwrap();
        let bytes: Vec<u8> = (0..9999_u32).flat_map(u32::to_le_bytes).collect();
        assert_eq!(store.reading("a"), None);
        assert!(store.keep_reading(&lock, "a", b"older") && store.keep_reading(&lock, "a", &bytes));
        assert!(store.keep_reading(&lock, "b", b"other"));
        assert_eq!(store.reading("a").as_deref(), Some(bytes.as_slice()));
        let path = store.place_of("a");
        let sound = fs::read(&path).unwrap();
        for at in (0..sound.len()).step_by(sound.len() / 50) {
            let mut damaged = sound.clone();
            damaged[at] ^= 0x10;
            fs::write(&path, &damaged).unwrap();
            assert!(store.reading("a").is_none_or(|read| read == bytes), "byte {at}");
            fs::write(&path, &sound[..at]).unwrap();
            assert_eq!(store.reading("a"), None, "cut at {at}");
        }
        store.forget_readings(&lock, &BTreeSet::from(["b".to_owned()]));
        assert_eq!((store.reading("a"), store.reading("b").as_deref()), (None, Some(b"other".as_slice())));
    }

    #[cfg(unix)]
    #[test]
    fn it_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("data-clean")).unwrap();
        assert!(store.keep_reading(&store.lock().unwrap(), "a", b"x"));
        let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(store.root().join(FOLDER)), mode(store.place_of("a"))), (0o700, 0o600));
    }
}
