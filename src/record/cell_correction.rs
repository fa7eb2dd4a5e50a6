//! A correction of one cell that a person typed: an input row. The file of the sheet itself is never changed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CellValue, Fnv, RowAt, column_letters, format_id};

/// A row of a file of corrections.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CellCorrection {
    /// Identifier, a hash of the row: the same in every run.
    pub id: String,
    /// SHA-256 of the bytes of the sheet's file, in hexadecimal. The name of the file does not matter.
    pub sha256: String,
    /// Path of the file when the correction was typed, relative to the raw folder.
    pub file: String,
    /// Name of the sheet; "" for a CSV.
    pub sheet: String,
    /// Row as the spreadsheet shows it, from 1.
    pub row: u32,
    /// Column, from 0.
    pub column: u16,
    /// The text that the correction replaces; "" for a blank cell.
    pub old: String,
    /// The new text; "" empties the cell.
    pub new: String,
    /// Who typed the correction.
    pub author: String,
    /// When it was typed, RFC 3339.
    pub moment: String,
    /// Why, as written.
    pub reason: String,
    /// File of corrections and the line in it, from 1.
    pub from: (String, u32),
}

/// A person's word that the text of a cell is right although a rule warns of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CellConfirmation {
    /// Identifier of its row.
    pub id: String,
    /// Who confirmed the text.
    pub author: String,
    /// Moment of the confirmation.
    pub moment: String,
}

/// A cell that was read with another text than the one in its sheet, or whose text was confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CorrectedCell {
    /// Index of the sheet in its file.
    pub sheet: u16,
    /// Row as the spreadsheet shows it, from 1.
    pub row: u32,
    /// Column, from 0.
    pub column: u16,
    /// The text as typed in the sheet; "" for a blank cell.
    pub sheet_text: String,
    /// The text that was read instead; "" for an emptied cell.
    pub text: String,
    /// Author of the last correction of the cell.
    pub author: String,
    /// Moment of the last correction.
    pub moment: String,
    /// Reason of the last correction.
    pub reason: String,
    /// Identifier of the last correction.
    pub id: String,
    /// The confirmation of the text that was read, if there is one.
    pub confirmation: Option<CellConfirmation>,
}

impl CorrectedCell {
    /// Whether another text was read than the one in the sheet.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !is_text_of_cell(&self.sheet_text, &self.text)
    }
}

/// A corrected cell as the tables show it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CorrectedText {
    /// The text as typed in the sheet; "" for a blank cell.
    pub sheet: String,
    /// The text that was read instead; "" for an emptied cell.
    pub text: String,
    /// Author of the correction.
    pub author: String,
    /// Moment of the correction.
    pub at: String,
    /// Who confirmed the text that was read; "" for nobody.
    #[serde(default)]
    pub confirmed_by: String,
    /// When; "" if nobody did.
    #[serde(default)]
    pub confirmed_at: String,
}

impl CorrectedText {
    /// Whether another text was read than the one in the sheet.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !is_text_of_cell(&self.sheet, &self.text)
    }

    pub(crate) fn of(cell: &CorrectedCell) -> Self {
        let CorrectedCell { sheet_text, text, author, moment, confirmation, .. } = cell.clone();
        let CellConfirmation { author: confirmed_by, moment: confirmed_at, .. } = confirmation.unwrap_or_default();
        Self { sheet: sheet_text, text, author, at: moment, confirmed_by, confirmed_at }
    }
}

impl CellCorrection {
    /// Whether the row confirms the text of its cell: it replaces the text by itself.
    #[must_use]
    pub fn is_confirmation(&self) -> bool {
        is_same_cell_text(&self.old, &self.new)
    }

    /// The columns of a file of corrections, in order.
    pub const COLUMNS: [&str; 10] =
        ["sha256", "file", "sheet", "row", "column", "old", "new", "author", "at", "reason"];

    /// Returns the cells of its row, in the order of [`Self::COLUMNS`].
    #[must_use]
    pub fn cells(&self) -> [String; 10] {
        let (row, column) = (self.row.to_string(), column_letters(self.column).to_string());
        let [sha256, file, sheet] = [&self.sha256, &self.file, &self.sheet].map(Clone::clone);
        let [old, new, author, moment, reason] =
            [&self.old, &self.new, &self.author, &self.moment, &self.reason].map(Clone::clone);
        [sha256, file, sheet, row, column, old, new, author, moment, reason]
    }

    /// Returns the correction with the identifier of its row.
    #[must_use]
    pub fn with_id(mut self) -> Self {
        let hash = self.cells().iter().fold(Fnv::default(), |hash, cell| hash.with(cell.as_bytes()).with(&[0]));
        self.id = format_id('C', hash.finish());
        self
    }

    /// The cell as a spreadsheet names it: `Feuil1!C7`, or `C7` in a CSV.
    #[must_use]
    pub fn place_text(&self) -> String {
        let sheet = if self.sheet.is_empty() { String::new() } else { format!("{}!", self.sheet) };
        format!("{sheet}{}{}", column_letters(self.column), self.row)
    }

    /// File of corrections and line, as `file, line`.
    #[must_use]
    pub fn source_text(&self) -> String {
        format!("{}, {}", self.from.0, self.from.1)
    }
}

/// Whether two texts of a cell look the same to a person: white space and control characters make no difference.
#[must_use]
pub(crate) fn is_same_cell_text(one: &str, other: &str) -> bool {
    shown_words(one).eq(shown_words(other))
}

/// Whether a person would type `typed` for a cell that shows `shown`: the same text, or the same day written day first.
#[must_use]
pub(crate) fn is_text_of_cell(shown: &str, typed: &str) -> bool {
    let day_first = || {
        let day = NaiveDate::parse_from_str(shown.trim(), "%Y-%m-%d").ok()?;
        Some(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"].map(|form| day.format(form).to_string()))
    };
    is_same_cell_text(shown, typed) || day_first().is_some_and(|forms| forms.iter().any(|form| form == typed.trim()))
}

fn shown_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}'))
        .filter(|word| !word.is_empty())
}

/// The corrected cells of a row; `cells` are sorted by place.
pub(crate) fn corrected_cells_of_row(cells: &[CorrectedCell], at: RowAt) -> &[CorrectedCell] {
    let place = |cell: &CorrectedCell| (cell.sheet, cell.row);
    let first = cells.partition_point(|cell| place(cell) < (at.sheet, at.row));
    let n = cells[first..].partition_point(|cell| place(cell) == (at.sheet, at.row));
    &cells[first..first + n]
}

/// The text of a cell on one screen: what a person reads in it, without white space around it.
#[must_use]
pub(crate) fn shown_cell_text(value: Option<&CellValue>) -> String {
    value.map(|value| value.display_text().trim().to_owned()).unwrap_or_default()
}

/// Returns the number of cells whose text is another one after all corrections, which come in the order in which they
/// were typed. A cell that was corrected twice counts once, one whose correction was taken back not at all.
pub(crate) fn n_changed_cells<'c>(corrections: impl Iterator<Item = &'c CellCorrection>) -> usize {
    let mut cells: BTreeMap<_, (&str, &str)> = BTreeMap::new();
    for own in corrections {
        let cell = (own.sha256.as_str(), own.sheet.as_str(), own.row, own.column);
        cells.entry(cell).and_modify(|(_, last)| *last = &own.new).or_insert((&own.old, &own.new));
    }
    cells.values().filter(|(first, last)| first != last).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_as_a_person_reads_them() {
        for (one, other, is_same) in [
            ("MBALA", " MBALA ", true),
            ("MBALA\r\nLEMA", "MBALA LEMA", true),
            ("", " \u{a0}", true),
            ("MBALA", "MBALALEMA", false),
            ("M", "F", false),
            ("é", "e", false),
        ] {
            assert_eq!(is_same_cell_text(one, other), is_same, "{one:?} {other:?}");
        }
        assert!(is_text_of_cell("1961-10-08", " 08/10/1961") && !is_text_of_cell("1961-10-08", "10/08/1961"));
        assert_eq!(shown_cell_text(Some(&CellValue::Number(12.0))), "12");
        assert_eq!(shown_cell_text(None), "");
    }

    #[test]
    fn a_row_that_changes_nothing_confirms_its_text() {
        let row = |old: &str, new: &str| CellCorrection { old: old.into(), new: new.into(), ..Default::default() };
        assert!(row("Chef", " Chef ").is_confirmation() && row("", "").is_confirmation());
        assert!(!row("Chef", "chef").is_confirmation());
    }

    #[test]
    fn an_identifier_depends_on_every_cell_and_on_no_place_in_the_file() {
        let one = CellCorrection { old: "a".into(), new: "b".into(), row: 7, ..CellCorrection::default() }.with_id();
        let moved = CellCorrection { from: ("x".into(), 9), ..one.clone() }.with_id();
        assert_eq!(one.id, moved.id);
        assert_ne!(one.id, CellCorrection { new: "c".into(), ..one.clone() }.with_id().id);
        assert!(one.id.starts_with("C-"));
    }

    #[test]
    fn a_cell_that_was_corrected_twice_counts_once_and_one_taken_back_not_at_all() {
        let typed = |row: u32, old: &str, new: &str| CellCorrection {
            row,
            old: old.into(),
            new: new.into(),
            ..CellCorrection::default()
        };
        let all = [
            typed(2, "30", "28/2/1989"),
            typed(2, "28/2/1989", "28"),
            typed(3, "X", "F"),
            typed(3, "F", "X"),
            typed(4, "Kalala", "Kalala"),
            typed(5, "", "M"),
        ];
        assert_eq!(n_changed_cells(all.iter()), 2);
    }
}
