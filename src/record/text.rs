//! Shared strings, and the check for text that a spreadsheet would run as a formula.

/// Whether a terminal or a page would act on a character instead of showing it: control characters, and marks that
/// change the direction of the text.
pub fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a spreadsheet may interpret the text as a formula or a command, by its first character.
///
/// Source: OWASP, CSV injection; the full-width signs are added because spreadsheets fold them.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

/// A shared immutable string. Equal names that went through a [`TextPool`] share one allocation.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(std::sync::Arc<str>);

impl std::ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for Text {
    fn from(text: &T) -> Self {
        Self(text.as_ref().into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&**self, f)
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self)
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        /// Borrows the text from the input where it can.
        #[derive(serde::Deserialize)]
        struct Borrowed<'t>(#[serde(borrow)] std::borrow::Cow<'t, str>);
        Ok(Self::from(&*Borrowed::deserialize(from)?.0))
    }
}

/// A pool of distinct texts.
#[derive(Debug, Default)]
pub struct TextPool {
    texts: std::collections::HashSet<Text, foldhash::fast::FixedState>,
}

impl TextPool {
    /// Replaces a text with the pool's copy of it, or adds it to the pool.
    pub fn intern(&mut self, text: &mut Text) {
        match self.texts.get(&**text) {
            Some(copy) => *text = copy.clone(),
            None => {
                self.texts.insert(text.clone());
            }
        }
    }
}
