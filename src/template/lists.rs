//! The words of the drop-down lists, on a hidden sheet.
//!
//! Each word has a row of its own, list below list, because a row of one cell is never read as a table. The drop-downs
//! use defined names: versions before 2010 do not accept ranges on another sheet.

use rust_xlsxwriter::{Worksheet, XlsxError};
use serde::Deserialize;

use crate::messages::Messages;
use crate::record::{Category, EventKind, Kind, MaritalStatus, Relation, Sex};

use super::blank_sheet::BlankSheet;

/// A drop-down list. The list of quartiers may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum WordList {
    Quartier,
    Sex,
    Relation,
    MaritalStatus,
    Category,
    Event,
}

impl WordList {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Quartier => "bato_quartier",
            Self::Sex => "bato_sex",
            Self::Relation => "bato_relation",
            Self::MaritalStatus => "bato_marital_status",
            Self::Category => "bato_category",
            Self::Event => "bato_event",
        }
    }
}

/// A list with its words and their place.
#[derive(Debug, Clone)]
pub(super) struct ListRange {
    pub(super) kind: WordList,
    words: Vec<String>,
    /// Row of its first word, from 0.
    first_row: u32,
}

impl ListRange {
    pub(super) fn formula(&self, sheet: &str) -> String {
        let last = self.first_row as usize + self.words.len();
        format!("='{}'!$A${}:$A${last}", sheet.replace('\'', "''"), self.first_row + 1)
    }
}

/// Returns the lists of a kind of sheet that are not empty.
pub(super) fn of_sheet(blank: &BlankSheet<'_>, messages: &Messages) -> Vec<ListRange> {
    let quartiers = blank.quartiers.iter().map(|quartier| quartier.name.clone()).collect();
    let mut lists = vec![(WordList::Quartier, quartiers)];
    let of_kind: &[WordList] = match blank.kind {
        Kind::Census => &[WordList::Sex, WordList::Relation, WordList::MaritalStatus],
        Kind::Birth => &[WordList::Sex, WordList::Category],
        Kind::Event => &[WordList::Sex, WordList::Event],
    };
    lists.extend(of_kind.iter().map(|list| (*list, words_of(*list, messages))));
    let mut first_row = 0;
    let mut ranges = Vec::new();
    for (kind, words) in lists.into_iter().filter(|(_, words): &(WordList, Vec<String>)| !words.is_empty()) {
        let n_words = words.len() as u32;
        ranges.push(ListRange { kind, words, first_row });
        first_row += n_words;
    }
    ranges
}

/// Returns the words of a list; none for the quartiers, which the commune gives.
pub(super) fn words_of(list: WordList, messages: &Messages) -> Vec<String> {
    match list {
        WordList::Quartier => Vec::new(),
        WordList::Sex => words(messages, "sex", Sex::ALL.iter().map(|sex| sex.code())),
        WordList::Relation => words(messages, "relation", Relation::ALL.iter().map(|relation| relation.code())),
        WordList::MaritalStatus => {
            words(messages, "marital_status", MaritalStatus::ALL.iter().map(|status| status.code()))
        }
        WordList::Category => {
            let known = Category::ALL.iter().filter(|category| **category != Category::Unknown);
            words(messages, "category", known.map(|category| category.code()))
        }
        WordList::Event => words(messages, "event", EventKind::ALL.iter().map(|event| event.code())),
    }
}

fn words<'c>(messages: &Messages, list: &str, codes: impl Iterator<Item = &'c str>) -> Vec<String> {
    codes.map(|code| messages.text(&format!("template-{list}-{code}"))).collect()
}

pub(super) fn write(sheet: &mut Worksheet, lists: &[ListRange], messages: &Messages) -> Result<(), XlsxError> {
    sheet.set_name(messages.text("template-sheet-lists"))?.set_hidden(true);
    for list in lists {
        for (row, word) in (list.first_row..).zip(&list.words) {
            sheet.write_string(row, 0, word)?;
        }
    }
    Ok(())
}
