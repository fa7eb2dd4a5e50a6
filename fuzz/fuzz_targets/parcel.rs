//! Reads any bytes as what arrives from another office: a parcel, a piece of one, the archive inside, a manifest with its
//! signature, a card, a receipt, a key on paper. No panic, and nothing is taken.
#![no_main]

use std::sync::LazyLock;

use bato::parcel::{OfficeCard, OfficeKey, Receipt, SignedManifest, fuzz_piece, open_archive, unpack};
use libfuzzer_sys::fuzz_target;

static KEY: LazyLock<OfficeKey> = LazyLock::new(|| OfficeKey::generate().expect("a key"));

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("the temporary folder");
    let path = folder.path().join("x.bato");
    assert!(unpack(bytes, &path, &KEY, folder.path(), &mut |_| Ok(())).is_err());
    assert!(open_archive(bytes, &path, folder.path(), &mut |_| Ok(())).is_err());
    if let Some(cut) = bytes.iter().position(|byte| *byte == 0) {
        assert!(SignedManifest::read(&bytes[..cut], &bytes[cut + 1..]).is_err());
    }
    let text = String::from_utf8_lossy(bytes);
    let _ = (OfficeCard::parse(&text), Receipt::parse(&text), OfficeKey::from_paper(&text));
    std::fs::write(&path, bytes).expect("the temporary folder");
    fuzz_piece(&path, &folder.path().join("pieces"));
});
