//! Doubts: values that normalising could not read, or read with a guess. Validation turns them into findings.

/// A value that could not be read as what its column holds, or was read with a guess.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What is doubtful.
    pub kind: DoubtKind,
    /// Column of the value, from 0; `None` if it comes from a title, a block line or the file's name.
    pub column: Option<u16>,
    /// The value as typed.
    pub value: String,
}

/// The kinds of doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtKind {
    /// A date of birth that is in no calendar (30/02/1999).
    ImpossibleBirthDate,
    /// A date of birth that is not a date.
    UnreadableBirthDate,
    /// A date of birth that was a bare number of days.
    BirthDateAsNumber,
    /// A date of declaration that is not a date or is in no calendar.
    UnreadableDeclarationDate,
    /// The kind of an event is missing or unreadable.
    UnknownEvent,
    /// The day of an event is unreadable.
    UnreadableEventDate,
    /// A sex that is in no list of words.
    UnknownSex,
    /// A relation to the head that is in no list of words.
    UnknownRelation,
    /// A marital status that is in no list of words.
    UnknownMaritalStatus,
    /// A quartier that is not in the commune's list.
    UnknownQuartier,
    /// A quartier recognised by its nearest spelling.
    QuartierGuessed,
    /// A formula error instead of a value.
    ErrorCell,
    /// A whole name in one cell whose parts stand in another order than the heading says.
    NameSplitGuessed,
}
