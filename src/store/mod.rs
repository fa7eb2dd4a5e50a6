//! Generations on disk: the tables of a register, their manifest, the atomic switch, the check and the export.
//!
//! A run writes a new generation beside the old ones and switches to it in one step, so that a power cut leaves
//! the old register or the new one. Nothing here knows a stage, a clock or a sentence: rows arrive in the order
//! they are to be written, and faults leave as codes.

mod content;
mod dataset;
mod disk;
mod equation;
mod export;
mod files;
mod frame;
mod generation;
mod groups;
mod linked;
mod lookups;
mod manifest;
mod publish;
mod readings;
mod restore;
#[cfg(test)]
mod sample;
mod schema;
mod tables;
mod verify;

pub use content::{Content, ContentHasher, content_of, row_hash};
pub use dataset::export_dataset;
pub use export::{Exported, Format, LONGEST_TEXT, export, export_file, write_rows, write_text};
pub use files::{create_folder, replace_file, write_beside};
pub use frame::{ROW_GROUP, even_groups, from_frame, read_parquet, to_frame};
pub use generation::{CheckedTable, Generation, Opened, Recovery, RecoveryCause, RunLock, Store};
pub use groups::KeptGroup;
pub use linked::{LinkedPairRow, LinkedRow};
pub use lookups::{LogHead, LookUp, LookUps};
pub use manifest::{
    EarlierEntry, FORMAT, InputEntry, InputStatus, Manifest, ManifestDraft, ReviewCount, SheetEntry, StageEntry,
    TableEntry,
};
pub use publish::{TableWriter, WrittenGroups};
pub use schema::{Cell, ColumnSpec, ColumnType, Row, TableSchema};
pub use tables::{
    AbsenceRow, AggregateRow, AliasRow, BirthRow, ColumnRow, EventRow, FindingRow, HistoryRow, HouseholdChangeRow,
    HouseholdIndexRow, HouseholdMemberRow, HouseholdRow, IdIndexRow, LikelyDeadRow, LineageRow, LinkRow, NameRowRow,
    NameWordRow, PersonIndexRow, PersonLineageRow, PersonLinkRow, PersonRow, PublishedCountRow, QuarantineRow,
    ResidenceRow, SCHEMAS, TableVisitor, Tables, WithdrawnRow, schema_of,
};
pub use verify::{Check, Verified, verify};
