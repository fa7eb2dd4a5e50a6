//! The names of two rows that were judged one person: the parts that both spell otherwise, and what was answered.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::record::fold;

use super::super::same_meaning::same_words;
use super::PairList;
use super::cards::JudgingCard;

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
    pub(super) choice: NameChoice,
    /// The number of the ruling; "" if the agent did not know.
    pub(super) ruling: String,
}

/// The names of the pair that an agent judged last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NamesOfPair {
    /// The first row: `file!sheet!row`.
    pub(super) row: String,
    /// The second row.
    #[serde(default)]
    other_row: String,
    /// The list from which the pair came.
    list: PairList,
    /// What is still to answer.
    pub(super) left: Vec<NameChoice>,
    /// What was answered, the last one last.
    pub(super) answers: Vec<NameAnswer>,
}

impl NamesOfPair {
    /// What is to be asked about two rows that are one person; nothing if both have the same name.
    pub(super) fn of([a, b]: &[JudgingCard; 2], list: PairList) -> Self {
        let whole = |card: &JudgingCard| card.name.join(" ");
        let is_same = same_words(&whole(a), &whole(b));
        let choice = |(field, (one, other)): (&str, (&String, &String))| {
            let is_other = !one.is_empty() && !other.is_empty() && fold(one) != fold(other);
            (is_other && !is_same).then(|| NameChoice { field: field.to_owned(), texts: [one.clone(), other.clone()] })
        };
        let left: Vec<NameChoice> = PARTS.into_iter().zip(a.name.iter().zip(&b.name)).filter_map(choice).collect();
        let place = |card: &JudgingCard| format!("{}!{}!{}", card.place.file, card.place.sheet, card.place.row);
        let (row, other_row) = (place(a), place(b));
        Self { row, other_row, list, left, answers: Vec::new() }
    }

    /// Both rows: `file!sheet!row`.
    pub(super) fn rows(&self) -> Vec<String> {
        [&self.row, &self.other_row].into_iter().filter(|row| !row.is_empty()).cloned().collect()
    }

    /// Takes out what was decided before: a part on which one ruling holds is not asked again. Two rulings that
    /// contradict each other, one for each of two persons who are one now, are the choice. `None` if nothing is left.
    pub(super) fn without_decided(
        mut self,
        values_of: impl Fn(&[String], &str) -> Result<Vec<String>>,
    ) -> Result<Option<Self>> {
        let mut left = Vec::new();
        for field in PARTS {
            let mut values = values_of(&self.rows(), field)?;
            values.dedup_by(|one, other| fold(one) == fold(other));
            match (values.as_slice(), self.left.iter().find(|choice| choice.field == field)) {
                ([first, .., last], _) if fold(first) != fold(last) => {
                    left.push(NameChoice { field: field.to_owned(), texts: [first.clone(), last.clone()] });
                }
                ([], Some(choice)) => left.push(choice.clone()),
                _ => {}
            }
        }
        self.left = left;
        Ok((!self.left.is_empty()).then_some(self))
    }

    /// What is to be asked next in a list.
    pub(super) fn next(&self, list: PairList) -> Option<&NameChoice> {
        self.left.first().filter(|_| self.list == list)
    }
}
