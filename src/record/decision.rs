//! A person's ruling on two rows or on a value, as it is kept: a row of input that outranks every score.

use super::{Fnv, MaritalStatus, PartialDate, Place, QuartierId, Sex};

/// A row of a sheet as a decision names it: by what it says, and by where it stood.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct DecidedRow {
    /// Hash of the row as typed, 16 hexadecimal digits: it holds when files are renamed and rows moved.
    pub key: String,
    /// File, relative to the raw folder.
    pub file: String,
    /// Sheet; "" for a CSV.
    pub sheet: String,
    /// Row as the spreadsheet shows it.
    pub row: i64,
    /// Nom, post-nom, prénom and day of birth of its person when it was decided, between bars; "" if not kept. By these a row
    /// that was corrected and has moved is known again.
    pub says: String,
}

/// A person's word that a value is right, whatever the rows say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct ValueDecision {
    /// Number by which it is undone.
    pub id: String,
    /// A row of the person.
    pub row: DecidedRow,
    /// The value, by the column of `persons`.
    pub field: String,
    /// As written; "" says that there is none.
    pub value: String,
    /// Moment of the decision, as written; "" if none.
    pub decided_on: String,
    /// Who decided; "" if nobody signed.
    pub author: String,
    /// Why; "" if it was not said.
    pub reason: String,
    /// File of decisions and the row in it, for messages.
    pub from: (String, u32),
}

/// A value that a person's word gives.
#[derive(Debug, Clone, PartialEq)]
pub enum RuledValue {
    /// Nom.
    Nom(String),
    /// Post-nom.
    Postnom(String),
    /// Prénom.
    Prenom(String),
    /// Sex.
    Sex(Sex),
    /// Date of birth.
    BornOn(PartialDate),
    /// Place of birth.
    BirthPlace(String),
    /// Quartier of residence.
    Quartier(QuartierId),
    /// Marital status.
    MaritalStatus(MaritalStatus),
    /// Occupation.
    Occupation(String),
}

impl RuledValue {
    /// The columns of `persons` that a person's word may give.
    pub const FIELDS: [&str; 9] =
        ["nom", "postnom", "prenom", "sex", "born_on", "birth_place", "quartier", "marital_status", "occupation"];
}

/// What a person decided of two rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Decision {
    /// Number by which it is undone.
    pub id: String,
    /// Whether they are one person.
    pub same: bool,
    /// One row.
    pub a: DecidedRow,
    /// The other.
    pub b: DecidedRow,
    /// Day of the decision, as written; "" if none.
    pub decided_on: String,
    /// Who decided; "" if nobody signed.
    pub author: String,
    /// Why; "" if it was not said.
    pub reason: String,
    /// File of decisions and the row in it, for messages.
    pub from: (String, u32),
}

impl Decision {
    /// The columns of a file of decisions, in the order in which they are written.
    pub const COLUMNS: [&str; 17] = [
        "decision",
        "key_a",
        "file_a",
        "sheet_a",
        "row_a",
        "key_b",
        "file_b",
        "sheet_b",
        "row_b",
        "decided_on",
        "author",
        "reason",
        "field",
        "value",
        "undoes",
        "says_a",
        "says_b",
    ];

    /// Those of a file that holds rulings on pairs alone.
    pub const OF_PAIRS: usize = 12;

    /// Where it stands, as `file, line`.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}, {}", self.from.0, self.from.1)
    }

    /// The two rows, as a person finds them.
    #[must_use]
    pub fn rows(&self) -> String {
        format!("{} / {}", self.a.shown(), self.b.shown())
    }
}

/// The number of a decision: spelt from everything that its row says, the same in every run.
#[must_use]
pub fn decision_id<'t>(cells: impl Iterator<Item = &'t str>) -> String {
    let hash = cells.fold(Fnv::default(), |hash, cell| hash.with(cell.trim().as_bytes()).with(&[0]));
    super::spell_id('D', hash.finish())
}

impl DecidedRow {
    /// Whether a row that says this may be it: of what is known no more than one thing changed, and two at least stayed.
    /// Nothing kept fits anything.
    #[must_use]
    pub fn fits(&self, names: [&str; 3], born: Option<chrono::NaiveDate>) -> bool {
        let known: Vec<&str> = self.says.split('|').map(str::trim).collect();
        if known.iter().all(|part| part.is_empty()) {
            return true;
        }
        let born = born.map(|day| day.to_string()).unwrap_or_default();
        let now = [names[0], names[1], names[2], &born];
        let stayed = known
            .iter()
            .zip(now)
            .filter(|(then, now)| !then.is_empty() && super::fold(then) == super::fold(now))
            .count();
        stayed >= known.iter().filter(|part| !part.is_empty()).count().saturating_sub(1).max(2)
    }

    /// Where it stands, as a person finds it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self.sheet.as_str() {
            "" => format!("{}:{}", self.file, self.row),
            sheet => format!("{}:{sheet}!{}", self.file, self.row),
        }
    }

    /// The place by which the row is known again when its file was corrected.
    #[must_use]
    pub fn place(&self) -> Place {
        let (file, sheet, row) = super::lasting_place(&self.file, &self.sheet, self.row);
        (file.into(), sheet.into(), row)
    }
}
