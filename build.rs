//! Sets `BATO_SOURCE_HASH`, a hash of the sources, so that the read cache of another build is not used.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

fn main() {
    let mut hash = DefaultHasher::new();
    for source in ["Cargo.lock", "locales", "src"] {
        println!("cargo::rerun-if-changed={source}");
        add(Path::new(source), &mut hash);
    }
    println!("cargo::rustc-env=BATO_SOURCE_HASH={:016x}", hash.finish());
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
