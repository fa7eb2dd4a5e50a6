//! Sets `BATO_SOURCE_HASH`, a hash of the sources, so that the read cache of another build is not used; and what
//! `bato --version` tells: `BATO_COMMIT`, `BATO_TARGET`, `BATO_BUILT_ON`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::process::Command;

fn main() {
    let mut hash = DefaultHasher::new();
    for source in ["Cargo.lock", "locales", "src"] {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut hash);
    }
    println!("cargo::rustc-env=BATO_SOURCE_HASH={:016x}", hash.finish());
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    println!("cargo::rustc-env=BATO_COMMIT={}", commit().unwrap_or_else(|| "no commit".to_owned()));
    println!("cargo::rustc-env=BATO_TARGET={}", std::env::var("TARGET").unwrap_or_default());
    println!("cargo::rustc-env=BATO_BUILT_ON={}", date_of(built_at()));
}

/// Adds the names and bytes of all files below `path`, sorted by name.
fn add(path: &Path, hash: &mut DefaultHasher) {
    if let Ok(entries) = std::fs::read_dir(path) {
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        paths.iter().for_each(|path| add(path, hash));
    } else {
        path.to_string_lossy().replace('\\', "/").hash(hash);
        std::fs::read(path).unwrap_or_default().hash(hash);
    }
}

/// Returns the commit of the checkout; with `-dirty` where files differ from it.
fn commit() -> Option<String> {
    let output =
        Command::new("git").args(["describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"]).output().ok()?;
    let commit = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !commit.trim().is_empty()).then(|| commit.trim().to_owned())
}

/// Returns the moment of the build in seconds since 1970: that of `SOURCE_DATE_EPOCH`, which makes builds repeatable, or
/// of the clock.
fn built_at() -> u64 {
    let set = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    let now = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    set.unwrap_or_else(now)
}

/// Returns the date of a moment, as 2026-01-31.
fn date_of(moment: u64) -> String {
    let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let (mut days, mut year) = (moment / 86_400, 1970);
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + u64::from(is_leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year:04}-{month:02}-{:02}", days + 1)
}
