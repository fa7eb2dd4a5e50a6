//! Rule names that reading gives to rows and files, where other rooms or several files of this room need them.

use crate::record::BookDoubt;

/// The rule of a row in a sheet without a recognised heading.
pub(super) const NO_TABLE: &str = "no-header";

/// The rules of a text file whose letters or rows may differ from what was typed.
pub(super) const DOUBT_RULES: [(BookDoubt, &str); 3] =
    [(BookDoubt::Letters, "doubtful-letters"), (BookDoubt::Quotes, "lone-quote"), (BookDoubt::CutShort, "cut-short")];

/// The rules that send a row of data to quarantine while it is read. Every other `left_out` reason marks a row without data.
pub(crate) const QUARANTINE_RULES: [&str; 2] = [NO_TABLE, "tables-side-by-side"];
