//! Reads what a browser sends: the fields of a form, and files one after the other without keeping them in memory.

use std::io::{self, Read};

use oxhttp::model::Body;

/// Most bytes of a form without files.
const MOST_BYTES: u64 = 1 << 20;
/// Most bytes of the lines above a part.
const MOST_HEADER: usize = 16 << 10;

/// The fields of a form or of the part of a path after `?`, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `a=b&c=d`.
    pub(super) fn parse(text: &[u8]) -> Self {
        Self(form_urlencoded::parse(text).into_owned().collect())
    }

    /// Reads the body of a form; `None` if it is too long or breaks off.
    pub(super) fn read(body: &mut Body) -> Option<Self> {
        let mut text = Vec::new();
        body.take(MOST_BYTES + 1).read_to_end(&mut text).ok()?;
        (text.len() as u64 <= MOST_BYTES).then(|| Self::parse(&text))
    }

    /// The value of a field without blanks around it; "" if it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// The value of a field exactly as sent; "" if it is not there.
    pub(super) fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// All values of a field.
    pub(super) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The parts of a `multipart/form-data` body (RFC 7578), one after the other.
pub(super) struct Parts<R> {
    input: R,
    /// What was read and not yet passed on.
    held: Vec<u8>,
    /// What ends a part: line end, two dashes, boundary.
    end: Vec<u8>,
    is_over: bool,
}

/// A part of a form: a field or a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// The name of the field.
    pub(super) name: String,
    /// The name of the file; `None` for a field without one.
    pub(super) file: Option<String>,
}

impl<R: Read> Parts<R> {
    /// The parts of a body; `None` if the content type names no boundary.
    pub(super) fn new(content_type: &str, body: R) -> Option<Self> {
        let rest = content_type.strip_prefix("multipart/form-data")?;
        let boundary = rest.split(';').find_map(|part| part.trim().strip_prefix("boundary="))?.trim_matches('"');
        if boundary.is_empty() || boundary.len() > 70 {
            return None;
        }
        // The first boundary has no line end before it.
        let held = b"\r\n".to_vec();
        Some(Self { input: body, held, end: format!("\r\n--{boundary}").into_bytes(), is_over: false })
    }

    /// Reads until so many bytes are held, or the body is over.
    fn fill(&mut self, n: usize) -> io::Result<()> {
        while self.held.len() < n {
            let start = self.held.len();
            self.held.resize(start + (64 << 10), 0);
            let read = self.input.read(&mut self.held[start..]);
            self.held.truncate(start + *read.as_ref().unwrap_or(&0));
            if read? == 0 {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The next part; `None` after the last. What is left of the part before is skipped.
    ///
    /// # Errors
    /// `UnexpectedEof` if the body breaks off, `InvalidData` if it is no form.
    pub(super) fn next(&mut self) -> io::Result<Option<Part>> {
        if self.is_over {
            return Ok(None);
        }
        io::copy(&mut self.content(), &mut io::sink())?;
        self.held.drain(..self.end.len());
        self.fill(2)?;
        if self.held.starts_with(b"--") {
            self.is_over = true;
            return Ok(None);
        }
        let mut disposition = String::new();
        let mut n_read = 0;
        // The rest of the boundary's line is blank.
        loop {
            let line = self.line()?;
            n_read += line.len();
            if n_read > MOST_HEADER {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let line = String::from_utf8_lossy(&line);
            if let Some((name, value)) = line.split_once(':') {
                if name.eq_ignore_ascii_case("content-disposition") {
                    value.trim().clone_into(&mut disposition);
                }
            } else if line.is_empty() && n_read > 0 {
                break;
            }
            n_read += 2;
        }
        let name = parameter(&disposition, "name").ok_or(io::ErrorKind::InvalidData)?;
        Ok(Some(Part { name, file: parameter(&disposition, "filename") }))
    }

    /// A line, without its end.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        loop {
            if let Some(at) = memchr::memmem::find(&self.held, b"\r\n") {
                let line = self.held[..at].to_vec();
                self.held.drain(..at + 2);
                // The content begins with a line end of its own where it is blank: the boundary needs it.
                if line.is_empty() && self.held.starts_with(&self.end[2..]) {
                    self.held.splice(..0, *b"\r\n");
                }
                return Ok(line);
            }
            let held = self.held.len();
            if held > MOST_HEADER {
                return Err(io::ErrorKind::InvalidData.into());
            }
            self.fill(held + 1)?;
            if self.held.len() == held {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
    }

    /// The content of the part that [`Parts::next`] returned last.
    pub(super) fn content(&mut self) -> PartContent<'_, R> {
        PartContent(self)
    }
}

/// Returns a parameter of `Content-Disposition`. Browsers write `"` in it as `%22` and line ends as `%0D%0A`.
fn parameter(disposition: &str, name: &str) -> Option<String> {
    let mut rest = disposition;
    while let Some(at) = rest.find(';') {
        rest = rest[at + 1..].trim_start();
        let (own, value) = rest.split_once("=\"")?;
        let end = value.find('"')?;
        if own == name {
            return Some(value[..end].replace("%22", "\"").replace("%0D", "").replace("%0A", ""));
        }
        // The value may hold a semicolon.
        rest = &value[end..];
    }
    None
}

/// The bytes of one part, up to its boundary.
pub(super) struct PartContent<'p, R>(&'p mut Parts<R>);

impl<R: Read> Read for PartContent<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let parts = &mut *self.0;
        parts.fill(parts.end.len())?;
        let n = match memchr::memmem::find(&parts.held, &parts.end) {
            Some(at) => at,
            // The last bytes may be the start of the boundary.
            None => match parts.held.len().checked_sub(parts.end.len() - 1) {
                None | Some(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Some(n) => n,
            },
        };
        let n = n.min(into.len());
        into[..n].copy_from_slice(&parts.held[..n]);
        parts.held.drain(..n);
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A body that arrives in pieces of `n` bytes.
    struct Pieces<'b>(&'b [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let n = self.0.len().min(self.1).min(into.len());
            let (first, rest) = self.0.split_at(n);
            into[..n].copy_from_slice(first);
            self.0 = rest;
            Ok(n)
        }
    }

    const TYPE: &str = "multipart/form-data; boundary=--x1";

    fn all(body: &[u8], piece: usize) -> io::Result<Vec<(Part, Vec<u8>)>> {
        let mut parts = Parts::new(TYPE, Pieces(body, piece)).unwrap();
        let mut all = Vec::new();
        while let Some(part) = parts.next()? {
            let mut content = Vec::new();
            parts.content().read_to_end(&mut content)?;
            all.push((part, content));
        }
        Ok(all)
    }

    fn body() -> Vec<u8> {
        let mut body = Vec::new();
        body.extend(b"----x1\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\ncensus\r\n");
        body.extend(b"----x1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a;b %22.csv\"\r\n");
        body.extend(b"Content-Type: text/csv\r\n\r\n\r\n----x\r\n\r\r\n----x2\0\xff\r\n");
        body.extend(b"----x1\r\ncontent-disposition: form-data; name=\"blank\"\r\n\r\n\r\n----x1--\r\n");
        body
    }

    #[test]
    fn parts_are_the_same_however_they_arrive() {
        let body = body();
        let whole = all(&body, usize::MAX).unwrap();
        let part = |name: &str, file: Option<&str>| Part { name: name.into(), file: file.map(str::to_owned) };
        assert_eq!(whole[0], (part("kind", None), b"census".to_vec()));
        assert_eq!(whole[1], (part("f", Some("a;b \".csv")), b"\r\n----x\r\n\r\r\n----x2\0\xff".to_vec()));
        assert_eq!(whole[2], (part("blank", None), Vec::new()));
        assert_eq!(whole.len(), 3);
        for piece in 1..80 {
            assert_eq!(all(&body, piece).unwrap(), whole, "{piece}");
        }
    }

    #[test]
    fn a_body_that_breaks_off_is_an_error_wherever_it_does() {
        let body = body();
        // The last line end is not needed.
        for end in 0..body.len() - 2 {
            assert!(all(&body[..end], 7).is_err(), "{end}");
        }
        assert!(all(b"----x1\r\n\r\n\r\n----x1--", 7).is_err(), "a part without a name");
    }

    #[test]
    fn unread_content_is_skipped() {
        let body = body();
        let mut parts = Parts::new(TYPE, Pieces(&body, 5)).unwrap();
        let names: Vec<String> = std::iter::from_fn(|| parts.next().unwrap()).map(|part| part.name).collect();
        assert_eq!(names, ["kind", "f", "blank"]);
        assert!(Parts::new("text/plain", Pieces(&body, 5)).is_none());
    }

    #[test]
    fn fields_are_decoded() {
        let fields = Fields::parse("a=M%27Bala+%C3%A9&b=&a=2".as_bytes());
        assert_eq!(fields.get("a"), "M'Bala é");
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["M'Bala é", "2"]);
        assert_eq!((fields.get("b"), fields.get("none")), ("", ""));
    }
}
