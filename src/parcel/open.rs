//! Opens a parcel into a folder. Nothing is written before its manifest was verified and admitted. The parcel counts as
//! opened only once it was read to its last byte, because only the end shows whether it was cut off.

use std::fs::OpenOptions;
use std::io::{BufReader, Read, Write};
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};

use super::keys::OfficeKey;
use super::manifest::{MANIFEST, MOST_MANIFEST_BYTES, MOST_SIGNATURE_BYTES, ParcelFile, SIGNATURE, SignedManifest};
use super::seal::{BLOCK, HashedReader};

/// The first bytes of every parcel.
pub(crate) const START: &[u8] = b"age-encryption.org/v1\n";
/// Most bytes of the header of age, which names the recipients.
const MOST_HEADER: usize = BLOCK / 2;
/// The beginning of the last line of the header, and the letters of base64 that follow it.
const MAC: &[u8] = b"\n--- ";
const MAC_LETTERS: usize = 43;
/// Most bytes of the name of a file in the archive, with the zero at its end.
const MOST_NAME: u64 = 256;
/// Most bytes of zeros at the end of an archive.
const MOST_PADDING: u64 = 64 * 1024;

/// Opens a parcel: reads its manifest, calls `admit`, writes the files into `folder`, and reads to the end.
///
/// # Errors
/// `parcel-not`, `parcel-not-for-us`, `parcel-damaged`, `parcel-content` with the file; those of the manifest, of
/// `admit` and of the file system.
pub fn unpack(
    input: impl Read,
    path: &Path,
    key: &OfficeKey,
    folder: &Path,
    admit: &mut dyn FnMut(&SignedManifest) -> Result<()>,
) -> Result<SignedManifest> {
    let damaged = |cause: &str| Error::new(ErrorCode::ParcelDamaged).at(path).because(cause);
    // The input may come in pieces of any size, so that a single read shows any part of the header.
    let mut input = BufReader::with_capacity(BLOCK, input);
    let mut start = Vec::new();
    input.by_ref().take(MOST_HEADER as u64).read_to_end(&mut start).map_err(|e| fault(path, &e))?;
    if !start.starts_with(START) {
        return Err(Error::new(ErrorCode::ParcelNot).at(path));
    }
    if !has_whole_header(&start) {
        return Err(damaged("heading"));
    }
    let input = BufReader::with_capacity(BLOCK, std::io::Cursor::new(start).chain(input));
    let decryptor = age::Decryptor::new_buffered(input).map_err(|e| damaged(&e.to_string()))?;
    let identity = key.identity() as &dyn age::Identity;
    let plain = decryptor.decrypt(std::iter::once(identity)).map_err(|e| match e {
        age::DecryptError::NoMatchingKeys => Error::new(ErrorCode::ParcelNotForUs).at(path),
        other => damaged(&other.to_string()),
    })?;
    open_archive(plain, path, folder, admit)
}

/// Whether the header of age ends in these first bytes of a parcel. age reads a header of any length into memory, line
/// by line, and reads all of it again for each line: one without an end would take days. That of 200 recipients has
/// 20 KB.
fn has_whole_header(start: &[u8]) -> bool {
    let Some(last) = memchr::memmem::find(start, MAC) else { return false };
    let line = &start[last + MAC.len()..];
    memchr::memchr(b'\n', line) == Some(MAC_LETTERS)
}

/// Reads the archive of a parcel, whose cipher was removed. See [`unpack`].
///
/// # Errors
/// Those of [`unpack`], but for the cipher.
pub fn open_archive(
    plain: impl Read,
    path: &Path,
    folder: &Path,
    admit: &mut dyn FnMut(&SignedManifest) -> Result<()>,
) -> Result<SignedManifest> {
    let damaged = |cause: &str| Error::new(ErrorCode::ParcelDamaged).at(path).because(cause);
    let mut archive = tar::Archive::new(BufReader::with_capacity(BLOCK, plain));
    // Raw entries: the tar crate would read a long name of any size into memory, before any signature was verified.
    let mut entries = archive.entries().map_err(|e| fault(path, &e))?.raw(true);
    let mut next = |name: &str| -> Result<_> {
        let mut next_raw = || entries.next().ok_or_else(|| damaged(name))?.map_err(|e| fault(path, &e));
        let mut entry = next_raw()?;
        let mut own_name = entry.path_bytes().into_owned();
        if entry.header().entry_type() == tar::EntryType::GNULongName {
            own_name.clear();
            entry.by_ref().take(MOST_NAME + 1).read_to_end(&mut own_name).map_err(|e| fault(path, &e))?;
            if own_name.len() as u64 > MOST_NAME {
                return Err(content(path, name));
            }
            while own_name.last() == Some(&0) {
                own_name.pop();
            }
            entry = next_raw()?;
        }
        let is_wanted = entry.header().entry_type() == tar::EntryType::Regular && own_name == name.as_bytes();
        if is_wanted { Ok(entry) } else { Err(content(path, name)) }
    };
    let mut small = |name: &str, most: u64| -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        next(name)?.take(most + 1).read_to_end(&mut bytes).map_err(|e| fault(path, &e))?;
        if bytes.len() as u64 > most { Err(damaged(name)) } else { Ok(bytes) }
    };
    let (text, signature) = (small(MANIFEST, MOST_MANIFEST_BYTES)?, small(SIGNATURE, MOST_SIGNATURE_BYTES)?);
    let signed = SignedManifest::read(&text, &signature).map_err(|error| error.at(path))?;
    admit(&signed)?;
    for file in &signed.manifest.files {
        write_file(&mut next(&file.name)?, file, folder, path)?;
    }
    if entries.next().is_some() {
        return Err(content(path, "tar"));
    }
    // The rest is padding. At its end age verifies that nothing was cut off.
    let mut rest = archive.into_inner().take(MOST_PADDING + 1);
    let mut padding = Vec::new();
    rest.read_to_end(&mut padding).map_err(|e| fault(path, &e))?;
    if padding.len() as u64 > MOST_PADDING || padding.iter().any(|byte| *byte != 0) {
        return Err(content(path, "tar"));
    }
    Ok(signed)
}

/// Writes a file of the parcel and compares it with the manifest.
fn write_file(entry: &mut impl Read, file: &ParcelFile, folder: &Path, path: &Path) -> Result<()> {
    let to = folder.join(&file.name);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(&to).map_err(|e| Error::io(&to, &e))?;
    let mut entry = HashedReader::new(entry.take(file.bytes.saturating_add(1)));
    let mut block = vec![0; BLOCK];
    loop {
        let n = entry.read(&mut block).map_err(|e| fault(path, &e))?;
        if n == 0 {
            break;
        }
        out.write_all(&block[..n]).map_err(|e| Error::io(&to, &e))?;
    }
    if entry.finish() != (file.bytes, file.sha256.clone()) {
        return Err(content(path, &file.name));
    }
    out.sync_all().map_err(|e| Error::io(&to, &e))
}

/// Makes the files of an opened parcel read-only.
///
/// # Errors
/// Those of the file system.
pub(crate) fn make_read_only(signed: &SignedManifest, folder: &Path) -> Result<()> {
    for file in &signed.manifest.files {
        let path = folder.join(&file.name);
        let mut permissions = std::fs::metadata(&path).map_err(|e| Error::io(&path, &e))?.permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&path, permissions).map_err(|e| Error::io(&path, &e))?;
    }
    Ok(())
}

/// The error of a file that is not as the manifest says, of another order, or of one too many (`tar`).
fn content(path: &Path, file: &str) -> Error {
    Error::new(ErrorCode::ParcelContent).at(path).with("file", file)
}

/// The error of reading a parcel: damage that age or tar found, or the disk's own.
fn fault(path: &Path, cause: &std::io::Error) -> Error {
    use std::io::ErrorKind::{InvalidData, InvalidInput, Other, UnexpectedEof};
    match cause.kind() {
        InvalidData | InvalidInput | Other | UnexpectedEof => {
            Error::new(ErrorCode::ParcelDamaged).at(path).because(cause)
        }
        _ => Error::io(path, cause),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reader gives the first line alone at first, as a first piece of a parcel can.
    #[test]
    fn of_a_header_without_an_end_no_more_is_read_than_a_header_has() {
        let key = OfficeKey::generate().expect("a key");
        let stanza = format!("-> X25519 {}\n{}\n", "A".repeat(43), "A".repeat(43));
        let endless = stanza.repeat(20_000);
        let stub = format!("{stanza}--- {}\n", "A".repeat(20));
        for rest in
            [endless.as_str(), &format!("{stub}{}", "A".repeat(4 << 20)), &format!("--- {}", "A".repeat(4 << 20))]
        {
            let mut counted = HashedReader::new(START.chain(rest.as_bytes()));
            let opened = unpack(&mut counted, Path::new("x.bato"), &key, Path::new("nowhere"), &mut |_| Ok(()));
            assert_eq!(opened.map_err(|fault| fault.code), Err(ErrorCode::ParcelDamaged));
            let (n_read, _) = counted.finish();
            assert!(n_read <= 2 * BLOCK as u64, "{n_read}");
        }
    }

    #[test]
    fn of_a_long_name_no_more_is_read_than_a_name_has() {
        const SIZE: u64 = 64 << 20;
        let mut header = tar::Header::new_gnu();
        header.set_path("././@LongLink").expect("a name");
        header.set_entry_type(tar::EntryType::GNULongName);
        header.set_size(SIZE);
        header.set_cksum();
        let mut archive = header.as_bytes().chain(std::io::repeat(b'a').take(SIZE));
        let mut counted = HashedReader::new(&mut archive);
        let fault = open_archive(&mut counted, Path::new("x.bato"), Path::new("nowhere"), &mut |_| Ok(()));
        assert_eq!(fault.map_err(|fault| fault.code), Err(ErrorCode::ParcelContent));
        let (n_read, _) = counted.finish();
        assert!(n_read < SIZE / 100, "{n_read}");
    }
}
