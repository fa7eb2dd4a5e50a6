//! A row as it stood in its file, each cell with the meaning its column was given.

use serde::{Deserialize, Serialize};

use super::person::codes;
use super::{CellValue, Kind, RowAt, Shown, SourceFile};

codes! {
    /// What a column holds.
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
        /// A cross if the person is a man.
        SexMale = "sex_male",
        /// A cross if the person is a woman.
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
        /// Number of the judgment that an act rests on.
        JudgmentNumber = "judgment_number",
        /// Date of the judgment that an act rests on.
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
        /// What happened (events).
        Event = "event",
        /// Day of an event.
        EventDate = "event_date",
        /// Quartier before an event.
        FromQuartier = "from_quartier",
        /// Quartier since an event.
        ToQuartier = "to_quartier",
        /// The other commune or town of an arrival or a departure.
        Elsewhere = "elsewhere",
        /// Name of the one married (events).
        Spouse = "spouse",
        /// A person's identifier, copied from the register (events).
        PersonId = "person_id",
        /// Known, kept as typed, not used: telephone, nationality, declarant…
        Unused = "unused",
        /// Ethnic group, religion, refugee status or health: kept out unless the settings say otherwise.
        Sensitive = "sensitive",
        /// Anything else: kept as typed, not used.
        Other = "other",
    }
}

impl Field {
    /// Whether only a list of events has such a column.
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

    /// Whether a value here speaks of the person, so that a row which has none is no data.
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

    /// Whether it holds a name or a part of one.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Self::Nom | Self::Postnom | Self::Prenom | Self::NomPostnom | Self::FullName | Self::PrenomFirst)
    }
}

/// One file, read: every non-blank row of every sheet, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct RawFile {
    /// The file.
    pub source: SourceFile,
    /// What its sheets hold.
    pub kind: Kind,
    /// Its rows.
    pub rows: Vec<RawRow>,
    /// What the lines above tables and blocks say; rows point into it.
    pub contexts: Vec<Context>,
    /// Every heading cell with the meaning it was given, for the rows below it up to the next heading of its sheet.
    pub headings: Vec<Heading>,
}

/// A cell of a heading row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The heading's row.
    pub at: RowAt,
    /// Column, from 0.
    pub column: u16,
    /// The heading as typed.
    pub text: String,
    /// What the column was taken to hold.
    pub field: Field,
    /// Why.
    pub why: Why,
}

codes! {
    /// Why a column was taken to hold what it was.
    Why {
        /// The heading is a known one.
        Known = "known",
        /// The heading holds a known one among other words.
        Words = "words",
        /// The heading stands below a title of a group of columns.
        Group = "group",
        /// What the column holds says so, against or without its heading.
        Content = "content",
        /// The settings say so.
        Pinned = "pinned",
        /// Another column of the table already has this meaning.
        Repeated = "repeated",
        /// Nothing says what it holds.
        Unknown = "unknown",
    }
}

/// A non-blank row.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    /// Where it stood.
    pub at: RowAt,
    /// Index into the file's contexts.
    pub context: u32,
    /// Its non-blank cells, by column.
    pub cells: Vec<RawCell>,
    /// What it takes from a cell above: one merged with its own, or one that a ditto mark repeats.
    pub carried: Vec<RawCell>,
    /// Why it is no data (`title`, `header`, `total`…), or `None` for a row of data.
    pub left_out: Option<&'static str>,
}

/// A non-blank cell.
#[derive(Debug, Clone, PartialEq)]
pub struct RawCell {
    /// Column, from 0.
    pub column: u16,
    /// What its column was taken to hold.
    pub field: Field,
    /// Its value.
    pub value: CellValue,
}

/// What stands above a table or a household's block and holds for all rows below.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Context {
    /// Quartier as typed: in the block, the title, the sheet name, the file name, in this order.
    pub quartier: Option<String>,
    /// The sheet's name, which may hold a quartier.
    pub sheet_name: Option<String>,
    /// Quartier as the file name has it, to fall back on.
    pub quartier_of_file: Option<String>,
    /// Avenue of the block.
    pub avenue: Option<String>,
    /// Parcel of the block.
    pub parcel: Option<String>,
    /// Number of the block's fiche; a block is a fiche of its own even without one.
    pub fiche: Option<String>,
    /// Whether the rows belong to one household's block.
    pub is_block: bool,
    /// Year of the round or of the register, as a line, a title or the sheet's name says.
    pub year: Option<i32>,
    /// Year as the file name has it, to fall back on.
    pub year_of_file: Option<i32>,
}

impl Context {
    /// Year of the round or of the register.
    #[must_use]
    pub fn round(&self) -> Option<i32> {
        self.year.or(self.year_of_file)
    }
}

impl RawRow {
    /// The first cell of a field; a cell carried from above stands for an empty one or a ditto mark.
    #[must_use]
    pub fn cell(&self, field: Field) -> Option<&RawCell> {
        self.carried
            .iter()
            .find(|cell| cell.field == field)
            .or_else(|| self.cells.iter().find(|cell| cell.field == field))
    }

    /// The text shown in the first cell of a field; "" if there is none.
    #[must_use]
    pub fn shown(&self, field: Field) -> Shown<'_> {
        self.cell(field).map(|cell| cell.value.text()).unwrap_or_default()
    }
}
