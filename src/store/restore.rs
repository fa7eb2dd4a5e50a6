//! Restores an older generation: its tables are published again under a new number. Nothing is overwritten.

use std::fs;
use std::io::Write;
use std::path::Path;

use super::disk::{self, HashedFile};
use super::generation::{Generation, RunLock, Store};
use super::manifest::Manifest;
use crate::error::{Error, ErrorCode, Result};

impl Store {
    /// Publishes the tables of a generation again, as a new generation. On failure the generation in use stays. The error is
    /// `generation-unknown`, or `table-damaged` if the generation is not whole, or one of publishing.
    pub(crate) fn restore(&self, _lock: &RunLock, number: u64, published_at: String) -> Result<Generation> {
        let old = self.generation(number)?.sound()?;
        let draft = Manifest { published_at, restored_from: Some(old.number), ..old.manifest.clone() };
        let write = |dir: &Path, manifest: Manifest| {
            copy_tables(&old, dir)?;
            Ok((manifest.write(dir)?, ()))
        };
        Ok(self.publish_as(draft, write)?.0)
    }
}

/// Copies the files of all tables and checks the hashes of the copies.
fn copy_tables(old: &Generation, dir: &Path) -> Result<()> {
    for (table, entry) in &old.manifest.tables {
        let name = format!("{table}.parquet");
        let bytes = fs::read(old.dir.join(&name)).map_err(|e| Error::io(&old.dir.join(&name), &e))?;
        let path = dir.join(&name);
        let mut out = HashedFile::create(&path)?;
        if out.write_all(&bytes).is_err() {
            return Err(out.fault_or(Error::new(ErrorCode::TableWrite).with("table", table)));
        }
        let digest = out.finish()?;
        if digest.sha256 != entry.sha256 || disk::digest_of_path(&path)?.sha256 != entry.sha256 {
            return Err(Error::new(ErrorCode::TableDamaged).at(&path).with("table", table));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::error::ErrorCode;
    use crate::store::publish::tests::{publish, store};
    use crate::store::tables::PersonRow;

    #[test]
    fn an_older_generation_is_restored_under_a_new_number() {
        let (_dir, store) = store();
        publish(&store, 3);
        publish(&store, 8);
        let first = store.generation(1).unwrap();
        let restored = store.restore(&store.lock().unwrap(), 1, "2020-01-01T00:00:00Z".into()).unwrap();
        assert_eq!((restored.number, restored.manifest.restored_from), (3, Some(1)));
        assert_eq!(store.current().unwrap().unwrap().number, 3);
        assert_eq!(restored.read::<PersonRow>().unwrap(), first.read::<PersonRow>().unwrap());
        assert_eq!(restored.manifest.earlier.iter().map(|entry| entry.generation).collect::<Vec<_>>(), [1, 2]);
        assert!(crate::store::verify(&restored).unwrap().ok());
        let code_of = |number| store.restore(&store.lock().unwrap(), number, String::new()).unwrap_err().code;
        assert_eq!(code_of(9), ErrorCode::GenerationUnknown);
        std::fs::write(first.dir.join("persons.parquet"), "x").unwrap();
        assert_eq!(code_of(1), ErrorCode::TableDamaged);
        assert_eq!(store.generations().unwrap(), [1, 2, 3]);
    }
}
