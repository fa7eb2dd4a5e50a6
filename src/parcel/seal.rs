//! Writes a parcel: `age( tar( manifest.toml, manifest.toml.minisig, files ) )`, in one pass and constant memory.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};

use super::card::OfficeCard;
use super::hex;
use super::manifest::{MANIFEST, ParcelFile, SIGNATURE, SignedManifest};

/// Bytes that are read or written at once.
pub(crate) const BLOCK: usize = 1 << 16;

/// Reads a file to its end and returns its entry in a manifest under a name.
///
/// # Errors
/// `not-regular`; those of the file system.
pub(crate) fn describe(path: &Path, name: &str) -> Result<ParcelFile> {
    let fault = |e: std::io::Error| Error::io(path, &e);
    if !std::fs::metadata(path).map_err(fault)?.is_file() {
        return Err(Error::new(ErrorCode::NotRegular).at(path));
    }
    let mut source = HashedReader::new(File::open(path).map_err(fault)?);
    let mut block = vec![0; BLOCK];
    while source.read(&mut block).map_err(fault)? > 0 {}
    let (bytes, sha256) = source.finish();
    Ok(ParcelFile { name: name.to_owned(), bytes, sha256 })
}

/// Writes a parcel. `paths` are the files of the manifest, in its order.
///
/// # Errors
/// `parcel-file-changed` if a file is no longer what the manifest says; those of the file system.
pub(crate) fn seal(
    out: &File,
    out_path: &Path,
    signed: &SignedManifest,
    recipients: &[&OfficeCard],
    paths: &[PathBuf],
) -> Result<()> {
    let fault = |e: std::io::Error| Error::io(out_path, &e);
    let recipients = recipients.iter().map(|card| card.recipient()).collect::<Result<Vec<_>>>()?;
    let recipients = recipients.iter().map(|recipient| recipient as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(recipients)
        .map_err(|e| Error::new(ErrorCode::ParcelDamaged).at(out_path).because(e))?;
    let sealed = encryptor.wrap_output(BufWriter::with_capacity(BLOCK, out)).map_err(fault)?;
    let mut tar = tar::Builder::new(BufWriter::with_capacity(BLOCK, sealed));
    for (name, text) in [(MANIFEST, &signed.text), (SIGNATURE, &signed.signature)] {
        tar.append_data(&mut heading(text.len() as u64), name, text.as_bytes()).map_err(fault)?;
    }
    for (file, path) in signed.manifest.files.iter().zip(paths) {
        let changed = || Error::new(ErrorCode::ParcelFileChanged).at(path);
        let source = File::open(path).map_err(|e| Error::io(path, &e))?;
        let mut source = HashedReader::new(source.take(file.bytes.saturating_add(1)));
        // Of a longer file the archive takes one byte too many, and the parcel is thrown away.
        tar.append_data(&mut heading(file.bytes), &file.name, &mut source).map_err(fault)?;
        if source.finish() != (file.bytes, file.sha256.clone()) {
            return Err(changed());
        }
    }
    let sealed = tar.into_inner().map_err(fault)?.into_inner().map_err(|e| fault(e.into_error()))?;
    let mut out = sealed.finish().map_err(fault)?;
    out.flush().map_err(fault)?;
    out.get_ref().sync_all().map_err(fault)
}

/// The heading of a file in the archive. Nothing of the sender's disk is in it.
fn heading(n_bytes: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(n_bytes);
    header.set_mode(0o600);
    header.set_entry_type(tar::EntryType::Regular);
    header
}

/// A reader that computes the SHA-256 and counts the bytes of what passes.
pub(crate) struct HashedReader<R> {
    source: R,
    hash: Sha256,
    n_bytes: u64,
}

impl<R: Read> HashedReader<R> {
    pub(crate) fn new(source: R) -> Self {
        Self { source, hash: Sha256::new(), n_bytes: 0 }
    }

    /// Returns the number of bytes and their SHA-256.
    pub(crate) fn finish(self) -> (u64, String) {
        (self.n_bytes, hex(&self.hash.finalize()))
    }
}

impl<R: Read> Read for HashedReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.source.read(buffer)?;
        self.hash.update(&buffer[..n]);
        self.n_bytes += n as u64;
        Ok(n)
    }
}
