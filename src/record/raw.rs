//! Rows as typed, each cell with the meaning (field) that the reader gave its column.

use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{CellText, CellValue, Kind, RowAt, SourceFile};

codes! {
    /// The meaning of a column.
    Field {
        /// Running number of the line.
        Order = "order",
        /// Number of the fiche or household.
        Fiche = "fiche",
        /// Quartier.
        Quartier = "quartier",
        /// Avenue or street.
        Avenue = "avenue",
        /// Parcel number.
        Parcel = "parcel",
        /// Avenue and number in one cell.
        Address = "address",
        /// Nom.
        Nom = "nom",
        /// Post-nom.
        Postnom = "postnom",
        /// Prénom.
        Prenom = "prenom",
        /// Nom and post-nom in one cell.
        NomPostnom = "nom_postnom",
        /// The whole name in one cell: nom, post-nom, prénom.
        FullName = "full_name",
        /// The whole name in one cell, the prénom first.
        PrenomFirst = "prenom_first",
        /// Sex.
        Sex = "sex",
        /// A mark if the person is male.
        SexMale = "sex_male",
        /// A mark if the person is female.
        SexFemale = "sex_female",
        /// Date of birth.
        BirthDate = "birth_date",
        /// Day of birth, in a column of its own.
        BirthDay = "birth_day",
        /// Month of birth, in a column of its own.
        BirthMonth = "birth_month",
        /// Year of birth, in a column of its own.
        BirthYear = "birth_year",
        /// Date and place of birth in one cell.
        BirthDatePlace = "birth_date_place",
        /// Age in years.
        Age = "age",
        /// Place of birth.
        BirthPlace = "birth_place",
        /// Relation to the head.
        Relation = "relation",
        /// Marital status.
        MaritalStatus = "marital_status",
        /// Occupation.
        Occupation = "occupation",
        /// Number of the act.
        ActNumber = "act_number",
        /// Volume of the register.
        Volume = "volume",
        /// Folio of the register.
        Folio = "folio",
        /// Date of declaration.
        DeclaredOn = "declared_on",
        /// Day of declaration, in a column of its own.
        DeclaredDay = "declared_day",
        /// Month of declaration, in a column of its own.
        DeclaredMonth = "declared_month",
        /// Year of declaration, in a column of its own.
        DeclaredYear = "declared_year",
        /// Number of the judgment on which an act is based.
        JudgmentNumber = "judgment_number",
        /// Date of the judgment on which an act is based.
        JudgmentDate = "judgment_date",
        /// Category of the declaration.
        Category = "category",
        /// Father's name.
        Father = "father",
        /// Mother's name.
        Mother = "mother",
        /// Remarks, which may hold the category.
        Remarks = "remarks",
        /// Year of the round or of the register.
        Year = "year",
        /// Kind of the event (events).
        Event = "event",
        /// Day of the event (events).
        EventDate = "event_date",
        /// Quartier before the event (events).
        FromQuartier = "from_quartier",
        /// Quartier since the event (events).
        ToQuartier = "to_quartier",
        /// The other commune or town of an arrival or a departure (events).
        Elsewhere = "elsewhere",
        /// Name of the spouse (events).
        Spouse = "spouse",
        /// A person's identifier, copied from the register (events).
        PersonId = "person_id",
        /// Recognised but not used, kept as typed: telephone, nationality, declarant…
        Unused = "unused",
        /// Ethnic group, religion, refugee status or health: left out unless the settings keep it.
        Sensitive = "sensitive",
        /// Not recognised and not used, kept as typed.
        Other = "other",
    }
}

impl Field {
    /// Whether only a list of events has this column.
    #[must_use]
    pub fn is_of_events(self) -> bool {
        matches!(
            self,
            Self::Event
                | Self::EventDate
                | Self::FromQuartier
                | Self::ToQuartier
                | Self::Elsewhere
                | Self::Spouse
                | Self::PersonId
        )
    }

    /// Whether the column describes the person. A row without any such value is not a row of data.
    #[must_use]
    pub fn is_personal(self) -> bool {
        !matches!(
            self,
            Self::Order
                | Self::Fiche
                | Self::Quartier
                | Self::Avenue
                | Self::Parcel
                | Self::Address
                | Self::Year
                | Self::ActNumber
                | Self::Volume
                | Self::Folio
                | Self::JudgmentNumber
                | Self::JudgmentDate
                | Self::Category
                | Self::Remarks
                | Self::Event
                | Self::EventDate
                | Self::FromQuartier
                | Self::ToQuartier
                | Self::Elsewhere
                | Self::Unused
                | Self::Sensitive
                | Self::Other
        )
    }

    /// Whether the column holds the person's name or a part of it.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Self::Nom | Self::Postnom | Self::Prenom | Self::NomPostnom | Self::FullName | Self::PrenomFirst)
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

codes! {
    /// Reason why a column was given its meaning.
    FieldReason {
        /// The heading is in the list of headings.
        Known = "known",
        /// The heading contains a known heading among other words.
        Words = "words",
        /// The heading stands below the title of a group of columns.
        Group = "group",
        /// The values show it, against the heading or without one.
        Content = "content",
        /// The settings fix it.
        Pinned = "pinned",
        /// Another column of the table already has this meaning.
        Repeated = "repeated",
        /// The meaning is not known.
        Unknown = "unknown",
    }
}

/// A non-blank row.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    /// Position in its file.
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
    /// Meaning of its column.
    pub field: Field,
    /// The value.
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
    /// Avenue of the block.
    pub avenue: Option<String>,
    /// Parcel of the block.
    pub parcel: Option<String>,
    /// Number of the block's fiche; a block without a number is a separate fiche too.
    pub fiche: Option<String>,
    /// Whether the rows form the block of one household.
    pub is_block: bool,
    /// Year of the round or of the register, from a line, a title or the sheet's name.
    pub year: Option<i32>,
    /// Year in the file name; used if nothing else gives one.
    pub year_of_file: Option<i32>,
}

impl Context {
    /// Returns the year of the round or of the register.
    #[must_use]
    pub fn round_year(&self) -> Option<i32> {
        self.year.or(self.year_of_file)
    }
}

impl RawRow {
    /// Returns the first cell of a field; a cell filled down from above comes first.
    #[must_use]
    pub fn cell(&self, field: Field) -> Option<&RawCell> {
        self.carried
            .iter()
            .find(|cell| cell.field == field)
            .or_else(|| self.cells.iter().find(|cell| cell.field == field))
    }

    /// Returns the display text of the first cell of a field; "" if there is none.
    #[must_use]
    pub fn field_text(&self, field: Field) -> CellText<'_> {
        self.cell(field).map(|cell| cell.value.display_text()).unwrap_or_default()
    }
}
