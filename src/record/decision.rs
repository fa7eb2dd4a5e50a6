//! A person's ruling on two rows, as it is kept: a row of input that outranks every score.

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
}

/// What a person decided of two rows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decision {
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
    pub const COLUMNS: [&str; 12] = [
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
    ];

    /// Where it stands, as `file, line`.
    #[must_use]
    pub fn place(&self) -> String {
        format!("{}, {}", self.from.0, self.from.1)
    }

    /// The two rows, as a person finds them.
    #[must_use]
    pub fn rows(&self) -> String {
        let shown = |row: &DecidedRow| match row.sheet.as_str() {
            "" => format!("{}:{}", row.file, row.row),
            sheet => format!("{}:{sheet}!{}", row.file, row.row),
        };
        format!("{} / {}", shown(&self.a), shown(&self.b))
    }
}

impl DecidedRow {
    /// The place by which the row is known again when its file was corrected.
    #[must_use]
    pub fn place(&self) -> (String, String, i64) {
        super::lasting_place(&self.file, &self.sheet, self.row)
    }
}
