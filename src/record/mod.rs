//! The data types that all stages share: source positions, cells, rows, dates, names, acts, events, decisions.
//!
//! This module reads and writes nothing, has no clock and no settings, and imports no other module of the crate.

mod act;
mod cell;
mod codes;
pub(crate) use codes::codes;
mod corrections;
mod date;
mod decision;
mod doubt;
mod event;
mod grid;
mod id;
mod name;
mod person;
mod quartier;
mod raw;
mod reference;
mod row;
mod source;
mod stable_places;
mod table;
mod text;

pub use act::{ActRef, Category, LegalLimit, LegalPeriod, LimitUnit, Timeliness};
pub use cell::{CellText, CellValue};
pub use corrections::{
    CORRECTIONS_MARK, CORRECTIONS_SHEETS, CORRECTIONS_WRITER, FileName, stable_place, workbook_sheet_name,
};
pub use date::{PartialDate, Precision};
pub use decision::{Decision, PersonValue, RowRef, ValueDecision, decision_id};
pub use doubt::{Doubt, DoubtKind};
pub use event::{Effect, EventKind, EventRow, Status};
pub use grid::{Book, BookDoubt, Grid, GridRow, Merge};
pub use id::{Fnv, check_character, format_id, parse_id};
pub use name::{PersonName, fold, same_name_key};
pub use person::{MaritalStatus, Relation, Sex};
pub use quartier::{Quartier, QuartierId};
pub use raw::{Context, Field, FieldReason, Heading, RawCell, RawFile, RawRow};
pub use reference::{CommuneFigure, PopulationFigure, PublishedYear};
pub use row::{ActRow, CleanRow, Fiche, Kind, Outcome, Place};
pub use source::{
    CellAt, ColumnLetters, RowAt, SheetCount, SourceFile, SourceSheet, column_letters, column_of_letters,
};
pub(crate) use stable_places::StablePlaces;
pub use table::{Column, Table};
pub use text::{Text, TextPool, looks_like_formula};
