//! Tests of work beside the pages, with processes that are killed.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;
use std::time::Instant;

use super::*;

const AT: &str = "2026-05-10T10:11:12+01:00";

fn order() -> RunOrder {
    let (who, why) = ("Ruth".to_owned(), "essai".to_owned());
    RunOrder { expect: None, removals: None, lang: "fr", who, why }
}

/// A program that does what `script` says instead of running.
fn program(folder: &Path, script: &str) -> PathBuf {
    let path = folder.join("program");
    fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    path
}

fn wait_for(jobs: &Jobs, is_wanted: impl Fn(&Job) -> bool) -> Job {
    let start = Instant::now();
    loop {
        let job = jobs.latest(JobKind::Run).unwrap().unwrap();
        if is_wanted(&job) {
            return job;
        }
        assert!(start.elapsed() < Duration::from_secs(30), "{job:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_run_writes_its_lines_and_its_end() {
    let dir = tempfile::tempdir().unwrap();
    let script = "echo '{\"event\":\"start\",\"version\":3,\"dry_run\":true}'; echo \"$*|$BATO_WHO|$BATO_WHY\" >&2; \
        echo '{\"event\":\"end\",\"status\":1}'; exit 1";
    let jobs = Jobs::new(program(dir.path(), script), dir.path(), vec!["--raw".into(), "a b".into()]);
    assert_eq!(jobs.latest(JobKind::Run).unwrap(), None);
    let id = jobs.start_run(AT, &order()).unwrap();
    let job = wait_for(&jobs, |job| job.state != JobState::Running);
    assert_eq!((job.id.as_str(), &job.state), (id.as_str(), &JobState::Ended(1)));
    assert!(job.is_dry_run());
    let log = fs::read_to_string(dir.path().join(WORK_FOLDER).join(format!("{id}.log"))).unwrap();
    assert_eq!(log, "run --progress-json --lang fr --raw a b --dry-run|Ruth|essai\n");
    let mode = fs::metadata(dir.path().join(WORK_FOLDER).join(format!("{id}.jsonl"))).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let recorded = RunOrder { expect: Some("0000-0000".into()), removals: Some(2), ..order() };
    let id = jobs.start_run(AT, &recorded).unwrap();
    wait_for(&jobs, |job| job.id == id && job.state != JobState::Running);
    let log = fs::read_to_string(dir.path().join(WORK_FOLDER).join(format!("{id}.log"))).unwrap();
    assert!(log.contains("--expect 0000-0000 --accept-removals=2|"), "{log}");
}

#[test]
fn a_killed_run_was_cut_off_and_the_next_can_start() {
    let dir = tempfile::tempdir().unwrap();
    let script =
        "echo '{\"event\":\"start\",\"version\":null,\"dry_run\":false}'; printf '{\"event\":\"sta'; exec sleep 60";
    let jobs = Jobs::new(program(dir.path(), script), dir.path(), Vec::new());
    jobs.start_run(AT, &order()).unwrap();
    wait_for(&jobs, |job| job.lines.len() == 1);
    assert_eq!(jobs.start_run(AT, &order()).unwrap_err().code, ErrorCode::RunUnderWay, "one at a time");
    jobs.child().as_mut().unwrap().1.kill().unwrap();
    let job = wait_for(&jobs, |job| job.state != JobState::Running);
    assert_eq!(job.state, JobState::CutOff(None));
    let second = jobs.start_run(AT, &order()).unwrap();
    assert!(second > job.id);
    let job = wait_for(&jobs, |job| job.lines.len() == 1);
    assert_eq!((job.id, job.state), (second, JobState::Running));
    jobs.child().as_mut().unwrap().1.kill().unwrap();
}

#[test]
fn a_desk_that_is_started_again_sees_the_run_of_the_one_before() {
    let dir = tempfile::tempdir().unwrap();
    let script = "echo '{\"event\":\"start\",\"version\":null,\"dry_run\":true}'; sleep 1; echo '{\"event\":\"end\",\"status\":0}'";
    let first = Jobs::new(program(dir.path(), script), dir.path(), Vec::new());
    let id = first.start_run(AT, &order()).unwrap();
    wait_for(&first, |job| job.lines.len() == 1);
    // The first desk is gone: its process goes on.
    let again = Jobs::new(PathBuf::from("none"), dir.path(), Vec::new());
    let job = again.latest(JobKind::Run).unwrap().unwrap();
    assert_eq!((&job.id, &job.state), (&id, &JobState::Running));
    assert_eq!(again.start_run(AT, &order()).unwrap_err().code, ErrorCode::RunUnderWay);
    let job = wait_for(&again, |job| job.state != JobState::Running);
    assert_eq!(job.state, JobState::Ended(0));
}

#[test]
fn a_run_that_was_cut_off_with_its_desk_is_seen_once_it_is_silent_and_holds_no_lock() {
    let dir = tempfile::tempdir().unwrap();
    let jobs = Jobs::new(PathBuf::from("none"), dir.path(), Vec::new());
    let (_, mut file) = jobs.new_file(RUN, AT).unwrap();
    write_line(&mut file, &json!({"event": "start", "version": null, "dry_run": false})).unwrap();
    file.write_all(b"{\"event\":\"progress\",\"do").unwrap();
    assert_eq!(jobs.latest(JobKind::Run).unwrap().unwrap().state, JobState::Running, "it may be about to begin");
    let long_ago = std::time::SystemTime::now() - SILENCE * 2;
    file.set_modified(long_ago).unwrap();
    let store = bato::store::Store::open(dir.path()).unwrap();
    let lock = store.lock().unwrap();
    assert_eq!(jobs.latest(JobKind::Run).unwrap().unwrap().state, JobState::Running);
    drop(lock);
    assert_eq!(jobs.latest(JobKind::Run).unwrap().unwrap().state, JobState::CutOff(None));
}

#[test]
fn a_backup_goes_on_in_a_thread_and_only_the_newest_files_stay() {
    let dir = tempfile::tempdir().unwrap();
    let jobs = Jobs::new(PathBuf::from("none"), dir.path(), Vec::new());
    let (sender, receiver) = std::sync::mpsc::channel::<()>();
    let work = move || {
        receiver.recv().unwrap();
        Ok(json!({"event": "summary", "files": 3}))
    };
    jobs.start_backup(AT, Path::new("/media/x"), work).unwrap();
    assert_eq!(jobs.latest(JobKind::Backup).unwrap().unwrap().state, JobState::Running);
    assert!(jobs.start_backup(AT, Path::new("/media/x"), || Ok(json!({}))).is_err(), "one at a time");
    sender.send(()).unwrap();
    let start = Instant::now();
    while jobs.latest(JobKind::Backup).unwrap().unwrap().state == JobState::Running {
        assert!(start.elapsed() < Duration::from_secs(30));
    }
    let job = jobs.latest(JobKind::Backup).unwrap().unwrap();
    assert_eq!((job.state.clone(), job.last("summary").unwrap()["files"].as_u64()), (JobState::Ended(0), Some(3)));
    for _ in 0..MOST_FILES + 3 {
        jobs.new_file(BACKUP, AT).unwrap();
    }
    assert_eq!(jobs.names(BACKUP).unwrap().len(), MOST_FILES);
    // The thread of the desk is gone with it.
    assert_eq!(jobs.latest(JobKind::Backup).unwrap().unwrap().state, JobState::CutOff(None));
}

#[test]
fn a_program_that_cannot_be_started_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let jobs = Jobs::new(dir.path().join("none"), dir.path(), Vec::new());
    assert!(jobs.start_run(AT, &order()).is_err());
    assert_eq!(jobs.latest(JobKind::Run).unwrap(), None);
}
