//! The type of a rule: id, severity and check. A check takes an input (one row, one household, one file, one file among
//! others) and returns hits.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::doubt_args::args_of;
use crate::finding::Severity;
use crate::record::{CellAt, CellValue, CleanRow, ColumnDoubt, ColumnDoubtKind, Doubt, DoubtKind, Fiche, Field};
use crate::record::{PersonName, RawCell, RawFile, RawRow, Relation, RowAt, column_letters, fold};

/// A validation rule.
pub struct Rule {
    /// Name of the fault in kebab case; never reused.
    pub id: &'static str,
    /// Default severity; the settings may change it.
    pub severity: Severity,
    pub(super) check: Check,
    /// Whether a word of a column is reported once with its count, as long as the rule is a warning.
    pub(super) once_per_word: bool,
}

/// The check of a rule, by what it looks at.
pub(super) enum Check {
    Row(fn(&RowInput<'_>) -> Option<RowHit>),
    /// One row: normalising returned a doubt of this kind.
    Doubt(DoubtKind),
    /// One column: normalising returned a doubt of this kind.
    Column(ColumnDoubtKind),
    Household(fn(&HouseholdInput<'_>) -> Vec<GroupHit>),
    File(fn(&FileRows<'_>) -> Vec<GroupHit>),
    /// All files of a run.
    Files(fn(&[FileInput<'_>]) -> Vec<GroupHit>),
    /// No check here: the reader reports the finding, once per sheet.
    Reader,
}

impl Rule {
    pub(super) const fn error(id: &'static str, check: Check) -> Self {
        Self { id, severity: Severity::Error, check, once_per_word: false }
    }

    pub(super) const fn warning(id: &'static str, check: Check) -> Self {
        Self { id, severity: Severity::Warning, check, once_per_word: false }
    }

    /// The same rule, reporting a word of a column once, with the number of its cells and the first of them.
    pub(super) const fn once_per_word(self) -> Self {
        Self { once_per_word: true, ..self }
    }

    /// Whether a word of a column is reported once, with the number of its cells.
    #[must_use]
    pub fn is_once_per_word(&self) -> bool {
        self.once_per_word
    }

    /// Returns what the rule looks at, as a code for messages (`rules-scope-<code>`).
    #[must_use]
    pub fn scope(&self) -> &'static str {
        match self.check {
            Check::Row(_) | Check::Doubt(_) => "row",
            Check::Household(_) => "household",
            Check::Column(_) | Check::File(_) => "file",
            Check::Files(_) => "files",
            Check::Reader => "reading",
        }
    }
}

/// A row as typed, as cleaned, and its doubts.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowInput<'r> {
    pub(super) raw: &'r RawRow,
    pub(super) row: &'r CleanRow,
    pub(super) doubts: &'r [Doubt],
    /// Day of the run; later dates are in the future.
    pub(super) today: NaiveDate,
    /// Greatest plausible age, in years.
    pub(super) max_age_years: i32,
    /// First letter of the identifiers of persons.
    pub(super) person_prefix: char,
    /// Whether rows under the same lines above have a quartier of their own: those lines and the names give none.
    pub(super) is_quartier_of_row: bool,
}

impl RowInput<'_> {
    /// Whether normalising returned a doubt of this kind.
    pub(super) fn has_doubt(&self, kind: DoubtKind) -> bool {
        self.doubts.iter().any(|doubt| doubt.kind == kind)
    }

    /// Returns the age on the day of declaration, else at the end of the year of the round, else on the day of the run.
    pub(super) fn age(&self) -> Option<i32> {
        let declared = self.row.act.as_ref().and_then(|act| act.declared_on);
        let end_of_round = self.row.seen_in.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
        Some(self.row.born?.age_on(declared.or(end_of_round).unwrap_or(self.today)))
    }

    /// Whether the row is likely that of nobody, which is said of its name: its missing values are not said as well.
    pub(super) fn is_nobody(&self) -> bool {
        use DoubtKind::{ContinuedLine, OnlyAName, RemarkAsName, RowCancelled, Stillborn};
        let has_doubt =
            |doubt: &Doubt| matches!(doubt.kind, ContinuedLine | OnlyAName | RemarkAsName | RowCancelled | Stillborn);
        self.row.name.is_empty() || self.doubts.iter().any(has_doubt) || self.has_only_a_name()
    }

    /// Whether no cell but those of the name describes a person.
    pub(super) fn has_only_a_name(&self) -> bool {
        let is_other = |field: Field| field.is_personal() && !field.is_name();
        // A title gives the sex, or the cell of the name an age.
        let name = &self.row.name;
        let n_parts = [&name.nom, &name.postnom, &name.prenom].iter().filter(|part| !part.is_empty()).count();
        let is_described = self.row.born.is_some() || self.row.sex.is_some() && n_parts >= 2;
        !is_described && !self.raw.cells.iter().any(|cell| is_other(cell.field))
    }
}

/// The rows of one fiche.
pub(super) struct HouseholdInput<'r> {
    pub(super) fiche: &'r Fiche,
    /// In the sheet's order.
    pub(super) members: Vec<&'r RowInput<'r>>,
    /// Smallest plausible difference between the birth years of mother and child.
    pub(super) min_years_mother_child: i32,
    /// Legal age of marriage, in years.
    pub(super) marriage_age: i32,
}

impl<'r> HouseholdInput<'r> {
    pub(super) fn with_relation(&self, relation: Relation) -> impl Iterator<Item = &'r RowInput<'r>> + '_ {
        self.members.iter().copied().filter(move |member| member.row.relation == Some(relation))
    }

    /// Returns the head, if the fiche names one.
    pub(super) fn head(&self) -> Option<&'r RowInput<'r>> {
        self.with_relation(Relation::Head).next()
    }
}

/// All rows of one file.
pub(super) struct FileRows<'r> {
    /// The file as read, with its titles and totals.
    pub(super) raw: &'r RawFile,
    /// Its rows of data, in order.
    pub(super) rows: Vec<&'r RowInput<'r>>,
    /// Its fiches, in order.
    pub(super) households: Vec<HouseholdInput<'r>>,
}

impl<'r> FileRows<'r> {
    /// Returns the rows of data of each sheet.
    pub(super) fn sheets(&self) -> impl Iterator<Item = &[&'r RowInput<'r>]> {
        self.rows.chunk_by(|above, below| above.raw.at.sheet == below.raw.at.sheet)
    }
}

/// One file among those of a run.
pub(crate) struct FileInput<'r> {
    /// Index in the run.
    pub(crate) file: u32,
    pub(crate) path: &'r str,
    /// SHA-256 of the bytes.
    pub(crate) sha256: &'r str,
    /// Rows of data.
    pub(crate) rows: Vec<&'r CleanRow>,
}

/// Arguments of a message, by name.
pub(super) type HitArgs = Vec<(&'static str, String)>;

/// A fault found in one row.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct RowHit {
    /// Column, from 0, if the fault is in one cell.
    pub(super) column: Option<u16>,
    /// The value as typed.
    pub(super) value: String,
    /// Whether the fault is that of the sheet, reported once for all its rows.
    pub(super) of_sheet: bool,
    pub(super) args: HitArgs,
}

/// A fault found among several rows or files.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct GroupHit {
    /// Position; row 0 is the whole sheet or file.
    pub(super) at: CellAt,
    /// The value as typed.
    pub(super) value: String,
    pub(super) args: HitArgs,
}

/// Returns the doubts of this kind as hits. A doubt without a column is a fault of the sheet.
pub(super) fn doubt_hits<'r>(input: &RowInput<'r>, kind: DoubtKind) -> impl Iterator<Item = RowHit> + use<'r> {
    input.doubts.iter().filter(move |doubt| doubt.kind == kind).map(|doubt| RowHit {
        column: doubt.column,
        value: doubt.value.clone(),
        of_sheet: doubt.column.is_none(),
        args: args_of(doubt),
    })
}

/// The cells of one column that have the same fault.
#[derive(Debug, Clone)]
pub(super) struct ColumnHits {
    /// The first cell.
    pub(super) at: CellAt,
    /// Its value.
    pub(super) value: String,
    pub(super) n: u64,
}

/// Returns, for each sheet and column, the cells of data that a predicate chooses.
pub(super) fn column_hits(file: &RawFile, is_hit: impl Fn(&RawCell) -> bool) -> Vec<ColumnHits> {
    let mut by_column: BTreeMap<(u16, u16), ColumnHits> = BTreeMap::new();
    for row in file.rows.iter().filter(|row| row.left_out.is_none()) {
        for cell in row.cells.iter().filter(|cell| is_hit(cell)) {
            let first = || ColumnHits { at: row.at.cell(Some(cell.column)), value: cell.value.to_text(), n: 0 };
            by_column.entry((row.at.sheet, cell.column)).or_insert_with(first).n += 1;
        }
    }
    by_column.into_values().collect()
}

impl ColumnHits {
    /// Returns the hit in the first cell, with the number of cells.
    pub(super) fn into_hit(self) -> GroupHit {
        GroupHit { at: self.at, value: self.value, args: vec![("n", self.n.to_string())] }
    }
}

/// Returns the doubts of this kind as hits in the headings of their columns.
pub(super) fn column_doubt_hits(doubts: &[ColumnDoubt], kind: ColumnDoubtKind) -> Vec<GroupHit> {
    let hit = |doubt: &ColumnDoubt| {
        let letters = || doubt.at.column.map(column_letters).unwrap_or_default().to_string();
        let value = if doubt.heading.is_empty() { letters() } else { doubt.heading.clone() };
        let args = vec![("n", doubt.n_cells.to_string()), ("decided", doubt.decided.clone())];
        GroupHit { at: doubt.at, value, args }
    };
    doubts.iter().filter(|doubt| doubt.kind == kind).map(hit).collect()
}

/// Returns a hit in the cell of a field, or in the row if it has no such cell.
pub(super) fn cell_hit(input: &RowInput<'_>, field: Field) -> RowHit {
    // A date may share its cell with a place, or fill three cells; the sex may be marked in one of two columns.
    let others: &[Field] = match field {
        Field::BirthDate => &[Field::BirthDatePlace, Field::BirthYear, Field::Age],
        Field::DeclaredOn => &[Field::DeclaredYear],
        Field::Sex => &[Field::SexMale, Field::SexFemale],
        _ => &[],
    };
    let cell = std::iter::once(&field).chain(others).find_map(|field| input.raw.cell(*field));
    let value = cell.map(|cell| cell.value.to_text()).unwrap_or_default();
    RowHit { column: cell.map(|cell| cell.column), value, ..RowHit::default() }
}

/// Returns the hit of a group rule in the cell of a field of one of its rows.
pub(super) fn member_hit(input: &RowInput<'_>, field: Field, args: HitArgs) -> GroupHit {
    let hit = cell_hit(input, field);
    GroupHit { at: input.raw.at.cell(hit.column), value: hit.value, args }
}

/// Returns a hit of the whole sheet in which a row stands.
pub(super) fn sheet_hit(at: RowAt, args: HitArgs) -> GroupHit {
    GroupHit { at: RowAt { row: 0, ..at }.cell(None), value: String::new(), args }
}

/// Returns the numbers in a column of a sheet whose rows say that they were cancelled: they are not missing.
pub(super) fn cancelled_numbers(file: &RawFile, sheet: u16, field: Field) -> Vec<u32> {
    const STARTS: [&str; 3] = ["ANNUL", "GEANNULEERD", "CANCEL"];
    let says_so = |cell: &RawCell| match &cell.value {
        CellValue::Text(text) => fold(text).split(' ').any(|word| STARTS.iter().any(|start| word.starts_with(start))),
        _ => false,
    };
    let rows = file.rows.iter().filter(|row| row.at.sheet == sheet && row.cells.len() <= 4);
    let cancelled = rows.filter(|row| row.cells.iter().any(says_so));
    let column = column_of(file, sheet, field);
    let number = |row: &RawRow| {
        let cell = row.cell(field).or_else(|| row.cells.iter().find(|cell| Some(cell.column) == column))?;
        first_number(&cell.value.display_text())
    };
    cancelled.filter_map(number).collect()
}

/// Returns the column of a field in the rows of data of a sheet.
fn column_of(file: &RawFile, sheet: u16, field: Field) -> Option<u16> {
    let data = file.rows.iter().filter(|row| row.at.sheet == sheet && row.left_out.is_none());
    data.flat_map(|row| &row.cells).find(|cell| cell.field == field).map(|cell| cell.column)
}

/// Returns the first number in a text.
fn first_number(text: &str) -> Option<u32> {
    text.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty())?.parse().ok()
}

/// Returns the second number of each cell that names two: `6 et 7`. It is not missing.
pub(super) fn second_numbers(rows: &[&RowInput<'_>], field: Field) -> Vec<u32> {
    const JOINTS: [&str; 6] = [" et ", " ET ", " & ", "&", "+", " en "];
    let second = |input: &&RowInput<'_>| {
        let text = input.raw.field_text(field);
        let (first, second) = JOINTS.iter().find_map(|joint| text.split_once(joint))?;
        let is_next = first_number(first)? < first_number(second)?;
        first_number(second).filter(|_| is_next)
    };
    let texts = rows.iter().map(|input| input.raw.field_text(field));
    rows.iter().filter_map(second).chain(texts.flat_map(|text| numbers_in_range(&text))).collect()
}

/// The numbers of a cell that names several in a row: `30-31-32`, `30 à 32`. Two numbers between a sign may be a number
/// and a year.
fn numbers_in_range(text: &str) -> Vec<u32> {
    const MOST: u32 = 50;
    let is_word = |c: char| !c.is_ascii_digit();
    let numbers: Vec<u32> = text.split(is_word).filter_map(|part| part.parse().ok()).collect();
    let are_next = || numbers.windows(2).all(|two| two[1] == two[0] + 1);
    match numbers[..] {
        [first, last] if [" à ", " a ", " au ", " tot "].iter().any(|joint| text.contains(joint)) => {
            (first..=last.min(first.saturating_add(MOST))).collect()
        }
        [_, _, _, ..] if are_next() => numbers,
        _ => Vec::new(),
    }
}

/// Whether a row with this reason waits in quarantine since it was read: the reason is a rule.
pub(super) fn waits(reason: &str) -> bool {
    super::RULES.iter().any(|rule| rule.id == reason && rule.severity == Severity::Error)
}

/// Returns the numbers of the rows of a sheet that wait in quarantine since they were read: they are not missing. The
/// column is that of the rows of data.
pub(super) fn waiting_numbers(file: &RawFile, sheet: u16, field: Field) -> Vec<u32> {
    let column = column_of(file, sheet, field);
    let rows = file.rows.iter().filter(|row| row.at.sheet == sheet);
    let waiting = rows.filter(|row| row.left_out.is_some_and(waits));
    let number = |row: &RawRow| {
        let cell = row.cells.iter().find(|cell| Some(cell.column) == column)?;
        first_number(&cell.value.display_text())
    };
    waiting.filter_map(number).collect()
}

/// Returns a hit of a whole file.
pub(super) fn file_hit(file: u32, args: HitArgs) -> GroupHit {
    sheet_hit(RowAt { file, ..RowAt::default() }, args)
}

/// Returns the whole name, folded, so that spellings with other case or accents are equal.
pub(super) fn folded_name(name: &PersonName) -> String {
    fold(&format!("{} {} {}", name.nom, name.postnom, name.prenom))
}

/// Returns the numbers missing between rising numbers, as ranges: `12–14, 30`. The list ends in `…` after 12 ranges.
pub(super) fn missing_between(numbers: &[u32]) -> String {
    const MAX_RANGES: usize = 12;
    let gaps = numbers.windows(2).filter(|two| two[1] > two[0] + 1).map(|two| match (two[0] + 1, two[1] - 1) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}–{last}"),
    });
    let mut gaps: Vec<String> = gaps.collect();
    let end = if gaps.len() > MAX_RANGES { "…" } else { "" };
    gaps.truncate(MAX_RANGES);
    gaps.join(", ") + end
}
