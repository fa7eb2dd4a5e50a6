//! After a judgement that two rows are one person: which of two spellings of a name is right. The answer is a ruling on a
//! value, on disk before the next pair is shown.

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::record::fold;
use crate::store::Store;

use super::super::decide::{self, Signature};
use super::super::same_meaning::same_words;
use super::cards::JudgingCard;
use super::state::JudgingState;
use super::{Judge, PairList};

/// The parts of a name, as columns of `persons`.
const PARTS: [&str; 3] = ["nom", "postnom", "prenom"];

/// A part of the name that two rows of one person spell otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameChoice {
    /// The column of `persons`: `nom`, `postnom`, `prenom`.
    pub field: String,
    /// What each row says.
    pub texts: [String; 2],
}

/// What was answered about a part of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NameAnswer {
    choice: NameChoice,
    /// The number of the ruling; "" if the agent did not know.
    ruling: String,
}

/// The names of the pair that an agent judged last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NamesOfPair {
    /// One of the rows: `file!sheet!row`.
    row: String,
    /// The list from which the pair came.
    list: PairList,
    /// What is still to answer.
    left: Vec<NameChoice>,
    /// What was answered, the last one last.
    answers: Vec<NameAnswer>,
}

impl NamesOfPair {
    /// What is to be asked about two rows that are one person; `None` if both have the same name.
    pub(super) fn of([a, b]: &[JudgingCard; 2], list: PairList) -> Option<Self> {
        let whole = |card: &JudgingCard| card.name.join(" ");
        if same_words(&whole(a), &whole(b)) {
            return None;
        }
        let choice = |(field, (one, other)): (&str, (&String, &String))| {
            let is_other = !one.is_empty() && !other.is_empty() && fold(one) != fold(other);
            is_other.then(|| NameChoice { field: field.to_owned(), texts: [one.clone(), other.clone()] })
        };
        let left: Vec<NameChoice> = PARTS.into_iter().zip(a.name.iter().zip(&b.name)).filter_map(choice).collect();
        let row = format!("{}!{}!{}", a.place.file, a.place.sheet, a.place.row);
        (!left.is_empty()).then_some(Self { row, list, left, answers: Vec::new() })
    }

    /// What is to be asked next in a list.
    pub(super) fn next(&self, list: PairList) -> Option<&NameChoice> {
        self.left.first().filter(|_| self.list == list)
    }
}

impl Judge<'_> {
    /// Writes which spelling of a part of the name is right: the one of the first row (0) or of the second (1); `None` if
    /// the agent does not know. It is on disk when this returns.
    ///
    /// # Errors
    /// `judging-pair` if this is not asked; `decide-author`; `decisions-contradict` if another ruling says otherwise;
    /// those of reading and writing.
    pub fn choose_name(&self, field: &str, side: Option<usize>) -> Result<()> {
        if self.access.who().trim().is_empty() {
            return Err(Error::new(ErrorCode::DecideAuthor));
        }
        let _decisions = decide::lock_decisions(self.clean)?;
        let known = self.known()?;
        let mut state = JudgingState::read(self.clean);
        let names = state.agent(self.access.who()).names.as_mut();
        let names = names.filter(|names| names.left.first().is_some_and(|choice| choice.field == field));
        let names = names.ok_or_else(|| Error::new(ErrorCode::JudgingPair))?;
        let choice = names.left.remove(0);
        let ruling = match side.and_then(|side| choice.texts.get(side)) {
            None => String::new(),
            Some(text) => {
                let (clean, raw) = (self.clean, self.raw);
                let signature = self.signature();
                decide::add_value_ruling((clean, raw), &names.row, (field, text), &known.decisions, &signature)?
            }
        };
        self.access.log(&Store::open(self.clean)?, "decide", &format!("value {} {field}", names.row), 1)?;
        names.answers.push(NameAnswer { choice, ruling });
        state.write(self.clean)
    }

    /// Takes the last answer about a name back; `None` if there is none since the last judgement. The caller holds the
    /// lock of decisions.
    pub(super) fn undo_name(&self, state: &mut JudgingState) -> Result<Option<NameChoice>> {
        let agent = state.agent(self.access.who());
        let day = |at: &str| at.get(..10).map(str::to_owned);
        let is_of_today = agent.last.as_ref().is_some_and(|last| day(&last.at) == day(self.access.at()));
        let Some(names) = agent.names.as_mut().filter(|_| is_of_today) else { return Ok(None) };
        let Some(NameAnswer { choice, ruling }) = names.answers.pop() else { return Ok(None) };
        if !ruling.is_empty() {
            decide::add_undoing(self.raw, &ruling, &self.known()?.decisions, &self.signature())?;
        }
        names.left.insert(0, choice.clone());
        state.write(self.clean)?;
        Ok(Some(choice))
    }

    fn signature(&self) -> Signature {
        let (at, author) = (self.access.at().to_owned(), self.access.who().to_owned());
        Signature { at, author, reason: self.reason.to_owned() }
    }
}
