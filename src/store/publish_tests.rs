//! Tests of publishing, switching, restoring and pruning.

use super::*;
#[cfg(unix)]
use crate::store::generation::LOCK;
#[cfg(unix)]
use crate::store::manifest::MANIFEST;
use crate::store::tables::PersonRow;
use crate::store::test_tables::{test_draft, test_tables};
use crate::store::verify;

pub(in crate::store) fn store() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(&dir.path().join("clean")).unwrap();
    (dir, store)
}

pub(in crate::store) fn publish(store: &Store, n: usize) -> Generation {
    let tables = test_tables(n);
    store.publish(&store.lock().unwrap(), &tables, test_draft(&tables)).unwrap()
}

#[test]
fn the_same_tables_give_the_same_files() {
    let (_one, one) = store();
    let (_two, two) = store();
    assert_eq!(publish(&one, 20).manifest_sha256, publish(&two, 20).manifest_sha256);
}

#[test]
fn leftovers_of_a_run_that_was_cut_off_are_removed() {
    let (_dir, store) = store();
    publish(&store, 2);
    let left = store.generations_dir().join(".tmp-000002");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("persons.parquet"), "half").unwrap();
    fs::write(store.root().join(CURRENT_BESIDE), "00").unwrap();
    assert_eq!(store.current().unwrap().unwrap().origin, GenerationOrigin::Current, "readers ignore leftovers");
    assert_eq!(publish(&store, 3).number, 2);
    assert!(!left.exists() && !store.root().join(CURRENT_BESIDE).exists());
}

#[test]
fn nothing_is_published_if_the_row_equation_does_not_hold() {
    let (_dir, store) = store();
    publish(&store, 2);
    let mut tables = test_tables(5);
    let draft = test_draft(&tables);
    tables.lineage.pop();
    let fault = store.publish(&store.lock().unwrap(), &tables, draft).unwrap_err();
    assert_eq!(fault.code, ErrorCode::RowEquation);
    assert_eq!(store.generations().unwrap(), [1]);
}

#[test]
fn a_switch_that_fails_is_undone() {
    let (_dir, store) = store();
    publish(&store, 2);
    let path = store.root().join(CURRENT);
    // A folder that is not empty can't be replaced by a file: the last step of the switch fails.
    fs::remove_file(&path).unwrap();
    fs::create_dir_all(path.join("in the way")).unwrap();
    let tables = test_tables(3);
    assert!(store.publish(&store.lock().unwrap(), &tables, test_draft(&tables)).is_err());
    assert_eq!(store.names().unwrap(), ["000001"]);
    assert!(!store.root().join(CURRENT_BESIDE).exists());
    assert_eq!(store.current().unwrap().unwrap().number, 1);
}

#[test]
fn pruning_leaves_three_sound_generations_and_the_one_in_use() {
    let (_dir, store) = store();
    for n in 1..=6 {
        publish(&store, n);
    }
    fs::write(store.generations_dir().join("000005/persons.parquet"), "cut").unwrap();
    let lock = store.lock().unwrap();
    assert_eq!(store.prune(&lock, 0).unwrap(), [1, 2], "6, 4 and 3 are sound; 5 is damaged and newer than 3");
    assert_eq!(store.generations().unwrap(), [3, 4, 5, 6]);
    let line = format!("000003 {}\n", store.generation(3).unwrap().manifest_sha256);
    drop(lock);
    publish(&store, 7);
    publish(&store, 8);
    fs::write(store.root().join(CURRENT), line).unwrap();
    let lock = store.lock().unwrap();
    // CURRENT names an older one than the last that was in use: the last counts.
    assert_eq!(store.prune(&lock, 1).unwrap(), [3, 4, 5]);
    assert_eq!(store.generations().unwrap(), [6, 7, 8]);
    assert_eq!(store.names().unwrap().len(), 3);
    drop(lock);
    publish(&store, 9);
    let earlier = store.generation(9).unwrap().manifest.earlier;
    assert_eq!(earlier.last().unwrap().generation, 8);
}

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
    assert!(verify(&restored).unwrap().ok());
    let code_of = |number| store.restore(&store.lock().unwrap(), number, String::new()).unwrap_err().code;
    assert_eq!(code_of(9), ErrorCode::GenerationUnknown);
    std::fs::write(first.dir.join("persons.parquet"), "x").unwrap();
    assert_eq!(code_of(1), ErrorCode::TableDamaged);
    assert_eq!(store.generations().unwrap(), [1, 2, 3]);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_files_and_folders() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, store) = store();
    let generation = publish(&store, 2);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(store.root()), mode(&generation.dir)), (0o700, 0o700));
    for path in [
        generation.dir.join("persons.parquet"),
        generation.dir.join(MANIFEST),
        store.root().join(CURRENT),
        store.root().join(LOCK),
    ] {
        assert_eq!(mode(&path), 0o600, "{path:?}");
    }
}
