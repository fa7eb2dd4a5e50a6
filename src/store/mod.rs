//! The store: generations of the register on disk, with their tables, manifest, publishing, verification and export.
//!
//! A run writes a new generation into a temporary folder and switches to it in one step, so that a power cut leaves the
//! old register or the new one. The store does not depend on the stages, reads no time of day and holds no messages:
//! callers pass rows in the order of the file, and errors are codes. A writer that waits for a lock measures how long.

mod atomic_file;
mod cache;
mod checked_files;
mod country_tables;
mod data_frame;
mod dataset;
mod disk;
mod export;
mod export_rows;
mod generation;
mod key_tables;
mod line_file;
mod look_up;
mod lookups;
mod lookups_lines;
mod lookups_record;
mod manifest;
mod output_path;
mod pair_stream;
mod parquet_writer;
mod publish;
mod quiet_writer;
mod release_ledger;
mod round_keys;
mod row_equation;
mod row_hash;
mod schema;
mod table_file;
mod table_writer;
mod tables;
#[cfg(test)]
mod test_tables;
mod verify;
mod view_files;
mod wait_lock;
mod words;

pub(crate) use atomic_file::{
    TemporaryFolder, allow_reading, create_folder, list_output_folder, persist, remove_file, replace_file,
    sweep_temporaries, temporary_in, write_beside, write_text,
};
pub(crate) use cache::BlobCache;
pub(crate) use checked_files::hash_files_once;
pub use country_tables::*;
pub use dataset::export_dataset;
pub(crate) use dataset::partition_name;
pub(crate) use disk::{retry_while_open, sync_dir as sync_folder};
pub(crate) use export::write_rows;
pub use export::{ExportFormat, export, export_file, export_rows, export_rows_file};
pub use export_rows::ExportCounts;
pub(crate) use generation::{DamagedGeneration, TableLookup, is_register, refuse_file_of_register};
pub use generation::{Generation, GenerationOrigin, Recovery, RecoveryCause, RunLock, Store};
pub(crate) use key_tables::{
    APART, KEYS_FILE, PERSON, PERSONS_FILE, WeighedPair, read_scored_pairs, write_keys, write_persons,
};
pub(crate) use line_file::append_line;
pub use look_up::{LogFault, LookUp};
pub use lookups::LookUps;
pub use manifest::{
    GenerationEntry, InputEntry, InputStatus, LogHead, Manifest, ReviewCount, SheetEntry, StageEntry, TableEntry,
};
pub use output_path::{OutputPath, OutputRules};
pub(crate) use output_path::{is_below, resolved};
pub(crate) use output_path::{is_name_on_windows, is_written_by_program};
pub(crate) use pair_stream::{PairReader, PairWriter, coded_column};
pub(crate) use parquet_writer::even_groups;
pub use quiet_writer::QuietWriter;
pub use release_ledger::ReleaseEntry;
pub(crate) use release_ledger::ReleaseRecord;
pub(crate) use release_ledger::{LEDGER_FOLDER, LEDGER_HEAD};
pub(crate) use round_keys::{RoundKeyRow, read_round_keys, write_round_keys};
pub(crate) use row_hash::{TableHashes, cells_hash, row_hash};
pub use schema::{ColumnSpec, ColumnType, TableCell, TableRow, TableSchema};
pub(crate) use table_file::read_parquet;
pub(crate) use table_writer::TableWriter;
pub use tables::*;
pub use verify::{VerifyCheck, VerifyReport, verify, verify_other_generations};
pub(crate) use view_files::{BlockPlace, ViewFile, ViewFolder, ViewWriter};
pub(crate) use wait_lock::{WaitLock, create_private_folder, files_in, wait_for_lock};
pub use words::TableWords;
