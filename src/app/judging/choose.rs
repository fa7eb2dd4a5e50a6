//! Chooses which of two names or days of birth is right, after a judgement that two rows are one person. The answer is
//! a ruling on a value, on disk before the next pair is shown.

use crate::error::{Error, ErrorCode, Result};
use crate::store::Store;

use super::super::decide::{self, Signature};
use super::Judge;
use super::names::{NameAnswer, NameChoice};
use super::state::JudgingState;

impl Judge<'_> {
    /// Writes which value is right: the one of the first row (0) or of the second (1); `None` if the agent does not
    /// know. Rulings on the value that say otherwise no longer hold. It is on disk when this returns.
    ///
    /// # Errors
    /// `judging-pair` if this is not asked; `decide-author`; those of reading and writing.
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
        let (signature, rows) = (self.signature(), names.rows());
        let mut rulings = Vec::new();
        for value in side.map(|side| choice.values(side)).unwrap_or_default() {
            let folders = (self.clean, self.raw);
            rulings.push(decide::add_value_ruling(folders, &rows, value, &known.decisions, &signature)?);
        }
        let ruling = rulings.join(" ");
        self.access.log(&Store::open(self.clean)?, "decide", &format!("value {} {field}", names.row), 1)?;
        names.answers.push(NameAnswer { choice, ruling });
        state.write(self.clean)
    }

    /// Takes the last answer about a value back; `None` if there is none since the last judgement. The caller holds the
    /// lock of decisions.
    pub(super) fn undo_name(&self, state: &mut JudgingState) -> Result<Option<NameChoice>> {
        let agent = state.agent(self.access.who());
        let day = |at: &str| at.get(..10).map(str::to_owned);
        let is_of_today = agent.last.as_ref().is_some_and(|last| day(&last.at) == day(self.access.at()));
        let Some(names) = agent.names.as_mut().filter(|_| is_of_today) else { return Ok(None) };
        let Some(NameAnswer { choice, ruling }) = names.answers.pop() else { return Ok(None) };
        for ruling in ruling.split_whitespace() {
            decide::add_undoing(self.raw, ruling, &self.known()?.decisions, &self.signature())?;
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
