//! The nouns every room shares: where a value stood, what a date, a name, a person, an act is.
//!
//! No input or output, no clock, no setting; nothing here knows a stage.

mod act;
mod cell;
mod corrections;
mod date;
mod decision;
mod doubt;
mod event;
mod finder;
mod grid;
mod name;
mod person;
mod place;
mod raw;
mod row;
mod source;
mod table;
mod text;

pub use act::{
    ActRef, Category, CommuneFigure, LegalLimit, LegalPeriod, LimitUnit, PopulationFigure, PublishedYear, Timeliness,
};
pub use cell::{CellValue, Shown};
pub use corrections::{
    CORRECTIONS_MARK, CORRECTIONS_SHEETS, CORRECTIONS_WRITER, FileName, lasting_place, workbook_sheet_name,
};
pub use date::{PartialDate, Precision};
pub use decision::{DecidedRow, Decision, RuledValue, ValueDecision, decision_id};
pub use doubt::{Doubt, DoubtKind};
pub use event::{Effect, EventKind, EventRow, Status};
pub use finder::{Fnv, check_character, read_id, spell_id};
pub use grid::{Book, BookDoubt, Grid, GridRow, Merge};
pub use name::{PersonName, fold, same_name_key};
pub use person::{MaritalStatus, Relation, Sex};
pub use place::{Quartier, QuartierId};
pub use raw::{Context, Field, Heading, RawCell, RawFile, RawRow, Why};
pub use row::{ActRow, CleanRow, Fate, Fiche, Kind, Outcome, Place};
pub use source::{
    CellAt, ColumnLetters, RowAt, SheetCount, SourceFile, SourceSheet, column_letters, column_of_letters,
};
pub use table::{Column, Table};
pub use text::{Text, Texts, looks_like_formula};
