//! Normalises rows: turns rows as typed into clean rows. It never fails and never drops a row; values it cannot read
//! become doubts.
//!
//! This module neither corrects values nor decides what a doubt means: the raw row keeps the text as typed, and
//! validation turns doubts into findings. [`text::clean`] applies the transforms of a text, in the order written there.

mod address;
mod codes;
mod dates;
mod events;
mod fiches;
mod generation;
mod name_cell;
mod names;
mod person_value;
mod quartiers;
mod row;
mod row_dates;
mod row_quartier;
mod text;

use chrono::NaiveDate;

use crate::record::{Category, Context, Fiche, RawFile};

pub use codes::{CodeWords, Codes};
pub use dates::{DateReading, read_date};
pub use person_value::read_person_value;
pub use quartiers::Quartiers;
pub(crate) use row::CleanEntry;

use events::SheetEvents;
use fiches::FicheBuilder;
use row_quartier::ContextQuartier;

/// The data that normalising needs besides the rows.
#[derive(Debug, Clone)]
pub struct ReferenceData {
    /// The commune's quartiers.
    pub quartiers: Quartiers,
    /// Words for sex, relation, marital status, category and event.
    pub codes: Codes,
    /// Day of the run. Two-digit years and ages are counted from the year of the round, or from this day without one.
    pub today: NaiveDate,
}

/// The clean rows of one file.
#[derive(Debug, Clone, Default)]
pub struct CleanFile {
    /// One entry for each row of data, in the file's order.
    pub rows: Vec<CleanEntry>,
    /// The fiches; [`crate::record::CleanRow::fiche`] is an index into them.
    pub fiches: Vec<Fiche>,
}

/// Cleans every row of data of a file and groups census rows by fiche.
pub fn clean_file(file: &RawFile, reference: &ReferenceData) -> CleanFile {
    let mut fiches = FicheBuilder::default();
    let blank_means_direct = row::marks_categories(file, &reference.codes);
    let events = SheetEvents::new(file, &reference.codes);
    let (blank, mut rows) = (Context::default(), Vec::new());
    let no_context = ContextQuartier::new(&blank);
    let contexts: Vec<_> = file.contexts.iter().map(ContextQuartier::new).collect();
    for raw in file.rows.iter().filter(|row| row.left_out.is_none()) {
        let context = contexts.get(raw.context as usize).unwrap_or(&no_context);
        let mut entry = row::clean_row(raw, context, file.kind, &events, reference);
        match &mut entry.row.act {
            Some(act) if act.category == Category::Unknown && blank_means_direct => act.category = Category::Direct,
            Some(_) => {}
            None if entry.row.event.is_some() => {}
            None => entry.row.fiche = fiches.fiche_of(raw, context.context, &entry.row),
        }
        rows.push(entry);
    }
    CleanFile { rows, fiches: fiches.list }
}
