//! What two rows that were judged one person say otherwise: parts of the name, their order, the day of birth; and what
//! was answered.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::record::fold;

use super::super::same_meaning::same_words;
use super::PairList;
use super::cards::JudgingCard;

/// The parts of a name, as columns of `persons`.
const PARTS: [&str; 3] = ["nom", "postnom", "prenom"];
/// The column of the day of birth.
const BORN: &str = "born_on";
/// The code of a choice between two orders of the same words.
const ORDER: &str = "order";

/// A value that two rows of one person give otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameChoice {
    /// The column of `persons`: `nom`, `postnom`, `prenom`, `born_on`; `order` for the order of the words of the name.
    pub field: String,
    /// What each row says: a day as `yyyy-mm-dd`, the parts of a whole name with `|` between them.
    pub texts: [String; 2],
}

impl NameChoice {
    /// What one of the rows says, for people: a whole name as it is written.
    #[must_use]
    pub fn shown(&self) -> [String; 2] {
        self.texts.each_ref().map(|text| text.split('|').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
    }

    /// The columns of `persons` that an answer settles, each with its value; the answer is the first row (0) or the
    /// second (1).
    pub(super) fn values(&self, side: usize) -> Vec<(&str, &str)> {
        let Some(text) = self.texts.get(side) else { return Vec::new() };
        match self.field.as_str() {
            ORDER => PARTS.into_iter().zip(text.split('|')).collect(),
            field => vec![(field, text)],
        }
    }
}

/// What was answered about a part of a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NameAnswer {
    pub(super) choice: NameChoice,
    /// The numbers of the rulings, with a blank between them; "" if the agent did not know.
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
    /// What is to be asked about two rows that are one person; nothing if both have the same name and day of birth.
    pub(super) fn of([a, b]: &[JudgingCard; 2], list: PairList) -> Self {
        let whole = |card: &JudgingCard| card.name.join(" ");
        let is_same = same_words(&whole(a), &whole(b));
        let choice = |(field, (one, other)): (&str, (&String, &String))| {
            let is_other = !one.is_empty() && !other.is_empty() && fold(one) != fold(other);
            (is_other && !is_same).then(|| NameChoice { field: field.to_owned(), texts: [one.clone(), other.clone()] })
        };
        let parts = PARTS.into_iter().zip(a.name.iter().zip(&b.name)).filter_map(choice);
        // The same words in another order are one question: parts chosen apart would give one word twice.
        let is_other_order = is_same && words_in_order(&whole(a)) != words_in_order(&whole(b));
        let order = is_other_order
            .then(|| NameChoice { field: ORDER.to_owned(), texts: [a, b].map(|card| card.name.join("|")) });
        let days = a.born_day.zip(b.born_day).filter(|(one, other)| one != other);
        let born = days
            .map(|(one, other)| NameChoice { field: BORN.to_owned(), texts: [one, other].map(|day| day.to_string()) });
        let left: Vec<NameChoice> = parts.chain(order).chain(born).collect();
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
        if let Some(order) = self.left.iter().find(|choice| choice.field == ORDER) {
            let ruled = PARTS.into_iter().map(|field| values_of(&self.rows(), field)).collect::<Result<Vec<_>>>()?;
            left.extend(Some(order.clone()).filter(|_| ruled.iter().all(Vec::is_empty)));
        }
        for field in PARTS.into_iter().chain([BORN]) {
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

/// The words of a name in their order, without case, accents and signs.
fn words_in_order(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::RowPlace;

    fn card(name: [&str; 3], born: &str) -> JudgingCard {
        JudgingCard {
            place: RowPlace { file: "census/a.csv".into(), sheet: String::new(), row: 2 },
            kind: "census".into(),
            fields: Vec::new(),
            company: Vec::new(),
            cells: Vec::new(),
            name: name.map(str::to_owned),
            born_day: born.parse().ok(),
        }
    }

    fn asked(a: &JudgingCard, b: &JudgingCard) -> Vec<String> {
        let names = NamesOfPair::of(&[a.clone(), b.clone()], PairList::Open);
        names.left.iter().map(|choice| format!("{}: {}", choice.field, choice.shown().join(" / "))).collect()
    }

    #[test]
    fn spelling_order_and_day_of_birth_are_asked_where_both_rows_say_otherwise() {
        let own = card(["XILUNGA", "KENGE", "Zoé"], "1998-05-08");
        assert_eq!(asked(&own, &own), [""; 0]);
        assert_eq!(asked(&own, &card(["Xilunga", "KENGE", "ZOE"], "")), [""; 0]);
        assert_eq!(
            asked(&own, &card(["XILUNGA", "KENGA", "Zoé"], "1996-05-08")),
            ["postnom: KENGE / KENGA", "born_on: 1998-05-08 / 1996-05-08"]
        );
        let exchanged = card(["KENGE", "XILUNGA", "Zoé"], "1998-05-08");
        assert_eq!(asked(&own, &exchanged), ["order: XILUNGA KENGE Zoé / KENGE XILUNGA Zoé"]);
        // The same words in the same order, divided otherwise.
        assert_eq!(asked(&own, &card(["XILUNGA KENGE", "", "Zoé"], "1998-05-08")), [""; 0]);
        let names = NamesOfPair::of(&[own, exchanged], PairList::Open);
        assert_eq!(names.left[0].values(1), [("nom", "KENGE"), ("postnom", "XILUNGA"), ("prenom", "Zoé")]);
        // What was ruled before is not asked again.
        let ruled = |_: &[String], field: &str| Ok(Vec::from_iter((field == "nom").then(|| "KENGE".to_owned())));
        assert!(names.without_decided(ruled).unwrap().is_none());
    }
}
