//! Cuts a marked-up text into tags and the texts between them.

use std::borrow::Cow;

use super::super::mended_heading::without_entities;

/// A tag: its name in small letters without its prefix, and the text of its attributes.
#[derive(Debug, Clone)]
pub(super) struct MarkupTag<'t> {
    pub(super) name: String,
    attributes: &'t str,
    pub(super) is_end: bool,
    /// Whether the tag has no content: `<Row/>`.
    pub(super) is_empty: bool,
}

/// A piece of a marked-up text.
#[derive(Debug, Clone)]
pub(super) enum MarkupPiece<'t> {
    Text(&'t str),
    Tag(MarkupTag<'t>),
}

/// Iterator over the pieces of a text. Comments, declarations, scripts and styles are left out.
pub(super) struct MarkupPieces<'t> {
    rest: &'t str,
    /// Whether the content of scripts, styles and titles is left out.
    is_page: bool,
}

/// Elements of a page whose content is not shown.
const HIDDEN_ELEMENTS: [&str; 5] = ["script", "style", "title", "noscript", "template"];

/// Longest tag that is searched for its end, in bytes.
const MAX_TAG: usize = 64 * 1024;

impl<'t> MarkupPieces<'t> {
    pub(super) fn new(text: &'t str, is_page: bool) -> Self {
        Self { rest: text, is_page }
    }

    /// The content of a CDATA section, a comment or a declaration at the beginning of the rest; `None` if none begins.
    fn declaration(&mut self) -> Option<Option<MarkupPiece<'t>>> {
        let cut = |start: &str, end: &str| {
            let inside = self.rest.strip_prefix(start)?;
            Some(inside.split_once(end).unwrap_or((inside, "")))
        };
        if let Some((text, behind)) = cut("<![CDATA[", "]]>") {
            self.rest = behind;
            return Some(Some(MarkupPiece::Text(text)));
        }
        let (_, behind) = cut("<!--", "-->").or_else(|| cut("<!", ">")).or_else(|| cut("<?", ">"))?;
        self.rest = behind;
        Some(None)
    }

    fn tag(&mut self) -> Option<MarkupTag<'t>> {
        let inside = self.rest.strip_prefix('<')?;
        let is_name = inside.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
        let length = is_name.then(|| tag_length(inside)).flatten()?;
        let (inside, behind) = (&inside[..length], &inside[length + 1..]);
        self.rest = behind;
        let is_end = inside.starts_with('/');
        let is_empty = inside.ends_with('/');
        let inside = inside.trim_matches('/');
        let end = inside.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inside.len());
        let name = inside[..end].rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        Some(MarkupTag { name, attributes: &inside[end..], is_end, is_empty })
    }

    /// Skips the content of an element that is not shown.
    fn skip_hidden(&mut self, tag: &MarkupTag<'_>) {
        if !self.is_page || tag.is_end || tag.is_empty || !HIDDEN_ELEMENTS.contains(&tag.name.as_str()) {
            return;
        }
        let end = self.rest.match_indices("</").find(|(at, _)| {
            let name = self.rest.as_bytes().get(at + 2..at + 2 + tag.name.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(tag.name.as_bytes()))
        });
        self.rest = end.map_or("", |(at, _)| &self.rest[at..]);
    }
}

impl<'t> Iterator for MarkupPieces<'t> {
    type Item = MarkupPiece<'t>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, behind) = self.rest.split_at(end);
                self.rest = behind;
                return Some(MarkupPiece::Text(text));
            }
            match self.declaration() {
                Some(Some(piece)) => return Some(piece),
                Some(None) => continue,
                None => {}
            }
            if let Some(tag) = self.tag() {
                self.skip_hidden(&tag);
                return Some(MarkupPiece::Tag(tag));
            }
            // "< 5 ans" is text.
            let (text, behind) = self.rest.split_at(1);
            self.rest = behind;
            return Some(MarkupPiece::Text(text));
        }
    }
}

/// The length of a tag without its `>`. A `>` in quotation marks does not end the tag, unless the quotation marks are
/// not closed.
fn tag_length(inside: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in inside.bytes().enumerate().take(MAX_TAG) {
        match (byte, quote) {
            (b'>', None) => return Some(at),
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            _ => {}
        }
    }
    inside.bytes().take(MAX_TAG).position(|byte| byte == b'>')
}

impl MarkupTag<'_> {
    /// The value of an attribute, whatever its prefix and its case, with or without quotation marks.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while let Some((before, after)) = rest.split_once('=') {
            let own = before.split_whitespace().last().unwrap_or_default();
            let after = after.trim_start();
            let (value, behind) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
            };
            if own.rsplit(':').next().is_some_and(|own| own.eq_ignore_ascii_case(name)) {
                return Some(without_entities(value));
            }
            rest = behind;
        }
        None
    }

    /// The whole number in an attribute.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether the tag's own style strikes its text through.
    pub(super) fn strikes(&self) -> bool {
        self.attributes.contains("line-through")
    }
}

/// A text as shown: entities are letters, and any white space is one space.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let is_plain = !text.contains(['&', '\n', '\r', '\t', '\u{a0}']) && !text.contains("  ");
    if is_plain {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in without_entities(text).chars() {
        match c.is_whitespace() {
            true if plain.ends_with(' ') => {}
            true => plain.push(' '),
            false => plain.push(c),
        }
    }
    Cow::Owned(plain)
}
