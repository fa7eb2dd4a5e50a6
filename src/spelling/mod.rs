//! Compares two spellings of a name: keys under which spellings of one name are equal, edit distance, and a similarity
//! made of both.
//!
//! This module is no stage. The linker compares the names of rows with it, and `find` the words of a query. It imports
//! `record` alone and opens no file.

mod edit;
mod keys;
mod outline;
mod table;

pub(crate) use keys::{SpellingId, SpellingRef, SpellingSketch, without_nasal};
pub(crate) use table::{NameSimilarity, SpellingTable};
