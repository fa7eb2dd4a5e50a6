//! Finds the page in a web archive (MHTML), which has the form of a mail: Excel saves one under the name of a workbook.

use std::borrow::Cow;

use memchr::memmem;

/// The page that a text is, or that a mail holds; `None` for a mail of several pages with tables or in another
/// encoding.
pub(super) fn page_in(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    let start = bytes.trim_ascii_start();
    let is_mail = start.get(..13).is_some_and(|start| start.eq_ignore_ascii_case(b"mime-version:"));
    if !is_mail {
        return Some(Cow::Borrowed(bytes));
    }
    let boundary = boundary_of(start)?;
    let mut pages = parts_of(start, &boundary).into_iter().filter_map(page_of_part).filter(|page| {
        let lower = page.to_ascii_lowercase();
        memmem::find(&lower, b"<table").is_some()
    });
    let page = pages.next()?;
    pages.next().is_none().then_some(Cow::Owned(page))
}

/// The line that divides the parts of a mail.
fn boundary_of(mail: &[u8]) -> Option<Vec<u8>> {
    let lower = mail.get(..mail.len().min(4096))?.to_ascii_lowercase();
    let at = memmem::find(&lower, b"boundary=")? + b"boundary=".len();
    let value = mail.get(at..)?;
    let value = match value.strip_prefix(b"\"") {
        Some(quoted) => quoted.split(|b| *b == b'"').next()?,
        None => value.split(|b| b.is_ascii_whitespace() || *b == b';').next()?,
    };
    (!value.is_empty()).then(|| [b"--", value].concat())
}

fn parts_of<'m>(mail: &'m [u8], boundary: &[u8]) -> Vec<&'m [u8]> {
    let starts: Vec<usize> = memmem::find_iter(mail, boundary).map(|at| at + boundary.len()).collect();
    let end_of = |index: usize| starts.get(index + 1).map_or(mail.len(), |next| next - boundary.len());
    starts.iter().enumerate().filter_map(|(index, start)| mail.get(*start..end_of(index))).collect()
}

/// The decoded page of a part; `None` for a picture and for another encoding than quoted-printable or none.
fn page_of_part(part: &[u8]) -> Option<Vec<u8>> {
    let gap =
        [&b"\r\n\r\n"[..], b"\n\n"].into_iter().filter_map(|gap| Some((memmem::find(part, gap)?, gap.len()))).min();
    let (at, length) = gap?;
    let (head, body) = (part[..at].to_ascii_lowercase(), &part[at + length..]);
    let has = |text: &[u8]| memmem::find(&head, text).is_some();
    if !has(b"text/html") || has(b"base64") {
        return None;
    }
    Some(if has(b"quoted-printable") { unquoted(body) } else { body.to_vec() })
}

/// Decodes quoted-printable: `=E9` is a byte, `=` at the end of a line joins it to the next.
fn unquoted(body: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut decoded = Vec::with_capacity(body.len());
    let mut at = 0;
    while let Some(byte) = body.get(at) {
        at += 1;
        if *byte != b'=' {
            decoded.push(*byte);
            continue;
        }
        match (digit(body.get(at)), digit(body.get(at + 1))) {
            (Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 2;
            }
            _ if body.get(at) == Some(&b'\n') => at += 1,
            _ if body.get(at..at + 2) == Some(b"\r\n") => at += 2,
            _ => decoded.push(b'='),
        }
    }
    decoded
}
