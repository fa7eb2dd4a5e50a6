//! Rows as typed, each cell with the meaning (field) that the reader gave its column.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{CellText, CellValue, CorrectedCell, Doubt, DoubtKind, GridRow, Kind, Merge, RowAt, Sex, SourceFile};

codes! {
    /// The meaning of a column.
    Field {
        Order = "order": "Running number of the line.",
        Fiche = "fiche": "Number of the fiche or household.",
        Quartier = "quartier": "Quartier.",
        Avenue = "avenue": "Avenue or street.",
        Parcel = "parcel": "Parcel number.",
        Address = "address": "Avenue and number in one cell.",
        Nom = "nom": "Nom.",
        Postnom = "postnom": "Post-nom.",
        Prenom = "prenom": "Prénom.",
        NomPostnom = "nom_postnom": "Nom and post-nom in one cell.",
        FullName = "full_name": "The whole name in one cell: nom, post-nom, prénom.",
        PrenomFirst = "prenom_first": "The whole name in one cell, the prénom first.",
        Sex = "sex": "Sex.",
        SexMale = "sex_male": "A mark if the person is male.",
        SexFemale = "sex_female": "A mark if the person is female.",
        BirthDate = "birth_date": "Date of birth.",
        BirthDay = "birth_day": "Day of birth, in a column of its own.",
        BirthMonth = "birth_month": "Month of birth, in a column of its own.",
        BirthYear = "birth_year": "Year of birth, in a column of its own.",
        BirthDatePlace = "birth_date_place": "Date and place of birth in one cell.",
        Age = "age": "Age in years.",
        AgeUnit = "age_unit": "Unit of the age in the column beside it: years, months, days.",
        BirthPlace = "birth_place": "Place of birth.",
        Relation = "relation": "Relation to the head.",
        MaritalStatus = "marital_status": "Marital status.",
        Occupation = "occupation": "Occupation.",
        ActNumber = "act_number": "Number of the act.",
        Volume = "volume": "Volume of the register.",
        Folio = "folio": "Folio of the register.",
        DeclaredOn = "declared_on": "Date of declaration.",
        DeclaredDay = "declared_day": "Day of declaration, in a column of its own.",
        DeclaredMonth = "declared_month": "Month of declaration, in a column of its own.",
        DeclaredYear = "declared_year": "Year of declaration, in a column of its own.",
        JudgmentNumber = "judgment_number": "Number of the judgment on which an act is based.",
        JudgmentDate = "judgment_date": "Date of the judgment on which an act is based.",
        Category = "category": "Category of the declaration.",
        Father = "father": "Father's name.",
        Mother = "mother": "Mother's name.",
        Remarks = "remarks": "Remarks, which may hold the category.",
        Year = "year": "Year of the round or of the register.",
        Event = "event": "Kind of the event (events).",
        EventDate = "event_date": "Day of the event (events).",
        FromQuartier = "from_quartier": "Quartier before the event (events).",
        ToQuartier = "to_quartier": "Quartier since the event (events).",
        ToAvenue = "to_avenue": "Avenue since the event (events).",
        ToParcel = "to_parcel": "Parcel since the event (events).",
        Elsewhere = "elsewhere": "The other commune or town of an arrival or a departure (events).",
        Spouse = "spouse": "Name of the spouse (events).",
        PersonId = "person_id": "A person's identifier, copied from the register (events).",
        Unused = "unused": "Recognised but not used, kept as typed: telephone, nationality, declarant…",
        Sensitive = "sensitive": "Ethnic group, religion, refugee status, health: left out unless settings keep it.",
        Other = "other": "Not recognised and not used, kept as typed.",
    }
}

impl Field {
    // The variants stand in groups: the functions below name the first and the last of a group.

    /// Whether only a list of events has this column.
    pub fn is_of_events(self) -> bool {
        (Self::Event..=Self::PersonId).contains(&self)
    }

    /// Whether the column describes the person. A row without any such value is not a row of data.
    pub fn is_personal(self) -> bool {
        (Self::Nom..=Self::Occupation).contains(&self)
            || (Self::DeclaredOn..=Self::DeclaredYear).contains(&self)
            || (Self::Father..=Self::Mother).contains(&self)
            || (Self::Spouse..=Self::PersonId).contains(&self)
    }

    /// Whether the column holds the person's name or a part of it.
    pub fn is_name(self) -> bool {
        (Self::Nom..=Self::PrenomFirst).contains(&self)
    }

    /// Whether the field is a whole date, alone or with a place.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(self, Self::BirthDate | Self::BirthDatePlace | Self::DeclaredOn | Self::EventDate | Self::JudgmentDate)
    }
}

/// One file as read: every non-blank row of every sheet, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct RawFile {
    /// Path, hash, size and sheets.
    pub source: SourceFile,
    /// Kind of its sheets.
    pub kind: Kind,
    /// The rows.
    pub rows: Vec<RawRow>,
    /// What the lines above tables and blocks say; [`RawRow::context`] is an index into it.
    pub contexts: Vec<Context>,
    /// Every heading cell with its meaning, valid for the rows down to the next heading row of its sheet.
    pub headings: Vec<Heading>,
    /// The cells whose text a correction replaced, by sheet, row and column.
    pub corrected: Vec<CorrectedCell>,
    /// The merged cells of each sheet.
    pub merges: Vec<Vec<Merge>>,
}

/// A cell of a heading row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Row of the heading.
    pub at: RowAt,
    /// Column, from 0.
    pub column: u16,
    /// The heading as typed.
    pub text: String,
    /// Meaning of the column.
    pub field: Field,
    /// Reason for that meaning.
    pub why: FieldReason,
}

/// Returns the rows of the heading that a row stands below: the last heading row above it, and those just above that
/// one. Titles that are merged over the rows of a heading stand in its first row, those of its single columns in its
/// last.
pub(crate) fn heading_block(heading_rows: impl Iterator<Item = i64>, below: i64) -> Option<RangeInclusive<i64>> {
    let above: BTreeSet<i64> = heading_rows.filter(|row| *row < below).collect();
    let last = *above.last()?;
    let first = above.iter().rev().fold(last, |first, row| if first - row <= 1 { *row } else { first });
    Some(first..=last)
}

codes! {
    /// Reason why a column was given its meaning.
    FieldReason {
        Known = "known": "The heading is in the list of headings.",
        Words = "words": "The heading contains a known heading among other words.",
        Group = "group": "The heading stands below the title of a group of columns.",
        Content = "content": "The values show it, against the heading or without one.",
        Pinned = "pinned": "The settings fix it.",
        Repeated = "repeated": "Another column of the table already has this meaning.",
        Unknown = "unknown": "The meaning is not known.",
    }
}

/// A non-blank row.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    pub at: RowAt,
    /// Index into [`RawFile::contexts`].
    pub context: u32,
    /// Non-blank cells, by column.
    pub cells: Vec<RawCell>,
    /// Cells filled down from a row above: from a merged range, or because of a ditto mark.
    pub carried: Vec<RawCell>,
    /// Reason why the row is not data (`title`, `header`, `total`…); `None` for a row of data.
    pub left_out: Option<&'static str>,
}

/// A non-blank cell.
#[derive(Debug, Clone, PartialEq)]
pub struct RawCell {
    /// Column, from 0.
    pub column: u16,
    pub field: Field,
    pub value: CellValue,
}

/// Values that stand above a table or a household block and apply to all its rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// Quartier as typed in the block or the title.
    pub quartier: Option<String>,
    /// The sheet's name, which may contain a quartier.
    pub sheet_name: Option<String>,
    /// Quartier in the file name; used if nothing else names one.
    pub quartier_of_file: Option<String>,
    pub avenue: Option<String>,
    pub parcel: Option<String>,
    /// Number of the block's fiche; a block without a number is a separate fiche too.
    pub fiche: Option<String>,
    /// Whether the rows form the block of one household.
    pub is_block: bool,
    /// Whether the rows stand in a further table of a sheet, which says nothing of households where the first one does.
    pub has_no_households: bool,
    /// Sex of the rows of a table without a column of it, from a line, a title or a name: `LISTE DES FILLES`.
    pub sex: Option<Sex>,
    /// Year of the round or of the register, from a line, a title or the sheet's name.
    pub year: Option<i32>,
    /// Year in the file name; used if nothing else gives one.
    pub year_of_file: Option<i32>,
}

impl RawCell {
    /// Returns a doubt about this cell's value.
    pub fn doubt(&self, kind: DoubtKind) -> Doubt {
        Doubt { kind, column: Some(self.column), value: self.value.to_text() }
    }
}

impl Context {
    pub fn round_year(&self) -> Option<i32> {
        self.year.or(self.year_of_file)
    }
}

impl RawRow {
    /// Returns the cells as they stood in the sheet.
    pub(crate) fn grid_row(&self) -> GridRow {
        let cells = self.cells.iter().map(|cell| (cell.column, cell.value.clone()));
        GridRow { row: self.at.row, cells: cells.collect() }
    }

    /// Returns the first cell of a field; a cell filled down from above comes first.
    pub fn cell(&self, field: Field) -> Option<&RawCell> {
        self.carried.iter().chain(&self.cells).find(|cell| cell.field == field)
    }

    /// Returns the display text of the first cell of a field; "" if there is none.
    pub fn field_text(&self, field: Field) -> CellText<'_> {
        self.cell(field).map(|cell| cell.value.display_text()).unwrap_or_default()
    }
}

#[cfg(test)]
impl RawFile {
    /// A file of census rows.
    pub(crate) fn of_rows(rows: Vec<RawRow>) -> Self {
        Self {
            source: SourceFile { path: "x.xlsx".into(), sha256: String::new(), n_bytes: 0, sheets: Vec::new() },
            kind: Kind::Census,
            rows,
            contexts: Vec::new(),
            headings: Vec::new(),
            corrected: Vec::new(),
            merges: Vec::new(),
        }
    }

    /// A file of census rows with these columns, from row 1 on; an empty text is no cell.
    pub(crate) fn of_texts<const N: usize>(fields: [Field; N], rows: &[[&str; N]]) -> Self {
        let row = |(row, texts): (u32, &[&str; N])| {
            let cells = (0..).zip(fields).zip(texts).filter(|(_, text)| !text.is_empty());
            let cell = |((column, field), text): ((u16, Field), &&str)| {
                let value = CellValue::Text((*text).into());
                RawCell { column, field, value }
            };
            let at = RowAt { row, ..RowAt::default() };
            RawRow { at, context: 0, cells: cells.map(cell).collect(), carried: Vec::new(), left_out: None }
        };
        Self::of_rows((1..).zip(rows).map(row).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_of_two_storeys_is_one_block() {
        let block = |rows: &[i64], below| heading_block(rows.iter().copied(), below);
        assert_eq!(block(&[3, 4, 3, 4], 12), Some(3..=4));
        // One person stands between the headings of two blocks.
        assert_eq!(block(&[3, 5], 12), Some(5..=5));
        // The second table of a sheet has its own heading.
        assert_eq!(block(&[3, 20], 12), Some(3..=3));
        assert_eq!(block(&[3, 20], 25), Some(20..=20));
        assert_eq!(block(&[3], 2), None);
    }
}
