//! Reads and rewrites the XML of a part event by event. Events that are not changed keep their bytes.

use std::io::{BufRead, Write};

use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

/// Why a workbook was not patched.
#[derive(Debug)]
pub(crate) enum PatchError {
    /// The workbook has a form that the patch does not handle, named by the text.
    Unsupported(#[expect(dead_code, reason = "shown by `Debug` in failing tests")] String),
    /// The copy could not be written.
    Write(std::io::Error),
}

pub(crate) type PatchResult<T> = std::result::Result<T, PatchError>;
/// What a rewriter returns for an event.
pub(super) type Step = PatchResult<EventAction>;

pub(super) fn unsupported(what: impl std::fmt::Display) -> PatchError {
    PatchError::Unsupported(what.to_string())
}

impl From<std::io::Error> for PatchError {
    fn from(cause: std::io::Error) -> Self {
        Self::Write(cause)
    }
}

impl From<zip::result::ZipError> for PatchError {
    fn from(cause: zip::result::ZipError) -> Self {
        match cause {
            zip::result::ZipError::Io(cause) => Self::Write(cause),
            other => unsupported(other),
        }
    }
}

/// What [`rewrite`] does with an event.
pub(super) enum EventAction {
    Keep,
    /// Leave it out; the events inside the element follow.
    Drop,
    /// Leave it out with everything inside the element.
    DropTree,
}

/// Copies a part and calls `change` for every event, with the number of enclosing elements. `change` may write before
/// it returns.
pub(super) fn rewrite<R: BufRead, W: Write>(
    xml: R,
    out: W,
    mut change: impl FnMut(&Event<'_>, usize, &mut Writer<W>) -> Step,
) -> PatchResult<W> {
    let mut reader = Reader::from_reader(xml);
    let mut writer = Writer::new(out);
    let (mut buffer, mut depth, mut dropped_from) = (Vec::new(), 0_usize, None);
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(unsupported)?;
        if matches!(event, Event::Eof) {
            break;
        }
        if matches!(event, Event::End(_)) {
            depth = depth.checked_sub(1).ok_or_else(|| unsupported("an end without its beginning"))?;
        }
        if dropped_from.is_none() {
            match change(&event, depth, &mut writer)? {
                EventAction::Keep => writer.write_event(event.borrow())?,
                EventAction::Drop => {}
                EventAction::DropTree => dropped_from = matches!(event, Event::Start(_)).then_some(depth),
            }
        } else if matches!(event, Event::End(_)) && dropped_from == Some(depth) {
            dropped_from = None;
        }
        depth += usize::from(matches!(event, Event::Start(_)));
    }
    if depth > 0 {
        return Err(unsupported("a part without its end"));
    }
    Ok(writer.into_inner())
}

/// Reads a part and calls `see` for every event, with the number of enclosing elements.
pub(super) fn for_each_event(
    xml: impl BufRead,
    mut see: impl FnMut(&Event<'_>, usize) -> PatchResult<()>,
) -> PatchResult<()> {
    rewrite(xml, std::io::sink(), |event, depth, _| {
        see(event, depth)?;
        Ok(EventAction::Drop)
    })?;
    Ok(())
}

/// Returns the name of an element without its prefix.
pub(super) fn local_name<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.local_name().into_inner()
}

/// Returns `prefix:name` with the prefix of `element`, so that both are in one namespace.
pub(super) fn with_prefix_of(element: &BytesStart<'_>, name: &str) -> String {
    match element.name().prefix() {
        Some(prefix) => format!("{}:{name}", prefix.into_inner()),
        None => name.to_owned(),
    }
}

/// Returns the value of an attribute by its full name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.html_attributes().with_checks(false).flatten().find(|a| a.key.as_ref() == name)?;
    Some(unescape(&found.value).ok()?.into_owned())
}

/// Returns the value of an attribute read as a number; `None` if it is missing or malformed.
pub(super) fn parsed<T: std::str::FromStr>(element: &BytesStart<'_>, name: &str) -> Option<T> {
    attribute(element, name)?.parse().ok()
}

/// Returns the full name and the value of an attribute with a prefix (`r:id`), by its local name.
pub(super) fn prefixed_attribute(element: &BytesStart<'_>, name: &str) -> Option<(String, String)> {
    let mut attributes = element.html_attributes();
    let mut prefixed = attributes.with_checks(false).flatten().filter(|a| a.key.prefix().is_some());
    let found = prefixed.find(|a| a.key.local_name().into_inner() == name)?;
    Some((found.key.as_ref().to_owned(), unescape(&found.value).ok()?.into_owned()))
}

/// Returns the element with some attributes set or, for `None`, removed. The others stay as written.
pub(super) fn with_attributes(element: &BytesStart<'_>, changes: &[(&str, Option<&str>)]) -> BytesStart<'static> {
    let mut changed = BytesStart::new(element.name().as_ref().to_owned());
    for attribute in element.html_attributes().with_checks(false).flatten() {
        let key = attribute.key.as_ref();
        match changes.iter().find(|(name, _)| *name == key) {
            None => changed.push_attribute((key, unescape(&attribute.value).as_deref().unwrap_or(&attribute.value))),
            Some((_, Some(value))) => changed.push_attribute((key, *value)),
            Some((_, None)) => {}
        }
    }
    for (name, value) in changes {
        if attribute(element, name).is_none()
            && let Some(value) = value
        {
            changed.push_attribute((*name, *value));
        }
    }
    changed
}

/// Returns a text escaped for XML. Characters that XML forbids are left out.
pub(super) fn escaped(text: &str) -> String {
    let is_allowed = |c: &char| matches!(c, '\n' | '\t') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    escape(text.chars().filter(is_allowed).collect::<String>()).into_owned()
}

/// Writes a changed element in place of a start or, if `is_empty`, of an empty element.
pub(super) fn put_element<W: Write>(writer: &mut Writer<W>, element: BytesStart<'_>, is_empty: bool) -> Step {
    writer.write_event(if is_empty { Event::Empty(element) } else { Event::Start(element) })?;
    Ok(EventAction::Drop)
}

pub(super) fn put<W: Write>(writer: &mut Writer<W>, markup: &str) -> PatchResult<()> {
    Ok(writer.get_mut().write_all(markup.as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unchanged_part_keeps_its_bytes() {
        let part = "<?xml version=\"1.0\"?>\r\n<a:x xmlns:a='u' b = \"1\" ><!-- n --><c/>t &amp; <![CDATA[ <]]></a:x>";
        let kept = rewrite(part.as_bytes(), Vec::new(), |_, _, _| Ok(EventAction::Keep)).expect("sound");
        assert_eq!(String::from_utf8_lossy(&kept), part);
    }

    #[test]
    fn an_element_is_dropped_with_its_content_and_a_malformed_part_is_refused() {
        let part = "<a><b><c/><b>1</b></b><d/></a>";
        let drop_b = |event: &Event<'_>, _: usize, _: &mut Writer<Vec<u8>>| {
            let is_b = matches!(event, Event::Start(e) if local_name(e) == "b");
            Ok(if is_b { EventAction::DropTree } else { EventAction::Keep })
        };
        assert_eq!(rewrite(part.as_bytes(), Vec::new(), drop_b).expect("sound"), b"<a><d/></a>");
        for broken in ["<a>", "<a></b>", "</a>", "<a><b></a>"] {
            assert!(rewrite(broken.as_bytes(), Vec::new(), |_, _, _| Ok(EventAction::Keep)).is_err(), "{broken}");
        }
    }

    #[test]
    fn with_attributes_changes_only_the_named_attributes() {
        let element = BytesStart::from_content("c r='A1' s=\"3\" x:t=\"&lt;&quot;\"", 1);
        let changed = with_attributes(&element, &[("s", Some("7")), ("n", Some("a<b")), ("r", None)]);
        assert_eq!(std::ops::Deref::deref(&changed), "c s=\"7\" x:t=\"&lt;&quot;\" n=\"a&lt;b\"");
        assert_eq!(attribute(&element, "r").as_deref(), Some("A1"));
        assert_eq!(prefixed_attribute(&element, "t"), Some(("x:t".to_owned(), "<\"".to_owned())));
    }
}
