//! The names of two rows that were judged one person: the parts that both spell otherwise, and what was answered.

use serde::{Deserialize, Serialize};

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
    /// One of the rows: `file!sheet!row`.
    pub(super) row: String,
    /// The list from which the pair came.
    list: PairList,
    /// What is still to answer.
    pub(super) left: Vec<NameChoice>,
    /// What was answered, the last one last.
    pub(super) answers: Vec<NameAnswer>,
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
