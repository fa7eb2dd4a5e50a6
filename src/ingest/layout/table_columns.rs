//! The columns of a table with the field that each was resolved to, and the findings on them.

use crate::finding::{Finding, Severity};
use crate::record::{Field, FieldReason, GridRow, Kind, RowAt, column_letters, fold};

use super::super::headers::Rank;
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;

/// A column of names in steps, with the relation to the head that it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameStep {
    pub(super) column: u16,
    pub(super) relation: Option<&'static str>,
}

#[derive(Debug, Default)]
pub(super) struct TableColumns {
    pub(super) list: Vec<HeadingColumn>,
    /// Columns whose blank cells stand for the value above.
    pub(super) repeated: Vec<u16>,
    /// First column of a second table to the right of the first.
    pub(super) second_table_from: Option<u16>,
    /// Whether a row names two persons and nothing says whose its values are.
    pub(super) has_two_persons: bool,
    /// The columns of names in steps, of which each row fills one.
    pub(super) steps: Vec<NameStep>,
    /// Fields by column, for rows; see [`TableColumns::index_fields`].
    fields: Vec<Field>,
}

impl TableColumns {
    pub(super) fn new(list: Vec<HeadingColumn>) -> Self {
        Self { list, ..Self::default() }
    }

    /// Makes [`TableColumns::field`] return the fields of the list.
    pub(super) fn index_fields(&mut self) {
        let widest = self.list.iter().map(|column| column.column).max().unwrap_or(0);
        self.fields = vec![Field::Other; usize::from(widest) + 1];
        for column in &self.list {
            self.fields[usize::from(column.column)] = column.field;
        }
    }

    /// The field of a column; [`Field::Other`] for a column without a heading.
    pub(super) fn field(&self, column: u16) -> Field {
        self.fields.get(usize::from(column)).copied().unwrap_or(Field::Other)
    }

    /// The last column with a heading.
    pub(super) fn last_column(&self) -> Option<u16> {
        self.list.last().map(|column| column.column)
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.list.iter().any(|column| column.field == field)
    }

    pub(super) fn has_heading(&self, column: u16) -> bool {
        self.list.iter().any(|other| other.column == column)
    }

    pub(super) fn has_any(&self, fields: &[Field]) -> bool {
        self.list.iter().any(|column| fields.contains(&column.field))
    }

    /// Index in the list of the first column of a field that the settings do not pin.
    pub(super) fn position_unpinned(&self, field: Field) -> Option<usize> {
        self.list.iter().position(|column| column.field == field && !column.is_pinned())
    }

    /// Gives a column of the list a field by what it holds.
    pub(super) fn set_by_content(&mut self, index: usize, field: Field) {
        let column = &mut self.list[index];
        (column.field, column.why) = (field, FieldReason::Content);
    }

    /// The columns left of the last heading that have none and are filled in half of the rows or more, with their
    /// content.
    pub(super) fn without_heading(&self, data: &[&GridRow]) -> Vec<(u16, ContentProfile)> {
        let last = self.second_table_from.or(self.last_column()).unwrap_or(0);
        let columns = (0..last).filter(|column| !self.has_heading(*column));
        let profiles = columns.map(|column| (column, ContentProfile::of_column(column, data)));
        profiles.filter(|(_, profile)| profile.n() > 0 && profile.n() * 2 >= data.len()).collect()
    }

    /// Adds a column that has no heading, and returns its index in the list.
    pub(super) fn add_without_heading(&mut self, column: u16, field: Field) -> usize {
        let row = self.list.first().map_or(0, |first| first.row);
        let (text, why, rank) = (String::new(), FieldReason::Content, Rank::Sure);
        let index = self.list.partition_point(|other| other.column < column);
        self.list.insert(index, HeadingColumn { column, row, text, field, why, rank });
        index
    }

    /// Gives the columns of a heading further down whose words are not known the fields of this table, if their other
    /// columns agree with it: an agent shortens a heading that a page repeats. Returns the columns.
    pub(super) fn give_fields(&self, below: &mut [HeadingColumn]) -> Vec<u16> {
        const MIN_AGREEING: usize = 4;
        let is_open = |column: &HeadingColumn| column.field == Field::Other || column.field.is_of_events();
        let is_same = |column: &&HeadingColumn| self.field(column.column) == column.field;
        let known: Vec<&HeadingColumn> = below.iter().filter(|column| !is_open(column)).collect();
        let n_agreeing = known.iter().filter(|column| is_same(column)).count();
        if n_agreeing < MIN_AGREEING || n_agreeing * 4 < known.len() * 3 || self.has(Field::Event) {
            return Vec::new();
        }
        let taken: Vec<Field> = known.iter().map(|column| column.field).collect();
        let mut given = Vec::new();
        for column in below.iter_mut().filter(|column| is_open(column)) {
            let field = self.field(column.column);
            if !taken.contains(&field) && !matches!(field, Field::Other | Field::Unused | Field::Sensitive) {
                (column.field, column.why, column.rank) = (field, FieldReason::Content, Rank::Sure);
                given.push(column.column);
            }
        }
        given
    }

    /// Inserts a column without a heading behind one whose heading also holds for it.
    pub(super) fn insert_behind(&mut self, index: usize, column: u16, field: Field) {
        let new = HeadingColumn { column, field, why: FieldReason::Content, ..self.list[index].clone() };
        self.list.insert(index + 1, new);
    }
}

pub(super) struct ColumnNotes<'f> {
    pub(super) at: RowAt,
    pub(super) findings: &'f mut Vec<Finding>,
}

impl ColumnNotes<'_> {
    /// Adds a warning on a column; its value is the heading as typed, or the column's letters.
    pub(super) fn warn(&mut self, rule: &'static str, column: &HeadingColumn, args: Vec<(&'static str, String)>) {
        let value =
            if column.text.is_empty() { column_letters(column.column).to_string() } else { column.text.clone() };
        let at = RowAt { row: column.row, ..self.at }.cell(Some(column.column));
        self.add(Finding { rule, severity: Severity::Warning, at, value, args });
    }

    pub(super) fn warn_of_field(&mut self, rule: &'static str, column: &HeadingColumn, field: Field) {
        self.warn(rule, column, vec![("field", field.code().to_owned())]);
    }

    /// Adds warnings on headings that were not recognised and on expected columns that are missing. `is_further`: the
    /// table has no households, and the one above it has.
    pub(super) fn warn_of_gaps(&mut self, columns: &TableColumns, kind: Kind, is_further: bool) {
        let is_unknown = |column: &&HeadingColumn| column.why == FieldReason::Unknown && !fold(&column.text).is_empty();
        for column in columns.list.iter().filter(is_unknown) {
            self.warn("column-unrecognised", column, Vec::new());
        }
        use Field::{
            Age, BirthDate, BirthDatePlace, BirthYear, DeclaredOn, DeclaredYear, EventDate, Relation, Sex, SexMale,
        };
        const SEX: (&str, &[Field]) = ("sex", &[Sex, SexMale]);
        const BIRTH: (&str, &[Field]) = ("birth_date", &[BirthDate, BirthYear, BirthDatePlace]);
        let expected: &[(&str, &[Field])] = match kind {
            Kind::Census => {
                &[("birth_date", &[BirthDate, BirthYear, BirthDatePlace, Age]), SEX, ("relation", &[Relation])]
            }
            Kind::Birth => &[BIRTH, ("declared_on", &[DeclaredOn, DeclaredYear]), SEX],
            Kind::Event => &[("event_date", &[EventDate]), BIRTH],
        };
        let is_needed = |code: &str| !(is_further && code == "relation");
        for (code, _) in expected.iter().filter(|(code, fields)| !columns.has_any(fields) && is_needed(code)) {
            let (at, args) = (self.at.cell(None), vec![("field", (*code).to_owned())]);
            self.add(Finding { rule: "column-missing", severity: Severity::Warning, at, value: String::new(), args });
        }
    }

    fn add(&mut self, finding: Finding) {
        let is_of_sheet = |other: &&Finding| other.at.row.sheet == finding.at.row.sheet;
        let key = (finding.rule, &finding.value, &finding.args);
        if !self.findings.iter().filter(is_of_sheet).any(|other| (other.rule, &other.value, &other.args) == key) {
            self.findings.push(finding);
        }
    }
}

/// Whether a table says which household each row belongs to.
pub(super) fn has_households(columns: &TableColumns) -> bool {
    columns.has_any(&[Field::Relation, Field::Fiche, Field::Address, Field::Parcel])
}
