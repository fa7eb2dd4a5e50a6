//! A part of a workbook read and written event by event, so that what is not meant stays as it was.

use std::io::{BufRead, Write};

use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

/// Why a workbook was not patched.
#[derive(Debug)]
pub enum Stopped {
    /// It holds what the patch does not know; nothing is wrong with the place it would be written to.
    Unexpected(String),
    /// The copy could not be written.
    Writing(std::io::Error),
}

/// The patch's result type.
pub(super) type Patched<T> = std::result::Result<T, Stopped>;

/// Something the patch does not know.
pub(super) fn unexpected(what: impl std::fmt::Display) -> Stopped {
    Stopped::Unexpected(what.to_string())
}

impl From<std::io::Error> for Stopped {
    fn from(cause: std::io::Error) -> Self {
        Self::Writing(cause)
    }
}

impl From<zip::result::ZipError> for Stopped {
    fn from(cause: zip::result::ZipError) -> Self {
        match cause {
            zip::result::ZipError::Io(cause) => Self::Writing(cause),
            other => unexpected(other),
        }
    }
}

/// What becomes of an event.
pub(super) enum Step {
    /// Copied as it is.
    Keep,
    /// Left out; what stands inside is looked at in its turn.
    Drop,
    /// Left out with all that stands inside.
    DropTree,
}

/// Copies a part, asking `change` about every event; it is told how many elements stand around it and may write first.
pub(super) fn rewrite<R: BufRead, W: Write>(
    xml: R,
    out: W,
    mut change: impl FnMut(&Event<'_>, usize, &mut Writer<W>) -> Patched<Step>,
) -> Patched<W> {
    let mut reader = Reader::from_reader(xml);
    let mut writer = Writer::new(out);
    let (mut buffer, mut depth, mut dropped_from) = (Vec::new(), 0_usize, None);
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(unexpected)?;
        if matches!(event, Event::Eof) {
            break;
        }
        if matches!(event, Event::End(_)) {
            depth = depth.checked_sub(1).ok_or_else(|| unexpected("an end without its beginning"))?;
        }
        if dropped_from.is_none() {
            match change(&event, depth, &mut writer)? {
                Step::Keep => writer.write_event(event.borrow())?,
                Step::Drop => {}
                Step::DropTree => dropped_from = matches!(event, Event::Start(_)).then_some(depth),
            }
        } else if matches!(event, Event::End(_)) && dropped_from == Some(depth) {
            dropped_from = None;
        }
        depth += usize::from(matches!(event, Event::Start(_)));
    }
    if depth > 0 {
        return Err(unexpected("a part without its end"));
    }
    Ok(writer.into_inner())
}

/// Reads a part, showing every event with how many elements stand around it.
pub(super) fn each(xml: impl BufRead, mut see: impl FnMut(&Event<'_>, usize) -> Patched<()>) -> Patched<()> {
    rewrite(xml, std::io::sink(), |event, depth, _| {
        see(event, depth)?;
        Ok(Step::Drop)
    })?;
    Ok(())
}

/// The name of an element without its prefix.
pub(super) fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.local_name().into_inner()
}

/// `prefix:name` with the prefix of another element, so that both are of one vocabulary.
pub(super) fn beside(element: &BytesStart<'_>, name: &str) -> String {
    match element.name().prefix() {
        Some(prefix) => format!("{}:{name}", prefix.into_inner()),
        None => name.to_owned(),
    }
}

/// The value of an attribute by its whole name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.html_attributes().with_checks(false).flatten().find(|a| a.key.as_ref() == name)?;
    Some(unescape(&found.value).ok()?.into_owned())
}

/// The whole name and value of an attribute that has a prefix (`r:id`).
pub(super) fn prefixed_attribute(element: &BytesStart<'_>, name: &str) -> Option<(String, String)> {
    let mut attributes = element.html_attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|a| a.key.prefix().is_some() && a.key.local_name().into_inner() == name)?;
    Some((found.key.as_ref().to_owned(), unescape(&found.value).ok()?.into_owned()))
}

/// The element with some attributes given another value, or none; the others stay as written.
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

/// Text as markup holds it; characters that XML forbids are left out.
pub(super) fn text(text: &str) -> String {
    let is_allowed = |c: &char| matches!(c, '\n' | '\t') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    escape(text.chars().filter(is_allowed).collect::<String>()).into_owned()
}

/// Writes markup that is ours.
pub(super) fn put<W: Write>(writer: &mut Writer<W>, markup: &str) -> Patched<()> {
    Ok(writer.get_mut().write_all(markup.as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_changed_stays_byte_for_byte() {
        let part = "<?xml version=\"1.0\"?>\r\n<a:x xmlns:a='u' b = \"1\" ><!-- n --><c/>t &amp; <![CDATA[ <]]></a:x>";
        let kept = rewrite(part.as_bytes(), Vec::new(), |_, _, _| Ok(Step::Keep)).expect("sound");
        assert_eq!(String::from_utf8_lossy(&kept), part);
    }

    #[test]
    fn an_element_loses_what_it_holds_and_a_broken_part_is_refused() {
        let part = "<a><b><c/><b>1</b></b><d/></a>";
        let drop_b = |event: &Event<'_>, _: usize, _: &mut Writer<Vec<u8>>| {
            Ok(if matches!(event, Event::Start(e) if local(e) == "b") { Step::DropTree } else { Step::Keep })
        };
        assert_eq!(rewrite(part.as_bytes(), Vec::new(), drop_b).expect("sound"), b"<a><d/></a>");
        for broken in ["<a>", "<a></b>", "</a>", "<a><b></a>"] {
            assert!(rewrite(broken.as_bytes(), Vec::new(), |_, _, _| Ok(Step::Keep)).is_err(), "{broken}");
        }
    }

    #[test]
    fn attributes_change_alone() {
        let element = BytesStart::from_content("c r='A1' s=\"3\" x:t=\"&lt;&quot;\"", 1);
        let changed = with_attributes(&element, &[("s", Some("7")), ("n", Some("a<b")), ("r", None)]);
        assert_eq!(std::ops::Deref::deref(&changed), "c s=\"7\" x:t=\"&lt;&quot;\" n=\"a&lt;b\"");
        assert_eq!(attribute(&element, "r").as_deref(), Some("A1"));
        assert_eq!(prefixed_attribute(&element, "t"), Some(("x:t".to_owned(), "<\"".to_owned())));
    }
}
