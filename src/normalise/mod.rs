//! Normalises rows: turns rows as typed into clean rows. It never fails on a row and never drops one; values it
//! cannot read become doubts.
//!
//! This module neither corrects values nor decides what a doubt means: the raw row keeps the text as typed, and
//! validation turns doubts into findings. [`text::clean`] applies the transforms of a text, in the order written there.

mod address;
mod census_days;
mod codes;
mod continued_lines;
mod dates;
mod events;
mod fiches;
mod generation_mark;
mod kin_words;
mod labelled;
mod month_and_year;
mod name_cell;
mod name_evidence;
mod name_letters;
mod name_with_parts;
mod name_words;
mod names;
mod particles;
mod person_value;
mod prenoms;
mod quartiers;
mod relation_codes;
mod relation_legend;
mod relative_days;
mod remarks;
mod row;
mod row_dates;
mod row_quartier;
mod sex_and_age;
mod sex_codes;
mod sheet_marks;
mod swapped_names;
mod text;
mod twin_mark;
mod two_persons;

use chrono::NaiveDate;

use crate::record::{Category, ColumnDoubt, Context, Doubt, DoubtKind, Fiche, Field, RawFile};

pub(crate) use address::{house_of, labelled_quartier};
pub use codes::{CodeWords, Codes};
pub use dates::{DateReading, read_date};
pub use person_value::read_person_value;
pub use quartiers::Quartiers;
pub(crate) use row::CleanEntry;

use census_days::CensusDays;
use continued_lines::note_continued_lines;
use dates::ColumnStyles;
use events::SheetEvents;
use fiches::FicheBuilder;
use name_evidence::NameEvidence;
use name_letters::NameLetters;
use relation_codes::RelationCodes;
use row_quartier::ContextQuartier;
use sex_and_age::SexAgeColumns;
use sex_codes::SexColumns;
use sheet_marks::without_sheet_marks;
use swapped_names::note_swapped_names;

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
    /// What was decided for a whole column.
    pub(crate) column_doubts: Vec<ColumnDoubt>,
}

/// What is read from the rows of a sheet together.
struct SheetReadings {
    events: SheetEvents,
    sexes: SexColumns,
    sexes_with_ages: SexAgeColumns,
    columns: ColumnStyles,
    letters: NameLetters,
    names: NameEvidence,
    relations: RelationCodes,
    days: CensusDays,
}

/// Cleans every row of data of a file and groups census rows by fiche.
pub fn clean_file(file: &RawFile, reference: &ReferenceData) -> CleanFile {
    let mut fiches = FicheBuilder::default();
    let blank_means_direct = row::marks_categories(file, &reference.codes);
    let sheets = SheetReadings {
        events: SheetEvents::new(file, &reference.codes),
        sexes: SexColumns::new(file, &reference.codes),
        sexes_with_ages: SexAgeColumns::new(&file.rows, &reference.codes),
        columns: ColumnStyles::new(file),
        letters: NameLetters::new(file),
        names: NameEvidence::new(file),
        relations: RelationCodes::new(file, &reference.codes),
        days: CensusDays::new(file),
    };
    let (blank, mut rows) = (Context::default(), Vec::new());
    let no_context = ContextQuartier::new(&blank);
    let contexts: Vec<_> = file.contexts.iter().map(ContextQuartier::new).collect();
    for raw in file.rows.iter().filter(|row| row.left_out.is_none()) {
        let context = contexts.get(raw.context as usize).unwrap_or(&no_context);
        let meant = without_sheet_marks(raw);
        let mut entry = row::clean_row(&meant, context, file.kind, &sheets, reference);
        match &mut entry.row.act {
            Some(act) if act.category == Category::Unknown && blank_means_direct => {
                // A word that is not known is no blank.
                if text::filled_cell(&meant, Field::Category).is_none() {
                    act.category = Category::Direct;
                }
            }
            Some(_) => {}
            None if entry.row.event.is_some() => {}
            None => entry.row.fiche = fiches.fiche_of(&meant, context.context, &entry.row),
        }
        rows.push(entry);
    }
    note_sheets_without_names(&mut rows);
    note_continued_lines(file, &mut rows);
    note_swapped_names(file, &mut rows);
    CleanFile { rows, fiches: fiches.list, column_doubts: sheets.columns.doubts }
}

/// Adds a doubt to each row of a sheet in which no row has a name.
fn note_sheets_without_names(rows: &mut [CleanEntry]) {
    const MIN_ROWS: usize = 2;
    for sheet in rows.chunk_by_mut(|above, below| above.row.at.sheet == below.row.at.sheet) {
        if sheet.len() >= MIN_ROWS && sheet.iter().all(|entry| entry.row.name.is_empty()) {
            let doubt = || Doubt { kind: DoubtKind::NoNames, column: None, value: String::new() };
            sheet.iter_mut().for_each(|entry| entry.doubts.push(doubt()));
        }
    }
}
