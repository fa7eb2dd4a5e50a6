//! The lessons of the course, read from `course.toml`: how the practice register is prepared, what is asked of it, and a
//! solution.

use std::sync::LazyLock;

use serde::Deserialize;

/// The lessons in their order.
pub static LESSONS: LazyLock<Vec<Lesson>> = LazyLock::new(|| {
    // A test checks that the compiled-in file can be read.
    lesson_file().map(|file| file.lesson).unwrap_or_default()
});

/// The settings of `bato synth` for the persons of all lessons.
pub(super) static SYNTH: LazyLock<String> =
    LazyLock::new(|| lesson_file().ok().and_then(|file| toml::to_string(&file.synth).ok()).unwrap_or_default());

fn lesson_file() -> Result<LessonFile, toml::de::Error> {
    toml::from_str(include_str!("course.toml"))
}

/// Returns the lesson of an id.
#[must_use]
pub fn lesson(id: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.id == id)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LessonFile {
    synth: toml::Table,
    lesson: Vec<Lesson>,
}

/// A lesson. Its texts are the messages `course-<id>-title`, `-text`, `-hint-1` to `-hint-3`, `-solution`
/// and `-commands`, which says the same for a terminal.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// The stable id.
    pub id: String,
    /// How long it takes, in minutes.
    pub minutes: u32,
    /// How its practice register is prepared.
    pub setup: LessonSetup,
    /// What is asked of the register.
    pub goal: Vec<Goal>,
    /// Steps that reach the goals.
    pub solution: Vec<SolutionStep>,
}

impl Lesson {
    /// The fewest pairs that a goal asks to judge; 0 if none does.
    #[must_use]
    pub fn least_pairs(&self) -> usize {
        let least = |goal: &Goal| if let Goal::PairsJudged { n, .. } = goal { Some(*n) } else { None };
        self.goal.iter().find_map(least).unwrap_or(0)
    }
}

/// How the practice register of a lesson is prepared.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonSetup {
    /// Quartiers, each with a census sheet.
    #[serde(default)]
    pub quartiers: usize,
    /// Households on each sheet.
    #[serde(default)]
    pub households: usize,
    /// Acts of the year's birth register; 0 for no register.
    #[serde(default)]
    pub acts: usize,
    /// Pairs of rows that are doubtful, on a sheet of a later year.
    #[serde(default)]
    pub pairs: usize,
    /// The format of the census sheets.
    #[serde(default)]
    pub format: SheetFormat,
    /// Faults on the first sheet, each in a row of its own.
    #[serde(default)]
    pub faults: Vec<FaultKind>,
    /// Whether three columns of the first sheet have headings that nobody knows.
    #[serde(default)]
    pub unknown_headings: bool,
    /// Whether the sheets are in the register already.
    #[serde(default)]
    pub recorded: bool,
    /// What happens after that.
    #[serde(default)]
    pub after: Option<AfterSetup>,
}

/// The format of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetFormat {
    /// A text file.
    #[default]
    Csv,
    /// A workbook.
    Xlsx,
}

/// A fault that a lesson plants in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// A day that does not exist.
    ImpossibleDate,
    /// A day of birth after today.
    FutureDate,
    /// A date that can't be read.
    UnreadableDate,
    /// A person of more than 120 years.
    ImplausibleAge,
    /// The days of declaration of three acts are left out: of the last day in time, of the day after, and of a
    /// judgment.
    DeclarationLeftOut,
}

impl FaultKind {
    /// The rule that finds the fault.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self {
            Self::ImpossibleDate => "impossible-date",
            Self::FutureDate => "future-date",
            Self::UnreadableDate => "unreadable-date",
            Self::ImplausibleAge => "implausible-age",
            Self::DeclarationLeftOut => "declaration-date-missing",
        }
    }
}

/// What happens to the practice register before the learner begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AfterSetup {
    /// A colleague rules that two persons are one.
    WrongMerge,
    /// A file of the register disappears: it is on the stick.
    FileAway,
    /// Another file arrives, and the run that reads it is killed.
    PowerCut,
    /// There is a stick, and another PC without a register.
    OtherPc,
    /// A quartier sends a parcel in pieces, and one is lost.
    Parcel,
}

/// A condition on the practice register. The list is closed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Goal {
    /// The register in use has no finding of this rule.
    Findings {
        /// The rule.
        rule: String,
    },
    /// No row is in quarantine.
    Quarantined,
    /// Every row of the sheets is in the register, with the values of the paper.
    RowsEqual,
    /// The register in use holds the files as they are now.
    Recorded,
    /// So many planted pairs are judged, and the judgements are right.
    PairsJudged {
        /// The fewest pairs.
        n: usize,
        /// The smallest share of right judgements.
        agreement: f64,
    },
    /// The two persons of the wrong merge are two again.
    Apart,
    /// The register knows of the event of the person that the lesson names.
    Event {
        /// Number of the person among those of the lesson.
        person: usize,
        /// The kind of event.
        kind: String,
    },
    /// The log shows that the learner looked up the person that the lesson names.
    Found {
        /// Number of the person among those of the lesson.
        person: usize,
    },
    /// There is a backup of the register in use on the stick.
    BackedUp,
    /// The other PC holds the register in use.
    Restored,
    /// The parcel has arrived whole.
    ParcelOpened,
    /// The sender has the receipt.
    Receipt,
    /// There is a release.
    Released,
    /// The learner has answered a question rightly.
    Answer {
        /// The question.
        question: Question,
    },
}

impl Goal {
    /// The code by which messages and results name the goal.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Findings { .. } => "findings",
            Self::Quarantined => "quarantined",
            Self::RowsEqual => "rows-equal",
            Self::Recorded => "recorded",
            Self::PairsJudged { .. } => "pairs-judged",
            Self::Apart => "apart",
            Self::Event { kind, .. } if kind == "death" => "event-death",
            Self::Event { .. } => "event-departure",
            Self::Found { .. } => "found",
            Self::BackedUp => "backed-up",
            Self::Restored => "restored",
            Self::ParcelOpened => "parcel-opened",
            Self::Receipt => "receipt",
            Self::Released => "released",
            Self::Answer { .. } => "answer",
        }
    }

    /// The question that the learner answers.
    #[must_use]
    pub fn question(&self) -> Option<Question> {
        match self {
            Self::Answer { question } => Some(*question),
            _ => None,
        }
    }
}

/// A question whose answer is read from the register. Its text is the message `course-question-<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// How many rows of persons were read.
    Rows,
    /// How many persons the register has.
    Persons,
    /// How many acts are late.
    Late,
    /// How many acts are on time.
    OnTime,
    /// How many persons would no longer be in the register.
    Vanishing,
    /// Which version is in use after the power cut.
    Version,
    /// Which of three files may leave the commune: a letter.
    MayLeave,
    /// To whom the exact report may be sent: a letter.
    ExactReport,
}

impl Question {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Persons => "persons",
            Self::Late => "late",
            Self::OnTime => "on-time",
            Self::Vanishing => "vanishing",
            Self::Version => "version",
            Self::MayLeave => "may-leave",
            Self::ExactReport => "exact-report",
        }
    }
}

impl Question {
    /// The letters of the answers from which one is chosen: the messages `course-choice-<code>-<letter>`. Empty where a
    /// number is asked.
    #[must_use]
    pub fn choices(self) -> &'static [&'static str] {
        if matches!(self, Self::MayLeave | Self::ExactReport) { &["A", "B", "C"] } else { &[] }
    }
}

/// A step of a solution. The program carries it out, with the words that the learner would type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum SolutionStep {
    /// A command of the program.
    Bato {
        /// Its words; names in braces are those of the lesson.
        words: Vec<String>,
        /// The folder of the PC on which it is typed, below the course folder; "" for the learner's own.
        #[serde(default)]
        pc: String,
        /// What does the same in the browser: the message `course-page-<code>`. "" if the step before says it.
        #[serde(default)]
        page: String,
    },
    /// Every planted fault is corrected by a typed correction.
    CorrectCells,
    /// Every planted fault is corrected in the workbook of corrections.
    CorrectWorkbook,
    /// Every pair that waits is judged by the truth.
    JudgePairs,
    /// The events of the lesson are written into a list of events.
    WriteEvents,
    /// A file on the stick is copied to its place.
    TakeFile,
    /// Every question is answered.
    Answers,
    /// The receipt is printed here and entered by the sender.
    EnterReceipt,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};

    #[test]
    fn the_lessons_can_be_read_and_have_their_texts_in_every_language() {
        assert_eq!(lesson_file().map(|file| file.lesson.len()), Ok(14));
        for messages in Lang::ALL.map(Messages::new) {
            for lesson in LESSONS.iter() {
                assert!((5..=45).contains(&lesson.minutes) && !lesson.goal.is_empty() && !lesson.solution.is_empty());
                for part in ["title", "text", "hint-1", "hint-2", "hint-3", "solution", "commands"] {
                    let id = format!("course-{}-{part}", lesson.id);
                    assert!(messages.has(&id), "{id}");
                }
                for step in &lesson.solution {
                    if let SolutionStep::Bato { page, .. } = step {
                        assert!(page.is_empty() || messages.has(&format!("course-page-{page}")), "{page}");
                    }
                }
                for goal in &lesson.goal {
                    let id = format!("course-goal-{}", goal.code());
                    assert!(messages.has(&id), "{id}");
                    let question = goal.question().map(|question| format!("course-question-{}", question.code()));
                    assert!(question.as_ref().is_none_or(|id| messages.has(id)), "{question:?}");
                }
            }
        }
    }
}
