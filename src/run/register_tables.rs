//! Holds what the tables of a run are made of: its files, rows, links and register, and the order of the long tables.

use crate::ingest::Reference;
use crate::link::LinkOutput;
use crate::record::{CleanRow, SheetCount};
use crate::register::{Mothers, Register};

use super::file_content::FileContent;

/// Stands for "no row".
pub(super) const NONE: u32 = u32::MAX;

/// The tables of the register that is being made. The long tables are made some rows at a time, on request; none is
/// ever whole in memory.
pub(super) struct RegisterTables<'r> {
    pub(super) files: &'r [FileContent],
    pub(super) rows: &'r [CleanRow],
    pub(super) linked: &'r LinkOutput,
    pub(super) register: &'r Register,
    pub(super) mothers: Mothers,
    pub(super) reference: &'r Reference,
    /// For each file the number of rows in the files before it; then the number of all rows read.
    pub(super) first_of_file: Vec<usize>,
    /// For each row read its index in `rows`; [`NONE`] for a row out of the register.
    pub(super) accepted_of_read: Vec<u32>,
    /// For each row the probability of the best link that holds it in its person; below 0 where there is none.
    pub(super) best: Vec<f64>,
    /// The acts, sorted by file, sheet and row.
    pub(super) acts: Vec<u32>,
    /// The links, sorted by file, sheet and row of both.
    pub(super) links: Vec<u32>,
    /// The headings, each by its file and its index in the file.
    pub(super) headings: Vec<(u32, u32)>,
    /// For each file, for each sheet, its rows by outcome.
    pub(super) sheets: Vec<Vec<SheetCount>>,
}
