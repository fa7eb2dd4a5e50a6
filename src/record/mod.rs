//! The data types that all stages share: source positions, cells, rows, dates, names, acts, events, decisions.
//!
//! This module reads and writes nothing, has no clock and no settings, and imports no other module of the crate.

mod act;
mod cell;
mod cell_correction;
mod codes;
mod corrections;
mod date;
mod decision;
mod event;
mod grid;
mod id;
mod name;
mod original_cells;
mod person;
mod raw;
mod reference;
mod row;
mod same_person;
mod source;
mod stable_places;
mod table;
#[cfg(test)]
pub(crate) mod test_rows;
mod text;

pub(crate) use act::{ActRef, LegalPeriod, LimitUnit};
pub use act::{Category, Timeliness};
pub(crate) use cell::CellText;
pub use cell::CellValue;
pub use cell_correction::{CellConfirmation, CellCorrection, CorrectedCell, CorrectedText};
pub(crate) use cell_correction::{
    corrected_cells_of_row, is_same_cell_text, is_text_of_cell, n_changed_cells, shown_cell_text,
};
pub(crate) use codes::codes;
pub(crate) use corrections::{CORRECTIONS_MARK, CORRECTIONS_SHEETS, CORRECTIONS_WRITER, FileName};
pub(crate) use corrections::{stable_place, workbook_sheet_name};
pub(crate) use date::{PartialDate, Precision};
pub(crate) use decision::{Decision, PersonValue, RowRef, SampleLayer, SampledPair, ValueDecision, decision_id};
pub use event::{Effect, EventKind};
pub(crate) use event::{EventRow, Status};
pub use grid::{Book, Merge};
pub(crate) use grid::{BookDoubt, Grid, GridRow, HiddenCells};
pub(crate) use id::{Fnv, check_character, format_id, person_prefix};
pub use id::{is_person_id, parse_id};
pub(crate) use name::PersonName;
pub use name::{GenerationMark, TwinMark, fold, same_name_key};
pub(crate) use original_cells::{
    CellHash, ORIGINAL_CELLS_COLUMN, OriginalCells, OriginalSheet, RowHashes, cell_hash, row_hashes,
};
pub use person::{MaritalStatus, Relation, Sex};
pub(crate) use raw::{Context, Field, FieldReason, RawCell, RawRow, heading_block};
pub use raw::{Heading, RawFile};
pub use reference::Quartier;
pub(crate) use reference::{CommuneFigure, PopulationFigure, PublishedYear, QuartierId, is_commune};
pub(crate) use row::{ActRow, ColumnDoubt, ColumnDoubtKind, Doubt, DoubtKind, Place};
pub use row::{CleanRow, Fiche, Kind, Outcome};
pub(crate) use same_person::{births_differ, first_names_differ};
pub(crate) use source::{CellAt, ColumnLetters, SourceSheet};
pub use source::{RowAt, SheetCount, SourceFile, column_letters, column_of_letters};
pub(crate) use source::{cell_list, cells_of_list};
pub(crate) use stable_places::StablePlaces;
pub(crate) use table::{Column, Table};
pub use text::is_unprintable;
pub(crate) use text::{Text, TextPool, guarded, is_acted_on, looks_like_formula, unguarded};
