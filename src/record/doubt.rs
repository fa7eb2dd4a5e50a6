//! What could not be read in a row: normalising notes it, validation says what it means.

/// A value that was there and could not be read as what its column holds, or was read with a doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What is doubtful.
    pub kind: DoubtKind,
    /// Column of the value, from 0; `None` where it comes from a title, a block line or the file's name.
    pub column: Option<u16>,
    /// The value as typed.
    pub value: String,
}

/// The kinds of doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtKind {
    /// A date of birth that no calendar has (30/02/1999).
    ImpossibleBirthDate,
    /// A date of birth that is no date at all.
    UnreadableBirthDate,
    /// A date of birth that was a bare number counted in days.
    BirthDateAsNumber,
    /// A date of declaration that no calendar has or that is none.
    UnreadableDeclarationDate,
    /// What happened can't be read, or is not said.
    UnknownEvent,
    /// Day of an event that can't be read.
    UnreadableEventDate,
    /// A sex that is none.
    UnknownSex,
    /// A relation to the head that is in no list.
    UnknownRelation,
    /// A marital status that is in no list.
    UnknownMaritalStatus,
    /// A quartier that is not the commune's.
    UnknownQuartier,
    /// A quartier recognised by its nearest spelling.
    QuartierGuessed,
    /// A formula's error in place of a value.
    ErrorCell,
    /// A whole name in one cell whose parts stand in another order than the heading says.
    NameSplitGuessed,
}
