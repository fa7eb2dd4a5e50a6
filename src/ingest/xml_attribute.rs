//! Reads the attributes of an XML element.

use quick_xml::events::BytesStart;

/// The value of an attribute by its local name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let own = element.attributes().flatten().find(|own| own.key.local_name().into_inner() == name)?;
    Some(quick_xml::escape::unescape(&own.value).ok()?.into_owned())
}
