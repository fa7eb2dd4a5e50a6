//! Tests of backups: written, read back, put back, refused.

use super::*;

#[test]
#[cfg(unix)]
fn a_name_that_can_not_be_put_back_is_named() {
    let (_folder, paths) = register();
    fs::write(paths.raw.join("census/a\\b.csv"), "x").expect("written");
    let mut sources = Vec::new();
    add_files(&paths.raw.join("none"), RAW, &mut sources).expect("a missing folder is empty");
    add_files(&paths.raw, RAW, &mut sources).expect("listed");
    let fault = refuse_lost_names(&sources).expect_err("refused");
    assert_eq!(fault.code, ErrorCode::FileName);
    sources.retain(|(name, _)| !name.contains('\\'));
    assert_eq!(refuse_lost_names(&sources), Ok(()));
}

fn register() -> (tempfile::TempDir, RegisterPaths) {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let paths = RegisterPaths { raw: at("data-raw"), clean: at("data-clean"), config: at("bato.toml") };
    fs::create_dir_all(paths.raw.join("census/Q06 Boma")).expect("a folder");
    fs::create_dir_all(paths.clean.join("generations/000001")).expect("a folder");
    fs::write(paths.raw.join("census/Q06 Boma/été.csv"), "a;b\n").expect("written");
    fs::write(paths.clean.join("generations/000001/persons.parquet"), [7; 300]).expect("written");
    fs::write(paths.clean.join("CURRENT"), "000001").expect("written");
    (folder, paths)
}

/// A register, its backup, and another place where nothing is.
struct BackedUp {
    _folder: tempfile::TempDir,
    paths: RegisterPaths,
    out: PathBuf,
    contents: BackupContents,
    other: RegisterPaths,
}

fn backed_up() -> BackedUp {
    let (folder, paths) = register();
    let out = folder.path().join("copie.zip");
    let generations = [paths.clean.join("generations/000001")];
    let contents = write(&paths, &generations, BackupContents::default(), &OutputPath::own(&out)).expect("a backup");
    let at = |name: &str| folder.path().join("else").join(name);
    let other = RegisterPaths { raw: at("data-raw"), clean: at("data-clean"), config: at("bato.toml") };
    BackedUp { _folder: folder, paths, out, contents, other }
}

#[test]
fn a_backup_is_restored_and_overwrites_nothing() {
    let BackedUp { _folder, paths, out, contents, other } = backed_up();
    assert_eq!((contents.files.len(), contents.n_bytes()), (3, 310));
    assert_eq!(restore(&out, &paths, &|_| Ok(())).expect_err("in use").code, ErrorCode::RestoreNotEmpty);
    // Folders for sheets without a sheet, as the first start on Windows makes them, are in nobody's way.
    fs::create_dir_all(other.raw.join("events")).expect("made");
    fs::create_dir_all(other.raw.join("census/Q06 Boma")).expect("made");
    let sheet = other.raw.join("census/new.csv");
    fs::write(&sheet, "MBALA").expect("written");
    assert_eq!(restore(&out, &other, &|_| Ok(())).expect_err("a sheet").code, ErrorCode::RestoreNotEmpty);
    fs::remove_file(&sheet).expect("removed");
    assert_eq!(restore(&out, &other, &|_| Ok(())).expect("restored"), contents);
    assert!(other.raw.join("events").is_dir());
    assert_eq!(fs::read(other.raw.join("census/Q06 Boma/été.csv")).expect("read"), b"a;b\n");
    assert_eq!(fs::read(other.clean.join("CURRENT")).expect("read"), b"000001");
}

#[test]
fn a_restore_that_was_cut_off_between_its_renames_is_finished() {
    let BackedUp { _folder, out, contents, other, .. } = backed_up();
    let log = |folder: &Path| fs::write(folder.join("line"), "restore").map_err(|e| Error::io(folder, &e));
    write_temporaries(&out, &other, &contents, &log).expect("written");
    fs::rename(temporary(&other.raw), &other.raw).expect("renamed");
    finish_restore(&other).expect("finished");
    assert_eq!(fs::read(other.clean.join("line")).expect("the line of the restore"), b"restore");
    assert_eq!(fs::read(other.clean.join("CURRENT")).expect("read"), b"000001");
    assert!(!temporary(&other.clean).exists() && !other.clean.join(WHOLE).exists());
}

#[test]
fn a_restore_that_was_cut_off_is_finished_beside_sheets_that_were_put_there_since() {
    let BackedUp { _folder, paths, out, contents, other } = backed_up();
    let at = |name: &str| other.raw.with_file_name(name);
    write_temporaries(&out, &other, &contents, &|_| Ok(())).expect("written");
    // The lock of a restore that was killed is free.
    let of_backup = contents.files.keys().find_map(|name| name.strip_prefix("data-raw/")).expect("a sheet");
    let changed = at("data-raw").join(of_backup);
    fs::create_dir_all(changed.parent().expect("a folder")).expect("made");
    fs::create_dir_all(at("data-raw/census/new")).expect("made");
    fs::create_dir_all(at("data-clean/work")).expect("made");
    fs::write(at("data-raw/census/new/today.csv"), "MBALA").expect("written");
    fs::write(&changed, "another content").expect("written");
    let fault = sweep_restore(&other).expect_err("another content");
    assert_eq!(fault.code, ErrorCode::RestoreUnfinished);
    assert!(is_restore_unfinished(&other) && changed.is_file() && at("data-raw/census/new/today.csv").is_file());
    fs::remove_file(&changed).expect("moved away");
    fs::write(at("data-clean/CURRENT"), "000001").expect("written");
    assert_eq!(sweep_restore(&other).expect_err("another register").code, ErrorCode::RestoreUnfinished);
    fs::remove_file(at("data-clean/CURRENT")).expect("moved away");
    sweep_restore(&other).expect("finished");
    assert!(!is_restore_unfinished(&other) && !temporary(&other.raw).exists() && !temporary(&other.clean).exists());
    assert_eq!(fs::read(at("data-raw/census/new/today.csv")).expect("the sheet"), b"MBALA");
    assert_eq!(fs::read(&changed).expect("restored"), fs::read(paths.raw.join(of_backup)).expect("read"));
    assert_eq!(fs::read(at("data-clean/CURRENT")).expect("read"), b"000001");
}

#[test]
fn names_that_windows_can_not_hold_are_found() {
    let first = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        name_not_for_windows(&names).map(str::to_owned)
    };
    assert_eq!(first(&["data-raw/census/Q06 Boma_2017.csv", "data-clean/CURRENT"]), None);
    assert_eq!(first(&["data-raw/census/a.csv", "data-raw/con/b.csv"]), Some("data-raw/con/b.csv".to_owned()));
    assert_eq!(first(&["data-raw/census/fin."]), Some("data-raw/census/fin.".to_owned()));
    assert_eq!(first(&["data-raw/census/É.csv", "data-raw/census/é.csv"]), Some("data-raw/census/é.csv".to_owned()));
}

#[test]
fn the_ledger_of_releases_outlives_the_restore_of_an_older_backup() {
    let (folder, paths) = register();
    let ledger = |clean: &Path, text: &str| {
        fs::create_dir_all(clean.join("releases")).expect("a folder");
        fs::write(clean.join("releases/ledger.jsonl"), text).expect("written");
        fs::write(clean.join(store::LEDGER_HEAD), format!("head of {text}")).expect("written");
    };
    ledger(&paths.clean, "1\n");
    let out = folder.path().join("copie.zip");
    let generations = [paths.clean.join("generations/000001")];
    let contents = write(&paths, &generations, BackupContents::default(), &OutputPath::own(&out)).expect("a backup");
    assert!(contents.files.contains_key("data-clean/releases/ledger.jsonl"));
    let kinds = [(Some("1\n2\n"), "1\n2\n"), (Some(""), "1\n"), (None, "1\n")];
    for (index, (here, kept)) in kinds.into_iter().enumerate() {
        let at = |name: &str| folder.path().join(index.to_string()).join(name);
        let other = RegisterPaths { raw: at("data-raw"), clean: at("data-clean"), config: at("bato.toml") };
        here.into_iter().for_each(|text| ledger(&other.clean, text));
        restore(&out, &other, &|_| Ok(())).expect("restored");
        assert_eq!(fs::read_to_string(other.clean.join("releases/ledger.jsonl")).expect("read"), kept);
        let head = fs::read_to_string(other.clean.join(store::LEDGER_HEAD)).expect("read");
        assert_eq!(head, format!("head of {kept}"));
        assert!(other.clean.join("CURRENT").is_file());
    }
}

#[test]
fn only_known_names_are_restored() {
    for (name, is_known) in [
        ("bato.toml", true),
        ("data-raw/census/é.csv", true),
        ("data-clean/generations/000001/persons.parquet", true),
        ("data-clean/CURRENT", true),
        ("data-clean/releases/ledger.jsonl", true),
        ("data-clean/releases/../x", false),
        ("data-clean/other", false),
        ("data-raw/../x", false),
        ("x.sh", false),
        ("data-raw2/x", false),
    ] {
        assert_eq!(is_known_name(name), is_known, "{name}");
    }
}

#[test]
fn a_damaged_backup_is_refused() {
    let (folder, paths) = register();
    let out = folder.path().join("copie.zip");
    write(&paths, &[paths.clean.join("generations/000001")], BackupContents::default(), &OutputPath::own(&out))
        .expect("a backup");
    let bytes = fs::read(&out).expect("read");
    let damaged = folder.path().join("abîmé.zip");
    let mut n_refused = 0;
    for at in (0..bytes.len()).step_by(7) {
        let mut other = bytes.clone();
        other[at] ^= 0x40;
        fs::write(&damaged, &other).expect("written");
        n_refused += usize::from(check(&damaged).is_err());
        fs::write(&damaged, &bytes[..at]).expect("written");
        assert!(check(&damaged).is_err(), "cut at {at}");
    }
    // A flipped bit in a time stamp or an attribute changes no file.
    assert!(n_refused * 3 > bytes.len() / 7, "{n_refused} of {}", bytes.len() / 7);
    assert_eq!(relative_path("../x"), None);
    assert_eq!(relative_path("/x"), None);
}
