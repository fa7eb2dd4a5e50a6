//! Tests of opening generations, also damaged ones.

use super::*;
use crate::error::ErrorCode;
use crate::store::publish::tests::{publish, store};
use crate::store::tables::{PersonRow, SCHEMAS};
use crate::store::test_tables::test_tables;

fn recovery(store: &Store) -> (u64, Recovery) {
    let generation = store.current().unwrap().unwrap();
    match generation.origin {
        GenerationOrigin::Recovered(recovery) => (generation.number, recovery),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_published_generation_is_in_use_and_is_read_back() {
    let (_dir, store) = store();
    assert_eq!(store.current().unwrap(), None);
    let first = publish(&store, 3);
    let second = publish(&store, 5);
    assert_eq!(store.current().unwrap().as_ref(), Some(&second));
    assert_eq!(second.read::<PersonRow>().unwrap(), test_tables(5).persons);
    assert_eq!(second.manifest.previous, Some(first.manifest_sha256.clone()));
    assert_eq!((first.manifest.previous, store.generations().unwrap()), (None, vec![1, 2]));
    assert_eq!(second.table_file(&PersonRow::SCHEMA).unwrap().data_frame().unwrap().height(), 5);
    assert_eq!(store.generation(9).unwrap_err().code, ErrorCode::GenerationUnknown);
}

#[test]
fn without_a_usable_current_the_highest_sound_generation_is_opened() {
    let (_dir, store) = store();
    publish(&store, 2);
    publish(&store, 3);
    let path = store.root().join(CURRENT);
    let line = fs::read(&path).unwrap();
    for cut in 0..line.len() {
        fs::write(&path, &line[..cut]).unwrap();
        let expected = Recovery { cause: RecoveryCause::Unreadable, refused: vec![] };
        assert_eq!(recovery(&store), (2, expected), "cut at {cut}");
    }
    fs::write(&path, [&line[..], b"x"].concat()).unwrap();
    assert_eq!(recovery(&store).1.cause, RecoveryCause::Unreadable);
    fs::remove_file(&path).unwrap();
    assert_eq!(recovery(&store).1.cause, RecoveryCause::Missing);
    assert_eq!(publish(&store, 4).number, 3);
    assert_eq!(store.current().unwrap().unwrap().origin, GenerationOrigin::Current);
}

#[test]
fn if_any_file_of_the_newest_generation_is_damaged_the_previous_one_is_opened() {
    let (_dir, store) = store();
    let first = publish(&store, 2);
    let second = publish(&store, 30);
    let mut names: Vec<String> = SCHEMAS.iter().map(TableSchema::file_name).collect();
    names.push(MANIFEST.to_owned());
    for name in names {
        let path = second.dir.join(&name);
        let sound = fs::read(&path).unwrap();
        let mut flipped = sound.clone();
        flipped[sound.len() / 2] ^= 1;
        let mut zero_tail = sound.clone();
        zero_tail[sound.len() * 3 / 4..].fill(0);
        let older = fs::read(first.dir.join(&name)).unwrap();
        let damages = [&sound[..0], &sound[..1], &sound[..sound.len() - 1], &flipped, &zero_tail, &older];
        for (which, damage) in damages.into_iter().map(Some).chain([None]).enumerate() {
            if damage == Some(&sound) {
                continue; // A table that is the same in both generations.
            }
            match damage {
                Some(bytes) => fs::write(&path, bytes).unwrap(),
                None => fs::remove_file(&path).unwrap(),
            }
            let (number, recovery) = recovery(&store);
            let opened = (number, recovery.cause, recovery.refused[0].0);
            assert_eq!(opened, (1, RecoveryCause::Damaged, 2), "{name} {which}");
            assert_eq!(store.current().unwrap().unwrap().read::<PersonRow>().unwrap().len(), 2);
            fs::write(&path, &sound).unwrap();
            assert_eq!(store.current().unwrap().unwrap().origin, GenerationOrigin::Current);
        }
    }
    fs::remove_dir_all(&second.dir).unwrap();
    assert_eq!(recovery(&store).0, 1);
    assert_eq!(publish(&store, 4).number, 3);
}

#[test]
fn a_store_without_a_sound_generation_is_an_error() {
    let (_dir, store) = store();
    let only = publish(&store, 2);
    fs::write(only.dir.join("persons.parquet"), "").unwrap();
    let code = || store.current().unwrap_err().code;
    assert_eq!(code(), ErrorCode::RegisterDamaged);
    fs::remove_dir_all(&only.dir).unwrap();
    assert_eq!(code(), ErrorCode::RegisterDamaged, "CURRENT names a generation that is gone");
}

#[test]
fn a_generation_of_a_newer_program_is_an_error() {
    let (_dir, store) = store();
    publish(&store, 2);
    let second = publish(&store, 3);
    let path = second.dir.join(MANIFEST);
    let text = fs::read_to_string(&path).unwrap().replacen("\"format\": 1", "\"format\": 2", 1);
    fs::write(&path, text).unwrap();
    assert_eq!(store.current().unwrap_err().code, ErrorCode::RegisterNewer);
    fs::remove_file(store.root().join(CURRENT)).unwrap();
    assert_eq!(store.current().unwrap_err().code, ErrorCode::RegisterNewer);
}

#[test]
fn a_second_run_is_refused_but_a_stale_lock_file_is_not() {
    let (_dir, store) = store();
    fs::write(store.root().join(LOCK), "left by a process that died").unwrap();
    let lock = store.lock().unwrap();
    let refused = store.lock().unwrap_err();
    assert_eq!(refused.code, ErrorCode::RunUnderWay);
    assert!(refused.args[0].1.ends_with("lock"));
    drop(lock);
    store.lock().unwrap();
}
