//! Tests of publishing, switching and pruning.

use std::collections::BTreeSet;

use super::*;
use crate::store::content::ContentHasher;
use crate::store::generation::LOCK;
use crate::store::sample::{draft, sample};
use crate::store::{ROW_GROUP, even_groups};

pub(in crate::store) fn store() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(&dir.path().join("clean")).unwrap();
    (dir, store)
}

pub(in crate::store) fn publish(store: &Store, n: usize) -> Generation {
    let tables = sample(n);
    store.publish(&store.lock().unwrap(), &tables, draft(&tables)).unwrap()
}

#[test]
fn the_same_tables_give_the_same_files() {
    let (_one, one) = store();
    let (_two, two) = store();
    assert_eq!(publish(&one, 20).manifest_sha256, publish(&two, 20).manifest_sha256);
}

#[test]
fn what_a_run_cut_off_left_behind_is_swept_away() {
    let (_dir, store) = store();
    publish(&store, 2);
    let left = store.generations_dir().join(".tmp-000002");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("persons.parquet"), "half").unwrap();
    fs::write(store.root().join(CURRENT_BESIDE), "00").unwrap();
    assert_eq!(store.current().unwrap().unwrap().opened, Opened::Current, "leftovers hinder no reader");
    assert_eq!(publish(&store, 3).number, 2);
    assert!(!left.exists() && !store.root().join(CURRENT_BESIDE).exists());
}

#[test]
fn a_run_whose_rows_do_not_add_up_publishes_nothing() {
    let (_dir, store) = store();
    publish(&store, 2);
    let mut tables = sample(5);
    let draft = draft(&tables);
    tables.lineage.pop();
    let fault = store.publish(&store.lock().unwrap(), &tables, draft).unwrap_err();
    assert_eq!(fault.code, "row-equation");
    assert_eq!(store.generations().unwrap(), [1]);
}

#[test]
fn a_switch_that_fails_takes_the_new_generation_back() {
    let (_dir, store) = store();
    publish(&store, 2);
    let path = store.root().join(CURRENT);
    // A folder that is not empty can't be replaced by a file: the last step of the switch fails.
    fs::remove_file(&path).unwrap();
    fs::create_dir_all(path.join("in the way")).unwrap();
    let tables = sample(3);
    assert!(store.publish(&store.lock().unwrap(), &tables, draft(&tables)).is_err());
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
    assert_eq!(store.prune(&lock, 0).unwrap(), [1, 2], "6, 4 and 3 are sound; 5 is younger than they");
    assert_eq!(store.generations().unwrap(), [3, 4, 5, 6]);
    let line = format!("000003 {}\n", store.generation(3).unwrap().manifest_sha256);
    drop(lock);
    publish(&store, 7);
    publish(&store, 8);
    fs::write(store.root().join(CURRENT), line).unwrap();
    let lock = store.lock().unwrap();
    assert_eq!(store.prune(&lock, 1).unwrap(), [4, 5]);
    assert_eq!(store.generations().unwrap(), [3, 6, 7, 8]);
    assert_eq!(store.names().unwrap().len(), 4);
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_the_owners_alone() {
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

#[test]
fn groups_that_say_the_same_are_copied_and_the_file_is_what_it_would_be() {
    let (_dir, store) = store();
    let mut tables = sample(2 * ROW_GROUP);
    let lock = store.lock().unwrap();
    let written_in = |groups: &[Range<usize>], tables: &Tables, from: Option<(&Generation, WrittenGroups)>| {
        let made = Mutex::new(BTreeSet::new());
        let (generation, groups) = store
            .publish_with(&lock, draft(tables), |writer| {
                if let Some((generation, groups)) = from {
                    writer.copy_from(generation, groups);
                }
                let says = |places: Range<usize>| {
                    let mut content = ContentHasher::default();
                    tables.lineage[places].iter().for_each(|row| content.text(&format!("{row:?}")));
                    content.finish()
                };
                writer.table_saying(groups, Some(&says), &|places| {
                    made.lock().unwrap().insert(places.start / ROW_GROUP);
                    tables.lineage[places].to_vec()
                })?;
                writer.others(tables)?;
                Ok(writer.take_groups())
            })
            .unwrap();
        let bytes = fs::read(generation.table_path(&LineageRow::SCHEMA)).unwrap();
        (generation, groups, made.into_inner().unwrap(), bytes)
    };
    let written = |tables: &Tables, from| written_in(&even_groups(tables.lineage.len()), tables, from);
    let all: BTreeSet<usize> = (0..tables.lineage.len().div_ceil(ROW_GROUP)).collect();
    assert!(all.len() > 2);
    let (first, groups, made, bytes) = written(&tables, None);
    assert_eq!(made, all);
    let (_, again, made, same) = written(&tables, Some((&first, groups.clone())));
    assert!(made.is_empty() && bytes == same && again == groups, "nothing changed: nothing is made");

    // One row of the second group.
    tables.lineage[ROW_GROUP + 5].typed = "{}".to_owned();
    let (_, _, made, changed) = written(&tables, Some((&first, groups.clone())));
    assert_eq!(made, BTreeSet::from([1]));
    assert!(changed == written(&tables, None).3 && changed != bytes);

    // A group is known wherever it stands, by its rows alone.
    let mut cut = even_groups(tables.lineage.len());
    cut.splice(..1, [0..7, 7..ROW_GROUP]);
    let (_, _, made, moved) = written_in(&cut, &tables, Some((&first, groups.clone())));
    assert_eq!(made, BTreeSet::from([0, 1]), "the first, cut in two, and the one that another row changed");
    assert!(moved == written_in(&cut, &tables, None).3);

    // What is damaged is not copied.
    let path = first.table_path(&LineageRow::SCHEMA);
    let mut damaged = bytes.clone();
    damaged[40] ^= 1;
    fs::write(&path, damaged).unwrap();
    let (_, _, made, anew) = written(&tables, Some((&first, groups.clone())));
    assert!(made == BTreeSet::from([0, 1]) && anew == changed);
    fs::remove_file(&path).unwrap();
    let (_, _, made, anew) = written(&tables, Some((&first, groups)));
    assert!(made == all && anew == changed);
}
