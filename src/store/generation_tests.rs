//! Tests of opening generations, whatever became of their files.

use super::*;
use crate::store::publish::tests::{publish, store};
use crate::store::sample::sample;
use crate::store::tables::{PersonRow, SCHEMAS};

fn recovery(store: &Store) -> (u64, Recovery) {
    let generation = store.current().unwrap().unwrap();
    match generation.opened {
        Opened::Recovered(recovery) => (generation.number, recovery),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_published_generation_is_the_current_one_and_reads_back() {
    let (_dir, store) = store();
    assert_eq!(store.current().unwrap(), None);
    let first = publish(&store, 3);
    let second = publish(&store, 5);
    assert_eq!(store.current().unwrap().as_ref(), Some(&second));
    assert_eq!(second.read::<PersonRow>().unwrap(), sample(5).persons);
    assert_eq!(second.manifest.previous, Some(first.manifest_sha256.clone()));
    assert_eq!((first.manifest.previous, store.generations().unwrap()), (None, vec![1, 2]));
    assert_eq!(second.frame::<PersonRow>().unwrap().height(), 5);
    assert_eq!(store.generation(9).unwrap_err().code, "generation-unknown");
}

#[test]
fn without_a_current_that_can_be_followed_the_highest_sound_generation_opens() {
    let (_dir, store) = store();
    publish(&store, 2);
    publish(&store, 3);
    let path = store.root().join(CURRENT);
    let line = fs::read(&path).unwrap();
    for cut in 0..line.len() {
        fs::write(&path, &line[..cut]).unwrap();
        assert_eq!(
            recovery(&store),
            (2, Recovery { cause: RecoveryCause::Unreadable, refused: vec![] }),
            "cut at {cut}"
        );
    }
    fs::write(&path, [&line[..], b"x"].concat()).unwrap();
    assert_eq!(recovery(&store).1.cause, RecoveryCause::Unreadable);
    fs::remove_file(&path).unwrap();
    assert_eq!(recovery(&store).1.cause, RecoveryCause::Missing);
    assert_eq!(publish(&store, 4).number, 3);
    assert_eq!(store.current().unwrap().unwrap().opened, Opened::Current);
}

#[test]
fn whatever_file_of_the_newest_is_damaged_the_previous_opens_and_a_new_number_is_taken() {
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
        let damages = [
            Some(vec![]),
            Some(sound[..1].to_vec()),
            Some(sound[..sound.len() - 1].to_vec()),
            Some(flipped),
            Some(zero_tail),
            Some(older),
            None,
        ];
        for (which, damage) in damages.into_iter().enumerate() {
            if damage.as_deref() == Some(&sound) {
                continue; // A table that is the same in both generations.
            }
            match damage {
                Some(bytes) => fs::write(&path, bytes).unwrap(),
                None => fs::remove_file(&path).unwrap(),
            }
            let (number, recovery) = recovery(&store);
            assert_eq!(
                (number, recovery.cause, recovery.refused[0].0),
                (1, RecoveryCause::Damaged, 2),
                "{name} {which}"
            );
            assert_eq!(store.current().unwrap().unwrap().read::<PersonRow>().unwrap().len(), 2);
            fs::write(&path, &sound).unwrap();
            assert_eq!(store.current().unwrap().unwrap().opened, Opened::Current);
        }
    }
    fs::remove_dir_all(&second.dir).unwrap();
    assert_eq!(recovery(&store).0, 1);
    assert_eq!(publish(&store, 4).number, 3);
}

#[test]
fn a_store_without_any_sound_generation_is_no_empty_store() {
    let (_dir, store) = store();
    let only = publish(&store, 2);
    fs::write(only.dir.join("persons.parquet"), "").unwrap();
    let fault = store.current().unwrap_err();
    assert_eq!(fault.code, "register-damaged");
    fs::remove_dir_all(&only.dir).unwrap();
    assert_eq!(store.current().unwrap_err().code, "register-damaged", "CURRENT names a generation that is gone");
}

#[test]
fn a_generation_of_a_newer_program_is_never_passed_over() {
    let (_dir, store) = store();
    publish(&store, 2);
    let second = publish(&store, 3);
    let path = second.dir.join(MANIFEST);
    let text = fs::read_to_string(&path).unwrap().replacen("\"format\": 1", "\"format\": 2", 1);
    fs::write(&path, text).unwrap();
    assert_eq!(store.current().unwrap_err().code, "register-newer");
    fs::remove_file(store.root().join(CURRENT)).unwrap();
    assert_eq!(store.current().unwrap_err().code, "register-newer");
}

#[test]
fn a_second_run_is_refused_and_a_lock_file_left_behind_is_not() {
    let (_dir, store) = store();
    fs::write(store.root().join(LOCK), "left by a process that died").unwrap();
    let lock = store.lock().unwrap();
    let refused = store.lock().unwrap_err();
    assert_eq!(refused.code, "run-under-way");
    assert!(refused.args[0].1.ends_with("lock"));
    drop(lock);
    store.lock().unwrap();
}
