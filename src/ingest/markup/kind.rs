//! The two sorts of markup, and how large a sheet may be.

use crate::error::{Error, ErrorCode};

/// The last row of the longest sheet that a spreadsheet program can show.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// Columns of the widest sheet that a spreadsheet program can show.
pub(super) const N_COLUMNS: u32 = 16_384;

/// Which markup the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Markup {
    Html,
    Xml,
}

impl Markup {
    /// The name in messages.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xml => "xml",
        }
    }

    /// The error for a text that holds no table of this markup.
    pub(super) fn refusal(self) -> Error {
        Error::new(ErrorCode::FileOtherFormat).with("what", self.code())
    }
}
