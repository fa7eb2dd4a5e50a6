//! The use cases of the program, with their helpers: what the commands of the terminal and the pages of the desk call.
//!
//! No use case prints text or reads a command-line option. The date and the time are parameters.

mod access;
mod act_parents;
mod backup;
mod birth_act;
mod born_since;
mod check;
mod check_deposit;
mod cluster;
mod compare;
mod correct;
mod corrections;
mod course;
mod data_package;
mod decide;
mod deposit;
mod dhis2;
mod diff;
mod earlier_answer;
mod entry_file;
mod events;
mod export;
mod export_keys;
mod file_place;
mod find;
mod judging;
mod link_table;
mod model;
mod office;
mod other_addresses;
mod other_births;
mod overlap;
mod overview;
mod pairs;
mod parcel;
mod parcel_check;
mod parcel_files;
mod parcel_list;
mod parcel_open;
mod parcel_receipts;
mod parcel_words;
mod person_rulings;
mod person_words;
mod reader;
mod register_pairs;
mod release;
mod release_files;
mod report;
mod residence;
mod review;
mod review_sample;
mod round_keys;
mod row_persons;
mod ruling_file;
mod run;
mod same_meaning;
mod score;
mod settings;
mod settle_address;
mod sheet_view;
mod sheets_shown;
mod show;
mod table_words;
mod template;
mod typing;
mod value_check;
mod verify;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

pub use crate::backup::BackupContents;
use crate::backup::RegisterPaths;
use crate::error::{Error, ErrorCode, Result};
use crate::store::{Generation, RecoveryCause, Store};

pub use crate::ingest::REFERENCE_FILES;
pub use crate::review::{RowPlace, company_of_both, company_text};
pub use crate::run::{
    ClockDoubt, ExpectedRun, FingerprintPart, Progress, ReadingCheck, RemovalConsent, RunFingerprint, RunRequest,
    RunSummary, SheetWithoutTable, Silent, Stage, facts_of_generation,
};
pub use access::Access;
pub use backup::{
    LastBackup, any_generation, back_up, backup_contents, generation, last_backup, restore, restore_generation,
    settings_beside,
};
pub use birth_act::{ActParent, act_text};
pub use born_since::{BornSince, MothersHousehold, born_since, mothers_household};
pub use check::{CheckedFile, astray_sheets, check, log_checked};
pub use check_deposit::{
    DepositCheck, DepositColumn, ReadingState, RowsLeftOut, SheetCheck, UnknownWord, asks_quartier, check_deposit,
};
pub use cluster::{ClusterRequest, ClusterSummary, cluster};
pub use compare::{ComparisonReport, compare};
pub use correct::{
    CellPlace, CorrectionRequest, TypedCorrection, confirm, correct, correct_cells, corrections_of, count_row_again,
    date_in_three_cells, leave_out_row, undo_correction,
};
pub use corrections::{corrections_copy, write_corrections};
pub use course::{
    Certificate, Countersignature, CountersigningOffice, CourseFolder, CourseRequest, CourseResult, GoalState,
    LessonCount, LessonQuestion, LessonState, LessonText, PRACTICE_PASSPHRASE, ReceivedResult, ResultTable,
    SolutionLine, answer_question, certificate, certificate_page, check_if_changed, check_lesson, course_folders,
    course_result, course_root, enter_receipt_at_sender, find_course, goals, is_countersigned, lesson_states,
    lesson_text, lesson_title, next_hint, prepare_lesson, read_results, received_results, refuse_mixed,
    restore_on_other_pc, result_table, result_to_send, ruling_of_colleague, show_solution, shown_folder,
    solution_lines, solve_lesson, start_course, undo_ruling_of_colleague, write_result, written_result, wrong_rulings,
    wrong_text,
};
pub use decide::{DecisionRequest, Signature, decide, decisions};
pub use deposit::{
    Deposit, DepositKind, DepositPlace, DepositSignature, SameName, add_quartier_and_year, can_withdraw,
    discard_deposit, place_deposit, place_review, receive_deposit, same_content, same_name, waiting_deposit,
    waiting_deposits, withdraw_file,
};
pub use dhis2::{DataValues, data_values};
pub use diff::{Diff, diff};
pub use earlier_answer::{EarlierAnswer, earlier_answer};
pub use events::{Counter, EventCheck, EventDoubt, EventOutcome, EventReport, ReportedEvent};
pub use export::{DATASET, ExportRequest, export};
pub use export_keys::{KeyExport, KeyExportRequest, export_keys};
pub use file_place::{FilePlace, file_place, give_quartier_and_year, undo_setting};
pub use find::{PersonCard, PersonMatch, acknowledge_log, check_quartier, find, find_cards, look_ups, quartier_names};
pub use judging::{
    Agreement, CardField, Disagreement, EarlierJudgement, Judge, JudgedComparison, Judgement, JudgingCard,
    LastJudgement, NameChoice, NextPair, ORDER_PAIRS, PairList, PairToJudge, TypedCell, UndoneJudgement, order_pairs,
    waiting_merges, waiting_pairs,
};
pub use link_table::{TableLimit, TablePass, TableRequest, TableScores, TableSummary, link_table, table_settings};
pub use model::merge_models;
pub use office::{
    AcceptanceRequest, OfficeRequest, Offices, accept_office, are_words_of, new_office, new_safe, offices, own_card,
    print_key, read_card, read_paper_key, recover_office, revoke_office, trusted_offices, trusted_since_backup,
    write_card,
};
pub use other_addresses::{OtherAddress, other_addresses};
pub use other_births::{OtherBirths, other_births};
pub use overlap::{CommuneOverlap, OverlapRequest, OverlapTruth, overlap};
pub use overview::{
    Overview, TypedSince, WaitingFiles, is_run_under_way, overview, typed_since, version_in_use, waiting_files,
};
pub use parcel::{BackupParcel, ParcelOutput, SealRequest, back_up_sealed, resend_parcel, seal_parcel, sign_release};
pub use parcel_check::{check_parcels, log_holds};
pub use parcel_list::{
    ArrivalSummary, DispatchSummary, ParcelList, files_to_send, forget_pieces, parcels, write_receipts,
};
pub use parcel_open::{
    OpenRequest, OpenedParcel, PaperKey, ParcelOutcome, ReceivedFile, SignedFolder, check_signed_folder,
    create_output_folder, open_parcel, open_with_paper, receive_file,
};
pub use parcel_receipts::{LogDoubt, ReceiptOutcome, enter_receipt, receipts};
pub use parcel_words::{parcel_notes, parcel_opened, pieces_missing, receipt_note};
pub use person_rulings::{PersonRuling, RuledMatter, rulings_of_person};
pub use person_words::{
    address_label, address_text, corrected_cell, labelled_cells, person_birth, person_cells, person_history,
    person_history_with, person_values, printed_address, spouse_death, withdrawal,
};
pub use release::{Release, ReleaseRequest, release};
pub use report::{report, report_script_source};
pub use residence::{AddressStanding, PersonAddress};
pub use review::{ReviewExport, ReviewImport, review_count, review_export, review_import};
pub use review_sample::{sample_estimate, sample_export};
pub use round_keys::{RoundKeys, RoundKeysRequest, make_round_keys, new_secret, persons_of_pairs};
pub use row_persons::names_of_rows;
pub use run::{WORK_FOLDER, expected_run, log_changes, run};
pub use score::score;
pub use settings::{WORD_LISTS, add_setting, column_meanings, desk_settings, setting_text, settings, word_code_texts};
pub use settle_address::{SettledAddress, settle_address};
pub use sheet_view::{
    FaultPlace, FileFaults, RelatedCells, SheetFileState, SheetReading, SheetRequest, SheetTab, SheetWindow,
    WINDOW_ROWS, WindowCell, WindowColumn, WindowRow, fault_number, files_with_rulings, first_fault, next_fault,
    next_to_correct, previous_fault, sheet_faults, sheet_files, sheet_place, sheet_view,
};
pub use show::{
    FormerMember, HouseholdMember, PersonDetails, PersonHistoryChange, PersonSource, SpouseDeath, extract,
    former_members, last_address, show, write_page,
};
pub use table_words::row_reason;
pub use template::{TemplateRequest, template};
pub use typing::{
    Batch, BatchClosing, BatchSummary, Difference, DifferenceKind, FicheDoubt, FieldErrors, SecondEntry, Typing,
    TypingColumn, TypingRow, TypingView, sample_in_hand,
};
pub use verify::{check_other_generations, check_reading, check_sentence};

/// From now on this program hashes each file of a register once, not each time that it reads it: see
/// `src/store/checked_files.rs`.
pub fn hash_files_once() {
    crate::store::hash_files_once();
}

/// Removes the temporary files that killed programs left. Every command begins with it.
///
/// A restore that was cut off between its renames is finished; what one cut off earlier wrote is removed.
///
/// # Errors
/// Those of a restore that can't be finished: a command would take the register for one that was never begun.
pub fn sweep_temporaries(raw: &Path, clean: &Path, config: &Path) -> Result<()> {
    let paths = RegisterPaths { raw: raw.to_owned(), clean: clean.to_owned(), config: config.to_owned() };
    if let Err(fault) = crate::backup::sweep_restore(&paths)
        && crate::backup::is_restore_unfinished(&paths)
    {
        return Err(fault);
    }
    let of_raw = ["decisions", "corrections", "reference", "settings", deposit::WAITING].map(|folder| raw.join(folder));
    let mut folders: Vec<PathBuf> = [PathBuf::from("."), raw.to_owned()].into_iter().chain(of_raw).collect();
    add_folders(raw.join(deposit::REPLACED), 0, &mut folders);
    // A corrections workbook is written beside its original.
    for folder in ["census", "births", "events"] {
        add_folders(raw.join(folder), 0, &mut folders);
    }
    crate::store::sweep_temporaries(clean, &folders);
    Ok(())
}

/// Deepest folder of sheets in which temporary files are looked for.
const MOST_DEPTH: usize = 8;

/// Adds a folder and those below it.
fn add_folders(folder: PathBuf, depth: usize, folders: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let below = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let below: Vec<PathBuf> = below.map(|entry| entry.path()).collect();
    folders.push(folder);
    if depth < MOST_DEPTH {
        below.into_iter().for_each(|folder| add_folders(folder, depth + 1, folders));
    }
}

/// Refuses a folder of the register that is the raw folder or lies in it: a run would read its files as sheets.
///
/// # Errors
/// `register-in-raw`.
pub fn refuse_nested(raw: &Path, clean: &Path) -> Result<()> {
    if !crate::store::is_below(clean, raw) {
        return Ok(());
    }
    let shown = crate::error::shown_path;
    Err(Error::new(ErrorCode::RegisterInRaw).with("clean", shown(clean)).with("raw", shown(raw)))
}

/// The current generation of a register.
///
/// # Errors
/// `no-register` if there is none yet; those of the store.
pub fn current(clean: &Path) -> Result<Generation> {
    if !clean.is_dir() {
        return Err(Error::new(ErrorCode::NoRegister).at(clean));
    }
    let in_use = Store::open(clean)?.current()?.ok_or_else(|| Error::new(ErrorCode::NoRegister).at(clean))?;
    if let Some(recovered) = in_use.recovered() {
        RECOVERED.lock().unwrap_or_else(PoisonError::into_inner).replace(recovered);
    }
    Ok(in_use)
}

/// The older generation that the last use case answered from.
static RECOVERED: Mutex<Option<(u64, RecoveryCause)>> = Mutex::new(None);

/// Returns the number of the older generation that answered because the one in use is damaged, and why. Every command
/// that reads the register says it.
pub fn take_recovered() -> Option<(u64, RecoveryCause)> {
    RECOVERED.lock().unwrap_or_else(PoisonError::into_inner).take()
}
