//! A writer for a zip file on a disk that may be full. The crate zip tries to end its file when it is dropped, and
//! prints the failure to standard error: after a first error nothing more is written here, and nothing more fails.

use std::io::{Error, ErrorKind, Result, Seek, SeekFrom, Write};

/// A writer that fails once. The error of that moment is the one that its user gets.
pub struct QuietWriter<W> {
    inner: W,
    position: u64,
    end: u64,
    has_failed: bool,
}

impl<W> QuietWriter<W> {
    /// Wraps a writer that stands at its beginning.
    pub fn new(inner: W) -> Self {
        Self { inner, position: 0, end: 0, has_failed: false }
    }

    fn move_to(&mut self, position: u64) -> u64 {
        (self.position, self.end) = (position, self.end.max(position));
        position
    }

    fn note<T>(&mut self, result: Result<T>) -> Result<T> {
        self.has_failed |= result.as_ref().is_err_and(|e| e.kind() != ErrorKind::Interrupted);
        result
    }
}

impl<W: Write> Write for QuietWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = if self.has_failed { Ok(bytes.len()) } else { self.inner.write(bytes) };
        let n = self.note(written)?;
        self.move_to(self.position + n as u64);
        Ok(n)
    }

    fn flush(&mut self) -> Result<()> {
        let flushed = if self.has_failed { Ok(()) } else { self.inner.flush() };
        self.note(flushed)
    }
}

impl<W: Seek> Seek for QuietWriter<W> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let moved = if self.has_failed {
            let position = match to {
                SeekFrom::Start(position) => Some(position),
                SeekFrom::Current(by) => self.position.checked_add_signed(by),
                SeekFrom::End(by) => self.end.checked_add_signed(by),
            };
            position.ok_or_else(|| Error::from(ErrorKind::InvalidInput))
        } else {
            self.inner.seek(to)
        };
        let position = self.note(moved)?;
        Ok(self.move_to(position))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A disk with room for so many bytes.
    struct Disk(std::io::Cursor<Vec<u8>>, usize);

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            if self.0.get_ref().len() + bytes.len() > self.1 {
                return Err(Error::from(ErrorKind::StorageFull));
            }
            self.0.write(bytes)
        }

        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    impl Seek for Disk {
        fn seek(&mut self, to: SeekFrom) -> Result<u64> {
            self.0.seek(to)
        }
    }

    /// Writes a zip file of texts that can't be packed; returns whether all of it was written.
    fn write_zip(writer: &mut QuietWriter<&mut Disk>) -> bool {
        let mut noise = Vec::new();
        let mut state = 88_172_645_463_325_252_u64;
        for _ in 0..10_000 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            noise.extend(state.to_le_bytes());
        }
        let mut zip = zip::ZipWriter::new(writer);
        let is_begun = zip.start_file("a", zip::write::SimpleFileOptions::default()).is_ok();
        is_begun && zip.write_all(&noise).is_ok() && zip.finish().is_ok()
    }

    #[test]
    fn a_zip_file_on_a_full_disk_fails_once() {
        for room in [0, 30, 100, 3_000] {
            let mut disk = Disk(std::io::Cursor::default(), room);
            let mut writer = QuietWriter::new(&mut disk);
            let is_written = write_zip(&mut writer);
            assert!(!is_written, "{room}");
            assert!(writer.has_failed && writer.write(b"more").is_ok() && writer.flush().is_ok());
        }
        let mut whole = QuietWriter::new(std::io::Cursor::new(Vec::new()));
        whole.write_all(b"abc").unwrap();
        whole.seek(SeekFrom::Start(1)).unwrap();
        whole.write_all(b"X").unwrap();
        assert_eq!(whole.inner.into_inner(), b"aXc");
    }
}
