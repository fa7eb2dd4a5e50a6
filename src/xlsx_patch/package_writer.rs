//! Writes the new package, each part once.

use std::collections::BTreeSet;
use std::io::{Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::markup::{PatchResult, unsupported};
use super::package::Package;

/// The package being written.
pub(super) struct PackageWriter<W: Write + Seek> {
    zip: ZipWriter<W>,
    /// Parts written or omitted, in lower case.
    done: BTreeSet<String>,
}

impl<W: Write + Seek> PackageWriter<W> {
    pub(super) fn new(out: W) -> Self {
        Self { zip: ZipWriter::new(out), done: BTreeSet::new() }
    }

    /// Leaves a part out of the new package.
    pub(super) fn omit(&mut self, part: &str) {
        self.done.insert(part.to_lowercase());
    }

    /// Begins a part, whose bytes are then written to the returned writer.
    pub(super) fn begin(&mut self, part: &str) -> PatchResult<&mut ZipWriter<W>> {
        if !self.done.insert(part.to_lowercase()) {
            return Err(unsupported(format!("{part} twice")));
        }
        // No clock: the same workbook gives the same bytes.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.zip.start_file(part, options)?;
        Ok(&mut self.zip)
    }

    /// Writes a whole part.
    pub(super) fn write(&mut self, part: &str, bytes: &[u8]) -> PatchResult<()> {
        Ok(self.begin(part)?.write_all(bytes)?)
    }

    /// Copies all parts that were neither written nor omitted, and ends the package.
    pub(super) fn finish(mut self, package: &mut Package<'_>) -> PatchResult<W> {
        for part in package.parts() {
            if !self.done.contains(&part.to_lowercase()) {
                self.zip.raw_copy_file(package.entry(&part)?)?;
            }
        }
        Ok(self.zip.finish()?)
    }
}
