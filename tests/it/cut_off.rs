//! Tests of killed runs, simultaneous runs and a full disk: the register is the old one or the new one.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::door::{Commune, some_files, table_bytes};

#[test]
fn after_a_run_is_killed_at_any_time_verify_passes() {
    let files = some_files();
    let (half, rest) = files.split_at(files.len() / 2);
    let commune = Commune::with(half);
    commune.run();
    let old = table_bytes(&commune.current());
    rest.iter().for_each(|file| commune.take(file, file));
    let whole = Commune::with(&files);
    let began = Instant::now();
    whole.run();
    let duration = began.elapsed();
    for moment in 1..=10 {
        let mut child = commune.command(&["run"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(duration * moment / 11);
        // On Unix this is SIGKILL: the program can't react.
        child.kill().unwrap();
        child.wait().unwrap();
        commune.assert_whole();
        if commune.current().number == 1 {
            assert!(table_bytes(&commune.current()) == old, "the old register is unchanged, moment {moment}");
        }
    }
    let new = table_bytes(&commune.run());
    commune.assert_whole();
    assert!(new != old);
    let left = std::fs::read_dir(commune.clean().join("generations"))
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'));
    assert_eq!(left.count(), 0, "no temporary folder of a killed run is left");
}

#[test]
fn a_second_run_at_the_same_time_is_refused() {
    let commune = Commune::with(&some_files());
    commune.run();
    let store = bato::store::Store::open(&commune.clean()).unwrap();
    let lock = store.lock().unwrap();
    let output = commune.bato(&["run"]);
    assert_eq!(output.status, 2);
    assert!(output.err.contains("en cours") && output.err.contains("Que faire"), "{}", output.err);
    assert_eq!(commune.current().number, 1);
    drop(lock);
    assert_eq!(commune.run().number, 1, "a run that changes nothing makes no version");
}

#[test]
fn the_lock_of_a_killed_run_does_not_block_the_next() {
    let commune = Commune::with(&some_files());
    let mut child = commune.command(&["run"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let began = Instant::now();
    while !commune.clean().join("lock").exists() && began.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    commune.run();
    commune.assert_whole();
}

/// Mounts a small file system over the folder, or changes its size. Returns `false` if the system does not allow it.
#[cfg(target_os = "linux")]
fn small_disk(folder: &std::path::Path, options: &str) -> bool {
    let mount = std::process::Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(folder).output();
    mount.is_ok_and(|output| output.status.success())
}

#[cfg(target_os = "linux")]
fn bytes_in(folder: &std::path::Path) -> u64 {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(
            |path| {
                if path.is_dir() {
                    bytes_in(&path)
                } else {
                    std::fs::metadata(path).unwrap().len().div_ceil(4096) * 4096
                }
            },
        )
        .sum()
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_is_published_and_the_error_is_shown() {
    let commune = Commune::with(&some_files()[..1]);
    std::fs::create_dir_all(commune.clean()).unwrap();
    if !small_disk(&commune.clean(), "size=4m") {
        assert!(std::env::var_os("BATO_NO_SKIP").is_none(), "a small tmpfs could not be mounted");
        println!("skipped: this test mounts a small tmpfs, which needs root");
        return;
    }
    let first = commune.bato(&["run"]);
    let old = table_bytes(&commune.current());
    some_files().iter().for_each(|file| commune.take(file, file));
    // Room for a part of the next generation only.
    let size = bytes_in(&commune.clean()) + 60 * 1024;
    let is_small = small_disk(&commune.clean(), &format!("remount,size={size}"));
    let output = commune.bato(&["run"]);
    let stands = table_bytes(&commune.current()) == old;
    let verified = commune.bato(&["verify"]);
    std::process::Command::new("umount").arg(commune.clean()).status().unwrap();
    assert_eq!((first.status, is_small), (0, true), "{}", first.err);
    assert_eq!(output.status, 2, "{}", output.out);
    assert!(output.err.contains("disque est plein") && output.err.contains("Que faire"), "{}", output.err);
    assert!(stands, "the old register is unchanged");
    assert_eq!(verified.status, 0, "{}{}", verified.out, verified.err);
}

#[test]
fn if_the_report_can_not_be_written_the_register_is_published_and_the_error_is_shown() {
    let commune = Commune::with(&some_files()[..1]);
    std::fs::create_dir_all(commune.clean()).unwrap();
    std::fs::write(commune.clean().join("reports"), "a file where the folder should be").unwrap();
    let output = commune.bato(&["run"]);
    assert_eq!(output.status, 1, "{}{}", output.out, output.err);
    assert!(output.out.contains("bato report"), "{}", output.out);
    commune.assert_whole();
}
